import type { SourceFile, SourceText } from '../../model/stages.ts'
import type { Problem, Rule, Span } from '../../model/types.ts'
import { nextOf, textOf, type Units, unitsOf } from '../../text/units.ts'
import { referenceAt } from '../../text/xml/references.ts'

/*
 * Most of a report are its rules, and the console writes them all alike. So they are read from the units of the file, and a text for the
 * reader of XML is made of what stands around them.
 */

/** Takes the rules of a report, child by child. */
export interface RuleSink {
  begin(element: RuleElementName): void
  /** A child: its name, its value, and the value without references where it has some. False where the rule is to be read with care. */
  child(name: number, nameEnd: number, value: number, end: number, resolved: string | undefined): boolean
  /** The rule is over; it stands from `start` to `end`. False where it is to be read with care. */
  end(start: number, end: number): boolean
  /** All since the last call. */
  taken(): TakenRules
}
export type RuleElementName = 'InboundFirewallRules' | 'OutboundFirewallRules'
export interface TakenRules { readonly rules: readonly Rule[]; readonly problems: readonly Problem[] }

/** A report without its rules: of those that follow one another only the first start tag is left. */
export class ShortReport implements SourceText {
  readonly text: string
  readonly #file: SourceFile
  readonly #cuts: readonly Cut[]
  readonly #claimed = new Set<number>()

  constructor(file: SourceFile, units: Uint16Array, cuts: readonly Cut[]) {
    this.#file = file
    this.#cuts = cuts
    const pieces: string[] = []
    let from = 0
    for (const { start, end } of cuts) {
      pieces.push(textOf(units, from, start))
      from = end
    }
    this.text = [...pieces, textOf(units, from, units.length)].join('')
  }
  get units(): Units { return this.text }

