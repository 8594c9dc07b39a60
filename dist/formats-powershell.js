var import_commands_check = require("./commands-check.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_shared_PKBIHDJU = require("./shared-PKBIHDJU.js");
var import_commands_check2 = require("./commands-check.js");
var import_shared_AHLXVQOH = require("./shared-AHLXVQOH.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { commandsBeside, writeNetFirewallRules } = require("./commands-check.js");
const {
  parsePowerShell
} = require("./shared-FPPTOWC4.js");
var SCRIPT = /\.ps[dm]?1$/;
var CMDLET = /\b(?:New|Set|Enable|Disable|Remove|Copy|Rename)-NetFirewall(?:Rule|Profile|[a-z]{4,13}Filter)\b/i;
var COMMAND = /^[ \t]*(?:New|Set|Enable|Disable|Remove)-NetFirewall(?:Rule|Profile)[ \t]+[-@]/im;
var RULE_STRING = /\bv\d{1,3}\.\d{1,3}\|/;
var powershell = {
  id: "powershell",
  title: "PowerShell script",
  store: "local",
  names: [],
  recognises({ name, text }) {
    if (!SCRIPT.test(name)) return (name.endsWith(".txt") || !name.includes(".")) && COMMAND.test(text);
    return CMDLET.test(text) || /\bHNetCfg\.Fw/i.test(text) || /\bnetsh\b/i.test(text) && /firewall/i.test(text) || /FirewallPolicy|WindowsFirewall/i.test(text) && (/-Item(?:Property)?\b|\breg(?:\.exe)?["']?[ \t]+add\b/i.test(text) || RULE_STRING.test(text));
  },
  parse: parsePowerShell,
  ruleWriter: commandsBeside,
  write: writeNetFirewallRules
};
module.exports = { powershell };
