import { ANY_ADDRESSES, addressSet, isAnyAddress, parseAddresses } from '../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePorts, portSet } from '../model/ports.ts'
import { ALL_PROFILES, DOMAIN, makeRule, parseIcmp, parseProtocol, PRIVATE, profileBit, PROFILES, PUBLIC } from '../model/rules.ts'
import type { Format, ParseOptions, SourceFile } from '../model/stages.ts'
import { type InterfaceType, PART_NAMES, type PartName, type PolicyFile, type ProfileSet, type Rule, type Span } from '../model/types.ts'
import { decode, prepareCodePage } from '../text/decoding.ts'
import { embeddedFile } from '../text/embedded.ts'
import { plain } from '../text/mapped.ts'
import { lineStarts } from '../text/lines.ts'
import { DUMP_FIELDS, DUMP_VALUES, type DumpField, type DumpValue, NETSH_LABELS, type NetshLabels } from './data/netsh-labels.ts'
import { leftOutPackage } from './shared/package-rule.ts'
import { LOCAL, ScriptState, type Target } from './shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_PORTS } from './shared/tool-keywords.ts'

const DASHES = '\n----------------------------------------'
/** A label with its value directly above dashes; the colon may be one of a code page that nobody has decoded yet. */
const RULE = /^[^\s-][^\r\n]{0,80}?(?:[:：]|[^\x00-\x7f])[ \u3000]{2,}\S[^\r\n]*\r?\n-{40,}[ \t]*\r?$/m
/** The heading of a profile, dashes, and a state: `show allprofiles`. */
const PROFILE = /^[^\s-][^\r\n]{2,80}\r?\n-{40,}[ \t]*\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}\S[^\r\n]{0,80}\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}[^\s,]{1,60},[^\s,]{1,60}[ \t]*\r?$/m

/** OEM and ANSI code pages of the languages of Windows, the ones that are surest to fail on foreign text first. */
const CODE_PAGES = ['cp949', 'cp932', 'cp936', 'cp950', 'cp850', 'cp437', 'cp852', 'cp866', 'windows-1252', 'windows-1251', 'windows-1250'] as const

/** `netsh advfirewall firewall show rule name=all` and `show allprofiles`, in any language. */
export const netshDump: Format = {
  id: 'netsh-dump',
  title: 'netsh advfirewall dump',
  store: 'local',
  exported: true,
  names: [],
  prepare: async () => { await Promise.all(CODE_PAGES.map(prepareCodePage)) },
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
    if (cut(head.text)?.value) readRule(block, words, state, readable)
    else readProfile(block, words, state, readable)
    at = end - 1
  }
  return { path: file.path, format: netshDump.id, parts: state.parts(), problems: state.problems }
}

interface Line { readonly text: string; readonly start: number }
function linesOf(text: string): Line[] {
  const starts = lineStarts(text)
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, ''), start }))
}
const isDashes = (text: string | undefined): boolean => text !== undefined && text.startsWith('--------------------') && /^-+\s*$/.test(text)

// ---- languages -------------------------------------------------------------------------------------------------------------------

/** Labels and values of all languages in one table each: what two languages share means the same in both. */
class Words {
  readonly #labels = new Map<string, DumpField>()
  readonly #values = new Map<string, Set<DumpValue>>()

