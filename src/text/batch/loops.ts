/** The items of a `for` list; undefined when they are file patterns or not known. */
export function literalItems(text: string): string[] | undefined {
  if (/[%!*?]/.test(text)) return undefined
  return text.match(/(?:[^\s,;="]|"[^"]*"?)+/g) ?? []
}

/** `start,step,end` of `for /l`. */
export function countedItems(text: string): string[] | undefined {
  const numbers = /^\s*(-?\d{1,6})[\s,]+(-?\d{1,6})[\s,]+(-?\d{1,6})\s*$/.exec(text)
  if (!numbers) return undefined
  const [from, step, to] = numbers.slice(1).map(Number) as [number, number, number]
  if (step === 0 || Math.abs((to - from) / step) > 65_536) return undefined
  const items: string[] = []
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) items.push(String(n))
  return items
}

/**
 * What `for /f "tokens=1,2 delims=|" %%a in ("text") do` cuts out of a text; undefined where it reads files or commands, or is not known.
 */
export function textTokens(items: string, settings: string, variable: string): Map<string, string> | undefined {
  const given = settings.replace(/^"(.*)"$/s, '$1')
  const text = (/\busebackq\b/i.test(given) ? /^\s*'([^']*)'\s*$/ : /^\s*"([^"]*)"\s*$/).exec(items)?.[1]
  if (text === undefined || /[%!\r\n]/.test(text) || variable.length !== 1 || /\b(?:skip|eol)=/i.test(given)) return undefined
  const delimiters = /\bdelims=(.*?)(?:[ \t]+(?:tokens|usebackq)\b.*)?$/is.exec(given)?.[1] ?? ' \t'
  const wanted = /\btokens=([\d,*-]+)/i.exec(given)?.[1] ?? '1'
  const parts: { readonly text: string; readonly start: number }[] = []
  for (let at = 0; at < text.length;) {
    while (at < text.length && delimiters.includes(text[at] as string)) at++
    const start = at
    while (at < text.length && !delimiters.includes(text[at] as string)) at++
    if (at > start) parts.push({ text: text.slice(start, at), start })
  }
  if (parts.length === 0) return undefined
  const numbers: (number | '*')[] = []
  let last = 0
  for (const piece of wanted.split(',')) {
    const range = /^(\d{1,2})(?:-(\d{1,2}))?(\*?)$/.exec(piece)
    if (!range && piece !== '*') return undefined
    if (range) {
      last = Number(range[2] ?? range[1])
      for (let n = Number(range[1]); n <= last && numbers.length < 26; n++) numbers.push(n)
    }
    if (!range || range[3] === '*') numbers.push('*')
  }
  const found = new Map<string, string>()
  for (const [i, number] of numbers.entries()) {
    const part = parts[number === '*' ? last : number - 1]
    const value = part === undefined ? '' : number === '*' ? text.slice(part.start) : part.text
    found.set(String.fromCharCode(variable.charCodeAt(0) + i), value)
  }
  return found
}
