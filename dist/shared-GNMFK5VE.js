const {
  codeBlock,
  codeSpan,
  plainText
} = require("./shared-VZD76RF2.js");
const {
  byState,
  flowsOf,
  gravestFirst,
  isBroken
} = require("./shared-DP2PTY4R.js");
const {
  assumptionText
} = require("./shared-VEQUKJWD.js");
const {
  changeText
} = require("./shared-UP7TKHYG.js");
const {
  wordsOf
} = require("./shared-Y66WSB52.js");
const { inert, printable, shortened } = require("./commands.js");
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
    ...shown.filter(({ i }) => drawn.some((a) => a.target === i)).map(({ i, target: { name, role } }) => `  t${i}["${label(`${shortened(name, 60)} (${say.titles.role(role)})`)}"]`),
    ...peers.map((peer, i) => `  p${i}(["${label(say.titles.role(peer))}"])`),
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
  const names = [...features].map(say.titles.feature);
  return `${SIGN[state]} ${names.slice(0, MOST_FEATURES).join(", ")}${names.length > MOST_FEATURES ? ", \u2026" : ""}`;
}
var label = (text) => printable(text).replace(/[^\p{L}\p{N}\p{Emoji_Presentation}\u274c\u2705\u2754\u2026 ,()_-]/gu, (c) => `#${c.codePointAt(0) ?? 0};`);
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
  const say = wordsOf(context);
  const page = new Page(bytes - 400);
  page.add(`## configmgr-firewall-lint

${verdict(report, say)}

`);
  changed(report, page, say);
  for (const assumption of report.assumptions.slice(0, 20)) page.add(`> ${say.assumptions}: ${plainText(assumptionText(assumption, context.locale))}
`);
  if (report.assumptions.length > 0) page.add("\n");
  const findings = new Page(Math.floor((bytes - 400) * 0.7));
  for (const finding of gravestFirst(report.findings)) if (!findings.add(section(finding, context, say))) break;
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
  if (files.length === 0 && summary.error + summary.warning + summary.notice === 0) return `\u26A0\uFE0F **${say.verdictNone}** ${plainText(say.whereNext)}`;
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
    if (!page.add(`| ${codeSpan(id)} | ${plainText(say.titles.feature(feature))} | ${marks.join(" | ")} |
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
  const of = [finding.target, finding.features.map(say.titles.feature).join(", ")].filter(Boolean).join(": ");
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
module.exports = { markdown, markdownPage };
