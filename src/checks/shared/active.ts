import type { Facts, TargetFacts } from '../../model/facts.ts'
import type { Rule } from '../../model/types.ts'

/**
 * The allow rules that Windows enforces somewhere and of which `judged` says something; each is asked about once, with the first target
 * that holds it. Nobody wrote the predefined ones, so they are left out.
 */
export function* activeAllows<Said>(
  { targets }: Facts, judged: (rule: Rule, target: TargetFacts) => Said | undefined,
): Iterable<{ rule: Rule; target: TargetFacts; said: Said }> {
  const seen = new Set<readonly Rule[]>()
  for (const target of targets) {
    for (const { kind, rules, ignoredIn } of target.policy.groups) {
      if (kind === 'predefined' || seen.has(rules)) continue
      seen.add(rules)
      for (let i = 0; i < rules.length; i++) {
        const rule = rules[i] as Rule
        if (rule.action !== 'allow' || rule.enabled !== true || rule.malformed !== undefined || (rule.profiles & ~ignoredIn) === 0) continue
        const said = judged(rule, target)
        if (said !== undefined) yield { rule, target, said }
      }
    }
  }
}
