import type { Block, Node, Parameter } from './ast.ts'
import { KEYWORDS, KeywordParser } from './keywords.ts'
import { isDigit, isDoubleQuote, isNameChar, isSingleQuote } from './lexer.ts'
import { MAX_DEPTH } from './strings.ts'
import { AMPERSAND, CLOSE_BRACE, COLON, DOLLAR, OPEN_BRACE, OPEN_SQUARE } from './signs.ts'

/** Attributes of a script block, which say nothing about what it does. */
const ATTRIBUTE = /\[\s*(?:CmdletBinding|OutputType|Alias|DscResource|Experimental|(?:System\.)?(?:Diagnostics\.CodeAnalysis|Management\.Automation)\.\w+)\b/iy

/**
 * Statements. One is read when somebody asks for the next one, so a long script is never a tree as a whole.
 * What PowerShell would refuse becomes a fault, and reading goes on behind it.
 */
export class Parser extends KeywordParser {
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
    this.value()
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
      const keyword = this.#endsKeyword() ? KEYWORDS.get(this.peekWord()) : undefined
      if (keyword) {
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
    return this.chain()
  }

  /** Whether the word here ends as a keyword does: `if(`, not `if-x`. */
  #endsKeyword(): boolean {
    const end = this.nameEnd(this.pos)
    const c = end < this.text.length ? this.text.charCodeAt(end) : -1
    return this.isBreak(c) || c === DOLLAR || isSingleQuote(c) || isDoubleQuote(c)
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
}
