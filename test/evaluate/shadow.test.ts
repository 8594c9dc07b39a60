import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findShadowed } from '../../src/evaluate/shadow.ts'
import { addressSet, ANY_ADDRESSES, parseAddresses } from '../../src/model/addresses.ts'
import type { RuleGroup } from '../../src/model/policy.ts'
import { ANY_PORTS, parsePorts, portSet } from '../../src/model/ports.ts'
import { makeRule } from '../../src/model/rules.ts'
import type { AddressKeyword, Layer, PortKeyword, Rule, Span } from '../../src/model/types.ts'

const source: Span = { origin: { path: 'x.pol', place: () => ({ path: 'x.pol', line: 1, column: 1, endLine: 1, endColumn: 1 }), line: () => undefined }, start: 0, end: 0 }
const layer: Layer = { name: 'GPO', path: 'x.pol', store: 'group-policy', parts: [], gpo: undefined }
const group = (rules: readonly Rule[], said: Partial<RuleGroup> = {}): RuleGroup => ({ layer, rules, ignoredIn: 0, condition: undefined, kind: 'written', ...said })

const PORT_WORDS = new Map<string, PortKeyword>([['rpc', 'rpc'], ['rpc-epmap', 'rpc-epmap']])
const ADDRESS_WORDS = new Map<string, AddressKeyword>([['localsubnet', 'local-subnet'], ['localsubnet4', 'local-subnet4'], ['dns', 'dns']])
const ports = (text: string) => parsePorts(text.split(','), PORT_WORDS).set
const addresses = (text: string) => parseAddresses(text.split(','), ADDRESS_WORDS).set
const tcp = (name: string, localPorts: string, said: Partial<Rule> = {}): Rule => makeRule({ name, source, protocol: 6, localPorts: ports(localPorts), ...said })

/** What is found, in words: "b in a", "b is a", "c in a+b". */
const found = (...groups: RuleGroup[]): string[] =>
  findShadowed(groups).shadows.map(({ rule, kind, by }) => `${rule.name} ${kind === 'duplicate' ? 'is' : 'in'} ${by.map(r => r.name).join('+')}`)
const foundIn = (...rules: Rule[]): string[] => found(group(rules))
const OTHERS = Array.from({ length: 50 }, (_, i) => makeRule({ name: `other ${i}`, source, direction: 'outbound', protocol: 17, remotePorts: portSet([[40000 + 2 * i, 40000 + 2 * i]]) }))
/** The same among many rules that have nothing to do with it, so that the index does the work and not the plain comparison. */
const foundInMany = (...rules: Rule[]): string[] => found(group(OTHERS), group(rules))
const expectBoth = (rules: readonly Rule[], expected: readonly string[]): void => {
  expect(foundIn(...rules)).toEqual(expected)
  expect(foundInMany(...rules)).toEqual(expected)
}

test('of two rules that say the same the later one is the duplicate, whatever they are called', () => {
  expectBoth([tcp('a', '445,139', { id: '1', program: 'C:\\A.exe' }), tcp('b', '139,445', { id: '2', program: 'c:\\a.EXE' })], ['b is a'])
  expectBoth([tcp('a', '80'), tcp('b', '80', { action: 'block' })], ['a in b'])
})

test('a repeated rule is a duplicate, however many programs, ports and addresses stand in the policy', () => {
  const rules = Array.from({ length: 300 }, (_, i) => tcp(`${i}`, `${1000 + 3 * i}`, { program: `C:\\${i}.exe`, service: `s${i}`, remoteAddresses: addresses(`192.0.2.${i % 256},10.0.${i >> 8}.${i % 256}`) }))
  const copies = rules.map(rule => makeRule({ ...rule, name: `copy of ${rule.name}` }))
  expectBoth([...rules, ...copies], rules.map(({ name }) => `copy of ${name} is ${name}`))
})

