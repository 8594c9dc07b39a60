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
  COMMANDS: () => COMMANDS,
  FAIL_ON: () => FAIL_ON,
  LOCALES: () => LOCALES,
  REPORT_FORMATS: () => REPORT_FORMATS,
  VERSION: () => VERSION,
  helpText: () => helpText,
  parseCall: () => parseCall
});
module.exports = __toCommonJS(stdin_exports);
const {
  UsageError
} = require("./shared-GWLL7STH.js");
const {
  didYouMean
} = require("./shared-6UZR6XQ5.js");
var REPORT_FORMATS = ["text", "json", "sarif", "github", "azure", "gitlab", "junit", "markdown", "html"];
var RULE_FORMATS = ["powershell", "netsh", "reg", "registry-pol", "lgpo", "yaml", "intune"];
var FAIL_ON = ["error", "warning", "notice", "never"];
var LOCALES = ["en", "ko"];
var config = { name: "config", value: "FILE", says: "config file; default .configmgr-firewall.yml here or in .github/" };
var features = { name: "features", value: "a,b|all", many: true, says: "features in use, instead of those of the config" };
var role = { name: "role", value: "ROLE", says: "role of the machines where no target is named; default client" };
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
      { name: "format", value: "FORMAT[=FILE]", choices: REPORT_FORMATS, many: true, says: `${REPORT_FORMATS.join(", ")}; repeatable, default text` },
      output,
      { name: "base", value: "REF", says: "compare with the tree at a git revision: what is new, cut, opened, mended" },
      { name: "only-new", says: "with --base: what was found there already does not count for the exit status" },
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
  { name: "explain", operands: "[CODE or REQUIREMENT-ID]", says: "tell what a finding code or a requirement means", options: [locale, verbose], examples: ["explain requirement-blocked", "explain push-smb-in"] },
  { name: "init", operands: "", says: "write a starter config from what is found here", options: [{ name: "force", says: "replace a config that is there" }, output, verbose], examples: ["init"] },
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
    const chosen = value.split("=", 1)[0];
    if (option.choices && !option.choices.includes(chosen)) {
      throw new UsageError(`${flag} ${shown(chosen)} is not known: ${option.choices.join(", ")}${didYouMean(chosen, option.choices)}`);
    }
    const before = options.get(option.name);
    if (before && !option.many && option.value !== void 0) throw new UsageError(`${flag} is given twice`);
    options.set(option.name, before ? [...before, value] : [value]);
  }
  return { command: command.name, operands, options };
}
function optionNamed(command, flag) {
  const option = command.options.find(({ name }) => flag === `--${name}`);
  if (option) return option;
  const elsewhere = COMMANDS.filter((c) => c.options.some(({ name }) => flag === `--${name}`)).map(({ name }) => name);
  if (elsewhere.length > 0) throw new UsageError(`${command.name} has no option ${shown(flag)}; it belongs to ${elsewhere.join(", ")}`);
  throw new UsageError(`Unknown option ${shown(flag)}${didYouMean(flag, command.options.map(({ name }) => `--${name}`))}`);
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
  return `configmgr-firewall-lint ${command.name} ${command.operands}
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  COMMANDS,
  FAIL_ON,
  LOCALES,
  REPORT_FORMATS,
  VERSION,
  helpText,
  parseCall
});
