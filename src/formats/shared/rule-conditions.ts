import { ANY_ADDRESSES, addressSet, addressTexts } from '../../model/addresses.ts'
import { ANY_PORTS, portSet } from '../../model/ports.ts'
import { ALL_PROFILES } from '../../model/rules.ts'
import type {
  Action, AddressKeyword, AddressSet, Direction, IcmpSet, InterfaceType, Platform, PortSet, ProfileSet, Protocol, Range4, Range6,
} from '../../model/types.ts'
import { AddressEntry, AddressList, PortEntry, PortList } from './rule-entries.ts'
import { FIELD, type Token } from './rule-token.ts'

const NONE: readonly never[] = Object.freeze([])
/** [MS-FASP] 2.2.37. */
const LONGEST_LIST = 1000
/** A file of nothing but mistakes gets a few words about each rule, not one for every token. */
const MOST_FAULTS = 4

/** What few rules have, kept apart so that the many stay small. */
export interface Rarities {
  readonly interfaceTypes: readonly InterfaceType[]
  readonly platforms: readonly Platform[]
  readonly unmodelled: readonly string[]
}
const NO_RARITIES: Rarities = { interfaceTypes: NONE, platforms: NONE, unmodelled: NONE }

/** Why Windows would drop the rule: a predicate of the token at an offset, or a whole sentence where `at` is negative. */
export interface Fault { readonly at: number; readonly why: string }

/** Takes the tokens of one rule and says what they mean together. Cleared and used again for the next rule. */
export class Conditions {
  action: Action | undefined
  direction: Direction | undefined
  enabled = false // no Active means disabled ([MS-GPFAS] 2.2.2.19)
  protocol: Protocol = 'any'
  program: string | undefined
  service: string | undefined
  name: string | undefined
  group: string | undefined
  ipsec = false
  readonly faults: Fault[] = []
  #seen = 0
  #profiles: ProfileSet = 0
  readonly #localPorts = new TokenList()
  readonly #remotePorts = new TokenList()
  readonly #icmp = new TokenList()
  readonly #localAddresses = new TokenList()
  readonly #remoteAddresses = new TokenList()
  readonly #rarities = new TokenList()

  clear(): void {
    this.action = this.direction = this.program = this.service = this.name = this.group = undefined
    this.enabled = this.ipsec = false
    this.protocol = 'any'
    this.#seen = this.#profiles = 0
    this.#localPorts.length = this.#remotePorts.length = this.#icmp.length = 0
    this.#localAddresses.length = this.#remoteAddresses.length = this.#rarities.length = 0
    if (this.faults.length > 0) this.faults.length = 0
  }

