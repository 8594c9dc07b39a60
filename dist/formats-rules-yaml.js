var import_commands_check = require("./commands-check.js");
var import_commands = require("./commands.js");
const { parseYaml, prepareYaml, readPlainYaml } = require("./commands-check.js");
const {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { undecided } = require("./commands-check.js");
const { ALL_PROFILES, ANY_PORTS, PART_NAMES, PROFILES, changedRule, isAnyPort, makeRule, neutralRule, parseAddresses, parseIcmp, parsePorts, parseProtocol, profileBit } = require("./commands-check.js");
const { didYouMean } = require("./commands.js");
function readFlatList(text, from, handler) {
  const dash = from + indentAt(text, from);
  const indent = dash - from;
  if (text.charCodeAt(dash) !== DASH) return void 0;
  let at = from;
  let fields = [];
  let start = -1;
  let end = -1;
  let plain2 = true;
  let column = 0;
  const flush = (next) => {
    if (start < 0) return true;
    if (plain2) handler.item(fields, start, end);
    else if (!handler.odd(lineOf(text, start), next)) return false;
    fields = [];
    start = -1;
    return true;
  };
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 ? text.length : newline + 1;
    let stop = newline < 0 ? text.length : newline;
    if (stop > at && text.charCodeAt(stop - 1) === CR) stop--;
    let i = at;
    while (i < stop && text.charCodeAt(i) === SPACE) i++;
    const first = i < stop ? text.charCodeAt(i) : HASH;
    const depth = i - at;
    if (first === HASH) {
      at = next;
      continue;
    }
    if (depth < indent || depth === indent && !(first === DASH && isBlank(text.charCodeAt(i + 1), i + 1 >= stop))) break;
    if (depth === indent) {
      if (!flush(at)) return void 0;
      plain2 = true;
      i++;
      while (i < stop && text.charCodeAt(i) === SPACE) i++;
      start = i;
      column = i - at;
    } else if (start < 0) break;
    else if (depth !== column) plain2 = false;
    end = stop;
    if (plain2) {
      const field = i < stop ? readField(text, i, stop) : void 0;
      if (field && !fields.some((other) => other.key === field.key)) {
        fields.push(field);
        end = field.end;
      } else plain2 = false;
    }
    at = next;
  }
  return flush(at) ? at : void 0;
}
var SPACE = 32;
var HASH = 35;
var DASH = 45;
var CR = 13;
var COLON = 58;
var isBlank = (unit, atEnd) => atEnd || unit === SPACE;
function indentAt(text, at) {
  let i = at;
  while (text.charCodeAt(i) === SPACE) i++;
  return i - at;
}
var lineOf = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
function readField(text, at, stop) {
  let i = at;
  while (i < stop && isWord(text.charCodeAt(i))) i++;
  if (i === at || text.charCodeAt(i) !== COLON) return void 0;
  const key = intern(text.slice(at, i));
  i++;
  if (i < stop && text.charCodeAt(i) !== SPACE) return void 0;
  while (i < stop && text.charCodeAt(i) === SPACE) i++;
  if (i === stop) return void 0;
  const scalar2 = readValue(text, i, stop);
  return scalar2 && { key, keyStart: at, start: i, ...scalar2 };
}
var keys = /* @__PURE__ */ new Map();
function intern(key) {
  const known = keys.get(key);
  if (known !== void 0) return known;
  if (keys.size < 200) keys.set(key, key);
  return key;
}
var isWord = (unit) => unit >= 97 && unit <= 122 || unit >= 65 && unit <= 90 || unit >= 48 && unit <= 57 || unit === 95 || unit === DASH;
function readValue(text, at, stop) {
  const first = text.charCodeAt(at);
  if (first === 91) return readList(text, at, stop);
  if (first === 34 || first === 39) {
    const end2 = quotedEnd(text, at, stop);
    const value2 = end2 === void 0 ? void 0 : unquote(text, at, end2);
    return value2 === void 0 || !restIsEmpty(text, end2, stop) ? void 0 : { value: value2, isNull: false, quoted: true, end: end2 };
  }
  let value = text.slice(at, stop);
  const comment = value.indexOf(" #");
  if (comment >= 0) value = value.slice(0, comment);
  value = value.trimEnd();
  const end = at + value.length;
  if (INDICATOR.test(value) || value.endsWith(":") || /: |[\t\r]/.test(value)) return void 0;
  return { value, isNull: /^(?:~|null|Null|NULL)$/.test(value), quoted: false, end };
}
var INDICATOR = /^(?:[&*!|>@`%{}\],#?"'[]|[-?:](?: |$))/;
function restIsEmpty(text, at, stop) {
  let i = at;
  while (i < stop && text.charCodeAt(i) === SPACE) i++;
  return i === stop || text.charCodeAt(i) === HASH && i > at;
}
function quotedEnd(text, at, stop) {
  const quote2 = text.charCodeAt(at);
  for (let i = at + 1; i < stop; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 92 && quote2 === 34) i++;
    else if (unit === quote2) {
      if (quote2 === 39 && text.charCodeAt(i + 1) === 39) i++;
      else return i + 1;
    }
  }
  return void 0;
}
function unquote(text, at, end) {
  const inner = text.slice(at + 1, end - 1);
  if (text.charCodeAt(at) === 39) return inner.includes("''") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes("\\")) return inner;
  if (/\\[^\\"/bfnrtu]/.test(inner.replace(/\\\\/g, ""))) return void 0;
  try {
    return JSON.parse(`"${inner.replaceAll("	", "\\t")}"`);
  } catch {
    return void 0;
  }
}
var lists = /* @__PURE__ */ new Map();
function readList(text, at, stop) {
  const line = text.slice(at, stop);
  const close = line.indexOf("]");
  const end = at + close + 1;
  if (close < 0 || !restIsEmpty(text, end, stop)) return void 0;
  const inner = line.slice(1, close);
  let value = lists.get(inner);
  if (value === void 0) {
    value = listOf(inner);
    if (lists.size < 2e4) lists.set(inner, value);
  }
  return value === null ? void 0 : { value, isNull: false, quoted: false, end };
}
function listOf(inner) {
  if (inner.trim() === "") return [];
  if (!LIST.test(inner)) return null;
  const words = inner.split(",").map((word2) => word2.trim());
  if (!words.every((word2) => /^["']/.test(word2) ? word2.length > 1 && word2.endsWith(word2.charAt(0)) : !/^(?:null|~|-)$|:$/i.test(word2))) return null;
  return words.map((word2) => /^["']/.test(word2) ? word2.slice(1, -1) : word2);
}
var LIST = /^ *(?:"[^"\\]*"|'[^']*'|[\w./:-]+)(?: *, *(?:"[^"\\]*"|'[^']*'|[\w./:-]+))* *$/;
var DEPTH_LIMIT = 200;
var STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
var WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
var SPACE2 = /[ \t\r\n]*/y;
function parseJson(text) {
  const reader = new Reader(text);
  const node = reader.value(0);
  return node && reader.atEnd() ? node : void 0;
}
var Reader = class {
  #text;
  #at = 0;
  constructor(text) {
    this.#text = text;
  }
  atEnd() {
    this.#space();
    return this.#at === this.#text.length;
  }
  value(depth) {
    this.#space();
    const start = this.#at;
    const first = this.#text[start];
    if (first === "[" || first === "{") return depth < DEPTH_LIMIT ? first === "[" ? this.#list(start, depth) : this.#map(start, depth) : void 0;
    if (first === '"') {
      const text2 = this.#string();
      return text2 === void 0 ? void 0 : { kind: "scalar", value: text2, text: text2, quoted: true, start, end: this.#at };
    }
    const text = this.#match(WORD);
    return text === void 0 ? void 0 : { kind: "scalar", value: JSON.parse(text), text, quoted: false, start, end: this.#at };
  }
  #list(start, depth) {
    const items = [];
    this.#at++;
    if (!this.#skip("]")) {
      do {
        const item = this.value(depth + 1);
        if (!item) return void 0;
        items.push(item);
      } while (this.#skip(","));
      if (!this.#skip("]")) return void 0;
    }
    return { kind: "list", items, start, end: this.#at };
  }
  #map(start, depth) {
    const entries = [];
    const keys2 = /* @__PURE__ */ new Set();
    this.#at++;
    if (!this.#skip("}")) {
      do {
        this.#space();
        const from = this.#at;
        const key = this.#string();
        const end = this.#at;
        const value = key !== void 0 && !keys2.has(key) && this.#skip(":") ? this.value(depth + 1) : void 0;
        if (key === void 0 || !value) return void 0;
        keys2.add(key);
        entries.push({ key, value, start: from, end });
      } while (this.#skip(","));
      if (!this.#skip("}")) return void 0;
    }
    return { kind: "map", entries, start, end: this.#at };
  }
  #string() {
    const text = this.#match(STRING);
    return text === void 0 ? void 0 : text.includes("\\") ? JSON.parse(text) : text.slice(1, -1);
  }
  #skip(mark) {
    this.#space();
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }
  #space() {
    this.#match(SPACE2);
  }
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match || match[0] === "") return void 0;
    this.#at = pattern.lastIndex;
    return match[0];
  }
};
var NEUTRAL_PORTS = new Map([...TOOL_PORTS, ["tcpcdpsvc", "tcpcdpsvc"], ["cortana", "cortana"]]);
var NEUTRAL_ADDRESSES = new Map([
  ...TOOL_ADDRESSES,
  ...[...TOOL_ADDRESSES.values()].map((word2) => [word2, word2])
]);
var NEUTRAL_INTERFACES = new Map([...TOOL_INTERFACES, ...[...TOOL_INTERFACES.values()].map((word2) => [word2, word2])]);
var asList = (value) => typeof value === "string" ? [value] : value;
var quote = (text) => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
function remembered(read) {
  const byText = /* @__PURE__ */ new Map();
  const byList = /* @__PURE__ */ new WeakMap();
  return (value) => {
    const list = asList(value);
    const held = byList.get(list);
    if (held !== void 0) return held;
    const key = list.join("\n");
    let made = byText.get(key);
    if (made === void 0) {
      made = read(list);
      if (byText.size < 2e4) byText.set(key, made);
    }
    if (list === value) byList.set(list, made);
    return made;
  };
}
var portsOf = remembered((list) => parsePorts(list, NEUTRAL_PORTS));
var addressesOf = remembered((list) => parseAddresses(list, NEUTRAL_ADDRESSES));
var profilesOf = remembered((list) => {
  let set = 0;
  for (const entry of list) {
    const word2 = entry.trim().toLowerCase();
    const profile = PROFILES.find((p) => p === word2);
    if (!profile && word2 !== "any" && word2 !== "all") return { set: 0, bad: entry };
    set |= profile ? profileBit(profile) : ALL_PROFILES;
  }
  return { set: set || ALL_PROFILES, bad: void 0 };
});
var icmpOf = remembered((list) => {
  if (list.some((entry) => /^(?:any|\*)$/i.test(entry.trim()))) return { set: [], bad: void 0 };
  const set = list.map((entry) => parseIcmp(entry));
  const bad = set.indexOf(void 0);
  return { set, bad: bad < 0 ? void 0 : list[bad] };
});
var ports = (part) => (said, value) => {
  const { set, bad } = portsOf(value);
  said[part] = set;
  return bad[0] === void 0 ? void 0 : `${quote(bad[0])} is not a port, a range or a keyword`;
};
var addresses = (part) => (said, value) => {
  const { set, bad } = addressesOf(value);
  said[part] = set;
  return bad[0] === void 0 ? void 0 : `${quote(bad[0])} is not an address, a subnet, a range or a keyword`;
};
var plain = (part) => (said, value) => {
  if (typeof value !== "string") return "it must be a text";
  said[part] = value;
  return void 0;
};
var word = (part, words) => (said, value) => {
  const found = typeof value === "string" ? words.get(value.toLowerCase()) : void 0;
  if (found === void 0) return `it must be ${[...words.keys()].join(" or ")}`;
  said[part] = found;
  return void 0;
};
var nothing = () => void 0;
var PLATFORM = /^(\d{1,3}):(\d{1,3}):(\d{1,3})(\+?)$/;
var TAKERS = /* @__PURE__ */ new Map([
  ["id", plain("id")],
  ["name", plain("name")],
  ["group", plain("group")],
  ["program", plain("program")],
  ["service", plain("service")],
  ["direction", word("direction", /* @__PURE__ */ new Map([["inbound", "inbound"], ["outbound", "outbound"]]))],
  ["action", word("action", /* @__PURE__ */ new Map([["allow", "allow"], ["block", "block"], ["bypass", "bypass"]]))],
  ["enabled", word("enabled", /* @__PURE__ */ new Map([["true", true], ["false", false]]))],
  ["protocol", (said, value) => {
    const protocol = typeof value === "string" ? parseProtocol(value) : void 0;
    if (protocol === void 0) return "it must be tcp, udp, icmpv4, icmpv6, any or a number";
    said.protocol = protocol;
    return void 0;
  }],
  ["localPorts", ports("localPorts")],
  ["remotePorts", ports("remotePorts")],
  ["localAddresses", addresses("localAddresses")],
  ["remoteAddresses", addresses("remoteAddresses")],
  ["icmp", (said, value) => {
    const { set, bad } = icmpOf(value);
    said.icmp = set;
    return bad === void 0 ? void 0 : `${quote(bad)} is not an ICMP type such as 8:*`;
  }],
  ["profiles", (said, value) => {
    const { set, bad } = profilesOf(value);
    said.profiles = set;
    return bad === void 0 ? void 0 : `${quote(bad)} is not one of domain, private and public`;
  }],
  ["interfaceTypes", (said, value) => {
    const list = asList(value).map((entry) => NEUTRAL_INTERFACES.get(entry.toLowerCase()));
    said.interfaceTypes = list.filter((type) => type !== void 0);
    return list.includes(void 0) ? "it must hold lan, wireless, remote-access or mobile-broadband" : void 0;
  }],
  ["platforms", (said, value) => {
    const list = asList(value).map((entry) => PLATFORM.exec(entry));
    said.platforms = list.filter((match) => match !== null).map(([, platform, major, minor, later]) => ({ platform: Number(platform), major: Number(major), minor: Number(minor), orLater: later === "+" }));
    return list.includes(null) ? "it must hold entries such as 2:10:0+" : void 0;
  }],
  ["unmodelled", (said, value) => {
    said.unmodelled = asList(value);
    said.ipsec = said.unmodelled.some((entry) => /^(?:security|authentication)=/i.test(entry));
    return void 0;
  }],
  ["description", nothing],
  ["source", nothing],
  ["malformed", nothing]
]);
var RuleReader = class {
  #file;
  #problems;
  #rules = [];
  constructor(file, problems) {
    this.#file = file;
    this.#problems = problems;
  }
  /** The rules, where a later one replaces an earlier one of the same id, as values of one registry key do. */
  finish() {
    const last = /* @__PURE__ */ new Map();
    const rules = this.#rules;
    rules.forEach((rule, i) => {
      if (rule.id !== null) last.set(rule.id.toLowerCase(), i);
    });
    if (last.size === rules.length) return rules;
    return rules.map((rule, i) => {
      const winner = rule.id === null ? i : last.get(rule.id.toLowerCase());
      if (winner === i || winner === void 0) return rule;
      const message = `Rule ${quote(rule.name)} has the id ${quote(rule.id ?? "")} of a later rule, which takes its place.`;
      this.#problems.push({ code: "rule-malformed", message, source: rule.source });
      return changedRule(rule, { malformed: message });
    });
  }
  flat(fields, start, end) {
    const draft = new Draft(this.#file, this.#problems, start, end);
    for (const field of fields) draft.take(field.key, field.isNull ? null : field.value, field.keyStart, field.start, field.end);
    this.#rules.push(draft.rule());
  }
  /** A rule as the library reads it; `base` is where its text begins in the file. */
  node(node, base) {
    if (node.kind !== "map") {
      if (node.kind === "scalar" && node.value === null) return;
      this.#problems.push({ code: "rule-malformed", message: "A rule must be a map with direction and action.", source: this.#file.span(base + node.start, base + node.end) });
      return;
    }
    const draft = new Draft(this.#file, this.#problems, base + node.start, base + endOf(node));
    for (const { key, value, start } of node.entries) draft.take(key, valueOf(value), base + start, base + value.start, base + value.end);
    this.#rules.push(draft.rule());
  }
};
var endOf = (node) => Math.max(node.start, ...node.entries.slice(-1).map((e) => e.value.kind === "map" ? endOf(e.value) : e.value.end));
function valueOf(node) {
  if (node.kind === "scalar") return node.tag !== void 0 ? void 0 : node.value === null ? null : node.text;
  if (node.kind === "map") return void 0;
  const list = node.items.map((item) => item.kind === "scalar" && item.value !== null ? item.text : void 0);
  return list.includes(void 0) ? void 0 : list;
}
var Draft = class {
  #file;
  #problems;
  #start;
  #end;
  #said = {};
  #parts = [];
  #malformed;
  constructor(file, problems, start, end) {
    this.#file = file;
    this.#problems = problems;
    this.#start = start;
    this.#end = end;
  }
  take(key, value, keyStart, start, end) {
    const taker = TAKERS.get(key);
    if (!taker) return this.#bad(`Unknown key ${quote(key)}${didYouMean(key, TAKERS.keys())}`, keyStart, keyStart + key.length);
    if (value === null || taker === nothing) return void 0;
    const why = value === void 0 ? "it must be a text or a list of texts" : taker(this.#said, value);
    if (why !== void 0) this.#bad(`"${key}": ${why}`, start, end);
    const part = PARTS.get(key);
    if (part !== void 0) this.#parts.push(part, start, end);
    return void 0;
  }
  #bad(message, start = this.#start, end = this.#end) {
    const said = sentence(message);
    this.#problems.push({ code: "rule-malformed", message: said, source: this.#file.span(start, end) });
    this.#malformed ??= said;
  }
  rule() {
    const said = this.#said;
    if (said.direction === void 0 && !this.#malformed) this.#bad("The rule needs a direction, inbound or outbound");
    if (said.action === void 0 && !this.#malformed) this.#bad("The rule needs an action, allow, block or bypass");
    if (said.name === void 0 && said.id === void 0 && !this.#malformed) this.#bad("The rule needs a name");
    const trouble = this.#malformed === void 0 ? contradiction(said) : void 0;
    if (trouble !== void 0) this.#bad(trouble);
    said.name ??= said.id ?? "";
    said.direction ??= "unknown";
    said.action ??= "unknown";
    if (this.#malformed !== void 0) said.malformed = this.#malformed;
    said.source = { origin: this.#file.origin, start: this.#start, end: this.#end, key: void 0 };
    said.parts = this.#parts.slice();
    return makeRule(said);
  }
};
var PARTS = new Map(PART_NAMES.map((name, i) => [name, i]));
function contradiction({ protocol = "any", localPorts = ANY_PORTS, remotePorts = ANY_PORTS, icmp, direction }) {
  const hasPorts = !isAnyPort(localPorts) || !isAnyPort(remotePorts);
  if (hasPorts && protocol !== 6 && protocol !== 17) return "Ports go with protocol tcp or udp only";
  if (icmp && icmp.length > 0 && protocol !== 1 && protocol !== 58) return "ICMP types go with protocol icmpv4 or icmpv6 only";
  for (const keyword of localPorts.keywords) {
    if (direction === "outbound") return `An outbound rule cannot have the local port "${keyword}"`;
    if ((keyword === "rpc" || keyword === "rpc-epmap") && protocol !== 6) return `The port "${keyword}" goes with tcp only`;
    if (keyword === "teredo" && protocol !== 17) return 'The port "teredo" goes with udp only';
  }
  return void 0;
}
var sentence = (text) => /[.?]$/.test(text) ? text : `${text}.`;
var LARGE = 2e5;
function flatStart(text) {
  const index = /^ *- /m.exec(text)?.index;
  if (index === void 0 || index > 1e4) return void 0;
  const above = text.slice(0, index);
  const rules = /^rules:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*$/m.exec(above);
  const header = rules ? above.slice(0, rules.index) : above;
  const isBare = /^(?:[ \t]*(?:#.*)?\r?\n)*$/.test(header);
  return rules || isBare ? { header: isBare ? "" : header, index } : void 0;
}
function isFlat(text) {
  const start = text.length > LARGE ? void 0 : flatStart(text);
  if (!start || start.header !== "" && !readPlainYaml(start.header)) return false;
  const end = readFlatList(text, start.index, { item: () => {
  }, odd: () => false });
  return end !== void 0 && !/\S/.test(text.slice(end));
}
var Reading = class {
  #file;
  #problems = [];
  #rules;
  #store = "group-policy";
  #profiles = {};
  constructor(file) {
    this.#file = file;
    this.#rules = new RuleReader(file, this.#problems);
  }
  run() {
    if (!this.#flat()) {
      this.#problems = [];
      this.#rules = new RuleReader(this.#file, this.#problems);
      this.#whole();
    }
    return {
      path: this.#file.path,
      problems: this.#problems,
      parts: [{ store: this.#store, rules: this.#rules.finish(), profiles: this.#profiles, changes: [] }]
    };
  }
  /** The plain shape: a header or none, then the rules one `key: value` a line. False: it is not, read it whole. */
  #flat() {
    const { text } = this.#file;
    const large = text.length > LARGE;
    const start = flatStart(text);
    if (!start || !this.#header(start.header)) return false;
    const end = readFlatList(text, start.index, {
      item: (fields, from, to) => {
        this.#rules.flat(fields, from, to);
      },
      odd: (from, to) => {
        if (large) this.#odd(from, to);
        return large;
      }
    });
    return end !== void 0 && !/\S/.test(text.slice(end));
  }
  #header(text) {
    if (text === "") return true;
    const { documents: [node], errors } = parseYaml({ text });
    if (errors.length > 0 || node?.kind !== "map" || node.entries.some(({ key }) => key === "rules")) return false;
    for (const entry of node.entries) this.#setting(entry);
    return true;
  }
  /** One rule that is not plain, by the library: its lines are a list of one. */
  #odd(from, to) {
    const { documents: [node], errors: [error] } = parseYaml({ text: this.#file.text.slice(from, to) });
    if (error) this.#bad(from + error.start, from + error.end, `This rule is not valid YAML: ${error.message}`);
    else if (node?.kind === "list") for (const item of node.items) this.#rules.node(item, from);
  }
  #whole() {
    const json = /^\s*[[{]/.test(this.#file.head) ? parseJson(this.#file.text) : void 0;
    const { documents, errors } = json ? { documents: [json], errors: [] } : parseYaml(this.#file);
    for (const { message, start, end } of errors) {
      this.#problems.push({ code: "file-unreadable", message: `This is not valid YAML: ${message}.`, source: this.#file.span(start, end) });
    }
    for (const node of documents) {
      if (node.kind === "list") this.#list(node);
      else if (node.kind === "map" && node.entries.some((e) => e.key === "rules" || e.key === "profiles")) for (const entry of node.entries) this.#setting(entry);
      else if (node.kind === "map") this.#rules.node(node, 0);
      else if (node.value !== null) this.#bad(node.start, node.end, "A list of rules is expected here");
    }
  }
  #list(node) {
    if (node.kind === "list") for (const item of node.items) this.#rules.node(item, 0);
    else if (node.kind !== "scalar" || node.value !== null) this.#bad(node.start, node.end, '"rules" must be a list of rules');
  }
  #setting({ key, value, start, end }) {
    if (key === "rules") return this.#list(value);
    if (key === "profiles") return this.#profileSettings(value);
    if (key === "store") {
      const store = value.kind === "scalar" ? STORES.find((s) => s === value.text) : void 0;
      if (store) this.#store = store;
      else this.#bad(value.start, value.end, `"store" must be one of ${STORES.join(", ")}`);
      return void 0;
    }
    if (key !== "path" && key !== "format" && key !== "problems") this.#bad(start, end, `Unknown key "${key}"${didYouMean(key, ["rules", "profiles", "store"])}`);
    return void 0;
  }
  #profileSettings(node) {
    if (node.kind !== "map") return this.#bad(node.start, node.end, '"profiles" must be a map of domain, private and public');
    const profiles = {};
    for (const { key, value, start, end } of node.entries) {
      if (!PROFILES.some((p) => p === key) || value.kind !== "map") {
        this.#bad(start, end, `"${key}" is not one of the profiles domain, private and public with a map of settings`);
        continue;
      }
      const settings = {};
      for (const entry of value.entries) {
        const words = PROFILE_SETTINGS.get(entry.key);
        const said = entry.value.kind === "scalar" ? words?.get(entry.value.text.toLowerCase()) : void 0;
        if (said !== void 0) settings[entry.key] = { value: said, source: this.#file.span(entry.start, entry.value.end) };
        else if (!words) this.#bad(entry.start, entry.end, `Unknown key "${entry.key}"${didYouMean(entry.key, PROFILE_SETTINGS.keys())}`);
        else this.#bad(entry.value.start, entry.value.end, `"${entry.key}" must be ${[...words.keys()].join(" or ")}`);
      }
      profiles[key] = settings;
    }
    this.#profiles = profiles;
    return void 0;
  }
  #bad(start, end, message) {
    this.#problems.push({ code: "rule-malformed", message: sentence(message), source: this.#file.span(start, end) });
  }
};
var STORES = ["group-policy", "local", "mdm", "network"];
var FLAG = /* @__PURE__ */ new Map([["true", true], ["false", false]]);
var DEFAULT_ACTION = /* @__PURE__ */ new Map([["allow", "allow"], ["block", "block"]]);
var PROFILE_SETTINGS = /* @__PURE__ */ new Map([
  ["enabled", FLAG],
  ["defaultInbound", DEFAULT_ACTION],
  ["defaultOutbound", DEFAULT_ACTION],
  ["allowLocalRules", FLAG],
  ["blockAllInbound", FLAG],
  ["allowUserApps", FLAG],
  ["allowUserPorts", FLAG]
]);
var DIRECTION = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?direction["']?[ \t]*:[ \t]*["']?(?:inbound|outbound)\b/;
var ACTION = /(?:^|[\n{,])[ \t]*(?:-[ \t]+)?["']?action["']?[ \t]*:[ \t]*["']?(?:allow|block|bypass)\b/;
var FOREIGN_KEYS = [
  "ports?",
  "port_?range\\w*",
  "from_?port",
  "to_?port",
  "cidr\\w*",
  "sources?",
  "destinations?",
  "(?:source|destination)_?\\w+",
  "src\\w*",
  "dst\\w*",
  "priority"
];
var FOREIGN = new RegExp(`(?:^|[\\n{,])[ \\t]*(?:-[ \\t]+)?["']?(?:${FOREIGN_KEYS.join("|")})["']?[ \\t]*:`, "i");
var OURS_ALONE = /["']?(?:(?:local|remote)(?:Ports|Addresses)|interfaceTypes|profiles)["']?[ \t]*:/;
var PROFILES2 = /(?:^|[\n{,])[ \t]*["']?profiles["']?[ \t]*:[ \t]*(?:[{\r\n#]|$)/;
var SETTING = /(?:^|[\n{,])[ \t]*["']?(?:default(?:In|Out)bound["']?[ \t]*:[ \t]*["']?(?:allow|block)|(?:allowLocalRules|blockAllInbound)["']?[ \t]*:[ \t]*(?:true|false))\b/;
var isNeutral = (text) => hasRules(text) || text.includes("profiles") && SETTING.test(text) && PROFILES2.test(text);
var hasRules = (text) => text.includes("direction") && DIRECTION.test(text) && ACTION.test(text) && (OURS_ALONE.test(text) || !FOREIGN.test(text));
function ruleText(rule) {
  const { source: _source, malformed: _malformed, platforms, ...fields } = neutralRule(rule);
  const isKnown = undecided(rule).length === 0;
  const lines = Object.entries({ ...fields, ...rule.id === null && { id: void 0 }, ...!isKnown && { enabled: false }, platforms }).filter(([, value]) => value !== void 0 && value !== null).map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.map((v) => scalar(String(v))).join(", ")}]` : typeof value === "string" ? scalar(value) : String(value)}`);
  return `- ${lines.join("\n  ")}
`;
}
function writerBeside({ file, last }) {
  const above = last ? file.text.slice(0, last.start) : "";
  const dash = /(?:^|\n)([ \t]*)-[ \t]*$/.exec(above);
  if (dash) return { rule: (rule) => ruleText(rule).trimEnd().replace(/^/gm, dash[1] ?? "") };
  const isFlow = /^\s*[[{]/.test(file.head) || last && file.text[last.start] === "{" && /[[,]\s*$/.test(above);
  return isFlow ? { rule: jsonText, separator: "," } : { rule: (rule) => ruleText(rule).trimEnd() };
}
function jsonText(rule) {
  const { source: _source, malformed: _malformed, id, ...fields } = neutralRule(rule);
  return JSON.stringify({ ...id !== null && { id }, ...fields, ...undecided(rule).length > 0 && { enabled: false } });
}
function scalar(text) {
  if (/^(?:tcp|udp|icmpv[46]|any|inbound|outbound|allow|block|bypass|domain|private|public)$/.test(text)) return text;
  if (!UNSEEN.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(new RegExp(UNSEEN, "gu"), (c) => Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""));
}
var UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;
var rulesYaml = {
  id: "rules-yaml",
  title: "rules in the neutral form",
  store: "group-policy",
  names: [],
  prepare: async (file) => {
    if (!file || !isFlat(file.text)) await prepareYaml();
  },
  recognises: ({ name, text }) => /\.(?:ya?ml|json)$/.test(name) && isNeutral(text),
  parse: (file) => ({ format: rulesYaml.id, ...new Reading(file).run() }),
  ruleWriter: (beside) => beside ? writerBeside(beside) : { rule: ruleText },
  write: (rules) => rules.length === 0 ? "[]\n" : `# Rules in the neutral form of configmgr-firewall-lint
${rules.map(ruleText).join("")}`
};
module.exports = { rulesYaml };
