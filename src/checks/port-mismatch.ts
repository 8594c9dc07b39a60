import type { Check } from '../model/facts.ts'
import { draftsFor } from './shared/needs.ts'

/** Rules open the default port, which the site has changed, and not the site's own. */
export const portMismatch: Check = {
  code: 'port-mismatch',
  severity: 'error',
  run: facts => draftsFor('port-mismatch', facts),
}
