import type { Check, Locale } from '../model/facts.ts'
import { PROFILES, profileBit } from '../model/rules.ts'
import { listText, profileText } from './shared/traffic.ts'

/**
 * A client setting or Windows itself would open the port, but policy makes Windows ignore local rules, and no policy rule opens it.
 * Told apart from the gap: the gap names the missing rule, this names the switch.
 */
export const localRulesIgnored: Check = {
  code: 'local-rules-ignored',
  severity: 'warning',
  *run({ targets, locale, featureTitle }) {
    const say = WORDS[locale]
    for (const { policy, needs } of targets) {
      const profiles = PROFILES.filter(p => (policy.target.profiles & profileBit(p)) !== 0 && !policy.profiles[p].allowLocalRules)
      const setting = profiles.map(p => policy.profiles[p].from.allowLocalRules).find(Boolean)
      if (!setting) continue
      const lost = needs.filter(n => n.status !== 'satisfied' && n.status !== 'unverifiable' && n.cause?.reason !== 'local-rules-ignored')
        .flatMap(n => n.requirements.filter(r => r.autoConfigured !== undefined && r.severity !== 'informational'))
      if (lost.length === 0) continue
      const titles = [...new Set(lost.map(r => featureTitle(r.feature)))]
      yield {
        target: policy.target.name, requirements: [...new Set(lost.map(r => r.id))], features: [...new Set(lost.map(r => r.feature))],
        identity: setting.source.key ?? '', span: setting.source,
        message: say.ignored(profileText(profiles.reduce((set, p) => set | profileBit(p), 0), locale), listText(titles, locale)), remedy: say.remedy,
      }
    }
  },
}

const WORDS = {
  en: {
    ignored: (profile: string, features: string) => `Windows ignores local rules on the ${profile}, so the rules that Configuration Manager and Windows add by themselves for ${features} do not count.`,
    remedy: 'Put the rules into this policy, or let local rules count (AllowLocalPolicyMerge = 1).',
  },
  ko: {
    ignored: (profile: string, features: string) => `${profile}에서 Windows가 로컬 규칙을 무시하므로 Configuration Manager와 Windows가 스스로 추가하는 ${features} 규칙이 적용되지 않습니다.`,
    remedy: '이 정책에 규칙을 넣거나 로컬 규칙을 허용하십시오(AllowLocalPolicyMerge = 1).',
  },
} satisfies Record<Locale, unknown>
