import type { Entry, Literal, Scalar } from './literal.ts'

/** Deeper than any export, far from the stack's end. */
const DEEPEST = 200

export interface JsonText {
  /** Absent when the text is no JSON. */
  readonly value: Literal | undefined
  readonly error: { readonly message: string; readonly start: number; readonly end: number } | undefined
}

/**
 * JSON as literals, with the place of every value. Comments and commas before a closing bracket are passed over: people add them to exports.
 * Keys stand in lower case in the tables (PowerShell ignores case, Graph does not care for ours), as written in the entries.
 * With `place`, every value stands there: JSON inside a JSON text.
 */
export function readJson(text: string, place?: { readonly start: number; readonly end: number }): JsonText {
  const reader = new JsonReader(text, place)
  const value = reader.read()
  return { value, error: reader.error }
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['b', '\b'], ['f', '\f']])

class JsonReader {
  readonly #text: string
  readonly #place: { readonly start: number; readonly end: number } | undefined
  #at = 0
  error: JsonText['error']

  constructor(text: string, place: { readonly start: number; readonly end: number } | undefined) {
    this.#text = text
    this.#place = place
  }

  read(): Literal | undefined {
    const value = this.#value(0)
    this.#space()
    if (value && this.#at < this.#text.length) this.#fail('something stands behind the end')
    return this.error ? undefined : value
  }

  #value(depth: number): Literal | undefined {
    this.#space()
    const start = this.#at
    const unit = this.#text[start]
    if (depth > DEEPEST) return this.#fail(`nested deeper than ${DEEPEST} levels`)
    if (unit === '"') {
      const text = this.#string()
      return text === undefined ? undefined : this.#scalar(text, start)
    }
    if (unit === '{') return this.#table(depth, start)
    if (unit === '[') return this.#list(depth, start)
    WORD.lastIndex = start
    NUMBER.lastIndex = start
    const word = WORD.exec(this.#text)?.[0] ?? NUMBER.exec(this.#text)?.[0]
    if (word === undefined) return this.#fail(start >= this.#text.length ? 'the text ends too early' : 'a value is missing')
    this.#at += word.length
    return word === 'null' ? { kind: 'nothing', ...this.#range(start) } : this.#scalar(word, start)
  }
  #scalar(text: string, start: number): Scalar {
    const { start: from, end } = this.#range(start)
    return { kind: 'scalar', text, start: from, end }
  }
  #list(depth: number, start: number): Literal | undefined {
    const items: Literal[] = []
    this.#at++
    while (!this.#closes(']')) {
      const item = this.#value(depth + 1)
      if (!item || !this.#separated(']')) return undefined
      items.push(item)
    }
    return { kind: 'list', items, ...this.#range(start) }
  }
  #table(depth: number, start: number): Literal | undefined {
    const entries = new Map<string, Entry>()
    this.#at++
    while (!this.#closes('}')) {
      const from = this.#at
      if (this.#text[from] !== '"') return this.#fail('a name in quotes is missing')
      const name = this.#string()
      this.#space()
      if (name === undefined) return undefined
      if (this.#text[this.#at] !== ':') return this.#fail('":" is missing')
      this.#at++
      const value = this.#value(depth + 1)
      if (!value || !this.#separated('}')) return undefined
      entries.set(name.toLowerCase(), { name, start: this.#place?.start ?? from, value })
    }
    return { kind: 'table', entries, ...this.#range(start) }
  }
  #closes(bracket: string): boolean {
    this.#space()
    if (this.#text[this.#at] !== bracket) return false
    this.#at++
    return true
  }
  #separated(bracket: string): boolean {
    this.#space()
    if (this.#text[this.#at] === ',') this.#at++
    else if (this.#text[this.#at] !== bracket) { this.#fail(this.#at >= this.#text.length ? 'the text ends too early' : `"," or "${bracket}" is missing`); return false }
    return true
  }
  #string(): string | undefined {
    const start = this.#at + 1
    let end = start
    let escaped = false
    for (; this.#text[end] !== '"'; end++) {
      if (end >= this.#text.length) { this.#at = end; this.#fail('a text without an end'); return undefined }
      if (this.#text[end] === '\\') { escaped = true; end++ }
    }
    this.#at = end + 1
    const raw = this.#text.slice(start, end)
    if (!escaped) return raw
    return raw.replace(/\\(?:u([\da-fA-F]{4})|([^]))/g, (_, hex: string | undefined, unit = '') => (hex ? String.fromCharCode(Number.parseInt(hex, 16)) : ESCAPES.get(unit) ?? unit))
  }
  #space(): void {
    const text = this.#text
    for (;;) {
      while ((text[this.#at] ?? 'x') <= ' ') this.#at++
      if (text[this.#at] !== '/') return
      const next = text[this.#at + 1]
      const end = next === '/' ? text.indexOf('\n', this.#at) : next === '*' ? text.indexOf('*/', this.#at + 2) : undefined
      if (end === undefined) return
      this.#at = end < 0 ? text.length : end + (next === '*' ? 2 : 1)
    }
  }
  #range(start: number): { start: number; end: number } {
    return this.#place ?? { start, end: this.#at }
  }
  #fail(message: string): undefined {
    const start = Math.min(this.#at, this.#text.length)
    this.error ??= { message, ...(this.#place ?? { start, end: Math.min(start + 1, this.#text.length) }) }
    return undefined
  }
}
