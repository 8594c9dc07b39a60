import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { judge } from '../../src/evaluate/judge.ts'
import { addressSet, ANY_ADDRESSES } from '../../src/model/addresses.ts'
import type { Target } from '../../src/model/policy.ts'
import { ANY_PORTS, portSet } from '../../src/model/ports.ts'
import type { Requirement, TrafficBox } from '../../src/model/requirements.ts'
import { makeRule, PROFILES, profileBit } from '../../src/model/rules.ts'
import type { Layer, PolicyPart, Profile, ProfileSettings, Rule, Span } from '../../src/model/types.ts'
import { resolveTarget } from '../../src/policy/effective.ts'

const place = { path: 'x.pol', line: 1, column: 1, endLine: 1, endColumn: 1 }
const source: Span = { origin: { path: 'x.pol', place: () => place, line: () => undefined }, start: 0, end: 0 }
const nothingPredefined = { groupOf: () => undefined, select: () => [] }

const layer = (rules: readonly Rule[], profiles: PolicyPart['profiles'] = {}, store: Layer['store'] = 'group-policy'): Layer =>
  ({ name: 'a', path: 'x.pol', store, parts: [{ store, rules, profiles, changes: [] }], gpo: undefined })
const target = (layers: readonly Layer[], profiles = 1): Target => ({ name: 'T', role: 'client', profiles, layers, stated: true })
const box: TrafficBox = { direction: 'inbound', protocol: 6, ports: portSet([[3, 6]]), dynamicRpc: false, endpointMapper: false }
const requirement = (b: TrafficBox = box): Requirement => ({
  id: 'r', need: 'r', feature: 'f', from: 'site-server', to: 'client', role: 'client', peer: 'site-server', severity: 'required', status: 'applies', boxes: [b],
  satisfiedBy: [], kind: 'port', conditions: [], sources: [], seed: false, eitherOpens: false, pack: 'p',
})
const rule = (said: Partial<Rule>): Rule => makeRule({ name: 'n', source, protocol: 6, ...said })
const ask = (layers: readonly Layer[], peers = addressSet([[1, 4]]), b = box, profiles = 1) =>
  judge(resolveTarget(target(layers, profiles), nothingPredefined), [requirement(b)], { addressesOf: () => peers, own: undefined })
const statusOf = (...args: Parameters<typeof ask>): string => ask(...args).verdicts[0]?.status ?? ''

// A small universe: eight ports, six addresses, so that edges meet often.
const range = (max: number): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const anyRule = fc.record({
  enabled: fc.boolean(), direction: fc.constantFrom('inbound' as const, 'outbound' as const), action: fc.constantFrom('allow' as const, 'block' as const),
  protocol: fc.constantFrom<Rule['protocol']>(6, 6, 17, 'any'), profiles: fc.integer({ min: 1, max: 7 }),
  localPorts: fc.oneof(fc.constant(ANY_PORTS), fc.array(range(8), { minLength: 1, maxLength: 2 }).map(r => portSet(r))),
  remoteAddresses: fc.oneof(fc.constant(ANY_ADDRESSES), fc.array(range(6), { minLength: 1, maxLength: 2 }).map(r => addressSet(r))),
}).map(said => rule(said))
const setting = <T>(value: T): { value: T; source: Span } => ({ value, source })
const anySettings = fc.record({
  enabled: fc.option(fc.constantFrom(true, true, true, false), { nil: undefined }),
  defaultInbound: fc.option(fc.constantFrom('block' as const, 'block' as const, 'allow' as const), { nil: undefined }),
  blockAllInbound: fc.option(fc.constantFrom(false, false, true), { nil: undefined }),
  allowLocalRules: fc.option(fc.boolean(), { nil: undefined }),
}).map(said => Object.fromEntries(Object.entries(said).filter(([, v]) => v !== undefined).map(([k, v]) => [k, setting(v)])) as ProfileSettings)

/** The slow twin: one packet, every rule, in the words of [MS-FASP] 2.2.34. */
function passes(port: number, address: number, profile: Profile, settings: ProfileSettings, policyRules: readonly Rule[], localRules: readonly Rule[]): boolean {
  if (settings.enabled?.value === false) return true
  if (settings.blockAllInbound?.value === true) return false
  const rules = settings.allowLocalRules?.value === false ? policyRules : [...policyRules, ...localRules]
  const matching = rules.filter(r => r.enabled === true && r.direction === 'inbound' && (r.protocol === 'any' || r.protocol === 6)
    && (r.profiles & profileBit(profile)) !== 0 && r.localPorts.ranges.some(([a, b]) => a <= port && port <= b)
    && r.remoteAddresses.v4.some(([a, b]) => a <= address && address <= b))
  if (matching.some(r => r.action === 'block')) return false
  return matching.some(r => r.action === 'allow') || settings.defaultInbound?.value === 'allow'
}

