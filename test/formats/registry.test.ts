import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { lgpoText } from '../../src/formats/lgpo-text.ts'
import { policyRules } from '../../src/formats/policy-rules.ts'
import { reg } from '../../src/formats/reg.ts'
import { registryPol } from '../../src/formats/registry-pol.ts'
import { wfw } from '../../src/formats/wfw.ts'
import { neutralRule, placeOf } from '../../src/model/rules.ts'
import type { Format, SourceFile } from '../../src/model/stages.ts'
import type { PolicyFile } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { withoutSource } from './hostile.ts'
import { hiveBytes, type HiveKeyText, pol, polBytes, polRecord, POLICIES, regFile, SERVICE } from './registry-files.ts'

const SMB = 'v2.29|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|LPort=445|RA4=10.20.0.0/255.255.0.0|App=System|Name=CM client push (SMB)|'
const WMI = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=RPC|App=%SystemRoot%\\System32\\svchost.exe|Svc=winmgmt|Name=CM WMI|EmbedCtxt=CM|'
const OLD = 'v2.10|Action=Block|Dir=Out|Protocol=17|RPort=69|Name=Old|'
const SMB_RULE = {
  id: 'CM-SMB', name: 'CM client push (SMB)', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['445'],
  profiles: ['domain'], remoteAddresses: ['10.20.0.0/16'], program: 'System',
}
const WMI_RULE = {
  id: 'CM-WMI', name: 'CM WMI', group: 'CM', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['rpc'],
  program: '%SystemRoot%\\System32\\svchost.exe', service: 'winmgmt',
}
const OLD_RULE = { id: 'Old', name: 'Old', direction: 'outbound', action: 'block', enabled: false, protocol: 'udp', remotePorts: ['69'] }
const SAME = [SMB_RULE, WMI_RULE, OLD_RULE]

const parse = (format: Format, file: SourceFile): PolicyFile => format.parse(file, {})
const rules = ({ parts }: PolicyFile) => parts.flatMap(part => part.rules).map(rule => withoutSource(neutralRule(rule)))
const openings = ({ parts }: PolicyFile) => parts.flatMap(part => part.openings ?? []).map(rule => {
  const { id: _, ...said } = withoutSource(neutralRule(rule))
  return said
})
const profiles = ({ parts }: PolicyFile) => Object.fromEntries(parts.flatMap(part => Object.entries(part.profiles)).map(
  ([profile, settings]) => [profile, Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.value]))],
))
const key = (tail: string): string => `${POLICIES}\\${tail}`

const SAME_RULES: readonly (readonly [Format, SourceFile])[] = [
  [registryPol, pol([{ name: 'CM-SMB', data: SMB }, { name: 'CM-WMI', data: WMI }, { name: 'Old', data: OLD }])],
  [reg, regFile([
    `[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]`,
    `"CM-SMB"="${SMB}"`, `"CM-WMI" = "${WMI.replaceAll('\\', '\\\\')}"  ; comment`, `"Old"="${OLD}"`,
  ])],
  [lgpoText, sourceText('x.txt', [SMB, WMI, OLD].map((text, i) =>
    `Computer\r\n${key('FirewallRules')}\r\n${['CM-SMB', 'CM-WMI', 'Old'][i]}\r\nSZ:${text.replaceAll('\\', '\\\\')}\r\n`).join('\r\n'))],
  [policyRules, sourceText('x.PolicyRules', `<PolicyRules>${[SMB, WMI, OLD].map((text, i) =>
    `<ComputerConfig><Key>${key('FirewallRules')}</Key><Value>${['CM-SMB', 'CM-WMI', 'Old'][i]}</Value><RegType>REG_SZ</RegType><RegData>${text}</RegData><PolicyName>Clients</PolicyName></ComputerConfig>`).join('\n')}</PolicyRules>`)],
  [wfw, sourceFile('x.wfw', hiveBytes({
    name: '{11111111-2222-4333-8444-555555555555}',
    keys: [
      { name: 'ConSecRules', values: [{ name: 'C', data: 'v2.10|Action=Secure|Active=TRUE|Name=c|' }] },
      { name: 'FirewallRules', values: [{ name: 'CM-SMB', data: SMB }, { name: 'CM-WMI', data: WMI }, { name: 'Old', data: OLD }] },
    ],
  }))],
]
test.each(SAME_RULES)('the same rules in every registry format: %#', (format, file) => {
  expect(format.recognises(file)).toBe(true)
  const parsed = parse(format, file)
  expect(parsed.problems).toEqual([])
  expect(rules(parsed)).toEqual(SAME)
  for (const [other] of SAME_RULES) if (other !== format) expect(other.recognises(file)).toBe(false)
})

