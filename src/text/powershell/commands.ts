import type { Arg, Command, Node } from './ast.ts'
import { ExpressionParser } from './expressions.ts'
import { isDash, isDigit, isDoubleQuote, isNameChar, isNewline, isSingleQuote } from './lexer.ts'
import { textOf } from './strings.ts'
import { AMPERSAND, AT, BACKTICK, COLON, COMMA, DOLLAR, DOT, GREATER, LESS, OPEN, OPEN_BRACE, OPEN_SQUARE, PIPE, QUESTION, STAR } from './signs.ts'

const ASSIGNMENT = /(?:[-+*/%]|\?\?)?=/y

/** Argument mode: pipelines, commands, and words up to a blank. */
export abstract class CommandParser extends ExpressionParser {
  /** Inside a DSC `configuration`, where a resource may open its block on a line of its own. */
  protected inConfiguration = false

  protected chain(): Node | undefined {
    let left = this.#pipeline()
    for (let count = 0; left && count < 100; count++) {
      this.skipBlanks()
      const c = this.peek()
      if ((c !== AMPERSAND && c !== PIPE) || this.peek(1) !== c) break
      this.pos += 2
      this.skipLines()
      const right = this.#pipeline()
      if (!right) break
      left = { kind: 'chain', operator: c === PIPE ? '||' : '&&', left, right, start: left.start, end: right.end }
    }
    return left
  }

