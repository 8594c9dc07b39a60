import type { Bad, Expand, Group, Node, Text, Variable } from './ast.ts'
import { isDoubleQuote, isNameChar, Lexer } from './lexer.ts'
import { AT, BACKTICK, CARET, COLON, DOLLAR, OPEN, OPEN_BRACE, OPEN_SQUARE, QUESTION } from './signs.ts'

/** Brackets and statements inside one another (a bracket counts up to three times): more than any script has, far from the end of the stack. */
export const MAX_DEPTH = 240

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'], ['a', '\x07'], ['b', '\b'], ['e', '\x1b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['v', '\v'],
])
/** A scope says where a variable lives, not which it is; `env:` and other drives stay. */
const SCOPE = /^(?:global|local|script|private|using|variable):/
const SHARED = /^(?:global|script):/i

/** Variables and texts with variables in them, and what is left of a thing that cannot be read. */
export abstract class TextParser extends Lexer {
  /** How many brackets and statements are open. */
  protected depth = 0

  /** `$( … )` and `@( … )`, the cursor behind the bracket. */
  protected abstract group(kind: Group['kind'], start: number): Group | Bad

  /** `$name`, `${name}`, `$scope:name`, `$( … )`; undefined when the `$` stands alone. */
  protected variable(): Node | undefined {
    const { text } = this
    const start = this.pos
    const c = this.peek(1)
    if (c === OPEN) {
      this.pos += 2
      return this.group('sub', start)
    }
    let name: string
    if (c === OPEN_BRACE) {
      // Looked for in a short stretch only: a file full of `${` must not cost its square.
      const length = text.slice(start + 2, start + 300).indexOf('}')
      if (length < 0) return undefined
      name = text.slice(start + 2, start + 2 + length)
      this.pos = start + length + 3
    } else {
      let end = this.nameEnd(start + 1)
      if (end === start + 1) {
        if (c !== QUESTION && c !== DOLLAR && c !== CARET) return undefined
        end++
      } else if (text.charCodeAt(end) === COLON && isNameChar(text.charCodeAt(end + 1))) end = this.nameEnd(end + 1)
      name = text.slice(start + 1, end)
      this.pos = end
    }
    const variable: Variable = { kind: 'variable', name: name.toLowerCase().replace(SCOPE, ''), isShared: SHARED.test(name), start, end: this.pos }
    return variable
  }

  /** `"…"`, the cursor on the quote. */
  protected doubleQuoted(): Node {
    const { text } = this
    const start = this.pos
    // Most strings hold nothing to expand: found by looking ahead, taken as they are.
    for (let p = start + 1; p < text.length; p++) {
      const c = text.charCodeAt(p)
      if (c === DOLLAR || c === BACKTICK) break
      if (!isDoubleQuote(c)) continue
      if (p + 1 < text.length && isDoubleQuote(text.charCodeAt(p + 1))) break
      this.pos = p + 1
      return { kind: 'text', value: text.slice(start + 1, p), bare: false, start, end: this.pos }
    }
    this.pos++
    const parts = this.expandable(-1)
    if (this.atEnd) this.fault('The string is never closed', start, start + 1)
    this.pos = Math.min(this.pos + 1, text.length)
    return textOf(parts, start, this.pos)
  }

  /** Text and variables up to the closing quote, or up to `to` in a here-string. */
  protected expandable(to: number): (string | Node)[] {
    const { text } = this
    const end = to < 0 ? text.length : to
    const parts: (string | Node)[] = []
    let literal = ''
    let from = this.pos
    while (this.pos < end) {
      const c = text.charCodeAt(this.pos)
      if (c === BACKTICK) {
        literal += text.slice(from, this.pos) + this.escaped()
        from = this.pos
      } else if (c === DOLLAR) {
        const at = this.pos
        const node = this.variable()
        if (!node) { this.pos++; continue }
        literal += text.slice(from, at)
        if (literal !== '') parts.push(literal)
        literal = ''
        parts.push(node)
        from = this.pos
      } else if (to < 0 && isDoubleQuote(c)) {
        if (!isDoubleQuote(this.peek(1))) break
        literal += text.slice(from, this.pos + 1)
        this.pos += 2
        from = this.pos
      } else this.pos++
    }
    literal += text.slice(from, Math.max(from, Math.min(this.pos, end)))
    if (literal !== '' || parts.length === 0) parts.push(literal)
    return parts
  }

  /** What a backtick and the character behind it stand for. */
  protected escaped(): string {
    const { text } = this
    const sign = text.charAt(this.pos + 1)
    this.pos += 2
    if (sign === 'u' && text.charAt(this.pos) === '{') {
      const digits = /^\{([0-9a-f]{1,6})\}/i.exec(text.slice(this.pos, this.pos + 8))?.[1] ?? ''
      const code = digits === '' ? Number.NaN : Number.parseInt(digits, 16)
      if (code <= 0x10ffff) { this.pos += digits.length + 2; return String.fromCodePoint(code) }
    }
    return ESCAPES.get(sign) ?? sign
  }

  protected bad(start: number, message: string): Bad {
    this.fault(message, start, Math.min(Math.max(this.pos, start + 1), this.text.length))
    return { kind: 'bad', start, end: Math.max(this.pos, start) }
  }

  /** Too deep at the cursor: the bracket here, or the rest of the line, is passed over. */
  protected tooDeep(): Bad {
    const start = this.pos
    const c = this.peek()
    if (c === AT || c === DOLLAR) this.pos++
    const bracket = this.peek()
    if (bracket === OPEN || bracket === OPEN_BRACE || bracket === OPEN_SQUARE) { this.pos++; return this.tooDeepInside(start) }
    this.restOfLine()
    return this.#deep(start)
  }

  /** Too deep, the bracket behind the cursor. */
  protected tooDeepInside(start: number): Bad {
    this.skipNested()
    return this.#deep(start)
  }

  #deep(start: number): Bad {
    this.fault(`Nested too deep: not read`, start, Math.min(start + 1, this.text.length), false)
    return { kind: 'bad', start, end: this.pos }
  }
}

/** A text when nothing in it varies. */
export function textOf(parts: readonly (string | Node)[], start: number, end: number, bare = false): Text | Expand {
  const [only] = parts
  return parts.length === 1 && typeof only === 'string' ? { kind: 'text', value: only, bare, start, end } : { kind: 'expand', parts, start, end }
}
