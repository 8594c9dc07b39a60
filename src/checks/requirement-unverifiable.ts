import type { Check } from '../model/facts.ts'
import { draftsFor } from './shared/needs.ts'
import { problemDrafts } from './shared/problems.ts'

/** The files do not decide it: an address keyword, an unknown token, a filter, an IPsec condition. */
export const requirementUnverifiable: Check = {
  code: 'requirement-unverifiable',
  severity: 'notice',
  *run(facts) {
    yield* draftsFor('requirement-unverifiable', facts)
    yield* problemDrafts('requirement-unverifiable', facts)
  },
}
