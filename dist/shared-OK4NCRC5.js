const {
  atoms,
  literalText
} = require("./shared-W3ZU3NDX.js");
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
module.exports = { setRegistryValue };
