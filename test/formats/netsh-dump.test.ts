import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { netshDump } from '../../src/formats/netsh-dump.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import type { PolicyFile, Rule } from '../../src/model/types.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'
import { survives, withoutSource } from './hostile.ts'

beforeAll(async () => { await netshDump.prepare?.() })

/** A rule as netsh prints it: values from column 38 on, dashes below the name. */
function dump(lines: readonly (readonly [label: string, value: string])[], below: Readonly<Record<string, readonly string[]>> = {}): string {
  return lines.map(([label, value], i) => [`${label}:`.padEnd(38) + value, ...(i === 0 ? ['-'.repeat(70)] : []), ...(below[label] ?? [])].join('\r\n')).join('\r\n')
}
const ENGLISH = `\r\n${dump([
  ['Rule Name', 'CM remote control'], ['Description', 'See: the wiki'], ['Enabled', 'Yes'], ['Direction', 'In'], ['Profiles', 'Domain,Private'], ['Grouping', 'Configuration Manager'],
  ['LocalIP', 'Any'], ['RemoteIP', '10.0.30.0/24,10.0.0.1/32,LocalSubnet'], ['Protocol', 'TCP'], ['LocalPort', '2701,5000-5010'], ['RemotePort', 'Any'], ['Edge traversal', 'No'],
  ['Program', 'C:\\WINDOWS\\system32\\svchost.exe'], ['Service', 'RpcSs'], ['InterfaceTypes', 'LAN,RAS'], ['Security', 'NotRequired'], ['Rule source', 'Local Setting'], ['Action', 'Allow'],
])}\r\n\r\n${dump([
  ['Rule Name', 'Ping'], ['Enabled', 'No'], ['Direction', 'Out'], ['Profiles', 'Domain,Private,Public'], ['Grouping', ''], ['LocalIP', 'Any'], ['RemoteIP', 'Any'],
  ['Protocol', 'ICMPv4'], ['Edge traversal', 'No'], ['InterfaceTypes', 'Any'], ['Security', 'NotRequired'], ['Rule source', 'Local Setting'], ['Action', 'Block'],
], { Protocol: ['                                      Type    Code', '                                      8       Any ', '                                      3       4   '] })}\r\nOk.\r\n\r\n`

const rulesOf = (policy: PolicyFile): readonly Rule[] => policy.parts.flatMap(part => part.rules)
const parse = (text: string): PolicyFile => netshDump.parse(sourceText('exports/rules.txt', text), {})
const neutral = (policy: PolicyFile) => rulesOf(policy).map(rule => withoutSource(neutralRule(rule)))
const encoded = (text: string, page: string): PolicyFile => {
  const file = sourceFile('rules.txt', new Uint8Array(iconv.encode(text, page)))
  expect(netshDump.recognises(file)).toBe(true)
  return netshDump.parse(file, {})
}

