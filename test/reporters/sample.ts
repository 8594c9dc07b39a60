import type { RenderContext, Report } from '../../src/model/report.ts'
import type { Finding } from '../../src/model/types.ts'

/** What hostile policy text looks like: workflow commands, terminal escapes, direction marks, markup, mentions, links, images. */
export const HOSTILE = 'CM "x"\n::error title=pwned::gotcha\r\n##[add-mask]y\n##vso[task.setvariable]z \u001b[31mred\u001b]0;t\u0007 \u202eevil\u202c @octocat #1 <img src=http://192.0.2.1/x> [a](http://192.0.2.1) ![b](http://192.0.2.1/c) | `code` ``` </details><script>alert(1)</script> \ud800 %0A'

export const missing: Finding = {
  code: 'requirement-missing', reason: 'disabled-rule', severity: 'error', target: 'Workstations', requirements: ['push-smb-in', 'push-fps-in'], features: ['client-push'],
  message: 'Client push installation needs inbound TCP 445: the rule "CM SMB" would allow it, but is disabled.', remedy: 'Set-NetFirewallRule -Name \'CM-SMB\' -Enabled True',
  location: { path: 'policies/clients.ps1', line: 3, column: 1, endLine: 3, endColumn: 30 },
  related: [{ path: 'policies/base.ps1', line: 7, message: 'An older copy stands here.' }],
  witness: { direction: 'inbound', protocol: 'tcp', localPort: 445, profile: 'domain' }, fingerprint: 'a1b2c3',
}
export const binary: Finding = {
  code: 'rule-shadowed', severity: 'warning', requirements: [], features: [], message: 'The rule "CM B" can never matter.', remedy: 'Remove it.',
  location: { path: 'policies/{11111111-2222-3333-4444-555555555555}/registry.pol', line: 1, column: 1, endLine: 1, endColumn: 1, offset: 812, key: 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules\\CM-B' },
  related: [], fingerprint: 'd4e5f6',
}
export const hostile: Finding = {
  code: 'rule-malformed', severity: 'notice', target: HOSTILE, requirements: ['remote-control-in'], features: ['remote-control'], message: `The rule ${HOSTILE} is malformed.`, remedy: `Remove\n${HOSTILE}`,
  location: { path: `policies/${HOSTILE}.ps1`, line: 2, column: 3, endLine: 2, endColumn: 9, key: HOSTILE }, related: [{ path: HOSTILE, line: 1, message: HOSTILE }], fingerprint: '0a0b0c',
}

/** One report for all reporters. */
export const sample: Report = {
  schemaVersion: 1,
  tool: { name: 'configmgr-firewall-lint', version: '0.0.0' },
  model: { pack: 'configmgr', date: '2025-12-08' },
  assumptions: ['features are assumed: no config'],
  files: [
    { path: 'policies/clients.ps1', format: 'powershell', rules: 4, disabled: 1, malformed: 0, status: 'parsed' },
    { path: 'policies/registry.pol', format: 'registry-pol', rules: 0, disabled: 0, malformed: 0, status: 'failed', reason: 'the file is empty' },
  ],
  targets: [
    {
      name: 'Workstations', role: 'client', layers: ['policies/clients.ps1'],
      requirements: [
        { id: 'push-smb-in', feature: 'client-push', status: 'missing', severity: 'required', by: [] },
        { id: 'remote-control-in', feature: 'remote-control', status: 'satisfied', severity: 'required', by: [{ path: 'policies/clients.ps1', line: 1, name: 'CM RC' }] },
        { id: 'cmg', feature: 'client-requests', status: 'not-applicable', severity: 'required', by: [], because: 'no cloud management gateway' },
      ],
    },
    { name: HOSTILE, role: 'client', layers: [], requirements: [{ id: 'remote-control-in', feature: 'remote-control', status: 'unverifiable', severity: 'required', by: [] }] },
  ],
  findings: [missing, hostile, binary],
  suppressed: [{ ...binary, fingerprint: 'ffff', suppressedBy: { kind: 'config', reason: 'Kiosks', expires: '2027-06-30' } }],
  summary: { error: 1, warning: 1, notice: 1, satisfied: 1, required: 3, suppressed: 1 },
}

export const context: RenderContext = {
  locale: 'en', color: false, quiet: false, verbose: false, width: 0,
  excerpt: finding => (finding === missing ? { firstLine: 3, lines: ['New-NetFirewallRule -Name \'CM-SMB\' -Enabled False'] }
    : finding === hostile ? { firstLine: 2, lines: [`  ${HOSTILE}`] } : undefined),
}
/** Many findings, for limits. */
export const many = (count: number): Report => ({
  ...sample,
  findings: Array.from({ length: count }, (_, i) => ({ ...missing, fingerprint: `f${i}`, location: { ...missing.location, line: i + 1, endLine: i + 1 } })),
  summary: { ...sample.summary, error: count, warning: 0, notice: 0 },
})
