import type { SourceFile } from '../model/stages.ts'
import { neverPolicy, SKIPPED_FOLDERS } from './files.ts'

/** The folder that is checked, as it was at an older commit. What cannot be read is a UsageError that says why. */
export interface OlderTree {
  /** The first of these files that the commit holds; undefined where it holds none. */
  firstFile(paths: readonly string[]): Promise<SourceFile | undefined>
  /** The policy files, with paths from the folder, in path order. Symbolic links and submodules are not followed. */
  files(choice: Choice): Promise<readonly SourceFile[]>
}

/** What of an older tree is read. */
export interface Choice {
  /** Paths that are read whatever their names promise. */
  readonly wanted?: ReadonlySet<string>
  /** Files and folders to look in; the whole tree when absent. */
  readonly places?: readonly string[]
  readonly codePage?: string
}

/** Tells the paths that are read, by the same names as in the folder of today. */
export function chooser({ wanted, places = ['.'] }: Choice): (path: string) => boolean {
  const inside = (path: string): boolean => places.some(place => place === '.' || place === path || path.startsWith(`${place}/`)) && !path.split('/').some(part => SKIPPED_FOLDERS.has(part))
  return path => wanted?.has(path) === true || (inside(path) && !neverPolicy(path.slice(path.lastIndexOf('/') + 1)))
}
