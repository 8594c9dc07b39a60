import { expect, test } from '@jest/globals'
import { findShadowed } from '../../src/evaluate/shadow.ts'
import { wfExport } from '../../src/formats/wf-export.ts'
import type { RuleGroup } from '../../src/model/policy.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import type { Rule } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const HEADER = ['Name', 'Group', 'Profile', 'Enabled', 'Action', 'Override', 'Program', 'Local Address', 'Remote Address', 'Protocol', 'Local Port', 'Remote Port', 'Authorized Users', 'Authorized Computers']
const row = (...cells: string[]): string => `${cells.join('\t')}\t\r\n`
const LIST = row(...HEADER)
  + row('CM remote control', 'Configuration Manager', 'Domain, Private', 'Yes', 'Allow', 'No', 'Any', 'Any', 'Local subnet, 10.0.30.0/24', 'TCP', '2701, 5000-5010', 'Any', 'Any', 'Any')
  + row('RPC', '', 'All', 'No', 'Block', 'No', '%SystemRoot%\\system32\\lsass.exe', 'Any', 'Any', 'TCP', 'RPC Dynamic Ports', 'Any', 'Any', 'Any')
  + row('Secure', '', 'All', 'Yes', 'Secure', 'Yes', 'System', 'Any', 'Any', 'Any', 'Any', 'Any', 'CONTOSO\\Admins', 'Any')
  + row('Ping', '', 'All', 'Yes', 'Allow', 'No', 'System', 'Any', 'Any', 'ICMPv4', 'Any', 'Any', 'Any', 'Any')

const parse = (text: string, name = 'list.txt') => wfExport.parse(sourceText(name, text), {})
const neutral = (text: string, name?: string) => parse(text, name).parts.flatMap(part => part.rules).map(rule => withoutSource(neutralRule(rule)))

