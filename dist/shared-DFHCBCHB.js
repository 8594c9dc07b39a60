const { attributeOf } = require("./commands-check.js");
const {
  RegistryPolicy
} = require("./shared-AHLXVQOH.js");
const { changedRule } = require("./commands-check.js");
var FIREWALL_KEY = /FirewallPolicy|WindowsFirewall/i;
var RegistryPreferences = class {
  #file;
  #policy;
  /** Places of what item-level targeting lets happen on some machines only. */
  #targeted = /* @__PURE__ */ new Set();
  #pending;
  #hasFilters = false;
  constructor(file, problems) {
    this.#file = file;
    this.#policy = new RegistryPolicy(problems);
  }
  close(element) {
    const { name, parent, start, end, attributes } = element;
    if (name === "Properties" && parent?.name === "Registry") this.#pending = { start, end, attributes };
    else if (name.startsWith("Filter") && parent?.name === "Filters") this.#hasFilters = true;
    else if (name === "Registry") {
      if (this.#pending && !isDisabled(element)) this.#take(this.#pending);
      this.#pending = void 0;
      this.#hasFilters = false;
    }
  }
  /** What it all amounts to, one part for each store. */
  parts() {
    const condition = "item-level targeting";
    const perhaps = (setting) => this.#targeted.has(setting.source.start) ? { ...setting, condition } : setting;
    return this.#policy.parts().map((part) => this.#targeted.size === 0 ? part : {
      ...part,
      rules: part.rules.map((rule) => this.#targeted.has(rule.source.start) ? changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition}`] }) : rule),
      profiles: Object.fromEntries(Object.entries(part.profiles).map(([profile, settings]) => [profile, Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, perhaps(setting)]))])),
      changes: part.changes.map((change) => this.#targeted.has(change.source.start) ? { ...change, condition } : change)
    });
  }
  #take({ start, end, attributes }) {
    const said = (name2) => attributeOf({ attributes }, name2) ?? "";
    if (!/^(?:HKEY_LOCAL_MACHINE|HKLM)?$/i.test(said("hive"))) return;
    const key = said("key");
    const name = said("default") === "1" ? "" : said("name");
    const value = attributes.find((attribute) => attribute.name === "value");
    const policyKey = this.#policy.key(key);
    const source = value && value.end > value.start ? this.#span(value.start, value.end, `${key}\\${name}`) : this.#span(start, end, `${key}\\${name}`);
    if (this.#hasFilters) this.#targeted.add(source.start);
    const action = said("action").toUpperCase();
    if (action === "D") {
      if (name === "" && said("default") !== "1") this.#policy.deleteKey(key, source);
      else if (policyKey) this.#policy.deleteValue(policyKey, name, source);
    } else if (policyKey && said("type") === "") this.#policy.create(policyKey);
    else if (policyKey) {
      const data = dataOf(said("type"), value?.value ?? "", source, value && value.end - value.start === value.value.length);
      this.#policy.set(policyKey, action === "C" ? `**soft.${name}` : name, data);
    }
  }
  #span(start, end, key) {
    return this.#file.span(start, end, key);
  }
};
function dataOf(type, value, source, isExact) {
  const kind = type.toUpperCase();
  if (kind === "REG_DWORD" && /^[0-9a-f]{1,8}$/i.test(value)) return { number: Number.parseInt(value, 16), source };
  if (kind !== "REG_SZ" && kind !== "REG_EXPAND_SZ") return { source };
  return { text: value, source, at: isExact ? (index) => ({ ...source, start: source.start + index, end: source.start + index }) : void 0 };
}
function isDisabled(element) {
  for (let at = element; at; at = at.parent) if (attributeOf(at, "disabled") === "1") return true;
  return false;
}
module.exports = { FIREWALL_KEY, RegistryPreferences };
