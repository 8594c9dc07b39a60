var import_commands = require("./commands.js");
const {
  flowsOf,
  gravestFirst,
  isBroken
} = require("./shared-DP2PTY4R.js");
const {
  codeInfo
} = require("./shared-7A7MJYKE.js");
const {
  assumptionText
} = require("./shared-VEQUKJWD.js");
const {
  changeText
} = require("./shared-UP7TKHYG.js");
const {
  wordsOf
} = require("./shared-Y66WSB52.js");
const {
  escaped,
  escapedLines
} = require("./shared-DDMWDWG5.js");
const { displayWidth, inert, printable, shortened } = require("./commands.js");
var MOST_TARGETS = 8;
var MOST_FLOWS = 20;
var WIDTH = 520;
var TARGET = { left: 2, right: 122 };
var PEER = { left: 382, right: 518 };
var ROW = 44;
var GAP = 10;
var SIGN = { broken: "\u2717", open: "?", met: "\u2713" };
function drawings(targets, say, page) {
  const drawn = targets.map((target) => ({ target, flows: flowsOf(target.requirements), broken: target.requirements.filter(isBroken).length })).filter(({ flows }) => flows.length > 0).sort((a, b) => b.broken - a.broken);
  if (drawn.length === 0) return "";
  const more = drawn.length - MOST_TARGETS;
  return `<section id="flows">
<h2>${escaped(page.flows)}</h2>
<p class="dim">${escaped(page.flowsNote)}</p>
<div class="drawings">
${drawn.slice(0, MOST_TARGETS).map(({ target, flows }) => figure(target, flows, say, page)).join("\n")}
</div>
${more > 0 ? `<p>${escaped(page.moreTargets(more))}</p>
` : ""}</section>
`;
}
function figure({ name, role }, flows, say, page) {
  const count = (state) => flows.reduce((sum, flow) => sum + (flow.state === state ? flow.count : 0), 0);
  const shown = flows.slice(0, MOST_FLOWS);
  const title = page.flow(shortened(name, 80), count("broken"), count("open"), count("met"));
  const parts = [];
  let y = 2;
  for (const peer of new Set(shown.map((flow) => flow.peer))) {
    const own = shown.filter((flow) => flow.peer === peer);
    parts.push(box(PEER, y, own.length * ROW, [say.titles.role(peer)], "peer"));
    parts.push(...own.map((flow, i) => arrow(flow, y + i * ROW, say)));
    y += own.length * ROW + GAP;
  }
  const bottom = y - GAP;
  const more = flows.length - shown.length;
  if (more > 0) parts.push(`<text x="${(TARGET.right + PEER.left) / 2}" y="${bottom + 20}" text-anchor="middle">${escaped(page.moreFlows(more))}</text>`);
  const height = bottom + (more > 0 ? 28 : 2);
  return `<figure>
<svg class="drawing" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">
${box(TARGET, 2, bottom - 2, [name, `(${say.titles.role(role)})`], "target")}
${parts.join("\n")}
</svg>
<figcaption>${escaped(title)}</figcaption>
</figure>`;
}
function box({ left, right }, y, height, texts, kind) {
  const lines = texts.flatMap((text) => wrapped(printable(text), 14, Math.max(1, Math.min(3, Math.floor(height / 18) - texts.length + 1))));
  const middle = y + height / 2 - (lines.length - 1) * 9 + 5;
  const rows = lines.map((line2, i) => `<text x="${(left + right) / 2}" y="${middle + i * 18}" text-anchor="middle">${escaped(line2)}</text>`);
  return `<rect class="${kind}" x="${left}" y="${y}" width="${right - left}" height="${height}" rx="${kind === "peer" ? 14 : 4}"/>${rows.join("")}`;
}
function arrow({ outbound, state, features, count }, top, say) {
  const y = top + 30;
  const [from, to] = outbound ? [TARGET.right + 4, PEER.left - 4] : [PEER.left - 4, TARGET.right + 4];
  const back = outbound ? to - 9 : to + 9;
  const middle = (TARGET.right + PEER.left) / 2;
  const cross = state === "broken" ? `<path class="cross" d="M${middle - 6} ${y - 6}l12 12m0-12l-12 12"/>` : "";
  const names = state === "met" ? `${count} ${say.status.satisfied}` : [...features].map(say.titles.feature).join(", ");
  return `<g class="${state}"><line x1="${from}" y1="${y}" x2="${back}" y2="${y}"/><path class="head" d="M${to} ${y}L${back} ${y - 5}V${y + 5}z"/>${cross}<text x="${middle}" y="${top + 19}" text-anchor="middle">${SIGN[state]} ${escaped(shortened(printable(names), 28))}</text></g>`;
}
function wrapped(text, width, most) {
  const lines = [""];
  for (const part of shortened(text, width * most).split(/(?<=[ -])/)) {
    const last = lines.length - 1;
    if (lines[last] === "" || displayWidth(`${lines[last]}${part}`.trimEnd()) <= width) lines[last] += part;
    else lines.push(part);
  }
  const kept = lines.slice(0, most).map((line2) => shortened(line2.trim(), width + 2));
  if (lines.length > most) kept[most - 1] = shortened(`${kept[most - 1]}\u2026`, width + 2);
  return kept;
}
var MOST_FULL = 300;
var MOST_SHORT = 4e3;
var SIGN2 = { error: "\u2717", warning: "!", notice: "i" };
var anchor = (index) => index < MOST_FULL + MOST_SHORT ? `f${index + 1}` : void 0;
function findingList(findings, context, say, page) {
  const short = findings.slice(MOST_FULL, MOST_FULL + MOST_SHORT);
  const left = findings.length - MOST_FULL - short.length;
  return `<section id="findings" tabindex="-1">
<h2>${escaped(say.findings)}</h2>
${findings.length === 0 ? `<p>${escaped(page.noFindings)}</p>
` : `${filter(findings, page)}
${findings.slice(0, MOST_FULL).map((finding, i) => article(finding, i, context, say, page)).join("\n")}
${short.length === 0 ? "" : `<details id="rest"><summary>${escaped(page.rest(short.length))}</summary>
<ul class="rest">
${short.map((finding, i) => line(finding, i + MOST_FULL, say)).join("\n")}
</ul></details>
`}`}${left > 0 ? `<p>${escaped(say.left(left))}</p>
` : ""}</section>
`;
}
function filter(findings, page) {
  const codes = [...new Set(findings.map((f) => f.code))].sort();
  const severities = Object.keys(SIGN2).filter((severity) => findings.some((f) => f.severity === severity));
  return `<form class="filter" hidden role="search" aria-label="${escaped(page.filter)}">
<fieldset><legend>${escaped(page.filter)}</legend>${severities.map((s) => `<label><input type="checkbox" name="severity" value="${s}" checked> ${escaped(page.severities[s])}</label>`).join("")}</fieldset>
<label>${escaped(page.code)} <select name="code"><option value="">${escaped(page.anyCode)}</option>${codes.map((code) => `<option>${escaped(code)}</option>`).join("")}</select></label>
<label>${escaped(page.search)} <input type="search" name="text" autocomplete="off"></label>
<button type="reset">${escaped(page.clear)}</button>
</form>
<p id="shown" class="dim" role="status" data-words="${escaped(page.shown("{n}", "{of}"))}"></p>
<p id="none" hidden>${escaped(page.none)}</p>`;
}
var attributes = ({ severity, code }, index) => `id="f${index + 1}" data-severity="${severity}" data-code="${escaped(code)}"`;
var placeOf = ({ location: { path, line: line2, column, offset } }) => offset === void 0 ? `${path}:${line2}:${column}` : path;
function line(finding, index, say) {
  return `<li ${attributes(finding, index)}><span class="${finding.severity}">${escaped(say.severity[finding.severity])}</span> <code>${escaped(finding.code)}</code> <code>${escaped(shortened(placeOf(finding), 200))}</code> ${escaped(shortened(finding.message, 300))}</li>`;
}
function article(finding, index, context, say, page) {
  const { location, severity, code, related, requirements } = finding;
  const excerpt = context.excerpt(finding);
  const title = codeInfo.get(code);
  const parts = [
    `<h3><span class="${severity}"><span class="sign" aria-hidden="true">${SIGN2[severity]}</span>${escaped(say.severity[severity])}:</span> ${escaped(shortened(finding.message, 2e3))}</h3>`,
    `<p class="meta"><code>${escaped(shortened(placeOf(finding), 400))}</code><span><code>${escaped(code)}</code>${title ? ` ${escaped(context.locale === "ko" ? title.titleKo : title.title)}` : ""}</span>${finding.new === void 0 ? "" : finding.new ? `<span class="badge error">${escaped(page.isNew)}</span>` : `<span>${escaped(say.wasThere)}</span>`}</p>`,
    location.key === void 0 ? "" : `<p class="meta"><code>${escaped(shortened(location.key, 300))}</code></p>`,
    excerpt === void 0 ? "" : source(excerpt, finding),
    finding.witness === void 0 ? "" : `<h4>${escaped(page.witness)}</h4>
<p>${escaped(page.packet(finding.witness))}</p>`,
    finding.remedy === "" ? "" : `<h4>${escaped(say.remedy)}</h4>
<pre>${escapedLines(shortened(finding.remedy, 4e3))}</pre>`,
    finding.fix === void 0 ? "" : change(finding.fix, page),
    related.length === 0 ? "" : `<h4>${escaped(say.related)}</h4>
<ul>${related.slice(0, 20).map((r) => `<li><code>${escaped(shortened(`${r.path}:${r.line}`, 300))}</code> ${escaped(shortened(r.message, 400))}</li>`).join("")}</ul>`,
    requirements.length === 0 ? "" : `<h4>${escaped(say.needs)}</h4>
<p>${escaped(shortened([finding.target, finding.features.map(say.titles.feature).join(", ")].filter(Boolean).join(": "), 400))} ${requirements.slice(0, 30).map((id) => `<code>${escaped(id)}</code>`).join(" ")}${requirements.length > 30 ? " \u2026" : ""}</p>`
  ];
  return `<article class="${severity}" ${attributes(finding, index)}>
${parts.filter((part) => part !== "").join("\n")}
</article>`;
}
var MOST_COLUMNS = 400;
function source({ firstLine, lines }, { location }) {
  const rows = lines.slice(0, 20).map((raw, index) => {
    const number = firstLine + index;
    const inside = number >= location.line && number <= location.endLine;
    const from = number === location.line ? location.column - 1 : 0;
    const to = !inside ? 0 : number === location.endLine ? Math.max(from, location.endColumn - 1) : raw.length;
    const cut = inside && raw.length > MOST_COLUMNS && from > MOST_COLUMNS - 100 ? from - 80 : 0;
    const end = Math.min(raw.length, cut + MOST_COLUMNS);
    const show = (a, b) => escaped(printable(raw.slice(Math.max(a, cut), Math.min(b, end)).replaceAll("	", "  ")));
    const marked = inside ? show(from, to) : "";
    const body = marked === "" ? show(0, raw.length) : `${show(0, from)}<mark>${marked}</mark>${show(to, raw.length)}`;
    return `<span><i>${number}</i><b>${cut > 0 ? "\u2026" : ""}${body}${end < raw.length ? "\u2026" : ""}</b></span>`;
  });
  return `<pre class="source">${rows.join("")}</pre>`;
}
function change({ startLine, endLine, was, lines }, page) {
  const row = (tag, sign) => (text) => `<${tag}>${sign} ${escaped(shortened(text.replaceAll("	", "  "), 1e3))}</${tag}>`;
  return `<h4>${escaped(page.exact(startLine, endLine))}</h4>
<pre>${[...was.slice(0, 20).map(row("del", "\u2212")), ...lines.slice(0, 20).map(row("ins", "+"))].join("")}</pre>`;
}
var MOST_COLUMNS2 = 12;
var MOST_ROWS = 1e3;
var MOST_EVIDENCE = 4e3;
var SIGN3 = { satisfied: "\u2713", partial: "\u25D0", missing: "\u2717", blocked: "\u2298", unverifiable: "?", "not-applicable": "\u2013" };
var COUNTED = ["missing", "blocked", "partial", "unverifiable", "satisfied"];
function matrix(targets, ordered, say, page) {
  if (targets.length === 0) return "";
  const links = linksOf(ordered);
  return `<section id="needs">
<h2>${escaped(say.needsByTarget)}</h2>
${targets.length > MOST_COLUMNS2 ? counts(targets, say) : table(targets, links, say, page)}
${evidence(targets, links, say, page)}</section>
`;
}
var key = (target, id) => `${target}\0${id}`;
function linksOf(ordered) {
  const links = /* @__PURE__ */ new Map();
  for (const [index, { target, requirements }] of ordered.entries()) {
    const id = anchor(index);
    if (id === void 0) break;
    if (target !== void 0) {
      for (const need of requirements) if (!links.has(key(target, need))) links.set(key(target, need), id);
    }
  }
  return links;
}
function status(target, need, links, say) {
  const text = `<i class="sign" aria-hidden="true">${SIGN3[need.status]}</i>${escaped(say.status[need.status])}`;
  const link = need.status === "satisfied" || need.status === "not-applicable" ? void 0 : links.get(key(target, need.id));
  return `<td class="${need.status}">${link === void 0 ? text : `<a href="#${link}">${text}</a>`}</td>`;
}
function table(targets, links, say, page) {
  const features = /* @__PURE__ */ new Map();
  for (const [column, { requirements }] of targets.entries()) {
    for (const need of requirements) {
      if (need.severity === "informational") continue;
      let rows = features.get(need.feature);
      if (!rows) features.set(need.feature, rows = /* @__PURE__ */ new Map());
      let row = rows.get(need.id);
      if (!row) rows.set(need.id, row = targets.map(() => void 0));
      row[column] = need;
    }
  }
  let left = 0;
  let room = MOST_ROWS;
  const broken = (cells) => cells.filter((need) => need && isBroken(need)).length;
  const groups = [...features].map(([feature, all]) => {
    const rows = [...all].filter(([, cells]) => cells.some((need) => need && need.status !== "not-applicable")).map(([id, cells]) => ({ id, cells, broken: broken(cells) }));
    left += all.size - rows.length;
    return { feature, rows: rows.sort((a, b) => b.broken - a.broken), broken: rows.reduce((sum, row) => sum + row.broken, 0) };
  }).filter(({ rows }) => rows.length > 0).sort((a, b) => b.broken - a.broken);
  const bodies = groups.map(({ feature, rows }) => {
    const shown = rows.slice(0, room);
    room -= shown.length;
    return shown.length === 0 ? "" : `<tbody>
<tr><th scope="rowgroup" colspan="${targets.length + 1}">${escaped(say.titles.feature(feature))}</th></tr>
${shown.map(({ id, cells }) => `<tr><th scope="row"><code>${escaped(id)}</code></th>${cells.map((need, i) => need ? status(targets[i]?.name ?? "", need, links, say) : '<td class="not-applicable">\u2013</td>').join("")}</tr>`).join("\n")}
</tbody>`;
  });
  if (groups.length === 0) return "";
  return `${scroll(say.needsByTarget, `<table>
<thead><tr><th scope="col">${escaped(say.requirement)}</th>${targets.map(({ name }) => `<th scope="col">${escaped(shortened(name, 80))}</th>`).join("")}</tr></thead>
${bodies.join("\n")}
</table>`)}
${left > 0 ? `<p class="dim">${escaped(page.matrixNote(left))}</p>
` : ""}`;
}
function counts(targets, say) {
  return scroll(say.needsByTarget, `<table>
<thead><tr><th scope="col">${escaped(say.target)}</th>${COUNTED.map((s) => `<th scope="col">${escaped(say.status[s])}</th>`).join("")}</tr></thead>
<tbody>
${targets.slice(0, MOST_ROWS).map(({ name, requirements }) => {
    const needs = requirements.filter(({ severity }) => severity !== "informational");
    return `<tr><th scope="row">${escaped(shortened(name, 80))}</th>${COUNTED.map((s) => {
      const n = needs.filter((need) => need.status === s).length;
      return `<td class="${n === 0 ? "not-applicable" : s}"><i class="sign" aria-hidden="true">${SIGN3[s]}</i>${n}</td>`;
    }).join("")}</tr>`;
  }).join("\n")}
</tbody>
</table>`);
}
function evidence(targets, links, say, page) {
  let room = MOST_EVIDENCE;
  return targets.map((target) => {
    const rows = target.requirements.filter(({ severity, status: s }) => severity !== "informational" && s !== "not-applicable").slice(0, room);
    room -= rows.length;
    if (rows.length === 0) return "";
    const title = escaped(page.evidence(shortened(target.name, 80)));
    return `<details><summary>${title}</summary>
${scroll(page.evidence(shortened(target.name, 80)), `<table>
<thead><tr><th scope="col">${escaped(say.requirement)}</th><th scope="col">${escaped(say.statusTitle)}</th><th scope="col">${escaped(say.by)}</th></tr></thead>
<tbody>
${rows.map((need) => `<tr><th scope="row"><code>${escaped(need.id)}</code></th>${status(target.name, need, links, say)}<td>${by(need)}</td></tr>`).join("\n")}
</tbody>
</table>`)}
</details>
`;
  }).join("");
}
function by({ by: rules, because }) {
  const parts = rules.slice(0, 3).map(({ path, line: line2, name }) => `${escaped(shortened(name, 120))} <code class="dim">${escaped(shortened(`${path}:${line2}`, 200))}</code>`);
  if (rules.length > 3) parts.push(`+ ${rules.length - 3}`);
  if (because !== void 0) parts.unshift(escaped(shortened(because, 300)));
  return parts.join("<br>");
}
var scroll = (name, inner) => `<div class="scroll" role="region" aria-label="${escaped(name)}" tabindex="0">${inner}</div>`;
var SCRIPT = `
'use strict'
const form = document.querySelector('.filter')
const all = [...document.querySelectorAll('[data-severity]')]
const status = document.getElementById('shown')
const none = document.getElementById('none')
const rest = document.getElementById('rest')
const words = new Map()
const text = item => {
  if (!words.has(item)) words.set(item, item.textContent.toLowerCase())
  return words.get(item)
}
const apply = () => {
  const severities = new Set([...form.querySelectorAll('[name=severity]:checked')].map(box => box.value))
  const code = form.elements.code.value
  const wanted = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let shown = 0
  for (const item of all) {
    const fits = severities.has(item.dataset.severity) && (code === '' || item.dataset.code === code) && wanted.every(word => text(item).includes(word))
    item.hidden = !fits
    if (fits) shown++
  }
  status.textContent = status.dataset.words.replace('{n}', String(shown)).replace('{of}', String(all.length))
  none.hidden = shown > 0
  if (rest && (code !== '' || wanted.length > 0)) rest.open = true
}
let wait = 0
form.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(apply, 120) })
form.addEventListener('reset', () => { setTimeout(apply) })
form.addEventListener('submit', event => { event.preventDefault(); apply() })
addEventListener('hashchange', () => {
  const item = document.getElementById(location.hash.slice(1))
  if (item && item.hidden) { form.reset(); apply(); item.scrollIntoView() }
})
form.hidden = false
apply()
`;
var STYLE = `
:root { color-scheme: light dark; --ground: #fff; --panel: #f5f7f9; --text: #1c2127; --dim: #545d68; --line: #d0d7de; --link: #0a58b8;
  --error: #b3221b; --warning: #855000; --notice: #0a58b8; --good: #17692b; --mark: #ffe08a }
@media (prefers-color-scheme: dark) { :root { --ground: #0e1217; --panel: #171c23; --text: #e4e9ee; --dim: #a2acb8; --line: #3a434e; --link: #86bbff;
  --error: #ff9a92; --warning: #efb84a; --notice: #86bbff; --good: #79dd86; --mark: #6b4e00 } }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 1rem }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, "Segoe UI", "Malgun Gothic", sans-serif; overflow-wrap: anywhere }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem }
header { padding-top: 1.5rem } footer { padding-top: 1rem; padding-bottom: 2rem; color: var(--dim); font-size: .875rem }
h1 { font-size: 1rem; font-weight: 600; color: var(--dim); margin: 0 } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem } h3 { font-size: 1.05rem; line-height: 1.4; margin: 0 }
h4 { font-size: .875rem; color: var(--dim); margin: .8rem 0 .2rem } p { margin: .5rem 0 } a { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
code, pre { font: .9em/1.5 ui-monospace, "Cascadia Mono", Consolas, monospace }
pre { margin: .2rem 0; padding: .6rem .8rem; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap }
.skip { position: absolute; left: -99rem; background: var(--ground); padding: .5rem 1rem } .skip:focus { left: 1rem; top: 1rem; z-index: 2 }
.verdict { font-size: 1.6rem; line-height: 1.3; font-weight: 700; margin: .25rem 0 1rem; border-left: .4rem solid; padding-left: .8rem }
.dim { color: var(--dim) } .error { color: var(--error) } .warning { color: var(--warning) } .notice { color: var(--notice) } .good { color: var(--good) }
.tiles { list-style: none; display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0 }
.tiles li { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: .5rem 1rem; min-width: 7rem; flex: 1; color: var(--text) }
.tiles b { display: block; font-size: 1.6rem; line-height: 1.2 }
.bar { display: block; width: 100%; height: .6rem; border-radius: .3rem; background: var(--line) }
.bar .met { fill: var(--good) } .bar .broken { fill: var(--error) } .bar .open { fill: var(--warning) }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 1rem 0 0 } nav a { display: inline-block; padding: .2rem 0 }
.drawings { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1rem; align-items: start }
figure { margin: 0; padding: .9rem; border: 1px solid var(--line); border-radius: 8px } figcaption { color: var(--dim); font-size: .875rem; margin-top: .5rem }
.drawing { display: block; width: 100%; max-width: 44rem; height: auto; margin: 0 auto; font-size: 14px } .drawing text { fill: var(--text) }
.drawing rect { fill: var(--panel); stroke: var(--dim) } .drawing .target { stroke-width: 2 }
.drawing line, .drawing .cross { stroke-width: 2; fill: none } .drawing .cross { stroke-width: 3 }
.drawing .met line { stroke: var(--good) } .drawing .met .head, .drawing .met text { fill: var(--good) }
.drawing .open line { stroke: var(--warning); stroke-dasharray: 2 4 } .drawing .open .head, .drawing .open text { fill: var(--warning) }
.drawing .broken line { stroke: var(--error); stroke-dasharray: 9 5 } .drawing .broken .cross { stroke: var(--error) } .drawing .broken .head, .drawing .broken text { fill: var(--error); font-weight: 600 }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem; border-bottom: 1px solid var(--line) }
tbody:last-child tr:last-child > * { border-bottom: 0 } thead th { background: var(--panel); min-width: 7.6rem } th[scope=row] { font-weight: 400 }
th[scope=rowgroup] { padding-top: .8rem; color: var(--dim); font-size: .875rem; font-weight: 600 } caption { text-align: left; padding: .5rem .75rem; color: var(--dim) }
.missing, .blocked { color: var(--error); font-weight: 600 } .partial, .unverifiable { color: var(--warning); font-weight: 600 } .satisfied { color: var(--good) } .not-applicable { color: var(--dim) }
td a { color: inherit } .sign { display: inline-block; width: 1.3em; font-weight: 700; font-style: normal }
details { margin: .75rem 0 } summary { cursor: pointer; padding: .3rem 0; font-weight: 600 } summary h2 { display: inline; font-size: 1.1rem }
.filter { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end; padding: .75rem 1rem; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; margin: .75rem 0 }
.filter[hidden], [hidden] { display: none } .filter fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem } .filter label { display: inline-flex; flex-direction: column; font-size: .875rem }
.filter fieldset label { flex-direction: row; gap: .35rem; align-items: center; padding: .35rem 0 } .filter input[type=search], .filter select, .filter button { font: inherit; font-size: 1rem; padding: .3rem .6rem; max-width: 100%; border: 1px solid var(--dim); border-radius: 6px; background: var(--ground); color: var(--text) }
.filter input[type=checkbox] { width: 1.1rem; height: 1.1rem; margin: 0 } .filter legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
article { border: 1px solid var(--line); border-left: .35rem solid var(--line); border-radius: 8px; padding: .8rem 1.1rem; margin: 1rem 0 }
article.error { border-left-color: var(--error) } article.warning { border-left-color: var(--warning) } article.notice { border-left-color: var(--notice) }
article, article.error, article.warning, article.notice { color: var(--text) } article:target { outline: 3px solid var(--link) }
.meta { display: flex; flex-wrap: wrap; gap: .15rem 1rem; margin: .3rem 0; color: var(--dim); font-size: .95rem } .badge { font-weight: 700 }
.source { padding: .6rem 0 } .source span { display: grid; grid-template-columns: 4rem 1fr } .source i { color: var(--dim); font-style: normal; text-align: right; padding-right: .8rem; user-select: none } .source b { font-weight: 400; padding-right: .8rem }
mark { background: var(--mark); color: var(--text); border-radius: 2px } del, ins { text-decoration: none; display: block } del { color: var(--error) } ins { color: var(--good) }
article ul, .rest, .changes ul { margin: .2rem 0; padding-left: 1.2rem } .rest li { margin: .3rem 0 }
@media (max-width: 40rem) { header, main, footer { padding-left: .75rem; padding-right: .75rem } .verdict { font-size: 1.25rem } figure { padding: .5rem } article { padding: .7rem .8rem }
  .tiles li { padding: .4rem .7rem; min-width: 5.5rem } th, td { padding: .3rem .5rem } .source span { grid-template-columns: 2.8rem 1fr } .filter label, .filter input[type=search], .filter select { width: 100% } .filter fieldset label { width: auto } }
@media print { :root { color-scheme: light; --ground: #fff; --panel: #fff; --text: #000; --dim: #444; --line: #999; --link: #000; --error: #8a1a14; --warning: #6b4000; --notice: #08458f; --good: #12531f; --mark: #eee }
  nav, .skip, .filter { display: none } body { font-size: 10pt } article, figure, tr { break-inside: avoid } h2, h3 { break-after: avoid } .scroll { overflow: visible; border: 0 } }
`;
var PROFILE = { domain: "Domain", private: "Private", public: "Public" };
var PROFILE_KO = { domain: "\uB3C4\uBA54\uC778", private: "\uAC1C\uC778", public: "\uACF5\uC6A9" };
var en = {
  skip: "Skip to the findings",
  contents: "On this page",
  changes: "What this change did",
  flows: "Flows",
  flowsNote: "An arrow points where the connection is opened. Dashed with a cross: cut; dotted: cannot be decided; solid: passes.",
  flow: (name, broken, open, met) => `Flows of ${name}: ${broken} cut, ${open} cannot be decided, ${met} pass`,
  moreFlows: (n) => `and ${n} more, see the table`,
  moreTargets: (n) => `${n} more targets are in the table only.`,
  matrixNote: (left) => `${left === 1 ? "1 need does" : `${left} needs do`} not apply here and ${left === 1 ? "is" : "are"} left out.`,
  evidence: (target) => `What decides the needs of ${target}`,
  filter: "Filter",
  anyCode: "all codes",
  code: "Code",
  search: "Text",
  clear: "Show all",
  shown: (n, of) => `${n} of ${of} findings shown`,
  none: "No finding fits the filter.",
  noFindings: "No findings.",
  witness: "For example",
  packet: ({ direction, protocol, localPort, remotePort, icmpType, remoteAddress, profile, program, service }) => {
    const inbound = direction === "inbound";
    const what = `${inbound ? "an inbound" : "an outbound"} ${protocol.toUpperCase()} packet`;
    const parts = [
      icmpType === void 0 ? "" : `of type ${icmpType}`,
      localPort === void 0 ? "" : `${inbound ? "to" : "from"} local port ${localPort}`,
      remotePort === void 0 ? "" : `${inbound ? "from" : "to"} remote port ${remotePort}`,
      remoteAddress === void 0 ? "" : `${inbound ? "from" : "to"} ${remoteAddress}`,
      program === void 0 ? "" : `for the program ${program}`,
      service === void 0 ? "" : `for the service ${service}`,
      `on the ${PROFILE[profile]} profile`
    ];
    return [what, ...parts.filter((part) => part !== "")].join(" ");
  },
  exact: (from, to) => from === to ? `Exact change of line ${from}` : `Exact change of lines ${from} to ${to}`,
  place: "Place",
  isNew: "new",
  rest: (n) => `${n} more ${n === 1 ? "finding" : "findings"} in short`,
  suppressed: "Suppressed",
  reason: "Reason",
  until: (date) => `until ${date}`,
  files: "Files",
  file: "File",
  format: "Format",
  rules: "Rules",
  fileStatus: { parsed: "read", skipped: "skipped", failed: "failed" },
  met: "needs met",
  severities: { error: "errors", warning: "warnings", notice: "notices" },
  origin: (version, pack, date) => `configmgr-firewall-lint ${version}; needs of ${pack} as of ${date}`
};
var ko = {
  skip: "\uAC80\uC0AC \uACB0\uACFC\uB85C \uAC74\uB108\uB6F0\uAE30",
  contents: "\uC774 \uD398\uC774\uC9C0\uC758 \uB0B4\uC6A9",
  changes: "\uC774 \uBCC0\uACBD\uC758 \uC601\uD5A5",
  flows: "\uD1B5\uC2E0 \uD750\uB984",
  flowsNote: "\uD654\uC0B4\uD45C\uB294 \uC5F0\uACB0\uC744 \uC5EC\uB294 \uBC29\uD5A5\uC785\uB2C8\uB2E4. \uD30C\uC120\uACFC \uAC00\uC704\uD45C: \uB04A\uAE40, \uC810\uC120: \uD310\uB2E8 \uBD88\uAC00, \uC2E4\uC120: \uD1B5\uACFC.",
  flow: (name, broken, open, met) => `${name}\uC758 \uD750\uB984: \uB04A\uAE40 ${broken}\uAC1C, \uD310\uB2E8 \uBD88\uAC00 ${open}\uAC1C, \uD1B5\uACFC ${met}\uAC1C`,
  moreFlows: (n) => `\uADF8 \uBC16\uC5D0 ${n}\uAC1C\uB294 \uD45C \uCC38\uC870`,
  moreTargets: (n) => `\uB098\uBA38\uC9C0 \uB300\uC0C1 ${n}\uAC1C\uB294 \uD45C\uC5D0\uB9CC \uC788\uC2B5\uB2C8\uB2E4.`,
  matrixNote: (left) => `\uC5EC\uAE30\uC5D0 \uD574\uB2F9\uD558\uC9C0 \uC54A\uB294 \uC694\uAD6C \uC0AC\uD56D ${left}\uAC1C\uB294 \uC0DD\uB7B5\uD588\uC2B5\uB2C8\uB2E4.`,
  evidence: (target) => `${target}: \uC694\uAD6C \uC0AC\uD56D\uBCC4 \uD310\uB2E8 \uADFC\uAC70`,
  filter: "\uD544\uD130",
  anyCode: "\uBAA8\uB4E0 \uCF54\uB4DC",
  code: "\uCF54\uB4DC",
  search: "\uD14D\uC2A4\uD2B8",
  clear: "\uBAA8\uB450 \uD45C\uC2DC",
  shown: (n, of) => `\uACB0\uACFC ${of}\uAC1C \uC911 ${n}\uAC1C \uD45C\uC2DC`,
  none: "\uD544\uD130\uC5D0 \uB9DE\uB294 \uACB0\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4.",
  noFindings: "\uAC80\uC0AC \uACB0\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4.",
  witness: "\uC608",
  packet: ({ direction, protocol, localPort, remotePort, icmpType, remoteAddress, profile, program, service }) => [
    `${PROFILE_KO[profile]} \uD504\uB85C\uD544\uC758 ${direction === "inbound" ? "\uC778\uBC14\uC6B4\uB4DC" : "\uC544\uC6C3\uBC14\uC6B4\uB4DC"} ${protocol.toUpperCase()} \uD328\uD0B7`,
    icmpType === void 0 ? "" : `\uC720\uD615 ${icmpType}`,
    localPort === void 0 ? "" : `\uB85C\uCEEC \uD3EC\uD2B8 ${localPort}`,
    remotePort === void 0 ? "" : `\uC6D0\uACA9 \uD3EC\uD2B8 ${remotePort}`,
    remoteAddress === void 0 ? "" : `\uC6D0\uACA9 \uC8FC\uC18C ${remoteAddress}`,
    program === void 0 ? "" : `\uD504\uB85C\uADF8\uB7A8 ${program}`,
    service === void 0 ? "" : `\uC11C\uBE44\uC2A4 ${service}`
  ].filter((part) => part !== "").join(", "),
  exact: (from, to) => from === to ? `${from}\uD589\uC758 \uC815\uD655\uD55C \uBCC0\uACBD` : `${from}~${to}\uD589\uC758 \uC815\uD655\uD55C \uBCC0\uACBD`,
  place: "\uC704\uCE58",
  isNew: "\uC0C8 \uACB0\uACFC",
  rest: (n) => `\uADF8 \uBC16\uC758 \uACB0\uACFC ${n}\uAC1C \uC694\uC57D`,
  suppressed: "\uC228\uAE34 \uACB0\uACFC",
  reason: "\uC774\uC720",
  until: (date) => `${date}\uAE4C\uC9C0`,
  files: "\uD30C\uC77C",
  file: "\uD30C\uC77C",
  format: "\uD615\uC2DD",
  rules: "\uADDC\uCE59",
  fileStatus: { parsed: "\uC77D\uC74C", skipped: "\uAC74\uB108\uB700", failed: "\uC2E4\uD328" },
  met: "\uCDA9\uC871\uB41C \uC694\uAD6C \uC0AC\uD56D",
  severities: { error: "\uC624\uB958", warning: "\uACBD\uACE0", notice: "\uC54C\uB9BC" },
  origin: (version, pack, date) => `configmgr-firewall-lint ${version}, \uC694\uAD6C \uC0AC\uD56D ${pack} (${date})`
};
var pageWords = { en, ko };
var STYLE_HASH = "sha256-D2j++TsHfh/bTSYPBk+POii0iLQ/jD+euBR43ExiucY=";
var SCRIPT_HASH = "sha256-sMOhc4WR3GqSo0jyEQdmCzlBZPjwufBqK2RI1edAz1E=";
var POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;
var html = {
  id: "html",
  title: "HTML page, for reading and keeping",
  render(report, context) {
    const say = wordsOf(context);
    const page = pageWords[context.locale];
    const { summary } = report;
    const ordered = gravestFirst(report.findings);
    const sections = [
      ["changes", changes(report, say, page)],
      ["flows", drawings(report.targets, say, page)],
      ["needs", matrix(report.targets, ordered, say, page)],
      ["findings", findingList(ordered, context, say, page)],
      ["suppressed", suppressed(report, page)],
      ["files", files(report, say, page)]
    ].filter(([, section]) => section !== "");
    const titles = { changes: page.changes, flows: page.flows, needs: say.needsByTarget, findings: say.findings, suppressed: page.suppressed, files: page.files };
    return inert(`<!doctype html>
<html lang="${context.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>configmgr-firewall-lint: ${escaped(say.counts(summary.error, summary.warning, summary.notice))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">${escaped(page.skip)}</a>
<header>
${head(report, context.locale, say, page)}
<nav aria-label="${escaped(page.contents)}"><ul>${sections.map(([id = ""]) => `<li><a href="#${id}">${escaped(titles[id] ?? id)}</a></li>`).join("")}</ul></nav>
</header>
<main>
${sections.map(([, section]) => section).join("")}</main>
<footer><p>${escaped(page.origin(report.tool.version, report.model.pack, report.model.date))}</p></footer>
${report.findings.length === 0 ? "" : `<script>${SCRIPT}</script>
`}</body>
</html>
`);
  }
};
function head(report, locale, say, page) {
  const { summary, assumptions, targets } = report;
  const [tone, verdict] = summary.error > 0 ? ["error", say.verdictBad(summary.error, summary.warning)] : summary.warning + summary.notice > 0 ? ["warning", say.verdictFair(summary.warning, summary.notice)] : report.files.length === 0 ? ["warning", say.verdictNone] : ["good", say.verdictGood];
  const parsed = report.files.filter(({ status: status2 }) => status2 === "parsed");
  const read = report.files.length === 0 ? say.whereNext : parsed.length === 0 ? say.noFiles : say.files(parsed.length, parsed.reduce((sum, { rules }) => sum + rules, 0));
  const tile = (kind) => {
    const n = summary[kind];
    return `<li><b class="${n === 0 ? "dim" : kind}">${n}</b>${escaped(n === 1 ? say.severity[kind] : page.severities[kind])}</li>`;
  };
  const tiles = [
    tile("error"),
    tile("warning"),
    tile("notice"),
    ...targets.length > 0 ? [`<li><b>${summary.satisfied} / ${summary.required}</b>${escaped(page.met)}</li>`] : []
  ];
  return `<h1>configmgr-firewall-lint</h1>
<p class="verdict ${tone}">${escaped(verdict)}</p>
<ul class="tiles">${tiles.join("")}</ul>
${bar(report)}<p class="dim">${escaped(`${read}${summary.suppressed > 0 ? `; ${say.suppressed(summary.suppressed)}` : ""}`)}</p>
${assumptions.slice(0, 20).map((a) => `<p>${escaped(`${say.assumptions}: ${shortened(assumptionText(a, locale), 1e3)}`)}</p>`).join("\n")}`;
}
function bar({ targets }) {
  const count = { broken: 0, open: 0, met: 0 };
  for (const { requirements } of targets) for (const flow of flowsOf(requirements)) count[flow.state] += flow.count;
  const all = count.broken + count.open + count.met;
  if (all === 0) return "";
  let x = 0;
  const parts = ["met", "open", "broken"].map((state) => {
    const rect = `<rect class="${state}" x="${x}" width="${count[state]}" height="1"/>`;
    x += count[state];
    return rect;
  });
  return `<svg class="bar" viewBox="0 0 ${all} 1" preserveAspectRatio="none" aria-hidden="true">${parts.join("")}</svg>
`;
}
var MOST_CHANGES = 200;
function changes(report, say, page) {
  const text = changeText(report, say);
  if (!text) return "";
  const lists = text.lists.map(({ title, items }) => `<h3>${escaped(title)}</h3>
<ul>${items.slice(0, MOST_CHANGES).map((item) => `<li>${escaped(shortened(item, 600))}</li>`).join("")}${items.length > MOST_CHANGES ? `<li>+ ${items.length - MOST_CHANGES}</li>` : ""}</ul>`);
  return `<section id="changes" class="changes">
<h2>${escaped(page.changes)}</h2>
<p>${escaped(text.line)}</p>
${lists.join("\n")}
</section>
`;
}
var MOST_ROWS2 = 1e3;
function suppressed({ suppressed: all }, page) {
  return folded("suppressed", page.suppressed, all.length, [page.code, page.place, page.reason], all.slice(0, MOST_ROWS2).map(({ code, location, message, suppressedBy: { reason, expires } }) => [
    `<code>${escaped(code)}</code>`,
    `<code>${escaped(shortened(`${location.path}:${location.line}`, 200))}</code> ${escaped(shortened(message, 300))}`,
    `${escaped(shortened(reason, 300))}${expires === void 0 ? "" : ` <span class="dim">${escaped(page.until(expires))}</span>`}`
  ]));
}
function files({ files: all }, say, page) {
  return folded("files", page.files, all.length, [page.file, page.format, page.rules, say.statusTitle], all.slice(0, MOST_ROWS2).map(({ path, format, rules, status: status2, reason }) => [
    `<code>${escaped(shortened(path, 300))}</code>`,
    escaped(format),
    String(rules),
    `${escaped(page.fileStatus[status2])}${reason === void 0 ? "" : `: ${escaped(shortened(reason, 300))}`}`
  ]));
}
function folded(id, title, count, columns, rows) {
  if (count === 0) return "";
  return `<section id="${id}">
<details><summary><h2>${escaped(title)} (${count})</h2></summary>
${scroll(title, `<table>
<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n")}
</tbody>
</table>`)}
</details>
</section>
`;
}
module.exports = { html };
