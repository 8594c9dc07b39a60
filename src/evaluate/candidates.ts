import type { EffectivePolicy, RuleGroup } from '../model/policy.ts'
import { ANY } from '../model/names.ts'
import { ANY_PORTS, endsOf, isAnyPort, portSet } from '../model/ports.ts'
import type { TrafficBox } from '../model/requirements.ts'
import { profileNames } from '../model/rules.ts'
import { UNRESOLVED } from '../model/set-store.ts'
import {
  ALLOW, ANY_PROTOCOL, BOUND, EITHER_WAY, INTERFACE_BITS, LIVE, LOCAL_PORTS, OUTBOUND, PROFILE_SHIFT, PROTOCOL_BITS, PROTOCOL_SHIFT, REMOTE_PORTS,
  type RuleTable, tableOf,
} from '../model/table.ts'
import type { PortRange, PortSet, Rule } from '../model/types.ts'
import { type Bindable, type Binding, bindingFits, bindingOf } from './assess.ts'

/** A rule that may say something of what is asked, with its group. */
export class Candidate {
  readonly rule: Rule
  readonly group: RuleGroup
  readonly allows: boolean
  /** It names the kinds of adapters that it is for. */
  readonly isByInterface: boolean
  constructor(rule: Rule, group: RuleGroup, bits: number) {
    this.rule = rule
    this.group = group
    this.allows = (bits & ALLOW) !== 0
    this.isByInterface = (bits & INTERFACE_BITS) !== INTERFACE_BITS
  }
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
      return new Map([...asked].map(([protocol, ports]) => [protocol, { asked: endsOf(ports), isOpen, shelves: [] }]))
    }
    this.#buckets = { inbound: bucketsOf(inbound, 'defaultInbound'), outbound: bucketsOf(outbound, 'defaultOutbound') }
    for (const group of policy.groups) this.#file(tableOf(group.rules), group)
  }
  #file(table: RuleTable, group: RuleGroup): void {
    const { inbound, outbound } = this.#buckets
    const wanted = this.#policy.target.profiles << PROFILE_SHIFT
    for (let row = 0; row < table.count; row++) {
      const bits = table.bits[row] as number
      if ((bits & LIVE) === 0 || (bits & wanted) === 0) continue
      if ((bits & OUTBOUND) === 0) place(inbound, table, LOCAL_PORTS, row, group)
      if ((bits & (OUTBOUND | EITHER_WAY)) !== 0) place(outbound, table, REMOTE_PORTS, row, group)
    }
  }
  /** Those that may say something of one box on the target's profiles. */
  of(box: TrafficBox): readonly Candidate[] {
    const out: Candidate[] = []
    const { direction, protocol, icmp, ports, program, listener } = box
    const asked = icmp ? undefined : endsOf(ports)
    const bindable: Bindable = { icmp, program, listener } // boxes have many shapes
    for (const number of icmp ? [1, 58] : [protocol]) {
      for (const shelf of this.#buckets[direction].get(number)?.shelves ?? []) shelf.pick(bindable, asked, out)
    }
    return out
  }
  *all(): Iterable<Pick<Candidate, 'rule' | 'group'>> {
    for (const group of this.#policy.groups) for (const rule of group.rules) if (rule.enabled !== false && rule.malformed === undefined) yield { rule, group }
  }
}

interface Bucket { readonly asked: Int32Array; readonly isOpen: boolean; readonly shelves: Shelf[] }
function place(buckets: ReadonlyMap<number, Bucket>, table: RuleTable, own: OwnPorts, row: number, group: RuleGroup): void {
  const protocol = ((table.bits[row] as number) & PROTOCOL_BITS) >> PROTOCOL_SHIFT
  if (protocol === ANY_PROTOCOL) for (const bucket of buckets.values()) add(bucket, table, own, row, group)
  else {
    const bucket = buckets.get(protocol)
    if (bucket) add(bucket, table, own, row, group)
  }
}
/** Where the default lets all of it through, only blocks say anything. */
function add({ asked, isOpen, shelves }: Bucket, table: RuleTable, own: OwnPorts, row: number, group: RuleGroup): void {
  if ((isOpen && ((table.bits[row] as number) & ALLOW) !== 0) || !table.stores[own].touches(table.sets[own][row] as number, asked)) return
  let shelf = shelves.at(-1)
  if (shelf?.group !== group) shelves.push((shelf = new Shelf(table, own, group)))
  shelf.rows.push(row)
}

/** Which column holds the ports of our end. */
type OwnPorts = typeof LOCAL_PORTS | typeof REMOTE_PORTS
/** The candidates of one group in a bucket. */
class Shelf {
  readonly group: RuleGroup
  readonly rows: number[] = []
  readonly #table: RuleTable
  readonly #own: OwnPorts
  #bindings: (Binding | undefined)[] = []

  constructor(table: RuleTable, own: OwnPorts, group: RuleGroup) {
    this.group = group
    this.#table = table
    this.#own = own
  }
  /** Those that touch the ports asked about, and whose binding does not stand against it. */
  pick(box: Bindable, asked: Int32Array | undefined, out: Candidate[]): void {
    const { bits, sets, stores } = this.#table
    const numbers = sets[this.#own]
    const store = stores[this.#own]
    const { rules } = this.group
    if (this.#bindings.length === 0) this.#bindings = Array<Binding | undefined>(this.rows.length)
    for (let i = 0; i < this.rows.length; i++) {
      const row = this.rows[i] as number
      const number = numbers[row] as number
      if (asked && !store.touches(number, asked)) continue
      const rule = rules[row] as Rule
      const isAny = number === ANY || (number === UNRESOLVED && isAnyPort(this.#own === LOCAL_PORTS ? rule.localPorts : rule.remotePorts))
      const binding = ((bits[row] as number) & BOUND) === 0 ? UNBOUND : (this.#bindings[i] ??= bindingOf(rule))
      if (bindingFits(binding, box, isAny) !== 'no') out.push(new Candidate(rule, this.group, bits[row] as number))
    }
  }
}
const UNBOUND: Binding = { program: undefined, service: undefined }
