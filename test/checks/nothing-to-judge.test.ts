import { expect, test } from '@jest/globals'
import { lint } from '../../src/lint.ts'
import type { SourceFile } from '../../src/model/stages.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { pol, POLICIES } from '../formats/registry-files.ts'

const judged = async (file: SourceFile): Promise<[targets: number, findings: readonly string[]]> => {
  const { report } = await lint({ files: [file], unreadable: [], config: undefined, options: { today: '2026-11-25', locale: 'en', version: '0', features: ['client-push'] } })
  return [report.targets.length, report.findings.map(({ code }) => code)]
}
const report = (extension: string): SourceFile => sourceText('gpreport.xml', `<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Name>Smart cards</Name><Computer><Enabled>true</Enabled><ExtensionData>${extension}</ExtensionData></Computer></GPO>`)

test.each<[string, SourceFile]>([
  ['a registry.pol of other policies', pol([{ key: 'Software\\Policies\\Contoso', name: 'Server', data: 'x' }])],
  ['a registry.pol that only sets notifications', pol([{ key: `${POLICIES}\\StandardProfile`, name: 'DisableNotifications', data: 1 }])],
  ['a report without the firewall extension', report('<Extension><Policy><Name>Other</Name></Policy></Extension>')],
])('%s is no policy to judge', async (_, file) => {
  expect(await judged(file)).toEqual([0, []])
})

test.each<[string, SourceFile]>([
  ['that switches the firewall on', pol([{ key: `${POLICIES}\\DomainProfile`, name: 'EnableFirewall', data: 1 }])],
  ['with a rule', pol([{ name: '{R}', data: 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=80|Name=Web|' }])],
])('a registry.pol %s is', async (_, file) => {
  const [targets, findings] = await judged(file)
  expect(targets).toBe(1)
  expect(findings).toContain('requirement-missing')
})
