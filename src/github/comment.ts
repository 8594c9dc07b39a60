import { allPages, type Client, NO_RETRY, statusOf } from './client.ts'
import type { Repository } from './check-run.ts'

export interface CommentRequest {
  readonly number: number
  /** What tells this comment from others; the first line of its body. */
  readonly marker: string
  readonly body: string
  /** Whether a comment is made where there is none yet. One that is there is always brought up to date. */
  readonly create: boolean
}
export type CommentResult = { readonly done: 'created' | 'updated' | 'unchanged'; readonly id: number } | { readonly done: 'none' }

/** GitHub takes 65,536 characters. */
export const MOST_COMMENT = 65_000
const MOST_PAGES = 30

/** One comment on the pull request, changed in place. */
export async function postComment(client: Client, at: Repository, wanted: CommentRequest, isOwn: IsOwn): Promise<CommentResult> {
  const body = `${wanted.marker}\n${wanted.body}`
  const there = await find(client, at, wanted, isOwn)
  if (there) {
    if (there.body === body) return { done: 'unchanged', id: there.id }
    await client.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { ...at, comment_id: there.id, body })
    return { done: 'updated', id: there.id }
  }
  if (!wanted.create) return { done: 'none' }
  const { id } = await client.once(async () => {
    const { data } = await client.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...at, issue_number: wanted.number, body, ...NO_RETRY })
    return { id: Number(data.id) }
  }, () => find(client, at, wanted, isOwn))
  return { done: 'created', id }
}

async function find(client: Client, at: Repository, { number, marker }: CommentRequest, isOwn: IsOwn): Promise<{ id: number; body: string } | undefined> {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...at, issue_number: number, per_page: 100, page })
    for (const { id, body, user } of data) {
      if (body?.startsWith(marker) === true && await isOwn(user)) return { id: Number(id), body: body.replaceAll('\r\n', '\n') }
    }
    if (data.length < 100) return undefined
  }
  return undefined
}

export interface Author { readonly login: string; readonly type: string }
/** Whether an author is the one that the token writes as. Anybody can write our marker into a comment of theirs. */
export type IsOwn = (author: Author | null | undefined) => Promise<boolean>

/**
 * A person's token names its owner. The token of a workflow may not ask, and writes as a bot (`github-actions[bot]`, or the App's own):
 * then any bot will do, for a bot writes the marker only where we did.
 */
export function ownership(client: Client, token: string): IsOwn {
  let login: Promise<string | undefined> | undefined
  const ask = async (): Promise<string | undefined> => {
    if (token.startsWith('ghs_')) return undefined // the token of an App's installation, as GITHUB_TOKEN is
    try {
      return (await client.request('GET /user')).data.login
    } catch (error) {
      if (statusOf(error) === 403 || statusOf(error) === 404) return undefined
      throw error
    }
  }
  return async author => {
    if (!author) return false
    const own = await (login ??= ask())
    return own === undefined ? author.type === 'Bot' : author.login === own
  }
}

/** All comments of a review that this identity wrote, by the markers in them. */
export async function ownReviewComments(client: Client, at: Repository, number: number, isOwn: IsOwn): Promise<string[]> {
  const comments = await allPages(MOST_PAGES, async page =>
    (await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', { ...at, pull_number: number, per_page: 100, page })).data)
  const bodies: string[] = []
  for (const { body, user } of comments) if (await isOwn(user)) bodies.push(body)
  return bodies
}
