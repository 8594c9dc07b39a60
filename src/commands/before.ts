import { resolve } from 'node:path'
import { defaultConfig, parseConfig } from '../config/index.ts'
import type { Config, TargetConfig } from '../config/types.ts'
import { newlyOpened, type Openings } from '../evaluate/exposure.ts'
import { parseBaseline } from '../findings/baseline.ts'
import { compared, type Judged } from '../findings/compare.ts'
import type { Trust } from '../findings/suppress.ts'
import { pathFrom } from '../io/files.ts'
import { gitTree } from '../io/git.ts'
import type { OlderTree } from '../io/older-tree.ts'
import { lint, type LintOptions, type LintResult } from '../lint.ts'
import type { EffectivePolicy } from '../model/policy.ts'
import type { Report } from '../model/report.ts'
import type { SourceFile } from '../model/stages.ts'
import { UsageError } from '../model/usage-error.ts'
import { contentKey } from '../policy/effective.ts'
import type { Base } from './base.ts'
import { CONFIG_NAMES, wantedPaths } from './config-files.ts'

/** Where and how the older tree is judged. */
export interface BeforeRequest {
  readonly root: string
  readonly base: Base & { readonly commit: string }
  /** The config that the call names, from the root. */
  readonly configPath: string | undefined
  readonly places: readonly string[]
  /** The config of the change. */
  readonly config: Config | undefined
  readonly options: LintOptions
}
/** The older tree, judged. */
export interface Before {
  readonly result: LintResult
  readonly config: Config | undefined
  readonly commit: string
  /** Set when the change is not merged yet. */
  readonly trust: Trust | undefined
}

/** Judges the tree of the base commit with its own config. A text says why it cannot be judged; then nothing is compared. */
export async function judgeBefore(request: BeforeRequest): Promise<Before | string> {
  const { root, base: { commit, unmerged, tree = gitTree(root, commit) }, places, options } = request
  try {
    const config = await configIn(tree, request.configPath)
    const wanted = new Set(wantedPaths(config))
    // What the config names is read as well where the call names other places, as in the tree that is there.
    const files = await tree.files({ wanted, places: [...places.map(place => pathFrom(root, resolve(root, place))), ...wanted], ...(config?.encoding !== undefined && { codePage: config.encoding }) })
    const baseline = baselineIn(config, files)
    const silent = [...(request.config?.severity ?? [])].filter(([code, severity]) => severity === 'off' && (!unmerged || config?.severity.get(code) === 'off'))
    const { baseline: _, ...rest } = config ?? defaultConfig()
    const judgedWith: Config = aligned({ ...rest, ...(baseline && config?.baseline && { baseline: config.baseline }), severity: new Map(silent) }, request.config)
    const result = await lint({ files, unreadable: [], config: config && judgedWith, options })
    const trust: Trust = {
      ignore: judgedWith.ignore, baseline: baseline ?? [], severity: config?.severity ?? new Map(),
      inline: new Set(result.report.suppressed.filter(f => f.suppressedBy.kind === 'inline').map(f => f.fingerprint)),
      assumed: target => !config || (config.assumed && judgedWith.targets.find(t => t.name === target)?.features === undefined),
    }
    return { result, config, commit, trust: unmerged ? trust : undefined }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return `Not compared with ${commit.slice(0, 12)}, for that tree cannot be judged: ${error.place ? `${error.place.path}:${error.place.line}: ` : ''}${error.message}`
  }
}

async function configIn(tree: OlderTree, configPath: string | undefined): Promise<Config | undefined> {
  const names = [...(configPath === undefined ? [] : [configPath]), ...['', '.github/'].flatMap(at => CONFIG_NAMES.map(name => at + name))]
  const file = await tree.firstFile(names)
  return file && parseConfig(file)
}

function baselineIn(config: Config | undefined, files: readonly SourceFile[]): Trust['baseline'] | undefined {
  const file = files.find(f => f.path === config?.baseline?.value)
  if (!file) return undefined
  try {
    return parseBaseline(file).entries
  } catch {
    return undefined // a baseline that nobody could read held nothing back
  }
}

/** The older config with its targets under their new names: one that only got another name is the one with the same role and the same layers. */
export function aligned(before: Config, after: Config | undefined): Config {
  const kept = new Set(after?.targets.map(t => t.name))
  const old = new Set(before.targets.map(t => t.name))
  const added = new Map<string, string>()
  for (const target of after?.targets ?? []) if (!old.has(target.name)) added.set(contentOf(target), target.name)
  const renamed = new Map<string, string>()
  for (const target of before.targets) {
    const name = kept.has(target.name) ? undefined : added.get(contentOf(target))
    if (name !== undefined && ![...renamed.values()].includes(name)) renamed.set(target.name, name)
  }
  if (renamed.size === 0) return before
  return {
    ...before,
    targets: before.targets.map(t => ({ ...t, name: renamed.get(t.name) ?? t.name })),
    ignore: before.ignore.map(entry => (entry.target !== undefined && renamed.has(entry.target) ? { ...entry, target: renamed.get(entry.target) as string } : entry)),
  }
}
const contentOf = ({ role, path, profiles, layers }: TargetConfig): string => JSON.stringify([role, path, profiles, layers.map(l => [l.path, l.store])])

/** The report of the change with what it did since the base. */
export function withChanges(before: Before, after: LintResult, config: Config | undefined): Report {
  const introduced = !before.config && config !== undefined && config.targets.length > 0
  const abandoned = before.config !== undefined && before.config.targets.length > 0 && (config?.targets.length ?? 0) === 0
  // Without targets all files are one target: it stands for each of those that a first config names, as far as both can be compared.
  const old: Judged = introduced ? { report: before.result.report, needs: spread(before.result, after) } : before.result
  const openings = abandoned ? { opened: [], complete: true } : openedSince(before.result.policies, after.policies, introduced ? before.result.policies[0] : undefined)
  const report = compared(old, after, openings.opened, before.commit)
  const notes = [
    ...(introduced ? ['the older tree has no config, so it is not said what needs this change cuts'] : []),
    ...(abandoned ? ['this change removes the targets from the config, so it is not said what it opens'] : []),
    ...(openings.complete ? [] : ['the search for what this change opens was cut short, for it changes very many rules on the same ports']),
  ]
  return {
    ...report, assumptions: [...report.assumptions, ...notes].sort(),
    ...(introduced && report.changes && { changes: { ...report.changes, dropped: [] } }),
  }
}
const spread = ({ needs }: LintResult, after: LintResult): Judged['needs'] =>
  after.policies.flatMap(({ target }) => needs.filter(need => need.status !== 'satisfied').map(need => ({ ...need, target: target.name })))

/** What the policies of one run let in that those of another did not, target by target. A target that the other run does not know is compared with `otherwise`. */
function openedSince(before: readonly EffectivePolicy[], after: readonly EffectivePolicy[], otherwise?: EffectivePolicy): Openings {
  const old = new Map(before.map(policy => [policy.target.name, policy]))
  const found = after.map(policy => newlyOpened(old.get(policy.target.name) ?? otherwise, policy, contentKey))
  return { opened: found.flatMap(f => f.opened), complete: found.every(f => f.complete) }
}
