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
  setRegistryValue: () => setRegistryValue
});
module.exports = __toCommonJS(stdin_exports);
const {
  atoms,
  literalText
} = require("./shared-6XATUBO2.js");
function setRegistryValue(policy, { path, name, data, type, isHex, isAbsent, source }, problems) {
  const written = literalText(path).replace(/^(HK[A-Z_]+):/i, "$1").replace(/\\+/g, "\\");
  const key = policy.key(written);
  if (!key) return;
  const value = name && name.kind !== "nothing" ? literalText(name) : "";
  const unknown = [path, name, isAbsent ? void 0 : data].find((literal) => literal?.kind === "expression" || literal && atoms(literal).some((atom) => atom.kind === "expression"));
  if (unknown) {
    if (path.kind === "scalar" && (/\\Logging\\?$/i.test(written) || name?.kind === "scalar" && /^(?:Disable(?:Notifications|Stealth|Unicast)|AllowLocalIPsec)/i.test(name.text))) return;
    problems.push({ code: "requirement-unverifiable", message: `${literalText(unknown)} in ${written} is not known from the file.`, source: { ...source, start: unknown.start, end: unknown.end } });
  } else if (isAbsent) {
    if (value === "") policy.deleteKey(written, source);
    else policy.deleteValue(key, value, source);
  } else if (data && data.kind !== "nothing") policy.set(key, value, dataOf(data, type, isHex === true, source));
  else policy.create(key);
}
function dataOf(data, type, isHex, source) {
  const text = literalText(data);
  const at = { ...source, start: data.start, end: data.end };
  if (!/^(?:dword|qword)$/i.test(type ? literalText(type) : "")) return { text, source: at };
  const number = /^0x[\da-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : isHex && /^[\da-f]{1,8}$/i.test(text) ? Number.parseInt(text, 16) : /^\d{1,10}$/.test(text) ? Number(text) : void 0;
  return number === void 0 ? { source: at } : { number, source: at };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  setRegistryValue
});
