import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../src/config/index.ts'
import { lint } from '../src/lint.ts'
import type { Report } from '../src/model/report.ts'
import { codeInfo } from '../src/reporters/shared/codes.ts'
import { sourceText } from '../src/text/source-file.ts'

const root = join(import.meta.dirname, '..')
const CONFIG = '.configmgr-firewall.yml'
const pages = readdirSync(join(root, 'docs/codes')).sort()
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The files of a page: a path in backticks, then its text in a fence. */
const filesOf = (page: string): [string, string][] => [...page.matchAll(/^`([^`\n]+)`:\n\n```\w*\n([\s\S]*?\n)```/gm)].map(m => [m[1] ?? '', m[2] ?? ''])

async function check(files: readonly [string, string][], today = '2026-06-01'): Promise<Report> {
  const sources = files.map(([path, text]) => sourceText(path, text)).sort((a, b) => (a.path < b.path ? -1 : 1))
  const config = sources.find(({ path }) => path === CONFIG)
  const { report } = await lint({
    files: sources, unreadable: [], config: config && await parseConfig(config), options: { today, locale: 'en', version: '0' },
  })
  return report
}

test('there is one page for each finding code, in one shape', () => {
  expect(pages).toEqual([...codeInfo.keys()].map(code => `${code}.md`))
  for (const name of pages) {
    const page = read(`docs/codes/${name}`)
    expect(page.startsWith(`# ${name.slice(0, -3)}\n\nSeverity: `)).toBe(true)
    expect([...page.matchAll(/^## (.*)$/gm)].map(m => m[1])).toEqual(['What it means', 'Why it matters', 'Example', 'Remedy', 'Sources'])
  }
})

describe('the example of a page gives the finding that the page is about', () => {
  const withFiles = pages.filter(name => filesOf(read(`docs/codes/${name}`)).length > 0)
  test.each(withFiles)('%s', async name => {
    const page = read(`docs/codes/${name}`)
    const [, place = '', severity = '', code = ''] = /^Finding: `([^`]+)` (\w+) ([\w-]+)$/m.exec(page) ?? []
    const report = await check(filesOf(page))
    const told = report.findings.map(f => `${place.includes(':') ? `${f.location.path}:${f.location.line}` : f.location.path} ${f.severity} ${f.code}`)
    expect(told).toContain(`${place} ${severity} ${code}`)
    expect(code).toBe(name.slice(0, -3))
  })
})

test('the config of the README is accepted', async () => {
  const text = /^## Config$[\s\S]*?^```yaml\n([\s\S]*?)^```/m.exec(read('README.md'))?.[1] ?? ''
  const config = await parseConfig(sourceText(CONFIG, text))
  expect(config.targets.map(({ name }) => name)).toEqual(['Workstations'])
})

test('links between the pages lead somewhere', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/how-it-decides.md', 'docs/requirements.md']) {
    for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      expect(() => readdirSync(join(root, page, '..', target, '..')).find(name => target.endsWith(name)) ?? fail(`${page} -> ${target}`)).not.toThrow()
    }
  }
})
function fail(message: string): never { throw new Error(message) }
