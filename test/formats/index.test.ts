import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@jest/globals'
import { detect, formatOf, loadFormats } from '../../src/formats/index.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

const formats = await loadFormats()
const root = join(import.meta.dirname, '../..')
const folders = ['examples', 'test', '../shared/cases', '../shared/corpus'].map(folder => join(root, folder)).filter(folder => existsSync(folder))
const files = folders.flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)))

test('the quick test of no format hides a file that the format recognises or whose name it promises', async () => {
  const wrong: string[] = []
  for (const path of files) {
    const bytes = readFileSync(path)
    if (bytes.length > 4_000_000) continue
    const file = sourceFile(relative(root, path), bytes)
    const format = formats.find(f => f.recognises(file))
    const promised = format ? undefined : formats.find(f => f.names.some(name => name.test(file.name)))
    const found = await detect(file)
    if (found.format !== format || found.promised !== promised) wrong.push(path)
  }
  expect(wrong).toEqual([])
}, 60_000)

test.each([
  ['registry.pol', 'registry-pol'], ['gpreport.xml', 'gpreport-xml'], ['hosts.wfw', 'wfw'], ['rules.reg', 'reg'], ['a.policyrules', 'policy-rules'], ['a.lgpo', 'lgpo-text'], ['a.policytext', 'lgpo-text'],
])('a %s without the mark inside is still promised to be one', async (name, id) => {
  expect((await detect(sourceText(`policies/${name}`, ''))).promised?.id).toBe(id)
})

test('each format is loaded by its own id', async () => {
  for (const { id } of formats) expect((await formatOf(id))?.id).toBe(id)
})
