import type { Check } from '../model/facts.ts'
import { draftsFor } from './shared/needs.ts'

/** Somebody opened it and something else shuts it again: a block rule, a switch, an ignored store. */
export const requirementBlocked: Check = {
  code: 'requirement-blocked',
  severity: 'error',
  run: facts => draftsFor('requirement-blocked', facts),
}
