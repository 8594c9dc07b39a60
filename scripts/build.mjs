// Bundles src -> dist. Same bytes on every machine and every Node: nothing here reads the clock, the host or an absolute path.
// CommonJS, for it starts 5 to 15 ms sooner than ES modules. Every `import()` of a source file becomes a file of its own in dist/
// that is read when it is first needed, so `--version` never pays for a YAML parser; what several of them share is a file as well.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import { build, transform } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = resolve(root, process.argv[2] ?? 'dist')

// @actions/core loads @actions/http-client and undici (800 kB, 50 ms) only for OIDC tokens, and @actions/exec only for
// core.platform; this program uses neither.
const STUB = `const no = () => { throw new Error('not bundled') }
export class HttpClient { constructor() { no() } }
export class BearerCredentialHandler { constructor() { no() } }
export const getExecOutput = no
export const exec = no
`
// For the delimiter of an output, of which the toolkit makes sure itself that no value holds it. node:crypto takes 15 ms to load.
const RANDOM = "export const randomUUID = () => Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')"
// The job summary is one page and is written at once, without the toolkit's builder, which loads node:fs/promises and streams.
const NO_SUMMARY = 'export const summary = undefined, markdownSummary = undefined'
const leanActionsCore = {
  name: 'lean-actions-core',
  setup(b) {
    b.onResolve({ filter: /^@actions\/(http-client(\/lib\/auth)?|exec)$/ }, a =>
      /[\\/]@actions[\\/]core[\\/]lib[\\/](oidc-utils|platform)\.js$/.test(a.importer)
        ? { path: 'lean-actions-core', namespace: 'stub', sideEffects: false }
        : undefined)
    b.onResolve({ filter: /^(crypto|\.\/summary\.js)$/ }, a =>
      /[\\/]@actions[\\/]core[\\/]lib[\\/](file-command|core)\.js$/.test(a.importer) ? { path: a.path, namespace: 'stub', sideEffects: false } : undefined)
    b.onLoad({ filter: /^crypto$/, namespace: 'stub' }, () => ({ contents: RANDOM, loader: 'js' }))
    b.onLoad({ filter: /summary/, namespace: 'stub' }, () => ({ contents: NO_SUMMARY, loader: 'js' }))
    // The toolkit's context reads the event by itself, prints a path of the machine where there is none, and throws on a broken one.
    b.onResolve({ filter: /^\.\/context\.js$/ }, a =>
      /[\\/]@actions[\\/]github[\\/]lib[\\/]utils\.js$/.test(a.importer) ? { path: 'no-context', namespace: 'stub', sideEffects: false } : undefined)
    b.onLoad({ filter: /^no-context$/, namespace: 'stub' }, () => ({ contents: 'export class Context {}', loader: 'js' }))
    b.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: STUB, loader: 'js' }))
  },
}

