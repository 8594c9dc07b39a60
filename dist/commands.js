var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  checkForAction: () => checkForAction,
  main: () => main,
  processWorld: () => processWorld,
  trouble: () => trouble
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_6UZR6XQ5 = require("./shared-6UZR6XQ5.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
const {
  printable
} = require("./shared-R6TX5UBF.js");
const {
  VERSION,
  parseCall
} = require("./shared-Z7LQSCLQ.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
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
    write(path, content) {
      const file = (0, import_node_path.resolve)(cwd, path);
      try {
        (0, import_node_fs.mkdirSync)((0, import_node_path.dirname)(file), { recursive: true });
        (0, import_node_fs.writeFileSync)(file, content);
      } catch (error) {
        throw new UsageError(`Cannot write ${path}: ${error.code ?? "unknown reason"}`);
      }
    }
  };
}
function isTerminal(descriptor) {
  try {
    return (0, import_node_fs.fstatSync)(descriptor).isCharacterDevice() && (descriptor === 1 ? process.stdout : process.stderr).isTTY;
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
var checkForAction = async (inputs, world) => (await Promise.resolve().then(() => __toESM(require("./commands-action.js")))).checkForAction(inputs, world);
var commands = new Map(Object.entries({
  check: async () => (await Promise.resolve().then(() => __toESM(require("./commands-check.js")))).check,
  parse: async () => (await Promise.resolve().then(() => __toESM(require("./commands-parse.js")))).parse,
  requirements: async () => (await Promise.resolve().then(() => __toESM(require("./commands-requirements.js")))).requirements,
  generate: async () => (await Promise.resolve().then(() => __toESM(require("./commands-generate.js")))).generate,
  explain: async () => (await Promise.resolve().then(() => __toESM(require("./commands-explain.js")))).explain,
  init: async () => (await Promise.resolve().then(() => __toESM(require("./commands-init.js")))).init,
  merge: async () => (await Promise.resolve().then(() => __toESM(require("./commands-merge.js")))).merge
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
function trouble(error, verbose) {
  if (error instanceof UsageError) {
    const { place } = error;
    const where = place ? `${printable(place.path)}:${place.line}:${place.column}: ` : "";
    return `configmgr-firewall-lint: ${where}${printable(error.message)}`;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = [
    `configmgr-firewall-lint ${VERSION}: internal error: ${printable(message)}`,
    'This is a mistake of the program, not of your files. Please report it under "Issues" of the project, with the command and, if you may, the file.',
    verbose && error instanceof Error ? error.stack ?? "" : "Run again with --verbose for a trace."
  ];
  return lines.join("\n");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  checkForAction,
  main,
  processWorld,
  trouble
});
