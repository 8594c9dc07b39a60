var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
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
const {
  ScriptState
} = require("./shared-PKBIHDJU.js");
var jsonc;
var SHORT = 1 << 18;
async function prepareJson(text) {
  if (!jsonc && (text === void 0 || text.length > SHORT || !isRight(text))) jsonc = await Promise.resolve().then(() => require("./text-jsonc.js"));
}
function isRight(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
var DEEPEST = 500;
function parseJson(text) {
  try {
    return { value: JSON.parse(text), error: void 0 };
  } catch {
    if (!jsonc || depthOf(text) > DEEPEST) return { value: void 0, error: { message: "This is not JSON, or nested too deeply.", offset: 0, length: 1 } };
  }
  const errors = [];
  const value = jsonc.parse(text, errors, { allowTrailingComma: true, disallowComments: false });
  const first = errors[0];
  return { value, error: first && { message: `This is not JSON (${jsonc.printParseErrorCode(first.error)}).`, offset: first.offset, length: first.length } };
}
function depthOf(text) {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) at = stringEnd(text, at) - 1;
    else if (c === 123 || c === 91) deepest = Math.max(deepest, ++depth);
    else if (c === 125 || c === 93) depth--;
  }
  return deepest;
}
var PIECE = 1 << 15;
function eachItem(text, visit, places) {
  const opening = /^\s*\[(\s*)\{/.exec(text);
  if (!opening || text.length < 2 * PIECE) return false;
  const end = text.trimEnd().length - 1;
  if (text.charCodeAt(end) !== 93) return false;
  const first = opening[0].length - 1;
  const separator = `${/\n[ \t]*$/.exec(opening[1])?.[0] ?? ""}{`;
  let index = 0;
  for (let at = first; at < end; ) {
    places?.piece(index, at);
    let cut = separator === "{" ? text.indexOf("},{", at + PIECE) + 1 : text.indexOf(separator, at + PIECE);
    if (cut > 0) {
      while (cut > at && text.charCodeAt(cut) !== 44) {
        const c = text.charCodeAt(cut);
        if (c !== 32 && (c < 9 || c > 13)) return false;
        cut--;
      }
      if (cut === at) return false;
    } else cut = end;
    try {
      const items = JSON.parse(`[${text.slice(at, Math.min(cut, end))}]`);
      for (const item of items) if (!visit(item, index++)) return false;
    } catch {
      return false;
    }
    at = cut + 1;
  }
  return end > first;
}
var JsonPlaces = class {
  #text;
  #lists = /* @__PURE__ */ new Map();
  #objects = /* @__PURE__ */ new Map();
  /** Items of the list at the root from which others can be found: their indices and where they stand, blanks before them included. */
  #indices = [];
  #offsets = [];
  #root;
  constructor(text) {
    this.#text = text;
  }
  /** Told in order. */
  piece(index, offset) {
    this.#indices.push(index);
    this.#offsets.push(offset);
  }
  /** Where the value at a path stands; undefined when the text has none such. */
  find(path) {
    let at = this.#root ??= blanksEnd(this.#text, 0);
    let place = { start: at, valueStart: at, valueEnd: -1 };
    for (const step of path) {
      const next = typeof step === "number" ? this.#item(at, step) : this.#property(at, step);
      if (!next) return void 0;
      place = next;
      at = next.valueStart;
    }
    return place.valueEnd >= 0 ? place : { ...place, valueEnd: valueEnd(this.#text, place.valueStart) };
  }
  /** The properties of the object at a path, by key; none where there is no object. */
  properties(path) {
    const place = this.find(path);
    return place ? this.#propertiesAt(place.valueStart) : NO_PLACES;
  }
  #item(list, index) {
    if (this.#text.charCodeAt(list) !== 91) return void 0;
    const piece = list === this.#root ? this.#pieceOf(index) : -1;
    const first = this.#indices[piece] ?? 0;
    const from = this.#offsets[piece] ?? list + 1;
    const next = piece < 0 ? void 0 : this.#indices[piece + 1];
    let starts = this.#lists.get(from);
    if (!starts) this.#lists.set(from, starts = itemStarts(this.#text, from, (next ?? Infinity) - first));
    const start = starts[index - first];
    return start === void 0 ? void 0 : { start, valueStart: start, valueEnd: -1 };
  }
  /** The last piece that begins at an item or before it; -1 where no pieces were told. */
  #pieceOf(index) {
    let low = -1;
    let high = this.#indices.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.#indices[middle] <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  #property(object, key) {
    return this.#propertiesAt(object).get(key);
  }
  #propertiesAt(object) {
    let places = this.#objects.get(object);
    if (!places) {
      if (this.#objects.size > 64) this.#objects.clear();
      this.#objects.set(object, places = propertyPlaces(this.#text, object));
    }
    return places;
  }
};
var NO_PLACES = /* @__PURE__ */ new Map();
function blanksEnd(text, from) {
  let at = from;
  for (; ; ) {
    const c = text.charCodeAt(at);
    if (c === 32 || c >= 9 && c <= 13 || c === 65279) {
      at++;
      continue;
    }
    if (c !== 47) return at;
    const next = text.charCodeAt(at + 1);
    if (next === 47) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (next === 42) {
      const end = text.indexOf("*/", at + 2);
      at = end < 0 ? text.length : end + 2;
    } else return at;
  }
}
function stringEnd(text, at) {
  let end = text.indexOf('"', at + 1);
  while (end >= 0) {
    let back = end - 1;
    while (text.charCodeAt(back) === 92) back--;
    if ((end - back) % 2 === 1) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}
function valueEnd(text, at) {
  const first = text.charCodeAt(at);
  if (first === 34) return stringEnd(text, at);
  if (first !== 123 && first !== 91) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    return end;
  }
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const c = text.charCodeAt(end);
    if (c === 34) end = stringEnd(text, end) - 1;
    else if (c === 123 || c === 91) depth++;
    else if (c === 125 || c === 93) {
      if (--depth === 0) return end + 1;
    } else if (c === 47) end = Math.max(end, blanksEnd(text, end) - 1);
  }
  return text.length;
}
var isBreak = (c) => c === 44 || c === 93 || c === 125 || c === 32 || c >= 9 && c <= 13 || c === 47;
function itemStarts(text, from, most) {
  const starts = [];
  let at = blanksEnd(text, from);
  while (at < text.length && text.charCodeAt(at) !== 93 && starts.length < most) {
    starts.push(at);
    const end = valueEnd(text, at);
    at = blanksEnd(text, end);
    if (text.charCodeAt(at) === 44) at = blanksEnd(text, at + 1);
    else if (end === starts.at(-1)) at++;
  }
  return Int32Array.from(starts);
}
function propertyPlaces(text, object) {
  const places = /* @__PURE__ */ new Map();
  if (text.charCodeAt(object) !== 123) return places;
  let at = blanksEnd(text, object + 1);
  while (text.charCodeAt(at) === 34) {
    const keyEnd = stringEnd(text, at);
    const colon = blanksEnd(text, keyEnd);
    if (text.charCodeAt(colon) !== 58) break;
    const valueStart = blanksEnd(text, colon + 1);
    const end = valueEnd(text, valueStart);
    places.set(keyOf(text.slice(at, keyEnd)), { start: at, valueStart, valueEnd: end });
    at = blanksEnd(text, end);
    if (text.charCodeAt(at) === 44) at = blanksEnd(text, at + 1);
  }
  return places;
}
function keyOf(quoted) {
  if (!quoted.includes("\\")) return quoted.slice(1, -1);
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
var NAME = /"(?:Display ?Name|InstanceID|Name)"\s*:/;
var DIRECTION = /"Direction"\s*:\s*(?:[12]|"(?:In|Out)(?:bound)?"|"[12]"|\{)/i;
var CAPITAL = /"Direction"/;
var ACTION = /"Action"\s*:\s*(?:\d|"(?:Allow|Block|NotConfigured)|"\d"|\{)/;
var STATE = /"(?:Enabled|Profiles?)"\s*:/;
var netFirewallRuleJson = {
  id: "net-firewall-rule-json",
  title: "Get-NetFirewallRule export (JSON)",
  store: "local",
  exported: true,
  names: [],
  prepare: (file) => prepareJson(file?.text),
  recognises(file) {
    const { head } = file;
    if (!/^\s*[[{]/.test(head)) return false;
    if (!CAPITAL.test(head) && (head.length < 4096 || !NAME.test(head))) return false;
    const begin = file.text.slice(0, 1 << 16);
    return CAPITAL.test(begin) && DIRECTION.test(begin) && NAME.test(begin) && ACTION.test(begin) && STATE.test(begin);
  },
  parse
};
function parse(file) {
  const { origin, text } = file;
  const known = new JsonPlaces(text);
  const long = new Reader({ origin, places: known, path: [], single: false });
  if (eachItem(text, (item, index) => hasDirection(item) && long.read(item, index, void 0), known)) {
    return { path: file.path, format: netFirewallRuleJson.id, parts: long.state.parts(), problems: long.state.problems };
  }
  const { value, error } = parseJson(text);
  const state = new ScriptState();
  if (error) state.problem({ code: "file-unreadable", message: error.message, source: { origin, start: error.offset, end: error.offset + error.length } });
  const batches = batchesOf(value);
  const filters = filtersOf(batches);
  const places = new JsonPlaces(text);
  for (const { records, path, single } of batches) {
    const reader = new Reader({ origin, places, path, single }, state);
    records.forEach((record, index) => reader.read(record, index, filters));
  }
  return { path: file.path, format: netFirewallRuleJson.id, parts: state.parts(), problems: state.problems };
}
var Reader = class {
  state;
  #ground;
  #report;
  #values = Array(FIELDS.length).fill(void 0);
  constructor(ground, state = new ScriptState()) {
    this.#ground = ground;
    this.state = state;
    this.#report = { bare: false, problem: (code, message, source) => state.problem({ code, message, source }) };
  }
  read(record, index, filters) {
    if (typeof record !== "object" || record === null) return true;
    const values = this.#values;
    fill(values, record);
    if (!isRule(values)) return true;
    if (filters) {
      const id = values[FIELD.instanceId] ?? values[FIELD.id];
      for (const filter of filters.get(String(id).toLowerCase()) ?? []) fillMissing(values, filter);
    }
    this.state.rule(ruleFromRecord(values, new Located(this.#ground, index), this.#report), targetOf(values));
    return true;
  }
};
function batchesOf(value) {
  if (Array.isArray(value)) return [{ records: value, path: [], single: false }];
  if (typeof value !== "object" || value === null) return [];
  const found = [{ records: [value], path: [], single: true }];
  for (const [key, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) found.push({ records: inner, path: [key], single: false });
    else if (typeof inner === "object" && inner !== null && Array.isArray(inner.value)) {
      found.push({ records: inner.value, path: [key, "value"], single: false });
    }
  }
  return found;
}
function filtersOf(batches) {
  let filters;
  const values = Array(FIELDS.length).fill(void 0);
  for (const { records } of batches) {
    if (records.length > 1e3 && [records[0], records.at(-1)].every((record) => hasDirection(record))) continue;
    for (const record of records) {
      if (typeof record !== "object" || record === null || hasDirection(record)) continue;
      fill(values, record);
      if (!isFilter(values)) continue;
      const id = String(values[FIELD.instanceId]).toLowerCase();
      filters ??= /* @__PURE__ */ new Map();
      const list = filters.get(id);
      if (!list) filters.set(id, [record]);
      else if (list.length < 16) list.push(record);
    }
  }
  return filters;
}
var hasDirection = (record) => typeof record === "object" && record !== null && "Direction" in record;
function fill(values, record) {
  values.fill(void 0);
  for (const key in record) {
    const field = fieldOf(key);
    if (field < 0) {
      const inner = record[key];
      if (typeof inner === "object" && inner !== null && /filter/i.test(key)) fillMissing(values, Array.isArray(inner) ? inner[0] : inner);
      continue;
    }
    if (values[field] !== void 0 && values[field] !== null) continue;
    values[field] = record[key];
  }
}
function fillMissing(values, filter) {
  if (typeof filter !== "object" || filter === null) return;
  for (const key in filter) {
    const field = fieldOf(key);
    if (field > FIELD.profile && values[field] === void 0) values[field] = filter[key];
  }
}
var Located = class {
  #ground;
  #index;
  constructor(ground, index) {
    this.#ground = ground;
    this.#index = index;
  }
  get source() {
    return this;
  }
  get origin() {
    return this.#ground.origin;
  }
  get start() {
    return this.#ground.places.find(this.#path)?.valueStart ?? 0;
  }
  get end() {
    return this.#ground.places.find(this.#path)?.valueEnd ?? 0;
  }
  get #path() {
    return this.#ground.single ? this.#ground.path : [...this.#ground.path, this.#index];
  }
  field(field) {
    for (const [key, { start, valueEnd: valueEnd2 }] of this.#ground.places.properties(this.#path)) {
      if (fieldOf(key) === field) return { origin: this.#ground.origin, start, end: valueEnd2 };
    }
    return this.source;
  }
  fields() {
    const found = /* @__PURE__ */ new Map();
    for (const [key, { start, valueEnd: valueEnd2 }] of this.#ground.places.properties(this.#path)) {
      const field = fieldOf(key);
      if (field >= 0 && !found.has(field)) found.set(field, [start, valueEnd2]);
    }
    return found;
  }
};
module.exports = { netFirewallRuleJson };
