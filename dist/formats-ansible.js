var import_commands_check = require("./commands-check.js");
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
  adopt,
  embeddedFile,
  mappedValue
} = require("./shared-72E42YUD.js");
const {
  parseNetsh
} = require("./shared-7KWAAULL.js");
const { entryOf, parseYaml, prepareYaml } = require("./commands-check.js");
const {
  MapBuilder,
  parsePowerShell
} = require("./shared-FPPTOWC4.js");
const {
  dscFirewall,
  dscProfile
} = require("./shared-7TLNK5UH.js");
const {
  setRegistryValue
} = require("./shared-OK4NCRC5.js");
const {
  ALLOW_OR_BLOCK,
  MAX_DEPTH,
  PROFILE_WORDS,
  addresses,
  changedValues,
  direction,
  icmp,
  ignored,
  interfaceTypes,
  ipsecOnly,
  literalText,
  newDraft,
  ports,
  profiles,
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
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
const { ALL_PROFILES } = require("./commands-check.js");
var Variables = class _Variables {
  #own;
  #outer;
  constructor(own, outer) {
    this.#own = own;
    this.#outer = outer;
  }
  /** With these in front; one without a value hides what is known of that name. */
  with(own) {
    return new _Variables(own, this);
  }
  get(name) {
    return this.#own.has(name) ? this.#own.get(name) : this.#outer?.get(name);
  }
};
var ansibleLiteral = (node) => literalOf(node, { text: (node2) => /\{[{%]/.test(node2.text) ? void 0 : yaml11(node2) });
function yaml11({ text: text2, quoted, value }) {
  if (quoted || !/^[\d:_]+$/.test(text2)) return typeof value === "number" && Number.isInteger(value) && !quoted ? String(value) : text2;
  if (/^[1-9][\d_]*(?::[0-5]?\d)+$/.test(text2)) return String(text2.replaceAll("_", "").split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
  if (/^0[0-7_]+$/.test(text2)) return String(Number.parseInt(text2.replaceAll("_", ""), 8));
  return /^[1-9][\d_]*$/.test(text2) ? text2.replaceAll("_", "") : text2;
}
var PATH = /^\s*([A-Za-z_]\w*)((?:\s*(?:\.\s*[A-Za-z_]\w*|\[\s*(?:\d+|'[^']*'|"[^"]*")\s*\]))*)((?:\s*\|\s*\w+(?:\([^()]*\))?)*)\s*$/;
var STEP = /\.\s*([A-Za-z_]\w*)|\[\s*(?:(\d+)|'([^']*)'|"([^"]*)")\s*\]/g;
function filled(value, variables, depth = 0) {
  if (depth > MAX_DEPTH) return value;
  if (value.kind === "list") return { ...value, items: value.items.map((item) => filled(item, variables, depth + 1)) };
  if (value.kind === "table") return { ...value, entries: new Map([...value.entries].map(([key, entry]) => [key, { ...entry, value: filled(entry.value, variables, depth + 1) }])) };
  if (value.kind !== "expression" || value.text.length > 1e4) return value;
  const { text: text2, start, end } = value;
  const marks = marksOf(text2);
  const [first] = marks;
  if (!first || text2.includes("{%")) return value;
  if (marks.length === 1 && first.end - first.start === text2.trim().length) {
    const whole = lookUp(first.inner, variables);
    return whole === void 0 || !effort().copy(sizeOf(whole)) ? value : filled(whole, variables, depth + 1);
  }
  let said = "";
  let from = 0;
  for (const mark of marks) {
    const found = lookUp(mark.inner, variables);
    const known = found && effort().copy(sizeOf(found)) ? filled(found, variables, depth + 1) : void 0;
    if (known?.kind !== "scalar" || said.length > 1e4) return value;
    said += text2.slice(from, mark.start) + known.text;
    from = mark.end;
  }
  return { kind: "scalar", text: said + text2.slice(from), start, end };
}
function marksOf(text2) {
  const marks = [];
  for (let start = text2.indexOf("{{"); start >= 0; ) {
    const close = text2.indexOf("}}", start + 2);
    if (close < 0) break;
    marks.push({ start, end: close + 2, inner: text2.slice(start + 2, close) });
    start = text2.indexOf("{{", close + 2);
  }
  return marks;
}
function lookUp(inner, variables) {
  if (inner.length > 500) return void 0;
  const [, name = "", path = "", filters = ""] = PATH.exec(inner) ?? [];
  let value = variables.get(name);
  const isKnown = value !== void 0;
  for (const [, word2, index, single, double] of path.matchAll(STEP)) {
    const key = word2 ?? single ?? double;
    if (value?.kind === "table") value = key === void 0 ? void 0 : value.entries.get(key)?.value;
    else if (value?.kind === "list") value = index === void 0 ? void 0 : value.items[Number(index)];
    else return void 0;
  }
  for (const [, filter = "", given = ""] of filters.matchAll(/\|\s*(\w+)(?:\(([^()]*)\))?/g)) {
    if (filter === "default" || filter === "d") value = isKnown ? orDefault(value, given) : void 0;
    else value = value && filteredBy(filter, value);
  }
  return value;
}
function orDefault(value, given) {
  const [, text2, double, word2, falsy] = /^\s*(?:'([^']*)'|"([^"]*)"|(\w+))?\s*(?:,\s*(?:boolean\s*=\s*)?(true)\s*)?$/i.exec(given) ?? ["?", void 0, void 0, void 0, void 0];
  const isEmpty = value?.kind === "scalar" && value.text === "";
  if (value && !(isEmpty && falsy !== void 0)) return value;
  const [start, end] = [value?.start ?? 0, value?.end ?? 0];
  if (word2 === "omit") return { kind: "nothing", start, end };
  const said = text2 ?? double ?? (word2 !== void 0 && /^(?:\d+|true|false|yes|no)$/i.test(word2) ? word2 : void 0);
  return said === void 0 ? void 0 : { kind: "scalar", text: said, start, end };
}
function filteredBy(filter, value) {
  const { start, end } = value;
  if (filter === "string" || filter === "bool" || filter === "trim" || filter === "list") return value;
  if (filter === "int") return value.kind === "scalar" && /^\d+$/.test(value.text) ? value : void 0;
  if (filter === "lower" || filter === "upper") return value.kind === "scalar" ? { ...value, text: filter === "lower" ? value.text.toLowerCase() : value.text.toUpperCase() } : void 0;
  if (filter === "join") return value.kind === "list" && value.items.every((item) => item.kind === "scalar") ? { kind: "scalar", text: literalText(value), start, end } : void 0;
  if (filter !== "dict2items" || value.kind !== "table") return void 0;
  return { kind: "list", start, end, items: [...value.entries.values()].map(pair) };
}
function pair({ name, start, value }) {
  const key = { kind: "scalar", text: name, start, end: start + name.length };
  return { kind: "table", start, end: Math.max(start, value.end), entries: /* @__PURE__ */ new Map([["key", { name: "key", start, value: key }], ["value", { name: "value", start, value }]]) };
}
function keyValues(text2) {
  const found = [];
  if (text2.length > 8e3) return found;
  const argument = /(?<!\w)([A-Za-z_]\w*)=("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|(?:\{\{(?:[^}]|\}(?!\}))*\}\}|[^\s"'])*)/g;
  for (const match of text2.matchAll(argument)) {
    const [all, name = "", raw = ""] = match;
    const quoted = /^(["'])([^]*)\1$/.exec(raw);
    const valueStart = match.index + name.length + 1;
    found.push({ name, value: quoted ? quoted[2].replace(/\\(["'\\])/g, "$1") : raw, start: match.index, valueStart, end: match.index + all.length });
  }
  return found;
}
var BOOLEANS = /* @__PURE__ */ new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["1", true],
  ["t", true],
  ["y", true],
  ["false", false],
  ["no", false],
  ["off", false],
  ["0", false],
  ["f", false],
  ["n", false]
]);
var RULE = new Map([
  ["module", ignored],
  ["state", ignored],
  ["description", ignored],
  ["edge", ignored],
  ["force", ignored],
  ["name", text("name")],
  ["group", text("group")],
  ["program", text("program", "any")],
  ["service", text("service", "any")],
  ...["enabled", "enable"].map((name) => [name, word("enabled", BOOLEANS)]),
  ...["profiles", "profile"].map((name) => [name, profiles]),
  ["direction", direction("in", "out")],
  ["action", word("action", ALLOW_OR_BLOCK)],
  ["protocol", protocol()],
  ["localport", ports("localPorts", TOOL_PORTS)],
  ["remoteport", ports("remotePorts", TOOL_PORTS)],
  ["localip", addresses("localAddresses", TOOL_ADDRESSES)],
  ["remoteip", addresses("remoteAddresses", TOOL_ADDRESSES)],
  ["icmp_type_code", icmp],
  ["interfacetypes", interfaceTypes(TOOL_INTERFACES)],
  ["security", ipsecOnly("notrequired")]
]);
function firewallRule({ attributes, source, condition, state, made }) {
  const draft = readAttributes(newDraft(source), attributes.values(), RULE);
  draft.problems.forEach((problem) => state.problem(problem));
  const { name, group } = draft.values;
  const said = attributes.get("state")?.value;
  const target = said && said.kind !== "nothing" ? literalText(said).toLowerCase() : "present";
  const named = attributes.get("name")?.value;
  const conditions = [...condition === void 0 ? [] : [condition], ...said?.kind === "expression" ? [`state ${target}`] : []];
  const why = conditions.length > 0 ? conditions.join(" > ") : void 0;
  if (name === void 0 && group === void 0) {
    state.problem({ code: "rule-malformed", message: "win_firewall_rule has neither name nor group.", source });
    return;
  }
  const select = name === void 0 ? { groups: [group] } : { names: [name] };
  const isKnown = name === void 0 || named?.kind === "scalar";
  if (target === "absent") {
    if (!isKnown) {
      state.problem({ code: "requirement-unverifiable", message: `This task removes the rule ${name}, whose name the file does not decide.`, source });
      return;
    }
    state.change({ kind: "remove", select, values: {}, condition: why, source }, LOCAL);
    if (why === void 0) made.delete(name?.toLowerCase() ?? "");
    return;
  }
  if (target !== "present" && said?.kind === "scalar") {
    state.problem({ code: "rule-malformed", message: `state "${target}" is none of present, absent.`, source: { ...source, start: said.start, end: said.end } });
    return;
  }
  const key = name?.toLowerCase() ?? "";
  if (name === void 0 || isKnown && made.has(key)) {
    if (draft.values.malformed === void 0) state.change({ kind: "set", select, values: changedValues(draft), condition: why, source }, LOCAL);
    return;
  }
  if (why !== void 0) draft.unmodelled.push(`condition=${why}`);
  else if (isKnown && draft.values.malformed === void 0) made.add(key);
  const before = draft.problems.length;
  state.rule(ruleOf(draft, { id: null, name }), LOCAL);
  draft.problems.slice(before).forEach((problem) => state.problem(problem));
}
function firewall({ attributes, source, condition, state }) {
  const span = ({ start, value: value2 }) => ({ ...source, start, end: value2.end });
  const setting = (value2, entry) => ({ value: value2, source: span(entry), ...condition === void 0 ? {} : { condition } });
  let bits = 0;
  const named = attributes.get("profiles") ?? attributes.get("profile");
  const list = named?.value;
  for (const item of list?.kind === "list" ? list.items : list && list.kind !== "nothing" ? literalText(list).split(",").map((text2) => ({ ...list, kind: list.kind === "expression" ? "expression" : "scalar", text: text2.trim() })) : []) {
    const bit = item.kind === "scalar" ? PROFILE_WORDS.get(item.text.toLowerCase()) : void 0;
    if (bit !== void 0) bits |= bit;
    else if (named) state.problem({ code: "requirement-unverifiable", message: `Profile ${literalText(item)} is not known from the file.`, source: span(named) });
  }
  if (!named) bits = ALL_PROFILES;
  const switched = attributes.get("state");
  const value = switched ? literalText(switched.value).toLowerCase() : "";
  if (switched && (value === "enabled" || value === "disabled")) state.configure(bits, "enabled", setting(value === "enabled", switched), LOCAL);
  else if (switched?.value.kind === "expression") state.problem({ code: "requirement-unverifiable", message: `state ${value} is not known from the file.`, source: span(switched) });
  else state.problem({ code: "rule-malformed", message: "win_firewall needs state enabled or disabled.", source: switched ? span(switched) : source });
  if (value !== "enabled") return;
  for (const [option, key] of [["inbound_action", "defaultInbound"], ["outbound_action", "defaultOutbound"]]) {
    const entry = attributes.get(option);
    const action = entry ? literalText(entry.value).toLowerCase() : "";
    if (entry && (action === "allow" || action === "block")) state.configure(bits, key, setting(action, entry), LOCAL);
    else if (entry && action === "not_configured") state.configure(bits, key, void 0, LOCAL);
    else if (entry) state.problem({ code: "requirement-unverifiable", message: `${option} ${action} is not known from the file.`, source: span(entry) });
  }
}
var NOTHING = { kind: "nothing", start: 0, end: 0 };
var MOST_NAMES = 200;
function ansibleShell({ name, text: text2, node, variables, condition, file, state, attributes }) {
  const script = text2 ?? scriptOf(node);
  if (!script) return;
  const executable = attributes.get("executable")?.value;
  const isCmd = name === "win_command" || executable?.kind === "scalar" && /\bcmd(?:\.exe)?$/i.test(executable.text);
  const mark = isCmd ? /\bnetsh/i : /NetFirewall|\bnetsh\b|FirewallPolicy|WindowsFirewall/i;
  if (!mark.test(script.text) && !script.text.includes("{{")) return;
  const names = /* @__PURE__ */ new Map();
  const filledIn = templated(mappedValue(file.text, script.start, script.end, script.text), variables, isCmd, names);
  if (!mark.test(filledIn.text)) return;
  const mapped = name === "win_powershell" ? withParameters(filledIn, filled(attributes.get("parameters")?.value ?? NOTHING, variables)) : filledIn;
  const { parts, problems } = isCmd ? parseNetsh(embeddedFile(file, "script.cmd", mapped)) : parsePowerShell(embeddedFile(file, "script.ps1", mapped));
  const told = (message) => [...names].reduce((said, [made, written]) => said.replaceAll(made, () => written), message);
  problems.forEach((problem) => state.problem(names.size > 0 ? { ...problem, message: told(problem.message) } : problem));
  adopt(parts, condition, state);
}
function scriptOf(node) {
  for (const key of ["script", "cmd", "_raw_params"]) {
    const value = entryOf(node, key)?.value;
    if (value?.kind === "scalar") return value;
  }
  return void 0;
}
function templated(script, variables, isCmd, names) {
  const { text: text2 } = script;
  const marks = marksOf(text2);
  if (marks.length === 0) return script;
  const builder = new MapBuilder();
  let from = 0;
  for (const { start, end, inner } of marks) {
    const value = filled({ kind: "expression", text: `{{${inner}}}`, start: 0, end: 0 }, variables);
    const name = inner.trim().replace(/[^\w.\-[\] ]/g, "_");
    const inQuotes = !isCmd && text2[start - 1] === "'" && text2[end] === "'";
    const said = value.kind === "scalar" ? value.text : isCmd ? `%${name}%` : `\${${name}}`;
    if (value.kind !== "scalar" && names.size < MOST_NAMES) names.set(said, text2.slice(start, end));
    const quotes = inQuotes && value.kind !== "scalar" ? 1 : 0;
    builder.literal(script, from, start - quotes);
    const place = placeOf(script, start - quotes, end + quotes);
    builder.fixed(quotes ? `"${said}"` : said, place.start, place.end);
    from = end + quotes;
  }
  builder.literal(script, from, text2.length);
  return builder.build();
}
function withParameters(script, given) {
  if (given.kind !== "table") return script;
  const words = [...given.entries.values()].flatMap(({ name, value }) => {
    const items = value.kind === "list" ? value.items : [value];
    if (!/^\w+$/.test(name) || items.some((item) => item.kind !== "scalar")) return [];
    const texts = items.map((item) => /^(?:true|false)$/i.test(literalText(item)) ? `$${literalText(item)}` : `'${literalText(item).replaceAll("'", "''")}'`);
    return [`$${name} = ${value.kind === "list" ? `@(${texts.join(", ")})` : texts.join("")}`];
  });
  const { text: text2 } = script;
  const at = paramEnd(text2);
  const builder = new MapBuilder();
  builder.literal(script, 0, at);
  builder.fixed(`
${words.join("\n")}
`, given.start, given.end);
  builder.literal(script, at, text2.length);
  return builder.build();
}
function paramEnd(text2) {
  const open = /^[^({]{0,2000}?\bparam\s{0,50}\(|^(?:\s|\[[^\]]{0,500}\]|#[^\n]{0,500}\n){0,50}param\s{0,50}\(/i.exec(text2);
  if (!open) return 0;
  let depth = 1;
  for (let at = open[0].length; at < text2.length; at++) {
    if (text2[at] === "(") depth++;
    else if (text2[at] === ")" && --depth === 0) return at + 1;
  }
  return 0;
}
function placeOf(script, start, end) {
  const piece = new MapBuilder();
  piece.literal(script, start, end);
  const { pieces, text: text2 } = piece.build();
  const last = pieces.length - 3;
  const from = pieces[1];
  const to = pieces[last + 1] + text2.length - pieces[last];
  return { start: from, end: Math.max(from, to) };
}
var MODULES = /* @__PURE__ */ new Map([
  ["win_firewall_rule", { run: firewallRule }],
  ["win_firewall", { run: firewall }],
  ["win_dsc", { run: dsc }],
  ["win_regedit", { run: regedit }],
  ["win_shell", { takesText: true, run: ansibleShell }],
  ["win_powershell", { takesText: true, run: ansibleShell }],
  ["win_command", { takesText: true, run: ansibleShell }],
  // Over WinRM a raw command goes to PowerShell too.
  ["raw", { takesText: true, run: ansibleShell }]
]);
function dsc({ attributes, source, condition, state }) {
  const resource = attributes.get("resource_name")?.value;
  const name = resource?.kind === "scalar" ? resource.text.toLowerCase() : "";
  const properties = new Map([...attributes].filter(([key]) => key !== "resource_name" && key !== "module_version"));
  if (/^x?firewall$/.test(name)) {
    const { rule, change, problems } = dscFirewall(properties, source, condition);
    if (rule) state.rule(rule, LOCAL);
    if (change) state.change(change, LOCAL);
    problems.forEach((problem) => state.problem(problem));
  } else if (/^x?firewallprofile$/.test(name)) {
    const { profile, settings, problems } = dscProfile(properties, source);
    problems.forEach((problem) => state.problem(problem));
    for (const [key, setting] of Object.entries(settings)) {
      const said = condition === void 0 ? setting : { ...setting, condition };
      if (profile) state.configure(PROFILE_WORDS.get(profile) ?? 0, key, said, LOCAL);
    }
  }
}
function regedit({ attributes, source, condition, state, registry }) {
  const value = (...names) => names.map((name) => attributes.get(name)?.value).find((found) => found !== void 0);
  const path = value("path", "key");
  if (!path) return;
  const said = value("state");
  const problems = [];
  const policy = condition === void 0 ? registry : new RegistryPolicy(problems);
  setRegistryValue(policy, {
    path,
    name: value("name", "entry", "value"),
    data: value("data"),
    type: value("type", "datatype"),
    source,
    isAbsent: said !== void 0 && literalText(said).toLowerCase() === "absent"
  }, problems);
  if (condition !== void 0) adopt(policy.parts(), condition, state);
  problems.forEach((problem) => state.problem(problem));
}
var MOST_UNROLLED = 1e4;
var NOTHING2 = { variables: new Variables(/* @__PURE__ */ new Map()), conditions: [], defaults: /* @__PURE__ */ new Map(), depth: 0 };
function assignedNames(documents) {
  const names = /* @__PURE__ */ new Set();
  let all = false;
  const waiting = [...documents];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === "scalar") continue;
    if (node.kind === "list") {
      waiting.push(...node.items);
      continue;
    }
    for (const { key, value } of node.entries) {
      const short = shortName(key);
      if (short === "set_fact" && value.kind === "map") for (const entry of value.entries) names.add(entry.key);
      else if (short === "register" && value.kind === "scalar") names.add(value.text);
      else if (short === "include_vars") all = true;
      waiting.push(value);
    }
  }
  return { names, all };
}
var shortName = (name) => name.slice(name.lastIndexOf(".") + 1);
var TASK_LISTS = ["pre_tasks", "tasks", "post_tasks", "handlers"];
var Player = class {
  #file;
  #state;
  #registry;
  #assigned;
  /** Display names of rules that the play has surely made: the next task of that name changes the rule. */
  #made = /* @__PURE__ */ new Set();
  #unrolled = 0;
  /** Whether it was told that loops were not followed to their end. */
  #isCut = false;
  constructor(file, state, registry, documents) {
    this.#file = file;
    this.#state = state;
    this.#registry = registry;
    this.#assigned = assignedNames(documents);
  }
  document(root) {
    if (root.kind === "map") this.#item(root, NOTHING2);
    else if (root.kind === "list") for (const item of root.items) this.#item(item, NOTHING2);
  }
  #item(node, around) {
    if (node.kind !== "map") return;
    const isPlay = entryOf(node, "hosts") !== void 0 || TASK_LISTS.some((list) => entryOf(node, list) !== void 0);
    if (!isPlay) {
      this.#task(node, around);
      return;
    }
    this.#made = /* @__PURE__ */ new Set();
    const open = entryOf(node, "vars_files") !== void 0 || entryOf(node, "vars_prompt") !== void 0;
    const inner = { ...this.#inside(node, around, open), depth: around.depth + 1 };
    for (const list of TASK_LISTS) this.#tasks(entryOf(node, list)?.value, list === "handlers" ? under(inner, "handler") : inner);
  }
  #tasks(node, around) {
    if (node?.kind === "list") for (const item of node.items) this.#task(item, around);
  }
  /** `vars` and `module_defaults` of a play, block or task. */
  #inside(node, around, open = false) {
    const said = entryOf(node, "vars")?.value;
    let { variables, defaults } = around;
    if (said?.kind === "map") {
      const isOpen = (name) => open || this.#assigned.all || this.#assigned.names.has(name);
      variables = variables.with(new Map(said.entries.map(({ key, value }) => [key, isOpen(key) ? void 0 : ansibleLiteral(value)])));
    }
    const modules = entryOf(node, "module_defaults")?.value;
    if (modules?.kind === "map") defaults = new Map([...defaults, ...modules.entries.filter((e) => MODULES.has(shortName(e.key))).map((e) => [shortName(e.key), ansibleLiteral(e.value)])]);
    return { ...around, variables, defaults };
  }
  #task(node, outer) {
    if (node.kind !== "map" || outer.depth > MAX_DEPTH) return;
    const conditioned = this.#conditioned(node, outer);
    if (!conditioned) return;
    const around = this.#inside(node, conditioned);
    const block = entryOf(node, "block");
    if (block) {
      const inner = { ...around, depth: around.depth + 1 };
      this.#tasks(block.value, inner);
      this.#tasks(entryOf(node, "rescue")?.value, under(inner, "rescue"));
      this.#tasks(entryOf(node, "always")?.value, inner);
      return;
    }
    const loop = node.entries.find(({ key }) => key === "loop" || key.startsWith("with_"));
    for (const { key, value, start } of node.entries) {
      const short = shortName(key);
      const module2 = MODULES.get(short);
      if (module2) this.#loop(node, loop, around, (inner, why) => this.#run(short, module2, value, start, node, inner, why));
      else if (key === "action" || key === "local_action") this.#action(value, start, node, loop, key === "action" ? around : under(around, "local_action"));
    }
  }
  /** `action: MODULE name=x \u2026`, or a map with `module`. */
  #action(value, start, node, loop, around) {
    const named = value.kind === "map" ? entryOf(value, "module")?.value : value;
    if (named?.kind !== "scalar") return;
    const name = /^\s*(\S+)\s*/.exec(named.text);
    const short = shortName(name?.[1] ?? "");
    const module2 = MODULES.get(short);
    if (!module2) return;
    const rest = value.kind === "map" ? value : { ...named, value: "", text: named.text.slice(name?.[0].length), start: named.start + (name?.[0].length ?? 0) };
    this.#loop(node, loop, around, (inner, why) => this.#run(short, module2, rest, start, node, inner, why));
  }
  /** The surroundings with the conditions of a task; undefined when it never runs. */
  #conditioned(node, around) {
    const conditions = [];
    const when = entryOf(node, "when")?.value;
    for (const said of when?.kind === "list" ? when.items : when ? [when] : []) {
      const condition = said.kind === "scalar" ? said.text.trim() : "";
      if (/^(?:false|no|off)$/i.test(condition)) return void 0;
      if (!/^(?:true|yes|on|)$/i.test(condition)) conditions.push(condition);
    }
    const more = conditions.length > 0 ? [`when ${conditions.join(" and ")}`] : [];
    const tags = entryOf(node, "tags")?.value;
    if (tags && /(?:^|,)\s*never\s*(?:,|$)/.test(literalText(ansibleLiteral(tags)))) more.push("tag never");
    const delegate = entryOf(node, "delegate_to")?.value;
    if (delegate) more.push(`delegate_to ${literalText(ansibleLiteral(delegate))}`);
    const check = entryOf(node, "check_mode")?.value;
    if (check?.kind === "scalar" && BOOLEANS.get(check.text.toLowerCase()) === true) more.push("check_mode");
    return more.length === 0 ? around : { ...around, conditions: [...around.conditions, ...more.map((text2) => text2.replace(/\s+/g, " ").slice(0, 200))].slice(-8) };
  }
  /** Runs a task once for each item of its loop, as far as the file lists them. */
  #loop(node, loop, around, run) {
    if (!loop) {
      run(around, void 0);
      return;
    }
    const control = entryOf(node, "loop_control")?.value;
    const variable = entryOf(control, "loop_var")?.value;
    const name = variable?.kind === "scalar" ? variable.text : "item";
    const list = filled(ansibleLiteral(loop.value), around.variables);
    const items = itemsOf(loop.key, list);
    if (!items) {
      run({ ...around, variables: around.variables.with(/* @__PURE__ */ new Map([[name, void 0]])) }, `${loop.key} ${literalText(list)}`.replace(/\s+/g, " ").slice(0, 200));
      return;
    }
    const size = node.entries.reduce((sum, { value }) => value === loop.value ? sum : sum + sizeOf(ansibleLiteral(value)), 0);
    for (const item of items) {
      if (++this.#unrolled > MOST_UNROLLED || !effort().copy(size)) {
        if (!this.#isCut) this.#state.problem({ code: "requirement-unverifiable", message: "The loops of this file make more rules than are followed; the rest is left out.", source: this.#file.span(loop.start, loop.end) });
        this.#isCut = true;
        return;
      }
      run({ ...around, variables: around.variables.with(/* @__PURE__ */ new Map([[name, item]])) }, void 0);
    }
  }
  #run(name, module2, value, start, node, around, loop) {
    const given = /* @__PURE__ */ new Map();
    const add = (entries) => {
      for (const { name: key, start: at, value: said2 } of entries) given.set(key.toLowerCase(), { name: key, start: at, value: filled(said2, around.variables) });
    };
    const conditions = loop === void 0 ? [...around.conditions] : [...around.conditions, loop];
    const defaults = around.defaults.get(name);
    if (defaults?.kind === "table") {
      if (effort().copy(sizeOf(defaults))) add(defaults.entries.values());
      else conditions.push("module_defaults that are too large to be followed");
    }
    const args = entryOf(node, "args")?.value;
    const more = args && ansibleLiteral(args);
    if (more?.kind === "table") add(more.entries.values());
    const said = value.kind === "scalar" ? void 0 : ansibleLiteral(value);
    if (said?.kind === "table") add(said.entries.values());
    else if (value.kind === "scalar" && !module2.takesText) add(this.#freeForm(value));
    module2.run({
      attributes: given,
      text: value.kind === "scalar" ? value : void 0,
      node: value,
      variables: around.variables,
      source: this.#span(start, value.end),
      condition: conditions.length > 0 ? conditions.join(" > ") : void 0,
      file: this.#file,
      state: this.#state,
      registry: this.#registry,
      made: this.#made,
      name
    });
  }
  /** A block map ends where the next key begins: white space is cut off. */
  #span(start, end) {
    let to = Math.max(start, end);
    while (to > start && /\s/.test(this.#file.text[to - 1] ?? "")) to--;
    return this.#file.span(start, to);
  }
  *#freeForm(node) {
    const at = node.start + (node.quoted ? 1 : 0);
    for (const { name, value, start, valueStart, end } of keyValues(node.text)) {
      const kind = value.includes("{{") ? "expression" : "scalar";
      yield { name, start: at + start, value: { kind, text: value, start: at + valueStart, end: Math.min(node.end, at + end) } };
    }
  }
};
var under = (around, condition) => ({ ...around, conditions: [...around.conditions, condition] });
function itemsOf(keyword, list) {
  if (keyword === "with_dict") return list.kind === "table" ? [...list.entries.values()].map(pair) : void 0;
  if (keyword !== "loop" && keyword !== "with_items" && keyword !== "with_list" && keyword !== "with_flattened") return void 0;
  if (list.kind === "scalar" && keyword !== "loop") return [list];
  if (list.kind !== "list" || list.items.some((item) => item.kind === "expression" && keyword !== "loop")) return void 0;
  return keyword === "with_items" || keyword === "with_flattened" ? list.items.flatMap((item) => item.kind === "list" ? item.items : [item]) : list.items;
}
var MARK = /\bwin_firewall(?:_rule)?["']?\s{0,9}:|\b(?:action|module)["']?\s{0,9}:\s{0,9}["']?(?:\w+\.){0,3}win_firewall(?:_rule)?\b/;
var CARRIER = /\bwin_(?:shell|powershell|command|dsc|regedit)["']?\s{0,9}:|\b(?:action|module)["']?\s{0,9}:\s{0,9}["']?(?:\w+\.){0,3}win_(?:shell|powershell|command|dsc|regedit)\b/;
var CARRIED = /NetFirewall(?:Rule|Profile|Setting)\b|\badvfirewall\b|\bresource_name["']?\s{0,9}[:=]\s{0,9}["']?x?Firewall|\\FirewallPolicy\b|\\WindowsFirewall\b/i;
var ansible = {
  id: "ansible",
  title: "Ansible playbook or task file",
  store: "local",
  names: [],
  prepare: (file) => prepareYaml(file?.text),
  recognises: (file) => /\.ya?ml$/.test(file.name) && file.text.includes("win_") && (MARK.test(file.text) || CARRIER.test(file.text) && CARRIED.test(file.text)),
  parse(file) {
    const state = new ScriptState();
    const { documents, errors } = parseYaml(file);
    for (const { message, start, end } of errors.slice(0, MOST_ERRORS)) {
      state.problem({ code: "file-unreadable", message: `Not readable as YAML: ${message}.`, source: file.span(start, Math.max(start, end)) });
    }
    const registry = new RegistryPolicy(state.problems);
    const player = new Player(file, state, registry, documents);
    for (const document of documents) player.document(document);
    const inRegistry = registry.parts();
    adopt(inRegistry, void 0, state);
    const beside = inRegistry.flatMap(({ store, openings }) => openings ? [{ store, rules: [], profiles: {}, changes: [], openings }] : []);
    return { path: file.path, format: ansible.id, parts: [...state.parts(), ...beside], problems: distinct(state.problems) };
  }
};
function distinct(problems) {
  const told = /* @__PURE__ */ new Map();
  return problems.filter(({ code, message, source: { origin, start, end } }) => {
    const here = told.get(origin) ?? /* @__PURE__ */ new Set();
    told.set(origin, here);
    const key = `${code} ${start} ${end} ${message}`;
    return !here.has(key) && here.add(key);
  });
}
module.exports = { ansible };
