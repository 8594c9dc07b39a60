import type { Clause, Function, Node, Parameter } from './ast.ts'
import { CommandParser } from './commands.ts'
import { isDash, isDigit, isDoubleQuote, isNameChar, isSingleQuote } from './lexer.ts'
import { MAX_DEPTH } from './strings.ts'
import { AT, CLOSE, CLOSE_BRACE, COLON, COMMA, DOLLAR, EQUALS, OPEN, OPEN_BRACE, OPEN_SQUARE, SEMICOLON } from './signs.ts'

/** Statements that begin with a keyword. Each method is called with the cursor on it, and gives nothing when it turns out to be a command's name. */
export abstract class KeywordParser extends CommandParser {

  afterWord(): void { this.pos = this.nameEnd(this.pos); this.skipLines() }

  /** A body in braces; empty with a fault when there is none. */
  body(): Node[] {
    this.skipLines()
    if (this.peek() !== OPEN_BRACE) { this.fault('A "{" is missing', this.pos, Math.min(this.pos + 1, this.text.length)); return [] }
    const start = this.pos++
    if (this.depth >= MAX_DEPTH) { this.tooDeepInside(start); return [] }
    this.depth++
    const nodes = this.statementsUntil(CLOSE_BRACE)
    this.depth--
    return nodes
  }

  /** `( condition )`. */
  head(): Node | undefined {
    this.skipLines()
    if (this.peek() !== OPEN) { this.fault('A "(" is missing', this.pos, Math.min(this.pos + 1, this.text.length)); return undefined }
    const node = this.paren()
    return node.kind === 'paren' ? node.inner : node
  }

  /** Whether the next word, on this or a following line, is this one; moves behind it. */
  follows(word: string): boolean {
    const before = this.pos
    this.skipLines()
    if (this.peekWord() === word) { this.pos += word.length; return true }
    this.pos = before
    return false
  }

  ifStatement(start: number): Node {
    const clauses: Clause[] = []
    let otherwise: Node[] | undefined
    let at = start
    this.afterWord()
    do {
      const condition = this.head()
      clauses.push({ condition, headEnd: this.pos, body: this.body(), start: at, end: this.pos })
      this.skipBlanks()
      at = this.pos
    } while (this.follows('elseif'))
    if (this.follows('else')) otherwise = this.body()
    return { kind: 'if', clauses, otherwise, start, end: this.pos }
  }

  whileLoop(start: number): Node {
    this.afterWord()
    const condition = this.head()
    const headEnd = this.pos
    return { kind: 'loop', word: 'while', first: undefined, condition, until: false, step: undefined, body: this.body(), headEnd, start, end: this.pos }
  }

  doLoop(start: number): Node | undefined {
    this.afterWord()
    if (this.peek() !== OPEN_BRACE) return undefined
    const body = this.body()
    const until = !this.follows('while')
    if (until && !this.follows('until')) this.fault('A "while" or "until" is missing', start, start + 2)
    const condition = this.head()
    return { kind: 'loop', word: 'do', first: undefined, condition, until, step: undefined, body, headEnd: start + 2, start, end: this.pos }
  }

  forLoop(start: number): Node | undefined {
    this.afterWord()
    if (this.peek() !== OPEN) return undefined
    this.pos++
    const [first, condition, step] = [this.#forPart(), this.#forPart(), this.#forPart()]
    this.skipLines()
    if (this.peek() === CLOSE) this.pos++
    else { this.fault('A ")" is missing', start, this.pos); this.skipNested() }
    const headEnd = this.pos
    return { kind: 'loop', word: 'for', first, condition, until: false, step, body: this.body(), headEnd, start, end: this.pos }
  }

  #forPart(): Node | undefined {
    this.skipLines()
    const c = this.peek()
    const node = c === SEMICOLON || c === CLOSE ? undefined : this.statement()
    this.skipLines()
    if (this.peek() === SEMICOLON) this.pos++
    return node
  }

  forEachLoop(start: number): Node | undefined {
    this.afterWord()
    while (isDash(this.peek())) { // -Parallel, -ThrottleLimit 5
      this.pos = this.nameEnd(this.pos + 1)
      this.skipBlanks()
      if (isDigit(this.peek())) this.pos = this.nameEnd(this.pos)
      this.skipBlanks()
    }
    if (this.peek() !== OPEN) return undefined
    const open = this.pos++
    this.skipLines()
    const variable = this.peek() === DOLLAR ? this.variable() : undefined
    this.skipLines()
    if (variable?.kind !== 'variable' || this.peekWord() !== 'in') {
      this.fault('This is no "foreach ($x in …)"', open, open + 1)
      this.skipNested()
      this.body()
      return { kind: 'nothing', start, end: this.pos }
    }
    this.pos += 2
    this.skipLines()
    const list = this.statement()
    this.skipLines()
    if (this.peek() === CLOSE) this.pos++
    else { this.fault('A ")" is missing', open, this.pos); this.skipNested() }
    const headEnd = this.pos
    return { kind: 'foreach', variable: variable.name, list, body: this.body(), headEnd, start, end: this.pos }
  }

