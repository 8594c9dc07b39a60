import type { Format, SourceFile } from '../model/stages.ts'
import type { PolicyFile, Problem, Span } from '../model/types.ts'
import { type RegistryData, RegistryPolicy } from './shared/registry-policy.ts'
import { writeIds, writeRuleString } from './shared/rule-string-writer.ts'

const ACTION = /^(?:(?:DWORD|QWORD|SZ|EXSZ|MULTISZ|BINARY):|(?:DELETE|DELETEALLVALUES|DELETEKEYS|CREATEKEY|CLEAR)[ \t]*$)/
const RULES = 'Software\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules'

/** The text form that `LGPO.exe /parse` makes of a registry.pol and `/t` applies: four lines for each value. */
export const lgpoText: Format = {
  id: 'lgpo-text',
  title: 'LGPO text',
  store: 'group-policy',
  names: [/\.(?:lgpo|policytext)$/],
  recognises: file => beginsWithEntry(file.head),
  parse(file) {
    const problems: Problem[] = []
    return { path: file.path, format: lgpoText.id, parts: read(file, problems), problems }
  },
  ruleWriter: () => ({ rule: rule => entry(writeIds([rule])[0] as string, writeRuleString(rule)) }),
  write(rules) {
    const ids = writeIds(rules)
    return `${rules.map((rule, i) => `${entry(ids[i] as string, writeRuleString(rule))}\r\n`).join('\r\n')}`
  },
}
/** Text is written with doubled backslashes: the tool takes `\0` for the end of a text and leaves most others alone. */
const entry = (id: string, rule: string): string => ['Computer', RULES, id, `SZ:${rule.replaceAll('\\', '\\\\')}`].join('\r\n')

/** Whether the first line that is no comment begins an entry, which key, name and action follow. */
function beginsWithEntry(head: string): boolean {
  if (!/^[;\s]*(?:computer|user)/i.test(head) && !head.trimStart().startsWith(';')) return false
  const lines: string[] = []
  for (const { start, end } of linesOf(head)) {
    const line = head.slice(start, end)
    if (line.trim() === '' || (lines.length === 0 && line.startsWith(';'))) continue
    if (lines.length === 0 && !isHead(line)) return false
    if (lines.push(line) === 4) break
  }
  return lines[1]?.includes('\\') === true && ACTION.test(lines[3] ?? '')
}
const isHead = (line: string): boolean => /^(?:computer|user(?::.*)?)$/i.test(line.trim())

interface Line { readonly start: number; readonly end: number }

function read(file: SourceFile, problems: Problem[]): PolicyFile['parts'] {
  const { text } = file
  const policy = new RegistryPolicy(problems)
  const lines = linesOf(text)
  let next = lines.next()
  /** Redirection in old shells doubles every line end, so empty lines inside an entry are passed over. */
  const take = (): Line | undefined => {
    while (!next.done) {
      const line = next.value
      next = lines.next()
      if (/\S/.test(text.slice(line.start, Math.min(line.end, line.start + 200)))) return line
    }
    return undefined
  }
  let isLost = false
  for (let head = take(); head; head = take()) {
    if (text[head.start] === ';') continue
    const word = text.slice(head.start, head.end).trim().toLowerCase()
    if (!isHead(word)) {
      if (!isLost) problems.push(report(file, head, 'An entry begins with "Computer" or "User"; lines are passed over until the next one'))
      isLost = true
      continue
    }
    isLost = false
    const [key, name, action] = [take(), take(), take()]
    if (!key || !name || !action) {
      problems.push(report(file, head, 'The last entry is not complete: key, name and action must follow'))
      break
    }
    if (word === 'computer') apply(policy, file, key, name, action, problems)
  }
  return policy.parts()
}

function apply(policy: RegistryPolicy, file: SourceFile, keyLine: Line, nameLine: Line, actionLine: Line, problems: Problem[]): void {
  const path = file.text.slice(keyLine.start, keyLine.end).trim()
  const name = file.text.slice(nameLine.start, nameLine.end)
  const action = file.text.slice(actionLine.start, actionLine.end)
  const source: Span = file.span(actionLine.start, actionLine.end, `${path}\\${name}`)
  const key = policy.key(path)
  const word = action.trim()
  if (word === 'DELETEKEYS') { for (const sub of name.split(';')) if (sub !== '') policy.deleteKey(`${path}\\${sub}`, source); return }
  if (!key) return
  if (word === 'DELETE') policy.deleteValue(key, name, source)
  else if (word === 'DELETEALLVALUES') policy.deleteValues(key, source)
  else if (word === 'CREATEKEY') policy.create(key)
  else if (word === 'CLEAR') policy.clearValue(key, name)
  else {
    const data = dataOf(file, actionLine, action, source)
    if (typeof data === 'string') problems.push(report(file, actionLine, data))
    else policy.set(key, name, data)
  }
}

/** What an action line sets, or what is wrong with it. */
function dataOf(file: SourceFile, line: Line, action: string, source: Span): RegistryData | string {
  const colon = action.indexOf(':')
  const type = colon < 0 ? action : action.slice(0, colon)
  const value = action.slice(colon + 1)
  switch (type) {
    case 'SZ': case 'EXSZ': {
      const start = line.start + colon + 1
      return { text: value.includes('\\') ? value.replace(/\\([\\0])/g, unescaped) : value, source, at: index => placeIn(file, start, line.end, index) }
    }
    case 'DWORD': {
      const number = /^\s*(?:-?\d{1,10}|0x[0-9a-f]{1,8})\s*$/i.test(value) ? Number(value) : Number.NaN
      return Number.isNaN(number) ? `"${value}" is no number for a DWORD` : { number: number >>> 0, source }
    }
    case 'QWORD': case 'MULTISZ': case 'BINARY': return { source }
    default: return `"${action.slice(0, 80)}" is no action that LGPO knows (SZ, DWORD, DELETE …, in capitals)`
  }
}
const unescaped = (_: string, char: string): string => (char === '0' ? '\0' : '\\')
/** Each `\\` and `\0` is two characters of the line and one of the text. */
function placeIn(file: SourceFile, start: number, end: number, index: number): Span {
  let at = start
  for (let i = 0; i < index && at < end; i++) {
    const next = file.text[at + 1]
    at += file.text[at] === '\\' && (next === '\\' || next === '0') ? 2 : 1
  }
  return file.span(at, at)
}

function report(file: SourceFile, { start, end }: Line, message: string): Problem {
  return { code: 'rule-malformed', message: `${message}.`, source: file.span(start, end) }
}
function* linesOf(text: string): Generator<Line, undefined> {
  const END = /\r\n|\r|\n/g
  let start = 0
  for (let end = END.exec(text); end; end = END.exec(text)) {
    yield { start, end: end.index }
    start = END.lastIndex
  }
  yield { start, end: text.length }
  return undefined
}
