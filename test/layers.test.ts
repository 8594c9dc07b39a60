import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`\n]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]|\n\} from ['"]([^'"]+)['"]/g)]
    .map(match => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
    .filter(path => path !== '')

/** Each layer with its rank; a file imports its own folder and lower ranks only (equal ranks do not know one another). */
const RANKS: readonly (readonly [RegExp, number, string])[] = [
  [/^src\/(?:cli|action)\.ts$/, 6, 'entry'],
  [/^src\/commands\//, 5, 'commands'],
  [/^src\/lint(?:\/|\.ts$)/, 4, 'lint'], [/^src\/io\//, 4, 'io'], [/^src\/github\//, 4, 'github'], [/^src\/reporters\//, 4, 'reporters'],
  [/^src\/findings\//, 3.5, 'findings'],
  [/^src\/config\//, 3, 'config'], [/^src\/formats\//, 3, 'formats'], [/^src\/policy\//, 3, 'policy'], [/^src\/packs\//, 3, 'packs'],
  [/^src\/evaluate\//, 3, 'evaluate'], [/^src\/checks\//, 3, 'checks'], [/^src\/generated\//, 2.5, 'generated'],
  [/^src\/text\//, 2, 'text'], [/^src\/model\//, 1, 'model'], [/^src\/version\.ts$/, 0, 'version'],
]
const layerOf = (file: string): { rank: number; name: string } => {
  const found = RANKS.find(([pattern]) => pattern.test(file))
  return found ? { rank: found[1], name: found[2] } : { rank: -1, name: file }
}

test('imports point down the list of layers', () => {
  const wrong: string[] = []
  for (const file of files) {
    const own = layerOf(file)
    for (const path of importsOf(file).filter(p => p.startsWith('.'))) {
      const to = posix.normalize(posix.join(dirname(file), path))
      if (!to.startsWith('src/')) continue // pages of docs/, imported as text
      const other = layerOf(to)
      // Types alone of a neighbour couple nothing at run time, but a stage still must not know another stage's code.
      if (other.name !== own.name && other.rank >= own.rank && !typeOnly(file, path)) wrong.push(`${file} -> ${to}`)
    }
  }
  expect(wrong).toEqual([])
})
const typeOnly = (file: string, path: string): boolean =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:import|export) (type )?[^'"]*?from '([^']+)'/g)].filter(m => m[2] === path).every(m => m[1] !== undefined)

test('the folder of a format is that format\'s own, and a shared grammar knows no format', () => {
  const formatOf = (file: string): string | undefined => /^src\/formats\/(?!shared\/|index\.ts)([a-z0-9-]+)(?:\/|\.ts$)/.exec(file)?.[1]
  const wrong = files.flatMap(file => importsOf(file).map(path => ({ file, to: posix.normalize(posix.join(dirname(file), path)) })))
    .filter(({ file, to }) => formatOf(to) !== undefined && formatOf(to) !== formatOf(file) && file !== 'src/formats/index.ts')
  expect(wrong).toEqual([])
})

test('only the entries, io/, github/ and commands/ touch the world', () => {
  const worldly = /^node:(?:fs|child_process|http|https|net|os|process|worker_threads)|^@actions\//
  const touching = files.filter(file => !/^src\/(?:cli|action)\.ts$|^src\/(?:io|github|commands)\//.test(file))
    .flatMap(file => importsOf(file).filter(path => worldly.test(path)).map(path => `${file} -> ${path}`))
  expect(touching).toEqual([])
  const ambient = files.filter(file => !/^src\/(?:cli|action)\.ts$|^src\/io\//.test(file) && /\bprocess\.(?:env|cwd|argv|stdout)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(join(root, file), 'utf8')))
  expect(ambient).toEqual([])
})

test('packages are imported by lazy files only, but for types and the toolkit of the Action', () => {
  const heavy = files.filter(file => !/\/lazy\//.test(file))
    .flatMap(file => importsOf(file).filter(path => !path.startsWith('.') && !path.startsWith('node:')).filter(path => !typeOnly(file, path)).map(path => `${file} -> ${path}`))
  expect(heavy).toEqual(['src/io/runner.ts -> @actions/core'])
})
