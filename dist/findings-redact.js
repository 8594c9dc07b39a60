var import_commands = require("./commands.js");
const { parseIPv4, parseIPv6 } = require("./commands-check.js");
var V4 = String.raw`(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)`;
var V6 = String.raw`(?<![\w:.])(?=[0-9a-f:.]{2,45})(?:[0-9a-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})(?![\w:])`;
var SID = String.raw`(?<![\w-])S-1-\d{1,14}(?:-\d{1,10}){1,15}(?![\w-])`;
var UNC = String.raw`(?<!\\)\\\\(?=[\w.-]{1,255}\\)[\w.-]{1,255}`;
var DOTTED = String.raw`(?<![\w.-])[a-z0-9_](?:[\w-]{0,62})(?:\.[a-z0-9_](?:[\w-]{0,62})){1,20}(?![\w-])`;
var DOMAIN_ENDS = new Set(`
  com net org edu gov mil int info biz name pro arpa eu asia io dev app cloud online site tech xyz
  local localdomain lan corp home internal intern intranet intra private priv domain ad dom office hq test example invalid localhost onmicrosoft
  at au be br ca ch cn cz de dk es fi fr gr hk hu ie il in it jp kr lu mx nl no nz pl pt ro ru se sg sk tr tw ua uk us za
`.split(/\s+/).filter(Boolean));
var FILE_ENDS = new Set("ps1 psm1 psd1 reg cmd bat pol xml json yml yaml csv txt mof wfw htm html inf exe dll msc log rb pp sls zip".split(" "));
var PUBLIC = /(?:^|\.)(?:microsoft|windowsupdate|windows|github|githubusercontent)\.com$/i;
var EVERYWHERE = /* @__PURE__ */ new Set(["0.0.0.0", "127.0.0.1", "255.255.255.255", "255.255.255.0", "255.255.0.0", "255.0.0.0", "::", "::1"]);
function redactor(names = []) {
  const masks = /* @__PURE__ */ new Map();
  const counts = { addr: 0, host: 0, sid: 0 };
  const mask = (kind, value) => {
    const key = `${kind} ${value.toLowerCase()}`;
    let held = masks.get(key);
    if (held === void 0) masks.set(key, held = `${kind}-${++counts[kind]}`);
    return held;
  };
  const known = /* @__PURE__ */ new Map();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (/^[a-z0-9_][\w.-]{0,253}$/.test(lower) && !/^\d+$/.test(lower) && !/^[\d.]+$/.test(lower)) known.set(lower, lower);
  }
  const all = new RegExp([SID, V6, V4, UNC, DOTTED].join("|"), "gi");
  const word = /(?<![\w.-])[\w-]{1,63}(?![\w-])/g;
  const replace = (found) => {
    if (/^s-1-\d/i.test(found)) return mask("sid", found);
    if (found.startsWith("\\\\")) return `\\\\${mask("host", found.slice(2))}`;
    if (found.includes(":")) return parseIPv6(found) === void 0 || EVERYWHERE.has(found) ? found : mask("addr", found);
    if (/^[\d.]+$/.test(found)) return parseIPv4(found) === void 0 || EVERYWHERE.has(found) ? found : mask("addr", found);
    return dotted(found);
  };
  const dotted = (found) => {
    const labels = found.toLowerCase().split(".");
    let end = labels.length;
    while (end > 2 && FILE_ENDS.has(labels[end - 1])) end--;
    const name = found.split(".").slice(0, end).join(".");
    const rest = found.slice(name.length);
    const isName = known.has(name.toLowerCase()) || !FILE_ENDS.has(labels[end - 1]) && DOMAIN_ENDS.has(labels[end - 1]) && !PUBLIC.test(name);
    return isName ? `${mask("host", name)}${rest}` : found;
  };
  const text = (value) => {
    const once = value.replace(all, replace);
    return known.size === 0 ? once : once.replace(word, (found) => known.has(found.toLowerCase()) ? mask("host", found) : found);
  };
  return { text, path: (path) => path.split("/").map(text).join("/") };
}
function redactReport(report, { text, path }) {
  const finding = (f) => redactFinding(f, { text, path });
  const { changes } = report;
  return {
    ...report,
    assumptions: report.assumptions.map(text),
    files: report.files.map((f) => ({ ...f, path: path(f.path), ...f.reason !== void 0 && { reason: text(f.reason) } })),
    targets: report.targets.map((t) => ({
      ...t,
      name: text(t.name),
      layers: t.layers.map(path),
      requirements: t.requirements.map((r) => ({ ...r, by: r.by.map((b) => ({ ...b, path: path(b.path), name: text(b.name) })) }))
    })),
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map((f) => ({ ...finding(f), suppressedBy: { ...f.suppressedBy, reason: text(f.suppressedBy.reason) } })),
    ...changes && {
      changes: {
        ...changes,
        cut: changes.cut.map((need) => ({ ...need, target: text(need.target) })),
        dropped: changes.dropped.map((need) => ({ ...need, target: text(need.target) })),
        mended: changes.mended.map((m) => ({ ...m, ...m.target !== void 0 && { target: text(m.target) }, message: text(m.message) })),
        opened: changes.opened.map((o) => ({
          ...o,
          target: text(o.target),
          rule: text(o.rule),
          addresses: o.addresses.map(text),
          ports: o.ports.map(text),
          location: { ...o.location, path: path(o.location.path) }
        }))
      }
    }
  };
}
function redactFinding(finding, { text, path }) {
  const { fix: _, ...rest } = finding;
  const { location, witness } = finding;
  return {
    ...rest,
    ...finding.target !== void 0 && { target: text(finding.target) },
    message: text(finding.message),
    remedy: text(finding.remedy),
    location: { ...location, path: path(location.path), ...location.key !== void 0 && { key: text(location.key) } },
    related: finding.related.map((r) => ({ ...r, path: path(r.path), message: text(r.message) })),
    ...witness && { witness: { ...witness, ...witness.remoteAddress !== void 0 && { remoteAddress: text(witness.remoteAddress) }, ...witness.program !== void 0 && { program: text(witness.program) } } }
  };
}
var redactExcerpt = (excerpt, { text }) => excerpt && { ...excerpt, lines: excerpt.lines.map(text) };
module.exports = { redactExcerpt, redactReport, redactor };
