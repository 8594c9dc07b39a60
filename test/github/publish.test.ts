import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import examples from '@octokit/webhooks-examples' with { type: 'json' }
import { afterAll, describe, expect, jest, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { type Fault, StandIn } from './stand-in.ts'

/* eslint-disable @typescript-eslint/no-explicit-any -- payloads of many shapes */
// dist/action.js is started as the runner starts it; GitHub is a stand-in on loopback.
const action = join(import.meta.dirname, '../../dist/action.js')
const TOKEN = 'ghs_5ecretOfTheRunner0123456789abcdef'
const CHECK = 'POST /repos/{owner}/{repo}/check-runs'
const CHECKS = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs'
const UPDATE = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
const COMMENTS = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments'
const EDIT = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
const FILES = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'
const REVIEW = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews'

jest.setTimeout(90_000) // some runs wait for what does not come

const opened: { stop(): void }[] = []
afterAll(() => { for (const thing of opened) thing.stop() })
async function standIn(): Promise<StandIn> {
  const github = await new StandIn().start()
  opened.push(github)
  return github
}

/** A payload of GitHub's own examples. They have none of `schedule` and `pull_request_target`; the latter's is that of `pull_request`. */
function payload(event: string, change: (payload: any) => void = () => {}): any {
  const name = event === 'pull_request_target' ? 'pull_request' : event
  const all = (examples as unknown as { name: string; examples: any[] }[]).find(e => e.name === name)?.examples ?? [{}]
  const copy = structuredClone(all.find(e => e.action === undefined || ['opened', 'checks_requested', 'synchronize'].includes(e.action)) ?? all[0])
  change(copy)
  return copy
}

/** As many malformed rules as wanted: each is one finding. */
function policy(count: number, first = 0): string {
  const rules = Array.from({ length: count }, (_, i) => `"R${first + i}"="v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=70000|Name=R${first + i}|"`)
  return ['Windows Registry Editor Version 5.00', '', '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules]',
    '"RC"="v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=RC|"', ...rules, ''].join('\r\n')
}
const CONFIG = 'version: 1\nfeatures: [remote-control]\ntargets:\n  - name: Workstations\n    layers: [clients.reg]\n'

interface Options { event?: string; payload?: any; inputs?: Record<string, string>; env?: Record<string, string>; token?: string; config?: string }
interface Run { code: number; log: string; outputs: Record<string, string>; summary: string; report: Report }

async function run(github: StandIn, text: string, { event = 'pull_request', inputs = {}, env = {}, token = TOKEN, config = CONFIG, ...more }: Options = {}): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'publish-'))
  const temp = mkdtempSync(join(tmpdir(), 'runner-'))
  opened.push({ stop: () => { rmSync(folder, { recursive: true, force: true }); rmSync(temp, { recursive: true, force: true }) } })
  const file = (name: string, content = ''): string => {
    writeFileSync(join(temp, name), content)
    return join(temp, name)
  }
  writeFileSync(join(folder, 'clients.reg'), text)
  writeFileSync(join(folder, '.configmgr-firewall.yml'), config)
  // A clone of something else: here GitHub is asked for no base, which base-tree.test.ts is about.
  mkdirSync(join(folder, '.git'))
  writeFileSync(join(folder, '.git/config'), '[remote "origin"]\n\turl = https://github.com/contoso/elsewhere\n')
  const all = {
    PATH: process.env['PATH'], CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder, RUNNER_TEMP: temp, SECRET_OF_STEP: 'hunter2-value-of-the-environment',
    GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary'), GITHUB_EVENT_PATH: file('event.json', JSON.stringify(more.payload ?? payload(event))),
    GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'Codertocat/Hello-World', GITHUB_SHA: 'c0ffee0000000000000000000000000000000000', GITHUB_ACTOR: 'Codertocat',
    GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '4711', GITHUB_WORKFLOW: 'firewall --> <b>', GITHUB_JOB: 'policy', INPUT_TOKEN: token,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])), ...env,
  }
  const { code, log } = await new Promise<{ code: number; log: string }>(resolve => {
    const child = execFile(process.execPath, [action], { env: all, cwd: folder, maxBuffer: 1 << 28 }, (_error, out, err) => { resolve({ code: child.exitCode ?? -1, log: out + err }) })
  })
  const outputs = Object.fromEntries([...readFileSync(join(temp, 'output'), 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(m => [m[1] ?? '', m[3] ?? '']))
  const done = { code, log, outputs, summary: readFileSync(join(temp, 'summary'), 'utf8'), report: JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as Report }
  // What holds whatever happens: GitHub would take every request, and no secret is told.
  expect(github.wrong).toEqual([])
  for (const shown of [done.log, done.summary, JSON.stringify(done.outputs), JSON.stringify(github.seen.map(s => s.body))]) {
    expect(shown).not.toContain(TOKEN)
    expect(shown).not.toContain('hunter2')
  }
  return done
}
const troubles = (log: string): string[] => log.split('\n').filter(line => /title=configmgr-firewall-lint::.*\bposted\b/.test(line))
const fingerprint = (annotation: any): string => `${annotation.path}:${annotation.start_line}:${annotation.message}`

// These wait; they start now and are looked at below.
const slow = {
  github: {} as Record<string, StandIn>,
  start(name: string, fault: StandIn['fault'], count: number, options: Options = {}): Promise<Run> {
    return standIn().then(github => {
      github.fault = fault
      slow.github[name] = github
      return run(github, policy(count), { inputs: { comment: 'always' }, ...options })
    })
  },
}
const first = (route: string, fault: Fault, at = 0) => (asked: string, count: number): Fault | undefined => (asked === route && count === at ? fault : undefined)
const many = slow.start('20000', () => undefined, 20_000)
const waiting: Record<string, Promise<Run>> = {
  'a 500': slow.start('a 500', first(CHECK, { status: 500 }), 60),
  'a 502 after which it was done all the same': slow.start('a 502 after which it was done all the same', first(CHECK, { status: 502, took: true }), 60),
  'a dropped connection': slow.start('a dropped connection', first(UPDATE, { drop: true }), 120),
  'a connection dropped after the update was made': slow.start('a connection dropped after the update was made', first(UPDATE, { drop: true, took: true }), 120),
  'a connection dropped after the comment was made': slow.start('a connection dropped after the comment was made', first(COMMENT, { drop: true, took: true }), 1),
  'a slow answer': slow.start('a slow answer', first(CHECK, { silent: true, took: true }), 60),
  'a slow answer to a question': slow.start('a slow answer to a question', first(COMMENTS, { silent: true }), 1),
  'a 429 that says when to come back': slow.start('a 429 that says when to come back', first(CHECK, { status: 429, headers: { 'retry-after': '1' }, message: 'You have exceeded a secondary rate limit.' }), 60),
  'a plain 429': slow.start('a plain 429', first(COMMENT, { status: 429, headers: { 'retry-after': '1' }, message: 'Too many requests' }), 1),
  'a secondary limit': slow.start('a secondary limit', first(UPDATE, { status: 403, headers: { 'retry-after': '1' }, message: 'You have exceeded a secondary rate limit. Please wait.' }), 120),
  'a rate limit that ends soon': slow.start('a rate limit that ends soon', first(CHECKS, {
    status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 1) }, message: 'API rate limit exceeded for installation.',
  }), 1),
}
const broken = slow.start('broken', () => ({ status: 503 }), 11, { event: 'push' })
const unreachable = slow.start('unreachable', () => ({ drop: true }), 11)

