import { Names } from './names.ts'
import { SetStore } from './set-store.ts'
import type { IcmpSet, InterfaceType, Platform, Rule } from './types.ts'

/** The bits of a row. A rule that is switched off or malformed has none. This one: it surely does what it says, as far as we can compare. */
export const COMPARABLE = 1
export const OUTBOUND = 2
export const BLOCK = 4
export const PROFILE_SHIFT = 3
export const INTERFACE_SHIFT = 6
export const PROFILE_BITS = 7 << PROFILE_SHIFT
/** Four named types and one bit for every other adapter: the four together are not "all". */
export const INTERFACE_BITS = 31 << INTERFACE_SHIFT
export const PROTOCOL_SHIFT = 11
export const PROTOCOL_BITS = 511 << PROTOCOL_SHIFT
/** The protocol of a rule for every one, and of a rule of which nobody knows it. */
export const ANY_PROTOCOL = 256
/** What comparable rules are compared by. */
export const SHAPE = (1 << 20) - 1
/** Windows may enforce it; surely does; it allows; it may be of either direction; it names a program or a service. */
export const LIVE = 1 << 20
export const ENFORCED = 1 << 21
export const ALLOW = 1 << 22
export const EITHER_WAY = 1 << 23
export const BOUND = 1 << 24
const INTERFACES: ReadonlyMap<InterfaceType, number> = new Map([['lan', 1], ['wireless', 2], ['remote-access', 4], ['mobile-broadband', 8]])

/** What few rules have: ICMP types, Windows versions, and what narrows a rule without our knowing how. */
export interface Extra {
  readonly icmp: IcmpSet
  readonly platforms: string
  readonly unmodelled: string
  /** What a source leaves out (`service=not in this list`, `condition=if …`) may differ from rule to rule, though the words are the same. */
  readonly varies: boolean
}
export const NO_EXTRA: Extra = { icmp: [], platforms: '', unmodelled: '', varies: false }

/** The sets of a rule, in the order of `sets`. */
export const LOCAL_PORTS = 0
export const REMOTE_PORTS = 1
export const LOCAL_ADDRESSES = 2
export const REMOTE_ADDRESSES = 3
export const SETS = [LOCAL_PORTS, REMOTE_PORTS, LOCAL_ADDRESSES, REMOTE_ADDRESSES] as const
/** A column for each of `SETS`, and the store that its numbers are of. */
export type SetColumns = readonly [Int32Array, Int32Array, Int32Array, Int32Array]
export type SetStores = readonly [SetStore, SetStore, SetStore, SetStore]

const tables = new WeakMap<readonly Rule[], RuleTable>()
/** The table of a list of rules, which many ask for. */
export function tableOf(rules: readonly Rule[]): RuleTable {
  const held = tables.get(rules)
  if (held) return held
  const table = new RuleTable(rules)
  tables.set(rules, table)
  return table
}

/**
 * A list of rules as a few numbers each, read once: rules may decode themselves, and comparing numbers is all that follows. Of rows that are not
 * live there are no numbers, of those that are not comparable only ports. One row more than there are rules, for packets.
 */
export class RuleTable {
  readonly count: number
  readonly bits: Int32Array
  readonly programs: Int32Array
  readonly services: Int32Array
  /** Indices into `extraValues`. */
  readonly extras: Int32Array
  readonly extraValues: Extra[] = [NO_EXTRA]
  readonly sets: SetColumns
  readonly stores: SetStores
  readonly names = new Names()
  readonly #extraNumbers = new Map<string, number>()
  readonly #icmpNumbers = new Map<IcmpSet, number>()

  constructor(rules: readonly Rule[]) {
    const count = (this.count = rules.length)
    const column = (): Int32Array => new Int32Array(count + 1)
    this.bits = column()
    this.programs = column()
    this.services = column()
    this.extras = column()
    this.sets = [column(), column(), column(), column()]
    const [ports, addresses] = [new SetStore(false, count), new SetStore(true, count)]
    this.stores = [ports, ports, addresses, addresses]
    for (let row = 0; row < count; row++) this.#read(rules[row] as Rule, row)
    for (const store of [ports, addresses, this.names]) store.freeze()
  }

