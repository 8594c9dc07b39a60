import { nextOf, textOf, unitAt, type Units } from './units.ts'

/** CR LF, a lone CR and a lone LF each end one line. `true` at the unit that ends it. */
const endsLine = (text: Units, at: number): boolean => {
  const unit = unitAt(text, at)
  return unit <= 13 && (unit === 10 || (unit === 13 && unitAt(text, at + 1) !== 10))
}

/** The next line feed, or the end of the text. */
const nextFeed = (text: Units, from: number): number => {
  const feed = nextOf(text, '\n', from)
  return feed < 0 ? text.length : feed
}

/** Whether some CR stands without a line feed behind it. */
export function hasLoneCr(text: Units): boolean {
  for (let at = nextOf(text, '\r', 0); at >= 0; at = nextOf(text, '\r', at + 1)) if (unitAt(text, at + 1) !== 10) return true
  return false
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) if (endsLine(text, i)) starts.push(i + 1)
  return starts
}

const BLOCK_BITS = 12

/**
 * Finds lines by offset and by number. Counts once, and keeps one line for each block of units: a file of millions of lines needs places for
 * a few findings, and one of a single line as long as all of them is no slower.
 */
export class LineIndex {
  readonly #text: Units
  /** By block: the line that its first unit is in, from 1, and where that line begins. */
  readonly #lines: Int32Array
  readonly #starts: Int32Array

  constructor(text: Units) {
    this.#text = text
    const blocks = (text.length >> BLOCK_BITS) + 1
    this.#lines = new Int32Array(blocks)
    this.#starts = new Int32Array(blocks)
    // Without lone CRs, as nearly all files are, feeds are all that counts: to search for them takes a tenth of a look at every unit.
    const isOdd = hasLoneCr(text)
    let line = 1
    let start = 0
    let feed = isOdd ? text.length : nextFeed(text, 0)
    for (let block = 0; block < blocks; block++) {
      this.#lines[block] = line
      this.#starts[block] = start
      const end = Math.min(text.length, (block + 1) << BLOCK_BITS)
      if (isOdd) for (let i = block << BLOCK_BITS; i < end; i++) if (endsLine(text, i)) { line++; start = i + 1 }
      for (; feed < end; feed = nextFeed(text, start)) { line++; start = feed + 1 }
    }
  }

  /** Line and column of an offset, both from 1. */
  position(offset: number): { readonly line: number; readonly column: number } {
    const block = Math.min(offset >> BLOCK_BITS, this.#lines.length - 1)
    let line = this.#lines[block] as number
    let start = this.#starts[block] as number
    const end = Math.min(offset, this.#text.length)
    for (let i = block << BLOCK_BITS; i < end; i++) if (endsLine(this.#text, i)) { line++; start = i + 1 }
    return { line, column: offset - start + 1 }
  }

  /** A line without its end; undefined when there is none of that number. */
  line(number: number): string | undefined {
    const start = this.#startOf(number)
    if (start === undefined) return undefined
    let end = start
    while (end < this.#text.length && !endsLine(this.#text, end)) end++
    return textOf(this.#text, start, end).replace(/\r$/, '')
  }
  #startOf(number: number): number | undefined {
    if (number < 1) return undefined
    let low = 0
    let high = this.#lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#lines[middle] as number) <= number) low = middle
      else high = middle - 1
    }
    let line = this.#lines[low] as number
    if (line === number) return this.#starts[low]
    for (let i = low << BLOCK_BITS; i < this.#text.length; i++) if (endsLine(this.#text, i) && ++line === number) return i + 1
    return undefined
  }
}
