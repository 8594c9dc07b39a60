import type { Bad, Block, Group, Hash, HashEntry, Node } from './ast.ts'
import { isDash, isDigit, isDoubleQuote, isNameChar, isNewline, isSingleQuote } from './lexer.ts'
import { MAX_DEPTH, TextParser, textOf } from './strings.ts'
import {
  AMPERSAND, AT, BACKTICK, BANG, CLOSE, CLOSE_BRACE, CLOSE_SQUARE, COLON, COMMA, DOLLAR, DOT, EQUALS, OPEN, OPEN_BRACE, OPEN_SQUARE,
  PERCENT, PIPE, PLUS, QUESTION, SLASH, STAR,
} from './signs.ts'

/** Prefix operators, casts or members in one row. */
const MAX_CHAIN = 60

const NUMBER = /(?:0x[0-9a-f]+|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)(?:u?[lsy]|[und])?([kmgtp]b)?/iy
const MULTIPLES: ReadonlyMap<string, number> = new Map([['kb', 2 ** 10], ['mb', 2 ** 20], ['gb', 2 ** 30], ['tb', 2 ** 40], ['pb', 2 ** 50]])

/** Binding strength from weak to strong (about_Operator_Precedence). */
const OPERATORS: ReadonlyMap<string, number> = new Map([
  ...['and', 'or', 'xor'].map(word => [word, 1] as const),
  ...['band', 'bor', 'bxor', 'shl', 'shr'].map(word => [word, 2] as const),
  ...['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'like', 'notlike', 'match', 'notmatch', 'contains', 'notcontains', 'in', 'notin', 'replace', 'split', 'join', 'is', 'isnot', 'as']
    .map(word => [word, 3] as const),
  ['f', 6],
])
const ADDITIVE = 4, MULTIPLICATIVE = 5, RANGE = 7
const PREFIXES: ReadonlySet<string> = new Set(['not', 'bnot', 'split', 'isplit', 'csplit', 'join'])

/** Expression mode: operators, literals, variables, members, brackets. Statements come from the class below. */
export abstract class ExpressionParser extends TextParser {
  /** Statements up to and with the closing bracket; the opening one is behind the cursor. */
  protected abstract statementsUntil(close: number): Node[]

  protected abstract statement(): Node | undefined
  protected abstract block(): Block
  /** An expression; without `commas` a comma ends it, as in the arguments of a method. */
  protected expression(commas = true): Node {
    if (this.depth >= MAX_DEPTH) return this.tooDeep()
    this.depth++
    const condition = this.#binary(0, commas)
    const node = this.#conditional(condition, commas)
    this.depth--
    return node
  }

  #conditional(condition: Node, commas: boolean): Node {
    if (this.peek() !== QUESTION || this.peek(1) === QUESTION) return condition
    this.pos++
    this.skipLines()
    const then = this.expression(commas)
    this.skipLines()
    if (this.peek() !== COLON) return this.bad(condition.start, 'A ":" is missing after "?"')
    this.pos++
    this.skipLines()
    const otherwise = this.expression(commas)
    return { kind: 'ternary', condition, then, else: otherwise, start: condition.start, end: otherwise.end }
  }

  #binary(weakest: number, commas: boolean): Node {
    let left = this.#list(commas)
    for (;;) {
      this.skipBlanks()
      const found = this.#operator()
      if (!found || found.strength < weakest) return left
      this.pos += found.length
      this.skipLines()
      const right = this.#binary(found.strength + 1, commas)
      left = { kind: 'binary', operator: found.operator, left, right, start: left.start, end: right.end }
    }
  }

  /** The binary operator at the cursor. */
  #operator(): { operator: string; strength: number; length: number } | undefined {
    const c = this.peek()
    const next = this.peek(1)
    if (c === DOT) return next === DOT ? { operator: '..', strength: RANGE, length: 2 } : undefined
    if (c === QUESTION) return next === QUESTION && this.peek(2) !== EQUALS ? { operator: '??', strength: 1, length: 2 } : undefined
    if (c === STAR || c === SLASH || c === PERCENT) {
      return next === EQUALS ? undefined : { operator: String.fromCharCode(c), strength: MULTIPLICATIVE, length: 1 }
    }
    if (c === PLUS) return next === EQUALS || next === PLUS ? undefined : { operator: '+', strength: ADDITIVE, length: 1 }
    if (!isDash(c) || next === EQUALS || isDash(next)) return undefined
    const end = this.nameEnd(this.pos + 1)
    const word = this.text.slice(this.pos + 1, end).toLowerCase()
    if (word === '' || isDigit(next)) return { operator: '-', strength: ADDITIVE, length: 1 }
    const operator = OPERATORS.has(word) ? word : /^[ci]/.test(word) ? word.slice(1) : ''
    const strength = OPERATORS.get(operator)
    if (strength !== undefined) return { operator, strength, length: end - this.pos }
    return next === DOLLAR || next === OPEN ? { operator: '-', strength: ADDITIVE, length: 1 } : undefined
  }

  /** `a, b, c` binds stronger than every operator between two values. */
  #list(commas: boolean): Node {
    const first = this.#unary()
    if (!commas) return first
    this.skipBlanks()
    return this.peek() === COMMA ? this.listAfter(first, () => this.#unary()) : first
  }

  /** The rest of a list whose first item is read, the cursor on the comma. */
  protected listAfter(first: Node, item: () => Node): Node {
    const items = [first]
    let end = first.end
    while (this.peek() === COMMA) {
      this.pos++
      this.skipLines()
      const node = item()
      items.push(node)
      end = node.end
      this.skipBlanks()
    }
    return { kind: 'list', items, start: first.start, end }
  }

  #unary(): Node {
    let prefixes: { operator: string; start: number }[] | undefined
    for (;;) {
      const start = this.pos
      const operator = this.#prefix()
      if (operator === '') break
      prefixes ??= []
      if (prefixes.length < MAX_CHAIN) prefixes.push({ operator, start })
      else if (prefixes.length === MAX_CHAIN) this.fault(`More than ${MAX_CHAIN} operators stand in one row`, start, this.pos, false)
      this.skipLines()
    }
    let node = this.#stepped(this.#primary())
    if (!prefixes) return node
    for (const { operator, start } of prefixes.reverse()) {
      const { end } = node
      node = operator.startsWith('[')
        ? { kind: 'cast', type: operator.slice(1), operand: node, start, end }
        : { kind: 'unary', operator, operand: node, start, end }
    }
    return node
  }

  /** `$i ++`: a step may stand behind a blank. */
  #stepped(node: Node): Node {
    if (node.kind !== 'variable' && node.kind !== 'member' && node.kind !== 'index') return node
    const c = this.peek()
    if (c !== 32 && c !== 9) return node
    const before = this.pos
    this.skipBlanks()
    const sign = this.peek()
    if ((sign === PLUS || isDash(sign)) && this.peek(1) === sign) {
      this.pos += 2
      return { kind: 'unary', operator: sign === PLUS ? '++' : '--', operand: node, start: node.start, end: this.pos }
    }
    this.pos = before
    return node
  }

  /** The prefix operator at the cursor, behind which it moves; a cast begins with `[`; empty when there is none. */
  #prefix(): string {
    const c = this.peek()
    if (c === BANG) { this.pos++; return 'not' }
    if (c === COMMA) { this.pos++; return ',' }
    if (c === PLUS) { this.pos += this.peek(1) === PLUS ? 2 : 1; return this.text.charAt(this.pos - 2) === '+' ? '++' : '+' }
    if (c === OPEN_SQUARE) return this.#cast()
    if (!isDash(c)) return ''
    if (isDash(this.peek(1))) { this.pos += 2; return '--' }
    const end = this.nameEnd(this.pos + 1)
    const word = this.text.slice(this.pos + 1, end).toLowerCase()
    if (PREFIXES.has(word)) { this.pos = end; return word.replace(/^[ic]split$/, 'split') }
    this.pos++
    return '-'
  }

  /** `[type]` before an operand; leaves the cursor on a type that stands alone or has static members. */
  #cast(): string {
    const start = this.pos
    const name = this.#typeName()
    if (name === undefined) return ''
    const after = this.pos
    const isStatic = this.peek() === COLON && this.peek(1) === COLON
    this.skipBlanks()
    const c = this.peek()
    const isOperand = c === DOLLAR || c === OPEN || c === AT || c === OPEN_SQUARE || c === OPEN_BRACE || isSingleQuote(c) || isDoubleQuote(c) || isDigit(c)
      || (isDash(c) && isDigit(this.peek(1)))
    this.pos = isOperand && !isStatic ? after : start
    return isOperand && !isStatic ? `[${name}` : ''
  }

  /** The text between `[` and its `]`, in lower case and without blanks; undefined when it cannot be a type. */
  #typeName(): string | undefined {
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

  #primary(): Node {
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
      const name = this.#typeName()
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
    if (c === DOLLAR || c === OPEN || c === OPEN_SQUARE || isSingleQuote(c) || isDoubleQuote(c)) return this.#primary()
    while (!this.atEnd && !this.isBreak(this.peek()) && this.peek() !== EQUALS) this.pos++
    return { kind: 'text', value: this.word(start, this.pos), bare: true, start, end: this.pos }
  }

  /** Whether a value in expression mode begins with this sign. */
  protected beginsExpression(c: number): boolean {
    return c === DOLLAR || c === OPEN || c === AT || c === OPEN_SQUARE || c === OPEN_BRACE || c === BANG || c === PLUS || c === COMMA
      || isSingleQuote(c) || isDoubleQuote(c) || isDash(c)
      || ((isDigit(c) || (c === DOT && isDigit(this.peek(1)))) && this.isNumber())
  }

  /** What ends a statement without belonging to it. */
  protected endsStatement(c: number): boolean {
    return c < 0 || c === 59 || c === CLOSE || c === CLOSE_BRACE || isNewline(c) || c === PIPE || c === AMPERSAND
  }
}
