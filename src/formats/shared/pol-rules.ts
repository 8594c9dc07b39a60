import { ANY_ADDRESSES } from '../../model/addresses.ts'
import { ANY_PORTS } from '../../model/ports.ts'
import type { Action, AddressSet, Direction, IcmpSet, InterfaceType, Platform, PortSet, ProfileSet, Protocol, Rule, Span } from '../../model/types.ts'
import type { PolBytes } from './pol-reader.ts'
import type { RuleTable } from './registry-policy.ts'
import type { Conditions, Rarities } from './rule-conditions.ts'
import { AddressEntry, PortEntry, portEntry } from './rule-entries.ts'

/** What few rules have: kept beside the columns, one object for all of it. */
interface Rest {
  readonly service: string | undefined
  readonly icmp: IcmpSet
  readonly localAddresses: AddressSet
  readonly rarities: Rarities
}
const NONE: readonly never[] = Object.freeze([])
const NO_REST: Rest = { service: undefined, icmp: NONE, localAddresses: ANY_ADDRESSES, rarities: { interfaceTypes: NONE, platforms: NONE, unmodelled: NONE } }
const ACTIONS: readonly Action[] = ['allow', 'block', 'bypass']
const ANY_PROTOCOL = 256
/** In a column of ports or addresses: any. */
const ANY = -1
/** In a column of ports, what is larger is an index. */
const PORTS = 65536

/** In the column of starts: the row holds no rule any more. */
const GONE = -1
/** Hash tables give up after this many steps: a file made to collide costs time for each name, but never the square of it. */
const LONGEST_PROBE = 48
const mix = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 1

/**
 * The rules of a registry.pol in columns of numbers, found by id without a string for each id. Ids beyond ASCII, ids from
 * other places and ids that collide too often go by a map of strings.
 */
export class PolRules implements RuleTable {
  readonly file: PolBytes
  #count = 0
  /** Rows before this one are gone for good. */
  #cleared = 0
  /** Rows in `slots`. */
  #used = 0
  /** Where the record begins, in bytes; where its name begins, in units; and the hash of the name. */
  records: Int32Array
  #names: Int32Array
  #hashes: Int32Array
  /** Profiles in bits 0 to 2, then enabled, outbound, IPsec, two of the action, nine of the protocol, six of REMOTE_PREFIX. */
  bits: Int32Array
  localPorts: Int32Array
  remotePorts: Int32Array
  /** The first address where `bits` has a prefix length, else an index into `sets`. */
  remoteAddresses: Int32Array
  readonly sets: (PortSet | AddressSet)[] = []
  readonly programs: (string | undefined)[] = []
  readonly rests: Rest[] = []
  /** Rows that the careful reader read. */
  readonly #read = new Map<number, Rule>()
  readonly #others = new Map<string, number>()
  /** Open addressing; 0 means free. */
  #slots: Int32Array

