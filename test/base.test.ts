import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { afterEach, expect, test } from '@jest/globals'
import { baseOfRun } from '../src/commands/base.ts'
import { outputsOf } from '../src/commands/outputs.ts'
import { readEvent } from '../src/io/events.ts'
import type { Report } from '../src/model/report.ts'
import { Repository } from './history.ts'

const made: (Repository | string)[] = []
afterEach(() => { for (const one of made.splice(0)) if (typeof one === 'string') rmSync(one, { recursive: true, force: true }); else one.remove() })
function repository(...commits: Record<string, string>[]): Repository {
  const repo = new Repository()
  made.push(repo)
  for (const files of commits) repo.commit(files)
  return repo
}
const rule = (name: string, port: number | string, more = ''): string => `New-NetFirewallRule -Name '${name}' -DisplayName '${name}' -Direction Inbound -Action Allow -Protocol TCP -LocalPort ${port}${more}\n`
const config = (more = '', path = 'policies/a.ps1'): string => `version: 1\nfeatures: [remote-control]\ntargets:\n  - name: Workstations\n    layers: ['${path}']\n${more}`
const GOOD = { 'policies/a.ps1': rule('RC', 2701), '.configmgr-firewall.yml': config() }
const BAD = { ...GOOD, 'policies/a.ps1': rule('RC', 2700) }
const ignore = (code: string, expires = '2027-01-01', more = ''): string => `ignore:\n  - { code: ${code}, reason: agreed, expires: ${expires}${more} }\n`
const codes = (report: Report): string[] => report.findings.map(f => `${f.severity} ${f.code}`)
const texts = (report: Report): string => [...report.findings.map(f => f.message), ...report.assumptions].join('\n')

