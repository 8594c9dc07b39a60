var import_commands = require("./commands.js");
const {
  plainText
} = require("./shared-VZD76RF2.js");
const {
  codeInfo,
  codePage
} = require("./shared-7A7MJYKE.js");
const { inertJson, printableLines, shortened } = require("./commands.js");
var MOST_RESULTS = 25e3;
var MOST_CHARACTERS = 4e7;
var MOST_MESSAGE = 4e3;
var MOST_PRETTY = 1e3;
var LEVELS = { error: "error", warning: "warning", notice: "note" };
var RANK = { error: 0, warning: 1, notice: 2 };
var sarif = {
  id: "sarif",
  title: "SARIF 2.1.0, for code scanning",
  render(report, { locale }) {
    const codes = [...codeInfo.keys()];
    const index = new Map(codes.map((code, i) => [code, i]));
    const all = [...report.findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    const shared = sharedLines([...report.findings, ...report.suppressed]);
    const kept = /* @__PURE__ */ new Map();
    let room = MOST_CHARACTERS;
    for (const finding of all.slice(0, MOST_RESULTS)) {
      const result = resultOf(finding, index, shared);
      room -= JSON.stringify(result).length;
      if (room < 0) break;
      kept.set(finding, result);
    }
    const results = [
      ...report.findings.flatMap((finding) => kept.get(finding) ?? []),
      ...(room < 0 ? [] : report.suppressed.slice(0, MOST_RESULTS - kept.size)).map((finding) => ({
        ...resultOf(finding, index, shared),
        suppressions: [{ kind: finding.suppressedBy.kind === "inline" ? "inSource" : "external", justification: shortened(finding.suppressedBy.reason, MOST_MESSAGE) }]
      }))
    ];
    const left = all.length - kept.size;
    const log = {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [{
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            version: report.tool.version,
            informationUri: "https://github.com/contoso/configmgr-firewall-lint",
            rules: codes.map((code) => ruleOf(code, locale))
          }
        },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        ...left > 0 && { invocations: [{ executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", message: { text: `${left} findings were left out: code scanning takes no more than ${MOST_RESULTS}, and 10 MB.` } }] }] },
        automationDetails: { id: "configmgr-firewall-lint/" },
        results
      }]
    };
    return `${inertJson(JSON.stringify(log, null, results.length > MOST_PRETTY ? 0 : 2))}
`;
  }
};
function ruleOf(code, locale) {
  const info = codeInfo.get(code);
  const title = (locale === "ko" ? info?.titleKo : info?.title) ?? code;
  const severity = info?.severity === "requirement" ? "error" : info?.severity ?? "warning";
  return {
    id: code,
    name: code.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: `${title}.` },
    helpUri: codePage(code),
    help: { text: `${title}. See ${codePage(code)}`, markdown: `${plainText(title)}. [More](${codePage(code)})` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["firewall", "configmgr"], precision: "very-high", "problem.severity": severity === "notice" ? "recommendation" : severity }
  };
}
var lineOf = ({ code, location: { path, line } }) => `${code} ${line} ${path}`;
function sharedLines(findings) {
  const once = /* @__PURE__ */ new Set();
  const more = /* @__PURE__ */ new Set();
  for (const finding of findings) (once.has(lineOf(finding)) ? more : once).add(lineOf(finding));
  return more;
}
function resultOf(finding, index, shared) {
  const { location, related } = finding;
  return {
    ruleId: finding.code,
    ...index.has(finding.code) && { ruleIndex: index.get(finding.code) },
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [{
      physicalLocation: {
        artifactLocation: artifactOf(location.path),
        region: location.offset !== void 0 ? { startLine: 1 } : { startLine: location.line, startColumn: location.column, endLine: location.endLine, endColumn: Math.max(location.endColumn, location.endLine === location.line ? location.column : 1) }
      },
      ...location.key !== void 0 && { logicalLocations: [{ fullyQualifiedName: location.key }] }
    }],
    ...related.length > 0 && {
      relatedLocations: related.slice(0, 20).map((r, id) => ({
        id: id + 1,
        message: { text: printableLines(r.message || "See here.") },
        physicalLocation: { artifactLocation: artifactOf(r.path), region: { startLine: Math.max(1, r.line) } }
      }))
    },
    // Code scanning tells alerts apart by this hash of the line, which the upload fills in where it is absent: files without lines, and
    // several findings on one line, would be one alert. Elsewhere it is left to the upload, which warns of every other value.
    partialFingerprints: {
      "configmgrFirewallLint/v1": finding.fingerprint,
      ...(location.offset !== void 0 || shared.has(lineOf(finding))) && { primaryLocationLineHash: finding.fingerprint }
    },
    ...finding.new !== void 0 && { baselineState: finding.new ? "new" : "unchanged" },
    properties: { requirements: finding.requirements, features: finding.features, ...finding.target !== void 0 && { target: finding.target }, ...finding.reason !== void 0 && { reason: finding.reason } }
  };
}
function messageOf({ message, remedy }) {
  return printableLines(shortened(remedy === "" ? message : `${message}

${remedy}`, MOST_MESSAGE)).replace(/[\\[\]]/g, "\\$&");
}
function artifactOf(path) {
  const absolute = /^(?:\/|[A-Za-z]:\/)/.test(path);
  return absolute ? { uri: `file:///${uriOf(path.replace(/^\/+/, ""))}` } : { uri: uriOf(path), uriBaseId: "%SRCROOT%" };
}
function uriOf(path) {
  const encoded = path.split("/").map((part) => encodeURIComponent(part.replace(new RegExp("\\p{Cs}", "gu"), "\uFFFD"))).join("/");
  return encoded === "" ? "." : encoded;
}
module.exports = { sarif };
