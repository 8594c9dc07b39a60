import { addressSet, isNoAddress } from '../model/addresses.ts'
import type { EffectiveProfile, RuleGroup } from '../model/policy.ts'
import { profileBit } from '../model/rules.ts'
import type { InterfaceType, Profile, Rule } from '../model/types.ts'
import type { Cause, Piece, Region } from '../model/verdicts.ts'
import { assess, MISS, type Question } from './assess.ts'
import type { Candidate } from './candidates.ts'
import { isNothing, isTangled, SOMEWHERE, touches, without, withoutAll } from './region.ts'

/** One box on one profile and one kind of interface. */
export interface Cell {
  readonly profile: Profile
  readonly interfaceType: InterfaceType | undefined
  readonly question: Question
  readonly region: Region
  /** Nothing lets it through. */
  readonly uncovered: Region
  /** Something lets it through and something else stops it. */
  readonly cut: Region
  readonly cutBy: readonly Rule[]
  /** Block rules over what nothing lets through: an allow rule alone would not open it. */
  readonly stops: readonly Rule[]
  readonly shields: boolean
  /** Local rules that would cover what is uncovered, were they not ignored. */
  readonly ignored: readonly Rule[]
  readonly allowedBy: readonly Rule[]
  readonly because: string | undefined
  /** Why the outcome is open; the gap or the passing may be otherwise. */
  readonly open: Omit<Cause, 'reason' | 'related'> | undefined
  readonly usedScope: boolean
}
/** A rule that may let through or stop a part, and what leaves it open. */
interface Perhaps { readonly rule: Rule; readonly group: RuleGroup; readonly open: string; readonly piece: Piece }

export const gapOf = (cell: Cell): Region => (cell.shields ? cell.region : [...cell.uncovered, ...cell.cut])
export const isOpen = (cell: Cell): boolean => cell.open !== undefined
export const hasGap = (cell: Cell): boolean => !isNothing(gapOf(cell))
/** Whether a gap is all that was asked about. */
export const covers = (gap: Region, region: Region): boolean => isNothing(withoutAll(region, gap))

/** How many ranges may still be looked at for one target. */
export interface Effort { left: number }

const TANGLED = 'the rules cut it into more pieces than are followed'
/** What is told of a question whose rules were made so that it would not be answered. */
const tangled = (cell: Cell): Cell => ({ ...cell, uncovered: cell.region, open: { open: TANGLED } })

