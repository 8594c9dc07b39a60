import type { EffectivePolicy, EffectiveProfile } from '../model/policy.ts'
import { includes, isAnyPort } from '../model/ports.ts'
import type { RequirementStatus } from '../model/report.ts'
import type { Requirement, TrafficBox } from '../model/requirements.ts'
import { profileBit, profileNames } from '../model/rules.ts'
import type { InterfaceType, Rule, Setting } from '../model/types.ts'
import type { Cause, Gap, NeedVerdict, Verdict } from '../model/verdicts.ts'
import { assess, type Question } from './assess.ts'
import { type Asked, askedBy, Candidates } from './candidates.ts'
import { type Cell, covers, type Effort, gapOf, hasGap, isOpen, judgeCell } from './cell.ts'
import { clusters, groupBy, pairKey, unique, uniquePairs } from './clusters.ts'
import { nearestMiss } from './nearest.ts'
import { type Places, questionsFor } from './questions.ts'
import { isNothing } from './region.ts'

export interface Judgement {
  readonly verdicts: readonly Verdict[]
  readonly needs: readonly NeedVerdict[]
  /** An explicit scope was taken as meant, since nobody said where the peer is. */
  readonly tookScopesAsMeant: boolean
}

/** Pieces of needs with their address ranges: rules that cut thousands out of thousands are made to waste time. */
const MOST_RANGES = 60_000_000
const INTERFACES: readonly InterfaceType[] = ['lan', 'wireless', 'remote-access']

/** Judges every requirement that applies to a target. Boxes minus boxes; what is left over is the gap. */
export function judge(policy: EffectivePolicy, requirements: readonly Requirement[], places: Places): Judgement {
  return new Judge(policy, requirements, places).run()
}

interface BoxOutcome {
  readonly box: TrafficBox
  readonly cells: readonly Cell[]
  readonly status: Exclude<RequirementStatus, 'not-applicable'>
}
/** What of the judging depends on the requirements only: hundreds of targets ask the same. */
interface Agenda {
  readonly applying: readonly Requirement[]
  /** Requirements that take the same way, of those that have several. */
  readonly ways: readonly (readonly Requirement[])[]
  /** Requirements of which either is enough. */
  readonly either: readonly (readonly Requirement[])[]
  readonly needs: readonly (readonly Requirement[])[]
  readonly asked: Asked
}
const agendas = new WeakMap<readonly Requirement[], Agenda>()
function agendaOf(requirements: readonly Requirement[]): Agenda {
  const held = agendas.get(requirements)
  if (held) return held
  const applying = requirements.filter(r => r.status === 'applies')
  const agenda: Agenda = {
    applying,
    ways: [...groupBy(applying.filter(r => r.alternatives), r => r.alternativeKey ?? r.id).values()],
    either: [...groupBy(applying.filter(r => r.eitherKey !== undefined), r => r.eitherKey).values()],
    needs: clusters(applying),
    asked: askedBy(requirements.flatMap(r => [...r.boxes, ...(r.alternatives ?? []).flat()])),
  }
  agendas.set(requirements, agenda)
  return agenda
}

class Judge {
  readonly #policy: EffectivePolicy
  readonly #requirements: readonly Requirement[]
  readonly #agenda: Agenda
  readonly #places: Places
  readonly #candidates: Candidates
  readonly #outcomes = new Map<string, BoxOutcome>()
  readonly #effort: Effort = { left: MOST_RANGES }

  constructor(policy: EffectivePolicy, requirements: readonly Requirement[], places: Places) {
    this.#policy = policy
    this.#requirements = requirements
    this.#places = places
    this.#agenda = agendaOf(requirements)
    this.#candidates = new Candidates(policy, this.#agenda.asked)
  }

