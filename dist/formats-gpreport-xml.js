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
  gpreportXml: () => gpreportXml
});
module.exports = __toCommonJS(stdin_exports);
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { utf16Units } = require("./commands-check.js");
const {
  FIREWALL_KEY,
  RegistryPreferences
} = require("./shared-IM2DW3LN.js");
const { referenceAt, walkXml, xmlProblem, xmlRoot } = require("./commands-check.js");
const {
  TemplateExtension
} = require("./shared-XO4R3O6E.js");
const {
  RulesDigest
} = require("./shared-VJFTERBA.js");
const {
  Conditions,
  RegistryPolicy,
  readToken,
  slots
} = require("./shared-7F2GLCCW.js");
const { PART_NAMES } = require("./commands-check.js");
var ReportDigest = class {
  text;
  digest;
  enabled;
  #file;
  #cuts;
  #claimed = /* @__PURE__ */ new Set();
  constructor(file, units, { cuts, digest, enabled }) {
    this.#file = file;
    this.#cuts = cuts;
    this.digest = digest;
    this.enabled = enabled;
    const pieces = [];
    let from = 0;
    for (const { start, end } of cuts) {
      pieces.push(textOf(units, from, start));
      from = end;
    }
    this.text = [...pieces, textOf(units, from, units.length)].join("");
  }
  /** Whether rules were cut out behind the start tag that ends here. Who reads the text claims what concerns the firewall. */
  claim(tagEnd) {
    const cut = this.#cuts[this.#before(tagEnd)];
    if (cut?.at !== tagEnd) return false;
    this.#claimed.add(tagEnd);
    return true;
  }
  /** Rules that nobody claimed stand in a comment, or in a place that is none of the firewall's. */
  get isClaimed() {
    return this.#claimed.size === this.#cuts.length;
  }
  span(start, end, key) {
    return this.#file.span(this.#offset(start), this.#offset(end), key);
  }
  #offset(at) {
    const cut = this.#cuts[this.#before(at - 1)];
    return cut ? at - cut.at + cut.end : at;
  }
  /** The last cut at or before an offset of the text; -1 when there is none. */
  #before(at) {
    let low = -1;
    let high = this.#cuts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.#cuts[middle].at <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
};
function digestReport(file) {
  const units = utf16Units(file.bytes) ?? unitsOf(file.text);
  const rules = new RuleScan(units).run();
  return rules && new ReportDigest(file, units, rules);
}
var RuleScan = class {
  #units;
  #digest = new RulesDigest();
  #enabled = 0;
  constructor(units) {
    this.#units = units;
  }
  run() {
    const bytes = bytesOf(this.#units);
    const cuts = [];
    let removed = 0;
    for (let hit = bytes.indexOf(RULES); hit >= 0; hit = bytes.indexOf(RULES, hit)) {
      hit += RULES.length;
      const start = hit / 2;
      const name = this.#tagBefore(start);
      if (name === void 0) continue;
      const end = this.#siblings(start, name);
      if (end < 0) return void 0;
      cuts.push({ start, end, at: start - removed });
      removed += end - start;
      hit = 2 * end;
    }
    return { cuts, digest: this.#digest, enabled: this.#enabled };
  }
  /** The name in the start tag of a rule that ends at an offset; undefined where there is none. */
  #tagBefore(end) {
    const units = this.#units;
    let open = end - 2;
    while (IN_NAME[units[open]] === 1 || units[open] === COLON) open--;
    const name = units[open] === OPEN ? textOf(units, open + 1, end - 1) : "";
    return RULE.test(name) ? name : void 0;
  }
  /** The rules from the one whose start tag ends at `start`, with only blanks between them. Gives the end of the last, -1 where one is odd. */
  #siblings(start, name) {
    const prefix = name.slice(0, name.indexOf(":") + 1);
    const both = [elementOf(prefix, "InboundFirewallRules"), elementOf(prefix, "OutboundFirewallRules")];
    let rule = name.endsWith("InboundFirewallRules") ? both[0] : both[1];
    let at = start;
    let end = -1;
    while (rule) {
      end = this.#rule(at, rule);
      if (end < 0) return -1;
      const next = this.#afterBlanks(end);
      rule = both.find(({ open }) => this.#has(open, next));
      if (rule) at = next + rule.open.length;
    }
    return end;
  }
  /** Adds the rule whose start tag ends at an offset. Gives the offset behind its end tag, -1 where it is odd. */
  #rule(start, { close: closing, prefix }) {
    const units = this.#units;
    let isActiveSaid = false;
    for (let at = start; ; ) {
      const open = this.#afterBlanks(at);
      if (units[open] !== OPEN) return -1;
      if (units[open + 1] === SLASH) {
        if (!this.#has(closing, open)) return -1;
        this.#digest.endRule();
        return open + closing.length;
      }
      if (!this.#has(prefix, open + 1)) return -1;
      const key = open + 1 + prefix.length;
      let keyEnd = key;
      while (IN_NAME[units[keyEnd]] === 1) keyEnd++;
      if (units[keyEnd] !== CLOSE) return -1;
      const value = keyEnd + 1;
      let close = value;
      while (close < units.length && units[close] !== OPEN) close++;
      if (units[close + 1] !== SLASH) return -1;
      const later = close + 1 - open;
      for (let i = open + 1; i < value; i++) if (units[i] !== units[i + later]) return -1;
      at = value + later;
      if (this.#has(PRECEDENCE, key)) return -1;
      if (!this.#digest.begin(keyEnd - key, units[key], units[key + 1], units[key + 2], units[key + 4])) continue;
      if (isBlank(units[value]) || isBlank(units[close - 1]) || !this.#value(value, close)) return -1;
      if (this.#has(ACTIVE, key)) {
        const isTrue = this.#isWord(TRUE, value, close);
        if (isActiveSaid || !(isTrue || this.#isWord(FALSE, value, close))) return -1;
        isActiveSaid = true;
        if (isTrue) this.#enabled++;
      }
    }
  }
  /** False where it holds a reference that XML does not define. */
  #value(start, end) {
    const units = this.#units;
    let from = start;
    for (let at = start; at < end; at++) {
      if (units[at] !== AMPERSAND) continue;
      const reference = referenceAt(textOf(units, at, Math.min(end, at + 40)), 0, 40);
      if (!reference) return false;
      this.#digest.add(units, from, at);
      this.#digest.add(unitsOf(reference.value), 0, reference.value.length);
      from = at + reference.end;
      at = from - 1;
    }
    this.#digest.add(units, from, end);
    this.#digest.end();
    return true;
  }
  #afterBlanks(start) {
    let at = start;
    while (isBlank(this.#units[at])) at++;
    return at;
  }
  #has(word, at) {
    for (let i = 0; i < word.length; i++) if (this.#units[at + i] !== word[i]) return false;
    return true;
  }
  /** Whether a value is that word of small letters, in any case. */
  #isWord(word, start, end) {
    if (end - start !== word.length) return false;
    for (let i = 0; i < word.length; i++) if ((this.#units[start + i] | 32) !== word[i]) return false;
    return true;
  }
};
var [OPEN, SLASH, CLOSE, COLON, AMPERSAND] = [60, 47, 62, 58, 38];
var RULES = Buffer.from("FirewallRules>", "utf16le");
var RULE = /^(?:[\w.-]+:)?(?:In|Out)boundFirewallRules$/;
var NAME_UNIT = /[\w.-]/;
var IN_NAME = Uint8Array.from({ length: 128 }, (_, unit) => Number(NAME_UNIT.test(String.fromCharCode(unit))));
var PRECEDENCE = unitsOf("Precedence>");
var ACTIVE = unitsOf("Active>");
var TRUE = unitsOf("true");
var FALSE = unitsOf("false");
var isBlank = (unit) => unit === 32 || unit === 10 || unit === 13 || unit === 9;
var elementOf = (prefix, name) => ({ open: unitsOf(`<${prefix}${name}>`), close: unitsOf(`</${prefix}${name}>`), prefix: unitsOf(prefix) });
function unitsOf(text) {
  const units = new Uint16Array(text.length);
  bytesOf(units).write(text, "utf16le");
  return units;
}
function bytesOf({ buffer, byteOffset, byteLength }) {
  return Buffer.from(buffer, byteOffset, byteLength);
}
var textOf = (units, start, end) => bytesOf(units.subarray(start, end)).toString("utf16le");
var MOST_NAMESAKES = 100;
function findRule(text, name, direction) {
  const element = direction === "outbound" ? "OutboundFirewallRules" : "InboundFirewallRules";
  const written = `Name>${name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</`;
  for (let at = text.indexOf(written), tries = 0; at >= 0 && tries < MOST_NAMESAKES; at = text.indexOf(written, at + 1), tries++) {
    if (IN_NAME[text.charCodeAt(at - 1)] === 1) continue;
    const start = text.lastIndexOf("<", text.lastIndexOf("FirewallRules>", at));
    const end = text.indexOf("FirewallRules>", at) + "FirewallRules>".length;
    if (start >= 0 && text.startsWith(`${element}>`, text.indexOf(":", start) + 1) && text.startsWith(`${element}>`, end - element.length - 1)) return [start, end, element];
  }
  return void 0;
}
var SLOTS = 4096;
var RuleReader = class {
  #file;
  #text;
  #conditions = new Conditions();
  #held = slots(SLOTS);
  /** The children of the open rule, as many as `#count` says; the arrays keep their size from rule to rule. */
  #keys = [];
  #tokens = [];
  /** Start and end of each value. */
  #places = [];
  #count = 0;
  /** Which of them is the first Protocol; -1 for none. */
  #protocol = -1;
  #element = "";
  #name;
  #version = "";
  #hasDirection = false;
  constructor(file) {
    this.#file = file;
    this.#text = file.text;
  }
  begin(element) {
    this.#element = element;
    this.#name = void 0;
    this.#version = "";
    this.#hasDirection = false;
    this.#count = 0;
    this.#protocol = -1;
  }
  add(element) {
    const { name, textStart, textEnd } = element;
    if (name === "Desc") return;
    if (name === "Version") {
      if (!this.#text.startsWith("2.", textStart)) this.#version = element.text.trim();
      return;
    }
    if (name === "Name") {
      const value = element.text.trim();
      if (value.length < 1e4 && (value.length !== 3 || value.toLowerCase() !== "all")) {
        this.#name = value;
        return;
      }
    } else if (name === "Dir") this.#hasDirection = true;
    const at = this.#count++;
    this.#keys[at] = name;
    this.#tokens[at] = this.#tokenOf(element);
    this.#places[2 * at] = textStart;
    this.#places[2 * at + 1] = textEnd;
    if (this.#protocol < 0 && name === "Protocol") this.#protocol = at;
  }
  read(start, end, problems) {
    const conditions = this.#conditions;
    conditions.clear();
    conditions.name = this.#name;
    if (this.#protocol >= 0) conditions.add(this.#tokens[this.#protocol], this.#protocol);
    for (let i = 0; i < this.#count; i++) if (i !== this.#protocol) conditions.add(this.#tokens[i], i);
    if (!this.#hasDirection) conditions.direction = this.#element === "InboundFirewallRules" ? "inbound" : "outbound";
    conditions.finish();
    for (const { at, why } of conditions.faults) {
      const [from, to] = at < 0 ? [start, end] : this.#place(at);
      const message = `Windows would drop rule "${clip(conditions.name ?? "")}": ${this.#because(at, why)}.`;
      problems.push({ code: "rule-malformed", message, source: this.#file.span(from, to, this.#element) });
    }
    const [fault] = conditions.faults;
    return new ReportRule(conditions, this.#version, fault && this.#because(fault.at, fault.why), this.#file, start, end, this.#element);
  }
  #place(at) {
    return [this.#places[at * 2], this.#places[at * 2 + 1]];
  }
  #because(at, why) {
    return at < 0 ? why : `${this.#keys[at] ?? ""} "${clip(this.#text.slice(...this.#place(at)).trim())}" ${why}`;
  }
  /** The token that a child is. One that stood in the file not long before is recognised by its letters and not read again. */
  #tokenOf(element) {
    const { name, textStart, textEnd } = element;
    const text = this.#text;
    const length = textEnd - textStart;
    let hash = Math.imul(name.length, 31) + name.charCodeAt(1);
    for (let i = textStart; i < textEnd; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i) | 0;
    const slot = (hash ^ hash >>> 12) & SLOTS - 1;
    const held = this.#held[slot];
    if (held && held.raw.length === length && held.key === name && text.startsWith(held.raw, textStart)) return held.token;
    const raw = element.text;
    const value = raw.trim();
    const token = readToken(value.includes("|") ? value.replaceAll("=", " ") : `${keyFor(name, value)}=${value}`);
    if (raw.length === length && !raw.includes("&")) this.#held[slot] = { key: name, raw, token };
    return token;
  }
};
function keyFor(name, value) {
  if ((name === "LPort" || name === "RPort") && !/^\d*$/.test(value)) {
    if (/^(?:\d+-\d+|IPTLS(?:In|Out)|IPHTTPS(?:In|Out))$/i.test(value)) return `${name}2_10`;
    if (name === "LPort" && /^(?:DHCP|Ply2Disc)$/i.test(value)) return "LPort2_20";
    if (name === "LPort" && /^mDNS$/i.test(value)) return "LPort2_24";
  }
  return name;
}
var clip = (text) => text.length > 120 ? `${text.slice(0, 119)}\u2026` : text;
var ReportRule = class {
  id = null;
  name;
  group;
  direction;
  action;
  enabled;
  protocol;
  localPorts;
  remotePorts;
  icmp;
  profiles;
  localAddresses;
  remoteAddresses;
  program;
  service;
  interfaceTypes;
  platforms;
  unmodelled;
  ipsec;
  malformed;
  #file;
  #start;
  #end;
  #element;
  constructor(conditions, version, malformed, file, start, end, element) {
    const { interfaceTypes, platforms, unmodelled } = conditions.rarities;
    this.name = conditions.name ?? "";
    this.group = conditions.group;
    this.direction = conditions.direction ?? "unknown";
    this.action = conditions.action ?? "unknown";
    this.enabled = conditions.enabled;
    this.protocol = conditions.protocol;
    this.localPorts = conditions.localPorts;
    this.remotePorts = conditions.remotePorts;
    this.icmp = conditions.icmp;
    this.profiles = conditions.profiles;
    this.localAddresses = conditions.localAddresses;
    this.remoteAddresses = conditions.remoteAddresses;
    this.program = conditions.program;
    this.service = conditions.service;
    this.interfaceTypes = interfaceTypes;
    this.platforms = platforms;
    this.unmodelled = Number.parseInt(version, 10) > 2 ? [...unmodelled, `version=v${version}`] : unmodelled;
    this.ipsec = conditions.ipsec;
    this.malformed = malformed;
    this.#file = file;
    this.#start = start;
    this.#end = end;
    this.#element = element;
  }
  get source() {
    return this.#file.span(this.#start, this.#end, this.#element);
  }
  get parts() {
    return partsIn(this.#file.text, this.#start, this.#end);
  }
};
var CHILD = /<(?:[^\s<>/:]+:)?(\w+)[^<>]*>([^<]*)</g;
function partsIn(text, start, end) {
  const parts = [];
  for (const { 1: name = "", 2: value = "", 0: whole, index } of text.slice(start, end).matchAll(CHILD)) {
    const part = PARTS.get(name);
    const to = start + index + whole.length - 1;
    if (part !== void 0) parts.push(PART_NAMES.indexOf(part), to - value.length, to);
  }
  return parts;
}
var PARTS = new Map([
  ["Name", "name"],
  ["EmbedCtxt", "group"],
  ["Dir", "direction"],
  ["Action", "action"],
  ["Active", "enabled"],
  ["Protocol", "protocol"],
  ["Profile", "profiles"],
  ["App", "program"],
  ["Svc", "service"],
  ["IFType", "interfaceTypes"],
  ["ICMP4", "icmp"],
  ["ICMP6", "icmp"],
  ...["LPort", "LPort2_10", "LPort2_20", "LPort2_24"].map((key) => [key, "localPorts"]),
  ...["RPort", "RPort2_10", "RPort2_28"].map((key) => [key, "remotePorts"]),
  ["LA4", "localAddresses"],
  ["LA6", "localAddresses"],
  ...["RA4", "RA6", "RA42", "RA62"].map((key) => [key, "remoteAddresses"])
]);
var FIREWALL = "http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall";
var FirewallExtension = class {
  rules = [];
  isOdd = false;
  #digest;
  #file;
  #problems;
  #profiles = {};
  /** The reader hands out one string for a namespace: the same string is found equal without a look at its letters. */
  #namespace = " ";
  #rule;
  #isRule = false;
  #section;
  #value;
  /** gpresult tells every GPO's values; 1 is the one that wins. */
  #isWinner = true;
  /** With a `digest`, rules are counted by it and do not come into `rules`; where one stands that it has not taken, `isOdd` is set. */
  constructor(file, problems, digest) {
    this.#file = file;
    this.#digest = digest;
    this.#rule = new RuleReader(file);
    this.#problems = problems;
  }
  /** False: what is inside does not matter. A number: it has been read. */
  open({ name, namespace, tagEnd }, depth) {
    if (depth === 1) {
      this.#isWinner = true;
      if (!this.#isOurs(namespace)) return false;
      this.#isRule = name === "InboundFirewallRules" || name === "OutboundFirewallRules";
      this.#section = this.#isRule ? void 0 : SECTIONS.get(name);
      if (this.#isRule && this.#digest) {
        if (this.#digest.claim(tagEnd)) {
          this.#isRule = false;
          return tagEnd;
        }
        this.isOdd = true;
      }
      if (this.#isRule) this.#rule.begin(name);
      else if (this.#section) this.#profiles[this.#section] ??= {};
      return this.#isRule || this.#section !== void 0;
    }
    if (depth === 2 && this.#section) {
      this.#value = void 0;
      this.#isWinner = true;
    }
    return true;
  }
  close(element, depth) {
    const { name, namespace, textStart, textEnd } = element;
    if (this.#isRule) {
      if (depth === 1) {
        if (this.#isWinner) this.rules.push(this.#rule.read(element.start, element.end, this.#problems));
        this.#isRule = false;
      } else if (depth === 2) {
        if (this.#isOurs(namespace) && name !== "Precedence") this.#rule.add(element);
        else this.#rank(element);
      }
    } else if (this.#section) {
      if (depth === 3 && name === "Value") this.#value = { text: element.text.trim(), start: textStart, end: textEnd };
      else if (depth === 3) this.#rank(element);
      else if (depth === 2 && this.#isOurs(namespace) && this.#isWinner) this.#set(this.#section, name, element);
      else if (depth === 1) this.#section = void 0;
    }
  }
  /** Whether a profile has an element of its own, with values or without. */
  has(profile) {
    return this.#profiles[profile] !== void 0;
  }
  /** StandardProfile stands for private and public where neither has an element of its own ([MS-GPFAS] 2.2.3). */
  get profiles() {
    const { standard, ...profiles } = this.#profiles;
    if (standard && !profiles.private && !profiles.public) return { ...profiles, private: standard, public: { ...standard } };
    return profiles;
  }
  /** Tools that rewrite reports drop the namespaces. */
  #isOurs(namespace) {
    if (namespace === this.#namespace) return true;
    if (namespace !== FIREWALL && namespace !== "") return false;
    this.#namespace = namespace;
    return true;
  }
  #rank({ name, text }) {
    if (name === "Precedence") this.#isWinner = text.trim() === "1";
  }
  #set(section, name, { start, end, textStart, textEnd, text }) {
    const put2 = SETTINGS.get(name);
    if (!put2) return;
    const said = this.#value ?? { text: text.trim(), start: textStart, end: textEnd };
    const value = SWITCHES.get(said.text.toLowerCase());
    const key = `${section[0]?.toUpperCase()}${section.slice(1)}Profile/${name}`;
    if (value !== void 0) put2(this.#profiles[section] ??= {}, value, this.#file.span(start, end, key));
    else this.#problems.push({ code: "rule-malformed", message: `${name} "${said.text}" is neither true nor false.`, source: this.#file.span(said.start, said.end, key) });
  }
};
var SECTIONS = /* @__PURE__ */ new Map([
  ["DomainProfile", "domain"],
  ["PrivateProfile", "private"],
  ["PublicProfile", "public"],
  ["StandardProfile", "standard"]
]);
var SWITCHES = /* @__PURE__ */ new Map([["true", true], ["false", false], ["1", true], ["0", false]]);
var put = (key) => (settings, value, source) => {
  settings[key] = { value, source };
};
var blockIf = (value, source) => ({ value: value ? "block" : "allow", source });
var SETTINGS = /* @__PURE__ */ new Map([
  ["EnableFirewall", put("enabled")],
  ["DoNotAllowExceptions", put("blockAllInbound")],
  ["AllowLocalPolicyMerge", put("allowLocalRules")],
  ["AuthAppsAllowUserPrefMerge", put("allowUserApps")],
  ["GlobalPortsAllowUserPrefMerge", put("allowUserPorts")],
  ["DefaultInboundAction", (settings, value, source) => {
    settings.defaultInbound = blockIf(value, source);
  }],
  ["DefaultOutboundAction", (settings, value, source) => {
    settings.defaultOutbound = blockIf(value, source);
  }]
]);
var SETTINGS2 = "http://www.microsoft.com/GroupPolicy/Settings";
var RSOP = "http://www.microsoft.com/GroupPolicy/Rsop";
var gpreportXml = {
  id: "gpreport-xml",
  title: "Group Policy report (gpreport.xml, gpresult /X)",
  store: "group-policy",
  exported: true,
  names: [/^gpreport\.xml$/],
  recognises(file) {
    const root = xmlRoot(file);
    return root !== void 0 && (isReport(root.name, root.namespace) || /^(?:All)?(?:GPOs?|Report)/i.test(root.name) && OPENS_GPO.test(file.head));
  },
  parse(file, { repeats }) {
    return repeats === true && repeated(file) || parse(file);
  }
};
function parse(file) {
  const problems = [];
  const report = new Report(file, problems);
  const error = walkXml(file.text, report);
  if (error) problems.push(xmlProblem(file, error));
  return { path: file.path, format: gpreportXml.id, ...report.finish(), problems };
}
function repeated(file) {
  const short = digestReport(file);
  if (!short) return void 0;
  const problems = [];
  const report = new Report(short, problems, short);
  const error = walkXml(short.text, report);
  const { parts, gpo } = report.finish();
  const [part] = parts;
  if (error || problems.length > 0 || report.isOdd || !short.isClaimed || !part || parts.length > 1) return void 0;
  const { digest, enabled } = short;
  let all;
  const rules = () => (all ??= parse(file)).parts[0]?.rules ?? [];
  return {
    path: file.path,
    format: gpreportXml.id,
    problems,
    ...gpo && { gpo },
    parts: [{ ...part, get rules() {
      return rules();
    } }],
    find: ({ name, direction }) => {
      const found = findRule(file.text, name, direction);
      return found && file.span(...found);
    },
    digest: () => digest,
    counts: { rules: digest.rules, disabled: digest.rules - enabled }
  };
}
var isReport = (name, namespace) => name === "GPO" && (namespace === SETTINGS2 || namespace === "") || name === "Rsop" && (namespace === RSOP || namespace === "");
var OPENS_GPO = /<GPO(?:\s[^<>]*)?>\s*<Identifier>/;
var Report = class {
  #file;
  #problems;
  #digest;
  #gpos = [];
  #gpo;
  /** Depths of the open GPO and of the open extension; 0 when none is. */
  #top = 0;
  #extension = 0;
  #kind = "firewall";
  /** Registry preferences concern us in few reports, and are many in some. */
  get #hasPreferences() {
    return this.#preferences ??= FIREWALL_KEY.test(this.#file.text);
  }
  #preferences;
  constructor(file, problems, digest) {
    this.#file = file;
    this.#problems = problems;
    this.#digest = digest;
  }
  /** Whether a rule stood in it that the digest could not take. */
  get isOdd() {
    return this.#gpos.some((gpo) => gpo.firewall.isOdd);
  }
  open(element) {
    const { name, namespace, depth } = element;
    if (!this.#gpo) {
      if (isReport(name, namespace)) {
        this.#gpo = new Gpo(this.#file, this.#problems, this.#digest);
        this.#gpos.push(this.#gpo);
        this.#top = depth;
      }
      return true;
    }
    if (this.#extension > 0) return this.#kind === "preferences" || this.#gpo[this.#kind].open(element, depth - this.#extension);
    if (depth === this.#top + 1) return PARTS_OF_GPO.has(name);
    if (name !== "Extension" || element.parent?.name !== "ExtensionData") return true;
    const kind = kindOf(element);
    if (kind === void 0 || kind === "preferences" && !this.#hasPreferences) return false;
    this.#extension = depth;
    this.#kind = kind;
    return true;
  }
  close(element) {
    const { depth } = element;
    if (!this.#gpo) return;
    if (this.#extension > 0 && depth > this.#extension) this.#gpo[this.#kind].close(element, depth - this.#extension);
    else if (depth === this.#extension) this.#extension = 0;
    else if (depth === this.#top) this.#gpo = void 0;
    else this.#gpo.close(element, this.#file);
  }
  finish() {
    const [first] = this.#gpos;
    const info = this.#gpos.length === 1 ? first?.info : void 0;
    const parts = this.#gpos.flatMap((gpo) => gpo.parts().map((part) => {
      const named = gpo.info.name === void 0 ? part : { ...part, gpo: gpo.info.name };
      return info ? named : { ...named, gpoInfo: gpo.info };
    }));
    return info ? { parts, gpo: info } : { parts };
  }
};
var PARTS_OF_GPO = /* @__PURE__ */ new Set(["Identifier", "Name", "FilterName", "LinksTo", "Computer", "ComputerResults"]);
function kindOf({ attributes }) {
  const type = attributes.find(({ name }) => name === "type")?.value;
  if (type === void 0 || type.endsWith(":WindowsFirewallSettings")) return "firewall";
  if (!type.endsWith(":RegistrySettings")) return void 0;
  return attributes.some(({ value }) => value === `${SETTINGS2}/Windows/Registry`) ? "preferences" : "templates";
}
var Gpo = class {
  firewall;
  templates;
  preferences;
  #registry;
  info = {};
  #links = [];
  #link = { path: "", enabled: true, enforced: false };
  constructor(file, problems, digest) {
    this.#registry = new RegistryPolicy(problems);
    this.firewall = new FirewallExtension(file, problems, digest);
    this.templates = new TemplateExtension(file, this.#registry, problems);
    this.preferences = new RegistryPreferences(file, problems);
  }
  /** Group policy first; what preferences write into other stores behind it. */
  parts() {
    const { rules, profiles } = this.firewall;
    for (const [profile, key] of [["private", "PrivateProfile"], ["public", "PublicProfile"]]) {
      const path = this.#registry.key(`Software\\Policies\\Microsoft\\WindowsFirewall\\${key}`);
      if (this.firewall.has(profile) && path) this.#registry.create(path);
    }
    const templates = this.#registry.parts().find(({ store }) => store === "group-policy");
    const part = { store: "group-policy", rules: templates?.rules.length ? [...rules, ...templates.rules] : rules, profiles: joined(templates?.profiles ?? {}, profiles), changes: templates?.changes ?? [], ...templates?.profileKeys && { profileKeys: templates.profileKeys } };
    return [templates?.openings ? { ...part, openings: templates.openings } : part, ...this.preferences.parts()];
  }
  close({ name, parent, text, start, end }, file) {
    const { info } = this;
    const said = text.trim();
    switch (`${parent?.name ?? ""}/${name}`) {
      case "GPO/Name":
        info.name = said;
        break;
      case "Identifier/Identifier":
        info.guid = said;
        break;
      case "Identifier/Domain":
        info.domain = said;
        break;
      case "GPO/FilterName":
        if (said === "") break;
        info.wmiFilter = said;
        if (info.computerEnabled !== false) info.source = file.span(start, end, name);
        break;
      case "Computer/Enabled":
        info.computerEnabled = !isFalse(said);
        if (isFalse(said)) info.source = file.span(start, end, "Computer/Enabled");
        break;
      case "Computer/VersionDirectory":
      case "Computer/VersionSysvol":
        if (/^\d{1,9}$/.test(said)) info.machineVersion = Math.max(info.machineVersion ?? 0, Number(said));
        break;
      case "LinksTo/SOMPath":
        this.#link.path = said;
        break;
      case "LinksTo/Enabled":
        this.#link.enabled = !isFalse(said);
        break;
      case "LinksTo/NoOverride":
        this.#link.enforced = /^(?:true|1)$/i.test(said);
        break;
      case "GPO/LinksTo":
        this.#links.push(this.#link);
        info.links = this.#links;
        if (!this.#link.enabled) info.source ??= file.span(start, end, "LinksTo");
        this.#link = { path: "", enabled: true, enforced: false };
        break;
      default:
    }
  }
};
function joined(a, b) {
  const all = { ...a };
  for (const profile of ["domain", "private", "public"]) if (b[profile]) all[profile] = { ...a[profile], ...b[profile] };
  return all;
}
var isFalse = (text) => /^(?:false|0)$/i.test(text);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  gpreportXml
});
