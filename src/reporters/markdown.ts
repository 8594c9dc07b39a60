import type { RenderContext, Report, Reporter, RequirementStatus } from '../model/report.ts'
import type { Finding } from '../model/types.ts'
import { inert, shortened } from '../text/printable.ts'
import { assumptionText } from './shared/assumptions.ts'
import { changeText } from './shared/changes.ts'
import { codeBlock, codeSpan, plainText } from './shared/markdown.ts'
import { flowPicture } from './shared/mermaid.ts'
import { gravestFirst } from './shared/order.ts'
import { type Words, wordsOf } from './shared/words.ts'

/** GitHub refuses a job summary above 1 MiB; some room is left for what other code of the step may add. */
const MOST_BYTES = 1_000_000
const STATUS_SIGN: Record<RequirementStatus, string> = {
  satisfied: '✅', partial: '🟠', missing: '❌', blocked: '⛔', unverifiable: '❔', 'not-applicable': '➖',
}
const SEVERITY_SIGN = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const

/** A page: verdict, needs by target, findings with remedies in folded sections. Never above the size of a job summary. */
export const markdown: Reporter = {
  id: 'markdown',
  title: 'Markdown, for job summaries and comments',
  render: (report, context) => inert(markdownPage(report, context, MOST_BYTES)),
}

/** The page within a number of bytes: what has no room is counted instead. */
export function markdownPage(report: Report, context: RenderContext, bytes: number): string {
  const say = wordsOf(context)
  const page = new Page(bytes - 400)
  page.add(`## configmgr-firewall-lint\n\n${verdict(report, say)}\n\n`)
  changed(report, page, say)
  for (const assumption of report.assumptions.slice(0, 20)) page.add(`> ${say.assumptions}: ${plainText(assumptionText(assumption, context.locale))}\n`)
  if (report.assumptions.length > 0) page.add('\n')
  // Findings come first in the budget, for they are what somebody must act on; they stand after the table all the same.
  const findings = new Page(Math.floor((bytes - 400) * 0.7))
  for (const finding of gravestFirst(report.findings)) if (!findings.add(section(finding, context, say))) break
  page.reserve(findings.size)
  const picture = flowPicture(report, say)
  if (picture !== undefined) page.add(picture)
  needs(report, page, say)
  page.release()
  if (report.findings.length > 0) page.add(`### ${say.findings}\n\n${findings.text}`)
  const left = report.findings.length - findings.count
  return `${page.text}${left > 0 ? `\n${say.left(left)}\n` : ''}`
}

const MOST_CHANGES = 50
/** What the change did: one line, and the lists folded, but for what it cuts and opens when that is short. */
function changed(report: Report, page: Page, say: Words): void {
  const text = changeText(report, say)
  if (!text) return
  page.add(`**${text.line}**\n\n`)
  for (const { title, items } of text.lists) {
    const open = items.length <= 5 && title !== say.mendedTitle ? ' open' : ''
    const more = items.length > MOST_CHANGES ? `- … ${items.length - MOST_CHANGES}\n` : ''
    page.add(`<details${open}><summary>${plainText(title)} (${items.length})</summary>\n\n${items.slice(0, MOST_CHANGES).map(item => `- ${plainText(shortened(item, 400))}\n`).join('')}${more}\n</details>\n\n`)
  }
}

