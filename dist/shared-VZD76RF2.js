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
  codeBlock: () => codeBlock,
  codeSpan: () => codeSpan,
  plainText: () => plainText
});
module.exports = __toCommonJS(stdin_exports);
const { printable, printableLines } = require("./commands.js");
var SPECIAL = /[\\`*_{}[\]()#+.!|<>~@&:$^=/"']|-(?![a-z])|(?<![a-z])-/g;
function plainText(text) {
  return printable(text).replace(SPECIAL, (c) => `&#${c.charCodeAt(0)};`);
}
function codeSpan(text) {
  return `<code>${plainText(text)}</code>`;
}
function codeBlock(text, language = "") {
  const body = printableLines(text).replaceAll("	", "  ");
  const longest = (body.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}
${body}
${fence}`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  codeBlock,
  codeSpan,
  plainText
});
