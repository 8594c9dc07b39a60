import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { LineIndex, lineStarts } from '../../src/text/lines.ts'
import { unitsOf } from '../../src/text/units.ts'

test('lines and positions are those that counting from the start gives', () => {
  const piece = fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '\n\r', '', 'a'), fc.nat(9000).map(length => 'x'.repeat(length)))
  fc.assert(fc.property(fc.boolean(), fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(60_000), { maxLength: 20 }), (inUnits, pieces, offsets) => {
    const text = pieces.join('')
    const lines = text.split(/\r\n|\r|\n/)
    const index = new LineIndex(inUnits ? unitsOf(text) : text)
    expect(lineStarts(text)).toHaveLength(lines.length)
    lines.forEach((line, i) => { expect(index.line(i + 1)).toBe(line) })
    expect([index.line(0), index.line(lines.length + 1)]).toEqual([undefined, undefined])
    for (const offset of offsets.filter(o => o <= text.length)) {
      // Between CR and LF the line has not ended yet.
      const before = text.slice(0, offset).replace(text[offset] === '\n' ? /\r$/ : /$^/, '').split(/\r\n|\r|\n/)
      const { line, column } = index.position(offset)
      expect([line, lineStarts(text)[line - 1]! + column - 1]).toEqual([before.length, offset])
    }
  }), { numRuns: 300 })
})

test('a single long line costs no more than many short ones', () => {
  const index = new LineIndex('x'.repeat(5_000_000))
  let sum = 0
  for (let i = 0; i < 60_000; i++) sum += index.position(4_999_000 + (i % 900)).line
  expect(sum).toBe(60_000)
})
