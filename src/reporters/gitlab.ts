import type { Reporter } from '../model/report.ts'
import { inertJson, printable } from '../text/printable.ts'

const SEVERITIES = { error: 'major', warning: 'minor', notice: 'info' } as const

/** GitLab's code quality report. */
export const gitlab: Reporter = {
  id: 'gitlab',
  title: 'GitLab code quality report',
  render: report => `${inertJson(JSON.stringify(report.findings.map(f => ({
    description: printable(f.message),
    check_name: f.code,
    fingerprint: f.fingerprint,
    severity: SEVERITIES[f.severity],
    location: { path: f.location.path, lines: { begin: f.location.line, end: f.location.endLine } },
  })), null, 2))}\n`,
}
