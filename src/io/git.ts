import { spawnSync } from 'node:child_process'
import type { SourceFile } from '../model/stages.ts'
import { UsageError } from '../model/usage-error.ts'
import { sourceFile } from '../text/source-file.ts'
import { type Choice, chooser, type OlderTree } from './older-tree.ts'

/** All blobs of a tree go through one `git cat-file --batch`; this bounds what it may answer. */
const MOST_BYTES = 0x7000_0000

interface Answer { readonly status: number | null; readonly out: Buffer; readonly err: string }

/** Nothing of the repository is executed: no hook, no filter, no pager, no editor, no question. */
function git(cwd: string, args: readonly string[], input?: string): Answer {
  const run = spawnSync('git', ['--no-pager', '--no-optional-locks', '-c', 'core.fsmonitor=false', ...args], {
    cwd, maxBuffer: MOST_BYTES, windowsHide: true, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }, ...(input !== undefined && { input }),
  })
  return { status: run.error ? null : run.status, out: run.stdout ?? Buffer.alloc(0), err: run.error ? run.error.message : String(run.stderr) }
}

/** The commit that a revision names here; undefined when this clone does not have it. */
export function commitOf(root: string, revision: string): string | undefined {
  if (revision.startsWith('-')) throw new UsageError(`"${revision}" is no git revision`)
  const { status, out } = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
  return status === 0 ? out.toString().trim() : undefined
}

/** The parents that a commit names, also where the clone is too shallow to hold them. */
export function parentsOf(root: string, revision: string): readonly string[] {
  const commit = commitOf(root, revision)
  if (commit === undefined) return []
  const { out } = git(root, ['cat-file', 'commit', commit])
  const head = out.toString('latin1').split('\n\n', 1)[0] as string
  return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(match => match[1] as string)
}

/** Where two lines of work parted; undefined where the clone does not reach back so far. */
export function mergeBase(root: string, a: string, b: string): string | undefined {
  const [one, other] = [commitOf(root, a), commitOf(root, b)]
  if (one === undefined || other === undefined) return undefined
  const { status, out } = git(root, ['merge-base', one, other])
  return status === 0 ? out.toString().trim().split('\n')[0] : undefined
}

const FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
/** Fetches one commit into a shallow clone. False when it cannot be had: no network, no rights, no such commit. */
export function fetchCommit(root: string, commit: string): boolean {
  if (!FULL_ID.test(commit)) return false
  return git(root, ['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', commit]).status === 0 && commitOf(root, commit) !== undefined
}

/** The tree of a commit that this clone has. */
export function gitTree(root: string, commit: string): OlderTree {
  return { firstFile: async paths => firstFileAt(root, commit, paths), files: async choice => filesAt(root, commit, choice) }
}

function firstFileAt(root: string, commit: string, paths: readonly string[]): SourceFile | undefined {
  const known = paths.filter(path => !path.includes('\n'))
  const { status, out } = git(root, ['cat-file', '--batch'], known.map(path => `${commit}:./${path}\n`).join(''))
  if (status !== 0) return undefined
  for (let at = 0, i = 0; at < out.length; i++) {
    const end = out.indexOf(10, at)
    const match = / blob (\d+)$/.exec(out.toString('latin1', at, end))
    if (match) return sourceFile(known[i] as string, Buffer.from(out.subarray(end + 1, end + 1 + Number(match[1]))))
    const size = / (?:tree|commit|tag) (\d+)$/.exec(out.toString('latin1', at, end))?.[1]
    at = end + 1 + (size === undefined ? 0 : Number(size) + 1)
  }
  return undefined
}

function filesAt(root: string, commit: string, choice: Choice): readonly SourceFile[] {
  const isChosen = chooser(choice)
  // Without --full-tree it lists the folder it runs in, with paths from there.
  const listed = git(root, ['ls-tree', '-r', '-z', commit])
  if (listed.status !== 0) throw new UsageError(`git cannot list "${commit}": ${firstLine(listed.err)}. Fetch it (actions/checkout: fetch-depth: 0)`)
  const entries = listed.out.toString('utf8').split('\0').flatMap(line => {
    const match = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line)
    // Mode 120000 is a symbolic link: what it names is not followed here either.
    if (!match || match[1] === '120000') return []
    const path = match[3] as string
    return isChosen(path) ? [{ path, oid: match[2] as string }] : []
  })
  const blobs = readBlobs(root, entries.map(e => e.oid))
  return entries.map(({ path }, index) => sourceFile(path, blobs[index] as Buffer, choice.codePage)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

function readBlobs(root: string, oids: readonly string[]): Buffer[] {
  if (oids.length === 0) return []
  const { status, out, err } = git(root, ['cat-file', '--batch'], `${oids.join('\n')}\n`)
  if (status !== 0) throw new UsageError(`git cannot read the older tree: ${firstLine(err)}`)
  const blobs: Buffer[] = []
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at)
    const size = Number(/ blob (\d+)$/.exec(out.toString('latin1', at, end))?.[1])
    if (!Number.isInteger(size)) throw new UsageError('git cannot read the older tree: a blob is missing (partial clone?)')
    blobs.push(out.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return blobs
}
const firstLine = (text: string): string => text.split('\n')[0] ?? ''