test('a wider rule shadows a narrower one in any order', () => {
  expectBoth([tcp('narrow', '445', { remoteAddresses: addresses('10.0.0.5') }), tcp('wide', '440-450', { remoteAddresses: addresses('10.0.0.0/8') })], ['narrow in wide'])
  expectBoth([tcp('wide', '440-450'), tcp('narrow', '445', { remoteAddresses: addresses('2001:db8::1') })], ['narrow in wide'])
})

test('a block shadows an allow inside it, and an allow never shadows a block', () => {
  expectBoth([tcp('allow', '445'), tcp('block', '400-500', { action: 'block' })], ['allow in block'])
  expectBoth([tcp('block', '445', { action: 'block' }), tcp('allow', '400-500')], [])
})

test.each<[string, Partial<Rule>, Partial<Rule>]>([
  ['another direction', { direction: 'outbound' }, {}],
  ['another protocol', { protocol: 17 }, {}],
  ['fewer profiles', { profiles: 1 }, {}],
  ['a program', { program: 'a.exe' }, {}],
  ['a service', { service: 'bits' }, {}],
  ['every service, which is not each service', { service: '*' }, { service: 'bits' }],
  ['adapter types', { interfaceTypes: ['lan'] }, {}],
  ['all named adapter types, which are not all adapters', { interfaceTypes: ['lan', 'wireless', 'remote-access', 'mobile-broadband'] }, {}],
  ['a Windows version', { platforms: [{ platform: 2, major: 6, minor: 1, orLater: true }] }, {}],
  ['a local address', { localAddresses: addresses('192.0.2.1') }, {}],
  ['an address of one family', { remoteAddresses: addresses('0.0.0.0/0') }, {}],
  ['a keyword whose addresses nobody knows', { remoteAddresses: addresses('localsubnet') }, { remoteAddresses: addresses('10.0.0.1') }],
  ['a host name', { remoteAddresses: addressSet([], [], [], ['host']) }, { remoteAddresses: addresses('10.0.0.1') }],
  ['something unmodelled', { unmodelled: ['RUAuth=x'] }, {}],
  ['IPsec', { ipsec: true, unmodelled: ['Security=Authenticate'] }, {}],
  ['being off', { enabled: false }, {}],
  ['perhaps being off', { enabled: 'unknown' }, {}],
  ['being dropped by Windows', { malformed: 'x' }, {}],
  ['letting pass only under IPsec', { action: 'bypass' }, {}],
])('a wider rule with %s shadows nothing', (_, outer, inner) => {
  expectBoth([tcp('outer', '1-1000', outer), tcp('inner', '7', inner)], [])
})

test.each<[string, Partial<Rule>]>([
  ['a program', { program: 'a.exe' }], ['a service', { service: 'bits' }], ['an adapter type', { interfaceTypes: ['lan'] }], ['the local subnet', { remoteAddresses: addresses('localsubnet') }],
  ['something unmodelled', { unmodelled: ['RUAuth=x'] }], ['a Windows version', { platforms: [{ platform: 2, major: 10, minor: 0, orLater: true }] }], ['one profile', { profiles: 4 }],
])('a rule that also names %s is inside one that does not', (_, said) => {
  expectBoth([tcp('outer', '1-1000'), tcp('inner', '7', said)], ['inner in outer'])
  expectBoth([tcp('outer', '1-1000', said), tcp('inner', '7', said)], ['inner in outer'])
})

test('keywords are contained by the same keyword, by both families of it, or by everything', () => {
  expectBoth([tcp('outer', 'rpc,80'), tcp('inner', 'rpc')], ['inner in outer'])
  expectBoth([tcp('outer', '1-65535'), tcp('inner', 'rpc')], [])
  expectBoth([tcp('outer', '0-65535'), tcp('inner', 'rpc')], ['inner in outer'])
  expectBoth([tcp('outer', '80', { remoteAddresses: addresses('localsubnet,10.0.0.0/8') }), tcp('inner', '80', { remoteAddresses: addresses('localsubnet4') })], ['inner in outer'])
  expectBoth([tcp('outer', '80', { remoteAddresses: addresses('localsubnet4') }), tcp('inner', '80', { remoteAddresses: addresses('localsubnet') })], ['outer in inner'])
})

