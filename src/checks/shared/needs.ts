import { addressTexts } from '../../model/addresses.ts'
import type { Addition, Draft, Facts, TargetFacts } from '../../model/facts.ts'
import { includes, intersect, isAnyPort, isEmpty, portSet } from '../../model/ports.ts'
import type { Requirement, TrafficBox } from '../../model/requirements.ts'
import type { AddressSet, Rule, Severity, Span } from '../../model/types.ts'
import type { Cause, Gap, NeedVerdict } from '../../model/verdicts.ts'
import { WORDS, type Words } from './need-words.ts'
import { repairOf } from './repair.ts'
import { boxesText, ID_PREFIX, joinScopes, listText, profileText, rulesFor, witnessOf } from './traffic.ts'
import { ruleTitle, spanAt } from '../../model/rules.ts'

/** Needs of one target that one cause cuts: they make one finding. */
interface Cut { readonly target: TargetFacts; readonly cause: Cause; readonly needs: readonly NeedVerdict[] }

const SEVERITY = { required: 'error', recommended: 'warning', 'degraded-if-missing': 'warning', informational: undefined } as const
const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, notice: 0 }

/** The code under which an unmet need is told; undefined for a need that is met or only informational. */
export function codeOf(need: NeedVerdict): string | undefined {
  if (need.status === 'satisfied' || severityOf([need]) === undefined) return undefined
  return need.opensDefaultPort && need.status !== 'unverifiable' ? 'port-mismatch' : `requirement-${need.status}`
}
function severityOf(needs: readonly NeedVerdict[]): Severity | undefined {
  const all = needs.flatMap(n => n.requirements).map(r => SEVERITY[r.severity]).filter(s => s !== undefined)
  return all.sort((a, b) => RANK[b] - RANK[a])[0]
}

/** All drafts of one requirement code. */
export function* draftsFor(code: string, facts: Facts): Iterable<Draft> {
  for (const target of facts.targets) {
    for (const cut of byCause(facts, target, target.needs.filter(need => codeOf(need) === code))) yield draftOf(code, cut, facts)
  }
}

/** One root cause is one finding (contract, section 5): a switch or a rule that cuts many needs is told once. */
function byCause({ excepted }: Facts, target: TargetFacts, needs: readonly NeedVerdict[]): Cut[] {
  const cuts = new Map<string, { cause: Cause; needs: NeedVerdict[] }>()
  for (const need of needs) {
    const cause: Cause = need.opensDefaultPort ? { reason: 'wrong-port', rule: need.opensDefaultPort, related: [] } : (need.cause ?? { reason: 'no-rule', related: [] })
    const key = causeKey(need, cause, target, excepted)
    const held = cuts.get(key)
    if (held) held.needs.push(need)
    else cuts.set(key, { cause, needs: [need] })
  }
  return [...cuts.values()].map(cut => ({ target, ...cut }))
}

/** A text that is the same for needs which one cause cuts. */
function causeKey(need: NeedVerdict, cause: Cause, target: TargetFacts, excepted: Facts['excepted']): string {
  const { rule, setting, layer, open, reason } = cause
  if (layer) return `layer ${layer.path} ${layer.name}`
  const source = rule?.source ?? setting?.source
  if (source) return `${reason} ${source.origin.path} ${source.start}`
  if (open !== undefined) return `open ${open}`
  return need.requirements.some(r => excepted.has(r.id)) ? `need ${need.need}` : `missing ${reason} ${missingText(need, target)}`
}
/**
 * What a rule would have to let through: needs with the same text want the same rule, whatever brought them up and whoever is at the other
 * end. Ends with known addresses stand apart from those without, for their rule is narrower.
 */
function missingText(need: NeedVerdict, target: TargetFacts): string {
  const boxes = need.failing.map(b => JSON.stringify([b.direction, b.protocol, b.ports.ranges, b.icmp, b.program, b.dynamicRpc])).sort()
  return boxes.length === 0 ? need.need : [severityOf([need]), isEither(need), isAnywhere(need, target), ...boxes].join(' ')
}
const isAnywhere = ({ requirements: [first], failing: [box] }: NeedVerdict, target: TargetFacts): boolean =>
  first === undefined || target.addressesOf(first.peer, box?.setting) === undefined
/** Nobody says which of two transports is in use, so either is enough. */
const isEither = (need: NeedVerdict): boolean => need.requirements.some(r => r.severity !== 'informational' && r.eitherKey !== undefined)

