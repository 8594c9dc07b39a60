import { isAnyAddress, unionAddresses } from '../../model/addresses.ts'
import type { Repair } from '../../model/facts.ts'
import { isAnyPort, portTexts, union } from '../../model/ports.ts'
import type { AddressSet, ProfileSet, RuleValues } from '../../model/types.ts'
import type { Cause, NeedVerdict } from '../../model/verdicts.ts'

/** The one changed field that mends a rule; undefined where the remedy is more than that, or another rule. */
export function repairOf({ reason, also, rule, stops, shields }: Cause, needs: readonly NeedVerdict[], profiles: ProfileSet, isPortMismatch: boolean): Repair | undefined {
  if (!rule || also || stops || shields) return undefined
  const values = isPortMismatch ? portsOf(rule, needs) : valuesFor(reason, rule, needs, profiles)
  return values && { rule, values }
}

function valuesFor(reason: Cause['reason'], rule: NonNullable<Cause['rule']>, needs: readonly NeedVerdict[], profiles: ProfileSet): RuleValues | undefined {
  switch (reason) {
    case 'disabled-rule': return { enabled: true }
    case 'wrong-profile': case 'narrow-profiles': return { profiles: rule.profiles | profiles }
    case 'narrow-addresses': {
      const missing = needs.flatMap(n => n.gap).flatMap(g => g.region).map(piece => piece.addresses)
      // Where nobody knows the peers' addresses, only a person knows how wide the scope may be.
      if (missing.length === 0 || missing.some(isAnyAddress) || missing.some(a => a.v4[0]?.[0] === 0 || a.v6[0]?.[0] === 0n)) return undefined
      return { remoteAddresses: missing.reduce<AddressSet>((all, one) => unionAddresses(all, one), rule.remoteAddresses) }
    }
    default: return undefined
  }
}

/** A rule for one single port gets the site's port instead; one for several may serve other needs as well. */
function portsOf(rule: NonNullable<Cause['rule']>, needs: readonly NeedVerdict[]): RuleValues | undefined {
  const boxes = needs.flatMap(n => n.failing)
  const first = boxes[0]
  if (!first || boxes.some(b => b.direction !== rule.direction || b.protocol !== rule.protocol || b.dynamicRpc || b.endpointMapper || isAnyPort(b.ports))) return undefined
  const wanted = boxes.map(b => b.ports).reduce((a, b) => union(a, b))
  const name = rule.direction === 'inbound' ? 'localPorts' : 'remotePorts'
  const own = portTexts(rule[name])
  return own.length === 1 && /^\d+$/.test(own[0] ?? '') && rule[name].unresolved.length === 0 ? { [name]: wanted } : undefined
}
