import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from '@jest/globals'
import { gpreportXml } from '../../src/formats/gpreport-xml.ts'
import { parseRuleString } from '../../src/formats/shared/rule-string.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import type { Rule } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

const GPO = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.microsoft.com/GroupPolicy/Settings"'
const FIREWALL = 'xmlns:q2="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xsi:type="q2:WindowsFirewallSettings"'
const children = (fields: Record<string, string | string[]>): string =>
  Object.entries(fields).flatMap(([key, values]) => [values].flat().map(value => `<q2:${key}>${value}</q2:${key}>\n`)).join('')
const rule = (fields: Record<string, string | string[]>, list = 'InboundFirewallRules'): string => `<q2:${list}>\n${children(fields)}</q2:${list}>`
const values = (profile: string, settings: Record<string, string>): string =>
  `<q2:${profile}>\n${Object.entries(settings).map(([key, value]) => `<q2:${key}>\n<q2:Value>${value}</q2:Value>\n</q2:${key}>\n`).join('')}</q2:${profile}>`
const gpo = (inside: string, { enabled = 'true', extra = '', name = 'CM clients' } = {}): string => `<GPO ${GPO}>
<Identifier><Identifier xmlns="http://www.microsoft.com/GroupPolicy/Types">{6AC1786C-016F-11D2-945F-00C04FB984F9}</Identifier>
<Domain xmlns="http://www.microsoft.com/GroupPolicy/Types">contoso.com</Domain></Identifier>
<Name>${name}</Name>
<Computer><VersionDirectory>7</VersionDirectory><VersionSysvol>7</VersionSysvol><Enabled>${enabled}</Enabled>
<ExtensionData><Extension ${FIREWALL}>
${inside}
</Extension><Name>Windows-Firewall</Name></ExtensionData></Computer>
<User><Enabled>true</Enabled><ExtensionData><Extension ${FIREWALL}>${rule({ Version: '2.29', Action: 'Allow', Dir: 'In', Active: 'true', Name: 'user half' })}</Extension></ExtensionData></User>
${extra}</GPO>`
const DECLARED = '<?xml version="1.0" encoding="utf-16"?>\r\n'

const parse = (text: string) => {
  const file = sourceText('backup/gpreport.xml', text)
  expect(gpreportXml.recognises(file)).toBe(true)
  const read = gpreportXml.parse(file, {})
  return { ...read, part: read.parts[0]!, rules: read.parts.flatMap(({ rules }) => rules).map(plain) }
}
/** Without place and absent fields. */
const plain = (r: Rule): unknown => JSON.parse(JSON.stringify({ ...neutralRule(r), source: undefined }))

test('a rule: its children are the keys of a rule string, in any order', () => {
  const { rules, problems, part } = parse(DECLARED + gpo(rule({
    Version: '2.29', Action: 'Allow', Name: 'CM remote control', Dir: 'In', App: '%SystemRoot%\\CCM\\RemCtrl\\CmRcService.exe', Profile: ['Domain', 'Private'],
    RA4: ['10.0.30.0/255.255.255.0', 'LocalSubnet'], LPort: ['2701', '5000-5010'], Protocol: '6', Desc: 'a=b &amp; c', Active: 'true', EmbedCtxt: 'ConfigMgr',
  })))
  expect(problems).toEqual([])
  expect(rules).toEqual([{
    id: null, name: 'CM remote control', group: 'ConfigMgr', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp',
    localPorts: ['2701', '5000-5010'], profiles: ['domain', 'private'], remoteAddresses: ['10.0.30.0/24', 'local-subnet4'],
    program: '%SystemRoot%\\CCM\\RemCtrl\\CmRcService.exe',
  }])
  const r = part.rules[0]!
  expect(placeOf(r.source)).toMatchObject({ path: 'backup/gpreport.xml', line: 8, column: 1, endLine: 24, key: 'InboundFirewallRules' })
  expect(placeOf(partOf(r, 'localPorts'))).toMatchObject({ line: 18, column: 11, endColumn: 15 })
})

test('no Active means disabled, no Profile means all, false is false', () => {
  const { rules } = parse(gpo(rule({ Version: '2.29', Action: 'Block', Dir: 'In', Name: 'A' }) + rule({ Version: '2.29', Action: 'Allow', Dir: 'Out', Active: 'false', Name: 'B' }, 'OutboundFirewallRules')))
  expect(rules).toEqual([
    { id: null, name: 'A', direction: 'inbound', action: 'block', enabled: false, protocol: 'any' },
    { id: null, name: 'B', direction: 'outbound', action: 'allow', enabled: false, protocol: 'any' },
  ])
})

