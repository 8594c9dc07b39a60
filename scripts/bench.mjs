// npm run bench: ratios of the whole process to yardsticks measured in turn in the same run. Inputs are made here, the same bytes every
// time, in a temporary folder. Seconds depend on the machine; the ratios hardly do. `--rounds N` (default 9), `--only start,pol,growth`;
// `--formats` measures each format's parser instead.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, only: { type: 'string', default: 'start,pol,growth' }, formats: { type: 'boolean', default: false } } })
if (values.formats) {
  await (await import('./bench-formats.mjs')).benchFormats()
  process.exit()
}
const rounds = Math.max(1, Number(values.rounds))
const groups = new Set(values.only.split(','))
const cli = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/cli.js')
const action = join(dirname(cli), 'action.js')
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
process.on('exit', () => { rmSync(folder, { recursive: true, force: true }) })
const file = name => join(folder, name)
const put = (name, content) => {
  mkdirSync(dirname(file(name)), { recursive: true })
  writeFileSync(file(name), content)
  return file(name)
}

// ------------------------------------------------------------------------------------------------------------- inputs

/** A small generator with a seed (mulberry32): the same rules everywhere. */
function random(seed) {
  let a = seed
  return n => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}
const KEY = 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules'
/** Rules that differ in program or address, so that few cover one another. */
function ruleString(i, pick) {
  const port = 1024 + pick(60_000)
  const scope = pick(2) === 0 ? `|App=%ProgramFiles%\\Contoso\\App${i}\\app.exe` : `|RA4=10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`
  return `v2.31|Action=${pick(9) === 0 ? 'Block' : 'Allow'}|Active=${pick(12) === 0 ? 'FALSE' : 'TRUE'}|Dir=${pick(3) === 0 ? 'Out' : 'In'}|Protocol=${pick(4) === 0 ? 17 : 6}|Profile=Domain|LPort=${port}${scope}|Name=Contoso rule ${i}|`
}
function policy(rules) {
  const pick = random(1)
  const parts = [Buffer.from([0x50, 0x52, 0x65, 0x67, 1, 0, 0, 0])]
  for (let i = 0; i < rules; i++) {
    const data = Buffer.from(`${ruleString(i, pick)}\0`, 'utf16le')
    const numbers = Buffer.alloc(14)
    numbers.write(';', 0, 'utf16le')
    numbers.writeUInt32LE(1, 2)
    numbers.write(';', 6, 'utf16le')
    numbers.writeUInt32LE(data.length, 8)
    numbers.write(';', 12, 'utf16le')
    parts.push(Buffer.from(`[${KEY}\0;Rule-${i}\0`, 'utf16le'), numbers, data, Buffer.from(']', 'utf16le'))
  }
  return Buffer.concat(parts)
}
const RULE = 'New-NetFirewallRule -DisplayName \'Contoso\' -Direction Inbound -Action Allow -Protocol TCP -LocalPort'
function smallRepository() {
  put('small/.configmgr-firewall.yml', 'version: 1\nfeatures: [client-push, remote-control]\ntargets:\n  - name: Workstations\n    layers: [policies, scripts]\n')
  for (let i = 0; i < 3; i++) put(`small/policies/{1111111${i}-2222-3333-4444-555555555555}/DomainSysvol/GPO/Machine/registry.pol`, policy(20 + i))
  for (let i = 0; i < 3; i++) put(`small/scripts/s${i}.ps1`, Array.from({ length: 10 }, (_, n) => `${RULE} ${5000 + i * 10 + n}`).join('\n'))
  put('small/scripts/a.cmd', 'netsh advfirewall firewall add rule name="CM" dir=in action=allow protocol=tcp localport=2701\r\n'.repeat(10))
  for (let i = 0; i < 3; i++) put(`small/docs/d${i}.txt`, 'Nothing about firewalls here.\n'.repeat(20))
}

// ------------------------------------------------------------------------------------------------------------- measuring

// Certificates that an environment makes every node read at its start would flatter each ratio to `node -e 0`.
const { NODE_EXTRA_CA_CERTS: _, ...plain } = process.env
const seconds = (args, env) => {
  const start = performance.now()
  const { status, error } = spawnSync(process.execPath, args, { stdio: 'ignore', cwd: folder, env: { ...plain, ...env } })
  if (error || status === null || status > 1) throw error ?? new Error(`${args.join(' ')} ended with ${status}`)
  return (performance.now() - start) / 1000
}
const median = list => [...list].sort((a, b) => a - b)[list.length >> 1]
/** Runs the commands in turn, so that a busy moment hits all alike. */
function inTurn(commands) {
  const times = Object.fromEntries(Object.keys(commands).map(name => [name, []]))
  for (let round = 0; round < rounds; round++) for (const [name, { args, env }] of Object.entries(commands)) times[name].push(seconds(args, env))
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]))
}
const rows = []
const row = (what, yardstick, value, goal) => { rows.push([what, yardstick, value.toFixed(2), `<= ${goal.toFixed(2)}`, value <= goal ? 'met' : 'missed']) }
const check = (path, ...more) => ({ args: [cli, 'check', path, '--fail-on', 'never', '--quiet', '--format', `json=${file('report.json')}`, ...more] })
const node = { args: ['-e', '0'] }

if (groups.has('start')) {
  smallRepository()
  const t = inTurn({
    node, version: { args: [cli, '--version'] }, help: { args: [cli, '--help'] }, small: check(file('small')),
    action: { args: [action], env: { GITHUB_WORKSPACE: file('small'), RUNNER_TEMP: folder, 'INPUT_WORKING-DIRECTORY': file('small'), 'INPUT_FAIL-ON': 'never' } },
  })
  row('--version', 'node -e 0', t.version / t.node, 1.2)
  row('--help', 'node -e 0', t.help / t.node, 1.2)
  row('check of a repository of 11 files', 'node -e 0', t.small / t.node, 1.6)
  row('Action on it, no API', 'node -e 0', t.action / t.node, 1.8)
}
if (groups.has('pol')) {
  const pol = put('large/registry.pol', policy(100_000))
  // What any reader must do at least: decode, and cut every rule at its bars.
  const split = put('split.cjs', `const text = require('fs').readFileSync(${JSON.stringify(pol)}).toString('utf16le'); let n = 0; for (const record of text.split('[SOFTWARE')) n += record.split('|').length; if (n === 0) process.exit(1)`)
  const t = inTurn({ split: { args: [split] }, check: check(file('large')) })
  row('registry.pol, 100,000 rules, whole check', 'decode and split', t.check / t.split, 2.5)
}
if (groups.has('growth')) {
  put('g1/registry.pol', policy(10_000))
  put('g2/registry.pol', policy(100_000))
  const t = inTurn({ node, g1: check(file('g1')), g2: check(file('g2')) })
  row('growth from 10,000 to 100,000 rules', 'exponent', Math.log10((t.g2 - t.node) / (t.g1 - t.node)), 1.05)
}

const heads = ['what', 'yardstick', 'ratio', 'goal', '']
const widths = heads.map((head, i) => Math.max(head.length, ...rows.map(r => r[i].length)))
for (const line of [heads, ...rows]) process.stdout.write(`${line.map((text, i) => text.padEnd(widths[i])).join('  ').trimEnd()}\n`)
