/**
 * A fast reader for the plainest YAML there is: a block list of flat maps, one `key: value` a line, values being scalars or one-line lists
 * of scalars. A YAML library needs 14 s and 2 GB for 100,000 such maps. What is not as plain is not guessed: the reader says so.
 */
export interface FlatField {
  readonly key: string
  /** A scalar's text, or the texts of a list. */
  readonly value: string | readonly string[]
  /** A plain `~`, `null` or nothing. */
  readonly isNull: boolean
  readonly quoted: boolean
  readonly keyStart: number
  readonly start: number
  readonly end: number
}
export interface FlatHandler {
  /** One map, its fields in order. */
  item(fields: readonly FlatField[], start: number, end: number): void
  /** One item that is not plain: its lines. False: give up. */
  odd(start: number, end: number): boolean
}

/**
 * Reads the items between two offsets. `from` is the start of the line of the first `- `, whose indent is that of all items; stops at the
 * first line that is indented less, or as much without a dash. Returns where it stopped, or undefined when the handler gave up.
 */
export function readFlatList(text: string, from: number, handler: FlatHandler): number | undefined {
  const dash = from + indentAt(text, from)
  const indent = dash - from
  if (text.charCodeAt(dash) !== DASH) return undefined
  let at = from
  let fields: FlatField[] = []
  let start = -1
  let end = -1
  let plain = true
  let column = 0
  const flush = (next: number): boolean => {
    if (start < 0) return true
    if (plain) handler.item(fields, start, end)
    else if (!handler.odd(lineOf(text, start), next)) return false
    fields = []
    start = -1
    return true
  }
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const next = newline < 0 ? text.length : newline + 1
    let stop = newline < 0 ? text.length : newline
    if (stop > at && text.charCodeAt(stop - 1) === CR) stop--
    let i = at
    while (i < stop && text.charCodeAt(i) === SPACE) i++
    const first = i < stop ? text.charCodeAt(i) : HASH
    const depth = i - at
    // Blank lines and comments; inside an odd item they may be part of a block text, which the library then reads.
    if (first === HASH) { at = next; continue }
    if (depth < indent || (depth === indent && !(first === DASH && isBlank(text.charCodeAt(i + 1), i + 1 >= stop)))) break
    if (depth === indent) {
      if (!flush(at)) return undefined
      plain = true
      i++
      while (i < stop && text.charCodeAt(i) === SPACE) i++
      start = i
      column = i - at
    } else if (start < 0) break
    else if (depth !== column) plain = false
    end = stop
    if (plain) {
      const field = i < stop ? readField(text, i, stop) : undefined
      if (field && !fields.some(other => other.key === field.key)) { fields.push(field); end = field.end }
      else plain = false
    }
    at = next
  }
  return flush(at) ? at : undefined
}

const SPACE = 32
const HASH = 35
const DASH = 45
const CR = 13
const COLON = 58
const isBlank = (unit: number, atEnd: boolean): boolean => atEnd || unit === SPACE
function indentAt(text: string, at: number): number {
  let i = at
  while (text.charCodeAt(i) === SPACE) i++
  return i - at
}
const lineOf = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** `key: value` up to the end of a line; undefined where it is anything else. */
function readField(text: string, at: number, stop: number): FlatField | undefined {
  let i = at
  while (i < stop && isWord(text.charCodeAt(i))) i++
  if (i === at || text.charCodeAt(i) !== COLON) return undefined
  const key = intern(text.slice(at, i))
  i++
  if (i < stop && text.charCodeAt(i) !== SPACE) return undefined
  while (i < stop && text.charCodeAt(i) === SPACE) i++
  if (i === stop) return undefined // a nested block, or nothing: the next lines tell
  const scalar = readValue(text, i, stop)
  return scalar && { key, keyStart: at, start: i, ...scalar }
}
/** Keys repeat a hundred thousand times: one string each. */
const keys = new Map<string, string>()
function intern(key: string): string {
  const known = keys.get(key)
  if (known !== undefined) return known
  if (keys.size < 200) keys.set(key, key)
  return key
}
const isWord = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 95 || unit === DASH

