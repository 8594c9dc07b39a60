var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands_check7 = require("./commands-check.js");
var import_commands_check8 = require("./commands-check.js");
var import_commands_check9 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
const { CONFIG_NAMES, findConfig } = require("./commands-check.js");
const { readBackupInfo } = require("./commands-check.js");
const { configmgrPack } = require("./commands-check.js");
const { detect } = require("./commands-check.js");
const { discover } = require("./commands-check.js");
const { UsageError } = require("./commands.js");
const { printable, shortened } = require("./commands.js");
async function init(call, world) {
  const named = call.options.get("output")?.at(-1);
  const existing = findConfig(world.cwd);
  const file = named ?? existing ?? CONFIG_NAMES[0];
  const lost = named === void 0 || (0, import_node_fs.existsSync)((0, import_node_path.resolve)(world.cwd, named)) ? named ?? existing : void 0;
  if (lost !== void 0 && !call.options.has("force")) throw new UsageError(`${lost} is there already; --force replaces it`);
  const found = discover(world.cwd, ["."]).files.filter((f) => f.path !== existing && (0, import_node_path.resolve)(world.cwd, f.path) !== (0, import_node_path.resolve)(world.cwd, file));
  const layers = layersOf(await policiesOf(found), gpoNames(found));
  world.write(file, starterConfig(layers));
  const next = layers.length === 0 ? "no policy file found; name your features and, where the policy lies, its layers" : `written with ${layers.length} ${layers.length === 1 ? "layer" : "layers"}; name your features and put the layers in order of precedence`;
  world.err(`${file}: ${next}
`);
  return 0;
}
async function policiesOf(files) {
  const paths = [];
  for (const file of files) if ((await detect(file)).format) paths.push(file.path);
  return paths;
}
var BACKUP_FOLDER = /^(.*\/)?\{[0-9a-f-]{36}\}(?=\/)/i;
function layersOf(paths, gpos) {
  const layers = [...new Set(paths.map((path) => BACKUP_FOLDER.exec(path)?.[0] ?? path))].sort();
  const within = /* @__PURE__ */ new Map();
  for (const path of layers) for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) within.set(path.slice(0, at), (within.get(path.slice(0, at)) ?? 0) + 1);
  return layers.map((path) => {
    const folder = BACKUP_FOLDER.exec(`${path}/`)?.[1]?.slice(0, -1);
    return { path: folder !== void 0 && within.get(folder) === 1 ? folder : path, gpo: gpos.get(path) };
  });
}
function gpoNames(files) {
  const infos = files.filter(({ path }) => /(?:^|\/)bkupinfo\.xml$/i.test(path) && BACKUP_FOLDER.test(path));
  return new Map(infos.map((file) => [BACKUP_FOLDER.exec(file.path)?.[0] ?? "", shortened(printable(readBackupInfo(file)?.gpos[0]?.name ?? ""), 80)]));
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
    ...layers.length === 0 ? ["    - policies/workstations"] : layers.map(({ path, gpo }) => `    - ${yamlText(path)}${gpo ? ` # GPO "${gpo}"` : ""}`)
  ].map((line) => `${layers.length === 0 ? "# " : "  "}${line}`).join("\n")}
`;
}
var yamlText = (text) => /^[A-Za-z_][\w./ -]*[\w]$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
module.exports = { init, starterConfig };
