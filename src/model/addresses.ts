import { formatIPv4, formatIPv6, parseAddressRange } from './ip.ts'
import type { AddressKeyword, AddressSet, Range4, Range6 } from './types.ts'

const NONE: readonly never[] = Object.freeze([])
const MAX4 = 0xffffffff
const MAX6 = (1n << 128n) - 1n

/** Every address of both families: what a rule without address entries means. */
export const ANY_ADDRESSES: AddressSet = Object.freeze({
  v4: Object.freeze([[0, MAX4] as const]), v6: Object.freeze([[0n, MAX6] as const]), keywords: NONE, unresolved: NONE,
})
export const NO_ADDRESSES: AddressSet = Object.freeze({ v4: NONE, v6: NONE, keywords: NONE, unresolved: NONE })

/** Sorts and joins; `text` keeps the entries as a file lists them. */
export function addressSet(
  v4: readonly Range4[], v6: readonly Range6[] = NONE, keywords: readonly AddressKeyword[] = NONE, unresolved: readonly string[] = NONE,
  text?: readonly string[],
): AddressSet {
  const words = bothFamilies(keywords)
  return text === undefined ? { v4: joined(v4, 1), v6: joined(v6, 1n), keywords: words, unresolved }
    : { v4: joined(v4, 1), v6: joined(v6, 1n), keywords: words, unresolved, text }
}

function joined<T extends number | bigint>(ranges: readonly (readonly [T, T])[], one: T): readonly (readonly [T, T])[] {
  if (isInOrder(ranges, one)) return ranges.slice() // a copy has no room to grow; the first push makes room for 17
  const sorted = [...ranges].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
  const out: [T, T][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last && from <= ((last[1] as never) + (one as never))) { if (to > last[1]) last[1] = to }
    else out.push([from, to])
  }
  return out
}

/** Most lists are written in order. */
function isInOrder<T extends number | bigint>(ranges: readonly (readonly [T, T])[], one: T): boolean {
  for (let i = 1; i < ranges.length; i++) {
    if ((ranges[i] as readonly [T, T])[0] <= (((ranges[i - 1] as readonly [T, T])[1] as never) + (one as never))) return false
  }
  return true
}

/** `local-subnet4` and `local-subnet6` together are `local-subnet`. */
function bothFamilies(keywords: readonly AddressKeyword[]): readonly AddressKeyword[] {
  if (keywords.length < 2) return keywords
  const set = new Set<string>(keywords)
  for (const word of [...set]) {
    if (!word.endsWith('4')) continue
    const base = word.slice(0, -1)
    if (set.has(`${base}6`) || set.has(base)) { set.delete(word); set.delete(`${base}6`); set.add(base) }
  }
  for (const word of [...set]) if (word.endsWith('6') && set.has(word.slice(0, -1))) set.delete(word)
  return [...set].sort() as AddressKeyword[]
}