test('values of profiles: true is block, false is a value, absent is absent', () => {
  const { part, problems } = parse(gpo(values('DomainProfile', { DefaultInboundAction: 'true', DefaultOutboundAction: 'false', AllowLocalPolicyMerge: 'false', LogFileSize: '16384' })
    + values('PublicProfile', { EnableFirewall: '1', DoNotAllowExceptions: '0' })))
  expect(problems).toEqual([])
  const { domain, public: everywhere, private: home } = part.profiles
  expect(domain).toMatchObject({ defaultInbound: { value: 'block' }, defaultOutbound: { value: 'allow' }, allowLocalRules: { value: false } })
  expect(domain).not.toHaveProperty('enabled')
  expect(everywhere).toMatchObject({ enabled: { value: true }, blockAllInbound: { value: false } })
  expect(home).toBeUndefined()
  expect(placeOf(domain!.allowLocalRules!.source)).toMatchObject({ line: 14, endLine: 16, key: 'DomainProfile/AllowLocalPolicyMerge' })
})

test('StandardProfile counts where private and public have nothing of their own', () => {
  const standard = values('StandardProfile', { EnableFirewall: 'false' })
  expect(parse(gpo(standard)).part.profiles).toMatchObject({ private: { enabled: { value: false } }, public: { enabled: { value: false } } })
  const both = parse(gpo(standard + values('PublicProfile', { LogFileSize: '1' }))).part.profiles
  expect(both.private).toBeUndefined()
  expect(both.public).toEqual({})
})

test('what is said of the GPO as a whole', () => {
  const link = (path: string, enabled: string, enforced: string): string =>
    `<LinksTo><SOMName>x</SOMName><SOMPath>${path}</SOMPath><Enabled>${enabled}</Enabled><NoOverride>${enforced}</NoOverride></LinksTo>\n`
  const { gpo: info } = parse(gpo('', { extra: `<FilterName>Windows 11</FilterName>${link('contoso.com/A', 'false', 'false')}${link('contoso.com/B', 'true', 'true')}` }))
  expect({ ...info, source: undefined }).toEqual({
    guid: '{6AC1786C-016F-11D2-945F-00C04FB984F9}', name: 'CM clients', domain: 'contoso.com', computerEnabled: true, machineVersion: 7, wmiFilter: 'Windows 11',
    links: [{ path: 'contoso.com/A', enabled: false, enforced: false }, { path: 'contoso.com/B', enabled: true, enforced: true }],
  })
  expect(info?.source?.key).toBe('FilterName')
  const off = parse(gpo('', { enabled: 'false' })).gpo
  expect(off?.computerEnabled).toBe(false)
  expect(off?.source && placeOf(off.source)).toMatchObject({ line: 5, key: 'Computer/Enabled' })
})

test.each([
  ['one after the other, each with a declaration', (a: string, b: string) => DECLARED + a + '\r\n' + DECLARED + b],
  ['under one root', (a: string, b: string) => `${DECLARED}<GPOS>${a}${b}</GPOS>`],
])('several GPOs %s are several parts', (_, join) => {
  const { parts, gpo: info, problems } = parse(join(gpo(rule({ Version: '2.0', Action: 'Allow', Dir: 'In', Active: 'true', Name: '1' }), { name: 'one' }), gpo('', { name: 'two', enabled: 'false' })))
  expect(problems).toEqual([])
  expect(info).toBeUndefined()
  expect(parts.map(({ gpo: name, rules, gpoInfo }) => [name, rules.length, gpoInfo?.computerEnabled])).toEqual([['one', 1, true], ['two', 0, false]])
})

test('a resultant set: only what wins counts', () => {
  const base = (precedence: number): string => `<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings/Base"><Identifier/></GPO><Precedence xmlns="http://www.microsoft.com/GroupPolicy/Settings/Base">${precedence}</Precedence>`
  const set = (value: string, precedence: number): string =>
    `<q2:DomainProfile><q2:EnableFirewall>${base(precedence)}<q2:Value>${value}</q2:Value></q2:EnableFirewall></q2:DomainProfile>`
  const one = (name: string, precedence: number): string => rule({ Version: '2.0', Action: 'Allow', Dir: 'In', Active: 'true', Name: name }).replace('<q2:Version>', `${base(precedence)}<q2:Version>`)
  const { part, rules, problems } = parse(`<Rsop xmlns="http://www.microsoft.com/GroupPolicy/Rsop" xmlns:xsi="x"><ComputerResults><ExtensionData><Extension ${FIREWALL}>
${set('true', 1)}${set('false', 2)}${one('wins', 1)}${one('loses', 2)}</Extension></ExtensionData></ComputerResults></Rsop>`)
  expect(problems).toEqual([])
  expect(part.profiles.domain?.enabled?.value).toBe(true)
  expect(rules).toMatchObject([{ name: 'wins' }])
})

