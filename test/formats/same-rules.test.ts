import { expect, test } from '@jest/globals'
import { detect, loadFormats } from '../../src/formats/index.ts'
import { lint } from '../../src/lint.ts'
import { ALL_PROFILES, neutralRule } from '../../src/model/rules.ts'
import { isAnyAddress } from '../../src/model/addresses.ts'
import { formatIPv4 } from '../../src/model/ip.ts'
import type { Rule } from '../../src/model/types.ts'
import { sourceFile } from '../../src/text/source-file.ts'
import { withoutSource } from './hostile.ts'
import { MEANING, SAMPLES } from './samples.ts'

/** What a rule means, spelt one way: no id, no path's case, no places, addresses as the numbers they are. */
function meaning(rule: Rule): Record<string, unknown> {
  const { v4, v6, keywords, unresolved } = rule.remoteAddresses
  const any = isAnyAddress(rule.remoteAddresses)
  expect([any || v6.length === 0, keywords, unresolved]).toEqual([true, [], []])
  return withoutSource({
    ...neutralRule(rule), id: undefined, program: rule.program?.toLowerCase(),
    remoteAddresses: any ? undefined : v4.map(([from, to]) => (from === to ? formatIPv4(from) : `${formatIPv4(from)}-${formatIPv4(to)}`)),
  })
}
const byName = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): number => (String(a['name']) < String(b['name']) ? -1 : 1)

test.each(SAMPLES)('the same policy in $format ($path) means the same', async ({ format, path, bytes, lacks, without }) => {
  const file = sourceFile(path, bytes)
  const found = await detect(file)
  expect(found.format?.id).toBe(format)
  const { parts, problems } = found.format!.parse(file, {})
  expect(problems.map(({ message }) => message)).toEqual([])
  expect(parts.flatMap(part => part.changes)).toEqual([])
  const expected = MEANING.filter(({ name }) => !without.includes(String(name))).map(rule => Object.fromEntries(Object.entries(rule).filter(([key]) => !lacks.includes(key))))
  // Reports list inbound before outbound, so the order says nothing.
  expect(parts.flatMap(part => part.rules).map(meaning).sort(byName)).toEqual([...expected].sort(byName))
})

test('every format has its sample', async () => {
  expect((await loadFormats()).map(({ id }) => id).filter(id => !SAMPLES.some(({ format }) => format === id))).toEqual([])
})

test('every format that writes says the same again', async () => {
  const read = await detect(sourceFile('rules.yml', SAMPLES.find(({ path }) => path === 'rules.yml')!.bytes))
  expect(read.format?.id).toBe('rules-yaml')
  const rules = read.format!.parse(sourceFile('rules.yml', SAMPLES.find(({ path }) => path === 'rules.yml')!.bytes), {}).parts.flatMap(part => part.rules)
  expect(rules.filter(({ profiles }) => profiles === ALL_PROFILES)).toHaveLength(2)
  for (const format of await loadFormats()) {
    if (!format.write) continue
    await format.prepare?.()
    const written = format.write(rules)
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written
    const path = SAMPLES.find(({ format: id }) => id === format.id)!.path
    const { parts, problems } = format.parse(sourceFile(path, bytes), {})
    expect([format.id, problems.map(({ message }) => message)]).toEqual([format.id, []])
    expect([format.id, parts.flatMap(part => part.rules).map(meaning)]).toEqual([format.id, MEANING])
  }
})

test.each(SAMPLES)('a gap in $format ($path) is told at a place of that file', async ({ path, bytes }) => {
  const file = sourceFile(path, bytes)
  const options = { today: '2026-11-25', locale: 'en', version: '0', features: ['client-push'], fixes: true } as const
  const { report } = await lint({ files: [file], unreadable: [], config: undefined, options })
  const [gap] = report.findings.filter(({ code }) => code === 'requirement-missing')
  expect(gap?.location.path ?? (report.files[0]?.rules === 0 ? path : undefined)).toBe(path)
})
