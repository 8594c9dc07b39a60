import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Inputs } from '../io/runner.ts'
import type { World } from '../io/world.ts'
import { UsageError } from '../model/usage-error.ts'
import { render } from '../reporters/index.ts'
import { words } from '../reporters/shared/words.ts'
import { didYouMean } from '../text/suggest.ts'
import { contextFor, exitStatus } from './check.ts'
import { type CheckRequest, runCheck } from './run.ts'
import { FAIL_ON, LOCALES, REPORT_FORMATS } from './syntax.ts'

/** What a step of a workflow publishes. */
export interface ActionResult {
  readonly outputs: Readonly<Record<string, string | number>>
  readonly annotations: string | undefined
  readonly summary: string | undefined
  /** Set when the step must fail. */
  readonly failure: string | undefined
}

/** One check as the Action's inputs ask for it. Writes the report files; the rest is for the entry to publish. */
export async function checkForAction(inputs: Inputs, world: World): Promise<ActionResult> {
  const failOn = oneOf('fail-on', inputs.failOn, FAIL_ON)
  const locale = oneOf('locale', inputs.locale, LOCALES)
  const base = resolve(world.cwd, inputs.workingDirectory)
  if (!existsSync(base) || !statSync(base).isDirectory()) throw new UsageError(`working-directory: no such folder: ${inputs.workingDirectory}`)
  const files = inputs.formats.map(formatFile)
  const request: CheckRequest = {
    base,
    reportBase: world.env['GITHUB_WORKSPACE'] ? resolve(world.env['GITHUB_WORKSPACE']) : world.cwd,
    paths: inputs.paths,
    locale,
    ...(inputs.config === '' ? {} : { config: inputs.config }),
    ...(inputs.features.length === 0 ? {} : { features: inputs.features }),
    ...(inputs.role === '' ? {} : { role: inputs.role }),
  }
  const result = await runCheck(request, world)
  const { report } = result
  const reportPath = join(world.env['RUNNER_TEMP'] ?? tmpdir(), 'configmgr-firewall-lint.json')
  const context = { ...contextFor(result, request, { color: false, quiet: false, verbose: false }), reportPath: 'the job summary and the JSON report' }
  world.write(reportPath, render('json', report, context))
  for (const { format, file } of files) world.write(resolve(base, file), render(format, report, context))
  const { error, warning, notice } = report.summary
  const failed = exitStatus(report, failOn) === 1
  return {
    outputs: {
      result: failed ? 'failed' : report.findings.length > 0 ? 'findings' : 'clean',
      errors: error, warnings: warning, notices: notice, report: reportPath,
    },
    annotations: inputs.annotations ? render('github', report, context) : render('text', report, context),
    summary: inputs.summary ? render('markdown', report, context) : undefined,
    failure: failed ? words[locale].counts(error, warning, notice) : undefined,
  }
}

function formatFile(value: string): { format: string; file: string } {
  const at = value.indexOf('=')
  if (at < 0 || at === value.length - 1) throw new UsageError(`format: write FORMAT=FILE, for example sarif=firewall.sarif, instead of ${JSON.stringify(value)}`)
  return { format: oneOf('format', value.slice(0, at), REPORT_FORMATS), file: value.slice(at + 1) }
}
function oneOf<T extends string>(input: string, value: string, known: readonly T[]): T {
  const found = known.find(k => k === value)
  if (found !== undefined) return found
  throw new UsageError(`${input}: ${JSON.stringify(value)} is not known: ${known.join(', ')}${didYouMean(value, known)}`)
}
