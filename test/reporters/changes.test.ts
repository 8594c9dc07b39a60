import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from '@jest/globals'
import type { Changes, Report } from '../../src/model/report.ts'
import type { Finding } from '../../src/model/types.ts'
import { render } from './render.ts'
import { context, HOSTILE, hostile, missing, sample } from './sample.ts'

const changes: Changes = {
  base: 'c0ffee0000000000000000000000000000000000',
  cut: [{ target: HOSTILE, requirement: 'push-smb-in', feature: 'client-push', status: 'missing' }],
  opened: [
    { target: 'Workstations', because: 'rule', rule: HOSTILE, protocol: 'tcp', ports: ['3389'], addresses: ['any'], profiles: ['domain'], location: { path: HOSTILE, line: 2 } },
    { target: 'Workstations', because: 'firewall-off', rule: '', protocol: 'any', ports: ['any'], addresses: ['any'], profiles: ['public'], location: { path: 'a.reg', line: 4 } },
  ],
  mended: [{ fingerprint: 'aa', code: 'rule-malformed', requirements: [], message: HOSTILE }],
  dropped: [{ target: HOSTILE, requirement: 'remote-control-in', feature: 'remote-control' }],
}
const report: Report = { ...sample, findings: [{ ...missing, new: true }, { ...hostile, new: false }], changes }

test('a change is told in one line and in lists', () => {
  for (const format of ['text', 'markdown', 'github']) expect(render(format, report, context)).toContain('This change: cuts 1 need, opens 2, mends 1, and no longer asks for 1 need; 1 new finding')
  expect(render('text', report, context)).toContain('the firewall is switched off, public, a.reg:4')
  expect(render('text', report, { ...context, locale: 'ko' })).toContain('방화벽이 꺼짐')
  expect(render('text', report, context)).toContain('(was there before)')
  expect(render('github', report, context)).toMatch(/^::\w+ title=requirement-missing,/m)
  expect(render('github', report, context)).toMatch(/^::\w+ title=[\w-]+ \(was there before\),/m)
  for (const format of ['text', 'markdown', 'github']) expect(render(format, sample, context)).not.toContain('This change')
})
test('the page has the gravest findings first, of those the new ones', () => {
  const of = (severity: Finding['severity'], isNew: boolean): Finding => ({ ...missing, severity, new: isNew, message: `${severity}-${isNew ? 'new' : 'old'}` })
  const findings = [of('notice', true), of('error', false), of('warning', true), of('error', true), of('warning', false)]
  const told = [...render('markdown', { ...report, findings }, context).matchAll(/(?:error|warning|notice)-(?:new|old)/g)].map(([text]) => text)
  expect(told).toEqual(['error-new', 'error-old', 'warning-new', 'warning-old', 'notice-new'])
})
test('anything in what was opened is told in words', () => {
  const [opened] = changes.opened
  const any = { ...report, changes: { ...changes, opened: opened ? [{ ...opened, rule: 'R', protocol: 'any', ports: ['any'] }, { ...opened, rule: 'S', ports: ['any'] }] : [] } }
  expect(render('text', any, context)).toContain('"R" (any protocol, any address)')
  expect(render('text', any, context)).toContain('"S" (tcp any port, any address)')
  expect(render('text', any, { ...context, locale: 'ko' })).toContain('"R" (모든 프로토콜, 모든 주소)')
})
test('hostile names in a change stay text', () => {
  const log = render('github', report, context)
  expect(log.split('\n').filter(line => /^\s*::/.test(line)).every(line => /^::(?:error|warning|notice) title=/.test(line))).toBe(true)
  for (const format of ['text', 'github']) {
    const out = render(format, report, context)
    expect(out).not.toMatch(/##(?:vso)?\[/)
    // eslint-disable-next-line no-control-regex -- none may be left
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  }
  const [page = ''] = render('markdown', report, context).split('### Findings')
  expect(page).not.toMatch(/<script|<img|@octocat|\]\(http/)
})
test('the report with changes passes its schema', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object)
  expect([validate(JSON.parse(render('json', report, context))), validate.errors]).toEqual([true, null])
  expect(validate({ ...report, changes: { ...changes, more: 1 } })).toBe(false)
  expect(validate({ ...report, changes: { ...changes, cut: [{ target: 'x' }] } })).toBe(false)
})
