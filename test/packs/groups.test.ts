import { expect, test } from '@jest/globals'
import { neutralRule } from '../../src/model/rules.ts'
import type { Span } from '../../src/model/types.ts'
import { findGroup, membersOf, ruleGroups, selectPredefined } from '../../src/packs/groups.ts'

const source: Span = { origin: { path: 'a.ps1', place: () => ({ path: 'a.ps1', line: 1, column: 1, endLine: 1, endColumn: 1 }), line: () => undefined }, start: 0, end: 0 }

test('a group is found by resource id, rule name, id and name in any language', () => {
  for (const text of [
    '@FirewallAPI.dll,-28502', '@firewallapi.dll,-28502', '@%SystemRoot%\\system32\\FirewallAPI.dll,-28502', 'FPS-SMB-In-TCP', 'fps-smb-in-tcp-noscope',
    'File and Printer Sharing', 'file and printer sharing', '파일 및 프린터 공유', 'Partage de fichiers et d\'imprimantes', 'Partage de fichiers et d’imprimantes', 'file-and-printer-sharing',
  ]) expect([text, findGroup(text)?.id]).toEqual([text, 'file-and-printer-sharing'])
  expect(findGroup('@xpsp2res.dll,-22019')?.id).toBe('remote-assistance')
  expect(findGroup('RemoteAssistance-DCOM-In-TCP-NoScope-Active')?.id).toBe('remote-assistance')
  expect(findGroup('FPS-SMB-In-TCP-V2')?.id).toBe('file-and-printer-sharing-restrictive')
  expect(findGroup('@%systemroot%\\system32\\dosvc.dll,-100')?.id).toBe('delivery-optimization')
  for (const text of ['', 'constructor', 'File', 'Remote Desktop (WebSocket)']) expect(findGroup(text)).toBeUndefined()
})

test('Windows holds most rules twice: for the domain from anywhere, elsewhere from the local subnet', () => {
  const copies = membersOf('file-and-printer-sharing', source).filter(r => r.id?.startsWith('FPS-SMB-In-TCP')).map(neutralRule)
  expect(copies).toMatchObject([
    { id: 'FPS-SMB-In-TCP-NoScope', name: 'File and Printer Sharing (SMB-In)', group: '@FirewallAPI.dll,-28502', direction: 'inbound', action: 'allow', enabled: false, protocol: 'tcp', localPorts: ['445'], profiles: ['domain'], program: 'System' },
    { id: 'FPS-SMB-In-TCP', localPorts: ['445'], profiles: ['private', 'public'], remoteAddresses: ['local-subnet'] },
  ])
  expect(copies[0]?.['remoteAddresses']).toBeUndefined()
})

test('ports are local for inbound rules, remote for outbound ones, and words stay words', () => {
  const rules = new Map(membersOf('file-and-printer-sharing', source).map(r => [r.id, neutralRule(r)]))
  expect(rules.get('FPS-SMB-Out-TCP-NoScope')).toMatchObject({ direction: 'outbound', remotePorts: ['445'] })
  expect(rules.get('FPS-RPCSS-In-TCP-NoScope')).toMatchObject({ localPorts: ['rpc-epmap'], service: 'Rpcss' })
  expect(rules.get('FPS-SpoolSvc-In-TCP')).toMatchObject({ localPorts: ['rpc'], service: 'Spooler' })
  expect(rules.get('FPS-ICMP6-ERQ-In-NoScope')).toMatchObject({ protocol: 'icmpv6', icmp: ['128:*'] })
})

test('a rule whose ports were never seen proves nothing', () => {
  expect(membersOf('file-and-printer-sharing', source).find(r => r.id === 'FPS-SMBQ-In-UDP')?.unmodelled).not.toEqual([])
})

test('a selector finds the rules that a script means', () => {
  const ids = (select: Parameters<typeof selectPredefined>[0]): (string | null)[] => selectPredefined(select, source).map(r => r.id)
  expect(ids({ groups: ['Remote Desktop'] })).toEqual(['RemoteDesktop-UserMode-In-TCP', 'RemoteDesktop-UserMode-In-UDP', 'RemoteDesktop-Shadow-In-TCP'])
  expect(ids({ groups: ['Remote Desk*'] })).toHaveLength(3)
  expect(ids({ names: ['Windows Management Instrumentation (WMI-In)'] })).toEqual(['WMI-WINMGMT-In-TCP-NoScope', 'WMI-WINMGMT-In-TCP'])
  expect(ids({ ids: ['WMI-*-In-TCP-NoScope'], profiles: 1 })).toHaveLength(3)
  expect(ids({ groups: ['File and Printer Sharing'], direction: 'inbound', profiles: 1, protocol: 6 })).toContain('FPS-SMB-In-TCP-NoScope')
  expect(ids({ groups: ['Nothing of Windows'] })).toEqual([])
})

test('every member says what it opens, or that nobody knows', () => {
  for (const group of ruleGroups().values()) for (const m of group.members) {
    expect([m.name, m.ports !== undefined || m.icmp !== undefined || m.program !== undefined || m.service !== undefined || m.nameOnly === true]).toEqual([m.name, true])
  }
})
