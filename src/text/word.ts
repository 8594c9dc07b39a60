import type { Cutter } from './cutter.ts'

/** One argument of a command, its quotes undone. */
export interface Word {
  readonly text: string
  /** Where it stands in the file, quotes included. */
  readonly start: number
  readonly end: number
  /** Where the text behind the first `=` begins in the file; absent where there is none. */
  readonly value?: number | undefined
  /** Set by shells that cannot work out the text (`$port`): a value that makes no sense then means "not known". */
  readonly unresolved?: boolean
}

/** A word of a line that needs no shell. It stays in the file until somebody asks for one of its texts, for most ask for some of them only. */
export class LateWord implements Word {
  readonly start: number
  readonly end: number
  readonly value: number | undefined
  readonly #cutter: Cutter
  readonly #quotes: number
  readonly #hasPercent: boolean

  constructor(cutter: Cutter, start: number, end: number, value: number | undefined, quotes: number, hasPercent: boolean) {
    this.start = start
    this.end = end
    this.value = value
    this.#cutter = cutter
    this.#quotes = quotes
    this.#hasPercent = hasPercent
  }
  get text(): string { return this.#cut(this.start, this.end) }
  /** What stands before the first `=`, or the whole. */
  get key(): string { return this.value === undefined ? this.text : this.#cut(this.start, this.value - 1) }
  /** What stands behind the first `=`; empty where there is none. */
  get argument(): string {
    const { value, end } = this
    if (value === undefined) return ''
    const { text } = this.#cutter
    const isQuoted = this.#quotes === 2 && end - value > 1 && text.charCodeAt(value) === 34 && text.charCodeAt(end - 1) === 34
    return isQuoted ? this.#cut(value + 1, end - 1) : this.#cut(value, end)
  }
  /** Whether its text begins or ends with a `=`. */
  get isJoining(): boolean {
    const { text } = this.#cutter
    let from = this.start
    let to = this.end - 1
    while (from < to && text.charCodeAt(from) === 34) from++
    while (to > from && text.charCodeAt(to) === 34) to--
    return text.charCodeAt(from) === 61 || text.charCodeAt(to) === 61
  }
  #cut(start: number, end: number): string {
    let text = this.#cutter.cut(start, end)
    if (this.#quotes > 0 && text.includes('"')) text = text.replaceAll('"', '')
    return this.#hasPercent ? text.replaceAll('%%', '%') : text
  }
}
