import { checks } from './checks/index.ts'
import { defaultConfig } from './config/index.ts'
import type { Config } from './config/types.ts'
import { findShadowed } from './evaluate/shadow.ts'
import { parseBaseline } from './findings/baseline.ts'
import { bounded, MOST_OF_A_CODE } from './findings/bounded.ts'
import type { NeedState } from './findings/compare.ts'
import { finish } from './findings/finish.ts'
import type { Trust } from './findings/suppress.ts'
import { detect, parseFile } from './formats/index.ts'
import { additionTo } from './lint/additions.ts'
import { parseAll, unreadableFile } from './lint/intake.ts'
import { endOf, excerptOf, linesIn, readableIn } from './lint/places.ts'
import { factsOf, type Judged, memoised, scopesAsMeant, targetsOf } from './lint/targets.ts'
import type { Addition, Draft, Facts } from './model/facts.ts'
import type { EffectivePolicy } from './model/policy.ts'
import type { Excerpt, FileReport, Report, Titles } from './model/report.ts'
import type { Format, SourceFile } from './model/stages.ts'
import type { Finding, Span } from './model/types.ts'
import { UsageError } from './model/usage-error.ts'
import { loadPacks } from './packs/index.ts'
import { arrange, repeatsIn } from './policy/arrange.ts'
import { EVERYTHING, type Shard, shareOf } from './policy/share.ts'
import { hasWildcard, pathMatcher, prepareGlob } from './text/glob.ts'
import { nextOf } from './text/units.ts'

export interface LintInput {
  /** In path order, already read. */
  readonly files: readonly SourceFile[]
  /** What could not be read, and why, in plain words. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[]
  readonly config: Config | undefined
  readonly options: LintOptions
}
export interface LintOptions {
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string
  readonly locale: 'en' | 'ko'
  readonly version: string
  /** Replaces the config's features, for every target. */
  readonly features?: readonly string[]
  /** Replaces the role of every target. */
  readonly role?: string
  /** Whether files that are none of ours are listed as well. */
  readonly verbose?: boolean
  /** Judge a part of the targets only. */
  readonly shard?: Shard
  /** Whether findings carry the lines that mend them, where these can be told: each costs some parses of its file. */
  readonly fixes?: boolean
  /** What the base commit says, where a change is judged before it is merged. */
  readonly trust?: Trust
}
export interface LintResult {
  readonly report: Report
  /** What each target's policy amounts to, in the order of the report. */
  readonly policies: readonly EffectivePolicy[]
  /** What became of each need that counts. */
  readonly needs: readonly NeedState[]
  /** For tables in another language than that of the ids. */
  readonly titles?: Titles
  /** The source lines around a finding; undefined for files without lines. */
  readonly excerpt: (finding: Finding) => Excerpt | undefined
}

