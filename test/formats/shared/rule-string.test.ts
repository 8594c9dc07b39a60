import { expect, test } from '@jest/globals'
import { looksLikeRuleString, parseRuleString, writeRuleString } from '../../../src/formats/shared/rule-string.ts'
import { neutralRule, placeOf } from '../../../src/model/rules.ts'
import type { Problem } from '../../../src/model/types.ts'
import { sourceText } from '../../../src/text/source-file.ts'
import { withoutSource } from '../hostile.ts'
import { pol } from '../registry-files.ts'
import { registryPol } from '../../../src/formats/registry-pol.ts'

function read(text: string) {
  const file = sourceText('rule.txt', text)
  const problems: Problem[] = []
  const rule = parseRuleString(text, 'R', file.span(0, text.length), i => file.span(i, i), problems)
  return { rule, problems, neutral: rule && withoutSource(neutralRule(rule)) }
}
/** The same rule out of a registry.pol, by the fast reader. */
function readPol(text: string) {
  const { parts, problems } = registryPol.parse(pol([{ name: 'R', data: text }]), {})
  const rule = parts[0]?.rules[0]
  return { problems, neutral: rule && withoutSource(neutralRule(rule)) }
}
const IN = 'v2.31|Action=Allow|Active=TRUE|Dir=In|'
const OUT = 'v2.31|Action=Allow|Active=TRUE|Dir=Out|'
const BASE = { id: 'R', name: 'n', direction: 'inbound', action: 'allow', enabled: true, protocol: 'any' }

const GOOD: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['no Active is disabled, no Profile is all, no Protocol is any', 'v2.10|Action=Allow|Dir=In|Name=n|', { ...BASE, enabled: false }],
  ['protocol 0 is not any', `${IN}Protocol=0|Name=n|`, { ...BASE, protocol: '0' }],
  ['profiles are one token each', `${IN}Profile=Private|Profile=Public|Name=n|`, { ...BASE, profiles: ['private', 'public'] }],
  ['ranges live in LPort2_10', `${IN}Protocol=6|LPort=135|LPort2_10=5000-5010|Name=n|`, { ...BASE, protocol: 'tcp', localPorts: ['135', '5000-5010'] }],
  ['a list keeps its order and its ends', `${IN}Protocol=6|LPort=81|LPort=80|LPort=82|Name=n|`, { ...BASE, protocol: 'tcp', localPorts: ['81', '80', '82'] }],
  ['remote ports of an outbound rule', `${OUT}Protocol=6|RPort=443|RPort2_10=49152-65535|Name=n|`,
    { ...BASE, direction: 'outbound', protocol: 'tcp', remotePorts: ['443', '49152-65535'] }],
  ['RPC, the mapper and a literal 135 are three things', `${IN}Protocol=6|LPort=RPC|LPort=RPC-EPMap|Name=n|`, { ...BASE, protocol: 'tcp', localPorts: ['rpc', 'rpc-epmap'] }],
  ['the pair of IP-HTTPS', `${IN}Protocol=6|LPort2_10=IPTLSIn|LPort2_10=IPHTTPSIn|Name=n|`, { ...BASE, protocol: 'tcp', localPorts: ['iphttps'] }],
  ['words of later versions', `${IN}Protocol=17|LPort2_20=Ply2Disc|LPort2_24=mDNS|Name=n|`, { ...BASE, protocol: 'udp', localPorts: ['ply2disc', 'mdns'] }],
  ['ICMP types', `${IN}Protocol=1|ICMP4=8:*|ICMP4=3:4|Name=n|`, { ...BASE, protocol: 'icmpv4', icmp: ['8:*', '3:4'] }],
  ['a mask, a prefix, a range and an address', `${IN}RA4=10.1.0.0/255.255.0.0|RA4=10.3.0.0/16|RA4=10.9.0.1-10.9.0.7|RA4=192.0.2.1|Name=n|`,
    { ...BASE, remoteAddresses: ['10.1.0.0/16', '10.3.0.0/16', '10.9.0.1-10.9.0.7', '192.0.2.1'] }],
  ['LocalSubnet of one family', `${IN}RA4=LocalSubnet|Name=n|`, { ...BASE, remoteAddresses: ['local-subnet4'] }],
  ['LocalSubnet of both families', `${IN}RA4=LocalSubnet|RA6=LocalSubnet|Name=n|`, { ...BASE, remoteAddresses: ['local-subnet'] }],
  ['RA42 alone is a restriction', `${IN}RA42=IntrAnet|RA62=IntrAnet|Name=n|`, { ...BASE, remoteAddresses: ['intranet'] }],
  ['IPv6', `${IN}LA6=fe80::/64|RA6=2001:db8::1|Name=n|`, { ...BASE, localAddresses: ['fe80::/64'], remoteAddresses: ['2001:db8::1'] }],
  ['doubled backslashes collapse, those of a share stay', `${IN}App=\\\\\\\\srv\\\\share\\\\a.exe|Name=n|`, { ...BASE, program: '\\\\srv\\share\\a.exe' }],
  ['a value may hold =', `${IN}LUAuth2_24=QQ==|Name=a=b|Desc=x=y|`, { ...BASE, name: 'a=b', unmodelled: ['LUAuth2_24=QQ=='] }],
  ['empty values are absent', `${IN}App=|Svc=|RA4=|Desc=|EmbedCtxt=|Name=n|`, BASE],
  ['the group, and no last bar', `${IN}Name=n|EmbedCtxt=@FirewallAPI.dll,-28502`, { ...BASE, group: '@FirewallAPI.dll,-28502' }],
  ['odd case of hand-written files', 'v2.31|action=allow|active=True|dir=in|protocol=6|lport=445|name=n|', { ...BASE, protocol: 'tcp', localPorts: ['445'] }],
  ['Platform2 is about the last Platform', `${IN}Platform=2:6:1|Platform=2:6:2|Platform2=GTEQ|Name=n|`, { ...BASE, platforms: ['2:6:1', '2:6:2+'] }],
  ['SkipVer of Windows 7 says nothing any more', `${IN}SkipVer=2.10|Name=n|`, BASE],
  ['SkipVer of a Windows 10', `${IN}SkipVer=2.24|Name=n|`, { ...BASE, unmodelled: ['SkipVer=2.24'] }],
  ['what narrows and is not modelled', `${IN}AppPkgId=S-1-15-2-1|FutureTok=1|LOM=TRUE|LSM=FALSE|Name=n|`, { ...BASE, unmodelled: ['AppPkgId=S-1-15-2-1', 'FutureTok=1', 'LOM=TRUE'] }],
  ['interfaces', `${IN}IFType=Lan|IFType=Wireless|IFType=Sky|IF={11111111-2222-3333-4444-555555555555}|Name=n|`,
    { ...BASE, interfaceTypes: ['lan', 'wireless'], unmodelled: ['IFType=Sky', 'IF={11111111-2222-3333-4444-555555555555}'] }],
  ['edge traversal says nothing', `${IN}Edge=TRUE|Defer=App|Name=n|`, BASE],
  ['a service without a program', `${IN}Protocol=6|LPort=RPC-EPMap|Svc=Rpcss|Name=n|`, { ...BASE, protocol: 'tcp', localPorts: ['rpc-epmap'], service: 'Rpcss' }],
  ['a range from 0, and equal ends', `${IN}Protocol=6|LPort2_10=0-66|LPort2_10=445-445|Name=n|`, { ...BASE, protocol: 'tcp', localPorts: ['0-66', '445'] }],
]
test.each(GOOD)('reads a rule string: %s', (_, text, expected) => {
  const { neutral, problems } = read(text)
  expect(neutral).toEqual(expected)
  expect(problems).toEqual([])
  expect(readPol(text)).toEqual({ neutral: expected, problems: [] })
})

