import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { main } from '../src/commands/index.ts'
import { COMMANDS, helpText, parseCall } from '../src/commands/syntax.ts'
import { processWorld, type World } from '../src/io/world.ts'
import type { Report } from '../src/model/report.ts'
import { configmgrPack } from '../src/packs/configmgr.ts'
import { VERSION } from '../src/version.ts'

const folders: string[] = []
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true }) })

const RULE = 'New-NetFirewallRule -Name \'CM-RC\' -DisplayName \'CM Remote Control\' -Direction Inbound -Action Allow -Protocol TCP -LocalPort'
const CONFIG = 'version: 1\nfeatures: [remote-control]\ntargets:\n  - name: Workstations\n    layers: [policies/clients.ps1]\n'
const GOOD = { 'policies/clients.ps1': `${RULE} 2701\n`, '.configmgr-firewall.yml': CONFIG }
const BAD = { ...GOOD, 'policies/clients.ps1': `${RULE} 2700\n` }

function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'cli-'))
  folders.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
async function run(files: Record<string, string> | string, ...args: string[]): Promise<{ status: number; out: string; err: string; cwd: string }> {
  const cwd = typeof files === 'string' ? files : project(files)
  let out = ''
  let err = ''
  const world: World = {
    ...processWorld(), cwd, env: {}, today: '2026-06-01', outIsTerminal: false, errIsTerminal: false,
    out: text => { out += String(text) }, err: text => { err += text },
    write: (path, content) => { mkdirSync(dirname(join(cwd, path)), { recursive: true }); writeFileSync(join(cwd, path), content) },
  }
  const status = await main(args, world)
  return { status, out, err, cwd }
}

