import { describe, expect, test } from '@jest/globals'
import { lint } from '../../src/lint.ts'
import type { Finding } from '../../src/model/types.ts'
import { sourceText } from '../../src/text/source-file.ts'

/** What a check of one file tells of a client. */
async function found(path: string, text: string, features = ['remote-control'], locale: 'en' | 'ko' = 'en'): Promise<readonly Finding[]> {
  const options = { today: '2026-06-01', locale, version: '1.0.0', features }
  return (await lint({ files: [sourceText(path, text)], unreadable: [], config: undefined, options })).report.findings
}
/** The longest remedy among them: where the rules go, and the rules. */
async function remedy(path: string, text: string, features?: string[], locale?: 'en' | 'ko'): Promise<{ readonly head: string; readonly lines: string }> {
  const remedies = (await found(path, text, features, locale)).map(f => f.remedy.split('\n'))
  const [head = '', ...lines] = remedies.sort((a, b) => b.length - a.length)[0] ?? []
  return { head, lines: lines.join('\n') }
}

const RULE = "-DisplayName Base -Direction Inbound -Action Allow -Protocol TCP -LocalPort 9999 -Program 'C:\\Tools\\base.exe'"

describe('a rule to add goes into the GPO that the script writes to', () => {
  const SAVE = 'Save-NetGPO -GPOSession $gpo\n'
  test.each([
    ['by its path', `New-NetFirewallRule ${RULE} -PolicyStore 'contoso.com\\Clients'\n`, "-PolicyStore 'contoso.com\\Clients'"],
    ['by a variable', `$store = 'contoso.com\\Clients'\nNew-NetFirewallRule -PolicyStore $store ${RULE}\n`, '-PolicyStore $store'],
    ['by a text that is put together', `param($Domain, $Gpo)\nNew-NetFirewallRule ${RULE} -PolicyStore "$Domain\\$Gpo"\n`, '-PolicyStore "$Domain\\$Gpo"'],
    ['by a table', `$rule = @{ DisplayName = 'Base'; Direction = 'Inbound'; Program = 'C:\\base.exe'; PolicyStore = 'contoso.com\\Clients' }\nNew-NetFirewallRule @rule\n`, "-PolicyStore 'contoso.com\\Clients'"],
    ['by the session', `$gpo = Open-NetGPO contoso.com\\Clients\nNew-NetFirewallRule ${RULE} -GPOSession $gpo\n${SAVE}`, '-GPOSession $gpo'],
    ['by the session in other letters', `$gpo = Open-NetGPO contoso.com\\Clients\nNew-NetFirewallRule ${RULE} -gpoSession $gpo\n${SAVE}`, '-gpoSession $gpo'],
    ['by the settings alone', "Set-NetFirewallProfile -Profile Domain -DefaultInboundAction Block -PolicyStore 'contoso.com\\Clients'\n", "-PolicyStore 'contoso.com\\Clients'"],
    ['of two stores that of the last', `New-NetFirewallRule ${RULE}\nNew-NetFirewallRule -Name b ${RULE} -PolicyStore contoso.com\\Clients\n`, '-PolicyStore contoso.com\\Clients'],
  ])('%s', async (_, script, store) => {
    const { head, lines } = await remedy('clients.ps1', script)
    expect(lines.endsWith(` ${store}`)).toBe(true)
    expect(head).toBe(script.includes(SAVE) ? 'Add to clients.ps1, above Save-NetGPO:' : 'Add to clients.ps1:')
    expect((await found('clients.ps1', script.replace(SAVE, '') + `${lines}\n` + (script.includes(SAVE) ? SAVE : ''))).filter(f => f.requirements.length > 0)).toEqual([])
  })
  test('and a rule for the machine itself names no store', async () => {
    expect((await remedy('clients.ps1', `New-NetFirewallRule ${RULE}\n`)).lines).not.toMatch(/-PolicyStore|-GPOSession/)
  })
  test('of a report by its domain and name, and by nothing where the domain is not known', async () => {
    const report = (domain: string): string => `<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Identifier>${domain}</Identifier>
<Name>Base of clients</Name><Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q2="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xsi:type="q2:WindowsFirewallSettings">
<q2:InboundFirewallRules><q2:Version>2.29</q2:Version><q2:Action>Allow</q2:Action><q2:Name>Base</q2:Name><q2:Dir>In</q2:Dir><q2:Protocol>6</q2:Protocol><q2:LPort>9999</q2:LPort><q2:Active>true</q2:Active></q2:InboundFirewallRules>
</Extension></ExtensionData></Computer></GPO>`
    const known = await remedy('gpreport.xml', report('<Domain xmlns="http://www.microsoft.com/GroupPolicy/Types">contoso.com</Domain>'))
    expect(known.lines).toMatch(/ -PolicyStore 'contoso\.com\\Base of clients'$/)
    const domain = '<Domain xmlns="http://www.microsoft.com/GroupPolicy/Types">contoso.com</Domain>'
    // A report is data: what looks like code in it is none in the line that a person pastes.
    const hostile = report(domain).replace('<Name>Base of clients', '<Name>$(calc)').replace('<q2:Name>Base', '<q2:Name>Base -PolicyStore (calc)')
    expect((await remedy('gpreport.xml', hostile)).lines).toMatch(/ -PolicyStore 'contoso\.com\\\$\(calc\)'$/)
    const unknown = await remedy('gpreport.xml', report(''))
    expect(unknown.head).toBe('Add a rule like this in the GPO "Base of clients" (PowerShell, with -PolicyStore):')
    expect(unknown.lines).not.toContain('-PolicyStore')
  })
  test('also where a tool runs the script', async () => {
    const text = `- hosts: all\n  tasks:\n    - win_shell: |\n        New-NetFirewallRule ${RULE} -PolicyStore contoso.com\\Clients\n`
    expect((await remedy('site.yml', text)).lines).toMatch(/ -PolicyStore 'contoso\.com\\Clients'$| -PolicyStore contoso\.com\\Clients$/)
  })
  test('in Korean', async () => {
    const script = `$gpo = Open-NetGPO contoso.com\\Clients\nNew-NetFirewallRule ${RULE} -GPOSession $gpo\n${SAVE}`
    expect((await remedy('clients.ps1', script, undefined, 'ko')).head).toBe('clients.ps1의 Save-NetGPO 위에 추가하십시오:')
  })
})

