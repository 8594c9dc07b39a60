import { type Mapped, MapBuilder, plain } from '../mapped.ts'

/** What cmd.exe takes for a blank between words. */
export const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 10 || c === 13

/** End of the line that `at` is on, and where the next begins. */
export function lineEnd(text: string, at: number): { end: number; next: number } {
  const feed = text.indexOf('\n', at)
  const next = feed < 0 ? text.length : feed + 1
  const end = feed < 0 ? text.length : feed
  return { end: end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end, next }
}

/** Gives a script line by line, as cmd.exe sees them: continuation lines joined and `%` expanded. */
export class LineReader {
  /** Where the next line begins; set by whoever jumps. */
  next = 0
  readonly #text: string
  readonly #valueOf: (name: string, isArgument: boolean) => string | undefined

  /** `valueOf` gets `NAME` or `%1`; what it does not know stays as it is written. */
  constructor(text: string, valueOf: (name: string, isArgument: boolean) => string | undefined) {
    this.#text = text
    this.#valueOf = valueOf
  }

  get isAtEnd(): boolean { return this.next >= this.#text.length }

  /** The next line with its `%` expanded and its continuation lines joined. */
  read(): Mapped {
    const text = this.#text
    let { end, next } = lineEnd(text, this.next)
    let start = this.next
    if (text.charCodeAt(end - 1) !== 94 || !continues(text, start, end)) {
      this.next = next
      const raw = text.slice(start, end)
      if (!raw.includes('%')) return plain(raw, start)
      const builder = new MapBuilder()
      this.#expand(raw, start, builder)
      return builder.build()
    }
    const builder = new MapBuilder()
    for (;;) {
      const more = text.charCodeAt(end - 1) === 94 && end > start && continues(text, start, end)
      this.#expand(text.slice(start, more ? end - 1 : end), start, builder)
      start = next
      if (!more || start >= text.length) break
      ;({ end, next } = lineEnd(text, start))
    }
    this.next = start
    return builder.build()
  }

  /** `%%`, `%VAR%`, `%1` and `%*` of a stretch that stands at `start`. */
  #expand(raw: string, start: number, builder: MapBuilder): void {
    const source = plain(raw, start)
    let done = 0
    for (let at = raw.indexOf('%'); at >= 0 && at < raw.length; at = raw.indexOf('%', at)) {
      if (raw[at + 1] === '%') {
        builder.literal(source, done, at)
        builder.fixed('%', start + at, start + at + 2)
        done = at += 2
        continue
      }
      const argument = /%(?:\*|~?[a-z]*\d)/iy
      argument.lastIndex = at
      const found = argument.exec(raw)
      const close = found ? at + found[0].length - 1 : raw.indexOf('%', at + 1)
      if (close < 0) break
      const value = found ? this.#valueOf(found[0], true) : this.#valueOf(raw.slice(at + 1, close), false)
      if (value !== undefined) {
        builder.literal(source, done, at)
        builder.fixed(value, start + at, start + close + 1)
        done = close + 1
      }
      at = close + 1
    }
    builder.literal(source, done, raw.length)
  }
}

/** Whether the caret at the end of a line escapes the line end: outside of quotes, and not itself escaped. */
function continues(text: string, start: number, end: number): boolean {
  let quoted = false
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at)
    if (c === 34) quoted = !quoted
    else if (c === 94 && !quoted) {
      if (at === end - 1) return true
      at++
    }
  }
  return false
}
