import { ANY, MAX_PROBES } from '../../model/names.ts'
import { holdersOf, type SetStore, topWords } from '../../model/set-store.ts'
import { OUTBOUND, SETS } from '../../model/table.ts'
import type { Columns } from './columns.ts'
import { CROWDED, Intervals } from './intervals.ts'
import { keyOf, LARGE, LARGE_STEP, largeLength, largePrefix, PROGRAM, SERVICE, SMALL, SMALL_STEP, smallLength, smallPrefix, WORD } from './keys.ts'

/** Fewer rules than this are compared one by one. */
const FEW = 32
/** How many comparisons a rule may cost on average, and how many it gets when the others have used them up. */
const AVERAGE = 400
const LEAST = 64

/** Six ways to stand: under the program, the service, or one of the four sets. */
const FIRST_SET = 2
const WAYS = 6
/** From so many rules on, every eighth is asked where it would look. */
const SAMPLE = 2_000

/**
 * Finds the rules that contain a rule or a packet. Each rule stands under one thing that it names, the one least asked for, and is found by asking
 * for everything that a containing rule could name: the same program or service, or a shorter prefix of the same ports or addresses.
 */
export class ShadowIndex {
  readonly #columns: Columns
  /** Rows that serve as containers no more. */
  readonly useless: Uint8Array
  /** Whether every search so far went to its end. */
  complete = true
  #budget: number
  #left = 0

  /** Open addressing: key, then where its rows begin in `#rows`; they end where the next slot's begin. */
  #keys = new Int32Array(0)
  #starts = new Int32Array(0)
  #rows = new Int32Array(0)
  /** Rows that name nothing, or all rows when there are few. */
  #unkeyed: number[] = []
  /** How the crowded slots are searched. */
  #intervals: Intervals | undefined
  /** Which prefix lengths are in use, by set: four of small ranges, four of large ones. */
  readonly #lengths: readonly Uint8Array[] = Array.from({ length: 8 }, (_, i) => new Uint8Array(i < 4 ? 33 : 129))
  #scratch = new Int32Array(64)

  // The question of the moment.
  #wanted = 0
  #except = 0
  #one = true
  #low = 0
  #high = 0
  #most = 0
  readonly #found: number[] = []

  constructor(columns: Columns, rows: Int32Array, useless: Uint8Array) {
    this.#columns = columns
    this.useless = useless
    this.#budget = AVERAGE * rows.length
    if (rows.length <= FEW) this.#unkeyed = [...rows]
    else this.#file(rows)
  }

  /** The first rule that contains this one; undefined when there is none. */
  container(row: number): number | undefined {
    this.#ask(row, row, true, 1)
    return this.#found[0]
  }
  /** Up to `most` + 1 rules besides `row` that contain this packet. */
  containersOf(packet: number, row: number, most: number): readonly number[] {
    this.#ask(packet, row, false, most + 1)
    return this.#found
  }

