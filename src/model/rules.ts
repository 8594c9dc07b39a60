import { ANY_ADDRESSES, addressTexts } from './addresses.ts'
import { ANY_PORTS, portTexts } from './ports.ts'
import { type IcmpSet, PART_NAMES, type PartName, type Place, type Profile, type ProfileSet, type Protocol, type Rule, type RuleValues, type Span } from './types.ts'

export const DOMAIN: ProfileSet = 1
export const PRIVATE: ProfileSet = 2
export const PUBLIC: ProfileSet = 4
export const ALL_PROFILES: ProfileSet = 7
export const PROFILES: readonly Profile[] = ['domain', 'private', 'public']
export const profileBit = (profile: Profile): ProfileSet => 1 << PROFILES.indexOf(profile)
export const profileNames = (set: ProfileSet): readonly Profile[] => PROFILES.filter(p => (set & profileBit(p)) !== 0)

/** A rule that says nothing but what every source must say: any traffic, enabled, all profiles. Every field in one order, so that rules share a shape. */
export function makeRule(said: Partial<Rule> & Pick<Rule, 'name' | 'source'>): Rule {
  return {
    id: said.id ?? null,
    name: said.name,
    group: said.group,
    direction: said.direction ?? 'inbound',
    action: said.action ?? 'allow',
    enabled: said.enabled ?? true,
    protocol: said.protocol ?? 'any',
    localPorts: said.localPorts ?? ANY_PORTS,
    remotePorts: said.remotePorts ?? ANY_PORTS,
    icmp: said.icmp ?? [],
    profiles: said.profiles ?? ALL_PROFILES,
    localAddresses: said.localAddresses ?? ANY_ADDRESSES,
    remoteAddresses: said.remoteAddresses ?? ANY_ADDRESSES,
    program: said.program,
    service: said.service,
    interfaceTypes: said.interfaceTypes ?? [],
    platforms: said.platforms ?? [],
    unmodelled: said.unmodelled ?? [],
    ipsec: said.ipsec ?? false,
    partial: said.partial,
    malformed: said.malformed,
    source: said.source,
    parts: said.parts,
  }
}

/** The same rule with other values. Reads every field once, so it works on rules that decode themselves lazily. */
export const changedRule = (rule: Rule, values: RuleValues & Partial<Pick<Rule, 'malformed' | 'id' | 'group' | 'source' | 'parts'>>): Rule => makeRule({
  id: rule.id, name: rule.name, group: rule.group, direction: rule.direction, action: rule.action, enabled: rule.enabled, protocol: rule.protocol,
  localPorts: rule.localPorts, remotePorts: rule.remotePorts, icmp: rule.icmp, profiles: rule.profiles, localAddresses: rule.localAddresses,
  remoteAddresses: rule.remoteAddresses, program: rule.program, service: rule.service, interfaceTypes: rule.interfaceTypes, platforms: rule.platforms,
  unmodelled: rule.unmodelled, ipsec: rule.ipsec, partial: rule.partial, malformed: rule.malformed, source: rule.source, parts: rule.parts, ...values,
})

const PROTOCOL_NAMES: ReadonlyMap<number, string> = new Map([[1, 'icmpv4'], [6, 'tcp'], [17, 'udp'], [58, 'icmpv6']])
/** Neutral word: `tcp`, `udp`, `icmpv4`, `icmpv6`, `any`, or the number. */
export const protocolName = (protocol: Protocol): string => (protocol === 'any' ? 'any' : (PROTOCOL_NAMES.get(protocol) ?? String(protocol)))
/** A protocol word or number in any case; undefined when it is neither. */
export function parseProtocol(text: string): Protocol | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'any' || word === '*') return 'any'
  for (const [number, name] of PROTOCOL_NAMES) if (name === word) return number
  return /^\d{1,3}$/.test(word) && Number(word) <= 255 ? Number(word) : undefined
}

