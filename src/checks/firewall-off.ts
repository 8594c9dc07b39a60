import type { Check, Locale } from '../model/facts.ts'
import { PROFILES, profileBit } from '../model/rules.ts'
import { profileText } from './shared/traffic.ts'

/** The firewall of a profile is off, or lets everything in by default: nothing can be missing then, and everything is open ([MS-FASP] 2.2.38). */
export const firewallOff: Check = {
  code: 'firewall-off',
  severity: 'notice',
  *run({ targets, locale }) {
    const say = WORDS[locale]
    for (const { policy } of targets) {
      const told = new Map<string, { profiles: number; setting: NonNullable<(typeof policy.profiles)['domain']['from']['enabled']>; off: boolean }>()
      for (const profile of PROFILES) {
        const { enabled, defaultInbound, blockAllInbound, from } = policy.profiles[profile]
        const off = !enabled
        // "Block all connections" leaves nothing of that default.
        const setting = off ? from.enabled : defaultInbound === 'allow' && !blockAllInbound ? from.defaultInbound : undefined
        if (!setting) continue
        const key = `${setting.source.origin.path} ${setting.source.start} ${off}`
        const held = told.get(key)
        told.set(key, { profiles: (held?.profiles ?? 0) | profileBit(profile), setting, off })
      }
      for (const { profiles, setting, off } of told.values()) {
        yield {
          target: policy.target.name, identity: `${profiles} ${off}`, span: setting.source,
          message: off ? say.off(profileText(profiles, locale)) : say.allow(profileText(profiles, locale)), remedy: off ? say.on : say.block,
        }
      }
    }
  },
}

const WORDS = {
  en: {
    off: (profile: string) => `The firewall is off on the ${profile}: everything passes, whatever the rules say.`,
    allow: (profile: string) => `Inbound traffic is allowed by default on the ${profile}: everything passes that no rule blocks.`,
    on: 'Switch the firewall on (EnableFirewall = 1); the requirements are then checked for that profile.',
    block: 'Block inbound traffic by default (DefaultInboundAction = 1); the requirements are then checked for that profile.',
  },
  ko: {
    off: (profile: string) => `${profile}에서 방화벽이 꺼져 있어 규칙과 관계없이 모든 트래픽이 통과합니다.`,
    allow: (profile: string) => `${profile}에서 인바운드 트래픽이 기본적으로 허용되어 차단 규칙이 없는 모든 트래픽이 통과합니다.`,
    on: '방화벽을 켜십시오(EnableFirewall = 1). 그러면 이 프로필의 요구 사항이 검사됩니다.',
    block: '인바운드 트래픽을 기본적으로 차단하십시오(DefaultInboundAction = 1). 그러면 이 프로필의 요구 사항이 검사됩니다.',
  },
} satisfies Record<Locale, unknown>
