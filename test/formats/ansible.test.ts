import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from '@jest/globals'
import { ansible } from '../../src/formats/ansible.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

beforeAll(() => ansible.prepare?.())

const parse = (text: string) => ansible.parse(sourceText('roles/cm/tasks/main.yml', text), {})
const rulesOf = (text: string) => parse(text).parts.flatMap(part => part.rules)
const changesOf = (text: string) => parse(text).parts.flatMap(part => part.changes)
const neutral = (text: string) => rulesOf(text).map(rule => withoutSource(neutralRule(rule)))

const TASKS = `---
- name: ConfigMgr remote control
  community.windows.win_firewall_rule:
    name: CM remote control
    localport: 2701
    protocol: tcp
    profiles: [domain]
    remoteip: 10.0.10.5,LocalSubnet
    state: present

- name: Firewall on
  win_firewall:
    state: enabled
    profiles:
      - Domain
      - Public
    inbound_action: block
    outbound_action: not_configured
  tags: enable_firewall
`

test('a task is one rule, inbound allow on every profile unless it says otherwise', () => {
  expect(neutral(TASKS)).toEqual([{
    id: null, name: 'CM remote control', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701'], profiles: ['domain'],
    remoteAddresses: ['10.0.10.5', 'local-subnet'],
  }])
  const [rule] = rulesOf(TASKS)
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 3, column: 3 })
  expect(rule && placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 5, column: 16, endColumn: 20 })
  const { domain, private: closed, public: open } = parse(TASKS).parts[0]?.profiles ?? {}
  expect([domain?.enabled?.value, domain?.defaultInbound?.value, domain?.defaultOutbound, closed, open?.enabled?.value]).toEqual([true, 'block', undefined, undefined, true])
  expect(parse(TASKS).problems).toEqual([])
})

test('every option and alias, in a play with blocks', () => {
  expect(neutral(`- hosts: clients
  pre_tasks:
    - block:
        - win_firewall_rule:
            name: a
            group: CM
            enable: no
            direction: out
            action: block
            protocol: 17
            remoteport: 53,5000-5010
            localip: any
            profile: private
            program: '%SystemRoot%\\a.exe'
            service: any
            interfacetypes: [wireless, ras]
            edge: "yes"
  tasks:
    - win_firewall_rule: { name: ping, protocol: icmpv4, icmp_type_code: ['8:*'] }
`)).toEqual([
    {
      id: null, name: 'a', group: 'CM', direction: 'outbound', action: 'block', enabled: false, protocol: 'udp', remotePorts: ['53', '5000-5010'],
      profiles: ['private'], program: '%SystemRoot%\\a.exe', interfaceTypes: ['wireless', 'remote-access'],
    },
    { id: null, name: 'ping', direction: 'inbound', action: 'allow', enabled: true, protocol: 'icmpv4', icmp: ['8:*'] },
  ])
})

test('arguments on one line, action and args', () => {
  const expected = [{ id: null, name: 'a b', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['80', '443'] }]
  expect(neutral(`- win_firewall_rule: name="a b" localport=80,443 protocol=tcp`)).toEqual(expected)
  expect(neutral(`- action: win_firewall_rule name='a b' localport=80,443 protocol=tcp`)).toEqual(expected)
  expect(neutral(`- action: { module: community.windows.win_firewall_rule, name: a b, localport: "80,443", protocol: tcp }`)).toEqual(expected)
  expect(neutral(`- win_firewall_rule: name="a b" protocol=tcp\n  args:\n    localport: [80, 443]`)).toEqual(expected)
  const [rule] = rulesOf(`- win_firewall_rule: name=x localport=80 protocol=tcp`)
  expect(rule && placeOf(partOf(rule, 'localPorts'))).toMatchObject({ line: 1, column: 39, endColumn: 41 })
})

