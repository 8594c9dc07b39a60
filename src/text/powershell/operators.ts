import { describe, elements, Foreign, HashTable, isKnown, likelyOf, MAX_LIST, MAX_TEXT, ScriptBlock, textOfValue, truthOf, Unknown, type Value } from './values.ts'
import { wildcard } from '../wildcard.ts'

/** `left operator right`; `written` stands for a result that is not known. */
export function binary(operator: string, left: Value | undefined, right: Value | undefined, written: () => string): Value {
  const unknown = (likely?: boolean): Value => new Unknown(written(), likely)
  switch (operator) {
    case 'and': case 'or': case 'xor': return logical(operator, left, right, unknown)
    case '+': return sum(left, right) ?? unknown()
    case 'f': return format(left, right) ?? unknown()
    case '..': return range(left, right) ?? unknown()
    case '??': return isKnown(left) ? ((left ?? null) === null ? (right ?? null) : left as Value) : unknown()
    case 'join': return join(left, right) ?? unknown()
    case 'split': return split(left, right) ?? unknown()
    case 'replace': return replace(left, right) ?? unknown()
    case 'as': return left ?? null
    case '-': case '*': case '/': case '%': return arithmetic(operator, left, right) ?? unknown()
    default: return comparison(operator, left, right, unknown)
  }
}

function logical(operator: string, left: Value | undefined, right: Value | undefined, unknown: (likely?: boolean) => Value): Value {
  const a = truthOf(left)
  const b = truthOf(right)
  if (operator === 'xor') return a === undefined || b === undefined ? unknown() : a !== b
  const decisive = operator === 'or'
  if (a === decisive || b === decisive) return decisive
  if (a !== undefined && b !== undefined) return !decisive
  const x = likelyOf(left)
  const y = likelyOf(right)
  if (x === undefined || y === undefined) return unknown()
  return unknown(operator === 'and' ? x && y : x || y)
}

/** Nothing against something: a query is null when it is likely to find nothing. */
function comparison(operator: string, left: Value | undefined, right: Value | undefined, unknown: (likely?: boolean) => Value): Value {
  const [a, b] = [left ?? null, right ?? null]
  if (operator === 'eq' || operator === 'ne') {
    const other = a === null ? b : b === null ? a : undefined
    if (other !== undefined && !isKnown(other)) {
      const truth = truthOf(other)
      if (truth !== undefined) return truth === (operator === 'ne')
      const likely = likelyOf(other)
      return unknown(likely === undefined ? undefined : likely === (operator === 'ne'))
    }
  }
  // `(Get-… ).DisplayName -contains 'x'`: what is likely not there does not contain it.
  if (a instanceof Foreign && (operator === 'contains' || operator === 'notcontains')) {
    const found = a.contains(b)
    const truth = truthOf(found)
    if (truth !== undefined && found !== undefined) return truth === (operator === 'contains')
    const likely = found === undefined ? undefined : likelyOf(found)
    return unknown(likely === undefined ? undefined : likely === (operator === 'contains'))
  }
  if (!isKnown(a) || !isKnown(b)) return compareLikely(operator, a, b, unknown)
  const result = compare(operator, a, b)
  return result ?? unknown()
}
/** `(query).Count -gt 0` and its kin, where the count is only likely. */
function compareLikely(operator: string, a: Value, b: Value, unknown: (likely?: boolean) => Value): Value {
  if (!(a instanceof Unknown) || a.likely === undefined || typeof b !== 'number') return unknown()
  const result = compare(operator, a.likely ? 1 : 0, b)
  return unknown(typeof result === 'boolean' ? result : undefined)
}
function compare(operator: string, a: Value, b: Value): Value | undefined {
  switch (operator) {
    case 'in': return compare('contains', b, a)
    case 'notin': return compare('notcontains', b, a)
    case 'contains': case 'notcontains': {
      const items = elements(a)
      const wanted = textOfValue(b)?.toLowerCase()
      if (!items || wanted === undefined || items.some(item => textOfValue(item) === undefined)) return undefined
      return items.some(item => textOfValue(item)?.toLowerCase() === wanted) === (operator === 'contains')
    }
    case 'notlike': case 'like': {
      const [text, pattern] = [textOfValue(a), textOfValue(b)]
      // The set of characters that `[a-z]` means is left to PowerShell.
      if (text === undefined || pattern === undefined || pattern.includes('[') || text.length > 1000 || Array.isArray(a)) return undefined
      return wildcard(pattern, text) === (operator === 'like')
    }
    case 'eq': case 'ne': case 'gt': case 'ge': case 'lt': case 'le': {
      if (Array.isArray(a) || a instanceof HashTable || b instanceof HashTable) return undefined
      const order = typeof a === 'number' || typeof b === 'number' && a !== null && !Number.isNaN(Number(a)) ? numeric(a, b) : textual(a, b)
      if (order === undefined) return undefined
      return operator === 'eq' ? order === 0 : operator === 'ne' ? order !== 0 : operator === 'gt' ? order > 0 : operator === 'ge' ? order >= 0 : operator === 'lt' ? order < 0 : order <= 0
    }
    default: return undefined // -match would run a regular expression from a file
  }
}
function numeric(a: Value, b: Value): number | undefined {
  const [x, y] = [Number(a), Number(b)]
  return Number.isNaN(x) || Number.isNaN(y) ? (textual(a, b) === 0 ? 0 : undefined) : x - y
}
function textual(a: Value, b: Value): number | undefined {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
  if (typeof a === 'boolean') return a === truthOf(b) ? 0 : 1
  const [x, y] = [textOfValue(a)?.toLowerCase(), textOfValue(b)?.toLowerCase()]
  return x === undefined || y === undefined ? undefined : x < y ? -1 : x > y ? 1 : 0
}

