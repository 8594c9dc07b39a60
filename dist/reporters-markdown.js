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
  markdown: () => markdown,
  markdownPage: () => markdownPage
});
module.exports = __toCommonJS(stdin_exports);
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  markdown,
  markdownPage
});
