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
module.exports = { TOOL_PORTS, TOOL_ADDRESSES, TOOL_INTERFACES };
