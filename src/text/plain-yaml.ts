import type { YamlEntry, YamlNode, YamlScalar } from './yaml-nodes.ts'

/**
 * A small reader for plain YAML: block maps and lists, one-line flow maps and lists, plain and quoted scalars of one line, comments. Loading
 * and warming the YAML library costs more than the whole check of a small repository, and nearly every config is as plain as this. What is
 * not, by a single character, is not guessed: the answer is undefined and the library reads the text.
 */
export function readPlainYaml(text: string): YamlNode | undefined {
  if (text.length > MOST || NOT_PLAIN.test(text)) return undefined
  try {
    const reader = new Reader(text)
    return reader.document()
  } catch (error) {
    if (error instanceof NotPlain) return undefined
    throw error
  }
}

const MOST = 1 << 16
const DEPTH = 20
// Tabs, lone CRs, document marks, directives, NEL, line separators, control characters.
const NOT_PLAIN = /[\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085\u2028\u2029\ufeff]|\r(?!\n)|^(?:---|\.\.\.|%)/m
class NotPlain extends Error {}
const give = (): never => { throw new NotPlain() }

interface Line { indent: number; start: number; readonly end: number }

class Reader {
  readonly #text: string
  readonly #lines: Line[] = []
  #at = 0

  constructor(text: string) {
    this.#text = text
    for (let start = 0; start < text.length;) {
      const newline = text.indexOf('\n', start)
      const stop = newline < 0 ? text.length : newline
      const line = this.#line(start, stop > start && text[stop - 1] === '\r' ? stop - 1 : stop)
      if (line) this.#lines.push(line)
      start = stop + 1
    }
  }

  document(): YamlNode {
    const [first] = this.#lines
    if (!first || first.indent !== 0) give()
    const node = this.#block(0, 0)
    return this.#at < this.#lines.length ? give() : node
  }

