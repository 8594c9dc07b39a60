import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { type FlatField, readFlatList } from '../../src/text/flat-yaml.ts'
import { parseJson } from '../../src/text/json-tree.ts'
import { parseYaml, plainValue, prepareYaml, type YamlNode } from '../../src/text/yaml.ts'

await prepareYaml()
const valuesOf = (text: string): unknown[] => parseYaml({ text }).documents.map(plainValue)
const errorsOf = (text: string): string[] => parseYaml({ text }).errors.map(e => e.message)

test('maps, lists and scalars come with their places', () => {
  const text = 'a: 1\nb: [x, "y"]\n'
  const { documents: [root] } = parseYaml({ text })
  expect(plainValue(root as YamlNode)).toEqual({ a: 1, b: ['x', 'y'] })
  const list = root?.kind === 'map' ? root.entries[1] : undefined
  expect(list && text.slice(list.start, list.end)).toBe('b')
  expect(list && text.slice(list.value.start, list.value.end)).toBe('[x, "y"]')
})

test('a scalar keeps its text: 05 and 1.10 are numbers that somebody wrote so', () => {
  const { documents: [root] } = parseYaml({ text: '[05, 1.10, "05", 2027-06-30, off]' })
  const items = root?.kind === 'list' ? root.items : []
  expect(items.map(i => i.kind === 'scalar' && [i.value, i.text, i.quoted])).toEqual([
    [5, '05', false], [1.1, '1.10', false], ['05', '05', true], ['2027-06-30', '2027-06-30', false], ['off', 'off', false],
  ])
})

test('several documents, aliases and merge keys', () => {
  expect(valuesOf('---\na: 1\n---\nb: 2\n')).toEqual([{ a: 1 }, { b: 2 }])
  expect(valuesOf('a: &x { p: 1, q: 2 }\nb: { <<: *x, q: 3 }\n')).toEqual([{ a: { p: 1, q: 2 }, b: { q: 3, p: 1 } }])
  expect(valuesOf('')).toEqual([])
})

test('names that every object has are keys like others', () => {
  expect(valuesOf('constructor: 1\nhasOwnProperty: 2\n')).toEqual([{ constructor: 1, hasOwnProperty: 2 }])
})

test('duplicate keys, unknown aliases and broken brackets are errors', () => {
  expect(errorsOf('a: 1\na: 2\n')).toEqual(['the key "a" stands twice'])
  expect(errorsOf('a: *x\n')).toHaveLength(1)
  expect(errorsOf('a: [1\nb: 2')).not.toHaveLength(0)
})

test('an alias bomb, deep nesting and endless text end soon', () => {
  let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n'
  for (let i = 1; i < 20; i++) bomb += `a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`).join(', ')}]\n`
  expect(errorsOf(bomb)).toEqual(['aliases repeat too much'])
  for (const text of ['['.repeat(100_000), '{a: '.repeat(100_000), '- '.repeat(20_000), '? '.repeat(20_000), `a: "${'\\u'.repeat(1000)}`]) {
    expect(errorsOf(text)).not.toHaveLength(0)
  }
})

test('no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), text => { parseYaml({ text }) }))
  const pieces = fc.constantFrom('a: ', '- ', '[', ']', '{', '}', '&x ', '*x', '!t ', '"', "'", '\n', '  ', '|', '>', '#', ': ', '---\n', '<<: ', '1', '\t')
  fc.assert(fc.property(fc.array(pieces, { maxLength: 25 }), list => { parseYaml({ text: list.join('') }) }), { numRuns: 500 })
})

test('strict JSON is the same tree, and what is not strict is left to YAML', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
    const text = JSON.stringify(value, null, indent)
    if (text.includes('__proto__') || text.includes('e+') || text.includes('-0')) return
    const node = parseJson(text)
    expect(node && plainValue(node)).toEqual(JSON.parse(text))
  }))
  for (const text of ['', '{', '[1,]', '{"a":1,"a":2}', "{'a':1}", '[1] x', '[01]', '"\n"', '['.repeat(300)]) expect(parseJson(text)).toBeUndefined()
})

const read = (text: string): { items: (readonly FlatField[])[]; odd: string[]; end: number | undefined } => {
  const items: (readonly FlatField[])[] = []
  const odd: string[] = []
  const end = readFlatList(text, 0, { item: fields => { items.push([...fields]) }, odd: (from, to) => { odd.push(text.slice(from, to)); return true } })
  return { items, odd, end }
}

test('a plain list of maps is read without the library', () => {
  const { items, odd } = read('- id: x # first\n  ports: ["80", 443, \'5-9\']\n\n# between\n- id: "a\\\\b\\"c"\n  name: it\'s\n')
  expect(odd).toEqual([])
  expect(items.map(fields => fields.map(f => [f.key, f.value]))).toEqual([
    [['id', 'x'], ['ports', ['80', '443', '5-9']]], [['id', 'a\\b"c'], ['name', "it's"]],
  ])
})

test('whatever is not plain is handed over as it stands', () => {
  for (const item of ['- a: |\n    text\n', '- a: &x 1\n', '- a: {b: 1}\n', '- a:\n    - 1\n', '- a: 1\n  a: 2\n', '- a: b: c\n', '- "a": 1\n', '- a: [x, "y, z"]\n', '- a: "x\n    y"\n', '- a: [x,\n    y]\n', '- a: "\\x41"\n', '- plain\n', '- a: [fd00:]\n', '- a: [~]\n', '- a: [-]\n', '- a: [x, -]\n']) {
    expect(read(item)).toMatchObject({ items: [], odd: [item] })
  }
})

test('what the fast reader takes, the library reads alike', () => {
  const text = fc.oneof(fc.string({ maxLength: 8 }), fc.stringMatching(/^[a-z0-9 :#,'"[\]\\*&-]{0,8}$/))
  const value = fc.oneof(text, text.map(t => JSON.stringify(t)), text.map(t => `'${t.replaceAll("'", "''")}'`), fc.array(text, { maxLength: 3 }).map(l => JSON.stringify(l)))
  const item = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), value), { minLength: 1, maxLength: 3 })
    .map(pairs => `- ${pairs.map(([k, v]) => `${k}: ${v}`).join('\n  ')}\n`)
  fc.assert(fc.property(fc.array(item, { minLength: 1, maxLength: 3 }).map(items => items.join('')), source => {
    const { items, odd, end } = read(source)
    if (odd.length > 0 || end !== source.length) return
    const { documents: [root], errors } = parseYaml({ text: source })
    expect(errors).toEqual([])
    const textOf = (node: YamlNode): unknown => (node.kind === 'scalar' ? node.text : node.kind === 'list' ? node.items.map(textOf) : undefined)
    const expected = root?.kind === 'list' ? root.items.map(i => (i.kind === 'map' ? i.entries.map(e => [e.key, textOf(e.value), e.start, e.value.start, e.value.end]) : i)) : root
    expect(items.map(fields => fields.map(f => [f.key, f.value, f.keyStart, f.start, f.end]))).toEqual(expected)
  }), { numRuns: 2000 })
})
