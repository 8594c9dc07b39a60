import type { Report } from '../../model/report.ts'
import { printable, shortened } from '../../text/printable.ts'
import { byState, type Flow, type FlowState, flowsOf, isBroken } from './flows.ts'
import type { Words } from './words.ts'

/** A picture that a person can take in; Mermaid itself refuses more than 500 arrows and 50,000 characters. */
const MOST_TARGETS = 12
const MOST_ARROWS = 80
const MOST_FEATURES = 4

const SIGN: Record<FlowState, string> = { broken: '❌', open: '❔', met: '✅' }

type Arrow = Flow & { readonly target: number }

/** The flows between each target and the roles it talks to, as a Mermaid picture in a Markdown fence: what is cut stands out. Undefined where there is none. */
export function flowPicture({ targets }: Pick<Report, 'targets'>, say: Words): string | undefined {
  const shown = [...targets.entries()].map(([i, target]) => ({ i, target, broken: target.requirements.filter(isBroken).length }))
    .sort((a, b) => b.broken - a.broken).slice(0, MOST_TARGETS)
  const drawn: Arrow[] = shown.flatMap(({ i, target }) => flowsOf(target.requirements).map(flow => ({ ...flow, target: i })))
    .sort(byState).slice(0, MOST_ARROWS)
  if (drawn.length === 0) return undefined
  const peers = [...new Set(drawn.map(a => a.peer))]
  const styled = (state: FlowState): string => drawn.flatMap((a, i) => (a.state === state ? [i] : [])).join(',')
  const lines = [
    'flowchart LR',
    ...shown.filter(({ i }) => drawn.some(a => a.target === i)).map(({ i, target: { name, role } }) => `  t${i}["${label(`${shortened(name, 60)} (${say.titles.role(role)})`)}"]`),
    ...peers.map((peer, i) => `  p${i}(["${label(say.titles.role(peer))}"])`),
    ...drawn.map(arrow => {
      const [target, peer] = [`t${arrow.target}`, `p${peers.indexOf(arrow.peer)}`]
      const [from, to] = arrow.outbound ? [target, peer] : [peer, target]
      return `  ${from} ${arrow.state === 'broken' ? '-.->' : '-->'}|"${label(arrowText(arrow, say))}"| ${to}`
    }),
    ...(styled('broken') === '' ? [] : [`  linkStyle ${styled('broken')} stroke:#cf222e,stroke-width:3px`]),
    ...(styled('open') === '' ? [] : [`  linkStyle ${styled('open')} stroke:#9a6700`]),
  ]
  return `\`\`\`mermaid\n${lines.join('\n')}\n\`\`\`\n\n`
}
function arrowText({ state, features, count }: Arrow, say: Words): string {
  if (state === 'met') return `${SIGN.met} ${count} ${say.status.satisfied}`
  const names = [...features].map(say.titles.feature)
  return `${SIGN[state]} ${names.slice(0, MOST_FEATURES).join(', ')}${names.length > MOST_FEATURES ? ', …' : ''}`
}

/** Text inside Mermaid's quotes: all but letters, digits and a few harmless signs as a number, so that nothing in it is syntax, Markdown, HTML or a link. */
const label = (text: string): string => printable(text).replace(/[^\p{L}\p{N}\p{Emoji_Presentation}❌✅❔… ,()_-]/gu, c => `#${c.codePointAt(0) ?? 0};`)