test('literal loops are unrolled, and variables of the play are filled in', () => {
  expect(neutral(`- hosts: all
  vars:
    site: 10.0.10.5
    rules:
      - { name: rc, port: 2701 }
      - { name: wake, port: "9,25536", proto: udp }
  tasks:
    - win_firewall_rule:
        name: "CM {{ item.name }}"
        localport: "{{ item.port }}"
        protocol: "{{ item.proto | default('tcp') }}"
        remoteip: "{{ site }}/32"
      loop: "{{ rules }}"
    - win_firewall_rule: { name: "x{{ item }}", localport: "{{ item | int }}", protocol: tcp }
      with_items:
        - 80
        - [81]
    - win_firewall_rule: { name: "{{ p.key }}", localport: "{{ p.value }}", protocol: tcp }
      with_dict: { d1: 82 }
      loop_control: { loop_var: p }
`).map(rule => [rule.name, rule.localPorts, rule.protocol, rule.remoteAddresses])).toEqual([
    ['CM rc', ['2701'], 'tcp', ['10.0.10.5/32']], ['CM wake', ['9', '25536'], 'udp', ['10.0.10.5/32']],
    ['x80', ['80'], 'tcp', undefined], ['x81', ['81'], 'tcp', undefined], ['d1', ['82'], 'tcp', undefined],
  ])
})

test('a template that the file does not decide is never a literal', () => {
  expect(neutral(`- win_firewall_rule:
    name: "{{ prefix }}-{{ item }}"
    program: "{{ program }}"
    enable: "{{ on }}"
    action: "{{ action }}"
    direction: "{{ direction }}"
    protocol: "{{ proto }}"
    localport: "{{ item }}"
    remoteip: "{{ nets | join(',') }}"
    profile: "{{ profile }}"
  with_items: "{{ ports }}"
`)).toEqual([{
    id: null, name: '{{ prefix }}-{{ item }}', localPorts: ['{{ item }}'], remoteAddresses: ["{{ nets | join(',') }}"],
    unmodelled: ['program={{ program }}', 'profile={{ profile }}', 'condition=with_items {{ ports }}'],
  }])
})

test('a key that an item of a literal loop lacks takes its default, or leaves the option out', () => {
  const loop = `- hosts: w
  tasks:
    - win_firewall_rule:
        name: "{{ item.name | default('Agent') }}"
        localport: "{{ item.port | string }}"
        protocol: "{{ item.proto | default('tcp') }}"
        direction: "{{ item.way | default('in') }}"
        enabled: "{{ item.on | default(true) | bool }}"
        remoteip: "{{ item.from | default(omit) }}"
        program: "{{ other | default('C:\\\\agent.exe') }}"
      loop:
        - { name: RDP, port: 3389, on: no, from: 192.0.2.0/24 }
        - { port: 53, proto: udp, way: out }
`
  const program = ["program={{ other | default('C:\\agent.exe') }}"]
  expect(neutral(loop)).toEqual([
    { id: null, name: 'RDP', direction: 'inbound', action: 'allow', enabled: false, protocol: 'tcp', localPorts: ['3389'], remoteAddresses: ['192.0.2.0/24'], unmodelled: program },
    { id: null, name: 'Agent', direction: 'outbound', action: 'allow', enabled: true, protocol: 'udp', localPorts: ['53'], unmodelled: program },
  ])
})

test('variables that tasks, files or prompts may change are not trusted', () => {
  const rule = "    - win_firewall_rule: { name: a, localport: '{{ p }}', protocol: tcp }\n"
  const play = (more: string, first: string) => rulesOf(`- hosts: all\n  vars: { p: 80 }\n${more}  tasks:\n${first}${rule}`)[0]?.localPorts.text
  expect(play('', '')).toEqual(['80'])
  expect(play('', '    - set_fact: { p: 81 }\n')).toEqual(['{{ p }}'])
  expect(play('', '    - include_vars: x.yml\n')).toEqual(['{{ p }}'])
  expect(play('  vars_files: [x.yml]\n', '')).toEqual(['{{ p }}'])
})

test('conditions make a rule a maybe; when false never runs', () => {
  expect(rulesOf(`- hosts: all
  tasks:
    - win_firewall_rule: { name: a }
      when:
        - ansible_os_family == "Windows"
        - x
    - win_firewall_rule: { name: b }
      when: false
    - win_firewall_rule: { name: c }
      when: true
    - when: y
      block:
        - win_firewall_rule: { name: d }
      rescue:
        - win_firewall_rule: { name: e }
    - win_firewall_rule: { name: f }
      delegate_to: other
    - win_firewall_rule: { name: g }
      tags: [never]
  handlers:
    - win_firewall_rule: { name: h }
`).map(rule => [rule.name, ...rule.unmodelled])).toEqual([
    ['a', 'condition=when ansible_os_family == "Windows" and x'], ['c'], ['d', 'condition=when y'], ['e', 'condition=when y > rescue'],
    ['f', 'condition=delegate_to other'], ['g', 'condition=tag never'], ['h', 'condition=handler'],
  ])
})

