import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/index.ts'
import { lint } from '../../src/lint.ts'
import type { Finding } from '../../src/model/types.ts'
import { sourceText } from '../../src/text/source-file.ts'

type Files = readonly (readonly [path: string, text: string])[]
/** What is told of needs (and of `codes`) on machines that get these layers. */
async function told(files: Files, { features = 'remote-control', role = 'client', site = '', profiles = 'domain', codes = [] as readonly string[] } = {}): Promise<readonly Finding[]> {
  const config = await parseConfig(sourceText('.configmgr-firewall.yml', `version: 1
features: [${features}]
targets: [{ name: all, role: ${role}, profiles: [${profiles}], layers: [${files.map(([path]) => path).join(', ')}] }]
${site}`))
  const options = { today: '2026-06-01', locale: 'en' as const, version: '1.0.0' }
  const { report } = await lint({ files: files.map(([path, text]) => sourceText(path, text)), unreadable: [], config, options })
  return report.findings.filter(f => f.code.startsWith('requirement-') || codes.includes(f.code))
}
const one = async (...given: Parameters<typeof told>): Promise<Finding | undefined> => {
  const found = await told(...given)
  expect(found).toHaveLength(1)
  return found[0]
}
const RULE = 'New-NetFirewallRule -Name RC -DisplayName RC -Direction Inbound -Action Allow -Protocol TCP -LocalPort 2701'
const BLOCK = 'New-NetFirewallRule -Name B -DisplayName B -Direction Inbound -Action Block -Protocol TCP -LocalPort 2000-3000'
const POLICY = 'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\'
const CONSOLE = 'site: { systems: { console: [192.0.2.0/24] } }'

describe('the rule that would have to change in two things', () => {
  test.each([
    ['-Enabled False -Profile Private', '', 'the rule "RC" is disabled and does not apply on the Domain profile.', 'Enable the rule "RC". Add the Domain profile to "RC".'],
    ['-Enabled False -RemoteAddress 198.51.100.7', CONSOLE, 'the rule "RC" is disabled and leaves the other end out of its remote addresses.', 'Enable the rule "RC". Add 192.0.2.0/24 to the remote addresses of "RC".'],
  ])('%s', async (more, site, why, remedy) => {
    const finding = await one([['a.ps1', `${RULE} ${more}\n`]], { site })
    expect(finding?.reason).toBe('disabled-rule')
    expect(finding?.message.endsWith(why)).toBe(true)
    expect(finding?.remedy).toBe(remedy)
  })
  test('one thing stays one thing', async () => {
    expect((await one([['a.ps1', `${RULE} -Enabled False\n`]]))?.message).toMatch(/the rule "RC" would allow it, but is disabled\.$/)
  })
  test('a rule of another direction and protocol is no near miss', async () => {
    const rule = 'New-NetFirewallRule -Name O -DisplayName O -Direction Outbound -Action Allow -Protocol TCP -LocalPort 49152-65535 -Program C:\\a.exe\n'
    const found = await told([['a.ps1', rule]], { features: 'osd-multicast', role: 'distribution-point' })
    expect(found.filter(f => f.message.includes('63000')).map(f => f.reason)).toEqual(['no-rule'])
  })
})

describe('a rule for some program, where nobody says what listens', () => {
  const spooler = (enabled: string, program: string): Files => [['a.ps1', `New-NetFirewallRule -Name E -DisplayName E -Protocol TCP -LocalPort RPCEPMap
New-NetFirewallRule -Name S -DisplayName S -Protocol TCP -LocalPort RPC -Enabled ${enabled}${program}\n`]]
  const rpc = async (files: Files): Promise<Finding | undefined> =>
    (await told(files, { features: 'content-distribution', role: 'distribution-point' })).find(f => f.message.includes('RPC dynamic'))
  test('is not told to be all that is missing', async () => {
    const finding = await rpc(spooler('False', ' -Program C:\\Windows\\System32\\spoolsv.exe -Service Spooler'))
    expect(finding?.message).toMatch(/the rule "E" opens TCP 135, which is not enough\.$/)
    expect(finding?.remedy).toContain('-LocalPort RPC')
  })
  test('and one for any program is', async () => {
    expect((await rpc(spooler('False', '')))?.remedy).toBe('Enable the rule "S".')
    expect(await rpc(spooler('True', ''))).toBeUndefined()
  })
})

describe('what would still stop the traffic after the mending is told with it', () => {
  test.each([
    ['a rule is missing', `${BLOCK}\n`, /^Narrow the block rule "B" as well so that it spares the ConfigMgr console, or remove it: no allow rule wins over it\.\nAdd to a\.ps1:\n/],
    ['a rule is disabled', `${RULE} -Enabled False\n${BLOCK}\n`, /^Enable the rule "RC"\. Narrow the block rule "B" as well so that/],
    ['a second block', `${RULE}\n${BLOCK}\n${BLOCK.replaceAll(' B ', ' B2 ')}\n`, /^Narrow "B" and "B2" so that they spare the ConfigMgr console, or remove them; no allow rule wins over them\.$/],
    ['all is blocked', 'Set-NetFirewallProfile -Profile Domain -DefaultInboundAction Block -AllowInboundRules False\n', /^Turn off "Block all connections" .* as well: it stops what rules allow\.\nAdd to a\.ps1:\n/],
  ])('%s', async (_, text, remedy) => {
    expect((await one([['a.ps1', text]]))?.remedy).toMatch(remedy)
  })
  test('a block rule is pointed at', async () => {
    expect((await one([['a.ps1', `${BLOCK}\n`]]))?.related.map(r => r.message)).toEqual(['"B" blocks it too.'])
  })
  test('and nothing of a block rule for something else', async () => {
    expect((await one([['a.ps1', `${BLOCK.replace('2000-3000', '3000-4000')}\n`]]))?.remedy).toMatch(/^Add to a\.ps1:\n/)
  })
})

