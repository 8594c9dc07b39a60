import examples from '@octokit/webhooks-examples' with { type: 'json' }
import { expect, test } from '@jest/globals'
import { readEvent } from '../../src/io/events.ts'

interface Payload { [key: string]: any } // eslint-disable-line @typescript-eslint/no-explicit-any -- examples of many shapes
const SHA = 'c0ffee0000000000000000000000000000000000'
const payloads = (name: string): Payload[] => (examples as unknown as { name: string; examples: Payload[] }[]).find(e => e.name === name)?.examples ?? []
const env = (name: string, more: Record<string, string> = {}) => ({ GITHUB_EVENT_NAME: name, GITHUB_SHA: SHA, GITHUB_REPOSITORY: 'contoso/firewall', GITHUB_ACTOR: 'kim', ...more })
const NO_PAYLOADS = ['schedule', 'workflow_call']

test('every example of a pull request names base, head and number, for both of its events', () => {
  for (const name of ['pull_request', 'pull_request_target']) {
    const all = payloads('pull_request')
    expect(all.length).toBeGreaterThan(20)
    for (const payload of all) {
      const { base, head, sha, pullRequest, readOnly } = readEvent(payload, env(name))
      expect({ base, head, sha, readOnly }).toEqual({ base: payload['pull_request'].base.sha, head: payload['pull_request'].head.sha, sha: SHA, readOnly: false })
      expect(pullRequest).toMatchObject({ number: payload['pull_request'].number, baseRef: payload['pull_request'].base.ref, fork: false })
    }
  }
})
test('a merge group compares with its own base, not with the branch', () => {
  for (const payload of payloads('merge_group')) {
    expect(readEvent(payload, env('merge_group'))).toMatchObject({ base: payload['merge_group'].base_sha, head: payload['merge_group'].head_sha, pullRequest: undefined })
  }
})
test('a push compares with what the branch was before; a new branch with nothing', () => {
  const bases = payloads('push').map(payload => readEvent(payload, env('push')).base)
  expect(bases).toEqual(payloads('push').map(({ before }) => (/^0+$/.test(before as string) ? undefined : before)))
  expect(new Set(bases).size).toBeGreaterThan(1)
})
test('events without a change have no base, with or without a payload', () => {
  for (const payload of payloads('workflow_dispatch')) expect(readEvent(payload, env('workflow_dispatch'))).toMatchObject({ base: undefined, head: SHA })
  for (const name of NO_PAYLOADS) expect(readEvent(undefined, env(name))).toMatchObject({ base: undefined, head: SHA, repository: { owner: 'contoso', name: 'firewall' } })
})
test('a fork, a fork that is gone, and Dependabot may only read', () => {
  const [payload] = payloads('pull_request')
  const from = (head: unknown): Payload => ({ ...payload, pull_request: { ...payload?.['pull_request'], head: { ...payload?.['pull_request'].head, repo: head } } })
  for (const repo of [{ full_name: 'stranger/firewall' }, null]) {
    expect(readEvent(from(repo), env('pull_request'))).toMatchObject({ readOnly: true, pullRequest: { fork: true } })
    // pull_request_target runs with the rights of the base.
    expect(readEvent(from(repo), env('pull_request_target'))).toMatchObject({ readOnly: false, pullRequest: { fork: true } })
  }
  expect(readEvent(payload, env('pull_request', { GITHUB_ACTOR: 'dependabot[bot]' }))).toMatchObject({ readOnly: true, dependabot: true })
})
test('every example of every event is read without a throw, and so is what is no payload', () => {
  for (const { name, examples: list } of examples as unknown as { name: string; examples: Payload[] }[]) for (const payload of list) readEvent(payload, env(name))
  const hostile: unknown[] = [null, 1, 'x', [], { pull_request: 'x' }, { pull_request: { number: -1, base: { sha: '--upload-pack=x' }, head: { sha: SHA } } }, { before: '$(id)' }, { merge_group: { base_sha: 7 } }]
  for (const payload of hostile) for (const name of ['pull_request', 'push', 'merge_group']) expect(readEvent(payload, env(name))).toMatchObject({ base: undefined, pullRequest: undefined })
})
