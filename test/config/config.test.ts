import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { addressTexts } from '../../src/model/addresses.ts'
import type { UsageError } from '../../src/model/usage-error.ts'
import { defaultConfig, parseConfig } from '../../src/config/index.ts'
import { CODES } from '../../src/config/codes.ts'
import { checks } from '../../src/checks/index.ts'
import type { Config } from '../../src/config/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { parseYaml, plainValue, prepareYaml, type YamlNode } from '../../src/text/yaml.ts'

await prepareYaml()
const PATH = '.configmgr-firewall.yml'
const read = (text: string): Promise<Config> => parseConfig(sourceText(PATH, text))
/** `line:column message` of the one thing that is wrong. */
const refused = async (text: string): Promise<string> => {
  const error = await read(text).catch((e: unknown) => e) as UsageError
  expect(error).toMatchObject({ name: 'UsageError' })
  expect(error.place?.path).toBe(PATH)
  return `${error.place?.line}:${error.place?.column} ${error.message}`
}

const FULL = `version: 1
site:
  communication: [https]
  ports:
    http: [80, 8080]
    wsus-http: 8530
    rpc-dynamic: 50000-50100
  systems:
    site-server: [10.0.10.5]
    console: [10.0.30.0/24, '2001:db8::/32']
  conditions: [fsp-assigned, ccmsetup-source]
features: [client-push, install-gpo]
targets:
  - name: Workstations
    role: client
    profiles: [domain, private]
    features: [remote-control]
    addresses: [10.1.0.0/16]
    layers:
      - policies/baseline/{11111111-2222-3333-4444-555555555555}
      - path: policies/workstations.ps1
        store: local
  - name: Campus firewall
    path: { from: client, to: management-point }
    layers: [network/campus-nsg.json]
severity: { rule-duplicate: off, requirement-partial: warning }
ignore:
  - code: requirement-missing
    requirement: push-smb-in
    target: Workstations
    reason: Kiosks are installed by task sequence only
    expires: 2027-06-30
baseline: firewall-baseline.json
labels: { ko: { Rule Name: 규칙 이름 } }
encoding: cp949
redact: true
comment: never
`

test('everything that a config can say is read', async () => {
  const config = await read(FULL)
  expect(config).toMatchObject({
    path: PATH, assumed: false, features: [{ value: 'client-push' }, { value: 'group-policy-install' }], baseline: { value: 'firewall-baseline.json' },
    encoding: 'cp949', redact: true, comment: 'never', names: [], packs: [],
    targets: [
      { name: 'Workstations', role: 'client', profiles: 3, features: [{ value: 'remote-control' }], layers: [
        { path: 'policies/baseline/{11111111-2222-3333-4444-555555555555}', store: undefined }, { path: 'policies/workstations.ps1', store: 'local' }] },
      { name: 'Campus firewall', role: 'client', path: { from: 'client', to: 'management-point' }, profiles: 1, features: undefined, addresses: undefined },
    ],
    ignore: [{ code: 'requirement-missing', requirement: 'push-smb-in', target: 'Workstations', reason: 'Kiosks are installed by task sequence only', expires: '2027-06-30' }],
  })
  expect(config.site.communication).toEqual(['https'])
  expect(config.site.ports.get('http')?.choices.map(c => c.ranges)).toEqual([[[80, 80]], [[8080, 8080]]])
  expect(config.site.ports.get('wsus-http')).toMatchObject({ ports: { ranges: [[8530, 8530]] }, place: { line: 6, column: 16 } })
  expect(config.site.ports.get('rpc-dynamic')?.ports.ranges).toEqual([[50000, 50100]])
  expect(addressTexts(config.site.systems.get('console') as never)).toEqual(['10.0.30.0/24', '2001:db8::/32'])
  expect([...config.site.conditions]).toEqual(['fsp-assigned', 'ccmsetup-source'])
  expect(Object.fromEntries(config.severity)).toEqual({ 'rule-duplicate': 'off', 'requirement-partial': 'warning' })
  expect(config.ignore[0]?.place).toMatchObject({ line: 28, column: 5 })
  expect(config.targets[0]?.layers[0]?.place).toMatchObject({ line: 20, column: 9 })
  expect(config.labels.get('ko')).toEqual({ 'Rule Name': '규칙 이름' })
})

test('without features, or with nothing at all, the list of the contract is assumed', async () => {
  const assumed = ['client-requests', 'client-notification', 'client-push', 'content-download', 'software-updates', 'remote-control']
  for (const config of [defaultConfig(), await read(''), await read('# nothing yet\n'), await read('version: 1\n')]) {
    expect(config.assumed).toBe(true)
    expect(config.features === 'all' ? [] : config.features.map(f => f.value).sort()).toEqual([...assumed].sort())
  }
  expect((await read('features: all')).features).toBe('all')
  expect((await read('features: all')).assumed).toBe(false)
})

