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
var import_commands_check15 = require("./commands-check.js");
var import_commands_check16 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_commands3 = require("./commands.js");
const {
  applyFixes
} = require("./shared-RRQJNPQX.js");
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
module.exports = { lintWithFixes };
