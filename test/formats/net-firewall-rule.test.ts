import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { netFirewallRuleCsv } from '../../src/formats/net-firewall-rule-csv.ts'
import { netFirewallRuleJson } from '../../src/formats/net-firewall-rule-json.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import type { PolicyFile, Rule } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

beforeAll(async () => { await netFirewallRuleJson.prepare?.() })

const json = (value: unknown): PolicyFile => netFirewallRuleJson.parse(sourceText('x.json', typeof value === 'string' ? value : JSON.stringify(value, null, 2)), {})
const csv = (text: string): PolicyFile => netFirewallRuleCsv.parse(sourceText('x.csv', text), {})
const rulesOf = (policy: PolicyFile): readonly Rule[] => policy.parts.flatMap(part => part.rules)
const neutral = (policy: PolicyFile) => rulesOf(policy).map(rule => withoutSource(neutralRule(rule)))

/** Enumerations as numbers, as ConvertTo-Json of Windows PowerShell writes them. */
const NOTIFY = {
  Name: 'CM-Notify', DisplayName: 'CM notification', Enabled: 1, Profile: 1, Direction: 1, Action: 2, Protocol: 'TCP', LocalPort: ['10123'], RemoteAddress: 'Any',
}
const EXPECTED = { id: 'CM-Notify', name: 'CM notification', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['10123'], profiles: ['domain'] }
const like = (more: object) => neutral(json([{ ...NOTIFY, ...more }]))[0]

