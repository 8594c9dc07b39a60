import { ANY_ADDRESSES, parseAddresses } from '../../model/addresses.ts'
import { portSet, parsePortRange, rangeText } from '../../model/ports.ts'
import { makeRule, profileBit } from '../../model/rules.ts'
import type { AddressKeyword, AddressSet, Change, Problem, ProfileSet, Rule } from '../../model/types.ts'
import { type ProfileKeys, type RegistryValue, settingSpan } from './profile-keys.ts'
import { splitProfile } from './registry-key.ts'

/*
 * What the old administrative templates ("Windows Defender Firewall: Allow inbound … exceptions") open and shut without any rule string.
 * The grammar and the effects are those of the help texts in WindowsFirewall.adml.
 */

const ROOT = 'Software\\Policies\\Microsoft\\WindowsFirewall'
const PROFILE_NAMES: ReadonlyMap<string, string> = new Map([['domainprofile', 'DomainProfile'], ['standardprofile', 'StandardProfile']])
const PORT_LIST = 'globallyopenports\\list'
const PROGRAM_LIST = 'authorizedapplications\\list'

interface Opening { readonly protocol: 6 | 17; readonly ports: readonly number[] }
interface Exception {
  /** The key below the profile, as the console writes it. */
  readonly key: string
  readonly openings: readonly Opening[]
  /** Disabled means shut, not merely not opened. */
  readonly shuts: boolean
}
const EXCEPTIONS: readonly Exception[] = [
  { key: 'Services\\FileAndPrint', openings: [{ protocol: 6, ports: [139, 445] }, { protocol: 17, ports: [137, 138] }], shuts: true },
  // Since Vista nothing dynamic; "disabled" leaves 445 to other settings.
  { key: 'RemoteAdminSettings', openings: [{ protocol: 6, ports: [135, 445] }], shuts: false },
  { key: 'Services\\RemoteDesktop', openings: [{ protocol: 6, ports: [3389] }], shuts: true },
  { key: 'Services\\UPnPFramework', openings: [{ protocol: 6, ports: [2869] }, { protocol: 17, ports: [1900] }], shuts: true },
]
const ICMP_VALUES: readonly { name: string; direction: 'inbound' | 'outbound'; protocol: 1 | 58; type: number }[] = [
  { name: 'AllowInboundEchoRequest', direction: 'inbound', protocol: 1, type: 8 },
  { name: 'AllowInboundTimestampRequest', direction: 'inbound', protocol: 1, type: 13 },
  { name: 'AllowInboundMaskRequest', direction: 'inbound', protocol: 1, type: 17 },
  { name: 'AllowInboundRouterRequest', direction: 'inbound', protocol: 1, type: 10 },
  { name: 'AllowRedirect', direction: 'inbound', protocol: 1, type: 5 },
  { name: 'AllowOutboundDestinationUnreachable', direction: 'outbound', protocol: 1, type: 3 },
  { name: 'AllowOutboundSourceQuench', direction: 'outbound', protocol: 1, type: 4 },
  { name: 'AllowOutboundTimeExceeded', direction: 'outbound', protocol: 1, type: 11 },
  { name: 'AllowOutboundParameterProblem', direction: 'outbound', protocol: 1, type: 12 },
  { name: 'AllowOutboundPacketTooBig', direction: 'outbound', protocol: 58, type: 2 },
]

/**
 * The openings of both profile keys as rules. Their ids are the key paths of their values, so that a layer above replaces what it sets
 * again; what it only takes back is added to `changes`.
 */
export function openingsOf(keys: ProfileKeys, changes: Change[], problems: Problem[]): Rule[] {
  const rules: Rule[] = []
  for (const from of ['domainprofile', 'standardprofile']) {
    const profiles = keys.sources.filter(source => source.from === from).reduce((set, { profile }) => set | profileBit(profile), 0)
    if (profiles === 0) continue // a StandardProfile key that newer ones switch off
    const maker = new Maker(profiles, problems, rules)
    addExceptions(keys, from, maker, changes)
    addPorts(keys, from, maker, changes)
    addPrograms(keys, from, maker, changes)
    for (const { name, direction, protocol, type } of ICMP_VALUES) {
      const value = keys.value(from, 'icmpsettings', name)
      if (value?.number) maker.add(value, idOf(from, `IcmpSettings\\${name}`), { name: `IcmpSettings ${name}`, direction, protocol, icmp: [`${type}:*`] })
    }
  }
  return rules
}

