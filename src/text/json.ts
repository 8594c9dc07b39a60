/** What JSON holds, with places for whoever asks. */
export interface Json {
  readonly value: unknown
  /** The first thing that is wrong with the text; `value` is then what could be read around it. */
  readonly error: { readonly message: string; readonly offset: number; readonly length: number } | undefined
}
type Jsonc = typeof import('./lazy/jsonc.ts')
let jsonc: Jsonc | undefined

/** Longer text is not read once more only to know whether it is right. */
const SHORT = 1 << 18

/**
 * Loads the reader of JSON with comments and mistakes, unless the text does without. Where it is missing, such a file is read up to nothing,
 * with an error.
 */
export async function prepareJson(text?: string): Promise<void> {
  if (!jsonc && (text === undefined || text.length > SHORT || !isRight(text))) jsonc = await import('./lazy/jsonc.ts')
}
function isRight(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Deeper files are made to break readers. */
const DEEPEST = 500

/** Never throws. Right JSON costs what `JSON.parse` costs; comments, trailing commas and worse go to a tolerant reader. */
export function parseJson(text: string): Json {
  try {
    return { value: JSON.parse(text) as unknown, error: undefined }
  } catch {
    if (!jsonc || depthOf(text) > DEEPEST) return { value: undefined, error: { message: 'This is not JSON, or nested too deeply.', offset: 0, length: 1 } }
  }
  const errors: { error: number; offset: number; length: number }[] = []
  const value = jsonc.parse(text, errors, { allowTrailingComma: true, disallowComments: false }) as unknown
  const first = errors[0]
  return { value, error: first && { message: `This is not JSON (${jsonc.printParseErrorCode(first.error)}).`, offset: first.offset, length: first.length } }
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === 34) at = stringEnd(text, at) - 1
    else if (c === 123 || c === 91) deepest = Math.max(deepest, ++depth)
    else if (c === 125 || c === 93) depth--
  }
  return deepest
}

/** Longer lists are read in pieces of about this size, so that what is read already can be forgotten. */
const PIECE = 1 << 15

/**
 * Gives the items of a long list at the root of right JSON, piece by piece. False when the text is not such a list, or `visit` wants no more:
 * then nothing of what was seen counts. Cuts stand between two objects; when every piece is a list of whole values, so is the text. `places`
 * then need not look for items from the list's beginning.
 */
