import { lineEnd } from './lines.ts'

/** Labels of a script, what names them, and the `exit` or `goto` lines outside of blocks: found by one look over the lines. */
export class Labels {
  /** Where the line of a label begins. */
  readonly places = new Map<string, number>()
  /** Those that some `call` names. */
  readonly called = new Set<string>()
  readonly #named = new Set<string>()
  readonly #exits: number[] = []
  #isOpen = false

  constructor(text: string) {
    if (/\b(?:goto|exit|call[ \t]*:)/i.test(text)) this.#find(text)
    else this.#isOpen = true
  }

  /** Whether anything in the file may jump to a label: something names it, or some jump is computed. */
  mayReach(label: string): boolean { return this.#isOpen || this.#named.has(label) }

  /** Whether the script may end, or jump away, between two places. */
  exitBetween(from: number, to: number): boolean {
    const exits = this.#exits
    let low = 0
    let high = exits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((exits[middle] as number) <= from) low = middle + 1
      else high = middle
    }
    return low < exits.length && (exits[low] as number) < to
  }

  #find(text: string): void {
    const { places } = this
    let depth = 0
    for (let at = 0; at < text.length;) {
      const { end, next } = lineEnd(text, at)
      const line = text.slice(at, end).trim()
      const label = /^:([^\s:+&|<>^]+)/.exec(line)
      if (label && !places.has((label[1] as string).toLowerCase())) places.set((label[1] as string).toLowerCase(), at)
      if (line.startsWith(')')) depth = Math.max(0, depth - 1)
      if (depth === 0 && /^@?(?:exit|goto)\b/i.test(line)) this.#exits.push(at)
      if (line.endsWith('(')) depth++
      const call = /\bcall[ \t]*:([^\s:+&|<>^]+)/i.exec(line)
      if (call) this.called.add((call[1] as string).toLowerCase())
      for (const jump of line.matchAll(/\b(?:goto[ \t]*:?|call[ \t]*:)[ \t]*([^\s:+&|<>^;,=()]+)/gi)) {
        this.#named.add((jump[1] as string).toLowerCase())
        this.#isOpen ||= /[%!]/.test(jump[1] as string)
      }
      at = next
    }
  }
}
