import type { RunEvent } from '../io/events.ts'
import { commitOf, fetchCommit, mergeBase, parentsOf } from '../io/git.ts'
import type { OlderTree } from '../io/older-tree.ts'
import { UsageError } from '../model/usage-error.ts'

/** The commit to compare with, and what a person must know about it. */
export interface Base {
  /** Undefined: this run compares nothing. */
  readonly commit: string | undefined
  /** Whether the change is judged before it is merged, so that it cannot excuse itself. */
  readonly unmerged: boolean
  readonly warning?: string
  /** Git could not find or read all that it takes; GitHub's API may. */
  readonly incomplete?: true
  /** Where the tree is read from, when not by git. */
  readonly tree?: OlderTree
}

/**
 * The base of a workflow run. On the merge that GitHub makes for a pull request it is the merge's own first parent, for that is what the branch
 * was when the merge was made; on the head of the pull request it is where the two parted. What is not in the clone is fetched, one commit deep.
 */
export function baseOfRun(event: RunEvent, root: string): Base {
  const unmerged = event.name === 'pull_request' || event.name === 'pull_request_target' || event.name === 'merge_group'
  const { base, pullRequest } = event
  if (base === undefined) return { commit: undefined, unmerged }
  const [first, second] = parentsOf(root, 'HEAD')
  const head = commitOf(root, 'HEAD')
  const isMerge = pullRequest !== undefined && first !== undefined && second === pullRequest.headSha
  const wanted = isMerge ? first : base
  const commit = have(root, wanted)
  if (commit === undefined) return { commit, unmerged, incomplete: true, warning: missing(wanted) }
  if (event.name === 'pull_request_target' && head === commit) {
    return { commit, unmerged, warning: BASE_CHECKED_OUT }
  }
  if (isMerge || !pullRequest) return { commit, unmerged }
  const parted = mergeBase(root, commit, 'HEAD')
  return parted === undefined ? { commit, unmerged, incomplete: true, warning: TOO_SHALLOW } : { commit: parted, unmerged }
}

/** The base that a call names. Not to have it is an error of the call. */
export function namedBase(revision: string, root: string): Base {
  const commit = commitOf(root, revision) ?? commitOf(root, `origin/${revision}`) ?? (fetchCommit(root, revision) ? commitOf(root, revision) : undefined)
  if (commit === undefined) throw new UsageError(`The revision ${JSON.stringify(revision)} is not in this clone. Fetch it (actions/checkout: fetch-depth: 0), or name another --base`)
  return { commit, unmerged: true }
}

/** For a run on `pull_request_target` whose workflow left the ref of actions/checkout as it is. */
export const BASE_CHECKED_OUT = 'The checkout is the base branch, so nothing of the pull request is checked. Check out its merge: actions/checkout with ref: refs/pull/NUMBER/merge and persist-credentials: false.'
const TOO_SHALLOW = 'The clone is too shallow to know where this change left its base, so it is compared with the newest base, and what others changed there since looks like a part of it. Check out the merge of the pull request, or set "fetch-depth: 0" on actions/checkout.'
/** The commit when the clone has it, or could fetch it. */
export const have = (root: string, commit: string): string | undefined => commitOf(root, commit) ?? (fetchCommit(root, commit) ? commitOf(root, commit) : undefined)
/** `more`: what else was tried, as a sentence. */
export const missing = (commit: string, more = ''): string =>
  `What this change did cannot be said: its base ${commit.slice(0, 12)} is neither in this clone nor could it be fetched.${more === '' ? '' : ` ${more}`} Set "fetch-depth: 0" on actions/checkout. All findings count as they stand.`