/** The order of the stages and nothing else: files and config in, report out. */
export async function lint({ files, unreadable, config: given, options }: LintInput): Promise<LintResult> {
  const config = given ?? defaultConfig()
  if (config.targets.some(t => t.layers.some(l => hasWildcard(l.path))) || config.ignore.some(i => i.path && hasWildcard(i.path))) await prepareGlob()
  const twinOf = repeatsIn(files.map(file => file.path))
  const share = options.shard
    ? shareOf(options.shard, config.targets.map(({ name, layers }) => ({ name, layers: layers.map(l => pathMatcher(l.path)) })), twinOf) : EVERYTHING
  const parsed = await parseAll(files, config, options.verbose === true, share, twinOf)
  const packs = await loadPacks(config, files, options.locale)
  const titles: Titles = { feature: packs.featureTitle, role: id => packs.roleTitle(id).replace(/ \(.*\)$/, '') }
  const arrangement = arrange(parsed.policies, parsed.backups)
  const plans = targetsOf(config, arrangement, files, options, share)
  const assumptions = new Set<string>()
  if (plans.some(plan => plan.assumed)) assumptions.add(given ? 'features are assumed: the config names none' : 'features are assumed: no config')
  const asMeant: string[] = []
  const requirementsOf = memoised(packs, config.site)
  const judged: Judged = new Map()
  const targets = plans.map(plan => factsOf(plan, packs, config.site, requirementsOf, judged, asMeant))
  if (asMeant.length > 0) assumptions.add(scopesAsMeant(asMeant))
  const byPath = new Map(files.map(file => [file.path, file]))
  const originOf = linesIn(parsed.policies)
  const formatAt = (path: string): Format | undefined => parsed.formats.get(parsed.policies.find(p => p.path === path)?.format ?? '')
  const additions = new Map<string, Addition>()
  const ends = new Set<Span>()
  const facts: Facts = {
    targets, files: [...parsed.policies.filter(p => !arrangement.skipped.has(p.path)), ...unreadable.filter(({ path }) => share.file(path)).map(({ path, why }) => unreadableFile(path, why)), ...parsed.unrecognised],
    backups: arrangement.backups, site: config.site, locale: options.locale,
    excepted: new Set(config.ignore.map(entry => entry.requirement).filter(id => id !== undefined)),
    shadowedIn: groups => {
      const search = findShadowed(groups)
      if (!search.complete) assumptions.add('the search for shadowed rules was cut short: the rules are made so that it would not end')
      return search
    },
    additionTo: ({ policy: { target } }, path) => {
      const key = JSON.stringify([target.name, path])
      const addition = additions.get(key) ?? additionTo(target, byPath.get(path), formatAt(path))
      additions.set(key, addition)
      return addition
    },
    endOf: target => {
      const end = endOf(target.policy.target, parsed.policies)
      ends.add(end)
      return end
    },
    readable: readableIn(arrangement),
    featureTitle: titles.feature, rolePhrase: packs.rolePhrase,
  }
  const drafts = checks.flatMap(({ code, severity, run }) => bounded([...run(facts)], options.locale, MOST_OF_A_CODE).map(draft => ({ code, severity, draft })))
  // The rule that happens to be the last would stand there as if it were at fault.
  const nowhere = new Set(drafts.filter(({ draft }) => ends.has(draft.span)).map(({ draft }) => draft.message))
  if (options.fixes === true) await addFixes(drafts, byPath, config)
  const report = finish({
    drafts, config, baseline: baselineOf(config, files), trust: options.trust, today: options.today, version: options.version, model: packs.model, assumptions: [...assumptions], targets,
    files: [...parsed.reports.map(r => (arrangement.skipped.has(r.path) ? { ...r, status: 'skipped' as const, reason: arrangement.skipped.get(r.path) as string } : r)),
      ...unreadable.filter(({ path }) => share.file(path)).map(({ path, why }): FileReport => ({ path, format: '', rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: why }))],
    assumed: new Set(plans.filter(p => p.assumed).map(p => p.target.name)), lineOf: (path, line) => byPath.get(path)?.origin.line(line), locale: options.locale,
    whole: options.shard === undefined,
    textHas: (path, text) => {
      const file = byPath.get(path)
      return file !== undefined && nextOf(file.units, text, 0) >= 0
    },
  })
  return {
    report, policies: targets.map(t => t.policy), ...(options.locale !== 'en' && { titles }),
    needs: targets.flatMap(({ policy, verdicts }) => verdicts.filter(v => v.status !== 'not-applicable' && v.requirement.severity !== 'informational')
      .map(({ requirement: { id, feature }, status }) => ({ target: policy.target.name, requirement: id, feature, status }))),
    excerpt: finding => (nowhere.has(finding.message) ? undefined : excerptOf(byPath.get(finding.location.path), finding, originOf)),
  }
}

/** More than a person reads; each costs some parses. */
const MOST_FIXES = 60
async function addFixes(drafts: { draft: Draft }[], byPath: ReadonlyMap<string, SourceFile>, { labels }: Config): Promise<void> {
  const { fixOf } = await import('./findings/fix.ts')
  for (const one of drafts.filter(({ draft }) => draft.repair).slice(0, MOST_FIXES)) {
    const { repair } = one.draft
    const file = repair && byPath.get(repair.rule.source.origin.path)
    const format = file && (await detect(file)).format
    const fix = repair && file && format && fixOf(repair, file, f => parseFile(format, f, { labels }))
    if (fix) one.draft = { ...one.draft, fix }
  }
}

function baselineOf({ baseline }: Config, files: readonly SourceFile[]): ReturnType<typeof parseBaseline> | undefined {
  if (!baseline) return undefined
  const file = files.find(f => f.path === baseline.value)
  if (!file) throw new UsageError(`There is no baseline ${JSON.stringify(baseline.value)}; write it with check --write-baseline`, baseline.place)
  return parseBaseline(file)
}
