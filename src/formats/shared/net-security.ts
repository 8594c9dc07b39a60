import { addressSet, isAnyAddress, parseAddresses } from '../../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePort, parsePorts, portSet } from '../../model/ports.ts'
import { ALL_PROFILES, parseIcmp, parseProtocol } from '../../model/rules.ts'
import { type AddressKeyword, type InterfaceType, PART_NAMES, type Platform, type PortKeyword, type ProfileSet, type Rule } from '../../model/types.ts'
import { describe, elements, isKnown, textOfValue, type Value } from '../../text/powershell/values.ts'
import type { Draft, Said } from './net-security-draft.ts'

const NONE: readonly never[] = Object.freeze([])

/** Names of an enumeration in lower case, and its numbers (MSFT_NetFirewallRule). */
type Words<T> = ReadonlyMap<string, T>
export const DIRECTIONS: Words<Rule['direction']> = new Map([['inbound', 'inbound'], ['1', 'inbound'], ['outbound', 'outbound'], ['2', 'outbound']])
export const ACTIONS: Words<Rule['action']> = new Map([['allow', 'allow'], ['2', 'allow'], ['block', 'block'], ['4', 'block'], ['notconfigured', 'unknown'], ['0', 'unknown']])
export const SWITCH: Words<boolean> = new Map([['true', true], ['1', true], ['false', false], ['2', false]])
/** `GpoBoolean`: what is not configured is `null`. */
export const GPO_BOOLEAN: Words<boolean | null> = new Map<string, boolean | null>([...SWITCH, ['notconfigured', null]])
export const DEFAULT_ACTIONS: Words<'allow' | 'block' | null> = new Map([['allow', 'allow'], ['2', 'allow'], ['block', 'block'], ['4', 'block'], ['notconfigured', null], ['0', null]])
const PROFILE_WORDS: Words<ProfileSet> = new Map([
  ['any', ALL_PROFILES], ['0', ALL_PROFILES], ['domain', 1], ['1', 1], ['private', 2], ['2', 2], ['public', 4], ['4', 4], ['notapplicable', ALL_PROFILES],
])
const INTERFACES: Words<InterfaceType | undefined> = new Map([['any', undefined], ['wired', 'lan'], ['wireless', 'wireless'], ['remoteaccess', 'remote-access']])
const NEED: Words<boolean> = new Map([['notrequired', false], ['required', true], ['noencap', true], ['dynamic', true]])

const LOCAL_PORTS: ReadonlyMap<string, PortKeyword> = new Map([
  ['rpc', 'rpc'], ['rpcepmap', 'rpc-epmap'], ['iphttpsin', 'iphttps'], ['teredo', 'teredo'], ['playtodiscovery', 'ply2disc'], ['mdns', 'mdns'],
])
const REMOTE_PORTS: ReadonlyMap<string, PortKeyword> = new Map([['iphttpsout', 'iphttps']])
const ADDRESSES: ReadonlyMap<string, AddressKeyword> = new Map<string, AddressKeyword>([
  ...[['localsubnet', 'local-subnet'], ['dns', 'dns'], ['dhcp', 'dhcp'], ['wins', 'wins'], ['defaultgateway', 'default-gateway']].flatMap(([word, neutral]) =>
    ['', '4', '6'].map((family): [string, AddressKeyword] => [`${word ?? ''}${family}`, `${neutral ?? ''}${family}` as AddressKeyword])),
  ['intranet', 'intranet'], ['internet', 'internet'], ['intranetremoteaccess', 'intranet-remote-access'], ['playtodevice', 'play-to-device'], ['captiveportal', 'captive-portal'],
])

/** A word of an enumeration, which PowerShell lets people shorten as long as it fits one name only. */
export function enumWord<T>(words: Words<T>, text: string): T | undefined {
  const lower = text.trim().toLowerCase()
  if (words.has(lower)) return words.get(lower)
  const fitting = lower === '' ? [] : [...words.keys()].filter(word => word.startsWith(lower) && !/^\d/.test(word))
  return fitting.length === 1 ? words.get(fitting[0] as string) : undefined
}

/** Takes one parameter into a draft. */
export type Reader = (draft: Draft, said: Said, parameter: string) => void

