// Runs the example and draws what a terminal shows (docs/img/contoso.svg), and takes the drawings of the flows out of its HTML report
// (docs/img/flows-*.svg). `--check` says whether they are fresh.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const COLUMNS = 118
const ROWS = 46
const LINE = 17
const CHAR = 7.83

// The colours stand in the report only where a terminal is; the same words are coloured here.
const { stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples/contoso'], { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
const GUID = /\{([0-9A-F]{8})-[0-9A-F-]{27}\}/g
const lines = ['$ configmgr-firewall-lint check examples/contoso', ...stdout.trimEnd().replaceAll('examples/contoso/', '').replace(GUID, '{$1…}').split('\n')]
const shown = lines.length <= ROWS ? lines : [...lines.slice(0, ROWS - 2), '…', lines.at(-1)]
const cut = text => (text.length <= COLUMNS ? text : `${text.slice(0, COLUMNS - 1)}…`)
const escape = text => text.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c])
const span = (style, text) => `<tspan class="${style}">${escape(text)}</tspan>`
function paint(line) {
  const head = /^(error|warning|notice) (\S+) {2}(.*)$/.exec(line)
  if (head) return `${span(head[1], head[1])} ${span('code', head[2])}  ${escape(head[3])}`
  if (line.startsWith('$ ')) return span('code', line)
  const caret = /^(\s+\| )(\s*)(\^+)$/.exec(line)
  if (caret) return `${span('dim', caret[1])}${caret[2]}${span('error', caret[3])}`
  const label = /^( {2}(?:Remedy|See also|Needed for):)(.*)$/.exec(line)
  if (label) return `${span('dim', label[1])}${escape(label[2])}`
  if (/^\d+ errors?, /.test(line)) return span(line.startsWith('0 ') ? 'good' : 'error', line)
  return escape(line)
}
const height = shown.length * LINE + 52
const width = Math.ceil(COLUMNS * CHAR + 40)
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What the check of examples/contoso prints">
<style>text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d4d4d4;white-space:pre}.error{fill:#ff7b72;font-weight:bold}.warning{fill:#e3b341;font-weight:bold}.notice{fill:#79c0ff;font-weight:bold}.good{fill:#7ee787;font-weight:bold}.code{font-weight:bold;fill:#fff}.dim{fill:#8b949e}</style>
<rect width="${width}" height="${height}" rx="8" fill="#161b22"/>
<circle cx="20" cy="18" r="6" fill="#ff5f57"/><circle cx="40" cy="18" r="6" fill="#febc2e"/><circle cx="60" cy="18" r="6" fill="#28c840"/>
${shown.map((line, i) => `<text x="20" y="${48 + i * LINE}" xml:space="preserve">${paint(cut(line))}</text>`).join('\n')}
</svg>
`

const page = spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples/contoso', '--fail-on', 'never', '--format', 'html'], { cwd: root, encoding: 'utf8' }).stdout
// The style of the page is not with a drawing that stands alone, and an image knows nothing of the page around it but its scheme.
const style = `<style>svg{--panel:#f5f7f9;--text:#1c2127;--dim:#545d68;--error:#b3221b;--warning:#855000;--good:#17692b;font:14px system-ui,"Segoe UI",sans-serif}
@media(prefers-color-scheme:dark){svg{--panel:#171c23;--text:#e4e9ee;--dim:#a2acb8;--error:#ff9a92;--warning:#efb84a;--good:#79dd86}}
${[...page.matchAll(/\.drawing (?!\{)[^{}\n]+\{[^{}]*\}/g)].map(([rule]) => rule.replaceAll('.drawing ', '')).join('\n')}</style>`
const drawings = [...page.matchAll(/<svg class="drawing" viewBox="0 0 (\d+) (\d+)"([^>]*aria-label="Flows of (\w+)[^>]*)>([\s\S]*?)<\/svg>/g)].map(([, w, h, attributes, name, inner]) =>
  [`docs/img/flows-${name.toLowerCase()}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"${attributes}>\n${style}${inner}</svg>\n`])

const pictures = [['docs/img/contoso.svg', svg], ...drawings]
if (process.argv.includes('--check')) {
  for (const [path, text] of pictures) {
    if (existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text) continue
    process.stdout.write(`${path} is not what the example gives now: npm run picture\n`)
    process.exitCode = 1
  }
} else {
  mkdirSync(join(root, 'docs/img'), { recursive: true })
  for (const [path, text] of pictures) writeFileSync(join(root, path), text)
}