test('ICMP types contain their codes', () => {
  const icmp = (name: string, ...types: string[]): Rule => makeRule({ name, source, protocol: 1, icmp: types })
  expectBoth([icmp('outer', '8:*', '3:4'), icmp('inner', '8:0')], ['inner in outer'])
  expectBoth([icmp('all'), icmp('inner', '8:*')], ['inner in all'])
  expectBoth([icmp('a', '8:*'), icmp('b', '8:0', '8:*')], ['b is a'])
})

test('a rule of any protocol contains the same of one protocol', () => {
  expectBoth([makeRule({ name: 'any', source, program: 'a.exe' }), tcp('inner', '80', { program: 'A.EXE' })], ['inner in any'])
})

test('several rules together shadow what none of them contains', () => {
  expectBoth([tcp('a', '1-50'), tcp('b', '40-100'), tcp('c', '30-60')], ['c in a+b'])
  expectBoth([tcp('a', '80,443', { profiles: 1 }), tcp('b', '80,8080', { profiles: 6 }), tcp('c', '80')], ['c in a+b'])
  expectBoth([
    tcp('a', '80-90', { remoteAddresses: addresses('10.0.0.0/25') }), tcp('b', '80-90', { remoteAddresses: addresses('10.0.0.128/25') }),
    tcp('c', '85', { remoteAddresses: addresses('10.0.0.0/24') }),
  ], ['c in a+b'])
  expectBoth([
    tcp('a', '80-90', { remoteAddresses: addresses('0.0.0.0/0') }), tcp('b', '80-90', { remoteAddresses: addresses('::/0') }), tcp('c', '85'),
  ], ['c in a+b'])
  expectBoth([tcp('a', '1-50', { action: 'block' }), tcp('b', '51-100'), tcp('c', '30-60')], ['c in a+b'])
  expectBoth([tcp('a', '1-50', { action: 'block' }), tcp('b', '51-100'), tcp('c', '30-60', { action: 'block' })], [])
  expectBoth([tcp('a', '1-50'), tcp('b', '52-100'), tcp('c', '30-60')], [])
  expectBoth([tcp('a', 'rpc,1-50'), tcp('b', '51-100'), tcp('c', 'rpc,45-60')], ['c in a+b'])
})

test('two rules are never each useless because of the other', () => {
  expectBoth([tcp('a', '1,2'), tcp('b', '2,3'), tcp('c', '1,3')], ['a in b+c'])
  expectBoth([tcp('whole', '1-100'), tcp('low', '1-50'), tcp('high', '51-100')], ['low in whole', 'high in whole'])
})

test('rules that do not apply in a profile shadow nothing there, and those that apply nowhere are left alone', () => {
  const wide = tcp('wide', '1-100')
  const narrow = tcp('narrow', '7')
  expect(found(group([wide], { ignoredIn: 1 }), group([narrow]))).toEqual([])
  expect(found(group([wide], { ignoredIn: 6 }), group([narrow], { ignoredIn: 6 }))).toEqual(['narrow in wide'])
  expect(found(group([wide]), group([narrow], { ignoredIn: 7 }))).toEqual([])
})

test("Windows' own rules are neither told of nor a reason", () => {
  expect(found(group([tcp('wide', '1-100')], { kind: 'predefined' }), group([tcp('narrow', '7')]))).toEqual([])
  expect(found(group([tcp('wide', '1-100')]), group([tcp('narrow', '7')], { kind: 'predefined' }))).toEqual([])
})

test('rules of a GPO with a WMI filter shadow only within that GPO', () => {
  const filtered = group([tcp('wide', '1-100'), tcp('inside', '8')], { condition: 'WMI filter X' })
  expect(found(filtered, group([tcp('narrow', '7')]))).toEqual(['inside in wide'])
  expect(found(group([tcp('outer', '7')]), group([tcp('inner', '7')], { condition: 'WMI filter X' }))).toEqual(['inner in outer'])
})

