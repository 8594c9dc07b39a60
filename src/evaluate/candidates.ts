import type { EffectivePolicy, RuleGroup } from '../model/policy.ts'
import { ANY_PORTS, isAnyPort, portSet, touches, touchesRange } from '../model/ports.ts'
import type { TrafficBox } from '../model/requirements.ts'
import { profileNames } from '../model/rules.ts'
import type { PortRange, PortSet, Rule } from '../model/types.ts'
import { type Binding, bindingFits, bindingOf, ownPorts } from './assess.ts'

/** A rule that may say something of what is asked, with its group. */
export class Candidate {
  readonly rule: Rule
  readonly group: RuleGroup
  #binding: Binding | undefined
  constructor(rule: Rule, group: RuleGroup) {
    this.rule = rule
    this.group = group
  }
  get binding(): Binding { return (this.#binding ??= bindingOf(this.rule)) }
}

/** The ports that anybody asks about, by direction, then by protocol. */
export interface Asked { readonly inbound: ReadonlyMap<number, PortSet>; readonly outbound: ReadonlyMap<number, PortSet> }
export function askedBy(boxes: readonly TrafficBox[]): Asked {
  const ranges = { inbound: new Map<number, PortRange[]>(), outbound: new Map<number, PortRange[]>() }
  for (const box of boxes) {
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      const own = box.icmp ? ANY_PORTS.ranges : box.ports.ranges
      const list = ranges[box.direction].get(protocol)
      if (list) list.push(...own)
      else ranges[box.direction].set(protocol, [...own])
    }
  }
  const sets = (byProtocol: ReadonlyMap<number, readonly PortRange[]>): Map<number, PortSet> => new Map([...byProtocol].map(([protocol, list]) => [protocol, portSet(list)]))
  return { inbound: sets(ranges.inbound), outbound: sets(ranges.outbound) }
}

/**
 * Rules by direction and protocol, of those that count on the target's profiles and name a port anybody asks about: the only ones that a box
 * must look at.
 */
export class Candidates {
  readonly #policy: EffectivePolicy
  readonly #buckets: { readonly inbound: ReadonlyMap<number, Bucket>; readonly outbound: ReadonlyMap<number, Bucket> }

  constructor(policy: EffectivePolicy, { inbound, outbound }: Asked) {
    this.#policy = policy
    const { profiles, target } = policy
    const bucketsOf = (asked: ReadonlyMap<number, PortSet>, key: 'defaultInbound' | 'defaultOutbound'): Map<number, Bucket> => {
      const isOpen = profileNames(target.profiles).every(profile => profiles[profile][key] === 'allow')
      return new Map([...asked].map(([protocol, ports]) => [protocol, { asked: ports, isOpen, list: [] }]))
    }
    this.#buckets = { inbound: bucketsOf(inbound, 'defaultInbound'), outbound: bucketsOf(outbound, 'defaultOutbound') }
    for (const group of policy.groups) for (const rule of group.rules) {
      if (rule.enabled === false || rule.malformed !== undefined || (rule.profiles & target.profiles) === 0) continue
      const { direction } = rule
      if (direction !== 'outbound') this.#place(rule, group, this.#buckets.inbound, rule.localPorts)
      if (direction !== 'inbound') this.#place(rule, group, this.#buckets.outbound, rule.remotePorts)
    }
  }
  #place(rule: Rule, group: RuleGroup, buckets: ReadonlyMap<number, Bucket>, ports: PortSet): void {
    const { protocol } = rule
    if (typeof protocol !== 'number') for (const bucket of buckets.values()) add(bucket, rule, group, ports)
    else {
      const bucket = buckets.get(protocol)
      if (bucket) add(bucket, rule, group, ports)
    }
  }
  /** Those that may say something of one box on the target's profiles. */
  of(box: TrafficBox): readonly Candidate[] {
    const out: Candidate[] = []
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      for (const candidate of this.#buckets[box.direction].get(protocol)?.list ?? []) {
        const ports = ownPorts(candidate.rule, box)
        if ((box.icmp || mayTouch(ports, box.ports)) && bindingFits(candidate.binding, box, isAnyPort(ports)) !== 'no') out.push(candidate)
      }
    }
    return out
  }
  *all(): Iterable<Omit<Candidate, 'binding'>> {
    for (const group of this.#policy.groups) for (const rule of group.rules) if (rule.enabled !== false && rule.malformed === undefined) yield { rule, group }
  }
}
interface Bucket { readonly asked: PortSet; readonly isOpen: boolean; readonly list: Candidate[] }
/** Where the default lets all of it through, only blocks say anything. */
function add({ asked, isOpen, list }: Bucket, rule: Rule, group: RuleGroup, ports: PortSet): void {
  if (!(isOpen && rule.action === 'allow') && mayTouch(ports, asked)) list.push(new Candidate(rule, group))
}
const mayTouch = (ports: PortSet, asked: PortSet): boolean =>
  ports.from === undefined || ports.to === undefined ? ports.keywords.length > 0 || ports.unresolved.length > 0 || touches(ports, asked) : touchesRange(asked, ports.from, ports.to)
