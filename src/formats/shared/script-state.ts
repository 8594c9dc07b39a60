import { addressTexts } from '../../model/addresses.ts'
import { portTexts } from '../../model/ports.ts'
import { changedRule, PROFILES, profileNames } from '../../model/rules.ts'
import { isPattern, wildcard } from '../../text/wildcard.ts'
import type {
  Change, PolicyPart, Problem, Profile, ProfileSet, ProfileSettings, Rule, RuleSelector, RuleValues, Setting, Store,
} from '../../model/types.ts'
import { MOST_UNMODELLED } from './undecided.ts'

/** The store that a command writes to: `local`, or the GPO named. */
export interface Target { readonly store: Store; readonly gpo?: string | undefined }
/** Where the rules and settings of the machine itself go. */
export const LOCAL: Target = { store: 'local' }
/** Where the rules and settings of some GPO go. */
export const GROUP_POLICY: Target = { store: 'group-policy' }

/** Takes what the commands of a script say, in their order. */
export interface ScriptSink {
  rule(rule: Rule, target: Target): void
  change(change: Change, target: Target): void
  /** A profile value; undefined puts it back to "not configured". */
  configure<K extends keyof ProfileSettings>(profiles: ProfileSet, key: K, setting: ProfileSettings[K] | undefined, target: Target): void
  /** All profile values back to "not configured". */
  clearSettings(target: Target, condition: string | undefined): void
  problem(problem: Problem): void
  /** Whether the script itself has made a rule that the selector means; undefined where it may have. */
  made(select: RuleSelector, target: Target): boolean | undefined
}

/** How many rules the selectors of one file may be held against, long selectors as often as they are long: more is a file that means to waste time. */
const MOST_COMPARISONS = 5_000_000

/** Rules and settings of one file in their final state: later commands act on what earlier ones made. */
export class ScriptState implements ScriptSink {
  readonly #parts = new Map<string, PartState>()
  readonly problems: Problem[] = []
  #comparisons = 0
  #isTold = false

