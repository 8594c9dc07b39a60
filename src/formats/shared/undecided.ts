import type { Rule } from '../../model/types.ts'

/** So many unknown attributes and conditions a rule collects: it is uncertain with fewer already. */
export const MOST_UNMODELLED = 100

const WORDS = ['direction', 'action', 'enabled', 'protocol'] as const

/**
 * What of a rule is not known, in words. No file can say "perhaps", so a writer leaves such a rule out or switches it off: written without
 * these it would open more than it did.
 */
export function undecided(rule: Rule): readonly string[] {
  return [
    ...WORDS.filter(word => rule[word] === 'unknown').map(word => `${word}=unknown`),
    ...[rule.localPorts, rule.remotePorts, rule.localAddresses, rule.remoteAddresses].flatMap(set => set.unresolved),
    ...(rule.malformed === undefined ? [] : ['malformed']),
  ]
}
