var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  applyFixes,
  fixOf
} = require("./shared-RRQJNPQX.js");
module.exports = { applyFixes, fixOf };
