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
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { loadPacks } = require("./commands-check.js");
const { configmgrPack, defaultConfig } = require("./commands-check.js");
const { didYouMean } = require("./commands.js");
const { UsageError } = require("./commands.js");
const {
  codeInfo
} = require("./shared-7A7MJYKE.js");
async function explain(call, world) {
  const [word, ...rest] = call.operands;
  if (rest.length > 0) throw new UsageError("explain takes one code or requirement id");
  const korean = call.options.get("locale")?.at(-1) === "ko";
  const title = (code) => (korean ? codeInfo.get(code)?.titleKo : codeInfo.get(code)?.title) ?? "";
  if (word === void 0) {
    world.out(`${[...codeInfo.keys()].map((code) => `${code.padEnd(26)}${title(code)}`).join("\n")}

explain CODE or explain REQUIREMENT-ID tells more; requirements lists the ids.
`);
    return 0;
  }
  const name = word.toLowerCase();
  if (codeInfo.has(name)) {
    const { pages } = await Promise.resolve().then(() => require("./commands-pages.js"));
    world.out(`${korean ? `${title(name)}

` : ""}${pages.get(name) ?? title(name)}`);
    return 0;
  }
  const pack = configmgrPack();
  const row = pack.requirements.find(({ id }) => id === name);
  if (!row) {
    const other = featureText(name, pack) ?? await reasonText(name);
    if (other === void 0) {
      const known = [...codeInfo.keys(), ...pack.requirements.map(({ id }) => id), ...Object.keys(pack.features)];
      throw new UsageError(`There is no finding code and no requirement ${JSON.stringify(word)}${didYouMean(word, known, "Without a word explain lists the codes; requirements lists the ids")}`);
    }
    world.out(other);
    return 0;
  }
  world.out(requirementText(row, pack, await generatingRole(row)));
  return 0;
}
function featureText(name, pack) {
  if (!Object.hasOwn(pack.features, name)) return void 0;
  const ids = pack.requirements.filter(({ feature }) => feature === name).map(({ id, from, to }) => `  ${id.padEnd(42)} ${from} to ${to}`);
  return `${name}, ${pack.features[name]?.title ?? ""}

Needs:
${ids.join("\n")}

explain REQUIREMENT-ID tells more; requirements --features ${name} prints what applies to your site.
`;
}
async function reasonText(name) {
  const { pages } = await Promise.resolve().then(() => require("./commands-pages.js"));
  const line = pages.get("requirement-missing")?.split("\n").find((text) => text.startsWith(`| \`${name}\` |`));
  return line === void 0 ? void 0 : `${name}, a reason of findings about needs: ${line.split("|")[2]?.trim() ?? ""}.

explain requirement-missing lists all reasons.
`;
}
async function generatingRole(row) {
  const { site } = defaultConfig();
  const packs = await loadPacks({ packs: [], names: [] }, []);
  const rank = (role) => role === "client" ? 0 : packs.main.roles[role]?.kind === "cloud" ? 2 : 1;
  const roles = [.../* @__PURE__ */ new Set([row.to, row.from])].sort((a, b) => rank(a) - rank(b));
  return roles.find((role) => packs.requirements(site, [row.feature], role).some((r) => r.id === row.id && r.status === "applies" && r.severity !== "informational"));
}
function requirementText(row, pack, role) {
  const roleName = (id) => (Object.hasOwn(pack.roles, id) ? pack.roles[id]?.name : void 0) ?? id;
  const sources = row.sources.map(({ doc, section }) => {
    const source = Object.hasOwn(pack.sources, doc) ? pack.sources[doc] : void 0;
    return `  ${source ? `${source.page} (${source.edition})` : doc}${section === void 0 ? "" : `, ${section}`}`;
  });
  const links = new Set(row.sources.flatMap(({ doc }) => linkTo(Object.hasOwn(pack.sources, doc) ? pack.sources[doc]?.page : void 0) ?? []));
  const ports = row.ports === void 0 ? "" : ` ${row.ports.join(", ")}`;
  const traffic = row.kind === "icmp-echo" ? "ICMP echo request" : row.kind === "program" ? `program ${row.program ?? ""}` : row.kind === "rule-group" ? `predefined rule group ${row.group ?? ""}` : `${(row.protocol ?? "").toUpperCase()}${ports}${row.kind === "dynamic-rpc" ? " (dynamic RPC)" : ""}`;
  const lines = [
    row.id,
    "",
    `Feature:    ${row.feature}, ${(Object.hasOwn(pack.features, row.feature) ? pack.features[row.feature]?.title : void 0) ?? ""}`,
    `Traffic:    ${traffic}, ${directionText(row, roleName)}`,
    `From:       ${roleName(row.from)}`,
    `To:         ${roleName(row.to)}`,
    `Severity:   ${row.severity}`,
    row.setting === void 0 ? void 0 : `Setting:    ${settingText(row.setting, pack)}`,
    row.conditions && `Only when:  ${row.conditions.map((id) => (Object.hasOwn(pack.conditions, id) ? pack.conditions[id]?.says : void 0) ?? id).join("; ")}`,
    row.satisfiedBy && `Or:         ${row.satisfiedBy.join(", ")} opens the same`,
    row.opensItself === void 0 ? void 0 : `By itself:  ${row.opensItself}`,
    row.note === void 0 ? void 0 : `
${row.note}`,
    `
Sources:
${sources.join("\n")}`,
    links.size === 0 ? void 0 : `
Links:
${[...links].map((link) => `  ${link}`).join("\n")}`,
    role === void 0 ? void 0 : `
Rules for it:
  configmgr-firewall-lint generate --features ${row.feature}${role === "client" ? "" : ` --role ${role}`}`
  ];
  return `${lines.filter((line) => line !== void 0).join("\n")}
`;
}
function directionText({ direction, perspective, from }, roleName) {
  if (direction === "initiator-either") return "opened by either end";
  if (direction === "initiator-from") return `opened by the ${roleName(from).replace(/ \(.*\)$/, "")}`;
  return `${direction === "both" ? "inbound and outbound" : direction} as the ${perspective} sees it`;
}
function settingText(id, pack) {
  const setting = Object.hasOwn(pack.settings, id) ? pack.settings[id] : void 0;
  return setting ? `${setting.key === void 0 ? id : `site.ports.${setting.key}`}, default ${String(setting.default)} (${setting.where})` : id;
}
function linkTo(page) {
  const path = /^(?:configmgr|windows|troubleshoot)\/[\w/-]+/.exec(page ?? "")?.[0];
  return path === void 0 ? void 0 : `https://learn.microsoft.com/${path.startsWith("configmgr/") ? "mem/" : ""}${path}`;
}
module.exports = { explain };
