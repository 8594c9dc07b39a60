import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Loan } from '../text/source-file.ts'

const STRETCH = 1 << 16
const PAGE = 1 << 14
const PAGES = 32
/** What begins on a page may end behind it. */
const OVERLAP = 1 << 12
interface Page { readonly path: string; readonly start: number; readonly bytes: Buffer; readonly memory: Buffer }

/**
 * Lends bytes of files, and reads the next ones into the memory of those before: to touch new memory for hundreds of large files, or for
 * one of a hundred megabytes, takes longer than to read it. The files were there when somebody looked; one that is gone by the time it
 * is read is empty.
 */
export class Lender {
  readonly #free: Buffer[] = []
  #stretch: Buffer = NOTHING
  readonly #pages: (Page | undefined)[] = Array<Page | undefined>(PAGES)
  /** The file that was read last. No other is held open. */
  #open: { readonly path: string; readonly handle: number } | undefined

  /** A file and its size in bytes. */
  loanOf(path: string, size: number): Loan {
    return {
      size,
      take: () => this.#whole(path),
      giveBack: bytes => { this.#free.push(Buffer.from(bytes.buffer)) },
      stretch: (start, length) => this.#read(path, start, this.#stretch = atLeast(this.#stretch, Math.max(length, STRETCH))),
      look: (start, length) => this.#lookAt(path, start, Math.min(length, size - start)),
    }
  }

  #whole(path: string): Uint8Array {
    try {
      const { size } = fstatSync(this.#handle(path))
      // Sizes differ a little from file to file.
      return this.#read(path, 0, atLeast(this.#free.pop() ?? NOTHING, size)).subarray(0, size)
    } catch {
      return NOTHING
    }
  }

  /** Who looks at one place looks at it again, or behind it, or goes back and forth between two. */
  #lookAt(path: string, start: number, length: number): Uint8Array {
    const offset = start % PAGE
    if (offset + length > PAGE + OVERLAP) return this.#read(path, start, Buffer.allocUnsafeSlow(length))
    const first = start - offset
    const slot = (first / PAGE) % PAGES
    let page = this.#pages[slot]
    if (page?.path !== path || page.start !== first) {
      const memory = page?.memory ?? Buffer.allocUnsafeSlow(PAGE + OVERLAP)
      this.#pages[slot] = page = { path, start: first, bytes: this.#read(path, first, memory), memory }
    }
    return page.bytes.subarray(offset)
  }

  /** Fills `into` with what the file has from `start` on. */
  #read(path: string, start: number, into: Buffer): Buffer {
    let end = 0
    try {
      const handle = this.#handle(path)
      while (end < into.length) {
        const count = readSync(handle, into, end, into.length - end, start + end)
        if (count === 0) break
        end += count
      }
    } catch {
      // What was read so far is all that there is.
    }
    return into.subarray(0, end)
  }
  #handle(path: string): number {
    if (this.#open?.path === path) return this.#open.handle
    if (this.#open) closeSync(this.#open.handle)
    this.#open = undefined
    this.#open = { path, handle: openSync(path, 'r') }
    return this.#open.handle
  }
}
const NOTHING = Buffer.alloc(0)

const atLeast = (buffer: Buffer, size: number): Buffer => (buffer.length >= size ? buffer : Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size))))