function draftOf(code: string, { target, cause, needs }: Cut, facts: Facts): Draft {
  const { locale } = facts
  const requirements = needs.flatMap(n => n.requirements)
  const features = [...new Set(requirements.map(r => r.feature))]
  const end = facts.endOf(target)
  const span = cause.rule?.source ?? cause.setting?.source ?? (cause.layer?.gpo?.source ?? end)
  const severity = code === 'requirement-unverifiable' ? 'notice' : severityOf(needs)
  const gap = needs.flatMap(n => n.gap)[0]
  const witness = witnessOf(gap)
  const words = WORDS[locale]
  const related: { span: Span; message: string }[] = []
  for (const rule of cause.related.slice(0, 8)) {
    related.push({ span: rule.source, message: rule.action === 'block' ? words.alsoBlocks(ruleTitle(rule)) : words.opensIt(ruleTitle(rule)) })
  }
  const readable = cause.rule && facts.readable(cause.rule)
  const repair = code === 'requirement-unverifiable' ? undefined : repairOf(cause, needs, target.policy.target.profiles, code === 'port-mismatch')
  return {
    reason: cause.reason, ...(severity && { severity }), target: target.policy.target.name,
    requirements: [...new Set(requirements.map(r => r.id))], features,
    message: message(code, target, cause, needs, facts),
    remedy: remedy(code, target, cause, needs, facts, span),
    span,
    related: readable ? [...related, { span: spanAt(readable), message: words.readable }] : related,
    ...(witness && { witness }), ...(repair && { repair }),
    identity: cause.rule ? (cause.rule.id ?? cause.rule.name) : (cause.setting?.source.key ?? ''),
  }
}

/** "remote control needs inbound TCP 2701 from the console", once for each traffic. */
function needTexts(needs: readonly NeedVerdict[], facts: Facts): string[] {
  const { locale } = facts
  const texts = new Map<string, { titles: Set<string>; peers: Set<string>; direction: 'inbound' | 'outbound' | 'both' }>()
  for (const need of needs) {
    const first = need.requirements[0] as Requirement
    const known = need.failing.length > 0 ? need.failing : first.boxes
    const boxes = isEither(need) ? [...known].sort((a, b) => (a.ports.ranges[0]?.[0] ?? 0) - (b.ports.ranges[0]?.[0] ?? 0)) : known
    const both = boxes.some(b => b.direction === 'inbound') && boxes.some(b => b.direction === 'outbound')
    const traffic = boxesText(boxes, locale, isEither(need) ? 'or' : 'and')
    const text = texts.get(traffic) ?? { titles: new Set<string>(), peers: new Set<string>(), direction: both ? 'both' : (boxes[0]?.direction ?? 'inbound') }
    texts.set(traffic, text)
    for (const r of need.requirements) text.titles.add(facts.featureTitle(r.feature))
    text.peers.add(facts.rolePhrase(first.peer))
  }
  const words = WORDS[locale]
  return [...texts].map(([traffic, { titles, peers, direction }]) =>
    words.need(shortened(titles, 3, words.otherFeatures), traffic, direction, listText(shortened(peers, 6, words.otherPeers), locale)))
}
/** The first of a list, and how many more where it has two or more beyond them. */
function shortened(items: ReadonlySet<string>, most: number, others: (count: number) => string): readonly string[] {
  const list = [...items]
  return list.length < most + 2 ? list : [...list.slice(0, most), others(list.length - most)]
}

function message(code: string, target: TargetFacts, cause: Cause, needs: readonly NeedVerdict[], facts: Facts): string {
  const { locale } = facts
  const words = WORDS[locale]
  const texts = needTexts(needs, facts)
  const what = texts.slice(0, 6).join('; ') + (texts.length > 6 ? words.more(texts.length - 6) : '')
  const profiles = profileText(profilesOf(needs.flatMap(n => n.gap), target), locale)
  const why = code === 'port-mismatch' ? words.defaultPort(nameOf(cause)) : code === 'requirement-unverifiable' ? words.open(cause.open ?? '', cause.rule && ruleTitle(cause.rule))
    : words.reasons[cause.reason](nameOf(cause), profiles)
  return words.sentence(what, why)
}
const nameOf = ({ rule }: Cause): string => (rule ? ruleTitle(rule) : '')
function profilesOf(gaps: readonly Gap[], target: TargetFacts): number {
  const set = gaps.reduce((bits, gap) => bits | (gap.profile === 'domain' ? 1 : gap.profile === 'private' ? 2 : 4), 0)
  return set === 0 ? target.policy.target.profiles : set
}

function remedy(code: string, target: TargetFacts, cause: Cause, needs: readonly NeedVerdict[], facts: Facts, span: Span): string {
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
  if (code === 'requirement-unverifiable') return cause.rule?.unmodelled.some(entry => entry === 'program and service=not in this dump') ? words.verbose : words.decide
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
