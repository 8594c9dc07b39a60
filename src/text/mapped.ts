/** Text that was put together from pieces of a file, and where each piece came from. */
export interface Mapped {
  readonly text: string
  /** Triples: where a piece begins in `text`, where in the file, and where it ends there (-1 when it is the same text as in the file). */
  readonly pieces: readonly number[]
}

/** Text as it stands in the file at `start`. */
export const plain = (text: string, start: number): Mapped => ({ text, pieces: [0, start, -1] })
/** Text that stands for another stretch of the file: the value of a variable. */
export const fixedText = (text: string, start: number, end: number): Mapped => ({ text, pieces: [0, start, end] })

/** Offset in the file of a position in the text. */
export function sourceOf(mapped: Mapped, at: number): number {
  const { pieces } = mapped
  const i = pieceAt(pieces, at)
  return pieces[i + 2] === -1 ? (pieces[i + 1] as number) + at - (pieces[i] as number) : pieces[i + 1] as number
}
/** Offset in the file behind the character before a position: the end of a stretch. */
export function sourceEndOf(mapped: Mapped, end: number): number {
  const { pieces } = mapped
  const i = pieceAt(pieces, Math.max(0, end - 1))
  return pieces[i + 2] === -1 ? (pieces[i + 1] as number) + end - (pieces[i] as number) : pieces[i + 2] as number
}
/** Index of the triple that holds a position. */
function pieceAt(pieces: readonly number[], at: number): number {
  let low = 0
  let high = pieces.length / 3 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle * 3] as number) <= at) low = middle
    else high = middle - 1
  }
  return low * 3
}

/** Collects pieces of mapped text. */
export class MapBuilder {
  readonly #texts: string[] = []
  readonly #pieces: number[] = []
  #length = 0

  /** A stretch of other mapped text, places kept. */
  literal(from: Mapped, start: number, end: number): void {
    if (end <= start) return
    this.#texts.push(from.text.slice(start, end))
    const { pieces } = from
    for (let i = pieceAt(pieces, start); i < pieces.length && (pieces[i] as number) < end; i += 3) {
      const cut = Math.max(0, start - (pieces[i] as number))
      const fixed = pieces[i + 2] as number
      this.#pieces.push(this.#length + (pieces[i] as number) + cut - start, (pieces[i + 1] as number) + (fixed === -1 ? cut : 0), fixed)
    }
    this.#length += end - start
  }
  /** Text that stands for a stretch of the file. */
  fixed(text: string, start: number, end: number): void {
    if (text === '') return
    this.#texts.push(text)
    this.#pieces.push(this.#length, start, end)
    this.#length += text.length
  }
  build(): Mapped {
    return { text: this.#texts.join(''), pieces: this.#pieces.length === 0 ? [0, 0, -1] : this.#pieces }
  }
}
