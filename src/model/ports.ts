import type { PortKeyword, PortRange, PortSet } from './types.ts'

const NONE: readonly never[] = Object.freeze([])

/** Every local or remote port: what a rule without port entries means. */
export const ANY_PORTS: PortSet = Object.freeze({ ranges: Object.freeze([[0, 65535] as const]), keywords: NONE, unresolved: NONE })

/** Sorts, joins and freezes; `text` keeps the entries as a file lists them. */
export function portSet(
  ranges: readonly PortRange[], keywords: readonly PortKeyword[] = NONE, unresolved: readonly string[] = NONE, text?: readonly string[],
): PortSet {
  const words = keywords.length < 2 ? keywords : [...new Set(keywords)].sort()
  return text === undefined ? { ranges: joined(ranges), keywords: words, unresolved } : { ranges: joined(ranges), keywords: words, unresolved, text }
}

/** Sorted, disjoint, not touching. */
function joined(ranges: readonly PortRange[]): readonly PortRange[] {
  if (isInOrder(ranges)) return ranges
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const out: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = out.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else out.push([from, to])
  }
  return out
}

/** Most lists are written in order. */
function isInOrder(ranges: readonly PortRange[]): boolean {
  for (let i = 1; i < ranges.length; i++) if ((ranges[i] as PortRange)[0] <= (ranges[i - 1] as PortRange)[1] + 1) return false
  return true
}

/** One port or range, kept as bare numbers: large policies have another one in every rule. */
export class PortEntry implements PortSet {
  readonly from: number
  readonly to: number
  constructor(from: number, to: number) {
    this.from = from
    this.to = to
  }
  get ranges(): readonly PortRange[] { return [[this.from, this.to]] }
  get keywords(): readonly PortKeyword[] { return NONE }
  get unresolved(): readonly string[] { return NONE }
  get text(): readonly string[] { return [rangeText([this.from, this.to])] }
}
const singlePorts = new Map<number, PortEntry>()
/** One entry for each single port, shared by all files. */
export function portEntry(port: number): PortEntry {
  let entry = singlePorts.get(port)
  if (!entry) singlePorts.set(port, (entry = new PortEntry(port, port)))
  return entry
}
/** Ports in order and apart. */
export class PortList implements PortSet {
  readonly entries: readonly PortEntry[]
  constructor(entries: readonly PortEntry[]) { this.entries = entries }
  get ranges(): readonly PortRange[] { return this.entries.map(({ from, to }) => [from, to]) }
  get keywords(): readonly PortKeyword[] { return NONE }
  get unresolved(): readonly string[] { return NONE }
  get text(): readonly string[] { return this.entries.map(({ from, to }) => rangeText([from, to])) }
}
/** Numbers in order and apart, as nearly all lists are. */
export function isListOfPorts(sets: readonly PortSet[]): sets is readonly PortEntry[] {
  let last = -1
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]
    if (!(set instanceof PortEntry) || set.from <= last) return false
    last = set.to + 1
  }
  return true
}

/** Up to five digits as a number, -1 for anything else. */
function smallNumber(text: string): number {
  if (text.length === 0 || text.length > 5) return -1
  let number = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}
/** A port number or range in decimal (`80`, `5000-5010`); undefined when it is neither, too large, or its ends are swapped. */
export function parsePort(token: string): PortEntry | undefined {
  const dash = token.indexOf('-')
  const from = smallNumber(dash < 0 ? token : token.slice(0, dash).trimEnd())
  const to = dash < 0 ? from : smallNumber(token.slice(dash + 1).trimStart())
  if (from < 0 || to > 65535 || from > to) return undefined
  return from === to ? portEntry(from) : new PortEntry(from, to)
}
/** The same as bare numbers. */
export function parsePortRange(token: string): PortRange | undefined {
  const entry = parsePort(token)
  return entry && [entry.from, entry.to]
}

/** The set of a list of numbers and ranges in our own data; what is neither is left out. */
export function portsOf(list: readonly (number | string)[]): PortSet {
  const ranges: PortRange[] = []
  for (const entry of list) {
    const range = typeof entry === 'number' ? [entry, entry] as const : parsePortRange(entry)
    if (range) ranges.push(range)
  }
  return portSet(ranges)
}

/**
 * A list of entries that are numbers, ranges, or one of the format's own keywords (lower case to neutral word).
 * `any` and `*` mean every port. `bad` holds what is none of these.
 */
export function parsePorts(tokens: readonly string[], keywords: ReadonlyMap<string, PortKeyword>): { set: PortSet; bad: readonly string[] } {
  const entries = tokens.map(token => parsePort(token.trim()))
  if (entries.length > 0 && !entries.includes(undefined) && isListOfPorts(entries as readonly PortEntry[])) {
    return { set: entries.length === 1 ? entries[0] as PortEntry : new PortList(entries as readonly PortEntry[]), bad: NONE }
  }
  const ranges: PortRange[] = []
  const words: PortKeyword[] = []
  const text: string[] = []
  const bad: string[] = []
  let any = false
  for (const [i, entry] of entries.entries()) {
    if (entry) {
      const range: PortRange = [entry.from, entry.to]
      ranges.push(range)
      text.push(rangeText(range))
      continue
    }
    const token = (tokens[i] as string).trim()
    const lower = token.toLowerCase()
    const keyword = keywords.get(lower)
    if (lower === 'any' || lower === '*') any = true
    else if (keyword) { words.push(keyword); text.push(keyword) }
    else bad.push(token)
  }
  return { set: any || text.length === 0 ? ANY_PORTS : portSet(ranges, words, NONE, text), bad }
}