  /** The rules that were cut out behind the start tag that ends here. Who reads the text claims what concerns the firewall. */
  claim(tagEnd: number): TakenRules | undefined {
    const cut = this.#cuts[this.#before(tagEnd)]
    if (cut?.at !== tagEnd) return undefined
    this.#claimed.add(tagEnd)
    return cut.taken
  }
  /** Rules that nobody claimed stand in a comment, or in a place that is none of the firewall's. */
  get isClaimed(): boolean { return this.#claimed.size === this.#cuts.length }

  span(start: number, end: number, key?: string): Span { return this.#file.span(this.#offset(start), this.#offset(end), key) }
  #offset(at: number): number {
    const cut = this.#cuts[this.#before(at - 1)]
    return cut ? at - cut.at + cut.end : at
  }
  /** The last cut at or before an offset of the text; -1 when there is none. */
  #before(at: number): number {
    let low = -1
    let high = this.#cuts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#cuts[middle] as Cut).at <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}
/** Units of the file that the text leaves out, and where in the text. */
interface Cut { readonly start: number; readonly end: number; readonly at: number; readonly taken: TakenRules }

/** The report around its rules; undefined where a rule is unlike what the console writes (an attribute, a comment, a reference to nothing). */
export function shortReport(file: SourceFile, units: Uint16Array, sink: RuleSink): ShortReport | undefined {
  const cuts = new RuleScan(units, sink).run()
  return cuts && new ShortReport(file, units, cuts)
}

/** One of the two elements that a rule may be: its tags, and the prefix of all its elements. */
interface RuleElement { readonly name: RuleElementName; readonly open: Uint16Array; readonly close: Uint16Array; readonly prefix: Uint16Array }

/** Finds the rule elements of a report, wherever they stand. */
class RuleScan {
  readonly #units: Uint16Array
  readonly #sink: RuleSink

  constructor(units: Uint16Array, sink: RuleSink) {
    this.#units = units
    this.#sink = sink
  }

  run(): Cut[] | undefined {
    const units = this.#units
    const cuts: Cut[] = []
    let removed = 0
    for (let hit = nextOf(units, RULES, 0); hit >= 0; hit = nextOf(units, RULES, hit)) {
      hit += RULES.length
      const start = hit
      const name = this.#tagBefore(start)
      if (name === undefined) continue
      const end = this.#siblings(start, name)
      if (end < 0) return undefined
      cuts.push({ start, end, at: start - removed, taken: this.#sink.taken() })
      removed += end - start
      hit = end
    }
    return cuts
  }

  /** The name in the start tag of a rule that ends at an offset; undefined where there is none. */
  #tagBefore(end: number): string | undefined {
    const units = this.#units
    let open = end - 2
    while (IN_NAME[units[open] as number] === 1 || units[open] === COLON) open--
    const name = units[open] === OPEN ? textOf(units, open + 1, end - 1) : ''
    return RULE.test(name) ? name : undefined
  }

  /** The rules from the one whose start tag ends at `start`, with only blanks between them. Gives the end of the last, -1 where one is odd. */
  #siblings(start: number, name: string): number {
    const prefix = name.slice(0, name.indexOf(':') + 1)
    const inbound = elementOf(prefix, 'InboundFirewallRules')
    const outbound = elementOf(prefix, 'OutboundFirewallRules')
    let rule: RuleElement | undefined = name.endsWith(inbound.name) ? inbound : outbound
    let at = start
    let end = -1
    while (rule) {
      end = this.#rule(at, rule)
      if (end < 0) return -1
      const next = this.#afterBlanks(end)
      rule = this.#has(inbound.open, next) ? inbound : this.#has(outbound.open, next) ? outbound : undefined
      if (rule) at = next + rule.open.length
    }
    return end
  }

  /** The rule whose start tag ends at an offset. Gives the offset behind its end tag, -1 where it is odd. */
  #rule(start: number, { name: element, open: opening, close: closing, prefix }: RuleElement): number {
    const units = this.#units
    this.#sink.begin(element)
    for (let at = start; ;) {
      const open = this.#afterBlanks(at)
      if (units[open] !== OPEN) return -1
      if (units[open + 1] === SLASH) {
        const end = open + closing.length
        return this.#has(closing, open) && this.#sink.end(start - opening.length, end) ? end : -1
      }
      if (!this.#has(prefix, open + 1)) return -1
      const name = open + 1 + prefix.length
      let nameEnd = name
      while (IN_NAME[units[nameEnd] as number] === 1) nameEnd++
      if (units[nameEnd] !== CLOSE) return -1
      const value = nameEnd + 1
      let hasReference = false
      let close = value
      for (; close < units.length; close++) {
        const unit = units[close]
        if (unit === OPEN) break
        if (unit === AMPERSAND) hasReference = true
      }
      // The end tag repeats the start tag, one unit later.
      if (units[close + 1] !== SLASH) return -1
      const later = close + 1 - open
      for (let i = open + 1; i < value; i++) if (units[i] !== units[i + later]) return -1
      at = value + later
      const resolved = hasReference ? resolve(textOf(units, value, close)) : undefined
      if (hasReference && resolved === undefined) return -1
      // Where a GPO's value stands among those of others (gpresult), others may win.
      if (this.#has(PRECEDENCE, name) || !this.#sink.child(name, nameEnd, value, close, resolved)) return -1
    }
  }

  #afterBlanks(start: number): number {
    let at = start
    while (isBlank(this.#units[at] as number)) at++
    return at
  }
  #has(word: Uint16Array, at: number): boolean {
    for (let i = 0; i < word.length; i++) if (this.#units[at + i] !== word[i]) return false
    return true
  }
}

const [OPEN, SLASH, CLOSE, COLON, AMPERSAND] = [0x3c, 0x2f, 0x3e, 0x3a, 0x26] as const
const RULES = 'FirewallRules>'
const RULE = /^(?:[\w.-]+:)?(?:In|Out)boundFirewallRules$/
const NAME_UNIT = /[\w.-]/
const IN_NAME = Uint8Array.from({ length: 128 }, (_, unit) => Number(NAME_UNIT.test(String.fromCharCode(unit))))
const PRECEDENCE = unitsOf('Precedence>')
const elementOf = (prefix: string, name: RuleElementName): RuleElement => ({ name, open: unitsOf(`<${prefix}${name}>`), close: unitsOf(`</${prefix}${name}>`), prefix: unitsOf(prefix) })

/** A value without references; undefined where XML does not define one. */
function resolve(value: string): string | undefined {
  const out: string[] = []
  let at = 0
  for (let amp = value.indexOf('&'); amp >= 0; amp = value.indexOf('&', at)) {
    const reference = referenceAt(value, amp, value.length)
    if (!reference) return undefined
    out.push(value.slice(at, amp), reference.value)
    at = reference.end
  }
  out.push(value.slice(at))
  return out.join('')
}
/** Blanks of XML. */
export const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09

/** Each costs a look back through the text, and names of other things may be the same. */
const MOST_NAMESAKES = 100
/** The element of the first rule of that name in one direction: start and end; undefined where none is written like the console does. */
export function findRule(text: string, name: string, direction: Rule['direction']): readonly [start: number, end: number, element: string] | undefined {
  const element: RuleElementName = direction === 'outbound' ? 'OutboundFirewallRules' : 'InboundFirewallRules'
  const written = `Name>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</`
  for (let at = text.indexOf(written), tries = 0; at >= 0 && tries < MOST_NAMESAKES; at = text.indexOf(written, at + 1), tries++) {
    if (IN_NAME[text.charCodeAt(at - 1)] === 1) continue // DisplayName
    const start = text.lastIndexOf('<', text.lastIndexOf(RULES, at))
    const end = text.indexOf(RULES, at) + RULES.length
    if (start >= 0 && text.startsWith(`${element}>`, text.indexOf(':', start) + 1) && text.startsWith(`${element}>`, end - element.length - 1)) return [start, end, element]
  }
  return undefined
}