  run(): Judgement {
    const chosen = this.#chooseAlternatives()
    const verdicts = new Map<Requirement, Verdict>()
    for (const r of this.#requirements) verdicts.set(r, r.status === 'applies' ? this.#row(r, chosen.get(r) ?? r.boxes) : { requirement: r, status: 'not-applicable', ...(r.why && { because: r.why }), allowedBy: [] })
    this.#shareEither(verdicts)
    const needs = this.#agenda.needs.map(group => this.#need(group, chosen, verdicts))
    const tookScopesAsMeant = [...this.#outcomes.values()].some(o => o.cells.some(c => c.usedScope))
    return { verdicts: [...verdicts.values()], needs: needs.filter(n => n !== undefined), tookScopesAsMeant }
  }

  /** Requirements that share a key take the same way (WSUS: one pair, never a mix): the one that leaves the smallest part open. */
  #chooseAlternatives(): Map<Requirement, readonly TrafficBox[]> {
    const chosen = new Map<Requirement, readonly TrafficBox[]>()
    for (const group of this.#agenda.ways) {
      const ways = Math.max(...group.map(r => r.alternatives?.length ?? 1))
      // A block rule for the product's own ports is no sign of other ones, which pass only because outbound is open by default.
      const isCut = group.some(r => r.boxes.some(box => this.#outcome(box, r).cells.some(c => c.cutBy.length > 0)))
      let best = { index: 0, open: Infinity }
      for (let index = 0; index < ways; index++) {
        const boxes = group.flatMap(r => (r.alternatives?.[index] ?? r.boxes).map(box => [box, r] as const))
        const open = boxes.filter(([box, r]) => this.#outcome(box, r).status !== 'satisfied').length / boxes.length
        if (index > 0 && isCut && !boxes.some(([box, r]) => this.#outcome(box, r).cells.some(c => c.allowedBy.length > 0))) continue
        // Ports before a program: a person can open them without knowing where the program lies.
        if (open < best.open || (open === best.open && !boxes.some(([box]) => box.program !== undefined) && this.#namesProgram(group, best.index))) best = { index, open }
      }
      for (const r of group) chosen.set(r, r.alternatives?.[best.index] ?? r.boxes)
    }
    return chosen
  }

  #namesProgram(group: readonly Requirement[], index: number): boolean {
    return group.some(r => (r.alternatives?.[index] ?? r.boxes).some(box => box.program !== undefined))
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
  #shareEither(verdicts: Map<Requirement, Verdict>): void {
    for (const group of this.#agenda.either) {
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
    const cause = withStops(this.#cause(failing, outcomes, counted), failing)
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
    if (ignored) {
      const ignoredBy = !this.#policy.profiles[ignored.profile].allowLocalRules ? 'allowLocalRules' : ignored.ignored[0]?.program === undefined ? 'allowUserPorts' : 'allowUserApps'
      return { reason: 'local-rules-ignored', related: ignored.ignored, ignoredBy, ...setting(ignored, ignoredBy) }
    }
    const miss = nearestMiss(this.#policy, hard.flatMap(c => ({ question: c.question, gap: gapOf(c), profile: c.profile, interfaceType: c.interfaceType })))
    if (miss) return { ...miss, related: [] }
    const exception = hard.find(c => c.question.box.direction === 'inbound' && !this.#policy.profiles[c.profile].allowLocalRules)
    if (exception && requirements.some(r => r.exception)) return { reason: 'local-rules-ignored', related: [], ...setting(exception, 'allowLocalRules') }
    const partly = all.find(o => o.status === 'satisfied' && o.box.direction === failing[0]?.box.direction && o.cells.some(c => c.allowedBy.length > 0))
    const helper = partly?.cells.flatMap(c => c.allowedBy)[0]
    if (partly && helper) return { reason: 'narrow-ports', rule: helper, opens: partly.box, related: [] }
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
      const { misses, piece } = assess(rule, group, question, profileBit(cell.profile), undefined)
      if (misses === 0 && includes(piece.ports, defaultPorts)) return rule
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
    const candidates = this.#candidates.of(box)
    const perInterface = candidates.some(candidate => candidate.isByInterface)
    const cells = profileNames(this.#policy.target.profiles).flatMap(profile =>
      questions.flatMap(question => (perInterface ? INTERFACES : [undefined]).map(type => judgeCell(this.#policy.profiles[profile], question, profile, type, candidates, this.#effort))))
    return { box, cells, status: statusOf(cells) }
  }
}

/** A cause with what would still stop the traffic after it: a rule that is added or enabled loses to a block rule. */
function withStops(cause: Cause | undefined, failing: readonly BoxOutcome[]): Cause | undefined {
  if (!cause || cause.open !== undefined) return cause
  const cells = failing.flatMap(o => o.cells)
  const told = new Set([cause.rule, ...cause.related])
  const stops = unique(cells.flatMap(c => c.stops)).filter(rule => !told.has(rule))
  const shields = cause.reason !== 'block-all-inbound' && cells.some(c => c.shields)
  return { ...cause, ...(stops.length > 0 && { stops }), ...(shields && { shields }) }
}

function statusOf(cells: readonly Cell[]): BoxOutcome['status'] {
  const hard = cells.filter(c => hasGap(c) && !isOpen(c))
  if (hard.length === 0) return cells.some(isOpen) ? 'unverifiable' : 'satisfied'
  const passes = cells.some(c => !c.shields && !covers(gapOf(c), c.region))
  if (hard.every(c => (c.shields ? !covers(c.uncovered, c.region) : isNothing(c.uncovered) || c.ignored.length > 0) && (!isNothing(c.cut) || c.shields || c.ignored.length > 0))) return 'blocked'
  return passes ? 'partial' : 'missing'
}

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
