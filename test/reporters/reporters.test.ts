import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { walkXml } from '../../src/text/xml.ts'
import { sourceText } from '../../src/text/source-file.ts'
import { render, reporters } from './render.ts'
import { codeInfo } from '../../src/reporters/shared/codes.ts'
import { CODES } from '../../src/config/codes.ts'
import { context, HOSTILE, many, sample } from './sample.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/report.schema.json'), 'utf8')) as object
// What moves the cursor, colours, reorders or hides, or is half a character. Line ends and tabs are for the formats themselves.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u
/** As the runner reads its log (actions/runner, ActionCommand): blanks before `::` do not matter, `##[` counts anywhere. */
const commandsIn = (text: string): string[] => text.split(/\r\n|\r|\n/).filter(line => /^\s*::[\w-]/.test(line) || /##(?:vso)?\[/.test(line))

test('the sample report fits the schema, and a report with a wrong field does not', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema)
  expect(validate(JSON.parse(render('json', sample, context)))).toBe(true)
  expect(validate({ ...sample, findings: [{ ...sample.findings[0], colour: 'red' }] })).toBe(false)
  expect(validate({ ...sample, findings: [{ ...sample.findings[0], code: 'no-such-code' }] })).toBe(false)
})

test('every finding code has a title, and the schema knows it', () => {
  expect([...codeInfo.keys()]).toEqual(CODES)
  expect((schema as { $defs: { finding: { properties: { code: { enum: string[] } } } } }).$defs.finding.properties.code.enum).toEqual(CODES)
})

test.each(reporters.map(({ id }) => id))('%s: nothing that a policy file says becomes a control sequence', id => {
  const text = render(id, sample, { ...context, verbose: true })
  expect(UNSAFE.exec(text)?.[0]).toBeUndefined()
  const own = id === 'github' ? /^::(?:error|warning|notice) title=/ : id === 'azure' ? /^##vso\[task\.logissue type=/ : /(?!)/
  expect(commandsIn(text).filter(line => !own.test(line) || line.slice(5).includes('##vso['))).toEqual([])
})

test.each(reporters.map(({ id }) => id))('%s: renders Korean, quiet and empty reports, and gives the same bytes twice', id => {
  const empty = { ...sample, assumptions: [], files: [], targets: [], findings: [], suppressed: [], summary: { error: 0, warning: 0, notice: 0, satisfied: 0, required: 0, suppressed: 0 } }
  for (const report of [sample, empty]) {
    for (const how of [context, { ...context, locale: 'ko' as const }, { ...context, quiet: true }]) expect(render(id, report, how)).toBe(render(id, report, how))
  }
})

test('json keeps hostile text as it is', () => {
  const { findings } = JSON.parse(render('json', sample, context)) as typeof sample
  expect(findings[1]?.location.key).toBe(HOSTILE)
})

test('text shows place, source line with a caret, remedy and what else is concerned', () => {
  const text = render('text', { ...sample, findings: sample.findings.slice(0, 1) }, context)
  expect(text).toBe(`error requirement-missing  policies/clients.ps1:3:1
  Client push installation needs inbound TCP 445: the rule "CM SMB" would allow it, but is disabled.
  3 | New-NetFirewallRule -Name 'CM-SMB' -Enabled False
    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Remedy: Set-NetFirewallRule -Name 'CM-SMB' -Enabled True
  See also: policies/base.ps1:7  An older copy stands here.
  Needed for: Workstations: client-push (push-smb-in, push-fps-in)

Assumed: features are assumed: no config. Name those in use ("features" of a config, the option or the input): until then what is missing is at most a warning
1 error, 1 warning, 1 notice; 1 of 3 needs met; 1 suppressed; 4 rules in 1 policy file
`)
})

test('what is assumed is told in Korean too, and as it is in JSON', () => {
  const assumptions = [
    'explicit address scopes are taken as meant where site.systems does not place the other end (targets A, B, C and 2 more)', 'features are assumed: the config names none',
    'the older tree has no config, so it is not said what needs this change cuts', 'this change lowers the severity of rule-shadowed: until it is merged the one of the base commit counts',
  ]
  const report = { ...sample, assumptions }
  for (const id of ['text', 'markdown', 'html']) {
    const korean = render(id, report, { ...context, locale: 'ko' })
    expect(korean).toContain('A, B, C 외 2개')
    expect(korean).not.toMatch(/are assumed|taken as meant|older tree|lowers the severity/)
    expect(render(id, report, context)).toContain('taken as meant')
  }
  expect((JSON.parse(render('json', report, { ...context, locale: 'ko' })) as typeof sample).assumptions).toEqual(assumptions)
})

