import type { XmlAttribute, XmlElement, XmlHandler } from './element.ts'
import { referenceAt } from './references.ts'

const MAX_DEPTH = 256
const NO_ATTRIBUTES: readonly XmlAttribute[] = Object.freeze([])
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
/** `Name` of XML 1.0, fifth edition, with at most one colon inside. */
const NAME = /^(?:[A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}][-.\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]*(?::(?=[^:])|$)){1,2}$/u

/** Why a text is no XML, and where. */
export class Malformed extends Error {
  readonly start: number
  readonly end: number
  constructor(message: string, start: number, end: number) {
    super(message)
    this.start = start
    this.end = end
  }
}

/** A name as written, looked up once; its namespace holds as long as no declaration comes or goes. */
interface Name { readonly qualified: string; readonly prefix: string; readonly local: string; epoch: number; namespace: string; follower: Name | undefined }

class Frame implements XmlElement {
  readonly depth: number
  readonly parent: Frame | undefined
  readonly #source: string
  qualified = ''
  name = ''
  namespace = ''
  attributes: readonly XmlAttribute[] = NO_ATTRIBUTES
  start = 0
  tagEnd = 0
  end = 0
  textStart = 0
  textEnd = 0
  hasChildren = false
  /** Set when the text is not simply what stands between its ends. */
  pieces: string[] | undefined
  /** Declarations to take back at the end. */
  declared: [prefix: string, before: string | undefined][] | undefined

  constructor(source: string, parent: Frame | undefined) {
    this.#source = source
    this.parent = parent
    this.depth = parent ? parent.depth + 1 : 1
  }
  get text(): string { return this.pieces ? this.pieces.join('') : this.#source.slice(this.textStart, this.textEnd) }
}

/** Goes through a text once and tells its handler of each element. */
export class Reader {
  readonly #text: string
  readonly #handler: XmlHandler
  readonly #names = new Map<string, Name>()
  readonly #bindings = new Map<string, string>([['', ''], ['xml', XML_NAMESPACE]])
  readonly #frames: Frame[] = []
  #epoch = 0
  #depth = 0
  /** Depth of the element whose inside nobody wants; 0 when everything is told. */
  #muted = 0
  #stopped = false
  /** The next `&` at or behind the reading position: most text has none, and is then a plain slice. */
  #ampersand: number
  #last: Name | undefined

  constructor(text: string, handler: XmlHandler) {
    this.#text = text
    this.#handler = handler
    this.#ampersand = text.indexOf('&')
  }

