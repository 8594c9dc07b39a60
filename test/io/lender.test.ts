import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { discover } from '../../src/io/files.ts'
import { Lender } from '../../src/io/lender.ts'
import type { SourceFile } from '../../src/model/stages.ts'
import { sourceFile } from '../../src/text/source-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'lender-'))
afterAll(() => { rmSync(folder, { recursive: true }) })
const lent = (lender: Lender, path: string): SourceFile => sourceFile(path, lender.loanOf(path, existsSync(path) ? statSync(path).size : 0))
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('a file that was released is read again, and the next one takes its memory', () => {
  const lender = new Lender()
  const first = lent(lender, written('a', 'first file'))
  const second = lent(lender, written('b', 'second'))
  expect([first.text, first.bytes.length]).toEqual(['first file', 10])
  const { buffer } = first.bytes
  first.release()
  expect([second.text, second.bytes.buffer]).toEqual(['second', buffer])
  expect(first.text).toBe('first file')
  expect(second.text).toBe('second')
})

test('a larger file gets memory of its own, an empty one nothing, and one that is gone is empty', () => {
  const lender = new Lender()
  const small = lent(lender, written('a', 'x'))
  expect(small.text).toBe('x')
  small.release()
  expect(lent(lender, written('c', 'y'.repeat(5000))).text).toHaveLength(5000)
  expect(lent(lender, written('d', '')).text).toBe('')
  expect(lent(lender, join(folder, 'nowhere')).bytes).toHaveLength(0)
})

test('a policy file that may wait is opened when somebody asks', () => {
  written('x.reg', 'before')
  const [file] = discover(folder, ['x.reg'], { later: () => path => path === 'x.reg' }).files
  written('x.reg', 'after')
  expect(file?.text).toBe('after')
})

test('pieces of a file, of another, and of one that is gone', () => {
  const lender = new Lender()
  const text = Array.from({ length: 100_000 }, (_, i) => String.fromCharCode(33 + (i % 89))).join('')
  const { pieces } = lent(lender, written('f', text))
  const other = lent(lender, written('g', 'short')).pieces
  const says = (bytes: Uint8Array, from: number, length: number): boolean => Buffer.from(bytes.subarray(0, length)).toString('latin1') === text.slice(from, from + length)
  for (const from of [0, 10, 4090, 4096, 8000, 8100, 70_000, 12, 99_990]) {
    const length = Math.min(50, 100_000 - from)
    expect([from, says(pieces.look(from, 50), from, length), says(pieces.stretch(from, 50), from, length)]).toEqual([from, true, true])
    expect(Buffer.from(other.look(2, 3)).toString('latin1')).toBe('ort')
  }
  expect([pieces.look(99_990, 50).length, pieces.stretch(99_990, 50).length, pieces.look(100_000, 1).length, other.stretch(5, 9).length]).toEqual([10, 10, 0, 0])
  expect(Buffer.from(pieces.look(0, 100_000)).toString('latin1')).toBe(text)
  expect(lent(lender, join(folder, 'nowhere')).pieces.look(0, 9)).toHaveLength(0)
})
