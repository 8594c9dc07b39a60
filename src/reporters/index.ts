import type { RenderContext, Report, Reporter } from '../model/report.ts'

/** Every output format, by alphabet. A run needs one or two of them, and each is read when it is called for. */
const reporters = new Map<string, () => Promise<Reporter>>(Object.entries({
  azure: async () => (await import('./azure.ts')).azure,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  html: async () => (await import('./html.ts')).html,
  json: async () => (await import('./json.ts')).json,
  junit: async () => (await import('./junit.ts')).junit,
  markdown: async () => (await import('./markdown.ts')).markdown,
  sarif: async () => (await import('./sarif.ts')).sarif,
  text: async () => (await import('./text.ts')).text,
}))

/** The report in one format. The names of formats are checked where they are read. */
export async function render(id: string, report: Report, context: RenderContext): Promise<string> {
  const reporter = await reporters.get(id)?.()
  if (!reporter) throw new Error(`no reporter ${id}`)
  return reporter.render(report, context)
}

/** All of them, by alphabet. */
export const loadReporters = async (): Promise<readonly Reporter[]> => Promise.all([...reporters.values()].map(async load => load()))
