import { ALL_PROFILES } from '../../model/rules.ts'
import type { Action, AddressSet, Direction, IcmpSet, InterfaceType, Platform, PortSet, ProfileSet, Protocol } from '../../model/types.ts'
import { FIELD, type Token } from './rule-token.ts'
import { addressesOf, icmpOf, portsOf, type Rarities, raritiesOf, TokenList } from './token-list.ts'

/** [MS-FASP] 2.2.37. */
const LONGEST_LIST = 1000
/** A file of nothing but mistakes gets a few words about each rule, not one for every token. */
const MOST_FAULTS = 4

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
  #protocolFault = false
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
    this.enabled = this.ipsec = this.#protocolFault = false
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
      case FIELD.protocolFault: this.#protocolFault = true
        this.fault(at, value as string)
        return
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
  get icmp(): IcmpSet { return icmpOf(this.#icmp) }
  get localAddresses(): AddressSet { return addressesOf(this.#localAddresses) }
  get remoteAddresses(): AddressSet { return addressesOf(this.#remoteAddresses) }
  get rarities(): Rarities { return raritiesOf(this.#rarities) }
  get interfaceTypes(): readonly InterfaceType[] { return this.rarities.interfaceTypes }
  get platforms(): readonly Platform[] { return this.rarities.platforms }
  get unmodelled(): readonly string[] { return this.rarities.unmodelled }

  #has(field: number): boolean { return (this.#seen & (1 << field)) !== 0 }
  #once(field: number, at: number): boolean {
    const first = !this.#has(field)
    this.#seen |= 1 << field
    if (!first) this.fault(at, 'is the second token of its key, which may stand once only')
    return first
  }
  #portAfter(anyOrder: boolean, list: TokenList, token: Token, at: number): void {
    if (anyOrder || this.protocol === 6 || this.protocol === 17) this.#list(list, token, at)
    // A protocol that cannot be read is the one mistake; what hangs on it is not told again.
    else if (!this.#protocolFault) this.fault(at, 'has no Protocol=6 or Protocol=17 before it')
  }
  #icmpAfter(protocol: number, token: Token, at: number): void {
    if (this.protocol === protocol) this.#list(this.#icmp, token, at)
    else if (!this.#protocolFault) this.fault(at, `has no Protocol=${protocol} before it`)
  }
  #list(list: TokenList, token: Token, at: number): void {
    if (list.length < LONGEST_LIST) list.push(token)
    else this.fault(at, `is number ${LONGEST_LIST + 1} in its list, and Windows takes ${LONGEST_LIST}`)
  }
}
