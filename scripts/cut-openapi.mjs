// Cuts the requests that the Action makes out of GitHub's own description of its API (@octokit/openapi, MIT), for the stand-in of the tests:
//   npm pack @octokit/openapi@23.0.2, unpack it, node scripts/cut-openapi.mjs package/generated/api.github.com.deref.json
// The whole description is 394 MB installed, so only the cut is kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const WANTED = [
  ['get', '/repos/{owner}/{repo}/commits/{ref}/check-runs'],
  ['post', '/repos/{owner}/{repo}/check-runs'],
  ['get', '/repos/{owner}/{repo}/check-runs/{check_run_id}'],
  ['patch', '/repos/{owner}/{repo}/check-runs/{check_run_id}'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/files'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/comments'],
  ['post', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'],
  ['get', '/repos/{owner}/{repo}/git/commits/{commit_sha}'],
  ['get', '/repos/{owner}/{repo}/git/trees/{tree_sha}'],
  ['get', '/repos/{owner}/{repo}/git/blobs/{file_sha}'],
  ['get', '/repos/{owner}/{repo}/compare/{basehead}'],
  ['get', '/user'],
]
const api = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const licence = readFileSync(new URL('../LICENSE', `file://${process.argv[2].startsWith('/') ? '' : `${process.cwd()}/`}${process.argv[2]}`), 'utf8').trim()
const WORDS = new Set(['description', 'example', 'examples', 'title', 'x-github', 'externalDocs'])
/** A schema without its prose. Inside `properties` a key is a name: a check run has a `title`. */
function schemaOf(value, names = false) {
  if (Array.isArray(value)) return value.map(v => schemaOf(v))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => names || !WORDS.has(key)).map(([key, v]) => [key, schemaOf(v, key === 'properties')]))
}
const requests = Object.fromEntries(WANTED.map(([method, path]) => {
  const { parameters = [], requestBody, responses } = api.paths[path][method]
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2'))
  return [`${method.toUpperCase()} ${path}`, {
    query: parameters.filter(p => p.in === 'query').map(({ name, schema }) => ({ name, schema: schemaOf(schema) })),
    ...(requestBody && { body: schemaOf(requestBody.content['application/json'].schema) }),
    status: Number(status),
    example: Object.values(response.content['application/json'].examples)[0].value,
  }]
}))
const out = fileURLToPath(new URL('../test/fixtures/github-openapi.json', import.meta.url))
writeFileSync(out, `${JSON.stringify({ source: '@octokit/openapi 23.0.2, cut by scripts/cut-openapi.mjs', licence, requests }, null, 1)}\n`)