const written = new Map()
/** One character beyond ASCII, and V8 holds the whole file in two bytes for each character; where it stands, an escape means the same. */
const ascii = text => text.replace(/[^\x00-\x7f]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
// V8 copies a long string several times over while it reads a program. So the pack is a file beside it.
const packBeside = {
  name: 'pack-beside',
  setup(b) {
    b.onLoad({ filter: /[\\/]generated[\\/]pack-configmgr\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(/^export const PACK_CONFIGMGR = ('.*')$/m, (_, literal) => {
        written.set('pack-configmgr.json', ascii(runInNewContext(literal)))
        return `import { readFileSync } from 'node:fs'
import { join } from 'node:path'
export const PACK_CONFIGMGR = readFileSync(join(__dirname, 'pack-configmgr.json'), 'latin1')`
      })
      if (!written.has('pack-configmgr.json')) throw new Error(`${path} does not hold the pack as one string`)
      return { contents, loader: 'ts' }
    })
  },
}
// jsonc-parser's formatter, which is not bundled, would leave its tables behind: 1,200 strings of blanks made at each start.
const jsoncWithoutTables = {
  name: 'jsonc-without-tables',
  setup(b) {
    b.onResolve({ filter: /^\.\/(string-intern|format|edit)$/ }, ({ path, importer, resolveDir }) =>
      /[\\/]jsonc-parser[\\/]/.test(importer) ? { path: resolve(resolveDir, `${path}.js`), sideEffects: false } : undefined)
  },
}

const options = {
  absWorkingDir: resolve(root),
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'], // jsonc-parser's main is UMD: bundled, it fails at run time
  loader: { '.md': 'text', '.yml': 'text' },
  legalComments: 'none', // the texts go to dist/LICENSES.txt
  plugins: [leanActionsCore, packBeside, jsoncWithoutTables],
  metafile: true,
  write: false,
  logLevel: 'warning',
}

/** One flat folder, so no path depends on the importer: src/cli.ts is cli.js, src/text/lazy/iconv.ts text-iconv.js, src/commands/index.ts commands.js. */
const outputName = file => file.replace(/^src\/|\/lazy(?=\/)|(?:\/index)?\.ts$/g, '').replaceAll('/', '-')
const entries = new Map(['src/cli.ts', 'src/action.ts'].map(file => [outputName(file), file]))
const { metafile: { inputs } } = await build({ ...options, entryPoints: [...entries.values()], format: 'esm', splitting: true })
for (const { path, kind } of Object.values(inputs).flatMap(({ imports }) => imports)) {
  if (kind !== 'dynamic-import') continue
  const name = outputName(path)
  if ((entries.get(name) ?? path) !== path) throw new Error(`two lazy files would be dist/${name}.js: ${path} and ${entries.get(name)}`)
  entries.set(name, path)
}

const packages = new Map()
function countPackages(metafile) {
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (bytesInOutput === 0 || !input.includes('node_modules/')) continue
      let dir = dirname(resolve(root, input))
      const manifest = () => JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'))
      while (!existsSync(join(dir, 'package.json')) || !manifest().version) dir = dirname(dir)
      const { name, version, license } = manifest()
      packages.set(`${name}@${version}`, { license, dir })
    }
  }
}

// Node loads some of its own modules slowly (crypto 8 ms, child_process 6 ms). What few runs need is loaded when it is first used.
const LAZY_BUILTINS = /^var (import_node_\w+) = require\("(node:(?:child_process|crypto|net|os|tty|util|v8|zlib))"\);$/gm
const lazily = text => text.replace(LAZY_BUILTINS, 'var $1 = new Proxy({}, { get: (_, name) => require("$2")[name] });')

// esbuild splits ES modules only, so each file becomes CommonJS afterwards.
const { metafile, outputFiles } = await build({ ...options, entryPoints: Object.fromEntries(entries), format: 'esm', splitting: true, chunkNames: 'shared-[hash]' })
countPackages(metafile)
const parts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
const IMPORT = /^import (?:\{([^}]*)\} from )?"\.\/([\w.-]+)";$/gm
const exportsOf = text => [...text.matchAll(/^export \{([^}]*)\};$/gm)].flatMap(([, names]) => names.split(',').map(n => n.trim().split(' as ').at(-1)))
const joined = new Set()
const withImports = (file, found = new Set()) => {
  if (found.has(file) || joined.has(file)) return found
  found.add(file)
  for (const [, , from] of parts.get(file).matchAll(IMPORT)) withImports(from, found)
  return found
}

// Reading a file costs half a millisecond, whatever its size. So what every run reads is one file, and what every check reads besides.
await joinImports('commands.js')
await joinImports('commands-check.js')

