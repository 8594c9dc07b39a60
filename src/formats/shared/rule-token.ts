import { addressSet } from '../../model/addresses.ts'
import { parseAddressRange, parseIPv4 } from '../../model/ip.ts'
import { parsePort, PortEntry, portEntry, portSet } from '../../model/ports.ts'
import { parseIcmp } from '../../model/rules.ts'
import type { AddressKeyword, AddressSet, InterfaceType, Platform, PortKeyword, PortSet, ProfileSet } from '../../model/types.ts'
import { AddressEntry } from './rule-entries.ts'

/** What a token of a rule string is about. `nothing`: it says nothing about packets. `fault`: Windows would not take it. */
export const FIELD = {
  nothing: 0, fault: 1, action: 2, active: 3, direction: 4, protocol: 5, profile: 6, localPort: 7, remotePort: 8, icmp4: 9, icmp6: 10,
  localAddress: 11, remoteAddress: 12, program: 13, service: 14, interfaceType: 15, platform: 16, orLater: 17, unmodelled: 18,
  security: 19, remoteMachine: 20, remoteUser: 21, edge: 22, looseSource: 23, name: 24, group: 25,
  localPortAfterProtocol: 26, remotePortAfterProtocol: 27, protocolFault: 28,
} as const

/** One `Key=Value` read by itself: the same text in a million rules is read once and its value shared. */
export interface Token {
  /** One of FIELD. */
  readonly field: number
  /** What the field needs: a word, a number, a set of one entry, or for `fault` and `protocolFault` the reason as a predicate. */
  readonly value: unknown
  /** Never given twice, so lists of tokens can be compared and hashed. */
  readonly id: number
}

let count = 0
const token = (field: number, value: unknown): Token => ({ field, value, id: ++count })
const fault = (why: string): Token => token(FIELD.fault, why)
const NOTHING = token(FIELD.nothing, undefined)

/** Reads one `Key=Value` of a rule string ([MS-GPFAS] 2.2.2; the table of keys below is the whole grammar). */
export function readToken(text: string): Token {
  const equals = text.indexOf('=')
  if (equals < 0) return fault('is not of the form Key=Value (no value may contain "|")')
  const value = text.slice(equals + 1)
  if (value === '') return NOTHING // `Desc=|` occurs in Microsoft's own examples ([MS-GPFAS] 4.3) and means absent
  const key = text.slice(0, equals)
  const reader = READERS.get(key) ?? READERS.get(key.toLowerCase())
  // A key that a newer Windows has made up may narrow the rule.
  return reader ? reader(value, text) : token(FIELD.unmodelled, text)
}

const portTokens: Record<typeof FIELD.localPortAfterProtocol | typeof FIELD.remotePortAfterProtocol, Map<number, Token>> = { 26: new Map(), 27: new Map() }
/** The token of one port, shared by all rules. */
export function portToken(field: keyof typeof portTokens, port: number): Token {
  const known = portTokens[field]
  let made = known.get(port)
  if (!made) known.set(port, (made = token(field, portEntry(port))))
  return made
}
/** The token of ports from `from` to `to`. */
export const portRangeToken = (field: number, from: number, to: number): Token => token(field, from === to ? portEntry(from) : new PortEntry(from, to))
/** The token of IPv4 addresses from `from` to `to`. */
export const addressToken = (field: number, from: number, to: number): Token => token(field, new AddressEntry(from, to))

/** Whether a key is one of the grammar's. */
export const isRuleKey = (key: string): boolean => READERS.has(key.toLowerCase())

type Reader = (value: string, text: string) => Token

/** One of a few words, compared without regard to case: scripts written by hand have `Active=True`. */
function word<T>(field: number, words: Readonly<Record<string, T>>): Reader {
  const tokens = new Map(Object.entries(words).map(([name, value]) => [name.toLowerCase(), token(field, value)]))
  const wrong = fault(`is none of ${Object.keys(words).join(', ')}`)
  return value => tokens.get(value.toLowerCase()) ?? wrong
}
const nothing: Reader = () => NOTHING
const unmodelled: Reader = (_, text) => token(FIELD.unmodelled, text)
/** FALSE is the default and says nothing. */
const flag = (field: number): Reader => (value, text) => (/^false$/i.test(value) ? NOTHING : token(field, text))

