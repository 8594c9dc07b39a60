import type { Format, ParseOptions, SourceFile } from '../model/stages.ts'
import type { PolicyFile } from '../model/types.ts'
import { decoded, prepareCodePages } from './netsh-dump/code-pages.ts'
import { NETSH_LABELS } from './netsh-dump/labels.ts'
import { cutAtColon, isDashes, type Line, linesOf } from './netsh-dump/lines.ts'
import { readProfile } from './netsh-dump/profiles.ts'
import { readRule } from './netsh-dump/rules.ts'
import { userTables, Words } from './netsh-dump/words.ts'
import { ScriptState } from './shared/script-state.ts'

const DASHES = '\n----------------------------------------'
/** A label with its value directly above dashes; the colon may be one of a code page that nobody has decoded yet. */
const RULE = /^[^\s-][^\r\n]{0,80}?(?:[:：]|[^\x00-\x7f])[ \u3000]{2,}\S[^\r\n]*\r?\n-{40,}[ \t]*\r?$/m
/** The heading of a profile, dashes, and a state: `show allprofiles`. */
const PROFILE = /^[^\s-][^\r\n]{2,80}\r?\n-{40,}[ \t]*\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}\S[^\r\n]{0,80}\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}[^\s,]{1,60},[^\s,]{1,60}[ \t]*\r?$/m

/** `netsh advfirewall firewall show rule name=all` and `show allprofiles`, in any language. */
export const netshDump: Format = {
  id: 'netsh-dump',
  title: 'netsh advfirewall dump',
  store: 'local',
  exported: true,
  names: [],
  prepare: prepareCodePages,
  recognises(file) {
    const { head } = file
    if (!head.includes(DASHES) || /^\s*[<{[]/.test(head)) return false
    return RULE.test(head) || PROFILE.test(head)
  },
  parse,
}

function parse(file: SourceFile, options: ParseOptions): PolicyFile {
  const tables = [...NETSH_LABELS.values(), ...userTables(options.labels)]
  const words = new Words(tables)
  const readable = decoded(file, words)
  const state = new ScriptState()
  const { text } = readable
  const lines = linesOf(text)
  for (let at = 0; at < lines.length; at++) {
    if (!isDashes(lines[at + 1]?.text)) continue
    const head = lines[at] as Line
    if (head.text.trim() === '' || isDashes(head.text)) continue
    let end = at + 2
    while (end < lines.length && !isDashes(lines[end + 1]?.text) && !/^\s*$/.test((lines[end] as Line).text)) end++
    // A blank line may stand inside a description; the next rule, not the blank, ends the block.
    const block = lines.slice(at, end)
    if (cutAtColon(head.text)?.value) readRule(block, words, state, readable)
    else readProfile(block, words, state, readable)
    at = end - 1
  }
  return { path: file.path, format: netshDump.id, parts: state.parts(), problems: state.problems }
}