/** `type`, `type:code`, `type,code` with `*` or `any` for the code, to `type:code`; undefined when out of range. */
export function parseIcmp(text: string): string | undefined {
  const match = /^(\d{1,3})\s*(?:[:,]\s*(\d{1,3}|\*|any))?$/i.exec(text.trim())
  if (!match || Number(match[1]) > 255) return undefined
  const code = match[2]
  if (code === undefined || /^(\*|any)$/i.test(code)) return `${Number(match[1])}:*`
  return Number(code) > 255 ? undefined : `${Number(match[1])}:${Number(code)}`
}
/** An echo request has code 0 and no other (RFC 792, RFC 4443 4.1), so `8:0` is all of it and `8:1` nothing. */
const isEcho = (type: number): boolean => type === 8 || type === 128
/** Whether a set of `type:code` entries lets one type through with every code that it has. */
export const icmpIncludes = (set: IcmpSet, type: number): boolean => set.length === 0 || set.includes(`${type}:*`) || (isEcho(type) && set.includes(`${type}:0`))
/** Whether a set of `type:code` entries touches one type at all. */
export const icmpTouches = (set: IcmpSet, type: number): boolean => icmpIncludes(set, type) || (!isEcho(type) && set.some(entry => entry.startsWith(`${type}:`)))

/** What people call a rule: its name, or its id where the name is an indirect string that only Windows resolves (`@FirewallAPI.dll,-28511`). */
export const ruleTitle = ({ id, name }: Rule): string => (name.startsWith('@') && id !== null ? id : name)

/** File name of a path in any notation, in lower case. */
export const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1).toLowerCase()

export const placeOf = (span: Span): Place => span.origin.place(span.start, span.end, span.key)
/** A place that is known already as a span. */
export const spanAt = (place: Place): Span => ({ origin: { path: place.path, place: () => place, line: () => undefined }, start: 0, end: 0 })
/** Where one field of a rule stands, else the rule itself. */
export function partOf(rule: Rule, name: PartName): Span {
  const { source, parts } = rule
  const index = PART_NAMES.indexOf(name)
  for (let i = 0; parts && i < parts.length; i += 3) {
    if (parts[i] === index) return { origin: source.origin, start: parts[i + 1] as number, end: parts[i + 2] as number, key: source.key }
  }
  return source
}

/** The neutral form that `parse` prints (contract, section 4): absent means any or not said. */
export function neutralRule(rule: Rule): Record<string, unknown> {
  const said = <T>(value: T | 'unknown'): T | undefined => (value === 'unknown' ? undefined : value)
  const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list)
  const protocol = said(rule.protocol)
  return {
    id: rule.id,
    name: rule.name,
    group: rule.group,
    direction: said(rule.direction),
    action: said(rule.action),
    enabled: said(rule.enabled),
    protocol: protocol === undefined ? undefined : protocolName(protocol),
    localPorts: filled(portTexts(rule.localPorts)),
    remotePorts: filled(portTexts(rule.remotePorts)),
    icmp: filled(rule.icmp),
    profiles: rule.profiles === ALL_PROFILES ? undefined : profileNames(rule.profiles),
    localAddresses: filled(addressTexts(rule.localAddresses)),
    remoteAddresses: filled(addressTexts(rule.remoteAddresses)),
    program: rule.program,
    service: rule.service,
    interfaceTypes: filled(rule.interfaceTypes),
    platforms: filled(rule.platforms.map(p => `${p.platform}:${p.major}:${p.minor}${p.orLater ? '+' : ''}`)),
    unmodelled: filled(rule.unmodelled),
    malformed: rule.malformed === undefined ? undefined : true,
    source: neutralPlace(placeOf(rule.source)),
  }
}
/** A place without the path, as it stands inside one file's neutral form. */
export function neutralPlace({ line, column, endLine, endColumn, offset, key }: Place): Record<string, unknown> {
  return { line, column, endLine, endColumn, offset, key }
}

/** Begins what `unmodelled` says of a rule that a GPO with a WMI filter replaces or deletes. */
export const REPLACED_WHERE = 'replaced or deleted where '
/** What narrows a rule, for all that is known, in a dump that was made without `verbose`. */
export const NOT_VERBOSE = 'program and service=not in this dump'
