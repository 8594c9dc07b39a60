import { beforeAll, expect, test } from '@jest/globals'
import { salt } from '../../src/formats/salt.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

beforeAll(() => salt.prepare?.())

const parse = (text: string) => salt.parse(sourceText('salt/firewall.sls', text), {})
const rulesOf = (text: string) => parse(text).parts.flatMap(part => part.rules)
const neutral = (text: string) => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))

const STATES = `# Firewall of the site
{% from "cm/map.jinja" import cm with context %}
include:
  - base

firewall_on:
  win_firewall.enabled:
    - name: allprofiles

open_smb:
  win_firewall.add_rule:
    - name: SMB (445)
    - localport: 445
    - protocol: tcp
    - action: allow
    - dir: in
    - remoteip: 10.0.10.5,192.0.2.0/24
    - require:
      - win_firewall: firewall_on

open_cm:
  win_firewall.add_rule:
    - localport: {{ cm.port }}
    - protocol: "{{ cm.protocol }}"
`

test('a state is one netsh rule, TCP inbound allow unless it says otherwise', () => {
  expect(neutral(STATES)).toEqual([
    { id: null, name: 'SMB (445)', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['445'], remoteAddresses: ['10.0.10.5', '192.0.2.0/24'] },
    { id: null, name: 'open_cm', direction: 'inbound', action: 'allow', enabled: true, localPorts: ['{{ cm.port }}'] },
  ])
  expect(parse(STATES).problems).toEqual([])
  const [smb] = rulesOf(STATES)
  expect(smb && placeOf(smb.source)).toMatchObject({ line: 11, column: 3, key: 'open_smb' })
  expect(smb && placeOf(partOf(smb, 'localPorts'))).toMatchObject({ line: 13, column: 18, endColumn: 21 })
  expect(parse(STATES).parts[0]?.profiles.public?.enabled?.value).toBe(true)
})

test('Jinja around a state makes it a maybe, also where both branches use one id', () => {
  expect(rulesOf(`{% if grains.os == 'Windows' %}
a:
  win_firewall.add_rule:
    - localport: 80
{%- else %}
a:
  win_firewall.add_rule:
    - localport: 81
{% endif %}
b:
  win_firewall.add_rule:
    - localport: 82
{% for p in ports %}
c_{{ p }}:
  win_firewall.add_rule:
    - localport: {{ p }}
{% endfor %}`).map(rule => [rule.name, rule.localPorts.text, rule.unmodelled])).toEqual([
    ['a', ['80'], ["condition=if grains.os == 'Windows'"]], ['a', ['81'], ["condition=else of if grains.os == 'Windows'"]], ['b', ['82'], []],
    ['c_{{ p }}', ['{{ p }}'], ['condition=for p in ports']],
  ])
})

test('the short form, module.run and names say the same', () => {
  expect(neutral(`a:
  win_firewall:
    - add_rule
    - localport: 80
b:
  module.run:
    - name: firewall.add_rule
    - m_name: c
    - localport: 81
d:
  module.run:
    - firewall.add_rule:
      - name: e
      - localport: 82
f:
  win_firewall.add_rule:
    - names: [g, h]
    - localport: 83
`).map(rule => [rule.name, rule.localPorts])).toEqual([['a', ['80']], ['c', ['81']], ['e', ['82']], ['g', ['83']], ['h', ['83']]])
})

test('a rule whose name exists is not made again, a deleted one is gone', () => {
  const { parts } = parse(`a:
  win_firewall.add_rule:
    - name: x
    - localport: 80
b:
  win_firewall.add_rule:
    - name: X
    - localport: 81
c:
  module.run:
    - name: firewall.delete_rule
    - m_name: old
`)
  expect(parts[0]?.rules.map(rule => rule.localPorts.text)).toEqual([['80']])
  expect(parts[0]?.changes).toMatchObject([{ kind: 'remove', select: { names: ['old'] } }])
})

