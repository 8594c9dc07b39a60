import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { discover } from '../../src/io/files.ts'
import { Lender } from '../../src/io/lender.ts'
import { sourceFile } from '../../src/text/source-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'lender-'))
afterAll(() => { rmSync(folder, { recursive: true }) })
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('a file that was released is read again, and the next one takes its memory', () => {
  const lender = new Lender()
  const first = sourceFile('a', lender.loanOf(written('a', 'first file')))
  const second = sourceFile('b', lender.loanOf(written('b', 'second')))
  expect([first.text, first.bytes.length]).toEqual(['first file', 10])
  const { buffer } = first.bytes
  first.release()
  expect([second.text, second.bytes.buffer]).toEqual(['second', buffer])
  expect(first.text).toBe('first file')
  expect(second.text).toBe('second')
})

test('a larger file gets memory of its own, an empty one nothing, and one that is gone is empty', () => {
  const lender = new Lender()
  const small = sourceFile('a', lender.loanOf(written('a', 'x')))
  expect(small.text).toBe('x')
  small.release()
  expect(sourceFile('c', lender.loanOf(written('c', 'y'.repeat(5000)))).text).toHaveLength(5000)
  expect(sourceFile('d', lender.loanOf(written('d', ''))).text).toBe('')
  expect(sourceFile('e', lender.loanOf(join(folder, 'nowhere'))).bytes).toHaveLength(0)
})

test('a policy file that may wait is opened when somebody asks', () => {
  written('x.reg', 'before')
  const [file] = discover(folder, ['x.reg'], { later: () => path => path === 'x.reg' }).files
  written('x.reg', 'after')
  expect(file?.text).toBe('after')
})
