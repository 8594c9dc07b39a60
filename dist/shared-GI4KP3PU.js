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
  writeNetFirewallRule: () => writeNetFirewallRule,
  writeNetFirewallRules: () => writeNetFirewallRules
});
module.exports = __toCommonJS(stdin_exports);
const {
  undecided
} = require("./shared-LDH3UOSV.js");
const {
  ALL_PROFILES,
  addressTexts,
  portTexts,
  profileNames,
  protocolName
} = require("./shared-K56NQVUF.js");
var PROTOCOLS = /* @__PURE__ */ new Map([["tcp", "TCP"], ["udp", "UDP"], ["icmpv4", "ICMPv4"], ["icmpv6", "ICMPv6"], ["any", "Any"]]);
var LOCAL_PORTS = /* @__PURE__ */ new Map([
  ["rpc", "RPC"],
  ["rpc-epmap", "RPCEPMap"],
  ["iphttps", "IPHTTPSIn"],
  ["teredo", "Teredo"],
  ["ply2disc", "PlayToDiscovery"],
  ["mdns", "mDNS"]
]);
var REMOTE_PORTS = /* @__PURE__ */ new Map([["iphttps", "IPHTTPSOut"]]);
var ADDRESSES = /* @__PURE__ */ new Map([
  ["local-subnet", "LocalSubnet"],
  ["dns", "DNS"],
  ["dhcp", "DHCP"],
  ["wins", "WINS"],
  ["default-gateway", "DefaultGateway"],
  ["intranet", "Intranet"],
  ["internet", "Internet"],
  ["intranet-remote-access", "IntranetRemoteAccess"],
  ["play-to-device", "PlayToDevice"],
  ["captive-portal", "CaptivePortal"]
]);
var INTERFACES = /* @__PURE__ */ new Map([["lan", "Wired"], ["wireless", "Wireless"], ["remote-access", "RemoteAccess"]]);
var RESTATED = /^(?:Authentication|Encryption|RemoteUser|RemoteMachine|LocalUser|Package|Owner|InterfaceAlias|DynamicTarget|LocalOnlyMapping)=/;
function writeNetFirewallRule(rule, id = rule.id ?? rule.name) {
  const list = ["New-NetFirewallRule", "-Name", quoted(id), "-DisplayName", quoted(rule.name)];
  if (rule.group !== void 0) list.push("-Group", quoted(rule.group));
  list.push("-Direction", rule.direction === "outbound" ? "Outbound" : "Inbound", "-Action", rule.action === "block" ? "Block" : "Allow");
  if (rule.enabled === false) list.push("-Enabled", "False");
  if (rule.profiles !== ALL_PROFILES) list.push("-Profile", profileNames(rule.profiles).map(capital).join(","));
  const protocol = protocolName(rule.protocol === "unknown" ? "any" : rule.protocol);
  list.push("-Protocol", PROTOCOLS.get(protocol) ?? protocol);
  const add = (parameter, texts) => {
    if (texts.length > 0) list.push(parameter, [...new Set(texts)].join(","));
  };
  add("-LocalPort", portTexts(rule.localPorts).map((text) => word(LOCAL_PORTS.get(text) ?? text)));
  add("-RemotePort", portTexts(rule.remotePorts).map((text) => word(REMOTE_PORTS.get(text) ?? text)));
  add("-IcmpType", rule.icmp.map((entry) => word(entry.replace(/:\*$/, ""))));
  add("-LocalAddress", addressTexts(rule.localAddresses).map(addressWord));
  add("-RemoteAddress", addressTexts(rule.remoteAddresses).map(addressWord));
  if (rule.program !== void 0) list.push("-Program", quoted(rule.program));
  if (rule.service !== void 0) list.push("-Service", quoted(rule.service));
  add("-InterfaceType", rule.interfaceTypes.map((type) => INTERFACES.get(type) ?? quoted(type)));
  add("-Platform", rule.platforms.map(({ major, minor, orLater }) => quoted(`${major}.${minor}${orLater ? "+" : ""}`)));
  const said = rule.unmodelled.filter((text) => RESTATED.test(text));
  if (rule.ipsec && !said.some((text) => text.startsWith("Authentication="))) list.push("-Authentication", "Required");
  for (const text of said) list.push(`-${text.slice(0, text.indexOf("="))}`, quoted(text.slice(text.indexOf("=") + 1)));
  if (rule.action === "bypass") list.push("-OverrideBlockRules", "True");
  return list.join(" ");
}
function writeNetFirewallRules(rules) {
  const used = /* @__PURE__ */ new Map();
  const lines = rules.map((rule) => {
    const base = rule.id ?? rule.name;
    const count = (used.get(base.toLowerCase()) ?? 0) + 1;
    used.set(base.toLowerCase(), count);
    const id = count === 1 ? base : `${base} (${count})`;
    const lost = [
      ...rule.unmodelled.filter((text2) => !RESTATED.test(text2)),
      ...undecided(rule),
      ...rule.localPorts.keywords.filter((word2) => !LOCAL_PORTS.has(word2)),
      ...rule.remotePorts.keywords.filter((word2) => !REMOTE_PORTS.has(word2)),
      ...rule.interfaceTypes.filter((type) => !INTERFACES.has(type))
    ];
    return lost.length === 0 ? writeNetFirewallRule(rule, id) : `# Not written, New-NetFirewallRule cannot say all of it: ${oneLine(rule.name)} (${lost.map(oneLine).join(", ")})`;
  });
  const text = ["#Requires -RunAsAdministrator", "#Requires -Modules NetSecurity", "", ...lines, ""].join("\n");
  return /[^\x00-\x7f]/.test(text) ? `\uFEFF${text}` : text;
}
var capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
var oneLine = (text) => text.replace(/[\r\n\u2028\u2029]+/g, " ");
var quoted = (text) => `'${oneLine(text).replace(/['\u2018-\u201b]/g, "$&$&")}'`;
var word = (text) => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text) ? text : quoted(text);
function addressWord(text) {
  const [, keyword = "", family = ""] = /^([a-z-]+?)([46]?)$/.exec(text) ?? [];
  const name = ADDRESSES.get(keyword);
  if (name !== void 0) return name + family;
  return /^[0-9a-fA-F][0-9a-fA-F.:/-]*$/.test(text) ? text : quoted(text);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  writeNetFirewallRule,
  writeNetFirewallRules
});
