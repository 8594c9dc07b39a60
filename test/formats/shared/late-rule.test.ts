import { expect, test } from '@jest/globals'
import { PlacesPool, PooledRule } from '../../../src/formats/shared/late-rule.ts'
import { makeRule } from '../../../src/model/rules.ts'
import type { Span } from '../../../src/model/types.ts'
import { sourceText } from '../../../src/text/source-file.ts'

const { origin } = sourceText('a.ps1', '')
const other = sourceText('b.ps1', '').origin
const pooled = (pool: PlacesPool, source: Span, parts: readonly number[]): PooledRule =>
  new PooledRule(makeRule({ name: 'x', source }), source, pool, Int32Array.from([...parts, 99]), parts.length)

test('a rule of a pool knows its place and those of its parts, also of parts that stand before it and far away', () => {
  const pool = new PlacesPool()
  const said = [
    { source: { origin, start: 0, end: 0 }, parts: [] },
    { source: { origin, start: 500_000_000, end: 500_000_400 }, parts: [1, 10, 20, 0, 499_999_999, 500_000_000, 15, 5, 5] },
    { source: { origin: other, start: 7, end: 9, key: 'k' }, parts: [3, 7, 8] },
    ...Array.from({ length: 300 }, (_, i) => ({ source: { origin, start: 1000 * i, end: 1000 * i + 900 }, parts: [1, 1000 * i + 5, 1000 * i + 205, 2, 64 * i, 128 * i] })),
  ]
  const rules = said.map(({ source, parts }) => pooled(pool, source, parts))
  expect(rules.map(({ source, parts }) => ({ source, parts }))).toEqual(said)
})
