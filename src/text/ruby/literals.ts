import { type Entry, type Literal, MAX_DEPTH } from '../literal.ts'
import type { Token } from './tokens.ts'

/** Values of loop variables, while a loop over a literal list is unrolled. */
export type Scope = ReadonlyMap<string, Literal>

/** Reads literals among the tokens of a text; everything else is an expression. */
export abstract class LiteralReader {
  protected readonly source: string
  protected readonly tokens: readonly Token[]
  /** The index of the token at the cursor. */
  protected at = 0

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source
    this.tokens = tokens
  }

  /** What stands from `from` to `to`: a literal, a list of literals after commas, or an expression. */
  protected argument(from: number, to: number, scope: Scope): Literal {
    const back = this.at
    this.at = from
    const items: Literal[] = []
    for (;;) {
      const item = this.literal(0, scope)
      if (!item) break
      items.push(item)
      if (this.at >= to || !this.isMark(this.at, ',')) break
      this.at++
    }
    if (this.isMark(this.at, ')') && this.isMark(from - 1, '(')) this.at++
    const done = this.at >= to
    this.at = back
    const [first] = items
    if (!first || !done) return this.expression(from, to)
    return items.length === 1 ? first : { kind: 'list', items, start: first.start, end: (items.at(-1) as Literal).end }
  }
  protected expression(from: number, to: number): Literal {
    const first = this.tokens[from] as Token
    const last = this.tokens[Math.max(from, to - 1)] as Token
    return { kind: 'expression', text: this.source.slice(first.start, Math.min(last.end, first.start + 1000)), start: first.start, end: last.end }
  }
  /** The literal at the cursor, behind which it moves; undefined where none stands. */
  protected literal(depth: number, scope: Scope): Literal | undefined {
    const token = this.tokens[this.at]
    if (!token || depth > MAX_DEPTH) return undefined
    const { start, end, text } = token
    if (token.kind === 'text' || token.kind === 'number') { this.at++; return { kind: 'scalar', text, start, end } }
    if (token.kind === 'template') { this.at++; return filled(token, scope, this.source) }
    if (token.kind === 'words') {
      this.at++
      return { kind: 'list', items: text.split(/\s+/).filter(Boolean).map(word => ({ kind: 'scalar', text: word, start, end })), start, end }
    }
    if (token.kind === 'word') {
      const known = text === 'nil' ? { kind: 'nothing' as const, start, end }
        : text === 'true' || text === 'false' ? { kind: 'scalar' as const, text, start, end }
          : scope.has(text) ? { ...(scope.get(text) as Literal), start, end } : undefined
      if (known) this.at++
      return known
    }
    if (token.kind === 'mark' && text === '{') return this.#hash(depth, scope)
    if (token.kind !== 'mark' || text !== '[') return undefined
    const items: Literal[] = []
    this.at++
    for (;;) {
      while (this.tokens[this.at]?.kind === 'line') this.at++
      if (this.isMark(this.at, ']')) break
      const item = this.literal(depth + 1, scope)
      if (!item) return undefined
      items.push(item)
      while (this.tokens[this.at]?.kind === 'line') this.at++
      if (this.isMark(this.at, ',')) this.at++
      else if (!this.isMark(this.at, ']')) return undefined
    }
    return { kind: 'list', items, start, end: (this.tokens[this.at++] as Token).end }
  }
  /** `{ name: 'x', :type => :dword, 'data' => 1 }`; the keys of the table are in lower case. */
  #hash(depth: number, scope: Scope): Literal | undefined {
    const { start } = this.tokens[this.at] as Token
    const entries = new Map<string, Entry>()
    const pass = (): void => { while (this.tokens[this.at]?.kind === 'line') this.at++ }
    this.at++
    for (;;) {
      pass()
      if (this.isMark(this.at, '}')) break
      const key = this.tokens[this.at]
      if (key?.kind !== 'word' && key?.kind !== 'text') return undefined
      this.at++
      if (!this.isMark(this.at, ':') && !this.isMark(this.at, '=>')) return undefined
      this.at++
      pass()
      const value = this.literal(depth + 1, scope)
      if (!value) return undefined
      entries.set(key.text.toLowerCase(), { name: key.text, start: key.start, value })
      pass()
      if (this.isMark(this.at, ',')) this.at++
      else if (!this.isMark(this.at, '}')) return undefined
    }
    return { kind: 'table', entries, start, end: (this.tokens[this.at++] as Token).end }
  }
  protected isMark(at: number, text: string): boolean {
    const token = this.tokens[at]
    return token?.kind === 'mark' && token.text === text
  }
}

/** A double-quoted text with its loop variables filled in; an expression while anything else is left. */
function filled({ text, start, end }: Token, scope: Scope, source: string): Literal {
  let open = false
  const said = text.replace(/#\{\s*(\w+)(?:\.to_s)?\s*\}|#\{/g, (all, name: string | undefined) => {
    const value = name === undefined ? undefined : scope.get(name)
    if (value?.kind === 'scalar') return value.text
    open = true
    return all
  })
  return open ? { kind: 'expression', text: source.slice(start, end), start, end } : { kind: 'scalar', text: said, start, end }
}
