import { includesAddresses } from '../model/addresses.ts'
import type { EffectivePolicy } from '../model/policy.ts'
import { includes } from '../model/ports.ts'
import { makeRule, PROFILES, profileBit } from '../model/rules.ts'
import type { Profile, ProfileSet, Rule, Span } from '../model/types.ts'
import type { Region } from '../model/verdicts.ts'
import { isNothing, touches, without } from './region.ts'

/** Inbound traffic of one target that passes now and did not before, with the rule that lets it in. */
export interface Opened {
  readonly target: string
  /** For `firewall-off` and `default-allow` a rule that stands for the setting, with its place. */
  readonly rule: Rule
  readonly profiles: ProfileSet
  readonly because: 'rule' | 'firewall-off' | 'default-allow'
}
export interface Openings {
  readonly opened: readonly Opened[]
  /** False: a change so large that the rest of it was not compared. */
  readonly complete: boolean
}

/** What lets in or keeps out on some profiles: a rule, or a setting as a rule for any traffic. */
interface Enforced { readonly rule: Rule; readonly profiles: ProfileSet; readonly key: string; readonly because: Opened['because'] }

/** Steps that may be taken: some seconds. Only a change of thousands of rules on the same ports comes near. */
const MOST_STEPS = 8_000_000
interface Budget { left: number }

/**
 * What a change opens: active inbound allow rules of the new policy, less what the old policy let in already, less what the new one blocks.
 * Rules that both sides hold word for word are passed over, so the cost is changed rules times rules on the same ports.
 */
export function newlyOpened(before: EffectivePolicy | undefined, after: EffectivePolicy, keyOf: (rule: Rule) => string): Openings {
  const old = before ? enforced(before, keyOf) : []
  const now = enforced(after, keyOf)
  const oldAllows = index(old.filter(e => e.rule.action === 'allow'))
  const blocksNow = profilesByKey(now, 'block')
  const allowed = profilesByKey(old, 'allow')
  const nowBlocks = index(now.filter(e => e.rule.action === 'block'))
  const goneBlocks = index(old.flatMap(e => {
    const gone = e.rule.action === 'block' ? e.profiles & ~(blocksNow.get(e.key) ?? 0) : 0
    return gone === 0 ? [] : [{ ...e, profiles: gone }]
  }))
  const opened: Opened[] = []
  const budget: Budget = { left: MOST_STEPS }
  for (const { rule, profiles, key, because } of now) {
    if (rule.action !== 'allow') continue
    const known = allowed.get(key) ?? 0
    let left: ProfileSet = 0
    let near: { allows: readonly Enforced[]; blocks: readonly Enforced[] } | undefined
    const nearGone = goneBlocks(rule)
    budget.left -= nearGone.length
    const gone = nearGone.filter(e => (e.profiles & profiles) !== 0 && meets(e.rule, rule))
    for (const profile of PROFILES) {
      const bit = profileBit(profile)
      if ((profiles & bit) === 0) continue
      const freed = gone.filter(e => (e.profiles & bit) !== 0)
      if ((known & bit) !== 0 && freed.length === 0) continue
      near ??= { allows: oldAllows(rule), blocks: nowBlocks(rule) }
      if (opens({ rule, because }, bit, near.allows, near.blocks, freed, budget)) left |= bit
    }
    if (left !== 0) opened.push({ target: after.target.name, rule, profiles: left, because })
    if (budget.left < 0) return { opened, complete: false }
  }
  return { opened, complete: true }
}

/** Whether a part of a rule passes now and did not before. */
function opens(
  { rule, because }: Pick<Enforced, 'rule' | 'because'>, bit: ProfileSet, oldAllows: readonly Enforced[], nowBlocks: readonly Enforced[], freed: readonly Enforced[], budget: Budget,
): boolean {
  const minus = (region: Region, list: readonly Enforced[]): Region => {
    let left = region
    for (const e of list) {
      budget.left--
      if (left.length === 0 || budget.left < 0) break
      if ((e.profiles & bit) === 0 || !numbersMeet(e.rule, rule) || !contextCovers(e.rule, rule)) continue
      budget.left -= 20 * left.length // sets are made
      left = without(left, { ports: e.rule.localPorts, addresses: e.rule.remoteAddresses })
    }
    return left
  }
  const passing = minus([{ ports: rule.localPorts, addresses: rule.remoteAddresses }], nowBlocks)
  // What an old block held back passes now as well, if that block is gone.
  const held = freed.some(e => {
    budget.left -= passing.length
    return touches(passing, { ports: e.rule.localPorts, addresses: e.rule.remoteAddresses })
  })
  if (held) return true
  // Everything from everywhere is only covered by everything: cutting it up by every old rule would grow with their square.
  if (because !== 'rule') return !isNothing(passing) && !oldAllows.some(e => (e.profiles & bit) !== 0 && contextCovers(e.rule, rule) && includes(e.rule.localPorts, rule.localPorts) && includesAddresses(e.rule.remoteAddresses, rule.remoteAddresses))
  return !isNothing(minus(passing, oldAllows))
}

