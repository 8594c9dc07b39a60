/** One of several parts of a run: `--shard 2/4` is index 1 of 4. */
export interface Shard { readonly index: number; readonly count: number }

/** What is judged and read in one part. Every target is judged in one of them, and every file is read in one at least. */
export interface Share {
  readonly target: (name: string) => boolean
  readonly file: (path: string) => boolean
}

/** The whole run. */
export const EVERYTHING: Share = { target: () => true, file: () => true }

/**
 * Targets go by their names, so that one stays where it is when others come or go, and in both trees of a comparison. Their files go
 * with them; other files by their paths. Without targets all policy is judged together, in the first part.
 */
export function shareOf(
  { index, count }: Shard, targets: readonly { readonly name: string; readonly layers: readonly ((path: string) => boolean)[] }[], twinOf: (path: string) => string | undefined,
): Share {
  if (targets.length === 0) return { target: () => index === 0, file: () => index === 0 }
  const isOurs = (text: string): boolean => hashOf(text) % count === index
  const own = targets.filter(({ name }) => isOurs(name))
  const isLayer = (some: typeof targets, path: string): boolean => some.some(({ layers }) => layers.some(matches => matches(path)))
  return {
    target: isOurs,
    // A report goes with the registry.pol that it repeats.
    file: path => {
      const subject = twinOf(path) ?? path
      return isLayer(own, subject) || (isOurs(subject) && !isLayer(targets, subject))
    },
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
