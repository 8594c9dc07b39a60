import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { Repository } from '../history.ts'
import { type Held, StandIn } from './stand-in.ts'

// dist/action.js is started as the runner starts it, where git cannot give the base; GitHub is a stand-in on loopback.
const action = join(import.meta.dirname, '../../dist/action.js')
const TOKEN = 'ghs_5ecretOfTheRunner0123456789abcdef'
const COMMIT = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
const TREE = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'
const BLOB = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}'
const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}'
const [OLD, TIP, HEAD, MERGE] = ['0', '1', '2', '3'].map(d => `c0ffee${d.repeat(34)}`) as [string, string, string, string]
jest.setTimeout(90_000)

const opened: { stop(): void }[] = []
afterAll(() => { for (const thing of opened) thing.stop() })
const temporary = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), name))
  opened.push({ stop: () => { rmSync(folder, { recursive: true, force: true }) } })
  return folder
}

const rule = (name: string, port: number): string => `New-NetFirewallRule -Name '${name}' -DisplayName '${name}' -Direction Inbound -Action Allow -Protocol TCP -LocalPort ${port}\n`
const config = (more = ''): string => `version: 1\nfeatures: [remote-control]\ntargets:\n  - name: Workstations\n    layers: [policies/a.ps1]\n${more}`
const GOOD = { 'policies/a.ps1': rule('RC', 2701), 'policies/b.ps1': rule('B', 4711), 'readme.md': '# Contoso\n', '.configmgr-firewall.yml': config() }
const BAD = { ...GOOD, 'policies/a.ps1': rule('RC', 2700) }

/** GitHub with the merge of a pull request, whose base holds these files. */
async function standIn(base: Readonly<Record<string, Held>> = GOOD): Promise<StandIn> {
  const github = await new StandIn().start()
  opened.push(github)
  return github.commit(TIP, base).commit(OLD, base).commit(MERGE, undefined, [TIP, HEAD])
}
const pull = { repository: { full_name: 'contoso/firewall' }, pull_request: { number: 7, head: { sha: HEAD, repo: { full_name: 'contoso/firewall' } }, base: { sha: OLD, ref: 'main', repo: { full_name: 'contoso/firewall' } } } }

interface Options { event?: string; payload?: object; inputs?: Record<string, string>; env?: Record<string, string>; token?: string; folder?: string }
interface Run { code: number; log: string; report: Report; warnings: string[] }
/** The step over these files: downloaded without git, unless a folder is given. */
async function run(github: StandIn, files: Readonly<Record<string, Held>>, { event = 'pull_request', payload = pull, inputs = {}, env = {}, token = TOKEN, folder = temporary('tree-') }: Options = {}): Promise<Run> {
  const temp = temporary('runner-')
  for (const [path, held] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    if (typeof held === 'string') writeFileSync(join(folder, path), held)
    else if (held) symlinkSync(held.link, join(folder, path))
  }
  const file = (name: string, content = ''): string => {
    writeFileSync(join(temp, name), content)
    return join(temp, name)
  }
  const all = {
    PATH: process.env['PATH'], CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, RUNNER_TEMP: temp, GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)), GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'contoso/firewall', GITHUB_SHA: MERGE, GITHUB_API_URL: github.url,
    INPUT_TOKEN: token, INPUT_CHECK: 'false', INPUT_COMMENT: 'never', INPUT_ANNOTATIONS: 'false',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])), ...env,
  }
  const { code, log } = await new Promise<{ code: number; log: string }>(resolve => {
    const child = execFile(process.execPath, [action], { env: all, cwd: folder }, (_error, out, err) => { resolve({ code: child.exitCode ?? -1, log: out + err }) })
  })
  expect(github.wrong).toEqual([])
  expect(log).not.toContain(TOKEN)
  const report = JSON.parse(readFileSync(join(temp, 'configmgr-firewall-lint.json'), 'utf8')) as Report
  return { code, log, report, warnings: log.split('\n').filter(line => line.startsWith('::warning title=configmgr-firewall-lint::')) }
}
/** This one waits; it starts now and is looked at below. */
const silent = standIn().then(github => {
  github.fault = asked => (asked === TREE ? { silent: true } : undefined)
  return run(github, GOOD)
})
const codes = (report: Report): string[] => report.findings.map(f => f.code)

