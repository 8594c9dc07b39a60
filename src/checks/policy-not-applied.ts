import type { Check, Locale } from '../model/facts.ts'
import type { Layer, Span } from '../model/types.ts'

/** The GPO's computer half, or every link of it, is switched off: its rules do nothing ([MS-GPOL]). A notice where clients may pass it over ([MS-GPREG] 3.2.5.1). */
export const policyNotApplied: Check = {
  code: 'policy-not-applied',
  severity: 'warning',
  *run({ targets, locale }) {
    const told = new Set<string>()
    for (const { policy } of targets) {
      for (const layer of policy.target.layers) {
        const { gpo } = layer
        const skipped = gpo?.registryExtension === false ? 'extension' as const : gpo?.machineVersion === 0 ? 'version' as const : undefined
        if (!skipped || told.has(layer.path) || layer.parts.every(part => part.rules.length === 0) || policy.notApplied.some(n => n.layer === layer)) continue
        told.add(layer.path)
        const say = WORDS[locale]
        yield {
          severity: 'notice', target: policy.target.name, identity: `${gpo?.guid ?? layer.name} ${skipped}`, span: gpo?.source ?? firstSpan(layer),
          message: say[skipped](gpo?.name ?? layer.name), remedy: say.save,
        }
      }
      for (const { layer, why } of policy.notApplied) {
        // Files of one GPO are off together, while a report can hold several GPOs.
        const key = layer.gpo?.guid?.toLowerCase() ?? `${layer.path} ${layer.name}`
        if (told.has(key)) continue
        told.add(key)
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
    half: (name: string) => `The computer half of the GPO "${name}" is disabled, so none of its firewall rules and settings applies.`,
    links: (name: string) => `Every link of the GPO "${name}" is disabled, so none of its firewall rules and settings applies.`,
    extension: (name: string) => `The GPO "${name}" does not name the registry extension for computers, so clients may pass over its registry.pol.`,
    version: (name: string) => `The computer version of the GPO "${name}" is 0, as if nobody had ever saved it, so clients may pass over its registry.pol.`,
    save: 'Save the firewall settings once more in the Group Policy editor and back the GPO up again.',
    enable: 'Enable the computer settings of the GPO, or take it out of the target\'s layers.',
    link: 'Enable a link of the GPO, or take it out of the target\'s layers.',
  },
  ko: {
    half: (name: string) => `GPO "${name}"의 컴퓨터 설정이 사용 안 함이므로 방화벽 규칙과 설정이 하나도 적용되지 않습니다.`,
    links: (name: string) => `GPO "${name}"의 모든 연결이 사용 안 함이므로 방화벽 규칙과 설정이 하나도 적용되지 않습니다.`,
    extension: (name: string) => `GPO "${name}"에 컴퓨터용 레지스트리 확장이 없어 클라이언트가 registry.pol을 건너뛸 수 있습니다.`,
    version: (name: string) => `GPO "${name}"의 컴퓨터 버전이 0이므로 클라이언트가 registry.pol을 건너뛸 수 있습니다.`,
    save: '그룹 정책 편집기에서 방화벽 설정을 다시 저장하고 GPO를 다시 백업하십시오.',
    enable: 'GPO의 컴퓨터 설정을 사용하도록 하거나 대상의 계층에서 빼십시오.',
    link: 'GPO의 연결을 사용하도록 하거나 대상의 계층에서 빼십시오.',
  },
} satisfies Record<Locale, unknown>
