import type { Report } from '../model/report.ts'

/** GitHub takes 1 MiB of outputs for a job; a list of ids stops well below, and its count beside it does not. */
const MOST_IDS = 2000

/** What later steps can read: each name is described in action.yml and docs/outputs.md. Lists are JSON, for `fromJSON`. */
export function outputsOf(report: Report, failed: boolean, files: readonly { readonly format: string; readonly file: string }[]): Readonly<Record<string, string | number>> {
  const { summary, findings, changes } = report
  const fresh = findings.filter(f => f.new === true).map(f => f.fingerprint)
  const ids = (list: readonly string[]): string => JSON.stringify(list.slice(0, MOST_IDS))
  const sarif = files.find(({ format }) => format === 'sarif')?.file
  return {
    result: failed ? 'failed' : findings.length > 0 ? 'findings' : 'clean',
    errors: summary.error, warnings: summary.warning, notices: summary.notice, suppressed: summary.suppressed,
    met: summary.satisfied, needed: summary.required,
    report: files[0]?.file ?? '', reports: JSON.stringify(Object.fromEntries(files.map(({ format, file }) => [format, file]))),
    ...(sarif !== undefined && { sarif }),
    // Without a comparison these are absent, which is not zero.
    ...(changes && {
      base: changes.base,
      'new': ids(fresh), 'new-count': fresh.length,
      mended: ids(changes.mended.map(m => m.fingerprint)), 'mended-count': changes.mended.length,
      cut: changes.cut.length, opened: changes.opened.length, dropped: changes.dropped.length,
    }),
  }
}
