import { expect, test } from '@jest/globals'
import { lintWithFixes } from '../../src/commands/fixes.ts'
import { parseConfig } from '../../src/config/index.ts'
import { applyFixes } from '../../src/findings/fix.ts'
import type { LintInput } from '../../src/lint.ts'
import { sourceText } from '../../src/text/source-file.ts'

const SITE = 'site:\n  ports: { client-notification: 20123 }\n  systems:\n    console: [10.0.30.0/24]\n    management-point: [10.0.10.6]\n'
async function input(path: string, text: string, features: string): Promise<LintInput> {
  const config = await parseConfig(sourceText('.configmgr-firewall.yml', `version: 1\n${SITE}features: [${features}]\ntargets:\n  - name: Workstations\n    layers: [${path}]\n`))
  return { files: [sourceText(path, text)], unreadable: [], config, options: { today: '2026-01-01', locale: 'en', version: '0' } }
}
const REG = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules]\r\n'
const netsh = (rest: string): string => `@echo off\r\nnetsh advfirewall firewall add rule name="RC" dir=in action=allow protocol=TCP localport=2701 ${rest}\r\nrem end\r\n`
const ps = (rest: string): string => `# remote control\nNew-NetFirewallRule -Name RC -DisplayName 'RC' -Direction Inbound -Action Allow -Protocol TCP -LocalPort 2701 ${rest}\nWrite-Host done\n`
const reg = (rest: string): string => `${REG}"RC"="v2.31|Action=Allow|${rest}Dir=In|Protocol=6|LPort=2701|Name=RC|"\r\n`

test.each([
  ['disabled, netsh', 'a.cmd', netsh('enable=no'), 'enable=no', 'enable=yes'],
  ['disabled, PowerShell', 'a.ps1', ps('-Enabled False'), '-Enabled False', '-Enabled True'],
  ['disabled, PowerShell over several lines', 'a.ps1', ps('`\n  -Enabled "False" `\n  -Profile Domain'), '-Enabled "False"', '-Enabled "True"'],
  ['disabled, .reg', 'a.reg', reg('Active=FALSE|'), 'Active=FALSE', 'Active=TRUE'],
  ['profile, netsh', 'a.cmd', netsh('profile=private'), 'profile=private', 'profile=private,Domain'],
  ['profile, PowerShell', 'a.ps1', ps('-Profile Private'), '-Profile Private', '-Profile Private,Domain'],
  ['profile, a quoted list', 'a.ps1', ps("-Profile 'Private', 'Public'"), "'Private', 'Public'", "'Private', 'Public', 'Domain'"],
  ['profile, an array', 'a.ps1', ps("-Profile @('Private')"), "@('Private')", "@('Private', 'Domain')"],
  ['profile, .reg', 'a.reg', reg('Active=TRUE|Profile=Private|'), 'Profile=Private|', 'Profile=Private|Profile=Domain|'],
  ['addresses, netsh', 'a.cmd', netsh('remoteip=10.9.9.9'), 'remoteip=10.9.9.9', 'remoteip=10.9.9.9,10.0.30.0/24'],
  ['addresses, PowerShell', 'a.ps1', ps("-RemoteAddress '10.9.9.9'"), "'10.9.9.9'", "'10.9.9.9', '10.0.30.0/24'"],
  ['addresses, .reg', 'a.reg', reg('Active=TRUE|RA4=10.9.9.9|'), 'RA4=10.9.9.9|', 'RA4=10.9.9.9|RA4=10.0.30.0/24|'],
])('%s: the fix changes only that, and the finding is gone', async (_what, path, text, was, becomes) => {
  const { report } = await lintWithFixes(await input(path, text, 'remote-control'))
  const [finding] = report.findings
  expect(report.findings).toHaveLength(1)
  const mended = applyFixes(text, finding?.fix ? [finding.fix] : [])
  expect(mended).toBe(text.replace(was, becomes))
  expect((await lintWithFixes(await input(path, mended, 'remote-control'))).report.findings).toEqual([])
})

test('the default port becomes the port of the site', async () => {
  const text = 'netsh advfirewall firewall add rule name="CN" dir=out action=allow protocol=TCP remoteport=10123\nnetsh advfirewall set allprofiles firewallpolicy blockinbound,blockoutbound\n'
  const { report } = await lintWithFixes(await input('a.cmd', text, 'client-notification'))
  const finding = report.findings.find(f => f.code === 'port-mismatch')
  expect(finding?.fix).toEqual({ startLine: 1, endLine: 1, was: [text.split('\n')[0]], lines: [(text.split('\n')[0] ?? '').replace('10123', '20123')] })
})

test.each([
  ['a value that a variable holds', 'a.ps1', `$on = 'False'\n${ps('-Enabled $on')}`],
  ['rules that a loop makes', 'a.ps1', "foreach ($port in 2701, 2702) { New-NetFirewallRule -DisplayName \"RC $port\" -Direction Inbound -Action Allow -Protocol TCP -LocalPort $port -Enabled False }\n"],
  ['a rule that lacks a second thing', 'a.cmd', netsh('enable=no profile=public')],
  ['a rule string that says nothing of it', 'a.reg', reg('')],
])('%s: no fix rather than a guess', async (_what, path, text) => {
  const { report } = await lintWithFixes(await input(path, text, 'remote-control'))
  expect(report.findings.length).toBeGreaterThan(0)
  expect(report.findings.filter(f => f.fix)).toEqual([])
})

test('fixes keep the line ends of the file', () => {
  const fix = { startLine: 2, endLine: 2, was: ['b'], lines: ['x', 'y'] }
  expect(applyFixes('a\r\nb\r\nc', [fix])).toBe('a\r\nx\r\ny\r\nc')
  expect(applyFixes('a\nb', [fix, { ...fix, lines: ['lost'] }])).toBe('a\nx\ny')
})