// A small universe, so that edges meet: two protocols, six ports, six addresses, every axis that a rule has.
const portsOf = fc.oneof(
  fc.constant(ANY_PORTS),
  fc.array(fc.tuple(fc.nat(5), fc.nat(2)), { minLength: 1, maxLength: 2 }).map(list => portSet(list.map(([from, length]) => [from, Math.min(5, from + length)] as const))),
)
const addressesOf = fc.oneof(
  { weight: 2, arbitrary: fc.constant(ANY_ADDRESSES) },
  { weight: 3, arbitrary: fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 2 }).map(list => addressSet(
    list.filter(([, , large]) => !large).map(([from, length]) => [from, from + length] as const),
    list.filter(([, , large]) => large).map(([from, length]) => [BigInt(from), BigInt(from + length)] as const),
  )) },
)
const ruleOf: fc.Arbitrary<Rule> = fc.record({
  direction: fc.constantFrom('inbound', 'inbound', 'outbound'), action: fc.constantFrom('allow', 'allow', 'block'), enabled: fc.constantFrom(true, true, true, false),
  protocol: fc.constantFrom(6, 6, 17, 'any'), localPorts: portsOf, remotePorts: fc.oneof({ weight: 3, arbitrary: fc.constant(ANY_PORTS) }, portsOf),
  profiles: fc.constantFrom(7, 1, 3, 6), remoteAddresses: addressesOf, localAddresses: fc.oneof({ weight: 3, arbitrary: fc.constant(ANY_ADDRESSES) }, addressesOf),
  program: fc.constantFrom(undefined, undefined, 'a.exe', 'A.exe'), service: fc.constantFrom(undefined, undefined, undefined, 'bits'),
  interfaceTypes: fc.constantFrom([], [], ['lan' as const], ['lan' as const, 'wireless' as const]),
}).map(said => makeRule({ ...said, name: 'r', source } as Partial<Rule> & Pick<Rule, 'name' | 'source'>))

type P = { direction: string; protocol: number; profile: number; type: string; local: number; remote: number; own: number | bigint; peer: number | bigint; program: string; service: string }
const inPorts = (set: Rule['localPorts'], port: number): boolean => set.ranges.some(([from, to]) => from <= port && port <= to)
const inAddresses = (set: Rule['localAddresses'], address: number | bigint): boolean =>
  typeof address === 'bigint' ? set.v6.some(([from, to]) => from <= address && address <= to) : set.v4.some(([from, to]) => from <= address && address <= to)
const matches = (rule: Rule, p: P): boolean => rule.enabled === true && rule.direction === p.direction && (rule.protocol === 'any' || rule.protocol === p.protocol)
  && (rule.profiles & p.profile) !== 0 && inPorts(rule.localPorts, p.local) && inPorts(rule.remotePorts, p.remote)
  && inAddresses(rule.localAddresses, p.own) && inAddresses(rule.remoteAddresses, p.peer)
  && (rule.program === undefined || rule.program.toLowerCase() === p.program) && (rule.service === undefined || rule.service === p.service)
  && (rule.interfaceTypes.length === 0 || rule.interfaceTypes.includes(p.type as 'lan'))
/** The slow twin: walks the rules one by one ([MS-FASP] 2.2.34). */
function decide(rules: readonly Rule[], p: P): string {
  let verdict = 'default'
  for (const rule of rules) {
    if (!matches(rule, p)) continue
    if (rule.action === 'block') return 'block'
    verdict = 'allow'
  }
  return verdict
}
const packetOf: fc.Arbitrary<P> = fc.record({
  direction: fc.constantFrom('inbound', 'outbound'), protocol: fc.constantFrom(6, 17, 1), profile: fc.constantFrom(1, 2, 4), type: fc.constantFrom('lan', 'wireless', 'other'),
  local: fc.nat(6), remote: fc.nat(6), own: fc.oneof(fc.nat(9), fc.bigInt(0n, 9n)), peer: fc.oneof(fc.nat(9), fc.bigInt(0n, 9n)),
  program: fc.constantFrom('a.exe', 'b.exe'), service: fc.constantFrom('bits', 'other'),
})