const word = <K extends 'direction' | 'action' | 'enabled'>(key: K, words: Words<Rule[K]>): Reader => {
  const index = PART_NAMES.indexOf(key)
  // The spelling of the cmdlet's own documentation needs no lower case.
  const seen = new Map([...words].map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]))
  return (draft, said, parameter) => {
    draft.part(index, said)
    const text = textOfValue(said.value)
    if (text === undefined) {
      (draft as { [P in K]: Rule[K] | undefined })[key] = 'unknown' as Rule[K]
      draft.open(parameter, said)
      return
    }
    const value = seen.get(text) ?? enumWord(words, text)
    if (value === undefined) draft.refuse(`-${parameter} ${quoted(text)} is none of ${namesOf(words)}`, said)
    else (draft as { [P in K]: Rule[K] | undefined })[key] = value
  }
}
const namesOf = (words: Words<unknown>): string => [...words.keys()].filter(name => !/^\d/.test(name)).join(', ')
const quoted = (text: string): string => `"${text.length > 100 ? `${text.slice(0, 99)}…` : text}"`

/** A text as it is kept; for names what stands in the file will do where the value is not known. */
const label = (key: 'name' | 'group'): Reader => {
  const index = PART_NAMES.indexOf(key)
  return (draft, said) => {
    draft.part(index, said)
    draft[key] = textOfValue(said.value) ?? describe(said.value)
  }
}
const id: Reader = (draft, said) => {
  draft.part(ID, said)
  const text = textOfValue(said.value)
  draft.id = text === undefined || text === '' ? null : text
}
const ID = PART_NAMES.indexOf('id')
/** A program or service; one that is not known still narrows the rule. */
const owner = (key: 'program' | 'service'): Reader => {
  const index = PART_NAMES.indexOf(key)
  return (draft, said, parameter) => {
    draft.part(index, said)
    const text = textOfValue(said.value)
    if (text === undefined) { draft.narrow(`${parameter}=${describe(said.value)}`); draft.open(parameter, said) }
    else if (text !== '' && text.toLowerCase() !== 'any' && !(key === 'program' && text === '*')) draft[key] = text
  }
}
const protocol: Reader = (draft, said, parameter) => {
  draft.part(PROTOCOL, said)
  const text = textOfValue(said.value)
  if (text === undefined) { draft.protocol = 'unknown'; draft.open(parameter, said); return }
  const value = PROTOCOLS.get(text) ?? parseProtocol(text)
  if (value === undefined || text.trim() === '*') draft.refuse(`-${parameter} ${quoted(text)} is no protocol: TCP, UDP, ICMPv4, ICMPv6, Any or a number up to 255`, said)
  else draft.protocol = value
}
const PROTOCOL = PART_NAMES.indexOf('protocol')
const PROTOCOLS: ReadonlyMap<string, Rule['protocol']> = new Map([['TCP', 6], ['UDP', 17]])

const isText = (value: unknown): value is string => typeof value === 'string'
/** Texts of a list; what is not known stands apart. A text keeps its commas: the cmdlets do not split it. */
function tokensOf(value: Value): { known: readonly string[]; open: readonly string[] } {
  if (typeof value === 'string') return { known: [value], open: NONE }
  if (Array.isArray(value) && value.every(isText)) return { known: value as readonly string[], open: NONE }
  const known: string[] = []
  const open: string[] = []
  const items = elements(value, true)
  if (!items) open.push(describe(value))
  for (const item of items ?? []) {
    const text = isKnown(item) ? textOfValue(item) : undefined
    if (text === undefined) open.push(describe(item))
    else if (item !== null) known.push(text)
  }
  return { known, open }
}

