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
  init: () => init,
  starterConfig: () => starterConfig
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_O5OH2J54 = require("./shared-O5OH2J54.js");
var import_shared_3TOTB54V = require("./shared-3TOTB54V.js");
var import_shared_7HD2BTDN = require("./shared-7HD2BTDN.js");
var import_shared_6UZR6XQ5 = require("./shared-6UZR6XQ5.js");
var import_shared_K56NQVUF = require("./shared-K56NQVUF.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
const {
  CONFIG_NAMES,
  findConfig
} = require("./shared-6NMWFYJ3.js");
const {
  detect
} = require("./shared-7F6TYY2M.js");
const {
  configmgrPack
} = require("./shared-4ICXJBLH.js");
const {
  discover
} = require("./shared-YWLKBUMM.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
async function init(call, world) {
  const file = call.options.get("output")?.at(-1) ?? CONFIG_NAMES[0];
  const existing = findConfig(world.cwd);
  if (existing !== void 0 && !call.options.has("force")) throw new UsageError(`${existing} is there already; --force replaces it`);
  const found = discover(world.cwd, ["."]).files.filter((f) => f.path !== existing);
  const layers = layersOf(await policiesOf(found));
  world.write(file, starterConfig(layers));
  world.err(`${file}: written with ${layers.length} ${layers.length === 1 ? "layer" : "layers"}; name your features and put the layers in order of precedence
`);
  return 0;
}
async function policiesOf(files) {
  const paths = [];
  for (const file of files) if ((await detect(file)).format) paths.push(file.path);
  return paths;
}
function layersOf(paths) {
  const layers = new Set(paths.map((path) => /^(?:.*\/)?\{[0-9a-f-]{36}\}(?=\/)/i.exec(path)?.[0] ?? path));
  return [...layers].sort();
}
function starterConfig(layers) {
  const { features } = configmgrPack();
  const assumed = Object.entries(features).filter(([, f]) => f.assumed);
  const others = Object.entries(features).filter(([, f]) => !f.assumed);
  const comment = ([id, { title }], mark) => `  ${mark}- ${id.padEnd(32)} # ${title}`;
  return `# What Configuration Manager does here, and which policy its clients get.
# Every key: schema/config.schema.json and the README of configmgr-firewall-lint.
version: 1

# site:
#   communication: [https]       # http, https or both
#   ports: { http: 80, https: 443, client-notification: 10123 }   # only what differs from the default
#   systems:                     # where the roles are: lets address scopes be judged
#     site-server: [10.0.10.5]
#     management-point: [10.0.10.6]

# What is used. Strike out what is not: findings of these features count as errors.
features:
${assumed.map((f) => comment(f, "")).join("\n")}
${others.map((f) => comment(f, "# ")).join("\n")}

# Each target is a class of machines with the policy that they get, lowest precedence first.
${layers.length === 0 ? "# targets:" : "targets:"}
${[
    "- name: Workstations",
    "  role: client",
    "  profiles: [domain]",
    "  # addresses: [10.1.0.0/16]",
    "  layers:",
    ...layers.length === 0 ? ["    - policies/workstations"] : layers.map((path) => `    - ${yamlText(path)}`)
  ].map((line) => `${layers.length === 0 ? "# " : "  "}${line}`).join("\n")}
`;
}
var yamlText = (text) => /^[A-Za-z_][\w./ -]*[\w]$/.test(text) ? text : JSON.stringify(text);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  init,
  starterConfig
});
