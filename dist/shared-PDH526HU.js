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
  PooledRule: () => PooledRule
});
module.exports = __toCommonJS(stdin_exports);
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
var LARGEST = 1 << 14;
var PartsPool = class {
  /** The array at work; those that are full are known to their rules only. */
  numbers = new Int32Array(64);
  #used = 0;
  /** Copies the first `count` numbers into the array at work and gives the place they went to. */
  add(numbers, count) {
    if (this.#used + count > this.numbers.length) {
      this.numbers = new Int32Array(Math.max(count, Math.min(LARGEST, 4 * this.numbers.length)));
      this.#used = 0;
    }
    const at = this.#used;
    const to = this.numbers;
    for (let i = 0; i < count; i++) to[at + i] = numbers[i];
    this.#used = at + count;
    return at;
  }
};
var PooledRule = class extends LateRule {
  #at;
  #count;
  #numbers;
  constructor(said, source, pool, parts, count) {
    super(said, source);
    this.#at = pool.add(parts, count);
    this.#count = count;
    this.#numbers = pool.numbers;
  }
  get parts() {
    return Array.from(this.#numbers.subarray(this.#at, this.#at + this.#count));
  }
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  LateRule,
  PartsPool,
  PooledRule
});