  #ask(row: number, except: number, one: boolean, most: number): void {
    this.#wanted = row
    this.#except = except
    this.#one = one
    this.#most = most
    if (this.#found.length > 0) this.#found.length = 0 // to set it costs more than to look
    const start = Math.max(this.#budget, LEAST)
    this.#left = start
    this.#search(row)
    if (this.#left <= 0) this.complete = false
    this.#budget += this.#left - start
    if (this.#budget < 0) this.#budget = 0
  }

  /** Whether the search is over. */
  #test(row: number): boolean {
    if (--this.#left <= 0) return true
    const wanted = this.#wanted
    if (row === this.#except) return false
    const columns = this.#columns
    if (!columns.contains(row, wanted)) return false
    if (this.#one) {
      // Of two that contain each other the earlier stays.
      if (row > wanted && columns.contains(wanted, row)) return false
    } else if (this.useless[row] === 1) return false
    this.#found.push(row)
    return this.#found.length >= this.#most
  }

  #search(row: number): void {
    for (let i = 0; i < this.#unkeyed.length; i++) if (this.#test(this.#unkeyed[i] as number)) return
    if (this.#rows.length > 0) this.#probe(row, undefined)
  }
  /** Goes through the keys that a containing rule could stand under; or only counts them in `load`. */
  #probe(row: number, load: Uint16Array | undefined): void {
    const columns = this.#columns
    const outbound = (columns.shape[row] as number) & OUTBOUND
    const program = columns.programs[row] as number
    const service = columns.services[row] as number
    if (program !== ANY && this.#probeKey(keyOf(outbound, PROGRAM, 0, program), load)) return
    if (service !== ANY && this.#probeKey(keyOf(outbound, SERVICE, 0, service), load)) return
    for (let s = 0; s < SETS.length; s++) {
      const number = columns.sets[s as 0][row] as number
      if (number !== ANY && this.#probeSet(columns.stores[s as 0], s, number, outbound, load)) return
    }
  }
  /** Any element of the set will do, so the first: whoever contains the set contains that. */
  #probeSet(store: SetStore, s: number, number: number, outbound: number, load: Uint16Array | undefined): boolean {
    const { words } = store
    const at = store.from4(number)
    if (at < store.to4(number)) {
      const from = words[at] as number
      const whole = smallLength(s, from, words[at + 1] as number)
      const used = this.#lengths[s] as Uint8Array
      for (let length = 0; length <= whole; length += SMALL_STEP) {
        if ((load || used[length] === 1) && this.#probeKey(keyOf(outbound, SMALL + 8 * s, length, smallPrefix(s, from, length)), load)) return true
      }
      return false
    }
    if (at < store.end(number)) {
      const whole = largeLength(words, at)
      const used = this.#lengths[4 + s] as Uint8Array
      for (let length = 0; length <= whole; length += LARGE_STEP) {
        if ((load || used[length] === 1) && this.#probeKey(keyOf(outbound, LARGE + 8 * s, length, largePrefix(words, at, length)), load)) return true
      }
      return false
    }
    for (let left = holdersOf(store.keywords(number), store.paired); left !== 0; left &= left - 1) {
      if (this.#probeKey(keyOf(outbound, WORD + 8 * s, 0, left & -left), load)) return true
    }
    return false
  }
  #probeKey(key: number, load: Uint16Array | undefined): boolean {
    if (!load) return this.#visit(key)
    const at = key & (load.length - 1)
    if ((load[at] as number) < 65535) load[at] = (load[at] as number) + 1
    return false
  }

  #visit(key: number): boolean {
    const slot = this.#slotOf(key)
    if (slot < 0) return false
    const from = this.#starts[slot] as number
    const to = this.#starts[slot + 1] as number
    if (to - from <= CROWDED) {
      for (let i = from; i < to; i++) if (this.#test(this.#rows[i] as number)) return true
      return false
    }
    const intervals = this.#intervals as Intervals
    const s = intervals.sortedBy[slot] as 0
    const store = this.#columns.stores[s]
    const number = this.#columns.sets[s][this.#wanted] as number
    this.#low = store.low(number)
    this.#high = store.high(number)
    return this.#descend(intervals, from, to)
  }
  /** Only ranges that contain ours, by low end: as deep as the logarithm of the bucket. */
  #descend(intervals: Intervals, from: number, to: number): boolean {
    if (from >= to) return false
    const middle = (from + to) >> 1
    if ((intervals.tops[middle] as number) < this.#high) return false
    if (this.#descend(intervals, from, middle)) return true
    if ((intervals.lows[middle] as number) > this.#low) return false
    if ((intervals.highs[middle] as number) >= this.#high && this.#test(this.#rows[middle] as number)) return true
    return this.#descend(intervals, middle + 1, to)
  }

  #slotOf(key: number): number {
    const slot = freeSlot(this.#keys, key)
    return slot >= 0 && this.#keys[slot] === key ? slot : -1
  }

  /** Each rule goes where the fewest questions come by, of which a sample is enough to know. */
  #file(rows: Int32Array): void {
    const load = new Uint16Array(powerAbove(rows.length * 2))
    const step = rows.length > SAMPLE ? 8 : 1
    for (let r = 0; r < rows.length; r += step) this.#probe(rows[r] as number, load)
    const mask = load.length - 1
    const named = [this.#columns.programs, this.#columns.services, ...this.#columns.sets]
    const ways = new Int8Array(rows.length).fill(-1)
    let entries = 0
    for (let r = 0; r < rows.length; r++) {
      let best = Infinity
      let keys = 0
      for (let way = 0; way < WAYS; way++) {
        if ((named[way] as Int32Array)[rows[r] as number] === ANY) continue
        const count = this.#keysOf(rows[r] as number, way, false)
        let cost = count
        for (let i = 0; i < count; i++) cost += step * (load[(this.#scratch[i] as number) & mask] as number)
        if (cost < best) { best = cost; ways[r] = way; keys = count }
      }
      entries += keys
    }
    this.#fill(rows, ways, entries)
  }

  /** Two passes: count what stands under each key, then put it there. */
  #fill(rows: Int32Array, ways: Int8Array, entries: number): void {
    const size = powerAbove(entries * 2)
    const keys = (this.#keys = new Int32Array(size))
    const starts = (this.#starts = new Int32Array(size + 1))
    const slots = new Int32Array(entries)
    const owners = new Int32Array(entries)
    let sum = 0
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r] as number
      const count = this.#keysOf(row, ways[r] as number, true)
      let placed = count > 0
      for (let i = 0; i < count; i++) {
        const key = this.#scratch[i] as number
        const slot = freeSlot(keys, key)
        if (slot < 0) { placed = false; continue }
        keys[slot] = key
        starts[slot] = (starts[slot] as number) + 1
        slots[sum] = slot
        owners[sum++] = row
      }
      if (!placed) this.#unkeyed.push(row)
    }
    const crowded: number[] = []
    let end = 0
    for (let slot = 0; slot <= size; slot++) {
      const count = starts[slot] as number
      if (count > CROWDED) crowded.push(slot)
      starts[slot] = end += count
    }
    this.#rows = new Int32Array(sum)
    for (let entry = sum - 1; entry >= 0; entry--) {
      const slot = slots[entry] as number
      this.#rows[(starts[slot] = (starts[slot] as number) - 1)] = owners[entry] as number
    }
    if (crowded.length > 0) this.#intervals = new Intervals(this.#columns, this.#rows, starts, crowded)
  }

  /** Writes down the keys that a row could stand under in one way: its program, its service, or the elements of one set. When it is final, notes the lengths too. */
  #keysOf(row: number, way: number, final: boolean): number {
    const columns = this.#columns
    const outbound = (columns.shape[row] as number) & OUTBOUND
    if (way < FIRST_SET) {
      const number = way < 0 ? ANY : ((way === PROGRAM ? columns.programs : columns.services)[row] as number)
      if (number === ANY) return 0
      this.#scratch[0] = keyOf(outbound, way, 0, number)
      return 1
    }
    const s = (way - FIRST_SET) as 0
    const number = columns.sets[s][row] as number
    if (number === ANY) return 0
    const store = columns.stores[s]
    const { words } = store
    const middle = store.to4(number)
    const end = store.end(number)
    let count = 0
    if (end - store.from4(number) + 32 > this.#scratch.length) this.#scratch = new Int32Array(end - store.from4(number) + 64)
    const scratch = this.#scratch
    const small = this.#lengths[s] as Uint8Array
    const large = this.#lengths[4 + s] as Uint8Array
    for (let at = store.from4(number); at < middle; at += 2) {
      const from = words[at] as number
      const length = smallLength(s, from, words[at + 1] as number)
      if (final) small[length] = 1
      const key = keyOf(outbound, SMALL + 8 * s, length, smallPrefix(s, from, length))
      if (count === 0 || scratch[count - 1] !== key) scratch[count++] = key // neighbours often share a prefix
    }
    for (let at = middle; at < end; at += 8) {
      const length = largeLength(words, at)
      if (final) large[length] = 1
      scratch[count++] = keyOf(outbound, LARGE + 8 * s, length, largePrefix(words, at, length))
    }
    for (let left = topWords(store.keywords(number), store.paired); left !== 0; left &= left - 1) scratch[count++] = keyOf(outbound, WORD + 8 * s, 0, left & -left)
    return count
  }
}

/** Where a key stands or would stand; -1 where its way through the table is too long. */
function freeSlot(keys: Int32Array, key: number): number {
  const mask = keys.length - 1
  let slot = key & mask
  for (let probe = 1; probe <= MAX_PROBES; probe++) {
    const held = keys[slot]
    if (held === key || held === 0) return slot
    slot = (slot + probe) & mask
  }
  return -1
}

const powerAbove = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(64, count)))
