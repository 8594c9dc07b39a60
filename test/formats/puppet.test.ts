import { beforeAll, expect, test } from '@jest/globals'
import { puppet } from '../../src/formats/puppet.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

beforeAll(() => puppet.prepare?.())

const parse = (text: string, name = 'site.pp') => puppet.parse(sourceText(`manifests/${name}`, text), {})
const rulesOf = (text: string, name?: string) => parse(text, name).parts.flatMap(part => part.rules)
const neutral = (text: string, name?: string) => rulesOf(text, name).map(rule => withoutSource(neutralRule(rule)))

const WINRM = `class profile::winrm {
  # windows_firewall::exception { 'comment': }
  windows_firewall::exception { 'WINRM-HTTP-In-TCP':
    ensure       => present,
    direction    => 'in',
    action       => 'Allow',
    enabled      => 'yes',
    protocol     => 'TCP',
    local_port   => 5985,
    remote_port  => 'any',
    remote_ip    => '10.0.0.1,10.0.0.2',
    display_name => 'Windows Remote Management HTTP-In',
    description  => "Inbound { rule } for Windows Remote Management via WS-Management. [TCP 5985]",
    require      => Class['windows_firewall'],
  }
}
`

test('an exception is one netsh rule, known by its display name', () => {
  expect(neutral(WINRM)).toEqual([{
    id: null, name: 'Windows Remote Management HTTP-In', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['5985'],
    remoteAddresses: ['10.0.0.1', '10.0.0.2'],
  }])
  const [rule] = rulesOf(WINRM)
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 3, column: 3, endLine: 14, key: 'windows_firewall::exception[WINRM-HTTP-In-TCP]' })
  expect(rule && placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 9, column: 21, endColumn: 25 })
  expect(parse(WINRM).problems).toEqual([])
})

test('with a program the exception names no port and no protocol', () => {
  expect(neutral(`windows_firewall::exception { 'x': program => 'C:\\\\app.exe', protocol => 'TCP', local_port => 80, display_name => 'App' }`))
    .toEqual([{ id: null, name: 'App', direction: 'inbound', action: 'allow', enabled: true, protocol: 'any', program: 'C:\\app.exe' }])
})

test('file defaults, bodies, title lists and default bodies are joined in', () => {
  const text = `Windows_firewall_rule { direction => inbound, protocol => tcp }
windows_firewall_rule {
  default: action => allow;
  ['a', 'b']: local_port => '80,443';
  'c': local_port => 5000, protocol => udp, action => block;
}`
  expect(neutral(text).map(rule => [rule.name, rule.protocol, rule.action, rule.localPorts]))
    .toEqual([['a', 'tcp', 'allow', ['80', '443']], ['b', 'tcp', 'allow', ['80', '443']], ['c', 'udp', 'block', ['5000']]])
})

test('variables, calls and templates are unknown, and never a literal', () => {
  const text = `windows_firewall_rule { "open \${port}":
  direction => $dir, action => lookup('a'), enabled => $on, protocol => $proto, local_port => "\${port}", remote_address => sort('10.0.0.1'),
  program => $exe, profile => ['domain', $p],
}`
  expect(neutral(text)).toEqual([{
    id: '"open ${port}"', name: '"open ${port}"', localPorts: ['"${port}"'], remoteAddresses: ["sort('10.0.0.1')"],
    unmodelled: ['program=$exe', 'profile=$p', 'condition=title "open ${port}"'],
  }])
})

test('a resource under a condition, in a loop, virtual or in a define may not exist', () => {
  const text = `include foo
if $facts['os'] == 'windows' {
  windows_firewall_rule { 'a': local_port => 80, protocol => tcp }
} else {
  windows_firewall_rule { 'b': local_port => 80, protocol => tcp }
}
case $x {
  'y', 'z': { windows_firewall_rule { 'c': } }
  default: { windows_firewall_rule { 'd': } }
}
$list.each |$i| { windows_firewall_rule { 'e': } }
@windows_firewall_rule { 'f': }
define foo($x) { windows_firewall_rule { 'g': } }
node 'pc01' { windows_firewall_rule { 'h': } }`
  expect(rulesOf(text).map(rule => [rule.name, ...rule.unmodelled])).toEqual([
    ['a', "condition=if $facts['os'] == 'windows'"], ['b', 'condition=else'], ['c', "condition=case $x > 'y', 'z'"], ['d', 'condition=case $x > default'],
    ['e', 'condition=$list.each |$i|'], ['f', 'condition=virtual resource'], ['g', 'condition=define foo($x)'], ['h'],
  ])
})

