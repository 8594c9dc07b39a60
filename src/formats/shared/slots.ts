/** Empty places for a cache with one slot for each hash. Its memory is not written before it is used, so a small file pays nothing for it. */
export function slots<T>(count: number): (T | undefined)[] {
  const list: (T | undefined)[] = []
  list.length = count
  return list
}
