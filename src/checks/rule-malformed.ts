import type { Check } from '../model/facts.ts'
import { problemDrafts } from './shared/problems.ts'

/** Windows would drop or misread a rule. */
export const ruleMalformed: Check = {
  code: 'rule-malformed',
  severity: 'error',
  run: facts => problemDrafts('rule-malformed', facts),
}
