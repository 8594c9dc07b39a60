import type { Rule } from './types.ts'

/** A rule that never decides a packet. */
export interface Shadow {
  readonly rule: Rule
  /** A duplicate says the same as an earlier rule; a shadowed one says less than another, or than several together. */
  readonly kind: 'duplicate' | 'shadowed'
  /** One rule, or several that together match all of its packets. */
  readonly by: readonly Rule[]
}
export interface ShadowSearch {
  /** In the order of the policy. */
  readonly shadows: readonly Shadow[]
  /** False when the search was given up somewhere, as a file made to be hard can force it: then there may be more. */
  readonly complete: boolean
}
