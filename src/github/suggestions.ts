import { printableLines } from '../text/printable.ts'
import { type Repository, digest } from './check-run.ts'
import { allPages, type Client, NO_RETRY } from './client.ts'
import { type IsOwn, ownReviewComments } from './comment.ts'
import { locate, parsePatch } from './patch.ts'

/** Lines to put in the place of others, for one finding. */
export interface Suggestion {
  readonly path: string
  readonly startLine: number
  /** The lines as they are, without line ends. */
  readonly was: readonly string[]
  readonly lines: readonly string[]
  /** Why, as Markdown in which text from files is already escaped. */
  readonly why: string
  readonly fingerprint: string
}
export interface SuggestionsRequest {
  readonly number: number
  readonly headSha: string
  readonly suggestions: readonly Suggestion[]
  /** The words over all of them. */
  readonly intro: string
}

/** More would bury the conversation; the report has them all. */
const MOST_SUGGESTIONS = 30
/** GitHub lists at most 3,000 files of a pull request. */
const MOST_PAGES = 30

/** One review with the suggestions that are not there yet, on lines that the change shows. Gives how many were posted. */
export async function postSuggestions(client: Client, at: Repository, wanted: SuggestionsRequest, isOwn: IsOwn): Promise<number> {
  const safe = wanted.suggestions.filter(isExact)
  if (safe.length === 0) return 0
  const paths = new Set(safe.map(s => s.path))
  const files = await allPages(MOST_PAGES, async page =>
    (await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { ...at, pull_number: wanted.number, per_page: 100, page })).data)
  const patches = new Map(files.filter(f => paths.has(f.filename) && f.patch !== undefined).map(f => [f.filename, parsePatch(f.patch ?? '')]))
  const placed = safe.flatMap(suggestion => {
    const patch = patches.get(suggestion.path)
    const line = patch && locate(patch, suggestion.startLine, suggestion.was)
    return line === undefined ? [] : [{ suggestion, line, marker: markerOf(suggestion) }]
  })
  if (placed.length === 0) return 0
  const missing = async (): Promise<typeof placed> => {
    const there = (await ownReviewComments(client, at, wanted.number, isOwn)).join('\n')
    return placed.filter(({ marker }) => !there.includes(marker))
  }
  const open = disjoint(await missing()).slice(0, MOST_SUGGESTIONS)
  if (open.length === 0) return 0
  return client.once(async () => {
    await client.request('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', {
      ...at, pull_number: wanted.number, commit_id: wanted.headSha, event: 'COMMENT', body: wanted.intro,
      comments: open.map(({ suggestion, line, marker }) => ({
        path: suggestion.path, body: bodyOf(suggestion, marker), side: 'RIGHT', line: line + suggestion.was.length - 1,
        ...(suggestion.was.length > 1 && { start_line: line, start_side: 'RIGHT' }),
      })),
      ...NO_RETRY,
    })
    return open.length
  }, async () => {
    const still = new Set((await missing()).map(({ marker }) => marker))
    return open.every(({ marker }) => !still.has(marker)) ? open.length : undefined
  })
}

/** The same finding with the same lines gets no second suggestion, wherever the lines have moved to. */
const markerOf = ({ path, was, lines }: Suggestion): string => `<!-- configmgr-firewall-lint:fix:${digest(JSON.stringify([path, was, lines]))} -->`
/** What cannot be shown as it is cannot be suggested: the button writes what the comment says. */
const isExact = ({ was, lines, path }: Suggestion): boolean => path !== '' && was.length > 0
  && [...was, ...lines].every(line => printableLines(line) === line && !/[\r\n]/.test(line) && line.length <= 4000)

/** Two suggestions for one line would undo each other: the first stays, a later run brings the next. */
function disjoint<T extends { suggestion: Suggestion; line: number }>(placed: readonly T[]): T[] {
  const taken = new Set<string>()
  return placed.filter(({ suggestion, line }) => {
    const keys = suggestion.was.map((_, i) => `${line + i} ${suggestion.path}`)
    if (keys.some(key => taken.has(key))) return false
    for (const key of keys) taken.add(key)
    return true
  })
}

function bodyOf({ why, lines }: Suggestion, marker: string): string {
  const longest = lines.join('\n').match(/`+/g)?.reduce((most, run) => Math.max(most, run.length), 0) ?? 0
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${marker}\n${why}\n\n${fence}suggestion\n${lines.join('\n')}\n${fence}`
}
