import { ANY_ADDRESSES, addressSet, isAnyAddress, parseAddresses } from '../../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePort, parsePorts, portSet } from '../../model/ports.ts'
import { ALL_PROFILES, parseIcmp, parseProtocol } from '../../model/rules.ts'
import {
  type AddressSet, type InterfaceType, PART_NAMES, type Platform, type PortSet, type Problem, type ProfileSet, type Protocol,
  type Rule, type Span,
} from '../../model/types.ts'
import { LateRule } from './late-rule.ts'
import { leftOutPackage, type Shown } from './package-rule.ts'
import { GROUP_POLICY, LOCAL, type Target } from './script-state.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './tool-keywords.ts'

// Rules as Get-NetFirewallRule and its filter objects give them (MSFT_NetFirewallRule class reference), whatever file they were put into.

/** The properties that say something about packets; an index into the values of a record. */
export const FIELDS = [
  'id', 'name', 'instanceId', 'group', 'displayGroup', 'enabled', 'direction', 'action', 'profile', 'protocol', 'localPort', 'remotePort', 'icmpType',
  'localAddress', 'remoteAddress', 'program', 'package', 'service', 'interfaceType', 'interfaceAlias', 'localUser', 'remoteUser', 'remoteMachine',
  'authentication', 'encryption', 'overrideBlockRules', 'dynamicTarget', 'platform', 'owner', 'looseSourceMapping', 'localOnlyMapping',
  'policyStoreSource', 'policyStoreSourceType', 'remoteDynamicKeywordAddresses', 'policyAppId',
] as const
export type Field = (typeof FIELDS)[number]
export const FIELD = Object.fromEntries(FIELDS.map((name, index) => [name, index])) as { readonly [F in Field]: number }

/** Spellings, without case, blanks and signs. */
const NAMES: ReadonlyMap<string, number> = new Map(Object.entries({
  name: 'id', id: 'id', ruleid: 'id', rulename: 'name', displayname: 'name', instanceid: 'instanceId', group: 'group', rulegroup: 'group', displaygroup: 'displayGroup',
  enabled: 'enabled', direction: 'direction', action: 'action', profile: 'profile', profiles: 'profile', protocol: 'protocol',
  localport: 'localPort', localports: 'localPort', remoteport: 'remotePort', remoteports: 'remotePort', icmptype: 'icmpType', icmptypes: 'icmpType',
  localaddress: 'localAddress', localaddresses: 'localAddress', localip: 'localAddress', remoteaddress: 'remoteAddress', remoteaddresses: 'remoteAddress', remoteip: 'remoteAddress',
  program: 'program', applicationname: 'program', application: 'program', package: 'package', service: 'service', servicename: 'service',
  interfacetype: 'interfaceType', interfacetypes: 'interfaceType', interfacealias: 'interfaceAlias', interface: 'interfaceAlias',
  localuser: 'localUser', localusers: 'localUser', remoteuser: 'remoteUser', remoteusers: 'remoteUser', remotemachine: 'remoteMachine', remotemachines: 'remoteMachine',
  authentication: 'authentication', encryption: 'encryption', overrideblockrules: 'overrideBlockRules', dynamictarget: 'dynamicTarget', dynamictransport: 'dynamicTarget',
  platform: 'platform', platforms: 'platform', owner: 'owner', loosesourcemapping: 'looseSourceMapping', lsm: 'looseSourceMapping', localonlymapping: 'localOnlyMapping',
  policystoresource: 'policyStoreSource', policystoresourcetype: 'policyStoreSourceType', remotedynamickeywordaddresses: 'remoteDynamicKeywordAddresses', policyappid: 'policyAppId',
} satisfies Record<string, Field>).map(([name, field]) => [name, FIELD[field]]))

