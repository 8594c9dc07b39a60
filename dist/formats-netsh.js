var import_shared_FPPTOWC4 = require("./shared-FPPTOWC4.js");
var import_commands_check = require("./commands-check.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_shared_PKBIHDJU = require("./shared-PKBIHDJU.js");
var import_commands_check2 = require("./commands-check.js");
var import_shared_AHLXVQOH = require("./shared-AHLXVQOH.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  BATCH,
  COMMAND,
  isBatch,
  parseNetsh
} = require("./shared-7KWAAULL.js");
const { undecided } = require("./commands-check.js");
const { ALL_PROFILES, addressTexts, portTexts, profileNames, protocolName } = require("./commands-check.js");
var PORT_WORDS = /* @__PURE__ */ new Map([
  ["rpc", "RPC"],
  ["rpc-epmap", "RPC-EPMap"],
  ["iphttps", "IPHTTPS"],
  ["teredo", "Teredo"],
  ["ply2disc", "Ply2Disc"],
  ["mdns", "mDNS"]
]);
var INTERFACE_WORDS = /* @__PURE__ */ new Map([["remote-access", "ras"]]);
var ADDRESS_WORDS = /* @__PURE__ */ new Set(["local-subnet", "dns", "dhcp", "wins", "default-gateway"]);
function batchCommand(rule) {
  const command = (icmp) => {
    const list = [
      "netsh advfirewall firewall add rule",
      `name=${quoted(rule.name)}`,
      `dir=${rule.direction === "outbound" ? "out" : "in"}`,
      `action=${rule.action === "unknown" ? "allow" : rule.action}`
    ];
    if (rule.enabled === false) list.push("enable=no");
    list.push(`profile=${rule.profiles === ALL_PROFILES ? "any" : profileNames(rule.profiles).join(",")}`);
    const protocol = rule.protocol === "unknown" ? "any" : protocolName(rule.protocol);
    list.push(`protocol=${protocol === "tcp" || protocol === "udp" ? protocol.toUpperCase() : protocol}${icmp === void 0 ? "" : `:${icmp.replace(":", ",").replace("*", "any")}`}`);
    const local = portTexts(rule.localPorts);
    const remote = portTexts(rule.remotePorts);
    if (local.length > 0) list.push(`localport=${local.map((word) => PORT_WORDS.get(word) ?? plainWord(word)).join(",")}`);
    if (remote.length > 0) list.push(`remoteport=${remote.map((word) => PORT_WORDS.get(word) ?? plainWord(word)).join(",")}`);
    const localIp = addressTexts(rule.localAddresses);
    const remoteIp = addressTexts(rule.remoteAddresses);
    if (localIp.length > 0) list.push(`localip=${localIp.map(addressWord).join(",")}`);
    if (remoteIp.length > 0) list.push(`remoteip=${[...new Set(remoteIp.map(addressWord))].join(",")}`);
    if (rule.program !== void 0) list.push(`program=${quoted(rule.program)}`);
    if (rule.service !== void 0) list.push(`service=${rule.service === "*" ? "any" : quoted(rule.service)}`);
    if (rule.interfaceTypes.length > 0) list.push(`interfacetype=${rule.interfaceTypes.map((type) => INTERFACE_WORDS.get(type) ?? type).join(",")}`);
    return list.join(" ");
  };
  return rule.icmp.length === 0 ? command(void 0) : rule.icmp.map(command).join("\r\n");
}
var scriptCommand = (rule) => batchCommand(rule).replace(/^netsh /gm, "").replaceAll("%%", "%");
function batchLine(rule) {
  const lost = [
    ...rule.unmodelled,
    ...undecided(rule),
    ...rule.platforms.map(() => "Platform"),
    ...rule.interfaceTypes.slice(1).map(() => "interface types"),
    ...rule.interfaceTypes.filter((type) => type === "mobile-broadband"),
    ...rule.localPorts.keywords.filter((word) => !PORT_WORDS.has(word)),
    ...rule.remotePorts.keywords.filter((word) => word !== "iphttps"),
    ...[...rule.localAddresses.keywords, ...rule.remoteAddresses.keywords].filter((word) => !ADDRESS_WORDS.has(word)),
    ...rule.action === "bypass" ? ["action=bypass"] : []
    // needs security=, which a rule of ours does not keep
  ];
  return lost.length === 0 ? batchCommand(rule) : `rem not written, netsh cannot say all of it: ${plainText(rule.name)} (${lost.map(plainText).join(", ")})`;
}
var quoted = (text) => `"${text.replaceAll('"', "'").replace(/[\r\n]+/g, " ").replaceAll("%", "%%")}"`;
var plainText = (text) => text.replace(/[\r\n]+/g, " ").replaceAll("%", "%%");
var addressWord = (text) => /^[a-z]/.test(text) && /-|^(?:dns|dhcp|wins)/.test(text) && !text.includes(":") ? text.replaceAll("-", "").replace(/[46]$/, "") : plainWord(text);
var plainWord = (text) => /^[\w.:/-]+$/.test(text) ? text : quoted(text);
var SCRIPT = /\.(?:txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$/;
var STARTED = /\bnetsh(?:\.exe)?['"]*,?[ \t]+(?:-arg[a-z]*[ \t]+)?[@('"]+adv/i;
var REGISTRY = /\breg(?:\.exe)?"?[ \t]+(?:add|delete)[ \t]+"?HK[^\r\n]*(?:WindowsFirewall|FirewallPolicy)/i;
var POWERSHELL = /\b(?:powershell|pwsh)(?:\.exe)?\b/i;
var CMDLET = /\b(?:New|Set|Enable|Disable|Remove|Copy|Rename)-NetFirewall[a-z]+\b/i;
var LINE = /^[ \t]*(?:pushd[ \t]+)?(?:netsh(?:\.exe)?[ \t]+)?(?:advfirewall|firewall)(?:[ \t]+(?:firewall|set|add|delete|import|reset|f|s|a|d)\b|[ \t]*$)/im;
var OPENING = /^(?:\s|(?:@?rem\b|::|#)[^\r\n]*)*(?:@?echo[ \t]+off|@?setlocal|@?set[ \t]|pushd[ \t]|netsh(?:\.exe)?[ \t]|advfirewall\b|firewall\b|chcp[ \t])/i;
var netsh = {
  id: "netsh",
  title: "netsh script",
  store: "local",
  names: [],
  recognises(file) {
    const { name } = file;
    if (BATCH.test(name)) return COMMAND.test(file.text) || REGISTRY.test(file.text) || POWERSHELL.test(file.text) && (CMDLET.test(file.text) || STARTED.test(file.text));
    if (name.includes(".") && !SCRIPT.test(name)) return false;
    return OPENING.test(file.head) && (COMMAND.test(file.text) || LINE.test(file.text));
  },
  parse: parseNetsh,
  ruleWriter: (beside) => ({ rule: beside && !isBatch(beside.file) ? scriptCommand : batchCommand }),
  write: (rules) => ["@echo off", "chcp 65001 >nul", ...rules.map(batchLine), ""].join("\r\n")
};
module.exports = { netsh };