test('old findings are seen and do not count; new ones do', async () => {
  const repo = repository(BAD, { ...BAD, 'policies/b.ps1': rule('X', 1) })
  expect((await repo.run('check')).status).toBe(1)
  expect(await repo.run('check', '--base', 'HEAD~1', '--only-new')).toMatchObject({ status: 0, out: expect.stringContaining('(was there before)') })
  expect((await repo.run('check', '--base', 'HEAD~1')).status).toBe(1)
  const worse = repository(GOOD, BAD)
  expect(await worse.run('check', '--base', 'HEAD~1', '--only-new')).toMatchObject({ status: 1, out: expect.stringContaining('This change: cuts 2 needs, opens 1, mends 0') })
})
test('a call that names one folder compares all that the config names', async () => {
  const two = { ...GOOD, 'other/b.ps1': rule('X', 1), '.configmgr-firewall.yml': config('  - name: Others\n    layers: [other]\n') }
  const repo = repository(two, { ...two, 'policies/a.ps1': rule('RC', 2700) })
  const { err } = await repo.run('check', 'other', '--base', 'HEAD~1')
  expect(err).toBe('')
  expect((await repo.report('other', '--base', 'HEAD~1')).changes?.cut).toHaveLength(2)
})
test('the working tree is compared, and a wrong call says what to do', async () => {
  const repo = repository(GOOD)
  repo.write(BAD)
  expect((await repo.report('--base', 'HEAD')).changes?.cut).toHaveLength(2)
  expect(await repo.run('check', '--only-new')).toMatchObject({ status: 2, err: expect.stringContaining('--only-new needs --base') })
  expect(await repo.run('check', '--base', 'v9')).toMatchObject({ status: 2, err: expect.stringContaining('fetch-depth: 0') })
  expect(await repo.run('check', '--base', '--upload-pack=x')).toMatchObject({ status: 2 })
})
test('moves, renames, another locale and a folder as the root create nothing new', async () => {
  const moved = { 'gpo/x/b.ps1': `# note\n${BAD['policies/a.ps1']}`, '.github/.configmgr-firewall.yml': config('', 'gpo/x/b.ps1').replace('Workstations', 'Workstations') }
  const repo = repository(BAD, moved)
  for (const more of [[], ['--locale', 'ko']]) {
    const { findings, changes } = await repo.report('--base', 'HEAD~1', ...more)
    expect(findings.map(f => f.new)).toEqual(findings.map(() => false))
    expect(changes).toMatchObject({ cut: [], opened: [], mended: [], dropped: [] })
  }
  const nested = repository({ 'a/infra/policies/a.ps1': BAD['policies/a.ps1'], 'a/infra/.configmgr-firewall.yml': config() }, { 'a/infra/policies/a.ps1': GOOD['policies/a.ps1'], 'a/infra/.configmgr-firewall.yml': config() })
  expect((await nested.report('a/infra', '--base', 'HEAD~1')).changes).toMatchObject({ cut: [], mended: [{ code: 'requirement-missing' }] })
})
test('a GPO backup that is made again, or copied, is the same GPO', async () => {
  const pol = Buffer.from((await repository(GOOD).run('generate', '--format', 'registry-pol', '--features', 'remote-control')).out, 'latin1')
  const backup = (id: string, time: string): Record<string, string | Uint8Array> => ({
    [`gpo/${id}/DomainSysvol/GPO/Machine/registry.pol`]: pol,
    [`gpo/${id}/bkupInfo.xml`]: `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid><![CDATA[{AAAAAAAA-2222-3333-4444-555555555555}]]></GPOGuid><GPODomain><![CDATA[contoso.com]]></GPODomain><GPODisplayName><![CDATA[Clients]]></GPODisplayName><BackupTime><![CDATA[${time}]]></BackupTime><ID><![CDATA[${id}]]></ID></BackupInst>`,
  })
  const [old, fresh] = ['{11111111-2222-3333-4444-555555555555}', '{99999999-2222-3333-4444-555555555555}']
  const files = (backups: Record<string, string | Uint8Array>) => ({ ...backups, '.configmgr-firewall.yml': config('', 'gpo/**').replace('[remote-control]', '[remote-control, client-push]') })
  const repo = new Repository()
  made.push(repo)
  repo.commit(files(backup(old, '2026-01-01T00:00:00')))
  for (const next of [backup(fresh, '2026-02-01T00:00:00'), { ...backup(old, '2026-01-01T00:00:00'), ...backup(fresh, '2026-02-01T00:00:00') }]) {
    repo.commit(files(next))
    const { findings, changes } = await repo.report('--base', 'HEAD~1')
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.filter(f => f.new)).toEqual([])
    expect(changes).toMatchObject({ cut: [], opened: [], mended: [], dropped: [] })
  }
})

