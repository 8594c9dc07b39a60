import { filled, marksOf, type Variables } from '../../text/ansible-values.ts'
import { embeddedFile, mappedValue } from '../../text/embedded.ts'
import { type Literal, literalText } from '../../text/literal.ts'
import { type Mapped, MapBuilder } from '../../text/mapped.ts'
import { entryOf, type YamlNode, type YamlScalar } from '../../text/yaml.ts'
import { adopt } from '../shared/adopt.ts'
import { parseNetsh } from '../shared/netsh-script.ts'
import { parsePowerShell } from '../shared/powershell-script.ts'
import type { ModuleRun } from './module.ts'

const NOTHING: Literal = { kind: 'nothing', start: 0, end: 0 }
/** Templates whose names are put back into what is told. */
const MOST_NAMES = 200

/** `win_shell`, `win_powershell` and `win_command`: the script in their text, read by its own grammar. */
export function ansibleShell({ name, text, node, variables, condition, file, state, attributes }: ModuleRun): void {
  const script = text ?? scriptOf(node)
  if (!script) return
  const executable = attributes.get('executable')?.value
  const isCmd = name === 'win_command' || (executable?.kind === 'scalar' && /\bcmd(?:\.exe)?$/i.test(executable.text))
  const mark = isCmd ? /\bnetsh/i : /NetFirewall|\bnetsh\b|FirewallPolicy|WindowsFirewall/i
  // `win_command: "{{ item }}"`: the loop may hold the commands.
  if (!mark.test(script.text) && !script.text.includes('{{')) return
  const names = new Map<string, string>()
  const filledIn = templated(mappedValue(file.text, script.start, script.end, script.text), variables, isCmd, names)
  if (!mark.test(filledIn.text)) return
  const mapped = name === 'win_powershell' ? withParameters(filledIn, filled(attributes.get('parameters')?.value ?? NOTHING, variables)) : filledIn
  const { parts, problems } = isCmd ? parseNetsh(embeddedFile(file, 'script.cmd', mapped)) : parsePowerShell(embeddedFile(file, 'script.ps1', mapped))
  // What is told names the template, not the variable that stands for it.
  const told = (message: string): string => [...names].reduce((said, [made, written]) => said.replaceAll(made, () => written), message)
  problems.forEach(problem => state.problem(names.size > 0 ? { ...problem, message: told(problem.message) } : problem))
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
function templated(script: Mapped, variables: Variables, isCmd: boolean, names: Map<string, string>): Mapped {
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
    if (value.kind !== 'scalar' && names.size < MOST_NAMES) names.set(said, text.slice(start, end))
    const quotes = inQuotes && value.kind !== 'scalar' ? 1 : 0
    builder.literal(script, from, start - quotes)
    const place = placeOf(script, start - quotes, end + quotes)
    builder.fixed(quotes ? `"${said}"` : said, place.start, place.end)
    from = end + quotes
  }
  builder.literal(script, from, text.length)
  return builder.build()
}
/** `parameters` of win_powershell, as assignments behind the script's own `param (…)`. */
function withParameters(script: Mapped, given: Literal): Mapped {
  if (given.kind !== 'table') return script
  const words = [...given.entries.values()].flatMap(({ name, value }) => {
    const items = value.kind === 'list' ? value.items : [value]
    if (!/^\w+$/.test(name) || items.some(item => item.kind !== 'scalar')) return []
    const texts = items.map(item => (/^(?:true|false)$/i.test(literalText(item)) ? `$${literalText(item)}` : `'${literalText(item).replaceAll("'", "''")}'`))
    return [`$${name} = ${value.kind === 'list' ? `@(${texts.join(', ')})` : texts.join('')}`]
  })
  const { text } = script
  const at = paramEnd(text)
  const builder = new MapBuilder()
  builder.literal(script, 0, at)
  builder.fixed(`\n${words.join('\n')}\n`, given.start, given.end)
  builder.literal(script, at, text.length)
  return builder.build()
}
/** Where the `param (…)` at the top of a script ends; 0 without one. */
function paramEnd(text: string): number {
  const open = /^[^({]{0,2000}?\bparam\s{0,50}\(|^(?:\s|\[[^\]]{0,500}\]|#[^\n]{0,500}\n){0,50}param\s{0,50}\(/i.exec(text)
  if (!open) return 0
  let depth = 1
  for (let at = open[0].length; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')' && --depth === 0) return at + 1
  }
  return 0
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
