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
  wildcard: () => wildcard
});
module.exports = __toCommonJS(stdin_exports);
function wildcard(pattern, text) {
  const p = pattern.toLowerCase();
  const t = text.toLowerCase();
  let at = 0;
  let i = 0;
  let star = -1;
  let mark = 0;
  while (i < t.length) {
    if (at < p.length && p[at] !== "*" && (p[at] === "?" || p[at] === t[i])) {
      at++;
      i++;
    } else if (p[at] === "*") {
      star = at++;
      mark = i;
    } else if (star >= 0) {
      at = star + 1;
      i = ++mark;
    } else return false;
  }
  while (p[at] === "*") at++;
  return at === p.length;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  wildcard
});