test.each([registryPol, reg, lgpoText])('what $id writes it reads again', format => {
  const made = parse(registryPol, SAME_RULES[0]?.[1] as SourceFile).parts.flatMap(part => part.rules)
  const written = format.write?.(made) ?? ''
  const file = typeof written === 'string' ? sourceText('x.txt', written) : sourceFile('Machine/registry.pol', written)
  expect(format.recognises(file)).toBe(true)
  expect(rules(parse(format, file))).toEqual(SAME)
  expect(format.ruleWriter?.()?.rule(made[0] as never)).toContain('LPort=445')
})

// --- Policy keys

test('every setting of a profile is read with the value that says it', () => {
  const file = pol([
    { key: POLICIES, name: 'PolicyVersion', data: 543 },
    { key: key('DomainProfile'), name: 'EnableFirewall', data: 1 },
    { key: key('DomainProfile'), name: 'DefaultInboundAction', data: 1 },
    { key: key('DomainProfile'), name: 'DefaultOutboundAction', data: 0 },
    { key: key('domainprofile'), name: 'doNotAllowExceptions', data: 0 },
    { key: key('DomainProfile'), name: 'AllowLocalPolicyMerge', data: 0 },
    { key: key('DomainProfile\\AuthorizedApplications'), name: 'AllowUserPrefMerge', data: 0 },
    { key: key('DomainProfile\\GloballyOpenPorts'), name: 'AllowUserPrefMerge', data: 1 },
  ])
  const parsed = parse(registryPol, file)
  expect(profiles(parsed)).toEqual({ domain: {
    enabled: true, defaultInbound: 'block', defaultOutbound: 'allow', blockAllInbound: false, allowLocalRules: false, allowUserApps: false, allowUserPorts: true,
  } })
  expect(parsed.parts.map(part => part.store)).toEqual(['group-policy'])
  const { defaultOutbound } = parsed.parts[0]?.profiles.domain ?? {}
  expect(placeOf((defaultOutbound as NonNullable<typeof defaultOutbound>).source).key).toBe(`${key('DomainProfile')}\\DefaultOutboundAction`)
})

test('StandardProfile speaks for private and public until either key exists, even an empty one', () => {
  const standard = [{ key: key('StandardProfile'), name: 'EnableFirewall', data: 0 }, { key: key('StandardProfile'), name: 'DefaultOutboundAction', data: 1 }]
  expect(profiles(parse(registryPol, pol(standard)))).toEqual({ private: { enabled: false }, public: { enabled: false } })
  const empty = { key: key('PublicProfile'), name: '', type: 0, data: Buffer.alloc(0) }
  expect(profiles(parse(registryPol, pol([...standard, empty])))).toEqual({})
  const logging = { key: key('PrivateProfile\\Logging'), name: 'LogFileSize', data: 4096 }
  expect(profiles(parse(registryPol, pol([...standard, logging])))).toEqual({})
})

test('in the service key StandardProfile is the private profile', () => {
  const parsed = parse(reg, regFile([`[HKEY_LOCAL_MACHINE\\${SERVICE}\\StandardProfile]`, '"EnableFirewall"=dword:00000000', '"DefaultOutboundAction"=dword:1']))
  expect(parsed.parts.map(part => part.store)).toEqual(['local'])
  expect(profiles(parsed)).toEqual({ private: { enabled: false, defaultOutbound: 'block' } })
})

test('a setting of the wrong type is a problem, not a setting', () => {
  const parsed = parse(registryPol, pol([{ key: key('DomainProfile'), name: 'EnableFirewall', data: '0' }]))
  expect(profiles(parsed)).toEqual({})
  expect(parsed.problems.map(problem => problem.code)).toEqual(['rule-malformed'])
})

// --- Order and deletions

