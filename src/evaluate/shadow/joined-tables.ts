import { ANY } from '../../model/names.ts'
import type { RuleGroup } from '../../model/policy.ts'
import { COMPARABLE, type Extra, LOCAL_ADDRESSES, LOCAL_PORTS, NO_EXTRA, PROFILE_BITS, PROFILE_SHIFT, RuleColumns, type RuleTable, SETS, tableOf } from '../../model/table.ts'

/** The comparable rows of several tables, numbered anew: each table has numbers of its own. */
export class JoinedTables extends RuleColumns {
  constructor(groups: readonly RuleGroup[]) {
    const count = groups.reduce((sum, group) => sum + group.rules.length, 0)
    super(count, 0)
    this.count = count
    let start = 0
    groups.forEach((group, index) => {
      this.#add(tableOf(group.rules), start, group, index)
      start += group.rules.length
    })
    this.names.freeze()
  }

  #add(table: RuleTable, start: number, { ignoredIn, condition }: RuleGroup, index: number): void {
    const [ports, , addresses] = this.stores
    const shifts = [ports.addAll(table.stores[LOCAL_PORTS]), addresses.addAll(table.stores[LOCAL_ADDRESSES])] as const
    const nameOf = renumbering(table.names.size, number => this.names.numberOf(table.names.nameOf(number)))
    const extraOf = renumbering(table.extraValues.length, number => this.#extra(table.extraValues[number] as Extra, index, condition !== undefined))
    const ignored = ignoredIn << PROFILE_SHIFT
    for (let row = 0; row < table.count; row++) {
      const bits = (table.bits[row] as number) & ~ignored
      if ((bits & COMPARABLE) === 0 || (bits & PROFILE_BITS) === 0) continue
      const to = start + row
      this.bits[to] = bits
      this.programs[to] = nameOf(table.programs[row] as number)
      this.services[to] = nameOf(table.services[row] as number)
      this.extras[to] = extraOf(table.extras[row] as number)
      for (const s of SETS) {
        const number = table.sets[s][row] as number
        this.sets[s][to] = number === ANY ? ANY : number + shifts[s < LOCAL_ADDRESSES ? 0 : 1]
      }
    }
  }
  /** A condition of the whole group (a WMI filter) narrows each rule of it in the same unknown way. */
  #extra(extra: Extra, table: number, isConditional: boolean): number {
    if (extra === NO_EXTRA && !isConditional) return 0
    const isPlain = extra.unmodelled === '' && !isConditional
    const joined: Extra = { ...extra, unmodelled: isPlain ? '' : JSON.stringify([isConditional ? table : '', extra.unmodelled, extra.varies ? table : '']) }
    return this.extraNumber(joined)
  }
}
/** Asks for the new number of each number once. */
function renumbering(size: number, ask: (number: number) => number): (number: number) => number {
  const known = new Int32Array(size)
  return number => (known[number] ||= ask(number) + 1) - 1
}
