var import_commands = require("./commands.js");
const {
  words
} = require("./shared-Y66WSB52.js");
const { inert, printable, printableLines } = require("./commands.js");
var azure = {
  id: "azure",
  title: "Azure Pipelines logging commands",
  render(report, { locale }) {
    const say = words[locale];
    const { summary } = report;
    const lines = report.findings.map((f) => f.severity === "notice" ? inert(notice(f)) : issue(f));
    return `${[...lines, `${say.counts(summary.error, summary.warning, summary.notice)}; ${say.met(summary.satisfied, summary.required)}`].join("\n")}
`;
  }
};
function issue({ severity, code, location, message, remedy }) {
  const properties = Object.entries({
    type: severity,
    sourcepath: location.path,
    linenumber: String(location.line),
    columnnumber: String(location.column),
    code
  }).map(([key, value]) => `${key}=${property(inert(printable(value)))}`).join(";");
  return `##vso[task.logissue ${properties}]${data(inert(printableLines(remedy === "" ? message : `${message}
${remedy}`)))}`;
}
var notice = ({ code, location, message }) => `${printable(location.path)}:${location.line}:${location.column}: notice ${code}: ${printable(message)}`;
var data = (text) => text.replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
var property = (text) => data(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
module.exports = { azure };
