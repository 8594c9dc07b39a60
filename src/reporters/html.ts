import type { Locale } from '../model/facts.ts'
import type { Report, Reporter } from '../model/report.ts'
import type { Severity } from '../model/types.ts'
import { inert, shortened } from '../text/printable.ts'
import { drawings } from './page/drawing.ts'
import { findingList } from './page/findings.ts'
import { matrix, scroll } from './page/matrix.ts'
import { SCRIPT } from './page/script.ts'
import { STYLE } from './page/style.ts'
import { type PageWords, pageWords } from './page/words.ts'
import { assumptionText } from './shared/assumptions.ts'
import { changeText } from './shared/changes.ts'
import { flowsOf } from './shared/flows.ts'
import { escaped } from './shared/html.ts'
import { gravestFirst } from './shared/order.ts'
import { type Words, wordsOf } from './shared/words.ts'

/** SHA-256 of STYLE and SCRIPT, written down since `node:crypto` costs more to load than a page to write. A test holds them. */
const STYLE_HASH = 'sha256-D2j++TsHfh/bTSYPBk+POii0iLQ/jD+euBR43ExiucY='
const SCRIPT_HASH = 'sha256-sMOhc4WR3GqSo0jyEQdmCzlBZPjwufBqK2RI1edAz1E='
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`

/** A page that stands alone: nothing is loaded from elsewhere, nothing runs but its own filter, and all is there without it. */
export const html: Reporter = {
  id: 'html',
  title: 'HTML page, for reading and keeping',
  render(report, context) {
    const say = wordsOf(context)
    const page = pageWords[context.locale]
    const { summary } = report
    const ordered = gravestFirst(report.findings)
    const sections = [
      ['changes', changes(report, say, page)], ['flows', drawings(report.targets, say, page)], ['needs', matrix(report.targets, ordered, say, page)],
      ['findings', findingList(ordered, context, say, page)], ['suppressed', suppressed(report, page)], ['files', files(report, say, page)],
    ].filter(([, section]) => section !== '')
    const titles: Record<string, string> = { changes: page.changes, flows: page.flows, needs: say.needsByTarget, findings: say.findings, suppressed: page.suppressed, files: page.files }
    return inert(`<!doctype html>
<html lang="${context.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>configmgr-firewall-lint: ${escaped(say.counts(summary.error, summary.warning, summary.notice))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">${escaped(page.skip)}</a>
<header>
${head(report, context.locale, say, page)}
<nav aria-label="${escaped(page.contents)}"><ul>${sections.map(([id = '']) => `<li><a href="#${id}">${escaped(titles[id] ?? id)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${sections.map(([, section]) => section).join('')}</main>
<footer><p>${escaped(page.origin(report.tool.version, report.model.pack, report.model.date))}</p></footer>
${report.findings.length === 0 ? '' : `<script>${SCRIPT}</script>\n`}</body>
</html>
`)
  },
}

function head(report: Report, locale: Locale, say: Words, page: PageWords): string {
  const { summary, assumptions, targets } = report
  const [tone, verdict] = summary.error > 0 ? ['error', say.verdictBad(summary.error, summary.warning)]
    : summary.warning + summary.notice > 0 ? ['warning', say.verdictFair(summary.warning, summary.notice)]
      : report.files.length === 0 ? ['warning', say.verdictNone] : ['good', say.verdictGood]
  const parsed = report.files.filter(({ status }) => status === 'parsed')
  const read = report.files.length === 0 ? say.whereNext : parsed.length === 0 ? say.noFiles : say.files(parsed.length, parsed.reduce((sum, { rules }) => sum + rules, 0))
  const tile = (kind: Severity): string => {
    const n = summary[kind]
    return `<li><b class="${n === 0 ? 'dim' : kind}">${n}</b>${escaped(n === 1 ? say.severity[kind] : page.severities[kind])}</li>`
  }
  const tiles = [
    tile('error'), tile('warning'), tile('notice'),
    ...(targets.length > 0 ? [`<li><b>${summary.satisfied} / ${summary.required}</b>${escaped(page.met)}</li>`] : []),
  ]
  return `<h1>configmgr-firewall-lint</h1>
<p class="verdict ${tone}">${escaped(verdict)}</p>
<ul class="tiles">${tiles.join('')}</ul>
${bar(report)}<p class="dim">${escaped(`${read}${summary.suppressed > 0 ? `; ${say.suppressed(summary.suppressed)}` : ''}`)}</p>
${assumptions.slice(0, 20).map(a => `<p>${escaped(`${say.assumptions}: ${shortened(assumptionText(a, locale), 1000)}`)}</p>`).join('\n')}`
}

/** How much passes, at a glance; the tiles and the table say it in words. */
function bar({ targets }: Report): string {
  const count = { broken: 0, open: 0, met: 0 }
  for (const { requirements } of targets) for (const flow of flowsOf(requirements)) count[flow.state] += flow.count
  const all = count.broken + count.open + count.met
  if (all === 0) return ''
  let x = 0
  const parts = (['met', 'open', 'broken'] as const).map(state => {
    const rect = `<rect class="${state}" x="${x}" width="${count[state]}" height="1"/>`
    x += count[state]
    return rect
  })
  return `<svg class="bar" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>\n`
}

const MOST_CHANGES = 200
function changes(report: Report, say: Words, page: PageWords): string {
  const text = changeText(report, say)
  if (!text) return ''
  const lists = text.lists.map(({ title, items }) => `<h3>${escaped(title)}</h3>
<ul>${items.slice(0, MOST_CHANGES).map(item => `<li>${escaped(shortened(item, 600))}</li>`).join('')}${items.length > MOST_CHANGES ? `<li>+ ${items.length - MOST_CHANGES}</li>` : ''}</ul>`)
  return `<section id="changes" class="changes">
<h2>${escaped(page.changes)}</h2>
<p>${escaped(text.line)}</p>
${lists.join('\n')}
</section>
`
}

const MOST_ROWS = 1000
function suppressed({ suppressed: all }: Report, page: PageWords): string {
  return folded('suppressed', page.suppressed, all.length, [page.code, page.place, page.reason], all.slice(0, MOST_ROWS).map(({ code, location, message, suppressedBy: { reason, expires } }) => [
    `<code>${escaped(code)}</code>`, `<code>${escaped(shortened(`${location.path}:${location.line}`, 200))}</code> ${escaped(shortened(message, 300))}`,
    `${escaped(shortened(reason, 300))}${expires === undefined ? '' : ` <span class="dim">${escaped(page.until(expires))}</span>`}`,
  ]))
}
function files({ files: all }: Report, say: Words, page: PageWords): string {
  return folded('files', page.files, all.length, [page.file, page.format, page.rules, say.statusTitle], all.slice(0, MOST_ROWS).map(({ path, format, rules, status, reason }) => [
    `<code>${escaped(shortened(path, 300))}</code>`, escaped(format), String(rules), `${escaped(page.fileStatus[status])}${reason === undefined ? '' : `: ${escaped(shortened(reason, 300))}`}`,
  ]))
}
/** A table in a fold, for what is there to be looked up. */
function folded(id: string, title: string, count: number, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (count === 0) return ''
  return `<section id="${id}">
<details><summary><h2>${escaped(title)} (${count})</h2></summary>
${scroll(title, `<table>
<thead><tr>${columns.map(column => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>`)}
</details>
</section>
`
}
