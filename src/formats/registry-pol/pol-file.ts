import type { Pieces, SourceFile } from '../../model/stages.ts'
import type { Origin } from '../../model/types.ts'

const WINDOW = 1 << 16
/** In units; longer ones need the careful reader. */
export const LONGEST_NAME = 511
/** Holds the usual record, and any name that is not too long. */
const RECORD = 1 << 11

/** What stands in a record of text. */
export interface PolTexts {
  readonly key: string
  readonly name: string
  readonly data: string
  /** Behind the record, in bytes. */
  readonly end: number
}

/**
 * A registry.pol in a window that moves over it: half a gigabyte need not lie in memory when it is read from front to back. What stands
 * outside of the window is read again when somebody asks.
 */
export class PolFile {
  readonly origin: Origin
  readonly #pieces: Pieces
  /** Where the window begins, in bytes; even. */
  base = 0
  /** The window. */
  bytes: Buffer = NOTHING
  /** Its 16-bit units, from its first byte on. */
  units: Uint16Array = NO_UNITS
  #oddUnits: Uint16Array | undefined
  #asked = { start: -1, texts: NO_TEXTS }

  constructor({ pieces, binaryOrigin }: SourceFile) {
    this.#pieces = pieces
    this.origin = binaryOrigin
  }
  /** In bytes. */
  get size(): number { return this.#pieces.size }
  /** Whether nothing comes behind the window. */
  get isLast(): boolean { return this.base + this.bytes.length >= this.size }
  /** Units that begin at the second byte: data of odd length moves all that comes after it. */
  get oddUnits(): Uint16Array { return (this.#oddUnits ??= unitsOf(new Uint8Array(this.bytes.subarray(1)))) }

  /** Lets the window begin at a byte, or the one before it; it shows `length` bytes or more, if there are so many. */
  move(start: number, length = WINDOW): void {
    this.base = start & ~1
    const bytes = this.#pieces.stretch(this.base, length + (start & 1))
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    this.units = unitsOf(this.bytes)
    this.#oddUnits = undefined
  }
  /** Moves the window only where it does not show these bytes. */
  show(start: number, length: number): void {
    const from = start - this.base
    const { length: shown } = this.bytes
    if (from >= 0 && (from + length <= shown || this.isLast)) return
    // A look here and there must not read a whole window each time.
    this.move(start, from >= 0 && from < shown + WINDOW ? Math.max(WINDOW, length) : length)
  }
  /** Shows the data of the record whose name begins at a byte; gives its units in the window, none where the file has changed. */
  showData(name: number): { readonly start: number; readonly end: number } {
    this.show(name, RECORD)
    const nameEnd = this.units.indexOf(0, (name - this.base) / 2)
    if (nameEnd < 0 || 2 * nameEnd + 16 > this.bytes.length) return NOWHERE
    const size = this.bytes.readUInt32LE(2 * nameEnd + 10)
    const data = this.base + 2 * nameEnd + 16
    this.show(data, size)
    const start = (data - this.base) / 2
    return { start, end: Math.min(start + (size >> 1), this.units.length) }
  }
  /** Shows nothing any more: the memory of the window is the next file's. */
  close(): void {
    this.base = 0
    this.bytes = NOTHING
    this.units = NO_UNITS
    this.#oddUnits = undefined
  }

  /** Whether these bytes of the file spell the units, in letters of any case, and a NUL. */
  hasName(start: number, units: Uint16Array, from: number, length: number): boolean {
    const shown = (start - this.base) / 2
    const here = shown >= 0 && shown + length < this.units.length
    const names = here ? this.units : unitsOf(this.#pieces.look(start, 2 * length + 2))
    const at = here ? shown : 0
    let i = 0
    while (i < length && fold(names[at + i] as number) === fold(units[from + i] as number)) i++
    return i === length && names[at + i] === 0
  }

  /** The texts of the record that begins at a byte. Empty where the file has changed so much since that none stands there. */
  textsAt(start: number): PolTexts {
    // Who asks for the id of a rule asks for its name and its place next.
    if (this.#asked.start !== start) this.#asked = { start, texts: this.#readTexts(start) }
    return this.#asked.texts
  }
  #readTexts(start: number): PolTexts {
    for (let length = RECORD; ; length *= 2) {
      const bytes = this.#pieces.look(start, length)
      const texts = textsIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), start)
      if (texts) return texts
      if (bytes.length < length) return { ...NO_TEXTS, end: start }
    }
  }
  /** The name in units `start` to `end` of the window. */
  nameIn(start: number, end: number): string { return this.bytes.toString('utf16le', 2 * start, 2 * end) }
  /** The name that begins at a byte of the file, up to its NUL. */
  nameAt(start: number): string {
    const units = unitsOf(this.#pieces.look(start, RECORD))
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le', 0, 2 * Math.max(0, units.indexOf(0)))
  }
}

/** ASCII letters in lower case. */
export const fold = (unit: number): number => (unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit)

/** Spreads a hash over the slots of a table. */
export const mix = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 1

/** The record at the beginning of these bytes; undefined where they do not hold all of it. */
function textsIn(bytes: Buffer, start: number): PolTexts | undefined {
  const units = unitsOf(bytes)
  const keyEnd = 2 * units.indexOf(0, 1)
  const nameEnd = 2 * units.indexOf(0, keyEnd / 2 + 2)
  const dataStart = nameEnd + 16
  if (keyEnd < 0 || nameEnd < 0 || dataStart > bytes.length) return undefined
  const dataEnd = dataStart + bytes.readUInt32LE(nameEnd + 10)
  if (dataEnd > bytes.length) return undefined
  const text = (from: number, to: number): string => bytes.toString('utf16le', from, to)
  return { key: text(2, keyEnd), name: text(keyEnd + 4, nameEnd), data: text(dataStart, dataEnd).replace(/\0$/, ''), end: start + dataEnd + 2 }
}

const NOTHING = Buffer.alloc(0)
const NO_TEXTS: PolTexts = { key: '', name: '', data: '', end: 0 }
const NOWHERE = { start: 0, end: 0 }
const NO_UNITS = new Uint16Array(0)
/** A view, or a copy where the bytes begin at an odd address. */
function unitsOf(bytes: Uint8Array): Uint16Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes)
  return new Uint16Array(buffer, byteOffset, length >> 1)
}
