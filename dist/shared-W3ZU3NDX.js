const { MOST_UNMODELLED } = require("./commands-check.js");
const { ALL_PROFILES, PART_NAMES, addressSet, changedRule, isAnyAddress, isAnyPort, makeRule, parseAddresses, parseIcmp, parsePorts, parseProtocol, portSet } = require("./commands-check.js");
var MAX_DEPTH = 40;
function atoms(value) {
  if (value.kind === "scalar" || value.kind === "expression") return [value];
  return value.kind === "list" ? value.items.flatMap(atoms) : [];
}
var sizes = /* @__PURE__ */ new WeakMap();
function sizeOf(value) {
  if (value.kind === "scalar" || value.kind === "expression") return value.text.length + 1;
  if (value.kind === "nothing") return 1;
  let size = sizes.get(value);
  if (size === void 0) {
    size = 1;
    if (value.kind === "list") for (const item of value.items) size += sizeOf(item);
    else for (const entry of value.entries.values()) size += entry.name.length + sizeOf(entry.value);
    sizes.set(value, size);
  }
  return size;
}
function literalText(value) {
  if (value.kind === "scalar" || value.kind === "expression") return value.text;
  if (value.kind === "list") return value.items.map(literalText).join(",");
  return value.kind === "table" ? [...value.entries.values()].map((e) => `${e.name}=${literalText(e.value)}`).join(";") : "";
}
var newDraft = (source) => ({ source, values: {}, unmodelled: [], parts: [], problems: [] });
function readAttributes(draft, attributes, vocabulary) {
  for (const attribute of attributes) {
    const { name, value } = attribute;
    if (value.kind === "nothing") continue;
    const reader = vocabulary.get(name.toLowerCase());
    if (reader) reader(draft, value, attribute);
    else if (draft.unmodelled.length < MOST_UNMODELLED) draft.unmodelled.push(`${name}=${literalText(value)}`);
  }
  return draft;
}
function ruleOf(draft, base) {
  const { values, parts, source } = draft;
  const unmodelled = [...base.unmodelled ?? [], ...draft.unmodelled];
  const rule = makeRule({ ...base, ...values, unmodelled, source, parts: parts.length > 0 ? parts : void 0 });
  const hasPorts = [rule.localPorts, rule.remotePorts].some((set) => !isAnyPort(set) && set.ranges.length + set.keywords.length > 0);
  if (!hasPorts || rule.protocol === 6 || rule.protocol === 17 || rule.protocol === "unknown" || rule.malformed !== void 0) return rule;
  const message = `Rule "${rule.name}" names ports without protocol TCP or UDP.`;
  draft.problems.push({ code: "rule-malformed", message, source: partSpan(draft, "localPorts") ?? partSpan(draft, "remotePorts") ?? source });
  return changedRule(rule, { malformed: message });
}
function changedValues(draft) {
  const { id: _id, group: _group, platforms: _platforms, malformed: _malformed, source: _source, parts: _parts, ...values } = draft.values;
  return draft.unmodelled.length > 0 ? { ...values, unmodelled: draft.unmodelled } : values;
}
function refuse(draft, value, message) {
  draft.problems.push({ code: "rule-malformed", message, source: { ...draft.source, start: value.start, end: value.end } });
  draft.values.malformed ??= message;
}
function mark(draft, part, value) {
  draft.parts.push(PART_NAMES.indexOf(part), value.start, value.end);
}
function partSpan({ parts, source }, part) {
  const index = PART_NAMES.indexOf(part);
  for (let i = 0; i < parts.length; i += 3) {
    if (parts[i] === index) return { ...source, start: parts[i + 1], end: parts[i + 2] };
  }
  return void 0;
}
var ignored = () => {
};
var narrowing = (...neutral) => (draft, value, { name }) => {
  const text2 = literalText(value);
  if (text2 !== "" && !neutral.includes(text2.toLowerCase())) draft.unmodelled.push(`${name}=${text2}`);
};
var ipsecOnly = (...neutral) => (draft, value, attribute) => {
  const before = draft.unmodelled.length;
  narrowing(...neutral)(draft, value, attribute);
  if (draft.unmodelled.length > before) draft.values.ipsec = true;
};
var word = (part, words) => (draft, value, { name }) => {
  mark(draft, part, value);
  if (value.kind === "expression") {
    draft.values[part] = "unknown";
    return;
  }
  const said = value.kind === "scalar" ? words.get(value.text.trim().toLowerCase()) : void 0;
  if (said === void 0) refuse(draft, value, `${name} "${literalText(value)}" is none of ${[...words.keys()].join(", ")}.`);
  else draft.values[part] = said;
};
var direction = (inbound, outbound) => word("direction", /* @__PURE__ */ new Map([[inbound, "inbound"], [outbound, "outbound"]]));
var ALLOW_OR_BLOCK = /* @__PURE__ */ new Map([["allow", "allow"], ["block", "block"]]);
var TRUE_OR_FALSE = /* @__PURE__ */ new Map([["true", true], ["false", false]]);
var YES_OR_NO = /* @__PURE__ */ new Map([["true", true], ["false", false], ["yes", true], ["no", false]]);
var text = (part, ...any) => (draft, value, { name }) => {
  const said = literalText(value);
  mark(draft, part, value);
  if (any.includes(said.toLowerCase())) {
    if (part === "program" || part === "service") draft.values[part] = void 0;
    return;
  }
  if (value.kind === "expression" && (part === "program" || part === "service")) draft.unmodelled.push(`${name}=${said}`);
  else draft.values[part] = said;
};
var protocol = (words = NO_WORDS) => (draft, value, { name }) => {
  mark(draft, "protocol", value);
  if (value.kind === "expression") {
    draft.values.protocol = "unknown";
    return;
  }
  const said = literalText(value);
  const read = value.kind === "scalar" ? words.get(said.toLowerCase()) ?? parseProtocol(said) : void 0;
  if (read === void 0) refuse(draft, value, `${name} "${said}" is not a protocol.`);
  else draft.values.protocol = read;
};
var NO_WORDS = /* @__PURE__ */ new Map();
var ports = (part, keywords) => (draft, value, { name }) => {
  mark(draft, part, value);
  const { tokens, unresolved } = tokensOf(value);
  const { set, bad } = parsePorts(tokens, keywords);
  if (bad[0] !== void 0) refuse(draft, value, `${name} "${bad[0]}" is not a port, a range or a keyword.`);
  const open = [...unresolved, ...bad];
  if (open.length === 0 || isAnyPort(set) && tokens.length > bad.length) draft.values[part] = set;
  else draft.values[part] = isAnyPort(set) ? portSet([], [], open, open) : portSet(set.ranges, set.keywords, open, [...set.text ?? [], ...open]);
};
var addresses = (part, keywords) => (draft, value, { name }) => {
  mark(draft, part, value);
  const { tokens, unresolved } = tokensOf(value);
  const { set, bad } = parseAddresses(tokens, keywords);
  if (bad[0] !== void 0) refuse(draft, value, `${name} "${bad[0]}" is not an address, a subnet, a range or a keyword.`);
  const open = [...unresolved, ...bad];
  if (open.length === 0 || isAnyAddress(set) && tokens.length > bad.length) draft.values[part] = set;
  else if (isAnyAddress(set)) draft.values[part] = addressSet([], [], [], open, open);
  else draft.values[part] = addressSet(set.v4, set.v6, set.keywords, open, [...set.text ?? [], ...open]);
};
function tokensOf(value) {
  const tokens = [];
  const unresolved = [];
  for (const atom of atoms(value)) {
    if (atom.kind === "expression") unresolved.push(atom.text);
    else for (const token of atom.text.split(",")) if (token.trim() !== "") tokens.push(token.trim());
  }
  return { tokens, unresolved };
}
var icmp = (draft, value, { name }) => {
  mark(draft, "icmp", value);
  const { tokens, unresolved } = tokensOf(value);
  for (const token of unresolved) draft.unmodelled.push(`${name}=${token}`);
  if (tokens.some((token) => /^(any|\*)$/i.test(token))) return;
  const read = tokens.map(parseIcmp);
  const bad = read.indexOf(void 0);
  if (bad >= 0) refuse(draft, value, `${name} "${tokens[bad] ?? ""}" is not an ICMP type.`);
  else if (read.length > 0) draft.values.icmp = read;
};
var PROFILE_WORDS = /* @__PURE__ */ new Map([
  ["domain", 1],
  ["private", 2],
  ["public", 4],
  ["any", ALL_PROFILES],
  ["all", ALL_PROFILES],
  ["notapplicable", ALL_PROFILES]
]);
var profiles = (draft, value, { name }) => {
  mark(draft, "profiles", value);
  const { tokens, unresolved } = tokensOf(value);
  let set = 0;
  for (const token of tokens) {
    const bit = PROFILE_WORDS.get(token.toLowerCase());
    if (bit === void 0) refuse(draft, value, `${name} "${token}" is not a profile.`);
    set |= bit ?? 0;
  }
  for (const token of unresolved) draft.unmodelled.push(`${name}=${token}`);
  draft.values.profiles = unresolved.length > 0 || set === 0 ? ALL_PROFILES : set;
};
var interfaceTypes = (words) => (draft, value, { name }) => {
  mark(draft, "interfaceTypes", value);
  const { tokens, unresolved } = tokensOf(value);
  for (const token of unresolved) draft.unmodelled.push(`${name}=${token}`);
  if (tokens.some((token) => /^(any|all)$/i.test(token))) return;
  const read = tokens.map((token) => words.get(token.toLowerCase()));
  const bad = read.indexOf(void 0);
  if (bad >= 0) refuse(draft, value, `${name} "${tokens[bad] ?? ""}" is not an interface type.`);
  else if (read.length > 0) draft.values.interfaceTypes = read;
};
module.exports = { MAX_DEPTH, atoms, sizeOf, literalText, newDraft, readAttributes, ruleOf, changedValues, refuse, mark, ignored, narrowing, ipsecOnly, word, direction, ALLOW_OR_BLOCK, TRUE_OR_FALSE, YES_OR_NO, text, protocol, ports, addresses, icmp, PROFILE_WORDS, profiles, interfaceTypes };
