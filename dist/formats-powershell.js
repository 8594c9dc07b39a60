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
  FIREWALL_COMMANDS: () => FIREWALL_COMMANDS,
  parsePowerShell: () => parsePowerShell,
  policyOf: () => policyOf,
  powershell: () => powershell,
  runScript: () => runScript
});
module.exports = __toCommonJS(stdin_exports);
var import_commands_check = require("./commands-check.js");
var import_shared_5F73QLMG = require("./shared-5F73QLMG.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_shared_FTXMAZVL = require("./shared-FTXMAZVL.js");
var import_commands_check2 = require("./commands-check.js");
var import_shared_HWTM47NU = require("./shared-HWTM47NU.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIREWALL_COMMANDS,
  parsePowerShell,
  policyOf,
  powershell,
  runScript
} = require("./shared-USXIDSLO.js");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  FIREWALL_COMMANDS,
  parsePowerShell,
  policyOf,
  powershell,
  runScript
});
