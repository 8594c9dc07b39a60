import { effort } from './effort.ts'
import { type Entry, type Literal, MAX_DEPTH } from './literal.ts'
import { type Token, tokensOf } from './puppet/tokens.ts'

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

/** The resources of the wanted types with what is literal in them (Puppet language reference: resources, data types). */
export function readPuppet(source: string, wanted: (type: string) => boolean): PuppetText {
  return new PuppetReader(source, tokensOf(source), wanted).read()
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
