import type { Entry, Expression, List, Literal } from './literal.ts'

/** `instance of CLASS as $alias { … };` of a MOF file. Property names are in lower case: MOF ignores case (DSP0004 4.2). */
export interface MofInstance {
  readonly className: string
  readonly start: number
  readonly end: number
  readonly properties: ReadonlyMap<string, Entry>
}
export interface MofProblem { readonly message: string; readonly start: number; readonly end: number }

const SPACE = /\s+/y
const WORD = /[$\w#.+-]+/y
/** One piece that is no bracket and no text: skipped when looking for the next instance. */
const PLAIN = /[^"'/{}iI]+/y
const INSTANCE = /instance\s+of\s+([A-Za-z_]\w*)(?:\s+as\s+(\$\w+))?\s*\{/iy

/**
 * The instances of a MOF file (DSP0004) that name one of the wanted classes, in file order. Classes, pragmas and qualifiers
 * are passed over; a broken instance becomes a problem and reading goes on at the next one.
 */
export function instancesOf(text: string, wanted: (className: string) => boolean): { instances: MofInstance[]; problems: MofProblem[] } {
  const instances: MofInstance[] = []
  const problems: MofProblem[] = []
  const reader = new MofReader(text)
  for (let found = reader.nextInstance(); found; found = reader.nextInstance()) {
    if (!wanted(found.className)) continue // its body is skipped as plain text: braces and strings are still told apart
    const read = reader.body()
    if (read.fault) problems.push({ message: `${read.fault} in the instance of ${found.className}.`, start: read.at, end: read.to })
    else instances.push({ className: found.className, start: found.start, end: reader.at, properties: read.properties })
  }
  return { instances, problems }
}

class MofReader {
  readonly text: string
  at = 0
  constructor(text: string) { this.text = text }

  nextInstance(): { className: string; start: number } | undefined {
    while (this.at < this.text.length) {
      this.space()
      const start = this.at
      const head = this.match(INSTANCE)
      if (head) return { className: head[1] as string, start }
      const unit = this.text[start]
      if (unit === '"') this.string()
      else if (this.match(PLAIN) === undefined) this.at++
      // A word that merely ends in `instance` must not start one.
      while (/\w/.test(this.text[this.at - 1] ?? ' ') && /[iI]/.test(this.text[this.at] ?? '')) { this.at++; this.match(PLAIN) }
    }
    return undefined
  }

  /** What stands between `{` and `};`. */
  body(): { properties: Map<string, Entry>; fault?: string; at: number; to: number } {
    const properties = new Map<string, Entry>()
    for (;;) {
      this.space()
      const start = this.at
      if (start >= this.text.length) return { properties, fault: 'The file ends', at: Math.max(0, start - 1), to: start }
      if (this.text[start] === '}') {
        this.at++
        this.space()
        if (this.text[this.at] === ';') this.at++
        return { properties, at: start, to: start + 1 }
      }
      const name = this.match(WORD)?.[0]
      this.space()
      if (name === undefined || this.text[this.at] !== '=') return this.fault(properties, start, 'A property without a name or "="')
      this.at++
      const value = this.value()
      if (value === undefined) return this.fault(properties, this.at, `Property ${name} has no readable value`)
      this.space()
      if (this.text[this.at] !== ';') return this.fault(properties, this.at, `Property ${name} does not end with ";"`)
      this.at++
      properties.set(name.toLowerCase(), { name, start, value })
    }
  }

  private fault(properties: Map<string, Entry>, at: number, fault: string) {
    const line = this.text.slice(at, at + 80).search(/[\r\n]/)
    const to = Math.min(this.text.length, at + Math.max(1, line < 0 ? 80 : line))
    this.at = Math.max(this.at, at)
    return { properties, fault: at >= this.text.length ? 'The file ends' : fault, at, to }
  }

  private value(): Literal | undefined {
    this.space()
    const start = this.at
    if (this.text[start] !== '{') return this.atom()
    this.at++
    const items: Literal[] = []
    for (;;) {
      this.space()
      if (this.text[this.at] === '}') break
      const item = this.atom()
      if (item === undefined) return undefined
      items.push(item)
      this.space()
      if (this.text[this.at] === ',') this.at++
      else if (this.text[this.at] !== '}') return undefined
    }
    this.at++
    return { kind: 'list', items, start, end: this.at } satisfies List
  }

  private atom(): Literal | undefined {
    const start = this.at
    if (this.text[start] === '"') {
      let text = ''
      let end = start
      // Texts side by side are one text (DSP0004 A.1).
      while (this.text[this.at] === '"') {
        const part = this.string()
        if (part === undefined) return undefined
        text += part
        end = this.at
        this.space()
      }
      return { kind: 'scalar', text, start, end }
    }
    const word = this.match(WORD)?.[0]
    if (word === undefined) return undefined
    if (/^null$/i.test(word)) return { kind: 'nothing', start, end: this.at }
    if (word.startsWith('$')) return { kind: 'expression', text: word, start, end: this.at } satisfies Expression
    return { kind: 'scalar', text: word, start, end: this.at }
  }

  /** The text at a quote; undefined when it never ends. */
  private string(): string | undefined {
    const { text } = this
    const start = this.at + 1
    let end = start
    let escaped = false
    for (;;) {
      if (end >= text.length) { this.at = text.length; return undefined }
      const unit = text.charCodeAt(end)
      if (unit === 34) break
      if (unit === 92) { escaped = true; end++ }
      end++
    }
    this.at = end + 1
    const raw = text.slice(start, end)
    return escaped ? raw.replace(/\\(?:x([0-9a-f]{1,4})|([^]))/gi, unescape) : raw
  }

  /** White space and comments. */
  private space(): void {
    const { text } = this
    for (;;) {
      this.match(SPACE)
      if (text[this.at] !== '/') return
      const next = text[this.at + 1]
      if (next !== '/' && next !== '*') return
      const end = next === '/' ? lineEnd(text, this.at) : text.indexOf('*/', this.at + 2) + 2
      this.at = end < 2 ? text.length : end
    }
  }
  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return undefined
    this.at = pattern.lastIndex
    return found
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['b', '\b'], ['f', '\f']])
function unescape(_: string, hex: string | undefined, unit: string | undefined): string {
  return hex === undefined ? (ESCAPES.get(unit ?? '') ?? unit ?? '') : String.fromCharCode(Number.parseInt(hex, 16))
}