/** Up to five digits as a number, -1 for anything else. */
function smallNumber(text: string): number {
  if (text.length > 5) return -1
  let number = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

function ports(field: keyof typeof portTokens, keywords: Readonly<Record<string, PortKeyword>>): Reader {
  const words = wordSets(keywords)
  return value => {
    const number = smallNumber(value)
    if (number >= 0) return number <= 65535 ? portToken(field, number) : fault('names a port above 65535')
    const set = words.get(value.toLowerCase())
    if (set) return token(field, set)
    if (/^[\d\s,-]+$/.test(value)) return fault('holds more than one port; this key takes one, LPort2_10 and RPort2_10 take a range')
    return fault(`is neither a port number nor one of the words that this key takes (${Object.keys(keywords).join(', ') || 'none'})`)
  }
}
function portRange(field: number, keywords: Readonly<Record<string, PortKeyword>>): Reader {
  const words = wordSets(keywords)
  return value => {
    const set = words.get(value.toLowerCase())
    if (set) return token(field, set)
    const range = /^\d+-\d+$/.test(value) ? parsePort(value) : undefined
    return range ? token(field, range) : fault('is not a range of ports "from-to" within 0-65535')
  }
}
/** Keys that came with later versions take words only. */
function portWord(field: number, keywords: Readonly<Record<string, PortKeyword>>): Reader {
  const words = wordSets(keywords)
  // A word that a newer Windows knows is no mistake, but nothing can be proved with it.
  return (value, text) => (words.has(value.toLowerCase()) ? token(field, words.get(value.toLowerCase())) : token(FIELD.unmodelled, text))
}
const wordSets = (keywords: Readonly<Record<string, PortKeyword>>): ReadonlyMap<string, PortSet> =>
  new Map(Object.entries(keywords).map(([name, keyword]) => [name.toLowerCase(), portSet([], [keyword], [], [keyword])]))

function addresses(field: number, family: 4 | 6, keywords: ReadonlyMap<string, AddressSet>): Reader {
  return value => {
    const set = value.charCodeAt(0) > 0x39 ? keywords.get(value.toLowerCase()) : undefined
    if (set) return token(field, set)
    const host = family === 4 ? parseIPv4(value) : undefined // by far the commonest form, without the detours of the others
    if (host !== undefined && isUsable4(host)) return token(field, new AddressEntry(host, host))
    const read = addressOf(value, family)
    return typeof read === 'string' ? fault(read) : token(field, read)
  }
}
/** One address, subnet or range of one family, or why Windows would refuse it ([MS-FASP] 2.2.24 and 2.2.37). */
function addressOf(value: string, family: 4 | 6): AddressSet | string {
  if (value === '*' || value.toLowerCase() === 'any') return 'is not in the grammar: a rule for any address has no such token'
  const range = parseAddressRange(value)
  if (!range) return `is no IPv${family} address, subnet or range, and no word that this key takes`
  if (('v4' in range ? 4 : 6) !== family) return `holds an IPv${10 - family} address, which belongs in the other key`
  const isRange = value.includes('-')
  if (/\/0*$|\/0\.0\.0\.0$/.test(value)) return 'has an empty subnet mask; a rule for any address has no such token'
  if ('v4' in range) {
    const [from] = range.v4
    if (!isRange && !isUsable4(from)) return 'names the unspecified or a loopback address'
    return new AddressEntry(range.v4[0], range.v4[1])
  }
  if (!isRange && range.v6[0] <= 1n) return 'names the unspecified or the loopback address'
  return addressSet([], [range.v6])
}
const isUsable4 = (address: number): boolean => address !== 0 && Math.floor(address / 0x1000000) !== 127

const addressWords = (words: Readonly<Record<string, AddressKeyword>>): ReadonlyMap<string, AddressSet> =>
  new Map(Object.entries(words).map(([name, keyword]) => [name.toLowerCase(), addressSet([], [], [keyword])]))
const NO_WORDS: ReadonlyMap<string, AddressSet> = new Map()
const WORDS4 = addressWords({ LocalSubnet: 'local-subnet4', DNS: 'dns4', DHCP: 'dhcp4', WINS: 'wins4', DefaultGateway: 'default-gateway4' })
const WORDS6 = addressWords({ LocalSubnet: 'local-subnet6', DNS: 'dns6', DHCP: 'dhcp6', WINS: 'wins6', DefaultGateway: 'default-gateway6' })
/** `RA42` and `RA62` add to RA4 and RA6; alone they are a restriction all the same. */
const remoteWords: Reader = (() => {
  const words = addressWords({
    IntrAnet: 'intranet', IntErnet: 'internet', Ply2Renders: 'play-to-device', RmtIntrAnet: 'intranet-remote-access', CaptivePortal: 'captive-portal',
  })
  return (value, text) => {
    const set = words.get(value.toLowerCase())
    return set ? token(FIELD.remoteAddress, set) : token(FIELD.unmodelled, text)
  }
})()

const icmp = (field: number): Reader => value => {
  const entry = /^\d+:(\d+|\*)$/.test(value) ? parseIcmp(value) : undefined
  return entry === undefined ? fault('is not "type:code" with numbers up to 255, or * for the code') : token(field, Object.freeze([entry]))
}

/**
 * Doubled backslashes are sometimes stored as they are (the example of [MS-GPFAS] 4.2, by its size field).
 * Two at the beginning are a share.
 */
const program: Reader = value => {
  if (value.length >= 260) return fault('is longer than a path may be (259 characters)')
  if (/[/*?"<>]/.test(value)) return fault('holds a character that no path may have (/ * ? " < >)')
  return token(FIELD.program, value.includes('\\\\') ? value.replace(/(?!^)\\{2,}/g, '\\').replace(/^\\{3,}/, '\\\\') : value)
}
const service: Reader = value =>
  value.length < 260 && !/[/\\]/.test(value) ? token(FIELD.service, value) : fault('is no service name (up to 259 characters without / and \\)')

const platform: Reader = value => {
  const match = /^(\d{1,3}):(\d{1,3}):(\d{1,3})$/.exec(value)
  if (!match) return fault('is not "platform:major:minor"')
  return token(FIELD.platform, { platform: Number(match[1]), major: Number(match[2]), minor: Number(match[3]), orLater: false } satisfies Platform)
}
/** Firewalls of this version or lower ignore the rule. 2.22 is Windows 8.1: below it no Windows that matters is left out. */
const skipVersion: Reader = (value, text) => {
  const match = /^(\d{1,3})\.(\d{1,3})$/.exec(value)
  if (!match) return fault('is not a version such as 2.22')
  const version = Number(match[1]) * 1000 + Number(match[2])
  return version < 2022 ? NOTHING : token(FIELD.unmodelled, text)
}
const interfaceType: Reader = (value, text) => {
  const type = INTERFACE_TYPES.get(value.toLowerCase())
  return type ? token(FIELD.interfaceType, type) : token(FIELD.unmodelled, text)
}
const INTERFACE_TYPES: ReadonlyMap<string, InterfaceType> = new Map([
  ['lan', 'lan'], ['wireless', 'wireless'], ['remoteaccess', 'remote-access'],
])

/** Every key, as the specification writes it and in lower case. [MS-GPFAS] 2.2.2.19 unless a line says otherwise. */
const READERS: ReadonlyMap<string, Reader> = new Map(Object.entries<Reader>({
  Action: word(FIELD.action, { Allow: 'allow', Block: 'block', ByPass: 'bypass' }),
  Active: word(FIELD.active, { TRUE: true, FALSE: false }),
  Dir: word(FIELD.direction, { In: 'inbound', Out: 'outbound' }),
  Protocol: value => (/^\d{1,3}$/.test(value) && Number(value) <= 255 ? token(FIELD.protocol, Number(value)) : token(FIELD.protocolFault, 'is not a protocol number from 0 to 255')),
  Profile: word<ProfileSet>(FIELD.profile, { Domain: 1, Private: 2, Public: 4 }),
  LPort: ports(FIELD.localPortAfterProtocol, { RPC: 'rpc', 'RPC-EPMap': 'rpc-epmap', Teredo: 'teredo' }),
  LPort2_10: portRange(FIELD.localPortAfterProtocol, { IPTLSIn: 'iphttps', IPHTTPSIn: 'iphttps' }),
  LPort2_20: portWord(FIELD.localPort, { DHCP: 'dhcp', Ply2Disc: 'ply2disc' }),
  LPort2_24: portWord(FIELD.localPort, { mDNS: 'mdns' }), // the ABNF calls it "2-25" and names no key; real rules have 2_24
  LPort2_25: portWord(FIELD.localPort, { mDNS: 'mdns' }),
  LPort2_29: portWord(FIELD.localPort, { TcpCDPSvc: 'tcpcdpsvc' }),
  RPort: ports(FIELD.remotePortAfterProtocol, {}),
  RPort2_10: portRange(FIELD.remotePortAfterProtocol, { IPTLSOut: 'iphttps', IPHTTPSOut: 'iphttps' }),
  RPort2_28: portWord(FIELD.remotePort, { CortanaOut: 'cortana' }),
  ICMP4: icmp(FIELD.icmp4),
  ICMP6: icmp(FIELD.icmp6),
  LA4: addresses(FIELD.localAddress, 4, NO_WORDS),
  LA6: addresses(FIELD.localAddress, 6, NO_WORDS),
  RA4: addresses(FIELD.remoteAddress, 4, WORDS4),
  RA6: addresses(FIELD.remoteAddress, 6, WORDS6),
  RA42: remoteWords,
  RA62: remoteWords,
  App: program,
  Svc: service,
  IFType: interfaceType,
  Platform: platform,
  Platform2: (value, text) => token(/^gteq$/i.test(value) ? FIELD.orLater : FIELD.unmodelled, text),
  SkipVer: skipVersion,
  Name: value => (value.length > 9999 || /^all$/i.test(value) ? fault('is no name that a rule may have') : token(FIELD.name, value)),
  EmbedCtxt: value => token(FIELD.group, value),
  Desc: nothing,
  Defer: nothing, // about edge traversal only
  Edge: flag(FIELD.edge),
  // Applies to traffic that IPsec protects only ([MS-FASP] 2.2.35).
  Security: (_, text) => token(FIELD.security, text),
  Security2_9: (_, text) => token(FIELD.security, text),
  Security2: (_, text) => token(FIELD.security, text),
  RMAuth: (_, text) => token(FIELD.remoteMachine, text),
  RUAuth: (_, text) => token(FIELD.remoteUser, text),
  LSM: flag(FIELD.looseSource),
  // Narrow the rule, or change how it matches, in ways that files do not decide.
  AuthByPassOut: flag(FIELD.unmodelled),
  LOM: flag(FIELD.unmodelled),
  PCross: flag(FIELD.unmodelled),
  TTK: unmodelled,
  TTK2_22: unmodelled,
  TTK2_27: unmodelled,
  TTK2_28: unmodelled,
  NNm: unmodelled,
  SecurityRealmId: unmodelled,
  AppPkgId: unmodelled,
  PFN: unmodelled,
  LUAuth: unmodelled,
  LUAuth2_24: unmodelled,
  LUOwn: unmodelled,
  IF: unmodelled,
}).flatMap(([key, reader]) => [[key, reader], [key.toLowerCase(), reader]] as const))
