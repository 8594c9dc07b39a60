import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/config/index.ts'
import { lint } from '../../src/lint.ts'
import type { Finding } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { SAMPLES } from '../formats/samples.ts'

/** What is found in one file on a client, without a config. */
async function findings(path: string, content: string | Uint8Array, locale: 'en' | 'ko' = 'en', feature = 'remote-control'): Promise<readonly Finding[]> {
  const options = { today: '2026-06-01', locale, version: '1.0.0', features: feature.split(',') }
  const { report } = await lint({ files: [sourceFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)], unreadable: [], config: undefined, options })
  return report.findings.filter(({ requirements }) => requirements.length > 0)
}

test('where no rule comes near, no line is shown as if it were at fault', async () => {
  const shown = async (text: string): Promise<(string | undefined)[]> => {
    const { report, excerpt } = await lint({ files: [sourceText('a.ps1', text)], unreadable: [], config: undefined, options: { today: '2026-06-01', locale: 'en', version: '1.0.0', features: ['remote-control'] } })
    return report.findings.filter(f => f.code === 'requirement-missing').map(finding => excerpt(finding)?.lines[0])
  }
  const rule = (port: number): string => `New-NetFirewallRule -DisplayName A -Direction Inbound -Action Allow -Protocol TCP -LocalPort ${port}`
  expect(await shown(`${rule(9999)}\n`)).toEqual([undefined])
  expect(await shown(`${rule(2701)} -Enabled False\n`)).toEqual([`${rule(2701)} -Enabled False`])
})

test('a dump in the code page of a console is shown as its readers see it', async () => {
  const dump = ['', 'Regelname:                            Öffnung für CM', '-'.repeat(70), 'Aktiviert:                            Nein', 'Richtung:                             Eingehend',
    'Profile:                              Domäne', 'Gruppierung:                          ', 'Lokales IP:                           Beliebig', 'Remote-IP:                            Beliebig',
    'Protokoll:                            TCP', 'Lokaler Port:                         2701', 'Remoteport:                           Beliebig', 'Edgeausnahme:                         Nein',
    'Aktion:                               Zulassen', '', 'OK.', ''].join('\r\n')
  const cp850 = Buffer.from(dump.replaceAll('ä', '\x84').replaceAll('ü', '\x81').replaceAll('Ö', '\x99'), 'latin1')
  const { report, excerpt } = await lint({ files: [sourceFile('rules.txt', cp850)], unreadable: [], config: undefined, options: { today: '2026-06-01', locale: 'en', version: '1.0.0', features: ['remote-control'] } })
  expect(report.findings.filter(f => f.reason === 'disabled-rule').map(finding => excerpt(finding)?.lines[0])).toEqual(['Regelname:                            Öffnung für CM'])
})

test('several features need, one needs', async () => {
  const message = async (feature: string): Promise<string | undefined> =>
    (await findings('a.ps1', 'Set-NetFirewallProfile -Profile Domain -DefaultOutboundAction Block\n', 'en', feature)).find(f => f.reason === 'default-outbound-block')?.message
  expect(await message('client-requests')).toContain('Client requests to the site (policy, status, inventory) needs outbound TCP ')
  expect(await message('client-requests,client-notification')).toContain(' and Client notification (the fast channel) need outbound TCP ')
})

