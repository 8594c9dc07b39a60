import { UsageError } from '../model/usage-error.ts'
import type { Repository } from './check-run.ts'
import { type Failure, failureOf, openClient } from './client.ts'

/** One entry of a tree, by its path from that tree. */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
  readonly size: number
}
/** Reads a repository's objects. Whatever goes wrong is a UsageError in plain words. */
export interface Reader {
  parents(commit: string): Promise<readonly string[]>
  mergeBase(base: string, head: string): Promise<string>
  /** `truncated`: the tree is larger than one answer, 100,000 entries or 7 MB. */
  tree(sha: string, recursive: boolean): Promise<{ readonly entries: readonly TreeEntry[]; readonly truncated: boolean }>
  blob(sha: string): Promise<Uint8Array>
}

/** One more attempt and no more: a gate waits for these answers. Each request gets its own, for the plugins count in it. */
const briefly = (): { request: { retries: number } } => ({ request: { retries: 1 } })

/** Connects with a token that may read (`contents: read`). */
export async function openReader(at: Repository, token: string, version: string, clock: () => number): Promise<Reader> {
  const { request } = await openClient(token, version, clock).catch(() => { throw new UsageError('the connection cannot be set up') })
  return {
    parents: commit => answered(
      request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...at, ...briefly(), commit_sha: commit }),
      ({ parents }) => parents.map(({ sha }) => sha),
    ),
    mergeBase: (base, head) => answered(
      // Only the place where they parted is wanted; one commit a page keeps the answer small.
      request('GET /repos/{owner}/{repo}/compare/{basehead}', { ...at, ...briefly(), basehead: `${base}...${head}`, per_page: 1 }),
      ({ merge_base_commit: { sha } }) => sha,
    ),
    tree: (sha, recursive) => answered(
      request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', { ...at, ...briefly(), tree_sha: sha, ...(recursive && { recursive: '1' }) }),
      ({ tree, truncated }) => ({ truncated, entries: tree.map(e => ({ path: e.path, mode: e.mode, type: e.type, sha: e.sha, size: e.size ?? 0 })) }),
    ),
    blob: sha => answered(
      request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { ...at, ...briefly(), file_sha: sha }),
      ({ content, encoding }) => Buffer.from(content, encoding as 'base64'),
    ),
  }
}

async function answered<T, U>(answer: Promise<{ data: T }>, read: (data: T) => U): Promise<U> {
  const { data } = await answer.catch((error: unknown) => { throw new UsageError(reason(failureOf(error))) })
  try {
    return read(data)
  } catch {
    throw new UsageError('what came was no answer of GitHub') // the page of a proxy, for example
  }
}

function reason(failure: Failure): string {
  switch (failure.kind) {
    case 'token': return 'GitHub does not know the token'
    case 'permission': return 'the token may not read this repository (give the job the permission "contents: read")'
    case 'gone': return 'GitHub does not have it, or the token may not read this repository (give the job the permission "contents: read")'
    case 'rate-limit': return 'the rate limit of the token is used up'
    case 'no-answer': return 'GitHub did not answer in time'
    case 'server': return `GitHub answered ${failure.status}`
    case 'refused': return `GitHub refused the request (${failure.status})`
  }
}