/** The ids (with `*`) that deleting a value of a key below a profile takes from lower layers. */
export function removedOpenings(tail: string, name: string): readonly string[] {
  const split = splitProfile(tail)
  const profile = split && PROFILE_NAMES.get(`${split.profile}profile`)
  if (!split || profile === undefined) return []
  const prefix = `${ROOT}\\${profile}`
  if (split.rest === '') return name === '*' ? [`${prefix}\\*`] : []
  if (!/^(?:globallyopenports|authorizedapplications|services|remoteadminsettings|icmpsettings)(?:\\|$)/.test(split.rest)) return []
  return name === '*' ? [`${prefix}\\${split.rest}\\*`] : [`${prefix}\\${split.rest}\\${name}`, `${prefix}\\${split.rest}\\${name} *`]
}

const idOf = (from: string, below: string): string => `${ROOT}\\${PROFILE_NAMES.get(from)}\\${below}`

class Maker {
  readonly #profiles: ProfileSet
  readonly #problems: Problem[]
  readonly #rules: Rule[]
  constructor(profiles: ProfileSet, problems: Problem[], rules: Rule[]) {
    this.#profiles = profiles
    this.#problems = problems
    this.#rules = rules
  }
  add(value: RegistryValue, id: string, said: Partial<Rule> & Pick<Rule, 'name'>): void {
    this.#rules.push(makeRule({ ...said, id, profiles: this.#profiles, source: settingSpan(value) }))
  }
  /** A port opening; whatever opens TCP 445 lets echo requests in as well, even if the ICMP setting says no. */
  open(value: RegistryValue, id: string, { protocol, ports }: Opening, said: Partial<Rule> & Pick<Rule, 'name'>): void {
    const set = portSet(ports.map(port => [port, port] as const), [], [], ports.map(port => rangeText([port, port])))
    this.add(value, id, { ...said, protocol, localPorts: set })
    if (protocol === 6 && ports.includes(445) && said.action !== 'block') {
      this.add(value, `${id} echo`, { ...said, name: `${said.name} (echo request)`, protocol: 1, icmp: ['8:*'] })
    }
  }
  note(value: RegistryValue, message: string): void {
    this.#problems.push({ code: 'requirement-unverifiable', message, source: settingSpan(value) })
  }
  malformed(value: RegistryValue, why: string): undefined {
    this.#problems.push({ code: 'rule-malformed', message: `Windows would not use the entry "${value.text ?? ''}": ${why}.`, source: settingSpan(value) })
    return undefined
  }
}

function addExceptions(keys: ProfileKeys, from: string, maker: Maker, changes: Change[]): void {
  for (const { key, openings, shuts } of EXCEPTIONS) {
    const value = keys.value(from, key.toLowerCase(), 'Enabled')
    if (!value) continue
    const id = idOf(from, `${key}\\Enabled`)
    const idFor = ({ protocol }: Opening): string => `${id} ${protocol === 6 ? 'TCP' : 'UDP'}`
    if (value.number === 0) {
      changes.push({ kind: 'remove', select: { ids: shuts ? [`${id} * echo`] : [`${id} *`] }, values: {}, condition: undefined, source: settingSpan(value) })
      if (shuts) for (const opening of openings) maker.open(value, idFor(opening), opening, { name: `${key} disabled`, action: 'block' })
      continue
    }
    if (value.number === undefined) { maker.malformed(value, `"${key}\\Enabled" must be a DWORD value`); continue }
    const addresses = keys.value(from, key.toLowerCase(), 'RemoteAddresses')
    const scope = addresses?.text === undefined ? ANY_ADDRESSES : scopeOf(addresses.text, addresses, maker)
    if (!scope) continue
    // The editor cannot make the setting without a scope; half of it is taken as every address, and said.
    if (addresses?.text === undefined) maker.note(value, `${key}\\RemoteAddresses is not set; it is taken as every address.`)
    for (const opening of openings) maker.open(value, idFor(opening), opening, { name: key, remoteAddresses: scope })
  }
}

