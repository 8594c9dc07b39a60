import { addressTexts } from '../../model/addresses.ts'
import type { Addition, Facts, TargetFacts } from '../../model/facts.ts'
import { includes, intersect, isAnyPort, isEmpty, portSet } from '../../model/ports.ts'
import type { TrafficBox } from '../../model/requirements.ts'
import { NOT_VERBOSE, profileBit, profileNames, ruleTitle } from '../../model/rules.ts'
import type { AddressSet, ProfileSet, Rule, Span } from '../../model/types.ts'
import type { Cause, Gap, NeedVerdict, Reason } from '../../model/verdicts.ts'
import { WORDS, type Words } from './need-words.ts'
import { boxesText, covers, ID_PREFIX, joinScopes, listText, profileText, rulesFor, shapeKey } from './traffic.ts'

/** The rule at fault as people know it; empty where there is none. */
export const nameOf = ({ rule }: Cause): string => (rule ? ruleTitle(rule) : '')
/** Nobody says which of two transports is in use, so either is enough. */
export const isEither = (need: NeedVerdict): boolean => need.requirements.some(r => r.severity !== 'informational' && r.eitherKey !== undefined)
/** Block rules that would still stop the traffic once the cause is mended. */
export const stopsOf = (needs: readonly NeedVerdict[]): readonly Rule[] => [...new Set(needs.flatMap(n => n.cause?.stops ?? []))]
/** The first of a list, and how many more where it has two or more beyond them. */
export function shortened(items: ReadonlySet<string>, most: number, others: (count: number) => string): readonly string[] {
  const list = [...items]
  return list.length < most + 2 ? list : [...list.slice(0, most), others(list.length - most)]
}

/** What to do about needs that one cause cuts: all of it, or the next check would tell the rest. */
export function remedy(code: string, target: TargetFacts, cause: Cause, needs: readonly NeedVerdict[], facts: Facts, span: Span): string {
  const words = WORDS[facts.locale]
  const name = nameOf(cause)
  if (code === 'port-mismatch') return words.usePort(name, listText([...new Set(needs.flatMap(n => n.failing).map(b => boxesText([b], facts.locale)))], facts.locale))
  if (code === 'requirement-unverifiable') return cause.rule?.unmodelled.includes(NOT_VERBOSE) ? words.verbose : words.decide
  const peers = listText([...new Set(needs.flatMap(n => n.requirements).map(r => facts.rolePhrase(r.peer)))].slice(0, 4), facts.locale)
  const reasons = cause.also ? [cause.reason, cause.also] : [cause.reason]
  const steps = reasons.map(reason => stepFor(reason, cause, needs, target, peers, facts)).filter(step => step !== undefined)
  const blocks = cause.reason === 'block-rule' ? [] : stopsOf(needs)
  if (blocks.length > 0) steps.push(words.narrowToo(namesOf(blocks, facts), blocks.length > 1, peers))
  if (needs.some(n => n.cause?.shields)) steps.push(words.shieldsToo)
  // What asks for a rule to add comes last, before that rule.
  const isAdding = reasons.some(reason => ADDING.has(reason))
  return isAdding ? [...(steps.length > 0 ? [steps.join(' ')] : []), added(target, needs, facts, span)].join('\n') : steps.join(' ')
}
/** Reasons that a new rule mends. */
const ADDING: ReadonlySet<Reason> = new Set(['no-rule', 'wrong-direction', 'wrong-protocol', 'wrong-port', 'wrong-program', 'narrow-ports', 'default-outbound-block', 'local-rules-ignored', 'ipsec-only'])

