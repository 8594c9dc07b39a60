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
  TOOL_ADDRESSES: () => TOOL_ADDRESSES,
  TOOL_INTERFACES: () => TOOL_INTERFACES,
  TOOL_PORTS: () => TOOL_PORTS
});
module.exports = __toCommonJS(stdin_exports);
var TOOL_PORTS = /* @__PURE__ */ new Map([
  ["rpc", "rpc"],
  ["rpcepmap", "rpc-epmap"],
  ["rpc-epmap", "rpc-epmap"],
  ["teredo", "teredo"],
  ["iphttps", "iphttps"],
  ["iphttpsin", "iphttps"],
  ["iphttpsout", "iphttps"],
  ["ply2disc", "ply2disc"],
  ["playtodiscovery", "ply2disc"],
  ["mdns", "mdns"],
  ["dhcp", "dhcp"]
]);
var FAMILIES = ["localsubnet", "dns", "dhcp", "wins", "defaultgateway"];
var NEUTRAL = /* @__PURE__ */ new Map([["localsubnet", "local-subnet"], ["defaultgateway", "default-gateway"]]);
var TOOL_ADDRESSES = new Map([
  ...FAMILIES.flatMap((name) => ["", "4", "6"].map((family) => [name + family, `${NEUTRAL.get(name) ?? name}${family}`])),
  ["intranet", "intranet"],
  ["internet", "internet"],
  ["intranetremoteaccess", "intranet-remote-access"],
  ["rmtintranet", "intranet-remote-access"],
  ["playtodevice", "play-to-device"],
  ["ply2renders", "play-to-device"],
  ["captiveportal", "captive-portal"]
]);
var TOOL_INTERFACES = /* @__PURE__ */ new Map([
  ["lan", "lan"],
  ["wired", "lan"],
  ["wireless", "wireless"],
  ["remoteaccess", "remote-access"],
  ["remote_access", "remote-access"],
  ["ras", "remote-access"],
  ["mbb", "mobile-broadband"]
]);
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
});
