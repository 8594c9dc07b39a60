import type { SourceText } from '../../model/stages.ts'
import {
  type Action, type AddressSet, type Direction, type IcmpSet, type InterfaceType, PART_NAMES, type PartName, type Platform, type PortSet, type Problem,
  type ProfileSet, type Protocol, type Rule, type Span,
} from '../../model/types.ts'
import { hasAt, textOf, unitAt, type Units } from '../../text/units.ts'
import type { XmlElement } from '../../text/xml.ts'
import { Conditions } from './rule-conditions.ts'
import type { RuleElementName, RuleSink, TakenRules } from './report-rules.ts'
import { readToken, type Token } from './rule-token.ts'
import { slots, slotsFor } from './slots.ts'

/** A token that was read before. */
interface Held { readonly key: string; readonly raw: string; readonly token: Token }

/**
 * Reads the rule elements of a report. Their children are the keys of a rule string in an order of their own, so each is read as a
 * token of that grammar. A report has no rule ids. One reader serves all rules of a file.
 */
export class RuleReader implements RuleSink {
  readonly #file: SourceText
  readonly #units: Units
  readonly #conditions = new Conditions()
  /** One slot for each hash: what is common stays, what is not makes room, and nothing grows with the file. */
  readonly #held: (Held | undefined)[]
  readonly #names: string[] = []
  /** The children of the open rule, as many as `#count` says; the arrays keep their size from rule to rule. */
  readonly #keys: string[] = []
  readonly #tokens: Token[] = []
  /** Start and end of each value. */
  readonly #places: number[] = []
  #count = 0
  /** Which of them is the first Protocol; -1 for none. */
  #protocol = -1
  #element = ''
  #name: string | undefined
  #version = ''
  #hasDirection = false
  #rules: Rule[] = []
  #problems: Problem[] = []

  constructor(file: SourceText) {
    this.#file = file
    this.#units = file.units
    this.#held = slots(Math.min(4096, slotsFor(file.units.length)))
  }

  begin(element: RuleElementName): void {
    this.#element = element
    this.#name = undefined
    this.#version = ''
    this.#hasDirection = false
    this.#count = 0
    this.#protocol = -1
  }