test('JSON, a byte order mark and CR LF make no difference', async () => {
  expect((await parseConfig(sourceText('.configmgr-firewall.json', '{"version": 1,\r\n\t"features": ["client-push"]}'))).features).toMatchObject([{ value: 'client-push' }])
  expect((await parseConfig(sourceFile(PATH, new TextEncoder().encode('\ufeffversion: 1\r\nfeatures:\r\n  - client-push\r\n')))).features).toMatchObject([{ value: 'client-push', place: { line: 3, column: 5 } }])
})

test.each([
  ['feature: [client-push]', '1:1 Unknown key "feature". Did you mean "features"?'],
  ['site: { portz: {} }', '1:9 Unknown key "site.portz". Did you mean "ports"?'],
  ['constructor: 1', '1:1 Unknown key "constructor"'],
  ['version: 2', '1:10 "version" must be the number 1, not 2'],
  ['[]', '1:1 The config must be a map, not a list'],
  ['site: { ports: { http: eighty } }', '1:24 "site.ports.http" must be a port number from 1 to 65535, or a list of two, not "eighty"'],
  ['site: { ports: { sql: 0 } }', '1:23 "site.ports.sql" must be a port number from 1 to 65535, not 0'],
  ['site: { ports: { sql: 65536 } }', '1:23 "site.ports.sql" must be a port number from 1 to 65535, not 65536'],
  ['site: { ports: { sql: "1433" } }', '1:23 "site.ports.sql" must be a port number from 1 to 65535, not "1433"'],
  ['site: { ports: { http: [80, 81, 82] } }', '1:24 "site.ports.http" must be a port number from 1 to 65535, or a list of two, not a list'],
  ['site: { ports: { rpc-dynamic: 6-5 } }', '1:31 "site.ports.rpc-dynamic" must be a range such as 49152-65535, not "6-5"'],
  ['site: { ports: { htp: 80 } }', '1:18 There is no setting "htp". Did you mean "http"?'],
  ['site: { communication: https }', '1:24 "site.communication" must be a list of http and https, not "https"'],
  ['site: { communication: [htps] }', '1:25 "site.communication[0]" must be http or https, not "htps". Did you mean "https"?'],
  ['site: { systems: { console: [10.0.0.300] } }', '1:30 "site.systems.console[0]" must be an address, a subnet such as 10.1.0.0/16, or a range such as 10.1.0.1-10.1.0.9, not "10.0.0.300"'],
  ['site: { systems: { consol: [10.0.0.3] } }', '1:20 There is no role "consol". Did you mean "console"?'],
  ['site: { conditions: [fsp-asigned] }', '1:22 There is no condition "fsp-asigned". Did you mean "fsp-assigned"?'],
  ['features: [client-psh]', '1:12 There is no feature "client-psh". Did you mean "client-push"?'],
  ['features: []', '1:11 "features" is empty; it must be a list of features or the word all, or be left out'],
  ['targets: [{ name: A }]', '1:11 "targets[0]" needs the key "layers"'],
  ['targets: [{ name: A, layers: [x], role: clint }]', '1:41 There is no role "clint". Did you mean "client"?'],
  ['targets: [{ name: A, layers: [../x] }]', '1:31 "targets[0].layers[0]" must be a path inside the repository, not "../x"'],
  ['targets: [{ name: A, layers: [C:/x] }]', '1:31 "targets[0].layers[0]" must be a path inside the repository, not "C:/x"'],
  ['targets: [{ name: A, layers: [{ path: x, store: gpo }] }]', '1:49 "targets[0].layers[0].store" must be group-policy, local or mdm, not "gpo"'],
  ['targets: [{ name: A, layers: [x] }, { name: A, layers: [y] }]', '1:37 Two targets are called "A"'],
  ['targets: [{ name: A, role: client, path: { from: client, to: sql }, layers: [x] }]', '1:11 "targets[0]" has a role or a path, not both'],
  ['ignore: [{ code: requirement-missing, expires: 2027-06-30 }]', '1:10 "ignore[0]" needs the key "reason"'],
  ['ignore: [{ code: requirement-missing, reason: x }]', '1:10 "ignore[0]" needs the key "expires"'],
  ['ignore: [{ code: requirement-mising, reason: x, expires: 2027-06-30 }]', '1:18 There is no finding code "requirement-mising". Did you mean "requirement-missing"?'],
  ['ignore: [{ code: rule-duplicate, reason: x, expires: 2027-02-30 }]', '1:54 "ignore[0].expires" must be a date such as 2027-06-30, not "2027-02-30"'],
  ['severity: { rule-duplicate: of }', '1:29 "severity.rule-duplicate" must be error, warning, notice or off, not "of". Did you mean "off"?'],
  ['comment: sometimes', '1:10 "comment" must be always, on-change or never, not "sometimes"'],
  ['redact: yes', '1:9 "redact" must be true or false, not "yes"'],
  ['a: 1\na: 2', '2:1 This is not valid YAML: the key "a" stands twice'],
  ['---\nversion: 1\n---\nversion: 1', '4:1 A config holds one document, not several'],
])('%s', async (text, message) => {
  expect(await refused(text)).toBe(message)
})