test('a second task of one name changes the rule, so the last port of a loop stays open alone', () => {
  expect(neutral(`- win_firewall_rule: { name: Web, localport: "{{ item }}", protocol: tcp }
  loop: [80, 443]
- win_firewall_rule: { name: web, enabled: false }
`)).toMatchObject([{ name: 'web', localPorts: ['443'], enabled: false, protocol: 'tcp' }])
})

test('a second task takes a program away again', () => {
  const task = (program: string): string => `- win_firewall_rule:\n    name: Agent\n    program: ${program}\n    service: any\n`
  expect(changesOf(task("'C:\\agent.exe'") + task('any'))).toMatchObject([{ kind: 'set', values: { program: undefined } }])
  expect(Object.keys(changesOf(task("'C:\\agent.exe'") + task('any'))[0]?.values ?? {})).toEqual(expect.arrayContaining(['program', 'service']))
})

test('absent removes, a task with only a group changes the group', () => {
  const text = `- win_firewall_rule: { name: a }
- win_firewall_rule: { name: a, state: absent }
- win_firewall_rule: { group: "File and Printer Sharing", enabled: yes }
`
  expect(rulesOf(text)).toEqual([])
  expect(changesOf(text)).toMatchObject([
    { kind: 'remove', select: { names: ['a'] } }, { kind: 'set', select: { groups: ['File and Printer Sharing'] }, values: { enabled: true } },
  ])
})

test('YAML as Ansible reads it: 20:21 is 1221, 0120 is octal, yes is a boolean, quotes keep text', () => {
  expect(neutral(`- win_firewall_rule: { name: a, protocol: tcp, localport: 20:21, enabled: yes }
- win_firewall_rule: { name: b, protocol: tcp, localport: 0120, enabled: off }
- win_firewall_rule: { name: c, protocol: tcp, localport: "80" }
- win_firewall_rule: { name: d, protocol: icmpv4, icmp_type_code: 8:0 }
`).map(rule => [rule.localPorts, rule.enabled, rule.malformed])).toEqual([[['1221'], true, undefined], [['80'], false, undefined], [['80'], true, undefined], [undefined, true, true]])
})

test('netsh in win_command is read, with its place', () => {
  const text = `- name: netsh
  win_command: netsh advfirewall firewall add rule name="CM {{ site }}" dir=in action=allow protocol=TCP localport={{ port }}
  when: go
- ansible.windows.win_shell: |
    echo off
    netsh advfirewall firewall add rule name=Web dir=in action=allow protocol=TCP localport=80
  args:
    executable: cmd
`
  const [first, second] = rulesOf(text)
  expect(first && withoutSource(neutralRule(first))).toMatchObject({ direction: 'inbound', protocol: 'tcp', localPorts: ['%port%'], unmodelled: expect.arrayContaining(['condition=when go']) })
  expect(second && withoutSource(neutralRule(second))).toMatchObject({ name: 'Web', localPorts: ['80'] })
  expect(second && placeOf(second.source)).toMatchObject({ line: 6, column: 5 })
})

test('commands that a loop lists are read, and what is wrong with each is told once', () => {
  const { parts, problems } = parse(`- win_command: "{{ item }}"
  loop:
    - netsh advfirewall firewall add rule name=Agent dir=in action=allow protocol=TCP localport=2701
    - ipconfig /registerdns
- win_firewall_rule: { name: Web, localport: "{{ item }}" }
  loop: [80, 443]
`)
  expect(parts.flatMap(({ rules }) => rules)).toMatchObject([{ name: 'Agent', localPorts: { ranges: [[2701, 2701]] } }, { name: 'Web' }])
  expect(problems.map(({ message }) => message)).toEqual(['Rule "Web" names ports without protocol TCP or UDP.'])
  // The same at the same place of two scripts is two things.
  const script = '- win_shell: New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort $x\n'
  expect(parse(script + script).problems).toHaveLength(2)
})

