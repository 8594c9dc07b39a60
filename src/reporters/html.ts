import type { RenderContext, Report, Reporter } from '../model/report.ts'
import type { Finding } from '../model/types.ts'
import { inert, shortened } from '../text/printable.ts'
import { escaped, escapedLines } from './shared/html.ts'
import { type Words, words } from './shared/words.ts'

/** A page that stands alone: no script, nothing loaded from elsewhere, readable in print and by screen readers. */
export const html: Reporter = {
  id: 'html',
  title: 'HTML page, for reading and keeping',
  render(report, context) {
    const say = words[context.locale]
    const { summary } = report
    const verdict = summary.error > 0 ? say.verdictBad(summary.error, summary.warning)
      : summary.warning + summary.notice > 0 ? say.verdictFair(summary.warning, summary.notice) : say.verdictGood
    return inert(`<!doctype html>
<html lang="${context.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>configmgr-firewall-lint: ${escaped(say.counts(summary.error, summary.warning, summary.notice))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>configmgr-firewall-lint</h1>
<p class="verdict">${escaped(verdict)} ${escaped(say.met(summary.satisfied, summary.required))}</p>
${report.assumptions.map(a => `<p>${escaped(`${say.assumptions}: ${a}`)}</p>`).join('\n')}
${report.findings.length === 0 ? '' : `<h2>${escaped(say.findings)}</h2>\n${report.findings.map(f => article(f, context, say)).join('\n')}`}
${report.targets.length === 0 ? '' : `<h2>${escaped(say.needsByTarget)}</h2>\n${report.targets.map(t => targetTable(t, say)).join('\n')}`}
</main>
</body>
</html>
`)
  },
}

const STYLE = `
:root { color-scheme: light dark; --line: #8886; --error: #c62828; --warning: #b26a00; --notice: #1565c0; --good: #2e7d32 }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffcc80; --notice: #90caf9; --good: #a5d6a7 } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 } main { max-width: 60rem; margin: 0 auto; padding: 1rem }
article { border-left: .3rem solid var(--line); padding: .2rem 1rem; margin: 1rem 0 }
article.error { border-color: var(--error) } article.warning { border-color: var(--warning) } article.notice { border-color: var(--notice) }
h3 { font-size: 1rem; margin: 0 } pre { overflow-x: auto; padding: .6rem; border: 1px solid var(--line) } code, pre { font-family: ui-monospace, monospace; font-size: .9rem; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .2rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
.satisfied { color: var(--good) } .missing, .blocked { color: var(--error) } .partial { color: var(--warning) } .verdict { font-size: 1.2rem }
`

function article(finding: Finding, context: RenderContext, say: Words): string {
  const { location } = finding
  const lines = context.excerpt(finding)?.lines.map(line => shortened(line, 300)).join('\n')
  return `<article class="${finding.severity}">
<h3>${escaped(say.severity[finding.severity])}: ${escaped(finding.message)}</h3>
<p><code>${escaped(`${location.path}:${location.line}:${location.column}`)}</code> <code>${escaped(finding.code)}</code>${location.key === undefined ? '' : ` <code>${escaped(location.key)}</code>`}</p>
${lines === undefined ? '' : `<pre>${escapedLines(lines)}</pre>`}
${finding.remedy === '' ? '' : `<p>${escaped(say.remedy)}</p>\n<pre>${escapedLines(finding.remedy)}</pre>`}
${finding.related.length === 0 ? '' : `<ul>${finding.related.slice(0, 20).map(r => `<li><code>${escaped(`${r.path}:${r.line}`)}</code> ${escaped(r.message)}</li>`).join('')}</ul>`}
${finding.requirements.length === 0 ? '' : `<p>${escaped(`${say.needs}: ${finding.target === undefined ? '' : `${finding.target}, `}${finding.requirements.join(', ')}`)}</p>`}
</article>`
}
function targetTable(target: Report['targets'][number], say: Words): string {
  return `<table>
<caption>${escaped(target.name)}</caption>
<thead><tr><th scope="col">${escaped(say.requirement)}</th><th scope="col">${escaped(say.feature)}</th><th scope="col">${escaped(say.statusTitle)}</th></tr></thead>
<tbody>
${target.requirements.map(r => `<tr><td><code>${escaped(r.id)}</code></td><td>${escaped(r.feature)}</td><td class="${r.status}">${escaped(say.status[r.status])}</td></tr>`).join('\n')}
</tbody>
</table>`
}