describe('every finding is annotated, in requests of fifty', () => {
  test.each([0, 1, 9, 11, 51, 500])('%d findings', async count => {
    const github = await standIn()
    const done = await run(github, policy(count))
    expect(done.report.findings).toHaveLength(count)
    expect(done.code).toBe(count === 0 ? 0 : 1)
    expect(github.checkRuns).toHaveLength(1)
    const [check] = github.checkRuns
    expect(check).toMatchObject({ name: 'ConfigMgr firewall (policy)', conclusion: count === 0 ? 'success' : 'failure', details_url: 'https://github.com/Codertocat/Hello-World/actions/runs/4711' })
    expect(new Set(check?.annotations.map(fingerprint)).size).toBe(count)
    expect(check?.annotations).toHaveLength(count)
    expect(github.asked(UPDATE)).toHaveLength(Math.max(0, Math.ceil(count / 50) - 1))
    expect(github.comments).toHaveLength(count === 0 ? 0 : 1)
    expect(done.outputs['check-run-id']).toBe(String(check?.id))
    expect(troubles(done.log)).toEqual([])
    expect(github.seen.every(s => s.authorization === `token ${TOKEN}`)).toBe(true)
  })

  test('20,000 findings end after a bounded number of requests, and the rest is told', async () => {
    const done = await many
    const github = slow.github['20000'] as StandIn
    expect(done.report.findings).toHaveLength(20_000)
    expect(github.seen.length).toBeLessThan(90)
    const [check] = github.checkRuns
    expect(new Set(check?.annotations.map(fingerprint)).size).toBe(3750)
    expect(check?.output.summary).toContain('The first 3750 of 20000 findings are annotated here')
    expect(Buffer.byteLength(done.summary)).toBeLessThanOrEqual(1 << 20)
    expect(github.comments[0]?.body.length).toBeLessThanOrEqual(65_536)
    expect(troubles(done.log)).toEqual([])
  })
})

