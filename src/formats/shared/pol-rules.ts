import type { Action, AddressSet, Direction, IcmpSet, InterfaceType, Origin, Platform, PortSet, ProfileSet, Protocol, Rule, Span } from '../../model/types.ts'
import type { RuleTable } from './registry-policy.ts'
import { Conditions, type Rarities } from './rule-conditions.ts'
import { FIELD, readToken, type Token } from './rule-token.ts'

/*
 * The rules of a large registry.pol, read from its 16-bit units without making a string of each: a GPO of a million rules is half a
 * gigabyte. What this reader does not take (a mistake, an odd version) the caller gives to parseRuleString, which says why.
 */

/** The bytes of a file, twice. */
export interface PolBytes {
  readonly bytes: Buffer
  /** Begins at byte 0. */
  readonly units: Uint16Array
  readonly origin: Origin
}

/** Hash tables give up after this many steps: a file made to collide costs time for each name, but never the square of it. */
const LONGEST_PROBE = 48
const mix = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 1

const BAR = 0x7c
const EQUALS = 0x3d
const CAPITAL_D = 0x44
const CAPITAL_N = 0x4e

/** Reads rule strings; a token that stood in the file not long before is recognised by its units and not read again. */
export class PolReader {
  readonly #file: PolBytes
  readonly #conditions = new Conditions()
  // A cache with one slot for each hash: what is common stays, what is not makes room, and nothing grows with the file.
  readonly #hashes: Int32Array
  readonly #starts: Int32Array
  readonly #lengths: Int32Array
  readonly #tokens: (Token | undefined)[] = []

  constructor(file: PolBytes) {
    this.#file = file
    const slots = Math.min(1 << 16, 2 ** Math.ceil(Math.log2(256 + file.bytes.length / 256)))
    this.#hashes = new Int32Array(slots)
    this.#starts = new Int32Array(slots)
    this.#lengths = new Int32Array(slots)
    for (let i = 0; i < slots; i++) this.#tokens.push(undefined)
  }

  /** The rule in units `start` to `end` of the record at byte `record`; undefined when it needs the careful reader. */
  read(record: number, start: number, end: number): Rule | undefined {
    const conditions = this.#conditions
    conditions.clear()
    const { units } = this.#file
    if (units[end - 1] === 0) end--
    let at = this.#afterVersion(start, end)
    if (at < 0) return undefined
    while (at < end) {
      const first = units[at] as number
      let stop = at
      if (units[at + 4] === EQUALS && (first === CAPITAL_N ? this.#isWord(at, NAME) : first === CAPITAL_D && this.#isWord(at, DESC))) {
        // Names are read when somebody asks for them.
        for (; stop < end; stop++) {
          const unit = units[stop] as number
          if (unit === BAR) break
          if (unit === 0) return undefined
        }
        if (first === CAPITAL_N && (stop - at === 8 || stop - at > 10_000)) return undefined // `Name=ALL`, perhaps
      } else {
        let hash = 0
        for (; stop < end; stop++) {
          const unit = units[stop] as number
          if (unit === BAR) break
          hash = (Math.imul(hash, 31) + unit) | 0
        }
        if (stop > at) conditions.add(this.#token(hash, at, stop - at), at)
      }
      at = stop + 1
    }
    conditions.finish()
    return conditions.faults.length > 0 ? undefined : new PolRule(this.#file, record, conditions)
  }

  /** After `v2.31|`; -1 where it is not the version of a rule that every Windows reads. */
  #afterVersion(start: number, end: number): number {
    const { units } = this.#file
    if (units[start] !== 0x76 || (units[start + 1] as number) < 0x30 || (units[start + 1] as number) > 0x32 || units[start + 2] !== 0x2e) return -1
    let at = start + 3
    while (at < end && (units[at] as number) >= 0x30 && (units[at] as number) <= 0x39) at++
    return at > start + 3 && at < start + 7 && units[at] === BAR ? at + 1 : -1
  }
  #isWord(at: number, word: readonly number[]): boolean {
    const { units } = this.#file
    return units[at + 1] === word[1] && units[at + 2] === word[2] && units[at + 3] === word[3]
  }

  #token(hash: number, start: number, length: number): Token {
    const { units, bytes } = this.#file
    const slot = mix(hash) & (this.#hashes.length - 1)
    const held = this.#tokens[slot]
    if (held !== undefined && this.#hashes[slot] === hash && this.#lengths[slot] === length) {
      const other = this.#starts[slot] as number
      let i = 0
      while (i < length && units[other + i] === units[start + i]) i++
      if (i === length) return held
    }
    const text = bytes.toString('utf16le', 2 * start, 2 * (start + length))
    const token = text.includes('\0') ? UNREADABLE : readToken(text)
    this.#hashes[slot] = hash
    this.#starts[slot] = start
    this.#lengths[slot] = length
    this.#tokens[slot] = token
    return token
  }
}
const NAME = [0x4e, 0x61, 0x6d, 0x65]
const DESC = [0x44, 0x65, 0x73, 0x63]
const UNREADABLE: Token = { field: FIELD.fault, value: 'holds a NUL', id: 0 }

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(2 * column.length)
  next.set(column)
  return next
}
/** Puts an index into the first free slot of its probe; false when there is none. */
function place(slots: Int32Array, hash: number, index: number): boolean {
  const mask = slots.length - 1
  for (let probe = 0, slot = hash & mask; probe < LONGEST_PROBE; probe++, slot = (slot + 1) & mask) {
    if (slots[slot] !== 0) continue
    slots[slot] = index + 1
    return true
  }
  return false
}

