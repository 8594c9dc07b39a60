import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gpreportXml } from '../../../src/formats/gpreport-xml.ts'
import { registryPol } from '../../../src/formats/registry-pol.ts'
import { sourceText } from '../../../src/text/source-file.ts'
import { pol } from '../registry-files.ts'

type Token = readonly [key: string, value: string]
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const element = (rule: readonly Token[], inside = ''): string => {
  const name = rule.some(([key, value]) => key === 'Dir' && value === 'Out') ? 'OutboundFirewallRules' : 'InboundFirewallRules'
  return `<q1:${name}>\r\n  <q1:Version>2.31</q1:Version>${rule.map(([key, value]) => `\r\n  <q1:${key.replace(/2_10$/, '')}>${escaped(value)}</q1:${key.replace(/2_10$/, '')}>`).join('')}${inside}\r\n</q1:${name}>`
}
const report = (rules: readonly string[]) => sourceText('g/gpreport.xml', `<?xml version="1.0" encoding="utf-16"?>
<GPO xmlns="http://www.microsoft.com/GroupPolicy/Settings"><Name>Clients</Name><Computer><Enabled>true</Enabled><ExtensionData>
<Extension xmlns:q1="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="q1:WindowsFirewallSettings">
<q1:DomainProfile><q1:EnableFirewall><q1:Value>true</q1:Value></q1:EnableFirewall></q1:DomainProfile>${rules.join('\n')}</Extension></ExtensionData></Computer></GPO>`)
const policy = (rules: readonly (readonly Token[])[]) =>
  registryPol.parse(pol(rules.map((rule, i) => ({ name: `{R-${i}}`, data: `v2.31|${rule.map(([key, value]) => `${key}=${value}|`).join('')}` }))), {})
const repeated = (rules: readonly string[]) => gpreportXml.parse(report(rules), { repeats: true })

const rule: readonly Token[] = [['Action', 'Allow'], ['Active', 'TRUE'], ['Dir', 'In'], ['Protocol', '6'], ['Profile', 'Domain'], ['LPort2_10', '5000-5010'], ['RA4', '10.0.0.0/24'], ['Name', 'A & B <C>']]
const asReport = (tokens: readonly Token[]): readonly Token[] => tokens.map(([key, value]) => (key === 'Active' ? [key, value.toLowerCase()] : [key, value]))

test('a report that repeats its registry.pol is known by its digest, and its rules are read when somebody asks', () => {
  const file = repeated([element(asReport(rule))])
  expect([file.counts, file.problems]).toEqual([{ rules: 1, disabled: 0 }, []])
  expect(policy([rule]).digest?.()?.equals(file.digest!()!)).toBe(true)
  expect(file.parts[0]?.profiles.domain?.enabled?.value).toBe(true)
  expect(file.parts[0]?.rules.map(({ name }) => name)).toEqual(['A & B <C>'])
})

/** What counts, in one order. */
const inOrder = (rules: readonly (readonly Token[])[]): string => JSON.stringify(rules.map(r => r.filter(([key]) => key !== 'Desc' && key !== 'App').map(t => t.join('=')).sort().join('|')).sort())

test('order does not matter, every key that counts does', () => {
  const tokens = fc.tuple(
    fc.constantFrom('Allow', 'Block'), fc.constantFrom('TRUE', 'FALSE'), fc.constantFrom('In', 'Out'), fc.constantFrom('6', '17'), fc.subarray(['Domain', 'Private', 'Public']),
    fc.array(fc.constantFrom('80', '443', 'RPC'), { maxLength: 2 }), fc.array(fc.constantFrom('10.0.0.1', '10.0.0.0/24', 'LocalSubnet'), { maxLength: 2 }), fc.constantFrom('x', 'y & z', 'x<y>'),
  ).map(([action, active, dir, protocol, profiles, ports, addresses, name]): Token[] => [
    ['Action', action], ['Active', active], ['Dir', dir], ['Protocol', protocol], ...profiles.map((p): Token => ['Profile', p]), ...(dir === 'In' ? ports : []).map((p): Token => ['LPort', p]),
    ...addresses.map((a): Token => ['RA4', a]), ['Name', name], ['Desc', 'said'], ['App', 'System'],
  ])
  fc.assert(fc.property(fc.array(tokens, { maxLength: 4 }), fc.array(tokens, { maxLength: 4 }), fc.boolean(), (some, others, same) => {
    const mine = some
    const theirs = same ? [...some].reverse().map(r => [...r].reverse()) : others
    const [a, b] = [policy(mine).digest?.(), repeated(theirs.map(r => element(asReport(r)))).digest?.()]
    if (a && b) expect(a.equals(b)).toBe(inOrder(mine) === inOrder(theirs))
  }), { numRuns: 400 })
})

test.each([
  ['a comment', element(asReport(rule), '<!-- by hand -->')], ['an attribute', element(asReport(rule)).replace('<q1:Dir>', '<q1:Dir lang="en">')],
  ['a blank around a value', element(asReport(rule)).replace('>In<', '> In<')], ['an unknown reference', element(asReport(rule)).replace('&amp;', '&other;')],
  ['an Active that is neither true nor false', element(asReport(rule)).replace('>true<', '>t<')],
  ['an element inside a value', element(asReport(rule)).replace('>In<', '><b/>In<')], ['no end', element(asReport(rule)).slice(0, -10)],
])('with %s the whole report is read at once', (_, odd) => {
  const file = repeated([element(asReport(rule)), odd])
  expect(file.counts).toBeUndefined()
  expect(file).toEqual(gpreportXml.parse(report([element(asReport(rule)), odd]), {}))
})

test('a registry.pol with a rule that only the careful reader takes has no digest', () => {
  expect(policy([rule, [...rule, ['Action', 'Allow']]]).digest?.()).toBeUndefined()
})

test('one rule is found without reading the others', () => {
  const other: readonly Token[] = rule.map(([key, value]) => [key, key === 'Dir' ? 'Out' : value === 'A & B <C>' ? 'Web' : value])
  const file = repeated([element(asReport(rule)), element(asReport(other))])
  const found = (name: string, direction: 'inbound' | 'outbound') => file.find?.({ name, direction } as never)
  expect(found('A & B <C>', 'inbound')).toMatchObject({ start: file.parts[0]?.rules[0]?.source.start, end: file.parts[0]?.rules[0]?.source.end, key: 'InboundFirewallRules' })
  expect(found('Web', 'outbound')).toMatchObject({ start: file.parts[0]?.rules[1]?.source.start, end: file.parts[0]?.rules[1]?.source.end })
  expect(found('Web', 'inbound')).toBeUndefined()
  expect(found('Other', 'inbound')).toBeUndefined()
})

test('a name that stands a hundred thousand times elsewhere costs little', () => {
  const file = repeated([element(asReport(rule))])
  const many = sourceText('g/gpreport.xml', report([element(asReport(rule))]).text.replace('<Name>Clients</Name>', `<Name>Clients</Name><Permissions>${'<Name>Web</Name>'.repeat(100_000)}</Permissions>`))
  expect(gpreportXml.parse(many, { repeats: true }).find?.({ name: 'Web', direction: 'inbound' } as never)).toBeUndefined()
  expect(file.find?.({ name: 'Web', direction: 'inbound' } as never)).toBeUndefined()
})
