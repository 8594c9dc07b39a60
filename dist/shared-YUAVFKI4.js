const {
  addresses,
  direction,
  icmp,
  ignored,
  interfaceTypes,
  narrowing,
  newDraft,
  ports,
  readAttributes,
  refuse,
  ruleOf,
  text,
  word
} = require("./shared-W3ZU3NDX.js");
const {
  TOOL_ADDRESSES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
var MDM_STORE = /vendor\/msft\/firewall\/mdmstore\//i;
var URI = /^(?:\.\/)?(?:device\/)?vendor\/msft\/firewall\/mdmstore\/(.+)$/is;
var isMdmStoreUri = (uri) => URI.test(uri.trim());
function mdmStorePart(nodes, file) {
  const rules = /* @__PURE__ */ new Map();
  const values = /* @__PURE__ */ new Map();
  const changes = [];
  for (const node of nodes) {
    const path = URI.exec(node.uri.trim())?.[1]?.replace(/\/$/, "").split("/").map(decoded);
    const top = path?.[0]?.toLowerCase();
    if (path === void 0 || top === void 0) continue;
    const profile = PROFILES.get(top);
    if (profile) setValue(values, profile, path[1], node);
    else if (top === "firewallrules") setLeaf(rules, changes, path, node, file);
  }
  const problems = [];
  const read = [...rules.values()].map(({ name, source, leaves }) => {
    const draft = readAttributes(newDraft(source), leaves.values(), RULE_NODES);
    const rule = ruleOf(draft, { id: name, name, direction: "outbound", action: "allow", enabled: "unknown" });
    problems.push(...draft.problems);
    return rule;
  });
  const profiles = profilesOf(values.values(), file, problems);
  return { part: { store: "mdm", rules: read, profiles, changes }, problems };
}
function setLeaf(rules, changes, path, node, file) {
  const [, name, ...below] = path;
  const key = name?.toLowerCase();
  const leaf = below.join("/").toLowerCase();
  if (node.verb === "delete" && leaf === "") {
    if (key === void 0) rules.clear();
    else rules.delete(key);
    const select = name === void 0 ? {} : { ids: [name] };
    changes.push({ kind: "remove", select, values: {}, condition: void 0, source: file.span(node.uriStart, node.uriEnd, name) });
    return;
  }
  if (name === void 0 || key === void 0) return;
  if (node.verb === "delete") {
    rules.get(key)?.leaves.delete(leaf);
    return;
  }
  let rule = rules.get(key);
  if (!rule) rules.set(key, rule = { name, source: file.span(node.uriStart, node.uriEnd, name), leaves: /* @__PURE__ */ new Map() });
  if (leaf === "" || leaf === "app" || leaf === "action") return;
  const value = node.value.trim() === "" ? { kind: "nothing", start: node.start, end: node.end } : { kind: "scalar", text: node.value.trim(), start: node.start, end: node.end };
  rule.leaves.set(leaf, { name: below.join("/"), start: node.uriStart, value });
}
var SWITCHES = /* @__PURE__ */ new Map([["true", true], ["false", false], ["1", true], ["0", false]]);
var INTERFACES = /* @__PURE__ */ new Map([
  ["remoteaccess", "remote-access"],
  ["wireless", "wireless"],
  ["lan", "lan"],
  ["mbb", "mobile-broadband"],
  ["mobilebroadband", "mobile-broadband"]
]);
var protocol = (draft, value) => {
  const said = value.kind === "scalar" && /^\d{1,3}$/.test(value.text) ? Number(value.text) : 256;
  if (said > 255) refuse(draft, value, "Protocol is a number from 0 to 255.");
  else draft.values.protocol = said;
};
var profileBits = (draft, value) => {
  const bits = value.kind === "scalar" && /^\d{1,10}$/.test(value.text) ? Number(value.text) : 0;
  if (bits === 2147483647) draft.values.profiles = 7;
  else if (bits < 1 || bits > 7) refuse(draft, value, "Profiles is a sum of 1 (domain), 2 (private) and 4 (public).");
  else draft.values.profiles = bits;
};
var RULE_NODES = /* @__PURE__ */ new Map([
  ["name", text("name")],
  ["description", ignored],
  ["status", ignored],
  ["edgetraversal", ignored],
  // about NAT traversal only
  ["enabled", word("enabled", SWITCHES)],
  ["direction", direction("in", "out")],
  ["action/type", word("action", /* @__PURE__ */ new Map([["0", "block"], ["1", "allow"]]))],
  ["protocol", protocol],
  ["profiles", profileBits],
  ["localportranges", ports("localPorts", TOOL_PORTS)],
  ["remoteportranges", ports("remotePorts", TOOL_PORTS)],
  ["icmptypesandcodes", icmp],
  ["localaddressranges", addresses("localAddresses", /* @__PURE__ */ new Map())],
  ["remoteaddressranges", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["interfacetypes", interfaceTypes(INTERFACES)],
  ["app/filepath", text("program")],
  ["app/servicename", text("service")],
  ["app/packagefamilyname", narrowing()],
  ["app/fqbn", narrowing()],
  ["localuserauthorizationlist", narrowing()],
  ["policyappid", narrowing()],
  ["remoteaddressdynamickeywords", narrowing()]
]);
var PROFILES = /* @__PURE__ */ new Map([["domainprofile", "domain"], ["privateprofile", "private"], ["publicprofile", "public"]]);
var put = (key) => (settings, value, source) => {
  settings[key] = { value, source };
};
var blockIf = (value, source) => ({ value: value ? "block" : "allow", source });
var SETTINGS = /* @__PURE__ */ new Map([
  ["enablefirewall", put("enabled")],
  ["shielded", put("blockAllInbound")],
  ["allowlocalpolicymerge", put("allowLocalRules")],
  ["authappsallowuserprefmerge", put("allowUserApps")],
  ["globalportsallowuserprefmerge", put("allowUserPorts")],
  ["defaultinboundaction", (settings, value, source) => {
    settings.defaultInbound = blockIf(value, source);
  }],
  ["defaultoutboundaction", (settings, value, source) => {
    settings.defaultOutbound = blockIf(value, source);
  }]
]);
function setValue(values, profile, name, node) {
  if (name === void 0) return;
  const key = `${profile}/${name.toLowerCase()}`;
  if (node.verb === "delete") values.delete(key);
  else values.set(key, { profile, name, node });
}
function profilesOf(values, file, problems) {
  const profiles = {};
  for (const { profile, name, node } of values) {
    const set = SETTINGS.get(name.toLowerCase());
    if (!set) continue;
    const value = SWITCHES.get(node.value.trim().toLowerCase());
    const source = file.span(node.start, node.end, `${profile[0]?.toUpperCase()}${profile.slice(1)}Profile/${name}`);
    if (value !== void 0) set(profiles[profile] ??= {}, value, source);
    else problems.push({ code: "rule-malformed", message: `${name} "${node.value.trim()}" is neither true nor false.`, source });
  }
  return profiles;
}
function decoded(part) {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
module.exports = { MDM_STORE, isMdmStoreUri, mdmStorePart };
