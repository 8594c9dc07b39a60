import type { Budget } from './budget.ts'
import type { Labels } from './labels.ts'
import { isCertain, type Scope, shortened } from './scope.ts'
import type { Variables } from './variables.ts'

/** A `goto` as it stands in the file. */
export interface Jump {
  readonly label: string
  readonly from: number
  /** Where the label stands; undefined where the file has none. */
  readonly to: number | undefined
}

/** Which lines of a script, or of one call of a subroutine, are reached, and under which condition. */
export class Flow {
  /** Whether it is that of a call. */
  readonly isCall: boolean
  /** Variables that were set in a stretch which may not run. */
  readonly tentative = new Set<string>()
  #isDead = false
  #isOver = false
  /** Up to here a `goto` that may happen jumps over everything. */
  #skipTo = 0
  #skipWhy: string | undefined
  /** Labels that a `goto` leads to, with the condition of it; '' when it always happens. */
  readonly #reached = new Map<string, string>()
  /** Condition of the stretch that began at the last label. */
  #label: string | undefined
  /** How often variables had changed at a label, and what they were when a certain jump back to it was last followed. */
  readonly #rounds = new Map<string, { readonly changes: number; readonly state?: string }>()
  /** The jump that may happen since the last label, if it is the only one, and how many commands had run before it. */
  #onlyJump: { readonly label: string; readonly stretch: string | undefined; readonly commands: number } | undefined
  #jumps = 0

  constructor(isCall: boolean, condition: string | undefined) {
    this.isCall = isCall
    this.#label = condition
  }

  /** Behind an `exit` or a `goto` that always happens. */
  get isDead(): boolean { return this.#isDead }
  /** Whether a call has come to its end. */
  get isOver(): boolean { return this.#isOver }

  /** Why the line at `at` may not be reached. */
  condition(at: number): string | undefined {
    if (this.#skipWhy !== undefined && at >= this.#skipTo) this.#skipWhy = undefined
    return this.#label === undefined ? this.#skipWhy : this.#skipWhy === undefined ? this.#label : `${this.#label} and ${this.#skipWhy}`
  }

  /** An `exit` that always happens, after so many commands. */
  end(commands: number): void {
    this.#isDead = true
    if (this.isCall) this.#isOver = true
    // `if %errorlevel%==0 goto run` and then nothing but an exit: the guard that others write the other way round.
    if (this.#onlyJump?.commands === commands) this.#reached.set(this.#onlyJump.label, this.#onlyJump.stretch ?? '')
  }

  /** A `goto` after so many commands. */
  jump({ label, from, to }: Jump, scope: Scope, commands: number, labels: Labels): void {
    const known = this.#reached.get(label)
    const condition = scope.condition ?? ''
    const both = known === '' || condition === '' ? '' : `label :${shortened(label)}`
    this.#reached.set(label, known === undefined || known === condition ? condition : both)
    if (isCertain(scope)) { this.#isDead = true; return }
    // A question that only one jump answers; a second one makes it a choice between several ways.
    const isNew = known === undefined && to !== undefined && to > from
    this.#onlyJump = isNew && this.#jumps === 0 ? { label, stretch: scope.stretch, commands } : undefined
    this.#jumps++
    // Backward: a loop. Forward past an exit: a guard (`if errorlevel 1 goto failed`), which the intended way passes.
    if (to === undefined || to <= from || labels.exitBetween(from, to)) return
    this.#skipTo = Math.max(to, this.#skipTo)
    this.#skipWhy = shortened(`unless ${scope.condition ?? ''}`)
  }

  /** Whether a certain jump back by `length` characters is followed: a loop that counts is, one that nothing in the file can end is not. */
  again(label: string, length: number, variables: Variables, budget: Budget): boolean {
    const { changes } = variables
    const before = this.#rounds.get(label)
    if (before?.changes === changes || this.#label !== undefined || this.#skipWhy !== undefined) return false
    const { state } = variables
    if (before?.state === state || !budget.round() || !budget.repeat(state.length + length)) return false
    this.#rounds.set(label, { state, changes })
    this.#isDead = false
    return true
  }

  /** The line of a label. `isElsewhere` tells whether nothing but calls leads to it. */
  arrive(label: string, at: number, changes: number, isElsewhere: () => boolean): void {
    const came = this.#reached.get(label)
    this.#onlyJump = undefined
    this.#jumps = 0
    if (!this.#rounds.has(label)) this.#rounds.set(label, { changes })
    if (!this.#isDead) {
      if (came === '') this.#label = undefined
      else if (came !== undefined && this.#label !== undefined && came !== this.#label) this.#label = `label :${shortened(label)}`
      this.condition(at)
      return
    }
    if (came === undefined && isElsewhere()) return
    this.#isDead = false
    this.#skipWhy = undefined
    this.#label = came === '' ? undefined : came ?? `label :${shortened(label)}`
  }
}
