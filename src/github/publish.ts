import { digest, postCheckRun, type CheckRunRequest, type Repository } from './check-run.ts'
import { type Client, type Failure, failureOf, openClient } from './client.ts'
import { type CommentRequest, ownership, postComment } from './comment.ts'
import { postSuggestions, type SuggestionsRequest } from './suggestions.ts'
import { type Place, words } from './words.ts'

/** What one run wants to show on GitHub. What is absent is not wanted. */
export interface Publication {
  readonly repository: Repository
  readonly check?: CheckRunRequest
  readonly comment?: CommentRequest
  readonly suggestions?: SuggestionsRequest
  /** The places that the workflow asked for by name, instead of leaving them to us: their failure is a warning, else only a notice. */
  readonly demanded: readonly Place[]
  /** The event says that this run's token only reads: a fork, or Dependabot. */
  readonly readOnly: boolean
}
export interface Published {
  readonly outputs: Readonly<Record<string, string | number>>
  /** One sentence for all that could not be posted. */
  readonly trouble?: { readonly level: 'warning' | 'notice'; readonly message: string }
}
export interface PublishOptions {
  readonly token: string
  readonly version: string
  readonly locale: 'en' | 'ko'
  /** Milliseconds that only ever grow. */
  readonly clock: () => number
}

/**
 * Posts the check run, the comment and the suggestions. It throws nothing and decides nothing: what fails is told once, and the verdict
 * of the step stands without it.
 */
export async function publish(wanted: Publication, options: PublishOptions): Promise<Published> {
  const { repository, check, comment, suggestions } = wanted
  const outputs: Record<string, string | number> = {}
  const failed = new Map<Place, Failure>()
  let client: Client
  try {
    client = await openClient(options.token, options.version, options.clock)
  } catch {
    // A proxy address that nobody understands, for example.
    return { outputs, trouble: { level: 'warning', message: words[options.locale].unusable } }
  }
  const isOwn = ownership(client, options.token)
  const attempt = async (place: Place, work: () => Promise<void>): Promise<void> => {
    // A token that is wrong, a limit that is used up, a host that is silent: it is so for the others as well.
    const hopeless = [...failed.values()].find(({ kind }) => kind === 'token' || kind === 'rate-limit' || kind === 'no-answer')
    if (hopeless) { failed.set(place, hopeless); return }
    try {
      await work()
    } catch (error) {
      failed.set(place, failureOf(error))
    }
  }
  if (check) await attempt('check', async () => { outputs['check-run-id'] = (await postCheckRun(client, repository, check)).id })
  if (comment) {
    await attempt('comment', async () => {
      const posted = await postComment(client, repository, comment, isOwn)
      if (posted.done !== 'none') outputs['comment-id'] = posted.id
    })
  }
  if (suggestions) await attempt('suggestions', async () => { outputs['suggestions'] = await postSuggestions(client, repository, suggestions, isOwn) })
  return failed.size === 0 ? { outputs } : { outputs, trouble: troubleOf(failed, wanted, options.locale) }
}

function troubleOf(failed: ReadonlyMap<Place, Failure>, { demanded, readOnly }: Publication, locale: 'en' | 'ko'): NonNullable<Published['trouble']> {
  const say = words[locale]
  const denied = [...failed].filter(([, { kind }]) => kind === 'permission' || kind === 'gone').map(([place]) => place)
  const others = [...failed].filter(([place]) => !denied.includes(place))
  const parts = [
    ...(denied.length === 0 ? [] : [readOnly ? say.readOnly(denied) : say.denied(denied)]),
    ...groups(others).map(([failure, places]) => say.failed(places, failure)),
  ]
  // Nobody can give a fork's run more rights, and a place that nobody asked for by name is a courtesy.
  const expected = others.length === 0 && (readOnly || !denied.some(place => demanded.includes(place)))
  return { level: expected ? 'notice' : 'warning', message: `${parts.join(' ')} ${say.stands}` }
}
function groups(failed: readonly (readonly [Place, Failure])[]): [Failure, Place[]][] {
  const by = new Map<string, [Failure, Place[]]>()
  for (const [place, failure] of failed) {
    const key = JSON.stringify(failure)
    const held = by.get(key)
    if (held) held[1].push(place)
    else by.set(key, [failure, [place]])
  }
  return [...by.values()]
}

/** What tells the posts of this job from those of another: hashed, so that no name of a workflow can end a marker. */
export const identityOf = (...names: readonly string[]): string => `configmgr-firewall-lint:${digest(JSON.stringify(names))}`
