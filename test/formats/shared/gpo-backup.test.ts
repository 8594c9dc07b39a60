import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readBackupInfo } from '../../../src/formats/shared/gpo-backup.ts'
import { placeOf } from '../../../src/model/rules.ts'
import { sourceFile, sourceText } from '../../../src/text/source-file.ts'

const MANIFEST = 'xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"'
const instance = (id: string): string => `<BackupInst ${MANIFEST}><GPOGuid><![CDATA[{6AC1786C-016F-11D2-945F-00C04FB984F9}]]></GPOGuid>`
  + '<GPODomain><![CDATA[contoso.com]]></GPODomain><BackupTime><![CDATA[2026-02-03T04:05:06]]></BackupTime>'
  + `<ID><![CDATA[${id}]]></ID><Comment><![CDATA[]]></Comment><GPODisplayName><![CDATA[Clients <1> & 2]]></GPODisplayName></BackupInst>`
const backup = (core: string): string => `<?xml version="1.0" encoding="utf-8"?>
<GroupPolicyBackupScheme bkp:version="2.0" xmlns:bkp="http://www.microsoft.com/GroupPolicy/GPOOperations" xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations">
  <GroupPolicyObject><GroupPolicyCoreSettings>
    <ID><![CDATA[{6AC1786C-016F-11D2-945F-00C04FB984F9}]]></ID><Domain><![CDATA[contoso.com]]></Domain>
    <DisplayName><![CDATA[Clients]]></DisplayName>${core}
  </GroupPolicyCoreSettings></GroupPolicyObject>
</GroupPolicyBackupScheme>`
const core = (text: string) => readBackupInfo(sourceText('b/Backup.xml', backup(text)))?.gpos[0]

test('bkupInfo.xml, which has no declaration', () => {
  expect(readBackupInfo(sourceText('b/bkupInfo.xml', instance('{11111111-2222-3333-4444-555555555555}')))).toEqual({
    kind: 'bkup-info', problems: [],
    gpos: [{
      guid: '{6AC1786C-016F-11D2-945F-00C04FB984F9}', name: 'Clients <1> & 2', domain: 'contoso.com',
      backupId: '{11111111-2222-3333-4444-555555555555}', backupTime: '2026-02-03T04:05:06',
    }],
  })
})

test('manifest.xml lists several backups, here with a mark and in UTF-16', () => {
  const text = `\uFEFF<Backups ${MANIFEST} xmlns:mfst="urn:m" mfst:version="1.0">\r\n${instance('{A}')}${instance('{B}')}</Backups>`
  const info = readBackupInfo(sourceFile('manifest.xml', Buffer.from(text, 'utf16le')))
  expect(info?.kind).toBe('manifest')
  expect(info?.gpos.map(({ backupId }) => backupId)).toEqual(['{A}', '{B}'])
})

test.each([['0', true], ['1', true], ['2', false], ['3', false]])('Options %s: computer half on is %s', (options, enabled) => {
  expect(core(`<Options><![CDATA[${options}]]></Options>`)?.computerEnabled).toBe(enabled)
})

test('the place names what keeps the GPO from applying', () => {
  const off = core('\n<Options><![CDATA[2]]></Options>')
  expect(off?.source && placeOf(off.source)).toMatchObject({ path: 'b/Backup.xml', line: 6, column: 1, key: 'Options' })
  const filtered = core('<Options>0</Options><WMIFilter><![CDATA[[contoso.com;{2F1B6A3C-1111-4222-8333-0123456789AB};0]]]></WMIFilter>')
  expect(filtered?.wmiFilter).toBe('[contoso.com;{2F1B6A3C-1111-4222-8333-0123456789AB};0]')
  expect(filtered?.source?.key).toBe('WMIFilter')
  expect(core('<Options>0</Options><WMIFilter/>')?.source).toBeUndefined()
})

test('extensions and version say whether clients open registry.pol', () => {
  expect(core('<MachineVersionNumber><![CDATA[65537]]></MachineVersionNumber><MachineExtensionGuids>'
    + '<![CDATA[[{35378eac-683f-11d2-a89a-00c04fbbcfa2}{B05566AC-FE9C-4368-BE01-7A4CBB6CBA11}]]]></MachineExtensionGuids>'))
    .toMatchObject({ registryExtension: true, machineVersion: 65537 })
  expect(core('<MachineExtensionGuids/>')).toMatchObject({ registryExtension: false })
  expect(core('')).not.toHaveProperty('registryExtension')
})

test('what is cut off is a problem, and what stood before is kept', () => {
  const info = readBackupInfo(sourceText('b/bkupInfo.xml', instance('{A}').slice(0, 200)))
  expect(info?.gpos[0]?.guid).toBe('{6AC1786C-016F-11D2-945F-00C04FB984F9}')
  expect(info?.problems).toMatchObject([{ code: 'file-unreadable' }])
})

test.each(['', 'text', '<a/>', '<BackupInst/>', '<GroupPolicyBackupScheme xmlns="urn:other"/>', '<!DOCTYPE x>'])('%j is no backup', text => {
  expect(readBackupInfo(sourceText('Backup.xml', text))).toBeUndefined()
})

const shared = new URL('../../../../shared/', import.meta.url).pathname
const real = existsSync(shared) ? globSync(`${shared}{corpus,cases}/**/{Backup,bkupInfo,manifest}.xml`) : []
const testReal = real.length > 0 ? test : test.skip
testReal('real backups name their GPO (skipped where the samples are absent)', () => {
  for (const path of real) {
    const info = readBackupInfo(sourceFile(path, readFileSync(path)))
    expect(info?.problems).toEqual([])
    for (const gpo of info?.gpos ?? []) {
      expect(gpo.guid).toMatch(/^\{[-0-9A-Fa-f]{36}\}$/)
      if (info?.kind === 'backup') expect(typeof gpo.computerEnabled).toBe('boolean')
      else expect(gpo.backupTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    }
    expect(info?.gpos.length).toBeGreaterThan(0)
  }
})
