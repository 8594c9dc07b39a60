import type { Check, Locale } from '../model/facts.ts'
import { advised, type AdviceWords } from './shared/active.ts'

/** Opens on a client what only a server listens on. What that is stands in the pack. */
export const ruleUnneeded: Check = {
  code: 'rule-unneeded',
  severity: 'notice',
  run: facts => advised(facts, target => target.unneeded, WORDS[facts.locale]),
}

const WORDS = {
  en: { is: (name: string, why: string) => `The rule "${name}" opens a port that Configuration Manager does not need open here: ${why}.`, remedy: 'Remove the rule, unless something else needs it.' },
  ko: { is: (name: string, why: string) => `"${name}" 규칙은 여기에서 Configuration Manager에 필요하지 않은 포트를 엽니다: ${why}.`, remedy: '다른 곳에 필요하지 않으면 규칙을 제거하십시오.' },
} satisfies Record<Locale, AdviceWords>
