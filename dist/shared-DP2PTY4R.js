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
var RANK = { error: 0, warning: 1, notice: 2 };
var gravestFirst = (findings) => [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity] || Number(b.new === true) - Number(a.new === true));
module.exports = { byState, isBroken, flowsOf, gravestFirst };
