import { ANY_ADDRESSES } from '../../model/addresses.ts'
import { ANY_PORTS } from '../../model/ports.ts'
import type { AddressKeyword, AddressSet, PortKeyword, PortSet } from '../../model/types.ts'

/** Longest chain of the open tables here: a file made to collide loses findings, never time. */
export const MAX_PROBES = 128
/** The number of the set that holds everything, in every pool of sets; and of "none" among names. */
export const ANY = 0

export const mix = (hash: number, word: number): number => {
  const h = Math.imul(hash ^ word, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** Gives equal values one number, in the order of first sight. Typed arrays, because a million rules bring a million values. */
abstract class Pool {
  size = 0
  #slots = new Int32Array(64)
  #hashes = new Int32Array(32)

  /** Whether the value in hand is the one of this number. */
  protected abstract isValue(number: number): boolean

  /** The number of the value in hand; the next free number when it is new. */
  protected number(hash: number): number {
    const mask = this.#slots.length - 1
    for (let probe = 0, slot = hash & mask; probe < MAX_PROBES; probe++, slot = (slot + probe) & mask) {
      const held = (this.#slots[slot] as number) - 1
      if (held >= 0) {
        if (this.#hashes[held] === hash && this.isValue(held)) return held
        continue
      }
      this.#slots[slot] = this.size + 1
      break
    }
    if (this.size === this.#hashes.length) this.#grow()
    this.#hashes[this.size] = hash
    return this.size++
  }
  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2)
    hashes.set(this.#hashes)
    this.#hashes = hashes
    const mask = hashes.length * 2 - 1
    const slots = new Int32Array(mask + 1)
    for (let number = 0; number < this.size; number++) {
      let slot = (hashes[number] as number) & mask
      for (let probe = 0; probe < MAX_PROBES && slots[slot] !== 0; slot = (slot + probe) & mask) probe++
      if (slots[slot] === 0) slots[slot] = number + 1
    }
    this.#slots = slots
  }
  /** Nothing more is numbered. */
  freeze(): void {
    this.#slots = new Int32Array(1)
    this.#hashes = new Int32Array(1)
  }
}

/** Programs and services, which compare case-insensitively. Number 0 is "none named". */
export class NamePool extends Pool {
  #names: string[] = ['']
  #text = ''
  constructor() {
    super()
    this.size = 1
  }
  numberOf(text: string | undefined): number {
    if (text === undefined || text === '') return ANY
    this.#text = text
    const number = this.number(hashOf(text))
    if (number === this.#names.length) this.#names.push(text)
    return number
  }
  protected isValue(number: number): boolean {
    const held = this.#names[number] as string
    return held === this.#text || held.toLowerCase() === this.#text.toLowerCase()
  }
}
function hashOf(text: string): number {
  let hash = text.length
  for (let i = 0; i < text.length; i++) {
    let unit = text.charCodeAt(i)
    if (unit > 127) return hashOfLower(text.toLowerCase())
    if (unit > 64 && unit < 91) unit |= 32
    hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return mix(hash, 0)
}
/** The same for a text in lower case already: some letters beyond ASCII (the Kelvin sign) become ASCII ones. */
function hashOfLower(lower: string): number {
  let hash = lower.length
  for (let i = 0; i < lower.length; i++) hash = Math.imul(hash ^ lower.charCodeAt(i), 0x01000193)
  return mix(hash, 0)
}

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

/**
 * Sets of ports or addresses as words: keywords and a mark, [count of the small ranges where the mark says so], small ranges (from, to),
 * then IPv6 ranges of four words an end. Ports are small ranges.
 */
// Plain loops in what runs for every rule: most runs are over before the compiler has turned iterators into them.
export class SetPool extends Pool {
  /** Whether the keywords come in families: addresses. */
  readonly paired: boolean
  words = new Uint32Array(256)
  #starts = new Uint32Array(66)
  /** Where the value in hand ends: it stands behind the last one that has a number. */
  #end = 0

  constructor(paired: boolean) {
    super()
    this.paired = paired
    if (paired) this.stageAddresses([[0, 0xffffffff]], [[0n, (1n << 128n) - 1n]], [])
    else this.stagePorts([[0, 65535]], [])
    this.#commit()
  }

  /** Both give -1 for a set with names that nobody has resolved. Parsers share the sets of "any", so most sets need no look inside. */
  ofPorts(set: PortSet): number {
    if (set === ANY_PORTS) return ANY
    const { from, to } = set
    if (from !== undefined && to !== undefined) return from === 0 && to === 65535 ? ANY : this.#ofRange(from, to)
    const { ranges, keywords, unresolved } = set
    if (unresolved.length > 0) return -1
    const first = ranges[0]
    if (first !== undefined && first[0] === 0 && first[1] === 65535) return ANY
    this.stagePorts(ranges, keywords)
    return this.#commit()
  }
  ofAddresses(set: AddressSet): number {
    if (set === ANY_ADDRESSES) return ANY
    if (set.from !== undefined && set.to !== undefined) return this.#ofRange(set.from, set.to)
    const { v4, v6, keywords, unresolved } = set
    if (unresolved.length > 0) return -1
    const first = v4[0]
    if (first !== undefined && first[0] === 0 && first[1] === 0xffffffff) {
      const large = v6[0]
      if (large !== undefined && large[0] === 0n && large[1] === (1n << 128n) - 1n) return ANY
    }
    this.stageAddresses(v4, v6, keywords)
    return this.#commit()
  }
  #ofRange(from: number, to: number): number {
    const at = this.#begin(3)
    const { words } = this
    words[at] = 0
    words[at + 1] = from
    words[at + 2] = to
    this.#end = at + 3
    return this.#commit()
  }
  /** A number for a moment for the set in hand: `release` takes back all that were given since. */
  borrow(): number {
    const number = this.size++
    this.#room()
    this.#starts[this.size] = this.#end
    return number
  }
  release(size: number): void { this.size = size }
  /** Borrows a number for the lowest or the highest element of a set. The highest of both families is an IPv6 address. */
  borrowEnd(number: number, highest: boolean): number {
    const small = this.from4(number)
    const large = this.to4(number)
    const end = this.end(number)
    const from = this.#begin(10)
    let at = from
    if (large < end && (highest || small === large)) {
      this.words[at++] = HAS_V6
      this.words[at++] = 0
      for (let i = 0; i < 8; i++) this.words[at++] = this.words[highest ? end - 4 + (i & 3) : large + (i & 3)] as number
    } else if (small < large) {
      this.words[at++] = 0
      for (let i = 0; i < 2; i++) this.words[at++] = this.words[highest ? large - 1 : small] as number
    } else {
      const word = 31 - Math.clz32(this.keywords(number) & -this.keywords(number))
      this.words[at++] = this.paired && word < PAIRED && word % 3 === 0 ? 7 << word : 1 << word
    }
    this.#end = at
    return this.borrow()
  }

  stagePorts(ranges: readonly (readonly [number, number])[], keywords: readonly PortKeyword[]): void {
    let at = this.#begin(1 + 2 * ranges.length)
    let mask = 0
    for (let i = 0; i < keywords.length; i++) mask |= PORT_BITS.get(keywords[i] as PortKeyword) ?? 0
    const { words } = this
    words[at++] = mask
    for (let i = 0; i < ranges.length; i++) {
      const range = ranges[i] as readonly [number, number]
      words[at++] = range[0]
      words[at++] = range[1]
    }
    this.#end = at
  }
  stageAddresses(v4: readonly (readonly [number, number])[], v6: readonly (readonly [bigint, bigint])[], keywords: readonly AddressKeyword[]): void {
    let at = this.#begin(2 + 2 * v4.length + 8 * v6.length)
    let mask = 0
    for (let i = 0; i < keywords.length; i++) mask |= ADDRESS_BITS.get(keywords[i] as AddressKeyword) ?? 0
    for (let i = 0; mask !== 0 && i < PAIRED; i += 3) if ((mask >>> i & 6) === 6) mask |= 1 << i
    const { words } = this
    words[at++] = v6.length > 0 ? mask | HAS_V6 : mask
    if (v6.length > 0) words[at++] = v4.length
    for (let i = 0; i < v4.length; i++) {
      const range = v4[i] as readonly [number, number]
      words[at++] = range[0]
      words[at++] = range[1]
    }
    for (const range of v6) for (const end of range) for (let shift = 96n; shift >= 0n; shift -= 32n) words[at++] = Number((end >> shift) & 0xffffffffn)
    this.#end = at
  }
  #begin(room: number): number {
    const start = this.#starts[this.size] as number
    if (start + room > this.words.length) {
      const words = new Uint32Array(Math.max(this.words.length * 2, start + room))
      words.set(this.words)
      this.words = words
    }
    return start
  }
  #room(): void {
    if (this.size + 1 < this.#starts.length) return
    const starts = new Uint32Array(this.#starts.length * 2)
    starts.set(this.#starts)
    this.#starts = starts
  }
  #commit(): number {
    let hash = 0
    for (let i = this.#starts[this.size] as number; i < this.#end; i++) hash = mix(hash, this.words[i] as number)
    const size = this.size
    const number = this.number(hash)
    if (this.size > size) { this.#room(); this.#starts[this.size] = this.#end }
    return number
  }
  protected isValue(number: number): boolean {
    const { words } = this
    let at = this.#starts[number] as number
    const end = this.#starts[number + 1] as number
    let mine = this.#starts[this.size] as number
    if (end - at !== this.#end - mine) return false
    while (at < end) if (words[at++] !== words[mine++]) return false
    return true
  }

  keywords(number: number): number { return (this.words[this.#starts[number] as number] as number) & ~HAS_V6 }
  /** Where the small ranges begin. */
  from4(number: number): number {
    const start = this.#starts[number] as number
    return ((this.words[start] as number) & HAS_V6) === 0 ? start + 1 : start + 2
  }
  /** Where the small ranges end and the large ones begin. */
  to4(number: number): number {
    const start = this.#starts[number] as number
    return ((this.words[start] as number) & HAS_V6) === 0 ? (this.#starts[number + 1] as number) : start + 2 + 2 * (this.words[start + 1] as number)
  }
  end(number: number): number { return this.#starts[number + 1] as number }
  /** Both ends of the small ranges; swapped ends where there is none, so that nothing is asked of them. */
  low(number: number): number {
    const at = this.from4(number)
    return at < this.to4(number) ? (this.words[at] as number) : 0xffffffff
  }
  high(number: number): number {
    const end = this.to4(number)
    return this.from4(number) < end ? (this.words[end - 1] as number) : 0
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
