/** The lines of the new file that a patch of a pull request shows: only they can be commented. */
export interface PatchLines {
  /** By number, the text without its line end. */
  readonly lines: ReadonlyMap<number, string>
  /** The hunk that each line is in: a comment may not span two. */
  readonly hunks: ReadonlyMap<number, number>
}

/** Reads the `patch` of one file as GitHub gives it. */
export function parsePatch(patch: string): PatchLines {
  const lines = new Map<number, string>()
  const hunks = new Map<number, number>()
  let number = 0
  let hunk = 0
  for (const line of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)
    if (header) {
      number = Number(header[1])
      hunk++
    } else if (hunk > 0 && (line.startsWith('+') || line.startsWith(' '))) {
      lines.set(number, line.slice(1).replace(/\r$/, ''))
      hunks.set(number++, hunk)
    }
  }
  return { lines, hunks }
}

/**
 * Where these lines stand in the patch. The tree that was checked may be GitHub's merge of the pull request with its base, so their numbers
 * may have moved: then they count only where the text stands once. Undefined when the change does not show them.
 */
export function locate({ lines, hunks }: PatchLines, start: number, was: readonly string[]): number | undefined {
  if (was.length === 0) return undefined
  const standsAt = (from: number): boolean => was.every((text, i) => lines.get(from + i) === text && hunks.get(from + i) === hunks.get(from))
  if (standsAt(start)) return start
  const [first] = was
  const found: number[] = []
  for (const [number, text] of lines) if (text === first && standsAt(number)) found.push(number)
  return found.length === 1 ? found[0] : undefined
}