test('a verdict is what deciding every packet one by one says', () => {
  fc.assert(fc.property(fc.array(anyRule, { maxLength: 5 }), fc.array(anyRule, { maxLength: 3 }), anySettings, fc.integer({ min: 1, max: 7 }), (policyRules, localRules, settings, profiles) => {
    const all = { domain: settings, private: settings, public: settings }
    const layers = [layer(localRules, {}, 'local'), layer(policyRules, all)]
    const outcomes: boolean[] = []
    for (const profile of PROFILES) {
      if ((profiles & profileBit(profile)) === 0) continue
      for (let port = 3; port <= 6; port++) for (let address = 1; address <= 4; address++) outcomes.push(passes(port, address, profile, settings, policyRules, localRules))
    }
    const { verdicts, needs } = ask(layers, addressSet([[1, 4]]), box, profiles)
    const status = verdicts[0]?.status
    if (outcomes.every(Boolean)) expect(status).toBe('satisfied')
    else if (outcomes.some(Boolean)) expect(['partial', 'blocked']).toContain(status)
    else expect(['missing', 'blocked']).toContain(status)
    // Every gap is proven by a packet that does not pass.
    for (const gap of needs[0]?.gap ?? []) for (const piece of gap.region) {
      const port = piece.ports.ranges[0]?.[0] ?? 0
      const address = piece.addresses.v4[0]?.[0] ?? 0
      expect(passes(port, address, gap.profile, settings, policyRules, localRules)).toBe(false)
    }
  }), { numRuns: 2000 })
})

test('a block rule wins over an allow rule in any order', () => {
  const allow = rule({ name: 'allow', localPorts: portSet([[3, 6]]) })
  const block = rule({ name: 'block', action: 'block', localPorts: portSet([[5, 5]]) })
  for (const rules of [[allow, block], [block, allow]]) {
    const { verdicts, needs } = ask([layer(rules)])
    expect(verdicts[0]?.status).toBe('blocked')
    expect(needs[0]?.cause).toMatchObject({ reason: 'block-rule', rule: { name: 'block' } })
  }
})

test('a block without any allow is a missing rule, not a conflict', () => {
  expect(statusOf([layer([rule({ action: 'block' })])])).toBe('missing')
})

test('shields up voids every inbound allow, from any store', () => {
  const { verdicts, needs } = ask([layer([], { domain: { blockAllInbound: setting(true) } }, 'local'), layer([rule({})], { domain: { blockAllInbound: setting(false) } })])
  expect(verdicts[0]?.status).toBe('blocked')
  expect(needs[0]?.cause?.reason).toBe('block-all-inbound')
})

test.each([
  ['disabled-rule', { enabled: false }], ['wrong-direction', { direction: 'outbound' as const, localPorts: portSet([[3, 6]]) }], ['wrong-protocol', { protocol: 17 }],
  ['wrong-profile', { profiles: 2 }], ['narrow-addresses', { remoteAddresses: addressSet([[99, 100]]) }],
  ['wrong-platform', { platforms: [{ platform: 2, major: 6, minor: 1, orLater: false }] }], ['ipsec-only', { ipsec: true, unmodelled: ['Security=Authenticate'] }],
])('the nearest miss of a rule that is wrong in one thing is %s', (reason, said) => {
  const { verdicts, needs } = ask([layer([rule({ localPorts: portSet([[3, 6]]), name: 'near', ...said })])])
  expect(verdicts[0]?.status).toBe('missing')
  expect(needs[0]?.cause).toMatchObject({ reason, rule: { name: 'near' } })
})

test('a rule for one kind of adapter opens only a part; all kinds together open it', () => {
  const on = (...types: Rule['interfaceTypes']) => rule({ localPorts: portSet([[3, 6]]), interfaceTypes: types })
  expect(statusOf([layer([on('lan')])])).toBe('partial')
  expect(ask([layer([on('lan')])]).needs[0]?.cause?.reason).toBe('narrow-interfaces')
  expect(statusOf([layer([on('lan'), on('wireless', 'remote-access')])])).toBe('satisfied')
})