  /** Takes one token; `at` is its offset in the rule string. */
  add(token: Token, at: number): void {
    const { field, value } = token
    switch (field) {
      case FIELD.nothing: return
      case FIELD.fault: this.fault(at, value as string)
        return
      case FIELD.action: if (this.#once(field, at)) this.action = value as Action
        return
      case FIELD.active: if (this.#once(field, at)) this.enabled = value as boolean
        return
      case FIELD.direction: if (this.#once(field, at)) this.direction = value as Direction
        return
      case FIELD.protocol: if (this.#once(field, at)) this.protocol = value as number
        return
      case FIELD.profile: this.#profiles |= value as number
        return
      case FIELD.localPortAfterProtocol: case FIELD.localPort: this.#portAfter(field === FIELD.localPort, this.#localPorts, token, at)
        return
      case FIELD.remotePortAfterProtocol: case FIELD.remotePort: this.#portAfter(field === FIELD.remotePort, this.#remotePorts, token, at)
        return
      case FIELD.icmp4: this.#icmpAfter(1, token, at)
        return
      case FIELD.icmp6: this.#icmpAfter(58, token, at)
        return
      case FIELD.localAddress: this.#list(this.#localAddresses, token, at)
        return
      case FIELD.remoteAddress: this.#list(this.#remoteAddresses, token, at)
        return
      case FIELD.program: if (this.#once(field, at)) this.program = value as string
        return
      case FIELD.service: if (this.#once(field, at)) this.service = value as string
        return
      case FIELD.name: this.name = value as string
        return
      case FIELD.group: this.group = value as string
        return
      case FIELD.edge: this.#seen |= 1 << field
        return
      case FIELD.security: case FIELD.remoteMachine: case FIELD.remoteUser: case FIELD.looseSource:
        this.#seen |= 1 << field
        this.ipsec ||= field !== FIELD.looseSource
        this.#list(this.#rarities, token, at)
        return
      default: this.#list(this.#rarities, token, at)
    }
  }

  fault(at: number, why: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ at, why })
  }

  /** What only the whole rule shows ([MS-FASP] 2.2.37). */
  finish(): void {
    const { direction, action, protocol } = this
    const faults = this.faults.length
    if (action === undefined && faults === 0) this.fault(-1, 'it has no Action')
    if (direction === undefined && faults === 0) this.fault(-1, 'it has no Dir')
    const hasPorts = this.#localPorts.length > 0 || this.#remotePorts.length > 0
    if (hasPorts && protocol !== 6 && protocol !== 17 && faults === 0) this.fault(-1, 'it names ports without Protocol 6 or 17')
    for (let i = 0; i < this.#localPorts.length; i++) {
      const keyword = (this.#localPorts.at(i).value as PortSet).keywords[0]
      if (keyword === undefined) continue
      if (direction === 'outbound') this.fault(-1, `an outbound rule cannot have the local port "${keyword}"`)
      else if ((keyword === 'rpc' || keyword === 'rpc-epmap') && protocol !== 6) this.fault(-1, `the port "${keyword}" goes with TCP only`)
      else if (keyword === 'teredo' && protocol !== 17) this.fault(-1, 'the port "teredo" goes with UDP only')
    }
    const secure = this.#has(FIELD.security)
    // The specification has RMAuth inbound only, but the console makes outbound rules with it, so it is no mistake there.
    const machine = this.#has(FIELD.remoteMachine)
    if (action === 'bypass') {
      if (direction === 'outbound') this.fault(-1, 'only an inbound rule can override block rules with Action=ByPass')
      if (!secure || !machine) this.fault(-1, 'Action=ByPass needs both Security and RMAuth')
    } else if ((machine || this.#has(FIELD.remoteUser)) && !secure) this.fault(-1, 'RMAuth and RUAuth need Security')
    if (action === 'block' && secure) this.fault(-1, 'a block rule cannot have Security')
    if (this.#has(FIELD.edge) && direction === 'outbound') this.fault(-1, 'Edge goes with inbound rules only')
    if (this.#has(FIELD.looseSource) && (direction === 'inbound' || protocol === 6 || secure)) this.fault(-1, 'LSM goes with no inbound, TCP or secure rule')
  }

  get profiles(): ProfileSet { return this.#profiles === 0 ? ALL_PROFILES : this.#profiles }
  get localPorts(): PortSet { return portsOf(this.#localPorts) }
  get remotePorts(): PortSet { return portsOf(this.#remotePorts) }
  get icmp(): IcmpSet { return this.#icmp.length === 0 ? NONE : icmpSets.of(this.#icmp) }
  get localAddresses(): AddressSet { return addressesOf(this.#localAddresses) }
  get remoteAddresses(): AddressSet { return addressesOf(this.#remoteAddresses) }
  get rarities(): Rarities { return this.#rarities.length === 0 ? NO_RARITIES : rarities.of(this.#rarities) }

  #has(field: number): boolean { return (this.#seen & (1 << field)) !== 0 }
  #once(field: number, at: number): boolean {
    const first = !this.#has(field)
    this.#seen |= 1 << field
    if (!first) this.fault(at, 'is the second token of its key, which may stand once only')
    return first
  }
  #portAfter(anyOrder: boolean, list: TokenList, token: Token, at: number): void {
    if (anyOrder || this.protocol === 6 || this.protocol === 17) this.#list(list, token, at)
    else this.fault(at, 'has no Protocol=6 or Protocol=17 before it')
  }
  #icmpAfter(protocol: number, token: Token, at: number): void {
    if (this.protocol !== protocol) this.fault(at, `has no Protocol=${protocol} before it`)
    else this.#list(this.#icmp, token, at)
  }
  #list(list: TokenList, token: Token, at: number): void {
    if (list.length < LONGEST_LIST) list.push(token)
    else this.fault(at, `is number ${LONGEST_LIST + 1} in its list, and Windows takes ${LONGEST_LIST}`)
  }
}

/** A list that is emptied without giving its memory back. */
class TokenList {
  length = 0
  readonly #tokens: Token[] = []
  push(token: Token): void { this.#tokens[this.length++] = token }
  at(index: number): Token { return this.#tokens[index] as Token }
  slice(): readonly Token[] { return this.#tokens.slice(0, this.length) }
}

const portsOf = (tokens: TokenList): PortSet =>
  tokens.length === 0 ? ANY_PORTS : tokens.length === 1 ? tokens.at(0).value as PortSet : portSets.of(tokens)
const addressesOf = (tokens: TokenList): AddressSet =>
  tokens.length === 0 ? ANY_ADDRESSES : tokens.length === 1 ? tokens.at(0).value as AddressSet : addressSets.of(tokens)

/** Remembers the latest lists of tokens and what they make, so that `RA4=LocalSubnet|RA6=LocalSubnet` is one value in all rules. */
class Combinations<T> {
  readonly #make: (tokens: readonly Token[]) => T
  readonly #slots: ({ readonly tokens: readonly Token[]; readonly value: T } | undefined)[] = Array.from({ length: 1021 })

  constructor(make: (tokens: readonly Token[]) => T) { this.#make = make }
  of(list: TokenList): T {
    let hash = list.length
    for (let i = 0; i < list.length; i++) hash = Math.imul(hash, 31) + list.at(i).id
    const slot = (hash >>> 0) % this.#slots.length
    const held = this.#slots[slot]
    if (held && isSame(held.tokens, list)) return held.value
    const tokens = list.slice()
    const value = this.#make(tokens)
    this.#slots[slot] = { tokens, value }
    return value
  }
}
function isSame(tokens: readonly Token[], list: TokenList): boolean {
  if (tokens.length !== list.length) return false
  for (let i = 0; i < tokens.length; i++) if (tokens[i] !== list.at(i)) return false
  return true
}

const portSets = new Combinations<PortSet>(tokens => {
  const sets = tokens.map(({ value }) => value as PortSet)
  if (isListOfPorts(sets)) return new PortList(sets)
  return portSet(sets.flatMap(set => set.ranges), sets.flatMap(set => set.keywords), NONE, unique(sets.flatMap(set => set.text ?? NONE)))
})
/** Numbers in order and apart, as nearly all lists are. */
function isListOfPorts(sets: readonly PortSet[]): sets is readonly PortEntry[] {
  let last = -1
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]
    if (!(set instanceof PortEntry) || set.from <= last) return false
    last = set.to + 1
  }
  return true
}
const addressSets = new Combinations<AddressSet>(tokens => {
  const sets = tokens.map(({ value }) => value as AddressSet)
  if (isListOfAddresses(sets)) return new AddressList(sets)
  const v4: Range4[] = []
  const v6: Range6[] = []
  const keywords: AddressKeyword[] = []
  for (const set of sets) {
    if (set instanceof AddressEntry) v4.push([set.from, set.to])
    else {
      for (const range of set.v6) v6.push(range)
      for (const keyword of set.keywords) keywords.push(keyword)
    }
  }
  const set = addressSet(v4, v6, keywords)
  // Only ranges that have grown together, or stand out of order, lose the form that the file gave them.
  return v4.length === 0 && v6.length === 0 ? set : new ListedAddresses(set, sets)
})
/** A set that can still say how the file lists it. */
class ListedAddresses implements AddressSet {
  readonly v4: readonly Range4[]
  readonly v6: readonly Range6[]
  readonly keywords: readonly AddressKeyword[]
  readonly unresolved = NONE
  readonly #entries: readonly AddressSet[]

  constructor({ v4, v6, keywords }: AddressSet, entries: readonly AddressSet[]) {
    this.v4 = v4
    this.v6 = v6
    this.keywords = keywords
    this.#entries = entries
  }
  get text(): readonly string[] {
    return unique([...this.#entries.filter(set => set.keywords.length === 0).flatMap(addressTexts), ...this.keywords])
  }
}
function isListOfAddresses(sets: readonly AddressSet[]): sets is readonly AddressEntry[] {
  let last = -1
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]
    if (!(set instanceof AddressEntry) || set.from <= last) return false
    last = set.to + 1
  }
  return true
}
const icmpSets = new Combinations<IcmpSet>(tokens => unique(tokens.flatMap(({ value }) => value as IcmpSet)))
const rarities = new Combinations<Rarities>(tokens => {
  const platforms: Platform[] = []
  for (const { field, value } of tokens) {
    if (field === FIELD.platform) platforms.push(value as Platform)
    const last = platforms.at(-1)
    // `Platform2=GTEQ` is about the last Platform entry ([MS-GPFAS] 2.2.2.19).
    if (field === FIELD.orLater && last) platforms[platforms.length - 1] = { ...last, orLater: true }
  }
  return {
    interfaceTypes: tokens.filter(({ field }) => field === FIELD.interfaceType).map(({ value }) => value as InterfaceType),
    platforms,
    unmodelled: tokens.filter(({ value }) => typeof value === 'string').filter(isUnmodelled).map(({ value }) => value as string),
  }
})
const isUnmodelled = ({ field }: Token): boolean => field !== FIELD.interfaceType && field !== FIELD.orLater
function unique<T>(list: readonly T[]): readonly T[] {
  if (list.length > 8) return [...new Set(list)]
  for (let i = 1; i < list.length; i++) if (list.indexOf(list[i] as T) < i) return [...new Set(list)]
  return list
}