/** What counts on each profile: nothing while all inbound connections are blocked, everything while the firewall is off ([MS-FASP] 2.2.38). */
function enforced(policy: EffectivePolicy, keyOf: (rule: Rule) => string): Enforced[] {
  const { groups, profiles } = policy
  const out: Enforced[] = []
  const having = (test: (profile: Profile) => boolean): ProfileSet => PROFILES.reduce((set, p) => (test(p) ? set | profileBit(p) : set), 0)
  const active = having(p => profiles[p].enabled && !profiles[p].blockAllInbound)
  for (const group of groups) {
    for (const rule of group.rules) {
      if (rule.enabled !== true || rule.malformed !== undefined || rule.direction !== 'inbound' || rule.ipsec) continue
      const where = rule.profiles & ~group.ignoredIn & active
      if (where !== 0) out.push({ rule, profiles: where, key: keyOf(rule), because: 'rule' })
    }
  }
  const setting = (because: 'firewall-off' | 'default-allow', where: ProfileSet): void => {
    for (const profile of PROFILES) {
      if ((where & profileBit(profile)) === 0) continue
      const from = because === 'firewall-off' ? profiles[profile].from.enabled : profiles[profile].from.defaultInbound
      out.push({ rule: makeRule({ name: because, source: from?.source ?? nowhere(policy) }), profiles: profileBit(profile), key: 'everything', because })
    }
  }
  setting('firewall-off', having(p => !profiles[p].enabled))
  setting('default-allow', active & having(p => profiles[p].defaultInbound === 'allow'))
  return out
}
const nowhere = ({ target }: EffectivePolicy): Span => {
  const place = { path: target.layers.at(-1)?.path ?? '.', line: 1, column: 1, endLine: 1, endColumn: 1 }
  return { origin: { path: place.path, place: () => place, line: () => undefined }, start: 0, end: 0 }
}

function profilesByKey(list: readonly Enforced[], action: Rule['action']): Map<string, ProfileSet> {
  const out = new Map<string, ProfileSet>()
  for (const { rule, key, profiles } of list) if (rule.action === action) out.set(key, (out.get(key) ?? 0) | profiles)
  return out
}

/** Rules by local port, so that a rule meets only those near it: a bucket for 64 ports, and one for what spans many. */
function index(list: readonly Enforced[]): (rule: Rule) => readonly Enforced[] {
  const buckets = new Map<number, Enforced[]>()
  const wide: Enforced[] = []
  for (const e of list) {
    const own = bucketsOf(e.rule)
    if (!own) { wide.push(e); continue }
    for (const bucket of own) {
      const held = buckets.get(bucket)
      if (held) held.push(e)
      else buckets.set(bucket, [e])
    }
  }
  return rule => {
    const own = bucketsOf(rule)
    return own ? [...wide, ...own.flatMap(bucket => buckets.get(bucket) ?? [])] : list
  }
}
/** Undefined for a rule that spans many ports, or whose ports are not numbers alone. */
function bucketsOf({ localPorts }: Rule): readonly number[] | undefined {
  if (localPorts.keywords.length + localPorts.unresolved.length > 0) return undefined
  const out = new Set<number>()
  for (const [from, to] of localPorts.ranges) {
    if (to - from > 256 || out.size > 16) return undefined
    for (let bucket = from >> 6; bucket <= to >> 6; bucket++) out.add(bucket)
  }
  return [...out]
}

/** Whether a rule applies wherever the other does, ports and remote addresses left aside. */
function contextCovers(outer: Rule, inner: Rule): boolean {
  const same = (a: string | undefined, b: string | undefined): boolean => a === undefined || a.toLowerCase() === b?.toLowerCase()
  return (outer.protocol === 'any' || outer.protocol === inner.protocol) && same(outer.program, inner.program) && same(outer.service, inner.service)
    && includes(outer.remotePorts, inner.remotePorts) && includesAddresses(outer.localAddresses, inner.localAddresses)
    && outer.unmodelled.length === 0 && outer.platforms.length === 0
    && (outer.interfaceTypes.length === 0 || inner.interfaceTypes.every(t => outer.interfaceTypes.includes(t)) && inner.interfaceTypes.length > 0)
    && (outer.icmp.length === 0 || (inner.icmp.length > 0 && inner.icmp.every(i => outer.icmp.includes(i))))
}
/** Whether some traffic falls under both, ports and addresses left aside. */
function contextsMeet(a: Rule, b: Rule): boolean {
  const meet = (x: string | undefined, y: string | undefined): boolean => x === undefined || y === undefined || x.toLowerCase() === y.toLowerCase()
  return (a.protocol === b.protocol || a.protocol === 'any' || b.protocol === 'any') && meet(a.program, b.program) && meet(a.service, b.service)
}
const meets = (a: Rule, b: Rule): boolean => contextsMeet(a, b) && numbersMeet(a, b)
/** Whether ports and remote addresses have a number, or a word, in common. Makes no set: it is asked for every pair. */
const numbersMeet = (a: Rule, b: Rule): boolean =>
  (rangesMeet(a.localPorts.ranges, b.localPorts.ranges) || a.localPorts.keywords.some(k => b.localPorts.keywords.includes(k)))
  && (rangesMeet(a.remoteAddresses.v4, b.remoteAddresses.v4) || rangesMeet(a.remoteAddresses.v6, b.remoteAddresses.v6) || a.remoteAddresses.keywords.some(k => b.remoteAddresses.keywords.includes(k)))
function rangesMeet<T extends number | bigint>(a: readonly (readonly [T, T])[], b: readonly (readonly [T, T])[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i] as readonly [T, T], b[j] as readonly [T, T]]
    if (x[1] < y[0]) i++
    else if (y[1] < x[0]) j++
    else return true
  }
  return false
}
