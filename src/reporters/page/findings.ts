import type { Excerpt, RenderContext } from '../../model/report.ts'
import type { Finding, Fix, Severity } from '../../model/types.ts'
import { printable, shortened } from '../../text/printable.ts'
import { codeInfo } from '../shared/codes.ts'
import { escaped, escapedLines } from '../shared/html.ts'
import type { Words } from '../shared/words.ts'
import type { PageWords } from './words.ts'

/** So many in full; the next ones as one line each in a fold; the rest is counted. Keeps the page within about 4 MB. */
const MOST_FULL = 300
const MOST_SHORT = 4000
const SIGN: Record<Severity, string> = { error: '✗', warning: '!', notice: 'i' }

/** The anchor of the finding that stands at this index of the page's order; undefined where the page leaves it out. */
export const anchor = (index: number): string | undefined => (index < MOST_FULL + MOST_SHORT ? `f${index + 1}` : undefined)

/** The filter and the findings. Without the script the filter is not seen and all findings are. */
export function findingList(findings: readonly Finding[], context: RenderContext, say: Words, page: PageWords): string {
  const short = findings.slice(MOST_FULL, MOST_FULL + MOST_SHORT)
  const left = findings.length - MOST_FULL - short.length
  return `<section id="findings" tabindex="-1">
<h2>${escaped(say.findings)}</h2>
${findings.length === 0 ? `<p>${escaped(page.noFindings)}</p>\n` : `${filter(findings, page)}
${findings.slice(0, MOST_FULL).map((finding, i) => article(finding, i, context, say, page)).join('\n')}
${short.length === 0 ? '' : `<details id="rest"><summary>${escaped(page.rest(short.length))}</summary>\n<ul class="rest">\n${short.map((finding, i) => line(finding, i + MOST_FULL, say)).join('\n')}\n</ul></details>\n`}`
}${left > 0 ? `<p>${escaped(say.left(left))}</p>\n` : ''}</section>
`
}

function filter(findings: readonly Finding[], page: PageWords): string {
  const codes = [...new Set(findings.map(f => f.code))].sort()
  const severities = (Object.keys(SIGN) as Severity[]).filter(severity => findings.some(f => f.severity === severity))
  return `<form class="filter" hidden role="search" aria-label="${escaped(page.filter)}">
<fieldset><legend>${escaped(page.filter)}</legend>${severities.map(s => `<label><input type="checkbox" name="severity" value="${s}" checked> ${escaped(page.severities[s])}</label>`).join('')}</fieldset>
<label>${escaped(page.code)} <select name="code"><option value="">${escaped(page.anyCode)}</option>${codes.map(code => `<option>${escaped(code)}</option>`).join('')}</select></label>
<label>${escaped(page.search)} <input type="search" name="text" autocomplete="off"></label>
<button type="reset">${escaped(page.clear)}</button>
</form>
<p id="shown" class="dim" role="status" data-words="${escaped(page.shown('{n}', '{of}'))}"></p>
<p id="none" hidden>${escaped(page.none)}</p>`
}

const attributes = ({ severity, code }: Finding, index: number): string => `id="f${index + 1}" data-severity="${severity}" data-code="${escaped(code)}"`
const placeOf = ({ location: { path, line, column, offset } }: Finding): string => (offset === undefined ? `${path}:${line}:${column}` : path)

function line(finding: Finding, index: number, say: Words): string {
  return `<li ${attributes(finding, index)}><span class="${finding.severity}">${escaped(say.severity[finding.severity])}</span> <code>${escaped(finding.code)}</code> <code>${escaped(shortened(placeOf(finding), 200))}</code> ${escaped(shortened(finding.message, 300))}</li>`
}

