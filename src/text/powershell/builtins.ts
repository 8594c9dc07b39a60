import type { Argument, Call, Handler } from './host.ts'
import { binary, joinPath } from './operators.ts'
import { describe, elements, Foreign, HashTable, isKnown, MAX_LIST, MAX_TEXT, ScriptBlock, single, textOfValue, truthOf, Unknown, type Value } from './values.ts'

/** Words about firewalls in a text that a script runs: worth a notice that we do not follow it. */
const FIREWALL = /netfirewall|advfirewall|firewallpolicy|hnetcfg/i

const silent: Handler = call => { call.script.arguments(call.node); return undefined }
const through: Handler = ({ input, script, node }) => {
  const args = script.arguments(node)
  return input ?? args.find(arg => arg.name === undefined || arg.name.toLowerCase() === 'inputobject')?.value
}

/** `ForEach-Object`: one run of the block for each item of a known list. */
const forEachObject: Handler = ({ input, script, node }) => {
  const args = script.arguments(node)
  const blocks = args.flatMap(arg => (arg.value instanceof ScriptBlock ? [{ name: (arg.name ?? '').toLowerCase(), block: arg.value }] : []))
  const named = (prefix: string): ScriptBlock | undefined => blocks.find(b => b.name !== '' && prefix.startsWith(b.name))?.block
  const loose = blocks.filter(b => b.name === '').map(b => b.block)
  const process = named('process') ?? named('parallel') ?? (loose.length > 1 ? loose[1] : loose[0])
  const begin = named('begin') ?? (loose.length > 1 ? loose[0] : undefined)
  const last = named('end') ?? loose[2]
  const list = input ?? args.find(arg => arg.name?.toLowerCase() === 'inputobject')?.value ?? null
  if (!process) { // ForEach-Object Name: a property of each
    const [first] = args
    const name = textOfValue(first?.value)
    return name !== undefined && isKnown(list) ? (elements(list) ?? []).map(item => (item instanceof HashTable ? item.get(name) ?? null : new Unknown(`$_.${name}`))) : script.unknown(node)
  }
  if (begin) script.invoke(begin.block, [])
  const items = isKnown(list) ? elements(list) : undefined
  const out = items ? script.each(items, process) : script.eachUnknown(list, process, node)
  if (last) script.invoke(last.block, [])
  return out
}
/** `Where-Object { … }` and `Where-Object Name -eq value` over a known list. */
const whereObject: Handler = ({ input, script, node }) => {
  const args = script.arguments(node)
  const block = args.find(arg => arg.value instanceof ScriptBlock)?.value
  const items = input !== undefined && isKnown(input) ? elements(input) : undefined
  const likely = input instanceof Unknown ? input.likely : undefined
  const found = !items ? undefined : block instanceof ScriptBlock ? script.filter(items, block) : whereProperty(items, args)
  return found ?? script.unknown(node, likely)
}
/** `Where-Object Port -gt 1024` over tables. */
function whereProperty(items: readonly Value[], args: readonly Argument[]): Value[] | undefined {
  const loose = args.filter(arg => arg.name === undefined || /^property$/i.test(arg.name))
  const test = args.find(arg => arg.name !== undefined && arg.hasValue && !/^(?:property|value|inputobject)$/i.test(arg.name))
  const name = textOfValue(loose[0]?.value)
  const operator = test?.name?.toLowerCase().replace(/^[ci](?=eq|ne|g[te]|l[te]|like|notlike|contains|in$)/, '') ?? 'eq'
  const wanted = test ? test.value : loose[1]?.value
  if (name === undefined || wanted === undefined) return undefined
  const out: Value[] = []
  for (const item of items) {
    if (!(item instanceof HashTable)) return undefined
    const truth = truthOf(binary(operator, item.get(name) ?? null, wanted, () => name))
    if (truth === undefined) return undefined
    if (truth) out.push(item)
  }
  return out
}
const selectObject: Handler = ({ input, script, node }) => {
  const args = script.arguments(node)
  const property = args.find(arg => arg.name !== undefined && 'expandproperty'.startsWith(arg.name.toLowerCase()))
  const count = (name: string): number | undefined => {
    const value = args.find(arg => arg.name?.toLowerCase() === name)?.value
    return value === undefined || typeof value === 'object' ? undefined : Number(value)
  }
  if (input === undefined || !isKnown(input)) return input instanceof Foreign && !property ? input : script.unknown(node, input instanceof Unknown ? input.likely : undefined)
  let items = elements(input) ?? []
  const name = textOfValue(property?.value)
  if (property && name !== undefined) items = items.map(item => (item instanceof HashTable ? item.get(name) ?? null : new Unknown(`$_.${name}`)))
  const skip = count('skip')
  const first = count('first')
  const last = count('last')
  if (skip !== undefined) items = items.slice(skip)
  if (first !== undefined) items = items.slice(0, first)
  return last === undefined ? items : items.slice(Math.max(0, items.length - last))
}
/** A job, a measurement or a session: the block runs, on another machine when one is named. */
const invokeCommand: Handler = ({ script, node, name }) => {
  const args = script.arguments(node)
  const block = args.find(arg => arg.value instanceof ScriptBlock)?.value
  const where = name === 'invoke-command' || name === 'icm'
    ? args.find(arg => arg.name !== undefined && /^(cn|comp\w*|session|vmname|hostname|connectionuri)$/i.test(arg.name))
      ?? args.find((arg, i) => i === 0 && arg.name === undefined && !(arg.value instanceof ScriptBlock))
    : undefined
  const given = args.find(arg => arg.name !== undefined && /^arg/i.test(arg.name))
  if (block instanceof ScriptBlock) {
    const values = given ? (isKnown(given.value) ? elements(given.value) ?? [] : [given.value]) : []
    const positional = values.map(value => ({ name: undefined, value, hasValue: true, isAttached: false, isSplatted: false, start: node.start, end: node.end, nameStart: node.start, parameter: undefined }))
    script.within(where && limitOf(where.value), () => { script.invoke(block.block, positional) })
  }
  return script.unknown(node)
}
/** `computer=NAME`; none for the machine itself. */
export function limitOf(computer: Value): string | undefined {
  const text = describe(computer)
  return /^(localhost|\.|127\.0\.0\.1|::1|\$env:computername)$/i.test(text) ? undefined : `computer=${text}`
}

