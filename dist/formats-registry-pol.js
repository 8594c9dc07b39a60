var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { ANY, LOCAL_ADDRESSES, LOCAL_PORTS, REMOTE_ADDRESSES, REMOTE_PORTS, RuleTable, giveTable, grown } = require("./commands-check.js");
const {
  RulesDigest
} = require("./shared-X7MX7PCD.js");
const {
  AddressEntry,
  AddressList,
  Conditions,
  FIELD,
  NO_RARITIES,
  RegistryPolicy,
  addressToken,
  portRangeToken,
  portToken,
  readToken,
  slots,
  slotsFor,
  writeIds,
  writeRuleString
} = require("./shared-AHLXVQOH.js");
const { ANY_ADDRESSES, ANY_PORTS, PortEntry, PortList, portEntry } = require("./commands-check.js");
var WINDOW = 1 << 16;
var LONGEST_NAME = 511;
var RECORD = 1 << 11;
var PolFile = class {
  origin;
  #pieces;
  /** Where the window begins, in bytes; even. */
  base = 0;
  /** The window. */
  bytes = NOTHING;
  /** Its 16-bit units, from its first byte on. */
  units = NO_UNITS;
  #oddUnits;
  #asked = { start: -1, texts: NO_TEXTS };
  constructor({ pieces, binaryOrigin }) {
    this.#pieces = pieces;
    this.origin = binaryOrigin;
  }
  /** In bytes. */
  get size() {
    return this.#pieces.size;
  }
  /** Whether nothing comes behind the window. */
  get isLast() {
    return this.base + this.bytes.length >= this.size;
  }
  /** Units that begin at the second byte: data of odd length moves all that comes after it. */
  get oddUnits() {
    return this.#oddUnits ??= unitsOf(new Uint8Array(this.bytes.subarray(1)));
  }
  /** Lets the window begin at a byte, or the one before it; it shows `length` bytes or more, if there are so many. */
  move(start, length = WINDOW) {
    this.base = start & ~1;
    const bytes = this.#pieces.stretch(this.base, length + (start & 1));
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.units = unitsOf(this.bytes);
    this.#oddUnits = void 0;
  }
  /** Moves the window only where it does not show these bytes. */
  show(start, length) {
    const from = start - this.base;
    const { length: shown } = this.bytes;
    if (from >= 0 && (from + length <= shown || this.isLast)) return;
    this.move(start, from >= 0 && from < shown + WINDOW ? Math.max(WINDOW, length) : length);
  }
  /** Shows the data of the record whose name begins at a byte; gives its units in the window, none where the file has changed. */
  showData(name) {
    this.show(name, RECORD);
    const nameEnd = this.units.indexOf(0, (name - this.base) / 2);
    if (nameEnd < 0 || 2 * nameEnd + 16 > this.bytes.length) return NOWHERE;
    const size = this.bytes.readUInt32LE(2 * nameEnd + 10);
    const data = this.base + 2 * nameEnd + 16;
    this.show(data, size);
    const start = (data - this.base) / 2;
    return { start, end: Math.min(start + (size >> 1), this.units.length) };
  }
  /** Shows nothing any more: the memory of the window is the next file's. */
  close() {
    this.base = 0;
    this.bytes = NOTHING;
    this.units = NO_UNITS;
    this.#oddUnits = void 0;
  }
  /** Whether these bytes of the file spell the units, in letters of any case, and a NUL. */
  hasName(start, units, from, length) {
    const shown = (start - this.base) / 2;
    const here = shown >= 0 && shown + length < this.units.length;
    const names = here ? this.units : unitsOf(this.#pieces.look(start, 2 * length + 2));
    const at = here ? shown : 0;
    let i = 0;
    while (i < length && fold(names[at + i]) === fold(units[from + i])) i++;
    return i === length && names[at + i] === 0;
  }
  /** The texts of the record that begins at a byte. Empty where the file has changed so much since that none stands there. */
  textsAt(start) {
    if (this.#asked.start !== start) this.#asked = { start, texts: this.#readTexts(start) };
    return this.#asked.texts;
  }
  #readTexts(start) {
    for (let length = RECORD; ; length *= 2) {
      const bytes = this.#pieces.look(start, length);
      const texts = textsIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), start);
      if (texts) return texts;
      if (bytes.length < length) return { ...NO_TEXTS, end: start };
    }
  }
  /** The name in units `start` to `end` of the window. */
  nameIn(start, end) {
    return this.bytes.toString("utf16le", 2 * start, 2 * end);
  }
  /** The name that begins at a byte of the file, up to its NUL. */
  nameAt(start) {
    const units = unitsOf(this.#pieces.look(start, RECORD));
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString("utf16le", 0, 2 * Math.max(0, units.indexOf(0)));
  }
};
var fold = (unit) => unit >= 65 && unit <= 90 ? unit + 32 : unit;
var mix = (hash) => Math.imul(hash ^ hash >>> 15, 739982445) >>> 1;
function textsIn(bytes, start) {
  const units = unitsOf(bytes);
  const keyEnd = 2 * units.indexOf(0, 1);
  const nameEnd = 2 * units.indexOf(0, keyEnd / 2 + 2);
  const dataStart = nameEnd + 16;
  if (keyEnd < 0 || nameEnd < 0 || dataStart > bytes.length) return void 0;
  const dataEnd = dataStart + bytes.readUInt32LE(nameEnd + 10);
  if (dataEnd > bytes.length) return void 0;
  const text = (from, to) => bytes.toString("utf16le", from, to);
  return { key: text(2, keyEnd), name: text(keyEnd + 4, nameEnd), data: text(dataStart, dataEnd).replace(/\0$/, ""), end: start + dataEnd + 2 };
}
var NOTHING = Buffer.alloc(0);
var NO_TEXTS = { key: "", name: "", data: "", end: 0 };
var NOWHERE = { start: 0, end: 0 };
var NO_UNITS = new Uint16Array(0);
function unitsOf(bytes) {
  const { buffer, byteOffset, length } = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(buffer, byteOffset, length >> 1);
}
var BAR = 124;
var DOT = 46;
var DASH = 45;
var SLASH = 47;
var LPORT = unitsOf2("LPort=");
var RPORT = unitsOf2("RPort=");
var LPORTS = unitsOf2("LPort2_10=");
var RPORTS = unitsOf2("RPort2_10=");
var LA4 = unitsOf2("LA4=");
var RA4 = unitsOf2("RA4=");
var PolNumbers = class {
  #units = new Uint16Array(0);
  /** Behind the token read last. */
  end = 0;
  /** The reading position, and the end of the rule. */
  #at = 0;
  #limit = 0;
  /** The token that begins at `at`; undefined where it is none of these. */
  read(units, at, limit) {
    this.#units = units;
    this.#limit = limit;
    const isLocal = units[at] === 76;
    if (units[at + 1] === 80) {
      const field = isLocal ? FIELD.localPortAfterProtocol : FIELD.remotePortAfterProtocol;
      if (this.#startsWith(isLocal ? LPORT : RPORT, at)) return this.#port(field);
      return this.#startsWith(isLocal ? LPORTS : RPORTS, at) ? this.#portRange(field) : void 0;
    }
    return this.#startsWith(isLocal ? LA4 : RA4, at) ? this.#address(isLocal ? FIELD.localAddress : FIELD.remoteAddress) : void 0;
  }
  #port(field) {
    const port = this.#number(65535);
    return port >= 0 && this.#isEnd() ? portToken(field, port) : void 0;
  }
  #portRange(field) {
    const from = this.#number(65535);
    if (from < 0 || this.#units[this.#at++] !== DASH) return void 0;
    const to = this.#number(65535);
    return to >= from && this.#isEnd() ? portRangeToken(field, from, to) : void 0;
  }
  /** A host, a subnet without host bits, a range. */
  #address(field) {
    const from = this.#ipv4();
    if (from < 0) return void 0;
    if (this.#isEnd()) return isUsable(from) ? addressToken(field, from, from) : void 0;
    const mark = this.#units[this.#at++];
    if (mark === DASH) {
      const to = this.#ipv4();
      return to >= from && this.#isEnd() ? addressToken(field, from, to) : void 0;
    }
    if (mark !== SLASH) return void 0;
    const size = 2 ** (32 - this.#number(32));
    return size >= 1 && size < 2 ** 32 && from % size === 0 && this.#isEnd() && isUsable(from) ? addressToken(field, from, from + size - 1) : void 0;
  }
  /** Four numbers without leading zeros; -1 for anything else. */
  #ipv4() {
    let address = 0;
    for (let i = 0; i < 4; i++) {
      if (i > 0 && this.#units[this.#at++] !== DOT) return -1;
      const octet = this.#number(255);
      if (octet < 0) return -1;
      address = address * 256 + octet;
    }
    return address;
  }
  /** A decimal number without leading zeros; -1 where there is none up to `most`. */
  #number(most) {
    const units = this.#units;
    const start = this.#at;
    let number = 0;
    for (; this.#at < this.#limit; this.#at++) {
      const digit = units[this.#at] - 48;
      if (digit < 0 || digit > 9) break;
      if (number === 0 && this.#at > start) return -1;
      number = number * 10 + digit;
      if (number > most) return -1;
    }
    return this.#at > start ? number : -1;
  }
  #isEnd() {
    this.end = this.#at;
    return this.#at === this.#limit || this.#units[this.#at] === BAR;
  }
  #startsWith(word, at) {
    for (let i = 0; i < word.length; i++) if (this.#units[at + i] !== word[i]) return false;
    this.#at = at + word.length;
    return this.#at < this.#limit;
  }
};
function unitsOf2(word) {
  return Uint16Array.from(word, (letter) => letter.charCodeAt(0));
}
var isUsable = (address) => address !== 0 && Math.floor(address / 16777216) !== 127;
var BAR2 = 124;
var EQUALS = 61;
var CAPITAL_D = 68;
var CAPITAL_L = 76;
var CAPITAL_N = 78;
var CAPITAL_R = 82;
var PolReader = class {
  #file;
  /** What the rule read last says; cleared by the next. */
  conditions = new Conditions();
  #numbers = new PolNumbers();
  // A cache with one slot for each hash: what is common stays, what is not makes room, and nothing grows with the file.
  #hashes;
  #lengths;
  /** Its units, and what they mean. */
  #kept;
  constructor(file) {
    this.#file = file;
    const count = slotsFor(file.size);
    this.#hashes = new Int32Array(count);
    this.#lengths = new Int32Array(count);
    this.#kept = slots(count);
  }
  /** Reads the rule in units `start` to `end` of the window; false when it needs the careful reader. */
  read(start, end) {
    const { conditions } = this;
    conditions.clear();
    const { units } = this.#file;
    if (units[end - 1] === 0) end--;
    let at = this.#afterVersion(start, end);
    if (at < 0) return false;
    while (at < end) {
      const first = units[at];
      let stop = at;
      if (units[at + 4] === EQUALS && (first === CAPITAL_N ? this.#isWord(at, NAME) : first === CAPITAL_D && this.#isWord(at, DESC))) {
        for (; stop < end; stop++) {
          const unit = units[stop];
          if (unit === BAR2) break;
          if (unit === 0) return false;
        }
        if (first === CAPITAL_N && (stop - at === 8 || stop - at > 1e4)) return false;
      } else if ((first === CAPITAL_L || first === CAPITAL_R) && this.#isNumber(at, end)) stop = this.#numbers.end;
      else {
        let hash = 0;
        for (; stop < end; stop++) {
          const unit = units[stop];
          if (unit === BAR2) break;
          hash = Math.imul(hash, 31) + unit | 0;
        }
        if (stop > at) conditions.add(this.#token(hash, at, stop - at), at);
      }
      at = stop + 1;
    }
    conditions.finish();
    return conditions.faults.length === 0;
  }
  /** After `v2.31|`; -1 where it is not the version of a rule that every Windows reads. */
  #afterVersion(start, end) {
    const { units } = this.#file;
    if (units[start] !== 118 || units[start + 1] < 48 || units[start + 1] > 50 || units[start + 2] !== 46) return -1;
    let at = start + 3;
    while (at < end && units[at] >= 48 && units[at] <= 57) at++;
    return at > start + 3 && at < start + 7 && units[at] === BAR2 ? at + 1 : -1;
  }
  /** Adds the token that begins at `at` where it is a port or an address. */
  #isNumber(at, end) {
    const token = this.#numbers.read(this.#file.units, at, end);
    if (token) this.conditions.add(token, at);
    return token !== void 0;
  }
  #isWord(at, word) {
    const { units } = this.#file;
    return units[at + 1] === word[1] && units[at + 2] === word[2] && units[at + 3] === word[3];
  }
  #token(hash, start, length) {
    const { units } = this.#file;
    const slot = mix(hash) & this.#hashes.length - 1;
    const isKnown = this.#hashes[slot] === hash && this.#lengths[slot] === length;
    const kept = isKnown ? this.#kept[slot] : void 0;
    if (kept && isSame(kept.units, units, start)) return kept.token;
    const token = this.#readToken(start, length);
    this.#hashes[slot] = hash;
    this.#lengths[slot] = length;
    this.#kept[slot] = isKnown ? { units: units.slice(start, start + length), token } : void 0;
    return token;
  }
  #readToken(start, length) {
    const text = this.#file.bytes.toString("utf16le", 2 * start, 2 * (start + length));
    return text.includes("\0") ? UNREADABLE : readToken(text);
  }
};
function isSame(kept, units, start) {
  const { length } = kept;
  let i = 0;
  while (i < length && kept[i] === units[start + i]) i++;
  return i === length;
}
var NAME = [78, 97, 109, 101];
var DESC = [68, 101, 115, 99];
var UNREADABLE = { field: FIELD.fault, value: "holds a NUL", id: 0 };
var NONE = Object.freeze([]);
var NO_REST = { service: void 0, icmp: NONE, rarities: NO_RARITIES };
var ACTIONS = ["allow", "block", "bypass"];
var ANY_PROTOCOL = 256;
var PolRule = class {
  table;
  row;
  constructor(table, row) {
    this.table = table;
    this.row = row;
  }
  get #bits() {
    return this.table.bits[this.row];
  }
  get #rest() {
    return this.table.rests[this.row];
  }
  get profiles() {
    return this.#bits & 7;
  }
  get enabled() {
    return (this.#bits & 8) !== 0;
  }
  get direction() {
    return (this.#bits & 16) === 0 ? "inbound" : "outbound";
  }
  get ipsec() {
    return (this.#bits & 32) !== 0;
  }
  get action() {
    return ACTIONS[this.#bits >> 6 & 3];
  }
  get protocol() {
    const protocol = this.#bits >> 8 & 511;
    return protocol === ANY_PROTOCOL ? "any" : protocol;
  }
  get localPorts() {
    return this.table.sets.ports(this.row, LOCAL_PORTS);
  }
  get remotePorts() {
    return this.table.sets.ports(this.row, REMOTE_PORTS);
  }
  get localAddresses() {
    return this.table.sets.addresses(this.row, LOCAL_ADDRESSES);
  }
  get remoteAddresses() {
    return this.table.sets.addresses(this.row, REMOTE_ADDRESSES);
  }
  get program() {
    return this.table.programs[this.row];
  }
  get service() {
    return this.#rest.service;
  }
  get icmp() {
    return this.#rest.icmp;
  }
  get interfaceTypes() {
    return this.#rest.rarities.interfaceTypes;
  }
  get platforms() {
    return this.#rest.rarities.platforms;
  }
  get unmodelled() {
    return this.#rest.rarities.unmodelled;
  }
  get malformed() {
    return void 0;
  }
  get parts() {
    return void 0;
  }
  get id() {
    return this.#texts().name;
  }
  get name() {
    return this.#said("name=") ?? this.id;
  }
  get group() {
    return this.#said("embedctxt=");
  }
  get source() {
    const { key, name, end } = this.#texts();
    return { origin: this.table.file.origin, start: this.table.records[this.row], end, key: `${key}\\${name}` };
  }
  #texts() {
    return this.table.file.textsAt(this.table.records[this.row]);
  }
  /** The last token of a key, as parseRuleString takes it. */
  #said(key) {
    const tokens = this.#texts().data.split("|").filter((token) => token.length > key.length && token.slice(0, key.length).toLowerCase() === key);
    return tokens.at(-1)?.slice(key.length);
  }
};
var PolSets = class {
  #table;
  /** By their numbers, which many rules may share. */
  #ports = /* @__PURE__ */ new Map();
  #addresses = /* @__PURE__ */ new Map();
  /** Every port, but written as numbers: by row and column. */
  #wide = /* @__PURE__ */ new Map();
  constructor(table) {
    this.#table = table;
  }
  /** Takes note of the sets of a row that the table has been filled with. */
  keep(row, { localPorts, remotePorts, localAddresses, remoteAddresses }) {
    this.#keepPorts(row, LOCAL_PORTS, localPorts);
    this.#keepPorts(row, REMOTE_PORTS, remotePorts);
    this.#keepAddresses(row, LOCAL_ADDRESSES, localAddresses);
    this.#keepAddresses(row, REMOTE_ADDRESSES, remoteAddresses);
  }
  #keepPorts(row, s, set) {
    const number = this.#table.sets[s][row];
    if (number !== ANY) {
      if (!(set instanceof PortEntry) && !(set instanceof PortList)) this.#ports.set(number, set);
    } else if (set !== ANY_PORTS) this.#wide.set(4 * row + s, set);
    else if (this.#wide.size > 0) this.#wide.delete(4 * row + s);
  }
  #keepAddresses(row, s, set) {
    if (set !== ANY_ADDRESSES && !(set instanceof AddressEntry) && !(set instanceof AddressList)) this.#addresses.set(this.#table.sets[s][row], set);
  }
  ports(row, s) {
    const number = this.#table.sets[s][row];
    if (number === ANY) return this.#wide.size > 0 && this.#wide.get(4 * row + s) || ANY_PORTS;
    const kept = this.#ports.size > 0 ? this.#ports.get(number) : void 0;
    if (kept) return kept;
    const entries = this.#entries(s, number, (from, to) => from === to ? portEntry(from) : new PortEntry(from, to));
    return entries.length === 1 ? entries[0] : new PortList(entries);
  }
  addresses(row, s) {
    const number = this.#table.sets[s][row];
    if (number === ANY) return ANY_ADDRESSES;
    const kept = this.#addresses.size > 0 ? this.#addresses.get(number) : void 0;
    if (kept) return kept;
    const entries = this.#entries(s, number, (from, to) => new AddressEntry(from, to));
    return entries.length === 1 ? entries[0] : new AddressList(entries);
  }
  #entries(s, number, make) {
    const store = this.#table.stores[s];
    const { words } = store;
    const entries = [];
    for (let at = store.from4(number); at < store.to4(number); at += 2) entries.push(make(words[at], words[at + 1]));
    return entries;
  }
};
var GONE = -1;
var LONGEST_PROBE = 48;
var PolRules = class {
  file;
  #count = 0;
  /** Rows before this one are gone for good. */
  #cleared = 0;
  /** Rows in `slots`. */
  #used = 0;
  /** Where the record begins, where its name begins (both in bytes), and the hash of the name. */
  records;
  #names;
  #hashes;
  /** Profiles in bits 0 to 2, then enabled, outbound, IPsec, two of the action, nine of the protocol. */
  bits;
  #table;
  sets;
  programs = [];
  rests = [];
  /** Rows that the careful reader read. */
  #read = /* @__PURE__ */ new Map();
  #others = /* @__PURE__ */ new Map();
  /** Some row is gone, so that rows are no places in the list. */
  #isSparse = false;
  /** Open addressing; 0 means free. */
  #slots;
  constructor(file) {
    this.file = file;
    const rows = Math.max(16, Math.ceil(file.size / 512));
    const column = () => new Int32Array(rows);
    this.records = column();
    this.#names = column();
    this.#hashes = column();
    this.bits = column();
    this.#table = new RuleTable(rows);
    this.sets = new PolSets(this.#table);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * rows)));
  }
  /** Sets the rule whose id stands in units `start` to `end` of the window; what it says stands in `conditions`. */
  setUnits(start, end, record2, conditions) {
    const { units, base } = this.file;
    const name = base + 2 * start;
    const hash = hashUnits(units, start, end);
    let row = hash < 0 ? -1 : this.#find(hash, units, start, end - start);
    if (row < 0 && (hash < 0 || this.#others.size > 0)) {
      const key = this.file.nameIn(start, end).toLowerCase();
      row = this.#others.get(key) ?? -1;
      if (row < 0 && hash < 0) this.#others.set(key, row = this.#newRow(name, hash));
    }
    if (row < 0) {
      row = this.#newRow(name, hash);
      if (!this.#place(row)) this.#others.set(this.file.nameIn(start, end).toLowerCase(), row);
    }
    this.#read.delete(row);
    this.#fill(row, record2, conditions);
  }
  set(id, rule) {
    const key = id.toLowerCase();
    let row = this.#rowOf(key);
    if (row < 0) this.#others.set(key, row = this.#newRow(0, -1));
    this.records[row] = 0;
    this.#read.set(row, rule);
    this.#table.fill(row, rule, rule);
    if (rule.malformed !== void 0) this.#table.clear(row);
  }
  delete(id) {
    const row = this.#rowOf(id.toLowerCase());
    if (row < 0) return;
    this.#read.delete(row);
    this.records[row] = GONE;
    this.#isSparse = true;
  }
  clear() {
    for (let row = this.#cleared; row < this.#count; row++) this.records[row] = GONE;
    this.#cleared = this.#count;
    this.#isSparse ||= this.#count > 0;
    this.#slots = new Int32Array(64);
    this.#used = 0;
    this.#read.clear();
    this.#others.clear();
  }
  has(id) {
    const row = this.#rowOf(id.toLowerCase());
    return row >= 0 && this.records[row] !== GONE;
  }
  list() {
    const rules = [];
    for (let row = this.#cleared; row < this.#count; row++) {
      if (this.records[row] === GONE) continue;
      rules.push(this.#read.size > 0 && this.#read.get(row) || new PolRule(this, row));
    }
    if (!this.#isSparse) giveTable(rules, this.#table);
    return rules;
  }
  /** Undefined where a row was read by the careful reader. */
  digest() {
    if (this.#read.size > 0) return void 0;
    const { file } = this;
    const digest = new RulesDigest();
    for (let row = this.#cleared; row < this.#count; row++) {
      if (this.records[row] === GONE) continue;
      const data = file.showData(this.#names[row]);
      digestRuleString(file.units, data.start, data.end, digest);
    }
    file.close();
    return digest;
  }
  #newRow(name, hash) {
    const row = this.#count++;
    if (row === this.records.length) this.#grow();
    this.#names[row] = name;
    this.#hashes[row] = hash;
    return row;
  }
  #grow() {
    this.records = grown(this.records);
    this.#names = grown(this.#names);
    this.#hashes = grown(this.#hashes);
    this.bits = grown(this.bits);
  }
  #fill(row, record2, conditions) {
    const { protocol, icmp, rarities, service } = conditions;
    this.records[row] = record2;
    this.bits[row] = conditions.profiles | (conditions.enabled ? 8 : 0) | (conditions.direction === "outbound" ? 16 : 0) | (conditions.ipsec ? 32 : 0) | ACTIONS.indexOf(conditions.action ?? "allow") << 6 | (typeof protocol === "number" ? protocol : ANY_PROTOCOL) << 8;
    this.programs[row] = conditions.program;
    this.rests[row] = service === void 0 && icmp.length === 0 && rarities === NO_RARITIES ? NO_REST : { service, icmp, rarities };
    const { localPorts, remotePorts, localAddresses, remoteAddresses } = conditions;
    const sets = { localPorts, remotePorts, localAddresses, remoteAddresses };
    this.#table.fill(row, conditions, sets);
    this.sets.keep(row, sets);
  }
  #rowOf(key) {
    const units = new Uint16Array(key.length);
    for (let i = 0; i < key.length; i++) units[i] = key.charCodeAt(i);
    const hash = hashUnits(units, 0, key.length);
    const row = hash < 0 ? -1 : this.#find(hash, units, 0, key.length);
    return row >= 0 ? row : this.#others.get(key) ?? -1;
  }
  /** The row whose id is the `length` units of `other` from `from` on. */
  #find(hash, other, from, length) {
    const mask = this.#slots.length - 1;
    for (let probe = 0, slot = mix(hash) & mask; probe < LONGEST_PROBE; probe++, slot = slot + 1 & mask) {
      const row = this.#slots[slot] - 1;
      if (row < 0) return -1;
      if (this.#hashes[row] === hash && this.file.hasName(this.#names[row], other, from, length)) return row;
    }
    return -1;
  }
  /** Puts a row into the first free slot of its probe; false when there is none. */
  #place(row) {
    if (2 * ++this.#used > this.#slots.length) this.#rehash();
    const mask = this.#slots.length - 1;
    for (let probe = 0, slot = mix(this.#hashes[row]) & mask; probe < LONGEST_PROBE; probe++, slot = slot + 1 & mask) {
      if (this.#slots[slot] !== 0) continue;
      this.#slots[slot] = row + 1;
      return true;
    }
    return false;
  }
  #rehash() {
    const rows = this.#slots.filter((row) => row > 0);
    this.#slots = new Int32Array(4 * this.#slots.length);
    this.#used = 0;
    for (const row of rows) {
      if (!this.#place(row - 1)) this.#others.set(this.file.nameAt(this.#names[row - 1]).toLowerCase(), row - 1);
    }
  }
};
var BAR3 = 124;
var EQUALS2 = 61;
function digestRuleString(units, start, end, digest) {
  let at = start;
  while (at < end && units[at] !== BAR3) at++;
  while (++at < end) {
    const key = at;
    while (at < end && units[at] !== EQUALS2 && units[at] !== BAR3) at++;
    const counts = units[at] === EQUALS2 && digest.begin(at - key, units[key], units[key + 1], units[key + 2], units[key + 4]);
    if (!counts) {
      while (at < end && units[at] !== BAR3) at++;
      continue;
    }
    const value = ++at;
    while (at < end && units[at] !== BAR3) at++;
    digest.add(units, value, at);
    digest.end();
  }
  digest.endRule();
}
function hashUnits(units, start, end) {
  let hash = 0;
  let all = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i];
    all |= unit;
    hash = Math.imul(hash, 31) + fold(unit) | 0;
  }
  return all > 127 ? -1 : hash & 2147483647;
}
var registryPol = {
  id: "registry-pol",
  title: "Group Policy registry.pol",
  store: "group-policy",
  names: [/^registry\.pol$/],
  recognises: ({ pieces }) => begins(pieces.look(0, 4)),
  parse(file) {
    const problems = [];
    const policy = { path: file.path, format: registryPol.id, problems };
    if (/(?:^|\/)user\/[^/]*$/i.test(file.path)) return { ...policy, parts: [] };
    const fault = headerFault(file);
    if (fault !== void 0) {
      problems.push(unreadable(file.binaryOrigin, 0, `${fault}, so clients ignore the whole file`));
      return { ...policy, parts: [] };
    }
    const replay = new Replay(file, problems);
    return { ...policy, parts: replay.run(), digest: () => replay.digest() };
  },
  ruleWriter: () => ({ rule: (rule) => `${writeIds([rule])[0]} = ${writeRuleString(rule)}` }),
  write
};
function headerFault({ pieces }) {
  const bytes = pieces.look(0, 8);
  if (!begins(bytes)) return 'The file does not begin with "PReg"';
  const version = bytes.length < 8 ? void 0 : Buffer.from(bytes.buffer, bytes.byteOffset, 8).readUInt32LE(4);
  return version === 1 ? void 0 : `The file is of version ${version ?? "unknown"}, not 1`;
}
var begins = (bytes) => bytes[0] === 80 && bytes[1] === 82 && bytes[2] === 101 && bytes[3] === 103;
function unreadable(origin, offset, why) {
  return { code: "file-unreadable", message: `${why}.`, source: { origin, start: offset, end: offset } };
}
var OPEN = 91;
var CLOSE = 93;
var SEMICOLON = 59;
var ASTERISK = 42;
var SZ = 1;
var EXPAND_SZ = 2;
var DWORD = 4;
var CUT = -2;
var BROKEN = -1;
var Replay = class {
  #problems;
  #pol;
  #policy;
  #reader;
  #tables = /* @__PURE__ */ new Map();
  #key;
  /** The key of the record before, with its NUL. */
  #keyUnits = new Uint16Array(0);
  constructor(file, problems) {
    this.#problems = problems;
    this.#pol = new PolFile(file);
    this.#policy = new RegistryPolicy(problems, (store) => {
      const table = new PolRules(this.#pol);
      this.#tables.set(store, table);
      return table;
    });
    this.#reader = new PolReader(this.#pol);
  }
  run() {
    const pol = this.#pol;
    pol.move(0);
    for (let at = 8; at < pol.size; ) {
      const end = this.#record(at - pol.base);
      if (end === BROKEN) break;
      if (end === CUT) pol.move(at, at - pol.base < 2 ? 2 * pol.bytes.length : void 0);
      else at = pol.base + end;
    }
    pol.close();
    return this.#policy.parts();
  }
  /** Group Policy writes to one store; a file that speaks of others is out of the ordinary. */
  digest() {
    return this.#tables.size === 1 ? this.#tables.get("group-policy")?.digest() : void 0;
  }
  /** The record that begins at a byte of the window; gives its end there, CUT or BROKEN. */
  #record(at) {
    const pol = this.#pol;
    const { bytes, isLast } = pol;
    const odd = at & 1;
    const units = odd === 0 ? pol.units : pol.oddUnits;
    const start = (at - odd) / 2;
    if (start >= units.length && !isLast) return CUT;
    if (units[start] !== OPEN) return this.#stop(at, 'a record does not begin with "["');
    if (!this.#isSameKey(units, start + 1)) {
      const keyEnd = zeroFrom(units, start + 1);
      if (keyEnd === units.length && !isLast) return CUT;
      this.#keyUnits = units.slice(start + 1, keyEnd + 1);
      this.#key = this.#policy.key(textOf(bytes, odd, start + 1, keyEnd));
    }
    const nameStart = start + this.#keyUnits.length + 2;
    const nameEnd = zeroFrom(units, nameStart);
    const sizeAt = 2 * nameEnd + odd + 10;
    if (sizeAt + 6 > bytes.length) return isLast ? this.#stop(at, "a record does not end") : CUT;
    if (units[nameStart - 1] !== SEMICOLON || units[nameEnd + 1] !== SEMICOLON || units[nameEnd + 4] !== SEMICOLON || units[nameEnd + 7] !== SEMICOLON) {
      return this.#stop(at, "a record lacks one of its semicolons");
    }
    const type = units[nameEnd + 2] + 65536 * units[nameEnd + 3];
    const size = units[nameEnd + 5] + 65536 * units[nameEnd + 6];
    const dataStart = sizeAt + 6;
    const end = dataStart + size + 2;
    if (pol.base + end > pol.size) return this.#stop(at, `a record of ${size} bytes is longer than the file`);
    if (end > bytes.length) return CUT;
    if (bytes[end - 2] !== CLOSE || bytes[end - 1] !== 0) return this.#stop(at, 'a record does not end with "]" where its size says');
    const key = this.#key;
    if (key === void 0) return end;
    const isRule = odd === 0 && key.tail === "firewallrules" && (type === SZ || type === EXPAND_SZ) && nameEnd > nameStart && units[nameStart] !== ASTERISK;
    if (!isRule || !this.#fastRule(key, at, nameStart, nameEnd, dataStart, size)) {
      this.#apply(key, textOf(bytes, odd, nameStart, nameEnd), type, dataStart, size, at);
    }
    return end;
  }
  /** Nearly every record repeats the key of the one before it. */
  #isSameKey(units, start) {
    const key = this.#keyUnits;
    const { length } = key;
    for (let i = 0; i < length; i++) if (units[start + i] !== key[i]) return false;
    return length > 0;
  }
  #fastRule(key, record2, nameStart, nameEnd, dataStart, size) {
    if (nameEnd - nameStart > LONGEST_NAME) return false;
    if (!this.#reader.read(dataStart / 2, dataStart + size >> 1)) return false;
    this.#policy.table(key.store).setUnits(nameStart, nameEnd, this.#pol.base + record2, this.#reader.conditions);
    return true;
  }
  /** Any other record. */
  #apply(key, name, type, start, size, record2) {
    if (name === "" && size === 0) {
      this.#policy.create(key);
      return;
    }
    const { bytes, base, origin } = this.#pol;
    const source = { origin, start: base + record2, end: base + start + size + 2, key: `${key.path}\\${name}` };
    const data = type === SZ || type === EXPAND_SZ ? { source, text: bytes.toString("utf16le", start, start + size).replace(/\0$/, "") } : type === DWORD && size === 4 ? { source, number: bytes.readUInt32LE(start) } : { source };
    this.#policy.set(key, name, data);
  }
  #stop(at, why) {
    const offset = this.#pol.base + at;
    this.#problems.push(unreadable(this.#pol.origin, offset, `The file is broken at byte ${offset}: ${why}. What stands from there on is not read`));
    return BROKEN;
  }
};
function zeroFrom(units, start) {
  const at = units.indexOf(0, start);
  return at < 0 ? units.length : at;
}
var textOf = (bytes, odd, start, end) => bytes.toString("utf16le", 2 * start + odd, 2 * end + odd);
var KEY = "Software\\Policies\\Microsoft\\WindowsFirewall";
function write(rules) {
  const ids = writeIds(rules);
  const header = Buffer.from([80, 82, 101, 103, 1, 0, 0, 0]);
  const version = Buffer.alloc(4);
  version.writeUInt32LE(543);
  return Buffer.concat([
    header,
    record(KEY, "PolicyVersion", DWORD, version),
    ...rules.map((rule, i) => record(`${KEY}\\FirewallRules`, ids[i], SZ, Buffer.from(`${writeRuleString(rule)}\0`, "utf16le")))
  ]);
}
function record(key, name, type, data) {
  const numbers = Buffer.alloc(14);
  numbers.writeUInt16LE(SEMICOLON, 0);
  numbers.writeUInt32LE(type, 2);
  numbers.writeUInt16LE(SEMICOLON, 6);
  numbers.writeUInt32LE(data.length, 8);
  numbers.writeUInt16LE(SEMICOLON, 12);
  return Buffer.concat([Buffer.from(`[${key}\0;${name}\0`, "utf16le"), numbers, data, Buffer.from("]", "utf16le")]);
}
module.exports = { registryPol };
