import type { Check, Locale } from '../model/facts.ts'
import { ruleTitle } from '../model/rules.ts'
import { uselessDraft, uselessRules } from './shared/shadows.ts'

/** The same rule stands twice; the later one is told of. */
export const ruleDuplicate: Check = {
  code: 'rule-duplicate',
  severity: 'notice',
  *run(facts) {
    const say = WORDS[facts.locale]
    for (const useless of uselessRules(facts)) {
      const [first] = useless.by
      if (useless.kind !== 'duplicate' || !first) continue
      const { name } = useless.rule
      yield uselessDraft(useless, facts.locale, name === first.name ? say.twice(ruleTitle(useless.rule)) : say.same(ruleTitle(useless.rule), ruleTitle(first)), say.remedy)
    }
  },
}

const WORDS = {
  en: {
    twice: (name: string) => `The rule "${name}" stands twice with the same content.`,
    same: (name: string, first: string) => `The rule "${name}" repeats "${first}": both match the same traffic and do the same.`,
    remedy: 'Remove one of the two.',
  },
  ko: {
    twice: (name: string) => `"${name}" 규칙이 같은 내용으로 두 번 있습니다.`,
    same: (name: string, first: string) => `"${name}" 규칙은 "${first}" 규칙과 중복됩니다. 두 규칙은 같은 트래픽에 같은 동작을 합니다.`,
    remedy: '둘 중 하나를 제거하십시오.',
  },
} satisfies Record<Locale, unknown>
