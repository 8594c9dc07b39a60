import type { SourceFile } from '../model/stages.ts'
import type { Place } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import type { YamlMap, YamlNode } from '../text/yaml.ts'

/** One value of the config: its node, what it is called in messages, and the file it stands in. */
export interface Value {
  readonly node: YamlNode
  /** `targets[0].role` */
  readonly name: string
  readonly file: SourceFile
}
/** What becomes of a value; throws a `UsageError` at its place. */
export type Read<T> = (value: Value) => T

/** What people should see of a text that may be long or hostile. */
export function shown(node: YamlNode): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a map' : 'a list'
  if (node.value === null) return 'nothing'
  const text = short(node.text)
  return typeof node.value === 'string' ? JSON.stringify(text) : text
}
export const placeAt = ({ node, file }: Value): Place => file.origin.place(node.start, node.end)
export function fail(value: Value, message: string): never {
  throw new UsageError(message, placeAt(value))
}
/** `"x" must be …, not …` */
export const mustBe = (value: Value, what: string): never => fail(value, `${label(value)} must be ${what}, not ${shown(value.node)}`)
const label = ({ name }: Value): string => (name === '' ? 'The config' : `"${name}"`)

/** The value of each key that is there, read by the key's own reader. Unknown keys and missing required ones are errors. */
export function readMap<T extends Record<string, unknown>>(value: Value, readers: { readonly [K in keyof T]-?: Read<T[K]> }, required: readonly (keyof T & string)[] = []): Partial<T> {
  const out: Partial<T> = {}
  for (const { key, item, keyItem } of entriesOf(value)) {
    const reader = Object.hasOwn(readers, key) ? readers[key as keyof T] : undefined
    if (!reader) fail(keyItem, `Unknown key "${keyItem.name}"${didYouMean(key, Object.keys(readers))}`)
    out[key as keyof T] = reader(item)
  }
  const missing = required.find(key => !Object.hasOwn(out, key))
  if (missing !== undefined) fail({ ...value, node: { ...value.node, end: value.node.start } as YamlNode }, `${label(value)} needs the key "${missing}"`)
  return out
}
export interface Entry {
  readonly key: string
  readonly item: Value
  /** The key itself as a value, for errors. */
  readonly keyItem: Value
}
export function entriesOf(value: Value): Entry[] {
  const { node, name, file } = value
  if (node.kind !== 'map') return mustBe(value, 'a map')
  return (node as YamlMap).entries.map(({ key, value: child, start, end }) => {
    const path = name === '' ? short(key) : `${name}.${short(key)}`
    const keyNode: YamlNode = { kind: 'scalar', value: key, text: key, quoted: true, start, end }
    return { key, item: { node: child, name: path, file }, keyItem: { node: keyNode, name: path, file } }
  })
}
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text)

export function itemsOf(value: Value, what: string, least = 1): Value[] {
  const { node, name, file } = value
  if (node.kind !== 'list') return mustBe(value, what)
  if (node.items.length < least) return fail(value, `"${name}" is empty; it must be ${what}, or be left out`)
  return node.items.map((item, i) => ({ node: item, name: `${name}[${i}]`, file }))
}
export const listOf = <T>(read: Read<T>, what: string, least = 1): Read<T[]> => value => itemsOf(value, what, least).map(read)

export function text(value: Value): string {
  const { node } = value
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return mustBe(value, 'a text')
  return node.value.trim() === '' ? fail(value, `"${value.name}" is empty`) : node.value
}
export function flag(value: Value): boolean {
  const { node } = value
  return node.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : mustBe(value, 'true or false')
}
/** One of a few words. */
export const wordOf = <T extends string>(...words: readonly T[]): Read<T> => value => {
  const { node } = value
  const found = node.kind === 'scalar' && typeof node.value === 'string' ? words.find(word => word === node.value) : undefined
  return found ?? fail(value, `"${value.name}" must be ${orList(words)}, not ${shown(node)}${node.kind === 'scalar' ? didYouMean(node.text, words) : ''}`)
}
export const orList = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`)

/** No file system has longer paths, and no glob library takes longer globs. */
const LONGEST_PATH = 4096
/** A path inside the repository, with `/` on every system. */
export function path(value: Value): string {
  if (text(value).length > LONGEST_PATH) return fail(value, `"${value.name}" is longer than any path`)
  const written = text(value).replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  if (/^(?:\/|[a-z]:)/i.test(written) || written.split('/').includes('..')) return fail(value, `"${value.name}" must be a path inside the repository, not ${shown(value.node)}`)
  return written === '' ? '.' : written
}
export function date(value: Value): string {
  const written = value.node.kind === 'scalar' ? value.node.text : ''
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : NaN
  // 2027-02-30 would roll over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : mustBe(value, 'a date such as 2027-06-30')
}
