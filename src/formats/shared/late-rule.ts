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
  readonly partial: boolean | undefined
  readonly malformed: string | undefined
  abstract readonly source: Span

  constructor(said: Omit<Rule, 'source' | 'parts'>) {
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
    this.partial = said.partial
    this.malformed = said.malformed
  }
  abstract get parts(): readonly number[] | undefined
}

/** Bytes of the largest array of a pool. */
const LARGEST = 1 << 16
/** Bytes that one number takes at most. */
const LONGEST = 5

/** Places of many rules and their parts, one behind the other: each number as what it is more than the one before, in seven bits a byte. */
class Places {
  readonly origin: Span['origin']
  readonly key: string | undefined
  readonly #bytes: Uint8Array
  #end = 0
  #at = 0

  constructor({ origin, key }: Span, size: number) {
    this.origin = origin
    this.key = key
    this.#bytes = new Uint8Array(size)
  }
  get size(): number { return this.#bytes.length }
  hasRoomFor(numbers: number, { origin, key }: Span): boolean {
    return this.#end + LONGEST * numbers <= this.#bytes.length && origin === this.origin && key === this.key
  }
  add({ start, end }: Span, parts: Int32Array, count: number): number {
    const at = this.#end
    this.#write(start)
    this.#write(end - start)
    this.#write(count)
    let before = start
    for (let i = 0; i < count; i += 3) {
      const from = parts[i + 1] as number
      const to = parts[i + 2] as number
      this.#write(parts[i] as number)
      this.#write(from - before)
      this.#write(to - from)
      before = to
    }
    return at
  }
  sourceAt(at: number): Span {
    const { origin, key } = this
    this.#at = at
    const start = this.#read()
    const end = start + this.#read()
    return key === undefined ? { origin, start, end } : { origin, start, end, key }
  }
  partsAt(at: number): number[] {
    let { start: before } = this.sourceAt(at)
    const parts: number[] = []
    for (let left = this.#read(); left > 0; left -= 3) {
      const name = this.#read()
      const from = before + this.#read()
      before = from + this.#read()
      parts.push(name, from, before)
    }
    return parts
  }
  /** The sign goes into the lowest bit. */
  #write(number: number): void {
    let rest = (number << 1) ^ (number >> 31)
    for (; (rest & ~127) !== 0; rest >>>= 7) this.#bytes[this.#end++] = (rest & 127) | 128
    this.#bytes[this.#end++] = rest
  }
  #read(): number {
    let bits = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] as number
      bits |= (byte & 127) << shift
      if (byte < 128) return (bits >>> 1) ^ -(bits & 1)
    }
  }
}

/** Makes room for the places of many rules. */
export class PlacesPool {
  #places: Places | undefined
  /** Where so many numbers of a source have room. */
  placesFor(source: Span, numbers: number): Places {
    const { size = 64 } = this.#places ?? {}
    if (!this.#places?.hasRoomFor(numbers, source)) this.#places = new Places(source, Math.max(LONGEST * numbers, Math.min(LARGEST, 4 * size)))
    return this.#places
  }
}

/** A rule whose places lie in a pool. */
export class PooledRule extends LateRule {
  readonly #places: Places
  readonly #at: number

  /** `parts` are triples as those of a rule, of which `count` numbers count. */
  constructor(said: Omit<Rule, 'source' | 'parts'>, source: Span, pool: PlacesPool, parts: Int32Array, count: number) {
    super(said)
    this.#places = pool.placesFor(source, count + 3)
    this.#at = this.#places.add(source, parts, count)
  }
  override get source(): Span { return this.#places.sourceAt(this.#at) }
  override get parts(): readonly number[] { return this.#places.partsAt(this.#at) }
}
