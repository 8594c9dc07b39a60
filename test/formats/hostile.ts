import type { Format } from '../../src/model/stages.ts'
import { sourceFile } from '../../src/text/source-file.ts'

/** The neutral form without places and absent fields, for comparing what rules mean. */
export function withoutSource({ source: _source, ...rule }: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined))
}

/** Parses every truncation of a text, and many copies of it with bytes changed: none may throw, every place must be one. */
export function survives(format: Format, name: string, text: string): void {
  const bytes = new TextEncoder().encode(text)
  const step = Math.max(1, Math.floor(bytes.length / 200))
  for (let end = 0; end < bytes.length; end += step) look(format, name, bytes.subarray(0, end))
  let seed = 1
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
  for (let round = 0; round < 200; round++) {
    const copy = bytes.slice()
    for (let change = 0; change <= round % 8; change++) copy[random(copy.length)] = random(256)
    look(format, name, copy)
  }
}
function look(format: Format, name: string, bytes: Uint8Array): void {
  const file = sourceFile(name, bytes)
  format.recognises(file)
  const { parts, problems } = format.parse(file, {})
  for (const { source } of [...parts.flatMap(part => [...part.rules, ...part.changes]), ...problems]) {
    const place = source.origin.place(source.start, source.end, source.key)
    if (!(place.line >= 1 && place.endLine >= place.line && source.end >= source.start)) throw new Error(`No place: ${JSON.stringify(place)}`)
  }
}
