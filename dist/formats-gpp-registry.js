var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  gppRegistry: () => gppRegistry
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_HWTM47NU = require("./shared-HWTM47NU.js");
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_KEY,
  RegistryPreferences
} = require("./shared-QB5XNXKL.js");
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  gppRegistry
});
