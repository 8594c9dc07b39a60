var import_shared_VZD76RF2 = require("./shared-VZD76RF2.js");
var import_shared_4Q7THGRU = require("./shared-4Q7THGRU.js");
var import_shared_5BGIBRM6 = require("./shared-5BGIBRM6.js");
var import_shared_PAKLKAED = require("./shared-PAKLKAED.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
const {
  markdown,
  markdownPage
} = require("./shared-K2TGNTF5.js");
module.exports = { markdown, markdownPage };
