import { ANY_ADDRESSES } from './addresses.ts'
import { writeLarge } from './large.ts'
import { ANY, mix } from './names.ts'
import { ANY_PORTS, type PortEntry, PortList } from './ports.ts'
import type { AddressKeyword, AddressSet, PortKeyword, PortSet, Range4, Range6 } from './types.ts'

const PORT_WORDS: readonly PortKeyword[] = ['rpc', 'rpc-epmap', 'iphttps', 'teredo', 'dhcp', 'ply2disc', 'mdns', 'tcpcdpsvc', 'cortana']
const ADDRESS_WORDS: readonly AddressKeyword[] = [
  'local-subnet', 'local-subnet4', 'local-subnet6', 'dns', 'dns4', 'dns6', 'dhcp', 'dhcp4', 'dhcp6', 'wins', 'wins4', 'wins6',
  'default-gateway', 'default-gateway4', 'default-gateway6', 'intranet', 'internet', 'intranet-remote-access', 'play-to-device', 'captive-portal',
]
/** The first fifteen words come in threes: both families, IPv4, IPv6. */
const PAIRED = 15
/** A word with all the words that it holds: "local subnet" holds the local subnet of each family. */
const ADDRESS_BITS: ReadonlyMap<AddressKeyword, number> = new Map(ADDRESS_WORDS.map((word, i) => [word, i < PAIRED && i % 3 === 0 ? 7 << i : 1 << i]))
const PORT_BITS: ReadonlyMap<PortKeyword, number> = new Map(PORT_WORDS.map((word, i) => [word, 1 << i]))
/** The words of a mask that no other word of it holds. */
export function topWords(mask: number, paired: boolean): number {
  if (!paired) return mask
  let top = mask
  for (let i = 0; i < PAIRED; i += 3) if ((mask >>> i & 1) === 1) top &= ~(6 << i)
  return top
}
/** The words that hold the lowest word of a mask. */
export function holdersOf(mask: number, paired: boolean): number {
  const i = 31 - Math.clz32(mask & -mask)
  return paired && i < PAIRED ? (1 << i) | (1 << (i - i % 3)) : 1 << i
}

const HAS_V6 = 0x80000000
/** Lists up to this length are rather written once more than looked for. */
const SHORT = 16
/** The number of a set with names that nobody has resolved. */
export const UNRESOLVED = -1

/**
 * Sets of ports or addresses as words: keywords and a mark, the count of the small ranges, [where the mark says so that of the large ones], small
 * ranges (from, to), then IPv6 ranges of four words an end. Ports are small ranges. The number of a set is where its words begin; equal sets may
 * have several numbers, but every port and every address is always `ANY`.
 */
// Plain loops in what runs for every rule: most runs are over before the compiler has turned iterators into them.
export class SetStore {
  /** Whether the keywords come in families: addresses. */
  readonly paired: boolean
  words: Uint32Array
  /** Where the next set goes. */
  #end = 0
  /** Sets that are more than a range or a short list: many rules may share them. */
  #known = new Map<PortSet | AddressSet, number>()

