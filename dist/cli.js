#!/usr/bin/env node
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
var import_commands2 = require("./commands.js");
var import_commands3 = require("./commands.js");
var import_node_fs = require("node:fs");
const { COMMANDS, helpText } = require("./commands.js");
const { VERSION } = require("./commands.js");
var args = process.argv.slice(2);
var isHelp = (arg) => arg === "--help" || arg === "-h";
if (args[0] === "--version" || args[0] === "-V") (0, import_node_fs.writeSync)(1, `${VERSION}
`);
else if (args[0] === "help") (0, import_node_fs.writeSync)(1, helpText(args[1]));
else if (args.some(isHelp)) (0, import_node_fs.writeSync)(1, helpText(COMMANDS.find(({ name }) => name === args[0])?.name));
else void Promise.resolve().then(() => require("./commands.js")).then(({ main, processWorld }) => main(args, processWorld())).then((status) => process.exit(status));
