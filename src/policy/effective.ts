import { changedRule, PROFILES, profileBit, REPLACED_WHERE } from '../model/rules.ts'
import type { AddressSet, Change, Layer, PolicyPart, PortSet, Profile, ProfileSet, ProfileSettings, Rule, Setting, Store } from '../model/types.ts'
import { says } from './arrange.ts'
import { HeldRules } from './held.ts'
import { matchesSelector, type Predefined } from './select.ts'
import type { EffectivePolicy, EffectiveProfile, OverriddenSetting, ReplacedRule, RuleGroup, Target } from '../model/policy.ts'

/** Windows' own values where nobody set one ([MS-FASP] 2.2.38, formats of [MS-GPFAS] 2.2.3). */
const DEFAULTS = {
  enabled: true, defaultInbound: 'block', defaultOutbound: 'allow', allowLocalRules: true, blockAllInbound: false, allowUserApps: true, allowUserPorts: true,
} as const
const SETTINGS = Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]
/** Lowest first: a Group Policy value wins over one of MDM (CSP: "Group Policy wins if configured"), both over the local one. */
const STORES: readonly Store[] = ['local', 'mdm', 'group-policy']

/**
 * Merges the layers of a target as Windows does: later GPOs replace values and whole rules of one id, deletions delete, local rules count
 * where policy lets them ([MS-FASP] 3.1.3). `override` puts one setting to another value, to ask what its loss changed.
 */
export function resolveTarget(target: Target, predefined: Predefined, override?: OverriddenSetting): EffectivePolicy {
  // A GPO for users has its computer half off and says nothing of the firewall: nobody misses it.
  const notApplied = target.layers.flatMap(layer => {
    const why = whyNotApplied(layer)
    return why && layer.parts.some(says) ? [{ layer, why }] : []
  })
  const layers = withoutOldKeys(target.layers.filter(layer => whyNotApplied(layer) === undefined))
  const overridden: OverriddenSetting[] = []
  const values = new Map(STORES.map(store => [store, collectSettings(layers.filter(l => l.store === store), overridden)]))
  if (override) values.get('group-policy')?.get(override.profile)?.set(override.setting, { sure: override.loser, maybe: [] })
  const profiles = Object.fromEntries(PROFILES.map(profile => [profile, decide(profile, values)])) as Record<Profile, EffectiveProfile>
  const replaced: ReplacedRule[] = []
  const groups = splitByCopies(STORES.flatMap(store => mergeRules(layers.filter(layer => layer.store === store), store, predefined, target.stated || store !== 'local' ? replaced : [])))
  const connectionSecurity = layers.some(layer => layer.parts.some(part => part.connectionSecurity === true))
  return { target, profiles, connectionSecurity, groups: groups.flatMap(group => (group.layer.store === 'local' ? splitByMerge(doubtedByMerge(group, target, profiles), profiles) : [group])), overridden, replaced, notApplied }
}

/** A GPO whose computer half is off, or whose every link is off, does nothing ([MS-GPOL]). One without any link may be a template: it counts. */
function whyNotApplied({ gpo }: Layer): 'computer-half' | 'links' | undefined {
  if (gpo?.computerEnabled === false) return 'computer-half'
  const links = gpo?.links ?? []
  return links.length > 0 && links.every(link => !link.enabled) ? 'links' : undefined
}

/**
 * StandardProfile of one GPO is ignored as soon as another one has a key for the private or the public profile ([MS-GPFAS] 2.2.3): all
 * GPOs write to the same keys. A file with both kinds has left the old one out by itself.
 */
function withoutOldKeys(layers: readonly Layer[]): readonly Layer[] {
  const isNew = ({ profileKeys, profiles }: PolicyPart): boolean => profileKeys === 'new' || (profileKeys === undefined && Boolean(profiles.private ?? profiles.public))
  if (!layers.some(layer => layer.store === 'group-policy' && layer.parts.some(isNew))) return layers
  return layers.map(layer => (layer.parts.some(part => part.profileKeys === 'old') ? { ...layer, parts: layer.parts.map(withoutOld) } : layer))
}
function withoutOld(part: PolicyPart): PolicyPart {
  if (part.profileKeys !== 'old') return part
  const only = <T>(values: { readonly [P in Profile]?: T }): { readonly domain?: T } => (values.domain === undefined ? {} : { domain: values.domain })
  return {
    ...part, profiles: only(part.profiles), ...(part.unset && { unset: only(part.unset) }),
    ...(part.openings && { openings: part.openings.filter(rule => !/\\StandardProfile\\/i.test(rule.id ?? '')) }),
  }
}

