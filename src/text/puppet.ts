import { effort } from './effort.ts'
import { type Entry, type Literal, MAX_DEPTH } from './literal.ts'

/** One resource of a Puppet manifest: type, one title, and its attributes; defaults of a body and of the file are not joined in. */
export interface PuppetResource {
  /** In lower case, without a leading `::`. */
  readonly type: string
  readonly title: Literal
  readonly attributes: ReadonlyMap<string, Entry>
  /** `* => …`: a hash of attributes that stands elsewhere. */
  readonly splat: Literal | undefined
  readonly start: number
  readonly end: number
  /** Why it may not exist: `if $x`, `case`, a loop, a virtual resource; undefined when its class is enough. */
  readonly condition: string | undefined
}
export interface PuppetDefaults { readonly type: string; readonly attributes: ReadonlyMap<string, Entry> }
export interface PuppetText {
  readonly resources: readonly PuppetResource[]
  /** `Type { attribute => value }`: they hold for the whole scope, wherever they stand. */
  readonly defaults: readonly PuppetDefaults[]
  readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[]
}

interface Token { readonly kind: 'word' | 'text' | 'template' | 'variable' | 'number' | 'mark'; readonly text: string; readonly start: number; readonly end: number }

/** The resources of the wanted types with what is literal in them (Puppet language reference: resources, data types). */
export function readPuppet(source: string, wanted: (type: string) => boolean): PuppetText {
  return new PuppetReader(source, tokensOf(source), wanted).read()
}

const WORD = /(?:::)?[A-Za-z_][\w-]*(?:::[A-Za-z_][\w-]*)*/y
const VARIABLE = /\$(?:::)?\w+(?:::\w+)*/y
const NUMBER = /-?(?:0x[\da-f]+|\d+(?:\.\d+)?)/iy
const MARK = /=>|\+>|->|~>|==|!=|=~|!~|<=|>=|<\||\|>|[^]/y
/** `@("TAG":syntax/escapes)`. The lengths are bounds, for each part may hold what begins the next try. */
const HEREDOC = /@\([ \t]{0,20}("?)([^"/):\s][^"/):\r\n]{0,99})\1[ \t]{0,20}(?:[:/][^)\r\n]{0,99})?\)/y

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  /** Every slash before this is escaped for the one before it, so that none of them ends. */
  let open = 0
  let heredocs: { tag: string; token: number; raw: boolean }[] = []
  const push = (kind: Token['kind'], text: string, end: number): void => { tokens.push({ kind, text, start: at, end }); at = end }
  const match = (pattern: RegExp): string | undefined => { pattern.lastIndex = at; return pattern.exec(source)?.[0] }
  while (at < source.length) {
    const unit = source[at] as string
    if (unit === '\n' && heredocs.length > 0) { at = heredocText(source, at + 1, heredocs, tokens); heredocs = []; continue }
    if (unit <= ' ') { at++; continue }
    if (unit === '#') { at = until(source, '\n', at); continue }
    if (unit === '/' && source[at + 1] === '*') { at = until(source, '*/', at + 2) + 2; continue }
    if (unit === '"' || unit === "'") { push(...quoted(source, at)); continue }
    if (unit === '@') {
      HEREDOC.lastIndex = at
      const head = HEREDOC.exec(source)
      if (head) { heredocs.push({ tag: (head[2] as string).trim(), token: tokens.length, raw: head[1] === '' }); push('text', '', HEREDOC.lastIndex); continue }
    }
    const variable = unit === '$' ? match(VARIABLE) : undefined
    if (variable) { push('variable', variable, at + variable.length); continue }
    const number = match(NUMBER)
    if (number) { push('number', number, at + number.length); continue }
    const word = match(WORD)
    if (word) { push('word', word, at + word.length); continue }
    if (unit === '/' && at >= open && startsRegex(tokens.at(-1))) {
      const { isClosed, end } = regexAt(source, at)
      if (isClosed) { push('template', source.slice(at, end), end); continue }
      open = end
    }
    const mark = match(MARK) as string
    push('mark', mark, at + mark.length)
  }
  return tokens
}
const until = (source: string, text: string, from: number): number => { const at = source.indexOf(text, from); return at < 0 ? source.length : at }
const startsRegex = (before: Token | undefined): boolean => before === undefined || (before.kind === 'mark' && before.text !== ')' && before.text !== ']')
  || (before.kind === 'word' && /^(?:node|and|or|in)$/.test(before.text))
