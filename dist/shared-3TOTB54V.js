var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  entryOf: () => entryOf,
  parseYaml: () => parseYaml,
  plainValue: () => plainValue,
  prepareYaml: () => prepareYaml,
  readPlainYaml: () => readPlainYaml
});
module.exports = __toCommonJS(stdin_exports);
function readPlainYaml(text) {
  if (text.length > MOST || NOT_PLAIN.test(text)) return void 0;
  try {
    const reader = new Reader(text);
    return reader.document();
  } catch (error) {
    if (error instanceof NotPlain) return void 0;
    throw error;
  }
}
var MOST = 1 << 16;
var DEPTH = 20;
var NOT_PLAIN = /[\t\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085\u2028\u2029\ufeff]|\r(?!\n)|^(?:---|\.\.\.|%)/m;
var NotPlain = class extends Error {
};
var give = () => {
  throw new NotPlain();
};
var Reader = class {
  #text;
  #lines = [];
  #at = 0;
  constructor(text) {
    this.#text = text;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf("\n", start);
      const stop = newline < 0 ? text.length : newline;
      const line = this.#line(start, stop > start && text[stop - 1] === "\r" ? stop - 1 : stop);
      if (line) this.#lines.push(line);
      start = stop + 1;
    }
  }
  document() {
    const [first] = this.#lines;
    if (!first || first.indent !== 0) give();
    const node = this.#block(0, 0);
    return this.#at < this.#lines.length ? give() : node;
  }
  /** A line without its indent, comment and trailing blanks; undefined when nothing is left. */
  #line(start, stop) {
    const text = this.#text;
    let at = start;
    while (at < stop && text[at] === " ") at++;
    const indent = at - start;
    const from = at;
    let quote = "";
    let fresh = true;
    for (; at < stop; at++) {
      const c = text[at];
      if (quote !== "") {
        if (c === quote) quote = "";
      } else if (c === "#" && (at === from || text[at - 1] === " ")) break;
      else if ((c === '"' || c === "'") && fresh) quote = c;
      if (c !== " ") fresh = c === "[" || c === "{" || c === "," || (c === ":" || c === "-") && text[at + 1] === " ";
    }
    if (quote !== "") give();
    let end = at;
    while (end > from && text[end - 1] === " ") end--;
    return end === from ? void 0 : { indent, start: from, end };
  }
  #block(indent, depth) {
    if (depth > DEPTH) give();
    const line = this.#lines[this.#at];
    return this.#isItem(line) ? this.#list(indent, depth) : this.#map(indent, depth);
  }
  #isItem({ start, end }) {
    return this.#text[start] === "-" && (end === start + 1 || this.#text[start + 1] === " ");
  }
  #list(indent, depth) {
    const items = [];
    const start = this.#lines[this.#at].start;
    for (let line = this.#lines[this.#at]; line && line.indent === indent && this.#isItem(line); line = this.#lines[this.#at]) {
      let at = line.start + 1;
      while (at < line.end && this.#text[at] === " ") at++;
      if (at >= line.end) {
        this.#at++;
        items.push(this.#nested(indent, depth));
      } else {
        line.indent += at - line.start;
        line.start = at;
        items.push(this.#keyEnd(line) === void 0 && !this.#isItem(line) ? this.#inline(line, line.start) : this.#block(line.indent, depth + 1));
      }
    }
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) give();
    return { kind: "list", items, start, end: items.at(-1)?.end ?? start };
  }
  #map(indent, depth) {
    const entries = [];
    const names = /* @__PURE__ */ new Set();
    const start = this.#lines[this.#at].start;
    for (let line = this.#lines[this.#at]; line && line.indent === indent && !this.#isItem(line); line = this.#lines[this.#at]) {
      const colon = this.#keyEnd(line) ?? give();
      const key = this.#scalar(line.start, colon, false);
      if (names.has(key.text) || key.text === "<<") give();
      names.add(key.text);
      let at = colon + 1;
      while (at < line.end && this.#text[at] === " ") at++;
      let value;
      if (at < line.end) value = this.#inline(line, at);
      else {
        this.#at++;
        const next2 = this.#lines[this.#at];
        value = next2 && next2.indent === indent && this.#isItem(next2) ? this.#list(indent, depth + 1) : this.#nested(indent, depth);
      }
      entries.push({ key: key.text, value, start: key.start, end: key.end });
    }
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) give();
    return { kind: "map", entries, start, end: entries.at(-1)?.value.end ?? start };
  }
  /** The block below a key or dash; a key without a value is for the library. */
  #nested(indent, depth) {
    const next = this.#lines[this.#at];
    return next && next.indent > indent ? this.#block(next.indent, depth + 1) : give();
  }
  /** A value on the line of its key or dash. A deeper line below would go on with it: the block that holds it gives up then. */
  #inline(line, at) {
    const flow = this.#text[at] === "[" || this.#text[at] === "{";
    const value = flow ? this.#flow(at, line.end, 0) : { node: this.#scalar(at, line.end, false), at: line.end };
    if (value.at !== line.end) give();
    this.#at++;
    return value.node;
  }
  /** Where the colon of a key stands; undefined when the line is no map entry. */
  #keyEnd({ start, end }) {
    const first = this.#text[start];
    if (first === '"' || first === "'") {
      const close = this.#text.indexOf(first, start + 1);
      return close > 0 && close < end && this.#text[close + 1] === ":" && (close + 2 === end || this.#text[close + 2] === " ") ? close + 1 : void 0;
    }
    if (first === "[" || first === "{") return void 0;
    for (let at = start; at < end; at++) if (this.#text[at] === ":" && (at + 1 === end || this.#text[at + 1] === " ")) return at;
    return void 0;
  }
  #flow(at, end, depth) {
    if (depth > DEPTH) give();
    const text = this.#text;
    const start = at;
    const isMap = text[at] === "{";
    const close = isMap ? "}" : "]";
    const items = [];
    const entries = [];
    const names = /* @__PURE__ */ new Set();
    const blanks = () => {
      while (at < end && text[at] === " ") at++;
    };
    for (at++, blanks(); text[at] !== close; blanks()) {
      if (at >= end) give();
      if (isMap) {
        const colon = this.#flowEnd(at, end);
        if (text[colon] !== ":" || text[colon + 1] !== " ") give();
        const key = this.#scalar(at, colon, true);
        if (names.has(key.text) || key.text === "<<") give();
        names.add(key.text);
        at = colon + 1;
        blanks();
        const value = this.#flowValue(at, end, depth);
        entries.push({ key: key.text, value: value.node, start: key.start, end: key.end });
        at = value.at;
      } else {
        const value = this.#flowValue(at, end, depth);
        if (text[value.at] === ":") give();
        items.push(value.node);
        at = value.at;
      }
      blanks();
      if (text[at] === ",") {
        at++;
        blanks();
        if (text[at] === close) give();
      } else if (text[at] !== close) give();
    }
    if (at >= end) give();
    const span = { start, end: at + 1 };
    return { node: isMap ? { kind: "map", entries, ...span } : { kind: "list", items, ...span }, at: at + 1 };
  }
  #flowValue(at, end, depth) {
    if (this.#text[at] === "[" || this.#text[at] === "{") return this.#flow(at, end, depth + 1);
    const stop = this.#flowEnd(at, end);
    return { node: this.#scalar(at, stop, true), at: stop };
  }
  /** Where a scalar inside brackets ends: before a comma, a bracket, or the colon of a key. */
  #flowEnd(at, end) {
    const text = this.#text;
    const first = text[at];
    if (first === '"' || first === "'") return text.indexOf(first, at + 1) + 1;
    let stop = at;
    while (stop < end && !",[]{}".includes(text[stop]) && !(text[stop] === ":" && (text[stop + 1] === " " || ",[]{}".includes(text[stop + 1] ?? ",")))) stop++;
    return stop;
  }
  #scalar(start, stop, flow) {
    const text = this.#text;
    let end = stop;
    while (end > start && text[end - 1] === " ") end--;
    const first = text[start];
    const source = text.slice(start, end);
    if (first === '"' || first === "'") {
      const inner = source.slice(1, -1);
      if (source.length < 2 || !source.endsWith(first) || inner.includes(first) || first === '"' && inner.includes("\\")) give();
      return { kind: "scalar", value: inner, text: inner, quoted: true, start, end };
    }
    if (source === "" || /^[,[\]{}#&*!|>'"%@`?:]|^-(?: |$)/.test(source) || /: |:$| #/.test(source) || flow && /[,[\]{}]/.test(source)) give();
    return { kind: "scalar", value: valueOf(source), text: source, quoted: false, start, end };
  }
};
function valueOf(source) {
  if (/^(?:null|Null|NULL|~)$/.test(source)) return null;
  if (/^(?:true|True|TRUE)$/.test(source)) return true;
  if (/^(?:false|False|FALSE)$/.test(source)) return false;
  if (/^(?:0|[1-9]\d{0,14})$/.test(source)) return Number(source);
  return /^[-+]?(?:\.\d|\d)[\d_.]*(?:[eE][-+]?\d+)?$|^0[xob]|^[-+]?\.(?:inf|nan)/i.test(source) && !/^\d+\.\d+\.[\d.]+$/.test(source) ? give() : source;
}
var library;
async function prepareYaml(text) {
  if (text !== void 0 && readPlainYaml(text)) return;
  library ??= await Promise.resolve().then(() => __toESM(require("./text-yaml.js")));
}
var ALIAS_LIMIT = 1e4;
var DEPTH_LIMIT = 200;
function parseYaml(file) {
  const { text } = file;
  const plain = readPlainYaml(text);
  if (plain) return { documents: [plain], errors: [] };
  if (!library) throw new Error("prepareYaml() has not been awaited");
  const deep = nestedTooDeep(text);
  if (deep !== void 0) return { documents: [], errors: [{ message: `nested deeper than ${DEPTH_LIMIT} levels`, start: deep, end: deep + 1 }] };
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return read(text, library);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { documents: [], errors: [{ message: "nested too deeply", start: 0, end: 0 }] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
function read(text, yaml) {
  const composer = new yaml.Composer({ strict: true, uniqueKeys: false, logLevel: "silent", merge: true, keepSourceTokens: false });
  const documents = [];
  const errors = [];
  for (const document of composer.compose(tokensOf(text, yaml))) {
    const unknown = document.warnings.filter((w) => w.code !== "TAG_RESOLVE_FAILED");
    for (const { message, pos } of [...document.errors, ...unknown].slice(0, MOST_FAULTS)) errors.push({ message: sentence(message), start: pos[0], end: pos[1] });
    if (document.errors.length > 0) continue;
    const builder = new TreeBuilder(text, yaml);
    const root = builder.node(document.contents, 0);
    if (builder.trouble) errors.push(builder.trouble);
    else documents.push(root);
  }
  return { documents, errors };
}
function* tokensOf(text, yaml) {
  let faults = 0;
  for (const token of new yaml.Parser().parse(text)) {
    yield token;
    if (token.type === "error" && ++faults === MOST_FAULTS) return;
  }
}
var MOST_FAULTS = 1e3;
var sentence = (message) => message.replace(/\s+/g, " ").trim();
var TreeBuilder = class {
  #text;
  #yaml;
  #anchors = /* @__PURE__ */ new Map();
  #size = 0;
  #aliased = 0;
  #depth = 0;
  trouble;
  constructor(text, yaml) {
    this.#text = text;
    this.#yaml = yaml;
  }
  node(from, at) {
    if (!from) return empty(at);
    const [start, valueEnd] = from.range ?? [at, at, at];
    const span = { start, end: Math.max(start, valueEnd) };
    if (this.#yaml.isAlias(from)) return this.#alias(from.source, span);
    if (this.#depth >= DEPTH_LIMIT) return this.#fail(`nested deeper than ${DEPTH_LIMIT} levels`, span);
    const before = this.#size++;
    this.#depth++;
    const node = this.#content(from, span);
    this.#depth--;
    const anchor = from.anchor;
    if (anchor !== void 0) this.#anchors.set(anchor, { node, size: this.#size - before });
    return node;
  }
  #alias(name, span) {
    const target = this.#anchors.get(name);
    if (!target) return this.#fail(`unknown alias *${name}`, span);
    this.#aliased += target.size;
    this.#size += target.size;
    if (this.#aliased > ALIAS_LIMIT) return this.#fail("aliases repeat too much", span);
    return { ...target.node, ...span };
  }
  #fail(message, span) {
    this.trouble ??= { message, start: span.start, end: span.end };
    return empty(span.start);
  }
  #content(from, span) {
    const yaml = this.#yaml;
    if (yaml.isScalar(from)) return scalarOf(from, span, this.#text);
    if (yaml.isSeq(from)) {
      let at = span.start;
      const items = from.items.map((item) => {
        const node = this.node(yaml.isPair(item) ? null : item, at);
        at = node.end;
        return node;
      });
      return { kind: "list", items, ...span };
    }
    if (!yaml.isMap(from)) return empty(span.start);
    const entries = [];
    const merged = [];
    const own = /* @__PURE__ */ new Set();
    for (const pair of from.items) {
      const key = this.node(pair.key, span.start);
      const value = this.node(pair.value, key.end);
      if (key.kind !== "scalar") {
        this.#fail("a key must be a plain text", key);
        continue;
      }
      if (key.text === "<<" && !key.quoted) for (const map of value.kind === "list" ? value.items : [value]) merged.push(...map.kind === "map" ? map.entries : []);
      else if (own.has(key.text)) this.#fail(`the key "${key.text}" stands twice`, key);
      else {
        own.add(key.text);
        entries.push({ key: key.text, value, start: key.start, end: key.end });
      }
    }
    for (const entry of merged) if (!own.has(entry.key)) {
      own.add(entry.key);
      entries.push(entry);
    }
    return { kind: "map", entries, ...span };
  }
};
function scalarOf(from, span, text) {
  const plain = from.type === "PLAIN" || from.type === void 0;
  const source = from.source ?? text.slice(span.start, span.end);
  const { value } = from;
  const known = typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null ? value : source;
  const tag = from.tag !== void 0 && !from.tag.startsWith("tag:yaml.org,2002:") ? { tag: from.tag } : {};
  return { kind: "scalar", value: known, text: plain ? source : String(known), quoted: !plain, ...tag, ...span };
}
var empty = (at) => ({ kind: "scalar", value: null, text: "", quoted: false, start: at, end: at });
function nestedTooDeep(text) {
  let depth = 0;
  const bracket = /[[\]{}]/g;
  for (let m = bracket.exec(text); m; m = bracket.exec(text)) {
    depth = m[0] === "[" || m[0] === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEPTH_LIMIT) return m.index;
  }
  return void 0;
}
function entryOf(node, key) {
  return node?.kind === "map" ? node.entries.find((e) => e.key === key) : void 0;
}
function plainValue(node) {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map((e) => [e.key, plainValue(e.value)]));
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  entryOf,
  parseYaml,
  plainValue,
  prepareYaml,
  readPlainYaml
});
