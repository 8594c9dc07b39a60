var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  embeddedFile
} = require("./shared-ROBIYB5E.js");
const { decode, prepareCodePage } = require("./commands-check.js");
const {
  DUMP_FIELDS,
  DUMP_VALUES,
  NETSH_LABELS
} = require("./shared-NTOGOGAC.js");
const {
  plain
} = require("./shared-5F73QLMG.js");
const { lineStarts } = require("./commands-check.js");
const {
  leftOutPackage
} = require("./shared-S4X6HF7D.js");
const {
  LOCAL,
  ScriptState
} = require("./shared-EQXGNMIV.js");
const {
  TOOL_ADDRESSES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, DOMAIN, PART_NAMES, PRIVATE, PROFILES, PUBLIC, addressSet, isAnyAddress, isAnyPort, makeRule, parseAddresses, parseIcmp, parsePorts, parseProtocol, portSet, profileBit } = require("./commands-check.js");
var DASHES = "\n----------------------------------------";
var RULE = /^[^\s-][^\r\n]{0,80}?(?:[:\uff1a]|[^\x00-\x7f])[ \u3000]{2,}\S[^\r\n]*\r?\n-{40,}[ \t]*\r?$/m;
var PROFILE = /^[^\s-][^\r\n]{2,80}\r?\n-{40,}[ \t]*\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}\S[^\r\n]{0,80}\r?\n\S[^\r\n]{0,80}?[ \t\u3000]{2,60}[^\s,]{1,60},[^\s,]{1,60}[ \t]*\r?$/m;
var CODE_PAGES = ["cp949", "cp932", "cp936", "cp950", "cp850", "cp437", "cp852", "cp866", "windows-1252", "windows-1251", "windows-1250"];
var netshDump = {
  id: "netsh-dump",
  title: "netsh advfirewall dump",
  store: "local",
  exported: true,
  names: [],
  prepare: async () => {
    await Promise.all(CODE_PAGES.map(prepareCodePage));
  },
  recognises(file) {
    const { head } = file;
    if (!head.includes(DASHES) || /^\s*[<{[]/.test(head)) return false;
    return RULE.test(head) || PROFILE.test(head);
  },
  parse
};
function parse(file, options) {
  const tables = [...NETSH_LABELS.values(), ...userTables(options.labels)];
  const words = new Words(tables);
  const readable = decoded(file, words);
  const state = new ScriptState();
  const { text } = readable;
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; at++) {
    if (!isDashes(lines[at + 1]?.text)) continue;
    const head = lines[at];
    if (head.text.trim() === "" || isDashes(head.text)) continue;
    let end = at + 2;
    while (end < lines.length && !isDashes(lines[end + 1]?.text) && !/^\s*$/.test(lines[end].text)) end++;
    const block = lines.slice(at, end);
    if (cut(head.text)?.value) readRule(block, words, state, readable);
    else readProfile(block, words, state, readable);
    at = end - 1;
  }
  return { path: file.path, format: netshDump.id, parts: state.parts(), problems: state.problems };
}
function linesOf(text) {
  const starts = lineStarts(text);
  return starts.map((start, index) => ({ text: text.slice(start, starts[index + 1] ?? text.length).replace(/[\r\n]+$/, ""), start }));
}
var isDashes = (text) => text !== void 0 && text.startsWith("--------------------") && /^-+\s*$/.test(text);
var Words = class {
  #labels = /* @__PURE__ */ new Map();
  #values = /* @__PURE__ */ new Map();
  constructor(tables) {
    for (const { labels, values } of tables) {
      for (const field of DUMP_FIELDS) for (const text of labels[field] ?? []) this.#labels.set(keyOf(text), field);
      for (const value of DUMP_VALUES) {
        for (const text of values[value] ?? []) {
          const key = keyOf(text);
          const set = this.#values.get(key);
          if (set) set.add(value);
          else this.#values.set(key, /* @__PURE__ */ new Set([value]));
        }
      }
    }
  }
  label(text) {
    return this.#labels.get(keyOf(text));
  }
  is(text, value) {
    return this.#values.get(keyOf(text))?.has(value) ?? false;
  }
  knows(text) {
    return this.#values.has(keyOf(text));
  }
  /** The first of these meanings that the text has. */
  oneOf(text, values) {
    const set = this.#values.get(keyOf(text));
    return set && values.find((value) => set.has(value));
  }
};
var keyOf = (text) => text.replace(/[\s\u3000\u00a0:\uff1a'\u2019-]+/g, "").toLowerCase();
function userTables(labels) {
  return [...labels?.values() ?? []].map((table) => {
    const part = (name) => {
      const inner = isObject(table) ? table[name] : void 0;
      const from = isObject(inner) ? inner : name === "labels" && isObject(table) ? table : {};
      return Object.fromEntries(Object.entries(from).flatMap(([key, value]) => {
        const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
        return texts.length > 0 ? [[key, texts]] : [];
      }));
    };
    return { labels: part("labels"), values: part("values") };
  });
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var PAGES_OF = new Map([
  ["ko", ["cp949"]],
  ["ja", ["cp932"]],
  ["zh-CN", ["cp936"]],
  ["zh-TW", ["cp950"]],
  ["ru", ["cp866", "windows-1251"]],
  ["en", ["cp437", "windows-1252"]],
  ...["de", "fr", "es", "it", "pt"].map((language) => [language, ["cp850", "windows-1252"]])
]);
function decoded(file, words) {
  if (file.encoding.startsWith("utf-")) return file;
  const head = file.bytes.subarray(0, 16384);
  const language = [...NETSH_LABELS].map(([id, table]) => ({ id, known: knownWords(file.head, new Words([table])) })).sort((a, b) => b.known - a.known)[0];
  const likely = language && language.known > 0 ? PAGES_OF.get(language.id) ?? [] : [];
  const configured = file.encoding === "windows-1252" ? [] : [file.encoding];
  const pages = [.../* @__PURE__ */ new Set([...configured, ...likely, "windows-1252", ...CODE_PAGES])];
  const scored = pages.map((page) => ({ page, known: knownWords(decode(head, page).text, words) }));
  const best = scored.reduce((a, b) => b.known > a.known ? b : a);
  if (best.page === file.encoding || best.known === 0) return file;
  const { text } = decode(file.bytes, best.page);
  return { ...embeddedFile(file, file.name, plain(text, 0)), origin: originOf(file.path, text), span: spanOf(originOf(file.path, text)) };
}
var spanOf = (origin) => (start, end, key) => ({ origin, start, end, key });
function knownWords(text, words) {
  let known = 0;
  for (const { text: line } of linesOf(text.slice(0, 8192))) {
    const pair = cut(line) ?? cutBlank(line);
    if (!pair) continue;
    if (words.label(pair.label) || words.knows(pair.label)) known++;
    for (const value of pair.value.split(/[,;]/)) if (words.knows(value)) known++;
  }
  return known;
}
function originOf(path, text) {
  const starts = lineStarts(text);
  const position = (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - starts[low] + 1];
  };
  return {
    path,
    place(start, end, key) {
      const [line, column] = position(start);
      const [endLine, endColumn] = position(Math.max(start, end));
      const place = { path, line, column, endLine, endColumn };
      return key === void 0 ? place : { ...place, key };
    },
    line(number) {
      const start = starts[number - 1];
      return start === void 0 ? void 0 : text.slice(start, starts[number]).replace(/[\r\n]+$/, "");
    }
  };
}
function cut(line) {
  const colon = /^([^\s:\uff1a][^:\uff1a]{0,60}?)[ \u3000]*[:\uff1a][ \u3000]*(.*)$/.exec(line);
  if (!colon) return void 0;
  const value = colon[2].trimEnd();
  return { label: colon[1], value, at: line.length - colon[2].length };
}
function cutBlank(line) {
  const blanks = /^(\S(?:[ \u3000]?\S){0,60})[ \t\u3000]{2,}(\S.*)$/.exec(line);
  return blanks ? { label: blanks[1], value: blanks[2].trimEnd(), at: line.length - blanks[2].length } : void 0;
}
function readRule(block, words, state, file) {
  const [head, , ...rest] = block;
  const raw = [];
  for (const line of [head, ...rest]) {
    const last = raw.at(-1);
    const pair = /^[ \t\u3000]{20,}/.test(line.text) ? void 0 : cut(line.text);
    if (pair) raw.push({ label: pair.label, value: pair.value, start: line.start + pair.at, end: line.start + pair.at + pair.value.length, more: [] });
    else if (last && line.text.trim() !== "") last.more.push(line.text.trim());
  }
  const { said, unplaced } = assign(raw, words);
  const first = raw[0];
  const source = file.span(head.start, Math.max(...raw.map(({ end }) => end)));
  const unmodelled = unplaced.filter(({ value }) => value !== "" && !words.is(value, "any") && !words.is(value, "notRequired")).map(({ label, value }) => `${label}=${value}`);
  if (unplaced.length === 0 && !VERBOSE_FIELDS.some((field) => said.has(field))) unmodelled.push("program and service=not in this dump");
  state.rule(ruleOf(said, first, source, unmodelled, words, state, file), targetOf(said, words));
}
var VERBOSE_FIELDS = ["program", "service", "remoteComputerGroup", "remoteUserGroup", "interfaceTypes", "security", "source"];
function assign(raw, words) {
  const fields = raw.map(({ label }, index) => index === 0 ? "name" : words.label(label));
  const taken = new Set(fields);
  for (let from2 = 0; from2 < fields.length; from2++) {
    if (fields[from2] !== void 0) continue;
    let to = from2;
    while (to < fields.length && fields[to] === void 0) to++;
    const low = DUMP_FIELDS.indexOf(fields[from2 - 1]);
    const high = to < fields.length ? DUMP_FIELDS.indexOf(fields[to]) : DUMP_FIELDS.length;
    const free = DUMP_FIELDS.slice(low + 1, high).filter((field) => !taken.has(field));
    if (free.length === to - from2) free.forEach((field, i) => {
      fields[from2 + i] = field;
    });
    from2 = to;
  }
  if (fields.includes(void 0)) byOrder(fields, raw);
  const said = /* @__PURE__ */ new Map();
  raw.forEach((entry, index) => {
    const field = fields[index];
    if (field !== void 0 && !said.has(field)) said.set(field, entry);
  });
  const from = Math.max(fields.indexOf("enabled"), 0);
  return { said, unplaced: raw.filter((_, index) => index > from && fields[index] === void 0) };
}
function byOrder(fields, raw) {
  const known = fields.indexOf("protocol");
  const protocolAt = known >= 0 ? known : raw.findIndex(({ value }, index) => index >= 6 && /^(?:tcp|udp|icmpv[46]|igmp|gre|ipv6|\d{1,3})$/i.test(value));
  if (protocolAt < 0) return;
  const put = (index, field) => {
    if (index > 0 && index < fields.length && fields[index] === void 0 && !fields.includes(field)) fields[index] = field;
  };
  const order = ["enabled", "direction", "profiles", "grouping", "localIp", "remoteIp"];
  order.forEach((field, i) => put(protocolAt - order.length + i, field));
  put(protocolAt, "protocol");
  let next = protocolAt + 1;
  if (/^(?:tcp|udp)$/i.test(raw[protocolAt]?.value ?? "")) {
    put(next++, "localPort");
    put(next++, "remotePort");
  }
  put(next++, "edge");
  const last = raw.length - 1;
  const added = PROGRAM.test(raw[next]?.value ?? "") ? ADDED.get(last - next) : last - next === 3 ? ADDED.get(3) : void 0;
  added?.forEach((field, i) => put(next + i, field));
  put(last, "action");
}
var PROGRAM = /[\\/]|\.exe$|^System$/i;
var ADDED = /* @__PURE__ */ new Map([
  [3, ["interfaceTypes", "security", "source"]],
  [4, ["program", "interfaceTypes", "security", "source"]],
  [5, ["program", "service", "interfaceTypes", "security", "source"]]
]);
function targetOf(said, words) {
  const source = said.get("source")?.value;
  return source !== void 0 && words.is(source, "groupPolicy") ? GROUP_POLICY : LOCAL;
}
var GROUP_POLICY = { store: "group-policy" };
var PART_OF = /* @__PURE__ */ new Map([
  ["name", "name"],
  ["grouping", "group"],
  ["direction", "direction"],
  ["action", "action"],
  ["enabled", "enabled"],
  ["protocol", "protocol"],
  ["localPort", "localPorts"],
  ["remotePort", "remotePorts"],
  ["profiles", "profiles"],
  ["localIp", "localAddresses"],
  ["remoteIp", "remoteAddresses"],
  ["program", "program"],
  ["service", "service"],
  ["interfaceTypes", "interfaceTypes"]
]);
var INTERFACES = [["lan", "lan"], ["wireless", "wireless"], ["ras", "remote-access"]];
function ruleOf(said, first, source, unmodelled, words, state, file) {
  const span = (at) => file.span(at.start, at.end);
  const unknown = (field, what) => {
    const at = said.get(field);
    const message = at ? `${what} "${at.value}" is not known in any language table.` : `${what} is not in this dump, or its label is not known.`;
    state.problem({ code: "requirement-unverifiable", message, source: at ? span(at) : source });
    return "unknown";
  };
  const word = (field, values) => {
    const at = said.get(field);
    return at && words.oneOf(at.value, values);
  };
  const enabled = word("enabled", ["yes", "no"]);
  const direction = word("direction", ["in", "out"]);
  const action = word("action", ["allow", "block", "bypass"]);
  const protocolText = said.get("protocol")?.value ?? "";
  const protocol = words.is(protocolText, "any") ? "any" : parseProtocol(protocolText) ?? NAMED_PROTOCOLS.get(protocolText.toLowerCase());
  const parts = [];
  for (const [field, part] of PART_OF) {
    const at = said.get(field);
    if (at) parts.push(PART_NAMES.indexOf(part), at.start, at.end);
  }
  const text = (field) => {
    const value = said.get(field)?.value;
    return value === void 0 || value === "" || words.is(value, "any") ? void 0 : value;
  };
  const security = text("security");
  if (security !== void 0 && !words.is(security, "notRequired")) unmodelled.push(`security=${security}`);
  for (const [field, key] of [["remoteComputerGroup", "rmtcomputergrp"], ["remoteUserGroup", "rmtusrgrp"]]) {
    const value = text(field);
    if (value !== void 0) unmodelled.push(`${key}=${value}`);
  }
  const isIcmp = protocol === 1 || protocol === 58;
  const rule = makeRule({
    name: first.value,
    group: text("grouping"),
    enabled: enabled === void 0 ? unknown("enabled", "Whether the rule is enabled") : enabled === "yes",
    direction: direction === void 0 ? unknown("direction", "The direction") : direction === "in" ? "inbound" : "outbound",
    action: action ?? unknown("action", "The action"),
    profiles: profilesOf(said.get("profiles"), words, unmodelled),
    protocol: protocol ?? unknown("protocol", "The protocol"),
    localPorts: portsOf(said.get("localPort"), words),
    remotePorts: portsOf(said.get("remotePort"), words),
    icmp: isIcmp ? icmpOf(said.get("protocol"), words, unmodelled) : [],
    localAddresses: addressesOf(said.get("localIp"), words),
    remoteAddresses: addressesOf(said.get("remoteIp"), words),
    program: text("program"),
    service: text("service"),
    interfaceTypes: interfacesOf(text("interfaceTypes"), words, unmodelled),
    unmodelled,
    // "Authenticate" and its kin; another word is one of "not required" that no table has, or nobody knows.
    ipsec: unmodelled.some((entry) => /^(?:security=aut|rmt)/i.test(entry)),
    source,
    parts,
    // No dump shows app packages, users and trust keywords; rules that have them stand in groups of Windows or of an app.
    partial: text("grouping") !== void 0
  });
  const left = leftOutPackage(rule, said.get("description")?.value);
  if (left !== void 0) unmodelled.push(`${left}=not in this dump`);
  return rule;
}
var NAMED_PROTOCOLS = /* @__PURE__ */ new Map([["hopopt", 0], ["igmp", 2], ["ipv6", 41], ["gre", 47]]);
var listOf = (said) => [said.value, ...said.more].join(",").split(/[,;\u3001\uff0c]/).map((text) => text.trim()).filter((text) => text !== "");
function profilesOf(said, words, unmodelled) {
  let set = 0;
  for (const text of said ? listOf(said) : []) {
    const profile = words.oneOf(text, PROFILES);
    if (profile) set |= profileBit(profile);
    else if (words.is(text, "any")) set |= ALL_PROFILES;
    else unmodelled.push(`profile=${text}`);
  }
  if (said && listOf(said).length === 3) {
    unmodelled.splice(0, unmodelled.length, ...unmodelled.filter((entry) => !entry.startsWith("profile=")));
    return ALL_PROFILES;
  }
  return set === 0 || unmodelled.some((entry) => entry.startsWith("profile=")) ? ALL_PROFILES : set;
}
function portsOf(said, words) {
  if (!said) return ANY_PORTS;
  const list = listOf(said);
  if (list.some((text) => words.is(text, "any"))) return ANY_PORTS;
  const { set, bad } = parsePorts(list, TOOL_PORTS);
  if (bad.length === 0) return set;
  return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...set.text ?? [], ...bad]);
}
function addressesOf(said, words) {
  if (!said) return ANY_ADDRESSES;
  const list = listOf(said).map((text) => words.is(text, "localSubnet") ? "LocalSubnet" : text.replace(/\/(?:32|255\.255\.255\.255)$/, "").replace(/^([^:]*:.*)\/128$/, "$1"));
  if (list.some((text) => words.is(text, "any"))) return ANY_ADDRESSES;
  const { set, bad } = parseAddresses(list, TOOL_ADDRESSES);
  if (bad.length === 0) return set;
  return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...set.text ?? [], ...bad]);
}
function icmpOf(said, words, unmodelled) {
  const types = [];
  for (const line of said?.more ?? []) {
    const [type = "", ...code] = line.split(/\s+/);
    if (words.is(type, "any")) return [];
    if (!/^\d+$/.test(type)) continue;
    const joined = code.join(" ");
    const read = parseIcmp(`${type}:${words.is(joined, "any") || joined === "" ? "*" : joined}`);
    if (read) types.push(read);
    else unmodelled.push(`icmp=${line}`);
  }
  return types;
}
function interfacesOf(text, words, unmodelled) {
  const types = [];
  for (const item of text?.split(/[,;]/) ?? []) {
    const found = INTERFACES.find(([value]) => words.is(item.trim(), value));
    if (found) types.push(found[1]);
    else unmodelled.push(`interfacetype=${item.trim()}`);
  }
  return types;
}
function readProfile(block, words, state, file) {
  const [head, , ...rest] = block;
  const lines = rest.map((line) => ({ line, pair: cutBlank(line.text) })).filter(({ pair }) => pair !== void 0);
  const policy = lines.find(({ pair }) => /^[^\s,]+,[^\s,]+$/.test(pair?.value ?? ""));
  if (!policy && !lines.some(({ pair }) => words.is(pair?.label ?? "", "state"))) return;
  const profile = profileOf(head.text, words);
  const source = (at) => file.span(at.line.start, at.line.start + at.line.text.trimEnd().length);
  if (profile === void 0) {
    state.problem({
      code: "requirement-unverifiable",
      message: `"${head.text.trim()}" names no profile that a language table has.`,
      source: file.span(head.start, head.start + head.text.length)
    });
    return;
  }
  const [first] = lines;
  if (first && first !== policy) {
    const value2 = words.oneOf(first.pair?.value ?? "", ["on", "off"]);
    if (value2) state.configure(profile, "enabled", { value: value2 === "on", source: source(first) }, LOCAL);
    else state.problem({ code: "requirement-unverifiable", message: `The state "${first.pair?.value ?? ""}" is not known in any language table.`, source: source(first) });
  }
  if (policy) {
    const [inbound = "", outbound = ""] = (policy.pair?.value ?? "").split(",");
    const into = words.oneOf(inbound, ["blockInbound", "blockInboundAlways", "allowInbound"]);
    const out = words.oneOf(outbound, ["allowOutbound", "blockOutbound"]);
    const at = source(policy);
    if (into) {
      state.configure(profile, "defaultInbound", { value: into === "allowInbound" ? "allow" : "block", source: at }, LOCAL);
      state.configure(profile, "blockAllInbound", { value: into === "blockInboundAlways", source: at }, LOCAL);
    }
    if (out) state.configure(profile, "defaultOutbound", { value: out === "allowOutbound" ? "allow" : "block", source: at }, LOCAL);
    if (!into || !out) state.problem({ code: "requirement-unverifiable", message: `The policy "${policy.pair?.value ?? ""}" is not known in any language table.`, source: at });
  }
  const merge = lines.find(({ pair }) => words.is(pair?.label ?? "", "localFirewallRules"));
  const value = merge && words.oneOf(merge.pair?.value ?? "", ["enable", "disable"]);
  if (merge && value) state.configure(profile, "allowLocalRules", { value: value === "enable", source: source(merge) }, GROUP_POLICY);
}
function profileOf(heading, words) {
  const texts = heading.replace(/[:\uff1a]/g, " ").trim().split(/[\s\u3000]+/);
  for (const text of texts) {
    const profile = words.oneOf(text, PROFILES);
    if (profile) return profileBit(profile);
  }
  const key = keyOf(heading);
  return PROFILE_STEMS.find(([stem]) => key.includes(stem))?.[1];
}
var PROFILE_STEMS = [
  ["dom\xE4nen", DOMAIN],
  ["\u30C9\u30E1\u30A4\u30F3", DOMAIN],
  ["\uB3C4\uBA54\uC778", DOMAIN],
  ["\u57DF\u914D\u7F6E", DOMAIN],
  ["\u7DB2\u57DF", DOMAIN],
  ["\u0434\u043E\u043C\u0435\u043D\u043D", DOMAIN],
  ["\u30D7\u30E9\u30A4\u30D9\u30FC\u30C8", PRIVATE],
  ["\uAC1C\uC778", PRIVATE],
  ["\u4E13\u7528", PRIVATE],
  ["\u79C1\u4EBA", PRIVATE],
  ["privat", PRIVATE],
  ["\u0447\u0430\u0441\u0442\u043D", PRIVATE],
  ["\u30D1\u30D6\u30EA\u30C3\u30AF", PUBLIC],
  ["\uACF5\uC6A9", PUBLIC],
  ["\u516C\u7528", PUBLIC],
  ["\xF6ffentlich", PUBLIC],
  ["public", PUBLIC],
  ["\u043E\u0431\u0449", PUBLIC]
];
module.exports = { netshDump };
