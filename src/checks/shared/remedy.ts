import { addressTexts } from '../../model/addresses.ts'
import type { Addition, Facts, TargetFacts } from '../../model/facts.ts'
import { includes, intersect, isAnyPort, isEmpty, portSet } from '../../model/ports.ts'
import type { TrafficBox } from '../../model/requirements.ts'
import { NOT_VERBOSE, ruleTitle } from '../../model/rules.ts'
import type { AddressSet, Rule, Span } from '../../model/types.ts'
import type { Cause, Gap, NeedVerdict } from '../../model/verdicts.ts'
import { WORDS, type Words } from './need-words.ts'
import { boxesText, ID_PREFIX, joinScopes, listText, profileText, rulesFor } from './traffic.ts'

/** What to do about one cause: a change of the rule or setting at fault, or the rules to add. */
export function remedy(code: string, target: TargetFacts, cause: Cause, needs: readonly NeedVerdict[], facts: Facts, span: Span): string {
  const words = WORDS[facts.locale]
  const path = facts.endOf(target).origin.path
  const add = (): string => {
    const addition = facts.additionTo(target)
    const { rule: write, heading, separator = '' } = addition
    const texts = [...new Set(suggestions(target, needs, span).map(write))]
    const shown = texts.slice(0, MOST_RULES).join(`${separator}\n`)
    const more = texts.length > MOST_RULES ? `\n${words.moreRules(texts.length - MOST_RULES)}` : ''
    return `${addTo(target, path, addition, words)}\n${heading === undefined ? '' : `${heading}\n`}${shown}${more}`
  }
  const name = nameOf(cause)
  const peers = listText([...new Set(needs.flatMap(n => n.requirements).map(r => facts.rolePhrase(r.peer)))].slice(0, 4), facts.locale)
  if (code === 'port-mismatch') return words.usePort(name, listText([...new Set(needs.flatMap(n => n.failing).map(b => boxesText([b], facts.locale)))], facts.locale))
  if (code === 'requirement-unverifiable') return cause.rule?.unmodelled.includes(NOT_VERBOSE) ? words.verbose : words.decide
  switch (cause.reason) {
    case 'disabled-rule': return words.enable(name)
    case 'block-rule': return words.narrow(name, peers)
    case 'block-all-inbound': return words.shieldsOff
    case 'local-rules-ignored': return `${words.mergeOn(MERGE_VALUES[cause.ignoredBy ?? 'allowLocalRules'])}\n${add()}`
    case 'narrow-addresses': return `${words.widen(name, missingAddresses(needs) || peers)}`
    case 'narrow-profiles': case 'wrong-profile': return words.addProfile(name, profileText(target.policy.target.profiles, facts.locale))
    case 'narrow-interfaces': return words.interfaces(name)
    case 'wrong-platform': return words.platform(name)
    case 'ipsec-only': return `${words.ipsec(name)}\n${add()}`
    case 'wrong-program': return `${words.program(name)}\n${add()}`
    default: return add()
  }
}
/** The values that let local rules count ([MS-FASP] 2.2.38). */
const MERGE_VALUES = {
  allowLocalRules: 'AllowLocalPolicyMerge', allowUserApps: 'AuthorizedApplications\\AllowUserPrefMerge', allowUserPorts: 'GloballyOpenPorts\\AllowUserPrefMerge',
} as const
/** What a person calls the place where the rule belongs: the GPO, else the file or what it was exported from. */
function addTo(target: TargetFacts, path: string, { home, above }: Addition, words: Words): string {
  const gpo = target.policy.target.layers.at(-1)?.gpo?.name
  const file = path.slice(path.lastIndexOf('/') + 1)
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
/** The rules to add, one for each need; of several ways that are each enough, HTTPS is offered. */
function suggestions(target: TargetFacts, needs: readonly NeedVerdict[], span: Span): readonly Rule[] {
  const rules: Rule[] = []
  for (const need of needs) {
    const owners = need.requirements.filter(r => r.severity !== 'informational')
    const either = isEither(need)
    const safest = need.failing.find(b => b.setting?.endsWith('https')) ?? need.failing.at(-1)
    const failing = either && safest ? [safest] : need.failing
    const owner = owners.find(r => r.boxes.some(b => failing.includes(b))) ?? (either ? owners.at(-1) : owners[0])
    if (owner) rules.push(...rulesFor(failing.map(box => withoutWhatPasses(box, need.gap)), owner, target, span))
  }
  return joinScopes(rules, idsOf(target))
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

/** The rule at fault as people know it; empty where there is none. */
export const nameOf = ({ rule }: Cause): string => (rule ? ruleTitle(rule) : '')
/** Nobody says which of two transports is in use, so either is enough. */
export const isEither = (need: NeedVerdict): boolean => need.requirements.some(r => r.severity !== 'informational' && r.eitherKey !== undefined)
