import type { Facts, TargetFacts } from '../../model/facts.ts'
import type { Rule } from '../../model/types.ts'

/**
 * Rules that Windows enforces somewhere, each once, with the first target that holds them. Nobody wrote the predefined ones, so they are left
 * out. List by list, for a large policy is one of a hundred thousand rules.
 */
export function* activeRules({ targets }: Facts): Iterable<{ rules: readonly Rule[]; target: TargetFacts }> {
  const seen = new Set<readonly Rule[]>()
  for (const target of targets) {
    for (const group of target.policy.groups) {
      if (group.kind === 'predefined' || seen.has(group.rules)) continue
      seen.add(group.rules)
      yield { rules: group.rules.filter(rule => rule.enabled === true && rule.malformed === undefined && (rule.profiles & ~group.ignoredIn) !== 0), target }
    }
  }
}