  add({ name, textStart, textEnd, text }: XmlElement): void { this.#take(name, textStart, textEnd, text) }
  child(name: number, nameEnd: number, value: number, end: number, resolved: string | undefined): boolean {
    this.#take(this.#nameAt(name, nameEnd), value, end, resolved)
    return true
  }
  end(start: number, end: number): boolean {
    this.#rules.push(this.read(start, end, this.#problems))
    return true
  }
  taken(): TakenRules {
    const taken = { rules: this.#rules, problems: this.#problems }
    this.#rules = []
    this.#problems = []
    return taken
  }

  /** One child. `said` is its value where it is known already; it may be other than what stands in the file. */
  #take(name: string, start: number, end: number, said: string | undefined): void {
    if (name === 'Desc') return // says nothing about packets, and is the longest
    if (name === 'Version') {
      // Nearly always 2 and something, which every Windows reads.
      if (!hasAt(this.#units, '2.', start)) this.#version = (said ?? this.#text(start, end)).trim()
      return
    }
    if (name === 'Name') {
      const value = (said ?? this.#text(start, end)).trim()
      if (value.length < 10_000 && (value.length !== 3 || value.toLowerCase() !== 'all')) {
        this.#name = value // hardly ever the same twice
        return
      }
    } else if (name === 'Dir') this.#hasDirection = true
    const at = this.#count++
    this.#keys[at] = name
    this.#tokens[at] = this.#tokenOf(name, start, end, said)
    this.#places[2 * at] = start
    this.#places[2 * at + 1] = end
    if (this.#protocol < 0 && name === 'Protocol') this.#protocol = at
  }
  #text(start: number, end: number): string { return textOf(this.#units, start, end) }
  /** The names of children are few. */
  #nameAt(start: number, end: number): string {
    const slot = (31 * (end - start) + unitAt(this.#units, start) + unitAt(this.#units, start + 1)) & 63
    const held = this.#names[slot]
    return held?.length === end - start && hasAt(this.#units, held, start) ? held : (this.#names[slot] = this.#text(start, end))
  }

  read(start: number, end: number, problems: Problem[]): Rule {
    const conditions = this.#conditions
    conditions.clear()
    conditions.name = this.#name
    // Ports and ICMP types count behind the protocol only, and reports often have it last.
    if (this.#protocol >= 0) conditions.add(this.#tokens[this.#protocol] as Token, this.#protocol)
    for (let i = 0; i < this.#count; i++) if (i !== this.#protocol) conditions.add(this.#tokens[i] as Token, i)
    // Which list a rule stands in says its direction too.
    if (!this.#hasDirection) conditions.direction = this.#element === 'InboundFirewallRules' ? 'inbound' : 'outbound'
    conditions.finish()
    for (const { at, why } of conditions.faults) {
      const [from, to] = at < 0 ? [start, end] : this.#place(at)
      const message = `Windows would drop rule "${clip(conditions.name ?? '')}": ${this.#because(at, why)}.`
      problems.push({ code: 'rule-malformed', message, source: this.#file.span(from, to, this.#element) })
    }
    const [fault] = conditions.faults
    return new ReportRule(conditions, this.#version, fault && this.#because(fault.at, fault.why), this.#file, start, end, this.#element)
  }
  #place(at: number): [start: number, end: number] { return [this.#places[at * 2] as number, this.#places[at * 2 + 1] as number] }
  #because(at: number, why: string): string {
    return at < 0 ? why : `${this.#keys[at] ?? ''} "${clip(this.#text(...this.#place(at)).trim())}" ${why}`
  }

  /** The token that a child is. One that stood in the file not long before is recognised by its letters and not read again. */
  #tokenOf(name: string, start: number, end: number, said: string | undefined): Token {
    const units = this.#units
    const length = end - start
    let hash = Math.imul(name.length, 31) + name.charCodeAt(1)
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + unitAt(units, i)) | 0
    const slot = (hash ^ (hash >>> 12)) & (this.#held.length - 1)
    const held = this.#held[slot]
    if (held && held.raw.length === length && held.key === name && hasAt(units, held.raw, start)) return held.token
    const raw = said ?? this.#text(start, end)
    const value = raw.trim()
    // No value holds a "|" ([MS-FASP] 2.2.37).
    const token = readToken(value.includes('|') ? value.replaceAll('=', ' ') : `${keyFor(name, value)}=${value}`)
    // Where a reference or CDATA stands in the file, its letters are not the value's.
    if (raw.length === length && !raw.includes('&')) this.#held[slot] = { key: name, raw, token }
    return token
  }
}

/** Reports may put into `LPort` what a rule string keeps in the keys of later versions (formats-gpo.md 2.2). */
function keyFor(name: string, value: string): string {
  if ((name === 'LPort' || name === 'RPort') && !/^\d*$/.test(value)) {
    if (/^(?:\d+-\d+|IPTLS(?:In|Out)|IPHTTPS(?:In|Out))$/i.test(value)) return `${name}2_10`
    if (name === 'LPort' && /^(?:DHCP|Ply2Disc)$/i.test(value)) return 'LPort2_20'
    if (name === 'LPort' && /^mDNS$/i.test(value)) return 'LPort2_24'
  }
  return name
}
/** Long text is cut in messages. */
const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

/** Where its fields stand is looked up in the text when somebody asks: of a hundred thousand rules that is a few. */
class ReportRule implements Rule {
  readonly id = null
  readonly name: string
  readonly group: string | undefined
  readonly direction: Direction | 'unknown'
  readonly action: Action | 'unknown'
  readonly enabled: boolean
  readonly protocol: Protocol
  readonly localPorts: PortSet
  readonly remotePorts: PortSet
  readonly icmp: IcmpSet
  readonly profiles: ProfileSet
  readonly localAddresses: AddressSet
  readonly remoteAddresses: AddressSet
  readonly program: string | undefined
  readonly service: string | undefined
  readonly interfaceTypes: readonly InterfaceType[]
  readonly platforms: readonly Platform[]
  readonly unmodelled: readonly string[]
  readonly ipsec: boolean
  readonly malformed: string | undefined
  readonly #file: SourceText
  readonly #start: number
  readonly #end: number
  readonly #element: string

  constructor(conditions: Conditions, version: string, malformed: string | undefined, file: SourceText, start: number, end: number, element: string) {
    const { interfaceTypes, platforms, unmodelled } = conditions.rarities
    this.name = conditions.name ?? ''
    this.group = conditions.group
    this.direction = conditions.direction ?? 'unknown'
    this.action = conditions.action ?? 'unknown'
    this.enabled = conditions.enabled
    this.protocol = conditions.protocol
    this.localPorts = conditions.localPorts
    this.remotePorts = conditions.remotePorts
    this.icmp = conditions.icmp
    this.profiles = conditions.profiles
    this.localAddresses = conditions.localAddresses
    this.remoteAddresses = conditions.remoteAddresses
    this.program = conditions.program
    this.service = conditions.service
    this.interfaceTypes = interfaceTypes
    this.platforms = platforms
    // A firewall ignores rules of a higher major version than its own ([MS-FASP] 2.2.24).
    this.unmodelled = Number.parseInt(version, 10) > 2 ? [...unmodelled, `version=v${version}`] : unmodelled
    this.ipsec = conditions.ipsec
    this.malformed = malformed
    this.#file = file
    this.#start = start
    this.#end = end
    this.#element = element
  }
  get source(): Span { return this.#file.span(this.#start, this.#end, this.#element) }
  get parts(): readonly number[] { return partsIn(textOf(this.#file.units, this.#start, this.#end), this.#start) }
}

const CHILD = /<(?:[^\s<>/:]+:)?(\w+)[^<>]*>([^<]*)</g
function partsIn(text: string, start: number): number[] {
  const parts: number[] = []
  for (const { 1: name = '', 2: value = '', 0: whole, index } of text.matchAll(CHILD)) {
    const part = PARTS.get(name)
    const to = start + index + whole.length - 1
    if (part !== undefined) parts.push(PART_NAMES.indexOf(part), to - value.length, to)
  }
  return parts
}
/** The field that a child of a rule is about. */
const PARTS: ReadonlyMap<string, PartName> = new Map<string, PartName>([
  ['Name', 'name'], ['EmbedCtxt', 'group'], ['Dir', 'direction'], ['Action', 'action'], ['Active', 'enabled'], ['Protocol', 'protocol'],
  ['Profile', 'profiles'], ['App', 'program'], ['Svc', 'service'], ['IFType', 'interfaceTypes'], ['ICMP4', 'icmp'], ['ICMP6', 'icmp'],
  ...['LPort', 'LPort2_10', 'LPort2_20', 'LPort2_24'].map(key => [key, 'localPorts'] as const),
  ...['RPort', 'RPort2_10', 'RPort2_28'].map(key => [key, 'remotePorts'] as const),
  ['LA4', 'localAddresses'], ['LA6', 'localAddresses'],
  ...['RA4', 'RA6', 'RA42', 'RA62'].map(key => [key, 'remoteAddresses'] as const),
])
