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
  gitlab: () => gitlab
});
module.exports = __toCommonJS(stdin_exports);
var import_commands = require("./commands.js");
const { inertJson, printable } = require("./commands.js");
var SEVERITIES = { error: "major", warning: "minor", notice: "info" };
var gitlab = {
  id: "gitlab",
  title: "GitLab code quality report",
  render(report) {
    const seen = /* @__PURE__ */ new Map();
    const unique = (fingerprint) => {
      const n = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, n);
      return n === 1 ? fingerprint : `${fingerprint}-${n}`;
    };
    return `${inertJson(JSON.stringify(report.findings.map((f) => ({
      description: printable(f.message),
      check_name: f.code,
      fingerprint: unique(f.fingerprint),
      severity: SEVERITIES[f.severity],
      location: { path: f.location.path, lines: { begin: f.location.line, end: f.location.endLine } }
    })), null, 2))}
`;
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  gitlab
});