test('a later value of one name replaces the whole rule, whatever the case', () => {
  const parsed = parse(registryPol, pol([{ name: 'cm-smb', data: OLD }, { name: 'CM-SMB', data: SMB }]))
  expect(rules(parsed)).toEqual([SMB_RULE])
})
test('names beyond ASCII compare without case too', () => {
  const parsed = parse(registryPol, pol([{ name: 'Büro', data: OLD }, { name: 'BÜRO', data: SMB }, { name: 'büro', data: 'v2.10|Dir=In|' }]))
  expect(parsed.parts[0]?.rules.map(rule => rule.malformed)).toEqual(['it has no Action'])
})
test('**del removes what stands before it, and says so to lower layers', () => {
  const parsed = parse(registryPol, pol([{ name: 'CM-SMB', data: SMB }, { name: '**del.cm-smb', data: ' ' }, { name: 'Old', data: OLD }, { name: '**Del.Other', data: ' ' }]))
  expect(rules(parsed)).toEqual([OLD_RULE])
  expect(parsed.parts[0]?.changes.map(({ kind, select }) => ({ kind, ids: select.ids }))).toEqual([{ kind: 'remove', ids: ['cm-smb'] }, { kind: 'remove', ids: ['Other'] }])
})
test('**delvals. and **DeleteKeys empty the rules, and what follows stays', () => {
  for (const instruction of [{ name: '**delvals.', data: ' ' }, { key: POLICIES, name: '**DeleteKeys', data: 'FirewallRules' }]) {
    const parsed = parse(registryPol, pol([{ name: 'CM-SMB', data: SMB }, instruction, { name: 'Old', data: OLD }]))
    expect(rules(parsed)).toEqual([OLD_RULE])
    expect(parsed.parts[0]?.changes.map(change => change.kind)).toEqual(['reset'])
  }
})
test('**DeleteValues, **soft. and **SecureKey', () => {
  const profile = key('DomainProfile')
  const parsed = parse(registryPol, pol([
    { key: profile, name: 'EnableFirewall', data: 0 }, { key: profile, name: 'DoNotAllowExceptions', data: 1 },
    { key: profile, name: '**DeleteValues', data: 'EnableFirewall;DoNotAllowExceptions' },
    { key: profile, name: 'EnableFirewall', data: 1 }, { key: profile, name: '**soft.EnableFirewall', data: 0 },
    { key: profile, name: '**SecureKey', data: 1 },
  ]))
  expect(profiles(parsed)).toEqual({ domain: { enabled: true } })
})
test('**soft. leaves a rule alone that is there already', () => {
  const soft = (...records: { name: string; data: string }[]): unknown[] => rules(parse(registryPol, pol(records))).map(rule => rule.localPorts)
  const smb = (port: number): string => SMB.replace('LPort=445', `LPort=${port}`)
  expect(soft({ name: 'A', data: smb(1) }, { name: '**soft.a', data: smb(2) })).toEqual([['1']])
  expect(soft({ name: 'A', data: smb(1) }, { name: '**del.A', data: ' ' }, { name: '**soft.A', data: smb(2) })).toEqual([['2']])
})
test('a protocol that is none is one mistake, not one for each token that hangs on it', () => {
  const { problems } = parse(registryPol, pol([{ name: 'A', data: SMB.replace('Protocol=6', 'Protocol=TCP') }]))
  expect(problems.map(problem => problem.message)).toEqual([expect.stringContaining('"Protocol=TCP"')])
})
test('.reg deletes values and keys', () => {
  const parsed = parse(reg, regFile([
    `[HKEY_LOCAL_MACHINE\\${SERVICE}\\FirewallRules]`, `"A"="${OLD}"`, `"B"="${OLD}"`, '"a"=-',
    `[-HKEY_LOCAL_MACHINE\\${POLICIES}]`, `[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]`, `"CM-SMB"="${SMB}"`,
  ]))
  expect(parsed.parts.map(part => [part.store, part.rules.map(rule => rule.id), part.changes.map(change => change.kind)])).toEqual([
    ['local', ['B'], ['remove']], ['group-policy', ['CM-SMB'], ['reset']],
  ])
})
test('connection security rules are no rules', () => {
  expect(rules(parse(registryPol, pol([{ key: key('ConSecRules'), name: 'C', data: 'v2.10|Action=Secure|Active=TRUE|Name=c|' }])))).toEqual([])
})
test('keys of other stores are passed over', () => {
  const lines = [
    `[HKEY_LOCAL_MACHINE\\${SERVICE}\\RestrictedServices\\AppIso\\FirewallRules]`, `"A"="${OLD}"`,
    `[HKEY_LOCAL_MACHINE\\${SERVICE}\\Mdm\\FirewallRules]`, `"A"="${OLD}"`,
    `[HKEY_CURRENT_USER\\${key('FirewallRules')}]`, `"A"="${OLD}"`,
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]', '"A"="v2.31|x|"',
  ]
  expect(parse(reg, regFile(lines))).toMatchObject({ parts: [], problems: [] })
})
test('keys of a mounted hive and of ControlSet001 count', () => {
  const file = regFile(['[HKEY_LOCAL_MACHINE\\OFFLINE\\ControlSet001\\services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules]', `"Old"="${OLD}"`])
  expect(rules(parse(reg, file))).toEqual([OLD_RULE])
})

