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
  netsh: () => netsh
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_ZR3T6NV5 = require("./shared-ZR3T6NV5.js");
var import_shared_GI4KP3PU = require("./shared-GI4KP3PU.js");
var import_shared_5F73QLMG = require("./shared-5F73QLMG.js");
var import_shared_HWTVMB4U = require("./shared-HWTVMB4U.js");
var import_shared_B7LQ2CEZ = require("./shared-B7LQ2CEZ.js");
var import_shared_Z5E6QYRH = require("./shared-Z5E6QYRH.js");
var import_shared_W3IOSCI2 = require("./shared-W3IOSCI2.js");
var import_shared_LDH3UOSV = require("./shared-LDH3UOSV.js");
var import_shared_K56NQVUF = require("./shared-K56NQVUF.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
const {
  netsh
} = require("./shared-EKSB35OG.js");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  netsh
});
