var import_shared_VZD76RF2 = require("./shared-VZD76RF2.js");
var import_shared_DP2PTY4R = require("./shared-DP2PTY4R.js");
var import_shared_VEQUKJWD = require("./shared-VEQUKJWD.js");
var import_shared_UP7TKHYG = require("./shared-UP7TKHYG.js");
var import_shared_Y66WSB52 = require("./shared-Y66WSB52.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
const {
  markdown,
  markdownPage
} = require("./shared-GNMFK5VE.js");
module.exports = { markdown, markdownPage };
