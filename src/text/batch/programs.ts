import { fileName } from '../../model/rules.ts'
import { type Mapped, MapBuilder } from '../mapped.ts'
import type { Word } from '../word.ts'
import { isBlank } from './lines.ts'

/** Programs that run a command elsewhere, later or as somebody else. */
export const LAUNCHERS: ReadonlySet<string> =
  new Set(['psexec', 'psexec64', 'paexec', 'runas', 'schtasks', 'nircmd', 'nircmdc', 'nsudo', 'nsudolc', 'winrs', 'wmic'])

/** Commands that scripts run for their exit code: whether they succeed is what the machine says. */
const QUESTION = new RegExp(`^[ \\t@("]*(?:${[
  String.raw`(?:[^\s"]*[\\/])?(?:findstr|find|where|tasklist|ping|fltmc|openfiles|cacls|fsutil|fc|choice|whoami|wmic|qprocess|ver)(?:\.exe|\.com)?\b`,
  String.raw`reg(?:\.exe)?\s+query\b`, String.raw`sc(?:\.exe)?\s+query\b`, String.raw`net(?:\.exe)?\s+(?:session|file|user|use)\b`,
  String.raw`netsh(?:\.exe)?\s.*\bshow\b`,
].join('|')})`, 'i')
/** Whether a command is run for its exit code only. */
export const isQuestion = (command: string): boolean => QUESTION.test(command)

/** `C:\Windows\System32\NETSH.EXE` to `netsh`. */
export function programName(text: string): string {
  if (text === 'netsh') return 'netsh'
  return fileName(text).replace(/\.(?:exe|com)$/, '')
}

/** Where the program stands that a command runs: behind `call`, `start` and what asks for more rights. `text` is the whole file. */
export function programAt(all: readonly Word[], text: string): number {
  let first = 0
  for (;;) {
    const name = programName(all[first]?.text ?? '')
    if (name === 'call' || name === 'sudo' || name === 'gsudo' || name === 'elevate') first++
    else if (name === 'start') {
      first++
      if (/^".*"$/s.test(text.slice(all[first]?.start, all[first]?.end))) first++
      while (all[first]?.text.startsWith('/')) first++
    } else return first
  }
}

/** The line that `cmd /c "netsh … & netsh …"` runs, less the outermost quotes; undefined for any other command. */
export function innerLine(command: Mapped): Mapped | undefined {
  const { text } = command
  const head = /^[ \t@]*(?:call[ \t]+)?"?(?:[^\s"]*[\\/])?cmd(?:\.exe)?"?(?:[ \t]+\/[^\sck][^\s]*)*[ \t]+\/[ck][ \t]*/i.exec(text)
  if (!head) return undefined
  let from = head[0].length
  let to = text.length
  const last = text.lastIndexOf('"')
  const builder = new MapBuilder()
  if (text[from] === '"' && last > from) {
    builder.literal(command, ++from, last)
    from = last + 1
  }
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  builder.literal(command, from, to)
  return builder.build()
}

/**
 * What `… | find "x"` ends with behind a question that ended with `code`: the same where it looks for something of the question itself,
 * the opposite where it looks for netsh's word for nothing.
 */
export function codeOfFind(text: string, question: string, code: number): number | undefined {
  const wanted = /^[ \t@]*(?:\S*\\)?find(?:str)?(?:\.exe)?((?:[ \t]+\/[a-uw-z]\S*)*)[ \t]+(?:"([^"]+)"|([^\s"/]+))/i.exec(text)
  const quoted = /\/c:"([^"]+)"/i.exec(text)?.[1]
  const word = (quoted ?? wanted?.[2] ?? wanted?.[3])?.toLowerCase()
  if (word === undefined || /[ \t]\/v\b/i.test(text)) return undefined
  if (question.toLowerCase().includes(word) || 'rule name:'.startsWith(word)) return code
  return 'no rules match the specified criteria.'.includes(word) ? Number(code === 0) : undefined
}
