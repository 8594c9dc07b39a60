import { SETS } from '../../model/table.ts'
import type { Columns } from './columns.ts'

/** Buckets with more rules than this are searched by range. */
export const CROWDED = 16

/** Crowded buckets, sorted by the low end of one set, so that a search passes over all whose ranges end too early or begin too late. */
export class Intervals {
  /** The set by which a bucket is sorted, by slot. */
  readonly sortedBy: Int8Array
  /** By place in `rows`: both ends, and the greatest high end of each half-interval's subtree. */
  readonly lows: Uint32Array
  readonly highs: Uint32Array
  readonly tops: Uint32Array
  readonly #columns: Columns
  readonly #rows: Int32Array

  /** Sorts the crowded slots of a table, of which there is one at least: `starts` says where the rows of each begin in `rows`. */
  constructor(columns: Columns, rows: Int32Array, starts: Int32Array, crowded: readonly number[]) {
    this.#columns = columns
    this.#rows = rows
    const last = starts[(crowded.at(-1) as number) + 1] as number
    this.sortedBy = new Int8Array(starts.length)
    this.lows = new Uint32Array(last)
    this.highs = new Uint32Array(last)
    this.tops = new Uint32Array(last)
    for (const slot of crowded) {
      const from = starts[slot] as number
      const to = starts[slot + 1] as number
      const s = this.#tellingSet(from, to)
      this.sortedBy[slot] = s
      const store = this.#columns.stores[s as 0]
      const column = this.#columns.sets[s as 0]
      const low = (row: number): number => store.low(column[row] as number)
      const high = (row: number): number => store.high(column[row] as number)
      this.#rows.subarray(from, to).set(sortedBy(this.#rows.slice(from, to), low))
      for (let i = from; i < to; i++) {
        this.lows[i] = low(this.#rows[i] as number)
        this.highs[i] = high(this.#rows[i] as number)
      }
      this.#raise(from, to)
    }
  }
  #raise(from: number, to: number): number {
    if (from >= to) return 0
    const middle = (from + to) >> 1
    return (this.tops[middle] = Math.max(this.highs[middle] as number, this.#raise(from, middle), this.#raise(middle + 1, to)))
  }
  /** The set by whose ends the fewest rules of a bucket could contain each other, judged by a few of them. */
  #tellingSet(from: number, to: number): number {
    const { stores, sets } = this.#columns
    const step = Math.ceil((to - from) / CROWDED)
    const lows = new Float64Array(CROWDED)
    const highs = new Float64Array(CROWDED)
    let best = 0
    let fewest = Infinity
    for (const s of SETS) {
      let count = 0
      for (let i = from; i < to; i += step) {
        const number = sets[s][this.#rows[i] as number] as number
        lows[count] = stores[s].low(number)
        highs[count++] = stores[s].high(number)
      }
      let pairs = 0
      for (let a = 0; a < count; a++) {
        const low = lows[a] as number
        const high = highs[a] as number
        for (let b = 0; b < count; b++) if ((lows[b] as number) <= low && (highs[b] as number) >= high) pairs++
      }
      if (pairs < fewest) { fewest = pairs; best = s }
    }
    return best
  }
}

/** Sorted by a 32-bit number, then as they stood: as doubles, which typed arrays sort without calling back. */
function sortedBy(rows: Int32Array, low: (row: number) => number): Int32Array {
  if (rows.length > 2 ** 21) return rows.sort((a, b) => low(a) - low(b) || a - b)
  const keys = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) keys[i] = low(rows[i] as number) * 2 ** 21 + i
  keys.sort()
  const sorted = new Int32Array(rows.length)
  for (let i = 0; i < rows.length; i++) sorted[i] = rows[(keys[i] as number) % 2 ** 21] as number
  return sorted
}
