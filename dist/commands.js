var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_node_v8 = new Proxy({}, { get: (_, name) => require("node:v8")[name] });
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
function nearest(word, known) {
  if (word.length > 60) return void 0;
  const wanted = word.toLowerCase();
  const limit = wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3));
  let best;
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase(), best ? best.steps - 1 : limit);
    if (steps !== void 0) best = { word: candidate, steps };
  }
  return best?.word;
}
function didYouMean(word, known, otherwise) {
  const near = nearest(word, known);
  if (near === void 0) return otherwise === void 0 ? "" : `. ${otherwise}`;
  return `. Did you mean "${near}"?`;
}
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return void 0;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  const steps = row[b.length];
  return steps <= limit ? steps : void 0;
}
var UsageError = class extends Error {
  name = "UsageError";
  place;
  constructor(message, place) {
    super(message);
    this.place = place;
  }
};
var REPORT_FORMATS = ["text", "json", "sarif", "github", "azure", "gitlab", "junit", "markdown", "html"];
var RULE_FORMATS = ["powershell", "netsh", "reg", "registry-pol", "lgpo", "yaml", "intune"];
var FAIL_ON = ["error", "warning", "notice", "never"];
var LOCALES = ["en", "ko"];
var config = { name: "config", value: "FILE", says: "config file; default .configmgr-firewall.yml here or in .github/" };
var features = { name: "features", value: "a,b|all", many: true, says: "features in use, instead of those of the config" };
var role = { name: "role", value: "ROLE", says: "role of the machines, instead of those that the config names; default client" };
var output = { name: "output", value: "FILE", says: "write there instead of to standard output" };
var locale = { name: "locale", value: "en|ko", choices: LOCALES, says: "language of messages; default en" };
var verbose = { name: "verbose", says: "say more: every file, every need, traces of internal errors" };
var COMMANDS = [
  {
    name: "check",
    operands: "[PATH\u2026]",
    says: "check the policy in files or folders (default: .)",
    options: [
      config,
      features,
      role,
      { name: "format", value: "FORMAT[=FILE]", choices: REPORT_FORMATS, toFile: true, many: true, says: `${REPORT_FORMATS.join(", ")}; repeatable, default text` },
      output,
      { name: "base", value: "REF", says: "compare with the tree at a git revision: what is new, cut, opened, mended" },
      { name: "only-new", says: "with --base: what was found there already does not count for the exit status" },
      { name: "shard", value: "I/N", says: "judge only part I of N of the targets, for runs side by side; join the JSON reports with merge" },
      { name: "fail-on", value: "error|warning|notice|never", choices: FAIL_ON, says: "least severity that makes the exit status 1; default error" },
      locale,
      { name: "no-color", says: "no colours (NO_COLOR works too)" },
      { name: "redact", says: "mask addresses, host and domain names and SIDs in every output" },
      { name: "write-baseline", value: "FILE", optional: true, says: "write what is found as the baseline, to FILE or where the config says" },
      { name: "quiet", says: "nothing but findings at or above --fail-on" },
      verbose
    ],
    examples: ["check", "check policies --features client-push,remote-control", "check --format sarif=firewall.sarif --format text"]
  },
  { name: "parse", operands: "FILE\u2026", says: "print what files hold, in neutral form, as JSON", options: [output, verbose], examples: ["parse policies/clients.ps1"] },
  {
    name: "requirements",
    operands: "",
    says: "print what Configuration Manager needs here",
    options: [config, features, role, { name: "format", value: "FORMAT", choices: ["text", "json", "markdown"], says: "text, json or markdown; default text" }, output, locale, verbose],
    examples: ["requirements --features client-push"]
  },
  {
    name: "generate",
    operands: "",
    says: "print rules that satisfy these needs",
    options: [config, features, role, { name: "format", value: "FORMAT", choices: RULE_FORMATS, says: `${RULE_FORMATS.join(", ")}; default powershell` }, output, verbose],
    examples: ["generate --format powershell --features client-push"]
  },
  { name: "explain", operands: "[CODE or REQUIREMENT-ID]", says: "tell what a finding code, a requirement, a feature or a reason means", options: [locale, verbose], examples: ["explain requirement-blocked", "explain push-smb-in"] },
  { name: "init", operands: "", says: "write a starter config from what is found here", options: [{ name: "force", says: "replace a file that is there" }, { ...output, says: "write there instead of to .configmgr-firewall.yml" }, verbose], examples: ["init"] },
  { name: "merge", operands: "REPORT.json\u2026", says: "join JSON reports into one", options: [output, verbose], examples: ["merge a.json b.json --output all.json"] }
];
function parseCall(args) {
  const named = COMMANDS.find(({ name }) => name === args[0]);
  const command = named ?? COMMANDS[0];
  const options = /* @__PURE__ */ new Map();
  const operands = [];
  for (let i = named ? 1 : 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === "--") {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith("-") || arg === "-") {
      operands.push(arg);
      continue;
    }
    const equals = arg.indexOf("=");
    const flag = equals < 0 ? arg : arg.slice(0, equals);
    const option = optionNamed(command, flag);
    let value = equals < 0 ? void 0 : arg.slice(equals + 1);
    if (option.value === void 0) {
      if (value !== void 0) throw new UsageError(`${flag} takes no value`);
      value = "true";
    } else if (option.optional && equals < 0) {
      value = "";
    } else if (value === void 0) {
      value = args[++i];
      if (value === void 0 || value.startsWith("--") && value.length > 2) throw new UsageError(`${flag} needs a value: ${option.value}`);
    }
    if (value === "" && !(option.optional && equals < 0)) throw new UsageError(`${flag} needs a value: ${option.value}`);
    const chosen = option.toFile ? value.split("=", 1)[0] : value;
    if (option.choices && !option.choices.includes(chosen)) {
      throw new UsageError(`${flag} ${shown(chosen)} is not known: ${option.choices.join(", ")}${didYouMean(chosen, option.choices)}`);
    }
    const before = options.get(option.name);
    if (before && !option.many && option.value !== void 0) throw new UsageError(`${flag} is given twice`);
    options.set(option.name, before ? [...before, value] : [value]);
  }
  if (command.operands === "" && operands[0] !== void 0) throw new UsageError(`${command.name} takes options only, not ${shown(operands[0])}`);
  return { command: command.name, operands, options };
}
function optionNamed(command, flag) {
  const option = command.options.find(({ name }) => flag === `--${name}`);
  if (option) return option;
  const elsewhere = COMMANDS.filter((c) => c.options.some(({ name }) => flag === `--${name}`)).map(({ name }) => name);
  if (elsewhere.length > 0) throw new UsageError(`${command.name} has no option ${shown(flag)}; it belongs to ${elsewhere.join(", ")}`);
  throw new UsageError(`Unknown option ${shown(flag)}${didYouMean(flag, command.options.map(({ name }) => `--${name}`), `${command.name} --help lists the options`)}`);
}
var shown = (text) => JSON.stringify(text);
function helpText(name) {
  const command = COMMANDS.find((c) => c.name === name);
  if (!command) {
    return `Checks the firewall policy in a repository against what Configuration Manager needs.

Usage: configmgr-firewall-lint [COMMAND] [OPTION\u2026] [PATH\u2026]

Commands:
${table(COMMANDS.map((c) => [`${c.name} ${c.operands}`.trim(), c.says]))}

\`check\` runs when no command is named. Its options:
${optionTable(COMMANDS[0])}

  --help, --version      of the program; COMMAND --help of a command

Exit status: 0 all well; 1 findings at or above --fail-on; 2 the call or the config is wrong; 3 an internal error.
`;
  }
  return `${`configmgr-firewall-lint ${command.name} ${command.operands}`.trimEnd()}
  ${command.says}

Options:
${optionTable(command)}

${command.examples.length > 1 ? "Examples" : "Example"}:
${command.examples.map((e) => `  configmgr-firewall-lint ${e}`).join("\n")}
`;
}
var optionTable = (command) => table(command.options.map((o) => [`--${o.name}${o.value === void 0 ? "" : o.optional ? `[=${o.value}]` : ` ${o.value}`}`, o.says]));
function table(rows) {
  return rows.map(([left = "", right = ""]) => left.length > 32 ? `  ${left}
${" ".repeat(36)}${right}` : `  ${left.padEnd(34)}${right}`).join("\n");
}
var VERSION = "0.1.0";
var UNSAFE = new RegExp("[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]|[\\u{e0000}-\\u{e007f}]|\\p{Cs}", "gu");
var PLAIN = /^[\x20-\x7e]*$/;
function printable(text) {
  return PLAIN.test(text) ? text : text.replace(UNSAFE, escaped);
}
function printableLines(text) {
  return text.split(/\r\n|\r|\n/).map((line) => line.split("	").map(printable).join("	")).join("\n");
}
function escaped(character) {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "	") return "\\t";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
var WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;
var MARKS = new RegExp("\\p{Mn}|\\p{Me}|[\\u200c\\u200d\\ufe0e\\ufe0f]", "gu");
function displayWidth(text) {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const _ of text) width++;
  return width + (text.match(WIDE)?.length ?? 0) - (text.match(MARKS)?.length ?? 0);
}
function shortened(text, length) {
  if (text.length <= length) return text;
  const cut = text.slice(0, Math.max(0, length - 1));
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}\u2026`;
}
function inert(text) {
  return text.replace(/##(?=vso\[|\[)/g, "# #").replace(/^([^\S\n]*):(?=:)/gm, "$1: ");
}
var JSON_UNSAFE = /##(?=vso\[|\[)|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function inertJson(json) {
  if (Buffer.byteLength(json) === json.length && !json.includes("##") && !json.includes("\x7F")) return json;
  return json.replace(JSON_UNSAFE, (found) => found === "##" ? "#\\u0023" : `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
