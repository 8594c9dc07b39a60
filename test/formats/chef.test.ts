import { expect, test } from '@jest/globals'
import { chef } from '../../src/formats/chef.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

const parse = (text: string) => chef.parse(sourceText('recipes/default.rb', text), {})
const rulesOf = (text: string) => parse(text).parts.flatMap(part => part.rules)
const neutral = (text: string) => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))

const RECIPE = `#
# Cookbook:: contoso_cm
windows_firewall_rule 'CM remote control' do
  description 'Opens 2701; do not "end" here'
  local_port '2701'
  profile [:domain, :private]
  remote_address %w(10.0.10.5 192.0.2.0/24)
  firewall_action :allow
  action :create
end
`

test('the words of the old cookbook', () => {
  const { parts } = chef.parse(sourceText('recipes/default.rb', "windows_firewall_rule 'Old' do\n  localport '80,443'\n  remoteip '192.0.2.0/24'\n  dir :out\n  protocol 'TCP'\nend\n"), {})
  expect(parts[0]?.rules).toMatchObject([{ name: 'Old', direction: 'outbound', unmodelled: [] }])
})

test('a rule is TCP inbound allow unless it says otherwise', () => {
  expect(neutral(RECIPE)).toEqual([{
    id: 'CM remote control', name: 'CM remote control', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701'],
    profiles: ['domain', 'private'], remoteAddresses: ['10.0.10.5', '192.0.2.0/24'],
  }])
  const [rule] = rulesOf(RECIPE)
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 3, column: 1, endLine: 10, endColumn: 4 })
  expect(rule && placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 5, column: 14, endColumn: 20 })
})

test('every way to write a value', () => {
  expect(neutral(`windows_firewall_rule "x" do
  rule_name "CM-X"
  displayname('A \\'b\\'')
  localport [80,
    443]
  remoteport 1024
  protocol "UDP"
  direction "Outbound"
  profile :any
  enabled false
  program 'C:\\\\a.exe'
  service nil
end`)).toEqual([{
    id: 'CM-X', name: "A 'b'", direction: 'outbound', action: 'allow', enabled: false, protocol: 'udp', localPorts: ['80', '443'], remotePorts: ['1024'],
    program: 'C:\\a.exe',
  }])
})

test('what Ruby must work out is unknown', () => {
  expect(neutral(`windows_firewall_rule node['x'] do
  local_port node['cm']['port']
  remote_address lazy { search(:node, 'role:site')[0]['ip'] }
  direction dir
  protocol "#{proto}"
  firewall_action node['a'] ? :allow : :block
  program "#{node['root']}\\\\a.exe"
end`)).toEqual([{
    id: "node['x']", name: "node['x']", localPorts: ["node['cm']['port']"], remoteAddresses: ["lazy { search(:node, 'role:site')[0]['ip'] }"],
    enabled: true, unmodelled: ['program="#{node[\'root\']}\\\\a.exe"'],
  }])
})

test('a loop over a literal list is unrolled, any other is a maybe', () => {
  expect(neutral(`%w(80 443).each do |port|
  [:tcp, 'udp'].each do |proto|
    windows_firewall_rule "Web #{port}/#{proto}" do
      local_port port
      protocol proto
    end
  end
end`).map(rule => [rule.name, rule.localPorts, rule.protocol, rule.unmodelled])).toEqual([
    ['Web 80/tcp', ['80'], 'tcp', undefined], ['Web 80/udp', ['80'], 'udp', undefined], ['Web 443/tcp', ['443'], 'tcp', undefined], ['Web 443/udp', ['443'], 'udp', undefined],
  ])
  expect(neutral(`node['ports'].each do |port|
  windows_firewall_rule "Web" do
    local_port port
  end
end
windows_firewall_rule 'after'`).map(rule => [rule.name, rule.localPorts, rule.unmodelled]))
    .toEqual([['Web', ['port'], ["condition=node['ports'].each"]], ['after', undefined, undefined]])
})

test('conditions around and inside make a rule a maybe', () => {
  const text = `if node['a']
  windows_firewall_rule 'a' do
    local_port 80
  end
else
  windows_firewall_rule 'b' do
    local_port 80
  end
end
x = 1 if y
windows_firewall_rule 'c' do
  local_port 80
  only_if { File.exist?('c:/x') }
end
windows_firewall_rule 'd' do
  if z
    local_port 80
  end
  action :nothing
end
windows_firewall_rule 'e' do
  local_port 80
end unless q
windows_firewall_rule 'f'
`
  expect(rulesOf(text).map(rule => [rule.name, ...rule.unmodelled])).toEqual([
    ['a', "condition=if node['a']"], ['b', 'condition=else'], ['c', "condition=only_if { File.exist?('c:/x') }"], ['d', 'condition=action :nothing'],
    ['e', 'condition=unless q'], ['f'],
  ])
  expect(rulesOf(text)[3]?.localPorts.unresolved).toEqual(['80'])
})

test('delete removes', () => {
  const { parts } = parse(`windows_firewall_rule 'Remove the rule' do
  rule_name 'ssh'
  action :delete
end`)
  expect(parts[0]?.rules).toEqual([])
  expect(parts[0]?.changes).toMatchObject([{ kind: 'remove', select: { ids: ['ssh'] } }])
})

