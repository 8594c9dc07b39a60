var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands_check7 = require("./commands-check.js");
var import_commands_check8 = require("./commands-check.js");
var import_commands_check9 = require("./commands-check.js");
var import_commands_check10 = require("./commands-check.js");
var import_commands_check11 = require("./commands-check.js");
var import_commands_check12 = require("./commands-check.js");
var import_commands_check13 = require("./commands-check.js");
var import_commands_check14 = require("./commands-check.js");
var import_commands_check15 = require("./commands-check.js");
var import_commands_check16 = require("./commands-check.js");
var import_commands_check17 = require("./commands-check.js");
var import_commands_check18 = require("./commands-check.js");
var import_commands_check19 = require("./commands-check.js");
var import_commands_check20 = require("./commands-check.js");
var import_commands_check21 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_commands3 = require("./commands.js");
var import_commands4 = require("./commands.js");
var import_commands5 = require("./commands.js");
const {
  planOf
} = require("./shared-YJLURZSY.js");
const {
  codeSpan,
  plainText
} = require("./shared-VZD76RF2.js");
const { isAnyPort, portTexts, protocolName } = require("./commands-check.js");
const { displayWidth, printable } = require("./commands.js");
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
var WORDS = {
  en: {
    heads: ["Requirement", "Feature", "Traffic", "Peer", "Severity"],
    severity: { required: "required", recommended: "recommended", "degraded-if-missing": "degraded-if-missing", informational: "informational" },
    inbound: "inbound",
    outbound: "outbound",
    echo: "ICMP echo request",
    program: "program",
    anyPort: "any port",
    dynamicRpc: (ports) => `dynamic RPC (${ports})`,
    notNeeded: (why) => `not needed: ${why}`,
    assumed: "Features are assumed; name yours in the config or with --features."
  },
  ko: {
    heads: ["\uC694\uAD6C \uC0AC\uD56D", "\uAE30\uB2A5", "\uD2B8\uB798\uD53D", "\uC0C1\uB300", "\uC2EC\uAC01\uB3C4"],
    severity: { required: "\uD544\uC218", recommended: "\uAD8C\uC7A5", "degraded-if-missing": "\uC5C6\uC73C\uBA74 \uAE30\uB2A5 \uC800\uD558", informational: "\uCC38\uACE0" },
    inbound: "\uC778\uBC14\uC6B4\uB4DC",
    outbound: "\uC544\uC6C3\uBC14\uC6B4\uB4DC",
    echo: "ICMP \uC5D0\uCF54 \uC694\uCCAD",
    program: "\uD504\uB85C\uADF8\uB7A8",
    anyPort: "\uBAA8\uB4E0 \uD3EC\uD2B8",
    dynamicRpc: (ports) => `RPC \uB3D9\uC801 \uD3EC\uD2B8(${ports})`,
    notNeeded: (why) => `\uD544\uC694\uD558\uC9C0 \uC54A\uC74C: ${why}`,
    assumed: "\uAE30\uB2A5\uC740 \uAC00\uC815\uD55C \uAC83\uC785\uB2C8\uB2E4. \uC0AC\uC6A9\uD558\uB294 \uAE30\uB2A5\uC744 \uAD6C\uC131 \uD30C\uC77C\uC774\uB098 --features\uB85C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624."
  }
};
function rowsOf({ requirements: list }, { packs, locale }, all) {
  const say = WORDS[locale];
  return list.filter((r) => all || r.status === "applies" && r.severity !== "informational").map((r) => [
    r.id,
    locale === "en" ? r.feature : `${packs.featureTitle(r.feature)} (${r.feature})`,
    r.status === "applies" ? trafficText(r.boxes, say) : say.notNeeded(r.why ?? ""),
    packs.roleTitle(r.peer).replace(/ \(.*\)$/, ""),
    say.severity[r.severity]
  ]);
}
function trafficText(boxes, say) {
  return boxes.map((box) => {
    const direction = say[box.direction];
    if (box.icmp) return `${direction} ${say.echo}`;
    if (box.program !== void 0) return `${direction} ${say.program} ${box.program}`;
    const ports = isAnyPort(box.ports) ? say.anyPort : portTexts(box.ports).join(", ");
    return `${direction} ${protocolName(box.protocol).toUpperCase()} ${box.dynamicRpc ? say.dynamicRpc(ports) : ports}`;
  }).join("; ");
}
function textOf(plan, all) {
  const { packs, targets, assumed, locale } = plan;
  const { heads, assumed: areAssumed } = WORDS[locale];
  const parts = targets.map((target) => {
    const rows = [[...heads], ...rowsOf(target, plan, all)].map((row) => row.map(printable));
    const widths = heads.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]))));
    const lines = rows.map((row) => row.map((cell, column) => cell + " ".repeat(widths[column] - displayWidth(cell))).join("  ").trimEnd());
    return `${printable(target.name)} (${packs.roleTitle(target.role).replace(/ \(.*\)$/, "")})

${lines.join("\n")}
`;
  });
  return `${assumed ? `${areAssumed}

` : ""}${parts.join("\n")}`;
}
function markdownOf(plan, all) {
  const { packs, targets, locale } = plan;
  const { heads } = WORDS[locale];
  return targets.map((target) => {
    const rows = rowsOf(target, plan, all).map(([id = "", ...rest]) => `| ${codeSpan(id)} | ${rest.map(plainText).join(" | ")} |`);
    return `## ${plainText(target.name)} (${plainText(packs.roleTitle(target.role))})

| ${heads.join(" | ")} |
|${" --- |".repeat(heads.length)}
${rows.join("\n")}
`;
  }).join("\n");
}
module.exports = { requirements };
