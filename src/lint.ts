import { checks } from './checks/index.ts'
import { featureNames } from './config/features.ts'
import { defaultConfig } from './config/index.ts'
import type { Config, FeatureList } from './config/types.ts'
import { judge } from './evaluate/judge.ts'
import type { Places } from './evaluate/questions.ts'
import { findShadowed } from './evaluate/shadow.ts'
import { parseBaseline } from './findings/baseline.ts'
import type { NeedState } from './findings/compare.ts'
import { finish } from './findings/finish.ts'
import type { Trust } from './findings/suppress.ts'
import { detect, parseFile } from './formats/index.ts'
import { readBackupInfo } from './formats/shared/gpo-backup.ts'
import { writeNetFirewallRule } from './formats/shared/net-security-writer.ts'
import type { Draft, Facts, TargetFacts } from './model/facts.ts'
import type { EffectivePolicy, Target } from './model/policy.ts'
import { peersOf } from './model/places.ts'
import type { Excerpt, FileReport, Report, Titles } from './model/report.ts'
import type { Requirement, Site } from './model/requirements.ts'
import { placeOf } from './model/rules.ts'
import type { BackupInfo, Format, SourceFile } from './model/stages.ts'
import type { AddressSet, Finding, Place, PolicyFile, Rule, Span } from './model/types.ts'
import { UsageError } from './model/usage-error.ts'
import { obsoleteOn, unneededOn } from './packs/advice.ts'
import { loadPacks, type Packs } from './packs/index.ts'
import { type Arrangement, arrange, isBackupPolicy, layersOf, layersOfAll, repeatsIn } from './policy/arrange.ts'
import { resolveTarget } from './policy/effective.ts'
import { EVERYTHING, type Shard, type Share, shareOf } from './policy/share.ts'
import { hasWildcard, pathMatcher, prepareGlob } from './text/glob.ts'

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
  const targets = plans.map(plan => factsOf(plan, packs, config.site, requirementsOf, asMeant))
  if (asMeant.length > 0) assumptions.add(scopesAsMeant(asMeant))
  const byPath = new Map(files.map(file => [file.path, file]))
  const formatAt = (path: string): Format | undefined => parsed.formats.get(parsed.policies.find(p => p.path === path)?.format ?? '')
  const facts: Facts = {
    targets, files: [...parsed.policies.filter(p => !arrangement.skipped.has(p.path)), ...unreadable.filter(({ path }) => share.file(path)).map(({ path, why }) => unreadableFile(path, why)), ...parsed.unrecognised],
    backups: arrangement.backups, site: config.site, locale: options.locale,
    shadowedIn: groups => {
      const search = findShadowed(groups)
      if (!search.complete) assumptions.add('the search for shadowed rules was cut short: the rules are made so that it would not end')
      return search
    },
    ruleAs: (path, rule) => (formatAt(path)?.writeRule ?? writeNetFirewallRule)(rule),
    homeOf: path => {
      const format = formatAt(path)
      return !format || format.writeRule ? 'file' : format.exported ? 'origin' : 'file-in-its-words'
    },
    endOf: target => endOf(target.policy.target, parsed.policies),
    readable: readableIn(arrangement),
    featureTitle: titles.feature, rolePhrase: packs.rolePhrase,
  }
  const drafts = checks.flatMap(check => [...check.run(facts)].map(draft => ({ code: check.code, severity: check.severity, draft })))
  if (options.fixes === true) await addFixes(drafts, byPath, config)
  const report = finish({
    drafts, config, baseline: baselineOf(config, files), trust: options.trust, today: options.today, version: options.version, model: packs.model, assumptions: [...assumptions], targets,
    files: [...parsed.reports.map(r => (arrangement.skipped.has(r.path) ? { ...r, status: 'skipped' as const, reason: arrangement.skipped.get(r.path) as string } : r)),
      ...unreadable.filter(({ path }) => share.file(path)).map(({ path, why }): FileReport => ({ path, format: '', rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: why }))],
    assumed: new Set(plans.filter(p => p.assumed).map(p => p.target.name)), lineOf: (path, line) => byPath.get(path)?.origin.line(line), locale: options.locale,
    whole: options.shard === undefined,
    textHas: (path, text) => byPath.get(path)?.text.includes(text) ?? false,
  })
  return {
    report, policies: targets.map(t => t.policy), ...(options.locale !== 'en' && { titles }),
    needs: targets.flatMap(({ policy, verdicts }) => verdicts.filter(v => v.status !== 'not-applicable' && v.requirement.severity !== 'informational')
      .map(({ requirement: { id, feature }, status }) => ({ target: policy.target.name, requirement: id, feature, status }))),
    excerpt: finding => excerptOf(byPath.get(finding.location.path), finding),
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
    const fix = repair && file && format && fixOf(repair, file, f => format.parse(f, { labels }))
    if (fix) one.draft = { ...one.draft, fix }
  }
}

