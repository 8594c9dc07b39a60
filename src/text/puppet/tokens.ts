/** A piece of a Puppet manifest. */
export interface Token { readonly kind: 'word' | 'text' | 'template' | 'variable' | 'number' | 'mark'; readonly text: string; readonly start: number; readonly end: number }

const WORD = /(?:::)?[A-Za-z_][\w-]*(?:::[A-Za-z_][\w-]*)*/y
const VARIABLE = /\$(?:::)?\w+(?:::\w+)*/y
const NUMBER = /-?(?:0x[\da-f]+|\d+(?:\.\d+)?)/iy
const MARK = /=>|\+>|->|~>|==|!=|=~|!~|<=|>=|<\||\|>|[^]/y
/** `@("TAG":syntax/escapes)`. The lengths are bounds, for each part may hold what begins the next try. */
const HEREDOC = /@\([ \t]{0,20}("?)([^"/):\s][^"/):\r\n]{0,99})\1[ \t]{0,20}(?:[:/][^)\r\n]{0,99})?\)/y

/** The tokens of a manifest; comments are left out. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  /** Every slash before this is escaped for the one before it, so that none of them ends. */
  let open = 0
  let heredocs: { tag: string; token: number; raw: boolean }[] = []
  const push = (kind: Token['kind'], text: string, end: number): void => { tokens.push({ kind, text, start: at, end }); at = end }
  const match = (pattern: RegExp): string | undefined => { pattern.lastIndex = at; return pattern.exec(source)?.[0] }
  while (at < source.length) {
    const unit = source[at] as string
    if (unit === '\n' && heredocs.length > 0) { at = heredocText(source, at + 1, heredocs, tokens); heredocs = []; continue }
    if (unit <= ' ') { at++; continue }
    if (unit === '#') { at = until(source, '\n', at); continue }
    if (unit === '/' && source[at + 1] === '*') { at = until(source, '*/', at + 2) + 2; continue }
    if (unit === '"' || unit === "'") { push(...quoted(source, at)); continue }
    if (unit === '@') {
      HEREDOC.lastIndex = at
      const head = HEREDOC.exec(source)
      if (head) { heredocs.push({ tag: (head[2] as string).trim(), token: tokens.length, raw: head[1] === '' }); push('text', '', HEREDOC.lastIndex); continue }
    }
    const variable = unit === '$' ? match(VARIABLE) : undefined
    if (variable) { push('variable', variable, at + variable.length); continue }
    const number = match(NUMBER)
    if (number) { push('number', number, at + number.length); continue }
    const word = match(WORD)
    if (word) { push('word', word, at + word.length); continue }
    if (unit === '/' && at >= open && startsRegex(tokens.at(-1))) {
      const { isClosed, end } = regexAt(source, at)
      if (isClosed) { push('template', source.slice(at, end), end); continue }
      open = end
    }
    const mark = match(MARK) as string
    push('mark', mark, at + mark.length)
  }
  return tokens
}
const until = (source: string, text: string, from: number): number => { const at = source.indexOf(text, from); return at < 0 ? source.length : at }
const startsRegex = (before: Token | undefined): boolean => before === undefined || (before.kind === 'mark' && before.text !== ')' && before.text !== ']')
  || (before.kind === 'word' && /^(?:node|and|or|in)$/.test(before.text))
/** Where the regular expression at a slash ends, or where it is clear that none does. */
function regexAt(source: string, at: number): { readonly isClosed: boolean; readonly end: number } {
  let end = at + 1
  for (; end < source.length && source[end] !== '\n'; end++) {
    if (source[end] === '\\') end++
    else if (source[end] === '/') return { isClosed: true, end: end + 1 }
  }
  return { isClosed: false, end }
}
/** A quoted text; with `$` in double quotes it is a template. */
function quoted(source: string, at: number): [Token['kind'], string, number] {
  const quote = source[at]
  let end = at + 1
  let escaped = false
  let template = false
  while (end < source.length && source[end] !== quote) {
    if (source[end] === '\\') { escaped = true; end++ }
    else if (quote === '"' && source[end] === '$' && /[\w{:]/.test(source[end + 1] ?? '')) template = true
    end++
  }
  end = Math.min(end, source.length)
  const raw = source.slice(at + 1, end)
  const close = Math.min(end + 1, source.length)
  if (template) return ['template', source.slice(at, close), close]
  // Single quotes know \\ and \' only; double quotes keep the backslash of an escape that they do not know.
  const text = !escaped ? raw : quote === "'" ? raw.replace(/\\([\\'])/g, '$1') : raw.replace(/\\([^])/g, (all, c: string) => ESCAPES.get(c) ?? all)
  return ['text', text, close]
}
const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['s', ' '], ['$', '$'], ['"', '"'], ["'", "'"], ['\\', '\\']])
/** The lines of the heredocs that a line opened, in their order. */
function heredocText(source: string, from: number, heredocs: readonly { tag: string; token: number; raw: boolean }[], tokens: Token[]): number {
  let at = from
  for (const { tag, token, raw } of heredocs) {
    let text = ''
    while (at < source.length) {
      const end = until(source, '\n', at)
      const line = source.slice(at, end).replace(/\r$/, '')
      at = Math.min(end + 1, source.length)
      if (line.replace(/^\s*\|?\s*-?\s*/, '').trimEnd() === tag) break
      text += `${line}\n`
    }
    const old = tokens[token] as Token
    tokens[token] = { ...old, kind: !raw && text.includes('$') ? 'template' : 'text', text }
  }
  return at
}