export const rangeText = ([from, to]: PortRange): string => (from === to ? String(from) : `${from}-${to}`)

/** The entries of a set as people write them; none for any port. */
export function portTexts(set: PortSet): readonly string[] {
  if (isAnyPort(set)) return NONE
  return set.text ?? [...set.ranges.map(rangeText), ...set.keywords, ...set.unresolved]
}

/** Whether every port is in the set. */
export const isAnyPort = (set: PortSet): boolean => {
  if (set.from !== undefined) return set.from === 0 && set.to === 65535
  if (set instanceof PortList) return false // there is room between its entries
  const first = set.ranges[0]
  return first !== undefined && first[0] === 0 && first[1] === 65535
}
export const isEmpty = (set: PortSet): boolean => set.ranges.length === 0 && set.keywords.length === 0 && set.unresolved.length === 0

export function contains(set: PortSet, port: number): boolean {
  return set.ranges.some(([from, to]) => from <= port && port <= to)
}

export function union(a: PortSet, b: PortSet): PortSet {
  return portSet([...a.ranges, ...b.ranges], [...a.keywords, ...b.keywords], [...a.unresolved, ...b.unresolved])
}

/** Numbers that are in both; a keyword is in both when both name it, or one is every port. */
export function intersect(a: PortSet, b: PortSet): PortSet {
  const ranges: PortRange[] = []
  const own = a.ranges
  const others = b.ranges
  const few = own.length <= others.length ? own : others
  const many = few === own ? others : own
  for (let i = 0; i < few.length; i++) {
    const from = (few[i] as PortRange)[0]
    const to = (few[i] as PortRange)[1]
    for (let j = firstFrom(many, from); j < many.length; j++) {
      const other = many[j] as PortRange
      if (other[0] > to) break
      ranges.push([Math.max(from, other[0]), Math.min(to, other[1])])
    }
  }
  const anyA = isAnyPort(a)
  const anyB = isAnyPort(b)
  const keywords = [...a.keywords.filter(k => anyB || b.keywords.includes(k)), ...(anyA ? b.keywords : [])]
  return portSet(ranges, keywords)
}

/** What is in `a` and not in `b`. Every port contains every keyword; unresolved entries of `b` take nothing away. */
export function subtract(a: PortSet, b: PortSet): PortSet {
  const left: PortRange[] = []
  const cuts = b.ranges
  let next = 0
  for (const range of a.ranges) {
    let [from] = range
    const [, to] = range
    while (next < cuts.length && (cuts[next] as PortRange)[1] < from) next++
    for (; next < cuts.length && from <= to; next++) {
      const [bf, bt] = cuts[next] as PortRange
      if (bf > to) break
      if (from < bf) left.push([from, bf - 1])
      from = bt + 1
      if (bt > to) break // it may reach into the next range
    }
    if (from <= to) left.push([from, to])
  }
  const keywords = isAnyPort(b) ? NONE : a.keywords.filter(k => !b.keywords.includes(k))
  return portSet(left, keywords, a.unresolved)
}

/** Whether some number is in both; keywords aside. Makes nothing, for it is asked of every rule. */
export function touches(a: PortSet, b: PortSet): boolean {
  if (a.from !== undefined && a.to !== undefined) return touchesRange(b, a.from, a.to)
  if (a instanceof PortList) {
    for (let i = 0; i < a.entries.length; i++) {
      const entry = a.entries[i] as PortEntry
      if (touchesRange(b, entry.from, entry.to)) return true
    }
    return false
  }
  const { ranges } = a
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i] as PortRange
    if (touchesRange(b, range[0], range[1])) return true
  }
  return false
}

/** Whether any number from `from` to `to` is in the set. */
export function touchesRange(set: PortSet, from: number, to: number): boolean {
  if (set.from !== undefined && set.to !== undefined) return set.from <= to && from <= set.to
  const { ranges } = set
  const next = ranges[firstFrom(ranges, from)]
  return next !== undefined && next[0] <= to
}

/** The ranges of a set as bare numbers: from, to, from, to … in order. */
export const endsOf = ({ ranges }: PortSet): Int32Array => Int32Array.from(ranges.flat())

/** Whether `outer` holds everything of `inner`, keywords included. Makes nothing, for it is asked of every rule. */
export function includes(outer: PortSet, inner: PortSet): boolean {
  if (outer === inner) return inner.unresolved.length === 0
  if (inner.unresolved.length > 0) return false
  if (isAnyPort(outer)) return true
  if (inner.from !== undefined && inner.to !== undefined) return includesRange(outer, inner.from, inner.to)
  const { ranges, keywords } = inner
  for (let i = 0; i < keywords.length; i++) if (!outer.keywords.includes(keywords[i] as PortKeyword)) return false
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i] as PortRange
    if (!includesRange(outer, range[0], range[1])) return false
  }
  return true
}

function includesRange({ ranges }: PortSet, from: number, to: number): boolean {
  const around = ranges[firstFrom(ranges, from)]
  return around !== undefined && around[0] <= from && to <= around[1]
}

/** The number of the first range that ends at `port` or later. */
function firstFrom(ranges: readonly PortRange[], port: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as PortRange)[1] < port) low = middle + 1
    else high = middle
  }
  return low
}
