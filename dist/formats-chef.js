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
  FIREWALL_COMMAND,
  toolScript,
  withoutGuards
} = require("./shared-ZQCIJUQQ.js");
const {
  adopt
} = require("./shared-72E42YUD.js");
const {
  setRegistryValue
} = require("./shared-OK4NCRC5.js");
const {
  ALLOW_OR_BLOCK,
  MAX_DEPTH,
  TRUE_OR_FALSE,
  addresses,
  direction,
  icmp,
  ignored,
  interfaceTypes,
  literalText,
  newDraft,
  ports,
  profiles,
  protocol,
  readAttributes,
  ruleOf,
  text,
  word
} = require("./shared-W3ZU3NDX.js");
const { effort } = require("./commands-check.js");
const {
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
const { PROFILES } = require("./commands-check.js");
var LiteralReader = class {
  source;
  tokens;
  /** The index of the token at the cursor. */
  at = 0;
  constructor(source, tokens) {
    this.source = source;
    this.tokens = tokens;
  }
  /** What stands from `from` to `to`: a literal, a list of literals after commas, or an expression. */
  argument(from, to, scope) {
    const back = this.at;
    this.at = from;
    const items = [];
    for (; ; ) {
      const item = this.literal(0, scope);
      if (!item) break;
      items.push(item);
      if (this.at >= to || !this.isMark(this.at, ",")) break;
      this.at++;
    }
    if (this.isMark(this.at, ")") && this.isMark(from - 1, "(")) this.at++;
    const done = this.at >= to;
    this.at = back;
    const [first] = items;
    if (!first || !done) return this.expression(from, to);
    return items.length === 1 ? first : { kind: "list", items, start: first.start, end: items.at(-1).end };
  }
  expression(from, to) {
    const first = this.tokens[from];
    const last = this.tokens[Math.max(from, to - 1)];
    return { kind: "expression", text: this.source.slice(first.start, Math.min(last.end, first.start + 1e3)), start: first.start, end: last.end };
  }
  /** The literal at the cursor, behind which it moves; undefined where none stands. */
  literal(depth, scope) {
    const token = this.tokens[this.at];
    if (!token || depth > MAX_DEPTH) return void 0;
    const { start, end, text: text2 } = token;
    if (token.kind === "text" || token.kind === "number") {
      this.at++;
      return { kind: "scalar", text: text2, start, end };
    }
    if (token.kind === "template") {
      this.at++;
      return filled(token, scope, this.source);
    }
    if (token.kind === "words") {
      this.at++;
      return { kind: "list", items: text2.split(/\s+/).filter(Boolean).map((word2) => ({ kind: "scalar", text: word2, start, end })), start, end };
    }
    if (token.kind === "word") {
      const known = text2 === "nil" ? { kind: "nothing", start, end } : text2 === "true" || text2 === "false" ? { kind: "scalar", text: text2, start, end } : scope.has(text2) ? { ...scope.get(text2), start, end } : void 0;
      if (known) this.at++;
      return known;
    }
    if (token.kind === "mark" && text2 === "{") return this.#hash(depth, scope);
    if (token.kind !== "mark" || text2 !== "[") return void 0;
    const items = [];
    this.at++;
    for (; ; ) {
      while (this.tokens[this.at]?.kind === "line") this.at++;
      if (this.isMark(this.at, "]")) break;
      const item = this.literal(depth + 1, scope);
      if (!item) return void 0;
      items.push(item);
      while (this.tokens[this.at]?.kind === "line") this.at++;
      if (this.isMark(this.at, ",")) this.at++;
      else if (!this.isMark(this.at, "]")) return void 0;
    }
    return { kind: "list", items, start, end: this.tokens[this.at++].end };
  }
  /** `{ name: 'x', :type => :dword, 'data' => 1 }`; the keys of the table are in lower case. */
  #hash(depth, scope) {
    const { start } = this.tokens[this.at];
    const entries = /* @__PURE__ */ new Map();
    const pass = () => {
      while (this.tokens[this.at]?.kind === "line") this.at++;
    };
    this.at++;
    for (; ; ) {
      pass();
      if (this.isMark(this.at, "}")) break;
      const key = this.tokens[this.at];
      if (key?.kind !== "word" && key?.kind !== "text") return void 0;
      this.at++;
      if (!this.isMark(this.at, ":") && !this.isMark(this.at, "=>")) return void 0;
      this.at++;
      pass();
      const value = this.literal(depth + 1, scope);
      if (!value) return void 0;
      entries.set(key.text.toLowerCase(), { name: key.text, start: key.start, value });
      pass();
      if (this.isMark(this.at, ",")) this.at++;
      else if (!this.isMark(this.at, "}")) return void 0;
    }
    return { kind: "table", entries, start, end: this.tokens[this.at++].end };
  }
  isMark(at, text2) {
    const token = this.tokens[at];
    return token?.kind === "mark" && token.text === text2;
  }
};
function filled({ text: text2, start, end }, scope, source) {
  let open = false;
  const said = text2.replace(/#\{\s*(\w+)(?:\.to_s)?\s*\}|#\{/g, (all, name) => {
    const value = name === void 0 ? void 0 : scope.get(name);
    if (value?.kind === "scalar") return value.text;
    open = true;
    return all;
  });
  return open ? { kind: "expression", text: source.slice(start, end), start, end } : { kind: "scalar", text: said, start, end };
}
var WORD = /[A-Za-z_]\w*[?!]?(?:(?:\.|&\.|::)[A-Za-z_]\w*[?!]?)*/y;
var NUMBER = /\d[\d_]*(?:\.\d+)?/y;
var SYMBOL = /:(?:[A-Za-z_]\w*[?!]?)/y;
var OTHER = /[@$]{1,2}[\w!]+/y;
var MARK = /=>|==|!=|&&|\|\||<<|[+\-*/]=|\.\.\.?|[^]/y;
var HEREDOC = /<<[~-]?(["']?)([A-Z_a-z]\w*)\1/y;
var PAIRS = /* @__PURE__ */ new Map([["(", ")"], ["[", "]"], ["{", "}"], ["<", ">"]]);
function tokensOf(source) {
  const tokens = [];
  let at = 0;
  let open = 0;
  let heredocs = [];
  const push = (kind, text2, end) => {
    tokens.push({ kind, text: text2, start: at, end });
    at = end;
  };
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const unit = source[at];
    if (unit === "\n") {
      push("line", "\n", at + 1);
      if (heredocs.length > 0) {
        at = heredocText(source, at, heredocs, tokens);
        heredocs = [];
      }
      if (source.startsWith("=begin", at)) at = until(source, "\n=end", at);
      if (source.startsWith("__END__", at)) break;
      continue;
    }
    if (unit <= " ") {
      at++;
      continue;
    }
    if (unit === "\\" && /^\r?\n/.test(source.slice(at + 1, at + 3))) {
      at = until(source, "\n", at) + 1;
      continue;
    }
    if (unit === "#") {
      at = until(source, "\n", at);
      continue;
    }
    if (unit === '"' || unit === "'" || unit === "`") {
      push(...quoted(source, at, unit, unit !== "'"));
      continue;
    }
    const value = startsValue(tokens.at(-1));
    const percent = unit === "%" && value ? /^%([qQwWiI]?)([([{<|!/])/.exec(source.slice(at, at + 3)) : null;
    if (percent) {
      const [head, letter = "", open2 = ""] = percent;
      const [kind, text2, end] = quoted(source, at + head.length - 1, PAIRS.get(open2) ?? open2, /[QWI]|^$/.test(letter));
      push(/[wi]/i.test(letter) && kind === "text" ? "words" : kind, text2, end);
      continue;
    }
    if (unit === "<" && value) {
      const head = match(HEREDOC);
      if (head) {
        heredocs.push({ tag: head[2], token: tokens.length, raw: head[1] === "'" });
        push("text", "", HEREDOC.lastIndex);
        continue;
      }
    }
    if (unit === ":" && value) {
      const symbol = match(SYMBOL);
      if (symbol) {
        push("text", symbol[0].slice(1), SYMBOL.lastIndex);
        continue;
      }
    }
    if (unit === "/" && value && at >= open) {
      const { isClosed, end } = regexAt(source, at);
      if (isClosed) {
        push("other", source.slice(at, end), end);
        continue;
      }
      open = end;
    }
    const number = match(NUMBER);
    if (number) {
      push("number", number[0].replaceAll("_", ""), NUMBER.lastIndex);
      continue;
    }
    const word2 = match(WORD);
    if (word2) {
      push("word", word2[0], WORD.lastIndex);
      continue;
    }
    const other = match(OTHER);
    if (other) {
      push("other", other[0], OTHER.lastIndex);
      continue;
    }
    const mark = match(MARK)[0];
    push("mark", mark, at + mark.length);
  }
  tokens.push({ kind: "line", text: "\n", start: source.length, end: source.length });
  return tokens;
}
var until = (source, text2, from) => {
  const at = source.indexOf(text2, from);
  return at < 0 ? source.length : at;
};
var startsValue = (before) => before === void 0 || before.kind === "line" || before.kind === "word" || before.kind === "mark" && !/^[)\]}]$/.test(before.text);
function regexAt(source, at) {
  let end = at + 1;
  for (; end < source.length && source[end] !== "\n"; end++) {
    if (source[end] === "\\") end++;
    else if (source[end] === "/") return { isClosed: true, end: end + 1 };
  }
  return { isClosed: false, end };
}
var ESCAPES = /* @__PURE__ */ new Map([["n", "\n"], ["r", "\r"], ["t", "	"], ["s", " "], ["0", "\0"], ["e", "\x1B"]]);
function quoted(source, open, close, interpolates) {
  const nests = source[open] !== close;
  let depth = 1;
  let end = open + 1;
  let escaped = false;
  let template = false;
  for (; end < source.length; end++) {
    const unit = source[end];
    if (unit === "\\") {
      escaped = true;
      end++;
    } else if (interpolates && unit === "#" && source[end + 1] === "{") template = true;
    else if (nests && unit === source[open]) depth++;
    else if (unit === close && --depth === 0) break;
  }
  end = Math.min(end, source.length);
  const raw = source.slice(open + 1, end);
  const after = Math.min(end + 1, source.length);
  if (template) return ["template", raw, after];
  if (!escaped) return ["text", raw, after];
  return ["text", interpolates ? raw.replace(/\\([^])/g, (_, c) => ESCAPES.get(c) ?? c) : raw.replace(/\\(['\\])/g, "$1"), after];
}
function heredocText(source, from, heredocs, tokens) {
  let at = from;
  for (const { tag, token, raw } of heredocs) {
    const start = at;
    let end = at;
    while (at < source.length) {
      const next = until(source, "\n", at);
      const line = source.slice(at, next).trim();
      end = at;
      at = Math.min(next + 1, source.length);
      if (line === tag) break;
    }
    const text2 = source.slice(start, end);
    tokens[token] = { ...tokens[token], kind: !raw && text2.includes("#{") ? "template" : "text", text: text2 };
  }
  return at;
}
var MOST_UNROLLED = 1e4;
var MOST_LOOPS = 8;
function readRuby(source, wanted) {
  return new RubyReader(source, tokensOf(source), wanted).read();
}
var OPENERS = /^(?:if|unless|while|until|for|case|begin|def|class|module)$/;
var KEYWORD = /^(?:if|unless|while|until|for|case|begin|def|class|module|else|elsif|when|then|rescue|ensure|end|return|next|break)$/;
var CONDITIONAL = /^(?:if|unless|while|until|for|case|def)$/;
var RubyReader = class extends LiteralReader {
  #wanted;
  #resources = [];
  #problems = [];
  #frames = [];
  #unrolled = 0;
  /** Index of the first token of the statement that is being read. */
  #head = 0;
  constructor(source, tokens, wanted) {
    super(source, tokens);
    this.#wanted = wanted;
  }
  read() {
    while (this.at < this.tokens.length) {
      const token = this.tokens[this.at];
      if (token.kind === "word" && this.at === this.#head && this.#wanted.has(token.text) && this.#resource(token)) continue;
      this.#structure(token);
      this.at++;
    }
    return { resources: this.#resources, problems: this.#problems };
  }
  /** Follows `do \u2026 end`, `if \u2026 end` and braces outside of resources. */
  #structure(token) {
    const starts = this.at === this.#head || this.isMark(this.at - 1, "=");
    if (token.kind === "line" || token.kind === "mark" && token.text === ";") this.#head = this.at + 1;
    else if (token.kind === "word" && OPENERS.test(token.text) && starts) this.#push("end", CONDITIONAL.test(token.text) ? this.#line(token.start) : void 0);
    else if (token.kind === "word" && token.text === "do") {
      const first = this.tokens[this.#head];
      if (!/^(?:while|until|for)$/.test(first?.kind === "word" ? first.text : "")) this.#block("end");
      this.#skipParameters();
      this.#head = this.at + 1;
    } else if (token.kind === "word" && token.text === "end") this.#pop("end");
    else if (token.kind === "word" && /^(?:else|elsif|when|then|rescue|ensure)$/.test(token.text) && this.at === this.#head) this.#branch(token);
    else if (token.kind === "mark" && token.text === "{") {
      this.#block("}");
      this.#skipParameters();
      this.#head = this.at + 1;
    } else if (token.kind === "mark" && token.text === "}") this.#pop("}");
  }
  get #loops() {
    return this.#frames.at(-1)?.loops ?? [];
  }
  #push(close, condition, loop) {
    const outer = this.#frames.at(-1)?.condition;
    const loops = this.#loops;
    this.#frames.push({ close, condition: condition === void 0 ? outer : outer === void 0 ? condition : `${outer.slice(0, 200)} > ${condition}`, loops: loop ? [...loops, loop] : loops });
  }
  /** An `end` without a frame belongs to something this reader did not see open; it closes nothing else. */
  #pop(close) {
    if (this.#frames.at(-1)?.close === close) this.#frames.pop();
  }
  /** `else` and its like: the condition of the block they stand in, with their own words. */
  #branch(token) {
    const top = this.#frames.pop();
    if (!top) return;
    if (top.condition === this.#frames.at(-1)?.condition) {
      this.#frames.push(top);
      return;
    }
    this.#push(top.close, token.text === "else" ? "else" : this.#line(token.start));
  }
  /** `LIST.each do |x|`: unrolled when the list is literal; any other block with parameters may run or not. */
  #block(close) {
    const from = this.#head;
    const variable = this.isMark(this.at + 1, "|") && this.isMark(this.at + 3, "|") ? this.tokens[this.at + 2] : void 0;
    if (variable?.kind === "word") {
      const back = this.at;
      this.at = from;
      const list = this.literal(0, /* @__PURE__ */ new Map());
      const call = this.tokens[this.at];
      const dotted = call?.kind === "mark" && call.text === "." ? this.tokens[this.at + 1] : void 0;
      const isEach = dotted?.kind === "word" && dotted.text === "each" && this.at + 2 === back;
      this.at = back;
      if (isEach && this.#loops.length < MOST_LOOPS && list?.kind === "list" && !list.items.some((item) => item.kind === "expression")) {
        this.#push(close, void 0, { variable: variable.text, items: list.items });
        return;
      }
    }
    const hasParameters = this.isMark(this.at + 1, "|");
    this.#push(close, hasParameters ? this.#line(this.tokens[from].start) : void 0);
  }
  #skipParameters() {
    if (!this.isMark(this.at + 1, "|")) return;
    let at = this.at + 2;
    while (at < this.tokens.length && !this.isMark(at, "|") && this.tokens[at]?.kind !== "line") at++;
    if (this.isMark(at, "|")) this.at = at;
  }
  #line(start) {
    const text2 = this.source.slice(start, start + 120);
    const end = text2.search(/[\r\n]/);
    return (end < 0 ? text2 : text2.slice(0, end)).trimEnd().replace(/(?<!\s)\s+(?:do\s*(?:\|[^|]*\|)?|then)$/, "");
  }
  /** A resource with its block; false where the word is something else (`windows_firewall_rule = 1`, a definition). */
  #resource(type) {
    const from = this.at;
    const first = this.tokens[from + 1];
    if (!first || first.kind === "line" || first.kind === "mark" && /^(?:[=.,:;})\]]|=>|==)$/.test(first.text)) return false;
    let open = from + 1;
    let depth = 0;
    for (; ; open++) {
      const token = this.tokens[open];
      if (!token || token.kind === "line" && depth === 0 || token.kind === "word" && token.text === "do") break;
      if (token.kind === "mark") depth += /^[([{]$/.test(token.text) ? 1 : /^[)\]}]$/.test(token.text) ? -1 : 0;
    }
    const hasBlock = this.tokens[open]?.kind === "word";
    const statements = [];
    const inner = [];
    let close = open;
    if (hasBlock) {
      close = this.#body(open + 1, statements);
      if (close >= this.tokens.length) {
        this.#problems.push({ message: `The file ends in the block of ${type.text}.`, start: type.start, end: this.tokens[open].end });
        this.at = this.tokens.length;
        return true;
      }
    }
    const end = this.tokens[hasBlock ? close : close - 1].end;
    const modifier = this.tokens[close + 1];
    if (modifier?.kind === "word" && /^(?:if|unless)$/.test(modifier.text)) inner.push(this.#line(modifier.start));
    for (const scope of this.#unrolled < MOST_UNROLLED ? this.#scopes() : [/* @__PURE__ */ new Map()]) {
      if (scope.size > 0 && (++this.#unrolled > MOST_UNROLLED || !effort().copy(end - type.start))) {
        this.#problems.push({ message: `Loops make more resources of ${type.text} than are followed; the rest is left out.`, start: type.start, end });
        this.#unrolled = MOST_UNROLLED;
        break;
      }
      this.#resources.push(this.#evaluated(type, open, statements, scope, end, inner));
    }
    this.at = hasBlock ? close + 1 : close;
    return true;
  }
  /** The statements of a block, and the index of its `end`. */
  #body(from, statements) {
    let depth = 0;
    let brackets = 0;
    let head = from;
    let nested = false;
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token.kind === "word") {
        if (token.text === "end" && depth === 0) return at;
        if (token.text === "end") depth--;
        else if (token.text === "do" || OPENERS.test(token.text) && (at === head || this.isMark(at - 1, "="))) {
          depth++;
          nested = true;
        }
      } else if (token.kind === "mark" && /^[([{]$/.test(token.text)) brackets++;
      else if (token.kind === "mark" && /^[)\]}]$/.test(token.text)) brackets--;
      const before = this.tokens[at - 1];
      const continues = before?.kind === "mark" && /^(?:,|\+|&&|\|\||=>)$/.test(before.text);
      const ends = token.kind === "line" && !continues && brackets <= 0 || token.kind === "mark" && token.text === ";";
      if (!ends) continue;
      if (at > head) statements.push(nested ? [-head - 1, at] : [head, at]);
      head = at + 1;
      brackets = 0;
      if (depth === 0) nested = false;
    }
    return this.tokens.length;
  }
  /** Every combination of the values of the loops around. */
  #scopes() {
    let scopes = [/* @__PURE__ */ new Map()];
    if (this.#loops.some(({ items }) => items.length === 0)) return [];
    for (const loop of this.#loops) {
      const next = [];
      for (const scope of scopes) for (const item of loop.items.slice(0, MOST_UNROLLED + 1 - next.length)) next.push(new Map([...scope, [loop.variable, item]]));
      scopes = next;
    }
    return scopes;
  }
  #evaluated(type, open, statements, scope, end, inner) {
    const attributes = /* @__PURE__ */ new Map();
    const conditions = [...inner];
    const title = this.argument((this.isMark(this.#index(type) + 1, "(") ? 2 : 1) + this.#index(type), open, scope);
    for (const [at, to] of statements) {
      const from = at < 0 ? -at - 1 : at;
      const name = this.tokens[from];
      if (name?.kind !== "word" || to <= from + 1 || KEYWORD.test(name.text)) continue;
      const key = name.text.toLowerCase();
      if (key === "only_if" || key === "not_if") {
        conditions.push(this.#line(name.start));
        continue;
      }
      const paren = this.isMark(from + 1, "(") ? 1 : 0;
      const value = at < 0 ? this.expression(from + 1, to) : this.argument(from + 1 + paren, to, scope);
      attributes.set(key, { name: name.text, start: name.start, value });
    }
    const outer = this.#frames.at(-1)?.condition;
    const condition = [...outer === void 0 ? [] : [outer], ...conditions].join(" > ");
    return { type: type.text, title, attributes, start: type.start, end, condition: condition === "" ? void 0 : condition };
  }
  #index(token) {
    let low = 0;
    let high = this.tokens.length - 1;
    while (low < high) {
      const middle = low + high >> 1;
      if (this.tokens[middle].start < token.start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
};
var RULE = new Map([
  ["rule_name", text("id")],
  ["displayname", text("name")],
  ["display_name", text("name")],
  ["group", text("group")],
  ["direction", direction("inbound", "outbound")],
  ["dir", direction("in", "out")],
  ["firewall_action", word("action", new Map([...ALLOW_OR_BLOCK, ["notconfigured", "unknown"]]))],
  ["enabled", word("enabled", TRUE_OR_FALSE)],
  ["profile", profiles],
  ["protocol", protocol()],
  ["icmp_type", icmp],
  ...["local_port", "localport"].map((name) => [name, ports("localPorts", TOOL_PORTS)]),
  ...["remote_port", "remoteport"].map((name) => [name, ports("remotePorts", TOOL_PORTS)]),
  ...["local_address", "localip"].map((name) => [name, addresses("localAddresses", TOOL_ADDRESSES)]),
  ...["remote_address", "remoteip"].map((name) => [name, addresses("remoteAddresses", TOOL_ADDRESSES)]),
  ...["interface_type", "interfacetype"].map((name) => [name, interfaceTypes(TOOL_INTERFACES)]),
  ["program", text("program", "any")],
  ["service", text("service", "any")],
  // About the run, not about packets.
  ...["action", "description", "notifies", "subscribes", "ignore_failure", "retries", "retry_delay", "sensitive", "compile_time", "umask"].map((name) => [name, ignored])
]);
var SCRIPTS = /* @__PURE__ */ new Map([
  ["powershell_script", ["code", "powershell"]],
  ["batch", ["code", "cmd"]],
  ["execute", ["command", "cmd"]]
]);
var TYPES = /* @__PURE__ */ new Set(["windows_firewall_rule", "windows_firewall_profile", "registry_key", ...SCRIPTS.keys()]);
var RUNS = /^[ \t]*(?:powershell_script|batch|execute)\b(?!\s*[=.:])/m;
var REGISTRY = /^[ \t]*registry_key\b[^\n]*(?:WindowsFirewall|FirewallPolicy)/im;
var chef = {
  id: "chef",
  title: "Chef recipe",
  store: "local",
  names: [],
  recognises: (file) => file.name.endsWith(".rb") && (/^[ \t]*windows_firewall_(?:rule|profile)\b(?!\s*[=.:])/m.test(file.text) || FIREWALL_COMMAND.test(file.text) && RUNS.test(file.text) || REGISTRY.test(file.text)),
  parse(file) {
    const rules = [];
    const changes = [];
    const problems = [];
    const settings = {};
    const scripts = new ScriptState();
    const registry = new RegistryPolicy(scripts.problems);
    const read = readRuby(file.text, TYPES);
    for (const { message, start, end } of read.problems) problems.push({ code: "requirement-unverifiable", message, source: file.span(start, end) });
    for (const resource of read.resources) {
      const source = file.span(resource.start, resource.end);
      const actions = actionsOf(resource);
      const condition = actions.includes("nothing") ? both(resource.condition, "action :nothing") : resource.condition;
      const script = SCRIPTS.get(resource.type);
      if (script) {
        const text2 = resource.attributes.get(script[0])?.value ?? resource.title;
        toolScript({ text: text2, shell: script[1], condition: withoutGuards(condition), start: resource.start, end: resource.end }, file, scripts);
        continue;
      }
      if (resource.type === "registry_key") {
        registryKey(resource, condition, actions, source, registry, scripts);
        continue;
      }
      if (resource.type === "windows_firewall_profile") {
        const { profile, said, trouble } = profileOf(resource, condition, actions, (start, end) => file.span(start, end));
        if (profile) settings[profile] = { ...settings[profile], ...said };
        problems.push(...trouble);
        continue;
      }
      const name = literalText(resource.attributes.get("rule_name")?.value ?? resource.title);
      if (actions.includes("delete")) {
        changes.push({ kind: "remove", select: { ids: [name] }, values: {}, condition, source });
        if (!actions.includes("create")) continue;
      }
      const draft = readAttributes(newDraft(source), resource.attributes.values(), RULE);
      if (condition !== void 0) draft.unmodelled.push(`condition=${condition}`);
      rules.push(ruleOf(draft, { id: name, name, protocol: 6 }));
      problems.push(...draft.problems);
    }
    adopt(registry.parts(), void 0, scripts);
    return { path: file.path, format: chef.id, parts: [{ store: "local", rules, profiles: settings, changes }, ...scripts.parts()], problems: [...problems, ...scripts.problems] };
  }
};
function registryKey({ title, attributes }, condition, actions, source, surely, state) {
  const problems = [];
  const policy = condition === void 0 ? surely : new RegistryPolicy(problems);
  const path = attributes.get("key")?.value ?? title;
  const values = attributes.get("values")?.value;
  for (const value of values?.kind === "list" ? values.items : values ? [values] : []) {
    const said = value.kind === "table" ? value.entries : void 0;
    const resource = { path, name: said?.get("name")?.value ?? value, data: said?.get("data")?.value ?? value, type: said?.get("type")?.value };
    setRegistryValue(policy, { ...resource, isAbsent: actions.includes("delete"), source: { ...source, start: value.start, end: value.end } }, problems);
  }
  if (actions.includes("delete_key")) setRegistryValue(policy, { path, name: void 0, data: void 0, type: void 0, isAbsent: true, source }, problems);
  if (condition !== void 0) adopt(policy.parts(), condition, state);
  problems.forEach((problem) => state.problem(problem));
}
var both = (outer, inner) => outer === void 0 ? inner : `${outer} > ${inner}`;
function actionsOf({ attributes }) {
  const value = attributes.get("action")?.value;
  if (!value) return [];
  return value.kind === "list" ? value.items.map(literalText) : [literalText(value)];
}
var SWITCHES = [
  ["allow_local_rules", "allowLocalRules"],
  ["allow_user_apps", "allowUserApps"],
  ["allow_user_ports", "allowUserPorts"],
  ["allow_inbound_rules", "blockAllInbound"]
];
var DEFAULTS = [["default_inbound_action", "defaultInbound"], ["default_outbound_action", "defaultOutbound"]];
function profileOf(resource, condition, actions, span) {
  const { attributes, title } = resource;
  const trouble = [];
  const said = {};
  const name = literalText(attributes.get("profile")?.value ?? title).toLowerCase();
  const profile = PROFILES.find((p) => p === name);
  const setting = (value, start, end) => condition === void 0 ? { value, source: span(start, end) } : { value, source: span(start, end), condition };
  const unknown = ({ name: property, start, value }) => {
    trouble.push({ code: "requirement-unverifiable", message: `${property} is ${literalText(value)}, which this file does not decide.`, source: span(start, value.end) });
  };
  if (!profile) trouble.push({ code: "requirement-unverifiable", message: `Profile ${name} is none of domain, private, public.`, source: span(resource.start, resource.end) });
  said.enabled = setting(!actions.includes("disable"), resource.start, resource.end);
  for (const [property, key] of SWITCHES) {
    const entry = attributes.get(property);
    const value = entry ? literalText(entry.value).toLowerCase() : "";
    if (entry && (value === "true" || value === "false")) said[key] = setting(key === "blockAllInbound" ? value === "false" : value === "true", entry.start, entry.value.end);
    else if (entry && value !== "notconfigured") unknown(entry);
  }
  for (const [property, key] of DEFAULTS) {
    const entry = attributes.get(property);
    const value = entry ? literalText(entry.value).toLowerCase() : "";
    if (entry && (value === "allow" || value === "block")) said[key] = setting(value, entry.start, entry.value.end);
    else if (entry && value !== "notconfigured") unknown(entry);
  }
  return { profile, said, trouble };
}
module.exports = { chef };
