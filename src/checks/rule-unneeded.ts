import type { Check, Locale } from '../model/facts.ts'
import { advised, type AdviceWords } from './shared/active.ts'

/** Opens on a client what only a server listens on. What that is stands in the pack. */
export const ruleUnneeded: Check = {
  code: 'rule-unneeded',
  severity: 'notice',
  run: facts => advised(facts, target => target.unneeded, WORDS[facts.locale]),
}

const WORDS = {
  en: { is: (name: string, why: string) => `The rule "${name}" opens a port that needs no opening here: ${why}.`, remedy: 'Remove the rule; the connection is opened from the client.' },
  ko: { is: (name: string, why: string) => `"${name}" 규칙은 여기에서 열 필요가 없는 포트를 엽니다: ${why}.`, remedy: '규칙을 제거하십시오. 연결은 클라이언트가 시작합니다.' },
} satisfies Record<Locale, AdviceWords>
