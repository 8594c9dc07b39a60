import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import type { RequirementReport, TargetReport } from '../../src/model/report.ts'
import { render } from './render.ts'
import { binary, context, hostile, many, missing, sample } from './sample.ts'

const page = render('html', sample, context)
const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
const between = (start: string, end: string, text = page): string => text.split(start)[1]?.split(end)[0] ?? ''
const need = (id: string, status: RequirementReport['status'], more: Partial<RequirementReport> = {}): RequirementReport =>
  ({ id, feature: 'client-push', status, severity: 'required', by: [], peer: 'site-server', direction: 'inbound', ...more })
const target = (name: string, ...requirements: RequirementReport[]): TargetReport => ({ name, role: 'client', layers: [], requirements })

test('the policy names the hashes of the one style and the one script, and allows nothing else', () => {
  expect(between('Content-Security-Policy" content="', '"')).toBe(
    `default-src 'none'; style-src '${hash(between('<style>', '</style>'))}'; script-src '${hash(between('<script>', '</script>'))}'; base-uri 'none'; form-action 'none'`)
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toMatch(/<(?:img|link|iframe|object|embed|base)\b|<[a-z][^>]*\s(?:src|style|on\w+)=/)
  expect([...page.matchAll(/\shref="([^"]*)"/g)].every(([, href]) => href?.startsWith('#'))).toBe(true)
  expect(between('<style>', '</style>')).not.toMatch(/url\(|@import/)
})

test('what is grave stands first, then by place', () => {
  const text = render('html', { ...sample, findings: [hostile, missing, binary] }, context)
  expect([...text.matchAll(/<article class="(\w+)"/g)].map(m => m[1])).toEqual(['error', 'warning', 'notice'])
})

test('a finding shows its line with the stretch marked, its packet in words, its remedy and its exact change', () => {
  const text = render('html', { ...sample, findings: [{ ...missing, fix: { startLine: 3, endLine: 3, was: ['-Enabled False'], lines: ['-Enabled True'] } }] },
    { ...context, excerpt: () => ({ firstLine: 3, lines: ["New-NetFirewallRule -Name 'CM-SMB' -Enabled False"] }) })
  expect(text).toContain('<i>3</i><b><mark>New-NetFirewallRule -Name &#39;CM</mark>-SMB&#39; -Enabled False</b>')
  expect(text).toContain('an inbound TCP packet to local port 445 on the Domain profile')
  expect(text).toContain('Exact change of line 3')
  expect(text).toContain('<del>− -Enabled False</del><ins>+ -Enabled True</ins>')
})

test('the table has a word and a sign in every cell, leads to the finding, and leaves knowledge out', () => {
  const text = render('html', { ...sample, targets: [target('Workstations', need('push-fps-in', 'blocked'), need('known', 'missing', { severity: 'informational' }), need('far', 'not-applicable'))] }, context)
  const table = between('<h2>Needs by target</h2>', '</table>', text)
  expect(table).toContain('<th scope="col">Workstations</th>')
  expect(table).toContain('<th scope="row"><code>push-fps-in</code></th><td class="blocked"><a href="#f1"><i class="sign" aria-hidden="true">⊘</i>blocked</a></td>')
  expect(text).not.toContain('known')
  expect(table).not.toContain('far')
  expect(text).toContain('1 need does not apply here')
})

test('a drawing has an arrow for each kind of flow, and cut ones carry a cross', () => {
  const text = render('html', { ...sample, targets: [target('Kiosks', need('a', 'missing'), need('b', 'satisfied', { direction: 'outbound' }), need('c', 'satisfied', { direction: 'outbound' }))] }, context)
  const drawing = between('<svg class="drawing"', '</svg>', text)
  expect(drawing).toContain('aria-label="Flows of Kiosks: 1 cut, 0 cannot be decided, 2 pass"')
  expect(drawing.match(/<line /g)).toHaveLength(2)
  expect(drawing.match(/class="cross"/g)).toHaveLength(1)
  expect(drawing).toContain('✗ client-push')
  expect(drawing).toContain('✓ 2 met')
})

test('20,000 findings and 3,000 targets make a page that a browser opens', () => {
  const report = { ...many(20_000), targets: Array.from({ length: 3000 }, (_, i) => target(`T${i}`, ...Array.from({ length: 20 }, (__, p) => need(`n${p}`, 'missing', { peer: `role-${p}` })))) }
  const text = render('html', report, context)
  expect(Buffer.byteLength(text)).toBeLessThan(5_000_000)
  expect(text.match(/<article /g)).toHaveLength(300)
  expect(text.match(/<li id="f/g)).toHaveLength(4000)
  expect(text).toContain('15700 more findings left out here')
  expect(text.match(/class="drawing"/g)).toHaveLength(8)
  expect(text).toContain('2992 more targets are in the table only')
})

test('a report without findings, and one in Korean', () => {
  const text = render('html', { ...sample, findings: [], suppressed: [] }, { ...context, locale: 'ko' })
  expect(text).not.toContain('<script')
  expect(text).toContain('검사 결과가 없습니다.')
  expect(text).toContain('<html lang="ko">')
})