var __create2 = Object.create;
var __defProp2 = Object.defineProperty;
var __getOwnPropDesc2 = Object.getOwnPropertyDescriptor;
var __getOwnPropNames2 = Object.getOwnPropertyNames;
var __getProtoOf2 = Object.getPrototypeOf;
var __hasOwnProp2 = Object.prototype.hasOwnProperty;
var __require2 = /* @__PURE__ */ ((x) => typeof __require !== "undefined" ? __require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof __require !== "undefined" ? __require : a)[b]
}) : x)(function(x) {
  if (typeof __require !== "undefined") return __require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require22() {
  try {
    return mod || (0, cb[__getOwnPropNames2(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps2 = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames2(from))
      if (!__hasOwnProp2.call(to, key) && key !== except)
        __defProp2(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc2(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM2 = (mod, isNodeMode, target) => (target = mod != null ? __create2(__getProtoOf2(mod)) : {}, __copyProps2(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp2(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
function processWorld() {
  const cwd = process.cwd();
  return {
    cwd,
    env: process.env,
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    get outIsTerminal() {
      return isTerminal(1);
    },
    get errIsTerminal() {
      return isTerminal(2);
    },
    out: (content) => {
      writeAll(1, content);
    },
    err: (text) => {
      writeAll(2, text);
    },
    expect: (bytes) => {
      if (bytes >= LARGE && V8_IS_KNOWN) inlineLess();
    },
    write(path, content) {
      const file = (0, import_node_path.resolve)(cwd, path);
      try {
        makeFolder((0, import_node_path.dirname)(file));
        (0, import_node_fs.writeFileSync)(file, content);
      } catch (error) {
        const code = error.code ?? "";
        throw new UsageError(`Cannot write ${path}: ${WRITE_TROUBLE.get(code) ?? (code === "" ? "unknown reason" : code)}`);
      }
    }
  };
}
var WRITE_TROUBLE = /* @__PURE__ */ new Map([
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of its path is a file, no folder"],
  ["ENOENT", "its folder cannot be made"],
  ["EEXIST", "a part of its path is a file, no folder"],
  ["EACCES", "you may not write there"],
  ["EPERM", "you may not write there"],
  ["EROFS", "it can only be read there"],
  ["ENOSPC", "the disk is full"]
]);
var LARGE = 1 << 18;
var V8_IS_KNOWN = Number(process.versions.node.split(".")[0]) <= 24;
function inlineLess() {
  (0, import_node_v8.setFlagsFromString)("--max-inlined-bytecode-size-cumulative=150");
}
function makeFolder(folder) {
  if ((0, import_node_fs.existsSync)(folder)) return;
  makeFolder((0, import_node_path.dirname)(folder));
  try {
    (0, import_node_fs.mkdirSync)(folder);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
}
function isTerminal(descriptor) {
  try {
    const stats = (0, import_node_fs.fstatSync)(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== (0, import_node_fs.statSync)("/dev/null", { throwIfNoEntry: false })?.rdev && (descriptor === 1 ? process.stdout : process.stderr).isTTY;
  } catch {
    return false;
  }
}
function writeAll(descriptor, content) {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += (0, import_node_fs.writeSync)(descriptor, bytes, at);
    } catch (error) {
      const { code } = error;
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}
var checkForAction = async (inputs, world) => (await Promise.resolve().then(() => require("./commands-action.js"))).checkForAction(inputs, world);
var troublePage = async (message) => (await Promise.resolve().then(() => require("./commands-action.js"))).troublePage(message);
var commands = new Map(Object.entries({
  check: async () => (await Promise.resolve().then(() => require("./commands-check.js"))).check,
  parse: async () => (await Promise.resolve().then(() => require("./commands-parse.js"))).parse,
  requirements: async () => (await Promise.resolve().then(() => require("./commands-requirements.js"))).requirements,
  generate: async () => (await Promise.resolve().then(() => require("./commands-generate.js"))).generate,
  explain: async () => (await Promise.resolve().then(() => require("./commands-explain.js"))).explain,
  init: async () => (await Promise.resolve().then(() => require("./commands-init.js"))).init,
  merge: async () => (await Promise.resolve().then(() => require("./commands-merge.js"))).merge
}));
async function main(args, world) {
  try {
    const call = parseCall(args);
    const command = await commands.get(call.command)?.();
    if (!command) throw new Error(`no command ${call.command}`);
    return await command(call, world);
  } catch (error) {
    world.err(`${trouble(error, args.includes("--verbose"))}
`);
    return error instanceof UsageError ? 2 : 3;
  }
}
function trouble(error, verbose2) {
  if (error instanceof UsageError) {
    const { place } = error;
    const where = place ? `${printable(place.path)}:${place.line}:${place.column}: ` : "";
    return `configmgr-firewall-lint: ${where}${printable(error.message)}`;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = [
    `configmgr-firewall-lint ${VERSION}: internal error: ${printable(message)}`,
    'This is a mistake of the program, not of your files. Please report it under "Issues" of the project, with the command and, if you may, the file.',
    verbose2 && error instanceof Error ? error.stack ?? "" : "Run again with --verbose for a trace."
  ];
  return lines.join("\n");
}
module.exports = { COMMANDS, FAIL_ON, LOCALES, REPORT_FORMATS, UsageError, VERSION, __commonJS, __require: __require2, __toESM, checkForAction, didYouMean, displayWidth, helpText, inert, inertJson, main, nearest, printable, printableLines, processWorld, shortened, trouble, troublePage };
