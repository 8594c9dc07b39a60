import type { SourceFile } from '../model/stages.ts'
import type { Origin } from '../model/types.ts'
import { piecesOf } from './source-file.ts'
import { type Mapped, MapBuilder, plain, sourceEndOf, sourceOf } from './mapped.ts'

const NOTHING = new Uint8Array()

/** A script that stands inside another file, as a file of its own: its places are places of the outer file. */
export function embeddedFile(outer: SourceFile, name: string, mapped: Mapped): SourceFile {
  const { text } = mapped
  const origin: Origin = {
    path: outer.path,
    place: (start, end, key) => outer.origin.place(sourceOf(mapped, start), Math.max(sourceOf(mapped, start), sourceEndOf(mapped, end)), key),
    line: number => outer.origin.line(number),
  }
  return {
    path: outer.path, name, text, units: text, origin, bytes: NOTHING, pieces: piecesOf(NOTHING), head: text.slice(0, 4096), encoding: outer.encoding, binaryOrigin: outer.binaryOrigin,
    span: (start, end, key) => ({ origin, start, end, key }),
    release() {},
  }
}

/**
 * The value of a YAML text with the place of every character: `value` is what remains of `source` from `start` to `end` when quotes, indentation
 * and folding are undone, so both are walked side by side.
 */
export function mappedValue(source: string, start: number, end: number, value: string): Mapped {
  if (source.startsWith(value, start)) return plain(value, start)
  const builder = new MapBuilder()
  const whole = plain(source.slice(start, end), start)
  let at = 0 // in source, from start
  let from = 0 // where the current piece begins in the value
  let base = 0 // and in the source
  const flush = (to: number): void => { builder.literal(whole, base, base + to - from) }
  // Behind `|` or `>` and its indicators the text begins on the next line.
  if (/[|>]/.test(source[start] ?? '')) at = Math.max(0, source.indexOf('\n', start) - start)
  for (let i = 0; i < value.length; i++) {
    const unit = value[i] as string
    let next = at
    if (isSpace(unit)) {
      if (source[start + next] !== unit) {
        // A folded line end, or an escape: it stands for whatever white space is there.
        flush(i)
        const run = next
        while (start + next < end && isSpace(source[start + next] as string) && !(unit === '\n' && next > run && source[start + next - 1] === '\n')) next++
        builder.fixed(unit, start + run, start + Math.max(run, next))
        at = next
        from = i + 1
        base = at
        continue
      }
    } else while (start + next < end && source[start + next] !== unit) next++
    if (next !== at || i === from) {
      flush(i)
      from = i
      base = next
    }
    at = Math.min(next + 1, end - start)
  }
  flush(value.length)
  return builder.build()
}
const isSpace = (unit: string): boolean => unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r'
