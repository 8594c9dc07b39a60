import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PolNumbers } from '../../../src/formats/registry-pol/pol-numbers.ts'
import { readToken } from '../../../src/formats/shared/rule-token.ts'
import type { AddressSet, PortSet } from '../../../src/model/types.ts'

const unitsOf = (text: string): Uint16Array => Uint16Array.from(text, letter => letter.charCodeAt(0))
const shown = (value: unknown): unknown => {
  const { ranges, v4, v6, keywords } = value as Partial<PortSet & AddressSet>
  return { ranges, v4, v6, keywords }
}
const octet = fc.oneof(fc.nat(255).map(String), fc.constantFrom('0', '00', '01', '127', '256', ''))
const address = fc.tuple(octet, octet, octet, octet).map(parts => parts.join('.'))
const value = fc.oneof(
  fc.nat(70_000).map(String), fc.constantFrom('', '0', '00', '0080', 'RPC', '80-90', '080'),
  fc.tuple(fc.nat(70_000), fc.nat(70_000)).map(([from, to]) => `${from}-${to}`), fc.constantFrom('80-080', '80-80', '0-65535', '80-90,91', '80 - 90', '-5', '5-'),
  address, fc.tuple(address, fc.constantFrom('', '/', '/0', '/8', '/08', '/24', '/32', '/33', '/255.255.255.0', ' ', '-')).map(parts => parts.join('')),
  fc.tuple(address, address).map(parts => parts.join('-')), fc.string({ maxLength: 12 }),
)

test('what is read straight from the units is what the careful reader reads', () => {
  let quick = 0
  fc.assert(fc.property(fc.constantFrom('LPort', 'RPort', 'LA4', 'RA4', 'LA6', 'RMAuth', 'LPort2_10', 'RPort2_10', 'LP', 'R'), value.filter(text => !text.includes('|')), fc.constantFrom('', '|', '|Name=x'), (key, text, rest) => {
    const token = `${key}=${text}`
    const numbers = new PolNumbers()
    const found = numbers.read(unitsOf(`v2.31|${token}${rest}`), 6, 6 + token.length + rest.length)
    if (!found) return
    quick++
    const careful = readToken(token)
    expect([numbers.end, found.field, shown(found.value)]).toEqual([6 + token.length, careful.field, shown(careful.value)])
  }), { numRuns: 5000 })
  expect(quick).toBeGreaterThan(100)
})

test.each(['LPort=445', 'RPort=65535', 'RA4=10.0.0.1', 'RA4=10.0.10.0/24', 'LA4=10.0.0.1-10.0.0.9', 'RA4=10.0.0.0/8', 'LPort2_10=80-90', 'RPort2_10=0-65535'])('%s needs no careful reader', text => {
  expect(new PolNumbers().read(unitsOf(text), 0, text.length)).toBeDefined()
})
test.each(['LPort=65536', 'LPort=RPC', 'RA4=10.0.0.5/24', 'RA4=127.0.0.1', 'RA4=0.0.0.0', 'RA4=10.0.0.9-10.0.0.1', 'RA4=10.0.0.0/255.0.0.0', 'RA4=10.0.0.0/0', 'LPort=', 'LPort2_10=90-80', 'LPort2_10=IPHTTPSIn', 'RPort2_10=1-65536'])('%s needs it', text => {
  expect(new PolNumbers().read(unitsOf(text), 0, text.length)).toBeUndefined()
})
