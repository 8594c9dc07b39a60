import type { Config, IgnoreEntry } from '../config/types.ts'
import type { Draft, Locale, TargetFacts } from '../model/facts.ts'
import type { FileReport, Report, SuppressedFinding, Summary } from '../model/report.ts'
import { placeOf } from '../model/rules.ts'
import type { Finding, Severity } from '../model/types.ts'
import { pathMatcher } from '../text/glob.ts'
import { fingerprint } from './fingerprint.ts'

/** A draft with the code that made it. */
export interface CodedDraft { readonly code: string; readonly severity: Severity; readonly draft: Draft }
export interface FinishInput {
  readonly drafts: readonly CodedDraft[]
  readonly config: Config
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
}

/** Drafts to the report: severities, suppressions, fingerprints, one fixed order. */
export function finish(input: FinishInput): Report {
  const { config, assumed } = input
  const seen = new Map<string, number>()
  const all = input.drafts.flatMap(({ code, severity, draft }): Finding[] => {
    const chosen = config.severity.get(code) ?? lowered(draft.severity ?? severity, draft, assumed)
    return chosen === 'off' ? [] : [findingOf(code, chosen, draft)]
  }).sort(byPlace).map(finding => numbered(finding, seen))
  const entries = config.ignore.map(entry => ({ entry, matches: matcherOf(entry), used: false, expired: entry.expires < input.today }))
  const findings: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  for (const finding of all) {
    const match = entries.find(e => e.matches(finding) && !e.expired)
    for (const e of entries) if (e.matches(finding)) e.used = true
    const inline = match ? undefined : inlineReason(finding, input)
    if (match) suppressed.push({ ...finding, suppressedBy: { kind: 'config', reason: match.entry.reason, expires: match.entry.expires } })
    else if (inline !== undefined) suppressed.push({ ...finding, suppressedBy: { kind: 'inline', reason: inline } })
    else findings.push(finding)
  }
  for (const { entry, used, expired } of entries) {
    if (used && !expired) continue
    const code = used ? 'ignore-expired' : 'ignore-unused'
    const severity = config.severity.get(code) ?? (used ? 'warning' : 'notice')
    if (severity === 'off') continue
    const say = WORDS[input.locale]
    findings.push(numbered(findingOf(code, severity, {
      message: used ? say.expired(entry.code, entry.expires, entry.reason) : say.unused(entry.code, entry.reason), remedy: used ? say.renew : say.remove,
      span: { origin: { path: entry.place.path, place: () => entry.place, line: () => undefined }, start: 0, end: 0 },
      identity: `${entry.code} ${entry.requirement ?? ''} ${entry.target ?? ''} ${entry.path ?? ''}`, requirements: entry.requirement ? [entry.requirement] : [], ...(entry.target && { target: entry.target }),
    }), seen))
  }
  findings.sort(byPlace)
  return {
    schemaVersion: 1,
    tool: { name: 'configmgr-firewall-lint', version: input.version },
    model: input.model,
    assumptions: [...input.assumptions].sort(),
    files: [...input.files].sort((a, b) => compare(a.path, b.path)),
    targets: input.targets.map(({ policy, verdicts }) => ({
      name: policy.target.name, role: policy.target.role, layers: [...new Set(policy.target.layers.map(l => l.path))],
      requirements: verdicts.map(({ requirement, status, allowedBy, because }) => ({
        id: requirement.id, feature: requirement.feature, status,
        by: allowedBy.slice(0, 8).map(rule => {
          const { path, line } = placeOf(rule.source)
          return { path, line, name: rule.name }
        }),
        ...(because !== undefined && { because }),
      })),
    })),
    findings, suppressed, summary: summaryOf(findings, suppressed, input.targets),
  }
}

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
    fingerprint: fingerprint([code, draft.target ?? '', [...requirements].sort().join(','), draft.reason ?? '', draft.identity ?? '']),
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

/** An entry fits when all that it names fits; one id of a need stands for all of them. */
function matcherOf(entry: IgnoreEntry): (finding: Finding) => boolean {
  const path = entry.path === undefined ? undefined : pathMatcher(entry.path)
  return finding => finding.code === entry.code
    && (entry.requirement === undefined || finding.requirements.includes(entry.requirement))
    && (entry.target === undefined || finding.target === entry.target)
    && (path === undefined || path(finding.location.path))
}

const INLINE = /configmgr-firewall-lint-ignore\s+([a-z-]+)\s+--\s+(\S.*?)\s*(?:\*\/|-->|#>)?\s*$/
/** `configmgr-firewall-lint-ignore CODE -- reason` on the line of a finding or the one above. */
function inlineReason({ code, location }: Finding, { lineOf, textHas }: FinishInput): string | undefined {
  if (location.offset !== undefined || !textHas(location.path, 'configmgr-firewall-lint-ignore')) return undefined
  for (const line of [location.line, location.line - 1]) {
    const match = INLINE.exec((lineOf(location.path, line) ?? '').slice(-1000))
    if (match?.[1] === code) return match[2]
  }
  return undefined
}

function summaryOf(findings: readonly Finding[], suppressed: readonly SuppressedFinding[], targets: readonly TargetFacts[]): Summary {
  const count = (severity: Severity): number => findings.filter(f => f.severity === severity).length
  const counted = targets.flatMap(t => t.verdicts).filter(v => v.status !== 'not-applicable' && v.requirement.severity !== 'informational')
  return {
    error: count('error'), warning: count('warning'), notice: count('notice'),
    satisfied: counted.filter(v => v.status === 'satisfied').length, required: counted.length, suppressed: suppressed.length,
  }
}

const WORDS = {
  en: {
    expired: (code: string, date: string, reason: string) => `The ignore entry for ${code} ("${reason}") expired on ${date}; what it held back counts again.`,
    unused: (code: string, reason: string) => `The ignore entry for ${code} ("${reason}") holds nothing back any more.`,
    renew: 'Mend the finding, or give the entry a new date with its reason.',
    remove: 'Remove the entry.',
  },
  ko: {
    expired: (code: string, date: string, reason: string) => `${code} 무시 항목("${reason}")이 ${date}에 만료되어 해당 결과가 다시 집계됩니다.`,
    unused: (code: string, reason: string) => `${code} 무시 항목("${reason}")은 더 이상 해당하는 결과가 없습니다.`,
    renew: '문제를 해결하거나 이유와 함께 새 날짜를 지정하십시오.',
    remove: '항목을 제거하십시오.',
  },
} satisfies Record<Locale, unknown>
