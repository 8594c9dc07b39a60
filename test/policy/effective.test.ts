import { expect, test } from '@jest/globals'
import type { Target } from '../../src/model/policy.ts'
import { portSet } from '../../src/model/ports.ts'
import { makeRule } from '../../src/model/rules.ts'
import type { Change, GpoInfo, Layer, PolicyPart, Rule, Span, Store } from '../../src/model/types.ts'
import { resolveTarget } from '../../src/policy/effective.ts'
import { HeldRules } from '../../src/policy/held.ts'

const spanOf = (path: string): Span => {
  const place = { path, line: 1, column: 1, endLine: 1, endColumn: 1 }
  return { origin: { path, place: () => place, line: () => undefined }, start: 0, end: 0, key: path }
}
const rule = (id: string | null, said: Partial<Rule> = {}): Rule => makeRule({ id, name: id ?? 'n', source: spanOf('x'), protocol: 6, ...said })
const layer = (path: string, store: Store, part: Partial<PolicyPart>, gpo?: GpoInfo): Layer =>
  ({ name: path, path, store, parts: [{ store, rules: [], profiles: {}, changes: [], ...part }], gpo })
const predefined = { groupOf: (text: string) => (text === '@x,-1' || text === 'Files' ? 'files' : undefined), select: () => [rule('FPS', { enabled: false, group: '@x,-1' })] }
const resolve = (...layers: Layer[]) => resolveTarget({ name: 'T', role: 'client', profiles: 1, layers, stated: true } satisfies Target, predefined)
const names = (policy: ReturnType<typeof resolve>): string[] => policy.groups.flatMap(g => g.rules.map(r => r.name))
const set = <T>(value: T, path = 'x') => ({ value, source: spanOf(path) })
const change = (said: Partial<Change>): Change => ({ kind: 'set', select: {}, values: {}, condition: undefined, source: spanOf('x'), ...said })