test.each([
  ['an ignore entry', { ...BAD, '.configmgr-firewall.yml': config(ignore('requirement-missing')) }],
  ['a comment', { ...BAD, 'policies/a.ps1': `# configmgr-firewall-lint-ignore requirement-missing -- agreed\n${BAD['policies/a.ps1']}` }],
])('a change cannot excuse itself: %s counts once merged', async (_what, excused) => {
  const repo = repository(GOOD, excused, { ...excused, 'note.txt': 'later' })
  expect((await repo.run('check')).status).toBe(0)
  const judged = await repo.report('--base', 'HEAD~2')
  expect(codes(judged)).toContain('error requirement-missing')
  expect(judged.suppressed).toEqual([])
  expect(judged.findings.filter(f => f.message.includes('takes effect once merged'))).toHaveLength(1)
  const merged = await repo.report('--base', 'HEAD~1')
  expect(merged.suppressed).toHaveLength(1)
  expect(texts(merged)).not.toContain('once merged')
})
test('a prolonged entry counts to its old end, one that is taken away is gone at once', async () => {
  const dated = (expires: string) => ({ ...BAD, '.configmgr-firewall.yml': config(ignore('requirement-missing', expires)) })
  const repo = repository(dated('2026-05-01'), dated('2027-05-01'))
  expect(codes(await repo.report('--base', 'HEAD~1'))).toContain('error requirement-missing')
  const running = repository(dated('2026-12-01'), dated('2027-05-01'), BAD)
  running.git('checkout', '-q', 'HEAD~1')
  expect((await running.report('--base', 'main~2')).suppressed).toHaveLength(1)
  running.git('checkout', '-q', 'main')
  expect((await running.report('--base', 'HEAD~1')).suppressed).toEqual([])
})
test('a change cannot lower a severity in its own favour, and is told so; it can raise one', async () => {
  const broad = { ...GOOD, 'policies/a.ps1': `${rule('RC', 2701)}New-NetFirewallRule -Name 'Wide' -DisplayName 'Wide' -Direction Inbound -Action Allow\n` }
  const set = (severity: string) => ({ ...broad, '.configmgr-firewall.yml': config(`severity: { rule-too-broad: ${severity} }\n`) })
  const lowered = await repository(set('error'), set('off')).report('--base', 'HEAD~1')
  expect(codes(lowered)).toContain('error rule-too-broad')
  expect(texts(lowered)).toContain('this change lowers the severity of rule-too-broad')
  expect(codes(await repository(broad, set('notice')).report('--base', 'HEAD~1'))).toContain('warning rule-too-broad')
  expect(codes(await repository(broad, set('error')).report('--base', 'HEAD~1'))).toContain('error rule-too-broad')
})
test('dropping the config, a target or a feature shows as what is no longer asked for, and assumed features do not save it', async () => {
  const { '.configmgr-firewall.yml': _, ...bare } = BAD
  const dropped = await repository(BAD, bare).report('--base', 'HEAD~1')
  expect(dropped.changes?.dropped).toHaveLength(2)
  const fewer = await repository({ ...GOOD, '.configmgr-firewall.yml': config().replace('[remote-control]', '[remote-control, client-push]') }, GOOD).report('--base', 'HEAD~1')
  expect(new Set(fewer.changes?.dropped.map(d => d.feature))).toEqual(new Set(['client-push']))
  expect(fewer.changes?.mended).toEqual([])
})
test('the first config of a repository makes nothing cut, opened or dropped', async () => {
  const { '.configmgr-firewall.yml': _, ...bare } = BAD
  const { changes, findings } = await repository(bare, { ...BAD }).report('--base', 'HEAD~1')
  expect(changes).toMatchObject({ cut: [], opened: [], dropped: [] })
  expect(findings.filter(f => f.code === 'requirement-missing').length).toBeGreaterThan(0)
})
test('a base that cannot be judged is said, and the run goes on', async () => {
  const repo = repository({ ...GOOD, '.configmgr-firewall.yml': 'version: 2\n' }, BAD)
  const { status, err, out } = await repo.run('check', '--base', 'HEAD~1')
  expect([status, err]).toEqual([1, expect.stringMatching(/Not compared with [0-9a-f]{12}, for that tree cannot be judged: .configmgr-firewall.yml:1: /)])
  expect(out).not.toContain('This change')
})

