import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { Window } from '../../src/io/window.ts'

const folder = mkdtempSync(join(tmpdir(), 'window-'))
afterAll(() => { rmSync(folder, { recursive: true }) })

test('files of every size are read whole, and one does not change with the next', () => {
  const window = new Window()
  const edge = 1 << 18
  const read = [0, 1, 5000, edge - 1, edge, edge + 1, 3 * edge, 3 * edge + 7].map(size => {
    const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31 + size) % 251))
    const file = join(folder, `${size}`)
    writeFileSync(file, bytes)
    return { bytes, got: window.read(file) as Uint8Array }
  })
  for (const { bytes, got } of read) expect(Buffer.compare(bytes, got)).toBe(0)
})
test('a file that somebody reads in pieces later is left where it is; a small one is not worth it', () => {
  const window = new Window()
  writeFileSync(join(folder, 'large'), Buffer.alloc(1 << 18, 1))
  writeFileSync(join(folder, 'small'), 'x')
  const asked: number[] = []
  const passesOver = (beginning: Uint8Array): boolean => { asked.push(beginning[0] as number); return true }
  expect([window.read(join(folder, 'large'), passesOver), window.read(join(folder, 'small'), passesOver)]).toEqual([undefined, Buffer.from('x')])
  expect(asked).toEqual([1])
})
test('a file that is not there is told as the system tells it', () => {
  expect(() => new Window().read(join(folder, 'nowhere'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
