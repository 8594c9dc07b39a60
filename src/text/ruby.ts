import { effort } from './effort.ts'
import type { Entry, Literal } from './literal.ts'
import { LiteralReader, type Scope } from './ruby/literals.ts'
import { type Token, tokensOf } from './ruby/tokens.ts'

/** One resource block of a Chef recipe: `type 'name' do … end`. */
export interface RubyResource {
  readonly type: string
  readonly title: Literal
  /** Calls with arguments in the block, by name in lower case; the last of a name counts. */
  readonly attributes: ReadonlyMap<string, Entry>
  readonly start: number
  readonly end: number
  /** Why it may not run: `if …`, `only_if`, a loop that is not unrolled. */
  readonly condition: string | undefined
}
/** What a text holds. */
export interface RubyText {
  readonly resources: readonly RubyResource[]
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[]
}

/** Rules that one file may make by loops. */
const MOST_UNROLLED = 10_000
/** Loops in loops that are unrolled; deeper ones may run or not. */
const MOST_LOOPS = 8

/**
 * Resource blocks of the wanted types. Ruby is not run: a literal is a value, a loop over a literal list is unrolled, everything else is an
 * expression.
 */
export function readRuby(source: string, wanted: ReadonlySet<string>): RubyText {
  return new RubyReader(source, tokensOf(source), wanted).read()
}

interface Loop { readonly variable: string; readonly items: readonly Literal[] }
/** A block, with the conditions and the loops around it. */
interface Frame { readonly close: 'end' | '}'; readonly condition: string | undefined; readonly loops: readonly Loop[] }
const OPENERS = /^(?:if|unless|while|until|for|case|begin|def|class|module)$/
const KEYWORD = /^(?:if|unless|while|until|for|case|begin|def|class|module|else|elsif|when|then|rescue|ensure|end|return|next|break)$/
const CONDITIONAL = /^(?:if|unless|while|until|for|case|def)$/

class RubyReader extends LiteralReader {
  readonly #wanted: ReadonlySet<string>
  readonly #resources: RubyResource[] = []
  readonly #problems: { message: string; start: number; end: number }[] = []
  readonly #frames: Frame[] = []
  #unrolled = 0
  /** Index of the first token of the statement that is being read. */
  #head = 0

  constructor(source: string, tokens: readonly Token[], wanted: ReadonlySet<string>) {
    super(source, tokens)
    this.#wanted = wanted
  }

  read(): RubyText {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at] as Token
      if (token.kind === 'word' && this.at === this.#head && this.#wanted.has(token.text) && this.#resource(token)) continue
      this.#structure(token)
      this.at++
    }
    return { resources: this.#resources, problems: this.#problems }
  }

