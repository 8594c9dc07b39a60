import type { RulesDigest } from '../../model/digest.ts'
import type { Rule } from '../../model/types.ts'
import { referenceAt } from '../../text/xml.ts'

/** What a digest of a report has seen so far. */
export interface ReportDigest { readonly digest: RulesDigest; enabled: number }

const NAME_UNIT = /[\w.-]/
const IN_NAME = Uint8Array.from({ length: 128 }, (_, unit) => Number(NAME_UNIT.test(String.fromCharCode(unit))))

/**
 * Adds one rule element of a report, which begins at `start` and whose start tag ends at `tagEnd`. Gives the offset behind its end tag, or -1
 * where anything is unlike what the console writes (an attribute, a comment, blanks around a value): then the rule is to be read.
 */
export function digestRule(text: string, start: number, tagEnd: number, seen: ReportDigest): number {
  const { digest } = seen
  const rule = text.slice(start + 1, tagEnd - 1)
  const prefix = rule.slice(0, rule.indexOf(':') + 1)
  let active = false
  for (let at = tagEnd; ;) {
    const open = afterBlanks(text, at)
    if (text.charCodeAt(open) !== 0x3c) return -1
    if (text.charCodeAt(open + 1) === 0x2f) {
      const end = open + 2 + rule.length
      if (!text.startsWith(rule, open + 2) || text.charCodeAt(end) !== 0x3e) return -1
      digest.endRule()
      return end + 1
    }
    if (!text.startsWith(prefix, open + 1)) return -1
    const key = open + 1 + prefix.length
    let value = key
    while (IN_NAME[text.charCodeAt(value)] === 1) value++
    if (text.charCodeAt(value++) !== 0x3e) return -1
    const close = text.indexOf('<', value)
    const length = value - open
    // The end tag repeats the start tag, one unit later.
    if (text.charCodeAt(close + 1) !== 0x2f || text.charCodeAt(close + length) !== 0x3e) return -1
    for (let i = 1; i < length - 1; i++) if (text.charCodeAt(open + i) !== text.charCodeAt(close + 1 + i)) return -1
    at = close + length + 1
    const keyLength = value - 1 - key
    if (keyLength === 10 && text.startsWith('Precedence', key)) return -1
    if (!digest.begin(keyLength, text.charCodeAt(key), text.charCodeAt(key + 1), text.charCodeAt(key + 2), text.charCodeAt(key + 4))) continue
    if (isBlank(text.charCodeAt(value)) || isBlank(text.charCodeAt(close - 1))) return -1
    for (let i = value; i < close; i++) {
      const unit = text.charCodeAt(i)
      if (unit !== 0x26) { digest.unit(unit); continue }
      const reference = referenceAt(text, i, close)
      if (!reference) return -1
      for (let r = 0; r < reference.value.length; r++) digest.unit(reference.value.charCodeAt(r))
      i = reference.end - 1
    }
    digest.end()
    if (keyLength === 6 && text.startsWith('Active', key)) {
      if (active || !/^(?:true|false)$/i.test(text.slice(value, close))) return -1
      active = true
      if (close - value === 4) seen.enabled++
    }
  }
}

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

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
function afterBlanks(text: string, start: number): number {
  let at = start
  while (isBlank(text.charCodeAt(at))) at++
  return at
}
