/** A text made ready for a YAML reader: Jinja statements and comments are blanked, expressions are placeholders; every offset stays. */
export interface JinjaText {
  readonly text: string
  /** Stretches that stand under `{% if %}` or `{% for %}`, in order of their begin; later ones may lie in earlier ones. */
  readonly regions: readonly { readonly start: number; readonly end: number; readonly condition: string }[]
}

/** Stands for each character of an expression. A text that holds one is not known. */
export const PLACEHOLDER = '\uE000'
const MOST_OPEN = 200
/** Ends a stretch in which nothing else is a mark. */
const ENDRAW = /\{%[-+]?\s{0,99}endraw\b/g

/** Blanks Jinja. An unclosed mark is left as it is: the YAML reader will say what it thinks of it. */
export function withoutJinja(source: string): JinjaText {
  if (!source.includes('{')) return { text: source, regions: [] }
  const pieces: string[] = []
  const regions: { start: number; end: number; condition: string }[] = []
  const open: { word: string; start: number; condition: string }[] = []
  let copied = 0
  for (let at = source.indexOf('{'); at >= 0; at = source.indexOf('{', at)) {
    const kind = source[at + 1]
    const close = kind === '{' ? '}}' : kind === '%' ? '%}' : kind === '#' ? '#}' : undefined
    if (close === undefined) { at++; continue }
    const found = source.indexOf(close, at + 2)
    if (found < 0) break
    const end = found + 2
    const inner = source.slice(at + 2, found).replace(/^[-+]|[-+]$/g, '').trim()
    const word = /^\w+/.exec(inner)?.[0] ?? ''
    if (kind === '%' && word !== 'raw' && word !== 'endraw') follow(word, inner, at, end)
    const blank = kind === '{' ? /[^\r\n]/g : /[^\r\n\t]/g
    pieces.push(source.slice(copied, at), source.slice(at, end).replace(blank, kind === '{' ? PLACEHOLDER : ' '))
    copied = end
    at = end
    if (kind === '%' && word === 'raw') {
      ENDRAW.lastIndex = end
      const close = ENDRAW.exec(source)
      if (!close) break
      at = close.index
    }
  }
  for (const { start, condition } of open) regions.push({ start, end: source.length, condition })
  pieces.push(source.slice(copied))
  return { text: pieces.join(''), regions: regions.sort((a, b) => a.start - b.start) }

  function follow(word: string, inner: string, start: number, end: number): void {
    const condition = inner.replace(/\s+/g, ' ').slice(0, 120)
    if (word === 'if' || word === 'for' || word === 'macro' || word === 'call') { if (open.length < MOST_OPEN) open.push({ word, start: end, condition }) }
    else if (word === 'elif' || word === 'else') {
      const last = open.pop()
      if (!last) return
      regions.push({ start: last.start, end: start, condition: last.condition })
      open.push({ word: last.word, start: end, condition: word === 'else' ? `else of ${last.condition.slice(0, 100)}` : condition })
    } else if (/^end(?:if|for|macro|call)$/.test(word)) {
      const last = open.pop()
      if (last) regions.push({ start: last.start, end: start, condition: last.condition })
    }
  }
}

/** Gives the conditions that a place stands under, from the outside in. Places must be asked for in their order. */
export function conditions({ regions }: JinjaText): (at: number) => string | undefined {
  let next = 0
  let around: JinjaText['regions'][number][] = []
  return at => {
    for (let region = regions[next]; region && region.start <= at; region = regions[++next]) {
      if (around.length > MOST_OPEN) around = around.filter(({ end }) => end > at)
      around.push(region)
    }
    around = around.filter(({ end }) => end > at)
    return around.length === 0 ? undefined : around.slice(0, 5).map(({ condition }) => condition).join(' > ')
  }
}
