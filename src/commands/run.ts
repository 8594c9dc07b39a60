import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { parseConfig } from '../config/index.ts'
import type { Config } from '../config/types.ts'
import { type Discovery, discover, pathFrom } from '../io/files.ts'
import { readSource } from '../io/read.ts'
import type { World } from '../io/world.ts'
import { lint } from '../lint.ts'
import type { Excerpt, Report } from '../model/report.ts'
import type { Finding } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import { VERSION } from '../version.ts'
import { COMMANDS } from './syntax.ts'

/** What a check is asked to do, from the command line or from the Action's inputs. */
export interface CheckRequest {
  /** The folder that paths count from and that reports name: an absolute path. */
  readonly base: string
  /** The repository root as reports see it, when it is not `base` (the Action's working-directory). */
  readonly reportBase?: string
  readonly paths: readonly string[]
  readonly config?: string
  readonly features?: readonly string[]
  readonly role?: string
  readonly locale: 'en' | 'ko'
}
export interface CheckResult {
  readonly report: Report
  readonly excerpt: (finding: Finding) => Excerpt | undefined
  /** When the config wants a comment on a pull request. */
  readonly comment: Config['comment']
}

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

/** Discovers, reads and lints; the report's paths count from the base. */
export async function runCheck(request: CheckRequest, world: World): Promise<CheckResult> {
  const root = rootOf(request.base, request.paths, request.config)
  const config = await loadConfig(request.base, root, request.config)
  const wanted = wantedPaths(config)
  for (const path of request.paths) {
    // A mistyped command looks like a path.
    if (/^[a-z]+$/.test(path) && !existsSync(resolve(request.base, path))) throw new UsageError(`No such command, file or folder: ${path}${didYouMean(path, COMMANDS.map(({ name }) => name))}`)
  }
  const places = request.paths.length === 0 || root !== request.base ? ['.'] : request.paths
  const found = await withProgress(world, progress => discover(root, [...places, ...wanted.filter(path => existsSync(resolve(root, path)))], {
    wanted: new Set(wanted),
    ...(config?.encoding === undefined ? {} : { codePage: config.encoding }),
    progress,
  }))
  const { report, excerpt } = await lint({
    files: found.files,
    unreadable: found.unreadable,
    config,
    options: {
      today: world.today,
      locale: request.locale,
      version: VERSION,
      ...(request.features === undefined ? {} : { features: request.features }),
      ...(request.role === undefined ? {} : { role: request.role }),
    },
  })
  const prefix = relative(request.reportBase ?? request.base, root).split(sep).join('/')
  return { ...(prefix === '' ? { report, excerpt } : rebased(report, excerpt, prefix)), comment: config?.comment ?? 'on-change' }
}

/** Files and folders that the config names: read even when the paths of the call leave them out, or their names promise nothing. */
function wantedPaths(config: Config | undefined): string[] {
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

/** The same report with every path below a folder. */
function rebased(report: Report, excerpt: CheckResult['excerpt'], prefix: string): Omit<CheckResult, 'comment'> {
  const moved = new WeakMap<Finding, Finding>()
  const path = (inside: string): string => (inside === '' || inside.startsWith('/') ? inside : inside.startsWith('../') ? inside : `${prefix}/${inside}`)
  const move = <F extends Finding>(finding: F): F => {
    const out = {
      ...finding,
      location: { ...finding.location, path: path(finding.location.path) },
      related: finding.related.map(r => ({ ...r, path: path(r.path) })),
    }
    moved.set(out, finding)
    return out
  }
  return {
    report: {
      ...report,
      files: report.files.map(file => ({ ...file, path: path(file.path) })),
      targets: report.targets.map(target => ({
        ...target,
        requirements: target.requirements.map(r => ({ ...r, by: r.by.map(b => ({ ...b, path: path(b.path) })) })),
      })),
      findings: report.findings.map(move),
      suppressed: report.suppressed.map(move),
    },
    excerpt: finding => excerpt(moved.get(finding) ?? finding),
  }
}

/** A line on the terminal once the work takes more than a second; gone when it ends. */
async function withProgress(world: World, work: (progress: (count: number) => void) => Discovery): Promise<Discovery> {
  if (!world.errIsTerminal) return work(() => {})
  const start = performance.now()
  let shown = 0
  const found = work(count => {
    const now = performance.now()
    if (now - start < 1000 || now - shown < 200) return
    shown = now
    world.err(`\rReading policy files: ${count}`)
  })
  if (shown > 0) world.err('\r\u001b[K')
  return found
}

/** `a,b` and repeated options as one list. */
export function listOf(values: readonly string[] | undefined): readonly string[] | undefined {
  const all = values?.flatMap(value => value.split(',')).map(value => value.trim()).filter(value => value !== '')
  if (values && all?.length === 0) throw new UsageError('--features names none')
  return all
}
