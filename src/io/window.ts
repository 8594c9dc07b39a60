import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { UsageError } from '../model/usage-error.ts'

/** Node reads no more than 2 GiB at once; a little below it stands a clear message instead. */
export const MOST_BYTES = 0x7fff_0000
const TOO_LARGE = 'it is larger than 2 GiB, which is more than can be read at once'
const WINDOW = 1 << 18

/**
 * Reads whole files through one stretch of memory: a small file costs no call for its size, and a large one lies in memory that we have
 * written ourselves. On a virtual machine the first look at what the system wrote there takes half as long as the reading.
 */
export class Window {
  readonly #window = Buffer.allocUnsafeSlow(WINDOW)

  /**
   * The bytes of a file; undefined for one that fills the window and `passesOver` says so of its beginning. Throws what Node throws, and
   * UsageError where there are more than MOST_BYTES.
   */
  read(file: string, passesOver?: (beginning: Uint8Array) => boolean): Uint8Array | undefined {
    const handle = openSync(file, 'r')
    try {
      const count = readSync(handle, this.#window, 0, WINDOW, null)
      if (count < WINDOW) return Buffer.from(this.#window.subarray(0, count))
      const { size } = fstatSync(handle)
      if (size > MOST_BYTES) throw new UsageError(TOO_LARGE)
      return passesOver?.(this.#window) === true ? undefined : this.#rest(handle, size)
    } finally {
      closeSync(handle)
    }
  }

  /** A file that fills the window, which holds its beginning. */
  #rest(handle: number, size: number): Uint8Array {
    const bytes = Buffer.allocUnsafeSlow(Math.max(size, WINDOW))
    let end = this.#window.copy(bytes)
    while (end < bytes.length) {
      const count = readSync(handle, this.#window, 0, Math.min(WINDOW, bytes.length - end), null)
      if (count === 0) break
      end += this.#window.copy(bytes, end, 0, count)
    }
    return bytes.subarray(0, end)
  }
}
