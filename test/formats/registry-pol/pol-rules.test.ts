import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { registryPol } from '../../../src/formats/registry-pol.ts'
import { parseRuleString } from '../../../src/formats/shared/rule-string.ts'
import { COMPARABLE, type RuleTable, SETS, tableOf } from '../../../src/model/table.ts'
import { neutralRule } from '../../../src/model/rules.ts'
import type { Rule } from '../../../src/model/types.ts'
import { sourceFile } from '../../../src/text/source-file.ts'
import { polBytes, type PolRecord } from '../registry-files.ts'

const list = (key: string, entries: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(entries, { maxLength: 3 }).map(values => values.map(value => `${key}=${value}|`).join(''))
const v4 = fc.constantFrom('10.0.0.1', '10.0.0.0/24', '10.0.0.9-10.0.0.12', '10.0.0.13', '192.0.2.7', 'LocalSubnet', 'DNS')
const v6 = fc.constantFrom('2001:db8::/64', '2001:db8::1', 'fe80::1-fe80::9', 'LocalSubnet')
const token = fc.oneof(
  fc.constantFrom('', 'App=C:\\a.exe|', 'App=c:\\A.EXE|', 'Svc=Term|', 'IFType=Lan|', 'Platform=2:6:1|', 'Security=Authenticate|', 'LUOwn=S-1-5-18|', 'EmbedCtxt=G|'),
  list('LPort', fc.constantFrom('80', '443', '81', '9', 'RPC', '70000')), list('LPort2_10', fc.constantFrom('0-65535', '80-90', '91-99', 'IPHTTPSIn')), list('RPort', fc.constantFrom('1', '2', '65535')),
  list('RA4', v4), list('LA4', fc.constantFrom('10.0.0.1', '10.0.0.2')), list('RA6', v6), list('Profile', fc.constantFrom('Domain', 'Private')), list('RPort2_10', fc.constant('0-65535')),
)
const text = fc.tuple(
  fc.constantFrom('Allow', 'Block', 'ByPass'), fc.constantFrom('TRUE', 'FALSE'), fc.constantFrom('In', 'Out'), fc.constantFrom('', 'Protocol=6|', 'Protocol=17|', 'Protocol=1|ICMP4=8:*|'), fc.array(token, { maxLength: 6 }),
).map(([action, active, direction, protocol, tokens]) => `v2.31|Action=${action}|Active=${active}|Dir=${direction}|${protocol}${tokens.join('')}Name=n|`)
const rulesOf = (records: readonly PolRecord[]): readonly Rule[] => registryPol.parse(sourceFile('registry.pol', polBytes(records)), {}).parts[0]?.rules ?? []
const said = (rule: Rule | undefined): unknown => rule && { ...neutralRule(rule), source: undefined, id: undefined }

test('a rule of the table says what its rule string says, whatever stood in its row before', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), text), { minLength: 1, maxLength: 12 }), records => {
    const last = new Map(records)
    const source = { origin: sourceFile('x', new Uint8Array()).origin, start: 0, end: 0, key: undefined }
    const expected = [...last].map(([id, data]) => parseRuleString(data, id, source, () => source, []))
    expect(rulesOf(records.map(([name, data]) => ({ name, data }))).map(said)).toEqual(expected.map(said))
  }), { numRuns: 500 })
})

/** The rows of a table without the numbers that each table gives by itself. */
const rowsOf = ({ count, bits, programs, services, extras, names, extraValues, sets, stores }: RuleTable): unknown => Array.from({ length: count }, (_, row) => {
  const own = bits[row] as number
  if (own === 0) return 'nothing'
  const words = SETS.map(s => [...stores[s].words.slice(sets[s][row], stores[s].end(sets[s][row] as number))])
  if ((own & COMPARABLE) === 0) return { bits: own, words }
  return { bits: own, words, program: names.nameOf(programs[row] as number).toLowerCase(), service: names.nameOf(services[row] as number), extra: extraValues[extras[row] as number] }
})
test('the table that reading fills is the one that its rules make', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', '**del.a', '\u00e4'), text), { minLength: 1, maxLength: 12 }), records => {
    const rules = rulesOf(records.map(([name, data]) => ({ name, data: name === '**del.a' ? ' ' : data })))
    expect(rowsOf(tableOf(rules))).toEqual(rowsOf(tableOf([...rules])))
    expect(tableOf(rules).bits[rules.length]).toBeDefined() // the row for packets
  }), { numRuns: 500 })
})
