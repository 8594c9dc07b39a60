import { changedRule } from '../../model/rules.ts'
import type { Problem, Span } from '../../model/types.ts'
import { runBatch } from '../../text/batch/runner.ts'
import { words } from '../../text/batch/words.ts'
import { fixedText, plain } from '../../text/mapped.ts'
import type { Arg, Node } from '../../text/powershell/ast.ts'
import type { Call, Handler } from '../../text/powershell/host.ts'
import { describe, elements, isKnown, ScriptBlock, textOfValue, Unknown, type Value } from '../../text/powershell/values.ts'
import type { Word } from '../../text/word.ts'
import { FirewallHost } from './firewall-host.ts'
import { NetshSession } from './netsh-session.ts'
import { type RegistryData, RegistryPolicy } from './registry-policy.ts'
import { looksLikeRuleString, parseRuleString } from './rule-string.ts'
import { LOCAL, type Target } from './script-state.ts'

/** A host that also knows programs and the registry: netsh, cmd, reg, and the item cmdlets. */
export class ScriptHost extends FirewallHost {
  readonly #problems: Problem[] = []
  #netsh: NetshSession | undefined
  #registry: RegistryPolicy | undefined

  get netsh(): NetshSession { return (this.#netsh ??= new NetshSession(this, this.spanOf)) }
  get registry(): RegistryPolicy { return (this.#registry ??= new RegistryPolicy(this.#problems)) }
  /** What the registry writes amount to. */
  registryParts(): ReturnType<RegistryPolicy['parts']> {
    const parts = this.#registry?.parts() ?? []
    for (const problem of this.#problems) this.problem(problem)
    return parts
  }
}
const handled = (handler: (host: ScriptHost, call: Call) => Value | undefined): Handler => call => handler(call.script.host as ScriptHost, call)

const limitText = (limits: readonly string[]): string | undefined => (limits.length === 0 ? undefined : limits.map(limit => limit.replace(/^condition=/, '')).join(' and '))

/** The arguments of a program as it gets them. */
function wordsOf(call: Call): Word[] {
  const list = rawWords(call)
  return list.some(item => item.text.includes('"')) ? unquoted(list) : list
}
/** The arguments as PowerShell makes them: lists joined by commas, tables and switches as written. */
function rawWords({ node, script }: Call): Word[] {
  const list: Word[] = []
  for (const [i, arg] of node.args.entries()) {
    const previous = node.args[i - 1]
    if (previous && arg.value && script.text.slice(previous.start, arg.start).trimEnd() === '--%') continue
    list.push(...wordOf(arg, script.text, value => script.value(value)))
  }
  return list
}
/** Quotes that an argument still holds are those of the command line: they keep blanks together, and the program does not see them. */
function unquoted(list: readonly Word[]): Word[] {
  const out: Word[] = []
  let open: Word | undefined
  for (const item of list) {
    const whole: Word = open ? { ...open, text: `${open.text} ${item.text}`, end: item.end, ...(item.unresolved ? { unresolved: true } : {}) } : item
    const text = whole.text.replace(/\\"/g, '\0')
    if ((text.split('"').length - 1) % 2 === 1) { open = whole; continue }
    open = undefined
    out.push({ ...whole, text: text.replaceAll('"', '').replaceAll('\0', '"') })
  }
  if (open) out.push({ ...open, text: open.text.replaceAll('"', '') })
  return out
}
function wordOf(arg: Arg, text: string, valueOf: (node: Node) => Value): Word[] {
  if (text.startsWith('--%', arg.start) && arg.value) return words(plain(text.slice(arg.value.start, arg.value.end), arg.value.start), 0)
  const own: Word[] = []
  if (arg.name !== undefined) {
    const name = `-${arg.name}`
    if (!arg.value) return [{ text: name, start: arg.start, end: arg.end }]
    if (arg.attached) return [{ text: `${name}:${describe(valueOf(arg.value))}`, start: arg.start, end: arg.end }]
    own.push({ text: name, start: arg.start, end: arg.start + name.length })
  }
  if (!arg.value) return own
  const { start, end } = arg.value
  const value = valueOf(arg.value)
  // `netsh @arguments`: a list gives one word for each item.
  if (arg.splat || arg.value.kind === 'variable' && Array.isArray(value)) {
    for (const item of elements(value) ?? []) own.push(word(item, start, end, text))
    return own
  }
  return [...own, word(value, start, end, text)]
}
function word(value: Value, start: number, end: number, text: string): Word {
  const said = Array.isArray(value) ? (value as readonly Value[]).map(describe).join(',') : isKnown(value) ? textOfValue(value) ?? describe(value) : describe(value)
  const isOpen = Array.isArray(value) ? (value as readonly Value[]).some(item => !isKnown(item)) : !isKnown(value)
  const equals = text.slice(start, Math.min(end, start + 200)).indexOf('=')
  return { text: said, start, end, value: said.includes('=') ? (equals < 0 ? start : start + equals + 1) : undefined, ...(isOpen ? { unresolved: true } : {}) }
}

function netsh(host: ScriptHost, call: Call): Value | undefined {
  const { node, script } = call
  const list = wordsOf(call)
  const code = host.netsh.call({ words: list, start: node.start, end: node.end, condition: limitText(script.limits) })
  // A script that asks whether its rule is there has not run on this machine yet, so netsh finds none and gives 1.
  const isQuestion = list.some(({ text }) => /^show$/i.test(text)) && list.some(({ text }) => /^rule$/i.test(text))
  script.assign('lastexitcode', code ?? new Unknown('$LASTEXITCODE', isQuestion ? true : undefined))
  return script.unknown(node)
}
const PROGRAMS = new Set(['netsh', 'reg'])
/** A line for cmd.exe: every place in it is the place of the argument that holds it. */
function batch(host: ScriptHost, call: Call, line: string, start: number, end: number): void {
  const own = limitText(call.script.limits)
  runBatch(line, {
    programs: PROGRAMS,
    command: ({ words: list, condition }) => {
      const placed = list.map(({ text, value }): Word => ({ text, start, end, value: value === undefined ? undefined : start }))
      const both = [own, condition].filter(text => text !== undefined).join(' and ')
      runProgram(host, placed, call.node.start, call.node.end, both === '' ? undefined : both)
    },
    problem: (code, message) => host.problem({ code, message, source: host.spanOf(start, end) }),
  })
}
/** One program with its arguments: netsh or reg. */
export function runProgram(host: ScriptHost, list: readonly Word[], start: number, end: number, condition: string | undefined): void {
  const [program, ...rest] = list
  const name = (program?.text ?? '').toLowerCase().replace(/^.*[\\/]/, '').replace(/\.exe$/, '')
  if (name === 'netsh') host.netsh.call({ words: rest, start, end, condition })
  else if (name === 'reg') reg(host, rest, host.spanOf(start, end), condition)
}

/** `cmd /c "netsh …"`. */
function cmd(host: ScriptHost, call: Call): Value | undefined {
  const list = rawWords(call)
  const at = list.findIndex(item => /^\/[ck]/i.test(item.text))
  const rest = list.slice(at + 1)
  const [first] = rest
  const last = rest.at(-1)
  if (at >= 0 && first && last && /netsh|reg/i.test(rest.map(item => item.text).join(' '))) {
    if (rest.length === 1) batch(host, call, first.text, first.start, first.end)
    else runProgram(host, unquoted(rest), call.node.start, call.node.end, limitText(call.script.limits))
  }
  return call.script.unknown(call.node)
}
/** `Start-Process netsh -ArgumentList '…'`. */
function startProcess(host: ScriptHost, call: Call): Value | undefined {
  const { node, script } = call
  const args = script.arguments(node)
  const named = (pattern: RegExp): Value | undefined => args.find(arg => arg.name !== undefined && pattern.test(arg.name))?.value
  const loose = args.filter(arg => arg.name === undefined)
  const program = textOfValue(named(/^(f\w*|path)$/i) ?? loose.shift()?.value)?.toLowerCase().replace(/^.*[\\/]/, '').replace(/\.exe$/, '')
  if (program !== 'netsh' && program !== 'reg' && program !== 'cmd') return script.unknown(node)
  const given = args.find(arg => arg.name !== undefined && /^arg/i.test(arg.name)) ?? loose[0]
  const texts = given ? elements(given.value, true)?.map(item => textOfValue(item) ?? describe(item)) : []
  const line = (texts ?? [describe(given?.value)]).join(' ')
  const start = given ? given.start : node.start
  const end = given ? given.end : node.end
  if (program === 'cmd') batch(host, call, line.replace(/^\s*\/[ck]\s*/i, ''), start, end)
  else {
    const list = words(fixedText(line, start, end), 0).map((item): Word => ({ ...item, ...(given && !isKnown(given.value) ? { unresolved: true } : {}) }))
    runProgram(host, [{ text: program, start: node.start, end: node.end }, ...list], node.start, node.end, limitText(script.limits))
  }
  return script.unknown(node)
}

/** `reg add KEY /v NAME /t TYPE /d DATA`, `reg delete`, `reg import` of another file. */
function reg(host: ScriptHost, list: readonly Word[], source: Span, condition: string | undefined): void {
  const [verb, key] = list.map(item => item.text)
  if (verb === undefined || key === undefined) return
  const option = (name: string): Word | undefined => {
    const at = list.findIndex(item => item.text.toLowerCase() === name)
    return at < 0 ? undefined : list[at + 1]
  }
  const name = option('/v')?.text
  const data = option('/d')
  if (/^add$/i.test(verb)) {
    if (name === undefined) return
    store(host, key, name, { text: data?.text ?? '', type: option('/t')?.text ?? 'REG_SZ', isOpen: data?.unresolved === true }, data ? host.spanOf(data.start, data.end) : source, source, condition)
  } else if (/^delete$/i.test(verb)) remove(host, key, name, list.some(item => /^\/va$/i.test(item.text)), source, condition)
}

/** The value a script writes, when it is ours. */
function store(
  host: ScriptHost, path: string, name: string, data: { readonly text: string; readonly type: string; readonly isOpen: boolean }, place: Span, source: Span, condition: string | undefined,
): void {
  const key = host.registry.key(keyPath(path))
  if (!key) return
  if (data.isOpen) {
    host.problem({ code: 'requirement-unverifiable', message: `The registry value ${name} is ${data.text}, which this file does not decide.`, source: place })
    return
  }
  const isNumber = /dword/i.test(data.type) || (/^$|unknown/i.test(data.type) && /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(data.text))
  if (condition !== undefined) {
    if (key.tail === 'firewallrules' && looksLikeRuleString(data.text)) {
      const problems: Problem[] = []
      const rule = parseRuleString(data.text, name, source, () => place, problems)
      const target: Target = key.store === 'local' ? LOCAL : { store: key.store }
      for (const problem of problems) host.problem(problem)
      if (rule) host.rule(changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition}`] }), target)
    } else if (key.tail === 'firewallrules' || /profile/.test(key.tail)) {
      host.problem({ code: 'requirement-unverifiable', message: `The registry value ${name} is written only when: ${condition}.`, source })
    }
    return
  }
  const value: RegistryData = isNumber ? { number: Number(data.text), source } : { text: data.text, source, at: () => place }
  host.registry.set(key, name, value)
}
function remove(host: ScriptHost, path: string, name: string | undefined, isAll: boolean, source: Span, condition: string | undefined): void {
  const full = keyPath(path)
  const key = host.registry.key(full)
  if (condition !== undefined) {
    if (key) host.problem({ code: 'requirement-unverifiable', message: `Firewall values are deleted from the registry only when: ${condition}.`, source })
  } else if (name === undefined && !isAll) host.registry.deleteKey(full, source)
  else if (key && isAll) host.registry.deleteValues(key, source)
  else if (key && name !== undefined) host.registry.deleteValue(key, name, source)
}
/** `HKLM:\…` and `Registry::HKEY_LOCAL_MACHINE\…` as registry paths. */
const keyPath = (path: string): string => path.replace(/^(?:Microsoft\.PowerShell\.Core\\)?Registry::/i, '').replace(/^(HK\w+):\\?/i, '$1\\').replaceAll('/', '\\')

/** Set-, New- and Remove-ItemProperty, New- and Remove-Item under the firewall's registry keys. */
const itemCommand = (kind: 'set' | 'remove' | 'create' | 'delete'): Handler => handled((host, { node, script, input }) => {
  const args = script.arguments(node)
  const taken = new Set<unknown>()
  const named = (pattern: RegExp): { value: Value; start: number; end: number } | undefined => args.find(arg => arg.hasValue && arg.name !== undefined && pattern.test(arg.name) && taken.add(arg))
  const path = named(/^(path|literalpath|pspath)$/i)
  const name = named(/^n\w*$/i)
  const value = named(/^(v|va\w*)$/i)
  const type = named(/^(t\w*|propertytype)$/i)
  const loose = args.filter(arg => arg.name === undefined && arg.hasValue)
  const where = textOfValue((path ?? (input === undefined ? loose.shift() : undefined))?.value)
  if (where === undefined || !host.registry.key(keyPath(where)) && kind !== 'delete') return script.unknown(node)
  const source = host.spanOf(node.start, node.end)
  const condition = limitText(script.limits)
  if (kind === 'create') { const key = host.registry.key(keyPath(where)); if (key && condition === undefined) host.registry.create(key); return undefined }
  if (kind === 'delete') { if (/registry|hk(lm|ey)/i.test(where)) remove(host, where, undefined, false, source, condition); return undefined }
  const names = elements((name ?? loose.shift())?.value) ?? []
  const data = value ?? loose.shift()
  for (const item of names) {
    const text = textOfValue(item)
    if (text === undefined) {
      host.notice(`A registry value is written whose name ${describe(item)} this file does not decide`, node.start, node.end)
      continue
    }
    if (kind === 'remove') remove(host, where, text, false, source, condition)
    else if (data) {
      const written = isKnown(data.value) ? textOfValue(data.value) : undefined
      const isNumber = typeof data.value === 'number'
      store(host, where, text, { text: written ?? describe(data.value), type: type ? describe(type.value) : isNumber ? 'DWord' : '', isOpen: written === undefined }, host.spanOf(data.start, data.end), source, condition)
    }
  }
  return undefined
})
/** `Test-Path` on a firewall key: scripts ask before they make it. */
const testPath = handled((host, { node, script }) => {
  const path = script.arguments(node).find(arg => arg.hasValue)?.value
  const text = textOfValue(path)
  return script.unknown(node, text !== undefined && host.registry.key(keyPath(text)) ? false : undefined)
})

/** `netsh advfirewall firewall show rule … | Select-String`: on a machine that the script has not run on yet there is no such rule. */
const findRule: Handler = ({ input, script, node }) => {
  for (const arg of script.arguments(node)) if (arg.value instanceof ScriptBlock) return script.unknown(node)
  return script.unknown(node, input instanceof Unknown && /\bnetsh\b.*\bshow\b.*\brule\b/i.test(input.text) ? false : undefined)
}

/** Programs and registry cmdlets by name in lower case. */
export const NATIVE: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['netsh', handled(netsh)],
  ['cmd', handled(cmd)],
  ['reg', handled((host, call) => { reg(host, wordsOf(call), host.spanOf(call.node.start, call.node.end), limitText(call.script.limits)); return call.script.unknown(call.node) })],
  ...['start-process', 'start', 'saps'].map((name): [string, Handler] => [name, handled(startProcess)]),
  ...['set-itemproperty', 'sp', 'new-itemproperty'].map((name): [string, Handler] => [name, itemCommand('set')]),
  ...['remove-itemproperty', 'rp'].map((name): [string, Handler] => [name, itemCommand('remove')]),
  ...['new-item', 'ni'].map((name): [string, Handler] => [name, itemCommand('create')]),
  ...['remove-item', 'ri', 'rm', 'del'].map((name): [string, Handler] => [name, itemCommand('delete')]),
  ['test-path', testPath],
  ['select-string', findRule],
  ['findstr', findRule],
])