test('conditions of the state itself, and what netsh refuses', () => {
  const { parts, problems } = parse(`a:
  win_firewall.add_rule:
    - localport: 80-
    - onlyif: test -f x
`)
  expect(parts[0]?.rules[0]?.unmodelled).toEqual(['condition=onlyif test -f x'])
  expect(problems.map(problem => [problem.code, placeOf(problem.source).line, placeOf(problem.source).column])).toEqual([['rule-malformed', 3, 18]])
})

test('one broken state spoils no other', () => {
  const { parts, problems } = parse('a:\n  win_firewall.add_rule:\n    - localport: [80\nb:\n  win_firewall.add_rule:\n    - localport: 81\n')
  expect(parts[0]?.rules.map(rule => rule.name)).toEqual(['b'])
  expect(problems).toMatchObject([{ code: 'file-unreadable' }])
})

test('a Python renderer is told, other states are not ours', () => {
  expect(parse('#!py\ndef run(): return {"a": {"win_firewall.add_rule": []}}').problems).toMatchObject([{ code: 'requirement-unverifiable' }])
  expect(salt.recognises(sourceText('a.sls', 'a:\n  pkg.installed\n'))).toBe(false)
  expect(salt.recognises(sourceText('a.yml', STATES))).toBe(false)
  expect(salt.recognises(sourceText('a.sls', STATES))).toBe(true)
})

test('hostile input neither throws nor takes long', () => {
  survives(salt, 'x.sls', STATES)
  for (const unit of ['{', '{{', '{% if x %}', '{% else %}', 'a:\n', '{% if a %}\nx:\n  win_firewall.add_rule: []\n{% endif %}\n', '- ', '[', 'x: win_firewall.a\n', '"']) {
    const start = performance.now()
    parse(`a:\n  win_firewall.add_rule:\n    - name: ${unit.repeat(20_000)}`)
    parse(unit.repeat(20_000))
    expect([unit, performance.now() - start < 10_000]).toEqual([unit, true])
  }
})

test('commands of cmd.run are read by their own grammar', () => {
  const text = `off:
  cmd.run:
    - name: netsh advfirewall set domainprofile state off
    - unless: netsh advfirewall show domainprofile | findstr OFF
agent:
  cmd.run:
    - names:
      - New-NetFirewallRule -DisplayName Agent -Protocol TCP -LocalPort 2701
    - shell: powershell
    - onlyif: test
netsh advfirewall firewall add rule name=Web dir=in action=allow protocol=TCP localport=8080:
  cmd.run
late:
  cmd.run:
    - name: netsh advfirewall firewall delete rule name={{ pillar.rule }}
apt-get update:
  cmd.run
`
  const file = sourceText('fw.sls', text)
  expect(salt.recognises(file)).toBe(true)
  const { parts, problems } = salt.parse(file, {})
  expect(parts.flatMap(({ rules }) => rules)).toMatchObject([{ name: 'Agent', unmodelled: ['condition=onlyif test'] }, { name: 'Web', unmodelled: [] }])
  expect(parts[0]?.profiles.domain?.enabled).toMatchObject({ value: false })
  expect(parts[0]?.profiles.domain?.enabled).not.toHaveProperty('condition')
  expect(problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
  expect(salt.recognises(sourceText('a.sls', 'apt-get update:\n  cmd.run\n'))).toBe(false)
})

test('registry values of the firewall', () => {
  const text = `HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile:
  reg.present:
    - vname: EnableFirewall
    - vtype: REG_DWORD
    - vdata: 0
rule:
  reg.present:
    - name: HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules
    - vname: CM
    - vdata: v2.10|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=CM|
    - onlyif: test
`
  const file = sourceText('fw.sls', text)
  expect(salt.recognises(file)).toBe(true)
  const { parts, problems } = salt.parse(file, {})
  expect(problems).toEqual([])
  expect(parts.find(({ store }) => store === 'group-policy')?.profiles.domain?.enabled?.value).toBe(false)
  expect(parts.flatMap(({ rules }) => rules)).toMatchObject([{ id: 'CM', unmodelled: ['condition=onlyif test'] }])
})
