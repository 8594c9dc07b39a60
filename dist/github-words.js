var import_commands = require("./commands.js");
const {
  words
} = require("./shared-BZTVRVSB.js");
module.exports = { words };