  constructor(tables: readonly NetshLabels[]) {
    for (const { labels, values } of tables) {
      for (const field of DUMP_FIELDS) for (const text of labels[field] ?? []) this.#labels.set(keyOf(text), field)
      for (const value of DUMP_VALUES) {
        for (const text of values[value] ?? []) {
          const key = keyOf(text)
          const set = this.#values.get(key)
          if (set) set.add(value)
          else this.#values.set(key, new Set([value]))
        }
      }
    }
  }
  label(text: string): DumpField | undefined { return this.#labels.get(keyOf(text)) }
  is(text: string, value: DumpValue): boolean { return this.#values.get(keyOf(text))?.has(value) ?? false }
  knows(text: string): boolean { return this.#values.has(keyOf(text)) }
  /** The first of these meanings that the text has. */
  oneOf<V extends DumpValue>(text: string, values: readonly V[]): V | undefined {
    const set = this.#values.get(keyOf(text))
    return set && values.find(value => set.has(value))
  }
}
const keyOf = (text: string): string => text.replace(/[\s\u3000\u00a0:：'’-]+/g, '').toLowerCase()

/** Tables of the config: `{ labels: { name: "…" }, values: { yes: "…" } }`, one text or several; whatever else stands there is passed over. */
function userTables(labels: ReadonlyMap<string, unknown> | undefined): NetshLabels[] {
  return [...(labels?.values() ?? [])].map(table => {
    const part = (name: string): Record<string, readonly string[]> => {
      const inner = isObject(table) ? table[name] : undefined
      const from = isObject(inner) ? inner : name === 'labels' && isObject(table) ? table : {}
      return Object.fromEntries(Object.entries(from).flatMap(([key, value]) => {
        const texts = (Array.isArray(value) ? value : [value]).filter(text => typeof text === 'string')
        return texts.length > 0 ? [[key, texts as string[]]] : []
      }))
    }
    return { labels: part('labels'), values: part('values') }
  })
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The code pages of a console in each language, OEM before ANSI; other languages are tried in any order. */
const PAGES_OF: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['ko', ['cp949']], ['ja', ['cp932']], ['zh-CN', ['cp936']], ['zh-TW', ['cp950']], ['ru', ['cp866', 'windows-1251']], ['en', ['cp437', 'windows-1252']],
  ...['de', 'fr', 'es', 'it', 'pt'].map(language => [language, ['cp850', 'windows-1252']] as const),
])

/** The file under the code page that makes most of its labels and values known ones; as it is where it is Unicode, or none does. */
function decoded(file: SourceFile, words: Words): SourceFile {
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
  const { text } = decode(file.bytes, best.page)
  return { ...embeddedFile(file, file.name, plain(text, 0)), origin: originOf(file.path, text), span: spanOf(originOf(file.path, text)) }
}
const spanOf = (origin: SourceFile['origin']): SourceFile['span'] => (start, end, key) => ({ origin, start, end, key })

/** How many labels and values of the first lines are words of a table. */
function knownWords(text: string, words: Words): number {
  let known = 0
  for (const { text: line } of linesOf(text.slice(0, 8192))) {
    const pair = cut(line) ?? cutBlank(line)
    if (!pair) continue
    if (words.label(pair.label) || words.knows(pair.label)) known++
    for (const value of pair.value.split(/[,;]/)) if (words.knows(value)) known++
  }
  return known
}
function originOf(path: string, text: string): SourceFile['origin'] {
  const starts = lineStarts(text)
  const position = (offset: number): readonly [line: number, column: number] => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return [low + 1, offset - (starts[low] as number) + 1]
  }
  return {
    path,
    place(start, end, key) {
      const [line, column] = position(start)
      const [endLine, endColumn] = position(Math.max(start, end))
      const place = { path, line, column, endLine, endColumn }
      return key === undefined ? place : { ...place, key }
    },
    line(number) {
      const start = starts[number - 1]
      return start === undefined ? undefined : text.slice(start, starts[number]).replace(/[\r\n]+$/, '')
    },
  }
}

/** `Label:   value`, cut at the first colon of either width; undefined where there is none. */
function cut(line: string): { label: string; value: string; at: number } | undefined {
  const colon = /^([^\s:：][^:：]{0,60}?)[ \u3000]*[:：][ \u3000]*(.*)$/.exec(line)
  if (!colon) return undefined
  const value = (colon[2] as string).trimEnd()
  return { label: colon[1] as string, value, at: line.length - (colon[2] as string).length }
}
/** `Label          value`, as profiles have it: no colon, two blanks or more. */
function cutBlank(line: string): { label: string; value: string; at: number } | undefined {
  const blanks = /^(\S(?:[ \u3000]?\S){0,60})[ \t\u3000]{2,}(\S.*)$/.exec(line)
  return blanks ? { label: blanks[1] as string, value: (blanks[2] as string).trimEnd(), at: line.length - (blanks[2] as string).length } : undefined
}

// ---- rules -----------------------------------------------------------------------------------------------------------------------

interface Said { readonly value: string; readonly start: number; readonly end: number; readonly more: readonly string[] }

function readRule(block: readonly Line[], words: Words, state: ScriptState, file: SourceFile): void {
  const [head, , ...rest] = block as [Line, Line, ...Line[]]
  const raw: (Said & { label: string; more: string[] })[] = []
  for (const line of [head, ...rest]) {
    const last = raw.at(-1)
    const pair = /^[ \t\u3000]{20,}/.test(line.text) ? undefined : cut(line.text)
    if (pair) raw.push({ label: pair.label, value: pair.value, start: line.start + pair.at, end: line.start + pair.at + pair.value.length, more: [] })
    else if (last && line.text.trim() !== '') last.more.push(line.text.trim())
  }
  const { said, unplaced } = assign(raw, words)
  const first = raw[0] as Said
  const source = file.span(head.start, Math.max(...raw.map(({ end }) => end)))
  const unmodelled = unplaced.filter(({ value }) => value !== '' && !words.is(value, 'any') && !words.is(value, 'notRequired')).map(({ label, value }) => `${label}=${value}`)
  if (unplaced.length === 0 && !VERBOSE_FIELDS.some(field => said.has(field))) unmodelled.push('program and service=not in this dump')
  state.rule(ruleOf(said, first, source, unmodelled, words, state, file), targetOf(said, words))
}

/** Lines that only `verbose` prints. It prints the last three of these for every rule, also where they say "any". */
const VERBOSE_FIELDS: readonly DumpField[] = ['program', 'service', 'remoteComputerGroup', 'remoteUserGroup', 'interfaceTypes', 'security', 'source']

interface Labelled extends Said { readonly label: string }
interface Assigned {
  readonly said: ReadonlyMap<DumpField, Said>
  /** Lines about what the rule matches, of which neither label nor order says what they are. */
  readonly unplaced: readonly Labelled[]
}
/** Fields by their labels; labels that no table has, by their place in the order between the known ones. */
function assign(raw: readonly Labelled[], words: Words): Assigned {
  const fields: (DumpField | undefined)[] = raw.map(({ label }, index) => (index === 0 ? 'name' : words.label(label)))
  const taken = new Set(fields)
  // Between two known neighbours exactly as many fields are free as labels are unknown: then the order says which.
  for (let from = 0; from < fields.length; from++) {
    if (fields[from] !== undefined) continue
    let to = from
    while (to < fields.length && fields[to] === undefined) to++
    const low = DUMP_FIELDS.indexOf(fields[from - 1] as DumpField)
    const high = to < fields.length ? DUMP_FIELDS.indexOf(fields[to] as DumpField) : DUMP_FIELDS.length
    const free = DUMP_FIELDS.slice(low + 1, high).filter(field => !taken.has(field))
    if (free.length === to - from) free.forEach((field, i) => { fields[from + i] = field })
    from = to
  }
  if (fields.includes(undefined)) byOrder(fields, raw)
  const said = new Map<DumpField, Said>()
  raw.forEach((entry, index) => {
    const field = fields[index]
    if (field !== undefined && !said.has(field)) said.set(field, entry)
  })
  // Above "enabled" stands the description, whose lines may look like any others.
  const from = Math.max(fields.indexOf('enabled'), 0)
  return { said, unplaced: raw.filter((_, index) => index > from && fields[index] === undefined) }
}

/**
 * Labels that no table has: four lines about the rule, two of addresses, the protocol, ports where TCP or UDP has them, edge traversal. What
 * `verbose` adds ends with the interface types, security and source, unless a rule for groups of computers or users has lines between these.
 */
function byOrder(fields: (DumpField | undefined)[], raw: readonly Said[]): void {
  const known = fields.indexOf('protocol')
  const protocolAt = known >= 0 ? known : raw.findIndex(({ value }, index) => index >= 6 && /^(?:tcp|udp|icmpv[46]|igmp|gre|ipv6|\d{1,3})$/i.test(value))
  if (protocolAt < 0) return
  const put = (index: number, field: DumpField): void => {
    if (index > 0 && index < fields.length && fields[index] === undefined && !fields.includes(field)) fields[index] = field
  }
  const order: readonly DumpField[] = ['enabled', 'direction', 'profiles', 'grouping', 'localIp', 'remoteIp']
  order.forEach((field, i) => put(protocolAt - order.length + i, field))
  put(protocolAt, 'protocol')
  let next = protocolAt + 1
  if (/^(?:tcp|udp)$/i.test(raw[protocolAt]?.value ?? '')) { put(next++, 'localPort'); put(next++, 'remotePort') }
  put(next++, 'edge')
  const last = raw.length - 1
  const added: readonly DumpField[] | undefined = PROGRAM.test(raw[next]?.value ?? '') ? ADDED.get(last - next) : last - next === 3 ? ADDED.get(3) : undefined
  added?.forEach((field, i) => put(next + i, field))
  put(last, 'action')
}

const PROGRAM = /[\\/]|\.exe$|^System$/i
/** What `verbose` adds, by the number of lines: those for a program and its service are printed where the rule has them. */
const ADDED: ReadonlyMap<number, readonly DumpField[]> = new Map([
  [3, ['interfaceTypes', 'security', 'source']], [4, ['program', 'interfaceTypes', 'security', 'source']], [5, ['program', 'service', 'interfaceTypes', 'security', 'source']],
])

function targetOf(said: ReadonlyMap<DumpField, Said>, words: Words): Target {
  const source = said.get('source')?.value
  return source !== undefined && words.is(source, 'groupPolicy') ? GROUP_POLICY : LOCAL
}
const GROUP_POLICY: Target = { store: 'group-policy' }

const PART_OF: ReadonlyMap<DumpField, PartName> = new Map([
  ['name', 'name'], ['grouping', 'group'], ['direction', 'direction'], ['action', 'action'], ['enabled', 'enabled'], ['protocol', 'protocol'],
  ['localPort', 'localPorts'], ['remotePort', 'remotePorts'], ['profiles', 'profiles'], ['localIp', 'localAddresses'], ['remoteIp', 'remoteAddresses'],
  ['program', 'program'], ['service', 'service'], ['interfaceTypes', 'interfaceTypes'],
])
const INTERFACES: readonly (readonly [DumpValue, InterfaceType])[] = [['lan', 'lan'], ['wireless', 'wireless'], ['ras', 'remote-access']]

function ruleOf(said: ReadonlyMap<DumpField, Said>, first: Said, source: Span, unmodelled: string[], words: Words, state: ScriptState, file: SourceFile): Rule {
  const span = (at: Said): Span => file.span(at.start, at.end)
  const unknown = (field: DumpField, what: string): 'unknown' => {
    const at = said.get(field)
    const message = at ? `${what} "${at.value}" is not known in any language table.` : `${what} is not in this dump, or its label is not known.`
    state.problem({ code: 'requirement-unverifiable', message, source: at ? span(at) : source })
    return 'unknown'
  }
  const word = <V extends DumpValue>(field: DumpField, values: readonly V[]): V | undefined => {
    const at = said.get(field)
    return at && words.oneOf(at.value, values)
  }
  const enabled = word('enabled', ['yes', 'no'] as const)
  const direction = word('direction', ['in', 'out'] as const)
  const action = word('action', ['allow', 'block', 'bypass'] as const)
  const protocolText = said.get('protocol')?.value ?? ''
  const protocol = words.is(protocolText, 'any') ? 'any' as const : parseProtocol(protocolText) ?? NAMED_PROTOCOLS.get(protocolText.toLowerCase())
  const parts: number[] = []
  for (const [field, part] of PART_OF) {
    const at = said.get(field)
    if (at) parts.push(PART_NAMES.indexOf(part), at.start, at.end)
  }
  const text = (field: DumpField): string | undefined => {
    const value = said.get(field)?.value
    return value === undefined || value === '' || words.is(value, 'any') ? undefined : value
  }
  const security = text('security')
  if (security !== undefined && !words.is(security, 'notRequired')) unmodelled.push(`security=${security}`)
  for (const [field, key] of [['remoteComputerGroup', 'rmtcomputergrp'], ['remoteUserGroup', 'rmtusrgrp']] as const) {
    const value = text(field)
    if (value !== undefined) unmodelled.push(`${key}=${value}`)
  }
  const isIcmp = protocol === 1 || protocol === 58
  const rule = makeRule({
    name: first.value,
    group: text('grouping'),
    enabled: enabled === undefined ? unknown('enabled', 'Whether the rule is enabled') : enabled === 'yes',
    direction: direction === undefined ? unknown('direction', 'The direction') : direction === 'in' ? 'inbound' : 'outbound',
    action: action ?? unknown('action', 'The action'),
    profiles: profilesOf(said.get('profiles'), words, unmodelled),
    protocol: protocol ?? unknown('protocol', 'The protocol'),
    localPorts: portsOf(said.get('localPort'), words),
    remotePorts: portsOf(said.get('remotePort'), words),
    icmp: isIcmp ? icmpOf(said.get('protocol'), words, unmodelled) : [],
    localAddresses: addressesOf(said.get('localIp'), words),
    remoteAddresses: addressesOf(said.get('remoteIp'), words),
    program: text('program'),
    service: text('service'),
    interfaceTypes: interfacesOf(text('interfaceTypes'), words, unmodelled),
    unmodelled,
    // "Authenticate" and its kin; another word is one of "not required" that no table has, or nobody knows.
    ipsec: unmodelled.some(entry => /^(?:security=aut|rmt)/i.test(entry)),
    source,
    parts,
    // No dump shows app packages, users and trust keywords; rules that have them stand in groups of Windows or of an app.
    partial: text('grouping') !== undefined,
  })
  const left = leftOutPackage(rule, said.get('description')?.value)
  if (left !== undefined) unmodelled.push(`${left}=not in this dump`)
  return rule
}
/** netsh prints numbers for most protocols; some consoles print these names. */
const NAMED_PROTOCOLS: ReadonlyMap<string, number> = new Map([['hopopt', 0], ['igmp', 2], ['ipv6', 41], ['gre', 47]])

const listOf = (said: Said): string[] => [said.value, ...said.more].join(',').split(/[,;、，]/).map(text => text.trim()).filter(text => text !== '')

function profilesOf(said: Said | undefined, words: Words, unmodelled: string[]): ProfileSet {
  let set = 0
  for (const text of said ? listOf(said) : []) {
    const profile = words.oneOf(text, PROFILES)
    if (profile) set |= profileBit(profile)
    else if (words.is(text, 'any')) set |= ALL_PROFILES
    else unmodelled.push(`profile=${text}`)
  }
  // Three names are all profiles in any language; with fewer, one that is not known leaves open which.
  if (said && listOf(said).length === 3) { unmodelled.splice(0, unmodelled.length, ...unmodelled.filter(entry => !entry.startsWith('profile='))); return ALL_PROFILES }
  return set === 0 || unmodelled.some(entry => entry.startsWith('profile=')) ? ALL_PROFILES : set
}
function portsOf(said: Said | undefined, words: Words): Rule['localPorts'] {
  if (!said) return ANY_PORTS
  const list = listOf(said)
  if (list.some(text => words.is(text, 'any'))) return ANY_PORTS
  const { set, bad } = parsePorts(list, TOOL_PORTS)
  if (bad.length === 0) return set
  return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...(set.text ?? []), ...bad])
}
function addressesOf(said: Said | undefined, words: Words): Rule['localAddresses'] {
  if (!said) return ANY_ADDRESSES
  const list = listOf(said).map(text => (words.is(text, 'localSubnet') ? 'LocalSubnet' : text.replace(/\/(?:32|255\.255\.255\.255)$/, '').replace(/^([^:]*:.*)\/128$/, '$1')))
  if (list.some(text => words.is(text, 'any'))) return ANY_ADDRESSES
  const { set, bad } = parseAddresses(list, TOOL_ADDRESSES)
  if (bad.length === 0) return set
  return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...(set.text ?? []), ...bad])
}
/** The lines below the protocol: a header, then type and code in columns. */
function icmpOf(said: Said | undefined, words: Words, unmodelled: string[]): readonly string[] {
  const types: string[] = []
  for (const line of said?.more ?? []) {
    const [type = '', ...code] = line.split(/\s+/)
    if (words.is(type, 'any')) return []
    if (!/^\d+$/.test(type)) continue
    const joined = code.join(' ')
    const read = parseIcmp(`${type}:${words.is(joined, 'any') || joined === '' ? '*' : joined}`)
    if (read) types.push(read)
    else unmodelled.push(`icmp=${line}`)
  }
  return types
}
function interfacesOf(text: string | undefined, words: Words, unmodelled: string[]): readonly InterfaceType[] {
  const types: InterfaceType[] = []
  for (const item of text?.split(/[,;]/) ?? []) {
    const found = INTERFACES.find(([value]) => words.is(item.trim(), value))
    if (found) types.push(found[1])
    else unmodelled.push(`interfacetype=${item.trim()}`)
  }
  return types
}