/** Why a layer may not apply: its GPO is for the machines that a WMI filter lets through. */
const filterOf = ({ gpo }: Layer): string | undefined => (gpo?.wmiFilter === undefined ? undefined : `WMI filter ${gpo.wmiFilter}`)

/** What a store says of a setting: what holds on every machine, and what a filter or a script's condition may put in its place. */
interface Said { readonly sure: Setting<unknown> | undefined; readonly maybe: readonly Setting<unknown>[] }
type Values = Map<Profile, Map<keyof ProfileSettings, Said>>

function collectSettings(layers: readonly Layer[], overridden: OverriddenSetting[]): Values {
  const out: Values = new Map(PROFILES.map(p => [p, new Map()]))
  for (const layer of layers) for (const part of layer.parts) for (const profile of PROFILES) {
    const settings = part.profiles[profile]
    const held = out.get(profile)
    if (!held) continue
    const filter = filterOf(layer)
    for (const name of part.unset?.[profile] ?? []) {
      const last = held.get(name)
      if (filter === undefined) held.delete(name)
      else if (last?.sure) held.set(name, withMaybe(last, { ...last.sure, value: DEFAULTS[name] }))
    }
    if (!settings) continue
    for (const name of SETTINGS) {
      const next = settings[name] as Setting<unknown> | undefined
      if (!next) continue
      const last = held.get(name)
      if (next.condition !== undefined || filter !== undefined) { held.set(name, withMaybe(last, next)); continue }
      if (last?.sure && last.sure.value !== next.value && layer.store === 'group-policy') overridden.push({ profile, setting: name, winner: next, loser: last.sure })
      held.set(name, { sure: next, maybe: [] })
    }
  }
  return out
}

const withMaybe = (last: Said | undefined, next: Setting<unknown>): Said =>
  (last?.maybe.some(other => other.value === next.value) ? last : { sure: last?.sure, maybe: [...(last?.maybe ?? []), next] })

function decide(profile: Profile, values: ReadonlyMap<Store, Values>): EffectiveProfile {
  const from: Record<string, Setting<unknown>> = {}
  const perhaps: (keyof ProfileSettings)[] = []
  const value = (name: keyof typeof DEFAULTS): unknown => {
    // Merge laws of [MS-FASP] 2.2.38: "on wins" for shields up, always the policy's value for local rules, else policy before local.
    const stores = name === 'allowLocalRules' ? STORES.slice(1) : STORES
    let held: Setting<unknown> | undefined
    let others: readonly Setting<unknown>[] = []
    for (const store of stores) {
      const next = values.get(store)?.get(profile)?.get(name)
      if (!next || (name === 'blockAllInbound' && held?.value === true)) continue
      if (next.sure && name !== 'blockAllInbound') others = []
      held = next.sure ?? held
      others = [...others, ...next.maybe]
    }
    const usual = held ? held.value : DEFAULTS[name]
    if (others.some(other => other.value !== usual)) { perhaps.push(name); return DEFAULTS[name] }
    if (held) from[name] = held
    return usual
  }
  const decided = Object.fromEntries(SETTINGS.map(name => [name, value(name)])) as unknown as Omit<EffectiveProfile, 'from' | 'perhaps'>
  return { ...decided, from, perhaps }
}

/**
 * Local rules with the id of a rule of Group Policy: [MS-FASP] 3.1.3 combines all rules of both stores, the help of New-NetFirewallRule
 * (`-Name`) has the policy's copy override the local one. So the copy counts, and the local rule perhaps.
 */
