import type { ProfileSet, RuleSelector } from '../../model/types.ts'
import type { Block, Node } from '../../text/powershell/ast.ts'
import type { Argument } from '../../text/powershell/host.ts'
import { describe, elements, Foreign, isKnown, ScriptBlock, textOfValue, Unknown, type Value } from '../../text/powershell/values.ts'
import { ACTIONS, DIRECTIONS, enumWord, profilesOf, READERS, SWITCH } from './net-security.ts'
import { Draft, type DraftSink, type Said } from './net-security-draft.ts'
import type { Target } from './script-state.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
const NO_SINK: DraftSink = { malformed: () => {}, unknown: () => {} }

/** What Get-NetFirewallRule or one of the Get-…Filter cmdlets gave: rules that a selector means. */
export class RuleQuery extends Foreign {
  readonly text: string
  readonly select: RuleSelector
  readonly target: Target
  /** What else narrows the selection, in words: a filter that is not understood. */
  readonly conditions: readonly string[]
  /** The loop over this query, inside which a change needs no condition of its own. */
  readonly within: string | undefined
  readonly holds: (query: RuleQuery) => boolean
  /** Whether the script had made such a rule when it asked. */
  readonly isThere: boolean
  /** Properties that the script has set on the objects (`$rule.Enabled = 'True'`). */
  readonly assigned = new Map<string, Value>()

  constructor(text: string, select: RuleSelector, target: Target, conditions: readonly string[], holds: (query: RuleQuery) => boolean, within?: string) {
    super()
    this.text = text
    this.select = select
    this.target = target
    this.conditions = conditions
    this.holds = holds
    this.within = within
    this.isThere = conditions.length === 0 && holds(this)
  }
  override get truth(): boolean | undefined { return this.isThere ? true : undefined }
  /** Scripts ask before they make a rule: on a machine that they have not run on yet there is none. */
  override get likely(): boolean | undefined { return this.truth ?? false }
  override each(limit: string): Foreign { return new RuleQuery(this.text, this.select, this.target, this.conditions, this.holds, limit) }
  override assign(name: string, value: Value): void { this.assigned.set(name, value) }
  override member(name: string): Value | undefined {
    if (name === 'count' || name === 'length') return new Unknown(`${this.text}.Count`, this.likely)
    if (SELECTING.has(name)) return new QueryField(this, name)
    return undefined
  }
  narrowed(select: RuleSelector, conditions: readonly string[], text = this.text): RuleQuery {
    const query = new RuleQuery(text, { ...this.select, ...select }, this.target, [...this.conditions, ...conditions], this.holds, this.within)
    for (const [name, value] of this.assigned) query.assigned.set(name, value)
    return query
  }
}

/** A property of every rule of a query; as a selector it means the same rules. */
export class QueryField extends Foreign {
  readonly query: RuleQuery
  readonly name: string
  constructor(query: RuleQuery, name: string) {
    super()
    this.query = query
    this.name = name
  }
  get text(): string { return `${this.query.text}.${this.name}` }
  override get likely(): boolean | undefined { return this.query.likely }
  override each(limit: string): Foreign { return new QueryField(this.query.each(limit) as RuleQuery, this.name) }
  override contains(value: Value): Value | undefined {
    const { select, conditions } = selectionOf(this.name, 'eq', value, `${this.text} contains ${describe(value)}`)
    return Object.keys(select).some(key => key in this.query.select) ? undefined : this.query.narrowed(select, conditions)
  }
}

/** What Get-NetFirewallProfile gave. */
export class ProfileQuery extends Foreign {
  readonly text: string
  readonly profiles: ProfileSet
  readonly target: Target
  readonly assigned = new Map<string, Value>()
  constructor(text: string, profiles: ProfileSet, target: Target) {
    super()
    this.text = text
    this.profiles = profiles
    this.target = target
  }
  override each(): Foreign { return this }
  override assign(name: string, value: Value): void { this.assigned.set(name, value) }
}

