import { Cutter } from '../cutter.ts'
import { type Mapped, sourceEndOf, sourceOf } from '../mapped.ts'
import { LateWord, type Word } from '../word.ts'
import { isBlank, lineEnd } from './lines.ts'

/** Splits a command at blanks outside of quotes. */
export function words(command: Mapped, from: number): Word[] {
  const { text } = command
  const list: Word[] = []
  let at = from
  while (at < text.length) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
    if (at >= text.length) break
    const start = at
    let quoted = false
    let quotes = 0
    let equals = -1
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at)
      if (c === 34) { quoted = !quoted; quotes++ } else if (!quoted && isBlank(c)) break
      else if (c === 61 && equals < 0) equals = at
    }
    const raw = text.slice(start, at)
    list.push({
      text: quotes === 0 ? raw : raw.replaceAll('"', ''),
      start: sourceOf(command, start),
      end: sourceEndOf(command, at),
      value: equals < 0 ? undefined : sourceEndOf(command, equals + 1),
    })
  }
  return list
}

/** Lines that are nothing but one command: by far the most lines of generated scripts, and cut in one go. */
export class PlainLines {
  /** Behind the line that was cut last. */
  next = 0
  readonly #text: string
  readonly #cutter: Cutter

  constructor(text: string, vocabulary: Iterable<string> | undefined) {
    this.#text = text
    this.#cutter = new Cutter(text, vocabulary)
  }

  /** The words of such a line: undefined as soon as a character turns up that cmd.exe reads itself. */
  words(from: number): Word[] | undefined {
    const text = this.#text
    const list: Word[] = []
    let at = from
    for (;;) {
      let c = text.charCodeAt(at)
      while (c === 32 || c === 9) c = text.charCodeAt(++at)
      if (c === 10 || c === 13 || at >= text.length) {
        this.next = c === 10 ? at + 1 : lineEnd(text, at).next
        return list
      }
      const start = at
      let isQuoted = false
      let quotes = 0
      let hasPercent = false
      let equals = -1
      for (;; c = text.charCodeAt(++at)) {
        if (c > 62 && c !== 94 && c !== 124) continue
        if (c === 10 || c === 13 || at >= text.length) break
        if (c === 34) { isQuoted = !isQuoted; quotes++ }
        else if (c === 37) {
          if (text.charCodeAt(at + 1) !== 37) return undefined
          at++
          hasPercent = true
        } else if (c === 61) { if (equals < 0) equals = at }
        else if (isQuoted) continue
        else if (c === 32 || c === 9) break
        else if (c === 94 || c === 124 || c === 38 || c === 60 || c === 62) return undefined
      }
      list.push(new LateWord(this.#cutter, start, at, equals < 0 ? undefined : equals + 1, quotes, hasPercent))
    }
  }
}
