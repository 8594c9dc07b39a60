import type { Check } from '../model/facts.ts'
import { draftsFor } from './shared/needs.ts'

/** Nothing lets the traffic of a need through. */
export const requirementMissing: Check = {
  code: 'requirement-missing',
  severity: 'error',
  run: facts => draftsFor('requirement-missing', facts),
}
