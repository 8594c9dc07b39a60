import type { RuleGroup } from '../../model/policy.ts'
import { ANY, mix } from '../../model/names.ts'
import {
  ANY_PROTOCOL, BLOCK, COMPARABLE, type Extra, INTERFACE_BITS, LOCAL_ADDRESSES, LOCAL_PORTS, OUTBOUND, PROFILE_BITS, PROTOCOL_BITS, PROTOCOL_SHIFT, REMOTE_ADDRESSES,
  REMOTE_PORTS, type RuleColumns, type SetColumns, type SetStores, SETS, SHAPE, tableOf,
} from '../../model/table.ts'
import type { Rule } from '../../model/types.ts'
import { JoinedTables } from './joined-tables.ts'

const WITHIN = PROFILE_BITS | INTERFACE_BITS
const EVERY_PROTOCOL = ANY_PROTOCOL << PROTOCOL_SHIFT

/**
 * Every rule of a policy as a few numbers that can be compared across its lists. One row more than there are rules, for packets.
 */
export class Columns {
  readonly count: number
  /** How many rows are looked at: those that are comparable. */
  readonly active: number
  readonly shape: Int32Array
  readonly programs: Int32Array
  readonly services: Int32Array
  readonly extras: Int32Array
  readonly sets: SetColumns
  readonly stores: SetStores
  readonly #groups: readonly RuleGroup[]
  /** The row that each group begins with. */
  readonly #starts: number[] = []
  readonly #extras: readonly Extra[]

  constructor(groups: readonly RuleGroup[]) {
    this.#groups = groups.filter(group => group.kind === 'written' && group.rules.length > 0)
    const [first] = this.#groups
    const one: RuleColumns = first && this.#groups.length === 1 && first.ignoredIn === 0 && first.condition === undefined ? tableOf(first.rules) : new JoinedTables(this.#groups)
    this.count = one.count
    this.shape = one.bits
    this.programs = one.programs
    this.services = one.services
    this.extras = one.extras
    this.sets = one.sets
    this.stores = one.stores
    this.#extras = one.extraValues
    let start = 0
    for (const { rules } of this.#groups) {
      this.#starts.push(start)
      start += rules.length
    }
    let active = 0
    for (let row = 0; row < one.count; row++) active += (one.bits[row] as number) & COMPARABLE
    this.active = active
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
  isActive(row: number): boolean { return ((this.shape[row] as number) & COMPARABLE) !== 0 }
  hasPorts(row: number): boolean {
    const protocol = ((this.shape[row] as number) & PROTOCOL_BITS) >> PROTOCOL_SHIFT
    return protocol === 6 || protocol === 17
  }

  /** Whether `outer` matches every packet that `inner` matches and decides it at least as strongly: a block wins over an allow. */
  contains(outer: number, inner: number): boolean {
    const a = this.shape[inner] as number
    const b = this.shape[outer] as number
    if (((a ^ b) & OUTBOUND) !== 0 || (a & BLOCK & ~b) !== 0 || (a & ~b & WITHIN) !== 0) return false
    if ((b & PROTOCOL_BITS) !== EVERY_PROTOCOL && ((a ^ b) & PROTOCOL_BITS) !== 0) return false
    const program = this.programs[outer]
    if (program !== ANY && program !== this.programs[inner]) return false
    const service = this.services[outer]
    if (service !== ANY && service !== this.services[inner]) return false
    for (let s = REMOTE_ADDRESSES; s >= LOCAL_PORTS; s--) {
      const column = this.sets[s as 0]
      if (!this.stores[s as 0].includes(column[outer] as number, column[inner] as number)) return false
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
    return (((this.shape[a] as number) ^ (this.shape[b] as number)) & SHAPE) === 0 && this.programs[a] === this.programs[b] && this.services[a] === this.services[b]
      && this.extras[a] === this.extras[b] && this.#haveSame(LOCAL_PORTS, a, b) && this.#haveSame(REMOTE_PORTS, a, b)
      && this.#haveSame(LOCAL_ADDRESSES, a, b) && this.#haveSame(REMOTE_ADDRESSES, a, b)
  }
  #haveSame(s: (typeof SETS)[number], a: number, b: number): boolean {
    const column = this.sets[s]
    return this.stores[s].equal(column[a] as number, column[b] as number)
  }
  hash(row: number): number {
    let hash = mix(mix(0, (this.shape[row] as number) & SHAPE), this.programs[row] as number)
    hash = mix(mix(hash, this.services[row] as number), this.extras[row] as number)
    for (let s = 0; s < SETS.length; s++) hash = mix(hash, this.stores[s as 0].hash(this.sets[s as 0][row] as number))
    return hash
  }
}
