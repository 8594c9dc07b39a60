var import_commands_check = require("./commands-check.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_commands_check2 = require("./commands-check.js");
var import_shared_B27VFHVW = require("./shared-B27VFHVW.js");
var import_shared_AHLXVQOH = require("./shared-AHLXVQOH.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_COMMANDS,
  HashTable,
  Parser,
  ScriptBlock,
  ScriptHost,
  Unknown,
  describe,
  elements,
  isKnown,
  policyOf,
  runScript,
  textOfValue
} = require("./shared-FPPTOWC4.js");
const {
  dscFirewall,
  dscProfile
} = require("./shared-7TLNK5UH.js");
const {
  setRegistryValue
} = require("./shared-OK4NCRC5.js");
const {
  literalText
} = require("./shared-W3ZU3NDX.js");
const {
  LOCAL
} = require("./shared-PKBIHDJU.js");
const { changedRule, makeRule, neutralRule } = require("./commands-check.js");
var SCRIPT = /\.ps[dm]?1$/;
var CONFIGURATION = /^[ \t]*configuration\s+["']?\$?[\w-]+/im;
var RESOURCE = /(?:^|[{};])[ \t]*x?Firewall(?:Profile)?[ \t]+[^\s=|;]+\s*\{/im;
var OF_ROLES = /^(?:IIS-|DNSSrv|DHCP|ADDS|WDS|WSUS|FTP|MSMQ)/i;
var dscPowershell = {
  id: "dsc-powershell",
  title: "DSC configuration",
  store: "local",
  names: [],
  recognises: ({ name, text }) => SCRIPT.test(name) && RESOURCE.test(text) && CONFIGURATION.test(text),
  parse
};
function parse(file) {
  const { origin } = file;
  const host = new DscHost(COMMANDS, (start, end) => ({ origin, start, end }));
  runScript(file, host);
  return policyOf(file.path, dscPowershell.id, host);
}
var DscHost = class extends ScriptHost {
  isInResource = false;
  gathered;
  node = "";
  #changed = /* @__PURE__ */ new Set();
  rule(rule, target) {
    if (!this.gathered) {
      super.rule(rule, target);
      return;
    }
    const key = `${rule.source.start} ${JSON.stringify([{ ...neutralRule(rule), source: void 0 }, rule.malformed])}`;
    const same = this.gathered.get(key);
    if (same) same.nodes.push(this.node);
    else this.gathered.set(key, { rule, nodes: [this.node] });
  }
  change(change, target) {
    const key = `${change.source.start} ${change.kind} ${JSON.stringify([change.select.ids, change.condition])}`;
    if (this.gathered && this.#changed.has(key)) return;
    this.#changed.add(key);
    super.change(change, target);
  }
  /** Runs once for each node; a rule that only some of them get says which. */
  forNodes(names, run) {
    if (this.gathered) {
      for (const name of names) run(name);
      return;
    }
    const gathered = this.gathered = /* @__PURE__ */ new Map();
    for (const name of names) {
      this.node = name;
      run(name);
    }
    this.gathered = void 0;
    for (const { rule, nodes } of gathered.values()) {
      super.rule(nodes.length === names.length ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, `node=${nodes.join(",")}`] }), LOCAL);
    }
  }
};
var MAX_NODES = 200;
function node(host, { node: command, script }) {
  const args = script.arguments(command);
  const block = args.find((arg) => arg.value instanceof ScriptBlock)?.value;
  if (!(block instanceof ScriptBlock)) return void 0;
  const names = elements(args.find((arg) => !(arg.value instanceof ScriptBlock))?.value, true) ?? [];
  const all = script.variable("allnodes");
  const data = Array.isArray(all) ? all.filter((item) => item instanceof HashTable) : [];
  const defaults = data.find((item) => textOfValue(item.get("NodeName")) === "*");
  const known = data.length === 0 ? [] : names.flatMap((name) => {
    const text = isKnown(name) ? textOfValue(name)?.toLowerCase() : void 0;
    const own = data.find((item) => textOfValue(item.get("NodeName"))?.toLowerCase() === text);
    return own ? [own] : [];
  });
  if (known.length === 0 || known.length !== names.length || known.length > MAX_NODES) {
    script.invoke(block.block, [], void 0, (inner) => inner.assign("node", new Unknown("$Node")));
    return void 0;
  }
  const byName = new Map(known.map((item) => [textOfValue(item.get("NodeName")) ?? "", item]));
  host.forNodes([...byName.keys()], (name) => {
    const own = new HashTable(script.level);
    for (const table of [defaults, byName.get(name)]) for (const [key, item] of table?.entries ?? []) own.entries.set(key, item);
    script.invoke(block.block, [], void 0, (inner) => inner.assign("node", own));
  });
  return void 0;
}
function propertiesOf(host, { node: command, script }) {
  const block = command.args.find((arg) => arg.value?.kind === "block")?.value;
  if (!block || host.isInResource) return void 0;
  host.isInResource = true;
  const table = new Parser(script.text, block.start).entries();
  const properties = /* @__PURE__ */ new Map();
  for (const { key, value, start, end } of table.kind === "hash" ? table.entries : []) {
    const name = textOfValue(script.value(key));
    if (name === void 0) continue;
    const place = value ?? { start, end };
    properties.set(name.toLowerCase(), { name, start, value: literal(script.evaluateEntry(value), place.start, place.end) });
  }
  host.isInResource = false;
  return properties;
}
function literal(value, start, end) {
  if (value === null) return { kind: "nothing", start, end };
  if (Array.isArray(value)) return { kind: "list", items: (elements(value, true) ?? [new Unknown(describe(value))]).map((item) => literal(item, start, end)), start, end };
  const text = isKnown(value) ? textOfValue(value) : void 0;
  return text === void 0 ? { kind: "expression", text: describe(value), start, end } : { kind: "scalar", text, start, end };
}
var limitText = (limits) => limits.length === 0 ? void 0 : limits.map((limit) => limit.replace(/^condition=/, "")).join(" and ");
function firewall(host, call) {
  const properties = propertiesOf(host, call);
  if (!properties) return void 0;
  const source = host.spanOf(call.node.start, call.node.end);
  const { rule, change, problems } = dscFirewall(properties, source, limitText(call.script.limits));
  for (const problem of problems) host.problem(problem);
  if (rule) host.rule(rule, LOCAL);
  if (!change) return void 0;
  const [id = ""] = change.select.ids ?? [];
  if (change.kind === "set" && OF_ROLES.test(id)) host.rule(unsaid(id, change.values, source), LOCAL);
  host.change(change, LOCAL);
  return void 0;
}
var unsaid = (id, values, source) => makeRule({
  direction: "unknown",
  action: "unknown",
  enabled: "unknown",
  protocol: "unknown",
  ...values,
  id,
  name: id,
  unmodelled: [...values.unmodelled ?? [], `Name=${id}`],
  source
});
function firewallProfile(host, call) {
  const properties = propertiesOf(host, call);
  if (!properties) return void 0;
  const { profile, settings, problems } = dscProfile(properties, host.spanOf(call.node.start, call.node.end));
  const condition = limitText(call.script.limits);
  for (const problem of problems) host.problem(problem);
  for (const [key, setting] of profile ? Object.entries(settings) : []) {
    host.configure(profile === "domain" ? 1 : profile === "private" ? 2 : 4, key, condition === void 0 ? setting : { ...setting, condition }, LOCAL);
  }
  return void 0;
}
function registry(host, call) {
  const properties = propertiesOf(host, call);
  const path = properties?.get("key")?.value;
  if (!properties || !path) return void 0;
  const value = (name) => properties.get(name)?.value;
  const said = (name) => literalText(value(name) ?? { kind: "nothing", start: 0, end: 0 }).toLowerCase();
  const source = host.spanOf(call.node.start, call.node.end);
  const problems = [];
  if (call.script.limits.length === 0) {
    setRegistryValue(host.registry, {
      path,
      name: value("valuename"),
      data: value("valuedata"),
      type: value("valuetype"),
      isHex: said("hex") === "true",
      isAbsent: said("ensure") === "absent",
      source
    }, problems);
  } else if (host.registry.key(literalText(path).replace(/^(HK\w+):\\?/i, "$1\\"))) {
    host.notice(`This registry value is set only when: ${limitText(call.script.limits) ?? ""}`, call.node.start, call.node.end);
  }
  for (const problem of problems) host.problem(problem);
  return void 0;
}
var handled = (handler) => (call) => handler(call.script.host, call);
var COMMANDS = new Map([
  ...FIREWALL_COMMANDS,
  ["node", handled(node)],
  ["firewall", handled(firewall)],
  ["xfirewall", handled(firewall)],
  ["firewallprofile", handled(firewallProfile)],
  ["xfirewallprofile", handled(firewallProfile)],
  ["registry", handled(registry)],
  ["xregistry", handled(registry)],
  ["registrypolicyfile", handled(registry)],
  ["import-dscresource", () => void 0]
]);
module.exports = { dscPowershell };
