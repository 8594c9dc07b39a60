/**
 * Text as a string, or as the 16-bit units that a file has of it: what is large, and of which little is ever shown, need not become a string.
 * Offsets are the same in both.
 */
export type Units = string | Uint16Array

export const unitAt = (units: Units, at: number): number => (typeof units === 'string' ? units.charCodeAt(at) : (units[at] as number))

export const textOf = (units: Units, start: number, end: number): string =>
  typeof units === 'string' ? units.slice(start, end) : bytesOf(units.subarray(start, end)).toString('utf16le')

/** Whether a word stands at an offset. */
export function hasAt(units: Units, word: string, at: number): boolean {
  if (typeof units === 'string') return units.startsWith(word, at)
  for (let i = 0; i < word.length; i++) if (units[at + i] !== word.charCodeAt(i)) return false
  return true
}
/** The next place of a word; -1 when there is none. */
export function nextOf(units: Units, word: string, from: number): number {
  if (typeof units === 'string') return units.indexOf(word, from)
  const bytes = bytesOf(units)
  let at = bytes.indexOf(word, 2 * from, 'utf16le')
  while (at % 2 === 1) at = bytes.indexOf(word, at + 1, 'utf16le')
  return at < 0 ? -1 : at / 2
}

/** The units of a text, in an array. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  bytesOf(units).write(text, 'utf16le')
  return units
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Buffer { return Buffer.from(buffer, byteOffset, byteLength) }
