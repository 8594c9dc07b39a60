import type { RenderContext, Report, Reporter } from '../model/report.ts'
import { azure } from './azure.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

/** Every output format, by alphabet. */
export const reporters: readonly Reporter[] = [azure, github, gitlab, html, json, junit, markdown, sarif, text]

/** The report in one format. The names of formats are checked where they are read. */
export function render(id: string, report: Report, context: RenderContext): string {
  const reporter = reporters.find(r => r.id === id)
  if (!reporter) throw new Error(`no reporter ${id}`)
  return reporter.render(report, context)
}
