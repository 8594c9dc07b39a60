import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import type { Report } from '../src/model/report.ts'

// Starts dist/ as the runner does: inputs, files and folders come through the environment.
const dist = join(import.meta.dirname, '../dist')
const folders: string[] = []
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true }) })

const RULE = 'New-NetFirewallRule -Name \'CM-RC\' -DisplayName \'CM Remote Control\' -Direction Inbound -Action Allow -Protocol TCP -LocalPort'
const CONFIG = 'version: 1\nfeatures: [remote-control]\ntargets:\n  - name: Workstations\n    layers: [policies/clients.ps1]\n'

interface Run { code: number; stdout: string; outputs: Record<string, string>; summary: string; report: Report | undefined; temp: string }
async function action(inputs: Record<string, string>, files: Record<string, string>, bare = false): Promise<Run> {
  const workspace = mkdtempSync(join(tmpdir(), 'action-'))
  const temp = mkdtempSync(join(tmpdir(), 'temp-'))
  folders.push(workspace, temp)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  const file = (name: string): string => join(temp, name)
  writeFileSync(file('output'), '')
  writeFileSync(file('summary'), '')
  const env = {
    PATH: process.env['PATH'],
    ...(bare ? {} : { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp, GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary') }),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])),
  }
  const { code, stdout } = await new Promise<{ code: number; stdout: string }>(resolve => {
    const child = execFile(process.execPath, [join(dist, 'action.js')], { env, cwd: workspace }, (_error, out) => { resolve({ code: child.exitCode ?? -1, stdout: out }) })
  })
  const outputs = Object.fromEntries([...readFileSync(file('output'), 'utf8').matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(m => [m[1] ?? '', m[3] ?? '']))
  const report = outputs['report'] && existsSync(outputs['report']) ? JSON.parse(readFileSync(outputs['report'], 'utf8')) as Report : undefined
  return { code, stdout, outputs, summary: readFileSync(file('summary'), 'utf8'), report, temp }
}
const good = { 'policies/clients.ps1': `${RULE} 2701\n`, '.configmgr-firewall.yml': CONFIG }
const bad = { ...good, 'policies/clients.ps1': `${RULE} 2700\n` }

test('a gap fails the step, annotates the line, and tells outputs, report and summary', async () => {
  const run = await action({}, bad)
  expect(run.code).toBe(1)
  expect(run.stdout).toContain('::error title=requirement-missing,file=policies/clients.ps1,line=1,')
  expect(run.outputs).toMatchObject({ result: 'failed', errors: '1', notices: '0' })
  expect(run.report?.findings.some(f => f.code === 'requirement-missing')).toBe(true)
  expect(run.summary).toContain('## configmgr-firewall-lint')
})

test('a policy without gaps passes', async () => {
  expect(await action({}, good)).toMatchObject({ code: 0, outputs: { result: 'clean', errors: '0', warnings: '0', notices: '0' } })
})

test('inputs: the limit, annotations and summary off, further formats, Korean', async () => {
  const run = await action({ 'fail-on': 'never', annotations: 'false', summary: 'false', format: 'sarif=out/a.sarif\nhtml=out/a.html', locale: 'ko' }, bad)
  expect(run).toMatchObject({ code: 0, outputs: { result: 'findings' }, summary: '' })
  expect(run.stdout).not.toContain('::error')
  expect(run.stdout).toContain('오류')
})

test('annotations name files from the workspace when another folder is checked', async () => {
  const moved = Object.fromEntries(Object.entries(bad).map(([path, text]) => [`infra/firewall/${path}`, text]))
  const run = await action({ 'working-directory': 'infra/firewall' }, moved)
  expect(run.stdout).toContain('file=infra/firewall/policies/clients.ps1,line=1')
})

test('a mistake in the config of another folder stands at its file, and no policy at all is a warning', async () => {
  const run = await action({ 'working-directory': 'infra' }, { 'infra/.configmgr-firewall.yml': 'version: 2\n' })
  expect(run.stdout).toContain('file=infra/.configmgr-firewall.yml,line=1,col=10::')
  const empty = await action({}, { 'README.md': 'nothing' })
  expect(empty).toMatchObject({ code: 0, stdout: expect.stringContaining('::warning title=configmgr-firewall-lint::Nothing was checked.') })
})

test('features in the inputs replace those of the config', async () => {
  const run = await action({ features: 'client-push, remote-control' }, good)
  expect(new Set(run.report?.targets[0]?.requirements.map(r => r.feature))).toEqual(new Set(['client-push', 'remote-control']))
})

test('works where the runner gives no files, and prints no old commands', async () => {
  const run = await action({}, bad, true)
  expect(run.code).toBe(1)
  expect(run.stdout).not.toContain('::set-output')
})

test.each([
  [{ 'fail-on': 'eror' }, good, 'fail-on: "eror" is not known: error, warning, notice, never. Did you mean "error"?'],
  [{ 'working-directory': 'nowhere' }, good, 'working-directory: no such folder: nowhere'],
  [{ format: 'sarif' }, good, 'format: write FORMAT=FILE'],
  [{}, { ...good, '.configmgr-firewall.yml': 'version: 1\nfeature: []\n' }, '::error title=configmgr-firewall-lint,file=.configmgr-firewall.yml,line=2,col=1::configmgr-firewall-lint: .configmgr-firewall.yml:2:1: Unknown key "feature"'],
  [{ annotations: 'perhaps' }, good, 'annotations'],
])('a wrong input or config fails the step with one clear line: %j', async (inputs, files, says) => {
  const run = await action(inputs as Record<string, string>, files)
  expect(run).toMatchObject({ code: 1, outputs: { result: 'failed' } })
  expect(run.stdout.split('\n').filter(line => line.startsWith('::error'))).toHaveLength(1)
  expect(run.stdout).toContain(says)
  expect(run.summary).toMatch(/^## configmgr-firewall-lint\n\n❌ configmgr-firewall-lint&#58; /)
})

test('action.yml names exactly the inputs and outputs that the code reads and writes', async () => {
  const text = readFileSync(join(dist, '../action.yml'), 'utf8')
  const source = (path: string): string => readFileSync(join(dist, '../src', path), 'utf8')
  const keys = (section: string): string[] => [...(new RegExp(`^${section}:\\n((?:  .*\\n)+)`, 'm').exec(text)?.[1] ?? '').matchAll(/^ {2}([\w-]+):/gm)].map(m => m[1] ?? '').sort()
  expect(keys('inputs')).toEqual([...new Set([...source('io/runner.ts').matchAll(/(?:getInput|lines|yesOr)\('([\w-]+)'/g)].map(m => m[1] ?? ''))].sort())
  const outputs = keys('outputs')
  const { outputs: written } = await action({}, bad)
  expect(Object.keys(written).filter(name => !outputs.includes(name))).toEqual([])
  const code = ['commands', 'github'].flatMap(folder => readdirSync(join(dist, '../src', folder)).filter(name => name.endsWith('.ts')).map(name => source(`${folder}/${name}`))).join('\n')
  expect(outputs.filter(name => !code.includes(`'${name}'`) && !new RegExp(`\\b${name}[:,]`).test(code))).toEqual([])
})
