import { expect, test } from '@jest/globals'
import { lint } from '../../src/lint.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { polBytes } from '../formats/registry-files.ts'

const KEY = 'Software\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules'
const BACKUP = 'gpo/{5B9D2E71-0C48-4A6F-8E13-7F2B5D9A3C02}'
type Fields = Readonly<Record<string, string | readonly string[]>>
const tokens = (rule: Fields, between: (key: string, value: string) => string): string =>
  Object.entries(rule).flatMap(([key, value]) => [value].flat().map(one => between(key, one))).join('')

/** What is said of a backup whose two files hold these rules. */
async function said(policy: readonly Fields[], report: readonly Fields[], values: { readonly policy?: string; readonly report?: string } = {}): Promise<readonly string[]> {
  const value = values.policy === undefined ? [] : [{ key: KEY.replace('FirewallRules', 'DomainProfile'), name: values.policy, data: 0 }]
  const pol = polBytes([...value, ...policy.map((rule, i) => ({ key: KEY, name: `{R-${i}}`, data: `v2.31|${tokens(rule, (key, value) => `${key}=${value}|`)}` }))])
  const xml = `<?xml version="1.0" encoding="utf-8"?><GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Name>Clients</Name><Computer><Enabled>true</Enabled><ExtensionData>
    <Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="q1:WindowsFirewallSettings">${
    values.report === undefined ? '' : `<q1:DomainProfile><q1:${values.report}><q1:Value>false</q1:Value></q1:${values.report}></q1:DomainProfile>`}${
    report.map(rule => `<q1:${rule['Dir'] === 'Out' ? 'Out' : 'In'}boundFirewallRules><q1:Version>2.31</q1:Version>${tokens(rule, (key, value) => `<q1:${key}>${value}</q1:${key}>`)}</q1:${rule['Dir'] === 'Out' ? 'Out' : 'In'}boundFirewallRules>`).join('')
    }</Extension><Name>Windows Firewall</Name></ExtensionData></Computer></GPO>`
  const { report: { findings } } = await lint({
    files: [sourceFile(`${BACKUP}/DomainSysvol/GPO/Machine/registry.pol`, pol), sourceText(`${BACKUP}/gpreport.xml`, xml)], unreadable: [], config: undefined,
    options: { today: '2026-11-25', locale: 'en', version: '0', features: ['queries'] },
  })
  return findings.filter(({ code }) => code === 'report-mismatch').flatMap(({ message, related }) => [message, ...related.map(r => r.message)])
}

const RULE = { Action: 'Allow', Active: 'TRUE', Dir: 'In', Protocol: '6', Profile: 'Domain', LPort: '445', RA4: '10.0.10.0/24', Name: 'SMB' }
const OTHER = { ...RULE, LPort: ['135', '139'], RA4: '10.0.10.5', Name: 'RPC' }

test.each<[string, Fields[], Fields[]]>([
  ['the same rules', [RULE, OTHER], [RULE, OTHER]],
  ['another order', [RULE, OTHER], [OTHER, RULE]],
  ['namesakes in another order', [RULE, { ...OTHER, Name: 'SMB' }, { ...RULE, LPort: '80' }], [{ ...RULE, LPort: '80' }, { ...OTHER, Name: 'SMB' }, RULE]],
  ['ports in another order', [{ ...OTHER, LPort: ['139', '135'] }], [OTHER]],
  ['a subnet and the same range', [RULE], [{ ...RULE, RA4: '10.0.10.0-10.0.10.255' }]],
])('%s: nothing to say', async (_, policy, report) => {
  expect(await said(policy, report)).toEqual([])
})

test.each<[string, Fields]>([
  ['port', { ...RULE, LPort: '446' }], ['second port', { ...RULE, LPort: ['445', '446'] }], ['address', { ...RULE, RA4: '10.0.10.0/25' }], ['profile', { ...RULE, Profile: 'Public' }],
  ['state', { ...RULE, Active: 'FALSE' }], ['action', { ...RULE, Action: 'Block' }], ['direction', { ...RULE, Dir: 'Out' }], ['protocol', { ...RULE, Protocol: '17' }],
  ['program', { ...RULE, App: 'C:\\Windows\\System32\\svchost.exe' }], ['service', { ...RULE, Svc: 'rpcss' }], ['local address', { ...RULE, LA4: '10.0.0.1' }], ['name', { ...RULE, Name: 'smb' }],
])('another %s is told from both sides', async (_, other) => {
  const words = await said([RULE, OTHER], [OTHER, other])
  expect(words[0]).toContain('differ in 2 places. The rule "SMB" stands like this only in registry.pol.')
  expect(words[1]).toBe(`The rule "${String(other['Name'])}" stands like this only in gpreport.xml.`)
})

test('of namesakes only the odd one is told', async () => {
  const words = await said([RULE, { ...RULE, LPort: '80' }, { ...RULE, LPort: '80' }], [{ ...RULE, LPort: '80' }, RULE, { ...RULE, LPort: '81' }])
  expect(words).toHaveLength(2)
  expect(words[0]).toContain('differ in 2 places')
})

test('a value that only one of the two sets is told, unless a template may have written it', async () => {
  const merge = 'AllowLocalPolicyMerge'
  expect((await said([RULE], [RULE], { policy: merge }))[0]).toContain(`differ in 1 place. ${KEY.replace('FirewallRules', 'DomainProfile')}\\${merge} is set only in registry.pol.`)
  expect((await said([RULE], [RULE], { report: merge }))[0]).toContain('is set only in gpreport.xml.')
  expect(await said([RULE], [RULE], { policy: merge, report: merge })).toEqual([])
  expect(await said([RULE], [RULE], { policy: 'EnableFirewall' })).toEqual([])
  expect(await said([], [], { policy: merge })).toEqual([])
})
