var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { walkXml, xmlProblem, xmlRoot } = require("./commands-check.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
var policyRules = {
  id: "policy-rules",
  title: "Policy Analyzer rules",
  store: "group-policy",
  exported: true,
  names: [/\.policyrules$/],
  recognises: (file) => xmlRoot(file)?.name === "PolicyRules" && /<(?:\w+:)?(?:ComputerConfig|UserConfig|SecurityTemplate|AuditSubcategory|CSE-)/.test(file.text),
  parse: parsePolicyRules
};
function parsePolicyRules(file) {
  const problems = [];
  const policies = /* @__PURE__ */ new Map();
  let fields = /* @__PURE__ */ new Map();
  const error = walkXml(file.text, {
    open({ name, depth }) {
      if (depth !== 2) return true;
      fields = /* @__PURE__ */ new Map();
      return name === "ComputerConfig";
    },
    close({ name, depth, text, textStart, textEnd, start, end }) {
      if (depth === 3) fields.set(name, { text, span: file.span(textStart, textEnd) });
      else if (depth === 2) apply(policies, fields, file.span(start, end), problems);
    }
  });
  if (error) problems.push(xmlProblem(file, error));
  const parts = [...policies].flatMap(([gpo, policy]) => policy.parts().map((part) => gpo === "" ? part : { ...part, gpo }));
  return { path: file.path, format: policyRules.id, parts, problems };
}
function apply(policies, fields, element, problems) {
  const path = fields.get("Key")?.text.trim() ?? "";
  const name = fields.get("Value")?.text ?? "";
  const data = fields.get("RegData");
  const gpo = fields.get("PolicyName")?.text ?? "";
  let policy = policies.get(gpo);
  if (!policy) policies.set(gpo, policy = new RegistryPolicy(problems));
  const key = policy.key(path);
  if (!key) return;
  const source = { ...data?.span ?? element, key: `${path}\\${name}` };
  const type = fields.get("RegType")?.text.trim().toUpperCase() ?? "";
  if (name === "" && (data === void 0 || data.text === "")) policy.create(key);
  else policy.set(key, name, dataOf(type, data, source));
}
function dataOf(type, field, source) {
  const text = field?.text ?? "";
  if (type === "REG_SZ" || type === "REG_EXPAND_SZ") {
    const plain = field !== void 0 && field.span.end - field.span.start === text.length;
    return { text, source, at: plain ? (index) => ({ ...source, start: source.start + index, end: source.start + index }) : void 0 };
  }
  const number = /^\s*(?:\d{1,10}|0x[0-9a-f]{1,8})\s*$/i.test(text) ? Number(text) : Number.NaN;
  return type === "REG_DWORD" && !Number.isNaN(number) ? { number: number >>> 0, source } : { source };
}
module.exports = { policyRules };
