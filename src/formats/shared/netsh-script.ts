import type { SourceFile } from '../../model/stages.ts'
import type { PolicyFile } from '../../model/types.ts'
import type { Command } from '../../text/batch/host.ts'
import { runBatch } from '../../text/batch/runner.ts'
import { words } from '../../text/batch/words.ts'
import { plain } from '../../text/mapped.ts'
import { Interpreter } from '../../text/powershell/interpreter.ts'
import type { Word } from '../../text/word.ts'
import { NETSH_VOCABULARY } from './netsh-rule-reader.ts'
import type { NetshSession } from './netsh-session.ts'
import { runProgram, ScriptHost } from './powershell-native.ts'
import { FIREWALL_COMMANDS, policyOf } from './powershell-script.ts'

/** Names of files that cmd runs, whatever is in them. */
export const BATCH = /\.(?:cmd|bat|nt)$/
/** A command for the firewall. */
export const COMMAND = /\bnetsh(?:\.exe)?"?[ \t]+(?:-[a-z][ \t]+\S+[ \t]+)*(?:a|adv[a-z]*|f[a-z]*)[ \t]+\S/i
/** Whether cmd runs it, line by line; else it is a script for `netsh -f`. */
export const isBatch = ({ name, text }: SourceFile): boolean => BATCH.test(name) || COMMAND.test(text)

/** What a line of PowerShell must hold to be read. */
const OURS = /-NetFirewall|\bnetsh\b|HNetCfg|FirewallPolicy|WindowsFirewall/i
const SHELL = /(?:powershell|pwsh)(?:\.exe)?$/i
const PROGRAMS = new Set(['netsh', 'reg', 'powershell', 'pwsh'])

/** What the commands of a script say; the file may also be one that stands inside another (`embeddedFile`). */
export function parseNetsh(file: SourceFile): PolicyFile {
  const { text, origin } = file
  // A PowerShell command inside a batch file has places of its own; all of them are the place of the whole command.
  let window: Command | undefined
  const host = new ScriptHost(FIREWALL_COMMANDS, (start, end) => ({ origin, start: window?.start ?? start, end: window?.end ?? end }))
  if (isBatch(file)) {
    runBatch(text, {
      programs: PROGRAMS,
      vocabulary: NETSH_VOCABULARY,
      command(command) {
        const { words: list, start, end, condition } = command
        const program = list[0]?.text ?? ''
        if (program === 'netsh' || /netsh(?:\.exe)?$/i.test(program)) return host.netsh.call({ words: list.slice(1), start, end, condition })
        if (!SHELL.test(program)) {
          runProgram(host, list, start, end, condition)
          return undefined
        }
        const script = scriptOf(command, text)
        if (!OURS.test(script)) return undefined
        window = command
        runInline(script, condition, host)
        window = undefined
        return undefined
      },
      problem: (code, message, start, end) => host.problem({ code, message, source: host.spanOf(start, end) }),
    })
  } else readScript(text, host.netsh)
  host.finish()
  return policyOf(file.path, 'netsh', host)
}

/** What `powershell -Command …` runs; nothing for `-File`, which is a file of its own. */
function scriptOf({ line, start: from, end: to }: Command, text: string): string {
  const said = line ?? text.slice(from, to).replaceAll('%%', '%')
  const list = words(plain(said, 0), 0)
  for (let i = list.findIndex(word => SHELL.test(word.text)) + 1; i < list.length; i++) {
    const { text: option, start } = list[i] as Word
    const next = list[i + 1]
    if (/^[-/]f/i.test(option)) return ''
    if (/^[-/]e(?:c|nc\w*)?$/i.test(option)) return Buffer.from(next?.text ?? '', 'base64').toString('utf16le')
    const isCommand = /^[-/]c(?:o(?:mm\w*)?)?$/i.test(option)
    // These take a value; the others are switches.
    if (!isCommand && /^[-/](?:e[xp]|v|w|o|in|config|custom|ps|settings)/i.test(option)) { i++; continue }
    if (!isCommand && /^[-/]/.test(option)) continue
    return unquoted(said.slice(isCommand ? next?.start ?? said.length : start)).trim().replace(/^&\s*\{([^]*)\}$/, '$1')
  }
  return ''
}
/** The arguments of a program joined by blanks, as it gets them: `\"`, and `""` inside of quotes, stand for a quote. */
function unquoted(text: string): string {
  let result = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const c = text[at] as string
    if (c === '\\' && text[at + 1] === '"') { result += '"'; at++ }
    else if (c !== '"') result += c
    else if (isQuoted && text[at + 1] === '"') { result += '"'; at++ }
    else isQuoted = !isQuoted
  }
  return result
}
function runInline(text: string, condition: string | undefined, host: ScriptHost): void {
  if (condition !== undefined) {
    host.notice(`This command runs only ${condition}, so what it does is not followed`, 0, 0)
    return
  }
  const script = new Interpreter(text, host)
  script.run()
  if (script.faults.length > 0) host.notice('Not all of this PowerShell command could be read', 0, 0)
}

/** A script for `netsh -f`: one command on a line, `#` and `rem` comments, contexts that last. */
function readScript(text: string, session: NetshSession): void {
  for (let at = 0; at < text.length;) {
    const feed = text.indexOf('\n', at)
    const end = feed < 0 ? text.length : feed
    const line = text.slice(at, end)
    if (!/^\s*(?:#|rem\b|::|$)/i.test(line)) {
      const list = words(plain(line, at), 0)
      const first = list[0]
      if (first) session.line({ words: list, start: first.start, end: list.at(-1)?.end ?? first.end, condition: undefined })
    }
    at = end + 1
  }
}
