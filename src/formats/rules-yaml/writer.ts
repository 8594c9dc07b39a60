import { neutralRule } from '../../model/rules.ts'
import type { Beside, RuleWriter } from '../../model/stages.ts'
import type { Rule } from '../../model/types.ts'
import { undecided } from '../shared/undecided.ts'

/** One item of the list, with the fields of the neutral form in its order. */
export function ruleText(rule: Rule): string {
  const { source: _source, malformed: _malformed, platforms, ...fields } = neutralRule(rule)
  // Absent means on and any, so what is not known is written as off.
  const isKnown = undecided(rule).length === 0
  const lines = Object.entries({ ...fields, ...(rule.id === null && { id: undefined }), ...(!isKnown && { enabled: false }), platforms }).filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.map(v => scalar(String(v))).join(', ')}]` : typeof value === 'string' ? scalar(value) : String(value)}`)
  return `- ${lines.join('\n  ')}\n`
}
/** As the list has it that the rule is added to: in JSON's braces, or as far to the right as the rule above. */
export function writerBeside({ file, last }: Beside): RuleWriter {
  const above = last ? file.text.slice(0, last.start) : ''
  const dash = /(?:^|\n)([ \t]*)-[ \t]*$/.exec(above)
  if (dash) return { rule: rule => ruleText(rule).trimEnd().replace(/^/gm, dash[1] ?? '') }
  const isFlow = /^\s*[[{]/.test(file.head) || (last && file.text[last.start] === '{' && /[[,]\s*$/.test(above))
  return isFlow ? { rule: jsonText, separator: ',' } : { rule: rule => ruleText(rule).trimEnd() }
}
function jsonText(rule: Rule): string {
  const { source: _source, malformed: _malformed, id, ...fields } = neutralRule(rule)
  return JSON.stringify({ ...(id !== null && { id }), ...fields, ...(undecided(rule).length > 0 && { enabled: false }) })
}
/** Words stay bare; everything else is quoted, with escapes where a line could break. */
function scalar(text: string): string {
  if (/^(?:tcp|udp|icmpv[46]|any|inbound|outbound|allow|block|bypass|domain|private|public)$/.test(text)) return text
  if (!UNSEEN.test(text)) return `'${text.replaceAll("'", "''")}'`
  // JSON's quotes are YAML's. What a reader of the file could not see, or could be fooled by, is escaped.
  return JSON.stringify(text).replace(new RegExp(UNSEEN, 'gu'), c => Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''))
}
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u
