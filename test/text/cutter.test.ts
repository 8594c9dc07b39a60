import { expect, test } from '@jest/globals'
import { Cutter } from '../../src/text/cutter.ts'

test('a word is cut as it stands, whatever was cut before it', () => {
  const text = 'private profile privatf TCP tcp a  ü🔒ü a-word-of-more-than-24-characters'
  const cutter = new Cutter(text, ['profile', 'any'])
  for (let round = 0; round < 2; round++) {
    for (let start = 0; start < text.length; start++) for (let end = start; end <= text.length; end++) expect(cutter.cut(start, end)).toBe(text.slice(start, end))
  }
})