  rule(rule: Rule, target: Target): void { this.#part(target).add(rule) }
  change(change: Change, target: Target): void {
    const part = this.#part(target)
    part.changes.push(change)
    if (this.#comparisons <= MOST_COMPARISONS) this.#comparisons += part.apply(change) * weightOf(change.select)
    if (this.#comparisons <= MOST_COMPARISONS || this.#isTold) return
    this.#isTold = true
    this.problems.push({
      code: 'requirement-unverifiable', source: change.source,
      message: 'This script changes too many rules too often; from here on its changes to its own rules were not followed.',
    })
  }
  configure<K extends keyof ProfileSettings>(profiles: ProfileSet, key: K, setting: ProfileSettings[K] | undefined, target: Target): void {
    const part = this.#part(target)
    for (const profile of profileNames(profiles)) {
      const settings = (part.profiles[profile] ??= {})
      const before = settings[key] as Setting<unknown> | undefined
      if (setting === undefined) {
        delete settings[key]
        part.takeBack(profile, key)
      }
      // Said under a condition what already holds: nothing changes.
      else if (setting.condition === undefined || before?.value !== setting.value || before.condition !== undefined) settings[key] = setting
    }
  }
  clearSettings(target: Target, condition: string | undefined): void {
    const part = this.#part(target)
    const { profiles } = part
    for (const profile of PROFILES) {
      if (condition === undefined) {
        delete profiles[profile]
        for (const key of KEYS) part.takeBack(profile, key)
        continue
      }
      const settings = profiles[profile] as Record<string, Setting<unknown>> | undefined
      for (const key of Object.keys(settings ?? {})) {
        const setting = settings?.[key]
        if (settings && setting && setting.condition === undefined) settings[key] = { ...setting, condition }
      }
    }
  }
  problem(problem: Problem): void { this.problems.push(problem) }
  /** Whether the script itself has made a rule that the selector means, under no condition. */
  holds(select: RuleSelector, target: Target): boolean {
    if (this.#comparisons > MOST_COMPARISONS) return false
    return this.made(select, target) === true
  }
  made(select: RuleSelector, target: Target): boolean | undefined {
    if (this.#comparisons > MOST_COMPARISONS) return undefined
    const { found, count } = this.#part(target).find(select)
    this.#comparisons += count * weightOf(select)
    return found
  }

  /** The script's own rules that a selector means. */
  matching(select: RuleSelector, target: Target): Rule[] {
    if (this.#comparisons > MOST_COMPARISONS) return []
    const { rules, count } = this.#part(target).matching(select)
    this.#comparisons += count * weightOf(select)
    return rules
  }
  /** Gives a rule another id. */
  renamed(rule: Rule, id: string | null, target: Target): void { this.#part(target).replace(rule, changedRule(rule, { id })) }

  /** One part for each store that the script wrote to, the first one first. */
  parts(): PolicyPart[] {
    return [...this.#parts.values()].map(part => ({
      store: part.target.store,
      ...(part.target.gpo === undefined ? {} : { gpo: part.target.gpo }),
      rules: part.rules.filter(rule => rule !== undefined),
      profiles: part.profiles,
      ...(part.unset.size > 0 && { unset: Object.fromEntries([...part.unset].map(([profile, keys]) => [profile, [...keys]])) }),
      changes: part.changes,
    }))
  }
  #last: PartState | undefined
  #part(target: Target): PartState {
    if (this.#last?.target === target) return this.#last
    const key = `${target.store}\0${target.gpo?.toLowerCase() ?? ''}`
    let part = this.#parts.get(key)
    if (!part) this.#parts.set(key, part = new PartState(target))
    this.#last = part
    return part
  }
}

const KEYS: readonly (keyof ProfileSettings)[] = ['enabled', 'defaultInbound', 'defaultOutbound', 'allowLocalRules', 'blockAllInbound', 'allowUserApps', 'allowUserPorts']
type MutableSettings = { -readonly [K in keyof ProfileSettings]: ProfileSettings[K] }

class PartState {
  readonly target: Target
  readonly rules: (Rule | undefined)[] = []
  readonly profiles: { [P in Profile]?: MutableSettings } = {}
  readonly changes: Change[] = []
  /** Settings that were put back to "not configured", also those that lower layers set. */
  readonly unset = new Map<Profile, Set<keyof ProfileSettings>>()
  /** Indices by `n` and name, `i` and id, in lower case. */
  readonly #index = new Map<string, number[]>()
  #indexed = 0
  #alive = 0

  constructor(target: Target) { this.target = target }

  takeBack(profile: Profile, key: keyof ProfileSettings): void {
    const keys = this.unset.get(profile)
    if (keys) keys.add(key)
    else this.unset.set(profile, new Set([key]))
  }
  add(rule: Rule): void {
    this.rules.push(rule)
    this.#alive++
  }
  /** Applies one change to the rules so far; returns how many it looked at. */
  apply(change: Change): number {
    const { kind, select, values, condition } = change
    if (this.#alive === 0) { this.#forget(); return 1 }
    if (kind === 'reset') {
      if (condition === undefined) { this.#forget(); return 1 }
      return this.#each(this.rules.keys(), rule => underCondition(rule, condition))
    }
    const act = (rule: Rule): Rule | undefined => {
      if (!selects(select, rule)) return rule
      const open = condition === undefined ? '' : openCondition(rule, condition)
      if (open !== '') return underCondition(rule, open, values)
      if (kind === 'remove') return undefined
      // What narrowed the rule before still does.
      return changedRule(rule, values.unmodelled === undefined ? values : { ...values, unmodelled: [...new Set([...rule.unmodelled.slice(0, MOST_UNMODELLED), ...values.unmodelled])] })
    }
    return this.#each(this.#candidates(select), act)
  }
  /** Whether a rule is there; undefined when it is there under a condition. */
  find(select: RuleSelector): { found: boolean | undefined; count: number } {
    let found: false | undefined = false
    let count = 1
    for (const index of this.#candidates(select)) {
      const rule = this.rules[index]
      count++
      if (!rule || !selects(select, rule)) continue
      if (!rule.unmodelled.some(text => text.startsWith('condition='))) return { found: true, count }
      found = undefined
    }
    return { found, count }
  }
  matching(select: RuleSelector): { rules: Rule[]; count: number } {
    const rules: Rule[] = []
    let count = 1
    for (const index of this.#candidates(select)) {
      const rule = this.rules[index]
      count++
      if (rule && selects(select, rule)) rules.push(rule)
    }
    return { rules, count }
  }
  replace(rule: Rule, by: Rule): void {
    const index = this.rules.indexOf(rule)
    if (index < 0) return
    this.rules[index] = by
    if (by.id !== null) this.#file(`i${by.id.toLowerCase()}`, index)
  }
  /** The rules that a selector may mean: few where it says whole ids or names, else all. */
  #candidates(select: RuleSelector): Iterable<number> {
    const { ids, names } = select
    if (ids && !ids.some(isPattern)) return ids.flatMap(id => this.#listed(`i${id.toLowerCase()}`))
    if (names && !names.some(isPattern)) return names.flatMap(name => this.#listed(`n${name.toLowerCase()}`))
    return this.rules.keys()
  }
  #each(indices: Iterable<number>, act: (rule: Rule) => Rule | undefined): number {
    let count = 1
    for (const index of indices) {
      const rule = this.rules[index]
      count++
      if (!rule) continue
      const after = act(rule)
      if (after === rule) continue
      this.rules[index] = after
      if (!after) this.#alive--
      else if (after.name !== rule.name) this.#file(`n${after.name.toLowerCase()}`, index)
    }
    return count
  }
  #listed(key: string): readonly number[] {
    for (; this.#indexed < this.rules.length; this.#indexed++) {
      const rule = this.rules[this.#indexed]
      if (!rule) continue
      this.#file(`n${rule.name.toLowerCase()}`, this.#indexed)
      if (rule.id !== null) this.#file(`i${rule.id.toLowerCase()}`, this.#indexed)
    }
    const list = this.#index.get(key)
    if (!list) return []
    const alive = list.filter(index => this.rules[index] !== undefined)
    this.#index.set(key, alive)
    return alive
  }
  #file(key: string, index: number): void {
    const list = this.#index.get(key)
    if (list) list.push(index)
    else this.#index.set(key, [index])
  }
  #forget(): void {
    this.rules.length = 0
    this.#index.clear()
    this.#indexed = 0
    this.#alive = 0
  }
}

/** The rule as it may be: the condition stands on it, and what would change is no longer certain. */
function underCondition(rule: Rule, condition: string, values?: RuleValues): Rule {
  const word = `condition=${condition}`
  const changed = values === undefined ? [] : Object.keys(values)
  if (changed.length === 1 && values?.enabled !== undefined) return values.enabled === rule.enabled ? rule : changedRule(rule, { enabled: 'unknown' })
  return rule.unmodelled.length >= MOST_UNMODELLED || rule.unmodelled.includes(word) ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, word] })
}

/** What of a condition does not hold already because the rule itself is only there under it; an error's `catch` is another one each time. */
function openCondition(rule: Rule, condition: string): string {
  let open = condition
  for (const text of rule.unmodelled) {
    const own = text.replace(/^condition=/, '')
    if (own === 'catch {…}' || !open.includes(own)) continue
    if (open === own) return ''
    if (open.startsWith(`${own} and `)) open = open.slice(own.length + 5)
    else if (open.endsWith(` and ${own}`)) open = open.slice(0, -own.length - 5)
  }
  return open
}

/** Whether a selector means a rule; `*` and `?` in ids, names and groups are wildcards. */
export function selects(select: RuleSelector, rule: Rule): boolean {
  return matches(select.names, rule.name)
    && matches(select.ids, rule.id ?? undefined)
    && matches(select.groups, rule.group)
    && same(select.direction, rule.direction) && same(select.action, rule.action) && same(select.enabled, rule.enabled)
    && same(select.profiles, rule.profiles) && same(select.protocol, rule.protocol)
    && (select.localPorts === undefined || keyOf(select.localPorts, portTexts) === keyOf(rule.localPorts, portTexts))
    && (select.remotePorts === undefined || keyOf(select.remotePorts, portTexts) === keyOf(rule.remotePorts, portTexts))
    && (select.localAddresses === undefined || keyOf(select.localAddresses, addressTexts) === keyOf(rule.localAddresses, addressTexts))
    && (select.remoteAddresses === undefined || keyOf(select.remoteAddresses, addressTexts) === keyOf(rule.remoteAddresses, addressTexts))
    && (select.program === undefined || select.program.toLowerCase() === rule.program?.toLowerCase())
    && (select.service === undefined || select.service.toLowerCase() === rule.service?.toLowerCase())
}
const same = <T>(wanted: T | undefined, is: T): boolean => wanted === undefined || wanted === is
/** What a set says, in one order; a long list is put in order once. */
const keys = new WeakMap<object, string>()
function keyOf<T extends object>(set: T, textsOf: (set: T) => readonly string[]): string {
  let key = keys.get(set)
  if (key === undefined) keys.set(set, (key = [...textsOf(set)].sort().join()))
  return key
}
/** What it costs to hold a selector against one rule: a person's is one. */
function weightOf({ names, ids, groups }: RuleSelector): number {
  let weight = 0
  for (const list of [names, ids, groups]) for (const pattern of list ?? []) weight += isPattern(pattern) ? pattern.length / 16 : 1 / 4
  return Math.max(1, Math.trunc(weight))
}
function matches(wanted: readonly string[] | undefined, is: string | undefined): boolean {
  if (wanted === undefined) return true
  if (is === undefined) return false
  const text = is.toLowerCase()
  return wanted.some(pattern => (isPattern(pattern) ? wildcard(pattern, text) : pattern.toLowerCase() === text))
}
