import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { detect, loadFormats } from '../../src/formats/index.ts'
import { sourceText } from '../../src/text/source-file.ts'

const folder = new URL('../../docs/formats/', import.meta.url)
/** Files without text have a picture for an example. */
const BINARY = ['registry-pol', 'wfw']

test('every format has a page, and every page a format', async () => {
  expect(existsSync(folder)).toBe(true)
  expect(readdirSync(folder).sort()).toEqual((await loadFormats()).map(({ id }) => `${id}.md`).sort())
})

test.each(readdirSync(folder).map(name => name.slice(0, -3)).filter(id => !BINARY.includes(id)))('the example of docs/formats/%s.md is read as it says', async id => {
  const [, path = '', text = ''] = /`([^`\n]+)`:\n\n```\w*\n([^]*?)\n```/.exec(readFileSync(new URL(`${id}.md`, folder), 'utf8')) ?? []
  const file = sourceText(path, `${text}\n`)
  const { format } = await detect(file)
  expect([path, format?.id]).toEqual([path, id])
  const { parts, problems } = format!.parse(file, {})
  expect(problems.map(({ message }) => message)).toEqual([])
  expect(parts.flatMap(part => part.rules).map(({ name, protocol, localPorts, unmodelled }) => [name, protocol, localPorts.ranges, unmodelled])).toEqual([['CM remote control', 6, [[2701, 2701]], []]])
})
