import { defaults, getOctokitOptions, GitHub } from '@actions/github/lib/utils'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import Bottleneck from 'bottleneck/light.js'

/** A request by its route, checked against GitHub's own description of the API. */
export type Requests = InstanceType<typeof GitHub>['request']

export interface Patience {
  readonly retries: number
  /** Milliseconds that one answer may take. */
  readonly answer: number
  /** Milliseconds that are left for everything. */
  left(): number
}

/**
 * Octokit against the API of this run: the toolkit takes the address from GITHUB_API_URL and proxies from the environment.
 * The plugins' own pause of a second between writes is left out, for a run makes fewer of them than the 80 a minute that GitHub asks
 * for ("Rate limits for the REST API", secondary limits); they still go one after the other.
 */
export function connect(token: string, userAgent: string, patience: Patience): Requests {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} } // the log is no place for addresses of requests
  const oneByOne = (id: string): Bottleneck.Group => new Bottleneck.Group({ id, maxConcurrent: 1 })
  const wait = (seconds: number, _options: object, _octokit: unknown, count: number): boolean => count < patience.retries && seconds * 1000 < patience.left()
  const throughProxy: typeof fetch = defaults.request?.fetch ?? fetch
  const Octokit = GitHub.plugin(retry, throttling)
  const octokit = new Octokit(getOctokitOptions(token, {
    userAgent,
    log: quiet,
    retry: { retries: patience.retries },
    throttle: { onRateLimit: wait, onSecondaryRateLimit: wait, write: oneByOne('write'), notifications: oneByOne('notifications') },
    request: {
      // A signal of its own for each attempt: one for all would stop the retries as well.
      fetch: (url: string, init: RequestInit) => throughProxy(url, { ...init, signal: AbortSignal.timeout(Math.max(1, Math.min(patience.answer, patience.left()))) }),
    },
  }))
  // Both plugins count attempts in the options' `request`, which without one of its own is the same object for all requests.
  return ((route: string, parameters: object = {}) => octokit.request(route, { request: {}, ...parameters })) as Requests
}
