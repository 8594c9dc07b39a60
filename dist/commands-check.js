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
  check: () => check,
  contextFor: () => contextFor,
  exitStatus: () => exitStatus
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_BJJOXQ2G = require("./shared-BJJOXQ2G.js");
var import_shared_7A7MJYKE = require("./shared-7A7MJYKE.js");
var import_shared_VZUWGS5V = require("./shared-VZUWGS5V.js");
var import_shared_KGWRJE6P = require("./shared-KGWRJE6P.js");
var import_shared_R6TX5UBF = require("./shared-R6TX5UBF.js");
var import_shared_JFUER3IT = require("./shared-JFUER3IT.js");
var import_shared_6NMWFYJ3 = require("./shared-6NMWFYJ3.js");
var import_shared_7F6TYY2M = require("./shared-7F6TYY2M.js");
var import_shared_4ICXJBLH = require("./shared-4ICXJBLH.js");
var import_shared_O5OH2J54 = require("./shared-O5OH2J54.js");
var import_shared_YWLKBUMM = require("./shared-YWLKBUMM.js");
var import_shared_3TOTB54V = require("./shared-3TOTB54V.js");
var import_shared_7HD2BTDN = require("./shared-7HD2BTDN.js");
var import_shared_GI4KP3PU = require("./shared-GI4KP3PU.js");
var import_shared_Z5E6QYRH = require("./shared-Z5E6QYRH.js");
var import_shared_Y3PACV2V = require("./shared-Y3PACV2V.js");
var import_shared_Z7LQSCLQ = require("./shared-Z7LQSCLQ.js");
var import_shared_GWLL7STH = require("./shared-GWLL7STH.js");
var import_shared_6UZR6XQ5 = require("./shared-6UZR6XQ5.js");
var import_shared_LDH3UOSV = require("./shared-LDH3UOSV.js");
var import_shared_K56NQVUF = require("./shared-K56NQVUF.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
const {
  check,
  contextFor,
  exitStatus
} = require("./shared-ZCKLJ3KL.js");
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  check,
  contextFor,
  exitStatus
});
