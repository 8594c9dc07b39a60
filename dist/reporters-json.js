var import_commands = require("./commands.js");
const { inertJson } = require("./commands.js");
var json = {
  id: "json",
  title: "JSON report, for programs",
  render: (report) => inertJson(`${JSON.stringify(report, null, 2)}
`)
};
module.exports = { json };
