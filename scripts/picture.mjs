// Runs the example and draws what a terminal shows: docs/img/contoso.svg. `--check` says whether it is fresh.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'docs/img/contoso.svg')
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
if (process.argv.includes('--check')) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== svg) {
    process.stdout.write('docs/img/contoso.svg is not what the example prints now: npm run picture\n')
    process.exitCode = 1
  }
} else {
  mkdirSync(join(root, 'docs/img'), { recursive: true })
  writeFileSync(file, svg)
}
