import type { SourceFile } from '../model/stages.ts'
import type { Origin, Place, Span } from '../model/types.ts'
import { decode, decodeHead } from './decoding.ts'

/** A file of the repository. Decoding waits until somebody asks for the text; `codePage` is used where no mark decides. */
export function sourceFile(path: string, bytes: Uint8Array, codePage = 'windows-1252'): SourceFile {
  return new LazySourceFile(path, bytes, codePage)
}
/** A file that never was bytes: tests, scripts inside YAML. */
export function sourceText(path: string, text: string): SourceFile {
  return new LazySourceFile(path, new TextEncoder().encode(text), 'windows-1252')
}

class LazySourceFile implements SourceFile {
  readonly path: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly #codePage: string
  #head: string | undefined
  #decoded: { text: string; encoding: string } | undefined
  #origin: Origin | undefined

  constructor(path: string, bytes: Uint8Array, codePage: string) {
    this.path = path
    this.name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
    this.bytes = bytes
    this.#codePage = codePage
  }
  get head(): string { return (this.#head ??= decodeHead(this.bytes, 4096, this.#codePage)) }
  get text(): string { return (this.#decoded ??= decode(this.bytes, this.#codePage)).text }
  get encoding(): string { return (this.#decoded ??= decode(this.bytes, this.#codePage)).encoding }
  get origin(): Origin { return (this.#origin ??= new TextOrigin(this.path, () => this.text)) }
  get binaryOrigin(): Origin { return new BinaryOrigin(this.path) }
  span(start: number, end: number, key?: string): Span { return { origin: this.origin, start, end, key } }
  release(): void { this.#decoded = undefined }
}

/** Counts lines once, at the first place; CR LF, a lone CR and a lone LF each end one line. */
class TextOrigin implements Origin {
  readonly path: string
  readonly #text: () => string
  #starts: number[] | undefined

  constructor(path: string, text: () => string) {
    this.path = path
    this.#text = text
  }
  place(start: number, end: number, key?: string): Place {
    const from = this.#position(start)
    const to = this.#position(Math.max(start, end))
    const place = { path: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
    return key === undefined ? place : { ...place, key }
  }
  line(number: number): string | undefined {
    const starts = (this.#starts ??= lineStarts(this.#text()))
    const start = starts[number - 1]
    return start === undefined ? undefined : this.#text().slice(start, starts[number] ?? undefined).replace(/[\r\n]+$/, '')
  }
  #position(offset: number): { line: number; column: number } {
    const starts = (this.#starts ??= lineStarts(this.#text()))
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
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

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  const hasCr = text.includes('\r')
  if (!hasCr) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}
