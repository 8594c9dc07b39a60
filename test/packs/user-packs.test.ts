import { expect, test } from '@jest/globals'
import { loadPacks, type Packs } from '../../src/packs/index.ts'
import type { UsageError } from '../../src/model/usage-error.ts'
import { sourceText } from '../../src/text/source-file.ts'

const place = { path: '.configmgr-firewall.yml', line: 9, column: 8, endLine: 9, endColumn: 20 }
const load = (text: string, names: Parameters<typeof loadPacks>[0]['names'] = []): Promise<Packs> =>
  loadPacks({ packs: [{ value: './firewall/our-agents.yml', place }], names }, [sourceText('firewall/our-agents.yml', text)])
const refused = async (text: string): Promise<string> => {
  const error = await load(text).catch((e: unknown) => e) as UsageError
  expect(error).toMatchObject({ name: 'UsageError' })
  return `${error.place?.line}:${error.place?.column} ${error.message}`
}
const GOOD = `pack: our-agents
title: Agents of Contoso
sources: { handbook: { page: 'https://intranet.contoso.com/backup', edition: '2026' } }
features: { backup-agent: { title: Backup agent, aliases: [backup] } }
roles: { backup-server: { name: backup server, kind: server } }
requirements:
  - id: backup-agent-in
    feature: backup-agent
    from: backup-server
    to: client
    kind: port
    protocol: tcp
    ports: [6106]
    perspective: client
    direction: inbound
    severity: required
    sources: [{ doc: handbook }]
`
const SITE = { communication: [], ports: new Map(), systems: new Map(), conditions: new Set<string>() }

test('a pack of the user adds rows, features and roles to the built-in one', async () => {
  const packs = await load(GOOD)
  expect(packs.requirements(SITE, ['backup', 'remote-control'], 'client').map(r => [r.id, r.pack])).toEqual([
    ['remote-control-in', 'configmgr'], ['console-client-remote-control', 'configmgr'], ['backup-agent-in', 'our-agents'],
  ])
  expect(packs.featureTitle('backup')).toBe('Backup agent')
  expect(packs.roleTitle('backup-server')).toBe('backup server')
  expect(['backup-server', 'console', 'site-server', 'microsoft-cloud'].map(packs.rolePhrase)).toEqual(['the backup server', 'the ConfigMgr console', 'the site server', "Microsoft's services"])
  expect(packs.model).toEqual({ pack: 'configmgr', date: '2025-12-08' })
})
test('titles in Korean: those of the built-in pack, those that a pack brings, and English where there is none', async () => {
  const text = GOOD.replace('title: Backup agent,', 'title: Backup agent, titles: { ko: 백업 에이전트 },')
  const packs = await loadPacks({ packs: [{ value: './firewall/our-agents.yml', place }], names: [] }, [sourceText('firewall/our-agents.yml', text)], 'ko')
  expect(['remote-control', 'install-client-push', 'backup', 'none', 'constructor'].map(packs.featureTitle)).toEqual(['원격 제어', '클라이언트 강제 설치', '백업 에이전트', 'none', 'constructor'])
  expect(['management-point', 'backup-server', 'toString'].map(packs.roleTitle)).toEqual(['관리 지점', 'backup server', 'toString'])
  expect((await load(text)).featureTitle('backup')).toBe('Backup agent')
  expect(await refused(text.replace('ko:', 'kr:'))).toContain('Unknown key "kr"')
})

test('what is wrong with it is told with its place', async () => {
  expect(await refused(GOOD.replace('6106', '70000'))).toBe('13:13 "requirements.0.ports.0" must be <= 65535')
  expect(await refused(GOOD.replace('severity:', 'severty:'))).toBe('16:5 Unknown key "severty". Did you mean "severity"?')
  expect(await refused(GOOD.replace('kind: port', 'kind: pot'))).toContain('11:5 "requirements.0.kind" must be one of port')
  expect(await refused(GOOD.replace('from: backup-server', 'from: backup-servr'))).toBe('9:5 There is no role "backup-servr". Did you mean "backup-server"?')
  expect(await refused(GOOD.replace('id: backup-agent-in', 'id: push-smb-in'))).toBe('7:5 There already is a requirement "push-smb-in" in the pack "configmgr"')
  expect(await refused(GOOD.replace('backup-agent: {', 'client-push: {'))).toContain('4:13 The built-in pack already says what "client-push" is')
  expect(await refused('a: [1')).toContain('1:6 This is not valid YAML')
  expect(await refused('')).toContain('1:1 A pack is a map')
})

test('a pack that is not there is told at the config, and so is a name that no pack knows', async () => {
  await expect(loadPacks({ packs: [{ value: 'gone.yml', place }], names: [] }, [])).rejects.toMatchObject({ message: 'There is no pack file "gone.yml"', place })
  await expect(load(GOOD, [{ kind: 'feature', value: 'backup-agnt', place }])).rejects.toMatchObject({ message: 'There is no feature "backup-agnt". Did you mean "backup-agent"?', place })
  await expect(load(GOOD, [{ kind: 'feature', value: 'backup', place }])).resolves.toBeDefined()
})