/** What Open-NetGPO gave: a GPO that is written when Save-NetGPO says so. */
export class GpoSession extends Foreign {
  readonly text: string
  readonly target: Target
  isSaved = false
  isUsed = false
  constructor(text: string, target: Target) {
    super()
    this.text = text
    this.target = target
  }
  override get truth(): boolean { return true }
}

/** Properties of a rule by which it can be selected. */
const SELECTING: ReadonlyMap<string, 'ids' | 'names' | 'groups'> = new Map([
  ['name', 'ids'], ['id', 'ids'], ['instanceid', 'ids'], ['displayname', 'names'], ['displaygroup', 'groups'], ['group', 'groups'], ['rulegroup', 'groups'],
])

/** A part of a selector, or a condition in words where it is not one. */
export interface Selection { readonly select: RuleSelector; readonly conditions: readonly string[] }
const condition = (text: string): Selection => ({ select: {}, conditions: [text] })

/**
 * What `property operator value` selects. `eq`, `like` with wildcards and `in` become a selector; the rest stays a condition.
 */
export function selectionOf(property: string, operator: string, value: Value, written: string): Selection {
  const key = SELECTING.get(property)
  if (key) {
    const texts = elements(value, true)?.map(item => (isKnown(item) ? textOfValue(item) : undefined))
    if (!texts || texts.length === 0 || texts.includes(undefined)) return condition(written)
    const list = texts as string[]
    if (operator === 'eq' && list.length === 1 || operator === 'in') return list.some(text => /[*?[]/.test(text)) ? condition(written) : { select: { [key]: list }, conditions: [] }
    if (operator === 'like' && !list.some(text => text.includes('['))) return { select: { [key]: list }, conditions: [] }
    // A regular expression that is only a text: it stands anywhere in the name.
    if (operator === 'match' && list.every(text => /^[^.*+?^$|()[\]{}\\]+$/.test(text))) return { select: { [key]: list.map(text => `*${text}*`) }, conditions: [] }
    return condition(written)
  }
  if (operator !== 'eq') return condition(written)
  const text = textOfValue(value)
  if (text === undefined || !isKnown(value)) return condition(written)
  switch (property) {
    case 'enabled': return one('enabled', enumWord(SWITCH, text), written)
    case 'direction': return one('direction', enumWord(DIRECTIONS, text), written)
    case 'action': return one('action', enumWord(ACTIONS, text), written)
    case 'profile': case 'profiles': return one('profiles', profilesOf(value) ?? undefined, written)
    default: return filtered(property, value, written)
  }
}
function one<K extends keyof RuleSelector>(key: K, value: unknown, written: string): Selection {
  return value === undefined || value === 'unknown' ? condition(written) : { select: { [key]: value } as RuleSelector, conditions: [] }
}
const FILTERS: ReadonlyMap<string, { parameter: string; key: keyof RuleSelector & keyof Draft }> = new Map([
  ['localport', { parameter: 'LocalPort', key: 'localPorts' }], ['remoteport', { parameter: 'RemotePort', key: 'remotePorts' }], ['protocol', { parameter: 'Protocol', key: 'protocol' }],
  ['localaddress', { parameter: 'LocalAddress', key: 'localAddresses' }], ['remoteaddress', { parameter: 'RemoteAddress', key: 'remoteAddresses' }],
  ['localip', { parameter: 'LocalAddress', key: 'localAddresses' }], ['remoteip', { parameter: 'RemoteAddress', key: 'remoteAddresses' }],
  ['program', { parameter: 'Program', key: 'program' }], ['service', { parameter: 'Service', key: 'service' }],
])
/** A property of the port, address, application or service filter. */
function filtered(property: string, value: Value, written: string): Selection {
  const filter = FILTERS.get(property)
  const reader = filter && READERS.get(filter.parameter)
  if (!filter || !reader) return condition(written)
  const draft = new Draft(NO_SINK)
  reader(draft, { value, start: 0, end: 0 }, filter.parameter)
  const said = draft[filter.key]
  return draft.refused !== undefined || said === undefined || said === 'unknown' ? condition(written) : { select: { [filter.key]: said } as RuleSelector, conditions: [] }
}

/** What the arguments of Where-Object keep of a query: `{ $_.Name -like 'x*' -and … }` or `Name -like 'x*'`. */
export function whereSelection(args: readonly Argument[], value: (node: Node) => Value, written: string): Selection {
  const block = args.find(arg => arg.value instanceof ScriptBlock)?.value
  if (block instanceof ScriptBlock) return blockSelection(block.block, value, written)
  const property = textOfValue(args.find(arg => arg.name === undefined || /^property$/i.test(arg.name))?.value)?.toLowerCase()
  const test = args.find(arg => arg.name !== undefined && arg.hasValue && !/^(property|value|inputobject)$/i.test(arg.name))
  const loose = args.filter(arg => arg.name === undefined)
  if (property !== undefined && test) return selectionOf(property, (test.name ?? '').toLowerCase().replace(/^[ci](?=eq|like|match|in$)/, ''), test.value, written)
  return property !== undefined && loose.length === 2 ? selectionOf(property, 'eq', loose[1]?.value ?? null, written) : condition(written)
}
function blockSelection(block: Block, value: (node: Node) => Value, written: string): Selection {
  const [only, more] = block.body
  return only && !more ? nodeSelection(only, value, written) : condition(written)
}
function nodeSelection(start: Node, value: (node: Node) => Value, written: string): Selection {
  // The left spine of `a -and b -and c` is walked, so that a long one does not go deep.
  const tests: Node[] = []
  let node = start
  for (;;) {
    while (node.kind === 'paren' && node.inner) node = node.inner
    if (node.kind !== 'binary' || node.operator !== 'and') break
    tests.push(node.right)
    node = node.left
  }
  tests.push(node)
  let all: Mutable<RuleSelector> = {}
  const conditions: string[] = []
  for (let test of tests) {
    while (test.kind === 'paren' && test.inner) test = test.inner
    const { select, conditions: more } = testSelection(test, value, written)
    // The same property twice would need both tests at once.
    if (Object.keys(select).some(key => key in all)) conditions.push(written)
    else all = { ...all, ...select }
    conditions.push(...more)
  }
  return { select: all, conditions: [...new Set(conditions)] }
}
function testSelection(test: Node, value: (node: Node) => Value, written: string): Selection {
  if (test.kind !== 'binary') return condition(written)
  const property = propertyOf(test.left)
  if (property !== undefined) return selectionOf(property, test.operator, value(test.right), written)
  const mirrored = propertyOf(test.right)
  return mirrored !== undefined && test.operator === 'eq' ? selectionOf(mirrored, 'eq', value(test.left), written) : condition(written)
}
/** `$_.Name` to `name`. */
function propertyOf(node: Node): string | undefined {
  if (node.kind !== 'member' || node.args || node.target.kind !== 'variable' || (node.target.name !== '_' && node.target.name !== 'psitem')) return undefined
  return node.name.kind === 'text' ? node.name.value.toLowerCase() : undefined
}

/** A selector's list from a parameter's value: texts, or the rules of a query that the script hands in by name. */
export function listOf(said: Said): { texts: readonly string[] } | { query: RuleQuery } | undefined {
  const { value } = said
  if (value instanceof QueryField) return { query: value.query }
  const items = elements(value, true)
  if (!items) return undefined
  const texts = items.map(item => (isKnown(item) && item !== null ? textOfValue(item) : undefined))
  return texts.length === 0 || texts.includes(undefined) ? undefined : { texts: texts as string[] }
}
/** Why a selector is not known, in words. */
export const openSelection = (parameter: string, said: Said): string => `${parameter} ${describe(said.value)}`
