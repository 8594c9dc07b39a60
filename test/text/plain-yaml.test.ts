import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { readPlainYaml } from '../../src/text/plain-yaml.ts'
import { parseYaml, prepareYaml, type YamlNode } from '../../src/text/yaml.ts'

await prepareYaml()

/** What the library makes of it, told apart from the plain reader by a document mark that only the library reads. */
const library = (text: string): unknown => {
  const { documents, errors } = parseYaml({ text: `---\n${text}` })
  return errors.length > 0 || documents.length !== 1 ? undefined : bare(documents[0] as YamlNode, 4)
}
/** Where a block ends (before or after blank lines and comments) is nobody's concern; everything else is. */
function bare(node: YamlNode, shift: number): unknown {
  if (node.kind === 'scalar') return { ...node, start: node.start - shift, end: node.end - shift }
  if (node.kind === 'list') return { kind: 'list', start: node.start - shift, items: node.items.map(item => bare(item, shift)) }
  return { kind: 'map', start: node.start - shift, entries: node.entries.map(e => ({ ...e, start: e.start - shift, end: e.end - shift, value: bare(e.value, shift) })) }
}
const own = (text: string): unknown => {
  const node = readPlainYaml(text)
  return node && bare(node, 0)
}
function same(text: string): boolean {
  const mine = own(text)
  if (mine !== undefined) expect(mine).toEqual(library(text))
  return mine !== undefined
}

test('configs are read, and as the library reads them', () => {
  const config = readFileSync(join(import.meta.dirname, '../../examples/contoso/.configmgr-firewall.yml'), 'utf8')
  expect(same(config)).toBe(true)
  expect(same(config.replaceAll('\n', '\r\n'))).toBe(true)
  expect(same('a: 1\nb:\n- x\n- "y z" # c\nc: {d: [1, \'e\'], f: null}\ng:\n  - h: i\n    j: k\n  - - l\n    - m\n')).toBe(true)
  expect(same('a: {p: policies/{11}/x}\n')).toBe(false)
  expect(same('- policies/{11111111-2222-3333-4444-555555555555}\n- 10.1.0.0/16\n- 2027-06-30\n- http://x:80/#y\n')).toBe(true)
})

test('what is more than plain is left to the library', () => {
  for (const text of ['a: |\n  b\n', 'a: &x 1\n', 'a: *x\n', 'a: !t 1\n', '? a\n: b\n', 'a: b\n  c\n', 'a: "b\\n"\n', 'a: \'it\'\'s\'\n', 'a:\n', 'a: 1\na: 2\n', '<<: 1\n', 'a: 0x1F\n', 'a: 010\n', 'a: 1.5\n', '', '# only\n', 'a: [1,\n  2]\n', 'a: [1, 2,]\n', '\ta: 1\n', 'a: b: c\n', '- a\n b\n']) {
    expect([text, own(text)]).toEqual([text, undefined])
  }
})

test('it never reads a text otherwise than the library', () => {
  const piece = fc.constantFrom('a', 'b', 'key', ': ', ':', '- ', '-', '\n', '\n  ', '\n    ', '[', ']', '{', '}', ', ', ',', '"', '\'', ' #c', '#', '1', '07', '1.5', 'true', '~', ' ', '*', '&', '!', '|', '>', '%', '\\', '10.0.0.1', '\r\n', 'é')
  fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), pieces => { same(pieces.join('')) }), { numRuns: 20_000 })
})

test('real configs', () => {
  const cases = join(import.meta.dirname, '../../../shared/cases')
  if (!existsSync(cases)) {
    process.stderr.write('skipped: the folder of cases is not here\n')
    return
  }
  const configs = readdirSync(cases).map(name => join(cases, name, 'repo/.configmgr-firewall.yml')).filter(existsSync)
  const read = configs.filter(path => same(readFileSync(path, 'utf8')))
  expect(read.length).toBeGreaterThan(configs.length * 0.9)
})
