import type { Config, IgnoreEntry } from '../config/types.ts'
import type { Draft, Locale } from '../model/facts.ts'
import type { SuppressedFinding } from '../model/report.ts'
import { spanAt } from '../model/rules.ts'
import type { Finding, Place, Severity } from '../model/types.ts'
import { pathMatcher } from '../text/glob.ts'
import { type Baseline, type BaselineEntry, baselineMatcher } from './baseline.ts'

/**
 * What the base commit says. Where a change is judged before it is merged this counts: a change cannot excuse itself. What the change takes away
 * is gone at once, for that is never in its favour.
 */
export interface Trust {
  readonly ignore: readonly IgnoreEntry[]
  readonly baseline: readonly BaselineEntry[]
  /** Fingerprints of findings that a comment held back in the base commit. */
  readonly inline: ReadonlySet<string>
  readonly severity: Config['severity']
  /** Whether the base commit did not state the features of a target either. */
  readonly assumed: (target: string) => boolean
}
export interface SuppressInput {
  readonly ignore: readonly IgnoreEntry[]
  readonly baseline: Baseline | undefined
  readonly trust: Trust | undefined
  readonly today: string
  readonly locale: Locale
  readonly lineOf: (path: string, line: number) => string | undefined
  readonly textHas: (path: string, text: string) => boolean
  /** Whether all targets were judged, so that an entry without a finding is unused. */
  readonly whole: boolean
}
/** A finding about the suppressions themselves. */
export interface Housekeeping { readonly code: 'ignore-expired' | 'ignore-unused'; readonly severity: Severity; readonly draft: Draft }
export interface Suppressed { readonly findings: readonly Finding[]; readonly suppressed: readonly SuppressedFinding[]; readonly housekeeping: readonly Housekeeping[] }

/** An entry is announced that many days before it ends. */
const NEAR_END_DAYS = 14

interface Entry { readonly entry: IgnoreEntry; readonly matches: (finding: Finding) => boolean; readonly expired: boolean; readonly pending: boolean; used: boolean }

/** Holds back what ignore entries, comments and the baseline name, and tells of those that have run out, run out soon or hold nothing. */
export function suppress(all: readonly Finding[], input: SuppressInput): Suppressed {
  const { trust, today } = input
  const entries = trusted(input.ignore, trust, today)
  const byCode = new Map<string, Entry[]>(entries.map(({ entry }) => [entry.code, []]))
  for (const entry of entries) byCode.get(entry.entry.code)?.push(entry)
  const inBaseline = baselineMatcher(input.baseline?.entries ?? [])
  const merged = trust && new Set(trust.baseline.map(e => e.fingerprint))
  const usedBaseline = new Set<BaselineEntry>()
  const pending: Place[] = []
  const findings: Finding[] = []
  const suppressed: SuppressedFinding[] = []
  const inlineReason = inlineReasons(input)
  for (const finding of all) {
    const fitting = (byCode.get(finding.code) ?? []).filter(e => e.matches(finding))
    for (const e of fitting) e.used = true
    const match = fitting.find(e => !e.expired && !e.pending)
    const inline = match ? undefined : inlineReason(finding)
    const inlineCounts = inline !== undefined && (!trust || trust.inline.has(finding.fingerprint))
    const held = inBaseline(finding)
    for (const e of held) usedBaseline.add(e)
    const heldCounts = held.length > 0 && held.every(e => !merged || merged.has(e.fingerprint))
    if (match) suppressed.push({ ...finding, suppressedBy: { kind: 'config', reason: match.entry.reason, expires: match.entry.expires } })
    else if (inlineCounts) suppressed.push({ ...finding, suppressedBy: { kind: 'inline', reason: inline } })
    else if (heldCounts) suppressed.push({ ...finding, suppressedBy: { kind: 'baseline', reason: input.baseline?.path ?? '' } })
    else {
      findings.push(finding)
      const waits = fitting.find(e => e.pending && !e.expired)?.entry.place ?? (inline === undefined ? held.find(e => !merged?.has(e.fingerprint))?.place : finding.location)
      if (waits) pending.push(waits)
    }
  }
  return { findings, suppressed, housekeeping: [...ofEntries(entries, input), ...ofBaseline(input, usedBaseline), ...ofPending(pending, input)] }
}

