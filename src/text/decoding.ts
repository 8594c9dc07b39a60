import { isAscii, isUtf8 } from 'node:buffer'

/** Decoders that `TextDecoder` does not have or has wrong, by label; `prepareCodePage` fills it. */
const extra = new Map<string, (bytes: Uint8Array) => string>()
const NEEDS_ICONV = /^(cp949|ks_c_5601-1987|windows-949|cp437|cp850|cp852|cp866|cp950|cp932|cp936)$/i

/** Loads the tables of a code page that Node lacks (cp949, cp437, cp850 …). Does nothing for the others. */
export async function prepareCodePage(label: string): Promise<void> {
  if (!NEEDS_ICONV.test(label) || extra.has(label)) return
  const { decodeWith } = await import('./lazy/iconv.ts')
  extra.set(label, bytes => decodeWith(bytes, label))
}

/**
 * Bytes to text: byte order mark, UTF-16 by its NUL pattern, strict UTF-8, else the code page. The mark is dropped.
 * Never throws: what the code page does not define becomes U+FFFD.
 */
export function decode(bytes: Uint8Array, codePage = 'windows-1252'): { text: string; encoding: string } {
  const mark = byMark(bytes)
  if (mark) return { text: mark.decode(bytes.subarray(mark.skip)), encoding: mark.encoding }
  const ascii = asAscii(bytes)
  if (ascii !== undefined) return { text: ascii, encoding: 'utf-8' }
  // What is no UTF-8 becomes U+FFFD, so only a text that holds one needs the slower question.
  const text = utf8(bytes)
  return !text.includes('\ufffd') || isUtf8(bytes) ? { text, encoding: 'utf-8' } : { text: singleByte(bytes, codePage), encoding: codePage }
}

/** The first `length` bytes as text; a character cut in two at the end does not matter. */
export function decodeHead(bytes: Uint8Array, length: number, codePage = 'windows-1252'): string {
  const part = bytes.subarray(0, length)
  const mark = byMark(part)
  if (mark) return mark.decode(part.subarray(mark.skip, part.length - ((part.length - mark.skip) % 2) * Number(mark.encoding !== 'utf-8')))
  return asAscii(part) ?? (bytes.length > length ? new TextDecoder('utf-8').decode(part) : decode(part, codePage).text)
}

/** The units of UTF-16 text, without a string of it; undefined where the bytes are not these units in this machine's order. */
export function utf16Units(bytes: Uint8Array): Uint16Array | undefined {
  const mark = byMark(bytes)
  const start = bytes.byteOffset + (mark?.skip ?? 0)
  return mark?.encoding === 'utf-16le' && start % 2 === 0 ? new Uint16Array(bytes.buffer, start, (bytes.length - mark.skip) >> 1) : undefined
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const utf16le = (bytes: Uint8Array): string => view(bytes).toString('utf16le')
const utf8 = (bytes: Uint8Array): string => asAscii(bytes) ?? view(bytes).toString('utf8')
function utf16be(bytes: Uint8Array): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  return even.swap16().toString('utf16le')
}

function byMark(bytes: Uint8Array): { decode: (bytes: Uint8Array) => string; encoding: string; skip: number } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { decode: utf16le, encoding: 'utf-16le', skip: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { decode: utf16be, encoding: 'utf-16be', skip: 2 }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { decode: utf8, encoding: 'utf-8', skip: 3 }
  if (everySecondIsNul(bytes, 1)) return { decode: utf16le, encoding: 'utf-16le', skip: 0 }
  if (everySecondIsNul(bytes, 0)) return { decode: utf16be, encoding: 'utf-16be', skip: 0 }
  return undefined
}
function everySecondIsNul(bytes: Uint8Array, phase: number): boolean {
  const length = Math.min(64, bytes.length & ~1)
  if (length < 4) return false
  for (let i = 0; i < length; i += 2) if (bytes[i + phase] !== 0 || bytes[i + 1 - phase] === 0) return false
  return true
}
/** The text when every byte is below 0x80: Latin-1 strings take half the memory of UTF-16 ones. */
function asAscii(bytes: Uint8Array): string | undefined {
  return isAscii(bytes) ? view(bytes).toString('latin1') : undefined
}
function singleByte(bytes: Uint8Array, codePage: string): string {
  const table = extra.get(codePage)
  if (table) return table(bytes)
  if (/^(windows-1252|cp1252)$/i.test(codePage)) return windows1252(bytes)
  try {
    return new TextDecoder(codePage.replace(/^cp125/i, 'windows-125')).decode(bytes)
  } catch {
    return windows1252(bytes)
  }
}
/** Node 20 decodes 0x80 to 0x9F of windows-1252 as Latin-1, so these 32 stand here. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'
function windows1252(bytes: Uint8Array): string {
  return view(bytes).toString('latin1').replace(/[\x80-\x9f]/g, c => C1.charAt(c.charCodeAt(0) - 0x80))
}
