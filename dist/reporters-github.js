var import_shared_5BGIBRM6 = require("./shared-5BGIBRM6.js");
var import_shared_PAKLKAED = require("./shared-PAKLKAED.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
const {
  command,
  github
} = require("./shared-4F6XIWWJ.js");
module.exports = { command, github };
