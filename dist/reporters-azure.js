var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  azure: () => azure
});
module.exports = __toCommonJS(stdin_exports);
var import_commands = require("./commands.js");
const {
  words
} = require("./shared-PAKLKAED.js");
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  azure
});
