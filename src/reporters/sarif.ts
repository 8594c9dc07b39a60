import type { Reporter } from '../model/report.ts'
import type { Finding, Severity } from '../model/types.ts'
import { inertJson, printableLines } from '../text/printable.ts'
import { codeInfo, codePage } from './shared/codes.ts'
import { plainText } from './shared/markdown.ts'

/** GitHub refuses a run of more results; the gravest go first. */
const MOST_RESULTS = 25_000
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const
const RANK: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }

/** SARIF 2.1.0 for code scanning. */
export const sarif: Reporter = {
  id: 'sarif',
  title: 'SARIF 2.1.0, for code scanning',
  render(report, { locale }) {
    const codes = [...codeInfo.keys()]
    const index = new Map(codes.map((code, i) => [code, i]))
    const all = [...report.findings].sort((a, b) => RANK[a.severity] - RANK[b.severity])
    const kept = new Set(all.slice(0, MOST_RESULTS))
    const results = [
      ...report.findings.filter(finding => kept.has(finding)).map(finding => resultOf(finding, index)),
      ...report.suppressed.slice(0, MOST_RESULTS - kept.size).map(finding => ({
        ...resultOf(finding, index),
        suppressions: [{ kind: finding.suppressedBy.kind === 'inline' ? 'inSource' : 'external', justification: finding.suppressedBy.reason }],
      })),
    ]
    const left = all.length - kept.size
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{
        tool: {
          driver: {
            name: report.tool.name, semanticVersion: report.tool.version, version: report.tool.version,
            informationUri: 'https://github.com/contoso/configmgr-firewall-lint', rules: codes.map(code => ruleOf(code, locale)),
          },
        },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        ...(left > 0 && { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text: `${left} findings were left out: a run holds ${MOST_RESULTS}.` } }] }] }),
        automationDetails: { id: 'configmgr-firewall-lint/' },
        results,
      }],
    }
    return `${inertJson(JSON.stringify(log, null, 2))}\n`
  },
}

function ruleOf(code: string, locale: 'en' | 'ko'): Record<string, unknown> {
  const info = codeInfo.get(code)
  const title = (locale === 'ko' ? info?.titleKo : info?.title) ?? code
  const severity = info?.severity === 'requirement' ? 'error' : (info?.severity ?? 'warning')
  return {
    id: code,
    name: code.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `${title}.` },
    helpUri: codePage(code),
    help: { text: `${title}. See ${codePage(code)}`, markdown: `${plainText(title)}. [More](${codePage(code)})` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['firewall', 'configmgr'], precision: 'very-high', 'problem.severity': severity === 'notice' ? 'recommendation' : severity },
  }
}

function resultOf(finding: Finding, index: ReadonlyMap<string, number>): Record<string, unknown> {
  const { location, related } = finding
  return {
    ruleId: finding.code,
    ...(index.has(finding.code) && { ruleIndex: index.get(finding.code) }),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{
      physicalLocation: {
        artifactLocation: { uri: uriOf(location.path), uriBaseId: '%SRCROOT%' },
        region: { startLine: location.line, startColumn: location.column, endLine: location.endLine, endColumn: Math.max(location.endColumn, location.endLine === location.line ? location.column : 1) },
      },
      ...(location.key !== undefined && { logicalLocations: [{ fullyQualifiedName: location.key }] }),
    }],
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, 20).map((r, id) => ({
        id: id + 1, message: { text: printableLines(r.message || 'See here.') },
        physicalLocation: { artifactLocation: { uri: uriOf(r.path), uriBaseId: '%SRCROOT%' }, region: { startLine: Math.max(1, r.line) } },
      })),
    }),
    partialFingerprints: { 'configmgrFirewallLint/v1': finding.fingerprint },
    ...(finding.new !== undefined && { baselineState: finding.new ? 'new' : 'unchanged' }),
    properties: { requirements: finding.requirements, features: finding.features, ...(finding.target !== undefined && { target: finding.target }), ...(finding.reason !== undefined && { reason: finding.reason }) },
  }
}
/** Plain text: brackets would make links of what a rule's name holds. */
function messageOf({ message, remedy }: Finding): string {
  return printableLines(remedy === '' ? message : `${message}\n\n${remedy}`).replace(/[\\[\]]/g, '\\$&')
}
/** A relative path as a URI reference; a colon in its first part would make a scheme of it. */
export function uriOf(path: string): string {
  const encoded = path.split('/').map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))).join('/')
  return encoded === '' ? '.' : encoded
}
