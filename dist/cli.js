#!/usr/bin/env node
"use strict";
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

// src/cli.ts
var import_node_fs = require("node:fs");

// src/commands/syntax.ts
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
    operands: "[PATH…]",
    says: "check the policy in files or folders (default: .)",
    options: [
      config,
      features,
      role,
      { name: "format", value: "FORMAT[=FILE]", choices: REPORT_FORMATS, many: true, says: `${REPORT_FORMATS.join(", ")}; repeatable, default text` },
      output,
      { name: "fail-on", value: "error|warning|notice|never", choices: FAIL_ON, says: "least severity that makes the exit status 1; default error" },
      locale,
      { name: "no-color", says: "no colours (NO_COLOR works too)" },
      { name: "quiet", says: "nothing but findings at or above --fail-on" },
      verbose
    ],
    examples: ["check", "check policies --features client-push,remote-control", "check --format sarif=firewall.sarif --format text"]
  },
  { name: "parse", operands: "FILE…", says: "print what files hold, in neutral form, as JSON", options: [output, verbose], examples: ["parse policies/clients.ps1"] },
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
  { name: "merge", operands: "REPORT.json…", says: "join JSON reports into one", options: [output, verbose], examples: ["merge a.json b.json --output all.json"] }
];
function helpText(name) {
  const command = COMMANDS.find((c) => c.name === name);
  if (!command) {
    return `Checks the firewall policy in a repository against what Configuration Manager needs.

Usage: configmgr-firewall-lint [COMMAND] [OPTION…] [PATH…]

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
var optionTable = (command) => table(command.options.map((o) => [`--${o.name}${o.value === void 0 ? "" : ` ${o.value}`}`, o.says]));
function table(rows) {
  return rows.map(([left = "", right = ""]) => left.length > 32 ? `  ${left}
${" ".repeat(36)}${right}` : `  ${left.padEnd(34)}${right}`).join("\n");
}

// src/version.ts
var VERSION = "0.1.0";

// src/cli.ts
var args = process.argv.slice(2);
var isHelp = (arg) => arg === "--help" || arg === "-h";
if (args[0] === "--version" || args[0] === "-V") (0, import_node_fs.writeSync)(1, `${VERSION}
`);
else if (args[0] === "help") (0, import_node_fs.writeSync)(1, helpText(args[1]));
else if (args.some(isHelp)) (0, import_node_fs.writeSync)(1, helpText(COMMANDS.find(({ name }) => name === args[0])?.name));
else void Promise.resolve().then(() => __toESM(require("./commands.js"), 1)).then(({ main, processWorld }) => main(args, processWorld())).then((status) => {
  process.exitCode = status;
});
