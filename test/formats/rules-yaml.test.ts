import { expect, test } from '@jest/globals'
import { rulesYaml } from '../../src/formats/rules-yaml.ts'
import { neutralRule, placeOf } from '../../src/model/rules.ts'
import type { PolicyFile } from '../../src/model/types.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

await rulesYaml.prepare?.()
const parse = (text: string, name = 'firewall/rules.yml'): PolicyFile => rulesYaml.parse(sourceText(name, text), {})
const rulesOf = (file: PolicyFile): Record<string, unknown>[] => (file.parts[0]?.rules ?? []).map(rule => withoutSource(neutralRule(rule)))
const problemsOf = (file: PolicyFile): string[] => file.problems.map(p => `${placeOf(p.source).line}:${placeOf(p.source).column} ${p.message}`)

const LIST = `# Rules in the neutral form
- id: 'CM-Push-WMI'
  name: 'CM push, WMI'
  group: '@FirewallAPI.dll,-34251'
  direction: inbound
  action: allow
  enabled: true
  protocol: tcp
  localPorts: [rpc, 'rpc-epmap', '5000-5010', 445]
  profiles: [domain, private]
  remoteAddresses: ['10.0.0.0/8', '10.1.0.1-10.1.0.9', local-subnet, '2001:db8::/32']
  program: '%SystemRoot%\\System32\\svchost.exe'
  service: winmgmt
  interfaceTypes: [lan]
  platforms: ['2:10:0+']
- name: CM ping
  direction: inbound
  action: block
  enabled: false
  protocol: icmpv4
  icmp: ['8:*']
- name: CM notification
  direction: outbound
  action: allow
  protocol: tcp
  remotePorts: ['10123']
  unmodelled: ['Security=Authenticate']
`
const EXPECTED = [
  { id: 'CM-Push-WMI', name: 'CM push, WMI', group: '@FirewallAPI.dll,-34251', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp',
    localPorts: ['rpc', 'rpc-epmap', '5000-5010', '445'], profiles: ['domain', 'private'],
    remoteAddresses: ['10.0.0.0/8', '10.1.0.1-10.1.0.9', 'local-subnet', '2001:db8::/32'], program: '%SystemRoot%\\System32\\svchost.exe', service: 'winmgmt',
    interfaceTypes: ['lan'], platforms: ['2:10:0+'] },
  { id: null, name: 'CM ping', direction: 'inbound', action: 'block', enabled: false, protocol: 'icmpv4', icmp: ['8:*'] },
  { id: null, name: 'CM notification', direction: 'outbound', action: 'allow', enabled: true, protocol: 'tcp', remotePorts: ['10123'], unmodelled: ['Security=Authenticate'] },
]

test('a list of rules is read as it says, into the group policy store', () => {
  const file = parse(LIST)
  expect(file.problems).toEqual([])
  expect(rulesOf(file)).toEqual(EXPECTED)
  expect(file.parts).toMatchObject([{ store: 'group-policy', changes: [], profiles: {} }])
  expect(file.parts[0]?.rules[2]).toMatchObject({ ipsec: true })
})

test('JSON says the same, in one line or in many', () => {
  const json = EXPECTED.map(({ id, ...rule }) => (id === null ? rule : { id, ...rule }))
  for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2), JSON.stringify({ rules: json })]) expect(rulesOf(parse(text, 'rules.json'))).toEqual(EXPECTED)
})

test('block lists, anchors and folded texts are YAML too', () => {
  const text = `rules:
  - &base
    name: >-
      CM
      push
    direction: inbound
    action: allow
    protocol: tcp
    localPorts:
      - 445
      - "135"
  - <<: *base
    name: CM push, public
    profiles: [public]
`
  expect(rulesOf(parse(text))).toMatchObject([
    { name: 'CM push', localPorts: ['445', '135'] }, { name: 'CM push, public', direction: 'inbound', localPorts: ['445', '135'], profiles: ['public'] },
  ])
})

test('a file can say its store and the settings of profiles', () => {
  const file = parse(`store: local
profiles:
  domain: { enabled: true, defaultInbound: block, defaultOutbound: block, allowLocalRules: false, blockAllInbound: false }
rules:
- name: A
  direction: inbound
  action: allow
`)
  expect(file.problems).toEqual([])
  expect(file.parts).toMatchObject([{ store: 'local', profiles: { domain: { enabled: { value: true }, defaultOutbound: { value: 'block' }, allowLocalRules: { value: false } } } }])
  expect(placeOf(file.parts[0]?.profiles.domain?.defaultOutbound?.source as never)).toMatchObject({ line: 3, column: 51 })
})

