var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
var BASE = 4096;
var NOWHERE = 4294967295;
var MAX_DEPTH = 16;
var MAX_NAME = 512;
var SEGMENT = 16344;
var MAX_DATA = 1 << 20;
var MAX_FAULTS = 100;
var Hive = class {
  faults = [];
  #bytes;
  /** Bytes that may still be read: cells that overlap must not make a small file a long one. */
  #left;
  constructor(bytes) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#left = 4 * bytes.length;
  }
  /** Every key, a parent before its children. */
  *keys() {
    if (this.#bytes.length < BASE + 4) {
      this.#fault(0, "The hive has no room for a key");
      return;
    }
    const visited = /* @__PURE__ */ new Set();
    const left = [{ offset: this.#bytes.readUInt32LE(36), parent: [] }];
    for (let next = left.pop(); next; next = left.pop()) {
      const at = this.#cell(next.offset, 76, "key");
      if (at === void 0) continue;
      if (visited.has(at) || this.#signature(at) !== "nk") {
        this.#fault(at, visited.has(at) ? "A key stands in the tree twice" : "There is no key");
        continue;
      }
      visited.add(at);
      const length = this.#bytes.readUInt16LE(at + 72);
      const name = this.#text(at + 76, length, (this.#bytes.readUInt16LE(at + 2) & 32) !== 0);
      if (name === void 0) {
        this.#fault(at, "The name of a key does not end");
        continue;
      }
      const path = [...next.parent, name];
      yield { path, values: () => this.#values(at) };
      const count = this.#bytes.readUInt32LE(at + 20);
      if (count === 0) continue;
      if (path.length >= MAX_DEPTH) continue;
      const children = [];
      this.#subkeys(this.#bytes.readUInt32LE(at + 28), children, visited);
      for (const offset of children.reverse()) left.push({ offset, parent: path });
    }
  }
  /** The offsets of a list of subkeys; `ri` lists hold lists. */
  #subkeys(offset, out, visited, isBelow = false) {
    const at = this.#cell(offset, 4, "list of keys");
    if (at === void 0) return;
    if (visited.has(at)) {
      this.#fault(at, "A list of keys stands in the tree twice");
      return;
    }
    visited.add(at);
    const signature = this.#signature(at);
    const count = this.#bytes.readUInt16LE(at + 2);
    const step = signature === "li" || signature === "ri" ? 4 : 8;
    if (!["lf", "lh", "li", "ri"].includes(signature) || signature === "ri" && isBelow) {
      this.#fault(at, "There is no list of keys");
      return;
    }
    for (let i = 0; i < count; i++) {
      const entry = at + 4 + i * step;
      if (entry + 4 > this.#bytes.length || !this.#spend(4)) {
        this.#fault(at, "A list of keys does not end");
        return;
      }
      const child = this.#bytes.readUInt32LE(entry);
      if (signature === "ri") this.#subkeys(child, out, visited, true);
      else out.push(child);
    }
  }
  *#values(key) {
    const count = this.#bytes.readUInt32LE(key + 36);
    if (count === 0) return;
    const list = this.#cell(this.#bytes.readUInt32LE(key + 40), 4, "list of values");
    if (list === void 0) return;
    for (let i = 0; i < count; i++) {
      if (list + 4 * i + 4 > this.#bytes.length || !this.#spend(4)) {
        this.#fault(list, "A list of values does not end");
        return;
      }
      const at = this.#cell(this.#bytes.readUInt32LE(list + 4 * i), 20, "value");
      if (at === void 0) continue;
      if (this.#signature(at) !== "vk") {
        this.#fault(at, "There is no value");
        continue;
      }
      const length = this.#bytes.readUInt16LE(at + 2);
      const name = this.#text(at + 20, length, (this.#bytes.readUInt16LE(at + 16) & 1) !== 0);
      if (name === void 0) {
        this.#fault(at, "The name of a value does not end");
        continue;
      }
      yield { name, type: this.#bytes.readUInt32LE(at + 12), data: this.#data(at), offset: at, end: at + 20 + length };
    }
  }
  #data(value) {
    const raw = this.#bytes.readUInt32LE(value + 4);
    const size = raw % 2147483648;
    if (raw >= 2147483648) return size <= 4 ? this.#bytes.subarray(value + 8, value + 8 + size) : void 0;
    if (size === 0) return this.#bytes.subarray(0, 0);
    if (size > MAX_DATA) {
      this.#fault(value, "The data of a value is longer than Windows keeps");
      return void 0;
    }
    const at = this.#cell(this.#bytes.readUInt32LE(value + 8), Math.min(size, 8), "data");
    if (at === void 0) return void 0;
    if (size > SEGMENT && this.#bytes.readUInt32LE(24) > 3) return this.#segments(at, size);
    if (at + size > this.#bytes.length || !this.#spend(size)) {
      this.#fault(value, "The data of a value does not end");
      return void 0;
    }
    return this.#bytes.subarray(at, at + size);
  }
  #segments(record, size) {
    if (this.#signature(record) !== "db") {
      this.#fault(record, "There are no pieces of data");
      return void 0;
    }
    const list = this.#cell(this.#bytes.readUInt32LE(record + 4), 4, "list of data");
    const pieces = [];
    let left = size;
    for (let i = 0; list !== void 0 && i < this.#bytes.readUInt16LE(record + 2) && left > 0; i++) {
      if (list + 4 * i + 4 > this.#bytes.length) break;
      const length = Math.min(left, SEGMENT);
      const at = this.#cell(this.#bytes.readUInt32LE(list + 4 * i), length, "piece of data");
      if (at === void 0 || !this.#spend(length)) return void 0;
      pieces.push(this.#bytes.subarray(at, at + length));
      left -= length;
    }
    return left === 0 ? Buffer.concat(pieces) : void 0;
  }
  /** Where the content of a cell begins, when `size` bytes of it lie in the file. */
  #cell(offset, size, what) {
    const at = BASE + offset + 4;
    if (offset !== NOWHERE && at + size <= this.#bytes.length) return at;
    this.#fault(Math.min(BASE + offset, this.#bytes.length), `The place of a ${what} lies outside the file`);
    return void 0;
  }
  #signature(at) {
    return this.#bytes.toString("latin1", at, at + 2);
  }
  #text(at, length, isLatin) {
    return at + length > this.#bytes.length || length > MAX_NAME || !this.#spend(length) ? void 0 : this.#bytes.toString(isLatin ? "latin1" : "utf16le", at, at + length);
  }
  #spend(size) {
    this.#left -= size;
    return this.#left >= 0;
  }
  #fault(offset, why) {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ offset, why });
  }
};
var WANTED = /^(?:firewallrules|consecrules|(?:domain|public|private|standard)profile(?:\\.*)?)$/;
var SERVICE = "System\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
var SZ = 1;
var EXPAND_SZ = 2;
var DWORD = 4;
var wfw = {
  id: "wfw",
  title: "Exported firewall policy (.wfw)",
  store: "local",
  exported: true,
  names: [/\.wfw$/],
  recognises: ({ bytes }) => bytes[0] === 114 && bytes[1] === 101 && bytes[2] === 103 && bytes[3] === 102,
  // regf
  parse(file) {
    const problems = [];
    const policy = new RegistryPolicy(problems);
    const hive = new Hive(file.bytes);
    for (const { path, values } of hive.keys()) {
      const key = keyOf(policy, path);
      if (!key) continue;
      policy.create(key);
      for (const value of values()) policy.set(key, value.name, dataOf(file, key, value));
    }
    for (const { offset, why } of hive.faults) {
      problems.push({ code: "file-unreadable", message: `${why} at byte ${offset}; what hangs on it is not read.`, source: { origin: file.binaryOrigin, start: offset, end: offset } });
    }
    return { path: file.path, format: wfw.id, parts: policy.parts(), problems };
  }
};
function keyOf(policy, path) {
  const tail = path.slice(1).join("\\");
  return WANTED.test(tail.toLowerCase()) ? policy.key(`${SERVICE}\\${tail}`) : policy.key(path.join("\\"));
}
function dataOf(file, key, { name, type, data, offset, end }) {
  const source = { origin: file.binaryOrigin, start: offset, end, key: `${key.path}\\${name}` };
  if ((type === SZ || type === EXPAND_SZ) && data) return { source, text: data.toString("utf16le").replace(/\0$/, "") };
  return type === DWORD && data?.length === 4 ? { source, number: data.readUInt32LE() } : { source };
}
module.exports = { wfw };