/**
 * Rules by id without a string for each id. Names beyond ASCII, names from other places and names that collide
 * too often go by a map of strings.
 */
export class PolRules implements RuleTable {
  readonly #file: PolBytes
  #rules: (Rule | undefined)[] = []
  #slots = new Int32Array(1024)
  #hashes = new Int32Array(512)
  #starts = new Int32Array(512)
  #lengths = new Int32Array(512)
  readonly #others = new Map<string, number>()

  constructor(file: PolBytes) { this.#file = file }

  /** Sets the rule whose id stands in units `start` to `end`; `hash` is hashUnits of them, -1 where a unit is not ASCII. */
  setUnits(hash: number, start: number, end: number, rule: Rule): void {
    const { units, bytes } = this.#file
    if (hash < 0) { this.set(bytes.toString('utf16le', 2 * start, 2 * end), rule); return }
    const length = end - start
    const held = this.#find(hash, units, start, length)
    if (held >= 0) { this.#rules[held] = rule; return }
    if (this.#others.size > 0) {
      const id = bytes.toString('utf16le', 2 * start, 2 * end)
      if (this.#others.has(id.toLowerCase())) { this.set(id, rule); return }
    }
    const index = this.#rules.push(rule) - 1
    while (index >= this.#hashes.length) {
      this.#hashes = grown(this.#hashes)
      this.#starts = grown(this.#starts)
      this.#lengths = grown(this.#lengths)
    }
    this.#hashes[index] = hash
    this.#starts[index] = start
    this.#lengths[index] = length
    if (!place(this.#slots, mix(hash), index)) this.#others.set(bytes.toString('utf16le', 2 * start, 2 * end).toLowerCase(), index)
    if (2 * this.#rules.length > this.#slots.length) this.#rehash()
  }

  set(id: string, rule: Rule): void {
    const key = id.toLowerCase()
    const held = this.#index(key)
    if (held >= 0) this.#rules[held] = rule
    else this.#others.set(key, this.#rules.push(rule) - 1)
  }
  delete(id: string): void {
    const held = this.#index(id.toLowerCase())
    if (held >= 0) this.#rules[held] = undefined
  }
  clear(): void {
    this.#rules = []
    this.#slots = new Int32Array(1024)
    this.#others.clear()
  }
  list(): readonly Rule[] {
    return this.#rules.includes(undefined) ? this.#rules.filter(rule => rule !== undefined) : this.#rules as Rule[]
  }

  #index(key: string): number {
    const units = new Uint16Array(key.length)
    for (let i = 0; i < key.length; i++) units[i] = key.charCodeAt(i)
    const held = this.#find(hashUnits(units, 0, key.length), units, 0, key.length)
    return held >= 0 ? held : (this.#others.get(key) ?? -1)
  }
  /** The index of the rule whose id stands in the `length` units of `other` from `from` on. */
  #find(hash: number, other: Uint16Array, from: number, length: number): number {
    const { units } = this.#file
    const mask = this.#slots.length - 1
    for (let probe = 0, slot = mix(hash) & mask; probe < LONGEST_PROBE; probe++, slot = (slot + 1) & mask) {
      const index = (this.#slots[slot] as number) - 1
      if (index < 0) return -1
      if (this.#hashes[index] !== hash || this.#lengths[index] !== length) continue
      const start = this.#starts[index] as number
      let i = 0
      while (i < length && fold(units[start + i] as number) === fold(other[from + i] as number)) i++
      if (i === length) return index
    }
    return -1
  }
  #rehash(): void {
    const { bytes } = this.#file
    const slots = new Int32Array(4 * this.#slots.length)
    const byString = new Set(this.#others.values())
    for (let index = 0; index < this.#rules.length; index++) {
      if (byString.has(index)) continue
      if (place(slots, mix(this.#hashes[index] as number), index)) continue
      const start = 2 * (this.#starts[index] as number)
      this.#others.set(bytes.toString('utf16le', start, start + 2 * (this.#lengths[index] as number)).toLowerCase(), index)
    }
    this.#slots = slots
  }
}
/** ASCII letters in lower case. */
const fold = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit)
const stepHash = (hash: number, unit: number): number => (Math.imul(hash, 31) + fold(unit)) | 0
/** The hash of a name for PolRules, without regard to case; -1 when a unit is not ASCII. */
export function hashUnits(units: Uint16Array, start: number, end: number): number {
  let hash = 0
  let all = 0
  for (let i = start; i < end; i++) {
    const unit = units[i] as number
    all |= unit
    hash = stepHash(hash, unit)
  }
  return all > 127 ? -1 : hash & 0x7fffffff
}

const ACTIONS: readonly Action[] = ['allow', 'block', 'bypass']
const ANY_PROTOCOL = 256

/** A rule that keeps what decides about packets, and reads the rest from the file when somebody asks. */
class PolRule implements Rule {
  readonly file: PolBytes
  readonly record: number
  /** Profiles in bits 0 to 2, then enabled, outbound, IPsec, two of the action, nine of the protocol. */
  readonly bits: number
  readonly localPorts: PortSet
  readonly remotePorts: PortSet
  readonly icmp: IcmpSet
  readonly localAddresses: AddressSet
  readonly remoteAddresses: AddressSet
  readonly program: string | undefined
  readonly service: string | undefined
  readonly rarities: Rarities

  constructor(file: PolBytes, record: number, conditions: Conditions) {
    const { protocol } = conditions
    this.file = file
    this.record = record
    this.bits = conditions.profiles
      | (conditions.enabled ? 8 : 0)
      | (conditions.direction === 'outbound' ? 16 : 0)
      | (conditions.ipsec ? 32 : 0)
      | (ACTIONS.indexOf(conditions.action ?? 'allow') << 6)
      | ((typeof protocol === 'number' ? protocol : ANY_PROTOCOL) << 8)
    this.localPorts = conditions.localPorts
    this.remotePorts = conditions.remotePorts
    this.icmp = conditions.icmp
    this.localAddresses = conditions.localAddresses
    this.remoteAddresses = conditions.remoteAddresses
    this.program = conditions.program
    this.service = conditions.service
    this.rarities = conditions.rarities
  }
  get profiles(): ProfileSet { return this.bits & 7 }
  get enabled(): boolean { return (this.bits & 8) !== 0 }
  get direction(): Direction { return (this.bits & 16) === 0 ? 'inbound' : 'outbound' }
  get ipsec(): boolean { return (this.bits & 32) !== 0 }
  get action(): Action { return ACTIONS[(this.bits >> 6) & 3] as Action }
  get protocol(): Protocol {
    const protocol = this.bits >> 8
    return protocol === ANY_PROTOCOL ? 'any' : protocol
  }
  get interfaceTypes(): readonly InterfaceType[] { return this.rarities.interfaceTypes }
  get platforms(): readonly Platform[] { return this.rarities.platforms }
  get unmodelled(): readonly string[] { return this.rarities.unmodelled }
  get malformed(): undefined { return undefined }
  get parts(): undefined { return undefined }
  get id(): string { return this.#texts().name }
  get name(): string { return this.#said('name=') ?? this.id }
  get group(): string | undefined { return this.#said('embedctxt=') }
  get source(): Span {
    const { key, name, end } = this.#texts()
    return { origin: this.file.origin, start: this.record, end, key: `${key}\\${name}` }
  }

  #texts(): { key: string; name: string; data: string; end: number } {
    const { bytes, units } = this.file
    const keyStart = this.record + 2
    const keyEnd = 2 * units.indexOf(0, keyStart / 2)
    const nameStart = keyEnd + 4
    const nameEnd = 2 * units.indexOf(0, nameStart / 2)
    const sizeAt = nameEnd + 10
    const size = bytes.readUInt32LE(sizeAt)
    const dataStart = sizeAt + 6
    return {
      key: bytes.toString('utf16le', keyStart, keyEnd), name: bytes.toString('utf16le', nameStart, nameEnd),
      data: bytes.toString('utf16le', dataStart, dataStart + size).replace(/\0$/, ''), end: dataStart + size + 2,
    }
  }
  /** The last token of a key, as parseRuleString takes it. */
  #said(key: string): string | undefined {
    const tokens = this.#texts().data.split('|').filter(token => token.length > key.length && token.slice(0, key.length).toLowerCase() === key)
    return tokens.at(-1)?.slice(key.length)
  }
}