  #pipeline(): Node | undefined {
    const start = this.pos
    const first = this.#element()
    if (!first) return undefined
    if (first.kind === 'assign') return first
    let elements: Node[] | undefined
    while (this.#pipeSign()) {
      const next = this.#command()
      if (!next) break
      ;(elements ??= [first]).push(next)
    }
    return elements ? { kind: 'pipeline', elements, start, end: (elements.at(-1) as Node).end } : first
  }

  /** A `|` here or at the start of a following line, behind which the cursor moves. */
  #pipeSign(): boolean {
    this.skipBlanks()
    const before = this.pos
    if (isNewline(this.peek())) this.skipLines()
    if (this.peek() === PIPE && this.peek(1) !== PIPE) {
      this.pos++
      this.skipLines()
      return true
    }
    this.pos = before
    return false
  }

  #element(): Node | undefined {
    if (!this.beginsExpression(this.peek())) return this.#command()
    const target = this.expression()
    this.skipBlanks()
    ASSIGNMENT.lastIndex = this.pos
    if (ASSIGNMENT.test(this.text)) {
      const operator = this.text.slice(this.pos, ASSIGNMENT.lastIndex)
      this.pos = ASSIGNMENT.lastIndex
      this.skipLines()
      const value = this.statement()
      return { kind: 'assign', operator, target, value, start: target.start, end: value ? value.end : this.pos }
    }
    while (this.#redirected()) this.skipBlanks()
    return target
  }

  #redirected(): boolean {
    const c = this.peek()
    if (c !== GREATER && c !== LESS && !((c === STAR || isDigit(c)) && this.peek(1) === GREATER)) return false
    if (this.redirection() === 'file') {
      this.skipBlanks()
      this.value()
    }
    return true
  }

  #command(): Command | undefined {
    const start = this.pos
    let operator = ''
    const c = this.peek()
    if ((c === AMPERSAND && this.peek(1) !== AMPERSAND) || (c === DOT && this.isBreak(this.peek(1)) && !this.endsStatement(this.peek(1))) || (c === DOT && this.peek(1) === DOLLAR)) {
      operator = String.fromCharCode(c)
      this.pos++
      this.skipBlanks()
    }
    const name = this.value()
    if (!name) return undefined
    const args: Arg[] = []
    let { end } = name
    for (;;) {
      this.skipBlanks()
      const sign = this.peek()
      if (this.endsStatement(sign)) {
        if (this.inConfiguration && isNewline(sign) && this.#opensBlockBelow(args)) continue
        break
      }
      if (this.#redirected()) continue
      const arg = this.#argument(sign)
      if (!arg) break
      args.push(arg)
      end = arg.end
    }
    return { kind: 'command', operator, name, args, start, end }
  }

  /** A resource of DSC may open its block on a following line: `Firewall Name`, line end, `{`. */
  #opensBlockBelow(args: readonly Arg[]): boolean {
    if (args.length > 3 || args.some(arg => arg.value?.kind === 'block')) return false
    const before = this.pos
    this.skipLines()
    if (this.peek() === OPEN_BRACE) return true
    this.pos = before
    return false
  }

  #argument(c: number): Arg | undefined {
    const start = this.pos
    if (isDash(c)) {
      const next = this.peek(1)
      if (isNameChar(next) && !isDigit(next) || next === QUESTION) return this.#parameter()
      if (this.text.startsWith('--%', start)) {
        this.pos += 3
        this.skipBlanks()
        const from = this.pos
        const value = this.restOfLine()
        return { name: undefined, value: { kind: 'text', value, bare: true, start: from, end: this.pos }, attached: false, splat: false, start, end: this.pos }
      }
    }
    if (c === AT && isNameChar(this.peek(1))) {
      const end = this.nameEnd(start + 1)
      this.pos = end
      const value: Node = { kind: 'variable', name: this.text.slice(start + 1, end).toLowerCase(), isShared: false, start, end }
      return { name: undefined, value, attached: false, splat: true, start, end }
    }
    const value = this.#argumentValue()
    return value && { name: undefined, value, attached: false, splat: false, start, end: value.end }
  }

  /** `-Name`, with the value that is tied to it by a colon or follows it. */
  #parameter(): Arg {
    const { text } = this
    const start = this.pos
    let p = start + 1
    for (; p < text.length; p++) {
      const c = text.charCodeAt(p)
      if (c === COLON || c === DOT || c === OPEN_SQUARE || this.isBreak(c) || isDash(c) || c === DOLLAR || isSingleQuote(c) || isDoubleQuote(c)) break
    }
    while (p < text.length && isDash(text.charCodeAt(p))) p = this.nameEnd(p + 1) // `-no-color` of other programs
    this.pos = p
    const name = this.word(start + 1, p)
    const attached = this.peek() === COLON
    if (attached) this.pos++
    const before = this.pos
    this.skipBlanks()
    const c = this.peek()
    const isValue = !this.endsStatement(c) && c !== GREATER && c !== LESS && !((c === STAR || isDigit(c)) && this.peek(1) === GREATER)
      && !(isDash(c) && (isNameChar(this.peek(1)) && !isDigit(this.peek(1)) || this.text.startsWith('--', this.pos)))
      && !(c === AT && isNameChar(this.peek(1)))
    const value = isValue ? this.#argumentValue() : undefined
    if (!value) this.pos = before
    return { name, value, attached, splat: false, start, end: value ? value.end : before }
  }

  #argumentValue(): Node | undefined {
    if (this.peek() === COMMA) { this.pos++; this.skipLines() }
    const first = this.value()
    if (!first) return undefined
    this.skipBlanks()
    if (this.peek() !== COMMA) return first
    return this.listAfter(first, () => this.value() ?? this.bad(this.pos, 'A value is missing behind the comma'))
  }

  /** One value of argument mode. */
  protected value(): Node | undefined {
    const start = this.pos
    const c = this.peek()
    if (isSingleQuote(c)) return this.#quotedMember({ kind: 'text', value: this.singleQuoted(), bare: false, start, end: this.pos })
    if (isDoubleQuote(c)) return this.#quotedMember(this.doubleQuoted())
    if (c === OPEN) return this.#joined(this.postfix(this.paren()))
    if (c === OPEN_BRACE) return this.block()
    if (c === DOLLAR) {
      const variable = this.variable()
      if (variable) return this.#joined(this.postfix(variable))
    }
    if (c === AT) {
      const node = this.atSign()
      if (node) return this.postfix(node)
    }
    return this.endsStatement(c) || c === COMMA ? undefined : this.#plainWord() ?? this.#bareWord([])
  }

  #quotedMember(node: Node): Node {
    return this.peek() === DOT && isNameChar(this.peek(1)) ? this.postfix(node) : node
  }

  /** `$x/24` is one word. */
  #joined(node: Node): Node {
    return this.isBreak(this.peek()) || this.atEnd || node.kind === 'paren' ? node : this.#bareWord([node])
  }

  /** A bare word with nothing in it that needs a closer look, as nearly all are. */
  #plainWord(): Node | undefined {
    const start = this.pos
    const end = this.plainWordEnd(start)
    if (end === start || (end < this.text.length && !this.isBreak(this.text.charCodeAt(end)))) return undefined
    this.pos = end
    return { kind: 'text', value: this.word(start, end), bare: true, start, end }
  }

  /** Letters, variables and quoted stretches up to a blank. */
  #bareWord(parts: (string | Node)[]): Node {
    const { text } = this
    const first = parts[0]
    const start = typeof first === 'object' ? first.start : this.pos
    let literal = ''
    for (;;) {
      const from = this.pos
      this.pos = this.plainWordEnd(from)
      const c = this.peek()
      if (this.isBreak(c)) {
        literal = literal === '' ? this.word(from, this.pos) : literal + text.slice(from, this.pos)
        break
      }
      literal += text.slice(from, this.pos)
      if (c === BACKTICK) {
        if (this.pos + 1 >= text.length || isNewline(this.peek(1))) break
        literal += this.escaped()
        continue
      }
      const node: Node | undefined = isSingleQuote(c) ? { kind: 'text', value: this.singleQuoted(), bare: false, start: this.pos, end: this.pos }
        : isDoubleQuote(c) ? this.doubleQuoted() : this.variable()
      if (!node) { literal += '$'; this.pos++; continue }
      if (node.kind === 'text') { literal += node.value; continue }
      if (literal !== '') parts.push(literal)
      literal = ''
      parts.push(node)
    }
    if (this.pos === start) this.pos++ // a sign that begins nothing, such as a lone `<`
    if (literal !== '' || parts.length === 0) parts.push(literal)
    return textOf(parts, start, this.pos, true)
  }
}
