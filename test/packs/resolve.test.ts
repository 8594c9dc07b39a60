import { expect, test } from '@jest/globals'
import { portTexts } from '../../src/model/ports.ts'
import type { Requirement, Site, SitePorts, TrafficBox, Transport } from '../../src/model/requirements.ts'
import { parsePortRange, portSet } from '../../src/model/ports.ts'
import { parseAddresses } from '../../src/model/addresses.ts'
import { configmgrPack } from '../../src/packs/configmgr.ts'
import { resolvePath, resolveRequirements } from '../../src/packs/resolve.ts'

interface Say { communication?: Transport[]; ports?: Record<string, (number | string)[]>; systems?: Record<string, string[]>; conditions?: string[] }
function site({ communication = [], ports = {}, systems = {}, conditions = [] }: Say = {}): Site {
  const choices = (list: (number | string)[]): SitePorts => {
    const sets = list.map(p => portSet([parsePortRange(String(p)) as [number, number]]))
    return { ports: portSet(sets.flatMap(s => s.ranges)), choices: sets }
  }
  return {
    communication, conditions: new Set(conditions),
    ports: new Map(Object.entries(ports).map(([key, list]) => [key, choices(list)])),
    systems: new Map(Object.entries(systems).map(([role, list]) => [role, parseAddresses(list, new Map()).set])),
  }
}
const of = (features: readonly string[] | 'all', role: string, say?: Say): Map<string, Requirement> =>
  new Map(resolveRequirements(configmgrPack(), site(say), features, role).map(r => [r.id, r]))
const applying = (features: readonly string[] | 'all', role: string, say?: Say): string[] => [...of(features, role, say).values()].filter(r => r.status === 'applies').map(r => r.id)
const boxText = (b: TrafficBox): string => [b.direction, b.icmp ? `icmp ${b.icmp.v4}/${b.icmp.v6}` : `${b.protocol} ${b.program ?? portTexts(b.ports).join()}`, b.dynamicRpc ? 'rpc' : '', b.endpointMapper ? 'epmap' : ''].filter(Boolean).join(' ')
const boxes = (r: Requirement | undefined): string[] | undefined => r?.boxes.map(boxText)

test('client push wants SMB, the mapper, dynamic RPC and a ping, all inbound from the site server', () => {
  const rows = of(['client-push'], 'client')
  expect(boxes(rows.get('push-smb-in'))).toEqual(['inbound 6 445'])
  expect(boxes(rows.get('push-fps-in'))).toEqual(['inbound 6 445'])
  expect(boxes(rows.get('push-wmi-in'))).toEqual(['inbound 6 135 epmap', 'inbound 6 49152-65535 rpc'])
  expect(boxes(rows.get('push-icmp-in'))).toEqual(['inbound icmp 8/128'])
  expect(rows.get('push-smb-in')).toMatchObject({ role: 'client', peer: 'site-server', need: 'push-smb', severity: 'required', seed: true })
})

test('the other end of a row sees it the other way round', () => {
  expect(boxes(of(['client-push'], 'site-server').get('push-smb-in'))).toEqual(['outbound 6 445'])
  expect(boxes(of(['client-notification'], 'management-point').get('client-notification-out'))).toEqual(['inbound 6 10123'])
  expect(of(['client-notification'], 'management-point').get('client-notification-out')).toMatchObject({ role: 'management-point', peer: 'client' })
})

test('rows of features that nobody named are left out, those of other roles too', () => {
  expect(applying(['remote-control'], 'client')).toEqual(['remote-control-in', 'console-client-remote-control'])
  expect(applying(['remote-control'], 'distribution-point')).toEqual([])
})

test('old names of a feature mean the feature, unknown ones are refused with a suggestion', () => {
  expect(applying(['install-client-push'], 'client')).toEqual(applying(['client-push'], 'client'))
  expect(() => of(['client-psuh'], 'client')).toThrow('Did you mean "client-push"?')
  expect(() => of(['client-push'], 'cleint')).toThrow('Did you mean "client"?')
})

test('what all installation methods need comes with each of them', () => {
  const rows = of(['manual-install'], 'client', { conditions: ['fsp-assigned'] })
  expect(rows.get('install-fsp-http-out')).toMatchObject({ status: 'applies', feature: 'manual-install' })
  expect(rows.get('install-source-download-https-out')).toMatchObject({ status: 'applies', feature: 'manual-install' })
  expect(of(['client-status'], 'client').get('install-fsp-http-out')).toMatchObject({ status: 'not-applicable', missingCondition: 'fsp-assigned' })
})

