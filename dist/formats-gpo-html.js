var import_commands_check = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_WORD
} = require("./shared-XO4R3O6E.js");
const {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, PART_NAMES, makeRule, parseAddresses, parseIcmp, parsePorts, parseProtocol } = require("./commands-check.js");
var MARK = "gpmc_reportInitialized";
var gpoHtml = {
  id: "gpo-html",
  title: "Group Policy report (HTML)",
  store: "group-policy",
  exported: true,
  names: [],
  recognises: ({ head }) => head.includes(MARK) && /<html\b/i.test(head),
  parse(file) {
    const problems = [];
    const reader = new Reader(file, problems);
    for (const match of file.text.matchAll(TOKENS)) reader.take(match);
    const { rules, profiles, info } = reader.finish();
    const part = { store: "group-policy", rules, profiles, changes: [] };
    return { path: file.path, format: gpoHtml.id, parts: [info.name === void 0 ? part : { ...part, gpo: info.name }], problems, gpo: info };
  }
};
var TOKENS = /<title>([^<]*)<|<span class="sectionTitle"[^<>]*>([^<]*)<|<tr>\s{0,80}<td>([^<]*)<\/td>\s{0,80}<td>([^<]*)<\/td>|<table class="subtable|<\/table>|gpmc_settingName="([^"<>]*)"/g;
var OPENING_SETTING = /^Windows (?:Defender )?Firewall: (?:Define|Allow (?!log|local))/i;
var Reader = class {
  #file;
  #problems;
  #rules = [];
  #profiles = {};
  #info = {};
  #section;
  /** The firewall's section, until one of its parts is known by name. */
  #unread;
  #legacy = false;
  #name;
  #rule;
  constructor(file, problems) {
    this.#file = file;
    this.#problems = problems;
  }
  take(match) {
    const { 0: whole, 1: title, 2: section, 3: left, 4: right, 5: setting, index = 0 } = match;
    if (title !== void 0) this.#info.name ??= unescaped(title).trim();
    else if (section !== void 0) this.#begin(cellAt(section, index + whole.lastIndexOf(">") + 1));
    else if (left !== void 0 && right !== void 0) {
      const leftAt = index + whole.indexOf("<td>") + 4;
      this.#row(cellAt(left, leftAt), cellAt(right, index + whole.lastIndexOf("<td>") + 4));
    } else if (setting !== void 0) this.#template(cellAt(setting, index + whole.indexOf('"') + 1));
    else if (whole === "</table>") {
      if (this.#rule) this.#rule.end = index + whole.length;
      this.#rule = void 0;
    } else if (this.#name && (this.#section === "inbound" || this.#section === "outbound")) {
      this.#rule = { name: this.#name, fields: /* @__PURE__ */ new Map(), end: index, direction: this.#section };
      this.#rules.push(this.#rule);
      this.#name = void 0;
    }
  }
  finish() {
    if (this.#unread) this.#cannotRead(this.#unread);
    return { rules: this.#rules.map((rule) => ruleOf(rule, this.#file)), profiles: this.#profiles, info: this.#info };
  }
  #begin(cell) {
    this.#rule = this.#name = void 0;
    const half = /^Computer Configuration \((Enabled|Disabled)\)/.exec(cell.text);
    if (half) {
      this.#info.computerEnabled = half[1] === "Enabled";
      if (half[1] === "Disabled") this.#info.source = this.#file.span(cell.start, cell.end, "Computer Configuration");
    }
    const known = SECTIONS.get(cell.text);
    if (!cell.text.includes("/") && /windows/i.test(cell.text) && FIREWALL_WORD.test(cell.text)) {
      this.#section = "firewall";
      this.#unread ??= cell;
    } else if (known && this.#section !== void 0) {
      this.#section = known;
      this.#unread = void 0;
    } else if (OTHERS.has(cell.text) && this.#section !== void 0) {
      this.#section = "firewall";
      this.#unread = void 0;
    } else this.#section = void 0;
  }
  #row(left, right) {
    if (this.#rule) {
      if (!this.#rule.fields.has(left.text)) this.#rule.fields.set(left.text, right);
    } else if (this.#section === "inbound" || this.#section === "outbound") this.#name = left;
    else if (this.#section && this.#section !== "firewall") this.#value(this.#section, left, right);
  }
  #value(profile, { text: name }, { text, start, end }) {
    const values = SETTINGS.get(name);
    if (!values || text === "Not Configured") return;
    const set = values.get(text.toLowerCase());
    const source = this.#file.span(start, end, `${profile}/${name}`);
    if (set) Object.assign(this.#profiles[profile] ??= {}, Object.fromEntries(set.map(([key, value]) => [key, { value, source }])));
    else this.#problems.push({ code: "requirement-unverifiable", message: `"${name}" says "${text}", which is not known here. ${EXPORT}`, source });
  }
  #template(cell) {
    if (this.#legacy || !OPENING_SETTING.test(cell.text)) return;
    this.#legacy = true;
    this.#cannotRead(cell);
  }
  #cannotRead({ text, start, end }) {
    this.#problems.push({ code: "requirement-unverifiable", message: `What "${text}" says cannot be read from an HTML report. ${EXPORT}`, source: this.#file.span(start, end) });
  }
};
var EXPORT = "Export this GPO as XML (Get-GPOReport -ReportType Xml).";
var SECTIONS = /* @__PURE__ */ new Map([
  ["Inbound Rules", "inbound"],
  ["Outbound Rules", "outbound"],
  ["Domain Profile Settings", "domain"],
  ["Private Profile Settings", "private"],
  ["Public Profile Settings", "public"]
]);
var OTHERS = /* @__PURE__ */ new Set(["Global Settings", "Connection Security Settings", "Connection Security Rules"]);
var SETTINGS = /* @__PURE__ */ new Map([
  ["Firewall state", /* @__PURE__ */ new Map([["on", [["enabled", true]]], ["off", [["enabled", false]]]])],
  ["Inbound connections", /* @__PURE__ */ new Map([
    ["block", [["defaultInbound", "block"]]],
    ["allow", [["defaultInbound", "allow"]]],
    ["block all", [["blockAllInbound", true]]],
    ["block all connections", [["blockAllInbound", true]]]
  ])],
  ["Outbound connections", /* @__PURE__ */ new Map([["block", [["defaultOutbound", "block"]]], ["allow", [["defaultOutbound", "allow"]]]])],
  ["Apply local firewall rules", /* @__PURE__ */ new Map([
    ["yes", [["allowLocalRules", true]]],
    ["true", [["allowLocalRules", true]]],
    ["no", [["allowLocalRules", false]]],
    ["false", [["allowLocalRules", false]]]
  ])]
]);
function ruleOf({ name, fields, end, direction }, file) {
  const unmodelled = [];
  const parts = [PART_NAMES.indexOf("name"), name.start, name.end];
  const said = (field, part) => {
    const cell = fields.get(field);
    if (cell && part) parts.push(PART_NAMES.indexOf(part), cell.start, cell.end);
    return cell && !/^(?:any|all|all programs and services)$/i.test(cell.text) ? cell.text : "";
  };
  const known = (field, text, value, otherwise) => {
    if (value === void 0) unmodelled.push(`${field}=${text}`);
    return value ?? otherwise;
  };
  const ports = (field, part) => {
    const text = said(field, part);
    const { set, bad } = parsePorts(entries(text), TOOL_PORTS);
    return text === "" ? ANY_PORTS : known(field, text, bad.length === 0 ? set : void 0, ANY_PORTS);
  };
  const addresses = (field, part) => {
    const text = said(field, part);
    const { set, bad } = parseAddresses(entries(text), SHOWN_ADDRESSES);
    return text === "" ? ANY_ADDRESSES : known(field, text, bad.length === 0 ? set : void 0, ANY_ADDRESSES);
  };
  const words = (field, part, word) => {
    const text = said(field, part);
    const read = entries(text).map(word);
    return known(field, text, read.includes(void 0) ? void 0 : read, []);
  };
  const action = said("Action", "action");
  const protocol = said("Protocol", "protocol");
  const enabled = said("Enabled", "enabled");
  const profiles = words("Profile", "profiles", (text) => PROFILE_BITS.get(text.toLowerCase()));
  const service = said("Service", "service");
  for (const field of ["Security", "Authorized computers", "Authorized users"]) {
    const text = said(field);
    if (text !== "" && !/^not required$/i.test(text)) unmodelled.push(`${field}=${text}`);
  }
  return makeRule({
    name: name.text,
    group: said("Group", "group") || void 0,
    direction,
    action: /^allow/i.test(action) ? "allow" : /^block/i.test(action) ? "block" : "unknown",
    enabled: /^(?:true|yes)$/i.test(enabled) ? true : /^(?:false|no)$/i.test(enabled) ? false : "unknown",
    protocol: protocol === "" ? "any" : parseProtocol(protocol) ?? "unknown",
    localPorts: ports("Local port", "localPorts"),
    remotePorts: ports("Remote port", "remotePorts"),
    icmp: words("ICMP settings", "icmp", parseIcmp),
    profiles: profiles.reduce((set, bit) => set | bit, 0) || ALL_PROFILES,
    localAddresses: addresses("Local scope", "localAddresses"),
    remoteAddresses: addresses("Remote scope", "remoteAddresses"),
    program: said("Program", "program") || void 0,
    service: /^all services$/i.test(service) ? "*" : service || void 0,
    interfaceTypes: words("Network interface type", "interfaceTypes", (text) => TOOL_INTERFACES.get(text.toLowerCase().replaceAll(" ", ""))),
    unmodelled,
    source: file.span(name.start, end),
    parts
  });
}
var PROFILE_BITS = /* @__PURE__ */ new Map([["domain", 1], ["private", 2], ["public", 4]]);
var SHOWN_ADDRESSES = new Map([...TOOL_ADDRESSES, ["local subnet", "local-subnet"]]);
var entries = (text) => text.split(/[,;]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
var cellAt = (raw, start) => ({ text: unescaped(raw).trim(), start, end: start + raw.length });
var ENTITIES = /* @__PURE__ */ new Map([["&amp;", "&"], ["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&#39;", "'"], ["&nbsp;", " "]]);
var unescaped = (text) => text.includes("&") ? text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES.get(entity) ?? entity) : text;
module.exports = { gpoHtml };
