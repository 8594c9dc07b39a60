import type { RuleGroup } from '../../model/policy.ts'
import type { IcmpSet, InterfaceType, Rule } from '../../model/types.ts'
import { ANY, mix, NamePool, SetPool } from './pools.ts'

/** The bits of `shape`. A rule that is not looked at has none. */
export const ACTIVE = 1
export const OUTBOUND = 2
export const BLOCK = 4
export const PROFILE_SHIFT = 3
export const INTERFACE_SHIFT = 6
const PROFILE_BITS = 7 << PROFILE_SHIFT
/** Four named types and one bit for every other adapter: the four together are not "all". */
const INTERFACE_BITS = 31 << INTERFACE_SHIFT
const WITHIN = PROFILE_BITS | INTERFACE_BITS
const PROTOCOL_SHIFT = 11
const PROTOCOL_BITS = 511 << PROTOCOL_SHIFT
const ANY_PROTOCOL = 256 << PROTOCOL_SHIFT
const INTERFACES: ReadonlyMap<InterfaceType, number> = new Map([['lan', 1], ['wireless', 2], ['remote-access', 4], ['mobile-broadband', 8]])

/** What few rules have: ICMP types, Windows versions, and what narrows a rule without our knowing how. */
interface Extra { readonly icmp: IcmpSet; readonly platforms: string; readonly unmodelled: string }

/** The sets of a rule, in the order of `sets`. */
export const LOCAL_PORTS = 0
export const REMOTE_PORTS = 1
export const LOCAL_ADDRESSES = 2
export const REMOTE_ADDRESSES = 3
export const SETS = [LOCAL_PORTS, REMOTE_PORTS, LOCAL_ADDRESSES, REMOTE_ADDRESSES] as const

/**
 * Every rule of a policy as a few numbers, read once: rules may decode themselves, and comparing numbers is all that follows.
 * One row more than there are rules, for packets.
 */
export class Columns {
  readonly count: number
  /** How many rows are looked at. */
  readonly active: number
  readonly shape: Int32Array
  readonly programs: Int32Array
  readonly services: Int32Array
  readonly extras: Int32Array
  readonly sets: readonly [Int32Array, Int32Array, Int32Array, Int32Array]
  readonly pools: readonly [SetPool, SetPool, SetPool, SetPool]
  readonly #groups: readonly RuleGroup[]
  /** The row that each group begins with. */
  readonly #starts: number[] = []
  readonly #extras: Extra[] = [{ icmp: [], platforms: '', unmodelled: '' }]
  readonly #extraNumbers = new Map<string, number>()
  readonly #names = new NamePool()

