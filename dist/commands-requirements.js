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
  requirements: () => requirements,
  rowsOf: () => rowsOf,
  trafficText: () => trafficText
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_BJJOXQ2G = require("./shared-BJJOXQ2G.js");
var import_shared_JFUER3IT = require("./shared-JFUER3IT.js");
var import_shared_6NMWFYJ3 = require("./shared-6NMWFYJ3.js");
var import_shared_7F6TYY2M = require("./shared-7F6TYY2M.js");
var import_shared_4ICXJBLH = require("./shared-4ICXJBLH.js");
var import_shared_O5OH2J54 = require("./shared-O5OH2J54.js");
var import_shared_YWLKBUMM = require("./shared-YWLKBUMM.js");
var import_shared_3TOTB54V = require("./shared-3TOTB54V.js");
var import_shared_7HD2BTDN = require("./shared-7HD2BTDN.js");
var import_shared_GI4KP3PU = require("./shared-GI4KP3PU.js");
var import_shared_Z5E6QYRH = require("./shared-Z5E6QYRH.js");
var import_shared_Y3PACV2V = require("./shared-Y3PACV2V.js");
var import_shared_Z7LQSCLQ = require("./shared-Z7LQSCLQ.js");
var import_shared_GWLL7STH = require("./shared-GWLL7STH.js");
var import_shared_6UZR6XQ5 = require("./shared-6UZR6XQ5.js");
var import_shared_LDH3UOSV = require("./shared-LDH3UOSV.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
const {
  planOf
} = require("./shared-N2CBIVEZ.js");
const {
  codeSpan,
  plainText
} = require("./shared-KGWRJE6P.js");
const {
  printable
} = require("./shared-R6TX5UBF.js");
const {
  isAnyPort,
  portTexts,
  protocolName
} = require("./shared-K56NQVUF.js");
async function requirements(call, world) {
  const plan = await planOf(call, world);
  const format = call.options.get("format")?.at(-1) ?? "text";
  const verbose = call.options.has("verbose");
  const text = format === "json" ? jsonOf(plan) : format === "markdown" ? markdownOf(plan, verbose) : textOf(plan, verbose);
  const output = call.options.get("output")?.at(-1);
  if (output === void 0) world.out(text);
  else world.write(output, text);
  return 0;
}
function jsonOf({ packs, targets }) {
  return `${JSON.stringify({
    model: packs.model,
    targets: targets.map(({ name, role, requirements: list }) => ({ name, role, requirements: list.map(neutral) }))
  }, null, 2)}
`;
}
function neutral(r) {
  return {
    id: r.id,
    need: r.need,
    feature: r.feature,
    from: r.from,
    to: r.to,
    peer: r.peer,
    severity: r.severity,
    status: r.status,
    why: r.why,
    traffic: r.boxes.map(traffic),
    alternatives: r.alternatives?.map((list) => list.map(traffic)),
    satisfiedBy: r.satisfiedBy,
    sources: r.sources,
    note: r.note
  };
}
function traffic(box) {
  return {
    direction: box.direction,
    protocol: box.icmp ? "icmp" : protocolName(box.protocol),
    ports: isAnyPort(box.ports) ? void 0 : portTexts(box.ports),
    dynamicRpc: box.dynamicRpc || void 0,
    icmp: box.icmp,
    program: box.program,
    setting: box.setting
  };
}
var HEADS = ["Requirement", "Feature", "Traffic", "Peer", "Severity"];
function rowsOf({ requirements: list }, packs, all) {
  return list.filter((r) => all || r.status === "applies" && r.severity !== "informational").map((r) => [
    r.id,
    r.feature,
    r.status === "applies" ? trafficText(r.boxes) : `not needed: ${r.why ?? ""}`,
    packs.roleTitle(r.peer).replace(/ \(.*\)$/, ""),
    r.severity
  ]);
}
function trafficText(boxes) {
  return boxes.map((box) => {
    if (box.icmp) return `${box.direction} ICMP echo request`;
    if (box.program !== void 0) return `${box.direction} program ${box.program}`;
    const ports = isAnyPort(box.ports) ? "any port" : portTexts(box.ports).join(", ");
    return `${box.direction} ${protocolName(box.protocol).toUpperCase()} ${box.dynamicRpc ? `dynamic RPC (${ports})` : ports}`;
  }).join("; ");
}
function textOf({ packs, targets, assumed }, all) {
  const parts = targets.map((target) => {
    const rows = [[...HEADS], ...rowsOf(target, packs, all)].map((row) => row.map(printable));
    const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd());
    return `${printable(target.name)} (${packs.roleTitle(target.role).replace(/ \(.*\)$/, "")})

${lines.join("\n")}
`;
  });
  return `${assumed ? "Features are assumed; name yours in the config or with --features.\n\n" : ""}${parts.join("\n")}`;
}
function markdownOf({ packs, targets }, all) {
  return targets.map((target) => {
    const rows = rowsOf(target, packs, all).map(([id = "", ...rest]) => `| ${codeSpan(id)} | ${rest.map(plainText).join(" | ")} |`);
    return `## ${plainText(target.name)} (${plainText(packs.roleTitle(target.role))})

| ${HEADS.join(" | ")} |
|${" --- |".repeat(HEADS.length)}
${rows.join("\n")}
`;
  }).join("\n");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  requirements,
  rowsOf,
  trafficText
});