test('connection security is no firewall rule', () => {
  const { rules } = parse(gpo('<q2:ConnectionSecurityRules><q2:Version>2.0</q2:Version><q2:Action>Secure</q2:Action></q2:ConnectionSecurityRules><q2:Phase1AuthenticationSets/>'))
  expect(rules).toEqual([])
})

test.each([
  [{ Action: 'Allow', Dir: 'In', Protocol: '6', LPort: '99999', Name: 'p' }, '99999'],
  [{ Action: 'Perhaps', Dir: 'In', Name: 'a' }, 'Perhaps'],
  [{ Action: 'Allow', Dir: 'In', Protocol: 'TCP', Name: 't' }, 'TCP'],
  [{ Action: 'Allow', Dir: 'In', RA4: 'fe80::1', Name: '6' }, 'fe80::1'],
])('a mistake is a problem at its element: %j', (fields, wrong) => {
  const { part, problems } = parse(gpo(rule({ Version: '2.29', Active: 'true', ...fields })))
  expect(part.rules[0]?.malformed).toContain(wrong)
  expect(problems[0]).toMatchObject({ code: 'rule-malformed' })
  expect(problems[0]?.message).toContain(wrong)
  const { origin, start, end } = problems[0]!.source
  const place = origin.place(start, end)
  expect(origin.line(place.line)?.slice(place.column - 1, place.endColumn - 1)).toBe(wrong)
})

test('what narrows is kept: security, users, keys of a later Windows', () => {
  const { part, problems } = parse(gpo(rule({ Version: '2.33', Action: 'Allow', Dir: 'In', Active: 'true', Name: 's', Security: 'Authenticate', LUAuth: 'O:LSD:', Later: '1' })))
  expect(problems).toEqual([])
  expect(part.rules[0]).toMatchObject({ ipsec: true, unmodelled: ['Security=Authenticate', 'LUAuth=O:LSD:', 'Later=1'] })
})

const REGISTRY = 'xmlns:q3="http://www.microsoft.com/GroupPolicy/Settings/Registry" xsi:type="q3:RegistrySettings"'
/** A second extension beside the firewall's. */
const withTemplates = (policies: string, firewall = ''): string =>
  gpo(firewall).replace('<Name>Windows-Firewall</Name></ExtensionData>', `<Name>W</Name></ExtensionData><ExtensionData><Extension ${REGISTRY}>\n${policies}\n</Extension></ExtensionData>`)
const policy = (name: string, state: string, controls = '', profile = 'Domain Profile'): string =>
  `<q3:Policy><q3:Name>Windows Defender Firewall: ${name}</q3:Name><q3:State>${state}</q3:State><q3:Explain>text</q3:Explain>`
  + `<q3:Category>Network/Network Connections/Windows Defender Firewall/${profile}</q3:Category>${controls}</q3:Policy>`