// ---- profiles --------------------------------------------------------------------------------------------------------------------

/** One section of `show allprofiles`: its heading names the profile, or its place among the three does. */
function readProfile(block: readonly Line[], words: Words, state: ScriptState, file: SourceFile): void {
  const [head, , ...rest] = block as [Line, Line, ...Line[]]
  const lines = rest.map(line => ({ line, pair: cutBlank(line.text) })).filter(({ pair }) => pair !== undefined)
  const policy = lines.find(({ pair }) => /^[^\s,]+,[^\s,]+$/.test(pair?.value ?? ''))
  if (!policy && !lines.some(({ pair }) => words.is(pair?.label ?? '', 'state'))) return
  const profile = profileOf(head.text, words)
  const source = (at: { line: Line; pair: ReturnType<typeof cutBlank> }): Span => file.span(at.line.start, at.line.start + at.line.text.trimEnd().length)
  if (profile === undefined) {
    state.problem({
      code: 'requirement-unverifiable', message: `"${head.text.trim()}" names no profile that a language table has.`,
      source: file.span(head.start, head.start + head.text.length),
    })
    return
  }
  // The state comes first, the policy second, in every language.
  const [first] = lines
  if (first && first !== policy) {
    const value = words.oneOf(first.pair?.value ?? '', ['on', 'off'] as const)
    if (value) state.configure(profile, 'enabled', { value: value === 'on', source: source(first) }, LOCAL)
    else state.problem({ code: 'requirement-unverifiable', message: `The state "${first.pair?.value ?? ''}" is not known in any language table.`, source: source(first) })
  }
  if (policy) {
    const [inbound = '', outbound = ''] = (policy.pair?.value ?? '').split(',')
    const into = words.oneOf(inbound, ['blockInbound', 'blockInboundAlways', 'allowInbound'] as const)
    const out = words.oneOf(outbound, ['allowOutbound', 'blockOutbound'] as const)
    const at = source(policy)
    if (into) {
      state.configure(profile, 'defaultInbound', { value: into === 'allowInbound' ? 'allow' : 'block', source: at }, LOCAL)
      state.configure(profile, 'blockAllInbound', { value: into === 'blockInboundAlways', source: at }, LOCAL)
    }
    if (out) state.configure(profile, 'defaultOutbound', { value: out === 'allowOutbound' ? 'allow' : 'block', source: at }, LOCAL)
    if (!into || !out) state.problem({ code: 'requirement-unverifiable', message: `The policy "${policy.pair?.value ?? ''}" is not known in any language table.`, source: at })
  }
  // In the local store the merge switch reads "N/A (GPO-store only)": not configured here.
  const merge = lines.find(({ pair }) => words.is(pair?.label ?? '', 'localFirewallRules'))
  const value = merge && words.oneOf(merge.pair?.value ?? '', ['enable', 'disable'] as const)
  if (merge && value) state.configure(profile, 'allowLocalRules', { value: value === 'enable', source: source(merge) }, GROUP_POLICY)
}
function profileOf(heading: string, words: Words): ProfileSet | undefined {
  const texts = heading.replace(/[:：]/g, ' ').trim().split(/[\s\u3000]+/)
  for (const text of texts) {
    const profile = words.oneOf(text, PROFILES)
    if (profile) return profileBit(profile)
  }
  const key = keyOf(heading)
  return PROFILE_STEMS.find(([stem]) => key.includes(stem))?.[1]
}
/** Where a language writes the profile as part of a longer word. */
const PROFILE_STEMS: readonly (readonly [string, ProfileSet])[] = [
  ['domänen', DOMAIN], ['ドメイン', DOMAIN], ['도메인', DOMAIN], ['域配置', DOMAIN], ['網域', DOMAIN], ['доменн', DOMAIN],
  ['プライベート', PRIVATE], ['개인', PRIVATE], ['专用', PRIVATE], ['私人', PRIVATE], ['privat', PRIVATE], ['частн', PRIVATE],
  ['パブリック', PUBLIC], ['공용', PUBLIC], ['公用', PUBLIC], ['öffentlich', PUBLIC], ['public', PUBLIC], ['общ', PUBLIC],
]