test('HTTP or HTTPS: either where nothing is said, the one that is said, both where both are', () => {
  const rows = of(['client-requests'], 'client')
  expect(rows.get('client-requests-http-out')?.eitherKey).toBe(rows.get('client-requests-https-out')?.eitherKey)
  expect(rows.get('client-requests-http-out')?.eitherKey).toBeDefined()
  const https = of(['client-requests'], 'client', { communication: ['https'] })
  expect(https.get('client-requests-http-out')?.status).toBe('not-applicable')
  expect(https.get('client-requests-https-out')).not.toHaveProperty('eitherKey')
  const both = of(['client-requests'], 'client', { communication: ['http', 'https'] })
  expect([...both.values()].map(r => [r.status, r.eitherKey])).toEqual(Array(4).fill(['applies', undefined]))
  expect(applying(['client-requests'], 'client', { conditions: ['client-communicates-http'] })).toEqual(['client-requests-http-out', 'client-management-point-http'])
})

test('WSUS needs its HTTP port always, and the HTTPS port where clients use HTTPS', () => {
  const rows = of(['software-updates'], 'client', { communication: ['https'] })
  const ways = (id: string): unknown => rows.get(id)?.alternatives?.map(way => way.map(boxText))
  expect(ways('client-software-update-point-http')).toEqual([['outbound 6 8530'], ['outbound 6 80']])
  expect(ways('client-software-update-point-https')).toEqual([['outbound 6 8531'], ['outbound 6 443']])
  expect(rows.get('client-software-update-point-http')?.alternativeKey).toBe(rows.get('client-software-update-point-https')?.alternativeKey)
  expect(of(['software-updates'], 'client').get('client-software-update-point-https')?.status).toBe('not-applicable')
  expect(of(['software-updates'], 'client').get('client-software-update-point-http')?.status).toBe('applies')
})

test('one half of the WSUS pair tells the other, and leaves no choice', () => {
  const pair = (ports: Record<string, number[]>): unknown => ['http', 'https'].map(t => boxes(of(['software-updates'], 'client', { communication: ['https'], ports }).get(`client-software-update-point-${t}`)))
  expect(pair({ 'wsus-http': [80] })).toEqual([['outbound 6 80'], ['outbound 6 443']])
  expect(pair({ 'wsus-http': [9530] })).toEqual([['outbound 6 9530'], ['outbound 6 9531']])
  expect(pair({ 'wsus-https': [443] })).toEqual([['outbound 6 80'], ['outbound 6 443']])
  expect(pair({ 'wsus-http': [8530], 'wsus-https': [8600] })).toEqual([['outbound 6 8530'], ['outbound 6 8600']])
})

test('a number that the site changed takes the place of the default, which is kept for comparison', () => {
  const row = of(['client-notification'], 'client', { ports: { 'client-notification': [20123] } }).get('client-notification-out')
  expect(boxes(row)).toEqual(['outbound 6 20123'])
  expect(row?.boxes[0]).toMatchObject({ setting: 'client-notification', defaultPorts: { ranges: [[10123, 10123]] } })
  const same = of(['client-notification'], 'client', { ports: { 'client-notification': [10123] } }).get('client-notification-out')
  expect(same?.boxes[0]).not.toHaveProperty('defaultPorts')
})

test('a default number with an alternative beside it: clients try both, so either serves', () => {
  const row = of(['content-download'], 'client', { communication: ['http'], ports: { http: [80, 8080] } }).get('client-distribution-point-http')
  expect(row?.alternatives?.map(way => way.map(boxText))).toEqual([['outbound 6 80'], ['outbound 6 8080']])
})

test('the range of dynamic RPC follows the site, and includes the old one where XP is still there', () => {
  const range = (say: Say): unknown => boxes(of(['client-push'], 'client', say).get('push-rpc-dynamic-in'))
  expect(range({ ports: { 'rpc-dynamic': ['50000-50100'] } })).toEqual(['inbound 6 50000-50100 rpc'])
  expect(range({ conditions: ['legacy-os-xp-2003'] })).toEqual(['inbound 6 1025-5000,49152-65535 rpc'])
})