/** `PORT:TRANSPORT:SCOPE:STATUS:NAME`; the name may hold colons. Only the data counts, not the value's name. */
function addPorts(keys: ProfileKeys, from: string, maker: Maker, changes: Change[]): void {
  const read = listed(keys, from, PORT_LIST, 'globallyopenports', changes).flatMap(value => {
    const [port = '', transport = '', scope = '', status = ''] = value.text.split(':')
    const range = /^\d+$/.test(port) ? parsePortRange(port) : undefined
    const protocol = ({ tcp: 6, udp: 17 } as const)[transport.toLowerCase() as 'tcp' | 'udp']
    if (!range || range[0] === 0) { maker.malformed(value, `"${port}" is no port from 1 to 65535`); return [] }
    if (protocol !== 6 && protocol !== 17) { maker.malformed(value, `"${transport}" is neither TCP nor UDP`); return [] }
    const enabled = statusOf(status, value, maker)
    const remoteAddresses = scopeOf(scope, value, maker)
    return enabled === undefined || !remoteAddresses ? [] : [{ value, protocol, port: range[0], enabled, remoteAddresses }]
  })
  // "Any definition with the Status set to disabled overrides all definitions with the Status set to enabled."
  const off = new Set(read.filter(entry => !entry.enabled).map(({ protocol, port }) => `${protocol} ${port}`))
  for (const { value, protocol, port, remoteAddresses } of read) {
    const id = idOf(from, `GloballyOpenPorts\\List\\${value.name}`)
    maker.open(value, id, { protocol, ports: [port] }, { name: `GloballyOpenPorts ${value.text}`, enabled: !off.has(`${protocol} ${port}`), remoteAddresses })
  }
}

/** `PATH:SCOPE:STATUS:NAME`, where the path may have a drive's colon: every port on which that program listens. */
function addPrograms(keys: ProfileKeys, from: string, maker: Maker, changes: Change[]): void {
  const read = listed(keys, from, PROGRAM_LIST, 'authorizedapplications', changes).flatMap(value => {
    const cut = value.text.indexOf(':', value.text[1] === ':' ? 2 : 0)
    const program = value.text.slice(0, Math.max(cut, 0))
    const [scope = '', status = ''] = value.text.slice(cut + 1).split(':')
    if (program === '') { maker.malformed(value, 'it has no path'); return [] }
    const enabled = statusOf(status, value, maker)
    const remoteAddresses = scopeOf(scope, value, maker)
    return enabled === undefined || !remoteAddresses ? [] : [{ value, program, enabled, remoteAddresses }]
  })
  // "Ignores other definitions that set the Status of that program to enabled."
  const off = new Set(read.filter(entry => !entry.enabled).map(({ program }) => program.toLowerCase()))
  for (const { value, program, remoteAddresses } of read) {
    maker.add(value, idOf(from, `AuthorizedApplications\\List\\${value.name}`), {
      name: `AuthorizedApplications ${value.text}`, enabled: !off.has(program.toLowerCase()), program, remoteAddresses,
    })
  }
}

/** The entries of a list that its policy switches on. A policy that is off takes the lists of lower layers away. */
function listed(keys: ProfileKeys, from: string, list: string, policy: string, changes: Change[]): (RegistryValue & { text: string })[] {
  const switched = keys.value(from, policy, 'Enabled')
  if (switched?.number === 0) changes.push({ kind: 'remove', select: { ids: [idOf(from, `${list}\\*`)] }, values: {}, condition: undefined, source: settingSpan(switched) })
  if (!switched?.number) return []
  return [...keys.values(from, list).values()].flatMap(value => (value.text === undefined ? [] : [{ ...value, text: value.text.replace(/\0.*$/s, '') }]))
}

function statusOf(text: string, value: RegistryValue, maker: Maker): boolean | undefined {
  const word = text.toLowerCase()
  if (word === 'enabled' || word === 'disabled') return word === 'enabled'
  return maker.malformed(value, `"${text}" is neither enabled nor disabled`)
}
const SCOPE_WORDS: ReadonlyMap<string, AddressKeyword> = new Map([['localsubnet', 'local-subnet']])
function scopeOf(text: string, value: RegistryValue, maker: Maker): AddressSet | undefined {
  const scope = text.replace(/\0.*$/s, '')
  // "If you have spaces between the entries … the scope is ignored": the grammar has none anywhere.
  if (/\s/.test(scope)) return maker.malformed(value, `the scope "${scope}" holds a blank, and entries are parted by a comma alone`)
  const entries = scope.split(',').filter(entry => entry !== '')
  if (entries.length === 0) return maker.malformed(value, 'it has no scope')
  const { set, bad } = parseAddresses(entries, SCOPE_WORDS)
  const wrong = bad[0] ?? entries.find(entry => /^any$/i.test(entry) || /:.*:/.test(entry))
  return wrong === undefined ? set : maker.malformed(value, `"${wrong}" is neither "*", "localsubnet" nor an IPv4 address or subnet`)
}
