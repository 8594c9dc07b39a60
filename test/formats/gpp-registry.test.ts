import { expect, test } from '@jest/globals'
import { gppRegistry } from '../../src/formats/gpp-registry.ts'
import { neutralRule, placeOf } from '../../src/model/rules.ts'
import { sourceText } from '../../src/text/source-file.ts'

const LOCAL = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy'
const item = (attributes: string, { on = '', filters = '' } = {}): string =>
  `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="x" ${on}>${filters}<Properties hive="HKEY_LOCAL_MACHINE" ${attributes}/></Registry>\n`
const value = (action: string, key: string, name: string, type: string, data: string): string =>
  `action="${action}" key="${LOCAL}\\${key}" name="${name}" type="${type}" value="${data}"`
const RULE = 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=2701|Name=CM &amp; remote control|'
const parse = (items: string) => {
  const file = sourceText('Preferences/Registry/Registry.xml', `<?xml version="1.0" encoding="utf-8"?>\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">\n${items}</RegistrySettings>`)
  expect(gppRegistry.recognises(file)).toBe(true)
  return gppRegistry.parse(file, {})
}

test('items write the local store: rules and profile values', () => {
  const { parts, problems } = parse(item(value('U', 'FirewallRules', 'CM-RC', 'REG_SZ', RULE)) + item(value('R', 'StandardProfile', 'EnableFirewall', 'REG_DWORD', '00000000')))
  expect(problems).toEqual([])
  expect(parts).toHaveLength(1)
  expect(parts[0]?.store).toBe('local')
  const rule = parts[0]!.rules[0]!
  expect(neutralRule(rule)).toMatchObject({ id: 'CM-RC', name: 'CM & remote control', direction: 'inbound', protocol: 'tcp', localPorts: ['2701'], enabled: true })
  expect(placeOf(rule.source)).toMatchObject({ line: 3, key: `${LOCAL}\\FirewallRules\\CM-RC` })
  expect(parts[0]?.profiles).toMatchObject({ private: { enabled: { value: false } } })
})

test('a policy key is group policy, a user hive is nothing', () => {
  const { parts } = parse(item('action="U" key="SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile" name="DoNotAllowExceptions" type="REG_DWORD" value="00000001"')
    + item(value('U', 'FirewallRules', 'A', 'REG_SZ', RULE)).replace('HKEY_LOCAL_MACHINE', 'HKEY_CURRENT_USER'))
  expect(parts.map(({ store, rules }) => [store, rules.length])).toEqual([['group-policy', 0]])
  expect(parts[0]?.profiles).toMatchObject({ domain: { blockAllInbound: { value: true } } })
})

test('deletions act where they stand, items switched off do not act', () => {
  const { parts } = parse(item(value('U', 'FirewallRules', 'A', 'REG_SZ', RULE)) + item(value('D', 'FirewallRules', 'a', 'REG_SZ', ''))
    + item(value('U', 'FirewallRules', 'B', 'REG_SZ', RULE), { on: 'disabled="1"' })
    + `<Collection name="c" disabled="1">${item(value('U', 'FirewallRules', 'C', 'REG_SZ', RULE))}</Collection>`)
  expect(parts[0]?.rules).toEqual([])
  expect(parts[0]?.changes).toMatchObject([{ kind: 'remove', select: { ids: ['a'] } }])
})

test('item-level targeting makes a rule one that may not be there', () => {
  const filters = '<Filters><FilterGroup bool="AND" not="0" name="CONTOSO\\Labs"/></Filters>'
  const { parts } = parse(item(value('U', 'FirewallRules', 'A', 'REG_SZ', RULE), { filters }) + item(value('U', 'FirewallRules', 'B', 'REG_SZ', RULE))
    + item(value('U', 'DomainProfile', 'EnableFirewall', 'REG_DWORD', '00000001'), { filters }))
  expect(parts[0]?.rules.map(({ id, unmodelled }) => [id, unmodelled])).toEqual([['A', ['condition=item-level targeting']], ['B', []]])
  expect(parts[0]?.profiles.domain?.enabled?.condition).toBe('item-level targeting')
})

test('a mistake in a rule string is a problem at its token', () => {
  const { parts, problems } = parse(item(value('U', 'FirewallRules', 'A', 'REG_SZ', 'v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=99999|Name=x|')))
  expect(parts[0]?.rules[0]?.malformed).toBeDefined()
  const { origin, start, end } = problems[0]!.source
  const place = origin.place(start, end)
  expect(origin.line(place.line)?.slice(place.column - 1, place.endColumn - 1)).toBe('LPort=99999')
})

test.each([
  '<RegistrySettings clsid="x"><Registry><Properties key="SOFTWARE\\Contoso"/></Registry></RegistrySettings>',
  '<Other>WindowsFirewall</Other>', 'FirewallPolicy', '',
])('%j is not ours', text => {
  expect(gppRegistry.recognises(sourceText('Registry.xml', text))).toBe(false)
})

test('nothing throws on broken files', () => {
  const text = `<RegistrySettings>${item(value('U', 'FirewallRules', 'A', 'REG_SZ', RULE))}</RegistrySettings>`
  for (let end = 0; end < text.length; end++) expect(() => gppRegistry.parse(sourceText('Registry.xml', text.slice(0, end)), {})).not.toThrow()
})
