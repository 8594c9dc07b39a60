import { accessSync, closeSync, constants, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { SourceFile } from '../model/stages.ts'
import { UsageError } from '../model/usage-error.ts'
import { type Loan, sourceFile } from '../text/source-file.ts'
import { Lender } from './lender.ts'
import { MOST_BYTES, Window } from './window.ts'

/** A file that could not be read, and why, in plain words. */
export interface Unreadable {
  readonly path: string
  readonly why: string
}
export interface Discovery {
  /** Sorted by path. */
  readonly files: readonly SourceFile[]
  readonly unreadable: readonly Unreadable[]
  /** Files that were not opened, for their names say that they hold no policy. */
  readonly passedOver: number
}

/** Above this size a file of unknown kind is opened only when its first bytes look like text or a policy. */
const LOOK_FIRST = 1 << 20
/** Folders that hold no policy of the repository's own. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules'])

// What never holds firewall policy: pictures, sound, archives, programs, libraries, documents, fonts and source code of languages that
// no format here is written in. Everything else is opened.
const NEVER_POLICY = new Set(`
  png jpg jpeg gif bmp ico icns svg webp avif tif tiff psd ai eps heic mp3 mp4 m4a wav flac ogg avi mov mkv webm
  zip gz tgz bz2 xz zst 7z rar tar jar war ear nupkg whl cab msi msix msp iso vhd vhdx vmdk wim img dmg deb rpm apk
  exe dll sys so dylib lib a o obj pdb class pyc pyo wasm node
  pdf doc docx xls xlsx ppt pptx odt ods vsd vsdx one pst ttf otf woff woff2 eot
  md markdown mdx rst adoc tex c h cc cpp cxx hpp hh cs vb fs java kt kts scala groovy go rs swift m mm dart lua pl pm r jl
  js mjs cjs jsx ts mts cts tsx vue svelte css scss sass less map py pyi ipynb php sql proto graphql lock sum
  sqlite db mdb accdb pem crt cer key pfx p12 der admx adml evtx etl pcap pcapng dmp log
`.split(/\s+/).filter(Boolean))

/** Whether the name alone says that a file holds no policy. */
export function neverPolicy(name: string): boolean {
  const dot = name.lastIndexOf('.')
  return dot > 0 && NEVER_POLICY.has(name.slice(dot + 1).toLowerCase())
}

export interface DiscoverOptions {
  /** Read whatever their names say: layers and packs that the config names. */
  readonly wanted?: ReadonlySet<string>
  readonly codePage?: string
  /** Which files are opened when somebody asks for their bytes only, and may be read again after a release. */
  readonly later?: (paths: readonly string[]) => (path: string) => boolean
  /** Told now and then how many files have been read. */
  readonly progress?: (count: number) => void
}

/**
 * The files under the paths (from the root, files or folders) that may hold policy, in path order, with `/` on every system.
 * Links are followed inside the root only. A path that does not exist is a usage error; anything else that cannot be read is told.
 */
export function discover(root: string, paths: readonly string[], options: DiscoverOptions = {}): Discovery {
  const walk = new Walk(root, options)
  for (const path of paths) walk.start(path)
  walk.followLinks()
  return walk.read()
}

/** A path as reports write it: from the root where it lies below, else as it is; always with `/`. */
export function pathFrom(root: string, path: string): string {
  const inside = relative(root, resolve(root, path))
  const shown = inside === '' ? '.' : isAbsolute(inside) ? path : inside.startsWith('..') && isAbsolute(path) ? path : inside
  return sep === '/' ? shown : shown.replaceAll(sep, '/')
}

class Walk {
  readonly #root: string
  /** The root with what parts it from a path inside. */
  readonly #inside: string
  readonly #realRoot: string
  readonly #options: DiscoverOptions
  /** Path as reports write it, to be read. */
  readonly #found = new Set<string>()
  /** Files and folders seen, by their real path from the real root: what links name is not read twice. */
  readonly #seen = new Set<string>()
  readonly #links: string[] = []
  readonly #unreadable: Unreadable[] = []
  readonly #window = new Window()
  readonly #lender = new Lender()
  #passedOver = 0

  constructor(root: string, options: DiscoverOptions) {
    this.#root = resolve(root)
    this.#inside = this.#root.endsWith(sep) ? this.#root : `${this.#root}${sep}`
    this.#realRoot = realpathSync(root)
    this.#options = options
  }

  start(path: string): void {
    let stats
    const shown = pathFrom(this.#root, path)
    try {
      stats = statSync(resolve(this.#root, path))
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw new UsageError(`No such file or folder: ${path}`)
      this.#unreadable.push({ path: shown, why: reason(error) })
      return
    }
    if (stats.isDirectory()) this.#folder(shown === '.' ? '' : shown, this.#realPath(shown))
    else if (stats.isFile()) {
      this.#found.add(shown)
      this.#seen.add(this.#realPath(shown))
    }
    else throw new UsageError(`Neither a file nor a folder: ${path}`)
  }

  /** Own stack: a tree can be deeper than the call stack. */
  #folder(first: string, firstReal: string): void {
    const stack = [{ folder: first, real: firstReal }]
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { folder, real } = next
      if (this.#seen.has(`${real}/`)) continue
      this.#seen.add(`${real}/`)
      let entries
      try {
        entries = readdirSync(this.#absolute(folder), { withFileTypes: true })
      } catch (error) {
        this.#unreadable.push({ path: folder === '' ? '.' : folder, why: reason(error) })
        continue
      }
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        const realPath = real === '' ? entry.name : `${real}/${entry.name}`
        if (entry.isDirectory()) { if (!SKIPPED_FOLDERS.has(entry.name)) stack.push({ folder: path, real: realPath }) }
        else if (entry.isSymbolicLink()) this.#links.push(path)
        else if (entry.isFile()) this.#candidate(path, realPath, entry.name)
      }
    }
  }

  #candidate(path: string, real: string, name: string): void {
    if (this.#seen.has(real)) return
    this.#seen.add(real)
    if (neverPolicy(name) && !this.#options.wanted?.has(path)) this.#passedOver++
    else this.#found.add(path)
  }
  /** From the real root, with `/`; outside of it a path that starts with `..` or is absolute. */
  #realPath(path: string): string {
    return relative(this.#realRoot, realpathSync(this.#absolute(path === '.' ? '' : path))).split(sep).join('/')
  }

  /** After the walk, in path order, so that what a link names and the walk has found anyway is read once. */
  followLinks(): void {
    for (let links = this.#links.splice(0).sort(); links.length > 0; links = this.#links.splice(0).sort()) {
      for (const link of links) this.#follow(link)
    }
  }
  #follow(link: string): void {
    try {
      const inside = this.#realPath(link)
      if (inside.startsWith('../') || inside === '..' || isAbsolute(inside)) {
        if (!neverPolicy(link)) this.#unreadable.push({ path: link, why: 'it is a symbolic link that leaves the repository' })
        return
      }
      if (inside.split('/').some(part => SKIPPED_FOLDERS.has(part))) return
      const stats = statSync(this.#absolute(link))
      if (stats.isDirectory()) this.#folder(link, inside)
      else if (stats.isFile()) this.#candidate(link, inside, link.slice(link.lastIndexOf('/') + 1))
    } catch (error) {
      if (!neverPolicy(link)) this.#unreadable.push({ path: link, why: codeOf(error) === 'ENOENT' ? 'it is a symbolic link to nothing' : reason(error) })
    }
  }

  read(): Discovery {
    const files: SourceFile[] = []
    const paths = [...this.#found].sort()
    const isLater = this.#options.later?.(paths)
    for (const path of paths) {
      try {
        const bytes = (isLater?.(path) === true ? this.#loan(path) : undefined) ?? this.#bytes(path)
        if (bytes === undefined) this.#passedOver++
        else files.push(sourceFile(path, bytes, this.#options.codePage))
      } catch (error) {
        this.#unreadable.push({ path, why: reason(error) })
      }
      this.#options.progress?.(files.length)
    }
    return { files, unreadable: this.#unreadable.sort((a, b) => (a.path < b.path ? -1 : 1)), passedOver: this.#passedOver }
  }

  #bytes(path: string): Uint8Array | Loan | undefined {
    const file = this.#absolute(path)
    if (!KNOWN.test(path) && this.#options.wanted?.has(path) !== true && statSync(file).size > LOOK_FIRST && looksBinary(head(file))) return undefined
    return this.#window.read(file, first => markOf(first) === 'PReg') ?? this.#loan(path)
  }
  /** Undefined where it is too large. Throws where it cannot be opened. */
  #loan(path: string): Loan | undefined {
    const file = this.#absolute(path)
    accessSync(file, constants.R_OK)
    const { size } = statSync(file)
    return size <= MOST_BYTES ? this.#lender.loanOf(file, size) : undefined
  }
  /** What the walk finds below the root is in order as it is, and there may be thousands. */
  #absolute(path: string): string {
    if (isAbsolute(path)) return path
    return path === '' || path.startsWith('.') ? join(this.#root, path) : `${this.#inside}${path}`
  }
}

/** Kinds that are opened without a look at their size first. */
const KNOWN = /\.(pol|ps1|psm1|reg|cmd|bat|xml|json|ya?ml|csv|txt|mof|wfw)$/i

function head(file: string): Uint8Array {
  const bytes = new Uint8Array(4096)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}
const markOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4))
/** NUL bytes that are not the halves of UTF-16 text, and no mark of a policy file (`PReg`, a registry hive's `regf`). */
function looksBinary(bytes: Uint8Array): boolean {
  const mark = markOf(bytes)
  if (mark === 'PReg' || mark === 'regf' || /^(\u00ff\u00fe|\u00fe\u00ff)/.test(mark)) return false
  let even = 0
  let odd = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) { if (i % 2 === 0) even++; else odd++ }
  return even + odd > 0 && (even > 0 && odd > 0 || even + odd < bytes.length / 4)
}

const codeOf = (error: unknown): string => (error as { code?: unknown } | undefined)?.code as string ?? ''
function reason(error: unknown): string {
  if (error instanceof UsageError) return error.message
  switch (codeOf(error)) {
    case 'EACCES': case 'EPERM': return 'permission denied'
    case 'ENOENT': return 'it cannot be opened under this name'
    case 'ELOOP': return 'it is a symbolic link that leads back to itself'
    case 'ENAMETOOLONG': return 'its path is too long'
    default: return codeOf(error) === '' ? 'it cannot be read' : `it cannot be read (${codeOf(error)})`
  }
}
