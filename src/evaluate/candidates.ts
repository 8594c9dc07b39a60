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

/** Rules by direction and protocol, of those that name a port anybody asks about: the only ones that a box must look at. */
export class Candidates {
  readonly #groups: readonly RuleGroup[]
  /** By direction, then by protocol. */
  readonly #buckets = { inbound: new Map<number, Bucket>(), outbound: new Map<number, Bucket>() }

  constructor(policy: EffectivePolicy, boxes: readonly TrafficBox[]) {
    this.#groups = policy.groups
    for (const direction of ['inbound', 'outbound'] as const) {
      for (const [protocol, ranges] of askedPorts(boxes, direction)) this.#buckets[direction].set(protocol, { asked: portSet(ranges), list: [] })
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
      if (bucket && mayTouch(ports, bucket.asked)) bucket.list.push(new Candidate(rule, group))
    } else for (const bucket of buckets.values()) if (mayTouch(ports, bucket.asked)) bucket.list.push(new Candidate(rule, group))
  }
  /** Those that may say something of one box on the target's profiles. Where the default lets it through, only blocks do. */
  of(box: TrafficBox, { target, profiles }: EffectivePolicy): readonly Candidate[] {
    const out: Candidate[] = []
    const key = box.direction === 'inbound' ? 'defaultInbound' : 'defaultOutbound'
    const open = profileNames(target.profiles).every(p => profiles[p][key] === 'allow')
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      for (const candidate of this.#buckets[box.direction].get(protocol)?.list ?? []) {
        const { rule } = candidate
        if ((rule.profiles & target.profiles) === 0 || (open && rule.action === 'allow')) continue
        const ports = ownPorts(rule, box)
        if ((box.icmp || mayTouch(ports, box.ports)) && bindingFits(candidate.binding, box, isAnyPort(ports)) !== 'no') out.push(candidate)
      }
    }
    return out
  }
  *all(): Iterable<Omit<Candidate, 'binding'>> {
    for (const group of this.#groups) for (const rule of group.rules) if (rule.enabled !== false && rule.malformed === undefined) yield { rule, group }
  }
}
interface Bucket { readonly asked: PortSet; readonly list: Candidate[] }

/** The ports that boxes of one direction ask about, by protocol. */
function askedPorts(boxes: readonly TrafficBox[], direction: TrafficBox['direction']): ReadonlyMap<number, readonly PortRange[]> {
  const asked = new Map<number, PortRange[]>()
  for (const box of boxes) {
    if (box.direction !== direction) continue
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      const list = asked.get(protocol)
      const ranges = box.icmp ? ANY_PORTS.ranges : box.ports.ranges
      if (list) list.push(...ranges)
      else asked.set(protocol, [...ranges])
    }
  }
  return asked
}
const mayTouch = (ports: PortSet, asked: PortSet): boolean =>
  ports.from === undefined || ports.to === undefined ? ports.keywords.length > 0 || ports.unresolved.length > 0 || touches(ports, asked) : touchesRange(asked, ports.from, ports.to)
