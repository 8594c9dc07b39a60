var import_shared_47UY4TDN = require("./shared-47UY4TDN.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_commands_check = require("./commands-check.js");
var import_shared_B27VFHVW = require("./shared-B27VFHVW.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  FIELD,
  FIELDS,
  fieldOf,
  isFilter,
  isRule,
  ruleFromRecord,
  targetOf
} = require("./shared-DCW57EVA.js");
const { effort } = require("./commands-check.js");
const {
  ScriptState
} = require("./shared-PKBIHDJU.js");
const { attributeOf, walkXml, xmlProblem, xmlRoot } = require("./commands-check.js");
var POWERSHELL = "http://schemas.microsoft.com/powershell/2004/04";
var DIRECTION = /\bN="Direction"/;
var ACTION = /\bN="Action"/;
var clixml = {
  id: "clixml",
  title: "Get-NetFirewallRule export (CLIXML)",
  store: "local",
  exported: true,
  names: [],
  recognises(file) {
    const root = xmlRoot(file);
    return root?.name === "Objs" && root.namespace === POWERSHELL && DIRECTION.test(file.text) && ACTION.test(file.text);
  },
  parse(file) {
    const state = new ScriptState();
    const report = { bare: false, problem: (code, message, source) => {
      state.problem({ code, message, source });
    } };
    const objects = new Objects();
    const error = walkXml(file.text, objects);
    if (error) state.problem(xmlProblem(file, error));
    for (const record of objects.rules) {
      const id = record.values[FIELD.instanceId] ?? record.values[FIELD.id];
      for (const filter of objects.filters.get(String(id).toLowerCase()) ?? []) fillMissing(record.values, filter.values);
      state.rule(ruleFromRecord(record.values, new Located(file, record), report), targetOf(record.values));
    }
    return { path: file.path, format: clixml.id, parts: state.parts(), problems: state.problems };
  }
};
var Objects = class {
  rules = [];
  /** By InstanceID, in lower case. */
  filters = /* @__PURE__ */ new Map();
  #open = [];
  /** Values that stand once and are referred to from then on. */
  #values = /* @__PURE__ */ new Map();
  open(element) {
    const { name } = element;
    if (name === "TN" || name === "TNRef") return false;
    if (name !== "Obj") return true;
    const called = attributeOf(element, "N") ?? "";
    if (called.startsWith("__")) return false;
    this.#open.push({ name: called, refId: attributeOf(element, "RefId"), start: element.start, text: void 0, items: void 0, properties: void 0 });
    return true;
  }
  close(element) {
    const { name } = element;
    if (CONTAINERS.has(name)) {
      const list = LISTS.has(name) ? this.#open.at(-1) : void 0;
      if (list) list.items ??= [];
      return;
    }
    if (name === "Obj") this.#closeObject(element);
    else if (name === "ToString" || element.parent?.name === "Obj") this.#say(element);
    else this.#put(element, attributeOf(element, "N") ?? "", name === "Ref" ? onceMore(this.#values.get(attributeOf(element, "RefId") ?? "")) : primitive(element), void 0);
  }
  /** The words of an enumeration's value, else its number. */
  #say({ name, text }) {
    const object = this.#open.at(-1);
    if (object && (name === "ToString" || object.text === void 0)) object.text = unescaped(text);
  }
  #closeObject(element) {
    const object = this.#open.pop();
    if (!object) return;
    const { properties } = object;
    if (properties) properties.end = element.end;
    if (properties && isRule(properties.values)) {
      this.rules.push(properties);
      return;
    }
    if (properties && isFilter(properties.values)) {
      const id = String(properties.values[FIELD.instanceId]).toLowerCase();
      const known = this.filters.get(id);
      if (!known) this.filters.set(id, [properties]);
      else if (known.length < 16) known.push(properties);
    }
    const value = object.items ?? object.text ?? {};
    if (object.refId !== void 0 && fieldOf(object.name) >= 0) this.#values.set(object.refId, value);
    this.#put(element, object.name, value, properties);
  }
  /** Gives a value to the object around it: as a property, or as an item of a list. */
  #put({ parent, start, end }, name, value, inner) {
    const object = this.#open.at(-1);
    if (!object || !parent) return;
    if (LISTS.has(parent.name)) {
      if (typeof value !== "object") (object.items ??= []).push(value);
    } else if (parent.name === "Props" || parent.name === "MS") {
      const field = fieldOf(name);
      if (field < 0 && !(inner && /filter/i.test(name))) return;
      const own = object.properties ??= { values: Array(FIELDS.length).fill(void 0), places: [], start: object.start, end: object.start };
      if (field < 0) fillMissing(own.values, inner.values);
      else if (own.values[field] === void 0 || own.values[field] === null) {
        own.values[field] = value;
        own.places.push(field, start, end);
      }
    }
  }
};
var LISTS = /* @__PURE__ */ new Set(["LST", "IE", "QUE", "STK"]);
var CONTAINERS = /* @__PURE__ */ new Set(["Objs", "Props", "MS", "DCT", "En", ...LISTS]);
function fillMissing(values, filter) {
  for (let field = FIELD.profile + 1; field < filter.length; field++) values[field] ??= onceMore(filter[field]);
}
var onceMore = (value) => Array.isArray(value) && value.length > LONG && !effort().copy(value.length * 8) ? "System.Object[]" : value;
var LONG = 100;
var primitive = ({ name, text }) => name === "Nil" ? null : unescaped(text);
var unescaped = (text) => text.includes("_x") ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) : text;
var Located = class {
  source;
  #places;
  constructor(file, { start, end, places }) {
    this.source = file.span(start, end);
    this.#places = places;
  }
  fields() {
    const found = /* @__PURE__ */ new Map();
    for (let i = 0; i < this.#places.length; i += 3) found.set(this.#places[i], [this.#places[i + 1], this.#places[i + 2]]);
    return found;
  }
  field(field) {
    const place = this.fields().get(field);
    return place ? { origin: this.source.origin, start: place[0], end: place[1] } : this.source;
  }
};
module.exports = { clixml };