test('a baseline is written, holds back, names what is stale, and counts once merged', async () => {
  const named = { ...BAD, '.configmgr-firewall.yml': config('baseline: firewall-baseline.json\n') }
  const repo = repository(GOOD)
  repo.write(named)
  expect(await repo.run('check')).toMatchObject({ status: 2, err: expect.stringContaining('write it with check --write-baseline') })
  expect(await repo.run('check', '--write-baseline')).toMatchObject({ status: 0, err: expect.stringMatching(/^Wrote \d+ findings? to firewall-baseline\.json\.\n$/) })
  const text = repo.read('firewall-baseline.json')
  expect(JSON.parse(text)).toMatchObject({ schemaVersion: 1, findings: expect.arrayContaining([{ fingerprint: expect.any(String), code: 'requirement-missing', target: 'Workstations', requirements: expect.any(Array) }]) })
  repo.write({ ...named, 'firewall-baseline.json': text })
  expect((await repo.run('check')).status).toBe(0)
  expect((await repo.report()).suppressed.every(f => f.suppressedBy.kind === 'baseline')).toBe(true)
  expect(codes(await repo.report('--base', 'HEAD'))).toContain('error requirement-missing')
  repo.commit({ ...named, 'firewall-baseline.json': text })
  expect(codes(await repo.report('--base', 'HEAD'))).not.toContain('error requirement-missing')
  await repo.run('check', '--write-baseline=again.json')
  expect(repo.read('again.json')).toBe(text)
  repo.write({ ...named, 'policies/a.ps1': rule('RC', 2701), 'firewall-baseline.json': text })
  expect(texts(await repo.report())).toMatch(/of the baseline holds? nothing back any more: requirement-missing \/ Workstations/)
  repo.write({ ...named, 'firewall-baseline.json': '{"schemaVersion":1,"findings":[{}]}' })
  expect(await repo.run('check')).toMatchObject({ status: 2, err: expect.stringContaining('firewall-baseline.json:1:1: This is no baseline') })
  const fresh = repository(BAD)
  expect((await fresh.run('check', '--write-baseline')).err).toContain('Add "baseline: .configmgr-firewall-baseline.json" to the config')
})
test('an entry that ends soon gives notice; one with time left, or used up, does not', async () => {
  const until = async (expires: string) => (await repository({ ...BAD, '.configmgr-firewall.yml': config(ignore('requirement-missing', expires)) }).report()).findings.filter(f => f.code.startsWith('ignore-')).map(f => [f.severity, f.message])
  expect(await until('2026-06-15')).toEqual([['notice', expect.stringContaining('expires in 14 days')]])
  expect(await until('2026-06-01')).toEqual([['notice', expect.stringContaining('expires today')]])
  expect(await until('2026-06-16')).toEqual([])
  expect(await until('2026-05-31')).toEqual([['warning', expect.stringContaining('expired on 2026-05-31')]])
})
test('redact masks every output, by option or by config, and the base of a change cannot be unmasked by it', async () => {
  const secret = rule('RC dc1.corp.contoso.com 198.51.100.7', 2701, ' -Enabled False')
  const masked = { ...GOOD, 'policies/a.ps1': secret, '.configmgr-firewall.yml': config('redact: true\n') }
  const repo = repository(masked, { ...masked, '.configmgr-firewall.yml': config() })
  for (const format of ['text', 'json', 'sarif', 'github', 'azure', 'gitlab', 'junit', 'markdown', 'html']) {
    expect((await repo.run('check', '--format', format)).out).toContain('corp.contoso')
    expect((await repo.run('check', '--format', format, '--redact')).out).not.toMatch(/corp.contoso|198\.51/)
  }
  expect((await repo.run('check', '--base', 'HEAD~1')).out).not.toMatch(/corp.contoso|198\.51/)
})