/** Judges one question on one profile: what nothing lets through, what something stops, and what is left open. */
export function judgeCell(settings: EffectiveProfile, question: Question, profile: Profile, interfaceType: InterfaceType | undefined, candidates: readonly Candidate[], effort: Effort): Cell {
  const { box } = question
  const region: Region = [{ ports: question.ports, addresses: question.peers }]
  const inbound = box.direction === 'inbound'
  const pass: Cell = { profile, interfaceType, question, region, uncovered: [], cut: [], cutBy: [], stops: [], shields: false, ignored: [], allowedBy: [], because: undefined, open: undefined, usedScope: false }
  if (!settings.enabled) return { ...pass, because: 'firewall-off' }

  const allows: { rule: Rule; piece: Piece }[] = []
  const perhapsAllows: Perhaps[] = []
  const perhapsBypass: Perhaps[] = []
  const blocks: { rule: Rule; piece: Piece }[] = []
  const perhapsBlocks: Perhaps[] = []
  const ignoredAllows: { rule: Rule; piece: Piece }[] = []
  const byDefault = inbound ? settings.defaultInbound === 'allow' : settings.defaultOutbound === 'allow'
  let uncovered: Region = byDefault ? [] : region
  for (const { rule, group, allows: isAllow } of candidates) {
    // Once all of it is let through, further allow rules change nothing; blocks still may.
    if (isAllow && isNothing(uncovered)) continue
    const { misses, piece, perhaps, open } = assess(rule, group, question, profileBit(profile), interfaceType)
    if (misses !== 0) {
      if (misses === MISS.ignored && rule.action === 'allow' && !open) ignoredAllows.push({ rule, piece })
      continue
    }
    const wide: Piece = { ports: piece.ports, addresses: isNoAddress(perhaps) ? piece.addresses : addressSet([...piece.addresses.v4, ...perhaps.v4], [...piece.addresses.v6, ...perhaps.v6]) }
    const keyword = isNoAddress(perhaps) ? undefined : 'whether its address scope holds the other end is only known at run time'
    const isUnsure = open !== undefined || rule.action === 'bypass'
    const surely = !isUnsure && !isNoAddress(piece.addresses)
    const why = rule.action === 'bypass' ? 'the rule applies only where IPsec authenticates the other end' : (open ?? keyword)
    const entry = { rule, group, open: why ?? '', piece: wide }
    if (rule.action === 'block' || rule.action === 'unknown') {
      if (surely && rule.action === 'block') blocks.push({ rule, piece })
      if (why !== undefined) perhapsBlocks.push(entry)
    }
    if (rule.action !== 'block') {
      if (surely && rule.action === 'allow') {
        allows.push({ rule, piece })
        uncovered = without(uncovered, piece)
        for (const { addresses } of uncovered) effort.left -= 1 + addresses.v4.length + addresses.v6.length
        if (isTangled(uncovered) || effort.left < 0) return tangled(pass)
      }
      if (rule.action === 'bypass') perhapsBypass.push(entry)
      else if (why !== undefined) perhapsAllows.push(entry)
    }
  }

  const covered = withoutAll(region, uncovered)
  const cutBy = blocks.filter(b => touches(covered, b.piece))
  const passing = withoutAll(covered, cutBy.map(b => b.piece))
  const cut = withoutAll(covered, passing)
  if (isTangled(covered) || isTangled(passing) || isTangled(cut)) return tangled(pass)
  const shields = inbound && settings.blockAllInbound
  const cell: Cell = {
    ...pass, uncovered, cut, shields, cutBy: cutBy.map(b => b.rule),
    stops: isNothing(uncovered) ? [] : blocks.filter(b => touches(uncovered, b.piece)).map(b => b.rule),
    allowedBy: allows.map(a => a.rule),
    ignored: isNothing(uncovered) ? [] : ignoredAllows.filter(a => touches(uncovered, a.piece)).map(a => a.rule),
    because: byDefault ? `default-${box.direction}-allow` : undefined,
    usedScope: question.peersUnknown && allows.some(a => a.piece.addresses === SOMEWHERE),
  }
  if (shields) return cell
  const open = whatIsOpen(cell, passing, { perhapsAllows, perhapsBypass, perhapsBlocks }, settings)
  return open ? { ...cell, open } : cell
}

/** Whether what is not known could turn the outcome round, and what that is. */
function whatIsOpen(
  cell: Cell, passing: Region, { perhapsAllows, perhapsBypass, perhapsBlocks }: Record<'perhapsAllows' | 'perhapsBypass' | 'perhapsBlocks', readonly Perhaps[]>,
  settings: EffectiveProfile,
): Cell['open'] {
  const told = (entry: Perhaps): Cell['open'] => ({
    rule: entry.rule, open: entry.open, ...(entry.group.condition === entry.open && { layer: entry.group.layer }),
  })
  const unsure = (name: keyof EffectiveProfile['from'], open: string): Cell['open'] => (settings.perhaps.includes(name) ? { open } : undefined)
  const inbound = cell.question.box.direction === 'inbound'
  if (hasGap(cell)) {
    const opening = [...perhapsBypass, ...perhapsAllows]
    const uncovered = withoutAll(cell.uncovered, opening.map(e => e.piece))
    const cut = withoutAll(cell.cut, perhapsBypass.map(e => e.piece))
    if (isTangled(uncovered) || isTangled(cut)) return { open: TANGLED }
    if (isNothing(uncovered) && isNothing(cut)) {
      const gap = gapOf(cell)
      const entry = opening.find(e => touches(gap, e.piece))
      return entry && told(entry)
    }
    return unsure('enabled', 'the firewall is switched off only under a condition')
      ?? (inbound && isNothing(cell.cut) ? unsure('defaultInbound', 'inbound traffic is allowed by default only under a condition') : undefined)
  }
  const closing = perhapsBlocks.find(e => touches(passing, e.piece))
  if (closing) return told(closing)
  return !inbound
    ? (cell.allowedBy.length === 0 ? unsure('defaultOutbound', 'outbound traffic is blocked by default only under a condition') : undefined)
    : unsure('blockAllInbound', 'all inbound traffic is blocked only under a condition')
}
