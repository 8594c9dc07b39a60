const {
  leftOutPackage
} = require("./shared-47UY4TDN.js");
const {
  LateRule
} = require("./shared-RX3CNVOS.js");
const {
  GROUP_POLICY,
  LOCAL
} = require("./shared-PKBIHDJU.js");
const {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, PART_NAMES, addressSet, isAnyAddress, isAnyPort, parseAddresses, parseIcmp, parsePort, parsePorts, parseProtocol, portSet } = require("./commands-check.js");
var FIELDS = [
  "id",
  "name",
  "instanceId",
  "group",
  "displayGroup",
  "enabled",
  "direction",
  "action",
  "profile",
  "protocol",
  "localPort",
  "remotePort",
  "icmpType",
  "localAddress",
  "remoteAddress",
  "program",
  "package",
  "service",
  "interfaceType",
  "interfaceAlias",
  "localUser",
  "remoteUser",
  "remoteMachine",
  "authentication",
  "encryption",
  "overrideBlockRules",
  "dynamicTarget",
  "platform",
  "owner",
  "looseSourceMapping",
  "localOnlyMapping",
  "policyStoreSource",
  "policyStoreSourceType",
  "remoteDynamicKeywordAddresses",
  "policyAppId"
];
var FIELD = Object.fromEntries(FIELDS.map((name, index) => [name, index]));
var NAMES = new Map(Object.entries({
  name: "id",
  id: "id",
  ruleid: "id",
  rulename: "name",
  displayname: "name",
  instanceid: "instanceId",
  group: "group",
  rulegroup: "group",
  displaygroup: "displayGroup",
  enabled: "enabled",
  direction: "direction",
  action: "action",
  profile: "profile",
  profiles: "profile",
  protocol: "protocol",
  localport: "localPort",
  localports: "localPort",
  remoteport: "remotePort",
  remoteports: "remotePort",
  icmptype: "icmpType",
  icmptypes: "icmpType",
  localaddress: "localAddress",
  localaddresses: "localAddress",
  localip: "localAddress",
  remoteaddress: "remoteAddress",
  remoteaddresses: "remoteAddress",
  remoteip: "remoteAddress",
  program: "program",
  applicationname: "program",
  application: "program",
  package: "package",
  service: "service",
  servicename: "service",
  interfacetype: "interfaceType",
  interfacetypes: "interfaceType",
  interfacealias: "interfaceAlias",
  interface: "interfaceAlias",
  localuser: "localUser",
  localusers: "localUser",
  remoteuser: "remoteUser",
  remoteusers: "remoteUser",
  remotemachine: "remoteMachine",
  remotemachines: "remoteMachine",
  authentication: "authentication",
  encryption: "encryption",
  overrideblockrules: "overrideBlockRules",
  dynamictarget: "dynamicTarget",
  dynamictransport: "dynamicTarget",
  platform: "platform",
  platforms: "platform",
  owner: "owner",
  loosesourcemapping: "looseSourceMapping",
  lsm: "looseSourceMapping",
  localonlymapping: "localOnlyMapping",
  policystoresource: "policyStoreSource",
  policystoresourcetype: "policyStoreSourceType",
  remotedynamickeywordaddresses: "remoteDynamicKeywordAddresses",
  policyappid: "policyAppId"
}).map(([name, field]) => [name, FIELD[field]]));
var known = /* @__PURE__ */ new Map();
function fieldOf(name) {
  const cached = known.get(name);
  if (cached !== void 0) return cached;
  const field = NAMES.get(name.toLowerCase().replace(/[^a-z0-9]/g, "")) ?? -1;
  if (known.size < 4096) known.set(name, field);
  return field;
}
var PARTS = [
  ["id", "id"],
  ["name", "name"],
  ["group", "group"],
  ["direction", "direction"],
  ["action", "action"],
  ["enabled", "enabled"],
  ["protocol", "protocol"],
  ["localPorts", "localPort"],
  ["remotePorts", "remotePort"],
  ["icmp", "icmpType"],
  ["profiles", "profile"],
  ["localAddresses", "localAddress"],
  ["remoteAddresses", "remoteAddress"],
  ["program", "program"],
  ["service", "service"],
  ["interfaceTypes", "interfaceType"]
].map(([part, field]) => [PART_NAMES.indexOf(part), FIELD[field]]);
var RecordRule = class extends LateRule {
  source;
  #places;
  constructor(said, places) {
    super(said);
    this.source = places.source;
    this.#places = places;
  }
  get parts() {
    const fields = this.#places.fields();
    return PARTS.flatMap(([part, field]) => {
      const place = fields.get(field);
      return place ? [part, ...place] : [];
    });
  }
};
var FILTER_FIELDS = [FIELD.protocol, FIELD.localPort, FIELD.remotePort, FIELD.localAddress, FIELD.remoteAddress, FIELD.program, FIELD.service];
var isRule = (values) => (values[FIELD.name] !== void 0 || values[FIELD.id] !== void 0 || values[FIELD.instanceId] !== void 0) && values[FIELD.direction] !== void 0 && values[FIELD.action] !== void 0;
var isFilter = (values) => values[FIELD.instanceId] !== void 0 && values[FIELD.direction] === void 0 && values[FIELD.action] === void 0 && values.some((value, index) => value !== void 0 && index > FIELD.profile);
var WITHOUT_FILTERS = 'These rules come without ports, addresses and programs, so they decide nothing. Export them with their filters, for example: Get-NetFirewallRule | ForEach-Object { $p = $_ | Get-NetFirewallPortFilter; $a = $_ | Get-NetFirewallAddressFilter; $f = $_ | Get-NetFirewallApplicationFilter; $s = $_ | Get-NetFirewallServiceFilter; $_ | Select-Object Name, DisplayName, Group, Enabled, Profile, Direction, Action, @{n="Protocol";e={$p.Protocol}}, @{n="LocalPort";e={@($p.LocalPort)}}, @{n="RemotePort";e={@($p.RemotePort)}}, @{n="IcmpType";e={@($p.IcmpType)}}, @{n="DynamicTarget";e={"$($p.DynamicTarget)"}}, @{n="RemoteAddress";e={@($a.RemoteAddress)}}, @{n="Program";e={$f.Program}}, @{n="Package";e={$f.Package}}, @{n="Service";e={$s.Service}} } | ConvertTo-Json';
function ruleFromRecord(values, places, report) {
  const unmodelled = [];
  const direction = wordOf(values, FIELD.direction, DIRECTIONS, places, report);
  let action = wordOf(values, FIELD.action, ACTIONS, places, report);
  const enabled = values[FIELD.enabled] === void 0 ? "unknown" : wordOf(values, FIELD.enabled, TRUTHS, places, report);
  const bare = FILTER_FIELDS.every((field) => values[field] === void 0 || values[field] === null || values[field] === "");
  if (bare) {
    unmodelled.push("filters=not in this export");
    if (!report.bare) report.problem("requirement-unverifiable", WITHOUT_FILTERS, places.source);
    report.bare = true;
  }
  const protocol = bare ? "unknown" : protocolOf(values[FIELD.protocol]) ?? unknown(values, FIELD.protocol, places, report);
  const hasPorts = protocol === 6 || protocol === 17 || protocol === "unknown";
  const isIcmp = protocol === 1 || protocol === 58;
  const localPorts = hasPorts ? portsOf(values, FIELD.localPort, places, report) : ANY_PORTS;
  const remotePorts = hasPorts ? portsOf(values, FIELD.remotePort, places, report) : ANY_PORTS;
  const localAddresses = addressesOf(values, FIELD.localAddress, places, report);
  const remoteAddresses = addressesOf(values, FIELD.remoteAddress, places, report);
  const icmp = isIcmp ? icmpOf(values[FIELD.icmpType], unmodelled) : NONE;
  const program = single(values[FIELD.program]);
  if (program !== void 0 && isCut(program)) unmodelled.push(`Program=${program}`);
  const service = single(values[FIELD.service]);
  const group = single(values[FIELD.group], false) || single(values[FIELD.displayGroup], false) || void 0;
  const name = single(values[FIELD.name], false) || void 0;
  if (!bare) leftOut({ name, group, program, service, protocol, localPorts, remotePorts, localAddresses, remoteAddresses }, values, unmodelled);
  let ipsec = false;
  for (const [field, name2, neutral, protects] of NARROWING) {
    const value = values[field];
    if (value === void 0 || value === null || value === false || value === "Any" || value === "NotRequired" || value === "") continue;
    const text = textOf(value);
    if (neutral.test(text)) continue;
    unmodelled.push(`${name2}=${text}`);
    ipsec ||= protects;
  }
  if (action === "allow" && values[FIELD.overrideBlockRules] !== void 0 && TRUTHS.get(textOf(values[FIELD.overrideBlockRules]).toLowerCase()) === true) action = "bypass";
  const id = single(values[FIELD.id], false) ?? single(values[FIELD.instanceId], false) ?? null;
  return new RecordRule({
    id: id === "" ? null : id,
    name: name ?? id ?? "",
    group,
    direction,
    action,
    enabled,
    protocol,
    localPorts,
    remotePorts,
    icmp,
    profiles: profilesOf(values[FIELD.profile], unmodelled),
    localAddresses,
    remoteAddresses,
    program,
    service,
    interfaceTypes: interfacesOf(values[FIELD.interfaceType], unmodelled),
    platforms: platformsOf(values[FIELD.platform], unmodelled),
    unmodelled: unmodelled.length === 0 ? NONE : unmodelled,
    ipsec,
    // DynamicTarget has no word for the later trust keywords (TTK2_27), which Windows gives to some of its rules for every port.
    partial: values[FIELD.program] === void 0 || group !== void 0 && (values[FIELD.dynamicTarget] === void 0 && !isMadeByHand(group, id) || group.startsWith("@") && isAnyPort(localPorts) && isAnyPort(remotePorts)),
    malformed: void 0
  }, places);
}
var isMadeByHand = (group, id) => !group.startsWith("@") && id !== null && /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i.test(id);
function leftOut(shown, values, unmodelled) {
  const { program, localPorts, remotePorts } = shown;
  if (values[FIELD.program] === void 0 && values[FIELD.package] === void 0) {
    if (isAnyPort(localPorts) && isAnyPort(remotePorts) && shown.protocol !== 1 && shown.protocol !== 58) unmodelled.push("program=not in this export");
  } else if (values[FIELD.package] === void 0) {
    const left = leftOutPackage(shown);
    if (left !== void 0) unmodelled.push(`${left}=not in this export`);
  }
  if ((shown.protocol === 1 || shown.protocol === 58) && values[FIELD.icmpType] === void 0) unmodelled.push("icmp=not in this export");
  if (values[FIELD.service] === void 0 && program !== void 0 && /svchost\.exe$/i.test(program)) unmodelled.push("service=not in this export");
}
function wordOf(values, field, words, places, report) {
  const value = values[field];
  const said = typeof value === "string" ? words.get(value) ?? words.get(value.trim().toLowerCase()) : words.get(textOf(value).trim().toLowerCase());
  return said ?? unknown(values, field, places, report);
}
function unknown(values, field, places, report) {
  report.problem("requirement-unverifiable", `${FIELDS[field] ?? "The value"} "${textOf(values[field])}" is not known.`, places.field(field));
  return "unknown";
}
function targetOf(values) {
  const type = values[FIELD.policyStoreSourceType];
  if (type === void 0 || type === null) return LOCAL;
  const text = textOf(type).toLowerCase();
  if (text === "mdm") return MDM;
  if (text !== "grouppolicy" && text !== "2") return LOCAL;
  const source = single(values[FIELD.policyStoreSource], false);
  if (source === void 0 || source === "") return GROUP_POLICY;
  let target = gpos.get(source);
  if (!target) {
    if (gpos.size > 1e3) gpos.clear();
    gpos.set(source, target = { store: "group-policy", gpo: source });
  }
  return target;
}
var MDM = { store: "mdm" };
var gpos = /* @__PURE__ */ new Map();
var NONE = Object.freeze([]);
var DIRECTIONS = /* @__PURE__ */ new Map([
  ["Inbound", "inbound"],
  ["Outbound", "outbound"],
  ["inbound", "inbound"],
  ["1", "inbound"],
  ["in", "inbound"],
  ["outbound", "outbound"],
  ["2", "outbound"],
  ["out", "outbound"]
]);
var ACTIONS = /* @__PURE__ */ new Map([
  ["Allow", "allow"],
  ["Block", "block"],
  ["allow", "allow"],
  ["2", "allow"],
  ["allowbypass", "bypass"],
  ["bypass", "bypass"],
  ["3", "bypass"],
  ["block", "block"],
  ["4", "block"]
]);
var TRUTHS = /* @__PURE__ */ new Map([
  ["True", true],
  ["False", false],
  ["true", true],
  ["1", true],
  ["yes", true],
  ["false", false],
  ["2", false],
  ["no", false]
]);
var NEUTRAL = /^(?:any|none|all|)$/i;
var NARROWING = [
  [FIELD.package, "Package", NEUTRAL, false],
  [FIELD.interfaceAlias, "InterfaceAlias", NEUTRAL, false],
  [FIELD.localUser, "LocalUser", NEUTRAL, false],
  [FIELD.remoteUser, "RemoteUser", NEUTRAL, true],
  [FIELD.remoteMachine, "RemoteMachine", NEUTRAL, true],
  [FIELD.authentication, "Authentication", /^(?:notrequired|0|)$/i, true],
  [FIELD.encryption, "Encryption", /^(?:notrequired|0|)$/i, true],
  [FIELD.dynamicTarget, "DynamicTarget", /^(?:any|all|0|)$/i, false],
  [FIELD.owner, "Owner", NEUTRAL, false],
  [FIELD.looseSourceMapping, "LooseSourceMapping", /^(?:false|2|0|)$/i, false],
  [FIELD.localOnlyMapping, "LocalOnlyMapping", /^(?:false|2|0|)$/i, false],
  [FIELD.remoteDynamicKeywordAddresses, "RemoteDynamicKeywordAddresses", NEUTRAL, false],
  [FIELD.policyAppId, "PolicyAppId", NEUTRAL, false]
];
var isCut = (text) => /^System\.|^Microsoft\.Management\.|^MSFT_|^@\{/.test(text);
function itemsOf(value) {
  if (value === void 0 || value === null || value === "") return NONE;
  if (typeof value === "string") return splits(value);
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] === "string" ? splits(value[0]) : value.flatMap((item) => typeof item === "object" ? itemsOf(textOf(item)) : splits(String(item)));
  if (typeof value === "object") {
    const inner = value.value;
    return Array.isArray(inner) ? itemsOf(inner) : Object.keys(value).length === 0 ? NONE : splits(textOf(value));
  }
  return [String(value)];
}
function splits(text) {
  if (!/[,;|\s]/.test(text) || isCut(text)) return [text];
  return text.replace(/(?<!\s)\s*-\s*/g, "-").split(/[,;|\s]+/).filter((item) => item !== "");
}
function textOf(value) {
  if (typeof value === "string") return value;
  if (value === void 0 || value === null) return "";
  if (typeof value !== "object") return String(value);
  const inner = Array.isArray(value) ? value : value.value;
  if (Array.isArray(inner)) return inner.slice(0, 1e3).map((item) => typeof item === "object" && item !== null ? "System.Object" : String(item)).join(",");
  return Object.keys(value).length === 0 ? "" : typeof inner === "string" || typeof inner === "number" ? String(inner) : "System.Object";
}
function single(value, any = true) {
  if (value === void 0 || value === null) return void 0;
  const text = textOf(value);
  return any && NEUTRAL.test(text) ? void 0 : text;
}
var protocols = /* @__PURE__ */ new Map([["TCP", 6], ["UDP", 17], ["Any", "any"], ["ICMPv4", 1], ["ICMPv6", 58]]);
function protocolOf(value) {
  const text = textOf(value);
  const cached = protocols.get(text);
  if (cached !== void 0) return cached;
  if (text === "") return "any";
  return /^256$/.test(text) ? "any" : parseProtocol(text);
}
var MOST_CACHED = 4096;
var portCache = /* @__PURE__ */ new Map();
function portsOf(values, field, places, report) {
  const value = values[field];
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (only === void 0 || only === null || only === "Any" || only === "") return ANY_PORTS;
  const one = typeof only === "string" ? parsePort(only) : void 0;
  if (one) return one;
  const cached = typeof only === "string" ? portCache.get(only) : void 0;
  if (cached) return cached;
  const { set, bad } = parsePorts(itemsOf(only), TOOL_PORTS);
  if (bad.length > 0) {
    unknown(values, field, places, report);
    return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...set.text ?? [], ...bad]);
  }
  if (typeof only === "string" && portCache.size < MOST_CACHED) portCache.set(only, set);
  return set;
}
var addressCache = /* @__PURE__ */ new Map();
function addressesOf(values, field, places, report) {
  const value = values[field];
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (only === void 0 || only === null || only === "Any" || only === "") return ANY_ADDRESSES;
  const cached = typeof only === "string" ? addressCache.get(only) : void 0;
  if (cached) return cached;
  const { set, bad } = parseAddresses(itemsOf(only), TOOL_ADDRESSES);
  if (bad.length > 0) {
    unknown(values, field, places, report);
    return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...set.text ?? [], ...bad]);
  }
  if (typeof only === "string" && addressCache.size < MOST_CACHED) addressCache.set(only, set);
  return set;
}
function icmpOf(value, unmodelled) {
  const items = itemsOf(value);
  if (items.length === 0 || items.some((item) => /^(?:any|\*)$/i.test(item))) return NONE;
  const read = items.map(parseIcmp);
  if (!read.includes(void 0)) return read;
  unmodelled.push(`IcmpType=${textOf(value)}`);
  return NONE;
}
var PROFILE_WORDS = /* @__PURE__ */ new Map([
  ["any", ALL_PROFILES],
  ["all", ALL_PROFILES],
  ["domain", 1],
  ["private", 2],
  ["public", 4],
  ["notapplicable", ALL_PROFILES]
]);
var profileCache = /* @__PURE__ */ new Map([["Any", ALL_PROFILES], ["Domain", 1], ["Private", 2], ["Public", 4]]);
function profilesOf(value, unmodelled) {
  const cached = profileCache.get(value);
  if (cached !== void 0) return cached;
  let set = 0;
  for (const item of itemsOf(value)) {
    const word = PROFILE_WORDS.get(item.toLowerCase());
    const number = word === void 0 && /^\d{1,10}$/.test(item) ? Number(item) : void 0;
    if (word !== void 0) set |= word;
    else if (number !== void 0) set |= number === 0 || number > ALL_PROFILES ? ALL_PROFILES : number;
    else {
      unmodelled.push(`Profile=${textOf(value)}`);
      return ALL_PROFILES;
    }
  }
  if (set === 0) set = ALL_PROFILES;
  if (typeof value !== "object" && profileCache.size < MOST_CACHED) profileCache.set(value, set);
  return set;
}
var INTERFACE_BITS = [[1, "lan"], [2, "wireless"], [4, "remote-access"], [8, "mobile-broadband"]];
function interfacesOf(value, unmodelled) {
  if (value === void 0 || value === null || value === "Any" || value === "" || value === 0) return NONE;
  const types = /* @__PURE__ */ new Set();
  for (const item of itemsOf(value)) {
    const type = TOOL_INTERFACES.get(item.toLowerCase());
    if (type) types.add(type);
    else if (/^\d{1,2}$/.test(item) && Number(item) < 16) for (const [bit, name] of INTERFACE_BITS) {
      if ((Number(item) & bit) !== 0) types.add(name);
    }
    else if (!/^(?:any|all)$/i.test(item)) unmodelled.push(`InterfaceType=${item}`);
  }
  return types.size === 4 ? NONE : [...types];
}
function platformsOf(value, unmodelled) {
  if (value === void 0 || value === null || value === "") return NONE;
  const platforms = [];
  for (const item of itemsOf(value)) {
    const version = /^(\d{1,3})\.(\d{1,5})(?:\.\d+)?(\+?)$/.exec(item);
    if (version) platforms.push({ platform: 2, major: Number(version[1]), minor: Number(version[2]), orLater: version[3] === "+" });
    else if (!NEUTRAL.test(item)) unmodelled.push(`Platform=${item}`);
  }
  return platforms;
}
module.exports = { FIELDS, FIELD, fieldOf, isRule, isFilter, ruleFromRecord, targetOf };
