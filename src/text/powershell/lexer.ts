import { Cutter } from '../cutter.ts'
import type { Fault } from './ast.ts'

/** Bits of the character classes below 128. */
const BLANK = 1
const NEWLINE = 2
/** Ends a bare word. */
const BREAK = 4
/** Stands in a bare word and needs a closer look: quotes, `$`, backtick. */
const SPECIAL = 8
const NAME = 16
const DIGIT = 32
const CLASS = new Uint8Array(128)
const mark = (characters: string, bit: number): void => {
  for (let i = 0; i < characters.length; i++) CLASS[characters.charCodeAt(i)] = (CLASS[characters.charCodeAt(i)] as number) | bit
}
mark(' \t\v\f', BLANK | BREAK)
mark('\r\n', NEWLINE | BREAK)
mark('{}();,|&<>', BREAK)
mark('\'"$`', SPECIAL)
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789', NAME)
mark('0123456789', DIGIT)

const LF = 10
const CR = 13
const HASH = 35
const BACKTICK = 96
const LESS = 60
const GREATER = 62

// Blog engines and word processors write these; PowerShell takes them for the plain signs (about_Quoting_Rules, language specification 2.3.5).
export const isSingleQuote = (c: number): boolean => c === 39 || (c >= 0x2018 && c <= 0x201b)
export const isDoubleQuote = (c: number): boolean => c === 34 || (c >= 0x201c && c <= 0x201e)
export const isDash = (c: number): boolean => c === 45 || (c >= 0x2013 && c <= 0x2015)
export const isNewline = (c: number): boolean => c === LF || c === CR
export const isDigit = (c: number): boolean => c >= 48 && c <= 57
const isWideBlank = (c: number): boolean => c === 0xa0 || c === 0x85 || c === 0x3000 || c === 0xfeff || c === 0x1680 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x205f
/** Letters of any script, digits, `_`. */
export function isNameChar(c: number): boolean {
  if (c < 128) return ((CLASS[c] as number) & NAME) !== 0
  return c >= 0xaa && !isWideBlank(c) && !(c >= 0x2010 && c <= 0x2027)
}

/** A cursor over the text that knows blanks, comments, words and quotes; the parser decides in which mode it reads. */
export class Lexer {
  readonly text: string
  readonly faults: Fault[] = []
  pos: number
  readonly #cutter: Cutter

  constructor(text: string, start = 0) {
    this.text = text
    this.#cutter = new Cutter(text)
    this.pos = start
  }

  get atEnd(): boolean { return this.pos >= this.text.length }
  /** The code unit here or further on; -1 past the end. */
  peek(offset = 0): number {
    const at = this.pos + offset
    return at < this.text.length ? this.text.charCodeAt(at) : -1
  }

  /** One fault is enough to refuse a script, a hundred are enough to read. */
  fault(message: string, start: number, end: number, isRefused = true): void {
    if (this.faults.length < 100) this.faults.push({ message, isRefused, start, end })
  }

