import { openReader, type Reader } from '../github/reader.ts'
import { contentsOf, type Listing, listTree, type TreeFile } from '../github/tree.ts'
import { type Checkout, checkoutAt, holdsMost } from '../io/checkout.ts'
import type { RunEvent } from '../io/events.ts'
import { SKIPPED_FOLDERS } from '../io/files.ts'
import { commitOf, parentsOf } from '../io/git.ts'
import { chooser, type OlderTree } from '../io/older-tree.ts'
import type { SourceFile } from '../model/stages.ts'
import { UsageError } from '../model/usage-error.ts'
import { sourceFile } from '../text/source-file.ts'
import { VERSION } from '../version.ts'
import { type Base, BASE_CHECKED_OUT, have, missing } from './base.ts'

/** What it takes to ask GitHub for the base of a run. */
export interface ApiRequest {
  readonly event: RunEvent
  readonly root: string
  readonly workspace: string
  readonly token: string
  /** What is checked: a file of the base that did not change is not fetched. */
  readonly files: readonly SourceFile[]
  readonly clock: () => number
}

/** Completes through GitHub's API what git knows of the base. Where that fails too, the warning says why, and `known` stands. */
export async function baseByApi(known: Base, request: ApiRequest): Promise<Base> {
  const { event: { base, repository }, root, workspace, token, clock } = request
  const { unmerged } = known
  if (base === undefined || !repository) return known
  try {
    const { owner, name } = repository
    const checkout = checkoutAt(root, workspace)
    if (!checkout) throw new UsageError('the folder to check is outside of the workspace')
    if (checkout.origin !== undefined && !isOf(checkout.origin, owner, name)) throw new UsageError(`the clone is not one of ${owner}/${name}`)
    const reader = await openReader({ owner, repo: name }, token, VERSION, clock)
    const head = headOf(request, checkout)
    const commit = await commitToCompare(reader, request, checkout, head)
    if (request.event.name === 'pull_request_target' && commit === head) return { commit: undefined, unmerged, warning: BASE_CHECKED_OUT }
    // Where only the history was too short, git may have the commit, or may fetch it.
    if (known.commit !== undefined && have(root, commit) !== undefined) return { commit, unmerged }
    const listing = await listTree(reader, commit, folder => isLeftOut(folder, checkout.folder))
    // Nothing says that the files here are of this repository, but that they are like its files.
    if (checkout.origin === undefined && !holdsMost(checkout.top, listing.files.map(f => f.path))) throw new UsageError(`the files in ${workspace} do not look like a checkout of ${owner}/${name}`)
    return { commit, unmerged, tree: apiTree(reader, listing, checkout.folder, request.files) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return known.commit === undefined ? { ...known, warning: missing(base, `GitHub's API was no help: ${error.message}.`) } : known
  }
}

/** The commit that is checked out. Without a clone it is the one of the run, which is what actions/checkout takes by default. */
function headOf({ event: { name, sha }, root }: ApiRequest, { isClone, head }: Checkout): string | undefined {
  if (isClone) return commitOf(root, 'HEAD') ?? head
  return name === 'pull_request_target' ? undefined : sha // there it is the base branch, and the workflow must have taken another
}

/** The same commit that git would name: see `baseOfRun`. */
async function commitToCompare(reader: Reader, { event, root }: ApiRequest, { isClone }: Checkout, head: string | undefined): Promise<string> {
  const { pullRequest } = event
  if (!pullRequest) return event.base as string
  if (head === undefined) throw new UsageError('there is no clone that says which commit is checked out')
  const here = isClone ? parentsOf(root, head) : []
  const [first, second] = here.length > 0 ? here : await reader.parents(head)
  return first !== undefined && second === pullRequest.headSha ? first : reader.mergeBase(pullRequest.baseSha, head)
}

function isOf(origin: string, owner: string, name: string): boolean {
  const path = origin.toLowerCase().replace(/\/$/, '').replace(/\.git$/, '')
  const wanted = `${owner}/${name}`.toLowerCase()
  return path.endsWith(`/${wanted}`) || path.endsWith(`:${wanted}`)
}

/** Folders that hold nothing of the one that is checked. */
const isLeftOut = (folder: string, checked: string): boolean =>
  SKIPPED_FOLDERS.has(folder.slice(folder.lastIndexOf('/') + 1)) || !(checked === '' || `${folder}/`.startsWith(`${checked}/`) || `${checked}/`.startsWith(`${folder}/`))

/** The folder `checked` of a listed commit. */
function apiTree(reader: Reader, { files, links, unlisted }: Listing, checked: string, here: readonly SourceFile[]): OlderTree {
  const start = checked === '' ? '' : `${checked}/`
  const inside = files.filter(({ path }) => path.startsWith(start)).map(file => ({ ...file, path: file.path.slice(start.length) }))
  const byPath = new Map(inside.map(file => [file.path, file]))
  const mustBeListed = (path: string): void => {
    const folder = unlisted.find(f => `${start}${path}`.startsWith(`${f}/`))
    if (folder !== undefined) throw new UsageError(`"${path}" lies in a folder that was left out, for the repository is too large to list`)
  }
  const held = here.map(f => f.bytes)
  const read = async (chosen: readonly TreeFile[], codePage?: string): Promise<SourceFile[]> => {
    try {
      const contents = await contentsOf(reader, chosen, held)
      return chosen.map(({ path, sha }) => sourceFile(path, contents.get(sha) as Uint8Array, codePage))
    } catch (error) {
      throw error instanceof UsageError ? new UsageError(`It could not be read through GitHub's API: ${error.message}. Set "fetch-depth: 0" on actions/checkout`) : error
    }
  }
  return {
    async firstFile(paths) {
      for (const path of paths) {
        mustBeListed(path)
        if (links.has(start + path)) throw new UsageError(`"${path}" is a symbolic link there, and those are not followed`)
        const entry = byPath.get(path)
        if (!entry) continue
        const [file] = await read([entry])
        if (file) held.push(file.bytes)
        return file
      }
      return undefined
    },
    async files(choice) {
      for (const path of choice.wanted ?? []) mustBeListed(path)
      const isChosen = chooser(choice)
      return (await read(inside.filter(({ path }) => isChosen(path)), choice.codePage)).sort((a, b) => (a.path < b.path ? -1 : 1))
    },
  }
}
