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
  byState: () => byState,
  flowsOf: () => flowsOf,
  isBroken: () => isBroken
});
module.exports = __toCommonJS(stdin_exports);
var STATE = { missing: "broken", blocked: "broken", partial: "broken", unverifiable: "open", satisfied: "met" };
var ORDER = ["broken", "open", "met"];
var byState = (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
var isBroken = ({ status, severity }) => severity !== "informational" && STATE[status] === "broken";
function flowsOf(requirements) {
  const flows = /* @__PURE__ */ new Map();
  for (const { status, severity, feature, peer, direction } of requirements) {
    const state = STATE[status];
    if (severity === "informational" || state === void 0 || peer === void 0 || direction === void 0) continue;
    const key = `${peer} ${direction} ${state}`;
    const flow = flows.get(key) ?? { peer, outbound: direction === "outbound", state, features: /* @__PURE__ */ new Set(), count: 0 };
    flow.features.add(feature);
    flow.count++;
    flows.set(key, flow);
  }
  return [...flows.values()].sort(byState);
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  byState,
  flowsOf,
  isBroken
});