  switchStatement(start: number): Node {
    this.afterWord()
    const flags: string[] = []
    while (isDash(this.peek())) {
      const end = this.nameEnd(this.pos + 1)
      flags.push(this.text.slice(this.pos + 1, end).toLowerCase())
      this.pos = end
      this.skipLines()
    }
    const value = this.peek() === OPEN ? this.head() : this.value()
    const headEnd = this.pos
    const clauses: Clause[] = []
    this.skipLines()
    if (this.peek() === OPEN_BRACE) this.pos++
    else this.fault('A "{" is missing', this.pos, this.pos)
    for (;;) {
      this.skipSeparators()
      if (this.atEnd) { this.fault('The "switch" is never closed', start, start + 6); break }
      if (this.peek() === CLOSE_BRACE) { this.pos++; break }
      const at = this.pos
      const isDefault = this.peekWord() === 'default'
      const condition = this.beginsExpression(this.peek()) && this.peek() !== OPEN_BRACE ? this.expression() : this.value()
      clauses.push({ condition: isDefault ? undefined : condition, headEnd: this.pos, body: this.body(), start: at, end: this.pos })
      if (this.pos === at) this.pos++
    }
    return { kind: 'switch', flags, value, clauses, headEnd, start, end: this.pos }
  }

  tryStatement(start: number): Node | undefined {
    this.afterWord()
    if (this.peek() !== OPEN_BRACE) return undefined
    const body = this.body()
    const catches: Node[][] = []
    while (this.follows('catch')) {
      this.skipLines()
      while (this.peek() === OPEN_SQUARE) {
        this.pos++
        this.skipNested()
        this.skipLines()
        if (this.peek() === COMMA) { this.pos++; this.skipLines() }
      }
      catches.push(this.body())
    }
    const last = this.follows('finally') ? this.body() : []
    return { kind: 'try', body, catches, last, start, end: this.pos }
  }

