var import_shared_UP7TKHYG = require("./shared-UP7TKHYG.js");
var import_shared_Y66WSB52 = require("./shared-Y66WSB52.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
const {
  command,
  github
} = require("./shared-ZSNEDL6H.js");
module.exports = { command, github };