describe('a layer without rules', () => {
  const config = 'version: 1\nfeatures: [remote-control]\ntargets:\n  - name: T\n    layers: [a.reg, b.txt]\n'
  const header = 'Windows Registry Editor Version 5.00\r\n'
  const at = (out: string): string[] => (JSON.parse(out) as { findings: { code: string; location: { path: string } }[] }).findings.map(f => `${f.code} ${f.location.path}`)
  test('is where a missing rule belongs', async () => {
    const { out } = await run({ '.configmgr-firewall.yml': config.replace(', b.txt', ''), 'a.reg': header }, 'check', '--format', 'json')
    expect(at(out)).toEqual(['requirement-missing a.reg'])
  })
  test('is told where no known format is in it', async () => {
    const { out } = await run({ '.configmgr-firewall.yml': config, 'a.reg': header, 'b.txt': 'hello' }, 'check', '--format', 'json')
    expect(at(out)).toEqual(['file-unreadable b.txt', 'requirement-missing b.txt'])
  })
})
test('a repository large enough for a word to the compiler brings no word of the compiler', () => {
  const cwd = project({ 'fw.ps1': '# policy\n'.repeat(30_000) })
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../dist/cli.js'), 'check'], { cwd, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
describe('exit status', () => {
  test('0 when all is well, 1 when a finding is at or above the limit', async () => {
    expect(await run(GOOD, 'check')).toMatchObject({ status: 0, err: '' })
    expect((await run(BAD, 'check')).status).toBe(1)
    expect((await run(BAD)).status).toBe(1)
    expect((await run(BAD, 'check', '--fail-on', 'never')).status).toBe(0)
  })
  test('2 with one line for a wrong call or config, with the place where a file is at fault', async () => {
    const wrong: [Record<string, string>, string[], string][] = [
      [GOOD, ['check', '--fromat', 'json'], 'configmgr-firewall-lint: Unknown option "--fromat". Did you mean "--format"?\n'],
      [GOOD, ['check', '--format', 'jsno'], 'configmgr-firewall-lint: --format "jsno" is not known: text, json, sarif, github, azure, gitlab, junit, markdown, html. Did you mean "json"?\n'],
      [GOOD, ['check', '--format'], 'configmgr-firewall-lint: --format needs a value: FORMAT[=FILE]\n'],
      [GOOD, ['check', 'nowhere/at/all'], 'configmgr-firewall-lint: No such file or folder: nowhere/at/all\n'],
      [GOOD, ['check', '-q'], 'configmgr-firewall-lint: Unknown option "-q". check --help lists the options\n'],
      [GOOD, ['check', '--locale', 'de'], 'configmgr-firewall-lint: --locale "de" is not known: en, ko\n'],
      [GOOD, ['check', '--features', 'zzz'], 'configmgr-firewall-lint: There is no feature "zzz". The config that init writes lists all features\n'],
      [GOOD, ['check', 'nowhere'], 'configmgr-firewall-lint: No such file or folder: nowhere\n'],
      [GOOD, ['chekc'], 'configmgr-firewall-lint: No such command, file or folder: chekc. Did you mean "check"?\n'],
      [GOOD, ['parse', '--format', 'json', 'x'], 'configmgr-firewall-lint: parse has no option "--format"; it belongs to check, requirements, generate\n'],
      [GOOD, ['check', '--quiet=yes'], 'configmgr-firewall-lint: --quiet takes no value\n'],
      [GOOD, ['check', '--config', 'none.yml'], 'configmgr-firewall-lint: No such file: none.yml\n'],
      [GOOD, ['check', '--features', ','], 'configmgr-firewall-lint: --features names none\n'],
      [{ ...GOOD, '.configmgr-firewall.yml': 'version: 1\nfeature: [remote-control]\n' }, ['check'], 'configmgr-firewall-lint: .configmgr-firewall.yml:2:1: Unknown key "feature". Did you mean "features"?\n'],
    ]
    for (const [files, args, err] of wrong) expect(await run(files, ...args)).toMatchObject({ status: 2, out: '', err })
  })
})

test('a mistake in the config of a folder is told with the path that the caller would write', async () => {
  const root = project({ 'sub/.configmgr-firewall.yml': 'version: 2\n' })
  expect((await run(root, 'check', 'sub')).err).toMatch(/^configmgr-firewall-lint: sub\/\.configmgr-firewall\.yml:1:\d+: /)
})

test('a folder with a config of its own is checked with it, and paths are written from here', async () => {
  const root = project(Object.fromEntries(Object.entries(BAD).map(([path, text]) => [`sub/${path}`, text])))
  const { status, out } = await run(root, 'check', 'sub', '--format', 'json')
  const report = JSON.parse(out) as Report
  expect(status).toBe(1)
  expect(report.findings.map(f => f.location.path)).toContain('sub/policies/clients.ps1')
  expect(report.files.map(f => f.path)).toEqual(['sub/policies/clients.ps1'])
  writeFileSync(join(root, 'sub/policies/clients.ps1'), `${RULE} 2701 -Enabled False\n`)
  const text = await run(root, 'check', 'sub')
  expect(text.out).toContain('1 | New-NetFirewallRule')
})

test('formats go to files and to standard output in one run', async () => {
  const { out, cwd } = await run(BAD, 'check', '--format', 'json=out/report.json', '--format', 'sarif=out/firewall.sarif', '--format', 'markdown')
  expect(out).toMatch(/^## configmgr-firewall-lint/)
  expect((JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8')) as Report).schemaVersion).toBe(1)
  expect(readFileSync(join(cwd, 'out/firewall.sarif'), 'utf8')).toContain('"2.1.0"')
  expect((await run(BAD, 'check', '--format', 'json', '--format', 'sarif')).status).toBe(2)
})

test('quiet says nothing when there is nothing at or above the limit', async () => {
  expect(await run(GOOD, 'check', '--quiet')).toMatchObject({ out: '', err: '' })
  expect((await run(BAD, 'check', '--quiet')).out).toContain('error ')
  expect(await run(BAD, 'check', '--quiet', '--fail-on', 'never')).toMatchObject({ out: '' })
})

test('no policy file is no error, but is said', async () => {
  expect(await run({ 'readme.txt': 'nothing here' }, 'check')).toMatchObject({ status: 0, out: expect.stringContaining('0 notices; no policy file found\nNo file here is a firewall policy') })
  // A table whose columns are named in another way: the words say which names are read.
  const table = { 'rules.csv': 'Rule;Proto;Port;From\nWeb;TCP;80;any\n' }
  for (const [format, verdict] of [['text', '0 notices'], ['markdown', 'Nothing was checked.'], ['html', 'Nothing was checked.']] as const) {
    const { out } = await run(table, 'check', '--format', format)
    expect(out).toContain(verdict)
    expect(out).toContain('DisplayName, Enabled, Direction, Action')
    expect(out).not.toContain('lets Configuration Manager through')
  }
})

test('parse prints the neutral form of what each file holds', async () => {
  const { out } = await run(GOOD, 'parse', 'policies/clients.ps1', '.configmgr-firewall.yml')
  expect(JSON.parse(out)).toMatchObject([
    { path: 'policies/clients.ps1', format: 'powershell', rules: [{ id: 'CM-RC', direction: 'inbound', action: 'allow', protocol: 'tcp', localPorts: ['2701'], source: { line: 1, column: 1 } }], problems: [] },
    { format: null, rules: [], problems: [{ code: 'file-unreadable' }] },
  ])
})

test('requirements, explain and generate answer for the features that are named', async () => {
  expect((await run(GOOD, 'requirements')).out).toContain('remote-control-in')
  expect(JSON.parse((await run({}, 'requirements', '--features', 'client-push', '--format', 'json')).out)).toMatchObject({ targets: [{ role: 'client' }] })
  const korean = (await run(GOOD, 'requirements', '--locale', 'ko')).out
  expect(korean).toContain('Workstations (ConfigMgr 클라이언트)\n\n요구 사항 ')
  expect(korean).toMatch(/^remote-control-in +원격 제어 \(remote-control\) +인바운드 TCP 2701 +ConfigMgr 콘솔 컴퓨터 +필수$/m)
  expect((await run(GOOD, 'requirements', '--format', 'json', '--locale', 'ko')).out).toBe((await run(GOOD, 'requirements', '--format', 'json')).out)
  expect((await run(GOOD, 'requirements', '--format', 'markdown')).out).toContain('| <code>remote-control-in</code>')
  expect((await run({}, 'explain', 'requirement-blocked')).out).toContain('# requirement-blocked')
  expect((await run({}, 'explain', 'remote-control-in')).out).toContain('TCP 2701')
  expect((await run({}, 'explain', 'remote-control-in')).out).toContain('https://learn.microsoft.com/mem/configmgr/')
  expect((await run({}, 'explain', 'requirement-blokced')).err).toContain('Did you mean "requirement-blocked"?')
})

test.each([['powershell', 'rules.ps1'], ['netsh', 'rules.cmd'], ['reg', 'rules.reg'], ['registry-pol', 'registry.pol'], ['lgpo', 'lgpo.txt'], ['yaml', 'rules.yml'], ['intune', 'intune.json']])(
  'what generate writes as %s satisfies the requirements it was written for', async (format, file) => {
    const root = project({})
    const features = 'client-requests,client-notification,client-push,content-download,software-updates,remote-control'
    expect(await run(root, 'generate', '--format', format, '--features', features, '--output', file)).toMatchObject({ status: 0, err: '' })
    const { out } = await run(root, 'check', '--features', features, '--format', 'json')
    const report = JSON.parse(out) as Report
    expect(report.files).toMatchObject([{ path: file, status: 'parsed', malformed: 0 }])
    expect(report.findings.filter(f => f.severity !== 'notice').map(f => `${f.code} ${f.message}`)).toEqual([])
  })

test('what generate writes for the endpoint mapper is for its service alone, as the rule of Windows is', async () => {
  const { out } = await run({}, 'generate', '--features', 'client-push')
  expect(out.split('\n').filter(line => line.includes('RPCEPMap'))).toEqual([expect.stringMatching(/-Program '%SystemRoot%\\System32\\svchost\.exe' -Service 'rpcss'$/)])
})

test('init names a layer by the folder above a backup, for the next backup has another id', async () => {
  const backup = (folder: string, id: string, gpo: string): Record<string, string> => ({
    [`${folder}{${id}}/DomainSysvol/GPO/Machine/registry.pol`]: 'PReg\u0001\0\0\0',
    [`${folder}{${id}}/bkupInfo.xml`]: `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPODisplayName><![CDATA[${gpo}]]></GPODisplayName></BackupInst>`,
  })
  const [a, b, c] = ['2F6C1A40-7D3B-4C1E-9B52-6E0A4F8D1C01', '2F6C1A40-7D3B-4C1E-9B52-6E0A4F8D1C02', '2F6C1A40-7D3B-4C1E-9B52-6E0A4F8D1C03']
  const root = project({ ...backup('base/', a, 'Base\n- evil'), ...backup('two/', b, 'Second'), ...backup('two/', c, 'Third') })
  expect((await run(root, 'init')).err).toContain('3 layers')
  const config = readFileSync(join(root, '.configmgr-firewall.yml'), 'utf8')
  expect(config.split('layers:\n')[1]).toBe(`      - base # GPO "Base\\n- evil"\n      - "two/{${b}}" # GPO "Second"\n      - "two/{${c}}" # GPO "Third"\n`)
  expect(await run(root, 'check', '--fail-on', 'never')).toMatchObject({ status: 0, err: '' })
  writeFileSync(join(root, '.configmgr-firewall.yml'), config.replace(b, b.replace('C02', 'C99')))
  expect((await run(root, 'check')).err).toContain('matches no file. Each GPO backup has an id of its own: name the folder that holds it')
})

test('init writes a config that check accepts, with what it found as layers', async () => {
  const root = project({ 'policies/clients.ps1': `${RULE} 2701\n` })
  expect((await run(root, 'init')).status).toBe(0)
  expect(readFileSync(join(root, '.configmgr-firewall.yml'), 'utf8')).toContain('- policies/clients.ps1')
  expect((await run(root, 'check', '--fail-on', 'never')).status).toBe(0)
  expect((await run(root, 'init')).status).toBe(2)
  expect(await run(project({}), 'init')).toMatchObject({ status: 0, err: expect.stringContaining('no policy file found') })
})

test('init writes every name of a file so that it is read back', async () => {
  const names = ['true', 'Null', 'off', '123.ps1', '#1.ps1', '!n/k.ps1', '(p)/k.ps1', '[x]/k.ps1', 'a b/k.ps1', 'a{b,c}/k.ps1', 'it\'s/k.ps1', '한글/k.ps1', 'k - 1.ps1']
  const root = project(Object.fromEntries(names.map((name, i) => [name, `${RULE.replace('CM-RC', `CM-${i}`)} 2701\n`])))
  expect((await run(root, 'init')).err).toContain(`${names.length} layers`)
  const { out, err } = await run(root, 'check', '--format', 'json')
  expect(err).toBe('')
  expect((JSON.parse(out) as Report).targets[0]?.layers).toHaveLength(names.length)
})

test('init overwrites nothing unasked, and --force replaces the config where it is', async () => {
  const root = project({ 'notes.txt': 'mine', '.github/.configmgr-firewall.yml': 'version: 1\n' })
  expect(await run(root, 'init', '--output', 'notes.txt')).toMatchObject({ status: 2, err: expect.stringContaining('notes.txt is there already') })
  expect(readFileSync(join(root, 'notes.txt'), 'utf8')).toBe('mine')
  expect((await run(root, 'init')).err).toContain('.github/.configmgr-firewall.yml is there already')
  expect((await run(root, 'init', '--output', 'other.yml')).status).toBe(0)
  expect((await run(root, 'init', '--force')).status).toBe(0)
  expect(existsSync(join(root, '.configmgr-firewall.yml'))).toBe(false)
  expect(readFileSync(join(root, '.github/.configmgr-firewall.yml'), 'utf8')).toContain('features:')
})

test.each([
  [['init', 'x'], 'init takes options only, not "x"'],
  [['generate', 'powershell'], 'generate takes options only, not "powershell"'],
  [['requirements', '--format', 'json=a.json'], '--format "json=a.json" is not known'],
  [['check', '--format', 'json=a', '--format', 'sarif=a'], 'a is named twice'],
  [['check', '--format', 'json', '--format', 'sarif=a', '--output', 'a'], 'a is named twice'],
])('what a call names in vain is told: %j', async (args, message) => {
  expect(await run({}, ...args)).toMatchObject({ status: 2, err: expect.stringContaining(message) })
})

test('the word all names every feature in either case, as the names of features do', async () => {
  const all = await run({}, 'requirements', '--features', 'all')
  expect(await run({}, 'requirements', '--features', 'All')).toMatchObject({ status: 0, out: all.out })
  expect((await run({}, 'requirements', '--features', 'Client-Push')).status).toBe(0)
})

test.each(['push-smb-in', 'console-sms-provider-https', 'site-server-sql-wsus-engine', 'site-server-internet-https'])('the call that explain names for %s generates rules', async id => {
  const { out } = await run({}, 'explain', id)
  const [, call = ''] = /configmgr-firewall-lint (generate .*)/.exec(out) ?? []
  expect(await run({}, ...call.split(' '))).toMatchObject({ status: 0, err: '' })
})
test('explain names no call for what asks for no rule by itself', async () => {
  for (const id of ['push-rpc-epmap-in-udp', 'site-server-software-update-point-https']) expect((await run({}, 'explain', id)).out).not.toContain('generate')
})
test('explain knows words in either case, features and the reasons of findings', async () => {
  expect((await run({}, 'explain', 'Requirement-Missing')).out).toBe((await run({}, 'explain', 'requirement-missing')).out)
  expect((await run({}, 'explain', 'remote-control')).out).toMatch(/^remote-control, Remote control\n\nNeeds:\n {2}remote-control-in .*console to client/)
  expect((await run({}, 'explain', 'disabled-rule')).out).toContain('a rule would allow it, but is disabled.')
  expect(await run({}, 'explain', 'constructor')).toMatchObject({ status: 2, err: expect.stringContaining('Without a word explain lists the codes') })
})
test('explain says in words who opens the connection', async () => {
  const traffic = async (id: string): Promise<string | undefined> => /^Traffic: +(.*)$/m.exec((await run({}, 'explain', id)).out)?.[1]
  expect(await traffic('push-smb-in')).toBe('TCP 445, inbound as the client sees it')
  expect(await traffic('console-sms-provider-https')).toBe('TCP 443, opened by the computer that runs the ConfigMgr console')
  for (const { id } of configmgrPack().requirements) expect(await traffic(id)).not.toMatch(/initiator|undefined/)
})

test('merge refuses what only looks like a report', async () => {
  const empty = { schemaVersion: 1, files: [], targets: [], findings: [], suppressed: [], assumptions: [] }
  for (const wrong of [{ files: [1] }, { targets: [null] }, { findings: ['x'] }, { findings: [{}] }, { changes: { cut: 1 } }, { assumptions: {} }]) {
    const root = project({ 'a.json': JSON.stringify({ ...empty, ...wrong }) })
    expect(await run(root, 'merge', 'a.json', 'a.json')).toMatchObject({ status: 2, err: expect.stringContaining('a.json:1:1: This is no report') })
  }
})

test('merge joins reports: what both hold stands once', async () => {
  const root = project(BAD)
  await run(root, 'check', '--format', 'json=a.json')
  const one = JSON.parse(readFileSync(join(root, 'a.json'), 'utf8')) as Report
  const { out } = await run(root, 'merge', 'a.json', 'a.json')
  expect(JSON.parse(out)).toMatchObject({ summary: { error: one.summary.error }, findings: one.findings, files: one.files })
  expect((await run({ 'x.json': '{}' }, 'merge', 'x.json')).err).toContain('x.json:1:1: ')
})

test('an internal error says what happened and where to report it, with a trace only when asked', async () => {
  const world: World = { ...processWorld(), get cwd(): string { throw new TypeError('planted') }, env: {}, err: text => { said += text } }
  let said = ''
  expect(await main(['check'], world)).toBe(3)
  expect(said).toContain('internal error: TypeError: planted')
  expect(said).not.toContain('    at ')
})

test('every option of the syntax is understood, and help names it', () => {
  for (const command of COMMANDS) {
    for (const option of command.options) {
      const value = option.choices?.[0] ?? 'x'
      const call = parseCall([command.name, ...(option.value === undefined ? [`--${option.name}`] : option.optional ? [`--${option.name}=${value}`] : [`--${option.name}`, value])])
      expect(call.options.get(option.name)).toEqual([option.value === undefined ? 'true' : value])
      expect(helpText(command.name)).toContain(`--${option.name}`)
    }
  }
  expect(helpText().split('\n').every(line => line.length <= 140)).toBe(true)
})

test('the version is that of package.json', () => {
  expect(VERSION).toBe((JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as { version: string }).version)
})

test.each(['all', 'remote-control,all'])('--features %s asks for every feature', async list => {
  for (const [command, ...args] of [['check', '--format', 'json', '--fail-on', 'never'], ['requirements', '--format', 'json'], ['generate']] as const) {
    const { status, out, err } = await run(GOOD, command, ...args, '--features', list)
    expect([command, status, err]).toEqual([command, 0, ''])
    expect(out).toContain('wake-up')
  }
})

test('a place where nothing can be written is told in one line', () => {
  const world = processWorld()
  for (const path of ['/proc/x/y/z.json', '/dev/null/x.json', '/']) expect(() => { world.write(path, 'x') }).toThrow(`Cannot write ${path}: `)
})
test('missing folders are made', () => {
  const root = project({})
  processWorld().write(join(root, 'a/b/c.json'), 'x')
  expect(readFileSync(join(root, 'a/b/c.json'), 'utf8')).toBe('x')
})

describe('shards', () => {
  const scripts = ['kiosks', 'labs', 'laptops', 'servers', 'tablets'].map((name, i): [string, string] => [`policies/${name}.ps1`, `${RULE} ${i % 2 === 0 ? 2701 : 2700}\n${'# '.repeat(i)}\n`])
  const files = {
    ...Object.fromEntries(scripts), 'loose/a.ps1': `${RULE} 99999\n`, 'loose/b.reg': '', 'loose/c.ps1': `${RULE} 80\n`,
    '.configmgr-firewall.yml': `version: 1\nfeatures: [remote-control]\ntargets:\n${scripts.map(([path]) => `  - name: ${path.slice(9, -4)}\n    layers: [${path}]\n`).join('')}ignore:\n  - code: requirement-missing\n    target: labs\n    reason: until June\n    expires: 2026-12-31\n`,
  }

  test.each([2, 3, 7])('%i parts joined are the whole', async count => {
    const root = project(files)
    await run(root, 'check', '--fail-on', 'never', '--format', 'json=whole.json')
    const parts = Array.from({ length: count }, (_, i) => `part${i + 1}.json`)
    for (const [i, file] of parts.entries()) await run(root, 'check', '--fail-on', 'never', '--shard', `${i + 1}/${count}`, '--format', `json=${file}`)
    await run(root, 'merge', ...parts, '--output', 'joined.json')
    const [whole, joined] = ['whole.json', 'joined.json'].map(file => JSON.parse(readFileSync(join(root, file), 'utf8')) as Report) as [Report, Report]
    // Each part names its own targets in what it assumes.
    const inOrder = (report: Report): Report => ({ ...report, assumptions: [], targets: [...report.targets].sort((a, b) => (a.name < b.name ? -1 : 1)) })
    expect(whole.findings.map(({ code }) => code)).toContain('file-unreadable')
    expect(inOrder(joined)).toEqual(inOrder(whole))
    const judged = parts.map(file => (JSON.parse(readFileSync(join(root, file), 'utf8')) as Report).targets.length)
    expect(judged.reduce((a, b) => a + b)).toBe(scripts.length)
  })

  test('without targets the first part judges all', async () => {
    const only = { 'a.ps1': `${RULE} 2700\n` }
    expect((await run(only, 'check', '--shard', '1/2', '--features', 'remote-control')).status).toBe(1)
    expect((await run(only, 'check', '--shard', '2/2', '--features', 'remote-control')).status).toBe(0)
  })

  test('a report goes with the registry.pol that it repeats', async () => {
    const root = join(import.meta.dirname, '../examples/contoso')
    const places = async (...args: string[]): Promise<string[]> => {
      const { out } = await run(root, 'check', '--fail-on', 'never', '--format', 'json', ...args)
      return (JSON.parse(out) as Report).findings.flatMap(f => f.related.map(r => r.path)).filter(path => path.endsWith('gpreport.xml'))
    }
    const parts = [...await places('--shard', '1/2'), ...await places('--shard', '2/2')]
    expect([...new Set(parts)].sort()).toEqual([...new Set(await places())].sort())
    expect(parts.length).toBeGreaterThan(0)
  })

  test.each(['0/2', '3/2', '1', '1/0', 'a/b'])('--shard %s is refused', async value => {
    const { status, err } = await run(files, 'check', '--shard', value)
    expect([status, err]).toEqual([2, `configmgr-firewall-lint: --shard I/N: write part I of N, for example 1/4, instead of "${value}"\n`])
  })
  test('a baseline is written of all targets', async () => {
    expect(await run(files, 'check', '--shard', '1/2', '--write-baseline')).toMatchObject({ status: 2, err: expect.stringContaining('leave out --shard') })
  })
})
