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
  FIREWALL_COMMAND: () => FIREWALL_COMMAND,
  toolScript: () => toolScript,
  withoutGuards: () => withoutGuards
});
module.exports = __toCommonJS(stdin_exports);
const {
  adopt
} = require("./shared-ZLYNETG4.js");
const {
  netsh
} = require("./shared-LA6KCW6L.js");
const {
  embeddedFile
} = require("./shared-ROBIYB5E.js");
const {
  parsePowerShell
} = require("./shared-USXIDSLO.js");
const {
  fixedText
} = require("./shared-5F73QLMG.js");
var FIREWALL_COMMAND = /\b(?:New|Set|Enable|Disable|Remove)-NetFirewall(?:Rule|Profile)\b|\bnetsh(?:\.exe)?\s+(?:advfirewall|firewall)\b/i;
function toolScript({ text, shell, condition, start, end }, file, state) {
  if (text.kind !== "scalar") {
    if (!FIREWALL_COMMAND.test(file.text.slice(start, end))) return;
    const message = "This script is put together when it runs, so what it does to the firewall is not known from the file.";
    state.problem({ code: "requirement-unverifiable", message, source: file.span(text.start, text.end) });
    return;
  }
  if (!FIREWALL_COMMAND.test(text.text)) return;
  const inner = embeddedFile(file, shell === "cmd" ? "script.cmd" : "script.ps1", fixedText(text.text, text.start, text.end));
  const { parts, problems } = shell === "cmd" ? netsh.parse(inner, {}) : parsePowerShell(inner);
  problems.forEach((problem) => state.problem(problem));
  adopt(parts, condition, state);
}
var ASKS = /\b(?:show\s+(?:rule|\w+profiles?)|Get-NetFirewall(?:Rule|Profile))\b/i;
function withoutGuards(condition) {
  const left = condition?.split(" > ").filter((one) => !(/^(?:not_if|unless)\b/.test(one) && ASKS.test(one))).join(" > ");
  return left === "" ? void 0 : left;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  FIREWALL_COMMAND,
  toolScript,
  withoutGuards
});