test('the later GPO replaces the whole rule of one id, in any case, and says so when the content differs', () => {
  const policy = resolve(layer('a', 'group-policy', { rules: [rule('{A}', { localPorts: portSet([[1, 1]]) })] }), layer('b', 'group-policy', { rules: [rule('{a}')] }))
  expect(names(policy)).toEqual(['{a}'])
  expect(policy.replaced.map(r => r.winner.id)).toEqual(['{a}'])
  expect(resolve(layer('a', 'group-policy', { rules: [rule('{A}')] }), layer('b', 'group-policy', { rules: [rule('{a}')] })).replaced).toEqual([])
})
test('rules without an id, and rules of different stores, all stay', () => {
  const policy = resolve(layer('s', 'local', { rules: [rule(null), rule(null), rule('X')] }), layer('a', 'group-policy', { rules: [rule('X')] }))
  expect(names(policy)).toEqual(['n', 'n', 'X', 'X'])
})
test('per profile value the later GPO wins, and a value it does not set stays', () => {
  const policy = resolve(
    layer('a', 'group-policy', { profiles: { domain: { defaultOutbound: set('block' as const, 'a'), enabled: set(false, 'a') } } }),
    layer('b', 'group-policy', { profiles: { domain: { defaultOutbound: set('allow' as const, 'b') } } }),
  )
  expect(policy.profiles.domain).toMatchObject({ defaultOutbound: 'allow', enabled: false })
  expect(policy.overridden.map(o => [o.profile, o.setting, o.loser.value])).toEqual([['domain', 'defaultOutbound', 'block']])
})
test('Group Policy wins over the local value, but shields up wins from any store, and only policy decides about local rules', () => {
  const policy = resolve(
    layer('s', 'local', { profiles: { domain: { enabled: set(false), blockAllInbound: set(true), allowLocalRules: set(false) } } }),
    layer('a', 'group-policy', { profiles: { domain: { enabled: set(true), blockAllInbound: set(false) } } }),
  )
  expect(policy.profiles.domain).toMatchObject({ enabled: true, blockAllInbound: true, allowLocalRules: true })
})
test('without merge the local rules of that profile are ignored; program and port rules have switches of their own', () => {
  const policy = resolve(
    layer('s', 'local', { rules: [rule('app', { program: 'a.exe' }), rule('port', { localPorts: { ...portSet([[1, 1]]), text: ['1'] } }), rule('svc', { service: 's' })] }),
    layer('a', 'group-policy', { profiles: { domain: { allowUserApps: set(false) }, public: { allowLocalRules: set(false) }, private: { allowUserPorts: set(false) } } }),
  )
  expect(new Map(policy.groups.flatMap(g => g.rules.map(r => [r.name, g.ignoredIn])))).toEqual(new Map([['app', 1 | 4], ['port', 2 | 4], ['svc', 4]]))
})
test('a GPO whose computer half or whose every link is off does nothing; one without links counts', () => {
  const rules = [rule('X')]
  const link = (enabled: boolean) => ({ path: 'contoso.com', enabled, enforced: false })
  expect(resolve(layer('a', 'group-policy', { rules }, { computerEnabled: false })).notApplied.map(n => n.why)).toEqual(['computer-half'])
  expect(resolve(layer('a', 'group-policy', { rules }, { links: [link(false)] })).groups).toEqual([])
  expect(names(resolve(layer('a', 'group-policy', { rules }, { links: [link(false), link(true)] })))).toEqual(['X'])
  expect(names(resolve(layer('a', 'group-policy', { rules }, { links: [] })))).toEqual(['X'])
})
test('scripts turn Windows rules on, change what stands, and take away; in order', () => {
  const on = layer('a.cmd', 'local', { changes: [change({ select: { groups: ['Files'] }, values: { enabled: true } })] })
  expect(resolve(on).groups.map(g => [g.kind, g.rules.map(r => [r.id, r.enabled])])).toEqual([['predefined', [['FPS', true]]]])
  const own = layer('b.cmd', 'local', { rules: [rule('X')] })
  const off = layer('c.cmd', 'local', { changes: [change({ select: { names: ['x'] }, values: { enabled: false } })] })
  expect(resolve(own, off).groups[0]?.rules[0]?.enabled).toBe(false)
  expect(resolve(on, own, layer('d.cmd', 'local', { changes: [change({ kind: 'reset' })] })).groups).toEqual([])
  expect(resolve(own, layer('e.ps1', 'local', { changes: [change({ kind: 'remove', select: { ids: ['X*'] }, condition: 'if ($a)' })] })).groups[0]?.rules[0]?.unmodelled)
    .toEqual(['condition=if ($a)'])
})
test('a rule behind a deleted one is still replaced by a later GPO of its id, and one that was deleted is no conflict', () => {
  const two = layer('a', 'group-policy', { rules: [rule('R1'), rule('R2')] })
  const deletion = change({ kind: 'remove', select: { ids: ['R1'] } })
  const policy = resolve(two, layer('b', 'group-policy', { changes: [deletion], rules: [rule('R2', { enabled: false })] }))
  expect(policy.groups.map(g => [g.layer.name, g.rules.map(r => [r.id, r.enabled])])).toEqual([['a', []], ['b', [['R2', false]]]])
  expect(resolve(two, layer('b', 'group-policy', { changes: [change({ kind: 'reset' })], rules: [rule('R2', { enabled: false })] })).replaced).toEqual([])
  expect(resolve(two, layer('b', 'group-policy', { changes: [deletion], rules: [rule('R1', { enabled: false })] })).replaced).toEqual([])
})
test('a GPO with a WMI filter replaces and deletes rules only perhaps; one without a filter above it decides', () => {
  const filtered: GpoInfo = { wmiFilter: 'Laptops' }
  const lower = layer('a', 'group-policy', { rules: [rule('X')] })
  const upper = layer('b', 'group-policy', { rules: [rule('x', { enabled: false })] }, filtered)
  const doubted = [['X', ['replaced or deleted where WMI filter Laptops applies']]]
  const left = (policy: ReturnType<typeof resolve>, name: string) => policy.groups.filter(g => g.layer.name === name).flatMap(g => g.rules.map(r => [r.id, r.unmodelled]))
  expect(left(resolve(lower, upper), 'a')).toEqual(doubted)
  expect(resolve(lower, upper).replaced.map(r => r.filter)).toEqual(['WMI filter Laptops'])
  expect(left(resolve(lower, layer('b', 'group-policy', { changes: [change({ kind: 'remove', select: { ids: ['X'] } })] }, filtered)), 'a')).toEqual(doubted)
  expect(left(resolve(lower, layer('b', 'group-policy', { changes: [change({ kind: 'reset' })] }, filtered)), 'a')).toEqual(doubted)
  expect(names(resolve(lower, upper, layer('c', 'group-policy', { rules: [rule('X', { localPorts: portSet([[1, 1]]) })] })))).toEqual(['X'])
  const same = resolve(lower, layer('b', 'group-policy', { rules: [rule('X')] }, filtered))
  expect(same.groups.map(g => [g.condition, g.rules.map(r => r.unmodelled)])).toEqual([[undefined, [[]]], ['WMI filter Laptops', []]])
})
test('a value behind a WMI filter leaves open only what another value would change', () => {
  const filtered: GpoInfo = { wmiFilter: 'Laptops' }
  const off = { profiles: { domain: { blockAllInbound: set(true) } } }
  const on = { profiles: { domain: { blockAllInbound: set(false) } } }
  const domain = (...layers: Layer[]) => resolve(...layers).profiles.domain
  expect(domain(layer('a', 'group-policy', off), layer('b', 'group-policy', off, filtered))).toMatchObject({ blockAllInbound: true, perhaps: [] })
  expect(domain(layer('a', 'group-policy', off), layer('b', 'group-policy', on, filtered)).perhaps).toEqual(['blockAllInbound'])
  expect(resolve(layer('a', 'group-policy', off), layer('b', 'group-policy', on, filtered)).overridden).toEqual([])
  expect(domain(layer('a', 'group-policy', off, filtered), layer('b', 'group-policy', on))).toMatchObject({ blockAllInbound: false, perhaps: [] })
  expect(domain(layer('b', 'group-policy', { profiles: { domain: { enabled: set(true) } } }, filtered)).perhaps).toEqual([])
  expect(domain(layer('a', 'group-policy', off), layer('b', 'group-policy', { unset: { domain: ['blockAllInbound'] } }, filtered)).perhaps).toEqual(['blockAllInbound'])
})
test('local rules count only perhaps where policy ignores them behind a WMI filter', () => {
  const local = layer('s', 'local', { rules: [rule('X')] })
  const merge = (value: boolean, gpo?: GpoInfo) => layer('a', 'group-policy', { profiles: { domain: { allowLocalRules: set(value) } } }, gpo)
  const conditions = (...layers: Layer[]) => resolve(local, ...layers).groups.map(g => [g.ignoredIn, g.condition])
  expect(conditions(merge(false, { wmiFilter: 'Laptops' }))).toEqual([[0, 'policy lets local rules count only under a condition']])
  expect(conditions(merge(true, { wmiFilter: 'Laptops' }))).toEqual([[0, undefined]])
  expect(conditions(merge(false))).toEqual([[1, undefined]])
})
test('a rule that a later GPO brings anew takes the place of its namesake, also where another one was deleted before', () => {
  const remove = change({ kind: 'remove', select: { ids: ['{A}'] } })
  const policy = resolve(
    layer('a', 'group-policy', { rules: [rule('{A}'), rule('{B}', { localPorts: portSet([[1, 1]]) }), rule('{C}')] }),
    layer('b', 'group-policy', { changes: [remove] }), layer('c', 'group-policy', { rules: [rule('{b}')] }),
  )
  expect(names(policy)).toEqual(['{C}', '{b}'])
  expect(policy.replaced.map(({ loser }) => loser.name)).toEqual(['{B}'])
  // What is gone already is not replaced.
  expect(resolve(layer('a', 'group-policy', { rules: [rule('{A}', { localPorts: portSet([[1, 1]]) })] }), layer('b', 'group-policy', { changes: [remove], rules: [rule('{a}')] })).replaced).toEqual([])
})
test('a rule that gets another name is found under that one only', () => {
  const renamed = change({ select: { names: ['OLD'] }, values: { name: 'new' } })
  const after = (name: string): string[] => names(resolve(
    layer('a', 'local', { rules: [rule('old'), rule('other')] }), layer('b', 'local', { changes: [renamed, change({ kind: 'remove', select: { names: [name] } })] }),
  ))
  expect([after('old'), after('NEW'), after('n?w'), after('oth*')]).toEqual([['new', 'other'], ['other'], ['other'], ['new']])
})
test('a removal by name looks at the rules of that name only', () => {
  const held = new HeldRules(layer('a', 'local', {}), 'written', Array.from({ length: 1000 }, (_, i) => rule(`r${i}`)))
  expect([...held.candidates({ names: ['R7', 'r7', 'none'] })]).toEqual([7])
  expect([...held.candidates({ ids: ['r1', 'r1*'] })]).toHaveLength(1000)
})
