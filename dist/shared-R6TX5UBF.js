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
  displayWidth: () => displayWidth,
  inert: () => inert,
  inertJson: () => inertJson,
  printable: () => printable,
  printableLines: () => printableLines,
  shortened: () => shortened
});
module.exports = __toCommonJS(stdin_exports);
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
  return json.replace(JSON_UNSAFE, (found) => found === "##" ? "#\\u0023" : `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  displayWidth,
  inert,
  inertJson,
  printable,
  printableLines,
  shortened
});