  /** With room for so many sets, if they are that many. Memory that is never written is never taken. */
  constructor(paired: boolean, room: number) {
    this.words = new Uint32Array(Math.max(256, 4 * room))
    this.paired = paired
    if (paired) this.addAddresses([[0, 0xffffffff]], [[0n, (1n << 128n) - 1n]], [])
    else this.addPorts([[0, 65535]], [])
  }
  /** Sets that come from now on are not known again. */
  freeze(): void { this.#known = new Map() }

  /** Parsers share the sets of "any", so most sets need no look inside. */
  ofPorts(set: PortSet): number {
    if (set === ANY_PORTS) return ANY
    const { from, to } = set
    if (from !== undefined && to !== undefined) return from === 0 && to === 65535 ? ANY : this.#addRange(from, to)
    if (set instanceof PortList && set.entries.length <= SHORT) return this.#addEntries(set.entries)
    const known = this.#known.get(set)
    if (known !== undefined) return known
    const number = this.#readPorts(set)
    this.#known.set(set, number)
    return number
  }
  #readPorts({ ranges, keywords, unresolved }: PortSet): number {
    if (unresolved.length > 0) return UNRESOLVED
    const first = ranges[0]
    return first !== undefined && first[0] === 0 && first[1] === 65535 ? ANY : this.addPorts(ranges, keywords)
  }
  ofAddresses(set: AddressSet): number {
    if (set === ANY_ADDRESSES) return ANY
    if (set.from !== undefined && set.to !== undefined) return this.#addRange(set.from, set.to)
    const known = this.#known.get(set)
    if (known !== undefined) return known
    const number = this.#readAddresses(set)
    this.#known.set(set, number)
    return number
  }
  #readAddresses({ v4, v6, keywords, unresolved }: AddressSet): number {
    if (unresolved.length > 0) return UNRESOLVED
    const first = v4[0]
    const large = v6[0]
    const isAny = first !== undefined && first[0] === 0 && first[1] === 0xffffffff && large !== undefined && large[0] === 0n && large[1] === (1n << 128n) - 1n
    return isAny ? ANY : this.addAddresses(v4, v6, keywords)
  }

  #addRange(from: number, to: number): number {
    const number = this.#begin(4)
    const { words } = this
    words[number] = 0
    words[number + 1] = 1
    words[number + 2] = from
    words[number + 3] = to
    this.#end = number + 4
    return number
  }
  #addEntries(entries: readonly PortEntry[]): number {
    const number = this.#begin(2 + 2 * entries.length)
    const { words } = this
    words[number] = 0
    words[number + 1] = entries.length
    let at = number + 2
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i] as PortEntry
      words[at++] = entry.from
      words[at++] = entry.to
    }
    this.#end = at
    return number
  }
  addPorts(ranges: readonly (readonly [number, number])[], keywords: readonly PortKeyword[]): number {
    let mask = 0
    for (let i = 0; i < keywords.length; i++) mask |= PORT_BITS.get(keywords[i] as PortKeyword) ?? 0
    return this.#add(mask, ranges, NONE)
  }
  addAddresses(v4: readonly Range4[], v6: readonly Range6[], keywords: readonly AddressKeyword[]): number {
    let mask = 0
    for (let i = 0; i < keywords.length; i++) mask |= ADDRESS_BITS.get(keywords[i] as AddressKeyword) ?? 0
    for (let i = 0; mask !== 0 && i < PAIRED; i += 3) if ((mask >>> i & 6) === 6) mask |= 1 << i
    return this.#add(mask, v4, v6)
  }
  #add(mask: number, small: readonly Range4[], large: readonly Range6[]): number {
    const number = this.#begin(3 + 2 * small.length + 8 * large.length)
    const { words } = this
    let at = number
    words[at++] = large.length > 0 ? mask | HAS_V6 : mask
    words[at++] = small.length
    if (large.length > 0) words[at++] = large.length
    for (let i = 0; i < small.length; i++) {
      const range = small[i] as Range4
      words[at++] = range[0]
      words[at++] = range[1]
    }
    for (let i = 0; i < large.length; i++) {
      const range = large[i] as Range6
      writeLarge(range[0], words, at)
      writeLarge(range[1], words, at + 4)
      at += 8
    }
    this.#end = at
    return number
  }
  /** Adds the lowest or the highest element of a set. The highest of both families is an IPv6 address. */
  addEnd(set: number, highest: boolean): number {
    const number = this.#begin(11)
    const { words } = this
    const small = this.from4(set)
    const large = this.to4(set)
    const end = this.end(set)
    let at = number
    if (large < end && (highest || small === large)) {
      words[at++] = HAS_V6
      words[at++] = 0
      words[at++] = 1
      for (let i = 0; i < 8; i++) words[at++] = words[highest ? end - 4 + (i & 3) : large + (i & 3)] as number
    } else if (small < large) {
      words[at++] = 0
      words[at++] = 1
      for (let i = 0; i < 2; i++) words[at++] = words[highest ? large - 1 : small] as number
    } else {
      const word = 31 - Math.clz32(this.keywords(set) & -this.keywords(set))
      words[at++] = this.paired && word < PAIRED && word % 3 === 0 ? 7 << word : 1 << word
      words[at++] = 0
    }
    this.#end = at
    return number
  }
  /** Adds all sets of another store: what their numbers grow by. */
  addAll(other: SetStore): number {
    const at = this.#begin(other.#end)
    this.words.set(other.words.subarray(0, other.#end), at)
    this.#end = at + other.#end
    return at
  }
  /** Where the sets end: `release` takes back all that were added since. */
  get mark(): number { return this.#end }
  release(mark: number): void { this.#end = mark }

  /** Where the next set begins. */
  #begin(room: number): number {
    const end = this.#end
    if (end + room > this.words.length) {
      const words = new Uint32Array(Math.max(this.words.length * 2, end + room))
      words.set(this.words)
      this.words = words
    }
    return end
  }

  keywords(number: number): number { return (this.words[number] as number) & ~HAS_V6 }
  /** Where the small ranges begin. */
  from4(number: number): number { return ((this.words[number] as number) & HAS_V6) === 0 ? number + 2 : number + 3 }
  /** Where the small ranges end and the large ones begin. */
  to4(number: number): number { return this.from4(number) + 2 * (this.words[number + 1] as number) }
  end(number: number): number {
    const to4 = this.to4(number)
    return ((this.words[number] as number) & HAS_V6) === 0 ? to4 : to4 + 8 * (this.words[number + 2] as number)
  }
  /** Both ends of the small ranges; swapped ends where there is none, so that nothing is asked of them. */
  low(number: number): number {
    const at = this.from4(number)
    return at < this.to4(number) ? (this.words[at] as number) : 0xffffffff
  }
  high(number: number): number {
    const end = this.to4(number)
    return this.from4(number) < end ? (this.words[end - 1] as number) : 0
  }

  /** Whether two sets are one. */
  equal(a: number, b: number): boolean {
    if (a === b) return true
    if (a === ANY || b === ANY) return false
    const { words } = this
    // Counts and mark stand in front, so sets of another length differ before they end.
    for (let i = a, end = this.end(a), j = b; i < end; i++, j++) if (words[i] !== words[j]) return false
    return true
  }
  /** The same for equal sets. */
  hash(number: number): number {
    if (number === ANY) return 0
    let hash = 0
    for (let i = number, end = this.end(number); i < end; i++) hash = mix(hash, this.words[i] as number)
    return hash
  }
  /** Whether a set of ports has a keyword, a name that nobody has resolved, or a port of `ranges` (see `endsOf`). */
  touches(number: number, ranges: Int32Array): boolean {
    if (number === UNRESOLVED || this.keywords(number) !== 0) return true
    const { words } = this
    const end = this.to4(number)
    for (let at = number + 2; at < end; at += 2) {
      const i = firstFrom(ranges, words[at] as number)
      if (i < ranges.length && (ranges[i] as number) <= (words[at + 1] as number)) return true
    }
    return false
  }
  /** Whether a set of ports has nothing but ports of `ranges`. */
  isWithin(number: number, ranges: Int32Array): boolean {
    if (number === UNRESOLVED || this.keywords(number) !== 0) return false
    const { words } = this
    const end = this.to4(number)
    for (let at = number + 2; at < end; at += 2) {
      const i = firstFrom(ranges, words[at] as number)
      if (i >= ranges.length || (ranges[i] as number) > (words[at] as number) || (ranges[i + 1] as number) < (words[at + 1] as number)) return false
    }
    return true
  }
  /** Whether everything of `inner` is in `outer`: each range in one range, each keyword by the same keyword. */
  includes(outer: number, inner: number): boolean {
    if (outer === ANY || outer === inner) return true
    if (inner === ANY) return false
    if ((this.keywords(inner) & ~this.keywords(outer)) !== 0) return false
    const { words } = this
    const outerEnd = this.to4(outer)
    const innerEnd = this.to4(inner)
    let at = this.from4(outer)
    for (let i = this.from4(inner); i < innerEnd; i += 2) {
      const from = words[i] as number
      const to = words[i + 1] as number
      if (outerEnd - at > 32) at = this.#skip(at, outerEnd, to)
      else while (at < outerEnd && (words[at + 1] as number) < to) at += 2
      if (at >= outerEnd || (words[at] as number) > from) return false
    }
    at = outerEnd
    for (let i = innerEnd; i < this.end(inner); i += 8) {
      while (at < this.end(outer) && this.#compare(at + 4, i + 4) < 0) at += 8
      if (at >= this.end(outer) || this.#compare(at, i) > 0) return false
    }
    return true
  }
  /** The first range of long lists that ends at `to` or later. */
  #skip(at: number, end: number, to: number): number {
    let low = 0
    let high = (end - at) >> 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.words[at + 2 * middle + 1] as number) < to) low = middle + 1
      else high = middle
    }
    return at + 2 * low
  }
  #compare(a: number, b: number): number {
    for (let i = 0; i < 4; i++) {
      const difference = (this.words[a + i] as number) - (this.words[b + i] as number)
      if (difference !== 0) return difference
    }
    return 0
  }
}

/** Where the first range stands that ends at `port` or later. */
function firstFrom(ranges: Int32Array, port: number): number {
  let low = 0
  let high = ranges.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[2 * middle + 1] as number) < port) low = middle + 1
    else high = middle
  }
  return 2 * low
}

const NONE: readonly never[] = Object.freeze([])