// --- Old administrative templates

const tcp = (ports: string[], more: Record<string, unknown> = {}) => ({ direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ports, profiles: ['domain'], ...more })
const echo = (more: Record<string, unknown> = {}) => ({ direction: 'inbound', action: 'allow', enabled: true, protocol: 'icmpv4', icmp: ['8:*'], profiles: ['domain'], ...more })

test('a list of port exceptions opens what it says, with its policy on', () => {
  const list = (enabled: number) => parse(registryPol, pol([
    { key: key('DomainProfile\\GloballyOpenPorts'), name: 'Enabled', data: enabled },
    { key: key('DomainProfile\\GloballyOpenPorts\\List'), name: '**delvals.', data: ' ' },
    ...['2701:TCP:10.0.30.0/24,localsubnet:enabled:CM: remote', '9:UDP:*:Disabled:wake', '445:tcp:*:enabled:x', '99999:TCP:*:enabled:x', '80:TCP:any:enabled:x', '80:ICMP:*:enabled:x']
      .map(text => ({ key: key('DomainProfile\\GloballyOpenPorts\\List'), name: text, data: text })),
  ]))
  const on = list(1)
  expect(rules(on)).toEqual([])
  expect(openings(on)).toEqual([
    tcp(['2701'], { name: 'GloballyOpenPorts 2701:TCP:10.0.30.0/24,localsubnet:enabled:CM: remote', remoteAddresses: ['10.0.30.0/24', 'local-subnet'] }),
    tcp(['9'], { name: 'GloballyOpenPorts 9:UDP:*:Disabled:wake', protocol: 'udp', enabled: false }),
    tcp(['445'], { name: 'GloballyOpenPorts 445:tcp:*:enabled:x' }),
    echo({ name: 'GloballyOpenPorts 445:tcp:*:enabled:x (echo request)' }),
  ])
  expect(on.problems.map(problem => problem.code)).toEqual(['rule-malformed', 'rule-malformed', 'rule-malformed'])
  expect(openings(list(0))).toEqual([])
})
test('a blank spoils the scope of an entry, and one entry that is disabled disables all of its port', () => {
  const list = (...entries: string[]) => parse(registryPol, pol([
    { key: key('DomainProfile\\GloballyOpenPorts'), name: 'Enabled', data: 1 },
    ...entries.map(data => ({ key: key('DomainProfile\\GloballyOpenPorts\\List'), name: data, data })),
  ]))
  const blank = list('2701:TCP:10.0.0.0/8, 10.1.0.0/16:enabled:CM')
  expect([openings(blank), blank.problems.map(p => p.code)]).toEqual([[], ['rule-malformed']])
  const both = list('2701:TCP:*:enabled:A', '2701:TCP:*:disabled:B', '2701:UDP:*:enabled:C')
  expect(openings(both).map(rule => rule.enabled)).toEqual([false, false, true])
})
test('a list of programs opens every port of them', () => {
  const parsed = parse(registryPol, pol([
    { key: key('StandardProfile\\AuthorizedApplications'), name: 'Enabled', data: 1 },
    ...['C:\\CM\\a.exe:*:enabled:A: b', '%windir%\\b.exe:10.0.0.1:enabled:B', 'C:\\CM\\c.exe:*:enabled:C', 'c:\\cm\\C.exe:*:disabled:C']
      .map((text, i) => ({ key: key('StandardProfile\\AuthorizedApplications\\List'), name: String(i), data: text })),
  ]))
  expect(openings(parsed).map(({ program, enabled, remoteAddresses, profiles: p }) => ({ program, enabled, remoteAddresses, p }))).toEqual([
    { program: 'C:\\CM\\a.exe', enabled: true, remoteAddresses: undefined, p: ['private', 'public'] },
    { program: '%windir%\\b.exe', enabled: true, remoteAddresses: ['10.0.0.1'], p: ['private', 'public'] },
    { program: 'C:\\CM\\c.exe', enabled: false, remoteAddresses: undefined, p: ['private', 'public'] },
    { program: 'c:\\cm\\C.exe', enabled: false, remoteAddresses: undefined, p: ['private', 'public'] },
  ])
})
test('file and printer sharing opens four ports when on and shuts them when off', () => {
  const setting = (enabled: number) => openings(parse(registryPol, pol([
    { key: key('DomainProfile\\Services\\FileAndPrint'), name: 'Enabled', data: enabled },
    { key: key('DomainProfile\\Services\\FileAndPrint'), name: 'RemoteAddresses', data: '10.0.0.0/8' },
  ])))
  expect(setting(1)).toEqual([
    tcp(['139', '445'], { name: 'Services\\FileAndPrint', remoteAddresses: ['10.0.0.0/8'] }),
    echo({ name: 'Services\\FileAndPrint (echo request)', remoteAddresses: ['10.0.0.0/8'] }),
    tcp(['137', '138'], { name: 'Services\\FileAndPrint', protocol: 'udp', remoteAddresses: ['10.0.0.0/8'] }),
  ])
  expect(setting(0)).toEqual([
    tcp(['139', '445'], { name: 'Services\\FileAndPrint disabled', action: 'block' }),
    tcp(['137', '138'], { name: 'Services\\FileAndPrint disabled', action: 'block', protocol: 'udp' }),
  ])
})
test('remote administration opens the mapper and 445, nothing dynamic, and shuts nothing', () => {
  const setting = (enabled: number) => openings(parse(registryPol, pol([
    { key: key('DomainProfile\\RemoteAdminSettings'), name: 'Enabled', data: enabled },
    { key: key('DomainProfile\\RemoteAdminSettings'), name: 'RemoteAddresses', data: '*' },
  ])))
  expect(setting(1)).toEqual([tcp(['135', '445'], { name: 'RemoteAdminSettings' }), echo({ name: 'RemoteAdminSettings (echo request)' })])
  expect(setting(0)).toEqual([])
})
test('ICMP settings, and openings of StandardProfile that a newer key switches off', () => {
  const standard = [{ key: key('StandardProfile\\IcmpSettings'), name: 'AllowInboundEchoRequest', data: 1 }, { key: key('StandardProfile\\IcmpSettings'), name: 'AllowRedirect', data: 0 }]
  expect(openings(parse(registryPol, pol(standard)))).toEqual([echo({ name: 'IcmpSettings AllowInboundEchoRequest', profiles: ['private', 'public'] })])
  expect(openings(parse(registryPol, pol([...standard, { key: key('PrivateProfile'), name: 'EnableFirewall', data: 1 }])))).toEqual([])
})

