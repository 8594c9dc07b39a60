import { parseAddresses } from '../../model/addresses.ts'
import { parsePorts } from '../../model/ports.ts'
import { ALL_PROFILES, parseIcmp, parseProtocol, PROFILES, profileBit } from '../../model/rules.ts'
import type { AddressKeyword, InterfaceType, Platform, PortKeyword, ProfileSet, Rule } from '../../model/types.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from '../shared/tool-keywords.ts'

/** What a rule has said so far. */
export type Said = { -readonly [K in keyof Rule]?: Rule[K] }
/** Reads one value into a rule; a text is why it cannot be. */
type Take = (said: Said, value: string | readonly string[]) => string | undefined

const NEUTRAL_PORTS: ReadonlyMap<string, PortKeyword> = new Map([...TOOL_PORTS, ['tcpcdpsvc', 'tcpcdpsvc'], ['cortana', 'cortana']])
const NEUTRAL_ADDRESSES: ReadonlyMap<string, AddressKeyword> = new Map([
  ...TOOL_ADDRESSES, ...[...TOOL_ADDRESSES.values()].map(word => [word, word] as const),
])
const NEUTRAL_INTERFACES: ReadonlyMap<string, InterfaceType> = new Map([...TOOL_INTERFACES, ...[...TOOL_INTERFACES.values()].map(word => [word, word] as const)])

const asList = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)
/** A text of the file within a message. */
export const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text)

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
/** Says nothing about packets. */
export const nothing: Take = () => undefined

const PLATFORM = /^(\d{1,3}):(\d{1,3}):(\d{1,3})(\+?)$/
/** The keys of a rule, and what each takes. */
export const TAKERS: ReadonlyMap<string, Take> = new Map<string, Take>([
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
