import { createHash } from 'node:crypto'
import type { Annotation } from './annotations.ts'
import { allPages, type Client, NO_RETRY } from './client.ts'

export interface Repository { readonly owner: string; readonly repo: string }

export interface CheckRunRequest {
  readonly name: string
  readonly headSha: string
  /** The same for each run of this job, and for no other job. */
  readonly identity: string
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly title: string
  readonly summary: string
  readonly text: string
  readonly annotations: readonly Annotation[]
  readonly detailsUrl?: string
}
export interface CheckRunResult { readonly id: number; readonly annotations: number }

/** GitHub's limit for one request. */
const BATCH = 50
/** One run stays below the 80 writes a minute of GitHub's secondary limits, with room for the comment and the review. */
export const MOST_ANNOTATIONS = 75 * BATCH

interface Run { readonly id: number; readonly externalId: string; readonly annotations: number }

/**
 * One check run for one commit and one set of annotations. GitHub only ever adds annotations to a run and takes none away, so:
 * the same findings again (a re-run) update the run that is there, and go on where an earlier attempt was cut off;
 * other findings make a new run of the same name, behind which GitHub hides the older one.
 */
export async function postCheckRun(client: Client, at: Repository, wanted: CheckRunRequest): Promise<CheckRunResult> {
  const annotations = wanted.annotations.slice(0, MOST_ANNOTATIONS)
  const externalId = `${wanted.identity}:${digest(JSON.stringify(wanted.annotations))}`
  const output = { title: wanted.title, summary: wanted.summary, text: wanted.text }
  const state = {
    ...at, status: 'completed' as const, conclusion: wanted.conclusion, external_id: externalId,
    ...(wanted.detailsUrl !== undefined && { details_url: wanted.detailsUrl }),
  }
  const batch = (from: number): { annotations?: Annotation[] } => (from < annotations.length ? { annotations: annotations.slice(from, from + BATCH) } : {})

  const earlier = await latest(client, at, wanted)
  const same = earlier !== undefined && earlier.externalId === externalId && earlier.annotations <= annotations.length ? earlier : undefined
  let run: Run
  if (same) run = same
  else {
    // At once with its conclusion: a run that waited for its last batch would wait for ever when that one fails.
    const created = (): Promise<Run | undefined> => latest(client, at, wanted).then(now => (now && now.id !== earlier?.id && now.externalId === externalId ? now : undefined))
    run = await client.once(async () => {
      const { data } = await client.request('POST /repos/{owner}/{repo}/check-runs', {
        ...state, name: wanted.name, head_sha: wanted.headSha, output: { ...output, ...batch(0) }, ...NO_RETRY,
      })
      return { id: Number(data.id), externalId, annotations: Math.min(BATCH, annotations.length) }
    }, created)
  }
  let posted = run.annotations
  for (let first = same !== undefined; first || posted < annotations.length; first = false) {
    const next = Math.min(posted + BATCH, annotations.length)
    await client.once(async () => {
      await client.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
        ...state, check_run_id: run.id, output: { ...output, ...batch(posted) }, ...NO_RETRY,
      })
      return true
    }, async () => {
      if (next === posted) return undefined // says the same however often it is sent
      const { data } = await client.request('GET /repos/{owner}/{repo}/check-runs/{check_run_id}', { ...at, check_run_id: run.id })
      return data.output.annotations_count >= next ? true : undefined
    })
    posted = next
  }
  return { id: run.id, annotations: posted }
}

/** The run of this job that GitHub shows for the commit: the youngest. */
async function latest(client: Client, at: Repository, { headSha, name, identity }: CheckRunRequest): Promise<Run | undefined> {
  const runs = await allPages(10, async page => {
    const { data } = await client.request('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ...at, ref: headSha, check_name: name, filter: 'all', per_page: 100, page })
    return data.check_runs
  })
  const own = runs.filter(run => run.external_id?.startsWith(`${identity}:`)).sort((a, b) => Number(b.id) - Number(a.id))[0]
  return own && { id: Number(own.id), externalId: own.external_id ?? '', annotations: own.output.annotations_count }
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