test('without a clone the base is the first parent of the run\'s merge, and only what differs is fetched', async () => {
  const github = await standIn()
  const { code, report, warnings } = await run(github, BAD)
  expect([code, warnings]).toEqual([1, []])
  expect(report.changes).toMatchObject({ base: TIP, cut: [{ target: 'Workstations' }, { target: 'Workstations' }] })
  expect(github.seen.map(s => s.route)).toEqual([COMMIT, TREE, BLOB])
  expect(github.seen.every(s => s.authorization === `token ${TOKEN}`)).toBe(true)
})
test('files that were moved, and names that hold no policy, are not fetched; a blob that two files share is fetched once', async () => {
  const two = { ...GOOD, 'policies/c.ps1': rule('C', 1), 'policies/d.ps1': rule('C', 1), 'logo.png': 'old' }
  const github = await standIn(two)
  const { 'policies/b.ps1': moved, ...rest } = GOOD
  const { report } = await run(github, { ...rest, 'other/b.ps1': moved, 'readme.md': '# changed\n', 'logo.png': 'new' })
  expect(report.changes?.base).toBe(TIP)
  expect(github.asked(BLOB)).toHaveLength(1)
})
test('on the head of a pull request it is where the two parted', async () => {
  const github = (await standIn()).commit(HEAD, undefined, [OLD])
  github.parted.set(`${OLD}...${HEAD}`, OLD)
  const { report, warnings } = await run(github, BAD, { env: { GITHUB_SHA: HEAD } })
  expect([report.changes?.base, warnings]).toEqual([OLD, []])
  expect(github.asked(COMPARE)).toHaveLength(1)
})
test.each([['push', { before: OLD }], ['merge_group', { merge_group: { base_sha: OLD, head_sha: MERGE } }]])('%s: what the event says', async (event, payload) => {
  const github = await standIn()
  const { report, warnings } = await run(github, BAD, { event, payload })
  expect([report.changes?.base, report.changes?.cut.length, warnings]).toEqual([OLD, 2, []])
  expect(github.asked(COMMIT)).toEqual([])
})
test('pull_request_target without a clone: nobody knows what is checked out', async () => {
  const { report, warnings } = await run(await standIn(), BAD, { event: 'pull_request_target' })
  expect(report.changes).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining('no clone that says which commit is checked out')])
})

test('config, ignore entries, baseline and comments of the base count; those of the change do not', async () => {
  const ignore = 'ignore:\n  - { code: requirement-missing, reason: agreed, expires: 2999-01-01 }\n'
  const excused = { ...BAD, '.configmgr-firewall.yml': config(ignore) }
  expect(codes((await run(await standIn(excused), excused)).report)).not.toContain('requirement-missing')
  const fresh = await run(await standIn(BAD), excused)
  expect(fresh.code).toBe(1)
  expect(codes(fresh.report)).toContain('requirement-missing')
  const [finding] = (await run(await standIn(GOOD), BAD)).report.findings.filter(f => f.code === 'requirement-missing')
  const baseline = JSON.stringify({ schemaVersion: 1, findings: [{ fingerprint: finding?.fingerprint, code: 'requirement-missing', target: 'Workstations', requirements: finding?.requirements ?? [] }] })
  const held = { ...BAD, '.configmgr-firewall.yml': config('baseline: base.lock\n'), 'base.lock': baseline }
  const known = await run(await standIn(held), held)
  expect(known.report.suppressed.map(f => f.suppressedBy.kind)).toContain('baseline')
  expect(codes((await run(await standIn(BAD), held)).report)).toContain('requirement-missing')
})

test('a tree that is too large for one answer is listed folder by folder, without those that are never looked into', async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`node_modules/m${i}/x.json`, '{}']))
  const github = await standIn({ ...GOOD, ...many })
  github.mostEntries = 10
  const { report, warnings } = await run(github, { ...BAD, ...many })
  expect([report.changes?.cut.length, warnings]).toEqual([2, []])
  expect(github.asked(TREE)).toHaveLength(3)
  const inside = await standIn({ ...GOOD, ...many, '.configmgr-firewall.yml': config('baseline: node_modules/m1/x.json\n') })
  inside.mostEntries = 10
  expect((await run(inside, BAD)).warnings).toEqual([expect.stringContaining('"node_modules/m1/x.json" lies in a folder that was left out')])
  const wide = await standIn({ ...GOOD, ...Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`f${i}/x.txt`, ''])) })
  wide.mostEntries = 130
  expect((await run(wide, BAD)).warnings).toEqual([expect.stringMatching(/take more than 100 requests to list it.*fetch-depth: 0/)])
})
test('a folder of the repository is checked alone', async () => {
  const moved = (files: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(files).map(([path, text]) => [`infra/${path}`, text]))
  const { report, warnings } = await run(await standIn({ ...moved(GOOD), 'other.ps1': rule('O', 1) }), moved(BAD), { inputs: { 'working-directory': 'infra' } })
  expect([report.changes?.cut.length, report.changes?.mended, warnings]).toEqual([2, [], []])
})
test('links and submodules of the base are not followed', async () => {
  const github = await standIn({ ...GOOD, 'policies/link.ps1': { link: '../../secret.ps1' }, module: null })
  expect((await run(github, BAD)).warnings).toEqual([])
  expect(github.asked(BLOB)).toHaveLength(1)
  const { report, warnings } = await run(await standIn({ ...GOOD, '.configmgr-firewall.yml': { link: 'policies/a.ps1' } }), BAD)
  expect(report.changes).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining('".configmgr-firewall.yml" is a symbolic link there')])
})
test('more files than can be fetched one by one: not compared, and said', async () => {
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, i) => [`policies/${i}.ps1`, rule(`R${i}`, i + 1)]))
  const github = await standIn({ ...GOOD, ...many })
  const { report, warnings } = await run(github, { ...BAD, ...Object.fromEntries(Object.keys(many).map(path => [path, ''])) })
  expect(report.changes).toBeUndefined()
  expect(warnings).toEqual([expect.stringMatching(/Not compared with c0ffee1.*302 files would have to be fetched one by one, and 300 is the limit.*fetch-depth: 0/)])
  expect(github.asked(BLOB)).toEqual([])
})

