/** The known word that somebody who wrote `word` most likely meant; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > 60) return undefined
  const wanted = word.toLowerCase()
  // Two steps make any word of two or three letters of any other.
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))
  let best: { word: string; steps: number } | undefined
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase(), best ? best.steps - 1 : limit)
    if (steps !== undefined) best = { word: candidate, steps }
  }
  return best?.word
}

/** The end of a sentence that names an unknown word: a suggestion, or else where to look. */
export function didYouMean(word: string, known: Iterable<string>, otherwise?: string): string {
  const near = nearest(word, known)
  if (near === undefined) return otherwise === undefined ? '' : `. ${otherwise}`
  return `. Did you mean "${near}"?`
}

/** Levenshtein, up to `limit`; undefined beyond it. */
function distance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  const steps = row[b.length] as number
  return steps <= limit ? steps : undefined
}
