import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main } from '../src/commands/index.ts'
import { processWorld, type World } from '../src/io/world.ts'
import type { Report } from '../src/model/report.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** A repository in a temporary folder whose commits have fixed authors and dates. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'history-'))
  #commits = 0
  #paths: readonly string[] = []
  constructor() { this.git('init', '-q', '-b', 'main') }

  git(...args: string[]): string {
    const date = `2026-01-01T00:00:${String(this.#commits % 60).padStart(2, '0')}Z`
    const env = {
      PATH: process.env['PATH'], HOME: this.root, GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: 'Kim', GIT_AUTHOR_EMAIL: 'kim@contoso.com', GIT_COMMITTER_NAME: 'Kim', GIT_COMMITTER_EMAIL: 'kim@contoso.com',
    }
    return execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: this.root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  }
  /** Replaces the whole tree by these files. */
  write(files: Files): void {
    for (const path of this.#paths) if (!(path in files)) rmSync(join(this.root, path), { force: true })
    this.#paths = Object.keys(files)
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true })
      writeFileSync(join(this.root, path), text)
    }
  }
  commit(files: Files): void {
    this.write(files)
    this.git('add', '-A')
    this.git('commit', '-q', '--allow-empty', '-m', `Commit ${++this.#commits}`)
  }
  async run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
    let out = ''
    let err = ''
    const world: World = {
      ...processWorld(), cwd: this.root, env: {}, today: '2026-06-01', outIsTerminal: false, errIsTerminal: false,
      out: text => { out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1') }, err: text => { err += text }, write: (path, content) => { writeFileSync(join(this.root, path), content) },
    }
    const status = await main(args, world)
    return { status, out, err }
  }
  async report(...args: string[]): Promise<Report> {
    const { out, err } = await this.run('check', '--format', 'json', '--fail-on', 'never', ...args)
    if (out === '') throw new Error(err)
    return JSON.parse(out) as Report
  }
  read = (path: string): string => readFileSync(join(this.root, path), 'utf8')
  remove(): void { rmSync(this.root, { recursive: true, force: true }) }
}