  /** Blanks, comments and continued lines, but no line end. Only between tokens: `#` inside a word is no comment. */
  skipBlanks(): void {
    const { text } = this
    const { length } = text
    let p = this.pos
    for (;;) {
      if (p >= length) break
      const c = text.charCodeAt(p)
      if (c === 32 || (c < 128 && ((CLASS[c] as number) & BLANK) !== 0)) p++
      else if (c === BACKTICK && p + 1 < length && isNewline(text.charCodeAt(p + 1))) p += text.charCodeAt(p + 1) === CR && text.charCodeAt(p + 2) === LF ? 3 : 2
      else if (c === HASH) p = this.#lineEnd(p)
      else if (c === LESS && text.charCodeAt(p + 1) === HASH) {
        const close = text.indexOf('#>', p + 2)
        if (close < 0) this.fault('The comment is never closed', p, p + 2)
        p = close < 0 ? length : close + 2
      }
      else if (c > 127 && isWideBlank(c)) p++
      else break
    }
    this.pos = p
  }
  /** Blanks, comments and line ends. */
  skipLines(): void {
    for (;;) {
      this.skipBlanks()
      if (!isNewline(this.peek())) return
      this.pos++
    }
  }
  /** What may stand between two statements. */
  skipSeparators(): void {
    for (;;) {
      this.skipLines()
      if (this.peek() !== 59) return
      this.pos++
    }
  }
  #lineEnd(from: number): number {
    const { text } = this
    let p = from
    while (p < text.length && !isNewline(text.charCodeAt(p))) p++
    return p
  }
  /** To the end of the line, as text. */
  restOfLine(): string {
    const start = this.pos
    this.pos = this.#lineEnd(start)
    return this.text.slice(start, this.pos)
  }

  /** The end of the plain part of a bare word. */
  plainWordEnd(from: number): number {
    const { text } = this
    const { length } = text
    let p = from
    for (; p < length; p++) {
      const c = text.charCodeAt(p)
      if (c < 128) { if (((CLASS[c] as number) & (BREAK | SPECIAL)) !== 0) break }
      else if (isSingleQuote(c) || isDoubleQuote(c) || isWideBlank(c)) break
    }
    return p
  }
  /** Whether a word ends before this code unit. */
  isBreak(c: number): boolean {
    return c < 0 || (c < 128 ? ((CLASS[c] as number) & BREAK) !== 0 : isWideBlank(c))
  }
  /** The end of a name of letters, digits and `_`. */
  nameEnd(from: number): number {
    const { text } = this
    let p = from
    while (p < text.length && isNameChar(text.charCodeAt(p))) p++
    return p
  }
  /** A piece of the text. */
  word(start: number, end: number): string { return this.#cutter.cut(start, end) }
  /** A word of letters here, in lower case, without moving; empty when there is none. */
  peekWord(): string {
    const end = this.nameEnd(this.pos)
    return end === this.pos || end - this.pos > 20 ? '' : this.text.slice(this.pos, end).toLowerCase()
  }

  /** The text of `'…'`, the cursor on the quote; two quotes are one. */
  singleQuoted(): string {
    const { text } = this
    const start = this.pos
    let from = start + 1
    let value = ''
    let p = from
    for (; p < text.length; p++) {
      const c = text.charCodeAt(p)
      if (c !== 39 && (c < 0x2018 || c > 0x201b)) continue
      if (p + 1 < text.length && isSingleQuote(text.charCodeAt(p + 1))) { value += text.slice(from, p + 1); from = p + 2; p++; continue }
      this.pos = p + 1
      return value === '' ? text.slice(from, p) : value + text.slice(from, p)
    }
    this.fault('The string is never closed', start, start + 1)
    this.pos = text.length
    return value + text.slice(from)
  }

  /** Where a here-string's text begins and ends, the cursor on its `@`; undefined when it is none. Moves behind it. */
  hereString(isQuote: (c: number) => boolean): { from: number; to: number } | undefined {
    const { text } = this
    const start = this.pos
    let p = start + 2
    while (p < text.length && (CLASS[text.charCodeAt(p)] as number) & BLANK) p++
    if (!isNewline(text.charCodeAt(p))) return undefined
    const from = p + (text.charCodeAt(p) === CR && text.charCodeAt(p + 1) === LF ? 2 : 1)
    // The closing quote stands at the start of a line, so it is enough to look at every `quote @`.
    for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
      if (at - 1 < from || !isQuote(text.charCodeAt(at - 1)) || !isNewline(text.charCodeAt(at - 2))) continue
      this.pos = at + 1
      const to = text.charCodeAt(at - 2) === LF && text.charCodeAt(at - 3) === CR ? at - 3 : at - 2
      return { from, to: Math.max(from, to) }
    }
    this.fault('The here-string is never closed', start, start + 2)
    this.pos = text.length
    return { from, to: text.length }
  }

  /**
   * Skips to the bracket that closes the one before the cursor, without the stack: what is nested deeper than the parser reads.
   * Quotes and comments are told apart, other signs do not matter.
   */
  skipNested(): void {
    const { text } = this
    let depth = 1
    while (!this.atEnd) {
      this.skipLines()
      const c = this.peek()
      if (c === 40 || c === 123 || c === 91) depth++
      else if ((c === 41 || c === 125 || c === 93) && --depth === 0) { this.pos++; return }
      else if (isSingleQuote(c)) { this.singleQuoted(); continue }
      else if (isDoubleQuote(c)) {
        for (this.pos++; !this.atEnd && !isDoubleQuote(this.peek()); this.pos++) if (text.charCodeAt(this.pos) === BACKTICK) this.pos++
      }
      this.pos++
    }
    this.pos = Math.min(this.pos, text.length)
  }
  /** A redirection such as `2>&1`, `*>$null`, `>> file`: passes over its sign and says whether a target follows. */
  redirection(): 'none' | 'merge' | 'file' {
    let p = this.pos
    const c = this.peek()
    if (c === 42 || isDigit(c)) p++
    if (this.text.charCodeAt(p) !== GREATER) {
      if (c !== LESS) return 'none'
      this.pos++
      return 'file'
    }
    p++
    if (this.text.charCodeAt(p) === GREATER) p++
    if (this.text.charCodeAt(p) === 38 && isDigit(this.text.charCodeAt(p + 1))) { this.pos = p + 2; return 'merge' }
    this.pos = p
    return 'file'
  }
}
