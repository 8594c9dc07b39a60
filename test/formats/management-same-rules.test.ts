import { beforeAll, expect, test } from '@jest/globals'
import { ansible } from '../../src/formats/ansible.ts'
import { chef } from '../../src/formats/chef.ts'
import { dscMof } from '../../src/formats/dsc-mof.ts'
import { intuneJson } from '../../src/formats/intune-json.ts'
import { puppet } from '../../src/formats/puppet.ts'
import { salt } from '../../src/formats/salt.ts'
import { neutralRule } from '../../src/model/rules.ts'
import type { Format } from '../../src/model/stages.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { withoutSource } from './hostile.ts'

beforeAll(async () => { for (const format of [ansible, puppet, salt]) await format.prepare?.() })

// One small policy in each grammar, with one meaning for all.
const POLICY = [
  { name: 'CM client push (SMB)', direction: 'inbound', action: 'allow', protocol: 'tcp', localPorts: ['445'], profiles: ['domain'], remoteAddresses: ['10.0.10.5'], program: 'System' },
  { name: 'CM remote control', direction: 'inbound', action: 'allow', protocol: 'tcp', localPorts: ['2701'], profiles: ['domain'] },
  { name: 'No NetBIOS', direction: 'inbound', action: 'block', protocol: 'udp', localPorts: ['137-138'] },
  { name: 'CM web', direction: 'outbound', action: 'allow', protocol: 'tcp', remotePorts: ['443'] },
] as const
type Field = keyof (typeof POLICY)[0]

const DSC = `/* @TargetNode='CLIENT01' */
instance of DSC_Firewall { Name = "CM-SMB"; DisplayName = "CM client push (SMB)"; Direction = "Inbound"; Action = "Allow"; Protocol = "TCP"; LocalPort = {"445"};
  Profile = {"Domain"}; RemoteAddress = {"10.0.10.5"}; Program = "System"; Enabled = "True"; };
instance of DSC_Firewall { Name = "CM-RC"; DisplayName = "CM remote control"; Protocol = "TCP"; LocalPort = {"2701"}; Profile = {"Domain"}; };
instance of DSC_Firewall { Name = "CM-NB"; DisplayName = "No NetBIOS"; Action = "Block"; Protocol = "UDP"; LocalPort = {"137-138"}; };
instance of DSC_Firewall { Name = "CM-Web"; DisplayName = "CM web"; Direction = "Outbound"; Protocol = "TCP"; RemotePort = {"443"}; };
`
const ANSIBLE = `- win_firewall_rule: { name: CM client push (SMB), protocol: tcp, localport: 445, profiles: [domain], remoteip: 10.0.10.5, program: System }
- win_firewall_rule: { name: CM remote control, protocol: tcp, localport: 2701, profiles: domain }
- win_firewall_rule: { name: No NetBIOS, action: block, protocol: udp, localport: 137-138 }
- win_firewall_rule: { name: CM web, direction: out, protocol: tcp, remoteport: 443 }
`
const PUPPET = `windows_firewall_rule { default: direction => inbound, action => allow, protocol => tcp;
  'CM client push (SMB)': local_port => 445, profile => domain, remote_address => '10.0.10.5', program => 'System';
  'CM remote control': local_port => 2701, profile => ['domain'];
  'No NetBIOS': action => block, protocol => udp, local_port => '137-138';
  'CM web': direction => outbound, remote_port => 443;
}
`
/** netsh as the exception calls it has no profile, and with a program no ports: so the program is left out here. */
const EXCEPTION = `Windows_firewall::Exception { direction => 'in', action => 'allow', protocol => 'TCP' }
windows_firewall::exception { 'a': display_name => 'CM client push (SMB)', local_port => 445, remote_ip => '10.0.10.5' }
windows_firewall::exception { 'b': display_name => 'CM remote control', local_port => 2701 }
windows_firewall::exception { 'c': display_name => 'No NetBIOS', action => 'block', protocol => 'UDP', local_port => '137-138' }
windows_firewall::exception { 'd': display_name => 'CM web', direction => 'out', remote_port => 443 }
`
const CHEF = `windows_firewall_rule 'CM client push (SMB)' do
  local_port 445
  profile :domain
  remote_address '10.0.10.5'
  program 'System'
end
windows_firewall_rule 'CM remote control' do
  local_port '2701'
  profile [:domain]
end
windows_firewall_rule 'No NetBIOS' do
  firewall_action :block
  protocol 'UDP'
  local_port '137-138'
end
windows_firewall_rule 'CM web' do
  direction :outbound
  remote_port 443
end
`
/** The state knows no profile, no program and no remote port. */
const SALT = `a:
  win_firewall.add_rule:
    - name: CM client push (SMB)
    - localport: 445
    - remoteip: 10.0.10.5
b:
  win_firewall.add_rule:
    - name: CM remote control
    - localport: 2701
c:
  win_firewall.add_rule:
    - name: No NetBIOS
    - action: block
    - protocol: udp
    - localport: 137-138
d:
  win_firewall.add_rule:
    - name: CM web
    - dir: out
`
const GRAPH = JSON.stringify({
  '@odata.type': '#microsoft.graph.windows10EndpointProtectionConfiguration',
  firewallRules: [
    { displayName: 'CM client push (SMB)', trafficDirection: 'in', protocol: 6, localPortRanges: ['445'], profileTypes: 'domain', remoteAddressRanges: ['10.0.10.5'], filePath: 'System' },
    { displayName: 'CM remote control', trafficDirection: 'in', action: 'allowed', protocol: 6, localPortRanges: ['2701'], profileTypes: 'domain' },
    { displayName: 'No NetBIOS', trafficDirection: 'in', action: 'blocked', protocol: 17, localPortRanges: ['137-138'] },
    { displayName: 'CM web', protocol: 6, remotePortRanges: ['443'] },
  ],
})

const rulesOf = (format: Format, name: string, text: string) => {
  const file = sourceText(name, text)
  expect([name, format.recognises(file)]).toEqual([name, true])
  const { parts, problems } = format.parse(file, {})
  expect(problems).toEqual([])
  return parts.flatMap(part => part.rules)
}
const expected = (without: readonly Field[]) => POLICY.map(rule => Object.fromEntries(Object.entries({ ...rule, enabled: true }).filter(([key]) => !without.includes(key as Field))))

test.each<readonly [Format, string, string, readonly Field[]]>([
  [dscMof, 'a.mof', DSC, []], [ansible, 'a.yml', ANSIBLE, []], [puppet, 'a.pp', PUPPET, []], [puppet, 'b.pp', EXCEPTION, ['profiles', 'program']],
  [chef, 'a.rb', CHEF, []], [intuneJson, 'a.json', GRAPH, []],
])('the same policy in $id ($1) means the same', (format, name, text, without) => {
  const rules = rulesOf(format, name, text).map(rule => withoutSource({ ...neutralRule(rule), id: undefined }))
  expect(rules).toEqual(expected(without))
})

test('the same policy in salt means the same, as far as its states can say it', () => {
  const rules = rulesOf(salt, 'a.sls', SALT).map(rule => withoutSource({ ...neutralRule(rule), id: undefined }))
  expect(rules).toEqual(expected(['profiles', 'program', 'remotePorts' as Field]))
})

test('the policy written for Intune reads back as the same', () => {
  const rules = rulesOf(ansible, 'a.yml', ANSIBLE)
  expect(rulesOf(intuneJson, 'b.json', String(intuneJson.write?.(rules))).map(rule => withoutSource({ ...neutralRule(rule), id: undefined }))).toEqual(expected([]))
})
