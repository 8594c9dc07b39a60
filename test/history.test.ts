import { afterAll, expect, test } from '@jest/globals'
import type { Finding } from '../src/model/types.ts'
import type { Report } from '../src/model/report.ts'
import { configmgrPack } from '../src/packs/configmgr.ts'
import { Repository } from './history.ts'

// A repository whose every commit is made from a small model. What each step cut, opened and mended is worked out here the slow way: from
// two full reports that know nothing of each other, and packet by packet from the model, which never went through a parser.

interface ModelRule { name: string; allow: boolean; on: boolean; tcp: boolean; from: number; to: number; net: (typeof NETS)[number] }
interface Setting { off: boolean; openByDefault: boolean; shut: boolean }
interface Model {
  yaml: ModelRule[]; reg: ModelRule[]; cmd: ModelRule[]; setting: Setting
  folder: string; configPath: string; workstations: string; kiosks: boolean; comments: number; features: string[]
}
const NETS = ['any', '10.0.30.0/24', '10.0.30.0/25', '192.0.2.7'] as const
const PORTS = [135, 445, 2701, 3389, 8005, 10123]
const FEATURES = ['remote-control', 'client-push', 'wake-up-proxy']

/** Numbers that look random and are the same each time (Park and Miller). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return below => { state = (state * 48271) % 2147483647; return state % below }
}

const yamlText = (m: Model): string => `${'# note\n'.repeat(m.comments)}${m.yaml.length === 0 ? 'rules: []\n' : m.yaml.map(r => `- name: ${r.name}
  direction: inbound
  action: ${r.allow ? 'allow' : 'block'}
  enabled: ${r.on}
  protocol: ${r.tcp ? 'tcp' : 'udp'}
  localPorts: ['${r.from}-${r.to}']
${r.net === 'any' ? '' : `  remoteAddresses: ['${r.net}']\n`}`).join('')}`
const regText = (m: Model): string => `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile]
"EnableFirewall"=dword:0000000${m.setting.off ? 0 : 1}
"DefaultInboundAction"=dword:0000000${m.setting.openByDefault ? 0 : 1}
"DoNotAllowExceptions"=dword:0000000${m.setting.shut ? 1 : 0}

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules]
${m.reg.map(r => `"${r.name}"="v2.31|Action=${r.allow ? 'Allow' : 'Block'}|Active=${r.on ? 'TRUE' : 'FALSE'}|Dir=In|Protocol=${r.tcp ? 6 : 17}|LPort2_10=${r.from}-${r.to}|${r.net === 'any' ? '' : `RA4=${r.net}|`}Name=${r.name}|"\n`).join('')}`
const cmdText = (m: Model): string => `@echo off\r\n${'rem note\r\n'.repeat(m.comments)}rem netsh advfirewall firewall add rule follows\r\n${m.cmd.map(r =>
  `netsh advfirewall firewall add rule name="${r.name}" dir=in action=${r.allow ? 'allow' : 'block'} enable=${r.on ? 'yes' : 'no'} protocol=${r.tcp ? 'TCP' : 'UDP'} localport=${r.from}-${r.to}${r.net === 'any' ? '' : ` remoteip=${r.net}`}\r\n`).join('')}netsh advfirewall set allprofiles settings remotemanagement disable\r\n`

function filesOf(m: Model): Record<string, string> {
  const target = (name: string, layers: string[]): string => `  - name: ${name}\n    layers: [${layers.map(l => `${m.folder}/${l}`).join(', ')}]\n`
  return {
    [`${m.folder}/rules.yml`]: yamlText(m), [`${m.folder}/base.reg`]: regText(m), [`${m.folder}/local.cmd`]: cmdText(m),
    [m.configPath]: `version: 1\nsite: { communication: [https], systems: { console: [10.0.30.0/24] } }\nfeatures: [${m.features.join(', ')}]\ntargets:\n${target(m.workstations, ['base.reg', 'rules.yml', 'local.cmd'])}${m.kiosks ? target('Kiosks', ['rules.yml']) : ''}`,
  }
}

/** One packet at a time: the firewall off, shields up, block rules, allow rules, the default ([MS-FASP] 2.2.34). */
interface Packet { tcp: boolean; port: number; address: number }
const inNet = (net: ModelRule['net'], address: number): boolean =>
  net === 'any' || (net === '192.0.2.7' ? address === 0xc0000207 : address >= 0x0a001e00 && address <= (net === '10.0.30.0/24' ? 0x0a001eff : 0x0a001e7f))
const matches = (r: ModelRule, p: Packet): boolean => r.on && r.tcp === p.tcp && r.from <= p.port && p.port <= r.to && inNet(r.net, p.address)
function passes(rules: readonly ModelRule[], s: Setting, p: Packet): boolean {
  if (s.off) return true
  if (s.shut) return false
  const hits = rules.filter(r => matches(r, p))
  return !hits.some(r => !r.allow) && (s.openByDefault || hits.some(r => r.allow))
}
const packets: Packet[] = [true, false].flatMap(tcp => [0, 65535, ...PORTS.flatMap(p => [p - 1, p, p + 1, p + 2, p + 3])].flatMap(port =>
  [0x01000000, 0x0a001e00, 0x0a001e7f, 0x0a001e80, 0x0a001eff, 0xc0000207].map(address => ({ tcp, port, address }))))

