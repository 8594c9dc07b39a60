var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { readSource } = require("./commands-check.js");
const { UsageError } = require("./commands.js");
const { inertJson } = require("./commands.js");
async function merge(call, world) {
  const [first, ...rest] = call.operands.map((path) => readReport(world.cwd, path));
  if (!first) throw new UsageError("merge needs the names of JSON reports");
  const text = `${inertJson(JSON.stringify(rest.reduce(joined, first), null, 2))}
`;
  const output = call.options.get("output")?.at(-1);
  if (output === void 0) world.out(text);
  else world.write(output, text);
  return 0;
}
function readReport(root, path) {
  const { text } = readSource(root, path);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError("This is no JSON", { path, line: 1, column: 1 });
  }
  const report = value;
  if (!isReport(report)) {
    throw new UsageError("This is no report of configmgr-firewall-lint with schemaVersion 1", { path, line: 1, column: 1 });
  }
  return report;
}
function isReport(value) {
  const finding = (item) => isObject(item) && isObject(item["location"]) && typeof item["location"]["path"] === "string";
  return isObject(value) && value.schemaVersion === 1 && isListOf(value.assumptions, (item) => typeof item === "string") && isListOf(value.files, (item) => isObject(item) && typeof item["path"] === "string") && isListOf(value.targets, (item) => isObject(item) && isListOf(item["requirements"], isObject)) && isListOf(value.findings, finding) && isListOf(value.suppressed, finding) && (value.changes === void 0 || isObject(value.changes) && CHANGES.every((key) => isListOf(value.changes?.[key], isObject)));
}
var CHANGES = ["cut", "opened", "mended", "dropped"];
var isObject = (value) => typeof value === "object" && value !== null;
var isListOf = (value, fits) => Array.isArray(value) && value.every(fits);
function joined(a, b) {
  const findings = distinct([...a.findings, ...b.findings], findingKey).sort(byPlace);
  const suppressed = distinct([...a.suppressed, ...b.suppressed], findingKey).sort(byPlace);
  const targets = distinct([...a.targets, ...b.targets], ({ name, layers }) => JSON.stringify([name, layers]));
  const count = (severity) => findings.filter((f) => f.severity === severity).length;
  const asked = targets.flatMap(({ requirements }) => requirements).filter(({ status, severity }) => status !== "not-applicable" && severity !== "informational");
  return {
    ...a,
    assumptions: [.../* @__PURE__ */ new Set([...a.assumptions, ...b.assumptions])],
    files: distinct([...a.files, ...b.files].sort(parsedFirst), ({ path }) => path).sort((x, y) => order(x.path, y.path)),
    targets,
    findings,
    suppressed,
    ...a.changes && b.changes && { changes: joinedChanges(a.changes, b.changes) },
    summary: {
      error: count("error"),
      warning: count("warning"),
      notice: count("notice"),
      satisfied: asked.filter(({ status }) => status === "satisfied").length,
      required: asked.length,
      suppressed: suppressed.length
    }
  };
}
function joinedChanges(a, b) {
  const both = (one, other) => distinct([...one, ...other], (item) => JSON.stringify(item));
  return { base: a.base, cut: both(a.cut, b.cut), opened: both(a.opened, b.opened), mended: both(a.mended, b.mended), dropped: both(a.dropped, b.dropped) };
}
var findingKey = (f) => JSON.stringify([f.fingerprint, f.location.path, f.location.line, f.target]);
var order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var byPlace = (a, b) => order(a.location.path, b.location.path) || order(a.location.line, b.location.line) || order(a.location.column, b.location.column) || order(a.code, b.code);
var parsedFirst = (a, b) => Number(b.status === "parsed") - Number(a.status === "parsed");
function distinct(list, key) {
  const seen = /* @__PURE__ */ new Map();
  for (const item of list) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}
module.exports = { joined, merge };
