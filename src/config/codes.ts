/** Every finding code of the contract, as `severity` and `ignore` may name them. */
export const CODES: readonly string[] = [
  'file-unreadable', 'firewall-off', 'ignore-expired', 'ignore-unused', 'local-rules-ignored', 'policy-conflict', 'policy-not-applied', 'port-mismatch',
  'report-mismatch', 'requirement-blocked', 'requirement-missing', 'requirement-partial', 'requirement-unverifiable', 'rule-duplicate', 'rule-malformed',
  'rule-obsolete', 'rule-shadowed', 'rule-too-broad', 'rule-unneeded', 'site-settings-invalid',
]