const setVariable: Handler = ({ script, node }) => {
  const args = script.arguments(node)
  const byName = (name: string): Value | undefined => args.find(arg => arg.name !== undefined && name.startsWith(arg.name.toLowerCase()))?.value
  const loose = args.filter(arg => arg.name === undefined).map(arg => arg.value)
  const name = textOfValue(byName('name') ?? loose.shift())
  const value = byName('value') ?? loose.shift() ?? null
  if (name !== undefined) script.assign(name.toLowerCase(), value)
  return undefined
}
const setAlias: Handler = ({ script, node }) => {
  const args = script.arguments(node)
  const byName = (name: string): Value | undefined => args.find(arg => arg.name !== undefined && name.startsWith(arg.name.toLowerCase()))?.value
  const loose = args.filter(arg => arg.name === undefined).map(arg => arg.value)
  const name = textOfValue(byName('name') ?? loose.shift())
  const value = textOfValue(byName('value') ?? loose.shift())
  if (name !== undefined && value !== undefined) script.setAlias(name, value)
  return undefined
}
/** A text that is run as a script: followed where it is known, else told when it may be about firewalls. */
const invokeExpression: Handler = ({ script, node, input }) => {
  const argument = script.arguments(node).find(arg => arg.hasValue)
  const value = argument?.value ?? input
  const text = isKnown(value) ? textOfValue(value) : undefined
  const { start, end } = argument ?? node
  const found = text === undefined ? undefined : script.runText(text, start, end)
  if (found) return found.value
  // A variable holds what the script put together; what it downloads is its own affair.
  if (FIREWALL.test(text ?? describe(value)) || text === undefined && /^\$\w+$/.test(describe(value))) script.host.notice('Invoke-Expression runs a text as commands, which is not followed', node.start, node.end)
  return script.unknown(node)
}
/** `powershell -Command "…"` and `powershell { … }`: a shell of its own that does the same. */
const shell: Handler = ({ script, node, name }) => {
  const args = script.arguments(node)
  const at = args.findIndex(arg => arg.name !== undefined && /^c(?:o|om|omm\w*)?$/i.test(arg.name))
  const given = at < 0 ? args.filter(arg => arg.name === undefined) : args.slice(at)
  const [first] = given
  const block = given.find(arg => arg.value instanceof ScriptBlock)?.value
  if (block instanceof ScriptBlock) return single(script.invoke(block.block, []))
  const text = first?.hasValue === true && given.length === 1 && typeof first.value === 'string' ? first.value : undefined
  const found = first && text !== undefined && FIREWALL.test(text) ? script.runText(text, first.start, first.end) : undefined
  if (!found && given.some(arg => FIREWALL.test(describe(arg.value)))) script.host.notice(`What ${name} is told to run is not followed`, node.start, node.end)
  return found ? found.value : script.unknown(node)
}
const joinPathHandler: Handler = ({ script, node }) => {
  const args = script.arguments(node).filter(arg => arg.hasValue && !/^(resolve|credential)$/i.test(arg.name ?? ''))
  return joinPath(args.map(arg => arg.value)) ?? script.unknown(node)
}
const newObject: Handler = ({ script, node }) => {
  const args = script.arguments(node)
  const type = textOfValue(args.find(arg => arg.hasValue)?.value) ?? ''
  const properties = args.find(arg => arg.name !== undefined && 'property'.startsWith(arg.name.toLowerCase()))?.value
  if (/^(System\.Management\.Automation\.)?ps(custom)?object$/i.test(type) && properties instanceof HashTable) return properties
  if (/arraylist|generic\.list/i.test(type)) return []
  if (/hashtable|specialized\.ordereddictionary/i.test(type)) return new HashTable(script.level)
  return script.unknown(node)
}

