var import_shared_PGXPBDBQ = require("./shared-PGXPBDBQ.js");
var import_shared_BZTVRVSB = require("./shared-BZTVRVSB.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
const {
  identityOf,
  publish
} = require("./shared-ECGZXYCL.js");
module.exports = { identityOf, publish };
