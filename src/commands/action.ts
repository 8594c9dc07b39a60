import { existsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Published } from '../github/publish.ts'
import { readEvent, readPayload } from '../io/events.ts'
import type { Inputs } from '../io/runner.ts'
import type { World } from '../io/world.ts'
import { UsageError } from '../model/usage-error.ts'
import { command } from '../reporters/github.ts'
import { render } from '../reporters/index.ts'
import { plainText } from '../reporters/shared/markdown.ts'
import { words } from '../reporters/shared/words.ts'
import { didYouMean } from '../text/suggest.ts'
import { VERSION } from '../version.ts'
import { contextFor, exitStatus } from './check.ts'
import { outputsOf } from './outputs.ts'
import type { Showing } from './publication.ts'
import { type CheckRequest, runCheck } from './run.ts'
import { FAIL_ON, LOCALES, REPORT_FORMATS } from './syntax.ts'

/** What a step of a workflow publishes. */
export interface ActionResult {
  readonly outputs: Readonly<Record<string, string | number>>
  readonly annotations: string | undefined
  readonly summary: string | undefined
  /** The workflow command that says why the step fails; undefined where it does not. */
  readonly failure: string | undefined
  /** Posts to GitHub what there is to post. Throws nothing. */
  readonly publish: () => Promise<{ readonly outputs: Readonly<Record<string, string | number>>; readonly log: string | undefined }>
}

/** One check as the Action's inputs ask for it. Writes the report files; the rest is for the entry to publish. */
export async function checkForAction(inputs: Inputs, world: World): Promise<ActionResult> {
  const failOn = oneOf('fail-on', inputs.failOn, FAIL_ON)
  const locale = oneOf('locale', inputs.locale, LOCALES)
  const check = oneOf('check', inputs.check, ['auto', 'true', 'false'] as const)
  const comment = inputs.comment === '' ? undefined : oneOf('comment', inputs.comment, ['always', 'on-change', 'never'] as const)
  const base = resolve(world.cwd, inputs.workingDirectory)
  if (!existsSync(base) || !statSync(base).isDirectory()) throw new UsageError(`working-directory: no such folder: ${inputs.workingDirectory}`)
  const files = inputs.formats.map(formatFile)
  const event = readEvent(readPayload(world.env), world.env)
  const workspace = world.env['GITHUB_WORKSPACE'] ? resolve(world.env['GITHUB_WORKSPACE']) : world.cwd
  const request: CheckRequest = {
    base,
    reportBase: workspace,
    paths: inputs.paths,
    locale,
    ...(inputs.config === '' ? {} : { config: inputs.config }),
    ...(inputs.features.length === 0 ? {} : { features: inputs.features }),
    ...(inputs.role === '' ? {} : { role: inputs.role }),
    fixes: inputs.suggestions && event.pullRequest !== undefined,
    ...((inputs.base !== '' || event.base !== undefined) && {
      since: async (root, files) => {
        const { baseOfRun, namedBase } = await import('./base.ts')
        if (inputs.base !== '') return namedBase(inputs.base, root)
        const known = baseOfRun(event, root)
        if (!known.incomplete || inputs.token === '') return known
        const { baseByApi } = await import('./api-base.ts')
        return baseByApi(known, { event, root, workspace, token: inputs.token, files, clock: () => performance.now() })
      },
    }),
    redact: inputs.redact,
  }
  const result = await runCheck(request, world)
  const { report } = result
  const reportPath = join(world.env['RUNNER_TEMP'] ?? tmpdir(), 'configmgr-firewall-lint.json')
  const context = { ...contextFor(result, request, { color: false, quiet: false, verbose: false }), reportPath: 'the job summary and the JSON report' }
  world.write(reportPath, await render('json', report, context))
  for (const { format, file } of files) world.write(resolve(base, file), await render(format, report, context))
  const { error, warning, notice } = report.summary
  const failed = exitStatus(report, failOn, inputs.onlyNew) === 1
  const warnings = result.warnings.map(warning => `${command('warning', { title: 'configmgr-firewall-lint' }, warning)}\n`).join('')
  const showing: Showing = { check, comment, configured: result.comment }
  return {
    outputs: outputsOf(report, failed, [
      { format: 'json', file: reportPath }, ...files.map(({ format, file }) => ({ format, file: resolve(base, file) })),
    ]),
    annotations: warnings + await render(inputs.annotations ? 'github' : 'text', report, context),
    summary: inputs.summary ? await render('markdown', report, context) : undefined,
    failure: failed ? command('error', {}, words[locale].counts(error, warning, notice)) : undefined,
    async publish() {
      // Most of what posting needs is read only where something could be posted.
      const isDemanded = check === 'true' || comment !== undefined || inputs.suggestions
      if (!event.repository || (inputs.token === '' && !isDemanded)) return { outputs: {}, log: undefined }
      const [{ publicationOf }, { publish }, { words: githubWords }] = await Promise.all([import('./publication.ts'), import('../github/publish.ts'), import('../github/words.ts')])
      const wanted = publicationOf(report, context, failed, inputs, showing, event, world.env)
      if (!wanted) return { outputs: {}, log: undefined }
      const posted: Published = inputs.token !== '' ? await publish(wanted, { token: inputs.token, version: VERSION, locale, clock: () => performance.now() })
        : { outputs: {}, ...(wanted.demanded.length > 0 && { trouble: { level: 'warning', message: githubWords[locale].noToken } }) }
      return { outputs: posted.outputs, log: posted.trouble && `${command(posted.trouble.level, { title: 'configmgr-firewall-lint' }, posted.trouble.message)}\n` }
    },
  }
}

/** What went wrong, as a job summary. */
export const troublePage = (message: string): string => `## configmgr-firewall-lint\n\n❌ ${plainText(message)}\n`

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
