import { expect, test } from '@jest/globals'
import { parseConfig } from '../src/config/index.ts'
import { detect, parseFile } from '../src/formats/index.ts'
import { lint } from '../src/lint.ts'
import type { PolicyFile, Rule } from '../src/model/types.ts'
import { sourceText } from '../src/text/source-file.ts'

/** Playbooks, manifests, recipes, states and tables of strangers that say a thing once and mean it ten thousand times. */
async function read(path: string, text: string): Promise<{ rules: readonly Rule[]; told: readonly string[]; policy: PolicyFile }> {
  const file = sourceText(path, text)
  const { format } = await detect(file)
  if (!format) throw new Error(`${path} is of no format`)
  await format.prepare?.(file)
  const policy = parseFile(format, file, {})
  return { policy, rules: policy.parts.flatMap(part => part.rules), told: policy.problems.map(({ message }) => message) }
}
const lines = (count: number, line: (i: number) => string): string => Array.from({ length: count }, (_, i) => line(i)).join('')
const play = (vars: string, tasks: string): string => `- hosts: all\n  vars:\n${vars}  tasks:\n${tasks}`
const LEFT_OUT = /the rest is left out/

test('variables that name each other a thousand times are left unknown', async () => {
  const vars = `    v0: ""\n${lines(8, i => `    v${i + 1}: "${`{{v${i}}}`.repeat(1000)}"\n`)}    short: tcp\n`
  const { rules } = await read('a.yml', play(vars, '    - win_firewall_rule: { name: "x{{ v8 }}", localport: 1, protocol: tcp }\n'))
  expect(rules[0]?.name).toContain('{{')
  const few = await read('a.yml', play(vars, '    - win_firewall_rule: { name: "x{{ v1 }}", localport: 1, protocol: "{{ short }}" }\n'))
  expect(few.rules[0]).toMatchObject({ name: 'x', protocol: 6 })
})

test('a list of ports that thousands of tasks take is read for some of them, and the others are open', async () => {
  const vars = `    many: [${lines(20_000, i => `${2 * i + 1},`)}]\n`
  const { rules } = await read('a.yml', play(vars, lines(300, i => `    - win_firewall_rule: { name: a${i}, protocol: tcp, localport: "{{ many }}" }\n`)))
  const known = rules.filter(({ localPorts }) => localPorts.unresolved.length === 0)
  expect(rules).toHaveLength(300)
  expect(known.length).toBeGreaterThan(10)
  expect(known.length).toBeLessThan(100)
})

test('a loop repeats a large task so often only; a small one runs to its end', async () => {
  const looped = (text: string): string => `- hosts: all\n  tasks:\n    - win_firewall_rule: { name: "{{ item }}", localport: 1, protocol: tcp, description: ${text} }\n      loop: [${lines(2000, i => `a${i},`)}]\n`
  const large = await read('a.yml', looped('x'.repeat(50_000)))
  expect(large.rules.length).toBeLessThan(200)
  expect(large.told.filter(message => LEFT_OUT.test(message))).toHaveLength(1)
  const small = await read('a.yml', looped('x'))
  expect([small.rules.length, small.told]).toEqual([2000, []])
})

test('defaults of a module that are too large for every task leave its rule open', async () => {
  const { rules } = await read('a.yml', `- hosts: all\n  module_defaults:\n    win_firewall_rule: { protocol: tcp, description: ${'x'.repeat(100_000)} }\n  tasks:\n${lines(100, i => `    - win_firewall_rule: { name: a${i}, localport: 1 }\n`)}`)
  expect([rules.length, rules[0]?.unmodelled.length, rules[0]?.protocol]).toEqual([100, 0, 6])
  expect(rules.at(-1)?.unmodelled.length).toBe(1)
})

test('variables of a task hide those around it, and a loop hides both', async () => {
  const task = (more: string): string => `    - win_firewall_rule: { name: a, protocol: tcp, localport: "{{ p }}" }\n${more}`
  const { rules } = await read('a.yml', play('    p: 1\n', `${task('')}${task('      vars: { p: 2 }\n').replace('name: a', 'name: b')}${task('      loop: [3]\n      loop_control: { loop_var: p }\n').replace('name: a', 'name: c')}${task('      with_file: x\n      loop_control: { loop_var: p }\n').replace('name: a', 'name: d')}`))
  expect(rules.map(({ localPorts }) => localPorts.ranges)).toEqual([[[1, 1]], [[2, 2]], [[3, 3]], []])
})

test.each([
  ['bodies share defaults', (size: number) => `windows_firewall_rule { default: ${lines(size, i => `a${i} => 1, `)};\n${lines(size, i => `'t${i}': ;\n`)}}`],
  ['titles share a body', (size: number) => `windows_firewall_rule { [${lines(size, i => `'t${i}',`)}]: ${lines(size, i => `a${i} => 1, `)} }`],
  ['defaults of the file', (size: number) => `Windows_firewall_rule { ${lines(size, i => `a${i} => 1, `)} }\n${lines(size, i => `windows_firewall_rule { 't${i}': }\n`)}`],
  ['ensure_resource', (size: number) => `ensure_resource('windows_firewall_rule', [${lines(size, i => `'t${i}',`)}], { ${lines(size, i => `a${i} => 1, `)} })`],
  ['create_resources', (size: number) => `create_resources('windows_firewall_rule', { ${lines(size, i => `'t${i}' => {},`)} }, { ${lines(size, i => `a${i} => 1, `)} })`],
])('Puppet resources share so many attributes only: %s', async (_, manifest) => {
  const large = await read('a.pp', manifest(3000))
  expect(large.rules.length).toBeGreaterThan(10)
  expect(large.rules.length).toBeLessThan(1000)
  expect(large.told.filter(message => LEFT_OUT.test(message))).toHaveLength(1)
  expect(large.rules[0]?.unmodelled).toHaveLength(100)
  const small = await read('a.pp', manifest(40))
  expect([small.rules.length, small.told]).toEqual([40, []])
})

