import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { firewallCsp } from '../../src/formats/firewall-csp.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

const STORE = './Vendor/MSFT/Firewall/MdmStore'
const item = (path: string, data: string): string => `<Item><Target><LocURI>${STORE}/${path}</LocURI></Target><Data>${data}</Data></Item>\n`
const replace = (path: string, data: string): string => `<Replace><CmdID>1</CmdID>${item(path, data)}</Replace>`
const parse = (text: string, path = 'mdm/fw.xml') => {
  const file = sourceText(path, text)
  expect(firewallCsp.recognises(file)).toBe(true)
  const { parts, problems, format } = firewallCsp.parse(file, {})
  expect(format).toBe('firewall-csp')
  return { part: parts[0]!, problems, rules: (parts[0]?.rules ?? []).map(rule => ({ ...neutralRule(rule), source: undefined })) }
}

test('a whole SyncML message', () => {
  const { part, problems, rules } = parse(`<SyncML xmlns="SYNCML:SYNCML1.2"><SyncBody><Atomic><CmdID>1</CmdID>
<Add>${item('FirewallRules/CM-Notify/Name', 'CM notification')}${item('FirewallRules/CM-Notify/Enabled', 'true')}
${item('FirewallRules/CM-Notify/Direction', 'OUT')}${item('FirewallRules/CM-Notify/Action/Type', '1')}${item('FirewallRules/CM-Notify/Protocol', '6')}
${item('FirewallRules/CM-Notify/RemotePortRanges', '10123,10200-10210')}${item('FirewallRules/CM-Notify/RemoteAddressRanges', '10.0.0.0/8,LocalSubnet')}
${item('FirewallRules/CM-Notify/Profiles', '3')}${item('FirewallRules/CM-Notify/App/FilePath', '%SystemRoot%\\CCM\\CcmExec.exe')}
${item('FirewallRules/CM-Notify/InterfaceTypes', 'Lan,Wireless')}</Add></Atomic>
${replace('DomainProfile/EnableFirewall', 'true')}${replace('DomainProfile/DefaultOutboundAction', '1')}${replace('PublicProfile/Shielded', 'true')}
<Final/></SyncBody></SyncML>`)
  expect(problems).toEqual([])
  expect(part.store).toBe('mdm')
  expect(rules).toEqual([{
    id: 'CM-Notify', name: 'CM notification', direction: 'outbound', action: 'allow', enabled: true, protocol: 'tcp',
    remotePorts: ['10123', '10200-10210'], profiles: ['domain', 'private'], remoteAddresses: ['10.0.0.0/8', 'local-subnet'],
    program: '%SystemRoot%\\CCM\\CcmExec.exe', interfaceTypes: ['lan', 'wireless'],
  }])
  expect(part.profiles.domain?.enabled?.value).toBe(true)
  expect(part.profiles.domain?.defaultOutbound?.value).toBe('block')
  expect(part.profiles.public?.blockAllInbound?.value).toBe(true)
  const rule = part.rules[0]!
  expect(placeOf(partOf(rule, 'remotePorts'))).toMatchObject({ path: 'mdm/fw.xml', line: 9 })
})

test('what is not said has the defaults of the CSP: out, allow, and Enabled unknown', () => {
  const { rules } = parse(replace('FirewallRules/X/Protocol', '17'))
  expect(rules).toEqual([{ id: 'X', name: 'X', direction: 'outbound', action: 'allow', protocol: 'udp' }])
})

test('an action of 0 is block in a rule, and allow as a default of a profile', () => {
  const { part, rules } = parse(replace('FirewallRules/X/Action/Type', '0') + replace('PrivateProfile/DefaultInboundAction', '0'))
  expect(rules[0]).toMatchObject({ action: 'block' })
  expect(part.profiles.private?.defaultInbound?.value).toBe('allow')
})

test('names are percent-encoded and compare without case', () => {
  const { rules } = parse(replace('FirewallRules/%7BA-1%7D%2F2/Enabled', 'true') + replace('firewallrules/%7ba-1%7d%2f2/Direction', 'IN'))
  expect(rules).toMatchObject([{ id: '{A-1}/2', direction: 'inbound', enabled: true }])
})

test('Delete takes away what stands before it and what lower layers hold, Get asks only', () => {
  const { part, rules } = parse(replace('FirewallRules/A/Enabled', 'true')
    + `<Delete><Item><Target><LocURI>${STORE}/FirewallRules/A</LocURI></Target></Item></Delete>`
    + `<Get>${item('FirewallRules/C/Enabled', '')}</Get>`
    + replace('FirewallRules/B/Enabled', 'true') + `<Delete>${item('FirewallRules/B/Enabled', '')}</Delete>`)
  expect(rules).toEqual([{ id: 'B', name: 'B', direction: 'outbound', action: 'allow', protocol: 'any' }])
  expect(part.changes).toMatchObject([{ kind: 'remove', select: { ids: ['A'] } }])
})

