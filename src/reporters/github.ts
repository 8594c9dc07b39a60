import type { Reporter } from '../model/report.ts'
import type { Finding, Severity } from '../model/types.ts'
import { inert, printable, printableLines } from '../text/printable.ts'
import { changeText } from './shared/changes.ts'
import { type Words, words } from './shared/words.ts'

/** GitHub shows at most ten annotations of each level for one step; the tenth tells of the rest where there are more. */
const MOST = 10

/** Workflow commands: the runner turns them into annotations on the changed files. */
export const github: Reporter = {
  id: 'github',
  title: 'GitHub annotations (workflow commands)',
  render(report, context) {
    const say = words[context.locale]
    const lines = (['error', 'warning', 'notice'] as const).flatMap(level => {
      const all = report.findings.filter(({ severity }) => severity === level).sort(byWeight)
      if (all.length <= MOST) return all.map(f => annotation(f, say))
      const left = all.length - (MOST - 1)
      return [...all.slice(0, MOST - 1).map(f => annotation(f, say)), command(level, {}, say.more(left, context.reportPath ?? 'the log and the JSON report'))]
    })
    if (report.files.length === 0 && lines.length === 0) lines.push(command('warning', { title: 'configmgr-firewall-lint' }, `${say.verdictNone} ${say.whereNext}`))
    const { summary } = report
    const changes = changeText(report, say)
    // A list in the log is no annotation: each item is a plain line that begins with no command.
    const lists = changes ? [changes.line, ...changes.lists.flatMap(({ title, items }) => [`${title}:`, ...items.slice(0, 20).map(item => `  - ${printable(item)}`), ...(items.length > 20 ? ['  - …'] : [])])] : []
    const closing = `${say.counts(summary.error, summary.warning, summary.notice)}; ${say.met(summary.satisfied, summary.required)}`
    return `${[...lines, ...lists.map(inert), closing].join('\n')}\n`
  },
}

/** First what cuts most; equal ones stay in the order of the report. */
const byWeight = (a: Finding, b: Finding): number =>
  Number(b.new === true) - Number(a.new === true) || Number(b.code.startsWith('requirement-')) - Number(a.code.startsWith('requirement-')) || b.requirements.length - a.requirements.length

function annotation(finding: Finding, say: Words): string {
  const { location } = finding
  const where = {
    title: finding.new === false ? `${finding.code} (${say.wasThere})` : finding.code,
    file: location.path,
    line: location.line,
    // GitHub refuses columns of a stretch over several lines.
    ...(location.endLine > location.line ? { endLine: location.endLine } : { col: location.column, endColumn: Math.max(location.column, location.endColumn) }),
  }
  const key = location.key === undefined ? '' : `\n${location.key}`
  return command(finding.severity, where, `${finding.message}${key}${finding.remedy === '' ? '' : `\n${finding.remedy}`}`)
}

/** One workflow command, escaped as the runner's own toolkit does; control characters never reach the log. */
export function command(name: Severity, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`).join(',')
  return `::${name}${list === '' ? '' : ` ${list}`}::${data(printableLines(message))}`
}
const data = (text: string): string => text.replace(/##(?=vso\[|\[)/g, '# #').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(printable(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')
