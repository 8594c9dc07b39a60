import type { AddressSet, InterfaceType, Platform, PortSet, ProfileSet, Rule, Span } from '../../model/types.ts'

/** A rule that works out the places of its parts when they are read: of a hundred thousand rules a handful are ever shown. */
export abstract class LateRule implements Rule {
  readonly id: string | null
  readonly name: string
  readonly group: string | undefined
  readonly direction: Rule['direction']
  readonly action: Rule['action']
  readonly enabled: Rule['enabled']
  readonly protocol: Rule['protocol']
  readonly localPorts: PortSet
  readonly remotePorts: PortSet
  readonly icmp: readonly string[]
  readonly profiles: ProfileSet
  readonly localAddresses: AddressSet
  readonly remoteAddresses: AddressSet
  readonly program: string | undefined
  readonly service: string | undefined
  readonly interfaceTypes: readonly InterfaceType[]
  readonly platforms: readonly Platform[]
  readonly unmodelled: readonly string[]
  readonly ipsec: boolean
  readonly malformed: string | undefined
  readonly source: Span

  constructor(said: Omit<Rule, 'source' | 'parts'>, source: Span) {
    this.id = said.id
    this.name = said.name
    this.group = said.group
    this.direction = said.direction
    this.action = said.action
    this.enabled = said.enabled
    this.protocol = said.protocol
    this.localPorts = said.localPorts
    this.remotePorts = said.remotePorts
    this.icmp = said.icmp
    this.profiles = said.profiles
    this.localAddresses = said.localAddresses
    this.remoteAddresses = said.remoteAddresses
    this.program = said.program
    this.service = said.service
    this.interfaceTypes = said.interfaceTypes
    this.platforms = said.platforms
    this.unmodelled = said.unmodelled
    this.ipsec = said.ipsec
    this.malformed = said.malformed
    this.source = source
  }
  abstract get parts(): readonly number[] | undefined
}

/** Numbers of the largest array of a pool. */
const LARGEST = 1 << 14

/** Triples of many rules in few arrays of numbers, which costs a third of as many small ones. */
export class PartsPool {
  /** The array at work; those that are full are known to their rules only. */
  numbers = new Int32Array(64)
  #used = 0

  /** Copies the first `count` numbers into the array at work and gives the place they went to. */
  add(numbers: Int32Array, count: number): number {
    if (this.#used + count > this.numbers.length) {
      this.numbers = new Int32Array(Math.max(count, Math.min(LARGEST, 4 * this.numbers.length)))
      this.#used = 0
    }
    const at = this.#used
    const to = this.numbers
    for (let i = 0; i < count; i++) to[at + i] = numbers[i] as number
    this.#used = at + count
    return at
  }
}

/** A rule whose parts lie in a pool. */
export class PooledRule extends LateRule {
  readonly #at: number
  readonly #count: number
  readonly #numbers: Int32Array

  constructor(said: Omit<Rule, 'source' | 'parts'>, source: Span, pool: PartsPool, parts: Int32Array, count: number) {
    super(said, source)
    this.#at = pool.add(parts, count)
    this.#count = count
    this.#numbers = pool.numbers
  }
  override get parts(): readonly number[] { return Array.from(this.#numbers.subarray(this.#at, this.#at + this.#count)) }
}