/** A table written into the script: `@'…'@ | ConvertFrom-Csv`. */
const convertFromCsv: Handler = ({ script, node, input }) => {
  const args = script.arguments(node)
  const delimiter = args.find(arg => arg.name !== undefined && 'delimiter'.startsWith(arg.name.toLowerCase()))
  const sign = delimiter ? textOfValue(delimiter.value) ?? '' : ','
  const header = elements(args.find(arg => arg.name?.toLowerCase() === 'header')?.value)?.map(textOfValue)
  const parts = elements(input ?? args.find(arg => arg.name === undefined)?.value, true)?.map(textOfValue)
  if (!parts || parts.length === 0 || parts.includes(undefined) || sign.length !== 1) return script.unknown(node)
  const text = parts.join('\n')
  if (text.length > MAX_TEXT) return script.unknown(node)
  const rows = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '' && !line.startsWith('#TYPE')).map(line => cells(line, sign))
  const names = header && header.length > 0 ? header : rows.shift() ?? []
  return rows.slice(0, MAX_LIST).map(row => {
    const table = new HashTable(script.level)
    for (const [i, name] of names.entries()) if (name !== undefined) table.set(name.trim(), row[i] ?? null)
    return table
  })
}
function cells(line: string, sign: string): string[] {
  const out: string[] = []
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i)
    if (isQuoted && c === '"' && line.charAt(i + 1) === '"') { cell += c; i++ }
    else if (c === '"') isQuoted = !isQuoted
    else if (c === sign && !isQuoted) { out.push(cell); cell = '' }
    else cell += c
  }
  out.push(cell)
  return out
}
const convertFromJson: Handler = ({ script, node, input }) => {
  const parts = elements(input ?? script.arguments(node).find(arg => arg.hasValue)?.value, true)?.map(textOfValue)
  const text = !parts || parts.includes(undefined) ? undefined : parts.join('\n')
  if (text === undefined || text.length > MAX_TEXT) return script.unknown(node)
  try {
    return fromJson(JSON.parse(text), script.level, 0) ?? script.unknown(node)
  } catch {
    return script.unknown(node)
  }
}
function fromJson(value: unknown, level: number, depth: number): Value | undefined {
  if (depth > 30) return undefined
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.slice(0, MAX_LIST).map(item => fromJson(item, level, depth + 1) ?? null)
  const table = new HashTable(level)
  for (const [key, item] of Object.entries(value as object)) table.set(key, fromJson(item, level, depth + 1) ?? null)
  return table
}
/** What the host makes of a cmdlet of the language. */
const ofHost: Handler = (call: Call) => call.script.host.commands.get(call.name)?.(call)

/** The cmdlets of the language itself, by name and alias. A host may take `Where-Object` and its like over for its own objects. */
export const BUILTINS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...['foreach-object', '%', 'foreach'].map((name): [string, Handler] => [name, forEachObject]),
  ...['where-object', 'where', '?'].map((name): [string, Handler] => [name, whereObject]),
  ...['select-object', 'select'].map((name): [string, Handler] => [name, selectObject]),
  ...['sort-object', 'sort', 'tee-object', 'write-output', 'echo', 'get-unique'].map((name): [string, Handler] => [name, through]),
  ...['out-null', 'write-host', 'write-verbose', 'write-debug', 'write-warning', 'write-error', 'write-information', 'write-progress', 'out-host', 'out-file', 'set-strictmode', 'import-module', 'start-sleep']
    .map((name): [string, Handler] => [name, silent]),
  ...['invoke-command', 'icm', 'measure-command', 'start-job', 'start-threadjob', 'inlinescript', 'parallel', 'sequence'].map((name): [string, Handler] => [name, invokeCommand]),
  ...['set-variable', 'new-variable', 'sv', 'nv', 'set'].map((name): [string, Handler] => [name, setVariable]),
  ...['set-alias', 'new-alias', 'sal', 'nal'].map((name): [string, Handler] => [name, setAlias]),
  ...['invoke-expression', 'iex'].map((name): [string, Handler] => [name, invokeExpression]),
  ...['powershell', 'pwsh'].map((name): [string, Handler] => [name, shell]),
  ['join-path', joinPathHandler],
  ['new-object', call => ofHost(call) ?? newObject(call)],
  ['convertfrom-csv', convertFromCsv],
  ['convertfrom-json', convertFromJson],
])