test('an English list; its file name says the direction', () => {
  expect(neutral(LIST, 'hosts/Inbound Rules.txt')).toEqual([
    {
      id: null, name: 'CM remote control', group: 'Configuration Manager', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp',
      localPorts: ['2701', '5000-5010'], profiles: ['domain', 'private'], remoteAddresses: ['local-subnet', '10.0.30.0/24'],
    },
    { id: null, name: 'RPC', direction: 'inbound', action: 'block', enabled: false, protocol: 'tcp', localPorts: ['rpc'], program: '%SystemRoot%\\system32\\lsass.exe' },
    { id: null, name: 'Secure', direction: 'inbound', action: 'bypass', enabled: true, protocol: 'any', program: 'System', unmodelled: ['Authorized Users=CONTOSO\\Admins', 'Action=Secure'] },
    // The list has no ICMP types, so no rule of it proves that a ping passes.
    { id: null, name: 'Ping', direction: 'inbound', action: 'allow', enabled: true, protocol: 'icmpv4', program: 'System', unmodelled: ['icmp=not in this list'] },
  ])
  expect(parse(LIST, 'outbound.txt').parts[0]?.rules[0]?.direction).toBe('outbound')
})
test('without a direction nothing is decided, and that is said once', () => {
  const { parts, problems } = parse(LIST)
  expect(parts[0]?.rules.every(({ direction }) => direction === 'unknown')).toBe(true)
  expect(problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
})
test('columns can be hidden, moved, and written with commas', () => {
  const text = 'Protocol,Local Port,Name,Enabled,Action,Profile,Remote Address,Program\r\nUDP,"67, 68",DHCP,Yes,Allow,All,Any,Any\r\n'
  expect(neutral(text, 'in.csv')).toEqual([{ id: null, name: 'DHCP', direction: 'inbound', action: 'allow', enabled: true, protocol: 'udp', localPorts: ['67', '68'] }])
})
test('a French list in UTF-16', () => {
  const text = `${['Nom', 'Groupe', 'Profil', 'Activé', 'Action', 'Remplacer', 'Programme', 'Adresse locale', 'Adresse distante', 'Protocole', 'Port local', 'Port distant'].join('\t')}\t\r\n${['CM', '', 'Tous', 'Oui', 'Autoriser', 'Non', 'Au moins un', 'Au moins un', 'Au moins un', 'TCP', '445', 'Au moins un'].join('\t')}\t\r\n`
  const file = sourceFile('liste.txt', new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])))
  expect(wfExport.recognises(file)).toBe(true)
  expect(wfExport.parse(file, {}).parts[0]?.rules[0]).toMatchObject({ name: 'CM', action: 'allow', enabled: true, profiles: 7, protocol: 6, program: undefined })
})
test('a cell has its place', () => {
  const rule = parse(LIST).parts[0]?.rules[0] as Rule
  expect(placeOf(partOf(rule, 'protocol'))).toMatchObject({ line: 2, column: LIST.split('\r\n')[1]?.indexOf('TCP') as number + 1 })
})
test('words that nobody knows, and short lines', () => {
  const { parts, problems } = parse(`${row(...HEADER)}${row('x', '', 'All', 'Vielleicht', 'Egal', 'No', 'Any', 'Any', 'Any', 'TCP', 'Something', 'Any')}y\tz\r\n`, 'in.txt')
  expect(parts[0]?.rules).toHaveLength(1)
  expect(parts[0]?.rules[0]).toMatchObject({ enabled: 'unknown', action: 'unknown', localPorts: { unresolved: ['Something'] } })
  expect(problems.map(({ code }) => code)).toEqual(['requirement-unverifiable', 'requirement-unverifiable', 'rule-malformed'])
})
test('tables of other tools are not lists of the console', () => {
  const is = (text: string): boolean => wfExport.recognises(sourceText('x.csv', text))
  expect(is(LIST)).toBe(true)
  expect(is('Name,Group,Protocol,Port,IcmpType,Program,Service,RemoteAddress,Description\n')).toBe(false)
  expect(is('Name\tAction\tDirection\tProfile\tEnabled\tProgram\tProtocol\tLocal Port\n')).toBe(false)
})
test('a rule with a group may have conditions that no list shows, so it makes no other rule useless', () => {
  const list = row(...HEADER)
    + row('Radio driver (TCP-In)', 'Radio Service', 'All', 'Yes', 'Allow', 'No', 'System', 'Any', 'Any', 'TCP', 'Any', 'Any', 'Any', 'Any')
    + row('Web console', '', 'All', 'Yes', 'Allow', 'No', 'System', 'Any', 'Any', 'TCP', '8080', 'Any', 'Any', 'Any')
    + row('All of the kernel', '', 'All', 'Yes', 'Allow', 'No', 'System', 'Any', 'Any', 'UDP', 'Any', 'Any', 'Any', 'Any')
    + row('Streams', '', 'All', 'Yes', 'Allow', 'No', 'System', 'Any', 'Any', 'UDP', '5004', 'Any', 'Any', 'Any')
  const found = findShadowed(parse(list, 'inbound.txt').parts.map(({ rules }): RuleGroup => (
    { layer: { name: 'x', path: 'inbound.txt', store: 'local', parts: [], gpo: undefined }, rules, ignoredIn: 0, condition: undefined, kind: 'written' })))
  expect(found.shadows.map(({ rule, by }) => [rule.name, by.map(({ name }) => name)])).toEqual([['Streams', ['All of the kernel']]])
  // A hidden column hides the groups too.
  expect(parse('Protocol,Local Port,Name,Enabled,Action,Profile,Remote Address,Program\nUDP,67,DHCP,Yes,Allow,All,Any,Any\n', 'in.csv').parts[0]?.rules[0]?.partial).toBe(true)
})
test('without its column the package of an app is not in the list', () => {
  const app = row('Contoso Notes', 'Contoso Notes', 'All', 'Yes', 'Allow', 'No', 'Any', 'Any', 'Any', 'Any', 'Any', 'Any', 'Any', 'Any')
  expect(neutral(row(...HEADER) + app, 'in.txt')[0]).toMatchObject({ unmodelled: ['AppPkgId=not in this list'] })
  const shown = row(...HEADER, 'Application Package') + app.replace(/\t\r\n$/, '\tAny\t\r\n')
  expect(neutral(shown, 'in.txt')[0]).not.toHaveProperty('unmodelled')
})
test('survives cut and changed files', () => survives(wfExport, 'inbound.txt', LIST))
