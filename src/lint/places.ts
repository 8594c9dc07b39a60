import type { Target } from '../model/policy.ts'
import type { Excerpt } from '../model/report.ts'
import { placeOf, spanAt } from '../model/rules.ts'
import type { SourceFile } from '../model/stages.ts'
import type { Finding, Origin, Place, PolicyFile, Rule, Span } from '../model/types.ts'
import type { Arrangement } from '../policy/arrange.ts'

/** The end of the rules in the file of the last layer (contract, "Where a finding points"). */
export function endOf(target: Target, policies: readonly PolicyFile[]): Span {
  const path = target.home ?? target.layers.at(-1)?.path ?? '.'
  const file = policies.find(p => p.path === path)
  let last: Span | undefined
  for (const part of file?.parts ?? []) {
    const rule = part.rules.at(-1)
    if (rule && (!last || rule.source.start > last.start)) last = rule.source
  }
  // The key of the last rule would read as if that rule were at fault.
  return last ? { origin: last.origin, start: last.start, end: last.end } : spanAt({ path, line: 1, column: 1, endLine: 1, endColumn: 1 })
}

/** Looks up a rule of a registry.pol in the report beside it: by what both say of it. */
export function readableIn({ backups }: Arrangement): (rule: Rule) => Place | undefined {
  const reports = new Map(backups.map(b => [b.policy.path, b.report]))
  const key = (rule: Rule): string => `${rule.direction} ${rule.name}`
  const index = new Map<PolicyFile, Map<string, Rule>>()
  return rule => {
    const report = reports.get(rule.source.origin.path)
    if (!report) return undefined
    const found = report.find?.(rule)
    if (found) return placeOf(found)
    let rules = index.get(report)
    if (!rules) index.set(report, (rules = new Map(report.parts.flatMap(p => p.rules).map(r => [key(r), r]))))
    const twin = rules.get(key(rule))
    return twin && placeOf(twin.source)
  }
}

/** Where the lines of a file are read: from its rules, if a format knew its code page better than we do (a netsh dump). */
export function linesIn(policies: readonly PolicyFile[]): (file: SourceFile) => Origin {
  let origins: ReadonlyMap<string, Origin> | undefined
  return file => {
    if (file.encoding.startsWith('utf-')) return file.origin
    origins ??= new Map(policies.flatMap(({ path, parts }) => parts.flatMap(part => part.rules.slice(0, 1)).map(rule => [path, rule.source.origin] as const)))
    const origin = origins.get(file.path)
    return origin?.path === file.path ? origin : file.origin
  }
}

/** The lines of the finding itself, at most three. */
export function excerptOf(file: SourceFile | undefined, { location }: Finding, originOf: (file: SourceFile) => Origin): Excerpt | undefined {
  // A file of bytes has no lines that a person could read.
  if (!file || location.offset !== undefined || file.head.includes('\0')) return undefined
  const lines: string[] = []
  const origin = originOf(file)
  for (let line = location.line; line <= Math.min(location.endLine, location.line + 2); line++) {
    const text = origin.line(line)
    if (text === undefined) break
    lines.push(text)
  }
  return lines.length === 0 ? undefined : { firstLine: location.line, lines }
}
