import type { RenderContext, Report } from '../../src/model/report.ts'
import { loadReporters } from '../../src/reporters/index.ts'

export const reporters = await loadReporters()

/** The report in one format, with every reporter read beforehand. */
export function render(id: string, report: Report, context: RenderContext): string {
  const reporter = reporters.find(r => r.id === id)
  if (!reporter) throw new Error(`no reporter ${id}`)
  return reporter.render(report, context)
}
