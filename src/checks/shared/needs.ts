import type { Draft, Facts, TargetFacts } from '../../model/facts.ts'
import type { Requirement } from '../../model/requirements.ts'
import { ruleTitle, spanAt } from '../../model/rules.ts'
import type { Severity, Span } from '../../model/types.ts'
import type { Cause, Gap, NeedVerdict } from '../../model/verdicts.ts'
import { WORDS } from './need-words.ts'
import { isEither, nameOf, remedy, shortened, stopsOf } from './remedy.ts'
import { repairOf } from './repair.ts'
import { boxesText, boxText, listText, profileText, witnessOf } from './traffic.ts'

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
  const { rule, setting, layer, open, reason, also } = cause
  if (layer) return `layer ${layer.path} ${layer.name}`
  const source = rule?.source ?? setting?.source
  if (source) return `${reason} ${also ?? ''} ${source.origin.path} ${source.start}`
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
  for (const rule of [...cause.related, ...stopsOf(needs)].slice(0, 8)) {
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

function message(code: string, target: TargetFacts, cause: Cause, needs: readonly NeedVerdict[], facts: Facts): string {
  const { locale } = facts
  const words = WORDS[locale]
  const texts = needTexts(needs, facts)
  const what = texts.slice(0, 6).join('; ') + (texts.length > 6 ? words.more(texts.length - 6) : '')
  const profiles = profileText(profilesOf(needs.flatMap(n => n.gap), target), locale)
  const why = code === 'port-mismatch' ? words.defaultPort(nameOf(cause)) : code === 'requirement-unverifiable' ? words.open(cause.open ?? '', cause.rule && ruleTitle(cause.rule))
    : cause.also ? words.twoReasons(nameOf(cause), words.lacks[cause.reason](profiles), words.lacks[cause.also](profiles))
    : cause.opens ? words.opensOnly(nameOf(cause), boxText(cause.opens, locale))
    : words.reasons[cause.reason](nameOf(cause), profiles)
  return words.sentence(what, why)
}
function profilesOf(gaps: readonly Gap[], target: TargetFacts): number {
  const set = gaps.reduce((bits, gap) => bits | (gap.profile === 'domain' ? 1 : gap.profile === 'private' ? 2 : 4), 0)
  return set === 0 ? target.policy.target.profiles : set
}
