import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { configmgrPack } from '../../src/packs/configmgr.ts'
import { ruleGroups } from '../../src/packs/groups.ts'
import { packIndex } from '../../src/packs/pack-index.ts'
import { deadReferences } from '../../src/packs/references.ts'
import { parseYaml, plainValue, prepareYaml, type YamlNode } from '../../src/text/yaml.ts'

const pack = configmgrPack()
const rows = new Map(pack.requirements.map(row => [row.id, row]))

test('the generated files are what the packs say', () => {
  expect(() => execFileSync(process.execPath, ['scripts/generate-packs.mjs', '--check'], { stdio: 'pipe' })).not.toThrow()
})

test('279 rows, 41 of them in the seed document, each with an id of its own and a source', () => {
  expect(pack.requirements).toHaveLength(279)
  expect(rows.size).toBe(279)
  expect(pack.requirements.filter(r => r.seed)).toHaveLength(41)
  const count = (status: string): number => pack.requirements.filter(r => (r.status ?? 'current') === status).length
  expect([count('current'), count('deprecated'), count('retired'), count('legacy-os')]).toEqual([220, 18, 37, 4])
  expect(pack.requirements.filter(r => r.sources.length === 0)).toEqual([])
})

test('every name that the pack uses is there', () => {
  expect(deadReferences(pack, pack)).toEqual([])
})

test('rows of one flow are one need', () => {
  const strays = pack.requirements.filter(row => row.flow !== undefined && (row.need ?? row.id) !== row.flow)
  expect(strays).toEqual([])
})

test('the endpoint mapper and the dynamic ports of one pair of servers are one need', () => {
  for (const row of pack.requirements) {
    if (row.kind !== 'dynamic-rpc' || row.perspective !== 'network' || row.status === 'legacy-os') continue
    const mapper = pack.requirements.filter(r => r.from === row.from && r.to === row.to && r.protocol === 'tcp' && String(r.ports) === '135')
    for (const other of mapper) expect([other.id, other.need]).toEqual([other.id, row.need])
  }
})

test('groups and ports that stand for each other are one need, and the ping is one of its own', () => {
  const need = (...ids: string[]): Set<string | undefined> => new Set(ids.map(id => rows.get(id)?.need))
  expect(need('push-fps-in', 'push-smb-in')).toEqual(new Set(['push-smb']))
  expect(need('push-wmi-in', 'push-rpc-epmap-in-tcp', 'push-rpc-dynamic-in')).toEqual(new Set(['push-wmi']))
  expect(need('remote-assistance-group', 'remote-assistance-dcom-in', 'remote-assistance-msra-program', 'remote-assistance-raserver-program').size).toBe(1)
  expect(need('remote-assistance-remote-desktop-group', 'console-client-remote-assistance-rdp').size).toBe(1)
  expect(need('push-icmp-in')).toEqual(new Set([undefined]))
})

test('a setting has the default that its rows have', () => {
  const byKey = new Map(Object.values(pack.settings).flatMap(s => (s.key === undefined ? [] : [[s.key, s]])))
  const strays = pack.requirements.filter(row => row.setting !== undefined && String(byKey.get(row.setting)?.default) !== String(row.ports))
  expect(strays).toEqual([])
})

test('a target is its own role and what that role is as well', () => {
  const index = packIndex(pack)
  expect(index.rolesOf('pull-distribution-point')).toEqual(new Set(['pull-distribution-point', 'distribution-point', 'site-system', 'windows-host']))
  expect(index.rolesOf('site-system')?.has('state-migration-point')).toBe(true)
  expect(index.rolesOf('site-system')?.has('site-server')).toBe(false)
  expect(index.rolesOf('distribution-point')?.has('management-point')).toBe(false)
  expect(index.rolesOf('constructor')).toBeUndefined()
})

const sheet = '../shared/reference/configmgr-ports.yaml'
const withSheet = existsSync(sheet) ? test : test.skip

withSheet('each row says what the fact sheet says (skipped where the sheet is not at hand)', async () => {
  await prepareYaml()
  const facts = plainValue(parseYaml({ text: readFileSync(sheet, 'utf8') }).documents[0] as YamlNode) as { requirements: Record<string, unknown>[]; rule_groups: { id: string; resource_id: string; rules: { name: string }[] }[] }
  const keys = new Map(Object.entries(pack.settings).map(([id, s]) => [s.key, id]))
  for (const fact of facts.requirements) {
    const row = rows.get(String(fact['id']))
    const aliases = row && [row.feature, ...(pack.features[row.feature]?.aliases ?? [])]
    expect([fact['id'], aliases?.includes(String(fact['feature']))]).toEqual([fact['id'], true])
    const setting = (fact['configurable'] as { setting?: string } | false) || {}
    expect({ id: fact['id'], from: row?.from, to: row?.to, kind: row?.kind, protocol: row?.protocol, ports: row?.ports, perspective: row?.perspective, direction: row?.direction,
      severity: row?.severity, status: row?.status ?? 'current', model: row?.default ?? true, seed: row?.seed ?? false, conditions: row?.conditions ?? [], choice: row?.choice, flow: row?.flow,
      group: row?.group, program: row?.program, keyword: row?.keyword, setting: row?.setting && keys.get(row.setting) })
      .toEqual({ id: fact['id'], from: fact['from'], to: fact['to'], kind: fact['kind'], protocol: fact['protocol'], ports: fact['ports'], perspective: fact['perspective'], direction: fact['direction'],
        severity: fact['severity'], status: fact['status'], model: fact['default_model'], seed: fact['seed'] ?? false, conditions: fact['conditions'], choice: fact['choice'], flow: fact['flow'],
        group: fact['group'], program: fact['program'], keyword: fact['port_keyword'], setting: setting.setting })
  }
  expect(facts.requirements).toHaveLength(rows.size)
  for (const group of facts.rule_groups) expect(ruleGroups().get(group.id)?.members.map(m => m.name)).toEqual(group.rules.map(r => r.name))
})