test('naming a feature makes the conditions true that only say that it is on', () => {
  expect(applying(['wake-up-proxy'], 'client')).toContain('wake-up-proxy-udp')
  expect(applying(['peer-cache'], 'client')).toContain('peer-cache-download-tcp')
  expect(of(['delivery-optimization'], 'client').get('delivery-optimization-teredo')).toMatchObject({ status: 'not-applicable', missingCondition: 'delivery-optimization-nat' })
})

test('a no-condition holds until its opposite is listed', () => {
  expect(applying(['manual-install'], 'client', { communication: ['https'] })).toContain('manual-mp-https-out')
  const rows = of(['manual-install'], 'client', { communication: ['https'], conditions: ['ccmsetup-source'] })
  expect(rows.get('manual-mp-https-out')?.status).toBe('not-applicable')
  expect(rows.get('manual-source-smb-out')?.status).toBe('applies')
})

test('peers meet each row once, in both directions where both are needed', () => {
  const rows = of(['wake-up-proxy'], 'client')
  expect(boxes(rows.get('wake-up-proxy-udp'))?.sort()).toEqual(['inbound 17 25536', 'outbound 17 25536'])
  expect(boxes(rows.get('wake-up-proxy-wol-udp'))).toEqual(['outbound 17 9'])
  expect(boxes(of(['delivery-optimization'], 'client').get('delivery-optimization-peer-in'))).toEqual(['inbound 6 7680'])
})

test('either side may open: both directions at each end, once where both ends are ours', () => {
  expect(boxes(of(['site-to-site'], 'site-server').get('site-server-site-server-smb'))?.sort()).toEqual(['inbound 6 445', 'outbound 6 445'])
  expect(boxes(of(['intersite-replication'], 'sql').get('intersite-sql-engine'))?.sort()).toEqual(['inbound 6 1433', 'outbound 6 1433'])
  const either = of(['site-system-management'], 'management-point').get('management-point-site-server-smb')
  expect(boxes(either)?.sort()).toEqual(['inbound 6 445', 'outbound 6 445'])
})

test('with "require the site server to initiate connections" the site system opens none', () => {
  const say = { conditions: ['site-server-initiates'] }
  expect(boxes(of(['site-system-management'], 'management-point', say).get('management-point-site-server-smb'))).toEqual(['inbound 6 445'])
  expect(boxes(of(['site-system-management'], 'site-server', say).get('management-point-site-server-smb'))).toEqual(['outbound 6 445'])
})

test('programs are asked for at the end where they run', () => {
  const say = { conditions: ['remote-assistance-from-console', 'console-host-runs-windows-firewall'] }
  expect(boxes(of(['remote-assistance'], 'client', say).get('remote-assistance-group'))).toEqual(['inbound 6 135 epmap', 'inbound 6 msra.exe', 'inbound 6 raserver.exe'])
  expect(boxes(of(['remote-assistance'], 'console', say).get('remote-assistance-group'))).toEqual(['outbound 6 135 epmap'])
  expect(of(['remote-assistance'], 'console', say).get('remote-assistance-msra-program')?.status).toBe('not-applicable')
  expect(boxes(of(['queries'], 'console', say).get('queries-statview-program'))).toEqual(['inbound 6 statview.exe'])
})

test('SQL Server is met by its program or by its ports', () => {
  const row = of(['site-database'], 'sql', { ports: { sql: [51433] } }).get('sql-sqlservr-program')
  expect(row?.alternatives?.map(way => way.map(boxText))).toEqual([['inbound 6 sqlservr.exe'], ['inbound 6 51433', 'inbound 6 4022']])
})

test('what a sleeping or booting computer receives is no matter of its Windows Firewall, but of the network', () => {
  expect(of(['wake-on-lan'], 'client').get('site-server-client-wake-on-lan')?.status).toBe('not-applicable')
  expect(applying(['osd-pxe'], 'client')).toEqual([])
  expect(applying(['osd-pxe'], 'distribution-point')).toContain('client-dp-pxe-tftp')
  const wire = resolvePath(configmgrPack(), site(), ['osd-pxe'], { from: 'client', to: 'distribution-point' })
  expect(wire.find(r => r.id === 'client-dp-pxe-tftp')).toMatchObject({ status: 'applies' })
})

