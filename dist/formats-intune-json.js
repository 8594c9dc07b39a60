var import_commands_check = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  isMdmStoreUri,
  mdmStorePart
} = require("./shared-YUAVFKI4.js");
const {
  addresses,
  direction,
  icmp,
  ignored,
  interfaceTypes,
  literalText,
  mark,
  narrowing,
  newDraft,
  ports,
  profiles,
  readAttributes,
  refuse,
  ruleOf,
  text,
  word
} = require("./shared-W3ZU3NDX.js");
const {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { undecided } = require("./commands-check.js");
const { ALL_PROFILES, PROFILES, addressTexts, portTexts, profileNames } = require("./commands-check.js");
var DEEPEST = 200;
function readJson(text2, place) {
  const reader = new JsonReader(text2, place);
  const value = reader.read();
  return { value, error: reader.error };
}
var NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
var WORD = /true|false|null/y;
var ESCAPES = /* @__PURE__ */ new Map([["n", "\n"], ["r", "\r"], ["t", "	"], ["b", "\b"], ["f", "\f"]]);
var JsonReader = class {
  #text;
  #place;
  #at = 0;
  error;
  constructor(text2, place) {
    this.#text = text2;
    this.#place = place;
  }
  read() {
    const value = this.#value(0);
    this.#space();
    if (value && this.#at < this.#text.length) this.#fail("something stands behind the end");
    return this.error ? void 0 : value;
  }
  #value(depth) {
    this.#space();
    const start = this.#at;
    const unit = this.#text[start];
    if (depth > DEEPEST) return this.#fail(`nested deeper than ${DEEPEST} levels`);
    if (unit === '"') {
      const text2 = this.#string();
      return text2 === void 0 ? void 0 : this.#scalar(text2, start);
    }
    if (unit === "{") return this.#table(depth, start);
    if (unit === "[") return this.#list(depth, start);
    WORD.lastIndex = start;
    NUMBER.lastIndex = start;
    const word2 = WORD.exec(this.#text)?.[0] ?? NUMBER.exec(this.#text)?.[0];
    if (word2 === void 0) return this.#fail(start >= this.#text.length ? "the text ends too early" : "a value is missing");
    this.#at += word2.length;
    return word2 === "null" ? { kind: "nothing", ...this.#range(start) } : this.#scalar(word2, start);
  }
  #scalar(text2, start) {
    const { start: from, end } = this.#range(start);
    return { kind: "scalar", text: text2, start: from, end };
  }
  #list(depth, start) {
    const items = [];
    this.#at++;
    while (!this.#closes("]")) {
      const item = this.#value(depth + 1);
      if (!item || !this.#separated("]")) return void 0;
      items.push(item);
    }
    return { kind: "list", items, ...this.#range(start) };
  }
  #table(depth, start) {
    const entries = /* @__PURE__ */ new Map();
    this.#at++;
    while (!this.#closes("}")) {
      const from = this.#at;
      if (this.#text[from] !== '"') return this.#fail("a name in quotes is missing");
      const name = this.#string();
      this.#space();
      if (name === void 0) return void 0;
      if (this.#text[this.#at] !== ":") return this.#fail('":" is missing');
      this.#at++;
      const value = this.#value(depth + 1);
      if (!value || !this.#separated("}")) return void 0;
      entries.set(name.toLowerCase(), { name, start: this.#place?.start ?? from, value });
    }
    return { kind: "table", entries, ...this.#range(start) };
  }
  #closes(bracket) {
    this.#space();
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }
  #separated(bracket) {
    this.#space();
    if (this.#text[this.#at] === ",") this.#at++;
    else if (this.#text[this.#at] !== bracket) {
      this.#fail(this.#at >= this.#text.length ? "the text ends too early" : `"," or "${bracket}" is missing`);
      return false;
    }
    return true;
  }
  #string() {
    const start = this.#at + 1;
    let end = start;
    let escaped = false;
    for (; this.#text[end] !== '"'; end++) {
      if (end >= this.#text.length) {
        this.#at = end;
        this.#fail("a text without an end");
        return void 0;
      }
      if (this.#text[end] === "\\") {
        escaped = true;
        end++;
      }
    }
    this.#at = end + 1;
    const raw = this.#text.slice(start, end);
    if (!escaped) return raw;
    return raw.replace(/\\(?:u([\da-fA-F]{4})|([^]))/g, (_, hex, unit = "") => hex ? String.fromCharCode(Number.parseInt(hex, 16)) : ESCAPES.get(unit) ?? unit);
  }
  #space() {
    const text2 = this.#text;
    for (; ; ) {
      while ((text2[this.#at] ?? "x") <= " ") this.#at++;
      if (text2[this.#at] !== "/") return;
      const next = text2[this.#at + 1];
      const end = next === "/" ? text2.indexOf("\n", this.#at) : next === "*" ? text2.indexOf("*/", this.#at + 2) : void 0;
      if (end === void 0) return;
      this.#at = end < 0 ? text2.length : end + (next === "*" ? 2 : 1);
    }
  }
  #range(start) {
    return this.#place ?? { start, end: this.#at };
  }
  #fail(message) {
    const start = Math.min(this.#at, this.#text.length);
    this.error ??= { message, ...this.#place ?? { start, end: Math.min(start + 1, this.#text.length) } };
    return void 0;
  }
};
var protocolNumber = (draft, value, { name }) => {
  mark(draft, "protocol", value);
  const said2 = literalText(value);
  if (!/^\d{1,3}$/.test(said2) || Number(said2) > 255) refuse(draft, value, `${name} "${said2}" is not a number from 0 to 255.`);
  else draft.values.protocol = Number(said2);
};
var configured = (reader) => (draft, value, attribute) => {
  if (literalText(value).toLowerCase() !== "notconfigured") reader(draft, value, attribute);
};
var RULE = /* @__PURE__ */ new Map([
  ["displayname", text("name")],
  ["description", ignored],
  ["edgetraversal", ignored],
  ["id", ignored],
  ["@odata.type", ignored],
  ["packagefamilyname", narrowing()],
  ["filepath", text("program")],
  ["servicename", text("service")],
  ["protocol", protocolNumber],
  ["localportranges", ports("localPorts", TOOL_PORTS)],
  ["remoteportranges", ports("remotePorts", TOOL_PORTS)],
  ["localaddressranges", addresses("localAddresses", TOOL_ADDRESSES)],
  ["actuallocaladdressranges", addresses("localAddresses", TOOL_ADDRESSES)],
  ["remoteaddressranges", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["actualremoteaddressranges", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["useanylocaladdressrange", ignored],
  ["useanyremoteaddressrange", ignored],
  ["icmptypesandcodes", icmp],
  ["profiletypes", configured(profiles)],
  ["interfacetypes", configured(interfaceTypes(TOOL_INTERFACES))],
  ["action", configured(word("action", /* @__PURE__ */ new Map([["allowed", "allow"], ["blocked", "block"]])))],
  ["trafficdirection", configured(word("direction", /* @__PURE__ */ new Map([["in", "inbound"], ["out", "outbound"]])))],
  ["localuserauthorizations", narrowing()]
]);
function graphRule(table, source, problems) {
  const draft = newDraft(source);
  const said2 = [...table.entries.values()].filter(({ value }) => value.kind !== "scalar" || value.text !== "");
  const isTrue = (name) => literalText(table.entries.get(name)?.value ?? { kind: "nothing", start: 0, end: 0 }) === "true";
  const skipped = /* @__PURE__ */ new Set();
  for (const side of ["local", "remote"]) {
    if (isTrue(`useany${side}addressrange`)) skipped.add(`${side}addressranges`).add(`actual${side}addressranges`);
    else if (table.entries.get(`${side}addressranges`)?.value.kind === "list") skipped.add(`actual${side}addressranges`);
  }
  readAttributes(draft, said2.filter(({ name }) => !skipped.has(name.toLowerCase()) && !name.endsWith("@odata.type")), RULE);
  const rule = ruleOf(draft, { name: draft.values.name ?? "", direction: "outbound", action: "allow" });
  problems.push(...draft.problems);
  return rule;
}
var isGraphRule = (value) => value.kind === "table" && (/windowsFirewallRule$/i.test(textAt(value, "@odata.type")) || ["trafficdirection", "profiletypes", "localportranges", "remoteportranges", "filepath"].some((name) => value.entries.has(name)));
var textAt = (table, name) => literalText(table.entries.get(name)?.value ?? { kind: "nothing", start: 0, end: 0 });
var PAIRS = [
  ["defaultInbound", "inboundconnectionsblocked", "block", "inboundconnectionsrequired", "allow"],
  ["defaultOutbound", "outboundconnectionsblocked", "block", "outboundconnectionsrequired", "allow"],
  ["blockAllInbound", "incomingtrafficblocked", true, "incomingtrafficrequired", false],
  ["allowLocalRules", "policyrulesfromgrouppolicynotmerged", false, "policyrulesfromgrouppolicymerged", true],
  ["allowUserApps", "authorizedapplicationrulesfromgrouppolicynotmerged", false, "authorizedapplicationrulesfromgrouppolicymerged", true],
  ["allowUserPorts", "globalportrulesfromgrouppolicynotmerged", false, "globalportrulesfromgrouppolicymerged", true]
];
function graphProfile(entries, span) {
  const settings = {};
  const enabled = entries.get("firewallenabled");
  const said2 = enabled ? literalText(enabled.value).toLowerCase() : "";
  if (enabled && (said2 === "allowed" || said2 === "blocked")) settings.enabled = { value: said2 === "allowed", source: span(enabled.start, enabled.value.end) };
  for (const [key, on, onValue, off, offValue] of PAIRS) {
    const chosen = [[entries.get(on), onValue], [entries.get(off), offValue]];
    const found = chosen.find(([entry]) => entry && literalText(entry.value).toLowerCase() === "true");
    if (found?.[0]) Object.assign(settings, { [key]: { value: found[1], source: span(found[0].start, found[0].value.end) } });
  }
  return settings;
}
var STORE = "vendor_msft_firewall_mdmstore_";
var RULES = `${STORE}firewallrules`;
var NAMED = `${RULES}_{firewallrulename}`;
var profileBits = (draft, value, { name }) => {
  mark(draft, "profiles", value);
  let bits = 0;
  for (const item of value.kind === "list" ? value.items : [value]) {
    const said2 = literalText(item);
    const bit = said2 === "2147483647" ? ALL_PROFILES : /^[1-7]$/.test(said2) ? Number(said2) : void 0;
    if (bit === void 0) refuse(draft, item, `${name} "${said2}" is none of 1, 2, 4 and 2147483647.`);
    else bits |= bit;
  }
  draft.values.profiles = bits === 0 ? ALL_PROFILES : bits;
};
var FIELDS = new Map([
  ["name", text("name")],
  ["description", ignored],
  ["edgetraversal", ignored],
  ["status", ignored],
  ["enabled", word("enabled", /* @__PURE__ */ new Map([["1", true], ["0", false]]))],
  ["direction", direction("in", "out")],
  // A project that wrote `_allow` and `_block` had its body refused by the service.
  ["action_type", word("action", /* @__PURE__ */ new Map([["1", "allow"], ["0", "block"]]))],
  ["protocol", protocolNumber],
  ["profiles", profileBits],
  ["localportranges", ports("localPorts", TOOL_PORTS)],
  ["remoteportranges", ports("remotePorts", TOOL_PORTS)],
  ["localaddressranges", addresses("localAddresses", TOOL_ADDRESSES)],
  ["remoteaddressranges", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["icmptypesandcodes", icmp],
  ["interfacetypes", interfaceTypes(TOOL_INTERFACES)],
  ["app_filepath", text("program")],
  ["app_servicename", text("service")],
  ...["app_packagefamilyname", "app_fqbn", "localuserauthorizedlist", "localuserauthorizationlist", "policyappid", "remoteaddressdynamickeywords"].map((name) => [name, narrowing()])
]);
function catalogSetting(instance2) {
  const id = literalText(instance2.entries.get("settingdefinitionid")?.value ?? NOTHING).toLowerCase();
  if (!id.startsWith(STORE)) return void 0;
  if (id === RULES || id === NAMED) return { id, what: "rules" };
  return PROFILE.test(id) ? { id, what: "profile" } : void 0;
}
var NOTHING = { kind: "nothing", start: 0, end: 0 };
function catalogRules(instance2, id, span, problems) {
  const items = instance2.entries.get("groupsettingcollectionvalue")?.value;
  const rules = [];
  for (const item of items?.kind === "list" ? items.items : items ? [items] : []) {
    const children = item.kind === "table" ? item.entries.get("children")?.value : void 0;
    if (children?.kind !== "list") continue;
    const fields = children.items.flatMap((child) => field(child, id) ?? []);
    const draft = readAttributes(newDraft(span(item.start, item.end)), fields, FIELDS);
    rules.push(ruleOf(draft, { name: "", direction: "outbound", action: "allow", enabled: "unknown" }));
    problems.push(...draft.problems);
  }
  return rules;
}
function field(child, parent) {
  if (child.kind !== "table") return void 0;
  const definition = child.entries.get("settingdefinitionid");
  const id = definition ? literalText(definition.value).toLowerCase() : "";
  const base = id.startsWith(`${NAMED}_`) ? NAMED : id.startsWith(`${RULES}_`) ? RULES : parent;
  const name = id.startsWith(`${base}_`) ? id.slice(base.length + 1) : id;
  const value = valueOf(child, name);
  return definition && value && name !== "" ? { name, start: definition.start, value } : void 0;
}
function valueOf(instance2, name) {
  const { entries } = instance2;
  const inner = (value) => value.kind === "table" ? value.entries.get("value")?.value ?? NOTHING : value;
  const simple2 = entries.get("simplesettingvalue")?.value;
  if (simple2) return said(inner(simple2));
  const list2 = entries.get("simplesettingcollectionvalue")?.value;
  if (list2?.kind === "list") return { ...list2, items: list2.items.map(inner) };
  const choice2 = entries.get("choicesettingvalue")?.value;
  if (choice2) return suffix(inner(choice2), name);
  const choices2 = entries.get("choicesettingcollectionvalue")?.value;
  return choices2?.kind === "list" ? { ...choices2, items: choices2.items.map((item) => suffix(inner(item), name)) } : void 0;
}
var said = (value) => value.kind === "scalar" && value.text === "" ? { ...NOTHING, start: value.start, end: value.end } : value;
function suffix(value, name) {
  if (value.kind !== "scalar") return value;
  const at = value.text.toLowerCase().lastIndexOf(`${name}_`);
  return { ...value, text: at < 0 ? value.text : value.text.slice(at + name.length + 1) };
}
var PROFILE = /^vendor_msft_firewall_mdmstore_(domain|private|public)profile_([a-z]+)$/;
var SETTINGS = /* @__PURE__ */ new Map([
  ["enablefirewall", "enabled"],
  ["shielded", "blockAllInbound"],
  ["allowlocalpolicymerge", "allowLocalRules"],
  ["authappsallowuserprefmerge", "allowUserApps"],
  ["globalportsallowuserprefmerge", "allowUserPorts"],
  ["defaultinboundaction", "defaultInbound"],
  ["defaultoutboundaction", "defaultOutbound"]
]);
function catalogProfile(instance2, id, span, profiles2, problems) {
  const [, profile = "", name = ""] = PROFILE.exec(id) ?? [];
  const key = SETTINGS.get(name);
  const value = valueOf(instance2, name);
  if (!key || !value || value.kind === "nothing") return;
  const word2 = literalText(value).toLowerCase();
  const source = span(value.start, value.end, `${profile}profile_${name}`);
  const settings = profiles2[profile] ??= {};
  const on = word2 === "true" || word2 === "1" ? true : word2 === "false" || word2 === "0" ? false : void 0;
  if (on === void 0) problems.push({ code: "rule-malformed", message: `${name} of the ${profile} profile is "${literalText(value)}", which is no choice of this setting.`, source });
  else if (key === "defaultInbound" || key === "defaultOutbound") settings[key] = { value: on ? "block" : "allow", source };
  else settings[key] = { value: on, source };
}
var PORT_NUMBERS = /* @__PURE__ */ new Map([["rpc", "49152-65535"], ["rpc-epmap", "135"], ["mdns", "5353"]]);
var ADDRESS_WORDS = /* @__PURE__ */ new Map([
  ["local-subnet", "LocalSubnet"],
  ["default-gateway", "DefaultGateway"],
  ["dns", "DNS"],
  ["dhcp", "DHCP"],
  ["wins", "WINS"],
  ["intranet", "Intranet"],
  ["internet", "Internet"],
  ["intranet-remote-access", "RmtIntranet"],
  ["play-to-device", "Ply2Renders"]
]);
var INTERFACE_WORDS = /* @__PURE__ */ new Map([["lan", "lan"], ["wireless", "wireless"], ["remote-access", "remoteaccess"], ["mobile-broadband", "mbb"]]);
function cspRule(rule, name = rule.name) {
  const [localPorts, remotePorts] = [portTexts(rule.localPorts), portTexts(rule.remotePorts)];
  const lost = [
    ...rule.unmodelled,
    ...rule.platforms.map(() => "Platform"),
    ...rule.action === "bypass" ? ["action=bypass"] : [],
    ...undecided(rule),
    ...[...localPorts, ...remotePorts].filter((port) => !PORT_NUMBERS.has(port) && !/^\d/.test(port)),
    ...rule.localAddresses.keywords,
    ...rule.remoteAddresses.keywords.filter((word2) => !ADDRESS_WORDS.has(word2))
  ];
  const fields = [
    { node: "Name", kind: "text", value: name },
    { node: "Enabled", kind: "switch", value: rule.enabled === true && lost.length === 0 },
    { node: "Direction", kind: "choice", value: rule.direction === "outbound" ? "out" : "in" },
    { node: "Action/Type", kind: "choice", value: rule.action === "block" ? 0 : 1 },
    ...typeof rule.protocol === "number" ? [{ node: "Protocol", kind: "number", value: rule.protocol }] : [],
    { node: "LocalPortRanges", kind: "list", value: localPorts.map(numberOf) },
    { node: "RemotePortRanges", kind: "list", value: remotePorts.map(numberOf) },
    { node: "IcmpTypesAndCodes", kind: "list", value: rule.icmp },
    { node: "LocalAddressRanges", kind: "list", value: [...new Set(addressTexts(rule.localAddresses).map(wordOf))] },
    { node: "RemoteAddressRanges", kind: "list", value: [...new Set(addressTexts(rule.remoteAddresses).map(wordOf))] },
    ...rule.profiles === ALL_PROFILES ? [] : [{ node: "Profiles", kind: "bits", value: rule.profiles }],
    { node: "InterfaceTypes", kind: "choices", value: rule.interfaceTypes.map((type) => INTERFACE_WORDS.get(type) ?? type) },
    ...rule.program === void 0 ? [] : [{ node: "App/FilePath", kind: "text", value: rule.program }],
    ...rule.service === void 0 ? [] : [{ node: "App/ServiceName", kind: "text", value: rule.service }]
  ];
  return { fields: fields.filter(({ value }) => !Array.isArray(value) || value.length > 0), lost };
}
var numberOf = (port) => PORT_NUMBERS.get(port) ?? port;
var wordOf = (text2) => ADDRESS_WORDS.get(text2.replace(/(?<=[a-z])[46]$/, "")) ?? text2;
function graphItem(rule) {
  const said2 = new Map(cspRule(rule).fields.map(({ node, value }) => [node, value]));
  const same = (node) => {
    const name = node.slice(node.indexOf("/") + 1);
    return said2.has(node) ? { [name.charAt(0).toLowerCase() + name.slice(1)]: said2.get(node) } : {};
  };
  return {
    displayName: rule.name,
    trafficDirection: said2.get("Direction"),
    action: said2.get("Action/Type") === 0 ? "blocked" : "allowed",
    ...same("Protocol"),
    ...same("LocalPortRanges"),
    ...same("RemotePortRanges"),
    ...same("LocalAddressRanges"),
    ...same("RemoteAddressRanges"),
    ...same("App/FilePath"),
    ...same("App/ServiceName"),
    profileTypes: rule.profiles === ALL_PROFILES ? "notConfigured" : profileNames(rule.profiles).join(",")
  };
}
function omaItems(rule) {
  const base = `./Vendor/MSFT/Firewall/MdmStore/FirewallRules/${(rule.id ?? rule.name).replace(/[^\w.-]+/g, "-")}`;
  return cspRule(rule).fields.map(({ node, value }) => {
    const said2 = Array.isArray(value) ? value.join(",") : node === "Direction" ? String(value).toUpperCase() : value;
    const type = typeof said2 === "number" ? "Integer" : typeof said2 === "boolean" ? "Boolean" : "String";
    return { "@odata.type": `#microsoft.graph.omaSetting${type}`, displayName: `${rule.name} ${node}`, omaUri: `${base}/${node}`, value: said2 };
  });
}
function catalogItem(rule, name = rule.name) {
  const { fields, lost } = cspRule(rule, name);
  const [first, ...rest] = fields.map(instance);
  const description = lost.length === 0 ? [] : [simple("description", `Switched off: not all of it can be said here (${lost.join(", ")})`)];
  return { "@odata.type": `${GRAPH}GroupSettingValue`, children: [first, ...description, ...rest] };
}
function instance(field2) {
  const name = field2.node.replace("/", "_").toLowerCase();
  switch (field2.kind) {
    case "text":
    case "number":
      return simple(name, field2.value);
    case "switch":
      return choice(name, field2.value ? 1 : 0);
    case "choice":
      return choice(name, field2.value);
    case "bits":
      return choices(name, [1, 2, 4].filter((bit) => (field2.value & bit) !== 0));
    case "choices":
      return choices(name, field2.value);
    case "list":
      return list(name, field2.value);
  }
}
var GRAPH = "#microsoft.graph.deviceManagementConfiguration";
var simple = (name, value) => ({
  "@odata.type": `${GRAPH}SimpleSettingInstance`,
  settingDefinitionId: `${NAMED}_${name}`,
  simpleSettingValue: { "@odata.type": `${GRAPH}${typeof value === "string" ? "String" : "Integer"}SettingValue`, value }
});
var list = (name, values) => ({
  "@odata.type": `${GRAPH}SimpleSettingCollectionInstance`,
  settingDefinitionId: `${NAMED}_${name}`,
  simpleSettingCollectionValue: values.map((value) => ({ "@odata.type": `${GRAPH}StringSettingValue`, value }))
});
var option = (name, value) => ({ "@odata.type": `${GRAPH}ChoiceSettingValue`, value: `${NAMED}_${name}_${value}`, children: [] });
var choice = (name, value) => ({
  "@odata.type": `${GRAPH}ChoiceSettingInstance`,
  settingDefinitionId: `${NAMED}_${name}`,
  choiceSettingValue: option(name, value)
});
var choices = (name, values) => ({
  "@odata.type": `${GRAPH}ChoiceSettingCollectionInstance`,
  settingDefinitionId: `${NAMED}_${name}`,
  choiceSettingCollectionValue: values.map((value) => option(name, value))
});
function catalogPolicy(rules) {
  const taken = /* @__PURE__ */ new Map();
  const items = rules.map((rule) => {
    const key = rule.name.toLowerCase();
    let { name } = rule;
    let number = taken.get(key) ?? 1;
    while (taken.has(name.toLowerCase())) name = `${rule.name} (${++number})`;
    taken.set(key, number).set(name.toLowerCase(), taken.get(name.toLowerCase()) ?? 1);
    return catalogItem(rule, name);
  });
  return {
    name: "Configuration Manager firewall rules",
    description: "",
    platforms: "windows10",
    technologies: "mdm,microsoftSense",
    templateReference: { templateId: "19c8aa67-f286-4861-9aa0-f23541d31680_1", templateFamily: "endpointSecurityFirewall" },
    settings: [{
      "@odata.type": `${GRAPH}Setting`,
      settingInstance: {
        "@odata.type": `${GRAPH}GroupSettingCollectionInstance`,
        settingDefinitionId: NAMED,
        settingInstanceTemplateReference: { settingInstanceTemplateId: "76c7a8be-67d2-44bf-81a5-38c94926b1a1" },
        groupSettingCollectionValue: items
      }
    }]
  };
}
var MARK = new RegExp([
  '"settingDefinitionId\\\\{0,7}"\\s*:\\s*\\\\{0,7}"vendor_msft_firewall_mdmstore_(?:firewallrules|(?:domain|private|public)profile)',
  '"definitionId"\\s*:\\s*"[^"]{0,120}_firewall(?:Rules|Profile(?:Domain|Private|Public))',
  '"omaUri"\\s*:\\s*"[^"]{0,40}Vendor\\\\?/MSFT\\\\?/Firewall\\\\?/MdmStore\\\\?/'
].join("|"), "i");
var GRAPH_MARK = /"firewallRules\\{0,7}"\s*:\s*\[\s*\{|"firewallProfile(?:Domain|Private|Public)\\{0,7}"\s*:\s*\{/i;
var GRAPH_WORD = /windows10EndpointProtectionConfiguration|windowsFirewall(?:Rule|NetworkProfile)\b|"(?:trafficDirection|profileTypes|firewallEnabled)\\{0,7}"/i;
var CATALOG_MARK = /"settingDefinitionId"\s*:\s*"vendor_msft_firewall_mdmstore_/i;
var isGraph = ({ text: text2 }) => /"firewallRules"\s*:\s*\[/i.test(text2) || /"firewallProfile(?:Domain|Private|Public)"\s*:\s*\{/i.test(text2);
var isOma = ({ text: text2 }) => /"omaUri"\s*:\s*"/i.test(text2);
function itemsOf(file) {
  if (!file || CATALOG_MARK.test(file.text)) return (rule) => [catalogItem(rule)];
  return isGraph(file) ? (rule) => [graphItem(rule)] : isOma(file) ? omaItems : void 0;
}
var intuneJson = {
  id: "intune-json",
  title: "Intune policy (JSON)",
  store: "mdm",
  names: [],
  recognises: (file) => /^\s*(?:[[{]|\/[/*])/.test(file.head) && (MARK.test(file.text) || GRAPH_MARK.test(file.text) && GRAPH_WORD.test(file.text)),
  parse,
  ruleWriter(beside) {
    const items = itemsOf(beside?.file);
    return items && { rule: (rule) => items(rule).map((item) => JSON.stringify(item, null, 2)).join(",\n"), separator: "," };
  },
  write: (rules) => `${JSON.stringify(catalogPolicy(rules), null, 2)}
`
};
function parse(file) {
  const into = { rules: [], profiles: {}, nodes: [], problems: [] };
  const { value, error } = readJson(file.text);
  if (error) into.problems.push({ code: "file-unreadable", message: `Not readable as JSON: ${error.message}.`, source: file.span(error.start, error.end) });
  if (value) walk(value, file, into);
  const changes = [];
  if (into.nodes.length > 0) {
    const { part, problems } = mdmStorePart(into.nodes, file);
    into.rules.push(...part.rules);
    changes.push(...part.changes);
    for (const profile of PROFILES) if (part.profiles[profile]) into.profiles[profile] = { ...into.profiles[profile], ...part.profiles[profile] };
    into.problems.push(...problems);
  }
  return { path: file.path, format: intuneJson.id, parts: [{ store: "mdm", rules: into.rules, profiles: into.profiles, changes }], problems: into.problems };
}
function walk(value, file, into, inTexts = 0) {
  if (value.kind === "list") {
    for (const item of value.items) walk(item, file, into, inTexts);
    return;
  }
  if (value.kind !== "table") return;
  const { entries } = value;
  const span = (start, end, key) => file.span(start, end, key);
  const setting = catalogSetting(value);
  if (setting?.what === "rules") {
    into.rules.push(...catalogRules(value, setting.id, span, into.problems));
    return;
  }
  if (setting) catalogProfile(value, setting.id, span, into.profiles, into.problems);
  if (entries.has("definitionid")) intent(value, file, into);
  const uri = entries.get("omauri")?.value;
  if (uri && isMdmStoreUri(literalText(uri))) omaSetting(uri, withoutMask(entries.get("value")?.value), file, into);
  for (const { name, value: inner } of entries.values()) {
    const key = name.toLowerCase();
    if (key === "firewallrules" && inner.kind === "list") graphRules(inner.items, file, into);
    else if (key.startsWith(BLOCK) && inner.kind === "table" && profileOf(key)) profileBlock(key, inner.entries, file, into);
    else if ((key === "json" || key === "rawjson") && inner.kind === "scalar" && inTexts < 3 && inner.text.startsWith("{")) {
      const text2 = readJson(inner.text, { start: inner.start, end: inner.end });
      if (text2.error) into.problems.push({ code: "file-unreadable", message: `${name} is not readable as JSON: ${text2.error.message}.`, source: file.span(inner.start, inner.end) });
      if (text2.value) walk(text2.value, file, into, inTexts + 1);
    } else if (key !== "settingdefinitions") walk(inner, file, into, inTexts);
  }
}
var withoutMask = (value) => value?.kind === "scalar" && /^\*{2,}$/.test(value.text) ? { kind: "expression", text: value.text, start: value.start, end: value.end } : value;
var BLOCK = "firewallprofile";
var profileOf = (key) => PROFILES.find((profile) => key === `${BLOCK}${profile}`);
function profileBlock(key, entries, file, into) {
  const profile = profileOf(key);
  if (profile) into.profiles[profile] = { ...into.profiles[profile], ...graphProfile(entries, (start, end) => file.span(start, end)) };
}
function graphRules(items, file, into) {
  for (const item of items) if (isGraphRule(item)) into.rules.push(graphRule(item, file.span(item.start, item.end), into.problems));
}
function intent(setting, file, into) {
  const { entries } = setting;
  const id = literalText(entries.get("definitionid")?.value ?? setting);
  const match = /_firewall(?:Rules|Profile(Domain|Private|Public)(?:[._](\w+))?)$/i.exec(id);
  if (!match) return;
  const [, profile, option2] = match;
  const escaped = entries.get("valuejson")?.value;
  let value = entries.get("value")?.value;
  if (escaped?.kind === "scalar") {
    const inner = readJson(escaped.text, { start: escaped.start, end: escaped.end });
    if (inner.error) into.problems.push({ code: "file-unreadable", message: `valueJson of ${id} is not readable as JSON: ${inner.error.message}.`, source: file.span(escaped.start, escaped.end) });
    value = inner.value ?? value;
  }
  if (!value || value.kind === "nothing") return;
  if (profile === void 0) graphRules(value.kind === "list" ? value.items : [value], file, into);
  else if (option2 !== void 0) profileBlock(`${BLOCK}${profile.toLowerCase()}`, /* @__PURE__ */ new Map([[option2.toLowerCase(), { name: option2, start: value.start, value }]]), file, into);
  else if (value.kind === "table") profileBlock(`${BLOCK}${profile.toLowerCase()}`, value.entries, file, into);
}
function omaSetting(uri, value, file, { nodes, problems }) {
  if (value?.kind === "scalar") {
    nodes.push({ verb: "set", uri: literalText(uri), uriStart: uri.start, uriEnd: uri.end, value: value.text, start: value.start, end: value.end });
  } else problems.push({ code: "requirement-unverifiable", message: `The export holds no value for ${literalText(uri)}.`, source: file.span(uri.start, uri.end) });
}
module.exports = { intuneJson };
