import type { Facts, TargetFacts } from '../../model/facts.ts'
import type { Rule } from '../../model/types.ts'

/** Rules that Windows enforces somewhere, each once, with the first target that holds it. Nobody wrote the predefined ones, so they are left out. */
export function* activeRules({ targets }: Facts): Iterable<{ rule: Rule; target: TargetFacts }> {
  const seen = new Set<readonly Rule[]>()
  for (const target of targets) {
    for (const group of target.policy.groups) {
      if (group.kind === 'predefined' || seen.has(group.rules)) continue
      seen.add(group.rules)
      for (const rule of group.rules) {
        if (rule.enabled === true && rule.malformed === undefined && (rule.profiles & ~group.ignoredIn) !== 0) yield { rule, target }
      }
    }
  }
}
