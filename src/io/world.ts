import { existsSync, fstatSync, mkdirSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { UsageError } from '../model/usage-error.ts'

/** What a command may touch besides policy files: a test hands in its own. */
export interface World {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  out(content: string | Uint8Array): void
  err(text: string): void
  /** Told how many bytes of policy there are, before they are read. */
  expect(bytes: number): void
  /** Writes a file, with its folders; `path` counts from the current folder. */
  write(path: string, content: string | Uint8Array): void
}

/** The process that we run in. */
export function processWorld(): World {
  const cwd = process.cwd()
  return {
    cwd,
    env: process.env,
    today: new Date().toISOString().slice(0, 10),
    get outIsTerminal() { return isTerminal(1) },
    get errIsTerminal() { return isTerminal(2) },
    out: content => { writeAll(1, content) },
    err: text => { writeAll(2, text) },
    expect: bytes => { if (bytes >= LARGE && V8_IS_KNOWN) inlineLess() },
    write(path, content) {
      const file = resolve(cwd, path)
      try {
        makeFolder(dirname(file))
        writeFileSync(file, content)
      } catch (error) {
        const code = (error as { code?: string }).code ?? ''
        throw new UsageError(`Cannot write ${path}: ${WRITE_TROUBLE.get(code) ?? (code === '' ? 'unknown reason' : code)}`)
      }
    },
  }
}

/** Why a file cannot be written, in words for those who know no codes. */
const WRITE_TROUBLE = new Map([
  ['EISDIR', 'it is a folder'], ['ENOTDIR', 'a part of its path is a file, no folder'], ['ENOENT', 'its folder cannot be made'], ['EEXIST', 'a part of its path is a file, no folder'],
  ['EACCES', 'you may not write there'], ['EPERM', 'you may not write there'], ['EROFS', 'it can only be read there'], ['ENOSPC', 'the disk is full'],
])

/** Below, the work is done before the compiler has much to say. */
const LARGE = 1 << 18
/** A later V8 may not have the flag any more, and would say so on the standard error. */
const V8_IS_KNOWN = Number(process.versions.node.split('.')[0]) <= 24
/**
 * V8 compiles what runs often on one thread beside ours, and writes into each function what it calls. That makes good code for programs that run
 * for minutes; ours is over in a second or two, and for half of it the slow code runs on while the compiler is busy. With less written into each
 * other, what counts is fast sooner: on Node 20 and 22 between 5 and 15 % of the time of 1,000 to 100,000 rules; on Node 24 hardly any.
 */
function inlineLess(): void { setFlagsFromString('--max-inlined-bytecode-size-cumulative=150') }

/** The folder and those above it that are missing. Node's own `recursive` never ends where the system makes no folders (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error // another run was faster
  }
}

/** `node:tty` and `process.stdout` are only loaded where a terminal is likely: both cost milliseconds, and a pipe, a file or /dev/null needs neither. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor)
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev && (descriptor === 1 ? process.stdout : process.stderr).isTTY
  } catch {
    return false // closed by the caller
  }
}

/** Straight to the descriptor: `process.stdout` costs milliseconds to make, and loses its tail when a pipe is slow and the process ends. */
function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = Buffer.from(content as Uint8Array)
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'EPIPE') return // the reader has gone (`| head`)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}
