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
  generate: () => generate,
  plannedRules: () => plannedRules
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_BJJOXQ2G = require("./shared-BJJOXQ2G.js");
var import_shared_6NMWFYJ3 = require("./shared-6NMWFYJ3.js");
var import_shared_4ICXJBLH = require("./shared-4ICXJBLH.js");
var import_shared_O5OH2J54 = require("./shared-O5OH2J54.js");
var import_shared_YWLKBUMM = require("./shared-YWLKBUMM.js");
var import_shared_3TOTB54V = require("./shared-3TOTB54V.js");
var import_shared_7HD2BTDN = require("./shared-7HD2BTDN.js");
var import_shared_GI4KP3PU = require("./shared-GI4KP3PU.js");
var import_shared_Z5E6QYRH = require("./shared-Z5E6QYRH.js");
var import_shared_Y3PACV2V = require("./shared-Y3PACV2V.js");
var import_shared_Z7LQSCLQ = require("./shared-Z7LQSCLQ.js");
var import_shared_6UZR6XQ5 = require("./shared-6UZR6XQ5.js");
var import_shared_LDH3UOSV = require("./shared-LDH3UOSV.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
const {
  addressesOf,
  planOf
} = require("./shared-N2CBIVEZ.js");
const {
  rulesFor
} = require("./shared-JFUER3IT.js");
const {
  formatOf
} = require("./shared-7F6TYY2M.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
const {
  neutralRule
} = require("./shared-K56NQVUF.js");
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
  const rules = /* @__PURE__ */ new Map();
  for (const target of plan.targets) {
    for (const requirement of chosen(target)) {
      const scope = { policy: { target: { profiles: target.profiles } }, addressesOf: (role) => addressesOf(plan.config, role) };
      for (const rule of rulesFor(requirement.boxes, requirement, scope, NOWHERE)) {
        const { id: _id, name: _name, source: _source, ...traffic } = neutralRule(rule);
        const key = JSON.stringify(traffic);
        if (!rules.has(key)) rules.set(key, rule);
      }
    }
  }
  return [...rules.values()];
}
function chosen({ requirements }) {
  const applying = requirements.filter(({ status, severity }) => status === "applies" && severity !== "informational");
  const preferred = /* @__PURE__ */ new Map();
  for (const r of applying) if (r.eitherKey !== void 0 && (!preferred.has(r.eitherKey) || r.id.includes("https"))) preferred.set(r.eitherKey, r);
  return applying.filter((r) => r.eitherKey === void 0 || preferred.get(r.eitherKey) === r);
}
var place = { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
var NOWHERE = { origin: { path: "", place: () => place, line: () => void 0 }, start: 0, end: 0 };
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  generate,
  plannedRules
});
