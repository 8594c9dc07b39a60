var import_shared_7KWAAULL = require("./shared-7KWAAULL.js");
var import_commands_check = require("./commands-check.js");
var import_shared_FPPTOWC4 = require("./shared-FPPTOWC4.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  MOST_ERRORS,
  literalOf
} = require("./shared-BQNSRFNC.js");
const {
  FIREWALL_COMMAND,
  toolScript,
  withoutGuards
} = require("./shared-ZQCIJUQQ.js");
const {
  adopt
} = require("./shared-72E42YUD.js");
const { parseYaml, prepareYaml } = require("./commands-check.js");
const {
  setRegistryValue
} = require("./shared-OK4NCRC5.js");
const {
  ALLOW_OR_BLOCK,
  addresses,
  direction,
  ignored,
  literalText,
  newDraft,
  ports,
  protocol,
  readAttributes,
  ruleOf,
  sizeOf,
  text,
  word
} = require("./shared-W3ZU3NDX.js");
const { effort } = require("./commands-check.js");
const {
  LOCAL,
  ScriptState
} = require("./shared-PKBIHDJU.js");
const {
  TOOL_ADDRESSES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
const { ALL_PROFILES } = require("./commands-check.js");
var PLACEHOLDER = "\uE000";
var MOST_OPEN = 200;
var ENDRAW = /\{%[-+]?\s{0,99}endraw\b/g;
function withoutJinja(source) {
  if (!source.includes("{")) return { text: source, regions: [] };
  const pieces = [];
  const regions = [];
  const open = [];
  let copied = 0;
  for (let at = source.indexOf("{"); at >= 0; at = source.indexOf("{", at)) {
    const kind = source[at + 1];
    const close = kind === "{" ? "}}" : kind === "%" ? "%}" : kind === "#" ? "#}" : void 0;
    if (close === void 0) {
      at++;
      continue;
    }
    const found = source.indexOf(close, at + 2);
    if (found < 0) break;
    const end = found + 2;
    const inner = source.slice(at + 2, found).replace(/^[-+]|[-+]$/g, "").trim();
    const word2 = /^\w+/.exec(inner)?.[0] ?? "";
    if (kind === "%" && word2 !== "raw" && word2 !== "endraw") follow(word2, inner, at, end);
    const blank = kind === "{" ? /[^\r\n]/g : /[^\r\n\t]/g;
    pieces.push(source.slice(copied, at), source.slice(at, end).replace(blank, kind === "{" ? PLACEHOLDER : " "));
    copied = end;
    at = end;
    if (kind === "%" && word2 === "raw") {
      ENDRAW.lastIndex = end;
      const close2 = ENDRAW.exec(source);
      if (!close2) break;
      at = close2.index;
    }
  }
  for (const { start, condition: condition2 } of open) regions.push({ start, end: source.length, condition: condition2 });
  pieces.push(source.slice(copied));
  return { text: pieces.join(""), regions: regions.sort((a, b) => a.start - b.start) };
  function follow(word2, inner, start, end) {
    const condition2 = inner.replace(/\s+/g, " ").slice(0, 120);
    if (word2 === "if" || word2 === "for" || word2 === "macro" || word2 === "call") {
      if (open.length < MOST_OPEN) open.push({ word: word2, start: end, condition: condition2 });
    } else if (word2 === "elif" || word2 === "else") {
      const last = open.pop();
      if (!last) return;
      regions.push({ start: last.start, end: start, condition: last.condition });
      open.push({ word: last.word, start: end, condition: word2 === "else" ? `else of ${last.condition.slice(0, 100)}` : condition2 });
    } else if (/^end(?:if|for|macro|call)$/.test(word2)) {
      const last = open.pop();
      if (last) regions.push({ start: last.start, end: start, condition: last.condition });
    }
  }
}
function conditions({ regions }) {
  let next = 0;
  let around = [];
  return (at) => {
    for (let region = regions[next]; region && region.start <= at; region = regions[++next]) {
      if (around.length > MOST_OPEN) around = around.filter(({ end }) => end > at);
      around.push(region);
    }
    around = around.filter(({ end }) => end > at);
    return around.length === 0 ? void 0 : around.slice(0, 5).map(({ condition: condition2 }) => condition2).join(" > ");
  };
}
var ORDERING = [
  "require",
  "require_in",
  "require_any",
  "watch",
  "watch_in",
  "watch_any",
  "prereq",
  "prereq_in",
  "listen",
  "listen_in",
  "use",
  "use_in",
  "order",
  "failhard",
  "reload_modules",
  "reload_grains",
  "reload_pillar",
  "retry",
  "parallel",
  "fire_event",
  "aggregate",
  "saltenv",
  "names",
  "comment"
];
var CONDITIONS = ["onlyif", "unless", "onchanges", "onchanges_any", "onchanges_in", "onfail", "onfail_any", "onfail_in", "check_cmd", "creates", "runas"];
var condition = (draft, value, { name }) => {
  draft.unmodelled.push(`condition=${name} ${literalText(value)}`.slice(0, 200));
};
var RULE = new Map([
  ...ORDERING.map((name) => [name, ignored]),
  ...CONDITIONS.map((name) => [name, condition]),
  ["name", text("name")],
  ["localport", ports("localPorts", TOOL_PORTS)],
  ["protocol", protocol()],
  ["action", word("action", ALLOW_OR_BLOCK)],
  ["dir", direction("in", "out")],
  ["remoteip", addresses("remoteAddresses", TOOL_ADDRESSES)]
]);
var STATE = /^(?:win_firewall|firewall)\.(\w+)$/;
var MARK = /\bwin_firewall(?:\.\w|\s*:)|\bfirewall\.(?:add_rule|delete_rule|enable|disable)\b/;
var isOurs = (text2) => MARK.test(text2) || /\bcmd\.(?:run|wait)\b/.test(text2) && FIREWALL_COMMAND.test(text2) || /\breg\.(?:present|absent)\b/.test(text2) && /\\(?:WindowsFirewall|FirewallPolicy)\b/i.test(text2);
var TOP = /^[^\s#\-}\]{%&*].*$/gm;
var salt = {
  id: "salt",
  title: "Salt state",
  store: "local",
  names: [],
  prepare: () => prepareYaml(),
  recognises: (file) => file.name.endsWith(".sls") && isOurs(file.text),
  parse(file) {
    const state = new ScriptState();
    const renderer = /^#!([^\r\n]*)/.exec(file.text)?.[1];
    if (renderer !== void 0 && !/yaml/.test(renderer)) {
      const message = `The renderer "${renderer.trim().slice(0, 60)}" is a program; what it makes cannot be known from the file.`;
      state.problem({ code: "requirement-unverifiable", message, source: file.span(0, renderer.length + 2) });
    } else readStates(file, state);
    return { path: file.path, format: salt.id, parts: state.parts(), problems: state.problems };
  }
};
function readStates(file, state) {
  const jinja = withoutJinja(file.text);
  const starts = [...jinja.text.matchAll(TOP)].map((match) => match.index);
  const known = /* @__PURE__ */ new Set();
  const registry = new RegistryPolicy(state.problems);
  const conditionAt = conditions(jinja);
  starts.forEach((start, i) => {
    const block = jinja.text.slice(start, starts[i + 1]);
    if (!isOurs(block)) return;
    const { documents, errors } = parseYaml({ text: block });
    for (const { message, start: at, end } of errors.slice(0, MOST_ERRORS)) {
      state.problem({ code: "file-unreadable", message: `Not readable as YAML: ${message}.`, source: file.span(start + at, start + Math.max(at, end)) });
    }
    const options = {
      offset: start,
      text: (node) => node.text.includes(PLACEHOLDER) ? void 0 : node.text,
      written: (node) => file.text.slice(start + node.start, start + node.end).replace(/^(["'])([^]*)\1$/, "$2")
    };
    for (const document of documents) {
      if (document.kind !== "map") continue;
      for (const { key, start: at, value } of document.entries) {
        const id = key.includes(PLACEHOLDER) ? file.text.slice(start + at, start + at + key.length) : key;
        if (value.kind === "scalar") stateCall(id, { name: value.text, start: start + at, value: literalOf(value, options) }, file, conditionAt, state, known, registry);
        if (value.kind !== "map") continue;
        for (const call of value.entries) stateCall(id, { name: call.key, start: call.start + start, value: literalOf(call.value, options) }, file, conditionAt, state, known, registry);
      }
    }
  });
  adopt(registry.parts(), void 0, state);
}
function stateCall(id, { name, start, value }, file, conditionAt, state, known, registry) {
  const items = value.kind === "list" ? value.items : [value];
  const source = file.span(start, Math.max(start, value.end), id);
  if (name === "module.run") {
    for (const [called2, parameters] of moduleCalls(items)) run(called2, parameters);
    return;
  }
  if (name === "cmd.run" || name === "cmd.wait") {
    command(parametersOf(items));
    return;
  }
  if (name === "reg.present" || name === "reg.absent") {
    registryValue(parametersOf(items), name === "reg.absent");
    return;
  }
  const short = items.find((item) => item.kind === "scalar");
  const called = STATE.exec(name)?.[1] ?? (name === "win_firewall" && short?.kind === "scalar" ? short.text : void 0);
  if (called !== void 0) run(called, parametersOf(items));
  function registryValue(parameters, isAbsent) {
    const value2 = (one) => parameters.get(one)?.value;
    const path = value2("name") ?? { kind: "scalar", text: id, start, end: start };
    const problems = [];
    const why = conditionsOf(parameters);
    const policy = why === void 0 ? registry : new RegistryPolicy(problems);
    setRegistryValue(policy, { path, name: value2("vname"), data: value2("vdata"), type: { kind: "scalar", text: literalText(value2("vtype") ?? path).replace(/^REG_/i, ""), start, end: start }, source, isAbsent }, problems);
    if (why !== void 0) adopt(policy.parts(), why, state);
    problems.forEach((problem) => state.problem(problem));
  }
  function conditionsOf(parameters) {
    const guards = CONDITIONS.flatMap((one) => {
      const said = parameters.get(one)?.value;
      return said ? [`${one} ${literalText(said)}`.slice(0, 200)] : [];
    });
    const around = conditionAt(start);
    return withoutGuards([...around === void 0 ? [] : [around], ...guards].join(" > "));
  }
  function command(parameters) {
    const names = parameters.get("names")?.value;
    const named = parameters.get("name")?.value ?? { kind: "scalar", text: id, start, end: start };
    const shell = /^(?:powershell|pwsh)/i.test(literalText(parameters.get("shell")?.value ?? named)) && parameters.has("shell") ? "powershell" : "cmd";
    const why = conditionsOf(parameters);
    for (const text2 of names?.kind === "list" ? names.items : [named]) toolScript({ text: text2, shell, condition: why, start: source.start, end: source.end }, file, state);
  }
  function run(called2, parameters) {
    const draft = readAttributes(newDraft(source), parameters.values(), called2 === "add_rule" ? RULE : new Map([...RULE, ["profile", ignored]]));
    const around = conditionAt(start);
    if (around !== void 0) draft.unmodelled.push(`condition=${around}`);
    const said = draft.values.name ?? id;
    const why = draft.unmodelled.length > 0 ? draft.unmodelled.join(", ").replaceAll("condition=", "") : void 0;
    if (called2 === "add_rule") {
      const names = parameters.get("names")?.value;
      const size = names ? [...parameters.values()].reduce((sum, entry) => entry.value === names ? sum : sum + sizeOf(entry.value), 0) : 0;
      for (const one of names?.kind === "list" ? names.items.map(literalText) : [said]) {
        if (!effort().copy(size)) {
          state.problem({ code: "requirement-unverifiable", message: "The names of this state make more rules than are followed; the rest is left out.", source });
          break;
        }
        if (known.has(one.toLowerCase())) continue;
        const rule = ruleOf(draft, { id: null, name: one, protocol: 6, direction: "inbound", action: "allow" });
        if (why === void 0 && rule.malformed === void 0) known.add(one.toLowerCase());
        state.rule(names?.kind === "list" ? { ...rule, name: one } : rule, LOCAL);
      }
      draft.problems.forEach((problem) => state.problem(problem));
    } else if (called2 === "delete_rule") {
      state.change({ kind: "remove", select: { names: [said] }, values: {}, condition: why, source }, LOCAL);
    } else if (/^(?:enable|disable)d?$/.test(called2)) {
      const profile = parameters.get("profile")?.value ?? parameters.get("name")?.value;
      const written = profile ? literalText(profile) : id;
      const bits = PROFILE_NAMES.get(written.toLowerCase()) ?? (profile === void 0 ? ALL_PROFILES : void 0);
      const setting = { value: called2.startsWith("enable"), source, ...why === void 0 ? {} : { condition: why } };
      if (bits !== void 0) state.configure(bits, "enabled", setting, LOCAL);
      else state.problem({ code: "requirement-unverifiable", message: `"${written}" is none of allprofiles, domainprofile, privateprofile, publicprofile.`, source });
    }
  }
}
var PROFILE_NAMES = /* @__PURE__ */ new Map([["allprofiles", ALL_PROFILES], ["domainprofile", 1], ["privateprofile", 2], ["publicprofile", 4]]);
function parametersOf(items) {
  const parameters = /* @__PURE__ */ new Map();
  for (const item of items) if (item.kind === "table") for (const [name, entry] of item.entries) parameters.set(name, entry);
  return parameters;
}
function moduleCalls(items) {
  const parameters = parametersOf(items);
  const named = parameters.get("name")?.value;
  const old = named?.kind === "scalar" ? STATE.exec(named.text)?.[1] : void 0;
  if (old !== void 0) {
    parameters.delete("name");
    const own = parameters.get("m_name");
    parameters.delete("m_name");
    if (own) parameters.set("name", { ...own, name: "name" });
    return [[old, parameters]];
  }
  return [...parameters.values()].flatMap(({ name, value }) => {
    const called = STATE.exec(name)?.[1];
    return called === void 0 ? [] : [[called, parametersOf(value.kind === "list" ? value.items : [value])]];
  });
}
module.exports = { salt };