test('absent removes, purge removes all, a group is switched', () => {
  const { parts } = parse(`windows_firewall::exception { 'x': ensure => absent, display_name => 'Old' }
windows_firewall_rule { 'r1': ensure => absent }
resources { 'windows_firewall_rule': purge => true }
resources { 'host': purge => true }
windows_firewall_group { 'file and printer sharing': enabled => yes }`)
  expect(parts[0]?.rules).toEqual([])
  expect(parts[0]?.changes).toMatchObject([
    { kind: 'remove', select: { names: ['Old'] } }, { kind: 'remove', select: { ids: ['r1'] } }, { kind: 'remove', select: {} },
    { kind: 'set', select: { groups: ['file and printer sharing'] }, values: { enabled: true } },
  ])
})

const settingsOf = (text: string, name?: string) => Object.fromEntries(Object.entries(parse(text, name).parts[0]?.profiles ?? {})
  .map(([profile, settings]) => [profile, Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.value]))]))

test('the class switches the profiles, and profile types set theirs', () => {
  expect(settingsOf(`class { 'windows_firewall': ensure => 'stopped', enable_domain_profile => true }`))
    .toEqual({ domain: { enabled: true }, private: { enabled: false }, public: { enabled: false } })
  expect(settingsOf(`windows_firewall_profile { 'private': state => 'on', firewall_policy => 'blockinbound,allowoutbound', localfirewallrules => 'disable' }`))
    .toEqual({ private: { enabled: true, defaultInbound: 'block', defaultOutbound: 'allow', allowLocalRules: false } })
  expect(settingsOf(`windowsfirewall { 'public': ensure => present, default_inbound_action => 'block', allow_inbound_rules => false }`))
    .toEqual({ public: { enabled: true, defaultInbound: 'block', blockAllInbound: true } })
})

test('hiera data, class parameters and create_resources hold the same hash', () => {
  const expected = [{ id: null, name: 'HTTP', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['80'] }]
  expect(neutral(`windows_firewall::exceptions:\n  web:\n    display_name: HTTP\n    protocol: TCP\n    local_port: 80\n`, 'common.yaml')).toEqual(expected)
  expect(neutral(`class { 'windows_firewall': exceptions => { 'web' => { 'display_name' => 'HTTP', protocol => 'TCP', local_port => 80 } } }`)).toEqual(expected)
  expect(neutral(`create_resources('windows_firewall::exception', { 'web' => { display_name => 'HTTP', local_port => 80 } }, { protocol => 'TCP' })`)).toEqual(expected)
  expect(neutral(`ensure_resource('windows_firewall::exception', 'web', { 'display_name' => 'HTTP', 'local_port' => '80', 'protocol' => 'TCP' })`)).toEqual(expected)
  expect(neutral(`windows_firewall::exceptions:\n  web: { display_name: HTTP, protocol: TCP, local_port: "%{lookup('p')}" }\n`, 'common.yaml'))
    .toMatchObject([{ localPorts: ["%{lookup('p')}"] }])
})

test('what the tool refuses is malformed, at its place', () => {
  const { parts, problems } = parse(`windows_firewall_rule { 'a': local_port => 70000, protocol => tcp }
windows_firewall_rule { 'b': local_port => 80 }
windows_firewall_rule { 'c': direction => sideways }`)
  expect(parts[0]?.rules.map(rule => rule.malformed !== undefined)).toEqual([true, true, true])
  expect(problems.map(problem => [placeOf(problem.source).line, placeOf(problem.source).column])).toEqual([[1, 44], [2, 44], [3, 43]])
})

test('an attribute nobody knows may narrow the rule', () => {
  expect(rulesOf(`windows_firewall_rule { 'a': future => 'x', tag => 'y' }`)[0]?.unmodelled).toEqual(['future=x'])
})

