import type { SourceFile } from '../../model/stages.ts'
import {
  type Action, type AddressSet, type Direction, type IcmpSet, type InterfaceType, PART_NAMES, type PartName, type Platform, type PortSet, type Problem,
  type ProfileSet, type Protocol, type Rule, type Span,
} from '../../model/types.ts'
import type { XmlElement } from '../../text/xml.ts'
import { Conditions } from './rule-conditions.ts'
import { readToken, type Token } from './rule-token.ts'

/**
 * Reads the rule elements of a report. Their children are the keys of a rule string in an order of their own, so each is read as a
 * token of that grammar. A report has no rule ids. One reader serves all rules of a file.
 */
export class RuleReader {
  readonly #conditions = new Conditions()
  readonly #keys: string[] = []
  readonly #values: string[] = []
  /** Start and end of each value. */
  readonly #places: number[] = []
  readonly #tokens = new Map<string, Map<string, Token>>()
  #element = ''
  #version = ''

  begin(element: string): void {
    this.#element = element
    this.#version = ''
    this.#keys.length = this.#values.length = this.#places.length = 0
  }

  add(element: XmlElement): void {
    const { name } = element
    if (name === 'Desc') return // says nothing about packets, and is the longest
    const value = element.text.trim()
    if (name === 'Version') { this.#version = value; return }
    // Ports and ICMP types count behind the protocol only, and reports often have it last.
    if (name === 'Protocol' && this.#keys[0] !== name) {
      this.#keys.unshift(name)
      this.#values.unshift(value)
      this.#places.unshift(element.textStart, element.textEnd)
    } else {
      this.#keys.push(name)
      this.#values.push(value)
      this.#places.push(element.textStart, element.textEnd)
    }
  }

  read(file: SourceFile, start: number, end: number, problems: Problem[]): Rule {
    const conditions = this.#conditions
    conditions.clear()
    for (let i = 0; i < this.#keys.length; i++) {
      const key = this.#keys[i] as string
      const value = this.#values[i] as string
      if (key === 'Name' && !/^all$/i.test(value) && value.length < 10_000) conditions.name = value // hardly ever the same twice
      else conditions.add(this.#token(key, value), i)
    }
    // Which list a rule stands in says its direction too.
    if (!this.#keys.includes('Dir')) conditions.direction = this.#element === 'InboundFirewallRules' ? 'inbound' : 'outbound'
    conditions.finish()
    const source = file.span(start, end, this.#element)
    for (const { at, why } of conditions.faults) {
      const [from, to] = at < 0 ? [start, end] : [this.#places[at * 2] as number, this.#places[at * 2 + 1] as number]
      const message = `Windows would drop rule "${clip(conditions.name ?? '')}": ${this.#because(at, why)}.`
      problems.push({ code: 'rule-malformed', message, source: file.span(from, to, this.#element) })
    }
    const [fault] = conditions.faults
    return new ReportRule(conditions, this.#version, fault && this.#because(fault.at, fault.why), source, file)
  }
  #because(at: number, why: string): string {
    return at < 0 ? why : `${this.#keys[at] ?? ''} "${clip(this.#values[at] ?? '')}" ${why}`
  }

  /** The same child in a hundred thousand rules is read once. */
  #token(name: string, value: string): Token {
    let tokens = this.#tokens.get(name)
    if (!tokens) this.#tokens.set(name, tokens = new Map())
    let token = tokens.get(value)
    if (!token) {
      // No value holds a "|" ([MS-FASP] 2.2.37).
      token = readToken(value.includes('|') ? value.replaceAll('=', ' ') : `${keyFor(name, value)}=${value}`)
      if (tokens.size < 4000) tokens.set(value, token) // where nearly all values differ, holding them saves nothing
    }
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
  readonly source: Span
  readonly #file: SourceFile

  constructor(conditions: Conditions, version: string, malformed: string | undefined, source: Span, file: SourceFile) {
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
    this.source = source
    this.#file = file
  }
  get parts(): readonly number[] { return partsIn(this.#file.text, this.source.start, this.source.end) }
}

const CHILD = /<(?:[^\s<>/:]+:)?(\w+)[^<>]*>([^<]*)</g
function partsIn(text: string, start: number, end: number): number[] {
  const parts: number[] = []
  for (const { 1: name = '', 2: value = '', 0: whole, index } of text.slice(start, end).matchAll(CHILD)) {
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
