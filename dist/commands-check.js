var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
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
var import_node_buffer = require("node:buffer");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_node_fs2 = require("node:fs");
var import_node_path2 = require("node:path");
var import_node_fs3 = require("node:fs");
var import_node_path3 = require("node:path");
var import_node_fs4 = require("node:fs");
var import_node_fs5 = require("node:fs");
var import_node_fs6 = require("node:fs");
var import_node_path4 = require("node:path");
var import_node_fs7 = require("node:fs");
var import_node_path5 = require("node:path");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_commands3 = require("./commands.js");
var import_commands4 = require("./commands.js");
var import_commands5 = require("./commands.js");
var import_commands6 = require("./commands.js");
var unitAt = (units, at) => typeof units === "string" ? units.charCodeAt(at) : units[at];
var textOf = (units, start, end) => typeof units === "string" ? units.slice(start, end) : bytesOf(units.subarray(start, end)).toString("utf16le");
function hasAt(units, word2, at) {
  if (typeof units === "string") return units.startsWith(word2, at);
  for (let i = 0; i < word2.length; i++) if (units[at + i] !== word2.charCodeAt(i)) return false;
  return true;
}
function nextOf(units, word2, from) {
  if (typeof units === "string") return units.indexOf(word2, from);
  const bytes = bytesOf(units);
  let at = bytes.indexOf(word2, 2 * from, "utf16le");
  while (at % 2 === 1) at = bytes.indexOf(word2, at + 1, "utf16le");
  return at < 0 ? -1 : at / 2;
}
function unitsOf(text2) {
  const units = new Uint16Array(text2.length);
  bytesOf(units).write(text2, "utf16le");
  return units;
}
function bytesOf({ buffer, byteOffset, byteLength }) {
  return Buffer.from(buffer, byteOffset, byteLength);
}
var endsLine = (text2, at) => {
  const unit = unitAt(text2, at);
  return unit <= 13 && (unit === 10 || unit === 13 && unitAt(text2, at + 1) !== 10);
};
var nextFeed = (text2, from) => {
  const feed = nextOf(text2, "\n", from);
  return feed < 0 ? text2.length : feed;
};
function hasLoneCr(text2) {
  for (let at = nextOf(text2, "\r", 0); at >= 0; at = nextOf(text2, "\r", at + 1)) if (unitAt(text2, at + 1) !== 10) return true;
  return false;
}
function lineStarts(text2) {
  const starts = [0];
  for (let i = 0; i < text2.length; i++) if (endsLine(text2, i)) starts.push(i + 1);
  return starts;
}
var BLOCK_BITS = 12;
var LineIndex = class {
  #text;
  /** By block: the line that its first unit is in, from 1, and where that line begins. */
  #lines;
  #starts;
  constructor(text2) {
    this.#text = text2;
    const blocks = (text2.length >> BLOCK_BITS) + 1;
    this.#lines = new Int32Array(blocks);
    this.#starts = new Int32Array(blocks);
    const isOdd = hasLoneCr(text2);
    let line = 1;
    let start = 0;
    let feed = isOdd ? text2.length : nextFeed(text2, 0);
    for (let block = 0; block < blocks; block++) {
      this.#lines[block] = line;
      this.#starts[block] = start;
      const end = Math.min(text2.length, block + 1 << BLOCK_BITS);
      if (isOdd) {
        for (let i = block << BLOCK_BITS; i < end; i++) if (endsLine(text2, i)) {
          line++;
          start = i + 1;
        }
      }
      for (; feed < end; feed = nextFeed(text2, start)) {
        line++;
        start = feed + 1;
      }
    }
  }
  /** Line and column of an offset, both from 1. */
  position(offset) {
    const block = Math.min(offset >> BLOCK_BITS, this.#lines.length - 1);
    let line = this.#lines[block];
    let start = this.#starts[block];
    const end = Math.min(offset, this.#text.length);
    for (let i = block << BLOCK_BITS; i < end; i++) if (endsLine(this.#text, i)) {
      line++;
      start = i + 1;
    }
    return { line, column: offset - start + 1 };
  }
  /** A line without its end; undefined when there is none of that number. */
  line(number) {
    const start = this.#startOf(number);
    if (start === void 0) return void 0;
    let end = start;
    while (end < this.#text.length && !endsLine(this.#text, end)) end++;
    return textOf(this.#text, start, end).replace(/\r$/, "");
  }
  #startOf(number) {
    if (number < 1) return void 0;
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.#lines[middle] <= number) low = middle;
      else high = middle - 1;
    }
    let line = this.#lines[low];
    if (line === number) return this.#starts[low];
    for (let i = low << BLOCK_BITS; i < this.#text.length; i++) if (endsLine(this.#text, i) && ++line === number) return i + 1;
    return void 0;
  }
};
var extra = /* @__PURE__ */ new Map();
var NEEDS_ICONV = /^(cp949|ks_c_5601-1987|windows-949|cp437|cp850|cp852|cp866|cp950|cp932|cp936)$/i;
async function prepareCodePage(label2) {
  if (!NEEDS_ICONV.test(label2) || extra.has(label2)) return;
  const { decodeWith } = await Promise.resolve().then(() => require("./text-iconv.js"));
  extra.set(label2, (bytes) => decodeWith(bytes, label2));
}
function decode(bytes, codePage2 = "windows-1252") {
  const mark = byMark(bytes);
  if (mark) return { text: mark.decode(bytes.subarray(mark.skip)), encoding: mark.encoding };
  const ascii = asAscii(bytes);
  if (ascii !== void 0) return { text: ascii, encoding: "utf-8" };
  const text2 = utf8(bytes);
  return !text2.includes("\uFFFD") || (0, import_node_buffer.isUtf8)(bytes) ? { text: text2, encoding: "utf-8" } : { text: singleByte(bytes, codePage2), encoding: codePage2 };
}
function decodeHead(bytes, length, codePage2 = "windows-1252") {
  const part = bytes.subarray(0, length);
  const mark = byMark(part);
  if (mark) return mark.decode(part.subarray(mark.skip, part.length - (part.length - mark.skip) % 2 * Number(mark.encoding !== "utf-8")));
  return asAscii(part) ?? (bytes.length > length ? new TextDecoder("utf-8").decode(part) : decode(part, codePage2).text);
}
function utf16Units(bytes) {
  const mark = byMark(bytes);
  const start = bytes.byteOffset + (mark?.skip ?? 0);
  return mark?.encoding === "utf-16le" && start % 2 === 0 ? new Uint16Array(bytes.buffer, start, bytes.length - mark.skip >> 1) : void 0;
}
var view = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
var utf16le = (bytes) => view(bytes).toString("utf16le");
var utf8 = (bytes) => asAscii(bytes) ?? view(bytes).toString("utf8");
function utf16be(bytes) {
  const even = Buffer.from(bytes.subarray(0, bytes.length - bytes.length % 2));
  return even.swap16().toString("utf16le");
}
function byMark(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return { decode: utf16le, encoding: "utf-16le", skip: 2 };
  if (bytes[0] === 254 && bytes[1] === 255) return { decode: utf16be, encoding: "utf-16be", skip: 2 };
  if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return { decode: utf8, encoding: "utf-8", skip: 3 };
  if (everySecondIsNul(bytes, 1)) return { decode: utf16le, encoding: "utf-16le", skip: 0 };
  if (everySecondIsNul(bytes, 0)) return { decode: utf16be, encoding: "utf-16be", skip: 0 };
  return void 0;
}
function everySecondIsNul(bytes, phase) {
  const length = Math.min(64, bytes.length & ~1);
  if (length < 4) return false;
  for (let i = 0; i < length; i += 2) if (bytes[i + phase] !== 0 || bytes[i + 1 - phase] === 0) return false;
  return true;
}
function asAscii(bytes) {
  return (0, import_node_buffer.isAscii)(bytes) ? view(bytes).toString("latin1") : void 0;
}
function singleByte(bytes, codePage2) {
  const table = extra.get(codePage2);
  if (table) return table(bytes);
  if (/^(windows-1252|cp1252)$/i.test(codePage2)) return windows1252(bytes);
  try {
    return new TextDecoder(codePage2.replace(/^cp125/i, "windows-125")).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}
var C1 = "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";
function windows1252(bytes) {
  return view(bytes).toString("latin1").replace(/[\x80-\x9f]/g, (c) => C1.charAt(c.charCodeAt(0) - 128));
}
function sourceFile(path2, bytes, codePage2 = "windows-1252") {
  return new LazySourceFile(path2, bytes, codePage2);
}
function sourceText(path2, text2) {
  return new LazySourceFile(path2, new TextEncoder().encode(text2), "windows-1252");
}
function piecesOf(bytes) {
  return { size: bytes.length, stretch: (start) => bytes.subarray(start), look: (start, length) => bytes.subarray(start, start + length) };
}
var HEAD = 4096;
var LazySourceFile = class {
  path;
  name;
  pieces;
  #loan;
  #codePage;
  #bytes;
  #head;
  #decoded;
  #origin;
  constructor(path2, bytes, codePage2) {
    this.path = path2;
    this.name = path2.slice(path2.lastIndexOf("/") + 1).toLowerCase();
    const isLent = "take" in bytes;
    this.#loan = isLent ? bytes : void 0;
    this.#bytes = isLent ? void 0 : bytes;
    this.pieces = isLent ? bytes : piecesOf(bytes);
    this.#codePage = codePage2;
  }
  get bytes() {
    return this.#bytes ??= this.#loan?.take() ?? new Uint8Array();
  }
  get head() {
    return this.#head ??= decodeHead(this.#bytes ?? this.pieces.look(0, HEAD + 1), HEAD, this.#codePage);
  }
  get text() {
    return (this.#decoded ??= decode(this.bytes, this.#codePage)).text;
  }
  get units() {
    return this.#decoded?.text ?? utf16Units(this.bytes) ?? this.text;
  }
  get encoding() {
    return (this.#decoded ??= decode(this.bytes, this.#codePage)).encoding;
  }
  get origin() {
    return this.#origin ??= new TextOrigin(this.path, () => this.units);
  }
  get binaryOrigin() {
    return new BinaryOrigin(this.path);
  }
  span(start, end, key) {
    return { origin: this.origin, start, end, key };
  }
  release() {
    this.#decoded = void 0;
    if (!this.#loan || !this.#bytes) return;
    this.#loan.giveBack(this.#bytes);
    this.#bytes = void 0;
  }
};
var TextOrigin = class {
  path;
  #units;
  #index;
  constructor(path2, units) {
    this.path = path2;
    this.#units = units;
  }
  get #lines() {
    return this.#index ??= new LineIndex(this.#units());
  }
  place(start, end, key) {
    const from = this.#lines.position(start);
    const to = this.#lines.position(Math.max(start, end));
    const place2 = { path: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    return key === void 0 ? place2 : { ...place2, key };
  }
  line(number) {
    return this.#lines.line(number);
  }
};
var BinaryOrigin = class {
  path;
  constructor(path2) {
    this.path = path2;
  }
  place(start, _end, key) {
    const place2 = { path: this.path, line: 1, column: 1, endLine: 1, endColumn: 1, offset: start };
    return key === void 0 ? place2 : { ...place2, key };
  }
  line() {
    return void 0;
  }
};
const { UsageError } = require("./commands.js");
function readSource(root, path2, shown2 = path2) {
  try {
    return sourceFile(shown2, (0, import_node_fs.readFileSync)((0, import_node_path.resolve)(root, path2)));
  } catch (error) {
    const { code: code2 } = error;
    throw new UsageError(code2 === "ENOENT" ? `No such file: ${shown2}` : code2 === "EISDIR" ? `Not a file: ${shown2}` : `Cannot read ${shown2}: ${code2 ?? "unknown reason"}`);
  }
}
function readPlainYaml(text2) {
  if (text2.length > MOST || NOT_PLAIN.test(text2)) return void 0;
  try {
    const reader = new Reader(text2);
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
  constructor(text2) {
    this.#text = text2;
    for (let start = 0; start < text2.length; ) {
      const newline = text2.indexOf("\n", start);
      const stop = newline < 0 ? text2.length : newline;
      const line = this.#line(start, stop > start && text2[stop - 1] === "\r" ? stop - 1 : stop);
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
    const text2 = this.#text;
    let at = start;
    while (at < stop && text2[at] === " ") at++;
    const indent = at - start;
    const from = at;
    let quote = "";
    let fresh = true;
    for (; at < stop; at++) {
      const c = text2[at];
      if (quote !== "") {
        if (c === quote) quote = "";
      } else if (c === "#" && (at === from || text2[at - 1] === " ")) break;
      else if ((c === '"' || c === "'") && fresh) quote = c;
      if (c !== " ") fresh = c === "[" || c === "{" || c === "," || (c === ":" || c === "-") && text2[at + 1] === " ";
    }
    if (quote !== "") give();
    let end = at;
    while (end > from && text2[end - 1] === " ") end--;
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
    const entries2 = [];
    const names2 = /* @__PURE__ */ new Set();
    const start = this.#lines[this.#at].start;
    for (let line = this.#lines[this.#at]; line && line.indent === indent && !this.#isItem(line); line = this.#lines[this.#at]) {
      const colon = this.#keyEnd(line) ?? give();
      const key = this.#scalar(line.start, colon, false);
      if (names2.has(key.text) || key.text === "<<") give();
      names2.add(key.text);
      let at = colon + 1;
      while (at < line.end && this.#text[at] === " ") at++;
      let value;
      if (at < line.end) value = this.#inline(line, at);
      else {
        this.#at++;
        const next2 = this.#lines[this.#at];
        value = next2 && next2.indent === indent && this.#isItem(next2) ? this.#list(indent, depth + 1) : this.#nested(indent, depth);
      }
      entries2.push({ key: key.text, value, start: key.start, end: key.end });
    }
    const next = this.#lines[this.#at];
    if (next && next.indent > indent) give();
    return { kind: "map", entries: entries2, start, end: entries2.at(-1)?.value.end ?? start };
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
    const text2 = this.#text;
    const start = at;
    const isMap = text2[at] === "{";
    const close = isMap ? "}" : "]";
    const items = [];
    const entries2 = [];
    const names2 = /* @__PURE__ */ new Set();
    const blanks = () => {
      while (at < end && text2[at] === " ") at++;
    };
    for (at++, blanks(); text2[at] !== close; blanks()) {
      if (at >= end) give();
      if (isMap) {
        const colon = this.#flowEnd(at, end);
        if (text2[colon] !== ":" || text2[colon + 1] !== " ") give();
        const key = this.#scalar(at, colon, true);
        if (names2.has(key.text) || key.text === "<<") give();
        names2.add(key.text);
        at = colon + 1;
        blanks();
        const value = this.#flowValue(at, end, depth);
        entries2.push({ key: key.text, value: value.node, start: key.start, end: key.end });
        at = value.at;
      } else {
        const value = this.#flowValue(at, end, depth);
        if (text2[value.at] === ":") give();
        items.push(value.node);
        at = value.at;
      }
      blanks();
      if (text2[at] === ",") {
        at++;
        blanks();
        if (text2[at] === close) give();
      } else if (text2[at] !== close) give();
    }
    if (at >= end) give();
    const span = { start, end: at + 1 };
    return { node: isMap ? { kind: "map", entries: entries2, ...span } : { kind: "list", items, ...span }, at: at + 1 };
  }
  #flowValue(at, end, depth) {
    if (this.#text[at] === "[" || this.#text[at] === "{") return this.#flow(at, end, depth + 1);
    const stop = this.#flowEnd(at, end);
    return { node: this.#scalar(at, stop, true), at: stop };
  }
  /** Where a scalar inside brackets ends: before a comma, a bracket, or the colon of a key. */
  #flowEnd(at, end) {
    const text2 = this.#text;
    const first = text2[at];
    if (first === '"' || first === "'") return text2.indexOf(first, at + 1) + 1;
    let stop = at;
    while (stop < end && !",[]{}".includes(text2[stop]) && !(text2[stop] === ":" && (text2[stop + 1] === " " || ",[]{}".includes(text2[stop + 1] ?? ",")))) stop++;
    return stop;
  }
  #scalar(start, stop, flow) {
    const text2 = this.#text;
    let end = stop;
    while (end > start && text2[end - 1] === " ") end--;
    const first = text2[start];
    const source = text2.slice(start, end);
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
async function prepareYaml(text2) {
  if (text2 !== void 0 && readPlainYaml(text2)) return;
  library ??= await Promise.resolve().then(() => require("./text-yaml.js"));
}
var ALIAS_LIMIT = 1e4;
var DEPTH_LIMIT = 200;
function parseYaml(file) {
  const { text: text2 } = file;
  const plain = readPlainYaml(text2);
  if (plain) return { documents: [plain], errors: [] };
  if (!library) throw new Error("prepareYaml() has not been awaited");
  const deep = nestedTooDeep(text2);
  if (deep !== void 0) return { documents: [], errors: [{ message: `nested deeper than ${DEPTH_LIMIT} levels`, start: deep, end: deep + 1 }] };
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return read(text2, library);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { documents: [], errors: [{ message: "nested too deeply", start: 0, end: 0 }] };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
function read(text2, yaml) {
  const composer = new yaml.Composer({ strict: true, uniqueKeys: false, logLevel: "silent", merge: true, keepSourceTokens: false });
  const documents = [];
  const errors = [];
  for (const document of composer.compose(tokensOf(text2, yaml))) {
    const unknown = document.warnings.filter((w) => w.code !== "TAG_RESOLVE_FAILED");
    for (const { message: message2, pos } of [...document.errors, ...unknown].slice(0, MOST_FAULTS)) errors.push({ message: sentence(message2), start: pos[0], end: pos[1] });
    if (document.errors.length > 0) continue;
    const builder = new TreeBuilder(text2, yaml);
    const root = builder.node(document.contents, 0);
    if (builder.trouble) errors.push(builder.trouble);
    else documents.push(root);
  }
  return { documents, errors };
}
function* tokensOf(text2, yaml) {
  let faults = 0;
  for (const token of new yaml.Parser().parse(text2)) {
    yield token;
    if (token.type === "error" && ++faults === MOST_FAULTS) return;
  }
}
var MOST_FAULTS = 1e3;
var sentence = (message2) => message2.replace(/\s+/g, " ").trim();
var TreeBuilder = class {
  #text;
  #yaml;
  #anchors = /* @__PURE__ */ new Map();
  #size = 0;
  #aliased = 0;
  #depth = 0;
  trouble;
  constructor(text2, yaml) {
    this.#text = text2;
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
  #fail(message2, span) {
    this.trouble ??= { message: message2.length > 200 ? `${message2.slice(0, 199)}\u2026` : message2, start: span.start, end: span.end };
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
    const entries2 = [];
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
        entries2.push({ key: key.text, value, start: key.start, end: key.end });
      }
    }
    for (const entry of merged) if (!own.has(entry.key)) {
      own.add(entry.key);
      entries2.push(entry);
    }
    return { kind: "map", entries: entries2, ...span };
  }
};
function scalarOf(from, span, text2) {
  const plain = from.type === "PLAIN" || from.type === void 0;
  const source = from.source ?? text2.slice(span.start, span.end);
  const { value } = from;
  const known3 = typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null ? value : source;
  const tag = from.tag !== void 0 && !from.tag.startsWith("tag:yaml.org,2002:") ? { tag: from.tag } : {};
  return { kind: "scalar", value: known3, text: plain ? source : String(known3), quoted: !plain, ...tag, ...span };
}
var empty = (at) => ({ kind: "scalar", value: null, text: "", quoted: false, start: at, end: at });
function nestedTooDeep(text2) {
  let depth = 0;
  const bracket = /[[\]{}]/g;
  for (let m = bracket.exec(text2); m; m = bracket.exec(text2)) {
    depth = m[0] === "[" || m[0] === "{" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEPTH_LIMIT) return m.index;
  }
  return void 0;
}
function entryOf(node, key) {
  if (node?.kind !== "map") return void 0;
  if (node.entries.length < LARGE) return node.entries.find((e) => e.key === key);
  let index = indexes.get(node);
  if (!index) indexes.set(node, index = new Map(node.entries.map((e) => [e.key, e])));
  return index.get(key);
}
var LARGE = 64;
var indexes = /* @__PURE__ */ new WeakMap();
function plainValue(node) {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  return Object.fromEntries(node.entries.map((e) => [e.key, plainValue(e.value)]));
}
var [HIGH, LOW] = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? [1, 0] : [0, 1];
var half = new BigUint64Array(1);
var quarters = new Uint32Array(half.buffer);
function writeLarge(number, words, at) {
  half[0] = number >> 64n;
  words[at] = quarters[HIGH];
  words[at + 1] = quarters[LOW];
  half[0] = number;
  words[at + 2] = quarters[HIGH];
  words[at + 3] = quarters[LOW];
}
function readLarge(words, at) {
  return readHalf(words, at) << 64n | readHalf(words, at + 2);
}
function readHalf(words, at) {
  quarters[HIGH] = words[at];
  quarters[LOW] = words[at + 1];
  return half[0];
}
var MAX4 = 4294967295;
var DOT = 46;
var COLON = 58;
function parseIPv4(text2, start = 0, end = text2.length) {
  let sum = 0;
  let octet = -1;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const unit = text2.charCodeAt(i);
    if (unit === DOT) {
      if (octet < 0) return void 0;
      sum = sum * 256 + octet;
      octet = -1;
      dots++;
    } else if (unit < 48 || unit > 57 || octet === 0) return void 0;
    else {
      octet = (octet < 0 ? 0 : octet * 10) + unit - 48;
      if (octet > 255) return void 0;
    }
  }
  return octet < 0 || dots !== 3 ? void 0 : sum * 256 + octet;
}
function parseIPv6(text2) {
  return readIPv6(text2, 0, text2.length) ? readLarge(address, 0) : void 0;
}
var groups = new Uint16Array(8);
var address = new Uint32Array(4);
function readIPv6(text2, start, end) {
  let count = 0;
  let gap = -1;
  let at = start;
  if (text2.startsWith("::", at) && end - start > 1) {
    gap = 0;
    at += 2;
  }
  while (at < end) {
    if (count === 8) return false;
    const first = at;
    let group2 = 0;
    for (; at < end && at < first + 4; at++) {
      const digit = hexDigit(text2.charCodeAt(at));
      if (digit < 0) break;
      group2 = group2 * 16 + digit;
    }
    if (text2.charCodeAt(at) === DOT) {
      const low = parseIPv4(text2, first, end);
      if (low === void 0 || count === 7) return false;
      groups[count++] = low >>> 16;
      groups[count++] = low & 65535;
      break;
    }
    if (at === first) return false;
    groups[count++] = group2;
    if (at === end) break;
    if (text2.charCodeAt(at++) !== COLON || at === end) return false;
    if (text2.charCodeAt(at) === COLON) {
      if (gap >= 0) return false;
      gap = count;
      at++;
    }
  }
  if (gap < 0 ? count !== 8 : count === 8) return false;
  const after = gap < 0 ? 0 : 8 - count + gap;
  const group = (i) => gap < 0 || i < gap ? groups[i] : i < after ? 0 : groups[i - after + gap];
  for (let word2 = 0; word2 < 4; word2++) address[word2] = group(2 * word2) * 65536 + group(2 * word2 + 1);
  return true;
}
function hexDigit(unit) {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
function parseAddressRange(text2) {
  const token = text2.trim();
  const dash = token.indexOf("-");
  if (dash > 0) {
    const from = token.slice(0, dash).trim();
    const to = token.slice(dash + 1).trim();
    const f4 = parseIPv4(from);
    const t4 = parseIPv4(to);
    if (f4 !== void 0 && t4 !== void 0) return f4 <= t4 ? { v4: [f4, t4] } : void 0;
    const f6 = parseIPv6(from);
    const t6 = parseIPv6(to);
    return f6 !== void 0 && t6 !== void 0 && f6 <= t6 ? { v6: [f6, t6] } : void 0;
  }
  const slash = token.indexOf("/");
  const end = slash < 0 ? token.length : slash;
  const suffix2 = slash < 0 ? void 0 : token.slice(slash + 1);
  const v4 = parseIPv4(token, 0, end);
  if (v4 !== void 0) {
    const bits22 = suffix2 === void 0 ? 32 : prefixOf(suffix2);
    if (bits22 === void 0) return void 0;
    const size = 2 ** (32 - bits22);
    const from = Math.floor(v4 / size) * size;
    return { v4: [from, from + size - 1] };
  }
  const bits2 = suffix2 === void 0 ? 128 : /^\d{1,3}$/.test(suffix2) ? Number(suffix2) : 129;
  return bits2 <= 128 && readIPv6(token, 0, end) ? { v6: subnetOf(bits2) } : void 0;
}
function subnetOf(bits2) {
  for (let word2 = 0; word2 < 4; word2++) address[word2] = address[word2] & ~hostMask(bits2, word2);
  const from = readLarge(address, 0);
  if (bits2 === 128) return [from, from];
  for (let word2 = 0; word2 < 4; word2++) address[word2] = address[word2] | hostMask(bits2, word2);
  return [from, readLarge(address, 0)];
}
var hostMask = (bits2, word2) => 2 ** Math.min(32, Math.max(0, 32 * (word2 + 1) - bits2)) - 1;
function prefixOf(text2) {
  if (text2.length < 3) return /^\d{1,2}$/.test(text2) && Number(text2) <= 32 ? Number(text2) : void 0;
  const mask = parseIPv4(text2);
  if (mask === void 0) return void 0;
  const zeros = MAX4 - mask;
  const bits2 = Math.log2(zeros + 1);
  return Number.isInteger(bits2) ? 32 - bits2 : void 0;
}
function formatIPv4(n) {
  return `${Math.floor(n / 16777216)}.${Math.floor(n / 65536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`;
}
function formatIPv6(n) {
  const all = Array.from({ length: 8 }, (_, i) => Number(n >> BigInt(112 - 16 * i) & 0xffffn));
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (at + length < 8 && all[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  const hex = (part) => part.map((g) => g.toString(16)).join(":");
  return best.at < 0 ? hex(all) : `${hex(all.slice(0, best.at))}::${hex(all.slice(best.at + best.length))}`;
}
var NONE = Object.freeze([]);
var MAX42 = 4294967295;
var MAX6 = (1n << 128n) - 1n;
var ANY_ADDRESSES = Object.freeze({
  v4: Object.freeze([[0, MAX42]]),
  v6: Object.freeze([[0n, MAX6]]),
  keywords: NONE,
  unresolved: NONE
});
var NO_ADDRESSES = Object.freeze({ v4: NONE, v6: NONE, keywords: NONE, unresolved: NONE });
function addressSet(v4, v6 = NONE, keywords = NONE, unresolved = NONE, text2) {
  const words = bothFamilies(keywords);
  return text2 === void 0 ? { v4: joined(v4, 1), v6: joined(v6, 1n), keywords: words, unresolved } : { v4: joined(v4, 1), v6: joined(v6, 1n), keywords: words, unresolved, text: text2 };
}
function joined(ranges, one) {
  if (isInOrder(ranges, one)) return ranges.slice();
  const sorted = [...ranges].sort((a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
  const out = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1] + one) {
      if (to > last[1]) last[1] = to;
    } else out.push([from, to]);
  }
  return out;
}
function isInOrder(ranges, one) {
  for (let i = 1; i < ranges.length; i++) {
    if (ranges[i][0] <= ranges[i - 1][1] + one) return false;
  }
  return true;
}
function bothFamilies(keywords) {
  if (keywords.length < 2) return keywords;
  const set = new Set(keywords);
  for (const word2 of [...set]) {
    if (!word2.endsWith("4")) continue;
    const base = word2.slice(0, -1);
    if (set.has(`${base}6`) || set.has(base)) {
      set.delete(word2);
      set.delete(`${base}6`);
      set.add(base);
    }
  }
  for (const word2 of [...set]) if (word2.endsWith("6") && set.has(word2.slice(0, -1))) set.delete(word2);
  return [...set].sort();
}
var WrittenRange = class {
  from;
  to;
  #written;
  constructor([from, to], written) {
    this.from = from;
    this.to = to;
    this.#written = written;
  }
  get v4() {
    return [[this.from, this.to]];
  }
  get v6() {
    return NONE;
  }
  get keywords() {
    return NONE;
  }
  get unresolved() {
    return NONE;
  }
  get text() {
    return [this.#written];
  }
};
var WrittenRanges = class {
  text;
  #ends;
  constructor(ends, text2) {
    this.text = text2;
    this.#ends = ends;
  }
  get v4() {
    return this.text.map((_, i) => [this.#ends[2 * i], this.#ends[2 * i + 1]]);
  }
  get v6() {
    return NONE;
  }
  get keywords() {
    return NONE;
  }
  get unresolved() {
    return NONE;
  }
};
function writtenRanges(tokens) {
  const ends = Array(tokens.length > 1 ? 2 * tokens.length : 0);
  let last = -1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i].trim();
    const first = token.charCodeAt(0);
    const range = first >= 48 && first <= 57 ? parseAddressRange(token) : void 0;
    if (!range || !("v4" in range) || range.v4[0] <= last) return void 0;
    if (tokens.length === 1) return new WrittenRange(range.v4, token);
    ends[2 * i] = range.v4[0];
    ends[2 * i + 1] = range.v4[1];
    last = range.v4[1] + 1;
  }
  return tokens.length === 0 ? void 0 : new WrittenRanges(ends, tokens.map((token) => token.trim()));
}
function parseAddresses(tokens, keywords) {
  const written = writtenRanges(tokens);
  if (written) return { set: written, bad: NONE };
  const v4 = [];
  const v6 = [];
  const words = [];
  const text2 = [];
  const bad = [];
  let any = false;
  for (const raw of tokens) {
    const token = raw.trim();
    const lower = token.toLowerCase();
    if (lower === "any" || lower === "*") {
      any = true;
      continue;
    }
    const keyword = keywords.get(lower);
    const range = keyword ? void 0 : parseAddressRange(token);
    if (keyword) {
      words.push(keyword);
      text2.push(keyword);
    } else if (!range) bad.push(token);
    else {
      if ("v4" in range) v4.push(range.v4);
      else v6.push(range.v6);
      text2.push(token);
    }
  }
  return { set: any || text2.length === 0 ? ANY_ADDRESSES : addressSet(v4, v6, words, NONE, text2.slice()), bad };
}
var isAnyAddress = (set) => {
  if (set.from !== void 0) return false;
  const v6 = set.v6[0];
  if (v6 === void 0) return false;
  const v4 = set.v4[0];
  return v4 !== void 0 && v4[0] === 0 && v4[1] === MAX42 && v6[0] === 0n && v6[1] === MAX6;
};
var isNoAddress = (set) => set.v4.length === 0 && set.v6.length === 0 && set.keywords.length === 0 && set.unresolved.length === 0;
function unionAddresses(a, b) {
  return addressSet([...a.v4, ...b.v4], [...a.v6, ...b.v6], [...a.keywords, ...b.keywords], [...a.unresolved, ...b.unresolved]);
}
function intersectAddresses(a, b) {
  return addressSet(meet(a.v4, b.v4), meet(a.v6, b.v6));
}
function subtractAddresses(a, b) {
  return addressSet(without(a.v4, b.v4, 1), without(a.v6, b.v6, 1n), a.keywords, a.unresolved);
}
function meet(a, b) {
  const few = a.length <= b.length ? a : b;
  const many = few === a ? b : a;
  const out = [];
  for (const [af, at] of few) {
    for (let i = firstFrom(many, af); i < many.length; i++) {
      const [bf, bt] = many[i];
      if (bf > at) break;
      out.push([af > bf ? af : bf, at < bt ? at : bt]);
    }
  }
  return out;
}
function without(a, b, one) {
  if (a.length === 0 || b.length === 0) return a;
  const out = [];
  let next = firstFrom(b, a[0][0]);
  for (const range of a) {
    let [from] = range;
    const [, to] = range;
    while (next < b.length && b[next][1] < from) next++;
    for (; next < b.length && from <= to; next++) {
      const [bf, bt] = b[next];
      if (bf > to) break;
      if (from < bf) out.push([from, bf - one]);
      from = bt + one;
      if (bt > to) break;
    }
    if (from === range[0]) out.push(range);
    else if (from <= to) out.push([from, to]);
  }
  return out;
}
function firstFrom(ranges, from) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (ranges[middle][1] < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
function touchesAddresses(a, b) {
  return touchesRanges(a.v4, b.v4) || touchesRanges(a.v6, b.v6);
}
function touchesRanges(a, b) {
  const few = a.length <= b.length ? a : b;
  const many = few === a ? b : a;
  return few.some(([from, to]) => {
    const other = many[firstFrom(many, from)];
    return other !== void 0 && other[0] <= to;
  });
}
function includesAddresses(outer, inner) {
  if (inner.unresolved.length > 0) return false;
  if (outer === inner || isAnyAddress(outer)) return true;
  const { v4, v6, keywords } = outer;
  return inner.keywords.every((k) => keywords.includes(k) || keywords.includes(k.replace(/[46]$/, ""))) && inner.v4.every(([from, to]) => v4.some(([of, ot]) => of <= from && to <= ot)) && inner.v6.every(([from, to]) => v6.some(([of, ot]) => of <= from && to <= ot));
}
function addressTexts(set) {
  if (isAnyAddress(set)) return NONE;
  if (set.text) return set.text;
  return [...set.v4.map(range4Text), ...set.v6.map(range6Text), ...set.keywords, ...set.unresolved];
}
function range4Text([from, to]) {
  const bits2 = 32 - Math.log2(to - from + 1);
  if (from === to) return formatIPv4(from);
  return Number.isInteger(bits2) && from % (to - from + 1) === 0 ? `${formatIPv4(from)}/${bits2}` : `${formatIPv4(from)}-${formatIPv4(to)}`;
}
function range6Text([from, to]) {
  if (from === to) return formatIPv6(from);
  const size = to - from + 1n;
  const isPower = (size & size - 1n) === 0n;
  return isPower && from % size === 0n ? `${formatIPv6(from)}/${129 - size.toString(2).length}` : `${formatIPv6(from)}-${formatIPv6(to)}`;
}
function sampleAddress(set) {
  const v4 = set.v4[0];
  const v6 = set.v6[0];
  return v4 ? formatIPv4(v4[0]) : v6 ? formatIPv6(v6[0]) : void 0;
}
var NONE2 = Object.freeze([]);
var ANY_PORTS = Object.freeze({ ranges: Object.freeze([[0, 65535]]), keywords: NONE2, unresolved: NONE2 });
function portSet(ranges, keywords = NONE2, unresolved = NONE2, text2) {
  const words = keywords.length < 2 ? keywords : [...new Set(keywords)].sort();
  return text2 === void 0 ? { ranges: joined2(ranges), keywords: words, unresolved } : { ranges: joined2(ranges), keywords: words, unresolved, text: text2 };
}
function joined2(ranges) {
  if (isInOrder2(ranges)) return ranges;
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const out = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
function isInOrder2(ranges) {
  for (let i = 1; i < ranges.length; i++) if (ranges[i][0] <= ranges[i - 1][1] + 1) return false;
  return true;
}
var PortEntry = class {
  from;
  to;
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  get ranges() {
    return [[this.from, this.to]];
  }
  get keywords() {
    return NONE2;
  }
  get unresolved() {
    return NONE2;
  }
  get text() {
    return [rangeText([this.from, this.to])];
  }
};
var singlePorts = /* @__PURE__ */ new Map();
function portEntry(port) {
  let entry = singlePorts.get(port);
  if (!entry) singlePorts.set(port, entry = new PortEntry(port, port));
  return entry;
}
var PortList = class {
  entries;
  constructor(entries2) {
    this.entries = entries2;
  }
  get ranges() {
    return this.entries.map(({ from, to }) => [from, to]);
  }
  get keywords() {
    return NONE2;
  }
  get unresolved() {
    return NONE2;
  }
  get text() {
    return this.entries.map(({ from, to }) => rangeText([from, to]));
  }
};
function isListOfPorts(sets) {
  let last = -1;
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i];
    if (!(set instanceof PortEntry) || set.from <= last) return false;
    last = set.to + 1;
  }
  return true;
}
function smallNumber(text2) {
  if (text2.length === 0 || text2.length > 5) return -1;
  let number = 0;
  for (let i = 0; i < text2.length; i++) {
    const digit = text2.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
function parsePort(token) {
  const dash = token.indexOf("-");
  const from = smallNumber(dash < 0 ? token : token.slice(0, dash).trimEnd());
  const to = dash < 0 ? from : smallNumber(token.slice(dash + 1).trimStart());
  if (from < 0 || to > 65535 || from > to) return void 0;
  return from === to ? portEntry(from) : new PortEntry(from, to);
}
function parsePortRange(token) {
  const entry = parsePort(token);
  return entry && [entry.from, entry.to];
}
function portsOf(list) {
  const ranges = [];
  for (const entry of list) {
    const range = typeof entry === "number" ? [entry, entry] : parsePortRange(entry);
    if (range) ranges.push(range);
  }
  return portSet(ranges);
}
function parsePorts(tokens, keywords) {
  const entries2 = tokens.map((token) => parsePort(token.trim()));
  if (entries2.length > 0 && !entries2.includes(void 0) && isListOfPorts(entries2)) {
    return { set: entries2.length === 1 ? entries2[0] : new PortList(entries2), bad: NONE2 };
  }
  const ranges = [];
  const words = [];
  const text2 = [];
  const bad = [];
  let any = false;
  for (const [i, entry] of entries2.entries()) {
    if (entry) {
      const range = [entry.from, entry.to];
      ranges.push(range);
      text2.push(rangeText(range));
      continue;
    }
    const token = tokens[i].trim();
    const lower = token.toLowerCase();
    const keyword = keywords.get(lower);
    if (lower === "any" || lower === "*") any = true;
    else if (keyword) {
      words.push(keyword);
      text2.push(keyword);
    } else bad.push(token);
  }
  return { set: any || text2.length === 0 ? ANY_PORTS : portSet(ranges, words, NONE2, text2), bad };
}
var rangeText = ([from, to]) => from === to ? String(from) : `${from}-${to}`;
function portTexts(set) {
  if (isAnyPort(set)) return NONE2;
  return set.text ?? [...set.ranges.map(rangeText), ...set.keywords, ...set.unresolved];
}
var isAnyPort = (set) => {
  if (set.from !== void 0) return set.from === 0 && set.to === 65535;
  if (set instanceof PortList) return false;
  const first = set.ranges[0];
  return first !== void 0 && first[0] === 0 && first[1] === 65535;
};
var isEmpty = (set) => set.ranges.length === 0 && set.keywords.length === 0 && set.unresolved.length === 0;
function union(a, b) {
  return portSet([...a.ranges, ...b.ranges], [...a.keywords, ...b.keywords], [...a.unresolved, ...b.unresolved]);
}
function intersect(a, b) {
  const ranges = [];
  const own = a.ranges;
  const others = b.ranges;
  const few = own.length <= others.length ? own : others;
  const many = few === own ? others : own;
  for (let i = 0; i < few.length; i++) {
    const from = few[i][0];
    const to = few[i][1];
    for (let j = firstFrom2(many, from); j < many.length; j++) {
      const other = many[j];
      if (other[0] > to) break;
      ranges.push([Math.max(from, other[0]), Math.min(to, other[1])]);
    }
  }
  const anyA = isAnyPort(a);
  const anyB = isAnyPort(b);
  const keywords = [...a.keywords.filter((k) => anyB || b.keywords.includes(k)), ...anyA ? b.keywords : []];
  return portSet(ranges, keywords);
}
function subtract(a, b) {
  const left = [];
  const cuts = b.ranges;
  let next = 0;
  for (const range of a.ranges) {
    let [from] = range;
    const [, to] = range;
    while (next < cuts.length && cuts[next][1] < from) next++;
    for (; next < cuts.length && from <= to; next++) {
      const [bf, bt] = cuts[next];
      if (bf > to) break;
      if (from < bf) left.push([from, bf - 1]);
      from = bt + 1;
      if (bt > to) break;
    }
    if (from <= to) left.push([from, to]);
  }
  const keywords = isAnyPort(b) ? NONE2 : a.keywords.filter((k) => !b.keywords.includes(k));
  return portSet(left, keywords, a.unresolved);
}
function touches(a, b) {
  if (a.from !== void 0 && a.to !== void 0) return touchesRange(b, a.from, a.to);
  if (a instanceof PortList) {
    for (let i = 0; i < a.entries.length; i++) {
      const entry = a.entries[i];
      if (touchesRange(b, entry.from, entry.to)) return true;
    }
    return false;
  }
  const { ranges } = a;
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i];
    if (touchesRange(b, range[0], range[1])) return true;
  }
  return false;
}
function touchesRange(set, from, to) {
  if (set.from !== void 0 && set.to !== void 0) return set.from <= to && from <= set.to;
  const { ranges } = set;
  const next = ranges[firstFrom2(ranges, from)];
  return next !== void 0 && next[0] <= to;
}
var endsOf = ({ ranges }) => Int32Array.from(ranges.flat());
function includes(outer, inner) {
  if (outer === inner) return inner.unresolved.length === 0;
  if (inner.unresolved.length > 0) return false;
  if (isAnyPort(outer)) return true;
  if (inner.from !== void 0 && inner.to !== void 0) return includesRange(outer, inner.from, inner.to);
  const { ranges, keywords } = inner;
  for (let i = 0; i < keywords.length; i++) if (!outer.keywords.includes(keywords[i])) return false;
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i];
    if (!includesRange(outer, range[0], range[1])) return false;
  }
  return true;
}
function includesRange({ ranges }, from, to) {
  const around = ranges[firstFrom2(ranges, from)];
  return around !== void 0 && around[0] <= from && to <= around[1];
}
function firstFrom2(ranges, port) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (ranges[middle][1] < port) low = middle + 1;
    else high = middle;
  }
  return low;
}
var PART_NAMES = [
  "id",
  "name",
  "group",
  "direction",
  "action",
  "enabled",
  "protocol",
  "localPorts",
  "remotePorts",
  "icmp",
  "profiles",
  "localAddresses",
  "remoteAddresses",
  "program",
  "service",
  "interfaceTypes"
];
var DOMAIN = 1;
var PRIVATE = 2;
var PUBLIC = 4;
var ALL_PROFILES = 7;
var PROFILES = ["domain", "private", "public"];
var profileBit = (profile) => 1 << PROFILES.indexOf(profile);
var profileNames = (set) => PROFILES.filter((p) => (set & profileBit(p)) !== 0);
function makeRule(said) {
  return {
    id: said.id ?? null,
    name: said.name,
    group: said.group,
    direction: said.direction ?? "inbound",
    action: said.action ?? "allow",
    enabled: said.enabled ?? true,
    protocol: said.protocol ?? "any",
    localPorts: said.localPorts ?? ANY_PORTS,
    remotePorts: said.remotePorts ?? ANY_PORTS,
    icmp: said.icmp ?? [],
    profiles: said.profiles ?? ALL_PROFILES,
    localAddresses: said.localAddresses ?? ANY_ADDRESSES,
    remoteAddresses: said.remoteAddresses ?? ANY_ADDRESSES,
    program: said.program,
    service: said.service,
    interfaceTypes: said.interfaceTypes ?? [],
    platforms: said.platforms ?? [],
    unmodelled: said.unmodelled ?? [],
    ipsec: said.ipsec ?? false,
    partial: said.partial,
    malformed: said.malformed,
    source: said.source,
    parts: said.parts
  };
}
var changedRule = (rule, values) => makeRule({
  id: rule.id,
  name: rule.name,
  group: rule.group,
  direction: rule.direction,
  action: rule.action,
  enabled: rule.enabled,
  protocol: rule.protocol,
  localPorts: rule.localPorts,
  remotePorts: rule.remotePorts,
  icmp: rule.icmp,
  profiles: rule.profiles,
  localAddresses: rule.localAddresses,
  remoteAddresses: rule.remoteAddresses,
  program: rule.program,
  service: rule.service,
  interfaceTypes: rule.interfaceTypes,
  platforms: rule.platforms,
  unmodelled: rule.unmodelled,
  ipsec: rule.ipsec,
  partial: rule.partial,
  malformed: rule.malformed,
  source: rule.source,
  parts: rule.parts,
  ...values
});
var PROTOCOL_NAMES = /* @__PURE__ */ new Map([[1, "icmpv4"], [6, "tcp"], [17, "udp"], [58, "icmpv6"]]);
var protocolName = (protocol) => protocol === "any" ? "any" : PROTOCOL_NAMES.get(protocol) ?? String(protocol);
function parseProtocol(text2) {
  const word2 = text2.trim().toLowerCase();
  if (word2 === "any" || word2 === "*") return "any";
  for (const [number, name] of PROTOCOL_NAMES) if (name === word2) return number;
  return /^\d{1,3}$/.test(word2) && Number(word2) <= 255 ? Number(word2) : void 0;
}
function parseIcmp(text2) {
  const match = /^(\d{1,3})\s*(?:[:,]\s*(\d{1,3}|\*|any))?$/i.exec(text2.trim());
  if (!match || Number(match[1]) > 255) return void 0;
  const code2 = match[2];
  if (code2 === void 0 || /^(\*|any)$/i.test(code2)) return `${Number(match[1])}:*`;
  return Number(code2) > 255 ? void 0 : `${Number(match[1])}:${Number(code2)}`;
}
var isEcho = (type) => type === 8 || type === 128;
var icmpIncludes = (set, type) => set.length === 0 || set.includes(`${type}:*`) || isEcho(type) && set.includes(`${type}:0`);
var icmpTouches = (set, type) => icmpIncludes(set, type) || !isEcho(type) && set.some((entry) => entry.startsWith(`${type}:`));
var ruleTitle = ({ id, name }) => name.startsWith("@") && id !== null ? id : name;
var fileName = (path2) => path2.slice(Math.max(path2.lastIndexOf("\\"), path2.lastIndexOf("/")) + 1).toLowerCase();
var placeOf = (span) => span.origin.place(span.start, span.end, span.key);
var spanAt = (place2) => ({ origin: { path: place2.path, place: () => place2, line: () => void 0 }, start: 0, end: 0 });
function partOf(rule, name) {
  const { source, parts } = rule;
  const index = PART_NAMES.indexOf(name);
  for (let i = 0; parts && i < parts.length; i += 3) {
    if (parts[i] === index) return { origin: source.origin, start: parts[i + 1], end: parts[i + 2], key: source.key };
  }
  return source;
}
function neutralRule(rule) {
  const said = (value) => value === "unknown" ? void 0 : value;
  const filled = (list) => list.length === 0 ? void 0 : list;
  const protocol = said(rule.protocol);
  return {
    id: rule.id,
    name: rule.name,
    group: rule.group,
    direction: said(rule.direction),
    action: said(rule.action),
    enabled: said(rule.enabled),
    protocol: protocol === void 0 ? void 0 : protocolName(protocol),
    localPorts: filled(portTexts(rule.localPorts)),
    remotePorts: filled(portTexts(rule.remotePorts)),
    icmp: filled(rule.icmp),
    profiles: rule.profiles === ALL_PROFILES ? void 0 : profileNames(rule.profiles),
    localAddresses: filled(addressTexts(rule.localAddresses)),
    remoteAddresses: filled(addressTexts(rule.remoteAddresses)),
    program: rule.program,
    service: rule.service,
    interfaceTypes: filled(rule.interfaceTypes),
    platforms: filled(rule.platforms.map((p) => `${p.platform}:${p.major}:${p.minor}${p.orLater ? "+" : ""}`)),
    unmodelled: filled(rule.unmodelled),
    malformed: rule.malformed === void 0 ? void 0 : true,
    source: neutralPlace(placeOf(rule.source))
  };
}
function neutralPlace({ line, column, endLine, endColumn, offset, key }) {
  return { line, column, endLine, endColumn, offset, key };
}
var REPLACED_WHERE = "replaced or deleted where ";
var NOT_VERBOSE = "program and service=not in this dump";
const { didYouMean } = require("./commands.js");
const { UsageError: UsageError2 } = require("./commands.js");
var FEATURES = /* @__PURE__ */ new Map([["client-requests", "client-requests"], ["client-notification", "client-notification"], ["client-push", "client-push"], ["install-client-push", "client-push"], ["group-policy-install", "group-policy-install"], ["gpo-install", "group-policy-install"], ["install-gpo", "group-policy-install"], ["software-update-point-install", "software-update-point-install"], ["install-sup", "software-update-point-install"], ["manual-install", "manual-install"], ["install-manual", "manual-install"], ["software-distribution-install", "software-distribution-install"], ["install-software-distribution", "software-distribution-install"], ["client-status", "client-status"], ["install-all-methods", "client-status"], ["content-download", "content-download"], ["software-updates", "software-updates"], ["remote-control", "remote-control"], ["remote-assistance", "remote-assistance"], ["remote-diagnostics", "remote-diagnostics"], ["queries", "queries"], ["wake-up-proxy", "wake-up-proxy"], ["wake-on-lan", "wake-on-lan"], ["peer-cache", "peer-cache"], ["pe-peer-cache", "pe-peer-cache"], ["branchcache", "branchcache"], ["delivery-optimization", "delivery-optimization"], ["connected-cache", "connected-cache"], ["service-location", "service-location"], ["client-shares", "client-shares"], ["cloud-management-gateway", "cloud-management-gateway"], ["osd-pxe", "osd-pxe"], ["osd-multicast", "osd-multicast"], ["osd-state-migration", "osd-state-migration"], ["content-distribution", "content-distribution"], ["distribution-point-host", "distribution-point-host"], ["content-status", "content-status"], ["content-library", "content-library"], ["console-connection", "console-connection"], ["console-online", "console-online"], ["reporting", "reporting"], ["data-warehouse", "data-warehouse"], ["administration-service", "administration-service"], ["site-system-management", "site-system-management"], ["site-database", "site-database"], ["site-database-install", "site-database-install"], ["site-to-site", "site-to-site"], ["intersite-replication", "intersite-replication"], ["site-online", "site-online"], ["wsus-sync", "wsus-sync"], ["wsus-maintenance", "wsus-maintenance"], ["endpoint-protection", "endpoint-protection"], ["active-directory", "active-directory"], ["discovery-publishing", "discovery-publishing"], ["exchange-connector", "exchange-connector"], ["external-notification", "external-notification"], ["ibcm-install", "ibcm-install"], ["migration", "migration"], ["windows-infrastructure", "windows-infrastructure"], ["asset-intelligence", "asset-intelligence"], ["mdm-enrollment", "mdm-enrollment"], ["certificate-profiles", "certificate-profiles"], ["application-catalog", "application-catalog"], ["hybrid-mdm", "hybrid-mdm"]]);
var ASSUMED_FEATURES = ["client-requests", "client-notification", "client-push", "content-download", "software-updates", "remote-control"];
var ROLES = ["client", "peer-client", "console", "site-server", "sms-provider", "site-system", "management-point", "distribution-point", "pull-distribution-point", "source-distribution-point", "connected-cache", "software-update-point", "upstream-wsus", "fallback-status-point", "state-migration-point", "reporting-services-point", "data-warehouse-service-point", "service-connection-point", "endpoint-protection-point", "cmg-connection-point", "cmg", "azure", "azure-blob-storage", "azure-logic-app", "cloud-distribution-point", "certificate-registration-point", "ndes-policy-module", "issuing-ca", "enrollment-point", "enrollment-proxy-point", "mac-client", "mobile-device", "asset-intelligence-sync-point", "exchange-connector", "exchange-online", "exchange-on-premises", "application-catalog-website-point", "application-catalog-web-service-point", "intune", "sql", "sql-wsus", "domain-controller", "global-catalog", "source-server", "file-share-server", "content-library-server", "source-site", "internet", "microsoft-cloud", "delivery-optimization-service", "any-device", "windows-host", "windows-server"];
var CONDITIONS = ["client-communicates-http", "client-communicates-https", "fsp-assigned", "ccmsetup-source", "no-ccmsetup-source", "ccmsetup-run-from-share", "console-host-runs-windows-firewall", "remote-control-enabled", "remote-assistance-from-console", "legacy-os-xp-2003", "wake-up-proxy-enabled", "wake-on-lan-enabled", "wake-on-lan-by-client-notification", "peer-cache-source", "pe-peer-cache-used", "delta-content-enabled", "delivery-optimization-peering", "delivery-optimization-nat", "branchcache-enabled", "connected-cache-enabled", "cmg-used", "cmg-content-enabled", "cmg-vmss-one-vm", "cmg-vmss-many-vms", "cmg-classic", "dp-multicast", "dp-pxe", "dp-pxe-without-wds", "state-migration-used", "domain-joined-intranet", "internet-only", "wsus-cleanup-options", "remote-site-database", "sql-named-instance-custom-port", "sql-availability-group-load-balancer", "intersite-replication", "ibcm", "content-library-remote", "migration-data-gathering", "external-notifications", "exchange-connector-used", "administration-service-used", "remote-control-exception", "wake-up-proxy-exception", "peer-cache-exception", "site-server-initiates"];
var SETTINGS = ["http", "https", "client-notification", "wake-on-lan", "wake-up-proxy", "client-setting-wake-on-lan", "peer-cache-broadcast", "peer-cache-download", "delta-content", "wsus-http", "wsus-https", "wsus-sql", "sql", "sql-service-broker", "reporting-http", "reporting-https", "enrollment-https", "multicast", "rpc-dynamic"];
var TWO_NUMBERS = ["http", "https"];
var RANGES = ["multicast", "rpc-dynamic"];
var CODES = [
  "file-unreadable",
  "firewall-off",
  "ignore-expired",
  "ignore-unused",
  "local-rules-ignored",
  "policy-conflict",
  "policy-not-applied",
  "port-mismatch",
  "report-mismatch",
  "requirement-blocked",
  "requirement-missing",
  "requirement-partial",
  "requirement-unverifiable",
  "rule-duplicate",
  "rule-malformed",
  "rule-obsolete",
  "rule-shadowed",
  "rule-too-broad",
  "rule-unneeded",
  "site-settings-invalid"
];
function shown(node) {
  if (node.kind !== "scalar") return node.kind === "map" ? "a map" : "a list";
  if (node.value === null) return "nothing";
  const text2 = short(node.text);
  return typeof node.value === "string" ? JSON.stringify(text2) : text2;
}
var placeAt = ({ node, file }) => file.origin.place(node.start, node.end);
function fail(value, message2) {
  throw new UsageError2(message2, placeAt(value));
}
var mustBe = (value, what) => fail(value, `${label(value)} must be ${what}, not ${shown(value.node)}`);
var label = ({ name }) => name === "" ? "The config" : `"${name}"`;
function readMap(value, readers, required = []) {
  const out = {};
  for (const { key, item, keyItem } of entriesOf(value)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : void 0;
    if (!reader) fail(keyItem, `Unknown key "${keyItem.name}"${didYouMean(key, Object.keys(readers))}`);
    out[key] = reader(item);
  }
  const missing = required.find((key) => !Object.hasOwn(out, key));
  if (missing !== void 0) fail({ ...value, node: { ...value.node, end: value.node.start } }, `${label(value)} needs the key "${missing}"`);
  return out;
}
function entriesOf(value) {
  const { node, name, file } = value;
  if (node.kind !== "map") return mustBe(value, "a map");
  return node.entries.map(({ key, value: child, start, end }) => {
    const path2 = name === "" ? short(key) : `${name}.${short(key)}`;
    const keyNode = { kind: "scalar", value: key, text: key, quoted: true, start, end };
    return { key, item: { node: child, name: path2, file }, keyItem: { node: keyNode, name: path2, file } };
  });
}
var short = (text2) => text2.length > 60 ? `${text2.slice(0, 57)}...` : text2;
function itemsOf(value, what, least = 1) {
  const { node, name, file } = value;
  if (node.kind !== "list") return mustBe(value, what);
  if (node.items.length < least) return fail(value, `"${name}" is empty; it must be ${what}, or be left out`);
  return node.items.map((item, i) => ({ node: item, name: `${name}[${i}]`, file }));
}
var listOf = (read2, what, least = 1) => (value) => itemsOf(value, what, least).map(read2);
function text(value) {
  const { node } = value;
  if (node.kind !== "scalar" || typeof node.value !== "string") return mustBe(value, "a text");
  return node.value.trim() === "" ? fail(value, `"${value.name}" is empty`) : node.value;
}
function flag(value) {
  const { node } = value;
  return node.kind === "scalar" && typeof node.value === "boolean" ? node.value : mustBe(value, "true or false");
}
var wordOf = (...words) => (value) => {
  const { node } = value;
  const found2 = node.kind === "scalar" && typeof node.value === "string" ? words.find((word2) => word2 === node.value) : void 0;
  return found2 ?? fail(value, `"${value.name}" must be ${orList(words)}, not ${shown(node)}${node.kind === "scalar" ? didYouMean(node.text, words) : ""}`);
};
var orList = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
var LONGEST_PATH = 4096;
function path(value) {
  if (text(value).length > LONGEST_PATH) return fail(value, `"${value.name}" is longer than any path`);
  const written = text(value).replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  if (/^(?:\/|[a-z]:)/i.test(written) || written.split("/").includes("..")) return fail(value, `"${value.name}" must be a path inside the repository, not ${shown(value.node)}`);
  return written === "" ? "." : written;
}
function date(value) {
  const written = value.node.kind === "scalar" ? value.node.text : "";
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : mustBe(value, "a date such as 2027-06-30");
}
var NO_SITE = { communication: [], ports: /* @__PURE__ */ new Map(), systems: /* @__PURE__ */ new Map(), conditions: /* @__PURE__ */ new Set() };
var NOWHERE = { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
function defaultConfig() {
  return {
    path: void 0,
    site: NO_SITE,
    features: ASSUMED_FEATURES.map((value) => ({ value, place: NOWHERE })),
    assumed: true,
    targets: [],
    packs: [],
    names: [],
    severity: /* @__PURE__ */ new Map(),
    ignore: [],
    labels: /* @__PURE__ */ new Map(),
    redact: false,
    comment: "on-change"
  };
}
function readConfig(file) {
  const root = { node: rootOf(file), name: "", file };
  const names2 = [];
  const known3 = vocabulary(names2);
  const said = readMap(root, topLevel(known3));
  if (said.packs === void 0 && names2[0]) {
    const { kind, value, place: place2 } = names2[0];
    throw new UsageError2(`There is no ${kind} "${value.length > 60 ? `${value.slice(0, 57)}...` : value}"${didYouMean(value, WORDS[kind])}`, place2);
  }
  const targets = said.targets ?? [];
  checkTargets(targets, said.ignore ?? []);
  const byDefault = defaultConfig();
  return {
    path: file.path,
    site: said.site?.site ?? NO_SITE,
    ...said.site?.communication && { communicationPlace: said.site.communication },
    features: said.features ?? byDefault.features,
    assumed: said.features === void 0,
    targets,
    packs: said.packs ?? [],
    names: names2,
    severity: said.severity ?? byDefault.severity,
    ignore: (said.ignore ?? []).map(({ targetPlace: _, ...entry }) => entry),
    ...said.baseline && { baseline: said.baseline },
    labels: said.labels ?? byDefault.labels,
    ...said.encoding !== void 0 && { encoding: said.encoding },
    redact: said.redact ?? false,
    comment: said.comment ?? "on-change"
  };
}
function rootOf(file) {
  const { documents: [node, second], errors: [error] } = parseYaml(file);
  const kind = file.name.endsWith(".json") ? "JSON" : "YAML";
  if (error) throw new UsageError2(`This is not valid ${kind}: ${error.message}`, file.origin.place(error.start, error.end));
  if (second) throw new UsageError2("A config holds one document, not several", file.origin.place(second.start, second.start));
  if (!node || node.kind === "scalar" && node.value === null) return { kind: "map", entries: [], start: 0, end: 0 };
  return node;
}
function topLevel(known3) {
  return {
    $schema: text,
    version: (value) => value.node.kind === "scalar" && value.node.value === 1 ? 1 : mustBe(value, "the number 1"),
    site: siteOf(known3),
    features: featuresOf(known3),
    targets: listOf(targetOf(known3), "a list of targets"),
    packs: listOf(placed(path), "a list of paths"),
    severity: severities,
    ignore: listOf(ignoreEntry, "a list of entries", 0),
    baseline: placed(path),
    labels: (value) => new Map(entriesOf(value).map(({ key, item }) => [key, item.node.kind === "map" ? plainValue(item.node) : mustBe(item, "a map of labels")])),
    encoding: codePage,
    redact: flag,
    comment: wordOf("always", "on-change", "never")
  };
}
var placed = (read2) => (value) => ({ value: read2(value), place: placeAt(value) });
var WORDS = { feature: [...FEATURES.keys()], role: ROLES, condition: CONDITIONS, setting: SETTINGS };
function vocabulary(unknown) {
  return {
    name(kind, value) {
      const word2 = text(value);
      const id = kind === "feature" ? FEATURES.get(word2) : WORDS[kind].includes(word2) ? word2 : void 0;
      if (id === void 0) unknown.push({ kind, value: word2, place: placeAt(value) });
      return id ?? word2;
    }
  };
}
function featuresOf(known3) {
  return (value) => {
    const { node } = value;
    if (node.kind === "scalar") return node.value === "all" ? "all" : mustBe(value, "a list of features or the word all");
    const list = itemsOf(value, "a list of features or the word all");
    if (list.some((item) => item.node.kind === "scalar" && item.node.value === "all")) return "all";
    const seen = /* @__PURE__ */ new Map();
    for (const item of list) {
      const id = known3.name("feature", item);
      if (!seen.has(id)) seen.set(id, { value: id, place: placeAt(item) });
    }
    return [...seen.values()];
  };
}
function siteOf(known3) {
  return (value) => {
    let communication;
    const said = readMap(value, {
      communication: (item) => {
        communication = placeAt(item);
        return [...new Set(listOf(wordOf("http", "https"), "a list of http and https")(item))];
      },
      ports: (item) => new Map(entriesOf(item).map(({ key, item: port, keyItem }) => [known3.name("setting", keyItem), portsOf2(key, port)])),
      systems: (item) => new Map(entriesOf(item).map(({ item: list, keyItem }) => [known3.name("role", keyItem), addresses(list)])),
      conditions: listOf((item) => known3.name("condition", item), "a list of conditions", 0)
    });
    const site = { communication: said.communication ?? [], ports: said.ports ?? /* @__PURE__ */ new Map(), systems: said.systems ?? /* @__PURE__ */ new Map(), conditions: new Set(said.conditions) };
    return { site, communication };
  };
}
function portsOf2(key, value) {
  const two = TWO_NUMBERS.includes(key);
  const range = RANGES.includes(key) || !SETTINGS.includes(key);
  const what = two ? "a port number from 1 to 65535, or a list of two" : range ? "a range such as 49152-65535" : "a port number from 1 to 65535";
  const values = two && value.node.kind === "list" ? itemsOf(value, what) : [value];
  if (values.length > 2) mustBe(value, what);
  const ranges = values.map((item) => portRange(item, range, what));
  const choices = ranges.map((range2) => portSet([range2], [], [], [rangeText(range2)]));
  return { ports: choices.length === 1 ? choices[0] : portSet(ranges), choices, place: placeAt(value) };
}
function portRange(value, isRange, what) {
  const { node } = value;
  const isNumber = node.kind === "scalar" && typeof node.value === "number" && Number.isInteger(node.value);
  const isText = isRange && node.kind === "scalar" && typeof node.value === "string";
  const range = isNumber || isText ? parsePortRange(node.text.trim()) : void 0;
  return range && range[0] > 0 ? range : mustBe(value, what);
}
function addresses(value) {
  const items = itemsOf(value, "a list of addresses");
  const texts = items.map((item) => {
    const written = text(item).trim();
    return parseAddressRange(written) ? written : mustBe(item, "an address, a subnet such as 10.1.0.0/16, or a range such as 10.1.0.1-10.1.0.9");
  });
  const { set } = parseAddresses(texts, /* @__PURE__ */ new Map());
  return addressSet(set.v4, set.v6, [], [], texts);
}
function targetOf(known3) {
  return (value) => {
    const said = readMap(value, {
      name: text,
      role: (item) => known3.name("role", item),
      path: (item) => {
        const ends = readMap(item, { from: (end) => known3.name("role", end), to: (end) => known3.name("role", end) }, ["from", "to"]);
        return { from: ends.from, to: ends.to };
      },
      profiles: (item) => listOf(wordOf(...PROFILES), "a list of domain, private and public")(item).reduce((set, profile) => set | profileBit(profile), 0),
      features: featuresOf(known3),
      addresses,
      layers: listOf(layerOf, "a list of paths")
    }, ["name", "layers"]);
    if (said.role !== void 0 && said.path) fail(value, `"${value.name}" has a role or a path, not both`);
    return {
      name: said.name,
      place: placeAt(value),
      role: said.role ?? said.path?.from ?? "client",
      ...said.path && { path: said.path },
      profiles: said.profiles ?? DOMAIN,
      features: said.features,
      addresses: said.addresses,
      layers: said.layers
    };
  };
}
var layerOf = (value) => {
  if (value.node.kind === "scalar") return { path: path(value), store: void 0, place: placeAt(value) };
  const said = readMap(value, { path, store: wordOf("group-policy", "local", "mdm") }, ["path"]);
  return { path: said.path, store: said.store, place: placeAt(value) };
};
function checkTargets(targets, ignore) {
  const names2 = /* @__PURE__ */ new Set();
  for (const { name, place: place2 } of targets) {
    if (names2.has(name)) throw new UsageError2(`Two targets are called "${name}"`, place2);
    names2.add(name);
  }
  for (const { target, targetPlace } of ignore) {
    if (target === void 0 || targets.length === 0 || names2.has(target)) continue;
    throw new UsageError2(`There is no target "${target}"${didYouMean(target, names2)}`, targetPlace);
  }
}
var code = (value) => {
  const word2 = text(value);
  return CODES.includes(word2) ? word2 : fail(value, `There is no finding code ${shown(value.node)}${didYouMean(word2, CODES)}`);
};
var SEVERITIES = ["error", "warning", "notice", "off"];
var severities = (value) => new Map(entriesOf(value).map(({ item, keyItem }) => [code(keyItem), wordOf(...SEVERITIES)(item)]));
var ignoreEntry = (value) => {
  let targetPlace;
  const said = readMap(value, {
    code,
    requirement: text,
    target: (item) => {
      targetPlace = placeAt(item);
      return text(item);
    },
    path,
    reason: text,
    expires: date
  }, ["code", "reason", "expires"]);
  return { ...said, place: placeAt(value), ...targetPlace && { targetPlace } };
};
var CODE_PAGES = [
  "utf-8",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "cp437",
  "cp850",
  "cp852",
  "cp866",
  "cp932",
  "cp936",
  "cp949",
  "cp950"
];
var codePage = (value) => {
  const word2 = text(value).toLowerCase().replace(/^cp125/, "windows-125");
  return CODE_PAGES.includes(word2) ? word2 : fail(value, `"${value.name}" must be one of ${orList(CODE_PAGES)}, not ${shown(value.node)}`);
};
async function parseConfig(file) {
  await prepareYaml(file.text);
  return readConfig(file);
}
var PACK_CONFIGMGR = (0, import_node_fs2.readFileSync)((0, import_node_path2.join)(__dirname, "pack-configmgr.json"), "latin1");
var rowOf = (v, sources) => ({ id: v[0] ?? void 0, need: v[1] ?? void 0, feature: v[2] ?? void 0, from: v[3] ?? void 0, to: v[4] ?? void 0, kind: v[5] ?? void 0, protocol: v[6] ?? void 0, ports: v[7] ?? void 0, perspective: v[8] ?? void 0, direction: v[9] ?? void 0, severity: v[10] ?? void 0, seed: v[11] ?? void 0, setting: v[12] ?? void 0, conditions: v[13] ?? void 0, choice: v[14] ?? void 0, flow: v[15] ?? void 0, note: v[16] ?? void 0, sources: v[17].map((n) => sources[n]), fallback: v[18] ?? void 0, group: v[19] ?? void 0, satisfiedBy: v[20] ?? void 0, methods: v[21] ?? void 0, icmp: v[22] ?? void 0, directionStated: v[23] ?? void 0, keyword: v[24] ?? void 0, alternatives: v[25] ?? void 0, status: v[26] ?? void 0, default: v[27] ?? void 0, exception: v[28] ?? void 0, opensItself: v[29] ?? void 0, program: v[30] ?? void 0, programPath: v[31] ?? void 0, ends: v[32] ?? void 0, groupRules: v[33] ?? void 0 });
var pack;
function configmgrPack() {
  return pack ??= unpack(JSON.parse(PACK_CONFIGMGR));
}
function unpack({ requirements: { sources, rows }, ...rest2 }) {
  return { ...rest2, requirements: rows.map((values) => rowOf(values, sources)) };
}
const { UsageError: UsageError3 } = require("./commands.js");
var STRETCH = 1 << 16;
var PAGE = 1 << 14;
var PAGES = 32;
var OVERLAP = 1 << 12;
var Lender = class {
  #free = [];
  #stretch = NOTHING;
  #pages = Array(PAGES);
  /** The file that was read last. No other is held open. */
  #open;
  /** A file and its size in bytes. */
  loanOf(path2, size) {
    return {
      size,
      take: () => this.#whole(path2),
      giveBack: (bytes) => {
        this.#free.push(Buffer.from(bytes.buffer));
      },
      stretch: (start, length) => this.#read(path2, start, this.#stretch = atLeast(this.#stretch, Math.max(length, STRETCH))),
      look: (start, length) => this.#lookAt(path2, start, Math.min(length, size - start))
    };
  }
  #whole(path2) {
    try {
      const { size } = (0, import_node_fs4.fstatSync)(this.#handle(path2));
      return this.#read(path2, 0, atLeast(this.#free.pop() ?? NOTHING, size)).subarray(0, size);
    } catch {
      return NOTHING;
    }
  }
  /** Who looks at one place looks at it again, or behind it, or goes back and forth between two. */
  #lookAt(path2, start, length) {
    const offset = start % PAGE;
    if (offset + length > PAGE + OVERLAP) return this.#read(path2, start, Buffer.allocUnsafeSlow(length));
    const first = start - offset;
    const slot = first / PAGE % PAGES;
    let page = this.#pages[slot];
    if (page?.path !== path2 || page.start !== first) {
      const memory = page?.memory ?? Buffer.allocUnsafeSlow(PAGE + OVERLAP);
      this.#pages[slot] = page = { path: path2, start: first, bytes: this.#read(path2, first, memory), memory };
    }
    return page.bytes.subarray(offset);
  }
  /** Fills `into` with what the file has from `start` on. */
  #read(path2, start, into) {
    let end = 0;
    try {
      const handle = this.#handle(path2);
      while (end < into.length) {
        const count = (0, import_node_fs4.readSync)(handle, into, end, into.length - end, start + end);
        if (count === 0) break;
        end += count;
      }
    } catch {
    }
    return into.subarray(0, end);
  }
  #handle(path2) {
    if (this.#open?.path === path2) return this.#open.handle;
    if (this.#open) (0, import_node_fs4.closeSync)(this.#open.handle);
    this.#open = void 0;
    this.#open = { path: path2, handle: (0, import_node_fs4.openSync)(path2, "r") };
    return this.#open.handle;
  }
};
var NOTHING = Buffer.alloc(0);
var atLeast = (buffer, size) => buffer.length >= size ? buffer : Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
var MOST_BYTES = 2147418112;
var TOO_LARGE = "it is larger than 2 GiB, which is more than can be read at once";
var WINDOW = 1 << 18;
var Window = class {
  #window = Buffer.allocUnsafeSlow(WINDOW);
  /**
   * The bytes of a file; undefined for one that fills the window and `passesOver` says so of its beginning. Throws what Node throws, and
   * UsageError where there are more than MOST_BYTES.
   */
  read(file, passesOver) {
    const handle = (0, import_node_fs5.openSync)(file, "r");
    try {
      const count = (0, import_node_fs5.readSync)(handle, this.#window, 0, WINDOW, null);
      if (count < WINDOW) return Buffer.from(this.#window.subarray(0, count));
      const { size } = (0, import_node_fs5.fstatSync)(handle);
      if (size > MOST_BYTES) throw new UsageError3(TOO_LARGE);
      return passesOver?.(this.#window) === true ? void 0 : this.#rest(handle, size);
    } finally {
      (0, import_node_fs5.closeSync)(handle);
    }
  }
  /** A file that fills the window, which holds its beginning. */
  #rest(handle, size) {
    const bytes = Buffer.allocUnsafeSlow(Math.max(size, WINDOW));
    let end = this.#window.copy(bytes);
    while (end < bytes.length) {
      const count = (0, import_node_fs5.readSync)(handle, this.#window, 0, Math.min(WINDOW, bytes.length - end), null);
      if (count === 0) break;
      end += this.#window.copy(bytes, end, 0, count);
    }
    return bytes.subarray(0, end);
  }
};
var LOOK_FIRST = 1 << 20;
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", ".hg", ".svn", "node_modules"]);
var NEVER_POLICY = new Set(`
  png jpg jpeg gif bmp ico icns svg webp avif tif tiff psd ai eps heic mp3 mp4 m4a wav flac ogg avi mov mkv webm
  zip gz tgz bz2 xz zst 7z rar tar jar war ear nupkg whl cab msi msix msp iso vhd vhdx vmdk wim img dmg deb rpm apk
  exe dll sys so dylib lib a o obj pdb class pyc pyo wasm node
  pdf doc docx xls xlsx ppt pptx odt ods vsd vsdx one pst ttf otf woff woff2 eot
  md markdown mdx rst adoc tex c h cc cpp cxx hpp hh cs vb fs java kt kts scala groovy go rs swift m mm dart lua pl pm r jl
  js mjs cjs jsx ts mts cts tsx vue svelte css scss sass less map py pyi ipynb php sql proto graphql lock sum
  sqlite db mdb accdb pem crt cer key pfx p12 der admx adml evtx etl pcap pcapng dmp log
`.split(/\s+/).filter(Boolean));
function neverPolicy(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 && NEVER_POLICY.has(name.slice(dot + 1).toLowerCase());
}
function discover(root, paths, options = {}) {
  const walk = new Walk(root, options);
  for (const path2 of paths) walk.start(path2);
  walk.followLinks();
  return walk.read();
}
function pathFrom(root, path2) {
  const inside = (0, import_node_path3.relative)(root, (0, import_node_path3.resolve)(root, path2));
  const shown2 = inside === "" ? "." : (0, import_node_path3.isAbsolute)(inside) ? path2 : inside.startsWith("..") && (0, import_node_path3.isAbsolute)(path2) ? path2 : inside;
  return import_node_path3.sep === "/" ? shown2 : shown2.replaceAll(import_node_path3.sep, "/");
}
var Walk = class {
  #root;
  /** The root with what parts it from a path inside. */
  #inside;
  #realRoot;
  #options;
  /** Path as reports write it, to be read. */
  #found = /* @__PURE__ */ new Set();
  /** Files and folders seen, by their real path from the real root: what links name is not read twice. */
  #seen = /* @__PURE__ */ new Set();
  #links = [];
  #unreadable = [];
  #window = new Window();
  #lender = new Lender();
  #passedOver = 0;
  constructor(root, options) {
    this.#root = (0, import_node_path3.resolve)(root);
    this.#inside = this.#root.endsWith(import_node_path3.sep) ? this.#root : `${this.#root}${import_node_path3.sep}`;
    this.#realRoot = (0, import_node_fs3.realpathSync)(root);
    this.#options = options;
  }
  start(path2) {
    let stats;
    const shown2 = pathFrom(this.#root, path2);
    try {
      stats = (0, import_node_fs3.statSync)((0, import_node_path3.resolve)(this.#root, path2));
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") throw new UsageError3(`No such file or folder: ${path2}`);
      this.#unreadable.push({ path: shown2, why: reason(error) });
      return;
    }
    if (stats.isDirectory()) this.#folder(shown2 === "." ? "" : shown2, this.#realPath(shown2));
    else if (stats.isFile()) {
      this.#found.add(shown2);
      this.#seen.add(this.#realPath(shown2));
    } else throw new UsageError3(`Neither a file nor a folder: ${path2}`);
  }
  /** Own stack: a tree can be deeper than the call stack. */
  #folder(first, firstReal) {
    const stack = [{ folder: first, real: firstReal }];
    for (let next = stack.pop(); next !== void 0; next = stack.pop()) {
      const { folder, real } = next;
      if (this.#seen.has(`${real}/`)) continue;
      this.#seen.add(`${real}/`);
      let entries2;
      try {
        entries2 = (0, import_node_fs3.readdirSync)(this.#absolute(folder), { withFileTypes: true });
      } catch (error) {
        this.#unreadable.push({ path: folder === "" ? "." : folder, why: reason(error) });
        continue;
      }
      for (const entry of entries2) {
        const path2 = folder === "" ? entry.name : `${folder}/${entry.name}`;
        const realPath = real === "" ? entry.name : `${real}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!SKIPPED_FOLDERS.has(entry.name)) stack.push({ folder: path2, real: realPath });
        } else if (entry.isSymbolicLink()) this.#links.push(path2);
        else if (entry.isFile()) this.#candidate(path2, realPath, entry.name);
      }
    }
  }
  #candidate(path2, real, name) {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    if (neverPolicy(name) && !this.#options.wanted?.has(path2)) this.#passedOver++;
    else this.#found.add(path2);
  }
  /** From the real root, with `/`; outside of it a path that starts with `..` or is absolute. */
  #realPath(path2) {
    return (0, import_node_path3.relative)(this.#realRoot, (0, import_node_fs3.realpathSync)(this.#absolute(path2 === "." ? "" : path2))).split(import_node_path3.sep).join("/");
  }
  /** After the walk, in path order, so that what a link names and the walk has found anyway is read once. */
  followLinks() {
    for (let links = this.#links.splice(0).sort(); links.length > 0; links = this.#links.splice(0).sort()) {
      for (const link of links) this.#follow(link);
    }
  }
  #follow(link) {
    try {
      const inside = this.#realPath(link);
      if (inside.startsWith("../") || inside === ".." || (0, import_node_path3.isAbsolute)(inside)) {
        if (!neverPolicy(link)) this.#unreadable.push({ path: link, why: "it is a symbolic link that leaves the repository" });
        return;
      }
      if (inside.split("/").some((part) => SKIPPED_FOLDERS.has(part))) return;
      const stats = (0, import_node_fs3.statSync)(this.#absolute(link));
      if (stats.isDirectory()) this.#folder(link, inside);
      else if (stats.isFile()) this.#candidate(link, inside, link.slice(link.lastIndexOf("/") + 1));
    } catch (error) {
      if (!neverPolicy(link)) this.#unreadable.push({ path: link, why: codeOf(error) === "ENOENT" ? "it is a symbolic link to nothing" : reason(error) });
    }
  }
  read() {
    const files = [];
    const paths = [...this.#found].sort();
    const isLater = this.#options.later?.(paths);
    for (const path2 of paths) {
      try {
        const bytes = (isLater?.(path2) === true ? this.#loan(path2) : void 0) ?? this.#bytes(path2);
        if (bytes === void 0) this.#passedOver++;
        else files.push(sourceFile(path2, bytes, this.#options.codePage));
      } catch (error) {
        this.#unreadable.push({ path: path2, why: reason(error) });
      }
      this.#options.progress?.(files.length);
    }
    return { files, unreadable: this.#unreadable.sort((a, b) => a.path < b.path ? -1 : 1), passedOver: this.#passedOver };
  }
  #bytes(path2) {
    const file = this.#absolute(path2);
    if (!KNOWN.test(path2) && this.#options.wanted?.has(path2) !== true && (0, import_node_fs3.statSync)(file).size > LOOK_FIRST && looksBinary(head(file))) return void 0;
    return this.#window.read(file, (first) => markOf(first) === "PReg") ?? this.#loan(path2);
  }
  /** Undefined where it is too large. Throws where it cannot be opened. */
  #loan(path2) {
    const file = this.#absolute(path2);
    (0, import_node_fs3.accessSync)(file, import_node_fs3.constants.R_OK);
    const { size } = (0, import_node_fs3.statSync)(file);
    return size <= MOST_BYTES ? this.#lender.loanOf(file, size) : void 0;
  }
  /** What the walk finds below the root is in order as it is, and there may be thousands. */
  #absolute(path2) {
    if ((0, import_node_path3.isAbsolute)(path2)) return path2;
    return path2 === "" || path2.startsWith(".") ? (0, import_node_path3.join)(this.#root, path2) : `${this.#inside}${path2}`;
  }
};
var KNOWN = /\.(pol|ps1|psm1|reg|cmd|bat|xml|json|ya?ml|csv|txt|mof|wfw)$/i;
function head(file) {
  const bytes = new Uint8Array(4096);
  const handle = (0, import_node_fs3.openSync)(file, "r");
  try {
    return bytes.subarray(0, (0, import_node_fs3.readSync)(handle, bytes));
  } finally {
    (0, import_node_fs3.closeSync)(handle);
  }
}
var markOf = (bytes) => String.fromCharCode(...bytes.subarray(0, 4));
function looksBinary(bytes) {
  const mark = markOf(bytes);
  if (mark === "PReg" || mark === "regf" || /^(\u00ff\u00fe|\u00fe\u00ff)/.test(mark)) return false;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) {
    if (i % 2 === 0) even++;
    else odd++;
  }
  return even + odd > 0 && (even > 0 && odd > 0 || even + odd < bytes.length / 4);
}
var codeOf = (error) => error?.code ?? "";
function reason(error) {
  if (error instanceof UsageError3) return error.message;
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOENT":
      return "it cannot be opened under this name";
    case "ELOOP":
      return "it is a symbolic link that leads back to itself";
    case "ENAMETOOLONG":
      return "its path is too long";
    default:
      return codeOf(error) === "" ? "it cannot be read" : `it cannot be read (${codeOf(error)})`;
  }
}
var CONFIG_NAMES = [".configmgr-firewall.yml", ".configmgr-firewall.yaml", ".configmgr-firewall.json"];
function findConfig(folder) {
  return ["", ".github/"].flatMap((at) => CONFIG_NAMES.map((name) => at + name)).find((path2) => (0, import_node_fs6.existsSync)((0, import_node_path4.join)(folder, path2)));
}
function rootOf2(base, paths, config) {
  const [only] = paths;
  if (config !== void 0 || only === void 0 || paths.length > 1) return base;
  const folder = (0, import_node_path4.resolve)(base, only);
  const isFolder = (0, import_node_fs6.existsSync)(folder) && (0, import_node_fs6.statSync)(folder).isDirectory();
  return isFolder && findConfig(folder) !== void 0 ? folder : base;
}
async function loadConfig(base, root, named2) {
  const path2 = named2 === void 0 ? findConfig(root) : pathFrom(root, (0, import_node_path4.resolve)(base, named2));
  if (path2 === void 0) return void 0;
  return parseConfig(readSource(root, path2, shownFrom(base, root, path2)));
}
var shownFrom = (base, root, path2) => pathFrom(base, (0, import_node_path4.resolve)(root, path2));
function wantedPaths(config) {
  if (!config) return [];
  const layers = config.targets.flatMap(({ layers: list }) => list.map(({ path: path2 }) => path2));
  const all = [...layers, ...config.packs.map(({ value }) => value), ...config.baseline ? [config.baseline.value] : []];
  return [...new Set(all.map((path2) => path2.replace(/^(\.\/)+/, "").replace(/\/+$/, "")).map(plainPart))].filter((path2) => path2 !== "");
}
function plainPart(path2) {
  const at = path2.search(/[*?[]|\{[^}]*,|[!@+]\(/);
  return at < 0 ? path2 : path2.slice(0, path2.lastIndexOf("/", at) + 1).replace(/\/$/, "");
}
var isPattern = (text2) => /[*?]/.test(text2);
function wildcard(pattern, text2) {
  const p = pattern.toLowerCase();
  const t = text2.toLowerCase();
  let at = 0;
  let i = 0;
  let star = -1;
  let mark = 0;
  while (i < t.length) {
    if (at < p.length && p[at] !== "*" && (p[at] === "?" || p[at] === t[i])) {
      at++;
      i++;
    } else if (p[at] === "*") {
      star = at++;
      mark = i;
    } else if (star >= 0) {
      at = star + 1;
      i = ++mark;
    } else return false;
  }
  while (p[at] === "*") at++;
  return at === p.length;
}
var RULE_GROUPS = `{"file-and-printer-sharing":{"resource":"@FirewallAPI.dll,-28502","needed":true,"names":{"en":["File and Printer Sharing"],"ko":["\uD30C\uC77C \uBC0F \uD504\uB9B0\uD130 \uACF5\uC720"],"ja":["\u30D5\u30A1\u30A4\u30EB\u3068\u30D7\u30EA\u30F3\u30BF\u30FC\u306E\u5171\u6709"],"de":["Datei- und Druckerfreigabe"],"fr":["Partage de fichiers et d'imprimantes"],"es":["Compartir archivos e impresoras"],"zh-CN":["\u6587\u4EF6\u548C\u6253\u5370\u673A\u5171\u4EAB"],"zh-TW":["\u6A94\u6848\u53CA\u5370\u8868\u6A5F\u5171\u7528"],"ru":["\u041E\u0431\u0449\u0438\u0439 \u0434\u043E\u0441\u0442\u0443\u043F \u043A \u0444\u0430\u0439\u043B\u0430\u043C \u0438 \u043F\u0440\u0438\u043D\u0442\u0435\u0440\u0430\u043C"]},"minimum":[{"protocol":"tcp","ports":[445]}],"members":[{"name":"FPS-SMB-In-TCP","display":"File and Printer Sharing (SMB-In)","direction":"inbound","protocol":"tcp","ports":[445],"program":"System","resource":"-28511","variants":"scoped"},{"name":"FPS-SMB-Out-TCP","display":"File and Printer Sharing (SMB-Out)","direction":"outbound","protocol":"tcp","ports":[445],"program":"System","resource":"-28515","variants":"scoped"},{"name":"FPS-NB_Session-In-TCP","display":"File and Printer Sharing (NB-Session-In)","direction":"inbound","protocol":"tcp","ports":[139],"program":"System","resource":"-28503","variants":"scoped"},{"name":"FPS-NB_Session-Out-TCP","display":"File and Printer Sharing (NB-Session-Out)","direction":"outbound","protocol":"tcp","ports":[139],"program":"System","resource":"-28507","variants":"scoped"},{"name":"FPS-NB_Name-In-UDP","display":"File and Printer Sharing (NB-Name-In)","direction":"inbound","protocol":"udp","ports":[137],"program":"System","resource":"-28519","variants":"scoped"},{"name":"FPS-NB_Name-Out-UDP","display":"File and Printer Sharing (NB-Name-Out)","direction":"outbound","protocol":"udp","ports":[137],"program":"System","resource":"-28523","variants":"scoped"},{"name":"FPS-NB_Datagram-In-UDP","display":"File and Printer Sharing (NB-Datagram-In)","direction":"inbound","protocol":"udp","ports":[138],"program":"System","resource":"-28527","variants":"scoped"},{"name":"FPS-NB_Datagram-Out-UDP","display":"File and Printer Sharing (NB-Datagram-Out)","direction":"outbound","protocol":"udp","ports":[138],"program":"System","resource":"-28531","variants":"scoped"},{"name":"FPS-SpoolSvc-In-TCP","display":"File and Printer Sharing (Spooler Service - RPC)","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\spoolsv.exe","service":"Spooler","resource":"-28535","variants":"scoped"},{"name":"FPS-SpoolWorker-In-TCP","display":"File and Printer Sharing (Spooler Service Worker - RPC)","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\spoolsvworker.exe","variants":"scoped","since":"newer Windows builds only"},{"name":"FPS-RPCSS-In-TCP","display":"File and Printer Sharing (Spooler Service - RPC-EPMAP)","direction":"inbound","protocol":"tcp","ports":["RPC-EPMap"],"service":"Rpcss","resource":"-28539","variants":"scoped"},{"name":"FPS-ICMP4-ERQ-In","display":"File and Printer Sharing (Echo Request - ICMPv4-In)","direction":"inbound","protocol":"icmpv4","icmp":"8:*","resource":"-28543","variants":"scoped"},{"name":"FPS-ICMP4-ERQ-Out","display":"File and Printer Sharing (Echo Request - ICMPv4-Out)","direction":"outbound","protocol":"icmpv4","icmp":"8:*","resource":"-28544","variants":"scoped"},{"name":"FPS-ICMP6-ERQ-In","display":"File and Printer Sharing (Echo Request - ICMPv6-In)","direction":"inbound","protocol":"icmpv6","icmp":"128:*","resource":"-28545","variants":"scoped"},{"name":"FPS-ICMP6-ERQ-Out","display":"File and Printer Sharing (Echo Request - ICMPv6-Out)","direction":"outbound","protocol":"icmpv6","icmp":"128:*","resource":"-28546","variants":"scoped"},{"name":"FPS-LLMNR-In-UDP","display":"File and Printer Sharing (LLMNR-UDP-In)","direction":"inbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","resource":"-28548","remote":"LocalSubnet"},{"name":"FPS-LLMNR-Out-UDP","display":"File and Printer Sharing (LLMNR-UDP-Out)","direction":"outbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","resource":"-28550","remote":"LocalSubnet"},{"name":"FPS-SMBQ-In-UDP","direction":"inbound","protocol":"udp","nameOnly":true,"since":"server builds with SMB over QUIC"},{"name":"FPS-SMBQ-Out-UDP","direction":"outbound","protocol":"udp","nameOnly":true,"since":"server builds with SMB over QUIC"}]},"file-and-printer-sharing-restrictive":{"resource":"@FirewallAPI.dll,-28672","substitutes":"file-and-printer-sharing","since":"Windows 11 24H2, Windows Server 2025","names":{"en":["File and Printer Sharing (Restrictive)"],"ja":["\u30D5\u30A1\u30A4\u30EB\u3068\u30D7\u30EA\u30F3\u30BF\u30FC\u306E\u5171\u6709 (\u5236\u9650\u4ED8\u304D)"]},"members":[{"name":"FPS-SMB-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":[445],"program":"System","resource":"-28673"},{"name":"FPS-SMB-Out-TCP-V2","direction":"outbound","protocol":"tcp","ports":[445],"program":"System"},{"name":"FPS-RPCSS-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":["RPC-EPMap"],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Rpcss","resource":"-28679"},{"name":"FPS-SpoolSvc-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\spoolsv.exe","service":"Spooler"},{"name":"FPS-SpoolWorker-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\spoolsvworker.exe"},{"name":"FPS-ICMP4-ERQ-In-V2","direction":"inbound","protocol":"icmpv4","icmp":"8:*"},{"name":"FPS-ICMP4-ERQ-Out-V2","direction":"outbound","protocol":"icmpv4","icmp":"8:*","program":"System","resource":"-28682"},{"name":"FPS-ICMP6-ERQ-In-V2","direction":"inbound","protocol":"icmpv6","icmp":"128:*"},{"name":"FPS-ICMP6-ERQ-Out-V2","direction":"outbound","protocol":"icmpv6","icmp":"128:*","program":"System","resource":"-28684"},{"name":"FPS-LLMNR-In-UDP-V2","direction":"inbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","resource":"-28686","remote":"LocalSubnet"},{"name":"FPS-LLMNR-Out-UDP-V2","direction":"outbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","remote":"LocalSubnet"}]},"windows-management-instrumentation":{"resource":"@FirewallAPI.dll,-34251","needed":true,"names":{"en":["Windows Management Instrumentation (WMI)"],"ko":["WMI(Windows Management Instrumentation)"],"de":["Windows-Verwaltungsinstrumentation (WMI)"],"fr":["Infrastructure de gestion Windows (WMI)"],"es":["Instrumental de administraci\xF3n de Windows (WMI)"],"zh-CN":["Windows Management Instrumentation (WMI)"],"zh-TW":["Windows Management Instrumentation (WMI)"]},"minimum":[{"protocol":"tcp","ports":["RPC-EPMap"]},{"protocol":"tcp","ports":["RPC"]}],"members":[{"name":"WMI-RPCSS-In-TCP","display":"Windows Management Instrumentation (DCOM-In)","direction":"inbound","protocol":"tcp","ports":[135],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"rpcss","resource":"-34252","variants":"scoped"},{"name":"WMI-WINMGMT-In-TCP","display":"Windows Management Instrumentation (WMI-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"winmgmt","resource":"-34254","variants":"scoped"},{"name":"WMI-ASYNC-In-TCP","display":"Windows Management Instrumentation (ASync-In)","direction":"inbound","protocol":"tcp","program":"%systemroot%\\\\system32\\\\wbem\\\\unsecapp.exe","resource":"-34256","variants":"scoped"},{"name":"WMI-WINMGMT-Out-TCP","display":"Windows Management Instrumentation (WMI-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"winmgmt","resource":"-34258","variants":"scoped"}]},"remote-assistance":{"resource":"@FirewallAPI.dll,-33002","legacyResources":["@xpsp2res.dll,-22019"],"needed":true,"names":{"en":["Remote Assistance"],"ko":["\uC6D0\uACA9 \uC9C0\uC6D0"],"ja":["\u30EA\u30E2\u30FC\u30C8 \u30A2\u30B7\u30B9\u30BF\u30F3\u30B9"],"de":["Remoteunterst\xFCtzung"],"fr":["Assistance \xE0 distance"],"es":["Asistencia remota"],"zh-CN":["\u8FDC\u7A0B\u534F\u52A9"],"zh-TW":["\u9060\u7AEF\u5354\u52A9"]},"minimum":[{"protocol":"tcp","ports":["RPC-EPMap"]},{"program":"msra.exe"},{"program":"raserver.exe"}],"members":[{"name":"RemoteAssistance-DCOM-In-TCP-NoScope-Active","display":"Remote Assistance (DCOM-In)","direction":"inbound","protocol":"tcp","ports":[135],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"rpcss","resource":"-33035","profiles":["domain"]},{"name":"RemoteAssistance-RAServer-In-TCP-NoScope-Active","display":"Remote Assistance (RA Server TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\raserver.exe","resource":"-33011","profiles":["domain"]},{"name":"RemoteAssistance-RAServer-Out-TCP-NoScope-Active","display":"Remote Assistance (RA Server TCP-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\raserver.exe","resource":"-33015","profiles":["domain"]},{"name":"RemoteAssistance-In-TCP-EdgeScope-Active","display":"Remote Assistance (TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33003","profiles":["domain","private"]},{"name":"RemoteAssistance-In-TCP-EdgeScope","display":"Remote Assistance (TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33003","profiles":["public"]},{"name":"RemoteAssistance-Out-TCP-Active","display":"Remote Assistance (TCP-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33007","profiles":["domain","private"]},{"name":"RemoteAssistance-Out-TCP","display":"Remote Assistance (TCP-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33007","profiles":["public"]},{"name":"RemoteAssistance-PnrpSvc-UDP-In-EdgeScope-Active","display":"Remote Assistance (PNRP-In)","direction":"inbound","protocol":"udp","ports":[3540],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33039","profiles":["domain","private"]},{"name":"RemoteAssistance-PnrpSvc-UDP-In-EdgeScope","display":"Remote Assistance (PNRP-In)","direction":"inbound","protocol":"udp","ports":[3540],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33039","profiles":["public"]},{"name":"RemoteAssistance-PnrpSvc-UDP-OUT-Active","display":"Remote Assistance (PNRP-Out)","direction":"outbound","protocol":"udp","program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33037","profiles":["domain","private"]},{"name":"RemoteAssistance-PnrpSvc-UDP-OUT","display":"Remote Assistance (PNRP-Out)","direction":"outbound","protocol":"udp","program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33037","profiles":["public"]},{"name":"RemoteAssistance-SSDPSrv-In-TCP-Active","display":"Remote Assistance (SSDP TCP-In)","direction":"inbound","protocol":"tcp","ports":[2869],"program":"System","resource":"-33027","profiles":["domain","private"],"remote":"LocalSubnet"},{"name":"RemoteAssistance-SSDPSrv-Out-TCP-Active","display":"Remote Assistance (SSDP TCP-Out)","direction":"outbound","protocol":"tcp","program":"System","resource":"-33031","profiles":["domain","private"],"remote":"LocalSubnet"},{"name":"RemoteAssistance-SSDPSrv-In-UDP-Active","display":"Remote Assistance (SSDP UDP-In)","direction":"inbound","protocol":"udp","ports":[1900],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Ssdpsrv","resource":"-33019","profiles":["domain","private"],"remote":"LocalSubnet"},{"name":"RemoteAssistance-SSDPSrv-Out-UDP-Active","display":"Remote Assistance (SSDP UDP-Out)","direction":"outbound","protocol":"udp","ports":[1900],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Ssdpsrv","resource":"-33023","profiles":["domain","private"],"remote":"LocalSubnet"}]},"remote-desktop":{"resource":"@FirewallAPI.dll,-28752","needed":true,"names":{"en":["Remote Desktop"],"ko":["\uC6D0\uACA9 \uB370\uC2A4\uD06C\uD1B1"],"ja":["\u30EA\u30E2\u30FC\u30C8 \u30C7\u30B9\u30AF\u30C8\u30C3\u30D7"],"de":["Remotedesktop"],"fr":["Bureau \xE0 distance"],"es":["Escritorio remoto"],"zh-CN":["\u8FDC\u7A0B\u684C\u9762"],"zh-TW":["\u9060\u7AEF\u684C\u9762"]},"minimum":[{"protocol":"tcp","ports":[3389]}],"members":[{"name":"RemoteDesktop-UserMode-In-TCP","display":"Remote Desktop - User Mode (TCP-In)","direction":"inbound","protocol":"tcp","ports":[3389],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"termservice","resource":"-28775"},{"name":"RemoteDesktop-UserMode-In-UDP","display":"Remote Desktop - User Mode (UDP-In)","direction":"inbound","protocol":"udp","ports":[3389],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"termservice","resource":"-28776"},{"name":"RemoteDesktop-Shadow-In-TCP","display":"Remote Desktop - Shadow (TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\RdpSa.exe","resource":"-28778"}]},"delivery-optimization":{"resource":"@%systemroot%\\\\system32\\\\dosvc.dll,-100","names":{"en":["Delivery Optimization"]},"members":[{"name":"DeliveryOptimization-TCP-In","display":"Delivery Optimization (TCP-In)","direction":"inbound","protocol":"tcp","ports":[7680],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dosvc"},{"name":"DeliveryOptimization-UDP-In","display":"Delivery Optimization (UDP-In)","direction":"inbound","protocol":"udp","ports":[7680],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dosvc","resource":"-103"}]},"branchcache-content-retrieval":{"resource":"@peerdistsh.dll,-9000","names":{"en":["BranchCache - Content Retrieval (Uses HTTP)"],"es":["BranchCache: recuperaci\xF3n de contenido (usa HTTP)"]},"members":[{"name":"Microsoft-Windows-PeerDist-HttpTrans-In","display":"BranchCache Content Retrieval (HTTP-In)","direction":"inbound","protocol":"tcp","ports":[80],"program":"System","resource":"-10000"},{"name":"Microsoft-Windows-PeerDist-HttpTrans-Out","display":"BranchCache Content Retrieval (HTTP-Out)","direction":"outbound","protocol":"tcp","ports":[80],"program":"System"}]},"branchcache-peer-discovery":{"resource":"@peerdistsh.dll,-9001","names":{"en":["BranchCache - Peer Discovery (Uses WSD)"],"es":["BranchCache: detecci\xF3n del mismo nivel (usa WSD)"]},"members":[{"name":"Microsoft-Windows-PeerDist-WSD-In","display":"BranchCache Peer Discovery (WSD-In)","direction":"inbound","protocol":"udp","ports":[3702],"service":"PeerDistSvc"},{"name":"Microsoft-Windows-PeerDist-WSD-Out","display":"BranchCache Peer Discovery (WSD-Out)","direction":"outbound","protocol":"udp","ports":[3702],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"PeerDistSvc","resource":"-10003","remote":"LocalSubnet"}]},"remote-event-log-management":{"resource":"@FirewallAPI.dll,-29252","adjacentTo":"remote-diagnostics-fps-in","names":{"en":["Remote Event Log Management"],"de":["Remote-Ereignisprotokollverwaltung"]},"members":[{"name":"RemoteEventLogSvc-NP-In-TCP","display":"Remote Event Log Management (NP-In)","direction":"inbound","protocol":"tcp","ports":[445],"program":"System","resource":"-29257","variants":"scoped"},{"name":"RemoteEventLogSvc-In-TCP","display":"Remote Event Log Management (RPC)","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Eventlog","variants":"scoped"},{"name":"RemoteEventLogSvc-RPCSS-In-TCP","display":"Remote Event Log Management (RPC-EPMAP)","direction":"inbound","protocol":"tcp","ports":["RPC-EPMap"],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"RPCSS","resource":"-29265","variants":"scoped"}]},"performance-logs-and-alerts":{"resource":"@FirewallAPI.dll,-34752","adjacentTo":"remote-diagnostics-fps-in","names":{"en":["Performance Logs and Alerts"],"de":["Leistungsprotokolle und -warnungen"]},"members":[{"name":"PerfLogsAlerts-DCOM-In-TCP","display":"Performance Logs and Alerts (DCOM-In)","direction":"inbound","protocol":"tcp","ports":[135],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"rpcss","resource":"-34755","variants":"scoped"},{"name":"PerfLogsAlerts-PLASrv-In-TCP","display":"Performance Logs and Alerts (TCP-In)","direction":"inbound","protocol":"tcp","program":"%systemroot%\\\\system32\\\\plasrv.exe","resource":"-34753","variants":"scoped"}]}}`;
var groups2;
var names;
function ruleGroups() {
  return groups2 ??= new Map(Object.entries(JSON.parse(RULE_GROUPS)).map(([id, group]) => [id, { ...group, id }]));
}
function findGroup(text2) {
  return (names ??= groupNames()).get(keyOf(text2)) ?? names.get(stemOf(keyOf(text2)));
}
function groupNames() {
  const map = /* @__PURE__ */ new Map();
  const add2 = (text2, group) => {
    if (!map.has(text2)) map.set(text2, group);
  };
  for (const group of ruleGroups().values()) {
    for (const text2 of [group.id, group.resource, ...group.legacyResources ?? [], ...Object.values(group.names).flat()]) add2(keyOf(text2), group);
    for (const { name } of group.members) {
      add2(keyOf(name), group);
      add2(stemOf(keyOf(name)), group);
    }
  }
  return map;
}
var FOLDER = /^@(?:%systemroot%|%windir%|[a-z]:\\windows)\\system32\\/;
var keyOf = (text2) => text2.trim().toLowerCase().replaceAll("\u2019", "'").replace(FOLDER, "@");
var stemOf = (name) => name.replace(/-active$/, "").replace(/-noscope$/, "");
function membersOf(groupId, source) {
  const group = ruleGroups().get(groupId);
  return group ? group.members.flatMap((member) => copiesOf(group, member, source)) : [];
}
function selectPredefined(select, source) {
  const { ids, names: titles, groups: texts } = select;
  const meant = texts?.map((text2) => findGroup(text2)?.id ?? text2);
  return [...ruleGroups().values()].flatMap((group) => {
    if (meant && !meant.some((text2) => text2 === group.id || isNameOf(text2, group))) return [];
    return membersOf(group.id, source).filter((rule) => (!ids || ids.some((id) => wildcard(id, rule.id ?? ""))) && (!titles || titles.some((name) => wildcard(name, rule.name))) && (select.direction === void 0 || select.direction === rule.direction) && (select.action === void 0 || select.action === rule.action) && (select.enabled === void 0 || select.enabled === rule.enabled) && (select.protocol === void 0 || select.protocol === rule.protocol) && (select.profiles === void 0 || (select.profiles & rule.profiles) !== 0) && (select.program === void 0 || select.program.toLowerCase() === rule.program?.toLowerCase()) && (select.service === void 0 || select.service.toLowerCase() === rule.service?.toLowerCase()));
  });
}
function isNameOf(pattern, group) {
  if (!/[*?]/.test(pattern)) return false;
  return [group.resource, ...Object.values(group.names).flat()].some((name) => wildcard(pattern.replaceAll("\u2019", "'"), name));
}
var LOCAL_SUBNET = addressSet([], [], ["local-subnet"], [], ["local-subnet"]);
function copiesOf(group, member, source) {
  const inbound = member.direction === "inbound";
  const ports = portsOf3(member.ports);
  const rule = makeRule({
    id: member.name,
    name: member.display ?? member.name,
    group: group.resource,
    direction: member.direction,
    enabled: false,
    protocol: parseProtocol(member.protocol),
    localPorts: inbound ? ports : ANY_PORTS,
    remotePorts: inbound ? ANY_PORTS : ports,
    icmp: member.icmp === void 0 ? [] : [member.icmp],
    program: member.program,
    service: member.service,
    profiles: member.profiles?.reduce((set, profile) => set | profileBit(profile), 0) ?? ALL_PROFILES,
    unmodelled: member.nameOnly ? ["ports=unknown"] : [],
    source,
    ...member.remote && { remoteAddresses: LOCAL_SUBNET }
  });
  if (member.variants !== "scoped") return [rule];
  return [
    { ...rule, id: `${member.name}-NoScope`, profiles: DOMAIN },
    { ...rule, profiles: PRIVATE | PUBLIC, remoteAddresses: LOCAL_SUBNET }
  ];
}
var WORDS2 = /* @__PURE__ */ new Map([["RPC", "rpc"], ["RPC-EPMap", "rpc-epmap"]]);
function portsOf3(list) {
  if (!list) return ANY_PORTS;
  const ranges = [];
  const words = [];
  for (const entry of list) {
    const word2 = WORDS2.get(String(entry));
    const range = parsePortRange(String(entry));
    if (word2) words.push(word2);
    else if (range) ranges.push(range);
  }
  return portSet(ranges, words);
}
const { didYouMean: didYouMean2 } = require("./commands.js");
const { UsageError: UsageError4 } = require("./commands.js");
var indexes2 = /* @__PURE__ */ new WeakMap();
function packIndex(pack2, origin) {
  let index = indexes2.get(pack2);
  if (!index) indexes2.set(pack2, index = makeIndex(pack2, origin));
  return index;
}
var canonicalFeature = (index, name) => index.features.get(name.trim().toLowerCase());
function makeIndex(pack2, origin) {
  const features = /* @__PURE__ */ new Map();
  for (const [id, { aliases }] of Object.entries(pack2.features)) for (const name of [id, ...aliases ?? []]) features.set(name, id);
  const current = new Set(pack2.requirements.filter((row) => row.default !== false).map((row) => row.feature));
  const settings = Object.values(pack2.settings);
  return {
    pack: pack2,
    features,
    rows: new Map(pack2.requirements.map((row) => [row.id, row])),
    roleNames: Object.keys(pack2.roles),
    settings: new Set(settings.map((s) => s.key).filter((key) => key !== void 0)),
    listeners: pack2.listeners.map((entry) => ({ entry, ports: entry.ports && portsOf(entry.ports) })),
    dynamicRange: String(settings.find((s) => s.key === "rpc-dynamic")?.default ?? "49152-65535"),
    rolesOf: (role) => rolesOf(pack2, role),
    isOldFeature: (feature) => !current.has(feature),
    packOf: (row) => origin?.get(row) ?? pack2.pack
  };
}
function rolesOf(pack2, role) {
  if (!Object.hasOwn(pack2.roles, role)) return void 0;
  const roles = /* @__PURE__ */ new Set();
  const add2 = (name) => {
    if (roles.has(name) || !Object.hasOwn(pack2.roles, name)) return;
    roles.add(name);
    for (const other of pack2.roles[name]?.is ?? []) add2(other);
  };
  add2(role);
  if (role === "site-system") {
    for (const [name, { is }] of Object.entries(pack2.roles)) if (is?.includes("site-system")) add2(name);
  }
  if (roles.has("client")) add2("peer-client");
  if (pack2.roles[role]?.kind !== "cloud" && !["mac-client", "mobile-device"].includes(role)) add2("windows-host");
  return roles;
}
function resolveRequirements(pack2, site, features, role) {
  const context = contextOf(pack2, site, features);
  const roles = rolesOf2(context, role);
  const found2 = [];
  for (const row of pack2.requirements) {
    const feature = featureOf(row, context);
    const ends = feature === void 0 ? [] : endsOf2(row, roles);
    if (feature !== void 0 && ends.length > 0) found2.push(requirementOf(row, feature, ends, role, roles, context));
  }
  return joinSameTraffic(found2);
}
function resolvePath(pack2, site, features, path2) {
  const context = contextOf(pack2, site, features);
  const fromRoles = rolesOf2(context, path2.from);
  const toRoles = rolesOf2(context, path2.to);
  const found2 = [];
  for (const row of pack2.requirements) {
    const feature = featureOf(row, context);
    if (feature === void 0) continue;
    const flow = flowsOf(row, context).find(({ opener, listener }) => fromRoles.has(row[opener]) && toRoles.has(row[listener]));
    if (!flow) continue;
    const view2 = { row, feature, ends: [flow.opener], role: path2.from, roles: fromRoles, context, flows: [flow], wire: true };
    found2.push(build(view2));
  }
  return joinSameTraffic(found2);
}
function contextOf(pack2, site, features) {
  const index = packIndex(pack2);
  const named2 = new Set(features === "all" ? index.features.values() : features.map((name) => {
    const id = canonicalFeature(index, name);
    if (id === void 0) throw new UsageError4(`There is no feature "${name}"${didYouMean2(name, index.features.keys(), "The config that init writes lists all features")}`);
    return id;
  }));
  const transports = new Set(site.communication);
  for (const [id, condition] of Object.entries(pack2.conditions)) if (condition.transport && site.conditions.has(id)) transports.add(condition.transport);
  return { index, site, all: features === "all", named: named2, transports };
}
function featureOf(row, { index, named: named2 }) {
  if (named2.has(row.feature)) return row.feature;
  for (const method of row.methods ?? []) {
    if (method === "all") {
      const any = Object.values(index.pack.methods).find((m) => m.feature !== void 0 && named2.has(m.feature));
      if (any) return any.feature;
    }
    const feature = index.pack.methods[method]?.feature;
    if (feature !== void 0 && named2.has(feature)) return feature;
  }
  return void 0;
}
function rolesOf2({ index }, role) {
  const roles = index.rolesOf(role);
  if (!roles) throw new UsageError4(`There is no role "${role}"${didYouMean2(role, index.roleNames)}`);
  return roles;
}
function endsOf2(row, roles) {
  const ends = [];
  if (roles.has(row.from)) ends.push("from");
  if (roles.has(row.to)) ends.push("to");
  if (ends.length === 2 && row.perspective === "client") return [row.from === "client" ? "from" : "to"];
  return ends;
}
function flowsOf(row, { site }) {
  const out = { opener: "from", listener: "to" };
  const back = { opener: "to", listener: "from" };
  if (row.perspective === "network") {
    if (row.direction === "initiator-from") return [out];
    const fromServer = row.from === "site-server";
    if (site.conditions.has("site-server-initiates") && fromServer !== (row.to === "site-server")) return [fromServer ? out : back];
    return [out, back];
  }
  const own = ownEnd(row);
  const opens = own === "from" ? out : back;
  const listens = own === "from" ? back : out;
  return row.direction === "both" ? [opens, listens] : [row.direction === "inbound" ? listens : opens];
}
var ownEnd = (row) => row.perspective !== "server" && row.from === row.perspective ? "from" : "to";
function requirementOf(row, feature, ends, role, roles, context) {
  const flows = flowsOf(row, context);
  const seen = row.perspective === "server" && row.direction === "both" && !ends.includes("to") ? flows.filter((f) => f.opener === "from") : flows;
  return build({ row, feature, ends, role, roles, context, flows: seen, wire: false });
}
function build(view2) {
  const { row, feature, ends, context, wire } = view2;
  const own = ends[0];
  const boxes = boxesOf(row, view2);
  const reason2 = reasonAgainst(view2, boxes);
  const ways = reason2 === void 0 ? waysOf(view2, boxes) : void 0;
  const either2 = reason2 === void 0 ? eitherKeyOf(row, context) : void 0;
  const exception = row.exception !== void 0 && context.site.conditions.has(row.exception) && !wire ? row.exception : void 0;
  return {
    id: row.id,
    need: row.need ?? row.id,
    feature,
    from: row.from,
    to: row.to,
    role: row[own],
    peer: row[own === "from" ? "to" : "from"],
    severity: row.severity,
    status: reason2 === void 0 ? "applies" : "not-applicable",
    ...reason2,
    boxes: ways?.list[0] ?? boxes,
    ...ways && { alternatives: ways.list },
    ...ways?.key !== void 0 && { alternativeKey: ways.key },
    ...either2 !== void 0 && { eitherKey: either2 },
    ...exception !== void 0 && { exception },
    ...row.opensItself !== void 0 && { autoConfigured: row.opensItself },
    ...row.choice !== void 0 && { choice: row.choice },
    ...row.fallback && { fallback: row.fallback },
    satisfiedBy: row.satisfiedBy ?? [],
    kind: row.kind,
    ...row.group !== void 0 && { group: row.group },
    ...row.flow !== void 0 && { flow: row.flow },
    conditions: row.conditions ?? [],
    sources: row.sources,
    ...row.note !== void 0 && { note: row.note },
    seed: row.seed === true,
    eitherOpens: row.direction === "both" || row.direction === "initiator-either",
    pack: context.index.packOf(row.id)
  };
}
function reasonAgainst({ row, ends, roles, role, context, wire }, boxes) {
  const seen = row.ends;
  if (seen && !wire && !ends.some((end) => seen.includes(end))) {
    return { why: "Windows Firewall of this end does not see it: the computer sleeps, or runs no Windows yet" };
  }
  const missing = row.conditions?.find((name) => !holds(name, row, context));
  if (missing !== void 0) return { why: whyMissing(missing, context), missingCondition: missing };
  const old = row.default === false ? oldReason(row, roles, context) : void 0;
  if (old !== void 0) return { why: old };
  const transport = transportReason(row, role, context);
  if (transport !== void 0) return { why: transport };
  return boxes.length === 0 ? { why: "the program runs at the other end" } : void 0;
}
function holds(name, row, { index: { pack: pack2 }, site, named: named2, transports }) {
  const condition = pack2.conditions[name];
  if (!condition || site.conditions.has(name)) return condition !== void 0;
  if (condition.transport) return transports.has(condition.transport) || transports.size === 0 && row.choice === "client-transport";
  if (condition.default) return condition.opposite === void 0 || !site.conditions.has(condition.opposite);
  return condition.features?.some((feature) => named2.has(feature)) ?? false;
}
function whyMissing(name, { index: { pack: pack2 }, transports }) {
  const condition = pack2.conditions[name];
  if (condition?.transport && transports.size === 0) return "nothing says that clients use HTTPS (site.communication)";
  if (condition?.transport) return `clients do not use ${condition.transport.toUpperCase()} (site.communication)`;
  if (condition?.opposite !== void 0) return `the condition ${condition.opposite} is listed`;
  return `the condition ${name} is not listed: ${condition?.says ?? ""}`;
}
function oldReason(row, roles, { index, site, all, named: named2 }) {
  const word2 = row.status ?? "deprecated";
  if (all || !named2.has(row.feature)) return `${word2}, so it counts only where its feature is named`;
  const { pack: pack2 } = index;
  const stated = row.conditions?.some((name) => site.conditions.has(name) && !pack2.conditions[name]?.default) ?? false;
  const stillThere = [row.from, row.to].some((role) => pack2.roles[role]?.old && (site.systems.has(role) || roles.has(role)));
  return stated || stillThere || index.isOldFeature(row.feature) ? void 0 : `${word2}: current sites no longer have it`;
}
function transportReason(row, role, { transports }) {
  if (row.setting === void 0) return void 0;
  const own = row.setting.endsWith("https") ? "https" : "http";
  if (row.choice === "wsus-http-https-pair") return own === "https" && !transports.has("https") ? "nothing says that WSUS uses HTTPS (site.communication)" : void 0;
  if (row.choice === "mp-transport" && transports.size === 1 && !transports.has(own)) return `the site does not use ${own.toUpperCase()} (site.communication)`;
  if (row.choice === "client-transport" && own === "https" && role === "fallback-status-point") return "the fallback status point speaks HTTP only";
  return void 0;
}
function eitherKeyOf(row, { transports }) {
  const open = row.choice === "ssrs-transport" || row.choice === "client-transport" && transports.size === 0 || row.choice === "mp-transport" && transports.size !== 1;
  return open ? `${row.choice ?? ""}:${row.from}>${row.to}` : void 0;
}
function boxesOf(row, view2, ports = row.ports, choice) {
  const boxes = [];
  for (const { opener, listener } of view2.flows) {
    if (view2.ends.includes(opener)) boxes.push(...boxesAt("outbound", opener, row, view2, ports, choice));
    if (view2.ends.includes(listener) && !view2.wire) boxes.push(...boxesAt("inbound", listener, row, view2, ports, choice));
  }
  return view2.ends.length < 2 ? boxes : [...new Map(boxes.map((box) => [JSON.stringify(box), box])).values()];
}
function boxesAt(direction, end, row, view2, ports, choice) {
  const plain = { direction, dynamicRpc: false, endpointMapper: false };
  const ownMachine = row.perspective !== "network" && end === ownEnd(row) && !view2.wire;
  const program = (name) => ownMachine ? [{ ...plain, protocol: 6, ports: ANY_PORTS, program: name.toLowerCase() }] : [];
  if (row.kind === "icmp-echo") return [{ ...plain, protocol: 1, ports: ANY_PORTS, icmp: row.icmp ?? { v4: 8, v6: 128 } }];
  if (row.kind === "program") return program(row.program ?? "");
  if (row.kind === "rule-group") {
    return (ruleGroups().get(row.group ?? "")?.minimum ?? []).flatMap((need) => {
      if (need.program !== void 0) return program(need.program);
      if (need.ports?.includes("RPC")) return [portBox(direction, "tcp", [view2.context.index.dynamicRange], true, "rpc-dynamic", void 0, row, view2)];
      return [portBox(direction, need.protocol ?? "tcp", need.ports?.map((p) => p === "RPC-EPMap" ? 135 : p) ?? [], false, void 0, void 0, row, view2)];
    });
  }
  return [portBox(direction, row.protocol ?? "tcp", ports ?? [], row.kind === "dynamic-rpc", row.setting, choice, row, view2)];
}
function portBox(direction, protocol, ports, dynamicRpc, setting, choice, row, view2) {
  const byDefault = portsOf(ports);
  const configured = choice ?? (setting === void 0 ? void 0 : siteChoices(setting, view2.context)?.[0]);
  const numbers = configured ?? (dynamicRpc && view2.context.site.conditions.has("legacy-os-xp-2003") ? union(byDefault, BEFORE_VISTA) : byDefault);
  const number = parseProtocol(protocol);
  const listener = listenerOf(direction, protocol, byDefault, dynamicRpc, row, view2);
  return {
    direction,
    protocol: number,
    ports: numbers,
    ...configured && textOf2(configured) !== textOf2(byDefault) && { defaultPorts: byDefault },
    ...setting !== void 0 && { setting },
    dynamicRpc,
    endpointMapper: number === 6 && textOf2(byDefault) === "135",
    ...listener && { listener }
  };
}
var BEFORE_VISTA = portSet([[1025, 5e3]]);
var textOf2 = (set) => set.ranges.map(rangeText).join();
function siteChoices(setting, { site }) {
  const own = site.ports.get(setting);
  if (own) return own.choices;
  const number = (key) => site.ports.get(key)?.ports.ranges[0]?.[0];
  const http = setting === "wsus-https" ? number("wsus-http") : void 0;
  const https = setting === "wsus-http" ? number("wsus-https") : void 0;
  if (http !== void 0) return [portsOf([http === 80 ? 443 : http + 1])];
  return https === void 0 ? void 0 : [portsOf([https === 443 ? 80 : https - 1])];
}
function waysOf(view2, boxes) {
  const { row, context } = view2;
  const choices = row.setting === void 0 ? void 0 : siteChoices(row.setting, context);
  if (choices) return choices.length > 1 ? { list: choices.map((choice) => boxesOf(row, view2, row.ports, choice)) } : void 0;
  if (!row.alternatives) return void 0;
  const others = row.alternatives.filter((other) => !sameNumbers(other, row)).map((other) => otherBoxes(other, view2)).filter((list2) => list2.length > 0);
  if (others.length === 0) return void 0;
  const list = [boxes, ...others];
  return row.choice === void 0 ? { list } : { list, key: `${row.choice}:${row.from}>${row.to}` };
}
var sameNumbers = (other, row) => other.ports !== void 0 && String(other.ports) === String(row.ports) && (other.protocol ?? row.protocol) === row.protocol;
function otherBoxes({ ports, protocol, rows }, view2) {
  const { row } = view2;
  if (!rows) return boxesOf({ ...row, ...protocol && { protocol } }, view2, ports);
  return rows.flatMap((id) => {
    const other = view2.context.index.rows.get(id);
    return other ? boxesOf(other, { ...view2, flows: flowsOf(other, view2.context) }) : [];
  });
}
function listenerOf(direction, protocol, ports, dynamicRpc, row, view2) {
  if (view2.wire) return void 0;
  const found2 = view2.context.index.listeners.find(({ entry, ports: own }) => (entry.rows ? entry.rows.includes(row.id) : true) && (!entry.roles || entry.roles.some((role) => view2.roles.has(role))) && (!entry.direction || entry.direction === direction) && (!entry.protocol || entry.protocol === protocol) && (entry.dynamicRpc ?? false) === dynamicRpc && (!own || holdsAll(own, ports)));
  return found2 && { programs: found2.entry.programs, services: found2.entry.services ?? [], certain: found2.entry.certain ?? false };
}
var holdsAll = (outer, inner) => inner.ranges.every(([from, to]) => outer.ranges.some(([of, ot]) => of <= from && to <= ot));
function joinSameTraffic(requirements) {
  const parent = /* @__PURE__ */ new Map();
  const rootOf3 = (need) => {
    let at = need;
    for (let up = parent.get(at); up !== void 0; up = parent.get(at)) at = up;
    return at;
  };
  const first = /* @__PURE__ */ new Map();
  for (const r of requirements) {
    if (r.status !== "applies" || r.severity === "informational") continue;
    const key = JSON.stringify([r.peer, (r.alternatives ?? [r.boxes]).map((way) => way.map((b) => [b.direction, b.protocol, textOf2(b.ports), b.icmp, b.program, b.dynamicRpc]))]);
    const earlier = first.get(key);
    if (earlier === void 0) first.set(key, r.need);
    else if (rootOf3(earlier) !== rootOf3(r.need)) parent.set(rootOf3(r.need), rootOf3(earlier));
  }
  return parent.size === 0 ? requirements : requirements.map((r) => {
    const need = rootOf3(r.need);
    return need === r.need ? r : { ...r, need };
  });
}
async function loadPacks(config, files, locale = "en") {
  const main = configmgrPack();
  const korean = locale === "ko" ? JSON.parse((await Promise.resolve().then(() => require("./generated-titles-ko.js"))).TITLES_KO) : void 0;
  if (config.packs.length === 0) return packsOf(main, korean);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const wanted = config.packs.map(({ value, place: place2 }) => {
    const file = byPath.get(value.replace(/^(\.\/)+/, ""));
    if (!file) throw new UsageError4(`There is no pack file "${value}"`, place2);
    return file;
  });
  const { joinPacks } = await Promise.resolve().then(() => require("./packs-user-packs.js"));
  const { pack: pack2, origin } = await joinPacks(main, wanted);
  packIndex(pack2, origin);
  checkNames(pack2, config.names);
  return packsOf(pack2, korean);
}
function checkNames(pack2, names2) {
  const index = packIndex(pack2);
  for (const { kind, value, place: place2 } of names2) {
    const known3 = [...kind === "feature" ? index.features.keys() : kind === "role" ? index.roleNames : kind === "condition" ? Object.keys(pack2.conditions) : index.settings];
    if (!known3.includes(value)) throw new UsageError4(`There is no ${kind} "${value}"${didYouMean2(value, known3)}`, place2);
  }
}
function packsOf(pack2, korean) {
  const index = packIndex(pack2);
  const titleOf = (kind, id) => {
    const table = pack2[kind];
    const entry = Object.hasOwn(table, id) ? table[id] : void 0;
    if (!entry) return id;
    const translated = korean && (entry.titles?.ko ?? (Object.hasOwn(korean[kind], id) ? korean[kind][id] : void 0));
    return translated ?? ("title" in entry ? entry.title : entry.name);
  };
  return {
    main: pack2,
    model: { pack: pack2.pack, date: pack2.date },
    predefined: { groupOf: (text2) => findGroup(text2)?.id, select: selectPredefined },
    requirements: (site, features, role) => resolveRequirements(pack2, site, features, role),
    path: (site, features, path2) => resolvePath(pack2, site, features, path2),
    featureTitle: (id) => titleOf("features", canonicalFeature(index, id) ?? id),
    roleTitle: (id) => titleOf("roles", id),
    reason: ({ why, instead, reasons }) => (korean && (reasons?.ko ?? (Object.hasOwn(korean.reasons, why) ? korean.reasons[why] : void 0))) ?? (instead === void 0 ? why : `${why}; use ${instead}`),
    rolePhrase: (id) => {
      const short2 = titleOf("roles", id).replace(/ \(.*\)$/, "");
      return korean ? short2 : (Object.hasOwn(pack2.roles, id) ? pack2.roles[id]?.phrase : void 0) ?? `the ${short2}`;
    }
  };
}
var ENTITIES = /* @__PURE__ */ new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);
function referenceAt(text2, amp, end) {
  const name = /^(#?\w{1,32});/.exec(text2.slice(amp + 1, Math.min(end, amp + 40)))?.[1];
  const value = name === void 0 ? void 0 : referenced(name);
  return name === void 0 || value === void 0 ? void 0 : { value, end: amp + name.length + 2 };
}
function referenced(name) {
  if (!name.startsWith("#")) return ENTITIES.get(name);
  const code2 = /^#x[0-9a-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : /^#\d+$/.test(name) ? Number(name.slice(1)) : -1;
  return code2 > 0 && code2 <= 1114111 && (code2 < 55296 || code2 > 57343) ? String.fromCodePoint(code2) : void 0;
}
var MAX_DEPTH = 256;
var NO_ATTRIBUTES = Object.freeze([]);
var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
var NAME = /^(?:[A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}][-.\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]*(?::(?=[^:])|$)){1,2}$/u;
var Malformed = class extends Error {
  start;
  end;
  constructor(message2, start, end) {
    super(message2);
    this.start = start;
    this.end = end;
  }
};
var Frame = class {
  depth;
  parent;
  #source;
  qualified = "";
  name = "";
  namespace = "";
  attributes = NO_ATTRIBUTES;
  start = 0;
  tagEnd = 0;
  end = 0;
  textStart = 0;
  textEnd = 0;
  hasChildren = false;
  /** Set when the text is not simply what stands between its ends. */
  pieces;
  /** Declarations to take back at the end. */
  declared;
  constructor(source, parent) {
    this.#source = source;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 1;
  }
  get text() {
    return this.pieces ? this.pieces.join("") : this.#source.slice(this.textStart, this.textEnd);
  }
};
var Reader2 = class {
  #text;
  #handler;
  #names = /* @__PURE__ */ new Map();
  #bindings = /* @__PURE__ */ new Map([["", ""], ["xml", XML_NAMESPACE]]);
  #frames = [];
  #epoch = 0;
  #depth = 0;
  /** Depth of the element whose inside nobody wants; 0 when everything is told. */
  #muted = 0;
  #stopped = false;
  /** The next `&` at or behind the reading position: most text has none, and is then a plain slice. */
  #ampersand;
  #last;
  constructor(text2, handler) {
    this.#text = text2;
    this.#handler = handler;
    this.#ampersand = text2.indexOf("&");
  }
  read() {
    const text2 = this.#text;
    let at = 0;
    while (!this.#stopped) {
      const open = text2.indexOf("<", at);
      this.#characters(at, open < 0 ? text2.length : open);
      if (open < 0) break;
      const next = text2.charCodeAt(open + 1);
      if (next === 47) at = this.#endTag(open);
      else if (next === 33) at = this.#declaration(open);
      else if (next === 63) at = this.#behind("?>", open, "processing instruction");
      else at = this.#leaf(this.#startTag(open));
    }
    if (this.#stopped || this.#depth === 0) return;
    const { qualified, start, tagEnd } = this.#frames[this.#depth - 1];
    throw new Malformed(`This file ends inside the element "${qualified}" that begins here.`, start, tagEnd);
  }
  /** Reads text and end tag behind a start tag where nothing else is between them, as in most elements of a report. Gives the offset of what is left to read. */
  #leaf(start) {
    const frame = this.#frames[this.#depth - 1];
    if (frame === void 0 || frame.tagEnd !== start) return start;
    const text2 = this.#text;
    const open = text2.indexOf("<", start);
    if (open < 0 || text2.charCodeAt(open + 1) !== 47) return start;
    const end = open + 2 + frame.qualified.length;
    if (text2.charCodeAt(end) !== 62 || !text2.startsWith(frame.qualified, open + 2) || this.#hasReference(start, open)) return start;
    frame.textStart = start;
    frame.textEnd = open;
    this.#close(frame, end + 1);
    return end + 1;
  }
  /** Character data of the current element. */
  #characters(start, end) {
    if (start === end) return;
    const frame = this.#frames[this.#depth - 1];
    if (this.#depth === 0 || frame === void 0) {
      const odd = firstNonBlank(this.#text, start, end);
      if (odd < end && this.#text.charCodeAt(odd) !== 65279) throw new Malformed("There is text outside of all XML elements.", odd, Math.min(end, odd + 80));
      return;
    }
    const isPlain = !this.#hasReference(start, end);
    if (frame.textEnd === frame.tagEnd && !frame.hasChildren && isPlain) {
      frame.textStart = start;
      frame.textEnd = end;
    } else if (!isPlain || firstNonBlank(this.#text, start, end) < end) {
      this.#append(frame, start, end, isPlain ? this.#text.slice(start, end) : this.#resolve(start, end));
    }
  }
  #append(frame, start, end, piece) {
    const hasText = frame.textEnd > frame.tagEnd;
    frame.pieces ??= hasText && firstNonBlank(this.#text, frame.textStart, frame.textEnd) < frame.textEnd ? [frame.text] : [];
    if (frame.pieces.length === 0) frame.textStart = start;
    frame.pieces.push(piece);
    frame.textEnd = end;
  }
  #hasReference(start, end) {
    if (this.#ampersand >= 0 && this.#ampersand < start) this.#ampersand = this.#text.indexOf("&", start);
    return this.#ampersand >= 0 && this.#ampersand < end;
  }
  #resolve(start, end) {
    const text2 = this.#text;
    const out = [];
    let at = start;
    for (let amp = text2.indexOf("&", at); amp >= 0 && amp < end; amp = text2.indexOf("&", at)) {
      const reference = referenceAt(text2, amp, end);
      if (!reference) throw new Malformed('"&" does not begin a character reference that XML itself defines.', amp, Math.min(end, amp + (/^&#?\w{1,32};/.exec(text2.slice(amp, amp + 40))?.[0].length ?? 2)));
      out.push(text2.slice(at, amp), reference.value);
      at = reference.end;
    }
    out.push(text2.slice(at, end));
    return out.join("");
  }
  #declaration(open) {
    const text2 = this.#text;
    if (text2.startsWith("<!--", open)) return this.#behind("-->", open, "comment", 4);
    if (text2.startsWith("<![CDATA[", open)) {
      const end = this.#behind("]]>", open, "CDATA section", 9);
      const frame = this.#frames[this.#depth - 1];
      if (this.#depth === 0 || frame === void 0) throw new Malformed("There is text outside of all XML elements.", open, end);
      this.#append(frame, open + 9, end - 3, text2.slice(open + 9, end - 3));
      return end;
    }
    if (/^<!DOCTYPE/i.test(text2.slice(open, open + 9))) throw new Malformed("This file declares a document type. Policy files need none, and it is not read.", open, open + 9);
    throw new Malformed('"<!" begins neither a comment nor CDATA.', open, open + 2);
  }
  #behind(mark, open, what, skip = 2) {
    const at = this.#text.indexOf(mark, open + skip);
    if (at < 0) throw new Malformed(`This ${what} has no end.`, open, Math.min(this.#text.length, open + 80));
    return at + mark.length;
  }
  #startTag(open) {
    const text2 = this.#text;
    const name = this.#nameAt(open + 1);
    let at = open + 1 + name.qualified.length;
    const depth = this.#depth;
    if (depth >= MAX_DEPTH) throw new Malformed(`XML elements lie more than ${MAX_DEPTH} deep in one another.`, open, at);
    const parent = depth === 0 ? void 0 : this.#frames[depth - 1];
    const frame = this.#frames[depth] ??= new Frame(text2, parent);
    if (parent) parent.hasChildren = true;
    frame.qualified = name.qualified;
    frame.start = open;
    frame.hasChildren = false;
    frame.pieces = void 0;
    frame.declared = void 0;
    frame.attributes = NO_ATTRIBUTES;
    let unit = text2.charCodeAt(at);
    if (unit !== 62 && unit !== 47) {
      at = this.#attributes(frame, at);
      unit = text2.charCodeAt(at);
    }
    const isEmpty2 = unit === 47 && text2.charCodeAt(at + 1) === 62;
    if (!isEmpty2 && unit !== 62) throw this.#badTag(open, at);
    at += isEmpty2 ? 2 : 1;
    if (name.epoch !== this.#epoch) {
      name.namespace = this.#namespaceOf(name.prefix, open, at);
      name.epoch = this.#epoch;
    }
    frame.name = name.local;
    frame.namespace = name.namespace;
    frame.tagEnd = frame.textStart = frame.textEnd = frame.end = at;
    this.#depth = depth + 1;
    if (this.#muted === 0) {
      const wish = this.#handler.open?.(frame);
      if (wish === "stop") this.#stopped = true;
      else if (wish === false) this.#muted = depth + 1;
      else if (typeof wish === "number" && !isEmpty2) {
        this.#muted = depth + 1;
        this.#close(frame, wish);
        return wish;
      }
    }
    if (isEmpty2) this.#close(frame, at);
    return at;
  }
  #endTag(open) {
    const text2 = this.#text;
    const frame = this.#frames[this.#depth - 1];
    if (this.#depth === 0 || frame === void 0) throw new Malformed("This end tag has no start tag.", open, this.#tagEnd(open));
    const { qualified } = frame;
    if (!text2.startsWith(qualified, open + 2)) throw this.#badEnd(frame, open);
    let at = open + 2 + qualified.length;
    if (text2.charCodeAt(at) !== 62) {
      at = firstNonBlank(text2, at, text2.length);
      if (text2.charCodeAt(at) !== 62) throw this.#badEnd(frame, open);
    }
    this.#close(frame, at + 1);
    return at + 1;
  }
  #close(frame, end) {
    frame.end = end;
    if (this.#muted === 0) {
      if (!this.#stopped) this.#handler.close?.(frame);
    } else if (this.#muted === this.#depth) this.#muted = 0;
    this.#depth--;
    if (frame.declared) {
      for (const [prefix, before] of frame.declared.reverse()) {
        if (before === void 0) this.#bindings.delete(prefix);
        else this.#bindings.set(prefix, before);
      }
      this.#epoch++;
    }
  }
  /** The name that begins at an offset. Elements follow one another in the same order a hundred thousand times, so the last follower is tried first. */
  #nameAt(start) {
    const text2 = this.#text;
    const guess = this.#last?.follower;
    if (guess && text2.startsWith(guess.qualified, start) && endsName(text2.charCodeAt(start + guess.qualified.length))) {
      this.#last = guess;
      return guess;
    }
    let end = start;
    while (end < text2.length && !endsName(text2.charCodeAt(end))) end++;
    const qualified = text2.slice(start, end);
    let name = this.#names.get(qualified);
    if (!name) {
      if (qualified.length > 1e3 || !NAME.test(qualified)) throw new Malformed('"<" does not begin a tag here.', start - 1, Math.min(end, start + 80));
      const colon = qualified.indexOf(":");
      name = { qualified, prefix: colon < 0 ? "" : qualified.slice(0, colon), local: qualified.slice(colon + 1), epoch: -1, namespace: "", follower: void 0 };
      this.#names.set(qualified, name);
    }
    if (this.#last) this.#last.follower = name;
    this.#last = name;
    return name;
  }
  /** Reads the attributes of a tag into its frame, declarations first put in force. Returns the offset of `>` or `/`. */
  #attributes(frame, from) {
    const text2 = this.#text;
    const found2 = [];
    const seen = /* @__PURE__ */ new Set();
    let at = from;
    for (; ; ) {
      const start = firstNonBlank(text2, at, text2.length);
      const unit = text2.charCodeAt(start);
      if (unit === 62 || unit === 47) {
        at = start;
        break;
      }
      if (start === at || start >= text2.length) throw this.#badTag(frame.start, start);
      let end = start;
      while (end < text2.length && !endsName(text2.charCodeAt(end))) end++;
      const qualified = text2.slice(start, end);
      const equals = firstNonBlank(text2, end, text2.length);
      const quote = firstNonBlank(text2, equals + 1, text2.length);
      const mark = text2.charAt(quote);
      if (qualified.length > 1e3 || !NAME.test(qualified) || text2.charAt(equals) !== "=" || mark !== '"' && mark !== "'") throw this.#badTag(frame.start, start);
      const close = text2.indexOf(mark, quote + 1);
      if (close < 0) throw new Malformed(`The value of "${qualified}" has no end.`, quote, Math.min(text2.length, quote + 80));
      if (seen.has(qualified)) throw new Malformed(`The attribute "${qualified}" stands twice in one tag.`, start, close + 1);
      seen.add(qualified);
      const raw = text2.slice(quote + 1, close);
      if (raw.includes("<")) throw new Malformed(`The value of "${qualified}" holds a "<".`, quote, Math.min(close + 1, quote + 80));
      found2.push({ qualified, value: raw.includes("&") ? this.#resolve(quote + 1, close) : raw, start: quote + 1, end: close });
      at = close + 1;
    }
    for (const { qualified, value } of found2) {
      const prefix = qualified === "xmlns" ? "" : qualified.startsWith("xmlns:") ? qualified.slice(6) : void 0;
      if (prefix === void 0) continue;
      const before = this.#bindings.get(prefix);
      if (before === value) continue;
      (frame.declared ??= []).push([prefix, before]);
      this.#bindings.set(prefix, value);
      this.#epoch++;
    }
    if (found2.length > 0) frame.attributes = found2.map(({ qualified, value, start, end }) => {
      const colon = qualified.indexOf(":");
      const namespace = colon < 0 || qualified.startsWith("xmlns:") ? "" : this.#namespaceOf(qualified.slice(0, colon), start, end);
      return { name: qualified.slice(colon + 1), namespace, value, start, end };
    });
    return at;
  }
  #namespaceOf(prefix, start, end) {
    const namespace = this.#bindings.get(prefix);
    if (namespace === void 0) throw new Malformed(`The prefix "${prefix}" is not declared.`, start, end);
    return namespace;
  }
  #badTag(open, at) {
    return new Malformed("This tag is not well-formed XML.", open, Math.max(Math.min(at + 1, this.#text.length), open + 1));
  }
  #badEnd(frame, open) {
    const end = this.#tagEnd(open);
    return new Malformed(`"${this.#text.slice(open, Math.min(end, open + 80))}" cannot end the element "${frame.qualified.slice(0, 80)}".`, open, end);
  }
  #tagEnd(open) {
    const end = this.#text.indexOf(">", open);
    return end < 0 ? this.#text.length : end + 1;
  }
};
var isBlank = (unit) => unit === 32 || unit === 10 || unit === 13 || unit === 9;
var endsName = (unit) => isBlank(unit) || unit === 62 || unit === 47 || unit === 61 || unit === 60 || Number.isNaN(unit);
function firstNonBlank(text2, start, end) {
  let at = start;
  while (at < end && isBlank(text2.charCodeAt(at))) at++;
  return at;
}
function walkXml(text2, handler) {
  try {
    new Reader2(text2, handler).read();
    return void 0;
  } catch (error) {
    if (error instanceof Malformed) return { message: error.message, start: error.start, end: error.end };
    throw error;
  }
}
function attributeOf(element, name) {
  return element.attributes.find((a) => a.name === name)?.value;
}
function xmlProblem(file, { message: message2, start, end }) {
  return { code: "file-unreadable", message: message2, source: file.span(start, end) };
}
var rootsOf = /* @__PURE__ */ new WeakMap();
function xmlRoot(file) {
  let root = rootsOf.get(file);
  if (root === void 0) {
    root = /^\s*</.test(file.head) && (firstElement(file.head) ?? (/^\s*<[?!]-?/.test(file.head) ? firstElement(file.text) : void 0)) || "none";
    rootsOf.set(file, root);
  }
  return root === "none" ? void 0 : root;
}
function firstElement(text2) {
  let root;
  walkXml(text2, {
    open({ name, namespace }) {
      root = { name, namespace };
      return "stop";
    }
  });
  return root;
}
var MAX_NODES = 2e6;
function readXml(text2) {
  const roots = [];
  const lists = [roots];
  let count = 0;
  let full;
  const error = walkXml(text2, {
    open({ name, namespace, attributes, start, tagEnd }) {
      if (++count > MAX_NODES) {
        full = { message: `This file holds more than ${MAX_NODES} XML elements.`, start, end: tagEnd };
        return "stop";
      }
      const children = [];
      lists.at(-1)?.push({ name, namespace, attributes, start, tagEnd, end: tagEnd, textStart: tagEnd, textEnd: tagEnd, text: "", children });
      lists.push(children);
      return true;
    },
    close({ end, textStart, textEnd, text: own }) {
      lists.pop();
      const node = lists.at(-1)?.at(-1);
      node.end = end;
      node.textStart = textStart;
      node.textEnd = textEnd;
      node.text = own;
    }
  });
  return { roots, error: error ?? full };
}
function childOf(node, ...path2) {
  let at = node;
  for (const name of path2) at = at?.children.find((child) => child.name === name);
  return at;
}
var OPERATIONS = "http://www.microsoft.com/GroupPolicy/GPOOperations";
var KINDS = /* @__PURE__ */ new Map([
  ["GroupPolicyBackupScheme", "backup"],
  ["BackupInst", "bkup-info"],
  ["Backups", "manifest"]
]);
var REGISTRY_EXTENSION = "{35378eac-683f-11d2-a89a-00c04fbbcfa2}";
function readBackupInfo(file) {
  const root = xmlRoot(file);
  const kind = root && (root.namespace === OPERATIONS || root.namespace === `${OPERATIONS}/Manifest`) ? KINDS.get(root.name) : void 0;
  if (kind === void 0) return void 0;
  const { roots, error } = readXml(file.text);
  const tops = roots.filter((node) => KINDS.get(node.name) === kind);
  const gpos = kind === "backup" ? tops.map((node) => coreSettings(node, file)) : kind === "bkup-info" ? tops.map(instance) : tops.flatMap((node) => node.children.filter((child) => child.name === "BackupInst").map(instance));
  return { kind, gpos, problems: error ? [xmlProblem(file, error)] : [] };
}
function instance(node) {
  return present({
    guid: textOf3(node, "GPOGuid"),
    name: textOf3(node, "GPODisplayName"),
    domain: textOf3(node, "GPODomain"),
    backupId: textOf3(node, "ID"),
    backupTime: textOf3(node, "BackupTime")
  });
}
function coreSettings(root, file) {
  const core = childOf(root, "GroupPolicyObject", "GroupPolicyCoreSettings");
  if (!core) return {};
  const options = wholeNumber(textOf3(core, "Options"));
  const extensions = childOf(core, "MachineExtensionGuids");
  const info = present({
    guid: textOf3(core, "ID"),
    name: textOf3(core, "DisplayName"),
    domain: textOf3(core, "Domain"),
    computerEnabled: options === void 0 ? void 0 : (options & 2) === 0,
    wmiFilter: textOf3(core, "WMIFilter"),
    registryExtension: extensions && extensions.text.toLowerCase().includes(REGISTRY_EXTENSION),
    machineVersion: wholeNumber(textOf3(core, "MachineVersionNumber"))
  });
  const telling = info.computerEnabled === false ? "Options" : info.wmiFilter !== void 0 ? "WMIFilter" : info.registryExtension === false ? "MachineExtensionGuids" : info.machineVersion === 0 ? "MachineVersionNumber" : void 0;
  const place2 = telling === void 0 ? void 0 : childOf(core, telling);
  return place2 ? { ...info, source: file.span(place2.start, place2.end, telling) } : info;
}
function textOf3(node, name) {
  return childOf(node, name)?.text.trim() || void 0;
}
var wholeNumber = (text2) => text2 !== void 0 && /^\d{1,10}$/.test(text2) ? Number(text2) : void 0;
var present = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
var MOST_COPIED = 5e6;
var Effort = class {
  /** Of batch files: rounds of `for`, calls and lines of calls; jumps back; characters that variables put in; characters that were run again. */
  rounds = 0;
  jumps = 0;
  expanded = 0;
  repeated = 0;
  /** Of PowerShell: statements in loops and functions, and elements of large values that were looked at. */
  steps = 0;
  work = 0;
  /** Of declarations and lists (Ansible, Chef, Puppet, Salt, CLIXML): characters of values that loops, variables and references put in once more. */
  #copied = 0;
  /** So many characters once more; false where that is too much. */
  copy(size) {
    this.#copied += size;
    return this.#copied <= MOST_COPIED;
  }
};
var shared;
function sharingEffort(run) {
  if (shared) return run();
  shared = new Effort();
  try {
    return run();
  } finally {
    shared = void 0;
  }
}
var effort = () => shared ?? new Effort();
var begins = (mark) => ({ head: head2 }) => head2.startsWith(mark);
var xml = (mark) => ({ head: head2, text: text2 }) => /^\s*</.test(head2) && mark.test(text2);
var json = (mark) => ({ head: head2, text: text2 }) => /^\s*[[{/]/.test(head2) && mark.test(text2);
var named = (name, mark) => (file) => name.test(file.name) && mark.test(file.text);
var either = (...ways) => (file) => ways.some((way) => way(file));
var called = (name) => (file) => name.test(file.name);
var entries = [
  { id: "registry-pol", may: either(called(/^registry\.pol$/), begins("PReg")), load: async () => (await Promise.resolve().then(() => require("./formats-registry-pol.js"))).registryPol },
  { id: "wfw", may: either(called(/\.wfw$/), begins("regf")), load: async () => (await Promise.resolve().then(() => require("./formats-wfw.js"))).wfw },
  { id: "reg", may: either(({ head: head2 }) => /^\s*(?:Windows Registry|REGEDIT4)/.test(head2), called(/\.reg$/)), load: async () => (await Promise.resolve().then(() => require("./formats-reg.js"))).reg },
  { id: "gpreport-xml", may: either(called(/^gpreport\.xml$/), xml(/\b(?:GPO|Rsop)\b/)), load: async () => (await Promise.resolve().then(() => require("./formats-gpreport-xml.js"))).gpreportXml },
  { id: "policy-rules", may: either(called(/\.policyrules$/), xml(/\bPolicyRules\b/)), load: async () => (await Promise.resolve().then(() => require("./formats-policy-rules.js"))).policyRules },
  { id: "firewall-csp", may: either(xml(/MdmStore/i), named(/\.(?:txt|csv|tsv)$/, /MdmStore/i)), load: async () => (await Promise.resolve().then(() => require("./formats-firewall-csp.js"))).firewallCsp },
  { id: "clixml", may: xml(/\bN="Direction"/), load: async () => (await Promise.resolve().then(() => require("./formats-clixml.js"))).clixml },
  { id: "gpp-registry", may: xml(/\b(?:RegistrySettings|Collection|Registry)\b/), load: async () => (await Promise.resolve().then(() => require("./formats-gpp-registry.js"))).gppRegistry },
  { id: "gpo-html", may: ({ head: head2 }) => head2.includes("gpmc_reportInitialized"), load: async () => (await Promise.resolve().then(() => require("./formats-gpo-html.js"))).gpoHtml },
  { id: "intune-json", may: json(/firewall/i), load: async () => (await Promise.resolve().then(() => require("./formats-intune-json.js"))).intuneJson },
  { id: "net-firewall-rule-json", may: json(/"Direction"/), load: async () => (await Promise.resolve().then(() => require("./formats-net-firewall-rule-json.js"))).netFirewallRuleJson },
  { id: "net-firewall-rule-csv", may: ({ head: head2 }) => /[,;\t|]\s*"?direction|direction"?\s*[,;\t|]/i.test(head2) && !/^\s*[[{<]/.test(head2), load: async () => (await Promise.resolve().then(() => require("./formats-net-firewall-rule-csv.js"))).netFirewallRuleCsv },
  { id: "wf-export", may: ({ head: head2 }) => /^(?:[^\t\r\n]*\t){5}|^(?:[^,\r\n]*,){5}|^(?:[^;\r\n]*;){5}/.test(head2), load: async () => (await Promise.resolve().then(() => require("./formats-wf-export.js"))).wfExport },
  { id: "netsh-dump", may: ({ head: head2 }) => head2.includes("\n----------------------------------------"), load: async () => (await Promise.resolve().then(() => require("./formats-netsh-dump.js"))).netshDump },
  { id: "lgpo-text", may: either(({ head: head2 }) => /^\s*(?:;|computer|user)/i.test(head2), called(/\.(?:lgpo|policytext)$/)), load: async () => (await Promise.resolve().then(() => require("./formats-lgpo-text.js"))).lgpoText },
  { id: "dsc-mof", may: ({ head: head2, name }) => name.endsWith(".mof") || head2.includes("@TargetNode"), load: async () => (await Promise.resolve().then(() => require("./formats-dsc-mof.js"))).dscMof },
  { id: "dsc-powershell", may: named(/\.ps[dm]?1$/, /^[ \t]*configuration\s/im), load: async () => (await Promise.resolve().then(() => require("./formats-dsc-powershell.js"))).dscPowershell },
  { id: "powershell", may: named(/\.(?:ps[dm]?1|txt)$|^[^.]*$/, /firewall|HNetCfg/i), load: async () => (await Promise.resolve().then(() => require("./formats-powershell.js"))).powershell },
  { id: "netsh", may: named(/\.(?:cmd|bat|nt|txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$|^[^.]*$/, /netsh|firewall/i), load: async () => (await Promise.resolve().then(() => require("./formats-netsh.js"))).netsh },
  { id: "ansible", may: named(/\.ya?ml$/, /\bwin_/), load: async () => (await Promise.resolve().then(() => require("./formats-ansible.js"))).ansible },
  { id: "salt", may: named(/\.sls$/, /firewall/i), load: async () => (await Promise.resolve().then(() => require("./formats-salt.js"))).salt },
  { id: "puppet", may: either(named(/\.(?:pp|ya?ml|eyaml)$/, /windows_?firewall/i), named(/\.pp$/, /NetFirewall|netsh|FirewallPolicy/i)), load: async () => (await Promise.resolve().then(() => require("./formats-puppet.js"))).puppet },
  { id: "chef", may: named(/\.rb$/, /windows_?firewall|NetFirewall|FirewallPolicy|netsh/i), load: async () => (await Promise.resolve().then(() => require("./formats-chef.js"))).chef },
  { id: "rules-yaml", may: named(/\.(?:ya?ml|json)$/, /direction|profiles/), load: async () => (await Promise.resolve().then(() => require("./formats-rules-yaml.js"))).rulesYaml }
];
var formatOf = async (id) => entries.find((entry) => entry.id === id)?.load();
async function detect(file) {
  let promised;
  for (const entry of entries) {
    if (!entry.may(file)) continue;
    const format = await entry.load();
    if (format.recognises(file)) {
      await format.prepare?.(file);
      return { format };
    }
    if (format.names.some((name) => name.test(file.name))) promised ??= format;
  }
  return promised ? { promised } : {};
}
function parseFile(format, file, options) {
  try {
    return sharingEffort(() => format.parse(file, options));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = { code: "file-unreadable", message: "The file is nested too deeply to be read.", source: file.span(0, 0) };
    return { path: file.path, format: format.id, parts: [], problems: [problem] };
  }
}
var MOST_UNMODELLED = 100;
var WORDS3 = ["direction", "action", "enabled", "protocol"];
function undecided(rule) {
  return [
    ...WORDS3.filter((word2) => rule[word2] === "unknown").map((word2) => `${word2}=unknown`),
    ...[rule.localPorts, rule.remotePorts, rule.localAddresses, rule.remoteAddresses].flatMap((set) => set.unresolved),
    ...rule.malformed === void 0 ? [] : ["malformed"]
  ];
}
var PROTOCOLS = /* @__PURE__ */ new Map([["tcp", "TCP"], ["udp", "UDP"], ["icmpv4", "ICMPv4"], ["icmpv6", "ICMPv6"], ["any", "Any"]]);
var LOCAL_PORTS = /* @__PURE__ */ new Map([
  ["rpc", "RPC"],
  ["rpc-epmap", "RPCEPMap"],
  ["iphttps", "IPHTTPSIn"],
  ["teredo", "Teredo"],
  ["ply2disc", "PlayToDiscovery"],
  ["mdns", "mDNS"]
]);
var REMOTE_PORTS = /* @__PURE__ */ new Map([["iphttps", "IPHTTPSOut"]]);
var ADDRESSES = /* @__PURE__ */ new Map([
  ["local-subnet", "LocalSubnet"],
  ["dns", "DNS"],
  ["dhcp", "DHCP"],
  ["wins", "WINS"],
  ["default-gateway", "DefaultGateway"],
  ["intranet", "Intranet"],
  ["internet", "Internet"],
  ["intranet-remote-access", "IntranetRemoteAccess"],
  ["play-to-device", "PlayToDevice"],
  ["captive-portal", "CaptivePortal"]
]);
var INTERFACES = /* @__PURE__ */ new Map([["lan", "Wired"], ["wireless", "Wireless"], ["remote-access", "RemoteAccess"]]);
var RESTATED = /^(?:Authentication|Encryption|RemoteUser|RemoteMachine|LocalUser|Package|Owner|InterfaceAlias|DynamicTarget|LocalOnlyMapping)=/;
function writeNetFirewallRule(rule, id = rule.id ?? rule.name) {
  const list = ["New-NetFirewallRule", "-Name", quoted(id), "-DisplayName", quoted(rule.name)];
  if (rule.group !== void 0) list.push("-Group", quoted(rule.group));
  list.push("-Direction", rule.direction === "outbound" ? "Outbound" : "Inbound", "-Action", rule.action === "block" ? "Block" : "Allow");
  if (rule.enabled === false) list.push("-Enabled", "False");
  if (rule.profiles !== ALL_PROFILES) list.push("-Profile", profileNames(rule.profiles).map(capital).join(","));
  const protocol = protocolName(rule.protocol === "unknown" ? "any" : rule.protocol);
  list.push("-Protocol", PROTOCOLS.get(protocol) ?? protocol);
  const add2 = (parameter, texts) => {
    if (texts.length > 0) list.push(parameter, [...new Set(texts)].join(","));
  };
  add2("-LocalPort", portTexts(rule.localPorts).map((text2) => word(LOCAL_PORTS.get(text2) ?? text2)));
  add2("-RemotePort", portTexts(rule.remotePorts).map((text2) => word(REMOTE_PORTS.get(text2) ?? text2)));
  add2("-IcmpType", rule.icmp.map((entry) => word(entry.replace(/:\*$/, ""))));
  add2("-LocalAddress", addressTexts(rule.localAddresses).map(addressWord));
  add2("-RemoteAddress", addressTexts(rule.remoteAddresses).map(addressWord));
  if (rule.program !== void 0) list.push("-Program", quoted(rule.program));
  if (rule.service !== void 0) list.push("-Service", quoted(rule.service));
  add2("-InterfaceType", rule.interfaceTypes.map((type) => INTERFACES.get(type) ?? quoted(type)));
  add2("-Platform", rule.platforms.map(({ major, minor, orLater }) => quoted(`${major}.${minor}${orLater ? "+" : ""}`)));
  const said = rule.unmodelled.filter((text2) => RESTATED.test(text2));
  if (rule.ipsec && !said.some((text2) => text2.startsWith("Authentication="))) list.push("-Authentication", "Required");
  for (const text2 of said) list.push(`-${text2.slice(0, text2.indexOf("="))}`, quoted(text2.slice(text2.indexOf("=") + 1)));
  if (rule.action === "bypass") list.push("-OverrideBlockRules", "True");
  return list.join(" ");
}
var commandsInto = (gpo) => commands(gpo === void 0 ? "" : ` -PolicyStore ${quoted(gpo)}`);
function commandsBeside(beside) {
  const store = beside && storeOf(beside);
  if (store === void 0) return commands("");
  return { ...commands(` ${store}`), .../^-GPOSession \S+$/i.test(store) && { above: "Save-NetGPO" } };
}
var commands = (store) => ({ rule: (rule) => `${writeNetFirewallRule(rule)}${store}` });
var VALUE = String.raw`(?:[ \t:]|\x60\r?\n)+("[^"\r\n]*"|'[^'\r\n]*'|\$[\w:.]+|[\w.\\-]+|\([^()\r\n]*\))`;
var SAID = new RegExp(`-(GPOSession|PolicyStore)${VALUE}`, "gi");
var OPENED = /(\$[\w:]+)[ \t]*=[ \t]*Open-NetGPO\b/gi;
var IN_TABLE = /\b(GPOSession|PolicyStore)['"]?[ \t]*=[ \t]*("[^"\r\n]*"|'[^'\r\n]*'|\$[\w:.]+)/gi;
function storeOf({ file, last, gpo }) {
  if (gpo === void 0) return void 0;
  const near = last && [...file.text.slice(last.start, last.end).matchAll(SAID)].at(-1);
  const above = file.text.slice(0, last?.end);
  const found2 = near ?? [...above.matchAll(IN_TABLE)].at(-1);
  if (found2) return `-${found2[1] ?? ""} ${found2[2] ?? ""}`;
  const session = [...above.matchAll(OPENED)].at(-1)?.[1];
  if (session !== void 0) return `-GPOSession ${session}`;
  return `-PolicyStore ${!gpo.includes("$") ? quoted(gpo) : /^[\w.$ -]+\\[\w.$ -]+$/.test(gpo) ? `"${gpo}"` : `(${gpo})`}`;
}
function writeNetFirewallRules(rules) {
  const used = /* @__PURE__ */ new Map();
  const lines = rules.map((rule) => {
    const base = rule.id ?? rule.name;
    const count = (used.get(base.toLowerCase()) ?? 0) + 1;
    used.set(base.toLowerCase(), count);
    const id = count === 1 ? base : `${base} (${count})`;
    const lost = [
      ...rule.unmodelled.filter((text22) => !RESTATED.test(text22)),
      ...undecided(rule),
      ...rule.localPorts.keywords.filter((word2) => !LOCAL_PORTS.has(word2)),
      ...rule.remotePorts.keywords.filter((word2) => !REMOTE_PORTS.has(word2)),
      ...rule.interfaceTypes.filter((type) => !INTERFACES.has(type))
    ];
    return lost.length === 0 ? writeNetFirewallRule(rule, id) : `# Not written, New-NetFirewallRule cannot say all of it: ${oneLine(rule.name)} (${lost.map(oneLine).join(", ")})`;
  });
  const text2 = ["#Requires -RunAsAdministrator", "#Requires -Modules NetSecurity", "", ...lines, ""].join("\n");
  return /[^\x00-\x7f]/.test(text2) ? `\uFEFF${text2}` : text2;
}
var capital = (text2) => text2.charAt(0).toUpperCase() + text2.slice(1);
var oneLine = (text2) => text2.replace(/[\r\n\u2028\u2029]+/g, " ");
var quoted = (text2) => `'${oneLine(text2).replace(/['\u2018-\u201b]/g, "$&$&")}'`;
var word = (text2) => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text2) ? text2 : quoted(text2);
function addressWord(text2) {
  const [, keyword = "", family = ""] = /^([a-z-]+?)([46]?)$/.exec(text2) ?? [];
  const name = ADDRESSES.get(keyword);
  if (name !== void 0) return name + family;
  return /^[0-9a-fA-F][0-9a-fA-F.:/-]*$/.test(text2) ? text2 : quoted(text2);
}
var MAX_PROBES = 128;
var ANY = 0;
var mix = (hash, word2) => {
  const h = Math.imul(hash ^ word2, 2654435761);
  return h ^ h >>> 15;
};
var Names = class {
  size = 1;
  #names = [""];
  #slots = new Int32Array(64);
  #hashes = new Int32Array(32);
  numberOf(text2) {
    if (text2 === void 0 || text2 === "") return ANY;
    if (this.size === this.#hashes.length) this.#grow();
    const hash = hashOf(text2);
    const mask = this.#slots.length - 1;
    for (let probe = 0, slot = hash & mask; probe < MAX_PROBES; probe++, slot = slot + probe & mask) {
      const held = this.#slots[slot] - 1;
      if (held < 0) {
        this.#slots[slot] = this.size + 1;
        break;
      }
      if (this.#hashes[held] === hash && isSame(this.#names[held], text2)) return held;
    }
    this.#hashes[this.size] = hash;
    this.#names.push(text2);
    return this.size++;
  }
  nameOf(number) {
    return this.#names[number];
  }
  #grow() {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const mask = hashes.length * 2 - 1;
    const slots = new Int32Array(mask + 1);
    for (let number = 1; number < this.size; number++) {
      let slot = hashes[number] & mask;
      for (let probe = 0; probe < MAX_PROBES && slots[slot] !== 0; slot = slot + probe & mask) probe++;
      if (slots[slot] === 0) slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
  /** Nothing more is numbered. */
  freeze() {
    this.#slots = new Int32Array(1);
    this.#hashes = new Int32Array(1);
  }
};
var isSame = (a, b) => a === b || a.toLowerCase() === b.toLowerCase();
function hashOf(text2) {
  let hash = text2.length;
  for (let i = 0; i < text2.length; i++) {
    let unit = text2.charCodeAt(i);
    if (unit > 127) return hashOfLower(text2.toLowerCase());
    if (unit > 64 && unit < 91) unit |= 32;
    hash = Math.imul(hash ^ unit, 16777619);
  }
  return mix(hash, 0);
}
function hashOfLower(lower) {
  let hash = lower.length;
  for (let i = 0; i < lower.length; i++) hash = Math.imul(hash ^ lower.charCodeAt(i), 16777619);
  return mix(hash, 0);
}
var PORT_WORDS = ["rpc", "rpc-epmap", "iphttps", "teredo", "dhcp", "ply2disc", "mdns", "tcpcdpsvc", "cortana"];
var ADDRESS_WORDS = [
  "local-subnet",
  "local-subnet4",
  "local-subnet6",
  "dns",
  "dns4",
  "dns6",
  "dhcp",
  "dhcp4",
  "dhcp6",
  "wins",
  "wins4",
  "wins6",
  "default-gateway",
  "default-gateway4",
  "default-gateway6",
  "intranet",
  "internet",
  "intranet-remote-access",
  "play-to-device",
  "captive-portal"
];
var PAIRED = 15;
var ADDRESS_BITS = new Map(ADDRESS_WORDS.map((word2, i) => [word2, i < PAIRED && i % 3 === 0 ? 7 << i : 1 << i]));
var PORT_BITS = new Map(PORT_WORDS.map((word2, i) => [word2, 1 << i]));
function topWords(mask, paired) {
  if (!paired) return mask;
  let top = mask;
  for (let i = 0; i < PAIRED; i += 3) if ((mask >>> i & 1) === 1) top &= ~(6 << i);
  return top;
}
function holdersOf(mask, paired) {
  const i = 31 - Math.clz32(mask & -mask);
  return paired && i < PAIRED ? 1 << i | 1 << i - i % 3 : 1 << i;
}
var HAS_V6 = 2147483648;
var SHORT = 16;
var UNRESOLVED = -1;
var SetStore = class {
  /** Whether the keywords come in families: addresses. */
  paired;
  words;
  /** Where the next set goes. */
  #end = 0;
  /** Sets that are more than a range or a short list: many rules may share them. */
  #known = /* @__PURE__ */ new Map();
  /** With room for so many sets, if they are that many. Memory that is never written is never taken. */
  constructor(paired, room) {
    this.words = new Uint32Array(Math.max(256, 4 * room));
    this.paired = paired;
    if (paired) this.addAddresses([[0, 4294967295]], [[0n, (1n << 128n) - 1n]], []);
    else this.addPorts([[0, 65535]], []);
  }
  /** Sets that come from now on are not known again. */
  freeze() {
    this.#known = /* @__PURE__ */ new Map();
  }
  /** Parsers share the sets of "any", so most sets need no look inside. */
  ofPorts(set) {
    if (set === ANY_PORTS) return ANY;
    const { from, to } = set;
    if (from !== void 0 && to !== void 0) return from === 0 && to === 65535 ? ANY : this.#addRange(from, to);
    if (set instanceof PortList && set.entries.length <= SHORT) return this.#addEntries(set.entries);
    const known3 = this.#known.get(set);
    if (known3 !== void 0) return known3;
    const number = this.#readPorts(set);
    this.#known.set(set, number);
    return number;
  }
  #readPorts({ ranges, keywords, unresolved }) {
    if (unresolved.length > 0) return UNRESOLVED;
    const first = ranges[0];
    return first !== void 0 && first[0] === 0 && first[1] === 65535 ? ANY : this.addPorts(ranges, keywords);
  }
  ofAddresses(set) {
    if (set === ANY_ADDRESSES) return ANY;
    if (set.from !== void 0 && set.to !== void 0) return this.#addRange(set.from, set.to);
    const known3 = this.#known.get(set);
    if (known3 !== void 0) return known3;
    const number = this.#readAddresses(set);
    this.#known.set(set, number);
    return number;
  }
  #readAddresses({ v4, v6, keywords, unresolved }) {
    if (unresolved.length > 0) return UNRESOLVED;
    const first = v4[0];
    const large = v6[0];
    const isAny = first !== void 0 && first[0] === 0 && first[1] === 4294967295 && large !== void 0 && large[0] === 0n && large[1] === (1n << 128n) - 1n;
    return isAny ? ANY : this.addAddresses(v4, v6, keywords);
  }
  #addRange(from, to) {
    const number = this.#begin(4);
    const { words } = this;
    words[number] = 0;
    words[number + 1] = 1;
    words[number + 2] = from;
    words[number + 3] = to;
    this.#end = number + 4;
    return number;
  }
  #addEntries(entries2) {
    const number = this.#begin(2 + 2 * entries2.length);
    const { words } = this;
    words[number] = 0;
    words[number + 1] = entries2.length;
    let at = number + 2;
    for (let i = 0; i < entries2.length; i++) {
      const entry = entries2[i];
      words[at++] = entry.from;
      words[at++] = entry.to;
    }
    this.#end = at;
    return number;
  }
  addPorts(ranges, keywords) {
    let mask = 0;
    for (let i = 0; i < keywords.length; i++) mask |= PORT_BITS.get(keywords[i]) ?? 0;
    return this.#add(mask, ranges, NONE3);
  }
  addAddresses(v4, v6, keywords) {
    let mask = 0;
    for (let i = 0; i < keywords.length; i++) mask |= ADDRESS_BITS.get(keywords[i]) ?? 0;
    for (let i = 0; mask !== 0 && i < PAIRED; i += 3) if ((mask >>> i & 6) === 6) mask |= 1 << i;
    return this.#add(mask, v4, v6);
  }
  #add(mask, small, large) {
    const number = this.#begin(3 + 2 * small.length + 8 * large.length);
    const { words } = this;
    let at = number;
    words[at++] = large.length > 0 ? mask | HAS_V6 : mask;
    words[at++] = small.length;
    if (large.length > 0) words[at++] = large.length;
    for (let i = 0; i < small.length; i++) {
      const range = small[i];
      words[at++] = range[0];
      words[at++] = range[1];
    }
    for (let i = 0; i < large.length; i++) {
      const range = large[i];
      writeLarge(range[0], words, at);
      writeLarge(range[1], words, at + 4);
      at += 8;
    }
    this.#end = at;
    return number;
  }
  /** Adds the lowest or the highest element of a set. The highest of both families is an IPv6 address. */
  addEnd(set, highest) {
    const number = this.#begin(11);
    const { words } = this;
    const small = this.from4(set);
    const large = this.to4(set);
    const end = this.end(set);
    let at = number;
    if (large < end && (highest || small === large)) {
      words[at++] = HAS_V6;
      words[at++] = 0;
      words[at++] = 1;
      for (let i = 0; i < 8; i++) words[at++] = words[highest ? end - 4 + (i & 3) : large + (i & 3)];
    } else if (small < large) {
      words[at++] = 0;
      words[at++] = 1;
      for (let i = 0; i < 2; i++) words[at++] = words[highest ? large - 1 : small];
    } else {
      const word2 = 31 - Math.clz32(this.keywords(set) & -this.keywords(set));
      words[at++] = this.paired && word2 < PAIRED && word2 % 3 === 0 ? 7 << word2 : 1 << word2;
      words[at++] = 0;
    }
    this.#end = at;
    return number;
  }
  /** Adds all sets of another store: what their numbers grow by. */
  addAll(other) {
    const at = this.#begin(other.#end);
    this.words.set(other.words.subarray(0, other.#end), at);
    this.#end = at + other.#end;
    return at;
  }
  /** Where the sets end: `release` takes back all that were added since. */
  get mark() {
    return this.#end;
  }
  release(mark) {
    this.#end = mark;
  }
  /** Where the next set begins. */
  #begin(room) {
    const end = this.#end;
    if (end + room > this.words.length) {
      const words = new Uint32Array(Math.max(this.words.length * 2, end + room));
      words.set(this.words);
      this.words = words;
    }
    return end;
  }
  keywords(number) {
    return this.words[number] & ~HAS_V6;
  }
  /** Where the small ranges begin. */
  from4(number) {
    return (this.words[number] & HAS_V6) === 0 ? number + 2 : number + 3;
  }
  /** Where the small ranges end and the large ones begin. */
  to4(number) {
    return this.from4(number) + 2 * this.words[number + 1];
  }
  end(number) {
    const to4 = this.to4(number);
    return (this.words[number] & HAS_V6) === 0 ? to4 : to4 + 8 * this.words[number + 2];
  }
  /** Both ends of the small ranges; swapped ends where there is none, so that nothing is asked of them. */
  low(number) {
    const at = this.from4(number);
    return at < this.to4(number) ? this.words[at] : 4294967295;
  }
  high(number) {
    const end = this.to4(number);
    return this.from4(number) < end ? this.words[end - 1] : 0;
  }
  /** Whether two sets are one. */
  equal(a, b) {
    if (a === b) return true;
    if (a === ANY || b === ANY) return false;
    const { words } = this;
    for (let i = a, end = this.end(a), j = b; i < end; i++, j++) if (words[i] !== words[j]) return false;
    return true;
  }
  /** The same for equal sets. */
  hash(number) {
    if (number === ANY) return 0;
    let hash = 0;
    for (let i = number, end = this.end(number); i < end; i++) hash = mix(hash, this.words[i]);
    return hash;
  }
  /** Whether a set of ports has a keyword, a name that nobody has resolved, or a port of `ranges` (see `endsOf`). */
  touches(number, ranges) {
    if (number === UNRESOLVED || this.keywords(number) !== 0) return true;
    const { words } = this;
    const end = this.to4(number);
    for (let at = number + 2; at < end; at += 2) {
      const i = firstFrom3(ranges, words[at]);
      if (i < ranges.length && ranges[i] <= words[at + 1]) return true;
    }
    return false;
  }
  /** Whether a set of ports has nothing but ports of `ranges`. */
  isWithin(number, ranges) {
    if (number === UNRESOLVED || this.keywords(number) !== 0) return false;
    const { words } = this;
    const end = this.to4(number);
    for (let at = number + 2; at < end; at += 2) {
      const i = firstFrom3(ranges, words[at]);
      if (i >= ranges.length || ranges[i] > words[at] || ranges[i + 1] < words[at + 1]) return false;
    }
    return true;
  }
  /** Whether everything of `inner` is in `outer`: each range in one range, each keyword by the same keyword. */
  includes(outer, inner) {
    if (outer === ANY || outer === inner) return true;
    if (inner === ANY) return false;
    if ((this.keywords(inner) & ~this.keywords(outer)) !== 0) return false;
    const { words } = this;
    const outerEnd = this.to4(outer);
    const innerEnd = this.to4(inner);
    let at = this.from4(outer);
    for (let i = this.from4(inner); i < innerEnd; i += 2) {
      const from = words[i];
      const to = words[i + 1];
      if (outerEnd - at > 32) at = this.#skip(at, outerEnd, to);
      else while (at < outerEnd && words[at + 1] < to) at += 2;
      if (at >= outerEnd || words[at] > from) return false;
    }
    at = outerEnd;
    for (let i = innerEnd; i < this.end(inner); i += 8) {
      while (at < this.end(outer) && this.#compare(at + 4, i + 4) < 0) at += 8;
      if (at >= this.end(outer) || this.#compare(at, i) > 0) return false;
    }
    return true;
  }
  /** The first range of long lists that ends at `to` or later. */
  #skip(at, end, to) {
    let low = 0;
    let high = end - at >> 1;
    while (low < high) {
      const middle = low + high >> 1;
      if (this.words[at + 2 * middle + 1] < to) low = middle + 1;
      else high = middle;
    }
    return at + 2 * low;
  }
  #compare(a, b) {
    for (let i = 0; i < 4; i++) {
      const difference = this.words[a + i] - this.words[b + i];
      if (difference !== 0) return difference;
    }
    return 0;
  }
};
function firstFrom3(ranges, port) {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = low + high >> 1;
    if (ranges[2 * middle + 1] < port) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
var NONE3 = Object.freeze([]);
var COMPARABLE = 1;
var OUTBOUND = 2;
var BLOCK = 4;
var PROFILE_SHIFT = 3;
var INTERFACE_SHIFT = 6;
var PROFILE_BITS = 7 << PROFILE_SHIFT;
var INTERFACE_BITS = 31 << INTERFACE_SHIFT;
var PROTOCOL_SHIFT = 11;
var PROTOCOL_BITS = 511 << PROTOCOL_SHIFT;
var ANY_PROTOCOL = 256;
var SHAPE = (1 << 20) - 1;
var LIVE = 1 << 20;
var ENFORCED = 1 << 21;
var ALLOW = 1 << 22;
var EITHER_WAY = 1 << 23;
var BOUND = 1 << 24;
var INTERFACES2 = /* @__PURE__ */ new Map([["lan", 1], ["wireless", 2], ["remote-access", 4], ["mobile-broadband", 8]]);
var NO_EXTRA = { icmp: [], platforms: "", unmodelled: "", varies: false };
var LOCAL_PORTS2 = 0;
var REMOTE_PORTS2 = 1;
var LOCAL_ADDRESSES = 2;
var REMOTE_ADDRESSES = 3;
var SETS = [LOCAL_PORTS2, REMOTE_PORTS2, LOCAL_ADDRESSES, REMOTE_ADDRESSES];
var tables = /* @__PURE__ */ new WeakMap();
function tableOf(rules) {
  const held = tables.get(rules);
  if (held) return held;
  const table = new RuleTable(rules.length);
  for (let row = 0; row < rules.length; row++) {
    const rule = rules[row];
    if (rule.enabled !== false && rule.malformed === void 0) table.fill(row, rule, rule);
  }
  table.end(rules.length);
  tables.set(rules, table);
  return table;
}
function giveTable(rules, table) {
  table.end(rules.length);
  tables.set(rules, table);
}
var RuleColumns = class {
  count = 0;
  bits;
  programs;
  services;
  /** Indices into `extraValues`. */
  extras;
  extraValues = [NO_EXTRA];
  sets;
  stores;
  names = new Names();
  #extraNumbers = /* @__PURE__ */ new Map();
  /** With room for so many rules, and stores with room for the sets of so many. */
  constructor(rules, stored) {
    const column = () => new Int32Array(rules + 1);
    this.bits = column();
    this.programs = column();
    this.services = column();
    this.extras = column();
    this.sets = [column(), column(), column(), column()];
    const [ports, addresses2] = [new SetStore(false, stored), new SetStore(true, stored)];
    this.stores = [ports, ports, addresses2, addresses2];
  }
  /** The number of an extra: the one that an equal extra has already, or the next. */
  extraNumber(extra2) {
    const key = JSON.stringify(extra2);
    let number = this.#extraNumbers.get(key);
    if (number === void 0) {
      number = this.extraValues.push(extra2) - 1;
      this.#extraNumbers.set(key, number);
    }
    return number;
  }
};
var RuleTable = class extends RuleColumns {
  #icmpNumbers = /* @__PURE__ */ new Map();
  /** With room for so many rules; it grows. */
  constructor(room) {
    super(room, room);
  }
  /** Makes a row say what a rule that is not malformed says. */
  fill(row, rule, { localPorts, remotePorts, localAddresses, remoteAddresses }) {
    if (row + 1 >= this.bits.length) this.#grow();
    const { sets, stores } = this;
    const ports = stores[LOCAL_PORTS2];
    const addresses2 = stores[LOCAL_ADDRESSES];
    const local = sets[LOCAL_PORTS2][row] = ports.ofPorts(localPorts);
    const remote = sets[REMOTE_PORTS2][row] = ports.ofPorts(remotePorts);
    const here = sets[LOCAL_ADDRESSES][row] = addresses2.ofAddresses(localAddresses);
    const there = sets[REMOTE_ADDRESSES][row] = addresses2.ofAddresses(remoteAddresses);
    const { enabled, direction, action, protocol, profiles, program, service } = rule;
    if (enabled === false) {
      this.bits[row] = 0;
      return;
    }
    const bits2 = LIVE | (profiles & 7) << PROFILE_SHIFT | interfaceBits(rule.interfaceTypes) << INTERFACE_SHIFT | (typeof protocol === "number" ? protocol & 255 : ANY_PROTOCOL) << PROTOCOL_SHIFT | (direction === "outbound" ? OUTBOUND : direction === "inbound" ? 0 : EITHER_WAY) | (action === "allow" ? ALLOW : action === "block" ? BLOCK : 0) | (enabled === true ? ENFORCED : 0) | (program === void 0 && service === void 0 ? 0 : BOUND);
    this.bits[row] = bits2;
    if (enabled !== true || rule.ipsec || rule.partial === true || local < 0 || remote < 0 || here < 0 || there < 0 || direction === "unknown" || protocol === "unknown" || (bits2 & (ALLOW | BLOCK)) === 0 || (bits2 & PROFILE_BITS) === 0) return;
    this.programs[row] = this.names.numberOf(program);
    this.services[row] = this.names.numberOf(service);
    this.extras[row] = this.#extra(rule);
    this.bits[row] = bits2 | COMPARABLE;
  }
  /** The row has no bits any more. */
  clear(row) {
    this.bits[row] = 0;
  }
  /** No rules come any more. */
  end(count) {
    this.count = count;
    for (const store of [this.stores[LOCAL_PORTS2], this.stores[LOCAL_ADDRESSES], this.names]) store.freeze();
  }
  #grow() {
    this.bits = grown(this.bits);
    this.programs = grown(this.programs);
    this.services = grown(this.services);
    this.extras = grown(this.extras);
    const [localPorts, remotePorts, localAddresses, remoteAddresses] = this.sets;
    this.sets = [grown(localPorts), grown(remotePorts), grown(localAddresses), grown(remoteAddresses)];
  }
  #extra({ icmp, platforms, unmodelled }) {
    if (icmp.length === 0 && platforms.length === 0 && unmodelled.length === 0) return 0;
    if (platforms.length > 0 || unmodelled.length > 0) return this.#newExtra(icmp, platforms, unmodelled);
    let number = this.#icmpNumbers.get(icmp);
    if (number === void 0) this.#icmpNumbers.set(icmp, number = this.#newExtra(icmp, platforms, unmodelled));
    return number;
  }
  #newExtra(icmp, platforms, unmodelled) {
    const types = [...new Set(icmp)].sort().filter((entry) => entry.endsWith(":*") || !icmp.includes(`${entry.split(":")[0]}:*`));
    const varies = unmodelled.some(isLeftOpen);
    const extra2 = {
      icmp: types,
      platforms: [...new Set(platforms.map((p) => `${p.platform}:${p.major}:${p.minor}${p.orLater ? "+" : ""}`))].sort().join(),
      unmodelled: unmodelled.length === 0 ? "" : JSON.stringify([...[...unmodelled].sort(), varies ? this.extraValues.length : ""]),
      varies
    };
    return this.extraNumber(extra2);
  }
};
function grown(column) {
  const next = new Int32Array(2 * column.length);
  next.set(column);
  return next;
}
var interfaceBits = (types) => {
  if (types.length === 0) return 31;
  let bits2 = 0;
  for (const type of types) bits2 |= INTERFACES2.get(type) ?? 0;
  return bits2;
};
var isLeftOpen = (entry) => /^(?:condition|icmp|ports|computer)=|=not in /.test(entry);
const { UsageError: UsageError5 } = require("./commands.js");
function parseBaseline(file) {
  let value;
  try {
    value = JSON.parse(file.text);
  } catch {
    throw new UsageError5("The baseline is no JSON; write it again with check --write-baseline", file.origin.place(0, 0));
  }
  const { schemaVersion, findings } = value ?? {};
  if (schemaVersion !== 1 || !Array.isArray(findings) || !findings.every(isEntry)) {
    throw new UsageError5("This is no baseline with schemaVersion 1; write it again with check --write-baseline", file.origin.place(0, 0));
  }
  let at = 0;
  return {
    path: file.path,
    entries: findings.map(({ fingerprint: fingerprint2, code: code2, target, requirements }) => {
      const start = file.text.indexOf(JSON.stringify(fingerprint2), at);
      if (start >= 0) at = start;
      return { fingerprint: fingerprint2, code: code2, ...target !== void 0 && { target }, requirements, place: file.origin.place(at, start >= 0 ? at + fingerprint2.length + 2 : at) };
    })
  };
}
function isEntry(value) {
  const entry = value;
  return typeof entry === "object" && entry !== null && typeof entry.fingerprint === "string" && typeof entry.code === "string" && (entry.target === void 0 || typeof entry.target === "string") && Array.isArray(entry.requirements) && entry.requirements.every((r) => typeof r === "string");
}
function baselineText(report) {
  const lines = report.findings.filter(({ code: code2 }) => !code2.startsWith("ignore-")).map(entryOf2).sort(byName).map((entry) => `    ${JSON.stringify(entry)}`);
  return `{
  "schemaVersion": 1,
  "findings": [${lines.length === 0 ? "" : `
${lines.join(",\n")}
  `}]
}
`;
}
var entryOf2 = ({ fingerprint: fingerprint2, code: code2, target, requirements }) => ({ fingerprint: fingerprint2, code: code2, ...target !== void 0 && { target }, requirements: [...requirements].sort() });
var order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var byName = (a, b) => order(a.code, b.code) || order(a.target ?? "", b.target ?? "") || order(a.fingerprint, b.fingerprint);
function baselineMatcher(entries2) {
  const exact = new Map(entries2.map((e) => [e.fingerprint, e]));
  const needs = /* @__PURE__ */ new Map();
  for (const e of entries2) if (isNeedCode(e.code)) for (const id of e.requirements) needs.set(needKey(e, id), e);
  return (finding) => {
    const found2 = exact.get(finding.fingerprint);
    if (found2) return [found2];
    if (!isNeedCode(finding.code) || finding.requirements.length === 0) return [];
    const parts = finding.requirements.map((id) => needs.get(needKey(finding, id)));
    return parts.every((e) => e !== void 0) ? [...new Set(parts)] : [];
  };
}
var needKey = ({ code: code2, target }, id) => JSON.stringify([code2, target, id]);
var isNeedCode = (code2) => code2.startsWith("requirement-") || code2 === "port-mismatch";
var PROFILE_NAMES = {
  en: { domain: "Domain", private: "Private", public: "Public" },
  ko: { domain: "\uB3C4\uBA54\uC778", private: "\uAC1C\uC778", public: "\uACF5\uC6A9" }
};
function profileText(set, locale) {
  const names2 = profileNames(set).map((p) => PROFILE_NAMES[locale][p]);
  return `${listText(names2, locale)} ${locale === "ko" ? "\uD504\uB85C\uD544" : names2.length > 1 ? "profiles" : "profile"}`;
}
var LAST = { en: { and: " and ", or: " or " }, ko: { and: ", ", or: " \uB610\uB294 " } };
function listText(items, locale, last = "and") {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")}${LAST[locale][last]}${items.at(-1)}`;
}
function boxText(box, locale) {
  if (box.icmp) return locale === "ko" ? "ICMP \uC5D0\uCF54 \uC694\uCCAD" : "ICMP echo requests";
  if (box.program !== void 0) return box.program;
  const ports = `${protocolName(box.protocol).toUpperCase()} ${isAnyPort(box.ports) ? "*" : portTexts(box.ports).join(", ")}`;
  if (box.dynamicRpc) return locale === "ko" ? `RPC \uB3D9\uC801 \uD3EC\uD2B8(${ports})` : `RPC dynamic ports (${ports})`;
  return ports;
}
function boxesText(boxes, locale, last = "and") {
  const texts = (direction) => listText([...new Set(boxes.filter((b) => b.direction === direction).map((b) => boxText(b, locale)))], locale, last);
  const [inbound, outbound] = [texts("inbound"), texts("outbound")];
  const words = locale === "ko" ? ["\uC778\uBC14\uC6B4\uB4DC", "\uC544\uC6C3\uBC14\uC6B4\uB4DC"] : ["inbound", "outbound"];
  return listText([inbound && `${words[0]} ${inbound}`, outbound && `${words[1]} ${outbound}`].filter(Boolean), locale);
}
function witnessOf(gap) {
  if (!gap) return void 0;
  const { box, profile, region, protocol } = gap;
  const piece = region[0];
  const port = piece?.ports.ranges[0]?.[0];
  const address2 = piece && piece.addresses.v4[0]?.[0] !== 0 ? sampleAddress(piece.addresses) : void 0;
  return {
    direction: box.direction,
    protocol: protocolName(protocol),
    profile,
    ...!box.icmp && port !== void 0 && (box.direction === "inbound" ? { localPort: isAnyPort(box.ports) ? 49152 : port } : { remotePort: isAnyPort(box.ports) ? 49152 : port }),
    ...box.icmp && { icmpType: protocol === 58 ? box.icmp.v6 : box.icmp.v4 },
    ...address2 !== void 0 && { remoteAddress: address2 },
    ...box.program !== void 0 && { program: box.program },
    ...box.listener?.certain && box.listener.programs[0] !== void 0 && box.program === void 0 && { program: box.listener.programs[0] },
    ...box.listener?.certain && box.listener.services[0] !== void 0 && { service: box.listener.services[0] }
  };
}
var ID_PREFIX = "CM-";
var SERVICE_HOST = "%SystemRoot%\\System32\\svchost.exe";
var FOLDERS = /* @__PURE__ */ new Map([
  ["system", "System"],
  ["svchost.exe", SERVICE_HOST],
  ["msra.exe", "%SystemRoot%\\System32\\msra.exe"],
  ["raserver.exe", "%SystemRoot%\\System32\\raserver.exe"],
  ["cmrcservice.exe", "%SystemRoot%\\CCM\\RemCtrl\\CmRcService.exe"],
  ["ccmexec.exe", "%SystemRoot%\\CCM\\CcmExec.exe"],
  ["statview.exe", "%ProgramFiles(x86)%\\Microsoft Endpoint Manager\\AdminConsole\\bin\\i386\\statview.exe"]
]);
var pathOf = (box, program) => program === void 0 ? void 0 : FOLDERS.get(program) ?? (box.program === void 0 ? void 0 : `C:\\FOLDER\\${program}`);
function rulesFor(boxes, requirement, target, span) {
  return boxes.flatMap((box) => (box.icmp ? [1, 58] : [box.protocol]).flatMap((protocol) => {
    const peers = target.addressesOf(requirement.peer, box.setting);
    const family = box.icmp && peers ? familyOf(peers, protocol) : peers;
    if (family === null) return [];
    const own = box.dynamicRpc ? { ...ANY_PORTS, ranges: [], keywords: ["rpc"], text: ["rpc"] } : box.endpointMapper ? { ...ANY_PORTS, ranges: [], keywords: ["rpc-epmap"], text: ["rpc-epmap"] } : box.ports;
    const inbound = box.direction === "inbound";
    const ports = box.icmp || isAnyPort(box.ports) ? ANY_PORTS : inbound ? own : box.ports;
    const program = box.program ?? (box.listener?.certain && box.listener.programs.length === 1 ? box.listener.programs[0] : void 0);
    const path2 = pathOf(box, program);
    const service = serviceOf(box);
    return [makeRule({
      id: `${ID_PREFIX}${requirement.id}${boxes.length > 1 || box.icmp ? `-${suffix(box, protocol)}` : ""}`,
      name: `ConfigMgr ${requirement.feature} (${box.icmp ? protocolName(protocol) : boxText(box, "en")})`,
      direction: box.direction,
      protocol,
      profiles: target.policy.target.profiles,
      ...box.icmp ? { icmp: [`${protocol === 58 ? box.icmp.v6 : box.icmp.v4}:*`] } : {},
      ...inbound ? { localPorts: ports } : { remotePorts: ports },
      ...family && { remoteAddresses: { ...family, text: addressTexts(family) } },
      ...path2 !== void 0 && { program: path2 },
      ...service !== void 0 && { service },
      source: span
    })];
  }));
}
function serviceOf({ listener, endpointMapper }) {
  return listener?.certain && (listener.services.length === 1 || endpointMapper) ? listener.services[0] : void 0;
}
function joinScopes(rules, taken = []) {
  const joined3 = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    const key = trafficKey(rule);
    const held = joined3.get(key);
    joined3.set(key, held ? makeRule({ ...held, remoteAddresses: eitherScope(held.remoteAddresses, rule.remoteAddresses) }) : rule);
  }
  const names2 = new Set(taken);
  const all = [...joined3.values()];
  const shapes = /* @__PURE__ */ new Map();
  for (const rule of all) {
    const key = shapeKey(rule);
    shapes.set(key, [...shapes.get(key) ?? [], rule]);
  }
  return all.filter((rule) => !shapes.get(shapeKey(rule))?.some((other) => covers(other, rule))).map((rule) => {
    const id = rule.id ?? "";
    let free = id;
    for (let count = 2; names2.has(free); count++) free = `${id}-${count}`;
    names2.add(free);
    return free === id ? rule : makeRule({ ...rule, id: free });
  });
}
var shapeKey = ({ direction, protocol, profiles, icmp }) => `${direction} ${protocol} ${profiles} ${icmp.join()}`;
var covers = (wide, narrow) => wide !== narrow && (wide.program === void 0 || wide.program === narrow.program) && (wide.service === void 0 || wide.service === narrow.service) && includes(wide.localPorts, narrow.localPorts) && includes(wide.remotePorts, narrow.remotePorts) && includesAddresses(wide.remoteAddresses, narrow.remoteAddresses);
function trafficKey(rule) {
  const { id: _id, name: _name, source: _source, remoteAddresses: _scope, ...traffic } = neutralRule(rule);
  return JSON.stringify(traffic);
}
function eitherScope(a, b) {
  if (isAnyAddress(a) || isAnyAddress(b)) return ANY_ADDRESSES;
  const all = unionAddresses(a, b);
  return { ...all, text: addressTexts(all) };
}
var suffix = (box, protocol) => `${box.direction === "inbound" ? "In" : "Out"}-${box.icmp ? protocolName(protocol) : box.program ?? (box.dynamicRpc ? "RPC" : portTexts(box.ports).join("-"))}`;
function familyOf(peers, protocol) {
  const set = protocol === 58 ? addressSet([], peers.v6, [], peers.unresolved) : addressSet(peers.v4, [], [], peers.unresolved);
  return set.v4.length + set.v6.length > 0 ? set : null;
}
var SITE_SYSTEMS = ["management-point", "distribution-point", "software-update-point", "state-migration-point", "fallback-status-point"];
var ELSEWHERE = /* @__PURE__ */ new Map([["http", ["software-update-point"]], ["https", ["software-update-point", "fallback-status-point"]]]);
function peersOf(site, role, own, setting) {
  const peers = systemsOf(site, role, setting);
  if (!peers || !own || !isOneMachine(own)) return peers;
  const others = subtractAddresses(peers, own);
  return isNoAddress(others) ? peers : others;
}
var known = /* @__PURE__ */ new WeakMap();
function systemsOf(site, role, setting) {
  const { systems } = site;
  const said = systems.get(role);
  if (said || role !== "site-system") return said ?? (role === "peer-client" ? systems.get("client") : void 0);
  const sums = known.get(site) ?? /* @__PURE__ */ new Map();
  known.set(site, sums);
  const key = setting ?? "";
  if (!sums.has(key)) {
    const sets = SITE_SYSTEMS.filter((name) => ELSEWHERE.get(key)?.includes(name) !== true).map((name) => systems.get(name)).filter((set) => set !== void 0);
    sums.set(key, sets.length === 0 ? void 0 : sets.reduce((a, b) => unionAddresses(a, b)));
  }
  return sums.get(key);
}
var isOneMachine = ({ v4, v6, keywords, unresolved }) => v4.length <= 1 && v6.length <= 1 && v4.every(([from, to]) => from === to) && v6.every(([from, to]) => from === to) && keywords.length + unresolved.length === 0;
var MACHINE_POL = /^(.*\/)?(?:DomainSysvol\/GPO\/)Machine\/registry\.pol$/i;
var backupFolder = (path2) => {
  const match = MACHINE_POL.exec(path2);
  return match ? match[1] ?? "" : void 0;
};
function foldersAbove(path2) {
  const out = [];
  for (let at = path2.indexOf("/"); at >= 0; at = path2.indexOf("/", at + 1)) out.push(path2.slice(0, at + 1));
  return out;
}
var folderOf = (path2) => path2.slice(0, path2.lastIndexOf("/") + 1);
function repeatsIn(paths) {
  const policies = /* @__PURE__ */ new Map();
  for (const path2 of paths) {
    const folder = backupFolder(path2);
    if (folder !== void 0) policies.set(folder.toLowerCase(), path2);
  }
  return (path2) => /(?:^|\/)gpreport\.xml$/i.test(path2) ? policies.get(folderOf(path2).toLowerCase()) : void 0;
}
var isBackupPolicy = (path2) => MACHINE_POL.test(path2);
function arrange(files, infos) {
  const policies = /* @__PURE__ */ new Map();
  for (const file of files) {
    const folder = backupFolder(file.path);
    if (folder !== void 0) policies.set(folder.toLowerCase(), file);
  }
  const reports = new Map(files.filter((f) => f.format === "gpreport-xml" && policies.has(folderOf(f.path).toLowerCase())).map((f) => [folderOf(f.path).toLowerCase(), f]));
  const infoAt = new Map([...infos].map(([path2, info]) => [path2.toLowerCase(), info]));
  const gpos = /* @__PURE__ */ new Map();
  const gpoAt = (folder) => {
    const key = folder.toLowerCase();
    let gpo = gpos.get(key);
    if (!gpo) {
      const parts = [manifestEntry(infoAt, key), infoAt.get(`${key}bkupinfo.xml`)?.gpos[0], reports.get(key)?.gpo, infoAt.get(`${key}backup.xml`)?.gpos[0]];
      gpo = Object.assign({}, ...parts);
      gpos.set(key, gpo);
    }
    return Object.keys(gpo).length > 0 ? gpo : void 0;
  };
  const fileAt = new Map(files.map((file) => [file.path, file]));
  const skipped = /* @__PURE__ */ new Map();
  for (const report of reports.values()) skipped.set(report.path, "the registry.pol of the same backup decides");
  const dropped = olderBackups([...policies.keys()], gpoAt);
  if (dropped.size > 0) for (const { path: path2 } of files) {
    const newer = foldersAbove(path2.toLowerCase()).map((folder) => dropped.get(folder)).find((name) => name !== void 0);
    if (newer !== void 0 && !skipped.has(path2)) skipped.set(path2, `a newer backup of the same GPO (${newer}) counts`);
  }
  return {
    sources: files.filter((f) => !skipped.has(f.path)),
    backups: [...reports].flatMap(([key, report]) => {
      const policy = policies.get(key);
      return policy ? [{ policy, report, info: [] }] : [];
    }),
    gpoOf: (path2) => {
      const folder = backupFolder(path2);
      const within = folder ?? foldersAbove(path2.toLowerCase()).find((key) => policies.has(key)) ?? folderOf(path2);
      return gpoAt(within) ?? fileAt.get(path2)?.gpo;
    },
    skipped
  };
}
function manifestEntry(infoAt, folder) {
  const name = folder.slice(0, -1);
  const manifest = infoAt.get(`${folderOf(name)}manifest.xml`);
  return manifest?.gpos.find((g) => g.backupId?.toLowerCase() === name.slice(name.lastIndexOf("/") + 1));
}
function olderBackups(folders, gpoAt) {
  const newest = /* @__PURE__ */ new Map();
  const dropped = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    const gpo = gpoAt(folder);
    if (!gpo?.guid || !gpo.backupTime) continue;
    const guid = gpo.guid.toLowerCase();
    const held = newest.get(guid);
    const older = held && held.time >= gpo.backupTime ? folder : held?.folder;
    if (!held || held.time < gpo.backupTime) newest.set(guid, { folder, time: gpo.backupTime });
    if (older !== void 0) dropped.set(older, gpo.name ?? gpo.guid);
  }
  return dropped;
}
function layersOf(plan, { sources, gpoOf, skipped }, pathOf2) {
  const missing = [];
  let home;
  const layers = plan.layers.flatMap((layer, index) => {
    const files = sources.filter((f) => layer.matches(f.path));
    const path2 = files.at(-1)?.path ?? [...skipped.keys()].find(layer.matches) ?? pathOf2(layer.matches);
    if (path2 === void 0) missing.push(index);
    home = path2;
    return files.flatMap((file) => layersFrom(file, layer.store, gpoOf(file.path)));
  });
  return { target: { name: plan.name, role: plan.role, profiles: plan.profiles, layers, ...home !== void 0 && { home }, stated: true }, missing };
}
var says = ({ rules, openings, profiles, changes, connectionSecurity }) => rules.length > 0 || (openings?.length ?? 0) > 0 || changes.length > 0 || connectionSecurity === true || Object.values(profiles).some((settings) => Object.keys(settings).length > 0);
var layersOfAll = (name, profiles, role, { sources, gpoOf }) => ({
  name,
  role,
  profiles,
  layers: sources.some((file) => file.parts.some(says)) ? sources.flatMap((file) => layersFrom(file, void 0, gpoOf(file.path))) : [],
  stated: false
});
function layersFrom(file, store, gpo) {
  return file.parts.map((part) => ({
    name: part.gpo ?? part.gpoInfo?.name ?? gpo?.name ?? file.path,
    path: file.path,
    store: store ?? part.store,
    parts: [part],
    gpo: (store ?? part.store) === "group-policy" || (part.gpoInfo ?? gpo)?.computerEnabled === false ? part.gpoInfo ?? gpo : void 0
  }));
}
var HeldRules = class {
  layer;
  kind;
  #rules;
  #changed;
  #gone = /* @__PURE__ */ new Set();
  #doubts = /* @__PURE__ */ new Map();
  #numbers = {};
  constructor(layer, kind, rules) {
    this.layer = layer;
    this.kind = kind;
    this.#rules = rules;
  }
  /** How many there were at first. */
  get size() {
    return this.#rules.length;
  }
  /** The rule of a number; undefined where it is gone. */
  at(number) {
    return this.#gone.has(number) ? void 0 : this.#rules[number];
  }
  remove(number) {
    this.#gone.add(number);
  }
  /** Nobody knows whether the rule counts, for this reason. */
  doubt(number, why) {
    this.#doubts.set(number, why);
  }
  replace(number, rule) {
    const old = this.#rules[number];
    this.#rules = this.#changed ??= [...this.#rules];
    this.#changed[number] = rule;
    if (rule.name !== old?.name) note(this.#numbers.names, rule.name, number);
    if (rule.id !== old?.id) note(this.#numbers.ids, rule.id, number);
  }
  /** What is left, in file order. */
  list() {
    if (this.#gone.size === 0 && this.#doubts.size === 0) return this.#rules;
    return this.#rules.flatMap((rule, number) => {
      const why = this.#doubts.get(number);
      return this.#gone.has(number) ? [] : [why === void 0 ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, why] })];
    });
  }
  /** The numbers of rules that a selector may mean: thousands of removals by name do not look at thousands of rules each. */
  candidates(select) {
    const by = select.ids ? "ids" : "names";
    const patterns = select[by];
    if (!patterns || patterns.some(isPattern)) return this.#rules.keys();
    const numbers = this.#numbers[by] ??= this.#indexed(by);
    return new Set(patterns.flatMap((pattern) => numbers.get(pattern.toLowerCase()) ?? []));
  }
  #indexed(by) {
    const numbers = /* @__PURE__ */ new Map();
    for (const [number, rule] of this.#rules.entries()) note(numbers, by === "ids" ? rule.id : rule.name, number);
    return numbers;
  }
};
function note(numbers, text2, number) {
  if (!numbers || text2 === null) return;
  const key = text2.toLowerCase();
  const held = numbers.get(key);
  if (held) held.push(number);
  else numbers.set(key, [number]);
}
function matchesSelector(rule, select, predefined) {
  const named2 = (patterns, value) => patterns === void 0 || value !== null && value !== void 0 && patterns.some((pattern) => wildcard(pattern, value));
  if (!named2(select.ids, rule.id) || !named2(select.names, rule.name)) return false;
  if (select.groups !== void 0) {
    const { group } = rule;
    if (group === void 0 || !select.groups.some((text2) => wildcard(text2, group) || sameGroup(text2, group, predefined))) return false;
  }
  if (select.direction !== void 0 && rule.direction !== select.direction) return false;
  if (select.action !== void 0 && rule.action !== select.action) return false;
  if (select.enabled !== void 0 && rule.enabled !== select.enabled) return false;
  if (select.protocol !== void 0 && rule.protocol !== select.protocol) return false;
  if (select.profiles !== void 0 && (rule.profiles & select.profiles) === 0) return false;
  if (select.localPorts && !isAnyPort(select.localPorts) && isEmpty(intersect(select.localPorts, rule.localPorts))) return false;
  if (select.remotePorts && !isAnyPort(select.remotePorts) && isEmpty(intersect(select.remotePorts, rule.remotePorts))) return false;
  if (select.program !== void 0 && rule.program?.toLowerCase() !== select.program.toLowerCase()) return false;
  return select.service === void 0 || rule.service?.toLowerCase() === select.service.toLowerCase();
}
function sameGroup(a, b, predefined) {
  const id = predefined.groupOf(a);
  return id !== void 0 && id === predefined.groupOf(b);
}
var DEFAULTS = {
  enabled: true,
  defaultInbound: "block",
  defaultOutbound: "allow",
  allowLocalRules: true,
  blockAllInbound: false,
  allowUserApps: true,
  allowUserPorts: true
};
var SETTINGS2 = Object.keys(DEFAULTS);
var STORES = ["local", "mdm", "group-policy"];
function resolveTarget(target, predefined, override) {
  const notApplied = target.layers.flatMap((layer) => {
    const why = whyNotApplied(layer);
    return why && layer.parts.some(says) ? [{ layer, why }] : [];
  });
  const layers = withoutOldKeys(target.layers.filter((layer) => whyNotApplied(layer) === void 0));
  const overridden = [];
  const values = new Map(STORES.map((store) => [store, collectSettings(layers.filter((l) => l.store === store), overridden)]));
  if (override) values.get("group-policy")?.get(override.profile)?.set(override.setting, { sure: override.loser, maybe: [] });
  const profiles = Object.fromEntries(PROFILES.map((profile) => [profile, decide(profile, values)]));
  const replaced = [];
  const groups3 = splitByCopies(STORES.flatMap((store) => mergeRules(layers.filter((layer) => layer.store === store), store, predefined, target.stated || store !== "local" ? replaced : [])));
  const connectionSecurity = layers.some((layer) => layer.parts.some((part) => part.connectionSecurity === true));
  return { target, profiles, connectionSecurity, groups: groups3.flatMap((group) => group.layer.store === "local" ? splitByMerge(doubtedByMerge(group, target, profiles), profiles) : [group]), overridden, replaced, notApplied };
}
function whyNotApplied({ gpo }) {
  if (gpo?.computerEnabled === false) return "computer-half";
  const links = gpo?.links ?? [];
  return links.length > 0 && links.every((link) => !link.enabled) ? "links" : void 0;
}
function withoutOldKeys(layers) {
  const isNew = ({ profileKeys, profiles }) => profileKeys === "new" || profileKeys === void 0 && Boolean(profiles.private ?? profiles.public);
  if (!layers.some((layer) => layer.store === "group-policy" && layer.parts.some(isNew))) return layers;
  return layers.map((layer) => layer.parts.some((part) => part.profileKeys === "old") ? { ...layer, parts: layer.parts.map(withoutOld) } : layer);
}
function withoutOld(part) {
  if (part.profileKeys !== "old") return part;
  const only = (values) => values.domain === void 0 ? {} : { domain: values.domain };
  return {
    ...part,
    profiles: only(part.profiles),
    ...part.unset && { unset: only(part.unset) },
    ...part.openings && { openings: part.openings.filter((rule) => !/\\StandardProfile\\/i.test(rule.id ?? "")) }
  };
}
var filterOf = ({ gpo }) => gpo?.wmiFilter === void 0 ? void 0 : `WMI filter ${gpo.wmiFilter}`;
function collectSettings(layers, overridden) {
  const out = new Map(PROFILES.map((p) => [p, /* @__PURE__ */ new Map()]));
  for (const layer of layers) for (const part of layer.parts) for (const profile of PROFILES) {
    const settings = part.profiles[profile];
    const held = out.get(profile);
    if (!held) continue;
    const filter = filterOf(layer);
    for (const name of part.unset?.[profile] ?? []) {
      const last = held.get(name);
      if (filter === void 0) held.delete(name);
      else if (last?.sure) held.set(name, withMaybe(last, { ...last.sure, value: DEFAULTS[name] }));
    }
    if (!settings) continue;
    for (const name of SETTINGS2) {
      const next = settings[name];
      if (!next) continue;
      const last = held.get(name);
      if (next.condition !== void 0 || filter !== void 0) {
        held.set(name, withMaybe(last, next));
        continue;
      }
      if (last?.sure && last.sure.value !== next.value && layer.store === "group-policy") overridden.push({ profile, setting: name, winner: next, loser: last.sure });
      held.set(name, { sure: next, maybe: [] });
    }
  }
  return out;
}
var withMaybe = (last, next) => last?.maybe.some((other) => other.value === next.value) ? last : { sure: last?.sure, maybe: [...last?.maybe ?? [], next] };
function decide(profile, values) {
  const from = {};
  const perhaps = [];
  const value = (name) => {
    const stores = name === "allowLocalRules" ? STORES.slice(1) : STORES;
    let held;
    let others = [];
    for (const store of stores) {
      const next = values.get(store)?.get(profile)?.get(name);
      if (!next || name === "blockAllInbound" && held?.value === true) continue;
      if (next.sure && name !== "blockAllInbound") others = [];
      held = next.sure ?? held;
      others = [...others, ...next.maybe];
    }
    const usual = held ? held.value : DEFAULTS[name];
    if (others.some((other) => other.value !== usual)) {
      perhaps.push(name);
      return DEFAULTS[name];
    }
    if (held) from[name] = held;
    return usual;
  };
  const decided = Object.fromEntries(SETTINGS2.map((name) => [name, value(name)]));
  return { ...decided, from, perhaps };
}
function splitByCopies(groups3) {
  const local = new Set(groups3.filter((g) => g.layer.store === "local").flatMap((g) => g.rules.flatMap((r) => r.id === null ? [] : [r.id.toLowerCase()])));
  const copies = /* @__PURE__ */ new Map();
  if (local.size > 0) {
    for (const group of groups3) if (group.layer.store === "group-policy") for (const rule of group.rules) {
      const id = rule.id?.toLowerCase();
      if (id !== void 0 && local.has(id)) copies.set(id, rule);
    }
  }
  if (copies.size === 0) return groups3;
  const isDoubtful = (rule) => {
    const copy = rule.id === null ? void 0 : copies.get(rule.id.toLowerCase());
    return copy !== void 0 && !sameContent(copy, rule);
  };
  return groups3.flatMap((group) => {
    const doubtful = group.layer.store === "local" ? group.rules.filter(isDoubtful) : [];
    if (doubtful.length === 0) return [group];
    const certain = { ...group, rules: group.rules.filter((rule) => !isDoubtful(rule)) };
    return [certain, { ...group, rules: doubtful, condition: group.condition ?? "Group Policy has a rule of the same id, which may override this local one" }];
  });
}
function mergeRules(layers, store, predefined, replaced) {
  const held = [];
  const parts = layers.flatMap((layer) => layer.parts.map((part) => ({ layer, part })));
  const ids = parts.filter(({ part }) => part.rules.length > 0).length > 1 ? /* @__PURE__ */ new Map() : void 0;
  for (const { layer, part } of parts) {
    const filter = filterOf(layer);
    for (const change of part.changes) {
      if (applyChange(held, change, layer, store, predefined)) ids?.clear();
    }
    const own = new HeldRules(layer, "written", part.rules);
    const openings = new HeldRules(layer, "opening", part.openings ?? []);
    if (ids) for (const entry of [own, openings]) entry.list().forEach((_, number) => {
      stand(ids, { entry, number }, filter, replaced);
    });
    held.push(own, openings);
  }
  return held.filter(({ size }) => size > 0).map((entry) => ({ layer: entry.layer, rules: entry.list(), ignoredIn: 0, condition: filterOf(entry.layer), kind: entry.kind }));
}
function stand(ids, next, filter, replaced) {
  const { entry, number } = next;
  const rule = entry.at(number);
  if (!rule || rule.id === null) return;
  const key = rule.id.toLowerCase();
  const earlier = ids.get(key);
  const top = earlier && earlier.entry !== entry ? earlier.entry.at(earlier.number) : void 0;
  if (top && !sameContent(top, rule)) replaced.push({ winner: rule, loser: top, ...filter !== void 0 && { filter } });
  else if (top && filter !== void 0) {
    entry.remove(number);
    return;
  }
  if (filter === void 0) {
    for (let at = earlier; at; at = at.under) if (at.entry !== entry) at.entry.remove(at.number);
    ids.set(key, next);
  } else {
    for (let at = earlier; at; at = at.under) if (at.entry !== entry) at.entry.doubt(at.number, replacedWhere(filter));
    ids.set(key, { ...next, ...earlier && { under: earlier } });
  }
}
var replacedWhere = (filter) => `${REPLACED_WHERE}${filter} applies`;
function applyChange(held, change, layer, store, predefined) {
  const filter = filterOf(layer);
  if (change.kind === "reset" && change.condition === void 0 && filter === void 0) {
    held.length = 0;
    return true;
  }
  const doubt = change.condition !== void 0 ? `condition=${change.condition}` : filter !== void 0 ? replacedWhere(filter) : void 0;
  for (const entry of held) for (const number of entry.candidates(change.select)) {
    const rule = entry.at(number);
    if (!rule || !matchesSelector(rule, change.select, predefined)) continue;
    if (doubt !== void 0) entry.replace(number, changedRule(rule, { unmodelled: [...rule.unmodelled, doubt] }));
    else if (change.kind === "remove") entry.remove(number);
    else entry.replace(number, changedRule(rule, { ...change.values, unmodelled: change.values.unmodelled ? [.../* @__PURE__ */ new Set([...rule.unmodelled, ...change.values.unmodelled])] : rule.unmodelled }));
  }
  if (change.kind !== "set" || change.values.enabled !== true || store !== "local") return false;
  const rules = predefined.select(change.select, change.source).map((rule) => changedRule(rule, {
    ...change.values,
    unmodelled: change.condition === void 0 ? [] : [`condition=${change.condition}`]
  }));
  if (rules.length > 0) held.push(new HeldRules(layer, "predefined", rules));
  return false;
}
function doubtedByMerge(group, target, profiles) {
  const isDoubted = PROFILES.some((p) => (target.profiles & profileBit(p)) !== 0 && profiles[p].perhaps.includes("allowLocalRules"));
  return isDoubted && group.condition === void 0 ? { ...group, condition: "policy lets local rules count only under a condition" } : group;
}
function splitByMerge(group, profiles) {
  const without3 = (test) => PROFILES.reduce((set, p) => test(profiles[p]) ? set : set | profileBit(p), 0);
  const merge = without3((p) => p.allowLocalRules);
  const apps = without3((p) => p.allowUserApps);
  const ports = without3((p) => p.allowUserPorts);
  if (apps === 0 && ports === 0) return [{ ...group, ignoredIn: merge }];
  const kinds = /* @__PURE__ */ new Map();
  for (const rule of group.rules) {
    const ignored = merge | (isProgramRule(rule) ? apps : isPortRule(rule) ? ports : 0);
    const list = kinds.get(ignored);
    if (list) list.push(rule);
    else kinds.set(ignored, [rule]);
  }
  return [...kinds].map(([ignoredIn, rules]) => ({ ...group, rules, ignoredIn }));
}
var isTcpOrUdp = (rule) => rule.protocol === 6 || rule.protocol === 17;
var isProgramRule = (rule) => rule.program !== void 0 && rule.service === void 0 && isTcpOrUdp(rule) && rule.localPorts.text === void 0;
var isPortRule = (rule) => rule.program === void 0 && rule.service === void 0 && isTcpOrUdp(rule) && rule.localPorts.text?.length === 1 && rule.localPorts.keywords.length === 0;
function sameContent(a, b) {
  return contentKey(a) === contentKey(b);
}
function contentKey(rule) {
  const bigText = (_, value) => typeof value === "bigint" ? value.toString(16) : value;
  const ports = ({ ranges, keywords, unresolved }) => [ranges, keywords, unresolved];
  const addresses2 = ({ v4, v6, keywords, unresolved }) => [v4, v6, keywords, unresolved];
  return JSON.stringify([
    rule.enabled,
    rule.direction,
    rule.action,
    rule.protocol,
    ports(rule.localPorts),
    ports(rule.remotePorts),
    [...rule.icmp].sort(),
    rule.profiles,
    addresses2(rule.localAddresses),
    addresses2(rule.remoteAddresses),
    rule.program?.toLowerCase(),
    rule.service?.toLowerCase(),
    [...rule.interfaceTypes].sort(),
    rule.platforms,
    [...rule.unmodelled].sort(),
    rule.malformed
  ], bigText);
}
function* problemDrafts(code2, facts) {
  const say = WORDS4[facts.locale][code2];
  for (const file of facts.files) {
    for (const problem of file.problems) {
      if (problem.code !== code2) continue;
      yield {
        ...code2 === "requirement-unverifiable" && { severity: "notice" },
        // An unreadable file stays the same finding when it moves or breaks in another way.
        identity: code2 === "file-unreadable" ? file.path.slice(file.path.lastIndexOf("/") + 1) : problem.source.key ?? problem.message,
        span: problem.source,
        message: say.message(problem.message),
        remedy: say.remedy
      };
    }
  }
}
var WORDS4 = {
  en: {
    "rule-malformed": { message: (text2) => text2, remedy: "Correct it; until then Windows does not do what is written here." },
    "file-unreadable": { message: (text2) => text2, remedy: "Correct the file or export it again, or take it out of what is checked." },
    "requirement-unverifiable": { message: (text2) => text2, remedy: "Write it with literal values, or confirm by hand what it does." }
  },
  ko: {
    "rule-malformed": { message: (text2) => `\uADDC\uCE59\uC774 \uC798\uBABB\uB418\uC5C8\uC2B5\uB2C8\uB2E4: ${text2}`, remedy: "\uC218\uC815\uD558\uC2ED\uC2DC\uC624. \uADF8\uB54C\uAE4C\uC9C0 Windows\uB294 \uC5EC\uAE30\uC5D0 \uC801\uD78C \uB300\uB85C \uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4." },
    "file-unreadable": { message: (text2) => `\uD30C\uC77C\uC744 \uC77D\uC744 \uC218 \uC5C6\uC2B5\uB2C8\uB2E4: ${text2}`, remedy: "\uD30C\uC77C\uC744 \uC218\uC815\uD558\uAC70\uB098 \uB2E4\uC2DC \uB0B4\uBCF4\uB0B4\uACE0, \uC544\uB2C8\uBA74 \uAC80\uC0AC \uB300\uC0C1\uC5D0\uC11C \uC81C\uC678\uD558\uC2ED\uC2DC\uC624." },
    "requirement-unverifiable": { message: (text2) => `\uD30C\uC77C\uB9CC\uC73C\uB85C\uB294 \uC54C \uC218 \uC5C6\uC2B5\uB2C8\uB2E4: ${text2}`, remedy: "\uB9AC\uD130\uB7F4 \uAC12\uC73C\uB85C \uC791\uC131\uD558\uAC70\uB098 \uB3D9\uC791\uC744 \uC9C1\uC811 \uD655\uC778\uD558\uC2ED\uC2DC\uC624." }
  }
};
var fileUnreadable = {
  code: "file-unreadable",
  severity: "error",
  run: (facts) => problemDrafts("file-unreadable", facts)
};
var firewallOff = {
  code: "firewall-off",
  severity: "notice",
  *run({ targets, locale }) {
    const say = WORDS22[locale];
    for (const { policy } of targets) {
      const told = /* @__PURE__ */ new Map();
      for (const profile of PROFILES) {
        const { enabled, defaultInbound, blockAllInbound, from } = policy.profiles[profile];
        const off = !enabled;
        const setting = off ? from.enabled : defaultInbound === "allow" && !blockAllInbound ? from.defaultInbound : void 0;
        if (!setting) continue;
        const key = `${setting.source.origin.path} ${setting.source.start} ${off}`;
        const held = told.get(key);
        told.set(key, { profiles: (held?.profiles ?? 0) | profileBit(profile), setting, off });
      }
      for (const { profiles, setting, off } of told.values()) {
        yield {
          target: policy.target.name,
          identity: `${profiles} ${off}`,
          span: setting.source,
          message: off ? say.off(profileText(profiles, locale)) : say.allow(profileText(profiles, locale)),
          remedy: off ? say.on : say.block
        };
      }
    }
  }
};
var WORDS22 = {
  en: {
    off: (profile) => `The firewall is off on the ${profile}: everything passes, whatever the rules say.`,
    allow: (profile) => `Inbound traffic is allowed by default on the ${profile}: everything passes that no rule blocks.`,
    on: "Switch the firewall on (EnableFirewall = 1); the requirements are then checked for that profile.",
    block: "Block inbound traffic by default (DefaultInboundAction = 1); the requirements are then checked for that profile."
  },
  ko: {
    off: (profile) => `${profile}\uC5D0\uC11C \uBC29\uD654\uBCBD\uC774 \uAEBC\uC838 \uC788\uC5B4 \uADDC\uCE59\uACFC \uAD00\uACC4\uC5C6\uC774 \uBAA8\uB4E0 \uD2B8\uB798\uD53D\uC774 \uD1B5\uACFC\uD569\uB2C8\uB2E4.`,
    allow: (profile) => `${profile}\uC5D0\uC11C \uC778\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC774 \uAE30\uBCF8\uC801\uC73C\uB85C \uD5C8\uC6A9\uB418\uC5B4 \uCC28\uB2E8 \uADDC\uCE59\uC774 \uC5C6\uB294 \uBAA8\uB4E0 \uD2B8\uB798\uD53D\uC774 \uD1B5\uACFC\uD569\uB2C8\uB2E4.`,
    on: "\uBC29\uD654\uBCBD\uC744 \uCF1C\uC2ED\uC2DC\uC624(EnableFirewall = 1). \uADF8\uB7EC\uBA74 \uC774 \uD504\uB85C\uD544\uC758 \uC694\uAD6C \uC0AC\uD56D\uC774 \uAC80\uC0AC\uB429\uB2C8\uB2E4.",
    block: "\uC778\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC744 \uAE30\uBCF8\uC801\uC73C\uB85C \uCC28\uB2E8\uD558\uC2ED\uC2DC\uC624(DefaultInboundAction = 1). \uADF8\uB7EC\uBA74 \uC774 \uD504\uB85C\uD544\uC758 \uC694\uAD6C \uC0AC\uD56D\uC774 \uAC80\uC0AC\uB429\uB2C8\uB2E4."
  }
};
var localRulesIgnored = {
  code: "local-rules-ignored",
  severity: "warning",
  *run({ targets, locale, featureTitle }) {
    const say = WORDS32[locale];
    for (const { policy, needs } of targets) {
      const profiles = PROFILES.filter((p) => (policy.target.profiles & profileBit(p)) !== 0 && !policy.profiles[p].allowLocalRules);
      const setting = profiles.map((p) => policy.profiles[p].from.allowLocalRules).find(Boolean);
      if (!setting) continue;
      const lost = needs.filter((n) => n.status !== "satisfied" && n.status !== "unverifiable" && n.cause?.reason !== "local-rules-ignored").flatMap((n) => n.requirements.filter((r) => r.autoConfigured !== void 0 && r.severity !== "informational"));
      if (lost.length === 0) continue;
      const titles = [...new Set(lost.map((r) => featureTitle(r.feature)))];
      yield {
        target: policy.target.name,
        requirements: [...new Set(lost.map((r) => r.id))],
        features: [...new Set(lost.map((r) => r.feature))],
        identity: setting.source.key ?? "",
        span: setting.source,
        message: say.ignored(profileText(profiles.reduce((set, p) => set | profileBit(p), 0), locale), listText(titles, locale)),
        remedy: say.remedy
      };
    }
  }
};
var WORDS32 = {
  en: {
    ignored: (profile, features) => `Windows ignores local rules on the ${profile}, so the rules that Configuration Manager and Windows add by themselves for ${features} do not count.`,
    remedy: "Put the rules into this policy, or let local rules count (AllowLocalPolicyMerge = 1)."
  },
  ko: {
    ignored: (profile, features) => `${profile}\uC5D0\uC11C Windows\uAC00 \uB85C\uCEEC \uADDC\uCE59\uC744 \uBB34\uC2DC\uD558\uBBC0\uB85C Configuration Manager\uC640 Windows\uAC00 \uC2A4\uC2A4\uB85C \uCD94\uAC00\uD558\uB294 ${features} \uADDC\uCE59\uC774 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    remedy: "\uC774 \uC815\uCC45\uC5D0 \uADDC\uCE59\uC744 \uB123\uAC70\uB098 \uB85C\uCEEC \uADDC\uCE59\uC744 \uD5C8\uC6A9\uD558\uC2ED\uC2DC\uC624(AllowLocalPolicyMerge = 1)."
  }
};
var policyConflict = {
  code: "policy-conflict",
  severity: "warning",
  *run({ targets, locale }) {
    const say = WORDS42[locale];
    for (const target of targets) {
      const { policy } = target;
      for (const { winner, loser, filter } of policy.replaced) {
        yield {
          target: policy.target.name,
          identity: winner.id ?? winner.name,
          span: winner.source,
          related: [{ span: loser.source, message: filter === void 0 ? say.loses : say.losesThere }],
          message: filter === void 0 ? say.rule(ruleTitle(winner), loser.source.origin.path) : say.filtered(ruleTitle(winner), loser.source.origin.path, filter),
          remedy: say.otherId
        };
      }
      for (const conflict of policy.overridden) {
        const requirements = target.changedBy(conflict);
        if (requirements.length === 0) continue;
        yield {
          target: policy.target.name,
          requirements,
          identity: `${conflict.profile} ${conflict.setting}`,
          span: conflict.winner.source,
          related: [{ span: conflict.loser.source, message: say.loses }],
          message: say.value(VALUES[conflict.setting], profileText(profileBit(conflict.profile), locale), requirements.length),
          remedy: say.agree
        };
      }
    }
  }
};
var VALUES = {
  enabled: "EnableFirewall",
  defaultInbound: "DefaultInboundAction",
  defaultOutbound: "DefaultOutboundAction",
  allowLocalRules: "AllowLocalPolicyMerge",
  blockAllInbound: "DoNotAllowExceptions",
  allowUserApps: "AllowUserPrefMerge",
  allowUserPorts: "AllowUserPrefMerge"
};
var WORDS42 = {
  en: {
    rule: (name, path2) => `The rule "${name}" has the same id as another rule in ${path2}; this one replaces it as a whole.`,
    filtered: (name, path2, filter) => `The rule "${name}" has the same id as another rule in ${path2}; where the ${filter} lets this GPO apply, it replaces that one as a whole.`,
    value: (name, profile, count) => `${name} of the ${profile} overrides another value in a lower layer, and that decides ${count} ${count === 1 ? "requirement" : "requirements"}.`,
    loses: "This one loses.",
    losesThere: "This one loses there.",
    otherId: "Give one of the rules another id so that both apply, or delete the one that is not meant.",
    agree: "Set the same value in both layers, or remove it from the one that is not meant to decide."
  },
  ko: {
    rule: (name, path2) => `"${name}" \uADDC\uCE59\uC740 ${path2}\uC758 \uB2E4\uB978 \uADDC\uCE59\uACFC ID\uAC00 \uAC19\uC544 \uADF8 \uADDC\uCE59 \uC804\uCCB4\uB97C \uB300\uCCB4\uD569\uB2C8\uB2E4.`,
    filtered: (name, path2, filter) => `"${name}" \uADDC\uCE59\uC740 ${path2}\uC758 \uB2E4\uB978 \uADDC\uCE59\uACFC ID\uAC00 \uAC19\uC544, \uC774 GPO\uAC00 \uC801\uC6A9\uB418\uB294 \uCEF4\uD4E8\uD130(${filter})\uC5D0\uC11C\uB294 \uADF8 \uADDC\uCE59 \uC804\uCCB4\uB97C \uB300\uCCB4\uD569\uB2C8\uB2E4.`,
    value: (name, profile, count) => `${profile}\uC758 ${name} \uAC12\uC774 \uD558\uC704 \uACC4\uCE35\uC758 \uB2E4\uB978 \uAC12\uC744 \uB36E\uC5B4\uC4F0\uBA70 \uC694\uAD6C \uC0AC\uD56D ${count}\uAC1C\uC758 \uACB0\uACFC\uB97C \uBC14\uAFC9\uB2C8\uB2E4.`,
    loses: "\uC774\uCABD\uC740 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.",
    losesThere: "\uADF8\uACF3\uC5D0\uC11C\uB294 \uC774\uCABD\uC774 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.",
    otherId: "\uB450 \uADDC\uCE59\uC774 \uBAA8\uB450 \uC801\uC6A9\uB418\uB3C4\uB85D \uD55C\uCABD\uC758 ID\uB97C \uBC14\uAFB8\uAC70\uB098 \uC758\uB3C4\uD558\uC9C0 \uC54A\uC740 \uADDC\uCE59\uC744 \uC0AD\uC81C\uD558\uC2ED\uC2DC\uC624.",
    agree: "\uB450 \uACC4\uCE35\uC5D0 \uAC19\uC740 \uAC12\uC744 \uC124\uC815\uD558\uAC70\uB098 \uC758\uB3C4\uD558\uC9C0 \uC54A\uC740 \uCABD\uC758 \uAC12\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624."
  }
};
var policyNotApplied = {
  code: "policy-not-applied",
  severity: "warning",
  *run({ targets, locale }) {
    const told = /* @__PURE__ */ new Set();
    for (const { policy } of targets) {
      for (const layer of policy.target.layers) {
        const { gpo } = layer;
        const skipped = gpo?.registryExtension === false ? "extension" : gpo?.machineVersion === 0 ? "version" : void 0;
        if (!skipped || told.has(layer.path) || layer.parts.every((part) => part.rules.length === 0) || policy.notApplied.some((n) => n.layer === layer)) continue;
        told.add(layer.path);
        const say = WORDS5[locale];
        yield {
          severity: "notice",
          target: policy.target.name,
          identity: `${gpo?.guid ?? layer.name} ${skipped}`,
          span: gpo?.source ?? firstSpan(layer),
          message: say[skipped](gpo?.name ?? layer.name),
          remedy: say.save
        };
      }
      for (const { layer, why } of policy.notApplied) {
        const key = layer.gpo?.guid?.toLowerCase() ?? `${layer.path} ${layer.name}`;
        if (told.has(key)) continue;
        told.add(key);
        const say = WORDS5[locale];
        const name = layer.gpo?.name ?? layer.name;
        yield {
          target: policy.target.name,
          identity: layer.gpo?.guid ?? layer.name,
          span: layer.gpo?.source ?? firstSpan(layer),
          message: why === "links" ? say.links(name) : say.half(name),
          remedy: why === "links" ? say.link : say.enable
        };
      }
    }
  }
};
function firstSpan(layer) {
  const rule = layer.parts.flatMap((part) => part.rules.slice(0, 1))[0];
  const place2 = { path: layer.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return rule?.source ?? { origin: { path: layer.path, place: () => place2, line: () => void 0 }, start: 0, end: 0 };
}
var WORDS5 = {
  en: {
    half: (name) => `The computer half of the GPO "${name}" is disabled, so none of its firewall rules and settings applies.`,
    links: (name) => `Every link of the GPO "${name}" is disabled, so none of its firewall rules and settings applies.`,
    extension: (name) => `The GPO "${name}" does not name the registry extension for computers, so clients may pass over its registry.pol.`,
    version: (name) => `The computer version of the GPO "${name}" is 0, as if nobody had ever saved it, so clients may pass over its registry.pol.`,
    save: "Save the firewall settings once more in the Group Policy editor and back the GPO up again.",
    enable: "Enable the computer settings of the GPO, or take it out of the target's layers.",
    link: "Enable a link of the GPO, or take it out of the target's layers."
  },
  ko: {
    half: (name) => `GPO "${name}"\uC758 \uCEF4\uD4E8\uD130 \uC124\uC815\uC774 \uC0AC\uC6A9 \uC548 \uD568\uC774\uBBC0\uB85C \uBC29\uD654\uBCBD \uADDC\uCE59\uACFC \uC124\uC815\uC774 \uD558\uB098\uB3C4 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    links: (name) => `GPO "${name}"\uC758 \uBAA8\uB4E0 \uC5F0\uACB0\uC774 \uC0AC\uC6A9 \uC548 \uD568\uC774\uBBC0\uB85C \uBC29\uD654\uBCBD \uADDC\uCE59\uACFC \uC124\uC815\uC774 \uD558\uB098\uB3C4 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    extension: (name) => `GPO "${name}"\uC5D0 \uCEF4\uD4E8\uD130\uC6A9 \uB808\uC9C0\uC2A4\uD2B8\uB9AC \uD655\uC7A5\uC774 \uC5C6\uC5B4 \uD074\uB77C\uC774\uC5B8\uD2B8\uAC00 registry.pol\uC744 \uAC74\uB108\uB6F8 \uC218 \uC788\uC2B5\uB2C8\uB2E4.`,
    version: (name) => `GPO "${name}"\uC758 \uCEF4\uD4E8\uD130 \uBC84\uC804\uC774 0\uC774\uBBC0\uB85C \uD074\uB77C\uC774\uC5B8\uD2B8\uAC00 registry.pol\uC744 \uAC74\uB108\uB6F8 \uC218 \uC788\uC2B5\uB2C8\uB2E4.`,
    save: "\uADF8\uB8F9 \uC815\uCC45 \uD3B8\uC9D1\uAE30\uC5D0\uC11C \uBC29\uD654\uBCBD \uC124\uC815\uC744 \uB2E4\uC2DC \uC800\uC7A5\uD558\uACE0 GPO\uB97C \uB2E4\uC2DC \uBC31\uC5C5\uD558\uC2ED\uC2DC\uC624.",
    enable: "GPO\uC758 \uCEF4\uD4E8\uD130 \uC124\uC815\uC744 \uC0AC\uC6A9\uD558\uB3C4\uB85D \uD558\uAC70\uB098 \uB300\uC0C1\uC758 \uACC4\uCE35\uC5D0\uC11C \uBE7C\uC2ED\uC2DC\uC624.",
    link: "GPO\uC758 \uC5F0\uACB0\uC744 \uC0AC\uC6A9\uD558\uB3C4\uB85D \uD558\uAC70\uB098 \uB300\uC0C1\uC758 \uACC4\uCE35\uC5D0\uC11C \uBE7C\uC2ED\uC2DC\uC624."
  }
};
function withParticle(word2, [afterVowel, afterConsonant, both]) {
  const code2 = word2.charCodeAt(word2.length - 1) - 44032;
  if (!(code2 >= 0 && code2 < 11172)) return `${word2}${both}`;
  const final = code2 % 28;
  return `${word2}${final === 0 || final === RIEUL && afterVowel === "\uB85C" ? afterVowel : afterConsonant}`;
}
var RIEUL = 8;
var TO = ["\uB85C", "\uC73C\uB85C", "(\uC73C)\uB85C"];
var WITH = ["\uC640", "\uACFC", "\uC640(\uACFC)"];
var OBJECT = ["\uB97C", "\uC744", "\uC744(\uB97C)"];
var NONE4 = () => "";
var NEVER_PAIRED = {
  "no-rule": NONE4,
  "wrong-direction": NONE4,
  "wrong-protocol": NONE4,
  "wrong-port": NONE4,
  "wrong-program": NONE4,
  "narrow-ports": NONE4,
  "default-outbound-block": NONE4,
  "block-rule": NONE4,
  "block-all-inbound": NONE4
};
var WORDS6 = {
  en: {
    need: (features, traffic, direction, peer) => `${listText(features, "en")} ${features.length > 1 ? "need" : "needs"} ${traffic} ${direction === "inbound" ? "from" : direction === "outbound" ? "to" : "with"} ${peer}`,
    more: (count) => `; and ${count} more`,
    otherFeatures: (count) => `${count} other features`,
    otherPeers: (count) => `${count} other roles`,
    sentence: (what, why) => `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${why}.`,
    reasons: {
      "no-rule": (name, profiles) => name === "" ? `no rule allows it on the ${profiles}` : `Windows does not enforce the rule "${name}"`,
      "disabled-rule": (name) => `the rule "${name}" would allow it, but is disabled`,
      "wrong-direction": (name) => `the rule "${name}" allows it in the other direction`,
      "wrong-protocol": (name) => `the rule "${name}" allows another protocol`,
      "wrong-port": (name) => `the rule "${name}" allows other ports, or names the port at the wrong end`,
      "wrong-profile": (name, profiles) => `the rule "${name}" does not apply on the ${profiles}`,
      "wrong-program": (name) => `the rule "${name}" is bound to a program, service or app that does not listen there`,
      "narrow-ports": (name) => name === "" ? "only some of the ports pass" : `the rule "${name}" allows only a part of it`,
      "narrow-addresses": (name) => `the remote addresses of the rule "${name}" leave the other end out, wholly or in part`,
      "narrow-profiles": (name, profiles) => `the rule "${name}" leaves out the ${profiles}`,
      "narrow-interfaces": (name) => `the rule "${name}" applies only to some kinds of network adapter`,
      "wrong-platform": (name) => `the rule "${name}" is for other Windows versions`,
      "ipsec-only": (name) => `the rule "${name}" allows it only under IPsec`,
      "default-outbound-block": (_, profiles) => `outbound traffic is blocked by default on the ${profiles} and no rule lets it out`,
      "block-rule": (name) => `the block rule "${name}" stops it, and a block rule wins over every allow rule`,
      "block-all-inbound": (_, profiles) => `all inbound connections are blocked on the ${profiles}, whatever the rules allow`,
      "local-rules-ignored": (_, profiles) => `policy makes Windows ignore local rules on the ${profiles}, and only a local rule would allow it`
    },
    lacks: {
      ...NEVER_PAIRED,
      "disabled-rule": () => "is disabled",
      "wrong-profile": (profiles) => `does not apply on the ${profiles}`,
      "narrow-profiles": (profiles) => `leaves out the ${profiles}`,
      "narrow-addresses": () => "leaves the other end out of its remote addresses",
      "narrow-interfaces": () => "applies only to some kinds of network adapter",
      "wrong-platform": () => "is for other Windows versions",
      "ipsec-only": () => "asks for IPsec",
      "local-rules-ignored": (profiles) => `is a local one, which policy makes Windows ignore on the ${profiles}`
    },
    twoReasons: (name, first, second) => `the rule "${name}" ${first} and ${second}`,
    opensOnly: (name, what) => `the rule "${name}" opens ${what}, which is not enough`,
    defaultPort: (name) => `the rule "${name}" opens the default port, which this site has changed`,
    open: (what, name) => `it cannot be decided from the files${name === void 0 ? "" : ` (rule "${name}")`}: ${what}`,
    opensIt: (name) => `"${name}" would allow it here.`,
    alsoBlocks: (name) => `"${name}" blocks it too.`,
    readable: "The same rule in the report beside it.",
    add: (place2) => `Add to ${place2}:`,
    addAbove: (place2, command) => `Add to ${place2}, above ${command}:`,
    moreRules: (count) => `(and ${count} more, which the next check tells)`,
    addLike: (file) => `Add a rule like this to ${file}, in the words of that file (here as PowerShell):`,
    addLikeAtOrigin: (file) => `Add a rule like this where ${file} comes from (PowerShell):`,
    addLikeToGpo: (name) => `Add a rule like this in the GPO "${name}" (PowerShell, with -PolicyStore):`,
    addOnceOn: (name) => `The GPO "${name}" does not apply as it is: enable it, and add what it does not hold yet:`,
    gpo: (name) => `the GPO "${name}"`,
    enable: (name) => `Enable the rule "${name}".`,
    otherRules: (count) => `${count} other rules`,
    narrow: (names2, many, peers) => `Narrow ${names2} so that ${many ? "they spare" : "it spares"} ${peers}, or remove ${many ? "them" : "it"}; no allow rule wins over ${many ? "them" : "it"}.`,
    narrowToo: (names2, many, peers) => `Narrow the block ${many ? "rules" : "rule"} ${names2} as well so that ${many ? "they spare" : "it spares"} ${peers}, or remove ${many ? "them" : "it"}: no allow rule wins over ${many ? "them" : "it"}.`,
    once: (names2, many) => `Another finding asks for ${names2} too: add ${many ? "each of them" : "it"} once.`,
    spared: (names2, many) => `${names2} of another finding ${many ? "are" : "is"} not needed besides this.`,
    shieldsOff: 'Turn off "Block all connections" (DoNotAllowExceptions) for this profile.',
    shieldsToo: 'Turn off "Block all connections" (DoNotAllowExceptions) for this profile as well: it stops what rules allow.',
    mergeOn: (value) => `Put the rule into the policy itself, or let local rules count again (${value} = 1).`,
    widen: (name, addresses2) => `Add ${addresses2} to the remote addresses of "${name}".`,
    addProfile: (name, profiles) => `Add the ${profiles} to "${name}".`,
    interfaces: (name) => `Remove the interface types from "${name}", or add the missing ones.`,
    platform: (name) => `Remove the Windows version from "${name}", or say "this version or later".`,
    ipsec: (name) => `Let "${name}" allow the connection without IPsec, or add a rule that does.`,
    program: (name) => `If "${name}" is meant for this, bind it to the program that listens there. Else leave it as it is and add a rule.`,
    usePort: (name, ports) => `Change the port of "${name}" so that it allows ${ports}.`,
    decide: "State it in a way that the files decide: literal values, addresses instead of keywords, a GPO without a WMI filter. Or confirm it by hand.",
    verbose: 'Export the rules again with "verbose": netsh advfirewall firewall show rule name=all verbose. Or confirm by hand what the rule is for.'
  },
  ko: {
    need: (features, traffic, direction, peer) => `${listText(features, "ko")} \uAE30\uB2A5\uC5D0\uB294 ${direction === "inbound" ? `${peer}\uC5D0\uC11C \uC624\uB294` : direction === "outbound" ? `${withParticle(peer, TO)} \uAC00\uB294` : `${withParticle(peer, WITH)}\uC758`} ${traffic} \uD2B8\uB798\uD53D\uC774 \uD544\uC694\uD569\uB2C8\uB2E4`,
    more: (count) => `; \uADF8 \uBC16\uC5D0 ${count}\uAC1C`,
    otherFeatures: (count) => `\uB2E4\uB978 \uAE30\uB2A5 ${count}\uAC1C`,
    otherPeers: (count) => `\uB2E4\uB978 \uC5ED\uD560 ${count}\uAC1C`,
    sentence: (what, why) => `${what}: ${why}.`,
    reasons: {
      "no-rule": (name, profiles) => name === "" ? `${profiles}\uC5D0\uC11C \uC774\uB97C \uD5C8\uC6A9\uD558\uB294 \uADDC\uCE59\uC774 \uC5C6\uC2B5\uB2C8\uB2E4` : `Windows\uAC00 "${name}" \uADDC\uCE59\uC744 \uC801\uC6A9\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4`,
      "disabled-rule": (name) => `"${name}" \uADDC\uCE59\uC774 \uD5C8\uC6A9\uD558\uC9C0\uB9CC \uC0AC\uC6A9\uD558\uC9C0 \uC54A\uB3C4\uB85D \uC124\uC815\uB418\uC5B4 \uC788\uC2B5\uB2C8\uB2E4`,
      "wrong-direction": (name) => `"${name}" \uADDC\uCE59\uC740 \uBC18\uB300 \uBC29\uD5A5\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "wrong-protocol": (name) => `"${name}" \uADDC\uCE59\uC740 \uB2E4\uB978 \uD504\uB85C\uD1A0\uCF5C\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "wrong-port": (name) => `"${name}" \uADDC\uCE59\uC740 \uB2E4\uB978 \uD3EC\uD2B8\uB97C \uD5C8\uC6A9\uD558\uAC70\uB098 \uD3EC\uD2B8\uB97C \uBC18\uB300\uCABD \uB05D\uC5D0 \uC9C0\uC815\uD569\uB2C8\uB2E4`,
      "wrong-profile": (name, profiles) => `"${name}" \uADDC\uCE59\uC740 ${profiles}\uC5D0 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4`,
      "wrong-program": (name) => `"${name}" \uADDC\uCE59\uC740 \uADF8 \uD3EC\uD2B8\uC5D0\uC11C \uC218\uC2E0\uD558\uC9C0 \uC54A\uB294 \uD504\uB85C\uADF8\uB7A8, \uC11C\uBE44\uC2A4 \uB610\uB294 \uC571\uC5D0 \uBB36\uC5EC \uC788\uC2B5\uB2C8\uB2E4`,
      "narrow-ports": (name) => name === "" ? "\uC77C\uBD80 \uD3EC\uD2B8\uB9CC \uD1B5\uACFC\uD569\uB2C8\uB2E4" : `"${name}" \uADDC\uCE59\uC740 \uC77C\uBD80\uB9CC \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "narrow-addresses": (name) => `"${name}" \uADDC\uCE59\uC758 \uC6D0\uACA9 \uC8FC\uC18C\uC5D0 \uC0C1\uB300\uBC29\uC774 \uC804\uBD80 \uB610\uB294 \uC77C\uBD80 \uBE60\uC838 \uC788\uC2B5\uB2C8\uB2E4`,
      "narrow-profiles": (name, profiles) => `"${name}" \uADDC\uCE59\uC5D0 ${profiles}\uC774 \uBE60\uC838 \uC788\uC2B5\uB2C8\uB2E4`,
      "narrow-interfaces": (name) => `"${name}" \uADDC\uCE59\uC740 \uC77C\uBD80 \uB124\uD2B8\uC6CC\uD06C \uC5B4\uB311\uD130 \uC720\uD615\uC5D0\uB9CC \uC801\uC6A9\uB429\uB2C8\uB2E4`,
      "wrong-platform": (name) => `"${name}" \uADDC\uCE59\uC740 \uB2E4\uB978 Windows \uBC84\uC804\uC6A9\uC785\uB2C8\uB2E4`,
      "ipsec-only": (name) => `"${name}" \uADDC\uCE59\uC740 IPsec\uC5D0\uC11C\uB9CC \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "default-outbound-block": (_, profiles) => `${profiles}\uC5D0\uC11C \uC544\uC6C3\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC774 \uAE30\uBCF8\uC801\uC73C\uB85C \uCC28\uB2E8\uB418\uBA70 \uB0B4\uBCF4\uB0B4\uB294 \uADDC\uCE59\uC774 \uC5C6\uC2B5\uB2C8\uB2E4`,
      "block-rule": (name) => `\uCC28\uB2E8 \uADDC\uCE59 "${name}"\uC774(\uAC00) \uB9C9\uC73C\uBA70, \uCC28\uB2E8 \uADDC\uCE59\uC740 \uBAA8\uB4E0 \uD5C8\uC6A9 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD569\uB2C8\uB2E4`,
      "block-all-inbound": (_, profiles) => `${profiles}\uC5D0\uC11C \uADDC\uCE59\uACFC \uAD00\uACC4\uC5C6\uC774 \uBAA8\uB4E0 \uC778\uBC14\uC6B4\uB4DC \uC5F0\uACB0\uC774 \uCC28\uB2E8\uB429\uB2C8\uB2E4`,
      "local-rules-ignored": (_, profiles) => `${profiles}\uC5D0\uC11C \uC815\uCC45\uC774 \uB85C\uCEEC \uADDC\uCE59\uC744 \uBB34\uC2DC\uD558\uB3C4\uB85D \uD558\uBA70, \uB85C\uCEEC \uADDC\uCE59\uB9CC \uC774\uB97C \uD5C8\uC6A9\uD569\uB2C8\uB2E4`
    },
    lacks: {
      ...NEVER_PAIRED,
      "disabled-rule": () => "\uC0AC\uC6A9 \uC548 \uD568",
      "wrong-profile": (profiles) => `${profiles}\uC5D0 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC74C`,
      "narrow-profiles": (profiles) => `${profiles} \uBE60\uC9D0`,
      "narrow-addresses": () => "\uC6D0\uACA9 \uC8FC\uC18C\uC5D0 \uC0C1\uB300\uBC29\uC774 \uBE60\uC9D0",
      "narrow-interfaces": () => "\uC77C\uBD80 \uB124\uD2B8\uC6CC\uD06C \uC5B4\uB311\uD130 \uC720\uD615\uC5D0\uB9CC \uC801\uC6A9\uB428",
      "wrong-platform": () => "\uB2E4\uB978 Windows \uBC84\uC804\uC6A9",
      "ipsec-only": () => "IPsec \uD544\uC694",
      "local-rules-ignored": (profiles) => `${profiles}\uC5D0\uC11C \uC815\uCC45\uC774 \uB85C\uCEEC \uADDC\uCE59\uC744 \uBB34\uC2DC\uD558\uB3C4\uB85D \uD568`
    },
    twoReasons: (name, first, second) => `"${name}" \uADDC\uCE59\uC774 \uB450 \uAC00\uC9C0 \uC774\uC720\uB85C \uD5C8\uC6A9\uD558\uC9C0 \uBABB\uD569\uB2C8\uB2E4(${first}, ${second})`,
    opensOnly: (name, what) => `"${name}" \uADDC\uCE59\uC740 ${what}\uB9CC \uC5F4\uBA70 \uC774\uAC83\uC73C\uB85C\uB294 \uBD80\uC871\uD569\uB2C8\uB2E4`,
    defaultPort: (name) => `"${name}" \uADDC\uCE59\uC740 \uC774 \uC0AC\uC774\uD2B8\uC5D0\uC11C \uBCC0\uACBD\uD55C \uAE30\uBCF8 \uD3EC\uD2B8\uB97C \uC5FD\uB2C8\uB2E4`,
    open: (what, name) => `\uD30C\uC77C\uB9CC\uC73C\uB85C\uB294 \uD310\uB2E8\uD560 \uC218 \uC5C6\uC2B5\uB2C8\uB2E4${name === void 0 ? "" : ` (\uADDC\uCE59 "${name}")`}: ${what}`,
    opensIt: (name) => `"${name}" \uADDC\uCE59\uC740 \uC5EC\uAE30\uC5D0\uC11C \uD5C8\uC6A9\uD569\uB2C8\uB2E4.`,
    alsoBlocks: (name) => `"${name}" \uADDC\uCE59\uB3C4 \uCC28\uB2E8\uD569\uB2C8\uB2E4.`,
    readable: "\uC606\uC5D0 \uC788\uB294 \uBCF4\uACE0\uC11C\uC758 \uAC19\uC740 \uADDC\uCE59\uC785\uB2C8\uB2E4.",
    add: (place2) => `${place2}\uC5D0 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624:`,
    addAbove: (place2, command) => `${place2}\uC758 ${command} \uC704\uC5D0 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624:`,
    moreRules: (count) => `(\uADF8 \uBC16\uC5D0 ${count}\uAC1C\uB294 \uB2E4\uC74C \uAC80\uC0AC\uC5D0\uC11C \uD45C\uC2DC\uB429\uB2C8\uB2E4)`,
    addLike: (file) => `${file}\uC5D0 \uB2E4\uC74C\uACFC \uAC19\uC740 \uADDC\uCE59\uC744 \uADF8 \uD30C\uC77C\uC758 \uD615\uC2DD\uC73C\uB85C \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624(\uC5EC\uAE30\uC11C\uB294 PowerShell):`,
    addLikeAtOrigin: (file) => `${file} \uD30C\uC77C\uC744 \uB0B4\uBCF4\uB0B8 \uC6D0\uBCF8\uC5D0 \uB2E4\uC74C\uACFC \uAC19\uC740 \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624(PowerShell):`,
    addLikeToGpo: (name) => `GPO "${name}"\uC5D0 \uB2E4\uC74C\uACFC \uAC19\uC740 \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624(PowerShell, -PolicyStore \uC0AC\uC6A9):`,
    addOnceOn: (name) => `GPO "${name}"\uC774(\uAC00) \uC9C0\uAE08\uC740 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4. \uC0AC\uC6A9\uD558\uB3C4\uB85D \uC124\uC815\uD558\uACE0 \uC544\uC9C1 \uC5C6\uB294 \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624:`,
    gpo: (name) => `GPO "${name}"`,
    enable: (name) => `"${name}" \uADDC\uCE59\uC744 \uC0AC\uC6A9\uD558\uB3C4\uB85D \uC124\uC815\uD558\uC2ED\uC2DC\uC624.`,
    otherRules: (count) => `\uB2E4\uB978 \uADDC\uCE59 ${count}\uAC1C`,
    narrow: (names2, _, peers) => `${names2} \uADDC\uCE59\uC758 \uBC94\uC704\uC5D0\uC11C ${withParticle(peers, OBJECT)} \uBE7C\uAC70\uB098 \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624. \uD5C8\uC6A9 \uADDC\uCE59\uC740 \uCC28\uB2E8 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    narrowToo: (names2, _, peers) => `\uCC28\uB2E8 \uADDC\uCE59 ${names2}\uC758 \uBC94\uC704\uC5D0\uC11C\uB3C4 ${withParticle(peers, OBJECT)} \uBE7C\uAC70\uB098 \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624. \uD5C8\uC6A9 \uADDC\uCE59\uC740 \uCC28\uB2E8 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    once: (names2) => `${names2} \uADDC\uCE59\uC740 \uB2E4\uB978 \uACB0\uACFC\uC5D0\uB3C4 \uB098\uC635\uB2C8\uB2E4. \uD55C \uBC88\uB9CC \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    spared: (names2) => `\uC774 \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uBA74 \uB2E4\uB978 \uACB0\uACFC\uC758 ${names2} \uADDC\uCE59\uC740 \uD544\uC694\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    shieldsOff: '\uC774 \uD504\uB85C\uD544\uC758 "\uBAA8\uB4E0 \uC5F0\uACB0 \uCC28\uB2E8"(DoNotAllowExceptions) \uC124\uC815\uC744 \uB044\uC2ED\uC2DC\uC624.',
    shieldsToo: '\uC774 \uD504\uB85C\uD544\uC758 "\uBAA8\uB4E0 \uC5F0\uACB0 \uCC28\uB2E8"(DoNotAllowExceptions) \uC124\uC815\uB3C4 \uB044\uC2ED\uC2DC\uC624. \uC774 \uC124\uC815\uC740 \uADDC\uCE59\uC774 \uD5C8\uC6A9\uD558\uB294 \uAC83\uB3C4 \uB9C9\uC2B5\uB2C8\uB2E4.',
    mergeOn: (value) => `\uADDC\uCE59\uC744 \uC815\uCC45 \uC790\uCCB4\uC5D0 \uB123\uAC70\uB098 \uB85C\uCEEC \uADDC\uCE59\uC744 \uB2E4\uC2DC \uD5C8\uC6A9\uD558\uC2ED\uC2DC\uC624(${value} = 1).`,
    widen: (name, addresses2) => `"${name}" \uADDC\uCE59\uC758 \uC6D0\uACA9 \uC8FC\uC18C\uC5D0 ${addresses2}\uC744(\uB97C) \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    addProfile: (name, profiles) => `"${name}" \uADDC\uCE59\uC5D0 ${profiles}\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    interfaces: (name) => `"${name}" \uADDC\uCE59\uC5D0\uC11C \uC778\uD130\uD398\uC774\uC2A4 \uC720\uD615\uC744 \uC81C\uAC70\uD558\uAC70\uB098 \uBE60\uC9C4 \uC720\uD615\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    platform: (name) => `"${name}" \uADDC\uCE59\uC5D0\uC11C Windows \uBC84\uC804\uC744 \uC81C\uAC70\uD558\uAC70\uB098 "\uC774 \uBC84\uC804 \uC774\uC0C1"\uC73C\uB85C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624.`,
    ipsec: (name) => `"${name}" \uADDC\uCE59\uC774 IPsec \uC5C6\uC774 \uD5C8\uC6A9\uD558\uB3C4\uB85D \uD558\uAC70\uB098 \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    program: (name) => `"${name}" \uADDC\uCE59\uC774 \uC774 \uC6A9\uB3C4\uB77C\uBA74 \uC2E4\uC81C\uB85C \uC218\uC2E0\uD558\uB294 \uD504\uB85C\uADF8\uB7A8\uC5D0 \uBB36\uC73C\uC2ED\uC2DC\uC624. \uC544\uB2C8\uBA74 \uADF8\uB300\uB85C \uB450\uACE0 \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    usePort: (name, ports) => `"${name}" \uADDC\uCE59\uC758 \uD3EC\uD2B8\uB97C ${ports}\uC744(\uB97C) \uD5C8\uC6A9\uD558\uB3C4\uB85D \uBCC0\uACBD\uD558\uC2ED\uC2DC\uC624.`,
    decide: "\uD30C\uC77C\uB9CC\uC73C\uB85C \uD310\uB2E8\uD560 \uC218 \uC788\uB3C4\uB85D \uB9AC\uD130\uB7F4 \uAC12, \uD0A4\uC6CC\uB4DC \uB300\uC2E0 \uC8FC\uC18C, WMI \uD544\uD130 \uC5C6\uB294 GPO\uB97C \uC0AC\uC6A9\uD558\uAC70\uB098 \uC9C1\uC811 \uD655\uC778\uD558\uC2ED\uC2DC\uC624.",
    verbose: '"verbose"\uB97C \uBD99\uC5EC \uADDC\uCE59\uC744 \uB2E4\uC2DC \uB0B4\uBCF4\uB0B4\uAC70\uB098(netsh advfirewall firewall show rule name=all verbose) \uADDC\uCE59\uC758 \uD504\uB85C\uADF8\uB7A8\uACFC \uC11C\uBE44\uC2A4\uB97C \uC9C1\uC811 \uD655\uC778\uD558\uC2ED\uC2DC\uC624.'
  }
};
var nameOf = ({ rule }) => rule ? ruleTitle(rule) : "";
var isEither = (need) => need.requirements.some((r) => r.severity !== "informational" && r.eitherKey !== void 0);
var stopsOf = (needs) => [...new Set(needs.flatMap((n) => n.cause?.stops ?? []))];
function shortened(items, most, others) {
  const list = [...items];
  return list.length < most + 2 ? list : [...list.slice(0, most), others(list.length - most)];
}
function remedy(code2, target, cause, needs, facts, span) {
  const words = WORDS6[facts.locale];
  const name = nameOf(cause);
  if (code2 === "port-mismatch") return words.usePort(name, listText([...new Set(needs.flatMap((n) => n.failing).map((b) => boxesText([b], facts.locale)))], facts.locale));
  if (code2 === "requirement-unverifiable") return cause.rule?.unmodelled.includes(NOT_VERBOSE) ? words.verbose : words.decide;
  const peers = listText([...new Set(needs.flatMap((n) => n.requirements).map((r) => facts.rolePhrase(r.peer)))].slice(0, 4), facts.locale);
  const reasons = cause.also ? [cause.reason, cause.also] : [cause.reason];
  const steps = reasons.map((reason2) => stepFor(reason2, cause, needs, target, peers, facts)).filter((step) => step !== void 0);
  const blocks = cause.reason === "block-rule" ? [] : stopsOf(needs);
  if (blocks.length > 0) steps.push(words.narrowToo(namesOf(blocks, facts), blocks.length > 1, peers));
  if (needs.some((n) => n.cause?.shields)) steps.push(words.shieldsToo);
  const isAdding = reasons.some((reason2) => ADDING.has(reason2));
  return isAdding ? [...steps.length > 0 ? [steps.join(" ")] : [], added(target, needs, facts, span)].join("\n") : steps.join(" ");
}
var ADDING = /* @__PURE__ */ new Set(["no-rule", "wrong-direction", "wrong-protocol", "wrong-port", "wrong-program", "narrow-ports", "default-outbound-block", "local-rules-ignored", "ipsec-only"]);
function stepFor(reason2, cause, needs, target, peers, facts) {
  const words = WORDS6[facts.locale];
  const name = nameOf(cause);
  switch (reason2) {
    case "disabled-rule":
      return words.enable(name);
    case "block-rule": {
      const blocks = [.../* @__PURE__ */ new Set([...cause.rule ? [cause.rule] : [], ...needs.flatMap((n) => [...n.cause?.related ?? [], ...n.cause?.stops ?? []]).filter((r) => r.action === "block")])];
      return words.narrow(namesOf(blocks, facts), blocks.length > 1, peers);
    }
    case "block-all-inbound":
      return words.shieldsOff;
    case "local-rules-ignored":
      return words.mergeOn(MERGE_VALUES[cause.ignoredBy ?? "allowLocalRules"]);
    case "narrow-addresses":
      return words.widen(name, missingAddresses(needs) || peers);
    case "narrow-profiles":
    case "wrong-profile":
      return words.addProfile(name, profileText(missingProfiles(cause.rule, target), facts.locale));
    case "narrow-interfaces":
      return words.interfaces(name);
    case "wrong-platform":
      return words.platform(name);
    case "ipsec-only":
      return words.ipsec(name);
    case "wrong-program":
      return words.program(name);
    default:
      return void 0;
  }
}
var namesOf = (rules, { locale }) => listText(shortened(new Set(rules.map((rule) => `"${ruleTitle(rule)}"`)), 3, WORDS6[locale].otherRules), locale);
var missingProfiles = (rule, { policy: { target } }) => profileNames(target.profiles).filter((p) => ((rule?.profiles ?? 0) & profileBit(p)) === 0).reduce((set, p) => set | profileBit(p), 0);
var MERGE_VALUES = {
  allowLocalRules: "AllowLocalPolicyMerge",
  allowUserApps: "AuthorizedApplications\\AllowUserPrefMerge",
  allowUserPorts: "GloballyOpenPorts\\AllowUserPrefMerge"
};
function added(target, needs, facts, span) {
  const words = WORDS6[facts.locale];
  const path2 = homeOf(target, facts);
  const addition = facts.additionTo(target, path2);
  const { rule: write, heading, separator = "" } = addition;
  const { wanted, again, spared } = suggestions(target, needs, span);
  const texts = [...new Set(wanted.map(write))];
  const shown2 = texts.slice(0, MOST_RULES).join(`${separator}
`);
  const more = texts.length > MOST_RULES ? `
${words.moreRules(texts.length - MOST_RULES)}` : "";
  const notes = [
    ...again.length > 0 ? [words.once(namesOf(again, facts), again.length > 1)] : [],
    ...spared.length > 0 ? [words.spared(namesOf(spared, facts), spared.length > 1)] : []
  ];
  return [...notes, addTo(target, path2, addition, words), ...heading === void 0 ? [] : [heading], `${shown2}${more}`].join("\n");
}
function homeOf(target, facts) {
  const { profiles, target: { layers, profiles: wanted } } = target.policy;
  const isIgnored = profileNames(wanted).some((p) => !profiles[p].allowLocalRules);
  const home = isIgnored && layers.at(-1)?.store === "local" ? layers.findLast((layer) => layer.store !== "local")?.path : void 0;
  return home ?? facts.endOf(target).origin.path;
}
function addTo(target, path2, { home, above }, words) {
  const gpo = target.policy.target.layers.findLast((layer) => layer.path === path2)?.gpo?.name;
  const file = path2.slice(path2.lastIndexOf("/") + 1);
  if (gpo !== void 0 && target.policy.notApplied.some(({ layer }) => layer.path === path2)) return words.addOnceOn(gpo);
  if (home === "file" && above !== void 0) return words.addAbove(file, above);
  if (home === "file") return words.add(gpo === void 0 ? file : words.gpo(gpo));
  return gpo !== void 0 ? words.addLikeToGpo(gpo) : home === "origin" ? words.addLikeAtOrigin(file) : words.addLike(file);
}
var known2 = /* @__PURE__ */ new WeakMap();
function idsOf(target) {
  const held = known2.get(target);
  if (held) return held;
  const ids = [];
  for (const { parts } of target.policy.target.layers) for (const { rules } of parts) for (const { id } of rules) if (id?.startsWith(ID_PREFIX)) ids.push(id);
  known2.set(target, ids);
  return ids;
}
var MOST_RULES = 60;
function suggestions(target, needs, span) {
  const rules = [];
  for (const need of needs) {
    const owners = need.requirements.filter((r) => r.severity !== "informational");
    const either2 = isEither(need);
    const safest = need.failing.find((b) => b.setting?.endsWith("https")) ?? need.failing.at(-1);
    const failing = either2 && safest ? [safest] : need.failing;
    const owner = owners.find((r) => r.boxes.some((b) => failing.includes(b))) ?? (either2 ? owners.at(-1) : owners[0]);
    if (owner) rules.push(...rulesFor(failing.map((box) => withoutWhatPasses(box, need.gap)), owner, target, span));
  }
  const offers = offeredTo(target);
  const again = /* @__PURE__ */ new Set();
  const spared = [];
  const wanted = joinScopes(rules, idsOf(target)).map((rule) => {
    const key = shapeKey(rule);
    const alike = offers.get(key) ?? [];
    const held = alike.find((offer) => covers(offer, rule));
    if (held) again.add(held);
    else {
      spared.push(...alike.filter((offer) => covers(rule, offer)));
      offers.set(key, [...alike, rule]);
    }
    return held ?? rule;
  });
  return { wanted, again: [...again], spared };
}
var offered = /* @__PURE__ */ new WeakMap();
function offeredTo(target) {
  const held = offered.get(target) ?? /* @__PURE__ */ new Map();
  offered.set(target, held);
  return held;
}
function withoutWhatPasses(box, gaps) {
  if (box.dynamicRpc || box.icmp || box.program !== void 0 || isAnyPort(box.ports)) return box;
  const missing = gaps.filter((g) => g.box === box).flatMap((g) => g.region).flatMap((piece) => piece.ports.ranges);
  const ports = intersect(box.ports, portSet(missing));
  return isEmpty(ports) || includes(ports, box.ports) ? box : { ...box, ports };
}
function missingAddresses(needs) {
  const texts = needs.flatMap((n) => n.gap).flatMap((g) => g.region).flatMap((p) => {
    const { v4, v6 } = p.addresses;
    return v4[0]?.[1] === 0 ? [] : addressTexts({ v4, v6, keywords: [], unresolved: [] });
  });
  return [...new Set(texts)].slice(0, 8).join(", ");
}
function repairOf({ reason: reason2, also, rule, stops, shields }, needs, profiles, isPortMismatch) {
  if (!rule || also || stops || shields) return void 0;
  const values = isPortMismatch ? portsOf22(rule, needs) : valuesFor(reason2, rule, needs, profiles);
  return values && { rule, values };
}
function valuesFor(reason2, rule, needs, profiles) {
  switch (reason2) {
    case "disabled-rule":
      return { enabled: true };
    case "wrong-profile":
    case "narrow-profiles":
      return { profiles: rule.profiles | profiles };
    case "narrow-addresses": {
      const missing = needs.flatMap((n) => n.gap).flatMap((g) => g.region).map((piece) => piece.addresses);
      if (missing.length === 0 || missing.some(isAnyAddress) || missing.some((a) => a.v4[0]?.[0] === 0 || a.v6[0]?.[0] === 0n)) return void 0;
      return { remoteAddresses: missing.reduce((all, one) => unionAddresses(all, one), rule.remoteAddresses) };
    }
    default:
      return void 0;
  }
}
function portsOf22(rule, needs) {
  const boxes = needs.flatMap((n) => n.failing);
  const first = boxes[0];
  if (!first || boxes.some((b) => b.direction !== rule.direction || b.protocol !== rule.protocol || b.dynamicRpc || b.endpointMapper || isAnyPort(b.ports))) return void 0;
  const wanted = boxes.map((b) => b.ports).reduce((a, b) => union(a, b));
  const name = rule.direction === "inbound" ? "localPorts" : "remotePorts";
  const own = portTexts(rule[name]);
  return own.length === 1 && /^\d+$/.test(own[0] ?? "") && rule[name].unresolved.length === 0 ? { [name]: wanted } : void 0;
}
var SEVERITY = { required: "error", recommended: "warning", "degraded-if-missing": "warning", informational: void 0 };
var RANK = { error: 2, warning: 1, notice: 0 };
function codeOf2(need) {
  if (need.status === "satisfied" || severityOf([need]) === void 0) return void 0;
  return need.opensDefaultPort && need.status !== "unverifiable" ? "port-mismatch" : `requirement-${need.status}`;
}
function severityOf(needs) {
  const all = needs.flatMap((n) => n.requirements).map((r) => SEVERITY[r.severity]).filter((s) => s !== void 0);
  return all.sort((a, b) => RANK[b] - RANK[a])[0];
}
function* draftsFor(code2, facts) {
  for (const target of facts.targets) {
    for (const cut of byCause(facts, target, target.needs.filter((need) => codeOf2(need) === code2))) yield draftOf(code2, cut, facts);
  }
}
function byCause({ excepted }, target, needs) {
  const cuts = /* @__PURE__ */ new Map();
  for (const need of needs) {
    const cause = need.opensDefaultPort ? { reason: "wrong-port", rule: need.opensDefaultPort, related: [] } : need.cause ?? { reason: "no-rule", related: [] };
    const key = causeKey(need, cause, target, excepted);
    const held = cuts.get(key);
    if (held) held.needs.push(need);
    else cuts.set(key, { cause, needs: [need] });
  }
  return [...cuts.values()].map((cut) => ({ target, ...cut }));
}
function causeKey(need, cause, target, excepted) {
  const { rule, setting, layer, open, reason: reason2, also } = cause;
  if (layer) return `layer ${layer.path} ${layer.name}`;
  const source = rule?.source ?? setting?.source;
  if (source) return `${reason2} ${also ?? ""} ${source.origin.path} ${source.start}`;
  if (open !== void 0) return `open ${open}`;
  return need.requirements.some((r) => excepted.has(r.id)) ? `need ${need.need}` : `missing ${reason2} ${missingText(need, target)}`;
}
function missingText(need, target) {
  const boxes = need.failing.map((b) => JSON.stringify([b.direction, b.protocol, b.ports.ranges, b.icmp, b.program, b.dynamicRpc])).sort();
  return boxes.length === 0 ? need.need : [severityOf([need]), isEither(need), isAnywhere(need, target), ...boxes].join(" ");
}
var isAnywhere = ({ requirements: [first], failing: [box] }, target) => first === void 0 || target.addressesOf(first.peer, box?.setting) === void 0;
function draftOf(code2, { target, cause, needs }, facts) {
  const { locale } = facts;
  const requirements = needs.flatMap((n) => n.requirements);
  const features = [...new Set(requirements.map((r) => r.feature))];
  const end = facts.endOf(target);
  const span = cause.rule?.source ?? cause.setting?.source ?? (cause.layer?.gpo?.source ?? end);
  const severity = code2 === "requirement-unverifiable" ? "notice" : severityOf(needs);
  const gap = needs.flatMap((n) => n.gap)[0];
  const witness = witnessOf(gap);
  const words = WORDS6[locale];
  const related = [];
  for (const rule of [...cause.related, ...stopsOf(needs)].slice(0, 8)) {
    related.push({ span: rule.source, message: rule.action === "block" ? words.alsoBlocks(ruleTitle(rule)) : words.opensIt(ruleTitle(rule)) });
  }
  const readable = cause.rule && facts.readable(cause.rule);
  const repair = code2 === "requirement-unverifiable" ? void 0 : repairOf(cause, needs, target.policy.target.profiles, code2 === "port-mismatch");
  return {
    reason: cause.reason,
    ...severity && { severity },
    target: target.policy.target.name,
    requirements: [...new Set(requirements.map((r) => r.id))],
    features,
    message: message(code2, target, cause, needs, facts),
    remedy: remedy(code2, target, cause, needs, facts, span),
    span,
    related: readable ? [...related, { span: spanAt(readable), message: words.readable }] : related,
    ...witness && { witness },
    ...repair && { repair },
    identity: cause.rule ? cause.rule.id ?? cause.rule.name : cause.setting?.source.key ?? ""
  };
}
function needTexts(needs, facts) {
  const { locale } = facts;
  const texts = /* @__PURE__ */ new Map();
  for (const need of needs) {
    const first = need.requirements[0];
    const known3 = need.failing.length > 0 ? need.failing : first.boxes;
    const boxes = isEither(need) ? [...known3].sort((a, b) => (a.ports.ranges[0]?.[0] ?? 0) - (b.ports.ranges[0]?.[0] ?? 0)) : known3;
    const both = boxes.some((b) => b.direction === "inbound") && boxes.some((b) => b.direction === "outbound");
    const traffic = boxesText(boxes, locale, isEither(need) ? "or" : "and");
    const text2 = texts.get(traffic) ?? { titles: /* @__PURE__ */ new Set(), peers: /* @__PURE__ */ new Set(), direction: both ? "both" : boxes[0]?.direction ?? "inbound" };
    texts.set(traffic, text2);
    for (const r of need.requirements) text2.titles.add(facts.featureTitle(r.feature));
    text2.peers.add(facts.rolePhrase(first.peer));
  }
  const words = WORDS6[locale];
  return [...texts].map(([traffic, { titles, peers, direction }]) => words.need(shortened(titles, 3, words.otherFeatures), traffic, direction, listText(shortened(peers, 6, words.otherPeers), locale)));
}
function message(code2, target, cause, needs, facts) {
  const { locale } = facts;
  const words = WORDS6[locale];
  const texts = needTexts(needs, facts);
  const what = texts.slice(0, 6).join("; ") + (texts.length > 6 ? words.more(texts.length - 6) : "");
  const profiles = profileText(profilesOf(needs.flatMap((n) => n.gap), target), locale);
  const why = code2 === "port-mismatch" ? words.defaultPort(nameOf(cause)) : code2 === "requirement-unverifiable" ? words.open(cause.open ?? "", cause.rule && ruleTitle(cause.rule)) : cause.also ? words.twoReasons(nameOf(cause), words.lacks[cause.reason](profiles), words.lacks[cause.also](profiles)) : cause.opens ? words.opensOnly(nameOf(cause), boxText(cause.opens, locale)) : words.reasons[cause.reason](nameOf(cause), profiles);
  return words.sentence(what, why);
}
function profilesOf(gaps, target) {
  const set = gaps.reduce((bits2, gap) => bits2 | (gap.profile === "domain" ? 1 : gap.profile === "private" ? 2 : 4), 0);
  return set === 0 ? target.policy.target.profiles : set;
}
var portMismatch = {
  code: "port-mismatch",
  severity: "error",
  run: (facts) => draftsFor("port-mismatch", facts)
};
var reportMismatch = {
  code: "report-mismatch",
  severity: "warning",
  *run({ backups, locale }) {
    const say = WORDS7[locale];
    for (const backup of backups) {
      const differences = compare(backup);
      if (differences.length === 0) continue;
      const first = differences[0];
      yield {
        identity: backup.report.gpo?.guid ?? backup.report.gpo?.name ?? backup.policy.gpo?.guid ?? "backup",
        span: first.span,
        related: differences.slice(1, 8).map((d) => ({ span: d.span, message: say[d.kind](d.what) })),
        message: say.differs(differences.length, say[first.kind](first.what)),
        remedy: say.again
      };
    }
  }
};
function compare({ policy, report }) {
  const [ours, theirs] = [policy.digest?.(), report.digest?.()];
  const differences = ours && theirs?.equals(ours) === true ? [] : differingRules(policy, report);
  for (const profile of PROFILES) {
    const [a, b] = [settingsOf(policy, profile), settingsOf(report, profile)];
    for (const name of ["enabled", "defaultInbound", "defaultOutbound", "allowLocalRules", "blockAllInbound"]) {
      const [said, other] = [a[name], b[name]];
      if (said && other && said.value !== other.value) differences.push({ kind: "value", what: said.source.key ?? name, span: said.source });
      else if (said && !other && isAlwaysShown(name, report)) differences.push({ kind: "valueInPolicy", what: said.source.key ?? name, span: said.source });
      else if (other && !said && isAlwaysShown(name, report)) differences.push({ kind: "valueInReport", what: other.source.key ?? name, span: other.source });
    }
  }
  return differences;
}
var isAlwaysShown = (name, report) => (name === "defaultInbound" || name === "defaultOutbound" || name === "allowLocalRules") && report.parts.some(({ rules, profiles }) => rules.length > 0 || PROFILES.some((p) => profiles[p]));
function differingRules(policy, report) {
  const differences = [];
  const named2 = /* @__PURE__ */ new Map();
  for (const rule of rulesOf(report)) {
    const namesakes = named2.get(rule.name);
    if (namesakes) namesakes.add(rule);
    else named2.set(rule.name, new Namesakes(rule));
  }
  for (const rule of rulesOf(policy)) {
    if (!named2.get(rule.name)?.take(rule)) differences.push({ kind: "onlyPolicy", what: ruleTitle(rule), span: rule.source });
  }
  for (const namesakes of named2.values()) for (const rule of namesakes.left()) differences.push({ kind: "onlyReport", what: ruleTitle(rule), span: rule.source });
  return differences;
}
var rulesOf = (file) => file.parts.flatMap((part) => part.rules);
var settingsOf = (file, profile) => Object.assign({}, ...file.parts.map((part) => part.profiles[profile] ?? {}));
var Namesakes = class {
  #only;
  #many;
  constructor(rule) {
    this.#only = rule;
  }
  add(rule) {
    this.#many ??= /* @__PURE__ */ new Map();
    for (const one of this.#only ? [this.#only, rule] : [rule]) {
      const list = this.#many.get(textOf4(one));
      if (list) list.push(one);
      else this.#many.set(textOf4(one), [one]);
    }
    this.#only = void 0;
  }
  /** Takes away one that says the same; false when there is none. */
  take(rule) {
    if (this.#many) return this.#many.get(textOf4(rule))?.pop() !== void 0;
    if (!this.#only || !isSame2(this.#only, rule)) return false;
    this.#only = void 0;
    return true;
  }
  left() {
    return this.#many ? [...this.#many.values()].flat() : this.#only ? [this.#only] : [];
  }
};
function isSame2(a, b) {
  return a.direction === b.direction && a.action === b.action && a.enabled === b.enabled && a.protocol === b.protocol && a.profiles === b.profiles && sameRange(a.localPorts, b.localPorts, portsText) && sameRange(a.remotePorts, b.remotePorts, portsText) && sameRange(a.remoteAddresses, b.remoteAddresses, addressesText) && sameRange(a.localAddresses, b.localAddresses, addressesText) && boundText(a) === boundText(b);
}
var boundText = ({ program, service, icmp }) => `${program?.toLowerCase() ?? ""}|${service?.toLowerCase() ?? ""}|${[...icmp].sort().join()}`;
function sameRange(a, b, text2) {
  return a === b || a.from !== void 0 && a.from === b.from && a.to === b.to || text2(a) === text2(b);
}
var textOf4 = (rule) => [rule.direction, rule.action, rule.enabled, rule.protocol, rule.profiles, portsText(rule.localPorts), portsText(rule.remotePorts), addressesText(rule.remoteAddresses), addressesText(rule.localAddresses), boundText(rule)].join("|");
var portsText = (set) => [...portTexts(set)].sort().join();
var addressesText = (set) => set === ANY_ADDRESSES || set.keywords.length > 0 ? "" : [...set.v4, ...set.v6].join();
var WORDS7 = {
  en: {
    differs: (count, first) => `registry.pol and gpreport.xml of this backup differ in ${count} ${count === 1 ? "place" : "places"}. ${first} registry.pol is what clients apply.`,
    onlyPolicy: (name) => `The rule "${name}" stands like this only in registry.pol.`,
    onlyReport: (name) => `The rule "${name}" stands like this only in gpreport.xml.`,
    value: (name) => `${name} has another value in the report.`,
    valueInPolicy: (name) => `${name} is set only in registry.pol.`,
    valueInReport: (name) => `${name} is set only in gpreport.xml.`,
    again: "Back the GPO up again so that both files come from the same state."
  },
  ko: {
    differs: (count, first) => `\uC774 \uBC31\uC5C5\uC758 registry.pol\uACFC gpreport.xml\uC774 ${count}\uACF3\uC5D0\uC11C \uB2E4\uB985\uB2C8\uB2E4. ${first} \uD074\uB77C\uC774\uC5B8\uD2B8\uC5D0\uB294 registry.pol\uC774 \uC801\uC6A9\uB429\uB2C8\uB2E4.`,
    onlyPolicy: (name) => `"${name}" \uADDC\uCE59\uC740 registry.pol\uC5D0\uB9CC \uC774\uB807\uAC8C \uC788\uC2B5\uB2C8\uB2E4.`,
    onlyReport: (name) => `"${name}" \uADDC\uCE59\uC740 gpreport.xml\uC5D0\uB9CC \uC774\uB807\uAC8C \uC788\uC2B5\uB2C8\uB2E4.`,
    value: (name) => `${name} \uAC12\uC774 \uBCF4\uACE0\uC11C\uC5D0\uC11C \uB2E4\uB985\uB2C8\uB2E4.`,
    valueInPolicy: (name) => `${name} \uAC12\uC740 registry.pol\uC5D0\uB9CC \uC788\uC2B5\uB2C8\uB2E4.`,
    valueInReport: (name) => `${name} \uAC12\uC740 gpreport.xml\uC5D0\uB9CC \uC788\uC2B5\uB2C8\uB2E4.`,
    again: "\uB450 \uD30C\uC77C\uC774 \uAC19\uC740 \uC0C1\uD0DC\uC5D0\uC11C \uB098\uC624\uB3C4\uB85D GPO\uB97C \uB2E4\uC2DC \uBC31\uC5C5\uD558\uC2ED\uC2DC\uC624."
  }
};
var requirementBlocked = {
  code: "requirement-blocked",
  severity: "error",
  run: (facts) => draftsFor("requirement-blocked", facts)
};
var requirementMissing = {
  code: "requirement-missing",
  severity: "error",
  run: (facts) => draftsFor("requirement-missing", facts)
};
var requirementPartial = {
  code: "requirement-partial",
  severity: "error",
  run: (facts) => draftsFor("requirement-partial", facts)
};
var requirementUnverifiable = {
  code: "requirement-unverifiable",
  severity: "notice",
  *run(facts) {
    yield* draftsFor("requirement-unverifiable", facts);
    yield* problemDrafts("requirement-unverifiable", facts);
  }
};
var MOST_RELATED = 8;
var searched = /* @__PURE__ */ new WeakMap();
function uselessRules(facts) {
  let held = searched.get(facts);
  if (!held) searched.set(facts, held = search(facts));
  return held;
}
function search(facts) {
  const told = rulesTold(facts);
  const targets = distinctTargets(facts.targets);
  const seen = /* @__PURE__ */ new Map();
  for (const { policy } of targets) {
    for (const shadow of byMachine(policy).flatMap((groups3) => facts.shadowedIn(groups3).shadows)) {
      const entry = seen.get(shadow.rule);
      if (entry) entry.times++;
      else if (!told.has(shadow.rule) && !isOfWindows(shadow.rule)) seen.set(shadow.rule, { shadow, times: 1 });
    }
  }
  const out = [];
  const holders = facts.targets.length > 1 ? holdersOf2(seen, targets) : void 0;
  const only = facts.targets.length === 1 ? facts.targets[0]?.policy.target.name : void 0;
  for (const [rule, { shadow, times }] of seen) {
    const names2 = holders?.get(rule);
    if (names2 && names2.length > times) continue;
    out.push({ ...shadow, target: names2?.length === 1 && targets.length === facts.targets.length ? names2[0] : only });
  }
  return out;
}
var isOfWindows = ({ name, group }) => name.startsWith("@") || group?.startsWith("@") === true;
function byMachine({ target, groups: groups3 }) {
  if (target.stated) return [groups3];
  const files = /* @__PURE__ */ new Map();
  for (const group of groups3) {
    const held = files.get(group.layer.path);
    if (held) held.push(group);
    else files.set(group.layer.path, [group]);
  }
  return [...files.values()];
}
function distinctTargets(targets) {
  const held = [];
  const byFirst = /* @__PURE__ */ new Map();
  for (const target of targets) {
    const { groups: groups3 } = target.policy;
    const alike = byFirst.get(groups3[0]?.rules) ?? [];
    const same = alike.some(({ policy: { groups: others } }) => others.length === groups3.length && groups3.every((group, i) => {
      const other = others[i];
      return other && other.rules === group.rules && other.ignoredIn === group.ignoredIn && other.condition === group.condition && other.kind === group.kind;
    }));
    if (same) continue;
    held.push(target);
    byFirst.set(groups3[0]?.rules, [...alike, target]);
  }
  return held;
}
function holdersOf2(rules, targets) {
  const out = /* @__PURE__ */ new Map();
  for (const { policy } of targets) {
    for (const group of policy.groups) {
      if (group.kind !== "written") continue;
      for (const rule of group.rules) {
        if (!rules.has(rule) || (rule.profiles & ~group.ignoredIn) === 0) continue;
        const names2 = out.get(rule);
        if (names2) names2.push(policy.target.name);
        else out.set(rule, [policy.target.name]);
      }
    }
  }
  return out;
}
function rulesTold(facts) {
  const told = /* @__PURE__ */ new Set();
  for (const need of facts.targets.flatMap((target) => target.needs)) {
    if (codeOf2(need) === void 0) continue;
    for (const rule of [need.cause?.rule, need.opensDefaultPort, ...need.cause?.related ?? []]) if (rule) told.add(rule);
  }
  return told;
}
function uselessDraft({ rule, by, target }, locale, message2, remedy2) {
  return {
    identity: rule.id ?? rule.name,
    span: rule.source,
    message: message2,
    remedy: remedy2,
    ...target !== void 0 && { target },
    related: by.slice(0, MOST_RELATED).map((other) => ({ span: other.source, message: WORDS8[locale][other.action === "block" ? "blocks" : "allows"](ruleTitle(other)) }))
  };
}
var WORDS8 = {
  en: { allows: (name) => `"${name}" allows it here.`, blocks: (name) => `"${name}" blocks it here.` },
  ko: { allows: (name) => `\uC5EC\uAE30\uC5D0\uC11C "${name}" \uADDC\uCE59\uC774 \uD5C8\uC6A9\uD569\uB2C8\uB2E4.`, blocks: (name) => `\uC5EC\uAE30\uC5D0\uC11C "${name}" \uADDC\uCE59\uC774 \uCC28\uB2E8\uD569\uB2C8\uB2E4.` }
};
var ruleDuplicate = {
  code: "rule-duplicate",
  severity: "notice",
  *run(facts) {
    const say = WORDS9[facts.locale];
    for (const useless of uselessRules(facts)) {
      const [first] = useless.by;
      if (useless.kind !== "duplicate" || !first) continue;
      const { name } = useless.rule;
      yield uselessDraft(useless, facts.locale, name === first.name ? say.twice(ruleTitle(useless.rule)) : say.same(ruleTitle(useless.rule), ruleTitle(first)), say.remedy);
    }
  }
};
var WORDS9 = {
  en: {
    twice: (name) => `The rule "${name}" stands twice with the same content.`,
    same: (name, first) => `The rule "${name}" repeats "${first}": both match the same traffic and do the same.`,
    remedy: "Remove one of the two."
  },
  ko: {
    twice: (name) => `"${name}" \uADDC\uCE59\uC774 \uAC19\uC740 \uB0B4\uC6A9\uC73C\uB85C \uB450 \uBC88 \uC788\uC2B5\uB2C8\uB2E4.`,
    same: (name, first) => `"${name}" \uADDC\uCE59\uC740 "${first}" \uADDC\uCE59\uACFC \uC911\uBCF5\uB429\uB2C8\uB2E4. \uB450 \uADDC\uCE59\uC740 \uAC19\uC740 \uD2B8\uB798\uD53D\uC5D0 \uAC19\uC740 \uB3D9\uC791\uC744 \uD569\uB2C8\uB2E4.`,
    remedy: "\uB458 \uC911 \uD558\uB098\uB97C \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624."
  }
};
var ruleMalformed = {
  code: "rule-malformed",
  severity: "error",
  run: (facts) => problemDrafts("rule-malformed", facts)
};
var found = /* @__PURE__ */ new WeakMap();
function activeAllows(facts) {
  const held = found.get(facts);
  if (held) return held;
  const lists = /* @__PURE__ */ new Map();
  for (const target of facts.targets) {
    for (const { kind, rules, ignoredIn } of target.policy.groups) {
      if (kind === "predefined" || lists.has(rules)) continue;
      const table = tableOf(rules);
      lists.set(rules, { target, rules, table, rows: activeRows(table, ignoredIn << PROFILE_SHIFT) });
    }
  }
  const all = [...lists.values()];
  found.set(facts, all);
  return all;
}
function activeRows({ count, bits: bits2 }, ignored) {
  const rows = new Int32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) {
    const own = bits2[row];
    if ((own & ENFORCED) !== 0 && (own & ALLOW) !== 0 && (own & PROFILE_BITS & ~ignored) !== 0) rows[length++] = row;
  }
  return rows.subarray(0, length);
}
var isBroad = (rule) => rule.direction === "inbound" && (rule.protocol === "any" || rule.protocol === 6 || rule.protocol === 17) && rule.program === void 0 && rule.service === void 0 && isAnyPort(rule.localPorts) && isAnyPort(rule.remotePorts) && isAnyAddress(rule.remoteAddresses) && isAnyAddress(rule.localAddresses) && rule.unmodelled.length === 0 && !rule.ipsec && rule.interfaceTypes.length === 0;
function* advised(facts, adviceOf, words) {
  for (const { target, rules, table, rows } of activeAllows(facts)) {
    const advice = adviceOf(target);
    for (const row of concerned(advice, rules, table, rows)) {
      const rule = rules[row];
      const said = advice.of(rule);
      if (said === void 0) continue;
      yield { identity: rule.id ?? rule.name, span: rule.source, target: target.policy.target.name, message: words.is(ruleTitle(rule), said), remedy: words.remedy };
    }
  }
}
function concerned({ ports, programs }, rules, { bits: bits2, sets, stores }, rows) {
  const out = [];
  const ends = endsOf(ports);
  const isFor = (program) => program !== void 0 && programs.has(fileName(program));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const own = bits2[row];
    const s = (own & OUTBOUND) === 0 ? LOCAL_PORTS2 : REMOTE_PORTS2;
    if (stores[s].isWithin(sets[s][row], ends) || programs.size > 0 && (own & BOUND) !== 0 && isFor(rules[row].program)) out.push(row);
  }
  return out;
}
var ruleObsolete = {
  code: "rule-obsolete",
  severity: "notice",
  run: (facts) => advised(facts, (target) => target.obsolete, WORDS10[facts.locale])
};
var WORDS10 = {
  en: { is: (name, why) => `The rule "${name}" is for something that current clients no longer have: ${why}.`, remedy: "Remove the rule, or replace it as said." },
  ko: { is: (name, why) => `"${name}" \uADDC\uCE59\uC740 \uD604\uC7AC \uD074\uB77C\uC774\uC5B8\uD2B8\uC5D0 \uC5C6\uB294 \uD56D\uBAA9\uC5D0 \uB300\uD55C \uAC83\uC785\uB2C8\uB2E4: ${why}.`, remedy: "\uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uAC70\uB098 \uC124\uBA85\uB300\uB85C \uBC14\uAFB8\uC2ED\uC2DC\uC624." }
};
var ruleShadowed = {
  code: "rule-shadowed",
  severity: "warning",
  *run(facts) {
    const say = WORDS11[facts.locale];
    for (const useless of uselessRules(facts)) {
      if (useless.kind !== "shadowed") continue;
      const { rule, by } = useless;
      const names2 = by.slice(0, 3).map((other) => `"${ruleTitle(other)}"`);
      if (by.length > 3) names2.push(say.more(by.length - 3));
      const defeated = rule.action === "allow" && by.some((other) => other.action === "block");
      const message2 = say.never(ruleTitle(rule), say[doing(by)](listText(names2, facts.locale), by.length > 1, defeated));
      yield uselessDraft(useless, facts.locale, message2, remedyFor(useless, defeated, say));
    }
  }
};
function remedyFor({ rule, by }, defeated, say) {
  const broad = rule.action === "allow" ? by.find((other) => other.action === "allow" && isBroad(other)) : void 0;
  if (broad) return say.narrowBroad(ruleTitle(broad), ruleTitle(rule));
  return defeated ? say.narrow(ruleTitle(rule)) : say.remove(ruleTitle(rule));
}
var doing = (by) => by.every((rule) => rule.action === "block") ? "block" : by.every((rule) => rule.action === "allow") ? "allow" : "both";
var WORDS11 = {
  en: {
    never: (name, why) => `The rule "${name}" can never matter: ${why}.`,
    allow: (names2, many, _) => many ? `${names2} together already allow all of it` : `${names2} already allows all of it`,
    block: (names2, many, defeated) => many ? `${names2} together ${defeated ? "" : "already "}block all of it` : `${names2} ${defeated ? "" : "already "}blocks all of it`,
    both: (names2, _many, _) => `${names2} together allow or block all of it`,
    more: (count) => `${count} more`,
    remove: (name) => `Remove "${name}", or change it if it was meant to say something else.`,
    narrowBroad: (broad, name) => `Narrow or remove "${broad}", which lets everything in; then "${name}" counts again.`,
    narrow: (name) => `Remove "${name}", or narrow the block rule so that it spares this traffic; no allow rule wins over it.`
  },
  ko: {
    never: (name, why) => `"${name}" \uADDC\uCE59\uC740 \uC544\uBB34 \uD6A8\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4: ${why}.`,
    allow: (names2, many, _) => `${names2} \uADDC\uCE59\uC774 ${many ? "\uD568\uAED8 " : ""}\uC774\uBBF8 \uBAA8\uB450 \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
    block: (names2, many, defeated) => `${names2} \uADDC\uCE59\uC774 ${many ? "\uD568\uAED8 " : ""}${defeated ? "" : "\uC774\uBBF8 "}\uBAA8\uB450 \uCC28\uB2E8\uD569\uB2C8\uB2E4`,
    both: (names2, _many, _) => `${names2} \uADDC\uCE59\uC774 \uD568\uAED8 \uBAA8\uB450 \uD5C8\uC6A9\uD558\uAC70\uB098 \uCC28\uB2E8\uD569\uB2C8\uB2E4`,
    more: (count) => `\uADF8 \uBC16\uC5D0 ${count}\uAC1C`,
    remove: (name) => `"${name}" \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uAC70\uB098, \uB2E4\uB978 \uB73B\uC774\uC5C8\uB2E4\uBA74 \uC218\uC815\uD558\uC2ED\uC2DC\uC624.`,
    narrowBroad: (broad, name) => `\uBAA8\uB4E0 \uC5F0\uACB0\uC744 \uD5C8\uC6A9\uD558\uB294 "${broad}" \uADDC\uCE59\uC758 \uBC94\uC704\uB97C \uC881\uD788\uAC70\uB098 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624. \uADF8\uB7EC\uBA74 "${name}" \uADDC\uCE59\uC774 \uB2E4\uC2DC \uD6A8\uACFC\uB97C \uB0C5\uB2C8\uB2E4.`,
    narrow: (name) => `"${name}" \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uAC70\uB098, \uC774 \uD2B8\uB798\uD53D\uC744 \uC81C\uC678\uD558\uB3C4\uB85D \uCC28\uB2E8 \uADDC\uCE59\uC758 \uBC94\uC704\uB97C \uC881\uD788\uC2ED\uC2DC\uC624. \uD5C8\uC6A9 \uADDC\uCE59\uC740 \uCC28\uB2E8 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`
  }
};
var ruleTooBroad = {
  code: "rule-too-broad",
  severity: "warning",
  *run(facts) {
    const say = WORDS12[facts.locale];
    for (const { rules, table, rows } of activeAllows(facts)) {
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i];
        const rule = rules[row];
        if (!namesNothing(table, row) || !isBroad(rule)) continue;
        yield { identity: rule.id ?? rule.name, span: rule.source, message: say.broad(ruleTitle(rule), rule.protocol === 6 ? "TCP " : rule.protocol === 17 ? "UDP " : ""), remedy: say.narrow };
      }
    }
  }
};
var namesNothing = ({ bits: bits2, sets }, row) => (bits2[row] & (BOUND | OUTBOUND)) === 0 && SETS.every((s) => sets[s][row] <= ANY);
var WORDS12 = {
  en: {
    broad: (name, protocol) => `The rule "${name}" lets all inbound ${protocol}traffic in: any port, from any address, for any program.`,
    narrow: "Name the ports, the addresses they may come from, and the program or service that listens."
  },
  ko: {
    broad: (name, protocol) => `"${name}" \uADDC\uCE59\uC740 \uBAA8\uB4E0 \uD3EC\uD2B8, \uBAA8\uB4E0 \uC8FC\uC18C, \uBAA8\uB4E0 \uD504\uB85C\uADF8\uB7A8\uC758 \uC778\uBC14\uC6B4\uB4DC ${protocol}\uD2B8\uB798\uD53D\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4.`,
    narrow: "\uD3EC\uD2B8, \uD5C8\uC6A9\uD560 \uC6D0\uACA9 \uC8FC\uC18C, \uC218\uC2E0\uD558\uB294 \uD504\uB85C\uADF8\uB7A8\uC774\uB098 \uC11C\uBE44\uC2A4\uB97C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624."
  }
};
var ruleUnneeded = {
  code: "rule-unneeded",
  severity: "notice",
  run: (facts) => advised(facts, (target) => target.unneeded, WORDS13[facts.locale])
};
var WORDS13 = {
  en: { is: (name, why) => `The rule "${name}" opens a port that Configuration Manager does not need open here: ${why}.`, remedy: "Remove the rule, unless something else needs it." },
  ko: { is: (name, why) => `"${name}" \uADDC\uCE59\uC740 \uC5EC\uAE30\uC5D0\uC11C Configuration Manager\uC5D0 \uD544\uC694\uD558\uC9C0 \uC54A\uC740 \uD3EC\uD2B8\uB97C \uC5FD\uB2C8\uB2E4: ${why}.`, remedy: "\uB2E4\uB978 \uACF3\uC5D0 \uD544\uC694\uD558\uC9C0 \uC54A\uC73C\uBA74 \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624." }
};
var siteSettingsInvalid = {
  code: "site-settings-invalid",
  severity: "error",
  *run({ site, locale }) {
    const say = WORDS14[locale];
    const found2 = (key, severity, message2, remedy2) => {
      const place2 = site.ports.get(key)?.place;
      return place2 ? [{ severity, span: spanOf(place2), message: message2, remedy: remedy2, identity: key }] : [];
    };
    const http = numberOf(site, "wsus-http", 8530);
    const https = numberOf(site, "wsus-https", http === 80 ? 443 : http + 1);
    const stated = site.ports.has("wsus-https") ? "wsus-https" : "wsus-http";
    const wanted = http === 80 ? 443 : http + 1;
    if (https !== wanted) yield* found2(stated, http === 80 || https === 443 || https <= http ? "error" : "warning", say.wsus(http, https, wanted), say.wsusRemedy(wanted));
    const lan = numberOf(site, "wake-on-lan", 9);
    const client = numberOf(site, "client-setting-wake-on-lan", 9);
    if (lan !== client) yield* found2(site.ports.has("client-setting-wake-on-lan") ? "client-setting-wake-on-lan" : "wake-on-lan", "error", say.wake(lan, client), say.wakeRemedy);
  }
};
var numberOf = (site, key, byDefault) => site.ports.get(key)?.ports.ranges[0]?.[0] ?? byDefault;
var spanOf = (place2) => ({ origin: { path: place2.path, place: () => place2, line: () => void 0 }, start: 0, end: 0 });
var WORDS14 = {
  en: {
    wsus: (http, https, wanted) => `WSUS on HTTP port ${http} goes with HTTPS port ${wanted}, not ${https}.`,
    wsusRemedy: (wanted) => `Set site.ports.wsus-https to ${wanted}, or correct site.ports.wsus-http.`,
    wake: (site, client) => `Wake On LAN uses UDP ${site} on the site and UDP ${client} in the client settings; neither follows the other.`,
    wakeRemedy: "Set both numbers to the same value, in the console and here."
  },
  ko: {
    wsus: (http, https, wanted) => `WSUS HTTP \uD3EC\uD2B8\uAC00 ${http}\uC774\uBA74 HTTPS \uD3EC\uD2B8\uB294 ${https}\uC774(\uAC00) \uC544\uB2C8\uB77C ${wanted}\uC774\uC5B4\uC57C \uD569\uB2C8\uB2E4.`,
    wsusRemedy: (wanted) => `site.ports.wsus-https\uB97C ${wanted}(\uC73C)\uB85C \uC124\uC815\uD558\uAC70\uB098 site.ports.wsus-http\uB97C \uC218\uC815\uD558\uC2ED\uC2DC\uC624.`,
    wake: (site, client) => `Wake On LAN \uD3EC\uD2B8\uAC00 \uC0AC\uC774\uD2B8\uC5D0\uC11C\uB294 UDP ${site}, \uD074\uB77C\uC774\uC5B8\uD2B8 \uC124\uC815\uC5D0\uC11C\uB294 UDP ${client}\uC785\uB2C8\uB2E4. \uB450 \uAC12\uC740 \uC11C\uB85C \uB530\uB974\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    wakeRemedy: "\uCF58\uC194\uACFC \uC774 \uD30C\uC77C\uC5D0\uC11C \uB450 \uAC12\uC744 \uAC19\uAC8C \uC124\uC815\uD558\uC2ED\uC2DC\uC624."
  }
};
var checks = [
  fileUnreadable,
  firewallOff,
  localRulesIgnored,
  policyConflict,
  policyNotApplied,
  portMismatch,
  reportMismatch,
  requirementBlocked,
  requirementMissing,
  requirementPartial,
  requirementUnverifiable,
  ruleDuplicate,
  ruleMalformed,
  ruleObsolete,
  ruleShadowed,
  ruleTooBroad,
  ruleUnneeded,
  siteSettingsInvalid
];
var JoinedTables = class extends RuleColumns {
  constructor(groups3) {
    const count = groups3.reduce((sum, group) => sum + group.rules.length, 0);
    super(count, 0);
    this.count = count;
    let start = 0;
    groups3.forEach((group, index) => {
      this.#add(tableOf(group.rules), start, group, index);
      start += group.rules.length;
    });
    this.names.freeze();
  }
  #add(table, start, { ignoredIn, condition }, index) {
    const [ports, , addresses2] = this.stores;
    const shifts = [ports.addAll(table.stores[LOCAL_PORTS2]), addresses2.addAll(table.stores[LOCAL_ADDRESSES])];
    const nameOf2 = renumbering(table.names.size, (number) => this.names.numberOf(table.names.nameOf(number)));
    const extraOf = renumbering(table.extraValues.length, (number) => this.#extra(table.extraValues[number], index, condition !== void 0));
    const ignored = ignoredIn << PROFILE_SHIFT;
    for (let row = 0; row < table.count; row++) {
      const bits2 = table.bits[row] & ~ignored;
      if ((bits2 & COMPARABLE) === 0 || (bits2 & PROFILE_BITS) === 0) continue;
      const to = start + row;
      this.bits[to] = bits2;
      this.programs[to] = nameOf2(table.programs[row]);
      this.services[to] = nameOf2(table.services[row]);
      this.extras[to] = extraOf(table.extras[row]);
      for (const s of SETS) {
        const number = table.sets[s][row];
        this.sets[s][to] = number === ANY ? ANY : number + shifts[s < LOCAL_ADDRESSES ? 0 : 1];
      }
    }
  }
  /** A condition of the whole group (a WMI filter) narrows each rule of it in the same unknown way. */
  #extra(extra2, table, isConditional) {
    if (extra2 === NO_EXTRA && !isConditional) return 0;
    const isPlain = extra2.unmodelled === "" && !isConditional;
    const joined3 = { ...extra2, unmodelled: isPlain ? "" : JSON.stringify([isConditional ? table : "", extra2.unmodelled, extra2.varies ? table : ""]) };
    return this.extraNumber(joined3);
  }
};
function renumbering(size, ask) {
  const known3 = new Int32Array(size);
  return (number) => (known3[number] ||= ask(number) + 1) - 1;
}
var WITHIN = PROFILE_BITS | INTERFACE_BITS;
var EVERY_PROTOCOL = ANY_PROTOCOL << PROTOCOL_SHIFT;
var Columns = class {
  count;
  /** How many rows are looked at: those that are comparable. */
  active;
  shape;
  programs;
  services;
  extras;
  sets;
  stores;
  #groups;
  /** The row that each group begins with. */
  #starts = [];
  #extras;
  constructor(groups3) {
    this.#groups = groups3.filter((group) => group.kind === "written" && group.rules.length > 0);
    const [first] = this.#groups;
    const one = first && this.#groups.length === 1 && first.ignoredIn === 0 && first.condition === void 0 ? tableOf(first.rules) : new JoinedTables(this.#groups);
    this.count = one.count;
    this.shape = one.bits;
    this.programs = one.programs;
    this.services = one.services;
    this.extras = one.extras;
    this.sets = one.sets;
    this.stores = one.stores;
    this.#extras = one.extraValues;
    let start = 0;
    for (const { rules } of this.#groups) {
      this.#starts.push(start);
      start += rules.length;
    }
    let active = 0;
    for (let row = 0; row < one.count; row++) active += one.bits[row] & COMPARABLE;
    this.active = active;
  }
  ruleAt(row) {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.#starts[middle] <= row) low = middle;
      else high = middle - 1;
    }
    return this.#groups[low]?.rules[row - this.#starts[low]];
  }
  isActive(row) {
    return (this.shape[row] & COMPARABLE) !== 0;
  }
  hasPorts(row) {
    const protocol = (this.shape[row] & PROTOCOL_BITS) >> PROTOCOL_SHIFT;
    return protocol === 6 || protocol === 17;
  }
  /** Whether `outer` matches every packet that `inner` matches and decides it at least as strongly: a block wins over an allow. */
  contains(outer, inner) {
    const a = this.shape[inner];
    const b = this.shape[outer];
    if (((a ^ b) & OUTBOUND) !== 0 || (a & BLOCK & ~b) !== 0 || (a & ~b & WITHIN) !== 0) return false;
    if ((b & PROTOCOL_BITS) !== EVERY_PROTOCOL && ((a ^ b) & PROTOCOL_BITS) !== 0) return false;
    const program = this.programs[outer];
    if (program !== ANY && program !== this.programs[inner]) return false;
    const service = this.services[outer];
    if (service !== ANY && service !== this.services[inner]) return false;
    for (let s = REMOTE_ADDRESSES; s >= LOCAL_PORTS2; s--) {
      const column = this.sets[s];
      if (!this.stores[s].includes(column[outer], column[inner])) return false;
    }
    const extra2 = this.extras[outer];
    return extra2 === 0 || extra2 === this.extras[inner] || this.#includesExtra(this.#extras[extra2], this.#extras[this.extras[inner]]);
  }
  #includesExtra(outer, inner) {
    if (outer.platforms !== "" && outer.platforms !== inner.platforms) return false;
    if (outer.unmodelled !== "" && outer.unmodelled !== inner.unmodelled) return false;
    if (outer.icmp.length === 0) return true;
    return inner.icmp.length > 0 && inner.icmp.every((entry) => outer.icmp.includes(entry) || outer.icmp.includes(`${entry.split(":")[0]}:*`));
  }
  /** Whether two rows say the same. */
  equal(a, b) {
    return ((this.shape[a] ^ this.shape[b]) & SHAPE) === 0 && this.programs[a] === this.programs[b] && this.services[a] === this.services[b] && this.extras[a] === this.extras[b] && this.#haveSame(LOCAL_PORTS2, a, b) && this.#haveSame(REMOTE_PORTS2, a, b) && this.#haveSame(LOCAL_ADDRESSES, a, b) && this.#haveSame(REMOTE_ADDRESSES, a, b);
  }
  #haveSame(s, a, b) {
    const column = this.sets[s];
    return this.stores[s].equal(column[a], column[b]);
  }
  hash(row) {
    let hash = mix(mix(0, this.shape[row] & SHAPE), this.programs[row]);
    hash = mix(mix(hash, this.services[row]), this.extras[row]);
    for (let s = 0; s < SETS.length; s++) hash = mix(hash, this.stores[s].hash(this.sets[s][row]));
    return hash;
  }
};
var CROWDED = 16;
var Intervals = class {
  /** The set by which a bucket is sorted, by slot. */
  sortedBy;
  /** By place in `rows`: both ends, and the greatest high end of each half-interval's subtree. */
  lows;
  highs;
  tops;
  #columns;
  #rows;
  /** Sorts the crowded slots of a table, of which there is one at least: `starts` says where the rows of each begin in `rows`. */
  constructor(columns, rows, starts, crowded) {
    this.#columns = columns;
    this.#rows = rows;
    const last = starts[crowded.at(-1) + 1];
    this.sortedBy = new Int8Array(starts.length);
    this.lows = new Uint32Array(last);
    this.highs = new Uint32Array(last);
    this.tops = new Uint32Array(last);
    for (const slot of crowded) {
      const from = starts[slot];
      const to = starts[slot + 1];
      const s = this.#tellingSet(from, to);
      this.sortedBy[slot] = s;
      const store = this.#columns.stores[s];
      const column = this.#columns.sets[s];
      const low = (row) => store.low(column[row]);
      const high = (row) => store.high(column[row]);
      this.#rows.subarray(from, to).set(sortedBy(this.#rows.slice(from, to), low));
      for (let i = from; i < to; i++) {
        this.lows[i] = low(this.#rows[i]);
        this.highs[i] = high(this.#rows[i]);
      }
      this.#raise(from, to);
    }
  }
  #raise(from, to) {
    if (from >= to) return 0;
    const middle = from + to >> 1;
    return this.tops[middle] = Math.max(this.highs[middle], this.#raise(from, middle), this.#raise(middle + 1, to));
  }
  /** The set by whose ends the fewest rules of a bucket could contain each other, judged by a few of them. */
  #tellingSet(from, to) {
    const { stores, sets } = this.#columns;
    const step = Math.ceil((to - from) / CROWDED);
    const lows = new Float64Array(CROWDED);
    const highs = new Float64Array(CROWDED);
    let best = 0;
    let fewest = Infinity;
    for (const s of SETS) {
      let count = 0;
      for (let i = from; i < to; i += step) {
        const number = sets[s][this.#rows[i]];
        lows[count] = stores[s].low(number);
        highs[count++] = stores[s].high(number);
      }
      let pairs = 0;
      for (let a = 0; a < count; a++) {
        const low = lows[a];
        const high = highs[a];
        for (let b = 0; b < count; b++) if (lows[b] <= low && highs[b] >= high) pairs++;
      }
      if (pairs < fewest) {
        fewest = pairs;
        best = s;
      }
    }
    return best;
  }
};
function sortedBy(rows, low) {
  if (rows.length > 2 ** 21) return rows.sort((a, b) => low(a) - low(b) || a - b);
  const keys2 = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys2[i] = low(rows[i]) * 2 ** 21 + i;
  keys2.sort();
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = rows[keys2[i] % 2 ** 21];
  return sorted;
}
var PROGRAM = 0;
var SERVICE = 1;
var SMALL = 2;
var LARGE2 = 3;
var WORD = 4;
var SMALL_STEP = 4;
var LARGE_STEP = 16;
var keyOf2 = (outbound, kind, length, value) => mix(mix(mix(0, outbound | kind << 2 | length << 8), value), length) || 1;
var bitsOf = (s) => s < LOCAL_ADDRESSES ? 16 : 32;
var smallLength = (s, from, to) => bitsOf(s) - 32 + Math.clz32(from ^ to) & -SMALL_STEP;
var smallPrefix = (s, from, length) => length === 0 ? 0 : from >>> bitsOf(s) - length;
function largeLength(words, at) {
  for (let i = 0; i < 4; i++) {
    const difference = words[at + i] ^ words[at + 4 + i];
    if (difference !== 0) return 32 * i + Math.clz32(difference) & -LARGE_STEP;
  }
  return 128;
}
function largePrefix(words, at, length) {
  let hash = 0;
  for (let i = 0, left = length; left > 0; i++, left -= 32) hash = mix(hash, left >= 32 ? words[at + i] : words[at + i] >>> 32 - left);
  return hash;
}
var FEW = 32;
var AVERAGE = 400;
var LEAST = 64;
var FIRST_SET = 2;
var WAYS = 6;
var SAMPLE = 2e3;
var ShadowIndex = class {
  #columns;
  /** Rows that serve as containers no more. */
  useless;
  /** Whether every search so far went to its end. */
  complete = true;
  #budget;
  #left = 0;
  /** Open addressing: key, then where its rows begin in `#rows`; they end where the next slot's begin. */
  #keys = new Int32Array(0);
  #starts = new Int32Array(0);
  #rows = new Int32Array(0);
  /** Rows that name nothing, or all rows when there are few. */
  #unkeyed = [];
  /** How the crowded slots are searched. */
  #intervals;
  /** Which prefix lengths are in use, by set: four of small ranges, four of large ones. */
  #lengths = Array.from({ length: 8 }, (_, i) => new Uint8Array(i < 4 ? 33 : 129));
  #scratch = new Int32Array(64);
  // The question of the moment.
  #wanted = 0;
  #except = 0;
  #one = true;
  #low = 0;
  #high = 0;
  #most = 0;
  #found = [];
  constructor(columns, rows, useless) {
    this.#columns = columns;
    this.useless = useless;
    this.#budget = AVERAGE * rows.length;
    if (rows.length <= FEW) this.#unkeyed = [...rows];
    else this.#file(rows);
  }
  /** The first rule that contains this one; undefined when there is none. */
  container(row) {
    this.#ask(row, row, true, 1);
    return this.#found[0];
  }
  /** Up to `most` + 1 rules besides `row` that contain this packet. */
  containersOf(packet, row, most) {
    this.#ask(packet, row, false, most + 1);
    return this.#found;
  }
  #ask(row, except, one, most) {
    this.#wanted = row;
    this.#except = except;
    this.#one = one;
    this.#most = most;
    if (this.#found.length > 0) this.#found.length = 0;
    const start = Math.max(this.#budget, LEAST);
    this.#left = start;
    this.#search(row);
    if (this.#left <= 0) this.complete = false;
    this.#budget += this.#left - start;
    if (this.#budget < 0) this.#budget = 0;
  }
  /** Whether the search is over. */
  #test(row) {
    if (--this.#left <= 0) return true;
    const wanted = this.#wanted;
    if (row === this.#except) return false;
    const columns = this.#columns;
    if (!columns.contains(row, wanted)) return false;
    if (this.#one) {
      if (row > wanted && columns.contains(wanted, row)) return false;
    } else if (this.useless[row] === 1) return false;
    this.#found.push(row);
    return this.#found.length >= this.#most;
  }
  #search(row) {
    for (let i = 0; i < this.#unkeyed.length; i++) if (this.#test(this.#unkeyed[i])) return;
    if (this.#rows.length > 0) this.#probe(row, void 0);
  }
  /** Goes through the keys that a containing rule could stand under; or only counts them in `load`. */
  #probe(row, load) {
    const columns = this.#columns;
    const outbound = columns.shape[row] & OUTBOUND;
    const program = columns.programs[row];
    const service = columns.services[row];
    if (program !== ANY && this.#probeKey(keyOf2(outbound, PROGRAM, 0, program), load)) return;
    if (service !== ANY && this.#probeKey(keyOf2(outbound, SERVICE, 0, service), load)) return;
    for (let s = 0; s < SETS.length; s++) {
      const number = columns.sets[s][row];
      if (number !== ANY && this.#probeSet(columns.stores[s], s, number, outbound, load)) return;
    }
  }
  /** Any element of the set will do, so the first: whoever contains the set contains that. */
  #probeSet(store, s, number, outbound, load) {
    const { words } = store;
    const at = store.from4(number);
    if (at < store.to4(number)) {
      const from = words[at];
      const whole = smallLength(s, from, words[at + 1]);
      const used = this.#lengths[s];
      for (let length = 0; length <= whole; length += SMALL_STEP) {
        if ((load || used[length] === 1) && this.#probeKey(keyOf2(outbound, SMALL + 8 * s, length, smallPrefix(s, from, length)), load)) return true;
      }
      return false;
    }
    if (at < store.end(number)) {
      const whole = largeLength(words, at);
      const used = this.#lengths[4 + s];
      for (let length = 0; length <= whole; length += LARGE_STEP) {
        if ((load || used[length] === 1) && this.#probeKey(keyOf2(outbound, LARGE2 + 8 * s, length, largePrefix(words, at, length)), load)) return true;
      }
      return false;
    }
    for (let left = holdersOf(store.keywords(number), store.paired); left !== 0; left &= left - 1) {
      if (this.#probeKey(keyOf2(outbound, WORD + 8 * s, 0, left & -left), load)) return true;
    }
    return false;
  }
  #probeKey(key, load) {
    if (!load) return this.#visit(key);
    const at = key & load.length - 1;
    if (load[at] < 65535) load[at] = load[at] + 1;
    return false;
  }
  #visit(key) {
    const slot = this.#slotOf(key);
    if (slot < 0) return false;
    const from = this.#starts[slot];
    const to = this.#starts[slot + 1];
    if (to - from <= CROWDED) {
      for (let i = from; i < to; i++) if (this.#test(this.#rows[i])) return true;
      return false;
    }
    const intervals = this.#intervals;
    const s = intervals.sortedBy[slot];
    const store = this.#columns.stores[s];
    const number = this.#columns.sets[s][this.#wanted];
    this.#low = store.low(number);
    this.#high = store.high(number);
    return this.#descend(intervals, from, to);
  }
  /** Only ranges that contain ours, by low end: as deep as the logarithm of the bucket. */
  #descend(intervals, from, to) {
    if (from >= to) return false;
    const middle = from + to >> 1;
    if (intervals.tops[middle] < this.#high) return false;
    if (this.#descend(intervals, from, middle)) return true;
    if (intervals.lows[middle] > this.#low) return false;
    if (intervals.highs[middle] >= this.#high && this.#test(this.#rows[middle])) return true;
    return this.#descend(intervals, middle + 1, to);
  }
  #slotOf(key) {
    const slot = freeSlot(this.#keys, key);
    return slot >= 0 && this.#keys[slot] === key ? slot : -1;
  }
  /** Each rule goes where the fewest questions come by, of which a sample is enough to know. */
  #file(rows) {
    const load = new Uint16Array(powerAbove(rows.length * 2));
    const step = rows.length > SAMPLE ? 8 : 1;
    for (let r = 0; r < rows.length; r += step) this.#probe(rows[r], load);
    const mask = load.length - 1;
    const named2 = [this.#columns.programs, this.#columns.services, ...this.#columns.sets];
    const ways = new Int8Array(rows.length).fill(-1);
    let entries2 = 0;
    for (let r = 0; r < rows.length; r++) {
      let best = Infinity;
      let keys2 = 0;
      for (let way = 0; way < WAYS; way++) {
        if (named2[way][rows[r]] === ANY) continue;
        const count = this.#keysOf(rows[r], way, false);
        let cost = count;
        for (let i = 0; i < count; i++) cost += step * load[this.#scratch[i] & mask];
        if (cost < best) {
          best = cost;
          ways[r] = way;
          keys2 = count;
        }
      }
      entries2 += keys2;
    }
    this.#fill(rows, ways, entries2);
  }
  /** Two passes: count what stands under each key, then put it there. */
  #fill(rows, ways, entries2) {
    const size = powerAbove(entries2 * 2);
    const keys2 = this.#keys = new Int32Array(size);
    const starts = this.#starts = new Int32Array(size + 1);
    const slots = new Int32Array(entries2);
    const owners = new Int32Array(entries2);
    let sum = 0;
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r];
      const count = this.#keysOf(row, ways[r], true);
      let placed2 = count > 0;
      for (let i = 0; i < count; i++) {
        const key = this.#scratch[i];
        const slot = freeSlot(keys2, key);
        if (slot < 0) {
          placed2 = false;
          continue;
        }
        keys2[slot] = key;
        starts[slot] = starts[slot] + 1;
        slots[sum] = slot;
        owners[sum++] = row;
      }
      if (!placed2) this.#unkeyed.push(row);
    }
    const crowded = [];
    let end = 0;
    for (let slot = 0; slot <= size; slot++) {
      const count = starts[slot];
      if (count > CROWDED) crowded.push(slot);
      starts[slot] = end += count;
    }
    this.#rows = new Int32Array(sum);
    for (let entry = sum - 1; entry >= 0; entry--) {
      const slot = slots[entry];
      this.#rows[starts[slot] = starts[slot] - 1] = owners[entry];
    }
    if (crowded.length > 0) this.#intervals = new Intervals(this.#columns, this.#rows, starts, crowded);
  }
  /** Writes down the keys that a row could stand under in one way: its program, its service, or the elements of one set. When it is final, notes the lengths too. */
  #keysOf(row, way, final) {
    const columns = this.#columns;
    const outbound = columns.shape[row] & OUTBOUND;
    if (way < FIRST_SET) {
      const number2 = way < 0 ? ANY : (way === PROGRAM ? columns.programs : columns.services)[row];
      if (number2 === ANY) return 0;
      this.#scratch[0] = keyOf2(outbound, way, 0, number2);
      return 1;
    }
    const s = way - FIRST_SET;
    const number = columns.sets[s][row];
    if (number === ANY) return 0;
    const store = columns.stores[s];
    const { words } = store;
    const middle = store.to4(number);
    const end = store.end(number);
    let count = 0;
    if (end - store.from4(number) + 32 > this.#scratch.length) this.#scratch = new Int32Array(end - store.from4(number) + 64);
    const scratch = this.#scratch;
    const small = this.#lengths[s];
    const large = this.#lengths[4 + s];
    for (let at = store.from4(number); at < middle; at += 2) {
      const from = words[at];
      const length = smallLength(s, from, words[at + 1]);
      if (final) small[length] = 1;
      const key = keyOf2(outbound, SMALL + 8 * s, length, smallPrefix(s, from, length));
      if (count === 0 || scratch[count - 1] !== key) scratch[count++] = key;
    }
    for (let at = middle; at < end; at += 8) {
      const length = largeLength(words, at);
      if (final) large[length] = 1;
      scratch[count++] = keyOf2(outbound, LARGE2 + 8 * s, length, largePrefix(words, at, length));
    }
    for (let left = topWords(store.keywords(number), store.paired); left !== 0; left &= left - 1) scratch[count++] = keyOf2(outbound, WORD + 8 * s, 0, left & -left);
    return count;
  }
};
function freeSlot(keys2, key) {
  const mask = keys2.length - 1;
  let slot = key & mask;
  for (let probe = 1; probe <= MAX_PROBES; probe++) {
    const held = keys2[slot];
    if (held === key || held === 0) return slot;
    slot = slot + probe & mask;
  }
  return -1;
}
var powerAbove = (count) => 2 ** Math.ceil(Math.log2(Math.max(64, count)));
var MOST_STEPS = 32;
var MOST_PIECES = 64;
var CROWD = 64;
var LONG = 64;
function coverOf(row, columns, index) {
  for (let corner = 0; corner < 2; corner++) {
    const crowd = atCorner(row, corner === 1, columns, index);
    if (crowd === 0 || crowd > CROWD) return void 0;
  }
  const whole = boxOf(row, columns);
  let region = isLong(whole) ? [] : [whole];
  const cover = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const piece = region[0];
    if (!piece) return cover.length > 0 ? cover.sort((a, b) => a - b) : void 0;
    const candidates = [...new Set(containersOf(piece, row, columns, index))];
    if (candidates.length === 0 || candidates.length > CROWD) return void 0;
    let best;
    let most = 0;
    for (const candidate of candidates) {
      const box2 = boxOf(candidate, columns);
      const size = isLong(box2) ? 0 : sizeOf(meet2(piece, box2));
      if (size > most) {
        most = size;
        best = candidate;
      }
    }
    if (best === void 0) return void 0;
    const box = boxOf(best, columns);
    cover.push(best);
    region = region.flatMap((part) => without2(part, box));
    if (region.length > MOST_PIECES) return void 0;
  }
  return void 0;
}
function boxOf(row, columns) {
  const rule = columns.ruleAt(row);
  const shape = columns.shape[row];
  return {
    profiles: shape >> PROFILE_SHIFT & 7,
    interfaces: shape >> INTERFACE_SHIFT & 31,
    ports: [rule.localPorts, rule.remotePorts],
    addresses: [rule.localAddresses, rule.remoteAddresses]
  };
}
var isLong = ({ ports, addresses: addresses2 }) => ports.some((p) => p.ranges.length > LONG) || addresses2.some((a) => a.v4.length + a.v6.length > LONG);
var EITHER = PROFILE_BITS | INTERFACE_BITS;
function makePacket(row, profile, type, columns) {
  const packet = columns.count;
  columns.shape[packet] = columns.shape[row] & ~EITHER | profile << PROFILE_SHIFT | type << INTERFACE_SHIFT;
  columns.programs[packet] = columns.programs[row];
  columns.services[packet] = columns.services[row];
  columns.extras[packet] = columns.extras[row];
  return packet;
}
var lowest = (bits2) => bits2 & -bits2;
var greatest = (bits2) => 1 << 31 - Math.clz32(bits2);
function atCorner(row, highest, columns, index) {
  const shape = columns.shape[row];
  const end = highest ? greatest : lowest;
  const packet = makePacket(row, end(shape >> PROFILE_SHIFT & 7), end(shape >> INTERFACE_SHIFT & 31), columns);
  const ports = columns.stores[LOCAL_PORTS2];
  const addresses2 = columns.stores[LOCAL_ADDRESSES];
  const portMark = ports.mark;
  const addressMark = addresses2.mark;
  const whole = columns.hasPorts(row) ? LOCAL_PORTS2 : LOCAL_ADDRESSES;
  for (let s = 0; s < SETS.length; s++) {
    const number = columns.sets[s][row];
    columns.sets[s][packet] = s < whole ? number : columns.stores[s].addEnd(number, highest);
  }
  const found2 = index.containersOf(packet, row, CROWD).length;
  ports.release(portMark);
  addresses2.release(addressMark);
  return found2;
}
function containersOf(box, row, columns, index) {
  const packet = makePacket(row, lowest(box.profiles), lowest(box.interfaces), columns);
  const [ports, , addresses2] = columns.stores;
  const [portMark, addressMark] = [ports.mark, addresses2.mark];
  for (const s of SETS) {
    columns.sets[s][packet] = s >= LOCAL_ADDRESSES ? addAddress(columns.stores[s], box.addresses[s - LOCAL_ADDRESSES]) : columns.hasPorts(row) ? addPort(columns.stores[s], box.ports[s]) : columns.sets[s][row];
  }
  const found2 = index.containersOf(packet, row, CROWD);
  ports.release(portMark);
  addresses2.release(addressMark);
  return found2;
}
function addPort(store, { ranges, keywords }) {
  const port = ranges[0]?.[0];
  return port === void 0 ? store.addPorts([], keywords.slice(0, 1)) : store.addPorts([[port, port]], []);
}
function addAddress(store, { v4, v6, keywords }) {
  const small = v4[0]?.[0];
  const large = v6[0]?.[0];
  return small !== void 0 ? store.addAddresses([[small, small]], [], []) : large !== void 0 ? store.addAddresses([], [[large, large]], []) : store.addAddresses([], [], keywords.slice(0, 1));
}
var meet2 = (a, b) => ({
  profiles: a.profiles & b.profiles,
  interfaces: a.interfaces & b.interfaces,
  ports: [intersect(a.ports[0], b.ports[0]), intersect(a.ports[1], b.ports[1])],
  addresses: [shared2(a.addresses[0], b.addresses[0]), shared2(a.addresses[1], b.addresses[1])]
});
function without2(a, b) {
  const inside = meet2(a, b);
  if (isNothing(inside)) return [a];
  const out = [
    { ...a, profiles: a.profiles & ~b.profiles },
    { ...a, profiles: inside.profiles, interfaces: a.interfaces & ~b.interfaces },
    { ...inside, ports: [subtract(a.ports[0], b.ports[0]), a.ports[1]], addresses: a.addresses },
    { ...inside, ports: [inside.ports[0], subtract(a.ports[1], b.ports[1])], addresses: a.addresses },
    { ...inside, addresses: [rest(a.addresses[0], b.addresses[0]), a.addresses[1]] },
    { ...inside, addresses: [inside.addresses[0], rest(a.addresses[1], b.addresses[1])] }
  ];
  return out.filter((box) => !isNothing(box));
}
var isNothing = ({ profiles, interfaces, ports, addresses: addresses2 }) => profiles === 0 || interfaces === 0 || ports.some(isEmpty) || addresses2.some(isNoAddress);
var holds2 = (set, word2) => isAnyAddress(set) || set.keywords.includes(word2) || set.keywords.includes(word2.replace(/[46]$/, ""));
var shared2 = (a, b) => ({ ...intersectAddresses(a, b), keywords: a.keywords.filter((word2) => holds2(b, word2)) });
var rest = (a, b) => ({ ...subtractAddresses(a, b), keywords: a.keywords.filter((word2) => !holds2(b, word2)) });
function sizeOf({ profiles, interfaces, ports, addresses: addresses2 }) {
  let size = ones(profiles) * ones(interfaces);
  for (const set of ports) size *= isAnyPort(set) ? 65536 : set.keywords.length + set.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  for (const { v4, v6, keywords } of addresses2) {
    size *= keywords.length + v4.reduce((sum, [from, to]) => sum + to - from + 1, 0) + v6.reduce((sum, [from, to]) => sum + Number(to - from) + 1, 0);
  }
  return size;
}
var ones = (bits2) => bits2.toString(2).replaceAll("0", "").length;
var UNION_LIMIT = 5e3;
function findShadowed(groups3) {
  const columns = new Columns(groups3);
  const { count, active } = columns;
  const reasons = new Int32Array(count);
  const useless = new Uint8Array(count + 1);
  const covers3 = /* @__PURE__ */ new Map();
  const distinct = firstOfEach(columns, (later, earlier) => {
    reasons[later] = earlier + 1;
    useless[later] = 1;
  });
  const index = new ShadowIndex(columns, distinct, useless);
  for (let i = 0; i < distinct.length; i++) reasons[distinct[i]] = (index.container(distinct[i]) ?? -1) + 1;
  for (let row = 0; row < count; row++) if (reasons[row] !== 0) useless[row] = 1;
  for (const row of active <= UNION_LIMIT ? distinct : []) {
    const cover = useless[row] === 1 ? void 0 : coverOf(row, columns, index);
    if (!cover) continue;
    covers3.set(row, cover);
    useless[row] = 1;
  }
  const shadows = [];
  for (let row = 0; row < count; row++) {
    if (useless[row] === 0) continue;
    const reason2 = reasons[row] - 1;
    const by = reason2 < 0 ? covers3.get(row) ?? [] : [reason2];
    const kind = reason2 >= 0 && columns.equal(row, reason2) ? "duplicate" : "shadowed";
    shadows.push({ rule: columns.ruleAt(row), kind, by: by.map((other) => columns.ruleAt(other)) });
  }
  return { shadows, complete: index.complete };
}
function firstOfEach(columns, repeats) {
  const rows = new Int32Array(columns.active);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, columns.active * 2))));
  const mask = slots.length - 1;
  let count = 0;
  search: for (let row = 0; row < columns.count; row++) {
    if (!columns.isActive(row)) continue;
    let slot = columns.hash(row) & mask;
    for (let probe = 1; probe <= MAX_PROBES; probe++) {
      const held = slots[slot] - 1;
      if (held < 0) {
        slots[slot] = row + 1;
        break;
      }
      if (columns.equal(held, row)) {
        repeats(row, held);
        continue search;
      }
      slot = slot + probe & mask;
    }
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}
var MOST_OF_A_CODE = 1e5;
function bounded(drafts, locale, most) {
  if (drafts.length <= most) return drafts;
  const byPath = /* @__PURE__ */ new Map();
  for (const draft of drafts) {
    const { path: path2 } = draft.span.origin;
    const held = byPath.get(path2);
    if (held) held.push(draft);
    else byPath.set(path2, [draft]);
  }
  const share = shareOf([...byPath.values()].map(({ length }) => length), most);
  const kept = [...byPath.values()].flatMap((list) => list.slice(0, share));
  const cut = [...byPath.values()].find(({ length }) => length > share);
  const first = cut?.[share];
  if (!first) return kept;
  const count = drafts.length - kept.length;
  return [...kept, { span: first.span, identity: `left out ${count}`, ...first.severity && { severity: first.severity }, message: WORDS15[locale].more(count, share), remedy: WORDS15[locale].mend }];
}
function shareOf(sizes, most) {
  let left = most;
  for (const [i, size] of sizes.toSorted((a, b) => a - b).entries()) {
    const each = Math.floor(left / (sizes.length - i));
    if (size > each) return Math.max(1, each);
    left -= size;
  }
  return most;
}
var WORDS15 = {
  en: {
    more: (count, share) => `${count} more findings like this are left out: of each file the first ${share} are told.`,
    mend: "Mend the ones that are told; then the others are."
  },
  ko: {
    more: (count, share) => `\uC774\uC640 \uAC19\uC740 \uACB0\uACFC ${count}\uAC1C\uB294 \uC0DD\uB7B5\uB418\uC5C8\uC2B5\uB2C8\uB2E4. \uD30C\uC77C\uB9C8\uB2E4 \uCC98\uC74C ${share}\uAC1C\uB9CC \uD45C\uC2DC\uD569\uB2C8\uB2E4.`,
    mend: "\uD45C\uC2DC\uB41C \uACB0\uACFC\uB97C \uBA3C\uC800 \uD574\uACB0\uD558\uBA74 \uB098\uBA38\uC9C0\uAC00 \uD45C\uC2DC\uB429\uB2C8\uB2E4."
  }
};
function fingerprint(parts) {
  let a = 3735928559;
  let b = 1103547991;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
    a = Math.imul(a ^ 65536, 2654435761);
    b = Math.imul(b ^ 65536, 1597334677);
  }
  a = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
  b = Math.imul(b ^ b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
  return (b >>> 0).toString(16).padStart(8, "0") + (a >>> 0).toString(16).padStart(8, "0");
}
var make;
async function prepareGlob() {
  make ??= (await Promise.resolve().then(() => require("./text-picomatch.js"))).picomatch;
}
var hasWildcard = (pattern) => /[*?[\]]|\{[^{}]*,[^{}]*\}|[!@+]\(/.test(pattern);
function pathMatcher(pattern) {
  const clean = pattern.replace(/^(\.\/)+/, "").replace(/\/+$/, "");
  if (clean === "" || clean === ".") return () => true;
  const lower = clean.toLowerCase();
  const literal = (path2) => {
    const p = path2.toLowerCase();
    return p === lower || p.startsWith(`${lower}/`);
  };
  if (!hasWildcard(clean) || !make) return literal;
  const glob = make(clean.replace(/\{([^{},]*)\}/g, "\\{$1\\}"), { dot: true, nobrace: !/\{[^{}]*,[^{}]*\}/.test(clean), nocase: true });
  return (path2) => literal(path2) || glob(path2) || parents(path2).some((parent) => glob(parent));
}
function parents(path2) {
  const out = [];
  for (let at = path2.lastIndexOf("/"); at > 0; at = path2.lastIndexOf("/", at - 1)) out.push(path2.slice(0, at));
  return out;
}
var NEAR_END_DAYS = 14;
function suppress(all, input) {
  const { trust, today } = input;
  const entries2 = trusted(input.ignore, trust, today);
  const byCode = new Map(entries2.map(({ entry }) => [entry.code, []]));
  for (const entry of entries2) byCode.get(entry.entry.code)?.push(entry);
  const inBaseline = baselineMatcher(input.baseline?.entries ?? []);
  const merged = trust && new Set(trust.baseline.map((e) => e.fingerprint));
  const usedBaseline = /* @__PURE__ */ new Set();
  const pending = [];
  const findings = [];
  const suppressed = [];
  const inlineReason = inlineReasons(input);
  for (const finding of all) {
    const fitting = (byCode.get(finding.code) ?? []).filter((e) => e.matches(finding));
    for (const e of fitting) e.used = true;
    const match = fitting.find((e) => !e.expired && !e.pending);
    const inline = match ? void 0 : inlineReason(finding);
    const inlineCounts = inline !== void 0 && (!trust || trust.inline.has(finding.fingerprint));
    const held = inBaseline(finding);
    for (const e of held) usedBaseline.add(e);
    const heldCounts = held.length > 0 && held.every((e) => !merged || merged.has(e.fingerprint));
    if (match) suppressed.push({ ...finding, suppressedBy: { kind: "config", reason: match.entry.reason, expires: match.entry.expires } });
    else if (inlineCounts) suppressed.push({ ...finding, suppressedBy: { kind: "inline", reason: inline } });
    else if (heldCounts) suppressed.push({ ...finding, suppressedBy: { kind: "baseline", reason: input.baseline?.path ?? "" } });
    else {
      findings.push(finding);
      const waits = fitting.find((e) => e.pending && !e.expired)?.entry.place ?? (inline === void 0 ? held.find((e) => !merged?.has(e.fingerprint))?.place : finding.location);
      if (waits) pending.push(waits);
    }
  }
  return { findings, suppressed, housekeeping: [...ofEntries(entries2, input), ...ofBaseline(input, usedBaseline), ...ofPending(pending, input)] };
}
function trusted(entries2, trust, today) {
  const before = /* @__PURE__ */ new Map();
  for (const entry of trust?.ignore ?? []) {
    const key = keyOf22(entry);
    if (entry.expires > (before.get(key) ?? "")) before.set(key, entry.expires);
  }
  return entries2.map((entry) => {
    const old = trust && before.get(keyOf22(entry));
    const expires = old !== void 0 && old < entry.expires ? old : entry.expires;
    return { entry, matches: matcherOf(entry), expired: entry.expires < today, pending: trust !== void 0 && (old === void 0 || expires < today), used: false };
  });
}
var keyOf22 = ({ code: code2, requirement, target, path: path2 }) => JSON.stringify([code2, requirement, target, path2]);
function matcherOf(entry) {
  const path2 = entry.path === void 0 ? void 0 : lastAsked(pathMatcher(entry.path));
  return (finding) => finding.code === entry.code && (entry.requirement === void 0 || finding.requirements.includes(entry.requirement)) && (entry.target === void 0 || finding.target === entry.target) && (path2 === void 0 || path2(finding.location.path));
}
function lastAsked(matches) {
  let last;
  return (path2) => {
    if (last?.path !== path2) last = { path: path2, found: matches(path2) };
    return last.found;
  };
}
var INLINE = /configmgr-firewall-lint-ignore\s+([a-z-]+)\s+--\s+(\S.*)$/;
function inlineReasons({ lineOf, textHas }) {
  const files = /* @__PURE__ */ new Map();
  return ({ code: code2, location: { path: path2, line, offset } }) => {
    if (offset !== void 0) return void 0;
    if (!files.has(path2)) files.set(path2, textHas(path2, "configmgr-firewall-lint-ignore") ? /* @__PURE__ */ new Map() : void 0);
    const lines = files.get(path2);
    if (!lines) return void 0;
    for (const number of [line, line - 1]) {
      if (!lines.has(number)) lines.set(number, commentIn((lineOf(path2, number) ?? "").slice(-1e3)));
      const found2 = lines.get(number);
      if (found2?.code === code2) return found2.reason;
    }
    return void 0;
  };
}
function commentIn(line) {
  const [, code2, rest2] = INLINE.exec(line) ?? [];
  if (code2 === void 0 || rest2 === void 0) return void 0;
  const said = rest2.trimEnd();
  return { code: code2, reason: said.replace(/(?<=\S)\s*(?:\*\/|-->|#>)$/, "") };
}
function ofEntries(entries2, { today, locale, whole }) {
  const say = WORDS16[locale];
  return entries2.flatMap(({ entry, used, expired }) => {
    const { code: code2, reason: reason2, expires } = entry;
    const about = { span: spanAt(entry.place), identity: keyOf22(entry), requirements: entry.requirement ? [entry.requirement] : [], ...entry.target && { target: entry.target } };
    if (!used && !whole) return [];
    if (!used) return [{ code: "ignore-unused", severity: "notice", draft: { ...about, message: say.unused(code2, reason2), remedy: say.remove } }];
    if (expired) return [{ code: "ignore-expired", severity: "warning", draft: { ...about, message: say.expired(code2, expires, reason2), remedy: say.renew } }];
    const days = daysBetween(today, expires);
    return days > NEAR_END_DAYS ? [] : [{ code: "ignore-expired", severity: "notice", draft: { ...about, identity: `soon ${about.identity}`, message: say.soon(code2, expires, days, reason2), remedy: say.renew } }];
  });
}
var daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);
function ofBaseline({ baseline, locale, whole }, used) {
  const stale = whole ? baseline?.entries.filter((e) => !used.has(e)) ?? [] : [];
  const [first] = stale;
  if (!first) return [];
  const names2 = stale.slice(0, 8).map((e) => [e.code, e.target, e.requirements.slice(0, 3).join(", ")].filter(Boolean).join(" / "));
  const say = WORDS16[locale];
  return [{
    code: "ignore-unused",
    severity: "notice",
    draft: { span: spanAt(first.place), identity: "baseline", message: say.stale(stale.length, names2.join("; "), stale.length > names2.length), remedy: say.rewrite }
  }];
}
function ofPending(places, { locale }) {
  const [first] = places;
  if (!first) return [];
  const say = WORDS16[locale];
  return [{ code: "ignore-unused", severity: "notice", draft: { span: spanAt(first), identity: "pending", message: say.pending(places.length), remedy: say.later } }];
}
var WORDS16 = {
  en: {
    expired: (code2, date2, reason2) => `The ignore entry for ${code2} ("${reason2}") expired on ${date2}; what it held back counts again.`,
    soon: (code2, date2, days, reason2) => `The ignore entry for ${code2} ("${reason2}") expires ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}, after ${date2}; what it holds back counts again then.`,
    unused: (code2, reason2) => `The ignore entry for ${code2} ("${reason2}") holds nothing back any more.`,
    stale: (count, names2, more) => `${count} ${count === 1 ? "entry of the baseline holds" : "entries of the baseline hold"} nothing back any more: ${names2}${more ? "; \u2026" : ""}.`,
    pending: (count) => `This change adds or prolongs suppressions for ${count} of the findings here. Those of the base commit count: what a change adds takes effect once merged.`,
    renew: "Mend the finding, or give the entry a new date with its reason.",
    remove: "Remove the entry.",
    rewrite: "Write the baseline again with check --write-baseline, so that a finding that comes back is seen.",
    later: "Mend the findings, or let a reviewer decide to merge with them."
  },
  ko: {
    expired: (code2, date2, reason2) => `${code2} \uBB34\uC2DC \uD56D\uBAA9("${reason2}")\uC774 ${date2}\uC5D0 \uB9CC\uB8CC\uB418\uC5B4 \uD574\uB2F9 \uACB0\uACFC\uAC00 \uB2E4\uC2DC \uC9D1\uACC4\uB429\uB2C8\uB2E4.`,
    soon: (code2, date2, days, reason2) => `${code2} \uBB34\uC2DC \uD56D\uBAA9("${reason2}")\uC774 ${days}\uC77C \uD6C4(${date2} \uC774\uD6C4) \uB9CC\uB8CC\uB418\uBA70 \uADF8\uB54C \uD574\uB2F9 \uACB0\uACFC\uAC00 \uB2E4\uC2DC \uC9D1\uACC4\uB429\uB2C8\uB2E4.`,
    unused: (code2, reason2) => `${code2} \uBB34\uC2DC \uD56D\uBAA9("${reason2}")\uC740 \uB354 \uC774\uC0C1 \uD574\uB2F9\uD558\uB294 \uACB0\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4.`,
    stale: (count, names2, more) => `\uAE30\uC900\uC120 \uD56D\uBAA9 ${count}\uAC1C\uC5D0 \uB354 \uC774\uC0C1 \uD574\uB2F9\uD558\uB294 \uACB0\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4: ${names2}${more ? "; \u2026" : ""}.`,
    pending: (count) => `\uC774 \uBCC0\uACBD\uC740 \uC5EC\uAE30\uC758 \uACB0\uACFC ${count}\uAC1C\uC5D0 \uB300\uD55C \uBB34\uC2DC \uD56D\uBAA9\uC744 \uCD94\uAC00\uD558\uAC70\uB098 \uC5F0\uC7A5\uD569\uB2C8\uB2E4. \uAE30\uC900 \uCEE4\uBC0B\uC758 \uD56D\uBAA9\uB9CC \uC801\uC6A9\uB418\uBA70, \uBCC0\uACBD\uC774 \uCD94\uAC00\uD55C \uD56D\uBAA9\uC740 \uBCD1\uD569 \uD6C4\uC5D0 \uC801\uC6A9\uB429\uB2C8\uB2E4.`,
    renew: "\uBB38\uC81C\uB97C \uD574\uACB0\uD558\uAC70\uB098 \uC774\uC720\uC640 \uD568\uAED8 \uC0C8 \uB0A0\uC9DC\uB97C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624.",
    remove: "\uD56D\uBAA9\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624.",
    rewrite: "\uB2E4\uC2DC \uB098\uD0C0\uB098\uB294 \uBB38\uC81C\uB97C \uBCFC \uC218 \uC788\uB3C4\uB85D check --write-baseline\uC73C\uB85C \uAE30\uC900\uC120\uC744 \uB2E4\uC2DC \uC791\uC131\uD558\uC2ED\uC2DC\uC624.",
    later: "\uBB38\uC81C\uB97C \uD574\uACB0\uD558\uAC70\uB098, \uADF8\uB300\uB85C \uBCD1\uD569\uD560\uC9C0 \uAC80\uD1A0\uC790\uAC00 \uACB0\uC815\uD558\uB3C4\uB85D \uD558\uC2ED\uC2DC\uC624."
  }
};
function finish(input) {
  const { config, trust } = input;
  const seen = /* @__PURE__ */ new Map();
  const kept = /* @__PURE__ */ new Set();
  const severityFor = (code2, byDefault) => {
    const own = config.severity.get(code2) ?? byDefault;
    const before = trust ? trust.severity.get(code2) ?? byDefault : own;
    if (RANK2[own] >= RANK2[before]) return own;
    kept.add(code2);
    return before;
  };
  const assumed = trust ? new Set([...input.assumed].filter(trust.assumed)) : input.assumed;
  const all = input.drafts.flatMap(({ code: code2, severity, draft }) => {
    const chosen = severityFor(code2, lowered(draft.severity ?? severity, draft, assumed));
    return chosen === "off" ? [] : [findingOf(code2, chosen, draft)];
  }).sort(byPlace).map((finding) => numbered(finding, seen));
  const { findings: left, suppressed, housekeeping } = suppress(all, { ...input, ignore: config.ignore, baseline: input.baseline, trust });
  const findings = [...left];
  for (const { code: code2, severity, draft } of housekeeping) {
    const chosen = severityFor(code2, severity);
    if (chosen !== "off") findings.push(numbered(findingOf(code2, severity === "notice" && code2 === "ignore-expired" ? "notice" : chosen, draft), seen));
  }
  findings.sort(byPlace);
  const rowsOf = rowsBy();
  return {
    schemaVersion: 1,
    tool: { name: "configmgr-firewall-lint", version: input.version },
    model: input.model,
    assumptions: [...input.assumptions, ...[...kept].map((code2) => `this change lowers the severity of ${code2}: until it is merged the one of the base commit counts`)].sort(),
    files: [...input.files].sort((a, b) => compare2(a.path, b.path)),
    targets: input.targets.map(({ policy, verdicts }) => ({
      name: policy.target.name,
      role: policy.target.role,
      layers: [...new Set(policy.target.layers.map((l) => l.path))],
      requirements: rowsOf(verdicts)
    })),
    findings,
    suppressed,
    summary: summaryOf(findings, suppressed, input.targets)
  };
}
function rowsBy() {
  const known3 = /* @__PURE__ */ new Map();
  return (verdicts) => {
    const rows = known3.get(verdicts) ?? verdicts.map(({ requirement, status, allowedBy, because }) => ({
      id: requirement.id,
      feature: requirement.feature,
      status,
      severity: requirement.severity,
      by: allowedBy.slice(0, 8).map((rule) => {
        const { path: path2, line } = placeOf(rule.source);
        return { path: path2, line, name: rule.name };
      }),
      ...because !== void 0 && { because },
      peer: requirement.peer,
      direction: requirement.from === requirement.role ? "outbound" : "inbound"
    }));
    known3.set(verdicts, rows);
    return rows;
  };
}
var RANK2 = { error: 3, warning: 2, notice: 1, off: 0 };
function lowered(severity, draft, assumed) {
  return severity === "error" && draft.target !== void 0 && (draft.requirements?.length ?? 0) > 0 && assumed.has(draft.target) ? "warning" : severity;
}
function findingOf(code2, severity, draft) {
  const requirements = draft.requirements ?? [];
  return {
    code: code2,
    ...draft.reason !== void 0 && { reason: draft.reason },
    severity,
    ...draft.target !== void 0 && { target: draft.target },
    requirements,
    features: draft.features ?? [],
    message: draft.message,
    remedy: draft.remedy,
    location: placeOf(draft.span),
    related: (draft.related ?? []).map(({ span, message: message2 }) => {
      const { path: path2, line } = placeOf(span);
      return { path: path2, line, message: message2 };
    }),
    ...draft.witness && { witness: draft.witness },
    ...draft.fix && { fix: draft.fix },
    // Where a setting is at fault, the needs that it cuts today are no part of what it is.
    fingerprint: fingerprint([code2, draft.target ?? "", isNeedCode(code2) || code2.startsWith("ignore-") ? [...requirements].sort().join(",") : "", draft.reason ?? "", draft.identity ?? ""])
  };
}
function numbered(finding, seen) {
  const count = (seen.get(finding.fingerprint) ?? 0) + 1;
  seen.set(finding.fingerprint, count);
  return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
}
var compare2 = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function byPlace(a, b) {
  return compare2(a.location.path, b.location.path) || a.location.line - b.location.line || a.location.column - b.location.column || compare2(a.code, b.code) || (a.location.offset ?? 0) - (b.location.offset ?? 0) || compare2(a.fingerprint, b.fingerprint);
}
function summaryOf(findings, suppressed, targets) {
  const count = (severity) => findings.filter((f) => f.severity === severity).length;
  const counted = targets.flatMap((t) => t.verdicts).filter((v) => v.status !== "not-applicable" && v.requirement.severity !== "informational");
  return {
    error: count("error"),
    warning: count("warning"),
    notice: count("notice"),
    satisfied: counted.filter((v) => v.status === "satisfied").length,
    required: counted.length,
    suppressed: suppressed.length
  };
}
function additionTo(target, file, format) {
  const beside = file && besideIn(target, file);
  const own = format ? format.ruleWriter?.(beside) : commandsBeside(beside);
  if (own) return { ...own, home: "file" };
  return format?.exported ? { ...commandsInto(beside?.gpo), home: "origin" } : { ...commandsBeside(beside), home: "file-in-its-words" };
}
function besideIn(target, file) {
  const layer = target.layers.findLast(({ path: path2 }) => path2 === file.path);
  const part = layer?.parts.at(-1);
  const setting = Object.values(part?.profiles ?? {}).flatMap((settings) => Object.values(settings)).at(-1);
  return { file, last: part?.rules.at(-1)?.source ?? part?.changes.at(-1)?.source ?? setting?.source, gpo: storeOf2(part?.gpo, layer?.gpo) };
}
function storeOf2(name, gpo) {
  if (gpo?.domain !== void 0 && gpo.name === name) return `${gpo.domain}\\${name}`;
  return name !== void 0 && /[\\$]/.test(name) ? name : void 0;
}
var BACKUP_FILES = /^(?:backup|bkupinfo|manifest)\.xml$/;
async function parseAll(files, config, verbose, share, twinOf) {
  const out = { policies: [], formats: /* @__PURE__ */ new Map(), backups: /* @__PURE__ */ new Map(), reports: [], unrecognised: [] };
  for (const file of files) {
    if (file.path === config.path || file.path === config.baseline?.value || config.packs.some((p) => p.value === file.path)) continue;
    const info = BACKUP_FILES.test(file.name) ? readBackupInfo(file) : void 0;
    if (info) {
      out.backups.set(file.path, info);
      if (info.problems.length > 0 && share.file(file.path)) out.unrecognised.push({ path: file.path, format: "", parts: [], problems: info.problems });
      continue;
    }
    if (!share.file(file.path)) {
      if (isBackupPolicy(file.path)) out.policies.push({ path: file.path, format: "registry-pol", parts: [], problems: [] });
      continue;
    }
    const { format, promised: named2 } = await detect(file);
    if (!format) {
      if (named2) {
        const why = file.bytes.length === 0 ? "the file is empty" : `by its name the file is of the format "${named2.title}", but it holds no such thing`;
        out.unrecognised.push(unreadableFile(file.path, why));
        out.reports.push({ path: file.path, format: named2.id, rules: 0, disabled: 0, malformed: 0, status: "failed", reason: why });
      } else if (config.targets.some((t) => t.layers.some((l) => l.path === file.path))) {
        const why = file.bytes.length === 0 ? "the file is empty" : "the config names this file as a layer, but it holds no firewall policy in a format that is known";
        out.unrecognised.push(unreadableFile(file.path, why));
        out.reports.push({ path: file.path, format: "", rules: 0, disabled: 0, malformed: 0, status: "failed", reason: why });
      } else if (verbose) out.reports.push({ path: file.path, format: "", rules: 0, disabled: 0, malformed: 0, status: "skipped", reason: "no known firewall policy in it" });
      continue;
    }
    out.formats.set(format.id, format);
    const repeats = twinOf(file.path) !== void 0;
    const policy = parseFile(format, file, { labels: config.labels, repeats });
    if (repeats && policy.counts) file.release();
    out.policies.push(policy);
    out.reports.push(reportOf(policy));
  }
  return out;
}
function reportOf({ path: path2, format, parts, problems, counts }) {
  const count = { rules: 0, disabled: 0, malformed: 0, ...counts };
  for (const part of counts ? [] : parts) for (const rule of part.rules) {
    count.rules++;
    if (rule.enabled === false) count.disabled++;
    if (rule.malformed !== void 0) count.malformed++;
  }
  const failed = problems.some((p) => p.code === "file-unreadable") && count.rules === 0;
  return {
    path: path2,
    format,
    ...count,
    status: failed ? "failed" : "parsed",
    ...failed && { reason: problems.find((p) => p.code === "file-unreadable")?.message ?? "" }
  };
}
function unreadableFile(path2, why) {
  return { path: path2, format: "", parts: [], problems: [{ code: "file-unreadable", message: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, source: spanAt({ path: path2, line: 1, column: 1, endLine: 1, endColumn: 1 }) }] };
}
function endOf(target, policies) {
  const path2 = target.home ?? target.layers.at(-1)?.path ?? ".";
  const file = policies.find((p) => p.path === path2);
  let last;
  for (const part of file?.parts ?? []) {
    const rule = part.rules.at(-1);
    if (rule && (!last || rule.source.start > last.start)) last = rule.source;
  }
  return last ? { origin: last.origin, start: last.start, end: last.end } : spanAt({ path: path2, line: 1, column: 1, endLine: 1, endColumn: 1 });
}
function readableIn({ backups }) {
  const reports = new Map(backups.map((b) => [b.policy.path, b.report]));
  const key = (rule) => `${rule.direction} ${rule.name}`;
  const index = /* @__PURE__ */ new Map();
  return (rule) => {
    const report = reports.get(rule.source.origin.path);
    if (!report) return void 0;
    const found2 = report.find?.(rule);
    if (found2) return placeOf(found2);
    let rules = index.get(report);
    if (!rules) index.set(report, rules = new Map(report.parts.flatMap((p) => p.rules).map((r) => [key(r), r])));
    const twin = rules.get(key(rule));
    return twin && placeOf(twin.source);
  };
}
function linesIn(policies) {
  let origins;
  return (file) => {
    if (file.encoding.startsWith("utf-")) return file.origin;
    origins ??= new Map(policies.flatMap(({ path: path2, parts }) => parts.flatMap((part) => part.rules.slice(0, 1)).map((rule) => [path2, rule.source.origin])));
    const origin = origins.get(file.path);
    return origin?.path === file.path ? origin : file.origin;
  };
}
function excerptOf(file, { location }, originOf) {
  if (!file || location.offset !== void 0 || file.head.includes("\0")) return void 0;
  const lines = [];
  const origin = originOf(file);
  for (let line = location.line; line <= Math.min(location.endLine, location.line + 2); line++) {
    const text2 = origin.line(line);
    if (text2 === void 0) break;
    lines.push(text2);
  }
  return lines.length === 0 ? void 0 : { firstLine: location.line, lines };
}
function featureNames(features) {
  if (features === "all") return "all";
  const names2 = features.map((feature) => typeof feature === "string" ? feature : feature.value);
  return names2.some((name) => name.toLowerCase() === "all") ? "all" : names2;
}
var SOMEWHERE = addressSet([[0, 0]]);
var isNothing2 = (region) => region.length === 0;
var MOST_PIECES2 = 256;
var isTangled = (region) => region.length > MOST_PIECES2;
function without22(region, cut) {
  return region.flatMap((piece) => {
    if (!shareNumbers(piece.ports, cut.ports)) return [piece];
    const ports = intersect(piece.ports, cut.ports);
    if (isEmpty(ports)) return [piece];
    const isWide = cut.addresses === ANY_ADDRESSES;
    if (!isWide && !touchesAddresses(piece.addresses, cut.addresses)) return [piece];
    const addresses2 = isWide ? void 0 : subtractAddresses(piece.addresses, cut.addresses);
    const out = [];
    const rest2 = subtract(piece.ports, cut.ports);
    if (!isEmpty(rest2)) out.push({ ports: rest2, addresses: piece.addresses });
    if (addresses2 && !isNoAddress(addresses2)) out.push({ ports, addresses: addresses2 });
    return out;
  });
}
var shareNumbers = (a, b) => a.keywords.length > 0 || b.keywords.length > 0 || touches(a, b);
var touches2 = (region, { ports, addresses: addresses2 }) => region.some((piece) => shareNumbers(piece.ports, ports) && touchesAddresses(piece.addresses, addresses2) && !isEmpty(intersect(piece.ports, ports)));
var withoutAll = (region, cuts) => {
  let left = region;
  for (const cut of cuts) {
    if (left.length === 0 || isTangled(left)) break;
    left = without22(left, cut);
  }
  return left;
};
var MISS = {
  disabled: 1,
  direction: 2,
  protocol: 4,
  ports: 8,
  profile: 16,
  interface: 32,
  program: 64,
  platform: 128,
  ipsec: 256,
  addresses: 512,
  malformed: 1024,
  ignored: 2048,
  nearby: 4096
};
var EPHEMERAL = portSet([[49152, 65535]]);
var EPMAP = portSet([[135, 135]]);
var UNIT = portSet([[0, 0]]);
function assess(given, group, question, profile, interfaceType) {
  const { box } = question;
  const rule = given.unmodelled.length > 0 ? matching(given) : given;
  let misses = 0;
  let open;
  const perhaps = (why) => {
    open ??= why;
  };
  if (rule.malformed !== void 0) misses |= MISS.malformed;
  if (rule.enabled === false) misses |= MISS.disabled;
  else if (rule.enabled === "unknown") perhaps("the file does not say whether the rule is enabled");
  if (rule.direction === "unknown") perhaps("the file does not say the direction of the rule");
  else if (rule.direction !== box.direction) misses |= MISS.direction;
  if (rule.protocol === "unknown") perhaps("the file does not say the protocol of the rule");
  else if (rule.protocol !== "any" && rule.protocol !== question.protocol) misses |= MISS.protocol;
  if ((rule.profiles & profile) === 0) misses |= MISS.profile;
  if ((group.ignoredIn & profile) !== 0) misses |= MISS.ignored;
  if (interfaceType !== void 0 && rule.interfaceTypes.length > 0 && !rule.interfaceTypes.includes(interfaceType)) misses |= MISS.interface;
  if (!platformFits(rule)) misses |= MISS.platform;
  const needsIpsec = rule.ipsec && rule.action !== "bypass";
  if (needsIpsec && question.ipsecPossible) perhaps("the rule applies only to traffic that IPsec protects");
  else if (needsIpsec) misses |= MISS.ipsec;
  if (group.condition !== void 0) perhaps(group.condition);
  if (rule.unmodelled.length > 0 && !needsIpsec) perhaps(whatElse(rule.unmodelled));
  if (rule.action === "unknown") perhaps("the file does not say whether the rule allows or blocks");
  if (rule.unmodelled.some((entry) => NEARBY.test(entry))) misses |= MISS.nearby;
  const wrongWay = (misses & MISS.direction) !== 0;
  const ports = portsOf32(rule, question, wrongWay);
  if (isEmpty(ports)) misses |= MISS.ports;
  if (ports.unresolved.length > 0) perhaps(`the port is written as ${ports.unresolved.join(", ")}`);
  if (!wrongWay && !otherEndOpen(rule, box)) misses |= MISS.ports;
  const program = bindingFits(bindingOf(rule), box, isAnyPort(ownPorts(rule, box)));
  if (program === "no" || rule.unmodelled.some((entry) => PACKAGE.test(entry))) misses |= MISS.program;
  else if (program === "perhaps") perhaps(`the rule is bound to ${rule.service === void 0 ? rule.program : `the service ${rule.service}`}`);
  const { sure, maybe } = peersOf2(rule, question);
  if (isNoAddress(sure) && isNoAddress(maybe)) misses |= MISS.addresses;
  if (!ownAddressesFit(rule, question)) misses |= MISS.addresses;
  return { misses, piece: { ports, addresses: sure }, perhaps: maybe, open };
}
var PACKAGE = /^(?:AppPkgId|PFN|Package|Application Package|(?:App\/)?PackageFamilyName)=./i;
var NEARBY = /^(?:TTK(?:2_\d+)?|DynamicTarget|DynamicTransport)=./i;
var LOCAL_ONLY = /^(?:LOM|LocalOnlyMapping)=(?:TRUE|1)$/i;
function matching(rule) {
  if (rule.action !== "allow" || !rule.unmodelled.some((entry) => LOCAL_ONLY.test(entry))) return rule;
  return changedRule(rule, { remoteAddresses: ANY_ADDRESSES, remotePorts: ANY_PORTS, unmodelled: rule.unmodelled.filter((entry) => !LOCAL_ONLY.test(entry)) });
}
function whatElse(unmodelled) {
  const left = unmodelled.map((entry) => /^(.+)=not in (this \w+)$/.exec(entry)).filter((match) => match !== null);
  const replaced = unmodelled.filter((entry) => entry.startsWith(REPLACED_WHERE));
  const said = unmodelled.filter((entry) => !replaced.includes(entry) && !left.some(({ input }) => input === entry));
  return [
    ...said.length > 0 ? [`the rule also says ${said.join(", ")}`] : [],
    ...replaced.map((entry) => `it is ${entry}`),
    ...left.map(([, what = "", where = ""]) => `${where} does not show the ${what} of the rule`)
  ].join("; ");
}
var ownPorts = (rule, box) => box.direction === "inbound" ? rule.localPorts : rule.remotePorts;
function portsOf32(rule, question, wrongWay) {
  const { box } = question;
  if (question.icmpType !== void 0) {
    return icmpIncludes(rule.icmp, question.icmpType) || rule.action === "block" && icmpTouches(rule.icmp, question.icmpType) ? UNIT : portSet([]);
  }
  if (wrongWay) {
    const other = isAnyPort(rule.localPorts) ? rule.remotePorts : rule.localPorts;
    return isAnyPort(other) ? portSet([]) : intersect(resolved(other, box), question.ports);
  }
  const named2 = ownPorts(rule, box);
  if (isAnyPort(named2)) return question.ports;
  const numbers = intersect(resolved(named2, box), question.ports);
  return named2.unresolved.length === 0 ? numbers : portSet(question.ports.ranges, [], named2.unresolved);
}
function resolved(ports, box) {
  if (ports.keywords.length === 0) return ports;
  const ranges = [...ports.ranges];
  if (ports.keywords.includes("rpc-epmap") && box.protocol === 6) ranges.push(...EPMAP.ranges);
  if (ports.keywords.includes("rpc") && box.dynamicRpc) ranges.push(...box.ports.ranges);
  return portSet(ranges);
}
function otherEndOpen(rule, box) {
  const other = box.direction === "inbound" ? rule.remotePorts : rule.localPorts;
  return isAnyPort(other) || box.icmp !== void 0 || other.unresolved.length > 0 || includes(other, EPHEMERAL);
}
var bindingOf = ({ program, service }) => ({
  program: program === void 0 || program.length < 4 && /^(?:any|\*)$/i.test(program) ? void 0 : fileName(program),
  service: service === void 0 || service.length === 3 && /^any$/i.test(service) ? void 0 : service.toLowerCase()
});
function bindingFits({ program, service }, box, anyPort) {
  if (program === void 0 && service === void 0) return box.program !== void 0 && !anyPort ? "no" : "yes";
  if (box.program !== void 0) return program === box.program && service === void 0 ? "yes" : "no";
  if (box.icmp !== void 0 && program === "system" && service === void 0) return "yes";
  const { listener } = box;
  if (!listener) return anyPort ? "no" : "perhaps";
  const programOk = program === void 0 || listener.programs.includes(program);
  const serviceOk = service === void 0 || (service === "*" ? listener.services.length > 0 : listener.services.some((name) => servesAs(name, service)));
  if (!programOk || !serviceOk) return !serviceOk && programOk && listener.services.length === 0 && !listener.certain && !anyPort ? "perhaps" : "no";
  return listener.certain ? "yes" : "perhaps";
}
var servesAs = (name, service) => name.endsWith("*") ? service.startsWith(name.slice(0, -1)) : name === service;
var NEWEST = [2, 33];
function platformFits(rule) {
  for (const entry of rule.unmodelled) {
    const skip = /^SkipVer=(\d+)\.(\d+)$/.exec(entry);
    if (skip && (Number(skip[1]) > NEWEST[0] || Number(skip[1]) === NEWEST[0] && Number(skip[2]) >= NEWEST[1])) return false;
    if (Number(/^version=v(\d+)\./.exec(entry)?.[1] ?? 0) > NEWEST[0]) return false;
  }
  return rule.platforms.length === 0 || rule.platforms.some(({ platform, major, minor, orLater }) => platform === 2 && (orLater ? major < 10 || major === 10 && minor === 0 : major === 10 && minor === 0));
}
function peersOf2(rule, question) {
  const scope = rule.remoteAddresses;
  const { peers } = question;
  if (isAnyAddress(scope)) return { sure: peers, maybe: NO_ADDRESSES };
  const explicit = scope.v4.length > 0 || scope.v6.length > 0;
  if (question.peersUnknown) {
    if (explicit && rule.action !== "block") return { sure: SOMEWHERE, maybe: NO_ADDRESSES };
    if (!explicit && question.peerIsClient && rule.action !== "block" && scope.keywords.some(isLocalSubnet)) return { sure: SOMEWHERE, maybe: NO_ADDRESSES };
    return { sure: NO_ADDRESSES, maybe: SOMEWHERE };
  }
  const sure = explicit ? intersectAddresses(peers, scope) : NO_ADDRESSES;
  if (scope.keywords.length === 0 && scope.unresolved.length === 0) return { sure, maybe: NO_ADDRESSES };
  const rest2 = subtractAddresses(peers, sure);
  if (isNoAddress(rest2)) return { sure, maybe: NO_ADDRESSES };
  const local = scope.keywords.some(isLocalSubnet);
  if (local && question.peerIsClient && rule.action !== "block") return { sure: peers, maybe: NO_ADDRESSES };
  if (scope.unresolved.length > 0 || scope.keywords.some((word2) => !isLocalSubnet(word2))) return { sure, maybe: rest2 };
  if (local) return { sure, maybe: question.own ? intersectAddresses(rest2, question.own) : rest2 };
  return { sure, maybe: NO_ADDRESSES };
}
var isLocalSubnet = (word2) => word2.startsWith("local-subnet");
function ownAddressesFit(rule, question) {
  const scope = rule.localAddresses;
  if (isAnyAddress(scope) || question.own === void 0 || scope.unresolved.length > 0) return true;
  return rule.action === "block" ? !isNoAddress(intersectAddresses(question.own, scope)) : includesAddresses(scope, addressSet(question.own.v4, question.own.v6));
}
var Candidate = class {
  rule;
  group;
  allows;
  /** It names the kinds of adapters that it is for. */
  isByInterface;
  constructor(rule, group, bits2) {
    this.rule = rule;
    this.group = group;
    this.allows = (bits2 & ALLOW) !== 0;
    this.isByInterface = (bits2 & INTERFACE_BITS) !== INTERFACE_BITS;
  }
};
function askedBy(boxes) {
  const ranges = { inbound: /* @__PURE__ */ new Map(), outbound: /* @__PURE__ */ new Map() };
  for (const box of boxes) {
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      const own = box.icmp ? ANY_PORTS.ranges : box.ports.ranges;
      const list = ranges[box.direction].get(protocol);
      if (list) list.push(...own);
      else ranges[box.direction].set(protocol, [...own]);
    }
  }
  const sets = (byProtocol) => new Map([...byProtocol].map(([protocol, list]) => [protocol, portSet(list)]));
  return { inbound: sets(ranges.inbound), outbound: sets(ranges.outbound) };
}
var Candidates = class {
  #policy;
  #buckets;
  constructor(policy, { inbound, outbound }) {
    this.#policy = policy;
    const { profiles, target } = policy;
    const bucketsOf = (asked, key) => {
      const isOpen2 = profileNames(target.profiles).every((profile) => profiles[profile][key] === "allow");
      return new Map([...asked].map(([protocol, ports]) => [protocol, { asked: endsOf(ports), isOpen: isOpen2, shelves: [] }]));
    };
    this.#buckets = { inbound: bucketsOf(inbound, "defaultInbound"), outbound: bucketsOf(outbound, "defaultOutbound") };
    for (const group of policy.groups) this.#file(tableOf(group.rules), group);
  }
  #file(table, group) {
    const { inbound, outbound } = this.#buckets;
    const wanted = this.#policy.target.profiles << PROFILE_SHIFT;
    for (let row = 0; row < table.count; row++) {
      const bits2 = table.bits[row];
      if ((bits2 & LIVE) === 0 || (bits2 & wanted) === 0) continue;
      if ((bits2 & OUTBOUND) === 0) place(inbound, table, LOCAL_PORTS2, row, group);
      if ((bits2 & (OUTBOUND | EITHER_WAY)) !== 0) place(outbound, table, REMOTE_PORTS2, row, group);
    }
  }
  /** Those that may say something of one box on the target's profiles. */
  of(box) {
    const out = [];
    const { direction, protocol, icmp, ports, program, listener } = box;
    const asked = icmp ? void 0 : endsOf(ports);
    const bindable = { icmp, program, listener };
    for (const number of icmp ? [1, 58] : [protocol]) {
      for (const shelf of this.#buckets[direction].get(number)?.shelves ?? []) shelf.pick(bindable, asked, out);
    }
    return out;
  }
  *all() {
    for (const group of this.#policy.groups) for (const rule of group.rules) if (rule.enabled !== false && rule.malformed === void 0) yield { rule, group };
  }
};
function place(buckets, table, own, row, group) {
  const protocol = (table.bits[row] & PROTOCOL_BITS) >> PROTOCOL_SHIFT;
  if (protocol === ANY_PROTOCOL) for (const bucket of buckets.values()) add(bucket, table, own, row, group);
  else {
    const bucket = buckets.get(protocol);
    if (bucket) add(bucket, table, own, row, group);
  }
}
function add({ asked, isOpen: isOpen2, shelves }, table, own, row, group) {
  if (isOpen2 && (table.bits[row] & ALLOW) !== 0 || !table.stores[own].touches(table.sets[own][row], asked)) return;
  let shelf = shelves.at(-1);
  if (shelf?.group !== group) shelves.push(shelf = new Shelf(table, own, group));
  shelf.rows.push(row);
}
var Shelf = class {
  group;
  rows = [];
  #table;
  #own;
  #bindings = [];
  constructor(table, own, group) {
    this.group = group;
    this.#table = table;
    this.#own = own;
  }
  /** Those that touch the ports asked about, and whose binding does not stand against it. */
  pick(box, asked, out) {
    const { bits: bits2, sets, stores } = this.#table;
    const numbers = sets[this.#own];
    const store = stores[this.#own];
    const { rules } = this.group;
    if (this.#bindings.length === 0) this.#bindings = Array(this.rows.length);
    for (let i = 0; i < this.rows.length; i++) {
      const row = this.rows[i];
      const number = numbers[row];
      if (asked && !store.touches(number, asked)) continue;
      const rule = rules[row];
      const isAny = number === ANY || number === UNRESOLVED && isAnyPort(this.#own === LOCAL_PORTS2 ? rule.localPorts : rule.remotePorts);
      const binding = (bits2[row] & BOUND) === 0 ? UNBOUND : this.#bindings[i] ??= bindingOf(rule);
      if (bindingFits(binding, box, isAny) !== "no") out.push(new Candidate(rule, this.group, bits2[row]));
    }
  }
};
var UNBOUND = { program: void 0, service: void 0 };
var gapOf = (cell) => cell.shields ? cell.region : [...cell.uncovered, ...cell.cut];
var isOpen = (cell) => cell.open !== void 0;
var hasGap = (cell) => !isNothing2(gapOf(cell));
var covers2 = (gap, region) => isNothing2(withoutAll(region, gap));
var TANGLED = "the rules cut it into more pieces than are followed";
var tangled = (cell) => ({ ...cell, uncovered: cell.region, open: { open: TANGLED } });
function judgeCell(settings, question, profile, interfaceType, candidates, effort2) {
  const { box } = question;
  const region = [{ ports: question.ports, addresses: question.peers }];
  const inbound = box.direction === "inbound";
  const pass = { profile, interfaceType, question, region, uncovered: [], cut: [], cutBy: [], stops: [], shields: false, ignored: [], allowedBy: [], because: void 0, open: void 0, usedScope: false };
  if (!settings.enabled) return { ...pass, because: "firewall-off" };
  const allows = [];
  const perhapsAllows = [];
  const perhapsBypass = [];
  const blocks = [];
  const perhapsBlocks = [];
  const ignoredAllows = [];
  const byDefault = inbound ? settings.defaultInbound === "allow" : settings.defaultOutbound === "allow";
  let uncovered = byDefault ? [] : region;
  for (const { rule, group, allows: isAllow } of candidates) {
    if (isAllow && isNothing2(uncovered)) continue;
    const { misses, piece, perhaps, open: open2 } = assess(rule, group, question, profileBit(profile), interfaceType);
    if (misses !== 0) {
      if (misses === MISS.ignored && rule.action === "allow" && !open2) ignoredAllows.push({ rule, piece });
      continue;
    }
    const wide = { ports: piece.ports, addresses: isNoAddress(perhaps) ? piece.addresses : addressSet([...piece.addresses.v4, ...perhaps.v4], [...piece.addresses.v6, ...perhaps.v6]) };
    const keyword = isNoAddress(perhaps) ? void 0 : "whether its address scope holds the other end is only known at run time";
    const isUnsure = open2 !== void 0 || rule.action === "bypass";
    const surely = !isUnsure && !isNoAddress(piece.addresses);
    const why = rule.action === "bypass" ? "the rule applies only where IPsec authenticates the other end" : open2 ?? keyword;
    const entry = { rule, group, open: why ?? "", piece: wide };
    if (rule.action === "block" || rule.action === "unknown") {
      if (surely && rule.action === "block") blocks.push({ rule, piece });
      if (why !== void 0) perhapsBlocks.push(entry);
    }
    if (rule.action !== "block") {
      if (surely && rule.action === "allow") {
        allows.push({ rule, piece });
        uncovered = without22(uncovered, piece);
        for (const { addresses: addresses2 } of uncovered) effort2.left -= 1 + addresses2.v4.length + addresses2.v6.length;
        if (isTangled(uncovered) || effort2.left < 0) return tangled(pass);
      }
      if (rule.action === "bypass") perhapsBypass.push(entry);
      else if (why !== void 0) perhapsAllows.push(entry);
    }
  }
  const covered = withoutAll(region, uncovered);
  const cutBy = blocks.filter((b) => touches2(covered, b.piece));
  const passing = withoutAll(covered, cutBy.map((b) => b.piece));
  const cut = withoutAll(covered, passing);
  if (isTangled(covered) || isTangled(passing) || isTangled(cut)) return tangled(pass);
  const shields = inbound && settings.blockAllInbound;
  const cell = {
    ...pass,
    uncovered,
    cut,
    shields,
    cutBy: cutBy.map((b) => b.rule),
    stops: isNothing2(uncovered) ? [] : blocks.filter((b) => touches2(uncovered, b.piece)).map((b) => b.rule),
    allowedBy: allows.map((a) => a.rule),
    ignored: isNothing2(uncovered) ? [] : ignoredAllows.filter((a) => touches2(uncovered, a.piece)).map((a) => a.rule),
    because: byDefault ? `default-${box.direction}-allow` : void 0,
    usedScope: question.peersUnknown && allows.some((a) => a.piece.addresses === SOMEWHERE)
  };
  if (shields) return cell;
  const open = whatIsOpen(cell, passing, { perhapsAllows, perhapsBypass, perhapsBlocks }, settings);
  return open ? { ...cell, open } : cell;
}
function whatIsOpen(cell, passing, { perhapsAllows, perhapsBypass, perhapsBlocks }, settings) {
  const told = (entry) => ({
    rule: entry.rule,
    open: entry.open,
    ...entry.group.condition === entry.open && { layer: entry.group.layer }
  });
  const unsure = (name, open) => settings.perhaps.includes(name) ? { open } : void 0;
  const inbound = cell.question.box.direction === "inbound";
  if (hasGap(cell)) {
    const opening = [...perhapsBypass, ...perhapsAllows];
    const uncovered = withoutAll(cell.uncovered, opening.map((e) => e.piece));
    const cut = withoutAll(cell.cut, perhapsBypass.map((e) => e.piece));
    if (isTangled(uncovered) || isTangled(cut)) return { open: TANGLED };
    if (isNothing2(uncovered) && isNothing2(cut)) {
      const gap = gapOf(cell);
      const entry = opening.find((e) => touches2(gap, e.piece));
      return entry && told(entry);
    }
    return unsure("enabled", "the firewall is switched off only under a condition") ?? (inbound && isNothing2(cell.cut) ? unsure("defaultInbound", "inbound traffic is allowed by default only under a condition") : void 0);
  }
  const closing = perhapsBlocks.find((e) => touches2(passing, e.piece));
  if (closing) return told(closing);
  return !inbound ? cell.allowedBy.length === 0 ? unsure("defaultOutbound", "outbound traffic is blocked by default only under a condition") : void 0 : unsure("blockAllInbound", "all inbound traffic is blocked only under a condition");
}
var keys = /* @__PURE__ */ new WeakMap();
function pairKey(peer, box) {
  const held = keys.get(box);
  if (held?.peer === peer) return held.key;
  const ports = (set) => set?.ranges.map(([a, b]) => `${a}-${b}`).join() ?? "";
  const { listener } = box;
  const key = [
    peer,
    box.direction,
    box.protocol,
    ports(box.ports),
    ports(box.defaultPorts),
    box.dynamicRpc,
    box.endpointMapper,
    box.icmp !== void 0,
    box.program,
    listener && `${listener.programs.join()};${listener.services.join()};${listener.certain}`
  ].join("|");
  keys.set(box, { peer, key });
  return key;
}
var unique = (list) => [...new Set(list)];
function groupBy(list, key) {
  const groups3 = /* @__PURE__ */ new Map();
  for (const item of list) {
    const k = key(item);
    const group = groups3.get(k);
    if (group) group.push(item);
    else groups3.set(k, [item]);
  }
  return groups3;
}
function clusters(requirements) {
  const parent = /* @__PURE__ */ new Map();
  const find = (key) => {
    let at = key;
    while (parent.has(at) && parent.get(at) !== at) at = parent.get(at);
    return at;
  };
  const join4 = (a, b) => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent.set(x, y);
  };
  for (const r of requirements) if (r.eitherKey !== void 0) join4(`need ${r.need}`, `either ${r.eitherKey}`);
  return [...groupBy(requirements, (r) => find(`need ${r.need}`)).values()];
}
function uniquePairs(requirements, chosen) {
  const seen = /* @__PURE__ */ new Map();
  for (const r of requirements) for (const box of chosen.get(r) ?? r.boxes) {
    const key = pairKey(r.peer, box);
    if (!seen.has(key)) seen.set(key, [box, r]);
  }
  return [...seen.values()];
}
var REASONS = [
  [MISS.malformed, "no-rule"],
  [MISS.disabled, "disabled-rule"],
  [MISS.direction, "wrong-direction"],
  [MISS.protocol, "wrong-protocol"],
  [MISS.profile, "wrong-profile"],
  [MISS.program, "wrong-program"],
  [MISS.platform, "wrong-platform"],
  [MISS.ipsec, "ipsec-only"],
  [MISS.interface, "narrow-interfaces"],
  [MISS.addresses, "narrow-addresses"],
  [MISS.ignored, "local-rules-ignored"],
  [MISS.ports, "wrong-port"]
];
var PAIRED2 = MISS.disabled | MISS.profile | MISS.platform | MISS.ipsec | MISS.interface | MISS.addresses | MISS.ignored;
function nearestMiss(policy, missed) {
  let best;
  const questions = missed.toReversed();
  for (const group of policy.groups.toReversed()) {
    for (let i = group.rules.length - 1; i >= 0; i--) {
      const rule = group.rules[i];
      if (rule.action !== "allow") continue;
      for (const miss of questions) {
        const found2 = distanceTo(rule, group, miss, policy.target.profiles);
        if (!found2 || best && found2.distance >= best.distance) continue;
        best = { distance: found2.distance, miss: { reason: found2.reason, ...found2.also && { also: found2.also }, rule } };
        if (best.distance === 0) return best.miss;
      }
    }
  }
  return best?.miss;
}
function distanceTo(rule, group, { question, gap, profile, interfaceType }, wanted) {
  const { misses, piece } = assess(rule, group, question, profileBit(profile), interfaceType);
  const other = question.box.direction === "inbound" ? rule.localPorts : rule.remotePorts;
  const specific = question.box.program !== void 0 ? bindingOf(rule).program === question.box.program : (misses & MISS.direction) === 0 && isForListener(rule, question) ? true : question.icmpType !== void 0 ? rule.protocol === question.protocol : (misses & MISS.direction) !== 0 ? question.box.direction === "inbound" || !isAnyPort(rule.remotePorts) : !isAnyPort(other);
  if (misses === 0) {
    return specific && !touches2(gap, piece) ? { distance: 0, reason: isEmpty(intersect(piece.ports, portSet(gap.flatMap((g) => g.ports.ranges)))) ? "narrow-ports" : "narrow-addresses" } : void 0;
  }
  if (misses === MISS.ports && namesOtherEnd(rule, question)) return { distance: 1, reason: "wrong-port" };
  if ((misses & (MISS.ports | MISS.nearby)) !== 0 || !specific) return void 0;
  if (bindingFits(bindingOf(rule), question.box, isAnyPort(question.box.direction === "inbound" ? rule.localPorts : rule.remotePorts)) === "perhaps") return void 0;
  const count = bits(misses);
  if (count > 2 || count === 2 && (misses & ~PAIRED2) !== 0) return void 0;
  const [reason2 = "no-rule", also] = REASONS.filter(([bit]) => (misses & bit) !== 0).map(([, name]) => name === "wrong-profile" && (rule.profiles & wanted) !== 0 ? "narrow-profiles" : name);
  return { distance: (misses & MISS.direction) === 0 ? count : count + 0.5, reason: reason2, also };
}
function namesOtherEnd(rule, { box, ports }) {
  const [own, other] = box.direction === "inbound" ? [rule.localPorts, rule.remotePorts] : [rule.remotePorts, rule.localPorts];
  return box.icmp === void 0 && isAnyPort(own) && !isAnyPort(other) && !isEmpty(intersect(other, ports));
}
function isForListener(rule, { box: { listener } }) {
  const { program } = bindingOf(rule);
  return listener?.certain === true && program !== void 0 && program !== "system" && program !== "svchost.exe" && listener.programs.includes(program);
}
function bits(mask) {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}
var UNIT2 = portSet([[0, 0]]);
function questionsFor(box, peer, places, ipsecPossible) {
  const known3 = places.addressesOf(peer, box.setting);
  const { own } = places;
  const question = (protocol, icmpType, ports, peers) => ({
    box,
    protocol,
    icmpType,
    ports,
    peers,
    peersUnknown: known3 === void 0,
    peerIsClient: peer === "client" || peer === "peer-client",
    own,
    ipsecPossible
  });
  if (!box.icmp) return [question(box.protocol, void 0, box.ports, known3 ?? SOMEWHERE)];
  const families = known3 ?? own;
  const questions = [];
  if (!families || families.v4.length > 0) questions.push(question(1, box.icmp.v4, UNIT2, known3 ? addressSet(known3.v4) : SOMEWHERE));
  if (families && families.v6.length > 0) questions.push(question(58, box.icmp.v6, UNIT2, known3 ? addressSet([], known3.v6) : SOMEWHERE));
  return questions.filter((q) => !isNoAddress(q.peers));
}
var MOST_RANGES = 6e7;
var INTERFACES3 = ["lan", "wireless", "remote-access"];
function judge(policy, requirements, places) {
  return new Judge(policy, requirements, places).run();
}
var agendas = /* @__PURE__ */ new WeakMap();
function agendaOf(requirements) {
  const held = agendas.get(requirements);
  if (held) return held;
  const applying = requirements.filter((r) => r.status === "applies");
  const agenda = {
    applying,
    ways: [...groupBy(applying.filter((r) => r.alternatives), (r) => r.alternativeKey ?? r.id).values()],
    either: [...groupBy(applying.filter((r) => r.eitherKey !== void 0), (r) => r.eitherKey).values()],
    needs: clusters(applying),
    asked: askedBy(requirements.flatMap((r) => [...r.boxes, ...(r.alternatives ?? []).flat()]))
  };
  agendas.set(requirements, agenda);
  return agenda;
}
var Judge = class {
  #policy;
  #requirements;
  #agenda;
  #places;
  #candidates;
  #outcomes = /* @__PURE__ */ new Map();
  #effort = { left: MOST_RANGES };
  constructor(policy, requirements, places) {
    this.#policy = policy;
    this.#requirements = requirements;
    this.#places = places;
    this.#agenda = agendaOf(requirements);
    this.#candidates = new Candidates(policy, this.#agenda.asked);
  }
  run() {
    const chosen = this.#chooseAlternatives();
    const verdicts = /* @__PURE__ */ new Map();
    for (const r of this.#requirements) verdicts.set(r, r.status === "applies" ? this.#row(r, chosen.get(r) ?? r.boxes) : { requirement: r, status: "not-applicable", ...r.why && { because: r.why }, allowedBy: [] });
    this.#shareEither(verdicts);
    const needs = this.#agenda.needs.map((group) => this.#need(group, chosen, verdicts));
    const tookScopesAsMeant = [...this.#outcomes.values()].some((o) => o.cells.some((c) => c.usedScope));
    return { verdicts: [...verdicts.values()], needs: needs.filter((n) => n !== void 0), tookScopesAsMeant };
  }
  /** Requirements that share a key take the same way (WSUS: one pair, never a mix): the one that leaves the smallest part open. */
  #chooseAlternatives() {
    const chosen = /* @__PURE__ */ new Map();
    for (const group of this.#agenda.ways) {
      const ways = Math.max(...group.map((r) => r.alternatives?.length ?? 1));
      const isCut = group.some((r) => r.boxes.some((box) => this.#outcome(box, r).cells.some((c) => c.cutBy.length > 0)));
      let best = { index: 0, open: Infinity };
      for (let index = 0; index < ways; index++) {
        const boxes = group.flatMap((r) => (r.alternatives?.[index] ?? r.boxes).map((box) => [box, r]));
        const open = boxes.filter(([box, r]) => this.#outcome(box, r).status !== "satisfied").length / boxes.length;
        if (index > 0 && isCut && !boxes.some(([box, r]) => this.#outcome(box, r).cells.some((c) => c.allowedBy.length > 0))) continue;
        if (open < best.open || open === best.open && !boxes.some(([box]) => box.program !== void 0) && this.#namesProgram(group, best.index)) best = { index, open };
      }
      for (const r of group) chosen.set(r, r.alternatives?.[best.index] ?? r.boxes);
    }
    return chosen;
  }
  #namesProgram(group, index) {
    return group.some((r) => (r.alternatives?.[index] ?? r.boxes).some((box) => box.program !== void 0));
  }
  #row(requirement, boxes) {
    const outcomes = boxes.map((box) => this.#outcome(box, requirement));
    const allowedBy = unique(outcomes.flatMap((o) => o.cells.flatMap((c) => c.allowedBy)));
    const because = outcomes.map((o) => o.cells.find((c) => c.because)?.because).find(Boolean);
    const status = combine(outcomes);
    if (status !== "satisfied" && this.#clientSettingOpens(requirement, outcomes)) return { requirement, status: "satisfied", because: "client-setting", allowedBy };
    return { requirement, status, allowedBy, ...because && allowedBy.length === 0 && status === "satisfied" && { because } };
  }
  /** A client setting writes the rule into the local store, where it counts while policy lets local rules count and nothing blocks it. */
  #clientSettingOpens(requirement, outcomes) {
    if (!requirement.exception) return false;
    return outcomes.every((o) => o.cells.every((c) => isNothing2(c.cut) && !c.shields && (isNothing2(c.uncovered) || c.question.box.direction === "inbound" && this.#policy.profiles[c.profile].allowLocalRules)));
  }
  /** HTTP or HTTPS: where either is enough, the one that passes answers for both. */
  #shareEither(verdicts) {
    for (const group of this.#agenda.either) {
      const good = group.map((r) => verdicts.get(r)).find((v) => v.status === "satisfied");
      if (!good) continue;
      for (const r of group) {
        if (verdicts.get(r)?.status === "satisfied") continue;
        verdicts.set(r, { requirement: r, status: "satisfied", because: "other-transport", allowedBy: good.allowedBy });
      }
    }
  }
  #need(requirements, chosen, verdicts) {
    const open = requirements.filter((r) => verdicts.get(r)?.status !== "satisfied");
    const need = requirements[0].need;
    const target = this.#policy.target.name;
    if (open.length === 0) return { need, target, requirements, status: "satisfied", gap: [], failing: [] };
    const counted = open.some((r) => r.severity !== "informational") ? open.filter((r) => r.severity !== "informational") : open;
    const pairs = uniquePairs(requirements.filter((r) => open.includes(r) ? counted.includes(r) : true), chosen);
    const outcomes = pairs.map(([box, r]) => this.#outcome(box, r));
    const failing = outcomes.filter((o) => o.status !== "satisfied");
    const status = combine(outcomes);
    const gap = failing.flatMap((o) => o.cells.filter((c) => hasGap(c) || isOpen(c)).map((c) => ({
      box: o.box,
      profile: c.profile,
      region: hasGap(c) ? gapOf(c) : c.region,
      protocol: c.question.protocol
    })));
    const cause = withStops(this.#cause(failing, outcomes, counted), failing);
    const mismatch = failing.map((o) => this.#opensDefault(o)).find(Boolean);
    return {
      need,
      target,
      requirements,
      status: cause?.reason === "local-rules-ignored" && status === "missing" && cause.related.length > 0 ? "blocked" : status,
      gap,
      failing: failing.map((o) => o.box),
      ...cause && { cause },
      ...mismatch && { opensDefaultPort: mismatch }
    };
  }
  /** The one thing to change first: a switch, a block, an ignored store, the nearest miss, in that order of certainty. */
  #cause(failing, all, requirements) {
    const cells = failing.flatMap((o) => o.cells);
    const hard = cells.filter((c) => hasGap(c) && !isOpen(c));
    if (hard.length === 0) {
      const open = cells.find(isOpen)?.open;
      return open ? { reason: "no-rule", related: [], ...open } : void 0;
    }
    const setting = (cell, name) => {
      const held = this.#policy.profiles[cell.profile].from[name];
      return held ? { setting: held } : {};
    };
    const shielded = hard.find((c) => c.shields && !covers2(c.uncovered, c.region));
    if (shielded) return { reason: "block-all-inbound", related: shielded.allowedBy, ...setting(shielded, "blockAllInbound") };
    const cut = hard.find((c) => c.cutBy.length > 0);
    if (cut) return { reason: "block-rule", rule: cut.cutBy[0], related: unique([...hard.flatMap((c) => c.cutBy), ...cut.allowedBy]).slice(1) };
    const ignored = hard.find((c) => c.ignored.length > 0);
    if (ignored) {
      const ignoredBy = !this.#policy.profiles[ignored.profile].allowLocalRules ? "allowLocalRules" : ignored.ignored[0]?.program === void 0 ? "allowUserPorts" : "allowUserApps";
      return { reason: "local-rules-ignored", related: ignored.ignored, ignoredBy, ...setting(ignored, ignoredBy) };
    }
    const miss = nearestMiss(this.#policy, hard.flatMap((c) => ({ question: c.question, gap: gapOf(c), profile: c.profile, interfaceType: c.interfaceType })));
    if (miss) return { ...miss, related: [] };
    const exception = hard.find((c) => c.question.box.direction === "inbound" && !this.#policy.profiles[c.profile].allowLocalRules);
    if (exception && requirements.some((r) => r.exception)) return { reason: "local-rules-ignored", related: [], ...setting(exception, "allowLocalRules") };
    const partly = all.find((o) => o.status === "satisfied" && o.box.direction === failing[0]?.box.direction && o.cells.some((c) => c.allowedBy.length > 0));
    const helper = partly?.cells.flatMap((c) => c.allowedBy)[0];
    if (partly && helper) return { reason: "narrow-ports", rule: helper, opens: partly.box, related: [] };
    const outbound = hard.find((c) => c.question.box.direction === "outbound");
    if (outbound) return { reason: "default-outbound-block", related: [], ...setting(outbound, "defaultOutbound") };
    return { reason: "no-rule", related: [] };
  }
  /** The rule that opens the product's number where the site has its own. */
  #opensDefault({ box, cells }) {
    if (!box.defaultPorts) return void 0;
    const { defaultPorts, setting: _, ...rest2 } = box;
    const twin = { ...rest2, ports: defaultPorts };
    const cell = cells[0];
    if (!cell) return void 0;
    const question = { ...cell.question, box: twin, ports: defaultPorts };
    for (const { rule, group } of this.#candidates.all()) {
      if (rule.action !== "allow" || isAnyPort(box.direction === "inbound" ? rule.localPorts : rule.remotePorts)) continue;
      const { misses, piece } = assess(rule, group, question, profileBit(cell.profile), void 0);
      if (misses === 0 && includes(piece.ports, defaultPorts)) return rule;
    }
    return void 0;
  }
  #outcome(box, requirement) {
    const key = pairKey(requirement.peer, box);
    let outcome = this.#outcomes.get(key);
    if (!outcome) this.#outcomes.set(key, outcome = this.#judgeBox(box, requirement.peer));
    return outcome;
  }
  #judgeBox(box, peer) {
    const questions = questionsFor(box, peer, this.#places, this.#policy.connectionSecurity);
    const candidates = this.#candidates.of(box);
    const perInterface = candidates.some((candidate) => candidate.isByInterface);
    const cells = profileNames(this.#policy.target.profiles).flatMap((profile) => questions.flatMap((question) => (perInterface ? INTERFACES3 : [void 0]).map((type) => judgeCell(this.#policy.profiles[profile], question, profile, type, candidates, this.#effort))));
    return { box, cells, status: statusOf(cells) };
  }
};
function withStops(cause, failing) {
  if (!cause || cause.open !== void 0) return cause;
  const cells = failing.flatMap((o) => o.cells);
  const told = /* @__PURE__ */ new Set([cause.rule, ...cause.related]);
  const stops = unique(cells.flatMap((c) => c.stops)).filter((rule) => !told.has(rule));
  const shields = cause.reason !== "block-all-inbound" && cells.some((c) => c.shields);
  return { ...cause, ...stops.length > 0 && { stops }, ...shields && { shields } };
}
function statusOf(cells) {
  const hard = cells.filter((c) => hasGap(c) && !isOpen(c));
  if (hard.length === 0) return cells.some(isOpen) ? "unverifiable" : "satisfied";
  const passes = cells.some((c) => !c.shields && !covers2(gapOf(c), c.region));
  if (hard.every((c) => (c.shields ? !covers2(c.uncovered, c.region) : isNothing2(c.uncovered) || c.ignored.length > 0) && (!isNothing2(c.cut) || c.shields || c.ignored.length > 0))) return "blocked";
  return passes ? "partial" : "missing";
}
function combine(outcomes) {
  const failing = outcomes.filter((o) => o.status !== "satisfied");
  if (failing.length === 0) return "satisfied";
  const hard = failing.filter((o) => o.status !== "unverifiable");
  if (hard.length === 0) return "unverifiable";
  if (hard.every((o) => o.status === "blocked")) return "blocked";
  const directions = new Set(hard.map((o) => o.box.direction));
  const some = outcomes.some((o) => o.status === "partial" || o.status === "satisfied" && directions.has(o.box.direction));
  return some ? "partial" : "missing";
}
function unneededOn(pack2, role, requirements, site, reason2) {
  if (role !== "client") return { ports: portSet([]), programs: /* @__PURE__ */ new Set(), of: () => void 0 };
  const features = new Set(requirements.filter((r) => r.status === "applies").map((r) => r.feature));
  const entries2 = pack2.serverOnly.filter((entry) => !entry.unlessFeatures?.some((f) => features.has(f))).map((entry) => {
    const configured = entry.setting === void 0 ? void 0 : site.ports.get(entry.setting)?.ports;
    return { entry, protocol: parseProtocol(entry.protocol), ports: portSet([[entry.port, entry.port], ...configured?.ranges ?? []]) };
  });
  const all = portSet(entries2.flatMap((e) => e.ports.ranges));
  const of = (rule) => {
    const { localPorts, protocol, direction } = rule;
    if (direction !== "inbound" || localPorts.keywords.length > 0 || localPorts.unresolved.length > 0 || !includes(all, localPorts)) return void 0;
    const group = rule.group === void 0 ? void 0 : findGroup(rule.group)?.id;
    const fitting = entries2.filter((e) => e.protocol === protocol && touches(localPorts, e.ports) && !(group !== void 0 && e.entry.unlessGroups?.includes(group)));
    return includes(portSet(fitting.flatMap((e) => e.ports.ranges)), localPorts) ? [...new Set(fitting.map((e) => reason2(e.entry)))].join("; ") : void 0;
  };
  return { ports: all, programs: /* @__PURE__ */ new Set(), of };
}
function obsoleteOn(pack2, role, site, reason2) {
  const entries2 = pack2.obsolete.filter((e) => !(e.unless !== void 0 && site.conditions.has(e.unless)) && (!e.roles || e.roles.includes(role))).map((entry) => ({
    entry,
    why: reason2(entry),
    protocol: entry.protocol === void 0 ? void 0 : parseProtocol(entry.protocol),
    ports: portsOf(entry.ports ?? [])
  }));
  const byProgram = new Map(entries2.flatMap((e) => (e.entry.programs ?? []).map((program) => [program, e])));
  const all = portSet(entries2.flatMap((e) => e.ports.ranges));
  const of = (rule) => {
    const { program, direction, protocol } = rule;
    const named2 = program === void 0 ? void 0 : byProgram.get(fileName(program));
    if (named2 && (named2.entry.direction ?? direction) === direction) return named2.why;
    const own = direction === "outbound" ? rule.remotePorts : rule.localPorts;
    if (typeof protocol !== "number" || own.keywords.length > 0 || !includes(all, own)) return void 0;
    return entries2.find((e) => (e.entry.direction ?? direction) === direction && (e.protocol === void 0 || e.protocol === "any" || e.protocol === protocol) && includes(e.ports, own))?.why;
  };
  return { ports: all, programs: new Set(byProgram.keys()), of };
}
var BACKUP_ID = /\{[0-9a-f-]{36}\}\/?$/i;
function targetsOf(config, arrangement, files, options, share) {
  const stated = options.features;
  if (config.targets.length === 0) {
    const target = layersOfAll("All policy files", 1, options.role ?? "client", arrangement);
    if (target.layers.length === 0) return [];
    return [{ target, features: stated ?? config.features, assumed: stated === void 0 && config.assumed, addresses: void 0 }];
  }
  return config.targets.filter(({ name }) => share.target(name)).map((plan) => {
    if (plan.path) throw new UsageError5('network paths ("path") are not judged by this version; name only Windows targets', plan.place);
    const { target, missing } = layersOf({
      name: plan.name,
      role: options.role ?? plan.role,
      profiles: plan.profiles,
      layers: plan.layers.map((l) => ({ name: l.path, matches: pathMatcher(l.path), store: l.store }))
    }, arrangement, (matches) => files.find((f) => matches(f.path))?.path);
    const first = missing[0];
    const layer = first === void 0 ? void 0 : plan.layers[first];
    if (layer) throw new UsageError5(`The layer ${JSON.stringify(layer.path)} of target ${JSON.stringify(plan.name)} matches no file${BACKUP_ID.test(layer.path) ? ". Each GPO backup has an id of its own: name the folder that holds it" : ""}`, layer.place);
    return { target, features: stated ?? plan.features ?? config.features, assumed: stated === void 0 && plan.features === void 0 && config.assumed, addresses: plan.addresses };
  });
}
function memoised(packs, site) {
  const known3 = /* @__PURE__ */ new Map();
  return (features, role) => {
    const names2 = featureNames(features);
    const key = JSON.stringify([names2, role]);
    const held = known3.get(key) ?? packs.requirements(site, names2, role);
    known3.set(key, held);
    return held;
  };
}
var scopesAsMeant = (targets) => `explicit address scopes are taken as meant where site.systems does not place the other end (${targets.length === 1 ? "target" : "targets"} ${targets.slice(0, 3).join(", ")}${targets.length > 3 ? ` and ${targets.length - 3} more` : ""})`;
function judgedAlike({ target, features, addresses: addresses2 }) {
  const bigText = (_, value) => typeof value === "bigint" ? `${value}n` : value;
  return JSON.stringify([target.role, target.profiles, target.stated, featureNames(features), target.layers.map(({ path: path2, store, name }) => [path2, store, name]), addresses2], bigText);
}
function factsOf(plan, packs, site, requirementsOf, judged, asMeant) {
  const { target, features, addresses: addresses2 } = plan;
  const requirements = requirementsOf(features, target.role);
  const places = { addressesOf: (role, setting) => peersOf(site, role, addresses2, setting), own: addresses2 };
  const key = judgedAlike(plan);
  let held = judged.get(key);
  if (!held) {
    const resolved2 = resolveTarget(target, packs.predefined);
    judged.set(key, held = { policy: resolved2, judgement: judge(resolved2, requirements, places) });
  }
  const { judgement } = held;
  const policy = { ...held.policy, target: { ...target, layers: held.policy.target.layers } };
  if (judgement.tookScopesAsMeant) asMeant.push(target.name);
  const statuses = new Map(judgement.verdicts.map((v) => [v.requirement.id, v.status]));
  return {
    policy,
    requirements,
    verdicts: judgement.verdicts,
    needs: judgement.needs.map((need) => ({ ...need, target: target.name })),
    addressesOf: places.addressesOf,
    changedBy: (setting) => changedBy(policy, setting, packs, requirements, places, statuses),
    unneeded: unneededOn(packs.main, target.role, requirements, site, packs.reason),
    obsolete: obsoleteOn(packs.main, target.role, site, packs.reason)
  };
}
function changedBy(policy, setting, packs, requirements, places, statuses) {
  const other = judge(resolveTarget(policy.target, packs.predefined, setting), requirements, places);
  return other.verdicts.filter((v) => v.requirement.severity !== "informational" && statuses.get(v.requirement.id) !== v.status).map((v) => v.requirement.id);
}
var EVERYTHING = { target: () => true, file: () => true };
function shareOf2({ index, count }, targets, twinOf) {
  if (targets.length === 0) return { target: () => index === 0, file: () => index === 0 };
  const isOurs = (text2) => hashOf2(text2) % count === index;
  const own = targets.filter(({ name }) => isOurs(name));
  const isLayer = (some, path2) => some.some(({ layers }) => layers.some((matches) => matches(path2)));
  return {
    target: isOurs,
    // A report goes with the registry.pol that it repeats.
    file: (path2) => {
      const subject = twinOf(path2) ?? path2;
      return isLayer(own, subject) || isOurs(subject) && !isLayer(targets, subject);
    }
  };
}
function hashOf2(text2) {
  let hash = 2166136261;
  for (let i = 0; i < text2.length; i++) hash = Math.imul(hash ^ text2.charCodeAt(i), 16777619);
  return (hash ^ hash >>> 15) >>> 0;
}
async function lint({ files, unreadable, config: given, options }) {
  const config = given ?? defaultConfig();
  if (config.targets.some((t) => t.layers.some((l) => hasWildcard(l.path))) || config.ignore.some((i) => i.path && hasWildcard(i.path))) await prepareGlob();
  const twinOf = repeatsIn(files.map((file) => file.path));
  const share = options.shard ? shareOf2(options.shard, config.targets.map(({ name, layers }) => ({ name, layers: layers.map((l) => pathMatcher(l.path)) })), twinOf) : EVERYTHING;
  const parsed = await parseAll(files, config, options.verbose === true, share, twinOf);
  const packs = await loadPacks(config, files, options.locale);
  const titles = { feature: packs.featureTitle, role: (id) => packs.roleTitle(id).replace(/ \(.*\)$/, "") };
  const arrangement = arrange(parsed.policies, parsed.backups);
  const plans = targetsOf(config, arrangement, files, options, share);
  const assumptions = /* @__PURE__ */ new Set();
  if (plans.some((plan) => plan.assumed)) assumptions.add(given ? "features are assumed: the config names none" : "features are assumed: no config");
  const asMeant = [];
  const requirementsOf = memoised(packs, config.site);
  const judged = /* @__PURE__ */ new Map();
  const targets = plans.map((plan) => factsOf(plan, packs, config.site, requirementsOf, judged, asMeant));
  if (asMeant.length > 0) assumptions.add(scopesAsMeant(asMeant));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const originOf = linesIn(parsed.policies);
  const formatAt = (path2) => parsed.formats.get(parsed.policies.find((p) => p.path === path2)?.format ?? "");
  const additions = /* @__PURE__ */ new Map();
  const ends = /* @__PURE__ */ new Set();
  const facts = {
    targets,
    files: [...parsed.policies.filter((p) => !arrangement.skipped.has(p.path)), ...unreadable.filter(({ path: path2 }) => share.file(path2)).map(({ path: path2, why }) => unreadableFile(path2, why)), ...parsed.unrecognised],
    backups: arrangement.backups,
    site: config.site,
    locale: options.locale,
    excepted: new Set(config.ignore.map((entry) => entry.requirement).filter((id) => id !== void 0)),
    shadowedIn: (groups3) => {
      const search2 = findShadowed(groups3);
      if (!search2.complete) assumptions.add("the search for shadowed rules was cut short: the rules are made so that it would not end");
      return search2;
    },
    additionTo: ({ policy: { target } }, path2) => {
      const key = JSON.stringify([target.name, path2]);
      const addition = additions.get(key) ?? additionTo(target, byPath.get(path2), formatAt(path2));
      additions.set(key, addition);
      return addition;
    },
    endOf: (target) => {
      const end = endOf(target.policy.target, parsed.policies);
      ends.add(end);
      return end;
    },
    readable: readableIn(arrangement),
    featureTitle: titles.feature,
    rolePhrase: packs.rolePhrase
  };
  const drafts = checks.flatMap(({ code: code2, severity, run }) => bounded([...run(facts)], options.locale, MOST_OF_A_CODE).map((draft) => ({ code: code2, severity, draft })));
  const nowhere = new Set(drafts.filter(({ draft }) => ends.has(draft.span)).map(({ draft }) => draft.message));
  if (options.fixes === true) await addFixes(drafts, byPath, config);
  const report = finish({
    drafts,
    config,
    baseline: baselineOf(config, files),
    trust: options.trust,
    today: options.today,
    version: options.version,
    model: packs.model,
    assumptions: [...assumptions],
    targets,
    files: [
      ...parsed.reports.map((r) => arrangement.skipped.has(r.path) ? { ...r, status: "skipped", reason: arrangement.skipped.get(r.path) } : r),
      ...unreadable.filter(({ path: path2 }) => share.file(path2)).map(({ path: path2, why }) => ({ path: path2, format: "", rules: 0, disabled: 0, malformed: 0, status: "failed", reason: why }))
    ],
    assumed: new Set(plans.filter((p) => p.assumed).map((p) => p.target.name)),
    lineOf: (path2, line) => byPath.get(path2)?.origin.line(line),
    locale: options.locale,
    whole: options.shard === void 0,
    textHas: (path2, text2) => {
      const file = byPath.get(path2);
      return file !== void 0 && nextOf(file.units, text2, 0) >= 0;
    }
  });
  return {
    report,
    policies: targets.map((t) => t.policy),
    ...options.locale !== "en" && { titles },
    needs: targets.flatMap(({ policy, verdicts }) => verdicts.filter((v) => v.status !== "not-applicable" && v.requirement.severity !== "informational").map(({ requirement: { id, feature }, status }) => ({ target: policy.target.name, requirement: id, feature, status }))),
    excerpt: (finding) => nowhere.has(finding.message) ? void 0 : excerptOf(byPath.get(finding.location.path), finding, originOf)
  };
}
var MOST_FIXES = 60;
async function addFixes(drafts, byPath, { labels }) {
  const { fixOf } = await Promise.resolve().then(() => require("./findings-fix.js"));
  for (const one of drafts.filter(({ draft }) => draft.repair).slice(0, MOST_FIXES)) {
    const { repair } = one.draft;
    const file = repair && byPath.get(repair.rule.source.origin.path);
    const format = file && (await detect(file)).format;
    const fix = repair && file && format && fixOf(repair, file, (f) => parseFile(format, f, { labels }));
    if (fix) one.draft = { ...one.draft, fix };
  }
}
function baselineOf({ baseline }, files) {
  if (!baseline) return void 0;
  const file = files.find((f) => f.path === baseline.value);
  if (!file) throw new UsageError5(`There is no baseline ${JSON.stringify(baseline.value)}; write it with check --write-baseline`, baseline.place);
  return parseBaseline(file);
}
const { COMMANDS } = require("./commands.js");
const { VERSION } = require("./commands.js");
const { didYouMean: didYouMean3, nearest } = require("./commands.js");
const { UsageError: UsageError6 } = require("./commands.js");
async function runCheck(request, world) {
  const root = rootOf2(request.base, request.paths, request.config);
  const read2 = await loadConfig(request.base, root, request.config);
  const config = read2 && request.withoutBaseline ? withoutBaseline(read2) : read2;
  const wanted = wantedPaths(config);
  const names2 = COMMANDS.map(({ name }) => name);
  for (const path2 of request.paths) {
    if (/^[a-z]+$/.test(path2) && nearest(path2, names2) !== void 0 && !(0, import_node_fs7.existsSync)((0, import_node_path5.resolve)(request.base, path2))) throw new UsageError6(`No such command, file or folder: ${path2}${didYouMean3(path2, names2)}`);
  }
  const places = request.paths.length === 0 || root !== request.base ? ["."] : request.paths;
  const found2 = await withProgress(world, (progress) => discover(root, [...places, ...wanted.filter((path2) => (0, import_node_fs7.existsSync)((0, import_node_path5.resolve)(root, path2)))], {
    wanted: new Set(wanted),
    ...config?.encoding === void 0 ? {} : { codePage: config.encoding },
    progress,
    // A comparison with an older tree keeps what it has read of this one.
    ...request.since === void 0 && { later: isRepeated }
  }));
  world.expect(found2.files.reduce((sum, file) => sum + file.pieces.size, 0));
  const options = {
    today: world.today,
    locale: request.locale,
    version: VERSION,
    ...request.features === void 0 ? {} : { features: request.features },
    ...request.role === void 0 ? {} : { role: request.role },
    ...request.shard === void 0 ? {} : { shard: request.shard }
  };
  const warnings = [];
  const before = await judgedBefore(request, root, found2.files, places, config, options, warnings);
  const masks = request.withoutBaseline !== true && (request.redact === true || config?.redact === true || before?.config?.redact === true);
  const input = { files: found2.files, unreadable: found2.unreadable, config, options: { ...options, ...before?.trust && { trust: before.trust } } };
  const after = request.fixes === true && !masks ? await (await Promise.resolve().then(() => require("./commands-fixes.js"))).lintWithFixes(input) : await lint(input);
  const result = { ...after, report: before ? (await Promise.resolve().then(() => require("./commands-before.js"))).withChanges(before, after, config) : after.report };
  const masked = masks ? await redacted(result) : result;
  const prefix = (0, import_node_path5.relative)(request.reportBase ?? request.base, root).split(import_node_path5.sep).join("/");
  const { report, excerpt } = prefix === "" ? masked : rebased(masked.report, masked.excerpt, prefix);
  return {
    report,
    excerpt,
    titles: after.titles,
    warnings,
    comment: config?.comment ?? "on-change",
    baseline: read2?.baseline && pathFrom(request.base, (0, import_node_path5.resolve)(root, read2.baseline.value))
  };
}
function isRepeated(paths) {
  const twinOf = repeatsIn(paths);
  return (path2) => twinOf(path2) !== void 0;
}
var withoutBaseline = ({ baseline: _, ...config }) => config;
async function judgedBefore(request, root, files, places, config, options, warnings) {
  if (!request.since) return void 0;
  const base = await request.since(root, files);
  if (base.warning !== void 0) warnings.push(base.warning);
  const { commit } = base;
  if (commit === void 0) return void 0;
  const { judgeBefore } = await Promise.resolve().then(() => require("./commands-before.js"));
  const configPath = request.config === void 0 ? void 0 : pathFrom(root, (0, import_node_path5.resolve)(request.base, request.config));
  const before = await judgeBefore({ root, base: { ...base, commit }, configPath, places, config, options });
  if (typeof before !== "string") return before;
  warnings.push(before);
  return void 0;
}
async function redacted({ report, excerpt, policies }) {
  const { redactExcerpt, redactor, redactReport } = await Promise.resolve().then(() => require("./findings-redact.js"));
  const names2 = /* @__PURE__ */ new Set();
  for (const { groups: groups3, target } of policies) {
    for (const { gpo } of target.layers) if (gpo?.domain !== void 0) names2.add(gpo.domain);
    for (const { rules } of groups3) for (const { localAddresses, remoteAddresses } of rules) for (const name of [...localAddresses.unresolved, ...remoteAddresses.unresolved]) names2.add(name);
  }
  const mask = redactor(names2);
  const masked = redactReport(report, mask);
  const plain = new Map(masked.findings.map((finding, i) => [finding, report.findings[i]]));
  return { report: masked, excerpt: (finding) => redactExcerpt(excerpt(plain.get(finding) ?? finding), mask) };
}
function rebased(report, excerpt, prefix) {
  const moved = /* @__PURE__ */ new WeakMap();
  const path2 = (inside) => inside === "" || inside.startsWith("/") ? inside : inside.startsWith("../") ? inside : `${prefix}/${inside}`;
  const move = (finding) => {
    const out = {
      ...finding,
      location: { ...finding.location, path: path2(finding.location.path) },
      related: finding.related.map((r) => ({ ...r, path: path2(r.path) }))
    };
    moved.set(out, finding);
    return out;
  };
  return {
    report: {
      ...report,
      files: report.files.map((file) => ({ ...file, path: path2(file.path) })),
      targets: report.targets.map((target) => ({
        ...target,
        requirements: target.requirements.map((r) => ({ ...r, by: r.by.map((b) => ({ ...b, path: path2(b.path) })) }))
      })),
      findings: report.findings.map(move),
      suppressed: report.suppressed.map(move),
      ...report.changes && {
        changes: { ...report.changes, opened: report.changes.opened.map((o) => ({ ...o, location: { ...o.location, path: path2(o.location.path) } })) }
      }
    },
    excerpt: (finding) => excerpt(moved.get(finding) ?? finding)
  };
}
async function withProgress(world, work) {
  if (!world.errIsTerminal) return work(() => {
  });
  const start = performance.now();
  let shown2 = 0;
  const found2 = work((count) => {
    const now = performance.now();
    if (now - start < 1e3 || now - shown2 < 200) return;
    shown2 = now;
    world.err(`\rReading policy files: ${count}`);
  });
  if (shown2 > 0) world.err("\r\x1B[K");
  return found2;
}
function listOf2(values) {
  const all = values?.flatMap((value) => value.split(",")).map((value) => value.trim()).filter((value) => value !== "");
  if (values && all?.length === 0) throw new UsageError6("--features names none");
  return all;
}
const { UsageError: UsageError7 } = require("./commands.js");
const { printable } = require("./commands.js");
var reporters = new Map(Object.entries({
  azure: async () => (await Promise.resolve().then(() => require("./reporters-azure.js"))).azure,
  github: async () => (await Promise.resolve().then(() => require("./reporters-github.js"))).github,
  gitlab: async () => (await Promise.resolve().then(() => require("./reporters-gitlab.js"))).gitlab,
  html: async () => (await Promise.resolve().then(() => require("./reporters-html.js"))).html,
  json: async () => (await Promise.resolve().then(() => require("./reporters-json.js"))).json,
  junit: async () => (await Promise.resolve().then(() => require("./reporters-junit.js"))).junit,
  markdown: async () => (await Promise.resolve().then(() => require("./reporters-markdown.js"))).markdown,
  sarif: async () => (await Promise.resolve().then(() => require("./reporters-sarif.js"))).sarif,
  text: async () => (await Promise.resolve().then(() => require("./reporters-text.js"))).text
}));
async function render(id, report, context) {
  const reporter = await reporters.get(id)?.();
  if (!reporter) throw new Error(`no reporter ${id}`);
  return reporter.render(report, context);
}
var RANK3 = { error: 3, warning: 2, notice: 1 };
async function check(call, world) {
  const one = (name) => call.options.get(name)?.at(-1);
  const outputs = outputsOf(call);
  const features = listOf2(call.options.get("features"));
  const config = one("config");
  const role = one("role");
  const failOn = one("fail-on") ?? "error";
  const since = one("base");
  const onlyNew = one("only-new") !== void 0;
  if (onlyNew && since === void 0) throw new UsageError7("--only-new needs --base REF: what is new is known by comparison");
  const shard = shardOf(one("shard"));
  const request = {
    base: world.cwd,
    paths: call.operands,
    locale: one("locale") ?? "en",
    ...config === void 0 ? {} : { config },
    ...features === void 0 ? {} : { features },
    ...role === void 0 ? {} : { role },
    ...since === void 0 ? {} : { since: async (root) => (await Promise.resolve().then(() => require("./commands-base.js"))).namedBase(since, root) },
    ...shard === void 0 ? {} : { shard },
    redact: one("redact") !== void 0
  };
  const baseline = one("write-baseline");
  if (baseline !== void 0 && shard !== void 0) throw new UsageError7("--write-baseline needs all targets: leave out --shard");
  if (baseline !== void 0) return writeBaseline(baseline, request, world);
  const result = await runCheck(request, world);
  for (const warning of result.warnings) world.err(`configmgr-firewall-lint: ${printable(warning)}
`);
  const quiet = one("quiet") !== void 0;
  for (const { format, file } of outputs) {
    const shown2 = file === void 0 && format === "text" && quiet ? atOrAbove(result.report, failOn, onlyNew) : result.report;
    const context = contextFor(result, request, {
      color: file === void 0 && world.outIsTerminal && one("no-color") === void 0 && !world.env["NO_COLOR"] && world.env["TERM"] !== "dumb",
      quiet,
      verbose: one("verbose") !== void 0
    });
    const text2 = await render(format, shown2, context);
    if (file === void 0) world.out(text2);
    else world.write(file, text2);
  }
  return exitStatus(result.report, failOn, onlyNew);
}
var BASELINE = ".configmgr-firewall-baseline.json";
async function writeBaseline(named2, request, world) {
  const { report, baseline } = await runCheck({ ...request, withoutBaseline: true }, world);
  const file = named2 === "" ? baseline ?? BASELINE : named2;
  world.write(file, baselineText(report));
  const count = report.findings.filter(({ code: code2 }) => !code2.startsWith("ignore-")).length;
  const hint = baseline === void 0 ? ` Add "baseline: ${printable(file)}" to the config, so that it counts.` : "";
  world.err(`Wrote ${count} ${count === 1 ? "finding" : "findings"} to ${printable(file)}.${hint}
`);
  return 0;
}
function contextFor(result, request, how) {
  return { locale: request.locale, width: 0, excerpt: result.excerpt, titles: result.titles, ...how };
}
function exitStatus(report, failOn, onlyNew = false) {
  return atOrAbove(report, failOn, onlyNew).findings.length > 0 ? 1 : 0;
}
function atOrAbove(report, failOn, onlyNew) {
  if (failOn === "never") return { ...report, findings: [] };
  return { ...report, findings: report.findings.filter((f) => RANK3[f.severity] >= RANK3[failOn] && !(onlyNew && f.new === false)) };
}
function shardOf(value) {
  if (value === void 0) return void 0;
  const match = /^(\d{1,4})\/(\d{1,4})$/.exec(value);
  const [part, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || part < 1 || part > count) throw new UsageError7(`--shard I/N: write part I of N, for example 1/4, instead of ${JSON.stringify(value)}`);
  return { index: part - 1, count };
}
function outputsOf(call) {
  const outputs = (call.options.get("format") ?? []).map((value) => {
    const at = value.indexOf("=");
    return { format: at < 0 ? value : value.slice(0, at), file: at < 0 ? void 0 : value.slice(at + 1) };
  });
  if (outputs.some(({ file }) => file === "")) throw new UsageError7('--format FORMAT=FILE needs a file name after "="');
  const loose = outputs.filter(({ file }) => file === void 0);
  if (loose.length > 1) throw new UsageError7(`Only one format can go to one place: write --format ${loose[1]?.format ?? "json"}=FILE`);
  const output = call.options.get("output")?.at(-1);
  const files = outputs.map(({ file }) => file ?? output).filter((file) => file !== void 0);
  const twice = files.find((file, i) => files.indexOf(file) < i);
  if (twice !== void 0) throw new UsageError7(`Only one format can go to one file, and ${twice} is named twice`);
  if (loose.length === 0) return [...outputs, { format: "text", file: output }];
  return outputs.map((o) => ({ format: o.format, file: o.file ?? output }));
}
module.exports = { ALL_PROFILES, ANY, ANY_ADDRESSES, ANY_PORTS, CONFIG_NAMES, DOMAIN, LOCAL_ADDRESSES, LOCAL_PORTS: LOCAL_PORTS2, MOST_UNMODELLED, NOT_VERBOSE, PART_NAMES, PRIVATE, PROFILES, PUBLIC, PortEntry, PortList, REMOTE_ADDRESSES, REMOTE_PORTS: REMOTE_PORTS2, RuleTable, SKIPPED_FOLDERS, addressSet, addressTexts, attributeOf, changedRule, check, commandsBeside, configmgrPack, contentKey, contextFor, contextFor_23: contextFor, decode, defaultConfig, detect, discover, effort, entryOf, exitStatus, exitStatus_24: exitStatus, featureNames, fileName, findConfig, formatIPv4, formatIPv6, formatOf, giveTable, grown, hasAt, hasLoneCr, includes, includesAddresses, isAnyAddress, isAnyPort, isListOfPorts, isNeedCode, isNothing: isNothing2, isPattern, joinScopes, lineStarts, lint, listOf: listOf2, loadConfig, loadPacks, makeRule, neutralPlace, neutralRule, neverPolicy, nextOf, parseAddressRange, parseAddresses, parseBaseline, parseConfig, parseFile, parseIPv4, parseIPv6, parseIcmp, parsePort, parsePortRange, parsePorts, parseProtocol, parseYaml, partOf, pathFrom, peersOf, piecesOf, placeOf, plainValue, portEntry, portSet, portTexts, prepareCodePage, prepareYaml, profileBit, profileNames, protocolName, rangeText, readBackupInfo, readPlainYaml, readSource, referenceAt, render, ruleGroups, rulesFor, runCheck, sourceFile, sourceText, textOf, touches: touches2, undecided, unitAt, unitsOf, walkXml, wantedPaths, wildcard, without: without22, writeNetFirewallRules, xmlProblem, xmlRoot };
