import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { intuneJson } from '../../src/formats/intune-json.ts'
import { lgpoText } from '../../src/formats/lgpo-text.ts'
import { netsh } from '../../src/formats/netsh.ts'
import { powershell } from '../../src/formats/powershell.ts'
import { reg } from '../../src/formats/reg.ts'
import { registryPol } from '../../src/formats/registry-pol.ts'
import { rulesYaml } from '../../src/formats/rules-yaml.ts'
import { writeRuleString } from '../../src/formats/shared/rule-string-writer.ts'
import { addressSet, ANY_ADDRESSES } from '../../src/model/addresses.ts'
import { ANY_PORTS, isAnyPort, portSet } from '../../src/model/ports.ts'
import { makeRule } from '../../src/model/rules.ts'
import type { Format } from '../../src/model/stages.ts'
import type { AddressKeyword, AddressSet, InterfaceType, PortKeyword, PortSet, Range4, Range6, Rule } from '../../src/model/types.ts'
import { contentKey } from '../../src/policy/effective.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

beforeAll(async () => { for (const format of [intuneJson, rulesYaml]) await format.prepare?.() })

// ------------------------------------------------------------------------------------------------------------- rules

const range = (most: number): fc.Arbitrary<readonly [number, number]> => fc.oneof(
  fc.integer({ min: 1, max: most }).map(n => [n, n] as const),
  fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
)
/** Keywords that the side, the direction and the protocol allow ([MS-FASP] 2.2.37). */
const LOCAL_WORDS = new Map<number, readonly PortKeyword[]>([[6, ['rpc', 'rpc-epmap', 'iphttps']], [17, ['teredo', 'mdns', 'ply2disc', 'dhcp']]])
function ports(words: readonly PortKeyword[]): fc.Arbitrary<PortSet> {
  return fc.oneof(fc.constant(ANY_PORTS), fc.tuple(fc.array(range(65535), { maxLength: 4 }), fc.subarray([...words]))
    // Every port by its numbers holds those of the words as well, so nobody writes both.
    .map(([ranges, keywords]) => (ranges.length + keywords.length === 0 || isAnyPort(portSet(ranges)) ? ANY_PORTS : portSet(ranges, keywords))))
}
/** Windows takes no loopback address and no 0.0.0.0 alone. */
const host4 = fc.integer({ min: 0x01000000, max: 0x7effffff })
const range4: fc.Arbitrary<Range4> = fc.oneof(
  host4.map(n => [n, n] as const),
  fc.tuple(host4, fc.integer({ min: 1, max: 31 })).map(([n, bits]) => {
    const size = 2 ** (32 - bits)
    return [Math.floor(n / size) * size, Math.floor(n / size) * size + size - 1] as const
  }),
  fc.tuple(host4, host4).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
)
const range6: fc.Arbitrary<Range6> = fc.tuple(fc.bigInt({ min: 2n, max: (1n << 120n) - 1n }), fc.integer({ min: 1, max: 128 })).map(([n, bits]) => {
  const size = 1n << BigInt(128 - bits)
  const from = ((0x20n << 120n) + n) / size * size
  return [from, from + size - 1n] as const
})
const ADDRESS_WORDS: readonly AddressKeyword[] = [
  'local-subnet', 'local-subnet4', 'local-subnet6', 'dns', 'dns4', 'dhcp', 'dhcp6', 'wins', 'default-gateway', 'intranet', 'internet', 'intranet-remote-access', 'play-to-device',
]
function addresses(words: readonly AddressKeyword[]): fc.Arbitrary<AddressSet> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(ANY_ADDRESSES) }, {
    weight: 3,
    arbitrary: fc.tuple(fc.array(range4, { maxLength: 3 }), fc.array(range6, { maxLength: 2 }), fc.subarray([...words], { maxLength: Math.min(2, words.length) }))
      .map(([v4, v6, keywords]) => (v4.length + v6.length + keywords.length === 0 ? ANY_ADDRESSES : addressSet(v4, v6, keywords))),
  })
}
const phrase = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('%PATH%', '"quoted"', "it's", '‘q’', '$(whoami)', '`n', 'a & b > c', '^caret!', '한국어', '#', ': - x', 'a\\', '\\0'))
  // No rule string can hold a bar, and no name a line end.
  .map(text => text.replace(/[|\p{C}\p{Zl}\p{Zp}]/gu, '').trim())
const PROGRAMS = ['System', '%SystemRoot%\\System32\\svchost.exe', 'C:\\Program Files\\A & B (x86)\\it\'s.exe', '%ProgramFiles%\\CM\\日本.exe', '\\\\server\\share\\a.exe']
const source = sourceText('none', '').span(0, 0)
const changed = (r: Rule, values: Partial<Rule>): Rule => makeRule({ ...r, ...values })