  functionDefinition(start: number): Node | undefined {
    const word = this.peekWord()
    this.afterWord()
    const nameStart = this.pos
    // A configuration may be called by what a variable or a text in quotes says.
    if (word === 'configuration' && (this.peek() === DOLLAR || isSingleQuote(this.peek()) || isDoubleQuote(this.peek()))) this.value()
    else this.pos = this.plainWordEnd(nameStart)
    const name = this.text.slice(nameStart, this.pos).replace(/^(?:global|script|local|private):|^["']|["']$/gi, '').toLowerCase()
    this.skipLines()
    const parameters = this.peek() === OPEN ? this.parameters() : []
    this.skipLines()
    if (name === '' || this.peek() !== OPEN_BRACE) return undefined
    const outer = this.inConfiguration
    this.inConfiguration = word === 'configuration'
    const block = this.block()
    this.inConfiguration = outer
    return { kind: 'function', word, name, block: parameters.length > 0 ? { ...block, parameters } : block, start, end: this.pos }
  }

  paramBlock(start: number): Node | undefined {
    this.afterWord()
    return this.peek() === OPEN ? { kind: 'params', parameters: this.parameters(), start, end: this.pos } : undefined
  }

  /** `( [attribute] [type] $name = value, … )`. */
  parameters(): Parameter[] {
    const open = this.pos++
    const list: Parameter[] = []
    let attributes = ''
    for (;;) {
      this.skipLines()
      const start = this.pos
      const c = this.peek()
      if (this.atEnd) { this.fault('The "(" is never closed', open, open + 1); return list }
      if (c === CLOSE) { this.pos++; return list }
      if (c === COMMA) { this.pos++; attributes = ''; continue }
      if (c === OPEN_SQUARE) {
        this.pos++
        this.skipNested()
        attributes += this.text.slice(start, Math.min(this.pos, start + 300))
        continue
      }
      const variable = c === DOLLAR ? this.variable() : undefined
      if (variable?.kind !== 'variable') {
        this.fault('This is no parameter', start, start + 1)
        this.skipNested()
        return list
      }
      this.skipLines()
      let value: Node | undefined
      if (this.peek() === EQUALS) {
        this.pos++
        this.skipLines()
        value = this.expression(false)
      }
      const isSwitch = /\[(?:System\.Management\.Automation\.)?switch(?:Parameter)?\]/i.test(attributes)
      list.push({
        name: variable.name, isSwitch, value, start, end: this.pos,
        isMandatory: /\bMandatory\b(?!\s*=\s*(?:\$false|0))/i.test(attributes),
        type: /\[([\w.]+(?:\[\])?)\]\s*$/.exec(attributes)?.[1]?.toLowerCase() ?? '',
        fromPipeline: /ValueFromPipeline\b/i.test(attributes), byProperty: /ValueFromPipelineByPropertyName\b/i.test(attributes),
      })
      attributes = ''
    }
  }

  jump(start: number): Node {
    const word = this.peekWord()
    this.pos = this.nameEnd(start)
    this.skipBlanks()
    const value = this.endsStatement(this.peek()) ? undefined : this.statement()
    return { kind: 'jump', word, value, start, end: value ? value.end : this.pos }
  }

  /** A class or an enum. */
  typeDefinition(start: number): Node | undefined {
    const word = this.peekWord()
    this.afterWord()
    if (!isNameChar(this.peek())) return undefined
    const name = this.text.slice(this.pos, this.nameEnd(this.pos))
    const head = this.text.slice(this.pos, this.pos + 500).indexOf('{')
    if (head < 0) return undefined
    this.pos += head + 1
    if (word === 'class') return { kind: 'class', methods: this.#methods(name.toLowerCase(), start), start, end: this.pos }
    this.skipNested()
    return { kind: 'nothing', start, end: this.pos }
  }
  /** The methods of a class, the cursor behind its bracket; nobody calls them by name, so they are functions that somebody may call. */
  #methods(type: string, start: number): Function[] {
    const methods: Function[] = []
    let name = ''
    for (;;) {
      this.skipSeparators()
      if (this.atEnd) { this.fault('The "{" is never closed', start, start + 5); return methods }
      const c = this.peek()
      const at = this.pos
      if (c === CLOSE_BRACE) { this.pos++; return methods }
      if (c === OPEN) {
        const parameters = this.parameters()
        while (!this.atEnd && this.#isBeforeBody()) { /* `: base($x)` */ }
        if (this.peek() === OPEN_BRACE) methods.push({ kind: 'function', word: 'method', name: `${type}.${name}`, block: { ...this.block(), parameters }, start: at, end: this.pos })
      } else if (c === OPEN_SQUARE || c === OPEN_BRACE) { this.pos++; this.skipNested() }
      else if (isSingleQuote(c) || isDoubleQuote(c) || c === AT) { this.value(); if (this.pos === at) this.pos++ }
      else if (isNameChar(c)) {
        this.pos = this.nameEnd(at)
        name = this.text.slice(at, this.pos).toLowerCase()
      } else this.pos++
    }
  }
  /** Passes over what stands between the parameters of a constructor and its body. */
  #isBeforeBody(): boolean {
    this.skipLines()
    const c = this.peek()
    if (c === COLON) this.pos++
    else if (c === OPEN) { this.pos++; this.skipNested() }
    else if (isNameChar(c) && this.peekWord() === 'base') this.pos = this.nameEnd(this.pos)
    else return false
    return true
  }

  usingStatement(start: number): Node {
    this.restOfLine()
    return { kind: 'nothing', start, end: this.pos }
  }

  trapStatement(start: number): Node | undefined {
    this.afterWord()
    if (this.peek() === OPEN_SQUARE) { this.pos++; this.skipNested(); this.skipLines() }
    if (this.peek() !== OPEN_BRACE) return undefined
    this.body()
    return { kind: 'nothing', start, end: this.pos }
  }
}

type Keyword = (parser: KeywordParser, start: number) => Node | undefined
/** By word in lower case. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['if', (p, at) => p.ifStatement(at)],
  ['while', (p, at) => p.whileLoop(at)],
  ['do', (p, at) => p.doLoop(at)],
  ['for', (p, at) => p.forLoop(at)],
  ['foreach', (p, at) => p.forEachLoop(at)],
  ['switch', (p, at) => p.switchStatement(at)],
  ['try', (p, at) => p.tryStatement(at)],
  ['trap', (p, at) => p.trapStatement(at)],
  ['param', (p, at) => p.paramBlock(at)],
  ['class', (p, at) => p.typeDefinition(at)],
  ['enum', (p, at) => p.typeDefinition(at)],
  ['using', (p, at) => p.usingStatement(at)],
  ...['function', 'filter', 'workflow', 'configuration'].map((word): [string, Keyword] => [word, (p, at) => p.functionDefinition(at)]),
  ...['return', 'exit', 'throw', 'break', 'continue'].map((word): [string, Keyword] => [word, (p, at) => p.jump(at)]),
])