// --- registry.pol as a file

test('a place in registry.pol is the offset of its record and the path of its value', () => {
  const parsed = parse(registryPol, pol([{ key: POLICIES, name: 'PolicyVersion', data: 541 }, { name: 'CM-SMB', data: SMB }]))
  const first = polRecord({ key: POLICIES, name: 'PolicyVersion', data: 541 }).length
  const [rule] = parsed.parts.flatMap(part => part.rules)
  expect(rule && placeOf(rule.source)).toMatchObject({ line: 1, column: 1, offset: 8 + first, key: `${key('FirewallRules')}\\CM-SMB` })
})
test('data may hold brackets and semicolons, and data of odd length moves all that follows', () => {
  const odd = { key: 'Software\\Contoso', name: 'Blob', data: Buffer.from([0x5d, 0, 0x5b, 0, 0x3b]) }
  const tricky = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Name=];[;|'
  const file = pol([{ name: 'A', data: tricky }, odd, { name: 'a', data: SMB }, { name: 'B', data: tricky }, odd, { name: 'C', data: tricky }, { name: '**del.b', data: ' ' }])
  const parsed = parse(registryPol, file)
  expect(parsed.problems).toEqual([])
  expect(parsed.parts[0]?.rules.map(rule => [rule.id, rule.name])).toEqual([['a', 'CM client push (SMB)'], ['C', '];[;']])
})
test('an empty policy is no problem, a wrong head is one', () => {
  expect(parse(registryPol, pol([]))).toMatchObject({ parts: [], problems: [] })
  const version2 = sourceFile('Machine/registry.pol', Buffer.from('PReg\x02\0\0\0', 'latin1'))
  const other = sourceFile('Machine/registry.pol', Buffer.from('Preg'))
  for (const file of [version2, other]) expect(parse(registryPol, file).problems.map(problem => problem.code)).toEqual(['file-unreadable'])
})
test('a record cut short ends the reading, and what stood before it stays', () => {
  const whole = polBytes([{ name: 'CM-SMB', data: SMB }, { name: 'Old', data: OLD }])
  const start = 8 + polRecord({ name: 'CM-SMB', data: SMB }).length
  const parsed = parse(registryPol, sourceFile('Machine/registry.pol', whole.subarray(0, whole.length - 3)))
  expect(rules(parsed)).toEqual([SMB_RULE])
  expect(parsed.problems.map(({ code, source }) => [code, source.start])).toEqual([['file-unreadable', start]])
})
test('the user half holds nothing for the firewall', () => {
  expect(parse(registryPol, pol([{ name: 'CM-SMB', data: SMB }], 'gpo/DomainSysvol/GPO/User/registry.pol')).parts).toEqual([])
})
test('a value that is no text is no rule', () => {
  const parsed = parse(registryPol, pol([{ name: 'CM-SMB', data: 1 }]))
  expect(parsed.parts).toEqual([])
  expect(parsed.problems).toHaveLength(1)
})
test('many rules, many ids and many equal hashes are read in order', () => {
  // 31 * 'a' + 'b' equals 31 * 'b' + 'C': names of such pairs all have one hash.
  const bits = (n: number): string => n.toString(2).padStart(12, '0').replaceAll('0', '!@').replaceAll('1', '"!')
  const records = Array.from({ length: 4096 }, (_, i) => ({ name: bits(i), data: `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=${i}|Name=${i}|` }))
  const parsed = parse(registryPol, pol([...records, ...records.slice(0, 10), { name: `**del.${bits(4095)}`, data: ' ' }]))
  expect(parsed.parts[0]?.rules.map(rule => rule.name)).toEqual(records.slice(0, -1).map((_, i) => String(i)))
})

