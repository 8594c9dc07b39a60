const {
  changeText
} = require("./shared-UP7TKHYG.js");
const {
  words
} = require("./shared-Y66WSB52.js");
const { inert, printable, printableLines } = require("./commands.js");
var MOST = 10;
var github = {
  id: "github",
  title: "GitHub annotations (workflow commands)",
  render(report, context) {
    const say = words[context.locale];
    const lines = ["error", "warning", "notice"].flatMap((level) => {
      const all = report.findings.filter(({ severity }) => severity === level).sort(byWeight);
      if (all.length <= MOST) return all.map((f) => annotation(f, say));
      const left = all.length - (MOST - 1);
      return [...all.slice(0, MOST - 1).map((f) => annotation(f, say)), command(level, {}, say.more(left, context.reportPath ?? "the log and the JSON report"))];
    });
    if (report.files.length === 0 && lines.length === 0) lines.push(command("warning", { title: "configmgr-firewall-lint" }, `${say.verdictNone} ${say.whereNext}`));
    const { summary } = report;
    const changes = changeText(report, say);
    const lists = changes ? [changes.line, ...changes.lists.flatMap(({ title, items }) => [`${title}:`, ...items.slice(0, 20).map((item) => `  - ${printable(item)}`), ...items.length > 20 ? ["  - \u2026"] : []])] : [];
    const closing = `${say.counts(summary.error, summary.warning, summary.notice)}; ${say.met(summary.satisfied, summary.required)}`;
    return `${[...lines, ...lists.map(inert), closing].join("\n")}
`;
  }
};
var byWeight = (a, b) => Number(b.new === true) - Number(a.new === true) || Number(b.code.startsWith("requirement-")) - Number(a.code.startsWith("requirement-")) || b.requirements.length - a.requirements.length;
function annotation(finding, say) {
  const { location } = finding;
  const where = {
    title: finding.new === false ? `${finding.code} (${say.wasThere})` : finding.code,
    file: location.path,
    line: location.line,
    // GitHub refuses columns of a stretch over several lines.
    ...location.endLine > location.line ? { endLine: location.endLine } : { col: location.column, endColumn: Math.max(location.column, location.endColumn) }
  };
  const key = location.key === void 0 ? "" : `
${location.key}`;
  return command(finding.severity, where, `${finding.message}${key}${finding.remedy === "" ? "" : `
${finding.remedy}`}`);
}
function command(name, properties, message) {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`).join(",");
  return `::${name}${list === "" ? "" : ` ${list}`}::${data(printableLines(message))}`;
}
var data = (text) => text.replace(/##(?=vso\[|\[)/g, "# #").replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var property = (text) => data(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
module.exports = { github, command };
