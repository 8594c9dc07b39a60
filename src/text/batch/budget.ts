/** What loops, calls and variables may add to a file altogether. */
const MOST_STEPS = 200_000
const MOST_ROUNDS = 5000
const MOST_EXPANDED = 1 << 25
/** Blocks in blocks, and `cmd /c` in `cmd /c`, are followed no deeper than this. */
export const DEEPEST = 64

/** How far a script is followed. Each question counts, and answers false where the script goes too far. */
export class Budget {
  readonly #tell: (message: string) => void
  #steps = 0
  #rounds = 0
  #expanded = 0
  #tired = false

  /** Tells once that something was not followed. */
  constructor(tell: (message: string) => void) {
    this.#tell = tell
  }

  /** One more round of a `for`, call or line of a call. */
  step(): boolean { return ++this.#steps <= MOST_STEPS || this.#tire() }
  /** One more jump back. */
  round(): boolean { return ++this.#rounds <= MOST_ROUNDS || this.#tire() }
  /** So many characters more. */
  grow(by: number): boolean {
    this.#expanded += by
    return this.#expanded <= MOST_EXPANDED || this.#tire()
  }
  #tire(): false {
    if (!this.#tired) {
      this.#tired = true
      this.#tell('Loops, calls or variables of this script go too far to be followed; the rest stays open.')
    }
    return false
  }
}