describe('a run again', () => {
  test('with the same findings updates check run and comment, and adds nothing', async () => {
    const github = await standIn()
    await run(github, policy(60))
    const again = await run(github, policy(60), { env: { GITHUB_RUN_ID: '4712' } })
    expect(github.checkRuns).toHaveLength(1)
    expect(github.checkRuns[0]?.annotations).toHaveLength(60)
    expect(github.checkRuns[0]).toMatchObject({ details_url: 'https://github.com/Codertocat/Hello-World/actions/runs/4712' })
    expect(github.comments).toHaveLength(1)
    expect(github.asked(EDIT)).toHaveLength(0) // it already says so
    expect(again.outputs['comment-id']).toBe(String(github.comments[0]?.id))
  })

  test('with other findings makes a new check run, for annotations cannot be taken away, and changes the comment in place', async () => {
    const github = await standIn()
    await run(github, policy(3))
    await run(github, policy(2, 100))
    expect(github.checkRuns.map(c => c.annotations.length)).toEqual([3, 2])
    expect(github.checkRuns[0]?.external_id.split(':').slice(0, 2)).toEqual(github.checkRuns[1]?.external_id.split(':').slice(0, 2))
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain('R100')
  })

  test('goes on where an attempt was cut off', async () => {
    const github = await standIn()
    github.fault = (route, count) => (route === UPDATE && count >= 1 && count < 9 ? { status: 403 } : undefined)
    const cut = await run(github, policy(200))
    expect(github.checkRuns[0]?.annotations).toHaveLength(100)
    expect(troubles(cut.log)).toHaveLength(1)
    github.fault = () => undefined
    await run(github, policy(200))
    expect(github.checkRuns).toHaveLength(1)
    expect(new Set(github.checkRuns[0]?.annotations.map(fingerprint)).size).toBe(200)
    expect(github.checkRuns[0]?.annotations).toHaveLength(200)
  })

  test('mended: the comment that is there says so; without one there is nothing to say', async () => {
    const github = await standIn()
    await run(github, policy(2))
    await run(github, policy(0))
    expect(github.comments[0]?.body).toContain('✅')
    const quiet = await standIn()
    await run(quiet, policy(0))
    expect(quiet.comments).toEqual([])
  })

  test('the comment is found behind a hundred others, and a marker that somebody else wrote is not ours', async () => {
    const github = await standIn()
    await run(github, policy(1))
    const own = github.comments[0]?.body ?? ''
    const stranger = { login: 'mallory', type: 'User' }
    github.comments.unshift(...Array.from({ length: 230 }, (_, i) => ({ id: 1000 + i, body: i === 5 ? own : 'Me too', user: stranger })))
    await run(github, policy(2))
    expect(github.comments).toHaveLength(231)
    expect(github.comments.at(-1)?.body).toContain('R1')
    expect(github.comments[5]?.body).toBe(own)
  })

  test('with the token of a person the comment of that person counts', async () => {
    const github = await standIn()
    github.user = 'octocat'
    const token = 'ghp_ofAPerson'
    await run(github, policy(1), { token })
    github.comments.unshift({ ...github.comments[0] as any, id: 1, user: { login: 'github-actions[bot]', type: 'Bot' } })
    await run(github, policy(2), { token })
    expect(github.comments).toHaveLength(2)
    expect(github.comments[1]?.body).toContain('R1')
  })
})

describe('what may pass is tried again, and nothing stands twice:', () => {
  test.each(Object.keys(waiting))('%s', async name => {
    const done = await (waiting[name] as Promise<Run>)
    const github = slow.github[name] as StandIn
    expect(troubles(done.log)).toEqual([])
    expect(github.checkRuns).toHaveLength(1)
    const annotations = github.checkRuns[0]?.annotations ?? []
    expect(annotations).toHaveLength(done.report.findings.length)
    expect(new Set(annotations.map(fingerprint)).size).toBe(annotations.length)
    expect(github.comments).toHaveLength(1)
  })
  test('an API that only fails ends after a few attempts; the verdict and all findings are there', async () => {
    for (const [name, pending] of [['broken', broken], ['unreachable', unreachable]] as const) {
      const done = await pending
      expect(done).toMatchObject({ code: 1, outputs: { result: 'failed', errors: '11' } })
      expect(troubles(done.log)).toHaveLength(1)
      expect(done.log).toContain(name === 'broken' ? 'GitHub answered 503' : 'GitHub did not answer')
      expect((slow.github[name] as StandIn).seen.length).toBeLessThanOrEqual(8)
    }
  })
})

