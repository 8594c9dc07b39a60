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
module.exports = { adopt };
