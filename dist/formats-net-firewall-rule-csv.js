var import_shared_47UY4TDN = require("./shared-47UY4TDN.js");
var import_shared_RX3CNVOS = require("./shared-RX3CNVOS.js");
var import_commands_check = require("./commands-check.js");
var import_shared_B27VFHVW = require("./shared-B27VFHVW.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  delimiterOf,
  readCsv
} = require("./shared-MS7EKLGN.js");
const {
  FIELD,
  FIELDS,
  fieldOf,
  isRule,
  ruleFromRecord,
  targetOf
} = require("./shared-DCW57EVA.js");
const {
  ScriptState
} = require("./shared-PKBIHDJU.js");
var ABOVE = /^(?:#TYPE[^\r\n]*|"?sep=[^\r\n]{1,2}|[ \t]*)(?:\r\n|\r|\n)/i;
var netFirewallRuleCsv = {
  id: "net-firewall-rule-csv",
  title: "Get-NetFirewallRule export (CSV)",
  store: "local",
  exported: true,
  names: [],
  recognises({ head }) {
    if (/^\s*[[{<]/.test(head)) return false;
    const header = headerOf(head);
    if (!/direction/i.test(header.line)) return false;
    const fields = new Set(columnsOf(header.line).map(fieldOf));
    const has = (...wanted) => wanted.every((field) => fields.has(FIELD[field]));
    const isNamed = /display ?name|instance ?id/i.test(header.line) && (has("name") || has("instanceId")) || has("profile", "protocol", "localPort") && (has("name") || has("id"));
    return has("direction", "action", "enabled") && isNamed && namesDirections(head, header);
  },
  parse
};
function headerOf(text) {
  let start = 0;
  for (let above = ABOVE.exec(text); above; above = ABOVE.exec(text.slice(start, start + 4096))) start += above[0].length;
  const end = text.slice(start, start + 65536).search(/[\r\n]/);
  return { line: text.slice(start, end < 0 ? void 0 : start + end), start };
}
function namesDirections(head, { line, start }) {
  let at = -1;
  let rows = 0;
  let isNamed = false;
  readCsv(head.slice(start), 0, delimiterOf(line), ({ cells }) => {
    if (at < 0) {
      at = cells.findIndex((cell) => fieldOf(cell) === FIELD.direction);
      return;
    }
    rows++;
    isNamed ||= /^(?:in(?:bound)?|out(?:bound)?|[12])$/i.test(cells[at] ?? "");
  });
  return isNamed || rows === 0;
}
function columnsOf(line) {
  let columns = [];
  readCsv(line, 0, delimiterOf(line), ({ cells }) => {
    columns = cells;
  });
  return columns;
}
function parse(file) {
  const { text, origin } = file;
  const state = new ScriptState();
  const report = { bare: false, problem: (code, message, source) => state.problem({ code, message, source }) };
  const { line, start: from } = headerOf(text);
  let columns;
  const values = Array(FIELDS.length).fill(void 0);
  const open = readCsv(text, from, delimiterOf(line), ({ cells, places, start, end }) => {
    if (!columns) {
      const seen = /* @__PURE__ */ new Set();
      columns = cells.map(fieldOf).map((field) => seen.has(field) ? -1 : (seen.add(field), field));
      return;
    }
    values.fill(void 0);
    for (let i = Math.min(columns.length, cells.length) - 1; i >= 0; i--) {
      const field = columns[i];
      if (field >= 0) values[field] = cells[i];
    }
    const source = { origin, start, end };
    if (!isRule(values) || cells.length < columns.length) {
      state.problem({ code: "rule-malformed", message: `This line has ${cells.length} of ${columns.length} cells.`, source });
      if (!isRule(values)) return;
    }
    state.rule(ruleFromRecord(values, new Row(origin, start, end, columns, places), report), targetOf(values));
  });
  if (open !== void 0) state.problem({ code: "file-unreadable", message: "This quote never ends.", source: { origin, start: open, end: open + 1 } });
  return { path: file.path, format: netFirewallRuleCsv.id, parts: state.parts(), problems: state.problems };
}
var Row = class {
  origin;
  start;
  end;
  #columns;
  #places;
  constructor(origin, start, end, columns, places) {
    this.origin = origin;
    this.start = start;
    this.end = end;
    this.#columns = columns;
    this.#places = places;
  }
  get source() {
    return this;
  }
  fields() {
    const found = /* @__PURE__ */ new Map();
    for (let i = 0; i < this.#columns.length && 2 * i < this.#places.length; i++) {
      const field = this.#columns[i];
      if (field >= 0) found.set(field, [this.#places[2 * i], this.#places[2 * i + 1]]);
    }
    return found;
  }
  field(field) {
    const place = this.fields().get(field);
    return place ? { origin: this.origin, start: place[0], end: place[1] } : this;
  }
};
module.exports = { netFirewallRuleCsv };
