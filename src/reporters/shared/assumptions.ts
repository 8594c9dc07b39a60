import type { Locale } from '../../model/facts.ts'

// The report's own words are English and stay as they are in JSON, so that programs can go by them.
const FEATURES = /^features are assumed: (no config|the config names none)$/
const SCOPES = /^explicit address scopes are taken as meant where site\.systems does not place the other end \(targets? (.*?)(?: and (\d+) more)?\)$/
const LOWERED = /^this change lowers the severity of ([\w-]+): until it is merged the one of the base commit counts$/

const KOREAN: ReadonlyMap<string, string> = new Map([
  ['the search for shadowed rules was cut short: the rules are made so that it would not end', '가려진 규칙 검색을 도중에 멈췄습니다. 끝나지 않도록 만들어진 규칙들입니다'],
  ['the older tree has no config, so it is not said what needs this change cuts', '이전 트리에 구성 파일이 없어 이 변경으로 차단되는 요구 사항은 표시하지 않습니다'],
  ['this change removes the targets from the config, so it is not said what it opens', '이 변경이 구성 파일에서 대상을 제거하므로 무엇이 열리는지는 표시하지 않습니다'],
  ['the search for what this change opens was cut short, for it changes very many rules on the same ports', '이 변경이 같은 포트의 규칙을 매우 많이 바꾸므로 무엇이 열리는지에 대한 검색을 도중에 멈췄습니다'],
])

/** An assumption of the report for people: in their language, and with what would take its place. */
export function assumptionText(assumption: string, locale: Locale): string {
  const features = FEATURES.exec(assumption)
  if (features) {
    const none = features[1] === 'no config'
    return locale === 'ko'
      ? `사용하는 기능을 가정함: ${none ? '구성 파일이 없습니다' : '구성 파일에 기능이 없습니다'}. 구성 파일의 "features"나 같은 이름의 옵션 또는 입력으로 지정하십시오. 그때까지 누락된 항목은 최대 경고입니다`
      : `${assumption}. Name those in use ("features" of a config, the option or the input): until then what is missing is at most a warning`
  }
  if (locale === 'en') return assumption
  const scopes = SCOPES.exec(assumption)
  if (scopes) return `site.systems가 상대의 위치를 알려 주지 않는 곳에서는 명시된 주소 범위를 의도한 것으로 봅니다(대상: ${scopes[1] ?? ''}${scopes[2] === undefined ? '' : ` 외 ${scopes[2]}개`})`
  const lowered = LOWERED.exec(assumption)
  return lowered ? `이 변경은 ${lowered[1] ?? ''}의 심각도를 낮춥니다. 병합될 때까지 기준 커밋의 심각도가 적용됩니다` : (KOREAN.get(assumption) ?? assumption)
}
