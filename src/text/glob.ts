type Matcher = (path: string) => boolean
let make: ((pattern: string, options: { dot: boolean; nobrace: boolean; nocase: boolean }) => Matcher) | undefined

/** Loads the glob library. Needed only when a pattern has a wildcard: `hasWildcard`. */
export async function prepareGlob(): Promise<void> {
  make ??= (await import('./lazy/picomatch.ts')).picomatch
}
/** Braces without a comma are part of a GPO backup's folder name, not a choice. */
export const hasWildcard = (pattern: string): boolean => /[*?[\]]|\{[^{}]*,[^{}]*\}|[!@+]\(/.test(pattern)

/**
 * Whether a path is the pattern, lies below it, or matches it as a glob. Windows names compare without case.
 * `prepareGlob` must have run where the pattern has a wildcard.
 */
export function pathMatcher(pattern: string): Matcher {
  const clean = pattern.replace(/^(\.\/)+/, '').replace(/\/+$/, '')
  if (clean === '' || clean === '.') return () => true
  const lower = clean.toLowerCase()
  const literal: Matcher = path => {
    const p = path.toLowerCase()
    return p === lower || p.startsWith(`${lower}/`)
  }
  if (!hasWildcard(clean) || !make) return literal
  const glob = make(clean.replace(/\{([^{},]*)\}/g, '\\{$1\\}'), { dot: true, nobrace: !/\{[^{}]*,[^{}]*\}/.test(clean), nocase: true })
  return path => literal(path) || glob(path) || parents(path).some(parent => glob(parent))
}
function parents(path: string): string[] {
  const out: string[] = []
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) out.push(path.slice(0, at))
  return out
}
