// C0 and C1 controls, what reorders text (bidi), what hides in it (zero width, tags, BOM), line and paragraph separators, halves of
// surrogate pairs. Joiners (U+200C, U+200D) shape Indic and Persian words and emoji, and move nothing, so they stay.
// eslint-disable-next-line no-control-regex -- finding control characters is the point
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu
// eslint-disable-next-line no-control-regex -- the quick answer for nearly every text
const PLAIN = /^[\x20-\x7e]*$/

/** Text from a file made safe to show: what would move the cursor, colour, reorder or hide is written as `\u{1b}`. One line stays one line. */
export function printable(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSAFE, escaped)
}
/** The same for text that may have several lines: line ends and tabs stay. */
export function printableLines(text: string): string {
  return text.split(/\r\n|\r|\n/).map(line => line.split('\t').map(printable).join('\t')).join('\n')
}
function escaped(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\r') return '\\r'
  if (character === '\t') return '\\t'
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

// East Asian Wide and Fullwidth blocks (Unicode UAX #11), coarse: enough to put a caret under Korean text.
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu
const MARKS = /\p{Mn}|\p{Me}|[\u200c\u200d\ufe0e\ufe0f]/gu

/** Terminal columns that a printable text takes. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  let width = 0
  for (const _ of text) width++
  return width + (text.match(WIDE)?.length ?? 0) - (text.match(MARKS)?.length ?? 0)
}

/** At most `length` characters; what is cut shows as an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, Math.max(0, length - 1))
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

/**
 * Keeps a CI runner from taking text for its commands: GitHub reads `::name` at the start of a line (blanks before it do not matter) and
 * `##[` anywhere, Azure Pipelines `##vso[` anywhere.
 */
export function inert(text: string): string {
  return text.replace(/##(?=vso\[|\[)/g, '# #').replace(/^([^\S\n]*):(?=:)/gm, '$1: ')
}

const JSON_UNSAFE = /##(?=vso\[|\[)|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g
/** JSON that no runner takes for a command and that moves nothing on a terminal; it says the same. */
export function inertJson(json: string): string {
  // Most reports are ASCII, and large ones are long: to know that costs far less than to look at every character.
  if (Buffer.byteLength(json) === json.length && !json.includes('##') && !json.includes('\u007f')) return json
  return json.replace(JSON_UNSAFE, found => (found === '##' ? '#\\u0023' : `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`))
}
