import type { Config } from '../config/types.ts'
import type { Draft, Locale, TargetFacts } from '../model/facts.ts'
import type { FileReport, Report, SuppressedFinding, Summary } from '../model/report.ts'
import { placeOf } from '../model/rules.ts'
import type { Finding, Severity } from '../model/types.ts'
import type { Verdict } from '../model/verdicts.ts'
import { type Baseline, isNeedCode } from './baseline.ts'
import { fingerprint } from './fingerprint.ts'
import { suppress, type Trust } from './suppress.ts'

/** A draft with the code that made it. */
export interface CodedDraft { readonly code: string; readonly severity: Severity; readonly draft: Draft }
export interface FinishInput {
  readonly drafts: readonly CodedDraft[]
  readonly config: Config
  readonly baseline?: Baseline | undefined
  /** What counts in place of the change's own suppressions and severities, where it is judged before it is merged. */
  readonly trust?: Trust | undefined
  readonly today: string
  readonly version: string
  readonly model: { readonly pack: string; readonly date: string }
  readonly assumptions: readonly string[]
  readonly targets: readonly TargetFacts[]
  readonly files: readonly FileReport[]
  /** Targets whose features are only assumed: their findings never block. */
  readonly assumed: ReadonlySet<string>
  readonly lineOf: (path: string, line: number) => string | undefined
  readonly textHas: (path: string, text: string) => boolean
  readonly locale: Locale
  /** False when only a part of the targets was judged: what holds nothing back here may hold something elsewhere. */
  readonly whole: boolean
}

/** Drafts to the report: severities, suppressions, fingerprints, one fixed order. */
export function finish(input: FinishInput): Report {
  const { config, trust } = input
  const seen = new Map<string, number>()
  const kept = new Set<string>()
  const severityFor = (code: string, byDefault: Severity): Severity | 'off' => {
    const own = config.severity.get(code) ?? byDefault
    const before = trust ? (trust.severity.get(code) ?? byDefault) : own
    if (RANK[own] >= RANK[before]) return own
    kept.add(code)
    return before
  }
  // Without a stated feature nothing blocks; dropping the config must not be a way to get there.
  const assumed = trust ? new Set([...input.assumed].filter(trust.assumed)) : input.assumed
  const all = input.drafts.flatMap(({ code, severity, draft }): Finding[] => {
    const chosen = severityFor(code, lowered(draft.severity ?? severity, draft, assumed))
    return chosen === 'off' ? [] : [findingOf(code, chosen, draft)]
  }).sort(byPlace).map(finding => numbered(finding, seen))
  const { findings: left, suppressed, housekeeping } = suppress(all, { ...input, ignore: config.ignore, baseline: input.baseline, trust })
  const findings = [...left]
  for (const { code, severity, draft } of housekeeping) {
    const chosen = severityFor(code, severity)
    // A code that is made graver still only gives notice of what has not happened yet.
    if (chosen !== 'off') findings.push(numbered(findingOf(code, severity === 'notice' && code === 'ignore-expired' ? 'notice' : chosen, draft), seen))
  }
  findings.sort(byPlace)
  const rowsOf = rowsBy()
  return {
    schemaVersion: 1,
    tool: { name: 'configmgr-firewall-lint', version: input.version },
    model: input.model,
    assumptions: [...input.assumptions, ...[...kept].map(code => `this change lowers the severity of ${code}: until it is merged the one of the base commit counts`)].sort(),
    files: [...input.files].sort((a, b) => compare(a.path, b.path)),
    targets: input.targets.map(({ policy, verdicts }) => ({
      name: policy.target.name, role: policy.target.role, layers: [...new Set(policy.target.layers.map(l => l.path))],
      requirements: rowsOf(verdicts),
    })),
    findings, suppressed, summary: summaryOf(findings, suppressed, input.targets),
  }
}

/** The rows of a target; those that were judged alike have the same ones. */
function rowsBy(): (verdicts: readonly Verdict[]) => Report['targets'][number]['requirements'] {
  const known = new Map<readonly Verdict[], Report['targets'][number]['requirements']>()
  return verdicts => {
    const rows = known.get(verdicts) ?? verdicts.map(({ requirement, status, allowedBy, because }) => ({
      id: requirement.id, feature: requirement.feature, status, severity: requirement.severity,
      by: allowedBy.slice(0, 8).map(rule => {
        const { path, line } = placeOf(rule.source)
        return { path, line, name: rule.name }
      }),
      ...(because !== undefined && { because }),
      peer: requirement.peer, direction: requirement.from === requirement.role ? 'outbound' as const : 'inbound' as const,
    }))
    known.set(verdicts, rows)
    return rows
  }
}

const RANK: Readonly<Record<Severity | 'off', number>> = { error: 3, warning: 2, notice: 1, off: 0 }

/** What is only assumed never blocks (contract, "Without a config"). */
function lowered(severity: Severity, draft: Draft, assumed: ReadonlySet<string>): Severity {
  return severity === 'error' && draft.target !== undefined && (draft.requirements?.length ?? 0) > 0 && assumed.has(draft.target) ? 'warning' : severity
}

function findingOf(code: string, severity: Severity, draft: Draft): Finding {
  const requirements = draft.requirements ?? []
  return {
    code, ...(draft.reason !== undefined && { reason: draft.reason }), severity, ...(draft.target !== undefined && { target: draft.target }),
    requirements, features: draft.features ?? [], message: draft.message, remedy: draft.remedy, location: placeOf(draft.span),
    related: (draft.related ?? []).map(({ span, message }) => {
      const { path, line } = placeOf(span)
      return { path, line, message }
    }),
    ...(draft.witness && { witness: draft.witness }),
    ...(draft.fix && { fix: draft.fix }),
    // Where a setting is at fault, the needs that it cuts today are no part of what it is.
    fingerprint: fingerprint([code, draft.target ?? '', isNeedCode(code) || code.startsWith('ignore-') ? [...requirements].sort().join(',') : '', draft.reason ?? '', draft.identity ?? '']),
  }
}
/** Two findings that are alike in everything that lasts are told apart by their order. */
function numbered(finding: Finding, seen: Map<string, number>): Finding {
  const count = (seen.get(finding.fingerprint) ?? 0) + 1
  seen.set(finding.fingerprint, count)
  return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
function byPlace(a: Finding, b: Finding): number {
  return compare(a.location.path, b.location.path) || a.location.line - b.location.line || a.location.column - b.location.column
    || compare(a.code, b.code) || (a.location.offset ?? 0) - (b.location.offset ?? 0) || compare(a.fingerprint, b.fingerprint)
}

function summaryOf(findings: readonly Finding[], suppressed: readonly SuppressedFinding[], targets: readonly TargetFacts[]): Summary {
  const count = (severity: Severity): number => findings.filter(f => f.severity === severity).length
  const counted = targets.flatMap(t => t.verdicts).filter(v => v.status !== 'not-applicable' && v.requirement.severity !== 'informational')
  return {
    error: count('error'), warning: count('warning'), notice: count('notice'),
    satisfied: counted.filter(v => v.status === 'satisfied').length, required: counted.length, suppressed: suppressed.length,
  }
}