function splitByCopies(groups: readonly RuleGroup[]): readonly RuleGroup[] {
  const local = new Set(groups.filter(g => g.layer.store === 'local').flatMap(g => g.rules.flatMap(r => (r.id === null ? [] : [r.id.toLowerCase()]))))
  const copies = new Map<string, Rule>()
  if (local.size > 0) for (const group of groups) if (group.layer.store === 'group-policy') for (const rule of group.rules) {
    const id = rule.id?.toLowerCase()
    if (id !== undefined && local.has(id)) copies.set(id, rule)
  }
  if (copies.size === 0) return groups
  const isDoubtful = (rule: Rule): boolean => {
    const copy = rule.id === null ? undefined : copies.get(rule.id.toLowerCase())
    return copy !== undefined && !sameContent(copy, rule)
  }
  return groups.flatMap(group => {
    const doubtful = group.layer.store === 'local' ? group.rules.filter(isDoubtful) : []
    if (doubtful.length === 0) return [group]
    const certain = { ...group, rules: group.rules.filter(rule => !isDoubtful(rule)) }
    return [certain, { ...group, rules: doubtful, condition: group.condition ?? 'Group Policy has a rule of the same id, which may override this local one' }]
  })
}

/** Where the rule of an id stands, and the one under it that counts where a WMI filter keeps the upper one out. */
interface Standing { readonly entry: HeldRules; readonly number: number; readonly under?: Standing }

function mergeRules(layers: readonly Layer[], store: Store, predefined: Predefined, replaced: ReplacedRule[]): RuleGroup[] {
  const held: HeldRules[] = []
  // Ids matter only between layers: within one file the parser has already let the last one win.
  const parts = layers.flatMap(layer => layer.parts.map(part => ({ layer, part })))
  const ids = parts.filter(({ part }) => part.rules.length > 0).length > 1 ? new Map<string, Standing>() : undefined
  for (const { layer, part } of parts) {
    const filter = filterOf(layer)
    for (const change of part.changes) {
      if (applyChange(held, change, layer, store, predefined)) ids?.clear()
    }
    const own = new HeldRules(layer, 'written', part.rules)
    const openings = new HeldRules(layer, 'opening', part.openings ?? [])
    if (ids) for (const entry of [own, openings]) entry.list().forEach((_, number) => { stand(ids, { entry, number }, filter, replaced) })
    held.push(own, openings)
  }
  return held.filter(({ size }) => size > 0).map(entry => ({ layer: entry.layer, rules: entry.list(), ignoredIn: 0, condition: filterOf(entry.layer), kind: entry.kind }))
}

/** A rule takes the place of one that has its id in a lower layer; where a WMI filter decides, only perhaps. */
function stand(ids: Map<string, Standing>, next: Standing, filter: string | undefined, replaced: ReplacedRule[]): void {
  const { entry, number } = next
  const rule = entry.at(number)
  if (!rule || rule.id === null) return
  const key = rule.id.toLowerCase()
  const earlier = ids.get(key)
  const top = earlier && earlier.entry !== entry ? earlier.entry.at(earlier.number) : undefined
  if (top && !sameContent(top, rule)) replaced.push({ winner: rule, loser: top, ...(filter !== undefined && { filter }) })
  else if (top && filter !== undefined) { entry.remove(number); return }
  if (filter === undefined) {
    for (let at = earlier; at; at = at.under) if (at.entry !== entry) at.entry.remove(at.number)
    ids.set(key, next)
  } else {
    for (let at = earlier; at; at = at.under) if (at.entry !== entry) at.entry.doubt(at.number, replacedWhere(filter))
    ids.set(key, { ...next, ...(earlier && { under: earlier }) })
  }
}
const replacedWhere = (filter: string): string => `${REPLACED_WHERE}${filter} applies`

