import { readSource } from '../io/read.ts'
import type { World } from '../io/world.ts'
import type { Changes, FileReport, Report } from '../model/report.ts'
import type { Finding } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { inertJson } from '../text/printable.ts'
import type { Call } from './syntax.ts'

/** Joins the JSON reports of parts of one repository into one. */
export async function merge(call: Call, world: World): Promise<number> {
  const [first, ...rest] = call.operands.map(path => readReport(world.cwd, path))
  if (!first) throw new UsageError('merge needs the names of JSON reports')
  const text = `${inertJson(JSON.stringify(rest.reduce(joined, first), null, 2))}\n`
  const output = call.options.get('output')?.at(-1)
  if (output === undefined) world.out(text)
  else world.write(output, text)
  return 0
}

function readReport(root: string, path: string): Report {
  const { text } = readSource(root, path)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new UsageError('This is no JSON', { path, line: 1, column: 1 })
  }
  const report = value as Partial<Report> | null
  if (!isReport(report)) {
    throw new UsageError('This is no report of configmgr-firewall-lint with schemaVersion 1', { path, line: 1, column: 1 })
  }
  return report
}

/** Whether a value has all that joining looks at. */
function isReport(value: Partial<Report> | null): value is Report {
  const finding = (item: unknown): boolean => isObject(item) && isObject(item['location']) && typeof item['location']['path'] === 'string'
  return isObject(value) && value.schemaVersion === 1 && isListOf(value.assumptions, item => typeof item === 'string') &&
    isListOf(value.files, item => isObject(item) && typeof item['path'] === 'string') &&
    isListOf(value.targets, item => isObject(item) && isListOf(item['requirements'], isObject)) &&
    isListOf(value.findings, finding) && isListOf(value.suppressed, finding) &&
    (value.changes === undefined || (isObject(value.changes) && CHANGES.every(key => isListOf(value.changes?.[key], isObject))))
}
const CHANGES = ['cut', 'opened', 'mended', 'dropped'] as const
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isListOf = (value: unknown, fits: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits)

/** Two reports as one: what both hold stands once. */
export function joined(a: Report, b: Report): Report {
  const findings = distinct([...a.findings, ...b.findings], findingKey).sort(byPlace)
  const suppressed = distinct([...a.suppressed, ...b.suppressed], findingKey).sort(byPlace)
  const targets = distinct([...a.targets, ...b.targets], ({ name, layers }) => JSON.stringify([name, layers]))
  const count = (severity: Finding['severity']): number => findings.filter(f => f.severity === severity).length
  const asked = targets.flatMap(({ requirements }) => requirements).filter(({ status, severity }) => status !== 'not-applicable' && severity !== 'informational')
  return {
    ...a,
    assumptions: [...new Set([...a.assumptions, ...b.assumptions])],
    files: distinct([...a.files, ...b.files].sort(parsedFirst), ({ path }) => path).sort((x, y) => order(x.path, y.path)),
    targets,
    findings,
    suppressed,
    ...(a.changes && b.changes && { changes: joinedChanges(a.changes, b.changes) }),
    summary: {
      error: count('error'), warning: count('warning'), notice: count('notice'),
      satisfied: asked.filter(({ status }) => status === 'satisfied').length, required: asked.length, suppressed: suppressed.length,
    },
  }
}
function joinedChanges(a: Changes, b: Changes): Changes {
  const both = <T>(one: readonly T[], other: readonly T[]): T[] => distinct([...one, ...other], item => JSON.stringify(item))
  return { base: a.base, cut: both(a.cut, b.cut), opened: both(a.opened, b.opened), mended: both(a.mended, b.mended), dropped: both(a.dropped, b.dropped) }
}
const findingKey = (f: Finding): string => JSON.stringify([f.fingerprint, f.location.path, f.location.line, f.target])
const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)
const byPlace = (a: Finding, b: Finding): number =>
  order(a.location.path, b.location.path) || order(a.location.line, b.location.line) || order(a.location.column, b.location.column) || order(a.code, b.code)
const parsedFirst = (a: FileReport, b: FileReport): number => Number(b.status === 'parsed') - Number(a.status === 'parsed')
function distinct<T>(list: readonly T[], key: (item: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const item of list) if (!seen.has(key(item))) seen.set(key(item), item)
  return [...seen.values()]
}