test('a rule that the report only has as a value of its key', () => {
  const { part } = parse(withTemplates('<q3:RegistrySetting><q3:KeyPath>SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules</q3:KeyPath><q3:AdmSetting>false</q3:AdmSetting>'
    + '<q3:Value><q3:Name>CM-1</q3:Name><q3:String>v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=CM|</q3:String></q3:Value></q3:RegistrySetting>'))
  expect(part.rules.map(rule => [rule.id, rule.localPorts.text])).toEqual([['CM-1', ['2701']]])
})
test('administrative templates: values and the openings of the old settings', () => {
  const { part, problems } = parse(withTemplates(
    policy('Protect all network connections', 'Enabled') + policy('Do not allow exceptions', 'Disabled') + policy('Allow logging', 'Enabled')
    + policy('Allow inbound file and printer sharing exception', 'Enabled',
      '<q3:EditText><q3:Name>Allow unsolicited incoming messages from these IP addresses:</q3:Name><q3:State>Enabled</q3:State><q3:Value>10.0.10.0/24,localsubnet</q3:Value></q3:EditText>')
    + policy('Define inbound port exceptions', 'Enabled',
      '<q3:ListBox><q3:Name>Define port exceptions:</q3:Name><q3:State>Enabled</q3:State><q3:Value><q3:Element><q3:Data>10123:TCP:*:enabled:CM</q3:Data></q3:Element></q3:Value></q3:ListBox>', 'Standard Profile')
    + policy('Allow ICMP exceptions', 'Enabled', '<q3:CheckBox><q3:Name>Allow inbound echo request</q3:Name><q3:State>Enabled</q3:State></q3:CheckBox>')
    + '<q3:RegistrySetting><q3:KeyPath>SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile\\RemoteAdminSettings</q3:KeyPath><q3:AdmSetting>false</q3:AdmSetting>'
    + '<q3:Value><q3:Name>Enabled</q3:Name><q3:Number>1</q3:Number></q3:Value></q3:RegistrySetting>'))
  // The setting stands there without its RemoteAddresses.
  expect(problems.map(p => p.message)).toEqual(['RemoteAdminSettings\\RemoteAddresses is not set; it is taken as every address.'])
  expect(part.rules).toEqual([])
  expect(part.profiles).toMatchObject({ domain: { enabled: { value: true }, blockAllInbound: { value: false } } })
  const opened = (part.openings ?? []).map(plain) as Record<string, unknown>[]
  const tcp = opened.filter(({ protocol }) => protocol === 'tcp').map(({ localPorts, remoteAddresses, profiles }) => ({ localPorts, remoteAddresses, profiles }))
  expect(tcp).toEqual([
    { localPorts: ['139', '445'], remoteAddresses: ['10.0.10.0/24', 'local-subnet'], profiles: ['domain'] },
    { localPorts: ['135', '445'], remoteAddresses: undefined, profiles: ['domain'] },
    { localPorts: ['10123'], remoteAddresses: undefined, profiles: ['private', 'public'] },
  ])
  expect(opened).toContainEqual(expect.objectContaining({ protocol: 'icmpv4', icmp: ['8:*'], name: 'IcmpSettings AllowInboundEchoRequest' }))
  expect(placeOf(part.openings!.find(r => r.localPorts.text?.includes('10123'))!.source)).toMatchObject({ path: 'backup/gpreport.xml' })
})

test('the old profile is off where the firewall extension has the new ones', () => {
  const standard = policy('Protect all network connections', 'Disabled', '', 'Standard Profile')
  expect(parse(withTemplates(standard)).part.profiles).toMatchObject({ private: { enabled: { value: false } }, public: { enabled: { value: false } } })
  const { profiles } = parse(withTemplates(standard, values('PublicProfile', { EnableFirewall: 'true' }))).part
  expect(profiles.private).toBeUndefined()
  expect(profiles.public).toMatchObject({ enabled: { value: true } })
})