class Page {
  #left: number
  #reserved = 0
  readonly #parts: string[] = []
  count = 0
  constructor(bytes: number) { this.#left = bytes }
  get text(): string { return this.#parts.join('') }
  get size(): number { return Buffer.byteLength(this.text) }
  /** False when there is no room; then nothing is added. */
  add(part: string): boolean {
    const size = Buffer.byteLength(part)
    if (size > this.#left - this.#reserved) return false
    this.#left -= size
    this.#parts.push(part)
    this.count++
    return true
  }
  reserve(bytes: number): void { this.#reserved = bytes + 100 }
  release(): void { this.#reserved = 0 }
}

function verdict({ summary, files }: Report, say: Words): string {
  if (files.length === 0 && summary.error + summary.warning + summary.notice === 0) return `⚠️ **${say.verdictNone}** ${plainText(say.whereNext)}`
  const sign = summary.error > 0 ? '❌' : summary.warning > 0 ? '⚠️' : '✅'
  const sentence = summary.error > 0 ? say.verdictBad(summary.error, summary.warning)
    : summary.warning + summary.notice > 0 ? say.verdictFair(summary.warning, summary.notice) : say.verdictGood
  const parsed = files.filter(({ status }) => status === 'parsed')
  const read = parsed.length === 0 ? say.noFiles : say.files(parsed.length, parsed.reduce((sum, { rules }) => sum + rules, 0))
  return `${sign} **${sentence}** ${say.met(summary.satisfied, summary.required)}; ${read}`
}

/** One table: a line for each need, a column for each target. Many targets get a table of counts instead. */
function needs({ targets }: Report, page: Page, say: Words): void {
  if (targets.length === 0) return
  page.add(`### ${say.needsByTarget}\n\n`)
  if (targets.length > 6) return counts({ targets }, page, say)
  const rows = new Map<string, { feature: string; cells: (RequirementStatus | undefined)[] }>()
  for (const [column, target] of targets.entries()) {
    for (const { id, feature, status, severity } of target.requirements) {
      if (severity === 'informational') continue
      const row = rows.get(id) ?? { feature, cells: targets.map(() => undefined) }
      row.cells[column] = status
      rows.set(id, row)
    }
  }
  const open = [...rows].filter(([, { cells }]) => cells.some(status => status !== undefined && status !== 'not-applicable'))
  if (open.length === 0) return
  page.add(`| ${say.requirement} | ${say.feature} | ${targets.map(({ name }) => plainText(shortened(name, 80))).join(' | ')} |\n|${' --- |'.repeat(2 + targets.length)}\n`)
  for (const [id, { feature, cells }] of open) {
    const marks = cells.map(status => (status === undefined ? '' : `${STATUS_SIGN[status]} ${say.status[status]}`))
    if (!page.add(`| ${codeSpan(id)} | ${plainText(say.titles.feature(feature))} | ${marks.join(' | ')} |\n`)) break
  }
  page.add('\n')
}
function counts({ targets }: Pick<Report, 'targets'>, page: Page, say: Words): void {
  const columns = ['satisfied', 'partial', 'missing', 'blocked', 'unverifiable'] as const
  page.add(`| ${say.target} | ${columns.map(status => `${STATUS_SIGN[status]} ${say.status[status]}`).join(' | ')} |\n|${' --- |'.repeat(1 + columns.length)}\n`)
  for (const { name, requirements } of targets) {
    const cells = columns.map(status => requirements.filter(r => r.status === status && r.severity !== 'informational').length)
    if (!page.add(`| ${plainText(shortened(name, 80))} | ${cells.join(' | ')} |\n`)) break
  }
  page.add('\n')
}

function section(finding: Finding, context: RenderContext, say: Words): string {
  const { location } = finding
  const place = `${location.path}:${location.line}`
  const of = [finding.target, finding.features.map(say.titles.feature).join(', ')].filter(Boolean).join(': ')
  const excerpt = context.excerpt(finding)
  const at = finding.location.line - (excerpt?.firstLine ?? 0)
  const line = excerpt?.lines[at]
  const parts = [
    `<details><summary>${SEVERITY_SIGN[finding.severity]} ${codeSpan(finding.code)} ${plainText(shortened(finding.message, 600))}${finding.new === false ? ` (${say.wasThere})` : ''}</summary>`,
    `${codeSpan(place)}${location.key === undefined ? '' : ` ${codeSpan(shortened(location.key, 300))}`}`,
    line === undefined || line.trim() === '' ? '' : codeBlock(shortened(line.trim(), 300)),
    finding.remedy === '' ? '' : `**${say.remedy}**\n\n${codeBlock(shortened(finding.remedy, 4000))}`,
    finding.related.slice(0, 10).map(r => `- ${codeSpan(`${r.path}:${r.line}`)} ${plainText(shortened(r.message, 300))}`).join('\n'),
    finding.requirements.length === 0 ? '' : `${say.needs} ${of === '' ? '' : `${plainText(of)}: `}${finding.requirements.slice(0, 30).map(codeSpan).join(', ')}`,
    '</details>',
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n\n`
}
