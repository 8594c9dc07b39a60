const {
  MAX_DEPTH
} = require("./shared-W3ZU3NDX.js");
var MOST_ERRORS = 20;
var TEMPLATE = /\{\{|\{%|%\{/;
function literalOf(node, options = {}, depth = 0) {
  const { offset = 0 } = options;
  const start = node.start + offset;
  const end = node.end + offset;
  if (depth > MAX_DEPTH) return { kind: "nothing", start, end };
  if (node.kind === "scalar") {
    if (node.value === null && !node.quoted) return { kind: "nothing", start, end };
    if (node.tag === "!unsafe") return { kind: "scalar", text: node.text, start, end };
    const known = options.text ? options.text(node) : TEMPLATE.test(node.text) ? void 0 : node.text;
    if (known === void 0 || node.tag !== void 0) return { kind: "expression", text: options.written?.(node) ?? node.text, start, end };
    return { kind: "scalar", text: known, start, end };
  }
  if (node.kind === "list") return { kind: "list", items: node.items.map((item) => literalOf(item, options, depth + 1)), start, end };
  const entries = /* @__PURE__ */ new Map();
  for (const { key, value, start: at } of node.entries) entries.set(key, { name: key, start: at + offset, value: literalOf(value, options, depth + 1) });
  return { kind: "table", entries, start, end };
}
module.exports = { MOST_ERRORS, literalOf };
