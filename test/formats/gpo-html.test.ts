import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { gpoHtml } from '../../src/formats/gpo-html.ts'
import { neutralRule, partOf, placeOf } from '../../src/model/rules.ts'
import { sourceFile, sourceText } from '../../src/text/source-file.ts'

const title = (text: string): string => `<div><span class="sectionTitle" tabindex="0">${text}</span><a class="expando" href="#"></a></div>\n`
const row = (left: string, right: string): string => `<tr><td>${left}</td><td>${right}</td></tr>\n`
const report = (inside: string): string => `<html dir="ltr" gpmc_reportInitialized="false">
<head><title>CM clients</title></head><body>
${title('Computer Configuration (Enabled)')}${title('Windows Defender Firewall with Advanced Security')}${title('Global Settings')}${inside}</body></html>`
const FIELDS = {
  Enabled: 'True', Program: '%SystemRoot%\\CCM\\CcmExec.exe', Action: 'Allow', Security: 'Require authentication', 'Authorized computers': '', Protocol: '6',
  'Local port': '2701, 5000-5010', 'Remote port': 'Any', 'ICMP settings': 'Any', 'Local scope': 'Any', 'Remote scope': '10.0.0.0/8, Local subnet', Profile: 'Domain, Private',
  'Network interface type': 'All', Service: 'All programs and services', 'Allow edge traversal': 'False', Group: 'CM',
}
const rule = (name: string, fields: Record<string, string>): string => `${row(name, 'what it is for')}<tr><td colspan="2"><table class="subtable" >
${Object.entries(fields).map(([key, value]) => row(key, value)).join('')}</table></td></tr>\n`
const parse = (text: string) => {
  const file = sourceText('reports/clients.htm', text)
  expect(gpoHtml.recognises(file)).toBe(true)
  const read = gpoHtml.parse(file, {})
  return { ...read, part: read.parts[0]!, plain: (read.parts[0]?.rules ?? []).map(r => JSON.parse(JSON.stringify({ ...neutralRule(r), source: undefined }))) }
}

test('an English report: rules, which prove nothing by themselves', () => {
  const { part, plain, problems, gpo } = parse(report(`${title('Inbound Rules')}<table class="info">${rule('CM &amp; remote', FIELDS)}</table>${title('Outbound Rules')}<table>${rule('Out', { Enabled: 'False', Action: 'Block' })}</table>`))
  expect(problems).toEqual([])
  expect(gpo).toEqual({ name: 'CM clients', computerEnabled: true })
  expect(plain).toEqual([{
    id: null, name: 'CM & remote', group: 'CM', direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701', '5000-5010'],
    profiles: ['domain', 'private'], remoteAddresses: ['10.0.0.0/8', 'local-subnet'], program: '%SystemRoot%\\CCM\\CcmExec.exe', unmodelled: ['Security=Require authentication'],
  }, { id: null, name: 'Out', direction: 'outbound', action: 'block', enabled: false, protocol: 'any' }])
  const { origin, start, end } = partOf(part.rules[0]!, 'localPorts')
  const place = origin.place(start, end)
  expect(origin.line(place.line)?.slice(place.column - 1, place.endColumn - 1)).toBe('2701, 5000-5010')
})

test('values of profiles', () => {
  const { part, problems } = parse(report(`${title('Domain Profile Settings')}<table>${row('Firewall state', 'On')}${row('Inbound connections', 'Block')}${row('Outbound connections', 'Allow')}
${row('Apply local firewall rules', 'No')}</table>${title('Public Profile Settings')}<table>${row('Firewall state', 'Off')}${row('Apply local firewall rules', 'Not Configured')}${row('Inbound connections', 'Perhaps')}</table>`))
  expect(part.profiles).toMatchObject({
    domain: { enabled: { value: true }, defaultInbound: { value: 'block' }, defaultOutbound: { value: 'allow' }, allowLocalRules: { value: false } },
    public: { enabled: { value: false } },
  })
  expect(part.profiles.public).not.toHaveProperty('allowLocalRules')
  expect(problems.map(({ code, source }) => [code, placeOf(source).key])).toEqual([['requirement-unverifiable', 'public/Inbound connections']])
})

test('what is shown and not understood may be anything', () => {
  const { plain } = parse(report(`${title('Inbound Rules')}<table>${rule('A', { Enabled: 'True', Action: 'Allow', Protocol: '6', 'Local port': 'Some service', Profile: 'Lab' })}</table>`))
  expect(plain[0]).toMatchObject({ unmodelled: ['Profile=Lab', 'Local port=Some service'] })
})

test.each([
  ['in another language', report('').replace('Windows Defender Firewall with Advanced Security', '고급 보안이 포함된 Windows Defender 방화벽').replace('Global Settings', '전역 설정')],
  ['with settings of the old templates', report(title('Inbound Rules')).replace('</body>', '<span gpmc_settingName="Windows Firewall: Define inbound port exceptions">x</span></body>')],
])('a report %s is recognised, and says that XML is better', (_, text) => {
  expect(parse(text).problems).toMatchObject([{ code: 'requirement-unverifiable', message: expect.stringContaining('Export this GPO as XML') }])
})

test.each(['<html><body>Windows Firewall</body></html>', 'gpmc_reportInitialized', ''])('%j is not ours', text => {
  expect(gpoHtml.recognises(sourceText('a.html', text))).toBe(false)
})

const shared = new URL('../../../shared/corpus/', import.meta.url).pathname
const testReal = existsSync(shared) ? test : test.skip
testReal('real reports (skipped where the samples are absent)', () => {
  const expected = (JSON.parse(readFileSync(`${shared}expected.json`, 'utf8')) as { files: Record<string, { rules: { name: string; localPorts: string[] }[] }> }).files
  const paths = globSync(`${shared}gpo-html/**/*.htm*`)
  expect(paths.length).toBeGreaterThan(0)
  for (const path of paths) {
    const file = sourceFile('r.html', readFileSync(path))
    expect(gpoHtml.recognises(file)).toBe(true)
    const { parts, problems } = gpoHtml.parse(file, {})
    expect(problems).toEqual([])
    const found = (parts[0]?.rules ?? []).map(r => ({ name: r.name, localPorts: r.localPorts.text ?? ['Any'] }))
    expect(found).toEqual((expected[path.slice(shared.length)]?.rules ?? []).map(({ name, localPorts }) => ({ name, localPorts })))
  }
})