  read(): void {
    const text = this.#text
    let at = 0
    while (!this.#stopped) {
      const open = text.indexOf('<', at)
      this.#characters(at, open < 0 ? text.length : open)
      if (open < 0) break
      const next = text.charCodeAt(open + 1)
      if (next === 47 /* / */) at = this.#endTag(open)
      else if (next === 33 /* ! */) at = this.#declaration(open)
      else if (next === 63 /* ? */) at = this.#behind('?>', open, 'processing instruction')
      else at = this.#leaf(this.#startTag(open))
    }
    if (this.#stopped || this.#depth === 0) return
    const { qualified, start, tagEnd } = this.#frames[this.#depth - 1] as Frame
    throw new Malformed(`This file ends inside the element "${qualified}" that begins here.`, start, tagEnd)
  }

  /** Reads text and end tag behind a start tag where nothing else is between them, as in most elements of a report. Gives the offset of what is left to read. */
  #leaf(start: number): number {
    const frame = this.#frames[this.#depth - 1]
    if (frame === undefined || frame.tagEnd !== start) return start // an empty element is closed already
    const text = this.#text
    const open = text.indexOf('<', start)
    if (open < 0 || text.charCodeAt(open + 1) !== 47) return start
    const end = open + 2 + frame.qualified.length
    if (text.charCodeAt(end) !== 62 || !text.startsWith(frame.qualified, open + 2) || this.#hasReference(start, open)) return start
    frame.textStart = start
    frame.textEnd = open
    this.#close(frame, end + 1)
    return end + 1
  }
  /** Character data of the current element. */
  #characters(start: number, end: number): void {
    if (start === end) return
    const frame = this.#frames[this.#depth - 1]
    if (this.#depth === 0 || frame === undefined) {
      const odd = firstNonBlank(this.#text, start, end)
      if (odd < end && this.#text.charCodeAt(odd) !== 0xfeff) throw new Malformed('There is text outside of all XML elements.', odd, Math.min(end, odd + 80))
      return
    }
    const isPlain = !this.#hasReference(start, end)
    if (frame.textEnd === frame.tagEnd && !frame.hasChildren && isPlain) {
      frame.textStart = start
      frame.textEnd = end
    } else if (!isPlain || firstNonBlank(this.#text, start, end) < end) {
      this.#append(frame, start, end, isPlain ? this.#text.slice(start, end) : this.#resolve(start, end))
    }
  }
  #append(frame: Frame, start: number, end: number, piece: string): void {
    const hasText = frame.textEnd > frame.tagEnd
    // Blanks before a first child, or before CDATA on a line of its own, are layout.
    frame.pieces ??= hasText && firstNonBlank(this.#text, frame.textStart, frame.textEnd) < frame.textEnd ? [frame.text] : []
    if (frame.pieces.length === 0) frame.textStart = start
    frame.pieces.push(piece)
    frame.textEnd = end
  }
  #hasReference(start: number, end: number): boolean {
    if (this.#ampersand >= 0 && this.#ampersand < start) this.#ampersand = this.#text.indexOf('&', start)
    return this.#ampersand >= 0 && this.#ampersand < end
  }
  #resolve(start: number, end: number): string {
    const text = this.#text
    const out: string[] = []
    let at = start
    for (let amp = text.indexOf('&', at); amp >= 0 && amp < end; amp = text.indexOf('&', at)) {
      const reference = referenceAt(text, amp, end)
      if (!reference) throw new Malformed('"&" does not begin a character reference that XML itself defines.', amp, Math.min(end, amp + (/^&#?\w{1,32};/.exec(text.slice(amp, amp + 40))?.[0].length ?? 2)))
      out.push(text.slice(at, amp), reference.value)
      at = reference.end
    }
    out.push(text.slice(at, end))
    return out.join('')
  }

  #declaration(open: number): number {
    const text = this.#text
    if (text.startsWith('<!--', open)) return this.#behind('-->', open, 'comment', 4)
    if (text.startsWith('<![CDATA[', open)) {
      const end = this.#behind(']]>', open, 'CDATA section', 9)
      const frame = this.#frames[this.#depth - 1]
      if (this.#depth === 0 || frame === undefined) throw new Malformed('There is text outside of all XML elements.', open, end)
      this.#append(frame, open + 9, end - 3, text.slice(open + 9, end - 3))
      return end
    }
    if (/^<!DOCTYPE/i.test(text.slice(open, open + 9))) throw new Malformed('This file declares a document type. Policy files need none, and it is not read.', open, open + 9)
    throw new Malformed('"<!" begins neither a comment nor CDATA.', open, open + 2)
  }
  #behind(mark: string, open: number, what: string, skip = 2): number {
    const at = this.#text.indexOf(mark, open + skip)
    if (at < 0) throw new Malformed(`This ${what} has no end.`, open, Math.min(this.#text.length, open + 80))
    return at + mark.length
  }

  #startTag(open: number): number {
    const text = this.#text
    const name = this.#nameAt(open + 1)
    let at = open + 1 + name.qualified.length
    const depth = this.#depth
    if (depth >= MAX_DEPTH) throw new Malformed(`XML elements lie more than ${MAX_DEPTH} deep in one another.`, open, at)
    const parent = depth === 0 ? undefined : (this.#frames[depth - 1] as Frame)
    const frame = (this.#frames[depth] ??= new Frame(text, parent))
    if (parent) parent.hasChildren = true
    frame.qualified = name.qualified
    frame.start = open
    frame.hasChildren = false
    frame.pieces = undefined
    frame.declared = undefined
    frame.attributes = NO_ATTRIBUTES
    let unit = text.charCodeAt(at)
    if (unit !== 62 && unit !== 47) {
      at = this.#attributes(frame, at)
      unit = text.charCodeAt(at)
    }
    const isEmpty = unit === 47 && text.charCodeAt(at + 1) === 62
    if (!isEmpty && unit !== 62) throw this.#badTag(open, at)
    at += isEmpty ? 2 : 1
    if (name.epoch !== this.#epoch) {
      name.namespace = this.#namespaceOf(name.prefix, open, at)
      name.epoch = this.#epoch
    }
    frame.name = name.local
    frame.namespace = name.namespace
    frame.tagEnd = frame.textStart = frame.textEnd = frame.end = at
    this.#depth = depth + 1
    if (this.#muted === 0) {
      const wish = this.#handler.open?.(frame)
      if (wish === 'stop') this.#stopped = true
      else if (wish === false) this.#muted = depth + 1
      else if (typeof wish === 'number' && !isEmpty) {
        this.#muted = depth + 1
        this.#close(frame, wish)
        return wish
      }
    }
    if (isEmpty) this.#close(frame, at)
    return at
  }
  #endTag(open: number): number {
    const text = this.#text
    const frame = this.#frames[this.#depth - 1]
    if (this.#depth === 0 || frame === undefined) throw new Malformed('This end tag has no start tag.', open, this.#tagEnd(open))
    const { qualified } = frame
    if (!text.startsWith(qualified, open + 2)) throw this.#badEnd(frame, open)
    let at = open + 2 + qualified.length
    if (text.charCodeAt(at) !== 62) {
      at = firstNonBlank(text, at, text.length)
      if (text.charCodeAt(at) !== 62) throw this.#badEnd(frame, open)
    }
    this.#close(frame, at + 1)
    return at + 1
  }
  #close(frame: Frame, end: number): void {
    frame.end = end
    if (this.#muted === 0) {
      if (!this.#stopped) this.#handler.close?.(frame)
    } else if (this.#muted === this.#depth) this.#muted = 0
    this.#depth--
    if (frame.declared) {
      for (const [prefix, before] of frame.declared.reverse()) {
        if (before === undefined) this.#bindings.delete(prefix)
        else this.#bindings.set(prefix, before)
      }
      this.#epoch++
    }
  }

  /** The name that begins at an offset. Elements follow one another in the same order a hundred thousand times, so the last follower is tried first. */
  #nameAt(start: number): Name {
    const text = this.#text
    const guess = this.#last?.follower
    if (guess && text.startsWith(guess.qualified, start) && endsName(text.charCodeAt(start + guess.qualified.length))) {
      this.#last = guess
      return guess
    }
    let end = start
    while (end < text.length && !endsName(text.charCodeAt(end))) end++
    const qualified = text.slice(start, end)
    let name = this.#names.get(qualified)
    if (!name) {
      if (qualified.length > 1000 || !NAME.test(qualified)) throw new Malformed('"<" does not begin a tag here.', start - 1, Math.min(end, start + 80))
      const colon = qualified.indexOf(':')
      name = { qualified, prefix: colon < 0 ? '' : qualified.slice(0, colon), local: qualified.slice(colon + 1), epoch: -1, namespace: '', follower: undefined }
      this.#names.set(qualified, name)
    }
    if (this.#last) this.#last.follower = name
    this.#last = name
    return name
  }

  /** Reads the attributes of a tag into its frame, declarations first put in force. Returns the offset of `>` or `/`. */
  #attributes(frame: Frame, from: number): number {
    const text = this.#text
    const found: { qualified: string; value: string; start: number; end: number }[] = []
    const seen = new Set<string>()
    let at = from
    for (;;) {
      const start = firstNonBlank(text, at, text.length)
      const unit = text.charCodeAt(start)
      if (unit === 62 || unit === 47) { at = start; break }
      if (start === at || start >= text.length) throw this.#badTag(frame.start, start)
      let end = start
      while (end < text.length && !endsName(text.charCodeAt(end))) end++
      const qualified = text.slice(start, end)
      const equals = firstNonBlank(text, end, text.length)
      const quote = firstNonBlank(text, equals + 1, text.length)
      const mark = text.charAt(quote)
      if (qualified.length > 1000 || !NAME.test(qualified) || text.charAt(equals) !== '=' || (mark !== '"' && mark !== '\'')) throw this.#badTag(frame.start, start)
      const close = text.indexOf(mark, quote + 1)
      if (close < 0) throw new Malformed(`The value of "${qualified}" has no end.`, quote, Math.min(text.length, quote + 80))
      if (seen.has(qualified)) throw new Malformed(`The attribute "${qualified}" stands twice in one tag.`, start, close + 1)
      seen.add(qualified)
      const raw = text.slice(quote + 1, close)
      if (raw.includes('<')) throw new Malformed(`The value of "${qualified}" holds a "<".`, quote, Math.min(close + 1, quote + 80))
      found.push({ qualified, value: raw.includes('&') ? this.#resolve(quote + 1, close) : raw, start: quote + 1, end: close })
      at = close + 1
    }
    for (const { qualified, value } of found) {
      const prefix = qualified === 'xmlns' ? '' : qualified.startsWith('xmlns:') ? qualified.slice(6) : undefined
      if (prefix === undefined) continue
      const before = this.#bindings.get(prefix)
      if (before === value) continue
      ;(frame.declared ??= []).push([prefix, before])
      this.#bindings.set(prefix, value)
      this.#epoch++
    }
    if (found.length > 0) frame.attributes = found.map(({ qualified, value, start, end }) => {
      const colon = qualified.indexOf(':')
      const namespace = colon < 0 || qualified.startsWith('xmlns:') ? '' : this.#namespaceOf(qualified.slice(0, colon), start, end)
      return { name: qualified.slice(colon + 1), namespace, value, start, end }
    })
    return at
  }
  #namespaceOf(prefix: string, start: number, end: number): string {
    const namespace = this.#bindings.get(prefix)
    if (namespace === undefined) throw new Malformed(`The prefix "${prefix}" is not declared.`, start, end)
    return namespace
  }

  #badTag(open: number, at: number): Malformed {
    return new Malformed('This tag is not well-formed XML.', open, Math.max(Math.min(at + 1, this.#text.length), open + 1))
  }
  #badEnd(frame: Frame, open: number): Malformed {
    const end = this.#tagEnd(open)
    return new Malformed(`"${this.#text.slice(open, Math.min(end, open + 80))}" cannot end the element "${frame.qualified.slice(0, 80)}".`, open, end)
  }
  #tagEnd(open: number): number {
    const end = this.#text.indexOf('>', open)
    return end < 0 ? this.#text.length : end + 1
  }
}

const isBlank = (unit: number): boolean => unit === 32 || unit === 10 || unit === 13 || unit === 9
/** Blank, `>`, `/`, `=`, `<` or the end of the text. */
const endsName = (unit: number): boolean => isBlank(unit) || unit === 62 || unit === 47 || unit === 61 || unit === 60 || Number.isNaN(unit)
function firstNonBlank(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlank(text.charCodeAt(at))) at++
  return at
}