/** What to change in what is there; undefined where only a new rule helps. */
function stepFor(reason: Reason, cause: Cause, needs: readonly NeedVerdict[], target: TargetFacts, peers: string, facts: Facts): string | undefined {
  const words = WORDS[facts.locale]
  const name = nameOf(cause)
  switch (reason) {
    case 'disabled-rule': return words.enable(name)
    case 'block-rule': {
      const blocks = [...new Set([...(cause.rule ? [cause.rule] : []), ...needs.flatMap(n => [...(n.cause?.related ?? []), ...(n.cause?.stops ?? [])]).filter(r => r.action === 'block')])]
      return words.narrow(namesOf(blocks, facts), blocks.length > 1, peers)
    }
    case 'block-all-inbound': return words.shieldsOff
    case 'local-rules-ignored': return words.mergeOn(MERGE_VALUES[cause.ignoredBy ?? 'allowLocalRules'])
    case 'narrow-addresses': return words.widen(name, missingAddresses(needs) || peers)
    case 'narrow-profiles': case 'wrong-profile': return words.addProfile(name, profileText(missingProfiles(cause.rule, target), facts.locale))
    case 'narrow-interfaces': return words.interfaces(name)
    case 'wrong-platform': return words.platform(name)
    case 'ipsec-only': return words.ipsec(name)
    case 'wrong-program': return words.program(name)
    default: return undefined
  }
}
const namesOf = (rules: readonly Rule[], { locale }: Facts): string =>
  listText(shortened(new Set(rules.map(rule => `"${ruleTitle(rule)}"`)), 3, WORDS[locale].otherRules), locale)
const missingProfiles = (rule: Rule | undefined, { policy: { target } }: TargetFacts): ProfileSet =>
  profileNames(target.profiles).filter(p => ((rule?.profiles ?? 0) & profileBit(p)) === 0).reduce((set, p) => set | profileBit(p), 0)
/** The values that let local rules count ([MS-FASP] 2.2.38). */
const MERGE_VALUES = {
  allowLocalRules: 'AllowLocalPolicyMerge', allowUserApps: 'AuthorizedApplications\\AllowUserPrefMerge', allowUserPorts: 'GloballyOpenPorts\\AllowUserPrefMerge',
} as const