test('an English dump, with the lines that a rule has and without', () => {
  expect(netshDump.recognises(sourceText('rules.txt', ENGLISH))).toBe(true)
  expect(neutral(parse(ENGLISH))).toEqual([
    {
      id: null, name: 'CM remote control', group: 'Configuration Manager', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp',
      localPorts: ['2701', '5000-5010'], profiles: ['domain', 'private'], remoteAddresses: ['10.0.30.0/24', '10.0.0.1', 'local-subnet'],
      program: 'C:\\WINDOWS\\system32\\svchost.exe', service: 'RpcSs', interfaceTypes: ['lan', 'remote-access'],
    },
    { id: null, name: 'Ping', direction: 'outbound', action: 'block', enabled: false, protocol: 'icmpv4', icmp: ['8:*', '3:4'] },
  ])
  expect(parse(ENGLISH).problems).toEqual([])
})
/** What netsh prints without `verbose`. */
const shown = (text: string): string => text.replace(/^(?:Description|Program|Service|InterfaceTypes|Security|Rule source):.*\r\n/gm, '')
const HIDDEN = ['program and service=not in this dump']
test('a dump that is not verbose leaves out what its rules are for', () => {
  expect(neutral(parse(shown(ENGLISH)))).toMatchObject([{ name: 'CM remote control', localPorts: ['2701', '5000-5010'], unmodelled: HIDDEN }, { name: 'Ping', action: 'block', unmodelled: HIDDEN }])
  expect(parse(shown(ENGLISH)).problems).toEqual([])
})
test('the rule of an app package is not taken for one that lets everything in', () => {
  const app = (name: string, group: string, protocol = 'Any') => rulesOf(parse(`\r\n${dump([
    ['Rule Name', name], ['Description', 'Contoso Notes'], ['Enabled', 'Yes'], ['Direction', 'In'], ['Profiles', 'Domain,Private,Public'], ['Grouping', group], ['LocalIP', 'Any'],
    ['RemoteIP', 'Any'], ['Protocol', protocol], ['Edge traversal', 'No'], ['InterfaceTypes', 'Any'], ['Security', 'NotRequired'], ['Rule source', 'Local Setting'], ['Action', 'Allow'],
  ])}\r\n\r\n`))[0]
  expect(app('Contoso Notes', 'Contoso Notes')).toMatchObject({ unmodelled: ['AppPkgId=not in this dump'], partial: true })
  expect(app('Contoso Notes', '@{Contoso.Notes_1.0_x64?ms-resource://Contoso.Notes/Name}')).toMatchObject({ unmodelled: ['AppPkgId=not in this dump'] })
  expect(app('Anything goes', 'Contoso Agents')).toMatchObject({ unmodelled: ['app package=not in this dump'] })
  expect(app('Anything goes', '')).toMatchObject({ unmodelled: [], partial: false })
})
test('each rule is verbose or not by itself, and one line that only verbose prints is enough', () => {
  for (const line of ['Service', 'InterfaceTypes', 'Security', 'Rule source']) {
    const text = shown(ENGLISH.replace(`${line}:`.padEnd(38), `X${line}:`.padEnd(38))).replace(`X${line}:`, `${line}:`)
    expect(rulesOf(parse(text)).map(({ unmodelled }) => unmodelled)).toEqual([[], HIDDEN])
  }
})
test('a line below "enabled" that nobody knows narrows the rule, and only verbose prints such', () => {
  const more = (value: string): string => shown(ENGLISH).replace(/(?=Action: )/, `Something new:                        ${value}\r\n`)
  expect(rulesOf(parse(more('x')))[0]).toMatchObject({ unmodelled: ['Something new=x'], ipsec: false })
  expect(rulesOf(parse(more('Any')))[0]?.unmodelled).toEqual([])
  const above = ENGLISH.replace('See: the wiki', 'See\r\nfirst: this\r\nsecond: that')
  expect(rulesOf(parse(above))[0]?.unmodelled).toEqual([])
})

test('a field points to its own line', () => {
  const [rule] = rulesOf(parse(ENGLISH))
  expect(placeOf(partOf(rule as Rule, 'localPorts'))).toMatchObject({ line: 12, column: 39 })
  expect(placeOf((rule as Rule).source)).toMatchObject({ line: 2, column: 1 })
})
test('rules of a GPO are told apart, and IPsec is noted', () => {
  const text = ENGLISH.replace('Local Setting', 'Group Policy Setting').replace('NotRequired', 'AuthEnc')
  const { parts } = parse(text)
  expect(parts.map(({ store }) => store)).toEqual(['group-policy', 'local'])
  expect(parts[0]?.rules[0]).toMatchObject({ ipsec: true, unmodelled: ['security=AuthEnc'] })
})

