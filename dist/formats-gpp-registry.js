var import_shared_AHLXVQOH = require("./shared-AHLXVQOH.js");
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_KEY,
  RegistryPreferences
} = require("./shared-DFHCBCHB.js");
const { walkXml, xmlProblem, xmlRoot } = require("./commands-check.js");
var ROOTS = /* @__PURE__ */ new Set(["RegistrySettings", "Collection", "Registry"]);
var gppRegistry = {
  id: "gpp-registry",
  title: "Group Policy Preferences (Registry.xml)",
  store: "local",
  exported: true,
  names: [],
  recognises(file) {
    const root = xmlRoot(file);
    return root !== void 0 && ROOTS.has(root.name) && root.namespace === "" && FIREWALL_KEY.test(file.text);
  },
  parse(file) {
    const problems = [];
    const preferences = new RegistryPreferences(file, problems);
    const error = walkXml(file.text, { close: (element) => {
      preferences.close(element);
    } });
    if (error) problems.push(xmlProblem(file, error));
    return { path: file.path, format: gppRegistry.id, parts: preferences.parts(), problems };
  }
};
module.exports = { gppRegistry };
