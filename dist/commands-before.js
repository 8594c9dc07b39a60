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
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_node_path = require("node:path");
const { CONFIG_NAMES, wantedPaths } = require("./commands-check.js");
const { contentKey, isNeedCode, isNothing, lint, parseBaseline, touches, without } = require("./commands-check.js");
const { defaultConfig, parseConfig } = require("./commands-check.js");
const {
  gitTree
} = require("./shared-3LTO7YOE.js");
const { pathFrom } = require("./commands-check.js");
const { PROFILES, addressTexts, includes, includesAddresses, makeRule, placeOf, portTexts, profileBit, profileNames, protocolName } = require("./commands-check.js");
const { UsageError } = require("./commands.js");
var MOST_STEPS = 8e6;
function newlyOpened(before, after, keyOf) {
  const old = before ? enforced(before, keyOf) : [];
  const now = enforced(after, keyOf);
  const oldAllows = index(old.filter((e) => e.rule.action === "allow"));
  const blocksNow = profilesByKey(now, "block");
  const allowed = profilesByKey(old, "allow");
  const nowBlocks = index(now.filter((e) => e.rule.action === "block"));
  const goneBlocks = index(old.flatMap((e) => {
    const gone = e.rule.action === "block" ? e.profiles & ~(blocksNow.get(e.key) ?? 0) : 0;
    return gone === 0 ? [] : [{ ...e, profiles: gone }];
  }));
  const opened = [];
  const budget = { left: MOST_STEPS };
  for (const { rule, profiles, key, because } of now) {
    if (rule.action !== "allow") continue;
    const known = allowed.get(key) ?? 0;
    let left = 0;
    let near;
    const nearGone = goneBlocks(rule);
    budget.left -= nearGone.length;
    const gone = nearGone.filter((e) => (e.profiles & profiles) !== 0 && meets(e.rule, rule));
    for (const profile of PROFILES) {
      const bit = profileBit(profile);
      if ((profiles & bit) === 0) continue;
      const freed = gone.filter((e) => (e.profiles & bit) !== 0);
      if ((known & bit) !== 0 && freed.length === 0) continue;
      near ??= { allows: oldAllows(rule), blocks: nowBlocks(rule) };
      if (opens({ rule, because }, bit, near.allows, near.blocks, freed, budget)) left |= bit;
    }
    if (left !== 0) opened.push({ target: after.target.name, rule, profiles: left, because });
    if (budget.left < 0) return { opened, complete: false };
  }
  return { opened, complete: true };
}
function opens({ rule, because }, bit, oldAllows, nowBlocks, freed, budget) {
  const minus = (region, list) => {
    let left = region;
    for (const e of list) {
      budget.left--;
      if (left.length === 0 || budget.left < 0) break;
      if ((e.profiles & bit) === 0 || !numbersMeet(e.rule, rule) || !contextCovers(e.rule, rule)) continue;
      budget.left -= 20 * left.length;
      left = without(left, { ports: e.rule.localPorts, addresses: e.rule.remoteAddresses });
    }
    return left;
  };
  const passing = minus([{ ports: rule.localPorts, addresses: rule.remoteAddresses }], nowBlocks);
  const held = freed.some((e) => {
    budget.left -= passing.length;
    return touches(passing, { ports: e.rule.localPorts, addresses: e.rule.remoteAddresses });
  });
  if (held) return true;
  if (because !== "rule") return !isNothing(passing) && !oldAllows.some((e) => (e.profiles & bit) !== 0 && contextCovers(e.rule, rule) && includes(e.rule.localPorts, rule.localPorts) && includesAddresses(e.rule.remoteAddresses, rule.remoteAddresses));
  return !isNothing(minus(passing, oldAllows));
}
function enforced(policy, keyOf) {
  const { groups, profiles } = policy;
  const out = [];
  const having = (test) => PROFILES.reduce((set, p) => test(p) ? set | profileBit(p) : set, 0);
  const active = having((p) => profiles[p].enabled && !profiles[p].blockAllInbound);
  for (const group of groups) {
    for (const rule of group.rules) {
      if (rule.enabled !== true || rule.malformed !== void 0 || rule.direction !== "inbound" || rule.ipsec) continue;
      const where = rule.profiles & ~group.ignoredIn & active;
      if (where !== 0) out.push({ rule, profiles: where, key: keyOf(rule), because: "rule" });
    }
  }
  const setting = (because, where) => {
    for (const profile of PROFILES) {
      if ((where & profileBit(profile)) === 0) continue;
      const from = because === "firewall-off" ? profiles[profile].from.enabled : profiles[profile].from.defaultInbound;
      out.push({ rule: makeRule({ name: because, source: from?.source ?? nowhere(policy) }), profiles: profileBit(profile), key: "everything", because });
    }
  };
  setting("firewall-off", having((p) => !profiles[p].enabled));
  setting("default-allow", active & having((p) => profiles[p].defaultInbound === "allow"));
  return out;
}
var nowhere = ({ target }) => {
  const place = { path: target.layers.at(-1)?.path ?? ".", line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { origin: { path: place.path, place: () => place, line: () => void 0 }, start: 0, end: 0 };
};
function profilesByKey(list, action) {
  const out = /* @__PURE__ */ new Map();
  for (const { rule, key, profiles } of list) if (rule.action === action) out.set(key, (out.get(key) ?? 0) | profiles);
  return out;
}
function index(list) {
  const buckets = /* @__PURE__ */ new Map();
  const wide = [];
  for (const e of list) {
    const own = bucketsOf(e.rule);
    if (!own) {
      wide.push(e);
      continue;
    }
    for (const bucket of own) {
      const held = buckets.get(bucket);
      if (held) held.push(e);
      else buckets.set(bucket, [e]);
    }
  }
  return (rule) => {
    const own = bucketsOf(rule);
    return own ? [...wide, ...own.flatMap((bucket) => buckets.get(bucket) ?? [])] : list;
  };
}
function bucketsOf({ localPorts }) {
  if (localPorts.keywords.length + localPorts.unresolved.length > 0) return void 0;
  const out = /* @__PURE__ */ new Set();
  for (const [from, to] of localPorts.ranges) {
    if (to - from > 256 || out.size > 16) return void 0;
    for (let bucket = from >> 6; bucket <= to >> 6; bucket++) out.add(bucket);
  }
  return [...out];
}
function contextCovers(outer, inner) {
  const same = (a, b) => a === void 0 || a.toLowerCase() === b?.toLowerCase();
  return (outer.protocol === "any" || outer.protocol === inner.protocol) && same(outer.program, inner.program) && same(outer.service, inner.service) && includes(outer.remotePorts, inner.remotePorts) && includesAddresses(outer.localAddresses, inner.localAddresses) && outer.unmodelled.length === 0 && outer.platforms.length === 0 && (outer.interfaceTypes.length === 0 || inner.interfaceTypes.every((t) => outer.interfaceTypes.includes(t)) && inner.interfaceTypes.length > 0) && (outer.icmp.length === 0 || inner.icmp.length > 0 && inner.icmp.every((i) => outer.icmp.includes(i)));
}
function contextsMeet(a, b) {
  const meet = (x, y) => x === void 0 || y === void 0 || x.toLowerCase() === y.toLowerCase();
  return (a.protocol === b.protocol || a.protocol === "any" || b.protocol === "any") && meet(a.program, b.program) && meet(a.service, b.service);
}
var meets = (a, b) => contextsMeet(a, b) && numbersMeet(a, b);
var numbersMeet = (a, b) => (rangesMeet(a.localPorts.ranges, b.localPorts.ranges) || a.localPorts.keywords.some((k) => b.localPorts.keywords.includes(k))) && (rangesMeet(a.remoteAddresses.v4, b.remoteAddresses.v4) || rangesMeet(a.remoteAddresses.v6, b.remoteAddresses.v6) || a.remoteAddresses.keywords.some((k) => b.remoteAddresses.keywords.includes(k)));
function rangesMeet(a, b) {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]];
    if (x[1] < y[0]) i++;
    else if (y[1] < x[0]) j++;
    else return true;
  }
  return false;
}
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
  const { root, base: { commit, unmerged, tree = gitTree(root, commit) }, places, options } = request;
  try {
    const config = await configIn(tree, request.configPath);
    const wanted = new Set(wantedPaths(config));
    const files = await tree.files({ wanted, places: [...places.map((place) => pathFrom(root, (0, import_node_path.resolve)(root, place))), ...wanted], ...config?.encoding !== void 0 && { codePage: config.encoding } });
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
async function configIn(tree, configPath) {
  const names = [...configPath === void 0 ? [] : [configPath], ...["", ".github/"].flatMap((at) => CONFIG_NAMES.map((name) => at + name))];
  const file = await tree.firstFile(names);
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
function openedSince(before, after, otherwise) {
  const old = new Map(before.map((policy) => [policy.target.name, policy]));
  const found = after.map((policy) => newlyOpened(old.get(policy.target.name) ?? otherwise, policy, contentKey));
  return { opened: found.flatMap((f) => f.opened), complete: found.every((f) => f.complete) };
}
module.exports = { aligned, judgeBefore, withChanges };
