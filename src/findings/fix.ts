import { addressTexts } from '../model/addresses.ts'
import { portTexts } from '../model/ports.ts'
import { changedRule, neutralRule, partOf, PROFILES, profileBit } from '../model/rules.ts'
import type { SourceFile } from '../model/stages.ts'
import type { Repair } from '../model/facts.ts'
import type { AddressSet, Fix, PartName, PolicyFile, PortSet, Rule, RuleValues } from '../model/types.ts'
import { sourceText } from '../text/source-file.ts'

interface Edit { readonly start: number; readonly end: number; readonly text: string }

/** Each candidate costs a parse, and nobody mends a script of this size by a button. */
const MOST_TEXT = 500_000

/**
 * The lines that carry out a repair. The field's own place is rewritten in the ways that scripts and rule strings are written, and what parses
 * to just the rule that was wanted is taken; where none does (variables, loops, a grammar that has no such place) there is no fix.
 */
export function fixOf({ rule, values }: Repair, file: SourceFile, parse: (file: SourceFile) => PolicyFile): Fix | undefined {
  if (rule.source.origin !== file.origin || file.text.length > MOST_TEXT) return undefined
  const { text } = file
  const before = rulesAt(parse(file), rule.source.start)
  if (before.at.length !== 1) return undefined // a loop, or a rule that one file gives to several stores
  const wanted = meaning(changedRule(before.at[0] as Rule, values))
  for (const edit of editsFor(rule, values, text)) {
    const after = rulesAt(parse(sourceText(file.path, text.slice(0, edit.start) + edit.text + text.slice(edit.end))), rule.source.start)
    const [only] = after.at
    if (only && after.at.length === 1 && after.count === before.count && after.problems <= before.problems && meaning(only) === wanted) return linesOf(edit, file)
  }
  return undefined
}

function rulesAt({ parts, problems }: PolicyFile, start: number): { at: Rule[]; count: number; problems: number } {
  const all = parts.flatMap(part => part.rules)
  return { at: all.filter(rule => rule.source.start === start), count: all.length, problems: problems.length }
}
/** What a rule lets through, without where and in which order it says so. */
function meaning(rule: Rule): string {
  const ports = ({ ranges, keywords, unresolved }: PortSet): unknown => [ranges, keywords, unresolved]
  const addresses = ({ v4, v6, keywords, unresolved }: AddressSet): unknown => [v4, v6, keywords, unresolved]
  const { source: _s, localPorts: _lp, remotePorts: _rp, remoteAddresses: _ra, ...rest } = neutralRule(rule)
  return JSON.stringify([rest, ports(rule.localPorts), ports(rule.remotePorts), addresses(rule.remoteAddresses)], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}

function editsFor(rule: Rule, values: RuleValues, text: string): Edit[] {
  const { source } = rule
  const whole = text.slice(source.start, source.end)
  const field = (name: PartName): Edit | undefined => {
    const part = partOf(rule, name)
    return part === source ? undefined : { start: part.start, end: part.end, text: text.slice(part.start, part.end) }
  }
  /** The token of a rule string (`|Active=FALSE|`): its last of one of these names. */
  const token = (names: string): Edit | undefined => {
    const last = [...whole.matchAll(new RegExp(`(?<=\\|)(?:${names})=[^|]*\\|`, 'gi'))].at(-1)
    return last && { start: source.start + last.index, end: source.start + last.index + last[0].length, text: last[0] }
  }
  if (values.enabled === true) {
    const [part, active] = [field('enabled'), token('Active')]
    const on = (edit: Edit): Edit => ({ ...edit, text: edit.text.replace(/false|disabled?|no/i, word => like(word, ON.get(word.toLowerCase()) ?? word)) })
    return [...(part ? [on(part)] : []), ...(active ? [on(active)] : [])]
  }
  if (values.profiles !== undefined) {
    const added = PROFILES.filter(p => ((values.profiles as number) & ~rule.profiles & profileBit(p)) !== 0).map(p => `${p.charAt(0).toUpperCase()}${p.slice(1)}`)
    return [...longer(field('profiles'), added), ...more(token('Profile'), added.map(p => `Profile=${p}|`))]
  }
  if (values.remoteAddresses !== undefined) {
    const added = onlyNew(values.remoteAddresses, rule.remoteAddresses)
    return [...longer(field('remoteAddresses'), added), ...more(token('RA4|RA6'), added.map(a => `${a.includes(':') ? 'RA6' : 'RA4'}=${a}|`))]
  }
  for (const [name, key] of [['localPorts', 'LPort'], ['remotePorts', 'RPort']] as const) {
    const set = values[name]
    if (set === undefined) continue
    const ports = portTexts(set)
    const [part, port] = [field(name), token(key)]
    return [
      ...(part ? [ports.join(','), ports.map(p => `'${p}'`).join(', ')].map(p => ({ ...part, text: p })) : []),
      ...(port ? [{ ...port, text: ports.map(p => `${key}=${p}|`).join('') }] : []),
    ]
  }
  return []
}
const ON = new Map([['false', 'true'], ['no', 'yes'], ['disable', 'enable'], ['disabled', 'enabled']])
/** A word in the case of another. */
const like = (model: string, word: string): string =>
  (model === model.toUpperCase() ? word.toUpperCase() : model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word)
/** A list with further items: bare with commas, each in the quotes of the first, or before the bracket that closes it. */
function longer(edit: Edit | undefined, items: readonly string[]): Edit[] {
  if (!edit || items.length === 0) return []
  const quote = /^@?\(?\s*(['"])/.exec(edit.text)?.[1] ?? ''
  const body = edit.text.replace(/\s*\)$/, '')
  const close = edit.text.slice(body.length)
  const ways = [[quote, quote === '' ? ',' : ', '], ["'", ', ']] as const
  return ways.map(([q, comma]) => ({ ...edit, text: `${body}${items.map(item => `${comma}${q}${item}${q}`).join('')}${close}` }))
}
const more = (edit: Edit | undefined, tokens: readonly string[]): Edit[] => (edit && tokens.length > 0 ? [{ ...edit, text: edit.text + tokens.join('') }] : [])
function onlyNew(wide: AddressSet, narrow: AddressSet): string[] {
  const had = new Set(addressTexts(narrow))
  return addressTexts(wide).filter(address => !had.has(address))
}

function linesOf({ start, end, text }: Edit, { origin }: SourceFile): Fix | undefined {
  const place = origin.place(start, end)
  const was: string[] = []
  for (let line = place.line; line <= place.endLine; line++) was.push(origin.line(line) ?? '')
  const [first, last] = [was[0] ?? '', was.at(-1) ?? '']
  return { startLine: place.line, endLine: place.endLine, was, lines: `${first.slice(0, place.column - 1)}${text}${last.slice(place.endColumn - 1)}`.split(/\r\n|\r|\n/) }
}

/** A text with fixes carried out; of two for one line the first counts. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/)
  const taken = new Set<number>()
  for (const { startLine, was, lines: replacement } of fixes) {
    const numbers = was.map((_, i) => startLine - 1 + i)
    if (numbers.some(n => taken.has(n))) continue
    for (const n of numbers) taken.add(n)
    const end = /[\r\n]*$/.exec(lines[numbers.at(-1) ?? 0] ?? '')?.[0] ?? ''
    const inner = /[\r\n]*$/.exec(lines[0] ?? '')?.[0] || '\n'
    for (const n of numbers) lines[n] = ''
    lines[startLine - 1] = replacement.join(inner) + end
  }
  return lines.join('')
}