test('without the shadowed and duplicate rules every packet fares the same', () => {
  fc.assert(fc.property(fc.array(ruleOf, { maxLength: 12 }), fc.array(packetOf, { minLength: 150, maxLength: 150 }), fc.boolean(), (rules, packets, many) => {
    const { shadows } = findShadowed(many ? [group(OTHERS), group(rules)] : [group(rules)])
    const useless = new Set(shadows.map(s => s.rule))
    const left = rules.filter(rule => !useless.has(rule))
    expect(packets.filter(packet => decide(left, packet) !== decide(rules, packet))).toEqual([])
    for (const { rule, by } of shadows) {
      expect(packets.filter(packet => matches(rule, packet) && !by.some(other => matches(other, packet)))).toEqual([])
    }
  }), { numRuns: 400 })
})

// Few axes, so that rules often cover one another together, and every packet can be asked for.
const flatRuleOf: fc.Arbitrary<Rule> = fc.record({
  action: fc.constantFrom('allow', 'allow', 'allow', 'block'), localPorts: portsOf, profiles: fc.constantFrom(7, 1, 3, 6), remoteAddresses: addressesOf,
  interfaceTypes: fc.constantFrom([], [], [], ['lan' as const]),
}).map(said => makeRule({ ...said, name: 'r', source, protocol: 6 } as Partial<Rule> & Pick<Rule, 'name' | 'source'>))
const FLAT_PACKETS: readonly P[] = [0, 1, 2, 3, 4, 5, 6].flatMap(local => [1, 2, 4].flatMap(profile => ['lan', 'other'].flatMap(type =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n].map(peer => (
    { direction: 'inbound', protocol: 6, profile, type, local, remote: 0, own: 0, peer, program: 'a.exe', service: 'bits' })))))

test('exactly the rules go that other rules cover, alone or together', () => {
  let together = 0
  fc.assert(fc.property(fc.array(flatRuleOf, { maxLength: 14 }), fc.boolean(), (rules, many) => {
    const { shadows } = findShadowed(many ? [group(OTHERS), group(rules)] : [group(rules)])
    together += shadows.filter(s => s.by.length > 1).length
    const useless = new Set(shadows.map(s => s.rule))
    const left = rules.filter(rule => !useless.has(rule))
    expect(FLAT_PACKETS.filter(packet => decide(left, packet) !== decide(rules, packet))).toEqual([])
    for (const rule of left) {
      const others = left.filter(other => other !== rule && (other.action === 'block' || rule.action === 'allow'))
      expect(FLAT_PACKETS.some(packet => matches(rule, packet) && !others.some(other => matches(other, packet)))).toBe(true)
    }
  }), { numRuns: 400 })
  expect(together).toBeGreaterThan(10)
})

const all = <T>(list: readonly T[], test: (value: T) => boolean): boolean => list.every(value => test(value))
const UNIVERSE = { ports: [0, 1, 2, 3, 4, 5, 6, 65535], small: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0xffffffff], large: [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, (1n << 128n) - 1n] }
/** Containment axis by axis, element by element. */
function isInside(a: Rule, b: Rule): boolean {
  const ports = (x: Rule['localPorts'], y: Rule['localPorts']): boolean => all(UNIVERSE.ports, port => !inPorts(x, port) || inPorts(y, port))
  const addresses = (x: Rule['localAddresses'], y: Rule['localAddresses']): boolean => all([...UNIVERSE.small, ...UNIVERSE.large], n => !inAddresses(x, n) || inAddresses(y, n))
  return a.enabled === true && b.enabled === true && a.direction === b.direction && (b.action === 'block' || a.action === 'allow')
    && (b.protocol === 'any' || b.protocol === a.protocol) && (a.profiles & ~b.profiles) === 0
    && ports(a.localPorts, b.localPorts) && ports(a.remotePorts, b.remotePorts) && addresses(a.localAddresses, b.localAddresses) && addresses(a.remoteAddresses, b.remoteAddresses)
    && (b.program === undefined || b.program.toLowerCase() === a.program?.toLowerCase()) && (b.service === undefined || b.service === a.service)
    && (b.interfaceTypes.length === 0 || (a.interfaceTypes.length > 0 && all(a.interfaceTypes, type => b.interfaceTypes.includes(type))))
}

