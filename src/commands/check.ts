import type { RenderContext, Report } from '../model/report.ts'
import type { Severity } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { baselineText } from '../findings/baseline.ts'
import type { World } from '../io/world.ts'
import type { Shard } from '../policy/share.ts'
import { render } from '../reporters/index.ts'
import { printable } from '../text/printable.ts'
import { type CheckRequest, type CheckResult, listOf, runCheck } from './run.ts'
import { type Call, FAIL_ON } from './syntax.ts'

const RANK: Record<Severity, number> = { error: 3, warning: 2, notice: 1 }
export type FailOn = (typeof FAIL_ON)[number]

/** The main job: checks, prints every format that was asked for, and says by exit status whether a finding is too grave. */
export async function check(call: Call, world: World): Promise<number> {
  const one = (name: string): string | undefined => call.options.get(name)?.at(-1)
  const outputs = outputsOf(call)
  const features = listOf(call.options.get('features'))
  const config = one('config')
  const role = one('role')
  const failOn = (one('fail-on') ?? 'error') as FailOn
  const since = one('base')
  const onlyNew = one('only-new') !== undefined
  if (onlyNew && since === undefined) throw new UsageError('--only-new needs --base REF: what is new is known by comparison')
  const shard = shardOf(one('shard'))
  const request: CheckRequest = {
    base: world.cwd,
    paths: call.operands,
    locale: (one('locale') ?? 'en') as 'en' | 'ko',
    ...(config === undefined ? {} : { config }),
    ...(features === undefined ? {} : { features }),
    ...(role === undefined ? {} : { role }),
    ...(since === undefined ? {} : { since: async root => (await import('./base.ts')).namedBase(since, root) }),
    ...(shard === undefined ? {} : { shard }),
    redact: one('redact') !== undefined,
  }
  const baseline = one('write-baseline')
  if (baseline !== undefined && shard !== undefined) throw new UsageError('--write-baseline needs all targets: leave out --shard')
  if (baseline !== undefined) return writeBaseline(baseline, request, world)
  const result = await runCheck(request, world)
  for (const warning of result.warnings) world.err(`configmgr-firewall-lint: ${printable(warning)}\n`)
  const quiet = one('quiet') !== undefined
  for (const { format, file } of outputs) {
    const shown = file === undefined && format === 'text' && quiet ? atOrAbove(result.report, failOn, onlyNew) : result.report
    const context = contextFor(result, request, {
      color: file === undefined && world.outIsTerminal && one('no-color') === undefined && !world.env['NO_COLOR'] && world.env['TERM'] !== 'dumb',
      quiet,
      verbose: one('verbose') !== undefined,
    })
    const text = await render(format, shown, context)
    if (file === undefined) world.out(text)
    else world.write(file, text)
  }
  return exitStatus(result.report, failOn, onlyNew)
}

/** Where a baseline goes when neither the call nor the config says. */
const BASELINE = '.configmgr-firewall-baseline.json'

/** Writes what is found now as the baseline: all that no ignore entry holds back already. */
async function writeBaseline(named: string, request: CheckRequest, world: World): Promise<number> {
  const { report, baseline } = await runCheck({ ...request, withoutBaseline: true }, world)
  const file = named === '' ? (baseline ?? BASELINE) : named
  world.write(file, baselineText(report))
  const count = report.findings.filter(({ code }) => !code.startsWith('ignore-')).length
  const hint = baseline === undefined ? ` Add "baseline: ${printable(file)}" to the config, so that it counts.` : ''
  world.err(`Wrote ${count} ${count === 1 ? 'finding' : 'findings'} to ${printable(file)}.${hint}\n`)
  return 0
}

/** What a reporter is told besides the report. */
export function contextFor(result: CheckResult, request: CheckRequest, how: { color: boolean; quiet: boolean; verbose: boolean }): RenderContext {
  return { locale: request.locale, width: 0, excerpt: result.excerpt, titles: result.titles, ...how }
}

/** 1 when a finding is at or above the limit; with `onlyNew` those that were there before do not count. */
export function exitStatus(report: Report, failOn: FailOn, onlyNew = false): 0 | 1 {
  return atOrAbove(report, failOn, onlyNew).findings.length > 0 ? 1 : 0
}
function atOrAbove(report: Report, failOn: FailOn, onlyNew: boolean): Report {
  if (failOn === 'never') return { ...report, findings: [] }
  return { ...report, findings: report.findings.filter(f => RANK[f.severity] >= RANK[failOn] && !(onlyNew && f.new === false)) }
}

/** `2/4` as the second part of four. */
function shardOf(value: string | undefined): Shard | undefined {
  if (value === undefined) return undefined
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(value)
  const [part, count] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || part < 1 || part > count) throw new UsageError(`--shard I/N: write part I of N, for example 1/4, instead of ${JSON.stringify(value)}`)
  return { index: part - 1, count }
}

/** Where each format goes: `FORMAT=FILE` to that file, the one without a file to `--output` or standard output. */
function outputsOf(call: Call): { format: string; file: string | undefined }[] {
  const outputs = (call.options.get('format') ?? []).map(value => {
    const at = value.indexOf('=')
    return { format: at < 0 ? value : value.slice(0, at), file: at < 0 ? undefined : value.slice(at + 1) }
  })
  if (outputs.some(({ file }) => file === '')) throw new UsageError('--format FORMAT=FILE needs a file name after "="')
  const loose = outputs.filter(({ file }) => file === undefined)
  if (loose.length > 1) throw new UsageError(`Only one format can go to one place: write --format ${loose[1]?.format ?? 'json'}=FILE`)
  const output = call.options.get('output')?.at(-1)
  const files = outputs.map(({ file }) => file ?? output).filter(file => file !== undefined)
  const twice = files.find((file, i) => files.indexOf(file) < i)
  if (twice !== undefined) throw new UsageError(`Only one format can go to one file, and ${twice} is named twice`)
  if (loose.length === 0) return [...outputs, { format: 'text', file: output }]
  return outputs.map(o => ({ format: o.format, file: o.file ?? output }))
}