describe('one missing rule is one finding', () => {
  const SCRIPT = 'Set-NetFirewallProfile -Profile Domain -Enabled True -DefaultInboundAction Block -DefaultOutboundAction Allow\n'
  const missing = async (role: string, features: string, more = ''): Promise<readonly Finding[]> => {
    const config = await parseConfig(sourceText('.configmgr-firewall.yml', `version: 1
features: [${features}]
targets: [{ name: all, role: ${role}, profiles: [domain], layers: [a.ps1] }]
${more}`))
    const options = { today: '2026-06-01', locale: 'en' as const, version: '1.0.0' }
    const { report } = await lint({ files: [sourceText('a.ps1', SCRIPT)], unreadable: [], config, options })
    return report.findings
  }
  const SMB = /needs? inbound TCP 445 from/

  test('whoever is at the other end, and whatever brought it up', async () => {
    const found = (await missing('site-server', 'site-system-management, site-to-site')).filter(f => SMB.test(f.message))
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain('Management of site systems by the site server and Site to site need inbound TCP 445 from the management point, ')
    expect(found[0]?.message).toMatch(/ and \d other roles: no rule allows it on the Domain profile\.$/)
    expect(found[0]?.requirements).toContain('management-point-site-server-smb')
    expect(found[0]?.requirements).toContain('site-server-site-server-smb')
    expect(found[0]?.remedy.split('\n')).toHaveLength(2)
  })
  test('those with known addresses apart, with all of them in the scope', async () => {
    const found = (await missing('site-server', 'site-system-management', `site:
  systems: { management-point: [10.0.0.1], software-update-point: [10.0.0.2], state-migration-point: [10.0.1.7] }
`)).filter(f => SMB.test(f.message))
    expect(found).toHaveLength(2)
    const [scoped, open] = found[0]?.remedy.includes('-RemoteAddress') ? found : [...found].reverse()
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.1.7']) expect(scoped?.remedy).toContain(address)
    expect(scoped?.message).toContain(' from the management point, the software update point and the state migration point: ')
    expect(open?.remedy).not.toContain('-RemoteAddress')
  })
  test('but what an exception names stays alone, and only that is hidden', async () => {
    const found = await missing('site-server', 'site-system-management, site-to-site', `ignore:
  - { code: requirement-missing, requirement: site-server-site-server-smb, reason: one site, expires: 2027-01-01 }
`)
    const smb = found.filter(f => SMB.test(f.message))
    expect(smb).toHaveLength(1)
    expect(smb[0]?.requirements).toContain('management-point-site-server-smb')
    expect(smb[0]?.requirements).not.toContain('site-server-site-server-smb')
  })
  test('a warning does not become an error through it', async () => {
    const found = (await missing('site-server', 'site-system-management, client-push')).filter(f => SMB.test(f.message))
    expect(found.map(f => [f.severity, f.requirements.includes('push-fps-out')])).toEqual(expect.arrayContaining([['error', false], ['warning', true]]))
  })
  test('of two transports that are each enough, it names both and offers HTTPS', async () => {
    const [found, ...more] = await missing('management-point', 'cloud-management-gateway, content-status')
    expect(more).toEqual([])
    expect(found?.message).toContain(' need inbound TCP 80 or TCP 443 from ')
    expect(found?.remedy).toMatch(/-LocalPort 443\b/)
    expect(found?.remedy).not.toMatch(/-LocalPort 80\b/)
  })
  test('no rule is offered that another one covers, and no name twice', async () => {
    const [remedy = ''] = (await missing('distribution-point', 'content-distribution, distribution-point-host')).filter(f => f.message.includes('RPC dynamic')).map(f => f.remedy)
    const names = [...remedy.matchAll(/-Name '([^']+)'/g)].map(([, name]) => name)
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(2)
  })
})

describe('a netsh dump', () => {
  const dump = (action: string, verbose: boolean): string => `\r\n${[
    ['Rule Name', 'CM remote control'], ['Enabled', 'Yes'], ['Direction', 'In'], ['Profiles', 'Domain,Private,Public'], ['Grouping', ''], ['LocalIP', 'Any'], ['RemoteIP', 'Any'],
    ['Protocol', 'TCP'], ['LocalPort', '2701'], ['RemotePort', 'Any'], ['Edge traversal', 'No'],
    ...(verbose ? [['InterfaceTypes', 'Any'], ['Security', 'NotRequired'], ['Rule source', 'Local Setting']] : []), ['Action', action],
  ].map(([label, value], i) => `${`${label}:`.padEnd(38)}${value}\r\n${i === 0 ? `${'-'.repeat(70)}\r\n` : ''}`).join('')}\r\nOk.\r\n`

  const both = (verbose: boolean): string => dump('Allow', true).replace(/Ok\.\r\n$/, '') + dump('Block', verbose)

  test('that is verbose meets and blocks needs', async () => {
    expect(await findings('rules.txt', dump('Allow', true))).toEqual([])
    expect(await findings('rules.txt', both(true))).toMatchObject([{ code: 'requirement-blocked', reason: 'block-rule' }])
  })
  test('that is not verbose leaves a need open, and says what to do', async () => {
    const [finding, ...more] = await findings('rules.txt', dump('Allow', false))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'requirement-unverifiable', severity: 'notice', location: { path: 'rules.txt', line: 2 } })
    expect(finding?.message).toContain('(rule "CM remote control"): this dump does not show the program and service of the rule.')
    expect(finding?.remedy).toContain('netsh advfirewall firewall show rule name=all verbose')
    expect((await findings('rules.txt', dump('Allow', false), 'ko'))[0]?.remedy).toContain('netsh advfirewall firewall show rule name=all verbose')
  })
  test('that is not verbose does not make a block rule void', async () => {
    expect(await findings('rules.txt', both(false))).toMatchObject([{ code: 'requirement-unverifiable' }])
  })
})