  constructor(file: PolBytes) {
    this.file = file
    // More than enough for rules of the usual length. Memory that is never written is never taken.
    const rows = Math.max(16, Math.ceil(file.bytes.length / 256))
    const column = (): Int32Array => new Int32Array(rows)
    this.records = column()
    this.#names = column()
    this.#hashes = column()
    this.bits = column()
    this.localPorts = column()
    this.remotePorts = column()
    this.remoteAddresses = column()
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows)))
  }

  /** Sets the rule whose id stands in units `start` to `end`; what it says stands in `conditions`. */
  setUnits(start: number, end: number, record: number, conditions: Conditions): void {
    const { units, bytes } = this.file
    const hash = hashUnits(units, start, end)
    let row = hash < 0 ? -1 : this.#find(hash, units, start, end - start)
    if (row < 0 && (hash < 0 || this.#others.size > 0)) {
      const key = bytes.toString('utf16le', 2 * start, 2 * end).toLowerCase()
      row = this.#others.get(key) ?? -1
      if (row < 0 && hash < 0) this.#others.set(key, row = this.#newRow(start, hash))
    }
    if (row < 0) {
      row = this.#newRow(start, hash)
      if (!this.#place(row)) this.#others.set(bytes.toString('utf16le', 2 * start, 2 * end).toLowerCase(), row)
    }
    this.#read.delete(row)
    this.#fill(row, record, conditions)
  }

  set(id: string, rule: Rule): void {
    const key = id.toLowerCase()
    let row = this.#rowOf(key)
    if (row < 0) this.#others.set(key, row = this.#newRow(0, -1))
    this.records[row] = 0
    this.#read.set(row, rule)
  }
  delete(id: string): void {
    const row = this.#rowOf(id.toLowerCase())
    if (row < 0) return
    this.#read.delete(row)
    this.records[row] = GONE
  }
  clear(): void {
    for (let row = this.#cleared; row < this.#count; row++) this.records[row] = GONE
    // New rows from here on, so that clearing again and again costs no more than filling did.
    this.#cleared = this.#count
    this.#slots = new Int32Array(64)
    this.#used = 0
    this.#read.clear()
    this.#others.clear()
  }
  list(): readonly Rule[] {
    const rules: Rule[] = []
    for (let row = this.#cleared; row < this.#count; row++) {
      if (this.records[row] === GONE) continue
      rules.push((this.#read.size > 0 && this.#read.get(row)) || new PolRule(this, row))
    }
    return rules
  }

  #newRow(name: number, hash: number): number {
    const row = this.#count++
    if (row === this.records.length) this.#grow()
    this.#names[row] = name
    this.#hashes[row] = hash
    return row
  }
  #grow(): void {
    this.records = grown(this.records)
    this.#names = grown(this.#names)
    this.#hashes = grown(this.#hashes)
    this.bits = grown(this.bits)
    this.localPorts = grown(this.localPorts)
    this.remotePorts = grown(this.remotePorts)
    this.remoteAddresses = grown(this.remoteAddresses)
  }

  #fill(row: number, record: number, conditions: Conditions): void {
    const { protocol, icmp, localAddresses, remoteAddresses, rarities, service } = conditions
    let bits = conditions.profiles
      | (conditions.enabled ? 8 : 0)
      | (conditions.direction === 'outbound' ? 16 : 0)
      | (conditions.ipsec ? 32 : 0)
      | (ACTIONS.indexOf(conditions.action ?? 'allow') << 6)
      | ((typeof protocol === 'number' ? protocol : ANY_PROTOCOL) << 8)
    const prefix = remoteAddresses instanceof AddressEntry ? prefixOf(remoteAddresses) : -1
    if (prefix >= 0) bits |= (prefix + 1) << 17
    this.records[row] = record
    this.bits[row] = bits
    this.localPorts[row] = this.#codeOf(conditions.localPorts)
    this.remotePorts[row] = this.#codeOf(conditions.remotePorts)
    this.remoteAddresses[row] = prefix >= 0 ? (remoteAddresses as AddressEntry).from
      : remoteAddresses === ANY_ADDRESSES ? ANY : this.sets.push(remoteAddresses) - 1
    this.programs[row] = conditions.program
    const isPlain = service === undefined && icmp.length === 0 && localAddresses === ANY_ADDRESSES && rarities.unmodelled.length === 0
      && rarities.interfaceTypes.length === 0 && rarities.platforms.length === 0
    this.rests[row] = isPlain ? NO_REST : { service, icmp, localAddresses, rarities }
  }
  #codeOf(ports: PortSet): number {
    if (ports === ANY_PORTS) return ANY
    if (ports instanceof PortEntry && ports.from === ports.to) return ports.from
    return PORTS + this.sets.push(ports) - 1
  }

  #rowOf(key: string): number {
    const units = new Uint16Array(key.length)
    for (let i = 0; i < key.length; i++) units[i] = key.charCodeAt(i)
    const hash = hashUnits(units, 0, key.length)
    const row = hash < 0 ? -1 : this.#find(hash, units, 0, key.length)
    return row >= 0 ? row : (this.#others.get(key) ?? -1)
  }
  /** The row whose id is the `length` units of `other` from `from` on. */
  #find(hash: number, other: Uint16Array, from: number, length: number): number {
    const { units } = this.file
    const mask = this.#slots.length - 1
    for (let probe = 0, slot = mix(hash) & mask; probe < LONGEST_PROBE; probe++, slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] as number) - 1
      if (row < 0) return -1
      if (this.#hashes[row] !== hash) continue
      const start = this.#names[row] as number
      let i = 0
      while (i < length && fold(units[start + i] as number) === fold(other[from + i] as number)) i++
      if (i === length && units[start + i] === 0) return row
    }
    return -1
  }
  /** Puts a row into the first free slot of its probe; false when there is none. */
  #place(row: number): boolean {
    if (2 * ++this.#used > this.#slots.length) this.#rehash()
    const mask = this.#slots.length - 1
    for (let probe = 0, slot = mix(this.#hashes[row] as number) & mask; probe < LONGEST_PROBE; probe++, slot = (slot + 1) & mask) {
      if (this.#slots[slot] !== 0) continue
      this.#slots[slot] = row + 1
      return true
    }
    return false
  }
  #rehash(): void {
    const rows = this.#slots.filter(row => row > 0)
    this.#slots = new Int32Array(4 * this.#slots.length)
    this.#used = 0
    for (const row of rows) {
      if (this.#place(row - 1)) continue
      const start = 2 * (this.#names[row - 1] as number)
      const end = 2 * this.file.units.indexOf(0, start / 2)
      this.#others.set(this.file.bytes.toString('utf16le', start, end).toLowerCase(), row - 1)
    }
  }
}

function grown(column: Int32Array): Int32Array {
  const next = new Int32Array(2 * column.length)
  next.set(column)
  return next
}
/** The prefix length of a range that is a subnet, else -1. */
function prefixOf({ from, to }: AddressEntry): number {
  const size = to - from + 1
  const bits = 31 - Math.clz32(size)
  return size < 2 ** 31 && size === 2 ** bits && from % size === 0 ? 32 - bits : -1
}

/** ASCII letters in lower case. */
const fold = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit)
/** The hash of a name without regard to case; -1 when a unit is not ASCII. */
function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0
  let all = 0
  for (let i = start; i < end; i++) {
    const unit = units[i] as number
    all |= unit
    hash = (Math.imul(hash, 31) + fold(unit)) | 0
  }
  return all > 127 ? -1 : hash & 0x7fffffff
}

