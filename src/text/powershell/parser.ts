import type { Arg, Block, Clause, Command, Node, Parameter } from './ast.ts'
import { ExpressionParser, MAX_DEPTH, textOf } from './expressions.ts'
import { isDash, isDigit, isDoubleQuote, isNameChar, isNewline, isSingleQuote } from './lexer.ts'

const AMPERSAND = 38, OPEN = 40, CLOSE = 41, STAR = 42, COMMA = 44, DOT = 46, COLON = 58, SEMICOLON = 59, EQUALS = 61, QUESTION = 63, AT = 64
const OPEN_SQUARE = 91, BACKTICK = 96, OPEN_BRACE = 123, PIPE = 124, CLOSE_BRACE = 125, DOLLAR = 36, GREATER = 62, LESS = 60

/** Attributes of a script block, which say nothing about what it does. */
const ATTRIBUTE = /\[\s*(?:CmdletBinding|OutputType|Alias|DscResource|Experimental|(?:System\.)?(?:Diagnostics\.CodeAnalysis|Management\.Automation)\.\w+)\b/iy
const ASSIGNMENT = /(?:[-+*/%]|\?\?)?=/y

/**
 * Statement and argument mode. A statement is read when somebody asks for the next one, so a long script is never a tree as a whole.
 * What PowerShell would refuse becomes a fault, and reading goes on behind it.
 */
export class Parser extends ExpressionParser {
  #inConfiguration = false

  /** The next statement of the script; undefined at its end. */
  next(): Node | undefined {
    for (;;) {
      this.skipSeparators()
      if (this.atEnd) return undefined
      const before = this.pos
      const node = this.#separated()
      if (this.pos === before) {
        this.fault(`This "${this.text.charAt(before)}" closes nothing`, before, before + 1)
        this.pos++
      }
      if (node) return node
    }
  }
  /** The entries of `{ name = value … }`, the cursor on the brace: the body of a DSC resource. */
  entries(): Node { return this.hash(this.pos++) }

  /** A statement, and what stands behind it where a line end should. */
  #separated(): Node | undefined {
    const node = this.statement()
    this.skipBlanks()
    const c = this.peek()
    if (c === AMPERSAND && this.peek(1) !== AMPERSAND) this.pos++
    else if (!this.endsStatement(c) && node?.kind !== 'function' && node?.kind !== 'params' && node?.kind !== 'nothing') this.#strayWord()
    return node
  }
  #strayWord(): void {
    const start = this.pos
    const before = this.text.charCodeAt(start - 1)
    if (before === CLOSE_BRACE) return // statements may follow a block directly
    this.#value()
    if (this.pos === start) this.pos++
    this.fault('This does not belong to the statement before it', start, this.pos)
  }

  protected statementsUntil(close: number): Node[] {
    const start = this.pos - 1
    const nodes: Node[] = []
    for (;;) {
      this.skipSeparators()
      if (this.atEnd) { this.fault(`The "${this.text.charAt(start)}" is never closed`, start, start + 1); return nodes }
      if (this.peek() === close) { this.pos++; return nodes }
      const before = this.pos
      const node = this.#separated()
      if (node) nodes.push(node)
      if (this.pos === before) {
        this.fault(`This "${this.text.charAt(before)}" closes nothing`, before, before + 1)
        this.pos++
      }
    }
  }

  protected statement(): Node | undefined {
    if (this.depth >= MAX_DEPTH) return this.tooDeep()
    this.depth++
    const node = this.#statement()
    this.depth--
    return node
  }
  #statement(): Node | undefined {
    const c = this.peek()
    if (c < 128 && isNameChar(c) && !isDigit(c)) {
      const keyword = KEYWORDS.get(this.peekWord())
      if (keyword && this.#endsKeyword()) {
        const start = this.pos
        const node = keyword(this, start)
        if (node) return node
        this.pos = start
      }
    } else if (c === COLON && isNameChar(this.peek(1))) { // a label of a loop
      this.pos = this.nameEnd(this.pos + 1)
      this.skipBlanks()
      return this.#statement()
    } else if (c === OPEN_SQUARE) {
      ATTRIBUTE.lastIndex = this.pos
      if (ATTRIBUTE.test(this.text)) {
        const start = this.pos++
        this.skipNested()
        return { kind: 'nothing', start, end: this.pos }
      }
    }
    return this.#chain()
  }
  /** Whether the word here ends as a keyword does: `if(`, not `if-x`. */
  #endsKeyword(): boolean {
    const end = this.nameEnd(this.pos)
    const c = end < this.text.length ? this.text.charCodeAt(end) : -1
    return this.isBreak(c) || c === DOLLAR || isSingleQuote(c) || isDoubleQuote(c)
  }

  #chain(): Node | undefined {
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
    const elements = [first]
    while (this.#pipeSign()) {
      const next = this.#command()
      if (!next) break
      elements.push(next)
    }
    const end = (elements.at(-1) as Node).end
    return elements.length === 1 ? first : { kind: 'pipeline', elements, start, end }
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
      this.#value()
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
    const name = this.#value()
    if (!name) return undefined
    const args: Arg[] = []
    let { end } = name
    for (;;) {
      this.skipBlanks()
      const sign = this.peek()
      if (this.endsStatement(sign)) {
        if (this.#inConfiguration && isNewline(sign) && this.#opensBlockBelow(args)) continue
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
      const value: Node = { kind: 'variable', name: this.text.slice(start + 1, end).toLowerCase(), start, end }
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
    const name = text.slice(start + 1, p)
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
    const first = this.#value()
    if (!first) return undefined
    this.skipBlanks()
    if (this.peek() !== COMMA) return first
    return this.listAfter(first, () => this.#value() ?? this.bad(this.pos, 'A value is missing behind the comma'))
  }
  /** One value of argument mode. */
  #value(): Node | undefined {
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
    return this.endsStatement(c) || c === COMMA ? undefined : this.#bareWord([])
  }
  #quotedMember(node: Node): Node {
    return this.peek() === DOT && isNameChar(this.peek(1)) ? this.postfix(node) : node
  }
  /** `$x/24` is one word. */
  #joined(node: Node): Node {
    return this.isBreak(this.peek()) || this.atEnd || node.kind === 'paren' ? node : this.#bareWord([node])
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
        literal = literal === '' ? text.slice(from, this.pos) : literal + text.slice(from, this.pos)
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

  /** `{ … }`, the cursor on it. */
  protected block(): Block {
    const start = this.pos++
    if (this.depth >= MAX_DEPTH) {
      this.tooDeepInside(start)
      return { kind: 'block', parameters: [], begin: [], process: [], body: [], start, end: this.pos }
    }
    this.depth++
    let parameters: readonly Parameter[] = []
    const parts = new Map<string, Node[]>([['begin', []], ['process', []], ['end', []], ['dynamicparam', []], ['clean', []]])
    const body = parts.get('end') as Node[]
    for (;;) {
      this.skipSeparators()
      if (this.atEnd) { this.fault('The "{" is never closed', start, start + 1); break }
      if (this.peek() === CLOSE_BRACE) { this.pos++; break }
      const before = this.pos
      const named = parts.get(this.peekWord())
      if (named && this.#openNamed()) { named.push(...this.statementsUntil(CLOSE_BRACE)); continue }
      const node = this.#separated()
      if (node?.kind === 'params') ({ parameters } = node)
      else if (node) body.push(node)
      if (this.pos === before) {
        this.fault(`This "${this.text.charAt(before)}" closes nothing`, before, before + 1)
        this.pos++
      }
    }
    this.depth--
    return { kind: 'block', parameters, begin: parts.get('begin') as Node[], process: parts.get('process') as Node[], body, start, end: this.pos }
  }
  #openNamed(): boolean {
    const before = this.pos
    this.pos = this.nameEnd(before)
    this.skipLines()
    if (this.peek() === OPEN_BRACE) { this.pos++; return true }
    this.pos = before
    return false
  }

  // The keywords. Each is called with the cursor on its word and gives nothing when it turns out to be a command's name.

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
      clauses.push({ condition, body: this.body(), start: at, end: this.pos })
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
    const value = this.peek() === OPEN ? this.head() : this.#value()
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
      const condition = this.beginsExpression(this.peek()) && this.peek() !== OPEN_BRACE ? this.expression() : this.#value()
      clauses.push({ condition: isDefault ? undefined : condition, body: this.body(), start: at, end: this.pos })
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
    this.pos = this.plainWordEnd(nameStart)
    const name = this.text.slice(nameStart, this.pos).replace(/^(?:global|script|local|private):/i, '').toLowerCase()
    this.skipLines()
    const parameters = this.peek() === OPEN ? this.parameters() : []
    this.skipLines()
    if (name === '' || this.peek() !== OPEN_BRACE) return undefined
    const outer = this.#inConfiguration
    this.#inConfiguration = word === 'configuration'
    const block = this.block()
    this.#inConfiguration = outer
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
      list.push({ name: variable.name, isSwitch, fromPipeline: /ValueFromPipeline\b/i.test(attributes), value, start, end: this.pos })
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
  /** A class or an enum: what it does when somebody makes one is not followed. */
  typeDefinition(start: number): Node | undefined {
    this.afterWord()
    if (!isNameChar(this.peek())) return undefined
    const head = this.text.slice(this.pos, this.pos + 500).indexOf('{')
    if (head < 0) return undefined
    this.pos += head + 1
    this.skipNested()
    return { kind: 'nothing', start, end: this.pos }
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

type Keyword = (parser: Parser, start: number) => Node | undefined
const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
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
