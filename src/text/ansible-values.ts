import { effort } from './effort.ts'
import { type Literal, literalText, MAX_DEPTH, sizeOf } from './literal.ts'
import type { YamlNode, YamlScalar } from './yaml.ts'
import { literalOf } from './yaml-literals.ts'

/** Variables whose values the file decides: those of a play, block, task or round of a loop, before those around it. */
export class Variables {
  readonly #own: ReadonlyMap<string, Literal | undefined>
  readonly #outer: Variables | undefined

  constructor(own: ReadonlyMap<string, Literal | undefined>, outer?: Variables) {
    this.#own = own
    this.#outer = outer
  }
  /** With these in front; one without a value hides what is known of that name. */
  with(own: ReadonlyMap<string, Literal | undefined>): Variables { return new Variables(own, this) }
  get(name: string): Literal | undefined {
    return this.#own.has(name) ? this.#own.get(name) : this.#outer?.get(name)
  }
}

/** A YAML node as Ansible reads it: YAML 1.1 numbers, and text with `{{` as an expression. */
export const ansibleLiteral = (node: YamlNode): Literal => literalOf(node, { text: node => (/\{[{%]/.test(node.text) ? undefined : yaml11(node)) })

/** PyYAML reads `1:30` as 90, `010` as 8 and `1_000` as 1000 (YAML 1.1), our reader as text. */
function yaml11({ text, quoted, value }: YamlScalar): string {
  if (quoted || !/^[\d:_]+$/.test(text)) return typeof value === 'number' && Number.isInteger(value) && !quoted ? String(value) : text
  if (/^[1-9][\d_]*(?::[0-5]?\d)+$/.test(text)) return String(text.replaceAll('_', '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0))
  if (/^0[0-7_]+$/.test(text)) return String(Number.parseInt(text.replaceAll('_', ''), 8))
  return /^[1-9][\d_]*$/.test(text) ? text.replaceAll('_', '') : text
}

const PATH = /^\s*([A-Za-z_]\w*)((?:\s*(?:\.\s*[A-Za-z_]\w*|\[\s*(?:\d+|'[^']*'|"[^"]*")\s*\]))*)((?:\s*\|\s*\w+(?:\([^()]*\))?)*)\s*$/
const STEP = /\.\s*([A-Za-z_]\w*)|\[\s*(?:(\d+)|'([^']*)'|"([^"]*)")\s*\]/g

/** The value with what the variables decide filled in; the rest stays an expression. A whole text that is one variable takes its value. */
export function filled(value: Literal, variables: Variables, depth = 0): Literal {
  if (depth > MAX_DEPTH) return value
  if (value.kind === 'list') return { ...value, items: value.items.map(item => filled(item, variables, depth + 1)) }
  if (value.kind === 'table') return { ...value, entries: new Map([...value.entries].map(([key, entry]) => [key, { ...entry, value: filled(entry.value, variables, depth + 1) }])) }
  if (value.kind !== 'expression' || value.text.length > 10_000) return value
  const { text, start, end } = value
  const marks = marksOf(text)
  const [first] = marks
  if (!first || text.includes('{%')) return value
  if (marks.length === 1 && first.end - first.start === text.trim().length) {
    const whole = lookUp(first.inner, variables)
    // A value of the variables may itself be a template that refers to others.
    return whole === undefined || !effort().copy(sizeOf(whole)) ? value : filled(whole, variables, depth + 1)
  }
  let said = ''
  let from = 0
  for (const mark of marks) {
    const found = lookUp(mark.inner, variables)
    const known = found && effort().copy(sizeOf(found)) ? filled(found, variables, depth + 1) : undefined
    if (known?.kind !== 'scalar' || said.length > 10_000) return value
    said += text.slice(from, mark.start) + known.text
    from = mark.end
  }
  return { kind: 'scalar', text: said + text.slice(from), start, end }
}
/** The `{{ … }}` of a text. */
export function marksOf(text: string): { start: number; end: number; inner: string }[] {
  const marks: { start: number; end: number; inner: string }[] = []
  for (let start = text.indexOf('{{'); start >= 0;) {
    const close = text.indexOf('}}', start + 2)
    if (close < 0) break
    marks.push({ start, end: close + 2, inner: text.slice(start + 2, close) })
    start = text.indexOf('{{', close + 2)
  }
  return marks
}

/** `name.key[0] | int`; undefined where the variables or the filters are not known. */
function lookUp(inner: string, variables: Variables): Literal | undefined {
  if (inner.length > 500) return undefined
  const [, name = '', path = '', filters = ''] = PATH.exec(inner) ?? []
  let value = variables.get(name)
  const isKnown = value !== undefined
  for (const [, word, index, single, double] of path.matchAll(STEP)) {
    const key = word ?? single ?? double
    if (value?.kind === 'table') value = key === undefined ? undefined : value.entries.get(key)?.value
    else if (value?.kind === 'list') value = index === undefined ? undefined : value.items[Number(index)]
    else return undefined
  }
  for (const [, filter = '', given = ''] of filters.matchAll(/\|\s*(\w+)(?:\(([^()]*)\))?/g)) {
    // What the file holds of the variable is all of it: a key that is not there is not defined, and the default holds.
    if (filter === 'default' || filter === 'd') value = isKnown ? orDefault(value, given) : undefined
    else value = value && filteredBy(filter, value)
  }
  return value
}
/** `default('tcp')`, `default(80)`, `default(true)`, `default(omit)`, `default('', true)`; `omit` takes the option away. */
function orDefault(value: Literal | undefined, given: string): Literal | undefined {
  const [, text, double, word, falsy] = /^\s*(?:'([^']*)'|"([^"]*)"|(\w+))?\s*(?:,\s*(?:boolean\s*=\s*)?(true)\s*)?$/i.exec(given) ?? ['?', undefined, undefined, undefined, undefined]
  const isEmpty = value?.kind === 'scalar' && value.text === ''
  if (value && !(isEmpty && falsy !== undefined)) return value
  const [start, end] = [value?.start ?? 0, value?.end ?? 0]
  if (word === 'omit') return { kind: 'nothing', start, end }
  const said = text ?? double ?? (word !== undefined && /^(?:\d+|true|false|yes|no)$/i.test(word) ? word : undefined)
  return said === undefined ? undefined : { kind: 'scalar', text: said, start, end }
}
function filteredBy(filter: string, value: Literal): Literal | undefined {
  const { start, end } = value
  if (filter === 'string' || filter === 'bool' || filter === 'trim' || filter === 'list') return value
  if (filter === 'int') return value.kind === 'scalar' && /^\d+$/.test(value.text) ? value : undefined
  if (filter === 'lower' || filter === 'upper') return value.kind === 'scalar' ? { ...value, text: filter === 'lower' ? value.text.toLowerCase() : value.text.toUpperCase() } : undefined
  if (filter === 'join') return value.kind === 'list' && value.items.every(item => item.kind === 'scalar') ? { kind: 'scalar', text: literalText(value), start, end } : undefined
  if (filter !== 'dict2items' || value.kind !== 'table') return undefined
  return { kind: 'list', start, end, items: [...value.entries.values()].map(pair) }
}
/** `{ key: …, value: … }`, as dict2items and with_dict give. */
export function pair({ name, start, value }: { readonly name: string; readonly start: number; readonly value: Literal }): Literal {
  const key: Literal = { kind: 'scalar', text: name, start, end: start + name.length }
  return { kind: 'table', start, end: Math.max(start, value.end), entries: new Map([['key', { name: 'key', start, value: key }], ['value', { name: 'value', start, value }]]) }
}

/** `name=x localport=80 remoteip="a b"`: arguments on one line (Ansible's free form). Offsets count in `text`. */
export function keyValues(text: string): { name: string; value: string; start: number; valueStart: number; end: number }[] {
  const found: { name: string; value: string; start: number; valueStart: number; end: number }[] = []
  if (text.length > 8000) return found
  const argument = /(?<!\w)([A-Za-z_]\w*)=("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|(?:\{\{(?:[^}]|\}(?!\}))*\}\}|[^\s"'])*)/g
  for (const match of text.matchAll(argument)) {
    const [all, name = '', raw = ''] = match
    const quoted = /^(["'])([^]*)\1$/.exec(raw)
    const valueStart = match.index + name.length + 1
    found.push({ name, value: quoted ? (quoted[2] as string).replace(/\\(["'\\])/g, '$1') : raw, start: match.index, valueStart, end: match.index + all.length })
  }
  return found
}
