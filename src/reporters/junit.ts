import type { Report, Reporter } from '../model/report.ts'
import type { Finding } from '../model/types.ts'
import { inert } from '../text/printable.ts'
import { escaped, escapedLines } from './shared/html.ts'

/** JUnit XML: a suite for each target with a case for each need, and one for what else was found. */
export const junit: Reporter = {
  id: 'junit',
  title: 'JUnit XML, for test panels',
  render(report) {
    const suites = [...report.targets.map(target => targetSuite(target, report.findings)), ...otherSuite(report)]
    const failures = suites.reduce((sum, { failed }) => sum + failed, 0)
    const tests = suites.reduce((sum, { tests: n }) => sum + n, 0)
    return inert(`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="configmgr-firewall-lint" tests="${tests}" failures="${failures}" errors="0">\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`)
  },
}

interface Suite { readonly xml: string; readonly tests: number; readonly failed: number }

function targetSuite(target: Report['targets'][number], findings: readonly Finding[]): Suite {
  const byNeed = new Map<string, Finding>()
  for (const finding of findings) if (finding.target === target.name && finding.severity !== 'notice') for (const id of finding.requirements) if (!byNeed.has(id)) byNeed.set(id, finding)
  const cases = target.requirements.filter(({ severity }) => severity !== 'informational').map(({ id, feature, status }) => {
    const finding = byNeed.get(id)
    const inner = finding && status !== 'satisfied' ? failure(finding) : status === 'not-applicable' || status === 'unverifiable' ? `<skipped message="${status}"/>` : ''
    return `    <testcase classname="${escaped(`${target.name}.${feature}`)}" name="${escaped(id)}"${finding && status !== 'satisfied' ? place(finding) : ''}${inner === '' ? '/>' : `>${inner}</testcase>`}\n`
  })
  return suite(target.name, cases)
}
function otherSuite({ findings }: Report): Suite[] {
  const others = findings.filter(({ requirements, severity }) => requirements.length === 0 && severity !== 'notice')
  if (others.length === 0) return []
  return [suite('policy files', others.map(f => `    <testcase classname="${escaped(f.location.path)}" name="${escaped(`${f.code} ${f.location.line}`)}"${place(f)}>${failure(f)}</testcase>\n`))]
}
function suite(name: string, cases: readonly string[]): Suite {
  const failed = cases.filter(text => text.includes('<failure ')).length
  const skipped = cases.filter(text => text.includes('<skipped ')).length
  return {
    tests: cases.length, failed,
    xml: `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="${skipped}">\n${cases.join('')}  </testsuite>\n`,
  }
}
/** Where GitLab and others link to. */
const place = ({ location: { path, line } }: Finding): string => ` file="${escaped(path)}" line="${line}"`
const failure = ({ code, message, remedy, location }: Finding): string =>
  `<failure type="${escaped(code)}" message="${escaped(message)}">${escapedLines(`${location.path}:${location.line}:${location.column}\n${remedy}`)}</failure>`