/** The entries as the base commit lets them count: a new one not yet, a prolonged one until its old end. */
function trusted(entries: readonly IgnoreEntry[], trust: Trust | undefined, today: string): readonly Entry[] {
  const before = new Map<string, string>()
  for (const entry of trust?.ignore ?? []) {
    const key = keyOf(entry)
    if (entry.expires > (before.get(key) ?? '')) before.set(key, entry.expires)
  }
  return entries.map(entry => {
    const old = trust && before.get(keyOf(entry))
    const expires = old !== undefined && old < entry.expires ? old : entry.expires
    return { entry, matches: matcherOf(entry), expired: entry.expires < today, pending: trust !== undefined && (old === undefined || expires < today), used: false }
  })
}
const keyOf = ({ code, requirement, target, path }: IgnoreEntry): string => JSON.stringify([code, requirement, target, path])

/** An entry fits when all that it names fits; one id of a need stands for all of them. */
function matcherOf(entry: IgnoreEntry): (finding: Finding) => boolean {
  const path = entry.path === undefined ? undefined : lastAsked(pathMatcher(entry.path))
  return finding => finding.code === entry.code
    && (entry.requirement === undefined || finding.requirements.includes(entry.requirement))
    && (entry.target === undefined || finding.target === entry.target)
    && (path === undefined || path(finding.location.path))
}

/** Findings come in the order of their paths, so each path is asked for many times in a row. */
function lastAsked(matches: (path: string) => boolean): (path: string) => boolean {
  let last: { readonly path: string; readonly found: boolean } | undefined
  return path => {
    if (last?.path !== path) last = { path, found: matches(path) }
    return last.found
  }
}

