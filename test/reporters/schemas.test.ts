import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/model/report.ts'
import { render } from './render.ts'
import { readXml, type XmlNode } from '../../src/text/xml/tree.ts'
import { binary, context, hostile, many, missing, sample } from './sample.ts'

const reports: readonly (readonly [string, Report])[] = [
  ['the sample', sample],
  ['many', many(1200)],
  ['nothing', { ...sample, findings: [], suppressed: [], targets: [] }],
  ['what is new, and paths from outside', { ...sample, findings: [{ ...missing, new: true, location: { ...missing.location, path: '/srv/policies/a b.ps1' } }, { ...hostile, new: false }] }],
]

interface Sarif {
  readonly runs: readonly [{
    readonly invocations?: readonly { readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] }[]
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: object; readonly properties: { readonly tags: readonly string[] } }[] } }
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string }; readonly partialFingerprints: Record<string, string>; readonly locations: readonly { readonly physicalLocation: { readonly region: object } }[] }[]
  }]
}
const sarifOf = (report: Report): Sarif => JSON.parse(render('sarif', report, context)) as Sarif

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/sarif-2.1.0.json'), 'utf8')) as object
  const validate = new Ajv({ strict: false, validateSchema: false, unicodeRegExp: false, allErrors: true, formats: {
    uri: /^[a-z][a-z0-9+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]*$/i, 'uri-reference': /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*$/i, 'date-time': true } }).compile(schema)

  test.each(reports)('fits the official schema: %s', (_, report) => {
    validate(sarifOf(report))
    expect(validate.errors ?? []).toEqual([])
  })

  test('the schema finds what is wrong', () => {
    const log = sarifOf(sample)
    expect(validate({ ...log, version: '2.0.0' })).toBe(false)
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ ...log.runs[0].results[0], level: 'fatal' }] }] })).toBe(false)
  })

  test('stays within what code scanning takes, and says what it leaves out', () => {
    const long = many(30_000)
    const text = render('sarif', { ...long, findings: long.findings.map((f, i) => ({ ...f, severity: i === 29_999 ? 'error' as const : 'notice' as const, message: `${f.message} ${String(i * 7919).repeat(400)}` })) }, context)
    const { runs: [run] } = JSON.parse(text) as Sarif
    expect(run.results.length).toBeLessThan(25_000)
    expect(run.results.filter(r => r.level === 'error')).toHaveLength(1)
    expect(run.invocations?.[0]?.toolExecutionNotifications[0]?.message.text).toContain(`${30_000 - run.results.length} findings were left out`)
    expect(Math.max(...run.results.map(r => r.message.text.length))).toBeLessThan(5000)
    expect(gzipSync(text, { level: 1 }).length).toBeLessThan(10_000_000)
    expect(sarifOf(long).runs[0].results).toHaveLength(25_000)
    for (const rule of run.tool.driver.rules) {
      expect(rule.properties.tags.length).toBeLessThanOrEqual(10)
      expect(Object.keys(rule.help)).toEqual(['text', 'markdown'])
    }
  })

  test('two findings that code scanning would take for one carry their own hash', () => {
    const twice = { ...sample, findings: [missing, { ...missing, fingerprint: 'other', target: 'Kiosks' }, binary, hostile] }
    const { results } = sarifOf(twice).runs[0]
    expect(results.slice(0, 4).map(r => r.partialFingerprints['primaryLocationLineHash'])).toEqual(['a1b2c3', 'other', 'd4e5f6', undefined])
    expect(results[2]?.locations[0]?.physicalLocation.region).toEqual({ startLine: 1 })
  })

  // 104 MB, so it is no dependency: npm install --no-save @microsoft/sarif-multitool@5.7.0
  const multitool = [join(import.meta.dirname, '../../node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool'), process.env['SARIF_MULTITOOL'] ?? ''].find(path => path !== '' && existsSync(path))
  const testTool = multitool === undefined ? test.skip : test
  testTool(`sarif-multitool has nothing to warn of${multitool === undefined ? ' (skipped: not installed)' : ''}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'sarif-'))
    try {
      for (const [name, report] of reports) {
        writeFileSync(join(folder, 'in.sarif'), render('sarif', report, context))
        spawnSync(multitool ?? '', ['validate', join(folder, 'in.sarif'), '--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning', '--output', join(folder, 'out.sarif'), '--log', 'ForceOverwrite'])
        const { runs: [run] } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as Sarif
        expect([name, run.results.map(r => r.ruleId)]).toEqual([name, []])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('GitLab', () => {
  // docs.gitlab.com/ci/testing/code_quality, "Code Quality report format".
  const validate = new Ajv({ allErrors: true }).compile({
    type: 'array',
    items: {
      type: 'object', required: ['description', 'check_name', 'fingerprint', 'severity', 'location'], additionalProperties: false,
      properties: {
        description: { type: 'string', minLength: 1 }, check_name: { type: 'string', minLength: 1 }, fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object', required: ['path', 'lines'], additionalProperties: false,
          properties: {
            path: { type: 'string', minLength: 1, not: { pattern: '^\\./' } },
            lines: { type: 'object', required: ['begin'], additionalProperties: false, properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  })
  test.each(reports)('fits the documented format, each fingerprint once: %s', (_, report) => {
    const issues = JSON.parse(render('gitlab', { ...report, findings: [...report.findings, ...report.findings] }, context)) as { fingerprint: string }[]
    validate(issues)
    expect(validate.errors ?? []).toEqual([])
    expect(new Set(issues.map(i => i.fingerprint)).size).toBe(issues.length)
  })
})

describe('JUnit', () => {
  // Elements, their children and attributes (`*` is required), as the schema of Jenkins has them (jenkinsci/xunit-plugin, junit-10.xsd).
  const SHAPE: Record<string, { readonly children: readonly string[]; readonly attributes: readonly string[] }> = {
    testsuites: { children: ['testsuite'], attributes: ['name', 'time', 'tests', 'failures', 'errors'] },
    testsuite: { children: ['properties', 'testcase', 'system-out', 'system-err'], attributes: ['name*', 'tests', 'failures', 'errors', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file'] },
    testcase: { children: ['skipped', 'error', 'failure', 'system-out', 'system-err'], attributes: ['name*', 'classname', 'time', 'file', 'line', 'status'] },
    failure: { children: [], attributes: ['type', 'message'] },
    skipped: { children: [], attributes: ['type', 'message'] },
  }
  const faults = (node: XmlNode): string[] => {
    const shape = SHAPE[node.name]
    if (!shape) return [`<${node.name}>`]
    const names = node.attributes.map(a => a.name)
    return [
      ...names.filter(name => !shape.attributes.some(a => a.replace('*', '') === name)).map(name => `${node.name} ${name}`),
      ...shape.attributes.filter(a => a.endsWith('*') && !names.includes(a.slice(0, -1))).map(a => `${node.name} lacks ${a}`),
      ...node.children.filter(child => !shape.children.includes(child.name)).map(child => `${node.name} > ${child.name}`),
      ...node.children.flatMap(faults),
    ]
  }
  test.each(reports)('fits the schema of Jenkins, and the numbers are right: %s', (_, report) => {
    const { roots: [root], error } = readXml(render('junit', report, context))
    expect(error).toBeUndefined()
    expect(root?.name).toBe('testsuites')
    expect(root && faults(root)).toEqual([])
    for (const suite of root?.children ?? []) {
      const count = (name: string): string => String(suite.children.filter(c => c.children.some(inner => inner.name === name)).length)
      const attribute = (name: string): string | undefined => suite.attributes.find(a => a.name === name)?.value
      expect([attribute('tests'), attribute('failures'), attribute('skipped')]).toEqual([String(suite.children.length), count('failure'), count('skipped')])
    }
  })
  test('knowledge is no test, and a failure names its file', () => {
    const xml = render('junit', { ...sample, targets: [{ name: 'T', role: 'client', layers: [], requirements: [{ id: 'known', feature: 'f', status: 'missing', severity: 'informational', by: [] }] }, ...sample.targets] }, context)
    expect(xml).not.toContain('known')
    expect(xml).toContain('name="push-smb-in" file="policies/clients.ps1" line="3"><failure type="requirement-missing"')
  })
})
