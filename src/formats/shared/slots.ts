/** So many slots are the most that a cache has. */
export const MOST_SLOTS = 1 << 14

/** How many slots serve a file of this many bytes: a power of two. Each is written when the cache is made, so a small file has few. */
export const slotsFor = (bytes: number): number => Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(256 + bytes / 256)))

/** Empty places for a cache with one slot for each hash. */
export function slots<T>(count: number): (T | undefined)[] {
  const list: (T | undefined)[] = []
  list.length = count
  return list
}
