import { parseAddresses } from '../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePorts } from '../model/ports.ts'
import { ALL_PROFILES, changedRule, makeRule, neutralRule, parseIcmp, parseProtocol, PROFILES, profileBit } from '../model/rules.ts'
import type { Beside, Format, RuleWriter, SourceFile } from '../model/stages.ts'
import {
  type AddressKeyword, type InterfaceType, PART_NAMES, type PartName, type Platform, type PolicyFile, type PortKeyword,
  type Problem, type ProfileSet, type Profiles, type Rule, type Setting, type Store,
} from '../model/types.ts'
import { type FlatField, readFlatList } from '../text/flat-yaml.ts'
import { parseJson } from '../text/json-tree.ts'
import { readPlainYaml } from '../text/plain-yaml.ts'
import { didYouMean } from '../text/suggest.ts'
import { parseYaml, prepareYaml, type YamlEntry, type YamlMap, type YamlNode } from '../text/yaml.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './shared/tool-keywords.ts'
import { undecided } from './shared/undecided.ts'

const YAML_DIRECTION = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?direction["']?[ \t]*:[ \t]*["']?(?:inbound|outbound)\b/
const YAML_ACTION = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?action["']?[ \t]*:[ \t]*["']?(?:allow|block|bypass)\b/

/** Clouds and routers have lists of rules with a direction and an action as well: other words than ours, and none that is ours alone. */
const FOREIGN = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?(?:ports?|port_?range\w*|from_?port|to_?port|cidr\w*|sources?|destinations?|(?:source|destination)_?\w+|src\w*|dst\w*|priority)["']?[ \t]*:/i
const OURS_ALONE = /["']?(?:(?:local|remote)(?:Ports|Addresses)|interfaceTypes|profiles)["']?[ \t]*:/

/** The settings of a profile, for a file that has no rule yet: an outbound block alone cuts a lot. */
const YAML_PROFILES = /(?:^|[\n{,])[ \t]*["']?profiles["']?[ \t]*:[ \t]*(?:[{\r\n#]|$)/
const YAML_SETTING = /(?:^|[\n{,])[ \t]*["']?(?:default(?:In|Out)bound["']?[ \t]*:[ \t]*["']?(?:allow|block)|(?:allowLocalRules|blockAllInbound)["']?[ \t]*:[ \t]*(?:true|false))\b/

/** The project's own: a list of rules in the neutral form of the contract, as YAML or JSON. */
export const rulesYaml: Format = {
  id: 'rules-yaml',
  title: 'rules in the neutral form',
  store: 'group-policy',
  names: [],
  prepare: async file => { if (!file || !isFlat(file.text)) await prepareYaml() },
  recognises: ({ name, text }) => /\.(?:ya?ml|json)$/.test(name)
    && ((text.includes('direction') && YAML_DIRECTION.test(text) && YAML_ACTION.test(text) && (OURS_ALONE.test(text) || !FOREIGN.test(text))) || (text.includes('profiles') && YAML_SETTING.test(text) && YAML_PROFILES.test(text))),
  parse: file => new Reading(file).run(),
  ruleWriter: beside => (beside ? writerBeside(beside) : { rule: ruleText }),
  write: rules => (rules.length === 0 ? '[]\n' : `# Rules in the neutral form of configmgr-firewall-lint\n${rules.map(ruleText).join('')}`),
}

// ------------------------------------------------------------------------------------------------------------- the file

/** Above this many characters the library is asked about single odd rules only: it would need seconds and gigabytes for the whole. */
const LARGE = 200_000

/** Where the list of rules begins and what stands above its `rules:`, in a file that begins like the plain shape. */
function flatStart(text: string): { readonly header: string; readonly index: number } | undefined {
  const index = /^ *- /m.exec(text)?.index
  if (index === undefined || index > 10_000) return undefined
  const above = text.slice(0, index)
  const rules = /^rules:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*$/m.exec(above)
  const header = rules ? above.slice(0, rules.index) : above
  const isBare = /^(?:[ \t]*(?:#.*)?\r?\n)*$/.test(header)
  return rules || isBare ? { header: isBare ? '' : header, index } : undefined
}
/** Whether a small file can be read without the library. */
function isFlat(text: string): boolean {
  const start = text.length > LARGE ? undefined : flatStart(text)
  if (!start || (start.header !== '' && !readPlainYaml(start.header))) return false
  const end = readFlatList(text, start.index, { item: () => {}, odd: () => false })
  return end !== undefined && !/\S/.test(text.slice(end))
}

class Reading {
  readonly #file: SourceFile
  #problems: Problem[] = []
  #rules: RuleReader
  #store: Store = 'group-policy'
  #profiles: Profiles = {}

  constructor(file: SourceFile) {
    this.#file = file
    this.#rules = new RuleReader(file, this.#problems)
  }
  run(): PolicyFile {
    if (!this.#flat()) {
      this.#problems = []
      this.#rules = new RuleReader(this.#file, this.#problems)
      this.#whole()
    }
    return {
      path: this.#file.path, format: rulesYaml.id, problems: this.#problems,
      parts: [{ store: this.#store, rules: this.#rules.finish(), profiles: this.#profiles, changes: [] }],
    }
  }

  /** The plain shape: a header or none, then the rules one `key: value` a line. False: it is not, read it whole. */
  #flat(): boolean {
    const { text } = this.#file
    const large = text.length > LARGE
    const start = flatStart(text)
    if (!start || !this.#header(start.header)) return false
    const end = readFlatList(text, start.index, {
      item: (fields, from, to) => { this.#rules.flat(fields, from, to) },
      odd: (from, to) => { if (large) this.#odd(from, to); return large },
    })
    return end !== undefined && !/\S/.test(text.slice(end))
  }
  #header(text: string): boolean {
    if (text === '') return true
    const { documents: [node], errors } = parseYaml({ text })
    if (errors.length > 0 || node?.kind !== 'map' || node.entries.some(({ key }) => key === 'rules')) return false
    for (const entry of node.entries) this.#setting(entry)
    return true
  }
  /** One rule that is not plain, by the library: its lines are a list of one. */
  #odd(from: number, to: number): void {
    const { documents: [node], errors: [error] } = parseYaml({ text: this.#file.text.slice(from, to) })
    if (error) this.#bad(from + error.start, from + error.end, `This rule is not valid YAML: ${error.message}`)
    else if (node?.kind === 'list') for (const item of node.items) this.#rules.node(item, from)
  }

  #whole(): void {
    const json = /^\s*[[{]/.test(this.#file.head) ? parseJson(this.#file.text) : undefined
    const { documents, errors } = json ? { documents: [json], errors: [] } : parseYaml(this.#file)
    for (const { message, start, end } of errors) {
      this.#problems.push({ code: 'file-unreadable', message: `This is not valid YAML: ${message}.`, source: this.#file.span(start, end) })
    }
    for (const node of documents) {
      if (node.kind === 'list') this.#list(node)
      else if (node.kind === 'map' && node.entries.some(e => e.key === 'rules' || e.key === 'profiles')) for (const entry of node.entries) this.#setting(entry)
      else if (node.kind === 'map') this.#rules.node(node, 0)
      else if (node.value !== null) this.#bad(node.start, node.end, 'A list of rules is expected here')
    }
  }
  #list(node: YamlNode): void {
    if (node.kind === 'list') for (const item of node.items) this.#rules.node(item, 0)
    else if (node.kind !== 'scalar' || node.value !== null) this.#bad(node.start, node.end, '"rules" must be a list of rules')
  }
  #setting({ key, value, start, end }: YamlEntry): void {
    if (key === 'rules') return this.#list(value)
    if (key === 'profiles') return this.#profileSettings(value)
    if (key === 'store') {
      const store = value.kind === 'scalar' ? STORES.find(s => s === value.text) : undefined
      if (store) this.#store = store
      else this.#bad(value.start, value.end, `"store" must be one of ${STORES.join(', ')}`)
      return undefined
    }
    // What `parse` prints around the rules says nothing about them.
    if (key !== 'path' && key !== 'format' && key !== 'problems') this.#bad(start, end, `Unknown key "${key}"${didYouMean(key, ['rules', 'profiles', 'store'])}`)
    return undefined
  }

  #profileSettings(node: YamlNode): void {
    if (node.kind !== 'map') return this.#bad(node.start, node.end, '"profiles" must be a map of domain, private and public')
    const profiles: Record<string, Record<string, Setting<unknown>>> = {}
    for (const { key, value, start, end } of node.entries) {
      if (!PROFILES.some(p => p === key) || value.kind !== 'map') { this.#bad(start, end, `"${key}" is not one of the profiles domain, private and public with a map of settings`); continue }
      const settings: Record<string, Setting<unknown>> = {}
      for (const entry of value.entries) {
        const words = PROFILE_SETTINGS.get(entry.key)
        const said = entry.value.kind === 'scalar' ? words?.get(entry.value.text.toLowerCase()) : undefined
        if (said !== undefined) settings[entry.key] = { value: said, source: this.#file.span(entry.start, entry.value.end) }
        else if (!words) this.#bad(entry.start, entry.end, `Unknown key "${entry.key}"${didYouMean(entry.key, PROFILE_SETTINGS.keys())}`)
        else this.#bad(entry.value.start, entry.value.end, `"${entry.key}" must be ${[...words.keys()].join(' or ')}`)
      }
      profiles[key] = settings
    }
    this.#profiles = profiles as Profiles
    return undefined
  }
  #bad(start: number, end: number, message: string): void {
    this.#problems.push({ code: 'rule-malformed', message: sentence(message), source: this.#file.span(start, end) })
  }
}

const STORES: readonly Store[] = ['group-policy', 'local', 'mdm', 'network']
const FLAG = new Map<string, unknown>([['true', true], ['false', false]])
const DEFAULT_ACTION = new Map<string, unknown>([['allow', 'allow'], ['block', 'block']])
const PROFILE_SETTINGS = new Map([
  ['enabled', FLAG], ['defaultInbound', DEFAULT_ACTION], ['defaultOutbound', DEFAULT_ACTION], ['allowLocalRules', FLAG], ['blockAllInbound', FLAG],
  ['allowUserApps', FLAG], ['allowUserPorts', FLAG],
])

// ------------------------------------------------------------------------------------------------------------- one rule

type Said = { -readonly [K in keyof Rule]?: Rule[K] }
/** Reads one value into a rule; a text is why it cannot be. */
type Take = (said: Said, value: string | readonly string[]) => string | undefined

const NEUTRAL_PORTS: ReadonlyMap<string, PortKeyword> = new Map([...TOOL_PORTS, ['tcpcdpsvc', 'tcpcdpsvc'], ['cortana', 'cortana']])
const NEUTRAL_ADDRESSES: ReadonlyMap<string, AddressKeyword> = new Map([
  ...TOOL_ADDRESSES, ...[...TOOL_ADDRESSES.values()].map(word => [word, word] as const),
])
const NEUTRAL_INTERFACES: ReadonlyMap<string, InterfaceType> = new Map([...TOOL_INTERFACES, ...[...TOOL_INTERFACES.values()].map(word => [word, word] as const)])

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`)
const asList = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)
const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)

/** The same list of texts is the same value in all rules. */
function remembered<T>(read: (list: readonly string[]) => T): (value: string | readonly string[]) => T {
  const byText = new Map<string, T>()
  const byList = new WeakMap<readonly string[], T>() // the flat reader gives equal lists as one object
  return value => {
    const list = asList(value)
    const held = byList.get(list)
    if (held !== undefined) return held
    const key = list.join('\n')
    let made = byText.get(key)
    if (made === undefined) {
      made = read(list)
      if (byText.size < 20_000) byText.set(key, made)
    }
    if (list === value) byList.set(list, made)
    return made
  }
}
const portsOf = remembered(list => parsePorts(list, NEUTRAL_PORTS))
const addressesOf = remembered(list => parseAddresses(list, NEUTRAL_ADDRESSES))
const profilesOf = remembered((list): { set: ProfileSet; bad: string | undefined } => {
  let set = 0
  for (const entry of list) {
    const word = entry.trim().toLowerCase()
    const profile = PROFILES.find(p => p === word)
    if (!profile && word !== 'any' && word !== 'all') return { set: 0, bad: entry }
    set |= profile ? profileBit(profile) : ALL_PROFILES
  }
  return { set: set || ALL_PROFILES, bad: undefined }
})
const icmpOf = remembered((list): { set: readonly string[]; bad: string | undefined } => {
  if (list.some(entry => /^(?:any|\*)$/i.test(entry.trim()))) return { set: [], bad: undefined }
  const set = list.map(entry => parseIcmp(entry))
  const bad = set.indexOf(undefined)
  return { set: set as string[], bad: bad < 0 ? undefined : list[bad] }
})

const ports = (part: 'localPorts' | 'remotePorts'): Take => (said, value) => {
  const { set, bad } = portsOf(value)
  said[part] = set
  return bad[0] === undefined ? undefined : `${quote(bad[0])} is not a port, a range or a keyword`
}
const addresses = (part: 'localAddresses' | 'remoteAddresses'): Take => (said, value) => {
  const { set, bad } = addressesOf(value)
  said[part] = set
  return bad[0] === undefined ? undefined : `${quote(bad[0])} is not an address, a subnet, a range or a keyword`
}
const plain = (part: 'id' | 'name' | 'group' | 'program' | 'service'): Take => (said, value) => {
  if (typeof value !== 'string') return 'it must be a text'
  said[part] = value
  return undefined
}
const word = <K extends 'direction' | 'action' | 'enabled'>(part: K, words: ReadonlyMap<string, Rule[K]>): Take => (said, value) => {
  const found = typeof value === 'string' ? words.get(value.toLowerCase()) : undefined
  if (found === undefined) return `it must be ${[...words.keys()].join(' or ')}`
  said[part] = found
  return undefined
}
const nothing: Take = () => undefined

const PLATFORM = /^(\d{1,3}):(\d{1,3}):(\d{1,3})(\+?)$/
const TAKERS: ReadonlyMap<string, Take> = new Map<string, Take>([
  ['id', plain('id')], ['name', plain('name')], ['group', plain('group')], ['program', plain('program')], ['service', plain('service')],
  ['direction', word('direction', new Map([['inbound', 'inbound'], ['outbound', 'outbound']]))],
  ['action', word('action', new Map([['allow', 'allow'], ['block', 'block'], ['bypass', 'bypass']]))],
  ['enabled', word('enabled', new Map([['true', true], ['false', false]]))],
  ['protocol', (said, value) => {
    const protocol = typeof value === 'string' ? parseProtocol(value) : undefined
    if (protocol === undefined) return 'it must be tcp, udp, icmpv4, icmpv6, any or a number'
    said.protocol = protocol
    return undefined
  }],
  ['localPorts', ports('localPorts')], ['remotePorts', ports('remotePorts')],
  ['localAddresses', addresses('localAddresses')], ['remoteAddresses', addresses('remoteAddresses')],
  ['icmp', (said, value) => {
    const { set, bad } = icmpOf(value)
    said.icmp = set
    return bad === undefined ? undefined : `${quote(bad)} is not an ICMP type such as 8:*`
  }],
  ['profiles', (said, value) => {
    const { set, bad } = profilesOf(value)
    said.profiles = set
    return bad === undefined ? undefined : `${quote(bad)} is not one of domain, private and public`
  }],
  ['interfaceTypes', (said, value) => {
    const list = asList(value).map(entry => NEUTRAL_INTERFACES.get(entry.toLowerCase()))
    said.interfaceTypes = list.filter(type => type !== undefined)
    return list.includes(undefined) ? 'it must hold lan, wireless, remote-access or mobile-broadband' : undefined
  }],
  ['platforms', (said, value) => {
    const list = asList(value).map(entry => PLATFORM.exec(entry))
    said.platforms = list.filter(match => match !== null).map(([, platform, major, minor, later]): Platform =>
      ({ platform: Number(platform), major: Number(major), minor: Number(minor), orLater: later === '+' }))
    return list.includes(null) ? 'it must hold entries such as 2:10:0+' : undefined
  }],
  ['unmodelled', (said, value) => {
    said.unmodelled = asList(value)
    said.ipsec = said.unmodelled.some(entry => /^(?:security|authentication)=/i.test(entry))
    return undefined
  }],
  ['description', nothing], ['source', nothing], ['malformed', nothing],
])

class RuleReader {
  readonly #file: SourceFile
  readonly #problems: Problem[]
  readonly #rules: Rule[] = []

  constructor(file: SourceFile, problems: Problem[]) {
    this.#file = file
    this.#problems = problems
  }

  /** The rules, where a later one replaces an earlier one of the same id, as values of one registry key do. */
  finish(): readonly Rule[] {
    const last = new Map<string, number>()
    const rules = this.#rules
    rules.forEach((rule, i) => { if (rule.id !== null) last.set(rule.id.toLowerCase(), i) })
    if (last.size === rules.length) return rules
    return rules.map((rule, i) => {
      const winner = rule.id === null ? i : last.get(rule.id.toLowerCase())
      if (winner === i || winner === undefined) return rule
      const message = `Rule ${quote(rule.name)} has the id ${quote(rule.id ?? '')} of a later rule, which takes its place.`
      this.#problems.push({ code: 'rule-malformed', message, source: rule.source })
      return changedRule(rule, { malformed: message })
    })
  }

  flat(fields: readonly FlatField[], start: number, end: number): void {
    const draft = new Draft(this.#file, this.#problems, start, end)
    for (const field of fields) draft.take(field.key, field.isNull ? null : field.value, field.keyStart, field.start, field.end)
    this.#rules.push(draft.rule())
  }

  /** A rule as the library reads it; `base` is where its text begins in the file. */
  node(node: YamlNode, base: number): void {
    if (node.kind !== 'map') {
      if (node.kind === 'scalar' && node.value === null) return
      this.#problems.push({ code: 'rule-malformed', message: 'A rule must be a map with direction and action.', source: this.#file.span(base + node.start, base + node.end) })
      return
    }
    const draft = new Draft(this.#file, this.#problems, base + node.start, base + endOf(node))
    for (const { key, value, start } of node.entries) draft.take(key, valueOf(value), base + start, base + value.start, base + value.end)
    this.#rules.push(draft.rule())
  }
}
/** A block map's own end lies on the next line; its last value's does not. */
const endOf = (node: YamlMap): number => Math.max(node.start, ...node.entries.slice(-1).map(e => (e.value.kind === 'map' ? endOf(e.value) : e.value.end)))
/** Undefined is no value that a rule can have. */
function valueOf(node: YamlNode): string | readonly string[] | null | undefined {
  if (node.kind === 'scalar') return node.tag !== undefined ? undefined : node.value === null ? null : node.text
  if (node.kind === 'map') return undefined
  const list = node.items.map(item => (item.kind === 'scalar' && item.value !== null ? item.text : undefined))
  return list.includes(undefined) ? undefined : (list as string[])
}

class Draft {
  readonly #file: SourceFile
  readonly #problems: Problem[]
  readonly #start: number
  readonly #end: number
  readonly #said: Said = {}
  readonly #parts: number[] = []
  #malformed: string | undefined

  constructor(file: SourceFile, problems: Problem[], start: number, end: number) {
    this.#file = file
    this.#problems = problems
    this.#start = start
    this.#end = end
  }
  take(key: string, value: string | readonly string[] | null | undefined, keyStart: number, start: number, end: number): void {
    const taker = TAKERS.get(key)
    if (!taker) return this.#bad(`Unknown key ${quote(key)}${didYouMean(key, TAKERS.keys())}`, keyStart, keyStart + key.length)
    if (value === null || taker === nothing) return undefined
    const why = value === undefined ? 'it must be a text or a list of texts' : taker(this.#said, value)
    if (why !== undefined) this.#bad(`"${key}": ${why}`, start, end)
    const part = PARTS.get(key)
    if (part !== undefined) this.#parts.push(part, start, end)
    return undefined
  }
  #bad(message: string, start = this.#start, end = this.#end): void {
    const said = sentence(message)
    this.#problems.push({ code: 'rule-malformed', message: said, source: this.#file.span(start, end) })
    this.#malformed ??= said
  }

  rule(): Rule {
    const said = this.#said
    if (said.direction === undefined && !this.#malformed) this.#bad('The rule needs a direction, inbound or outbound')
    if (said.action === undefined && !this.#malformed) this.#bad('The rule needs an action, allow, block or bypass')
    if (said.name === undefined && said.id === undefined && !this.#malformed) this.#bad('The rule needs a name')
    const trouble = this.#malformed === undefined ? contradiction(said) : undefined
    if (trouble !== undefined) this.#bad(trouble)
    said.name ??= said.id ?? ''
    said.direction ??= 'unknown'
    said.action ??= 'unknown'
    if (this.#malformed !== undefined) said.malformed = this.#malformed
    said.source = { origin: this.#file.origin, start: this.#start, end: this.#end, key: undefined }
    said.parts = this.#parts.slice() // as large as it is, not as large as it grew
    return makeRule(said as Said & Pick<Rule, 'name' | 'source'>)
  }
}
const PARTS: ReadonlyMap<string, number> = new Map(PART_NAMES.map((name: PartName, i) => [name, i]))

/** Why Windows would drop a rule of these values ([MS-FASP] 2.2.37). */
function contradiction({ protocol = 'any', localPorts = ANY_PORTS, remotePorts = ANY_PORTS, icmp, direction }: Said): string | undefined {
  const hasPorts = !isAnyPort(localPorts) || !isAnyPort(remotePorts)
  if (hasPorts && protocol !== 6 && protocol !== 17) return 'Ports go with protocol tcp or udp only'
  if (icmp && icmp.length > 0 && protocol !== 1 && protocol !== 58) return 'ICMP types go with protocol icmpv4 or icmpv6 only'
  for (const keyword of localPorts.keywords) {
    if (direction === 'outbound') return `An outbound rule cannot have the local port "${keyword}"`
    if ((keyword === 'rpc' || keyword === 'rpc-epmap') && protocol !== 6) return `The port "${keyword}" goes with tcp only`
    if (keyword === 'teredo' && protocol !== 17) return 'The port "teredo" goes with udp only'
  }
  return undefined
}

// ------------------------------------------------------------------------------------------------------------- writing

/** One item of the list, with the fields of the neutral form in its order. */
function ruleText(rule: Rule): string {
  const { source: _source, malformed: _malformed, platforms, ...fields } = neutralRule(rule)
  // Absent means on and any, so what is not known is written as off.
  const isKnown = undecided(rule).length === 0
  const lines = Object.entries({ ...fields, ...(rule.id === null && { id: undefined }), ...(!isKnown && { enabled: false }), platforms }).filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.map(v => scalar(String(v))).join(', ')}]` : typeof value === 'string' ? scalar(value) : String(value)}`)
  return `- ${lines.join('\n  ')}\n`
}
/** As the list has it that the rule is added to: in JSON's braces, or as far to the right as the rule above. */
function writerBeside({ file, last }: Beside): RuleWriter {
  const above = last ? file.text.slice(0, last.start) : ''
  const dash = /(?:^|\n)([ \t]*)-[ \t]*$/.exec(above)
  if (dash) return { rule: rule => ruleText(rule).trimEnd().replace(/^/gm, dash[1] ?? '') }
  const isFlow = /^\s*[[{]/.test(file.head) || (last && file.text[last.start] === '{' && /[[,]\s*$/.test(above))
  return isFlow ? { rule: jsonText, separator: ',' } : { rule: rule => ruleText(rule).trimEnd() }
}
function jsonText(rule: Rule): string {
  const { source: _source, malformed: _malformed, id, ...fields } = neutralRule(rule)
  return JSON.stringify({ ...(id !== null && { id }), ...fields, ...(undecided(rule).length > 0 && { enabled: false }) })
}
/** Words stay bare; everything else is quoted, with escapes where a line could break. */
function scalar(text: string): string {
  if (/^(?:tcp|udp|icmpv[46]|any|inbound|outbound|allow|block|bypass|domain|private|public)$/.test(text)) return text
  if (!UNSEEN.test(text)) return `'${text.replaceAll("'", "''")}'`
  // JSON's quotes are YAML's. What a reader of the file could not see, or could be fooled by, is escaped.
  return JSON.stringify(text).replace(new RegExp(UNSEEN, 'gu'), c => Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''))
}
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u
