import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { newlyOpened } from '../../src/evaluate/exposure.ts'
import { addressSet, ANY_ADDRESSES } from '../../src/model/addresses.ts'
import type { EffectivePolicy } from '../../src/model/policy.ts'
import { ANY_PORTS, portSet } from '../../src/model/ports.ts'
import { makeRule } from '../../src/model/rules.ts'
import type { Layer, Rule, Span } from '../../src/model/types.ts'
import { contentKey, resolveTarget } from '../../src/policy/effective.ts'

const place = { path: 'x.pol', line: 1, column: 1, endLine: 1, endColumn: 1 }
const source: Span = { origin: { path: 'x.pol', place: () => place, line: () => undefined }, start: 0, end: 0 }
const policy = (rules: readonly Rule[], inbound?: 'allow'): EffectivePolicy => {
  const layer: Layer = {
    name: 'a', path: 'x.pol', store: 'group-policy', gpo: undefined,
    parts: [{ store: 'group-policy', rules, changes: [], profiles: inbound ? { domain: { defaultInbound: { value: inbound, source } } } : {} }],
  }
  return resolveTarget({ name: 'T', role: 'client', profiles: 1, layers: [layer], stated: true }, { groupOf: () => undefined, select: () => [] })
}
const rule = (said: Partial<Rule>): Rule => makeRule({ name: 'n', source, protocol: 6, profiles: 1, ...said })
const range = (max: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const anyRule = fc.record({
  enabled: fc.constantFrom(true, true, false), action: fc.constantFrom('allow' as const, 'allow' as const, 'block' as const), protocol: fc.constantFrom<Rule['protocol']>(6, 17, 'any'),
  localPorts: fc.oneof(fc.constant(ANY_PORTS), range(5).map(r => portSet([r]))), remoteAddresses: fc.oneof(fc.constant(ANY_ADDRESSES), range(4).map(r => addressSet([r]))),
}).map(rule)

function passes(rules: readonly Rule[], protocol: number, port: number, address: number): boolean {
  const on = rules.filter(r => r.enabled === true && (r.protocol === 'any' || r.protocol === protocol)
    && r.localPorts.ranges.some(([a, b]) => a <= port && port <= b) && r.remoteAddresses.v4.some(([a, b]) => a <= address && address <= b))
  return on.some(r => r.action === 'allow') && !on.some(r => r.action === 'block')
}

test('something is newly opened exactly when a packet passes that did not pass before', () => {
  const rules = fc.array(anyRule, { maxLength: 4 })
  fc.assert(fc.property(rules, rules, fc.subarray([0, 1, 2, 3]), (before, added, kept) => {
    const after = [...before.filter((_, i) => kept.includes(i)), ...added]
    const opened = newlyOpened(policy(before), policy(after), contentKey).opened
    let grew = false
    for (const protocol of [6, 17]) for (let port = 0; port <= 6; port++) for (let address = 0; address <= 5; address++) {
      grew ||= passes(after, protocol, port, address) && !passes(before, protocol, port, address)
    }
    // A rule for any protocol may count as opening where the old policy named the protocols one by one; never the other way round.
    if (grew) expect(opened.length).toBeGreaterThan(0)
    else if (after.every(r => r.protocol !== 'any')) expect(opened).toEqual([])
  }), { numRuns: 1000 })
})
test('a renamed rule opens nothing, a wider one does, and a narrower one does not', () => {
  const old = policy([rule({ localPorts: portSet([[445, 445]]), remoteAddresses: addressSet([[1, 5]]) })])
  const changed = (said: Partial<Rule>) => newlyOpened(old, policy([rule({ localPorts: portSet([[445, 445]]), remoteAddresses: addressSet([[1, 5]]), ...said })]), contentKey).opened
  expect(changed({ name: 'other' })).toEqual([])
  expect(changed({ remoteAddresses: addressSet([[1, 4]]) })).toEqual([])
  expect(changed({ remoteAddresses: ANY_ADDRESSES }).map(o => o.profiles)).toEqual([1])
  expect(newlyOpened(policy([], 'allow'), policy([rule({})]), contentKey).opened).toEqual([])
})
test('a setting opens like a rule: firewall off, inbound default allow, shields down', () => {
  const [block, allow] = [rule({ action: 'block', localPorts: portSet([[445, 445]]) }), rule({ localPorts: portSet([[445, 445]]) })]
  const because = (before: EffectivePolicy, after: EffectivePolicy) => newlyOpened(before, after, contentKey).opened.map(o => o.because)
  const shut = (p: EffectivePolicy): EffectivePolicy => ({ ...p, profiles: { ...p.profiles, domain: { ...p.profiles.domain, blockAllInbound: true } } })
  const off = (p: EffectivePolicy): EffectivePolicy => ({ ...p, profiles: { ...p.profiles, domain: { ...p.profiles.domain, enabled: false } } })
  expect(because(policy([]), policy([], 'allow'))).toEqual(['default-allow'])
  expect(because(policy([block], 'allow'), policy([], 'allow'))).toEqual(['default-allow'])
  expect(because(policy([block], 'allow'), policy([block, allow], 'allow'))).toEqual([])
  expect(because(policy([allow]), off(policy([allow])))).toEqual(['firewall-off'])
  expect(because(policy([block], 'allow'), off(policy([block], 'allow')))).toEqual(['firewall-off'])
  expect(because(shut(policy([allow])), policy([allow]))).toEqual(['rule'])
  expect(because(policy([allow]), shut(policy([allow, rule({})])))).toEqual([])
  expect(because(off(policy([])), policy([allow], 'allow'))).toEqual([])
})
test('a large change is compared whole, and one made to be hard is given up with a word', () => {
  const many = (port: number) => policy(Array.from({ length: 5000 }, (_, i) => rule({ localPorts: portSet([[port + i, port + i]]), remoteAddresses: addressSet([[i, i + 5]]) })))
  expect(newlyOpened(many(1), many(30_000), contentKey)).toMatchObject({ complete: true })
  expect(newlyOpened(policy(Array.from({ length: 6000 }, (_, i) => rule({ localPorts: portSet([[1, 1]]), remoteAddresses: addressSet([[i * 2, i * 2]]) }))),
    policy(Array.from({ length: 6000 }, (_, i) => rule({ localPorts: portSet([[1, 1]]), remoteAddresses: addressSet([[i * 2 + 1, i * 2 + 1]]) }))), contentKey)).toMatchObject({ complete: false })
})