test('what may or may not apply proves nothing', () => {
  expect(statusOf([layer([rule({ unmodelled: ['FutureTok=1'] })])])).toBe('unverifiable')
  expect(statusOf([layer([rule({}), rule({ action: 'block', unmodelled: ['condition=if ($x)'] })])])).toBe('unverifiable')
  expect(statusOf([layer([rule({ localPorts: { ...ANY_PORTS, ranges: [], unresolved: ['$port'] } })])])).toBe('unverifiable')
})

test('what Windows leaves out or passes over is no doubt', () => {
  const status = (said: Partial<Rule>, b = box): string => statusOf([layer([rule(said)])], undefined, b)
  // An allow rule with LOM leaves the other end out; any firewall there is passes over rules of version 3; no need runs in an app package.
  expect(status({ unmodelled: ['LOM=TRUE'], remoteAddresses: addressSet([[9, 9]]), remotePorts: portSet([[1, 1]]) })).toBe('satisfied')
  expect(status({ unmodelled: ['version=v3.0'] })).toBe('missing')
  for (const unmodelled of ['AppPkgId=S-1-15-2-1', 'Package=S-1-15-2-1', 'App/PackageFamilyName=x', 'PFN=x']) expect(status({ unmodelled: [unmodelled] })).toBe('missing')
  expect(statusOf([layer([rule({}), rule({ action: 'block', unmodelled: ['AppPkgId=S-1-15-2-1'] })])])).toBe('satisfied')
})
test('a rule for the very program that listens is the nearest miss, whatever ports it leaves open; the kernel is not', () => {
  const reason = (program: string, said: Partial<Rule>): string | undefined =>
    ask([layer([rule({ program, ...said })])], undefined, { ...box, listener: { programs: [program.toLowerCase()], services: [], certain: true } }).needs[0]?.cause?.reason
  expect(reason('agent.exe', { enabled: false })).toBe('disabled-rule')
  expect(reason('agent.exe', { protocol: 17 })).toBe('wrong-protocol')
  expect(reason('System', { protocol: 17 })).toBe('no-rule')
})
test('a disabled rule for another program is no near miss: to enable it would open nothing here', () => {
  const reason = (said: Partial<Rule>): string | undefined =>
    ask([layer([rule({ localPorts: portSet([[3, 6]]), ...said })])], undefined, { ...box, listener: { programs: ['agent.exe'], services: [], certain: true } }).needs[0]?.cause?.reason
  expect(reason({ program: 'agent.exe', enabled: false })).toBe('disabled-rule')
  expect(reason({ program: 'spoolsv.exe' })).toBe('wrong-program')
  expect(reason({ program: 'spoolsv.exe', enabled: false })).toBe('no-rule')
})
test('the port at the wrong end is a near miss, a port of something else is none', () => {
  const reason = (said: Partial<Rule>, b = box): string | undefined => ask([layer([rule(said)], { domain: { defaultOutbound: setting('block' as const) } })], undefined, b).needs[0]?.cause?.reason
  expect(reason({ remotePorts: portSet([[4, 4]]) })).toBe('wrong-port')
  expect(reason({ direction: 'outbound', localPorts: portSet([[4, 4]]) }, { ...box, direction: 'outbound' })).toBe('wrong-port')
  expect(reason({ remotePorts: portSet([[99, 99]]) })).toBe('no-rule')
  expect(reason({ localPorts: portSet([[99, 99]]) })).toBe('no-rule')
})
test('the switch that ignores local rules of one kind is the cause', () => {
  const cause = (name: 'allowLocalRules' | 'allowUserPorts' | 'allowUserApps', said: Partial<Rule>) => ask([
    layer([rule({ localPorts: { ...portSet([[3, 6]]), text: ['3-6'] }, ...said })], {}, 'local'), layer([], { domain: { [name]: setting(false) } }),
  ]).needs[0]?.cause
  expect(cause('allowLocalRules', {})).toMatchObject({ reason: 'local-rules-ignored', ignoredBy: 'allowLocalRules', setting: { value: false } })
  expect(cause('allowUserPorts', {})).toMatchObject({ reason: 'local-rules-ignored', ignoredBy: 'allowUserPorts', setting: { value: false } })
})
test('the kernel answers echo requests', () => {
  const echo: TrafficBox = { ...box, protocol: 1, icmp: { v4: 8, v6: 128 } }
  const status = (...rules: Partial<Rule>[]): string => statusOf([layer(rules.map(said => rule({ protocol: 1, ...said })))], undefined, echo)
  expect(status({ icmp: ['8:*'], program: 'System' })).toBe('satisfied')
  // Code 0 is the only one that an echo request has.
  expect(status({ icmp: ['8:0'] })).toBe('satisfied')
  expect(status({ icmp: ['8:1'] })).toBe('missing')
  expect(status({ icmp: ['8:*'] }, { icmp: ['8:1'], action: 'block' })).toBe('satisfied')
  expect(status({ icmp: ['8:*'] }, { icmp: ['8:0'], action: 'block' })).toBe('blocked')
})