const rule: fc.Arbitrary<Rule> = fc.record({
  direction: fc.constantFrom('inbound' as const, 'outbound' as const), protocol: fc.constantFrom(6, 17, 6, 17, 1, 58, 47, 'any' as const),
}).chain(({ direction, protocol }) => fc.record({
  name: phrase, group: fc.option(phrase.filter(text => text !== ''), { nil: undefined }),
  direction: fc.constant(direction), protocol: fc.constant(protocol),
  action: fc.constantFrom('allow' as const, 'block' as const), enabled: fc.boolean(), profiles: fc.integer({ min: 1, max: 7 }),
  localPorts: protocol === 6 || protocol === 17 ? ports(direction === 'inbound' ? (LOCAL_WORDS.get(protocol) ?? []) : []) : fc.constant(ANY_PORTS),
  remotePorts: protocol === 6 || protocol === 17 ? ports(direction === 'outbound' && protocol === 6 ? ['iphttps'] : []) : fc.constant(ANY_PORTS),
  icmp: protocol === 1 || protocol === 58 ? fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.option(fc.integer({ min: 0, max: 255 }))).map(([type, code]) => `${type}:${code ?? '*'}`), { maxLength: 3 }) : fc.constant([]),
  localAddresses: addresses([]), remoteAddresses: addresses(ADDRESS_WORDS),
  program: fc.option(fc.constantFrom(...PROGRAMS), { nil: undefined }), service: fc.option(fc.constantFrom('RpcSs', 'CcmExec', '*', 'MSSQL$CM'), { nil: undefined }),
  interfaceTypes: fc.subarray<InterfaceType>(['lan', 'wireless', 'remote-access']),
  platforms: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.record({ platform: fc.constant(2), major: fc.integer({ min: 5, max: 10 }), minor: fc.integer({ min: 0, max: 3 }), orLater: fc.boolean() }).map(p => [p]) }),
}).map(said => makeRule({ ...said, source })))
/** Every name once, for the rules are found again by their names. */
const rules = fc.array(rule, { minLength: 1, maxLength: 8 }).map(list => list.map((r, i) => changed(r, { id: `Id-${i}`, name: `R${i} ${r.name}`.trim() })))

/** What a rule may hold that no policy file decides: no writer may leave such a thing away and switch the rule on all the same. */
const undecided = fc.constantFrom<Partial<Rule>>(
  { unmodelled: ['condition=if ($x)'] }, { unmodelled: ['filters=not in this export'] }, { unmodelled: ['Package=S-1-15-2-1'] }, { direction: 'unknown' }, { action: 'unknown' }, { enabled: 'unknown' },
  { protocol: 'unknown' }, { protocol: 6, localPorts: portSet([], [], ['$port']), icmp: [] }, { remoteAddresses: addressSet([], [], [], ['servers.contoso.com']) },
  { localAddresses: addressSet([], [], ['local-subnet']) }, { remoteAddresses: addressSet([], [], ['local-subnet4']) }, { remoteAddresses: addressSet([], [], ['captive-portal']) },
  { interfaceTypes: ['mobile-broadband'] }, { interfaceTypes: ['lan', 'wireless'] }, { action: 'bypass', direction: 'inbound' }, { malformed: 'it has two actions' },
  { platforms: [{ platform: 2, major: 10, minor: 0, orLater: true }] }, { direction: 'outbound', protocol: 6, icmp: [], localPorts: ANY_PORTS, remotePorts: portSet([], ['cortana']) },
  { direction: 'inbound', protocol: 17, icmp: [], localPorts: portSet([], ['dhcp']), remotePorts: ANY_PORTS }, { direction: 'inbound', protocol: 6, icmp: [], localPorts: portSet([], ['tcpcdpsvc']), remotePorts: ANY_PORTS },
)
const undecidedRule = (sayable: Case['sayable']): fc.Arbitrary<Rule> =>
  fc.tuple(rule, undecided).map(([r, values]) => changed(sayable(changed(r, { id: 'Id', name: 'R', enabled: true, action: 'allow' })), values))

// ------------------------------------------------------------------------------------------------------------- formats

