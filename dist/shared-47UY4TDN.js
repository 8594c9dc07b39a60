const { isAnyAddress, isAnyPort } = require("./commands-check.js");
function leftOutPackage({ name, group, program, service, protocol, localPorts, remotePorts, localAddresses, remoteAddresses }, description) {
  if (group === void 0 || name === void 0 || program !== void 0 || service !== void 0 || !isAnyPort(localPorts) || !isAnyPort(remotePorts) || !isAnyAddress(localAddresses) || !isAnyAddress(remoteAddresses) || protocol === 1 || protocol === 58) return void 0;
  const isOfApp = protocol === "any" && (name === group || name === description || name.startsWith("@{") || group.startsWith("@{"));
  return isOfApp ? "AppPkgId" : "app package";
}
module.exports = { leftOutPackage };
