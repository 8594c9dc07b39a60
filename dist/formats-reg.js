var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { hasLoneCr } = require("./commands-check.js");
const {
  RegistryPolicy,
  writeIds,
  writeRuleString
} = require("./shared-AHLXVQOH.js");
var HEADER = /^\s*(?:Windows Registry Editor Version 5\.00|(REGEDIT4))[ \t]*(?:[\r\n]|$)/;
var LOCAL_RULES = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules";
var POLICY_RULES = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules";
var reg = {
  id: "reg",
  title: "Registry export (.reg)",
  store: "local",
  names: [/\.reg$/],
  recognises: (file) => HEADER.test(file.head),
  parse(file) {
    const problems = [];
    return { path: file.path, format: reg.id, parts: new RegReader(file, problems).read(), problems };
  },
  ruleWriter: (beside) => ({ rule: (rule) => line(writeIds([rule])[0], rule), ...beside && headingAtEnd(beside.file) }),
  write(rules) {
    const ids = writeIds(rules);
    return ["Windows Registry Editor Version 5.00", "", `[${LOCAL_RULES}]`, ...rules.map((rule, i) => line(ids[i], rule)), "", ""].join("\r\n");
  }
};
function headingAtEnd({ text }) {
  const keys = [...text.matchAll(/^[ \t]*\[(?!-)([^\r\n]*)\][ \t]*$/gm)].map(([, key = ""]) => key);
  const own = keys.findLast((key) => /\\FirewallRules$/i.test(key));
  if (own !== void 0 && own === keys.at(-1)) return void 0;
  return { heading: `[${own ?? (/\\Policies\\Microsoft\\WindowsFirewall\b/i.test(text) ? POLICY_RULES : LOCAL_RULES)}]` };
}
var line = (id, rule) => `"${escaped(id)}"="${escaped(writeRuleString(rule))}"`;
var escaped = (text) => text.replace(/[\\"]/g, "\\$&");
var RegReader = class {
  #file;
  #text;
  #problems;
  #policy;
  /** REGEDIT4 keeps text in hex as single bytes. */
  #isAnsi;
  #hasLoneCr;
  #saidShortName = false;
  /** What the places of the values below the key at work begin with. */
  #prefix = "";
  constructor(file, problems) {
    this.#file = file;
    this.#text = file.text;
    this.#problems = problems;
    this.#policy = new RegistryPolicy(problems);
    this.#isAnsi = HEADER.exec(file.head)?.[1] !== void 0;
    this.#hasLoneCr = hasLoneCr(this.#text);
  }
  read() {
    const text = this.#text;
    let key;
    let at = this.#lineEnd(HEADER.exec(text)?.[0].trimEnd().length ?? 0);
    while (at < text.length) {
      const start = this.#skipBlanks(at);
      const first = text[start];
      if (first === "[") {
        const end = this.#lineEnd(start);
        key = this.#key(start, end);
        at = end;
      } else if (first === '"' || first === "@") at = this.#value(start, key);
      else {
        at = this.#lineEnd(start);
        const isEmpty = first === void 0 || first === "\n" || first === "\r" || first === ";";
        if (!isEmpty && key) this.#report("is neither a key nor a value", start, at);
      }
      at++;
    }
    return this.#policy.parts();
  }
  /** `[KEY]` opens a key, `[-KEY]` deletes it with all below. */
  #key(start, end) {
    const close = start + this.#text.slice(start, end).lastIndexOf("]");
    const isDeletion = this.#text[start + 1] === "-";
    if (close <= start) return void 0;
    const path = this.#text.slice(start + (isDeletion ? 2 : 1), close);
    if (isDeletion) {
      this.#policy.deleteKey(path, this.#file.span(start, close + 1, path));
      return void 0;
    }
    const key = this.#policy.key(path);
    if (!key) return void 0;
    if (/^(?:HKLM|HKU|HKCR|HKCC)\\/i.test(path) && !this.#saidShortName) {
      this.#saidShortName = true;
      const message = "Registration files take full names of hives (HKEY_LOCAL_MACHINE); whether Windows imports this key is not certain.";
      this.#problems.push({ code: "requirement-unverifiable", message, source: this.#file.span(start, close + 1, path) });
    }
    this.#policy.create(key);
    this.#prefix = `${path}\\`;
    return key;
  }
  /** A `"name"=data` line. Gives the end of its last line. */
  #value(start, key) {
    const name = this.#text[start] === "@" ? { text: "", start, end: start + 1 } : this.#quoted(start, key !== void 0);
    const equals = name ? this.#skipBlanks(name.end) : -1;
    if (!name || this.#text[equals] !== "=") {
      const end = this.#lineEnd(start);
      if (key) this.#report('has no "=" behind its name', start, end);
      return end;
    }
    const data = this.#data(this.#skipBlanks(equals + 1), key);
    if (typeof data === "string") {
      const end = this.#lineEnd(start);
      if (key) this.#report(data, start, end);
      return end;
    }
    if (key) {
      const source = this.#file.span(start, data.end, this.#prefix + name.text);
      if (data.deletes) this.#policy.deleteValue(key, name.text, source);
      else this.#policy.set(key, name.text, { text: data.text, number: data.number, at: data.at, source });
    }
    return this.#lineEnd(data.end);
  }
  /** What stands behind `=`, or why Windows would skip the line. */
  #data(start, key) {
    const text = this.#text;
    const first = text[start];
    if (first === '"') {
      const quoted = this.#quoted(start, key !== void 0);
      if (!quoted) return "lacks its closing quotation mark";
      return { text: quoted.text, end: quoted.end, at: (index) => this.#placeIn(quoted, index) };
    }
    if (first === "-") return { deletes: true, end: start + 1 };
    const word = /^(?:dword:|hex(?:\(([0-9a-f]{1,8})\))?:)/i.exec(text.slice(start, start + 20));
    if (!word) return "holds data of no known kind";
    const from = start + word[0].length;
    if (/^d/i.test(word[0])) {
      const digits = /^[ \t]*([0-9a-f]{1,8})(?![0-9a-z])/i.exec(text.slice(from, from + 40));
      return digits ? { number: Number.parseInt(digits[1], 16), end: from + digits[0].length } : "holds no number of 1 to 8 hexadecimal digits";
    }
    return this.#hex(from, Number.parseInt(word[1] ?? "3", 16), key);
  }
  /** Bytes with commas; `,\` at the end of a line goes on with the next. */
  #hex(start, type, key) {
    const text = this.#text;
    const bytes = [];
    const places = [];
    let at = start;
    for (let needsComma = false; ; needsComma = true) {
      at = this.#skipBlanks(at);
      if (text[at] === ",") at = this.#skipBlanks(at + 1);
      else if (needsComma && text[at] !== "\\") break;
      if (text[at] === "\\") at = this.#skipBlanks(this.#nextLine(at + 1));
      const high = hexDigit(text.charCodeAt(at));
      if (high < 0) break;
      const low = hexDigit(text.charCodeAt(at + 1));
      if (key) {
        bytes.push(low < 0 ? high : 16 * high + low);
        places.push(at);
      }
      at += low < 0 ? 1 : 2;
    }
    const rest = text.slice(at, Math.min(this.#lineEnd(at), at + 80)).trim();
    if (rest !== "" && !rest.startsWith(";")) return "holds something that is no byte of two hexadecimal digits";
    if (!key) return { end: at };
    const buffer = Buffer.from(bytes);
    if (type === 4 && bytes.length === 4) return { number: buffer.readUInt32LE(), end: at };
    if (type !== 1 && type !== 2) return { end: at };
    const width = this.#isAnsi ? 1 : 2;
    const value = buffer.toString(this.#isAnsi ? "latin1" : "utf16le").replace(/\0$/, "");
    return { text: value, end: at, at: (index) => this.#file.span(places[index * width] ?? at, places[index * width] ?? at) };
  }
  /** A quoted text; undefined when it does not end. It may hold line breaks, as texts of Windows do. */
  #quoted(start, decodes) {
    const text = this.#text;
    let end = start;
    let from = start + 1;
    for (; ; ) {
      end = text.indexOf('"', end + 1);
      if (end < 0) return void 0;
      let slashes = 0;
      while (end - 1 - slashes >= from && text[end - 1 - slashes] === "\\") slashes++;
      if (slashes % 2 === 0) break;
      from = end + 1;
    }
    const lineEnd = this.#lineEnd(start);
    if (end > lineEnd && !/^[ \t]*(?:;|$|[\r\n])/.test(text.slice(end + 1, end + 80))) return void 0;
    const raw = decodes ? text.slice(start + 1, end) : "";
    return { text: raw.includes("\\") ? raw.replace(/\\([\\"])/g, "$1") : raw, start: start + 1, end: end + 1 };
  }
  /** The place of an offset in a decoded text: each escape is two characters of the file. */
  #placeIn({ start, end }, index) {
    let at = start;
    for (let i = 0; i < index && at < end; i++) {
      const next = this.#text[at + 1];
      at += this.#text[at] === "\\" && (next === "\\" || next === '"') ? 2 : 1;
    }
    return this.#file.span(at, at);
  }
  #report(why, start, end) {
    const shown = this.#text.slice(start, Math.min(end, start + 80));
    this.#problems.push({ code: "rule-malformed", message: `Windows skips this line: "${shown}" ${why}.`, source: this.#file.span(start, end) });
  }
  #lineEnd(at) {
    const text = this.#text;
    if (this.#hasLoneCr) {
      while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
      return at;
    }
    const end = text.indexOf("\n", at);
    return end < 0 ? text.length : end > at && text[end - 1] === "\r" ? end - 1 : end;
  }
  /** The line after this one, when only blanks stand before its end. */
  #nextLine(at) {
    const end = this.#skipBlanks(at);
    if (this.#text[end] === "\r") return this.#text[end + 1] === "\n" ? end + 2 : end + 1;
    return this.#text[end] === "\n" ? end + 1 : at;
  }
  #skipBlanks(at) {
    while (this.#text[at] === " " || this.#text[at] === "	") at++;
    return at;
  }
};
function hexDigit(unit) {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const letter = unit | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
module.exports = { reg };
