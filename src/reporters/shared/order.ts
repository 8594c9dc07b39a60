import type { Finding, Severity } from '../../model/types.ts'

const RANK: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }

/** What is grave first, of that what a change brought, then by place, as the report has them. */
export const gravestFirst = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity] || Number(b.new === true) - Number(a.new === true))
