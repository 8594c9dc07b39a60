import { neutralRule } from '../../src/model/rules.ts'
import type { Format } from '../../src/model/stages.ts'
import { sourceFile } from '../../src/text/source-file.ts'

/** Reads one input as a run would; says what is wrong with the outcome. Exceptions go through. `patience` is for machines that are busy. */
export function probe(format: Format, path: string, bytes: Uint8Array, patience = 1): string | undefined {
  const start = performance.now()
  const file = sourceFile(path, bytes)
  format.recognises(file)
  const { parts, problems } = format.parse(file, {})
  const spent = performance.now() - start
  let places = 0
  for (const { source } of [...problems, ...parts.flatMap(part => [...part.rules, ...part.changes])]) {
    if (++places > 2000) break
    const { line, endLine } = source.origin.place(source.start, source.end, source.key)
    if (!(line >= 1 && endLine >= line && source.end >= source.start && source.start >= 0)) return `no place: ${source.start} to ${source.end}`
  }
  // Read later, it says the same.
  const later = format.parse(sourceFile(path, bytes), { repeats: true })
  if (later.counts) {
    const rules = later.parts.flatMap(part => part.rules)
    if (JSON.stringify(rules.map(neutralRule)) !== JSON.stringify(parts.flatMap(part => part.rules).map(neutralRule))) return 'other rules when they are read later'
    if (rules.length !== later.counts.rules || rules.filter(rule => rule.enabled === false).length !== later.counts.disabled) return `${later.counts.rules} rules were counted, ${later.counts.disabled} of them disabled`
  }
  // What a parser owes to any bytes: one second, and one more for each megabyte.
  return spent > patience * (1000 + bytes.length / 1000) ? `slow: ${Math.round(spent)} ms for ${bytes.length} bytes` : undefined
}