test('cmdlets in win_shell and win_powershell are read, and templates are variables that nobody knows', () => {
  const text = `- win_powershell:
    script: |
      New-NetFirewallRule -DisplayName "Agent {{ site }}" -Direction Inbound -Program "{{ path }}" -Action Allow -Profile Any
      New-NetFirewallRule -DisplayName Web -Protocol TCP -LocalPort {{ port }} -RemoteAddress '{{ nets }}'
      New-NetFirewallRule -DisplayName Fix -Protocol TCP -LocalPort 2701
  when: not agent_exe.stat.exists
- ansible.windows.win_shell: netsh advfirewall firewall add rule name=CM dir=in action=allow protocol=TCP localport=80,443
- hosts: all
  vars: { cm: 10123 }
  tasks:
    - win_shell: Set-NetFirewallProfile -Profile Domain -Enabled True; New-NetFirewallRule -DisplayName "Notify" -Protocol TCP -LocalPort {{ cm }}
`
  const rules = rulesOf(text)
  expect(rules.map(rule => rule.localPorts.text ?? [])).toEqual([[], [expect.stringContaining('port')], ['2701'], ['80', '443'], ['10123']])
  expect(rules.slice(0, 3).every(rule => rule.unmodelled.includes('condition=when not agent_exe.stat.exists'))).toBe(true)
  expect(rules[1]?.remoteAddresses.unresolved).toEqual([expect.stringContaining('nets')])
  expect(rules.map(rule => rule.malformed)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect(rules[2] && placeOf(rules[2].source)).toMatchObject({ line: 5, column: 7 })
  expect(rules[2] && placeOf(partOf(rules[2], 'localPorts'))).toMatchObject({ line: 5, column: 69 })
  expect(rules[4] && placeOf(rules[4].source)).toMatchObject({ line: 11 })
  expect(parse(text).parts[0]?.profiles.domain?.enabled?.value).toBe(true)
})

test('parameters of win_powershell are given to its script', () => {
  const script = (head: string) => neutral(`- win_powershell:
    script: |
      ${head}
      foreach ($p in $Ports) { New-NetFirewallRule -DisplayName "$Name $p" -Protocol TCP -LocalPort $p }
    parameters:
      Name: Bob's web
      Ports: [80, 443]
`)
  const both = [{ name: "Bob's web 80", localPorts: ['80'] }, { name: "Bob's web 443", localPorts: ['443'] }]
  expect(script('param ([string]$Name, [int[]]$Ports = @(8080))')).toMatchObject(both)
  expect(script('[CmdletBinding(SupportsShouldProcess)] param ([Parameter(Mandatory)] [string]$Name, $Ports)')).toMatchObject(both)
  expect(script('# no parameters')).toMatchObject(both)
})
test('what is told of a script names the template as the file has it, and raw commands are read', () => {
  const { parts, problems } = parse(`- win_shell: New-NetFirewallRule -DisplayName a -Protocol TCP -LocalPort {{ port | default(9182) }}
- ansible.builtin.raw: netsh advfirewall set domainprofile state off
`)
  expect(problems.map(({ message }) => message)).toEqual(['-LocalPort is {{ port | default(9182) }}, which this file does not decide.'])
  expect(parts[0]?.profiles).toMatchObject({ domain: { enabled: { value: false } } })
})

test('DSC resources and rule strings in the registry are rules too', () => {
  expect(neutral(`- win_dsc:
    resource_name: xFirewall
    Name: CM-Web
    DisplayName: Web
    Ensure: Present
    Enabled: "True"
    Protocol: TCP
    LocalPort: ["80"]
- win_regedit: { path: 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\PublicProfile', name: EnableFirewall, data: 1, type: dword }
- win_regedit:
    path: HKLM:\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules
    name: CM-Reg
    type: string
    data: v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=Remote control|
  when: x
`)).toMatchObject([
    { id: 'CM-Web', name: 'Web', localPorts: ['80'] }, { id: 'CM-Reg', name: 'Remote control', localPorts: ['2701'], unmodelled: ['condition=when x'] },
  ])
})

test('a registry value of the policies belongs to Group Policy', () => {
  const { parts } = parse("- win_regedit: { path: 'HKLM:\\\\SOFTWARE\\\\Policies\\\\Microsoft\\\\WindowsFirewall\\\\DomainProfile', name: EnableFirewall, data: 0, type: dword }")
  expect(parts).toMatchObject([{ store: 'group-policy', profiles: { domain: { enabled: { value: false } } } }])
})

test('a value that opens nothing may be unknown', () => {
  const value = (path: string, name: string) => parse(`- win_regedit:\n    path: HKLM:\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\${path}\n    name: ${name}\n    data: "{{ x }}"\n`).problems.length
  expect([value('DomainProfile\\Logging', 'LogFilePath'), value('DomainProfile', 'DisableNotifications'), value('DomainProfile', 'EnableFirewall')]).toEqual([0, 0, 1])
})

test('what the module refuses is malformed, at its place', () => {
  const { parts, problems } = parse(`- win_firewall_rule: { name: a, localport: 80 }
- win_firewall_rule: { name: b, direction: inbound }
- win_firewall_rule: { direction: in }
`)
  expect(parts[0]?.rules.map(rule => [rule.name, rule.malformed !== undefined])).toEqual([['a', true], ['b', true]])
  expect(problems.map(problem => [placeOf(problem.source).line, placeOf(problem.source).column])).toEqual([[1, 44], [2, 44], [3, 3]])
})

test('other YAML is not ours', () => {
  for (const text of ['on: push\njobs: { a: { steps: [{ run: "netsh advfirewall show" }] } }', '- win_copy: { src: a }', 'a:\n  win_firewall.add_rule:\n    - name: b',
    'galaxy_info:\n  role_name: win_firewall\n  description: tasks with win_firewall_rule\n', '# win_shell\nrun: Set-NetFirewallProfile -All -Enabled False\n']) {
    expect(ansible.recognises(sourceText('a.yml', text))).toBe(false)
  }
  expect(ansible.recognises(sourceText('a.yml', TASKS))).toBe(true)
  expect(ansible.recognises(sourceText('a.txt', TASKS))).toBe(false)
})

const CORPUS = '../shared/corpus/ansible/'
const UNIT = `${CORPUS}juju4__ansible-win-firewall/tasks__windows-firewall-unit.yml`
const inCorpus = (() => { try { return readFileSync(UNIT) } catch { return undefined } })();
(inCorpus ? test : test.skip)('corpus (absent: skipped): a role whose every value is a variable gives one rule that proves nothing', () => {
  const file = sourceFile('tasks/main.yml', inCorpus ?? new Uint8Array())
  expect(ansible.recognises(file)).toBe(true)
  const { parts, problems } = ansible.parse(file, {})
  expect(parts[0]?.rules).toMatchObject([{ direction: 'unknown', action: 'unknown', enabled: true, protocol: 'any' }])
  expect(problems).toEqual([])
})

const SHELLS = ['cisagov__LME/ansible__roles__ludus_caldera_agent__tasks__windows.yml',
  'exastro-playbook-collection__OS-Windows2022/WIN_NetFirewallRule_Outbound__OS_build__tasks__build_NetFirewallRule_Outbound_adapter_present.yml'];
(inCorpus ? test : test.skip)('corpus (absent: skipped): cmdlets of real roles make rules that prove nothing', () => {
  const [lme, exastro] = SHELLS.map(path => ansible.parse(sourceFile(path, readFileSync(CORPUS + path)), {}))
  expect(lme?.parts.flatMap(part => part.rules).map(rule => [rule.name, rule.direction, rule.unmodelled.length > 0]))
    .toEqual([['Caldera Agent Outbound', 'outbound', true], ['Caldera Agent Inbound', 'inbound', true]])
  expect(exastro?.parts.flatMap(part => part.rules).every(rule => rule.direction === 'outbound' && rule.unmodelled.length > 0)).toBe(true)
})

test('hostile input neither throws nor takes long', () => {
  survives(ansible, 'x.yml', TASKS)
  const loops = `- hosts: a\n  vars: { l: [${'1,'.repeat(3000)}] }\n  tasks:\n${'    - win_firewall_rule: { name: "{{ item }}" }\n      loop: "{{ l }}"\n'.repeat(10)}`
  expect(parse(loops).problems).toHaveLength(1)
  const units = ['{{', '}}', '{{ a }}', '"{{ a', "- block:\n", '- when: a\n', 'x=', 'a ', '{{ a.b', '{{ a | b', '&a [*a,', 'a.']
  for (const unit of units) {
    const start = performance.now()
    parse(`- win_firewall_rule:\n    name: '${unit.replace(/\n/g, ' ').repeat(20_000)}'\n`)
    parse(`- win_firewall_rule: ${unit.replace(/\n/g, ' ').repeat(2_000)}\n`)
    parse(`- hosts: a\n  vars: { a: b }\n  tasks:\n${`    - win_firewall_rule: { name: '${unit.replace(/\n/g, ' ').repeat(50)}' }\n`.repeat(100)}`)
    expect([unit, performance.now() - start < 10_000]).toEqual([unit, true])
  }
  let deep = ''
  for (let i = 0; i < 300; i++) deep += `${'  '.repeat(i)}- block:\n`
  parse(deep)
})
