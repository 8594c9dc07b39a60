var import_shared_7KWAAULL = require("./shared-7KWAAULL.js");
var import_commands_check = require("./commands-check.js");
var import_shared_FPPTOWC4 = require("./shared-FPPTOWC4.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  MOST_ERRORS,
  literalOf
} = require("./shared-BQNSRFNC.js");
const {
  FIREWALL_COMMAND,
  toolScript,
  withoutGuards
} = require("./shared-ZQCIJUQQ.js");
const {
  adopt
} = require("./shared-72E42YUD.js");
const { parseYaml, prepareYaml } = require("./commands-check.js");
const {
  setRegistryValue
} = require("./shared-OK4NCRC5.js");
const {
  ALLOW_OR_BLOCK,
  MAX_DEPTH,
  YES_OR_NO,
  addresses,
  icmp,
  ignored,
  interfaceTypes,
  literalText,
  newDraft,
  ports,
  profiles,
  protocol,
  readAttributes,
  ruleOf,
  sizeOf,
  text,
  word
} = require("./shared-W3ZU3NDX.js");
const { effort } = require("./commands-check.js");
const {
  ScriptState
} = require("./shared-PKBIHDJU.js");
const {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
const { ALL_PROFILES, PROFILES } = require("./commands-check.js");
var WORD = /(?:::)?[A-Za-z_][\w-]*(?:::[A-Za-z_][\w-]*)*/y;
var VARIABLE = /\$(?:::)?\w+(?:::\w+)*/y;
var NUMBER = /-?(?:0x[\da-f]+|\d+(?:\.\d+)?)/iy;
var MARK = /=>|\+>|->|~>|==|!=|=~|!~|<=|>=|<\||\|>|[^]/y;
var HEREDOC = /@\([ \t]{0,20}("?)([^"/):\s][^"/):\r\n]{0,99})\1[ \t]{0,20}(?:[:/][^)\r\n]{0,99})?\)/y;
function tokensOf(source) {
  const tokens = [];
  let at = 0;
  let open = 0;
  let heredocs = [];
  const push = (kind, text2, end) => {
    tokens.push({ kind, text: text2, start: at, end });
    at = end;
  };
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  while (at < source.length) {
    const unit = source[at];
    if (unit === "\n" && heredocs.length > 0) {
      at = heredocText(source, at + 1, heredocs, tokens);
      heredocs = [];
      continue;
    }
    if (unit <= " ") {
      at++;
      continue;
    }
    if (unit === "#") {
      at = until(source, "\n", at);
      continue;
    }
    if (unit === "/" && source[at + 1] === "*") {
      at = until(source, "*/", at + 2) + 2;
      continue;
    }
    if (unit === '"' || unit === "'") {
      push(...quoted(source, at));
      continue;
    }
    if (unit === "@") {
      HEREDOC.lastIndex = at;
      const head = HEREDOC.exec(source);
      if (head) {
        heredocs.push({ tag: head[2].trim(), token: tokens.length, raw: head[1] === "" });
        push("text", "", HEREDOC.lastIndex);
        continue;
      }
    }
    const variable = unit === "$" ? match(VARIABLE) : void 0;
    if (variable) {
      push("variable", variable, at + variable.length);
      continue;
    }
    const number = match(NUMBER);
    if (number) {
      push("number", number, at + number.length);
      continue;
    }
    const word2 = match(WORD);
    if (word2) {
      push("word", word2, at + word2.length);
      continue;
    }
    if (unit === "/" && at >= open && startsRegex(tokens.at(-1))) {
      const { isClosed, end } = regexAt(source, at);
      if (isClosed) {
        push("template", source.slice(at, end), end);
        continue;
      }
      open = end;
    }
    const mark = match(MARK);
    push("mark", mark, at + mark.length);
  }
  return tokens;
}
var until = (source, text2, from) => {
  const at = source.indexOf(text2, from);
  return at < 0 ? source.length : at;
};
var startsRegex = (before) => before === void 0 || before.kind === "mark" && before.text !== ")" && before.text !== "]" || before.kind === "word" && /^(?:node|and|or|in)$/.test(before.text);
function regexAt(source, at) {
  let end = at + 1;
  for (; end < source.length && source[end] !== "\n"; end++) {
    if (source[end] === "\\") end++;
    else if (source[end] === "/") return { isClosed: true, end: end + 1 };
  }
  return { isClosed: false, end };
}
function quoted(source, at) {
  const quote = source[at];
  let end = at + 1;
  let escaped = false;
  let template = false;
  while (end < source.length && source[end] !== quote) {
    if (source[end] === "\\") {
      escaped = true;
      end++;
    } else if (quote === '"' && source[end] === "$" && /[\w{:]/.test(source[end + 1] ?? "")) template = true;
    end++;
  }
  end = Math.min(end, source.length);
  const raw = source.slice(at + 1, end);
  const close = Math.min(end + 1, source.length);
  if (template) return ["template", source.slice(at, close), close];
  const text2 = !escaped ? raw : quote === "'" ? raw.replace(/\\([\\'])/g, "$1") : raw.replace(/\\([^])/g, (all, c) => ESCAPES.get(c) ?? all);
  return ["text", text2, close];
}
var ESCAPES = /* @__PURE__ */ new Map([["n", "\n"], ["r", "\r"], ["t", "	"], ["s", " "], ["$", "$"], ['"', '"'], ["'", "'"], ["\\", "\\"]]);
function heredocText(source, from, heredocs, tokens) {
  let at = from;
  for (const { tag, token, raw } of heredocs) {
    let text2 = "";
    while (at < source.length) {
      const end = until(source, "\n", at);
      const line = source.slice(at, end).replace(/\r$/, "");
      at = Math.min(end + 1, source.length);
      if (line.replace(/^\s*\|?\s*-?\s*/, "").trimEnd() === tag) break;
      text2 += `${line}
`;
    }
    const old = tokens[token];
    tokens[token] = { ...old, kind: !raw && text2.includes("$") ? "template" : "text", text: text2 };
  }
  return at;
}
function readPuppet(source, wanted) {
  return new PuppetReader(source, tokensOf(source), wanted).read();
}
var CONDITIONAL = /^(?:if|elsif|else|unless|case)$/;
var PuppetReader = class {
  #source;
  #tokens;
  #wanted;
  #resources = [];
  #defaults = [];
  #problems = [];
  #frames = [];
  #at = 0;
  /** Index of the first token of the statement that is being read. */
  #head = 0;
  #isCut = false;
  constructor(source, tokens, wanted) {
    this.#source = source;
    this.#tokens = tokens;
    this.#wanted = wanted;
  }
  read() {
    for (; ; ) {
      const token = this.#tokens[this.#at];
      if (!token) break;
      if (token.kind === "word" && this.#isMark(this.#at + 1, "{") && this.#wanted(typeName(token.text))) {
        this.#resource(token);
        continue;
      }
      if (token.kind === "word" && CREATORS.has(token.text)) {
        this.#created(token);
        continue;
      }
      if (token.kind === "mark") this.#mark(token.text);
      this.#at++;
    }
    return { resources: this.#resources, defaults: this.#defaults, problems: this.#problems };
  }
  /** Follows braces outside of resources, to know under which conditions a resource stands. */
  #mark(text2) {
    if (text2 === "{") {
      this.#frames.push(this.#opened());
      this.#head = this.#at + 1;
    } else if (text2 === "}") {
      this.#frames.pop();
      this.#head = this.#at + 1;
    }
  }
  #opened() {
    const outer = this.#frames.at(-1);
    const before = this.#tokens[this.#at - 1];
    let from = this.#at - 1;
    if (!outer?.isCase) while (from >= this.#head && !(this.#tokens[from]?.kind === "word" && CONDITIONAL.test(this.#tokens[from].text))) from--;
    else from = this.#head;
    const first = this.#tokens[from];
    let said;
    if (first && before && from >= this.#head && from < this.#at) said = this.#line(first.start, before.end);
    else if (before?.kind === "mark" && before.text === "|") said = this.#line(Math.max(this.#tokens[this.#head]?.start ?? 0, before.end - 80), before.end);
    else if (this.#tokens[this.#head]?.text === "define") said = this.#line(this.#tokens[this.#head].start, before?.end ?? 0);
    return { condition: said === void 0 ? outer?.condition : both(outer?.condition, said), isCase: first?.text === "case" && from >= this.#head && !outer?.isCase };
  }
  #line(start, end) {
    return this.#source.slice(start, Math.min(end, start + 120)).replace(/\s+/g, " ").replace(/ ?:$/, "");
  }
  #condition(virtual) {
    const { condition } = this.#frames.at(-1) ?? { condition: void 0 };
    return virtual ? both(condition, "virtual resource") : condition;
  }
  #resource(type) {
    const before = this.#tokens[this.#at - 1];
    const virtual = before?.kind === "mark" && before.text === "@" && before.end === type.start;
    const name = typeName(type.text);
    this.#at += 2;
    const isDefault = /^(?:::)?[A-Z]/.test(type.text);
    if (isDefault || !this.#hasTitle()) {
      const { attributes } = this.#attributes();
      if (isDefault) this.#defaults.push({ type: name, attributes });
      this.#close(type);
      return;
    }
    let shared = /* @__PURE__ */ new Map();
    let common = 0;
    for (; ; ) {
      const title = this.#value(0);
      if (!title || !this.#isMark(this.#at, ":")) {
        this.#fault(type, 'no title with ":"');
        return;
      }
      this.#at++;
      const { attributes, splat } = this.#attributes();
      const last = this.#tokens[this.#at - 1];
      const size = last.end - title.end;
      if (title.kind === "scalar" && title.text === "default" && this.#source[title.start] === "d") {
        shared = attributes;
        common = size;
      } else if (this.#shares(type, common)) {
        const all = shared.size > 0 ? new Map([...shared, ...attributes]) : attributes;
        const first = this.#resources.length === 0 || this.#resources.at(-1)?.start !== type.start ? type.start : title.start;
        const titles = title.kind === "list" ? title.items : [title];
        for (const [i, one] of titles.entries()) {
          if (i > 0 && !this.#shares(type, size + common)) break;
          this.#resources.push({ type: name, title: one, attributes: all, splat, start: first, end: last.end, condition: this.#condition(virtual) });
        }
      }
      if (this.#isMark(this.#at, ";")) this.#at++;
      if (this.#isMark(this.#at, "}") || this.#at >= this.#tokens.length) break;
    }
    this.#close(type);
  }
  /** `create_resources(type, { title => { \u2026 } })` and `ensure_resource(type, title, { \u2026 })` (stdlib). */
  #created(call) {
    this.#at += this.#isMark(this.#at + 1, "(") ? 2 : 1;
    const type = this.#value(0);
    if (type?.kind !== "scalar" || !this.#wanted(typeName(type.text)) || !this.#isMark(this.#at, ",")) return;
    this.#at++;
    const second = this.#value(0);
    const third = this.#isMark(this.#at, ",") ? (this.#at++, this.#value(0)) : void 0;
    if (!second) return;
    const isHash = call.text === "create_resources";
    const hash = isHash ? second : third;
    if (isHash && second.kind !== "table") {
      this.#problems.push({ message: `${call.text} makes resources of ${type.text} from ${this.#line(second.start, second.end)}.`, start: call.start, end: second.end });
      return;
    }
    const shared = third?.kind === "table" ? third.entries : /* @__PURE__ */ new Map();
    const titles = isHash && second.kind === "table" ? [...second.entries.values()].map((e) => [scalarAt(e), e.value]) : (second.kind === "list" ? second.items : [second]).map((title) => [title, hash]);
    const size = isHash ? third && third.end - third.start : hash && hash.end - hash.start;
    for (const [i, [title, attributes]] of titles.entries()) {
      if (i > 0 && !this.#shares(type, size ?? 0)) break;
      const said = attributes?.kind === "table" ? attributes.entries : /* @__PURE__ */ new Map();
      const all = new Map([...isHash ? shared : [], ...said].map(([name, entry]) => [name.toLowerCase(), entry]));
      const splat = attributes?.kind === "expression" ? attributes : void 0;
      const end = (attributes ?? title).end;
      this.#resources.push({ type: typeName(type.text), title, attributes: all, splat, start: isHash ? title.start : call.start, end, condition: this.#condition(false) });
    }
  }
  /** Counts attributes that several resources share and each of them reads again; false where that is too much, which is told. */
  #shares(type, size) {
    if (effort().copy(size)) return true;
    if (!this.#isCut) this.#problems.push({ message: `Resources of ${type.text} share more attributes than are followed; the rest is left out.`, start: type.start, end: type.end });
    this.#isCut = true;
    return false;
  }
  #close(type) {
    if (this.#isMark(this.#at, "}")) {
      this.#at++;
      this.#head = this.#at;
      return;
    }
    this.#fault(type, this.#at >= this.#tokens.length ? "the file ends in it" : "unreadable attributes");
  }
  #fault(type, why) {
    const at = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)];
    this.#problems.push({ message: `Resource ${type.text} cannot be read: ${why}.`, start: type.start, end: Math.max(type.end, at.end) });
    this.#frames.push({ condition: this.#frames.at(-1)?.condition, isCase: false });
    this.#head = this.#at;
  }
  /** Whether `VALUE :` stands here, not `name =>`. */
  #hasTitle() {
    return !this.#isMark(this.#at + 1, "=>") && !this.#isMark(this.#at + 1, "+>") && !this.#isMark(this.#at, "}") && !this.#isMark(this.#at, "*");
  }
  #attributes() {
    const attributes = /* @__PURE__ */ new Map();
    let splat;
    for (; ; ) {
      const name = this.#tokens[this.#at];
      if (!name || !(this.#isMark(this.#at + 1, "=>") || this.#isMark(this.#at + 1, "+>"))) break;
      this.#at += 2;
      const value = this.#value(0);
      if (!value) break;
      if (name.kind === "mark") splat = value;
      else attributes.set(name.text.toLowerCase(), { name: name.text, start: name.start, value });
      if (!this.#isMark(this.#at, ",")) break;
      this.#at++;
    }
    return { attributes, splat };
  }
  /** A value that ends before `,`, `;`, `:`, `}` or `]`; whatever is more than a literal is an expression. */
  #value(depth) {
    const from = this.#at;
    const simple = this.#literal(depth);
    if (simple && this.#ends(this.#at)) return simple;
    this.#at = from;
    return this.#expression();
  }
  #ends(at) {
    const token = this.#tokens[at];
    return token === void 0 || token.kind === "mark" && /^(?:[,;:}\])]|=>)$/.test(token.text) || token.kind === "word" && this.#isMark(at + 1, "=>");
  }
  #literal(depth) {
    const token = this.#tokens[this.#at];
    if (!token) return void 0;
    const { start, end } = token;
    if (token.kind === "text" || token.kind === "number") {
      this.#at++;
      return { kind: "scalar", text: token.text, start, end };
    }
    if (token.kind === "word") {
      if (/^[A-Z]/.test(token.text)) return void 0;
      this.#at++;
      return token.text === "undef" ? { kind: "nothing", start, end } : { kind: "scalar", text: token.text, start, end };
    }
    if (token.kind !== "mark" || depth >= MAX_DEPTH) return void 0;
    if (token.text === "[") return this.#list(depth, start);
    return token.text === "{" ? this.#table(depth, start) : void 0;
  }
  #list(depth, start) {
    const items = [];
    this.#at++;
    while (!this.#isMark(this.#at, "]")) {
      const item = this.#value(depth + 1);
      if (!item) return void 0;
      items.push(item);
      if (this.#isMark(this.#at, ",")) this.#at++;
      else if (!this.#isMark(this.#at, "]")) return void 0;
    }
    return { kind: "list", items, start, end: this.#tokens[this.#at++].end };
  }
  #table(depth, start) {
    const entries = /* @__PURE__ */ new Map();
    this.#at++;
    while (!this.#isMark(this.#at, "}")) {
      const key = this.#tokens[this.#at];
      if (!key || key.kind === "mark" || !this.#isMark(this.#at + 1, "=>")) return void 0;
      this.#at += 2;
      const value = this.#value(depth + 1);
      if (!value) return void 0;
      entries.set(key.text, { name: key.text, start: key.start, value });
      if (this.#isMark(this.#at, ",")) this.#at++;
      else if (!this.#isMark(this.#at, "}")) return void 0;
    }
    return { kind: "table", entries, start, end: this.#tokens[this.#at++].end };
  }
  #expression() {
    const first = this.#tokens[this.#at];
    let depth = 0;
    let last;
    for (; ; ) {
      const token = this.#tokens[this.#at];
      if (!token) break;
      if (token.kind === "mark") {
        if (/^[({[]$/.test(token.text)) depth++;
        else if (/^[)}\]]$/.test(token.text)) {
          if (depth === 0) break;
          depth--;
        } else if (depth === 0 && /^[,;:]$/.test(token.text)) break;
      }
      last = token;
      this.#at++;
    }
    if (!first || !last) return void 0;
    return { kind: "expression", text: this.#source.slice(first.start, last.end), start: first.start, end: last.end };
  }
  #isMark(at, text2) {
    const token = this.#tokens[at];
    return token?.kind === "mark" && token.text === text2;
  }
};
var CREATORS = /* @__PURE__ */ new Set(["create_resources", "ensure_resource", "ensure_resources"]);
var scalarAt = ({ name, start }) => ({ kind: "scalar", text: name, start, end: start + name.length });
var both = (outer, inner) => outer === void 0 ? inner : `${outer.slice(0, 200)} > ${inner}`;
var typeName = (text2) => text2.toLowerCase().replace(/^::/, "");
var METAPARAMETERS = ["alias", "audit", "before", "consume", "export", "loglevel", "noop", "notify", "require", "schedule", "stage", "subscribe", "tag"].map((name) => [name, ignored]);
var IN_OR_OUT = word("direction", /* @__PURE__ */ new Map([["in", "inbound"], ["out", "outbound"], ["inbound", "inbound"], ["outbound", "outbound"]]));
var EXCEPTION = new Map([
  ...METAPARAMETERS,
  ["ensure", ignored],
  ["description", ignored],
  ["allow_edge_traversal", ignored],
  ["display_name", text("name")],
  ["enabled", word("enabled", YES_OR_NO)],
  ["direction", IN_OR_OUT],
  ["action", word("action", ALLOW_OR_BLOCK)],
  ["protocol", protocol()],
  ["local_port", ports("localPorts", TOOL_PORTS)],
  ["remote_port", ports("remotePorts", TOOL_PORTS)],
  ["remote_ip", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["program", text("program")]
]);
var RULE = new Map([
  ...METAPARAMETERS,
  ["ensure", ignored],
  ["description", ignored],
  ["edge_traversal_policy", ignored],
  ["name", text("id")],
  ["display_name", text("name")],
  ["display_group", text("group")],
  ["enabled", word("enabled", YES_OR_NO)],
  ["direction", IN_OR_OUT],
  ["action", word("action", ALLOW_OR_BLOCK)],
  ["profile", profiles],
  ["profiles", profiles],
  ["protocol", protocol()],
  ["icmp_type", icmp],
  ["local_port", ports("localPorts", TOOL_PORTS)],
  ["remote_port", ports("remotePorts", TOOL_PORTS)],
  ["localport", ports("localPorts", TOOL_PORTS)],
  ["remoteport", ports("remotePorts", TOOL_PORTS)],
  ["local_address", addresses("localAddresses", TOOL_ADDRESSES)],
  ["remote_address", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["program", text("program", "any")],
  ["service", text("service", "any")],
  ["interface_type", interfaceTypes(TOOL_INTERFACES)]
]);
var TYPES = /* @__PURE__ */ new Map([
  ["windows_firewall::exception", (resource, into) => rule(resource, EXCEPTION, into)],
  ["windows_firewall_rule", (resource, into) => rule(resource, RULE, into)],
  ["windows_firewall_group", group],
  ["windows_firewall_profile", netshProfile],
  ["windowsfirewall", zone],
  ["class", firewallClass],
  ["resources", purge],
  ["exec", exec],
  ["registry_value", registryValue],
  ["registry::value", registryValue]
]);
var MARK2 = /windows_firewall|\bwindowsfirewall\s*\{/i;
var REGISTRY = /\bregistry(?:_|::)value\s*\{[^}]{0,400}\\(?:WindowsFirewall|FirewallPolicy)\b/i;
var HIERA = /windows_firewall::(?:exceptions|rules|profiles|groups|ensure|enable_)/;
var puppet = {
  id: "puppet",
  title: "Puppet manifest",
  store: "local",
  names: [],
  prepare: (file) => prepareYaml(file?.text),
  recognises: (file) => file.name.endsWith(".pp") ? MARK2.test(file.text) || /\bexec\s*\{/.test(file.text) && FIREWALL_COMMAND.test(file.text) || REGISTRY.test(file.text) : /\.(?:ya?ml|eyaml)$/.test(file.name) && HIERA.test(file.text),
  parse(file) {
    const scripts = new ScriptState();
    const registry = new RegistryPolicy(scripts.problems);
    const into = { scripts, registry, file, rules: [], changes: [], problems: [], profiles: {} };
    if (file.name.endsWith(".pp")) manifest(file, into);
    else hiera(file, into);
    adopt(registry.parts(), void 0, scripts);
    const { rules, changes, profiles: settings, problems } = into;
    return { path: file.path, format: puppet.id, parts: [{ store: "local", rules, profiles: settings, changes }, ...scripts.parts()], problems: [...problems, ...scripts.problems] };
  }
};
function manifest(file, into) {
  const { resources, defaults, problems } = readPuppet(file.text, (type) => TYPES.has(type));
  for (const { message, start, end } of problems) into.problems.push({ code: "requirement-unverifiable", message, source: file.span(start, end) });
  const shared = /* @__PURE__ */ new Map();
  for (const { type, attributes } of defaults) {
    const held = shared.get(type) ?? /* @__PURE__ */ new Map();
    shared.set(type, held);
    for (const [name, entry] of attributes) held.set(name, entry);
  }
  const sizes = new Map([...shared].map(([type, attributes]) => [type, [...attributes.values()].reduce((sum, entry) => sum + entry.name.length + sizeOf(entry.value), 0)]));
  let isCut = false;
  for (const resource of resources) {
    const common = shared.get(resource.type);
    if (common && !effort().copy(sizes.get(resource.type) ?? 0)) {
      if (!isCut) into.problems.push({ code: "requirement-unverifiable", message: `Resources of ${resource.type} share more attributes than are followed; the rest is left out.`, source: file.span(resource.start, resource.end) });
      isCut = true;
      continue;
    }
    TYPES.get(resource.type)?.({
      title: resource.title,
      splat: resource.splat,
      condition: resource.condition,
      source: file.span(resource.start, resource.end, keyOf(resource)),
      attributes: common ? new Map([...common, ...resource.attributes]) : resource.attributes
    }, into);
  }
}
var keyOf = ({ type, title }) => title.kind === "scalar" ? `${type}[${title.text}]` : void 0;
function hiera(file, into) {
  const { documents, errors } = parseYaml(file);
  for (const { message, start, end } of errors.slice(0, MOST_ERRORS)) into.problems.push({ code: "file-unreadable", message: `Not readable as YAML: ${message}.`, source: file.span(start, end) });
  const parameters = /* @__PURE__ */ new Map();
  for (const document of documents) {
    if (document.kind !== "map") continue;
    for (const { key, start, value } of document.entries) {
      const name = /^windows_firewall::(\w+)$/.exec(key)?.[1];
      if (name !== void 0) parameters.set(name, { name: key, start, value: literalOf(value) });
    }
  }
  if (parameters.size === 0) return;
  const first = [...parameters.values()][0];
  const source = file.span(first.start, first.value.end);
  firewallClass({ title: { kind: "scalar", text: "windows_firewall", start: first.start, end: first.start }, attributes: parameters, splat: void 0, source, condition: void 0 }, into);
}
function rule({ title, attributes, splat, source, condition }, vocabulary, into) {
  const ensure = attributes.get("ensure")?.value;
  const isException = vocabulary === EXCEPTION;
  const said = attributes.get("display_name")?.value;
  const name = isException && said && literalText(said) !== "" ? literalText(said) : literalText(title);
  if (ensure?.kind === "scalar" && ensure.text === "absent") {
    const select = isException ? { names: [name] } : { ids: [name] };
    into.changes.push({ kind: "remove", select, values: {}, condition, source });
    return;
  }
  const draft = readAttributes(newDraft(source), attributes.values(), vocabulary);
  if (isException && draft.values.program !== void 0) forProgram(draft);
  if (ensure?.kind === "expression") draft.unmodelled.push(`condition=ensure ${ensure.text}`);
  if (splat) draft.unmodelled.push(`*=${literalText(splat)}`);
  if (title.kind === "expression" && condition === void 0) draft.unmodelled.push(`condition=title ${title.text}`);
  if (condition !== void 0) draft.unmodelled.push(`condition=${condition}`);
  into.rules.push(ruleOf(draft, { id: isException ? null : name, name }));
  into.problems.push(...draft.problems);
}
function forProgram({ values }) {
  delete values.protocol;
  delete values.localPorts;
  delete values.remotePorts;
}
function group({ title, attributes, source, condition }, into) {
  const draft = readAttributes(newDraft(source), attributes.values(), new Map([...METAPARAMETERS, ["enabled", word("enabled", YES_OR_NO)]]));
  into.problems.push(...draft.problems);
  if (draft.values.enabled === void 0) return;
  into.changes.push({ kind: "set", select: { groups: [literalText(title)] }, values: { enabled: draft.values.enabled }, condition, source });
}
function purge({ title, attributes, source, condition }, into) {
  const said = attributes.get("purge")?.value;
  if (literalText(title) !== "windows_firewall_rule" || !said || literalText(said) === "false") return;
  const unless = said.kind === "expression" ? `purge ${said.text}` : condition;
  into.changes.push({ kind: "remove", select: {}, values: {}, condition: unless, source });
}
function exec({ title, attributes, source, condition }, { file, scripts }) {
  const provider = attributes.get("provider")?.value;
  const guards = ["onlyif", "unless", "creates", "refreshonly"].flatMap((name) => {
    const said = attributes.get(name)?.value;
    return said && !(name === "refreshonly" && literalText(said) === "false") ? [`${name} ${literalText(said)}`.slice(0, 200)] : [];
  });
  const why = withoutGuards([...condition === void 0 ? [] : [condition], ...guards].join(" > "));
  const shell = provider && /powershell|pwsh/i.test(literalText(provider)) ? "powershell" : "cmd";
  toolScript({ text: attributes.get("command")?.value ?? title, shell, condition: why, start: source.start, end: source.end }, file, scripts);
}
function registryValue({ title, attributes, source, condition }, { scripts, registry }) {
  const value = (name2) => attributes.get(name2)?.value;
  const whole = value("path") ?? title;
  const [, head = "", tail = ""] = whole.kind === "scalar" ? /^(?:\d\d:)?([^]*)\\([^\\]*)$/.exec(whole.text) ?? [] : [];
  const key = value("key");
  const path = key ?? (whole.kind === "scalar" ? { ...whole, text: head } : whole);
  const name = key ? value("value") ?? title : { kind: "scalar", text: tail, start: whole.start, end: whole.end };
  const ensure = value("ensure");
  const problems = [];
  const policy = condition === void 0 ? registry : new RegistryPolicy(problems);
  setRegistryValue(policy, { path, name, data: value("data"), type: value("type"), source, isAbsent: ensure !== void 0 && literalText(ensure) === "absent" }, problems);
  if (condition !== void 0) adopt(policy.parts(), condition, scripts);
  problems.forEach((problem) => scripts.problem(problem));
}
function setProfiles(titles, settings, into) {
  PROFILES.forEach((profile, bit) => {
    if ((titles & 1 << bit) !== 0) into.profiles[profile] = { ...into.profiles[profile], ...settings };
  });
}
function setting(value, entry, { source, condition }) {
  const span = { ...source, start: entry.start, end: entry.value.end };
  return condition === void 0 ? { value, source: span } : { value, source: span, condition };
}
function flag(entry, resource, into) {
  if (!entry || entry.value.kind === "nothing") return void 0;
  const said = literalText(entry.value).toLowerCase();
  if (entry.value.kind === "scalar" && /^(?:true|yes|on|enable|enabled|running)$/.test(said)) return setting(true, entry, resource);
  if (entry.value.kind === "scalar" && /^(?:false|no|off|disable|disabled|stopped)$/.test(said)) return setting(false, entry, resource);
  if (said !== "notconfigured") into.problems.push(unknown(entry, resource));
  return void 0;
}
var unknown = (entry, { source }) => ({
  code: "requirement-unverifiable",
  message: `${entry.name} is ${literalText(entry.value)}, which this file does not decide.`,
  source: { ...source, start: entry.start, end: entry.value.end }
});
function firewallClass(resource, into) {
  const { title, attributes } = resource;
  if (literalText(title).replace(/^::/, "") !== "windows_firewall") return;
  const ensure = flag(attributes.get("ensure"), resource, into);
  const [domain, standard, open] = ["domain", "standard", "public"].map((name) => flag(attributes.get(`enable_${name}_profile`), resource, into) ?? ensure);
  if (domain) setProfiles(1, { enabled: domain }, into);
  if (standard) setProfiles(2, { enabled: standard }, into);
  if (open) setProfiles(4, { enabled: open }, into);
  for (const [parameter, type] of [["exceptions", "windows_firewall::exception"], ["rules", "windows_firewall_rule"], ["groups", "windows_firewall_group"], ["profiles", "windows_firewall_profile"]]) {
    const entry = attributes.get(parameter);
    if (!entry || entry.value.kind === "nothing") continue;
    if (entry.value.kind !== "table") {
      into.problems.push(unknown(entry, resource));
      continue;
    }
    for (const { name, start, value } of entry.value.entries.values()) {
      const own = value.kind === "table" ? new Map([...value.entries].map(([key, one]) => [key.toLowerCase(), one])) : /* @__PURE__ */ new Map();
      const source = { ...resource.source, start, end: Math.max(start, value.end), key: `${type}[${name}]` };
      const made = { kind: "scalar", text: name, start, end: start + name.length };
      TYPES.get(type)?.({ title: made, attributes: own, splat: value.kind === "expression" ? value : void 0, source, condition: resource.condition }, into);
    }
  }
}
var bits = (title) => {
  const at = PROFILES.indexOf(literalText(title).toLowerCase().replace(/profile$/, ""));
  return at < 0 ? /^all/i.test(literalText(title)) ? ALL_PROFILES : 0 : 1 << at;
};
function netshProfile(resource, into) {
  const { title, attributes } = resource;
  const settings = {};
  const enabled = flag(attributes.get("state"), resource, into);
  if (enabled) settings.enabled = enabled;
  const local = flag(attributes.get("localfirewallrules"), resource, into);
  if (local) settings.allowLocalRules = local;
  const policy = attributes.get("firewall_policy") ?? attributes.get("firewallpolicy");
  if (policy?.value.kind === "scalar") {
    const [inbound = "", outbound = ""] = policy.value.text.toLowerCase().split(",").map((part) => part.trim());
    if (inbound === "blockinbound" || inbound === "allowinbound") settings.defaultInbound = setting(inbound === "allowinbound" ? "allow" : "block", policy, resource);
    if (inbound === "blockinboundalways") settings.blockAllInbound = setting(true, policy, resource);
    if (outbound === "allowoutbound" || outbound === "blockoutbound") settings.defaultOutbound = setting(outbound === "allowoutbound" ? "allow" : "block", policy, resource);
  } else if (policy) into.problems.push(unknown(policy, resource));
  setProfiles(bits(title), settings, into);
}
function zone(resource, into) {
  const { title, attributes } = resource;
  const settings = {};
  const ensure = attributes.get("ensure");
  if (ensure?.value.kind === "scalar") settings.enabled = setting(ensure.value.text !== "absent", ensure, resource);
  for (const [name, key] of [["allow_local_firewall_rules", "allowLocalRules"], ["allow_user_apps", "allowUserApps"], ["allow_user_ports", "allowUserPorts"]]) {
    const said = flag(attributes.get(name), resource, into);
    if (said) settings[key] = said;
  }
  const inbound = flag(attributes.get("allow_inbound_rules"), resource, into);
  if (inbound) settings.blockAllInbound = { ...inbound, value: !inbound.value };
  for (const [name, key] of [["default_inbound_action", "defaultInbound"], ["default_outbound_action", "defaultOutbound"]]) {
    const entry = attributes.get(name);
    const said = entry ? literalText(entry.value).toLowerCase() : "";
    if (entry && (said === "allow" || said === "block")) settings[key] = setting(said, entry, resource);
    else if (entry && said !== "notconfigured") into.problems.push(unknown(entry, resource));
  }
  setProfiles(bits(title), settings, into);
}
module.exports = { puppet };
