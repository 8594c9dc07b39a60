import { expect, test } from '@jest/globals'
import { type CsvRecord, delimiterOf, readCsv } from '../../src/text/csv.ts'

function read(text: string, delimiter = ',', quotes = true): { rows: readonly (readonly string[])[]; records: CsvRecord[]; open: number | undefined } {
  const records: CsvRecord[] = []
  const open = readCsv(text, 0, delimiter, record => { records.push(record) }, quotes)
  return { rows: records.map(({ cells }) => cells), records, open }
}

test('cells, quotes, doubled quotes and line ends inside quotes', () => {
  expect(read('a,b\r\n"c ""d""",\n"e\nf", "g"\n\n').rows).toEqual([['a', 'b'], ['c "d"', ''], ['e\nf', 'g']])
})
test('every cell knows its place, quotes left out', () => {
  const text = 'a;"b c";\r\nd;e'
  const { records } = read(text, ';')
  expect(records.map(({ places }) => places.length)).toEqual([6, 4])
  const [first] = records
  expect(text.slice(first?.places[2], first?.places[3])).toBe('b c')
  expect(text.slice(first?.start, first?.end)).toBe('a;"b c";')
})
test('a quote that never ends is told', () => {
  expect(read('a,"b\nc').open).toBe(2)
})
test('lists of a console have no quoting', () => {
  expect(read('a"b\t"c', '\t', false).rows).toEqual([['a"b', '"c']])
})
test('the delimiter is the sign that stands most often outside of quotes', () => {
  expect(delimiterOf('"a,b,c";"d"')).toBe(';')
  expect(delimiterOf('a\tb')).toBe('\t')
  expect(delimiterOf('a')).toBe(',')
})