/** Does what a script or a deletion says to the rules below it; true where nothing of them is left. */
function applyChange(held: HeldRules[], change: Change, layer: Layer, store: Store, predefined: Predefined): boolean {
  const filter = filterOf(layer)
  if (change.kind === 'reset' && change.condition === undefined && filter === undefined) { held.length = 0; return true }
  const doubt = change.condition !== undefined ? `condition=${change.condition}` : filter !== undefined ? replacedWhere(filter) : undefined
  for (const entry of held) for (const number of entry.candidates(change.select)) {
    const rule = entry.at(number)
    if (!rule || !matchesSelector(rule, change.select, predefined)) continue
    if (doubt !== undefined) entry.replace(number, changedRule(rule, { unmodelled: [...rule.unmodelled, doubt] }))
    else if (change.kind === 'remove') entry.remove(number)
    // What narrowed the rule before narrows it still.
    else entry.replace(number, changedRule(rule, { ...change.values, unmodelled: change.values.unmodelled ? [...new Set([...rule.unmodelled, ...change.values.unmodelled])] : rule.unmodelled }))
  }
  // Windows' own rules live in the local store, switched off until somebody turns them on.
  if (change.kind !== 'set' || change.values.enabled !== true || store !== 'local') return false
  const rules = predefined.select(change.select, change.source).map(rule => changedRule(rule, {
    ...change.values, unmodelled: change.condition === undefined ? [] : [`condition=${change.condition}`],
  }))
  if (rules.length > 0) held.push(new HeldRules(layer, 'predefined', rules))
  return false
}

/** Where policy ignores local rules only under a condition, they count only perhaps. */
function doubtedByMerge(group: RuleGroup, target: Target, profiles: EffectivePolicy['profiles']): RuleGroup {
  const isDoubted = PROFILES.some(p => (target.profiles & profileBit(p)) !== 0 && profiles[p].perhaps.includes('allowLocalRules'))
  return isDoubted && group.condition === undefined ? { ...group, condition: 'policy lets local rules count only under a condition' } : group
}

/** Local rules are split where the two AllowUserPrefMerge switches hit some of them ([MS-FASP] 2.2.38 names which). */
function splitByMerge(group: RuleGroup, profiles: EffectivePolicy['profiles']): RuleGroup[] {
  const without = (test: (p: EffectiveProfile) => boolean): ProfileSet => PROFILES.reduce((set, p) => (test(profiles[p]) ? set : set | profileBit(p)), 0)
  const merge = without(p => p.allowLocalRules)
  const apps = without(p => p.allowUserApps)
  const ports = without(p => p.allowUserPorts)
  if (apps === 0 && ports === 0) return [{ ...group, ignoredIn: merge }]
  const kinds = new Map<ProfileSet, Rule[]>()
  for (const rule of group.rules) {
    const ignored = merge | (isProgramRule(rule) ? apps : isPortRule(rule) ? ports : 0)
    const list = kinds.get(ignored)
    if (list) list.push(rule)
    else kinds.set(ignored, [rule])
  }
  return [...kinds].map(([ignoredIn, rules]) => ({ ...group, rules, ignoredIn }))
}
const isTcpOrUdp = (rule: Rule): boolean => rule.protocol === 6 || rule.protocol === 17
const isProgramRule = (rule: Rule): boolean =>
  rule.program !== undefined && rule.service === undefined && isTcpOrUdp(rule) && rule.localPorts.text === undefined
const isPortRule = (rule: Rule): boolean =>
  rule.program === undefined && rule.service === undefined && isTcpOrUdp(rule) && rule.localPorts.text?.length === 1 && rule.localPorts.keywords.length === 0

/** Whether two rules of one id say the same of every packet; names and groups do not matter. */
export function sameContent(a: Rule, b: Rule): boolean {
  return contentKey(a) === contentKey(b)
}
/** What a rule says of packets, as one text: equal texts are equal rules. */
export function contentKey(rule: Rule): string {
  const bigText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString(16) : value)
  const ports = ({ ranges, keywords, unresolved }: PortSet): unknown => [ranges, keywords, unresolved]
  const addresses = ({ v4, v6, keywords, unresolved }: AddressSet): unknown => [v4, v6, keywords, unresolved]
  return JSON.stringify([
    rule.enabled, rule.direction, rule.action, rule.protocol, ports(rule.localPorts), ports(rule.remotePorts), [...rule.icmp].sort(), rule.profiles,
    addresses(rule.localAddresses), addresses(rule.remoteAddresses), rule.program?.toLowerCase(), rule.service?.toLowerCase(), [...rule.interfaceTypes].sort(),
    rule.platforms, [...rule.unmodelled].sort(), rule.malformed,
  ], bigText)
}
