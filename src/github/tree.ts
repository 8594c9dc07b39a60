import { createHash } from 'node:crypto'
import { UsageError } from '../model/usage-error.ts'
import type { Reader } from './reader.ts'

export interface TreeFile {
  readonly path: string
  readonly sha: string
  readonly size: number
}
/** The files of a commit, with paths from its top. */
export interface Listing {
  readonly files: readonly TreeFile[]
  /** Symbolic links: known, and not followed. */
  readonly links: ReadonlySet<string>
  /** Folders of a very large tree that were left out. */
  readonly unlisted: readonly string[]
}

/** Requests at the same time, as GitHub advises few ("Best practices for using the REST API"). */
const AT_ONCE = 4
/** A token of a workflow has 1,000 requests an hour for the whole repository. */
const MOST_FOLDERS = 100
const MOST_BLOBS = 300
const MOST_BYTES = 100 << 20

/** Lists a commit in one request, and folder by folder where that is too much for one answer; then `isLeftOut` spares folders. */
export async function listTree(reader: Reader, commit: string, isLeftOut: (folder: string) => boolean): Promise<Listing> {
  const files: TreeFile[] = []
  const links = new Set<string>()
  const unlisted: string[] = []
  let asked = 0
  for (let folders = [{ path: '', sha: commit }]; folders.length > 0;) {
    asked += folders.length
    if (asked > MOST_FOLDERS) throw new UsageError(`the repository is so large that it would take more than ${MOST_FOLDERS} requests to list it`)
    const below: typeof folders = []
    await pooled(folders, async ({ path, sha }) => {
      let { entries, truncated } = await reader.tree(sha, true)
      const isCut = truncated
      if (isCut) ({ entries, truncated } = await reader.tree(sha, false))
      if (truncated) throw new UsageError(`the folder "${path}" is too large to be listed`)
      for (const entry of entries) {
        const full = path === '' ? entry.path : `${path}/${entry.path}`
        if (entry.type === 'blob' && entry.mode === '120000') links.add(full)
        else if (entry.type === 'blob') files.push({ path: full, sha: entry.sha, size: entry.size })
        else if (entry.type === 'tree' && isCut) {
          if (isLeftOut(full)) unlisted.push(full)
          else below.push({ path: full, sha: entry.sha })
        }
      }
    })
    folders = below
  }
  return { files, links, unlisted }
}

/** The contents of files by their ids. What is here already, under whatever name, is not asked for, and nothing is asked for twice. */
export async function contentsOf(reader: Reader, files: readonly TreeFile[], here: Iterable<Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>> {
  const missing = new Map(files.map(({ sha, size }) => [sha, size]))
  const held = new Map<string, Uint8Array>()
  const sizes = new Set(missing.values())
  for (const bytes of here) {
    if (!sizes.has(bytes.length)) continue
    const id = blobId(bytes)
    if (missing.delete(id)) held.set(id, bytes)
  }
  const bytes = [...missing.values()].reduce((sum, size) => sum + size, 0)
  if (missing.size > MOST_BLOBS) throw new UsageError(`${missing.size} files would have to be fetched one by one, and ${MOST_BLOBS} is the limit`)
  if (bytes > MOST_BYTES) throw new UsageError(`${Math.ceil(bytes / (1 << 20))} MiB would have to be fetched, and ${MOST_BYTES >> 20} is the limit`)
  await pooled([...missing.keys()], async sha => {
    const content = await reader.blob(sha)
    if (blobId(content) !== sha) throw new UsageError('GitHub sent another file than was asked for')
    held.set(sha, content)
  })
  return held
}

/** What git calls a file of this content ("Git Internals - Git Objects"). A checkout that changes line ends makes other bytes. */
const blobId = (bytes: Uint8Array): string => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

/** A few at once; after the first failure no more is begun. */
async function pooled<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    try {
      while (next < items.length) await work(items[next++] as T)
    } catch (error) {
      next = items.length
      throw error
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
