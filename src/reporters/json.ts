import type { Reporter } from '../model/report.ts'
import { inertJson } from '../text/printable.ts'

/** The whole report, as `schema/report.schema.json` says it. */
export const json: Reporter = {
  id: 'json',
  title: 'JSON report, for programs',
  render: report => inertJson(`${JSON.stringify(report, null, 2)}\n`),
}
