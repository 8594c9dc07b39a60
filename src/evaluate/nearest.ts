import type { EffectivePolicy } from '../model/policy.ts'
import { intersect, isAnyPort, isEmpty, portSet } from '../model/ports.ts'
import { profileBit } from '../model/rules.ts'
import type { InterfaceType, Profile, ProfileSet, Rule } from '../model/types.ts'
import type { Reason, Region } from '../model/verdicts.ts'
import { assess, bindingFits, bindingOf, MISS, type Question } from './assess.ts'
import { touches } from './region.ts'

/** What does not pass, as the question that was asked. */
export interface Missed { readonly question: Question; readonly gap: Region; readonly profile: Profile; readonly interfaceType: InterfaceType | undefined }

/** In the order in which a person would believe them: the first that a rule has names its reason. */
const REASONS: readonly (readonly [bit: number, reason: Reason])[] = [
  [MISS.malformed, 'no-rule'], [MISS.disabled, 'disabled-rule'], [MISS.direction, 'wrong-direction'], [MISS.protocol, 'wrong-protocol'],
  [MISS.profile, 'wrong-profile'], [MISS.program, 'wrong-program'], [MISS.platform, 'wrong-platform'], [MISS.ipsec, 'ipsec-only'],
  [MISS.interface, 'narrow-interfaces'], [MISS.addresses, 'narrow-addresses'], [MISS.ignored, 'local-rules-ignored'], [MISS.ports, 'wrong-port'],
]
/** What a rule that is meant for this traffic may lack twice: with another direction, protocol or program as well it is meant for something else. */
const PAIRED = MISS.disabled | MISS.profile | MISS.platform | MISS.ipsec | MISS.interface | MISS.addresses | MISS.ignored

/** A rule and what must change in it: one thing, or two. */
export interface NearMiss { readonly reason: Reason; readonly also?: Reason; readonly rule: Rule }

/**
 * The rule that a person would mend first: an allow rule that covers a part of the gap, or that is wrong in one thing, at most two.
 * Rules for other ports are no misses: they were meant for something else.
 */
export function nearestMiss(policy: EffectivePolicy, missed: readonly Missed[]): NearMiss | undefined {
  let best: { distance: number; miss: NearMiss } | undefined
  // Of several the last one: so the last are asked first, and as soon as one is as near as can be, no other.
  const questions = missed.toReversed()
  for (const group of policy.groups.toReversed()) {
    for (let i = group.rules.length - 1; i >= 0; i--) {
      const rule = group.rules[i] as Rule
      if (rule.action !== 'allow') continue
      for (const miss of questions) {
        const found = distanceTo(rule, group, miss, policy.target.profiles)
        if (!found || (best && found.distance >= best.distance)) continue
        best = { distance: found.distance, miss: { reason: found.reason, ...(found.also && { also: found.also }), rule } }
        if (best.distance === 0) return best.miss
      }
    }
  }
  return best?.miss
}

function distanceTo(
  rule: Rule, group: EffectivePolicy['groups'][number], { question, gap, profile, interfaceType }: Missed, wanted: ProfileSet,
): { distance: number; reason: Reason; also?: Reason | undefined } | undefined {
  const { misses, piece } = assess(rule, group, question, profileBit(profile), interfaceType)
  const other = question.box.direction === 'inbound' ? rule.localPorts : rule.remotePorts
  // A need that is a program is missed only by rules for that program: a rule for some port was meant for something else.
  const specific = question.box.program !== undefined ? bindingOf(rule).program === question.box.program
    : (misses & MISS.direction) === 0 && isForListener(rule, question) ? true
    : question.icmpType !== undefined ? rule.protocol === question.protocol
    : (misses & MISS.direction) !== 0 ? question.box.direction === 'inbound' || !isAnyPort(rule.remotePorts) : !isAnyPort(other)
  if (misses === 0) {
    // It lets something of the question through, only not the gap: too few ports, or too few addresses.
    return specific && !touches(gap, piece) ? { distance: 0, reason: isEmpty(intersect(piece.ports, portSet(gap.flatMap(g => g.ports.ranges)))) ? 'narrow-ports' : 'narrow-addresses' } : undefined
  }
  if (misses === MISS.ports && namesOtherEnd(rule, question)) return { distance: 1, reason: 'wrong-port' }
  if ((misses & (MISS.ports | MISS.nearby)) !== 0 || !specific) return undefined
  // Nobody says what listens there: of a rule for some program it is not known that it would do.
  if (bindingFits(bindingOf(rule), question.box, isAnyPort(question.box.direction === 'inbound' ? rule.localPorts : rule.remotePorts)) === 'perhaps') return undefined
  const count = bits(misses)
  if (count > 2 || (count === 2 && (misses & ~PAIRED) !== 0)) return undefined
  const [reason = 'no-rule', also] = REASONS.filter(([bit]) => (misses & bit) !== 0)
    .map(([, name]) => (name === 'wrong-profile' && (rule.profiles & wanted) !== 0 ? 'narrow-profiles' : name))
  // A rule for the other direction most often has its own use: among rules that are wrong in one thing it comes last.
  return { distance: (misses & MISS.direction) === 0 ? count : count + 0.5, reason, also }
}
/** Local and remote port mistaken for one another: an inbound rule with `RPort=2701` and any local port. */
function namesOtherEnd(rule: Rule, { box, ports }: Question): boolean {
  const [own, other] = box.direction === 'inbound' ? [rule.localPorts, rule.remotePorts] : [rule.remotePorts, rule.localPorts]
  return box.icmp === undefined && isAnyPort(own) && !isAnyPort(other) && !isEmpty(intersect(other, ports))
}
/** A rule for the very program that listens there was meant for this, whatever ports it names. Kernel and svchost do many things. */
function isForListener(rule: Rule, { box: { listener } }: Question): boolean {
  const { program } = bindingOf(rule)
  return listener?.certain === true && program !== undefined && program !== 'system' && program !== 'svchost.exe' && listener.programs.includes(program)
}
function bits(mask: number): number {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count++
  return count
}
