var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
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
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  listOf: () => listOf,
  runCheck: () => runCheck
});
module.exports = __toCommonJS(stdin_exports);
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
const {
  applyFixes,
  lint
} = require("./shared-JFUER3IT.js");
const {
  loadConfig,
  rootOf,
  wantedPaths
} = require("./shared-6NMWFYJ3.js");
const {
  discover,
  pathFrom
} = require("./shared-YWLKBUMM.js");
const {
  sourceText
} = require("./shared-7HD2BTDN.js");
const {
  COMMANDS,
  VERSION
} = require("./shared-Z7LQSCLQ.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
const {
  didYouMean
} = require("./shared-6UZR6XQ5.js");
const {
  parseIPv4,
  parseIPv6
} = require("./shared-K56NQVUF.js");
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
async function lintWithFixes(input) {
  const result = await lint({ ...input, options: { ...input.options, fixes: true } });
  const { report } = result;
  const byPath = /* @__PURE__ */ new Map();
  for (const { fix, location } of report.findings) if (fix) byPath.set(location.path, [...byPath.get(location.path) ?? [], fix]);
  if (byPath.size === 0) return result;
  const files = input.files.map((file) => {
    const fixes = byPath.get(file.path);
    return fixes ? sourceText(file.path, applyFixes(file.text, fixes)) : file;
  });
  const left = new Set((await lint({ ...input, files })).report.findings.flatMap(needsOf));
  const findings = report.findings.map((finding) => {
    if (!finding.fix || !needsOf(finding).some((need) => left.has(need))) return finding;
    const { fix: _, ...bare } = finding;
    return bare;
  });
  return { ...result, report: { ...report, findings } };
}
var needsOf = ({ target, requirements }) => requirements.map((id) => `${id} ${target ?? ""}`);
async function runCheck(request, world) {
  const root = rootOf(request.base, request.paths, request.config);
  const read = await loadConfig(request.base, root, request.config);
  const config = read && request.withoutBaseline ? withoutBaseline(read) : read;
  const wanted = wantedPaths(config);
  for (const path of request.paths) {
    if (/^[a-z]+$/.test(path) && !(0, import_node_fs.existsSync)((0, import_node_path.resolve)(request.base, path))) throw new UsageError(`No such command, file or folder: ${path}${didYouMean(path, COMMANDS.map(({ name }) => name))}`);
  }
  const places = request.paths.length === 0 || root !== request.base ? ["."] : request.paths;
  const found = await withProgress(world, (progress) => discover(root, [...places, ...wanted.filter((path) => (0, import_node_fs.existsSync)((0, import_node_path.resolve)(root, path)))], {
    wanted: new Set(wanted),
    ...config?.encoding === void 0 ? {} : { codePage: config.encoding },
    progress
  }));
  const options = {
    today: world.today,
    locale: request.locale,
    version: VERSION,
    ...request.features === void 0 ? {} : { features: request.features },
    ...request.role === void 0 ? {} : { role: request.role }
  };
  const warnings = [];
  const before = await judgedBefore(request, root, places, config, options, warnings);
  const masks = request.withoutBaseline !== true && (request.redact === true || config?.redact === true || before?.config?.redact === true);
  const input = { files: found.files, unreadable: found.unreadable, config, options: { ...options, ...before?.trust && { trust: before.trust } } };
  const after = request.fixes === true && !masks ? await lintWithFixes(input) : await lint(input);
  const result = { ...after, report: before ? (await Promise.resolve().then(() => __toESM(require("./commands-before.js")))).withChanges(before, after, config) : after.report };
  const masked = masks ? redacted(result) : result;
  const prefix = (0, import_node_path.relative)(request.reportBase ?? request.base, root).split(import_node_path.sep).join("/");
  const { report, excerpt } = prefix === "" ? masked : rebased(masked.report, masked.excerpt, prefix);
  return {
    report,
    excerpt,
    warnings,
    comment: config?.comment ?? "on-change",
    baseline: read?.baseline && pathFrom(request.base, (0, import_node_path.resolve)(root, read.baseline.value))
  };
}
var withoutBaseline = ({ baseline: _, ...config }) => config;
async function judgedBefore(request, root, places, config, options, warnings) {
  if (!request.since) return void 0;
  const base = await request.since(root);
  if (base.warning !== void 0) warnings.push(base.warning);
  const { commit } = base;
  if (commit === void 0) return void 0;
  const { judgeBefore } = await Promise.resolve().then(() => __toESM(require("./commands-before.js")));
  const configPath = request.config === void 0 ? void 0 : pathFrom(root, (0, import_node_path.resolve)(request.base, request.config));
  const before = await judgeBefore({ root, base: { ...base, commit }, configPath, places, config, options });
  if (typeof before !== "string") return before;
  warnings.push(before);
  return void 0;
}
function redacted({ report, excerpt, policies }) {
  const names = /* @__PURE__ */ new Set();
  for (const { groups, target } of policies) {
    for (const { gpo } of target.layers) if (gpo?.domain !== void 0) names.add(gpo.domain);
    for (const { rules } of groups) for (const { localAddresses, remoteAddresses } of rules) for (const name of [...localAddresses.unresolved, ...remoteAddresses.unresolved]) names.add(name);
  }
  const mask = redactor(names);
  const masked = redactReport(report, mask);
  const plain = new Map(masked.findings.map((finding, i) => [finding, report.findings[i]]));
  return { report: masked, excerpt: (finding) => redactExcerpt(excerpt(plain.get(finding) ?? finding), mask) };
}
function rebased(report, excerpt, prefix) {
  const moved = /* @__PURE__ */ new WeakMap();
  const path = (inside) => inside === "" || inside.startsWith("/") ? inside : inside.startsWith("../") ? inside : `${prefix}/${inside}`;
  const move = (finding) => {
    const out = {
      ...finding,
      location: { ...finding.location, path: path(finding.location.path) },
      related: finding.related.map((r) => ({ ...r, path: path(r.path) }))
    };
    moved.set(out, finding);
    return out;
  };
  return {
    report: {
      ...report,
      files: report.files.map((file) => ({ ...file, path: path(file.path) })),
      targets: report.targets.map((target) => ({
        ...target,
        requirements: target.requirements.map((r) => ({ ...r, by: r.by.map((b) => ({ ...b, path: path(b.path) })) }))
      })),
      findings: report.findings.map(move),
      suppressed: report.suppressed.map(move),
      ...report.changes && {
        changes: { ...report.changes, opened: report.changes.opened.map((o) => ({ ...o, location: { ...o.location, path: path(o.location.path) } })) }
      }
    },
    excerpt: (finding) => excerpt(moved.get(finding) ?? finding)
  };
}
async function withProgress(world, work) {
  if (!world.errIsTerminal) return work(() => {
  });
  const start = performance.now();
  let shown = 0;
  const found = work((count) => {
    const now = performance.now();
    if (now - start < 1e3 || now - shown < 200) return;
    shown = now;
    world.err(`\rReading policy files: ${count}`);
  });
  if (shown > 0) world.err("\r\x1B[K");
  return found;
}
function listOf(values) {
  const all = values?.flatMap((value) => value.split(",")).map((value) => value.trim()).filter((value) => value !== "");
  if (values && all?.length === 0) throw new UsageError("--features names none");
  return all;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  listOf,
  runCheck
});
