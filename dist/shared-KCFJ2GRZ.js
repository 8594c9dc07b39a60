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
  leftOutPackage: () => leftOutPackage
});
module.exports = __toCommonJS(stdin_exports);
const { isAnyAddress, isAnyPort } = require("./commands-check.js");
function leftOutPackage({ name, group, program, service, protocol, localPorts, remotePorts, localAddresses, remoteAddresses }, description) {
  if (group === void 0 || name === void 0 || program !== void 0 || service !== void 0 || !isAnyPort(localPorts) || !isAnyPort(remotePorts) || !isAnyAddress(localAddresses) || !isAnyAddress(remoteAddresses) || protocol === 1 || protocol === 58) return void 0;
  const isOfApp = protocol === "any" && (name === group || name === description || name.startsWith("@{") || group.startsWith("@{"));
  return isOfApp ? "AppPkgId" : "app package";
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  leftOutPackage
});
