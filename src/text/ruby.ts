import { type Entry, type Literal, MAX_DEPTH } from './literal.ts'

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
export interface RubyText {
  readonly resources: readonly RubyResource[]
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[]
}

interface Token {
  readonly kind: 'word' | 'text' | 'template' | 'number' | 'words' | 'other' | 'mark' | 'line'
  readonly text: string
  readonly start: number
  readonly end: number
}
/** Values of loop variables, while a loop over a literal list is unrolled. */
type Scope = ReadonlyMap<string, Literal>

/** Rules that one file may make by loops. */
const MOST_UNROLLED = 10_000

/**
 * Resource blocks of the wanted types. Ruby is not run: a literal is a value, a loop over a literal list is unrolled, everything else is an
 * expression.
 */
export function readRuby(source: string, wanted: ReadonlySet<string>): RubyText {
  return new RubyReader(source, tokensOf(source), wanted).read()
}

const WORD = /[A-Za-z_]\w*[?!]?(?:(?:\.|&\.|::)[A-Za-z_]\w*[?!]?)*/y
const NUMBER = /\d[\d_]*(?:\.\d+)?/y
const SYMBOL = /:(?:[A-Za-z_]\w*[?!]?)/y
const OTHER = /[@$]{1,2}[\w!]+/y
const MARK = /=>|==|!=|&&|\|\||<<|[+\-*/]=|\.\.\.?|[^]/y
const HEREDOC = /<<[~-]?(["']?)([A-Z_a-z]\w*)\1/y
const PAIRS = new Map([['(', ')'], ['[', ']'], ['{', '}'], ['<', '>']])

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let heredocs: { tag: string; token: number; raw: boolean }[] = []
  const push = (kind: Token['kind'], text: string, end: number): void => { tokens.push({ kind, text, start: at, end }); at = end }
  const match = (pattern: RegExp): RegExpExecArray | null => { pattern.lastIndex = at; return pattern.exec(source) }
  while (at < source.length) {
    const unit = source[at] as string
    if (unit === '\n') {
      push('line', '\n', at + 1)
      if (heredocs.length > 0) { at = heredocText(source, at, heredocs, tokens); heredocs = [] }
      if (source.startsWith('=begin', at)) at = until(source, '\n=end', at)
      if (source.startsWith('__END__', at)) break
      continue
    }
    if (unit <= ' ') { at++; continue }
    if (unit === '\\' && /^\r?\n/.test(source.slice(at + 1, at + 3))) { at = until(source, '\n', at) + 1; continue }
    if (unit === '#') { at = until(source, '\n', at); continue }
    if (unit === '"' || unit === "'" || unit === '`') { push(...quoted(source, at, at, unit, unit !== "'")); continue }
    const value = startsValue(tokens.at(-1))
    const percent = unit === '%' && value ? /^%([qQwWiI]?)([([{<|!/])/.exec(source.slice(at, at + 3)) : null
    if (percent) {
      const [head, letter = '', open = ''] = percent
      const [kind, text, end] = quoted(source, at, at + head.length - 1, PAIRS.get(open) ?? open, /[QWI]|^$/.test(letter))
      push(/[wi]/i.test(letter) && kind === 'text' ? 'words' : kind, text, end)
      continue
    }
    if (unit === '<' && value) {
      const head = match(HEREDOC)
      if (head) { heredocs.push({ tag: head[2] as string, token: tokens.length, raw: head[1] === "'" }); push('text', '', HEREDOC.lastIndex); continue }
    }
    if (unit === ':' && value) {
      const symbol = match(SYMBOL)
      if (symbol) { push('text', symbol[0].slice(1), SYMBOL.lastIndex); continue }
    }
    if (unit === '/' && value) {
      const end = regexEnd(source, at)
      if (end !== undefined) { push('other', source.slice(at, end), end); continue }
    }
    const number = match(NUMBER)
    if (number) { push('number', number[0].replaceAll('_', ''), NUMBER.lastIndex); continue }
    const word = match(WORD)
    if (word) { push('word', word[0], WORD.lastIndex); continue }
    const other = match(OTHER)
    if (other) { push('other', other[0], OTHER.lastIndex); continue }
    const mark = (match(MARK) as RegExpExecArray)[0]
    push('mark', mark, at + mark.length)
  }
  tokens.push({ kind: 'line', text: '\n', start: source.length, end: source.length })
  return tokens
}
const until = (source: string, text: string, from: number): number => { const at = source.indexOf(text, from); return at < 0 ? source.length : at }
/** Whether `/`, `%`, `<<` and `:` begin a value here, rather than dividing or comparing: nothing, a mark or a method name stands before. */
const startsValue = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'line' || before.kind === 'word' || (before.kind === 'mark' && !/^[)\]}]$/.test(before.text))
function regexEnd(source: string, at: number): number | undefined {
  for (let end = at + 1; end < source.length && source[end] !== '\n'; end++) {
    if (source[end] === '\\') end++
    else if (source[end] === '/') return end + 1
  }
  return undefined
}
const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['s', ' '], ['0', '\0'], ['e', '\x1b']])
/** A quoted text from the quote at `open`; a template keeps its escapes and `#{…}`. */
function quoted(source: string, _start: number, open: number, close: string, interpolates: boolean): [Token['kind'], string, number] {
  const nests = source[open] !== close
  let depth = 1
  let end = open + 1
  let escaped = false
  let template = false
  for (; end < source.length; end++) {
    const unit = source[end]
    if (unit === '\\') { escaped = true; end++ }
    else if (interpolates && unit === '#' && source[end + 1] === '{') template = true
    else if (nests && unit === source[open]) depth++
    else if (unit === close && --depth === 0) break
  }
  end = Math.min(end, source.length)
  const raw = source.slice(open + 1, end)
  const after = Math.min(end + 1, source.length)
  if (template) return ['template', raw, after]
  if (!escaped) return ['text', raw, after]
  return ['text', interpolates ? raw.replace(/\\([^])/g, (_, c: string) => ESCAPES.get(c) ?? c) : raw.replace(/\\(['\\])/g, '$1'), after]
}
function heredocText(source: string, from: number, heredocs: readonly { tag: string; token: number; raw: boolean }[], tokens: Token[]): number {
  let at = from
  for (const { tag, token, raw } of heredocs) {
    const start = at
    let end = at
    while (at < source.length) {
      const next = until(source, '\n', at)
      const line = source.slice(at, next).trim()
      end = at
      at = Math.min(next + 1, source.length)
      if (line === tag) break
    }
    const text = source.slice(start, end)
    tokens[token] = { ...(tokens[token] as Token), kind: !raw && text.includes('#{') ? 'template' : 'text', text }
  }
  return at
}

interface Frame { readonly close: 'end' | '}'; readonly condition: string | undefined; readonly loop: { readonly variable: string; readonly items: readonly Literal[] } | undefined }
const OPENERS = /^(?:if|unless|while|until|for|case|begin|def|class|module)$/
const KEYWORD = /^(?:if|unless|while|until|for|case|begin|def|class|module|else|elsif|when|then|rescue|ensure|end|return|next|break)$/
const CONDITIONAL = /^(?:if|unless|while|until|for|case|def)$/

class RubyReader {
  readonly #source: string
  readonly #tokens: readonly Token[]
  readonly #wanted: ReadonlySet<string>
  readonly #resources: RubyResource[] = []
  readonly #problems: { message: string; start: number; end: number }[] = []
  readonly #frames: Frame[] = []
  #at = 0
  #unrolled = 0
  /** Index of the first token of the statement that is being read. */
  #head = 0

  constructor(source: string, tokens: readonly Token[], wanted: ReadonlySet<string>) {
    this.#source = source
    this.#tokens = tokens
    this.#wanted = wanted
  }

  read(): RubyText {
    while (this.#at < this.#tokens.length) {
      const token = this.#tokens[this.#at] as Token
      if (token.kind === 'word' && this.#at === this.#head && this.#wanted.has(token.text) && this.#resource(token)) continue
      this.#structure(token)
      this.#at++
    }
    return { resources: this.#resources, problems: this.#problems }
  }

  /** Follows `do … end`, `if … end` and braces outside of resources. */
  #structure(token: Token): void {
    const starts = this.#at === this.#head || this.#isMark(this.#at - 1, '=')
    if (token.kind === 'line' || (token.kind === 'mark' && token.text === ';')) this.#head = this.#at + 1
    else if (token.kind === 'word' && OPENERS.test(token.text) && starts) this.#push('end', CONDITIONAL.test(token.text) ? this.#line(token.start) : undefined)
    else if (token.kind === 'word' && token.text === 'do') {
      const first = this.#tokens[this.#head]
      if (!/^(?:while|until|for)$/.test(first?.kind === 'word' ? first.text : '')) this.#block('end')
      this.#skipParameters()
      this.#head = this.#at + 1
    } else if (token.kind === 'word' && token.text === 'end') this.#pop('end')
    else if (token.kind === 'word' && /^(?:else|elsif|when|then|rescue|ensure)$/.test(token.text) && this.#at === this.#head) this.#branch(token)
    else if (token.kind === 'mark' && token.text === '{') {
      this.#block('}')
      this.#skipParameters()
      this.#head = this.#at + 1
    } else if (token.kind === 'mark' && token.text === '}') this.#pop('}')
  }
  #push(close: Frame['close'], condition: string | undefined, loop?: Frame['loop']): void {
    const outer = this.#frames.at(-1)?.condition
    this.#frames.push({ close, condition: condition === undefined ? outer : outer === undefined ? condition : `${outer.slice(0, 200)} > ${condition}`, loop })
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
    const variable = this.#isMark(this.#at + 1, '|') && this.#isMark(this.#at + 3, '|') ? this.#tokens[this.#at + 2] : undefined
    if (variable?.kind === 'word') {
      const back = this.#at
      this.#at = from
      const list = this.#literal(0, new Map())
      const call = this.#tokens[this.#at]
      const dotted = call?.kind === 'mark' && call.text === '.' ? this.#tokens[this.#at + 1] : undefined
      const isEach = dotted?.kind === 'word' && dotted.text === 'each' && this.#at + 2 === back
      this.#at = back
      if (isEach && list?.kind === 'list' && !list.items.some(item => item.kind === 'expression')) {
        this.#push(close, undefined, { variable: variable.text, items: list.items })
        return
      }
    }
    const hasParameters = this.#isMark(this.#at + 1, '|')
    this.#push(close, hasParameters ? this.#line((this.#tokens[from] as Token).start) : undefined)
  }
  #skipParameters(): void {
    if (!this.#isMark(this.#at + 1, '|')) return
    let at = this.#at + 2
    while (at < this.#tokens.length && !this.#isMark(at, '|') && this.#tokens[at]?.kind !== 'line') at++
    if (this.#isMark(at, '|')) this.#at = at
  }
  #line(start: number): string {
    const text = this.#source.slice(start, start + 120)
    const end = text.search(/[\r\n]/)
    return (end < 0 ? text : text.slice(0, end)).trimEnd().replace(/(?<!\s)\s+(?:do\s*(?:\|[^|]*\|)?|then)$/, '')
  }

  /** A resource with its block; false where the word is something else (`windows_firewall_rule = 1`, a definition). */
  #resource(type: Token): boolean {
    const from = this.#at
    let open = from + 1
    let depth = 0
    for (; ; open++) {
      const token = this.#tokens[open]
      if (!token || (token.kind === 'line' && depth === 0) || (token.kind === 'word' && token.text === 'do')) break
      if (token.kind === 'mark') depth += /^[([{]$/.test(token.text) ? 1 : /^[)\]}]$/.test(token.text) ? -1 : 0
    }
    const first = this.#tokens[from + 1]
    if (!first || first.kind === 'line' || (first.kind === 'mark' && /^(?:[=.,:;})\]]|=>|==)$/.test(first.text))) return false
    const hasBlock = this.#tokens[open]?.kind === 'word'
    const statements: (readonly [from: number, to: number])[] = []
    const inner: string[] = []
    let close = open
    if (hasBlock) {
      close = this.#body(open + 1, statements)
      if (close >= this.#tokens.length) {
        this.#problems.push({ message: `The file ends in the block of ${type.text}.`, start: type.start, end: (this.#tokens[open] as Token).end })
        this.#at = this.#tokens.length
        return true
      }
    }
    const end = (this.#tokens[hasBlock ? close : close - 1] as Token).end
    const modifier = this.#tokens[close + 1]
    if (modifier?.kind === 'word' && /^(?:if|unless)$/.test(modifier.text)) inner.push(this.#line(modifier.start))
    for (const scope of this.#unrolled < MOST_UNROLLED ? this.#scopes() : [new Map<string, Literal>()]) {
      if (scope.size > 0 && ++this.#unrolled > MOST_UNROLLED) {
        this.#problems.push({ message: `Loops make more than ${MOST_UNROLLED} resources of ${type.text}; the rest is left out.`, start: type.start, end })
        break
      }
      this.#resources.push(this.#evaluated(type, open, statements, scope, end, inner))
    }
    this.#at = hasBlock ? close + 1 : close
    return true
  }
  /** The statements of a block, and the index of its `end`. */
  #body(from: number, statements: (readonly [number, number])[]): number {
    let depth = 0
    let brackets = 0
    let head = from
    let nested = false
    for (let at = from; at < this.#tokens.length; at++) {
      const token = this.#tokens[at] as Token
      if (token.kind === 'word') {
        if (token.text === 'end' && depth === 0) return at
        if (token.text === 'end') depth--
        else if (token.text === 'do' || (OPENERS.test(token.text) && (at === head || this.#isMark(at - 1, '=')))) { depth++; nested = true }
      } else if (token.kind === 'mark' && /^[([{]$/.test(token.text)) brackets++
      else if (token.kind === 'mark' && /^[)\]}]$/.test(token.text)) brackets--
      const before = this.#tokens[at - 1]
      const continues = before?.kind === 'mark' && /^(?:,|\+|&&|\|\||=>)$/.test(before.text)
      const ends = (token.kind === 'line' && !continues && brackets <= 0) || (token.kind === 'mark' && token.text === ';')
      if (!ends) continue
      // Inside `if … end` every statement counts by itself, and as something that may not happen.
      if (at > head) statements.push(nested ? [-head - 1, at] : [head, at])
      head = at + 1
      brackets = 0
      if (depth === 0) nested = false
    }
    return this.#tokens.length
  }
  /** Every combination of the values of the loops around. */
  #scopes(): readonly Scope[] {
    let scopes: Scope[] = [new Map()]
    for (const { loop } of this.#frames) {
      if (!loop) continue
      const next: Scope[] = []
      for (const scope of scopes) for (const item of loop.items) if (next.length <= MOST_UNROLLED) next.push(new Map([...scope, [loop.variable, item]]))
      scopes = next
    }
    return scopes
  }

  #evaluated(type: Token, open: number, statements: readonly (readonly [number, number])[], scope: Scope, end: number, inner: readonly string[]): RubyResource {
    const attributes = new Map<string, Entry>()
    const conditions = [...inner]
    const title = this.#argument((this.#isMark(this.#index(type) + 1, '(') ? 2 : 1) + this.#index(type), open, scope)
    for (const [at, to] of statements) {
      const from = at < 0 ? -at - 1 : at
      const name = this.#tokens[from]
      if (name?.kind !== 'word' || to <= from + 1 || KEYWORD.test(name.text)) continue
      const key = name.text.toLowerCase()
      if (key === 'only_if' || key === 'not_if') { conditions.push(this.#line(name.start)); continue }
      const paren = this.#isMark(from + 1, '(') ? 1 : 0
      const value = at < 0 ? this.#expression(from + 1, to) : this.#argument(from + 1 + paren, to, scope)
      attributes.set(key, { name: name.text, start: name.start, value })
    }
    const outer = this.#frames.at(-1)?.condition
    const condition = [...(outer === undefined ? [] : [outer]), ...conditions].join(' > ')
    return { type: type.text, title, attributes, start: type.start, end, condition: condition === '' ? undefined : condition }
  }
  #index(token: Token): number {
    let low = 0
    let high = this.#tokens.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#tokens[middle] as Token).start < token.start) low = middle + 1
      else high = middle
    }
    return low
  }

  /** What stands from `from` to `to`: a literal, a list of literals after commas, or an expression. */
  #argument(from: number, to: number, scope: Scope): Literal {
    const back = this.#at
    this.#at = from
    const items: Literal[] = []
    for (;;) {
      const item = this.#literal(0, scope)
      if (!item) break
      items.push(item)
      if (this.#at >= to || !this.#isMark(this.#at, ',')) break
      this.#at++
    }
    if (this.#isMark(this.#at, ')') && this.#isMark(from - 1, '(')) this.#at++
    const done = this.#at >= to
    this.#at = back
    const [first] = items
    if (!first || !done) return this.#expression(from, to)
    return items.length === 1 ? first : { kind: 'list', items, start: first.start, end: (items.at(-1) as Literal).end }
  }
  #expression(from: number, to: number): Literal {
    const first = this.#tokens[from] as Token
    const last = this.#tokens[Math.max(from, to - 1)] as Token
    return { kind: 'expression', text: this.#source.slice(first.start, Math.min(last.end, first.start + 1000)), start: first.start, end: last.end }
  }
  #literal(depth: number, scope: Scope): Literal | undefined {
    const token = this.#tokens[this.#at]
    if (!token || depth > MAX_DEPTH) return undefined
    const { start, end, text } = token
    if (token.kind === 'text' || token.kind === 'number') { this.#at++; return { kind: 'scalar', text, start, end } }
    if (token.kind === 'template') { this.#at++; return filled(token, scope, this.#source) }
    if (token.kind === 'words') {
      this.#at++
      return { kind: 'list', items: text.split(/\s+/).filter(Boolean).map(word => ({ kind: 'scalar', text: word, start, end })), start, end }
    }
    if (token.kind === 'word') {
      const known = text === 'nil' ? { kind: 'nothing' as const, start, end }
        : text === 'true' || text === 'false' ? { kind: 'scalar' as const, text, start, end }
          : scope.has(text) ? { ...(scope.get(text) as Literal), start, end } : undefined
      if (known) this.#at++
      return known
    }
    if (token.kind === 'mark' && text === '{') return this.#hash(depth, scope)
    if (token.kind !== 'mark' || text !== '[') return undefined
    const items: Literal[] = []
    this.#at++
    for (;;) {
      while (this.#tokens[this.#at]?.kind === 'line') this.#at++
      if (this.#isMark(this.#at, ']')) break
      const item = this.#literal(depth + 1, scope)
      if (!item) return undefined
      items.push(item)
      while (this.#tokens[this.#at]?.kind === 'line') this.#at++
      if (this.#isMark(this.#at, ',')) this.#at++
      else if (!this.#isMark(this.#at, ']')) return undefined
    }
    return { kind: 'list', items, start, end: (this.#tokens[this.#at++] as Token).end }
  }
  /** `{ name: 'x', :type => :dword, 'data' => 1 }`; the keys of the table are in lower case. */
  #hash(depth: number, scope: Scope): Literal | undefined {
    const { start } = this.#tokens[this.#at] as Token
    const entries = new Map<string, Entry>()
    const pass = (): void => { while (this.#tokens[this.#at]?.kind === 'line') this.#at++ }
    this.#at++
    for (;;) {
      pass()
      if (this.#isMark(this.#at, '}')) break
      const key = this.#tokens[this.#at]
      if (key?.kind !== 'word' && key?.kind !== 'text') return undefined
      this.#at++
      if (!this.#isMark(this.#at, ':') && !this.#isMark(this.#at, '=>')) return undefined
      this.#at++
      pass()
      const value = this.#literal(depth + 1, scope)
      if (!value) return undefined
      entries.set(key.text.toLowerCase(), { name: key.text, start: key.start, value })
      pass()
      if (this.#isMark(this.#at, ',')) this.#at++
      else if (!this.#isMark(this.#at, '}')) return undefined
    }
    return { kind: 'table', entries, start, end: (this.#tokens[this.#at++] as Token).end }
  }
  #isMark(at: number, text: string): boolean {
    const token = this.#tokens[at]
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
