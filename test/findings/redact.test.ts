import { expect, test } from '@jest/globals'
import { redactor, redactReport } from '../../src/findings/redact.ts'
import { hostile, missing, sample } from '../reporters/sample.ts'

test('addresses, hosts, domains and SIDs get the same mask wherever they stand', () => {
  const { text } = redactor()
  expect(text('from 192.0.2.7 to 192.0.2.0/24, 192.0.2.7-192.0.2.9 and 192.0.2.7')).toBe('from addr-1 to addr-2/24, addr-1-addr-3 and addr-1')
  expect(text('2001:db8::1, [2001:DB8::1]:443, fe80::1/64, 2001:db8::192.0.2.1')).toBe('addr-4, [addr-4]:443, addr-5/64, addr-6')
  expect(text('\\\\FILES01\\deploy$ and \\\\files01\\x')).toBe('\\\\host-1\\deploy$ and \\\\host-1\\x')
  expect(text('mp1.corp.contoso.com; MP1.corp.CONTOSO.com. contoso.local\\Clients')).toBe('host-2; host-2. host-3\\Clients')
  expect(text('O:LSD:(A;;CC;;;S-1-5-21-1111111111-2222222222-3333333333-1104) S-1-5-32-544')).toBe('O:LSD:(A;;CC;;;sid-1) sid-2')
})
test('what only looks like it stays: files, versions, settings, times, ids, masks', () => {
  const { text, path } = redactor()
  const same = [
    'policies/clients.ps1', 'registry.pol', 'C:\\Windows\\CCM\\CcmExec.exe', 'Microsoft.ConfigurationManagement.exe', '10.0.19041', '5.00.9128.1000', '12:30:45', 'v2.33',
    'learn.microsoft.com', 'requirement-missing', '{11111111-2222-3333-4444-555555555555}', '255.255.255.0', '0.0.0.0', '[Net.IPAddress]::Any', 'New-NetFirewallRule -LocalPort 445,2701', 'a::b::c', '1.2.3.4.5',
    'HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall',
  ]
  for (const value of same) expect(text(value)).toBe(value)
  expect(path('policies/srv1.contoso.com.reg')).toBe('policies/host-1.reg')
  expect(path('gpo/{11111111-2222-3333-4444-555555555555}/registry.pol')).toBe('gpo/{11111111-2222-3333-4444-555555555555}/registry.pol')
})
test('names that the files tell of are masked without a dot as well', () => {
  const { text } = redactor(['SCCM01', 'corp.contoso.net', '$mp', 'a b'])
  expect(text('allow sccm01 and SCCM01-old; corp.contoso.net')).toBe('allow host-2 and SCCM01-old; host-1')
})
test('every text of a report is masked, and what programs match by is not', () => {
  const secret = 'dc1.contoso.com 192.0.2.9 S-1-5-21-1-2-3'
  const finding = {
    ...missing, target: secret, message: secret, remedy: secret, location: { ...missing.location, path: 'x/dc1.contoso.com/a.ps1', key: secret }, related: [{ path: 'dc1.contoso.com.reg', line: 1, message: secret }],
    witness: { direction: 'inbound' as const, protocol: 'tcp', profile: 'domain' as const, remoteAddress: '192.0.2.9', program: '\\\\dc1.contoso.com\\x.exe' },
  }
  const report = {
    ...sample, assumptions: [secret], files: [{ path: 'dc1.contoso.com.reg', format: 'reg', rules: 0, disabled: 0, malformed: 0, status: 'failed' as const, reason: secret }],
    targets: [{ name: secret, role: 'client', layers: ['dc1.contoso.com'], requirements: [{ id: 'a', feature: 'b', status: 'satisfied' as const, severity: 'required' as const, by: [{ path: 'dc1.contoso.com', line: 1, name: secret }] }] }],
    findings: [finding, hostile], suppressed: [{ ...finding, suppressedBy: { kind: 'config' as const, reason: secret } }],
    changes: {
      base: 'c0ffee', cut: [{ target: secret, requirement: 'a', feature: 'b', status: 'missing' as const }], dropped: [{ target: secret, requirement: 'a', feature: 'b' }],
      mended: [{ fingerprint: 'f', code: 'c', target: secret, requirements: [], message: secret }],
      opened: [{ target: secret, because: 'rule' as const, rule: secret, protocol: 'tcp', ports: ['1'], addresses: ['192.0.2.9'], profiles: [], location: { path: 'dc1.contoso.com.reg', line: 1 } }],
    },
  }
  const masked = redactReport(report, redactor())
  expect(JSON.stringify({ ...masked, findings: masked.findings.slice(0, 1) })).not.toMatch(/contoso|192\.0\.2|S-1-5/)
  expect(masked.findings[0]).toMatchObject({ fingerprint: missing.fingerprint, location: { path: 'x/host-1/a.ps1' }, message: 'host-1 addr-1 sid-1' })
  expect(redactReport(report, redactor())).toEqual(masked)
})
test('hostile text is masked in time', () => {
  const start = performance.now()
  const { text } = redactor(['x'])
  for (const piece of ['1.', 'a.', ':', '::', '\\\\', 'S-1-', 'a-', '1:', '.']) text(piece.repeat(200_000))
  expect(performance.now() - start).toBeLessThan(3000)
})