test('heredocs, regular expressions and comments hide no brace', () => {
  const text = `$a = @("END"/L)
  { windows_firewall_rule { 'no': }
  | END
if $x =~ /\\{/ { notify { 'x': } }
/* windows_firewall_rule { 'no': } */
windows_firewall_rule { 'yes': }`
  expect(rulesOf(text).map(rule => [rule.name, ...rule.unmodelled])).toEqual([['yes']])
})

test('a resource that cannot be read is told', () => {
  expect(parse(`windows_firewall_rule { 'a': protocol => tcp`).problems).toMatchObject([{ code: 'requirement-unverifiable' }])
  expect(parse(`windows_firewall_rule { 'a' 'b' }\nwindows_firewall_rule { 'c': }`).parts[0]?.rules.map(rule => rule.name)).toEqual(['c'])
})

test('other manifests and other YAML are not ours', () => {
  expect(puppet.recognises(sourceText('a.pp', `file { 'C:/x': ensure => present }`))).toBe(false)
  expect(puppet.recognises(sourceText('a.yaml', 'windows: firewall'))).toBe(false)
  expect(puppet.recognises(sourceText('a.pp', WINRM))).toBe(true)
})

test('hostile input neither throws nor takes long', () => {
  survives(puppet, 'x.pp', WINRM)
  survives(puppet, 'x.yaml', 'windows_firewall::exceptions:\n  web:\n    display_name: HTTP\n    protocol: TCP\n    local_port: 80\n')
  const units = ['windows_firewall_rule {', "windows_firewall_rule { 'a':", 'windows_firewall_rule { [', 'if $x {', '{', '[', "'", '"', '\\', '@("X")\n', '/', '/*', '|', "w => ", "create_resources('windows_firewall_rule', {", '$', 'case $x {']
  for (const unit of units) {
    const start = performance.now()
    parse(`windows_firewall_rule { 'a': x => ${unit.repeat(100_000)}`)
    parse(unit.repeat(100_000))
    expect([unit, performance.now() - start < 10_000]).toEqual([unit, true])
  }
})

test('commands of exec are read by their own grammar', () => {
  const text = `exec { 'open':
  command => 'netsh advfirewall firewall add rule name="Web" dir=in action=allow protocol=TCP localport=8080',
  unless  => 'netsh advfirewall firewall show rule name="Web"',
}
exec { 'New-NetFirewallRule -DisplayName Agent -Protocol TCP -LocalPort 2701':
  provider => powershell,
  onlyif   => 'exit 0',
}
exec { "netsh advfirewall firewall add rule name=x dir=in action=allow protocol=TCP localport=$port": }
`
  const file = sourceText('manifests/fw.pp', text)
  expect(puppet.recognises(file)).toBe(true)
  const { parts, problems } = puppet.parse(file, {})
  expect(parts.flatMap(({ rules }) => rules)).toMatchObject([{ name: 'Web', unmodelled: [] }, { name: 'Agent', unmodelled: ['condition=onlyif exit 0'] }])
  expect(problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
  expect(puppet.recognises(sourceText('a.pp', "exec { 'apt-get update': }"))).toBe(false)
})

test('registry values of the firewall, by path or by key and value', () => {
  const text = `registry_value { '32:HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile\\EnableFirewall':
  ensure => present, type => dword, data => 1,
}
registry::value { 'x':
  key => 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile', value => 'DefaultOutboundAction', type => 'dword', data => '1',
}
if $strict {
  registry_value { 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile\\AllowLocalPolicyMerge': type => dword, data => 0 }
}
registry_value { 'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile\\DoNotAllowExceptions': type => dword, data => $shields }
registry_value { 'HKLM\\SOFTWARE\\Contoso\\a': data => 'b' }
`
  const file = sourceText('manifests/fw.pp', text)
  expect(puppet.recognises(file)).toBe(true)
  const { parts, problems } = puppet.parse(file, {})
  expect(parts.find(({ store }) => store === 'group-policy')?.profiles.domain).toMatchObject({
    enabled: { value: true }, defaultOutbound: { value: 'block' }, allowLocalRules: { value: false, condition: expect.stringContaining('$strict') },
  })
  expect(problems.map(({ code, message }) => [code, message.startsWith('$shields in')])).toEqual([['requirement-unverifiable', true]])
  expect(puppet.recognises(sourceText('a.pp', "registry_value { 'HKLM\\SOFTWARE\\Contoso\\a': data => 'b' }"))).toBe(false)
})