test('every rule inside one other rule is found', () => {
  fc.assert(fc.property(fc.array(ruleOf, { maxLength: 60 }), rules => {
    const useless = new Set(findShadowed([group(rules)]).shadows.filter(s => s.by.length === 1).map(s => s.rule))
    rules.forEach((rule, i) => {
      const inside = rules.some((other, j) => i !== j && isInside(rule, other) && (j < i || !isInside(other, rule)))
      expect(useless.has(rule)).toBe(inside)
    })
  }), { numRuns: 400 })
})

test('every rule inside one other rule is found where hundreds name the same port', () => {
  const crowded = fc.record({
    remoteAddresses: fc.tuple(fc.nat(300), fc.nat(40)).map(([from, length]) => addressSet([[from, from + length]])), profiles: fc.constantFrom(7, 7, 1, 2),
  }).map(said => makeRule({ ...said, name: 'r', source, protocol: 6, localPorts: ports('443') }))
  fc.assert(fc.property(fc.array(crowded, { minLength: 80, maxLength: 300, size: 'max' }), rules => {
    const useless = new Set(findShadowed([group(rules)]).shadows.filter(s => s.by.length === 1).map(s => s.rule))
    const [low, high] = [(rule: Rule) => rule.remoteAddresses.v4[0]?.[0] ?? 0, (rule: Rule) => rule.remoteAddresses.v4[0]?.[1] ?? 0]
    const within = (a: Rule, b: Rule): boolean => (a.profiles & ~b.profiles) === 0 && low(b) <= low(a) && high(a) <= high(b)
    expect(rules.filter((rule, i) => useless.has(rule) !== rules.some((other, j) => i !== j && within(rule, other) && (j < i || !within(other, rule))))).toEqual([])
  }), { numRuns: 60 })
})

test('a policy made to be compared pair by pair costs no more than its size, and what is left open is said', () => {
  // Wide in both axes, crossing everywhere, none inside another.
  const crossing = Array.from({ length: 6000 }, (_, i) => tcp(`r${i}`, `${i + 1}-${30000 + i}`, { remoteAddresses: addressSet([[100000 - i, 200000 - i * 3]]) }))
  const started = performance.now()
  const { shadows, complete } = findShadowed([group(crossing)])
  expect(performance.now() - started).toBeLessThan(5000)
  expect(shadows).toEqual([])
  expect(typeof complete).toBe('boolean')
})

test('rules whose programs differ in letters beyond ASCII are compared without case too', () => {
  expectBoth([tcp('a', '80', { program: 'C:\\Büro\\A.exe' }), tcp('b', '80', { program: 'c:\\BÜRO\\a.exe' })], ['b is a'])
})

test('long lists are compared whole', () => {
  const list = Array.from({ length: 3000 }, (_, i) => [16 * i, 16 * i + 3] as const)
  const outer = tcp('outer', '80', { remoteAddresses: addressSet(list) })
  expectBoth([outer, tcp('inner', '80', { remoteAddresses: addressSet(list.slice(1000, 2000)) })], ['inner in outer'])
  expectBoth([outer, tcp('inner', '80', { remoteAddresses: addressSet([...list.slice(1000, 2000), [5, 5]]) })], [])
})
