import type { SourceFile } from '../../model/stages.ts'
import { decode, prepareCodePage } from '../../text/decoding.ts'
import { sourceFile } from '../../text/source-file.ts'
import { NETSH_LABELS } from './labels.ts'
import { cutAtBlanks, cutAtColon, linesOf } from './lines.ts'
import { Words } from './words.ts'

/** OEM and ANSI code pages of the languages of Windows, the ones that are surest to fail on foreign text first. */
const CODE_PAGES = ['cp949', 'cp932', 'cp936', 'cp950', 'cp850', 'cp437', 'cp852', 'cp866', 'windows-1252', 'windows-1251', 'windows-1250'] as const
/** Loads them all. */
export const prepareCodePages = async (): Promise<void> => { await Promise.all(CODE_PAGES.map(prepareCodePage)) }

/** The code pages of a console in each language, OEM before ANSI; other languages are tried in any order. */
const PAGES_OF: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['ko', ['cp949']], ['ja', ['cp932']], ['zh-CN', ['cp936']], ['zh-TW', ['cp950']], ['ru', ['cp866', 'windows-1251']], ['en', ['cp437', 'windows-1252']],
  ...['de', 'fr', 'es', 'it', 'pt'].map(language => [language, ['cp850', 'windows-1252']] as const),
])

/** The file under the code page that makes most of its labels and values known ones; as it is where it is Unicode, or none does. */
export function decoded(file: SourceFile, words: Words): SourceFile {
  if (file.encoding.startsWith('utf-')) return file
  const head = file.bytes.subarray(0, 16_384)
  // Labels without accents tell the language under any code page, and the language its own pages: they go first where several do as well.
  const language = [...NETSH_LABELS].map(([id, table]) => ({ id, known: knownWords(file.head, new Words([table])) })).sort((a, b) => b.known - a.known)[0]
  const likely = language && language.known > 0 ? PAGES_OF.get(language.id) ?? [] : []
  const configured = file.encoding === 'windows-1252' ? [] : [file.encoding]
  const pages = [...new Set([...configured, ...likely, 'windows-1252', ...CODE_PAGES])]
  const scored = pages.map(page => ({ page, known: knownWords(decode(head, page).text, words) }))
  const best = scored.reduce((a, b) => (b.known > a.known ? b : a))
  if (best.page === file.encoding || best.known === 0) return file
  return sourceFile(file.path, file.bytes, best.page)
}

/** How many labels and values of the first lines are words of a table. */
function knownWords(text: string, words: Words): number {
  let known = 0
  for (const { text: line } of linesOf(text.slice(0, 8192))) {
    const pair = cutAtColon(line) ?? cutAtBlanks(line)
    if (!pair) continue
    if (words.label(pair.label) || words.knows(pair.label)) known++
    for (const value of pair.value.split(/[,;]/)) if (words.knows(value)) known++
  }
  return known
}
