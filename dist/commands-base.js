var import_shared_3LTO7YOE = require("./shared-3LTO7YOE.js");
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
const {
  BASE_CHECKED_OUT,
  baseOfRun,
  have,
  missing,
  namedBase
} = require("./shared-E3KJNJMH.js");
module.exports = { BASE_CHECKED_OUT, baseOfRun, have, missing, namedBase };