test('a profile resource sets the profile', () => {
  const { parts } = parse(`windows_firewall_profile 'Public' do
  default_inbound_action 'Block'
  default_outbound_action 'Allow'
  allow_inbound_rules false
  action :enable
end
windows_firewall_profile 'Domain' do
  action :disable
end`)
  const values = (profile: 'domain' | 'public') => Object.fromEntries(Object.entries(parts[0]?.profiles[profile] ?? {}).map(([key, s]) => [key, s.value]))
  expect(values('public')).toEqual({ enabled: true, defaultInbound: 'block', defaultOutbound: 'allow', blockAllInbound: true })
  expect(values('domain')).toEqual({ enabled: false })
})

test('what New-NetFirewallRule refuses is malformed', () => {
  const { parts, problems } = parse(`windows_firewall_rule 'a' do
  local_port '80-'
end
windows_firewall_rule 'b' do
  local_port 80
  protocol 'ICMPv4'
end`)
  expect(parts[0]?.rules.map(rule => rule.malformed !== undefined)).toEqual([true, true])
  expect(problems.map(problem => placeOf(problem.source).line)).toEqual([2, 5])
})

test('a heredoc, a comment and a regular expression hide no end', () => {
  expect(rulesOf(`powershell_script 'x' do
  code <<~EOH
    windows_firewall_rule 'no' do
    end
  EOH
end
=begin
windows_firewall_rule 'no' do
=end
a = 6 / 2 if b =~ /end do/
windows_firewall_rule 'yes' do # end
  local_port 80
end`).map(rule => [rule.name, ...rule.unmodelled])).toEqual([['yes']])
})

test('half a file is told, other Ruby is not ours', () => {
  expect(parse(RECIPE.slice(0, 90)).problems).toMatchObject([{ code: 'requirement-unverifiable' }])
  expect(chef.recognises(sourceText('a.rb', "provides :windows_firewall_rule\n"))).toBe(false)
  expect(chef.recognises(sourceText('a.rb', RECIPE))).toBe(true)
})

test('hostile input neither throws nor takes long', () => {
  survives(chef, 'x.rb', RECIPE)
  const units = ["windows_firewall_rule 'x' do\n", 'windows_firewall_rule [', '[', '%w(', '%w(a).each do |x|\n', 'if x\n', 'end\n', 'do ', '{', "'", '"#{', '<<A\n', '/', 'a.', '=begin\n', '|', 'x do |y|\n']
  for (const unit of units) {
    const start = performance.now()
    parse(`windows_firewall_rule 'a' do\n x ${unit.repeat(50_000)}`)
    parse(unit.repeat(50_000))
    expect([unit, performance.now() - start < 10_000]).toEqual([unit, true])
  }
  const loops = `${'%w(1 2 3 4 5 6 7 8 9 0).each do |x|\n'.repeat(30)}windows_firewall_rule "a" do\n local_port x\nend\n`
  expect(parse(loops).problems).toMatchObject([{ code: 'requirement-unverifiable' }])
})

test('scripts that a recipe runs are read by their own grammar', () => {
  const text = `powershell_script 'agent' do
  code <<-EOH
    New-NetFirewallRule -DisplayName "Agent" -Protocol TCP -LocalPort 2701
  EOH
  not_if "netsh advfirewall firewall show rule name=Agent"
end
batch 'web' do
  code 'netsh advfirewall firewall add rule name="Web" dir=in action=allow protocol=TCP localport=8080'
  only_if { node['web'] }
end
execute 'netsh advfirewall set domainprofile state off'
powershell_script 'rules' do
  code "New-NetFirewallRule -DisplayName x -Protocol TCP -LocalPort #{node['port']}"
end
execute 'apt-get update'
`
  expect(chef.recognises(sourceText('default.rb', text))).toBe(true)
  const { parts, problems } = parse(text)
  expect(rulesOf(text)).toMatchObject([
    { name: 'Agent', localPorts: { ranges: [[2701, 2701]] }, unmodelled: [] },
    { name: 'Web', unmodelled: [expect.stringMatching(/^condition=only_if/)] },
  ])
  expect(parts.map(({ profiles }) => profiles.domain?.enabled?.value)).toContain(false)
  expect(problems.map(({ code, message }) => [code, message])).toEqual([['requirement-unverifiable', 'This script is put together when it runs, so what it does to the firewall is not known from the file.']])
  expect(chef.recognises(sourceText('default.rb', "execute 'apt-get update'\n# netsh advfirewall\n".replace('advfirewall', 'x')))).toBe(false)
})

test('registry keys of the firewall, with values as hashes', () => {
  const key = 'HKEY_LOCAL_MACHINE\\\\Software\\\\Policies\\\\Microsoft\\\\WindowsFirewall\\\\DomainProfile'
  const text = `registry_key '${key}' do
  values [{
    name: 'EnableFirewall',
    type: :dword,
    data: 1
  }, { :name => 'DefaultOutboundAction', :type => :dword, 'data' => 1 }]
  recursive true
end
registry_key '${key}' do
  values({ name: 'AllowLocalPolicyMerge', type: :dword, data: 0 })
  only_if { node['strict'] }
end
registry_key '${key}' do
  values [{ name: 'DoNotAllowExceptions', type: :dword, data: node['shields'] }]
end
registry_key 'HKLM\\\\Software\\\\Contoso' do
  values [{ name: 'a', type: :string, data: 'b' }]
end
`
  expect(chef.recognises(sourceText('default.rb', text))).toBe(true)
  const { parts, problems } = parse(text)
  expect(parts.find(({ store }) => store === 'group-policy')?.profiles.domain).toMatchObject({
    enabled: { value: true }, defaultOutbound: { value: 'block' }, allowLocalRules: { value: false, condition: expect.stringContaining('only_if') },
  })
  expect(problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
})
