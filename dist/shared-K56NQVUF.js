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
  ALL_PROFILES: () => ALL_PROFILES,
  ANY_ADDRESSES: () => ANY_ADDRESSES,
  ANY_PORTS: () => ANY_PORTS,
  DOMAIN: () => DOMAIN,
  NO_ADDRESSES: () => NO_ADDRESSES,
  PART_NAMES: () => PART_NAMES,
  PRIVATE: () => PRIVATE,
  PROFILES: () => PROFILES,
  PUBLIC: () => PUBLIC,
  addressSet: () => addressSet,
  addressTexts: () => addressTexts,
  changedRule: () => changedRule,
  formatIPv4: () => formatIPv4,
  formatIPv6: () => formatIPv6,
  icmpIncludes: () => icmpIncludes,
  icmpTouches: () => icmpTouches,
  includes: () => includes,
  includesAddresses: () => includesAddresses,
  intersect: () => intersect,
  intersectAddresses: () => intersectAddresses,
  isAnyAddress: () => isAnyAddress,
  isAnyPort: () => isAnyPort,
  isEmpty: () => isEmpty,
  isNoAddress: () => isNoAddress,
  makeRule: () => makeRule,
  neutralPlace: () => neutralPlace,
  neutralRule: () => neutralRule,
  parseAddressRange: () => parseAddressRange,
  parseAddresses: () => parseAddresses,
  parseIPv4: () => parseIPv4,
  parseIPv6: () => parseIPv6,
  parseIcmp: () => parseIcmp,
  parsePortRange: () => parsePortRange,
  parsePorts: () => parsePorts,
  parseProtocol: () => parseProtocol,
  partOf: () => partOf,
  placeOf: () => placeOf,
  portSet: () => portSet,
  portTexts: () => portTexts,
  profileBit: () => profileBit,
  profileNames: () => profileNames,
  protocolName: () => protocolName,
  rangeText: () => rangeText,
  ruleTitle: () => ruleTitle,
  sampleAddress: () => sampleAddress,
  subtract: () => subtract,
  subtractAddresses: () => subtractAddresses,
  touches: () => touches,
  union: () => union,
  unionAddresses: () => unionAddresses
});
module.exports = __toCommonJS(stdin_exports);
var OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
var V4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
var GROUP = /^[\da-f]{1,4}$/i;
function isIP(text) {
  if (text.length > 45) return 0;
  if (V4.test(text)) return 4;
  return text.includes(":") && isV6(text) ? 6 : 0;
}
function isV6(text) {
  const colons = text.indexOf("::");
  if (colons >= 0 && text.indexOf("::", colons + 1) >= 0) return false;
  const groups = (part) => {
    if (part === "") return 0;
    const list = part.split(":");
    const last = list.at(-1);
    const dotted = last.includes(".") && V4.test(last);
    return (dotted ? list.slice(0, -1) : list).every((group) => GROUP.test(group)) ? list.length + Number(dotted) : 99;
  };
  if (colons < 0) return groups(text) === 8;
  const left = text.slice(0, colons);
  if (left.includes(".")) return false;
  return groups(left) + groups(text.slice(colons + 2)) <= 7;
}
var NONE = Object.freeze([]);
var MAX4 = 4294967295;
var MAX6 = (1n << 128n) - 1n;
var ANY_ADDRESSES = Object.freeze({
  v4: Object.freeze([[0, MAX4]]),
  v6: Object.freeze([[0n, MAX6]]),
  keywords: NONE,
  unresolved: NONE
});
var NO_ADDRESSES = Object.freeze({ v4: NONE, v6: NONE, keywords: NONE, unresolved: NONE });
function addressSet(v4, v6 = NONE, keywords = NONE, unresolved = NONE, text) {
  const words = bothFamilies(keywords);
  return text === void 0 ? { v4: joined(v4, 1), v6: joined(v6, 1n), keywords: words, unresolved } : { v4: joined(v4, 1), v6: joined(v6, 1n), keywords: words, unresolved, text };
}
function joined(ranges, one) {
  if (isInOrder(ranges, one)) return ranges;
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
  for (const word of [...set]) {
    if (!word.endsWith("4")) continue;
    const base = word.slice(0, -1);
    if (set.has(`${base}6`) || set.has(base)) {
      set.delete(word);
      set.delete(`${base}6`);
      set.add(base);
    }
  }
  for (const word of [...set]) if (word.endsWith("6") && set.has(word.slice(0, -1))) set.delete(word);
  return [...set].sort();
}
function parseIPv4(text) {
  let sum = 0;
  let octet = -1;
  let dots = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 46) {
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
function parseIPv6(text) {
  if (isIP(text) !== 6 || text.includes("%")) return void 0;
  let groups = text;
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (dotted) {
    const v4 = parseIPv4(dotted[2]) ?? 0;
    groups = `${dotted[1]}${Math.floor(v4 / 65536).toString(16)}:${(v4 % 65536).toString(16)}`;
  }
  const [head = "", tail] = groups.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === void 0 || tail === "" ? [] : tail.split(":");
  const all = tail === void 0 ? left : [...left, ...Array(8 - left.length - right.length).fill("0"), ...right];
  return all.reduce((sum, group) => sum << 16n | BigInt(`0x${group}`), 0n);
}
function parseAddressRange(text) {
  const token = text.trim();
  const dash = token.indexOf("-");
  if (dash > 0) {
    const from2 = token.slice(0, dash).trim();
    const to = token.slice(dash + 1).trim();
    const f4 = parseIPv4(from2);
    const t4 = parseIPv4(to);
    if (f4 !== void 0 && t4 !== void 0) return f4 <= t4 ? { v4: [f4, t4] } : void 0;
    const f6 = parseIPv6(from2);
    const t6 = parseIPv6(to);
    return f6 !== void 0 && t6 !== void 0 && f6 <= t6 ? { v6: [f6, t6] } : void 0;
  }
  const slash = token.indexOf("/");
  const host = slash < 0 ? token : token.slice(0, slash);
  const suffix = slash < 0 ? void 0 : token.slice(slash + 1);
  const v4 = parseIPv4(host);
  if (v4 !== void 0) {
    const bits2 = suffix === void 0 ? 32 : prefixOf(suffix);
    if (bits2 === void 0) return void 0;
    const size = 2 ** (32 - bits2);
    const from2 = Math.floor(v4 / size) * size;
    return { v4: [from2, from2 + size - 1] };
  }
  const v6 = parseIPv6(host);
  if (v6 === void 0) return void 0;
  const bits = suffix === void 0 ? 128 : /^\d{1,3}$/.test(suffix) ? Number(suffix) : 129;
  if (bits > 128) return void 0;
  const span = 1n << BigInt(128 - bits);
  const from = v6 / span * span;
  return { v6: [from, from + span - 1n] };
}
function prefixOf(text) {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 32 ? Number(text) : void 0;
  const mask = parseIPv4(text);
  if (mask === void 0) return void 0;
  const zeros = MAX4 - mask;
  const bits = Math.log2(zeros + 1);
  return Number.isInteger(bits) ? 32 - bits : void 0;
}
function parseAddresses(tokens, keywords) {
  const v4 = [];
  const v6 = [];
  const words = [];
  const text = [];
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
      text.push(keyword);
    } else if (!range) bad.push(token);
    else {
      if ("v4" in range) v4.push(range.v4);
      else v6.push(range.v6);
      text.push(token);
    }
  }
  return { set: any || text.length === 0 ? ANY_ADDRESSES : addressSet(v4, v6, words, NONE, text), bad };
}
var isAnyAddress = (set) => {
  const v4 = set.v4[0];
  const v6 = set.v6[0];
  return v4 !== void 0 && v6 !== void 0 && v4[0] === 0 && v4[1] === MAX4 && v6[0] === 0n && v6[1] === MAX6;
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
  const out = [];
  for (const [af, at] of a) {
    for (const [bf, bt] of b) {
      const from = af > bf ? af : bf;
      const to = at < bt ? at : bt;
      if (from <= to) out.push([from, to]);
    }
  }
  return out;
}
function without(a, b, one) {
  let left = [...a];
  for (const [bf, bt] of b) {
    const next = [];
    for (const range of left) {
      const [from, to] = range;
      if (bt < from || to < bf) {
        next.push(range);
        continue;
      }
      if (from < bf) next.push([from, bf - one]);
      if (bt < to) next.push([bt + one, to]);
    }
    left = next;
  }
  return left;
}
function includesAddresses(outer, inner) {
  if (inner.unresolved.length > 0) return false;
  if (outer === inner || isAnyAddress(outer)) return true;
  return inner.keywords.every((k) => outer.keywords.includes(k) || outer.keywords.includes(k.replace(/[46]$/, ""))) && inner.v4.every(([from, to]) => outer.v4.some(([of, ot]) => of <= from && to <= ot)) && inner.v6.every(([from, to]) => outer.v6.some(([of, ot]) => of <= from && to <= ot));
}
function formatIPv4(n) {
  return `${Math.floor(n / 16777216)}.${Math.floor(n / 65536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`;
}
function formatIPv6(n) {
  const groups = Array.from({ length: 8 }, (_, i) => Number(n >> BigInt(112 - 16 * i) & 0xffffn));
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at++) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length++;
    if (length > best.length) best = { at, length };
  }
  const hex = (part) => part.map((g) => g.toString(16)).join(":");
  return best.at < 0 ? hex(groups) : `${hex(groups.slice(0, best.at))}::${hex(groups.slice(best.at + best.length))}`;
}
function addressTexts(set) {
  if (isAnyAddress(set)) return NONE;
  if (set.text) return set.text;
  return [...set.v4.map(range4Text), ...set.v6.map(range6Text), ...set.keywords, ...set.unresolved];
}
function range4Text([from, to]) {
  const bits = 32 - Math.log2(to - from + 1);
  if (from === to) return formatIPv4(from);
  return Number.isInteger(bits) && from % (to - from + 1) === 0 ? `${formatIPv4(from)}/${bits}` : `${formatIPv4(from)}-${formatIPv4(to)}`;
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
function portSet(ranges, keywords = NONE2, unresolved = NONE2, text) {
  const words = keywords.length < 2 ? keywords : [...new Set(keywords)].sort();
  return text === void 0 ? { ranges: joined2(ranges), keywords: words, unresolved } : { ranges: joined2(ranges), keywords: words, unresolved, text };
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
function parsePortRange(token) {
  const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(token);
  if (!match) return void 0;
  const from = Number(match[1]);
  const to = match[2] === void 0 ? from : Number(match[2]);
  return to > 65535 || from > to ? void 0 : [from, to];
}
function parsePorts(tokens, keywords) {
  const ranges = [];
  const words = [];
  const text = [];
  const bad = [];
  let any = false;
  for (const raw of tokens) {
    const token = raw.trim();
    const lower = token.toLowerCase();
    if (lower === "any" || lower === "*") {
      any = true;
      continue;
    }
    const range = parsePortRange(token);
    const keyword = keywords.get(lower);
    if (range) {
      ranges.push(range);
      text.push(rangeText(range));
    } else if (keyword) {
      words.push(keyword);
      text.push(keyword);
    } else bad.push(token);
  }
  return { set: any || text.length === 0 ? ANY_PORTS : portSet(ranges, words, NONE2, text), bad };
}
var rangeText = ([from, to]) => from === to ? String(from) : `${from}-${to}`;
function portTexts(set) {
  if (isAnyPort(set)) return NONE2;
  return set.text ?? [...set.ranges.map(rangeText), ...set.keywords, ...set.unresolved];
}
var isAnyPort = (set) => {
  const first = set.ranges[0];
  return first !== void 0 && first[0] === 0 && first[1] === 65535;
};
var isEmpty = (set) => set.ranges.length === 0 && set.keywords.length === 0 && set.unresolved.length === 0;
function union(a, b) {
  return portSet([...a.ranges, ...b.ranges], [...a.keywords, ...b.keywords], [...a.unresolved, ...b.unresolved]);
}
function intersect(a, b) {
  const ranges = [];
  for (const [af, at] of a.ranges) {
    for (const [bf, bt] of b.ranges) {
      const from = Math.max(af, bf);
      const to = Math.min(at, bt);
      if (from <= to) ranges.push([from, to]);
    }
  }
  const anyA = isAnyPort(a);
  const anyB = isAnyPort(b);
  const keywords = [...a.keywords.filter((k) => anyB || b.keywords.includes(k)), ...anyA ? b.keywords : []];
  return portSet(ranges, keywords);
}
function subtract(a, b) {
  let left = [...a.ranges];
  for (const [bf, bt] of b.ranges) {
    const next = [];
    for (const range of left) {
      const [from, to] = range;
      if (bt < from || to < bf) {
        next.push(range);
        continue;
      }
      if (from < bf) next.push([from, bf - 1]);
      if (bt < to) next.push([bt + 1, to]);
    }
    left = next;
  }
  const keywords = isAnyPort(b) ? NONE2 : a.keywords.filter((k) => !b.keywords.includes(k));
  return portSet(left, keywords, a.unresolved);
}
function touches(a, b) {
  for (let i = 0; i < a.ranges.length; i++) {
    const [from, to] = a.ranges[i];
    for (let j = 0; j < b.ranges.length; j++) {
      const other = b.ranges[j];
      if (other[0] <= to && from <= other[1]) return true;
    }
  }
  return false;
}
function includes(outer, inner) {
  if (outer === inner) return inner.unresolved.length === 0;
  if (inner.unresolved.length > 0) return false;
  if (isAnyPort(outer)) return true;
  return inner.keywords.every((k) => outer.keywords.includes(k)) && inner.ranges.every(([from, to]) => outer.ranges.some(([of, ot]) => of <= from && to <= ot));
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
  malformed: rule.malformed,
  source: rule.source,
  parts: rule.parts,
  ...values
});
var PROTOCOL_NAMES = /* @__PURE__ */ new Map([[1, "icmpv4"], [6, "tcp"], [17, "udp"], [58, "icmpv6"]]);
var protocolName = (protocol) => protocol === "any" ? "any" : PROTOCOL_NAMES.get(protocol) ?? String(protocol);
function parseProtocol(text) {
  const word = text.trim().toLowerCase();
  if (word === "any" || word === "*") return "any";
  for (const [number, name] of PROTOCOL_NAMES) if (name === word) return number;
  return /^\d{1,3}$/.test(word) && Number(word) <= 255 ? Number(word) : void 0;
}
function parseIcmp(text) {
  const match = /^(\d{1,3})\s*(?:[:,]\s*(\d{1,3}|\*|any))?$/i.exec(text.trim());
  if (!match || Number(match[1]) > 255) return void 0;
  const code = match[2];
  if (code === void 0 || /^(\*|any)$/i.test(code)) return `${Number(match[1])}:*`;
  return Number(code) > 255 ? void 0 : `${Number(match[1])}:${Number(code)}`;
}
var icmpIncludes = (set, type) => set.length === 0 || set.includes(`${type}:*`);
var icmpTouches = (set, type) => set.length === 0 || set.some((entry) => entry.startsWith(`${type}:`));
var ruleTitle = ({ id, name }) => name.startsWith("@") && id !== null ? id : name;
var placeOf = (span) => span.origin.place(span.start, span.end, span.key);
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  ALL_PROFILES,
  ANY_ADDRESSES,
  ANY_PORTS,
  DOMAIN,
  NO_ADDRESSES,
  PART_NAMES,
  PRIVATE,
  PROFILES,
  PUBLIC,
  addressSet,
  addressTexts,
  changedRule,
  formatIPv4,
  formatIPv6,
  icmpIncludes,
  icmpTouches,
  includes,
  includesAddresses,
  intersect,
  intersectAddresses,
  isAnyAddress,
  isAnyPort,
  isEmpty,
  isNoAddress,
  makeRule,
  neutralPlace,
  neutralRule,
  parseAddressRange,
  parseAddresses,
  parseIPv4,
  parseIPv6,
  parseIcmp,
  parsePortRange,
  parsePorts,
  parseProtocol,
  partOf,
  placeOf,
  portSet,
  portTexts,
  profileBit,
  profileNames,
  protocolName,
  rangeText,
  ruleTitle,
  sampleAddress,
  subtract,
  subtractAddresses,
  touches,
  union,
  unionAddresses
});