/** Puts a file and all it imports into one, under its name. */
async function joinImports(name) {
  const group = [...withImports(name)]
  /** What others take from the group, by file and name; the names of one file may be those of another. */
  const given = new Map()
  const own = new Set(exportsOf(parts.get(name)))
  for (const [file, text] of parts) {
    if (group.includes(file)) continue
    parts.set(file, text.replace(IMPORT, (all, names, from) => {
      if (!group.includes(from)) return all
      if (names === undefined) return `import "./${name}";`
      const taken = names.split(',').map(n => n.trim().split(' as ')).map(([theirs, ours = theirs]) => {
        const key = `${theirs} ${from}`
        if (!given.has(key)) given.set(key, own.has(theirs) || [...given.values()].includes(theirs) ? `${theirs}_${given.size}` : theirs)
        return `${given.get(key)} as ${ours}`
      })
      return `import { ${taken.join(', ')} } from "./${name}";`
    }))
  }
  const lines = [`export * from "./${name}";`, ...[...given].map(([key, as]) => `export { ${key.split(' ')[0]} as ${as} } from "./${key.split(' ')[1]}";`)]
  const { outputFiles: [{ text }] } = await build({
    ...options, plugins: [partsOf(group)], metafile: false, stdin: { contents: lines.join('\n'), resolveDir: root }, outdir: undefined, outfile: name, format: 'esm',
  })
  for (const file of group) parts.delete(file)
  parts.set(name, text)
  joined.add(name)
}
/** Reads the named parts; the others, and what is read when needed, stay imports. */
function partsOf(group) {
  return {
    name: 'parts',
    setup(b) {
      b.onResolve({ filter: /^\.\/[\w.-]+\.js$/ }, ({ path, kind }) =>
        kind !== 'dynamic-import' && group.includes(path.slice(2)) ? { path: path.slice(2), namespace: 'parts' } : { path, external: true })
      b.onLoad({ filter: /.*/, namespace: 'parts' }, ({ path }) => ({ contents: parts.get(path), loader: 'js' }))
    },
  }
}

// What a file takes from another, and gives to others, is bound once: the imports of such files never form a ring, and a plain constant is
// faster than a getter. esbuild's own way makes a getter for every name at both ends, which costs more than most of these files do.
const EXPORT = /^export \{([^}]*)\};$/gm
const BOUND_IMPORT = /__toESM\d*\(require\("(\.\/[\w.-]+)"\)\)/g
for (const [name, text] of parts) {
  const given = exportsAs(text)
  const bound = text.replace(EXPORT, '')
    .replace(IMPORT, (all, names, from) => names === undefined ? all : `const {${names.replaceAll(' as ', ': ')}} = require("./${from}");`)
  const { code } = await transform(bound, { format: 'cjs', platform: 'node', target: 'node20', supported: { 'dynamic-import': false }, logLevel: 'warning' })
  const whole = `${code.replace(BOUND_IMPORT, 'require("$1")')}${given.length === 0 ? '' : `module.exports = { ${given.join(', ')} };\n`}`
  written.set(name, ascii(lazily(name === 'cli.js' ? `#!/usr/bin/env node\n${whole}` : whole)))
}
/** `its name: the name inside` of all that a file gives to others. */
function exportsAs(text) {
  return [...text.matchAll(EXPORT)].flatMap(([, names]) => names.split(',').map(n => n.trim().split(' as ')).map(([own, theirs = own]) => theirs === own ? own : `${theirs}: ${own}`))
}

const licenceOf = ({ license, dir }) => {
  const file = readdirSync(dir).sort().find(f => /^(licen[cs]e|copying)/i.test(f))
  return file
    ? readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `(no licence file in the package; its package.json says ${license})`
}
const blocks = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, p]) => `${id} (${p.license})\n\n${licenceOf(p)}\n`)
written.set('LICENSES.txt', blocks.join(`\n${'-'.repeat(80)}\n\n`))
written.set('package.json', '{ "type": "commonjs" }\n')

// File by file, so that a run of the program beside the build finds old or new files, never none.
mkdirSync(out, { recursive: true })
for (const name of readdirSync(out)) if (!written.has(name)) rmSync(join(out, name), { recursive: true })
for (const [name, text] of written) writeFileSync(join(out, name), text)
