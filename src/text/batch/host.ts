import type { Problem } from '../../model/types.ts'
import type { Word } from '../word.ts'

/** One call of a program, as far as the script says. */
export interface Command {
  /** The program's name first, as written. */
  readonly words: readonly Word[]
  readonly start: number
  readonly end: number
  /** The whole command with its quotes, variables put in; undefined where it is what stands in the file. */
  readonly line: string | undefined
  /** Why it may not run (`if exist …`); undefined when it always does. */
  readonly condition: string | undefined
}

/** What the user of a script wants to hear of it. */
export interface BatchOptions {
  /** Names of the programs whose calls are wanted, lower case, without path and `.exe`. */
  readonly programs: ReadonlySet<string>
  /** Words that its user compares others with. */
  readonly vocabulary?: Iterable<string>
  /** May answer with the exit code, where that follows from the script. */
  command(command: Command): number | undefined | void
  problem(code: Problem['code'], message: string, start: number, end: number): void
}
