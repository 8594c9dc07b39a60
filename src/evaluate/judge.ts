import { addressSet, isNoAddress, NO_ADDRESSES } from '../model/addresses.ts'
import type { EffectivePolicy, EffectiveProfile, RuleGroup } from '../model/policy.ts'
import { ANY_PORTS, isAnyPort, portSet, touches } from '../model/ports.ts'
import type { RequirementStatus } from '../model/report.ts'
import type { Requirement, TrafficBox } from '../model/requirements.ts'
import { profileBit, profileNames } from '../model/rules.ts'
import type { AddressSet, InterfaceType, PortSet, Profile, Rule, Setting } from '../model/types.ts'
import type { Cause, Gap, NeedVerdict, Piece, Region, Verdict } from '../model/verdicts.ts'
import { assess, type Binding, bindingFits, bindingOf, MISS, ownPorts, type Question } from './assess.ts'
import { nearestMiss } from './nearest.ts'
import { isNothing, SOMEWHERE, within, without, withoutAll } from './region.ts'

/** Who is where, as far as the config says. */
export interface Places {
  /** Role to the addresses of its machines; undefined when not said. */
  addressesOf(role: string): AddressSet | undefined
  /** Where the target's machines are. */
  readonly own: AddressSet | undefined
}
export interface Judgement {
  readonly verdicts: readonly Verdict[]
  readonly needs: readonly NeedVerdict[]
  /** An explicit scope was taken as meant, since nobody said where the peer is. */
  readonly tookScopesAsMeant: boolean
}

const UNIT = portSet([[0, 0]])
const INTERFACES: readonly InterfaceType[] = ['lan', 'wireless', 'remote-access']

/** Judges every requirement that applies to a target. Boxes minus boxes; what is left over is the gap. */
export function judge(policy: EffectivePolicy, requirements: readonly Requirement[], places: Places): Judgement {
  return new Judge(policy, requirements, places).run()
}

/** One box on one profile and one kind of interface. */
interface Cell {
  readonly profile: Profile
  readonly interfaceType: InterfaceType | undefined
  readonly question: Question
  readonly region: Region
  /** Nothing lets it through. */
  readonly uncovered: Region
  /** Something lets it through and something else stops it. */
  readonly cut: Region
  readonly cutBy: readonly Rule[]
  readonly shields: boolean
  /** Local rules that would cover what is uncovered, were they not ignored. */
  readonly ignored: readonly Rule[]
  readonly allowedBy: readonly Rule[]
  readonly because: string | undefined
  /** Why the outcome is open; the gap or the passing may be otherwise. */
  readonly open: Omit<Cause, 'reason' | 'related'> | undefined
  readonly usedScope: boolean
}
interface BoxOutcome {
  readonly box: TrafficBox
  readonly cells: readonly Cell[]
  readonly status: Exclude<RequirementStatus, 'not-applicable'>
}
interface Candidate { readonly rule: Rule; readonly group: RuleGroup; readonly binding: Binding }

const gapOf = (cell: Cell): Region => (cell.shields ? cell.region : [...cell.uncovered, ...cell.cut])
const isOpen = (cell: Cell): boolean => cell.open !== undefined
const hasGap = (cell: Cell): boolean => !isNothing(gapOf(cell))

class Judge {
  readonly #policy: EffectivePolicy
  readonly #requirements: readonly Requirement[]
  readonly #places: Places
  readonly #candidates: Candidates
  readonly #outcomes = new Map<string, BoxOutcome>()

  constructor(policy: EffectivePolicy, requirements: readonly Requirement[], places: Places) {
    this.#policy = policy
    this.#requirements = requirements
    this.#places = places
    const boxes = requirements.flatMap(r => [...r.boxes, ...(r.alternatives ?? []).flat()])
    this.#candidates = new Candidates(policy, boxes)
  }

