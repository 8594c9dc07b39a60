var import_shared_O5PP2M6C = require("./shared-O5PP2M6C.js");
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
  netsh
} = require("./shared-D7HTGEU3.js");
module.exports = { netsh };
