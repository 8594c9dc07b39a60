import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import type { Reader, TreeEntry } from '../../src/github/reader.ts'
import { contentsOf, listTree, type TreeFile } from '../../src/github/tree.ts'

const idOf = (text: string): string => createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex')
const file = (path: string, text: string, size = text.length): TreeFile => ({ path, sha: idOf(text), size })
function reader(more: Partial<Reader>): Reader {
  const no = async (): Promise<never> => { throw new Error('not asked for') }
  return { parents: no, mergeBase: no, tree: no, blob: no, ...more }
}

test('four at a time, and after a failure no more', async () => {
  let [now, most, asked] = [0, 0, 0]
  const texts = new Map(Array.from({ length: 60 }, (_, i) => [idOf(`text ${i}`), `text ${i}`]))
  const files = [...texts].map(([sha, text]) => ({ path: text, sha, size: text.length }))
  const slow = (stopAt: number): Reader => reader({
    async blob(sha) {
      most = Math.max(most, ++now)
      if (++asked === stopAt) throw new Error('stopped')
      await new Promise(resolve => { setTimeout(resolve, 1) })
      now--
      return Buffer.from(texts.get(sha) as string)
    },
  })
  const contents = await contentsOf(slow(0), files, [])
  expect([most, contents.size]).toEqual([4, 60])
  asked = 0
  await expect(contentsOf(slow(10), files, [])).rejects.toThrow('stopped')
  await new Promise(resolve => { setTimeout(resolve, 20) })
  expect(asked).toBeLessThanOrEqual(13)
})
test('what is here is not asked for; what comes is what was asked for; the sum is bounded', async () => {
  const here = [Buffer.from('one'), Buffer.from('two')]
  expect(await contentsOf(reader({}), [file('a', 'one'), file('b', 'one'), file('c', 'two')], here)).toEqual(new Map([[idOf('one'), here[0]], [idOf('two'), here[1]]]))
  await expect(contentsOf(reader({ blob: async () => Buffer.from('2') }), [file('a', '1')], here)).rejects.toThrow('another file than was asked for')
  await expect(contentsOf(reader({}), [file('a', '1', 60 << 20), file('b', '2', 60 << 20)], [])).rejects.toThrow('120 MiB would have to be fetched, and 100 is the limit')
})
test('a folder that no answer can hold is said', async () => {
  const entries: TreeEntry[] = [{ path: 'a.ps1', mode: '100644', type: 'blob', sha: idOf('1'), size: 1 }]
  await expect(listTree(reader({ tree: async () => ({ entries, truncated: true }) }), 'c0ffee', () => false)).rejects.toThrow('too large to be listed')
  expect(await listTree(reader({ tree: async () => ({ entries, truncated: false }) }), 'c0ffee', () => false)).toMatchObject({ files: [{ path: 'a.ps1' }], unlisted: [] })
})