test('a path asks for what its first end opens', () => {
  const rows = resolvePath(configmgrPack(), site({ communication: ['https'] }), ['client-push', 'client-notification'], { from: 'client', to: 'management-point' })
  expect(rows.filter(r => r.status === 'applies').map(r => r.id)).toEqual(['client-notification-out', 'client-notification-fallback-https-out', 'client-management-point-notification', 'push-mp-https-out'])
  const push = resolvePath(configmgrPack(), site(), ['client-push'], { from: 'site-server', to: 'client' })
  expect(push.find(r => r.id === 'push-smb-in')?.boxes.map(boxText)).toEqual(['outbound 6 445'])
})

test('the fallback status point speaks HTTP only', () => {
  expect(of(['client-requests'], 'fallback-status-point', { communication: ['https'] }).get('client-requests-https-out')?.status).toBe('not-applicable')
  expect(boxes(of(['client-status'], 'fallback-status-point', { communication: ['https'], conditions: ['fsp-assigned'] }).get('client-fallback-status-point-http'))).toEqual(['inbound 6 80'])
})

test('retired and legacy rows come back only where somebody still has them', () => {
  expect(applying(['content-download'], 'client')).not.toContain('client-cloud-distribution-point-https')
  expect(applying(['content-download'], 'client', { systems: { 'cloud-distribution-point': ['192.0.2.1'] } })).toContain('client-cloud-distribution-point-https')
  expect(applying(['certificate-profiles'], 'client')).toContain('client-ndes-policy-module-http')
  expect(applying('all', 'client')).not.toContain('client-ndes-policy-module-http')
  expect(applying(['service-location'], 'client')).toEqual(['client-global-catalog-gc-ldap'])
  const xp = { conditions: ['remote-assistance-from-console', 'legacy-os-xp-2003'] }
  expect(applying(['remote-assistance'], 'client', xp)).toContain('remote-assistance-helpsvc-program')
})

test('every row of the seed document can be reached by a config', () => {
  const pack = configmgrPack()
  const say: Say = { communication: ['http', 'https'], conditions: Object.keys(pack.conditions).filter(c => !c.startsWith('no-') && !c.endsWith('-exception')) }
  const lone: Say = { communication: ['http', 'https'] }
  for (const row of pack.requirements.filter(r => r.seed)) {
    const role = row.perspective === 'console' ? 'console' : 'client'
    const reached = [say, lone].some(s => applying([row.feature], role, s).includes(row.id))
    expect([row.id, reached]).toEqual([row.id, true])
  }
})

test('the exception of a client setting counts where it is listed', () => {
  expect(of(['remote-control'], 'client').get('remote-control-in')).not.toHaveProperty('exception')
  expect(of(['remote-control'], 'client', { conditions: ['remote-control-exception'] }).get('remote-control-in')?.exception).toBe('remote-control-exception')
  // Port 9 is not opened by it, whatever the seed says (client settings page).
  expect(of(['wake-up-proxy'], 'client', { conditions: ['wake-up-proxy-exception'] }).get('wake-up-proxy-wol-udp')).not.toHaveProperty('exception')
})

test('rows that are the same packets between the same machines are one need', () => {
  const rows = of(['client-requests'], 'management-point', { communication: ['https'] })
  expect(rows.get('client-requests-https-out')?.need).toBe(rows.get('client-management-point-https')?.need)
  const client = of(['client-requests'], 'client', { communication: ['https'] })
  expect(client.get('client-requests-https-out')?.need).not.toBe(client.get('client-management-point-https')?.need)
})

test('who listens is said where it is known', () => {
  const listener = (feature: string, role: string, id: string, box = 0): unknown => of([feature], role, { communication: ['https'] }).get(id)?.boxes[box]?.listener
  expect(listener('client-push', 'client', 'push-smb-in')).toEqual({ programs: ['system'], services: [], certain: true })
  expect(listener('client-push', 'client', 'push-wmi-in', 1)).toEqual({ programs: ['svchost.exe'], services: ['winmgmt'], certain: true })
  expect(listener('remote-control', 'client', 'remote-control-in')).toMatchObject({ programs: ['cmrcservice.exe'], certain: true })
  expect(listener('client-requests', 'management-point', 'client-management-point-https')).toMatchObject({ programs: ['system'], certain: true })
  expect(listener('content-download', 'client', 'client-distribution-point-https')).toMatchObject({ certain: false })
  expect(listener('content-distribution', 'distribution-point', 'site-server-distribution-point-rpc-dynamic')).toBeUndefined()
})
