import type { Pieces, SourceFile } from '../model/stages.ts'
import type { Origin, Place, Span } from '../model/types.ts'
import { decode, decodeHead, utf16Units } from './decoding.ts'
import { LineIndex } from './lines.ts'
import type { Units } from './units.ts'

/** Bytes that are read when somebody asks for them, and read again after they were given back. */
export interface Loan extends Pieces {
  take(): Uint8Array
  giveBack(bytes: Uint8Array): void
}

/** A file of the repository. Decoding waits until somebody asks for the text; `codePage` is used where no mark decides. */
export function sourceFile(path: string, bytes: Uint8Array | Loan, codePage = 'windows-1252'): SourceFile {
  return new LazySourceFile(path, bytes, codePage)
}
/** A file that never was bytes: tests, scripts inside YAML. */
export function sourceText(path: string, text: string): SourceFile {
  return new LazySourceFile(path, new TextEncoder().encode(text), 'windows-1252')
}

/** Bytes that lie in memory anyway. */
export function piecesOf(bytes: Uint8Array): Pieces {
  return { size: bytes.length, stretch: start => bytes.subarray(start), look: (start, length) => bytes.subarray(start, start + length) }
}

const HEAD = 4096

class LazySourceFile implements SourceFile {
  readonly path: string
  readonly name: string
  readonly pieces: Pieces
  readonly #loan: Loan | undefined
  readonly #codePage: string
  #bytes: Uint8Array | undefined
  #head: string | undefined
  #decoded: { text: string; encoding: string } | undefined
  #origin: Origin | undefined

  constructor(path: string, bytes: Uint8Array | Loan, codePage: string) {
    this.path = path
    this.name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
    const isLent = 'take' in bytes
    this.#loan = isLent ? bytes : undefined
    this.#bytes = isLent ? undefined : bytes
    this.pieces = isLent ? bytes : piecesOf(bytes)
    this.#codePage = codePage
  }
  get bytes(): Uint8Array { return (this.#bytes ??= this.#loan?.take() ?? new Uint8Array()) }
  get head(): string { return (this.#head ??= decodeHead(this.#bytes ?? this.pieces.look(0, HEAD + 1), HEAD, this.#codePage)) }
  get text(): string { return (this.#decoded ??= decode(this.bytes, this.#codePage)).text }
  get units(): Units { return this.#decoded?.text ?? utf16Units(this.bytes) ?? this.text }
  get encoding(): string { return (this.#decoded ??= decode(this.bytes, this.#codePage)).encoding }
  get origin(): Origin { return (this.#origin ??= new TextOrigin(this.path, () => this.units)) }
  get binaryOrigin(): Origin { return new BinaryOrigin(this.path) }
  span(start: number, end: number, key?: string): Span { return { origin: this.origin, start, end, key } }
  release(): void {
    this.#decoded = undefined
    if (!this.#loan || !this.#bytes) return
    this.#loan.giveBack(this.#bytes)
    this.#bytes = undefined
  }
}

class TextOrigin implements Origin {
  readonly path: string
  readonly #units: () => Units
  #index: LineIndex | undefined

  constructor(path: string, units: () => Units) {
    this.path = path
    this.#units = units
  }
  get #lines(): LineIndex { return (this.#index ??= new LineIndex(this.#units())) }
  place(start: number, end: number, key?: string): Place {
    const from = this.#lines.position(start)
    const to = this.#lines.position(Math.max(start, end))
    const place = { path: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
    return key === undefined ? place : { ...place, key }
  }
  line(number: number): string | undefined { return this.#lines.line(number) }
}

class BinaryOrigin implements Origin {
  readonly path: string
  constructor(path: string) { this.path = path }
  place(start: number, _end: number, key?: string): Place {
    const place = { path: this.path, line: 1, column: 1, endLine: 1, endColumn: 1, offset: start }
    return key === undefined ? place : { ...place, key }
  }
  line(): undefined { return undefined }
}