export function eachItem(text: string, visit: (item: unknown, index: number) => boolean, places?: JsonPlaces): boolean {
  const opening = /^\s*\[(\s*)\{/.exec(text)
  if (!opening || text.length < 2 * PIECE) return false
  const end = text.trimEnd().length - 1
  if (text.charCodeAt(end) !== 93) return false
  const first = opening[0].length - 1
  const separator = `${/\n[ \t]*$/.exec(opening[1] as string)?.[0] ?? ''}{`
  let index = 0
  for (let at = first; at < end;) {
    places?.piece(index, at)
    let cut = separator === '{' ? text.indexOf('},{', at + PIECE) + 1 : text.indexOf(separator, at + PIECE)
    if (cut > 0) {
      while (cut > at && text.charCodeAt(cut) !== 44) {
        const c = text.charCodeAt(cut)
        if (c !== 32 && (c < 9 || c > 13)) return false
        cut--
      }
      if (cut === at) return false // nothing but blanks in a whole piece
    } else cut = end
    try {
      const items = JSON.parse(`[${text.slice(at, Math.min(cut, end))}]`) as unknown[]
      for (const item of items) if (!visit(item, index++)) return false
    } catch {
      return false
    }
    at = cut + 1
  }
  return end > first
}

/** A property, or an item of a list, in the text. */
export interface JsonPlace {
  /** Of the key with its quotes; of the value for an item. */
  readonly start: number
  readonly valueStart: number
  readonly valueEnd: number
}

/**
 * Finds values in the text of JSON when somebody asks where they stand. Nothing is read before; a list's items are found once, in one pass.
 */
export class JsonPlaces {
  readonly #text: string
  readonly #lists = new Map<number, Int32Array>()
  readonly #objects = new Map<number, ReadonlyMap<string, JsonPlace>>()
  /** Items of the list at the root from which others can be found: their indices and where they stand, blanks before them included. */
  readonly #indices: number[] = []
  readonly #offsets: number[] = []
  #root: number | undefined

  constructor(text: string) { this.#text = text }

  /** Told in order. */
  piece(index: number, offset: number): void {
    this.#indices.push(index)
    this.#offsets.push(offset)
  }

  /** Where the value at a path stands; undefined when the text has none such. */
  find(path: readonly (string | number)[]): JsonPlace | undefined {
    let at = (this.#root ??= blanksEnd(this.#text, 0))
    let place: JsonPlace = { start: at, valueStart: at, valueEnd: -1 }
    for (const step of path) {
      const next = typeof step === 'number' ? this.#item(at, step) : this.#property(at, step)
      if (!next) return undefined
      place = next
      at = next.valueStart
    }
    return place.valueEnd >= 0 ? place : { ...place, valueEnd: valueEnd(this.#text, place.valueStart) }
  }

  /** The properties of the object at a path, by key; none where there is no object. */
  properties(path: readonly (string | number)[]): ReadonlyMap<string, JsonPlace> {
    const place = this.find(path)
    return place ? this.#propertiesAt(place.valueStart) : NO_PLACES
  }

  #item(list: number, index: number): JsonPlace | undefined {
    if (this.#text.charCodeAt(list) !== 91) return undefined
    const piece = list === this.#root ? this.#pieceOf(index) : -1
    const first = this.#indices[piece] ?? 0
    const from = this.#offsets[piece] ?? list + 1
    const next = piece < 0 ? undefined : this.#indices[piece + 1]
    let starts = this.#lists.get(from)
    if (!starts) this.#lists.set(from, starts = itemStarts(this.#text, from, (next ?? Infinity) - first))
    const start = starts[index - first]
    return start === undefined ? undefined : { start, valueStart: start, valueEnd: -1 }
  }
  /** The last piece that begins at an item or before it; -1 where no pieces were told. */
  #pieceOf(index: number): number {
    let low = -1
    let high = this.#indices.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#indices[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
  #property(object: number, key: string): JsonPlace | undefined {
    return this.#propertiesAt(object).get(key)
  }
  #propertiesAt(object: number): ReadonlyMap<string, JsonPlace> {
    let places = this.#objects.get(object)
    if (!places) {
      if (this.#objects.size > 64) this.#objects.clear()
      this.#objects.set(object, places = propertyPlaces(this.#text, object))
    }
    return places
  }
}
const NO_PLACES: ReadonlyMap<string, JsonPlace> = new Map()

/** Behind blanks and comments. */
function blanksEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const c = text.charCodeAt(at)
    if (c === 32 || (c >= 9 && c <= 13) || c === 0xfeff) { at++; continue }
    if (c !== 47) return at
    const next = text.charCodeAt(at + 1)
    if (next === 47) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (next === 42) {
      const end = text.indexOf('*/', at + 2)
      at = end < 0 ? text.length : end + 2
    } else return at
  }
}
/** Behind the quote that ends the string which begins at `at`. */
function stringEnd(text: string, at: number): number {
  let end = text.indexOf('"', at + 1)
  while (end >= 0) {
    let back = end - 1
    while (text.charCodeAt(back) === 92) back--
    if ((end - back) % 2 === 1) return end + 1
    end = text.indexOf('"', end + 1)
  }
  return text.length
}
/** Behind the value that begins at `at`; brackets are counted, not followed, so depth costs nothing. */
function valueEnd(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first === 34) return stringEnd(text, at)
  if (first !== 123 && first !== 91) {
    let end = at
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++
    return end
  }
  let depth = 0
  for (let end = at; end < text.length; end++) {
    const c = text.charCodeAt(end)
    if (c === 34) end = stringEnd(text, end) - 1
    else if (c === 123 || c === 91) depth++
    else if (c === 125 || c === 93) { if (--depth === 0) return end + 1 }
    else if (c === 47) end = Math.max(end, blanksEnd(text, end) - 1)
  }
  return text.length
}
const isBreak = (c: number): boolean => c === 44 || c === 93 || c === 125 || c === 32 || (c >= 9 && c <= 13) || c === 47

/** Where the items begin that stand from an offset on, up to so many. */
function itemStarts(text: string, from: number, most: number): Int32Array {
  const starts: number[] = []
  let at = blanksEnd(text, from)
  while (at < text.length && text.charCodeAt(at) !== 93 && starts.length < most) {
    starts.push(at)
    const end = valueEnd(text, at)
    at = blanksEnd(text, end)
    if (text.charCodeAt(at) === 44) at = blanksEnd(text, at + 1)
    else if (end === (starts.at(-1) as number)) at++ // text that is no value: go on behind it
  }
  return Int32Array.from(starts)
}
function propertyPlaces(text: string, object: number): ReadonlyMap<string, JsonPlace> {
  const places = new Map<string, JsonPlace>()
  if (text.charCodeAt(object) !== 123) return places
  let at = blanksEnd(text, object + 1)
  while (text.charCodeAt(at) === 34) {
    const keyEnd = stringEnd(text, at)
    const colon = blanksEnd(text, keyEnd)
    if (text.charCodeAt(colon) !== 58) break
    const valueStart = blanksEnd(text, colon + 1)
    const end = valueEnd(text, valueStart)
    places.set(keyOf(text.slice(at, keyEnd)), { start: at, valueStart, valueEnd: end })
    at = blanksEnd(text, end)
    if (text.charCodeAt(at) === 44) at = blanksEnd(text, at + 1)
  }
  return places
}
function keyOf(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    return quoted.slice(1, -1)
  }
}