function baselineOf({ baseline }: Config, files: readonly SourceFile[]): ReturnType<typeof parseBaseline> | undefined {
  if (!baseline) return undefined
  const file = files.find(f => f.path === baseline.value)
  if (!file) throw new UsageError(`There is no baseline ${JSON.stringify(baseline.value)}; write it with check --write-baseline`, baseline.place)
  return parseBaseline(file)
}

interface Parsed {
  readonly policies: PolicyFile[]
  /** Those that were met, by their ids. */
  readonly formats: Map<string, Format>
  readonly backups: Map<string, BackupInfo>
  readonly reports: FileReport[]
  /** Files whose name promises a format that their content is not. */
  readonly unrecognised: PolicyFile[]
}

const BACKUP_FILES = /^(?:backup|bkupinfo|manifest)\.xml$/

async function parseAll(files: readonly SourceFile[], config: Config, verbose: boolean, share: Share, twinOf: (path: string) => string | undefined): Promise<Parsed> {
  const out: Parsed = { policies: [], formats: new Map(), backups: new Map(), reports: [], unrecognised: [] }
  for (const file of files) {
    if (file.path === config.path || file.path === config.baseline?.value || config.packs.some(p => p.value === file.path)) continue
    const info = BACKUP_FILES.test(file.name) ? readBackupInfo(file) : undefined
    if (info) {
      out.backups.set(file.path, info)
      if (info.problems.length > 0 && share.file(file.path)) out.unrecognised.push({ path: file.path, format: '', parts: [], problems: info.problems })
      continue
    }
    if (!share.file(file.path)) {
      // Of two backups of one GPO the newer counts, whichever part judges it.
      if (isBackupPolicy(file.path)) out.policies.push({ path: file.path, format: 'registry-pol', parts: [], problems: [] })
      continue
    }
    const { format, promised: named } = await detect(file)
    if (!format) {
      if (named) {
        const why = file.bytes.length === 0 ? 'the file is empty' : `the file is named like a ${named.title}, but does not hold one`
        out.unrecognised.push(unreadableFile(file.path, why))
        out.reports.push({ path: file.path, format: named.id, rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: why })
      } else if (config.targets.some(t => t.layers.some(l => l.path === file.path))) {
        const why = file.bytes.length === 0 ? 'the file is empty' : 'the config names this file as a layer, but it holds no firewall policy in a format that is known'
        out.unrecognised.push(unreadableFile(file.path, why))
        out.reports.push({ path: file.path, format: '', rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: why })
      } else if (verbose) out.reports.push({ path: file.path, format: '', rules: 0, disabled: 0, malformed: 0, status: 'skipped', reason: 'no known firewall policy in it' })
      continue
    }
    out.formats.set(format.id, format)
    const repeats = twinOf(file.path) !== undefined
    const policy = parseFile(format, file, { labels: config.labels, repeats })
    // Where its rules were left for later, so is its text: a repository holds hundreds of reports of half a megabyte.
    if (repeats && policy.counts) file.release()
    out.policies.push(policy)
    out.reports.push(reportOf(policy))
  }
  return out
}

/** Counts for the report's `files`. */
export function reportOf({ path, format, parts, problems, counts }: PolicyFile): FileReport {
  const count = { rules: 0, disabled: 0, malformed: 0, ...counts }
  for (const part of counts ? [] : parts) for (const rule of part.rules) {
    count.rules++
    if (rule.enabled === false) count.disabled++
    if (rule.malformed !== undefined) count.malformed++
  }
  const failed = problems.some(p => p.code === 'file-unreadable') && count.rules === 0
  return {
    path, format, ...count,
    status: failed ? 'failed' : 'parsed', ...(failed && { reason: problems.find(p => p.code === 'file-unreadable')?.message ?? '' }),
  }
}

function unreadableFile(path: string, why: string): PolicyFile {
  return { path, format: '', parts: [], problems: [{ code: 'file-unreadable', message: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, source: spanAt({ path, line: 1, column: 1, endLine: 1, endColumn: 1 }) }] }
}
const spanAt = (place: Place): Span => ({ origin: { path: place.path, place: () => place, line: () => undefined }, start: 0, end: 0 })

interface Plan { readonly target: Target; readonly features: FeatureList | readonly string[]; readonly assumed: boolean; readonly addresses: AddressSet | undefined }

function targetsOf(config: Config, arrangement: Arrangement, files: readonly SourceFile[], options: LintOptions, share: Share): Plan[] {
  const stated = options.features
  if (config.targets.length === 0) {
    const target = layersOfAll('All policy files', 1, options.role ?? 'client', arrangement)
    // Files without any firewall setting, such as a registry.pol of other policies, are nothing to judge.
    if (target.layers.length === 0) return []
    return [{ target, features: stated ?? config.features, assumed: stated === undefined && config.assumed, addresses: undefined }]
  }
  return config.targets.filter(({ name }) => share.target(name)).map(plan => {
    if (plan.path) throw new UsageError('network paths ("path") are not judged by this version; name only Windows targets', plan.place)
    const { target, missing } = layersOf({
      name: plan.name, role: options.role ?? plan.role, profiles: plan.profiles,
      layers: plan.layers.map(l => ({ name: l.path, matches: pathMatcher(l.path), store: l.store })),
    }, arrangement, matches => files.find(f => matches(f.path))?.path)
    const first = missing[0]
    const layer = first === undefined ? undefined : plan.layers[first]
    if (layer) throw new UsageError(`The layer ${JSON.stringify(layer.path)} of target ${JSON.stringify(plan.name)} matches no file`, layer.place)
    return { target, features: stated ?? plan.features ?? config.features, assumed: stated === undefined && plan.features === undefined && config.assumed, addresses: plan.addresses }
  })
}

