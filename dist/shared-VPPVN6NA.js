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
  LateRule: () => LateRule,
  PartsPool: () => PartsPool,
  PooledRule: () => PooledRule,
  singlePort: () => singlePort
});
module.exports = __toCommonJS(stdin_exports);
const { portSet } = require("./commands-check.js");
var LateRule = class {
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
  ipsec;
  malformed;
  source;
  constructor(said, source) {
    this.id = said.id;
    this.name = said.name;
    this.group = said.group;
    this.direction = said.direction;
    this.action = said.action;
    this.enabled = said.enabled;
    this.protocol = said.protocol;
    this.localPorts = said.localPorts;
    this.remotePorts = said.remotePorts;
    this.icmp = said.icmp;
    this.profiles = said.profiles;
    this.localAddresses = said.localAddresses;
    this.remoteAddresses = said.remoteAddresses;
    this.program = said.program;
    this.service = said.service;
    this.interfaceTypes = said.interfaceTypes;
    this.platforms = said.platforms;
    this.unmodelled = said.unmodelled;
    this.ipsec = said.ipsec;
    this.malformed = said.malformed;
    this.source = source;
  }
};
var PartsPool = class {
  #numbers = new Int32Array(1024);
  #used = 0;
  /** Copies the first `count` numbers and gives the place they went to. */
  add(numbers, count) {
    const at = this.#used;
    if (at + count > this.#numbers.length) {
      const larger = new Int32Array(2 * (at + count));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    for (let i = 0; i < count; i++) this.#numbers[at + i] = numbers[i];
    this.#used = at + count;
    return at;
  }
  read(at, count) {
    return Array.from(this.#numbers.subarray(at, at + count));
  }
};
var PooledRule = class extends LateRule {
  #pool;
  #at;
  #count;
  constructor(said, source, pool, parts, count) {
    super(said, source);
    this.#pool = pool;
    this.#at = pool.add(parts, count);
    this.#count = count;
  }
  get parts() {
    return this.#pool.read(this.#at, this.#count);
  }
};
var singles = [];
function singlePort(text) {
  const { length } = text;
  if (length === 0 || length > 5) return void 0;
  let port = 0;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return void 0;
    port = port * 10 + digit;
  }
  if (port > 65535) return void 0;
  return singles[port] ??= portSet([[port, port]], [], [], [String(port)]);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  LateRule,
  PartsPool,
  PooledRule,
  singlePort
});
