import { effort } from '../effort.ts'

/** What loops, calls and variables may add to a file altogether, also to the scripts in it. */
const MOST_STEPS = 200_000
const MOST_ROUNDS = 5000
const MOST_EXPANDED = 1 << 25
/** Characters of commands that are run again: some ten thousand rules. A body of thousands of lines counts as what it is, not as one round. */
const MOST_REPEATED = 3_000_000
/** What a command costs besides its characters. */
const PER_COMMAND = 32
/** Blocks in blocks, and `cmd /c` in `cmd /c`, are followed no deeper than this. */
export const DEEPEST = 64

/** How far a script is followed. Each question counts, and answers false where the script goes too far. */
export class Budget {
  readonly #tell: (message: string) => void
  readonly #effort = effort()
  #tired = false

  /** Tells once that something was not followed. */
  constructor(tell: (message: string) => void) {
    this.#tell = tell
  }

  /** One more round of a `for`, call or line of a call. */
  step(): boolean { return ++this.#effort.rounds <= MOST_STEPS || this.#tire() }
  /** One more jump back. */
  round(): boolean { return ++this.#effort.jumps <= MOST_ROUNDS || this.#tire() }
  /** So many characters more. */
  grow(by: number): boolean {
    this.#effort.expanded += by
    return this.#effort.expanded <= MOST_EXPANDED || this.#tire()
  }
  /** A command of so many characters inside of a loop or a call, or a list that is read there. */
  repeat(length: number): boolean {
    this.#effort.repeated += PER_COMMAND + length
    return this.#effort.repeated <= MOST_REPEATED || this.#tire()
  }
  #tire(): false {
    if (!this.#tired) {
      this.#tired = true
      this.#tell('Loops, calls or variables of this script go too far to be followed; the rest stays open.')
    }
    return false
  }
}
