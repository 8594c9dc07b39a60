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
var import_commands_check17 = require("./commands-check.js");
var import_commands_check18 = require("./commands-check.js");
var import_commands_check19 = require("./commands-check.js");
var import_commands_check20 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_commands3 = require("./commands.js");
var import_commands4 = require("./commands.js");
const {
  planOf
} = require("./shared-YJLURZSY.js");
const { joinScopes, peersOf, rulesFor } = require("./commands-check.js");
const { formatOf } = require("./commands-check.js");
const { UsageError } = require("./commands.js");
var WRITERS = /* @__PURE__ */ new Map([
  ["powershell", "powershell"],
  ["netsh", "netsh"],
  ["reg", "reg"],
  ["registry-pol", "registry-pol"],
  ["lgpo", "lgpo-text"],
  ["yaml", "rules-yaml"],
  ["intune", "intune-json"]
]);
async function generate(call, world) {
  const plan = await planOf(call, world);
  const name = call.options.get("format")?.at(-1) ?? "powershell";
  const format = await formatOf(WRITERS.get(name) ?? name);
  if (!format?.write) throw new UsageError(`rules cannot be written in the format ${name} yet`);
  const rules = plannedRules(plan);
  if (rules.length === 0) throw new UsageError("these features need no rule for this role");
  const content = format.write(rules);
  const output = call.options.get("output")?.at(-1);
  if (output !== void 0) world.write(output, content);
  else if (typeof content !== "string" && world.outIsTerminal) throw new UsageError(`${name} is no text: name a file with --output`);
  else world.out(content);
  return 0;
}
function plannedRules(plan) {
  const rules = [];
  for (const target of plan.targets) {
    for (const requirement of chosen(target)) {
      const scope = { policy: { target: { profiles: target.profiles } }, addressesOf: (role, setting) => peersOf(plan.config.site, role, target.addresses, setting) };
      rules.push(...rulesFor(requirement.boxes, requirement, scope, NOWHERE));
    }
  }
  return joinScopes(rules);
}
function chosen({ requirements }) {
  const applying = requirements.filter(({ status, severity }) => status === "applies" && severity !== "informational");
  const preferred = /* @__PURE__ */ new Map();
  for (const r of applying) if (r.eitherKey !== void 0 && (!preferred.has(r.eitherKey) || r.id.includes("https"))) preferred.set(r.eitherKey, r);
  return applying.filter((r) => r.eitherKey === void 0 || preferred.get(r.eitherKey) === r);
}
var place = { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
var NOWHERE = { origin: { path: "", place: () => place, line: () => void 0 }, start: 0, end: 0 };
module.exports = { WRITERS, generate, plannedRules };
