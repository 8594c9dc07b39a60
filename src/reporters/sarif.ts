import type { Reporter } from '../model/report.ts'
import type { Finding, Severity } from '../model/types.ts'
import { inertJson, printableLines, shortened } from '../text/printable.ts'
import { codeInfo, codePage } from './shared/codes.ts'
import { plainText } from './shared/markdown.ts'

/** GitHub refuses a run of more results, and a file above 10 MB when it is packed, which is four to ten times smaller; the gravest go first. */
const MOST_RESULTS = 25_000
const MOST_CHARACTERS = 40_000_000
const MOST_MESSAGE = 4000
/** Above this many results the file is for machines alone: no blanks. */
const MOST_PRETTY = 1000
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
    const shared = sharedLines([...report.findings, ...report.suppressed])
    const kept = new Map<Finding, Result>()
    let room = MOST_CHARACTERS
    for (const finding of all.slice(0, MOST_RESULTS)) {
      const result = resultOf(finding, index, shared)
      room -= JSON.stringify(result).length
      if (room < 0) break
      kept.set(finding, result)
    }
    const results = [
      ...report.findings.flatMap(finding => kept.get(finding) ?? []),
      ...(room < 0 ? [] : report.suppressed.slice(0, MOST_RESULTS - kept.size)).map(finding => ({
        ...resultOf(finding, index, shared),
        suppressions: [{ kind: finding.suppressedBy.kind === 'inline' ? 'inSource' : 'external', justification: shortened(finding.suppressedBy.reason, MOST_MESSAGE) }],
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
        ...(left > 0 && { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text: `${left} findings were left out: code scanning takes no more than ${MOST_RESULTS}, and 10 MB.` } }] }] }),
        automationDetails: { id: 'configmgr-firewall-lint/' },
        results,
      }],
    }
    return `${inertJson(JSON.stringify(log, null, results.length > MOST_PRETTY ? 0 : 2))}\n`
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

type Result = Record<string, unknown>

const lineOf = ({ code, location: { path, line } }: Finding): string => `${code} ${line} ${path}`
/** The lines with more than one finding of a code. */
function sharedLines(findings: readonly Finding[]): ReadonlySet<string> {
  const once = new Set<string>()
  const more = new Set<string>()
  for (const finding of findings) (once.has(lineOf(finding)) ? more : once).add(lineOf(finding))
  return more
}

function resultOf(finding: Finding, index: ReadonlyMap<string, number>, shared: ReadonlySet<string>): Result {
  const { location, related } = finding
  return {
    ruleId: finding.code,
    ...(index.has(finding.code) && { ruleIndex: index.get(finding.code) }),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{
      physicalLocation: {
        artifactLocation: artifactOf(location.path),
        region: location.offset !== undefined ? { startLine: 1 } : { startLine: location.line, startColumn: location.column, endLine: location.endLine, endColumn: Math.max(location.endColumn, location.endLine === location.line ? location.column : 1) },
      },
      ...(location.key !== undefined && { logicalLocations: [{ fullyQualifiedName: location.key }] }),
    }],
    ...(related.length > 0 && {
      relatedLocations: related.slice(0, 20).map((r, id) => ({
        id: id + 1, message: { text: printableLines(r.message || 'See here.') },
        physicalLocation: { artifactLocation: artifactOf(r.path), region: { startLine: Math.max(1, r.line) } },
      })),
    }),
    // Code scanning tells alerts apart by this hash of the line, which the upload fills in where it is absent: files without lines, and
    // several findings on one line, would be one alert. Elsewhere it is left to the upload, which warns of every other value.
    partialFingerprints: {
      'configmgrFirewallLint/v1': finding.fingerprint,
      ...((location.offset !== undefined || shared.has(lineOf(finding))) && { primaryLocationLineHash: finding.fingerprint }),
    },
    ...(finding.new !== undefined && { baselineState: finding.new ? 'new' : 'unchanged' }),
    properties: { requirements: finding.requirements, features: finding.features, ...(finding.target !== undefined && { target: finding.target }), ...(finding.reason !== undefined && { reason: finding.reason }) },
  }
}
/** Plain text: brackets would make links of what a rule's name holds. */
function messageOf({ message, remedy }: Finding): string {
  return printableLines(shortened(remedy === '' ? message : `${message}\n\n${remedy}`, MOST_MESSAGE)).replace(/[\\[\]]/g, '\\$&')
}
/** Below the root of the repository, but for a path from outside. */
function artifactOf(path: string): Record<string, string> {
  const absolute = /^(?:\/|[A-Za-z]:\/)/.test(path)
  return absolute ? { uri: `file:///${uriOf(path.replace(/^\/+/, ''))}` } : { uri: uriOf(path), uriBaseId: '%SRCROOT%' }
}
/** A relative path as a URI reference; a colon in its first part would make a scheme of it. */
function uriOf(path: string): string {
  const encoded = path.split('/').map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))).join('/')
  return encoded === '' ? '.' : encoded
}
