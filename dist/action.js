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
var import_commands = require("./commands.js");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var os = __toESM(require("os"));
var fs = __toESM(require("fs"));
var os2 = __toESM(require("os"));
var os4 = __toESM(require("os"));
var import_os = __toESM(require("os"));
const { UsageError } = require("./commands.js");
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
var randomUUID = () => Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join("");
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}
var platform = import_os.default.platform();
var arch = import_os.default.arch();
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function getMultilineInput(name, options) {
  const inputs = getInput(name, options).split("\n").filter((x) => x !== "");
  if (options && options.trimWhitespace === false) {
    return inputs;
  }
  return inputs.map((input) => input.trim());
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function readInputs() {
  return {
    paths: lines("paths"),
    config: getInput("config"),
    features: lines("features").flatMap((line) => line.split(",")).map((word) => word.trim()).filter((word) => word !== ""),
    role: getInput("role"),
    failOn: getInput("fail-on") || "error",
    locale: getInput("locale") || "en",
    workingDirectory: getInput("working-directory") || ".",
    formats: lines("format"),
    annotations: yesOr("annotations", true),
    summary: yesOr("summary", true),
    base: getInput("base"),
    onlyNew: yesOr("only-new", false),
    redact: yesOr("redact", false),
    token: getInput("token"),
    check: getInput("check") || "auto",
    checkName: getInput("check-name") || "ConfigMgr firewall",
    comment: getInput("comment"),
    suggestions: yesOr("suggestions", false)
  };
}
var lines = (name) => getMultilineInput(name).map((line) => line.trim()).filter((line) => line !== "");
var SWITCH = /* @__PURE__ */ new Map([["true", true], ["false", false]]);
function yesOr(name, otherwise) {
  const said = getInput(name);
  const value = said === "" ? otherwise : SWITCH.get(said.toLowerCase());
  if (value === void 0) throw new UsageError(`${name}: ${JSON.stringify(said)} is not known: true, false`);
  return value;
}
function writeOutputs(outputs) {
  if (!process.env["GITHUB_OUTPUT"]) return;
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
function writeSummary(page) {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (!file) return false;
  try {
    (0, import_node_fs.appendFileSync)(file, page);
    return true;
  } catch {
    return false;
  }
}
function failStep(message, place) {
  process.exitCode = 1;
  error(message, place && { title: "configmgr-firewall-lint", file: import_node_path.posix.join(getInput("working-directory"), place.path), startLine: place.line, startColumn: place.column });
}
void Promise.resolve().then(() => require("./commands.js")).then(async ({ checkForAction, processWorld, trouble, troublePage }) => {
  let wantsSummary = true;
  try {
    const world = processWorld();
    const inputs = readInputs();
    wantsSummary = inputs.summary;
    const done = await checkForAction(inputs, world);
    writeOutputs(done.outputs);
    if (done.annotations !== void 0) world.out(done.annotations);
    if (done.summary !== void 0) writeSummary(done.summary);
    if (done.failure !== void 0) {
      process.exitCode = 1;
      world.out(`${done.failure}
`);
    }
    const posted = await done.publish();
    writeOutputs(posted.outputs);
    if (posted.log !== void 0) world.out(posted.log);
    process.exit();
  } catch (error2) {
    const message = trouble(error2, process.env["RUNNER_DEBUG"] === "1");
    failStep(message, error2 instanceof UsageError ? error2.place : void 0);
    if (wantsSummary) writeSummary(await troublePage(message));
    writeOutputs({ result: "failed" });
  }
});