/** Many targets ask the same of a site: each role with its features is resolved once. */
function memoised(packs: Packs, site: Site): (features: Plan['features'], role: string) => readonly Requirement[] {
  const known = new Map<string, readonly Requirement[]>()
  return (features, role) => {
    const names = featureNames(features)
    const key = JSON.stringify([names, role])
    const held = known.get(key) ?? packs.requirements(site, names, role)
    known.set(key, held)
    return held
  }
}
/** A repository with hundreds of targets gets one line, not hundreds. */
const scopesAsMeant = (targets: readonly string[]): string =>
  `explicit address scopes are taken as meant where site.systems does not place the other end (${targets.length === 1 ? 'target' : 'targets'} ${targets.slice(0, 3).join(', ')}${targets.length > 3 ? ` and ${targets.length - 3} more` : ''})`

function factsOf({ target, features, addresses }: Plan, packs: Packs, site: Site, requirementsOf: ReturnType<typeof memoised>, asMeant: string[]): TargetFacts {
  const policy = resolveTarget(target, packs.predefined)
  const requirements = requirementsOf(features, target.role)
  const places: Places = { addressesOf: (role, setting) => peersOf(site, role, addresses, setting), own: addresses }
  const judgement = judge(policy, requirements, places)
  if (judgement.tookScopesAsMeant) asMeant.push(target.name)
  const statuses = new Map(judgement.verdicts.map(v => [v.requirement.id, v.status]))
  return {
    policy, requirements, verdicts: judgement.verdicts, needs: judgement.needs,
    addressesOf: places.addressesOf,
    changedBy: setting => changedBy(policy, setting, packs, requirements, places, statuses),
    unneeded: unneededOn(packs.main, target.role, requirements, site),
    obsolete: obsoleteOn(packs.main, target.role, site),
  }
}

function changedBy(
  policy: EffectivePolicy, setting: EffectivePolicy['overridden'][number], packs: Packs, requirements: readonly Requirement[], places: Places,
  statuses: ReadonlyMap<string, string>,
): readonly string[] {
  const other = judge(resolveTarget(policy.target, packs.predefined, setting), requirements, places)
  return other.verdicts.filter(v => v.requirement.severity !== 'informational' && statuses.get(v.requirement.id) !== v.status).map(v => v.requirement.id)
}

/** The end of the rules in the file of the last layer (contract, "Where a finding points"). */
function endOf(target: Target, policies: readonly PolicyFile[]): Span {
  const path = target.home ?? target.layers.at(-1)?.path ?? '.'
  const file = policies.find(p => p.path === path)
  let last: Span | undefined
  for (const part of file?.parts ?? []) {
    const rule = part.rules.at(-1)
    if (rule && (!last || rule.source.start > last.start)) last = rule.source
  }
  // The key of the last rule would read as if that rule were at fault.
  return last ? { origin: last.origin, start: last.start, end: last.end } : spanAt({ path, line: 1, column: 1, endLine: 1, endColumn: 1 })
}

/** Looks up a rule of a registry.pol in the report beside it: by what both say of it. */
function readableIn({ backups }: Arrangement): (rule: Rule) => Place | undefined {
  const reports = new Map(backups.map(b => [b.policy.path, b.report]))
  const key = (rule: Rule): string => `${rule.direction} ${rule.name}`
  const index = new Map<PolicyFile, Map<string, Rule>>()
  return rule => {
    const report = reports.get(rule.source.origin.path)
    if (!report) return undefined
    const found = report.find?.(rule)
    if (found) return placeOf(found)
    let rules = index.get(report)
    if (!rules) index.set(report, (rules = new Map(report.parts.flatMap(p => p.rules).map(r => [key(r), r]))))
    const twin = rules.get(key(rule))
    return twin && placeOf(twin.source)
  }
}

/** Up to one line before and the lines of the finding itself, at most three. */
function excerptOf(file: SourceFile | undefined, { location }: Finding): Excerpt | undefined {
  // A file of bytes has no lines that a person could read.
  if (!file || location.offset !== undefined || file.head.includes('\0')) return undefined
  const lines: string[] = []
  for (let line = location.line; line <= Math.min(location.endLine, location.line + 2); line++) {
    const text = file.origin.line(line)
    if (text === undefined) break
    lines.push(text)
  }
  return lines.length === 0 ? undefined : { firstLine: location.line, lines }
}