describe('JSON', () => {
  test('numbers and words for enumerations', () => {
    expect(neutral(json([NOTIFY]))).toEqual([EXPECTED])
    expect(like({ Enabled: 'True', Profile: 'Domain', Direction: 'Inbound', Action: 'Allow' })).toEqual(EXPECTED)
    expect(like({ Enabled: 2, Direction: 2, Action: 4, Profile: 6 })).toMatchObject({ enabled: false, direction: 'outbound', action: 'block', profiles: ['private', 'public'] })
    expect(like({ Profile: 0 })).not.toHaveProperty('profiles')
    expect(like({ Profile: 'Domain, Public' })).toMatchObject({ profiles: ['domain', 'public'] })
    expect(like({ Profile: undefined, Profiles: 2147483647 })).not.toHaveProperty('profiles')
    expect(like({ Action: 3 })).toMatchObject({ action: 'bypass' })
    expect(like({ OverrideBlockRules: true, Authentication: 'Required' })).toMatchObject({ action: 'bypass', unmodelled: ['Authentication=Required'] })
  })
  test('one rule alone, lists of Windows PowerShell, lists below a name', () => {
    expect(neutral(json(NOTIFY))).toEqual([EXPECTED])
    expect(neutral(json({ value: [NOTIFY], Count: 1 }))).toEqual([EXPECTED])
    expect(neutral(json({ Rules: [NOTIFY] }))).toEqual([EXPECTED])
    expect(like({ LocalPort: { value: ['80', '443'], Count: 2 } })).toMatchObject({ localPorts: ['80', '443'] })
    expect(like({ LocalPort: '80,443; 8080' })).toMatchObject({ localPorts: ['80', '443', '8080'] })
    expect(like({ LocalPort: 80 })).toMatchObject({ localPorts: ['80'] })
  })
  test('keywords, addresses, filters', () => {
    expect(like({ LocalPort: 'RPCEPMap' })).toMatchObject({ localPorts: ['rpc-epmap'] })
    expect(like({ LocalPort: undefined, 'Local Port': 'RPC', RemoteAddress: ['LocalSubnet4', '10.0.0.0/255.0.0.0'] })).toMatchObject({ localPorts: ['rpc'], remoteAddresses: ['local-subnet4', '10.0.0.0/255.0.0.0'] })
    expect(like({ Program: 'System', Service: 'RpcSs', InterfaceType: 'Wired', Group: '@FirewallAPI.dll,-28502', DisplayGroup: 'x' })).toMatchObject({
      program: 'System', service: 'RpcSs', interfaceTypes: ['lan'], group: '@FirewallAPI.dll,-28502',
    })
    expect(like({ Protocol: 'ICMPv4', IcmpType: '8', LocalPort: 'RPC' })).toEqual({ ...EXPECTED, protocol: 'icmpv4', icmp: ['8:*'], localPorts: undefined })
    expect(like({ Protocol: '47', LocalPort: 'Any' })).toMatchObject({ protocol: '47' })
    expect(like({ Package: 'S-1-15-2-1', LocalUser: 'Any', InterfaceAlias: 'Ethernet', RemoteUser: 'O:LSD:(A;;CC;;;S-1-5-32-544)' })).toMatchObject({
      unmodelled: ['Package=S-1-15-2-1', 'InterfaceAlias=Ethernet', 'RemoteUser=O:LSD:(A;;CC;;;S-1-5-32-544)'],
    })
    expect(like({ Platform: ['6.2+', '10.0'] })).toMatchObject({ platforms: ['2:6:2+', '2:10:0'] })
    expect(like({ EdgeTraversalPolicy: 1, CimClass: { CimClassName: 'x' }, Description: null, Owner: null, Platform: [], IcmpType: {} })).toEqual(EXPECTED)
  })
  test('a property that the export lacks is not "any" where it may matter', () => {
    const Group = '@FirewallAPI.dll,-28502'
    expect(like({ LocalPort: 'Any' })).toMatchObject({ unmodelled: ['program=not in this export'] })
    expect(like({ LocalPort: 'Any', Program: 'Any', Package: 'Any' })).not.toHaveProperty('unmodelled')
    expect(like({ LocalPort: 'Any', Program: 'Any', Group })).toMatchObject({ unmodelled: ['app package=not in this export'] })
    expect(like({ LocalPort: 'Any', Program: 'Any', Protocol: 'Any', Group: '@{Contoso.Notes_1.0?ms-resource://Contoso.Notes/Name}' })).toMatchObject({ unmodelled: ['AppPkgId=not in this export'] })
    expect(like({ Program: '%SystemRoot%\\system32\\svchost.exe' })).toMatchObject({ unmodelled: ['service=not in this export'] })
    expect(like({ Program: '%SystemRoot%\\system32\\svchost.exe', Service: 'Any' })).not.toHaveProperty('unmodelled')
    expect(like({ Protocol: 'ICMPv4', LocalPort: 'RPC' })).toMatchObject({ unmodelled: ['icmp=not in this export'] })
    const partial = (more: object) => rulesOf(json([{ ...NOTIFY, ...more }]))[0]?.partial
    expect(partial({ Program: 'System', Group, DynamicTarget: 'Any', LocalPort: 'Any' })).toBe(true)
    const Name = '{5D1A0B0E-0000-4000-8000-00000000000A}'
    expect([partial({ Program: 'Any', Group: 'Contoso Suite', Name }), partial({ Program: 'Any', Group, Name }), partial({ Program: 'Any', Group: 'WLAN Service' })]).toEqual([false, true, true])
    expect([partial({}), partial({ Program: 'Any' }), partial({ Program: 'Any', Group }), partial({ Program: 'Any', Group, DynamicTarget: 'Any' })]).toEqual([true, false, true, false])
  })
  test('filter objects joined by InstanceID, or inside of the rule', () => {
    const { Protocol, LocalPort, ...bare } = NOTIFY
    const rule = { ...bare, InstanceID: 'CM-Notify' }
    expect(neutral(json([rule, { InstanceID: 'CM-Notify', Protocol, LocalPort, RemotePort: 'Any' }]))).toEqual([EXPECTED])
    expect(neutral(json({ Rules: [rule], PortFilters: [{ InstanceID: 'cm-notify', Protocol, LocalPort }], AddressFilters: [{ InstanceID: 'CM-Notify', RemoteAddress: '10.0.0.1' }] }))).toEqual([EXPECTED])
    expect(neutral(json([{ ...bare, PortFilter: { Protocol, LocalPort } }]))).toEqual([EXPECTED])
  })
  test('an export without filters decides nothing, and says so once', () => {
    const { Protocol: _p, LocalPort: _l, RemoteAddress: _r, ...bare } = NOTIFY
    const policy = json([bare, { ...bare, Name: 'Other' }])
    expect(rulesOf(policy)).toHaveLength(2)
    expect(rulesOf(policy)[0]).toMatchObject({ protocol: 'unknown', unmodelled: ['filters=not in this export'] })
    expect(policy.problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
    expect(policy.problems[0]?.message).toContain('Get-NetFirewallPortFilter')
  })
  test('what an export cuts off is not known', () => {
    const policy = json([{ ...NOTIFY, LocalPort: 'System.String[]', RemoteAddress: 'System.String[]' }])
    expect(rulesOf(policy)[0]).toMatchObject({ localPorts: { ranges: [], unresolved: ['System.String[]'] }, remoteAddresses: { v4: [], unresolved: ['System.String[]'] } })
    expect(policy.problems).toHaveLength(2)
    expect(like({ Direction: 7 })).not.toHaveProperty('direction')
  })
  test('the store a rule comes from', () => {
    const policy = json([NOTIFY, { ...NOTIFY, PolicyStoreSourceType: 2, PolicyStoreSource: 'Clients' }, { ...NOTIFY, PolicyStoreSourceType: 'Local' }])
    expect(policy.parts.map(({ store, gpo, rules }) => [store, gpo, rules.length])).toEqual([['local', undefined, 2], ['group-policy', 'Clients', 1]])
  })
  test('a rule and its properties have places', () => {
    const text = JSON.stringify([NOTIFY, { ...NOTIFY, Name: 'b' }], null, 4)
    const rule = rulesOf(json(text))[1] as Rule
    const { start, end } = partOf(rule, 'localPorts')
    expect(text.slice(start, end)).toMatch(/^"LocalPort": \[\s+"10123"\s+\]$/)
    expect(placeOf(rule.source)).toMatchObject({ line: 15, column: 5, endLine: 27 })
  })
  test('a long list read in pieces is the same, whatever stands in it', () => {
    const list = Array.from({ length: 8000 }, (_, i) => ({ ...NOTIFY, Name: `r${i}`, Description: `},\n  {"x" ${'y'.repeat(100)}` }))
    for (const text of [JSON.stringify(list, null, 2), JSON.stringify(list)]) {
      const rules = rulesOf(json(text))
      expect(rules).toHaveLength(8000)
      expect(text.slice(rules[7999]?.source.start, rules[7999]?.source.end)).toContain('"r7999"')
    }
    const wrong = `${JSON.stringify(list, null, 2).slice(0, -2)},`
    expect(json(wrong).problems.map(({ code }) => code)).toContain('file-unreadable')
    expect(rulesOf(json(wrong)).length).toBeGreaterThan(7990)
  })
  test('recognises exports and not other JSON', () => {
    const is = (value: unknown): boolean => netFirewallRuleJson.recognises(sourceText('x.json', JSON.stringify(value)))
    expect(is([NOTIFY])).toBe(true)
    expect(is(NOTIFY)).toBe(true)
    expect(is([{ name: 'x', direction: 'inbound', action: 'allow', enabled: true, profiles: ['domain'] }])).toBe(false) // the neutral form
    expect(is([{ DisplayName: 'x', Enabled: true, Action: 'Audit', Direction: 'Both' }])).toBe(false)
    expect(is({ Name: 'x', Value: 1 })).toBe(false)
  })
  test('survives cut and changed files', () => survives(netFirewallRuleJson, 'x.json', JSON.stringify([NOTIFY, { ...NOTIFY, LocalPort: { value: ['1', '2'], Count: 2 }, PortFilter: { Protocol: 'UDP' } }], null, 2)))
})

describe('CSV', () => {
  const HEADER = '"Name","DisplayName","Enabled","Profile","Direction","Action","Protocol","LocalPort","RemoteAddress","Program"'
  test('names for enumerations, lists joined by the script', () => {
    expect(neutral(csv(`${HEADER}\r\n"CM-Notify","CM notification","True","Domain","Inbound","Allow","TCP","10123","Any","Any"\r\n`))).toEqual([EXPECTED])
    expect(neutral(csv(`${HEADER}\r\n"a","b, ""c""","False","Domain, Private","Outbound","Block","UDP","67,68","10.0.0.1,LocalSubnet",\r\n`))).toEqual([{
      id: 'a', name: 'b, "c"', direction: 'outbound', action: 'block', enabled: false, protocol: 'udp', localPorts: ['67', '68'], profiles: ['domain', 'private'], remoteAddresses: ['10.0.0.1', 'local-subnet'],
    }])
  })
  test('a type line above, semicolons, a byte order mark', () => {
    const text = `#TYPE Selected.Microsoft.Management.Infrastructure.CimInstance\r\n${HEADER.replaceAll(',', ';')}\r\n"CM-Notify";"CM notification";"True";"Domain";"Inbound";"Allow";"TCP";"10123";"Any";"Any"\r\n`
    expect(netFirewallRuleCsv.recognises(sourceText('x.csv', text))).toBe(true)
    expect(neutral(csv(text))).toEqual([EXPECTED])
    expect(neutral(netFirewallRuleCsv.parse(sourceFile('x.csv', new TextEncoder().encode(`\ufeff${text}`)), {}))).toEqual([EXPECTED])
  })
  test('a cell has its place', () => {
    const text = `${HEADER}\n"a","b","True","Any","Inbound","Allow","TCP","10123","Any","Any"\n`
    const rule = rulesOf(csv(text))[0] as Rule
    const { start, end } = partOf(rule, 'localPorts')
    expect(text.slice(start, end)).toBe('10123')
    expect(placeOf(rule.source)).toMatchObject({ line: 2, column: 1 })
  })
  test('cut values, short lines, quotes without end', () => {
    const policy = csv(`${HEADER}\n"a","b","True","Any","Inbound","Allow","TCP","System.String[]","Any","Any"\n"c"\n"d","e","True","Any","Inbound","Allow","TCP","80","Any","Any`)
    expect(rulesOf(policy).map(({ name }) => name)).toEqual(['b', 'e'])
    expect(policy.problems.map(({ code }) => code)).toEqual(['requirement-unverifiable', 'rule-malformed', 'file-unreadable'])
  })
  test('recognises exports and not other tables', () => {
    const is = (text: string): boolean => netFirewallRuleCsv.recognises(sourceText('x.csv', text))
    expect(is(`${HEADER}\n`)).toBe(true)
    expect(is('Name,Group,Protocol,Port,IcmpType,Program,Service,RemoteAddress,Description\n')).toBe(false)
    expect(is('Name,Direction,Amount\n')).toBe(false)
    // Columns that Select-Object found nothing for.
    const [bare] = rulesOf(csv('"DisplayName","Enabled","Direction","Action","Profile","Protocol","LocalPort","Program"\n"Open?","True","Inbound","Allow","Any",,,\n'))
    expect(bare).toMatchObject({ protocol: 'unknown', unmodelled: ['filters=not in this export'] })
    // Made by hand, with the words of netsh.
    expect(is('"action","remoteport","profile","name","direction","localport","protocol","enabled"\n"block","any","any","x","in","1000","TCP","True"\n')).toBe(true)
    // The same column names, and directions of something else.
    expect(is('Id,Display Name,Direction,Action,Enabled\n1,Fund,Buy,Open,1\n2,Share,Sell,Close,1\n')).toBe(false)
    expect(is('#TYPE Selected\nDisplayName,Direction,Action,Enabled\n"cut off\nby a line",inbound,Allow,True\n')).toBe(true)
  })
  test('survives cut and changed files', () => survives(netFirewallRuleCsv, 'x.csv', `${HEADER}\n"a","b","True","Domain, Private","Inbound","Allow","TCP","80,443","Any","Any"\n`))
})

const EXPORT = new URL('../../../shared/corpus/netfw-csv/pdqcom__PowerShell-Scanners/FirewallRules.csv', import.meta.url).pathname
;(existsSync(EXPORT) ? test : test.skip)('a real export of 412 rules (skipped where the shared corpus is not here)', () => {
  const policy = netFirewallRuleCsv.parse(sourceFile('FirewallRules.csv', readFileSync(EXPORT)), {})
  expect(rulesOf(policy)).toHaveLength(412)
  expect(policy.problems).toEqual([])
  expect(rulesOf(policy).filter(({ direction }) => direction === 'inbound')).toHaveLength(237)
  expect(rulesOf(policy).filter(({ enabled }) => enabled === true)).toHaveLength(380)
})
