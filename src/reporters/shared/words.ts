import type { RenderContext, RequirementStatus, Titles } from '../../model/report.ts'
import type { Severity } from '../../model/types.ts'

/** The few words that reporters add to what findings say. */
export interface Words {
  readonly titles: Titles
  readonly severity: Record<Severity, string>
  readonly status: Record<RequirementStatus, string>
  readonly remedy: string
  readonly related: string
  readonly needs: string
  readonly target: string
  readonly requirement: string
  readonly feature: string
  readonly statusTitle: string
  readonly by: string
  readonly findings: string
  readonly assumptions: string
  readonly needsByTarget: string
  readonly verdictGood: string
  readonly verdictBad: (errors: number, warnings: number) => string
  readonly verdictFair: (warnings: number, notices: number) => string
  readonly counts: (error: number, warning: number, notice: number) => string
  readonly met: (satisfied: number, required: number) => string
  readonly suppressed: (n: number) => string
  readonly files: (n: number, rules: number) => string
  readonly noFiles: string
  /** The verdict of a run that read no policy file, and what a person can do about it. */
  readonly verdictNone: string
  readonly whereNext: string
  readonly more: (n: number, where: string | undefined) => string
  readonly left: (n: number) => string
  readonly changes: (cut: number, opened: number, mended: number, dropped: number, brought: number) => string
  readonly cutTitle: string
  readonly openedTitle: string
  readonly mendedTitle: string
  readonly droppedTitle: string
  readonly opens: Record<'firewall-off' | 'default-allow', string>
  readonly anyProtocol: string
  readonly anyPort: string
  readonly anyAddress: string
  readonly wasThere: string
}

