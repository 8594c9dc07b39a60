import type { SourceFile } from '../../model/stages.ts'
import { filled, marksOf, type Variables } from '../../text/ansible-values.ts'
import { embeddedFile, mappedValue } from '../../text/embedded.ts'
import { type Mapped, MapBuilder } from '../../text/mapped.ts'
import { entryOf, type YamlNode, type YamlScalar } from '../../text/yaml.ts'
import { netsh } from '../netsh.ts'
import { parsePowerShell } from '../powershell.ts'
import { adopt } from './adopt.ts'
import type { ScriptState } from './script-state.ts'

interface ShellRun {
  readonly name: string
  readonly text: YamlScalar | undefined
  readonly node: YamlNode
  readonly variables: Variables
  readonly condition: string | undefined
  readonly file: SourceFile
  readonly state: ScriptState
  readonly attributes: ReadonlyMap<string, { readonly value: { readonly kind: string; readonly text?: string } }>
}

/** `win_shell`, `win_powershell` and `win_command`: the script in their text, read by its own grammar. */
export function ansibleShell({ name, text, node, variables, condition, file, state, attributes }: ShellRun): void {
  const script = text ?? scriptOf(node)
  if (!script) return
  const executable = attributes.get('executable')?.value
  const isCmd = name === 'win_command' || (executable?.kind === 'scalar' && /\bcmd(?:\.exe)?$/i.test(executable.text ?? ''))
  if (!(isCmd ? /\bnetsh/i : /NetFirewall|\bnetsh\b|FirewallPolicy|WindowsFirewall/i).test(script.text)) return
  const mapped = templated(mappedValue(file.text, script.start, script.end, script.text), variables, isCmd)
  const { parts, problems } = isCmd ? netsh.parse(embeddedFile(file, 'script.cmd', mapped), {}) : parsePowerShell(embeddedFile(file, 'script.ps1', mapped))
  problems.forEach(problem => state.problem(problem))
  adopt(parts, condition, state)
}
function scriptOf(node: YamlNode): YamlScalar | undefined {
  for (const key of ['script', 'cmd', '_raw_params']) {
    const value = entryOf(node, key)?.value
    if (value?.kind === 'scalar') return value
  }
  return undefined
}

/** Templates as variables of the shell that nobody sets: `{{ port }}` is `${port}` to PowerShell and `%port%` to cmd. */
function templated(script: Mapped, variables: Variables, isCmd: boolean): Mapped {
  const { text } = script
  const marks = marksOf(text)
  if (marks.length === 0) return script
  const builder = new MapBuilder()
  let from = 0
  for (const { start, end, inner } of marks) {
    const value = filled({ kind: 'expression', text: `{{${inner}}}`, start: 0, end: 0 }, variables)
    const name = inner.trim().replace(/[^\w.\-[\] ]/g, '_')
    // PowerShell fills in nothing between single quotes.
    const inQuotes = !isCmd && text[start - 1] === "'" && text[end] === "'"
    const said = value.kind === 'scalar' ? value.text : isCmd ? `%${name}%` : `\${${name}}`
    const quotes = inQuotes && value.kind !== 'scalar' ? 1 : 0
    builder.literal(script, from, start - quotes)
    const place = placeOf(script, start - quotes, end + quotes)
    builder.fixed(quotes ? `"${said}"` : said, place.start, place.end)
    from = end + quotes
  }
  builder.literal(script, from, text.length)
  return builder.build()
}
function placeOf(script: Mapped, start: number, end: number): { start: number; end: number } {
  const piece = new MapBuilder()
  piece.literal(script, start, end)
  const { pieces, text } = piece.build()
  const last = pieces.length - 3
  const from = pieces[1] as number
  const to = (pieces[last + 1] as number) + text.length - (pieces[last] as number)
  return { start: from, end: Math.max(from, to) }
}
