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
  partial;
  malformed;
  constructor(said) {
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
    this.partial = said.partial;
    this.malformed = said.malformed;
  }
};
var LARGEST = 1 << 16;
var LONGEST = 5;
var Places = class {
  origin;
  key;
  #bytes;
  #end = 0;
  #at = 0;
  constructor({ origin, key }, size) {
    this.origin = origin;
    this.key = key;
    this.#bytes = new Uint8Array(size);
  }
  get size() {
    return this.#bytes.length;
  }
  hasRoomFor(numbers, { origin, key }) {
    return this.#end + LONGEST * numbers <= this.#bytes.length && origin === this.origin && key === this.key;
  }
  add({ start, end }, parts, count) {
    const at = this.#end;
    this.#write(start);
    this.#write(end - start);
    this.#write(count);
    let before = start;
    for (let i = 0; i < count; i += 3) {
      const from = parts[i + 1];
      const to = parts[i + 2];
      this.#write(parts[i]);
      this.#write(from - before);
      this.#write(to - from);
      before = to;
    }
    return at;
  }
  sourceAt(at) {
    const { origin, key } = this;
    this.#at = at;
    const start = this.#read();
    const end = start + this.#read();
    return key === void 0 ? { origin, start, end } : { origin, start, end, key };
  }
  partsAt(at) {
    let { start: before } = this.sourceAt(at);
    const parts = [];
    for (let left = this.#read(); left > 0; left -= 3) {
      const name = this.#read();
      const from = before + this.#read();
      before = from + this.#read();
      parts.push(name, from, before);
    }
    return parts;
  }
  /** The sign goes into the lowest bit. */
  #write(number) {
    let rest = number << 1 ^ number >> 31;
    for (; (rest & ~127) !== 0; rest >>>= 7) this.#bytes[this.#end++] = rest & 127 | 128;
    this.#bytes[this.#end++] = rest;
  }
  #read() {
    let bits = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      bits |= (byte & 127) << shift;
      if (byte < 128) return bits >>> 1 ^ -(bits & 1);
    }
  }
};
var PlacesPool = class {
  #places;
  /** Where so many numbers of a source have room. */
  placesFor(source, numbers) {
    const { size = 64 } = this.#places ?? {};
    if (!this.#places?.hasRoomFor(numbers, source)) this.#places = new Places(source, Math.max(LONGEST * numbers, Math.min(LARGEST, 4 * size)));
    return this.#places;
  }
};
var PooledRule = class extends LateRule {
  #places;
  #at;
  /** `parts` are triples as those of a rule, of which `count` numbers count. */
  constructor(said, source, pool, parts, count) {
    super(said);
    this.#places = pool.placesFor(source, count + 3);
    this.#at = this.#places.add(source, parts, count);
  }
  get source() {
    return this.#places.sourceAt(this.#at);
  }
  get parts() {
    return this.#places.partsAt(this.#at);
  }
};
module.exports = { LateRule, PlacesPool, PooledRule };
