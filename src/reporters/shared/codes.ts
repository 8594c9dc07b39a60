import type { Severity } from '../../model/types.ts'

/** One finding code as outputs introduce it: the page `docs/codes/<code>.md` says the rest. */
export interface CodeInfo {
  readonly title: string
  readonly titleKo: string
  /** `requirement`: as grave as the requirement that is not met. */
  readonly severity: Severity | 'requirement'
}

const CODES: Record<string, CodeInfo> = {
  'file-unreadable': { title: 'A policy file cannot be read', titleKo: '정책 파일을 읽을 수 없음', severity: 'error' },
  'firewall-off': { title: 'The firewall lets everything pass', titleKo: '방화벽이 모든 트래픽을 허용함', severity: 'notice' },
  'ignore-expired': { title: 'An ignore entry has expired', titleKo: '무시 항목이 만료됨', severity: 'warning' },
  'ignore-unused': { title: 'An ignore entry silences nothing', titleKo: '무시 항목이 아무것도 숨기지 않음', severity: 'notice' },
  'local-rules-ignored': { title: 'Policy makes Windows ignore local rules', titleKo: '정책 때문에 Windows가 로컬 규칙을 무시함', severity: 'warning' },
  'policy-conflict': { title: 'Two layers disagree and one silently wins', titleKo: '두 계층이 충돌하여 하나가 조용히 우선함', severity: 'warning' },
  'policy-not-applied': { title: 'The GPO does not apply', titleKo: 'GPO가 적용되지 않음', severity: 'warning' },
  'port-mismatch': { title: 'Rules open the default port, the site uses another', titleKo: '규칙은 기본 포트를 열지만 사이트는 다른 포트를 사용함', severity: 'requirement' },
  'report-mismatch': { title: 'gpreport.xml and registry.pol disagree', titleKo: 'gpreport.xml과 registry.pol의 내용이 다름', severity: 'warning' },
  'requirement-blocked': { title: 'Allowed by a rule, and blocked after all', titleKo: '규칙이 허용하지만 결국 차단됨', severity: 'requirement' },
  'requirement-missing': { title: 'Nothing lets needed traffic through', titleKo: '필요한 트래픽을 허용하는 규칙이 없음', severity: 'requirement' },
  'requirement-partial': { title: 'Only a part of needed traffic passes', titleKo: '필요한 트래픽의 일부만 통과함', severity: 'requirement' },
  'requirement-unverifiable': { title: 'The files do not decide whether traffic passes', titleKo: '파일만으로는 통과 여부를 판단할 수 없음', severity: 'notice' },
  'rule-duplicate': { title: 'The same rule stands twice', titleKo: '같은 규칙이 두 번 있음', severity: 'notice' },
  'rule-malformed': { title: 'Windows would drop or misread this rule', titleKo: 'Windows가 이 규칙을 버리거나 잘못 읽음', severity: 'error' },
  'rule-obsolete': { title: 'Names something that current clients no longer have', titleKo: '현재 클라이언트에 더 이상 없는 것을 가리킴', severity: 'notice' },
  'rule-shadowed': { title: 'The rule can never matter', titleKo: '규칙이 아무 효과도 없음', severity: 'warning' },
  'rule-too-broad': { title: 'Any program may be reached on any port', titleKo: '모든 프로그램의 모든 포트가 열려 있음', severity: 'warning' },
  'rule-unneeded': { title: 'Opens on a client what only a server listens on', titleKo: '서버만 수신하는 포트를 클라이언트에서 엶', severity: 'notice' },
  'site-settings-invalid': { title: 'The site settings contradict the product or themselves', titleKo: '사이트 설정이 제품 또는 자기 자신과 모순됨', severity: 'error' },
}

export const codeInfo: ReadonlyMap<string, CodeInfo> = new Map(Object.entries(CODES))
/** Where the page of a code can be read. */
export const codePage = (code: string): string => `https://github.com/contoso/configmgr-firewall-lint/blob/main/docs/codes/${code}.md`