/** A rule as a row of the table. Names and places are read from the file when somebody asks. */
class PolRule implements Rule {
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
  get localPorts(): PortSet { return this.#ports(this.table.localPorts[this.row] as number) }
  get remotePorts(): PortSet { return this.#ports(this.table.remotePorts[this.row] as number) }
  get remoteAddresses(): AddressSet {
    const code = this.table.remoteAddresses[this.row] as number
    const prefix = (this.#bits >> 17) - 1
    if (prefix < 0) return code === ANY ? ANY_ADDRESSES : this.table.sets[code] as AddressSet
    const from = code >>> 0
    return new AddressEntry(from, from + 2 ** (32 - prefix) - 1)
  }
  get program(): string | undefined { return this.table.programs[this.row] }
  get service(): string | undefined { return this.#rest.service }
  get icmp(): IcmpSet { return this.#rest.icmp }
  get localAddresses(): AddressSet { return this.#rest.localAddresses }
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

  #ports(code: number): PortSet {
    return code === ANY ? ANY_PORTS : code < PORTS ? portEntry(code) : this.table.sets[code - PORTS] as PortSet
  }
  #texts(): { key: string; name: string; data: string; end: number } {
    const { bytes, units } = this.table.file
    const keyStart = this.table.records[this.row] as number + 2
    const keyEnd = 2 * units.indexOf(0, keyStart / 2)
    const nameStart = keyEnd + 4
    const nameEnd = 2 * units.indexOf(0, nameStart / 2)
    const sizeAt = nameEnd + 10
    const size = bytes.readUInt32LE(sizeAt)
    const dataStart = sizeAt + 6
    const text = (start: number, end: number): string => bytes.toString('utf16le', start, end)
    return { key: text(keyStart, keyEnd), name: text(nameStart, nameEnd), data: text(dataStart, dataStart + size).replace(/\0$/, ''), end: dataStart + size + 2 }
  }
  /** The last token of a key, as parseRuleString takes it. */
  #said(key: string): string | undefined {
    const tokens = this.#texts().data.split('|').filter(token => token.length > key.length && token.slice(0, key.length).toLowerCase() === key)
    return tokens.at(-1)?.slice(key.length)
  }
}
