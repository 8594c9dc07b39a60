import type { Check, Locale } from '../model/facts.ts'
import { advised, type AdviceWords } from './shared/active.ts'

/** Names something that current clients no longer have. What that is stands in the pack. */
export const ruleObsolete: Check = {
  code: 'rule-obsolete',
  severity: 'notice',
  run: facts => advised(facts, target => target.obsolete, WORDS[facts.locale]),
}

const WORDS = {
  en: { is: (name: string, why: string) => `The rule "${name}" is for something that current clients no longer have: ${why}.`, remedy: 'Remove the rule, or replace it as said.' },
  ko: { is: (name: string, why: string) => `"${name}" 규칙은 현재 클라이언트에 없는 항목에 대한 것입니다: ${why}.`, remedy: '규칙을 제거하거나 설명대로 바꾸십시오.' },
} satisfies Record<Locale, AdviceWords>
