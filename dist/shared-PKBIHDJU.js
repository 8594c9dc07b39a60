const { isPattern, wildcard } = require("./commands-check.js");
const { MOST_UNMODELLED } = require("./commands-check.js");
const { PROFILES, addressTexts, changedRule, portTexts, profileNames } = require("./commands-check.js");
var LOCAL = { store: "local" };
var GROUP_POLICY = { store: "group-policy" };
var MOST_COMPARISONS = 5e6;
var ScriptState = class {
  #parts = /* @__PURE__ */ new Map();
  problems = [];
  #comparisons = 0;
  #isTold = false;
  rule(rule, target) {
    this.#part(target).add(rule);
  }
  change(change, target) {
    const part = this.#part(target);
    part.changes.push(change);
    if (this.#comparisons <= MOST_COMPARISONS) this.#comparisons += part.apply(change) * weightOf(change.select);
    if (this.#comparisons <= MOST_COMPARISONS || this.#isTold) return;
    this.#isTold = true;
    this.problems.push({
      code: "requirement-unverifiable",
      source: change.source,
      message: "This script changes too many rules too often; from here on its changes to its own rules were not followed."
    });
  }
  configure(profiles, key, setting, target) {
    const part = this.#part(target);
    for (const profile of profileNames(profiles)) {
      const settings = part.profiles[profile] ??= {};
      const before = settings[key];
      if (setting === void 0) {
        delete settings[key];
        part.takeBack(profile, key);
      } else if (setting.condition === void 0 || before?.value !== setting.value || before.condition !== void 0) settings[key] = setting;
    }
  }
  clearSettings(target, condition) {
    const part = this.#part(target);
    const { profiles } = part;
    for (const profile of PROFILES) {
      if (condition === void 0) {
        delete profiles[profile];
        for (const key of KEYS) part.takeBack(profile, key);
        continue;
      }
      const settings = profiles[profile];
      for (const key of Object.keys(settings ?? {})) {
        const setting = settings?.[key];
        if (settings && setting && setting.condition === void 0) settings[key] = { ...setting, condition };
      }
    }
  }
  problem(problem) {
    this.problems.push(problem);
  }
  /** Whether the script itself has made a rule that the selector means, under no condition. */
  holds(select, target) {
    if (this.#comparisons > MOST_COMPARISONS) return false;
    return this.made(select, target) === true;
  }
  made(select, target) {
    if (this.#comparisons > MOST_COMPARISONS) return void 0;
    const { found, count } = this.#part(target).find(select);
    this.#comparisons += count * weightOf(select);
    return found;
  }
  /** The script's own rules that a selector means. */
  matching(select, target) {
    if (this.#comparisons > MOST_COMPARISONS) return [];
    const { rules, count } = this.#part(target).matching(select);
    this.#comparisons += count * weightOf(select);
    return rules;
  }
  /** Gives a rule another id. */
  renamed(rule, id, target) {
    this.#part(target).replace(rule, changedRule(rule, { id }));
  }
  /** One part for each store that the script wrote to, the first one first. */
  parts() {
    return [...this.#parts.values()].map((part) => ({
      store: part.target.store,
      ...part.target.gpo === void 0 ? {} : { gpo: part.target.gpo },
      rules: part.rules.filter((rule) => rule !== void 0),
      profiles: part.profiles,
      ...part.unset.size > 0 && { unset: Object.fromEntries([...part.unset].map(([profile, keys2]) => [profile, [...keys2]])) },
      changes: part.changes
    }));
  }
  #last;
  #part(target) {
    if (this.#last?.target === target) return this.#last;
    const key = `${target.store}\0${target.gpo?.toLowerCase() ?? ""}`;
    let part = this.#parts.get(key);
    if (!part) this.#parts.set(key, part = new PartState(target));
    this.#last = part;
    return part;
  }
};
var KEYS = ["enabled", "defaultInbound", "defaultOutbound", "allowLocalRules", "blockAllInbound", "allowUserApps", "allowUserPorts"];
var PartState = class {
  target;
  rules = [];
  profiles = {};
  changes = [];
  /** Settings that were put back to "not configured", also those that lower layers set. */
  unset = /* @__PURE__ */ new Map();
  /** Indices by `n` and name, `i` and id, in lower case. */
  #index = /* @__PURE__ */ new Map();
  #indexed = 0;
  #alive = 0;
  constructor(target) {
    this.target = target;
  }
  takeBack(profile, key) {
    const keys2 = this.unset.get(profile);
    if (keys2) keys2.add(key);
    else this.unset.set(profile, /* @__PURE__ */ new Set([key]));
  }
  add(rule) {
    this.rules.push(rule);
    this.#alive++;
  }
  /** Applies one change to the rules so far; returns how many it looked at. */
  apply(change) {
    const { kind, select, values, condition } = change;
    if (this.#alive === 0) {
      this.#forget();
      return 1;
    }
    if (kind === "reset") {
      if (condition === void 0) {
        this.#forget();
        return 1;
      }
      return this.#each(this.rules.keys(), (rule) => underCondition(rule, condition));
    }
    const act = (rule) => {
      if (!selects(select, rule)) return rule;
      const open = condition === void 0 ? "" : openCondition(rule, condition);
      if (open !== "") return underCondition(rule, open, values);
      if (kind === "remove") return void 0;
      return changedRule(rule, values.unmodelled === void 0 ? values : { ...values, unmodelled: [.../* @__PURE__ */ new Set([...rule.unmodelled.slice(0, MOST_UNMODELLED), ...values.unmodelled])] });
    };
    return this.#each(this.#candidates(select), act);
  }
  /** Whether a rule is there; undefined when it is there under a condition. */
  find(select) {
    let found = false;
    let count = 1;
    for (const index of this.#candidates(select)) {
      const rule = this.rules[index];
      count++;
      if (!rule || !selects(select, rule)) continue;
      if (!rule.unmodelled.some((text) => text.startsWith("condition="))) return { found: true, count };
      found = void 0;
    }
    return { found, count };
  }
  matching(select) {
    const rules = [];
    let count = 1;
    for (const index of this.#candidates(select)) {
      const rule = this.rules[index];
      count++;
      if (rule && selects(select, rule)) rules.push(rule);
    }
    return { rules, count };
  }
  replace(rule, by) {
    const index = this.rules.indexOf(rule);
    if (index < 0) return;
    this.rules[index] = by;
    if (by.id !== null) this.#file(`i${by.id.toLowerCase()}`, index);
  }
  /** The rules that a selector may mean: few where it says whole ids or names, else all. */
  #candidates(select) {
    const { ids, names } = select;
    if (ids && !ids.some(isPattern)) return ids.flatMap((id) => this.#listed(`i${id.toLowerCase()}`));
    if (names && !names.some(isPattern)) return names.flatMap((name) => this.#listed(`n${name.toLowerCase()}`));
    return this.rules.keys();
  }
  #each(indices, act) {
    let count = 1;
    for (const index of indices) {
      const rule = this.rules[index];
      count++;
      if (!rule) continue;
      const after = act(rule);
      if (after === rule) continue;
      this.rules[index] = after;
      if (!after) this.#alive--;
      else if (after.name !== rule.name) this.#file(`n${after.name.toLowerCase()}`, index);
    }
    return count;
  }
  #listed(key) {
    for (; this.#indexed < this.rules.length; this.#indexed++) {
      const rule = this.rules[this.#indexed];
      if (!rule) continue;
      this.#file(`n${rule.name.toLowerCase()}`, this.#indexed);
      if (rule.id !== null) this.#file(`i${rule.id.toLowerCase()}`, this.#indexed);
    }
    const list = this.#index.get(key);
    if (!list) return [];
    const alive = list.filter((index) => this.rules[index] !== void 0);
    this.#index.set(key, alive);
    return alive;
  }
  #file(key, index) {
    const list = this.#index.get(key);
    if (list) list.push(index);
    else this.#index.set(key, [index]);
  }
  #forget() {
    this.rules.length = 0;
    this.#index.clear();
    this.#indexed = 0;
    this.#alive = 0;
  }
};
function underCondition(rule, condition, values) {
  const word = `condition=${condition}`;
  const changed = values === void 0 ? [] : Object.keys(values);
  if (changed.length === 1 && values?.enabled !== void 0) return values.enabled === rule.enabled ? rule : changedRule(rule, { enabled: "unknown" });
  return rule.unmodelled.length >= MOST_UNMODELLED || rule.unmodelled.includes(word) ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, word] });
}
function openCondition(rule, condition) {
  let open = condition;
  for (const text of rule.unmodelled) {
    const own = text.replace(/^condition=/, "");
    if (own === "catch {\u2026}" || !open.includes(own)) continue;
    if (open === own) return "";
    if (open.startsWith(`${own} and `)) open = open.slice(own.length + 5);
    else if (open.endsWith(` and ${own}`)) open = open.slice(0, -own.length - 5);
  }
  return open;
}
function selects(select, rule) {
  return matches(select.names, rule.name) && matches(select.ids, rule.id ?? void 0) && matches(select.groups, rule.group) && same(select.direction, rule.direction) && same(select.action, rule.action) && same(select.enabled, rule.enabled) && same(select.profiles, rule.profiles) && same(select.protocol, rule.protocol) && (select.localPorts === void 0 || keyOf(select.localPorts, portTexts) === keyOf(rule.localPorts, portTexts)) && (select.remotePorts === void 0 || keyOf(select.remotePorts, portTexts) === keyOf(rule.remotePorts, portTexts)) && (select.localAddresses === void 0 || keyOf(select.localAddresses, addressTexts) === keyOf(rule.localAddresses, addressTexts)) && (select.remoteAddresses === void 0 || keyOf(select.remoteAddresses, addressTexts) === keyOf(rule.remoteAddresses, addressTexts)) && (select.program === void 0 || select.program.toLowerCase() === rule.program?.toLowerCase()) && (select.service === void 0 || select.service.toLowerCase() === rule.service?.toLowerCase());
}
var same = (wanted, is) => wanted === void 0 || wanted === is;
var keys = /* @__PURE__ */ new WeakMap();
function keyOf(set, textsOf) {
  let key = keys.get(set);
  if (key === void 0) keys.set(set, key = [...textsOf(set)].sort().join());
  return key;
}
function weightOf({ names, ids, groups }) {
  let weight = 0;
  for (const list of [names, ids, groups]) for (const pattern of list ?? []) weight += isPattern(pattern) ? pattern.length / 16 : 1 / 4;
  return Math.max(1, Math.trunc(weight));
}
function matches(wanted, is) {
  if (wanted === void 0) return true;
  if (is === void 0) return false;
  const text = is.toLowerCase();
  return wanted.some((pattern) => isPattern(pattern) ? wildcard(pattern, text) : pattern.toLowerCase() === text);
}
module.exports = { LOCAL, GROUP_POLICY, ScriptState };
