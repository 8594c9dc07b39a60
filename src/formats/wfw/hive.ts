/** One value of a key. */
export interface HiveValue {
  readonly name: string
  readonly type: number
  /** Undefined where its place lies outside the file. */
  readonly data: Buffer | undefined
  /** Of its `vk` record. */
  readonly offset: number
  readonly end: number
}
export interface HiveKey {
  /** The names from the root down, the root's own first. */
  readonly path: readonly string[]
  values(): Iterable<HiveValue>
}
export interface HiveFault { readonly offset: number; readonly why: string }

/** Offsets count from the end of the base block. */
const BASE = 4096
const NOWHERE = 0xffffffff
/** Windows allows 512; the firewall's own keys lie at most nine deep. */
const MAX_DEPTH = 16
/** Windows allows 255 characters. */
const MAX_NAME = 512
/** Data longer than this is kept in pieces of this length. */
const SEGMENT = 16344
/** Largest value Windows keeps in a hive is 1 MiB; firewall rules are text of a few hundred bytes. */
const MAX_DATA = 1 << 20
const MAX_FAULTS = 100

/**
 * A registry hive ("Windows registry file format specification"). Nothing in it is trusted: every offset is checked
 * against the file, and no cell is walked twice, so a damaged file ends.
 */
export class Hive {
  readonly faults: HiveFault[] = []
  readonly #bytes: Buffer
  /** Bytes that may still be read: cells that overlap must not make a small file a long one. */
  #left: number

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.#left = 4 * bytes.length
  }

  /** Every key, a parent before its children. */
  *keys(): Generator<HiveKey> {
    if (this.#bytes.length < BASE + 4) { this.#fault(0, 'The hive has no room for a key'); return }
    const visited = new Set<number>()
    const left: { offset: number; parent: readonly string[] }[] = [{ offset: this.#bytes.readUInt32LE(36), parent: [] }]
    for (let next = left.pop(); next; next = left.pop()) {
      const at = this.#cell(next.offset, 76, 'key')
      if (at === undefined) continue
      if (visited.has(at) || this.#signature(at) !== 'nk') { this.#fault(at, visited.has(at) ? 'A key stands in the tree twice' : 'There is no key'); continue }
      visited.add(at)
      const length = this.#bytes.readUInt16LE(at + 72)
      const name = this.#text(at + 76, length, (this.#bytes.readUInt16LE(at + 2) & 0x20) !== 0)
      if (name === undefined) { this.#fault(at, 'The name of a key does not end'); continue }
      const path = [...next.parent, name]
      yield { path, values: () => this.#values(at) }
      const count = this.#bytes.readUInt32LE(at + 20)
      if (count === 0) continue
      if (path.length >= MAX_DEPTH) continue
      const children: number[] = []
      this.#subkeys(this.#bytes.readUInt32LE(at + 28), children, visited)
      for (const offset of children.reverse()) left.push({ offset, parent: path })
    }
  }

  /** The offsets of a list of subkeys; `ri` lists hold lists. */
  #subkeys(offset: number, out: number[], visited: Set<number>, isBelow = false): void {
    const at = this.#cell(offset, 4, 'list of keys')
    if (at === undefined) return
    if (visited.has(at)) { this.#fault(at, 'A list of keys stands in the tree twice'); return }
    visited.add(at)
    const signature = this.#signature(at)
    const count = this.#bytes.readUInt16LE(at + 2)
    const step = signature === 'li' || signature === 'ri' ? 4 : 8
    if (!['lf', 'lh', 'li', 'ri'].includes(signature) || (signature === 'ri' && isBelow)) { this.#fault(at, 'There is no list of keys'); return }
    for (let i = 0; i < count; i++) {
      const entry = at + 4 + i * step
      if (entry + 4 > this.#bytes.length || !this.#spend(4)) { this.#fault(at, 'A list of keys does not end'); return }
      const child = this.#bytes.readUInt32LE(entry)
      if (signature === 'ri') this.#subkeys(child, out, visited, true)
      else out.push(child)
    }
  }

  *#values(key: number): Generator<HiveValue> {
    const count = this.#bytes.readUInt32LE(key + 36)
    if (count === 0) return
    const list = this.#cell(this.#bytes.readUInt32LE(key + 40), 4, 'list of values')
    if (list === undefined) return
    for (let i = 0; i < count; i++) {
      if (list + 4 * i + 4 > this.#bytes.length || !this.#spend(4)) { this.#fault(list, 'A list of values does not end'); return }
      const at = this.#cell(this.#bytes.readUInt32LE(list + 4 * i), 20, 'value')
      if (at === undefined) continue
      if (this.#signature(at) !== 'vk') { this.#fault(at, 'There is no value'); continue }
      const length = this.#bytes.readUInt16LE(at + 2)
      const name = this.#text(at + 20, length, (this.#bytes.readUInt16LE(at + 16) & 1) !== 0)
      if (name === undefined) { this.#fault(at, 'The name of a value does not end'); continue }
      yield { name, type: this.#bytes.readUInt32LE(at + 12), data: this.#data(at), offset: at, end: at + 20 + length }
    }
  }

  #data(value: number): Buffer | undefined {
    const raw = this.#bytes.readUInt32LE(value + 4)
    const size = raw % 0x80000000
    if (raw >= 0x80000000) return size <= 4 ? this.#bytes.subarray(value + 8, value + 8 + size) : undefined
    if (size === 0) return this.#bytes.subarray(0, 0)
    if (size > MAX_DATA) { this.#fault(value, 'The data of a value is longer than Windows keeps'); return undefined }
    const at = this.#cell(this.#bytes.readUInt32LE(value + 8), Math.min(size, 8), 'data')
    if (at === undefined) return undefined
    if (size > SEGMENT && this.#bytes.readUInt32LE(24) > 3) return this.#segments(at, size)
    if (at + size > this.#bytes.length || !this.#spend(size)) { this.#fault(value, 'The data of a value does not end'); return undefined }
    return this.#bytes.subarray(at, at + size)
  }
  #segments(record: number, size: number): Buffer | undefined {
    if (this.#signature(record) !== 'db') { this.#fault(record, 'There are no pieces of data'); return undefined }
    const list = this.#cell(this.#bytes.readUInt32LE(record + 4), 4, 'list of data')
    const pieces: Buffer[] = []
    let left = size
    for (let i = 0; list !== undefined && i < this.#bytes.readUInt16LE(record + 2) && left > 0; i++) {
      if (list + 4 * i + 4 > this.#bytes.length) break
      const length = Math.min(left, SEGMENT)
      const at = this.#cell(this.#bytes.readUInt32LE(list + 4 * i), length, 'piece of data')
      if (at === undefined || !this.#spend(length)) return undefined
      pieces.push(this.#bytes.subarray(at, at + length))
      left -= length
    }
    return left === 0 ? Buffer.concat(pieces) : undefined
  }

  /** Where the content of a cell begins, when `size` bytes of it lie in the file. */
  #cell(offset: number, size: number, what: string): number | undefined {
    const at = BASE + offset + 4
    if (offset !== NOWHERE && at + size <= this.#bytes.length) return at
    this.#fault(Math.min(BASE + offset, this.#bytes.length), `The place of a ${what} lies outside the file`)
    return undefined
  }
  #signature(at: number): string { return this.#bytes.toString('latin1', at, at + 2) }
  #text(at: number, length: number, isLatin: boolean): string | undefined {
    return at + length > this.#bytes.length || length > MAX_NAME || !this.#spend(length) ? undefined : this.#bytes.toString(isLatin ? 'latin1' : 'utf16le', at, at + length)
  }
  #spend(size: number): boolean {
    this.#left -= size
    return this.#left >= 0
  }
  #fault(offset: number, why: string): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ offset, why })
  }
}
