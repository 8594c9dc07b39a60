import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { addressSet, addressTexts, includesAddresses, intersectAddresses, parseAddresses, subtractAddresses, unionAddresses } from '../../src/model/addresses.ts'
import { formatIPv6, parseAddressRange, parseIPv6 } from '../../src/model/ip.ts'
import { contains, includes, intersect, parsePortRange, parsePorts, portSet, portTexts, subtract, union } from '../../src/model/ports.ts'
import type { AddressSet } from '../../src/model/types.ts'

// Of 65,536 ports a random one hardly ever lies on an edge, and edges are where the mistakes are.
const port = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 65530, max: 65535 }))
const range = fc.tuple(port, port).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const ports = fc.array(range, { maxLength: 4 }).map(ranges => portSet(ranges))

test('a set operation on ports agrees with the same operation on a single port', () => {
  fc.assert(fc.property(ports, ports, port, (a, b, p) => {
    expect(contains(union(a, b), p)).toBe(contains(a, p) || contains(b, p))
    expect(contains(intersect(a, b), p)).toBe(contains(a, p) && contains(b, p))
    expect(contains(subtract(a, b), p)).toBe(contains(a, p) && !contains(b, p))
  }))
})
test('equal port sets are equal values, whatever they were made from', () => {
  fc.assert(fc.property(ports, ports, (a, b) => {
    expect(union(a, b)).toEqual(union(b, a))
    expect(union(subtract(a, b), intersect(a, b))).toEqual(a)
    expect(includes(a, b)).toBe(subtract(b, a).ranges.length === 0)
  }))
})
test('ports keep the entries as written and join them for arithmetic', () => {
  const { set, bad } = parsePorts(['80', '81-90', 'RPC', '70000', '9-3', 'x'], new Map([['rpc', 'rpc']]))
  expect(portTexts(set)).toEqual(['80', '81-90', 'rpc'])
  expect(set.ranges).toEqual([[80, 90]])
  expect(bad).toEqual(['70000', '9-3', 'x'])
  expect(parsePortRange('0-65535')).toEqual([0, 65535])
})

const LOW6 = 0n
const HIGH6 = (1n << 128n) - 1n
const v4 = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0xfffffff8, max: 0xffffffff }))
const v6 = fc.oneof(fc.bigInt({ min: LOW6, max: 9n }), fc.bigInt({ min: HIGH6 - 9n, max: HIGH6 }))
const ordered = <T extends number | bigint>([a, b]: [T, T]): readonly [T, T] => (a < b ? [a, b] : [b, a])
const addresses = fc.tuple(fc.array(fc.tuple(v4, v4).map(ordered), { maxLength: 4 }), fc.array(fc.tuple(v6, v6).map(ordered), { maxLength: 3 })).map(([four, six]) => addressSet(four, six))
const has4 = (set: AddressSet, a: number): boolean => set.v4.some(([from, to]) => from <= a && a <= to)
const has6 = (set: AddressSet, a: bigint): boolean => set.v6.some(([from, to]) => from <= a && a <= to)

test('a set operation on addresses agrees with the same operation on a single address, in both families', () => {
  fc.assert(fc.property(addresses, addresses, v4, v6, (a, b, four, six) => {
    expect(has4(unionAddresses(a, b), four)).toBe(has4(a, four) || has4(b, four))
    expect(has6(unionAddresses(a, b), six)).toBe(has6(a, six) || has6(b, six))
    expect(has4(intersectAddresses(a, b), four)).toBe(has4(a, four) && has4(b, four))
    expect(has6(intersectAddresses(a, b), six)).toBe(has6(a, six) && has6(b, six))
    expect(has4(subtractAddresses(a, b), four)).toBe(has4(a, four) && !has4(b, four))
    expect(has6(subtractAddresses(a, b), six)).toBe(has6(a, six) && !has6(b, six))
  }))
})
test('the texts of an address set mean the same set again', () => {
  fc.assert(fc.property(addresses, set => {
    fc.pre(set.v4.length + set.v6.length > 0)
    const again = parseAddresses(addressTexts(set), new Map()).set
    expect(includesAddresses(again, set) && includesAddresses(set, again)).toBe(true)
  }))
})
test('IPv6 text goes to a number and back', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: HIGH6 }), n => expect(parseIPv6(formatIPv6(n))).toBe(n)))
})
test.each([
  ['10.1.2.3/255.255.0.0', { v4: [0x0a010000, 0x0a01ffff] }], ['192.0.2.0/24', { v4: [0xc0000200, 0xc00002ff] }], ['192.0.2.9-192.0.2.10', { v4: [0xc0000209, 0xc000020a] }],
  ['0.0.0.0/0', { v4: [0, 0xffffffff] }], ['2001:db8::1', { v6: [0x20010db8000000000000000000000001n, 0x20010db8000000000000000000000001n] }],
])('%s is the range that Windows reads', (text, expected) => expect(parseAddressRange(text)).toEqual(expected))
test.each(['10.0.0.1/33', '010.1.1.1', '1.1.1.256', '10.0.0.5-10.0.0.1', '10.0.0.1/255.0.255.0', '2001:db8::/129', '10.0.0.1-2001:db8::1', 'host', '', '1.2.3', '::ffff:1.2.3.4%eth0'])(
  '%j is no address', text => expect(parseAddressRange(text)).toBeUndefined())
test('LocalSubnet of both families is LocalSubnet', () => {
  expect(addressSet([], [], ['local-subnet4', 'local-subnet6']).keywords).toEqual(['local-subnet'])
  expect(addressSet([], [], ['local-subnet4']).keywords).toEqual(['local-subnet4'])
})