// --- .reg as a file

test('.reg of every encoding and header', () => {
  const text = `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]\r\n"Büro"="${OLD}"\r\n`
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const ansi = Buffer.from(text.replace('Windows Registry Editor Version 5.00', 'REGEDIT4'), 'latin1')
  for (const bytes of [utf16, Buffer.from(text), Buffer.from(`\ufeff${text}`), ansi]) {
    const file = sourceFile('x.reg', bytes)
    expect(reg.recognises(file)).toBe(true)
    expect(parse(reg, file).parts[0]?.rules.map(rule => rule.id)).toEqual(['Büro'])
  }
})
test('a rule in hexadecimal with continuation lines is read, with its places', () => {
  const hex = (text: string): string => [...Buffer.from(`${text}\0`, 'utf16le')].map(b => b.toString(16).padStart(2, '0')).join(',').replace(/((?:..,){20})/g, '$1\\\r\n  ')
  const bad = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=80,81|Name=n|'
  const file = regFile([`[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]`, `"CM-SMB"=hex(1):${hex(SMB)}`, `"Old"=hex(2):${hex(OLD)}`, `"Bad"=hex(1):${hex(bad)}`])
  const parsed = parse(reg, file)
  expect(rules(parsed).slice(0, 2)).toEqual([SMB_RULE, OLD_RULE])
  const [problem] = parsed.problems
  const byte = file.text.slice((problem as NonNullable<typeof problem>).source.start)
  expect(byte.startsWith('4c,00,')).toBe(true) // the L of LPort
})
test('places count escapes as they stand in the file', () => {
  const line = '"B"="v2.31|Action=Allow|Active=TRUE|Dir=In|App=C:\\\\CM\\\\a.exe|Protocol=6|LPort=80-81|Name=\\"n\\"|"'
  const parsed = parse(reg, regFile([`[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]`, line]))
  const place = placeOf((parsed.problems[0] as NonNullable<(typeof parsed.problems)[0]>).source)
  expect(place.line).toBe(4)
  expect(line.slice(place.column - 1, place.endColumn - 1)).toBe('LPort=80-81')
  expect(parsed.parts[0]?.rules[0]).toMatchObject({ program: 'C:\\CM\\a.exe', name: '"n"' })
})
test('a forgotten quotation mark costs its own line only', () => {
  const parsed = parse(reg, regFile([
    `[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]`, `"A"="${OLD}`, `"CM-SMB"="${SMB}"`, 'nonsense', '"C"', '"D"=dword:xyz', '"E"=hex:zz', `"Old"="${OLD}"`,
  ]))
  expect(rules(parsed)).toEqual([SMB_RULE, OLD_RULE])
  expect(parsed.problems.map(({ source }) => placeOf(source).line)).toEqual([4, 6, 7, 8, 9])
})
test('a text with a line break ends at its quotation mark', () => {
  const parsed = parse(reg, regFile(['[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]', '"Text"="first', '[second', 'third"', `[HKEY_LOCAL_MACHINE\\${key('FirewallRules')}]`, `"Old"="${OLD}"`]))
  expect(rules(parsed)).toEqual([OLD_RULE])
})

