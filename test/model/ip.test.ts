import { isIP as theirs } from 'node:net'
import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { isIP } from '../../src/model/ip.ts'

test('an address is one exactly when Node says so, but for zones', () => {
  const piece = fc.constantFrom('0', '1', '9', '10', '01', '255', '256', 'f', 'ffff', 'fffff', 'g', '.', ':', '::', '192.0.2.1', '2001:db8', '%eth0', '/', '-', ' ')
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
    const text = pieces.join('')
    if (!text.includes('%')) expect([text, isIP(text)]).toEqual([text, theirs(text)])
  }), { numRuns: 30_000 })
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended()), text => { expect([text, isIP(text)]).toEqual([text, theirs(text)]) }))
  expect([isIP('fe80::1%eth0'), isIP('010.1.1.1'), isIP('1.2.3'), isIP('::ffff:192.0.2.1'), isIP('1::2::3')]).toEqual([0, 0, 0, 6, 0])
})
