import { ANY_ADDRESSES, parseAddresses } from '../model/addresses.ts'
import { ANY_PORTS, parsePorts } from '../model/ports.ts'
import { ALL_PROFILES, makeRule, parseIcmp, parseProtocol } from '../model/rules.ts'
import type { Format, SourceFile } from '../model/stages.ts'
import { type AddressSet, type GpoInfo, PART_NAMES, type PartName, type PortSet, type Problem, type Profile, type ProfileSettings, type Rule } from '../model/types.ts'
import { FIREWALL_WORD } from './shared/report-templates.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './shared/tool-keywords.ts'

/** What the console and gpresult /H write into the first tag of every report. */
const MARK = 'gpmc_reportInitialized'

/**
 * HTML reports of the Group Policy console. Their captions are in the language of the machine, and they show rules for people:
 * English ones are read, and no rule of them proves that something passes.
 */
export const gpoHtml: Format = {
  id: 'gpo-html',
  title: 'Group Policy report (HTML)',
  store: 'group-policy',
  exported: true,
  names: [],
  recognises: ({ head }) => head.includes(MARK) && /<html\b/i.test(head),
  parse(file) {
    const problems: Problem[] = []
    const reader = new Reader(file, problems)
    for (const match of file.text.matchAll(TOKENS)) reader.take(match)
    const { rules, profiles, info } = reader.finish()
    const part = { store: 'group-policy' as const, rules, profiles, changes: [] }
    return { path: file.path, format: gpoHtml.id, parts: [info.name === undefined ? part : { ...part, gpo: info.name }], problems, gpo: info }
  },
}

