import type { RequirementReport, RequirementStatus, TargetReport } from '../../model/report.ts'
import type { Finding } from '../../model/types.ts'
import { shortened } from '../../text/printable.ts'
import { isBroken } from '../shared/flows.ts'
import { escaped } from '../shared/html.ts'
import type { Words } from '../shared/words.ts'
import { anchor } from './findings.ts'
import type { PageWords } from './words.ts'

/** More columns than this help nobody: many targets get a table of counts, and what decides each need in a fold. */
const MOST_COLUMNS = 12
const MOST_ROWS = 1000
const MOST_EVIDENCE = 4000
const SIGN: Record<RequirementStatus, string> = { satisfied: '✓', partial: '◐', missing: '✗', blocked: '⊘', unverifiable: '?', 'not-applicable': '–' }
const COUNTED = ['missing', 'blocked', 'partial', 'unverifiable', 'satisfied'] as const

/** A row for each need, a column for each target: what is not met stands above, and leads to its finding. */
export function matrix(targets: readonly TargetReport[], ordered: readonly Finding[], say: Words, page: PageWords): string {
  if (targets.length === 0) return ''
  const links = linksOf(ordered)
  return `<section id="needs">
<h2>${escaped(say.needsByTarget)}</h2>
${targets.length > MOST_COLUMNS ? counts(targets, say) : table(targets, links, say, page)}
${evidence(targets, links, say, page)}</section>
`
}

type Links = ReadonlyMap<string, string>
const key = (target: string, id: string): string => `${target}\u0000${id}`
function linksOf(ordered: readonly Finding[]): Links {
  const links = new Map<string, string>()
  for (const [index, { target, requirements }] of ordered.entries()) {
    const id = anchor(index)
    if (id === undefined) break
    if (target !== undefined) for (const need of requirements) if (!links.has(key(target, need))) links.set(key(target, need), id)
  }
  return links
}

function status(target: string, need: RequirementReport, links: Links, say: Words): string {
  const text = `<i class="sign" aria-hidden="true">${SIGN[need.status]}</i>${escaped(say.status[need.status])}`
  const link = need.status === 'satisfied' || need.status === 'not-applicable' ? undefined : links.get(key(target, need.id))
  return `<td class="${need.status}">${link === undefined ? text : `<a href="#${link}">${text}</a>`}</td>`
}

function table(targets: readonly TargetReport[], links: Links, say: Words, page: PageWords): string {
  const features = new Map<string, Map<string, (RequirementReport | undefined)[]>>()
  for (const [column, { requirements }] of targets.entries()) {
    for (const need of requirements) {
      if (need.severity === 'informational') continue
      let rows = features.get(need.feature)
      if (!rows) features.set(need.feature, (rows = new Map()))
      let row = rows.get(need.id)
      if (!row) rows.set(need.id, (row = targets.map(() => undefined)))
      row[column] = need
    }
  }
  let left = 0
  let room = MOST_ROWS
  const broken = (cells: readonly (RequirementReport | undefined)[]): number => cells.filter(need => need && isBroken(need)).length
  const groups = [...features].map(([feature, all]) => {
    const rows = [...all].filter(([, cells]) => cells.some(need => need && need.status !== 'not-applicable')).map(([id, cells]) => ({ id, cells, broken: broken(cells) }))
    left += all.size - rows.length
    return { feature, rows: rows.sort((a, b) => b.broken - a.broken), broken: rows.reduce((sum, row) => sum + row.broken, 0) }
  }).filter(({ rows }) => rows.length > 0).sort((a, b) => b.broken - a.broken)
  const bodies = groups.map(({ feature, rows }) => {
    const shown = rows.slice(0, room)
    room -= shown.length
    return shown.length === 0 ? '' : `<tbody>
<tr><th scope="rowgroup" colspan="${targets.length + 1}">${escaped(say.titles.feature(feature))}</th></tr>
${shown.map(({ id, cells }) => `<tr><th scope="row"><code>${escaped(id)}</code></th>${cells.map((need, i) => (need ? status(targets[i]?.name ?? '', need, links, say) : '<td class="not-applicable">–</td>')).join('')}</tr>`).join('\n')}
</tbody>`
  })
  if (groups.length === 0) return ''
  return `${scroll(say.needsByTarget, `<table>
<thead><tr><th scope="col">${escaped(say.requirement)}</th>${targets.map(({ name }) => `<th scope="col">${escaped(shortened(name, 80))}</th>`).join('')}</tr></thead>
${bodies.join('\n')}
</table>`)}
${left > 0 ? `<p class="dim">${escaped(page.matrixNote(left))}</p>\n` : ''}`
}

function counts(targets: readonly TargetReport[], say: Words): string {
  return scroll(say.needsByTarget, `<table>
<thead><tr><th scope="col">${escaped(say.target)}</th>${COUNTED.map(s => `<th scope="col">${escaped(say.status[s])}</th>`).join('')}</tr></thead>
<tbody>
${targets.slice(0, MOST_ROWS).map(({ name, requirements }) => {
    const needs = requirements.filter(({ severity }) => severity !== 'informational')
    return `<tr><th scope="row">${escaped(shortened(name, 80))}</th>${COUNTED.map(s => {
      const n = needs.filter(need => need.status === s).length
      return `<td class="${n === 0 ? 'not-applicable' : s}"><i class="sign" aria-hidden="true">${SIGN[s]}</i>${n}</td>`
    }).join('')}</tr>`
  }).join('\n')}
</tbody>
</table>`)
}

/** What each answer rests on: the rules that let it through, or the default that decides. */
function evidence(targets: readonly TargetReport[], links: Links, say: Words, page: PageWords): string {
  let room = MOST_EVIDENCE
  return targets.map(target => {
    const rows = target.requirements.filter(({ severity, status: s }) => severity !== 'informational' && s !== 'not-applicable').slice(0, room)
    room -= rows.length
    if (rows.length === 0) return ''
    const title = escaped(page.evidence(shortened(target.name, 80)))
    return `<details><summary>${title}</summary>
${scroll(page.evidence(shortened(target.name, 80)), `<table>
<thead><tr><th scope="col">${escaped(say.requirement)}</th><th scope="col">${escaped(say.statusTitle)}</th><th scope="col">${escaped(say.by)}</th></tr></thead>
<tbody>
${rows.map(need => `<tr><th scope="row"><code>${escaped(need.id)}</code></th>${status(target.name, need, links, say)}<td>${by(need)}</td></tr>`).join('\n')}
</tbody>
</table>`)}
</details>
`
  }).join('')
}
function by({ by: rules, because }: RequirementReport): string {
  const parts = rules.slice(0, 3).map(({ path, line, name }) => `${escaped(shortened(name, 120))} <code class="dim">${escaped(shortened(`${path}:${line}`, 200))}</code>`)
  if (rules.length > 3) parts.push(`+ ${rules.length - 3}`)
  if (because !== undefined) parts.unshift(escaped(shortened(because, 300)))
  return parts.join('<br>')
}

// A wide table scrolls by itself, by keyboard as well; the page never does.
export const scroll = (name: string, inner: string): string => `<div class="scroll" role="region" aria-label="${escaped(name)}" tabindex="0">${inner}</div>`
