var import_shared_B27VFHVW = require("./shared-B27VFHVW.js");
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  dscFirewall,
  dscProfile
} = require("./shared-7TLNK5UH.js");
const {
  setRegistryValue
} = require("./shared-OK4NCRC5.js");
const {
  literalText
} = require("./shared-W3ZU3NDX.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
var SPACE = /\s+/y;
var WORD = /[$\w#.+-]+/y;
var PLAIN = /[^"'/{}iI]+/y;
var INSTANCE = /instance\s+of\s+([A-Za-z_]\w*)(?:\s+as\s+(\$\w+))?\s*\{/iy;
function instancesOf(text, wanted) {
  const instances = [];
  const problems = [];
  const reader = new MofReader(text);
  for (let found = reader.nextInstance(); found; found = reader.nextInstance()) {
    if (!wanted(found.className)) continue;
    const read = reader.body();
    if (read.fault) problems.push({ message: `${read.fault} in the instance of ${found.className}.`, start: read.at, end: read.to });
    else instances.push({ className: found.className, start: found.start, end: reader.at, properties: read.properties });
  }
  return { instances, problems };
}
var MofReader = class {
  text;
  at = 0;
  constructor(text) {
    this.text = text;
  }
  nextInstance() {
    while (this.at < this.text.length) {
      this.space();
      const start = this.at;
      const head = this.match(INSTANCE);
      if (head) return { className: head[1], start };
      const unit = this.text[start];
      if (unit === '"') this.string();
      else if (this.match(PLAIN) === void 0) this.at++;
      while (/\w/.test(this.text[this.at - 1] ?? " ") && /[iI]/.test(this.text[this.at] ?? "")) {
        this.at++;
        this.match(PLAIN);
      }
    }
    return void 0;
  }
  /** What stands between `{` and `};`. */
  body() {
    const properties = /* @__PURE__ */ new Map();
    for (; ; ) {
      this.space();
      const start = this.at;
      if (start >= this.text.length) return { properties, fault: "The file ends", at: Math.max(0, start - 1), to: start };
      if (this.text[start] === "}") {
        this.at++;
        this.space();
        if (this.text[this.at] === ";") this.at++;
        return { properties, at: start, to: start + 1 };
      }
      const name = this.match(WORD)?.[0];
      this.space();
      if (name === void 0 || this.text[this.at] !== "=") return this.fault(properties, start, 'A property without a name or "="');
      this.at++;
      const value = this.value();
      if (value === void 0) return this.fault(properties, this.at, `Property ${name} has no readable value`);
      this.space();
      if (this.text[this.at] !== ";") return this.fault(properties, this.at, `Property ${name} does not end with ";"`);
      this.at++;
      properties.set(name.toLowerCase(), { name, start, value });
    }
  }
  fault(properties, at, fault) {
    const line = this.text.slice(at, at + 80).search(/[\r\n]/);
    const to = Math.min(this.text.length, at + Math.max(1, line < 0 ? 80 : line));
    this.at = Math.max(this.at, at);
    return { properties, fault: at >= this.text.length ? "The file ends" : fault, at, to };
  }
  value() {
    this.space();
    const start = this.at;
    if (this.text[start] !== "{") return this.atom();
    this.at++;
    const items = [];
    for (; ; ) {
      this.space();
      if (this.text[this.at] === "}") break;
      const item = this.atom();
      if (item === void 0) return void 0;
      items.push(item);
      this.space();
      if (this.text[this.at] === ",") this.at++;
      else if (this.text[this.at] !== "}") return void 0;
    }
    this.at++;
    return { kind: "list", items, start, end: this.at };
  }
  atom() {
    const start = this.at;
    if (this.text[start] === '"') {
      let text = "";
      let end = start;
      while (this.text[this.at] === '"') {
        const part = this.string();
        if (part === void 0) return void 0;
        text += part;
        end = this.at;
        this.space();
      }
      return { kind: "scalar", text, start, end };
    }
    const word = this.match(WORD)?.[0];
    if (word === void 0) return void 0;
    if (/^null$/i.test(word)) return { kind: "nothing", start, end: this.at };
    if (word.startsWith("$")) return { kind: "expression", text: word, start, end: this.at };
    return { kind: "scalar", text: word, start, end: this.at };
  }
  /** The text at a quote; undefined when it never ends. */
  string() {
    const { text } = this;
    const start = this.at + 1;
    let end = start;
    let escaped = false;
    for (; ; ) {
      if (end >= text.length) {
        this.at = text.length;
        return void 0;
      }
      const unit = text.charCodeAt(end);
      if (unit === 34) break;
      if (unit === 92) {
        escaped = true;
        end++;
      }
      end++;
    }
    this.at = end + 1;
    const raw = text.slice(start, end);
    return escaped ? raw.replace(/\\(?:x([0-9a-f]{1,4})|([^]))/gi, unescape) : raw;
  }
  /** White space and comments. */
  space() {
    const { text } = this;
    for (; ; ) {
      this.match(SPACE);
      if (text[this.at] !== "/") return;
      const next = text[this.at + 1];
      if (next !== "/" && next !== "*") return;
      const end = next === "/" ? lineEnd(text, this.at) : text.indexOf("*/", this.at + 2) + 2;
      this.at = end < 2 ? text.length : end;
    }
  }
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return void 0;
    this.at = pattern.lastIndex;
    return found;
  }
};
function lineEnd(text, from) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
var ESCAPES = /* @__PURE__ */ new Map([["n", "\n"], ["r", "\r"], ["t", "	"], ["b", "\b"], ["f", "\f"]]);
function unescape(_, hex, unit) {
  return hex === void 0 ? ESCAPES.get(unit ?? "") ?? unit ?? "" : String.fromCharCode(Number.parseInt(hex, 16));
}
var FIREWALL = /^(?:DSC|MSFT)_x?Firewall$/i;
var PROFILE = /^(?:DSC|MSFT)_x?FirewallProfile$/i;
var REGISTRY = /^(?:DSC|MSFT)_x?Registry(?:Resource|PolicyFile)$/i;
var REGISTRY_MARK = /\binstance\s+of\s+(?:DSC|MSFT)_x?Registry(?:Resource|PolicyFile)\b/i;
var REGISTRY_KEY = /\\\\(?:FirewallPolicy|WindowsFirewall)\b/i;
var MARK = /\binstance\s+of\s+(?:DSC|MSFT)_x?Firewall(?:Profile)?\b/i;
var ENCRYPTED = "-----BEGIN CMS-----";
var dscMof = {
  id: "dsc-mof",
  title: "Compiled DSC configuration (MOF)",
  store: "local",
  exported: true,
  names: [],
  recognises: (file) => (file.name.endsWith(".mof") && !file.name.endsWith(".schema.mof") || file.head.includes("@TargetNode")) && (file.head.startsWith(ENCRYPTED) || MARK.test(file.text) || REGISTRY_MARK.test(file.text) && REGISTRY_KEY.test(file.text)),
  parse(file) {
    const rules = [];
    const changes = [];
    const problems = [];
    const profiles = {};
    if (file.head.startsWith(ENCRYPTED)) {
      const message = "This configuration is encrypted; compile it without encryption to have it checked.";
      problems.push({ code: "requirement-unverifiable", message, source: file.span(0, ENCRYPTED.length) });
    }
    const { instances, problems: broken } = instancesOf(file.text, (name) => FIREWALL.test(name) || PROFILE.test(name) || REGISTRY.test(name));
    const registry = new RegistryPolicy(problems);
    for (const { message, start, end } of broken) problems.push({ code: "file-unreadable", message, source: file.span(start, end) });
    for (const instance of instances) {
      const source = file.span(instance.start, instance.end, keyOf(instance));
      if (FIREWALL.test(instance.className)) {
        const { rule, change, problems: said } = dscFirewall(instance.properties, source);
        if (rule) rules.push(rule);
        if (change) changes.push(change);
        problems.push(...said);
      } else if (REGISTRY.test(instance.className)) registryValue(instance, source, registry, problems);
      else {
        const { profile, settings, problems: said } = dscProfile(instance.properties, source);
        if (profile) profiles[profile] = { ...profiles[profile], ...settings };
        problems.push(...said);
      }
    }
    return { path: file.path, format: dscMof.id, parts: [{ store: "local", rules, profiles, changes }, ...registry.parts()], problems };
  }
};
function registryValue({ properties }, source, registry, problems) {
  const value = (name) => properties.get(name)?.value;
  const said = (name) => literalText(value(name) ?? { kind: "nothing", start: 0, end: 0 }).toLowerCase();
  const path = value("key");
  if (!path || said("targettype") === "userconfiguration") return;
  setRegistryValue(registry, {
    path,
    name: value("valuename"),
    data: value("valuedata"),
    type: value("valuetype"),
    isHex: said("hex") === "true",
    isAbsent: said("ensure") === "absent",
    source
  }, problems);
}
function keyOf({ properties }) {
  for (const name of ["sourceinfo", "resourceid"]) {
    const value = properties.get(name)?.value;
    const said = value ? literalText(value) : "";
    if (said !== "" && !said.startsWith("::")) return said;
  }
  return void 0;
}
module.exports = { dscMof };