interface Case {
  readonly format: Format
  readonly path: string
  /** The rule as far as this grammar can say it; each change has its reason. */
  readonly sayable: (rule: Rule) => Rule
}
const asIs = (r: Rule): Rule => r
const keep = (words: readonly string[]) => (set: PortSet): PortSet => (set.keywords.every(k => words.includes(k)) ? set : ANY_PORTS)
const CASES: readonly Case[] = [
  { format: registryPol, path: 'Machine/registry.pol', sayable: asIs },
  { format: reg, path: 'rules.reg', sayable: asIs },
  { format: lgpoText, path: 'rules.lgpo', sayable: asIs },
  { format: rulesYaml, path: 'rules.yml', sayable: asIs },
  { format: powershell, path: 'rules.ps1', sayable: r => changed(r, { localPorts: keep(['rpc', 'rpc-epmap', 'iphttps', 'teredo', 'ply2disc', 'mdns'])(r.localPorts) }) }, // the words of the cmdlet
  {
    format: netsh, path: 'rules.cmd',
    sayable: r => changed(r, {
      id: null, // netsh makes the id itself
      name: r.name.replaceAll('"', "'"), // no quotation mark can stand in an argument of a batch file
      group: undefined, // it has no word for it
      platforms: [], // nor for this
      icmp: r.icmp.slice(0, 1), // a rule of netsh has one type; of several the writer makes several rules
      interfaceTypes: r.interfaceTypes.slice(0, 1), // interfacetype takes one
      localPorts: keep(['rpc', 'rpc-epmap', 'iphttps', 'teredo'])(r.localPorts), // the words of its help
      remoteAddresses: wholeWords(r.remoteAddresses), // its words have no family
    }),
  },
  {
    format: intuneJson, path: 'rules.json',
    sayable: r => changed(r, {
      id: null, group: undefined, // a rule of the catalog has its name only
      platforms: [],
      localPorts: keep([])(r.localPorts), remotePorts: keep([])(r.remotePorts), // numbers only
      remoteAddresses: wholeWords(r.remoteAddresses), // its words have no family
    }),
  },
]
const NETSH_WORDS: readonly string[] = ['local-subnet', 'dns', 'dhcp', 'wins', 'default-gateway']
const wholeWords = (set: AddressSet): AddressSet => (set.keywords.every(k => NETSH_WORDS.includes(k)) ? set : ANY_ADDRESSES)

function readBack({ format, path }: Case, list: readonly Rule[]): { known: boolean; rules: readonly Rule[]; problems: readonly string[] } {
  const written = format.write!(list)
  const file = sourceFile(path, typeof written === 'string' ? new TextEncoder().encode(written) : written)
  const { parts, problems } = format.parse(file, {})
  return { known: format.recognises(file), rules: parts.flatMap(part => part.rules), problems: problems.map(({ message }) => message) }
}
const said = (r: Rule): string => `${r.name}: ${contentKey(r)}`

describe.each(CASES)('$format.id', it => {
  test('what is written reads back as the same rules', () => {
    fc.assert(fc.property(rules, list => {
      const sayable = list.map(it.sayable)
      const back = readBack(it, sayable)
      expect(back.known).toBe(true)
      expect(back.problems).toEqual([])
      expect(back.rules.map(said)).toEqual(sayable.map(said))
      if (sayable[0]?.id !== null) expect(back.rules.map(r => [r.id, r.group])).toEqual(sayable.map(r => [r.id, r.group]))
    }), { numRuns: 200 })
  }, 60_000)

  test('what cannot be said leaves the rule out, or off: nothing is opened by what was lost', () => {
    fc.assert(fc.property(undecidedRule(it.sayable), r => {
      const [back] = readBack(it, [r]).rules
      if (back === undefined || back.enabled === false || back.malformed !== undefined || contentKey(back) === contentKey(r)) return
      // Another spelling may keep the rule from proving anything as well.
      expect([contentKey(r), contentKey(back), back.unmodelled.length + back.remoteAddresses.unresolved.length + back.localPorts.unresolved.length > 0]).toEqual([contentKey(r), contentKey(back), true])
    }), { numRuns: 200 })
  }, 60_000)
})

/** Entries of a PReg file by Samba's own grammar of [MS-GPREG], as `key, value name, type, bytes in hexadecimal`. */
const SAMBA = `
import json, sys
from samba.dcerpc import preg
from samba.ndr import ndr_unpack, ndr_pack
file = ndr_unpack(preg.file, sys.stdin.buffer.read())
def data(e):
    return e.data if isinstance(e.data, int) else (e.data if isinstance(e.data, str) else bytes(e.data).decode("utf-16-le"))
print(json.dumps([[e.keyname, e.valuename, e.type, data(e)] for e in file.entries]))
`
const python = ['python3', '/usr/bin/python3'].find(name => spawnSync(name, ['-c', 'from samba.dcerpc import preg']).status === 0)
const withSamba = python === undefined ? test.skip : test
withSamba('another reader finds the same in registry.pol (skipped where python3 has no samba)', () => {
  for (const list of fc.sample(rules, { numRuns: 3, seed: 1 })) {
    const written = registryPol.write!(list)
    const { stdout, stderr } = spawnSync(python!, ['-c', SAMBA], { input: written, encoding: 'utf8' })
    expect(stderr).toBe('')
    const key = 'Software\\Policies\\Microsoft\\WindowsFirewall'
    const [version, ...entries] = JSON.parse(stdout) as [string, string, number, string | number][]
    expect(version).toEqual([key, 'PolicyVersion', 4, 0x21f])
    expect(entries).toEqual(list.map(r => [`${key}\\FirewallRules`, r.id, 1, writeRuleString(r)]))
  }
})

test('two rules of one id, and ids that no file may hold, stay two rules', () => {
  const [a, b, c] = ['A', 'a', 'x|y'].map(id => makeRule({ id, name: `name ${id}`, protocol: 6, localPorts: portSet([[445, 445]]), source }))
  for (const it of CASES) expect([it.format.id, readBack(it, [a!, b!, c!]).rules.length]).toEqual([it.format.id, 3])
})
