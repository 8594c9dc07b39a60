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
  lintWithFixes: () => lintWithFixes
});
module.exports = __toCommonJS(stdin_exports);
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands_check7 = require("./commands-check.js");
var import_commands_check8 = require("./commands-check.js");
var import_commands_check9 = require("./commands-check.js");
var import_commands_check10 = require("./commands-check.js");
var import_commands_check11 = require("./commands-check.js");
var import_commands_check12 = require("./commands-check.js");
var import_commands_check13 = require("./commands-check.js");
var import_commands_check14 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_commands3 = require("./commands.js");
const {
  applyFixes
} = require("./shared-5A7J2VX2.js");
const { lint } = require("./commands-check.js");
const { sourceText } = require("./commands-check.js");
async function lintWithFixes(input) {
  const result = await lint({ ...input, options: { ...input.options, fixes: true } });
  const { report } = result;
  const byPath = /* @__PURE__ */ new Map();
  for (const { fix, location } of report.findings) if (fix) byPath.set(location.path, [...byPath.get(location.path) ?? [], fix]);
  if (byPath.size === 0) return result;
  const files = input.files.map((file) => {
    const fixes = byPath.get(file.path);
    return fixes ? sourceText(file.path, applyFixes(file.text, fixes)) : file;
  });
  const left = new Set((await lint({ ...input, files })).report.findings.flatMap(needsOf));
  const findings = report.findings.map((finding) => {
    if (!finding.fix || !needsOf(finding).some((need) => left.has(need))) return finding;
    const { fix: _, ...bare } = finding;
    return bare;
  });
  return { ...result, report: { ...report, findings } };
}
var needsOf = ({ target, requirements }) => requirements.map((id) => `${id} ${target ?? ""}`);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  lintWithFixes
});