test('local rules that policy makes Windows ignore are named as the cause', () => {
  const { verdicts, needs } = ask([layer([rule({})], {}, 'local'), layer([], { domain: { allowLocalRules: setting(false) } })])
  expect(verdicts[0]?.status).toBe('blocked')
  expect(needs[0]?.cause?.reason).toBe('local-rules-ignored')
})

test('an IPv4 scope leaves the IPv6 address of a peer out', () => {
  const peers = addressSet([[1, 1]], [[5n, 5n]])
  expect(statusOf([layer([rule({ remoteAddresses: addressSet([[1, 1]]) })])], peers)).toBe('partial')
  expect(statusOf([layer([rule({ remoteAddresses: addressSet([[1, 1]]) }), rule({ remoteAddresses: addressSet([], [[5n, 5n]]) })])], peers)).toBe('satisfied')
})

test('the keyword rpc is the dynamic range and not the endpoint mapper', () => {
  const rpc = rule({ localPorts: portSet([], ['rpc']) })
  const dynamic: TrafficBox = { ...box, ports: portSet([[49152, 65535]]), dynamicRpc: true }
  const mapper: TrafficBox = { ...box, ports: portSet([[135, 135]]), endpointMapper: true }
  expect(statusOf([layer([rpc])], undefined, dynamic)).toBe('satisfied')
  expect(statusOf([layer([rpc])], undefined, mapper)).toBe('missing')
  expect(statusOf([layer([rule({ localPorts: portSet([], ['rpc-epmap']) })])], undefined, mapper)).toBe('satisfied')
})

test('a rule that asks for IPsec may serve where connection security rules stand beside it', () => {
  const secured = layer([rule({ ipsec: true, unmodelled: ['Security=Authenticate'] })])
  const withRules = { ...secured, parts: secured.parts.map(part => ({ ...part, connectionSecurity: true })) }
  expect(statusOf([secured])).toBe('missing')
  expect(statusOf([withRules])).toBe('unverifiable')
})

test('a block rule for the usual ports is not excused by other ones that the product may have', () => {
  const out = (from: number, to: number): TrafficBox => ({ ...box, direction: 'outbound', ports: portSet([[from, to]]) })
  const wsus: Requirement = { ...requirement(out(8530, 8530)), alternatives: [[out(8530, 8530)], [out(80, 80)]], alternativeKey: 'wsus' }
  const statedUnder = (outbound: 'allow' | 'block', ...rules: Rule[]): string | undefined =>
    judge(resolveTarget(target([layer(rules, { domain: { defaultOutbound: setting(outbound) } })]), nothingPredefined), [wsus], { addressesOf: () => addressSet([[1, 4]]), own: undefined }).verdicts[0]?.status
  const block = rule({ action: 'block', direction: 'outbound', remotePorts: portSet([[8530, 8530]]) })
  expect(statedUnder('allow')).toBe('satisfied')
  expect(statedUnder('allow', block)).not.toBe('satisfied')
  expect(statedUnder('block', block, rule({ direction: 'outbound', remotePorts: portSet([[80, 80]]) }))).toBe('satisfied')
})

test('a rule for a part of the default range is no rule for the default port', () => {
  const narrowed: TrafficBox = { ...box, ports: portSet([[50000, 50255]]), defaultPorts: portSet([[49152, 65535]]), dynamicRpc: true, setting: 'rpc-dynamic' }
  const needOf = (from: number, to: number) => ask([layer([rule({ localPorts: portSet([[from, to]]) })])], undefined, narrowed).needs[0]
  expect(needOf(49152, 50000)).toMatchObject({ status: 'partial' })
  expect(needOf(49152, 50000)?.opensDefaultPort).toBeUndefined()
  expect(needOf(49152, 65535)).toMatchObject({ status: 'satisfied' })
})
