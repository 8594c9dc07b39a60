import { intersect, isAnyPort, isEmpty } from '../model/ports.ts'
import type { Rule, RuleSelector, Span } from '../model/types.ts'
import { wildcard } from '../text/wildcard.ts'

/** What the policy stage asks of the predefined rule groups: data of the packs, handed in. */
export interface Predefined {
  /** The id of the group that a text names: resource id, group id, or a display name in any language. */
  groupOf(text: string): string | undefined
  /** Windows' own rules that a selector means, as copies with this source. */
  select(selector: RuleSelector, source: Span): readonly Rule[]
}

/** Whether a rule is among those that a Set, Enable, Disable or Remove means. All that the selector names must fit. */
export function matchesSelector(rule: Rule, select: RuleSelector, predefined: Predefined): boolean {
  const named = (patterns: readonly string[] | undefined, value: string | null | undefined): boolean =>
    patterns === undefined || (value !== null && value !== undefined && patterns.some(pattern => wildcard(pattern, value)))
  if (!named(select.ids, rule.id) || !named(select.names, rule.name)) return false
  if (select.groups !== undefined) {
    const { group } = rule
    if (group === undefined || !select.groups.some(text => wildcard(text, group) || sameGroup(text, group, predefined))) return false
  }
  if (select.direction !== undefined && rule.direction !== select.direction) return false
  if (select.action !== undefined && rule.action !== select.action) return false
  if (select.enabled !== undefined && rule.enabled !== select.enabled) return false
  if (select.protocol !== undefined && rule.protocol !== select.protocol) return false
  if (select.profiles !== undefined && (rule.profiles & select.profiles) === 0) return false
  if (select.localPorts && !isAnyPort(select.localPorts) && isEmpty(intersect(select.localPorts, rule.localPorts))) return false
  if (select.remotePorts && !isAnyPort(select.remotePorts) && isEmpty(intersect(select.remotePorts, rule.remotePorts))) return false
  if (select.program !== undefined && rule.program?.toLowerCase() !== select.program.toLowerCase()) return false
  return select.service === undefined || rule.service?.toLowerCase() === select.service.toLowerCase()
}

function sameGroup(a: string, b: string, predefined: Predefined): boolean {
  const id = predefined.groupOf(a)
  return id !== undefined && id === predefined.groupOf(b)
}