describe('a rule for Wi-Fi Direct or proximity links lets nothing of a site in', () => {
  const rule = (more: string): Files => [['a.reg', `${POLICY}FirewallRules]\n"A"="v2.30|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|${more}Name=RC|"\n`]]
  test.each(['TTK2_27=WFDKmDriver|', 'TTK=ProxApps|'])('%s', async more => {
    expect((await one(rule(more)))?.code).toBe('requirement-missing')
  })
  test('by its cmdlet parameter', async () => {
    expect((await one([['a.ps1', `${RULE} -DynamicTarget WifiDirectDevices\n`]]))?.code).toBe('requirement-missing')
    expect(await told([['a.ps1', `${RULE} -DynamicTarget Any\n`]])).toEqual([])
  })
  test('another condition stays open', async () => {
    expect((await one(rule('NNm=contoso|')))?.code).toBe('requirement-unverifiable')
    expect(await told(rule(''))).toEqual([])
  })
})

describe('where Windows ignores local rules, a missing rule belongs into the policy', () => {
  const merge = (value: number): Files => [['a.reg', `${POLICY}DomainProfile]\n"AllowLocalPolicyMerge"=dword:0000000${value}\n`], ['b.ps1', `${RULE.replace('2701', '5985')}\n`]]
  test('and not into the script that is ignored', async () => {
    expect((await one(merge(0)))?.remedy).toMatch(/^Add to a\.reg:\n/)
  })
  test('where they count, into the last file', async () => {
    expect((await one(merge(1)))?.remedy).toMatch(/^Add to b\.ps1:\n/)
  })
})

describe('two findings that ask for one rule', () => {
  const SMB = /(New-NetFirewallRule .* -LocalPort 445.*)/
  const remedies = async (site: string): Promise<string[]> =>
    [...await told([['a.ps1', `${RULE}\n`]], { features: 'client-push, group-policy-install', site })].sort((a, b) => a.severity.localeCompare(b.severity)).map(f => f.remedy).filter(text => SMB.test(text))
  test('offer the same one, and one of them says so', async () => {
    const [first = '', second = ''] = await remedies('')
    expect(second).toMatch(/^Another finding asks for "ConfigMgr client-push \(TCP 445\)" too: add it once\.\nAdd to a\.ps1:\n/)
    expect(SMB.exec(second)?.[1]).toBe(SMB.exec(first)?.[1])
    expect(first).toMatch(/^Add to a\.ps1:\n/)
  })
  test('a wider one says what it makes needless', async () => {
    const [, second] = await remedies('site: { systems: { site-server: [192.0.2.5] } }')
    expect(second).toMatch(/^"ConfigMgr client-push \(TCP 445\)" of another finding is not needed besides this\.\nAdd to a\.ps1:\n/)
  })
})

test.each([
  ['Windows Management Instrumentation', '-34251', 0], ['Remote Event Log Management', '-29252', 1], ['File and Printer Sharing (Restrictive)', '-28672', 1],
])('of the group %s the RPC rule is for its own service', async (_, group, count) => {
  const found = await told([['a.ps1', `${RULE.replace('2701', '445,135')}\nEnable-NetFirewallRule -Group '@FirewallAPI.dll,${group}'\n`]], { features: 'client-push' })
  expect(found.filter(f => f.requirements.includes('push-wmi-in'))).toHaveLength(count)
})
test.each([['Any', ''], ['TCP', 'TCP '], ['UDP', 'UDP ']])('a rule that is too broad says of which protocol: %s', async (protocol, said) => {
  const rule = `New-NetFirewallRule -Name W -DisplayName W -Direction Inbound -Action Allow -Protocol ${protocol}\n`
  expect((await told([['a.ps1', rule]], { codes: ['rule-too-broad'] })).find(f => f.code === 'rule-too-broad')?.message).toBe(`The rule "W" lets all inbound ${said}traffic in: any port, from any address, for any program.`)
})
test('profiles are counted', async () => {
  expect((await one([['a.ps1', `${RULE} -Profile Domain\n`]], { profiles: 'domain, private, public' }))?.remedy).toBe('Add the Private and Public profiles to "RC".')
})
test('an inbound default of allow is not told where all inbound is blocked', async () => {
  const policy = (shields: number): Files => [['a.reg', `${POLICY}DomainProfile]\n"DefaultInboundAction"=dword:00000000\n"DoNotAllowExceptions"=dword:0000000${shields}\n`]]
  expect((await told(policy(1), { codes: ['firewall-off'] })).map(f => f.code)).toEqual(['requirement-blocked'])
  expect((await told(policy(0), { codes: ['firewall-off'] })).map(f => f.code)).toEqual(['firewall-off'])
})