test('a rule that names IPv4 addresses only matches no IPv6', () => {
  const { rule } = read(`${IN}RA4=10.0.0.0/8|Name=n|`)
  expect(rule?.remoteAddresses.v4).toEqual([[0x0a000000, 0x0affffff]])
  expect(rule?.remoteAddresses.v6).toEqual([])
})

test('a rule that needs IPsec says so', () => {
  const { rule, problems } = read('v2.31|Action=ByPass|Active=TRUE|Dir=In|Security=Authenticate|RMAuth=O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1104)|Name=n|')
  expect(problems).toEqual([])
  expect(rule).toMatchObject({ action: 'bypass', ipsec: true, unmodelled: ['Security=Authenticate', 'RMAuth=O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1104)'] })
})

test('a rule of a newer major version is never proof', () => {
  expect(read('v3.0|Action=Allow|Active=TRUE|Dir=In|Name=n|').rule?.unmodelled).toEqual(['version=v3.0'])
  expect(readPol('v3.0|Action=Allow|Active=TRUE|Dir=In|Name=n|').neutral).toMatchObject({ unmodelled: ['version=v3.0'] })
})

const BAD: readonly (readonly [string, string | undefined])[] = [
  ['Action=Allow|Active=TRUE|Dir=In|Name=n|', undefined],
  ['v2.31|Active=TRUE|Dir=In|Name=n|', undefined],
  ['v2.31|Action=Allow|Active=TRUE|Name=n|', undefined],
  ['v2.31|Action=Permit|Active=TRUE|Dir=In|Name=n|', 'Action=Permit'],
  [`${IN}Protocol=TCP|Name=n|`, 'Protocol=TCP'],
  [`${IN}Protocol=256|Name=n|`, 'Protocol=256'],
  [`${IN}Protocol=6|Protocol=17|Name=n|`, 'Protocol=17'],
  [`${IN}Protocol=6|LPort=80,443|Name=n|`, 'LPort=80,443'],
  [`${IN}Protocol=6|LPort=80-90|Name=n|`, 'LPort=80-90'],
  [`${IN}Protocol=6|LPort=65536|Name=n|`, 'LPort=65536'],
  [`${IN}Protocol=6|LPort2_10=90-80|Name=n|`, 'LPort2_10=90-80'],
  [`${IN}LPort=80|Protocol=6|Name=n|`, 'LPort=80'],
  [`${IN}LPort=80|Name=n|`, 'LPort=80'],
  [`${IN}Protocol=1|LPort=80|Name=n|`, 'LPort=80'],
  [`${IN}Protocol=17|ICMP4=8:*|Name=n|`, 'ICMP4=8:*'],
  [`${IN}Protocol=1|ICMP4=300:*|Name=n|`, 'ICMP4=300:*'],
  [`${IN}RA4=Any|Name=n|`, 'RA4=Any'],
  [`${IN}RA4=*|Name=n|`, 'RA4=*'],
  [`${IN}RA4=0.0.0.0/0|Name=n|`, 'RA4=0.0.0.0/0'],
  [`${IN}RA4=10.0.0.0/0.0.0.0|Name=n|`, 'RA4=10.0.0.0/0.0.0.0'],
  [`${IN}RA4=10.0.0.0/255.0.255.0|Name=n|`, 'RA4=10.0.0.0/255.0.255.0'],
  [`${IN}RA4=127.0.0.1|Name=n|`, 'RA4=127.0.0.1'],
  [`${IN}RA4=2001:db8::1|Name=n|`, 'RA4=2001:db8::1'],
  [`${IN}RA6=::/0|Name=n|`, 'RA6=::/0'],
  [`${IN}RA6=::1|Name=n|`, 'RA6=::1'],
  [`${IN}RA4=10.0.0.9-10.0.0.1|Name=n|`, 'RA4=10.0.0.9-10.0.0.1'],
  [`${IN}LA4=LocalSubnet|Name=n|`, 'LA4=LocalSubnet'],
  [`${IN}Profile=All|Name=n|`, 'Profile=All'],
  [`${IN}Name=a|b|`, 'b'],
  [`${IN}Name=ALL|`, 'Name=ALL'],
  [`${IN}App=C:\\a?.exe|Name=n|`, 'App=C:\\a?.exe'],
  [`${OUT}Protocol=6|LPort=RPC|Name=n|`, undefined],
  [`${IN}Protocol=17|LPort=RPC-EPMap|Name=n|`, undefined],
  [`${IN}Protocol=6|LPort=Teredo|Name=n|`, undefined],
  ['v2.31|Action=ByPass|Active=TRUE|Dir=In|Name=n|', undefined],
  ['v2.31|Action=Block|Active=TRUE|Dir=In|Security=Authenticate|Name=n|', undefined],
  [`${IN}RUAuth=O:LSD:(A;;CC;;;AU)|Name=n|`, undefined],
  [`${OUT}Edge=TRUE|Name=n|`, undefined],
]
test.each(BAD)('keeps a malformed rule as malformed and points at the token: %s', (text, token) => {
  const { rule, problems } = read(text)
  expect(problems.map(problem => problem.code)).toEqual(['rule-malformed'])
  expect(rule?.malformed).toBeDefined()
  const place = placeOf((problems[0] as Problem).source)
  if (token === undefined) expect(place).toMatchObject({ column: 1, endColumn: text.length + 1 })
  else expect(text.slice(place.column - 1, place.endColumn - 1)).toBe(token)
  const fast = readPol(text)
  expect(fast.problems.map(problem => problem.message)).toEqual(problems.map(problem => problem.message))
  expect(fast.neutral).toMatchObject({ malformed: true })
})

test('text that is nothing of a rule gives a problem and no rule', () => {
  const { rule, problems } = read('hello')
  expect(rule).toBeUndefined()
  expect(problems).toHaveLength(1)
  expect(looksLikeRuleString('hello')).toBe(false)
  expect(looksLikeRuleString(IN)).toBe(true)
})

test('a rule written is the rule read', () => {
  for (const [, text] of GOOD) {
    const { rule } = read(text)
    if (!rule) throw new Error(text)
    if (rule.unmodelled.includes('FutureTok=1')) continue // no key of the grammar, so nothing that is written
    const again = read(writeRuleString(rule))
    expect(again.problems).toEqual([])
    // Ports written in any order come back as ranges.
    const { ranges, keywords, unresolved } = rule.localPorts
    const same = { ...again.neutral, localPorts: undefined }
    expect(same).toEqual({ ...withoutSource(neutralRule(rule)), localPorts: undefined })
    expect(again.rule?.localPorts).toMatchObject({ ranges, keywords, unresolved })
  }
})

test('a long list of mistakes gives a few problems', () => {
  expect(read(`${IN}${'RA4=x|'.repeat(50_000)}`).problems.length).toBeLessThan(10)
})