test('places: the rule, and each of its fields', () => {
  const file = parse(LIST)
  const rule = file.parts[0]?.rules[1]
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 16, column: 3, endLine: 21, endColumn: 16 })
  const text = sourceText('x.yml', LIST).text
  const at = rule?.parts ?? []
  expect([...at.keys()].filter(i => i % 3 === 0).map(i => [at[i], text.slice(at[i + 1], at[i + 2])])).toEqual([
    [1, 'CM ping'], [3, 'inbound'], [4, 'block'], [5, 'false'], [6, 'icmpv4'], [9, "['8:*']"],
  ])
})

test.each([
  ['localPort: ["445"]', '3:3 Unknown key "localPort". Did you mean "localPorts"?'],
  ['localPorts: ["44500000"]', '3:15 "localPorts": "44500000" is not a port, a range or a keyword.'],
  ['remoteAddresses: [10.0.0.300]', '3:20 "remoteAddresses": "10.0.0.300" is not an address, a subnet, a range or a keyword.'],
  ['profiles: [work]', '3:13 "profiles": "work" is not one of domain, private and public.'],
  ['enabled: maybe', '3:12 "enabled": it must be true or false.'],
  ['protocol: tpc', '3:13 "protocol": it must be tcp, udp, icmpv4, icmpv6, any or a number.'],
  ['icmp: ["300:*"]', '3:9 "icmp": "300:*" is not an ICMP type such as 8:*.'],
  ['program: [a, b]', '3:12 "program": it must be a text.'],
  ['platforms: [Windows 10]', '3:14 "platforms": it must hold entries such as 2:10:0+.'],
  ['interfaceTypes: [cable]', '3:19 "interfaceTypes": it must hold lan, wireless, remote-access or mobile-broadband.'],
  ['program: {a: b}', '3:12 "program": it must be a text or a list of texts.'],
  ['protocol: udp\n  localPorts: [rpc]', '1:3 The port "rpc" goes with tcp only.'],
  ['localPorts: ["445"]', '1:3 Ports go with protocol tcp or udp only.'],
  ['protocol: tcp\n  icmp: ["8:*"]', '1:3 ICMP types go with protocol icmpv4 or icmpv6 only.'],
])('a rule with %s is malformed and never counts', (line, message) => {
  const protocol = /Ports:/.test(line) && !message.includes('Ports go') && !message.includes('tcp only') ? '\n  protocol: tcp' : ''
  const file = parse(`- name: A\n  direction: inbound\n  ${line}\n  action: allow${protocol}\n`)
  expect(problemsOf(file)).toEqual([message])
  expect(file.parts[0]?.rules).toMatchObject([{ name: 'A', malformed: message.replace(/^\S+ /, '') }])
})

test('a rule needs a direction, an action and a name; what is not said stays unknown', () => {
  const file = parse('- name: A\n  action: allow\n- name: B\n  direction: inbound\n- direction: inbound\n  action: allow\n- just text\n')
  expect(problemsOf(file)).toEqual([
    '1:3 The rule needs a direction, inbound or outbound.', '3:3 The rule needs an action, allow, block or bypass.', '5:3 The rule needs a name.', '7:3 A rule must be a map with direction and action.',
  ])
  expect(file.parts[0]?.rules).toMatchObject([{ direction: 'unknown' }, { action: 'unknown' }, { name: '' }])
})

test('of two rules with one id the later counts, and that is told', () => {
  const file = parse('- id: a\n  name: A\n  direction: inbound\n  action: allow\n- id: A\n  name: B\n  direction: inbound\n  action: block\n')
  expect(file.parts[0]?.rules.map(r => [r.name, r.malformed === undefined])).toEqual([['A', false], ['B', true]])
  expect(problemsOf(file)).toEqual(['1:3 Rule "A" has the id "a" of a later rule, which takes its place.'])
})

test('broken YAML is a problem with a place, and an unknown key around the rules too', () => {
  expect(parse('- name: [A\n  direction: inbound\n').problems).toMatchObject([{ code: 'file-unreadable' }])
  expect(problemsOf(parse('rule: []\nrules: []\n'))).toEqual(['1:1 Unknown key "rule". Did you mean "rules"?'])
  expect(problemsOf(parse('store: gpo\nrules: []\n'))).toEqual(['1:8 "store" must be one of group-policy, local, mdm, network.'])
})