// --- LGPO text

test('LGPO deletions, comments, doubled line ends and lines that are none', () => {
  const entry = (name: string, action: string, k = key('FirewallRules')): string => ['Computer', k, name, action, ''].join('\n')
  const text = ['; a comment', entry('CM-SMB', `SZ:${SMB}`), entry('Gone', `SZ:${OLD}`), entry('Gone', 'DELETE'), entry('Other', 'CLEAR'),
    entry('EnableFirewall', 'DWORD:0x1', key('DomainProfile')), ['User', key('FirewallRules'), 'U', `SZ:${OLD}`, ''].join('\n'),
    entry('*', 'CREATEKEY', key('PublicProfile')), entry('EnableFirewall', 'DWORD:0', key('StandardProfile'))].join('\n')
  for (const source of [text, text.replaceAll('\n', '\r\n\r\n')]) {
    const file = sourceText('policy.txt', source)
    expect(lgpoText.recognises(file)).toBe(true)
    const parsed = parse(lgpoText, file)
    expect(rules(parsed)).toEqual([SMB_RULE])
    expect(profiles(parsed)).toEqual({ domain: { enabled: true } })
    expect(parsed.problems).toEqual([])
  }
  const lost = parse(lgpoText, sourceText('policy.txt', `what\nis\nthis\n${entry('CM-SMB', `SZ:${SMB}`)}${entry('X', 'sz:lower')}Computer\n`))
  expect(rules(lost)).toEqual([SMB_RULE])
  expect(lost.problems).toHaveLength(3)
})
test('a place in LGPO text is the token in the fourth line', () => {
  const line = 'SZ:v2.31|Action=Allow|Active=TRUE|Dir=In|App=C:\\\\CM\\\\a.exe|Protocol=6|LPort=80-81|Name=n|'
  const parsed = parse(lgpoText, sourceText('policy.txt', `Computer\n${key('FirewallRules')}\nB\n${line}\n`))
  const place = placeOf((parsed.problems[0] as NonNullable<(typeof parsed.problems)[0]>).source)
  expect(place.line).toBe(4)
  expect(line.slice(place.column - 1, place.endColumn - 1)).toBe('LPort=80-81')
})
test('ordinary text is no LGPO text', () => {
  for (const text of ['', 'Computer\n', 'Computer science\nis\\fun\nfor\nDWORD:1', `${'\n'.repeat(4000)}x`, 'computer\na\\b\nc\nd\n']) {
    expect(lgpoText.recognises(sourceText('x.txt', text))).toBe(false)
  }
})

// --- .PolicyRules

test('user settings, other elements and several GPOs of one .PolicyRules', () => {
  const element = (kind: string, gpo: string, name: string, type: string, data: string, k = key('FirewallRules')): string =>
    `<${kind}><Key>${k}</Key><Value>${name}</Value><RegType>${type}</RegType><RegData>${data}</RegData><PolicyName>${gpo}</PolicyName></${kind}>`
  const file = sourceText('x.PolicyRules', `<?xml version="1.0" encoding="utf-8"?><PolicyRules>
    ${element('UserConfig', 'A', 'U', 'REG_SZ', OLD)}<SecurityTemplate Section="x"><LineItem>y</LineItem></SecurityTemplate>
    ${element('ComputerConfig', 'A', 'Old', 'REG_SZ', OLD)}
    ${element('ComputerConfig', 'B', 'EnableFirewall', 'REG_DWORD', '0', key('DomainProfile'))}
    ${element('ComputerConfig', 'B', '**del.X', 'REG_SZ', '')}
    ${element('ComputerConfig', 'B', 'Bad', 'REG_SZ', 'v2.31|Action=Allow|Active=TRUE|Dir=In|LPort=80|Name=n|')}</PolicyRules>`)
  const parsed = parse(policyRules, file)
  expect(parsed.parts.map(part => [part.gpo, part.rules.map(rule => rule.id), Object.keys(part.profiles), part.changes.length])).toEqual([
    ['A', ['Old'], [], 0], ['B', ['Bad'], ['domain'], 1],
  ])
  const { start, end } = (parsed.problems[0] as NonNullable<(typeof parsed.problems)[0]>).source
  expect(file.text.slice(start, end)).toBe('LPort=80')
})
test('a device control policy has the same root and is not ours', () => {
  expect(policyRules.recognises(sourceText('x.xml', '<PolicyRules><PolicyRule Id="{1}"><Name>x</Name></PolicyRule></PolicyRules>'))).toBe(false)
})

