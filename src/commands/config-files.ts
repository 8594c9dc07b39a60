import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseConfig } from '../config/index.ts'
import type { Config } from '../config/types.ts'
import { pathFrom } from '../io/files.ts'
import { readSource } from '../io/read.ts'

/** Where a config is looked for, in this order. */
export const CONFIG_NAMES = ['.configmgr-firewall.yml', '.configmgr-firewall.yaml', '.configmgr-firewall.json'] as const

/** The config of a folder, in it or in its `.github/`; undefined without one. */
export function findConfig(folder: string): string | undefined {
  return ['', '.github/'].flatMap(at => CONFIG_NAMES.map(name => at + name)).find(path => existsSync(join(folder, path)))
}

/** The root: the one folder that is checked when it brings its own config, else the base. Config paths and layers count from it. */
export function rootOf(base: string, paths: readonly string[], config: string | undefined): string {
  const [only] = paths
  if (config !== undefined || only === undefined || paths.length > 1) return base
  const folder = resolve(base, only)
  const isFolder = existsSync(folder) && statSync(folder).isDirectory()
  return isFolder && findConfig(folder) !== undefined ? folder : base
}

/** The config that counts for a root; undefined without one. */
export async function loadConfig(base: string, root: string, named: string | undefined): Promise<Config | undefined> {
  const path = named === undefined ? findConfig(root) : pathFrom(root, resolve(base, named))
  if (path === undefined) return undefined
  return parseConfig(readSource(root, path, shownFrom(base, root, path)))
}
/** A usage error names a config as the caller would write it. */
const shownFrom = (base: string, root: string, path: string): string => pathFrom(base, resolve(root, path))

/** Files and folders that the config names: read even when the paths of the call leave them out, or their names promise nothing. */
export function wantedPaths(config: Config | undefined): string[] {
  if (!config) return []
  const layers = config.targets.flatMap(({ layers: list }) => list.map(({ path }) => path))
  const all = [...layers, ...config.packs.map(({ value }) => value), ...(config.baseline ? [config.baseline.value] : [])]
  return [...new Set(all.map(path => path.replace(/^(\.\/)+/, '').replace(/\/+$/, '')).map(plainPart))].filter(path => path !== '')
}
/** The folders of a glob before its first wildcard. A brace that is closed without a comma is part of a GPO's name. */
function plainPart(path: string): string {
  const at = path.search(/[*?[]|\{[^}]*,|[!@+]\(/)
  return at < 0 ? path : path.slice(0, path.lastIndexOf('/', at) + 1).replace(/\/$/, '')
}
