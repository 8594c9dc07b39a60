/** Whether a text is more than a name: a pattern with wildcards. */
export const isPattern = (text: string): boolean => /[*?]/.test(text)

/** PowerShell's `*` and `?`, any case. At most pattern times text: one star is remembered, not a stack. */
export function wildcard(pattern: string, text: string): boolean {
  const p = pattern.toLowerCase()
  const t = text.toLowerCase()
  let at = 0
  let i = 0
  let star = -1
  let mark = 0
  while (i < t.length) {
    if (at < p.length && p[at] !== '*' && (p[at] === '?' || p[at] === t[i])) { at++; i++ }
    else if (p[at] === '*') { star = at++; mark = i }
    else if (star >= 0) { at = star + 1; i = ++mark }
    else return false
  }
  while (p[at] === '*') at++
  return at === p.length
}
