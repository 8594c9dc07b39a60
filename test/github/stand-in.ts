import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Ajv } from 'ajv'

/* eslint-disable @typescript-eslint/no-explicit-any -- bodies and answers have the shapes of GitHub's description, not of ours */
interface Described { query: { name: string; schema: object }[]; body?: object; status: number; example: any }
const described = (JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/github-openapi.json'), 'utf8')) as { requests: Record<string, Described> }).requests
const ajv = new Ajv({ strict: false, coerceTypes: false, allErrors: true, validateFormats: false })
const coercing = new Ajv({ formats: { 'date-time': true }, strict: false, coerceTypes: true })
const routes = Object.entries(described).map(([route, { query, body, status, example }]) => {
  const [method = '', path = ''] = route.split(' ')
  return {
    route, method, status, example,
    pattern: new RegExp(`^(?:/api/v3)?${path.replace(/\{\w+\}/g, '([^/]+)')}$`),
    validBody: body && ajv.compile(body),
    validQuery: coercing.compile({ type: 'object', properties: Object.fromEntries(query.map(q => [q.name, q.schema])), additionalProperties: false }),
  }
})

/** What goes wrong with one request; `took`: GitHub did it all the same. */
export interface Fault { status?: number; headers?: Record<string, string>; message?: string; drop?: boolean; silent?: boolean; took?: boolean }
export interface Seen { route: string; body: any; authorization: string; path: string }
export interface CheckRun { id: number; name: string; head_sha: string; external_id: string; conclusion: string; output: any; annotations: any[] }
export interface Comment { id: number; body: string; user: { login: string; type: string } }
/** A file of a commit: its text, or where a symbolic link leads; null for a submodule. */
export type Held = string | { link: string } | null

/** GitHub as far as the Action asks it: holds what was posted, checks each request against GitHub's description, and fails on demand. */
export class StandIn {
  readonly seen: Seen[] = []
  /** What GitHub would refuse. */
  readonly wrong: string[] = []
  readonly checkRuns: CheckRun[] = []
  readonly comments: Comment[] = []
  readonly reviewComments: any[] = []
  files: any[] = []
  /** `count` is how often this route was asked before. */
  fault: (route: string, count: number) => Fault | undefined = () => undefined
  user = 'github-actions[bot]'
  /** Recursive lists of trees with more entries are cut off. */
  mostEntries = 100_000
  /** Where two commits parted, by `base...head`. */
  readonly parted = new Map<string, string>()
  readonly #commits = new Map<string, readonly string[]>()
  readonly #trees = new Map<string, object[]>()
  readonly #blobs = new Map<string, string>()
  #server: Server | undefined
  #id = 100
  #port = 0

  async start(): Promise<this> {
    const server = createServer((request, response) => { this.#receive(request, response) })
    this.#server = server
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
    this.#port = (server.address() as AddressInfo).port
    return this
  }
  stop(): void {
    this.#server?.closeAllConnections()
    this.#server?.close()
  }
  get url(): string { return `http://127.0.0.1:${this.#port}` }
  /** Takes a commit of these files; without any only its parents are known. */
  commit(id: string, files?: Readonly<Record<string, Held>>, parents: readonly string[] = []): this {
    this.#commits.set(id, parents)
    if (files) this.#tree(id, files)
    return this
  }
  #tree(id: string, files: Readonly<Record<string, Held>>): void {
    const entries: object[] = []
    const folders = new Map<string, Record<string, Held>>()
    for (const [path, held] of Object.entries(files)) {
      const [name = '', ...rest] = path.split('/')
      if (rest.length > 0) folders.set(name, { ...folders.get(name), [rest.join('/')]: held })
      else if (held === null) entries.push({ path, mode: '160000', type: 'commit', sha: '5'.repeat(40) })
      else {
        const text = typeof held === 'string' ? held : held.link
        const sha = createHash('sha1').update(`blob ${Buffer.byteLength(text)}\0${text}`).digest('hex')
        this.#blobs.set(sha, text)
        entries.push({ path, mode: typeof held === 'string' ? '100644' : '120000', type: 'blob', sha, size: Buffer.byteLength(text) })
      }
    }
    for (const [path, inside] of folders) {
      const sha = createHash('sha1').update(JSON.stringify([id, path])).digest('hex')
      this.#tree(sha, inside)
      entries.push({ path, mode: '040000', type: 'tree', sha })
    }
    this.#trees.set(id, entries)
  }
  #listed(id: string): any[] {
    return (this.#trees.get(id) ?? []).flatMap((e: any) => [e, ...(e.type === 'tree' ? this.#listed(e.sha).map(inside => ({ ...inside, path: `${e.path}/${inside.path}` })) : [])])
  }
  asked(route: string): Seen[] { return this.seen.filter(s => s.route === route) }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('error', () => {})
    request.on('end', () => { this.#answer(request, Buffer.concat(parts).toString('utf8'), response) })
  }

  #answer(request: IncomingMessage, text: string, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url)
    const found = routes.find(r => r.method === request.method && r.pattern.test(url.pathname))
    const reply = (status: number, data: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(data))
    }
    if (!found) {
      this.wrong.push(`no such request: ${request.method} ${url.pathname}`)
      return reply(404, { message: 'Not Found' })
    }
    const body = text === '' ? undefined : JSON.parse(text)
    const count = this.asked(found.route).length
    this.seen.push({ route: found.route, body, authorization: String(request.headers.authorization), path: url.pathname })
    const query: Record<string, unknown> = Object.fromEntries(url.searchParams)
    if (!found.validQuery(query)) this.wrong.push(`${found.route}: query ${coercing.errorsText(found.validQuery.errors)}`)
    if (found.validBody && !found.validBody(body)) this.wrong.push(`${found.route}: body ${ajv.errorsText(found.validBody.errors)}`)
    this.wrong.push(...unsaid(found.route, body).map(w => `${found.route}: ${w}`))

    const fault = this.fault(found.route, count)
    const args = (found.pattern.exec(url.pathname) ?? []).slice(1)
    const answer = !fault || fault.took ? this.#do(found.route, args, query, body, structuredClone(found.example)) : undefined
    if (fault?.silent) return // the client must lose patience
    if (fault?.drop) { request.socket.destroy(); return }
    if (fault?.status) return reply(fault.status, { message: fault.message ?? 'Resource not accessible by integration' }, fault.headers)
    if (answer === null) return reply(404, { message: 'Not Found' })
    reply(found.status, answer)
  }

  #do(route: string, args: readonly string[], query: Record<string, unknown>, body: any, example: any): unknown {
    const pageOf = <T>(items: readonly T[]): T[] => items.slice((Number(query['page'] ?? 1) - 1) * Number(query['per_page'] ?? 30), Number(query['page'] ?? 1) * Number(query['per_page'] ?? 30))
    const user = { ...(example.user ?? example[0]?.user), login: this.user, type: this.user.endsWith('[bot]') ? 'Bot' : 'User' }
    const shownRun = ({ annotations, output, ...run }: CheckRun, like: any): object =>
      ({ ...like, ...run, output: { ...like.output, title: output.title, summary: output.summary, text: output.text, annotations_count: annotations.length } })
    switch (route) {
      case 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': {
        const runs = this.checkRuns.filter(run => run.head_sha === args[2] && (query['check_name'] === undefined || run.name === query['check_name']))
        return { total_count: runs.length, check_runs: pageOf(runs).map(run => shownRun(run, example.check_runs[0])) }
      }
      case 'POST /repos/{owner}/{repo}/check-runs': {
        const run = { ...body, id: this.#id++, annotations: body.output.annotations ?? [] }
        this.checkRuns.push(run)
        return shownRun(run, example)
      }
      case 'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': case 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
        const run = this.checkRuns.find(r => r.id === Number(args[2]))
        if (!run) return null
        if (body) Object.assign(run, body, { annotations: [...run.annotations, ...(body.output.annotations ?? [])] }) // GitHub adds, and takes none away
        return shownRun(run, example)
      }
      case 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': return pageOf(this.comments).map(c => ({ ...example[0], ...c, user: { ...example[0].user, ...c.user } }))
      case 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
        const comment = { id: this.#id++, body: body.body, user }
        this.comments.push(comment)
        return { ...example, ...comment }
      }
      case 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
        const comment = this.comments.find(c => c.id === Number(args[2]))
        if (!comment) return null
        comment.body = body.body
        return { ...example, ...comment }
      }
      case 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': return pageOf(this.files).map(f => ({ ...example[0], ...f }))
      case 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': return pageOf(this.reviewComments).map(c => ({ ...example[0], ...c }))
      case 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews':
        for (const comment of body.comments ?? []) this.reviewComments.push({ ...comment, id: this.#id++, user })
        return { ...example, id: this.#id++, body: body.body }
      case 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': {
        const parents = this.#commits.get(args[2] ?? '')
        return parents ? { ...example, sha: args[2], parents: parents.map(sha => ({ ...example.parents[0], sha })) } : null
      }
      case 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': {
        const own = this.#trees.get(args[2] ?? '')
        const all = own && query['recursive'] !== undefined ? this.#listed(args[2] ?? '') : own
        return all ? { ...example, sha: args[2], tree: all.slice(0, this.mostEntries), truncated: all.length > this.mostEntries } : null
      }
      case 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': {
        const text = this.#blobs.get(args[2] ?? '')
        return text === undefined ? null : { ...example, sha: args[2], size: Buffer.byteLength(text), content: Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n') }
      }
      case 'GET /repos/{owner}/{repo}/compare/{basehead}': {
        const sha = this.parted.get(args[2] ?? '')
        return sha === undefined ? null : { ...example, merge_base_commit: { ...example.merge_base_commit, sha } }
      }
      case 'GET /user': return { ...example, login: this.user }
      default: return null
    }
  }
}

/** What GitHub demands in words, and its description does not say. */
function unsaid(route: string, body: any): string[] {
  const wrong: string[] = []
  if (route.includes('check-runs') && body) {
    if (body.status === 'completed' && body.conclusion === undefined) wrong.push('completed without a conclusion')
    if (body.output.title.length > 255) wrong.push('title too long')
    if ((body.name ?? '').length > 255) wrong.push('name too long')
    for (const a of body.output.annotations ?? []) {
      if (a.path === '' || a.path.startsWith('/')) wrong.push(`path ${a.path}`)
      if (a.start_line < 1 || a.end_line < a.start_line) wrong.push(`lines ${a.start_line}-${a.end_line}`)
      if (a.start_column !== undefined && (a.start_line !== a.end_line || a.start_column < 1 || a.end_column < a.start_column)) wrong.push('columns')
      if (Buffer.byteLength(a.message) > 65_536 || Buffer.byteLength(a.raw_details ?? '') > 65_536 || (a.title ?? '').length > 255) wrong.push('annotation too long')
    }
  }
  if (route.includes('comments') && body && body.body.length > 65_536) wrong.push('comment too long')
  return wrong
}
