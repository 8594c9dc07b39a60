import type { Requests } from './lazy/octokit.ts'

export type { Requests }

/** Three further attempts for what may pass by itself. */
const RETRIES = 3
/** Milliseconds for all that one client asks, and for one answer. A gate must not wait for the places that only show its verdict. */
const TOTAL = 60_000
const ANSWER = 10_000

/** The API within bounds of attempts and time. */
export interface Client {
  readonly request: Requests
  /**
   * Writes what must not be written twice. Where nobody knows whether GitHub took it (a dropped connection, a timeout, a 5xx), `found`
   * looks before the next attempt; octokit's own retry would just send it again.
   */
  once<T>(write: () => Promise<T>, found: () => Promise<T | undefined>): Promise<T>
}

/** Loads octokit, which nothing else of the program needs, and connects. */
export async function openClient(token: string, version: string, clock: () => number): Promise<Client> {
  const { connect } = await import('./lazy/octokit.ts')
  const end = clock() + TOTAL
  const left = (): number => end - clock()
  const request = connect(token, `configmgr-firewall-lint/${version}`, { retries: RETRIES, answer: ANSWER, left })
  return {
    request,
    async once(write, found) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await write()
        } catch (error) {
          const wait = (retryAfter(error) ?? attempt ** 2) * 1000 // as the retry plugin: 1, 4, 9 seconds
          if (!mayPass(error) || attempt > RETRIES || wait > left()) throw error
          await new Promise(resolve => { setTimeout(resolve, wait) })
        }
        const there = await found()
        if (there !== undefined) return there
      }
    },
  }
}
/** For a request that `once` sends: the retry plugin stays out of it. */
export const NO_RETRY = { request: { retries: 0 } } as const

const field = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined)
/** The HTTP status of a failure; undefined when there was no answer. */
export const statusOf = (error: unknown): number | undefined => {
  const status = field(field(error, 'response'), 'status')
  return typeof status === 'number' ? status : undefined
}
const headerOf = (error: unknown, name: string): unknown => field(field(field(error, 'response'), 'headers'), name)
function retryAfter(error: unknown): number | undefined {
  const seconds = Number(headerOf(error, 'retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}
function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  return status === undefined || status === 429 || status >= 500
}

/** What stopped a request, by kind. Words of the answer are never shown: they are not ours, and could repeat what we sent. */
export type Failure =
  | { readonly kind: 'token' | 'permission' | 'rate-limit' | 'gone' | 'no-answer' }
  | { readonly kind: 'refused' | 'server'; readonly status: number }

export function failureOf(error: unknown): Failure {
  const status = statusOf(error)
  if (status === undefined) return { kind: 'no-answer' }
  const limited = headerOf(error, 'x-ratelimit-remaining') === '0' || retryAfter(error) !== undefined || /\brate limit\b/i.test(String(field(error, 'message')))
  if (status === 429 || (status === 403 && limited)) return { kind: 'rate-limit' }
  if (status === 401) return { kind: 'token' }
  if (status === 403) return { kind: 'permission' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  return { kind: status >= 500 ? 'server' : 'refused', status }
}

/** Pages of a hundred until one is not full, at most so many. */
export async function allPages<T>(most: number, page: (number: number) => Promise<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for (let number = 1; number <= most; number++) {
    const items = await page(number)
    all.push(...items)
    if (items.length < 100) break
  }
  return all
}
