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

/** A port number or range in decimal (`80`, `5000-5010`); undefined when it is neither, too large, or its ends are swapped. */
export function parsePortRange(token: string): PortRange | undefined {
  const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(token)
  if (!match) return undefined
  const from = Number(match[1])
  const to = match[2] === undefined ? from : Number(match[2])
  return to > 65535 || from > to ? undefined : [from, to]
}

/**
 * A list of entries that are numbers, ranges, or one of the format's own keywords (lower case to neutral word).
 * `any` and `*` mean every port. `bad` holds what is none of these.
 */
export function parsePorts(tokens: readonly string[], keywords: ReadonlyMap<string, PortKeyword>): { set: PortSet; bad: readonly string[] } {
  const ranges: PortRange[] = []
  const words: PortKeyword[] = []
  const text: string[] = []
  const bad: string[] = []
  let any = false
  for (const raw of tokens) {
    const token = raw.trim()
    const lower = token.toLowerCase()
    if (lower === 'any' || lower === '*') { any = true; continue }
    const range = parsePortRange(token)
    const keyword = keywords.get(lower)
    if (range) { ranges.push(range); text.push(rangeText(range)) }
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
  const first = set.ranges[0]
  return first !== undefined && first[0] === 0 && first[1] === 65535
}
export const isEmpty = (set: PortSet): boolean => set.from === undefined && set.ranges.length === 0 && set.keywords.length === 0 && set.unresolved.length === 0

export function contains(set: PortSet, port: number): boolean {
  return set.ranges.some(([from, to]) => from <= port && port <= to)
}

export function union(a: PortSet, b: PortSet): PortSet {
  return portSet([...a.ranges, ...b.ranges], [...a.keywords, ...b.keywords], [...a.unresolved, ...b.unresolved])
}

/** Numbers that are in both; a keyword is in both when both name it, or one is every port. */
export function intersect(a: PortSet, b: PortSet): PortSet {
  const ranges: PortRange[] = []
  const others = b.ranges
  for (const [af, at] of a.ranges) {
    for (const [bf, bt] of others) {
      const from = Math.max(af, bf)
      const to = Math.min(at, bt)
      if (from <= to) ranges.push([from, to])
    }
  }
  const anyA = isAnyPort(a)
  const anyB = isAnyPort(b)
  const keywords = [...a.keywords.filter(k => anyB || b.keywords.includes(k)), ...(anyA ? b.keywords : [])]
  return portSet(ranges, keywords)
}

/** What is in `a` and not in `b`. Every port contains every keyword; unresolved entries of `b` take nothing away. */
export function subtract(a: PortSet, b: PortSet): PortSet {
  let left: PortRange[] = [...a.ranges]
  for (const [bf, bt] of b.ranges) {
    const next: PortRange[] = []
    for (const range of left) {
      const [from, to] = range
      if (bt < from || to < bf) { next.push(range); continue }
      if (from < bf) next.push([from, bf - 1])
      if (bt < to) next.push([bt + 1, to])
    }
    left = next
  }
  const keywords = isAnyPort(b) ? NONE : a.keywords.filter(k => !b.keywords.includes(k))
  return portSet(left, keywords, a.unresolved)
}

/** Whether some number is in both; keywords aside. Makes nothing, for it is asked of every rule. */
export function touches({ ranges }: PortSet, { ranges: others }: PortSet): boolean {
  for (let i = 0; i < ranges.length; i++) {
    const [from, to] = ranges[i] as PortRange
    for (let j = 0; j < others.length; j++) {
      const other = others[j] as PortRange
      if (other[0] <= to && from <= other[1]) return true
    }
  }
  return false
}

/** Whether any number from `from` to `to` is in the set. */
export function touchesRange({ ranges }: PortSet, from: number, to: number): boolean {
  let low = 0
  let high = ranges.length
  // The first range that ends at `from` or later.
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle] as PortRange)[1] < from) low = middle + 1
    else high = middle
  }
  return low < ranges.length && (ranges[low] as PortRange)[0] <= to
}

/** Whether `outer` holds everything of `inner`, keywords included. */
export function includes(outer: PortSet, inner: PortSet): boolean {
  if (outer === inner) return inner.unresolved.length === 0
  if (inner.unresolved.length > 0) return false
  if (isAnyPort(outer)) return true
  const { ranges } = outer
  if (inner.from !== undefined && inner.to !== undefined) return holds(ranges, inner.from, inner.to)
  return inner.keywords.every(k => outer.keywords.includes(k)) && inner.ranges.every(([from, to]) => holds(ranges, from, to))
}
function holds(ranges: readonly PortRange[], from: number, to: number): boolean {
  for (const range of ranges) if (range[0] <= from && to <= range[1]) return true
  return false
}
