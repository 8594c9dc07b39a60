import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { registryPol } from '../../../src/formats/registry-pol.ts'
import { Lender } from '../../../src/io/lender.ts'
import { neutralRule } from '../../../src/model/rules.ts'
import type { SourceFile } from '../../../src/model/stages.ts'
import type { PolicyFile } from '../../../src/model/types.ts'
import { sourceFile } from '../../../src/text/source-file.ts'
import { POLICIES, polBytes, type PolRecord } from '../registry-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'pol-file-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

let count = 0
/** The file in memory, and on disk. */
function bothWays(bytes: Uint8Array): { readonly inMemory: SourceFile; readonly lent: SourceFile; readonly path: string } {
  const path = join(folder, `${count++}.pol`)
  writeFileSync(path, bytes)
  return { inMemory: sourceFile('registry.pol', bytes), lent: sourceFile('registry.pol', new Lender().loanOf(path, bytes.length)), path }
}
/** Rules from the last to the first, as nobody looks them up in file order only. */
const said = ({ parts, problems }: PolicyFile): unknown => ({
  parts: parts.map(({ rules, ...part }) => ({ ...part, rules: [...rules].reverse().map(rule => ({ ...neutralRule(rule), place: rule.source?.origin.place(rule.source.start, rule.source.end, rule.source.key), end: rule.source?.end })) })),
  problems: problems.map(({ code, message, source }) => ({ code, message, start: source?.start })),
})
/** Says the same in the same order, and sums up to the same. */
function expectSame(lent: PolicyFile, inMemory: PolicyFile): void {
  expect(said(lent)).toEqual(said(inMemory))
  const [mine, other] = [lent.digest?.(), inMemory.digest?.()]
  expect(mine === undefined || other === undefined ? mine === other : mine.equals(other)).toBe(true)
}
const parse = (file: SourceFile): PolicyFile => registryPol.parse(file, {})

const rule = (text: string): string => `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=${text.length}|App=C:\\${text}.exe|Name=${text}|`
const record: fc.Arbitrary<PolRecord> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ name: fc.constantFrom('a', 'B', 'b', 'rule', 'RULE', '\u00e4', 'x'.repeat(600)), data: fc.string({ minLength: 1, maxLength: 9 }).map(rule) }) },
  { weight: 4, arbitrary: fc.record({ name: fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), data: fc.constantFrom('one', 'two').map(rule) }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('blob'), data: fc.nat(70_000).map(size => Buffer.alloc(size, 7)) }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constant('huge'), data: fc.integer({ min: 250_000, max: 600_000 }).map(size => Buffer.alloc(size, 9)) }) },
  { weight: 1, arbitrary: fc.record({ name: fc.constantFrom('**del.rule', '**del.B', '**delvals.'), data: fc.constant(' ') }) },
  { weight: 1, arbitrary: fc.record({ key: fc.constant(`${POLICIES}\\DomainProfile`), name: fc.constant('EnableFirewall'), data: fc.constantFrom(0, 1) }) },
)

test('a file read through the window says what it says in memory', () => {
  fc.assert(fc.property(fc.array(record, { minLength: 1, maxLength: 60 }), fc.nat(), (records, cut) => {
    const many = Array.from({ length: 20 }, () => records).flat()
    const bytes = polBytes(many)
    const { inMemory, lent } = bothWays(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes)
    expectSame(parse(lent), parse(inMemory))
  }), { numRuns: 40 })
})

test('many rules over many windows, their names asked for in any order', () => {
  const { inMemory, lent } = bothWays(polBytes(Array.from({ length: 4000 }, (_, i) => ({ name: `{${(i * 7919) % 4001}}`, data: rule(`program ${i % 37} of rule ${i}`) }))))
  expectSame(parse(lent), parse(inMemory))
})

test('bytes that begin at an odd address', () => {
  const bytes = polBytes([{ name: 'a', data: rule('x') }, { name: 'B', data: Buffer.alloc(3) }, { name: 'c', data: rule('y') }])
  const moved = new Uint8Array(bytes.length + 1)
  moved.set(bytes, 1)
  expectSame(parse(sourceFile('registry.pol', moved.subarray(1))), parse(sourceFile('registry.pol', bytes)))
})

test('a file that is cut while it is checked loses its names, and nothing crashes', () => {
  const { lent, path } = bothWays(polBytes(Array.from({ length: 3000 }, (_, i) => ({ name: `rule ${i}`, data: rule(`program ${i}`) }))))
  const policy = parse(lent)
  truncateSync(path, 100)
  expect(policy.parts[0]?.rules).toHaveLength(3000)
  expect(policy.parts[0]?.rules.at(-1)?.name).toBe('')
  expect(policy.digest?.()).toBeDefined()
})

test('records that say that they are longer than the file stop the reading at once', () => {
  const bytes = polBytes([{ name: 'a', data: rule('x') }, { name: 'B', data: Buffer.alloc(300_000) }])
  bytes.writeUInt32LE(0xffff_ffff, bytes.length - 300_000 - 8)
  const { lent } = bothWays(bytes)
  expect(parse(lent).problems.map(p => p.message)).toEqual([expect.stringMatching(/^The file is broken at byte \d+: a record of 4294967295 bytes is longer than the file/)])
})
