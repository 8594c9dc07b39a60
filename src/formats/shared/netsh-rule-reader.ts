import { isAnyPort } from '../../model/ports.ts'
import { ALL_PROFILES, DOMAIN, parseIcmp, parseProtocol, PRIVATE, PUBLIC } from '../../model/rules.ts'
import type {
  AddressKeyword, AddressSet, InterfaceType, PortKeyword, PortSet, ProfileSet, Protocol, Rule, RuleValues,
} from '../../model/types.ts'
import type { Word } from '../../text/word.ts'
import { isOpen, keyOf, type NetshCommand, PART, PLAIN_KEYS, RULE_KEYS, valueOf } from './netsh-arguments.ts'
import { ADDRESS_WORDS, addressesOf, portsOf, withOpenAddresses, withOpenPorts } from './netsh-lists.ts'
import type { NetshStore } from './netsh-store.ts'

const PORTS: ReadonlyMap<string, PortKeyword> = new Map([
  ['rpc', 'rpc'], ['rpc-epmap', 'rpc-epmap'], ['teredo', 'teredo'], ['iphttps', 'iphttps'], ['ply2disc', 'ply2disc'], ['mdns', 'mdns'],
])
const NO_ADDRESS_WORDS: ReadonlyMap<string, AddressKeyword> = new Map()
const INTERFACES: ReadonlyMap<string, InterfaceType> = new Map([['lan', 'lan'], ['wireless', 'wireless'], ['ras', 'remote-access']])
const SECURITY = /^(?:authenticate|authenc|authdynenc|authnoencap)$/
const PROFILE_BITS: ReadonlyMap<string, ProfileSet> =
  new Map([['domain', DOMAIN], ['private', PRIVATE], ['public', PUBLIC], ['any', ALL_PROFILES]])
const REMOTE_PORTS: ReadonlyMap<string, PortKeyword> = new Map([['iphttps', 'iphttps']])
const DIRECTIONS: ReadonlyMap<string, 'inbound' | 'outbound'> = new Map([['in', 'inbound'], ['out', 'outbound']])
const ACTIONS: ReadonlyMap<string, 'allow' | 'block' | 'bypass'> = new Map([['allow', 'allow'], ['block', 'block'], ['bypass', 'bypass']])
const YES_NO: ReadonlyMap<string, boolean> = new Map([['yes', true], ['no', false]])
const PROTOCOLS: ReadonlyMap<string, Protocol> = new Map<string, Protocol>([
  ['TCP', 6], ['tcp', 6], ['UDP', 17], ['udp', 17], ['any', 'any'], ['icmpv4', 1], ['icmpv6', 58],
])
/** What the words of a command are compared with. */
export const NETSH_VOCABULARY: readonly string[] = [
  'netsh', 'advfirewall', 'firewall', 'add', 'rule',
  ...PLAIN_KEYS, ...DIRECTIONS.keys(), ...ACTIONS.keys(), ...YES_NO.keys(), ...PROTOCOLS.keys(), ...PROFILE_BITS.keys(),
]

/** Reads the arguments that say something about packets. */
export class RuleReader {
  direction: Rule['direction'] | undefined
  action: Rule['action'] | undefined
  enabled: Rule['enabled'] | undefined
  protocol: Rule['protocol'] | undefined
  localPorts: PortSet | undefined
  remotePorts: PortSet | undefined
  icmp: readonly string[] | undefined
  profiles: ProfileSet | undefined
  localAddresses: AddressSet | undefined
  remoteAddresses: AddressSet | undefined
  program: string | undefined
  service: string | undefined
  interfaceTypes: readonly InterfaceType[] | undefined
  readonly unmodelled: string[] = []
  /** Triples as in `Rule.parts`; `partCount` of them count. */
  readonly parts = new Int32Array(3 * 64)
  partCount = 0
  /** Words whose text the script does not show. */
  readonly open: string[] = []
  ipsec = false
  malformed: string | undefined
  readonly #store: NetshStore
  #seen = 0
  #edge: Word | undefined
  #groups: Word | undefined
  #security: Word | undefined
  #localPorts: Word | undefined
  #remotePorts: Word | undefined

