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
  CONFIG_NAMES: () => CONFIG_NAMES,
  defaultConfig: () => defaultConfig,
  findConfig: () => findConfig,
  loadConfig: () => loadConfig,
  parseConfig: () => parseConfig,
  rootOf: () => rootOf2,
  wantedPaths: () => wantedPaths
});
module.exports = __toCommonJS(stdin_exports);
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
const {
  readSource
} = require("./shared-O5OH2J54.js");
const {
  pathFrom
} = require("./shared-YWLKBUMM.js");
const {
  parseYaml,
  plainValue,
  prepareYaml
} = require("./shared-3TOTB54V.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
const {
  didYouMean
} = require("./shared-6UZR6XQ5.js");
const {
  DOMAIN,
  PROFILES,
  addressSet,
  parseAddressRange,
  parseAddresses,
  parsePortRange,
  portSet,
  profileBit,
  rangeText
} = require("./shared-K56NQVUF.js");
var FEATURES = /* @__PURE__ */ new Map([["client-requests", "client-requests"], ["client-notification", "client-notification"], ["client-push", "client-push"], ["install-client-push", "client-push"], ["group-policy-install", "group-policy-install"], ["gpo-install", "group-policy-install"], ["install-gpo", "group-policy-install"], ["software-update-point-install", "software-update-point-install"], ["install-sup", "software-update-point-install"], ["manual-install", "manual-install"], ["install-manual", "manual-install"], ["software-distribution-install", "software-distribution-install"], ["install-software-distribution", "software-distribution-install"], ["client-status", "client-status"], ["install-all-methods", "client-status"], ["content-download", "content-download"], ["software-updates", "software-updates"], ["remote-control", "remote-control"], ["remote-assistance", "remote-assistance"], ["remote-diagnostics", "remote-diagnostics"], ["queries", "queries"], ["wake-up-proxy", "wake-up-proxy"], ["wake-on-lan", "wake-on-lan"], ["peer-cache", "peer-cache"], ["pe-peer-cache", "pe-peer-cache"], ["branchcache", "branchcache"], ["delivery-optimization", "delivery-optimization"], ["connected-cache", "connected-cache"], ["service-location", "service-location"], ["client-shares", "client-shares"], ["cloud-management-gateway", "cloud-management-gateway"], ["osd-pxe", "osd-pxe"], ["osd-multicast", "osd-multicast"], ["osd-state-migration", "osd-state-migration"], ["content-distribution", "content-distribution"], ["distribution-point-host", "distribution-point-host"], ["content-status", "content-status"], ["content-library", "content-library"], ["console-connection", "console-connection"], ["console-online", "console-online"], ["reporting", "reporting"], ["data-warehouse", "data-warehouse"], ["administration-service", "administration-service"], ["site-system-management", "site-system-management"], ["site-database", "site-database"], ["site-database-install", "site-database-install"], ["site-to-site", "site-to-site"], ["intersite-replication", "intersite-replication"], ["site-online", "site-online"], ["wsus-sync", "wsus-sync"], ["wsus-maintenance", "wsus-maintenance"], ["endpoint-protection", "endpoint-protection"], ["active-directory", "active-directory"], ["discovery-publishing", "discovery-publishing"], ["exchange-connector", "exchange-connector"], ["external-notification", "external-notification"], ["ibcm-install", "ibcm-install"], ["migration", "migration"], ["windows-infrastructure", "windows-infrastructure"], ["asset-intelligence", "asset-intelligence"], ["mdm-enrollment", "mdm-enrollment"], ["certificate-profiles", "certificate-profiles"], ["application-catalog", "application-catalog"], ["hybrid-mdm", "hybrid-mdm"]]);
var ASSUMED_FEATURES = ["client-requests", "client-notification", "client-push", "content-download", "software-updates", "remote-control"];
var ROLES = ["client", "peer-client", "console", "site-server", "sms-provider", "site-system", "management-point", "distribution-point", "pull-distribution-point", "source-distribution-point", "connected-cache", "software-update-point", "upstream-wsus", "fallback-status-point", "state-migration-point", "reporting-services-point", "data-warehouse-service-point", "service-connection-point", "endpoint-protection-point", "cmg-connection-point", "cmg", "azure", "azure-blob-storage", "azure-logic-app", "cloud-distribution-point", "certificate-registration-point", "ndes-policy-module", "issuing-ca", "enrollment-point", "enrollment-proxy-point", "mac-client", "mobile-device", "asset-intelligence-sync-point", "exchange-connector", "exchange-online", "exchange-on-premises", "application-catalog-website-point", "application-catalog-web-service-point", "intune", "sql", "sql-wsus", "domain-controller", "global-catalog", "source-server", "file-share-server", "content-library-server", "source-site", "internet", "microsoft-cloud", "delivery-optimization-service", "any-device", "windows-host", "windows-server"];
var CONDITIONS = ["client-communicates-http", "client-communicates-https", "fsp-assigned", "ccmsetup-source", "no-ccmsetup-source", "ccmsetup-run-from-share", "console-host-runs-windows-firewall", "remote-control-enabled", "remote-assistance-from-console", "legacy-os-xp-2003", "wake-up-proxy-enabled", "wake-on-lan-enabled", "wake-on-lan-by-client-notification", "peer-cache-source", "pe-peer-cache-used", "delta-content-enabled", "delivery-optimization-peering", "delivery-optimization-nat", "branchcache-enabled", "connected-cache-enabled", "cmg-used", "cmg-content-enabled", "cmg-vmss-one-vm", "cmg-vmss-many-vms", "cmg-classic", "dp-multicast", "dp-pxe", "dp-pxe-without-wds", "state-migration-used", "domain-joined-intranet", "internet-only", "wsus-cleanup-options", "remote-site-database", "sql-named-instance-custom-port", "sql-availability-group-load-balancer", "intersite-replication", "ibcm", "content-library-remote", "migration-data-gathering", "external-notifications", "exchange-connector-used", "administration-service-used", "remote-control-exception", "wake-up-proxy-exception", "peer-cache-exception", "site-server-initiates"];
var SETTINGS = ["http", "https", "client-notification", "wake-on-lan", "wake-up-proxy", "client-setting-wake-on-lan", "peer-cache-broadcast", "peer-cache-download", "delta-content", "wsus-http", "wsus-https", "wsus-sql", "sql", "sql-service-broker", "reporting-http", "reporting-https", "enrollment-https", "multicast", "rpc-dynamic"];
var TWO_NUMBERS = ["http", "https"];
var RANGES = ["multicast", "rpc-dynamic"];
var CODES = [
  "file-unreadable",
  "firewall-off",
  "ignore-expired",
  "ignore-unused",
  "local-rules-ignored",
  "policy-conflict",
  "policy-not-applied",
  "port-mismatch",
  "report-mismatch",
  "requirement-blocked",
  "requirement-missing",
  "requirement-partial",
  "requirement-unverifiable",
  "rule-duplicate",
  "rule-malformed",
  "rule-obsolete",
  "rule-shadowed",
  "rule-too-broad",
  "rule-unneeded",
  "site-settings-invalid"
];
function shown(node) {
  if (node.kind !== "scalar") return node.kind === "map" ? "a map" : "a list";
  if (node.value === null) return "nothing";
  const text2 = short(node.text);
  return typeof node.value === "string" ? JSON.stringify(text2) : text2;
}
var placeAt = ({ node, file }) => file.origin.place(node.start, node.end);
function fail(value, message) {
  throw new UsageError(message, placeAt(value));
}
var mustBe = (value, what) => fail(value, `${label(value)} must be ${what}, not ${shown(value.node)}`);
var label = ({ name }) => name === "" ? "The config" : `"${name}"`;
function readMap(value, readers, required = []) {
  const out = {};
  for (const { key, item, keyItem } of entriesOf(value)) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : void 0;
    if (!reader) fail(keyItem, `Unknown key "${keyItem.name}"${didYouMean(key, Object.keys(readers))}`);
    out[key] = reader(item);
  }
  const missing = required.find((key) => !Object.hasOwn(out, key));
  if (missing !== void 0) fail({ ...value, node: { ...value.node, end: value.node.start } }, `${label(value)} needs the key "${missing}"`);
  return out;
}
function entriesOf(value) {
  const { node, name, file } = value;
  if (node.kind !== "map") return mustBe(value, "a map");
  return node.entries.map(({ key, value: child, start, end }) => {
    const path2 = name === "" ? short(key) : `${name}.${short(key)}`;
    const keyNode = { kind: "scalar", value: key, text: key, quoted: true, start, end };
    return { key, item: { node: child, name: path2, file }, keyItem: { node: keyNode, name: path2, file } };
  });
}
var short = (text2) => text2.length > 60 ? `${text2.slice(0, 57)}...` : text2;
function itemsOf(value, what, least = 1) {
  const { node, name, file } = value;
  if (node.kind !== "list") return mustBe(value, what);
  if (node.items.length < least) return fail(value, `"${name}" is empty; it must be ${what}, or be left out`);
  return node.items.map((item, i) => ({ node: item, name: `${name}[${i}]`, file }));
}
var listOf = (read, what, least = 1) => (value) => itemsOf(value, what, least).map(read);
function text(value) {
  const { node } = value;
  if (node.kind !== "scalar" || typeof node.value !== "string") return mustBe(value, "a text");
  return node.value.trim() === "" ? fail(value, `"${value.name}" is empty`) : node.value;
}
function flag(value) {
  const { node } = value;
  return node.kind === "scalar" && typeof node.value === "boolean" ? node.value : mustBe(value, "true or false");
}
var wordOf = (...words) => (value) => {
  const { node } = value;
  const found = node.kind === "scalar" && typeof node.value === "string" ? words.find((word) => word === node.value) : void 0;
  return found ?? fail(value, `"${value.name}" must be ${orList(words)}, not ${shown(node)}${node.kind === "scalar" ? didYouMean(node.text, words) : ""}`);
};
var orList = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
function path(value) {
  const written = text(value).replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  if (/^(?:\/|[a-z]:)/i.test(written) || written.split("/").includes("..")) return fail(value, `"${value.name}" must be a path inside the repository, not ${shown(value.node)}`);
  return written === "" ? "." : written;
}
function date(value) {
  const written = value.node.kind === "scalar" ? value.node.text : "";
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(`${written}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written) ? written : mustBe(value, "a date such as 2027-06-30");
}
var NO_SITE = { communication: [], ports: /* @__PURE__ */ new Map(), systems: /* @__PURE__ */ new Map(), conditions: /* @__PURE__ */ new Set() };
var NOWHERE = { path: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
function defaultConfig() {
  return {
    path: void 0,
    site: NO_SITE,
    features: ASSUMED_FEATURES.map((value) => ({ value, place: NOWHERE })),
    assumed: true,
    targets: [],
    packs: [],
    names: [],
    severity: /* @__PURE__ */ new Map(),
    ignore: [],
    labels: /* @__PURE__ */ new Map(),
    redact: false,
    comment: "on-change"
  };
}
function readConfig(file) {
  const root = { node: rootOf(file), name: "", file };
  const names = [];
  const known = vocabulary(names);
  const said = readMap(root, topLevel(known));
  if (said.packs === void 0 && names[0]) {
    const { kind, value, place } = names[0];
    throw new UsageError(`There is no ${kind} "${value.length > 60 ? `${value.slice(0, 57)}...` : value}"${didYouMean(value, WORDS[kind])}`, place);
  }
  const targets = said.targets ?? [];
  checkTargets(targets, said.ignore ?? []);
  const byDefault = defaultConfig();
  return {
    path: file.path,
    site: said.site?.site ?? NO_SITE,
    ...said.site?.communication && { communicationPlace: said.site.communication },
    features: said.features ?? byDefault.features,
    assumed: said.features === void 0,
    targets,
    packs: said.packs ?? [],
    names,
    severity: said.severity ?? byDefault.severity,
    ignore: (said.ignore ?? []).map(({ targetPlace: _, ...entry }) => entry),
    ...said.baseline && { baseline: said.baseline },
    labels: said.labels ?? byDefault.labels,
    ...said.encoding !== void 0 && { encoding: said.encoding },
    redact: said.redact ?? false,
    comment: said.comment ?? "on-change"
  };
}
function rootOf(file) {
  const { documents: [node, second], errors: [error] } = parseYaml(file);
  const kind = file.name.endsWith(".json") ? "JSON" : "YAML";
  if (error) throw new UsageError(`This is not valid ${kind}: ${error.message}`, file.origin.place(error.start, error.end));
  if (second) throw new UsageError("A config holds one document, not several", file.origin.place(second.start, second.start));
  if (!node || node.kind === "scalar" && node.value === null) return { kind: "map", entries: [], start: 0, end: 0 };
  return node;
}
function topLevel(known) {
  return {
    $schema: text,
    version: (value) => value.node.kind === "scalar" && value.node.value === 1 ? 1 : mustBe(value, "the number 1"),
    site: siteOf(known),
    features: featuresOf(known),
    targets: listOf(targetOf(known), "a list of targets"),
    packs: listOf(placed(path), "a list of paths"),
    severity: severities,
    ignore: listOf(ignoreEntry, "a list of entries", 0),
    baseline: placed(path),
    labels: (value) => new Map(entriesOf(value).map(({ key, item }) => [key, item.node.kind === "map" ? plainValue(item.node) : mustBe(item, "a map of labels")])),
    encoding: codePage,
    redact: flag,
    comment: wordOf("always", "on-change", "never")
  };
}
var placed = (read) => (value) => ({ value: read(value), place: placeAt(value) });
var WORDS = { feature: [...FEATURES.keys()], role: ROLES, condition: CONDITIONS, setting: SETTINGS };
function vocabulary(unknown) {
  return {
    name(kind, value) {
      const word = text(value);
      const id = kind === "feature" ? FEATURES.get(word) : WORDS[kind].includes(word) ? word : void 0;
      if (id === void 0) unknown.push({ kind, value: word, place: placeAt(value) });
      return id ?? word;
    }
  };
}
function featuresOf(known) {
  return (value) => {
    const { node } = value;
    if (node.kind === "scalar") return node.value === "all" ? "all" : mustBe(value, "a list of features or the word all");
    const list = itemsOf(value, "a list of features or the word all");
    const all = list.find((item) => item.node.kind === "scalar" && item.node.value === "all");
    if (all) fail(all, 'Write "features: all", without the brackets of a list, to check every feature');
    const seen = /* @__PURE__ */ new Map();
    for (const item of list) {
      const id = known.name("feature", item);
      if (!seen.has(id)) seen.set(id, { value: id, place: placeAt(item) });
    }
    return [...seen.values()];
  };
}
function siteOf(known) {
  return (value) => {
    let communication;
    const said = readMap(value, {
      communication: (item) => {
        communication = placeAt(item);
        return [...new Set(listOf(wordOf("http", "https"), "a list of http and https")(item))];
      },
      ports: (item) => new Map(entriesOf(item).map(({ key, item: port, keyItem }) => [known.name("setting", keyItem), portsOf(key, port)])),
      systems: (item) => new Map(entriesOf(item).map(({ item: list, keyItem }) => [known.name("role", keyItem), addresses(list)])),
      conditions: listOf((item) => known.name("condition", item), "a list of conditions", 0)
    });
    const site = { communication: said.communication ?? [], ports: said.ports ?? /* @__PURE__ */ new Map(), systems: said.systems ?? /* @__PURE__ */ new Map(), conditions: new Set(said.conditions) };
    return { site, communication };
  };
}
function portsOf(key, value) {
  const two = TWO_NUMBERS.includes(key);
  const range = RANGES.includes(key) || !SETTINGS.includes(key);
  const what = two ? "a port number from 1 to 65535, or a list of two" : range ? "a range such as 49152-65535" : "a port number from 1 to 65535";
  const values = two && value.node.kind === "list" ? itemsOf(value, what) : [value];
  if (values.length > 2) mustBe(value, what);
  const ranges = values.map((item) => portRange(item, range, what));
  const choices = ranges.map((range2) => portSet([range2], [], [], [rangeText(range2)]));
  return { ports: choices.length === 1 ? choices[0] : portSet(ranges), choices, place: placeAt(value) };
}
function portRange(value, isRange, what) {
  const { node } = value;
  const isNumber = node.kind === "scalar" && typeof node.value === "number" && Number.isInteger(node.value);
  const isText = isRange && node.kind === "scalar" && typeof node.value === "string";
  const range = isNumber || isText ? parsePortRange(node.text.trim()) : void 0;
  return range && range[0] > 0 ? range : mustBe(value, what);
}
function addresses(value) {
  const items = itemsOf(value, "a list of addresses");
  const texts = items.map((item) => {
    const written = text(item).trim();
    return parseAddressRange(written) ? written : mustBe(item, "an address, a subnet such as 10.1.0.0/16, or a range such as 10.1.0.1-10.1.0.9");
  });
  const { set } = parseAddresses(texts, /* @__PURE__ */ new Map());
  return addressSet(set.v4, set.v6, [], [], texts);
}
function targetOf(known) {
  return (value) => {
    const said = readMap(value, {
      name: text,
      role: (item) => known.name("role", item),
      path: (item) => {
        const ends = readMap(item, { from: (end) => known.name("role", end), to: (end) => known.name("role", end) }, ["from", "to"]);
        return { from: ends.from, to: ends.to };
      },
      profiles: (item) => listOf(wordOf(...PROFILES), "a list of domain, private and public")(item).reduce((set, profile) => set | profileBit(profile), 0),
      features: featuresOf(known),
      addresses,
      layers: listOf(layerOf, "a list of paths")
    }, ["name", "layers"]);
    if (said.role !== void 0 && said.path) fail(value, `"${value.name}" has a role or a path, not both`);
    return {
      name: said.name,
      place: placeAt(value),
      role: said.role ?? said.path?.from ?? "client",
      ...said.path && { path: said.path },
      profiles: said.profiles ?? DOMAIN,
      features: said.features,
      addresses: said.addresses,
      layers: said.layers
    };
  };
}
var layerOf = (value) => {
  if (value.node.kind === "scalar") return { path: path(value), store: void 0, place: placeAt(value) };
  const said = readMap(value, { path, store: wordOf("group-policy", "local", "mdm") }, ["path"]);
  return { path: said.path, store: said.store, place: placeAt(value) };
};
function checkTargets(targets, ignore) {
  const names = /* @__PURE__ */ new Set();
  for (const { name, place } of targets) {
    if (names.has(name)) throw new UsageError(`Two targets are called "${name}"`, place);
    names.add(name);
  }
  for (const { target, targetPlace } of ignore) {
    if (target === void 0 || targets.length === 0 || names.has(target)) continue;
    throw new UsageError(`There is no target "${target}"${didYouMean(target, names)}`, targetPlace);
  }
}
var code = (value) => {
  const word = text(value);
  return CODES.includes(word) ? word : fail(value, `There is no finding code ${shown(value.node)}${didYouMean(word, CODES)}`);
};
var SEVERITIES = ["error", "warning", "notice", "off"];
var severities = (value) => new Map(entriesOf(value).map(({ item, keyItem }) => [code(keyItem), wordOf(...SEVERITIES)(item)]));
var ignoreEntry = (value) => {
  let targetPlace;
  const said = readMap(value, {
    code,
    requirement: text,
    target: (item) => {
      targetPlace = placeAt(item);
      return text(item);
    },
    path,
    reason: text,
    expires: date
  }, ["code", "reason", "expires"]);
  return { ...said, place: placeAt(value), ...targetPlace && { targetPlace } };
};
var CODE_PAGES = [
  "utf-8",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "cp437",
  "cp850",
  "cp852",
  "cp866",
  "cp932",
  "cp936",
  "cp949",
  "cp950"
];
var codePage = (value) => {
  const word = text(value).toLowerCase().replace(/^cp125/, "windows-125");
  return CODE_PAGES.includes(word) ? word : fail(value, `"${value.name}" must be one of ${orList(CODE_PAGES)}, not ${shown(value.node)}`);
};
async function parseConfig(file) {
  await prepareYaml(file.text);
  return readConfig(file);
}
var CONFIG_NAMES = [".configmgr-firewall.yml", ".configmgr-firewall.yaml", ".configmgr-firewall.json"];
function findConfig(folder) {
  return ["", ".github/"].flatMap((at) => CONFIG_NAMES.map((name) => at + name)).find((path2) => (0, import_node_fs.existsSync)((0, import_node_path.join)(folder, path2)));
}
function rootOf2(base, paths, config) {
  const [only] = paths;
  if (config !== void 0 || only === void 0 || paths.length > 1) return base;
  const folder = (0, import_node_path.resolve)(base, only);
  const isFolder = (0, import_node_fs.existsSync)(folder) && (0, import_node_fs.statSync)(folder).isDirectory();
  return isFolder && findConfig(folder) !== void 0 ? folder : base;
}
async function loadConfig(base, root, named) {
  const path2 = named === void 0 ? findConfig(root) : pathFrom(root, (0, import_node_path.resolve)(base, named));
  if (path2 === void 0) return void 0;
  return parseConfig(readSource(root, path2, shownFrom(base, root, path2)));
}
var shownFrom = (base, root, path2) => pathFrom(base, (0, import_node_path.resolve)(root, path2));
function wantedPaths(config) {
  if (!config) return [];
  const layers = config.targets.flatMap(({ layers: list }) => list.map(({ path: path2 }) => path2));
  const all = [...layers, ...config.packs.map(({ value }) => value), ...config.baseline ? [config.baseline.value] : []];
  return [...new Set(all.map((path2) => path2.replace(/^(\.\/)+/, "").replace(/\/+$/, "")).map(plainPart))].filter((path2) => path2 !== "");
}
function plainPart(path2) {
  const at = path2.search(/[*?[]|\{[^}]*,|[!@+]\(/);
  return at < 0 ? path2 : path2.slice(0, path2.lastIndexOf("/", at) + 1).replace(/\/$/, "");
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  CONFIG_NAMES,
  defaultConfig,
  findConfig,
  loadConfig,
  parseConfig,
  rootOf,
  wantedPaths
});