  constructor(groups: readonly RuleGroup[]) {
    this.#groups = groups.filter(group => group.kind === 'written' && group.rules.length > 0)
    this.count = this.#groups.reduce((sum, group) => sum + group.rules.length, 0)
    const column = (): Int32Array => new Int32Array(this.count + 1)
    this.shape = column()
    this.programs = column()
    this.services = column()
    this.extras = column()
    this.sets = [column(), column(), column(), column()]
    const [ports, addresses] = [new SetPool(false), new SetPool(true)]
    this.pools = [ports, ports, addresses, addresses]
    let row = 0
    let active = 0
    this.#groups.forEach((group, index) => {
      this.#starts.push(row)
      for (const rule of group.rules) if (this.#read(rule, row++, group, index)) active++
    })
    this.active = active
    for (const pool of [ports, addresses, this.#names]) pool.freeze()
  }

  /** Only what Windows surely enforces as written; unresolved names, IPsec and bypass rules prove nothing either way. */
  #read(rule: Rule, row: number, group: RuleGroup, index: number): boolean {
    if (rule.enabled !== true || rule.malformed !== undefined || rule.ipsec) return false
    const { direction, action, protocol } = rule
    const profiles = rule.profiles & ~group.ignoredIn & 7
    if (direction === 'unknown' || protocol === 'unknown' || (action !== 'allow' && action !== 'block') || profiles === 0) return false
    const ports = this.pools[LOCAL_PORTS]
    const addresses = this.pools[LOCAL_ADDRESSES]
    const localPorts = ports.ofPorts(rule.localPorts)
    const remotePorts = ports.ofPorts(rule.remotePorts)
    const localAddresses = addresses.ofAddresses(rule.localAddresses)
    const remoteAddresses = addresses.ofAddresses(rule.remoteAddresses)
    if (localPorts < 0 || remotePorts < 0 || localAddresses < 0 || remoteAddresses < 0) return false
    this.sets[LOCAL_PORTS][row] = localPorts
    this.sets[REMOTE_PORTS][row] = remotePorts
    this.sets[LOCAL_ADDRESSES][row] = localAddresses
    this.sets[REMOTE_ADDRESSES][row] = remoteAddresses
    this.programs[row] = this.#names.numberOf(rule.program)
    this.services[row] = this.#names.numberOf(rule.service)
    this.extras[row] = this.#extra(rule, group.condition === undefined ? -1 : index)
    this.shape[row] = ACTIVE | (direction === 'outbound' ? OUTBOUND : 0) | (action === 'block' ? BLOCK : 0) | (profiles << PROFILE_SHIFT)
      | (interfaceBits(rule.interfaceTypes) << INTERFACE_SHIFT) | ((protocol === 'any' ? 256 : protocol & 255) << PROTOCOL_SHIFT)
    return true
  }
  /** A condition of the whole group (a WMI filter) narrows each rule of it in the same unknown way. */
  #extra({ icmp, platforms, unmodelled }: Rule, condition: number): number {
    if (icmp.length === 0 && platforms.length === 0 && unmodelled.length === 0 && condition < 0) return 0
    const types = [...new Set(icmp)].sort().filter(entry => entry.endsWith(':*') || !icmp.includes(`${entry.split(':')[0] as string}:*`))
    const extra: Extra = {
      icmp: types,
      platforms: [...new Set(platforms.map(p => `${p.platform}:${p.major}:${p.minor}${p.orLater ? '+' : ''}`))].sort().join(),
      // What a source leaves out (`service=not in this list`, `condition=if …`) may differ from rule to rule, though the words are the same.
      unmodelled: condition < 0 && unmodelled.length === 0 ? '' : JSON.stringify([condition, ...[...unmodelled].sort(), unmodelled.some(isLeftOpen) ? this.#extras.length : '']),
    }
    const key = JSON.stringify([types, extra.platforms, extra.unmodelled])
    let number = this.#extraNumbers.get(key)
    if (number === undefined) {
      number = this.#extras.push(extra) - 1
      this.#extraNumbers.set(key, number)
    }
    return number
  }

  ruleAt(row: number): Rule {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] as number) <= row) low = middle
      else high = middle - 1
    }
    return this.#groups[low]?.rules[row - (this.#starts[low] as number)] as Rule
  }
  hasPorts(row: number): boolean {
    const protocol = ((this.shape[row] as number) & PROTOCOL_BITS) >> PROTOCOL_SHIFT
    return protocol === 6 || protocol === 17
  }

  /** Whether `outer` matches every packet that `inner` matches and decides it at least as strongly: a block wins over an allow. */
  contains(outer: number, inner: number): boolean {
    const a = this.shape[inner] as number
    const b = this.shape[outer] as number
    if (((a ^ b) & OUTBOUND) !== 0 || (a & BLOCK & ~b) !== 0 || (a & ~b & WITHIN) !== 0) return false
    if ((b & PROTOCOL_BITS) !== ANY_PROTOCOL && ((a ^ b) & PROTOCOL_BITS) !== 0) return false
    const program = this.programs[outer]
    if (program !== ANY && program !== this.programs[inner]) return false
    const service = this.services[outer]
    if (service !== ANY && service !== this.services[inner]) return false
    for (let s = REMOTE_ADDRESSES; s >= LOCAL_PORTS; s--) {
      const column = this.sets[s as 0]
      if (!this.pools[s as 0].includes(column[outer] as number, column[inner] as number)) return false
    }
    const extra = this.extras[outer] as number
    return extra === 0 || extra === this.extras[inner] || this.#includesExtra(this.#extras[extra] as Extra, this.#extras[this.extras[inner] as number] as Extra)
  }
  #includesExtra(outer: Extra, inner: Extra): boolean {
    if (outer.platforms !== '' && outer.platforms !== inner.platforms) return false
    if (outer.unmodelled !== '' && outer.unmodelled !== inner.unmodelled) return false
    if (outer.icmp.length === 0) return true
    return inner.icmp.length > 0 && inner.icmp.every(entry => outer.icmp.includes(entry) || outer.icmp.includes(`${entry.split(':')[0] as string}:*`))
  }

  /** Whether two rows say the same. */
  equal(a: number, b: number): boolean {
    return this.shape[a] === this.shape[b] && this.programs[a] === this.programs[b] && this.services[a] === this.services[b]
      && this.extras[a] === this.extras[b] && this.sets[0][a] === this.sets[0][b] && this.sets[1][a] === this.sets[1][b]
      && this.sets[2][a] === this.sets[2][b] && this.sets[3][a] === this.sets[3][b]
  }
  hash(row: number): number {
    let hash = mix(mix(0, this.shape[row] as number), this.programs[row] as number)
    hash = mix(mix(hash, this.services[row] as number), this.extras[row] as number)
    for (let s = 0; s < SETS.length; s++) hash = mix(hash, this.sets[s as 0][row] as number)
    return hash
  }
}

const interfaceBits = (types: readonly InterfaceType[]): number =>
  types.length === 0 ? 31 : types.reduce((bits, type) => bits | (INTERFACES.get(type) ?? 0), 0)
const isLeftOpen = (entry: string): boolean => /^(?:condition|icmp|ports|computer)=|=not in /.test(entry)
