import { intersectAddresses, isNoAddress } from '../model/addresses.ts'
import type { EffectivePolicy } from '../model/policy.ts'
import { includes, intersect, isEmpty } from '../model/ports.ts'
import { PROFILES, profileBit } from '../model/rules.ts'
import type { Profile, ProfileSet, Rule } from '../model/types.ts'
import type { Region } from '../model/verdicts.ts'
import { isNothing, without } from './region.ts'

/** Inbound traffic of one target that passes now and did not before, with the rule that lets it in. */
export interface Opened { readonly target: string; readonly rule: Rule; readonly profiles: ProfileSet }

interface Enforced { readonly rule: Rule; readonly profiles: ProfileSet }

/**
 * What a change opens: active inbound allow rules of the new policy, less what the old policy let in already, less what the new one blocks.
 * Rules that both sides hold word for word are passed over, so the cost is changed rules times rules.
 */
export function newlyOpened(before: EffectivePolicy | undefined, after: EffectivePolicy, keyOf: (rule: Rule) => string): readonly Opened[] {
  const old = before ? enforced(before) : []
  const oldKeys = new Map<string, ProfileSet>()
  for (const { rule, profiles } of old) if (rule.action === 'allow') oldKeys.set(keyOf(rule), (oldKeys.get(keyOf(rule)) ?? 0) | profiles)
  const now = enforced(after)
  const blocksNow = new Set(now.filter(e => e.rule.action === 'block').map(e => keyOf(e.rule)))
  const goneBlocks = old.filter(e => e.rule.action === 'block' && !blocksNow.has(keyOf(e.rule)))
  const opened: Opened[] = []
  for (const { rule, profiles } of now) {
    if (rule.action !== 'allow') continue
    let left: ProfileSet = 0
    for (const profile of PROFILES) {
      const bit = profileBit(profile)
      if ((profiles & bit) === 0 || letsAllIn(after, profile) || (before && letsAllIn(before, profile)) || after.profiles[profile].blockAllInbound) continue
      if (((oldKeys.get(keyOf(rule)) ?? 0) & bit) !== 0 && !before?.profiles[profile].blockAllInbound && !goneBlocks.some(e => (e.profiles & bit) !== 0 && meets(e.rule, rule))) continue
      if (!isNothing(rest(rule, bit, old, now, before?.profiles[profile].blockAllInbound === true))) left |= bit
    }
    if (left !== 0) opened.push({ target: after.target.name, rule, profiles: left })
  }
  return opened
}

/** The part of a rule that passes now and did not before. */
function rest(rule: Rule, bit: ProfileSet, old: readonly Enforced[], now: readonly Enforced[], wasShut: boolean): Region {
  const minus = (region: Region, list: readonly Enforced[], action: Rule['action']): Region => {
    let left = region
    for (const e of list) {
      if (e.rule.action !== action || (e.profiles & bit) === 0 || !contextCovers(e.rule, rule)) continue
      left = without(left, { ports: e.rule.localPorts, addresses: e.rule.remoteAddresses })
    }
    return left
  }
  const passing = minus([{ ports: rule.localPorts, addresses: rule.remoteAddresses }], now, 'block')
  if (wasShut) return passing
  const allowedBefore = minus(passing, old, 'allow')
  // What an old block held back although an old allow named it passes now as well, if that block is gone.
  const heldBack = old.filter(e => e.rule.action === 'block' && (e.profiles & bit) !== 0 && contextsMeet(e.rule, rule))
    .flatMap(e => passing.map(p => ({ ports: intersect(p.ports, e.rule.localPorts), addresses: intersectAddresses(p.addresses, e.rule.remoteAddresses) })))
    .filter(p => !isEmpty(p.ports) && !isNoAddress(p.addresses))
  return [...allowedBefore, ...heldBack]
}

function enforced({ groups, profiles }: EffectivePolicy): Enforced[] {
  const out: Enforced[] = []
  for (const group of groups) {
    for (const rule of group.rules) {
      if (rule.enabled !== true || rule.malformed !== undefined || rule.direction !== 'inbound' || rule.ipsec) continue
      const active = PROFILES.reduce((set, p) => (profiles[p].enabled ? set | profileBit(p) : set), 0)
      const where = rule.profiles & ~group.ignoredIn & active
      if (where !== 0) out.push({ rule, profiles: where })
    }
  }
  return out
}
const letsAllIn = (policy: EffectivePolicy, profile: Profile): boolean => !policy.profiles[profile].enabled || policy.profiles[profile].defaultInbound === 'allow'

/** Whether a rule applies wherever the other does, ports and remote addresses left aside. */
function contextCovers(outer: Rule, inner: Rule): boolean {
  const same = (a: string | undefined, b: string | undefined): boolean => a === undefined || a.toLowerCase() === b?.toLowerCase()
  return (outer.protocol === 'any' || outer.protocol === inner.protocol) && same(outer.program, inner.program) && same(outer.service, inner.service)
    && includes(outer.remotePorts, inner.remotePorts) && outer.unmodelled.length === 0 && outer.platforms.length === 0
    && (outer.interfaceTypes.length === 0 || inner.interfaceTypes.every(t => outer.interfaceTypes.includes(t)) && inner.interfaceTypes.length > 0)
    && (outer.icmp.length === 0 || (inner.icmp.length > 0 && inner.icmp.every(i => outer.icmp.includes(i))))
}
/** Whether some traffic falls under both, ports and addresses left aside. */
function contextsMeet(a: Rule, b: Rule): boolean {
  const meet = (x: string | undefined, y: string | undefined): boolean => x === undefined || y === undefined || x.toLowerCase() === y.toLowerCase()
  return (a.protocol === b.protocol || a.protocol === 'any' || b.protocol === 'any') && meet(a.program, b.program) && meet(a.service, b.service)
}
const meets = (a: Rule, b: Rule): boolean => contextsMeet(a, b) && !isEmpty(intersect(a.localPorts, b.localPorts)) && !isNoAddress(intersectAddresses(a.remoteAddresses, b.remoteAddresses))
