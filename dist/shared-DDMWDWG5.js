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
  escaped: () => escaped,
  escapedLines: () => escapedLines
});
module.exports = __toCommonJS(stdin_exports);
const { printable } = require("./commands.js");
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var escaped = (text) => printable(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);
var escapedLines = (text) => text.split(/\r\n|\r|\n/).map((line) => escaped(line.replaceAll("	", "  "))).join("\n").replace(/[\ufffe\uffff]/g, "\uFFFD");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  escaped,
  escapedLines
});
