import { isIP as theirs } from 'node:net'
import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { parseAddressRange, parseIPv4, parseIPv6 } from '../../src/model/ip.ts'

const isIP = (text: string): 0 | 4 | 6 => (parseIPv4(text) !== undefined ? 4 : parseIPv6(text) !== undefined ? 6 : 0)

test('an address is one exactly when Node says so, but for zones', () => {
  const piece = fc.constantFrom('0', '1', '9', '10', '01', '255', '256', 'f', 'ffff', 'fffff', 'g', '.', ':', '::', '192.0.2.1', '2001:db8', '%eth0', '/', '-', ' ')
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
    const text = pieces.join('')
    if (!text.includes('%')) expect([text, isIP(text)]).toEqual([text, theirs(text)])
  }), { numRuns: 30_000 })
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended()), text => { expect([text, isIP(text)]).toEqual([text, theirs(text)]) }))
  expect([isIP('fe80::1%eth0'), isIP('010.1.1.1'), isIP('1.2.3'), isIP('::ffff:192.0.2.1'), isIP('1::2::3')]).toEqual([0, 0, 0, 6, 0])
})
test('a subnet holds the addresses that begin like it', () => {
  fc.assert(fc.property(fc.ipV6(), fc.integer({ min: 0, max: 128 }), (text, bits) => {
    const address = parseIPv6(text) as bigint
    const span = 1n << BigInt(128 - bits)
    const from = (address / span) * span
    expect(parseAddressRange(`${text}/${bits}`)).toEqual({ v6: [from, from + span - 1n] })
  }))
})
test('a number of groups that two colons cannot stand for', () => {
  expect(['1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '::1:2:3:4:5:6:7:8', '1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:7:1.2.3.4', '::1.2.3.4', ':', ':::', '::', '1:'].map(isIP))
    .toEqual([6, 6, 0, 6, 0, 6, 0, 0, 6, 0])
  expect(parseIPv6('1:2:3:4:5:6:1.2.3.4')).toBe(0x00010002000300040005000601020304n)
})