describe('a rule to add has the shape of the file', () => {
  test('a script for netsh -f has no program in front, and percent signs as they are', async () => {
    const script = 'advfirewall firewall add rule name=Base dir=in action=allow protocol=TCP localport=9999 program=C:\\base.exe\r\n'
    const { lines } = await remedy('rules.txt', script)
    expect(lines).toMatch(/^advfirewall firewall add rule .* program="%SystemRoot%\\CCM/)
  })
  test('a registry file of settings alone gets the key of the rules too', async () => {
    const file = (key: string): string => `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\${key}\\DomainProfile]\r\n"EnableFirewall"=dword:00000001\r\n`
    const keys = ['SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy', 'SOFTWARE\\Policies\\Microsoft\\WindowsFirewall']
    for (const key of keys) {
      const { lines } = await remedy('fw.reg', file(key))
      expect(lines.startsWith(`[HKEY_LOCAL_MACHINE\\${key}\\FirewallRules]\n"`)).toBe(true)
      expect((await found('fw.reg', `${file(key)}\r\n${lines}\r\n`)).filter(f => f.requirements.length > 0)).toEqual([])
      expect((await remedy('fw.reg', `${file(key)}[HKEY_LOCAL_MACHINE\\${key}\\FirewallRules]\r\n`)).lines.startsWith('"CM-')).toBe(true)
    }
  })
  test('as does one whose last key is another', async () => {
    const [rules, logging] = ['FirewallRules', 'DomainProfile\\Logging'].map(name => `[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\${name}]\r\n`)
    const file = `Windows Registry Editor Version 5.00\r\n\r\n${rules}"Base"="v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=9999|App=C:\\\\base.exe|Name=Base|"\r\n\r\n${logging}"LogFileSize"=dword:00001000\r\n`
    const { lines } = await remedy('fw.reg', file)
    expect(lines.startsWith(`${rules?.trim()}\n"CM-`)).toBe(true)
    expect((await found('fw.reg', `${file}\r\n${lines}\r\n`)).filter(f => f.requirements.length > 0)).toEqual([])
  })
  test('and for several rules once', async () => {
    const file = 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile]\r\n"EnableFirewall"=dword:00000001\r\n'
    const { lines } = await remedy('fw.reg', file, ['wake-up-proxy'])
    expect(lines.split('\n').map(line => line[0])).toEqual(['[', '"', '"'])
  })
  test('as far to the right as the list of a YAML file', async () => {
    const text = 'rules:\n  - name: Base\n    direction: inbound\n    action: allow\n    protocol: tcp\n    localPorts: [9999]\n    program: base.exe\n'
    const { lines } = await remedy('rules.yaml', text)
    expect(lines).toMatch(/^ {2}- id: .*\n {4}name: /)
    expect(await found('rules.yaml', `${text}${lines}\n`)).toEqual([])
  })
  test('objects with commas between them in a JSON file', async () => {
    const text = '{ "rules": [\n  { "name": "Base", "direction": "inbound", "action": "allow", "protocol": "tcp", "localPorts": ["9999"], "program": "base.exe" }\n] }\n'
    const { lines } = await remedy('rules.json', text, ['wake-up-proxy'])
    expect(JSON.parse(`[${lines}]`)).toHaveLength(2)
    const after = await found('rules.json', text.replace('\n] }', `,\n${lines}\n] }`), ['wake-up-proxy'])
    expect(after.map(f => f.code)).not.toContain('file-unreadable')
  })
  test('a rule of an endpoint protection profile', async () => {
    const profile = (more: string): string => `{ "@odata.type": "#microsoft.graph.windows10EndpointProtectionConfiguration", "firewallRules": [
  { "displayName": "Base", "trafficDirection": "in", "action": "allowed", "protocol": 6, "localPortRanges": ["9999"], "filePath": "C:\\\\base.exe" }${more}
] }`
    const { lines } = await remedy('profile.json', profile(''))
    expect(JSON.parse(lines)).toMatchObject({ trafficDirection: 'in', protocol: 6, localPortRanges: ['2701'], profileTypes: 'domain' })
    expect(await found('profile.json', profile(`,\n${lines}`))).toEqual([])
  })
  test('the settings of a custom profile', async () => {
    const node = (name: string, value: string): string => JSON.stringify({ '@odata.type': '#microsoft.graph.omaSettingString', omaUri: `./Vendor/MSFT/Firewall/MdmStore/FirewallRules/Base/${name}`, value })
    const profile = (more: string): string => `{ "omaSettings": [${node('Direction', 'IN')}, ${node('Action/Type', '1')}, ${node('Enabled', 'true')}, ${node('Protocol', '6')}, ${node('LocalPortRanges', '9999')}, ${node('App/FilePath', 'C:\\base.exe')}${more}] }`
    const { head, lines } = await remedy('custom.json', profile(''))
    expect(head).toBe('Add to custom.json:')
    expect(await found('custom.json', profile(`, ${lines}`))).toEqual([])
  })
})

