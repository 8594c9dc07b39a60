import { annotationsOf } from '../github/annotations.ts'
import { MOST_ANNOTATIONS } from '../github/check-run.ts'
import { MOST_COMMENT } from '../github/comment.ts'
import { identityOf, type Publication } from '../github/publish.ts'
import type { Suggestion } from '../github/suggestions.ts'
import { type Place, words as githubWords } from '../github/words.ts'
import type { RunEvent } from '../io/events.ts'
import type { Inputs } from '../io/runner.ts'
import type { RenderContext, Report } from '../model/report.ts'
import { markdownPage } from '../reporters/markdown.ts'
import { plainText } from '../reporters/shared/markdown.ts'
import { words } from '../reporters/shared/words.ts'
import { inert, shortened } from '../text/printable.ts'

/** How the workflow and the config want a run to be shown on GitHub. */
export interface Showing {
  readonly check: 'auto' | 'true' | 'false'
  /** Undefined: the workflow does not say. */
  readonly comment: 'always' | 'on-change' | 'never' | undefined
  /** What the config says, for a workflow that does not. */
  readonly configured: 'always' | 'on-change' | 'never'
}

// GitHub takes 65,535 characters for each text of a check run, 255 for its title.
const MOST_TEXT = 60_000

/** What a run posts; undefined when there is nothing to post, or no place for it. Pure: the environment and the event come as values. */
export function publicationOf(
  report: Report, context: RenderContext, failed: boolean, inputs: Inputs, showing: Showing, event: RunEvent, env: Readonly<Record<string, string | undefined>>,
): Publication | undefined {
  const { repository, head, pullRequest } = event
  if (!repository) return undefined
  const job = env['GITHUB_JOB'] ?? ''
  const identity = identityOf(env['GITHUB_WORKFLOW'] ?? '', job, inputs.checkName, inputs.workingDirectory)
  const comment = showing.comment ?? showing.configured
  const say = words[context.locale]
  const { error, warning, notice } = report.summary
  const page = (bytes: number): string => inert(markdownPage(report, context, bytes))
  const suggestions = inputs.suggestions && pullRequest ? suggestionsOf(report, context) : []
  const demanded: Place[] = [...(showing.check === 'true' ? ['check' as const] : []), ...(showing.comment ? ['comment' as const] : []), ...(inputs.suggestions ? ['suggestions' as const] : [])]
  const annotated = Math.min(report.findings.length, MOST_ANNOTATIONS)
  const publication: Publication = {
    repository: { owner: repository.owner, repo: repository.name }, demanded, readOnly: event.readOnly,
    ...(showing.check !== 'false' && head !== undefined && {
      check: {
        // GitHub files the check runs of a workflow's token under whichever workflow came first; the job's name keeps them apart.
        name: shortened(job === '' ? inputs.checkName : `${inputs.checkName} (${job})`, 255),
        headSha: head, identity,
        conclusion: failed ? 'failure' as const : error + warning > 0 ? 'neutral' as const : 'success' as const,
        title: shortened(say.counts(error, warning, notice), 255),
        summary: [
          failed ? say.verdictBad(error, warning) : error + warning + notice > 0 ? say.counts(error, warning, notice)
            : report.files.length === 0 ? `${say.verdictNone} ${say.whereNext}` : say.verdictGood,
          `${say.met(report.summary.satisfied, report.summary.required)}.`,
          ...(annotated < report.findings.length ? [githubWords[context.locale].left(annotated, report.findings.length)] : []),
        ].join(' '),
        text: page(MOST_TEXT),
        annotations: annotationsOf(report.findings, say.wasThere),
        ...runUrl(env, repository),
      },
    }),
    ...(comment !== 'never' && pullRequest && {
      comment: { number: pullRequest.number, marker: `<!-- ${identity} -->`, body: page(MOST_COMMENT - 1000), create: comment === 'always' || isNews(report) },
    }),
    ...(suggestions.length > 0 && pullRequest && {
      suggestions: { number: pullRequest.number, headSha: pullRequest.headSha, suggestions, intro: githubWords[context.locale].suggestionsIntro },
    }),
  }
  return publication.check || publication.comment || publication.suggestions ? publication : undefined
}

/** Whether a comment has something to say: what this change broke, where that is known; else anything above a notice. */
function isNews({ findings, changes }: Report): boolean {
  const compared = changes !== undefined
  if (changes && changes.cut.length + changes.opened.length + changes.mended.length + changes.dropped.length > 0) return true
  return findings.some(f => (compared ? f.new === true : f.severity !== 'notice'))
}

function suggestionsOf({ findings }: Report, context: RenderContext): Suggestion[] {
  return findings.flatMap(finding => {
    const { fix } = finding
    if (!fix) return []
    return [{
      path: finding.location.path, startLine: fix.startLine, was: fix.was, lines: fix.lines, fingerprint: finding.fingerprint,
      why: inert(`**${words[context.locale].severity[finding.severity]}** ${plainText(shortened(finding.message, 1000))}`),
    }]
  })
}

/** The page of this run; only from an address that the runner gave. */
function runUrl(env: Readonly<Record<string, string | undefined>>, { owner, name }: { owner: string; name: string }): { detailsUrl?: string } {
  const [server, run] = [env['GITHUB_SERVER_URL'], env['GITHUB_RUN_ID']]
  return server && /^https?:\/\/[\w.:-]+$/.test(server) && run && /^\d+$/.test(run) ? { detailsUrl: `${server}/${owner}/${name}/actions/runs/${run}` } : {}
}