type Read = Pick<FlatField, 'value' | 'isNull' | 'quoted' | 'end'>

function readValue(text: string, at: number, stop: number): Read | undefined {
  const first = text.charCodeAt(at)
  if (first === 91) return readList(text, at, stop) // [
  if (first === 34 || first === 39) { // " and '
    const end = quotedEnd(text, at, stop)
    const value = end === undefined ? undefined : unquote(text, at, end)
    return value === undefined || !restIsEmpty(text, end as number, stop) ? undefined : { value, isNull: false, quoted: true, end: end as number }
  }
  let value = text.slice(at, stop)
  const comment = value.indexOf(' #')
  if (comment >= 0) value = value.slice(0, comment)
  value = value.trimEnd()
  const end = at + value.length
  // What may be more than a plain text: an indicator in front, or `: ` inside.
  if (INDICATOR.test(value) || value.endsWith(':') || /: |[\t\r]/.test(value)) return undefined
  return { value, isNull: /^(?:~|null|Null|NULL)$/.test(value), quoted: false, end }
}
const INDICATOR = /^(?:[&*!|>@`%{}\],#?"'[]|[-?:](?: |$))/

function restIsEmpty(text: string, at: number, stop: number): boolean {
  let i = at
  while (i < stop && text.charCodeAt(i) === SPACE) i++
  return i === stop || (text.charCodeAt(i) === HASH && i > at)
}
/** The offset after the closing quote on this line. */
function quotedEnd(text: string, at: number, stop: number): number | undefined {
  const quote = text.charCodeAt(at)
  for (let i = at + 1; i < stop; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 92 && quote === 34) i++
    else if (unit === quote) {
      if (quote === 39 && text.charCodeAt(i + 1) === 39) i++
      else return i + 1
    }
  }
  return undefined
}
function unquote(text: string, at: number, end: number): string | undefined {
  const inner = text.slice(at + 1, end - 1)
  if (text.charCodeAt(at) === 39) return inner.includes("''") ? inner.replaceAll("''", "'") : inner
  if (!inner.includes('\\')) return inner
  // JSON's escapes are YAML's too; YAML has more of them.
  if (/\\[^\\"/bfnrtu]/.test(inner.replace(/\\\\/g, ''))) return undefined
  try {
    return JSON.parse(`"${inner.replaceAll('\t', '\\t')}"`) as string
  } catch {
    return undefined
  }
}

/** Lists repeat: the same text between the brackets is the same value. */
const lists = new Map<string, readonly string[] | null>()
function readList(text: string, at: number, stop: number): Read | undefined {
  const line = text.slice(at, stop)
  const close = line.indexOf(']')
  const end = at + close + 1
  if (close < 0 || !restIsEmpty(text, end, stop)) return undefined
  const inner = line.slice(1, close)
  let value = lists.get(inner)
  if (value === undefined) {
    value = listOf(inner)
    if (lists.size < 20_000) lists.set(inner, value)
  }
  return value === null ? undefined : { value, isNull: false, quoted: false, end }
}
function listOf(inner: string): readonly string[] | null {
  if (inner.trim() === '') return []
  if (!LIST.test(inner)) return null
  const words = inner.split(',').map(word => word.trim())
  // A comma inside quotes cuts a word in two; a plain word may be a null, or a key before its colon.
  if (!words.every(word => (/^["']/.test(word) ? word.length > 1 && word.endsWith(word.charAt(0)) : !/^(?:null|~|-)$|:$/i.test(word)))) return null
  return words.map(word => (/^["']/.test(word) ? word.slice(1, -1) : word))
}
const LIST = /^ *(?:"[^"\\]*"|'[^']*'|[\w./:-]+)(?: *, *(?:"[^"\\]*"|'[^']*'|[\w./:-]+))* *$/
