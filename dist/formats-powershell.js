var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_shared_5F73QLMG = require("./shared-5F73QLMG.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_shared_EQXGNMIV = require("./shared-EQXGNMIV.js");
var import_commands_check3 = require("./commands-check.js");
var import_shared_FW3ZV26Z = require("./shared-FW3ZV26Z.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_COMMANDS,
  parsePowerShell,
  policyOf,
  powershell,
  runScript
} = require("./shared-JZWRVPT6.js");
module.exports = { FIREWALL_COMMANDS, parsePowerShell, policyOf, powershell, runScript };
