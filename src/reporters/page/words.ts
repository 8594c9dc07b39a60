import type { Packet, Severity } from '../../model/types.ts'

/** What only the page says; the rest is in `shared/words.ts`. */
export interface PageWords {
  readonly skip: string
  readonly contents: string
  readonly changes: string
  readonly flows: string
  readonly flowsNote: string
  readonly flow: (name: string, broken: number, open: number, met: number) => string
  readonly moreFlows: (n: number) => string
  readonly moreTargets: (n: number) => string
  readonly matrixNote: (left: number) => string
  readonly evidence: (target: string) => string
  readonly filter: string
  readonly anyCode: string
  readonly code: string
  readonly search: string
  readonly clear: string
  readonly shown: (n: string, of: string) => string
  readonly none: string
  readonly noFindings: string
  readonly witness: string
  readonly packet: (packet: Packet) => string
  readonly exact: (from: number, to: number) => string
  readonly place: string
  readonly isNew: string
  readonly rest: (n: number) => string
  readonly suppressed: string
  readonly reason: string
  readonly until: (date: string) => string
  readonly files: string
  readonly file: string
  readonly format: string
  readonly rules: string
  readonly fileStatus: Record<'parsed' | 'skipped' | 'failed', string>
  readonly met: string
  readonly severities: Record<Severity, string>
  readonly origin: (version: string, pack: string, date: string) => string
}

const PROFILE = { domain: 'Domain', private: 'Private', public: 'Public' } as const
const PROFILE_KO = { domain: '도메인', private: '개인', public: '공용' } as const

const en: PageWords = {
  skip: 'Skip to the findings', contents: 'On this page', changes: 'What this change did', flows: 'Flows',
  flowsNote: 'An arrow points where the connection is opened. Dashed with a cross: cut; dotted: cannot be decided; solid: passes.',
  flow: (name, broken, open, met) => `Flows of ${name}: ${broken} cut, ${open} cannot be decided, ${met} pass`,
  moreFlows: n => `and ${n} more, see the table`, moreTargets: n => `${n} more targets are in the table only.`,
  matrixNote: left => `${left === 1 ? '1 need does' : `${left} needs do`} not apply here and ${left === 1 ? 'is' : 'are'} left out.`,
  evidence: target => `What decides the needs of ${target}`,
  filter: 'Filter', anyCode: 'all codes', code: 'Code', search: 'Text', clear: 'Show all',
  shown: (n, of) => `${n} of ${of} findings shown`, none: 'No finding fits the filter.', noFindings: 'No findings.',
  witness: 'For example',
  packet: ({ direction, protocol, localPort, remotePort, icmpType, remoteAddress, profile, program, service }) => {
    const inbound = direction === 'inbound'
    const what = `${inbound ? 'an inbound' : 'an outbound'} ${protocol.toUpperCase()} packet`
    const parts = [
      icmpType === undefined ? '' : `of type ${icmpType}`,
      localPort === undefined ? '' : `${inbound ? 'to' : 'from'} local port ${localPort}`,
      remotePort === undefined ? '' : `${inbound ? 'from' : 'to'} remote port ${remotePort}`,
      remoteAddress === undefined ? '' : `${inbound ? 'from' : 'to'} ${remoteAddress}`,
      program === undefined ? '' : `for the program ${program}`,
      service === undefined ? '' : `for the service ${service}`,
      `on the ${PROFILE[profile]} profile`,
    ]
    return [what, ...parts.filter(part => part !== '')].join(' ')
  },
  exact: (from, to) => (from === to ? `Exact change of line ${from}` : `Exact change of lines ${from} to ${to}`),
  place: 'Place', isNew: 'new',
  rest: n => `${n} more ${n === 1 ? 'finding' : 'findings'} in short`,
  suppressed: 'Suppressed', reason: 'Reason', until: date => `until ${date}`, files: 'Files', file: 'File', format: 'Format', rules: 'Rules',
  fileStatus: { parsed: 'read', skipped: 'skipped', failed: 'failed' },
  met: 'needs met', severities: { error: 'errors', warning: 'warnings', notice: 'notices' },
  origin: (version, pack, date) => `configmgr-firewall-lint ${version}; needs of ${pack} as of ${date}`,
}
const ko: PageWords = {
  skip: '검사 결과로 건너뛰기', contents: '이 페이지의 내용', changes: '이 변경의 영향', flows: '통신 흐름',
  flowsNote: '화살표는 연결을 여는 방향입니다. 파선과 가위표: 끊김, 점선: 판단 불가, 실선: 통과.',
  flow: (name, broken, open, met) => `${name}의 흐름: 끊김 ${broken}개, 판단 불가 ${open}개, 통과 ${met}개`,
  moreFlows: n => `그 밖에 ${n}개는 표 참조`, moreTargets: n => `나머지 대상 ${n}개는 표에만 있습니다.`,
  matrixNote: left => `여기에 해당하지 않는 요구 사항 ${left}개는 생략했습니다.`,
  evidence: target => `${target}: 요구 사항별 판단 근거`,
  filter: '필터', anyCode: '모든 코드', code: '코드', search: '텍스트', clear: '모두 표시',
  shown: (n, of) => `결과 ${of}개 중 ${n}개 표시`, none: '필터에 맞는 결과가 없습니다.', noFindings: '검사 결과가 없습니다.',
  witness: '예',
  packet: ({ direction, protocol, localPort, remotePort, icmpType, remoteAddress, profile, program, service }) => [
    `${PROFILE_KO[profile]} 프로필의 ${direction === 'inbound' ? '인바운드' : '아웃바운드'} ${protocol.toUpperCase()} 패킷`,
    icmpType === undefined ? '' : `유형 ${icmpType}`,
    localPort === undefined ? '' : `로컬 포트 ${localPort}`,
    remotePort === undefined ? '' : `원격 포트 ${remotePort}`,
    remoteAddress === undefined ? '' : `원격 주소 ${remoteAddress}`,
    program === undefined ? '' : `프로그램 ${program}`,
    service === undefined ? '' : `서비스 ${service}`,
  ].filter(part => part !== '').join(', '),
  exact: (from, to) => (from === to ? `${from}행의 정확한 변경` : `${from}~${to}행의 정확한 변경`),
  place: '위치', isNew: '새 결과',
  rest: n => `그 밖의 결과 ${n}개 요약`,
  suppressed: '숨긴 결과', reason: '이유', until: date => `${date}까지`, files: '파일', file: '파일', format: '형식', rules: '규칙',
  fileStatus: { parsed: '읽음', skipped: '건너뜀', failed: '실패' },
  met: '충족된 요구 사항', severities: { error: '오류', warning: '경고', notice: '알림' },
  origin: (version, pack, date) => `configmgr-firewall-lint ${version}, 요구 사항 ${pack} (${date})`,
}
export const pageWords: Record<'en' | 'ko', PageWords> = { en, ko }