  run(): Judgement {
    const applying = this.#requirements.filter(r => r.status === 'applies')
    const chosen = this.#chooseAlternatives(applying)
    const verdicts = new Map<Requirement, Verdict>()
    for (const r of this.#requirements) verdicts.set(r, r.status === 'applies' ? this.#row(r, chosen.get(r) ?? r.boxes) : { requirement: r, status: 'not-applicable', ...(r.why && { because: r.why }), allowedBy: [] })
    this.#shareEither(applying, verdicts)
    const needs = clusters(applying).map(group => this.#need(group, chosen, verdicts))
    const tookScopesAsMeant = [...this.#outcomes.values()].some(o => o.cells.some(c => c.usedScope))
    return { verdicts: [...verdicts.values()], needs: needs.filter(n => n !== undefined), tookScopesAsMeant }
  }

  /** Requirements that share a key take the same way (WSUS: one pair, never a mix): the one that leaves the fewest boxes open. */
  #chooseAlternatives(requirements: readonly Requirement[]): Map<Requirement, readonly TrafficBox[]> {
    const chosen = new Map<Requirement, readonly TrafficBox[]>()
    const groups = groupBy(requirements, keyOfWay)
    for (const [key, group] of groups) {
      if (key === undefined) continue
      const ways = Math.max(...group.map(r => r.alternatives?.length ?? 1))
      let best = { index: 0, open: Infinity }
      for (let index = 0; index < ways; index++) {
        const open = group.reduce((sum, r) => sum + (r.alternatives?.[index] ?? r.boxes).filter(box => this.#outcome(box, r).status !== 'satisfied').length, 0)
        if (open < best.open) best = { index, open }
      }
      for (const r of group) chosen.set(r, r.alternatives?.[best.index] ?? r.boxes)
    }
    return chosen
  }

  #row(requirement: Requirement, boxes: readonly TrafficBox[]): Verdict {
    const outcomes = boxes.map(box => this.#outcome(box, requirement))
    const allowedBy = unique(outcomes.flatMap(o => o.cells.flatMap(c => c.allowedBy)))
    const because = outcomes.map(o => o.cells.find(c => c.because)?.because).find(Boolean)
    const status = combine(outcomes)
    if (status !== 'satisfied' && this.#clientSettingOpens(requirement, outcomes)) return { requirement, status: 'satisfied', because: 'client-setting', allowedBy }
    return { requirement, status, allowedBy, ...(because && allowedBy.length === 0 && status === 'satisfied' && { because }) }
  }

  /** A client setting writes the rule into the local store, where it counts while policy lets local rules count and nothing blocks it. */
  #clientSettingOpens(requirement: Requirement, outcomes: readonly BoxOutcome[]): boolean {
    if (!requirement.exception) return false
    return outcomes.every(o => o.cells.every(c => isNothing(c.cut) && !c.shields && (isNothing(c.uncovered) || (c.question.box.direction === 'inbound' && this.#policy.profiles[c.profile].allowLocalRules))))
  }

  /** HTTP or HTTPS: where either is enough, the one that passes answers for both. */
  #shareEither(requirements: readonly Requirement[], verdicts: Map<Requirement, Verdict>): void {
    const groups = groupBy(requirements.filter(r => r.eitherKey !== undefined), r => r.eitherKey as string)
    for (const group of groups.values()) {
      const good = group.map(r => verdicts.get(r) as Verdict).find(v => v.status === 'satisfied')
      if (!good) continue
      for (const r of group) {
        if (verdicts.get(r)?.status === 'satisfied') continue
        verdicts.set(r, { requirement: r, status: 'satisfied', because: 'other-transport', allowedBy: good.allowedBy })
      }
    }
  }

  #need(requirements: readonly Requirement[], chosen: ReadonlyMap<Requirement, readonly TrafficBox[]>, verdicts: ReadonlyMap<Requirement, Verdict>): NeedVerdict | undefined {
    const open = requirements.filter(r => verdicts.get(r)?.status !== 'satisfied')
    const need = (requirements[0] as Requirement).need
    const target = this.#policy.target.name
    if (open.length === 0) return { need, target, requirements, status: 'satisfied', gap: [], failing: [] }
    const counted = open.some(r => r.severity !== 'informational') ? open.filter(r => r.severity !== 'informational') : open
    const pairs = uniquePairs(requirements.filter(r => open.includes(r) ? counted.includes(r) : true), chosen)
    const outcomes = pairs.map(([box, r]) => this.#outcome(box, r))
    const failing = outcomes.filter(o => o.status !== 'satisfied')
    const status = combine(outcomes)
    const gap: Gap[] = failing.flatMap(o => o.cells.filter(c => hasGap(c) || isOpen(c)).map(c => ({
      box: o.box, profile: c.profile, region: hasGap(c) ? gapOf(c) : c.region, protocol: c.question.protocol,
    })))
    const cause = this.#cause(failing, outcomes, counted)
    const mismatch = failing.map(o => this.#opensDefault(o)).find(Boolean)
    return {
      need, target, requirements, status: cause?.reason === 'local-rules-ignored' && status === 'missing' && cause.related.length > 0 ? 'blocked' : status,
      gap, failing: failing.map(o => o.box), ...(cause && { cause }), ...(mismatch && { opensDefaultPort: mismatch }),
    }
  }

  /** The one thing to change first: a switch, a block, an ignored store, the nearest miss, in that order of certainty. */
  #cause(failing: readonly BoxOutcome[], all: readonly BoxOutcome[], requirements: readonly Requirement[]): Cause | undefined {
    const cells = failing.flatMap(o => o.cells)
    const hard = cells.filter(c => hasGap(c) && !isOpen(c))
    if (hard.length === 0) {
      const open = cells.find(isOpen)?.open
      return open ? { reason: 'no-rule', related: [], ...open } : undefined
    }
    const setting = (cell: Cell, name: keyof EffectiveProfile['from']): { setting?: Setting<unknown> } => {
      const held = this.#policy.profiles[cell.profile].from[name]
      return held ? { setting: held } : {}
    }
    const shielded = hard.find(c => c.shields && !covers(c.uncovered, c.region))
    if (shielded) return { reason: 'block-all-inbound', related: shielded.allowedBy, ...setting(shielded, 'blockAllInbound') }
    const cut = hard.find(c => c.cutBy.length > 0)
    if (cut) return { reason: 'block-rule', rule: cut.cutBy[0] as Rule, related: unique([...hard.flatMap(c => c.cutBy), ...cut.allowedBy]).slice(1) }
    const ignored = hard.find(c => c.ignored.length > 0)
    if (ignored) return { reason: 'local-rules-ignored', related: ignored.ignored, ...setting(ignored, 'allowLocalRules') }
    const miss = nearestMiss(this.#policy, hard.flatMap(c => ({ question: c.question, gap: gapOf(c), profile: c.profile, interfaceType: c.interfaceType })))
    if (miss) return { ...miss, related: [] }
    const exception = hard.find(c => c.question.box.direction === 'inbound' && !this.#policy.profiles[c.profile].allowLocalRules)
    if (exception && requirements.some(r => r.exception)) return { reason: 'local-rules-ignored', related: [], ...setting(exception, 'allowLocalRules') }
    const partly = all.find(o => o.status === 'satisfied' && o.box.direction === failing[0]?.box.direction && o.cells.some(c => c.allowedBy.length > 0))
    const helper = partly?.cells.flatMap(c => c.allowedBy)[0]
    if (helper) return { reason: 'narrow-ports', rule: helper, related: [] }
    const outbound = hard.find(c => c.question.box.direction === 'outbound')
    if (outbound) return { reason: 'default-outbound-block', related: [], ...setting(outbound, 'defaultOutbound') }
    return { reason: 'no-rule', related: [] }
  }

  /** The rule that opens the product's number where the site has its own. */
  #opensDefault({ box, cells }: BoxOutcome): Rule | undefined {
    if (!box.defaultPorts) return undefined
    const { defaultPorts, setting: _, ...rest } = box
    const twin: TrafficBox = { ...rest, ports: defaultPorts }
    const cell = cells[0]
    if (!cell) return undefined
    const question: Question = { ...cell.question, box: twin, ports: defaultPorts }
    for (const { rule, group } of this.#candidates.all()) {
      if (rule.action !== 'allow' || isAnyPort(box.direction === 'inbound' ? rule.localPorts : rule.remotePorts)) continue
      if (assess(rule, group, question, profileBit(cell.profile), undefined).misses === 0) return rule
    }
    return undefined
  }

  #outcome(box: TrafficBox, requirement: Requirement): BoxOutcome {
    const key = pairKey(requirement.peer, box)
    let outcome = this.#outcomes.get(key)
    if (!outcome) this.#outcomes.set(key, (outcome = this.#judgeBox(box, requirement.peer)))
    return outcome
  }

  #judgeBox(box: TrafficBox, peer: string): BoxOutcome {
    const questions = questionsFor(box, peer, this.#places, this.#policy.connectionSecurity)
    const candidates = this.#candidates.of(box, this.#policy)
    const perInterface = candidates.some(({ rule }) => rule.interfaceTypes.length > 0)
    const cells = profileNames(this.#policy.target.profiles).flatMap(profile =>
      questions.flatMap(question => (perInterface ? INTERFACES : [undefined]).map(type => this.#judgeCell(question, profile, type, candidates))))
    return { box, cells, status: statusOf(cells) }
  }

  #judgeCell(question: Question, profile: Profile, interfaceType: InterfaceType | undefined, candidates: readonly Candidate[]): Cell {
    const { box } = question
    const settings = this.#policy.profiles[profile]
    const region: Region = [{ ports: question.ports, addresses: question.peers }]
    const inbound = box.direction === 'inbound'
    const pass: Cell = { profile, interfaceType, question, region, uncovered: [], cut: [], cutBy: [], shields: false, ignored: [], allowedBy: [], because: undefined, open: undefined, usedScope: false }
    if (!settings.enabled) return { ...pass, because: 'firewall-off' }

    const allows: { rule: Rule; piece: Piece }[] = []
    const perhapsAllows: { rule: Rule; group: RuleGroup; open: string; piece: Piece }[] = []
    const perhapsBypass: typeof perhapsAllows = []
    const blocks: { rule: Rule; piece: Piece }[] = []
    const perhapsBlocks: typeof perhapsAllows = []
    const ignoredAllows: { rule: Rule; piece: Piece }[] = []
    for (const { rule, group } of candidates) {
      const { misses, piece, perhaps, open } = assess(rule, group, question, profileBit(profile), interfaceType)
      if (misses !== 0) {
        if (misses === MISS.ignored && rule.action === 'allow' && !open) ignoredAllows.push({ rule, piece })
        continue
      }
      const wide: Piece = { ports: piece.ports, addresses: isNoAddress(perhaps) ? piece.addresses : addressSet([...piece.addresses.v4, ...perhaps.v4], [...piece.addresses.v6, ...perhaps.v6]) }
      const keyword = isNoAddress(perhaps) ? undefined : 'whether its address scope holds the other end is only known at run time'
      const isUnsure = open !== undefined || rule.action === 'bypass'
      const surely = !isUnsure && !isNoAddress(piece.addresses)
      const why = open ?? (rule.action === 'bypass' ? 'the rule applies only where IPsec authenticates the other end' : keyword)
      const entry = { rule, group, open: why ?? '', piece: wide }
      if (rule.action === 'block' || rule.action === 'unknown') {
        if (surely && rule.action === 'block') blocks.push({ rule, piece })
        if (why !== undefined) perhapsBlocks.push(entry)
      }
      if (rule.action !== 'block') {
        if (surely && rule.action === 'allow') allows.push({ rule, piece })
        if (rule.action === 'bypass') perhapsBypass.push(entry)
        else if (why !== undefined) perhapsAllows.push(entry)
      }
    }

    const byDefault = inbound ? settings.defaultInbound === 'allow' : settings.defaultOutbound === 'allow'
    const uncovered = byDefault ? [] : withoutAll(region, allows.map(a => a.piece))
    const covered = uncovered.reduce<Region>((left, piece) => without(left, piece), region)
    const cutBy = blocks.filter(b => !isNothing(within(covered, b.piece)))
    const passing = withoutAll(covered, cutBy.map(b => b.piece))
    const cut = passing.reduce<Region>((left, piece) => without(left, piece), covered)
    const shields = inbound && settings.blockAllInbound
    const cell: Cell = {
      ...pass, uncovered, cut, shields, cutBy: cutBy.map(b => b.rule),
      allowedBy: allows.map(a => a.rule),
      ignored: isNothing(uncovered) ? [] : ignoredAllows.filter(a => !isNothing(within(uncovered, a.piece))).map(a => a.rule),
      because: byDefault ? `default-${box.direction}-allow` : undefined,
      usedScope: question.peersUnknown && allows.some(a => a.piece.addresses === SOMEWHERE),
    }
    if (shields) return cell
    const open = this.#open(cell, passing, { perhapsAllows, perhapsBypass, perhapsBlocks }, settings)
    return open ? { ...cell, open } : cell
  }

  /** Whether what is not known could turn the outcome round, and what that is. */
  #open(
    cell: Cell, passing: Region, { perhapsAllows, perhapsBypass, perhapsBlocks }: Record<'perhapsAllows' | 'perhapsBypass' | 'perhapsBlocks', readonly { rule: Rule; group: RuleGroup; open: string; piece: Piece }[]>,
    settings: EffectiveProfile,
  ): Cell['open'] {
    const told = (entry: { rule: Rule; group: RuleGroup; open: string }): Cell['open'] => ({
      rule: entry.rule, open: entry.open, ...(entry.group.condition === entry.open && { layer: entry.group.layer }),
    })
    const unsure = (name: keyof EffectiveProfile['from'], open: string): Cell['open'] => (settings.perhaps.includes(name) ? { open } : undefined)
    if (hasGap(cell)) {
      const opening = [...perhapsBypass, ...perhapsAllows]
      const uncovered = withoutAll(cell.uncovered, opening.map(e => e.piece))
      const cut = withoutAll(cell.cut, perhapsBypass.map(e => e.piece))
      if (isNothing(uncovered) && isNothing(cut)) {
        const gap = gapOf(cell)
        const entry = opening.find(e => !isNothing(within(gap, e.piece)))
        return entry && told(entry)
      }
      return unsure('enabled', 'a script switches the firewall off only under a condition')
    }
    const closing = perhapsBlocks.find(e => !isNothing(within(passing, e.piece)))
    if (closing) return told(closing)
    return cell.question.box.direction === 'outbound'
      ? (cell.allowedBy.length === 0 ? unsure('defaultOutbound', 'outbound traffic is blocked by default only under a condition') : undefined)
      : unsure('blockAllInbound', 'all inbound traffic is blocked only under a condition')
  }
}

/** The two halves of an ICMP box are asked one by one; a family nobody uses is not asked. */
function questionsFor(box: TrafficBox, peer: string, places: Places, ipsecPossible: boolean): Question[] {
  const known = places.addressesOf(peer)
  const base = {
    box, ipsecPossible, peersUnknown: known === undefined, own: places.own, peerIsClient: peer === 'client' || peer === 'peer-client',
  }
  if (!box.icmp) return [{ ...base, protocol: box.protocol, icmpType: undefined, ports: box.ports, peers: known ?? SOMEWHERE }]
  const families = known ?? places.own
  const half = (protocol: number, icmpType: number, peers: AddressSet): Question => ({ ...base, protocol, icmpType, ports: UNIT, peers })
  const questions: Question[] = []
  if (!families || families.v4.length > 0) questions.push(half(1, box.icmp.v4, known ? addressSet(known.v4) : SOMEWHERE))
  if (families && families.v6.length > 0) questions.push(half(58, box.icmp.v6, known ? addressSet([], known.v6) : SOMEWHERE))
  return questions.filter(q => q.peers !== NO_ADDRESSES && !isNoAddress(q.peers))
}

function statusOf(cells: readonly Cell[]): BoxOutcome['status'] {
  const hard = cells.filter(c => hasGap(c) && !isOpen(c))
  if (hard.length === 0) return cells.some(isOpen) ? 'unverifiable' : 'satisfied'
  const passes = cells.some(c => !c.shields && !covers(gapOf(c), c.region))
  if (hard.every(c => (c.shields ? !covers(c.uncovered, c.region) : isNothing(c.uncovered) || c.ignored.length > 0) && (!isNothing(c.cut) || c.shields || c.ignored.length > 0))) return 'blocked'
  return passes ? 'partial' : 'missing'
}
const covers = (gap: Region, region: Region): boolean => isNothing(gap.reduce<Region>((left, piece) => without(left, piece), region))

/** A box that passes only because outbound is open by default does not make the missing inbound half a partial success. */
function combine(outcomes: readonly BoxOutcome[]): BoxOutcome['status'] {
  const failing = outcomes.filter(o => o.status !== 'satisfied')
  if (failing.length === 0) return 'satisfied'
  const hard = failing.filter(o => o.status !== 'unverifiable')
  if (hard.length === 0) return 'unverifiable'
  if (hard.every(o => o.status === 'blocked')) return 'blocked'
  const directions = new Set(hard.map(o => o.box.direction))
  const some = outcomes.some(o => o.status === 'partial' || (o.status === 'satisfied' && directions.has(o.box.direction)))
  return some ? 'partial' : 'missing'
}

/** Rules by direction and protocol, of those that name a port anybody asks about: the only ones that a box must look at. */
class Candidates {
  readonly #groups: readonly RuleGroup[]
  /** By direction, then by protocol. */
  readonly #buckets = { inbound: new Map<number, Bucket>(), outbound: new Map<number, Bucket>() }

  constructor(policy: EffectivePolicy, boxes: readonly TrafficBox[]) {
    this.#groups = policy.groups
    for (const box of boxes) {
      for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
        const buckets = this.#buckets[box.direction]
        const bucket = buckets.get(protocol)
        if (bucket) bucket.asked = portSet([...bucket.asked.ranges, ...box.ports.ranges])
        else buckets.set(protocol, { asked: box.icmp ? ANY_PORTS : box.ports, list: [] })
      }
    }
    for (const group of policy.groups) for (const rule of group.rules) {
      if (rule.enabled === false || rule.malformed !== undefined) continue
      if (rule.direction !== 'outbound') this.#place(rule, group, this.#buckets.inbound, rule.localPorts)
      if (rule.direction !== 'inbound') this.#place(rule, group, this.#buckets.outbound, rule.remotePorts)
    }
  }
  #place(rule: Rule, group: RuleGroup, buckets: ReadonlyMap<number, Bucket>, ports: PortSet): void {
    if (typeof rule.protocol === 'number') {
      const bucket = buckets.get(rule.protocol)
      if (bucket && mayTouch(ports, bucket.asked)) bucket.list.push({ rule, group, binding: bindingOf(rule) })
    } else for (const bucket of buckets.values()) if (mayTouch(ports, bucket.asked)) bucket.list.push({ rule, group, binding: bindingOf(rule) })
  }
  /** Those that may say something of one box on the target's profiles. Where the default lets it through, only blocks do. */
  of(box: TrafficBox, { target, profiles }: EffectivePolicy): readonly Candidate[] {
    const out: Candidate[] = []
    const key = box.direction === 'inbound' ? 'defaultInbound' : 'defaultOutbound'
    const open = profileNames(target.profiles).every(p => profiles[p][key] === 'allow')
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      for (const candidate of this.#buckets[box.direction].get(protocol)?.list ?? []) {
        const { rule, binding } = candidate
        if ((rule.profiles & target.profiles) === 0 || (open && rule.action === 'allow')) continue
        const ports = ownPorts(rule, box)
        if ((box.icmp || mayTouch(ports, box.ports)) && bindingFits(binding, box, isAnyPort(ports)) !== 'no') out.push(candidate)
      }
    }
    return out
  }
  *all(): Iterable<Omit<Candidate, 'binding'>> {
    for (const group of this.#groups) for (const rule of group.rules) if (rule.enabled !== false && rule.malformed === undefined) yield { rule, group }
  }
}
interface Bucket { asked: PortSet; readonly list: Candidate[] }
const mayTouch = (ports: PortSet, asked: PortSet): boolean => ports.keywords.length > 0 || ports.unresolved.length > 0 || touches(ports, asked)

const keyOfWay = (r: Requirement): string | undefined => (r.alternatives ? (r.alternativeKey ?? r.id) : undefined)
const boxKeys = new WeakMap<TrafficBox, string>()
/** Equal texts are the same packets to and from the same peer. */
function pairKey(peer: string, box: TrafficBox): string {
  let key = boxKeys.get(box)
  if (key === undefined) {
    const ports = (set: PortSet | undefined): string => set?.ranges.map(([a, b]) => `${a}-${b}`).join() ?? ''
    const { listener } = box
    key = [
      box.direction, box.protocol, ports(box.ports), ports(box.defaultPorts), box.dynamicRpc, box.endpointMapper, box.icmp !== undefined, box.program,
      listener && `${listener.programs.join()};${listener.services.join()};${listener.certain}`,
    ].join('|')
    boxKeys.set(box, key)
  }
  return `${peer}|${key}`
}
const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
function groupBy<T, K>(list: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of list) {
    const k = key(item)
    const group = groups.get(k)
    if (group) group.push(item)
    else groups.set(k, [item])
  }
  return groups
}
/** Requirements of one need, and of needs of which either is enough, stand together. */
function clusters(requirements: readonly Requirement[]): Requirement[][] {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let at = key
    while (parent.has(at) && parent.get(at) !== at) at = parent.get(at) as string
    return at
  }
  const join = (a: string, b: string): void => { const [x, y] = [find(a), find(b)]; if (x !== y) parent.set(x, y) }
  for (const r of requirements) if (r.eitherKey !== undefined) join(`need ${r.need}`, `either ${r.eitherKey}`)
  return [...groupBy(requirements, r => find(`need ${r.need}`)).values()]
}
function uniquePairs(requirements: readonly Requirement[], chosen: ReadonlyMap<Requirement, readonly TrafficBox[]>): [TrafficBox, Requirement][] {
  const seen = new Map<string, [TrafficBox, Requirement]>()
  for (const r of requirements) for (const box of chosen.get(r) ?? r.boxes) {
    const key = pairKey(r.peer, box)
    if (!seen.has(key)) seen.set(key, [box, r])
  }
  return [...seen.values()]
}
