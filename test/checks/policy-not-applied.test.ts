import { expect, test } from '@jest/globals'
import { lint } from '../../src/lint.ts'
import type { Report } from '../../src/model/report.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { polBytes } from '../formats/registry-files.ts'

const KEY = 'Software\\Policies\\Microsoft\\WindowsFirewall'
const RULE = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=Remote control|'
const RULES = [{ key: `${KEY}\\FirewallRules`, name: '{R-1}', data: RULE }]
const OTHERS = [{ key: 'Software\\Policies\\Microsoft\\Windows\\System', name: 'X', data: 'y' }]
const PREFERENCE = `<?xml version="1.0" encoding="utf-8"?>
<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}"><Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="P"><Properties action="U" hive="HKEY_LOCAL_MACHINE"
 key="SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules" name="P" type="REG_SZ" value="${RULE}"/></Registry></RegistrySettings>`
const FOLDER = 'gpo/{5B9D2E71-0C48-4A6F-8E13-7F2B5D9A3C02}'
const OLDER = 'gpo/{1C9D2E71-0C48-4A6F-8E13-7F2B5D9A3C02}'

/** The files of a backup of the GPO "Clients". */
const backup = (folder: string, records: typeof RULES, { options = 0, time = '2026-01-02T00:00:00', preference = false } = {}) => [
  sourceFile(`${folder}/DomainSysvol/GPO/Machine/registry.pol`, polBytes(records)),
  sourceText(`${folder}/Backup.xml`, `<?xml version="1.0" encoding="utf-8"?><GroupPolicyBackupScheme xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations"><GroupPolicyObject><GroupPolicyCoreSettings>
<ID>{6AC1786C-016F-11D2-945F-00C04FB984F9}</ID><DisplayName>Clients</DisplayName><Options>${options}</Options></GroupPolicyCoreSettings></GroupPolicyObject></GroupPolicyBackupScheme>`),
  sourceText(`${folder}/bkupInfo.xml`, `<BackupInst xmlns="http://www.microsoft.com/GroupPolicy/GPOOperations/Manifest"><GPOGuid>{6AC1786C-016F-11D2-945F-00C04FB984F9}</GPOGuid><BackupTime>${time}</BackupTime></BackupInst>`),
  ...(preference ? [sourceText(`${folder}/DomainSysvol/GPO/Machine/Preferences/Registry/Registry.xml`, PREFERENCE)] : []),
]
const reportOf = async (files: Parameters<typeof lint>[0]['files']): Promise<Report> =>
  (await lint({ files, unreadable: [], config: undefined, options: { today: '2026-11-25', locale: 'en', version: '0', features: ['remote-control'] } })).report
const messages = ({ findings }: Report): readonly string[] => findings.filter(({ code }) => code === 'policy-not-applied').map(({ message }) => message)

test('a GPO that is off is told once, however many of its files speak of the firewall', async () => {
  const report = await reportOf(backup(FOLDER, RULES, { options: 2, preference: true }))
  expect(messages(report)).toEqual(['The computer half of the GPO "Clients" is disabled, so none of its firewall rules and settings applies.'])
  expect(messages(await reportOf(backup(FOLDER, RULES, { options: 1, preference: true })))).toEqual([])
})
test('nobody misses the computer half of a GPO that says nothing of the firewall', async () => {
  expect(messages(await reportOf(backup(FOLDER, OTHERS, { options: 2 })))).toEqual([])
})
test('what a GPO that is off may hold already is not simply to be added to it', async () => {
  const remedies = async (options: number, records: typeof RULES) => (await reportOf(backup(FOLDER, records, { options }))).findings.filter(f => f.code === 'requirement-missing').map(f => f.remedy.split('\n')[0])
  expect(await remedies(2, RULES)).toEqual(['The GPO "Clients" does not apply as it is: enable it, and add what it does not hold yet:'])
  expect(await remedies(0, [{ ...RULES[0]!, data: RULE.replace('2701', '2702').replace('Name=Remote control', 'Name=Other') }])).toEqual(['Add to the GPO "Clients":'])
})
test('preferences of an older backup count as little as its registry.pol', async () => {
  const older = backup(OLDER, RULES, { time: '2026-01-01T00:00:00', preference: true })
  const report = await reportOf([...older, ...backup(FOLDER, OTHERS)])
  expect(report.files.filter(f => f.status === 'skipped').map(f => [f.format, f.reason])).toEqual(
    ['gpp-registry', 'registry-pol'].map(format => [format, 'a newer backup of the same GPO (Clients) counts']),
  )
  expect((await reportOf(older)).files.filter(f => f.status === 'skipped')).toEqual([])
})
