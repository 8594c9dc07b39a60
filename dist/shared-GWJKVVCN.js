const {
  FIREWALL_COMMANDS,
  Interpreter,
  NETSH_VOCABULARY,
  ScriptHost,
  policyOf,
  runBatch,
  runProgram,
  words
} = require("./shared-JZWRVPT6.js");
const {
  plain
} = require("./shared-5F73QLMG.js");
const { undecided } = require("./commands-check.js");
const { ALL_PROFILES, addressTexts, portTexts, profileNames, protocolName } = require("./commands-check.js");
var BATCH = /\.(?:cmd|bat|nt)$/;
var SCRIPT = /\.(?:txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$/;
var COMMAND = /\bnetsh(?:\.exe)?"?[ \t]+(?:-[a-z][ \t]+\S+[ \t]+)*(?:a|adv[a-z]*|f[a-z]*)[ \t]+\S/i;
var STARTED = /\bnetsh(?:\.exe)?['"]*,?[ \t]+(?:-arg[a-z]*[ \t]+)?[@('"]+adv/i;
var REGISTRY = /\breg(?:\.exe)?"?[ \t]+(?:add|delete)[ \t]+"?HK[^\r\n]*(?:WindowsFirewall|FirewallPolicy)/i;
var POWERSHELL = /\b(?:powershell|pwsh)(?:\.exe)?\b/i;
var OURS = /-NetFirewall|\bnetsh\b|HNetCfg|FirewallPolicy|WindowsFirewall/i;
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
  parse,
  writeRule: (rule, beside) => beside && !isBatch(beside.file) ? scriptLine(rule) : writeRule(rule),
  write: (rules) => ["@echo off", "chcp 65001 >nul", ...rules.map(written), ""].join("\r\n")
};
var SHELL = /(?:powershell|pwsh)(?:\.exe)?$/i;
var PROGRAMS = /* @__PURE__ */ new Set(["netsh", "reg", "powershell", "pwsh"]);
var isBatch = ({ name, text }) => BATCH.test(name) || COMMAND.test(text);
function parse(file) {
  const { text, origin } = file;
  let window;
  const host = new ScriptHost(FIREWALL_COMMANDS, (start, end) => ({ origin, start: window?.start ?? start, end: window?.end ?? end }));
  if (isBatch(file)) {
    runBatch(text, {
      programs: PROGRAMS,
      vocabulary: NETSH_VOCABULARY,
      command(command) {
        const { words: list, start, end, condition } = command;
        const program = list[0]?.text ?? "";
        if (program === "netsh" || /netsh(?:\.exe)?$/i.test(program)) return host.netsh.call({ words: list.slice(1), start, end, condition });
        if (!SHELL.test(program)) {
          runProgram(host, list, start, end, condition);
          return void 0;
        }
        const script = scriptOf(command, text);
        if (!OURS.test(script)) return void 0;
        window = command;
        runInline(script, condition, host);
        window = void 0;
        return void 0;
      },
      problem: (code, message, start, end) => host.problem({ code, message, source: host.spanOf(start, end) })
    });
  } else readScript(text, host.netsh);
  host.finish();
  return policyOf(file.path, netsh.id, host);
}
function scriptOf({ line, start: from, end: to }, text) {
  const said = line ?? text.slice(from, to).replaceAll("%%", "%");
  const list = words(plain(said, 0), 0);
  for (let i = list.findIndex((word) => SHELL.test(word.text)) + 1; i < list.length; i++) {
    const { text: option, start } = list[i];
    const next = list[i + 1];
    if (/^[-/]f/i.test(option)) return "";
    if (/^[-/]e(?:c|nc\w*)?$/i.test(option)) return Buffer.from(next?.text ?? "", "base64").toString("utf16le");
    const isCommand = /^[-/]c(?:o(?:mm\w*)?)?$/i.test(option);
    if (!isCommand && /^[-/](?:e[xp]|v|w|o|in|config|custom|ps|settings)/i.test(option)) {
      i++;
      continue;
    }
    if (!isCommand && /^[-/]/.test(option)) continue;
    return unquoted(said.slice(isCommand ? next?.start ?? said.length : start)).trim().replace(/^&\s*\{([^]*)\}$/, "$1");
  }
  return "";
}
function unquoted(text) {
  let result = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === "\\" && text[at + 1] === '"') {
      result += '"';
      at++;
    } else if (c !== '"') result += c;
    else if (isQuoted && text[at + 1] === '"') {
      result += '"';
      at++;
    } else isQuoted = !isQuoted;
  }
  return result;
}
function runInline(text, condition, host) {
  if (condition !== void 0) {
    host.notice(`This command runs only ${condition}, so what it does is not followed`, 0, 0);
    return;
  }
  const script = new Interpreter(text, host);
  script.run();
  if (script.faults.length > 0) host.notice("Not all of this PowerShell command could be read", 0, 0);
}
function readScript(text, session) {
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf("\n", at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end);
    if (!/^\s*(?:#|rem\b|::|$)/i.test(line)) {
      const list = words(plain(line, at), 0);
      const first = list[0];
      if (first) session.line({ words: list, start: first.start, end: list.at(-1)?.end ?? first.end, condition: void 0 });
    }
    at = end + 1;
  }
}
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
function writeRule(rule) {
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
var scriptLine = (rule) => writeRule(rule).replace(/^netsh /gm, "").replaceAll("%%", "%");
function written(rule) {
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
  return lost.length === 0 ? writeRule(rule) : `rem not written, netsh cannot say all of it: ${plainText(rule.name)} (${lost.map(plainText).join(", ")})`;
}
var quoted = (text) => `"${text.replaceAll('"', "'").replace(/[\r\n]+/g, " ").replaceAll("%", "%%")}"`;
var plainText = (text) => text.replace(/[\r\n]+/g, " ").replaceAll("%", "%%");
var addressWord = (text) => /^[a-z]/.test(text) && /-|^(?:dns|dhcp|wins)/.test(text) && !text.includes(":") ? text.replaceAll("-", "").replace(/[46]$/, "") : plainWord(text);
var plainWord = (text) => /^[\w.:/-]+$/.test(text) ? text : quoted(text);
module.exports = { netsh };
