import { mix } from '../../model/names.ts'
import { LOCAL_ADDRESSES } from '../../model/table.ts'

/** What a key is of: two names, then the kinds of elements that a set can have. */
export const PROGRAM = 0
export const SERVICE = 1
export const SMALL = 2
export const LARGE = 3
export const WORD = 4
/** Prefixes are as long as a multiple of this: fewer lengths to ask for, and buckets little larger. */
export const SMALL_STEP = 4
export const LARGE_STEP = 16

/** Never 0, which marks an empty slot. Keys that collide by chance only bring rows that do not contain. */
export const keyOf = (outbound: number, kind: number, length: number, value: number): number => mix(mix(mix(0, outbound | (kind << 2) | (length << 8)), value), length) || 1

const bitsOf = (s: number): number => (s < LOCAL_ADDRESSES ? 16 : 32)
/** The length of the longest prefix of the allowed lengths that covers a range. */
export const smallLength = (s: number, from: number, to: number): number => (bitsOf(s) - 32 + Math.clz32(from ^ to)) & -SMALL_STEP
/** The beginning of a small element, as a number. */
export const smallPrefix = (s: number, from: number, length: number): number => (length === 0 ? 0 : from >>> (bitsOf(s) - length))
/** The same of a large element, of two times four words. */
export function largeLength(words: Uint32Array, at: number): number {
  for (let i = 0; i < 4; i++) {
    const difference = (words[at + i] as number) ^ (words[at + 4 + i] as number)
    if (difference !== 0) return (32 * i + Math.clz32(difference)) & -LARGE_STEP
  }
  return 128
}
/** Its beginning, as a number that may be another's by chance. */
export function largePrefix(words: Uint32Array, at: number, length: number): number {
  let hash = 0
  for (let i = 0, left = length; left > 0; i++, left -= 32) hash = mix(hash, left >= 32 ? (words[at + i] as number) : (words[at + i] as number) >>> (32 - left))
  return hash
}
