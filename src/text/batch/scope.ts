/** What holds while one piece of a script runs. */
export interface Scope {
  readonly condition: string | undefined
  /** The condition of the stretch it stands in: where the two are the same, a jump ends that stretch for certain. */
  readonly stretch: string | undefined
  readonly loop: ReadonlyMap<string, string>
  /** What the variables were that the branch at work has set so far; undefined outside of branches that may not run. */
  readonly local?: Map<string, string | undefined> | undefined
}

/** The variables of loops outside of all loops. */
export const NO_LOOP: ReadonlyMap<string, string> = new Map()

/** Whether what stands there happens whenever its stretch runs at all. */
export const isCertain = ({ condition, stretch, loop }: Scope): boolean => condition === stretch && loop.size === 0
/** The same under one more condition. */
export const under = (scope: Scope, why: string): Scope =>
  ({ ...scope, condition: scope.condition === undefined ? why : shortened(`${scope.condition} and ${why}`) })
/** Text of the script as a condition names it: on one line, and no longer than one reads. */
export const shortened = (text: string): string => {
  const one = text.replace(/\s+/g, ' ')
  return one.length > 120 ? `${one.slice(0, 119)}…` : one
}
