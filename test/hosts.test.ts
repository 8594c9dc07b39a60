import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { CODES } from '../src/config/codes.ts'
import { render } from './reporters/render.ts'
import { context, hostile, sample } from './reporters/sample.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const PAGES = ['azure-pipelines', 'code-scanning', 'gitlab', 'jenkins', 'pre-commit', 'problem-matcher']
/** The sample file of a page: its name in backticks, then its text in a fence. */
const sampleOf = (page: string): { readonly name: string; readonly text: string } => {
  const [, name = '', text = ''] = /^`([^`\n]+)`:\n\n```\w+\n([\s\S]*?\n)```/m.exec(read(`docs/${page}.md`)) ?? []
  return { name, text }
}
const callsOf = (page: string): string[] => [...read(`docs/${page}.md`).matchAll(/npx --yes configmgr-firewall-lint@0\.1 ([^\n'`]+)/g)].map(m => m[1] ?? '')

test.each(PAGES.filter(page => page !== 'jenkins'))('the sample of docs/%s.md is YAML with a name', page => {
  const { name, text } = sampleOf(page)
  expect(name).toMatch(/\.ya?ml$/)
  expect(typeof parse(text)).toBe('object')
})

describe('the commands of the pages do what the pages say', () => {
  const calls = PAGES.flatMap(page => callsOf(page).map(call => [page, call] as const))
  test('all but pre-commit have one', () => {
    expect([...new Set(calls.map(([page]) => page))]).toEqual(PAGES.filter(page => page !== 'pre-commit'))
  })
  test.each(calls)('docs/%s.md: %s', (page, call) => {
    const folder = mkdtempSync(join(tmpdir(), 'hosts-'))
    try {
      cpSync(join(root, 'examples/contoso'), folder, { recursive: true })
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...call.trim().split(' ')], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
      expect(stderr).toBe('')
      expect(status).toBe(call.includes('--fail-on never') ? 0 : 1)
      if (page === 'azure-pipelines') expect(stdout).toMatch(/^##vso\[task\.logissue type=error;/m)
      const written = [...call.matchAll(/=(\S+)/g)].map(m => m[1] ?? '')
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(written))
      // Whatever is written is picked up by the sample.
      const { text } = sampleOf(page)
      for (const file of written) expect(text.split(file).length).toBeGreaterThan(2)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as [{ id: string; entry: string; language: string; files: string; pass_filenames: boolean }]
  const pattern = new RegExp(hook.files.replace('(?i)', ''), 'i')
  test('its entry is a command of the package, and the page names its id', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> }
    const command = bin[hook.entry.split(' ')[0] ?? ''] ?? ''
    expect(read(command).startsWith('#!/usr/bin/env node\n')).toBe(true)
    expect((parse(sampleOf('pre-commit').text) as { repos: { hooks: { id: string }[] }[] }).repos[0]?.hooks[0]?.id).toBe(hook.id)
    expect(hook.pass_filenames).toBe(false)
  })
  test('it starts for policy files and the config, and for nothing that is plainly none', () => {
    for (const path of ['.configmgr-firewall.yml', 'a/{GUID}/DomainSysvol/GPO/Machine/Registry.pol', 'gpreport.xml', 'x.PS1', 'net.cmd', 'a.PolicyRules', 'site.pp', 'f.sls', 'all.wfw', 'export.csv', 'r.htm', 'policy.lgpo', 'rules.clixml']) expect([path, pattern.test(path)]).toEqual([path, true])
    for (const path of ['README.md', 'src/a.ts', 'logo.png', 'Makefile']) expect([path, pattern.test(path)]).toEqual([path, false])
  })
})

describe('the problem matcher', () => {
  const PATH = '.github/configmgr-firewall-lint-problem-matcher.json'
  const { problemMatcher: [{ owner, pattern: [first, second] }] } = JSON.parse(read(PATH)) as { problemMatcher: [{ owner: string; pattern: [{ regexp: string; file: number; line: number; column: number; severity: number; code: number }, { regexp: string; message: number }] }] }

  test('reads every finding of the text format and nothing else', () => {
    const text = render('text', { ...sample, findings: sample.findings.map(f => (f === hostile ? { ...f, new: false } : f)) }, context).split('\n')
    const found = text.flatMap((line, i) => {
      const head = new RegExp(first.regexp).exec(line)
      const body = new RegExp(second.regexp).exec(text[i + 1] ?? '')
      return head && body ? [[head[first.severity], head[first.code], head[first.line], head[first.column], body[second.message]?.slice(0, 8)]] : []
    })
    expect(found).toEqual([
      ['error', 'requirement-missing', '3', '1', 'Client p'], ['notice', 'rule-malformed', '2', '3', 'The rule'], ['warning', 'rule-shadowed', '1', '1', 'The rule'],
    ])
    for (const code of CODES) expect(new RegExp(first.regexp).exec(`error ${code}  a b/c.ps1:3:4`)?.[first.file]).toBe('a b/c.ps1')
  })
  test('stands where the page says', () => {
    expect(existsSync(join(root, PATH))).toBe(true)
    expect(read('docs/problem-matcher.md')).toContain(`::add-matcher::${PATH}"`)
    expect(read('docs/problem-matcher.md')).toContain(`::remove-matcher owner=${owner}::`)
  })
})

test('links of the pages lead somewhere', () => {
  for (const page of [...PAGES, 'html-report']) for (const [, target = ''] of read(`docs/${page}.md`).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) expect([page, target, existsSync(join(root, 'docs', target))]).toEqual([page, target, true])
})