describe('a token that may not', () => {
  const inputs = { comment: 'always', check: 'true' }
  test.each([
    [CHECKS, '"checks: write"'], [CHECK, '"checks: write"'], [UPDATE, '"checks: write"'],
    [COMMENTS, '"pull-requests: write"'], [COMMENT, '"pull-requests: write"'],
  ])('at %s: the rest is posted, and one line says which permission to give', async (route, permission) => {
    const github = await standIn()
    github.fault = asked => (asked === route ? { status: 403 } : undefined)
    const done = await run(github, policy(60), { inputs })
    expect(done).toMatchObject({ code: 1, outputs: { errors: '60' } })
    expect(troubles(done.log)).toHaveLength(1)
    expect(troubles(done.log)[0]).toContain('::warning')
    expect(troubles(done.log)[0]).toContain(permission)
    expect(github.asked(route)).toHaveLength(1)
    if (route.includes('check')) expect(github.comments).toHaveLength(1)
    else expect(github.checkRuns[0]?.annotations).toHaveLength(60)
  })

  test('contents: read alone is enough for the gate: one notice, which names both permissions', async () => {
    const github = await standIn()
    github.fault = () => ({ status: 403 })
    const done = await run(github, policy(1))
    expect(done).toMatchObject({ code: 1, outputs: { result: 'failed', errors: '1' } })
    expect(troubles(done.log)).toEqual([expect.stringMatching(/^::notice .*"checks: write", "pull-requests: write"/)])
    expect((await run(github, policy(0))).code).toBe(0)
  })

  test.each([
    ['a fork', (p: any) => { p.pull_request.head.repo.full_name = 'mallory/Hello-World' }, {}],
    ['Dependabot', (p: any) => { p.pull_request.user.login = 'dependabot[bot]' }, { GITHUB_ACTOR: 'dependabot[bot]' }],
  ] as const)('%s: a notice in plain words, even where the workflow asks for the check run', async (_who, change, env) => {
    const github = await standIn()
    github.fault = () => ({ status: 403 })
    const done = await run(github, policy(1), { inputs, payload: payload('pull_request', change), env })
    expect(done.code).toBe(1)
    expect(troubles(done.log)).toEqual([expect.stringMatching(/^::notice .*forks and Dependabot/)])
  })

  test('a limit that ends too late, a wrong token and a repository that is gone are told once', async () => {
    const github = await standIn()
    github.fault = () => ({ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3000) }, message: 'API rate limit exceeded' })
    const limited = await run(github, policy(1), { inputs })
    expect(troubles(limited.log)).toEqual([expect.stringContaining('rate limit')])
    expect(github.seen).toHaveLength(1)
    github.fault = () => ({ status: 401, message: `Bad credentials ${TOKEN}` })
    expect(troubles((await run(github, policy(1), { inputs })).log)).toEqual([expect.stringContaining('does not know the token')])
    github.fault = () => ({ status: 404 })
    expect(troubles((await run(github, policy(1), { inputs })).log)).toEqual([expect.stringContaining('the token may not')])
  })

  test('no token: nothing is asked; it is only said where the workflow wants to post', async () => {
    const github = await standIn()
    const done = await run(github, policy(1), { token: '' })
    expect(done.code).toBe(1)
    expect(troubles(done.log)).toEqual([])
    expect(troubles((await run(github, policy(1), { token: '', inputs })).log)).toEqual([expect.stringContaining('no token')])
    expect(github.seen).toEqual([])
  })
})

