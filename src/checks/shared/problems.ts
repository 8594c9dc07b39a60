import type { Draft, Facts, Locale } from '../../model/facts.ts'
import type { Problem } from '../../model/types.ts'

/** What the parsers could not read, under one of their codes. */
export function* problemDrafts(code: Problem['code'], facts: Facts): Iterable<Draft> {
  const say = WORDS[facts.locale][code]
  for (const file of facts.files) {
    for (const problem of file.problems) {
      if (problem.code !== code) continue
      yield {
        ...(code === 'requirement-unverifiable' && { severity: 'notice' as const }),
        // An unreadable file stays the same finding when it moves or breaks in another way.
        identity: code === 'file-unreadable' ? file.path.slice(file.path.lastIndexOf('/') + 1) : (problem.source.key ?? problem.message), span: problem.source, message: say.message(problem.message), remedy: say.remedy,
      }
    }
  }
}

const WORDS = {
  en: {
    'rule-malformed': { message: (text: string) => text, remedy: 'Correct it; until then Windows does not do what is written here.' },
    'file-unreadable': { message: (text: string) => text, remedy: 'Correct the file or export it again, or take it out of what is checked.' },
    'requirement-unverifiable': { message: (text: string) => text, remedy: 'Write it with literal values, or confirm by hand what it does.' },
  },
  ko: {
    'rule-malformed': { message: (text: string) => `규칙이 잘못되었습니다: ${text}`, remedy: '수정하십시오. 그때까지 Windows는 여기에 적힌 대로 하지 않습니다.' },
    'file-unreadable': { message: (text: string) => `파일을 읽을 수 없습니다: ${text}`, remedy: '파일을 수정하거나 다시 내보내고, 아니면 검사 대상에서 제외하십시오.' },
    'requirement-unverifiable': { message: (text: string) => `파일만으로는 알 수 없습니다: ${text}`, remedy: '리터럴 값으로 작성하거나 동작을 직접 확인하십시오.' },
  },
} satisfies Record<Locale, Record<Problem['code'], unknown>>
