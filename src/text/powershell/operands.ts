import type { Bad, Block, Group, Hash, HashEntry, Node } from './ast.ts'
import { isDash, isDigit, isDoubleQuote, isNameChar, isSingleQuote } from './lexer.ts'
import { AT, BACKTICK, CLOSE, CLOSE_BRACE, CLOSE_SQUARE, COLON, COMMA, DOLLAR, DOT, EQUALS, OPEN, OPEN_BRACE, OPEN_SQUARE, PLUS, QUESTION } from './signs.ts'
import { MAX_DEPTH, TextParser, textOf } from './strings.ts'

/** Prefix operators, casts or members in one row. */
export const MAX_CHAIN = 60

const NUMBER = /(?:0x[0-9a-f]+|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)(?:u?[lsy]|[und])?([kmgtp]b)?/iy
const MULTIPLES: ReadonlyMap<string, number> = new Map([['kb', 2 ** 10], ['mb', 2 ** 20], ['gb', 2 ** 30], ['tb', 2 ** 40], ['pb', 2 ** 50]])

/** What operators stand between: literals, variables, brackets, hash tables, and the members behind them. Operators come from the class below. */
export abstract class OperandParser extends TextParser {
  /** Statements up to and with the closing bracket; the opening one is behind the cursor. */
  protected abstract statementsUntil(close: number): Node[]

  protected abstract statement(): Node | undefined
  protected abstract block(): Block
  /** An expression; without `commas` a comma ends it, as in the arguments of a method. */
  protected abstract expression(commas?: boolean): Node

  /** One operand, the cursor on it. */
  protected operand(): Node {
    const start = this.pos
    const c = this.peek()
    if (c === DOLLAR) return this.postfix(this.variable() ?? this.bad(start, 'A "$" stands alone'))
    if (isSingleQuote(c)) return this.postfix({ kind: 'text', value: this.singleQuoted(), bare: false, start, end: this.pos })
    if (isDoubleQuote(c)) return this.postfix(this.doubleQuoted())
    if (isDigit(c) || (c === DOT && isDigit(this.peek(1)))) return this.postfix(this.#number())
    if (c === OPEN) return this.postfix(this.paren())
    if (c === AT) return this.postfix(this.atSign() ?? this.#splat())
    if (c === OPEN_BRACE) return this.block()
    if (c === OPEN_SQUARE) {
      const name = this.typeName()
      return name === undefined ? this.bad(start, 'This is no type') : this.postfix({ kind: 'type', name, start, end: this.pos })
    }
    return this.bad(start, 'A value is missing')
  }

  #splat(): Node {
    const start = this.pos
    const end = this.nameEnd(start + 1)
    if (end === start + 1) return this.bad(start, 'An "@" stands alone')
    this.pos = end
    return { kind: 'variable', name: this.text.slice(start + 1, end).toLowerCase(), isShared: false, start, end }
  }

  #number(): Node {
    const start = this.pos
    NUMBER.lastIndex = start
    const match = NUMBER.exec(this.text)
    if (!match) return this.bad(start, 'This is no number')
    this.pos = NUMBER.lastIndex
    const digits = match[0]
    const value = /^0x/i.test(digits) ? Number.parseInt(digits, 16) : Number.parseFloat(digits)
    return { kind: 'number', value: value * (MULTIPLES.get((match[1] ?? '').toLowerCase()) ?? 1), start, end: this.pos }
  }

  /** Whether a number stands here that is not the beginning of a word such as `7z`. */
  protected isNumber(): boolean {
    NUMBER.lastIndex = this.pos
    if (!NUMBER.test(this.text)) return false
    const after = this.text.charCodeAt(NUMBER.lastIndex)
    return Number.isNaN(after) || this.isBreak(after) || (!isNameChar(after) && after !== 92)
  }