const LANGUAGES: readonly (readonly [name: string, page: string, text: string, expected: object])[] = [
  ['Japanese', 'cp932', dump([
    ['規則名', 'リモート制御'], ['説明', 'x'], ['有効', 'はい'], ['方向', '入力'], ['プロファイル', 'ドメイン,プライベート'], ['グループ', ''], ['ローカル IP', '任意'], ['リモート IP', '10.0.30.0/24'],
    ['プロトコル', 'TCP'], ['ローカル ポート', '2701'], ['リモート ポート', '任意'], ['エッジ トラバーサル', 'いいえ'], ['インターフェイスの種類', '任意'], ['セキュリティ', 'NotRequired'], ['規則のソース', 'ローカル設定'], ['操作', '許可'],
  ]), { name: 'リモート制御', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701'], profiles: ['domain', 'private'], remoteAddresses: ['10.0.30.0/24'] }],
  ['German', 'cp850', dump([
    ['Regelname', 'Öffnung für CM'], ['Aktiviert', 'Ja'], ['Richtung', 'Eingehend'], ['Profile', 'Domäne,Öffentlich'], ['Gruppierung', ''], ['LokaleIP', 'Beliebig'], ['RemoteIP', 'Beliebig'],
    ['Protokoll', 'UDP'], ['Lokaler Port', '67-69'], ['Remoteport', 'Beliebig'], ['Edgeausnahme', 'Nein'], ['Aktion', 'Zulassen'],
  ]), { name: 'Öffnung für CM', direction: 'inbound', action: 'allow', enabled: true, protocol: 'udp', localPorts: ['67-69'], profiles: ['domain', 'public'], unmodelled: HIDDEN }],
  ['Chinese with wide colons', 'cp936', dump([
    ['规则名称', '配置管理器'], ['已启用', '是'], ['方向', '入'], ['配置文件', '域'], ['分组', ''], ['本地 IP', '任何'], ['远程 IP', '任何'], ['协议', 'TCP'], ['本地端口', '445'], ['远程端口', '任何'], ['边缘遍历', '否'], ['操作', '允许'],
  ]).replaceAll(': ', '： '), { name: '配置管理器', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['445'], profiles: ['domain'], unmodelled: HIDDEN }],
  ['German with other words', 'cp850', dump([
    ['Regelname', 'Spiel'], ['Aktiviert', 'Ja'], ['Richtung', 'Aus'], ['Profile', 'Privat'], ['Gruppierung', ''], ['Lokales IP', 'Beliebig'], ['Remote-IP', '192.0.2.1/32'],
    ['Protokoll', 'UDP'], ['Lokaler Port', 'Beliebig'], ['Remoteport', '2302'], ['Edgeausnahme', 'Nein'], ['Aktion', 'Blocken'],
  ]), { name: 'Spiel', direction: 'outbound', action: 'block', enabled: true, protocol: 'udp', remotePorts: ['2302'], profiles: ['private'], remoteAddresses: ['192.0.2.1'], unmodelled: HIDDEN }],
  ['Chinese with a short word for enabled', 'cp936', dump([
    ['规则名称', '代理'], ['启用', '否'], ['方向', '出'], ['配置文件', '公用'], ['分组', ''], ['LocalIP', '任何'], ['RemoteIP', '任何'], ['协议', 'TCP'], ['本地端口', '任何'], ['远程端口', '443'], ['边缘遍历', '否'], ['操作', '允许'],
  ]), { name: '代理', direction: 'outbound', action: 'allow', enabled: false, protocol: 'tcp', remotePorts: ['443'], profiles: ['public'], unmodelled: HIDDEN }],
  // The extended Hangul of cp949, which Node's own euc-kr lacks.
  ['Korean', 'cp949', dump([
    ['규칙 이름', '구성 관리자 똠'], ['사용', '예'], ['방향', '인바운드'], ['프로필', '도메인'], ['그룹', ''], ['로컬 IP', '모두'], ['원격 IP', '모두'], ['프로토콜', 'TCP'], ['로컬 포트', '445'], ['원격 포트', '모두'], ['에지 통과', '아니요'], ['작업', '허용'],
  ]), { name: '구성 관리자 똠', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['445'], profiles: ['domain'], unmodelled: HIDDEN }],
]
test.each(LANGUAGES)('%s in its code page, UTF-8 and UTF-16', (_name, page, text, expected) => {
  const whole = `\r\n${text}\r\n\r\n`
  for (const encoding of [page, 'utf8', 'utf16']) expect(neutral(encoded(whole, encoding))).toEqual([{ id: null, ...expected }])
})

describe('a language without a table', () => {
  const text = `\r\n${dump([
    ['Aaa', 'Name X'], ['Bbb', 'Yap'], ['Ccc', 'Nach innen'], ['Ddd', 'Dom'], ['Eee', ''], ['Fff', 'Any'], ['Ggg', '10.0.0.0/8'], ['Hhh', 'TCP'], ['Iii', '445'], ['Jjj', 'Any'], ['Kkk', 'No'], ['Lll', 'Zul'],
  ])}\r\n\r\n`
  test('the order of the lines says what they are, words that nobody knows stay open', () => {
    const policy = parse(text)
    expect(neutral(policy)).toEqual([{ id: null, name: 'Name X', protocol: 'tcp', localPorts: ['445'], remoteAddresses: ['10.0.0.0/8'], unmodelled: [...HIDDEN, 'profile=Dom'] }])
    expect(policy.problems.map(({ code }) => code)).toEqual(['requirement-unverifiable', 'requirement-unverifiable', 'requirement-unverifiable'])
  })
  test('a table of the config closes the gaps', () => {
    const labels = new Map([['xx', { labels: { enabled: 'Bbb', direction: ['Ccc'] }, values: { yes: 'Yap', in: 'Nach innen', domain: 'Dom', allow: 'Zul' } }]])
    const policy = netshDump.parse(sourceText('x.txt', text), { labels })
    expect(policy.problems).toEqual([])
    expect(neutral(policy)).toMatchObject([{ direction: 'inbound', action: 'allow', enabled: true, profiles: ['domain'] }])
  })
  test('the number of lines says that a rule is verbose, and a path which of them is the program', () => {
    const more = (...values: string[]): string => text.replace(/(?=Lll: )/, values.map((value, i) => `${`L${i}:`.padEnd(38)}${value}\r\n`).join(''))
    const labels = new Map([['xx', { values: { yes: 'Yap', in: 'Nach innen', domain: 'Dom', allow: 'Zul' } }]])
    const read = (...values: string[]): Rule | undefined => rulesOf(netshDump.parse(sourceText('x.txt', more(...values)), { labels }))[0]
    expect(read()?.unmodelled).toEqual(HIDDEN)
    expect(read('Any', 'NotRequired', 'Hier')).toMatchObject({ program: undefined, interfaceTypes: [], unmodelled: [], ipsec: false })
    expect(read('C:\\a.exe', 'Any', 'NotRequired', 'Hier')).toMatchObject({ program: 'C:\\a.exe', service: undefined, unmodelled: [] })
    expect(read('C:\\svchost.exe', 'RpcSs', 'Any', 'NotRequired', 'Hier')).toMatchObject({ program: 'C:\\svchost.exe', service: 'RpcSs', unmodelled: [] })
    // Words that nobody knows may narrow the rule; not every word for security is IPsec.
    expect(read('Egal', 'Nix', 'Hier')).toMatchObject({ program: undefined, unmodelled: ['security=Nix', 'interfacetype=Egal'], ipsec: false })
    expect(read('Any', 'AuthEnc', 'Hier')).toMatchObject({ unmodelled: ['security=AuthEnc'], ipsec: true })
    // Four lines without a path: which is the service, which a group of users?
    expect(read('RpcSs', 'Any', 'NotRequired', 'Hier')).toMatchObject({ program: undefined, service: undefined, unmodelled: ['L0=RpcSs', 'L3=Hier'] })
  })
  test('a table that is none does no harm', () => {
    const labels = new Map<string, unknown>([['a', null], ['b', 'x'], ['c', { labels: [1], values: { yes: { a: 1 } } }], ['__proto__', {}]])
    expect(rulesOf(netshDump.parse(sourceText('x.txt', text), { labels }))).toHaveLength(1)
  })
})

test('show allprofiles', () => {
  const text = ['Domain', 'Private', 'Public'].map((name, i) => `\r\n${name} Profile Settings: \r\n${'-'.repeat(70)}\r\n${'State'.padEnd(38)}${i === 2 ? 'OFF' : 'ON'}\r\n${'Firewall Policy'.padEnd(38)}${i === 1 ? 'BlockInboundAlways,BlockOutbound' : 'BlockInbound,AllowOutbound'}\r\n${'LocalFirewallRules'.padEnd(38)}N/A (GPO-store only)\r\n${'LocalConSecRules'.padEnd(38)}N/A (GPO-store only)\r\n\r\nLogging:\r\n${'FileName'.padEnd(38)}x.log\r\n\r\n`).join('')
  const file = sourceText('profiles.txt', `${text}Ok.\r\n`)
  expect(netshDump.recognises(file)).toBe(true)
  const { parts, problems } = netshDump.parse(file, {})
  expect(problems).toEqual([])
  expect(parts[0]?.profiles).toMatchObject({
    domain: { enabled: { value: true }, defaultInbound: { value: 'block' }, blockAllInbound: { value: false }, defaultOutbound: { value: 'allow' } },
    private: { blockAllInbound: { value: true }, defaultOutbound: { value: 'block' } },
    public: { enabled: { value: false } },
  })
  expect(parts[0]?.profiles.domain).not.toHaveProperty('allowLocalRules')
})

test('other texts with dashes are not dumps', () => {
  const is = (text: string): boolean => netshDump.recognises(sourceText('x.txt', text))
  expect(is(`Heading\n${'-'.repeat(70)}\nText: more\n`)).toBe(false)
  expect(is(`Note: read this\n${'-'.repeat(70)}\n`)).toBe(false)
  expect(is(`| a | b |\n|${'-'.repeat(50)}|\n`)).toBe(false)
})
test('survives cut and changed files, and long lines', () => {
  survives(netshDump, 'rules.txt', ENGLISH)
  const begin = performance.now()
  for (const long of [' '.repeat(1_000_000), ': '.repeat(300_000), 'a  '.repeat(300_000), '-'.repeat(1_000_000)]) parse(`${ENGLISH}Domain Profile Settings:\r\n${'-'.repeat(70)}\r\n${long}\r\n${long}\r\n`)
  expect(performance.now() - begin).toBeLessThan(10_000)
})
