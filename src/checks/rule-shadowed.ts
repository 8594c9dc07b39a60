import type { Check, Locale } from '../model/facts.ts'
import { ruleTitle } from '../model/rules.ts'
import type { Shadow } from '../model/shadows.ts'
import type { Rule } from '../model/types.ts'
import { isBroad } from './shared/active.ts'
import { uselessDraft, uselessRules } from './shared/shadows.ts'
import { listText } from './shared/traffic.ts'

/** A rule can never matter, because of another one or of several together. */
export const ruleShadowed: Check = {
  code: 'rule-shadowed',
  severity: 'warning',
  *run(facts) {
    const say = WORDS[facts.locale]
    for (const useless of uselessRules(facts)) {
      if (useless.kind !== 'shadowed') continue
      const { rule, by } = useless
      const names = by.slice(0, 3).map(other => `"${ruleTitle(other)}"`)
      if (by.length > 3) names.push(say.more(by.length - 3))
      const defeated = rule.action === 'allow' && by.some(other => other.action === 'block')
      const message = say.never(ruleTitle(rule), say[doing(by)](listText(names, facts.locale), by.length > 1, defeated))
      yield uselessDraft(useless, facts.locale, message, remedyFor(useless, defeated, say))
    }
  },
}

/** Beside a rule that lets everything in, the narrow one is the one to keep. */
function remedyFor({ rule, by }: Shadow, defeated: boolean, say: (typeof WORDS)[Locale]): string {
  const broad = rule.action === 'allow' ? by.find(other => other.action === 'allow' && isBroad(other)) : undefined
  if (broad) return say.narrowBroad(ruleTitle(broad), ruleTitle(rule))
  return defeated ? say.narrow(ruleTitle(rule)) : say.remove(ruleTitle(rule))
}
const doing = (by: readonly Rule[]): 'allow' | 'block' | 'both' =>
  by.every(rule => rule.action === 'block') ? 'block' : by.every(rule => rule.action === 'allow') ? 'allow' : 'both'

const WORDS = {
  en: {
    never: (name: string, why: string) => `The rule "${name}" can never matter: ${why}.`,
    allow: (names: string, many: boolean, _: boolean) => (many ? `${names} together already allow all of it` : `${names} already allows all of it`),
    block: (names: string, many: boolean, defeated: boolean) =>
      many ? `${names} together ${defeated ? '' : 'already '}block all of it` : `${names} ${defeated ? '' : 'already '}blocks all of it`,
    both: (names: string, _many: boolean, _: boolean) => `${names} together allow or block all of it`,
    more: (count: number) => `${count} more`,
    remove: (name: string) => `Remove "${name}", or change it if it was meant to say something else.`,
    narrowBroad: (broad: string, name: string) => `Narrow or remove "${broad}", which lets everything in; then "${name}" counts again.`,
    narrow: (name: string) => `Remove "${name}", or narrow the block rule so that it spares this traffic; no allow rule wins over it.`,
  },
  ko: {
    never: (name: string, why: string) => `"${name}" 규칙은 아무 효과가 없습니다: ${why}.`,
    allow: (names: string, many: boolean, _: boolean) => `${names} 규칙이 ${many ? '함께 ' : ''}이미 모두 허용합니다`,
    block: (names: string, many: boolean, defeated: boolean) => `${names} 규칙이 ${many ? '함께 ' : ''}${defeated ? '' : '이미 '}모두 차단합니다`,
    both: (names: string, _many: boolean, _: boolean) => `${names} 규칙이 함께 모두 허용하거나 차단합니다`,
    more: (count: number) => `그 밖에 ${count}개`,
    remove: (name: string) => `"${name}" 규칙을 제거하거나, 다른 뜻이었다면 수정하십시오.`,
    narrowBroad: (broad: string, name: string) => `모든 연결을 허용하는 "${broad}" 규칙의 범위를 좁히거나 제거하십시오. 그러면 "${name}" 규칙이 다시 효과를 냅니다.`,
    narrow: (name: string) => `"${name}" 규칙을 제거하거나, 이 트래픽을 제외하도록 차단 규칙의 범위를 좁히십시오. 허용 규칙은 차단 규칙보다 우선하지 않습니다.`,
  },
} satisfies Record<Locale, unknown>
