var import_commands_check = require("./commands-check.js");
var import_shared_5F73QLMG = require("./shared-5F73QLMG.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_shared_KMNCULOT = require("./shared-KMNCULOT.js");
var import_commands_check2 = require("./commands-check.js");
var import_shared_45EIN5P3 = require("./shared-45EIN5P3.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_COMMANDS,
  parsePowerShell,
  policyOf,
  powershell,
  runScript
} = require("./shared-O5PP2M6C.js");
module.exports = { FIREWALL_COMMANDS, parsePowerShell, policyOf, powershell, runScript };
