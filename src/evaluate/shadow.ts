import type { RuleGroup } from '../model/policy.ts'
import { MAX_PROBES } from '../model/names.ts'
import type { Shadow, ShadowSearch } from '../model/shadows.ts'
import { Columns } from './shadow/columns.ts'
import { ShadowIndex } from './shadow/shadow-index.ts'
import { coverOf } from './shadow/union.ts'

/**
 * In larger policies only single rules are named. So many rules were not written by hand: thousands overlap thousands,
 * and which of them together make one useless is nothing that a person could act upon.
 */
const UNION_LIMIT = 5_000

/**
 * The rules that never decide a packet: equal to an earlier rule, inside another one, or covered by several together. A block wins over an
 * allow in any order ([MS-FASP] 2.2.34), so an allow can be covered by both, a block only by blocks. Linear in practice, and by a budget.
 */
export function findShadowed(groups: readonly RuleGroup[]): ShadowSearch {
  const columns = new Columns(groups)
  const { count, active } = columns
  /** By row: the one row that is reason enough, from 1; 0 for none. */
  const reasons = new Int32Array(count)
  const useless = new Uint8Array(count + 1)
  const covers = new Map<number, readonly number[]>()
  const distinct = firstOfEach(columns, (later, earlier) => { reasons[later] = earlier + 1; useless[later] = 1 })
  const index = new ShadowIndex(columns, distinct, useless)
  for (let i = 0; i < distinct.length; i++) reasons[distinct[i] as number] = (index.container(distinct[i] as number) ?? -1) + 1
  // From here on no useless rule serves as a reason: two rules must not make each other useless.
  for (let row = 0; row < count; row++) if (reasons[row] !== 0) useless[row] = 1
  for (const row of active <= UNION_LIMIT ? distinct : []) {
    const cover = useless[row] === 1 ? undefined : coverOf(row, columns, index)
    if (!cover) continue
    covers.set(row, cover)
    useless[row] = 1
  }
  const shadows: Shadow[] = []
  for (let row = 0; row < count; row++) {
    if (useless[row] === 0) continue
    const reason = (reasons[row] as number) - 1
    const by = reason < 0 ? (covers.get(row) ?? []) : [reason]
    const kind = reason >= 0 && columns.equal(row, reason) ? 'duplicate' : 'shadowed'
    shadows.push({ rule: columns.ruleAt(row), kind, by: by.map(other => columns.ruleAt(other)) })
  }
  return { shadows, complete: index.complete }
}

/** The rows that say something new; the others go to `repeats` with the one they repeat. */
function firstOfEach(columns: Columns, repeats: (later: number, earlier: number) => void): Int32Array {
  const rows = new Int32Array(columns.active)
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, columns.active * 2))))
  const mask = slots.length - 1
  let count = 0
  search: for (let row = 0; row < columns.count; row++) {
    if (!columns.isActive(row)) continue
    let slot = columns.hash(row) & mask
    for (let probe = 1; probe <= MAX_PROBES; probe++) {
      const held = (slots[slot] as number) - 1
      if (held < 0) { slots[slot] = row + 1; break }
      if (columns.equal(held, row)) { repeats(row, held); continue search }
      slot = (slot + probe) & mask
    }
    rows[count++] = row
  }
  return rows.subarray(0, count)
}
