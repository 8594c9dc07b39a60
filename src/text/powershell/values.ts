import type { Block } from './ast.ts'

/** What an expression is worth without running anything; what only a run could tell is `Unknown`. */
export type Value = string | number | boolean | null | readonly Value[] | HashTable | ScriptBlock | Unknown | Foreign

/** A value that the file does not decide. */
export class Unknown {
  /** What stands in the file for it. */
  readonly text: string
  /** Whether it is usually true, where somebody knows that (a rule that is not there yet, a module that is). */
  readonly likely: boolean | undefined
  constructor(text: string, likely?: boolean) {
    this.text = text
    this.likely = likely
  }
}

/** An object of the world that the reader's user knows: a query for rules, a session. */
export abstract class Foreign {
  abstract readonly text: string
  /** Whether it counts as true; undefined when that is not known. */
  get truth(): boolean | undefined { return undefined }
  get likely(): boolean | undefined { return undefined }
  member(_name: string): Value | undefined { return undefined }
  /** `$object.Name = value`, and `$object.Name(args) = value` of COM. */
  assign(_name: string, _value: Value, _args: readonly Value[]): void {}
  /** Something that is true when its objects contain the value. */
  contains(_value: Value): Value | undefined { return undefined }
  call(_name: string, _args: readonly Value[]): Value | undefined { return undefined }
  /** What stands for every one of its objects in a loop that runs under this limit. */
  each(_limit: string): Foreign | undefined { return undefined }
}

/** `@{ … }`: keys in any case, each with the place of its entry; offsets are -1 where no entry of the file made it. */
export class HashTable {
  readonly entries = new Map<string, HashItem>()
  /** How many undecided conditions stood around it when it was made. */
  readonly level: number
  /** A key was written that is not known: nothing is surely absent any more. */
  isOpen = false
  constructor(level = 0) { this.level = level }
  set(key: string, value: Value, start = -1, end = -1): void { this.entries.set(key.toLowerCase(), { key, value, start, end }) }
  get(key: string): Value | undefined { return this.entries.get(key.toLowerCase())?.value }
}
export interface HashItem { readonly key: string; readonly value: Value; readonly start: number; readonly end: number }

export class ScriptBlock {
  readonly block: Block
  constructor(block: Block) { this.block = block }
}

/** More than this is no configuration but an attack, or work for a computer. */
export const MAX_LIST = 10_000
export const MAX_TEXT = 100_000
const MAX_DEPTH = 20

/** Windows has the same values for these everywhere, and firewall rules keep them as variables. */
const ENVIRONMENT: ReadonlyMap<string, string> = new Map([
  'SystemRoot', 'windir', 'SystemDrive', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'ProgramData', 'CommonProgramFiles', 'CommonProgramFiles(x86)', 'ALLUSERSPROFILE', 'PUBLIC',
].map(name => [name.toLowerCase(), `%${name}%`]))
/** The text of `$env:name` as a rule would keep it. */
export const environmentText = (name: string): string | undefined => ENVIRONMENT.get(name)

/** The elements of a value: of lists in lists too when `deep`; undefined when there are too many. */
export function elements(value: Value | undefined, deep = false): readonly Value[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value)) return [value as Value]
  if (!deep) return value as readonly Value[]
  const out: Value[] = []
  return flatten(value as readonly Value[], out, 0) ? out : undefined
}
function flatten(list: readonly Value[], out: Value[], depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  for (const item of list) {
    if (Array.isArray(item)) { if (!flatten(item as readonly Value[], out, depth + 1)) return false }
    else if (out.push(item) > MAX_LIST) return false
  }
  return true
}

/** Whether it may cost something worth counting to go through a value; a short list of simple values does not. */
export const isLarge = (value: Value | undefined): boolean => (Array.isArray(value) ? value.length > 16 || value.some(item => typeof item === 'object' || isLarge(item as Value))
  : typeof value === 'string' ? value.length >= 1000 : value instanceof HashTable && value.entries.size > 100)
/** To splat an entry costs that much of what it costs to look at an element. */
const PER_ENTRY = 10
/** What it costs to go through a value: nothing worth counting for most. */
export function weightOf(value: Value | undefined): number {
  if (typeof value === 'string') return value.length < 1000 ? 0 : value.length >> 4
  if (value instanceof HashTable) return value.entries.size < 50 ? 0 : value.entries.size * PER_ENTRY
  return Array.isArray(value) ? listWeight(value as readonly Value[], 0) : 0
}
function listWeight(list: readonly Value[], depth: number): number {
  let weight = list.length
  for (const item of list) {
    if (typeof item === 'string') weight += item.length >> 4
    else if (item instanceof HashTable) weight += item.entries.size
    else if (Array.isArray(item) && depth < MAX_DEPTH) weight += listWeight(item as readonly Value[], depth + 1)
    if (weight > MAX_LIST * 10) break
  }
  return weight
}

/** The value as PowerShell writes it into a text; undefined when a part of it is not known. */
export function textOfValue(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (!Array.isArray(value)) return undefined
  let text = ''
  const items = elements(value, true)
  if (!items) return undefined
  for (const [i, item] of items.entries()) {
    const part = textOfValue(item)
    if (part === undefined || text.length > MAX_TEXT) return undefined
    text += i === 0 ? part : ` ${part}`
  }
  return text
}
/** The value in words, whether known or not. */
export function describe(value: Value | undefined): string {
  if (value instanceof Unknown || value instanceof Foreign) return value.text
  if (value instanceof HashTable) return '@{…}'
  if (value instanceof ScriptBlock) return '{…}'
  if (!Array.isArray(value)) return textOfValue(value as Value) ?? ''
  const items = (elements(value, true) ?? []).slice(0, 50)
  return items.map(describe).join(',').slice(0, 1000)
}

/** Whether PowerShell takes the value for true; undefined when that is not known. */
export function truthOf(value: Value | undefined): boolean | undefined {
  if (value === undefined || value === null) return false
  if (value instanceof Unknown) return undefined
  if (value instanceof Foreign) return value.truth
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string') return value !== ''
  if (!Array.isArray(value)) return true
  const list = value as readonly Value[]
  return list.length > 1 ? true : truthOf(list[0])
}
export function likelyOf(value: Value | undefined): boolean | undefined {
  return value instanceof Unknown || value instanceof Foreign ? value.likely : truthOf(value)
}
export const isKnown = (value: Value | undefined): boolean => !(value instanceof Unknown) && !(value instanceof Foreign)

/** What a pipe gives: nothing, one value, or a list. */
export function single(out: readonly Value[]): Value | undefined {
  return out.length === 0 ? undefined : out.length === 1 ? out[0] : out
}