/** One IPv4 address, subnet or range as a file writes it. Large policies have another one in every rule, so the arrays are made when somebody reads them. */
class WrittenRange implements AddressSet {
  readonly from: number
  readonly to: number
  readonly #written: string
  constructor([from, to]: Range4, written: string) {
    this.from = from
    this.to = to
    this.#written = written
  }
  get v4(): readonly Range4[] { return [[this.from, this.to]] }
  get v6(): readonly Range6[] { return NONE }
  get keywords(): readonly AddressKeyword[] { return NONE }
  get unresolved(): readonly string[] { return NONE }
  get text(): readonly string[] { return [this.#written] }
}
/** The same of several in order and apart: from, to, from, to … */
class WrittenRanges implements AddressSet {
  readonly text: readonly string[]
  readonly #ends: readonly number[]
  constructor(ends: readonly number[], text: readonly string[]) {
    this.text = text
    this.#ends = ends
  }
  get v4(): readonly Range4[] { return this.text.map((_, i) => [this.#ends[2 * i] as number, this.#ends[2 * i + 1] as number]) }
  get v6(): readonly Range6[] { return NONE }
  get keywords(): readonly AddressKeyword[] { return NONE }
  get unresolved(): readonly string[] { return NONE }
}
/** IPv4 in order and apart, as nearly all lists are; undefined for everything else. */
function writtenRanges(tokens: readonly string[]): AddressSet | undefined {
  const ends = Array<number>(tokens.length > 1 ? 2 * tokens.length : 0)
  let last = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = (tokens[i] as string).trim()
    const first = token.charCodeAt(0)
    const range = first >= 0x30 && first <= 0x39 ? parseAddressRange(token) : undefined
    if (!range || !('v4' in range) || range.v4[0] <= last) return undefined
    if (tokens.length === 1) return new WrittenRange(range.v4, token)
    ends[2 * i] = range.v4[0]
    ends[2 * i + 1] = range.v4[1]
    last = range.v4[1] + 1
  }
  return tokens.length === 0 ? undefined : new WrittenRanges(ends, tokens.map(token => token.trim()))
}

/**
 * A list of addresses, subnets, ranges and the format's own keywords (lower case to neutral word). `any` and `*` mean every address.
 * `bad` holds what is none of these.
 */
export function parseAddresses(tokens: readonly string[], keywords: ReadonlyMap<string, AddressKeyword>): { set: AddressSet; bad: readonly string[] } {
  const written = writtenRanges(tokens)
  if (written) return { set: written, bad: NONE }
  const v4: Range4[] = []
  const v6: Range6[] = []
  const words: AddressKeyword[] = []
  const text: string[] = []
  const bad: string[] = []
  let any = false
  for (const raw of tokens) {
    const token = raw.trim()
    const lower = token.toLowerCase()
    if (lower === 'any' || lower === '*') { any = true; continue }
    const keyword = keywords.get(lower)
    const range = keyword ? undefined : parseAddressRange(token)
    if (keyword) { words.push(keyword); text.push(keyword) }
    else if (!range) bad.push(token)
    else { if ('v4' in range) v4.push(range.v4); else v6.push(range.v6); text.push(token) }
  }
  return { set: any || text.length === 0 ? ANY_ADDRESSES : addressSet(v4, v6, words, NONE, text.slice()), bad }
}

export const isAnyAddress = (set: AddressSet): boolean => {
  if (set.from !== undefined) return false // one range of one family
  const v6 = set.v6[0]
  if (v6 === undefined) return false
  const v4 = set.v4[0]
  return v4 !== undefined && v4[0] === 0 && v4[1] === MAX4 && v6[0] === 0n && v6[1] === MAX6
}
/** No number, no keyword, nothing unresolved. */
export const isNoAddress = (set: AddressSet): boolean =>
  set.v4.length === 0 && set.v6.length === 0 && set.keywords.length === 0 && set.unresolved.length === 0

export function unionAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return addressSet([...a.v4, ...b.v4], [...a.v6, ...b.v6], [...a.keywords, ...b.keywords], [...a.unresolved, ...b.unresolved])
}

/** Numbers that are in both. Keywords and unresolved names are nobody's numbers and fall away. */
export function intersectAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return addressSet(meet(a.v4, b.v4), meet(a.v6, b.v6))
}
/** The numbers of `a` that are not in `b`. */
export function subtractAddresses(a: AddressSet, b: AddressSet): AddressSet {
  return addressSet(without(a.v4, b.v4, 1), without(a.v6, b.v6, 1n), a.keywords, a.unresolved)
}
/** Ranges of a set are in order and apart; the shorter list is looked up in the longer one. */
function meet<T extends number | bigint>(a: readonly (readonly [T, T])[], b: readonly (readonly [T, T])[]): (readonly [T, T])[] {
  const few = a.length <= b.length ? a : b
  const many = few === a ? b : a
  const out: (readonly [T, T])[] = []
  for (const [af, at] of few) {
    for (let i = firstFrom(many, af); i < many.length; i++) {
      const [bf, bt] = many[i] as readonly [T, T]
      if (bf > at) break
      out.push([af > bf ? af : bf, at < bt ? at : bt])
    }
  }
  return out
}
function without<T extends number | bigint>(a: readonly (readonly [T, T])[], b: readonly (readonly [T, T])[], one: T): readonly (readonly [T, T])[] {
  if (a.length === 0 || b.length === 0) return a
  const out: (readonly [T, T])[] = []
  let next = firstFrom(b, (a[0] as readonly [T, T])[0])
  for (const range of a) {
    let [from] = range
    const [, to] = range
    while (next < b.length && (b[next] as readonly [T, T])[1] < from) next++
    for (; next < b.length && from <= to; next++) {
      const [bf, bt] = b[next] as readonly [T, T]
      if (bf > to) break
      if (from < bf) out.push([from, ((bf as never) - (one as never)) as T])
      from = ((bt as never) + (one as never)) as T
      if (bt > to) break // it may reach into the next range
    }
    if (from === range[0]) out.push(range)
    else if (from <= to) out.push([from, to])
  }
  return out
}
/** The number of the first range that ends at `from` or later. */
function firstFrom<T extends number | bigint>(ranges: readonly (readonly [T, T])[], from: T): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as readonly [T, T])[1] < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether some number is in both; keywords and names aside. */
export function touchesAddresses(a: AddressSet, b: AddressSet): boolean { return touchesRanges(a.v4, b.v4) || touchesRanges(a.v6, b.v6) }
function touchesRanges<T extends number | bigint>(a: readonly (readonly [T, T])[], b: readonly (readonly [T, T])[]): boolean {
  const few = a.length <= b.length ? a : b
  const many = few === a ? b : a
  return few.some(([from, to]) => {
    const other = many[firstFrom(many, from)]
    return other !== undefined && other[0] <= to
  })
}

/** Whether the numbers of `inner` all lie in `outer`, and its keywords stand there too. */
export function includesAddresses(outer: AddressSet, inner: AddressSet): boolean {
  if (inner.unresolved.length > 0) return false
  if (outer === inner || isAnyAddress(outer)) return true
  const { v4, v6, keywords } = outer
  return inner.keywords.every(k => keywords.includes(k) || keywords.includes(k.replace(/[46]$/, '') as AddressKeyword))
    && inner.v4.every(([from, to]) => v4.some(([of, ot]) => of <= from && to <= ot))
    && inner.v6.every(([from, to]) => v6.some(([of, ot]) => of <= from && to <= ot))
}

/** The entries of a set as people write them; none for any address. */
export function addressTexts(set: AddressSet): readonly string[] {
  if (isAnyAddress(set)) return NONE
  if (set.text) return set.text
  return [...set.v4.map(range4Text), ...set.v6.map(range6Text), ...set.keywords, ...set.unresolved]
}
function range4Text([from, to]: Range4): string {
  const bits = 32 - Math.log2(to - from + 1)
  if (from === to) return formatIPv4(from)
  return Number.isInteger(bits) && from % (to - from + 1) === 0 ? `${formatIPv4(from)}/${bits}` : `${formatIPv4(from)}-${formatIPv4(to)}`
}
function range6Text([from, to]: Range6): string {
  if (from === to) return formatIPv6(from)
  const size = to - from + 1n
  const isPower = (size & (size - 1n)) === 0n
  return isPower && from % size === 0n ? `${formatIPv6(from)}/${129 - size.toString(2).length}` : `${formatIPv6(from)}-${formatIPv6(to)}`
}
/** The first address of a set as text, for a witness. */
export function sampleAddress(set: AddressSet): string | undefined {
  const v4 = set.v4[0]
  const v6 = set.v6[0]
  return v4 ? formatIPv4(v4[0]) : v6 ? formatIPv6(v6[0]) : undefined
}
