import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Loan } from '../text/source-file.ts'

const STRETCH = 1 << 18
const LOOK = 1 << 12
/** Who looks at one place after the other is shown more at once. */
const LOOK_ON = 1 << 16

/**
 * Lends bytes of files, and reads the next ones into the memory of those before: to touch new memory for hundreds of large files, or for
 * one of a hundred megabytes, takes longer than to read it. The files were there when somebody looked; one that is gone by the time it
 * is read is empty.
 */
export class Lender {
  readonly #free: Buffer[] = []
  #stretch: Buffer = NOTHING
  #look: Buffer = NOTHING
  /** What `look` read last. */
  #looked: { readonly path: string; readonly start: number; readonly bytes: Buffer } = { path: '', start: 0, bytes: NOTHING }
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

  #lookAt(path: string, start: number, length: number): Uint8Array {
    const { bytes, ...last } = this.#looked
    const from = start - last.start
    const isSame = path === last.path && from >= 0
    if (isSame && from + length <= bytes.length) return bytes.subarray(from)
    const count = Math.max(length, isSame && from <= bytes.length + LOOK ? LOOK_ON : LOOK)
    this.#look = atLeast(this.#look, Math.max(count, LOOK_ON))
    this.#looked = { path, start, bytes: this.#read(path, start, this.#look.subarray(0, count)) }
    return this.#looked.bytes
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

const atLeast = (buffer: Buffer, size: number): Buffer => (buffer.length >= size ? buffer : Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size + 1))))