test('loops of a recipe repeat a large block so often only, and loops in loops in loops may run or not', async () => {
  const recipe = (ports: number): string => `[${lines(1000, i => `${i},`)}].each do |x|\nwindows_firewall_rule "a#{x}" do\n local_port [${lines(ports, i => `'${i + 1}',`)}]\n protocol 'TCP'\nend\nend\n`
  const large = await read('a.rb', recipe(10_000))
  expect(large.rules.length).toBeLessThan(200)
  expect(large.told.filter(message => LEFT_OUT.test(message))).toHaveLength(1)
  const small = await read('a.rb', recipe(10))
  expect([small.rules.length, small.told]).toEqual([1000, []])
  const nested = (depth: number): string => `${lines(depth, i => `[1].each do |v${i}|\n`)}windows_firewall_rule "a#{v0}" do\n local_port '1'\n protocol 'TCP'\nend\n${'end\n'.repeat(depth)}`
  expect((await read('a.rb', nested(8))).rules[0]).toMatchObject({ name: 'a1', unmodelled: [] })
  expect((await read('a.rb', nested(3000))).rules[0]?.unmodelled.length).toBeGreaterThan(0)
})

test('the names of a Salt state make so many rules only', async () => {
  const state = (count: number): string => `a:\n  win_firewall.add_rule:\n    - protocol: tcp\n    - localport: "${lines(count, i => `${2 * i + 1},`).slice(0, -1)}"\n    - names:\n${lines(count, i => `      - n${i}\n`)}`
  const large = await read('a.sls', state(3000))
  expect(large.rules.length).toBeLessThan(1000)
  expect(large.told.filter(message => LEFT_OUT.test(message))).toHaveLength(1)
  const small = await read('a.sls', state(50))
  expect([small.rules.length, small.told]).toEqual([50, []])
})

test('text that looks like the begin of something at every sign is passed over once', async () => {
  const slashes = '/\\'.repeat(200_000)
  expect((await read('a.pp', `windows_firewall_rule { 'a': }\n$a = ${slashes}\nwindows_firewall_rule { 'b': }\n`)).rules).toHaveLength(2)
  expect((await read('a.rb', `windows_firewall_rule 'a' do\nend\na = ${slashes}x\nwindows_firewall_rule 'b' do\nend\n`)).rules).toHaveLength(2)
  expect((await read('a.rb', `${'windows_firewall_rule = (\n'.repeat(20_000)}${')'.repeat(20_000)}\nwindows_firewall_rule 'b' do\nend\n`)).rules).toHaveLength(1)
  const raw = `# {% raw %}${'{'.repeat(400_000)}}} {% if x %}{% endraw %}\na:\n  win_firewall.add_rule:\n    - localport: 1\n`
  expect((await read('a.sls', raw)).rules).toMatchObject([{ name: 'a', unmodelled: [] }])
})

test('columns that a line does not have cost it nothing', async () => {
  const { told } = await read('a.csv', `Name,DisplayName,Direction,Action,Enabled${','.repeat(300_000)}\na,b,Inbound,Allow,True\n${'a,b\n'.repeat(20_000)}`)
  expect(told.filter(message => /of 300005 cells/.test(message))).toHaveLength(20_001)
})

test('a long list in CLIXML is read for some of the rules that refer to it, a short one for all', async () => {
  const rule = (i: number): string => `<Obj RefId="r${i}"><Props><S N="InstanceID">id${i}</S><S N="DisplayName">n${i}</S><S N="Direction">Inbound</S><S N="Action">Allow</S><S N="Enabled">True</S><S N="Protocol">TCP</S><Ref N="LocalPort" RefId="q"/></Props></Obj>`
  const exported = (ports: number): string =>
    `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="p"><Props><Obj N="LocalPort" RefId="q"><LST>${lines(ports, i => `<S>${2 * i + 1}</S>`)}</LST></Obj></Props></Obj>${lines(500, rule)}</Objs>`
  const open = async (ports: number): Promise<number> => (await read('a.xml', exported(ports))).rules.filter(({ localPorts }) => localPorts.unresolved.length > 0).length
  expect(await open(50)).toBe(0)
  expect(await open(10_000)).toBeGreaterThan(400)
})

test('targets that differ in their names only are judged once', async () => {
  const target = (name: string, more = ''): string => `  - { name: ${name}, layers: [{ path: a.cmd }]${more} }\n`
  const config = await parseConfig(sourceText('.configmgr-firewall.yml', `version: 1\nsite: { systems: { site-server: [10.0.0.0/8] } }\nfeatures: [client-push]\ntargets:\n${target('A')}${target('B')}${target('C', ', role: site-server')}${target('D', ', addresses: [10.1.0.0/16]')}`))
  const files = [sourceText('a.cmd', 'netsh advfirewall firewall add rule name=x dir=in action=allow protocol=tcp localport=445\n')]
  const { policies, report } = await lint({ files, unreadable: [], config, options: { today: '2026-11-25', locale: 'en', version: '0' } })
  expect(policies.map(({ groups }) => policies.findIndex(other => other.groups === groups))).toEqual([0, 0, 2, 3])
  expect(policies.map(({ target: { name } }) => name)).toEqual(['A', 'B', 'C', 'D'])
  const of = (name: string): string[] => report.findings.filter(finding => finding.target === name).map(({ code }) => code)
  expect(of('A').length).toBeGreaterThan(0)
  expect(of('B')).toEqual(of('A'))
})