function article(finding: Finding, index: number, context: RenderContext, say: Words, page: PageWords): string {
  const { location, severity, code, related, requirements } = finding
  const excerpt = context.excerpt(finding)
  const title = codeInfo.get(code)
  const parts = [
    `<h3><span class="${severity}"><span class="sign" aria-hidden="true">${SIGN[severity]}</span>${escaped(say.severity[severity])}:</span> ${escaped(shortened(finding.message, 2000))}</h3>`,
    `<p class="meta"><code>${escaped(shortened(placeOf(finding), 400))}</code><span><code>${escaped(code)}</code>${title ? ` ${escaped(context.locale === 'ko' ? title.titleKo : title.title)}` : ''}</span>${
      finding.new === undefined ? '' : finding.new ? `<span class="badge error">${escaped(page.isNew)}</span>` : `<span>${escaped(say.wasThere)}</span>`}</p>`,
    location.key === undefined ? '' : `<p class="meta"><code>${escaped(shortened(location.key, 300))}</code></p>`,
    excerpt === undefined ? '' : source(excerpt, finding),
    finding.witness === undefined ? '' : `<h4>${escaped(page.witness)}</h4>\n<p>${escaped(page.packet(finding.witness))}</p>`,
    finding.remedy === '' ? '' : `<h4>${escaped(say.remedy)}</h4>\n<pre>${escapedLines(shortened(finding.remedy, 4000))}</pre>`,
    finding.fix === undefined ? '' : change(finding.fix, page),
    related.length === 0 ? '' : `<h4>${escaped(say.related)}</h4>\n<ul>${related.slice(0, 20).map(r => `<li><code>${escaped(shortened(`${r.path}:${r.line}`, 300))}</code> ${escaped(shortened(r.message, 400))}</li>`).join('')}</ul>`,
    requirements.length === 0 ? '' : `<h4>${escaped(say.needs)}</h4>\n<p>${escaped(shortened([finding.target, finding.features.map(say.titles.feature).join(', ')].filter(Boolean).join(': '), 400))} ${requirements.slice(0, 30).map(id => `<code>${escaped(id)}</code>`).join(' ')}${requirements.length > 30 ? ' …' : ''}</p>`,
  ]
  return `<article class="${severity}" ${attributes(finding, index)}>\n${parts.filter(part => part !== '').join('\n')}\n</article>`
}

const MOST_COLUMNS = 400
/** The source lines with their numbers; the stretch that the finding is about is marked. Long lines are cut around it. */
function source({ firstLine, lines }: Excerpt, { location }: Finding): string {
  const rows = lines.slice(0, 20).map((raw, index) => {
    const number = firstLine + index
    const inside = number >= location.line && number <= location.endLine
    const from = number === location.line ? location.column - 1 : 0
    const to = !inside ? 0 : number === location.endLine ? Math.max(from, location.endColumn - 1) : raw.length
    const cut = inside && raw.length > MOST_COLUMNS && from > MOST_COLUMNS - 100 ? from - 80 : 0
    const end = Math.min(raw.length, cut + MOST_COLUMNS)
    const show = (a: number, b: number): string => escaped(printable(raw.slice(Math.max(a, cut), Math.min(b, end)).replaceAll('\t', '  ')))
    const marked = inside ? show(from, to) : ''
    const body = marked === '' ? show(0, raw.length) : `${show(0, from)}<mark>${marked}</mark>${show(to, raw.length)}`
    return `<span><i>${number}</i><b>${cut > 0 ? '…' : ''}${body}${end < raw.length ? '…' : ''}</b></span>`
  })
  return `<pre class="source">${rows.join('')}</pre>`
}

function change({ startLine, endLine, was, lines }: Fix, page: PageWords): string {
  const row = (tag: 'del' | 'ins', sign: string) => (text: string): string => `<${tag}>${sign} ${escaped(shortened(text.replaceAll('\t', '  '), 1000))}</${tag}>`
  return `<h4>${escaped(page.exact(startLine, endLine))}</h4>\n<pre>${[...was.slice(0, 20).map(row('del', '−')), ...lines.slice(0, 20).map(row('ins', '+'))].join('')}</pre>`
}
