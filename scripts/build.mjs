// Bundles src -> dist. Same bytes on every machine and every Node: nothing here reads the clock, the host or an absolute path.
// CommonJS, for it starts 5 to 15 ms sooner than ES modules. Every `import()` of a source file becomes a file of its own in dist/
// that is read when it is first needed, so `--version` never pays for a YAML parser. Such a file may not share state with another.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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
const leanActionsCore = {
  name: 'lean-actions-core',
  setup(b) {
    b.onResolve({ filter: /^@actions\/(http-client(\/lib\/auth)?|exec)$/ }, a =>
      /[\\/]@actions[\\/]core[\\/]lib[\\/](oidc-utils|platform)\.js$/.test(a.importer)
        ? { path: 'lean-actions-core', namespace: 'stub', sideEffects: false }
        : undefined)
    // The toolkit's context reads the event by itself, prints a path of the machine where there is none, and throws on a broken one.
    b.onResolve({ filter: /^\.\/context\.js$/ }, a =>
      /[\\/]@actions[\\/]github[\\/]lib[\\/]utils\.js$/.test(a.importer) ? { path: 'no-context', namespace: 'stub', sideEffects: false } : undefined)
    b.onLoad({ filter: /^no-context$/, namespace: 'stub' }, () => ({ contents: 'export class Context {}', loader: 'js' }))
    b.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: STUB, loader: 'js' }))
  },
}

const queue = [
  { name: 'cli', file: resolve(root, 'src/cli.ts') },
  { name: 'action', file: resolve(root, 'src/action.ts') },
].filter(({ file }) => existsSync(file))
const seen = new Map(queue.map(({ name, file }) => [name, file]))

/** `src/text/lazy/iconv.ts` is dist/iconv.js, `src/commands/index.ts` is dist/commands.js: one flat folder, so no path depends on the importer. */
function outputName(file) {
  const name = basename(file, '.ts')
  return name === 'index' ? basename(dirname(file)) : name
}
const lazyFiles = {
  name: 'lazy-files',
  setup(b) {
    b.onResolve({ filter: /^\.\.?\// }, a => {
      if (a.kind !== 'dynamic-import') return undefined
      const file = resolve(a.resolveDir, a.path)
      const name = outputName(file)
      if (!seen.has(name)) {
        seen.set(name, file)
        queue.push({ name, file })
      }
      if (seen.get(name) !== file) throw new Error(`two lazy files would be dist/${name}.js: ${file} and ${seen.get(name)}`)
      return { path: `./${name}.js`, external: true }
    })
  },
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

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (let entry = queue.shift(); entry; entry = queue.shift()) {
  const { metafile } = await build({
    entryPoints: { [entry.name]: relative(root, entry.file).split(sep).join('/') },
    absWorkingDir: resolve(root),
    outdir: out,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false }, // so import() becomes require, still behind a promise
    mainFields: ['module', 'main'], // jsonc-parser's main is UMD: bundled, it fails at run time
    loader: { '.md': 'text', '.yml': 'text' },
    charset: 'utf8',
    legalComments: 'none', // the texts go to dist/LICENSES.txt
    banner: entry.name === 'cli' ? { js: '#!/usr/bin/env node' } : {},
    plugins: [lazyFiles, leanActionsCore],
    metafile: true,
    logLevel: 'warning',
  })
  countPackages(metafile)
}

const licenceOf = ({ license, dir }) => {
  const file = readdirSync(dir).sort().find(f => /^(licen[cs]e|copying)/i.test(f))
  return file
    ? readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `(no licence file in the package; its package.json says ${license})`
}
const blocks = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, p]) => `${id} (${p.license})\n\n${licenceOf(p)}\n`)
writeFileSync(join(out, 'LICENSES.txt'), blocks.join(`\n${'-'.repeat(80)}\n\n`))
writeFileSync(join(out, 'package.json'), '{ "type": "commonjs" }\n')