test('the lists of clouds and routers are not taken for ours, however much they look like it', () => {
  const is = (text: string): boolean => rulesYaml.recognises(sourceText('a.yml', text))
  const begin = 'rules:\n  - name: web\n    direction: inbound\n    action: allow\n    protocol: tcp\n'
  expect(['    port: 443\n', '    ports: [443]\n    cidr: 10.0.0.0/8\n', '    sourceAddressPrefix: "*"\n', '    priority: 100\n    enabled: true\n', '    dst_port: 1\n'].map(rest => is(begin + rest)))
    .toEqual([false, false, false, false, false])
  // A slip in a list that is ours stays a slip.
  expect([is(begin), is(`${begin}    ports: [443]\n    profiles: [domain]\n`), is(`${begin}    localPorts: [443]\n`)]).toEqual([true, true, true])
})
test('only files that look like rules in these words are ours', () => {
  const is = (text: string, name = 'a.yml'): boolean => rulesYaml.recognises(sourceText(name, text))
  expect(is(LIST)).toBe(true)
  expect(is(JSON.stringify(EXPECTED), 'a.json')).toBe(true)
  expect(is(LIST, 'a.txt')).toBe(false)
  expect(is('- win_firewall_rule:\n    name: x\n    direction: in\n    action: allow\n')).toBe(false) // Ansible
  expect(is('{"securityRules":[{"direction":"Inbound","access":"Allow"}]}', 'nsg.json')).toBe(false)
  expect(is('- { id: a, direction: inbound, severity: required }\n')).toBe(false) // a requirement pack
  expect(is('')).toBe(false)
})

test('what is written is read back as it was', () => {
  const rules = parse(LIST).parts[0]?.rules ?? []
  expect(rulesOf(parse(rulesYaml.write?.(rules) as string))).toEqual(EXPECTED)
  expect(rulesOf(parse(rules.map(r => rulesYaml.ruleWriter?.()?.rule(r)).join('')))).toEqual(EXPECTED)
  expect(rulesYaml.write?.([])).toBe('[]\n')
  const hostile = 'a\n::error title=x::y\r\n- name: \u0007"quoted" \'single\' #\u202e\u2028\ud83d\ude00: [x]'
  const [first] = rules
  const written = (first && rulesYaml.ruleWriter?.()?.rule({ ...first, name: hostile })) ?? ''
  expect(written.trimEnd().split('\n').every(line => line.startsWith('- ') || line.startsWith('  '))).toBe(true)
  expect(written).not.toMatch(/\u202e|\u2028|\u0007/)
  expect(parse(written).parts[0]?.rules[0]?.name).toBe(hostile)
})

test('the fast reader and the library agree on the same rules', () => {
  const odd = '- name: |\n    odd\n  direction: inbound\n  action: allow\n'
  const fast = parse(LIST)
  const slow = parse(LIST + odd)
  expect(rulesOf(slow).slice(0, -1)).toEqual(rulesOf(fast))
  expect(slow.parts[0]?.rules.slice(0, -1).map(r => [r.source.start, r.source.end, r.parts])).toEqual(fast.parts[0]?.rules.map(r => [r.source.start, r.source.end, r.parts]))
})

test('in a large file the library is asked about single odd rules only', () => {
  const many = Array.from({ length: 3000 }, (_, i) => `- id: r${i}\n  name: rule ${i}\n  direction: inbound\n  action: allow\n  protocol: tcp\n  localPorts: ['${i + 1}']\n`).join('')
  const file = parse(`${many}- name: |-\n    odd\n  direction: inbound\n  action: allow\n- name: *gone\n  direction: inbound\n  action: allow\n`)
  expect(file.parts[0]?.rules).toHaveLength(3001)
  expect(rulesOf(file).at(-1)).toMatchObject({ name: 'odd' })
  expect(problemsOf(file)).toEqual(['18005:9 This rule is not valid YAML: unknown alias *gone.'])
})

test('no truncation and no noise makes it throw', () => {
  survives(rulesYaml, 'a.yml', LIST)
  survives(rulesYaml, 'a.json', JSON.stringify(EXPECTED, null, 1))
  survives(rulesYaml, 'a.yml', `store: local\nprofiles:\n  domain: { enabled: true }\nrules:\n${LIST}`)
})

test('settings of a profile without any rule are policy too', () => {
  const settings = 'profiles:\n  domain:\n    enabled: true\n    defaultOutbound: block\nrules: []\n'
  const is = (text: string, name = 'a.yml'): boolean => rulesYaml.recognises(sourceText(name, text))
  expect(is(settings)).toBe(true)
  expect(is('{"profiles": {"domain": {"allowLocalRules": false}}}', 'a.json')).toBe(true)
  expect(parse(settings).parts[0]?.profiles.domain?.defaultOutbound?.value).toBe('block')
  expect(is('profiles:\n  - dev\n  - prod\n')).toBe(false)
  expect(is('profiles: { dev: { enabled: true } }\n')).toBe(false)
})
