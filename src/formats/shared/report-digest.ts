import { RulesDigest } from '../../model/digest.ts'
import type { SourceFile, SourceText } from '../../model/stages.ts'
import type { Rule, Span } from '../../model/types.ts'
import { utf16Units } from '../../text/decoding.ts'
import { referenceAt } from '../../text/xml.ts'

/*
 * Most of a report are its rules, and most reports only repeat the registry.pol beside them. So the rules are summed up from the 16-bit
 * units of the file, and a text is made of what stands around them.
 */

/** A report without its rules: of those that follow one another only the first start tag is left. */
export class ReportDigest implements SourceText {
  readonly text: string
  readonly digest: RulesDigest
  readonly enabled: number
  readonly #file: SourceFile
  readonly #cuts: readonly Cut[]
  readonly #claimed = new Set<number>()

  constructor(file: SourceFile, units: Uint16Array, { cuts, digest, enabled }: Rules) {
    this.#file = file
    this.#cuts = cuts
    this.digest = digest
    this.enabled = enabled
    const pieces: string[] = []
    let from = 0
    for (const { start, end } of cuts) {
      pieces.push(textOf(units, from, start))
      from = end
    }
    this.text = [...pieces, textOf(units, from, units.length)].join('')
  }

  /** Whether rules were cut out behind the start tag that ends here. Who reads the text claims what concerns the firewall. */
  claim(tagEnd: number): boolean {
    const cut = this.#cuts[this.#before(tagEnd)]
    if (cut?.at !== tagEnd) return false
    this.#claimed.add(tagEnd)
    return true
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
interface Cut { readonly start: number; readonly end: number; readonly at: number }
interface Rules { readonly cuts: readonly Cut[]; readonly digest: RulesDigest; readonly enabled: number }

/** The digest of a report; undefined where a rule is unlike what the console writes (an attribute, a comment, blanks around a value). */
export function digestReport(file: SourceFile): ReportDigest | undefined {
  const units = utf16Units(file.bytes) ?? unitsOf(file.text)
  const rules = new RuleScan(units).run()
  return rules && new ReportDigest(file, units, rules)
}

/** One of the two elements that a rule may be: its tags, and the prefix of all its elements. */
interface RuleElement { readonly open: Uint16Array; readonly close: Uint16Array; readonly prefix: Uint16Array }

/** Sums up the rule elements of a report, wherever they stand. */
class RuleScan {
  readonly #units: Uint16Array
  readonly #digest = new RulesDigest()
  #enabled = 0

  constructor(units: Uint16Array) { this.#units = units }

  run(): Rules | undefined {
    const bytes = bytesOf(this.#units)
    const cuts: Cut[] = []
    let removed = 0
    for (let hit = bytes.indexOf(RULES); hit >= 0; hit = bytes.indexOf(RULES, hit)) {
      hit += RULES.length
      const start = hit / 2
      const name = this.#tagBefore(start)
      if (name === undefined) continue
      const end = this.#siblings(start, name)
      if (end < 0) return undefined
      cuts.push({ start, end, at: start - removed })
      removed += end - start
      hit = 2 * end
    }
    return { cuts, digest: this.#digest, enabled: this.#enabled }
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
    const both = [elementOf(prefix, 'InboundFirewallRules'), elementOf(prefix, 'OutboundFirewallRules')]
    let rule = name.endsWith('InboundFirewallRules') ? both[0] : both[1]
    let at = start
    let end = -1
    while (rule) {
      end = this.#rule(at, rule)
      if (end < 0) return -1
      const next = this.#afterBlanks(end)
      rule = both.find(({ open }) => this.#has(open, next))
      if (rule) at = next + rule.open.length
    }
    return end
  }

  /** Adds the rule whose start tag ends at an offset. Gives the offset behind its end tag, -1 where it is odd. */
  #rule(start: number, { close: closing, prefix }: RuleElement): number {
    const units = this.#units
    let isActiveSaid = false
    for (let at = start; ;) {
      const open = this.#afterBlanks(at)
      if (units[open] !== OPEN) return -1
      if (units[open + 1] === SLASH) {
        if (!this.#has(closing, open)) return -1
        this.#digest.endRule()
        return open + closing.length
      }
      if (!this.#has(prefix, open + 1)) return -1
      const key = open + 1 + prefix.length
      let keyEnd = key
      while (IN_NAME[units[keyEnd] as number] === 1) keyEnd++
      if (units[keyEnd] !== CLOSE) return -1
      const value = keyEnd + 1
      let close = value
      while (close < units.length && units[close] !== OPEN) close++
      // The end tag repeats the start tag, one unit later.
      if (units[close + 1] !== SLASH) return -1
      const later = close + 1 - open
      for (let i = open + 1; i < value; i++) if (units[i] !== units[i + later]) return -1
      at = value + later
      if (this.#has(PRECEDENCE, key)) return -1
      if (!this.#digest.begin(keyEnd - key, units[key] as number, units[key + 1] as number, units[key + 2] as number, units[key + 4] as number)) continue
      if (isBlank(units[value] as number) || isBlank(units[close - 1] as number) || !this.#value(value, close)) return -1
      if (this.#has(ACTIVE, key)) {
        const isTrue = this.#isWord(TRUE, value, close)
        if (isActiveSaid || !(isTrue || this.#isWord(FALSE, value, close))) return -1
        isActiveSaid = true
        if (isTrue) this.#enabled++
      }
    }
  }
  /** False where it holds a reference that XML does not define. */
  #value(start: number, end: number): boolean {
    const units = this.#units
    let from = start
    for (let at = start; at < end; at++) {
      if (units[at] !== AMPERSAND) continue
      const reference = referenceAt(textOf(units, at, Math.min(end, at + 40)), 0, 40)
      if (!reference) return false
      this.#digest.add(units, from, at)
      this.#digest.add(unitsOf(reference.value), 0, reference.value.length)
      from = at + reference.end
      at = from - 1
    }
    this.#digest.add(units, from, end)
    this.#digest.end()
    return true
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
  /** Whether a value is that word of small letters, in any case. */
  #isWord(word: Uint16Array, start: number, end: number): boolean {
    if (end - start !== word.length) return false
    for (let i = 0; i < word.length; i++) if (((this.#units[start + i] as number) | 32) !== word[i]) return false
    return true
  }
}

const [OPEN, SLASH, CLOSE, COLON, AMPERSAND] = [0x3c, 0x2f, 0x3e, 0x3a, 0x26] as const
const RULES = Buffer.from('FirewallRules>', 'utf16le')
const RULE = /^(?:[\w.-]+:)?(?:In|Out)boundFirewallRules$/
const NAME_UNIT = /[\w.-]/
const IN_NAME = Uint8Array.from({ length: 128 }, (_, unit) => Number(NAME_UNIT.test(String.fromCharCode(unit))))
const PRECEDENCE = unitsOf('Precedence>')
const ACTIVE = unitsOf('Active>')
const TRUE = unitsOf('true')
const FALSE = unitsOf('false')

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
const elementOf = (prefix: string, name: string): RuleElement => ({ open: unitsOf(`<${prefix}${name}>`), close: unitsOf(`</${prefix}${name}>`), prefix: unitsOf(prefix) })
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  bytesOf(units).write(text, 'utf16le')
  return units
}
function bytesOf({ buffer, byteOffset, byteLength }: Uint16Array): Buffer { return Buffer.from(buffer, byteOffset, byteLength) }
const textOf = (units: Uint16Array, start: number, end: number): string => bytesOf(units.subarray(start, end)).toString('utf16le')

/** Each costs a look back through the text, and names of other things may be the same. */
const MOST_NAMESAKES = 100
/** The element of the first rule of that name in one direction: start and end; undefined where none is written like the console does. */
export function findRule(text: string, name: string, direction: Rule['direction']): readonly [start: number, end: number, element: string] | undefined {
  const element = direction === 'outbound' ? 'OutboundFirewallRules' : 'InboundFirewallRules'
  const written = `Name>${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</`
  for (let at = text.indexOf(written), tries = 0; at >= 0 && tries < MOST_NAMESAKES; at = text.indexOf(written, at + 1), tries++) {
    if (IN_NAME[text.charCodeAt(at - 1)] === 1) continue // DisplayName
    const start = text.lastIndexOf('<', text.lastIndexOf('FirewallRules>', at))
    const end = text.indexOf('FirewallRules>', at) + 'FirewallRules>'.length
    if (start >= 0 && text.startsWith(`${element}>`, text.indexOf(':', start) + 1) && text.startsWith(`${element}>`, end - element.length - 1)) return [start, end, element]
  }
  return undefined
}
