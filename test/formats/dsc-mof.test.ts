import { expect, test } from '@jest/globals'
import { dscMof } from '../../src/formats/dsc-mof.ts'
import { neutralRule, placeOf } from '../../src/model/rules.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const parse = (text: string) => dscMof.parse(sourceText('dsc/CLIENT01.mof', text), {})
const rulesOf = (text: string) => parse(text).parts.flatMap(part => part.rules)
const neutral = (text: string) => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))

const WAKE_UP = `/*
@TargetNode='CLIENT01'
@GeneratedBy=contoso
*/
instance of DSC_Firewall as $DSC_Firewall1ref
{
 ResourceID = "[Firewall]WakeUp";
 Name = "CM-WakeUp";
 DisplayName = "CM wake-up \\"proxy\\"";
 Profile = {
    "Domain",
    "Private"
};
 Direction = "Inbound";
 Protocol = "UDP";
 LocalPort = {
    "25536",
    "9"
};
 Enabled = "True";
 Program = "C:\\\\Windows\\\\CCM\\\\CcmExec.exe";
 SourceInfo = "C:\\\\cfg\\\\cm.ps1::31::5::Firewall";
 ModuleName = "NetworkingDsc";
 ModuleVersion = "9.0.0";
 ConfigurationName = "CM";
};

instance of OMI_ConfigurationDocument
{
 Version="2.0.0";
 Author="contoso";
};
`

test('an instance of DSC_Firewall is a rule with the defaults of New-NetFirewallRule', () => {
  expect(neutral(WAKE_UP)).toEqual([{
    id: 'CM-WakeUp', name: 'CM wake-up "proxy"', direction: 'inbound', action: 'allow', enabled: true, protocol: 'udp', localPorts: ['25536', '9'],
    profiles: ['domain', 'private'], program: 'C:\\Windows\\CCM\\CcmExec.exe',
  }])
  expect(parse(WAKE_UP).problems).toEqual([])
})

test('the rule stands where the script says, and in the MOF', () => {
  const [rule] = rulesOf(WAKE_UP)
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 5, column: 1, endLine: 26, key: 'C:\\cfg\\cm.ps1::31::5::Firewall' })
})

test('UTF-16 is read like UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WAKE_UP, 'utf16le')])
  const file = sourceFile('CLIENT01.mof', bytes)
  expect(dscMof.recognises(file)).toBe(true)
  expect(dscMof.parse(file, {}).parts[0]?.rules).toHaveLength(1)
})

test('a resource that only names a rule changes that rule and makes none', () => {
  const { parts } = parse('instance of MSFT_xFirewall { Name = "WMI-RPCSS-In-TCP"; Ensure = "Present"; Enabled = "True"; Profile = {"Domain"}; };')
  expect(parts[0]?.rules).toEqual([])
  expect(parts[0]?.changes).toMatchObject([{ kind: 'set', select: { ids: ['WMI-RPCSS-In-TCP'] }, values: { enabled: true, profiles: 1 } }])
})

test('Ensure Absent removes', () => {
  const { parts } = parse('instance of MSFT_Firewall { Name = "Old"; Ensure = "absent"; DisplayName = "Old"; };')
  expect(parts[0]?.rules).toEqual([])
  expect(parts[0]?.changes).toMatchObject([{ kind: 'remove', select: { ids: ['Old'] } }])
})

test('a profile resource sets what it names, and AllowInboundRules False is "block all"', () => {
  const { parts } = parse(`instance of DSC_FirewallProfile { Name = "Private"; Enabled = "True"; DefaultInboundAction = "Block"; DefaultOutboundAction =
    "NotConfigured"; AllowInboundRules = "False"; AllowLocalFirewallRules = "False"; };`)
  const settings = parts[0]?.profiles.private
  expect(Object.fromEntries(Object.entries(settings ?? {}).map(([key, setting]) => [key, setting.value])))
    .toEqual({ enabled: true, defaultInbound: 'block', blockAllInbound: true, allowLocalRules: false })
})

test('a value that Windows refuses makes the rule malformed, at the value', () => {
  const { parts, problems } = parse('instance of DSC_Firewall { Name = "x"; Protocol = "TCP"; LocalPort = {"80", "70000"}; };')
  expect(parts[0]?.rules[0]?.malformed).toBeDefined()
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatchObject({ code: 'rule-malformed', message: 'LocalPort "70000" is not a port, a range or a keyword.' })
  expect(problems[0] && placeOf(problems[0].source)).toMatchObject({ line: 1, column: 70 })
})