/** What actions/checkout leaves: one commit deep, detached. */
function checkout(origin: Repository, ref: string, depth = 1): string {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'))
  made.push(root)
  const git = (...args: string[]): void => { execFileSync('git', args, { cwd: root, stdio: 'ignore' }) }
  git('init', '-q')
  git('remote', 'add', 'origin', `file://${origin.root}`)
  git('fetch', '-q', `--depth=${depth}`, 'origin', ref)
  git('checkout', '-q', 'FETCH_HEAD')
  return root
}
test('each event finds its base in a clone that is one commit deep', () => {
  const repo = repository(GOOD)
  const old = repo.git('rev-parse', 'HEAD')
  repo.git('checkout', '-q', '-b', 'change')
  repo.commit(BAD)
  const head = repo.git('rev-parse', 'HEAD')
  repo.git('checkout', '-q', 'main')
  repo.commit({ ...GOOD, 'note.txt': 'the branch has moved on' })
  const tip = repo.git('rev-parse', 'HEAD')
  repo.git('merge', '-q', '--no-ff', '-m', 'Merge', 'change')
  const merge = repo.git('rev-parse', 'HEAD')
  repo.git('update-ref', 'refs/heads/base', tip)
  repo.git('update-ref', 'refs/pull/7/merge', merge)
  repo.git('update-ref', 'refs/pull/7/head', head)
  const pull = { pull_request: { number: 7, head: { sha: head, repo: { full_name: 'contoso/firewall' } }, base: { sha: old, ref: 'main', repo: { full_name: 'contoso/firewall' } } } }
  const base = (payload: unknown, name: string, root: string) => baseOfRun(readEvent(payload, { GITHUB_EVENT_NAME: name }), root)
  const [merged, main] = [checkout(repo, 'refs/pull/7/merge'), checkout(repo, 'refs/heads/base')]
  expect(base(pull, 'pull_request', merged)).toEqual({ commit: tip, unmerged: true })
  expect(base(pull, 'pull_request_target', merged)).toEqual({ commit: tip, unmerged: true })
  expect(base(pull, 'pull_request', checkout(repo, 'refs/pull/7/head'))).toEqual({ commit: old, unmerged: true, incomplete: true, warning: expect.stringContaining('too shallow') })
  const whole = checkout(repo, 'refs/pull/7/head', 9)
  execFileSync('git', ['fetch', '-q', 'origin', 'main'], { cwd: whole, stdio: 'ignore' })
  expect(base({ ...pull, pull_request: { ...pull.pull_request, base: { ...pull.pull_request.base, sha: tip } } }, 'pull_request', whole)).toEqual({ commit: old, unmerged: true })
  expect(base({ merge_group: { base_sha: tip, head_sha: merge } }, 'merge_group', merged)).toEqual({ commit: tip, unmerged: true })
  expect(base({ before: tip, after: merge }, 'push', merged)).toEqual({ commit: tip, unmerged: false })
  expect(base({ before: '0'.repeat(40) }, 'push', main)).toEqual({ commit: undefined, unmerged: false })
  expect(base({}, 'schedule', main)).toEqual({ commit: undefined, unmerged: false })
  expect(base({ ...pull, pull_request: { ...pull.pull_request, base: { ...pull.pull_request.base, sha: tip } } }, 'pull_request_target', main).warning).toContain('The checkout is the base branch')
  const gone = base({ before: 'c0ffee0000000000000000000000000000000000' }, 'push', main)
  expect(gone).toMatchObject({ commit: undefined, warning: expect.stringContaining('fetch-depth: 0') })
})

test('outputs say what a change did, and are absent where nothing was compared', async () => {
  const repo = repository(GOOD, BAD)
  const report = await repo.report('--base', 'HEAD~1')
  const files = [{ format: 'json', file: '/tmp/a.json' }, { format: 'sarif', file: '/tmp/b.sarif' }]
  expect(outputsOf(report, true, files)).toMatchObject({
    result: 'failed', errors: 1, met: 0, needed: 2, report: '/tmp/a.json', reports: '{"json":"/tmp/a.json","sarif":"/tmp/b.sarif"}', sarif: '/tmp/b.sarif',
    base: repo.git('rev-parse', 'HEAD~1'), new: JSON.stringify(report.findings.filter(f => f.new).map(f => f.fingerprint)), mended: '[]', 'mended-count': 0, cut: 2, opened: 1, dropped: 0,
  })
  const { changes: _, ...alone } = report
  expect(Object.keys(outputsOf(alone, false, files))).not.toContain('cut')
  const documented = [...readFileSync('docs/outputs.md', 'utf8').matchAll(/^\| (`.*?) \|/gm)].flatMap(m => [...(m[1] ?? '').matchAll(/`([\w-]+)`/g)].map(n => n[1]))
  expect(documented).toEqual(expect.arrayContaining(Object.keys(outputsOf(report, true, files))))
})
