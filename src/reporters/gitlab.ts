import type { Reporter } from '../model/report.ts'
import { inertJson, printable } from '../text/printable.ts'

const SEVERITIES = { error: 'major', warning: 'minor', notice: 'info' } as const

/** GitLab's code quality report. */
export const gitlab: Reporter = {
  id: 'gitlab',
  title: 'GitLab code quality report',
  render(report) {
    // GitLab shows one of those that share a fingerprint.
    const seen = new Map<string, number>()
    const unique = (fingerprint: string): string => {
      const n = (seen.get(fingerprint) ?? 0) + 1
      seen.set(fingerprint, n)
      return n === 1 ? fingerprint : `${fingerprint}-${n}`
    }
    return `${inertJson(JSON.stringify(report.findings.map(f => ({
      description: printable(f.message),
      check_name: f.code,
      fingerprint: unique(f.fingerprint),
      severity: SEVERITIES[f.severity],
      location: { path: f.location.path, lines: { begin: f.location.line, end: f.location.endLine } },
    })), null, 2))}\n`
  },
}
