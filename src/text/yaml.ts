import type { CST, Node, ParsedNode } from 'yaml'
import type { SourceFile } from '../model/stages.ts'
import { readPlainYaml } from './plain-yaml.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-nodes.ts'

export type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './yaml-nodes.ts'

/** Why a text, or a part of it, is no YAML. */
export interface YamlError {
  readonly message: string
  readonly start: number
  readonly end: number
}
/** What a text holds. */
export interface YamlText {
  /** The documents that could be read; a broken one is left out and told in `errors`. None in an empty file. */
  readonly documents: readonly YamlNode[]
  readonly errors: readonly YamlError[]
}

type Library = typeof import('./lazy/yaml.ts')
let library: Library | undefined

/** Reads the YAML library, which waits until a file asks for it. Must be awaited before `parseYaml` reads a text that is not plain; without a text: before any. */
export async function prepareYaml(text?: string): Promise<void> {
  if (text !== undefined && readPlainYaml(text)) return
  library ??= await import('./lazy/yaml.ts')
}

/** Nodes that aliases may add to what the text itself holds: an "alias bomb" doubles at every level. */
const ALIAS_LIMIT = 10_000
const DEPTH_LIMIT = 200

/** Never throws. Tags are kept by name and never run anything; duplicate keys and unknown aliases are errors. */
export function parseYaml(file: Pick<SourceFile, 'text'>): YamlText {
  const { text } = file
  const plain = readPlainYaml(text)
  if (plain) return { documents: [plain], errors: [] }
  if (!library) throw new Error('prepareYaml() has not been awaited')
  const deep = nestedTooDeep(text)
  if (deep !== undefined) return { documents: [], errors: [{ message: `nested deeper than ${DEPTH_LIMIT} levels`, start: deep, end: deep + 1 }] }
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0 // a broken text has an error at every sign, and a stack costs more than to find it
  try {
    return read(text, library)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { documents: [], errors: [{ message: 'nested too deeply', start: 0, end: 0 }] } // the library recurses
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function read(text: string, yaml: Library): YamlText {
  const composer = new yaml.Composer({ strict: true, uniqueKeys: false, logLevel: 'silent', merge: true, keepSourceTokens: false })
  const documents: YamlNode[] = []
  const errors: YamlError[] = []
  for (const document of composer.compose(tokensOf(text, yaml))) {
    const unknown = document.warnings.filter(w => w.code !== 'TAG_RESOLVE_FAILED')
    for (const { message, pos } of [...document.errors, ...unknown].slice(0, MOST_FAULTS)) errors.push({ message: sentence(message), start: pos[0], end: pos[1] })
    if (document.errors.length > 0) continue
    const builder = new TreeBuilder(text, yaml)
    const root = builder.node(document.contents, 0)
    if (builder.trouble) errors.push(builder.trouble)
    else documents.push(root)
  }
  return { documents, errors }
}
/** A text of nothing but mistakes is left after many: each costs the library more than a line that is right. */
function* tokensOf(text: string, yaml: Library): Generator<CST.Token, void> {
  let faults = 0
  for (const token of new yaml.Parser().parse(text)) {
    yield token
    if (token.type === 'error' && ++faults === MOST_FAULTS) return
  }
}
const MOST_FAULTS = 1000
const sentence = (message: string): string => message.replace(/\s+/g, ' ').trim()

/** The library's nodes to ours. An alias is its anchor's node again, so nothing is copied, but its size counts. */
class TreeBuilder {
  readonly #text: string
  readonly #yaml: Library
  readonly #anchors = new Map<string, { node: YamlNode; size: number }>()
  #size = 0
  #aliased = 0
  #depth = 0
  trouble: YamlError | undefined

  constructor(text: string, yaml: Library) {
    this.#text = text
    this.#yaml = yaml
  }
  node(from: ParsedNode | Node | null | undefined, at: number): YamlNode {
    if (!from) return empty(at)
    const [start, valueEnd] = from.range ?? [at, at, at]
    const span = { start, end: Math.max(start, valueEnd) }
    if (this.#yaml.isAlias(from)) return this.#alias(from.source, span)
    if (this.#depth >= DEPTH_LIMIT) return this.#fail(`nested deeper than ${DEPTH_LIMIT} levels`, span)
    const before = this.#size++
    this.#depth++
    const node = this.#content(from, span)
    this.#depth--
    const anchor = (from as { anchor?: string }).anchor
    if (anchor !== undefined) this.#anchors.set(anchor, { node, size: this.#size - before })
    return node
  }
  #alias(name: string, span: { start: number; end: number }): YamlNode {
    const target = this.#anchors.get(name)
    if (!target) return this.#fail(`unknown alias *${name}`, span)
    this.#aliased += target.size
    this.#size += target.size
    if (this.#aliased > ALIAS_LIMIT) return this.#fail('aliases repeat too much', span)
    return { ...target.node, ...span }
  }
  #fail(message: string, span: { start: number; end: number }): YamlNode {
    this.trouble ??= { message: message.length > 200 ? `${message.slice(0, 199)}…` : message, start: span.start, end: span.end }
    return empty(span.start)
  }
  #content(from: ParsedNode | Node, span: { start: number; end: number }): YamlNode {
    const yaml = this.#yaml
    if (yaml.isScalar(from)) return scalarOf(from, span, this.#text)
    if (yaml.isSeq(from)) {
      let at = span.start
      const items = from.items.map(item => {
        const node = this.node((yaml.isPair(item) ? null : item) as ParsedNode | null, at)
        at = node.end
        return node
      })
      return { kind: 'list', items, ...span }
    }
    if (!yaml.isMap(from)) return empty(span.start)
    const entries: YamlEntry[] = []
    const merged: YamlEntry[] = []
    const own = new Set<string>() // the library's own check compares every key with every other
    for (const pair of from.items) {
      const key = this.node(pair.key as ParsedNode, span.start)
      const value = this.node(pair.value as ParsedNode | null, key.end)
      if (key.kind !== 'scalar') { this.#fail('a key must be a plain text', key); continue }
      if (key.text === '<<' && !key.quoted) for (const map of value.kind === 'list' ? value.items : [value]) merged.push(...(map.kind === 'map' ? map.entries : []))
      else if (own.has(key.text)) this.#fail(`the key "${key.text}" stands twice`, key)
      else { own.add(key.text); entries.push({ key: key.text, value, start: key.start, end: key.end }) }
    }
    for (const entry of merged) if (!own.has(entry.key)) { own.add(entry.key); entries.push(entry) }
    return { kind: 'map', entries, ...span }
  }
}

function scalarOf(from: Node & { value?: unknown; source?: string; type?: string; tag?: string }, span: { start: number; end: number }, text: string): YamlScalar {
  const plain = from.type === 'PLAIN' || from.type === undefined
  const source = from.source ?? text.slice(span.start, span.end)
  const { value } = from
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null ? value : source
  const tag = from.tag !== undefined && !from.tag.startsWith('tag:yaml.org,2002:') ? { tag: from.tag } : {}
  return { kind: 'scalar', value: known, text: plain ? source : String(known), quoted: !plain, ...tag, ...span }
}
const empty = (at: number): YamlScalar => ({ kind: 'scalar', value: null, text: '', quoted: false, start: at, end: at })

/** Where brackets stand deeper than we follow, seen before the library recurses into them. Quotes and comments do not matter for a limit. */
function nestedTooDeep(text: string): number | undefined {
  let depth = 0
  const bracket = /[[\]{}]/g
  for (let m = bracket.exec(text); m; m = bracket.exec(text)) {
    depth = m[0] === '[' || m[0] === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > DEPTH_LIMIT) return m.index
  }
  return undefined
}

/** The value of a key; undefined where it is absent or the node is no map. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined
  if (node.entries.length < LARGE) return node.entries.find(e => e.key === key)
  let index = indexes.get(node)
  if (!index) indexes.set(node, index = new Map(node.entries.map(e => [e.key, e])))
  return index.get(key)
}
/** Maps that are not searched through for every key that is asked for. */
const LARGE = 64
const indexes = new WeakMap<YamlMap, ReadonlyMap<string, YamlEntry>>()
/** Plain JavaScript values, for data that is only handed on. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  return Object.fromEntries(node.entries.map(e => [e.key, plainValue(e.value)]))
}