/** The rules to add, with the place where they belong. */
function added(target: TargetFacts, needs: readonly NeedVerdict[], facts: Facts, span: Span): string {
  const words = WORDS[facts.locale]
  const path = homeOf(target, facts)
  const addition = facts.additionTo(target, path)
  const { rule: write, heading, separator = '' } = addition
  const { wanted, again, spared } = suggestions(target, needs, span)
  const texts = [...new Set(wanted.map(write))]
  const shown = texts.slice(0, MOST_RULES).join(`${separator}\n`)
  const more = texts.length > MOST_RULES ? `\n${words.moreRules(texts.length - MOST_RULES)}` : ''
  const notes = [
    ...(again.length > 0 ? [words.once(namesOf(again, facts), again.length > 1)] : []), ...(spared.length > 0 ? [words.spared(namesOf(spared, facts), spared.length > 1)] : []),
  ]
  return [...notes, addTo(target, path, addition, words), ...(heading === undefined ? [] : [heading]), `${shown}${more}`].join('\n')
}
/** The file that a missing rule belongs into: the last layer's, or where Windows ignores what that one says, the last whose rules count. */
function homeOf(target: TargetFacts, facts: Facts): string {
  const { profiles, target: { layers, profiles: wanted } } = target.policy
  const isIgnored = profileNames(wanted).some(p => !profiles[p].allowLocalRules)
  const home = isIgnored && layers.at(-1)?.store === 'local' ? layers.findLast(layer => layer.store !== 'local')?.path : undefined
  return home ?? facts.endOf(target).origin.path
}
/** What a person calls the place where the rule belongs: the GPO, else the file or what it was exported from. */
function addTo(target: TargetFacts, path: string, { home, above }: Addition, words: Words): string {
  const gpo = target.policy.target.layers.findLast(layer => layer.path === path)?.gpo?.name
  const file = path.slice(path.lastIndexOf('/') + 1)
  if (gpo !== undefined && target.policy.notApplied.some(({ layer }) => layer.path === path)) return words.addOnceOn(gpo)
  if (home === 'file' && above !== undefined) return words.addAbove(file, above)
  if (home === 'file') return words.add(gpo === undefined ? file : words.gpo(gpo))
  return gpo !== undefined ? words.addLikeToGpo(gpo) : home === 'origin' ? words.addLikeAtOrigin(file) : words.addLike(file)
}
const known = new WeakMap<TargetFacts, readonly string[]>()
/** The ids in a target's files that a rule of ours could have, looked for once: a file may have a hundred thousand others. */
function idsOf(target: TargetFacts): readonly string[] {
  const held = known.get(target)
  if (held) return held
  const ids: string[] = []
  for (const { parts } of target.policy.target.layers) for (const { rules } of parts) for (const { id } of rules) if (id?.startsWith(ID_PREFIX)) ids.push(id)
  known.set(target, ids)
  return ids
}
/** All that a site needs of one machine is fewer; what is left out is said, or a finding would stay that seems mended. */
const MOST_RULES = 60
/** The rules to add. Those that another finding offers already stand in `again` as well, those of others that they make needless in `spared`. */
interface Suggestions { readonly wanted: readonly Rule[]; readonly again: readonly Rule[]; readonly spared: readonly Rule[] }
/** One for each need; of several ways that are each enough, HTTPS is offered. */
function suggestions(target: TargetFacts, needs: readonly NeedVerdict[], span: Span): Suggestions {
  const rules: Rule[] = []
  for (const need of needs) {
    const owners = need.requirements.filter(r => r.severity !== 'informational')
    const either = isEither(need)
    const safest = need.failing.find(b => b.setting?.endsWith('https')) ?? need.failing.at(-1)
    const failing = either && safest ? [safest] : need.failing
    const owner = owners.find(r => r.boxes.some(b => failing.includes(b))) ?? (either ? owners.at(-1) : owners[0])
    if (owner) rules.push(...rulesFor(failing.map(box => withoutWhatPasses(box, need.gap)), owner, target, span))
  }
  const offers = offeredTo(target)
  const again = new Set<Rule>()
  const spared: Rule[] = []
  const wanted = joinScopes(rules, idsOf(target)).map(rule => {
    const key = shapeKey(rule)
    const alike = offers.get(key) ?? []
    const held = alike.find(offer => covers(offer, rule))
    if (held) again.add(held)
    else {
      spared.push(...alike.filter(offer => covers(rule, offer)))
      offers.set(key, [...alike, rule])
    }
    return held ?? rule
  })
  return { wanted, again: [...again], spared }
}
const offered = new WeakMap<TargetFacts, Map<string, readonly Rule[]>>()
/** What the findings of a target offer so far, by shape: two that need the same rule, at two severities, must not give two. */
function offeredTo(target: TargetFacts): Map<string, readonly Rule[]> {
  const held = offered.get(target) ?? new Map<string, readonly Rule[]>()
  offered.set(target, held)
  return held
}
/** Of a list of ports only those that do not pass yet: a rule for all of them would shadow the one that is there. */
function withoutWhatPasses(box: TrafficBox, gaps: readonly Gap[]): TrafficBox {
  if (box.dynamicRpc || box.icmp || box.program !== undefined || isAnyPort(box.ports)) return box
  const missing = gaps.filter(g => g.box === box).flatMap(g => g.region).flatMap(piece => piece.ports.ranges)
  const ports = intersect(box.ports, portSet(missing))
  return isEmpty(ports) || includes(ports, box.ports) ? box : { ...box, ports }
}
function missingAddresses(needs: readonly NeedVerdict[]): string {
  const texts = needs.flatMap(n => n.gap).flatMap(g => g.region).flatMap(p => {
    const { v4, v6 } = p.addresses
    return v4[0]?.[1] === 0 ? [] : addressTexts({ v4, v6, keywords: [], unresolved: [] } satisfies AddressSet)
  })
  return [...new Set(texts)].slice(0, 8).join(', ')
}