const known = new Map<string, number>()
/** The field that a property or column name means; -1 for all that say nothing about packets. */
export function fieldOf(name: string): number {
  const cached = known.get(name)
  if (cached !== undefined) return cached
  const field = NAMES.get(name.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? -1
  if (known.size < 4096) known.set(name, field)
  return field
}

/** Where the values of a record stand. Asked only when somebody wants to read a place. */
export interface RecordPlaces {
  readonly source: Span
  /** Places of all fields of the record. */
  fields(): ReadonlyMap<number, readonly [start: number, end: number]>
  /** One field's own place, for problems; the record where it has none. */
  field(field: number): Span
}

const PARTS: readonly (readonly [part: number, field: number])[] = ([
  ['id', 'id'], ['name', 'name'], ['group', 'group'], ['direction', 'direction'], ['action', 'action'], ['enabled', 'enabled'], ['protocol', 'protocol'],
  ['localPorts', 'localPort'], ['remotePorts', 'remotePort'], ['icmp', 'icmpType'], ['profiles', 'profile'], ['localAddresses', 'localAddress'],
  ['remoteAddresses', 'remoteAddress'], ['program', 'program'], ['service', 'service'], ['interfaceTypes', 'interfaceType'],
] as const).map(([part, field]) => [PART_NAMES.indexOf(part), FIELD[field]])

class RecordRule extends LateRule {
  override readonly source: Span
  readonly #places: RecordPlaces

  constructor(said: Omit<Rule, 'source' | 'parts'>, places: RecordPlaces) {
    super(said)
    this.source = places.source
    this.#places = places
  }
  override get parts(): readonly number[] {
    const fields = this.#places.fields()
    return PARTS.flatMap(([part, field]) => {
      const place = fields.get(field)
      return place ? [part, ...place] : []
    })
  }
}

/** Properties that only the filter objects have: without any of them the record says nothing about ports, addresses and programs. */
const FILTER_FIELDS = [FIELD.protocol, FIELD.localPort, FIELD.remotePort, FIELD.localAddress, FIELD.remoteAddress, FIELD.program, FIELD.service]

/** Whether a record is one of a firewall rule, and not of a filter alone or of something else. */
export const isRule = (values: readonly unknown[]): boolean =>
  (values[FIELD.name] !== undefined || values[FIELD.id] !== undefined || values[FIELD.instanceId] !== undefined)
  && values[FIELD.direction] !== undefined && values[FIELD.action] !== undefined
/** Whether a record is one of a filter object, to be joined to its rule by InstanceID. */
export const isFilter = (values: readonly unknown[]): boolean =>
  values[FIELD.instanceId] !== undefined && values[FIELD.direction] === undefined && values[FIELD.action] === undefined
  && values.some((value, index) => value !== undefined && index > FIELD.profile)

/** What the record functions tell on the way. */
export interface Report {
  problem(code: Problem['code'], message: string, source: Span): void
  /** Set once: the word about an export without filters is said once a file. */
  bare: boolean
}

const WITHOUT_FILTERS = 'These rules come without ports, addresses and programs, so they decide nothing. Export them with their filters, for example: '
  + 'Get-NetFirewallRule | ForEach-Object { $p = $_ | Get-NetFirewallPortFilter; $a = $_ | Get-NetFirewallAddressFilter; $f = $_ | Get-NetFirewallApplicationFilter; $s = $_ | Get-NetFirewallServiceFilter; $_ | Select-Object Name, DisplayName, '
  + 'Group, Enabled, Profile, Direction, Action, @{n="Protocol";e={$p.Protocol}}, @{n="LocalPort";e={@($p.LocalPort)}}, @{n="RemotePort";e={@($p.RemotePort)}}, '
  + '@{n="IcmpType";e={@($p.IcmpType)}}, @{n="DynamicTarget";e={"$($p.DynamicTarget)"}}, @{n="RemoteAddress";e={@($a.RemoteAddress)}}, '
  + '@{n="Program";e={$f.Program}}, @{n="Package";e={$f.Package}}, @{n="Service";e={$s.Service}} } | ConvertTo-Json'

/**
 * One record as a rule. `values` holds texts, numbers, lists, `{ value: [], Count }` or nothing, by FIELD index; it is read before the function
 * returns and may be used again. What an export cuts off (`System.String[]`) is not known, and proves nothing.
 */
export function ruleFromRecord(values: readonly unknown[], places: RecordPlaces, report: Report): Rule {
  const unmodelled: string[] = []
  const direction = wordOf(values, FIELD.direction, DIRECTIONS, places, report)
  let action: Rule['action'] = wordOf(values, FIELD.action, ACTIONS, places, report)
  const enabled = values[FIELD.enabled] === undefined ? 'unknown' : wordOf(values, FIELD.enabled, TRUTHS, places, report)
  // Select-Object makes empty columns of properties that a rule without its filters does not have; a filter says "Any".
  const bare = FILTER_FIELDS.every(field => values[field] === undefined || values[field] === null || values[field] === '')
  if (bare) {
    unmodelled.push('filters=not in this export')
    if (!report.bare) report.problem('requirement-unverifiable', WITHOUT_FILTERS, places.source)
    report.bare = true
  }
  const protocol = bare ? 'unknown' : protocolOf(values[FIELD.protocol]) ?? unknown(values, FIELD.protocol, places, report)
  const hasPorts = protocol === 6 || protocol === 17 || protocol === 'unknown'
  const isIcmp = protocol === 1 || protocol === 58
  const localPorts = hasPorts ? portsOf(values, FIELD.localPort, places, report) : ANY_PORTS
  const remotePorts = hasPorts ? portsOf(values, FIELD.remotePort, places, report) : ANY_PORTS
  const localAddresses = addressesOf(values, FIELD.localAddress, places, report)
  const remoteAddresses = addressesOf(values, FIELD.remoteAddress, places, report)
  const icmp = isIcmp ? icmpOf(values[FIELD.icmpType], unmodelled) : NONE
  const program = single(values[FIELD.program])
  if (program !== undefined && isCut(program)) unmodelled.push(`Program=${program}`)
  const service = single(values[FIELD.service])
  const group = single(values[FIELD.group], false) || single(values[FIELD.displayGroup], false) || undefined
  const name = single(values[FIELD.name], false) || undefined
  if (!bare) leftOut({ name, group, program, service, protocol, localPorts, remotePorts, localAddresses, remoteAddresses }, values, unmodelled)
  let ipsec = false
  for (const [field, name, neutral, protects] of NARROWING) {
    const value = values[field]
    if (value === undefined || value === null || value === false || value === 'Any' || value === 'NotRequired' || value === '') continue
    const text = textOf(value)
    if (neutral.test(text)) continue
    unmodelled.push(`${name}=${text}`)
    ipsec ||= protects
  }
  // An allow rule that overrides block rules is what other notations call bypass ([MS-FASP] 2.2.34).
  if (action === 'allow' && values[FIELD.overrideBlockRules] !== undefined && TRUTHS.get(textOf(values[FIELD.overrideBlockRules]).toLowerCase()) === true) action = 'bypass'
  const id = single(values[FIELD.id], false) ?? single(values[FIELD.instanceId], false) ?? null
  return new RecordRule({
    id: id === '' ? null : id,
    name: name ?? id ?? '',
    group,
    direction, action, enabled, protocol, localPorts, remotePorts, icmp,
    profiles: profilesOf(values[FIELD.profile], unmodelled),
    localAddresses, remoteAddresses, program, service,
    interfaceTypes: interfacesOf(values[FIELD.interfaceType], unmodelled),
    platforms: platformsOf(values[FIELD.platform], unmodelled),
    unmodelled: unmodelled.length === 0 ? NONE : unmodelled,
    ipsec,
    // DynamicTarget has no word for the later trust keywords (TTK2_27), which Windows gives to some of its rules for every port.
    partial: values[FIELD.program] === undefined || (group !== undefined
      && ((values[FIELD.dynamicTarget] === undefined && !isMadeByHand(group, id)) || (group.startsWith('@') && isAnyPort(localPorts) && isAnyPort(remotePorts)))),
    malformed: undefined,
  }, places)
}

/** What people make has a GUID for its id, in a group of an installer or a script; Windows' own rules have names for ids and groups of Windows. */
const isMadeByHand = (group: string, id: string | null): boolean => !group.startsWith('@') && id !== null && /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i.test(id)

/** What the columns that an export does not have may hold, where without it the rule looks like more than it is. */
function leftOut(shown: Shown, values: readonly unknown[], unmodelled: string[]): void {
  const { program, localPorts, remotePorts } = shown
  if (values[FIELD.program] === undefined && values[FIELD.package] === undefined) {
    // Who names neither a port nor a program nearly always did name the program; and a rule for an app package shows neither.
    if (isAnyPort(localPorts) && isAnyPort(remotePorts) && shown.protocol !== 1 && shown.protocol !== 58) unmodelled.push('program=not in this export')
  } else if (values[FIELD.package] === undefined) {
    const left = leftOutPackage(shown)
    if (left !== undefined) unmodelled.push(`${left}=not in this export`)
  }
  if ((shown.protocol === 1 || shown.protocol === 58) && values[FIELD.icmpType] === undefined) unmodelled.push('icmp=not in this export')
  // One process hosts many services.
  if (values[FIELD.service] === undefined && program !== undefined && /svchost\.exe$/i.test(program)) unmodelled.push('service=not in this export')
}

/** The text of a field as one of these words, or unknown with a problem. */
function wordOf<T>(values: readonly unknown[], field: number, words: ReadonlyMap<string, T>, places: RecordPlaces, report: Report): T | 'unknown' {
  const value = values[field]
  const said = typeof value === 'string' ? (words.get(value) ?? words.get(value.trim().toLowerCase())) : words.get(textOf(value).trim().toLowerCase())
  return said ?? unknown(values, field, places, report)
}
function unknown(values: readonly unknown[], field: number, places: RecordPlaces, report: Report): 'unknown' {
  report.problem('requirement-unverifiable', `${FIELDS[field] ?? 'The value'} "${textOf(values[field])}" is not known.`, places.field(field))
  return 'unknown'
}

/** Which store a record says its rule comes from. */
export function targetOf(values: readonly unknown[]): Target {
  const type = values[FIELD.policyStoreSourceType]
  if (type === undefined || type === null) return LOCAL
  const text = textOf(type).toLowerCase()
  if (text === 'mdm') return MDM
  if (text !== 'grouppolicy' && text !== '2') return LOCAL
  const source = single(values[FIELD.policyStoreSource], false)
  if (source === undefined || source === '') return GROUP_POLICY
  let target = gpos.get(source)
  if (!target) {
    if (gpos.size > 1000) gpos.clear()
    gpos.set(source, target = { store: 'group-policy', gpo: source })
  }
  return target
}
const MDM: Target = { store: 'mdm' }
const gpos = new Map<string, Target>()

const NONE: readonly never[] = Object.freeze([])
const DIRECTIONS: ReadonlyMap<string, 'inbound' | 'outbound'> = new Map([
  ['Inbound', 'inbound'], ['Outbound', 'outbound'], ['inbound', 'inbound'], ['1', 'inbound'], ['in', 'inbound'], ['outbound', 'outbound'], ['2', 'outbound'], ['out', 'outbound'],
])
const ACTIONS: ReadonlyMap<string, 'allow' | 'block' | 'bypass'> = new Map([
  ['Allow', 'allow'], ['Block', 'block'], ['allow', 'allow'], ['2', 'allow'], ['allowbypass', 'bypass'], ['bypass', 'bypass'], ['3', 'bypass'], ['block', 'block'], ['4', 'block'],
])
/** 1 is true and 2 is false in MSFT_NetFirewallRule. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['True', true], ['False', false], ['true', true], ['1', true], ['yes', true], ['false', false], ['2', false], ['no', false],
])
const NEUTRAL = /^(?:any|none|all|)$/i
/** What narrows a rule without the model knowing how far: field, its name, the values that mean "not", and whether only IPsec can satisfy it. */
const NARROWING: readonly (readonly [field: number, name: string, neutral: RegExp, ipsec: boolean])[] = [
  [FIELD.package, 'Package', NEUTRAL, false],
  [FIELD.interfaceAlias, 'InterfaceAlias', NEUTRAL, false],
  [FIELD.localUser, 'LocalUser', NEUTRAL, false],
  [FIELD.remoteUser, 'RemoteUser', NEUTRAL, true],
  [FIELD.remoteMachine, 'RemoteMachine', NEUTRAL, true],
  [FIELD.authentication, 'Authentication', /^(?:notrequired|0|)$/i, true],
  [FIELD.encryption, 'Encryption', /^(?:notrequired|0|)$/i, true],
  [FIELD.dynamicTarget, 'DynamicTarget', /^(?:any|all|0|)$/i, false],
  [FIELD.owner, 'Owner', NEUTRAL, false],
  [FIELD.looseSourceMapping, 'LooseSourceMapping', /^(?:false|2|0|)$/i, false],
  [FIELD.localOnlyMapping, 'LocalOnlyMapping', /^(?:false|2|0|)$/i, false],
  [FIELD.remoteDynamicKeywordAddresses, 'RemoteDynamicKeywordAddresses', NEUTRAL, false],
  [FIELD.policyAppId, 'PolicyAppId', NEUTRAL, false],
]

/** `-Depth` too small, or a list put into a CSV cell: the name of the type instead of the value. */
const isCut = (text: string): boolean => /^System\.|^Microsoft\.Management\.|^MSFT_|^@\{/.test(text)

/** Items of a value: a list, a list wrapped by Windows PowerShell 5.1 (`{ value, Count }`), or a text with signs between. */
function itemsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return NONE
  if (typeof value === 'string') return splits(value)
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] === 'string' ? splits(value[0]) : value.flatMap(item => (typeof item === 'object' ? itemsOf(textOf(item)) : splits(String(item))))
  if (typeof value === 'object') {
    const inner = (value as { value?: unknown }).value
    return Array.isArray(inner) ? itemsOf(inner) : Object.keys(value).length === 0 ? NONE : splits(textOf(value))
  }
  return [String(value)]
}
function splits(text: string): readonly string[] {
  if (!/[,;|\s]/.test(text) || isCut(text)) return [text]
  return text.replace(/(?<!\s)\s*-\s*/g, '-').split(/[,;|\s]+/).filter(item => item !== '')
}
/** A value as one line. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  const inner = Array.isArray(value) ? value : (value as { value?: unknown }).value
  if (Array.isArray(inner)) return inner.slice(0, 1000).map(item => (typeof item === 'object' && item !== null ? 'System.Object' : String(item))).join(',')
  return Object.keys(value).length === 0 ? '' : typeof inner === 'string' || typeof inner === 'number' ? String(inner) : 'System.Object'
}
/** One text; `Any` and nothing are undefined where the field has them. */
function single(value: unknown, any = true): string | undefined {
  if (value === undefined || value === null) return undefined
  const text = textOf(value)
  return any && NEUTRAL.test(text) ? undefined : text
}

