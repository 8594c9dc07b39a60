import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathFrom } from './files.ts'

/** The repository that a folder lies in, as far as that can be seen without running git. */
export interface Checkout {
  /** Its top folder. */
  readonly top: string
  /** The folder as a path from the top; empty for the top itself. */
  readonly folder: string
  /** There is a `.git`; without one the files were downloaded in another way. */
  readonly isClone: boolean
  /** The commit that is checked out, where `.git` says it plainly. */
  readonly head: string | undefined
  readonly origin: string | undefined
}

/** Looks for `.git` from a folder up to the workspace, which is the top where there is none. Undefined outside of the workspace. */
export function checkoutAt(root: string, workspace: string): Checkout | undefined {
  const [folder, outermost] = [realpathSync(root), realpathSync(workspace)]
  const inside = pathFrom(outermost, folder)
  if (inside !== '.' && (inside.startsWith('..') || inside === folder)) return undefined
  let top = folder
  while (top !== outermost && !existsSync(join(top, '.git'))) top = dirname(top)
  const git = join(top, '.git')
  const isClone = existsSync(git)
  const path = pathFrom(top, folder)
  return { top, folder: path === '.' ? '' : path, isClone, ...(isClone && statSync(git).isDirectory() ? { head: headOf(git), origin: originOf(git) } : { head: undefined, origin: undefined }) }
}

/** Whether at least half of these paths (or of a sample of them) are there. */
export function holdsMost(top: string, paths: readonly string[]): boolean {
  const step = Math.max(1, Math.floor(paths.length / 500))
  const sample = paths.filter((_, i) => i % step === 0)
  return sample.filter(path => lstatSync(join(top, path), { throwIfNoEntry: false }) !== undefined).length * 2 >= sample.length
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/
/** actions/checkout leaves a plain id; a branch is looked up where git keeps it ("gitrepository-layout", "git-pack-refs"). */
function headOf(git: string): string | undefined {
  const head = textOf(join(git, 'HEAD')).trim()
  if (COMMIT.test(head)) return head
  const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1]
  if (ref === undefined || ref.split('/').includes('..')) return undefined
  const loose = textOf(join(git, ref)).trim()
  if (COMMIT.test(loose)) return loose
  return textOf(join(git, 'packed-refs')).split('\n').find(line => line.slice(line.indexOf(' ') + 1) === ref)?.split(' ')[0]
}
function originOf(git: string): string | undefined {
  const section = /^\[remote "origin"\]\r?\n((?:[ \t].*\r?\n?)*)/m.exec(textOf(join(git, 'config')))?.[1] ?? ''
  return /^[ \t]+url = (\S+)/m.exec(section)?.[1]
}
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // not there, or not for us
  }
}
