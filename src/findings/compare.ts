import { addressTexts } from '../model/addresses.ts'
import { portTexts } from '../model/ports.ts'
import type { ChangedNeed, Changes, OpenedTraffic, Report, RequirementStatus } from '../model/report.ts'
import { placeOf, profileNames, protocolName } from '../model/rules.ts'
import type { Finding, ProfileSet, Rule } from '../model/types.ts'
import { isNeedCode } from './baseline.ts'

/** What became of one need that counts. */
export interface NeedState extends ChangedNeed { readonly status: RequirementStatus }
/** One tree, judged. */
export interface Judged { readonly report: Report; readonly needs: readonly NeedState[] }
/** As `evaluate/exposure.ts` finds it. */
export interface Opening { readonly target: string; readonly rule: Rule; readonly profiles: ProfileSet; readonly because: OpenedTraffic['because'] }

/** How bad a need stands: only a step up is news. */
const RANK: Readonly<Record<RequirementStatus, number>> = { satisfied: 0, 'not-applicable': 0, unverifiable: 1, partial: 2, missing: 3, blocked: 3 }

/**
 * The later report with what the change did. A finding is new when its fingerprint is; one about needs only when one of them stands worse than
 * before, for another cause, or another set of needs under one cause, breaks nothing that was whole.
 */
export function compared(before: Judged, after: Judged, opened: readonly Opening[], base: string): Report {
  const old = new Set([...before.report.findings, ...before.report.suppressed].map(f => f.fingerprint))
  const was = byName(before.needs)
  const now = byName(after.needs)
  const isNew = (finding: Finding): boolean => {
    if (old.has(finding.fingerprint)) return false
    if (!isNeedCode(finding.code) || finding.requirements.length === 0) return true
    // What is only informational is in neither list and decides nothing.
    return finding.requirements.some(id => {
      const [then, today] = [was.get(nameOf(finding.target, id)), now.get(nameOf(finding.target, id))]
      return today !== undefined && RANK[then?.status ?? 'satisfied'] < RANK[today.status]
    })
  }
  return { ...after.report, findings: after.report.findings.map(finding => ({ ...finding, new: isNew(finding) })), changes: changesOf(before, after, was, now, opened, base) }
}

type Needs = ReadonlyMap<string, NeedState>
const nameOf = (target: string | undefined, requirement: string): string => JSON.stringify([target, requirement])
const byName = (needs: readonly NeedState[]): Needs => new Map(needs.map(need => [nameOf(need.target, need.requirement), need]))

function changesOf(before: Judged, after: Judged, was: Needs, now: Needs, opened: readonly Opening[], base: string): Changes {
  const still = new Set([...after.report.findings, ...after.report.suppressed].map(f => f.fingerprint))
  const targets = new Set(after.report.targets.map(t => t.name))
  const mended = [...before.report.findings, ...before.report.suppressed].flatMap(({ fingerprint, code, target, requirements, message }) => {
    if (still.has(fingerprint) || code.startsWith('ignore-') || (target !== undefined && !targets.has(target))) return []
    // A need is mended when it is met, not when it is told under another cause or when nobody asks for it.
    const met = isNeedCode(code) ? requirements.filter(id => now.get(nameOf(target, id))?.status === 'satisfied' && was.get(nameOf(target, id))?.status !== 'satisfied') : requirements
    return isNeedCode(code) && met.length === 0 ? [] : [{ fingerprint, code, ...(target !== undefined && { target }), requirements: met, message }]
  })
  return {
    base,
    cut: [...now].flatMap(([name, need]) => (need.status !== 'satisfied' && was.get(name)?.status === 'satisfied' ? [need] : [])).sort(byNeed),
    opened: opened.map(openedTraffic).sort(byOpening),
    mended: mended.sort((a, b) => order(a.code, b.code) || order(a.target ?? '', b.target ?? '') || order(a.fingerprint, b.fingerprint)),
    dropped: [...was].filter(([name]) => !now.has(name)).map(([, { target, requirement, feature }]) => ({ target, requirement, feature })).sort(byNeed),
  }
}

function openedTraffic({ target, rule, profiles, because }: Opening): OpenedTraffic {
  const { path, line } = placeOf(rule.source)
  return {
    target, because, rule: because === 'rule' ? rule.name : '', protocol: protocolName(rule.protocol === 'unknown' ? 'any' : rule.protocol),
    ports: orAny(portTexts(rule.localPorts)), addresses: orAny(addressTexts(rule.remoteAddresses)), profiles: profileNames(profiles), location: { path, line },
  }
}

const orAny = (texts: readonly string[]): readonly string[] => (texts.length === 0 ? ['any'] : texts)

const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
const byNeed = (a: ChangedNeed, b: ChangedNeed): number => order(a.target, b.target) || order(a.requirement, b.requirement)
const byOpening = (a: OpenedTraffic, b: OpenedTraffic): number =>
  order(a.target, b.target) || order(a.location.path, b.location.path) || order(a.location.line, b.location.line) || order(a.rule, b.rule)
