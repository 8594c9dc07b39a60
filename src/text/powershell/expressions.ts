import type { Node } from './ast.ts'
import { isDash, isDigit, isDoubleQuote, isNewline, isSingleQuote } from './lexer.ts'
import { MAX_CHAIN, OperandParser } from './operands.ts'
import {
  AMPERSAND, AT, BANG, CLOSE, CLOSE_BRACE, COLON, COMMA, DOLLAR, DOT, EQUALS, OPEN, OPEN_BRACE, OPEN_SQUARE, PERCENT, PIPE, PLUS, QUESTION, SLASH, STAR,
} from './signs.ts'
import { MAX_DEPTH } from './strings.ts'

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

/** Expression mode: operators, casts and lists between operands. Statements come from the class below. */
export abstract class ExpressionParser extends OperandParser {
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
    let node = this.#stepped(this.operand())
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
    const name = this.typeName()
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

  /** Whether a value in expression mode begins with this sign. */
  protected beginsExpression(c: number): boolean {
    return c === DOLLAR || c === OPEN || c === AT || c === OPEN_SQUARE || c === OPEN_BRACE || c === BANG || c === PLUS || c === COMMA
      || isSingleQuote(c) || isDoubleQuote(c) || isDash(c)
      || ((isDigit(c) || (c === DOT && isDigit(this.peek(1)))) && this.isNumber())
  }

  /** What ends a statement without belonging to it. */
  protected endsStatement(c: number): boolean {
    return c < 0 || c === 59 || c === CLOSE || c === CLOSE_BRACE || isNewline(c) || c === PIPE || c === AMPERSAND
  }}