const protocols = new Map<string, Protocol>([['TCP', 6], ['UDP', 17], ['Any', 'any'], ['ICMPv4', 1], ['ICMPv6', 58]])
function protocolOf(value: unknown): Protocol | undefined {
  const text = textOf(value)
  const cached = protocols.get(text)
  if (cached !== undefined) return cached
  if (text === '') return 'any'
  return /^256$/.test(text) ? 'any' : parseProtocol(text)
}

const MOST_CACHED = 4096
const portCache = new Map<string, PortSet>()
function portsOf(values: readonly unknown[], field: number, places: RecordPlaces, report: Report): PortSet {
  const value = values[field]
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (only === undefined || only === null || only === 'Any' || only === '') return ANY_PORTS
  const one = typeof only === 'string' ? parsePort(only) : undefined
  if (one) return one
  const cached = typeof only === 'string' ? portCache.get(only) : undefined
  if (cached) return cached
  const { set, bad } = parsePorts(itemsOf(only), TOOL_PORTS)
  if (bad.length > 0) {
    unknown(values, field, places, report)
    return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...(set.text ?? []), ...bad])
  }
  if (typeof only === 'string' && portCache.size < MOST_CACHED) portCache.set(only, set)
  return set
}
const addressCache = new Map<string, AddressSet>()
function addressesOf(values: readonly unknown[], field: number, places: RecordPlaces, report: Report): AddressSet {
  const value = values[field]
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (only === undefined || only === null || only === 'Any' || only === '') return ANY_ADDRESSES
  const cached = typeof only === 'string' ? addressCache.get(only) : undefined
  if (cached) return cached
  const { set, bad } = parseAddresses(itemsOf(only), TOOL_ADDRESSES)
  if (bad.length > 0) {
    unknown(values, field, places, report)
    return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...(set.text ?? []), ...bad])
  }
  if (typeof only === 'string' && addressCache.size < MOST_CACHED) addressCache.set(only, set)
  return set
}