  constructor(store: NetshStore) {
    this.#store = store
  }

  /** Forgets the last command. */
  begin(): void {
    this.direction = this.action = this.enabled = this.protocol = this.localPorts = this.remotePorts = this.icmp = this.profiles = undefined
    this.localAddresses = this.remoteAddresses = this.program = this.service = this.interfaceTypes = this.malformed = undefined
    this.#edge = this.#groups = this.#security = this.#localPorts = this.#remotePorts = undefined
    this.unmodelled.length = this.open.length = this.partCount = this.#seen = 0
    this.ipsec = false
  }
  /** What was said, for a rule that stands elsewhere. `program=any` and `service` said as nothing lift the limit. */
  values(): RuleValues {
    const { direction, action, enabled, protocol, localPorts, remotePorts, icmp, profiles, localAddresses, remoteAddresses } = this
    const { program, service, interfaceTypes } = this
    const all = {
      direction, action, enabled, protocol, localPorts, remotePorts, icmp, profiles, localAddresses, remoteAddresses,
      program, service, interfaceTypes,
    }
    const said = Object.entries(all).filter(([key, value]) => value !== undefined || (key === 'program' && this.said('program')))
    return Object.fromEntries(said)
  }
  said(key: string): boolean { return (this.#seen & (RULE_KEYS.get(key) ?? 0)) !== 0 }

  refuseValue({ start, end, value }: Word, message: string): void { this.refuse({ start: value ?? start, end }, message) }
  /** Notes where the value of a word stands. */
  mark(part: number, { start, end, value }: Word): void {
    const { parts, partCount: at } = this
    if (at + 3 > parts.length) return
    parts[at] = part
    parts[at + 1] = value ?? start
    parts[at + 2] = end
    this.partCount = at + 3
  }
  refuse(at: { start: number; end: number } | undefined, message: string): void {
    this.malformed ??= message
    this.#store.problem('rule-malformed', message, at?.start ?? 0, at?.end ?? 0)
  }

  read(key: string, word: Word): void {
    const bit = RULE_KEYS.get(key)
    if (bit === undefined) {
      // A variable that holds arguments (`%EXTRA%`) may narrow the rule in any way.
      if (word.value === undefined && (isOpen(word.text) || word.unresolved)) {
        this.unmodelled.push(word.text)
        this.open.push(word.text)
      } else this.refuse(word, `netsh knows no argument "${word.text}".`)
      return
    }
    if ((this.#seen & bit) !== 0) { this.refuse(word, `${key}= stands twice.`); return }
    this.#seen |= bit
    if (word.value === undefined && valueOf(word) === '') {
      this.refuse(word, `"${word.text}" is not an argument of the form ${key}=value.`)
      return
    }
    if (key === 'description') return // says nothing about packets
    const value = valueOf(word)
    switch (key) {
      case 'dir': this.direction = this.#oneOf(key, value, word, PART.direction, DIRECTIONS); break
      case 'action': this.action = this.#oneOf(key, value, word, PART.action, ACTIONS); break
      case 'enable': this.enabled = this.#oneOf(key, value, word, PART.enabled, YES_NO); break
      case 'protocol': this.#readProtocol(value, word); break
      case 'profile': this.profiles = this.#readProfiles(value, word); break
      case 'localport':
        this.#localPorts = word
        this.localPorts = this.#readPorts(key, value, word, PART.localPorts, PORTS)
        break
      case 'remoteport':
        this.#remotePorts = word
        this.remotePorts = this.#readPorts(key, value, word, PART.remotePorts, REMOTE_PORTS)
        break
      case 'localip': this.localAddresses = this.#readAddresses(key, value, word, PART.localAddresses, NO_ADDRESS_WORDS); break
      case 'remoteip': this.remoteAddresses = this.#readAddresses(key, value, word, PART.remoteAddresses, ADDRESS_WORDS); break
      case 'program':
        this.mark(PART.program, word)
        if (value === '') this.refuse(word, 'program= is empty.')
        else this.program = value.toLowerCase() === 'any' ? undefined : value
        break
      case 'service':
        this.mark(PART.service, word)
        if (value === '') this.refuse(word, 'service= is empty.')
        // "any" means every service, and only services ([NETSH]).
        else this.service = value.toLowerCase() === 'any' ? '*' : value
        break
      case 'interfacetype': this.#readInterfaces(value, word); break
      case 'edge':
        this.#edge = word
        if (!this.#isOpen(value, word) && !/^(?:yes|no|deferapp|deferuser)$/i.test(value)) {
          this.refuseValue(word, `edge "${value}" is not yes, deferapp, deferuser or no.`)
        }
        break
      case 'security':
        this.#security = word
        if (/^notrequired$/i.test(value)) this.#security = undefined
        else if (SECURITY.test(value.toLowerCase()) || this.#isOpen(value, word)) {
          this.unmodelled.push(`security=${value}`)
          this.ipsec = true
        } else this.refuseValue(word, `security "${value}" is not authenticate, authenc, authdynenc, authnoencap or notrequired.`)
        break
      case 'rmtcomputergrp': case 'rmtmachgrp': case 'rmtusrgrp':
        this.#groups = word
        this.unmodelled.push(`${key}=${value}`)
        this.ipsec = true
        break
    }
  }

  /** What netsh asks of several arguments together, for a rule that is complete. */
  together(command: NetshCommand): void {
    const { protocol, direction, action } = this
    if (!this.#localPorts && !this.#remotePorts && !this.#edge && !this.#security && !this.#groups && action !== 'bypass') return
    const portless = protocol !== 6 && protocol !== 17 && protocol !== 'unknown'
    if (portless) {
      for (const [word, set] of [[this.#localPorts, this.localPorts], [this.#remotePorts, this.remotePorts]] as const) {
        if (word && set && !isAnyPort(set)) this.refuseValue(word, `${keyOf(word)}= needs protocol=tcp or protocol=udp.`)
      }
    } else if (this.#localPorts) {
      for (const keyword of this.localPorts?.keywords ?? []) {
        const wanted = keyword === 'teredo' || keyword === 'ply2disc' || keyword === 'mdns' ? 17 : 6
        if (direction === 'outbound' || (protocol !== wanted && protocol !== 'unknown')) {
          const name = wanted === 6 ? 'tcp' : 'udp'
          this.refuseValue(this.#localPorts, `localport=${valueOf(this.#localPorts)} needs protocol=${name} and dir=in.`)
        }
      }
    }
    if (this.#edge && direction === 'outbound' && !/^no$/i.test(valueOf(this.#edge))) {
      this.refuseValue(this.#edge, 'edge= is for inbound rules only.')
    }
    if (action === 'block' && this.#security) this.refuseValue(this.#security, 'A block rule cannot ask for security.')
    if (this.#groups && !this.#security) this.refuseValue(this.#groups, `${keyOf(this.#groups)}= needs security=.`)
    if (action === 'bypass' && (!this.#security || (!this.#groups && direction === 'inbound'))) {
      this.refuse(command, 'action=bypass needs security= and rmtcomputergrp= or rmtusrgrp=.')
    }
  }

  #isOpen(value: string, word: Word): boolean { return isOpen(value) || word.unresolved === true }
  #oneOf<T>(key: string, value: string, word: Word, part: number, words: ReadonlyMap<string, T>): T | 'unknown' {
    this.mark(part, word)
    const said = words.get(value) ?? words.get(value.toLowerCase())
    if (said !== undefined) return said
    if (this.#isOpen(value, word)) this.open.push(value)
    else this.refuseValue(word, `${key} "${value}" is not ${[...words.keys()].join(' or ')}.`)
    return 'unknown'
  }
  #readProtocol(value: string, word: Word): void {
    this.mark(PART.protocol, word)
    const known = PROTOCOLS.get(value) ?? parseProtocol(value)
    if (known !== undefined && value !== '*') { this.protocol = known; return }
    const icmp = /^(icmpv[46]):(.*)$/is.exec(value)
    if (icmp) {
      this.protocol = (icmp[1] as string).toLowerCase() === 'icmpv4' ? 1 : 58
      const text = icmp[2] as string
      this.mark(PART.icmp, word.value === undefined ? word : { text: word.text, start: word.start, end: word.end, value: word.value + 7 })
      const type = /^any(?:,any)?$/i.test(text) ? '' : parseIcmp(text)
      if (type !== undefined) this.icmp = type === '' ? [] : [type]
      else if (this.#isOpen(value, word)) { this.unmodelled.push(`protocol=${value}`); this.open.push(value) }
      else this.refuseValue(word, `"${text}" is not an ICMP type and code.`)
      return
    }
    this.protocol = 'unknown'
    if (this.#isOpen(value, word)) this.open.push(value)
    else this.refuseValue(word, `protocol "${value}" is not a protocol.`)
  }
  #readProfiles(value: string, word: Word): ProfileSet {
    this.mark(PART.profiles, word)
    const cached = PROFILE_BITS.get(value)
    if (cached !== undefined) return cached
    let set = 0
    for (const text of value.split(',')) {
      const bits = PROFILE_BITS.get(text.trim().toLowerCase())
      if (bits !== undefined) set |= bits
      else if (isOpen(text) || word.unresolved) { this.unmodelled.push(`profile=${value}`); this.open.push(text); set = ALL_PROFILES }
      else this.refuseValue(word, `profile "${text}" is not domain, private, public or any.`)
    }
    return set === 0 ? ALL_PROFILES : set
  }
  #readPorts(key: string, value: string, word: Word, part: number, words: ReadonlyMap<string, PortKeyword>): PortSet {
    this.mark(part, word)
    const { set, bad } = portsOf(value, words)
    if (bad.length === 0) return set
    const open = bad.filter(text => isOpen(text) || word.unresolved)
    for (const text of bad) if (!open.includes(text)) this.refuseValue(word, `${key} "${text}" is not a port, a range or a keyword.`)
    this.open.push(...open)
    if (open.length === 0 || (isAnyPort(set) && /\bany\b/i.test(value))) return set
    return withOpenPorts(set, open)
  }
  #readAddresses(key: string, value: string, word: Word, part: number, words: ReadonlyMap<string, AddressKeyword>): AddressSet {
    this.mark(part, word)
    const { set, bad } = addressesOf(value, words)
    if (bad.length === 0) return set
    const open = bad.filter(text => isOpen(text) || word.unresolved)
    for (const text of bad) {
      if (!open.includes(text)) this.refuseValue(word, `${key} "${text}" is not an address, a subnet, a range or a keyword.`)
    }
    this.open.push(...open)
    return open.length === 0 ? set : withOpenAddresses(set, open)
  }
  #readInterfaces(value: string, word: Word): void {
    this.mark(PART.interfaceTypes, word)
    if (/^any$/i.test(value)) { this.interfaceTypes = []; return }
    const types: InterfaceType[] = []
    for (const text of value.split(',')) {
      const type = INTERFACES.get(text.trim().toLowerCase())
      if (type) types.push(type)
      else if (isOpen(text) || word.unresolved) { this.unmodelled.push(`interfacetype=${value}`); this.open.push(text) }
      else this.refuseValue(word, `interfacetype "${text}" is not lan, wireless, ras or any.`)
    }
    this.interfaceTypes = types
  }
}
