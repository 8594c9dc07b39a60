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
  aligned: () => aligned,
  judgeBefore: () => judgeBefore,
  withChanges: () => withChanges
});
module.exports = __toCommonJS(stdin_exports);
var import_shared_7F6TYY2M = require("./shared-7F6TYY2M.js");
var import_shared_4ICXJBLH = require("./shared-4ICXJBLH.js");
var import_shared_O5OH2J54 = require("./shared-O5OH2J54.js");
var import_shared_3TOTB54V = require("./shared-3TOTB54V.js");
var import_shared_7HD2BTDN = require("./shared-7HD2BTDN.js");
var import_shared_GI4KP3PU = require("./shared-GI4KP3PU.js");
var import_shared_Z5E6QYRH = require("./shared-Z5E6QYRH.js");
var import_shared_Y3PACV2V = require("./shared-Y3PACV2V.js");
var import_shared_6UZR6XQ5 = require("./shared-6UZR6XQ5.js");
var import_shared_LDH3UOSV = require("./shared-LDH3UOSV.js");
var import_shared_JVTFU57X = require("./shared-JVTFU57X.js");
var import_node_path = require("node:path");
const {
  filesAt,
  firstFileAt
} = require("./shared-QGL7AMXR.js");
const {
  isNeedCode,
  lint,
  openedSince,
  parseBaseline
} = require("./shared-JFUER3IT.js");
const {
  CONFIG_NAMES,
  defaultConfig,
  parseConfig,
  wantedPaths
} = require("./shared-6NMWFYJ3.js");
const {
  pathFrom
} = require("./shared-YWLKBUMM.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
const {
  addressTexts,
  placeOf,
  portTexts,
  profileNames,
  protocolName
} = require("./shared-K56NQVUF.js");
var RANK = { satisfied: 0, "not-applicable": 0, unverifiable: 1, partial: 2, missing: 3, blocked: 3 };
function compared(before, after, opened, base) {
  const old = new Set([...before.report.findings, ...before.report.suppressed].map((f) => f.fingerprint));
  const was = byName(before.needs);
  const now = byName(after.needs);
  const isNew = (finding) => {
    if (old.has(finding.fingerprint)) return false;
    if (!isNeedCode(finding.code) || finding.requirements.length === 0) return true;
    return finding.requirements.some((id) => {
      const [then, today] = [was.get(nameOf(finding.target, id)), now.get(nameOf(finding.target, id))];
      return today !== void 0 && RANK[then?.status ?? "satisfied"] < RANK[today.status];
    });
  };
  return { ...after.report, findings: after.report.findings.map((finding) => ({ ...finding, new: isNew(finding) })), changes: changesOf(before, after, was, now, opened, base) };
}
var nameOf = (target, requirement) => JSON.stringify([target, requirement]);
var byName = (needs) => new Map(needs.map((need) => [nameOf(need.target, need.requirement), need]));
function changesOf(before, after, was, now, opened, base) {
  const still = new Set([...after.report.findings, ...after.report.suppressed].map((f) => f.fingerprint));
  const targets = new Set(after.report.targets.map((t) => t.name));
  const mended = [...before.report.findings, ...before.report.suppressed].flatMap(({ fingerprint, code, target, requirements, message }) => {
    if (still.has(fingerprint) || code.startsWith("ignore-") || target !== void 0 && !targets.has(target)) return [];
    const met = isNeedCode(code) ? requirements.filter((id) => now.get(nameOf(target, id))?.status === "satisfied" && was.get(nameOf(target, id))?.status !== "satisfied") : requirements;
    return isNeedCode(code) && met.length === 0 ? [] : [{ fingerprint, code, ...target !== void 0 && { target }, requirements: met, message }];
  });
  return {
    base,
    cut: [...now].flatMap(([name, need]) => need.status !== "satisfied" && was.get(name)?.status === "satisfied" ? [need] : []).sort(byNeed),
    opened: opened.map(openedTraffic).sort(byOpening),
    mended: mended.sort((a, b) => order(a.code, b.code) || order(a.target ?? "", b.target ?? "") || order(a.fingerprint, b.fingerprint)),
    dropped: [...was].filter(([name]) => !now.has(name)).map(([, { target, requirement, feature }]) => ({ target, requirement, feature })).sort(byNeed)
  };
}
function openedTraffic({ target, rule, profiles, because }) {
  const { path, line } = placeOf(rule.source);
  return {
    target,
    because,
    rule: because === "rule" ? rule.name : "",
    protocol: protocolName(rule.protocol === "unknown" ? "any" : rule.protocol),
    ports: orAny(portTexts(rule.localPorts)),
    addresses: orAny(addressTexts(rule.remoteAddresses)),
    profiles: profileNames(profiles),
    location: { path, line }
  };
}
var orAny = (texts) => texts.length === 0 ? ["any"] : texts;
var order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var byNeed = (a, b) => order(a.target, b.target) || order(a.requirement, b.requirement);
var byOpening = (a, b) => order(a.target, b.target) || order(a.location.path, b.location.path) || order(a.location.line, b.location.line) || order(a.rule, b.rule);
async function judgeBefore(request) {
  const { root, base: { commit, unmerged }, places, options } = request;
  try {
    const config = await configAt(request);
    const wanted = new Set(config ? wantedPaths(config) : []);
    const files = filesAt(root, commit, { wanted, places: places.map((place) => pathFrom(root, (0, import_node_path.resolve)(root, place))), ...config?.encoding !== void 0 && { codePage: config.encoding } });
    const baseline = baselineIn(config, files);
    const silent = [...request.config?.severity ?? []].filter(([code, severity]) => severity === "off" && (!unmerged || config?.severity.get(code) === "off"));
    const { baseline: _, ...rest } = config ?? defaultConfig();
    const judgedWith = aligned({ ...rest, ...baseline && config?.baseline && { baseline: config.baseline }, severity: new Map(silent) }, request.config);
    const result = await lint({ files, unreadable: [], config: config && judgedWith, options });
    const trust = {
      ignore: judgedWith.ignore,
      baseline: baseline ?? [],
      severity: config?.severity ?? /* @__PURE__ */ new Map(),
      inline: new Set(result.report.suppressed.filter((f) => f.suppressedBy.kind === "inline").map((f) => f.fingerprint)),
      assumed: (target) => !config || config.assumed && judgedWith.targets.find((t) => t.name === target)?.features === void 0
    };
    return { result, config, commit, trust: unmerged ? trust : void 0 };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return `Not compared with ${commit.slice(0, 12)}, for that tree cannot be judged: ${error.place ? `${error.place.path}:${error.place.line}: ` : ""}${error.message}`;
  }
}
async function configAt({ root, base: { commit }, configPath }) {
  const names = [...configPath === void 0 ? [] : [configPath], ...["", ".github/"].flatMap((at) => CONFIG_NAMES.map((name) => at + name))];
  const file = firstFileAt(root, commit, names);
  return file && parseConfig(file);
}
function baselineIn(config, files) {
  const file = files.find((f) => f.path === config?.baseline?.value);
  if (!file) return void 0;
  try {
    return parseBaseline(file).entries;
  } catch {
    return void 0;
  }
}
function aligned(before, after) {
  const kept = new Set(after?.targets.map((t) => t.name));
  const old = new Set(before.targets.map((t) => t.name));
  const added = /* @__PURE__ */ new Map();
  for (const target of after?.targets ?? []) if (!old.has(target.name)) added.set(contentOf(target), target.name);
  const renamed = /* @__PURE__ */ new Map();
  for (const target of before.targets) {
    const name = kept.has(target.name) ? void 0 : added.get(contentOf(target));
    if (name !== void 0 && ![...renamed.values()].includes(name)) renamed.set(target.name, name);
  }
  if (renamed.size === 0) return before;
  return {
    ...before,
    targets: before.targets.map((t) => ({ ...t, name: renamed.get(t.name) ?? t.name })),
    ignore: before.ignore.map((entry) => entry.target !== void 0 && renamed.has(entry.target) ? { ...entry, target: renamed.get(entry.target) } : entry)
  };
}
var contentOf = ({ role, path, profiles, layers }) => JSON.stringify([role, path, profiles, layers.map((l) => [l.path, l.store])]);
function withChanges(before, after, config) {
  const introduced = !before.config && config !== void 0 && config.targets.length > 0;
  const abandoned = before.config !== void 0 && before.config.targets.length > 0 && (config?.targets.length ?? 0) === 0;
  const old = introduced ? { report: before.result.report, needs: spread(before.result, after) } : before.result;
  const openings = abandoned ? { opened: [], complete: true } : openedSince(before.result.policies, after.policies, introduced ? before.result.policies[0] : void 0);
  const report = compared(old, after, openings.opened, before.commit);
  const notes = [
    ...introduced ? ["the older tree has no config, so it is not said what needs this change cuts"] : [],
    ...abandoned ? ["this change removes the targets from the config, so it is not said what it opens"] : [],
    ...openings.complete ? [] : ["the search for what this change opens was cut short, for it changes very many rules on the same ports"]
  ];
  return {
    ...report,
    assumptions: [...report.assumptions, ...notes].sort(),
    ...introduced && report.changes && { changes: { ...report.changes, dropped: [] } }
  };
}
var spread = ({ needs }, after) => after.policies.flatMap(({ target }) => needs.filter((need) => need.status !== "satisfied").map((need) => ({ ...need, target: target.name })));
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  aligned,
  judgeBefore,
  withChanges
});