const INLINE = /configmgr-firewall-lint-ignore\s+([a-z-]+)\s+--\s+(\S.*)$/
/** `configmgr-firewall-lint-ignore CODE -- reason` on the line of a finding or the one above. A line may be that of thousands, and is read once. */
function inlineReasons({ lineOf, textHas }: SuppressInput): (finding: Finding) => string | undefined {
  const files = new Map<string, Map<number, { readonly code: string; readonly reason: string } | undefined> | undefined>()
  return ({ code, location: { path, line, offset } }) => {
    if (offset !== undefined) return undefined
    if (!files.has(path)) files.set(path, textHas(path, 'configmgr-firewall-lint-ignore') ? new Map() : undefined)
    const lines = files.get(path)
    if (!lines) return undefined
    for (const number of [line, line - 1]) {
      if (!lines.has(number)) lines.set(number, commentIn((lineOf(path, number) ?? '').slice(-1000)))
      const found = lines.get(number)
      if (found?.code === code) return found.reason
    }
    return undefined
  }
}
function commentIn(line: string): { code: string; reason: string } | undefined {
  const [, code, rest] = INLINE.exec(line) ?? []
  if (code === undefined || rest === undefined) return undefined
  const said = rest.trimEnd()
  return { code, reason: said.replace(/(?<=\S)\s*(?:\*\/|-->|#>)$/, '') }
}

function ofEntries(entries: readonly Entry[], { today, locale, whole }: SuppressInput): Housekeeping[] {
  const say = WORDS[locale]
  return entries.flatMap(({ entry, used, expired }): Housekeeping[] => {
    const { code, reason, expires } = entry
    const about = { span: spanAt(entry.place), identity: keyOf(entry), requirements: entry.requirement ? [entry.requirement] : [], ...(entry.target && { target: entry.target }) }
    if (!used && !whole) return []
    if (!used) return [{ code: 'ignore-unused', severity: 'notice', draft: { ...about, message: say.unused(code, reason), remedy: say.remove } }]
    if (expired) return [{ code: 'ignore-expired', severity: 'warning', draft: { ...about, message: say.expired(code, expires, reason), remedy: say.renew } }]
    const days = daysBetween(today, expires)
    return days > NEAR_END_DAYS ? [] : [{ code: 'ignore-expired', severity: 'notice', draft: { ...about, identity: `soon ${about.identity}`, message: say.soon(code, expires, days, reason), remedy: say.renew } }]
  })
}
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** One finding for all stale entries: a mended policy must not cost a page of notices. */
function ofBaseline({ baseline, locale, whole }: SuppressInput, used: ReadonlySet<BaselineEntry>): Housekeeping[] {
  const stale = whole ? (baseline?.entries.filter(e => !used.has(e)) ?? []) : []
  const [first] = stale
  if (!first) return []
  const names = stale.slice(0, 8).map(e => [e.code, e.target, e.requirements.slice(0, 3).join(', ')].filter(Boolean).join(' / '))
  const say = WORDS[locale]
  return [{
    code: 'ignore-unused', severity: 'notice',
    draft: { span: spanAt(first.place), identity: 'baseline', message: say.stale(stale.length, names.join('; '), stale.length > names.length), remedy: say.rewrite },
  }]
}

/** One notice for all that the change would excuse. */
function ofPending(places: readonly Place[], { locale }: SuppressInput): Housekeeping[] {
  const [first] = places
  if (!first) return []
  const say = WORDS[locale]
  return [{ code: 'ignore-unused', severity: 'notice', draft: { span: spanAt(first), identity: 'pending', message: say.pending(places.length), remedy: say.later } }]
}

const WORDS = {
  en: {
    expired: (code: string, date: string, reason: string) => `The ignore entry for ${code} ("${reason}") expired on ${date}; what it held back counts again.`,
    soon: (code: string, date: string, days: number, reason: string) =>
      `The ignore entry for ${code} ("${reason}") expires ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}, after ${date}; what it holds back counts again then.`,
    unused: (code: string, reason: string) => `The ignore entry for ${code} ("${reason}") holds nothing back any more.`,
    stale: (count: number, names: string, more: boolean) => `${count} ${count === 1 ? 'entry of the baseline holds' : 'entries of the baseline hold'} nothing back any more: ${names}${more ? '; …' : ''}.`,
    pending: (count: number) =>
      `This change adds or prolongs suppressions for ${count} of the findings here. Those of the base commit count: what a change adds takes effect once merged.`,
    renew: 'Mend the finding, or give the entry a new date with its reason.',
    remove: 'Remove the entry.',
    rewrite: 'Write the baseline again with check --write-baseline, so that a finding that comes back is seen.',
    later: 'Mend the findings, or let a reviewer decide to merge with them.',
  },
  ko: {
    expired: (code: string, date: string, reason: string) => `${code} 무시 항목("${reason}")이 ${date}에 만료되어 해당 결과가 다시 집계됩니다.`,
    soon: (code: string, date: string, days: number, reason: string) => `${code} 무시 항목("${reason}")이 ${days}일 후(${date} 이후) 만료되며 그때 해당 결과가 다시 집계됩니다.`,
    unused: (code: string, reason: string) => `${code} 무시 항목("${reason}")은 더 이상 해당하는 결과가 없습니다.`,
    stale: (count: number, names: string, more: boolean) => `기준선 항목 ${count}개에 더 이상 해당하는 결과가 없습니다: ${names}${more ? '; …' : ''}.`,
    pending: (count: number) => `이 변경은 여기의 결과 ${count}개에 대한 무시 항목을 추가하거나 연장합니다. 기준 커밋의 항목만 적용되며, 변경이 추가한 항목은 병합 후에 적용됩니다.`,
    renew: '문제를 해결하거나 이유와 함께 새 날짜를 지정하십시오.',
    remove: '항목을 제거하십시오.',
    rewrite: '다시 나타나는 문제를 볼 수 있도록 check --write-baseline으로 기준선을 다시 작성하십시오.',
    later: '문제를 해결하거나, 그대로 병합할지 검토자가 결정하도록 하십시오.',
  },
} satisfies Record<Locale, unknown>
