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
  changeText: () => changeText,
  flowsOf: () => flowsOf,
  isBroken: () => isBroken,
  markdown: () => markdown,
  markdownPage: () => markdownPage,
  words: () => words
});
module.exports = __toCommonJS(stdin_exports);
const {
  codeBlock,
  codeSpan,
  plainText
} = require("./shared-KGWRJE6P.js");
const {
  inert,
  printable,
  shortened
} = require("./shared-R6TX5UBF.js");
var s = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
var en = {
  severity: { error: "error", warning: "warning", notice: "notice" },
  status: {
    satisfied: "met",
    partial: "met in part",
    missing: "missing",
    blocked: "blocked",
    unverifiable: "cannot be decided",
    "not-applicable": "not needed"
  },
  remedy: "Remedy",
  related: "See also",
  needs: "Needed for",
  target: "Target",
  requirement: "Need",
  feature: "Feature",
  statusTitle: "Status",
  by: "By",
  findings: "Findings",
  assumptions: "Assumed",
  needsByTarget: "Needs by target",
  verdictGood: "The policy lets Configuration Manager through.",
  verdictBad: (errors, warnings) => `The policy stops Configuration Manager: ${s(errors, "error")}, ${s(warnings, "warning")}.`,
  verdictFair: (warnings, notices) => `No error: ${s(warnings, "warning")}, ${s(notices, "notice")}.`,
  counts: (error, warning, notice) => `${s(error, "error")}, ${s(warning, "warning")}, ${s(notice, "notice")}`,
  met: (satisfied, required) => `${satisfied} of ${s(required, "need")} met`,
  suppressed: (n) => `${n} suppressed`,
  files: (n, rules) => `${s(rules, "rule")} in ${s(n, "policy file")}`,
  noFiles: "No policy file found.",
  more: (n, where) => `${s(n, "more finding")} of this kind${where === void 0 ? "" : `: see ${where}`}`,
  left: (n) => `${s(n, "more finding")} left out here; the JSON report has them all.`,
  changes: (cut, opened, mended, dropped) => `This change: cuts ${s(cut, "need")}, opens ${opened}, mends ${mended}${dropped === 0 ? "" : `, and no longer asks for ${s(dropped, "need")}`}`,
  cutTitle: "Cut by this change",
  openedTitle: "Opened by this change",
  mendedTitle: "Mended by this change",
  droppedTitle: "No longer asked for",
  opens: { "firewall-off": "the firewall is switched off", "default-allow": "inbound traffic is allowed by default" },
  wasThere: "was there before"
};
var ko = {
  severity: { error: "\uC624\uB958", warning: "\uACBD\uACE0", notice: "\uC54C\uB9BC" },
  status: {
    satisfied: "\uCDA9\uC871",
    partial: "\uC77C\uBD80 \uCDA9\uC871",
    missing: "\uC5C6\uC74C",
    blocked: "\uCC28\uB2E8\uB428",
    unverifiable: "\uD310\uB2E8 \uBD88\uAC00",
    "not-applicable": "\uD574\uB2F9 \uC5C6\uC74C"
  },
  remedy: "\uD574\uACB0 \uBC29\uBC95",
  related: "\uCC38\uACE0",
  needs: "\uD544\uC694\uD55C \uAE30\uB2A5",
  target: "\uB300\uC0C1",
  requirement: "\uC694\uAD6C \uC0AC\uD56D",
  feature: "\uAE30\uB2A5",
  statusTitle: "\uC0C1\uD0DC",
  by: "\uADFC\uAC70 \uADDC\uCE59",
  findings: "\uAC80\uC0AC \uACB0\uACFC",
  assumptions: "\uAC00\uC815",
  needsByTarget: "\uB300\uC0C1\uBCC4 \uC694\uAD6C \uC0AC\uD56D",
  verdictGood: "\uC815\uCC45\uC774 Configuration Manager \uD2B8\uB798\uD53D\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4.",
  verdictBad: (errors, warnings) => `\uC815\uCC45\uC774 Configuration Manager \uD2B8\uB798\uD53D\uC744 \uB9C9\uC2B5\uB2C8\uB2E4. \uC624\uB958 ${errors}\uAC1C, \uACBD\uACE0 ${warnings}\uAC1C.`,
  verdictFair: (warnings, notices) => `\uC624\uB958 \uC5C6\uC74C. \uACBD\uACE0 ${warnings}\uAC1C, \uC54C\uB9BC ${notices}\uAC1C.`,
  counts: (error, warning, notice) => `\uC624\uB958 ${error}\uAC1C, \uACBD\uACE0 ${warning}\uAC1C, \uC54C\uB9BC ${notice}\uAC1C`,
  met: (satisfied, required) => `\uC694\uAD6C \uC0AC\uD56D ${required}\uAC1C \uC911 ${satisfied}\uAC1C \uCDA9\uC871`,
  suppressed: (n) => `\uC228\uAE40 ${n}\uAC1C`,
  files: (n, rules) => `\uC815\uCC45 \uD30C\uC77C ${n}\uAC1C, \uADDC\uCE59 ${rules}\uAC1C`,
  noFiles: "\uC815\uCC45 \uD30C\uC77C\uC744 \uCC3E\uC9C0 \uBABB\uD588\uC2B5\uB2C8\uB2E4.",
  more: (n, where) => `\uAC19\uC740 \uC218\uC900\uC758 \uACB0\uACFC\uAC00 ${n}\uAC1C \uB354 \uC788\uC2B5\uB2C8\uB2E4${where === void 0 ? "." : `: ${where}`}`,
  left: (n) => `\uACB0\uACFC ${n}\uAC1C\uB97C \uC0DD\uB7B5\uD588\uC2B5\uB2C8\uB2E4. \uC804\uCCB4 \uACB0\uACFC\uB294 JSON \uBCF4\uACE0\uC11C\uC5D0 \uC788\uC2B5\uB2C8\uB2E4.`,
  changes: (cut, opened, mended, dropped) => `\uC774 \uBCC0\uACBD: \uC694\uAD6C \uC0AC\uD56D ${cut}\uAC1C \uCC28\uB2E8, ${opened}\uAC1C \uAC1C\uBC29, ${mended}\uAC1C \uD574\uACB0${dropped === 0 ? "" : `, \uC694\uAD6C \uC0AC\uD56D ${dropped}\uAC1C\uB294 \uB354 \uC774\uC0C1 \uAC80\uC0AC\uD558\uC9C0 \uC54A\uC74C`}`,
  cutTitle: "\uC774 \uBCC0\uACBD\uC73C\uB85C \uCC28\uB2E8\uB428",
  openedTitle: "\uC774 \uBCC0\uACBD\uC73C\uB85C \uC5F4\uB9BC",
  mendedTitle: "\uC774 \uBCC0\uACBD\uC73C\uB85C \uD574\uACB0\uB428",
  droppedTitle: "\uB354 \uC774\uC0C1 \uAC80\uC0AC\uD558\uC9C0 \uC54A\uC74C",
  opens: { "firewall-off": "\uBC29\uD654\uBCBD\uC774 \uAEBC\uC9D0", "default-allow": "\uC778\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC774 \uAE30\uBCF8\uC801\uC73C\uB85C \uD5C8\uC6A9\uB428" },
  wasThere: "\uC774\uC804\uBD80\uD130 \uC788\uC74C"
};
var words = { en, ko };
function changeText({ changes }, say) {
  if (!changes) return void 0;
  const { cut, opened, mended, dropped } = changes;
  const lists = [
    { title: say.cutTitle, items: cut.map(({ target, requirement, feature, status }) => `${target}: ${requirement} (${feature}), ${say.status[status]}`) },
    { title: say.openedTitle, items: opened.map((o) => openedText(o, say)) },
    { title: say.droppedTitle, items: droppedTexts(changes) },
    { title: say.mendedTitle, items: mended.map(({ code, message }) => `${code}: ${message}`) }
  ];
  return { line: say.changes(cut.length, opened.length, mended.length, dropped.length), lists: lists.filter(({ items }) => items.length > 0) };
}
function openedText({ target, because, rule, protocol, ports, addresses, profiles, location }, say) {
  const what = because === "rule" ? `"${rule}" (${protocol} ${ports.slice(0, 6).join(", ")}${ports.length > 6 ? ", \u2026" : ""}, ${addresses.slice(0, 4).join(", ")}${addresses.length > 4 ? ", \u2026" : ""})` : say.opens[because];
  return `${target}: ${what}, ${profiles.join(", ")}, ${location.path}:${location.line}`;
}
function droppedTexts({ dropped }) {
  const byTarget = /* @__PURE__ */ new Map();
  for (const { target, requirement } of dropped) byTarget.set(target, [...byTarget.get(target) ?? [], requirement]);
  return [...byTarget].map(([target, ids]) => `${target}: ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", \u2026" : ""}`);
}
var STATE = { missing: "broken", blocked: "broken", partial: "broken", unverifiable: "open", satisfied: "met" };
var ORDER = ["broken", "open", "met"];
var byState = (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
var isBroken = ({ status, severity }) => severity !== "informational" && STATE[status] === "broken";
function flowsOf(requirements) {
  const flows = /* @__PURE__ */ new Map();
  for (const { status, severity, feature, peer, direction } of requirements) {
    const state = STATE[status];
    if (severity === "informational" || state === void 0 || peer === void 0 || direction === void 0) continue;
    const key = `${peer} ${direction} ${state}`;
    const flow = flows.get(key) ?? { peer, outbound: direction === "outbound", state, features: /* @__PURE__ */ new Set(), count: 0 };
    flow.features.add(feature);
    flow.count++;
    flows.set(key, flow);
  }
  return [...flows.values()].sort(byState);
}
var MOST_TARGETS = 12;
var MOST_ARROWS = 80;
var MOST_FEATURES = 4;
var SIGN = { broken: "\u274C", open: "\u2754", met: "\u2705" };
function flowPicture({ targets }, say) {
  const shown = [...targets.entries()].map(([i, target]) => ({ i, target, broken: target.requirements.filter(isBroken).length })).sort((a, b) => b.broken - a.broken).slice(0, MOST_TARGETS);
  const drawn = shown.flatMap(({ i, target }) => flowsOf(target.requirements).map((flow) => ({ ...flow, target: i }))).sort(byState).slice(0, MOST_ARROWS);
  if (drawn.length === 0) return void 0;
  const peers = [...new Set(drawn.map((a) => a.peer))];
  const styled = (state) => drawn.flatMap((a, i) => a.state === state ? [i] : []).join(",");
  const lines = [
    "flowchart LR",
    ...shown.filter(({ i }) => drawn.some((a) => a.target === i)).map(({ i, target: { name, role } }) => `  t${i}["${label(`${shortened(name, 60)} (${role})`)}"]`),
    ...peers.map((peer, i) => `  p${i}(["${label(peer)}"])`),
    ...drawn.map((arrow) => {
      const [target, peer] = [`t${arrow.target}`, `p${peers.indexOf(arrow.peer)}`];
      const [from, to] = arrow.outbound ? [target, peer] : [peer, target];
      return `  ${from} ${arrow.state === "broken" ? "-.->" : "-->"}|"${label(arrowText(arrow, say))}"| ${to}`;
    }),
    ...styled("broken") === "" ? [] : [`  linkStyle ${styled("broken")} stroke:#cf222e,stroke-width:3px`],
    ...styled("open") === "" ? [] : [`  linkStyle ${styled("open")} stroke:#9a6700`]
  ];
  return `\`\`\`mermaid
${lines.join("\n")}
\`\`\`

`;
}
function arrowText({ state, features, count }, say) {
  if (state === "met") return `${SIGN.met} ${count} ${say.status.satisfied}`;
  const names = [...features];
  return `${SIGN[state]} ${names.slice(0, MOST_FEATURES).join(", ")}${names.length > MOST_FEATURES ? ", \u2026" : ""}`;
}
var label = (text) => printable(text).replace(/[^\p{L}\p{N}\p{Emoji_Presentation}❌✅❔… ,()_-]/gu, (c) => `#${c.codePointAt(0) ?? 0};`);
var MOST_BYTES = 1e6;
var STATUS_SIGN = {
  satisfied: "\u2705",
  partial: "\u{1F7E0}",
  missing: "\u274C",
  blocked: "\u26D4",
  unverifiable: "\u2754",
  "not-applicable": "\u2796"
};
var SEVERITY_SIGN = { error: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" };
var markdown = {
  id: "markdown",
  title: "Markdown, for job summaries and comments",
  render: (report, context) => inert(markdownPage(report, context, MOST_BYTES))
};
function markdownPage(report, context, bytes) {
  const say = words[context.locale];
  const page = new Page(bytes - 400);
  page.add(`## configmgr-firewall-lint

${verdict(report, say)}

`);
  changed(report, page, say);
  for (const assumption of report.assumptions.slice(0, 20)) page.add(`> ${say.assumptions}: ${plainText(assumption)}
`);
  if (report.assumptions.length > 0) page.add("\n");
  const findings = new Page(Math.floor((bytes - 400) * 0.7));
  for (const finding of report.findings) if (!findings.add(section(finding, context, say))) break;
  page.reserve(findings.size);
  const picture = flowPicture(report, say);
  if (picture !== void 0) page.add(picture);
  needs(report, page, say);
  page.release();
  if (report.findings.length > 0) page.add(`### ${say.findings}

${findings.text}`);
  const left = report.findings.length - findings.count;
  return `${page.text}${left > 0 ? `
${say.left(left)}
` : ""}`;
}
var MOST_CHANGES = 50;
function changed(report, page, say) {
  const text = changeText(report, say);
  if (!text) return;
  page.add(`**${text.line}**

`);
  for (const { title, items } of text.lists) {
    const open = items.length <= 5 && title !== say.mendedTitle ? " open" : "";
    const more = items.length > MOST_CHANGES ? `- \u2026 ${items.length - MOST_CHANGES}
` : "";
    page.add(`<details${open}><summary>${plainText(title)} (${items.length})</summary>

${items.slice(0, MOST_CHANGES).map((item) => `- ${plainText(shortened(item, 400))}
`).join("")}${more}
</details>

`);
  }
}
var Page = class {
  #left;
  #reserved = 0;
  #parts = [];
  count = 0;
  constructor(bytes) {
    this.#left = bytes;
  }
  get text() {
    return this.#parts.join("");
  }
  get size() {
    return Buffer.byteLength(this.text);
  }
  /** False when there is no room; then nothing is added. */
  add(part) {
    const size = Buffer.byteLength(part);
    if (size > this.#left - this.#reserved) return false;
    this.#left -= size;
    this.#parts.push(part);
    this.count++;
    return true;
  }
  reserve(bytes) {
    this.#reserved = bytes + 100;
  }
  release() {
    this.#reserved = 0;
  }
};
function verdict({ summary, files }, say) {
  const sign = summary.error > 0 ? "\u274C" : summary.warning > 0 ? "\u26A0\uFE0F" : "\u2705";
  const sentence = summary.error > 0 ? say.verdictBad(summary.error, summary.warning) : summary.warning + summary.notice > 0 ? say.verdictFair(summary.warning, summary.notice) : say.verdictGood;
  const parsed = files.filter(({ status }) => status === "parsed");
  const read = parsed.length === 0 ? say.noFiles : say.files(parsed.length, parsed.reduce((sum, { rules }) => sum + rules, 0));
  return `${sign} **${sentence}** ${say.met(summary.satisfied, summary.required)}; ${read}`;
}
function needs({ targets }, page, say) {
  if (targets.length === 0) return;
  page.add(`### ${say.needsByTarget}

`);
  if (targets.length > 6) return counts({ targets }, page, say);
  const rows = /* @__PURE__ */ new Map();
  for (const [column, target] of targets.entries()) {
    for (const { id, feature, status, severity } of target.requirements) {
      if (severity === "informational") continue;
      const row = rows.get(id) ?? { feature, cells: targets.map(() => void 0) };
      row.cells[column] = status;
      rows.set(id, row);
    }
  }
  const open = [...rows].filter(([, { cells }]) => cells.some((status) => status !== void 0 && status !== "not-applicable"));
  if (open.length === 0) return;
  page.add(`| ${say.requirement} | ${say.feature} | ${targets.map(({ name }) => plainText(shortened(name, 80))).join(" | ")} |
|${" --- |".repeat(2 + targets.length)}
`);
  for (const [id, { feature, cells }] of open) {
    const marks = cells.map((status) => status === void 0 ? "" : `${STATUS_SIGN[status]} ${say.status[status]}`);
    if (!page.add(`| ${codeSpan(id)} | ${plainText(feature)} | ${marks.join(" | ")} |
`)) break;
  }
  page.add("\n");
}
function counts({ targets }, page, say) {
  const columns = ["satisfied", "partial", "missing", "blocked", "unverifiable"];
  page.add(`| ${say.target} | ${columns.map((status) => `${STATUS_SIGN[status]} ${say.status[status]}`).join(" | ")} |
|${" --- |".repeat(1 + columns.length)}
`);
  for (const { name, requirements } of targets) {
    const cells = columns.map((status) => requirements.filter((r) => r.status === status && r.severity !== "informational").length);
    if (!page.add(`| ${plainText(shortened(name, 80))} | ${cells.join(" | ")} |
`)) break;
  }
  page.add("\n");
}
function section(finding, context, say) {
  const { location } = finding;
  const place = `${location.path}:${location.line}`;
  const of = [finding.target, finding.features.join(", ")].filter(Boolean).join(": ");
  const excerpt = context.excerpt(finding);
  const at = finding.location.line - (excerpt?.firstLine ?? 0);
  const line = excerpt?.lines[at];
  const parts = [
    `<details><summary>${SEVERITY_SIGN[finding.severity]} ${codeSpan(finding.code)} ${plainText(shortened(finding.message, 600))}${finding.new === false ? ` (${say.wasThere})` : ""}</summary>`,
    `${codeSpan(place)}${location.key === void 0 ? "" : ` ${codeSpan(shortened(location.key, 300))}`}`,
    line === void 0 || line.trim() === "" ? "" : codeBlock(shortened(line.trim(), 300)),
    finding.remedy === "" ? "" : `**${say.remedy}**

${codeBlock(shortened(finding.remedy, 4e3))}`,
    finding.related.slice(0, 10).map((r) => `- ${codeSpan(`${r.path}:${r.line}`)} ${plainText(shortened(r.message, 300))}`).join("\n"),
    finding.requirements.length === 0 ? "" : `${say.needs} ${of === "" ? "" : `${plainText(of)}: `}${finding.requirements.slice(0, 30).map(codeSpan).join(", ")}`,
    "</details>"
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}

`;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  changeText,
  flowsOf,
  isBroken,
  markdown,
  markdownPage,
  words
});