test('an ignore entry for a target that is not there is a mistake', async () => {
  const text = 'targets: [{ name: Kiosks, layers: [x] }]\nignore: [{ code: rule-duplicate, target: Kiosk, reason: x, expires: 2027-06-30 }]'
  expect(await refused(text)).toBe('2:42 There is no target "Kiosk". Did you mean "Kiosks"?')
})

test('names of a pack of the user are left to that pack', async () => {
  const config = await read('packs: [./firewall/our-agents.yml]\nfeatures: [backup-agent]\nsite: { systems: { backup-server: [10.0.0.1] }, ports: { backup: 6106 } }')
  expect(config.packs).toMatchObject([{ value: 'firewall/our-agents.yml' }])
  expect(config.names.map(n => [n.kind, n.value, n.place.line])).toEqual([['feature', 'backup-agent', 2], ['role', 'backup-server', 3], ['setting', 'backup', 3]])
})

test('a hostile config ends in one clear line', async () => {
  let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n'
  for (let i = 1; i < 20; i++) bomb += `a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`).join(', ')}]\n`
  expect(await refused(bomb)).toContain('aliases repeat too much')
  expect(await refused('['.repeat(50_000))).toContain('nested deeper than 200 levels')
  expect((await refused(`features: ['${'x'.repeat(100_000)}']`)).length).toBeLessThan(200)
  expect((await refused(`${'x'.repeat(100_000)}: 1`)).length).toBeLessThan(200)
  for (const part of FULL.split('\n').keys()) await read(FULL.split('\n').slice(0, part).join('\n')).catch((e: unknown) => expect(e).toMatchObject({ name: 'UsageError' }))
})

test('the codes that a config may name are those of the checks', () => {
  for (const { code } of checks) expect(CODES).toContain(code)
})

const schema = JSON.parse(readFileSync('schema/config.schema.json', 'utf8')) as object
const valid = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema)
const plain = (text: string): unknown => plainValue(parseYaml({ text }).documents[0] as YamlNode)

test('the schema for editors takes what the loader takes', () => {
  for (const text of [FULL, 'version: 1', 'features: all', 'packs: [x.yml]\nfeatures: [ours]\nsite: { ports: { ours: 1-2 } }', 'ignore: []']) {
    expect([text, valid(plain(text)), valid.errors]).toEqual([text, true, null])
  }
})
test.each([
  'feature: [client-push]', 'site: { portz: {} }', 'version: 2', '[]', 'site: { ports: { http: eighty } }', 'site: { ports: { sql: 0 } }', 'site: { ports: { sql: "1433" } }',
  'site: { ports: { http: [80, 81, 82] } }', 'site: { communication: https }', 'site: { communication: [htps] }', 'features: []', 'features: 1', 'targets: [{ name: A }]',
  'targets: [{ name: A, layers: [../x] }]', 'targets: [{ name: A, layers: [/x] }]', 'targets: [{ name: A, layers: [C:/x] }]', 'targets: [{ name: A, layers: [a/../x] }]',
  'targets: [{ name: A, layers: [{ path: x, store: gpo }] }]', 'targets: [{ name: A, role: client, path: { from: client, to: sql }, layers: [x] }]', 'targets: [{ layers: [x] }]',
  'ignore: [{ code: requirement-missing, expires: 2027-06-30 }]', 'ignore: [{ code: requirement-mising, reason: x, expires: 2027-06-30 }]', 'severity: { rule-duplicate: of }',
  'severity: { rule-dup: off }', 'comment: sometimes', 'redact: yes', 'encoding: utf-7', 'labels: []', 'packs: []', 'packs: x', 'site: null',
])('the schema and the loader both refuse %s', async text => {
  expect(valid(plain(text))).toBe(false)
  await refused(text)
})

const cases = '../shared/cases'
const withCases = existsSync(cases) ? test : test.skip
withCases('configs of real cases agree with the schema (skipped where the cases are not at hand)', async () => {
  let taken = 0
  for (const name of readdirSync(cases)) {
    const path = `${cases}/${name}/repo/${PATH}`
    if (!existsSync(path)) continue
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
    const config = await read(text).catch(() => undefined)
    const { documents: [node] } = parseYaml({ text })
    if (!node) { expect(config).toBeUndefined(); continue }
    expect([name, valid(plainValue(node))]).toEqual([name, config !== undefined])
    taken += config ? 1 : 0
  }
  expect(taken).toBeGreaterThan(100)
})