describe('what is added', () => {
  const BLOCKED = 'Set-NetFirewallProfile -Profile Domain -DefaultOutboundAction Block\n'
  test('holds every rule that the finding asks for', async () => {
    const features = ['client-requests', 'client-push', 'software-updates', 'peer-cache', 'branchcache', 'delivery-optimization', 'windows-infrastructure', 'active-directory', 'client-shares', 'queries', 'osd-pxe']
    const { lines } = await remedy('a.ps1', BLOCKED, features)
    expect(lines.split('\n').length).toBeGreaterThan(12)
    expect((await found('a.ps1', `${BLOCKED}${lines}\n`, features)).filter(f => f.reason === 'default-outbound-block')).toEqual([])
  })
  test('holds no rule that another one of it covers', async () => {
    const { lines } = await remedy('a.ps1', BLOCKED, ['client-requests', 'delivery-optimization', 'connected-cache', 'cloud-management-gateway'])
    expect((await found('a.ps1', `${BLOCKED}${lines}\n`, ['client-requests'])).filter(f => f.code === 'rule-shadowed')).toEqual([])
    expect(lines).toContain('-RemotePort 80,443')
  })
  test('takes no name that a rule of the policy has already', async () => {
    const own = "New-NetFirewallRule -Name 'CM-remote-control-in' -DisplayName 'Remote control' -Direction Inbound -Action Allow -Protocol UDP -LocalPort 2702 -Profile Domain\n"
    expect((await remedy('a.ps1', own)).lines).toContain("-Name 'CM-remote-control-in-2'")
  })
})

test('a disabled rule is nearer than one for the other direction', async () => {
  const rule = (direction: string, more: string): string =>
    `New-NetFirewallRule -DisplayName 'SMB ${direction}' -Direction ${direction} -Action Allow -Protocol TCP ${direction === 'Inbound' ? '-LocalPort' : '-RemotePort'} 445 -Profile Domain${more}\n`
  const findings = await found('a.ps1', rule('Inbound', ' -Enabled False') + rule('Outbound', ''), ['client-push'])
  expect(findings.find(f => f.requirements.includes('push-smb-in'))?.remedy).toBe('Enable the rule "SMB Inbound".')
})
