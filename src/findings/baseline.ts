import type { Report } from '../model/report.ts'
import type { SourceFile } from '../model/stages.ts'
import type { Finding, Place } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'

/** A finding that a team has agreed to live with for now. Code, target and requirements are for people, and for needs that are partly mended. */
export interface BaselineEntry {
  readonly fingerprint: string
  readonly code: string
  readonly target?: string
  readonly requirements: readonly string[]
}
export interface Baseline {
  readonly path: string
  readonly entries: readonly (BaselineEntry & { readonly place: Place })[]
}

/** Reads what `check --write-baseline` wrote. Anything else is a `UsageError`: a baseline that is read by halves would hide or show by chance. */
export function parseBaseline(file: SourceFile): Baseline {
  let value: unknown
  try {
    value = JSON.parse(file.text)
  } catch {
    throw new UsageError('The baseline is no JSON; write it again with check --write-baseline', file.origin.place(0, 0))
  }
  const { schemaVersion, findings } = (value ?? {}) as { schemaVersion?: unknown; findings?: unknown }
  if (schemaVersion !== 1 || !Array.isArray(findings) || !findings.every(isEntry)) {
    throw new UsageError('This is no baseline with schemaVersion 1; write it again with check --write-baseline', file.origin.place(0, 0))
  }
  // Each entry has a line of its own; a file that was formatted otherwise is searched from where the last one was found.
  let at = 0
  return {
    path: file.path,
    entries: findings.map(({ fingerprint, code, target, requirements }: BaselineEntry) => {
      const start = file.text.indexOf(JSON.stringify(fingerprint), at)
      if (start >= 0) at = start
      return { fingerprint, code, ...(target !== undefined && { target }), requirements, place: file.origin.place(at, start >= 0 ? at + fingerprint.length + 2 : at) }
    }),
  }
}
function isEntry(value: unknown): value is BaselineEntry {
  const entry = value as Partial<Record<keyof BaselineEntry, unknown>> | null
  return typeof entry === 'object' && entry !== null && typeof entry.fingerprint === 'string' && typeof entry.code === 'string'
    && (entry.target === undefined || typeof entry.target === 'string') && Array.isArray(entry.requirements) && entry.requirements.every(r => typeof r === 'string')
}

/** The baseline that holds every finding of a report, one on a line: the same findings give the same bytes. Housekeeping is not held back. */
export function baselineText(report: Pick<Report, 'findings'>): string {
  const lines = report.findings.filter(({ code }) => !code.startsWith('ignore-')).map(entryOf).sort(byName).map(entry => `    ${JSON.stringify(entry)}`)
  return `{\n  "schemaVersion": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`
}
const entryOf = ({ fingerprint, code, target, requirements }: Finding): BaselineEntry => ({ fingerprint, code, ...(target !== undefined && { target }), requirements: [...requirements].sort() })
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: BaselineEntry, b: BaselineEntry): number => order(a.code, b.code) || order(a.target ?? '', b.target ?? '') || order(a.fingerprint, b.fingerprint)

/** Whether entries hold a finding back: by fingerprint; a need also when its entry listed more needs, of which some are mended. */
export function baselineMatcher<E extends BaselineEntry>(entries: readonly E[]): (finding: Finding) => readonly E[] {
  const exact = new Map(entries.map(e => [e.fingerprint, e]))
  const needs = new Map<string, E>()
  for (const e of entries) if (isNeedCode(e.code)) for (const id of e.requirements) needs.set(needKey(e, id), e)
  return finding => {
    const found = exact.get(finding.fingerprint)
    if (found) return [found]
    if (!isNeedCode(finding.code) || finding.requirements.length === 0) return []
    const parts = finding.requirements.map(id => needs.get(needKey(finding, id)))
    return parts.every(e => e !== undefined) ? [...new Set(parts)] : []
  }
}
const needKey = ({ code, target }: Pick<BaselineEntry, 'code' | 'target'>, id: string): string => JSON.stringify([code, target, id])
/** Codes whose findings gather needs by their cause. */
export const isNeedCode = (code: string): boolean => code.startsWith('requirement-') || code === 'port-mismatch'
