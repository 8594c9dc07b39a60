/** Characters of values that may be put in once more: the loops of ten thousand rules. */
const MOST_COPIED = 5_000_000

/** What following scripts has cost so far: a file may hold thousands of them, each with a loop of its own. */
export class Effort {
  /** Of batch files: rounds of `for`, calls and lines of calls; jumps back; characters that variables put in; characters that were run again. */
  rounds = 0
  jumps = 0
  expanded = 0
  repeated = 0
  /** Of PowerShell: statements in loops and functions, and elements of large values that were looked at. */
  steps = 0
  work = 0
  /** Of declarations and lists (Ansible, Chef, Puppet, Salt, CLIXML): characters of values that loops, variables and references put in once more. */
  #copied = 0

  /** So many characters once more; false where that is too much. */
  copy(size: number): boolean {
    this.#copied += size
    return this.#copied <= MOST_COPIED
  }
}

let shared: Effort | undefined

/** Lets all scripts that are followed meanwhile, one inside of another or one behind another, share one effort. */
export function sharingEffort<T>(run: () => T): T {
  if (shared) return run()
  shared = new Effort()
  try {
    return run()
  } finally {
    shared = undefined
  }
}

/** That of the file at work, or one of its own. */
export const effort = (): Effort => shared ?? new Effort()
