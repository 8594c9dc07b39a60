import fc from 'fast-check'
import { beforeAll, expect, test } from '@jest/globals'
import { eachItem, JsonPlaces, parseJson, prepareJson } from '../../src/text/json.ts'

beforeAll(() => prepareJson())

test('right JSON, and JSON with comments and trailing commas', () => {
  expect(parseJson('{"a":[1,2]}')).toEqual({ value: { a: [1, 2] }, error: undefined })
  expect(parseJson('{"a":[1,2,],} // x').value).toEqual({ a: [1, 2] })
})
test('wrong JSON gives an error with its place, and what could be read', () => {
  const { value, error } = parseJson('[{"a":1},{"b"')
  expect(error?.offset).toBeGreaterThan(8)
  expect((value as unknown[])[0]).toEqual({ a: 1 })
})
test('depth does no harm', () => {
  expect(parseJson('['.repeat(200_000)).error).toBeDefined()
  expect(new JsonPlaces('['.repeat(200_000)).find([0])).toBeDefined()
})
test('a value is found by its path', () => {
  const text = '{ "x": [ {"a": "}\\"]", /* , */ "b" : [1, 22]} ] }'
  const place = new JsonPlaces(text).find(['x', 0, 'b', 1])
  expect(text.slice(place?.valueStart, place?.valueEnd)).toBe('22')
  const property = new JsonPlaces(text).find(['x', 0, 'a'])
  expect(text.slice(property?.start, property?.valueEnd)).toBe('"a": "}\\"]"')
  expect(new JsonPlaces(text).find(['x', 1])).toBeUndefined()
})
test('every value that JSON.stringify writes is found where it stands', () => {
  fc.assert(fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }))), fc.constantFrom(0, 2), (list, indent) => {
    const value = JSON.parse(JSON.stringify(list)) as Record<string, unknown>[]
    const text = JSON.stringify(value, null, indent)
    const places = new JsonPlaces(text)
    value.forEach((item, index) => {
      for (const key of Object.keys(item)) {
        const place = places.find([index, key])
        expect(JSON.parse(text.slice(place?.valueStart, place?.valueEnd))).toEqual(item[key])
      }
    })
  }), { numRuns: 100 })
})
test('a long list read in pieces is the same list', () => {
  const list = Array.from({ length: 20_000 }, (_, i) => ({ Name: `rule },\n  { ${i}`, Ports: [{ a: i }], Text: 'x'.repeat(40) }))
  for (const text of [JSON.stringify(list), JSON.stringify(list, null, 2), JSON.stringify(list, null, 4).replaceAll('\n', '\r\n')]) {
    const items: unknown[] = []
    const [known, plain] = [new JsonPlaces(text), new JsonPlaces(text)]
    if (eachItem(text, item => items.push(item) > 0, known)) {
      expect(items).toEqual(list)
      for (let index = 0; index <= list.length; index += 7) {
        expect([known.find([index]), known.find([index, 'Ports', 0, 'a'])]).toEqual([plain.find([index]), plain.find([index, 'Ports', 0, 'a'])])
      }
      expect(known.find([list.length])).toBeUndefined()
    }
    else expect(text.startsWith('[{')).toBe(true) // one line: a cut may fall into a text, and then nobody goes on
  }
})
