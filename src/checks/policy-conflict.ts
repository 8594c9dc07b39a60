import type { Check, Locale } from '../model/facts.ts'
import { profileBit, ruleTitle } from '../model/rules.ts'
import type { ProfileSettings } from '../model/types.ts'
import { profileText } from './shared/traffic.ts'

/** Two layers disagree and one silently wins: a rule id with other content, or a value whose loss changes a verdict. */
export const policyConflict: Check = {
  code: 'policy-conflict',
  severity: 'warning',
  *run({ targets, locale }) {
    const say = WORDS[locale]
    for (const target of targets) {
      const { policy } = target
      for (const { winner, loser, filter } of policy.replaced) {
        yield {
          target: policy.target.name, identity: winner.id ?? winner.name, span: winner.source, related: [{ span: loser.source, message: filter === undefined ? say.loses : say.losesThere }],
          message: filter === undefined ? say.rule(ruleTitle(winner), loser.source.origin.path) : say.filtered(ruleTitle(winner), loser.source.origin.path, filter), remedy: say.otherId,
        }
      }
      for (const conflict of policy.overridden) {
        const requirements = target.changedBy(conflict)
        if (requirements.length === 0) continue
        yield {
          target: policy.target.name, requirements, identity: `${conflict.profile} ${conflict.setting}`, span: conflict.winner.source,
          related: [{ span: conflict.loser.source, message: say.loses }],
          message: say.value(VALUES[conflict.setting], profileText(profileBit(conflict.profile), locale), requirements.length), remedy: say.agree,
        }
      }
    }
  },
}

const VALUES: Readonly<Record<keyof ProfileSettings, string>> = {
  enabled: 'EnableFirewall', defaultInbound: 'DefaultInboundAction', defaultOutbound: 'DefaultOutboundAction', allowLocalRules: 'AllowLocalPolicyMerge',
  blockAllInbound: 'DoNotAllowExceptions', allowUserApps: 'AllowUserPrefMerge', allowUserPorts: 'AllowUserPrefMerge',
}
const WORDS = {
  en: {
    rule: (name: string, path: string) => `The rule "${name}" has the same id as another rule in ${path}; this one replaces it as a whole.`,
    filtered: (name: string, path: string, filter: string) => `The rule "${name}" has the same id as another rule in ${path}; where the ${filter} lets this GPO apply, it replaces that one as a whole.`,
    value: (name: string, profile: string, count: number) => `${name} of the ${profile} overrides another value in a lower layer, and that decides ${count} ${count === 1 ? 'requirement' : 'requirements'}.`,
    loses: 'This one loses.',
    losesThere: 'This one loses there.',
    otherId: 'Give one of the rules another id so that both apply, or delete the one that is not meant.',
    agree: 'Set the same value in both layers, or remove it from the one that is not meant to decide.',
  },
  ko: {
    rule: (name: string, path: string) => `"${name}" 규칙은 ${path}의 다른 규칙과 ID가 같아 그 규칙 전체를 대체합니다.`,
    filtered: (name: string, path: string, filter: string) => `"${name}" 규칙은 ${path}의 다른 규칙과 ID가 같아, 이 GPO가 적용되는 컴퓨터(${filter})에서는 그 규칙 전체를 대체합니다.`,
    value: (name: string, profile: string, count: number) => `${profile}의 ${name} 값이 하위 계층의 다른 값을 덮어쓰며 요구 사항 ${count}개의 결과를 바꿉니다.`,
    loses: '이쪽은 적용되지 않습니다.',
    losesThere: '그곳에서는 이쪽이 적용되지 않습니다.',
    otherId: '두 규칙이 모두 적용되도록 한쪽의 ID를 바꾸거나 의도하지 않은 규칙을 삭제하십시오.',
    agree: '두 계층에 같은 값을 설정하거나 의도하지 않은 쪽의 값을 제거하십시오.',
  },
} satisfies Record<Locale, unknown>