  /** Follows `do … end`, `if … end` and braces outside of resources. */
  #structure(token: Token): void {
    const starts = this.at === this.#head || this.isMark(this.at - 1, '=')
    if (token.kind === 'line' || (token.kind === 'mark' && token.text === ';')) this.#head = this.at + 1
    else if (token.kind === 'word' && OPENERS.test(token.text) && starts) this.#push('end', CONDITIONAL.test(token.text) ? this.#line(token.start) : undefined)
    else if (token.kind === 'word' && token.text === 'do') {
      const first = this.tokens[this.#head]
      if (!/^(?:while|until|for)$/.test(first?.kind === 'word' ? first.text : '')) this.#block('end')
      this.#skipParameters()
      this.#head = this.at + 1
    } else if (token.kind === 'word' && token.text === 'end') this.#pop('end')
    else if (token.kind === 'word' && /^(?:else|elsif|when|then|rescue|ensure)$/.test(token.text) && this.at === this.#head) this.#branch(token)
    else if (token.kind === 'mark' && token.text === '{') {
      this.#block('}')
      this.#skipParameters()
      this.#head = this.at + 1
    } else if (token.kind === 'mark' && token.text === '}') this.#pop('}')
  }
  get #loops(): readonly Loop[] { return this.#frames.at(-1)?.loops ?? [] }
  #push(close: Frame['close'], condition: string | undefined, loop?: Loop): void {
    const outer = this.#frames.at(-1)?.condition
    const loops = this.#loops
    this.#frames.push({ close, condition: condition === undefined ? outer : outer === undefined ? condition : `${outer.slice(0, 200)} > ${condition}`, loops: loop ? [...loops, loop] : loops })
  }
  /** An `end` without a frame belongs to something this reader did not see open; it closes nothing else. */
  #pop(close: Frame['close']): void {
    if (this.#frames.at(-1)?.close === close) this.#frames.pop()
  }
  /** `else` and its like: the condition of the block they stand in, with their own words. */
  #branch(token: Token): void {
    const top = this.#frames.pop()
    if (!top) return
    if (top.condition === this.#frames.at(-1)?.condition) { this.#frames.push(top); return }
    this.#push(top.close, token.text === 'else' ? 'else' : this.#line(token.start))
  }
  /** `LIST.each do |x|`: unrolled when the list is literal; any other block with parameters may run or not. */
  #block(close: Frame['close']): void {
    const from = this.#head
    const variable = this.isMark(this.at + 1, '|') && this.isMark(this.at + 3, '|') ? this.tokens[this.at + 2] : undefined
    if (variable?.kind === 'word') {
      const back = this.at
      this.at = from
      const list = this.literal(0, new Map())
      const call = this.tokens[this.at]
      const dotted = call?.kind === 'mark' && call.text === '.' ? this.tokens[this.at + 1] : undefined
      const isEach = dotted?.kind === 'word' && dotted.text === 'each' && this.at + 2 === back
      this.at = back
      if (isEach && this.#loops.length < MOST_LOOPS && list?.kind === 'list' && !list.items.some(item => item.kind === 'expression')) {
        this.#push(close, undefined, { variable: variable.text, items: list.items })
        return
      }
    }
    const hasParameters = this.isMark(this.at + 1, '|')
    this.#push(close, hasParameters ? this.#line((this.tokens[from] as Token).start) : undefined)
  }
  #skipParameters(): void {
    if (!this.isMark(this.at + 1, '|')) return
    let at = this.at + 2
    while (at < this.tokens.length && !this.isMark(at, '|') && this.tokens[at]?.kind !== 'line') at++
    if (this.isMark(at, '|')) this.at = at
  }
  #line(start: number): string {
    const text = this.source.slice(start, start + 120)
    const end = text.search(/[\r\n]/)
    return (end < 0 ? text : text.slice(0, end)).trimEnd().replace(/(?<!\s)\s+(?:do\s*(?:\|[^|]*\|)?|then)$/, '')
  }

  /** A resource with its block; false where the word is something else (`windows_firewall_rule = 1`, a definition). */
  #resource(type: Token): boolean {
    const from = this.at
    const first = this.tokens[from + 1]
    if (!first || first.kind === 'line' || (first.kind === 'mark' && /^(?:[=.,:;})\]]|=>|==)$/.test(first.text))) return false
    let open = from + 1
    let depth = 0
    for (; ; open++) {
      const token = this.tokens[open]
      if (!token || (token.kind === 'line' && depth === 0) || (token.kind === 'word' && token.text === 'do')) break
      if (token.kind === 'mark') depth += /^[([{]$/.test(token.text) ? 1 : /^[)\]}]$/.test(token.text) ? -1 : 0
    }
    const hasBlock = this.tokens[open]?.kind === 'word'
    const statements: (readonly [from: number, to: number])[] = []
    const inner: string[] = []
    let close = open
    if (hasBlock) {
      close = this.#body(open + 1, statements)
      if (close >= this.tokens.length) {
        this.#problems.push({ message: `The file ends in the block of ${type.text}.`, start: type.start, end: (this.tokens[open] as Token).end })
        this.at = this.tokens.length
        return true
      }
    }
    const end = (this.tokens[hasBlock ? close : close - 1] as Token).end
    const modifier = this.tokens[close + 1]
    if (modifier?.kind === 'word' && /^(?:if|unless)$/.test(modifier.text)) inner.push(this.#line(modifier.start))
    for (const scope of this.#unrolled < MOST_UNROLLED ? this.#scopes() : [new Map<string, Literal>()]) {
      if (scope.size > 0 && (++this.#unrolled > MOST_UNROLLED || !effort().copy(end - type.start))) {
        this.#problems.push({ message: `Loops make more resources of ${type.text} than are followed; the rest is left out.`, start: type.start, end })
        this.#unrolled = MOST_UNROLLED
        break
      }
      this.#resources.push(this.#evaluated(type, open, statements, scope, end, inner))
    }
    this.at = hasBlock ? close + 1 : close
    return true
  }
  /** The statements of a block, and the index of its `end`. */
  #body(from: number, statements: (readonly [number, number])[]): number {
    let depth = 0
    let brackets = 0
    let head = from
    let nested = false
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at] as Token
      if (token.kind === 'word') {
        if (token.text === 'end' && depth === 0) return at
        if (token.text === 'end') depth--
        else if (token.text === 'do' || (OPENERS.test(token.text) && (at === head || this.isMark(at - 1, '=')))) { depth++; nested = true }
      } else if (token.kind === 'mark' && /^[([{]$/.test(token.text)) brackets++
      else if (token.kind === 'mark' && /^[)\]}]$/.test(token.text)) brackets--
      const before = this.tokens[at - 1]
      const continues = before?.kind === 'mark' && /^(?:,|\+|&&|\|\||=>)$/.test(before.text)
      const ends = (token.kind === 'line' && !continues && brackets <= 0) || (token.kind === 'mark' && token.text === ';')
      if (!ends) continue
      // Inside `if … end` every statement counts by itself, and as something that may not happen.
      if (at > head) statements.push(nested ? [-head - 1, at] : [head, at])
      head = at + 1
      brackets = 0
      if (depth === 0) nested = false
    }
    return this.tokens.length
  }
  /** Every combination of the values of the loops around. */
  #scopes(): readonly Scope[] {
    let scopes: Scope[] = [new Map()]
    if (this.#loops.some(({ items }) => items.length === 0)) return []
    for (const loop of this.#loops) {
      const next: Scope[] = []
      for (const scope of scopes) for (const item of loop.items.slice(0, MOST_UNROLLED + 1 - next.length)) next.push(new Map([...scope, [loop.variable, item]]))
      scopes = next
    }
    return scopes
  }

  #evaluated(type: Token, open: number, statements: readonly (readonly [number, number])[], scope: Scope, end: number, inner: readonly string[]): RubyResource {
    const attributes = new Map<string, Entry>()
    const conditions = [...inner]
    const title = this.argument((this.isMark(this.#index(type) + 1, '(') ? 2 : 1) + this.#index(type), open, scope)
    for (const [at, to] of statements) {
      const from = at < 0 ? -at - 1 : at
      const name = this.tokens[from]
      if (name?.kind !== 'word' || to <= from + 1 || KEYWORD.test(name.text)) continue
      const key = name.text.toLowerCase()
      if (key === 'only_if' || key === 'not_if') { conditions.push(this.#line(name.start)); continue }
      const paren = this.isMark(from + 1, '(') ? 1 : 0
      const value = at < 0 ? this.expression(from + 1, to) : this.argument(from + 1 + paren, to, scope)
      attributes.set(key, { name: name.text, start: name.start, value })
    }
    const outer = this.#frames.at(-1)?.condition
    const condition = [...(outer === undefined ? [] : [outer]), ...conditions].join(' > ')
    return { type: type.text, title, attributes, start: type.start, end, condition: condition === '' ? undefined : condition }
  }
  #index(token: Token): number {
    let low = 0
    let high = this.tokens.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.tokens[middle] as Token).start < token.start) low = middle + 1
      else high = middle
    }
    return low
  }
}