test('ports without a protocol are refused, a list in one text is not', () => {
  expect(rulesOf('instance of DSC_Firewall { Name = "x"; LocalPort = {"80"}; };')[0]?.malformed).toBeDefined()
  expect(neutral('instance of DSC_Firewall { Name = "x"; Protocol = "tcp"; LocalPort = {"RPC", "RPCEPMap"}; RemoteAddress = {"LocalSubnet"}; };'))
    .toMatchObject([{ localPorts: ['rpc', 'rpc-epmap'], remoteAddresses: ['local-subnet'], protocol: 'tcp' }])
})

test('what needs IPsec, a user or an interface stays visible', () => {
  const [rule] = rulesOf(`instance of DSC_Firewall { Name = "x"; DisplayName = "x"; Authentication = "Required"; InterfaceAlias = {"Ethernet"};
    RemoteUser = "Any"; Future = "1"; };`)
  expect(rule?.unmodelled).toEqual(['Authentication=Required', 'InterfaceAlias=Ethernet', 'Future=1'])
  expect(rule?.ipsec).toBe(true)
})

test('rule strings and profile values of registry resources count, each in its store', () => {
  const text = `instance of MSFT_RegistryResource { Key = "HKEY_LOCAL_MACHINE\\\\SYSTEM\\\\CurrentControlSet\\\\Services\\\\SharedAccess\\\\Parameters\\\\FirewallPolicy\\\\FirewallRules";
  ValueName = "CM"; ValueType = "String"; ValueData = {"v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=CM|"}; Ensure = "Present"; };
instance of DSC_RegistryPolicyFile { Key = "SOFTWARE\\\\Policies\\\\Microsoft\\\\WindowsFirewall\\\\DomainProfile"; ValueName = "EnableFirewall"; ValueType = "DWORD";
  ValueData = {"0"}; TargetType = "ComputerConfiguration"; };
instance of MSFT_RegistryResource { Key = "HKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\Contoso"; ValueName = "x"; };`
  expect(dscMof.recognises(sourceText('a.mof', text))).toBe(true)
  const [, local, policy] = parse(text).parts
  expect(local).toMatchObject({ store: 'local', rules: [{ id: 'CM', protocol: 6 }] })
  expect(policy).toMatchObject({ store: 'group-policy', profiles: { domain: { enabled: { value: false } } } })
})

test('a schema holds no rules, another file is not ours, an encrypted one says so', () => {
  expect(dscMof.recognises(sourceText('DSC_Firewall.schema.mof', 'class DSC_Firewall : OMI_BaseResource {};'))).toBe(false)
  expect(dscMof.recognises(sourceText('a.mof', 'instance of MSFT_FileDirectoryConfiguration { ResourceID = "x"; };'))).toBe(false)
  const file = sourceText('CLIENT02.mof', '-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n')
  expect(dscMof.recognises(file)).toBe(true)
  expect(dscMof.parse(file, {}).problems).toMatchObject([{ code: 'requirement-unverifiable' }])
})

test('a class in the same file, comments and text with braces do not confuse it', () => {
  const text = `// instance of DSC_Firewall { Name = "comment"; };
class X : Y { [Key, Description("instance of DSC_Firewall {")] String Name; };
instance of Other { Text = "instance of DSC_Firewall { Name = \\"no\\"; };"; };
/* instance of DSC_Firewall { Name = "comment"; }; */
INSTANCE OF dsc_firewall { name = "yes"; displayname = "a" "b"; };`
  expect(neutral(text)).toEqual([{ id: 'yes', name: 'ab', direction: 'inbound', action: 'allow', enabled: true, protocol: 'any' }])
})

test('a broken instance is told, and the next one is read', () => {
  const { parts, problems } = parse('instance of DSC_Firewall { Name "x"; };\ninstance of DSC_Firewall { Name = "y"; DisplayName = "y"; };')
  expect(parts[0]?.rules.map(rule => rule.id)).toEqual(['y'])
  expect(problems).toMatchObject([{ code: 'file-unreadable' }])
})

test('half a file is told', () => {
  expect(parse(WAKE_UP.slice(0, 300)).problems).toMatchObject([{ code: 'file-unreadable', message: 'The file ends in the instance of DSC_Firewall.' }])
})

test('hostile input neither throws nor takes long', () => {
  survives(dscMof, 'x.mof', WAKE_UP)
  survives(dscMof, 'x.mof', `instance of DSC_Firewall {${'a='.repeat(1000)}`)
  for (const unit of ['instance ', 'instance of ', 'instance of DSC_Firewall ', 'instance of DSC_Firewall {', '/*', '"', '\\"', '{', '//\n', 'i', ' ']) {
    const start = performance.now()
    parse(unit.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(10_000)
  }
})