/** What texts were read as, by these texts. Emptied when full: it only saves time. */
class Cache<T> {
  readonly #held = new Map<string, T>()
  readonly #read: (texts: readonly string[]) => T
  constructor(read: (texts: readonly string[]) => T) { this.#read = read }

  of(texts: readonly string[]): T {
    const [text] = texts
    return texts.length === 1 && text !== undefined ? this.ofOne(text) : this.#read(texts)
  }
  /** Only words come back often enough to be worth it, numbers do not. */
  ofOne(text: string): T {
    if (text.charCodeAt(0) < 58 || text.length > 30) return this.#read([text])
    const held = this.#held.get(text)
    if (held !== undefined) return held
    if (this.#held.size >= 5000) this.#held.clear()
    const made = this.#read([text])
    this.#held.set(text, made)
    return made
  }
}

const ports = (key: 'localPorts' | 'remotePorts', keywords: ReadonlyMap<string, PortKeyword>): Reader => {
  const index = PART_NAMES.indexOf(key)
  const cache = new Cache(texts => parsePorts(texts, keywords))
  return (draft, said, parameter) => {
    draft.part(index, said)
    const single = typeof said.value === 'string' ? parsePort(said.value) : undefined
    if (single) { draft[key] = single; return }
    const { known, open } = tokensOf(said.value)
    const { set, bad } = cache.of(known)
    const [first] = bad
    if (first !== undefined) {
      const hint = first.includes(',') ? ': a list in one text; write the numbers without quotes around them all' : /^rpc-epmap$/i.test(first) ? ': the cmdlet\'s keyword is RPCEPMap' : ''
      draft.refuse(`-${parameter} ${quoted(first)} is no port, range or keyword of this cmdlet${hint}`, said)
      draft[key] = set === ANY_PORTS ? portSet([]) : set
    } else if (open.length === 0) draft[key] = set
    else {
      draft.open(parameter, said)
      const isAny = known.length > 0 && isAnyPort(set)
      draft[key] = isAny ? set : known.length === 0 ? portSet([], [], open, open) : portSet(set.ranges, set.keywords, open, [...(set.text ?? []), ...open])
    }
  }
}
const addresses = (key: 'localAddresses' | 'remoteAddresses'): Reader => {
  const index = PART_NAMES.indexOf(key)
  const cache = new Cache(texts => parseAddresses(texts, ADDRESSES))
  return (draft, said, parameter) => {
    draft.part(index, said)
    const { known, open } = tokensOf(said.value)
    const { set, bad } = cache.of(known)
    // A keyword limited to one family that the model cannot limit: kept, and proves nothing.
    if (bad.length === 0 && open.length === 0) { draft[key] = set; return }
    const halves = bad.filter(text => /^(?:intranet|internet|intranetremoteaccess|playtodevice|captiveportal)[46]$/i.test(text))
    const first = bad.find(text => !halves.includes(text))
    if (first !== undefined) draft.refuse(`-${parameter} ${quoted(first)} is no address, subnet, range or keyword of this cmdlet`, said)
    const rest = [...open, ...halves]
    if (open.length > 0) draft.open(parameter, said)
    if (rest.length === 0) draft[key] = first !== undefined && isAnyAddress(set) ? addressSet([]) : set
    else if (known.length === halves.length) draft[key] = addressSet([], [], [], rest, rest)
    else draft[key] = isAnyAddress(set) && set.text === undefined && known.length > bad.length ? set : addressSet(set.v4, set.v6, set.keywords, rest, [...(set.text ?? []), ...rest])
  }
}
const icmp: Reader = (draft, said, parameter) => {
  draft.part(ICMP, said)
  const { known, open } = tokensOf(said.value)
  if (open.length > 0) { draft.open(parameter, said); for (const text of open) draft.narrow(`${parameter}=${text}`) }
  if (known.some(text => /^any$/i.test(text))) { draft.icmp = []; return }
  const read = known.map(parseIcmp)
  const bad = read.indexOf(undefined)
  if (bad >= 0) draft.refuse(`-${parameter} ${quoted(known[bad] ?? '')} is no ICMP type`, said)
  else draft.icmp = read as string[]
}
const ICMP = PART_NAMES.indexOf('icmp')

const readProfiles = ([text = '']: readonly string[]): ProfileSet | null => {
  let set = 0
  for (const part of text.split(',')) {
    const bit = enumWord(PROFILE_WORDS, part)
    if (bit === undefined) return null
    set |= bit
  }
  return set
}
const profileCache = new Cache(readProfiles)
/** Domain, Private, Public, Any; a list, or one text with commas, because it is a set of flags. */
export function profilesOf(value: Value): ProfileSet | null | undefined {
  if (typeof value === 'string') return profileCache.ofOne(value)
  const { known, open } = tokensOf(value)
  if (open.length > 0) return undefined
  let set = 0
  for (const text of known) {
    const bits = profileCache.ofOne(text)
    if (bits === null) return null
    set |= bits
  }
  return set
}
const PROFILES = PART_NAMES.indexOf('profiles')
const profiles: Reader = (draft, said, parameter) => {
  draft.part(PROFILES, said)
  const set = profilesOf(said.value)
  if (set === null) draft.refuse(`-${parameter} ${quoted(describe(said.value))} is none of Any, Domain, Private, Public`, said)
  else if (set === undefined) { draft.narrow(`${parameter}=${describe(said.value)}`); draft.open(parameter, said) }
  else draft.profiles = set === 0 ? ALL_PROFILES : set
}
const INTERFACE_TYPES = PART_NAMES.indexOf('interfaceTypes')
const interfaceTypes: Reader = (draft, said, parameter) => {
  draft.part(INTERFACE_TYPES, said)
  const { known, open } = tokensOf(said.value)
  for (const text of open) draft.narrow(`${parameter}=${text}`)
  const list = new Set<InterfaceType>()
  let isAny = open.length > 0
  for (const text of known.flatMap(item => item.split(','))) {
    const type = enumWord(INTERFACES, text)
    if (type !== undefined) list.add(type)
    else if (/^any$/i.test(text.trim())) isAny = true
    else { draft.refuse(`-${parameter} ${quoted(text)} is none of ${namesOf(INTERFACES)}`, said); return }
  }
  draft.interfaceTypes = isAny ? [] : [...list]
}
/** `6.1`, `10.0+`: this version, or this and later ones. */
const platforms: Reader = (draft, said, parameter) => {
  const { known, open } = tokensOf(said.value)
  for (const text of open) draft.narrow(`${parameter}=${text}`)
  const list: Platform[] = []
  for (const text of known) {
    if (text.trim() === '' || /^any$/i.test(text)) continue
    const match = /^(\d{1,3})\.(\d{1,3})(\+)?$/.exec(text.trim())
    if (!match) { draft.refuse(`-${parameter} ${quoted(text)} is no version of Windows such as 6.1 or 10.0+`, said); return }
    list.push({ platform: 2, major: Number(match[1]), minor: Number(match[2]), orLater: match[3] === '+' })
  }
  draft.platforms = list
}
/** Narrows the rule in a way the model lacks, unless the value is one of the words that mean "not". */
const narrowing = (...neutral: readonly string[]): Reader => (draft, said, parameter) => {
  const text = describe(said.value)
  if (text !== '' && !neutral.includes(text.toLowerCase())) draft.narrow(`${parameter}=${text}`)
}
/** Users and computers are known through IPsec only. */
const authorised: Reader = (draft, said, parameter) => {
  const text = describe(said.value)
  if (text === '' || text.toLowerCase() === 'any') return
  draft.narrow(`${parameter}=${text}`)
  draft.needsAuthentication ??= said
}
const authentication: Reader = (draft, said, parameter) => {
  const text = textOfValue(said.value)
  const need = text === undefined ? true : enumWord(NEED, text)
  if (need === undefined) { draft.refuse(`-${parameter} ${quoted(text ?? '')} is none of NotRequired, Required, NoEncap`, said); return }
  if (!need) return
  draft.isAuthenticated = true
  draft.narrow(`${parameter}=${describe(said.value)}`)
}
const encryption: Reader = (draft, said, parameter) => {
  const text = textOfValue(said.value)
  const need = text === undefined ? true : enumWord(NEED, text)
  if (need === undefined) draft.refuse(`-${parameter} ${quoted(text ?? '')} is none of NotRequired, Required, Dynamic`, said)
  else if (need) { draft.narrow(`${parameter}=${describe(said.value)}`); draft.needsAuthentication ??= said }
}
const overrideBlockRules: Reader = (draft, said, parameter) => {
  const text = textOfValue(said.value)
  const on = text === undefined ? undefined : enumWord(SWITCH, text)
  if (text === undefined) draft.narrow(`${parameter}=${describe(said.value)}`)
  else if (on === undefined) draft.refuse(`-${parameter} ${quoted(text)} is neither True nor False`, said)
  else if (on) { draft.overrides = true; draft.needsAuthentication ??= said }
}
/** Says nothing about which packets match. */
const silent: Reader = () => {}

/** The parameters that say what a rule is, by the name of the cmdlet reference. */
export const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>(Object.entries({
  Name: id,
  DisplayName: label('name'),
  NewDisplayName: label('name'),
  Group: label('group'),
  Direction: word('direction', DIRECTIONS),
  Action: word('action', ACTIONS),
  Enabled: word('enabled', SWITCH),
  Protocol: protocol,
  LocalPort: ports('localPorts', LOCAL_PORTS),
  RemotePort: ports('remotePorts', REMOTE_PORTS),
  IcmpType: icmp,
  Profile: profiles,
  LocalAddress: addresses('localAddresses'),
  RemoteAddress: addresses('remoteAddresses'),
  Program: owner('program'),
  Service: owner('service'),
  InterfaceType: interfaceTypes,
  Platform: platforms,
  Package: narrowing('any', '*'),
  InterfaceAlias: narrowing('any', '*'),
  DynamicTarget: narrowing('any', '0'),
  RemoteDynamicKeywordAddresses: narrowing(),
  PolicyAppId: narrowing(),
  LocalUser: narrowing('any'),
  Owner: narrowing('any'),
  RemoteUser: authorised,
  RemoteMachine: authorised,
  Authentication: authentication,
  Encryption: encryption,
  OverrideBlockRules: overrideBlockRules,
  // LocalOnlyMapping on an allow rule ignores the remote end in matching ([MS-GPFAS] 2.2.2.19): it changes what matches.
  LocalOnlyMapping: narrowing('false', '2'),
  // A looser match of replies, and NAT traversal through Teredo: neither opens a LAN port.
  LooseSourceMapping: silent,
  EdgeTraversalPolicy: silent,
  Description: silent,
}))
