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
  decode: () => decode,
  lineStarts: () => lineStarts,
  prepareCodePage: () => prepareCodePage,
  sourceFile: () => sourceFile,
  sourceText: () => sourceText
});
module.exports = __toCommonJS(stdin_exports);
var extra = /* @__PURE__ */ new Map();
var NEEDS_ICONV = /^(cp949|ks_c_5601-1987|windows-949|cp437|cp850|cp852|cp866|cp950|cp932|cp936)$/i;
async function prepareCodePage(label) {
  if (!NEEDS_ICONV.test(label) || extra.has(label)) return;
  const { decodeWith } = await Promise.resolve().then(() => __toESM(require("./text-iconv.js")));
  extra.set(label, (bytes) => decodeWith(bytes, label));
}
function decode(bytes, codePage = "windows-1252") {
  const mark = byMark(bytes);
  if (mark) return { text: mark.decode(bytes.subarray(mark.skip)), encoding: mark.encoding };
  const ascii = asAscii(bytes);
  if (ascii !== void 0) return { text: ascii, encoding: "utf-8" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: singleByte(bytes, codePage), encoding: codePage };
  }
}
function decodeHead(bytes, length, codePage = "windows-1252") {
  const part = bytes.subarray(0, length);
  const mark = byMark(part);
  if (mark) return mark.decode(part.subarray(mark.skip, part.length - (part.length - mark.skip) % 2 * Number(mark.encoding !== "utf-8")));
  return asAscii(part) ?? (bytes.length > length ? new TextDecoder("utf-8").decode(part) : decode(part, codePage).text);
}
var view = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
var utf16le = (bytes) => view(bytes).toString("utf16le");
var utf8 = (bytes) => view(bytes).toString("utf8");
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
  return isAscii(bytes) ? view(bytes).toString("latin1") : void 0;
}
function isAscii(bytes) {
  const words = bytes.byteOffset % 4 === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2) : void 0;
  let i = 0;
  if (words) {
    for (let w = 0; w < words.length; w++) if ((words[w] & 2155905152) !== 0) return false;
    i = words.length * 4;
  }
  for (; i < bytes.length; i++) if (bytes[i] > 127) return false;
  return true;
}
function singleByte(bytes, codePage) {
  const table = extra.get(codePage);
  if (table) return table(bytes);
  if (/^(windows-1252|cp1252)$/i.test(codePage)) return windows1252(bytes);
  try {
    return new TextDecoder(codePage.replace(/^cp125/i, "windows-125")).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}
var C1 = "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";
function windows1252(bytes) {
  return view(bytes).toString("latin1").replace(/[\x80-\x9f]/g, (c) => C1.charAt(c.charCodeAt(0) - 128));
}
function sourceFile(path, bytes, codePage = "windows-1252") {
  return new LazySourceFile(path, bytes, codePage);
}
function sourceText(path, text) {
  return new LazySourceFile(path, new TextEncoder().encode(text), "windows-1252");
}
var LazySourceFile = class {
  path;
  name;
  bytes;
  #codePage;
  #head;
  #decoded;
  #origin;
  constructor(path, bytes, codePage) {
    this.path = path;
    this.name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
    this.bytes = bytes;
    this.#codePage = codePage;
  }
  get head() {
    return this.#head ??= decodeHead(this.bytes, 4096, this.#codePage);
  }
  get text() {
    return (this.#decoded ??= decode(this.bytes, this.#codePage)).text;
  }
  get encoding() {
    return (this.#decoded ??= decode(this.bytes, this.#codePage)).encoding;
  }
  get origin() {
    return this.#origin ??= new TextOrigin(this.path, () => this.text);
  }
  get binaryOrigin() {
    return new BinaryOrigin(this.path);
  }
  span(start, end, key) {
    return { origin: this.origin, start, end, key };
  }
};
var TextOrigin = class {
  path;
  #text;
  #starts;
  constructor(path, text) {
    this.path = path;
    this.#text = text;
  }
  place(start, end, key) {
    const from = this.#position(start);
    const to = this.#position(Math.max(start, end));
    const place = { path: this.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    return key === void 0 ? place : { ...place, key };
  }
  line(number) {
    const starts = this.#starts ??= lineStarts(this.#text());
    const start = starts[number - 1];
    return start === void 0 ? void 0 : this.#text().slice(start, starts[number] ?? void 0).replace(/[\r\n]+$/, "");
  }
  #position(offset) {
    const starts = this.#starts ??= lineStarts(this.#text());
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  }
};
var BinaryOrigin = class {
  path;
  constructor(path) {
    this.path = path;
  }
  place(start, _end, key) {
    const place = { path: this.path, line: 1, column: 1, endLine: 1, endColumn: 1, offset: start };
    return key === void 0 ? place : { ...place, key };
  }
  line() {
    return void 0;
  }
};
function lineStarts(text) {
  const starts = [0];
  const hasCr = text.includes("\r");
  if (!hasCr) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13 && text.charCodeAt(i + 1) !== 10) starts.push(i + 1);
  }
  return starts;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  decode,
  lineStarts,
  prepareCodePage,
  sourceFile,
  sourceText
});
