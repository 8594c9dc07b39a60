import { RulesDigest } from '../../model/digest.ts'
import { giveTable, grown, type Meaning, RuleTable } from '../../model/table.ts'
import type { Rule } from '../../model/types.ts'
import type { RulesById } from '../shared/registry-policy.ts'
import type { Conditions } from '../shared/rule-conditions.ts'
import { NO_RARITIES } from '../shared/token-list.ts'
import { fold, mix, type PolFile } from './pol-file.ts'
import { ACTIONS, ANY_PROTOCOL, NO_REST, PolRule, type Rest } from './pol-rule.ts'
import { PolSets } from './pol-sets.ts'

/** In the column of starts: the row holds no rule any more. */
const GONE = -1
/** Hash tables give up after this many steps: a file made to collide costs time for each name, but never the square of it. */
const LONGEST_PROBE = 48

/**
 * The rules of a registry.pol in columns of numbers, found by id without a string for each id. Ids beyond ASCII, ids from
 * other places and ids that collide too often go by a map of strings. What the rules mean goes straight into the table that judging reads.
 */
export class PolRules implements RulesById {
  readonly file: PolFile
  #count = 0
  /** Rows before this one are gone for good. */
  #cleared = 0
  /** Rows in `slots`. */
  #used = 0
  /** Where the record begins, where its name begins (both in bytes), and the hash of the name. */
  records: Int32Array
  #names: Int32Array
  #hashes: Int32Array
  /** Profiles in bits 0 to 2, then enabled, outbound, IPsec, two of the action, nine of the protocol. */
  bits: Int32Array
  readonly #table: RuleTable
  readonly sets: PolSets
  readonly programs: (string | undefined)[] = []
  readonly rests: Rest[] = []
  /** Rows that the careful reader read. */
  readonly #read = new Map<number, Rule>()
  readonly #others = new Map<string, number>()
  /** Some row is gone, so that rows are no places in the list. */
  #isSparse = false
  /** Open addressing; 0 means free. */
  #slots: Int32Array

  constructor(file: PolFile) {
    this.file = file
    // Enough for rules of the usual length; for shorter ones the columns grow.
    const rows = Math.max(16, Math.ceil(file.size / 512))
    const column = (): Int32Array => new Int32Array(rows)
    this.records = column()
    this.#names = column()
    this.#hashes = column()
    this.bits = column()
    this.#table = new RuleTable(rows)
    this.sets = new PolSets(this.#table)
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows)))
  }

  /** Sets the rule whose id stands in units `start` to `end` of the window; what it says stands in `conditions`. */
  setUnits(start: number, end: number, record: number, conditions: Conditions): void {
    const { units, base } = this.file
    const name = base + 2 * start
    const hash = hashUnits(units, start, end)
    let row = hash < 0 ? -1 : this.#find(hash, units, start, end - start)
    if (row < 0 && (hash < 0 || this.#others.size > 0)) {
      const key = this.file.nameIn(start, end).toLowerCase()
      row = this.#others.get(key) ?? -1
      if (row < 0 && hash < 0) this.#others.set(key, row = this.#newRow(name, hash))
    }
    if (row < 0) {
      row = this.#newRow(name, hash)
      if (!this.#place(row)) this.#others.set(this.file.nameIn(start, end).toLowerCase(), row)
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
    this.#table.fill(row, rule, rule)
    if (rule.malformed !== undefined) this.#table.clear(row)
  }
  delete(id: string): void {
    const row = this.#rowOf(id.toLowerCase())
    if (row < 0) return
    this.#read.delete(row)
    this.records[row] = GONE
    this.#isSparse = true
  }
  clear(): void {
    for (let row = this.#cleared; row < this.#count; row++) this.records[row] = GONE
    // New rows from here on, so that clearing again and again costs no more than filling did.
    this.#cleared = this.#count
    this.#isSparse ||= this.#count > 0
    this.#slots = new Int32Array(64)
    this.#used = 0
    this.#read.clear()
    this.#others.clear()
  }
  has(id: string): boolean {
    const row = this.#rowOf(id.toLowerCase())
    return row >= 0 && this.records[row] !== GONE
  }
  list(): readonly Rule[] {
    const rules: Rule[] = []
    for (let row = this.#cleared; row < this.#count; row++) {
      if (this.records[row] === GONE) continue
      rules.push((this.#read.size > 0 && this.#read.get(row)) || new PolRule(this, row))
    }
    if (!this.#isSparse) giveTable(rules, this.#table)
    return rules
  }

  /** Undefined where a row was read by the careful reader. */
  digest(): RulesDigest | undefined {
    if (this.#read.size > 0) return undefined
    const { file } = this
    const digest = new RulesDigest()
    for (let row = this.#cleared; row < this.#count; row++) {
      if (this.records[row] === GONE) continue
      const data = file.showData(this.#names[row] as number)
      digestRuleString(file.units, data.start, data.end, digest)
    }
    file.close()
    return digest
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
  }

  #fill(row: number, record: number, conditions: Conditions): void {
    const { protocol, icmp, rarities, service } = conditions
    this.records[row] = record
    this.bits[row] = conditions.profiles
      | (conditions.enabled ? 8 : 0)
      | (conditions.direction === 'outbound' ? 16 : 0)
      | (conditions.ipsec ? 32 : 0)
      | (ACTIONS.indexOf(conditions.action ?? 'allow') << 6)
      | ((typeof protocol === 'number' ? protocol : ANY_PROTOCOL) << 8)
    this.programs[row] = conditions.program
    this.rests[row] = service === undefined && icmp.length === 0 && rarities === NO_RARITIES ? NO_REST : { service, icmp, rarities }
    const { localPorts, remotePorts, localAddresses, remoteAddresses } = conditions
    const sets = { localPorts, remotePorts, localAddresses, remoteAddresses }
    this.#table.fill(row, conditions as Meaning, sets) // without a fault it has an action and a direction
    this.sets.keep(row, sets)
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
    const mask = this.#slots.length - 1
    for (let probe = 0, slot = mix(hash) & mask; probe < LONGEST_PROBE; probe++, slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] as number) - 1
      if (row < 0) return -1
      if (this.#hashes[row] === hash && this.file.hasName(this.#names[row] as number, other, from, length)) return row
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
      if (!this.#place(row - 1)) this.#others.set(this.file.nameAt(this.#names[row - 1] as number).toLowerCase(), row - 1)
    }
  }
}

const BAR = 0x7c
const EQUALS = 0x3d
/** Adds the rule string in units `start` to `end`. */
function digestRuleString(units: Uint16Array, start: number, end: number, digest: RulesDigest): void {
  let at = start
  while (at < end && units[at] !== BAR) at++ // the version
  while (++at < end) {
    const key = at
    while (at < end && units[at] !== EQUALS && units[at] !== BAR) at++
    const counts = units[at] === EQUALS && digest.begin(at - key, units[key] as number, units[key + 1] as number, units[key + 2] as number, units[key + 4] as number)
    if (!counts) {
      while (at < end && units[at] !== BAR) at++
      continue
    }
    const value = ++at
    while (at < end && units[at] !== BAR) at++
    digest.add(units, value, at)
    digest.end()
  }
  digest.endRule()
}

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
