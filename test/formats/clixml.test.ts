import { expect, test } from '@jest/globals'
import { clixml } from '../../src/formats/clixml.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

const objs = (inside: string): string => `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${inside}\n</Objs>`
const parse = (text: string) => {
  const file = sourceText('export/rules.xml', text)
  expect(clixml.recognises(file)).toBe(true)
  const { parts, problems } = clixml.parse(file, {})
  const rules = parts.flatMap(part => part.rules)
  return { parts, problems, rules, plain: rules.map(rule => JSON.parse(JSON.stringify({ ...neutralRule(rule), source: undefined }))) }
}
const flat = `<Obj RefId="0">
<TN RefId="0"><T>Selected.Microsoft.Management.Infrastructure.CimInstance</T><T>System.Object</T></TN>
<MS><S N="Name">CM-Notify</S><S N="DisplayName">CM_x000A_notify</S>
<Obj N="Enabled" RefId="1"><TN RefId="1"><T>Enabled</T></TN><ToString>True</ToString><U16>1</U16></Obj>
<U16 N="Direction">1</U16><U16 N="Action">2</U16><U16 N="Profile">5</U16><S N="Protocol">TCP</S>
<Obj N="LocalPort" RefId="2"><TN RefId="2"><T>System.String[]</T></TN><LST><S>10123</S><S>5000-5010</S></LST></Obj>
<S N="RemoteAddress">LocalSubnet</S><Nil N="Owner" /></MS></Obj>`

test('a flattened object, as scripts write it', () => {
  const { plain, problems, rules } = parse(objs(flat))
  expect(problems).toEqual([])
  expect(plain).toEqual([{
    id: 'CM-Notify', name: 'CM\nnotify', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', profiles: ['domain', 'public'],
    localPorts: ['10123', '5000-5010'], remoteAddresses: ['local-subnet'],
  }])
  expect(placeOf(rules[0]!.source)).toMatchObject({ path: 'export/rules.xml', line: 2, endLine: 8 })
  expect(placeOf(partOf(rules[0]!, 'localPorts'))).toMatchObject({ line: 7 })
})

test('a list of objects, and a value that is only referred to', () => {
  const second = flat.replace('CM-Notify', 'B').replace(/<Obj N="LocalPort".*<\/Obj>/, '<Ref N="LocalPort" RefId="2" />').replace(/RefId="0"/, 'RefId="9"').replace('<Obj N="Enabled" RefId="1">', '<Obj N="Enabled" RefId="8">')
  const { plain, problems } = parse(objs(`<Obj RefId="10"><TN RefId="5"><T>System.Object[]</T></TN><LST>${flat}${second}</LST></Obj>`))
  expect(problems).toEqual([])
  expect(plain.map(({ id, localPorts }) => [id, localPorts])).toEqual([['CM-Notify', ['10123', '5000-5010']], ['B', ['10123', '5000-5010']]])
})

const bare = '<Obj RefId="0"><TN RefId="0"><T>CimInstance#root/standardcimv2/MSFT_NetFirewallRule</T></TN><ToString>MSFT_NetFirewallRule</ToString><Props>'
  + '<S N="InstanceID">{A}</S><S N="ElementName">x</S><S N="DisplayName">plain</S><U16 N="Enabled">2</U16><U16 N="Direction">2</U16><U16 N="Action">4</U16><U16 N="Profiles">0</U16></Props>'
  + '<MS><Obj N="__ClassMetadata" RefId="1"><LST><Obj RefId="2"><MS><S N="ClassName">MSFT_NetFirewallRule</S></MS></Obj></LST></Obj></MS></Obj>'
test('filters in the same file are joined by InstanceID; a rule without any decides nothing', () => {
  const filter = '<Obj RefId="7"><Props><S N="InstanceID">{a}</S><S N="Protocol">UDP</S><S N="RemotePort">53</S></Props></Obj>'
  const joined = parse(objs(bare + filter))
  expect(joined.problems).toEqual([])
  expect(joined.plain).toEqual([{ id: '{A}', name: 'plain', direction: 'outbound', action: 'block', enabled: false, protocol: 'udp', remotePorts: ['53'] }])
  const alone = parse(objs(bare))
  expect(alone.problems.map(({ code }) => code)).toEqual(['requirement-unverifiable'])
  expect(alone.rules[0]?.unmodelled).not.toEqual([])
})

test('UTF-16 as PowerShell 5.1 writes it, cut off in the middle', () => {
  const text = objs(flat + flat.replace('CM-Notify', 'B'))
  const file = sourceFile('r.clixml', Buffer.from(`\uFEFF${text.slice(0, text.lastIndexOf('RemoteAddress'))}`, 'utf16le'))
  expect(clixml.recognises(file)).toBe(true)
  const { parts, problems } = clixml.parse(file, {})
  expect(parts.flatMap(({ rules }) => rules.map(({ id }) => id))).toEqual(['CM-Notify'])
  expect(problems).toMatchObject([{ code: 'file-unreadable' }])
})

test.each([objs('<S>text</S>'), '<Objs><S N="Direction"/><S N="Action"/></Objs>', objs('<Obj><MS><S N="Direction">1</S></MS></Obj>'), ''])('not ours: %s', text => {
  expect(clixml.recognises(sourceText('x.xml', text))).toBe(false)
})

test('nothing throws on broken files', () => {
  const text = objs(flat)
  for (let end = 0; end < text.length; end++) expect(() => clixml.parse(sourceText('x.xml', text.slice(0, end)), {})).not.toThrow()
  for (const odd of ['<Obj>'.repeat(500), '<LST/><MS><S N="a"/></MS><Ref/>', '<Obj><LST><LST><S/></LST></LST></Obj>']) expect(() => clixml.parse(sourceText('x.xml', objs(odd)), {})).not.toThrow()
})
