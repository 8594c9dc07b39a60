import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Loan } from '../text/source-file.ts'

/**
 * Lends bytes of files, and reads the next file into those that were given back: to touch new memory for hundreds of large files takes
 * longer than to read them.
 */
export class Lender {
  readonly #free: Buffer[] = []

  /** One file, which was there when somebody looked. Should it be gone by the time it is read, it is empty. */
  loanOf(path: string): Loan {
    return {
      take: () => {
        try {
          return this.#read(path)
        } catch {
          return new Uint8Array()
        }
      },
      giveBack: bytes => { this.#free.push(Buffer.from(bytes.buffer)) },
    }
  }

  #read(path: string): Buffer {
    const handle = openSync(path, 'r')
    try {
      const { size } = fstatSync(handle)
      const last = this.#free.pop()
      // Sizes differ a little from file to file.
      const buffer = last && last.length >= size ? last : Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size + 1)))
      let end = 0
      while (end < size) {
        const count = readSync(handle, buffer, end, size - end, null)
        if (count === 0) break
        end += count
      }
      return buffer.subarray(0, end)
    } finally {
      closeSync(handle)
    }
  }
}
