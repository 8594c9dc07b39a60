import { ANY_ADDRESSES, addressSet, isAnyAddress, parseAddresses } from '../../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePorts, portSet } from '../../model/ports.ts'
import { ALL_PROFILES, makeRule, NOT_VERBOSE, parseIcmp, parseProtocol, profileBit, PROFILES } from '../../model/rules.ts'
import type { SourceFile } from '../../model/stages.ts'
import { type InterfaceType, PART_NAMES, type PartName, type ProfileSet, type Rule, type Span } from '../../model/types.ts'
import { leftOutPackage } from '../shared/package-rule.ts'
import { GROUP_POLICY, LOCAL, type ScriptState, type Target } from '../shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_PORTS } from '../shared/tool-keywords.ts'
import { assign, type Said } from './fields.ts'
import type { DumpField, DumpValue } from './labels.ts'
import { cutAtColon, type Line } from './lines.ts'
import type { Words } from './words.ts'

/** One block of `show rule`. */
export function readRule(block: readonly Line[], words: Words, state: ScriptState, file: SourceFile): void {
  const [head, , ...rest] = block as [Line, Line, ...Line[]]
  const raw: (Said & { label: string; more: string[] })[] = []
  for (const line of [head, ...rest]) {
    const last = raw.at(-1)
    const pair = /^[ \t\u3000]{20,}/.test(line.text) ? undefined : cutAtColon(line.text)
    if (pair) raw.push({ label: pair.label, value: pair.value, start: line.start + pair.at, end: line.start + pair.at + pair.value.length, more: [] })
    else if (last && line.text.trim() !== '') last.more.push(line.text.trim())
  }
  const { said, unplaced } = assign(raw, words)
  const first = raw[0] as Said
  const source = file.span(head.start, Math.max(...raw.map(({ end }) => end)))
  const unmodelled = unplaced.filter(({ value }) => value !== '' && !words.is(value, 'any') && !words.is(value, 'notRequired')).map(({ label, value }) => `${label}=${value}`)
  if (unplaced.length === 0 && !VERBOSE_FIELDS.some(field => said.has(field))) unmodelled.push(NOT_VERBOSE)
  state.rule(ruleOf(said, first, source, unmodelled, words, state, file), targetOf(said, words))
}

/** Lines that only `verbose` prints. It prints the last three of these for every rule, also where they say "any". */
const VERBOSE_FIELDS: readonly DumpField[] = ['program', 'service', 'remoteComputerGroup', 'remoteUserGroup', 'interfaceTypes', 'security', 'source']

function targetOf(said: ReadonlyMap<DumpField, Said>, words: Words): Target {
  const source = said.get('source')?.value
  return source !== undefined && words.is(source, 'groupPolicy') ? GROUP_POLICY : LOCAL
}

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