test('what else narrows is unmodelled, what Windows refuses is malformed', () => {
  const { part, problems } = parse(replace('FirewallRules/A/LocalUserAuthorizationList', 'O:LSD:(A;;CC;;;S-1-5-32-544)')
    + replace('FirewallRules/A/App/PackageFamilyName', 'contoso_1') + replace('FirewallRules/A/FutureNode', '1')
    + replace('FirewallRules/P/LocalPortRanges', '99999') + replace('FirewallRules/Q/Protocol', 'TCP')
    + replace('FirewallRules/R/Profiles', '9') + replace('FirewallRules/S/LocalPortRanges', '80') + replace('PublicProfile/EnableFirewall', 'on'))
  expect(part.rules[0]?.unmodelled).toEqual(['LocalUserAuthorizationList=O:LSD:(A;;CC;;;S-1-5-32-544)', 'App/PackageFamilyName=contoso_1', 'FutureNode=1'])
  expect(part.rules.slice(1).map(({ malformed }) => malformed !== undefined)).toEqual([true, true, true, true])
  expect(problems.map(({ code }) => code)).toEqual(['rule-malformed', 'rule-malformed', 'rule-malformed', 'rule-malformed', 'rule-malformed'])
})

test('a broken message keeps what stood before the break', () => {
  const { rules, problems } = parse(replace('FirewallRules/A/Enabled', 'true') + '<Replace><Item><Target>')
  expect(rules).toHaveLength(1)
  expect(problems).toMatchObject([{ code: 'file-unreadable' }])
})

test.each([
  ['tabs', `${STORE}/FirewallRules/CM Notify/LocalPortRanges\tString\t80,443\n`],
  ['commas and quotes', `Notify ports,"${STORE}/FirewallRules/CM%20Notify/LocalPortRanges",String,"80,443"\r\n`],
  ['an equals sign', `${STORE}/FirewallRules/CM Notify/LocalPortRanges = 80,443\n`],
  ['blanks', `${STORE}/FirewallRules/CM Notify/LocalPortRanges chr 80,443\n`],
  ['labels', `Name: ports\nOMA-URI: ${STORE}/FirewallRules/CM Notify/LocalPortRanges\nData type: String\nValue: 80,443\n`],
])('a list of OMA-URIs with %s', (_, line) => {
  const { part, problems, rules } = parse(`OMA-URI list\n${line}${STORE}/FirewallRules/CM Notify/Protocol;Integer;6\n`, 'oma.txt'.replace('txt', line.includes('"') ? 'csv' : 'txt'))
  expect(problems).toEqual([])
  expect(rules).toMatchObject([{ id: 'CM Notify', protocol: 'tcp', localPorts: ['80', '443'] }])
  const { origin, start, end } = partOf(part.rules[0]!, 'localPorts')
  const place = origin.place(start, end)
  expect(origin.line(place.line)?.slice(place.column - 1, place.endColumn - 1)).toBe('80,443')
})

test('a URI without a value is said', () => {
  const { problems } = parse(`${STORE}/DomainProfile/EnableFirewall\nsomething else\n`, 'oma.txt')
  expect(problems).toMatchObject([{ code: 'file-unreadable' }])
})

test.each([
  ['notes.txt', `The node ./Vendor/MSFT/Firewall/MdmStore/ is described elsewhere.`],
  ['x.xml', '<SyncML><SyncBody/></SyncML>'],
  ['x.xml', `<doc>${STORE}/FirewallRules/A</doc>`],
  ['x.ps1', `${STORE}/FirewallRules/A/Enabled,bool,true`],
])('%s: %s is not ours', (path, text) => {
  expect(firewallCsp.recognises(sourceText(path, text))).toBe(false)
})

test('no truncation throws', () => {
  const text = `<SyncML><SyncBody>${replace('FirewallRules/A/LocalPortRanges', '80')}</SyncBody></SyncML>`
  for (let end = 0; end < text.length; end++) expect(() => firewallCsp.parse(sourceText('a.xml', text.slice(0, end)), {})).not.toThrow()
})

const sample = new URL('../../../shared/corpus/firewall-csp/fleetdm__fleet/it-and-security__lib__windows__configuration-profiles__enable-firewall-all-domains.xml', import.meta.url).pathname
const testReal = existsSync(sample) ? test : test.skip
testReal('a published profile: six values, no rule (skipped where the samples are absent)', () => {
  const file = sourceFile('fleet.xml', readFileSync(sample))
  expect(firewallCsp.recognises(file)).toBe(true)
  const { parts, problems } = firewallCsp.parse(file, {})
  expect(problems).toEqual([])
  expect(parts[0]?.rules).toEqual([])
  for (const profile of ['domain', 'private', 'public'] as const) {
    expect(parts[0]?.profiles[profile]).toMatchObject({ enabled: { value: true }, allowLocalRules: { value: false } })
  }
})