test.each([
  [TREE, { status: 404 }, 'permission "contents: read"'],
  [TREE, { status: 403 }, 'permission "contents: read"'],
  [COMMIT, { status: 404 }, 'permission "contents: read"'],
  [COMMIT, { status: 401 }, 'GitHub does not know the token'],
  [TREE, { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' }, message: 'API rate limit exceeded' }, 'rate limit of the token is used up'],
  [TREE, { status: 503 }, 'GitHub answered 503'],
  [BLOB, { status: 403 }, 'permission "contents: read"'],
])('%s answers %j: one warning says what to set, and the run goes on', async (route, fault, says) => {
  const github = await standIn()
  github.fault = asked => (asked === route ? fault : undefined)
  const { code, report, warnings } = await run(github, { ...GOOD, 'policies/a.ps1': `# other\n${GOOD['policies/a.ps1']}` })
  expect(code).toBe(0)
  expect(report.changes).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining(says)])
  expect(warnings[0]).toContain('fetch-depth: 0')
})
test('GitHub keeps silent, or a proxy answers: the run goes on', async () => {
  const proxy = await standIn()
  proxy.fault = asked => (asked === TREE ? { status: 200, message: 'Sign in' } : undefined)
  expect(await run(proxy, GOOD)).toMatchObject({ code: 0, warnings: [expect.stringContaining('no answer of GitHub')] })
  expect(await silent).toMatchObject({ code: 0, warnings: [expect.stringContaining('did not answer in time')] })
})
test('no token, or an event without a base: GitHub is not asked', async () => {
  const github = await standIn()
  const { code, report, warnings } = await run(github, GOOD, { token: '' })
  expect([code, report.changes]).toEqual([0, undefined])
  expect(warnings).toEqual([expect.stringContaining('fetch-depth: 0')])
  await run(github, GOOD, { event: 'schedule', payload: {} })
  expect(github.seen).toEqual([])
})
test('files that are not of this repository are not compared with it', async () => {
  const { report, warnings } = await run(await standIn(), { 'other/a.ps1': rule('A', 1) })
  expect(report.changes).toBeUndefined()
  expect(warnings).toEqual([expect.stringContaining('do not look like a checkout of contoso/firewall')])
})

/** A clone one commit deep whose origin is away. */
function shallow(repo: Repository, ref: string, name = 'contoso/firewall'): string {
  const folder = temporary('shallow-')
  const git = (...args: string[]): void => { execFileSync('git', args, { cwd: folder, stdio: 'ignore' }) }
  git('init', '-q')
  git('fetch', '-q', '--depth=1', `file://${repo.root}`, ref)
  git('checkout', '-q', 'FETCH_HEAD')
  git('remote', 'add', 'origin', `http://127.0.0.1:9/${name}.git`)
  return folder
}
test('a shallow clone that cannot fetch, with and without a git to run: the merge that is checked out decides', async () => {
  const repo = new Repository()
  opened.push({ stop: () => { repo.remove() } })
  repo.commit(GOOD)
  repo.git('checkout', '-q', '-b', 'change')
  repo.commit(BAD)
  const head = repo.git('rev-parse', 'HEAD')
  repo.git('checkout', '-q', 'main')
  repo.commit({ ...GOOD, 'note.txt': 'moved on' })
  const tip = repo.git('rev-parse', 'HEAD')
  repo.git('merge', '-q', '--no-ff', '-m', 'Merge', 'change')
  const merge = repo.git('rev-parse', 'HEAD')
  const payload = { ...pull, pull_request: { ...pull.pull_request, head: { ...pull.pull_request.head, sha: head } } }
  const github = (await standIn()).commit(tip, GOOD).commit(merge, undefined, [tip, head]).commit(head, undefined, [OLD])
  github.parted.set(`${OLD}...${head}`, OLD)
  const at = async (ref: string, more: Options = {}): Promise<Run> => run(github, {}, { payload, folder: shallow(repo, ref), ...more })
  expect((await at('main')).report.changes).toMatchObject({ base: tip, cut: [{}, {}] })
  expect(github.asked(COMMIT)).toEqual([]) // the clone names the parents
  const without = { env: { PATH: temporary('empty-') } }
  expect((await at('main', without)).report.changes?.base).toBe(tip)
  expect((await at('change')).report.changes?.base).toBe(OLD)
  expect((await at('change', { ...without, event: 'pull_request_target' })).report.changes?.base).toBe(OLD)
  github.parted.set(`${OLD}...${head}`, head)
  expect((await at('change', { event: 'pull_request_target' })).warnings).toEqual([expect.stringContaining('The checkout is the base branch')])
  const seen = github.seen.length
  expect((await run(github, {}, { payload, folder: shallow(repo, 'main', 'contoso/other') })).warnings).toEqual([expect.stringContaining('the clone is not one of contoso/firewall')])
  expect(github.seen).toHaveLength(seen)
})
