import type { Failure } from './client.ts'

/** The places of GitHub that a run can post to. */
export type Place = 'check' | 'comment' | 'suggestions'

const PERMISSION: Record<Place, string> = { check: 'checks: write', comment: 'pull-requests: write', suggestions: 'pull-requests: write' }
const permissions = (places: readonly Place[]): string => [...new Set(places.map(place => PERMISSION[place]))].map(p => `"${p}"`).join(', ')

interface Words {
  denied(places: readonly Place[]): string
  readOnly(places: readonly Place[]): string
  failed(places: readonly Place[], failure: Failure): string
  readonly stands: string
  readonly unusable: string
  readonly noToken: string
  /** Where some annotations have no room. */
  left(shown: number, all: number): string
  readonly suggestionsIntro: string
}

const EN = { check: 'the check run', comment: 'the comment', suggestions: 'the suggestions' }
const list = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`)
const en: Words = {
  denied: places => `Not posted: ${list(places.map(p => EN[p]))}: the token may not. Give the job ${permissions(places)}, or switch them off with the inputs "check", "comment" and "suggestions".`,
  readOnly: places => `Not posted: ${list(places.map(p => EN[p]))}: GitHub gives runs for forks and Dependabot a token that only reads (it would take ${permissions(places)}).`,
  failed(places, failure) {
    const what = list(places.map(p => EN[p]))
    switch (failure.kind) {
      case 'token': return `Not posted: ${what}: GitHub does not know the token.`
      case 'rate-limit': return `Not posted, or not all: ${what}: the rate limit of the token is used up.`
      case 'no-answer': return `Not posted, or not all: ${what}: GitHub did not answer in time.`
      case 'server': return `Not posted, or not all: ${what}: GitHub answered ${failure.status}.`
      case 'refused': return `Not posted, or not all: ${what}: GitHub refused the request (${failure.status}).`
      default: return `Not posted: ${what}: the token may not.`
    }
  },
  stands: 'The verdict stands; the log, the job summary and the JSON report hold every finding.',
  unusable: 'Nothing was posted to GitHub: the connection cannot be set up. The verdict stands.',
  noToken: 'Nothing was posted to GitHub: there is no token. The verdict stands.',
  left: (shown, all) => `The first ${shown} of ${all} findings are annotated here; the JSON report has them all.`,
  suggestionsIntro: 'Firewall rules of this change that can be mended in place:',
}
const KO = { check: '검사 실행', comment: '댓글', suggestions: '수정 제안' }
const ko: Words = {
  denied: places => `게시하지 못함: ${places.map(p => KO[p]).join(', ')}: 토큰에 권한이 없습니다. 작업에 ${permissions(places)} 권한을 주거나 입력 "check", "comment", "suggestions"로 끄십시오.`,
  readOnly: places => `게시하지 못함: ${places.map(p => KO[p]).join(', ')}: 포크와 Dependabot 실행의 토큰은 읽기 전용입니다(필요한 권한: ${permissions(places)}).`,
  failed(places, failure) {
    const what = places.map(p => KO[p]).join(', ')
    switch (failure.kind) {
      case 'token': return `게시하지 못함: ${what}: GitHub가 토큰을 인식하지 못합니다.`
      case 'rate-limit': return `전부 또는 일부를 게시하지 못함: ${what}: 토큰의 요청 한도를 다 썼습니다.`
      case 'no-answer': return `전부 또는 일부를 게시하지 못함: ${what}: GitHub가 제때 응답하지 않았습니다.`
      case 'server': return `전부 또는 일부를 게시하지 못함: ${what}: GitHub 응답 ${failure.status}.`
      case 'refused': return `전부 또는 일부를 게시하지 못함: ${what}: GitHub가 요청을 거부했습니다(${failure.status}).`
      default: return `게시하지 못함: ${what}: 토큰에 권한이 없습니다.`
    }
  },
  stands: '판정은 그대로이며 로그, 작업 요약, JSON 보고서에 모든 결과가 있습니다.',
  unusable: 'GitHub에 게시하지 못함: 연결을 설정할 수 없습니다. 판정은 그대로입니다.',
  noToken: 'GitHub에 게시하지 못함: 토큰이 없습니다. 판정은 그대로입니다.',
  left: (shown, all) => `결과 ${all}개 중 처음 ${shown}개만 표시했습니다. 전체 결과는 JSON 보고서에 있습니다.`,
  suggestionsIntro: '이 변경에서 바로 고칠 수 있는 방화벽 규칙:',
}
export const words: Record<'en' | 'ko', Words> = { en, ko }