describe('every kind of run', () => {
  const head = (event: string): string => (event.startsWith('pull_request') ? payload(event).pull_request.head.sha : event === 'merge_group' ? payload(event).merge_group.head_sha : 'c0ffee0000000000000000000000000000000000')
  test.each(['pull_request', 'pull_request_target', 'merge_group', 'push', 'schedule', 'workflow_dispatch'])('%s', async event => {
    const github = await standIn()
    const done = await run(github, policy(1), { event, inputs: { comment: 'always' } })
    expect(done.code).toBe(1)
    expect(troubles(done.log)).toEqual([])
    expect(github.checkRuns).toMatchObject([{ head_sha: head(event), conclusion: 'failure' }])
    expect(github.comments).toHaveLength(event.startsWith('pull_request') ? 1 : 0)
  })

  test('GitHub Enterprise Server: the API of the environment', async () => {
    const github = await standIn()
    await run(github, policy(1), { env: { GITHUB_API_URL: `${github.url}/api/v3`, GITHUB_SERVER_URL: 'https://github.example' } })
    expect(github.checkRuns).toMatchObject([{ details_url: 'https://github.example/Codertocat/Hello-World/actions/runs/4711' }])
    expect(github.seen.every(s => s.path.startsWith('/api/v3/'))).toBe(true)
  })

  test('switched off: nothing is asked', async () => {
    const github = await standIn()
    await run(github, policy(1), { inputs: { check: 'false', comment: 'never' } })
    await run(github, policy(1), { inputs: { check: 'false' }, config: `${CONFIG}comment: never\n` })
    expect(github.seen).toEqual([])
  })

  test.each([['no event', undefined], ['a broken event', '{']])('%s: the step does its work', async (_what, text) => {
    const github = await standIn()
    const folder = mkdtempSync(join(tmpdir(), 'event-'))
    if (text !== undefined) writeFileSync(join(folder, 'event'), text)
    const done = await run(github, policy(1), { env: { GITHUB_EVENT_PATH: join(folder, 'event') } })
    rmSync(folder, { recursive: true })
    expect(done.code).toBe(1)
    expect(github.checkRuns).toHaveLength(1)
    expect(done.log).not.toContain(folder)
  })

  test('hostile names stay text in what is posted', async () => {
    const github = await standIn()
    await run(github, policy(0).replace('Protocol=6|LPort=2701|Name=RC|', 'Protocol=6|LPort=70000|Name=<img src=x>@octocat ](http://evil.example) `|'))
    const body = github.comments[0]?.body ?? ''
    expect(body.replace(/^```\w*\n[\s\S]*?\n```$/gm, '')).not.toMatch(/<img|@octocat|\]\(http/)
    expect(body.split('\n')[0]).toMatch(/^<!-- configmgr-firewall-lint:[0-9a-f]{16} -->$/)
  })
})

describe('suggestions', () => {
  const wrong = policy(0).replace('Active=TRUE', 'Active=FALSE')
  const line = wrong.split('\r\n')[3] ?? ''
  const inputs = { suggestions: 'true', comment: 'never', check: 'false' }
  const patch = (text: string, at = 4): any => ({ filename: 'clients.reg', patch: `@@ -1,0 +${at},1 @@\n+${text}\n` })

  test('a rule of the change gets its exact replacement, once', async () => {
    const github = await standIn()
    github.files = [{ filename: 'other.txt', patch: '@@ -0,0 +1 @@\n+x' }, patch(line)]
    const done = await run(github, wrong, { inputs })
    expect(done.outputs['suggestions']).toBe('1')
    expect(github.reviewComments).toMatchObject([{ path: 'clients.reg', line: 4, side: 'RIGHT' }])
    expect(github.reviewComments[0].body).toContain(`\`\`\`suggestion\n${line.replace('Active=FALSE', 'Active=TRUE')}\n\`\`\``)
    expect(github.asked(REVIEW)[0]?.body).toMatchObject({ event: 'COMMENT', commit_id: payload('pull_request').pull_request.head.sha })
    await run(github, wrong, { inputs })
    expect(github.reviewComments).toHaveLength(1)
  })

  test('lines that the change does not show, or shows otherwise, are left alone; moved ones are found', async () => {
    const github = await standIn()
    github.files = [patch('"RC"="something else"')]
    await run(github, wrong, { inputs })
    github.files = [{ filename: 'clients.reg' }]
    await run(github, wrong, { inputs })
    expect(github.reviewComments).toEqual([])
    github.files = [patch(line, 9)]
    await run(github, wrong, { inputs })
    expect(github.reviewComments).toMatchObject([{ line: 9 }])
  })

  test.each([FILES, REVIEW])('a token that may not at %s is told', async route => {
    const github = await standIn()
    github.files = [patch(line)]
    github.fault = asked => (asked === route ? { status: 403 } : undefined)
    expect(troubles((await run(github, wrong, { inputs })).log)).toEqual([expect.stringMatching(/^::warning .*suggestions.*"pull-requests: write"/)])
  })
})
