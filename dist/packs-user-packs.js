var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { ruleGroups } = require("./commands-check.js");
const { parseYaml, plainValue, prepareYaml } = require("./commands-check.js");
const { didYouMean } = require("./commands.js");
const { UsageError } = require("./commands.js");
function deadReferences(own, whole) {
  const dead = [];
  const rows = new Set(whole.requirements.map((row) => row.id));
  const groups = new Set(ruleGroups().keys());
  const settings = new Set(Object.values(whole.settings).map((s) => s.key ?? ""));
  const known = { feature: names(whole.features), role: names(whole.roles), condition: names(whole.conditions), choice: names(whole.choices), method: names(whole.methods), source: names(whole.sources) };
  const check = (what, set, at, ...used) => {
    for (const name of used) if (name !== void 0 && !set.has(name)) dead.push({ message: `There is no ${what} "${name}"${didYouMean(name, set)}`, at });
  };
  own.requirements.forEach((row, i) => {
    const at = (key) => ["requirements", i, key];
    check("feature", known.feature, at("feature"), row.feature);
    check("role", known.role, at("from"), row.from);
    check("role", known.role, at("to"), row.to);
    check("choice", known.choice, at("choice"), row.choice);
    check("setting", settings, at("setting"), row.setting);
    check("rule group", groups, at("group"), row.group);
    check("condition", known.condition, at("exception"), row.exception);
    check("condition", known.condition, at("conditions"), ...row.conditions ?? []);
    check("method", known.method, at("methods"), ...row.methods ?? []);
    check("requirement", rows, at("fallback"), ...row.fallback ?? []);
    check("requirement or rule group", /* @__PURE__ */ new Set([...rows, ...groups]), at("satisfiedBy"), ...row.satisfiedBy ?? []);
    check("requirement", rows, at("alternatives"), ...(row.alternatives ?? []).flatMap((other) => other.rows ?? []));
    check("source", known.source, at("sources"), ...row.sources.map((s) => s.doc));
  });
  for (const [id, { opposite, features }] of Object.entries(own.conditions)) {
    check("condition", known.condition, ["conditions", id, "opposite"], opposite);
    check("feature", known.feature, ["conditions", id, "features"], ...features ?? []);
  }
  for (const [id, { is }] of Object.entries(own.roles)) check("role", known.role, ["roles", id, "is"], ...is ?? []);
  for (const [id, { feature, rows: used }] of Object.entries(own.methods)) {
    check("feature", known.feature, ["methods", id, "feature"], feature);
    check("requirement", rows, ["methods", id, "rows"], ...used);
  }
  for (const [id, { equals, docs }] of Object.entries(own.settings)) {
    check("setting", settings, ["settings", id, "equals"], equals);
    check("source", known.source, ["settings", id, "docs"], ...docs ?? []);
  }
  own.listeners.forEach((entry, i) => {
    check("requirement", rows, ["listeners", i, "rows"], ...entry.rows ?? []);
    check("role", known.role, ["listeners", i, "roles"], ...entry.roles ?? []);
  });
  own.serverOnly.forEach((entry, i) => {
    check("setting", settings, ["serverOnly", i, "setting"], entry.setting);
    check("feature", known.feature, ["serverOnly", i, "unlessFeatures"], ...entry.unlessFeatures ?? []);
    check("rule group", groups, ["serverOnly", i, "unlessGroups"], ...entry.unlessGroups ?? []);
  });
  own.obsolete.forEach((entry, i) => {
    check("condition", known.condition, ["obsolete", i, "unless"], entry.unless);
    check("role", known.role, ["obsolete", i, "roles"], ...entry.roles ?? []);
  });
  own.legacyPolicies.forEach((entry, i) => {
    check("requirement", rows, ["legacyPolicies", i, "meets"], ...entry.meets);
  });
  return dead;
}
var names = (table) => new Set(Object.keys(table));
async function joinPacks(main, files) {
  await prepareYaml();
  const { validatePack } = await Promise.resolve().then(() => require("./packs-validate-pack.js"));
  const origin = new Map(main.requirements.map((row) => [row.id, main.pack]));
  let pack = main;
  for (const file of files) {
    const node = documentOf(file);
    const value = plainValue(node);
    if (!validatePack(value)) throw invalid(file, node, validatePack.errors ?? []);
    const own = complete(value);
    pack = join(pack, own, (message, way) => errorAt(file, node, way, message));
    own.requirements.forEach((row, i) => {
      const other = origin.get(row.id);
      if (other !== void 0) throw errorAt(file, node, ["requirements", i, "id"], `There already is a requirement "${row.id}" in the pack "${other}"`);
      origin.set(row.id, own.pack);
    });
    const [dead] = deadReferences(own, pack);
    if (dead) throw errorAt(file, node, dead.at, dead.message);
  }
  return { pack, origin };
}
function documentOf(file) {
  const { documents: [node, second], errors: [error] } = parseYaml(file);
  if (error) throw new UsageError(`This is not valid YAML: ${error.message}`, file.origin.place(error.start, error.end));
  if (!node || node.kind !== "map") throw new UsageError("A pack is a map with the keys pack, title and requirements", file.origin.place(0, 0));
  if (second) throw new UsageError("A pack file holds one document, not several", file.origin.place(second.start, second.start));
  return node;
}
function complete(own) {
  return { date: "", sources: {}, roles: {}, features: {}, conditions: {}, choices: {}, settings: {}, methods: {}, listeners: [], serverOnly: [], obsolete: [], legacyPolicies: [], rules: {}, ...own };
}
var TABLES = ["sources", "roles", "features", "conditions", "choices", "settings", "methods", "rules"];
var LISTS = ["listeners", "serverOnly", "obsolete", "legacyPolicies", "requirements"];
function join(main, own, error) {
  const out = { ...main };
  for (const table of TABLES) {
    for (const name of Object.keys(own[table])) {
      if (table !== "sources" && Object.hasOwn(main[table], name)) throw error(`The built-in pack already says what "${name}" is; leave it out here`, [table, name]);
    }
    out[table] = { ...main[table], ...own[table] };
  }
  for (const list of LISTS) out[list] = list === "listeners" ? [...own[list], ...main[list]] : [...main[list], ...own[list]];
  return out;
}
function invalid(file, node, errors) {
  const useful = errors.filter((e) => e.keyword !== "if" && e.keyword !== "anyOf" && e.keyword !== "$ref");
  const worst = [...useful.length > 0 ? useful : errors].sort((a, b) => depth(b) - depth(a) || Number(isUnknownKey(b)) - Number(isUnknownKey(a)))[0];
  const way = (worst?.instancePath ?? "").split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = worst?.params ?? {};
  const extra = params["additionalProperty"] ?? params["propertyName"];
  if (typeof extra === "string") return errorAt(file, node, [...way, extra], `Unknown key "${extra}"${didYouMean(extra, KEYS)}`);
  const allowed = params["allowedValues"];
  const what = way.length === 0 ? "The pack" : `"${way.join(".")}"`;
  return errorAt(file, node, way, Array.isArray(allowed) ? `${what} must be one of ${allowed.join(", ")}` : `${what} ${worst?.message ?? "is not valid"}`);
}
var isUnknownKey = ({ keyword }) => keyword === "additionalProperties";
var depth = (error) => error.instancePath.split("/").length;
var KEYS = [
  "pack",
  "title",
  "date",
  ...TABLES,
  ...LISTS,
  "id",
  "need",
  "feature",
  "from",
  "to",
  "kind",
  "protocol",
  "ports",
  "keyword",
  "icmp",
  "program",
  "group",
  "perspective",
  "direction",
  "severity",
  "setting",
  "conditions",
  "alternatives",
  "note",
  "name",
  "page",
  "edition",
  "says",
  "doc",
  "section",
  "titles"
];
function errorAt(file, root, way, message) {
  return new UsageError(message, placeOf(file, root, way));
}
function placeOf(file, root, way) {
  let node = root;
  let { start, end } = root;
  if (way.length === 0) end = start;
  for (const step of way) {
    if (node.kind === "map") {
      const entry = node.entries.find((e) => e.key === String(step));
      if (!entry) break;
      ({ start, end } = entry);
      node = entry.value;
    } else if (node.kind === "list") {
      const item = node.items[Number(step)];
      if (!item) break;
      ({ start, end } = item);
      node = item;
    } else break;
  }
  return file.origin.place(start, Math.min(end, start + 200));
}
module.exports = { joinPacks };
