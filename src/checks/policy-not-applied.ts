import type { Check, Locale } from '../model/facts.ts'
import type { Layer, Span } from '../model/types.ts'

/** The GPO's computer half, or every link of it, is switched off: its rules do nothing ([MS-GPOL]). */
export const policyNotApplied: Check = {
  code: 'policy-not-applied',
  severity: 'warning',
  *run({ targets, locale }) {
    const told = new Set<string>()
    for (const { policy } of targets) {
      for (const { layer, why } of policy.notApplied) {
        if (told.has(layer.path)) continue
        told.add(layer.path)
        const say = WORDS[locale]
        const name = layer.gpo?.name ?? layer.name
        yield {
          target: policy.target.name, identity: layer.gpo?.guid ?? layer.name, span: layer.gpo?.source ?? firstSpan(layer),
          message: why === 'links' ? say.links(name) : say.half(name), remedy: why === 'links' ? say.link : say.enable,
        }
      }
    }
  },
}

/** Where the layer begins, when nothing says which line switches it off. */
function firstSpan(layer: Layer): Span {
  const rule = layer.parts.flatMap(part => part.rules.slice(0, 1))[0]
  const place = { path: layer.path, line: 1, column: 1, endLine: 1, endColumn: 1 }
  return rule?.source ?? { origin: { path: layer.path, place: () => place, line: () => undefined }, start: 0, end: 0 }
}

const WORDS = {
  en: {
    half: (name: string) => `The computer half of the GPO "${name}" is disabled, so none of its firewall rules applies.`,
    links: (name: string) => `Every link of the GPO "${name}" is disabled, so none of its firewall rules applies.`,
    enable: 'Enable the computer settings of the GPO, or take it out of the target\'s layers.',
    link: 'Enable a link of the GPO, or take it out of the target\'s layers.',
  },
  ko: {
    half: (name: string) => `GPO "${name}"의 컴퓨터 설정이 사용 안 함이므로 방화벽 규칙이 하나도 적용되지 않습니다.`,
    links: (name: string) => `GPO "${name}"의 모든 연결이 사용 안 함이므로 방화벽 규칙이 하나도 적용되지 않습니다.`,
    enable: 'GPO의 컴퓨터 설정을 사용하도록 하거나 대상의 계층에서 빼십시오.',
    link: 'GPO의 연결을 사용하도록 하거나 대상의 계층에서 빼십시오.',
  },
} satisfies Record<Locale, unknown>
