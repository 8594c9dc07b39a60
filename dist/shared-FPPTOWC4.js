const { effort } = require("./commands-check.js");
const {
  PlacesPool,
  PooledRule
} = require("./shared-RX3CNVOS.js");
const {
  LOCAL,
  ScriptState
} = require("./shared-PKBIHDJU.js");
const { wildcard } = require("./commands-check.js");
const {
  RegistryPolicy,
  looksLikeRuleString,
  parseRuleString
} = require("./shared-AHLXVQOH.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, DOMAIN, PART_NAMES, PRIVATE, PROFILES, PUBLIC, addressSet, changedRule, fileName, isAnyAddress, isAnyPort, makeRule, parseAddresses, parseIcmp, parsePort, parsePorts, parseProtocol, portSet } = require("./commands-check.js");
var SLOTS = 256;
var LONGEST = 24;
var Cutter = class {
  text;
  #held = Array(SLOTS).fill("");
  #kept = /* @__PURE__ */ new Set();
  constructor(text, vocabulary = []) {
    this.text = text;
    for (const word3 of vocabulary) {
      const slot = slotOf(word3, 0, word3.length);
      if (this.#kept.has(slot)) continue;
      this.#held[slot] = word3;
      this.#kept.add(slot);
    }
  }
  cut(start, end) {
    const { text } = this;
    const length = end - start;
    if (length > LONGEST || length < 2) return text.slice(start, end);
    const slot = slotOf(text, start, length);
    const held = this.#held[slot];
    if (held.length === length && text.startsWith(held, start)) return held;
    const word3 = text.slice(start, end);
    if (!this.#kept.has(slot)) this.#held[slot] = word3;
    return word3;
  }
};
var slotOf = (text, start, length) => length * 3 + text.charCodeAt(start) * 7 + text.charCodeAt(start + (length >> 1)) * 67 + text.charCodeAt(start + length - 1) & SLOTS - 1;
var BLANK = 1;
var NEWLINE = 2;
var BREAK = 4;
var SPECIAL = 8;
var NAME = 16;
var DIGIT = 32;
var CLASS = new Uint8Array(128);
var mark = (characters, bit) => {
  for (let i = 0; i < characters.length; i++) CLASS[characters.charCodeAt(i)] = CLASS[characters.charCodeAt(i)] | bit;
};
mark(" 	\v\f", BLANK | BREAK);
mark("\r\n", NEWLINE | BREAK);
mark("{}();,|&<>", BREAK);
mark("'\"$`", SPECIAL);
mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789", NAME);
mark("0123456789", DIGIT);
var LF = 10;
var CR = 13;
var HASH = 35;
var BACKTICK = 96;
var LESS = 60;
var GREATER = 62;
var isSingleQuote = (c) => c === 39 || c >= 8216 && c <= 8219;
var isDoubleQuote = (c) => c === 34 || c >= 8220 && c <= 8222;
var isDash = (c) => c === 45 || c >= 8211 && c <= 8213;
var isNewline = (c) => c === LF || c === CR;
var isDigit = (c) => c >= 48 && c <= 57;
var isWideBlank = (c) => c === 160 || c === 133 || c === 12288 || c === 65279 || c === 5760 || c >= 8192 && c <= 8202 || c === 8239 || c === 8287;
function isNameChar(c) {
  if (c < 128) return (CLASS[c] & NAME) !== 0;
  return c >= 170 && !isWideBlank(c) && !(c >= 8208 && c <= 8231);
}
var Lexer = class {
  text;
  faults = [];
  pos;
  #cutter;
  constructor(text, start = 0) {
    this.text = text;
    this.#cutter = new Cutter(text);
    this.pos = start;
  }
  get atEnd() {
    return this.pos >= this.text.length;
  }
  /** The code unit here or further on; -1 past the end. */
  peek(offset = 0) {
    const at = this.pos + offset;
    return at < this.text.length ? this.text.charCodeAt(at) : -1;
  }
  /** One fault is enough to refuse a script, a hundred are enough to read. */
  fault(message, start, end, isRefused = true) {
    if (this.faults.length < 100) this.faults.push({ message, isRefused, start, end });
  }
  /** Blanks, comments and continued lines, but no line end. Only between tokens: `#` inside a word is no comment. */
  skipBlanks() {
    const { text } = this;
    const { length } = text;
    let p = this.pos;
    for (; ; ) {
      if (p >= length) break;
      const c = text.charCodeAt(p);
      if (c === 32 || c < 128 && (CLASS[c] & BLANK) !== 0) p++;
      else if (c === BACKTICK && p + 1 < length && isNewline(text.charCodeAt(p + 1))) p += text.charCodeAt(p + 1) === CR && text.charCodeAt(p + 2) === LF ? 3 : 2;
      else if (c === HASH) p = this.#lineEnd(p);
      else if (c === LESS && text.charCodeAt(p + 1) === HASH) {
        const close = text.indexOf("#>", p + 2);
        if (close < 0) this.fault("The comment is never closed", p, p + 2);
        p = close < 0 ? length : close + 2;
      } else if (c > 127 && isWideBlank(c)) p++;
      else break;
    }
    this.pos = p;
  }
  /** Blanks, comments and line ends. */
  skipLines() {
    for (; ; ) {
      this.skipBlanks();
      if (!isNewline(this.peek())) return;
      this.pos++;
    }
  }
  /** What may stand between two statements. */
  skipSeparators() {
    for (; ; ) {
      this.skipLines();
      if (this.peek() !== 59) return;
      this.pos++;
    }
  }
  #lineEnd(from) {
    const { text } = this;
    let p = from;
    while (p < text.length && !isNewline(text.charCodeAt(p))) p++;
    return p;
  }
  /** To the end of the line, as text. */
  restOfLine() {
    const start = this.pos;
    this.pos = this.#lineEnd(start);
    return this.text.slice(start, this.pos);
  }
  /** The end of the plain part of a bare word. */
  plainWordEnd(from) {
    const { text } = this;
    const { length } = text;
    let p = from;
    for (; p < length; p++) {
      const c = text.charCodeAt(p);
      if (c < 128) {
        if ((CLASS[c] & (BREAK | SPECIAL)) !== 0) break;
      } else if (isSingleQuote(c) || isDoubleQuote(c) || isWideBlank(c)) break;
    }
    return p;
  }
  /** Whether a word ends before this code unit. */
  isBreak(c) {
    return c < 0 || (c < 128 ? (CLASS[c] & BREAK) !== 0 : isWideBlank(c));
  }
  /** The end of a name of letters, digits and `_`. */
  nameEnd(from) {
    const { text } = this;
    let p = from;
    while (p < text.length && isNameChar(text.charCodeAt(p))) p++;
    return p;
  }
  /** A piece of the text. */
  word(start, end) {
    return this.#cutter.cut(start, end);
  }
  /** A word of letters here, in lower case, without moving; empty when there is none. */
  peekWord() {
    const end = this.nameEnd(this.pos);
    return end === this.pos || end - this.pos > 20 ? "" : this.text.slice(this.pos, end).toLowerCase();
  }
  /** The text of `'\u2026'`, the cursor on the quote; two quotes are one. */
  singleQuoted() {
    const { text } = this;
    const start = this.pos;
    let from = start + 1;
    let value = "";
    let p = from;
    for (; p < text.length; p++) {
      const c = text.charCodeAt(p);
      if (c !== 39 && (c < 8216 || c > 8219)) continue;
      if (p + 1 < text.length && isSingleQuote(text.charCodeAt(p + 1))) {
        value += text.slice(from, p + 1);
        from = p + 2;
        p++;
        continue;
      }
      this.pos = p + 1;
      return value === "" ? text.slice(from, p) : value + text.slice(from, p);
    }
    this.fault("The string is never closed", start, start + 1);
    this.pos = text.length;
    return value + text.slice(from);
  }
  /** Where a here-string's text begins and ends, the cursor on its `@`; undefined when it is none. Moves behind it. */
  hereString(isQuote) {
    const { text } = this;
    const start = this.pos;
    let p = start + 2;
    while (p < text.length && CLASS[text.charCodeAt(p)] & BLANK) p++;
    if (!isNewline(text.charCodeAt(p))) return void 0;
    const from = p + (text.charCodeAt(p) === CR && text.charCodeAt(p + 1) === LF ? 2 : 1);
    for (let at = text.indexOf("@", from); at >= 0; at = text.indexOf("@", at + 1)) {
      if (at - 1 < from || !isQuote(text.charCodeAt(at - 1)) || !isNewline(text.charCodeAt(at - 2))) continue;
      this.pos = at + 1;
      const to = text.charCodeAt(at - 2) === LF && text.charCodeAt(at - 3) === CR ? at - 3 : at - 2;
      return { from, to: Math.max(from, to) };
    }
    this.fault("The here-string is never closed", start, start + 2);
    this.pos = text.length;
    return { from, to: text.length };
  }
  /**
   * Skips to the bracket that closes the one before the cursor, without the stack: what is nested deeper than the parser reads.
   * Quotes and comments are told apart, other signs do not matter.
   */
  skipNested() {
    const { text } = this;
    let depth = 1;
    while (!this.atEnd) {
      this.skipLines();
      const c = this.peek();
      if (c === 40 || c === 123 || c === 91) depth++;
      else if ((c === 41 || c === 125 || c === 93) && --depth === 0) {
        this.pos++;
        return;
      } else if (isSingleQuote(c)) {
        this.singleQuoted();
        continue;
      } else if (isDoubleQuote(c)) {
        for (this.pos++; !this.atEnd && !isDoubleQuote(this.peek()); this.pos++) if (text.charCodeAt(this.pos) === BACKTICK) this.pos++;
      }
      this.pos++;
    }
    this.pos = Math.min(this.pos, text.length);
  }
  /** A redirection such as `2>&1`, `*>$null`, `>> file`: passes over its sign and says whether a target follows. */
  redirection() {
    let p = this.pos;
    const c = this.peek();
    if (c === 42 || isDigit(c)) p++;
    if (this.text.charCodeAt(p) !== GREATER) {
      if (c !== LESS) return "none";
      this.pos++;
      return "file";
    }
    p++;
    if (this.text.charCodeAt(p) === GREATER) p++;
    if (this.text.charCodeAt(p) === 38 && isDigit(this.text.charCodeAt(p + 1))) {
      this.pos = p + 2;
      return "merge";
    }
    this.pos = p;
    return "file";
  }
};
var BANG = 33;
var DOLLAR = 36;
var PERCENT = 37;
var AMPERSAND = 38;
var OPEN = 40;
var CLOSE = 41;
var STAR = 42;
var PLUS = 43;
var COMMA = 44;
var DOT = 46;
var SLASH = 47;
var COLON = 58;
var SEMICOLON = 59;
var LESS2 = 60;
var EQUALS = 61;
var GREATER2 = 62;
var QUESTION = 63;
var AT = 64;
var OPEN_SQUARE = 91;
var CLOSE_SQUARE = 93;
var CARET = 94;
var BACKTICK2 = 96;
var OPEN_BRACE = 123;
var PIPE = 124;
var CLOSE_BRACE = 125;
var MAX_DEPTH = 240;
var ESCAPES = /* @__PURE__ */ new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["e", "\x1B"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["v", "\v"]
]);
var SCOPE = /^(?:global|local|script|private|using|variable):/;
var SHARED = /^(?:global|script):/i;
var TextParser = class extends Lexer {
  /** How many brackets and statements are open. */
  depth = 0;
  /** `$name`, `${name}`, `$scope:name`, `$( \u2026 )`; undefined when the `$` stands alone. */
  variable() {
    const { text } = this;
    const start = this.pos;
    const c = this.peek(1);
    if (c === OPEN) {
      this.pos += 2;
      return this.group("sub", start);
    }
    let name;
    if (c === OPEN_BRACE) {
      const length = text.slice(start + 2, start + 300).indexOf("}");
      if (length < 0) return void 0;
      name = text.slice(start + 2, start + 2 + length);
      this.pos = start + length + 3;
    } else {
      let end = this.nameEnd(start + 1);
      if (end === start + 1) {
        if (c !== QUESTION && c !== DOLLAR && c !== CARET) return void 0;
        end++;
      } else if (text.charCodeAt(end) === COLON && isNameChar(text.charCodeAt(end + 1))) end = this.nameEnd(end + 1);
      name = text.slice(start + 1, end);
      this.pos = end;
    }
    const variable = { kind: "variable", name: name.toLowerCase().replace(SCOPE, ""), isShared: SHARED.test(name), start, end: this.pos };
    return variable;
  }
  /** `"\u2026"`, the cursor on the quote. */
  doubleQuoted() {
    const { text } = this;
    const start = this.pos;
    for (let p = start + 1; p < text.length; p++) {
      const c = text.charCodeAt(p);
      if (c === DOLLAR || c === BACKTICK2) break;
      if (!isDoubleQuote(c)) continue;
      if (p + 1 < text.length && isDoubleQuote(text.charCodeAt(p + 1))) break;
      this.pos = p + 1;
      return { kind: "text", value: text.slice(start + 1, p), bare: false, start, end: this.pos };
    }
    this.pos++;
    const parts = this.expandable(-1);
    if (this.atEnd) this.fault("The string is never closed", start, start + 1);
    this.pos = Math.min(this.pos + 1, text.length);
    return textOf(parts, start, this.pos);
  }
  /** Text and variables up to the closing quote, or up to `to` in a here-string. */
  expandable(to) {
    const { text } = this;
    const end = to < 0 ? text.length : to;
    const parts = [];
    let literal = "";
    let from = this.pos;
    while (this.pos < end) {
      const c = text.charCodeAt(this.pos);
      if (c === BACKTICK2) {
        literal += text.slice(from, this.pos) + this.escaped();
        from = this.pos;
      } else if (c === DOLLAR) {
        const at = this.pos;
        const node = this.variable();
        if (!node) {
          this.pos++;
          continue;
        }
        literal += text.slice(from, at);
        if (literal !== "") parts.push(literal);
        literal = "";
        parts.push(node);
        from = this.pos;
      } else if (to < 0 && isDoubleQuote(c)) {
        if (!isDoubleQuote(this.peek(1))) break;
        literal += text.slice(from, this.pos + 1);
        this.pos += 2;
        from = this.pos;
      } else this.pos++;
    }
    literal += text.slice(from, Math.max(from, Math.min(this.pos, end)));
    if (literal !== "" || parts.length === 0) parts.push(literal);
    return parts;
  }
  /** What a backtick and the character behind it stand for. */
  escaped() {
    const { text } = this;
    const sign = text.charAt(this.pos + 1);
    this.pos += 2;
    if (sign === "u" && text.charAt(this.pos) === "{") {
      const digits = /^\{([0-9a-f]{1,6})\}/i.exec(text.slice(this.pos, this.pos + 8))?.[1] ?? "";
      const code = digits === "" ? Number.NaN : Number.parseInt(digits, 16);
      if (code <= 1114111) {
        this.pos += digits.length + 2;
        return String.fromCodePoint(code);
      }
    }
    return ESCAPES.get(sign) ?? sign;
  }
  bad(start, message) {
    this.fault(message, start, Math.min(Math.max(this.pos, start + 1), this.text.length));
    return { kind: "bad", start, end: Math.max(this.pos, start) };
  }
  /** Too deep at the cursor: the bracket here, or the rest of the line, is passed over. */
  tooDeep() {
    const start = this.pos;
    const c = this.peek();
    if (c === AT || c === DOLLAR) this.pos++;
    const bracket = this.peek();
    if (bracket === OPEN || bracket === OPEN_BRACE || bracket === OPEN_SQUARE) {
      this.pos++;
      return this.tooDeepInside(start);
    }
    this.restOfLine();
    return this.#deep(start);
  }
  /** Too deep, the bracket behind the cursor. */
  tooDeepInside(start) {
    this.skipNested();
    return this.#deep(start);
  }
  #deep(start) {
    this.fault(`Nested too deep: not read`, start, Math.min(start + 1, this.text.length), false);
    return { kind: "bad", start, end: this.pos };
  }
};
function textOf(parts, start, end, bare = false) {
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? { kind: "text", value: only, bare, start, end } : { kind: "expand", parts, start, end };
}
var MAX_CHAIN = 60;
var NUMBER = /(?:0x[0-9a-f]+|(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)(?:u?[lsy]|[und])?([kmgtp]b)?/iy;
var MULTIPLES = /* @__PURE__ */ new Map([["kb", 2 ** 10], ["mb", 2 ** 20], ["gb", 2 ** 30], ["tb", 2 ** 40], ["pb", 2 ** 50]]);
var OperandParser = class extends TextParser {
  /** One operand, the cursor on it. */
  operand() {
    const start = this.pos;
    const c = this.peek();
    if (c === DOLLAR) return this.postfix(this.variable() ?? this.bad(start, 'A "$" stands alone'));
    if (isSingleQuote(c)) return this.postfix({ kind: "text", value: this.singleQuoted(), bare: false, start, end: this.pos });
    if (isDoubleQuote(c)) return this.postfix(this.doubleQuoted());
    if (isDigit(c) || c === DOT && isDigit(this.peek(1))) return this.postfix(this.#number());
    if (c === OPEN) return this.postfix(this.paren());
    if (c === AT) return this.postfix(this.atSign() ?? this.#splat());
    if (c === OPEN_BRACE) return this.block();
    if (c === OPEN_SQUARE) {
      const name = this.typeName();
      return name === void 0 ? this.bad(start, "This is no type") : this.postfix({ kind: "type", name, start, end: this.pos });
    }
    return this.bad(start, "A value is missing");
  }
  #splat() {
    const start = this.pos;
    const end = this.nameEnd(start + 1);
    if (end === start + 1) return this.bad(start, 'An "@" stands alone');
    this.pos = end;
    return { kind: "variable", name: this.text.slice(start + 1, end).toLowerCase(), isShared: false, start, end };
  }
  #number() {
    const start = this.pos;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.text);
    if (!match) return this.bad(start, "This is no number");
    this.pos = NUMBER.lastIndex;
    const digits = match[0];
    const value = /^0x/i.test(digits) ? Number.parseInt(digits, 16) : Number.parseFloat(digits);
    return { kind: "number", value: value * (MULTIPLES.get((match[1] ?? "").toLowerCase()) ?? 1), start, end: this.pos };
  }
  /** Whether a number stands here that is not the beginning of a word such as `7z`. */
  isNumber() {
    NUMBER.lastIndex = this.pos;
    if (!NUMBER.test(this.text)) return false;
    const after = this.text.charCodeAt(NUMBER.lastIndex);
    return Number.isNaN(after) || this.isBreak(after) || !isNameChar(after) && after !== 92;
  }
  /** Members, indexes and calls directly behind a value. */
  postfix(target) {
    let node = target;
    for (let count = 0; ; count++) {
      const c = this.peek();
      if (c !== DOT && c !== OPEN_SQUARE && c !== COLON && c !== QUESTION && c !== PLUS && !isDash(c)) return node;
      const next = this.#oneMore(node, c);
      if (!next) return node;
      if (count < MAX_CHAIN) node = next;
      else if (count === MAX_CHAIN) this.fault(`More than ${MAX_CHAIN} members stand in one row`, next.start, next.end, false);
    }
  }
  #oneMore(target, c) {
    const next = this.peek(1);
    const { start } = target;
    if (c === PLUS || isDash(c)) {
      if (next !== c || target.kind !== "variable" && target.kind !== "member") return void 0;
      this.pos += 2;
      return { kind: "unary", operator: c === PLUS ? "++" : "--", operand: target, start, end: this.pos };
    }
    if (c === OPEN_SQUARE || c === QUESTION && next === OPEN_SQUARE && target.kind === "variable") {
      this.pos += c === OPEN_SQUARE ? 1 : 2;
      if (this.depth >= MAX_DEPTH) return this.tooDeep();
      this.skipLines();
      const index = this.expression();
      this.skipLines();
      if (this.peek() === CLOSE_SQUARE) this.pos++;
      else this.fault('A "]" is missing', start, this.pos);
      return { kind: "index", target, index, start, end: this.pos };
    }
    const isStatic = c === COLON;
    const sign = isStatic ? next === COLON ? 2 : 0 : c === QUESTION ? next === DOT ? 2 : 0 : 1;
    if (sign === 0) return void 0;
    const name = this.#memberName(sign);
    if (!name) return void 0;
    let args;
    if (this.peek() === OPEN) args = this.#callArguments();
    else if (this.peek() === OPEN_BRACE && name.kind === "text") args = [this.block()];
    return { kind: "member", target, name, isStatic, args, start, end: this.pos };
  }
  #memberName(sign) {
    const start = this.pos + sign;
    const c = this.peek(sign);
    if (isNameChar(c)) {
      if (isDigit(c)) return void 0;
      this.pos = this.nameEnd(start);
      return { kind: "text", value: this.text.slice(start, this.pos), bare: true, start, end: this.pos };
    }
    const before = this.pos;
    this.pos = start;
    if (isSingleQuote(c)) return { kind: "text", value: this.singleQuoted(), bare: false, start, end: this.pos };
    if (isDoubleQuote(c)) return this.doubleQuoted();
    if (c === OPEN) return this.paren();
    const node = c === DOLLAR ? this.variable() : void 0;
    if (!node) this.pos = before;
    return node;
  }
  #callArguments() {
    const start = this.pos++;
    const args = [];
    if (this.depth >= MAX_DEPTH) {
      this.tooDeepInside(start);
      return args;
    }
    for (; ; ) {
      this.skipLines();
      if (this.atEnd) {
        this.fault('The "(" is never closed', start, start + 1);
        return args;
      }
      if (this.peek() === CLOSE) {
        this.pos++;
        return args;
      }
      if (this.peek() === COMMA) {
        this.pos++;
        continue;
      }
      const before = this.pos;
      args.push(this.expression(false));
      if (this.pos === before) this.pos++;
    }
  }
  /** `( \u2026 )`, the cursor on it. */
  paren() {
    const start = this.pos++;
    if (this.depth >= MAX_DEPTH) return this.tooDeepInside(start);
    this.depth++;
    this.skipLines();
    const inner = this.peek() === CLOSE ? void 0 : this.statement();
    this.skipLines();
    if (this.peek() === CLOSE) this.pos++;
    else this.#closeParen(start);
    this.depth--;
    return { kind: "paren", inner, start, end: this.pos };
  }
  /** Something stands where a `)` should: what follows up to it is passed over. */
  #closeParen(start) {
    const at = this.pos;
    this.skipNested();
    if (this.atEnd && this.text.charCodeAt(this.text.length - 1) !== CLOSE) this.fault('The "(" is never closed', start, start + 1);
    else this.fault('A ")" is missing', at, Math.min(at + 1, this.text.length));
  }
  /** `$( \u2026 )` and `@( \u2026 )`, the cursor behind the bracket. */
  group(kind, start) {
    if (this.depth >= MAX_DEPTH) return this.tooDeepInside(start);
    this.depth++;
    const body = this.statementsUntil(CLOSE);
    this.depth--;
    return { kind, body, start, end: this.pos };
  }
  /** What an `@` begins: an array, a hash table or a here-string; undefined for splatting. */
  atSign() {
    const start = this.pos;
    const c = this.peek(1);
    if (c === OPEN) {
      this.pos += 2;
      return this.group("array", start);
    }
    if (c === OPEN_BRACE) {
      this.pos += 2;
      return this.hash(start);
    }
    if (isSingleQuote(c)) {
      const found2 = this.hereString(isSingleQuote);
      return found2 && { kind: "text", value: this.text.slice(found2.from, found2.to), bare: false, start, end: this.pos };
    }
    if (!isDoubleQuote(c)) return void 0;
    const found = this.hereString(isDoubleQuote);
    if (!found) return void 0;
    const after = this.pos;
    this.pos = found.from;
    const parts = this.expandable(found.to);
    this.pos = Math.max(after, this.pos);
    return textOf(parts, start, this.pos);
  }
  /** The entries of `@{ \u2026 }`, the cursor behind its bracket; also the body of a DSC resource. */
  hash(start) {
    if (this.depth >= MAX_DEPTH) return this.tooDeepInside(start);
    this.depth++;
    const entries = [];
    for (; ; ) {
      this.skipSeparators();
      if (this.atEnd) {
        this.fault('The "{" is never closed', start, start + 1);
        break;
      }
      if (this.peek() === CLOSE_BRACE) {
        this.pos++;
        break;
      }
      const before = this.pos;
      const entry = this.#hashEntry();
      if (entry) entries.push(entry);
      if (this.pos === before) this.pos++;
    }
    this.depth--;
    return { kind: "hash", entries, start, end: this.pos };
  }
  #hashEntry() {
    const start = this.pos;
    const key = this.#hashKey();
    this.skipLines();
    if (this.peek() !== EQUALS) {
      this.fault('An "=" is missing', start, this.pos);
      this.restOfLine();
      return void 0;
    }
    this.pos++;
    this.skipLines();
    const c = this.peek();
    const value = c === CLOSE_BRACE || c === 59 ? void 0 : this.statement();
    return { key, value, start, end: value ? value.end : this.pos };
  }
  #hashKey() {
    const start = this.pos;
    const c = this.peek();
    if (c === DOLLAR || c === OPEN || c === OPEN_SQUARE || isSingleQuote(c) || isDoubleQuote(c)) return this.operand();
    while (!this.atEnd && !this.isBreak(this.peek()) && this.peek() !== EQUALS) this.pos++;
    return { kind: "text", value: this.word(start, this.pos), bare: true, start, end: this.pos };
  }
  /** The text between `[` and its `]`, in lower case and without blanks; undefined when it cannot be a type. */
  typeName() {
    let depth = 0;
    for (let p = this.pos; p < this.text.length && p < this.pos + 300; p++) {
      const c = this.text.charCodeAt(p);
      if (c === OPEN_SQUARE) depth++;
      else if (c === CLOSE_SQUARE) {
        if (--depth > 0) continue;
        const name = this.text.slice(this.pos + 1, p).replace(/\s+/g, "").toLowerCase();
        this.pos = p + 1;
        return name;
      } else if (!isNameChar(c) && c !== DOT && c !== COMMA && c !== PLUS && c !== BACKTICK2 && c !== 32) return void 0;
    }
    return void 0;
  }
};
var OPERATORS = new Map([
  ...["and", "or", "xor"].map((word3) => [word3, 1]),
  ...["band", "bor", "bxor", "shl", "shr"].map((word3) => [word3, 2]),
  ...["eq", "ne", "gt", "ge", "lt", "le", "like", "notlike", "match", "notmatch", "contains", "notcontains", "in", "notin", "replace", "split", "join", "is", "isnot", "as"].map((word3) => [word3, 3]),
  ["f", 6]
]);
var ADDITIVE = 4;
var MULTIPLICATIVE = 5;
var RANGE = 7;
var PREFIXES = /* @__PURE__ */ new Set(["not", "bnot", "split", "isplit", "csplit", "join"]);
var ExpressionParser = class extends OperandParser {
  /** An expression; without `commas` a comma ends it, as in the arguments of a method. */
  expression(commas = true) {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const condition2 = this.#binary(0, commas);
    const node = this.#conditional(condition2, commas);
    this.depth--;
    return node;
  }
  #conditional(condition2, commas) {
    if (this.peek() !== QUESTION || this.peek(1) === QUESTION) return condition2;
    this.pos++;
    this.skipLines();
    const then = this.expression(commas);
    this.skipLines();
    if (this.peek() !== COLON) return this.bad(condition2.start, 'A ":" is missing after "?"');
    this.pos++;
    this.skipLines();
    const otherwise = this.expression(commas);
    return { kind: "ternary", condition: condition2, then, else: otherwise, start: condition2.start, end: otherwise.end };
  }
  #binary(weakest, commas) {
    let left = this.#list(commas);
    for (; ; ) {
      this.skipBlanks();
      const found = this.#operator();
      if (!found || found.strength < weakest) return left;
      this.pos += found.length;
      this.skipLines();
      const right = this.#binary(found.strength + 1, commas);
      left = { kind: "binary", operator: found.operator, left, right, start: left.start, end: right.end };
    }
  }
  /** The binary operator at the cursor. */
  #operator() {
    const c = this.peek();
    const next = this.peek(1);
    if (c === DOT) return next === DOT ? { operator: "..", strength: RANGE, length: 2 } : void 0;
    if (c === QUESTION) return next === QUESTION && this.peek(2) !== EQUALS ? { operator: "??", strength: 1, length: 2 } : void 0;
    if (c === STAR || c === SLASH || c === PERCENT) {
      return next === EQUALS ? void 0 : { operator: String.fromCharCode(c), strength: MULTIPLICATIVE, length: 1 };
    }
    if (c === PLUS) return next === EQUALS || next === PLUS ? void 0 : { operator: "+", strength: ADDITIVE, length: 1 };
    if (!isDash(c) || next === EQUALS || isDash(next)) return void 0;
    const end = this.nameEnd(this.pos + 1);
    const word3 = this.text.slice(this.pos + 1, end).toLowerCase();
    if (word3 === "" || isDigit(next)) return { operator: "-", strength: ADDITIVE, length: 1 };
    const operator = OPERATORS.has(word3) ? word3 : /^[ci]/.test(word3) ? word3.slice(1) : "";
    const strength = OPERATORS.get(operator);
    if (strength !== void 0) return { operator, strength, length: end - this.pos };
    return next === DOLLAR || next === OPEN ? { operator: "-", strength: ADDITIVE, length: 1 } : void 0;
  }
  /** `a, b, c` binds stronger than every operator between two values. */
  #list(commas) {
    const first = this.#unary();
    if (!commas) return first;
    this.skipBlanks();
    return this.peek() === COMMA ? this.listAfter(first, () => this.#unary()) : first;
  }
  /** The rest of a list whose first item is read, the cursor on the comma. */
  listAfter(first, item) {
    const items = [first];
    let end = first.end;
    while (this.peek() === COMMA) {
      this.pos++;
      this.skipLines();
      const node = item();
      items.push(node);
      end = node.end;
      this.skipBlanks();
    }
    return { kind: "list", items, start: first.start, end };
  }
  #unary() {
    let prefixes;
    for (; ; ) {
      const start = this.pos;
      const operator = this.#prefix();
      if (operator === "") break;
      prefixes ??= [];
      if (prefixes.length < MAX_CHAIN) prefixes.push({ operator, start });
      else if (prefixes.length === MAX_CHAIN) this.fault(`More than ${MAX_CHAIN} operators stand in one row`, start, this.pos, false);
      this.skipLines();
    }
    let node = this.#stepped(this.operand());
    if (!prefixes) return node;
    for (const { operator, start } of prefixes.reverse()) {
      const { end } = node;
      node = operator.startsWith("[") ? { kind: "cast", type: operator.slice(1), operand: node, start, end } : { kind: "unary", operator, operand: node, start, end };
    }
    return node;
  }
  /** `$i ++`: a step may stand behind a blank. */
  #stepped(node) {
    if (node.kind !== "variable" && node.kind !== "member" && node.kind !== "index") return node;
    const c = this.peek();
    if (c !== 32 && c !== 9) return node;
    const before = this.pos;
    this.skipBlanks();
    const sign = this.peek();
    if ((sign === PLUS || isDash(sign)) && this.peek(1) === sign) {
      this.pos += 2;
      return { kind: "unary", operator: sign === PLUS ? "++" : "--", operand: node, start: node.start, end: this.pos };
    }
    this.pos = before;
    return node;
  }
  /** The prefix operator at the cursor, behind which it moves; a cast begins with `[`; empty when there is none. */
  #prefix() {
    const c = this.peek();
    if (c === BANG) {
      this.pos++;
      return "not";
    }
    if (c === COMMA) {
      this.pos++;
      return ",";
    }
    if (c === PLUS) {
      this.pos += this.peek(1) === PLUS ? 2 : 1;
      return this.text.charAt(this.pos - 2) === "+" ? "++" : "+";
    }
    if (c === OPEN_SQUARE) return this.#cast();
    if (!isDash(c)) return "";
    if (isDash(this.peek(1))) {
      this.pos += 2;
      return "--";
    }
    const end = this.nameEnd(this.pos + 1);
    const word3 = this.text.slice(this.pos + 1, end).toLowerCase();
    if (PREFIXES.has(word3)) {
      this.pos = end;
      return word3.replace(/^[ic]split$/, "split");
    }
    this.pos++;
    return "-";
  }
  /** `[type]` before an operand; leaves the cursor on a type that stands alone or has static members. */
  #cast() {
    const start = this.pos;
    const name = this.typeName();
    if (name === void 0) return "";
    const after = this.pos;
    const isStatic = this.peek() === COLON && this.peek(1) === COLON;
    this.skipBlanks();
    const c = this.peek();
    const isOperand = c === DOLLAR || c === OPEN || c === AT || c === OPEN_SQUARE || c === OPEN_BRACE || isSingleQuote(c) || isDoubleQuote(c) || isDigit(c) || isDash(c) && isDigit(this.peek(1));
    this.pos = isOperand && !isStatic ? after : start;
    return isOperand && !isStatic ? `[${name}` : "";
  }
  /** Whether a value in expression mode begins with this sign. */
  beginsExpression(c) {
    return c === DOLLAR || c === OPEN || c === AT || c === OPEN_SQUARE || c === OPEN_BRACE || c === BANG || c === PLUS || c === COMMA || isSingleQuote(c) || isDoubleQuote(c) || isDash(c) || (isDigit(c) || c === DOT && isDigit(this.peek(1))) && this.isNumber();
  }
  /** What ends a statement without belonging to it. */
  endsStatement(c) {
    return c < 0 || c === 59 || c === CLOSE || c === CLOSE_BRACE || isNewline(c) || c === PIPE || c === AMPERSAND;
  }
};
var ASSIGNMENT = /(?:[-+*/%]|\?\?)?=/y;
var CommandParser = class extends ExpressionParser {
  /** Inside a DSC `configuration`, where a resource may open its block on a line of its own. */
  inConfiguration = false;
  chain() {
    let left = this.#pipeline();
    for (let count = 0; left && count < 100; count++) {
      this.skipBlanks();
      const c = this.peek();
      if (c !== AMPERSAND && c !== PIPE || this.peek(1) !== c) break;
      this.pos += 2;
      this.skipLines();
      const right = this.#pipeline();
      if (!right) break;
      left = { kind: "chain", operator: c === PIPE ? "||" : "&&", left, right, start: left.start, end: right.end };
    }
    return left;
  }
  #pipeline() {
    const start = this.pos;
    const first = this.#element();
    if (!first) return void 0;
    if (first.kind === "assign") return first;
    let elements2;
    while (this.#pipeSign()) {
      const next = this.#command();
      if (!next) break;
      (elements2 ??= [first]).push(next);
    }
    return elements2 ? { kind: "pipeline", elements: elements2, start, end: elements2.at(-1).end } : first;
  }
  /** A `|` here or at the start of a following line, behind which the cursor moves. */
  #pipeSign() {
    this.skipBlanks();
    const before = this.pos;
    if (isNewline(this.peek())) this.skipLines();
    if (this.peek() === PIPE && this.peek(1) !== PIPE) {
      this.pos++;
      this.skipLines();
      return true;
    }
    this.pos = before;
    return false;
  }
  #element() {
    if (!this.beginsExpression(this.peek())) return this.#command();
    const target = this.expression();
    this.skipBlanks();
    ASSIGNMENT.lastIndex = this.pos;
    if (ASSIGNMENT.test(this.text)) {
      const operator = this.text.slice(this.pos, ASSIGNMENT.lastIndex);
      this.pos = ASSIGNMENT.lastIndex;
      this.skipLines();
      const value = this.statement();
      return { kind: "assign", operator, target, value, start: target.start, end: value ? value.end : this.pos };
    }
    while (this.#redirected()) this.skipBlanks();
    return target;
  }
  #redirected() {
    const c = this.peek();
    if (c !== GREATER2 && c !== LESS2 && !((c === STAR || isDigit(c)) && this.peek(1) === GREATER2)) return false;
    if (this.redirection() === "file") {
      this.skipBlanks();
      this.value();
    }
    return true;
  }
  #command() {
    const start = this.pos;
    let operator = "";
    const c = this.peek();
    if (c === AMPERSAND && this.peek(1) !== AMPERSAND || c === DOT && this.isBreak(this.peek(1)) && !this.endsStatement(this.peek(1)) || c === DOT && this.peek(1) === DOLLAR) {
      operator = String.fromCharCode(c);
      this.pos++;
      this.skipBlanks();
    }
    const name = this.value();
    if (!name) return void 0;
    const args = [];
    let { end } = name;
    for (; ; ) {
      this.skipBlanks();
      const sign = this.peek();
      if (this.endsStatement(sign)) {
        if (this.inConfiguration && isNewline(sign) && this.#opensBlockBelow(args)) continue;
        break;
      }
      if (this.#redirected()) continue;
      const arg = this.#argument(sign);
      if (!arg) break;
      args.push(arg);
      end = arg.end;
    }
    return { kind: "command", operator, name, args, start, end };
  }
  /** A resource of DSC may open its block on a following line: `Firewall Name`, line end, `{`. */
  #opensBlockBelow(args) {
    if (args.length > 3 || args.some((arg) => arg.value?.kind === "block")) return false;
    const before = this.pos;
    this.skipLines();
    if (this.peek() === OPEN_BRACE) return true;
    this.pos = before;
    return false;
  }
  #argument(c) {
    const start = this.pos;
    if (isDash(c)) {
      const next = this.peek(1);
      if (isNameChar(next) && !isDigit(next) || next === QUESTION) return this.#parameter();
      if (this.text.startsWith("--%", start)) {
        this.pos += 3;
        this.skipBlanks();
        const from = this.pos;
        const value2 = this.restOfLine();
        return { name: void 0, value: { kind: "text", value: value2, bare: true, start: from, end: this.pos }, attached: false, splat: false, start, end: this.pos };
      }
    }
    if (c === AT && isNameChar(this.peek(1))) {
      const end = this.nameEnd(start + 1);
      this.pos = end;
      const value2 = { kind: "variable", name: this.text.slice(start + 1, end).toLowerCase(), isShared: false, start, end };
      return { name: void 0, value: value2, attached: false, splat: true, start, end };
    }
    const value = this.#argumentValue();
    return value && { name: void 0, value, attached: false, splat: false, start, end: value.end };
  }
  /** `-Name`, with the value that is tied to it by a colon or follows it. */
  #parameter() {
    const { text } = this;
    const start = this.pos;
    let p = start + 1;
    for (; p < text.length; p++) {
      const c2 = text.charCodeAt(p);
      if (c2 === COLON || c2 === DOT || c2 === OPEN_SQUARE || this.isBreak(c2) || isDash(c2) || c2 === DOLLAR || isSingleQuote(c2) || isDoubleQuote(c2)) break;
    }
    while (p < text.length && isDash(text.charCodeAt(p))) p = this.nameEnd(p + 1);
    this.pos = p;
    const name = this.word(start + 1, p);
    const attached = this.peek() === COLON;
    if (attached) this.pos++;
    const before = this.pos;
    this.skipBlanks();
    const c = this.peek();
    const isValue = !this.endsStatement(c) && c !== GREATER2 && c !== LESS2 && !((c === STAR || isDigit(c)) && this.peek(1) === GREATER2) && !(isDash(c) && (isNameChar(this.peek(1)) && !isDigit(this.peek(1)) || this.text.startsWith("--", this.pos))) && !(c === AT && isNameChar(this.peek(1)));
    const value = isValue ? this.#argumentValue() : void 0;
    if (!value) this.pos = before;
    return { name, value, attached, splat: false, start, end: value ? value.end : before };
  }
  #argumentValue() {
    if (this.peek() === COMMA) {
      this.pos++;
      this.skipLines();
    }
    const first = this.value();
    if (!first) return void 0;
    this.skipBlanks();
    if (this.peek() !== COMMA) return first;
    return this.listAfter(first, () => this.value() ?? this.bad(this.pos, "A value is missing behind the comma"));
  }
  /** One value of argument mode. */
  value() {
    const start = this.pos;
    const c = this.peek();
    if (isSingleQuote(c)) return this.#quotedMember({ kind: "text", value: this.singleQuoted(), bare: false, start, end: this.pos });
    if (isDoubleQuote(c)) return this.#quotedMember(this.doubleQuoted());
    if (c === OPEN) return this.#joined(this.postfix(this.paren()));
    if (c === OPEN_BRACE) return this.block();
    if (c === DOLLAR) {
      const variable = this.variable();
      if (variable) return this.#joined(this.postfix(variable));
    }
    if (c === AT) {
      const node = this.atSign();
      if (node) return this.postfix(node);
    }
    return this.endsStatement(c) || c === COMMA ? void 0 : this.#plainWord() ?? this.#bareWord([]);
  }
  #quotedMember(node) {
    return this.peek() === DOT && isNameChar(this.peek(1)) ? this.postfix(node) : node;
  }
  /** `$x/24` is one word. */
  #joined(node) {
    return this.isBreak(this.peek()) || this.atEnd || node.kind === "paren" ? node : this.#bareWord([node]);
  }
  /** A bare word with nothing in it that needs a closer look, as nearly all are. */
  #plainWord() {
    const start = this.pos;
    const end = this.plainWordEnd(start);
    if (end === start || end < this.text.length && !this.isBreak(this.text.charCodeAt(end))) return void 0;
    this.pos = end;
    return { kind: "text", value: this.word(start, end), bare: true, start, end };
  }
  /** Letters, variables and quoted stretches up to a blank. */
  #bareWord(parts) {
    const { text } = this;
    const first = parts[0];
    const start = typeof first === "object" ? first.start : this.pos;
    let literal = "";
    for (; ; ) {
      const from = this.pos;
      this.pos = this.plainWordEnd(from);
      const c = this.peek();
      if (this.isBreak(c)) {
        literal = literal === "" ? this.word(from, this.pos) : literal + text.slice(from, this.pos);
        break;
      }
      literal += text.slice(from, this.pos);
      if (c === BACKTICK2) {
        if (this.pos + 1 >= text.length || isNewline(this.peek(1))) break;
        literal += this.escaped();
        continue;
      }
      const node = isSingleQuote(c) ? { kind: "text", value: this.singleQuoted(), bare: false, start: this.pos, end: this.pos } : isDoubleQuote(c) ? this.doubleQuoted() : this.variable();
      if (!node) {
        literal += "$";
        this.pos++;
        continue;
      }
      if (node.kind === "text") {
        literal += node.value;
        continue;
      }
      if (literal !== "") parts.push(literal);
      literal = "";
      parts.push(node);
    }
    if (this.pos === start) this.pos++;
    if (literal !== "" || parts.length === 0) parts.push(literal);
    return textOf(parts, start, this.pos, true);
  }
};
var KeywordParser = class extends CommandParser {
  afterWord() {
    this.pos = this.nameEnd(this.pos);
    this.skipLines();
  }
  /** A body in braces; empty with a fault when there is none. */
  body() {
    this.skipLines();
    if (this.peek() !== OPEN_BRACE) {
      this.fault('A "{" is missing', this.pos, Math.min(this.pos + 1, this.text.length));
      return [];
    }
    const start = this.pos++;
    if (this.depth >= MAX_DEPTH) {
      this.tooDeepInside(start);
      return [];
    }
    this.depth++;
    const nodes = this.statementsUntil(CLOSE_BRACE);
    this.depth--;
    return nodes;
  }
  /** `( condition )`. */
  head() {
    this.skipLines();
    if (this.peek() !== OPEN) {
      this.fault('A "(" is missing', this.pos, Math.min(this.pos + 1, this.text.length));
      return void 0;
    }
    const node = this.paren();
    return node.kind === "paren" ? node.inner : node;
  }
  /** Whether the next word, on this or a following line, is this one; moves behind it. */
  follows(word3) {
    const before = this.pos;
    this.skipLines();
    if (this.peekWord() === word3) {
      this.pos += word3.length;
      return true;
    }
    this.pos = before;
    return false;
  }
  ifStatement(start) {
    const clauses = [];
    let otherwise;
    let at = start;
    this.afterWord();
    do {
      const condition2 = this.head();
      clauses.push({ condition: condition2, headEnd: this.pos, body: this.body(), start: at, end: this.pos });
      this.skipBlanks();
      at = this.pos;
    } while (this.follows("elseif"));
    if (this.follows("else")) otherwise = this.body();
    return { kind: "if", clauses, otherwise, start, end: this.pos };
  }
  whileLoop(start) {
    this.afterWord();
    const condition2 = this.head();
    const headEnd = this.pos;
    return { kind: "loop", word: "while", first: void 0, condition: condition2, until: false, step: void 0, body: this.body(), headEnd, start, end: this.pos };
  }
  doLoop(start) {
    this.afterWord();
    if (this.peek() !== OPEN_BRACE) return void 0;
    const body = this.body();
    const until = !this.follows("while");
    if (until && !this.follows("until")) this.fault('A "while" or "until" is missing', start, start + 2);
    const condition2 = this.head();
    return { kind: "loop", word: "do", first: void 0, condition: condition2, until, step: void 0, body, headEnd: start + 2, start, end: this.pos };
  }
  forLoop(start) {
    this.afterWord();
    if (this.peek() !== OPEN) return void 0;
    this.pos++;
    const [first, condition2, step] = [this.#forPart(), this.#forPart(), this.#forPart()];
    this.skipLines();
    if (this.peek() === CLOSE) this.pos++;
    else {
      this.fault('A ")" is missing', start, this.pos);
      this.skipNested();
    }
    const headEnd = this.pos;
    return { kind: "loop", word: "for", first, condition: condition2, until: false, step, body: this.body(), headEnd, start, end: this.pos };
  }
  #forPart() {
    this.skipLines();
    const c = this.peek();
    const node = c === SEMICOLON || c === CLOSE ? void 0 : this.statement();
    this.skipLines();
    if (this.peek() === SEMICOLON) this.pos++;
    return node;
  }
  forEachLoop(start) {
    this.afterWord();
    while (isDash(this.peek())) {
      this.pos = this.nameEnd(this.pos + 1);
      this.skipBlanks();
      if (isDigit(this.peek())) this.pos = this.nameEnd(this.pos);
      this.skipBlanks();
    }
    if (this.peek() !== OPEN) return void 0;
    const open = this.pos++;
    this.skipLines();
    const variable = this.peek() === DOLLAR ? this.variable() : void 0;
    this.skipLines();
    if (variable?.kind !== "variable" || this.peekWord() !== "in") {
      this.fault('This is no "foreach ($x in \u2026)"', open, open + 1);
      this.skipNested();
      this.body();
      return { kind: "nothing", start, end: this.pos };
    }
    this.pos += 2;
    this.skipLines();
    const list = this.statement();
    this.skipLines();
    if (this.peek() === CLOSE) this.pos++;
    else {
      this.fault('A ")" is missing', open, this.pos);
      this.skipNested();
    }
    const headEnd = this.pos;
    return { kind: "foreach", variable: variable.name, list, body: this.body(), headEnd, start, end: this.pos };
  }
  switchStatement(start) {
    this.afterWord();
    const flags = [];
    while (isDash(this.peek())) {
      const end = this.nameEnd(this.pos + 1);
      flags.push(this.text.slice(this.pos + 1, end).toLowerCase());
      this.pos = end;
      this.skipLines();
    }
    const value = this.peek() === OPEN ? this.head() : this.value();
    const headEnd = this.pos;
    const clauses = [];
    this.skipLines();
    if (this.peek() === OPEN_BRACE) this.pos++;
    else this.fault('A "{" is missing', this.pos, this.pos);
    for (; ; ) {
      this.skipSeparators();
      if (this.atEnd) {
        this.fault('The "switch" is never closed', start, start + 6);
        break;
      }
      if (this.peek() === CLOSE_BRACE) {
        this.pos++;
        break;
      }
      const at = this.pos;
      const isDefault2 = this.peekWord() === "default";
      const condition2 = this.beginsExpression(this.peek()) && this.peek() !== OPEN_BRACE ? this.expression() : this.value();
      clauses.push({ condition: isDefault2 ? void 0 : condition2, headEnd: this.pos, body: this.body(), start: at, end: this.pos });
      if (this.pos === at) this.pos++;
    }
    return { kind: "switch", flags, value, clauses, headEnd, start, end: this.pos };
  }
  tryStatement(start) {
    this.afterWord();
    if (this.peek() !== OPEN_BRACE) return void 0;
    const body = this.body();
    const catches = [];
    while (this.follows("catch")) {
      this.skipLines();
      while (this.peek() === OPEN_SQUARE) {
        this.pos++;
        this.skipNested();
        this.skipLines();
        if (this.peek() === COMMA) {
          this.pos++;
          this.skipLines();
        }
      }
      catches.push(this.body());
    }
    const last = this.follows("finally") ? this.body() : [];
    return { kind: "try", body, catches, last, start, end: this.pos };
  }
  functionDefinition(start) {
    const word3 = this.peekWord();
    this.afterWord();
    const nameStart = this.pos;
    if (word3 === "configuration" && (this.peek() === DOLLAR || isSingleQuote(this.peek()) || isDoubleQuote(this.peek()))) this.value();
    else this.pos = this.plainWordEnd(nameStart);
    const name = this.text.slice(nameStart, this.pos).replace(/^(?:global|script|local|private):|^["']|["']$/gi, "").toLowerCase();
    this.skipLines();
    const parameters = this.peek() === OPEN ? this.parameters() : [];
    this.skipLines();
    if (name === "" || this.peek() !== OPEN_BRACE) return void 0;
    const outer = this.inConfiguration;
    this.inConfiguration = word3 === "configuration";
    const block = this.block();
    this.inConfiguration = outer;
    return { kind: "function", word: word3, name, block: parameters.length > 0 ? { ...block, parameters } : block, start, end: this.pos };
  }
  paramBlock(start) {
    this.afterWord();
    return this.peek() === OPEN ? { kind: "params", parameters: this.parameters(), start, end: this.pos } : void 0;
  }
  /** `( [attribute] [type] $name = value, \u2026 )`. */
  parameters() {
    const open = this.pos++;
    const list = [];
    let attributes = "";
    for (; ; ) {
      this.skipLines();
      const start = this.pos;
      const c = this.peek();
      if (this.atEnd) {
        this.fault('The "(" is never closed', open, open + 1);
        return list;
      }
      if (c === CLOSE) {
        this.pos++;
        return list;
      }
      if (c === COMMA) {
        this.pos++;
        attributes = "";
        continue;
      }
      if (c === OPEN_SQUARE) {
        this.pos++;
        this.skipNested();
        attributes += this.text.slice(start, Math.min(this.pos, start + 300));
        continue;
      }
      const variable = c === DOLLAR ? this.variable() : void 0;
      if (variable?.kind !== "variable") {
        this.fault("This is no parameter", start, start + 1);
        this.skipNested();
        return list;
      }
      this.skipLines();
      let value;
      if (this.peek() === EQUALS) {
        this.pos++;
        this.skipLines();
        value = this.expression(false);
      }
      const isSwitch = /\[(?:System\.Management\.Automation\.)?switch(?:Parameter)?\]/i.test(attributes);
      list.push({
        name: variable.name,
        isSwitch,
        value,
        start,
        end: this.pos,
        isMandatory: /\bMandatory\b(?!\s*=\s*(?:\$false|0))/i.test(attributes),
        type: /\[([\w.]+(?:\[\])?)\]\s*$/.exec(attributes)?.[1]?.toLowerCase() ?? "",
        fromPipeline: /ValueFromPipeline\b/i.test(attributes),
        byProperty: /ValueFromPipelineByPropertyName\b/i.test(attributes)
      });
      attributes = "";
    }
  }
  jump(start) {
    const word3 = this.peekWord();
    this.pos = this.nameEnd(start);
    this.skipBlanks();
    const value = this.endsStatement(this.peek()) ? void 0 : this.statement();
    return { kind: "jump", word: word3, value, start, end: value ? value.end : this.pos };
  }
  /** A class or an enum. */
  typeDefinition(start) {
    const word3 = this.peekWord();
    this.afterWord();
    if (!isNameChar(this.peek())) return void 0;
    const name = this.text.slice(this.pos, this.nameEnd(this.pos));
    const head = this.text.slice(this.pos, this.pos + 500).indexOf("{");
    if (head < 0) return void 0;
    this.pos += head + 1;
    if (word3 === "class") return { kind: "class", methods: this.#methods(name.toLowerCase(), start), start, end: this.pos };
    this.skipNested();
    return { kind: "nothing", start, end: this.pos };
  }
  /** The methods of a class, the cursor behind its bracket; nobody calls them by name, so they are functions that somebody may call. */
  #methods(type, start) {
    const methods = [];
    let name = "";
    for (; ; ) {
      this.skipSeparators();
      if (this.atEnd) {
        this.fault('The "{" is never closed', start, start + 5);
        return methods;
      }
      const c = this.peek();
      const at = this.pos;
      if (c === CLOSE_BRACE) {
        this.pos++;
        return methods;
      }
      if (c === OPEN) {
        const parameters = this.parameters();
        while (!this.atEnd && this.#isBeforeBody()) {
        }
        if (this.peek() === OPEN_BRACE) methods.push({ kind: "function", word: "method", name: `${type}.${name}`, block: { ...this.block(), parameters }, start: at, end: this.pos });
      } else if (c === OPEN_SQUARE || c === OPEN_BRACE) {
        this.pos++;
        this.skipNested();
      } else if (isSingleQuote(c) || isDoubleQuote(c) || c === AT) {
        this.value();
        if (this.pos === at) this.pos++;
      } else if (isNameChar(c)) {
        this.pos = this.nameEnd(at);
        name = this.text.slice(at, this.pos).toLowerCase();
      } else this.pos++;
    }
  }
  /** Passes over what stands between the parameters of a constructor and its body. */
  #isBeforeBody() {
    this.skipLines();
    const c = this.peek();
    if (c === COLON) this.pos++;
    else if (c === OPEN) {
      this.pos++;
      this.skipNested();
    } else if (isNameChar(c) && this.peekWord() === "base") this.pos = this.nameEnd(this.pos);
    else return false;
    return true;
  }
  usingStatement(start) {
    this.restOfLine();
    return { kind: "nothing", start, end: this.pos };
  }
  trapStatement(start) {
    this.afterWord();
    if (this.peek() === OPEN_SQUARE) {
      this.pos++;
      this.skipNested();
      this.skipLines();
    }
    if (this.peek() !== OPEN_BRACE) return void 0;
    this.body();
    return { kind: "nothing", start, end: this.pos };
  }
};
var KEYWORDS = new Map([
  ["if", (p, at) => p.ifStatement(at)],
  ["while", (p, at) => p.whileLoop(at)],
  ["do", (p, at) => p.doLoop(at)],
  ["for", (p, at) => p.forLoop(at)],
  ["foreach", (p, at) => p.forEachLoop(at)],
  ["switch", (p, at) => p.switchStatement(at)],
  ["try", (p, at) => p.tryStatement(at)],
  ["trap", (p, at) => p.trapStatement(at)],
  ["param", (p, at) => p.paramBlock(at)],
  ["class", (p, at) => p.typeDefinition(at)],
  ["enum", (p, at) => p.typeDefinition(at)],
  ["using", (p, at) => p.usingStatement(at)],
  ...["function", "filter", "workflow", "configuration"].map((word3) => [word3, (p, at) => p.functionDefinition(at)]),
  ...["return", "exit", "throw", "break", "continue"].map((word3) => [word3, (p, at) => p.jump(at)])
]);
var ATTRIBUTE = /\[\s*(?:CmdletBinding|OutputType|Alias|DscResource|Experimental|(?:System\.)?(?:Diagnostics\.CodeAnalysis|Management\.Automation)\.\w+)\b/iy;
var Parser = class extends KeywordParser {
  /** The next statement of the script; undefined at its end. */
  next() {
    for (; ; ) {
      this.skipSeparators();
      if (this.atEnd) return void 0;
      const before = this.pos;
      const node = this.#separated();
      if (this.pos === before) {
        this.fault(`This "${this.text.charAt(before)}" closes nothing`, before, before + 1);
        this.pos++;
      }
      if (node) return node;
    }
  }
  /** The entries of `{ name = value \u2026 }`, the cursor on the brace: the body of a DSC resource. */
  entries() {
    return this.hash(this.pos++);
  }
  /** A statement, and what stands behind it where a line end should. */
  #separated() {
    const node = this.statement();
    this.skipBlanks();
    const c = this.peek();
    if (c === AMPERSAND && this.peek(1) !== AMPERSAND) this.pos++;
    else if (!this.endsStatement(c) && node?.kind !== "function" && node?.kind !== "params" && node?.kind !== "nothing") this.#strayWord();
    return node;
  }
  #strayWord() {
    const start = this.pos;
    const before = this.text.charCodeAt(start - 1);
    if (before === CLOSE_BRACE) return;
    this.value();
    if (this.pos === start) this.pos++;
    this.fault("This does not belong to the statement before it", start, this.pos);
  }
  statementsUntil(close) {
    const start = this.pos - 1;
    const nodes = [];
    for (; ; ) {
      this.skipSeparators();
      if (this.atEnd) {
        this.fault(`The "${this.text.charAt(start)}" is never closed`, start, start + 1);
        return nodes;
      }
      if (this.peek() === close) {
        this.pos++;
        return nodes;
      }
      const before = this.pos;
      const node = this.#separated();
      if (node) nodes.push(node);
      if (this.pos === before) {
        this.fault(`This "${this.text.charAt(before)}" closes nothing`, before, before + 1);
        this.pos++;
      }
    }
  }
  statement() {
    if (this.depth >= MAX_DEPTH) return this.tooDeep();
    this.depth++;
    const node = this.#statement();
    this.depth--;
    return node;
  }
  #statement() {
    const c = this.peek();
    if (c < 128 && isNameChar(c) && !isDigit(c)) {
      const keyword = this.#endsKeyword() ? KEYWORDS.get(this.peekWord()) : void 0;
      if (keyword) {
        const start = this.pos;
        const node = keyword(this, start);
        if (node) return node;
        this.pos = start;
      }
    } else if (c === COLON && isNameChar(this.peek(1))) {
      this.pos = this.nameEnd(this.pos + 1);
      this.skipBlanks();
      return this.#statement();
    } else if (c === OPEN_SQUARE) {
      ATTRIBUTE.lastIndex = this.pos;
      if (ATTRIBUTE.test(this.text)) {
        const start = this.pos++;
        this.skipNested();
        return { kind: "nothing", start, end: this.pos };
      }
    }
    return this.chain();
  }
  /** Whether the word here ends as a keyword does: `if(`, not `if-x`. */
  #endsKeyword() {
    const end = this.nameEnd(this.pos);
    const c = end < this.text.length ? this.text.charCodeAt(end) : -1;
    return this.isBreak(c) || c === DOLLAR || isSingleQuote(c) || isDoubleQuote(c);
  }
  /** `{ \u2026 }`, the cursor on it. */
  block() {
    const start = this.pos++;
    if (this.depth >= MAX_DEPTH) {
      this.tooDeepInside(start);
      return { kind: "block", parameters: [], begin: [], process: [], body: [], start, end: this.pos };
    }
    this.depth++;
    let parameters = [];
    const parts = /* @__PURE__ */ new Map([["begin", []], ["process", []], ["end", []], ["dynamicparam", []], ["clean", []]]);
    const body = parts.get("end");
    for (; ; ) {
      this.skipSeparators();
      if (this.atEnd) {
        this.fault('The "{" is never closed', start, start + 1);
        break;
      }
      if (this.peek() === CLOSE_BRACE) {
        this.pos++;
        break;
      }
      const before = this.pos;
      const named = parts.get(this.peekWord());
      if (named && this.#openNamed()) {
        named.push(...this.statementsUntil(CLOSE_BRACE));
        continue;
      }
      const node = this.#separated();
      if (node?.kind === "params") ({ parameters } = node);
      else if (node) body.push(node);
      if (this.pos === before) {
        this.fault(`This "${this.text.charAt(before)}" closes nothing`, before, before + 1);
        this.pos++;
      }
    }
    this.depth--;
    return { kind: "block", parameters, begin: parts.get("begin"), process: parts.get("process"), body, start, end: this.pos };
  }
  #openNamed() {
    const before = this.pos;
    this.pos = this.nameEnd(before);
    this.skipLines();
    if (this.peek() === OPEN_BRACE) {
      this.pos++;
      return true;
    }
    this.pos = before;
    return false;
  }
};
var Unknown = class {
  /** What stands in the file for it. */
  text;
  /** Whether it is usually true, where somebody knows that (a rule that is not there yet, a module that is). */
  likely;
  constructor(text, likely) {
    this.text = text;
    this.likely = likely;
  }
};
var Foreign = class {
  /** Whether it counts as true; undefined when that is not known. */
  get truth() {
    return void 0;
  }
  get likely() {
    return void 0;
  }
  member(_name) {
    return void 0;
  }
  /** `$object.Name = value`, and `$object.Name(args) = value` of COM. */
  assign(_name, _value, _args) {
  }
  /** Something that is true when its objects contain the value. */
  contains(_value) {
    return void 0;
  }
  call(_name, _args) {
    return void 0;
  }
  /** What stands for every one of its objects in a loop that runs under this limit. */
  each(_limit) {
    return void 0;
  }
};
var HashTable = class {
  entries = /* @__PURE__ */ new Map();
  /** How many undecided conditions stood around it when it was made. */
  level;
  /** A key was written that is not known: nothing is surely absent any more. */
  isOpen = false;
  constructor(level = 0) {
    this.level = level;
  }
  set(key, value, start = -1, end = -1) {
    this.entries.set(key.toLowerCase(), { key, value, start, end });
  }
  get(key) {
    return this.entries.get(key.toLowerCase())?.value;
  }
};
var ScriptBlock = class {
  block;
  constructor(block) {
    this.block = block;
  }
};
var MAX_LIST = 1e4;
var MAX_TEXT = 1e5;
var MAX_DEPTH2 = 20;
var ENVIRONMENT = new Map([
  "SystemRoot",
  "windir",
  "SystemDrive",
  "ProgramFiles",
  "ProgramFiles(x86)",
  "ProgramW6432",
  "ProgramData",
  "CommonProgramFiles",
  "CommonProgramFiles(x86)",
  "ALLUSERSPROFILE",
  "PUBLIC"
].map((name) => [name.toLowerCase(), `%${name}%`]));
var environmentText = (name) => ENVIRONMENT.get(name);
function elements(value, deep = false) {
  if (value === void 0) return [];
  if (!Array.isArray(value)) return [value];
  if (!deep) return value;
  const out = [];
  return flatten(value, out, 0) ? out : void 0;
}
function flatten(list, out, depth) {
  if (depth > MAX_DEPTH2) return false;
  for (const item of list) {
    if (Array.isArray(item)) {
      if (!flatten(item, out, depth + 1)) return false;
    } else if (out.push(item) > MAX_LIST) return false;
  }
  return true;
}
var isLarge = (value) => Array.isArray(value) ? value.length > 16 || value.some((item) => typeof item === "object" || isLarge(item)) : typeof value === "string" ? value.length >= 1e3 : value instanceof HashTable && value.entries.size > 100;
var PER_ENTRY = 10;
function weightOf(value) {
  if (typeof value === "string") return value.length < 1e3 ? 0 : value.length >> 4;
  if (value instanceof HashTable) return value.entries.size < 50 ? 0 : value.entries.size * PER_ENTRY;
  return Array.isArray(value) ? listWeight(value, 0) : 0;
}
function listWeight(list, depth) {
  let weight = list.length;
  for (const item of list) {
    if (typeof item === "string") weight += item.length >> 4;
    else if (item instanceof HashTable) weight += item.entries.size;
    else if (Array.isArray(item) && depth < MAX_DEPTH2) weight += listWeight(item, depth + 1);
    if (weight > MAX_LIST * 10) break;
  }
  return weight;
}
function textOfValue(value) {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === void 0 || value === null) return "";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (!Array.isArray(value)) return void 0;
  let text = "";
  const items = elements(value, true);
  if (!items) return void 0;
  for (const [i, item] of items.entries()) {
    const part = textOfValue(item);
    if (part === void 0 || text.length > MAX_TEXT) return void 0;
    text += i === 0 ? part : ` ${part}`;
  }
  return text;
}
function describe(value) {
  if (value instanceof Unknown || value instanceof Foreign) return value.text;
  if (value instanceof HashTable) return "@{\u2026}";
  if (value instanceof ScriptBlock) return "{\u2026}";
  if (!Array.isArray(value)) return textOfValue(value) ?? "";
  const items = (elements(value, true) ?? []).slice(0, 50);
  return items.map(describe).join(",").slice(0, 1e3);
}
function truthOf(value) {
  if (value === void 0 || value === null) return false;
  if (value instanceof Unknown) return void 0;
  if (value instanceof Foreign) return value.truth;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") return value !== "";
  if (!Array.isArray(value)) return true;
  const list = value;
  return list.length > 1 ? true : truthOf(list[0]);
}
function likelyOf(value) {
  return value instanceof Unknown || value instanceof Foreign ? value.likely : truthOf(value);
}
var isKnown = (value) => !(value instanceof Unknown) && !(value instanceof Foreign);
function single(out) {
  return out.length === 0 ? void 0 : out.length === 1 ? out[0] : out;
}
var plain = (text, start) => ({ text, pieces: [0, start, -1] });
var fixedText = (text, start, end) => ({ text, pieces: [0, start, end] });
function sourceOf(mapped, at) {
  const { pieces } = mapped;
  const i = pieceAt(pieces, at);
  return pieces[i + 2] === -1 ? pieces[i + 1] + at - pieces[i] : pieces[i + 1];
}
function sourceEndOf(mapped, end) {
  const { pieces } = mapped;
  const i = pieceAt(pieces, Math.max(0, end - 1));
  return pieces[i + 2] === -1 ? pieces[i + 1] + end - pieces[i] : pieces[i + 2];
}
function pieceAt(pieces, at) {
  let low = 0;
  let high = pieces.length / 3 - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (pieces[middle * 3] <= at) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}
var MapBuilder = class {
  #texts = [];
  #pieces = [];
  #length = 0;
  /** A stretch of other mapped text, places kept. */
  literal(from, start, end) {
    if (end <= start) return;
    this.#texts.push(from.text.slice(start, end));
    const { pieces } = from;
    for (let i = pieceAt(pieces, start); i < pieces.length && pieces[i] < end; i += 3) {
      const cut = Math.max(0, start - pieces[i]);
      const fixed = pieces[i + 2];
      this.#pieces.push(this.#length + pieces[i] + cut - start, pieces[i + 1] + (fixed === -1 ? cut : 0), fixed);
    }
    this.#length += end - start;
  }
  /** Text that stands for a stretch of the file. */
  fixed(text, start, end) {
    if (text === "") return;
    this.#texts.push(text);
    this.#pieces.push(this.#length, start, end);
    this.#length += text.length;
  }
  build() {
    return { text: this.#texts.join(""), pieces: this.#pieces.length === 0 ? [0, 0, -1] : this.#pieces };
  }
};
var MOST_STEPS = 2e5;
var MOST_ROUNDS = 5e3;
var MOST_EXPANDED = 1 << 25;
var MOST_REPEATED = 3e6;
var PER_COMMAND = 32;
var DEEPEST = 64;
var Budget = class {
  #tell;
  #effort = effort();
  #tired = false;
  /** Tells once that something was not followed. */
  constructor(tell) {
    this.#tell = tell;
  }
  /** One more round of a `for`, call or line of a call. */
  step() {
    return ++this.#effort.rounds <= MOST_STEPS || this.#tire();
  }
  /** One more jump back. */
  round() {
    return ++this.#effort.jumps <= MOST_ROUNDS || this.#tire();
  }
  /** So many characters more. */
  grow(by) {
    this.#effort.expanded += by;
    return this.#effort.expanded <= MOST_EXPANDED || this.#tire();
  }
  /** A command of so many characters inside of a loop or a call, or a list that is read there. */
  repeat(length) {
    this.#effort.repeated += PER_COMMAND + length;
    return this.#effort.repeated <= MOST_REPEATED || this.#tire();
  }
  #tire() {
    if (!this.#tired) {
      this.#tired = true;
      this.#tell("Loops, calls or variables of this script go too far to be followed; the rest stays open.");
    }
    return false;
  }
};
var OPERATORS2 = /* @__PURE__ */ new Set(["equ", "neq", "lss", "leq", "gtr", "geq"]);
function decide(test, variables, loop) {
  const { operator, ignoreCase, not } = test;
  const { exitCode } = variables;
  const known2 = (text) => {
    const value = variables.substitute(plain(text, 0), loop).text;
    return /[%!]/.test(value) ? void 0 : ignoreCase ? value.toLowerCase() : value;
  };
  if (operator === "defined") {
    const value = variables.get(test.right.toLowerCase());
    return value === void 0 ? void 0 : value !== "" !== not;
  }
  if (operator === "errorlevel") {
    if (test.right === "0") return !not;
    return exitCode === void 0 || !/^\d+$/.test(test.right) ? void 0 : exitCode >= Number(test.right) !== not;
  }
  if (operator !== "==" && !OPERATORS2.has(operator)) return void 0;
  const left = known2(test.left);
  const right = known2(test.right);
  if (left === void 0 || right === void 0) return void 0;
  if (operator === "==") return left === right !== not;
  const numbers = /^-?\d+$/.test(left) && /^-?\d+$/.test(right);
  const order = numbers ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0;
  const holds = operator === "equ" ? order === 0 : operator === "neq" ? order !== 0 : operator === "lss" ? order < 0 : operator === "leq" ? order <= 0 : operator === "gtr" ? order > 0 : order >= 0;
  return holds !== not;
}
function isDefault({ operator, not, left, right }, variables) {
  const isGiven = (text) => {
    const name = /^[["']*%(?:~?[1-9]|([^%~:*]+)%)[\]"']*$/.exec(text);
    return name !== null && (name[1] === void 0 || variables.arguments === void 0 && variables.isOutside(name[1]));
  };
  if (operator === "defined") return variables.isOutside(right) ? not : void 0;
  const isEmpty = (text) => /^(?:""|''|\[\]|\[""\])$/.test(text);
  return (operator === "==" || operator === "equ") && isGiven(left) && isEmpty(right) ? !not : void 0;
}
var NO_LOOP = /* @__PURE__ */ new Map();
var isCertain = ({ condition: condition2, stretch, loop }) => condition2 === stretch && loop.size === 0;
var under = (scope, why) => ({ ...scope, condition: scope.condition === void 0 ? why : shortened(`${scope.condition} and ${why}`) });
var shortened = (text) => {
  const one2 = text.replace(/\s+/g, " ");
  return one2.length > 120 ? `${one2.slice(0, 119)}\u2026` : one2;
};
var Flow = class {
  /** Whether it is that of a call. */
  isCall;
  /** Variables that were set in a stretch which may not run. */
  tentative = /* @__PURE__ */ new Set();
  #isDead = false;
  #isOver = false;
  /** Up to here a `goto` that may happen jumps over everything. */
  #skipTo = 0;
  #skipWhy;
  /** Labels that a `goto` leads to, with the condition of it; '' when it always happens. */
  #reached = /* @__PURE__ */ new Map();
  /** Condition of the stretch that began at the last label. */
  #label;
  /** How often variables had changed at a label, and what they were when a certain jump back to it was last followed. */
  #rounds = /* @__PURE__ */ new Map();
  /** The jump that may happen since the last label, if it is the only one, and how many commands had run before it. */
  #onlyJump;
  #jumps = 0;
  constructor(isCall, condition2) {
    this.isCall = isCall;
    this.#label = condition2;
  }
  /** Behind an `exit` or a `goto` that always happens. */
  get isDead() {
    return this.#isDead;
  }
  /** Whether a call has come to its end. */
  get isOver() {
    return this.#isOver;
  }
  /** Why the line at `at` may not be reached. */
  condition(at) {
    if (this.#skipWhy !== void 0 && at >= this.#skipTo) this.#skipWhy = void 0;
    return this.#label === void 0 ? this.#skipWhy : this.#skipWhy === void 0 ? this.#label : `${this.#label} and ${this.#skipWhy}`;
  }
  /** An `exit` that always happens, after so many commands. */
  end(commands) {
    this.#isDead = true;
    if (this.isCall) this.#isOver = true;
    if (this.#onlyJump?.commands === commands) this.#reached.set(this.#onlyJump.label, this.#onlyJump.stretch ?? "");
  }
  /** A `goto` after so many commands. */
  jump({ label: label2, from, to }, scope, commands, labels) {
    const known2 = this.#reached.get(label2);
    const condition2 = scope.condition ?? "";
    const both = known2 === "" || condition2 === "" ? "" : `label :${shortened(label2)}`;
    this.#reached.set(label2, known2 === void 0 || known2 === condition2 ? condition2 : both);
    if (isCertain(scope)) {
      this.#isDead = true;
      return;
    }
    const isNew = known2 === void 0 && to !== void 0 && to > from;
    this.#onlyJump = isNew && this.#jumps === 0 ? { label: label2, stretch: scope.stretch, commands } : void 0;
    this.#jumps++;
    if (to === void 0 || to <= from || labels.exitBetween(from, to)) return;
    this.#skipTo = Math.max(to, this.#skipTo);
    this.#skipWhy = shortened(`unless ${scope.condition ?? ""}`);
  }
  /** Whether a certain jump back by `length` characters is followed: a loop that counts is, one that nothing in the file can end is not. */
  again(label2, length, variables, budget) {
    const { changes } = variables;
    const before = this.#rounds.get(label2);
    if (before?.changes === changes || this.#label !== void 0 || this.#skipWhy !== void 0) return false;
    const { state } = variables;
    if (before?.state === state || !budget.round() || !budget.repeat(state.length + length)) return false;
    this.#rounds.set(label2, { state, changes });
    this.#isDead = false;
    return true;
  }
  /** The line of a label. `isElsewhere` tells whether nothing but calls leads to it. */
  arrive(label2, at, changes, isElsewhere) {
    const came = this.#reached.get(label2);
    this.#onlyJump = void 0;
    this.#jumps = 0;
    if (!this.#rounds.has(label2)) this.#rounds.set(label2, { changes });
    if (!this.#isDead) {
      if (came === "") this.#label = void 0;
      else if (came !== void 0 && this.#label !== void 0 && came !== this.#label) this.#label = `label :${shortened(label2)}`;
      this.condition(at);
      return;
    }
    if (came === void 0 && isElsewhere()) return;
    this.#isDead = false;
    this.#skipWhy = void 0;
    this.#label = came === "" ? void 0 : came ?? `label :${shortened(label2)}`;
  }
};
var isBlank = (c) => c === 32 || c === 9 || c === 10 || c === 13;
function lineEnd(text, at) {
  const feed = text.indexOf("\n", at);
  const next = feed < 0 ? text.length : feed + 1;
  const end = feed < 0 ? text.length : feed;
  return { end: end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end, next };
}
var LineReader = class {
  /** Where the next line begins; set by whoever jumps. */
  next = 0;
  #text;
  #valueOf;
  /** `valueOf` gets `NAME` or `%1`; what it does not know stays as it is written. */
  constructor(text, valueOf2) {
    this.#text = text;
    this.#valueOf = valueOf2;
  }
  get isAtEnd() {
    return this.next >= this.#text.length;
  }
  /** The next line with its `%` expanded and its continuation lines joined. */
  read() {
    const text = this.#text;
    let { end, next } = lineEnd(text, this.next);
    let start = this.next;
    if (text.charCodeAt(end - 1) !== 94 || !continues(text, start, end)) {
      this.next = next;
      const raw = text.slice(start, end);
      if (!raw.includes("%")) return plain(raw, start);
      const builder2 = new MapBuilder();
      this.#expand(raw, start, builder2);
      return builder2.build();
    }
    const builder = new MapBuilder();
    for (; ; ) {
      const more = text.charCodeAt(end - 1) === 94 && end > start && continues(text, start, end);
      this.#expand(text.slice(start, more ? end - 1 : end), start, builder);
      start = next;
      if (!more || start >= text.length) break;
      ({ end, next } = lineEnd(text, start));
    }
    this.next = start;
    return builder.build();
  }
  /** `%%`, `%VAR%`, `%1` and `%*` of a stretch that stands at `start`. */
  #expand(raw, start, builder) {
    const source = plain(raw, start);
    let done = 0;
    for (let at = raw.indexOf("%"); at >= 0 && at < raw.length; at = raw.indexOf("%", at)) {
      if (raw[at + 1] === "%") {
        builder.literal(source, done, at);
        builder.fixed("%", start + at, start + at + 2);
        done = at += 2;
        continue;
      }
      const argument = /%(?:\*|~?[a-z]*\d)/iy;
      argument.lastIndex = at;
      const found = argument.exec(raw);
      const close = found ? at + found[0].length - 1 : raw.indexOf("%", at + 1);
      if (close < 0) break;
      const value = found ? this.#valueOf(found[0], true) : this.#valueOf(raw.slice(at + 1, close), false);
      if (value !== void 0) {
        builder.literal(source, done, at);
        builder.fixed(value, start + at, start + close + 1);
        done = close + 1;
      }
      at = close + 1;
    }
    builder.literal(source, done, raw.length);
  }
};
function continues(text, start, end) {
  let quoted2 = false;
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) quoted2 = !quoted2;
    else if (c === 94 && !quoted2) {
      if (at === end - 1) return true;
      at++;
    }
  }
  return false;
}
var Labels = class {
  /** Where the line of a label begins. */
  places = /* @__PURE__ */ new Map();
  /** Those that some `call` names. */
  called = /* @__PURE__ */ new Set();
  #named = /* @__PURE__ */ new Set();
  #exits = [];
  #isOpen = false;
  constructor(text) {
    if (/\b(?:goto|exit|call[ \t]*:)/i.test(text)) this.#find(text);
    else this.#isOpen = true;
  }
  /** Whether anything in the file may jump to a label: something names it, or some jump is computed. */
  mayReach(label2) {
    return this.#isOpen || this.#named.has(label2);
  }
  /** Whether the script may end, or jump away, between two places. */
  exitBetween(from, to) {
    const exits = this.#exits;
    let low = 0;
    let high = exits.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (exits[middle] <= from) low = middle + 1;
      else high = middle;
    }
    return low < exits.length && exits[low] < to;
  }
  #find(text) {
    const { places: places2 } = this;
    let depth = 0;
    for (let at = 0; at < text.length; ) {
      const { end, next } = lineEnd(text, at);
      const line = text.slice(at, end).trim();
      const label2 = /^:([^\s:+&|<>^]+)/.exec(line);
      if (label2 && !places2.has(label2[1].toLowerCase())) places2.set(label2[1].toLowerCase(), at);
      if (line.startsWith(")")) depth = Math.max(0, depth - 1);
      if (depth === 0 && /^@?(?:exit|goto)\b/i.test(line)) this.#exits.push(at);
      if (line.endsWith("(")) depth++;
      const call = /\bcall[ \t]*:([^\s:+&|<>^]+)/i.exec(line);
      if (call) this.called.add(call[1].toLowerCase());
      for (const jump of line.matchAll(/\b(?:goto[ \t]*:?|call[ \t]*:)[ \t]*([^\s:+&|<>^;,=()]+)/gi)) {
        this.#named.add(jump[1].toLowerCase());
        this.#isOpen ||= /[%!]/.test(jump[1]);
      }
      at = next;
    }
  }
};
function literalItems(text) {
  if (/[%!*?]/.test(text)) return void 0;
  return text.match(/(?:[^\s,;="]|"[^"]*"?)+/g) ?? [];
}
function countedItems(text) {
  const numbers = /^\s*(-?\d{1,6})[\s,]+(-?\d{1,6})[\s,]+(-?\d{1,6})\s*$/.exec(text);
  if (!numbers) return void 0;
  const [from, step, to] = numbers.slice(1).map(Number);
  if (step === 0 || Math.abs((to - from) / step) > 65536) return void 0;
  const items = [];
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) items.push(String(n));
  return items;
}
function textTokens(items, settings, variable) {
  const given = settings.replace(/^"(.*)"$/s, "$1");
  const text = (/\busebackq\b/i.test(given) ? /^\s*'([^']*)'\s*$/ : /^\s*"([^"]*)"\s*$/).exec(items)?.[1];
  if (text === void 0 || /[%!\r\n]/.test(text) || variable.length !== 1 || /\b(?:skip|eol)=/i.test(given)) return void 0;
  const delimiters = /\bdelims=(.*?)(?:[ \t]+(?:tokens|usebackq)\b.*)?$/is.exec(given)?.[1] ?? " 	";
  const wanted = /\btokens=([\d,*-]+)/i.exec(given)?.[1] ?? "1";
  const parts = [];
  for (let at = 0; at < text.length; ) {
    while (at < text.length && delimiters.includes(text[at])) at++;
    const start = at;
    while (at < text.length && !delimiters.includes(text[at])) at++;
    if (at > start) parts.push({ text: text.slice(start, at), start });
  }
  if (parts.length === 0) return void 0;
  const numbers = [];
  let last = 0;
  for (const piece of wanted.split(",")) {
    const range2 = /^(\d{1,2})(?:-(\d{1,2}))?(\*?)$/.exec(piece);
    if (!range2 && piece !== "*") return void 0;
    if (range2) {
      last = Number(range2[2] ?? range2[1]);
      for (let n = Number(range2[1]); n <= last && numbers.length < 26; n++) numbers.push(n);
    }
    if (!range2 || range2[3] === "*") numbers.push("*");
  }
  const found = /* @__PURE__ */ new Map();
  for (const [i, number] of numbers.entries()) {
    const part = parts[number === "*" ? last : number - 1];
    const value = part === void 0 ? "" : number === "*" ? text.slice(part.start) : part.text;
    found.set(String.fromCharCode(variable.charCodeAt(0) + i), value);
  }
  return found;
}
var lengthOf = (node) => node.kind === "command" ? node.text.text.length : node.kind === "for" ? node.items.length : 0;
function onlySets(node) {
  if (node.kind === "command") return /^[ \t@]*set[ \t]+(?!\/p)/i.test(node.text.text);
  return node.kind === "sequence" && node.nodes.length > 0 && node.nodes.every(onlySets);
}
function assignedIn(node) {
  switch (node.kind) {
    case "command": {
      const set2 = /^[ \t@]*set[ \t]+(?:\/[ap][ \t]+)?"?(.*)/is.exec(node.text.text);
      const text = set2?.[1] ?? "";
      return [...text.matchAll(/[^=,"+*/%-]+/g)].filter(({ 0: name, index }) => /^[-+*/%]?=/.test(text.slice(index + name.length, index + name.length + 2))).map(([name]) => name.trim().toLowerCase());
    }
    case "sequence":
      return node.nodes.flatMap(assignedIn);
    case "given":
    case "piped":
      return assignedIn(node.node);
    case "if":
      return [...assignedIn(node.then), ...node.otherwise ? assignedIn(node.otherwise) : []];
    case "for":
      return assignedIn(node.body);
  }
}
var LAUNCHERS = /* @__PURE__ */ new Set(["psexec", "psexec64", "paexec", "runas", "schtasks", "nircmd", "nircmdc", "nsudo", "nsudolc", "winrs", "wmic"]);
var QUESTION2 = new RegExp(`^[ \\t@("]*(?:${[
  String.raw`(?:[^\s"]*[\\/])?(?:findstr|find|where|tasklist|ping|fltmc|openfiles|cacls|fsutil|fc|choice|whoami|wmic|qprocess|ver)(?:\.exe|\.com)?\b`,
  String.raw`reg(?:\.exe)?\s+query\b`,
  String.raw`sc(?:\.exe)?\s+query\b`,
  String.raw`net(?:\.exe)?\s+(?:session|file|user|use)\b`,
  String.raw`netsh(?:\.exe)?\s.*\bshow\b`
].join("|")})`, "i");
var isQuestion = (command) => QUESTION2.test(command);
function programName(text) {
  if (text === "netsh") return "netsh";
  return fileName(text).replace(/\.(?:exe|com)$/, "");
}
function programAt(all, text) {
  let first = 0;
  for (; ; ) {
    const name = programName(all[first]?.text ?? "");
    if (name === "call" || name === "sudo" || name === "gsudo" || name === "elevate") first++;
    else if (name === "start") {
      first++;
      if (/^".*"$/s.test(text.slice(all[first]?.start, all[first]?.end))) first++;
      while (all[first]?.text.startsWith("/")) first++;
    } else return first;
  }
}
function innerLine(command) {
  const { text } = command;
  const head = /^[ \t@]*(?:call[ \t]+)?"?(?:[^\s"]*[\\/])?cmd(?:\.exe)?"?(?:[ \t]+\/[^\sck][^\s]*)*[ \t]+\/[ck][ \t]*/i.exec(text);
  if (!head) return void 0;
  let from = head[0].length;
  let to = text.length;
  const last = text.lastIndexOf('"');
  const builder = new MapBuilder();
  if (text[from] === '"' && last > from) {
    builder.literal(command, ++from, last);
    from = last + 1;
  }
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  builder.literal(command, from, to);
  return builder.build();
}
function codeOfFind(text, question, code) {
  const wanted = /^[ \t@]*(?:\S*\\)?find(?:str)?(?:\.exe)?((?:[ \t]+\/[a-uw-z]\S*)*)[ \t]+(?:"([^"]+)"|([^\s"/]+))/i.exec(text);
  const quoted2 = /\/c:"([^"]+)"/i.exec(text)?.[1];
  const word3 = (quoted2 ?? wanted?.[2] ?? wanted?.[3])?.toLowerCase();
  if (word3 === void 0 || /[ \t]\/v\b/i.test(text)) return void 0;
  if (question.toLowerCase().includes(word3) || "rule name:".startsWith(word3)) return code;
  return "no rules match the specified criteria.".includes(word3) ? Number(code === 0) : void 0;
}
var Parser2 = class {
  #problem;
  // The line at work, the cursor in it, and where the next one comes from.
  #line = plain("", 0);
  #at = 0;
  #lines;
  #depth = 0;
  #tooDeep = false;
  constructor(problem) {
    this.#problem = problem;
  }
  /** What stands on a line. A block that it opens takes its further lines from `lines`; without them it ends with the line. */
  parse(line, lines) {
    this.#line = line;
    this.#at = 0;
    this.#lines = lines;
    this.#depth = 0;
    const nodes = [];
    while (this.#at < this.#line.text.length) {
      nodes.push(this.#sequence());
      if (this.#line.text[this.#at] === ")") this.#at++;
    }
    return nodes;
  }
  #blanks() {
    const { text } = this.#line;
    while (this.#at < text.length && isBlank(text.charCodeAt(this.#at))) this.#at++;
  }
  /** Goes on to the next line inside a block; false where there is none. */
  #more() {
    if (!this.#lines || this.#lines.isAtEnd) return false;
    this.#line = this.#lines.read();
    this.#at = 0;
    return true;
  }
  /** Commands joined by `&`, `&&`, `||` and `|`, up to the end of the line or the bracket that closes the block. */
  #sequence() {
    const nodes = [];
    let why;
    let on = "success";
    let piped;
    for (; ; ) {
      const begin = this.#at;
      const before = this.#line;
      const node = this.#command();
      if (node && why !== void 0) nodes.push({ kind: "given", node, on, why });
      else if (node) nodes.push(piped !== void 0 ? { kind: "piped", node, from: piped } : node);
      const { text } = this.#line;
      const operator = text[this.#at];
      if (operator !== "&" && operator !== "|") break;
      const twice = text[this.#at + 1] === operator;
      const isSameLine = before === this.#line;
      const said = isSameLine ? text.slice(begin, this.#at).replace(/[12]?>>?\s*(?:nul|&\d)/gi, "").trim() : "the block before it";
      piped = !twice && operator === "|" ? said : void 0;
      on = operator === "|" ? "failure" : "success";
      if (!twice) why = void 0;
      else if (operator === "|") why = `unless ${shortened(said)} succeeds`;
      else if (isQuestion(said)) why = `if ${shortened(said)} succeeds`;
      this.#at += twice ? 2 : 1;
    }
    return nodes.length === 1 ? nodes[0] : { kind: "sequence", nodes };
  }
  #command() {
    const { text } = this.#line;
    while (this.#at < text.length && /[ \t@,;=\r\n]/.test(text[this.#at])) this.#at++;
    if (this.#at >= text.length) return void 0;
    if (text[this.#at] === "(" && this.#deeper()) {
      this.#at++;
      const block = this.#block();
      this.#depth--;
      this.#redirections();
      return block;
    }
    if (text[this.#at] === ":") {
      this.#at = text.length;
      return void 0;
    }
    const word3 = /[a-z]+(?=[\s(/,;=]|$)/iy;
    word3.lastIndex = this.#at;
    const name = word3.exec(text)?.[0].toLowerCase();
    if (name === "rem") {
      this.#at = text.length;
      return void 0;
    }
    if (name === "if" || name === "for") {
      if (this.#deeper()) {
        this.#at += name.length;
        const node = name === "if" ? this.#if() : this.#for();
        this.#depth--;
        return node;
      }
      this.#at = text.length;
      return void 0;
    }
    return { kind: "command", text: this.#simpleText() };
  }
  /** One level deeper; false, with a word about it, where a file nests further than any person writes. */
  #deeper() {
    if (this.#depth < DEEPEST) {
      this.#depth++;
      return true;
    }
    if (!this.#tooDeep) {
      this.#tooDeep = true;
      const at = sourceOf(this.#line, this.#at);
      const message = `Blocks are nested more than ${DEEPEST} deep; what stands inside was not followed.`;
      this.#problem("requirement-unverifiable", message, at, at + 1);
    }
    return false;
  }
  /** The inside of brackets, over as many lines as it takes. */
  #block() {
    const nodes = [];
    for (; ; ) {
      this.#blanks();
      if (this.#at >= this.#line.text.length) {
        if (!this.#more()) break;
        continue;
      }
      if (this.#line.text[this.#at] === ")") {
        this.#at++;
        break;
      }
      const before = this.#at;
      nodes.push(this.#sequence());
      if (this.#at === before && this.#line.text[this.#at] !== ")") this.#at++;
    }
    return { kind: "sequence", nodes };
  }
  /** Text of one command: carets gone, redirections gone. Stops at an operator, or at the bracket that ends the block. */
  #simpleText() {
    const line = this.#line;
    const { text } = line;
    const builder = new MapBuilder();
    let quoted2 = false;
    let done = this.#at;
    let at = this.#at;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === 34) quoted2 = !quoted2;
      if (quoted2) continue;
      if (c === 94) {
        builder.literal(line, done, at);
        done = at + 1;
        at++;
        continue;
      }
      if (c === 38 || c === 124 || c === 41 && this.#depth > 0) break;
      if (c !== 60 && c !== 62) continue;
      const digit = at > done && /\d/.test(text[at - 1]) && (at < 2 || isBlank(text.charCodeAt(at - 2)));
      builder.literal(line, done, digit ? at - 1 : at);
      builder.fixed(" ", sourceOf(line, at), sourceOf(line, at) + 1);
      this.#at = at;
      this.#redirections();
      done = this.#at;
      at = this.#at - 1;
    }
    builder.literal(line, done, Math.min(at, text.length));
    this.#at = Math.min(at, text.length);
    return builder.build();
  }
  /** `>nul`, `2>&1`, `>> "file"`, as many as stand here. */
  #redirections() {
    const redirection = /[ \t]*\d?(?:>>?|<)[ \t]*(?:&\d|"[^"]*"?|[^\s&|<>()"]*)/y;
    redirection.lastIndex = this.#at;
    const { text } = this.#line;
    while (redirection.test(text)) {
      this.#at = redirection.lastIndex;
    }
  }
  #token() {
    this.#blanks();
    const { text } = this.#line;
    const start = this.#at;
    let quoted2 = false;
    for (; this.#at < text.length; this.#at++) {
      const c = text.charCodeAt(this.#at);
      if (c === 34) quoted2 = !quoted2;
      else if (!quoted2 && (isBlank(c) || c === 61 && text.charCodeAt(this.#at + 1) === 61)) break;
    }
    return text.slice(start, this.#at);
  }
  #if() {
    const begin = this.#at;
    let not = false;
    let ignoreCase = false;
    let left = this.#token();
    while (/^(?:\/i|not)$/i.test(left)) {
      if (left.toLowerCase() === "not") not = !not;
      else ignoreCase = true;
      left = this.#token();
    }
    let operator = "";
    let right = "";
    if (/^(?:exist|defined|errorlevel|cmdextversion)$/i.test(left)) {
      operator = left.toLowerCase();
      left = "";
      right = this.#token();
    } else {
      this.#blanks();
      if (this.#line.text.startsWith("==", this.#at)) {
        operator = "==";
        this.#at += 2;
      } else operator = this.#token().toLowerCase();
      right = this.#token();
    }
    const why = `if ${shortened(this.#line.text.slice(begin, this.#at).trim())}`;
    const then = this.#branch();
    this.#blanks();
    const otherwise = /else(?=[\s(]|$)/iy;
    otherwise.lastIndex = this.#at;
    const test = { not, ignoreCase, left, operator, right, why };
    if (!otherwise.test(this.#line.text)) return { kind: "if", test, then, otherwise: void 0 };
    this.#at = otherwise.lastIndex;
    return { kind: "if", test, then, otherwise: this.#branch() };
  }
  /** A block, or all commands up to the end of the line. */
  #branch() {
    this.#blanks();
    if (this.#line.text[this.#at] === "(") return this.#command() ?? { kind: "sequence", nodes: [] };
    return this.#sequence();
  }
  #for() {
    const begin = this.#at;
    let option = "";
    let settings = "";
    let token = this.#token();
    while (token !== "" && !token.startsWith("%")) {
      if (token.startsWith("/")) option = token.toLowerCase();
      else settings = token;
      token = this.#token();
    }
    const variable = token.slice(1);
    const word3 = this.#token().toLowerCase();
    this.#blanks();
    if (word3 !== "in" || this.#line.text[this.#at] !== "(") {
      this.#at = this.#line.text.length;
      return { kind: "sequence", nodes: [] };
    }
    this.#at++;
    const items = [];
    let open = true;
    while (open) {
      const { text } = this.#line;
      let quoted2 = false;
      let end = this.#at;
      for (; end < text.length; end++) {
        const c = text.charCodeAt(end);
        if (c === 34) quoted2 = !quoted2;
        else if (c === 41 && !quoted2) {
          open = false;
          break;
        }
      }
      items.push(text.slice(this.#at, end));
      this.#at = end + 1;
      if (open && !this.#more()) open = false;
    }
    const why = `for${shortened(this.#line.text.slice(begin, this.#at))}`;
    const keyword = /[ \t]*do(?=[\s(@]|$)/iy;
    keyword.lastIndex = this.#at;
    if (keyword.test(this.#line.text)) this.#at = keyword.lastIndex;
    return { kind: "for", option, settings, variable, items: items.join(" "), body: this.#branch(), why };
  }
};
var LONGEST_VALUE = 8191;
function followSet(rest, valueOf2, assign) {
  const option = /^[ \t]*\/([ap])[ \t]*/i.exec(rest);
  const body = rest.slice(option?.[0].length ?? 0).replace(/^[ \t]+/, "");
  const quoted2 = body.startsWith('"') ? body.slice(1, body.lastIndexOf('"') > 0 ? body.lastIndexOf('"') : void 0) : body;
  if (option?.[1]?.toLowerCase() === "a") {
    for (const sum2 of quoted2.replaceAll('"', "").split(",")) followSum(sum2, valueOf2, assign);
    return;
  }
  const equals = quoted2.indexOf("=");
  if (equals <= 0) return;
  const name = quoted2.slice(0, equals).trim().toLowerCase();
  const value = quoted2.slice(equals + 1);
  assign(name, option || value.length > LONGEST_VALUE || holdsItself(value, name) ? void 0 : value);
}
function followSum(sum2, valueOf2, assign) {
  const parts = /^\s*([^\s=+*/%^&|<>!~()-]+)\s*([-+*]?)=(.*)$/s.exec(sum2);
  if (!parts) return;
  const name = parts[1].toLowerCase();
  const text = parts[2] ? `${name}${parts[2]}${parts[3]}` : parts[3];
  const terms = /^\s*-?[\w#$@]+\s*(?:(?:[-+]\s*[\w#$@]+\s*)*|\*\s*[\w#$@]+\s*)$/.test(text) ? text.match(/[-+*]|[\w#$@]+/g) ?? [] : [];
  let value = terms.length === 0 ? void 0 : 0;
  let sign = "+";
  for (const term of terms) {
    if (/^[-+*]$/.test(term)) {
      sign = term;
      continue;
    }
    const known2 = /^\d/.test(term) ? term : valueOf2(term.toLowerCase())?.trim();
    const number = known2 !== void 0 && /^-?(?:0|[1-9]\d{0,8})$/.test(known2) ? Number(known2) : void 0;
    if (value === void 0 || number === void 0) {
      value = void 0;
      break;
    }
    value = sign === "*" ? value * number : sign === "-" ? value - number : value + number;
  }
  assign(name, value === void 0 || Math.abs(value) > 2147483647 ? void 0 : String(value));
}
var holdsItself = (value, name) => value.toLowerCase().includes(`%${name}%`);
var Variables = class {
  /** Of the command before, where the script decides it. */
  exitCode;
  /** What `call :label` gave, the label first; undefined where whoever starts the script gives them. */
  arguments;
  /** Whether `!NAME!` is expanded too. */
  isDelayed = false;
  #budget;
  #values = /* @__PURE__ */ new Map();
  /** Whatever the script has set so far, known or not. */
  #assigned = /* @__PURE__ */ new Set();
  #changes = 0;
  constructor(budget) {
    this.#budget = budget;
  }
  /** How often anything has changed: where it is the same, nothing has. */
  get changes() {
    return this.#changes;
  }
  /** All that is known, as one text. */
  get state() {
    return [...this.#values].join("\0") + (this.arguments ?? []).join("\0");
  }
  /** By its name in lower case. */
  get(name) {
    return this.#values.get(name);
  }
  /** Whether only whoever starts the script can have set it. */
  isOutside(name) {
    return !this.#assigned.has(name.toLowerCase()) && !/^(?:errorlevel|cd|date|time|random|processor_.*)$/i.test(name);
  }
  /** Sets a variable, to undefined where it is not known what to. `local` notes what it was before. */
  put(name, value, local) {
    this.#assigned.add(name);
    const before = this.#values.get(name);
    if (local && !local.has(name)) local.set(name, before);
    if (value !== before) this.#changes++;
    this.#restore(name, value);
  }
  /** Puts back what a branch noted, and tells what the branch had made of it. */
  undo(local) {
    const after = /* @__PURE__ */ new Map();
    for (const [name, before] of local) {
      after.set(name, this.#values.get(name));
      this.#restore(name, before);
    }
    return after;
  }
  forget(names) {
    for (const name of names) this.#values.delete(name);
  }
  #restore(name, value) {
    if (value === void 0) this.#values.delete(name);
    else this.#values.set(name, value);
  }
  /** `shift` and `shift /2`. Where it is not certain, the arguments are no longer known. */
  shift(command, isCertain2) {
    if (!this.arguments) return;
    this.#changes++;
    const from = /^[ \t@]*shift\s*(?:\/([0-8])\s*)?$/i.exec(command);
    this.arguments = isCertain2 && from ? this.arguments.toSpliced(Math.max(1, Number(from[1] ?? 1)), 1) : void 0;
  }
  /** What a line puts in for `NAME` between percent signs, or for an argument like `%~1`. */
  expand(name, isArgument) {
    const value = isArgument ? this.#argument(name) : this.#value(name);
    return value !== void 0 && this.#budget.grow(value.length) ? value : void 0;
  }
  /** Puts in loop variables (`%p`, `%~p`) and, where the script turned it on, `!NAME!`. */
  substitute(source, loop) {
    const text = loop.size > 0 && source.text.includes("%") ? this.#replace(source, /%(~?)([a-z#?])/gi, (found) => {
      const item = loop.get(found[2]);
      return found[1] === "~" ? item?.replace(/^"(.*)"$/, "$1") : item;
    }) : source;
    return this.isDelayed && text.text.includes("!") ? this.#replace(text, /!([^!\s]+)!/g, (found) => this.#value(found[1])) : text;
  }
  #replace(source, pattern, valueOf2) {
    const builder = new MapBuilder();
    let done = 0;
    for (const found of source.text.matchAll(pattern)) {
      const value = valueOf2(found);
      if (value === void 0 || !this.#budget.grow(value.length)) continue;
      const end = found.index + found[0].length;
      builder.literal(source, done, found.index);
      builder.fixed(value, sourceOf(source, found.index), sourceEndOf(source, end));
      done = end;
    }
    builder.literal(source, done, source.text.length);
    return builder.build();
  }
  #argument(text) {
    if (!this.arguments) return void 0;
    if (text === "%*") return this.arguments.slice(1).join(" ");
    const plainForm = /^%(~?)(\d)$/.exec(text);
    if (!plainForm || plainForm[2] === "0") return void 0;
    const value = this.arguments[Number(plainForm[2])] ?? "";
    return plainForm[1] ? value.replace(/^"(.*)"$/, "$1") : value;
  }
  /** `NAME`, `NAME:~0,3` or `NAME:a=b` between percent signs. */
  #value(name) {
    const colon = name.indexOf(":");
    const key = (colon < 0 ? name : name.slice(0, colon)).toLowerCase();
    const value = this.#values.get(key) ?? (key === "errorlevel" ? this.exitCode?.toString() : void 0);
    if (value === void 0 || colon < 0) return value;
    const change = name.slice(colon + 1);
    const cut = /^~(-?\d{1,5})(?:,(-?\d{1,5}))?$/.exec(change);
    if (cut) {
      const from = Number(cut[1]);
      const begin = from < 0 ? Math.max(0, value.length + from) : from;
      const count = cut[2] === void 0 ? value.length : Number(cut[2]);
      return value.slice(begin, count < 0 ? value.length + count : begin + count);
    }
    const equals = change.indexOf("=");
    if (equals < 1 || change.startsWith("*") || value.length > 256) return void 0;
    return value.split(change.slice(0, equals)).join(change.slice(equals + 1));
  }
};
var LateWord = class {
  start;
  end;
  value;
  #cutter;
  #quotes;
  #hasPercent;
  constructor(cutter, start, end, value, quotes, hasPercent) {
    this.start = start;
    this.end = end;
    this.value = value;
    this.#cutter = cutter;
    this.#quotes = quotes;
    this.#hasPercent = hasPercent;
  }
  get text() {
    return this.#cut(this.start, this.end);
  }
  /** What stands before the first `=`, or the whole. */
  get key() {
    return this.value === void 0 ? this.text : this.#cut(this.start, this.value - 1);
  }
  /** What stands behind the first `=`; empty where there is none. */
  get argument() {
    const { value, end } = this;
    if (value === void 0) return "";
    const { text } = this.#cutter;
    const isQuoted = this.#quotes === 2 && end - value > 1 && text.charCodeAt(value) === 34 && text.charCodeAt(end - 1) === 34;
    return isQuoted ? this.#cut(value + 1, end - 1) : this.#cut(value, end);
  }
  /** Whether its text begins or ends with a `=`. */
  get isJoining() {
    const { text } = this.#cutter;
    let from = this.start;
    let to = this.end - 1;
    while (from < to && text.charCodeAt(from) === 34) from++;
    while (to > from && text.charCodeAt(to) === 34) to--;
    return text.charCodeAt(from) === 61 || text.charCodeAt(to) === 61;
  }
  #cut(start, end) {
    let text = this.#cutter.cut(start, end);
    if (this.#quotes > 0 && text.includes('"')) text = text.replaceAll('"', "");
    return this.#hasPercent ? text.replaceAll("%%", "%") : text;
  }
};
function words(command, from) {
  const { text } = command;
  const list = [];
  let at = from;
  while (at < text.length) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    if (at >= text.length) break;
    const start = at;
    let quoted2 = false;
    let quotes = 0;
    let equals = -1;
    for (; at < text.length; at++) {
      const c = text.charCodeAt(at);
      if (c === 34) {
        quoted2 = !quoted2;
        quotes++;
      } else if (!quoted2 && isBlank(c)) break;
      else if (c === 61 && equals < 0) equals = at;
    }
    const raw = text.slice(start, at);
    list.push({
      text: quotes === 0 ? raw : raw.replaceAll('"', ""),
      start: sourceOf(command, start),
      end: sourceEndOf(command, at),
      value: equals < 0 ? void 0 : sourceEndOf(command, equals + 1)
    });
  }
  return list;
}
var PlainLines = class {
  /** Behind the line that was cut last. */
  next = 0;
  #text;
  #cutter;
  constructor(text, vocabulary) {
    this.#text = text;
    this.#cutter = new Cutter(text, vocabulary);
  }
  /** The words of such a line: undefined as soon as a character turns up that cmd.exe reads itself. */
  words(from) {
    const text = this.#text;
    const list = [];
    let at = from;
    for (; ; ) {
      let c = text.charCodeAt(at);
      while (c === 32 || c === 9) c = text.charCodeAt(++at);
      if (c === 10 || c === 13 || at >= text.length) {
        this.next = c === 10 ? at + 1 : lineEnd(text, at).next;
        return list;
      }
      const start = at;
      let isQuoted = false;
      let quotes = 0;
      let hasPercent = false;
      let equals = -1;
      for (; ; c = text.charCodeAt(++at)) {
        if (c > 62 && c !== 94 && c !== 124) continue;
        if (c === 10 || c === 13 || at >= text.length) break;
        if (c === 34) {
          isQuoted = !isQuoted;
          quotes++;
        } else if (c === 37) {
          if (text.charCodeAt(at + 1) !== 37) return void 0;
          at++;
          hasPercent = true;
        } else if (c === 61) {
          if (equals < 0) equals = at;
        } else if (isQuoted) continue;
        else if (c === 32 || c === 9) break;
        else if (c === 94 || c === 124 || c === 38 || c === 60 || c === 62) return void 0;
      }
      list.push(new LateWord(this.#cutter, start, at, equals < 0 ? void 0 : equals + 1, quotes, hasPercent));
    }
  }
};
var MOST_CALLS = 16;
var QUIET = /[ \t@]*(?:rem(?=[ \t\r\n]|$)|::|echo(?=[ \t\r\n.]|$)(?![^\r\n]*[&|()^]))/iy;
var WANTED_LINE = /[ \t@]*(?=netsh(?:\.exe)?[ \t])/iy;
function runBatch(text, options) {
  new Runner(text, options).run();
}
var Runner = class {
  #text;
  #options;
  #budget;
  #variables;
  #lines;
  #plainLines;
  #parser;
  #foundLabels;
  #flow = new Flow(false, void 0);
  /** Labels that calls went through. */
  #inCalls = /* @__PURE__ */ new Set();
  // How deep in calls and in `cmd /c`, and how many wanted commands have run.
  #calls = 0;
  #inner = 0;
  #commands = 0;
  constructor(text, options) {
    this.#text = text;
    this.#options = options;
    this.#budget = new Budget((message) => options.problem("requirement-unverifiable", message, this.#lines.next, this.#lines.next));
    this.#variables = new Variables(this.#budget);
    this.#lines = new LineReader(text, (name, isArgument) => this.#variables.expand(name, isArgument));
    this.#plainLines = new PlainLines(text, options.vocabulary);
    this.#parser = new Parser2((code, message, start, end) => options.problem(code, message, start, end));
  }
  /** Looked for when the first jump or label turns up: most scripts have none. */
  get #labels() {
    return this.#foundLabels ??= new Labels(this.#text);
  }
  run() {
    while (!this.#lines.isAtEnd && !this.#flow.isOver) this.#runLine();
  }
  #runLine() {
    const text = this.#text;
    const lines = this.#lines;
    const start = lines.next;
    if (this.#calls > 0 && !this.#budget.repeat(lineEnd(text, start).next - start)) {
      lines.next = text.length;
      return;
    }
    if (text.startsWith("netsh ", start)) {
      if (this.#runPlain(start)) return;
    } else {
      QUIET.lastIndex = start;
      if (QUIET.test(text)) {
        lines.next = lineEnd(text, start).next;
        return;
      }
      WANTED_LINE.lastIndex = start;
      if (WANTED_LINE.test(text) && this.#runPlain(WANTED_LINE.lastIndex)) return;
    }
    const line = lines.read();
    const label2 = /^[ \t,;=]*:([^\s:+&|<>^]*)/.exec(line.text);
    if (label2) {
      this.#arrive(label2[1].toLowerCase(), start);
      return;
    }
    for (const node of this.#parser.parse(line, lines)) {
      const condition2 = this.#flow.condition(start);
      this.#execute(node, { condition: condition2, stretch: condition2, loop: NO_LOOP });
    }
  }
  /** A line that is nothing but one command. False where it needs the full reader. */
  #runPlain(at) {
    if (this.#variables.isDelayed) return false;
    const list = this.#plainLines.words(at);
    if (!list) return false;
    this.#lines.next = this.#plainLines.next;
    if (list.length > 0) this.#run(list, this.#flow.condition(at));
    return true;
  }
  #execute(node, scope) {
    if (this.#flow.isDead) return;
    if (scope.loop.size > 0 && !this.#budget.repeat(lengthOf(node))) return;
    const variables = this.#variables;
    switch (node.kind) {
      case "command":
        this.#perform(node.text, scope);
        break;
      case "sequence":
        for (const child of node.nodes) this.#execute(child, scope);
        break;
      case "given":
        if (variables.exitCode === void 0) this.#branches(scope, under(scope, node.why), [node.node]);
        else if (variables.exitCode === 0 === (node.on === "success")) this.#execute(node.node, scope);
        break;
      case "piped": {
        const code = variables.exitCode;
        this.#execute(node.node, scope);
        if (code !== void 0 && node.node.kind === "command") variables.exitCode = codeOfFind(node.node.text.text, node.from, code);
        break;
      }
      case "if":
        this.#executeIf(node.test, node.then, node.otherwise, scope);
        break;
      case "for":
        this.#executeFor(node, scope);
        break;
    }
  }
  // ---- branches and loops --------------------------------------------------------------------------------------------------------
  #executeIf(test, then, otherwise, scope) {
    const variables = this.#variables;
    const holds = decide(test, variables, scope.loop) ?? (onlySets(then) && (otherwise === void 0 || onlySets(otherwise)) ? isDefault(test, variables) : void 0);
    if (holds) this.#execute(then, scope);
    else if (holds === false) {
      if (otherwise) this.#execute(otherwise, scope);
    } else this.#branches(scope, under(scope, test.why), [then], under(scope, `else of ${test.why}`), otherwise);
  }
  /** One way or the other: what both set alike is known afterwards, what one of them sets is known inside of it only. */
  #branches(scope, first, nodes, second, otherwise) {
    const variables = this.#variables;
    const { exitCode } = variables;
    const ways = [this.#way(first, nodes), ...second && otherwise ? [this.#way(second, [otherwise])] : []];
    for (const name of new Set(ways.flatMap((way) => [...way.keys()]))) {
      const before = variables.get(name);
      const values = new Set(ways.map((way) => way.has(name) ? way.get(name) : before));
      if (ways.length === 1) values.add(before);
      const [value] = values;
      this.#put(name, values.size === 1 ? value : void 0, scope);
    }
    if (exitCode !== variables.exitCode) variables.exitCode = void 0;
  }
  /** Runs what may not run, puts back the variables, and tells what it made of them. */
  #way(scope, nodes) {
    const local = /* @__PURE__ */ new Map();
    for (const node of nodes) this.#execute(node, { ...scope, local });
    return this.#variables.undo(local);
  }
  #put(name, value, { local, stretch }) {
    if (stretch !== void 0) this.#flow.tentative.add(name);
    this.#variables.put(name, value, local);
  }
  /** Behind a stretch that may not have run, what it set is not known. */
  #forget() {
    const { tentative } = this.#flow;
    this.#variables.forget(tentative);
    tentative.clear();
    this.#variables.exitCode = void 0;
  }
  #executeFor(node, scope) {
    const itemsText = () => this.#variables.substitute(plain(node.items, 0), scope.loop).text;
    const tokens = node.option === "/f" ? textTokens(itemsText(), node.settings, node.variable) : void 0;
    if (tokens) {
      if (this.#budget.step()) this.#execute(node.body, { ...scope, loop: new Map([...scope.loop, ...tokens]) });
      return;
    }
    const list = node.option === "" ? literalItems(itemsText()) : node.option === "/l" ? countedItems(node.items) : void 0;
    if (!list) {
      for (const name of assignedIn(node.body)) this.#put(name, void 0, scope);
      this.#branches(scope, under(scope, node.why), [node.body]);
      return;
    }
    for (const item of list) {
      if (!this.#budget.step()) return;
      this.#execute(node.body, { ...scope, loop: new Map(scope.loop).set(node.variable, item) });
    }
  }
  // ---- commands ------------------------------------------------------------------------------------------------------------------
  #perform(source, scope) {
    const name = /^[ \t@]*([a-z]+)/i.exec(source.text)?.[1]?.toLowerCase() ?? "";
    if (name === "echo" || name === "rem" || name === "title" || name === "endlocal") return;
    const variables = this.#variables;
    const command = variables.substitute(source, scope.loop);
    const { text } = command;
    switch (name) {
      case "set":
        followSet(text.replace(/^[ \t@]*set/i, ""), (asked) => variables.get(asked), (set2, value) => this.#put(set2, value, scope));
        return;
      case "setlocal":
        if (/enabledelayedexpansion/i.test(text)) variables.isDelayed = true;
        else if (/disabledelayedexpansion/i.test(text)) variables.isDelayed = false;
        return;
      case "goto":
        this.#goto(text.replace(/^[ \t@]*goto[ \t]*:?/i, "").trim(), scope, command);
        return;
      case "exit":
        if (isCertain(scope)) this.#flow.end(this.#commands);
        return;
      case "shift":
        variables.shift(text, isCertain(scope));
        return;
      case "call": {
        const target = /^[ \t@]*call[ \t]*:([^\s:+&|<>^]+)/i.exec(text);
        if (target) {
          this.#call(target[1].toLowerCase(), words(command, target[0].length), scope, command);
          return;
        }
        break;
      }
    }
    const inner = this.#inner < DEEPEST ? innerLine(command) : void 0;
    if (inner && this.#budget.step()) {
      this.#runInner(inner, scope);
      return;
    }
    const all = words(command, 0);
    if (all.length > 0) this.#run(all, scope.condition, text);
  }
  /** A line that another cmd.exe runs. What ends there is the other one, not this script. */
  #runInner(line, scope) {
    const nodes = this.#parser.parse(line);
    this.#inner++;
    for (const node of nodes) this.#execute(node, { ...scope, stretch: "" });
    this.#inner--;
  }
  /** Gives the call of a program to whoever wants it. */
  #run(all, condition2, line) {
    if (this.#flow.isDead) return;
    this.#variables.exitCode = void 0;
    const first = programAt(all, this.#text);
    const program = all[first];
    if (!program) return;
    const { start } = program;
    const { end } = all.at(-1);
    const { programs } = this.#options;
    const name = programName(program.text);
    if (!programs.has(name)) {
      if (!LAUNCHERS.has(name)) return;
      const isWanted = all.slice(first + 1).some((word3) => word3.text.split(/\s+/).some((text) => programs.has(programName(text))));
      if (isWanted) this.#options.problem("requirement-unverifiable", `What ${shortened(program.text)} runs is not followed.`, start, end);
      return;
    }
    this.#commands++;
    const command = { words: first === 0 ? all : all.slice(first), start, end, line, condition: condition2 };
    this.#variables.exitCode = this.#options.command(command) ?? void 0;
  }
  // ---- jumps ---------------------------------------------------------------------------------------------------------------------
  #goto(target, scope, command) {
    const label2 = target.toLowerCase().split(/[\s:+;,=]/)[0] ?? "";
    const flow = this.#flow;
    if (label2 === "eof") {
      if (isCertain(scope)) flow.end(this.#commands);
      return;
    }
    const from = sourceOf(command, 0);
    const to = this.#labels.places.get(label2);
    flow.jump({ label: label2, from, to }, scope, this.#commands, this.#labels);
    if (flow.isDead && to !== void 0 && to <= from && flow.again(label2, from - to, this.#variables, this.#budget)) this.#lines.next = to;
  }
  #arrive(label2, at) {
    const flow = this.#flow;
    this.#forget();
    if (flow.isCall) this.#inCalls.add(label2);
    flow.arrive(label2, at, this.#variables.changes, () => this.#labels.called.has(label2) || !flow.isCall && this.#inCalls.has(label2) || !this.#labels.mayReach(label2));
  }
  #call(label2, list, scope, command) {
    const at = this.#labels.places.get(label2);
    if (at === void 0 || label2 === "eof") return;
    if (this.#calls >= MOST_CALLS) {
      const message = `Calls of :${label2} are nested too deeply to be followed.`;
      this.#options.problem("requirement-unverifiable", message, sourceOf(command, 0), sourceEndOf(command, command.text.length));
      return;
    }
    if (!this.#budget.step()) return;
    const lines = this.#lines;
    const variables = this.#variables;
    const saved = { next: lines.next, list: variables.arguments, flow: this.#flow };
    variables.arguments = [label2, ...list.map((w) => this.#text.slice(w.start, w.end).startsWith('"') ? `"${w.text}"` : w.text)];
    this.#flow = new Flow(true, scope.condition);
    this.#calls++;
    lines.next = lineEnd(this.#text, at).next;
    while (!lines.isAtEnd && !this.#flow.isOver && this.#budget.step()) this.#runLine();
    this.#calls--;
    this.#forget();
    lines.next = saved.next;
    variables.arguments = saved.list;
    this.#flow = saved.flow;
  }
};
var NONE = Object.freeze([]);
var DIRECTIONS = /* @__PURE__ */ new Map([["inbound", "inbound"], ["1", "inbound"], ["outbound", "outbound"], ["2", "outbound"]]);
var ACTIONS = /* @__PURE__ */ new Map([["allow", "allow"], ["2", "allow"], ["block", "block"], ["4", "block"], ["notconfigured", "unknown"], ["0", "unknown"]]);
var SWITCH = /* @__PURE__ */ new Map([["true", true], ["1", true], ["false", false], ["2", false]]);
var GPO_BOOLEAN = new Map([...SWITCH, ["notconfigured", null]]);
var DEFAULT_ACTIONS = /* @__PURE__ */ new Map([["allow", "allow"], ["2", "allow"], ["block", "block"], ["4", "block"], ["notconfigured", null], ["0", null]]);
var PROFILE_WORDS = /* @__PURE__ */ new Map([
  ["any", ALL_PROFILES],
  ["0", ALL_PROFILES],
  ["domain", 1],
  ["1", 1],
  ["private", 2],
  ["2", 2],
  ["public", 4],
  ["4", 4],
  ["notapplicable", ALL_PROFILES]
]);
var INTERFACES = /* @__PURE__ */ new Map([["any", void 0], ["wired", "lan"], ["wireless", "wireless"], ["remoteaccess", "remote-access"]]);
var NEED = /* @__PURE__ */ new Map([["notrequired", false], ["required", true], ["noencap", true], ["dynamic", true]]);
var LOCAL_PORTS = /* @__PURE__ */ new Map([
  ["rpc", "rpc"],
  ["rpcepmap", "rpc-epmap"],
  ["iphttpsin", "iphttps"],
  ["teredo", "teredo"],
  ["playtodiscovery", "ply2disc"],
  ["mdns", "mdns"]
]);
var REMOTE_PORTS = /* @__PURE__ */ new Map([["iphttpsout", "iphttps"]]);
var ADDRESSES = new Map([
  ...[["localsubnet", "local-subnet"], ["dns", "dns"], ["dhcp", "dhcp"], ["wins", "wins"], ["defaultgateway", "default-gateway"]].flatMap(([word3, neutral]) => ["", "4", "6"].map((family) => [`${word3 ?? ""}${family}`, `${neutral ?? ""}${family}`])),
  ["intranet", "intranet"],
  ["internet", "internet"],
  ["intranetremoteaccess", "intranet-remote-access"],
  ["playtodevice", "play-to-device"],
  ["captiveportal", "captive-portal"]
]);
function enumWord(words2, text) {
  const lower = text.trim().toLowerCase();
  if (words2.has(lower)) return words2.get(lower);
  const fitting = lower === "" ? [] : [...words2.keys()].filter((word3) => word3.startsWith(lower) && !/^\d/.test(word3));
  return fitting.length === 1 ? words2.get(fitting[0]) : void 0;
}
var word = (key, words2) => {
  const index = PART_NAMES.indexOf(key);
  const seen = new Map([...words2].map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]));
  return (draft, said, parameter) => {
    draft.part(index, said);
    const text = textOfValue(said.value);
    if (text === void 0) {
      draft[key] = "unknown";
      draft.open(parameter, said);
      return;
    }
    const value = seen.get(text) ?? enumWord(words2, text);
    if (value === void 0) draft.refuse(`-${parameter} ${quoted(text)} is none of ${namesOf(words2)}`, said);
    else draft[key] = value;
  };
};
var namesOf = (words2) => [...words2.keys()].filter((name) => !/^\d/.test(name)).join(", ");
var quoted = (text) => `"${text.length > 100 ? `${text.slice(0, 99)}\u2026` : text}"`;
var label = (key) => {
  const index = PART_NAMES.indexOf(key);
  return (draft, said) => {
    draft.part(index, said);
    draft[key] = textOfValue(said.value) ?? describe(said.value);
  };
};
var id = (draft, said) => {
  draft.part(ID, said);
  const text = textOfValue(said.value);
  draft.id = text === void 0 || text === "" ? null : text;
};
var ID = PART_NAMES.indexOf("id");
var owner = (key) => {
  const index = PART_NAMES.indexOf(key);
  return (draft, said, parameter) => {
    draft.part(index, said);
    const text = textOfValue(said.value);
    if (text === void 0) {
      draft.narrow(`${parameter}=${describe(said.value)}`);
      draft.open(parameter, said);
    } else if (text !== "" && text.toLowerCase() !== "any" && !(key === "program" && text === "*")) draft[key] = text;
  };
};
var protocol = (draft, said, parameter) => {
  draft.part(PROTOCOL, said);
  const text = textOfValue(said.value);
  if (text === void 0) {
    draft.protocol = "unknown";
    draft.open(parameter, said);
    return;
  }
  const value = PROTOCOLS.get(text) ?? parseProtocol(text);
  if (value === void 0 || text.trim() === "*") draft.refuse(`-${parameter} ${quoted(text)} is no protocol: TCP, UDP, ICMPv4, ICMPv6, Any or a number up to 255`, said);
  else draft.protocol = value;
};
var PROTOCOL = PART_NAMES.indexOf("protocol");
var PROTOCOLS = /* @__PURE__ */ new Map([["TCP", 6], ["UDP", 17]]);
var isText = (value) => typeof value === "string";
function tokensOf(value) {
  if (typeof value === "string") return { known: [value], open: NONE };
  if (Array.isArray(value) && value.every(isText)) return { known: value, open: NONE };
  const known2 = [];
  const open = [];
  const items = elements(value, true);
  if (!items) open.push(describe(value));
  for (const item of items ?? []) {
    const text = isKnown(item) ? textOfValue(item) : void 0;
    if (text === void 0) open.push(describe(item));
    else if (item !== null) known2.push(text);
  }
  return { known: known2, open };
}
var Cache = class {
  #held = /* @__PURE__ */ new Map();
  #read;
  constructor(read) {
    this.#read = read;
  }
  of(texts) {
    const [text] = texts;
    return texts.length === 1 && text !== void 0 ? this.ofOne(text) : this.#read(texts);
  }
  /** Only words come back often enough to be worth it, numbers do not. */
  ofOne(text) {
    if (text.charCodeAt(0) < 58 || text.length > 30) return this.#read([text]);
    const held = this.#held.get(text);
    if (held !== void 0) return held;
    if (this.#held.size >= 5e3) this.#held.clear();
    const made = this.#read([text]);
    this.#held.set(text, made);
    return made;
  }
};
var ports = (key, keywords) => {
  const index = PART_NAMES.indexOf(key);
  const cache = new Cache((texts) => parsePorts(texts, keywords));
  return (draft, said, parameter) => {
    draft.part(index, said);
    const single2 = typeof said.value === "string" ? parsePort(said.value) : void 0;
    if (single2) {
      draft[key] = single2;
      return;
    }
    const { known: known2, open } = tokensOf(said.value);
    const { set: set2, bad } = cache.of(known2);
    const [first] = bad;
    if (first !== void 0) {
      const hint = first.includes(",") ? ": a list in one text; write the numbers without quotes around them all" : /^rpc-epmap$/i.test(first) ? ": the cmdlet's keyword is RPCEPMap" : "";
      draft.refuse(`-${parameter} ${quoted(first)} is no port, range or keyword of this cmdlet${hint}`, said);
      draft[key] = set2 === ANY_PORTS ? portSet([]) : set2;
    } else if (open.length === 0) draft[key] = set2;
    else {
      draft.open(parameter, said);
      const isAny = known2.length > 0 && isAnyPort(set2);
      draft[key] = isAny ? set2 : known2.length === 0 ? portSet([], [], open, open) : portSet(set2.ranges, set2.keywords, open, [...set2.text ?? [], ...open]);
    }
  };
};
var addresses = (key) => {
  const index = PART_NAMES.indexOf(key);
  const cache = new Cache((texts) => parseAddresses(texts, ADDRESSES));
  return (draft, said, parameter) => {
    draft.part(index, said);
    const { known: known2, open } = tokensOf(said.value);
    const { set: set2, bad } = cache.of(known2);
    if (bad.length === 0 && open.length === 0) {
      draft[key] = set2;
      return;
    }
    const halves = bad.filter((text) => /^(?:intranet|internet|intranetremoteaccess|playtodevice|captiveportal)[46]$/i.test(text));
    const first = bad.find((text) => !halves.includes(text));
    if (first !== void 0) draft.refuse(`-${parameter} ${quoted(first)} is no address, subnet, range or keyword of this cmdlet`, said);
    const rest = [...open, ...halves];
    if (open.length > 0) draft.open(parameter, said);
    if (rest.length === 0) draft[key] = first !== void 0 && isAnyAddress(set2) ? addressSet([]) : set2;
    else if (known2.length === halves.length) draft[key] = addressSet([], [], [], rest, rest);
    else draft[key] = isAnyAddress(set2) && set2.text === void 0 && known2.length > bad.length ? set2 : addressSet(set2.v4, set2.v6, set2.keywords, rest, [...set2.text ?? [], ...rest]);
  };
};
var icmp = (draft, said, parameter) => {
  draft.part(ICMP, said);
  const { known: known2, open } = tokensOf(said.value);
  if (open.length > 0) {
    draft.open(parameter, said);
    for (const text of open) draft.narrow(`${parameter}=${text}`);
  }
  if (known2.some((text) => /^any$/i.test(text))) {
    draft.icmp = [];
    return;
  }
  const read = known2.map(parseIcmp);
  const bad = read.indexOf(void 0);
  if (bad >= 0) draft.refuse(`-${parameter} ${quoted(known2[bad] ?? "")} is no ICMP type`, said);
  else draft.icmp = read;
};
var ICMP = PART_NAMES.indexOf("icmp");
var readProfiles = ([text = ""]) => {
  let set2 = 0;
  for (const part of text.split(",")) {
    const bit = enumWord(PROFILE_WORDS, part);
    if (bit === void 0) return null;
    set2 |= bit;
  }
  return set2;
};
var profileCache = new Cache(readProfiles);
function profilesOf(value) {
  if (typeof value === "string") return profileCache.ofOne(value);
  const { known: known2, open } = tokensOf(value);
  if (open.length > 0) return void 0;
  let set2 = 0;
  for (const text of known2) {
    const bits = profileCache.ofOne(text);
    if (bits === null) return null;
    set2 |= bits;
  }
  return set2;
}
var PROFILES2 = PART_NAMES.indexOf("profiles");
var profiles = (draft, said, parameter) => {
  draft.part(PROFILES2, said);
  const set2 = profilesOf(said.value);
  if (set2 === null) draft.refuse(`-${parameter} ${quoted(describe(said.value))} is none of Any, Domain, Private, Public`, said);
  else if (set2 === void 0) {
    draft.narrow(`${parameter}=${describe(said.value)}`);
    draft.open(parameter, said);
  } else draft.profiles = set2 === 0 ? ALL_PROFILES : set2;
};
var INTERFACE_TYPES = PART_NAMES.indexOf("interfaceTypes");
var interfaceTypes = (draft, said, parameter) => {
  draft.part(INTERFACE_TYPES, said);
  const { known: known2, open } = tokensOf(said.value);
  for (const text of open) draft.narrow(`${parameter}=${text}`);
  const list = /* @__PURE__ */ new Set();
  let isAny = open.length > 0;
  for (const text of known2.flatMap((item) => item.split(","))) {
    const type = enumWord(INTERFACES, text);
    if (type !== void 0) list.add(type);
    else if (/^any$/i.test(text.trim())) isAny = true;
    else {
      draft.refuse(`-${parameter} ${quoted(text)} is none of ${namesOf(INTERFACES)}`, said);
      return;
    }
  }
  draft.interfaceTypes = isAny ? [] : [...list];
};
var platforms = (draft, said, parameter) => {
  const { known: known2, open } = tokensOf(said.value);
  for (const text of open) draft.narrow(`${parameter}=${text}`);
  const list = [];
  for (const text of known2) {
    if (text.trim() === "" || /^any$/i.test(text)) continue;
    const match = /^(\d{1,3})\.(\d{1,3})(\+)?$/.exec(text.trim());
    if (!match) {
      draft.refuse(`-${parameter} ${quoted(text)} is no version of Windows such as 6.1 or 10.0+`, said);
      return;
    }
    list.push({ platform: 2, major: Number(match[1]), minor: Number(match[2]), orLater: match[3] === "+" });
  }
  draft.platforms = list;
};
var narrowing = (...neutral) => (draft, said, parameter) => {
  const text = describe(said.value);
  if (text !== "" && !neutral.includes(text.toLowerCase())) draft.narrow(`${parameter}=${text}`);
};
var authorised = (draft, said, parameter) => {
  const text = describe(said.value);
  if (text === "" || text.toLowerCase() === "any") return;
  draft.narrow(`${parameter}=${text}`);
  draft.needsAuthentication ??= said;
};
var authentication = (draft, said, parameter) => {
  const text = textOfValue(said.value);
  const need = text === void 0 ? true : enumWord(NEED, text);
  if (need === void 0) {
    draft.refuse(`-${parameter} ${quoted(text ?? "")} is none of NotRequired, Required, NoEncap`, said);
    return;
  }
  if (!need) return;
  draft.isAuthenticated = true;
  draft.narrow(`${parameter}=${describe(said.value)}`);
};
var encryption = (draft, said, parameter) => {
  const text = textOfValue(said.value);
  const need = text === void 0 ? true : enumWord(NEED, text);
  if (need === void 0) draft.refuse(`-${parameter} ${quoted(text ?? "")} is none of NotRequired, Required, Dynamic`, said);
  else if (need) {
    draft.narrow(`${parameter}=${describe(said.value)}`);
    draft.needsAuthentication ??= said;
  }
};
var overrideBlockRules = (draft, said, parameter) => {
  const text = textOfValue(said.value);
  const on = text === void 0 ? void 0 : enumWord(SWITCH, text);
  if (text === void 0) draft.narrow(`${parameter}=${describe(said.value)}`);
  else if (on === void 0) draft.refuse(`-${parameter} ${quoted(text)} is neither True nor False`, said);
  else if (on) {
    draft.overrides = true;
    draft.needsAuthentication ??= said;
  }
};
var silent = () => {
};
var READERS = new Map(Object.entries({
  Name: id,
  DisplayName: label("name"),
  NewDisplayName: label("name"),
  Group: label("group"),
  Direction: word("direction", DIRECTIONS),
  Action: word("action", ACTIONS),
  Enabled: word("enabled", SWITCH),
  Protocol: protocol,
  LocalPort: ports("localPorts", LOCAL_PORTS),
  RemotePort: ports("remotePorts", REMOTE_PORTS),
  IcmpType: icmp,
  Profile: profiles,
  LocalAddress: addresses("localAddresses"),
  RemoteAddress: addresses("remoteAddresses"),
  Program: owner("program"),
  Service: owner("service"),
  InterfaceType: interfaceTypes,
  Platform: platforms,
  Package: narrowing("any", "*"),
  InterfaceAlias: narrowing("any", "*"),
  DynamicTarget: narrowing("any", "0"),
  RemoteDynamicKeywordAddresses: narrowing(),
  PolicyAppId: narrowing(),
  LocalUser: narrowing("any"),
  Owner: narrowing("any"),
  RemoteUser: authorised,
  RemoteMachine: authorised,
  Authentication: authentication,
  Encryption: encryption,
  OverrideBlockRules: overrideBlockRules,
  // LocalOnlyMapping on an allow rule ignores the remote end in matching ([MS-GPFAS] 2.2.2.19): it changes what matches.
  LocalOnlyMapping: narrowing("false", "2"),
  // A looser match of replies, and NAT traversal through Teredo: neither opens a LAN port.
  LooseSourceMapping: silent,
  EdgeTraversalPolicy: silent,
  Description: silent
}));
var NONE2 = Object.freeze([]);
var places = new Int32Array(3 * 64);
var Draft = class {
  sink;
  id;
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
  isAuthenticated = false;
  overrides = false;
  needsAuthentication;
  refused;
  #parts = 0;
  constructor(sink) {
    this.sink = sink;
  }
  refuse(message, at) {
    this.refused ??= message;
    this.sink.malformed(message, at);
  }
  narrow(text) {
    (this.unmodelled ??= []).push(text);
  }
  /** A value that only a run of the script would tell, for a field that the model can leave open. */
  open(parameter, at) {
    this.sink.unknown(`-${parameter} is ${describe(at.value)}, which this file does not decide`, at);
  }
  part(name, { start, end }) {
    places[this.#parts++] = name;
    places[this.#parts++] = start;
    places[this.#parts++] = end;
  }
  /** The rule that New-NetFirewallRule makes of it, with the cmdlet's defaults. The places of its parts go to a pool. */
  rule(source, limits, pool) {
    this.#check(source);
    const said = this.unmodelled;
    return new PooledRule({
      id: this.id ?? null,
      name: this.name ?? "",
      group: this.group,
      direction: this.direction ?? "inbound",
      action: this.#isBypass() ? "bypass" : this.action ?? "allow",
      enabled: this.enabled ?? true,
      protocol: this.protocol ?? "any",
      localPorts: this.localPorts ?? ANY_PORTS,
      remotePorts: this.remotePorts ?? ANY_PORTS,
      icmp: this.icmp ?? NONE2,
      profiles: this.profiles ?? ALL_PROFILES,
      localAddresses: this.localAddresses ?? ANY_ADDRESSES,
      remoteAddresses: this.remoteAddresses ?? ANY_ADDRESSES,
      program: this.program,
      service: this.service,
      interfaceTypes: this.interfaceTypes ?? NONE2,
      platforms: this.platforms ?? NONE2,
      unmodelled: said === void 0 ? limits.length === 0 ? NONE2 : limits : [...limits, ...said],
      ipsec: this.isAuthenticated,
      malformed: this.refused
    }, source, pool, places, this.#parts);
  }
  #isBypass() {
    return this.overrides && this.isAuthenticated && (this.action ?? "allow") === "allow";
  }
  /** What Windows refuses though each value is fine by itself ([MS-FASP] 2.2.37). */
  #check(span) {
    if (this.refused !== void 0) return;
    const { protocol: protocol2 = "any", direction = "inbound", localPorts = ANY_PORTS, remotePorts = ANY_PORTS } = this;
    const place = (name) => this.#place(name) ?? { value: null, start: span.start, end: span.end };
    const hasLocal = localPorts !== ANY_PORTS && !isAnyPort(localPorts);
    if (hasLocal || remotePorts !== ANY_PORTS && !isAnyPort(remotePorts)) {
      if (protocol2 !== 6 && protocol2 !== 17 && protocol2 !== "unknown") this.refuse("Ports need -Protocol TCP or UDP", place(hasLocal ? "localPorts" : "remotePorts"));
      else if (localPorts.keywords.length > 0) {
        const wanted = localPorts.keywords.some((keyword) => keyword === "rpc" || keyword === "rpc-epmap" || keyword === "iphttps") ? 6 : 17;
        if (protocol2 !== wanted && protocol2 !== "unknown" || direction === "outbound") {
          this.refuse(`The port keyword needs an inbound rule with -Protocol ${wanted === 6 ? "TCP" : "UDP"}`, place("localPorts"));
        }
      }
    }
    if (this.icmp !== void 0 && this.icmp.length > 0 && protocol2 !== 1 && protocol2 !== 58 && protocol2 !== "unknown") {
      this.refuse("-IcmpType needs -Protocol ICMPv4 or ICMPv6", place("icmp"));
    }
    if (this.needsAuthentication && !this.isAuthenticated) this.refuse("Users, computers, encryption and -OverrideBlockRules need -Authentication Required", this.needsAuthentication);
    if (this.isAuthenticated && this.action === "block") this.refuse("A block rule cannot require authentication", place("action"));
  }
  #place(name) {
    const index = PART_NAMES.indexOf(name);
    for (let i = 0; i < this.#parts; i += 3) if (places[i] === index) return { value: null, start: places[i + 1], end: places[i + 2] };
    return void 0;
  }
  /** What it changes on a rule that stands elsewhere. */
  values(limits = []) {
    const { unmodelled = [], isAuthenticated } = this;
    const all = [...limits, ...unmodelled];
    if (this.platforms && this.platforms.length > 0) all.push("Platform");
    const said = {
      name: this.name,
      direction: this.direction,
      action: this.#isBypass() ? "bypass" : this.action,
      enabled: this.enabled,
      protocol: this.protocol,
      localPorts: this.localPorts,
      remotePorts: this.remotePorts,
      icmp: this.icmp,
      profiles: this.profiles,
      localAddresses: this.localAddresses,
      remoteAddresses: this.remoteAddresses,
      program: this.program,
      service: this.service,
      interfaceTypes: this.interfaceTypes,
      unmodelled: all.length > 0 ? all : void 0,
      ipsec: isAuthenticated ? true : void 0
    };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== void 0));
  }
};
var NO_SINK = { malformed: () => {
}, unknown: () => {
} };
var RuleQuery = class _RuleQuery extends Foreign {
  text;
  select;
  target;
  /** What else narrows the selection, in words: a filter that is not understood. */
  conditions;
  /** The loop over this query, inside which a change needs no condition of its own. */
  within;
  holds;
  /** Whether the script had made such a rule when it asked. */
  isThere;
  /** Properties that the script has set on the objects (`$rule.Enabled = 'True'`). */
  assigned = /* @__PURE__ */ new Map();
  constructor(text, select2, target, conditions, holds, within) {
    super();
    this.text = text;
    this.select = select2;
    this.target = target;
    this.conditions = conditions;
    this.holds = holds;
    this.within = within;
    this.isThere = conditions.length === 0 && holds(this);
  }
  get truth() {
    return this.isThere ? true : void 0;
  }
  /** Scripts ask before they make a rule: on a machine that they have not run on yet there is none. */
  get likely() {
    return this.truth ?? false;
  }
  each(limit) {
    return new _RuleQuery(this.text, this.select, this.target, this.conditions, this.holds, limit);
  }
  assign(name, value) {
    this.assigned.set(name, value);
  }
  member(name) {
    if (name === "count" || name === "length") return new Unknown(`${this.text}.Count`, this.likely);
    if (SELECTING.has(name)) return new QueryField(this, name);
    return void 0;
  }
  narrowed(select2, conditions, text = this.text) {
    const query2 = new _RuleQuery(text, { ...this.select, ...select2 }, this.target, [...this.conditions, ...conditions], this.holds, this.within);
    for (const [name, value] of this.assigned) query2.assigned.set(name, value);
    return query2;
  }
};
var QueryField = class _QueryField extends Foreign {
  query;
  name;
  constructor(query2, name) {
    super();
    this.query = query2;
    this.name = name;
  }
  get text() {
    return `${this.query.text}.${this.name}`;
  }
  get likely() {
    return this.query.likely;
  }
  each(limit) {
    return new _QueryField(this.query.each(limit), this.name);
  }
  contains(value) {
    const { select: select2, conditions } = selectionOf(this.name, "eq", value, `${this.text} contains ${describe(value)}`);
    return Object.keys(select2).some((key) => key in this.query.select) ? void 0 : this.query.narrowed(select2, conditions);
  }
};
var ProfileQuery = class extends Foreign {
  text;
  profiles;
  target;
  assigned = /* @__PURE__ */ new Map();
  constructor(text, profiles2, target) {
    super();
    this.text = text;
    this.profiles = profiles2;
    this.target = target;
  }
  each() {
    return this;
  }
  assign(name, value) {
    this.assigned.set(name, value);
  }
};
var GpoSession = class extends Foreign {
  text;
  target;
  isSaved = false;
  isUsed = false;
  constructor(text, target) {
    super();
    this.text = text;
    this.target = target;
  }
  get truth() {
    return true;
  }
};
var SELECTING = /* @__PURE__ */ new Map([
  ["name", "ids"],
  ["id", "ids"],
  ["instanceid", "ids"],
  ["displayname", "names"],
  ["displaygroup", "groups"],
  ["group", "groups"],
  ["rulegroup", "groups"]
]);
var condition = (text) => ({ select: {}, conditions: [text] });
function selectionOf(property, operator, value, written) {
  const key = SELECTING.get(property);
  if (key) {
    const texts = elements(value, true)?.map((item) => isKnown(item) ? textOfValue(item) : void 0);
    if (!texts || texts.length === 0 || texts.includes(void 0)) return condition(written);
    const list = texts;
    if (operator === "eq" && list.length === 1 || operator === "in") return list.some((text2) => /[*?[]/.test(text2)) ? condition(written) : { select: { [key]: list }, conditions: [] };
    if (operator === "like" && !list.some((text2) => text2.includes("["))) return { select: { [key]: list }, conditions: [] };
    if (operator === "match" && list.every((text2) => /^[^.*+?^$|()[\]{}\\]+$/.test(text2))) return { select: { [key]: list.map((text2) => `*${text2}*`) }, conditions: [] };
    return condition(written);
  }
  if (operator !== "eq") return condition(written);
  const text = textOfValue(value);
  if (text === void 0 || !isKnown(value)) return condition(written);
  switch (property) {
    case "enabled":
      return one("enabled", enumWord(SWITCH, text), written);
    case "direction":
      return one("direction", enumWord(DIRECTIONS, text), written);
    case "action":
      return one("action", enumWord(ACTIONS, text), written);
    case "profile":
    case "profiles":
      return one("profiles", profilesOf(value) ?? void 0, written);
    default:
      return filtered(property, value, written);
  }
}
function one(key, value, written) {
  return value === void 0 || value === "unknown" ? condition(written) : { select: { [key]: value }, conditions: [] };
}
var FILTERS = /* @__PURE__ */ new Map([
  ["localport", { parameter: "LocalPort", key: "localPorts" }],
  ["remoteport", { parameter: "RemotePort", key: "remotePorts" }],
  ["protocol", { parameter: "Protocol", key: "protocol" }],
  ["localaddress", { parameter: "LocalAddress", key: "localAddresses" }],
  ["remoteaddress", { parameter: "RemoteAddress", key: "remoteAddresses" }],
  ["localip", { parameter: "LocalAddress", key: "localAddresses" }],
  ["remoteip", { parameter: "RemoteAddress", key: "remoteAddresses" }],
  ["program", { parameter: "Program", key: "program" }],
  ["service", { parameter: "Service", key: "service" }]
]);
function filtered(property, value, written) {
  const filter = FILTERS.get(property);
  const reader = filter && READERS.get(filter.parameter);
  if (!filter || !reader) return condition(written);
  const draft = new Draft(NO_SINK);
  reader(draft, { value, start: 0, end: 0 }, filter.parameter);
  const said = draft[filter.key];
  return draft.refused !== void 0 || said === void 0 || said === "unknown" ? condition(written) : { select: { [filter.key]: said }, conditions: [] };
}
function whereSelection(args, value, written) {
  const block = args.find((arg) => arg.value instanceof ScriptBlock)?.value;
  if (block instanceof ScriptBlock) return blockSelection(block.block, value, written);
  const property = textOfValue(args.find((arg) => arg.name === void 0 || /^property$/i.test(arg.name))?.value)?.toLowerCase();
  const test = args.find((arg) => arg.name !== void 0 && arg.hasValue && !/^(property|value|inputobject)$/i.test(arg.name));
  const loose = args.filter((arg) => arg.name === void 0);
  if (property !== void 0 && test) return selectionOf(property, (test.name ?? "").toLowerCase().replace(/^[ci](?=eq|like|match|in$)/, ""), test.value, written);
  return property !== void 0 && loose.length === 2 ? selectionOf(property, "eq", loose[1]?.value ?? null, written) : condition(written);
}
function blockSelection(block, value, written) {
  const [only, more] = block.body;
  return only && !more ? nodeSelection(only, value, written) : condition(written);
}
function nodeSelection(start, value, written) {
  const tests = [];
  let node = start;
  for (; ; ) {
    while (node.kind === "paren" && node.inner) node = node.inner;
    if (node.kind !== "binary" || node.operator !== "and") break;
    tests.push(node.right);
    node = node.left;
  }
  tests.push(node);
  let all = {};
  const conditions = [];
  for (let test of tests) {
    while (test.kind === "paren" && test.inner) test = test.inner;
    const { select: select2, conditions: more } = testSelection(test, value, written);
    if (Object.keys(select2).some((key) => key in all)) conditions.push(written);
    else all = { ...all, ...select2 };
    conditions.push(...more);
  }
  return { select: all, conditions: [...new Set(conditions)] };
}
function testSelection(test, value, written) {
  if (test.kind !== "binary") return condition(written);
  const property = propertyOf(test.left);
  if (property !== void 0) return selectionOf(property, test.operator, value(test.right), written);
  const mirrored = propertyOf(test.right);
  return mirrored !== void 0 && test.operator === "eq" ? selectionOf(mirrored, "eq", value(test.left), written) : condition(written);
}
function propertyOf(node) {
  if (node.kind !== "member" || node.args || node.target.kind !== "variable" || node.target.name !== "_" && node.target.name !== "psitem") return void 0;
  return node.name.kind === "text" ? node.name.value.toLowerCase() : void 0;
}
function listOf(said) {
  const { value } = said;
  if (value instanceof QueryField) return { query: value.query };
  const items = elements(value, true);
  if (!items) return void 0;
  const texts = items.map((item) => isKnown(item) && item !== null ? textOfValue(item) : void 0);
  return texts.length === 0 || texts.includes(void 0) ? void 0 : { texts };
}
var openSelection = (parameter, said) => `${parameter} ${describe(said.value)}`;
var FirewallHost = class {
  commands;
  state = new ScriptState();
  spanOf;
  pool = new PlacesPool();
  isOptional = () => false;
  #told = /* @__PURE__ */ new Set();
  #sessions = [];
  #isSaving;
  #targets = /* @__PURE__ */ new Map();
  #effects = 0;
  #queries = 0;
  constructor(commands, spanOf) {
    this.commands = commands;
    this.spanOf = spanOf;
  }
  effects() {
    return this.#effects;
  }
  queries() {
    return this.#queries;
  }
  asked() {
    this.#queries++;
  }
  rule(rule, target) {
    this.#effects++;
    this.state.rule(rule, target);
  }
  change(change, target) {
    this.#effects++;
    if (change.values.enabled === true || !this.isOptional()) this.state.change(change, target);
  }
  configure(profiles2, key, setting, target) {
    this.#effects++;
    if (!this.isOptional()) this.state.configure(profiles2, key, setting, target);
    else if (setting?.condition !== void 0) this.problem({ code: "requirement-unverifiable", message: `This setting of the profiles is made only when: ${setting.condition}.`, source: setting.source });
  }
  clearSettings(target, condition2) {
    this.#effects++;
    if (!this.isOptional()) this.state.clearSettings(target, condition2);
  }
  made(select2, target) {
    return this.state.made(select2, target);
  }
  problem(problem) {
    const key = problem.source.start;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.state.problem(problem);
  }
  notice(message, start, end) {
    this.problem({ code: "requirement-unverifiable", message: `${message}.`, source: this.spanOf(start, end) });
  }
  malformed(message, { start, end }) {
    this.problem({ code: "rule-malformed", message: `${message}.`, source: this.spanOf(start, end) });
  }
  unknown(message, { start, end }) {
    this.notice(message, start, end);
  }
  /** Where `-PolicyStore` and `-GPOSession` point; undefined when nobody can write there. */
  target(store2, session, limits, command, script) {
    if (session) {
      if (!(session.value instanceof GpoSession)) {
        limits.push(`GPOSession=${describe(session.value)}`);
        this.unknown(`-GPOSession ${describe(session.value)} is a GPO that this file does not name`, session);
        return LOCAL;
      }
      session.value.isUsed = true;
      return this.#saves(script) ? session.value.target : void 0;
    }
    if (!store2) return LOCAL;
    const text = isKnown(store2.value) ? textOfValue(store2.value) : void 0;
    if (text === void 0) {
      if (/^\$env:computername$/i.test(describe(store2.value))) return LOCAL;
      const open = this.openGpo(store2.value);
      if (open) return open;
      limits.push(`PolicyStore=${describe(store2.value)}`);
      this.unknown(`-PolicyStore ${describe(store2.value)} is a store that this file does not name`, store2);
      return LOCAL;
    }
    const target = this.named(text);
    if (target) return target;
    if (/^(?:ActiveStore|RSOP|SystemDefaults|StaticServiceStore)$/i.test(text)) {
      this.malformed(`${command} cannot write to the policy store ${text}`, store2);
      return void 0;
    }
    if (/^ConfigurableServiceStore$/i.test(text)) limits.push(`PolicyStore=${text}`);
    else limits.push(`computer=${text}`);
    return LOCAL;
  }
  /** The store of a name that is always the same one: the local one, or `domain\GPO`. */
  named(text) {
    if (/^(?:PersistentStore|localhost|\.|)$/i.test(text)) return LOCAL;
    if (!text.includes("\\")) return void 0;
    const known2 = this.#targets.get(text);
    if (known2) return known2;
    const target = { store: "group-policy", gpo: text };
    this.#targets.set(text, target);
    return target;
  }
  /** `"$domain\$name"`: a store with a backslash is a GPO, whatever it is called. */
  openGpo(value) {
    const text = describe(value);
    return GPO_PATH.test(text) ? this.named(text) : void 0;
  }
  /** Whether the script stores what it writes into a session. */
  #saves(script) {
    return this.#isSaving ??= /\bSave-NetGPO\b/i.test(script.text);
  }
  /** A session that is never saved leaves the GPO as it was. */
  finish() {
    for (const { session, start, end } of this.#sessions) {
      if (session.isUsed && !session.isSaved) this.notice(`The GPO ${session.target.gpo ?? ""} is opened and never saved with Save-NetGPO: nothing of what the script writes to it is kept`, start, end);
    }
  }
  open(session, start, end) {
    this.#sessions.push({ session, start, end });
  }
};
var GPO_PATH = /^(?:[\w.-]*\$[^\\'"|;]*\\[^\\'"|;]+|[\w.-]+\\[^\\'"|;]*\$[^\\'"|;]*|\(*["']\{0\}\\\{1\}["'] *-f .*|\$[^\\'"|;]*\+ *["']\\["'] *\+.*)$/;
var handled = (handler) => (call) => handler(call.script.host, call);
var PART = Object.fromEntries(PART_NAMES.map((name, index) => [name, index]));
var RULE_KEYS = new Map([
  "dir",
  "action",
  "enable",
  "protocol",
  "profile",
  "localport",
  "remoteport",
  "localip",
  "remoteip",
  "program",
  "service",
  "interfacetype",
  "edge",
  "security",
  "rmtcomputergrp",
  "rmtmachgrp",
  "rmtusrgrp",
  "description"
].map((key, index) => [key, 1 << index]));
var PLAIN_KEYS = /* @__PURE__ */ new Set(["name", ...RULE_KEYS.keys()]);
var LONG_KEYS = [...PLAIN_KEYS, "group"];
var isOpen = (text) => text.includes("%") || /![^!]+!/.test(text);
var isWord = (text, command, least) => text.length >= least && command.startsWith(text);
function writtenOut(text, commands) {
  const meant = text === "" ? [] : commands.filter((command) => command.startsWith(text));
  return meant.length === 1 ? meant[0] : text;
}
function argumentsOf(words2, from) {
  const list = joined(words2, from);
  return (list === words2 && from > 0 ? list.slice(from) : list).map(argumentOf);
}
var argumentOf = (word3) => ({ key: keyOf(word3), value: valueOf(word3), word: word3, start: word3.value ?? word3.start, end: word3.end });
function writtenKeyOf(word3) {
  const key = word3 instanceof LateWord ? word3.key : beforeSign(word3.text);
  return (word3.text.includes("=") ? key.trim() : key).toLowerCase();
}
function keyOf(word3) {
  const key = word3 instanceof LateWord ? word3.key : beforeSign(word3.text);
  if (PLAIN_KEYS.has(key)) return key;
  const written = writtenKeyOf(word3);
  if (written === "" || PLAIN_KEYS.has(written) || !word3.text.includes("=")) return written;
  const meant = LONG_KEYS.filter((name) => name.startsWith(written));
  return meant.length === 1 ? meant[0] : written;
}
function beforeSign(text) {
  const equals = text.indexOf("=");
  return equals < 0 ? text : text.slice(0, equals);
}
function valueOf(word3) {
  if (word3 instanceof LateWord) return word3.argument;
  const equals = word3.text.indexOf("=");
  return equals < 0 ? "" : word3.text.slice(equals + 1);
}
var isJoining = (word3) => word3 instanceof LateWord ? word3.isJoining : word3.text.startsWith("=") || word3.text.endsWith("=");
function joined(words2, from) {
  let apart = false;
  for (let i = from; i < words2.length; i++) {
    if (isJoining(words2[i])) {
      apart = true;
      break;
    }
  }
  if (!apart) return words2;
  const list = [];
  for (let i = from; i < words2.length; i++) {
    const word3 = words2[i];
    const last = list.at(-1);
    const lastOpen = last !== void 0 && last.text.endsWith("=") && last.text.indexOf("=") === last.text.length - 1;
    const begins = word3.text.startsWith("=") && last !== void 0 && !last.text.includes("=");
    if (last && (begins || lastOpen && word3.value === void 0)) {
      const value = begins ? word3.value ?? word3.end : word3.start;
      const unresolved = last.unresolved || word3.unresolved ? { unresolved: true } : {};
      list[list.length - 1] = { text: last.text + word3.text, start: last.start, end: word3.end, value, ...unresolved };
    } else list.push(word3);
  }
  return list;
}
var ADDRESS_WORDS = /* @__PURE__ */ new Map([
  ["localsubnet", "local-subnet"],
  ["dns", "dns"],
  ["dhcp", "dhcp"],
  ["wins", "wins"],
  ["defaultgateway", "default-gateway"]
]);
var NONE3 = Object.freeze([]);
var MOST_CACHED = 4096;
var ANY_PORTS_READ = { set: ANY_PORTS, bad: NONE3 };
var portCaches = /* @__PURE__ */ new Map();
function portsOf(text, words2) {
  if (text === "any") return ANY_PORTS_READ;
  const one2 = parsePort(text);
  if (one2) return { set: one2, bad: NONE3 };
  let cache = portCaches.get(words2);
  if (!cache) portCaches.set(words2, cache = /* @__PURE__ */ new Map());
  const cached = cache.get(text);
  if (cached) return cached;
  const tokens = text.split(",");
  const read = parsePorts(tokens, words2);
  const parsed = tokens.includes("*") ? { set: read.set, bad: [...read.bad, "*"] } : read;
  if (cache.size < MOST_CACHED && text.length < 100) cache.set(text, parsed);
  return parsed;
}
var ANY_ADDRESSES_READ = { set: ANY_ADDRESSES, bad: NONE3 };
var addressCaches = /* @__PURE__ */ new Map();
function addressesOf(text, words2) {
  if (text === "any") return ANY_ADDRESSES_READ;
  let cache = addressCaches.get(words2);
  if (!cache) addressCaches.set(words2, cache = /* @__PURE__ */ new Map());
  const cached = cache.get(text);
  if (cached) return cached;
  const tokens = text.split(",");
  const mayBeRefused = text.includes("/0") || text.includes("*");
  const refused = mayBeRefused ? tokens.filter((token) => /^(?:\*|.*\/(?:0+|0\.0\.0\.0))\s*$/.test(token)) : NONE3;
  const read = parseAddresses(refused.length === 0 ? tokens : tokens.filter((token) => !refused.includes(token)), words2);
  const parsed = refused.length === 0 ? read : { set: read.set, bad: [...read.bad, ...refused] };
  if (cache.size < MOST_CACHED && text.length < 100) cache.set(text, parsed);
  return parsed;
}
function withOpenAddresses(set2, open) {
  if (isAnyAddress(set2)) return addressSet([], [], [], open, open);
  return addressSet(set2.v4, set2.v6, set2.keywords, open, [...set2.text ?? [], ...open]);
}
function withOpenPorts(set2, open) {
  return isAnyPort(set2) ? portSet([], [], open, open) : portSet(set2.ranges, set2.keywords, open, [...set2.text ?? [], ...open]);
}
var PROFILES3 = /* @__PURE__ */ new Map([["domain", DOMAIN], ["standard", PRIVATE], ["all", DOMAIN | PRIVATE]]);
var LegacyValues = class {
  unmodelled = [];
  parts = [];
  #values;
  #refuse;
  constructor(values, refuse) {
    this.#values = values;
    this.#refuse = refuse;
  }
  has(name) {
    return this.#values.has(name);
  }
  missing(name, command) {
    this.#refuse(command, `netsh needs ${name}= here.`);
  }
  wrong(name, command, wanted) {
    const value = this.#values.get(name);
    this.#refuse(value ?? command, `${name} "${value?.value ?? ""}" is not ${wanted}.`);
  }
  text(name, part) {
    const value = this.#values.get(name);
    if (value && part !== "type") this.parts.push(PART[part], value.start, value.end);
    return value?.value;
  }
  protocols() {
    const value = this.#values.get("protocol");
    const word3 = value?.value.toLowerCase();
    if (value) this.parts.push(PART.protocol, value.start, value.end);
    if (word3 === "tcp") return [6];
    if (word3 === "udp") return [17];
    if (word3 === "all") return [6, 17];
    this.#refuse(value, `protocol "${value?.value ?? ""}" is not TCP, UDP or ALL.`);
    return void 0;
  }
  port() {
    const value = this.#values.get("port");
    const text = value?.value ?? "";
    if (value) this.parts.push(PART.localPorts, value.start, value.end);
    if (isOpen(text) || value?.word.unresolved) return portSet([], [], [text], [text]);
    const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    if (number >= 1 && number <= 65535) return portSet([[number, number]], [], [], [String(number)]);
    this.#refuse(value, `port "${text}" is not one port from 1 to 65535.`);
    return void 0;
  }
  /** `ENABLE` or `DISABLE`; undefined when it is not said, null (with a problem) when it is neither. */
  onOff(name) {
    const value = this.#values.get(name);
    if (!value) return void 0;
    const word3 = value.value.toLowerCase();
    if (word3 === "enable" || word3 === "disable") return word3 === "enable";
    this.#refuse(value, `${name} "${value.value}" is not ENABLE or DISABLE.`);
    return null;
  }
  shared() {
    const mode = this.#values.get("mode");
    const enabled = mode && isOpen(mode.value) ? "unknown" : this.onOff("mode");
    if (enabled === null) return void 0;
    if (mode) this.parts.push(PART.enabled, mode.start, mode.end);
    const addresses2 = this.#addresses();
    if (!addresses2) return void 0;
    const word3 = this.#values.get("profile");
    const profile = word3?.value.toLowerCase() ?? "current";
    if (word3) this.parts.push(PART.profiles, word3.start, word3.end);
    const adapter = this.#values.get("interface");
    if (adapter) this.unmodelled.push(`interface=${adapter.value}`);
    const current = profile === "current" || isOpen(profile);
    const profiles2 = current ? ALL_PROFILES : PROFILES3.get(profile);
    if (profiles2 === void 0) {
      this.#refuse(word3, `profile "${word3?.value ?? ""}" is not CURRENT, DOMAIN, STANDARD or ALL.`);
      return void 0;
    }
    if (current) this.unmodelled.push(`profile=${word3?.value ?? "CURRENT"}`);
    return { enabled: enabled ?? true, addresses: addresses2, profiles: profiles2, current };
  }
  #addresses() {
    const scope = this.#values.get("scope");
    const list = this.#values.get("addresses");
    const said = list ?? scope;
    if (said) this.parts.push(PART.remoteAddresses, said.start, said.end);
    const word3 = scope?.value.toLowerCase() ?? (list ? "custom" : "all");
    if (word3 === "all") return ANY_ADDRESSES;
    if (word3 === "subnet") return addressSet([], [], ["local-subnet"], [], ["local-subnet"]);
    if (word3 !== "custom") {
      this.#refuse(scope, `scope "${scope?.value ?? ""}" is not ALL, SUBNET or CUSTOM.`);
      return void 0;
    }
    if (!list || list.value === "") {
      this.#refuse(scope, "Scope CUSTOM needs addresses=.");
      return void 0;
    }
    const { set: set2, bad } = addressesOf(list.value, ADDRESS_WORDS);
    const open = bad.filter((text) => isOpen(text) || list.word.unresolved);
    const wrong = bad.find((text) => !open.includes(text));
    if (wrong !== void 0) {
      this.#refuse(list, `"${wrong}" is not an address, a subnet or LocalSubnet.`);
      return void 0;
    }
    return open.length === 0 ? set2 : withOpenAddresses(set2, open);
  }
};
var LEGACY = /* @__PURE__ */ new Map([
  ["portopening", {
    forAdd: ["protocol", "port", "name", "mode", "scope", "addresses", "profile", "interface"],
    forSet: ["protocol", "port", "name", "mode", "scope", "addresses", "profile", "interface"],
    forDelete: ["protocol", "port", "profile", "interface"]
  }],
  ["allowedprogram", {
    forAdd: ["program", "name", "mode", "scope", "addresses", "profile"],
    forSet: ["program", "name", "mode", "scope", "addresses", "profile"],
    forDelete: ["program", "profile"]
  }],
  ["service", { forSet: ["type", "mode", "scope", "addresses", "profile"] }],
  ["icmpsetting", { forSet: ["type", "mode", "profile", "interface"] }],
  ["opmode", { forSet: ["mode", "exceptions", "profile", "interface"] }]
]);
var LEGACY_OBJECTS = [...LEGACY.keys(), "logging", "notifications", "multicastbroadcastresponse"];
var SERVICE_GROUPS = /* @__PURE__ */ new Map([
  ["fileandprint", "@FirewallAPI.dll,-28502"],
  ["remoteadmin", ""],
  ["remotedesktop", "@FirewallAPI.dll,-28752"],
  ["upnp", "@FirewallAPI.dll,-32752"]
]);
var LegacyCommands = class {
  #store;
  constructor(store2) {
    this.#store = store2;
  }
  /** A command whose verb stands at `at`. */
  run(command, at) {
    const { words: words2 } = command;
    const verb = words2[at]?.text.toLowerCase() ?? "";
    const object = writtenOut(words2[at + 1]?.text.toLowerCase() ?? "", LEGACY_OBJECTS);
    const action = ["add", "delete", "set", "reset"].find((name) => isWord(verb, name, 1));
    if (action === void 0) return;
    if (action === "reset") {
      this.#store.reset(command);
      return;
    }
    const layout = LEGACY.get(object);
    const names = layout && (action === "delete" ? layout.forDelete : action === "add" ? layout.forAdd : layout.forSet);
    if (!names) {
      if (!/^(?:logging|notifications|multicastbroadcastresponse)$/.test(object)) {
        this.#store.refuse(command, words2[at + 1] ?? words2[at], `netsh firewall does not ${action} "${object}".`);
      }
      return;
    }
    const values = this.#valuesOf(command, words2.slice(at + 2), names);
    if (!values) return;
    const legacy = new LegacyValues(values, (word3, message) => this.#store.refuse(command, word3, message));
    switch (object) {
      case "portopening":
        this.#portOpening(command, action, legacy);
        break;
      case "allowedprogram":
        this.#allowedProgram(command, action, legacy);
        break;
      case "service":
        this.#service(command, legacy);
        break;
      case "icmpsetting":
        this.#icmpSetting(command, legacy);
        break;
      case "opmode":
        this.#opMode(command, legacy);
        break;
    }
  }
  /** By name, or by position in the order of the table. */
  #valuesOf(command, words2, names) {
    const values = /* @__PURE__ */ new Map();
    let position = 0;
    for (const word3 of joined(words2, 0)) {
      const argument = argumentOf(word3);
      const named = argument.value !== "" || word3.value !== void 0 ? names.find((name2) => isWord(writtenKeyOf(word3), name2, 1)) : void 0;
      if (named) {
        values.set(named, argument);
        continue;
      }
      const name = names[position++];
      if (name === void 0) {
        this.#store.refuse(command, word3, `netsh takes no further value "${word3.text}" here.`);
        return void 0;
      }
      values.set(name, { key: name, value: word3.text, word: word3, start: word3.start, end: word3.end });
    }
    return values;
  }
  #rule(command, legacy, said) {
    const { condition: condition2 } = command;
    const unmodelled = [...legacy.unmodelled, ...condition2 === void 0 ? [] : [`condition=${condition2}`]];
    const parts = legacy.parts.length > 0 ? legacy.parts : void 0;
    this.#store.rule(makeRule({ ...said, unmodelled, source: this.#store.sourceOf(command), parts }));
  }
  #portOpening(command, action, legacy) {
    const protocols = legacy.protocols();
    const localPorts = legacy.port();
    const shared = legacy.shared();
    if (!protocols || !localPorts || !shared) return;
    const name = legacy.text("name", "name");
    if (action === "add" && name === void 0) {
      legacy.missing("name", command);
      return;
    }
    const why = shared.current ? "the current profile is known" : void 0;
    for (const protocol2 of protocols) {
      const select2 = { direction: "inbound", protocol: protocol2, localPorts, ...shared.current ? {} : { profiles: shared.profiles } };
      if (action === "delete") this.#store.change(command, "remove", select2, {}, why);
      else this.#rule(command, legacy, {
        name: name ?? `${protocol2 === 6 ? "TCP" : "UDP"} ${localPorts.text?.join() ?? ""}`,
        protocol: protocol2,
        localPorts,
        enabled: shared.enabled,
        profiles: shared.profiles,
        remoteAddresses: shared.addresses
      });
    }
  }
  #allowedProgram(command, action, legacy) {
    const program = legacy.text("program", "program");
    const name = legacy.text("name", "name");
    const shared = legacy.shared();
    if (!shared) return;
    if (program === void 0) {
      legacy.missing("program", command);
      return;
    }
    if (action === "add" && name === void 0) {
      legacy.missing("name", command);
      return;
    }
    const select2 = { direction: "inbound", program, ...shared.current ? {} : { profiles: shared.profiles } };
    const why = shared.current ? "the current profile is known" : void 0;
    if (action === "delete") this.#store.change(command, "remove", select2, {}, why);
    else this.#rule(command, legacy, {
      name: name ?? program,
      program,
      enabled: shared.enabled,
      profiles: shared.profiles,
      remoteAddresses: shared.addresses
    });
  }
  #service(command, legacy) {
    const type = legacy.text("type", "type")?.toLowerCase();
    const shared = legacy.shared();
    if (!shared) return;
    const types = type === "all" ? [...SERVICE_GROUPS.keys()] : type !== void 0 && SERVICE_GROUPS.has(type) ? [type] : void 0;
    if (!types) {
      legacy.wrong("type", command, "FILEANDPRINT, REMOTEADMIN, REMOTEDESKTOP, UPNP or ALL");
      return;
    }
    const open = shared.current ? "the current profile is known" : void 0;
    const scoped = !isAnyAddress(shared.addresses);
    for (const service of types) {
      if (service === "remoteadmin") {
        this.#rule(command, legacy, {
          name: "Remote administration",
          protocol: 6,
          localPorts: portSet([[135, 135], [445, 445]], [], [], ["135", "445"]),
          enabled: shared.enabled,
          profiles: shared.profiles,
          remoteAddresses: shared.addresses
        });
        continue;
      }
      const values = scoped ? { enabled: shared.enabled, remoteAddresses: shared.addresses } : { enabled: shared.enabled };
      const profiles2 = shared.profiles === ALL_PROFILES ? {} : { profiles: shared.profiles };
      this.#store.change(command, "set", { groups: [SERVICE_GROUPS.get(service)], ...profiles2 }, values, open);
    }
  }
  #icmpSetting(command, legacy) {
    const type = legacy.text("type", "icmp")?.toLowerCase();
    const shared = legacy.shared();
    if (!shared) return;
    const number = type !== void 0 && /^\d{1,2}$/.test(type) ? Number(type) : void 0;
    if (type !== "all" && (number === void 0 || number < 2 || number > 17)) {
      legacy.wrong("type", command, "an ICMP type from 2 to 17, or ALL");
      return;
    }
    this.#rule(command, legacy, {
      name: number === void 0 ? "ICMP" : `ICMP type ${number}`,
      protocol: 1,
      icmp: number === void 0 ? [] : [`${number}:*`],
      enabled: shared.enabled,
      profiles: shared.profiles
    });
  }
  #opMode(command, legacy) {
    const shared = legacy.shared();
    const exceptions = legacy.onOff("exceptions");
    if (!shared || exceptions === null) return;
    const current = shared.current ? "only in the profile that is current when the script runs" : void 0;
    const why = [command.condition, current].filter((reason) => reason !== void 0).join(" and ");
    const source = this.#store.sourceOf(command);
    const put = (value) => why === "" ? { value, source } : { value, source, condition: why };
    if (typeof shared.enabled === "boolean" && legacy.has("mode")) this.#store.configure(shared.profiles, "enabled", put(shared.enabled));
    if (exceptions !== void 0) this.#store.configure(shared.profiles, "blockAllInbound", put(!exceptions));
  }
};
var PORTS = /* @__PURE__ */ new Map([
  ["rpc", "rpc"],
  ["rpc-epmap", "rpc-epmap"],
  ["teredo", "teredo"],
  ["iphttps", "iphttps"],
  ["ply2disc", "ply2disc"],
  ["mdns", "mdns"]
]);
var NO_ADDRESS_WORDS = /* @__PURE__ */ new Map();
var INTERFACES2 = /* @__PURE__ */ new Map([["lan", "lan"], ["wireless", "wireless"], ["ras", "remote-access"]]);
var SECURITY = /^(?:authenticate|authenc|authdynenc|authnoencap)$/;
var PROFILE_BITS = /* @__PURE__ */ new Map([["domain", DOMAIN], ["private", PRIVATE], ["public", PUBLIC], ["any", ALL_PROFILES]]);
var REMOTE_PORTS2 = /* @__PURE__ */ new Map([["iphttps", "iphttps"]]);
var DIRECTIONS2 = /* @__PURE__ */ new Map([["in", "inbound"], ["out", "outbound"]]);
var ACTIONS2 = /* @__PURE__ */ new Map([["allow", "allow"], ["block", "block"], ["bypass", "bypass"]]);
var YES_NO = /* @__PURE__ */ new Map([["yes", true], ["no", false]]);
var PROTOCOLS2 = /* @__PURE__ */ new Map([
  ["TCP", 6],
  ["tcp", 6],
  ["UDP", 17],
  ["udp", 17],
  ["any", "any"],
  ["icmpv4", 1],
  ["icmpv6", 58]
]);
var NETSH_VOCABULARY = [
  "netsh",
  "advfirewall",
  "firewall",
  "add",
  "rule",
  ...PLAIN_KEYS,
  ...DIRECTIONS2.keys(),
  ...ACTIONS2.keys(),
  ...YES_NO.keys(),
  ...PROTOCOLS2.keys(),
  ...PROFILE_BITS.keys()
];
var RuleReader = class {
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
  unmodelled = [];
  /** Triples as in `Rule.parts`; `partCount` of them count. */
  parts = new Int32Array(3 * 64);
  partCount = 0;
  /** Words whose text the script does not show. */
  open = [];
  ipsec = false;
  malformed;
  #store;
  #seen = 0;
  #edge;
  #groups;
  #security;
  #localPorts;
  #remotePorts;
  constructor(store2) {
    this.#store = store2;
  }
  /** Forgets the last command. */
  begin() {
    this.direction = this.action = this.enabled = this.protocol = this.localPorts = this.remotePorts = this.icmp = this.profiles = void 0;
    this.localAddresses = this.remoteAddresses = this.program = this.service = this.interfaceTypes = this.malformed = void 0;
    this.#edge = this.#groups = this.#security = this.#localPorts = this.#remotePorts = void 0;
    this.unmodelled.length = this.open.length = this.partCount = this.#seen = 0;
    this.ipsec = false;
  }
  /** What was said, for a rule that stands elsewhere. `program=any` and `service` said as nothing lift the limit. */
  values() {
    const { direction, action, enabled, protocol: protocol2, localPorts, remotePorts, icmp: icmp2, profiles: profiles2, localAddresses, remoteAddresses } = this;
    const { program, service, interfaceTypes: interfaceTypes2 } = this;
    const all = {
      direction,
      action,
      enabled,
      protocol: protocol2,
      localPorts,
      remotePorts,
      icmp: icmp2,
      profiles: profiles2,
      localAddresses,
      remoteAddresses,
      program,
      service,
      interfaceTypes: interfaceTypes2
    };
    const said = Object.entries(all).filter(([key, value]) => value !== void 0 || key === "program" && this.said("program"));
    return Object.fromEntries(said);
  }
  said(key) {
    return (this.#seen & (RULE_KEYS.get(key) ?? 0)) !== 0;
  }
  refuseValue({ start, end, value }, message) {
    this.refuse({ start: value ?? start, end }, message);
  }
  /** Notes where the value of a word stands. */
  mark(part, { start, end, value }) {
    const { parts, partCount: at } = this;
    if (at + 3 > parts.length) return;
    parts[at] = part;
    parts[at + 1] = value ?? start;
    parts[at + 2] = end;
    this.partCount = at + 3;
  }
  refuse(at, message) {
    this.malformed ??= message;
    this.#store.problem("rule-malformed", message, at?.start ?? 0, at?.end ?? 0);
  }
  read(key, word3) {
    const bit = RULE_KEYS.get(key);
    if (bit === void 0) {
      if (word3.value === void 0 && (isOpen(word3.text) || word3.unresolved)) {
        this.unmodelled.push(word3.text);
        this.open.push(word3.text);
      } else this.refuse(word3, `netsh knows no argument "${word3.text}".`);
      return;
    }
    if ((this.#seen & bit) !== 0) {
      this.refuse(word3, `${key}= stands twice.`);
      return;
    }
    this.#seen |= bit;
    if (word3.value === void 0 && valueOf(word3) === "") {
      this.refuse(word3, `"${word3.text}" is not an argument of the form ${key}=value.`);
      return;
    }
    if (key === "description") return;
    const value = valueOf(word3);
    switch (key) {
      case "dir":
        this.direction = this.#oneOf(key, value, word3, PART.direction, DIRECTIONS2);
        break;
      case "action":
        this.action = this.#oneOf(key, value, word3, PART.action, ACTIONS2);
        break;
      case "enable":
        this.enabled = this.#oneOf(key, value, word3, PART.enabled, YES_NO);
        break;
      case "protocol":
        this.#readProtocol(value, word3);
        break;
      case "profile":
        this.profiles = this.#readProfiles(value, word3);
        break;
      case "localport":
        this.#localPorts = word3;
        this.localPorts = this.#readPorts(key, value, word3, PART.localPorts, PORTS);
        break;
      case "remoteport":
        this.#remotePorts = word3;
        this.remotePorts = this.#readPorts(key, value, word3, PART.remotePorts, REMOTE_PORTS2);
        break;
      case "localip":
        this.localAddresses = this.#readAddresses(key, value, word3, PART.localAddresses, NO_ADDRESS_WORDS);
        break;
      case "remoteip":
        this.remoteAddresses = this.#readAddresses(key, value, word3, PART.remoteAddresses, ADDRESS_WORDS);
        break;
      case "program":
        this.mark(PART.program, word3);
        if (value === "") this.refuse(word3, "program= is empty.");
        else this.program = value.toLowerCase() === "any" ? void 0 : value;
        break;
      case "service":
        this.mark(PART.service, word3);
        if (value === "") this.refuse(word3, "service= is empty.");
        else this.service = value.toLowerCase() === "any" ? "*" : value;
        break;
      case "interfacetype":
        this.#readInterfaces(value, word3);
        break;
      case "edge":
        this.#edge = word3;
        if (!this.#isOpen(value, word3) && !/^(?:yes|no|deferapp|deferuser)$/i.test(value)) {
          this.refuseValue(word3, `edge "${value}" is not yes, deferapp, deferuser or no.`);
        }
        break;
      case "security":
        this.#security = word3;
        if (/^notrequired$/i.test(value)) this.#security = void 0;
        else if (SECURITY.test(value.toLowerCase()) || this.#isOpen(value, word3)) {
          this.unmodelled.push(`security=${value}`);
          this.ipsec = true;
        } else this.refuseValue(word3, `security "${value}" is not authenticate, authenc, authdynenc, authnoencap or notrequired.`);
        break;
      case "rmtcomputergrp":
      case "rmtmachgrp":
      case "rmtusrgrp":
        this.#groups = word3;
        this.unmodelled.push(`${key}=${value}`);
        this.ipsec = true;
        break;
    }
  }
  /** What netsh asks of several arguments together, for a rule that is complete. */
  together(command) {
    const { protocol: protocol2, direction, action } = this;
    if (!this.#localPorts && !this.#remotePorts && !this.#edge && !this.#security && !this.#groups && action !== "bypass") return;
    const portless = protocol2 !== 6 && protocol2 !== 17 && protocol2 !== "unknown";
    if (portless) {
      for (const [word3, set2] of [[this.#localPorts, this.localPorts], [this.#remotePorts, this.remotePorts]]) {
        if (word3 && set2 && !isAnyPort(set2)) this.refuseValue(word3, `${keyOf(word3)}= needs protocol=tcp or protocol=udp.`);
      }
    } else if (this.#localPorts) {
      for (const keyword of this.localPorts?.keywords ?? []) {
        const wanted = keyword === "teredo" || keyword === "ply2disc" || keyword === "mdns" ? 17 : 6;
        if (direction === "outbound" || protocol2 !== wanted && protocol2 !== "unknown") {
          const name = wanted === 6 ? "tcp" : "udp";
          this.refuseValue(this.#localPorts, `localport=${valueOf(this.#localPorts)} needs protocol=${name} and dir=in.`);
        }
      }
    }
    if (this.#edge && direction === "outbound" && !/^no$/i.test(valueOf(this.#edge))) {
      this.refuseValue(this.#edge, "edge= is for inbound rules only.");
    }
    if (action === "block" && this.#security) this.refuseValue(this.#security, "A block rule cannot ask for security.");
    if (this.#groups && !this.#security) this.refuseValue(this.#groups, `${keyOf(this.#groups)}= needs security=.`);
    if (action === "bypass" && (!this.#security || !this.#groups && direction === "inbound")) {
      this.refuse(command, "action=bypass needs security= and rmtcomputergrp= or rmtusrgrp=.");
    }
  }
  #isOpen(value, word3) {
    return isOpen(value) || word3.unresolved === true;
  }
  #oneOf(key, value, word3, part, words2) {
    this.mark(part, word3);
    const said = words2.get(value) ?? words2.get(value.toLowerCase());
    if (said !== void 0) return said;
    if (this.#isOpen(value, word3)) this.open.push(value);
    else this.refuseValue(word3, `${key} "${value}" is not ${[...words2.keys()].join(" or ")}.`);
    return "unknown";
  }
  #readProtocol(value, word3) {
    this.mark(PART.protocol, word3);
    const known2 = PROTOCOLS2.get(value) ?? parseProtocol(value);
    if (known2 !== void 0 && value !== "*") {
      this.protocol = known2;
      return;
    }
    const icmp2 = /^(icmpv[46]):(.*)$/is.exec(value);
    if (icmp2) {
      this.protocol = icmp2[1].toLowerCase() === "icmpv4" ? 1 : 58;
      const text = icmp2[2];
      this.mark(PART.icmp, word3.value === void 0 ? word3 : { text: word3.text, start: word3.start, end: word3.end, value: word3.value + 7 });
      const type = /^any(?:,any)?$/i.test(text) ? "" : parseIcmp(text);
      if (type !== void 0) this.icmp = type === "" ? [] : [type];
      else if (this.#isOpen(value, word3)) {
        this.unmodelled.push(`protocol=${value}`);
        this.open.push(value);
      } else this.refuseValue(word3, `"${text}" is not an ICMP type and code.`);
      return;
    }
    this.protocol = "unknown";
    if (this.#isOpen(value, word3)) this.open.push(value);
    else this.refuseValue(word3, `protocol "${value}" is not a protocol.`);
  }
  #readProfiles(value, word3) {
    this.mark(PART.profiles, word3);
    const cached = PROFILE_BITS.get(value);
    if (cached !== void 0) return cached;
    let set2 = 0;
    for (const text of value.split(",")) {
      const bits = PROFILE_BITS.get(text.trim().toLowerCase());
      if (bits !== void 0) set2 |= bits;
      else if (isOpen(text) || word3.unresolved) {
        this.unmodelled.push(`profile=${value}`);
        this.open.push(text);
        set2 = ALL_PROFILES;
      } else this.refuseValue(word3, `profile "${text}" is not domain, private, public or any.`);
    }
    return set2 === 0 ? ALL_PROFILES : set2;
  }
  #readPorts(key, value, word3, part, words2) {
    this.mark(part, word3);
    const { set: set2, bad } = portsOf(value, words2);
    if (bad.length === 0) return set2;
    const open = bad.filter((text) => isOpen(text) || word3.unresolved);
    for (const text of bad) if (!open.includes(text)) this.refuseValue(word3, `${key} "${text}" is not a port, a range or a keyword.`);
    this.open.push(...open);
    if (open.length === 0 || isAnyPort(set2) && /\bany\b/i.test(value)) return set2;
    return withOpenPorts(set2, open);
  }
  #readAddresses(key, value, word3, part, words2) {
    this.mark(part, word3);
    const { set: set2, bad } = addressesOf(value, words2);
    if (bad.length === 0) return set2;
    const open = bad.filter((text) => isOpen(text) || word3.unresolved);
    for (const text of bad) {
      if (!open.includes(text)) this.refuseValue(word3, `${key} "${text}" is not an address, a subnet, a range or a keyword.`);
    }
    this.open.push(...open);
    return open.length === 0 ? set2 : withOpenAddresses(set2, open);
  }
  #readInterfaces(value, word3) {
    this.mark(PART.interfaceTypes, word3);
    if (/^any$/i.test(value)) {
      this.interfaceTypes = [];
      return;
    }
    const types = [];
    for (const text of value.split(",")) {
      const type = INTERFACES2.get(text.trim().toLowerCase());
      if (type) types.push(type);
      else if (isOpen(text) || word3.unresolved) {
        this.unmodelled.push(`interfacetype=${value}`);
        this.open.push(text);
      } else this.refuseValue(word3, `interfacetype "${text}" is not lan, wireless, ras or any.`);
    }
    this.interfaceTypes = types;
  }
};
var NONE4 = Object.freeze([]);
var SELECTING2 = /* @__PURE__ */ new Set(["dir", "profile", "program", "service", "localip", "remoteip", "localport", "remoteport", "protocol"]);
var RuleCommands = class {
  #store;
  #reader;
  #pool = new PlacesPool();
  constructor(store2) {
    this.#store = store2;
    this.#reader = new RuleReader(store2);
  }
  /** `add rule`, with arguments from a word on. */
  add(command, from) {
    const reader = this.#reader;
    reader.begin();
    const words2 = joined(command.words, from);
    let name;
    for (let i = words2 === command.words ? from : 0; i < words2.length; i++) {
      const word3 = words2[i];
      const key = keyOf(word3);
      if (key === "name") {
        if (name !== void 0) reader.refuse(word3, "name= stands twice.");
        name = valueOf(word3);
        reader.mark(PART.name, word3);
        if (name.length < 4 && (name === "" || name.toLowerCase() === "all")) reader.refuseValue(word3, `A rule cannot be named "${name}".`);
      } else reader.read(key, word3);
    }
    const { direction, action } = reader;
    if (name === void 0 || direction === void 0 || action === void 0) {
      for (const [key, value] of [["name", name], ["dir", direction], ["action", action]]) {
        if (value === void 0) reader.refuse(command, `netsh needs ${key}= to add a rule.`);
      }
    }
    reader.together(command);
    const { condition: condition2 } = command;
    if (condition2 !== void 0) reader.unmodelled.push(`condition=${condition2}`);
    this.#store.rule(new PooledRule({
      id: null,
      name: name ?? "",
      group: void 0,
      direction: direction ?? "unknown",
      action: action ?? "unknown",
      enabled: reader.enabled ?? true,
      protocol: reader.protocol ?? "any",
      localPorts: reader.localPorts ?? ANY_PORTS,
      remotePorts: reader.remotePorts ?? ANY_PORTS,
      icmp: reader.icmp ?? NONE4,
      profiles: reader.profiles ?? ALL_PROFILES,
      localAddresses: reader.localAddresses ?? ANY_ADDRESSES,
      remoteAddresses: reader.remoteAddresses ?? ANY_ADDRESSES,
      program: reader.program,
      service: reader.service,
      interfaceTypes: reader.interfaceTypes ?? NONE4,
      platforms: NONE4,
      unmodelled: reader.unmodelled.length === 0 ? NONE4 : reader.unmodelled.slice(),
      ipsec: reader.ipsec,
      malformed: reader.malformed
    }, this.#store.sourceOf(command), this.#pool, reader.parts, reader.partCount));
  }
  /** `delete rule`. */
  delete(command, list) {
    const select2 = this.#selector(list, false);
    if (!select2) return;
    if (select2.open !== void 0) this.#store.unverifiable(command, `Which rules this deletes depends on "${select2.open}".`);
    const everything = Object.keys(select2.select).length === 0;
    this.#store.change(command, everything ? "reset" : "remove", select2.select, {}, select2.why);
  }
  /** `set rule \u2026 new \u2026`. */
  set(command, list) {
    const cut = list.findIndex((argument) => argument.key === "new" && argument.value === "");
    if (cut < 0) {
      this.#store.refuse(command, list[0]?.word, '"set rule" needs "new" between the rules it means and the values it sets.');
      return;
    }
    const select2 = this.#selector(list.slice(0, cut), true);
    if (!select2) return;
    const reader = this.#reader;
    reader.begin();
    const values = {};
    for (const argument of list.slice(cut + 1)) {
      if (argument.key === "name") {
        const { value } = argument;
        if (value === "" || value.toLowerCase() === "all") reader.refuse(argument, `A rule cannot be named "${value}".`);
        else values.name = value;
      } else if (select2.select.groups && argument.key !== "enable" && argument.key !== "profile") {
        reader.refuse(argument, 'Of a group netsh can only set "enable", for all profiles or one.');
      } else reader.read(argument.key, argument.word);
    }
    if (list.length === cut + 1) reader.refuse(command, '"set rule \u2026 new" is followed by no value.');
    if (reader.malformed !== void 0) return;
    Object.assign(values, reader.values());
    if (reader.unmodelled.length > 0) values.unmodelled = reader.unmodelled.slice();
    if (reader.ipsec) values.ipsec = true;
    if (select2.open !== void 0) this.#store.unverifiable(command, `Which rules this sets depends on "${select2.open}".`);
    const { profiles: profiles2 } = values;
    const ofGroup = select2.select.groups !== void 0 && profiles2 !== void 0;
    if (ofGroup) delete values.profiles;
    const meant = ofGroup ? { ...select2.select, profiles: profiles2 } : select2.select;
    if (Object.keys(values).length > 0) this.#store.change(command, "set", meant, values, select2.why);
  }
  /** What stands left of `new`, or behind `delete rule`. Undefined, with a problem, when netsh would refuse it. */
  #selector(list, groups) {
    const reader = this.#reader;
    reader.begin();
    let names;
    let wanted;
    let every = false;
    let isUnnamed = false;
    for (const argument of list) {
      if (argument === list[0] && argument.key === "all" && argument.word.value === void 0) {
        every = isUnnamed = true;
        const { start, end } = argument.word;
        const message = 'Whether netsh takes "all" without name= is not known, so this may mean every rule or none.';
        this.#store.unverifiable({ start, end }, message);
      } else if (argument.key === "name") {
        if (argument.value.toLowerCase() === "all") every = true;
        else if (argument.value === "") reader.refuse(argument, "The name of the rule is missing.");
        else names = [argument.value];
      } else if (argument.key === "group" && groups) {
        if (argument.value === "") reader.refuse(argument, "The name of the group is missing.");
        else wanted = [argument.value];
      } else if (SELECTING2.has(argument.key)) reader.read(argument.key, argument.word);
      else reader.refuse(argument, `netsh does not select rules by "${argument.word.text}".`);
    }
    const at = list[0]?.word;
    if (reader.malformed === void 0 && !names && !wanted && !every) reader.refuse(at, "netsh needs name= to know which rule is meant.");
    if (reader.malformed !== void 0) return void 0;
    const { direction, protocol: protocol2, profiles: profiles2, localPorts, remotePorts, localAddresses, remoteAddresses, program, service } = reader;
    const open = [names?.[0], wanted?.[0]].find((text) => text !== void 0 && isOpen(text)) ?? reader.open[0];
    const select2 = defined({
      names,
      groups: wanted,
      direction: known(direction),
      protocol: known(protocol2),
      profiles: profiles2,
      localPorts,
      remotePorts,
      localAddresses,
      remoteAddresses,
      program,
      service
    });
    return { select: select2, open, why: isUnnamed ? 'netsh takes "all" without name=' : open === void 0 ? void 0 : `${open} is known` };
  }
};
var known = (value) => value === "unknown" ? void 0 : value;
var defined = (select2) => Object.fromEntries(Object.entries(select2).filter(([, value]) => value !== void 0));
var PROFILE_OBJECTS = /* @__PURE__ */ new Map([
  ["allprofiles", ALL_PROFILES],
  ["domainprofile", DOMAIN],
  ["privateprofile", PRIVATE],
  ["publicprofile", PUBLIC],
  ["currentprofile", ALL_PROFILES]
]);
var SET_OBJECTS = [...PROFILE_OBJECTS.keys(), "store", "global"];
var PROFILE_PARAMETERS = ["state", "firewallpolicy", "settings", "logging"];
function setSettings(store2, command, at) {
  const { words: words2, condition: condition2 } = command;
  const object = writtenOut(words2[at]?.text.toLowerCase() ?? "", SET_OBJECTS);
  if (object === "store") {
    setStore(store2, command, words2.slice(at + 1));
    return;
  }
  if (object === "global") return;
  const profiles2 = PROFILE_OBJECTS.get(object);
  if (profiles2 === void 0) {
    store2.refuse(command, words2[at], `netsh advfirewall does not set "${words2[at]?.text ?? ""}".`);
    return;
  }
  const current = object === "currentprofile";
  const source = store2.sourceOf(command);
  const why = current ? "only in the profile that is current when the script runs" : void 0;
  const all = [condition2, why].filter((reason) => reason !== void 0).join(" and ");
  const put = (value2) => all === "" ? { value: value2, source } : { value: value2, source, condition: all };
  const parameter = writtenOut(words2[at + 1]?.text.toLowerCase() ?? "", PROFILE_PARAMETERS);
  const value = words2.slice(at + 2).map((word3) => word3.text).join("").toLowerCase();
  const open = isOpen(value) || words2.slice(at + 2).some((word3) => word3.unresolved);
  if (open && /^(?:state|firewallpolicy)$/.test(parameter)) {
    store2.unverifiable(command, `What this sets depends on "${words2[at + 2]?.text ?? ""}".`);
    return;
  }
  if (parameter === "state") {
    if (value === "on" || value === "off") store2.configure(profiles2, "enabled", put(value === "on"));
    else if (value === "notconfigured") store2.configure(profiles2, "enabled", void 0);
    else store2.refuse(command, words2[at + 2], `The state is on, off or notconfigured, not "${value}".`);
  } else if (parameter === "firewallpolicy") {
    const [inbound = "", outbound = "", more] = value.split(",");
    const isKnown2 = /^(?:blockinbound(?:always)?|allowinbound|notconfigured)$/.test(inbound) && /^(?:(?:allow|block)outbound|notconfigured)$/.test(outbound);
    if (!isKnown2 || more !== void 0) {
      store2.refuse(command, words2[at + 2], `"${value}" is not a firewall policy such as blockinbound,allowoutbound.`);
      return;
    }
    const unset = inbound === "notconfigured";
    store2.configure(profiles2, "defaultInbound", unset ? void 0 : put(inbound === "allowinbound" ? "allow" : "block"));
    store2.configure(profiles2, "blockAllInbound", unset ? void 0 : put(inbound === "blockinboundalways"));
    const out = outbound === "notconfigured" ? void 0 : put(outbound === "allowoutbound" ? "allow" : "block");
    store2.configure(profiles2, "defaultOutbound", out);
  } else if (parameter === "settings") setMerge(store2, command, at + 2, profiles2, put);
  else if (parameter !== "logging") store2.refuse(command, words2[at + 1], `A profile has no parameter "${words2[at + 1]?.text ?? ""}".`);
}
function setMerge(store2, command, at, profiles2, put) {
  const { words: words2 } = command;
  const name = words2[at]?.text.toLowerCase() ?? "";
  const value = words2[at + 1]?.text.toLowerCase() ?? "";
  if (/^(?:localconsecrules|inboundusernotification|remotemanagement|unicastresponsetomulticast)$/.test(name)) return;
  if (name !== "localfirewallrules") store2.refuse(command, words2[at], `A profile has no setting "${words2[at]?.text ?? ""}".`);
  else if (!/^(?:enable|disable|notconfigured)$/.test(value)) {
    store2.refuse(command, words2[at + 1], `The setting is enable, disable or notconfigured, not "${value}".`);
  } else if (store2.target.store === "local") store2.refuse(command, words2[at], "localfirewallrules can only be set in a Group Policy store.");
  else store2.configure(profiles2, "allowLocalRules", value === "notconfigured" ? void 0 : put(value === "enable"));
}
function setStore(store2, command, words2) {
  const text = words2.map((word3) => word3.text).join(" ").replace(/\s*=\s*/, "=");
  const gpo = /^gpo=(.+)$/i.exec(text);
  if (/^local$/i.test(text)) store2.target = LOCAL;
  else if (gpo) store2.target = { store: "group-policy", gpo: gpo[1] };
  else store2.refuse(command, words2[0], `"${text}" is not a store.`);
}
var NetshStore = class {
  /** Changed by `set store`, for the commands after it. */
  target = LOCAL;
  #sink;
  #span;
  constructor(sink, span) {
    this.#sink = sink;
    this.#span = span;
  }
  sourceOf({ start, end }) {
    return this.#span(start, end);
  }
  rule(rule) {
    this.#sink.rule(rule, this.target);
  }
  change(command, kind, select2, values, why) {
    const odd = select2.names?.find((name) => /[*?]/.test(name));
    const reasons = [command.condition, why, odd === void 0 ? void 0 : `"${odd}" means one rule`];
    const condition2 = reasons.filter((reason) => reason !== void 0).join(" and ");
    this.#sink.change({ kind, select: select2, values, condition: condition2 || void 0, source: this.sourceOf(command) }, this.target);
  }
  /** A profile value; undefined puts it back to "not configured". */
  configure(profiles2, key, setting) {
    this.#sink.configure(profiles2, key, setting, this.target);
  }
  /** Back to what Windows brings. */
  reset(command) {
    this.#sink.clearSettings(this.target, command.condition);
    this.change(command, "reset", {}, {}, void 0);
  }
  /** Whether the script itself has made a rule of this name in the local store; undefined where it may have. */
  holds(name) {
    return this.#sink.made({ names: [name] }, LOCAL);
  }
  problem(code, message, start, end) {
    this.#sink.problem({ code, message, source: this.#span(start, end) });
  }
  /** What netsh itself would refuse, at the word that is wrong or for the whole command. */
  refuse(command, at, message) {
    this.problem("rule-malformed", message, at?.start ?? command.start, at?.end ?? command.end);
  }
  unverifiable({ start, end }, message) {
    this.problem("requirement-unverifiable", message, start, end);
  }
};
var OF_WINDOWS = /\([^()]*\b(?:in|out)\)$|[^\0-\x7F].*\)$/i;
var OTHER_CONTEXTS = /* @__PURE__ */ new Set([
  "interface",
  "ipsec",
  "http",
  "wlan",
  "lan",
  "winhttp",
  "bridge",
  "ras",
  "rpc",
  "dhcpclient",
  "dnsclient",
  "branchcache",
  "namespace",
  "netio",
  "nap",
  "p2p",
  "trace",
  "wfp",
  "winsock"
]);
var NetshSession = class {
  #store;
  #rules;
  #legacy;
  #context = [];
  #pushed = [];
  constructor(sink, span) {
    this.#store = new NetshStore(sink, span);
    this.#rules = new RuleCommands(this.#store);
    this.#legacy = new LegacyCommands(this.#store);
  }
  /**
   * A call of its own, as cmd.exe and PowerShell make it: store and context of earlier calls are forgotten. Its exit code where it asks for
   * a rule by name: scripts do so to add it once, and what they have not added is taken as not there, like in PowerShell.
   */
  call(command) {
    const { words: words2 } = command;
    if (isWord(words2[0]?.text.toLowerCase() ?? "", "advfirewall", 1) && words2[2]?.text.toLowerCase() === "show") return this.#show(words2);
    this.#run(command);
    return void 0;
  }
  #show(words2) {
    const names = argumentsOf(words2, 4).filter((argument) => argument.key === "name");
    const name = names[0]?.value;
    if (name === void 0 || names.length > 1 || words2[3]?.text.toLowerCase() !== "rule") return void 0;
    if (isOpen(name) || names[0]?.word.unresolved || /^(?:all)?$|[*?]/i.test(name)) return void 0;
    const isThere = this.#store.holds(name);
    return isThere === true ? 0 : isThere === void 0 || OF_WINDOWS.test(name) ? void 0 : 1;
  }
  #run(command) {
    this.#context.length = 0;
    this.#store.target = LOCAL;
    let { words: words2 } = command;
    for (let option = optionOf(words2[0]); option !== void 0; option = optionOf(words2[0])) {
      const value = words2[1]?.text ?? "";
      if (option === "-c") this.#context.push(...contextOf(value.split(/\s+/)));
      else if (option === "-r") {
        this.#store.unverifiable(command, `This command changes the firewall of ${value}, which is another machine than this one.`);
        return;
      } else if (option === "-f") return;
      words2 = words2.slice(2);
    }
    if (words2.length === 0) return;
    this.#interpret(words2 === command.words ? command : { ...command, words: words2 });
    if (this.#store.target !== LOCAL) {
      this.#store.unverifiable(command, "netsh forgets the store when this command ends: the commands after it write to the local store.");
    }
  }
  /** The next line of a `netsh -f` script, which stands in the context and the store that earlier lines chose. */
  line(command) {
    const words2 = /^netsh(?:\.exe)?$/i.test(command.words[0]?.text ?? "") ? command.words.slice(1) : command.words;
    const first = words2[0]?.text.toLowerCase();
    if (first === void 0) return;
    if (first === "pushd") {
      if (this.#pushed.length < 1e3) this.#pushed.push([...this.#context]);
      if (words2.length > 1) {
        this.#context.length = 0;
        this.#context.push(...contextOf(words2.slice(1).map((w) => w.text)));
      }
    } else if (first === "popd") {
      this.#context.length = 0;
      this.#context.push(...this.#pushed.pop() ?? []);
    } else if (first === "..") this.#context.pop();
    else if (!/^(?:abort|alias|unalias|bye|commit|exit|offline|online|quit)$/.test(first)) {
      const context = contextOf(words2.map((w) => w.text));
      if (context.length === words2.length && context.length > 0) {
        this.#context.length = 0;
        this.#context.push(...context);
      } else if (first === "/") this.#context.length = 0;
      else this.#interpret(words2 === command.words ? command : { ...command, words: words2 });
    }
  }
  #interpret(command) {
    const { words: words2 } = command;
    const isPlain = words2.length > 4 && words2[0]?.text === "advfirewall" && words2[1]?.text === "firewall";
    if (isPlain && words2[2]?.text === "add" && words2[3]?.text === "rule") {
      this.#rules.add(command, 4);
      return;
    }
    let at = 0;
    const path = [...this.#context];
    const top = words2[0]?.text.toLowerCase() ?? "";
    if (top === "a" || isWord(top, "advfirewall", 3)) {
      path.length = 0;
      path.push("advfirewall");
      at = 1;
    } else if (path.length === 0 && isWord(top, "firewall", 1)) {
      path.push("firewall");
      at = 1;
    }
    if (path[0] === "firewall") {
      this.#legacy.run(command, at);
      return;
    }
    if (path[0] !== "advfirewall") return;
    if (path.length === 1 && isWord(words2[at]?.text.toLowerCase() ?? "", "firewall", 1)) {
      path.push("firewall");
      at++;
    }
    const verb = words2[at]?.text.toLowerCase() ?? "";
    if (path[1] === "firewall") {
      if (!isWord(words2[at + 1]?.text.toLowerCase() ?? "", "rule", 1)) {
        if (isWord(verb, "add", 1) || isWord(verb, "delete", 1) || isWord(verb, "set", 1)) {
          this.#store.refuse(command, words2[at + 1] ?? words2[at], `netsh advfirewall firewall ${verb} is followed by "rule".`);
        }
        return;
      }
      if (isWord(verb, "add", 1)) {
        this.#rules.add(command, at + 2);
        return;
      }
      const rest = argumentsOf(words2, at + 2);
      if (isWord(verb, "delete", 1)) this.#rules.delete(command, rest);
      else if (isWord(verb, "set", 1)) this.#rules.set(command, rest);
      return;
    }
    if (path.length > 1) return;
    if (isWord(verb, "import", 1)) this.#import(command, words2[at + 1]);
    else if (isWord(verb, "reset", 1)) this.#store.reset(command);
    else if (isWord(verb, "set", 1)) setSettings(this.#store, command, at + 1);
  }
  #import(command, file) {
    this.#store.reset(command);
    const from = file ? `"${file.text}"` : "a file";
    this.#store.unverifiable(command, `This replaces the whole local policy by ${from}, whose contents this script does not show.`);
  }
};
function optionOf(word3) {
  return word3?.text.length === 2 && /^[-/][a-z]$/i.test(word3.text) ? word3.text.toLowerCase() : void 0;
}
function contextOf(words2) {
  const [first = "", second] = words2.map((word3) => word3.toLowerCase());
  if (isWord(first, "advfirewall", 3)) {
    if (second === void 0) return ["advfirewall"];
    const inner = ["firewall", "consec", "mainmode", "monitor"].find((name) => isWord(second, name, 1));
    return words2.length === 2 && inner ? ["advfirewall", inner] : ["advfirewall"];
  }
  if (first === "firewall" && second === void 0) return ["firewall"];
  return words2.length === 1 && OTHER_CONTEXTS.has(first) ? [first] : [];
}
var ScriptHost = class extends FirewallHost {
  #problems = [];
  #netsh;
  #registry;
  get netsh() {
    return this.#netsh ??= new NetshSession(this, this.spanOf);
  }
  get registry() {
    return this.#registry ??= new RegistryPolicy(this.#problems);
  }
  /** What the registry writes amount to. */
  registryParts() {
    const parts = this.#registry?.parts() ?? [];
    for (const problem of this.#problems) this.problem(problem);
    return parts;
  }
};
var handled2 = (handler) => (call) => handler(call.script.host, call);
var limitText = (limits) => limits.length === 0 ? void 0 : limits.map((limit) => limit.replace(/^condition=/, "")).join(" and ");
function wordsOf(call) {
  const list = rawWords(call);
  return list.some((item) => item.text.includes('"')) ? unquoted(list) : list;
}
function rawWords({ node, script }) {
  const list = [];
  for (const [i, arg] of node.args.entries()) {
    const previous = node.args[i - 1];
    if (previous && arg.value && script.text.slice(previous.start, arg.start).trimEnd() === "--%") continue;
    list.push(...wordOf(arg, script.text, (value) => script.value(value)));
  }
  return list;
}
function unquoted(list) {
  const out = [];
  let open;
  for (const item of list) {
    const whole = open ? { ...open, text: `${open.text} ${item.text}`, end: item.end, ...item.unresolved ? { unresolved: true } : {} } : item;
    const text = whole.text.replace(/\\"/g, "\0");
    if ((text.split('"').length - 1) % 2 === 1) {
      open = whole;
      continue;
    }
    open = void 0;
    out.push({ ...whole, text: text.replaceAll('"', "").replaceAll("\0", '"') });
  }
  if (open) out.push({ ...open, text: open.text.replaceAll('"', "") });
  return out;
}
function wordOf(arg, text, valueOf2) {
  if (text.startsWith("--%", arg.start) && arg.value) return words(plain(text.slice(arg.value.start, arg.value.end), arg.value.start), 0);
  const own = [];
  if (arg.name !== void 0) {
    const name = `-${arg.name}`;
    if (!arg.value) return [{ text: name, start: arg.start, end: arg.end }];
    if (arg.attached) return [{ text: `${name}:${describe(valueOf2(arg.value))}`, start: arg.start, end: arg.end }];
    own.push({ text: name, start: arg.start, end: arg.start + name.length });
  }
  if (!arg.value) return own;
  const { start, end } = arg.value;
  const value = valueOf2(arg.value);
  if (arg.splat || arg.value.kind === "variable" && Array.isArray(value)) {
    for (const item of elements(value) ?? []) own.push(word2(item, start, end, text));
    return own;
  }
  return [...own, word2(value, start, end, text)];
}
function word2(value, start, end, text) {
  const said = Array.isArray(value) ? value.map(describe).join(",") : isKnown(value) ? textOfValue(value) ?? describe(value) : describe(value);
  const isOpen2 = Array.isArray(value) ? value.some((item) => !isKnown(item)) : !isKnown(value);
  const equals = text.slice(start, Math.min(end, start + 200)).indexOf("=");
  return { text: said, start, end, value: said.includes("=") ? equals < 0 ? start : start + equals + 1 : void 0, ...isOpen2 ? { unresolved: true } : {} };
}
function netsh(host, call) {
  const { node, script } = call;
  const list = wordsOf(call);
  const code = host.netsh.call({ words: list, start: node.start, end: node.end, condition: limitText(script.limits) });
  const isQuestion2 = list.some(({ text }) => /^show$/i.test(text)) && list.some(({ text }) => /^rule$/i.test(text));
  script.assign("lastexitcode", code ?? new Unknown("$LASTEXITCODE", isQuestion2 ? true : void 0));
  return script.unknown(node);
}
var PROGRAMS = /* @__PURE__ */ new Set(["netsh", "reg"]);
function batch(host, call, line, start, end) {
  const own = limitText(call.script.limits);
  runBatch(line, {
    programs: PROGRAMS,
    command: ({ words: list, condition: condition2 }) => {
      const placed = list.map(({ text, value }) => ({ text, start, end, value: value === void 0 ? void 0 : start }));
      const both = [own, condition2].filter((text) => text !== void 0).join(" and ");
      runProgram(host, placed, call.node.start, call.node.end, both === "" ? void 0 : both);
    },
    problem: (code, message) => host.problem({ code, message, source: host.spanOf(start, end) })
  });
}
function runProgram(host, list, start, end, condition2) {
  const [program, ...rest] = list;
  const name = (program?.text ?? "").toLowerCase().replace(/^.*[\\/]/, "").replace(/\.exe$/, "");
  if (name === "netsh") host.netsh.call({ words: rest, start, end, condition: condition2 });
  else if (name === "reg") reg(host, rest, host.spanOf(start, end), condition2);
}
function cmd(host, call) {
  const list = rawWords(call);
  const at = list.findIndex((item) => /^\/[ck]/i.test(item.text));
  const rest = list.slice(at + 1);
  const [first] = rest;
  const last = rest.at(-1);
  if (at >= 0 && first && last && /netsh|reg/i.test(rest.map((item) => item.text).join(" "))) {
    if (rest.length === 1) batch(host, call, first.text, first.start, first.end);
    else runProgram(host, unquoted(rest), call.node.start, call.node.end, limitText(call.script.limits));
  }
  return call.script.unknown(call.node);
}
function startProcess(host, call) {
  const { node, script } = call;
  const args = script.arguments(node);
  const named = (pattern) => args.find((arg) => arg.name !== void 0 && pattern.test(arg.name))?.value;
  const loose = args.filter((arg) => arg.name === void 0);
  const program = textOfValue(named(/^(f\w*|path)$/i) ?? loose.shift()?.value)?.toLowerCase().replace(/^.*[\\/]/, "").replace(/\.exe$/, "");
  if (program !== "netsh" && program !== "reg" && program !== "cmd") return script.unknown(node);
  const given = args.find((arg) => arg.name !== void 0 && /^arg/i.test(arg.name)) ?? loose[0];
  const texts = given ? elements(given.value, true)?.map((item) => textOfValue(item) ?? describe(item)) : [];
  const line = (texts ?? [describe(given?.value)]).join(" ");
  const start = given ? given.start : node.start;
  const end = given ? given.end : node.end;
  if (program === "cmd") batch(host, call, line.replace(/^\s*\/[ck]\s*/i, ""), start, end);
  else {
    const list = words(fixedText(line, start, end), 0).map((item) => ({ ...item, ...given && !isKnown(given.value) ? { unresolved: true } : {} }));
    runProgram(host, [{ text: program, start: node.start, end: node.end }, ...list], node.start, node.end, limitText(script.limits));
  }
  return script.unknown(node);
}
function reg(host, list, source, condition2) {
  const [verb, key] = list.map((item) => item.text);
  if (verb === void 0 || key === void 0) return;
  const option = (name2) => {
    const at = list.findIndex((item) => item.text.toLowerCase() === name2);
    return at < 0 ? void 0 : list[at + 1];
  };
  const name = option("/v")?.text;
  const data = option("/d");
  if (/^add$/i.test(verb)) {
    if (name === void 0) return;
    store(host, key, name, { text: data?.text ?? "", type: option("/t")?.text ?? "REG_SZ", isOpen: data?.unresolved === true }, data ? host.spanOf(data.start, data.end) : source, source, condition2);
  } else if (/^delete$/i.test(verb)) remove(host, key, name, list.some((item) => /^\/va$/i.test(item.text)), source, condition2);
}
function store(host, path, name, data, place, source, condition2) {
  const key = host.registry.key(keyPath(path));
  if (!key) return;
  if (data.isOpen) {
    host.problem({ code: "requirement-unverifiable", message: `The registry value ${name} is ${data.text}, which this file does not decide.`, source: place });
    return;
  }
  const isNumber = /dword/i.test(data.type) || /^$|unknown/i.test(data.type) && /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(data.text);
  if (condition2 !== void 0) {
    if (key.tail === "firewallrules" && looksLikeRuleString(data.text)) {
      const problems = [];
      const rule = parseRuleString(data.text, name, source, () => place, problems);
      const target = key.store === "local" ? LOCAL : { store: key.store };
      for (const problem of problems) host.problem(problem);
      if (rule) host.rule(changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition2}`] }), target);
    } else if (key.tail === "firewallrules" || /profile/.test(key.tail)) {
      host.problem({ code: "requirement-unverifiable", message: `The registry value ${name} is written only when: ${condition2}.`, source });
    }
    return;
  }
  const value = isNumber ? { number: Number(data.text), source } : { text: data.text, source, at: () => place };
  host.registry.set(key, name, value);
}
function remove(host, path, name, isAll, source, condition2) {
  const full = keyPath(path);
  const key = host.registry.key(full);
  if (condition2 !== void 0) {
    if (key) host.problem({ code: "requirement-unverifiable", message: `Firewall values are deleted from the registry only when: ${condition2}.`, source });
  } else if (name === void 0 && !isAll) host.registry.deleteKey(full, source);
  else if (key && isAll) host.registry.deleteValues(key, source);
  else if (key && name !== void 0) host.registry.deleteValue(key, name, source);
}
var keyPath = (path) => path.replace(/^(?:Microsoft\.PowerShell\.Core\\)?Registry::/i, "").replace(/^(HK\w+):\\?/i, "$1\\").replaceAll("/", "\\");
var itemCommand = (kind) => handled2((host, { node, script, input }) => {
  const args = script.arguments(node);
  const taken = /* @__PURE__ */ new Set();
  const named = (pattern) => args.find((arg) => arg.hasValue && arg.name !== void 0 && pattern.test(arg.name) && taken.add(arg));
  const path = named(/^(path|literalpath|pspath)$/i);
  const name = named(/^n\w*$/i);
  const value = named(/^(v|va\w*)$/i);
  const type = named(/^(t\w*|propertytype)$/i);
  const loose = args.filter((arg) => arg.name === void 0 && arg.hasValue);
  const where2 = textOfValue((path ?? (input === void 0 ? loose.shift() : void 0))?.value);
  if (where2 === void 0 || !host.registry.key(keyPath(where2)) && kind !== "delete") return script.unknown(node);
  const source = host.spanOf(node.start, node.end);
  const condition2 = limitText(script.limits);
  if (kind === "create") {
    const key = host.registry.key(keyPath(where2));
    if (key && condition2 === void 0) host.registry.create(key);
    return void 0;
  }
  if (kind === "delete") {
    if (/registry|hk(lm|ey)/i.test(where2)) remove(host, where2, void 0, false, source, condition2);
    return void 0;
  }
  const names = elements((name ?? loose.shift())?.value) ?? [];
  const data = value ?? loose.shift();
  for (const item of names) {
    const text = textOfValue(item);
    if (text === void 0) {
      host.notice(`A registry value is written whose name ${describe(item)} this file does not decide`, node.start, node.end);
      continue;
    }
    if (kind === "remove") remove(host, where2, text, false, source, condition2);
    else if (data) {
      const written = isKnown(data.value) ? textOfValue(data.value) : void 0;
      const isNumber = typeof data.value === "number";
      store(host, where2, text, { text: written ?? describe(data.value), type: type ? describe(type.value) : isNumber ? "DWord" : "", isOpen: written === void 0 }, host.spanOf(data.start, data.end), source, condition2);
    }
  }
  return void 0;
});
var testPath = handled2((host, { node, script }) => {
  const path = script.arguments(node).find((arg) => arg.hasValue)?.value;
  const text = textOfValue(path);
  return script.unknown(node, text !== void 0 && host.registry.key(keyPath(text)) ? false : void 0);
});
var findRule = ({ input, script, node }) => {
  for (const arg of script.arguments(node)) if (arg.value instanceof ScriptBlock) return script.unknown(node);
  return script.unknown(node, input instanceof Unknown && /\bnetsh\b.*\bshow\b.*\brule\b/i.test(input.text) ? false : void 0);
};
var NATIVE = new Map([
  ["netsh", handled2(netsh)],
  ["cmd", handled2(cmd)],
  ["reg", handled2((host, call) => {
    reg(host, wordsOf(call), host.spanOf(call.node.start, call.node.end), limitText(call.script.limits));
    return call.script.unknown(call.node);
  })],
  ...["start-process", "start", "saps"].map((name) => [name, handled2(startProcess)]),
  ...["set-itemproperty", "sp", "new-itemproperty"].map((name) => [name, itemCommand("set")]),
  ...["remove-itemproperty", "rp"].map((name) => [name, itemCommand("remove")]),
  ...["new-item", "ni"].map((name) => [name, itemCommand("create")]),
  ...["remove-item", "ri", "rm", "del"].map((name) => [name, itemCommand("delete")]),
  ["test-path", testPath],
  ["select-string", findRule],
  ["findstr", findRule]
]);
function binary(operator, left, right, written) {
  const unknown = (likely) => new Unknown(written(), likely);
  switch (operator) {
    case "and":
    case "or":
    case "xor":
      return logical(operator, left, right, unknown);
    case "+":
      return sum(left, right) ?? unknown();
    case "f":
      return format(left, right) ?? unknown();
    case "..":
      return range(left, right) ?? unknown();
    case "??":
      return isKnown(left) ? (left ?? null) === null ? right ?? null : left : unknown();
    case "join":
      return join(left, right) ?? unknown();
    case "split":
      return split(left, right) ?? unknown();
    case "replace":
      return replace(left, right) ?? unknown();
    case "as":
      return left ?? null;
    case "-":
    case "*":
    case "/":
    case "%":
      return arithmetic(operator, left, right) ?? unknown();
    default:
      return comparison(operator, left, right, unknown);
  }
}
function logical(operator, left, right, unknown) {
  const a = truthOf(left);
  const b = truthOf(right);
  if (operator === "xor") return a === void 0 || b === void 0 ? unknown() : a !== b;
  const decisive = operator === "or";
  if (a === decisive || b === decisive) return decisive;
  if (a !== void 0 && b !== void 0) return !decisive;
  const x = likelyOf(left);
  const y = likelyOf(right);
  if (x === void 0 || y === void 0) return unknown();
  return unknown(operator === "and" ? x && y : x || y);
}
function comparison(operator, left, right, unknown) {
  const [a, b] = [left ?? null, right ?? null];
  if (operator === "eq" || operator === "ne") {
    const other = a === null ? b : b === null ? a : void 0;
    if (other !== void 0 && !isKnown(other)) {
      const truth = truthOf(other);
      if (truth !== void 0) return truth === (operator === "ne");
      const likely = likelyOf(other);
      return unknown(likely === void 0 ? void 0 : likely === (operator === "ne"));
    }
  }
  if (a instanceof Foreign && (operator === "contains" || operator === "notcontains")) {
    const found = a.contains(b);
    const truth = truthOf(found);
    if (truth !== void 0 && found !== void 0) return truth === (operator === "contains");
    const likely = found === void 0 ? void 0 : likelyOf(found);
    return unknown(likely === void 0 ? void 0 : likely === (operator === "contains"));
  }
  if (!isKnown(a) || !isKnown(b)) return compareLikely(operator, a, b, unknown);
  const result = compare(operator, a, b);
  return result ?? unknown();
}
function compareLikely(operator, a, b, unknown) {
  if (!(a instanceof Unknown) || a.likely === void 0 || typeof b !== "number") return unknown();
  const result = compare(operator, a.likely ? 1 : 0, b);
  return unknown(typeof result === "boolean" ? result : void 0);
}
function compare(operator, a, b) {
  switch (operator) {
    case "in":
      return compare("contains", b, a);
    case "notin":
      return compare("notcontains", b, a);
    case "contains":
    case "notcontains": {
      const items = elements(a);
      const wanted = textOfValue(b)?.toLowerCase();
      if (!items || wanted === void 0 || items.some((item) => textOfValue(item) === void 0)) return void 0;
      return items.some((item) => textOfValue(item)?.toLowerCase() === wanted) === (operator === "contains");
    }
    case "notlike":
    case "like": {
      const [text, pattern] = [textOfValue(a), textOfValue(b)];
      if (text === void 0 || pattern === void 0 || pattern.includes("[") || text.length > 1e3 || Array.isArray(a)) return void 0;
      return wildcard(pattern, text) === (operator === "like");
    }
    case "eq":
    case "ne":
    case "gt":
    case "ge":
    case "lt":
    case "le": {
      if (Array.isArray(a) || a instanceof HashTable || b instanceof HashTable) return void 0;
      const order = typeof a === "number" || typeof b === "number" && a !== null && !Number.isNaN(Number(a)) ? numeric(a, b) : textual(a, b);
      if (order === void 0) return void 0;
      return operator === "eq" ? order === 0 : operator === "ne" ? order !== 0 : operator === "gt" ? order > 0 : operator === "ge" ? order >= 0 : operator === "lt" ? order < 0 : order <= 0;
    }
    default:
      return void 0;
  }
}
function numeric(a, b) {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? textual(a, b) === 0 ? 0 : void 0 : x - y;
}
function textual(a, b) {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === "boolean") return a === truthOf(b) ? 0 : 1;
  const [x, y] = [textOfValue(a)?.toLowerCase(), textOfValue(b)?.toLowerCase()];
  return x === void 0 || y === void 0 ? void 0 : x < y ? -1 : x > y ? 1 : 0;
}
function sum(left, right) {
  if (Array.isArray(left)) {
    const items = elements(right);
    if (!items || left.length + items.length > MAX_LIST) return void 0;
    return [...left, ...items];
  }
  if (left === null || left === void 0) return right ?? null;
  if (left instanceof HashTable && right instanceof HashTable) {
    if (left.entries.size + right.entries.size > MAX_LIST) return void 0;
    const both = new HashTable(Math.max(left.level, right.level));
    for (const table2 of [left, right]) for (const [key, item] of table2.entries) both.entries.set(key, item);
    both.isOpen = left.isOpen || right.isOpen;
    return both;
  }
  if (typeof left === "number") {
    const n = typeof right === "object" && right !== null ? Number.NaN : Number(right ?? 0);
    return Number.isNaN(n) ? void 0 : left + n;
  }
  if (typeof left !== "string" || left.length > MAX_TEXT) return void 0;
  const text = textOfValue(right);
  return text === void 0 ? void 0 : left + text;
}
function arithmetic(operator, left, right) {
  const [a, b] = [left ?? 0, right ?? 0];
  if (operator === "*" && (typeof a === "string" || Array.isArray(a))) {
    if (typeof b !== "number" || b < 0 || a.length * b > MAX_LIST) return void 0;
    return typeof a === "string" ? a.repeat(b) : Array.from({ length: Math.trunc(b) }, () => a).flat();
  }
  if (typeof a === "object" || typeof b === "object") return void 0;
  const [x, y] = [Number(a), Number(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return void 0;
  const result = operator === "-" ? x - y : operator === "*" ? x * y : operator === "/" ? x / y : x % y;
  return Number.isFinite(result) ? result : void 0;
}
function range(left, right) {
  if (typeof left === "object" || typeof right === "object") return void 0;
  const [from, to] = [Number(left), Number(right)];
  const length = Math.abs(to - from) + 1;
  if (!Number.isInteger(from) || !Number.isInteger(to) || length > MAX_LIST) return void 0;
  return Array.from({ length }, (_, i) => from <= to ? from + i : from - i);
}
function format(left, right) {
  const items = elements(right);
  if (typeof left !== "string" || !items || left.length > MAX_TEXT) return void 0;
  let isKnownWhole = true;
  const text = left.replace(/\{\{|\}\}|\{(\d{1,4})(?::[dD](\d{1,2}))?\}|\{/g, (all, index, digits) => {
    if (all === "{{" || all === "}}") return all.charAt(0);
    const part = index === void 0 ? void 0 : textOfValue(items[Number(index)]);
    if (part === void 0 || part.length > MAX_TEXT / 10) {
      isKnownWhole = false;
      return "";
    }
    return digits === void 0 ? part : part.padStart(Number(digits), "0");
  });
  return isKnownWhole && text.length <= MAX_TEXT * 10 ? text : void 0;
}
function join(left, right) {
  const items = elements(left, true)?.map(textOfValue);
  const sign = textOfValue(right);
  if (!items || sign === void 0 || items.includes(void 0)) return void 0;
  const text = items.join(sign);
  return text.length > MAX_TEXT ? void 0 : text;
}
var SEPARATORS = /* @__PURE__ */ new Map([
  ["\\r?\\n", /\r?\n/],
  ["\\r\\n|\\n", /\r?\n/],
  ["\\s+", /\s+/],
  [",\\s*", /,\s*/],
  ["\\s*,\\s*", /\s*,\s*/],
  ["[,;]", /[,;]/]
]);
function split(left, right) {
  const pattern = Array.isArray(right) ? void 0 : textOfValue(right);
  const plain2 = pattern === void 0 ? void 0 : SEPARATORS.get(pattern.replaceAll("\r", "\\r").replaceAll("\n", "\\n")) ?? plainPattern(pattern);
  const text = textOfValue(left);
  if (text === void 0 || text.length > MAX_TEXT || plain2 === void 0 || plain2 === "") return void 0;
  const parts = text.split(plain2);
  return parts.length > MAX_LIST ? void 0 : parts;
}
function replace(left, right) {
  const [from, to] = (elements(right) ?? []).map(textOfValue);
  const plain2 = from === void 0 ? void 0 : plainPattern(from);
  const text = textOfValue(left);
  if (text === void 0 || plain2 === void 0 || plain2 === "" || to?.includes("$")) return void 0;
  const parts = text.split(plain2);
  return text.length + parts.length * (to ?? "").length > MAX_TEXT || text.toLowerCase().split(plain2.toLowerCase()).length !== parts.length ? void 0 : parts.join(to ?? "");
}
function plainPattern(pattern) {
  const text = pattern.replace(/\\([^a-zA-Z0-9])/g, "\0$1");
  return /(?:^|[^\0])[.*+?^$|()[\]{}\\]/.test(text) ? void 0 : text.replaceAll("\0", "");
}
function method(target, name, args) {
  const [first, second] = args;
  if (typeof target === "string") {
    switch (name) {
      case "tolower":
      case "tolowerinvariant":
        return target.toLowerCase();
      case "toupper":
      case "toupperinvariant":
        return target.toUpperCase();
      case "tostring":
        return target;
      case "trim":
      case "trimstart":
      case "trimend":
        return trimmed(target, name, args);
      case "equals": {
        const other = textOfValue(first);
        return other === void 0 ? void 0 : target === other;
      }
      case "substring": {
        const end = second === void 0 ? target.length : typeof first === "number" && typeof second === "number" ? first + second : -1;
        return typeof first === "number" && first >= 0 && first <= end && end <= target.length ? target.slice(first, end) : void 0;
      }
      case "indexof": {
        const part = args.length === 1 ? textOfValue(first) : void 0;
        return part === void 0 ? void 0 : target.indexOf(part);
      }
      case "padleft":
      case "padright": {
        const fill = second === void 0 ? " " : textOfValue(second);
        if (typeof first !== "number" || first > MAX_TEXT || fill?.length !== 1) return void 0;
        return name === "padleft" ? target.padStart(first, fill) : target.padEnd(first, fill);
      }
      case "replace": {
        const [from, to] = [textOfValue(first), textOfValue(second)];
        if (from === void 0 || to === void 0 || from === "" || target.length * to.length > MAX_TEXT) return void 0;
        return target.replaceAll(from, () => to);
      }
      case "split": {
        const sign = args.length === 1 ? textOfValue(first) : void 0;
        return sign === void 0 || sign.length !== 1 || target.length > MAX_TEXT ? void 0 : target.split(sign).slice(0, MAX_LIST);
      }
      case "contains": {
        const part = textOfValue(first);
        return part === void 0 ? void 0 : target.includes(part);
      }
      case "startswith": {
        const part = textOfValue(first);
        return part === void 0 ? void 0 : target.startsWith(part);
      }
      case "endswith": {
        const part = textOfValue(first);
        return part === void 0 ? void 0 : target.endsWith(part);
      }
      default:
        return void 0;
    }
  }
  if (typeof target === "number" || typeof target === "boolean") return name === "tostring" && args.length === 0 ? textOfValue(target) : void 0;
  if (Array.isArray(target) && name === "contains") {
    const found = compare("contains", target, first ?? null);
    return found;
  }
  return void 0;
}
function trimmed(target, name, args) {
  const signs = args.length === 0 ? void 0 : args.map(textOfValue).join("");
  if (args.some((arg) => textOfValue(arg) === void 0) || target.length > MAX_TEXT) return void 0;
  const isCut = (sign) => signs === void 0 ? sign.trim() === "" : signs.includes(sign);
  let [start, end] = [0, target.length];
  if (name !== "trimend") while (start < end && isCut(target.charAt(start))) start++;
  if (name !== "trimstart") while (end > start && isCut(target.charAt(end - 1))) end--;
  return target.slice(start, end);
}
function staticMethod(type, name, args) {
  const [first, second] = args;
  const short = type.replace(/^system\./, "");
  if (short === "string") {
    if (name === "format") return format(first, args.length === 2 ? second : args.slice(1).map((arg) => arg ?? null));
    if (name === "join") return join(second, first);
    if (name === "isnullorempty" || name === "isnullorwhitespace") {
      const text = textOfValue(first);
      return text === void 0 ? void 0 : text.trim() === "";
    }
  }
  if (short === "io.path" && name === "combine") return joinPath(args);
  if (short === "environment" && name === "expandenvironmentvariables") return textOfValue(first);
  if (name === "new" && /list|collections\.(arraylist|objectmodel)/.test(type)) return args.length === 0 ? [] : void 0;
  return void 0;
}
function joinPath(parts) {
  const texts = parts.map(textOfValue);
  return texts.includes(void 0) ? void 0 : texts.map((t, i) => i === 0 ? (t ?? "").replace(/(?<![\\/])[\\/]+$/, "") : (t ?? "").replace(/^[\\/]+/, "")).join("\\");
}
function isOfType(value, type) {
  switch (type.replace(/^system\.(?:collections\.|management\.automation\.)?/, "")) {
    case "string":
      return typeof value === "string";
    case "array":
    case "object[]":
      return Array.isArray(value);
    case "int":
    case "int32":
      return typeof value === "number" && Number.isInteger(value);
    case "bool":
    case "boolean":
      return typeof value === "boolean";
    case "hashtable":
    case "idictionary":
      return value instanceof HashTable;
    case "scriptblock":
      return value instanceof ScriptBlock;
    default:
      return void 0;
  }
}
function cast(type, value, written) {
  const known2 = value ?? null;
  const isList = type.endsWith("[]");
  const short = type.replace(/^system\.|\[\]$/g, "");
  if (isList) return Array.isArray(known2) || !isKnown(known2) ? known2 : [known2];
  if (short === "bool" || short === "boolean") return truthOf(known2) ?? new Unknown(written(), likelyOf(known2));
  if (short === "string") return isKnown(known2) ? textOfValue(known2) ?? new Unknown(describe(known2)) : known2;
  if (/^u?int(16|32|64)?$|^long$|^byte$|^double$/.test(short)) {
    if (!isKnown(known2) || typeof known2 === "object") return known2 instanceof Foreign || known2 === null ? known2 ?? 0 : known2;
    const number = Number(known2);
    return Number.isNaN(number) ? new Unknown(written()) : number;
  }
  return short === "xml" || short === "xml.xmldocument" ? new Unknown(written()) : known2;
}
var FIREWALL = /netfirewall|advfirewall|firewallpolicy|hnetcfg/i;
var silent2 = (call) => {
  call.script.arguments(call.node);
  return void 0;
};
var through = ({ input, script, node }) => {
  const args = script.arguments(node);
  return input ?? args.find((arg) => arg.name === void 0 || arg.name.toLowerCase() === "inputobject")?.value;
};
var forEachObject = ({ input, script, node }) => {
  const args = script.arguments(node);
  const blocks = args.flatMap((arg) => arg.value instanceof ScriptBlock ? [{ name: (arg.name ?? "").toLowerCase(), block: arg.value }] : []);
  const named = (prefix) => blocks.find((b) => b.name !== "" && prefix.startsWith(b.name))?.block;
  const loose = blocks.filter((b) => b.name === "").map((b) => b.block);
  const process = named("process") ?? named("parallel") ?? (loose.length > 1 ? loose[1] : loose[0]);
  const begin = named("begin") ?? (loose.length > 1 ? loose[0] : void 0);
  const last = named("end") ?? loose[2];
  const list = input ?? args.find((arg) => arg.name?.toLowerCase() === "inputobject")?.value ?? null;
  if (!process) {
    const [first] = args;
    const name = textOfValue(first?.value);
    return name !== void 0 && isKnown(list) ? (elements(list) ?? []).map((item) => item instanceof HashTable ? item.get(name) ?? null : new Unknown(`$_.${name}`)) : script.unknown(node);
  }
  if (begin) script.invoke(begin.block, []);
  const items = isKnown(list) ? elements(list) : void 0;
  const out = items ? script.each(items, process) : script.eachUnknown(list, process, node);
  if (last) script.invoke(last.block, []);
  return out;
};
var whereObject = ({ input, script, node }) => {
  const args = script.arguments(node);
  const block = args.find((arg) => arg.value instanceof ScriptBlock)?.value;
  const items = input !== void 0 && isKnown(input) ? elements(input) : void 0;
  const likely = input instanceof Unknown ? input.likely : void 0;
  const found = !items ? void 0 : block instanceof ScriptBlock ? script.filter(items, block) : whereProperty(items, args);
  return found ?? script.unknown(node, likely);
};
function whereProperty(items, args) {
  const loose = args.filter((arg) => arg.name === void 0 || /^property$/i.test(arg.name));
  const test = args.find((arg) => arg.name !== void 0 && arg.hasValue && !/^(?:property|value|inputobject)$/i.test(arg.name));
  const name = textOfValue(loose[0]?.value);
  const operator = test?.name?.toLowerCase().replace(/^[ci](?=eq|ne|g[te]|l[te]|like|notlike|contains|in$)/, "") ?? "eq";
  const wanted = test ? test.value : loose[1]?.value;
  if (name === void 0 || wanted === void 0) return void 0;
  const out = [];
  for (const item of items) {
    if (!(item instanceof HashTable)) return void 0;
    const truth = truthOf(binary(operator, item.get(name) ?? null, wanted, () => name));
    if (truth === void 0) return void 0;
    if (truth) out.push(item);
  }
  return out;
}
var selectObject = ({ input, script, node }) => {
  const args = script.arguments(node);
  const property = args.find((arg) => arg.name !== void 0 && "expandproperty".startsWith(arg.name.toLowerCase()));
  const count = (name2) => {
    const value = args.find((arg) => arg.name?.toLowerCase() === name2)?.value;
    return value === void 0 || typeof value === "object" ? void 0 : Number(value);
  };
  if (input === void 0 || !isKnown(input)) return input instanceof Foreign && !property ? input : script.unknown(node, input instanceof Unknown ? input.likely : void 0);
  let items = elements(input) ?? [];
  const name = textOfValue(property?.value);
  if (property && name !== void 0) items = items.map((item) => item instanceof HashTable ? item.get(name) ?? null : new Unknown(`$_.${name}`));
  const skip = count("skip");
  const first = count("first");
  const last = count("last");
  if (skip !== void 0) items = items.slice(skip);
  if (first !== void 0) items = items.slice(0, first);
  return last === void 0 ? items : items.slice(Math.max(0, items.length - last));
};
var invokeCommand = ({ script, node, name }) => {
  const args = script.arguments(node);
  const block = args.find((arg) => arg.value instanceof ScriptBlock)?.value;
  const where2 = name === "invoke-command" || name === "icm" ? args.find((arg) => arg.name !== void 0 && /^(cn|comp\w*|session|vmname|hostname|connectionuri)$/i.test(arg.name)) ?? args.find((arg, i) => i === 0 && arg.name === void 0 && !(arg.value instanceof ScriptBlock)) : void 0;
  const given = args.find((arg) => arg.name !== void 0 && /^arg/i.test(arg.name));
  if (block instanceof ScriptBlock) {
    const values = given ? isKnown(given.value) ? elements(given.value) ?? [] : [given.value] : [];
    const positional = values.map((value) => ({ name: void 0, value, hasValue: true, isAttached: false, isSplatted: false, start: node.start, end: node.end, nameStart: node.start, parameter: void 0 }));
    script.within(where2 && limitOf(where2.value), () => {
      script.invoke(block.block, positional);
    });
  }
  return script.unknown(node);
};
function limitOf(computer) {
  const text = describe(computer);
  return /^(localhost|\.|127\.0\.0\.1|::1|\$env:computername)$/i.test(text) ? void 0 : `computer=${text}`;
}
var setVariable = ({ script, node }) => {
  const args = script.arguments(node);
  const byName = (name2) => args.find((arg) => arg.name !== void 0 && name2.startsWith(arg.name.toLowerCase()))?.value;
  const loose = args.filter((arg) => arg.name === void 0).map((arg) => arg.value);
  const name = textOfValue(byName("name") ?? loose.shift());
  const value = byName("value") ?? loose.shift() ?? null;
  if (name !== void 0) script.assign(name.toLowerCase(), value);
  return void 0;
};
var setAlias = ({ script, node }) => {
  const args = script.arguments(node);
  const byName = (name2) => args.find((arg) => arg.name !== void 0 && name2.startsWith(arg.name.toLowerCase()))?.value;
  const loose = args.filter((arg) => arg.name === void 0).map((arg) => arg.value);
  const name = textOfValue(byName("name") ?? loose.shift());
  const value = textOfValue(byName("value") ?? loose.shift());
  if (name !== void 0 && value !== void 0) script.setAlias(name, value);
  return void 0;
};
var invokeExpression = ({ script, node, input }) => {
  const argument = script.arguments(node).find((arg) => arg.hasValue);
  const value = argument?.value ?? input;
  const text = isKnown(value) ? textOfValue(value) : void 0;
  const { start, end } = argument ?? node;
  const found = text === void 0 ? void 0 : script.runText(text, start, end);
  if (found) return found.value;
  if (FIREWALL.test(text ?? describe(value)) || text === void 0 && /^\$\w+$/.test(describe(value))) script.host.notice("Invoke-Expression runs a text as commands, which is not followed", node.start, node.end);
  return script.unknown(node);
};
var shell = ({ script, node, name }) => {
  const args = script.arguments(node);
  const at = args.findIndex((arg) => arg.name !== void 0 && /^c(?:o|om|omm\w*)?$/i.test(arg.name));
  const given = at < 0 ? args.filter((arg) => arg.name === void 0) : args.slice(at);
  const [first] = given;
  const block = given.find((arg) => arg.value instanceof ScriptBlock)?.value;
  if (block instanceof ScriptBlock) return single(script.invoke(block.block, []));
  const text = first?.hasValue === true && given.length === 1 && typeof first.value === "string" ? first.value : void 0;
  const found = first && text !== void 0 && FIREWALL.test(text) ? script.runText(text, first.start, first.end) : void 0;
  if (!found && given.some((arg) => FIREWALL.test(describe(arg.value)))) script.host.notice(`What ${name} is told to run is not followed`, node.start, node.end);
  return found ? found.value : script.unknown(node);
};
var joinPathHandler = ({ script, node }) => {
  const args = script.arguments(node).filter((arg) => arg.hasValue && !/^(resolve|credential)$/i.test(arg.name ?? ""));
  return joinPath(args.map((arg) => arg.value)) ?? script.unknown(node);
};
var newObject = ({ script, node }) => {
  const args = script.arguments(node);
  const type = textOfValue(args.find((arg) => arg.hasValue)?.value) ?? "";
  const properties = args.find((arg) => arg.name !== void 0 && "property".startsWith(arg.name.toLowerCase()))?.value;
  if (/^(System\.Management\.Automation\.)?ps(custom)?object$/i.test(type) && properties instanceof HashTable) return properties;
  if (/arraylist|generic\.list/i.test(type)) return [];
  if (/hashtable|specialized\.ordereddictionary/i.test(type)) return new HashTable(script.level);
  return script.unknown(node);
};
var convertFromCsv = ({ script, node, input }) => {
  const args = script.arguments(node);
  const delimiter = args.find((arg) => arg.name !== void 0 && "delimiter".startsWith(arg.name.toLowerCase()));
  const sign = delimiter ? textOfValue(delimiter.value) ?? "" : ",";
  const header = elements(args.find((arg) => arg.name?.toLowerCase() === "header")?.value)?.map(textOfValue);
  const parts = elements(input ?? args.find((arg) => arg.name === void 0)?.value, true)?.map(textOfValue);
  if (!parts || parts.length === 0 || parts.includes(void 0) || sign.length !== 1) return script.unknown(node);
  const text = parts.join("\n");
  if (text.length > MAX_TEXT) return script.unknown(node);
  const rows = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "" && !line.startsWith("#TYPE")).map((line) => cells(line, sign));
  const names = header && header.length > 0 ? header : rows.shift() ?? [];
  return rows.slice(0, MAX_LIST).map((row) => {
    const table2 = new HashTable(script.level);
    for (const [i, name] of names.entries()) if (name !== void 0) table2.set(name.trim(), row[i] ?? null);
    return table2;
  });
};
function cells(line, sign) {
  const out = [];
  let cell = "";
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line.charAt(i);
    if (isQuoted && c === '"' && line.charAt(i + 1) === '"') {
      cell += c;
      i++;
    } else if (c === '"') isQuoted = !isQuoted;
    else if (c === sign && !isQuoted) {
      out.push(cell);
      cell = "";
    } else cell += c;
  }
  out.push(cell);
  return out;
}
var convertFromJson = ({ script, node, input }) => {
  const parts = elements(input ?? script.arguments(node).find((arg) => arg.hasValue)?.value, true)?.map(textOfValue);
  const text = !parts || parts.includes(void 0) ? void 0 : parts.join("\n");
  if (text === void 0 || text.length > MAX_TEXT) return script.unknown(node);
  try {
    return fromJson(JSON.parse(text), script.level, 0) ?? script.unknown(node);
  } catch {
    return script.unknown(node);
  }
};
function fromJson(value, level, depth) {
  if (depth > 30) return void 0;
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.slice(0, MAX_LIST).map((item) => fromJson(item, level, depth + 1) ?? null);
  const table2 = new HashTable(level);
  for (const [key, item] of Object.entries(value)) table2.set(key, fromJson(item, level, depth + 1) ?? null);
  return table2;
}
var ofHost = (call) => call.script.host.commands.get(call.name)?.(call);
var BUILTINS = new Map([
  ...["foreach-object", "%", "foreach"].map((name) => [name, forEachObject]),
  ...["where-object", "where", "?"].map((name) => [name, whereObject]),
  ...["select-object", "select"].map((name) => [name, selectObject]),
  ...["sort-object", "sort", "tee-object", "write-output", "echo", "get-unique"].map((name) => [name, through]),
  ...["out-null", "write-host", "write-verbose", "write-debug", "write-warning", "write-error", "write-information", "write-progress", "out-host", "out-file", "set-strictmode", "import-module", "start-sleep"].map((name) => [name, silent2]),
  ...["invoke-command", "icm", "measure-command", "start-job", "start-threadjob", "inlinescript", "parallel", "sequence"].map((name) => [name, invokeCommand]),
  ...["set-variable", "new-variable", "sv", "nv", "set"].map((name) => [name, setVariable]),
  ...["set-alias", "new-alias", "sal", "nal"].map((name) => [name, setAlias]),
  ...["invoke-expression", "iex"].map((name) => [name, invokeExpression]),
  ...["powershell", "pwsh"].map((name) => [name, shell]),
  ["join-path", joinPathHandler],
  ["new-object", (call) => ofHost(call) ?? newObject(call)],
  ["convertfrom-csv", convertFromCsv],
  ["convertfrom-json", convertFromJson]
]);
var MAX_STEPS = 1e5;
var MAX_ROUNDS = 1e3;
var MAX_WORK = 3e6;
var MAX_LEFT = 20;
var MAX_WRITTEN = 160;
var Scope = class {
  variables = /* @__PURE__ */ new Map();
  /** Parameters that nobody has given and that are false then (`[switch]$Open`): whoever calls may give them. */
  options;
  parent;
  constructor(parent) {
    this.parent = parent;
  }
};
var Knowledge = class {
  text;
  host;
  /** What stands around the current statement: `condition=if (\u2026)`, `computer=\u2026`. */
  #limits = [];
  /** Conditions under which an earlier statement has left: `[how far it leaves, limit]`. */
  left = [];
  /** Notes one more of them. */
  leave(left) {
    let alike = 0;
    for (const { kind, isOption } of this.left) if (kind === left.kind && isOption === left.isOption) alike++;
    if (alike < MAX_LEFT) this.left.push(left);
  }
  /** How far inside the statements are that run only when an option is given. */
  optional = 0;
  /** The level of the outermost of them. */
  #optionLevel = 0;
  #hasOptions = false;
  scope = new Scope(void 0);
  #journal;
  signal = "";
  /** How much was followed inside loops and functions; only there it counts. */
  get steps() {
    return this.#effort.steps;
  }
  set steps(count) {
    this.#effort.steps = count;
  }
  counts = false;
  #effort = effort();
  constructor(text, host) {
    this.text = text;
    this.host = host;
    host.isOptional = () => this.optional > 0 || this.left.some(({ isOption }) => isOption);
  }
  /** `Key=value` for each thing that stands between the statement and certainty. */
  get limits() {
    return this.left.length === 0 ? this.#limits : [...this.#limits, ...this.left.map((l) => l.limit)];
  }
  /** Counts work against what one script may cause; false once that is too much. */
  spend(amount) {
    this.#effort.work += amount;
    return this.#effort.work <= MAX_WORK;
  }
  /** Whether that is too much already: then nothing large is made or looked at any more. */
  get isSpent() {
    return this.#effort.work > MAX_WORK;
  }
  get level() {
    return this.#limits.length + this.left.length;
  }
  /** Whether something of this level was there before the option under which it would change. */
  isBeforeOption(level) {
    return this.optional > 0 && level < this.#optionLevel;
  }
  /** A parameter that was not given and is false then. */
  setOption(name) {
    this.#hasOptions = true;
    (this.scope.options ??= /* @__PURE__ */ new Set()).add(name);
  }
  /** The options in a piece of the file that still stand as nobody has given them. */
  optionsIn(start, end) {
    if (!this.#hasOptions) return [];
    const names = new Set([...this.text.slice(start, end).matchAll(/\$\{?(\w+)/g)].map((match) => match[1].toLowerCase()));
    return [...names].filter((name) => {
      let { scope } = this;
      while (!scope.variables.has(name) && scope.parent) scope = scope.parent;
      return scope.options?.has(name) === true && scope.variables.get(name) === false;
    });
  }
  /** Follows what runs only when options are given; afterwards everything is as without them. */
  withOptions(names, limit, run) {
    const { length } = this.left;
    if (this.optional++ === 0) this.#optionLevel = this.level + 1;
    this.branch(limit, () => {
      for (const name of names) this.assign(name, names.length === 1 ? true : new Unknown(`$${name}`));
      run();
    });
    this.optional--;
    this.left.length = length;
  }
  /** Runs under a limit that the text does not decide; what it assigns is unknown afterwards. */
  under(limit, run) {
    this.forget([this.branch(limit, run)]);
  }
  /** Runs surely, but with a limit that only says where (`computer=\u2026`). */
  within(limit, run) {
    if (limit !== void 0) this.#limits.push(limit);
    run();
    if (limit !== void 0) this.#limits.pop();
  }
  variable(name) {
    for (let scope = this.scope; scope; scope = scope.parent) {
      const value = scope.variables.get(name);
      if (value !== void 0) return value;
    }
    return void 0;
  }
  assign(name, value) {
    this.#assignIn(this.scope, name, value);
  }
  /** Into the scope of the script itself. */
  assignShared(name, value) {
    let { scope } = this;
    while (scope.parent) scope = scope.parent;
    this.#assignIn(scope, name, value);
  }
  #assignIn(scope, name, value) {
    if (this.#journal) {
      let own = this.#journal.get(scope);
      if (!own) this.#journal.set(scope, own = /* @__PURE__ */ new Map());
      if (!own.has(name)) own.set(name, scope.variables.get(name));
    }
    scope.variables.set(name, value);
  }
  /** A piece of the file in one line, for words about it. */
  written(start, end) {
    const text = this.text.slice(start, Math.min(end, start + MAX_WRITTEN)).replace(/\s+/g, " ").trim();
    return end > start + MAX_WRITTEN ? `${text}\u2026` : text;
  }
  unknown(node, likely) {
    return new Unknown(this.written(node.start, node.end), likely);
  }
  /** Forgets the conditions of leaving that end here; those that leave further stay. */
  keepLeft(length, kind) {
    if (this.left.length === length) return;
    const further = this.left.splice(length).filter((left) => left.kind === "exit" || kind === "break" && left.kind === "return");
    this.left.push(...further);
  }
  /** Follows one side of something undecided, and takes back what it assigned. */
  branch(limit, run) {
    const outer = this.#journal;
    const journal = this.#journal = /* @__PURE__ */ new Map();
    this.#limits.push(limit);
    run();
    this.#limits.pop();
    this.#journal = outer;
    const after = /* @__PURE__ */ new Map();
    for (const [scope, old] of journal) {
      const values = /* @__PURE__ */ new Map();
      for (const [name, value] of old) {
        values.set(name, scope.variables.get(name));
        if (value === void 0) scope.variables.delete(name);
        else scope.variables.set(name, value);
      }
      after.set(scope, values);
    }
    if (this.signal !== "") {
      const isQuiet = this.signal !== "throw" && !/isinrole|administrator|elevat|runas/i.test(limit);
      if (isQuiet) this.leave({ kind: this.signal, limit: limit.startsWith("condition=not ") ? limit.replace("=not ", "=") : limit.replace("=", "=not ") });
      this.signal = "";
    }
    return after;
  }
  /** What the sides of something undecided assigned differently is unknown. */
  forget(sides) {
    for (const side of sides) {
      for (const [scope, values] of side) {
        for (const [name, value] of values) if (scope.variables.get(name) !== value) this.#assignIn(scope, name, new Unknown(`$${name}`));
      }
    }
  }
};
var MAX_OPEN = 300;
var Evaluator = class extends Knowledge {
  /** The call of a method of an object that the host knows. */
  current;
  /** What a member or an element is asked of: a variable is looked up, whatever it holds. */
  owner(node) {
    return node.kind === "variable" ? this.read(node.name, node) : this.evaluate(node, true);
  }
  /** The value of an expression; an empty pipe is null. */
  value(node) {
    return (node && this.evaluate(node, true)) ?? null;
  }
  parenthesised(inner) {
    if (inner.kind !== "assign") return this.evaluate(inner, true);
    this.assignment(inner);
    return inner.target.kind === "variable" ? this.variable(inner.target.name) : void 0;
  }
  read(name, node) {
    const value = this.variable(name);
    if (value !== void 0) return value;
    if (name === "true") return true;
    if (name === "false") return false;
    if (name === "null") return null;
    if (name === "psitem") return this.read("_", node);
    return (name.startsWith("env:") ? environmentText(name.slice(4)) : void 0) ?? this.unknown(node);
  }
  expand(parts, node) {
    let text = "";
    let isOpen2 = false;
    for (const part of parts) {
      let piece;
      if (typeof part === "string") piece = part;
      else {
        const value = this.evaluate(part, true);
        piece = textOfValue(value);
        if (piece === void 0) {
          isOpen2 = true;
          piece = part.kind === "expand" ? describe(value) : this.written(part.start, part.end);
        }
      }
      if (text.length > MAX_TEXT) return new Unknown(this.written(node.start, node.end));
      text += piece;
    }
    return isOpen2 ? new Unknown(text.length > MAX_OPEN ? `${text.slice(0, MAX_OPEN)}\u2026` : text) : text;
  }
  hash(entries) {
    const table2 = new HashTable(this.level);
    for (const { key, value, start, end } of entries) {
      const name = textOfValue(this.value(key));
      const item = this.evaluateEntry(value);
      if (name === void 0) table2.isOpen = true;
      else table2.set(name, item, value ? value.start : start, end);
    }
    return table2;
  }
  unary(operator, operand, node) {
    if (operator === "++" || operator === "--") {
      if (operand.kind !== "variable") return void 0;
      const value2 = this.variable(operand.name);
      this.assign(operand.name, typeof value2 === "number" ? value2 + (operator === "++" ? 1 : -1) : this.unknown(node));
      return void 0;
    }
    const value = this.value(operand);
    switch (operator) {
      case "not": {
        const truth = truthOf(value);
        const likely = likelyOf(value);
        return truth === void 0 ? this.unknown(node, likely === void 0 ? void 0 : !likely) : !truth;
      }
      case ",":
        return [value];
      case "+":
        return typeof value === "number" ? value : this.unknown(node);
      case "-":
        return typeof value === "number" ? -value : this.unknown(node);
      case "join":
        return binary("join", value, "", () => this.written(node.start, node.end));
      default:
        return this.unknown(node);
    }
  }
  /** Long sums lean to the left, so the left spine is walked and not called. */
  binary(node) {
    const spine = [node];
    let first = node.left;
    while (first.kind === "binary") {
      spine.push(first);
      first = first.left;
    }
    let value = this.evaluate(first, true);
    for (const { operator, right, start, end } of spine.reverse()) {
      const truth = operator === "and" || operator === "or" ? truthOf(value) : void 0;
      if (truth !== void 0 && truth === (operator === "or")) {
        value = truth;
        continue;
      }
      if (operator === "like" || operator === "notlike") value = this.#like(operator, value, this.evaluate(right, true), start, end);
      else if (right.kind === "type" && (operator === "is" || operator === "isnot")) value = this.#isOf(operator, value, right.name, start, end);
      else {
        const other = this.evaluate(right, true);
        value = this.isSpent && MAKING.has(operator) ? this.tooMuch(node) : binary(operator, value, other, () => this.written(start, end));
      }
    }
    return value ?? null;
  }
  /** Stars may go over the text once for each sign of the pattern. */
  #like(operator, text, pattern, start, end) {
    const isCheap = typeof text !== "string" || typeof pattern !== "string" || this.spend(text.length * pattern.length >> 6);
    return isCheap ? binary(operator, text, pattern, () => this.written(start, end)) : new Unknown(this.written(start, end));
  }
  /** `$ports -is [array]`. */
  #isOf(operator, value, type, start, end) {
    const is = isKnown(value) ? isOfType(value ?? null, type) : void 0;
    return is === void 0 ? new Unknown(this.written(start, end)) : is === (operator === "is");
  }
  member(node) {
    const name = textOfValue(this.value(node.name))?.toLowerCase();
    const args = node.args?.map((arg) => this.evaluate(arg, true));
    if (node.isStatic) {
      const type = node.target.kind === "type" ? node.target.name : "";
      if (!args && node.name.kind === "text" && ENUMERATION.test(type)) return node.name.value;
      return (name !== void 0 && args ? staticMethod(type, name, args) : void 0) ?? this.unknown(node);
    }
    const target = this.owner(node.target) ?? null;
    if (name === void 0) return this.unknown(node);
    if (!this.spend(memberWeight(target, name, args !== void 0))) return this.tooMuch(node);
    if (args) return this.#method(node, target, name, args);
    const property = this.#property(target, name);
    return property !== void 0 ? property : this.unknown(node, target instanceof Unknown && (name === "count" || name === "length") ? target.likely : void 0);
  }
  #property(target, name) {
    if (target === null) return null;
    if (target instanceof Foreign) return target.member(name);
    if (target instanceof HashTable) {
      const own = target.get(name);
      if (own !== void 0) return own;
      if (target.isOpen) return void 0;
      if (name === "keys") return [...target.entries.values()].map((item) => item.key);
      if (name === "values") return [...target.entries.values()].map((item) => item.value);
      return name === "count" ? target.entries.size : null;
    }
    if (Array.isArray(target)) {
      const list = target;
      if (name === "count" || name === "length") return list.length;
      const values = list.map((item) => item instanceof HashTable || item instanceof Foreign ? this.#property(item, name) : void 0);
      return values.includes(void 0) ? void 0 : values.flatMap((v) => v === null ? [] : v);
    }
    if (typeof target === "string") return name === "length" ? target.length : name === "count" ? 1 : null;
    if (typeof target === "boolean" && name === "ispresent") return target;
    return name === "count" && isKnown(target) ? 1 : void 0;
  }
  #method(node, target, name, args) {
    const [first, second] = args;
    if (name === "shouldprocess" && node.target.kind === "variable" && node.target.name === "pscmdlet") return true;
    if (target instanceof HashTable) return this.#tableMethod(node, target, name, first, second);
    if (first instanceof ScriptBlock && (name === "foreach" || name === "where")) {
      const items = isKnown(target) ? elements(target) : void 0;
      if (name === "where") return items ? this.filter(items, first) ?? this.unknown(node) : this.unknown(node);
      return items ? this.each(items, first) : this.eachUnknown(target, first, node);
    }
    if (target instanceof ScriptBlock && (name === "invoke" || name === "invokereturnasis")) return single(this.invoke(target.block, []));
    if (Array.isArray(target) && (name === "add" || name === "addrange") && node.target.kind === "variable" && first !== void 0) {
      const items = name === "add" ? [first] : elements(first) ?? [];
      const list = target;
      if (list.length + items.length <= MAX_LIST) this.assign(node.target.name, [...list, ...items]);
      else this.assign(node.target.name, this.unknown(node.target));
      return void 0;
    }
    if (target instanceof Foreign) {
      this.current = node;
      return target.call(name, args.map((arg) => arg ?? null)) ?? this.unknown(node);
    }
    if (typeof target === "boolean" && name === "tobool") return target;
    return method(target, name, args) ?? this.unknown(node);
  }
  #tableMethod(node, table2, name, key, value) {
    const word3 = textOfValue(key);
    switch (name) {
      case "getenumerator": {
        if (table2.isOpen) return this.unknown(node);
        return [...table2.entries.values()].map((item) => pair(item.key, item.value, this.level));
      }
      case "clone": {
        const copy2 = new HashTable(this.level);
        for (const [entry, item] of table2.entries) copy2.entries.set(entry, item);
        copy2.isOpen = table2.isOpen;
        return copy2;
      }
      case "add":
      case "remove":
        if (this.isBeforeOption(table2.level)) return void 0;
        if (word3 === void 0) table2.isOpen = true;
        else if (name === "add") this.store(table2, word3, value ?? null, node);
        else if (this.level > table2.level) table2.set(word3, this.unknown(node), node.start, node.end);
        else table2.entries.delete(word3.toLowerCase());
        return void 0;
      case "contains":
      case "containskey":
        if (word3 === void 0) return this.unknown(node);
        return table2.entries.has(word3.toLowerCase()) || (table2.isOpen ? this.unknown(node) : false);
      default:
        return this.unknown(node);
    }
  }
  /** Writes a key; under a condition that did not stand there when the table was made, the value may or may not change. */
  store(table2, key, value, node) {
    if (!this.isBeforeOption(table2.level)) table2.set(key, this.level > table2.level ? this.unknown(node) : value, node.start, node.end);
  }
  index(target, index) {
    if (target instanceof HashTable) {
      const key = textOfValue(index);
      if (key === void 0 || Array.isArray(index)) return void 0;
      return target.get(key) ?? (target.isOpen ? void 0 : null);
    }
    const list = typeof target === "string" ? [...target.slice(0, MAX_LIST)] : Array.isArray(target) ? target : void 0;
    if (!list) return target === null ? null : void 0;
    if (Array.isArray(index)) {
      const places2 = index;
      return places2.every((p) => typeof p === "number") ? places2.map((p) => list.at(p) ?? null) : void 0;
    }
    const at = typeof index === "string" ? Number(index) : index;
    return typeof at === "number" && Number.isInteger(at) ? list.at(at) ?? null : void 0;
  }
  assignment(node) {
    let { target } = node;
    let type = "";
    while (target.kind === "cast") {
      type ||= target.type;
      target = target.operand;
    }
    let value = node.value ? this.evaluate(node.value, true) ?? null : null;
    if (node.operator !== "=") {
      const old = this.owner(target);
      const operator = node.operator.slice(0, -1);
      if (!this.spend(Array.isArray(old) ? old.length * COPY : weightOf(old) * COPY)) value = this.tooMuch(target);
      value = binary(operator, old, value, () => this.written(target.start, target.end));
    } else if (type !== "") value = cast(type, value, () => this.written(node.start, node.end));
    if (typeof value === "string" && value.length > MAX_TEXT * 10) value = this.unknown(target);
    this.#assignTo(target, value);
  }
  #assignTo(target, value) {
    switch (target.kind) {
      case "variable":
        if (target.isShared) this.assignShared(target.name, value);
        else this.assign(target.name, value);
        return;
      case "list": {
        const items = Array.isArray(value) ? value : void 0;
        for (const [i, item] of target.items.entries()) this.#assignTo(item, items ? i === target.items.length - 1 && items.length > i + 1 ? items.slice(i) : items[i] ?? null : this.unknown(item));
        return;
      }
      case "member":
      case "index": {
        const owner2 = this.value(target.target);
        const key = textOfValue(this.value(target.kind === "member" ? target.name : target.index));
        if (owner2 instanceof HashTable) {
          if (key === void 0) owner2.isOpen ||= !this.isBeforeOption(owner2.level);
          else this.store(owner2, key, value, target);
        } else if (owner2 instanceof Foreign && key !== void 0) {
          this.current = target;
          const args = target.kind === "member" ? (target.args ?? []).map((arg) => this.value(arg)) : [];
          owner2.assign(key.toLowerCase(), this.level > 0 && !isKnown(value) ? this.unknown(target) : value, args);
        } else if (target.kind === "index" && target.target.kind === "variable" && Array.isArray(owner2)) {
          const at = Number(key);
          const list = owner2;
          this.assign(target.target.name, Number.isInteger(at) && at >= 0 && at < list.length ? list.with(at, value) : this.unknown(target.target));
        }
        return;
      }
      default:
    }
  }
};
var MAKING = /* @__PURE__ */ new Set(["..", "*", "f", "join", "split", "replace"]);
var COPY = 1 / 16;
function memberWeight(target, name, isCall) {
  if (Array.isArray(target) && (name === "add" || name === "addrange")) return target.length * COPY;
  return isCall || !(name === "count" || name === "length") ? target instanceof HashTable ? 0 : weightOf(target) : 0;
}
var ENUMERATION = /(?:^|\.)netsecurity\.[a-z]+$/;
function pair(key, value, level) {
  const table2 = new HashTable(level);
  table2.set("Key", key);
  table2.set("Name", key);
  table2.set("Value", value);
  return table2;
}
var WrittenArgument = class {
  value;
  parameter;
  #arg;
  constructor(arg, value) {
    this.value = value;
    this.parameter = void 0;
    this.#arg = arg;
  }
  get name() {
    return this.#arg.name;
  }
  get hasValue() {
    return this.#arg.value !== void 0;
  }
  get isAttached() {
    return this.#arg.attached && this.#arg.value !== void 0;
  }
  get isSplatted() {
    return false;
  }
  get start() {
    return (this.#arg.value ?? this.#arg).start;
  }
  get end() {
    return (this.#arg.value ?? this.#arg).end;
  }
  get nameStart() {
    return this.#arg.start;
  }
};
var SplattedArgument = class {
  name;
  value;
  start;
  end;
  parameter;
  constructor(name, value, start, end) {
    this.name = name;
    this.value = value;
    this.start = start;
    this.end = end;
    this.parameter = void 0;
  }
  get hasValue() {
    return true;
  }
  get isAttached() {
    return this.name !== void 0;
  }
  get isSplatted() {
    return true;
  }
  get nameStart() {
    return this.start;
  }
};
var SPLATTED = "@";
var MAX_CALLS = 20;
var PER_EFFECT = 75;
var Caller = class extends Evaluator {
  functions = /* @__PURE__ */ new Map();
  aliases = /* @__PURE__ */ new Map();
  called = /* @__PURE__ */ new Set();
  #calling = [];
  #names = /* @__PURE__ */ new Map();
  #isBoundAsked;
  pipeline(nodes, isWanted) {
    let input;
    for (const [i, node] of nodes.entries()) {
      const isLast = i === nodes.length - 1;
      const isTaken = isLast ? isWanted : !isDiscarding(nodes[i + 1]);
      input = i > 0 && node.kind === "command" ? this.command(node, input ?? [], isTaken) : this.evaluate(node, isTaken);
      if (this.signal !== "") return void 0;
    }
    return input;
  }
  chain(operator, left, right) {
    const before = this.evaluate(left, false);
    if (this.signal !== "") return before;
    if (operator === "&&") return this.evaluate(right, false);
    this.under(`condition=${this.written(left.start, left.end)} fails`, () => this.evaluate(right, false));
    return void 0;
  }
  /** Calls what the command names: a block, a function of the script, something that the host knows, or a cmdlet of the language. */
  command(node, input, isWanted) {
    const { name: nameNode } = node;
    const named = nameNode.kind === "text" ? nameNode.value : this.value(nameNode);
    if (named instanceof ScriptBlock) return single(this.invoke(named.block, this.arguments(node), input));
    if (typeof named !== "string") {
      for (const arg of node.args) if (arg.value) this.evaluate(arg.value, true);
      return this.unknown(node);
    }
    const name = this.normal(named);
    const definition = this.functions.get(name);
    if (definition && !(definition.word === "configuration" && this.host.commands.has(name) && node.args.some((arg) => arg.value?.kind === "block"))) return this.callFunction(name, definition, this.arguments(node), input);
    const call = { name, node, input, isWanted, script: this };
    if (input instanceof Foreign || !BUILTINS.has(name)) {
      const handler = this.host.commands.get(name);
      if (handler) return this.counts && !this.spend(PER_EFFECT) ? this.tooMuch(node) : handler(call);
    }
    const builtin = BUILTINS.get(name);
    if (builtin) return builtin(call);
    return this.#foreignCommand(call);
  }
  /** A command nobody knows: blocks that it is given may run. */
  #foreignCommand({ name, node }) {
    for (const arg of node.args) {
      if (!arg.value) continue;
      const value = this.evaluate(arg.value, true);
      if (value instanceof ScriptBlock) this.under(`condition=${name} {\u2026}`, () => {
        this.invoke(value.block, []);
      });
    }
    return this.unknown(node);
  }
  /** In lower case, by alias, without path, module and `.exe`. */
  normal(raw) {
    const known2 = this.#names.get(raw);
    if (known2 !== void 0) return known2;
    let name = raw.toLowerCase().replace(/^.*[\\/]/, "").replace(/\.exe$/, "");
    for (let i = 0; i < 5; i++) name = this.aliases.get(name) ?? name;
    if (this.#names.size < 1e4) this.#names.set(raw, name);
    return name;
  }
  setAlias(name, target) {
    this.aliases.set(name.toLowerCase(), target.toLowerCase());
    this.#names.clear();
  }
  /** The value of a hash entry; a bare word is a command there, and there is none of that name. */
  evaluateEntry(node) {
    if (!node) return null;
    if (node.kind === "command" && node.args.length === 0 && node.name.kind === "text" && node.operator === "") {
      const name = this.normal(node.name.value);
      if (!this.functions.has(name) && !this.host.commands.has(name)) return this.unknown(node);
    }
    return this.value(node);
  }
  /** The arguments with their values, splatted tables opened. */
  arguments(node) {
    const args = [];
    for (const arg of node.args) {
      if (arg.splat) this.#splat(arg, args);
      else args.push(new WrittenArgument(arg, arg.value?.kind === "text" ? arg.value.value : this.value(arg.value)));
    }
    return args;
  }
  #splat(arg, args) {
    const value = arg.value ? this.value(arg.value) : null;
    if (value instanceof HashTable) {
      for (const { key, value: item, start, end } of value.entries.values()) {
        args.push(start < 0 ? new SplattedArgument(key, item, arg.start, arg.end) : new SplattedArgument(key, item, start, end));
      }
      if (!value.isOpen) return;
    } else if (isKnown(value)) {
      for (const item of elements(value) ?? []) if (item !== null) args.push(new SplattedArgument(void 0, item, arg.start, arg.end));
      return;
    }
    args.push(new SplattedArgument(SPLATTED, new Unknown(this.written(arg.start, arg.end)), arg.start, arg.end));
  }
  define(node) {
    const name = (node.name.startsWith("$") ? textOfValue(this.variable(node.name.slice(1)))?.toLowerCase() : void 0) ?? node.name;
    this.functions.set(name, node);
    this.called.delete(name);
  }
  /** Without arguments nobody calls it: whoever does one day may give it any. */
  callFunction(name, { block, word: word3 }, args, input) {
    this.called.add(name);
    if (this.#calling.includes(name) || this.#calling.length >= MAX_CALLS) return new Unknown(`${name} \u2026`);
    this.#calling.push(name);
    const body = word3 === "filter" && block.process.length === 0 ? { ...block, process: block.body, body: [] } : block;
    const out = this.invoke(body, args, input, word3 === "configuration" && args ? (script) => script.#configurationData(args) : void 0);
    this.#calling.pop();
    return single(out);
  }
  /** `-ConfigurationData @{ AllNodes = \u2026 }` stands in two variables of a configuration. */
  #configurationData(args) {
    const data = args.find((arg) => arg.name !== void 0 && arg.name.length > 6 && "configurationdata".startsWith(arg.name.toLowerCase()))?.value;
    if (data === void 0) return;
    this.assign("configurationdata", data);
    const nodes = data instanceof HashTable ? data.get("AllNodes") : void 0;
    if (nodes !== void 0) this.assign("allnodes", isKnown(nodes) && !Array.isArray(nodes) ? [nodes] : nodes);
  }
  /** Runs a block in a scope of its own. */
  invoke(block, args, input, preset) {
    const outer = this.scope;
    const { length } = this.left;
    const counted = this.counts;
    this.counts = true;
    this.scope = new Scope(outer);
    this.#bind(block.parameters, args);
    preset?.(this);
    const out = this.body(block.begin);
    if (block.process.length > 0) {
      const piped = block.parameters.find((parameter) => parameter.fromPipeline);
      const byProperty = input === void 0 ? [] : block.parameters.filter((parameter) => parameter.byProperty && !args?.some((arg) => arg.name !== void 0 && parameter.name.startsWith(arg.name.toLowerCase())));
      const items = input === void 0 ? [void 0] : isKnown(input) ? elements(input) ?? [] : [input];
      for (const item of items) {
        if (item !== void 0) {
          this.assign("_", item);
          if (piped) this.assign(piped.name, item);
          for (const parameter of byProperty) this.#bindProperty(parameter, item);
        }
        out.push(...this.body(block.process));
        if (this.signal !== "") break;
      }
    } else if (input !== void 0) this.assign("input", input);
    if (this.signal === "") out.push(...this.body(block.body));
    if (this.signal === "return") this.signal = "";
    this.keepLeft(length, "return");
    this.scope = outer;
    this.counts = counted;
    return out;
  }
  defaults(parameters) {
    this.#bind(parameters, void 0);
  }
  /** What comes through the pipe has a property of the parameter's name, or it stays as it was. */
  #bindProperty({ name, value }, item) {
    const given = item instanceof HashTable ? item.get(name) : void 0;
    if (given !== void 0) this.assign(name, given);
    else if (!isKnown(item) || item instanceof HashTable && item.isOpen) this.assign(name, new Unknown(`$${name}`));
    else if (value) this.assign(name, this.value(value));
  }
  /** Whether the script looks at what its calls have bound. */
  #asksForBound() {
    return this.#isBoundAsked ??= /\$PSBoundParameters|@PSBoundParameters/i.test(this.text);
  }
  #bind(parameters, args) {
    const given = /* @__PURE__ */ new Map();
    const loose = [];
    let isOpen2 = false;
    for (const { name, value, hasValue, isAttached } of args ?? []) {
      if (name === void 0) {
        loose.push(value);
        continue;
      }
      if (name === SPLATTED) {
        isOpen2 = true;
        continue;
      }
      const lower = name.toLowerCase();
      const parameter = parameters.find((p) => p.name === lower) ?? parameters.find((p) => p.name.startsWith(lower));
      if (parameter?.isSwitch) {
        given.set(parameter.name, isAttached ? value : true);
        if (hasValue && !isAttached) loose.push(value);
      } else if (parameter) given.set(parameter.name, value);
    }
    const said = args && parameters.length > 0 && this.#asksForBound() ? new HashTable(this.level) : void 0;
    if (said) said.isOpen = isOpen2;
    for (const parameter of parameters) {
      const { name, value, isSwitch } = parameter;
      let bound = given.get(name);
      if (bound === void 0 && !isSwitch && loose.length > 0) bound = loose.shift();
      if (bound !== void 0) said?.set(name, bound);
      if (bound === void 0 && isOpen2) bound = new Unknown(`$${name}`);
      const held = bound ?? (value ? this.value(value) : isSwitch ? false : args ? unbound(parameter) : new Unknown(`$${name}`));
      this.assign(name, held);
      if (!args && held === false) this.setOption(name);
    }
    if (said) this.assign("psboundparameters", said);
    if (parameters.length === 0 && loose.length > 0) this.assign("args", loose);
  }
  /** One run of a block for each item, in `$_`. */
  each(items, block) {
    const out = [];
    for (const item of items.slice(0, MAX_ROUNDS)) {
      if (this.steps > MAX_STEPS) break;
      out.push(...this.invoke(block.block, [], void 0, (script) => script.assign("_", item)));
      if (this.signal !== "") break;
    }
    return out;
  }
  /** One run for items that are not known. */
  eachUnknown(list, block, node) {
    const limit = `condition=for each of ${describe(list)}`;
    const item = list instanceof Foreign ? list.each(limit) : void 0;
    const run = () => {
      this.invoke(block.block, [], void 0, (script) => script.assign("_", item ?? new Unknown("$_")));
    };
    if (/^New-[a-z]+ /i.test(describe(list))) run();
    else this.under(limit, run);
    return this.unknown(node);
  }
  /** The items for which the block is true; undefined when that is not known. */
  filter(items, block) {
    const out = [];
    for (const item of items) {
      if (this.steps > MAX_STEPS) return void 0;
      const truth = truthOf(single(this.invoke(block.block, [], void 0, (script) => script.assign("_", item))));
      if (truth === void 0) return void 0;
      if (truth) out.push(item);
    }
    return out;
  }
};
function unbound({ name, type, isMandatory, fromPipeline, byProperty }) {
  if (isMandatory || fromPipeline || byProperty) return new Unknown(`$${name}`);
  const short = type.replace(/^system\./, "");
  if (short === "string") return "";
  if (short === "bool" || short === "boolean") return false;
  return /^(?:u?int(?:16|32|64)?|long|byte|double|decimal|single|float)$/.test(short) ? 0 : null;
}
var isDiscarding = (node) => node?.kind === "command" && node.name.kind === "text" && /^out-null$/i.test(node.name.value);
function assignedIn2(nodes) {
  const names = /* @__PURE__ */ new Set();
  const look = (node) => {
    switch (node?.kind) {
      case "assign": {
        let { target } = node;
        while (target.kind === "cast") target = target.operand;
        if (target.kind === "variable") names.add(target.name);
        else if (target.kind === "list") {
          for (const item of target.items) if (item.kind === "variable") names.add(item.name);
        }
        look(node.value);
        break;
      }
      case "unary":
        if (node.operand.kind === "variable") names.add(node.operand.name);
        break;
      case "if":
        for (const clause of node.clauses) clause.body.forEach(look);
        node.otherwise?.forEach(look);
        break;
      case "loop":
      case "foreach":
        node.body.forEach(look);
        break;
      case "switch":
        for (const clause of node.clauses) clause.body.forEach(look);
        break;
      case "try":
        node.body.forEach(look);
        for (const body of node.catches) body.forEach(look);
        break;
      default:
    }
  };
  nodes.forEach(look);
  return names;
}
function commandsIn(root) {
  const names = /* @__PURE__ */ new Set();
  const open = [root];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const { kind, name } = node;
    if (kind === "command" && name?.kind === "text" && typeof name.value === "string") names.add(name.value.toLowerCase());
    for (const part of Object.values(node)) if (typeof part === "object") open.push(part);
  }
  return names;
}
function moveTo(root, start, end) {
  const open = [root];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    if ("start" in node) Object.assign(node, { start, end, ..."headEnd" in node && { headEnd: end } });
    for (const part of Object.values(node)) if (typeof part === "object") open.push(part);
  }
}
var ControlFlow = class extends Caller {
  #isTold = false;
  /** Says once that the script does more than can be followed. */
  tooMuch(node) {
    if (!this.#isTold) this.host.notice("The script does more than can be followed; what its loops and functions do from here on is not known", node.start, node.end);
    this.#isTold = true;
    return this.unknown(node);
  }
  /** `if \u2026 elseif \u2026 else`. */
  followIf(node) {
    const sides = [];
    const out = [];
    const run = (body) => {
      out.push(...this.body(body));
    };
    const rest = (from) => {
      for (let i = from; i < node.clauses.length; i++) {
        const clause = node.clauses[i];
        if (!clause) break;
        const value = this.value(clause.condition);
        const truth = truthOf(value);
        const likely = truth ?? likelyOf(value);
        const head = `condition=${this.written(clause.start, clause.condition ? clause.headEnd : clause.end)}`;
        if (truth === false) {
          const options = this.#optionsOf(clause.condition);
          if (options.length > 0) this.withOptions(options, head, () => {
            this.body(clause.body);
          });
          continue;
        }
        if (truth === true && sides.length === 0) {
          run(clause.body);
          if (this.signal !== "") this.#stays(clause);
          return;
        }
        if (truth === void 0 && likely !== void 0 && sides.length === 0) {
          this.#likely(likely, () => run(clause.body), () => rest(i + 1));
          return;
        }
        sides.push(this.branch(head, () => run(clause.body)));
        if (truth === true) return;
      }
      if (!node.otherwise) return;
      const { otherwise } = node;
      if (sides.length === 0) {
        run(otherwise);
        return;
      }
      const first = node.clauses[0];
      sides.push(this.branch(`condition=not ${this.written(node.start, first?.condition ? first.headEnd : node.end)}`, () => run(otherwise)));
    };
    rest(0);
    if (sides.length === 0) return out.length === 0 ? void 0 : single(out);
    this.forget(sides);
    return out.length === 0 ? void 0 : this.unknown(node);
  }
  /** The options that a condition hangs on: those whose absence has decided it. */
  #optionsOf(condition2) {
    const names = condition2 ? this.optionsIn(condition2.start, condition2.end) : [];
    if (names.length === 0) return names;
    let truth = true;
    this.branch("", () => {
      for (const name of names) this.assign(name, new Unknown(`$${name}`));
      truth = truthOf(this.value(condition2));
    });
    return truth === void 0 ? names : [];
  }
  /** `if (-not $Apply) { exit }`: what follows runs when the option is given. */
  #stays({ start, headEnd, condition: condition2 }) {
    const { signal } = this;
    this.signal = "";
    if (this.#optionsOf(condition2).length === 0) this.signal = signal;
    else if (signal !== "throw") this.leave({ kind: signal, limit: `condition=not ${this.written(start, headEnd)}`, isOption: true });
  }
  /** "Make it unless it is there": the side that a fresh machine takes, or the other one when only that one does something. */
  #likely(isTrue, then, otherwise) {
    const before = this.host.effects();
    const [first, second] = isTrue ? [then, otherwise] : [otherwise, then];
    first();
    if (this.host.effects() !== before || this.signal !== "") return;
    second();
    this.signal = "";
  }
  /** `while`, `do`, `for`. */
  followLoop(node) {
    const out = [];
    let isOpen2 = false;
    if (node.first) this.evaluate(node.first, false);
    const { length } = this.left;
    const counted = this.counts;
    this.counts = true;
    const limit = `condition=${this.written(node.start, node.headEnd)}`;
    const endless = isEndless(node);
    const names = endless || node.word === "do" ? [...assignedIn2(node.body)] : void 0;
    let isSame = false;
    for (let round = 0; ; round++) {
      if (round > 0 || node.word !== "do") {
        const truth = node.condition ? truthOf(this.value(node.condition)) : true;
        const goes = truth === void 0 ? void 0 : truth !== node.until;
        if (goes === false) break;
        if (goes === void 0 || round >= MAX_ROUNDS) {
          if (!isSame) isOpen2 = this.#havoc(limit, node);
          break;
        }
      }
      const held = names?.map((name) => this.variable(name));
      out.push(...this.body(node.body));
      if (this.#ends()) break;
      this.#endRound(length);
      if (node.step) this.evaluate(node.step, false);
      isSame = names?.every((name, i) => !differs(held?.[i], this.variable(name))) === true;
      if (endless && names && (isSame || this.left.length > length)) {
        for (const name of names) this.assign(name, new Unknown(`$${name}`));
        break;
      }
      if (this.steps > MAX_STEPS) break;
    }
    this.keepLeft(length, "break");
    this.counts = counted;
    return isOpen2 ? this.unknown(node) : out.length === 0 ? void 0 : out;
  }
  /** A loop whose rounds are not known: what it assigns is unknown already in the first of them that we look at. Tells whether it gives something. */
  #havoc(limit, node) {
    const probe = this.branch(limit, () => {
      for (const name of assignedIn2(node.body)) if (node.kind !== "foreach" || name !== node.variable) this.assign(name, new Unknown(`$${name}`));
    });
    this.forget([probe]);
    let gives = false;
    this.under(limit, () => {
      gives = this.body(node.body).length > 0;
      this.#ends();
    });
    return gives;
  }
  /** What a round has skipped with `continue` says nothing about the next one. */
  #endRound(length) {
    if (this.left.length > length) this.left.push(...this.left.splice(length).filter(({ kind }) => kind !== "continue"));
  }
  /** Whether a loop ends after this round. */
  #ends() {
    if (this.signal === "continue") {
      this.signal = "";
      return false;
    }
    if (this.signal === "break") {
      this.signal = "";
      return true;
    }
    return this.signal !== "";
  }
  /** `foreach`. */
  followForEach(node) {
    const list = node.list ? this.evaluate(node.list, true) : void 0;
    const items = list === void 0 || list === null ? [] : isKnown(list) ? elements(list) : void 0;
    const limit = `condition=${this.written(node.start, node.headEnd)}`;
    const { length } = this.left;
    const counted = this.counts;
    this.counts = true;
    const out = [];
    let isOpen2 = false;
    if (items) {
      if (items.length > MAX_ROUNDS) this.tooMuch(node);
      for (const item of items.slice(0, MAX_ROUNDS)) {
        if (this.steps > MAX_STEPS) break;
        this.assign(node.variable, item);
        out.push(...this.body(node.body));
        if (this.#ends()) break;
        this.#endRound(length);
      }
    } else {
      const item = list instanceof Foreign ? list.each(limit) : void 0;
      this.assign(node.variable, item ?? new Unknown(`$${node.variable}`));
      isOpen2 = this.#havoc(limit, node);
    }
    this.keepLeft(length, "break");
    this.counts = counted;
    return isOpen2 ? this.unknown(node) : out.length === 0 ? void 0 : out;
  }
  /** `switch`. */
  followSwitch(node) {
    const out = [];
    let isOpen2 = false;
    const value = node.value ? this.value(node.value) : null;
    const sides = [];
    const isPlain = !node.flags.some((flag) => flag !== "wildcard" && flag !== "exact" && flag !== "casesensitive");
    const items = isPlain && isKnown(value) ? elements(value) : void 0;
    const { length } = this.left;
    for (const item of items ?? [void 0]) {
      if (!this.spend(node.clauses.length)) {
        this.tooMuch(node);
        break;
      }
      const text = item === void 0 ? void 0 : textOfValue(item);
      let isMatched = false;
      if (text !== void 0) this.assign("_", item);
      for (const clause of node.clauses) {
        const pattern = clause.condition ? this.evaluate(clause.condition, true) : void 0;
        const wanted = pattern instanceof ScriptBlock ? void 0 : textOfValue(pattern);
        const fits = !clause.condition ? isMatched === void 0 ? void 0 : !isMatched : text === void 0 || wanted === void 0 ? void 0 : node.flags.includes("wildcard") ? wanted.includes("[") || text.length > 1e3 ? void 0 : wildcard(wanted, text) : wanted.toLowerCase() === text.toLowerCase();
        if (fits === false) continue;
        if (fits === true) {
          isMatched = true;
          out.push(...this.body(clause.body));
        } else {
          if (isMatched === false) isMatched = void 0;
          const head = `condition=${this.written(node.start, node.headEnd)} { ${clause.condition ? this.written(clause.condition.start, clause.condition.end) : "default"} }`;
          sides.push(this.branch(head, () => {
            isOpen2 = this.body(clause.body).length > 0 || isOpen2;
            if (this.signal === "break" || this.signal === "continue") this.signal = "";
          }));
        }
        if (this.signal !== "") break;
      }
      if (this.#ends()) break;
    }
    this.keepLeft(length, "break");
    this.forget(sides);
    return isOpen2 ? this.unknown(node) : single(out);
  }
  /** `try \u2026 catch \u2026 finally`. */
  followTry(node) {
    const before = this.host.effects();
    const asked = this.host.queries();
    let out = this.body(node.body);
    const isThrown = this.signal === "throw";
    if (isThrown) this.signal = "";
    const signal = this.signal;
    const isCheck = isThrown || this.host.effects() === before && this.host.queries() !== asked && signal === "";
    if (isCheck && node.catches[0]) out = [...out, ...this.body(node.catches[0])];
    else {
      this.signal = "";
      for (const body of node.catches) this.under("condition=catch {\u2026}", () => {
        this.body(body);
        this.signal = "";
      });
      this.signal = signal;
    }
    const left = this.signal;
    this.signal = "";
    out = [...out, ...this.body(node.last)];
    if (left !== "") this.signal = left;
    return single(out);
  }
  /** `break`, `continue`, `return`, `exit`, `throw`. */
  followJump(word3, value) {
    const given = value ? this.evaluate(value, true) : void 0;
    if (word3 === "exit" && given !== void 0 && given !== 0 && given !== "0") this.signal = "throw";
    else this.signal = word3;
    return word3 === "return" ? given : void 0;
  }
};
function isEndless({ condition: condition2, until }) {
  let node = condition2;
  while (node?.kind === "paren") node = node.inner;
  if (!node) return true;
  return node.kind === "variable" ? node.name === (until ? "false" : "true") : node.kind === "number" && !until && node.value === 1;
}
var differs = (before, after) => before !== after && (before !== void 0 && isKnown(before) || after !== void 0 && isKnown(after));
var MAX_TEXTS = 5;
var MAX_RUN_TEXT = 2e4;
var Interpreter = class extends ControlFlow {
  #parser;
  /** How many texts are being run inside one another. */
  #texts = 0;
  constructor(text, host) {
    super(text, host);
    this.#parser = new Parser(text);
  }
  get faults() {
    return this.#parser.faults;
  }
  /** Follows the whole script, then the functions that nothing in it calls. */
  run() {
    for (let node = this.#parser.next(); node && this.signal !== "exit" && this.signal !== "throw"; node = this.#parser.next()) {
      if (node.kind === "params") this.defaults(node.parameters);
      else this.evaluate(node, false);
      if (this.signal === "break" || this.signal === "continue" || this.signal === "return") this.signal = "exit";
    }
    this.signal = "";
    this.left.length = 0;
    for (const [name, definition] of this.#uncalled()) {
      if (this.called.has(name)) continue;
      if (definition.word === "configuration") this.callFunction(name, definition, void 0, void 0);
      else this.under(`condition=${definition.word} ${name} is called`, () => this.callFunction(name, definition, void 0, void 0));
    }
  }
  /** The functions that nothing has called: first those that none of the others calls either. */
  #uncalled() {
    const open = [...this.functions].filter(([name]) => !this.called.has(name));
    if (open.length < 2) return open;
    const inner = new Set(open.flatMap(([name, { block }]) => [...commandsIn(block)].filter((other) => other !== name)));
    return [...open.filter(([name]) => !inner.has(name)), ...open.filter(([name]) => inner.has(name))];
  }
  /** What a node gives; undefined when it gives nothing. A large value costs whoever asks for it. */
  evaluate(node, isWanted) {
    if (this.counts && ++this.steps > MAX_STEPS * 10) return this.tooMuch(node);
    if (node.kind === "text" || node.kind === "number") return node.value;
    const value = this.#evaluate(node, isWanted);
    if (this.isSpent) return isLarge(value) ? this.tooMuch(node) : value;
    const weight = weightOf(value);
    if (weight > 0) this.spend(weight);
    return value;
  }
  #evaluate(node, isWanted) {
    switch (node.kind) {
      case "text":
      case "number":
        return node.value;
      case "expand":
        return this.expand(node.parts, node);
      case "variable":
        return this.read(node.name, node);
      case "list":
        return node.items.map((item) => this.value(item));
      case "array": {
        const out = this.body(node.body);
        const [only] = out;
        return out.length === 1 && only !== void 0 && !isKnown(only) && likelyOf(only) !== void 0 ? only : out;
      }
      case "sub":
        return single(this.body(node.body));
      case "paren":
        return node.inner && this.parenthesised(node.inner);
      case "hash":
        return this.hash(node.entries);
      case "block":
        return new ScriptBlock(node);
      case "unary":
        return this.unary(node.operator, node.operand, node);
      case "binary":
        return this.binary(node);
      case "ternary": {
        const truth = truthOf(this.value(node.condition));
        return truth === void 0 ? this.unknown(node) : this.value(truth ? node.then : node.else);
      }
      case "member":
        return this.member(node);
      case "index": {
        const item = this.index(this.owner(node.target) ?? null, this.value(node.index));
        return item === void 0 ? this.unknown(node) : item;
      }
      case "cast": {
        const value = this.evaluate(node.operand, true);
        return cast(node.type, value, () => this.written(node.start, node.end));
      }
      case "type":
      case "bad":
        return this.unknown(node);
      case "command":
        return this.command(node, void 0, isWanted);
      case "pipeline":
        return this.pipeline(node.elements, isWanted);
      case "chain":
        return this.chain(node.operator, node.left, node.right);
      case "assign":
        this.assignment(node);
        return void 0;
      case "if":
        return this.followIf(node);
      case "loop":
        return this.followLoop(node);
      case "foreach":
        return this.followForEach(node);
      case "switch":
        return this.followSwitch(node);
      case "try":
        return this.followTry(node);
      case "function":
        this.define(node);
        return void 0;
      case "class":
        for (const made of node.methods) this.define(made);
        return void 0;
      case "jump":
        return this.followJump(node.word, node.value);
      case "params":
        this.defaults(node.parameters);
        return void 0;
      case "nothing":
        return void 0;
    }
  }
  /** Statements in order, with all that they give. */
  body(nodes) {
    const out = [];
    for (const node of nodes) {
      if (this.counts && ++this.steps > MAX_STEPS) {
        this.tooMuch(node);
        break;
      }
      const value = this.evaluate(node, true);
      if (value !== void 0 && out.length < MAX_LIST) {
        if (Array.isArray(value) && node.kind !== "text") out.push(...value.slice(0, MAX_LIST));
        else out.push(value);
      }
      if (this.signal !== "") break;
    }
    return out;
  }
  runText(text, start, end) {
    if (this.#texts >= MAX_TEXTS || text.length > MAX_RUN_TEXT || !this.spend(text.length)) return void 0;
    const parser = new Parser(text);
    const nodes = [];
    for (let node = parser.next(); node; node = parser.next()) nodes.push(node);
    if (parser.faults.length > 0) return void 0;
    moveTo(nodes, start, end);
    this.#texts++;
    const value = single(this.body(nodes));
    this.#texts--;
    return { value };
  }
};
var COMMON = "Verbose|vb? Debug|db? ErrorAction|ea WarningAction|wa InformationAction|infa ProgressAction|proga ErrorVariable|ev WarningVariable|wv InformationVariable|iv OutVariable|ov OutBuffer|ob PipelineVariable|pv WhatIf|wi? Confirm|cf?";
var ParameterTable = class {
  #names = /* @__PURE__ */ new Map();
  #found = /* @__PURE__ */ new Map();
  #positional = [];
  #bindings = 0;
  constructor(specs, common = COMMON) {
    for (const [text, isCommon] of [[specs, false], [common, true]]) {
      for (const spec of text.split(" ")) if (spec !== "") this.#add(spec, isCommon);
    }
    this.#positional.sort((a, b) => a.position - b.position);
  }
  #add(spec, isCommon) {
    const [, names = "", mark2] = /^([^?@]+)(\?|@\d+)?$/.exec(spec) ?? [];
    const [name = "", ...aliases] = names.split("|");
    const parameter = { name, isSwitch: mark2 === "?", isCommon, position: mark2?.startsWith("@") ? Number(mark2.slice(1)) : -1, lastBinding: 0 };
    for (const word3 of [name, ...aliases]) this.#names.set(word3.toLowerCase(), parameter);
    if (parameter.position >= 0) this.#positional.push(parameter);
  }
  /** The parameter that a name means, or why it means none. */
  find(name) {
    let found = this.#found.get(name);
    if (found === void 0) {
      found = this.#search(name);
      if (this.#found.size < 1e3) this.#found.set(name, found);
    }
    return found;
  }
  #search(name) {
    const lower = name.toLowerCase();
    const exact = this.#names.get(lower);
    if (exact) return exact;
    let fitting = new Set([...this.#names].filter(([word3]) => word3.startsWith(lower)).map(([, parameter]) => parameter));
    if (fitting.size > 1) {
      const own = new Set([...fitting].filter((parameter) => !parameter.isCommon));
      if (own.size === 1) fitting = own;
    }
    const [only] = fitting;
    if (fitting.size === 1 && only) return only;
    return fitting.size === 0 ? "is no parameter of" : `may mean ${[...fitting].map((p) => `-${p.name}`).join(", ")} of`;
  }
  /** Finds the parameter of each argument, and writes it into the argument: there are a million of them in a long script. */
  bind(command, args) {
    const bound = [];
    const binding = ++this.#bindings;
    let faults;
    let loose;
    const fault = (message, { nameStart: start, end }) => {
      (faults ??= []).push({ message, start, end });
    };
    for (const arg of args) {
      const { name } = arg;
      if (name === void 0) {
        (loose ??= []).push(arg);
        continue;
      }
      const parameter = this.find(name);
      if (typeof parameter === "string") {
        fault(`-${name} ${parameter} ${command}`, arg);
        continue;
      }
      if (parameter.isSwitch) {
        const { value, hasValue, isAttached, isSplatted, start, end, nameStart } = arg;
        if (hasValue && !isAttached) (loose ??= []).push({ name: void 0, value, hasValue, isAttached, isSplatted, start, end, nameStart, parameter: void 0 });
        bound.push({ name, value: isAttached ? value : true, hasValue, isAttached, isSplatted, start, end, nameStart, parameter });
        continue;
      }
      if (!arg.hasValue) {
        fault(`-${name} of ${command} lacks its value`, arg);
        continue;
      }
      arg.parameter = parameter;
      if (parameter.lastBinding !== binding) {
        parameter.lastBinding = binding;
        bound.push(arg);
        continue;
      }
      const twin = bound.findIndex((other) => other.parameter === parameter);
      if (arg.isSplatted) continue;
      if (bound[twin]?.isSplatted) bound[twin] = arg;
      else fault(`-${name} of ${command} stands twice`, arg);
    }
    for (const arg of loose ?? []) {
      const parameter = this.#positional.find((p) => !bound.some((b) => b.parameter === p));
      if (parameter) {
        arg.parameter = parameter;
        bound.push(arg);
      } else (faults ??= []).push({ message: `${command} takes no value without a parameter's name here`, start: arg.start, end: arg.end });
    }
    return { bound, faults: faults ?? NO_FAULTS };
  }
};
var NO_FAULTS = [];
var VALUES = "Description Enabled Profile Platform Direction Action EdgeTraversalPolicy LooseSourceMapping|LSM LocalOnlyMapping|LOM Owner LocalAddress RemoteAddress Protocol LocalPort RemotePort IcmpType DynamicTarget|DynamicTransport Program Package Service InterfaceAlias InterfaceType LocalUser RemoteUser RemoteMachine Authentication Encryption OverrideBlockRules RemoteDynamicKeywordAddresses PolicyAppId";
var STORE = " PolicyStore GPOSession CimSession|Session ThrottleLimit AsJob?";
var ASSOCIATED = ["AddressFilter", "ApplicationFilter", "InterfaceFilter", "InterfaceTypeFilter", "PortFilter", "SecurityFilter", "ServiceFilter", "Profile"].map((name) => ` AssociatedNetFirewall${name}`).join("");
var QUERY = `Name|ID@0 DisplayName DisplayGroup Group Description Enabled Direction Action EdgeTraversalPolicy LooseSourceMapping|LSM LocalOnlyMapping|LOM Owner PrimaryStatus Status PolicyStoreSource PolicyStoreSourceType All?${ASSOCIATED}${STORE}`;
var PARAMETERS = {
  new: `DisplayName Name|ID Group ${VALUES}${STORE}`,
  set: `Name|ID@0 DisplayName DisplayGroup Group InputObject NewDisplayName PassThru? ${VALUES}${STORE}`,
  act: `${QUERY} InputObject PassThru?`,
  copy: `${QUERY} InputObject PassThru? NewName NewPolicyStore NewGPOSession`,
  query: `${QUERY} TracePolicyStore?`,
  getFilter: `All? AssociatedNetFirewallRule PolicyStore GPOSession CimSession|Session ThrottleLimit AsJob? Protocol DynamicTarget|DynamicTransport Program Package Service LocalAddress RemoteAddress InterfaceAlias InterfaceType Authentication Encryption OverrideBlockRules`,
  setFilter: `InputObject PassThru? ${VALUES}${STORE}`,
  getProfile: `Name|Profile@0 All?${STORE}`,
  setProfile: "Name|Profile@0 All? InputObject PassThru? Enabled DefaultInboundAction DefaultOutboundAction AllowInboundRules AllowLocalFirewallRules AllowLocalIPsecRules AllowUserApps AllowUserPorts AllowUnicastResponseToMulticast NotifyOnListen EnableStealthModeForIPsec LogFileName LogMaxSizeKilobytes LogAllowed LogBlocked LogIgnored DisabledInterfaceAliases" + STORE,
  openGpo: "PolicyStore@0 DomainController CimSession|Session ThrottleLimit AsJob?"
};
var tables = /* @__PURE__ */ new Map();
function table(name) {
  let found = tables.get(name);
  if (!found) tables.set(name, found = new ParameterTable(PARAMETERS[name]));
  return found;
}
function bind(call, name, title) {
  let args = call.script.arguments(call.node);
  let splatted;
  for (const arg of args) if (arg.name === SPLATTED) splatted = arg;
  if (splatted) args = args.filter((arg) => arg.name !== SPLATTED);
  const { bound, faults } = table(name).bind(title, args);
  const { limits: around } = call.script;
  const limits = around.length === 0 ? [] : [...around];
  const get = (parameter) => {
    for (const argument of bound) if (argument.parameter.name === parameter) return argument;
    return void 0;
  };
  const computer = get("CimSession");
  const limit = computer && limitOf(computer.value);
  if (limit !== void 0) limits.push(limit);
  const whatIf = get("WhatIf");
  if (whatIf && truthOf(whatIf.value) === void 0) limits.push(`condition=not -WhatIf:${describe(whatIf.value)}`);
  return { bound, faults, limits, splatted, get };
}
var isDry = ({ get }) => truthOf(get("WhatIf")?.value) === true;
var START = { value: null, start: 0, end: 0 };
var placeOf = ({ node }) => ({ ...START, start: node.start, end: node.end });
var nameOf = ({ node }) => ({ ...START, start: node.name.start, end: node.name.end });
var FILTER_NAMES = ["Port", "Address", "Application", "Service", "InterfaceType", "Interface", "Security"];
var TITLES = new Map([
  ...["New", "Set", "Get", "Show", "Enable", "Disable", "Remove", "Copy", "Rename"].map((verb) => `${verb}-NetFirewallRule`),
  ...FILTER_NAMES.flatMap((name) => [`Get-NetFirewall${name}Filter`, `Set-NetFirewall${name}Filter`]),
  "Set-NetFirewallProfile",
  "Get-NetFirewallProfile"
].map((title) => [title.toLowerCase(), title]));
var conditionOf = (limits, more) => {
  const all = [...limits.map((limit) => limit.replace(/^condition=/, "")), ...more];
  return all.length === 0 ? void 0 : [...new Set(all)].join(" and ");
};
var titleOf = (name) => TITLES.get(name) ?? name;
function readTarget(host, given) {
  const session = given.get("GPOSession")?.value;
  if (session instanceof GpoSession) return session.target;
  const store2 = given.get("PolicyStore");
  return (store2 && host.named(textOfValue(store2.value) ?? "")) ?? LOCAL;
}
var ComRule = class extends Foreign {
  text = "HNetCfg.FWRule";
  properties = /* @__PURE__ */ new Map();
  limits;
  constructor(limits) {
    super();
    this.limits = limits;
  }
  get truth() {
    return true;
  }
  assign(name, value) {
    this.properties.set(name, { value, limits: this.limits() });
  }
  member(name) {
    return this.properties.get(name)?.value;
  }
};
var ComPolicy = class _ComPolicy extends Foreign {
  text;
  act;
  constructor(text, act2) {
    super();
    this.text = text;
    this.act = act2;
  }
  get truth() {
    return true;
  }
  member(name) {
    return name === "rules" ? new _ComPolicy(`${this.text}.Rules`, this.act) : void 0;
  }
  assign(name, value, args) {
    this.act(name, args, value);
  }
  call(name, args) {
    this.act(name, args);
    return new Unknown(`${this.text}.${name}(\u2026)`);
  }
};
var ComManager = class _ComManager extends ComPolicy {
  member(name) {
    return new _ComManager(`${this.text}.${name}`, this.act);
  }
  call(name, args) {
    if (name === "getprofilebytype") return new _ComManager(`${this.text}.${name}(\u2026)`, this.act);
    return super.call(name, args);
  }
};
var newComObject = (call) => {
  const { script, node } = call;
  const args = script.arguments(node);
  const type = textOfValue(args.find((arg) => arg.name !== void 0 && /^com/i.test(arg.name))?.value)?.toLowerCase();
  if (type === "hnetcfg.fwrule") return new ComRule(() => script.limits);
  if (type === "hnetcfg.fwpolicy2") return new ComPolicy(script.written(node.start, node.end), (name, values, set2) => policyCall(call, name, values, set2));
  if (type === "hnetcfg.fwmgr") return new ComManager(script.written(node.start, node.end), (name, _values, set2) => managerCall(call, name, set2));
  return void 0;
};
function policyCall({ script, node }, name, args, set2) {
  const host = script.host;
  const at = script.current ?? node;
  const [first, second, third] = args;
  const source = host.spanOf(at.start, at.end);
  const condition2 = conditionOf(script.limits, []);
  if (set2 !== void 0) {
    configure(host, name, first, set2, at, condition2);
    return;
  }
  if (name === "add" && first instanceof ComRule) addRule(host, first, at.start, at.end, script.limits);
  else if (name === "remove") {
    const text = isKnown(first) ? textOfValue(first) : void 0;
    if (text === void 0) host.notice(`Rules.Remove(${describe(first)}) removes a rule that this file does not name`, at.start, at.end);
    else host.change({ kind: "remove", select: { names: [text] }, values: {}, condition: condition2, source }, LOCAL);
  } else if (name === "restorelocalfirewalldefaults") {
    host.clearSettings(LOCAL, condition2);
    host.change({ kind: "reset", select: {}, values: {}, condition: condition2, source }, LOCAL);
  } else if (name === "enablerulegroup") {
    const group = isKnown(second) ? textOfValue(second) : void 0;
    const enabled = truthOf(third);
    if (group === void 0 || enabled === void 0 || typeof first !== "number") host.notice("EnableRuleGroup switches rules that this file does not name", at.start, at.end);
    else {
      const only = (first & 7) === 7 ? [] : [`profiles ${describe(profileBits(first))}`];
      host.change({ kind: "set", select: { groups: [group] }, values: { enabled }, condition: conditionOf(script.limits, only), source }, LOCAL);
    }
  }
}
var SETTINGS = /* @__PURE__ */ new Map([
  ["firewallenabled", "enabled"],
  ["defaultinboundaction", "defaultInbound"],
  ["defaultoutboundaction", "defaultOutbound"],
  ["blockallinboundtraffic", "blockAllInbound"]
]);
function configure(host, name, profile, set2, at, condition2) {
  const key = SETTINGS.get(name);
  if (!key) return;
  const isAction = key === "defaultInbound" || key === "defaultOutbound";
  const value = isAction ? set2 === 0 ? "block" : set2 === 1 ? "allow" : void 0 : truthOf(set2);
  if (value === void 0 || typeof profile !== "number") {
    host.notice(`What ${name} is set to, or for which profile, is not decided by this file`, at.start, at.end);
    return;
  }
  host.configure(profile & 7, key, { value, source: host.spanOf(at.start, at.end), ...condition2 === void 0 ? {} : { condition: condition2 } }, LOCAL);
}
function managerCall({ script, node }, name, set2) {
  if (set2 === void 0 ? name !== "add" && name !== "remove" : name !== "firewallenabled" && name !== "exceptionsnotallowed" && name !== "enabled") return;
  const at = script.current ?? node;
  script.host.notice("This changes the firewall by HNetCfg.FwMgr, the interface of Windows XP, which is not followed", at.start, at.end);
}
var profileBits = (value) => typeof value === "number" ? (value & 7) === 7 || (value & 7) === 0 ? "Any" : ["Domain", "Private", "Public"].filter((_, i) => (value & 1 << i) !== 0) : value;
var listed = (value) => typeof value === "string" ? value.split(",").map((part) => part.trim()).filter((part) => part !== "").map((part) => part === "*" ? "Any" : part) : value;
var PORT_WORDS = /* @__PURE__ */ new Map([["rpc-epmap", "RPCEPMap"], ["iphttps", "IPHTTPSIn"], ["ply2disc", "PlayToDiscovery"]]);
var portsOf2 = (value) => {
  const list = listed(value);
  return Array.isArray(list) ? list.map((item) => typeof item === "string" ? PORT_WORDS.get(item.toLowerCase()) ?? item : item) : list;
};
var PROPERTIES = /* @__PURE__ */ new Map([
  ["name", ["DisplayName", (v) => v]],
  ["grouping", ["Group", (v) => v]],
  ["direction", ["Direction", (v) => v]],
  // NET_FW_ACTION: 0 blocks, 1 allows.
  ["action", ["Action", (v) => v === 0 ? "Block" : v === 1 ? "Allow" : v]],
  ["enabled", ["Enabled", (v) => typeof v === "number" ? v !== 0 : v]],
  // 256 is any protocol.
  ["protocol", ["Protocol", (v) => v === 256 ? "Any" : v]],
  ["localports", ["LocalPort", portsOf2]],
  ["remoteports", ["RemotePort", portsOf2]],
  ["icmptypesandcodes", ["IcmpType", listed]],
  ["localaddresses", ["LocalAddress", listed]],
  ["remoteaddresses", ["RemoteAddress", listed]],
  ["profiles", ["Profile", profileBits]],
  ["applicationname", ["Program", (v) => v]],
  ["servicename", ["Service", (v) => v]],
  ["localuserauthorizedlist", ["LocalUser", (v) => v]],
  ["localapppackageid", ["Package", (v) => v]]
]);
function addRule(host, com, start, end, limits) {
  const draft = new Draft(host);
  const at = { start, end };
  const conditions = new Set(limits);
  draft.enabled = false;
  for (const [name, { value, limits: own }] of com.properties) {
    const property = PROPERTIES.get(name);
    if (property) READERS.get(property[0])?.(draft, { value: property[1](value), ...at }, property[0]);
    else if (name === "interfaces") draft.narrow(`Interfaces=${describe(value)}`);
    else if (name === "interfacetypes") READERS.get("InterfaceType")?.(draft, { value: interfaces(value), ...at }, "InterfaceType");
    for (const limit of own) conditions.add(limit);
  }
  if (draft.name === void 0) draft.refuse("The rule has no Name", { value: null, ...at });
  host.rule(makeRule({ ...draft.rule(host.spanOf(start, end), [...conditions], host.pool), parts: void 0, source: host.spanOf(start, end) }), LOCAL);
}
var interfaces = (value) => typeof value === "string" ? value.split(",").map((part) => /^lan$/i.test(part.trim()) ? "Wired" : /^all$/i.test(part.trim()) ? "Any" : part.trim()) : value;
var SETTINGS2 = /* @__PURE__ */ new Map([
  ["Enabled", { key: "enabled", isAction: false, isInverted: false }],
  ["DefaultInboundAction", { key: "defaultInbound", isAction: true, isInverted: false }],
  ["DefaultOutboundAction", { key: "defaultOutbound", isAction: true, isInverted: false }],
  // AllowInboundRules False is what the dialog calls "block all connections" (DoNotAllowExceptions).
  ["AllowInboundRules", { key: "blockAllInbound", isAction: false, isInverted: true }],
  ["AllowLocalFirewallRules", { key: "allowLocalRules", isAction: false, isInverted: false }],
  ["AllowUserApps", { key: "allowUserApps", isAction: false, isInverted: false }],
  ["AllowUserPorts", { key: "allowUserPorts", isAction: false, isInverted: false }]
]);
function profilesFrom(host, call, given) {
  const names = given.get("Name");
  const input = given.get("InputObject")?.value ?? call.input;
  if (input instanceof ProfileQuery) return { profiles: input.profiles, from: input };
  if (!names) {
    if (input === void 0 || !isKnown(input)) return { profiles: ALL_PROFILES, from: void 0 };
    const piped = profilesOf(input);
    return piped ? { profiles: piped, from: void 0 } : void 0;
  }
  const profiles2 = namedProfiles(names.value);
  if (profiles2 === null) {
    host.malformed(`${titleOf(call.name)} knows no profile ${describe(names.value)}`, names);
    return void 0;
  }
  if (profiles2 === void 0) {
    given.limits.push(`condition=${describe(names.value)} is the profile`);
    host.unknown(`-Name ${describe(names.value)} is a profile that this file does not name`, names);
  }
  return { profiles: profiles2 ?? ALL_PROFILES, from: void 0 };
}
function namedProfiles(value) {
  const items = elements(value, true);
  if (!items?.some((item) => typeof item === "string" && /[*?]/.test(item))) return profilesOf(value);
  let set2 = 0;
  for (const item of items) {
    if (!isKnown(item)) return void 0;
    const text = textOfValue(item) ?? "";
    const found = /[*?]/.test(text) ? PROFILES.reduce((sum2, profile, bit) => wildcard(text, profile) ? sum2 | 1 << bit : sum2, 0) : profilesOf(text);
    if (!found) return null;
    set2 |= found;
  }
  return set2;
}
function setProfile(host, call) {
  const given = bind(call, "setProfile", "Set-NetFirewallProfile");
  for (const { message, start, end } of given.faults) host.malformed(message, { start, end });
  if (isDry(given) || given.faults.length > 0) return void 0;
  const found = profilesFrom(host, call, given);
  if (!found) return void 0;
  const { limits } = given;
  const target = found.from?.target ?? host.target(given.get("PolicyStore"), given.get("GPOSession"), limits, "Set-NetFirewallProfile", call.script);
  if (!target) return void 0;
  if (given.splatted) host.notice(`${describe(given.splatted.value)} is a table that this file does not show`, given.splatted.start, given.splatted.end);
  const condition2 = conditionOf(limits, []);
  const assigned = [...found.from?.assigned ?? []].flatMap(([name, value]) => {
    const parameter = [...SETTINGS2.keys()].find((key) => key.toLowerCase() === name);
    return parameter === void 0 ? [] : [{ name: parameter, said: { ...placeOf(call), value } }];
  });
  for (const { name, said } of [...assigned, ...given.bound.map((argument) => ({ name: argument.parameter.name, said: argument }))]) {
    const setting = SETTINGS2.get(name);
    if (setting) settle(host, setting, name, said, found.profiles, target, condition2);
  }
  return call.isWanted ? new ProfileQuery(call.script.written(call.node.start, call.node.end), found.profiles, target) : void 0;
}
function settle(host, { key, isAction, isInverted }, name, said, profiles2, target, condition2) {
  const text = isKnown(said.value) ? textOfValue(said.value) : void 0;
  if (text === void 0) {
    host.unknown(`-${name} is ${describe(said.value)}, which this file does not decide`, said);
    return;
  }
  const value = isAction ? enumWord(DEFAULT_ACTIONS, text) : enumWord(GPO_BOOLEAN, text);
  if (value === void 0) {
    host.malformed(`-${name} "${text.slice(0, 100)}" is no value of a profile`, said);
    return;
  }
  if (value === null) {
    if (condition2 === void 0) host.configure(profiles2, key, void 0, target);
    return;
  }
  const setting = {
    value: isInverted ? value === false : value,
    source: host.spanOf(said.start, said.end),
    ...condition2 === void 0 ? {} : { condition: condition2 }
  };
  host.configure(profiles2, key, setting, target);
}
function queryProfile(host, call) {
  const given = bind(call, "getProfile", "Get-NetFirewallProfile");
  const found = profilesFrom(host, call, given);
  return new ProfileQuery(call.script.written(call.node.start, call.node.end), found?.profiles ?? ALL_PROFILES, readTarget(host, given));
}
function whereProfile(host, { node, script }, input) {
  const written = script.written(node.start, node.end);
  const { select: { ids = [] }, conditions } = whereSelection(script.arguments(node), (part) => script.value(part), written);
  const profiles2 = profilesOf(ids);
  if (profiles2 && conditions.length === 0) return new ProfileQuery(input.text, input.profiles & profiles2, input.target);
  host.notice(`${written} keeps profiles that this file does not name`, node.start, node.end);
  return new ProfileQuery(input.text, 0, input.target);
}
var IS_MANNER = /* @__PURE__ */ new Set(["PolicyStore", "GPOSession", "CimSession", "ThrottleLimit", "AsJob", "PassThru", "InputObject", "All", "TracePolicyStore", "NewName", "NewPolicyStore", "NewGPOSession"]);
function newRule(host, call) {
  const given = bind(call, "new", "New-NetFirewallRule");
  if (isDry(given)) return void 0;
  const draft = new Draft(host);
  const { limits } = given;
  let store2;
  let session;
  for (const argument of given.bound) {
    const { parameter } = argument;
    if (parameter.isCommon) continue;
    if (parameter.name === "PolicyStore") store2 = argument;
    else if (parameter.name === "GPOSession") session = argument;
    else if (argument.value !== null) READERS.get(parameter.name)?.(draft, argument, parameter.name);
  }
  for (const { message, start, end } of given.faults) draft.refuse(message, { value: null, start, end });
  if (given.splatted) opened(draft, given.splatted);
  else if (draft.name === void 0 && draft.refused === void 0) draft.refuse("New-NetFirewallRule lacks -DisplayName", nameOf(call));
  if (draft.name?.length === 3 && draft.name.toLowerCase() === "all") draft.refuse('A rule cannot be called "All"', nameOf(call));
  if (call.input !== void 0) host.notice("What comes through the pipe may set parameters of this rule", call.node.start, call.node.end);
  const target = host.target(store2, session, limits, "New-NetFirewallRule", call.script);
  if (!target) return void 0;
  const span = host.spanOf(call.node.start, call.node.end);
  const rule = draft.rule(span, limits, host.pool);
  const isTwin = rule.id !== null && rule.malformed === void 0 && limits.length === 0 && host.state.holds({ ids: [rule.id] }, target);
  if (isTwin && !host.state.holds(sameRule(rule), target)) {
    const message = `A rule with the name "${rule.id ?? ""}" exists already, so this command fails`;
    host.malformed(message, given.get("Name") ?? nameOf(call));
    host.rule(changedRule(rule, { malformed: message }), target);
  } else host.rule(rule, target);
  if (!call.isWanted) return void 0;
  const select2 = rule.id === null ? { names: [rule.name] } : { ids: [rule.id] };
  return new RuleQuery(call.script.written(call.node.start, call.node.end), select2, target, [], () => true);
}
function sameRule({ id: id2, name, direction, action, enabled, profiles: profiles2, protocol: protocol2, localPorts, remotePorts, localAddresses, remoteAddresses, program, service }) {
  return {
    ids: [id2 ?? ""],
    names: [name],
    profiles: profiles2,
    localPorts,
    remotePorts,
    localAddresses,
    remoteAddresses,
    ...direction !== "unknown" && { direction },
    ...action !== "unknown" && { action },
    ...enabled !== "unknown" && { enabled },
    ...protocol2 !== "unknown" && { protocol: protocol2 },
    ...program !== void 0 && { program },
    ...service !== void 0 && { service }
  };
}
function opened(draft, splatted) {
  draft.sink.unknown(`${describe(splatted.value)} is a table that this file does not show`, splatted);
  draft.narrow(`parameters=${describe(splatted.value)}`);
  draft.direction ??= "unknown";
  draft.action ??= "unknown";
  draft.enabled ??= "unknown";
  draft.protocol ??= "unknown";
  draft.name ??= describe(splatted.value);
}
function selected(host, call, given, isQuery) {
  const { bound, limits } = given;
  const title = titleOf(call.name);
  for (const { message, start, end } of given.faults) {
    if (isQuery) host.notice(message, start, end);
    else host.malformed(message, { start, end });
  }
  if (given.faults.length > 0 && !isQuery) return void 0;
  let select2 = {};
  const conditions = [];
  let from;
  const input = given.get("InputObject")?.value ?? call.input;
  if (input !== void 0) {
    const objects = elements(input) ?? [input];
    const queries = objects.filter((object) => object instanceof RuleQuery);
    if (queries.length === 0) {
      if (Array.isArray(input) && input.length === 0) return void 0;
      conditions.push(`rules from ${describe(input)}`);
      host.notice(`${title} acts on ${describe(input)}, which this file does not show`, call.node.start, call.node.end);
    } else from = queries.length === 1 ? queries[0] : joined2(queries);
  }
  const written = (said, parameter) => `${parameter} ${describe(said.value)}`;
  for (const argument of bound) {
    const { parameter } = argument;
    if (parameter.isCommon || IS_MANNER.has(parameter.name)) continue;
    const key = SELECTORS.get(parameter.name);
    if (key) {
      const list = listOf(argument);
      if (!list) {
        conditions.push(openSelection(parameter.name, argument));
        host.unknown(`-${parameter.name} ${describe(argument.value)} selects rules that this file does not name`, argument);
      } else if ("query" in list) from = list.query;
      else select2 = { ...select2, [key]: list.texts };
    } else if (parameter.name.startsWith("AssociatedNetFirewall")) {
      if (argument.value instanceof RuleQuery) from = argument.value;
      else conditions.push(written(argument, parameter.name));
    } else if (isQuery) {
      const found = selectionOf(parameter.name.toLowerCase(), "eq", argument.value, written(argument, parameter.name));
      select2 = { ...select2, ...found.select };
      conditions.push(...found.conditions);
    }
  }
  if (given.splatted) {
    conditions.push(`parameters ${describe(given.splatted.value)}`);
    host.notice(`${describe(given.splatted.value)} is a table that this file does not show`, given.splatted.start, given.splatted.end);
  }
  const text = call.script.written(call.node.start, call.node.end);
  if (from) {
    const overlap = Object.keys(select2).some((key) => key in from.select);
    return { query: from.narrowed(select2, overlap ? [...conditions, text] : conditions), conditions: from.within === void 0 ? limits : limits.filter((limit) => limit !== from.within) };
  }
  const readsActive = isQuery && /^(?:get|copy)-/.test(call.name);
  const target = readsActive ? readTarget(host, given) : host.target(given.get("PolicyStore"), given.get("GPOSession"), limits, title, call.script);
  if (!target) return void 0;
  return { query: new RuleQuery(text, select2, target, conditions, readsActive ? (query2) => host.state.holds(query2.select, query2.target) : () => false), conditions: limits };
}
var SELECTORS = /* @__PURE__ */ new Map([["Name", "ids"], ["DisplayName", "names"], ["DisplayGroup", "groups"], ["Group", "groups"]]);
function joined2(queries) {
  const [first] = queries;
  for (const key of ["ids", "names", "groups"]) {
    if (queries.every((query2) => Object.keys(query2.select).length === 1 && query2.select[key] !== void 0 && query2.conditions.length === 0)) {
      return first.narrowed({ [key]: queries.flatMap((query2) => query2.select[key] ?? []) }, []);
    }
  }
  return first.narrowed({}, [`rules from ${queries.length} queries`]);
}
function query(host, call) {
  host.asked();
  return selected(host, call, bind(call, "query", titleOf(call.name)), true)?.query;
}
function queryFilter(host, call) {
  host.asked();
  const given = bind(call, "getFilter", titleOf(call.name));
  const from = given.get("AssociatedNetFirewallRule")?.value ?? call.input;
  const own = selected(host, { ...call, input: from }, given, true);
  return own?.query;
}
function where(host, call) {
  const { input, node, script } = call;
  if (!(input instanceof RuleQuery)) return input instanceof ProfileQuery ? whereProfile(host, call, input) : script.unknown(node);
  const written = script.written(node.start, node.end);
  const { select: select2, conditions } = whereSelection(script.arguments(node), (part) => script.value(part), written);
  const overlap = Object.keys(select2).some((key) => key in input.select);
  return input.narrowed(overlap ? {} : select2, overlap ? [...conditions, written] : conditions, script.written(node.start, node.end));
}
function select(_host, call) {
  const { input, node, script } = call;
  if (!(input instanceof RuleQuery)) return input;
  const property = script.arguments(node).find((arg) => arg.name !== void 0 && /^expand/i.test(arg.name));
  const name = textOfValue(property?.value)?.toLowerCase();
  if (name !== void 0) return input.member(name) ?? script.unknown(node, input.likely);
  const isCut = script.arguments(node).some((arg) => arg.name !== void 0 && /^(first|last|skip|index|unique)$/i.test(arg.name));
  return isCut ? input.narrowed({}, [script.written(node.start, node.end)]) : input;
}
function forEach(_host, { input, node, script }) {
  const block = script.arguments(node).find((arg) => arg.value instanceof ScriptBlock)?.value;
  if (block instanceof ScriptBlock && input !== void 0) return script.eachUnknown(input, block, node);
  const name = textOfValue(script.arguments(node)[0]?.value)?.toLowerCase();
  return (name !== void 0 && input instanceof RuleQuery ? input.member(name) : void 0) ?? script.unknown(node);
}
var act = (kind) => (host, call) => {
  const given = bind(call, "act", titleOf(call.name));
  const found = selected(host, call, given, true);
  if (!found?.query || isDry(given)) return void 0;
  const { query: rules } = found;
  const condition2 = conditionOf(found.conditions, rules.conditions);
  const source = host.spanOf(call.node.start, call.node.end);
  const isAll = kind === "remove" && Object.keys(rules.select).length === 0 && rules.conditions.length === 0;
  if (kind === "remove") host.change({ kind: isAll ? "reset" : "remove", select: rules.select, values: {}, condition: condition2, source }, rules.target);
  else host.change({ kind: "set", select: rules.select, values: { enabled: kind === "enable" }, condition: condition2, source }, rules.target);
  return call.isWanted ? rules : void 0;
};
var set = (parameters) => (host, call) => {
  const given = bind(call, parameters, titleOf(call.name));
  const found = selected(host, call, given, false);
  if (!found?.query || isDry(given)) return void 0;
  const { query: rules } = found;
  const draft = new Draft(host);
  for (const argument of given.bound) {
    const { parameter } = argument;
    if (parameter.isCommon || IS_MANNER.has(parameter.name) || SELECTORS.has(parameter.name) || argument.value === null) continue;
    READERS.get(parameter.name)?.(draft, argument, parameter.name);
  }
  for (const [name, value] of rules.assigned) {
    const parameter = ASSIGNABLE.get(name);
    if (parameter !== void 0) READERS.get(parameter)?.(draft, { ...placeOf(call), value }, parameter);
  }
  if (draft.refused !== void 0) return void 0;
  const values = draft.values();
  const condition2 = conditionOf(found.conditions, rules.conditions);
  if (Object.keys(values).length > 0) host.change({ kind: "set", select: rules.select, values, condition: condition2, source: host.spanOf(call.node.start, call.node.end) }, rules.target);
  return call.isWanted ? rules : void 0;
};
var ASSIGNABLE = new Map(["Enabled", "Direction", "Action", "Profile", "DisplayName", "LocalPort", "RemotePort", "Protocol", "LocalAddress", "RemoteAddress", "Program", "Service"].map((name) => [name.toLowerCase(), name]));
function copy(host, call) {
  const isCopy = call.name.startsWith("copy");
  const given = bind(call, "copy", titleOf(call.name));
  const found = selected(host, call, given, true);
  if (!found?.query || isDry(given)) return void 0;
  const { query: query2 } = found;
  const { limits } = given;
  const [newName, newStore, newSession] = ["NewName", "NewPolicyStore", "NewGPOSession"].map((parameter) => given.get(parameter));
  const store2 = given.get("PolicyStore");
  const isOwn = store2 === void 0 || host.named(textOfValue(store2.value) ?? "SystemDefaults") !== void 0;
  const rules = isOwn && query2.conditions.length === 0 && Object.keys(query2.select).length > 0 ? host.state.matching(query2.select, query2.target) : [];
  if (rules.length === 0) {
    host.notice(isCopy ? "Copy-NetFirewallRule makes a rule whose content this file may not show; it is not followed" : "Rename-NetFirewallRule gives a rule another name; what the script does to it afterwards by that name is not followed", call.node.start, call.node.end);
    const known2 = newStore && host.named(textOfValue(newStore.value) ?? "?");
    return known2 ? new RuleQuery(query2.text, query2.select, known2, query2.conditions, query2.holds) : query2;
  }
  const target = newStore ?? newSession ? host.target(newStore, newSession, limits, titleOf(call.name), call.script) : query2.target;
  if (!target) return void 0;
  const id2 = newName ? textOfValue(newName.value) ?? describe(newName.value) : null;
  const source = host.spanOf(call.node.start, call.node.end);
  for (const rule of rules) {
    if (!isCopy) host.state.renamed(rule, id2, query2.target);
    else host.rule(changedRule(rule, { id: id2, source, parts: void 0, unmodelled: [.../* @__PURE__ */ new Set([...rule.unmodelled, ...limits])] }), target);
  }
  return new RuleQuery(query2.text, id2 === null ? query2.select : { ids: [id2] }, target, [], () => true);
}
function openGpo(host, call) {
  const given = bind(call, "openGpo", "Open-NetGPO");
  const store2 = given.get("PolicyStore");
  const text = store2 && isKnown(store2.value) ? textOfValue(store2.value) : void 0;
  const target = text === void 0 ? store2 && host.openGpo(store2.value) : host.named(text);
  if (!target || target === LOCAL) return call.script.unknown(call.node);
  const session = new GpoSession(target.gpo ?? "", target);
  host.open(session, call.node.start, call.node.end);
  return session;
}
function saveGpo(_host, { script, node, input }) {
  for (const value of [input, ...script.arguments(node).map((arg) => arg.value)]) if (value instanceof GpoSession) value.isSaved = true;
  return void 0;
}
function getCommand(_host, { script, node }) {
  const isOurs = script.arguments(node).some((arg) => /netfirewall|netsecurity|^netsh/i.test(describe(arg.value)));
  return script.unknown(node, isOurs ? true : void 0);
}
var NET_SECURITY = new Map([
  ["new-netfirewallrule", handled(newRule)],
  ["set-netfirewallrule", handled(set("set"))],
  ["enable-netfirewallrule", handled(act("enable"))],
  ["disable-netfirewallrule", handled(act("disable"))],
  ["remove-netfirewallrule", handled(act("remove"))],
  ["copy-netfirewallrule", handled(copy)],
  ["rename-netfirewallrule", handled(copy)],
  ["get-netfirewallrule", handled(query)],
  ["show-netfirewallrule", handled(query)],
  ...FILTER_NAMES.flatMap((name) => [
    [`get-netfirewall${name.toLowerCase()}filter`, handled(queryFilter)],
    [`set-netfirewall${name.toLowerCase()}filter`, handled(set("setFilter"))]
  ]),
  ["set-netfirewallprofile", handled(setProfile)],
  ["get-netfirewallprofile", handled(queryProfile)],
  ["open-netgpo", handled(openGpo)],
  ["save-netgpo", handled(saveGpo)],
  ["get-command", handled(getCommand)],
  ["gcm", handled(getCommand)],
  ["get-module", handled(getCommand)],
  ...["where-object", "where", "?"].map((name) => [name, handled(where)]),
  ...["select-object", "select"].map((name) => [name, handled(select)]),
  ...["measure-object", "measure", "sort-object", "sort", "tee-object"].map((name) => [name, handled((_host, call) => call.input)]),
  ...["foreach-object", "%", "foreach"].map((name) => [name, handled(forEach)])
]);
var FIREWALL_COMMANDS = new Map([...NET_SECURITY, ...NATIVE, ["new-object", newComObject]]);
function parsePowerShell(file) {
  const { origin } = file;
  const host = new ScriptHost(FIREWALL_COMMANDS, (start, end) => ({ origin, start, end }));
  runScript(file, host);
  return policyOf(file.path, "powershell", host);
}
function policyOf(path, format2, host) {
  return { path, format: format2, parts: merged([...host.state.parts(), ...host.registryParts()]), problems: host.state.problems };
}
function runScript(file, host) {
  const script = new Interpreter(file.text, host);
  script.run();
  host.finish();
  let told = 0;
  for (const { message, isRefused, start, end } of script.faults) {
    const source = host.spanOf(start, end);
    if (isRefused && message.endsWith("never closed")) host.problem({ code: "file-unreadable", message: `${message}: PowerShell runs nothing of this script.`, source });
    else if (told++ < 5) host.problem({ code: "requirement-unverifiable", message: `${message}; what stands here is not followed.`, source });
  }
}
function merged(parts) {
  const out = [];
  for (const part of parts) {
    const at = out.findIndex((other2) => other2.store === part.store && other2.gpo === part.gpo);
    const other = out[at];
    if (!other) {
      out.push(part);
      continue;
    }
    const profiles2 = { ...other.profiles };
    for (const [name, settings] of Object.entries(part.profiles)) {
      const profile = name;
      Object.assign(profiles2, { [profile]: { ...profiles2[profile], ...settings } });
    }
    const openings = [...other.openings ?? [], ...part.openings ?? []];
    out[at] = { ...other, ...part, rules: [...other.rules, ...part.rules], profiles: profiles2, changes: [...other.changes, ...part.changes], ...openings.length > 0 ? { openings } : {} };
  }
  return out;
}
module.exports = { Parser, Unknown, HashTable, ScriptBlock, elements, textOfValue, describe, isKnown, plain, fixedText, sourceOf, sourceEndOf, MapBuilder, words, runBatch, NETSH_VOCABULARY, ScriptHost, runProgram, Interpreter, FIREWALL_COMMANDS, parsePowerShell, policyOf, runScript };
