import type { Draft, Locale } from '../model/facts.ts'

/** So many findings of one code are told. Nobody reads more, and a megabyte can be made to hold hundreds of thousands of faults. */
export const MOST_OF_A_CODE = 100_000

/** All drafts of one code, or where they are too many the same share for each file, and a last draft that says how many were left out. */
export function bounded(drafts: readonly Draft[], locale: Locale, most: number): readonly Draft[] {
  if (drafts.length <= most) return drafts
  const byPath = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const { path } = draft.span.origin
    const held = byPath.get(path)
    if (held) held.push(draft)
    else byPath.set(path, [draft])
  }
  const share = shareOf([...byPath.values()].map(({ length }) => length), most)
  const kept = [...byPath.values()].flatMap(list => list.slice(0, share))
  const cut = [...byPath.values()].find(({ length }) => length > share)
  const first = cut?.[share]
  if (!first) return kept
  const count = drafts.length - kept.length
  // With the count it is another finding when more is left out than before, so that a change hides nothing behind the crowd.
  return [...kept, { span: first.span, identity: `left out ${count}`, ...(first.severity && { severity: first.severity }), message: WORDS[locale].more(count, share), remedy: WORDS[locale].mend }]
}

/** The most that every file may have so that all together have no more than `most`; one each at least. */
function shareOf(sizes: readonly number[], most: number): number {
  let left = most
  for (const [i, size] of sizes.toSorted((a, b) => a - b).entries()) {
    const each = Math.floor(left / (sizes.length - i))
    if (size > each) return Math.max(1, each)
    left -= size
  }
  return most
}

const WORDS = {
  en: {
    more: (count: number, share: number) => `${count} more findings like this are left out: of each file the first ${share} are told.`,
    mend: 'Mend the ones that are told; then the others are.',
  },
  ko: {
    more: (count: number, share: number) => `이와 같은 결과 ${count}개는 생략되었습니다. 파일마다 처음 ${share}개만 표시합니다.`,
    mend: '표시된 결과를 먼저 해결하면 나머지가 표시됩니다.',
  },
} satisfies Record<Locale, unknown>
