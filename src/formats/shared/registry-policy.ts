import type { Change, PolicyPart, Problem, Profile, ProfileSettings, Rule, Span, Store } from '../../model/types.ts'
import { openingsOf, removedOpenings } from './legacy-openings.ts'
import { ProfileKeys, type RegistryData, type RegistryValue, SettingNames, settingsOf } from './profile-keys.ts'
import { firewallKey, HOLDING_KEYS, splitProfile, storesBelow } from './registry-key.ts'
import { parseRuleString } from './rule-string.ts'

export type { RegistryData } from './profile-keys.ts'

/** A key that concerns us. */
export interface PolicyKey {
  readonly store: Store
  /** Below the firewall key, in lower case. */
  readonly tail: string
  readonly path: string
}

/** The rules of one store by their ids, which compare case-insensitively. A format of many rules brings its own. */
export interface RulesById {
  set(id: string, rule: Rule): void
  delete(id: string): void
  clear(): void
  has(id: string): boolean
  /** In file order. */
  list(): readonly Rule[]
}
class MappedRules implements RulesById {
  readonly #rules = new Map<string, Rule>()
  set(id: string, rule: Rule): void { this.#rules.set(id.toLowerCase(), rule) }
  delete(id: string): void { this.#rules.delete(id.toLowerCase()) }
  clear(): void { this.#rules.clear() }
  has(id: string): boolean { return this.#rules.has(id.toLowerCase()) }
  list(): readonly Rule[] { return [...this.#rules.values()] }
}

/** What one store has been told so far. */
interface State {
  readonly rules: RulesById
  /** Profile keys and those below them, by tail: an empty key counts too ([MS-GPFAS] 2.2.3 asks whether it exists). */
  readonly keys: Map<string, Map<string, RegistryValue>>
  readonly changes: Change[]
  /** Settings that were deleted, whether or not they were set here before. */
  readonly unset: SettingNames
  connectionSecurity: boolean
}

/**
 * Replays what a source does to the registry, in the order in which it does it, and says what it amounts to
 * for the firewall ([MS-GPREG] 3.2.5.1.2: later instructions overwrite, deletions act at their position).
 */
export class RegistryPolicy {
  readonly #problems: Problem[]
  readonly #newTable: (store: Store) => RulesById
  readonly #states = new Map<Store, State>()
  readonly #keys = new Map<string, PolicyKey | undefined>()

  constructor(problems: Problem[], newTable: (store: Store) => RulesById = () => new MappedRules()) {
    this.#problems = problems
    this.#newTable = newTable
  }

  /** What a key path means to us, so that a reader can pass over all that lies in other keys. */
  key(path: string): PolicyKey | undefined {
    if (this.#keys.has(path)) return this.#keys.get(path)
    if (this.#keys.size > 10_000) this.#keys.clear()
    const found = firewallKey(path)
    const key = found && { ...found, path }
    this.#keys.set(path, key)
    return key
  }

  /** The key exists from now on, with values or without. */
  create(key: PolicyKey): void {
    if (splitProfile(key.tail)) this.#valuesOf(key)
  }

  /** Sets a value. Names that begin with `**` are instructions ([MS-GPREG] 2.2.1.1). */
  set(key: PolicyKey, name: string, data: RegistryData): void {
    if (name.startsWith('**') && this.#instruct(key, name, data)) return
    if (key.tail === 'firewallrules') this.#setRule(key, name, data)
    // [MS-GPFAS] 2.2.4: an active connection security rule may protect what a rule with `Security=` asks for.
    else if (key.tail === 'consecrules') this.#state(key.store).connectionSecurity ||= /\|Active=TRUE\|/i.test(data.text ?? '')
    else if (splitProfile(key.tail)) this.#valuesOf(key).set(name.toLowerCase(), { ...data, key: key.path, name })
  }

  /** Not configured here after all; what lower layers say stays. */
  clearValue(key: PolicyKey, name: string): void {
    if (key.tail === 'firewallrules') this.#state(key.store).rules.delete(name)
    else this.#state(key.store).keys.get(key.tail)?.delete(name.toLowerCase())
  }

  deleteValue(key: PolicyKey, name: string, source: Span): void {
    const state = this.#state(key.store)
    if (key.tail === 'firewallrules') {
      state.rules.delete(name)
      state.changes.push(removal([name], source))
    } else {
      state.keys.get(key.tail)?.delete(name.toLowerCase())
      state.unset.add(key.tail, name)
      const ids = removedOpenings(key.tail, name)
      if (ids.length > 0) state.changes.push(removal(ids, source))
    }
  }

  /** All values of a key; those of its subkeys stay. */
  deleteValues(key: PolicyKey, source: Span): void {
    const state = this.#state(key.store)
    if (key.tail === 'firewallrules') this.#clearRules(key.store, source)
    else {
      state.keys.get(key.tail)?.clear()
      state.unset.add(key.tail, '*')
      const ids = removedOpenings(key.tail, '*')
      if (ids.length > 0) state.changes.push(removal(ids, source))
    }
  }

  /** A key with everything below it; it may lie above ours. */
  deleteKey(path: string, source: Span): void {
    const key = this.key(path)
    if (!key) {
      for (const store of storesBelow(path)) this.#deleteTail(store, '', source)
    } else this.#deleteTail(key.store, key.tail, source)
  }

  /** What it all amounts to, one part for each store. */
  parts(): PolicyPart[] {
    const parts: PolicyPart[] = []
    for (const [store, { rules, keys, changes, unset, connectionSecurity }] of this.#states) {
      const lookup = new ProfileKeys(store, keys)
      const profiles: { [P in Profile]?: ProfileSettings } = {}
      for (const from of new Set(lookup.sources.map(source => source.from))) {
        const settings = settingsOf(lookup, from, this.#problems)
        if (settings) for (const source of lookup.sources) if (source.from === from) profiles[source.profile] = settings
      }
      const taken = unset.byProfile(lookup.sources)
      const list = rules.list()
      const openings = store === 'group-policy' ? openingsOf(lookup, changes, this.#problems) : []
      if (list.length === 0 && openings.length === 0 && changes.length === 0 && Object.keys(profiles).length === 0 && !connectionSecurity && !taken && !lookup.generation) continue
      parts.push({
        store, rules: list, ...(openings.length > 0 ? { openings } : {}), profiles, ...(taken && { unset: taken }),
        ...(lookup.generation && { profileKeys: lookup.generation }), changes, ...(connectionSecurity && { connectionSecurity }),
      })
    }
    return parts
  }

  /** The table of a store's rules, for a reader that fills it itself. */
  table(store: Store): RulesById { return this.#state(store).rules }

  #state(store: Store): State {
    let state = this.#states.get(store)
    if (!state) this.#states.set(store, state = { rules: this.#newTable(store), keys: new Map(), changes: [], unset: new SettingNames(), connectionSecurity: false })
    return state
  }
  /** Where the values of a profile key are kept. One below it that holds nothing of ours still makes the profile exist. */
  #valuesOf(key: PolicyKey): Map<string, RegistryValue> {
    const { keys } = this.#state(key.store)
    const split = splitProfile(key.tail)
    const tail = split && !HOLDING_KEYS.has(split.rest) ? key.tail.slice(0, key.tail.indexOf('\\')) : key.tail
    let values = keys.get(tail)
    if (!values) keys.set(tail, values = new Map())
    return tail === key.tail ? values : new Map()
  }

  #setRule(key: PolicyKey, name: string, { text, source, at }: RegistryData): void {
    const { rules } = this.#state(key.store)
    if (text === undefined) {
      this.#problems.push({ code: 'rule-malformed', message: `The value "${name}" holds no text, so it is no rule.`, source })
      rules.delete(name)
      return
    }
    const rule = parseRuleString(text, name, source, at ?? (() => source), this.#problems)
    if (rule) rules.set(name, rule)
    else rules.delete(name)
  }

  /** False: the name only looks like an instruction. */
  #instruct(key: PolicyKey, name: string, data: RegistryData): boolean {
    const word = name.toLowerCase()
    const names = (data.text ?? '').replace(/(?<!\0)\0+$/, '').split(';').filter(part => part !== '')
    if (word.startsWith('**del.')) this.deleteValue(key, name.slice(6), data.source)
    else if (word.startsWith('**delvals')) this.deleteValues(key, data.source)
    else if (word === '**deletevalues') for (const value of names) this.deleteValue(key, value, data.source)
    else if (word === '**deletekeys') for (const sub of names) this.#deleteTail(key.store, `${key.tail}\\${sub.toLowerCase()}`.replace(/^\\/, ''), data.source)
    else if (word.startsWith('**soft.')) this.#setSoft(key, name.slice(7), data)
    else if (word !== '**securekey') return false // that one is about permissions
    return true
  }
  /** Only if it does not exist; what lower layers hold is not known here. */
  #setSoft(key: PolicyKey, name: string, data: RegistryData): void {
    const { rules, keys } = this.#state(key.store)
    const exists = key.tail === 'firewallrules' ? rules.has(name) : keys.get(key.tail)?.has(name.toLowerCase()) === true
    if (!exists) this.set(key, name, data)
  }

  #clearRules(store: Store, source: Span): void {
    const { rules, changes } = this.#state(store)
    rules.clear()
    changes.push({ kind: 'reset', select: {}, values: {}, condition: undefined, source })
  }
  #deleteTail(store: Store, tail: string, source: Span): void {
    const { keys, changes, unset } = this.#state(store)
    unset.addBelow(tail)
    if (tail === '' || tail === 'firewallrules') this.#clearRules(store, source)
    for (const name of [...keys.keys()]) if (tail === '' || name === tail || name.startsWith(`${tail}\\`)) keys.delete(name)
    const ids = tail === '' ? [] : removedOpenings(tail, '*')
    if (ids.length > 0) changes.push(removal(ids, source))
  }
}

const removal = (ids: readonly string[], source: Span): Change => ({ kind: 'remove', select: { ids }, values: {}, condition: undefined, source })