test('a setting in another language is said, not guessed', () => {
  const korean = '<q3:Policy><q3:Name>Windows Defender 방화벽: 인바운드 포트 예외 정의</q3:Name><q3:State>Enabled</q3:State>'
    + '<q3:Category>네트워크/네트워크 연결/Windows Defender 방화벽/도메인 프로필</q3:Category></q3:Policy>'
  const { problems } = parse(withTemplates(`${korean}${korean.replace('Enabled', 'NotConfigured')}<q3:Policy><q3:Name>Andere</q3:Name><q3:State>Enabled</q3:State><q3:Category>System</q3:Category></q3:Policy>`))
  expect(problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
  expect(problems[0]?.message).toContain('인바운드 포트 예외 정의')
})

test('registry preferences in a report write the local store', () => {
  const { parts } = parse(gpo('').replace('<Name>Windows-Firewall</Name></ExtensionData>', `</ExtensionData><ExtensionData>
<Extension xmlns:q5="http://www.microsoft.com/GroupPolicy/Settings/Windows/Registry" xsi:type="q5:RegistrySettings"><q5:RegistrySettings clsid="x">
<q5:Registry name="A"><q5:Properties action="U" hive="HKEY_LOCAL_MACHINE" key="SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules" name="A" type="REG_SZ" value="v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=A|"/></q5:Registry>
</q5:RegistrySettings></Extension></ExtensionData>`))
  expect(parts.map(({ store, rules }) => [store, rules.length])).toEqual([['group-policy', 0], ['local', 1]])
})

test('a report that was cut off keeps its whole rules and says where it ends', () => {
  const text = gpo(rule({ Version: '2.0', Action: 'Allow', Dir: 'In', Active: 'true', Name: '1' }) + rule({ Version: '2.0', Action: 'Allow', Name: '2' }))
  const { rules, problems } = parse(text.slice(0, text.indexOf('<q2:Name>2')))
  expect(rules).toHaveLength(1)
  expect(problems).toMatchObject([{ code: 'file-unreadable' }])
})

test.each(['<GPOs/>', '<a xmlns="http://www.microsoft.com/GroupPolicy/Settings"/>', '', 'New-NetFirewallRule', '<!DOCTYPE GPO><GPO/>'])('%j is no report', text => {
  expect(gpreportXml.recognises(sourceText('gpreport.xml', text))).toBe(false)
})

test('nothing throws: truncations, and bytes put anywhere', () => {
  const text = gpo(values('DomainProfile', { EnableFirewall: 'true' }) + rule({ Version: '2.0', Action: 'Allow', Dir: 'In', LPort: '1', Name: '1' }))
  for (let end = 0; end < text.length; end += 3) {
    for (const junk of ['', '<', '&', '\0', '</q2:Value>', ']]>']) {
      expect(() => gpreportXml.parse(sourceText('gpreport.xml', text.slice(0, end) + junk + text.slice(end + 5)), {})).not.toThrow()
    }
  }
})

const shared = new URL('../../../shared/', import.meta.url).pathname
const testReal = existsSync(shared) ? test : test.skip

testReal('real reports hold the rules that were counted in them (skipped where the samples are absent)', () => {
  const expected = (JSON.parse(readFileSync(`${shared}corpus/expected.json`, 'utf8')) as { files: Record<string, { ruleCount: number; extra: { gpos?: number; profiles?: number }; rules: { name: string }[] }> }).files
  let seen = 0
  for (const [path, { ruleCount, extra, rules }] of Object.entries(expected)) {
    if (extra.gpos === undefined) continue
    const file = sourceFile(path, readFileSync(`${shared}corpus/${path}`))
    expect(gpreportXml.recognises(file)).toBe(true)
    const { parts, problems } = gpreportXml.parse(file, {})
    expect(problems).toEqual([])
    expect(parts.length).toBe(extra.gpos)
    expect(parts.flatMap(part => part.rules).map(({ name }) => name)).toEqual(rules.map(({ name }) => name))
    expect(parts.flatMap(part => part.rules)).toHaveLength(ruleCount)
    seen++
  }
  expect(seen).toBeGreaterThan(20)
})

/** Records of a registry.pol, by key in lower case. */
function* records(bytes: Buffer): Generator<[key: string, value: string, data: string]> {
  for (let at = 8; at < bytes.length;) {
    const until = (from: number): number => { let i = from; while (bytes.readUInt16LE(i) !== 0) i += 2; return i }
    const key = until(at + 2)
    const value = until(key + 4)
    const size = bytes.readUInt32LE(value + 10)
    yield [bytes.toString('utf16le', at + 2, key).toLowerCase(), bytes.toString('utf16le', key + 4, value), bytes.toString('utf16le', value + 16, value + 14 + size)]
    at = value + 16 + size + 2
  }
}
testReal('report and registry.pol of a backup tell the same rules, unless a case is about their difference', () => {
  let seen = 0
  for (const path of globSync(`${shared}{cases,corpus}/**/gpreport.xml`)) {
    const pol = globSync(`${dirname(path)}/DomainSysvol/GPO/Machine/registry.pol`)[0]
    const expectation = `${path.split('/repo/')[0] ?? ''}/expect.json`
    if (pol === undefined || (existsSync(expectation) && readFileSync(expectation, 'utf8').includes('report-mismatch'))) continue
    const file = sourceFile('gpreport.xml', readFileSync(path))
    const strings = [...records(readFileSync(pol))].filter(([key, value]) => key.endsWith('\\windowsfirewall\\firewallrules') && !value.startsWith('**'))
    const source = file.span(0, 0)
    const stored = strings.flatMap(([, , data]) => parseRuleString(data, null, source, () => source, []) ?? [])
    const reported = gpreportXml.parse(file, {}).parts[0]?.rules ?? []
    const sorted = (rules: readonly Rule[]): string[] => rules.map(r => JSON.stringify(plain(r))).sort()
    expect([path, ...sorted(reported)]).toEqual([path, ...sorted(stored)])
    seen += stored.length
  }
  expect(seen).toBeGreaterThan(150)
})
