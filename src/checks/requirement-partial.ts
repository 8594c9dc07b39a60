import type { Check } from '../model/facts.ts'
import { draftsFor } from './shared/needs.ts'

/** Only a part of a need passes: some ports, some site systems, some profiles, one address family. */
export const requirementPartial: Check = {
  code: 'requirement-partial',
  severity: 'error',
  run: facts => draftsFor('requirement-partial', facts),
}
