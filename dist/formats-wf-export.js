var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  readCsv
} = require("./shared-MS7EKLGN.js");
const {
  CONSOLE_COLUMNS,
  CONSOLE_LABELS,
  CONSOLE_VALUES
} = require("./shared-NTOGOGAC.js");
const {
  leftOutPackage
} = require("./shared-S4X6HF7D.js");
const {
  LOCAL,
  ScriptState
} = require("./shared-EQXGNMIV.js");
const {
  TOOL_ADDRESSES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, PART_NAMES, PROFILES, addressSet, isAnyAddress, isAnyPort, makeRule, parseAddresses, parsePorts, parseProtocol, portSet, profileBit } = require("./commands-check.js");
var keyOf = (text) => text.replace(/[\s\u00a0\u3000'\u2019]+/g, "").toLowerCase();
var COLUMNS = new Map(CONSOLE_COLUMNS.flatMap((column) => CONSOLE_LABELS[column].map((label) => [keyOf(label), column])));
var VALUES = new Map(
  Object.keys(CONSOLE_VALUES).map((value) => [value, new Set(CONSOLE_VALUES[value].map(keyOf))])
);
var is = (text, value) => VALUES.get(value)?.has(keyOf(text)) ?? false;
var MARKS = ["name", "profile", "enabled", "action", "program", "localAddress", "remoteAddress", "protocol", "localPort", "remotePort"];
var wfExport = {
  id: "wf-export",
  title: "Windows Defender Firewall console list",
  store: "local",
  exported: true,
  names: [],
  recognises: ({ head }) => headerOf(head) !== void 0,
  parse
};
function headerOf(head) {
  const end = head.search(/[\r\n]/);
  const line = head.slice(0, end < 0 ? void 0 : end);
  for (const delimiter of ["	", ",", ";"]) {
    if (line.split(delimiter).length < 6) continue;
    let columns = [];
    readCsv(line, 0, delimiter, ({ cells }) => {
      columns = cells.map((cell) => COLUMNS.get(keyOf(cell)));
    }, delimiter !== "	");
    const known = new Set(columns);
    if (MARKS.filter((column) => known.has(column)).length >= 6 && known.has("name") && known.has("action") && !/direction|richtung/i.test(line)) return { columns, delimiter };
  }
  return void 0;
}
var INBOUND = /inbound|incoming|eingehend|entrant|entrada|ingresso|\u0432\u0445\u043e\u0434\u044f\u0449|\u53d7\u4fe1|\uc778\ubc14\uc6b4\ub4dc|\u5165\u7ad9|\u8f38\u5165|(?:^|[^a-z])in(?:[^a-z]|$)/i;
var OUTBOUND = /outbound|outgoing|ausgehend|sortant|salida|sa\u00edda|uscita|\u0438\u0441\u0445\u043e\u0434\u044f\u0449|\u9001\u4fe1|\uc544\uc6c3\ubc14\uc6b4\ub4dc|\u51fa\u7ad9|\u8f38\u51fa|(?:^|[^a-z])out(?:[^a-z]|$)/i;
function directionOf(name) {
  const inbound = INBOUND.test(name);
  return inbound === OUTBOUND.test(name) ? "unknown" : inbound ? "inbound" : "outbound";
}
var PART_OF = /* @__PURE__ */ new Map([
  ["name", "name"],
  ["group", "group"],
  ["profile", "profiles"],
  ["enabled", "enabled"],
  ["action", "action"],
  ["program", "program"],
  ["localAddress", "localAddresses"],
  ["remoteAddress", "remoteAddresses"],
  ["protocol", "protocol"],
  ["localPort", "localPorts"],
  ["remotePort", "remotePorts"]
]);
var PORT_WORDS = new Map([
  ...TOOL_PORTS,
  ["rpcdynamicports", "rpc"],
  ["dynamicrpcports", "rpc"],
  ["rpcendpointmapper", "rpc-epmap"],
  ["edgetraversal", "teredo"],
  ["playtodiscovery", "ply2disc"],
  ["mdns", "mdns"],
  ["portsdynamiquesrpc", "rpc"],
  ["dynamischerpc-ports", "rpc"],
  ["rpc-endpunktzuordnung", "rpc-epmap"],
  ["rpc\uB3D9\uC801\uD3EC\uD2B8", "rpc"],
  ["\uB3D9\uC801rpc\uD3EC\uD2B8", "rpc"],
  ["rpc\uB05D\uC810\uB9E4\uD37C", "rpc-epmap"]
]);
var ADDRESS_WORDS = new Map([
  ...TOOL_ADDRESSES,
  ["localsubnet", "local-subnet"],
  ["lokalessubnetz", "local-subnet"],
  ["sous-r\xE9seaulocal", "local-subnet"],
  ["\uB85C\uCEEC\uC11C\uBE0C\uB137", "local-subnet"],
  ["\u30ED\u30FC\u30AB\u30EB\u30B5\u30D6\u30CD\u30C3\u30C8", "local-subnet"],
  ["\u672C\u5730\u5B50\u7F51", "local-subnet"],
  ["dnsservers", "dns"],
  ["dhcpservers", "dhcp"],
  ["winsservers", "wins"],
  ["defaultgateway", "default-gateway"],
  ["playtorenderers", "play-to-device"],
  ["remotecorpnetwork", "intranet-remote-access"],
  ["captiveportaladdresses", "captive-portal"]
]);
var PROTOCOLS = /* @__PURE__ */ new Map([
  ["hopopt", 0],
  ["igmp", 2],
  ["ipv6", 41],
  ["ipv6-route", 43],
  ["ipv6-frag", 44],
  ["gre", 47],
  ["ipv6-nonxt", 59],
  ["ipv6-opts", 60],
  ["vrrp", 112],
  ["pgm", 113],
  ["l2tp", 115]
]);
var NARROWING = [
  ["authorizedUsers", "Authorized Users", true],
  ["authorizedComputers", "Authorized Computers", true],
  ["authorizedLocalPrincipals", "Authorized Local Principals", false],
  ["localUserOwner", "Local User Owner", false],
  ["policyAppId", "PolicyAppId", false],
  ["applicationPackage", "Application Package", false]
];
function parse(file) {
  const { text, origin } = file;
  const state = new ScriptState();
  const header = headerOf(file.head);
  const direction = directionOf(file.name);
  let isHeader = true;
  let told = direction !== "unknown";
  const open = header && readCsv(text, 0, header.delimiter, (record) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const source = { origin, start: record.start, end: record.end };
    if (!told) {
      told = true;
      state.problem({
        code: "requirement-unverifiable",
        source,
        message: "This list does not say whether its rules are inbound or outbound, so they decide nothing. Name the file after the node it was exported from (inbound.txt)."
      });
    }
    const rule = readRow(record, header, direction, state, file);
    if (rule) state.rule(rule, LOCAL);
  }, header.delimiter !== "	");
  if (open !== void 0) state.problem({ code: "file-unreadable", message: "This quote never ends.", source: { origin, start: open, end: open + 1 } });
  return { path: file.path, format: wfExport.id, parts: state.parts(), problems: state.problems };
}
function readRow(record, { columns }, direction, state, file) {
  const cells = /* @__PURE__ */ new Map();
  const parts = [];
  columns.forEach((column, i) => {
    if (column === void 0 || i >= record.cells.length || cells.has(column)) return;
    const start = record.places[2 * i];
    const end = record.places[2 * i + 1];
    cells.set(column, { text: record.cells[i].trim(), start, end });
    const part = PART_OF.get(column);
    if (part) parts.push(PART_NAMES.indexOf(part), start, end);
  });
  const source = file.span(record.start, record.end);
  if (cells.size < 6) {
    state.problem({ code: "rule-malformed", message: `This line has ${record.cells.length} of ${columns.length} cells.`, source });
    return void 0;
  }
  const textOf = (column) => {
    const text = cells.get(column)?.text;
    return text === void 0 || is(text, "any") ? void 0 : text;
  };
  const unknown = (column, what) => {
    const cell = cells.get(column);
    if (cell) state.problem({ code: "requirement-unverifiable", message: `${what} "${cell.text}" is not known.`, source: file.span(cell.start, cell.end) });
    return "unknown";
  };
  const unmodelled = [];
  let ipsec = false;
  for (const [column, name, protects] of NARROWING) {
    const text = textOf(column);
    if (text === void 0) continue;
    unmodelled.push(`${name}=${text}`);
    ipsec ||= protects;
  }
  const actionText = cells.get("action")?.text ?? "";
  const enabledText = cells.get("enabled")?.text ?? "";
  let action = is(actionText, "block") ? "block" : is(actionText, "allow") ? "allow" : "unknown";
  if (action === "unknown" && is(actionText, "secure")) {
    action = is(cells.get("override")?.text ?? "", "yes") ? "bypass" : "allow";
    ipsec = true;
    unmodelled.push(`Action=${actionText}`);
  }
  const protocolText = textOf("protocol");
  const protocol = protocolText === void 0 ? "any" : parseProtocol(protocolText) ?? PROTOCOLS.get(protocolText.toLowerCase());
  if (protocol === 1 || protocol === 58) unmodelled.push("icmp=not in this list");
  if (/svchost\.exe$/i.test(textOf("program") ?? "")) unmodelled.push("service=not in this list");
  const hasPorts = protocol === 6 || protocol === 17;
  const rule = makeRule({
    name: cells.get("name")?.text ?? "",
    group: cells.get("group")?.text || void 0,
    direction,
    action: action === "unknown" ? unknown("action", "The action") : action,
    enabled: is(enabledText, "yes") ? true : is(enabledText, "no") ? false : unknown("enabled", "Enabled"),
    profiles: profilesOf(cells.get("profile")?.text ?? "", unmodelled),
    protocol: protocol ?? unknown("protocol", "The protocol"),
    localPorts: hasPorts ? portsOf(textOf("localPort")) : ANY_PORTS,
    remotePorts: hasPorts ? portsOf(textOf("remotePort")) : ANY_PORTS,
    localAddresses: addressesOf(textOf("localAddress")),
    remoteAddresses: addressesOf(textOf("remoteAddress")),
    program: textOf("program"),
    unmodelled,
    ipsec,
    source,
    parts,
    // No list shows trust keywords ("WFD Driver-only" has one), and they are what Windows and installers give: rules with a group.
    partial: cells.get("group")?.text !== ""
  });
  const left = cells.has("applicationPackage") ? void 0 : leftOutPackage(rule);
  if (left !== void 0) unmodelled.push(`${left}=not in this list`);
  return rule;
}
function profilesOf(text, unmodelled) {
  if (is(text, "all") || is(text, "any")) return ALL_PROFILES;
  let set = 0;
  for (const item of text.split(/[,;\u3001]/)) {
    const profile = PROFILES.find((name) => is(item, name));
    if (profile) set |= profileBit(profile);
    else {
      unmodelled.push(`Profile=${text}`);
      return ALL_PROFILES;
    }
  }
  return set;
}
var entries = (text, words) => text.split(/[,;\u3001]/).map((item) => words.has(keyOf(item)) ? keyOf(item) : item.trim());
function portsOf(text) {
  if (text === void 0) return ANY_PORTS;
  const { set, bad } = parsePorts(entries(text, PORT_WORDS), PORT_WORDS);
  if (bad.length === 0) return set;
  return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...set.text ?? [], ...bad]);
}
function addressesOf(text) {
  if (text === void 0) return ANY_ADDRESSES;
  const { set, bad } = parseAddresses(entries(text, ADDRESS_WORDS), ADDRESS_WORDS);
  if (bad.length === 0) return set;
  return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...set.text ?? [], ...bad]);
}
module.exports = { wfExport };