  #read(rule: Rule, row: number): void {
    const { enabled } = rule
    if (enabled === false || rule.malformed !== undefined) return
    const { direction, action, protocol, profiles, program, service } = rule
    const ports = this.stores[LOCAL_PORTS]
    const localPorts = (this.sets[LOCAL_PORTS][row] = ports.ofPorts(rule.localPorts))
    const remotePorts = (this.sets[REMOTE_PORTS][row] = ports.ofPorts(rule.remotePorts))
    const bits = LIVE | ((profiles & 7) << PROFILE_SHIFT) | (interfaceBits(rule.interfaceTypes) << INTERFACE_SHIFT)
      | ((typeof protocol === 'number' ? protocol & 255 : ANY_PROTOCOL) << PROTOCOL_SHIFT)
      | (direction === 'outbound' ? OUTBOUND : direction === 'inbound' ? 0 : EITHER_WAY)
      | (action === 'allow' ? ALLOW : action === 'block' ? BLOCK : 0)
      | (enabled === true ? ENFORCED : 0) | (program === undefined && service === undefined ? 0 : BOUND)
    this.bits[row] = bits
    // Unresolved names, IPsec and bypass rules prove nothing either way.
    if (enabled !== true || rule.ipsec || localPorts < 0 || remotePorts < 0 || direction === 'unknown' || protocol === 'unknown'
      || (bits & (ALLOW | BLOCK)) === 0 || (bits & PROFILE_BITS) === 0) return
    const addresses = this.stores[LOCAL_ADDRESSES]
    const localAddresses = (this.sets[LOCAL_ADDRESSES][row] = addresses.ofAddresses(rule.localAddresses))
    const remoteAddresses = (this.sets[REMOTE_ADDRESSES][row] = addresses.ofAddresses(rule.remoteAddresses))
    if (localAddresses < 0 || remoteAddresses < 0) return
    this.programs[row] = this.names.numberOf(program)
    this.services[row] = this.names.numberOf(service)
    this.extras[row] = this.#extra(rule)
    this.bits[row] = bits | COMPARABLE
  }
  #extra({ icmp, platforms, unmodelled }: Rule): number {
    if (icmp.length === 0 && platforms.length === 0 && unmodelled.length === 0) return 0
    if (platforms.length > 0 || unmodelled.length > 0) return this.#newExtra(icmp, platforms, unmodelled)
    // Parsers share lists of ICMP types.
    let number = this.#icmpNumbers.get(icmp)
    if (number === undefined) this.#icmpNumbers.set(icmp, (number = this.#newExtra(icmp, platforms, unmodelled)))
    return number
  }
  #newExtra(icmp: IcmpSet, platforms: readonly Platform[], unmodelled: readonly string[]): number {
    const types = [...new Set(icmp)].sort().filter(entry => entry.endsWith(':*') || !icmp.includes(`${entry.split(':')[0] as string}:*`))
    const varies = unmodelled.some(isLeftOpen)
    const extra: Extra = {
      icmp: types,
      platforms: [...new Set(platforms.map(p => `${p.platform}:${p.major}:${p.minor}${p.orLater ? '+' : ''}`))].sort().join(),
      unmodelled: unmodelled.length === 0 ? '' : JSON.stringify([...[...unmodelled].sort(), varies ? this.extraValues.length : '']), varies,
    }
    return numberOf(extra, JSON.stringify(extra), this.extraValues, this.#extraNumbers)
  }
}
/** The number of the extra with this key in a list. */
export function numberOf(extra: Extra, key: string, values: Extra[], numbers: Map<string, number>): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = values.push(extra) - 1
    numbers.set(key, number)
  }
  return number
}

const interfaceBits = (types: readonly InterfaceType[]): number => {
  if (types.length === 0) return 31
  let bits = 0
  for (const type of types) bits |= INTERFACES.get(type) ?? 0
  return bits
}
const isLeftOpen = (entry: string): boolean => /^(?:condition|icmp|ports|computer)=|=not in /.test(entry)
