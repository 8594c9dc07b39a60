var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { hasAt, nextOf, textOf, unitAt, unitsOf } = require("./commands-check.js");
const {
  FIREWALL_KEY,
  RegistryPreferences
} = require("./shared-DFHCBCHB.js");
const { referenceAt, walkXml, xmlProblem, xmlRoot } = require("./commands-check.js");
const {
  TemplateExtension
} = require("./shared-XO4R3O6E.js");
const {
  RulesDigest
} = require("./shared-X7MX7PCD.js");
const {
  Conditions,
  RegistryPolicy,
  readToken,
  slots,
  slotsFor
} = require("./shared-AHLXVQOH.js");
const { PART_NAMES } = require("./commands-check.js");
var ShortReport = class {
  text;
  #file;
  #cuts;
  #claimed = /* @__PURE__ */ new Set();
  constructor(file, units, cuts) {
    this.#file = file;
    this.#cuts = cuts;
    const pieces = [];
    let from = 0;
    for (const { start, end } of cuts) {
      pieces.push(textOf(units, from, start));
      from = end;
    }
    this.text = [...pieces, textOf(units, from, units.length)].join("");
  }
  get units() {
    return this.text;
  }
  /** The rules that were cut out behind the start tag that ends here. Who reads the text claims what concerns the firewall. */
  claim(tagEnd) {
    const cut = this.#cuts[this.#before(tagEnd)];
    if (cut?.at !== tagEnd) return void 0;
    this.#claimed.add(tagEnd);
    return cut.taken;
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
function shortReport(file, units, sink) {
  const cuts = new RuleScan(units, sink).run();
  return cuts && new ShortReport(file, units, cuts);
}
var RuleScan = class {
  #units;
  #sink;
  constructor(units, sink) {
    this.#units = units;
    this.#sink = sink;
  }
  run() {
    const units = this.#units;
    const cuts = [];
    let removed = 0;
    for (let hit = nextOf(units, RULES, 0); hit >= 0; hit = nextOf(units, RULES, hit)) {
      hit += RULES.length;
      const start = hit;
      const name = this.#tagBefore(start);
      if (name === void 0) continue;
      const end = this.#siblings(start, name);
      if (end < 0) return void 0;
      cuts.push({ start, end, at: start - removed, taken: this.#sink.taken() });
      removed += end - start;
      hit = end;
    }
    return cuts;
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
    const inbound = elementOf(prefix, "InboundFirewallRules");
    const outbound = elementOf(prefix, "OutboundFirewallRules");
    let rule = name.endsWith(inbound.name) ? inbound : outbound;
    let at = start;
    let end = -1;
    while (rule) {
      end = this.#rule(at, rule);
      if (end < 0) return -1;
      const next = this.#afterBlanks(end);
      rule = this.#has(inbound.open, next) ? inbound : this.#has(outbound.open, next) ? outbound : void 0;
      if (rule) at = next + rule.open.length;
    }
    return end;
  }
  /** The rule whose start tag ends at an offset. Gives the offset behind its end tag, -1 where it is odd. */
  #rule(start, { name: element, open: opening, close: closing, prefix }) {
    const units = this.#units;
    this.#sink.begin(element);
    for (let at = start; ; ) {
      const open = this.#afterBlanks(at);
      if (units[open] !== OPEN) return -1;
      if (units[open + 1] === SLASH) {
        const end = open + closing.length;
        return this.#has(closing, open) && this.#sink.end(start - opening.length, end) ? end : -1;
      }
      if (!this.#has(prefix, open + 1)) return -1;
      const name = open + 1 + prefix.length;
      let nameEnd = name;
      while (IN_NAME[units[nameEnd]] === 1) nameEnd++;
      if (units[nameEnd] !== CLOSE) return -1;
      const value = nameEnd + 1;
      let hasReference = false;
      let close = value;
      for (; close < units.length; close++) {
        const unit = units[close];
        if (unit === OPEN) break;
        if (unit === AMPERSAND) hasReference = true;
      }
      if (units[close + 1] !== SLASH) return -1;
      const later = close + 1 - open;
      for (let i = open + 1; i < value; i++) if (units[i] !== units[i + later]) return -1;
      at = value + later;
      const resolved = hasReference ? resolve(textOf(units, value, close)) : void 0;
      if (hasReference && resolved === void 0) return -1;
      if (this.#has(PRECEDENCE, name) || !this.#sink.child(name, nameEnd, value, close, resolved)) return -1;
    }
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
};
var [OPEN, SLASH, CLOSE, COLON, AMPERSAND] = [60, 47, 62, 58, 38];
var RULES = "FirewallRules>";
var RULE = /^(?:[\w.-]+:)?(?:In|Out)boundFirewallRules$/;
var NAME_UNIT = /[\w.-]/;
var IN_NAME = Uint8Array.from({ length: 128 }, (_, unit) => Number(NAME_UNIT.test(String.fromCharCode(unit))));
var PRECEDENCE = unitsOf("Precedence>");
var elementOf = (prefix, name) => ({ name, open: unitsOf(`<${prefix}${name}>`), close: unitsOf(`</${prefix}${name}>`), prefix: unitsOf(prefix) });
function resolve(value) {
  const out = [];
  let at = 0;
  for (let amp = value.indexOf("&"); amp >= 0; amp = value.indexOf("&", at)) {
    const reference = referenceAt(value, amp, value.length);
    if (!reference) return void 0;
    out.push(value.slice(at, amp), reference.value);
    at = reference.end;
  }
  out.push(value.slice(at));
  return out.join("");
}
var isBlank = (unit) => unit === 32 || unit === 10 || unit === 13 || unit === 9;
var MOST_NAMESAKES = 100;
function findRule(text, name, direction) {
  const element = direction === "outbound" ? "OutboundFirewallRules" : "InboundFirewallRules";
  const written = `Name>${name.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</`;
  for (let at = text.indexOf(written), tries = 0; at >= 0 && tries < MOST_NAMESAKES; at = text.indexOf(written, at + 1), tries++) {
    if (IN_NAME[text.charCodeAt(at - 1)] === 1) continue;
    const start = text.lastIndexOf("<", text.lastIndexOf(RULES, at));
    const end = text.indexOf(RULES, at) + RULES.length;
    if (start >= 0 && text.startsWith(`${element}>`, text.indexOf(":", start) + 1) && text.startsWith(`${element}>`, end - element.length - 1)) return [start, end, element];
  }
  return void 0;
}
var NOTHING = { rules: [], problems: [] };
var ReportDigest = class {
  digest = new RulesDigest();
  enabled = 0;
  #units;
  #isActiveSaid = false;
  constructor(units) {
    this.#units = units;
  }
  begin() {
    this.#isActiveSaid = false;
  }
  child(name, nameEnd, value, end, resolved) {
    const { digest } = this;
    const units = this.#units;
    if (!digest.begin(nameEnd - name, units[name], units[name + 1], units[name + 2], units[name + 4])) return true;
    if (isBlank(units[value]) || isBlank(units[end - 1])) return false;
    if (resolved === void 0) digest.add(units, value, end);
    else digest.add(resolved, 0, resolved.length);
    digest.end();
    return !hasAt(units, "Active>", name) || this.#active(textOf(units, value, end).toLowerCase());
  }
  #active(said) {
    if (this.#isActiveSaid || said !== "true" && said !== "false") return false;
    this.#isActiveSaid = true;
    if (said === "true") this.enabled++;
    return true;
  }
  end() {
    this.digest.endRule();
    return true;
  }
  taken() {
    return NOTHING;
  }
};
var RuleReader = class {
  #file;
  #units;
  #conditions = new Conditions();
  /** One slot for each hash: what is common stays, what is not makes room, and nothing grows with the file. */
  #held;
  #names = [];
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
  #rules = [];
  #problems = [];
  constructor(file) {
    this.#file = file;
    this.#units = file.units;
    this.#held = slots(Math.min(4096, slotsFor(file.units.length)));
  }
  begin(element) {
    this.#element = element;
    this.#name = void 0;
    this.#version = "";
    this.#hasDirection = false;
    this.#count = 0;
    this.#protocol = -1;
  }
  add({ name, textStart, textEnd, text }) {
    this.#take(name, textStart, textEnd, text);
  }
  child(name, nameEnd, value, end, resolved) {
    this.#take(this.#nameAt(name, nameEnd), value, end, resolved);
    return true;
  }
  end(start, end) {
    this.#rules.push(this.read(start, end, this.#problems));
    return true;
  }
  taken() {
    const taken = { rules: this.#rules, problems: this.#problems };
    this.#rules = [];
    this.#problems = [];
    return taken;
  }
  /** One child. `said` is its value where it is known already; it may be other than what stands in the file. */
  #take(name, start, end, said) {
    if (name === "Desc") return;
    if (name === "Version") {
      if (!hasAt(this.#units, "2.", start)) this.#version = (said ?? this.#text(start, end)).trim();
      return;
    }
    if (name === "Name") {
      const value = (said ?? this.#text(start, end)).trim();
      if (value.length < 1e4 && (value.length !== 3 || value.toLowerCase() !== "all")) {
        this.#name = value;
        return;
      }
    } else if (name === "Dir") this.#hasDirection = true;
    const at = this.#count++;
    this.#keys[at] = name;
    this.#tokens[at] = this.#tokenOf(name, start, end, said);
    this.#places[2 * at] = start;
    this.#places[2 * at + 1] = end;
    if (this.#protocol < 0 && name === "Protocol") this.#protocol = at;
  }
  #text(start, end) {
    return textOf(this.#units, start, end);
  }
  /** The names of children are few. */
  #nameAt(start, end) {
    const slot = 31 * (end - start) + unitAt(this.#units, start) + unitAt(this.#units, start + 1) & 63;
    const held = this.#names[slot];
    return held?.length === end - start && hasAt(this.#units, held, start) ? held : this.#names[slot] = this.#text(start, end);
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
    return at < 0 ? why : `${this.#keys[at] ?? ""} "${clip(this.#text(...this.#place(at)).trim())}" ${why}`;
  }
  /** The token that a child is. One that stood in the file not long before is recognised by its letters and not read again. */
  #tokenOf(name, start, end, said) {
    const units = this.#units;
    const length = end - start;
    let hash = Math.imul(name.length, 31) + name.charCodeAt(1);
    for (let i = start; i < end; i++) hash = Math.imul(hash, 31) + unitAt(units, i) | 0;
    const slot = (hash ^ hash >>> 12) & this.#held.length - 1;
    const held = this.#held[slot];
    if (held && held.raw.length === length && held.key === name && hasAt(units, held.raw, start)) return held.token;
    const raw = said ?? this.#text(start, end);
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
    return partsIn(textOf(this.#file.units, this.#start, this.#end), this.#start);
  }
};
var CHILD = /<(?:[^\s<>/:]+:)?(\w+)[^<>]*>([^<]*)</g;
function partsIn(text, start) {
  const parts = [];
  for (const { 1: name = "", 2: value = "", 0: whole, index } of text.matchAll(CHILD)) {
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
  #short;
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
  /** With `short`, rules are read already; where one stands that is not, `isOdd` is set. */
  constructor(file, problems, short) {
    this.#file = file;
    this.#short = short;
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
      if (this.#isRule && this.#short) {
        const taken = this.#short.claim(tagEnd);
        if (taken) {
          for (const rule of taken.rules) this.rules.push(rule);
          for (const problem of taken.problems) this.#problems.push(problem);
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
  const { units } = file;
  return (typeof units === "string" ? void 0 : around(file, shortReport(file, units, new RuleReader(file)))) ?? careful(file);
}
function around(file, short) {
  if (!short) return void 0;
  const { policy, isOdd } = read(file, short, short);
  return isOdd || !short.isClaimed ? void 0 : policy;
}
var careful = (file) => read(file, file).policy;
function read(file, source, short) {
  const problems = [];
  const report = new Report(source, problems, short);
  const error = walkXml(source.text, report);
  if (error) problems.push(xmlProblem(source, error));
  return { policy: { path: file.path, format: gpreportXml.id, ...report.finish(), problems }, isOdd: report.isOdd };
}
function repeated(file) {
  const units = typeof file.units === "string" ? unitsOf(file.units) : file.units;
  const seen = new ReportDigest(units);
  const policy = around(file, shortReport(file, units, seen));
  const [part] = policy?.parts ?? [];
  if (!policy || policy.problems.length > 0 || !part || policy.parts.length > 1) return void 0;
  const { digest, enabled } = seen;
  let all;
  const rules = () => (all ??= parse(file)).parts[0]?.rules ?? [];
  return {
    ...policy,
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
  #short;
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
  constructor(file, problems, short) {
    this.#file = file;
    this.#problems = problems;
    this.#short = short;
  }
  /** Whether a rule stood in it that is not read. */
  get isOdd() {
    return this.#gpos.some((gpo) => gpo.firewall.isOdd);
  }
  open(element) {
    const { name, namespace, depth } = element;
    if (!this.#gpo) {
      if (isReport(name, namespace)) {
        this.#gpo = new Gpo(this.#file, this.#problems, this.#short);
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
  constructor(file, problems, short) {
    this.#registry = new RegistryPolicy(problems);
    this.firewall = new FirewallExtension(file, problems, short);
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
module.exports = { gpreportXml };
