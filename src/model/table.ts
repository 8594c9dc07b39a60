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

/** What a rule means for packets: what a row is made of. */
export type Meaning = Pick<
  Rule, 'enabled' | 'direction' | 'action' | 'protocol' | 'profiles' | 'program' | 'service' | 'ipsec' | 'icmp' | 'interfaceTypes' | 'platforms' | 'unmodelled' | 'partial'
>
export type RuleSets = Pick<Rule, 'localPorts' | 'remotePorts' | 'localAddresses' | 'remoteAddresses'>

const tables = new WeakMap<readonly Rule[], RuleTable>()
/** The table of a list of rules, which many ask for. */
export function tableOf(rules: readonly Rule[]): RuleTable {
  const held = tables.get(rules)
  if (held) return held
  const table = new RuleTable(rules.length)
  for (let row = 0; row < rules.length; row++) {
    const rule = rules[row] as Rule
    if (rule.enabled !== false && rule.malformed === undefined) table.fill(row, rule, rule)
  }
  table.end(rules.length)
  tables.set(rules, table)
  return table
}
/** For a parser that has filled the table while it read: the row of each rule is its place in the list. */
export function giveTable(rules: readonly Rule[], table: RuleTable): void {
  table.end(rules.length)
  tables.set(rules, table)
}

/** Rows of a few numbers each, and what the numbers stand for. One row more than there are rules, for packets. */
export class RuleColumns {
  count = 0
  bits: Int32Array
  programs: Int32Array
  services: Int32Array
  /** Indices into `extraValues`. */
  extras: Int32Array
  readonly extraValues: Extra[] = [NO_EXTRA]
  sets: SetColumns
  readonly stores: SetStores
  readonly names = new Names()
  readonly #extraNumbers = new Map<string, number>()

  /** With room for so many rules, and stores with room for the sets of so many. */
  constructor(rules: number, stored: number) {
    const column = (): Int32Array => new Int32Array(rules + 1)
    this.bits = column()
    this.programs = column()
    this.services = column()
    this.extras = column()
    this.sets = [column(), column(), column(), column()]
    const [ports, addresses] = [new SetStore(false, stored), new SetStore(true, stored)]
    this.stores = [ports, ports, addresses, addresses]
  }

  /** The number of an extra: the one that an equal extra has already, or the next. */
  protected extraNumber(extra: Extra): number {
    const key = JSON.stringify(extra)
    let number = this.#extraNumbers.get(key)
    if (number === undefined) {
      number = this.extraValues.push(extra) - 1
      this.#extraNumbers.set(key, number)
    }
    return number
  }
}

/**
 * A list of rules as a few numbers each, read once: rules may decode themselves, and comparing numbers is all that follows. Rules that are
 * switched off or malformed have no bits.
 */
export class RuleTable extends RuleColumns {
  readonly #icmpNumbers = new Map<IcmpSet, number>()

  /** With room for so many rules; it grows. */
  constructor(room: number) { super(room, room) }

  /** Makes a row say what a rule that is not malformed says. */
  fill(row: number, rule: Meaning, { localPorts, remotePorts, localAddresses, remoteAddresses }: RuleSets): void {
    if (row + 1 >= this.bits.length) this.#grow()
    const { sets, stores } = this
    const ports = stores[LOCAL_PORTS]
    const addresses = stores[LOCAL_ADDRESSES]
    const local = (sets[LOCAL_PORTS][row] = ports.ofPorts(localPorts))
    const remote = (sets[REMOTE_PORTS][row] = ports.ofPorts(remotePorts))
    const here = (sets[LOCAL_ADDRESSES][row] = addresses.ofAddresses(localAddresses))
    const there = (sets[REMOTE_ADDRESSES][row] = addresses.ofAddresses(remoteAddresses))
    const { enabled, direction, action, protocol, profiles, program, service } = rule
    if (enabled === false) {
      this.bits[row] = 0
      return
    }
    const bits = LIVE | ((profiles & 7) << PROFILE_SHIFT) | (interfaceBits(rule.interfaceTypes) << INTERFACE_SHIFT)
      | ((typeof protocol === 'number' ? protocol & 255 : ANY_PROTOCOL) << PROTOCOL_SHIFT)
      | (direction === 'outbound' ? OUTBOUND : direction === 'inbound' ? 0 : EITHER_WAY)
      | (action === 'allow' ? ALLOW : action === 'block' ? BLOCK : 0)
      | (enabled === true ? ENFORCED : 0) | (program === undefined && service === undefined ? 0 : BOUND)
    this.bits[row] = bits
    // Unresolved names, IPsec and bypass rules prove nothing either way, nor does a rule of which its source shows a part.
    if (enabled !== true || rule.ipsec || rule.partial === true || local < 0 || remote < 0 || here < 0 || there < 0 || direction === 'unknown'
      || protocol === 'unknown' || (bits & (ALLOW | BLOCK)) === 0 || (bits & PROFILE_BITS) === 0) return
    this.programs[row] = this.names.numberOf(program)
    this.services[row] = this.names.numberOf(service)
    this.extras[row] = this.#extra(rule)
    this.bits[row] = bits | COMPARABLE
  }
  /** The row has no bits any more. */
  clear(row: number): void { this.bits[row] = 0 }
  /** No rules come any more. */
  end(count: number): void {
    this.count = count
    for (const store of [this.stores[LOCAL_PORTS], this.stores[LOCAL_ADDRESSES], this.names]) store.freeze()
  }
  #grow(): void {
    this.bits = grown(this.bits)
    this.programs = grown(this.programs)
    this.services = grown(this.services)
    this.extras = grown(this.extras)
    const [localPorts, remotePorts, localAddresses, remoteAddresses] = this.sets
    this.sets = [grown(localPorts), grown(remotePorts), grown(localAddresses), grown(remoteAddresses)]
  }
  #extra({ icmp, platforms, unmodelled }: Meaning): number {
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
    return this.extraNumber(extra)
  }
}
/** The column with twice the room. */
export function grown(column: Int32Array): Int32Array {
  const next = new Int32Array(2 * column.length)
  next.set(column)
  return next
}

const interfaceBits = (types: readonly InterfaceType[]): number => {
  if (types.length === 0) return 31
  let bits = 0
  for (const type of types) bits |= INTERFACES.get(type) ?? 0
  return bits
}
const isLeftOpen = (entry: string): boolean => /^(?:condition|icmp|ports|computer)=|=not in /.test(entry)
