import { type Mapped, MapBuilder, plain, sourceOf } from '../mapped.ts'
import { DEEPEST } from './budget.ts'
import type { BatchOptions } from './host.ts'
import { isBlank, type LineReader } from './lines.ts'
import type { IfTest, Node } from './nodes.ts'
import { isQuestion } from './programs.ts'
import { shortened } from './scope.ts'

/** Takes lines apart into nodes: blocks, `if`, `for`, and the commands joined by `&` and `|`. */
export class Parser {
  readonly #problem: BatchOptions['problem']
  // The line at work, the cursor in it, and where the next one comes from.
  #line: Mapped = plain('', 0)
  #at = 0
  #lines: LineReader | undefined
  #depth = 0
  #tooDeep = false

  constructor(problem: BatchOptions['problem']) {
    this.#problem = problem
  }

  /** What stands on a line. A block that it opens takes its further lines from `lines`; without them it ends with the line. */
  parse(line: Mapped, lines?: LineReader): readonly Node[] {
    this.#line = line
    this.#at = 0
    this.#lines = lines
    this.#depth = 0
    const nodes: Node[] = []
    while (this.#at < this.#line.text.length) {
      nodes.push(this.#sequence())
      if (this.#line.text[this.#at] === ')') this.#at++ // a stray one at top level: cmd ignores the rest of the line
    }
    return nodes
  }

  #blanks(): void {
    const { text } = this.#line
    while (this.#at < text.length && isBlank(text.charCodeAt(this.#at))) this.#at++
  }
  /** Goes on to the next line inside a block; false where there is none. */
  #more(): boolean {
    if (!this.#lines || this.#lines.isAtEnd) return false
    this.#line = this.#lines.read()
    this.#at = 0
    return true
  }

  /** Commands joined by `&`, `&&`, `||` and `|`, up to the end of the line or the bracket that closes the block. */
  #sequence(): Node {
    const nodes: Node[] = []
    let why: string | undefined
    let on: 'success' | 'failure' = 'success'
    let piped: string | undefined
    for (;;) {
      const begin = this.#at
      const before = this.#line
      const node = this.#command()
      if (node && why !== undefined) nodes.push({ kind: 'given', node, on, why })
      else if (node) nodes.push(piped !== undefined ? { kind: 'piped', node, from: piped } : node)
      const { text } = this.#line
      const operator = text[this.#at]
      if (operator !== '&' && operator !== '|') break
      const twice = text[this.#at + 1] === operator
      const isSameLine = before === this.#line
      const said = isSameLine ? text.slice(begin, this.#at).replace(/[12]?>>?\s*(?:nul|&\d)/gi, '').trim() : 'the block before it'
      // What stands behind `&&` is meant to run, except where the command before it is a question.
      piped = !twice && operator === '|' ? said : undefined
      on = operator === '|' ? 'failure' : 'success'
      if (!twice) why = undefined
      else if (operator === '|') why = `unless ${shortened(said)} succeeds`
      else if (isQuestion(said)) why = `if ${shortened(said)} succeeds`
      this.#at += twice ? 2 : 1
    }
    return nodes.length === 1 ? nodes[0] as Node : { kind: 'sequence', nodes }
  }

  #command(): Node | undefined {
    const { text } = this.#line
    while (this.#at < text.length && /[ \t@,;=\r\n]/.test(text[this.#at] as string)) this.#at++
    if (this.#at >= text.length) return undefined
    if (text[this.#at] === '(' && this.#deeper()) {
      this.#at++
      const block = this.#block()
      this.#depth--
      this.#redirections()
      return block
    }
    if (text[this.#at] === ':') { this.#at = text.length; return undefined }
    const word = /[a-z]+(?=[\s(/,;=]|$)/iy
    word.lastIndex = this.#at
    const name = word.exec(text)?.[0].toLowerCase()
    if (name === 'rem') { this.#at = text.length; return undefined }
    if (name === 'if' || name === 'for') {
      if (this.#deeper()) {
        this.#at += name.length
        const node = name === 'if' ? this.#if() : this.#for()
        this.#depth--
        return node
      }
      this.#at = text.length
      return undefined
    }
    return { kind: 'command', text: this.#simpleText() }
  }
  /** One level deeper; false, with a word about it, where a file nests further than any person writes. */
  #deeper(): boolean {
    if (this.#depth < DEEPEST) { this.#depth++; return true }
    if (!this.#tooDeep) {
      this.#tooDeep = true
      const at = sourceOf(this.#line, this.#at)
      const message = `Blocks are nested more than ${DEEPEST} deep; what stands inside was not followed.`
      this.#problem('requirement-unverifiable', message, at, at + 1)
    }
    return false
  }

  /** The inside of brackets, over as many lines as it takes. */
  #block(): Node {
    const nodes: Node[] = []
    for (;;) {
      this.#blanks()
      if (this.#at >= this.#line.text.length) { if (!this.#more()) break; continue }
      if (this.#line.text[this.#at] === ')') { this.#at++; break }
      const before = this.#at
      nodes.push(this.#sequence())
      if (this.#at === before && this.#line.text[this.#at] !== ')') this.#at++
    }
    return { kind: 'sequence', nodes }
  }

  /** Text of one command: carets gone, redirections gone. Stops at an operator, or at the bracket that ends the block. */
  #simpleText(): Mapped {
    const line = this.#line
    const { text } = line
    const builder = new MapBuilder()
    let quoted = false
    let done = this.#at
    let at = this.#at
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at)
      if (c === 34) quoted = !quoted
      if (quoted) continue
      if (c === 94) { builder.literal(line, done, at); done = at + 1; at++; continue }
      if (c === 38 || c === 124 || (c === 41 && this.#depth > 0)) break
      if (c !== 60 && c !== 62) continue
      const digit = at > done && /\d/.test(text[at - 1] as string) && (at < 2 || isBlank(text.charCodeAt(at - 2)))
      builder.literal(line, done, digit ? at - 1 : at)
      builder.fixed(' ', sourceOf(line, at), sourceOf(line, at) + 1)
      this.#at = at
      this.#redirections()
      done = this.#at
      at = this.#at - 1
    }
    builder.literal(line, done, Math.min(at, text.length))
    this.#at = Math.min(at, text.length)
    return builder.build()
  }
  /** `>nul`, `2>&1`, `>> "file"`, as many as stand here. */
  #redirections(): void {
    const redirection = /[ \t]*\d?(?:>>?|<)[ \t]*(?:&\d|"[^"]*"?|[^\s&|<>()"]*)/y
    redirection.lastIndex = this.#at
    const { text } = this.#line
    while (redirection.test(text)) {
      this.#at = redirection.lastIndex
    }
  }

  #token(): string {
    this.#blanks()
    const { text } = this.#line
    const start = this.#at
    let quoted = false
    for (; this.#at < text.length; this.#at++) {
      const c = text.charCodeAt(this.#at)
      if (c === 34) quoted = !quoted
      else if (!quoted && (isBlank(c) || (c === 61 && text.charCodeAt(this.#at + 1) === 61))) break
    }
    return text.slice(start, this.#at)
  }

  #if(): Node {
    const begin = this.#at
    let not = false
    let ignoreCase = false
    let left = this.#token()
    while (/^(?:\/i|not)$/i.test(left)) {
      if (left.toLowerCase() === 'not') not = !not
      else ignoreCase = true
      left = this.#token()
    }
    let operator = ''
    let right = ''
    if (/^(?:exist|defined|errorlevel|cmdextversion)$/i.test(left)) {
      operator = left.toLowerCase()
      left = ''
      right = this.#token()
    } else {
      this.#blanks()
      if (this.#line.text.startsWith('==', this.#at)) { operator = '=='; this.#at += 2 } else operator = this.#token().toLowerCase()
      right = this.#token()
    }
    const why = `if ${shortened(this.#line.text.slice(begin, this.#at).trim())}`
    const then = this.#branch()
    this.#blanks()
    const otherwise = /else(?=[\s(]|$)/iy
    otherwise.lastIndex = this.#at
    const test: IfTest = { not, ignoreCase, left, operator, right, why }
    if (!otherwise.test(this.#line.text)) return { kind: 'if', test, then, otherwise: undefined }
    this.#at = otherwise.lastIndex
    return { kind: 'if', test, then, otherwise: this.#branch() }
  }
  /** A block, or all commands up to the end of the line. */
  #branch(): Node {
    this.#blanks()
    if (this.#line.text[this.#at] === '(') return this.#command() ?? { kind: 'sequence', nodes: [] }
    return this.#sequence()
  }

  #for(): Node {
    const begin = this.#at
    let option = ''
    let settings = ''
    let token = this.#token()
    while (token !== '' && !token.startsWith('%')) {
      if (token.startsWith('/')) option = token.toLowerCase()
      else settings = token
      token = this.#token()
    }
    const variable = token.slice(1)
    const word = this.#token().toLowerCase()
    this.#blanks()
    if (word !== 'in' || this.#line.text[this.#at] !== '(') { this.#at = this.#line.text.length; return { kind: 'sequence', nodes: [] } }
    this.#at++
    const items: string[] = []
    let open = true
    while (open) {
      const { text } = this.#line
      let quoted = false
      let end = this.#at
      for (; end < text.length; end++) {
        const c = text.charCodeAt(end)
        if (c === 34) quoted = !quoted
        else if (c === 41 && !quoted) { open = false; break }
      }
      items.push(text.slice(this.#at, end))
      this.#at = end + 1
      if (open && !this.#more()) open = false
    }
    const why = `for${shortened(this.#line.text.slice(begin, this.#at))}`
    const keyword = /[ \t]*do(?=[\s(@]|$)/iy
    keyword.lastIndex = this.#at
    if (keyword.test(this.#line.text)) this.#at = keyword.lastIndex
    return { kind: 'for', option, settings, variable, items: items.join(' '), body: this.#branch(), why }
  }
}