  /** A line without its indent, comment and trailing blanks; undefined when nothing is left. */
  #line(start: number, stop: number): Line | undefined {
    const text = this.#text
    let at = start
    while (at < stop && text[at] === ' ') at++
    const indent = at - start
    const from = at
    let quote = ''
    let fresh = true // a quote opens a scalar only where one may begin
    for (; at < stop; at++) {
      const c = text[at] as string
      if (quote !== '') { if (c === quote) quote = '' }
      else if (c === '#' && (at === from || text[at - 1] === ' ')) break
      else if ((c === '"' || c === '\'') && fresh) quote = c
      if (c !== ' ') fresh = c === '[' || c === '{' || c === ',' || ((c === ':' || c === '-') && text[at + 1] === ' ')
    }
    if (quote !== '') give()
    let end = at
    while (end > from && text[end - 1] === ' ') end--
    return end === from ? undefined : { indent, start: from, end }
  }

  #block(indent: number, depth: number): YamlNode {
    if (depth > DEPTH) give()
    const line = this.#lines[this.#at] as Line
    return this.#isItem(line) ? this.#list(indent, depth) : this.#map(indent, depth)
  }
  #isItem({ start, end }: Line): boolean {
    return this.#text[start] === '-' && (end === start + 1 || this.#text[start + 1] === ' ')
  }

  #list(indent: number, depth: number): YamlNode {
    const items: YamlNode[] = []
    const start = (this.#lines[this.#at] as Line).start
    for (let line = this.#lines[this.#at]; line && line.indent === indent && this.#isItem(line); line = this.#lines[this.#at]) {
      let at = line.start + 1
      while (at < line.end && this.#text[at] === ' ') at++
      if (at >= line.end) { this.#at++; items.push(this.#nested(indent, depth)) }
      else {
        // What follows the dash stands as if on a line of its own, at its own column.
        line.indent += at - line.start
        line.start = at
        items.push(this.#keyEnd(line) === undefined && !this.#isItem(line) ? this.#inline(line, line.start) : this.#block(line.indent, depth + 1))
      }
    }
    const next = this.#lines[this.#at]
    if (next && next.indent > indent) give()
    return { kind: 'list', items, start, end: items.at(-1)?.end ?? start }
  }

  #map(indent: number, depth: number): YamlNode {
    const entries: YamlEntry[] = []
    const names = new Set<string>()
    const start = (this.#lines[this.#at] as Line).start
    for (let line = this.#lines[this.#at]; line && line.indent === indent && !this.#isItem(line); line = this.#lines[this.#at]) {
      const colon = this.#keyEnd(line) ?? give()
      const key = this.#scalar(line.start, colon, false)
      if (names.has(key.text) || key.text === '<<') give()
      names.add(key.text)
      let at = colon + 1
      while (at < line.end && this.#text[at] === ' ') at++
      let value: YamlNode
      if (at < line.end) value = this.#inline(line, at)
      else {
        this.#at++
        const next = this.#lines[this.#at]
        value = next && next.indent === indent && this.#isItem(next) ? this.#list(indent, depth + 1) : this.#nested(indent, depth)
      }
      entries.push({ key: key.text, value, start: key.start, end: key.end })
    }
    const next = this.#lines[this.#at]
    if (next && next.indent > indent) give()
    return { kind: 'map', entries, start, end: entries.at(-1)?.value.end ?? start }
  }

  /** The block below a key or dash; a key without a value is for the library. */
  #nested(indent: number, depth: number): YamlNode {
    const next = this.#lines[this.#at]
    return next && next.indent > indent ? this.#block(next.indent, depth + 1) : give()
  }

  /** A value on the line of its key or dash. A deeper line below would go on with it: the block that holds it gives up then. */
  #inline(line: Line, at: number): YamlNode {
    const flow = this.#text[at] === '[' || this.#text[at] === '{'
    const value = flow ? this.#flow(at, line.end, 0) : { node: this.#scalar(at, line.end, false), at: line.end }
    if (value.at !== line.end) give()
    this.#at++
    return value.node
  }

  /** Where the colon of a key stands; undefined when the line is no map entry. */
  #keyEnd({ start, end }: Line): number | undefined {
    const first = this.#text[start] as string
    if (first === '"' || first === '\'') {
      const close = this.#text.indexOf(first, start + 1)
      return close > 0 && close < end && this.#text[close + 1] === ':' && (close + 2 === end || this.#text[close + 2] === ' ') ? close + 1 : undefined
    }
    if (first === '[' || first === '{') return undefined
    for (let at = start; at < end; at++) if (this.#text[at] === ':' && (at + 1 === end || this.#text[at + 1] === ' ')) return at
    return undefined
  }

  #flow(at: number, end: number, depth: number): { node: YamlNode; at: number } {
    if (depth > DEPTH) give()
    const text = this.#text
    const start = at
    const isMap = text[at] === '{'
    const close = isMap ? '}' : ']'
    const items: YamlNode[] = []
    const entries: YamlEntry[] = []
    const names = new Set<string>()
    const blanks = (): void => { while (at < end && text[at] === ' ') at++ }
    for (at++, blanks(); text[at] !== close; blanks()) {
      if (at >= end) give()
      if (isMap) {
        const colon = this.#flowEnd(at, end)
        if (text[colon] !== ':' || text[colon + 1] !== ' ') give()
        const key = this.#scalar(at, colon, true)
        if (names.has(key.text) || key.text === '<<') give()
        names.add(key.text)
        at = colon + 1
        blanks()
        const value = this.#flowValue(at, end, depth)
        entries.push({ key: key.text, value: value.node, start: key.start, end: key.end })
        at = value.at
      } else {
        const value = this.#flowValue(at, end, depth)
        if (text[value.at] === ':') give()
        items.push(value.node)
        at = value.at
      }
      blanks()
      if (text[at] === ',') { at++; blanks(); if (text[at] === close) give() }
      else if (text[at] !== close) give()
    }
    if (at >= end) give()
    const span = { start, end: at + 1 }
    return { node: isMap ? { kind: 'map', entries, ...span } : { kind: 'list', items, ...span }, at: at + 1 }
  }
  #flowValue(at: number, end: number, depth: number): { node: YamlNode; at: number } {
    if (this.#text[at] === '[' || this.#text[at] === '{') return this.#flow(at, end, depth + 1)
    const stop = this.#flowEnd(at, end)
    return { node: this.#scalar(at, stop, true), at: stop }
  }
  /** Where a scalar inside brackets ends: before a comma, a bracket, or the colon of a key. */
  #flowEnd(at: number, end: number): number {
    const text = this.#text
    const first = text[at] as string
    if (first === '"' || first === '\'') return text.indexOf(first, at + 1) + 1
    let stop = at
    while (stop < end && !',[]{}'.includes(text[stop] as string) && !(text[stop] === ':' && (text[stop + 1] === ' ' || ',[]{}'.includes(text[stop + 1] ?? ',')))) stop++
    return stop
  }

  #scalar(start: number, stop: number, flow: boolean): YamlScalar {
    const text = this.#text
    let end = stop
    while (end > start && text[end - 1] === ' ') end--
    const first = text[start] as string
    const source = text.slice(start, end)
    if (first === '"' || first === '\'') {
      const inner = source.slice(1, -1)
      if (source.length < 2 || !source.endsWith(first) || inner.includes(first) || (first === '"' && inner.includes('\\'))) give()
      return { kind: 'scalar', value: inner, text: inner, quoted: true, start, end }
    }
    if (source === '' || /^[,[\]{}#&*!|>'"%@`?:]|^-(?: |$)/.test(source) || /: |:$| #/.test(source) || (flow && /[,[\]{}]/.test(source))) give()
    return { kind: 'scalar', value: valueOf(source), text: source, quoted: false, start, end }
  }
}

/** The core schema; numbers that are more than digits are for the library. */
function valueOf(source: string): string | number | boolean | null {
  if (/^(?:null|Null|NULL|~)$/.test(source)) return null
  if (/^(?:true|True|TRUE)$/.test(source)) return true
  if (/^(?:false|False|FALSE)$/.test(source)) return false
  if (/^(?:0|[1-9]\d{0,14})$/.test(source)) return Number(source)
  return /^[-+]?(?:\.\d|\d)[\d_.]*(?:[eE][-+]?\d+)?$|^0[xob]|^[-+]?\.(?:inf|nan)/i.test(source) && !/^\d+\.\d+\.[\d.]+$/.test(source) ? give() : source
}