function icmpOf(value: unknown, unmodelled: string[]): readonly string[] {
  const items = itemsOf(value)
  if (items.length === 0 || items.some(item => /^(?:any|\*)$/i.test(item))) return NONE
  const read = items.map(parseIcmp)
  if (!read.includes(undefined)) return read as string[]
  unmodelled.push(`IcmpType=${textOf(value)}`)
  return NONE
}

const PROFILE_WORDS: ReadonlyMap<string, ProfileSet> = new Map([
  ['any', ALL_PROFILES], ['all', ALL_PROFILES], ['domain', 1], ['private', 2], ['public', 4], ['notapplicable', ALL_PROFILES],
])
const profileCache = new Map<unknown, ProfileSet>([['Any', ALL_PROFILES], ['Domain', 1], ['Private', 2], ['Public', 4]])
/** A bit mask (1, 2, 4; 0 is any), or names. */
function profilesOf(value: unknown, unmodelled: string[]): ProfileSet {
  const cached = profileCache.get(value)
  if (cached !== undefined) return cached
  let set = 0
  for (const item of itemsOf(value)) {
    const word = PROFILE_WORDS.get(item.toLowerCase())
    const number = word === undefined && /^\d{1,10}$/.test(item) ? Number(item) : undefined
    if (word !== undefined) set |= word
    else if (number !== undefined) set |= number === 0 || number > ALL_PROFILES ? ALL_PROFILES : number
    else { unmodelled.push(`Profile=${textOf(value)}`); return ALL_PROFILES }
  }
  if (set === 0) set = ALL_PROFILES
  if (typeof value !== 'object' && profileCache.size < MOST_CACHED) profileCache.set(value, set)
  return set
}

