import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { Config } from '../config/types.ts'
import { type Discovery, discover, pathFrom } from '../io/files.ts'
import type { World } from '../io/world.ts'
import { lint, type LintOptions, type LintResult } from '../lint.ts'
import type { Excerpt, Report, Titles } from '../model/report.ts'
import type { SourceFile } from '../model/stages.ts'
import type { Finding } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { repeatsIn } from '../policy/arrange.ts'
import type { Shard } from '../policy/share.ts'
import { didYouMean, nearest } from '../text/suggest.ts'
import { VERSION } from '../version.ts'
import type { Base } from './base.ts'
import type { Before } from './before.ts'
import { loadConfig, rootOf, wantedPaths } from './config-files.ts'
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
  /** Whether findings carry the lines that mend them, for suggestions. */
  readonly fixes?: boolean
  /** Finds the commit to compare with, once the root and its files are known. */
  readonly since?: (root: string, files: readonly SourceFile[]) => Promise<Base>
  /** Mask addresses, names and SIDs, whatever the config says. */
  readonly redact?: boolean
  /** Judge a part of the targets only. */
  readonly shard?: Shard
  /** Judge as if there were no baseline: to write one. */
  readonly withoutBaseline?: boolean
}
export interface CheckResult {
  readonly report: Report
  readonly excerpt: (finding: Finding) => Excerpt | undefined
  readonly titles: Titles | undefined
  /** When the config wants a comment on a pull request. */
  readonly comment: Config['comment']
  /** What a person must know about the run itself, not about the policy. */
  readonly warnings: readonly string[]
  /** Where the config keeps its baseline, from the current folder; undefined when it names none. */
  readonly baseline: string | undefined
}

/** Discovers, reads and lints; the report's paths count from the base. */
export async function runCheck(request: CheckRequest, world: World): Promise<CheckResult> {
  const root = rootOf(request.base, request.paths, request.config)
  const read = await loadConfig(request.base, root, request.config)
  const config = read && request.withoutBaseline ? withoutBaseline(read) : read
  const wanted = wantedPaths(config)
  const names = COMMANDS.map(({ name }) => name)
  for (const path of request.paths) {
    // A mistyped command looks like a path.
    if (/^[a-z]+$/.test(path) && nearest(path, names) !== undefined && !existsSync(resolve(request.base, path))) throw new UsageError(`No such command, file or folder: ${path}${didYouMean(path, names)}`)
  }
  const places = request.paths.length === 0 || root !== request.base ? ['.'] : request.paths
  const found = await withProgress(world, progress => discover(root, [...places, ...wanted.filter(path => existsSync(resolve(root, path)))], {
    wanted: new Set(wanted),
    ...(config?.encoding === undefined ? {} : { codePage: config.encoding }),
    progress,
    // A comparison with an older tree keeps what it has read of this one.
    ...(request.since === undefined && { later: isRepeated }),
  }))
  world.expect(found.files.reduce((sum, file) => sum + file.pieces.size, 0))
  const options: LintOptions = {
    today: world.today,
    locale: request.locale,
    version: VERSION,
    ...(request.features === undefined ? {} : { features: request.features }),
    ...(request.role === undefined ? {} : { role: request.role }),
    ...(request.shard === undefined ? {} : { shard: request.shard }),
  }
  const warnings: string[] = []
  const before = await judgedBefore(request, root, found.files, places, config, options, warnings)
  const masks = request.withoutBaseline !== true && (request.redact === true || config?.redact === true || before?.config?.redact === true)
  const input = { files: found.files, unreadable: found.unreadable, config, options: { ...options, ...(before?.trust && { trust: before.trust }) } }
  // A masked line would be no replacement for the line that is there.
  const after = request.fixes === true && !masks ? await (await import('./fixes.ts')).lintWithFixes(input) : await lint(input)
  const result = { ...after, report: before ? (await import('./before.ts')).withChanges(before, after, config) : after.report }
  const masked = masks ? await redacted(result) : result
  const prefix = relative(request.reportBase ?? request.base, root).split(sep).join('/')
  const { report, excerpt } = prefix === '' ? masked : rebased(masked.report, masked.excerpt, prefix)
  return {
    report, excerpt, titles: after.titles, warnings, comment: config?.comment ?? 'on-change',
    baseline: read?.baseline && pathFrom(request.base, resolve(root, read.baseline.value)),
  }
}

/** Reports beside a registry.pol: most are looked through once. */
function isRepeated(paths: readonly string[]): (path: string) => boolean {
  const twinOf = repeatsIn(paths)
  return path => twinOf(path) !== undefined
}

const withoutBaseline = ({ baseline: _, ...config }: Config): Config => config

/** The older tree, where the call asks for one and it can be judged. */
async function judgedBefore(
  request: CheckRequest, root: string, files: readonly SourceFile[], places: readonly string[], config: Config | undefined, options: LintOptions, warnings: string[],
): Promise<Before | undefined> {
  if (!request.since) return undefined
  const base = await request.since(root, files)
  if (base.warning !== undefined) warnings.push(base.warning)
  const { commit } = base
  if (commit === undefined) return undefined
  const { judgeBefore } = await import('./before.ts')
  const configPath = request.config === undefined ? undefined : pathFrom(root, resolve(request.base, request.config))
  const before = await judgeBefore({ root, base: { ...base, commit }, configPath, places, config, options })
  if (typeof before !== 'string') return before
  warnings.push(before)
  return undefined
}

/** Every text of the report and the source lines around findings, masked alike. */
async function redacted({ report, excerpt, policies }: LintResult): Promise<Pick<LintResult, 'report' | 'excerpt'>> {
  const { redactExcerpt, redactor, redactReport } = await import('../findings/redact.ts')
  const names = new Set<string>()
  for (const { groups, target } of policies) {
    for (const { gpo } of target.layers) if (gpo?.domain !== undefined) names.add(gpo.domain)
    for (const { rules } of groups) for (const { localAddresses, remoteAddresses } of rules) for (const name of [...localAddresses.unresolved, ...remoteAddresses.unresolved]) names.add(name)
  }
  const mask = redactor(names)
  const masked = redactReport(report, mask)
  const plain = new Map(masked.findings.map((finding, i) => [finding, report.findings[i] as Finding]))
  return { report: masked, excerpt: finding => redactExcerpt(excerpt(plain.get(finding) ?? finding), mask) }
}

/** The same report with every path below a folder. */
function rebased(report: Report, excerpt: CheckResult['excerpt'], prefix: string): Pick<CheckResult, 'report' | 'excerpt'> {
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
      ...(report.changes && {
        changes: { ...report.changes, opened: report.changes.opened.map(o => ({ ...o, location: { ...o.location, path: path(o.location.path) } })) },
      }),
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
