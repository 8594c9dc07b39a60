import { readFileSync } from 'node:fs'

/** What a run on GitHub is about, as the event says it. Nothing here is secret, and nothing comes from the files of the change. */
export interface RunEvent {
  /** `pull_request`, `push` …; empty outside of a workflow. */
  readonly name: string
  /** The commit to compare with; undefined where the event has none (schedule, workflow_dispatch, a new branch). */
  readonly base: string | undefined
  /** The commit that check runs and SARIF belong to: the head of a pull request, else the commit of the run. */
  readonly head: string | undefined
  /** `GITHUB_SHA`: on `pull_request` the merge that GitHub made for the run. */
  readonly sha: string | undefined
  readonly pullRequest: PullRequest | undefined
  /** The repository that the run belongs to; undefined when neither the environment nor the event names it. */
  readonly repository: { readonly owner: string; readonly name: string } | undefined
  readonly actor: string
  /** Dependabot's runs get a token that only reads, whatever the workflow asks for. */
  readonly dependabot: boolean
  /** GitHub gives this run no token that writes: a pull request from a fork or by Dependabot. */
  readonly readOnly: boolean
}
export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** The branch that it goes to. */
  readonly baseRef: string
  /** Its head is in another repository, or in one that is gone. */
  readonly fork: boolean
}
export type Environment = Readonly<Record<string, string | undefined>>

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const NAME = /^([\w.-]+)\/([\w.-]+)$/

/** The event of this run; what the payload does not hold, or holds in another shape, is absent. */
export function readEvent(payload: unknown, env: Environment): RunEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const pullRequest = pullRequestOf(at(payload, 'pull_request'))
  const sha = commit(env['GITHUB_SHA'])
  const actor = env['GITHUB_ACTOR'] ?? text(at(payload, 'sender', 'login')) ?? ''
  // Re-runs by a person keep the author's rights: the author of the pull request counts as well.
  const dependabot = [actor, text(at(payload, 'pull_request', 'user', 'login'))].includes('dependabot[bot]')
  return {
    name, sha, pullRequest, actor, dependabot,
    base: baseOf(name, payload, pullRequest),
    head: pullRequest?.headSha ?? (name === 'merge_group' ? commit(at(payload, 'merge_group', 'head_sha')) : undefined) ?? sha,
    repository: repositoryOf(env['GITHUB_REPOSITORY']) ?? repositoryOf(at(payload, 'repository', 'full_name')),
    readOnly: dependabot ? name !== 'schedule' && name !== 'workflow_dispatch' : name === 'pull_request' && pullRequest?.fork === true,
  }
}

/** What each event compares with (docs.github.com, "Events that trigger workflows"). */
function baseOf(name: string, payload: unknown, pullRequest: PullRequest | undefined): string | undefined {
  switch (name) {
    case 'pull_request': case 'pull_request_target': return pullRequest?.baseSha
    case 'merge_group': return commit(at(payload, 'merge_group', 'base_sha'))
    case 'push': return commit(at(payload, 'before'))
    default: return undefined
  }
}

function pullRequestOf(value: unknown): PullRequest | undefined {
  const number = at(value, 'number')
  const [headSha, baseSha] = [commit(at(value, 'head', 'sha')), commit(at(value, 'base', 'sha'))]
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1 || headSha === undefined || baseSha === undefined) return undefined
  const [from, to] = [text(at(value, 'head', 'repo', 'full_name')), text(at(value, 'base', 'repo', 'full_name'))]
  return { number, headSha, baseSha, baseRef: text(at(value, 'base', 'ref')) ?? '', fork: from === undefined || from !== to }
}
function repositoryOf(value: unknown): RunEvent['repository'] {
  const match = NAME.exec(text(value) ?? '')
  return match ? { owner: match[1] as string, name: match[2] as string } : undefined
}

/** A commit id; all zeros mean "none" (a branch that is new or gone). */
const commit = (value: unknown): string | undefined => (typeof value === 'string' && COMMIT.test(value) && !/^0+$/.test(value) ? value : undefined)
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value
  for (const key of keys) found = typeof found === 'object' && found !== null && Object.hasOwn(found, key) ? (found as Record<string, unknown>)[key] : undefined
  return found
}

/** The payload that the runner left for this run; undefined without one, or when it is no JSON. */
export function readPayload(env: Environment): unknown {
  const path = env['GITHUB_EVENT_PATH']
  if (!path) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}