function sum(left: Value | undefined, right: Value | undefined): Value | undefined {
  if (Array.isArray(left)) {
    const items = elements(right)
    if (!items || left.length + items.length > MAX_LIST) return undefined
    return [...left as readonly Value[], ...items]
  }
  if (left === null || left === undefined) return right ?? null
  if (left instanceof HashTable && right instanceof HashTable) {
    if (left.entries.size + right.entries.size > MAX_LIST) return undefined
    const both = new HashTable(Math.max(left.level, right.level))
    for (const table of [left, right]) for (const [key, item] of table.entries) both.entries.set(key, item)
    both.isOpen = left.isOpen || right.isOpen
    return both
  }
  if (typeof left === 'number') {
    const n = typeof right === 'object' && right !== null ? Number.NaN : Number(right ?? 0)
    return Number.isNaN(n) ? undefined : left + n
  }
  if (typeof left !== 'string' || left.length > MAX_TEXT) return undefined
  const text = textOfValue(right)
  return text === undefined ? undefined : left + text
}
function arithmetic(operator: string, left: Value | undefined, right: Value | undefined): Value | undefined {
  const [a, b] = [left ?? 0, right ?? 0]
  if (operator === '*' && (typeof a === 'string' || Array.isArray(a))) {
    if (typeof b !== 'number' || b < 0 || a.length * b > MAX_LIST) return undefined
    return typeof a === 'string' ? a.repeat(b) : Array.from({ length: Math.trunc(b) }, () => a as readonly Value[]).flat()
  }
  if (typeof a === 'object' || typeof b === 'object') return undefined
  const [x, y] = [Number(a), Number(b)]
  if (Number.isNaN(x) || Number.isNaN(y)) return undefined
  const result = operator === '-' ? x - y : operator === '*' ? x * y : operator === '/' ? x / y : x % y
  return Number.isFinite(result) ? result : undefined
}
function range(left: Value | undefined, right: Value | undefined): Value | undefined {
  if (typeof left === 'object' || typeof right === 'object') return undefined
  const [from, to] = [Number(left), Number(right)]
  const length = Math.abs(to - from) + 1
  if (!Number.isInteger(from) || !Number.isInteger(to) || length > MAX_LIST) return undefined
  return Array.from({ length }, (_, i) => (from <= to ? from + i : from - i))
}
/** `'{0}-{1}' -f a, b`; numbers with a picture (`{0:X}`) are left to PowerShell, `{0:D2}` is read. */
export function format(left: Value | undefined, right: Value | undefined): string | undefined {
  const items = elements(right)
  if (typeof left !== 'string' || !items || left.length > MAX_TEXT) return undefined
  let isKnownWhole = true
  const text = left.replace(/\{\{|\}\}|\{(\d{1,4})(?::[dD](\d{1,2}))?\}|\{/g, (all, index?: string, digits?: string) => {
    if (all === '{{' || all === '}}') return all.charAt(0)
    const part = index === undefined ? undefined : textOfValue(items[Number(index)])
    if (part === undefined || part.length > MAX_TEXT / 10) { isKnownWhole = false; return '' }
    return digits === undefined ? part : part.padStart(Number(digits), '0')
  })
  return isKnownWhole && text.length <= MAX_TEXT * 10 ? text : undefined
}
function join(left: Value | undefined, right: Value | undefined): Value | undefined {
  const items = elements(left, true)?.map(textOfValue)
  const sign = textOfValue(right)
  if (!items || sign === undefined || items.includes(undefined)) return undefined
  const text = items.join(sign)
  return text.length > MAX_TEXT ? undefined : text
}
/** The regular expressions that scripts split lists with; any other is not run. */
const SEPARATORS: ReadonlyMap<string, RegExp> = new Map([
  ['\\r?\\n', /\r?\n/], ['\\r\\n|\\n', /\r?\n/], ['\\s+', /\s+/], [',\\s*', /,\s*/], ['\\s*,\\s*', /\s*,\s*/], ['[,;]', /[,;]/],
])
/** Splits at a text without signs of regular expressions. */
function split(left: Value | undefined, right: Value | undefined): Value | undefined {
  const pattern = Array.isArray(right) ? undefined : textOfValue(right)
  const plain = pattern === undefined ? undefined : SEPARATORS.get(pattern.replaceAll('\r', '\\r').replaceAll('\n', '\\n')) ?? plainPattern(pattern)
  const text = textOfValue(left)
  if (text === undefined || text.length > MAX_TEXT || plain === undefined || plain === '') return undefined
  const parts = text.split(plain)
  return parts.length > MAX_LIST ? undefined : parts
}
function replace(left: Value | undefined, right: Value | undefined): Value | undefined {
  const [from, to] = (elements(right) ?? []).map(textOfValue)
  const plain = from === undefined ? undefined : plainPattern(from)
  const text = textOfValue(left)
  if (text === undefined || plain === undefined || plain === '' || to?.includes('$')) return undefined
  const parts = text.split(plain)
  return text.length + parts.length * (to ?? '').length > MAX_TEXT || text.toLowerCase().split(plain.toLowerCase()).length !== parts.length ? undefined : parts.join(to ?? '')
}
/** The text that a regular expression means when it is only a text. */
function plainPattern(pattern: string): string | undefined {
  const text = pattern.replace(/\\([^a-zA-Z0-9])/g, '\0$1')
  return /(?:^|[^\0])[.*+?^$|()[\]{}\\]/.test(text) ? undefined : text.replaceAll('\0', '')
}

/** A method of a text, a list or a number; undefined when it is not one we know. */
export function method(target: Value, name: string, args: readonly (Value | undefined)[]): Value | undefined {
  const [first, second] = args
  if (typeof target === 'string') {
    switch (name) {
      case 'tolower': case 'tolowerinvariant': return target.toLowerCase()
      case 'toupper': case 'toupperinvariant': return target.toUpperCase()
      case 'tostring': return target
      case 'trim': case 'trimstart': case 'trimend': return trimmed(target, name, args)
      case 'equals': { const other = textOfValue(first); return other === undefined ? undefined : target === other }
      case 'substring': {
        const end = second === undefined ? target.length : typeof first === 'number' && typeof second === 'number' ? first + second : -1
        return typeof first === 'number' && first >= 0 && first <= end && end <= target.length ? target.slice(first, end) : undefined
      }
      case 'indexof': { const part = args.length === 1 ? textOfValue(first) : undefined; return part === undefined ? undefined : target.indexOf(part) }
      case 'padleft': case 'padright': {
        const fill = second === undefined ? ' ' : textOfValue(second)
        if (typeof first !== 'number' || first > MAX_TEXT || fill?.length !== 1) return undefined
        return name === 'padleft' ? target.padStart(first, fill) : target.padEnd(first, fill)
      }
      case 'replace': {
        const [from, to] = [textOfValue(first), textOfValue(second)]
        if (from === undefined || to === undefined || from === '' || target.length * to.length > MAX_TEXT) return undefined
        return target.replaceAll(from, () => to)
      }
      case 'split': {
        const sign = args.length === 1 ? textOfValue(first) : undefined
        return sign === undefined || sign.length !== 1 || target.length > MAX_TEXT ? undefined : target.split(sign).slice(0, MAX_LIST)
      }
      case 'contains': { const part = textOfValue(first); return part === undefined ? undefined : target.includes(part) }
      case 'startswith': { const part = textOfValue(first); return part === undefined ? undefined : target.startsWith(part) }
      case 'endswith': { const part = textOfValue(first); return part === undefined ? undefined : target.endsWith(part) }
      default: return undefined
    }
  }
  if (typeof target === 'number' || typeof target === 'boolean') return name === 'tostring' && args.length === 0 ? textOfValue(target) : undefined
  if (Array.isArray(target) && name === 'contains') { const found = compare('contains', target as readonly Value[], first ?? null); return found }
  return undefined
}

/** `.Trim()`, `.TrimEnd(',')`: blanks, or the signs that are named. */
function trimmed(target: string, name: string, args: readonly (Value | undefined)[]): string | undefined {
  const signs = args.length === 0 ? undefined : args.map(textOfValue).join('')
  if (args.some(arg => textOfValue(arg) === undefined) || target.length > MAX_TEXT) return undefined
  const isCut = (sign: string): boolean => (signs === undefined ? sign.trim() === '' : signs.includes(sign))
  let [start, end] = [0, target.length]
  if (name !== 'trimend') while (start < end && isCut(target.charAt(start))) start++
  if (name !== 'trimstart') while (end > start && isCut(target.charAt(end - 1))) end--
  return target.slice(start, end)
}

/** A static method: `[string]::Join(',', $ports)`. */
export function staticMethod(type: string, name: string, args: readonly (Value | undefined)[]): Value | undefined {
  const [first, second] = args
  const short = type.replace(/^system\./, '')
  if (short === 'string') {
    if (name === 'format') return format(first, args.length === 2 ? second : args.slice(1).map(arg => arg ?? null))
    if (name === 'join') return join(second, first)
    if (name === 'isnullorempty' || name === 'isnullorwhitespace') { const text = textOfValue(first); return text === undefined ? undefined : text.trim() === '' }
  }
  if (short === 'io.path' && name === 'combine') return joinPath(args)
  if (short === 'environment' && name === 'expandenvironmentvariables') return textOfValue(first)
  if (name === 'new' && /list|collections\.(arraylist|objectmodel)/.test(type)) return args.length === 0 ? [] : undefined
  return undefined
}
export function joinPath(parts: readonly (Value | undefined)[]): string | undefined {
  const texts = parts.map(textOfValue)
  return texts.includes(undefined) ? undefined : texts.map((t, i) => (i === 0 ? (t ?? '').replace(/(?<![\\/])[\\/]+$/, '') : (t ?? '').replace(/^[\\/]+/, ''))).join('\\')
}

/** Whether a value has a type, for the types that scripts ask for. */
export function isOfType(value: Value, type: string): boolean | undefined {
  switch (type.replace(/^system\.(?:collections\.|management\.automation\.)?/, '')) {
    case 'string': return typeof value === 'string'
    case 'array': case 'object[]': return Array.isArray(value)
    case 'int': case 'int32': return typeof value === 'number' && Number.isInteger(value)
    case 'bool': case 'boolean': return typeof value === 'boolean'
    case 'hashtable': case 'idictionary': return value instanceof HashTable
    case 'scriptblock': return value instanceof ScriptBlock
    default: return undefined
  }
}
/** A cast changes little that matters here: numbers, texts and truth. */
export function cast(type: string, value: Value | undefined, written: () => string): Value {
  const known = value ?? null
  const isList = type.endsWith('[]')
  const short = type.replace(/^system\.|\[\]$/g, '')
  if (isList) return Array.isArray(known) || !isKnown(known) ? known : [known]
  if (short === 'bool' || short === 'boolean') return truthOf(known) ?? new Unknown(written(), likelyOf(known))
  if (short === 'string') return isKnown(known) ? textOfValue(known) ?? new Unknown(describe(known)) : known
  if (/^u?int(16|32|64)?$|^long$|^byte$|^double$/.test(short)) {
    if (!isKnown(known) || typeof known === 'object') return known instanceof Foreign || known === null ? known ?? 0 : known
    const number = Number(known)
    return Number.isNaN(number) ? new Unknown(written()) : number
  }
  // What an XML document holds is not read.
  return short === 'xml' || short === 'xml.xmldocument' ? new Unknown(written()) : known
}
