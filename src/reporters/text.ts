import type { Locale } from '../model/facts.ts'
import type { Excerpt, RenderContext, Report, Reporter } from '../model/report.ts'
import type { Finding, Severity } from '../model/types.ts'
import { displayWidth, inert, printable, printableLines, shortened } from '../text/printable.ts'
import { assumptionText } from './shared/assumptions.ts'
import { changeText } from './shared/changes.ts'
import { type Words, wordsOf } from './shared/words.ts'

/** For people at a terminal or in a log. */
export const text: Reporter = {
  id: 'text',
  title: 'Text, for people',
  render(report, context) {
    const say = wordsOf(context)
    const paint = context.color ? colored : plain
    const blocks = report.findings.map(finding => block(finding, context, say, paint))
    if (context.quiet) return inert(blocks.join('\n'))
    if (context.verbose) blocks.push(...details(report, say, paint))
    return inert(`${blocks.map(b => `${b}\n`).join('')}${closing(report, context.locale, say, paint)}`)
  },
}

type Tone = Severity | 'code' | 'place' | 'dim' | 'good'
type Paint = (tone: Tone, text: string) => string
const plain: Paint = (_tone, words) => words
const TONES: Record<Tone, string> = { error: '1;31', warning: '1;33', notice: '1;36', code: '1', place: '4', dim: '2', good: '1;32' }
const colored: Paint = (tone, words) => `\u001b[${TONES[tone]}m${words}\u001b[0m`

function block(finding: Finding, context: RenderContext, say: Words, paint: Paint): string {
  const { location, severity } = finding
  const place = `${printable(location.path)}:${location.line}:${location.column}`
  const lines = [
    `${paint(severity, say.severity[severity])} ${paint('code', printable(finding.code))}  ${paint('place', place)}${finding.new === false ? paint('dim', ` (${say.wasThere})`) : ''}`,
    `  ${printable(finding.message)}`,
  ]
  if (location.key !== undefined) lines.push(paint('dim', `  ${shortened(printable(location.key), 160)}`))
  const excerpt = context.excerpt(finding)
  if (excerpt) lines.push(...source(excerpt, finding, paint))
  if (finding.remedy !== '') lines.push(...labelled(say.remedy, finding.remedy, paint))
  for (const { path, line, message } of finding.related.slice(0, 5)) {
    lines.push(...labelled(say.related, `${path}:${line}${message === '' ? '' : `  ${message}`}`, paint))
  }
  if (finding.requirements.length > 0) {
    const list = finding.requirements.slice(0, 12).join(', ') + (finding.requirements.length > 12 ? ', …' : '')
    const of = [finding.target, finding.features.map(say.titles.feature).join(', ')].filter(Boolean).join(': ')
    lines.push(...labelled(say.needs, of === '' ? list : `${of} (${list})`, paint))
  }
  return `${lines.join('\n')}\n`
}

/** A label and what belongs to it; further lines stand below the first. */
function labelled(label: string, value: string, paint: Paint): string[] {
  const [first = '', ...rest] = printableLines(value.trimEnd()).split('\n')
  return [`  ${paint('dim', `${label}:`)} ${first}`, ...rest.map(line => `    ${line}`)]
}

const MOST_COLUMNS = 120
/** The source lines with a caret under the stretch that the finding is about. Long lines are cut around it. */
function source(excerpt: Excerpt, { location }: Finding, paint: Paint): string[] {
  const gutter = String(excerpt.firstLine + excerpt.lines.length - 1).length
  return excerpt.lines.flatMap((raw, index) => {
    const number = excerpt.firstLine + index
    const isPlace = number === location.line
    const from = isPlace ? location.column - 1 : 0
    const cut = raw.length > MOST_COLUMNS && from > MOST_COLUMNS - 40 ? from - 40 : 0
    const head = cut > 0 ? '…' : ''
    const before = head + visible(raw.slice(cut, from))
    const marked = location.endLine > location.line ? raw.slice(from) : raw.slice(from, Math.max(from, location.endColumn - 1))
    const line = shortened(head + visible(raw.slice(cut)), MOST_COLUMNS)
    const out = [`  ${paint('dim', `${String(number).padStart(gutter)} |`)} ${line}`.trimEnd()]
    if (isPlace) {
      const start = displayWidth(before)
      const width = Math.max(1, Math.min(displayWidth(visible(marked.trimEnd())), displayWidth(line) - start))
      out.push(`  ${paint('dim', `${' '.repeat(gutter)} |`)} ${' '.repeat(start)}${paint('error', '^'.repeat(width))}`)
    }
    return out
  })
}
const visible = (raw: string): string => printable(raw.replaceAll('\t', '  '))

function details(report: Report, say: Words, paint: Paint): string[] {
  const files = report.files.map(f => `  ${printable(f.path)}  ${f.format || '-'}  ${f.status}  ${f.rules} (${f.disabled}/${f.malformed})${f.reason ? `  ${printable(f.reason)}` : ''}`)
  const targets = report.targets.map(target => [
    `${paint('code', printable(target.name))}  ${printable(say.titles.role(target.role))}`,
    ...target.requirements.map(r => `  ${say.status[r.status].padEnd(18)} ${printable(r.id)} (${printable(say.titles.feature(r.feature))})${r.because ? `  ${printable(r.because)}` : ''}`
      + r.by.slice(0, 3).map(b => `\n    ${printable(b.path)}:${b.line}  ${printable(b.name)}`).join('')),
  ].join('\n'))
  return [[...files, ''].join('\n'), ...targets.map(t => `${t}\n`)]
}

function closing(report: Report, locale: Locale, say: Words, paint: Paint): string {
  const { summary } = report
  const parsed = report.files.filter(({ status }) => status === 'parsed')
  const grave = summary.error > 0 ? 'error' : summary.warning > 0 ? 'warning' : 'good'
  const parts = [
    say.counts(summary.error, summary.warning, summary.notice),
    ...(report.targets.length > 0 ? [say.met(summary.satisfied, summary.required)] : []),
    ...(summary.suppressed > 0 ? [say.suppressed(summary.suppressed)] : []),
    parsed.length === 0 ? say.noFiles : say.files(parsed.length, parsed.reduce((sum, { rules }) => sum + rules, 0)),
  ]
  const assumed = report.assumptions.map(a => `${paint('dim', `${say.assumptions}:`)} ${printable(assumptionText(a, locale))}\n`).join('')
  return `${assumed}${changed(report, say, paint)}${paint(grave, parts[0] as string)}; ${parts.slice(1).join('; ')}\n${report.files.length === 0 ? `${say.whereNext}\n` : ''}`
}

const MOST_CHANGES = 20
/** What the change did, above the closing line. */
function changed(report: Report, say: Words, paint: Paint): string {
  const text = changeText(report, say)
  if (!text) return ''
  const lists = text.lists.map(({ title, items }) => {
    const more = items.length > MOST_CHANGES ? `    …\n` : ''
    return `  ${paint('dim', `${title}:`)}\n${items.slice(0, MOST_CHANGES).map(item => `    ${shortened(printable(item), 300)}\n`).join('')}${more}`
  })
  return `${paint('code', text.line)}\n${lists.join('')}`
}