  /** Members, indexes and calls directly behind a value. */
  protected postfix(target: Node): Node {
    let node = target
    for (let count = 0; ; count++) {
      const c = this.peek()
      if (c !== DOT && c !== OPEN_SQUARE && c !== COLON && c !== QUESTION && c !== PLUS && !isDash(c)) return node
      const next = this.#oneMore(node, c)
      if (!next) return node
      if (count < MAX_CHAIN) node = next
      else if (count === MAX_CHAIN) this.fault(`More than ${MAX_CHAIN} members stand in one row`, next.start, next.end, false)
    }
  }

  #oneMore(target: Node, c: number): Node | undefined {
    const next = this.peek(1)
    const { start } = target
    if (c === PLUS || isDash(c)) {
      if (next !== c || target.kind !== 'variable' && target.kind !== 'member') return undefined
      this.pos += 2
      return { kind: 'unary', operator: c === PLUS ? '++' : '--', operand: target, start, end: this.pos }
    }
    if (c === OPEN_SQUARE || (c === QUESTION && next === OPEN_SQUARE && target.kind === 'variable')) {
      this.pos += c === OPEN_SQUARE ? 1 : 2
      if (this.depth >= MAX_DEPTH) return this.tooDeep()
      this.skipLines()
      const index = this.expression()
      this.skipLines()
      if (this.peek() === CLOSE_SQUARE) this.pos++
      else this.fault('A "]" is missing', start, this.pos)
      return { kind: 'index', target, index, start, end: this.pos }
    }
    const isStatic = c === COLON
    const sign = isStatic ? (next === COLON ? 2 : 0) : c === QUESTION ? (next === DOT ? 2 : 0) : 1
    if (sign === 0) return undefined
    const name = this.#memberName(sign)
    if (!name) return undefined
    let args: Node[] | undefined
    if (this.peek() === OPEN) args = this.#callArguments()
    else if (this.peek() === OPEN_BRACE && name.kind === 'text') args = [this.block()]
    return { kind: 'member', target, name, isStatic, args, start, end: this.pos }
  }

  #memberName(sign: number): Node | undefined {
    const start = this.pos + sign
    const c = this.peek(sign)
    if (isNameChar(c)) {
      if (isDigit(c)) return undefined
      this.pos = this.nameEnd(start)
      return { kind: 'text', value: this.text.slice(start, this.pos), bare: true, start, end: this.pos }
    }
    const before = this.pos
    this.pos = start
    if (isSingleQuote(c)) return { kind: 'text', value: this.singleQuoted(), bare: false, start, end: this.pos }
    if (isDoubleQuote(c)) return this.doubleQuoted()
    if (c === OPEN) return this.paren()
    const node = c === DOLLAR ? this.variable() : undefined
    if (!node) this.pos = before
    return node
  }

  #callArguments(): Node[] {
    const start = this.pos++
    const args: Node[] = []
    if (this.depth >= MAX_DEPTH) { this.tooDeepInside(start); return args }
    for (;;) {
      this.skipLines()
      if (this.atEnd) { this.fault('The "(" is never closed', start, start + 1); return args }
      if (this.peek() === CLOSE) { this.pos++; return args }
      if (this.peek() === COMMA) { this.pos++; continue }
      const before = this.pos
      args.push(this.expression(false))
      if (this.pos === before) this.pos++
    }
  }

  /** `( … )`, the cursor on it. */
  protected paren(): Node {
    const start = this.pos++
    if (this.depth >= MAX_DEPTH) return this.tooDeepInside(start)
    this.depth++
    this.skipLines()
    const inner = this.peek() === CLOSE ? undefined : this.statement()
    this.skipLines()
    if (this.peek() === CLOSE) this.pos++
    else this.#closeParen(start)
    this.depth--
    return { kind: 'paren', inner, start, end: this.pos }
  }

  /** Something stands where a `)` should: what follows up to it is passed over. */
  #closeParen(start: number): void {
    const at = this.pos
    this.skipNested()
    if (this.atEnd && this.text.charCodeAt(this.text.length - 1) !== CLOSE) this.fault('The "(" is never closed', start, start + 1)
    else this.fault('A ")" is missing', at, Math.min(at + 1, this.text.length))
  }

  /** `$( … )` and `@( … )`, the cursor behind the bracket. */
  protected group(kind: Group['kind'], start: number): Group | Bad {
    if (this.depth >= MAX_DEPTH) return this.tooDeepInside(start)
    this.depth++
    const body = this.statementsUntil(CLOSE)
    this.depth--
    return { kind, body, start, end: this.pos }
  }

  /** What an `@` begins: an array, a hash table or a here-string; undefined for splatting. */
  protected atSign(): Node | undefined {
    const start = this.pos
    const c = this.peek(1)
    if (c === OPEN) { this.pos += 2; return this.group('array', start) }
    if (c === OPEN_BRACE) { this.pos += 2; return this.hash(start) }
    if (isSingleQuote(c)) {
      const found = this.hereString(isSingleQuote)
      return found && { kind: 'text', value: this.text.slice(found.from, found.to), bare: false, start, end: this.pos }
    }
    if (!isDoubleQuote(c)) return undefined
    const found = this.hereString(isDoubleQuote)
    if (!found) return undefined
    const after = this.pos
    this.pos = found.from
    const parts = this.expandable(found.to)
    this.pos = Math.max(after, this.pos)
    return textOf(parts, start, this.pos)
  }

  /** The entries of `@{ … }`, the cursor behind its bracket; also the body of a DSC resource. */
  protected hash(start: number): Hash | Bad {
    if (this.depth >= MAX_DEPTH) return this.tooDeepInside(start)
    this.depth++
    const entries: HashEntry[] = []
    for (;;) {
      this.skipSeparators()
      if (this.atEnd) { this.fault('The "{" is never closed', start, start + 1); break }
      if (this.peek() === CLOSE_BRACE) { this.pos++; break }
      const before = this.pos
      const entry = this.#hashEntry()
      if (entry) entries.push(entry)
      if (this.pos === before) this.pos++
    }
    this.depth--
    return { kind: 'hash', entries, start, end: this.pos }
  }

  #hashEntry(): HashEntry | undefined {
    const start = this.pos
    const key = this.#hashKey()
    this.skipLines()
    if (this.peek() !== EQUALS) {
      this.fault('An "=" is missing', start, this.pos)
      this.restOfLine()
      return undefined
    }
    this.pos++
    this.skipLines()
    const c = this.peek()
    const value = c === CLOSE_BRACE || c === 59 ? undefined : this.statement()
    return { key, value, start, end: value ? value.end : this.pos }
  }

  #hashKey(): Node {
    const start = this.pos
    const c = this.peek()
    if (c === DOLLAR || c === OPEN || c === OPEN_SQUARE || isSingleQuote(c) || isDoubleQuote(c)) return this.operand()
    while (!this.atEnd && !this.isBreak(this.peek()) && this.peek() !== EQUALS) this.pos++
    return { kind: 'text', value: this.word(start, this.pos), bare: true, start, end: this.pos }
  }

  /** The text between `[` and its `]`, in lower case and without blanks; undefined when it cannot be a type. */
  protected typeName(): string | undefined {
    let depth = 0
    for (let p = this.pos; p < this.text.length && p < this.pos + 300; p++) {
      const c = this.text.charCodeAt(p)
      if (c === OPEN_SQUARE) depth++
      else if (c === CLOSE_SQUARE) {
        if (--depth > 0) continue
        const name = this.text.slice(this.pos + 1, p).replace(/\s+/g, '').toLowerCase()
        this.pos = p + 1
        return name
      }
      else if (!isNameChar(c) && c !== DOT && c !== COMMA && c !== PLUS && c !== BACKTICK && c !== 32) return undefined
    }
    return undefined
  }
}