/** Where the regular expression at a slash ends, or where it is clear that none does. */
function regexAt(source: string, at: number): { readonly isClosed: boolean; readonly end: number } {
  let end = at + 1
  for (; end < source.length && source[end] !== '\n'; end++) {
    if (source[end] === '\\') end++
    else if (source[end] === '/') return { isClosed: true, end: end + 1 }
  }
  return { isClosed: false, end }
}
/** A quoted text; with `$` in double quotes it is a template. */
function quoted(source: string, at: number): [Token['kind'], string, number] {
  const quote = source[at]
  let end = at + 1
  let escaped = false
  let template = false
  while (end < source.length && source[end] !== quote) {
    if (source[end] === '\\') { escaped = true; end++ }
    else if (quote === '"' && source[end] === '$' && /[\w{:]/.test(source[end + 1] ?? '')) template = true
    end++
  }
  end = Math.min(end, source.length)
  const raw = source.slice(at + 1, end)
  const close = Math.min(end + 1, source.length)
  if (template) return ['template', source.slice(at, close), close]
  // Single quotes know \\ and \' only; double quotes keep the backslash of an escape that they do not know.
  const text = !escaped ? raw : quote === "'" ? raw.replace(/\\([\\'])/g, '$1') : raw.replace(/\\([^])/g, (all, c: string) => ESCAPES.get(c) ?? all)
  return ['text', text, close]
}
const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['s', ' '], ['$', '$'], ['"', '"'], ["'", "'"], ['\\', '\\']])
/** The lines of the heredocs that a line opened, in their order. */
function heredocText(source: string, from: number, heredocs: readonly { tag: string; token: number; raw: boolean }[], tokens: Token[]): number {
  let at = from
  for (const { tag, token, raw } of heredocs) {
    let text = ''
    while (at < source.length) {
      const end = until(source, '\n', at)
      const line = source.slice(at, end).replace(/\r$/, '')
      at = Math.min(end + 1, source.length)
      if (line.replace(/^\s*\|?\s*-?\s*/, '').trimEnd() === tag) break
      text += `${line}\n`
    }
    const old = tokens[token] as Token
    tokens[token] = { ...old, kind: !raw && text.includes('$') ? 'template' : 'text', text }
  }
  return at
}

/** What a `{` opened; the condition holds those of the frames around it. */
interface Frame { readonly condition: string | undefined; readonly isCase: boolean }
const CONDITIONAL = /^(?:if|elsif|else|unless|case)$/

class PuppetReader {
  readonly #source: string
  readonly #tokens: readonly Token[]
  readonly #wanted: (type: string) => boolean
  readonly #resources: PuppetResource[] = []
  readonly #defaults: PuppetDefaults[] = []
  readonly #problems: { message: string; start: number; end: number }[] = []
  readonly #frames: Frame[] = []
  #at = 0
  /** Index of the first token of the statement that is being read. */
  #head = 0
  #isCut = false

  constructor(source: string, tokens: readonly Token[], wanted: (type: string) => boolean) {
    this.#source = source
    this.#tokens = tokens
    this.#wanted = wanted
  }

  read(): PuppetText {
    for (;;) {
      const token = this.#tokens[this.#at]
      if (!token) break
      if (token.kind === 'word' && this.#isMark(this.#at + 1, '{') && this.#wanted(typeName(token.text))) { this.#resource(token); continue }
      if (token.kind === 'word' && CREATORS.has(token.text)) { this.#created(token); continue }
      if (token.kind === 'mark') this.#mark(token.text)
      this.#at++
    }
    return { resources: this.#resources, defaults: this.#defaults, problems: this.#problems }
  }

  /** Follows braces outside of resources, to know under which conditions a resource stands. */
  #mark(text: string): void {
    if (text === '{') {
      this.#frames.push(this.#opened())
      this.#head = this.#at + 1
    } else if (text === '}') {
      this.#frames.pop()
      this.#head = this.#at + 1
    }
  }
  #opened(): Frame {
    const outer = this.#frames.at(-1)
    const before = this.#tokens[this.#at - 1]
    let from = this.#at - 1
    if (!outer?.isCase) while (from >= this.#head && !(this.#tokens[from]?.kind === 'word' && CONDITIONAL.test((this.#tokens[from] as Token).text))) from--
    else from = this.#head
    const first = this.#tokens[from]
    let said: string | undefined
    if (first && before && from >= this.#head && from < this.#at) said = this.#line(first.start, before.end)
    else if (before?.kind === 'mark' && before.text === '|') said = this.#line(Math.max(this.#tokens[this.#head]?.start ?? 0, before.end - 80), before.end)
    else if (this.#tokens[this.#head]?.text === 'define') said = this.#line((this.#tokens[this.#head] as Token).start, before?.end ?? 0)
    return { condition: said === undefined ? outer?.condition : both(outer?.condition, said), isCase: first?.text === 'case' && from >= this.#head && !outer?.isCase }
  }
  #line(start: number, end: number): string {
    return this.#source.slice(start, Math.min(end, start + 120)).replace(/\s+/g, ' ').replace(/ ?:$/, '')
  }
  #condition(virtual: boolean): string | undefined {
    const { condition } = this.#frames.at(-1) ?? { condition: undefined }
    return virtual ? both(condition, 'virtual resource') : condition
  }

  #resource(type: Token): void {
    const before = this.#tokens[this.#at - 1]
    const virtual = before?.kind === 'mark' && before.text === '@' && before.end === type.start
    const name = typeName(type.text)
    this.#at += 2
    const isDefault = /^(?:::)?[A-Z]/.test(type.text)
    if (isDefault || !this.#hasTitle()) {
      const { attributes } = this.#attributes()
      if (isDefault) this.#defaults.push({ type: name, attributes })
      this.#close(type)
      return
    }
    let shared: ReadonlyMap<string, Entry> = new Map()
    let common = 0
    for (;;) {
      const title = this.#value(0)
      if (!title || !this.#isMark(this.#at, ':')) { this.#fault(type, 'no title with ":"'); return }
      this.#at++
      const { attributes, splat } = this.#attributes()
      const last = this.#tokens[this.#at - 1] as Token
      const size = last.end - title.end
      // `default:` is no resource but what the bodies beside it share.
      if (title.kind === 'scalar' && title.text === 'default' && this.#source[title.start] === 'd') { shared = attributes; common = size }
      else if (this.#shares(type, common)) {
        const all = shared.size > 0 ? new Map([...shared, ...attributes]) : attributes
        const first = this.#resources.length === 0 || this.#resources.at(-1)?.start !== type.start ? type.start : title.start
        const titles = title.kind === 'list' ? title.items : [title]
        for (const [i, one] of titles.entries()) {
          if (i > 0 && !this.#shares(type, size + common)) break
          this.#resources.push({ type: name, title: one, attributes: all, splat, start: first, end: last.end, condition: this.#condition(virtual) })
        }
      }
      if (this.#isMark(this.#at, ';')) this.#at++
      if (this.#isMark(this.#at, '}') || this.#at >= this.#tokens.length) break
    }
    this.#close(type)
  }
  /** `create_resources(type, { title => { … } })` and `ensure_resource(type, title, { … })` (stdlib). */
  #created(call: Token): void {
    this.#at += this.#isMark(this.#at + 1, '(') ? 2 : 1
    const type = this.#value(0)
    if (type?.kind !== 'scalar' || !this.#wanted(typeName(type.text)) || !this.#isMark(this.#at, ',')) return
    this.#at++
    const second = this.#value(0)
    const third = this.#isMark(this.#at, ',') ? (this.#at++, this.#value(0)) : undefined
    if (!second) return
    const isHash = call.text === 'create_resources'
    const hash = isHash ? second : third
    if (isHash && second.kind !== 'table') {
      this.#problems.push({ message: `${call.text} makes resources of ${type.text} from ${this.#line(second.start, second.end)}.`, start: call.start, end: second.end })
      return
    }
    const shared = third?.kind === 'table' ? third.entries : new Map<string, Entry>()
    const titles = isHash && second.kind === 'table' ? [...second.entries.values()].map(e => [scalarAt(e), e.value] as const)
      : (second.kind === 'list' ? second.items : [second]).map(title => [title, hash] as const)
    const size = isHash ? third && third.end - third.start : hash && hash.end - hash.start
    for (const [i, [title, attributes]] of titles.entries()) {
      if (i > 0 && !this.#shares(type, size ?? 0)) break
      const said = attributes?.kind === 'table' ? attributes.entries : new Map<string, Entry>()
      const all = new Map([...(isHash ? shared : []), ...said].map(([name, entry]) => [name.toLowerCase(), entry]))
      const splat = attributes?.kind === 'expression' ? attributes : undefined
      const end = (attributes ?? title).end
      this.#resources.push({ type: typeName(type.text), title, attributes: all, splat, start: isHash ? title.start : call.start, end, condition: this.#condition(false) })
    }
  }
  /** Counts attributes that several resources share and each of them reads again; false where that is too much, which is told. */
  #shares(type: { readonly text: string; readonly start: number; readonly end: number }, size: number): boolean {
    if (effort().copy(size)) return true
    if (!this.#isCut) this.#problems.push({ message: `Resources of ${type.text} share more attributes than are followed; the rest is left out.`, start: type.start, end: type.end })
    this.#isCut = true
    return false
  }
  #close(type: Token): void {
    if (this.#isMark(this.#at, '}')) { this.#at++; this.#head = this.#at; return }
    this.#fault(type, this.#at >= this.#tokens.length ? 'the file ends in it' : 'unreadable attributes')
  }
  #fault(type: Token, why: string): void {
    const at = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token
    this.#problems.push({ message: `Resource ${type.text} cannot be read: ${why}.`, start: type.start, end: Math.max(type.end, at.end) })
    this.#frames.push({ condition: this.#frames.at(-1)?.condition, isCase: false })
    this.#head = this.#at
  }
  /** Whether `VALUE :` stands here, not `name =>`. */
  #hasTitle(): boolean {
    return !this.#isMark(this.#at + 1, '=>') && !this.#isMark(this.#at + 1, '+>') && !this.#isMark(this.#at, '}') && !this.#isMark(this.#at, '*')
  }

  #attributes(): { attributes: Map<string, Entry>; splat: Literal | undefined } {
    const attributes = new Map<string, Entry>()
    let splat: Literal | undefined
    for (;;) {
      const name = this.#tokens[this.#at]
      if (!name || !(this.#isMark(this.#at + 1, '=>') || this.#isMark(this.#at + 1, '+>'))) break
      this.#at += 2
      const value = this.#value(0)
      if (!value) break
      if (name.kind === 'mark') splat = value
      else attributes.set(name.text.toLowerCase(), { name: name.text, start: name.start, value })
      if (!this.#isMark(this.#at, ',')) break
      this.#at++
    }
    return { attributes, splat }
  }

  /** A value that ends before `,`, `;`, `:`, `}` or `]`; whatever is more than a literal is an expression. */
  #value(depth: number): Literal | undefined {
    const from = this.#at
    const simple = this.#literal(depth)
    if (simple && this.#ends(this.#at)) return simple
    this.#at = from
    return this.#expression()
  }
  #ends(at: number): boolean {
    const token = this.#tokens[at]
    return token === undefined || (token.kind === 'mark' && /^(?:[,;:}\])]|=>)$/.test(token.text)) || (token.kind === 'word' && this.#isMark(at + 1, '=>'))
  }
  #literal(depth: number): Literal | undefined {
    const token = this.#tokens[this.#at]
    if (!token) return undefined
    const { start, end } = token
    if (token.kind === 'text' || token.kind === 'number') { this.#at++; return { kind: 'scalar', text: token.text, start, end } }
    if (token.kind === 'word') {
      if (/^[A-Z]/.test(token.text)) return undefined
      this.#at++
      return token.text === 'undef' ? { kind: 'nothing', start, end } : { kind: 'scalar', text: token.text, start, end }
    }
    if (token.kind !== 'mark' || depth >= MAX_DEPTH) return undefined
    if (token.text === '[') return this.#list(depth, start)
    return token.text === '{' ? this.#table(depth, start) : undefined
  }
  #list(depth: number, start: number): Literal | undefined {
    const items: Literal[] = []
    this.#at++
    while (!this.#isMark(this.#at, ']')) {
      const item = this.#value(depth + 1)
      if (!item) return undefined
      items.push(item)
      if (this.#isMark(this.#at, ',')) this.#at++
      else if (!this.#isMark(this.#at, ']')) return undefined
    }
    return { kind: 'list', items, start, end: (this.#tokens[this.#at++] as Token).end }
  }
  #table(depth: number, start: number): Literal | undefined {
    const entries = new Map<string, Entry>()
    this.#at++
    while (!this.#isMark(this.#at, '}')) {
      const key = this.#tokens[this.#at]
      if (!key || key.kind === 'mark' || !this.#isMark(this.#at + 1, '=>')) return undefined
      this.#at += 2
      const value = this.#value(depth + 1)
      if (!value) return undefined
      entries.set(key.text, { name: key.text, start: key.start, value })
      if (this.#isMark(this.#at, ',')) this.#at++
      else if (!this.#isMark(this.#at, '}')) return undefined
    }
    return { kind: 'table', entries, start, end: (this.#tokens[this.#at++] as Token).end }
  }
  #expression(): Literal | undefined {
    const first = this.#tokens[this.#at]
    let depth = 0
    let last: Token | undefined
    for (;;) {
      const token = this.#tokens[this.#at]
      if (!token) break
      if (token.kind === 'mark') {
        if (/^[({[]$/.test(token.text)) depth++
        else if (/^[)}\]]$/.test(token.text)) { if (depth === 0) break; depth-- }
        else if (depth === 0 && /^[,;:]$/.test(token.text)) break
      }
      last = token
      this.#at++
    }
    if (!first || !last) return undefined
    return { kind: 'expression', text: this.#source.slice(first.start, last.end), start: first.start, end: last.end }
  }
  #isMark(at: number, text: string): boolean {
    const token = this.#tokens[at]
    return token?.kind === 'mark' && token.text === text
  }
}
const CREATORS = new Set(['create_resources', 'ensure_resource', 'ensure_resources'])
const scalarAt = ({ name, start }: Entry): Literal => ({ kind: 'scalar', text: name, start, end: start + name.length })
/** Short enough to be shown, and to stay linear however deep a file nests. */
const both = (outer: string | undefined, inner: string): string => (outer === undefined ? inner : `${outer.slice(0, 200)} > ${inner}`)
const typeName = (text: string): string => text.toLowerCase().replace(/^::/, '')