test('a caret stands under the right characters after wide ones, and long lines are cut around it', () => {
  const at = (line: string, column: number, endColumn: number): string[] => {
    const finding = { ...sample.findings[0] as (typeof sample.findings)[0], location: { path: 'a', line: 1, column, endLine: 1, endColumn } }
    return render('text', { ...sample, findings: [finding] }, { ...context, excerpt: () => ({ firstLine: 1, lines: [line] }) }).split('\n').slice(2, 4)
  }
  expect(at('방화벽 x', 5, 6)).toEqual(['  1 | 방화벽 x', '    |        ^'])
  const [shown = '', caret = ''] = at(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, 501, 505)
  expect(shown.length).toBeLessThan(140)
  expect(shown.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('HERE')
})

test('colour is only used when asked for', () => {
  expect(render('text', sample, context)).not.toContain('\u001b[')
  expect(render('text', sample, { ...context, color: true })).toContain('\u001b[1;31merror\u001b[0m')
})

test('github: ten annotations of a level at most, the tenth says how many more', () => {
  const lines = render('github', many(40), context).split('\n').filter(line => line.startsWith('::error'))
  expect(lines).toHaveLength(10)
  expect(lines[9]).toContain('31 more findings')
  expect(render('github', many(10), context).split('\n').filter(line => line.startsWith('::error'))).toHaveLength(10)
})

test('github: properties and message are escaped as the toolkit does', () => {
  const [error = ''] = render('github', { ...sample, findings: [{ ...sample.findings[0] as (typeof sample.findings)[0], message: '100% :,\nnext', location: { path: 'a,b:c%.ps1', line: 1, column: 2, endLine: 1, endColumn: 4 } }] }, context).split('\n')
  expect(error).toBe('::error title=requirement-missing,file=a%2Cb%3Ac%25.ps1,line=1,col=2,endColumn=4::100%25 :,%0Anext%0ASet-NetFirewallRule -Name \'CM-SMB\' -Enabled True')
})

test('markdown stays within a job summary whatever the number and size of findings', () => {
  const huge = { ...many(3000), targets: Array.from({ length: 3 }, (_, i) => ({ ...sample.targets[0] as (typeof sample.targets)[0], name: `T${i}`, requirements: Array.from({ length: 5000 }, (__, j) => ({ id: `id-${j}`, feature: 'client-push', status: 'missing' as const, severity: 'required' as const, by: [] })) })) }
  const page = render('markdown', huge, context)
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000_000)
  expect(page).toContain('more findings left out here')
  expect((page.match(/<details>/g) ?? []).length).toBe((page.match(/<\/details>/g) ?? []).length)
})

test('markdown: hostile text neither formats, mentions, links nor ends its cell', () => {
  const page = render('markdown', sample, context)
  const outside = page.replace(/(`{3,})[\s\S]*?\n\1/g, '')
  expect(outside).not.toMatch(/@octocat|<img|<script|\]\(http|!\[|http:\/\//)
  for (const row of outside.split('\n').filter(line => line.startsWith('| <code>'))) expect(row.split('|')).toHaveLength(6)
})

test('junit is well formed', () => {
  const xml = render('junit', sample, context)
  expect(walkXml(xml, { open: () => true, close: () => {}, text: () => {} } as never)).toBeUndefined()
  expect(xml).toContain('failures="1"')
  expect(sourceText('a.xml', xml).text.startsWith('<?xml')).toBe(true)
})

test('sarif: results point into the list of rules, uris are encoded, suppressed ones say why', () => {
  const { runs: [run] } = JSON.parse(render('sarif', sample, context)) as { runs: [{ tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; locations: { physicalLocation: { artifactLocation: { uri: string } } }[]; suppressions?: unknown[] }[] }] }
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
  expect(run.results.map(r => r.locations[0]?.physicalLocation.artifactLocation.uri)[2]).toBe('policies/%7B11111111-2222-3333-4444-555555555555%7D/registry.pol')
  expect(run.results.filter(r => r.suppressions)).toHaveLength(1)
})

test('gitlab and azure carry place, code and severity', () => {
  expect(JSON.parse(render('gitlab', sample, context))).toMatchObject([{ check_name: 'requirement-missing', severity: 'major', location: { path: 'policies/clients.ps1', lines: { begin: 3 } } }, {}, {}])
  expect(render('azure', sample, context).split('\n')[0]).toMatch(/^##vso\[task\.logissue type=error;sourcepath=policies\/clients\.ps1;linenumber=3;columnnumber=1;code=requirement-missing\]Client push/)
})

test('titles of features and roles are for people: programs read ids in every language', () => {
  const titles = { feature: () => '기능의 이름', role: () => '역할의 이름' }
  for (const { id } of reporters) {
    const [plain, titled] = [undefined, titles].map(t => render(id, sample, { ...context, locale: 'ko', verbose: true, titles: t }))
    if (['text', 'markdown', 'html'].includes(id)) expect(titled).toContain('기능의 이름')
    else expect(titled).toBe(plain)
  }
})
