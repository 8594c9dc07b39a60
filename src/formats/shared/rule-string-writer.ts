import { isAnyAddress } from '../../model/addresses.ts'
import { formatIPv4, formatIPv6 } from '../../model/ip.ts'
import { isAnyPort, rangeText } from '../../model/ports.ts'
import { ALL_PROFILES, profileNames } from '../../model/rules.ts'
import type { AddressSet, PortKeyword, PortSet, Range4, Range6, Rule } from '../../model/types.ts'
import { isRuleKey } from './rule-token.ts'
import { undecided } from './undecided.ts'

/**
 * A rule as Windows keeps it in the registry, in the order the console writes it ([MS-GPFAS] 2.2.2.19). One that says more than a rule
 * string can is switched off.
 */
export function writeRuleString(rule: Rule, version = '2.31'): string {
  const tokens = [
    `Action=${{ allow: 'Allow', block: 'Block', bypass: 'ByPass', unknown: 'Allow' }[rule.action]}`,
    `Active=${rule.enabled === true && !saysMore(rule) ? 'TRUE' : 'FALSE'}`,
    `Dir=${rule.direction === 'outbound' ? 'Out' : 'In'}`,
    ...(typeof rule.protocol === 'number' ? [`Protocol=${rule.protocol}`] : []),
    ...(rule.profiles === ALL_PROFILES ? [] : profileNames(rule.profiles).map(p => `Profile=${p.charAt(0).toUpperCase()}${p.slice(1)}`)),
    ...portTokens(rule.localPorts, 'LPort', 'In'),
    ...portTokens(rule.remotePorts, 'RPort', 'Out'),
    ...rule.icmp.map(entry => `${rule.protocol === 58 ? 'ICMP6' : 'ICMP4'}=${entry}`),
    ...addressTokens(rule.localAddresses, 'LA'),
    ...addressTokens(rule.remoteAddresses, 'RA'),
    ...said('App', rule.program),
    ...said('Svc', rule.service),
    ...rule.interfaceTypes.flatMap(type => said('IFType', { lan: 'Lan', wireless: 'Wireless', 'remote-access': 'RemoteAccess', 'mobile-broadband': undefined }[type])),
    ...said('Name', rule.name),
    ...said('EmbedCtxt', rule.group),
    ...rule.platforms.flatMap(p => [`Platform=${p.platform}:${p.major}:${p.minor}`, ...(p.orLater ? ['Platform2=GTEQ'] : [])]),
    ...rule.unmodelled.filter(isToken).map(plain),
  ]
  return `v${version}|${tokens.join('|')}|`
}

const isToken = (entry: string): boolean => entry.includes('=') && isRuleKey(entry.slice(0, entry.indexOf('=')))
/** Windows takes no words for local addresses, and knows three interface types. */
const saysMore = (rule: Rule): boolean => undecided(rule).length > 0 || !rule.unmodelled.every(isToken)
  || rule.localAddresses.keywords.length > 0 || rule.interfaceTypes.includes('mobile-broadband')

const said = (key: string, value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [`${key}=${plain(value)}`])
/** No value may hold a bar, and there is no escape; line ends and NUL would end it too. */
const plain = (value: string): string => value.replace(/[|\r\n\0]+/g, ' ')

function portTokens(set: PortSet, key: 'LPort' | 'RPort', side: 'In' | 'Out'): readonly string[] {
  if (isAnyPort(set)) return []
  return [
    ...set.ranges.map(range => (range[0] === range[1] ? `${key}=${range[0]}` : `${key}2_10=${rangeText(range)}`)),
    ...set.keywords.flatMap(keyword => (keyword === 'iphttps' ? [`${key}2_10=IPTLS${side}`, `${key}2_10=IPHTTPS${side}`] : [`${key}${PORT_WORDS[keyword]}`])),
  ]
}
const PORT_WORDS: Readonly<Record<Exclude<PortKeyword, 'iphttps'>, string>> = {
  rpc: '=RPC', 'rpc-epmap': '=RPC-EPMap', teredo: '=Teredo', dhcp: '2_20=DHCP', ply2disc: '2_20=Ply2Disc', mdns: '2_24=mDNS',
  tcpcdpsvc: '2_29=TcpCDPSvc', cortana: '2_28=CortanaOut',
}

function addressTokens(set: AddressSet, key: 'LA' | 'RA'): readonly string[] {
  if (isAnyAddress(set)) return []
  return [
    ...set.v4.map(range => `${key}4=${subnet4(range)}`),
    ...set.v6.map(range => `${key}6=${subnet6(range)}`),
    ...(key === 'LA' ? [] : set.keywords.flatMap(remoteWord)),
  ]
}
/** A mask in the console's own spelling; a range where it is none. */
function subnet4([from, to]: Range4): string {
  const size = to - from + 1
  if (size === 1) return formatIPv4(from)
  // Windows refuses a subnet of the unspecified or the loopback addresses, and takes the range.
  const isSubnet = size < 2 ** 32 && Number.isInteger(Math.log2(size)) && from % size === 0 && from !== 0 && from >>> 24 !== 127
  return isSubnet ? `${formatIPv4(from)}/${formatIPv4(2 ** 32 - size)}` : `${formatIPv4(from)}-${formatIPv4(to)}`
}
function subnet6([from, to]: Range6): string {
  const size = to - from + 1n
  if (size === 1n) return formatIPv6(from)
  const isSubnet = (size & (size - 1n)) === 0n && from % size === 0n && from > 1n
  return isSubnet ? `${formatIPv6(from)}/${129 - size.toString(2).length}` : `${formatIPv6(from)}-${formatIPv6(to)}`
}
const REMOTE_WORDS: ReadonlyMap<string, string> = new Map([
  ['local-subnet', 'LocalSubnet'], ['dns', 'DNS'], ['dhcp', 'DHCP'], ['wins', 'WINS'], ['default-gateway', 'DefaultGateway'],
])
const REMOTE_WORDS_2: ReadonlyMap<string, string> = new Map([
  ['intranet', 'IntrAnet'], ['internet', 'IntErnet'], ['play-to-device', 'Ply2Renders'], ['intranet-remote-access', 'RmtIntrAnet'],
  ['captive-portal', 'CaptivePortal'],
])
function remoteWord(keyword: string): readonly string[] {
  const family = /[46]$/.exec(keyword)?.[0]
  const word = REMOTE_WORDS.get(family === undefined ? keyword : keyword.slice(0, -1))
  if (word !== undefined) return family === undefined ? [`RA4=${word}`, `RA6=${word}`] : [`RA${family}=${word}`]
  const second = REMOTE_WORDS_2.get(keyword)
  return second === undefined ? [] : [`RA42=${second}`, `RA62=${second}`]
}

/** A value name for each rule: its id, else its name; two that would be one get a number. */
export function writeIds(rules: readonly Rule[]): readonly string[] {
  const uses = new Map<string, number>()
  return rules.map(rule => {
    const base = plain(rule.id ?? rule.name).trim().slice(0, 200) || 'Rule'
    for (let id = base; ; id = `${base} ${uses.get(base.toLowerCase())}`) {
      const key = id.toLowerCase()
      const taken = uses.get(key)
      uses.set(base.toLowerCase(), (uses.get(base.toLowerCase()) ?? 0) + 1)
      if (taken !== undefined) continue
      uses.set(key, 1)
      return id
    }
  })
}
