/** A piece of Ruby: a word with its dots, a text, a mark, the end of a line. */
export interface Token {
  readonly kind: 'word' | 'text' | 'template' | 'number' | 'words' | 'other' | 'mark' | 'line'
  readonly text: string
  readonly start: number
  readonly end: number
}

const WORD = /[A-Za-z_]\w*[?!]?(?:(?:\.|&\.|::)[A-Za-z_]\w*[?!]?)*/y
const NUMBER = /\d[\d_]*(?:\.\d+)?/y
const SYMBOL = /:(?:[A-Za-z_]\w*[?!]?)/y
const OTHER = /[@$]{1,2}[\w!]+/y
const MARK = /=>|==|!=|&&|\|\||<<|[+\-*/]=|\.\.\.?|[^]/y
const HEREDOC = /<<[~-]?(["']?)([A-Z_a-z]\w*)\1/y
const PAIRS = new Map([['(', ')'], ['[', ']'], ['{', '}'], ['<', '>']])

/** The tokens of a text, a `line` at its end. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  /** Every slash before this is escaped for the one before it, so that none of them ends. */
  let open = 0
  let heredocs: { tag: string; token: number; raw: boolean }[] = []
  const push = (kind: Token['kind'], text: string, end: number): void => { tokens.push({ kind, text, start: at, end }); at = end }
  const match = (pattern: RegExp): RegExpExecArray | null => { pattern.lastIndex = at; return pattern.exec(source) }
  while (at < source.length) {
    const unit = source[at] as string
    if (unit === '\n') {
      push('line', '\n', at + 1)
      if (heredocs.length > 0) { at = heredocText(source, at, heredocs, tokens); heredocs = [] }
      if (source.startsWith('=begin', at)) at = until(source, '\n=end', at)
      if (source.startsWith('__END__', at)) break
      continue
    }
    if (unit <= ' ') { at++; continue }
    if (unit === '\\' && /^\r?\n/.test(source.slice(at + 1, at + 3))) { at = until(source, '\n', at) + 1; continue }
    if (unit === '#') { at = until(source, '\n', at); continue }
    if (unit === '"' || unit === "'" || unit === '`') { push(...quoted(source, at, unit, unit !== "'")); continue }
    const value = startsValue(tokens.at(-1))
    const percent = unit === '%' && value ? /^%([qQwWiI]?)([([{<|!/])/.exec(source.slice(at, at + 3)) : null
    if (percent) {
      const [head, letter = '', open = ''] = percent
      const [kind, text, end] = quoted(source, at + head.length - 1, PAIRS.get(open) ?? open, /[QWI]|^$/.test(letter))
      push(/[wi]/i.test(letter) && kind === 'text' ? 'words' : kind, text, end)
      continue
    }
    if (unit === '<' && value) {
      const head = match(HEREDOC)
      if (head) { heredocs.push({ tag: head[2] as string, token: tokens.length, raw: head[1] === "'" }); push('text', '', HEREDOC.lastIndex); continue }
    }
    if (unit === ':' && value) {
      const symbol = match(SYMBOL)
      if (symbol) { push('text', symbol[0].slice(1), SYMBOL.lastIndex); continue }
    }
    if (unit === '/' && value && at >= open) {
      const { isClosed, end } = regexAt(source, at)
      if (isClosed) { push('other', source.slice(at, end), end); continue }
      open = end
    }
    const number = match(NUMBER)
    if (number) { push('number', number[0].replaceAll('_', ''), NUMBER.lastIndex); continue }
    const word = match(WORD)
    if (word) { push('word', word[0], WORD.lastIndex); continue }
    const other = match(OTHER)
    if (other) { push('other', other[0], OTHER.lastIndex); continue }
    const mark = (match(MARK) as RegExpExecArray)[0]
    push('mark', mark, at + mark.length)
  }
  tokens.push({ kind: 'line', text: '\n', start: source.length, end: source.length })
  return tokens
}
const until = (source: string, text: string, from: number): number => { const at = source.indexOf(text, from); return at < 0 ? source.length : at }
/** Whether `/`, `%`, `<<` and `:` begin a value here, rather than dividing or comparing: nothing, a mark or a method name stands before. */
const startsValue = (before: Token | undefined): boolean =>
  before === undefined || before.kind === 'line' || before.kind === 'word' || (before.kind === 'mark' && !/^[)\]}]$/.test(before.text))
/** Where the regular expression at a slash ends, or where it is clear that none does. */
function regexAt(source: string, at: number): { readonly isClosed: boolean; readonly end: number } {
  let end = at + 1
  for (; end < source.length && source[end] !== '\n'; end++) {
    if (source[end] === '\\') end++
    else if (source[end] === '/') return { isClosed: true, end: end + 1 }
  }
  return { isClosed: false, end }
}
const ESCAPES = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['s', ' '], ['0', '\0'], ['e', '\x1b']])
/** A quoted text from the quote at `open`; a template keeps its escapes and `#{…}`. */
function quoted(source: string, open: number, close: string, interpolates: boolean): [Token['kind'], string, number] {
  const nests = source[open] !== close
  let depth = 1
  let end = open + 1
  let escaped = false
  let template = false
  for (; end < source.length; end++) {
    const unit = source[end]
    if (unit === '\\') { escaped = true; end++ }
    else if (interpolates && unit === '#' && source[end + 1] === '{') template = true
    else if (nests && unit === source[open]) depth++
    else if (unit === close && --depth === 0) break
  }
  end = Math.min(end, source.length)
  const raw = source.slice(open + 1, end)
  const after = Math.min(end + 1, source.length)
  if (template) return ['template', raw, after]
  if (!escaped) return ['text', raw, after]
  return ['text', interpolates ? raw.replace(/\\([^])/g, (_, c: string) => ESCAPES.get(c) ?? c) : raw.replace(/\\(['\\])/g, '$1'), after]
}
function heredocText(source: string, from: number, heredocs: readonly { tag: string; token: number; raw: boolean }[], tokens: Token[]): number {
  let at = from
  for (const { tag, token, raw } of heredocs) {
    const start = at
    let end = at
    while (at < source.length) {
      const next = until(source, '\n', at)
      const line = source.slice(at, next).trim()
      end = at
      at = Math.min(next + 1, source.length)
      if (line === tag) break
    }
    const text = source.slice(start, end)
    tokens[token] = { ...(tokens[token] as Token), kind: !raw && text.includes('#{') ? 'template' : 'text', text }
  }
  return at
}