/** Bits of MSFT_NetInterfaceTypeFilter; 0 is any. */
const INTERFACE_BITS: readonly (readonly [number, InterfaceType])[] = [[1, 'lan'], [2, 'wireless'], [4, 'remote-access'], [8, 'mobile-broadband']]
function interfacesOf(value: unknown, unmodelled: string[]): readonly InterfaceType[] {
  if (value === undefined || value === null || value === 'Any' || value === '' || value === 0) return NONE
  const types = new Set<InterfaceType>()
  for (const item of itemsOf(value)) {
    const type = TOOL_INTERFACES.get(item.toLowerCase())
    if (type) types.add(type)
    else if (/^\d{1,2}$/.test(item) && Number(item) < 16) for (const [bit, name] of INTERFACE_BITS) { if ((Number(item) & bit) !== 0) types.add(name) }
    else if (!/^(?:any|all)$/i.test(item)) unmodelled.push(`InterfaceType=${item}`)
  }
  return types.size === 4 ? NONE : [...types]
}

/** `6.2+` or `10.0`. */
function platformsOf(value: unknown, unmodelled: string[]): readonly Platform[] {
  if (value === undefined || value === null || value === '') return NONE
  const platforms: Platform[] = []
  for (const item of itemsOf(value)) {
    const version = /^(\d{1,3})\.(\d{1,5})(?:\.\d+)?(\+?)$/.exec(item)
    if (version) platforms.push({ platform: 2, major: Number(version[1]), minor: Number(version[2]), orLater: version[3] === '+' })
    else if (!NEUTRAL.test(item)) unmodelled.push(`Platform=${item}`)
  }
  return platforms
}
