const {
  adopt,
  embeddedFile
} = require("./shared-72E42YUD.js");
const {
  parseNetsh
} = require("./shared-7KWAAULL.js");
const {
  fixedText,
  parsePowerShell
} = require("./shared-FPPTOWC4.js");
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
  const { parts, problems } = shell === "cmd" ? parseNetsh(inner) : parsePowerShell(inner);
  problems.forEach((problem) => state.problem(problem));
  adopt(parts, condition, state);
}
var ASKS = /\b(?:show\s+(?:rule|\w+profiles?)|Get-NetFirewall(?:Rule|Profile))\b/i;
function withoutGuards(condition) {
  const left = condition?.split(" > ").filter((one) => !(/^(?:not_if|unless)\b/.test(one) && ASKS.test(one))).join(" > ");
  return left === "" ? void 0 : left;
}
module.exports = { FIREWALL_COMMAND, toolScript, withoutGuards };
