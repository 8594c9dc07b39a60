import type { TargetReport } from '../../model/report.ts'
import { displayWidth, printable, shortened } from '../../text/printable.ts'
import { type Flow, type FlowState, flowsOf, isBroken } from '../shared/flows.ts'
import { escaped } from '../shared/html.ts'
import type { Words } from '../shared/words.ts'
import type { PageWords } from './words.ts'

const MOST_TARGETS = 8
const MOST_FLOWS = 20
// The narrowest that still reads on a telephone: everything is scaled to the width of the screen.
const WIDTH = 520
const TARGET = { left: 2, right: 122 }
const PEER = { left: 382, right: 518 }
const ROW = 44
const GAP = 10
export const SIGN: Record<FlowState, string> = { broken: '✗', open: '?', met: '✓' }

/** A drawing for each target, those with the most cuts first: the target left, the roles it talks to right, an arrow for each kind of flow. */
export function drawings(targets: readonly TargetReport[], say: Words, page: PageWords): string {
  const drawn = targets.map(target => ({ target, flows: flowsOf(target.requirements), broken: target.requirements.filter(isBroken).length }))
    .filter(({ flows }) => flows.length > 0).sort((a, b) => b.broken - a.broken)
  if (drawn.length === 0) return ''
  const more = drawn.length - MOST_TARGETS
  return `<section id="flows">
<h2>${escaped(page.flows)}</h2>
<p class="dim">${escaped(page.flowsNote)}</p>
<div class="drawings">
${drawn.slice(0, MOST_TARGETS).map(({ target, flows }) => figure(target, flows, say, page)).join('\n')}
</div>
${more > 0 ? `<p>${escaped(page.moreTargets(more))}</p>\n` : ''}</section>
`
}

function figure({ name, role }: TargetReport, flows: readonly Flow[], say: Words, page: PageWords): string {
  const count = (state: FlowState): number => flows.reduce((sum, flow) => sum + (flow.state === state ? flow.count : 0), 0)
  const shown = flows.slice(0, MOST_FLOWS)
  const title = page.flow(shortened(name, 80), count('broken'), count('open'), count('met'))
  const parts: string[] = []
  let y = 2
  // The roles by their worst flow, as the flows come.
  for (const peer of new Set(shown.map(flow => flow.peer))) {
    const own = shown.filter(flow => flow.peer === peer)
    parts.push(box(PEER, y, own.length * ROW, [say.titles.role(peer)], 'peer'))
    parts.push(...own.map((flow, i) => arrow(flow, y + i * ROW, say)))
    y += own.length * ROW + GAP
  }
  const bottom = y - GAP
  const more = flows.length - shown.length
  if (more > 0) parts.push(`<text x="${(TARGET.right + PEER.left) / 2}" y="${bottom + 20}" text-anchor="middle">${escaped(page.moreFlows(more))}</text>`)
  const height = bottom + (more > 0 ? 28 : 2)
  return `<figure>
<svg class="drawing" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
${box(TARGET, 2, bottom - 2, [name, `(${say.titles.role(role)})`], 'target')}
${parts.join('\n')}
</svg>
<figcaption>${escaped(title)}</figcaption>
</figure>`
}

/** A box with its text in the middle. */
function box({ left, right }: { readonly left: number; readonly right: number }, y: number, height: number, texts: readonly string[], kind: string): string {
  const lines = texts.flatMap(text => wrapped(printable(text), 14, Math.max(1, Math.min(3, Math.floor(height / 18) - texts.length + 1))))
  const middle = y + height / 2 - (lines.length - 1) * 9 + 5
  const rows = lines.map((line, i) => `<text x="${(left + right) / 2}" y="${middle + i * 18}" text-anchor="middle">${escaped(line)}</text>`)
  return `<rect class="${kind}" x="${left}" y="${y}" width="${right - left}" height="${height}" rx="${kind === 'peer' ? 14 : 4}"/>${rows.join('')}`
}

function arrow({ outbound, state, features, count }: Flow, top: number, say: Words): string {
  const y = top + 30
  const [from, to] = outbound ? [TARGET.right + 4, PEER.left - 4] : [PEER.left - 4, TARGET.right + 4]
  const back = outbound ? to - 9 : to + 9
  const middle = (TARGET.right + PEER.left) / 2
  const cross = state === 'broken' ? `<path class="cross" d="M${middle - 6} ${y - 6}l12 12m0-12l-12 12"/>` : ''
  const names = state === 'met' ? `${count} ${say.status.satisfied}` : [...features].map(say.titles.feature).join(', ')
  return `<g class="${state}"><line x1="${from}" y1="${y}" x2="${back}" y2="${y}"/><path class="head" d="M${to} ${y}L${back} ${y - 5}V${y + 5}z"/>${cross}`
    + `<text x="${middle}" y="${top + 19}" text-anchor="middle">${SIGN[state]} ${escaped(shortened(printable(names), 28))}</text></g>`
}

/** Lines of about `width` columns, broken after blanks and hyphens, at most `most`. */
function wrapped(text: string, width: number, most: number): string[] {
  const lines = ['']
  for (const part of shortened(text, width * most).split(/(?<=[ -])/)) {
    const last = lines.length - 1
    if (lines[last] === '' || displayWidth(`${lines[last]}${part}`.trimEnd()) <= width) lines[last] += part
    else lines.push(part)
  }
  const kept = lines.slice(0, most).map(line => shortened(line.trim(), width + 2))
  if (lines.length > most) kept[most - 1] = shortened(`${kept[most - 1]}…`, width + 2)
  return kept
}