/** Titles of sections, rows of two cells (gpresult has the winning GPO in a third), and the tables inside rows. */
const TOKENS = /<title>([^<]*)<|<span class="sectionTitle"[^<>]*>([^<]*)<|<tr>\s{0,80}<td>([^<]*)<\/td>\s{0,80}<td>([^<]*)<\/td>|<table class="subtable|<\/table>|gpmc_settingName="([^"<>]*)"/g
const OPENING_SETTING = /^Windows (?:Defender )?Firewall: (?:Define|Allow (?!log|local))/i

type Writable = { -readonly [K in keyof ProfileSettings]: ProfileSettings[K] }
interface Cell { readonly text: string; readonly start: number; readonly end: number }
interface ShownRule { readonly name: Cell; readonly fields: Map<string, Cell>; end: number; readonly direction: 'inbound' | 'outbound' }

class Reader {
  readonly #file: SourceFile
  readonly #problems: Problem[]
  readonly #rules: ShownRule[] = []
  readonly #profiles: { [P in Profile]?: Writable } = {}
  readonly #info: { -readonly [K in keyof GpoInfo]: GpoInfo[K] } = {}
  #section: 'inbound' | 'outbound' | Profile | 'firewall' | undefined
  /** The firewall's section, until one of its parts is known by name. */
  #unread: Cell | undefined
  #legacy = false
  #name: Cell | undefined
  #rule: ShownRule | undefined

  constructor(file: SourceFile, problems: Problem[]) {
    this.#file = file
    this.#problems = problems
  }

  take(match: RegExpMatchArray): void {
    const { 0: whole, 1: title, 2: section, 3: left, 4: right, 5: setting, index = 0 } = match
    if (title !== undefined) this.#info.name ??= unescaped(title).trim()
    else if (section !== undefined) this.#begin(cellAt(section, index + whole.lastIndexOf('>') + 1))
    else if (left !== undefined && right !== undefined) {
      const leftAt = index + whole.indexOf('<td>') + 4
      this.#row(cellAt(left, leftAt), cellAt(right, index + whole.lastIndexOf('<td>') + 4))
    } else if (setting !== undefined) this.#template(cellAt(setting, index + whole.indexOf('"') + 1))
    else if (whole === '</table>') {
      if (this.#rule) this.#rule.end = index + whole.length
      this.#rule = undefined
    } else if (this.#name && (this.#section === 'inbound' || this.#section === 'outbound')) {
      this.#rule = { name: this.#name, fields: new Map(), end: index, direction: this.#section }
      this.#rules.push(this.#rule)
      this.#name = undefined
    }
  }

  finish(): { rules: Rule[]; profiles: { [P in Profile]?: ProfileSettings }; info: GpoInfo } {
    if (this.#unread) this.#cannotRead(this.#unread)
    return { rules: this.#rules.map(rule => ruleOf(rule, this.#file)), profiles: this.#profiles, info: this.#info }
  }

  #begin(cell: Cell): void {
    this.#rule = this.#name = undefined
    const half = /^Computer Configuration \((Enabled|Disabled)\)/.exec(cell.text)
    if (half) {
      this.#info.computerEnabled = half[1] === 'Enabled'
      if (half[1] === 'Disabled') this.#info.source = this.#file.span(cell.start, cell.end, 'Computer Configuration')
    }
    const known = SECTIONS.get(cell.text)
    // Templates of the firewall stand below a path: "Network/Network Connections/Windows Firewall/Domain Profile".
    if (!cell.text.includes('/') && /windows/i.test(cell.text) && FIREWALL_WORD.test(cell.text)) {
      this.#section = 'firewall'
      this.#unread ??= cell
    } else if (known && this.#section !== undefined) {
      this.#section = known
      this.#unread = undefined
    } else if (OTHERS.has(cell.text) && this.#section !== undefined) {
      this.#section = 'firewall'
      this.#unread = undefined
    } else this.#section = undefined
  }
  #row(left: Cell, right: Cell): void {
    if (this.#rule) {
      if (!this.#rule.fields.has(left.text)) this.#rule.fields.set(left.text, right)
    } else if (this.#section === 'inbound' || this.#section === 'outbound') this.#name = left
    else if (this.#section && this.#section !== 'firewall') this.#value(this.#section, left, right)
  }
  #value(profile: Profile, { text: name }: Cell, { text, start, end }: Cell): void {
    const values = SETTINGS.get(name)
    if (!values || text === 'Not Configured') return
    const set = values.get(text.toLowerCase())
    const source = this.#file.span(start, end, `${profile}/${name}`)
    if (set) Object.assign((this.#profiles[profile] ??= {}), Object.fromEntries(set.map(([key, value]) => [key, { value, source }])))
    else this.#problems.push({ code: 'requirement-unverifiable', message: `"${name}" says "${text}", which is not known here. ${EXPORT}`, source })
  }
  #template(cell: Cell): void {
    if (this.#legacy || !OPENING_SETTING.test(cell.text)) return
    this.#legacy = true
    this.#cannotRead(cell)
  }
  #cannotRead({ text, start, end }: Cell): void {
    this.#problems.push({ code: 'requirement-unverifiable', message: `What "${text}" says cannot be read from an HTML report. ${EXPORT}`, source: this.#file.span(start, end) })
  }
}
const EXPORT = 'Export this GPO as XML (Get-GPOReport -ReportType Xml).'

const SECTIONS: ReadonlyMap<string, 'inbound' | 'outbound' | Profile> = new Map([
  ['Inbound Rules', 'inbound'], ['Outbound Rules', 'outbound'],
  ['Domain Profile Settings', 'domain'], ['Private Profile Settings', 'private'], ['Public Profile Settings', 'public'],
])
/** Beside them, and nothing about openings. */
const OTHERS: ReadonlySet<string> = new Set(['Global Settings', 'Connection Security Settings', 'Connection Security Rules'])
type Values = readonly (readonly [keyof ProfileSettings, unknown])[]
const SETTINGS: ReadonlyMap<string, ReadonlyMap<string, Values>> = new Map([
  ['Firewall state', new Map<string, Values>([['on', [['enabled', true]]], ['off', [['enabled', false]]]])],
  ['Inbound connections', new Map<string, Values>([
    ['block', [['defaultInbound', 'block']]], ['allow', [['defaultInbound', 'allow']]], ['block all', [['blockAllInbound', true]]], ['block all connections', [['blockAllInbound', true]]],
  ])],
  ['Outbound connections', new Map<string, Values>([['block', [['defaultOutbound', 'block']]], ['allow', [['defaultOutbound', 'allow']]]])],
  ['Apply local firewall rules', new Map<string, Values>([
    ['yes', [['allowLocalRules', true]]], ['true', [['allowLocalRules', true]]], ['no', [['allowLocalRules', false]]], ['false', [['allowLocalRules', false]]],
  ])],
])

function ruleOf({ name, fields, end, direction }: ShownRule, file: SourceFile): Rule {
  const unmodelled: string[] = []
  const parts: number[] = [PART_NAMES.indexOf('name'), name.start, name.end]
  const said = (field: string, part?: PartName): string => {
    const cell = fields.get(field)
    if (cell && part) parts.push(PART_NAMES.indexOf(part), cell.start, cell.end)
    return cell && !/^(?:any|all|all programs and services)$/i.test(cell.text) ? cell.text : ''
  }
  /** What is shown and not understood may be anything. */
  const known = <T>(field: string, text: string, value: T | undefined, otherwise: T): T => {
    if (value === undefined) unmodelled.push(`${field}=${text}`)
    return value ?? otherwise
  }
  const ports = (field: string, part: PartName): PortSet => {
    const text = said(field, part)
    const { set, bad } = parsePorts(entries(text), TOOL_PORTS)
    return text === '' ? ANY_PORTS : known(field, text, bad.length === 0 ? set : undefined, ANY_PORTS)
  }
  const addresses = (field: string, part: PartName): AddressSet => {
    const text = said(field, part)
    const { set, bad } = parseAddresses(entries(text), SHOWN_ADDRESSES)
    return text === '' ? ANY_ADDRESSES : known(field, text, bad.length === 0 ? set : undefined, ANY_ADDRESSES)
  }
  const words = <T>(field: string, part: PartName, word: (text: string) => T | undefined): readonly T[] => {
    const text = said(field, part)
    const read = entries(text).map(word)
    return known(field, text, read.includes(undefined) ? undefined : read as T[], [])
  }
  const action = said('Action', 'action')
  const protocol = said('Protocol', 'protocol')
  const enabled = said('Enabled', 'enabled')
  const profiles = words('Profile', 'profiles', text => PROFILE_BITS.get(text.toLowerCase()))
  const service = said('Service', 'service')
  // Shows "Require authentication" also where the rule has none [seen beside the XML report of the same GPO].
  for (const field of ['Security', 'Authorized computers', 'Authorized users']) {
    const text = said(field)
    if (text !== '' && !/^not required$/i.test(text)) unmodelled.push(`${field}=${text}`)
  }
  return makeRule({
    name: name.text,
    group: said('Group', 'group') || undefined,
    direction,
    action: /^allow/i.test(action) ? 'allow' : /^block/i.test(action) ? 'block' : 'unknown',
    enabled: /^(?:true|yes)$/i.test(enabled) ? true : /^(?:false|no)$/i.test(enabled) ? false : 'unknown',
    protocol: protocol === '' ? 'any' : (parseProtocol(protocol) ?? 'unknown'),
    localPorts: ports('Local port', 'localPorts'),
    remotePorts: ports('Remote port', 'remotePorts'),
    icmp: words('ICMP settings', 'icmp', parseIcmp),
    profiles: profiles.reduce((set, bit) => set | bit, 0) || ALL_PROFILES,
    localAddresses: addresses('Local scope', 'localAddresses'),
    remoteAddresses: addresses('Remote scope', 'remoteAddresses'),
    program: said('Program', 'program') || undefined,
    service: /^all services$/i.test(service) ? '*' : service || undefined,
    interfaceTypes: words('Network interface type', 'interfaceTypes', text => TOOL_INTERFACES.get(text.toLowerCase().replaceAll(' ', ''))),
    unmodelled,
    source: file.span(name.start, end),
    parts,
  })
}
const PROFILE_BITS: ReadonlyMap<string, number> = new Map([['domain', 1], ['private', 2], ['public', 4]])
const SHOWN_ADDRESSES = new Map([...TOOL_ADDRESSES, ['local subnet', 'local-subnet' as const]])
const entries = (text: string): readonly string[] => text.split(/[,;]/).map(entry => entry.trim()).filter(entry => entry !== '')

const cellAt = (raw: string, start: number): Cell => ({ text: unescaped(raw).trim(), start, end: start + raw.length })
const ENTITIES: ReadonlyMap<string, string> = new Map([['&amp;', '&'], ['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&#39;', '\''], ['&nbsp;', ' ']])
const unescaped = (text: string): string => (text.includes('&') ? text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, entity => ENTITIES.get(entity) ?? entity) : text)
