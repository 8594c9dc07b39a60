const SLOTS = 256
const LONGEST = 24

/**
 * Cuts words out of a text. Short ones come back all the time: the last one like it is given again, so that it is made and hashed once.
 * Words of the vocabulary are given as the texts that they are compared with, and keep their slots.
 */
export class Cutter {
  readonly text: string
  readonly #held: string[] = Array<string>(SLOTS).fill('')
  readonly #kept = new Set<number>()

  constructor(text: string, vocabulary: Iterable<string> = []) {
    this.text = text
    for (const word of vocabulary) {
      const slot = slotOf(word, 0, word.length)
      if (this.#kept.has(slot)) continue
      this.#held[slot] = word
      this.#kept.add(slot)
    }
  }

  cut(start: number, end: number): string {
    const { text } = this
    const length = end - start
    if (length > LONGEST || length < 2) return text.slice(start, end)
    const slot = slotOf(text, start, length)
    const held = this.#held[slot] as string
    if (held.length === length && text.startsWith(held, start)) return held
    const word = text.slice(start, end)
    if (!this.#kept.has(slot)) this.#held[slot] = word
    return word
  }
}

const slotOf = (text: string, start: number, length: number): number =>
  (length * 3 + text.charCodeAt(start) * 7 + text.charCodeAt(start + (length >> 1)) * 67 + text.charCodeAt(start + length - 1)) & (SLOTS - 1)