describe('where a missing rule is added', () => {
  /** The first line of the remedy for the wake-up proxy, of which no sample has a rule. */
  const remedyIn = async (path: string, content: string | Uint8Array, locale: 'en' | 'ko' = 'en'): Promise<string | undefined> => {
    const found = await findings(path, content, locale, 'wake-up-proxy')
    expect(found[0]).toMatchObject({ code: 'requirement-missing' })
    return found[0]?.remedy.split('\n')[0]
  }
  const gpo = 'Add a rule like this in the GPO "CM clients" (PowerShell, with -PolicyStore):'
  const origin = (file: string): string => `Add a rule like this where ${file} comes from (PowerShell):`
  const own = (file: string): string => `Add a rule like this to ${file}, in the words of that file (here as PowerShell):`
  const EXPECTED: Readonly<Record<string, string>> = {
    'registry-pol': 'Add to registry.pol:', reg: 'Add to rules.reg:', 'lgpo-text': 'Add to policy.txt:', powershell: 'Add to registry.ps1:', netsh: 'Add to registry.cmd:',
    'intune-json': 'Add to oma-uri.json:', 'rules-yaml': 'Add to rules.yml:',
    'gpreport-xml': gpo, 'gpo-html': gpo,
    wfw: origin('policy.wfw'), 'policy-rules': origin('cm.PolicyRules'), 'gpp-registry': origin('Registry.xml'), 'netsh-dump': origin('rules.txt'), 'wf-export': origin('Inbound Rules.txt'),
    'net-firewall-rule-json': origin('rules.json'), 'net-firewall-rule-csv': origin('rules.csv'), clixml: origin('rules.xml'), 'firewall-csp': origin('syncml.xml'), 'dsc-mof': origin('CLIENT01.mof'),
    'dsc-powershell': own('clients.ps1'), ansible: own('tasks.yml'), puppet: own('rules.pp'), chef: own('firewall.rb'), salt: own('firewall.sls'),
  }
  const first = SAMPLES.filter(({ format }, i) => SAMPLES.findIndex(s => s.format === format) === i)
  test.each(first.map(sample => [sample.format, sample] as const))('%s', async (format, { path, bytes }) => {
    expect(await remedyIn(path, bytes)).toBe(EXPECTED[format])
  })
  test('in Korean', async () => {
    const remedyOf = (format: string): Promise<string | undefined> => {
      const sample = SAMPLES.find(s => s.format === format)
      return remedyIn(sample?.path ?? '', sample?.bytes ?? '', 'ko')
    }
    expect(await remedyOf('reg')).toBe('rules.reg에 추가하십시오:')
    expect(await remedyOf('gpo-html')).toBe('GPO "CM clients"에 다음과 같은 규칙을 추가하십시오(PowerShell, -PolicyStore 사용):')
    expect(await remedyOf('wfw')).toBe('policy.wfw 파일을 내보낸 원본에 다음과 같은 규칙을 추가하십시오(PowerShell):')
    expect(await remedyOf('ansible')).toBe('tasks.yml에 다음과 같은 규칙을 그 파일의 형식으로 추가하십시오(여기서는 PowerShell):')
  })
})

test('what is needed, in both languages', async () => {
  const { path = '', bytes = '' } = SAMPLES.find(({ format }) => format === 'reg') ?? {}
  const said = async (locale: 'en' | 'ko'): Promise<string | undefined> => (await findings(path, bytes, locale, 'wake-up-proxy'))[0]?.message
  expect(await said('en')).toBe('Wake-up proxy needs inbound UDP 25536 from another client: no rule allows it on the Domain profile.')
  expect(await said('ko')).toBe('절전 모드 해제 프록시 기능에는 네트워크의 다른 ConfigMgr 클라이언트에서 오는 인바운드 UDP 25536 트래픽이 필요합니다: 도메인 프로필에서 이를 허용하는 규칙이 없습니다.')
})

