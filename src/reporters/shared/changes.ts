import type { Changes, OpenedTraffic, Report } from '../../model/report.ts'
import type { Words } from './words.ts'

/** What a change did, in plain text that each reporter escapes in its own way. */
export interface ChangeText {
  readonly line: string
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[]
}

/** Undefined when nothing was compared. */
export function changeText({ changes, findings }: Report, say: Words): ChangeText | undefined {
  if (!changes) return undefined
  const { cut, opened, mended, dropped } = changes
  const lists = [
    { title: say.cutTitle, items: cut.map(({ target, requirement, feature, status }) => `${target}: ${requirement} (${say.titles.feature(feature)}), ${say.status[status]}`) },
    { title: say.openedTitle, items: opened.map(o => openedText(o, say)) },
    { title: say.droppedTitle, items: droppedTexts(changes) },
    { title: say.mendedTitle, items: mended.map(({ code, message }) => `${code}: ${message}`) },
  ]
  return { line: say.changes(cut.length, opened.length, mended.length, dropped.length, findings.filter(f => f.new === true).length), lists: lists.filter(({ items }) => items.length > 0) }
}

function openedText({ target, because, rule, protocol, ports, addresses, profiles, location }: OpenedTraffic, say: Words): string {
  const what = because === 'rule' ? `"${rule}" (${protocol === 'any' ? say.anyProtocol : `${protocol} ${few(ports, 6, say.anyPort)}`}, ${few(addresses, 4, say.anyAddress)})` : say.opens[because]
  return `${target}: ${what}, ${profiles.join(', ')}, ${location.path}:${location.line}`
}
const few = (texts: readonly string[], most: number, any: string): string =>
  `${texts.slice(0, most).map(text => (text === 'any' ? any : text)).join(', ')}${texts.length > most ? ', …' : ''}`
/** One line for each target, for they go by features. */
function droppedTexts({ dropped }: Changes): string[] {
  const byTarget = new Map<string, string[]>()
  for (const { target, requirement } of dropped) byTarget.set(target, [...(byTarget.get(target) ?? []), requirement])
  return [...byTarget].map(([target, ids]) => `${target}: ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}`)
}
