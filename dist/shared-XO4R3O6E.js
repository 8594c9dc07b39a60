var ROOT = "Software\\Policies\\Microsoft\\WindowsFirewall";
var TemplateExtension = class {
  #file;
  #policy;
  #problems;
  #setting;
  constructor(file, policy, problems) {
    this.#file = file;
    this.#policy = policy;
    this.#problems = problems;
  }
  /** False: what is inside does not matter. Depths count from the extension's children, which have 1. */
  open({ name }, depth) {
    if (depth === 1) this.#setting = name === "Policy" || name === "RegistrySetting" ? newSetting() : void 0;
    return this.#setting !== void 0 && name !== "Explain";
  }
  close(element, depth) {
    const setting = this.#setting;
    if (!setting) return;
    const { name, parent, text, start, end } = element;
    if (depth === 1) {
      this.#setting = void 0;
      const source = { start, end };
      if (name === "Policy") this.#take(setting, source);
      else this.#takeValues(setting, source);
    } else if (depth === 2) {
      if (name === "CheckBox") setting.boxes.set(words(setting.part.name), isOn(setting.part.state));
      else if (name === "EditText") setting.edits.push(setting.part);
      else if (name === "Value") setting.values.push(setting.part);
      else setting.fields.set(name, text.trim());
      setting.part = newPart();
    } else if (depth === 3) {
      if (name === "Name") setting.part.name = text.trim();
      else if (name === "State") setting.part.state = text.trim();
      else if (name === "Value") Object.assign(setting.part, { value: text.trim(), start, end });
      else if (name === "Number" || name === "String") Object.assign(setting.part, { kind: name, value: text.trim(), start, end });
    } else if (parent?.name === "Element" && name === "Data") setting.entries.push({ text: text.trim(), start, end });
  }
  #take({ fields, boxes, edits, entries }, at) {
    const name = (fields.get("Name") ?? "").toLowerCase();
    const category = fields.get("Category") ?? "";
    const state = fields.get("State") ?? "";
    if (!/^(?:Enabled|Disabled)$/.test(state)) return;
    const profile = /\/Domain Profile$/.test(category) ? "DomainProfile" : /\/Standard Profile$/.test(category) ? "StandardProfile" : void 0;
    const known = /^windows (?:defender )?firewall: (.+)$/.exec(name)?.[1];
    const reader = profile && known !== void 0 ? READERS.get(known) : void 0;
    if (!reader) {
      const isFirewall = /windows/i.test(category) && FIREWALL_WORD.test(category);
      if (entries.some(({ text }) => LIST_ENTRY.test(text)) || isFirewall && !(profile && known !== void 0)) this.#cannotRead(fields.get("Name") ?? "", at);
      return;
    }
    const set = (below, value2, data, place = at) => {
      this.#set(`${ROOT}\\${profile}${below === "" ? "" : `\\${below}`}`, value2, data, place);
    };
    reader(set, state === "Enabled" ? 1 : 0, { boxes, edits, entries });
  }
  #takeValues({ fields, values }, at) {
    const key = fields.get("KeyPath") ?? "";
    const policyKey = this.#policy.key(key);
    if (!policyKey) return;
    this.#policy.create(policyKey);
    for (const part of values) {
      if (part.kind === "Number" && /^\d{1,10}$/.test(part.value)) this.#set(key, part.name, { number: Number(part.value) }, part);
      else if (part.kind === "String") this.#set(key, part.name, { text: part.value }, part);
      else if (part.name !== "") this.#cannotRead(`${key}\\${part.name}`, at);
    }
  }
  #set(path, name, data, { start, end }) {
    const key = this.#policy.key(path);
    if (key) this.#policy.set(key, name, { ...data, source: this.#file.span(start, end, `${path}\\${name}`) });
  }
  #cannotRead(name, { start, end }) {
    const message = `What "${name}" opens cannot be read from this report; registry.pol of the same GPO says it.`;
    this.#problems.push({ code: "requirement-unverifiable", message, source: this.#file.span(start, end, name) });
  }
};
var newPart = () => ({ name: "", state: "", value: "", kind: "", start: 0, end: 0 });
var newSetting = () => ({ fields: /* @__PURE__ */ new Map(), boxes: /* @__PURE__ */ new Map(), edits: [], entries: [], values: [], part: newPart() });
var isOn = (state) => state === "Enabled";
var words = (text) => text.replaceAll(" ", "").toLowerCase();
var FIREWALL_WORD = /firewall|\ubc29\ud654\ubcbd|\u30d5\u30a1\u30a4\u30a2\u30a6\u30a9\u30fc\u30eb|\u9632\u706b\u5899|\u9632\u706b\u7246|pare-feu|\u0431\u0440\u0430\u043d\u0434\u043c\u0430\u0443\u044d\u0440|t\u0171zfal|zapora|g\u00fcvenlik duvar\u0131/i;
var LIST_ENTRY = /^\d{1,5}:(?:TCP|UDP):[^:]*:(?:enabled|disabled):|:(?:enabled|disabled):/i;
var value = (below, name) => (set, state) => {
  set(below, name, { number: state });
};
var list = (key) => (set, state, { entries }) => {
  set(key, "Enabled", { number: state });
  for (const { text, start, end } of entries) set(`${key}\\List`, text, { text }, { start, end });
};
var exception = (key) => (set, state, { edits }) => {
  set(key, "Enabled", { number: state });
  const scope = edits.find((edit) => isOn(edit.state) && edit.value !== "");
  if (scope) set(key, "RemoteAddresses", { text: scope.value }, scope);
};
var icmp = (set, state, { boxes }) => {
  if (state === 1) for (const [name, on] of boxes) set("IcmpSettings", name, { number: on ? 1 : 0 });
};
var nothing = () => {
};
var READERS = /* @__PURE__ */ new Map([
  ["protect all network connections", value("", "EnableFirewall")],
  ["do not allow exceptions", value("", "DoNotAllowExceptions")],
  ["allow local port exceptions", value("GloballyOpenPorts", "AllowUserPrefMerge")],
  ["allow local program exceptions", value("AuthorizedApplications", "AllowUserPrefMerge")],
  ["define port exceptions", list("GloballyOpenPorts")],
  ["define inbound port exceptions", list("GloballyOpenPorts")],
  ["define program exceptions", list("AuthorizedApplications")],
  ["define inbound program exceptions", list("AuthorizedApplications")],
  ["allow file and printer sharing exception", exception("Services\\FileAndPrint")],
  ["allow inbound file and printer sharing exception", exception("Services\\FileAndPrint")],
  ["allow remote administration exception", exception("RemoteAdminSettings")],
  ["allow inbound remote administration exception", exception("RemoteAdminSettings")],
  ["allow remote desktop exception", exception("Services\\RemoteDesktop")],
  ["allow inbound remote desktop exceptions", exception("Services\\RemoteDesktop")],
  ["allow upnp framework exception", exception("Services\\UPnPFramework")],
  ["allow inbound upnp framework exceptions", exception("Services\\UPnPFramework")],
  ["allow icmp exceptions", icmp],
  ["allow logging", nothing],
  ["prohibit notifications", nothing],
  ["prohibit unicast response to multicast or broadcast requests", nothing]
]);
module.exports = { TemplateExtension, FIREWALL_WORD };