type TargetModel = { rules: readonly ModelRule[]; setting: Setting } | undefined
const WINDOWS: Setting = { off: false, openByDefault: false, shut: false }
const targetOf = (m: Model, kiosks: boolean): TargetModel =>
  kiosks ? (m.kiosks ? { rules: m.yaml, setting: WINDOWS } : undefined) : { rules: [...m.reg, ...m.yaml, ...m.cmd], setting: m.setting }

/** Names of the rules (or settings) under which a packet passes now and did not before. The settings are of the domain profile, the rules of all. */
const openedSlowly = (before: TargetModel, after: TargetModel): string[] => [...new Set([
  ...openedOn(before, after), ...openedOn(before && { ...before, setting: WINDOWS }, after && { ...after, setting: WINDOWS }),
])]
function openedOn(before: TargetModel, after: TargetModel): string[] {
  if (!after) return []
  const fresh = packets.filter(p => passes(after.rules, after.setting, p) && !(before && passes(before.rules, before.setting, p)))
  if (fresh.length === 0) return []
  if (after.setting.off) return ['firewall-off']
  return [...after.rules.filter(r => r.allow && fresh.some(p => matches(r, p))).map(r => r.name), ...(after.setting.openByDefault ? ['default-allow'] : [])].sort()
}

const informational = new Set(configmgrPack().requirements.filter(r => r.severity === 'informational').map(r => r.id))
const statusOf = (report: Report, target: string): Map<string, string> =>
  new Map(report.targets.find(t => t.name === target)?.requirements.filter(r => r.status !== 'not-applicable' && !informational.has(r.id)).map(r => [r.id, r.status]))
const nameIn = (finding: Pick<Finding, 'code' | 'target' | 'message'>, m: Model): string => JSON.stringify([finding.code, finding.target === m.workstations ? 'W' : finding.target, /"([^"]*)"/.exec(finding.message)?.[1]])
const isNeed = ({ code }: { code: string }): boolean => code.startsWith('requirement-') || code === 'port-mismatch'
const OF_RULES = new Set(['rule-too-broad', 'rule-unneeded', 'rule-malformed'])

/** One random edit of the kinds that people make; moves and renames of files, targets and config among them. */
function edit(m: Model, next: (below: number) => number, step: number): string {
  const lists = [m.yaml, m.reg, m.cmd]
  const list = lists[next(3)] as ModelRule[]
  const rule = list[next(Math.max(1, list.length))]
  const fresh = (): ModelRule => {
    const from = PORTS[next(PORTS.length)] as number
    return { name: `Rule ${step}`, allow: next(4) > 0, on: next(4) > 0, tcp: next(3) > 0, from, to: from + next(3), net: NETS[next(NETS.length)] as ModelRule['net'] }
  }
  switch (next(15)) {
    case 0: m.folder = m.folder === 'policies' ? 'gpo/clients' : 'policies'; return 'move the files'
    case 1: m.configPath = m.configPath.startsWith('.github/') ? '.configmgr-firewall.yml' : '.github/.configmgr-firewall.yml'; return 'move the config'
    case 2: m.workstations = m.workstations === 'Workstations' ? 'Clients' : 'Workstations'; return 'rename the target'
    case 3: m.comments = (m.comments + 1) % 4; return 'edit nearby'
    case 4: list.reverse(); return 'turn the order around'
    case 5: m.setting.off = !m.setting.off; return 'switch the firewall'
    case 6: m.setting.openByDefault = !m.setting.openByDefault; return 'change the default'
    case 7: m.setting.shut = !m.setting.shut; return 'shields'
    case 8: m.kiosks = !m.kiosks; return 'add or drop a target'
    case 9: m.features = m.features.length === FEATURES.length ? FEATURES.slice(0, 2) : [...FEATURES]; return 'change the features'
    case 10: if (rule) list.splice(list.indexOf(rule), 1); return 'remove a rule'
    case 11: if (rule) rule.on = !rule.on; return 'switch a rule'
    case 12: if (rule) rule.net = NETS[next(NETS.length)] as ModelRule['net']; return 'change a scope'
    case 13: if (rule) rule.to = rule.from + next(3); return 'change ports'
    default: list.push(fresh()); return 'add a rule'
  }
}

const repository = new Repository()
afterAll(() => { repository.remove() })

