import { LOCAL_ADDRESSES, LOCAL_PORTS, REMOTE_ADDRESSES, REMOTE_PORTS } from '../../model/table.ts'
import type { Action, AddressSet, Direction, IcmpSet, InterfaceType, Platform, PortSet, ProfileSet, Protocol, Rule, Span } from '../../model/types.ts'
import { NO_RARITIES, type Rarities } from '../shared/token-list.ts'
import type { PolTexts } from './pol-file.ts'
import type { PolRules } from './pol-rules.ts'

/** What few rules have: kept beside the columns, one object for all of it. */
export interface Rest {
  readonly service: string | undefined
  readonly icmp: IcmpSet
  readonly rarities: Rarities
}
const NONE: readonly never[] = Object.freeze([])
export const NO_REST: Rest = { service: undefined, icmp: NONE, rarities: NO_RARITIES }
export const ACTIONS: readonly Action[] = ['allow', 'block', 'bypass']
export const ANY_PROTOCOL = 256

/** A rule as a row of the table. Names and places are read from the file when somebody asks. */
export class PolRule implements Rule {
  readonly table: PolRules
  readonly row: number

  constructor(table: PolRules, row: number) {
    this.table = table
    this.row = row
  }
  get #bits(): number { return this.table.bits[this.row] as number }
  get #rest(): Rest { return this.table.rests[this.row] as Rest }
  get profiles(): ProfileSet { return this.#bits & 7 }
  get enabled(): boolean { return (this.#bits & 8) !== 0 }
  get direction(): Direction { return (this.#bits & 16) === 0 ? 'inbound' : 'outbound' }
  get ipsec(): boolean { return (this.#bits & 32) !== 0 }
  get action(): Action { return ACTIONS[(this.#bits >> 6) & 3] as Action }
  get protocol(): Protocol {
    const protocol = (this.#bits >> 8) & 511
    return protocol === ANY_PROTOCOL ? 'any' : protocol
  }
  get localPorts(): PortSet { return this.table.sets.ports(this.row, LOCAL_PORTS) }
  get remotePorts(): PortSet { return this.table.sets.ports(this.row, REMOTE_PORTS) }
  get localAddresses(): AddressSet { return this.table.sets.addresses(this.row, LOCAL_ADDRESSES) }
  get remoteAddresses(): AddressSet { return this.table.sets.addresses(this.row, REMOTE_ADDRESSES) }
  get program(): string | undefined { return this.table.programs[this.row] }
  get service(): string | undefined { return this.#rest.service }
  get icmp(): IcmpSet { return this.#rest.icmp }
  get interfaceTypes(): readonly InterfaceType[] { return this.#rest.rarities.interfaceTypes }
  get platforms(): readonly Platform[] { return this.#rest.rarities.platforms }
  get unmodelled(): readonly string[] { return this.#rest.rarities.unmodelled }
  get malformed(): undefined { return undefined }
  get parts(): undefined { return undefined }
  get id(): string { return this.#texts().name }
  get name(): string { return this.#said('name=') ?? this.id }
  get group(): string | undefined { return this.#said('embedctxt=') }
  get source(): Span {
    const { key, name, end } = this.#texts()
    return { origin: this.table.file.origin, start: this.table.records[this.row] as number, end, key: `${key}\\${name}` }
  }

  #texts(): PolTexts { return this.table.file.textsAt(this.table.records[this.row] as number) }
  /** The last token of a key, as parseRuleString takes it. */
  #said(key: string): string | undefined {
    const tokens = this.#texts().data.split('|').filter(token => token.length > key.length && token.slice(0, key.length).toLowerCase() === key)
    return tokens.at(-1)?.slice(key.length)
  }
}
