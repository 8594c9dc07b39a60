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
  attributeOf: () => attributeOf,
  childOf: () => childOf,
  readXml: () => readXml,
  walkXml: () => walkXml,
  xmlProblem: () => xmlProblem,
  xmlRoot: () => xmlRoot
});
module.exports = __toCommonJS(stdin_exports);
var MAX_DEPTH = 256;
var MAX_NODES = 2e6;
var NO_ATTRIBUTES = Object.freeze([]);
var XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
var NAME = /^(?:[A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}][-.\w\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C\u200D\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]*(?::(?=[^:])|$)){1,2}$/u;
var ENTITIES = /* @__PURE__ */ new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);
function walkXml(text, handler) {
  try {
    new Reader(text, handler).read();
    return void 0;
  } catch (error) {
    if (error instanceof Malformed) return { message: error.message, start: error.start, end: error.end };
    throw error;
  }
}
function readXml(text) {
  const roots = [];
  const lists = [roots];
  let count = 0;
  let full;
  const error = walkXml(text, {
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
function attributeOf(element, name) {
  return element.attributes.find((a) => a.name === name)?.value;
}
function childOf(node, ...path) {
  let at = node;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}
function xmlProblem(file, { message, start, end }) {
  return { code: "file-unreadable", message, source: file.span(start, end) };
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
function firstElement(text) {
  let root;
  walkXml(text, {
    open({ name, namespace }) {
      root = { name, namespace };
      return "stop";
    }
  });
  return root;
}
var Malformed = class extends Error {
  start;
  end;
  constructor(message, start, end) {
    super(message);
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
var Reader = class {
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
  constructor(text, handler) {
    this.#text = text;
    this.#handler = handler;
    this.#ampersand = text.indexOf("&");
  }
  read() {
    const text = this.#text;
    let at = 0;
    while (!this.#stopped) {
      const open = text.indexOf("<", at);
      this.#characters(at, open < 0 ? text.length : open);
      if (open < 0) break;
      const next = text.charCodeAt(open + 1);
      if (next === 47) at = this.#endTag(open);
      else if (next === 33) at = this.#declaration(open);
      else if (next === 63) at = this.#behind("?>", open, "processing instruction");
      else at = this.#startTag(open);
    }
    if (this.#stopped || this.#depth === 0) return;
    const { qualified, start, tagEnd } = this.#frames[this.#depth - 1];
    throw new Malformed(`This file ends inside the element "${qualified}" that begins here.`, start, tagEnd);
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
    const text = this.#text;
    const out = [];
    let at = start;
    for (let amp = text.indexOf("&", at); amp >= 0 && amp < end; amp = text.indexOf("&", at)) {
      const name = /^(#?\w{1,32});/.exec(text.slice(amp + 1, Math.min(end, amp + 40)))?.[1];
      const value = name === void 0 ? void 0 : referenced(name);
      if (name === void 0 || value === void 0) throw new Malformed('"&" does not begin a character reference that XML itself defines.', amp, Math.min(end, amp + 2 + (name?.length ?? 0)));
      out.push(text.slice(at, amp), value);
      at = amp + name.length + 2;
    }
    out.push(text.slice(at, end));
    return out.join("");
  }
  #declaration(open) {
    const text = this.#text;
    if (text.startsWith("<!--", open)) return this.#behind("-->", open, "comment", 4);
    if (text.startsWith("<![CDATA[", open)) {
      const end = this.#behind("]]>", open, "CDATA section", 9);
      const frame = this.#frames[this.#depth - 1];
      if (this.#depth === 0 || frame === void 0) throw new Malformed("There is text outside of all XML elements.", open, end);
      this.#append(frame, open + 9, end - 3, text.slice(open + 9, end - 3));
      return end;
    }
    if (/^<!DOCTYPE/i.test(text.slice(open, open + 9))) throw new Malformed("This file declares a document type. Policy files need none, and it is not read.", open, open + 9);
    throw new Malformed('"<!" begins neither a comment nor CDATA.', open, open + 2);
  }
  #behind(mark, open, what, skip = 2) {
    const at = this.#text.indexOf(mark, open + skip);
    if (at < 0) throw new Malformed(`This ${what} has no end.`, open, Math.min(this.#text.length, open + 80));
    return at + mark.length;
  }
  #startTag(open) {
    const text = this.#text;
    const name = this.#nameAt(open + 1);
    let at = open + 1 + name.qualified.length;
    const depth = this.#depth;
    if (depth >= MAX_DEPTH) throw new Malformed(`XML elements lie more than ${MAX_DEPTH} deep in one another.`, open, at);
    const parent = depth === 0 ? void 0 : this.#frames[depth - 1];
    const frame = this.#frames[depth] ??= new Frame(text, parent);
    if (parent) parent.hasChildren = true;
    frame.qualified = name.qualified;
    frame.start = open;
    frame.hasChildren = false;
    frame.pieces = void 0;
    frame.declared = void 0;
    frame.attributes = NO_ATTRIBUTES;
    let unit = text.charCodeAt(at);
    if (unit !== 62 && unit !== 47) {
      at = this.#attributes(frame, at);
      unit = text.charCodeAt(at);
    }
    const isEmpty = unit === 47 && text.charCodeAt(at + 1) === 62;
    if (!isEmpty && unit !== 62) throw this.#badTag(open, at);
    at += isEmpty ? 2 : 1;
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
    }
    if (isEmpty) this.#close(frame, at);
    return at;
  }
  #endTag(open) {
    const text = this.#text;
    const frame = this.#frames[this.#depth - 1];
    if (this.#depth === 0 || frame === void 0) throw new Malformed("This end tag has no start tag.", open, this.#tagEnd(open));
    const { qualified } = frame;
    if (!text.startsWith(qualified, open + 2)) throw this.#badEnd(frame, open);
    let at = open + 2 + qualified.length;
    if (text.charCodeAt(at) !== 62) {
      at = firstNonBlank(text, at, text.length);
      if (text.charCodeAt(at) !== 62) throw this.#badEnd(frame, open);
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
    const text = this.#text;
    const guess = this.#last?.follower;
    if (guess && text.startsWith(guess.qualified, start) && endsName(text.charCodeAt(start + guess.qualified.length))) {
      this.#last = guess;
      return guess;
    }
    let end = start;
    while (end < text.length && !endsName(text.charCodeAt(end))) end++;
    const qualified = text.slice(start, end);
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
    const text = this.#text;
    const found = [];
    const seen = /* @__PURE__ */ new Set();
    let at = from;
    for (; ; ) {
      const start = firstNonBlank(text, at, text.length);
      const unit = text.charCodeAt(start);
      if (unit === 62 || unit === 47) {
        at = start;
        break;
      }
      if (start === at || start >= text.length) throw this.#badTag(frame.start, start);
      let end = start;
      while (end < text.length && !endsName(text.charCodeAt(end))) end++;
      const qualified = text.slice(start, end);
      const equals = firstNonBlank(text, end, text.length);
      const quote = firstNonBlank(text, equals + 1, text.length);
      const mark = text.charAt(quote);
      if (qualified.length > 1e3 || !NAME.test(qualified) || text.charAt(equals) !== "=" || mark !== '"' && mark !== "'") throw this.#badTag(frame.start, start);
      const close = text.indexOf(mark, quote + 1);
      if (close < 0) throw new Malformed(`The value of "${qualified}" has no end.`, quote, Math.min(text.length, quote + 80));
      if (seen.has(qualified)) throw new Malformed(`The attribute "${qualified}" stands twice in one tag.`, start, close + 1);
      seen.add(qualified);
      const raw = text.slice(quote + 1, close);
      if (raw.includes("<")) throw new Malformed(`The value of "${qualified}" holds a "<".`, quote, Math.min(close + 1, quote + 80));
      found.push({ qualified, value: raw.includes("&") ? this.#resolve(quote + 1, close) : raw, start: quote + 1, end: close });
      at = close + 1;
    }
    for (const { qualified, value } of found) {
      const prefix = qualified === "xmlns" ? "" : qualified.startsWith("xmlns:") ? qualified.slice(6) : void 0;
      if (prefix === void 0) continue;
      const before = this.#bindings.get(prefix);
      if (before === value) continue;
      (frame.declared ??= []).push([prefix, before]);
      this.#bindings.set(prefix, value);
      this.#epoch++;
    }
    if (found.length > 0) frame.attributes = found.map(({ qualified, value, start, end }) => {
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
function firstNonBlank(text, start, end) {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
function referenced(name) {
  if (!name.startsWith("#")) return ENTITIES.get(name);
  const code = /^#x[0-9a-f]+$/i.test(name) ? Number.parseInt(name.slice(2), 16) : /^#\d+$/.test(name) ? Number(name.slice(1)) : -1;
  return code > 0 && code <= 1114111 && (code < 55296 || code > 57343) ? String.fromCodePoint(code) : void 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  attributeOf,
  childOf,
  readXml,
  walkXml,
  xmlProblem,
  xmlRoot
});
