// Asks GitHub's own language service about action.yml, the workflows and every workflow sample in the documents. The service can only be
// loaded bundled (its JSON imports lack their attribute), so this script bundles itself first.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
mkdirSync(join(root, 'tmp'), { recursive: true })
const outfile = join(root, 'tmp/validate-actions.mjs')
await build({
  stdin: { contents: 'export { validate } from "@actions/languageservice"; export { TextDocument } from "vscode-languageserver-textdocument"', resolveDir: root },
  bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'error',
  banner: { js: 'import{createRequire as c}from"node:module";const require=c(import.meta.url);' },
})
const { validate, TextDocument } = await import(pathToFileURL(outfile).href)
let wrong = 0
let seen = 0
for (const { uri, text, where } of documents()) {
  seen++
  for (const { message, range } of await validate(TextDocument.create(uri, 'yaml', 1, text), {})) {
    process.stdout.write(`${where}:${range.start.line + 1}:${range.start.character + 1}: ${message}\n`)
    wrong++
  }
}
process.stdout.write(`${seen} documents, ${wrong} mistakes\n`)
process.exitCode = wrong > 0 ? 1 : 0

/** The service looks at the name of a document: workflows must lie in .github/workflows, and it remembers what it has seen by address. */
function* documents() {
  const read = path => readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')
  yield { uri: 'file:///repo/action.yml', text: read('action.yml'), where: 'action.yml' }
  for (const name of readdirSync(join(root, '.github/workflows'))) yield { uri: `file:///repo/.github/workflows/${name}`, text: read(`.github/workflows/${name}`), where: `.github/workflows/${name}` }
  const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(root, 'docs'), { recursive: true }).map(name => `docs/${name}`)].filter(name => name.endsWith('.md'))
  for (const page of pages) {
    let text
    try { text = read(page) } catch { continue }
    for (const [index, match] of [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].entries()) {
      if (!/^jobs:/m.test(match[1])) continue
      const line = text.slice(0, match.index).split('\n').length
      yield { uri: `file:///repo/.github/workflows/${page.replaceAll('/', '-')}-${index}.yml`, text: match[1], where: `${page} (sample at line ${line})` }
    }
  }
}