// --- .wfw

test('a hive with settings, long data and a machine\'s own layout', () => {
  const long = `v2.31|Action=Allow|Active=TRUE|Dir=In|${'RA4=10.0.0.1|'.repeat(900)}Name=long|`
  const parsed = parse(wfw, sourceFile('x.wfw', hiveBytes({ name: 'ROOT', keys: [
    { name: 'FirewallRules', values: [{ name: 'L', data: long }] },
    { name: 'StandardProfile', values: [{ name: 'EnableFirewall', data: 0 }] },
  ] })))
  expect(parsed.problems).toEqual([])
  expect(parsed.parts[0]?.rules.map(rule => rule.name)).toEqual(['long'])
  expect(profiles(parsed)).toEqual({ private: { enabled: false } })
  const machine = ['FirewallPolicy', 'Parameters', 'SharedAccess', 'Services', 'ControlSet001'].reduce<HiveKeyText>(
    (below, name) => ({ name, keys: [below] }), { name: 'FirewallRules', values: [{ name: 'Old', data: OLD }] },
  )
  expect(rules(parse(wfw, sourceFile('SYSTEM', hiveBytes({ name: 'SYSTEM', keys: [machine] }))))).toEqual([OLD_RULE])
})
test('a hive that points into itself or nowhere ends with a problem', () => {
  const bytes = hiveBytes({ name: 'ROOT', keys: [{ name: 'A', keys: [{ name: 'B' }] }] })
  const loop = Buffer.from(bytes)
  const root = loop.readUInt32LE(36)
  const list = loop.readUInt32LE(4096 + root + 4 + 28)
  loop.writeUInt32LE(root, 4096 + list + 4 + 4)
  expect(parse(wfw, sourceFile('x.wfw', loop)).problems).toHaveLength(1)
  expect(parse(wfw, sourceFile('x.wfw', bytes.subarray(0, 4100))).problems).toHaveLength(1)
  expect(parse(wfw, sourceFile('x.wfw', Buffer.from('regf'))).problems).toHaveLength(1)
})

// --- Hostile input

test('truncated and damaged files give problems and places, never an exception', () => {
  let seed = 7
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
  for (const [format, file] of SAME_RULES) {
    for (let round = 0; round < 400; round++) {
      const copy = Buffer.from(file.bytes).subarray(0, round % 2 === 0 ? file.bytes.length : random(file.bytes.length))
      for (let change = 0; change <= round % 7 && copy.length > 0; change++) copy[random(copy.length)] = random(3) === 0 ? random(256) : random(3)
      const damaged = sourceFile(file.path, copy)
      format.recognises(damaged)
      const { parts, problems } = parse(format, damaged)
      for (const part of parts) for (const rule of [...part.rules, ...(part.openings ?? [])]) expect(neutralRule(rule)).toBeDefined()
      for (const problem of problems) expect(placeOf(problem.source).line).toBeGreaterThan(0)
    }
  }
})

// --- Real files

const CORPUS = new URL('../../../shared/corpus/', import.meta.url)
const withCorpus = existsSync(CORPUS) ? test : test.skip
withCorpus('as many rules as an independent program counts in real files', () => {
  const expected = JSON.parse(readFileSync(new URL('expected.json', CORPUS), 'utf8')).files as Record<string, { kind: string; ruleCount: number }>
  const counted = Object.entries(expected).filter(([path, { kind }]) => path.endsWith('.pol') || ['reg', 'wfw'].includes(kind))
  expect(counted.length).toBeGreaterThan(20)
  for (const [path, { ruleCount }] of counted) {
    const file = sourceFile(path, readFileSync(new URL(encodeURI(path), CORPUS)))
    const format = [registryPol, reg, wfw].find(candidate => candidate.recognises(file))
    const parsed = parse(format as Format, file)
    expect([path, rules(parsed).length, parsed.problems.length]).toEqual([path, ruleCount, 0])
  }
})