test('each of 30 commits is told to have cut, opened and mended what a slow comparison says', async () => {
  const next = seeded(20260601)
  const start = (name: string, port: number): ModelRule => ({ name, allow: true, on: true, tcp: true, from: port, to: port, net: 'any' })
  const model: Model = {
    yaml: [start('RC', 2701), start('SMB', 445)], reg: [start('RPC', 135)], cmd: [start('RDP', 3389)], setting: { ...WINDOWS },
    folder: 'policies', configPath: '.configmgr-firewall.yml', workstations: 'Workstations', kiosks: true, comments: 0, features: [...FEATURES],
  }
  repository.commit(filesOf(model))
  let before = structuredClone(model)
  let full = await repository.report()
  const seen = { cut: 0, opened: 0, mended: 0, quiet: 0, dropped: 0 }
  for (let step = 1; step <= 30; step++) {
    const edits = Array.from({ length: 1 + next(2) }, (_, i) => edit(model, next, step * 10 + i)).join(', ')
    repository.commit(filesOf(model))
    const told = await repository.report('--base', 'HEAD~1')
    const { changes, ...rest } = told
    const now: Report = { ...rest, findings: rest.findings.map(({ new: _, ...f }) => f) }
    if (step % 6 === 0) expect(now).toEqual(await repository.report()) // comparing changes nothing else
    if (!changes) throw new Error('nothing was compared')
    const wanted = { cut: [] as string[], opened: [] as string[], dropped: [] as string[], metAgain: [] as string[] }
    for (const kiosks of [false, true]) {
      const [was, is] = kiosks ? ['Kiosks', 'Kiosks'] : [before.workstations, model.workstations]
      const [old, fresh] = [statusOf(full, was), statusOf(now, is)]
      for (const [id, status] of fresh) {
        if (status !== 'satisfied' && old.get(id) === 'satisfied') wanted.cut.push(`${is} ${id}`)
        if (status === 'satisfied' && old.has(id) && old.get(id) !== 'satisfied') wanted.metAgain.push(`${is} ${id}`)
      }
      for (const id of old.keys()) if (!fresh.has(id)) wanted.dropped.push(`${is} ${id}`)
      wanted.opened.push(...openedSlowly(targetOf(before, kiosks), targetOf(model, kiosks)).map(name => `${is} ${name}`))
    }
    const got = {
      cut: changes.cut.map(c => `${c.target} ${c.requirement}`), dropped: changes.dropped.map(c => `${c.target} ${c.requirement}`),
      opened: changes.opened.map(o => `${o.target} ${o.because === 'rule' ? o.rule : o.because}`),
      metAgain: changes.mended.filter(isNeed).flatMap(m => m.requirements.filter(id => !informational.has(id)).map(id => `${m.target} ${id}`)),
    }
    const sorted = (lists: typeof got): typeof got => ({ cut: lists.cut.sort(), opened: lists.opened.sort(), dropped: lists.dropped.sort(), metAgain: [...new Set(lists.metAgain)].sort() })
    expect({ step, edits, ...sorted(got) }).toEqual({ step, edits, ...sorted(wanted) })
    // Findings about single rules: what is gone is mended, unless its target is gone too.
    const count = (findings: readonly Pick<Finding, 'code' | 'target' | 'message'>[], m: Model): Map<string, number> => {
      const out = new Map<string, number>()
      for (const f of findings) if (OF_RULES.has(f.code) && (f.target === undefined || f.target === m.workstations || model.kiosks)) out.set(nameIn(f, m), (out.get(nameIn(f, m)) ?? 0) + 1)
      return out
    }
    const [oldRules, newRules] = [count(full.findings, before), count(now.findings, model)]
    expect(changes.mended.filter(m => OF_RULES.has(m.code)).map(m => nameIn(m, model)).sort()).toEqual([...oldRules].flatMap(([name, n]) => Array<string>(Math.max(0, n - (newRules.get(name) ?? 0))).fill(name)).sort())
    expect(told.findings.filter(f => OF_RULES.has(f.code) && f.new).map(f => nameIn(f, model)).sort()).toEqual([...newRules].flatMap(([name, n]) => Array<string>(Math.max(0, n - (oldRules.get(name) ?? 0))).fill(name)).sort())
    // A finding about needs is news exactly when one of them stands worse than before.
    const rank = (status: string | undefined): number => ['unverifiable', 'partial', 'missing', 'blocked'].indexOf(status === 'blocked' ? 'missing' : (status ?? ''))
    for (const finding of told.findings.filter(isNeed)) {
      const [old, fresh] = [statusOf(full, finding.target === model.workstations ? before.workstations : (finding.target ?? '')), statusOf(now, finding.target ?? '')]
      const worse = finding.requirements.some(id => fresh.has(id) && rank(old.get(id)) < rank(fresh.get(id)))
      expect([step, edits, finding.message, finding.new]).toEqual([step, edits, finding.message, worse])
    }
    seen.cut += got.cut.length; seen.opened += got.opened.length; seen.mended += changes.mended.length; seen.dropped += got.dropped.length
    if (got.cut.length + got.opened.length + changes.mended.length === 0) seen.quiet++
    before = structuredClone(model)
    full = now
  }
  // The history has some of everything, and steps that did nothing.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(2)
}, 60_000)