describe('a remedy', () => {
  /** What is found in one script on one target, which the config describes. */
  const judged = async (script: string, target: string, site: string): Promise<readonly Finding[]> => {
    const config = await parseConfig(sourceText('.configmgr-firewall.yml', `version: 1\nsite: { ${site} }\ntargets:\n  - { name: T, layers: [rules.ps1], ${target} }\n`))
    const { report } = await lint({ files: [sourceText('rules.ps1', script)], unreadable: [], config, options: { today: '2026-06-01', locale: 'en', version: '1.0.0' } })
    return report.findings
  }
  const BLOCKED = 'Set-NetFirewallProfile -Name Domain -DefaultOutboundAction Block\n'
  const allow = (name: string, rest: string): string => `New-NetFirewallRule -Name ${name} -DisplayName ${name} -Action Allow -Profile Domain -Protocol TCP ${rest}\n`
  /** The rules that the findings offer, added to the script. */
  const mended = (script: string, found: readonly Finding[]): string =>
    script + found.map(({ remedy }) => `${remedy.split('\n').filter(line => line.startsWith('New-')).join('\n')}\n`).join('')

  test('for a program names one, or it would open every port', async () => {
    const [finding] = await judged(BLOCKED, 'role: console, features: [queries]', 'conditions: [console-host-runs-windows-firewall], systems: { sms-provider: [10.0.10.5] }')
    expect(finding?.remedy).toMatch(/-Program '%ProgramFiles\(x86\)%\\.*\\statview\.exe'/)
  })
  test('is one rule for needs that differ in the peer only', async () => {
    const site = 'communication: [http], systems: { management-point: [10.0.10.6], distribution-point: [10.0.10.8] }'
    const target = 'role: client, features: [client-requests]'
    const found = await judged(BLOCKED, target, site)
    expect(found[0]?.remedy.match(/New-NetFirewallRule/g)).toHaveLength(1)
    expect(found[0]?.remedy).toContain('-RemoteAddress 10.0.10.6,10.0.10.8')
    expect(await judged(mended(BLOCKED, found), target, site)).toEqual([])
  })
  test('opens only what is still closed', async () => {
    const target = 'role: client, features: [delivery-optimization]'
    const script = BLOCKED + allow('Peers', '-LocalPort 7680') + allow('Peers-Out', '-Direction Outbound -RemotePort 7680') + allow('Cloud', '-Direction Outbound -RemotePort 443')
    const found = await judged(script, target, 'conditions: [delivery-optimization-peering]')
    expect(found).toMatchObject([{ code: 'requirement-partial' }])
    expect(found[0]?.remedy).toMatch(/-RemotePort 80$/)
    expect(await judged(mended(script, found), target, 'conditions: [delivery-optimization-peering]')).toEqual([])
  })
  test('for a database names the ports, and the service of a named instance serves them', async () => {
    const target = 'role: sql, features: [site-database]'
    const found = await judged(allow('Engine', '-LocalPort 1433'), target, 'communication: [https]')
    expect(found).toMatchObject([{ code: 'requirement-partial', requirements: ['sql-sqlservr-program'] }])
    expect(found[0]?.message).toContain('TCP 4022')
    expect(found[0]?.remedy).not.toContain('-Service')
    const instance = "-LocalPort 1433,4022 -Service 'MSSQL$CM'"
    expect(await judged(allow('Instance', instance), target, 'communication: [https]')).toEqual([])
    expect(await judged(allow('Other', instance.replace('MSSQL$CM', 'spooler')), target, 'communication: [https]')).not.toEqual([])
  })
})

test.each([['8530, wsus-https: 8531', []], ['8530, wsus-https: 8600', ['warning']], ['8530, wsus-https: 8529', ['error']], ['8530, wsus-https: 443', ['error']], ['80, wsus-https: 443', []]])(
  'the WSUS pair %s', async (pair, severities) => {
    const config = await parseConfig(sourceText('.configmgr-firewall.yml', `version: 1\nsite: { ports: { wsus-http: ${pair} } }\nfeatures: [software-updates]\n`))
    const { report } = await lint({ files: [], unreadable: [], config, options: { today: '2026-06-01', locale: 'en', version: '1.0.0' } })
    expect(report.findings.filter(({ code }) => code === 'site-settings-invalid').map(({ severity }) => severity)).toEqual(severities)
  },
)
