import { addressSet, addressTexts, ANY_ADDRESSES, includesAddresses, isAnyAddress, sampleAddress, unionAddresses } from '../../model/addresses.ts'
import type { Locale } from '../../model/facts.ts'
import { ANY_PORTS, includes, isAnyPort, portTexts } from '../../model/ports.ts'
import type { Requirement, TrafficBox } from '../../model/requirements.ts'
import { makeRule, neutralRule, PROFILES, profileBit, protocolName } from '../../model/rules.ts'
import type { AddressSet, Packet, Profile, ProfileSet, Rule, Span } from '../../model/types.ts'
import type { Gap } from '../../model/verdicts.ts'

const PROFILE_NAMES = {
  en: { domain: 'Domain', private: 'Private', public: 'Public' },
  ko: { domain: '도메인', private: '개인', public: '공용' },
} satisfies Record<Locale, Record<Profile, string>>

/** "Domain", "Domain and Private". */
export function profileText(set: ProfileSet, locale: Locale): string {
  return listText(PROFILES.filter(p => (set & profileBit(p)) !== 0).map(p => PROFILE_NAMES[locale][p]), locale)
}
const LAST = { en: { and: ' and ', or: ' or ' }, ko: { and: ', ', or: ' 또는 ' } } satisfies Record<Locale, unknown>
/** "a", "a and b", "a, b or c". */
export function listText(items: readonly string[], locale: Locale, last: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${LAST[locale][last]}${items.at(-1) as string}`
}

/** "TCP 445", "RPC dynamic ports (TCP 49152-65535)", "ICMP echo requests", "msra.exe". */
export function boxText(box: TrafficBox, locale: Locale): string {
  if (box.icmp) return locale === 'ko' ? 'ICMP 에코 요청' : 'ICMP echo requests'
  if (box.program !== undefined) return box.program
  const ports = `${protocolName(box.protocol).toUpperCase()} ${isAnyPort(box.ports) ? '*' : portTexts(box.ports).join(', ')}`
  if (box.dynamicRpc) return locale === 'ko' ? `RPC 동적 포트(${ports})` : `RPC dynamic ports (${ports})`
  return ports
}
/** "inbound TCP 445 and outbound TCP 80"; with `or` where each of the ports is enough. */
export function boxesText(boxes: readonly TrafficBox[], locale: Locale, last: 'and' | 'or' = 'and'): string {
  const texts = (direction: string): string => listText([...new Set(boxes.filter(b => b.direction === direction).map(b => boxText(b, locale)))], locale, last)
  const [inbound, outbound] = [texts('inbound'), texts('outbound')]
  const words = locale === 'ko' ? ['인바운드', '아웃바운드'] : ['inbound', 'outbound']
  return listText([inbound && `${words[0]} ${inbound}`, outbound && `${words[1]} ${outbound}`].filter(Boolean), locale)
}

/** One packet of a gap. */
export function witnessOf(gap: Gap | undefined): Packet | undefined {
  if (!gap) return undefined
  const { box, profile, region, protocol } = gap
  const piece = region[0]
  const port = piece?.ports.ranges[0]?.[0]
  const address = piece && piece.addresses.v4[0]?.[0] !== 0 ? sampleAddress(piece.addresses) : undefined
  return {
    direction: box.direction, protocol: protocolName(protocol), profile,
    ...(!box.icmp && port !== undefined && (box.direction === 'inbound' ? { localPort: isAnyPort(box.ports) ? 49152 : port } : { remotePort: isAnyPort(box.ports) ? 49152 : port })),
    ...(box.icmp && { icmpType: protocol === 58 ? box.icmp.v6 : box.icmp.v4 }),
    ...(address !== undefined && { remoteAddress: address }),
    ...(box.program !== undefined && { program: box.program }),
    ...(box.listener?.certain && box.listener.programs[0] !== undefined && box.program === undefined && { program: box.listener.programs[0] }),
    ...(box.listener?.certain && box.listener.services[0] !== undefined && { service: box.listener.services[0] }),
  }
}

/** What the ids of all rules begin with that this tool has written. */
export const ID_PREFIX = 'CM-'
const SERVICE_HOST = '%SystemRoot%\\System32\\svchost.exe'
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['system', 'System'], ['svchost.exe', SERVICE_HOST], ['msra.exe', '%SystemRoot%\\System32\\msra.exe'], ['raserver.exe', '%SystemRoot%\\System32\\raserver.exe'],
  ['cmrcservice.exe', '%SystemRoot%\\CCM\\RemCtrl\\CmRcService.exe'], ['ccmexec.exe', '%SystemRoot%\\CCM\\CcmExec.exe'],
  ['statview.exe', '%ProgramFiles(x86)%\\Microsoft Endpoint Manager\\AdminConsole\\bin\\i386\\statview.exe'],
])
/** A rule that only a program narrows must not lose it, or it would open every port: where nobody knows the folder, the reader fills it in. */
const pathOf = (box: TrafficBox, program: string | undefined): string | undefined =>
  program === undefined ? undefined : (FOLDERS.get(program) ?? (box.program === undefined ? undefined : `C:\\FOLDER\\${program}`))

/** What must be known of a target to write rules for it. */
export interface RuleTarget {
  readonly policy: { readonly target: { readonly profiles: ProfileSet } }
  addressesOf(role: string, setting?: string): AddressSet | undefined
}
/** The narrowest rules that let these boxes through: what a remedy offers. */
export function rulesFor(boxes: readonly TrafficBox[], requirement: Requirement, target: RuleTarget, span: Span): Rule[] {
  return boxes.flatMap(box => (box.icmp ? [1, 58] : [box.protocol]).flatMap(protocol => {
    const peers = target.addressesOf(requirement.peer, box.setting)
    const family = box.icmp && peers ? familyOf(peers, protocol) : peers
    if (family === null) return []
    const own = box.dynamicRpc ? { ...ANY_PORTS, ranges: [], keywords: ['rpc' as const], text: ['rpc'] } : box.endpointMapper ? { ...ANY_PORTS, ranges: [], keywords: ['rpc-epmap' as const], text: ['rpc-epmap'] } : box.ports
    const inbound = box.direction === 'inbound'
    const ports = box.icmp || isAnyPort(box.ports) ? ANY_PORTS : inbound ? own : box.ports
    const program = box.program ?? (box.listener?.certain && box.listener.programs.length === 1 ? box.listener.programs[0] : undefined)
    const path = pathOf(box, program)
    const service = serviceOf(box)
    return [makeRule({
      id: `${ID_PREFIX}${requirement.id}${boxes.length > 1 || box.icmp ? `-${suffix(box, protocol)}` : ''}`,
      name: `ConfigMgr ${requirement.feature} (${box.icmp ? protocolName(protocol) : boxText(box, 'en')})`,
      direction: box.direction, protocol, profiles: target.policy.target.profiles,
      ...(box.icmp ? { icmp: [`${protocol === 58 ? box.icmp.v6 : box.icmp.v4}:*`] } : {}),
      ...(inbound ? { localPorts: ports } : { remotePorts: ports }),
      ...(family && { remoteAddresses: { ...family, text: addressTexts(family) } }),
      ...(path !== undefined && { program: path }),
      ...(service !== undefined && { service }),
      source: span,
    })]
  }))
}
/** The only service that listens there. Two share the process of the endpoint mapper; Windows' own rules name the first, RpcSs. */
function serviceOf({ listener, endpointMapper }: TrafficBox): string | undefined {
  return listener?.certain && (listener.services.length === 1 || endpointMapper) ? listener.services[0] : undefined
}
/**
 * Rules that differ in their scope only, as one rule with all addresses; without those that a rule for any program covers, so that none of
 * them shadows another. Each has a name of its own, none of `taken`: Windows takes no second rule of a name, or loses the first.
 */
export function joinScopes(rules: readonly Rule[], taken: readonly string[] = []): Rule[] {
  const joined = new Map<string, Rule>()
  for (const rule of rules) {
    const key = trafficKey(rule)
    const held = joined.get(key)
    joined.set(key, held ? makeRule({ ...held, remoteAddresses: eitherScope(held.remoteAddresses, rule.remoteAddresses) }) : rule)
  }
  const names = new Set(taken)
  const all = [...joined.values()]
  const shapes = new Map<string, Rule[]>()
  for (const rule of all) {
    const key = shapeKey(rule)
    shapes.set(key, [...(shapes.get(key) ?? []), rule])
  }
  return all.filter(rule => !shapes.get(shapeKey(rule))?.some(other => covers(other, rule))).map(rule => {
    const id = rule.id ?? ''
    let free = id
    for (let count = 2; names.has(free); count++) free = `${id}-${count}`
    names.add(free)
    return free === id ? rule : makeRule({ ...rule, id: free })
  })
}
const shapeKey = ({ direction, protocol, profiles, icmp }: Rule): string => `${direction} ${protocol} ${profiles} ${icmp.join()}`
/** Whether one of two rules of a shape lets through all that the other does, so that the other would never matter. */
const covers = (wide: Rule, narrow: Rule): boolean => wide !== narrow && (wide.program === undefined || wide.program === narrow.program)
  && (wide.service === undefined || wide.service === narrow.service) && includes(wide.localPorts, narrow.localPorts) && includes(wide.remotePorts, narrow.remotePorts)
  && includesAddresses(wide.remoteAddresses, narrow.remoteAddresses)
/** What a rule lets through, its scope aside. */
function trafficKey(rule: Rule): string {
  const { id: _id, name: _name, source: _source, remoteAddresses: _scope, ...traffic } = neutralRule(rule)
  return JSON.stringify(traffic)
}
function eitherScope(a: AddressSet, b: AddressSet): AddressSet {
  if (isAnyAddress(a) || isAnyAddress(b)) return ANY_ADDRESSES
  const all = unionAddresses(a, b)
  return { ...all, text: addressTexts(all) }
}
const suffix = (box: TrafficBox, protocol: number): string =>
  `${box.direction === 'inbound' ? 'In' : 'Out'}-${box.icmp ? protocolName(protocol) : box.program ?? (box.dynamicRpc ? 'RPC' : portTexts(box.ports).join('-'))}`
/** The addresses of one family; null when the peer has none there. */
function familyOf(peers: AddressSet, protocol: number): AddressSet | null {
  const set = protocol === 58 ? addressSet([], peers.v6, [], peers.unresolved) : addressSet(peers.v4, [], [], peers.unresolved)
  return set.v4.length + set.v6.length > 0 ? set : null
}