const s = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
const AS_IDS: Titles = { feature: id => id, role: id => id }
const en: Words = {
  titles: AS_IDS,
  severity: { error: 'error', warning: 'warning', notice: 'notice' },
  status: {
    satisfied: 'met', partial: 'met in part', missing: 'missing', blocked: 'blocked', unverifiable: 'cannot be decided', 'not-applicable': 'not needed',
  },
  remedy: 'Remedy', related: 'See also', needs: 'Needed for', target: 'Target', requirement: 'Need', feature: 'Feature', statusTitle: 'Status', by: 'By',
  findings: 'Findings', assumptions: 'Assumed', needsByTarget: 'Needs by target',
  verdictGood: 'The policy lets Configuration Manager through.',
  verdictBad: (errors, warnings) => `The policy stops Configuration Manager: ${s(errors, 'error')}, ${s(warnings, 'warning')}.`,
  verdictFair: (warnings, notices) => `No error: ${s(warnings, 'warning')}, ${s(notices, 'notice')}.`,
  counts: (error, warning, notice) => `${s(error, 'error')}, ${s(warning, 'warning')}, ${s(notice, 'notice')}`,
  met: (satisfied, required) => `${satisfied} of ${s(required, 'need')} met`,
  suppressed: n => `${n} suppressed`,
  files: (n, rules) => `${s(rules, 'rule')} in ${s(n, 'policy file')}`,
  noFiles: 'no policy file found',
  verdictNone: 'Nothing was checked.',
  whereNext: 'No file here is a firewall policy in a form that this tool reads. Name the folder that holds the policy, or export the policy again: on a computer with '
    + '"netsh advfirewall export policy.wfw", from Group Policy as a backup or with "Get-GPOReport -ReportType Xml". A table of rules (CSV) is read when its columns have the '
    + 'names that Get-NetFirewallRule and its filters use: DisplayName, Enabled, Direction, Action, Profile, Protocol, LocalPort, RemotePort, RemoteAddress, Program, Service.',
  more: (n, where) => `${s(n, 'more finding')} of this kind${where === undefined ? '' : `: see ${where}`}`,
  left: n => `${s(n, 'more finding')} left out here; the JSON report has them all.`,
  changes: (cut, opened, mended, dropped, brought) =>
    `This change: cuts ${s(cut, 'need')}, opens ${opened}, mends ${mended}${dropped === 0 ? '' : `, and no longer asks for ${s(dropped, 'need')}`}${brought === 0 ? '' : `; ${s(brought, 'new finding')}`}`,
  cutTitle: 'Cut by this change', openedTitle: 'Opened by this change', mendedTitle: 'Mended by this change', droppedTitle: 'No longer asked for',
  opens: { 'firewall-off': 'the firewall is switched off', 'default-allow': 'inbound traffic is allowed by default' },
  anyProtocol: 'any protocol', anyPort: 'any port', anyAddress: 'any address',
  wasThere: 'was there before',
}
const ko: Words = {
  titles: AS_IDS,
  severity: { error: '오류', warning: '경고', notice: '알림' },
  status: {
    satisfied: '충족', partial: '일부 충족', missing: '없음', blocked: '차단됨', unverifiable: '판단 불가', 'not-applicable': '해당 없음',
  },
  remedy: '해결 방법', related: '참고', needs: '필요한 기능', target: '대상', requirement: '요구 사항', feature: '기능', statusTitle: '상태', by: '근거 규칙',
  findings: '검사 결과', assumptions: '가정', needsByTarget: '대상별 요구 사항',
  verdictGood: '정책이 Configuration Manager 트래픽을 허용합니다.',
  verdictBad: (errors, warnings) => `정책이 Configuration Manager 트래픽을 막습니다. 오류 ${errors}개, 경고 ${warnings}개.`,
  verdictFair: (warnings, notices) => `오류 없음. 경고 ${warnings}개, 알림 ${notices}개.`,
  counts: (error, warning, notice) => `오류 ${error}개, 경고 ${warning}개, 알림 ${notice}개`,
  met: (satisfied, required) => `요구 사항 ${required}개 중 ${satisfied}개 충족`,
  suppressed: n => `숨김 ${n}개`,
  files: (n, rules) => `정책 파일 ${n}개, 규칙 ${rules}개`,
  noFiles: '정책 파일 없음',
  verdictNone: '검사한 정책이 없습니다.',
  whereNext: '이 도구가 읽을 수 있는 형식의 방화벽 정책 파일이 없습니다. 정책이 있는 폴더를 지정하거나 정책을 다시 내보내십시오. 컴퓨터에서는 '
    + '"netsh advfirewall export policy.wfw", 그룹 정책에서는 백업 또는 "Get-GPOReport -ReportType Xml"을 사용합니다. 규칙 표(CSV)는 열 이름이 Get-NetFirewallRule과 '
    + '필터의 속성 이름(DisplayName, Enabled, Direction, Action, Profile, Protocol, LocalPort, RemotePort, RemoteAddress, Program, Service)일 때 읽을 수 있습니다.',
  more: (n, where) => `같은 수준의 결과가 ${n}개 더 있습니다${where === undefined ? '.' : `: ${where}`}`,
  left: n => `결과 ${n}개를 생략했습니다. 전체 결과는 JSON 보고서에 있습니다.`,
  changes: (cut, opened, mended, dropped, brought) =>
    `이 변경: 요구 사항 ${cut}개 차단, ${opened}개 개방, ${mended}개 해결${dropped === 0 ? '' : `, 요구 사항 ${dropped}개는 더 이상 검사하지 않음`}${brought === 0 ? '' : `; 새 결과 ${brought}개`}`,
  cutTitle: '이 변경으로 차단됨', openedTitle: '이 변경으로 열림', mendedTitle: '이 변경으로 해결됨', droppedTitle: '더 이상 검사하지 않음',
  opens: { 'firewall-off': '방화벽이 꺼짐', 'default-allow': '인바운드 트래픽이 기본적으로 허용됨' },
  anyProtocol: '모든 프로토콜', anyPort: '모든 포트', anyAddress: '모든 주소',
  wasThere: '이전부터 있음',
}
export const words: Record<'en' | 'ko', Words> = { en, ko }
/** The words of one output, with the titles that it is given. */
export const wordsOf = ({ locale, titles }: Pick<RenderContext, 'locale' | 'titles'>): Words => (titles ? { ...words[locale], titles } : words[locale])
