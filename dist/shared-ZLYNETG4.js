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
  adopt: () => adopt
});
module.exports = __toCommonJS(stdin_exports);
const { PROFILES, changedRule } = require("./commands-check.js");
function adopt(parts, condition, state) {
  const both = (inner) => condition === void 0 ? inner : inner === void 0 ? condition : `${condition} > ${inner}`;
  for (const { store, gpo, rules, changes, profiles } of parts) {
    const target = gpo === void 0 ? { store } : { store, gpo };
    for (const change of changes) state.change({ ...change, condition: both(change.condition) }, target);
    for (const rule of rules) state.rule(condition === void 0 ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition}`] }), target);
    PROFILES.forEach((profile, bit) => {
      for (const [key, setting] of Object.entries(profiles[profile] ?? {})) {
        const why = both(setting.condition);
        state.configure(1 << bit, key, why === void 0 ? setting : { ...setting, condition: why }, target);
      }
    });
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  adopt
});
