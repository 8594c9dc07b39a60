/** Where the two halves of a 64-bit number stand in its words. */
const [HIGH, LOW] = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? [1, 0] as const : [0, 1] as const
const half = new BigUint64Array(1)
const quarters = new Uint32Array(half.buffer)

/** Writes a number of 128 bits as four words from `at` on, the highest first. */
export function writeLarge(number: bigint, words: Uint32Array, at: number): void {
  half[0] = number >> 64n
  words[at] = quarters[HIGH] as number
  words[at + 1] = quarters[LOW] as number
  half[0] = number // the lower half of it
  words[at + 2] = quarters[HIGH] as number
  words[at + 3] = quarters[LOW] as number
}
/** Reads it again. */
export function readLarge(words: Uint32Array, at: number): bigint {
  return (readHalf(words, at) << 64n) | readHalf(words, at + 2)
}
function readHalf(words: Uint32Array, at: number): bigint {
  quarters[HIGH] = words[at] as number
  quarters[LOW] = words[at + 1] as number
  return half[0] as bigint
}
