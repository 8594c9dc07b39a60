import type { Check } from '../model/facts.ts'
import { fileUnreadable } from './file-unreadable.ts'
import { firewallOff } from './firewall-off.ts'
import { localRulesIgnored } from './local-rules-ignored.ts'
import { policyConflict } from './policy-conflict.ts'
import { policyNotApplied } from './policy-not-applied.ts'
import { portMismatch } from './port-mismatch.ts'
import { reportMismatch } from './report-mismatch.ts'
import { requirementBlocked } from './requirement-blocked.ts'
import { requirementMissing } from './requirement-missing.ts'
import { requirementPartial } from './requirement-partial.ts'
import { requirementUnverifiable } from './requirement-unverifiable.ts'
import { ruleDuplicate } from './rule-duplicate.ts'
import { ruleMalformed } from './rule-malformed.ts'
import { ruleObsolete } from './rule-obsolete.ts'
import { ruleShadowed } from './rule-shadowed.ts'
import { ruleTooBroad } from './rule-too-broad.ts'
import { ruleUnneeded } from './rule-unneeded.ts'
import { siteSettingsInvalid } from './site-settings-invalid.ts'

/** Every check, in alphabetical order. `ignore-expired` and `ignore-unused` come from the suppressions themselves. */
export const checks: readonly Check[] = [
  fileUnreadable, firewallOff, localRulesIgnored, policyConflict, policyNotApplied, portMismatch, reportMismatch, requirementBlocked,
  requirementMissing, requirementPartial, requirementUnverifiable, ruleDuplicate, ruleMalformed, ruleObsolete, ruleShadowed, ruleTooBroad,
  ruleUnneeded, siteSettingsInvalid,
]
