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
  applyFixes: () => applyFixes,
  baselineText: () => baselineText,
  isNeedCode: () => isNeedCode,
  lint: () => lint,
  loadPacks: () => loadPacks,
  openedSince: () => openedSince,
  parseBaseline: () => parseBaseline,
  rulesFor: () => rulesFor
});
module.exports = __toCommonJS(stdin_exports);
const {
  defaultConfig
} = require("./shared-6NMWFYJ3.js");
const {
  detect,
  parseFile
} = require("./shared-7F6TYY2M.js");
const {
  configmgrPack
} = require("./shared-4ICXJBLH.js");
const {
  parseYaml,
  plainValue,
  prepareYaml
} = require("./shared-3TOTB54V.js");
const {
  sourceText
} = require("./shared-7HD2BTDN.js");
const {
  writeNetFirewallRule
} = require("./shared-GI4KP3PU.js");
const {
  wildcard
} = require("./shared-Z5E6QYRH.js");
const {
  childOf,
  readXml,
  xmlProblem,
  xmlRoot
} = require("./shared-Y3PACV2V.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
const {
  didYouMean
} = require("./shared-6UZR6XQ5.js");
const {
  ALL_PROFILES,
  ANY_ADDRESSES,
  ANY_PORTS,
  DOMAIN,
  NO_ADDRESSES,
  PRIVATE,
  PROFILES,
  PUBLIC,
  addressSet,
  addressTexts,
  changedRule,
  icmpIncludes,
  icmpTouches,
  includes,
  includesAddresses,
  intersect,
  intersectAddresses,
  isAnyAddress,
  isAnyPort,
  isEmpty,
  isNoAddress,
  makeRule,
  neutralRule,
  parsePortRange,
  parseProtocol,
  partOf,
  placeOf,
  portSet,
  portTexts,
  profileBit,
  profileNames,
  protocolName,
  rangeText,
  ruleTitle,
  sampleAddress,
  subtract,
  subtractAddresses,
  touches,
  union,
  unionAddresses
} = require("./shared-K56NQVUF.js");
function parseBaseline(file) {
  let value;
  try {
    value = JSON.parse(file.text);
  } catch {
    throw new UsageError("The baseline is no JSON; write it again with check --write-baseline", file.origin.place(0, 0));
  }
  const { schemaVersion, findings } = value ?? {};
  if (schemaVersion !== 1 || !Array.isArray(findings) || !findings.every(isEntry)) {
    throw new UsageError("This is no baseline with schemaVersion 1; write it again with check --write-baseline", file.origin.place(0, 0));
  }
  let at = 0;
  return {
    path: file.path,
    entries: findings.map(({ fingerprint: fingerprint2, code, target, requirements }) => {
      const start = file.text.indexOf(JSON.stringify(fingerprint2), at);
      if (start >= 0) at = start;
      return { fingerprint: fingerprint2, code, ...target !== void 0 && { target }, requirements, place: file.origin.place(at, start >= 0 ? at + fingerprint2.length + 2 : at) };
    })
  };
}
function isEntry(value) {
  const entry = value;
  return typeof entry === "object" && entry !== null && typeof entry.fingerprint === "string" && typeof entry.code === "string" && (entry.target === void 0 || typeof entry.target === "string") && Array.isArray(entry.requirements) && entry.requirements.every((r) => typeof r === "string");
}
function baselineText(report) {
  const lines = report.findings.filter(({ code }) => !code.startsWith("ignore-")).map(entryOf).sort(byName).map((entry) => `    ${JSON.stringify(entry)}`);
  return `{
  "schemaVersion": 1,
  "findings": [${lines.length === 0 ? "" : `
${lines.join(",\n")}
  `}]
}
`;
}
var entryOf = ({ fingerprint: fingerprint2, code, target, requirements }) => ({ fingerprint: fingerprint2, code, ...target !== void 0 && { target }, requirements: [...requirements].sort() });
var order = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var byName = (a, b) => order(a.code, b.code) || order(a.target ?? "", b.target ?? "") || order(a.fingerprint, b.fingerprint);
function baselineMatcher(entries) {
  const exact = new Map(entries.map((e) => [e.fingerprint, e]));
  const needs = /* @__PURE__ */ new Map();
  for (const e of entries) if (isNeedCode(e.code)) for (const id of e.requirements) needs.set(needKey(e, id), e);
  return (finding) => {
    const found = exact.get(finding.fingerprint);
    if (found) return [found];
    if (!isNeedCode(finding.code) || finding.requirements.length === 0) return [];
    const parts = finding.requirements.map((id) => needs.get(needKey(finding, id)));
    return parts.every((e) => e !== void 0) ? [...new Set(parts)] : [];
  };
}
var needKey = ({ code, target }, id) => JSON.stringify([code, target, id]);
var isNeedCode = (code) => code.startsWith("requirement-") || code === "port-mismatch";
var PROFILE_NAMES = {
  en: { domain: "Domain", private: "Private", public: "Public" },
  ko: { domain: "\uB3C4\uBA54\uC778", private: "\uAC1C\uC778", public: "\uACF5\uC6A9" }
};
function profileText(set, locale) {
  return listText(PROFILES.filter((p) => (set & profileBit(p)) !== 0).map((p) => PROFILE_NAMES[locale][p]), locale);
}
function listText(items, locale) {
  if (locale === "ko") return items.join(", ");
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
function boxText(box, locale) {
  if (box.icmp) return locale === "ko" ? "ICMP \uC5D0\uCF54 \uC694\uCCAD" : "ICMP echo requests";
  if (box.program !== void 0) return box.program;
  const ports = `${protocolName(box.protocol).toUpperCase()} ${isAnyPort(box.ports) ? "*" : portTexts({ ...box.ports }).join(", ")}`;
  if (box.dynamicRpc) return locale === "ko" ? `RPC \uB3D9\uC801 \uD3EC\uD2B8(${ports})` : `RPC dynamic ports (${ports})`;
  return ports;
}
function boxesText(boxes, locale) {
  const texts = (direction) => listText([...new Set(boxes.filter((b) => b.direction === direction).map((b) => boxText(b, locale)))], locale);
  const [inbound, outbound] = [texts("inbound"), texts("outbound")];
  const words = locale === "ko" ? ["\uC778\uBC14\uC6B4\uB4DC", "\uC544\uC6C3\uBC14\uC6B4\uB4DC"] : ["inbound", "outbound"];
  return listText([inbound && `${words[0]} ${inbound}`, outbound && `${words[1]} ${outbound}`].filter(Boolean), locale);
}
function witnessOf(gap) {
  if (!gap) return void 0;
  const { box, profile, region, protocol } = gap;
  const piece = region[0];
  const port = piece?.ports.ranges[0]?.[0];
  const address = piece && piece.addresses.v4[0]?.[0] !== 0 ? sampleAddress(piece.addresses) : void 0;
  return {
    direction: box.direction,
    protocol: protocolName(protocol),
    profile,
    ...!box.icmp && port !== void 0 && (box.direction === "inbound" ? { localPort: isAnyPort(box.ports) ? 49152 : port } : { remotePort: isAnyPort(box.ports) ? 49152 : port }),
    ...box.icmp && { icmpType: protocol === 58 ? box.icmp.v6 : box.icmp.v4 },
    ...address !== void 0 && { remoteAddress: address },
    ...box.program !== void 0 && { program: box.program },
    ...box.listener?.certain && box.listener.programs[0] !== void 0 && box.program === void 0 && { program: box.listener.programs[0] },
    ...box.listener?.certain && box.listener.services[0] !== void 0 && { service: box.listener.services[0] }
  };
}
var SERVICE_HOST = "%SystemRoot%\\System32\\svchost.exe";
var FOLDERS = /* @__PURE__ */ new Map([
  ["system", "System"],
  ["svchost.exe", SERVICE_HOST],
  ["msra.exe", "%SystemRoot%\\System32\\msra.exe"],
  ["raserver.exe", "%SystemRoot%\\System32\\raserver.exe"],
  ["cmrcservice.exe", "%SystemRoot%\\CCM\\RemCtrl\\CmRcService.exe"],
  ["ccmexec.exe", "%SystemRoot%\\CCM\\CcmExec.exe"]
]);
function rulesFor(boxes, requirement, target, span) {
  const peers = target.addressesOf(requirement.peer);
  return boxes.flatMap((box) => (box.icmp ? [1, 58] : [box.protocol]).flatMap((protocol) => {
    const family = box.icmp && peers ? familyOf(peers, protocol) : peers;
    if (family === null) return [];
    const own = box.dynamicRpc ? { ...ANY_PORTS, ranges: [], keywords: ["rpc"], text: ["rpc"] } : box.endpointMapper ? { ...ANY_PORTS, ranges: [], keywords: ["rpc-epmap"], text: ["rpc-epmap"] } : box.ports;
    const inbound = box.direction === "inbound";
    const ports = box.icmp || isAnyPort(box.ports) ? ANY_PORTS : inbound ? own : box.ports;
    const program = box.program ?? (box.listener?.certain && box.listener.programs.length === 1 ? box.listener.programs[0] : void 0);
    const service = box.listener?.certain && box.listener.services.length === 1 ? box.listener.services[0] : void 0;
    return [makeRule({
      id: `CM-${requirement.id}${boxes.length > 1 || box.icmp ? `-${suffix(box, protocol)}` : ""}`,
      name: `ConfigMgr ${requirement.feature} (${box.icmp ? protocolName(protocol) : boxText(box, "en")})`,
      direction: box.direction,
      protocol,
      profiles: target.policy.target.profiles,
      ...box.icmp ? { icmp: [`${protocol === 58 ? box.icmp.v6 : box.icmp.v4}:*`] } : {},
      ...inbound ? { localPorts: ports } : { remotePorts: ports },
      ...family && { remoteAddresses: { ...family, text: addressTexts(family) } },
      ...program !== void 0 && FOLDERS.has(program) && { program: FOLDERS.get(program) },
      ...service !== void 0 && { service },
      source: span
    })];
  }));
}
var suffix = (box, protocol) => `${box.direction === "inbound" ? "In" : "Out"}-${box.icmp ? protocolName(protocol) : box.program ?? (box.dynamicRpc ? "RPC" : portTexts(box.ports).join("-"))}`;
function familyOf(peers, protocol) {
  const set = protocol === 58 ? { ...peers, v4: [], keywords: [] } : { ...peers, v6: [], keywords: [] };
  const { text: _, ...bare } = set;
  return (protocol === 58 ? bare.v6 : bare.v4).length > 0 ? bare : null;
}
function* problemDrafts(code, facts) {
  const say = WORDS[facts.locale][code];
  for (const file of facts.files) {
    for (const problem of file.problems) {
      if (problem.code !== code) continue;
      yield {
        ...code === "requirement-unverifiable" && { severity: "notice" },
        // An unreadable file stays the same finding when it moves or breaks in another way.
        identity: code === "file-unreadable" ? file.path.slice(file.path.lastIndexOf("/") + 1) : problem.source.key ?? problem.message,
        span: problem.source,
        message: say.message(problem.message),
        remedy: say.remedy
      };
    }
  }
}
var WORDS = {
  en: {
    "rule-malformed": { message: (text) => text, remedy: "Correct the rule; until then Windows does not enforce it." },
    "file-unreadable": { message: (text) => text, remedy: "Export the file again, or remove it from what is checked." },
    "requirement-unverifiable": { message: (text) => text, remedy: "Write it with literal values, or confirm by hand what it does." }
  },
  ko: {
    "rule-malformed": { message: (text) => `\uADDC\uCE59\uC774 \uC798\uBABB\uB418\uC5C8\uC2B5\uB2C8\uB2E4: ${text}`, remedy: "\uADDC\uCE59\uC744 \uC218\uC815\uD558\uC2ED\uC2DC\uC624. \uADF8\uB54C\uAE4C\uC9C0 Windows\uB294 \uC774 \uADDC\uCE59\uC744 \uC801\uC6A9\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4." },
    "file-unreadable": { message: (text) => `\uD30C\uC77C\uC744 \uC77D\uC744 \uC218 \uC5C6\uC2B5\uB2C8\uB2E4: ${text}`, remedy: "\uD30C\uC77C\uC744 \uB2E4\uC2DC \uB0B4\uBCF4\uB0B4\uAC70\uB098 \uAC80\uC0AC \uB300\uC0C1\uC5D0\uC11C \uC81C\uC678\uD558\uC2ED\uC2DC\uC624." },
    "requirement-unverifiable": { message: (text) => `\uD30C\uC77C\uB9CC\uC73C\uB85C\uB294 \uC54C \uC218 \uC5C6\uC2B5\uB2C8\uB2E4: ${text}`, remedy: "\uB9AC\uD130\uB7F4 \uAC12\uC73C\uB85C \uC791\uC131\uD558\uAC70\uB098 \uB3D9\uC791\uC744 \uC9C1\uC811 \uD655\uC778\uD558\uC2ED\uC2DC\uC624." }
  }
};
var fileUnreadable = {
  code: "file-unreadable",
  severity: "error",
  run: (facts) => problemDrafts("file-unreadable", facts)
};
var firewallOff = {
  code: "firewall-off",
  severity: "notice",
  *run({ targets, locale }) {
    const say = WORDS2[locale];
    for (const { policy } of targets) {
      const told = /* @__PURE__ */ new Map();
      for (const profile of PROFILES) {
        const { enabled, defaultInbound, from } = policy.profiles[profile];
        const off = !enabled;
        const setting = off ? from.enabled : defaultInbound === "allow" ? from.defaultInbound : void 0;
        if (!setting) continue;
        const key = `${setting.source.origin.path} ${setting.source.start} ${off}`;
        const held = told.get(key);
        told.set(key, { profiles: (held?.profiles ?? 0) | profileBit(profile), setting, off });
      }
      for (const { profiles, setting, off } of told.values()) {
        yield {
          target: policy.target.name,
          identity: `${profiles} ${off}`,
          span: setting.source,
          message: off ? say.off(profileText(profiles, locale)) : say.allow(profileText(profiles, locale)),
          remedy: off ? say.on : say.block
        };
      }
    }
  }
};
var WORDS2 = {
  en: {
    off: (profile) => `The firewall is off on the ${profile} profile: everything passes, whatever the rules say.`,
    allow: (profile) => `Inbound traffic is allowed by default on the ${profile} profile: everything passes that no rule blocks.`,
    on: "Switch the firewall on (EnableFirewall = 1); the requirements are then checked for that profile.",
    block: "Block inbound traffic by default (DefaultInboundAction = 1); the requirements are then checked for that profile."
  },
  ko: {
    off: (profile) => `${profile} \uD504\uB85C\uD544\uC5D0\uC11C \uBC29\uD654\uBCBD\uC774 \uAEBC\uC838 \uC788\uC5B4 \uADDC\uCE59\uACFC \uAD00\uACC4\uC5C6\uC774 \uBAA8\uB4E0 \uD2B8\uB798\uD53D\uC774 \uD1B5\uACFC\uD569\uB2C8\uB2E4.`,
    allow: (profile) => `${profile} \uD504\uB85C\uD544\uC5D0\uC11C \uC778\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC774 \uAE30\uBCF8\uC801\uC73C\uB85C \uD5C8\uC6A9\uB418\uC5B4 \uCC28\uB2E8 \uADDC\uCE59\uC774 \uC5C6\uB294 \uBAA8\uB4E0 \uD2B8\uB798\uD53D\uC774 \uD1B5\uACFC\uD569\uB2C8\uB2E4.`,
    on: "\uBC29\uD654\uBCBD\uC744 \uCF1C\uC2ED\uC2DC\uC624(EnableFirewall = 1). \uADF8\uB7EC\uBA74 \uC774 \uD504\uB85C\uD544\uC758 \uC694\uAD6C \uC0AC\uD56D\uC774 \uAC80\uC0AC\uB429\uB2C8\uB2E4.",
    block: "\uC778\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC744 \uAE30\uBCF8\uC801\uC73C\uB85C \uCC28\uB2E8\uD558\uC2ED\uC2DC\uC624(DefaultInboundAction = 1). \uADF8\uB7EC\uBA74 \uC774 \uD504\uB85C\uD544\uC758 \uC694\uAD6C \uC0AC\uD56D\uC774 \uAC80\uC0AC\uB429\uB2C8\uB2E4."
  }
};
var localRulesIgnored = {
  code: "local-rules-ignored",
  severity: "warning",
  *run({ targets, locale, featureTitle }) {
    const say = WORDS3[locale];
    for (const { policy, needs } of targets) {
      const profiles = PROFILES.filter((p) => (policy.target.profiles & profileBit(p)) !== 0 && !policy.profiles[p].allowLocalRules);
      const setting = profiles.map((p) => policy.profiles[p].from.allowLocalRules).find(Boolean);
      if (!setting) continue;
      const lost = needs.filter((n) => n.status !== "satisfied" && n.status !== "unverifiable" && n.cause?.reason !== "local-rules-ignored").flatMap((n) => n.requirements.filter((r) => r.autoConfigured !== void 0 && r.severity !== "informational"));
      if (lost.length === 0) continue;
      const titles = [...new Set(lost.map((r) => featureTitle(r.feature)))];
      yield {
        target: policy.target.name,
        requirements: [...new Set(lost.map((r) => r.id))],
        features: [...new Set(lost.map((r) => r.feature))],
        identity: setting.source.key ?? "",
        span: setting.source,
        message: say.ignored(profileText(profiles.reduce((set, p) => set | profileBit(p), 0), locale), listText(titles, locale)),
        remedy: say.remedy
      };
    }
  }
};
var WORDS3 = {
  en: {
    ignored: (profile, features) => `Windows ignores local rules on the ${profile} profile, so the rules that client settings write for ${features} do not count.`,
    remedy: "Put the rules into this policy, or let local rules count (AllowLocalPolicyMerge = 1)."
  },
  ko: {
    ignored: (profile, features) => `${profile} \uD504\uB85C\uD544\uC5D0\uC11C Windows\uAC00 \uB85C\uCEEC \uADDC\uCE59\uC744 \uBB34\uC2DC\uD558\uBBC0\uB85C \uD074\uB77C\uC774\uC5B8\uD2B8 \uC124\uC815\uC774 \uB9CC\uB4DC\uB294 ${features} \uADDC\uCE59\uC774 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    remedy: "\uC774 \uC815\uCC45\uC5D0 \uADDC\uCE59\uC744 \uB123\uAC70\uB098 \uB85C\uCEEC \uADDC\uCE59\uC744 \uD5C8\uC6A9\uD558\uC2ED\uC2DC\uC624(AllowLocalPolicyMerge = 1)."
  }
};
var policyConflict = {
  code: "policy-conflict",
  severity: "warning",
  *run({ targets, locale }) {
    const say = WORDS4[locale];
    for (const target of targets) {
      const { policy } = target;
      for (const { winner, loser } of policy.replaced) {
        yield {
          target: policy.target.name,
          identity: winner.id ?? winner.name,
          span: winner.source,
          related: [{ span: loser.source, message: say.loses }],
          message: say.rule(ruleTitle(winner), loser.source.origin.path),
          remedy: say.otherId
        };
      }
      for (const conflict of policy.overridden) {
        const requirements = target.changedBy(conflict);
        if (requirements.length === 0) continue;
        yield {
          target: policy.target.name,
          requirements,
          identity: `${conflict.profile} ${conflict.setting}`,
          span: conflict.winner.source,
          related: [{ span: conflict.loser.source, message: say.loses }],
          message: say.value(VALUES[conflict.setting], profileText(profileBit(conflict.profile), locale), requirements.length),
          remedy: say.agree
        };
      }
    }
  }
};
var VALUES = {
  enabled: "EnableFirewall",
  defaultInbound: "DefaultInboundAction",
  defaultOutbound: "DefaultOutboundAction",
  allowLocalRules: "AllowLocalPolicyMerge",
  blockAllInbound: "DoNotAllowExceptions",
  allowUserApps: "AllowUserPrefMerge",
  allowUserPorts: "AllowUserPrefMerge"
};
var WORDS4 = {
  en: {
    rule: (name, path) => `The rule "${name}" has the same id as another rule in ${path}; this one replaces it as a whole.`,
    value: (name, profile, count) => `${name} of the ${profile} profile overrides another value in a lower layer, and that decides ${count} ${count === 1 ? "requirement" : "requirements"}.`,
    loses: "This one loses.",
    otherId: "Give one of the rules another id so that both apply, or delete the one that is not meant.",
    agree: "Set the same value in both layers, or remove it from the one that is not meant to decide."
  },
  ko: {
    rule: (name, path) => `"${name}" \uADDC\uCE59\uC740 ${path}\uC758 \uB2E4\uB978 \uADDC\uCE59\uACFC ID\uAC00 \uAC19\uC544 \uADF8 \uADDC\uCE59 \uC804\uCCB4\uB97C \uB300\uCCB4\uD569\uB2C8\uB2E4.`,
    value: (name, profile, count) => `${profile} \uD504\uB85C\uD544\uC758 ${name} \uAC12\uC774 \uD558\uC704 \uACC4\uCE35\uC758 \uB2E4\uB978 \uAC12\uC744 \uB36E\uC5B4\uC4F0\uBA70 \uC694\uAD6C \uC0AC\uD56D ${count}\uAC1C\uC758 \uACB0\uACFC\uB97C \uBC14\uAFC9\uB2C8\uB2E4.`,
    loses: "\uC774\uCABD\uC740 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.",
    otherId: "\uB450 \uADDC\uCE59\uC774 \uBAA8\uB450 \uC801\uC6A9\uB418\uB3C4\uB85D \uD55C\uCABD\uC758 ID\uB97C \uBC14\uAFB8\uAC70\uB098 \uC758\uB3C4\uD558\uC9C0 \uC54A\uC740 \uADDC\uCE59\uC744 \uC0AD\uC81C\uD558\uC2ED\uC2DC\uC624.",
    agree: "\uB450 \uACC4\uCE35\uC5D0 \uAC19\uC740 \uAC12\uC744 \uC124\uC815\uD558\uAC70\uB098 \uC758\uB3C4\uD558\uC9C0 \uC54A\uC740 \uCABD\uC758 \uAC12\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624."
  }
};
var policyNotApplied = {
  code: "policy-not-applied",
  severity: "warning",
  *run({ targets, locale }) {
    const told = /* @__PURE__ */ new Set();
    for (const { policy } of targets) {
      for (const layer of policy.target.layers) {
        const { gpo } = layer;
        const skipped = gpo?.registryExtension === false ? "extension" : gpo?.machineVersion === 0 ? "version" : void 0;
        if (!skipped || told.has(layer.path) || layer.parts.every((part) => part.rules.length === 0) || policy.notApplied.some((n) => n.layer === layer)) continue;
        told.add(layer.path);
        const say = WORDS5[locale];
        yield {
          severity: "notice",
          target: policy.target.name,
          identity: `${gpo?.guid ?? layer.name} ${skipped}`,
          span: gpo?.source ?? firstSpan(layer),
          message: say[skipped](gpo?.name ?? layer.name),
          remedy: say.save
        };
      }
      for (const { layer, why } of policy.notApplied) {
        if (told.has(layer.path)) continue;
        told.add(layer.path);
        const say = WORDS5[locale];
        const name = layer.gpo?.name ?? layer.name;
        yield {
          target: policy.target.name,
          identity: layer.gpo?.guid ?? layer.name,
          span: layer.gpo?.source ?? firstSpan(layer),
          message: why === "links" ? say.links(name) : say.half(name),
          remedy: why === "links" ? say.link : say.enable
        };
      }
    }
  }
};
function firstSpan(layer) {
  const rule = layer.parts.flatMap((part) => part.rules.slice(0, 1))[0];
  const place = { path: layer.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return rule?.source ?? { origin: { path: layer.path, place: () => place, line: () => void 0 }, start: 0, end: 0 };
}
var WORDS5 = {
  en: {
    half: (name) => `The computer half of the GPO "${name}" is disabled, so none of its firewall rules applies.`,
    links: (name) => `Every link of the GPO "${name}" is disabled, so none of its firewall rules applies.`,
    extension: (name) => `The GPO "${name}" does not name the registry extension for computers, so clients may pass over its registry.pol.`,
    version: (name) => `The computer version of the GPO "${name}" is 0, as if nobody had ever saved it, so clients may pass over its registry.pol.`,
    save: "Save the firewall settings once more in the Group Policy editor and back the GPO up again.",
    enable: "Enable the computer settings of the GPO, or take it out of the target's layers.",
    link: "Enable a link of the GPO, or take it out of the target's layers."
  },
  ko: {
    half: (name) => `GPO "${name}"\uC758 \uCEF4\uD4E8\uD130 \uC124\uC815\uC774 \uC0AC\uC6A9 \uC548 \uD568\uC774\uBBC0\uB85C \uBC29\uD654\uBCBD \uADDC\uCE59\uC774 \uD558\uB098\uB3C4 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    links: (name) => `GPO "${name}"\uC758 \uBAA8\uB4E0 \uC5F0\uACB0\uC774 \uC0AC\uC6A9 \uC548 \uD568\uC774\uBBC0\uB85C \uBC29\uD654\uBCBD \uADDC\uCE59\uC774 \uD558\uB098\uB3C4 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    extension: (name) => `GPO "${name}"\uC5D0 \uCEF4\uD4E8\uD130\uC6A9 \uB808\uC9C0\uC2A4\uD2B8\uB9AC \uD655\uC7A5\uC774 \uC5C6\uC5B4 \uD074\uB77C\uC774\uC5B8\uD2B8\uAC00 registry.pol\uC744 \uAC74\uB108\uB6F8 \uC218 \uC788\uC2B5\uB2C8\uB2E4.`,
    version: (name) => `GPO "${name}"\uC758 \uCEF4\uD4E8\uD130 \uBC84\uC804\uC774 0\uC774\uBBC0\uB85C \uD074\uB77C\uC774\uC5B8\uD2B8\uAC00 registry.pol\uC744 \uAC74\uB108\uB6F8 \uC218 \uC788\uC2B5\uB2C8\uB2E4.`,
    save: "\uADF8\uB8F9 \uC815\uCC45 \uD3B8\uC9D1\uAE30\uC5D0\uC11C \uBC29\uD654\uBCBD \uC124\uC815\uC744 \uB2E4\uC2DC \uC800\uC7A5\uD558\uACE0 GPO\uB97C \uB2E4\uC2DC \uBC31\uC5C5\uD558\uC2ED\uC2DC\uC624.",
    enable: "GPO\uC758 \uCEF4\uD4E8\uD130 \uC124\uC815\uC744 \uC0AC\uC6A9\uD558\uB3C4\uB85D \uD558\uAC70\uB098 \uB300\uC0C1\uC758 \uACC4\uCE35\uC5D0\uC11C \uBE7C\uC2ED\uC2DC\uC624.",
    link: "GPO\uC758 \uC5F0\uACB0\uC744 \uC0AC\uC6A9\uD558\uB3C4\uB85D \uD558\uAC70\uB098 \uB300\uC0C1\uC758 \uACC4\uCE35\uC5D0\uC11C \uBE7C\uC2ED\uC2DC\uC624."
  }
};
function repairOf({ reason, rule }, needs, profiles, isPortMismatch) {
  if (!rule) return void 0;
  const values = isPortMismatch ? portsOf(rule, needs) : valuesFor(reason, rule, needs, profiles);
  return values && { rule, values };
}
function valuesFor(reason, rule, needs, profiles) {
  switch (reason) {
    case "disabled-rule":
      return { enabled: true };
    case "wrong-profile":
    case "narrow-profiles":
      return { profiles: rule.profiles | profiles };
    case "narrow-addresses": {
      const missing = needs.flatMap((n) => n.gap).flatMap((g) => g.region).map((piece) => piece.addresses);
      if (missing.length === 0 || missing.some(isAnyAddress) || missing.some((a) => a.v4[0]?.[0] === 0 || a.v6[0]?.[0] === 0n)) return void 0;
      return { remoteAddresses: missing.reduce((all, one) => unionAddresses(all, one), rule.remoteAddresses) };
    }
    default:
      return void 0;
  }
}
function portsOf(rule, needs) {
  const boxes = needs.flatMap((n) => n.failing);
  const first = boxes[0];
  if (!first || boxes.some((b) => b.direction !== rule.direction || b.protocol !== rule.protocol || b.dynamicRpc || b.endpointMapper || isAnyPort(b.ports))) return void 0;
  const wanted = boxes.map((b) => b.ports).reduce((a, b) => union(a, b));
  const name = rule.direction === "inbound" ? "localPorts" : "remotePorts";
  const own = portTexts(rule[name]);
  return own.length === 1 && /^\d+$/.test(own[0] ?? "") && rule[name].unresolved.length === 0 ? { [name]: wanted } : void 0;
}
var SEVERITY = { required: "error", recommended: "warning", "degraded-if-missing": "warning", informational: void 0 };
var RANK = { error: 2, warning: 1, notice: 0 };
function codeOf(need) {
  if (need.status === "satisfied" || severityOf([need]) === void 0) return void 0;
  return need.opensDefaultPort && need.status !== "unverifiable" ? "port-mismatch" : `requirement-${need.status}`;
}
function severityOf(needs) {
  const all = needs.flatMap((n) => n.requirements).map((r) => SEVERITY[r.severity]).filter((s) => s !== void 0);
  return all.sort((a, b) => RANK[b] - RANK[a])[0];
}
function* draftsFor(code, facts) {
  for (const target of facts.targets) {
    for (const cut of byCause(target, target.needs.filter((need) => codeOf(need) === code))) yield draftOf(code, cut, facts);
  }
}
function byCause(target, needs) {
  const cuts = /* @__PURE__ */ new Map();
  for (const need of needs) {
    const cause = need.opensDefaultPort ? { reason: "wrong-port", rule: need.opensDefaultPort, related: [] } : need.cause ?? { reason: "no-rule", related: [] };
    const { rule, setting, layer } = cause;
    const source = layer ? void 0 : rule?.source ?? setting?.source;
    const key = layer ? `layer ${layer.path} ${layer.name}` : source ? `${cause.reason} ${source.origin.path} ${source.start}` : cause.open !== void 0 ? `open ${cause.open}` : `need ${need.need}`;
    const held = cuts.get(key);
    if (held) held.needs.push(need);
    else cuts.set(key, { cause, needs: [need] });
  }
  return [...cuts.values()].map((cut) => ({ target, ...cut }));
}
function draftOf(code, { target, cause, needs }, facts) {
  const { locale } = facts;
  const requirements = needs.flatMap((n) => n.requirements);
  const features = [...new Set(requirements.map((r) => r.feature))];
  const end = facts.endOf(target);
  const span = cause.rule?.source ?? cause.setting?.source ?? (cause.layer?.gpo?.source ?? end);
  const severity = code === "requirement-unverifiable" ? "notice" : severityOf(needs);
  const gap = needs.flatMap((n) => n.gap)[0];
  const witness = witnessOf(gap);
  const words = WORDS6[locale];
  const related = [];
  for (const rule of cause.related.slice(0, 8)) {
    related.push({ span: rule.source, message: rule.action === "block" ? words.alsoBlocks(ruleTitle(rule)) : words.opensIt(ruleTitle(rule)) });
  }
  const readable = cause.rule && facts.readable(cause.rule);
  const repair = code === "requirement-unverifiable" ? void 0 : repairOf(cause, needs, target.policy.target.profiles, code === "port-mismatch");
  return {
    reason: cause.reason,
    ...severity && { severity },
    target: target.policy.target.name,
    requirements: [...new Set(requirements.map((r) => r.id))],
    features,
    message: message(code, target, cause, needs, facts),
    remedy: remedy(code, target, cause, needs, facts, span),
    span,
    related: readable ? [...related, { span: spanAt(readable), message: words.readable }] : related,
    ...witness && { witness },
    ...repair && { repair },
    identity: cause.rule ? cause.rule.id ?? cause.rule.name : cause.setting?.source.key ?? ""
  };
}
var spanAt = (place) => ({ origin: { path: place.path, place: () => place, line: () => void 0 }, start: 0, end: 0 });
function needText(need, facts) {
  const { locale } = facts;
  const first = need.requirements[0];
  const titles = listText([...new Set(need.requirements.map((r) => facts.featureTitle(r.feature)))].slice(0, 3), locale);
  const boxes = need.failing.length > 0 ? need.failing : first.boxes;
  const both = boxes.some((b) => b.direction === "inbound") && boxes.some((b) => b.direction === "outbound");
  const peer = facts.roleTitle(first.peer);
  return WORDS6[locale].need(titles, boxesText(boxes, locale), both ? "both" : boxes[0]?.direction ?? "inbound", peer);
}
function message(code, target, cause, needs, facts) {
  const { locale } = facts;
  const words = WORDS6[locale];
  const texts = [...new Set(needs.map((need) => needText(need, facts)))];
  const what = texts.slice(0, 6).join("; ") + (texts.length > 6 ? words.more(texts.length - 6) : "");
  const profiles = profileText(profilesOf(needs.flatMap((n) => n.gap), target), locale);
  const why = code === "port-mismatch" ? words.defaultPort(nameOf(cause)) : code === "requirement-unverifiable" ? words.open(cause.open ?? "", cause.rule && ruleTitle(cause.rule)) : words.reasons[cause.reason](nameOf(cause), profiles);
  return words.sentence(what, why);
}
var nameOf = ({ rule }) => rule ? ruleTitle(rule) : "";
function profilesOf(gaps, target) {
  const set = gaps.reduce((bits2, gap) => bits2 | (gap.profile === "domain" ? 1 : gap.profile === "private" ? 2 : 4), 0);
  return set === 0 ? target.policy.target.profiles : set;
}
function remedy(code, target, cause, needs, facts, span) {
  const words = WORDS6[facts.locale];
  const path = facts.endOf(target).origin.path;
  const add = () => words.add(destination(target, path, words), suggestions(target, needs, facts, path, span).join("\n"));
  const name = nameOf(cause);
  const peers = listText([...new Set(needs.flatMap((n) => n.requirements).map((r) => facts.roleTitle(r.peer)))].slice(0, 4), facts.locale);
  if (code === "port-mismatch") return words.usePort(name, listText([...new Set(needs.flatMap((n) => n.failing).map((b) => boxesText([b], facts.locale)))], facts.locale));
  if (code === "requirement-unverifiable") return words.decide;
  switch (cause.reason) {
    case "disabled-rule":
      return words.enable(name);
    case "block-rule":
      return words.narrow(name, peers);
    case "block-all-inbound":
      return words.shieldsOff;
    case "local-rules-ignored":
      return `${words.mergeOn}
${add()}`;
    case "narrow-addresses":
      return `${words.widen(name, missingAddresses(needs) || peers)}`;
    case "narrow-profiles":
    case "wrong-profile":
      return words.addProfile(name, profileText(target.policy.target.profiles, facts.locale));
    case "narrow-interfaces":
      return words.interfaces(name);
    case "wrong-platform":
      return words.platform(name);
    case "ipsec-only":
      return `${words.ipsec(name)}
${add()}`;
    case "wrong-program":
      return `${words.program(name)}
${add()}`;
    default:
      return add();
  }
}
function destination(target, path, words) {
  const gpo = target.policy.target.layers.at(-1)?.gpo?.name;
  return gpo === void 0 ? path.slice(path.lastIndexOf("/") + 1) : words.gpo(gpo);
}
function suggestions(target, needs, facts, path, span) {
  const lines = /* @__PURE__ */ new Set();
  for (const need of needs.slice(0, 12)) {
    const owners = need.requirements.filter((r) => r.severity !== "informational");
    const either = owners.some((r) => r.eitherKey !== void 0);
    const failing = either ? need.failing.slice(-1) : need.failing;
    const owner = owners.find((r) => r.boxes.some((b) => failing.includes(b))) ?? (either ? owners.at(-1) : owners[0]);
    if (owner) for (const rule of rulesFor(failing, owner, target, span)) lines.add(facts.ruleAs(path, rule));
  }
  return [...lines];
}
function missingAddresses(needs) {
  const texts = needs.flatMap((n) => n.gap).flatMap((g) => g.region).flatMap((p) => {
    const { v4, v6 } = p.addresses;
    return v4[0]?.[1] === 0 ? [] : addressTexts({ v4, v6, keywords: [], unresolved: [] });
  });
  return [...new Set(texts)].slice(0, 8).join(", ");
}
var WORDS6 = {
  en: {
    need: (feature, traffic, direction, peer) => `${feature} needs ${traffic} ${direction === "inbound" ? "from" : direction === "outbound" ? "to" : "with"} the ${peer}`,
    more: (count) => `; and ${count} more`,
    sentence: (what, why) => `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${why}.`,
    reasons: {
      "no-rule": (name, profiles) => name === "" ? `no rule allows it on the ${profiles} profile` : `Windows does not enforce the rule "${name}"`,
      "disabled-rule": (name) => `the rule "${name}" would allow it, but is disabled`,
      "wrong-direction": (name) => `the rule "${name}" allows it in the other direction`,
      "wrong-protocol": (name) => `the rule "${name}" allows another protocol`,
      "wrong-port": (name) => `the rule "${name}" allows other ports`,
      "wrong-profile": (name, profiles) => `the rule "${name}" does not apply on the ${profiles} profile`,
      "wrong-program": (name) => `the rule "${name}" is bound to a program or service that does not listen there`,
      "narrow-ports": (name) => name === "" ? "only some of the ports pass" : `the rule "${name}" allows only a part of it`,
      "narrow-addresses": (name) => `the address scope of the rule "${name}" leaves them out, wholly or in part`,
      "narrow-profiles": (name, profiles) => `the rule "${name}" leaves out the ${profiles} profile`,
      "narrow-interfaces": (name) => `the rule "${name}" applies only to some kinds of network adapter`,
      "wrong-platform": (name) => `the rule "${name}" is for other Windows versions`,
      "ipsec-only": (name) => `the rule "${name}" allows it only under IPsec`,
      "default-outbound-block": (_, profiles) => `outbound traffic is blocked by default on the ${profiles} profile and no rule lets it out`,
      "block-rule": (name) => `the block rule "${name}" stops it, and a block rule wins over every allow rule`,
      "block-all-inbound": (_, profiles) => `all inbound connections are blocked on the ${profiles} profile, whatever the rules allow`,
      "local-rules-ignored": (_, profiles) => `policy makes Windows ignore local rules on the ${profiles} profile, and only a local rule would allow it`
    },
    defaultPort: (name) => `the rule "${name}" opens the default port, which this site has changed`,
    open: (what, name) => `it cannot be decided from the files${name === void 0 ? "" : ` (rule "${name}")`}: ${what}`,
    opensIt: (name) => `"${name}" would allow it here.`,
    alsoBlocks: (name) => `"${name}" blocks it too.`,
    readable: "The same rule in the report beside it.",
    add: (place, rules) => `Add to ${place}:
${rules}`,
    gpo: (name) => `the GPO "${name}"`,
    enable: (name) => `Enable the rule "${name}".`,
    narrow: (name, peers) => `Narrow "${name}" so that it spares the ${peers}, or remove it; no allow rule wins over it.`,
    shieldsOff: 'Turn off "Block all connections" (DoNotAllowExceptions) for this profile.',
    mergeOn: "Put the rule into the policy itself, or let local rules count again (AllowLocalPolicyMerge = 1).",
    widen: (name, addresses) => `Add ${addresses} to the remote addresses of "${name}".`,
    addProfile: (name, profiles) => `Add the ${profiles} profile to "${name}".`,
    interfaces: (name) => `Remove the interface types from "${name}", or add the missing ones.`,
    platform: (name) => `Remove the Windows version from "${name}", or say "this version or later".`,
    ipsec: (name) => `Let "${name}" allow the connection without IPsec, or add a rule that does:`,
    program: (name) => `Bind "${name}" to the program that listens there, or add a rule that is:`,
    usePort: (name, ports) => `Change the port of "${name}" so that it allows ${ports}.`,
    decide: "State it in a way that the files decide: literal values, addresses instead of keywords, a GPO without a WMI filter. Or confirm it by hand."
  },
  ko: {
    need: (feature, traffic, direction, peer) => `${feature} \uAE30\uB2A5\uC5D0\uB294 ${peer} ${direction === "inbound" ? "\uC5D0\uC11C \uC624\uB294" : direction === "outbound" ? "(\uC73C)\uB85C \uAC00\uB294" : "\uC640(\uACFC)\uC758"} ${traffic} \uD2B8\uB798\uD53D\uC774 \uD544\uC694\uD569\uB2C8\uB2E4`,
    more: (count) => `; \uADF8 \uBC16\uC5D0 ${count}\uAC1C`,
    sentence: (what, why) => `${what}: ${why}.`,
    reasons: {
      "no-rule": (name, profiles) => name === "" ? `${profiles} \uD504\uB85C\uD544\uC5D0\uC11C \uC774\uB97C \uD5C8\uC6A9\uD558\uB294 \uADDC\uCE59\uC774 \uC5C6\uC2B5\uB2C8\uB2E4` : `Windows\uAC00 "${name}" \uADDC\uCE59\uC744 \uC801\uC6A9\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4`,
      "disabled-rule": (name) => `"${name}" \uADDC\uCE59\uC774 \uD5C8\uC6A9\uD558\uC9C0\uB9CC \uC0AC\uC6A9\uD558\uC9C0 \uC54A\uB3C4\uB85D \uC124\uC815\uB418\uC5B4 \uC788\uC2B5\uB2C8\uB2E4`,
      "wrong-direction": (name) => `"${name}" \uADDC\uCE59\uC740 \uBC18\uB300 \uBC29\uD5A5\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "wrong-protocol": (name) => `"${name}" \uADDC\uCE59\uC740 \uB2E4\uB978 \uD504\uB85C\uD1A0\uCF5C\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "wrong-port": (name) => `"${name}" \uADDC\uCE59\uC740 \uB2E4\uB978 \uD3EC\uD2B8\uB97C \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "wrong-profile": (name, profiles) => `"${name}" \uADDC\uCE59\uC740 ${profiles} \uD504\uB85C\uD544\uC5D0 \uC801\uC6A9\uB418\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4`,
      "wrong-program": (name) => `"${name}" \uADDC\uCE59\uC740 \uADF8 \uD3EC\uD2B8\uC5D0\uC11C \uC218\uC2E0\uD558\uC9C0 \uC54A\uB294 \uD504\uB85C\uADF8\uB7A8\uC774\uB098 \uC11C\uBE44\uC2A4\uC5D0 \uBB36\uC5EC \uC788\uC2B5\uB2C8\uB2E4`,
      "narrow-ports": (name) => name === "" ? "\uC77C\uBD80 \uD3EC\uD2B8\uB9CC \uD1B5\uACFC\uD569\uB2C8\uB2E4" : `"${name}" \uADDC\uCE59\uC740 \uC77C\uBD80\uB9CC \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "narrow-addresses": (name) => `"${name}" \uADDC\uCE59\uC758 \uC8FC\uC18C \uBC94\uC704\uC5D0 \uC804\uBD80 \uB610\uB294 \uC77C\uBD80\uAC00 \uBE60\uC838 \uC788\uC2B5\uB2C8\uB2E4`,
      "narrow-profiles": (name, profiles) => `"${name}" \uADDC\uCE59\uC5D0 ${profiles} \uD504\uB85C\uD544\uC774 \uBE60\uC838 \uC788\uC2B5\uB2C8\uB2E4`,
      "narrow-interfaces": (name) => `"${name}" \uADDC\uCE59\uC740 \uC77C\uBD80 \uB124\uD2B8\uC6CC\uD06C \uC5B4\uB311\uD130 \uC720\uD615\uC5D0\uB9CC \uC801\uC6A9\uB429\uB2C8\uB2E4`,
      "wrong-platform": (name) => `"${name}" \uADDC\uCE59\uC740 \uB2E4\uB978 Windows \uBC84\uC804\uC6A9\uC785\uB2C8\uB2E4`,
      "ipsec-only": (name) => `"${name}" \uADDC\uCE59\uC740 IPsec\uC5D0\uC11C\uB9CC \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
      "default-outbound-block": (_, profiles) => `${profiles} \uD504\uB85C\uD544\uC5D0\uC11C \uC544\uC6C3\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC774 \uAE30\uBCF8\uC801\uC73C\uB85C \uCC28\uB2E8\uB418\uBA70 \uB0B4\uBCF4\uB0B4\uB294 \uADDC\uCE59\uC774 \uC5C6\uC2B5\uB2C8\uB2E4`,
      "block-rule": (name) => `\uCC28\uB2E8 \uADDC\uCE59 "${name}"\uC774(\uAC00) \uB9C9\uC73C\uBA70, \uCC28\uB2E8 \uADDC\uCE59\uC740 \uBAA8\uB4E0 \uD5C8\uC6A9 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD569\uB2C8\uB2E4`,
      "block-all-inbound": (_, profiles) => `${profiles} \uD504\uB85C\uD544\uC5D0\uC11C \uADDC\uCE59\uACFC \uAD00\uACC4\uC5C6\uC774 \uBAA8\uB4E0 \uC778\uBC14\uC6B4\uB4DC \uC5F0\uACB0\uC774 \uCC28\uB2E8\uB429\uB2C8\uB2E4`,
      "local-rules-ignored": (_, profiles) => `${profiles} \uD504\uB85C\uD544\uC5D0\uC11C \uC815\uCC45\uC774 \uB85C\uCEEC \uADDC\uCE59\uC744 \uBB34\uC2DC\uD558\uB3C4\uB85D \uD558\uBA70, \uB85C\uCEEC \uADDC\uCE59\uB9CC \uC774\uB97C \uD5C8\uC6A9\uD569\uB2C8\uB2E4`
    },
    defaultPort: (name) => `"${name}" \uADDC\uCE59\uC740 \uC774 \uC0AC\uC774\uD2B8\uC5D0\uC11C \uBCC0\uACBD\uD55C \uAE30\uBCF8 \uD3EC\uD2B8\uB97C \uC5FD\uB2C8\uB2E4`,
    open: (what, name) => `\uD30C\uC77C\uB9CC\uC73C\uB85C\uB294 \uD310\uB2E8\uD560 \uC218 \uC5C6\uC2B5\uB2C8\uB2E4${name === void 0 ? "" : ` (\uADDC\uCE59 "${name}")`}: ${what}`,
    opensIt: (name) => `"${name}" \uADDC\uCE59\uC740 \uC5EC\uAE30\uC5D0\uC11C \uD5C8\uC6A9\uD569\uB2C8\uB2E4.`,
    alsoBlocks: (name) => `"${name}" \uADDC\uCE59\uB3C4 \uCC28\uB2E8\uD569\uB2C8\uB2E4.`,
    readable: "\uC606\uC5D0 \uC788\uB294 \uBCF4\uACE0\uC11C\uC758 \uAC19\uC740 \uADDC\uCE59\uC785\uB2C8\uB2E4.",
    add: (place, rules) => `${place}\uC5D0 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624:
${rules}`,
    gpo: (name) => `GPO "${name}"`,
    enable: (name) => `"${name}" \uADDC\uCE59\uC744 \uC0AC\uC6A9\uD558\uB3C4\uB85D \uC124\uC815\uD558\uC2ED\uC2DC\uC624.`,
    narrow: (name, peers) => `"${name}" \uADDC\uCE59\uC758 \uBC94\uC704\uC5D0\uC11C ${peers}\uC744(\uB97C) \uBE7C\uAC70\uB098 \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624. \uD5C8\uC6A9 \uADDC\uCE59\uC740 \uCC28\uB2E8 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    shieldsOff: '\uC774 \uD504\uB85C\uD544\uC758 "\uBAA8\uB4E0 \uC5F0\uACB0 \uCC28\uB2E8"(DoNotAllowExceptions) \uC124\uC815\uC744 \uB044\uC2ED\uC2DC\uC624.',
    mergeOn: "\uADDC\uCE59\uC744 \uC815\uCC45 \uC790\uCCB4\uC5D0 \uB123\uAC70\uB098 \uB85C\uCEEC \uADDC\uCE59\uC744 \uB2E4\uC2DC \uD5C8\uC6A9\uD558\uC2ED\uC2DC\uC624(AllowLocalPolicyMerge = 1).",
    widen: (name, addresses) => `"${name}" \uADDC\uCE59\uC758 \uC6D0\uACA9 \uC8FC\uC18C\uC5D0 ${addresses}\uC744(\uB97C) \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    addProfile: (name, profiles) => `"${name}" \uADDC\uCE59\uC5D0 ${profiles} \uD504\uB85C\uD544\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    interfaces: (name) => `"${name}" \uADDC\uCE59\uC5D0\uC11C \uC778\uD130\uD398\uC774\uC2A4 \uC720\uD615\uC744 \uC81C\uAC70\uD558\uAC70\uB098 \uBE60\uC9C4 \uC720\uD615\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    platform: (name) => `"${name}" \uADDC\uCE59\uC5D0\uC11C Windows \uBC84\uC804\uC744 \uC81C\uAC70\uD558\uAC70\uB098 "\uC774 \uBC84\uC804 \uC774\uC0C1"\uC73C\uB85C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624.`,
    ipsec: (name) => `"${name}" \uADDC\uCE59\uC774 IPsec \uC5C6\uC774 \uD5C8\uC6A9\uD558\uB3C4\uB85D \uD558\uAC70\uB098 \uB2E4\uC74C \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    program: (name) => `"${name}" \uADDC\uCE59\uC744 \uC2E4\uC81C\uB85C \uC218\uC2E0\uD558\uB294 \uD504\uB85C\uADF8\uB7A8\uC5D0 \uBB36\uAC70\uB098 \uB2E4\uC74C \uADDC\uCE59\uC744 \uCD94\uAC00\uD558\uC2ED\uC2DC\uC624.`,
    usePort: (name, ports) => `"${name}" \uADDC\uCE59\uC758 \uD3EC\uD2B8\uB97C ${ports}\uC744(\uB97C) \uD5C8\uC6A9\uD558\uB3C4\uB85D \uBCC0\uACBD\uD558\uC2ED\uC2DC\uC624.`,
    decide: "\uD30C\uC77C\uB9CC\uC73C\uB85C \uD310\uB2E8\uD560 \uC218 \uC788\uB3C4\uB85D \uB9AC\uD130\uB7F4 \uAC12, \uD0A4\uC6CC\uB4DC \uB300\uC2E0 \uC8FC\uC18C, WMI \uD544\uD130 \uC5C6\uB294 GPO\uB97C \uC0AC\uC6A9\uD558\uAC70\uB098 \uC9C1\uC811 \uD655\uC778\uD558\uC2ED\uC2DC\uC624."
  }
};
var portMismatch = {
  code: "port-mismatch",
  severity: "error",
  run: (facts) => draftsFor("port-mismatch", facts)
};
var reportMismatch = {
  code: "report-mismatch",
  severity: "warning",
  *run({ backups, locale }) {
    const say = WORDS7[locale];
    for (const backup of backups) {
      const differences = compare(backup);
      if (differences.length === 0) continue;
      const first = differences[0];
      yield {
        identity: backup.report.gpo?.guid ?? backup.report.gpo?.name ?? backup.policy.gpo?.guid ?? "backup",
        span: first.span,
        related: differences.slice(1, 8).map((d) => ({ span: d.span, message: say[d.kind](d.what) })),
        message: say.differs(differences.length, say[first.kind](first.what)),
        remedy: say.again
      };
    }
  }
};
function compare({ policy, report }) {
  const differences = [];
  const counts = /* @__PURE__ */ new Map();
  for (const rule of rulesOf(report)) {
    const list = counts.get(keyOf(rule));
    if (list) list.push(rule);
    else counts.set(keyOf(rule), [rule]);
  }
  for (const rule of rulesOf(policy)) {
    if (!counts.get(keyOf(rule))?.pop()) differences.push({ kind: "onlyPolicy", what: ruleTitle(rule), span: rule.source });
  }
  for (const rules of counts.values()) for (const rule of rules) differences.push({ kind: "onlyReport", what: ruleTitle(rule), span: rule.source });
  for (const profile of PROFILES) {
    const [ours, theirs] = [settingsOf(policy, profile), settingsOf(report, profile)];
    for (const name of ["enabled", "defaultInbound", "defaultOutbound", "allowLocalRules", "blockAllInbound"]) {
      const [a, b] = [ours[name], theirs[name]];
      if (a && b && a.value !== b.value) differences.push({ kind: "value", what: a.source.key ?? name, span: a.source });
    }
  }
  return differences;
}
var rulesOf = (file) => file.parts.flatMap((part) => part.rules);
var settingsOf = (file, profile) => Object.assign({}, ...file.parts.map((part) => part.profiles[profile] ?? {}));
function keyOf(rule) {
  const addresses = rule.remoteAddresses === ANY_ADDRESSES || rule.remoteAddresses.keywords.length > 0 ? "" : JSON.stringify([rule.remoteAddresses.v4, rule.remoteAddresses.v6.map((r) => r.map(String))]);
  return [
    rule.name,
    rule.direction,
    rule.action,
    rule.enabled,
    rule.protocol,
    [...portTexts(rule.localPorts)].sort(),
    [...portTexts(rule.remotePorts)].sort(),
    rule.profiles,
    addresses
  ].join("|");
}
var WORDS7 = {
  en: {
    differs: (count, first) => `registry.pol and gpreport.xml of this backup differ in ${count} ${count === 1 ? "place" : "places"}. ${first} registry.pol is what clients apply.`,
    onlyPolicy: (name) => `The rule "${name}" stands like this only in registry.pol.`,
    onlyReport: (name) => `The rule "${name}" stands like this only in gpreport.xml.`,
    value: (name) => `${name} has another value in the report.`,
    again: "Back the GPO up again so that both files come from the same state."
  },
  ko: {
    differs: (count, first) => `\uC774 \uBC31\uC5C5\uC758 registry.pol\uACFC gpreport.xml\uC774 ${count}\uACF3\uC5D0\uC11C \uB2E4\uB985\uB2C8\uB2E4. ${first} \uD074\uB77C\uC774\uC5B8\uD2B8\uC5D0\uB294 registry.pol\uC774 \uC801\uC6A9\uB429\uB2C8\uB2E4.`,
    onlyPolicy: (name) => `"${name}" \uADDC\uCE59\uC740 registry.pol\uC5D0\uB9CC \uC774\uB807\uAC8C \uC788\uC2B5\uB2C8\uB2E4.`,
    onlyReport: (name) => `"${name}" \uADDC\uCE59\uC740 gpreport.xml\uC5D0\uB9CC \uC774\uB807\uAC8C \uC788\uC2B5\uB2C8\uB2E4.`,
    value: (name) => `${name} \uAC12\uC774 \uBCF4\uACE0\uC11C\uC5D0\uC11C \uB2E4\uB985\uB2C8\uB2E4.`,
    again: "\uB450 \uD30C\uC77C\uC774 \uAC19\uC740 \uC0C1\uD0DC\uC5D0\uC11C \uB098\uC624\uB3C4\uB85D GPO\uB97C \uB2E4\uC2DC \uBC31\uC5C5\uD558\uC2ED\uC2DC\uC624."
  }
};
var requirementBlocked = {
  code: "requirement-blocked",
  severity: "error",
  run: (facts) => draftsFor("requirement-blocked", facts)
};
var requirementMissing = {
  code: "requirement-missing",
  severity: "error",
  run: (facts) => draftsFor("requirement-missing", facts)
};
var requirementPartial = {
  code: "requirement-partial",
  severity: "error",
  run: (facts) => draftsFor("requirement-partial", facts)
};
var requirementUnverifiable = {
  code: "requirement-unverifiable",
  severity: "notice",
  *run(facts) {
    yield* draftsFor("requirement-unverifiable", facts);
    yield* problemDrafts("requirement-unverifiable", facts);
  }
};
var MOST_RELATED = 8;
var searched = /* @__PURE__ */ new WeakMap();
function uselessRules(facts) {
  let held = searched.get(facts);
  if (!held) searched.set(facts, held = search(facts));
  return held;
}
function search(facts) {
  const told = rulesTold(facts);
  const targets = distinctTargets(facts.targets);
  const seen = /* @__PURE__ */ new Map();
  for (const { policy } of targets) {
    for (const shadow of byMachine(policy).flatMap((groups2) => facts.shadowedIn(groups2).shadows)) {
      const entry = seen.get(shadow.rule);
      if (entry) entry.times++;
      else if (!told.has(shadow.rule) && !shadow.rule.name.startsWith("@")) seen.set(shadow.rule, { shadow, times: 1 });
    }
  }
  const out = [];
  const holders = facts.targets.length > 1 ? holdersOf(seen, targets) : void 0;
  const only = facts.targets.length === 1 ? facts.targets[0]?.policy.target.name : void 0;
  for (const [rule, { shadow, times }] of seen) {
    const names3 = holders?.get(rule);
    if (names3 && names3.length > times) continue;
    out.push({ ...shadow, target: names3?.length === 1 && targets.length === facts.targets.length ? names3[0] : only });
  }
  return out;
}
function byMachine({ target, groups: groups2 }) {
  if (target.stated) return [groups2];
  const files = /* @__PURE__ */ new Map();
  for (const group of groups2) {
    const held = files.get(group.layer.path);
    if (held) held.push(group);
    else files.set(group.layer.path, [group]);
  }
  return [...files.values()];
}
function distinctTargets(targets) {
  const held = [];
  const byFirst = /* @__PURE__ */ new Map();
  for (const target of targets) {
    const { groups: groups2 } = target.policy;
    const alike = byFirst.get(groups2[0]?.rules) ?? [];
    const same = alike.some(({ policy: { groups: others } }) => others.length === groups2.length && groups2.every((group, i) => {
      const other = others[i];
      return other && other.rules === group.rules && other.ignoredIn === group.ignoredIn && other.condition === group.condition && other.kind === group.kind;
    }));
    if (same) continue;
    held.push(target);
    byFirst.set(groups2[0]?.rules, [...alike, target]);
  }
  return held;
}
function holdersOf(rules, targets) {
  const out = /* @__PURE__ */ new Map();
  for (const { policy } of targets) {
    for (const group of policy.groups) {
      if (group.kind !== "written") continue;
      for (const rule of group.rules) {
        if (!rules.has(rule) || (rule.profiles & ~group.ignoredIn) === 0) continue;
        const names3 = out.get(rule);
        if (names3) names3.push(policy.target.name);
        else out.set(rule, [policy.target.name]);
      }
    }
  }
  return out;
}
function rulesTold(facts) {
  const told = /* @__PURE__ */ new Set();
  for (const need of facts.targets.flatMap((target) => target.needs)) {
    if (codeOf(need) === void 0) continue;
    for (const rule of [need.cause?.rule, need.opensDefaultPort, ...need.cause?.related ?? []]) if (rule) told.add(rule);
  }
  return told;
}
function uselessDraft({ rule, by, target }, locale, message2, remedy2) {
  return {
    identity: rule.id ?? rule.name,
    span: rule.source,
    message: message2,
    remedy: remedy2,
    ...target !== void 0 && { target },
    related: by.slice(0, MOST_RELATED).map((other) => ({ span: other.source, message: WORDS8[locale][other.action === "block" ? "blocks" : "allows"](ruleTitle(other)) }))
  };
}
var WORDS8 = {
  en: { allows: (name) => `"${name}" allows it here.`, blocks: (name) => `"${name}" blocks it here.` },
  ko: { allows: (name) => `\uC5EC\uAE30\uC5D0\uC11C "${name}" \uADDC\uCE59\uC774 \uD5C8\uC6A9\uD569\uB2C8\uB2E4.`, blocks: (name) => `\uC5EC\uAE30\uC5D0\uC11C "${name}" \uADDC\uCE59\uC774 \uCC28\uB2E8\uD569\uB2C8\uB2E4.` }
};
var ruleDuplicate = {
  code: "rule-duplicate",
  severity: "notice",
  *run(facts) {
    const say = WORDS9[facts.locale];
    for (const useless of uselessRules(facts)) {
      const [first] = useless.by;
      if (useless.kind !== "duplicate" || !first) continue;
      const { name } = useless.rule;
      yield uselessDraft(useless, facts.locale, name === first.name ? say.twice(ruleTitle(useless.rule)) : say.same(ruleTitle(useless.rule), ruleTitle(first)), say.remedy);
    }
  }
};
var WORDS9 = {
  en: {
    twice: (name) => `The rule "${name}" stands twice with the same content.`,
    same: (name, first) => `The rule "${name}" repeats "${first}": both match the same traffic and do the same.`,
    remedy: "Remove one of the two."
  },
  ko: {
    twice: (name) => `"${name}" \uADDC\uCE59\uC774 \uAC19\uC740 \uB0B4\uC6A9\uC73C\uB85C \uB450 \uBC88 \uC788\uC2B5\uB2C8\uB2E4.`,
    same: (name, first) => `"${name}" \uADDC\uCE59\uC740 "${first}" \uADDC\uCE59\uACFC \uC911\uBCF5\uB429\uB2C8\uB2E4. \uB450 \uADDC\uCE59\uC740 \uAC19\uC740 \uD2B8\uB798\uD53D\uC5D0 \uAC19\uC740 \uB3D9\uC791\uC744 \uD569\uB2C8\uB2E4.`,
    remedy: "\uB458 \uC911 \uD558\uB098\uB97C \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624."
  }
};
var ruleMalformed = {
  code: "rule-malformed",
  severity: "error",
  run: (facts) => problemDrafts("rule-malformed", facts)
};
function* activeRules({ targets }) {
  const seen = /* @__PURE__ */ new Set();
  for (const target of targets) {
    for (const group of target.policy.groups) {
      if (group.kind === "predefined" || seen.has(group.rules)) continue;
      seen.add(group.rules);
      for (const rule of group.rules) {
        if (rule.enabled === true && rule.malformed === void 0 && (rule.profiles & ~group.ignoredIn) !== 0) yield { rule, target };
      }
    }
  }
}
var ruleObsolete = {
  code: "rule-obsolete",
  severity: "notice",
  *run(facts) {
    const say = WORDS10[facts.locale];
    for (const { rule, target } of activeRules(facts)) {
      const why = rule.action === "allow" ? target.obsolete(rule) : void 0;
      if (why !== void 0) yield { identity: rule.id ?? rule.name, span: rule.source, target: target.policy.target.name, message: say.is(ruleTitle(rule), why), remedy: say.remedy };
    }
  }
};
var WORDS10 = {
  en: { is: (name, why) => `The rule "${name}" is for something that current clients no longer have: ${why}.`, remedy: "Remove the rule, or replace it as said." },
  ko: { is: (name, why) => `"${name}" \uADDC\uCE59\uC740 \uD604\uC7AC \uD074\uB77C\uC774\uC5B8\uD2B8\uC5D0 \uC5C6\uB294 \uD56D\uBAA9\uC5D0 \uB300\uD55C \uAC83\uC785\uB2C8\uB2E4: ${why}.`, remedy: "\uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uAC70\uB098 \uC124\uBA85\uB300\uB85C \uBC14\uAFB8\uC2ED\uC2DC\uC624." }
};
var ruleShadowed = {
  code: "rule-shadowed",
  severity: "warning",
  *run(facts) {
    const say = WORDS11[facts.locale];
    for (const useless of uselessRules(facts)) {
      if (useless.kind !== "shadowed") continue;
      const { rule, by } = useless;
      const names3 = by.slice(0, 3).map((other) => `"${ruleTitle(other)}"`);
      if (by.length > 3) names3.push(say.more(by.length - 3));
      const defeated = rule.action === "allow" && by.some((other) => other.action === "block");
      const message2 = say.never(ruleTitle(rule), say[doing(by)](listText(names3, facts.locale), by.length > 1, defeated));
      yield uselessDraft(useless, facts.locale, message2, defeated ? say.narrow(ruleTitle(rule)) : say.remove(ruleTitle(rule)));
    }
  }
};
var doing = (by) => by.every((rule) => rule.action === "block") ? "block" : by.every((rule) => rule.action === "allow") ? "allow" : "both";
var WORDS11 = {
  en: {
    never: (name, why) => `The rule "${name}" can never matter: ${why}.`,
    allow: (names3, many, _) => many ? `${names3} together already allow all of it` : `${names3} already allows all of it`,
    block: (names3, many, defeated) => many ? `${names3} together ${defeated ? "" : "already "}block all of it` : `${names3} ${defeated ? "" : "already "}blocks all of it`,
    both: (names3, _many, _) => `${names3} together allow or block all of it`,
    more: (count) => `${count} more`,
    remove: (name) => `Remove "${name}", or change it if it was meant to say something else.`,
    narrow: (name) => `Remove "${name}", or narrow the block rule so that it spares this traffic; no allow rule wins over it.`
  },
  ko: {
    never: (name, why) => `"${name}" \uADDC\uCE59\uC740 \uC544\uBB34 \uD6A8\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4: ${why}.`,
    allow: (names3, many, _) => `${names3} \uADDC\uCE59\uC774 ${many ? "\uD568\uAED8 " : ""}\uC774\uBBF8 \uBAA8\uB450 \uD5C8\uC6A9\uD569\uB2C8\uB2E4`,
    block: (names3, many, defeated) => `${names3} \uADDC\uCE59\uC774 ${many ? "\uD568\uAED8 " : ""}${defeated ? "" : "\uC774\uBBF8 "}\uBAA8\uB450 \uCC28\uB2E8\uD569\uB2C8\uB2E4`,
    both: (names3, _many, _) => `${names3} \uADDC\uCE59\uC774 \uD568\uAED8 \uBAA8\uB450 \uD5C8\uC6A9\uD558\uAC70\uB098 \uCC28\uB2E8\uD569\uB2C8\uB2E4`,
    more: (count) => `\uADF8 \uBC16\uC5D0 ${count}\uAC1C`,
    remove: (name) => `"${name}" \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uAC70\uB098, \uB2E4\uB978 \uB73B\uC774\uC5C8\uB2E4\uBA74 \uC218\uC815\uD558\uC2ED\uC2DC\uC624.`,
    narrow: (name) => `"${name}" \uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uAC70\uB098, \uC774 \uD2B8\uB798\uD53D\uC744 \uC81C\uC678\uD558\uB3C4\uB85D \uCC28\uB2E8 \uADDC\uCE59\uC758 \uBC94\uC704\uB97C \uC881\uD788\uC2ED\uC2DC\uC624. \uD5C8\uC6A9 \uADDC\uCE59\uC740 \uCC28\uB2E8 \uADDC\uCE59\uBCF4\uB2E4 \uC6B0\uC120\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`
  }
};
var ruleTooBroad = {
  code: "rule-too-broad",
  severity: "warning",
  *run(facts) {
    const say = WORDS12[facts.locale];
    for (const { rule } of activeRules(facts)) {
      if (rule.direction !== "inbound" || rule.action !== "allow") continue;
      if (rule.protocol !== "any" && rule.protocol !== 6 && rule.protocol !== 17) continue;
      if (rule.program !== void 0 || rule.service !== void 0 || rule.unmodelled.length > 0 || rule.ipsec) continue;
      if (!isAnyPort(rule.localPorts) || !isAnyPort(rule.remotePorts) || !isAnyAddress(rule.remoteAddresses) || !isAnyAddress(rule.localAddresses)) continue;
      if (rule.interfaceTypes.length > 0) continue;
      yield { identity: rule.id ?? rule.name, span: rule.source, message: say.broad(ruleTitle(rule)), remedy: say.narrow };
    }
  }
};
var WORDS12 = {
  en: {
    broad: (name) => `The rule "${name}" lets every inbound connection in: any port, from any address, for any program.`,
    narrow: "Name the ports, the addresses they may come from, and the program or service that listens."
  },
  ko: {
    broad: (name) => `"${name}" \uADDC\uCE59\uC740 \uBAA8\uB4E0 \uD3EC\uD2B8, \uBAA8\uB4E0 \uC8FC\uC18C, \uBAA8\uB4E0 \uD504\uB85C\uADF8\uB7A8\uC758 \uC778\uBC14\uC6B4\uB4DC \uC5F0\uACB0\uC744 \uD5C8\uC6A9\uD569\uB2C8\uB2E4.`,
    narrow: "\uD3EC\uD2B8, \uD5C8\uC6A9\uD560 \uC6D0\uACA9 \uC8FC\uC18C, \uC218\uC2E0\uD558\uB294 \uD504\uB85C\uADF8\uB7A8\uC774\uB098 \uC11C\uBE44\uC2A4\uB97C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624."
  }
};
var ruleUnneeded = {
  code: "rule-unneeded",
  severity: "notice",
  *run(facts) {
    const say = WORDS13[facts.locale];
    for (const { rule, target } of activeRules(facts)) {
      const why = rule.action === "allow" ? target.unneeded(rule) : void 0;
      if (why !== void 0) yield { identity: rule.id ?? rule.name, span: rule.source, target: target.policy.target.name, message: say.is(ruleTitle(rule), why), remedy: say.remedy };
    }
  }
};
var WORDS13 = {
  en: { is: (name, why) => `The rule "${name}" opens a port that needs no opening here: ${why}.`, remedy: "Remove the rule; the connection is opened from the client." },
  ko: { is: (name, why) => `"${name}" \uADDC\uCE59\uC740 \uC5EC\uAE30\uC5D0\uC11C \uC5F4 \uD544\uC694\uAC00 \uC5C6\uB294 \uD3EC\uD2B8\uB97C \uC5FD\uB2C8\uB2E4: ${why}.`, remedy: "\uADDC\uCE59\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624. \uC5F0\uACB0\uC740 \uD074\uB77C\uC774\uC5B8\uD2B8\uAC00 \uC2DC\uC791\uD569\uB2C8\uB2E4." }
};
var siteSettingsInvalid = {
  code: "site-settings-invalid",
  severity: "error",
  *run({ site, locale }) {
    const say = WORDS14[locale];
    const found = (key, severity, message2, remedy2) => {
      const place = site.ports.get(key)?.place;
      return place ? [{ severity, span: spanOf(place), message: message2, remedy: remedy2, identity: key }] : [];
    };
    const http = numberOf(site, "wsus-http", 8530);
    const https = numberOf(site, "wsus-https", http === 80 ? 443 : http + 1);
    const stated = site.ports.has("wsus-https") ? "wsus-https" : "wsus-http";
    const wanted = http === 80 ? 443 : http + 1;
    if (https !== wanted) yield* found(stated, http === 80 || https === 443 || https === http ? "error" : "warning", say.wsus(http, https, wanted), say.wsusRemedy(wanted));
    const lan = numberOf(site, "wake-on-lan", 9);
    const client = numberOf(site, "client-setting-wake-on-lan", 9);
    if (lan !== client) yield* found(site.ports.has("client-setting-wake-on-lan") ? "client-setting-wake-on-lan" : "wake-on-lan", "error", say.wake(lan, client), say.wakeRemedy);
  }
};
var numberOf = (site, key, byDefault) => site.ports.get(key)?.ports.ranges[0]?.[0] ?? byDefault;
var spanOf = (place) => ({ origin: { path: place.path, place: () => place, line: () => void 0 }, start: 0, end: 0 });
var WORDS14 = {
  en: {
    wsus: (http, https, wanted) => `WSUS on HTTP port ${http} goes with HTTPS port ${wanted}, not ${https}.`,
    wsusRemedy: (wanted) => `Set site.ports.wsus-https to ${wanted}, or correct site.ports.wsus-http.`,
    wake: (site, client) => `Wake On LAN uses UDP ${site} on the site and UDP ${client} in the client settings; neither follows the other.`,
    wakeRemedy: "Set both numbers to the same value, in the console and here."
  },
  ko: {
    wsus: (http, https, wanted) => `WSUS HTTP \uD3EC\uD2B8\uAC00 ${http}\uC774\uBA74 HTTPS \uD3EC\uD2B8\uB294 ${https}\uC774(\uAC00) \uC544\uB2C8\uB77C ${wanted}\uC774\uC5B4\uC57C \uD569\uB2C8\uB2E4.`,
    wsusRemedy: (wanted) => `site.ports.wsus-https\uB97C ${wanted}(\uC73C)\uB85C \uC124\uC815\uD558\uAC70\uB098 site.ports.wsus-http\uB97C \uC218\uC815\uD558\uC2ED\uC2DC\uC624.`,
    wake: (site, client) => `Wake On LAN \uD3EC\uD2B8\uAC00 \uC0AC\uC774\uD2B8\uC5D0\uC11C\uB294 UDP ${site}, \uD074\uB77C\uC774\uC5B8\uD2B8 \uC124\uC815\uC5D0\uC11C\uB294 UDP ${client}\uC785\uB2C8\uB2E4. \uB450 \uAC12\uC740 \uC11C\uB85C \uB530\uB974\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4.`,
    wakeRemedy: "\uCF58\uC194\uACFC \uC774 \uD30C\uC77C\uC5D0\uC11C \uB450 \uAC12\uC744 \uAC19\uAC8C \uC124\uC815\uD558\uC2ED\uC2DC\uC624."
  }
};
var checks = [
  fileUnreadable,
  firewallOff,
  localRulesIgnored,
  policyConflict,
  policyNotApplied,
  portMismatch,
  reportMismatch,
  requirementBlocked,
  requirementMissing,
  requirementPartial,
  requirementUnverifiable,
  ruleDuplicate,
  ruleMalformed,
  ruleObsolete,
  ruleShadowed,
  ruleTooBroad,
  ruleUnneeded,
  siteSettingsInvalid
];
var SOMEWHERE = addressSet([[0, 0]]);
var isNothing = (region) => region.length === 0;
function without(region, cut) {
  return region.flatMap((piece) => {
    const ports = intersect(piece.ports, cut.ports);
    if (isEmpty(ports)) return [piece];
    const addresses = cut.addresses === ANY_ADDRESSES ? void 0 : subtractAddresses(piece.addresses, cut.addresses);
    const out = [];
    const rest2 = subtract(piece.ports, cut.ports);
    if (!isEmpty(rest2)) out.push({ ports: rest2, addresses: piece.addresses });
    if (addresses && !isNoAddress(addresses)) out.push({ ports, addresses });
    return out;
  });
}
function within(region, box) {
  return region.flatMap((piece) => {
    const ports = intersect(piece.ports, box.ports);
    const addresses = intersectAddresses(piece.addresses, box.addresses);
    return isEmpty(ports) || isNoAddress(addresses) ? [] : [{ ports, addresses }];
  });
}
var withoutAll = (region, cuts) => {
  let left = region;
  for (const cut of cuts) {
    if (left.length === 0) break;
    left = without(left, cut);
  }
  return left;
};
var MISS = {
  disabled: 1,
  direction: 2,
  protocol: 4,
  ports: 8,
  profile: 16,
  interface: 32,
  program: 64,
  platform: 128,
  ipsec: 256,
  addresses: 512,
  malformed: 1024,
  ignored: 2048
};
var EPHEMERAL = portSet([[49152, 65535]]);
var EPMAP = portSet([[135, 135]]);
var UNIT = portSet([[0, 0]]);
function assess(rule, group, question, profile, interfaceType) {
  const { box } = question;
  let misses = 0;
  let open;
  const perhaps = (why) => {
    open ??= why;
  };
  if (rule.malformed !== void 0) misses |= MISS.malformed;
  if (rule.enabled === false) misses |= MISS.disabled;
  else if (rule.enabled === "unknown") perhaps("the file does not say whether the rule is enabled");
  if (rule.direction === "unknown") perhaps("the file does not say the direction of the rule");
  else if (rule.direction !== box.direction) misses |= MISS.direction;
  if (rule.protocol === "unknown") perhaps("the file does not say the protocol of the rule");
  else if (rule.protocol !== "any" && rule.protocol !== question.protocol) misses |= MISS.protocol;
  if ((rule.profiles & profile) === 0) misses |= MISS.profile;
  if ((group.ignoredIn & profile) !== 0) misses |= MISS.ignored;
  if (interfaceType !== void 0 && rule.interfaceTypes.length > 0 && !rule.interfaceTypes.includes(interfaceType)) misses |= MISS.interface;
  if (!platformFits(rule)) misses |= MISS.platform;
  const needsIpsec = rule.ipsec && rule.action !== "bypass";
  if (needsIpsec && question.ipsecPossible) perhaps("the rule applies only to traffic that IPsec protects");
  else if (needsIpsec) misses |= MISS.ipsec;
  if (group.condition !== void 0) perhaps(group.condition);
  if (rule.unmodelled.length > 0 && !needsIpsec) perhaps(`the rule also says ${rule.unmodelled.join(", ")}`);
  if (rule.action === "unknown") perhaps("the file does not say whether the rule allows or blocks");
  const wrongWay = (misses & MISS.direction) !== 0;
  const ports = portsOf2(rule, question, wrongWay);
  if (isEmpty(ports)) misses |= MISS.ports;
  if (ports.unresolved.length > 0) perhaps(`the port is written as ${ports.unresolved.join(", ")}`);
  if (!wrongWay && !otherEndOpen(rule, box)) misses |= MISS.ports;
  const program = bindingFits(bindingOf(rule), box, isAnyPort(ownPorts(rule, box)));
  if (program === "no") misses |= MISS.program;
  else if (program === "perhaps") perhaps(`the rule is bound to ${rule.service === void 0 ? rule.program : `the service ${rule.service}`}`);
  const { sure, maybe } = peersOf(rule, question);
  if (isNoAddress(sure) && isNoAddress(maybe)) misses |= MISS.addresses;
  if (!ownAddressesFit(rule, question)) misses |= MISS.addresses;
  return { misses, piece: { ports, addresses: sure }, perhaps: maybe, open };
}
var ownPorts = (rule, box) => box.direction === "inbound" ? rule.localPorts : rule.remotePorts;
function portsOf2(rule, question, wrongWay) {
  const { box } = question;
  if (question.icmpType !== void 0) {
    return icmpIncludes(rule.icmp, question.icmpType) || rule.action === "block" && icmpTouches(rule.icmp, question.icmpType) ? UNIT : portSet([]);
  }
  if (wrongWay) {
    const other = isAnyPort(rule.localPorts) ? rule.remotePorts : rule.localPorts;
    return isAnyPort(other) ? portSet([]) : intersect(resolved(other, box), question.ports);
  }
  const named = ownPorts(rule, box);
  if (isAnyPort(named)) return question.ports;
  const numbers = intersect(resolved(named, box), question.ports);
  return named.unresolved.length === 0 ? numbers : portSet(question.ports.ranges, [], named.unresolved);
}
function resolved(ports, box) {
  if (ports.keywords.length === 0) return ports;
  const ranges = [...ports.ranges];
  if (ports.keywords.includes("rpc-epmap") && box.protocol === 6) ranges.push(...EPMAP.ranges);
  if (ports.keywords.includes("rpc") && box.dynamicRpc) ranges.push(...box.ports.ranges);
  return portSet(ranges);
}
function otherEndOpen(rule, box) {
  const other = box.direction === "inbound" ? rule.remotePorts : rule.localPorts;
  return isAnyPort(other) || box.icmp !== void 0 || other.unresolved.length > 0 || includes(other, EPHEMERAL);
}
var bindingOf = ({ program, service }) => ({
  program: program === void 0 || /^(?:any|\*)$/i.test(program) ? void 0 : fileName(program),
  service: service === void 0 || /^any$/i.test(service) ? void 0 : service.toLowerCase()
});
var fileName = (path) => path.slice(Math.max(path.lastIndexOf("\\"), path.lastIndexOf("/")) + 1).toLowerCase();
function bindingFits({ program, service }, box, anyPort) {
  if (program === void 0 && service === void 0) return box.program !== void 0 && !anyPort ? "no" : "yes";
  if (box.program !== void 0) return program === box.program && service === void 0 ? "yes" : "no";
  const { listener } = box;
  if (!listener) return anyPort ? "no" : "perhaps";
  const programOk = program === void 0 || listener.programs.includes(program);
  const serviceOk = service === void 0 || (service === "*" ? listener.services.length > 0 : listener.services.includes(service));
  if (!programOk || !serviceOk) return !serviceOk && programOk && listener.services.length === 0 && !listener.certain && !anyPort ? "perhaps" : "no";
  return listener.certain ? "yes" : "perhaps";
}
var NEWEST = [2, 33];
function platformFits(rule) {
  for (const entry of rule.unmodelled) {
    const skip = /^SkipVer=(\d+)\.(\d+)$/.exec(entry);
    if (skip && (Number(skip[1]) > NEWEST[0] || Number(skip[1]) === NEWEST[0] && Number(skip[2]) >= NEWEST[1])) return false;
  }
  return rule.platforms.length === 0 || rule.platforms.some(({ platform, major, minor, orLater }) => platform === 2 && (orLater ? major < 10 || major === 10 && minor === 0 : major === 10 && minor === 0));
}
function peersOf(rule, question) {
  const scope = rule.remoteAddresses;
  const { peers } = question;
  if (isAnyAddress(scope)) return { sure: peers, maybe: NO_ADDRESSES };
  const explicit = scope.v4.length > 0 || scope.v6.length > 0;
  if (question.peersUnknown) {
    if (explicit && rule.action !== "block") return { sure: SOMEWHERE, maybe: NO_ADDRESSES };
    if (!explicit && question.peerIsClient && rule.action !== "block" && scope.keywords.some(isLocalSubnet)) return { sure: SOMEWHERE, maybe: NO_ADDRESSES };
    return { sure: NO_ADDRESSES, maybe: SOMEWHERE };
  }
  const sure = explicit ? intersectAddresses(peers, scope) : NO_ADDRESSES;
  const rest2 = subtractAddresses(peers, sure);
  if (isNoAddress(rest2)) return { sure, maybe: NO_ADDRESSES };
  const local = scope.keywords.some(isLocalSubnet);
  if (local && question.peerIsClient && rule.action !== "block") return { sure: peers, maybe: NO_ADDRESSES };
  if (scope.unresolved.length > 0 || scope.keywords.some((word) => !isLocalSubnet(word))) return { sure, maybe: rest2 };
  if (local) return { sure, maybe: question.own ? intersectAddresses(rest2, question.own) : rest2 };
  return { sure, maybe: NO_ADDRESSES };
}
var isLocalSubnet = (word) => word.startsWith("local-subnet");
function ownAddressesFit(rule, question) {
  const scope = rule.localAddresses;
  if (isAnyAddress(scope) || question.own === void 0 || scope.unresolved.length > 0) return true;
  return rule.action === "block" ? !isNoAddress(intersectAddresses(question.own, scope)) : includesAddresses(scope, addressSet(question.own.v4, question.own.v6));
}
var Candidates = class {
  #groups;
  /** By direction, then by protocol. */
  #buckets = { inbound: /* @__PURE__ */ new Map(), outbound: /* @__PURE__ */ new Map() };
  constructor(policy, boxes) {
    this.#groups = policy.groups;
    for (const box of boxes) {
      for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
        const buckets = this.#buckets[box.direction];
        const bucket = buckets.get(protocol);
        if (bucket) bucket.asked = portSet([...bucket.asked.ranges, ...box.ports.ranges]);
        else buckets.set(protocol, { asked: box.icmp ? ANY_PORTS : box.ports, list: [] });
      }
    }
    for (const group of policy.groups) for (const rule of group.rules) {
      if (rule.enabled === false || rule.malformed !== void 0) continue;
      if (rule.direction !== "outbound") this.#place(rule, group, this.#buckets.inbound, rule.localPorts);
      if (rule.direction !== "inbound") this.#place(rule, group, this.#buckets.outbound, rule.remotePorts);
    }
  }
  #place(rule, group, buckets, ports) {
    if (typeof rule.protocol === "number") {
      const bucket = buckets.get(rule.protocol);
      if (bucket && mayTouch(ports, bucket.asked)) bucket.list.push({ rule, group, binding: bindingOf(rule) });
    } else for (const bucket of buckets.values()) if (mayTouch(ports, bucket.asked)) bucket.list.push({ rule, group, binding: bindingOf(rule) });
  }
  /** Those that may say something of one box on the target's profiles. Where the default lets it through, only blocks do. */
  of(box, { target, profiles }) {
    const out = [];
    const key = box.direction === "inbound" ? "defaultInbound" : "defaultOutbound";
    const open = profileNames(target.profiles).every((p) => profiles[p][key] === "allow");
    for (const protocol of box.icmp ? [1, 58] : [box.protocol]) {
      for (const candidate of this.#buckets[box.direction].get(protocol)?.list ?? []) {
        const { rule, binding } = candidate;
        if ((rule.profiles & target.profiles) === 0 || open && rule.action === "allow") continue;
        const ports = ownPorts(rule, box);
        if ((box.icmp || mayTouch(ports, box.ports)) && bindingFits(binding, box, isAnyPort(ports)) !== "no") out.push(candidate);
      }
    }
    return out;
  }
  *all() {
    for (const group of this.#groups) for (const rule of group.rules) if (rule.enabled !== false && rule.malformed === void 0) yield { rule, group };
  }
};
var mayTouch = (ports, asked) => ports.keywords.length > 0 || ports.unresolved.length > 0 || touches(ports, asked);
var gapOf = (cell) => cell.shields ? cell.region : [...cell.uncovered, ...cell.cut];
var isOpen = (cell) => cell.open !== void 0;
var hasGap = (cell) => !isNothing(gapOf(cell));
var covers = (gap, region) => isNothing(gap.reduce((left, piece) => without(left, piece), region));
function judgeCell(settings, question, profile, interfaceType, candidates) {
  const { box } = question;
  const region = [{ ports: question.ports, addresses: question.peers }];
  const inbound = box.direction === "inbound";
  const pass = { profile, interfaceType, question, region, uncovered: [], cut: [], cutBy: [], shields: false, ignored: [], allowedBy: [], because: void 0, open: void 0, usedScope: false };
  if (!settings.enabled) return { ...pass, because: "firewall-off" };
  const allows = [];
  const perhapsAllows = [];
  const perhapsBypass = [];
  const blocks = [];
  const perhapsBlocks = [];
  const ignoredAllows = [];
  const byDefault = inbound ? settings.defaultInbound === "allow" : settings.defaultOutbound === "allow";
  let uncovered = byDefault ? [] : region;
  for (const { rule, group } of candidates) {
    if (rule.action === "allow" && isNothing(uncovered)) continue;
    const { misses, piece, perhaps, open: open2 } = assess(rule, group, question, profileBit(profile), interfaceType);
    if (misses !== 0) {
      if (misses === MISS.ignored && rule.action === "allow" && !open2) ignoredAllows.push({ rule, piece });
      continue;
    }
    const wide = { ports: piece.ports, addresses: isNoAddress(perhaps) ? piece.addresses : addressSet([...piece.addresses.v4, ...perhaps.v4], [...piece.addresses.v6, ...perhaps.v6]) };
    const keyword = isNoAddress(perhaps) ? void 0 : "whether its address scope holds the other end is only known at run time";
    const isUnsure = open2 !== void 0 || rule.action === "bypass";
    const surely = !isUnsure && !isNoAddress(piece.addresses);
    const why = open2 ?? (rule.action === "bypass" ? "the rule applies only where IPsec authenticates the other end" : keyword);
    const entry = { rule, group, open: why ?? "", piece: wide };
    if (rule.action === "block" || rule.action === "unknown") {
      if (surely && rule.action === "block") blocks.push({ rule, piece });
      if (why !== void 0) perhapsBlocks.push(entry);
    }
    if (rule.action !== "block") {
      if (surely && rule.action === "allow") {
        allows.push({ rule, piece });
        uncovered = without(uncovered, piece);
      }
      if (rule.action === "bypass") perhapsBypass.push(entry);
      else if (why !== void 0) perhapsAllows.push(entry);
    }
  }
  const covered = uncovered.reduce((left, piece) => without(left, piece), region);
  const cutBy = blocks.filter((b) => !isNothing(within(covered, b.piece)));
  const passing = withoutAll(covered, cutBy.map((b) => b.piece));
  const cut = passing.reduce((left, piece) => without(left, piece), covered);
  const shields = inbound && settings.blockAllInbound;
  const cell = {
    ...pass,
    uncovered,
    cut,
    shields,
    cutBy: cutBy.map((b) => b.rule),
    allowedBy: allows.map((a) => a.rule),
    ignored: isNothing(uncovered) ? [] : ignoredAllows.filter((a) => !isNothing(within(uncovered, a.piece))).map((a) => a.rule),
    because: byDefault ? `default-${box.direction}-allow` : void 0,
    usedScope: question.peersUnknown && allows.some((a) => a.piece.addresses === SOMEWHERE)
  };
  if (shields) return cell;
  const open = whatIsOpen(cell, passing, { perhapsAllows, perhapsBypass, perhapsBlocks }, settings);
  return open ? { ...cell, open } : cell;
}
function whatIsOpen(cell, passing, { perhapsAllows, perhapsBypass, perhapsBlocks }, settings) {
  const told = (entry) => ({
    rule: entry.rule,
    open: entry.open,
    ...entry.group.condition === entry.open && { layer: entry.group.layer }
  });
  const unsure = (name, open) => settings.perhaps.includes(name) ? { open } : void 0;
  if (hasGap(cell)) {
    const opening = [...perhapsBypass, ...perhapsAllows];
    const uncovered = withoutAll(cell.uncovered, opening.map((e) => e.piece));
    const cut = withoutAll(cell.cut, perhapsBypass.map((e) => e.piece));
    if (isNothing(uncovered) && isNothing(cut)) {
      const gap = gapOf(cell);
      const entry = opening.find((e) => !isNothing(within(gap, e.piece)));
      return entry && told(entry);
    }
    return unsure("enabled", "a script switches the firewall off only under a condition");
  }
  const closing = perhapsBlocks.find((e) => !isNothing(within(passing, e.piece)));
  if (closing) return told(closing);
  return cell.question.box.direction === "outbound" ? cell.allowedBy.length === 0 ? unsure("defaultOutbound", "outbound traffic is blocked by default only under a condition") : void 0 : unsure("blockAllInbound", "all inbound traffic is blocked only under a condition");
}
var boxKeys = /* @__PURE__ */ new WeakMap();
function pairKey(peer, box) {
  let key = boxKeys.get(box);
  if (key === void 0) {
    const ports = (set) => set?.ranges.map(([a, b]) => `${a}-${b}`).join() ?? "";
    const { listener } = box;
    key = [
      box.direction,
      box.protocol,
      ports(box.ports),
      ports(box.defaultPorts),
      box.dynamicRpc,
      box.endpointMapper,
      box.icmp !== void 0,
      box.program,
      listener && `${listener.programs.join()};${listener.services.join()};${listener.certain}`
    ].join("|");
    boxKeys.set(box, key);
  }
  return `${peer}|${key}`;
}
var unique = (list) => [...new Set(list)];
function groupBy(list, key) {
  const groups2 = /* @__PURE__ */ new Map();
  for (const item of list) {
    const k = key(item);
    const group = groups2.get(k);
    if (group) group.push(item);
    else groups2.set(k, [item]);
  }
  return groups2;
}
function clusters(requirements) {
  const parent = /* @__PURE__ */ new Map();
  const find = (key) => {
    let at = key;
    while (parent.has(at) && parent.get(at) !== at) at = parent.get(at);
    return at;
  };
  const join2 = (a, b) => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent.set(x, y);
  };
  for (const r of requirements) if (r.eitherKey !== void 0) join2(`need ${r.need}`, `either ${r.eitherKey}`);
  return [...groupBy(requirements, (r) => find(`need ${r.need}`)).values()];
}
function uniquePairs(requirements, chosen) {
  const seen = /* @__PURE__ */ new Map();
  for (const r of requirements) for (const box of chosen.get(r) ?? r.boxes) {
    const key = pairKey(r.peer, box);
    if (!seen.has(key)) seen.set(key, [box, r]);
  }
  return [...seen.values()];
}
var REASONS = [
  [MISS.malformed, "no-rule"],
  [MISS.disabled, "disabled-rule"],
  [MISS.direction, "wrong-direction"],
  [MISS.protocol, "wrong-protocol"],
  [MISS.profile, "wrong-profile"],
  [MISS.program, "wrong-program"],
  [MISS.platform, "wrong-platform"],
  [MISS.ipsec, "ipsec-only"],
  [MISS.interface, "narrow-interfaces"],
  [MISS.addresses, "narrow-addresses"],
  [MISS.ignored, "local-rules-ignored"],
  [MISS.ports, "wrong-port"]
];
function nearestMiss(policy, missed) {
  let best;
  for (const group of policy.groups) {
    for (const rule of group.rules) {
      if (rule.action !== "allow") continue;
      for (const miss of missed) {
        const found = distanceTo(rule, group, miss, policy.target.profiles);
        if (found && (!best || found.distance <= best.distance)) best = { ...found, rule };
      }
    }
  }
  return best && { reason: best.reason, rule: best.rule };
}
function distanceTo(rule, group, { question, gap, profile, interfaceType }, wanted) {
  const { misses, piece } = assess(rule, group, question, profileBit(profile), interfaceType);
  const other = question.box.direction === "inbound" ? rule.localPorts : rule.remotePorts;
  const specific = question.icmpType !== void 0 ? rule.protocol === question.protocol : (misses & MISS.direction) !== 0 ? question.box.direction === "inbound" || !isAnyPort(rule.remotePorts) : !isAnyPort(other);
  if (misses === 0) {
    return specific && isNothing(within(gap, piece)) ? { distance: 0, reason: isEmpty(intersect(piece.ports, portSet(gap.flatMap((g) => g.ports.ranges)))) ? "narrow-ports" : "narrow-addresses" } : void 0;
  }
  if ((misses & MISS.ports) !== 0 || !specific) return void 0;
  const count = bits(misses);
  if (count > 2) return void 0;
  const reason = REASONS.find(([bit]) => (misses & bit) !== 0)?.[1] ?? "no-rule";
  return { distance: count, reason: reason === "wrong-profile" && (rule.profiles & wanted) !== 0 ? "narrow-profiles" : reason };
}
function bits(mask) {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
}
var UNIT2 = portSet([[0, 0]]);
function questionsFor(box, peer, places, ipsecPossible) {
  const known = places.addressesOf(peer);
  const base = {
    box,
    ipsecPossible,
    peersUnknown: known === void 0,
    own: places.own,
    peerIsClient: peer === "client" || peer === "peer-client"
  };
  if (!box.icmp) return [{ ...base, protocol: box.protocol, icmpType: void 0, ports: box.ports, peers: known ?? SOMEWHERE }];
  const families = known ?? places.own;
  const half = (protocol, icmpType, peers) => ({ ...base, protocol, icmpType, ports: UNIT2, peers });
  const questions = [];
  if (!families || families.v4.length > 0) questions.push(half(1, box.icmp.v4, known ? addressSet(known.v4) : SOMEWHERE));
  if (families && families.v6.length > 0) questions.push(half(58, box.icmp.v6, known ? addressSet([], known.v6) : SOMEWHERE));
  return questions.filter((q) => !isNoAddress(q.peers));
}
var INTERFACES = ["lan", "wireless", "remote-access"];
function judge(policy, requirements, places) {
  return new Judge(policy, requirements, places).run();
}
var Judge = class {
  #policy;
  #requirements;
  #places;
  #candidates;
  #outcomes = /* @__PURE__ */ new Map();
  constructor(policy, requirements, places) {
    this.#policy = policy;
    this.#requirements = requirements;
    this.#places = places;
    const boxes = requirements.flatMap((r) => [...r.boxes, ...(r.alternatives ?? []).flat()]);
    this.#candidates = new Candidates(policy, boxes);
  }
  run() {
    const applying = this.#requirements.filter((r) => r.status === "applies");
    const chosen = this.#chooseAlternatives(applying);
    const verdicts = /* @__PURE__ */ new Map();
    for (const r of this.#requirements) verdicts.set(r, r.status === "applies" ? this.#row(r, chosen.get(r) ?? r.boxes) : { requirement: r, status: "not-applicable", ...r.why && { because: r.why }, allowedBy: [] });
    this.#shareEither(applying, verdicts);
    const needs = clusters(applying).map((group) => this.#need(group, chosen, verdicts));
    const tookScopesAsMeant = [...this.#outcomes.values()].some((o) => o.cells.some((c) => c.usedScope));
    return { verdicts: [...verdicts.values()], needs: needs.filter((n) => n !== void 0), tookScopesAsMeant };
  }
  /** Requirements that share a key take the same way (WSUS: one pair, never a mix): the one that leaves the fewest boxes open. */
  #chooseAlternatives(requirements) {
    const chosen = /* @__PURE__ */ new Map();
    const groups2 = groupBy(requirements, keyOfWay);
    for (const [key, group] of groups2) {
      if (key === void 0) continue;
      const ways = Math.max(...group.map((r) => r.alternatives?.length ?? 1));
      let best = { index: 0, open: Infinity };
      for (let index2 = 0; index2 < ways; index2++) {
        const open = group.reduce((sum, r) => sum + (r.alternatives?.[index2] ?? r.boxes).filter((box) => this.#outcome(box, r).status !== "satisfied").length, 0);
        if (open < best.open) best = { index: index2, open };
      }
      for (const r of group) chosen.set(r, r.alternatives?.[best.index] ?? r.boxes);
    }
    return chosen;
  }
  #row(requirement, boxes) {
    const outcomes = boxes.map((box) => this.#outcome(box, requirement));
    const allowedBy = unique(outcomes.flatMap((o) => o.cells.flatMap((c) => c.allowedBy)));
    const because = outcomes.map((o) => o.cells.find((c) => c.because)?.because).find(Boolean);
    const status = combine(outcomes);
    if (status !== "satisfied" && this.#clientSettingOpens(requirement, outcomes)) return { requirement, status: "satisfied", because: "client-setting", allowedBy };
    return { requirement, status, allowedBy, ...because && allowedBy.length === 0 && status === "satisfied" && { because } };
  }
  /** A client setting writes the rule into the local store, where it counts while policy lets local rules count and nothing blocks it. */
  #clientSettingOpens(requirement, outcomes) {
    if (!requirement.exception) return false;
    return outcomes.every((o) => o.cells.every((c) => isNothing(c.cut) && !c.shields && (isNothing(c.uncovered) || c.question.box.direction === "inbound" && this.#policy.profiles[c.profile].allowLocalRules)));
  }
  /** HTTP or HTTPS: where either is enough, the one that passes answers for both. */
  #shareEither(requirements, verdicts) {
    const groups2 = groupBy(requirements.filter((r) => r.eitherKey !== void 0), (r) => r.eitherKey);
    for (const group of groups2.values()) {
      const good = group.map((r) => verdicts.get(r)).find((v) => v.status === "satisfied");
      if (!good) continue;
      for (const r of group) {
        if (verdicts.get(r)?.status === "satisfied") continue;
        verdicts.set(r, { requirement: r, status: "satisfied", because: "other-transport", allowedBy: good.allowedBy });
      }
    }
  }
  #need(requirements, chosen, verdicts) {
    const open = requirements.filter((r) => verdicts.get(r)?.status !== "satisfied");
    const need = requirements[0].need;
    const target = this.#policy.target.name;
    if (open.length === 0) return { need, target, requirements, status: "satisfied", gap: [], failing: [] };
    const counted = open.some((r) => r.severity !== "informational") ? open.filter((r) => r.severity !== "informational") : open;
    const pairs = uniquePairs(requirements.filter((r) => open.includes(r) ? counted.includes(r) : true), chosen);
    const outcomes = pairs.map(([box, r]) => this.#outcome(box, r));
    const failing = outcomes.filter((o) => o.status !== "satisfied");
    const status = combine(outcomes);
    const gap = failing.flatMap((o) => o.cells.filter((c) => hasGap(c) || isOpen(c)).map((c) => ({
      box: o.box,
      profile: c.profile,
      region: hasGap(c) ? gapOf(c) : c.region,
      protocol: c.question.protocol
    })));
    const cause = this.#cause(failing, outcomes, counted);
    const mismatch = failing.map((o) => this.#opensDefault(o)).find(Boolean);
    return {
      need,
      target,
      requirements,
      status: cause?.reason === "local-rules-ignored" && status === "missing" && cause.related.length > 0 ? "blocked" : status,
      gap,
      failing: failing.map((o) => o.box),
      ...cause && { cause },
      ...mismatch && { opensDefaultPort: mismatch }
    };
  }
  /** The one thing to change first: a switch, a block, an ignored store, the nearest miss, in that order of certainty. */
  #cause(failing, all, requirements) {
    const cells = failing.flatMap((o) => o.cells);
    const hard = cells.filter((c) => hasGap(c) && !isOpen(c));
    if (hard.length === 0) {
      const open = cells.find(isOpen)?.open;
      return open ? { reason: "no-rule", related: [], ...open } : void 0;
    }
    const setting = (cell, name) => {
      const held = this.#policy.profiles[cell.profile].from[name];
      return held ? { setting: held } : {};
    };
    const shielded = hard.find((c) => c.shields && !covers(c.uncovered, c.region));
    if (shielded) return { reason: "block-all-inbound", related: shielded.allowedBy, ...setting(shielded, "blockAllInbound") };
    const cut = hard.find((c) => c.cutBy.length > 0);
    if (cut) return { reason: "block-rule", rule: cut.cutBy[0], related: unique([...hard.flatMap((c) => c.cutBy), ...cut.allowedBy]).slice(1) };
    const ignored = hard.find((c) => c.ignored.length > 0);
    if (ignored) return { reason: "local-rules-ignored", related: ignored.ignored, ...setting(ignored, "allowLocalRules") };
    const miss = nearestMiss(this.#policy, hard.flatMap((c) => ({ question: c.question, gap: gapOf(c), profile: c.profile, interfaceType: c.interfaceType })));
    if (miss) return { ...miss, related: [] };
    const exception = hard.find((c) => c.question.box.direction === "inbound" && !this.#policy.profiles[c.profile].allowLocalRules);
    if (exception && requirements.some((r) => r.exception)) return { reason: "local-rules-ignored", related: [], ...setting(exception, "allowLocalRules") };
    const partly = all.find((o) => o.status === "satisfied" && o.box.direction === failing[0]?.box.direction && o.cells.some((c) => c.allowedBy.length > 0));
    const helper = partly?.cells.flatMap((c) => c.allowedBy)[0];
    if (helper) return { reason: "narrow-ports", rule: helper, related: [] };
    const outbound = hard.find((c) => c.question.box.direction === "outbound");
    if (outbound) return { reason: "default-outbound-block", related: [], ...setting(outbound, "defaultOutbound") };
    return { reason: "no-rule", related: [] };
  }
  /** The rule that opens the product's number where the site has its own. */
  #opensDefault({ box, cells }) {
    if (!box.defaultPorts) return void 0;
    const { defaultPorts, setting: _, ...rest2 } = box;
    const twin = { ...rest2, ports: defaultPorts };
    const cell = cells[0];
    if (!cell) return void 0;
    const question = { ...cell.question, box: twin, ports: defaultPorts };
    for (const { rule, group } of this.#candidates.all()) {
      if (rule.action !== "allow" || isAnyPort(box.direction === "inbound" ? rule.localPorts : rule.remotePorts)) continue;
      if (assess(rule, group, question, profileBit(cell.profile), void 0).misses === 0) return rule;
    }
    return void 0;
  }
  #outcome(box, requirement) {
    const key = pairKey(requirement.peer, box);
    let outcome = this.#outcomes.get(key);
    if (!outcome) this.#outcomes.set(key, outcome = this.#judgeBox(box, requirement.peer));
    return outcome;
  }
  #judgeBox(box, peer) {
    const questions = questionsFor(box, peer, this.#places, this.#policy.connectionSecurity);
    const candidates = this.#candidates.of(box, this.#policy);
    const perInterface = candidates.some(({ rule }) => rule.interfaceTypes.length > 0);
    const cells = profileNames(this.#policy.target.profiles).flatMap((profile) => questions.flatMap((question) => (perInterface ? INTERFACES : [void 0]).map((type) => judgeCell(this.#policy.profiles[profile], question, profile, type, candidates))));
    return { box, cells, status: statusOf(cells) };
  }
};
function statusOf(cells) {
  const hard = cells.filter((c) => hasGap(c) && !isOpen(c));
  if (hard.length === 0) return cells.some(isOpen) ? "unverifiable" : "satisfied";
  const passes = cells.some((c) => !c.shields && !covers(gapOf(c), c.region));
  if (hard.every((c) => (c.shields ? !covers(c.uncovered, c.region) : isNothing(c.uncovered) || c.ignored.length > 0) && (!isNothing(c.cut) || c.shields || c.ignored.length > 0))) return "blocked";
  return passes ? "partial" : "missing";
}
function combine(outcomes) {
  const failing = outcomes.filter((o) => o.status !== "satisfied");
  if (failing.length === 0) return "satisfied";
  const hard = failing.filter((o) => o.status !== "unverifiable");
  if (hard.length === 0) return "unverifiable";
  if (hard.every((o) => o.status === "blocked")) return "blocked";
  const directions = new Set(hard.map((o) => o.box.direction));
  const some = outcomes.some((o) => o.status === "partial" || o.status === "satisfied" && directions.has(o.box.direction));
  return some ? "partial" : "missing";
}
var keyOfWay = (r) => r.alternatives ? r.alternativeKey ?? r.id : void 0;
var MAX_PROBES = 128;
var ANY = 0;
var mix = (hash, word) => {
  const h = Math.imul(hash ^ word, 2654435761);
  return h ^ h >>> 15;
};
var Pool = class {
  size = 0;
  #slots = new Int32Array(64);
  #hashes = new Int32Array(32);
  /** The number of the value in hand; the next free number when it is new. */
  number(hash) {
    const mask = this.#slots.length - 1;
    for (let probe = 0, slot = hash & mask; probe < MAX_PROBES; probe++, slot = slot + probe & mask) {
      const held = this.#slots[slot] - 1;
      if (held >= 0) {
        if (this.#hashes[held] === hash && this.isValue(held)) return held;
        continue;
      }
      this.#slots[slot] = this.size + 1;
      break;
    }
    if (this.size === this.#hashes.length) this.#grow();
    this.#hashes[this.size] = hash;
    return this.size++;
  }
  #grow() {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const mask = hashes.length * 2 - 1;
    const slots = new Int32Array(mask + 1);
    for (let number = 0; number < this.size; number++) {
      let slot = hashes[number] & mask;
      for (let probe = 0; probe < MAX_PROBES && slots[slot] !== 0; slot = slot + probe & mask) probe++;
      if (slots[slot] === 0) slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
  /** Nothing more is numbered. */
  freeze() {
    this.#slots = new Int32Array(1);
    this.#hashes = new Int32Array(1);
  }
};
var NamePool = class extends Pool {
  #names = [""];
  #text = "";
  constructor() {
    super();
    this.size = 1;
  }
  numberOf(text) {
    if (text === void 0 || text === "") return ANY;
    this.#text = text;
    const number = this.number(hashOf(text));
    if (number === this.#names.length) this.#names.push(text);
    return number;
  }
  isValue(number) {
    const held = this.#names[number];
    return held === this.#text || held.toLowerCase() === this.#text.toLowerCase();
  }
};
function hashOf(text) {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) {
    let unit = text.charCodeAt(i);
    if (unit > 127) return hashOfLower(text.toLowerCase());
    if (unit > 64 && unit < 91) unit |= 32;
    hash = Math.imul(hash ^ unit, 16777619);
  }
  return mix(hash, 0);
}
function hashOfLower(lower) {
  let hash = lower.length;
  for (let i = 0; i < lower.length; i++) hash = Math.imul(hash ^ lower.charCodeAt(i), 16777619);
  return mix(hash, 0);
}
var PORT_WORDS = ["rpc", "rpc-epmap", "iphttps", "teredo", "dhcp", "ply2disc", "mdns", "tcpcdpsvc", "cortana"];
var ADDRESS_WORDS = [
  "local-subnet",
  "local-subnet4",
  "local-subnet6",
  "dns",
  "dns4",
  "dns6",
  "dhcp",
  "dhcp4",
  "dhcp6",
  "wins",
  "wins4",
  "wins6",
  "default-gateway",
  "default-gateway4",
  "default-gateway6",
  "intranet",
  "internet",
  "intranet-remote-access",
  "play-to-device",
  "captive-portal"
];
var PAIRED = 15;
var ADDRESS_BITS = new Map(ADDRESS_WORDS.map((word, i) => [word, i < PAIRED && i % 3 === 0 ? 7 << i : 1 << i]));
var PORT_BITS = new Map(PORT_WORDS.map((word, i) => [word, 1 << i]));
function topWords(mask, paired) {
  if (!paired) return mask;
  let top = mask;
  for (let i = 0; i < PAIRED; i += 3) if ((mask >>> i & 1) === 1) top &= ~(6 << i);
  return top;
}
function holdersOf2(mask, paired) {
  const i = 31 - Math.clz32(mask & -mask);
  return paired && i < PAIRED ? 1 << i | 1 << i - i % 3 : 1 << i;
}
var HAS_V6 = 2147483648;
var SetPool = class extends Pool {
  /** Whether the keywords come in families: addresses. */
  paired;
  words = new Uint32Array(256);
  #starts = new Uint32Array(66);
  /** Where the value in hand ends: it stands behind the last one that has a number. */
  #end = 0;
  constructor(paired) {
    super();
    this.paired = paired;
    if (paired) this.stageAddresses([[0, 4294967295]], [[0n, (1n << 128n) - 1n]], []);
    else this.stagePorts([[0, 65535]], []);
    this.#commit();
  }
  /** Both give -1 for a set with names that nobody has resolved. Parsers share the sets of "any", so most sets need no look inside. */
  ofPorts(set) {
    if (set === ANY_PORTS) return ANY;
    const { ranges, keywords, unresolved } = set;
    if (unresolved.length > 0) return -1;
    const first = ranges[0];
    if (first !== void 0 && first[0] === 0 && first[1] === 65535) return ANY;
    this.stagePorts(ranges, keywords);
    return this.#commit();
  }
  ofAddresses(set) {
    if (set === ANY_ADDRESSES) return ANY;
    const { v4, v6, keywords, unresolved } = set;
    if (unresolved.length > 0) return -1;
    const first = v4[0];
    if (first !== void 0 && first[0] === 0 && first[1] === 4294967295) {
      const large = v6[0];
      if (large !== void 0 && large[0] === 0n && large[1] === (1n << 128n) - 1n) return ANY;
    }
    this.stageAddresses(v4, v6, keywords);
    return this.#commit();
  }
  /** A number for a moment for the set in hand: `release` takes back all that were given since. */
  borrow() {
    const number = this.size++;
    this.#room();
    this.#starts[this.size] = this.#end;
    return number;
  }
  release(size) {
    this.size = size;
  }
  /** Borrows a number for the lowest or the highest element of a set. The highest of both families is an IPv6 address. */
  borrowEnd(number, highest) {
    const small = this.from4(number);
    const large = this.to4(number);
    const end = this.end(number);
    const from = this.#begin(10);
    let at = from;
    if (large < end && (highest || small === large)) {
      this.words[at++] = HAS_V6;
      this.words[at++] = 0;
      for (let i = 0; i < 8; i++) this.words[at++] = this.words[highest ? end - 4 + (i & 3) : large + (i & 3)];
    } else if (small < large) {
      this.words[at++] = 0;
      for (let i = 0; i < 2; i++) this.words[at++] = this.words[highest ? large - 1 : small];
    } else {
      const word = 31 - Math.clz32(this.keywords(number) & -this.keywords(number));
      this.words[at++] = this.paired && word < PAIRED && word % 3 === 0 ? 7 << word : 1 << word;
    }
    this.#end = at;
    return this.borrow();
  }
  stagePorts(ranges, keywords) {
    let at = this.#begin(1 + 2 * ranges.length);
    let mask = 0;
    for (let i = 0; i < keywords.length; i++) mask |= PORT_BITS.get(keywords[i]) ?? 0;
    const { words } = this;
    words[at++] = mask;
    for (let i = 0; i < ranges.length; i++) {
      const range = ranges[i];
      words[at++] = range[0];
      words[at++] = range[1];
    }
    this.#end = at;
  }
  stageAddresses(v4, v6, keywords) {
    let at = this.#begin(2 + 2 * v4.length + 8 * v6.length);
    let mask = 0;
    for (let i = 0; i < keywords.length; i++) mask |= ADDRESS_BITS.get(keywords[i]) ?? 0;
    for (let i = 0; mask !== 0 && i < PAIRED; i += 3) if ((mask >>> i & 6) === 6) mask |= 1 << i;
    const { words } = this;
    words[at++] = v6.length > 0 ? mask | HAS_V6 : mask;
    if (v6.length > 0) words[at++] = v4.length;
    for (let i = 0; i < v4.length; i++) {
      const range = v4[i];
      words[at++] = range[0];
      words[at++] = range[1];
    }
    for (const range of v6) for (const end of range) for (let shift = 96n; shift >= 0n; shift -= 32n) words[at++] = Number(end >> shift & 0xffffffffn);
    this.#end = at;
  }
  #begin(room) {
    const start = this.#starts[this.size];
    if (start + room > this.words.length) {
      const words = new Uint32Array(Math.max(this.words.length * 2, start + room));
      words.set(this.words);
      this.words = words;
    }
    return start;
  }
  #room() {
    if (this.size + 1 < this.#starts.length) return;
    const starts = new Uint32Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
  }
  #commit() {
    let hash = 0;
    for (let i = this.#starts[this.size]; i < this.#end; i++) hash = mix(hash, this.words[i]);
    const size = this.size;
    const number = this.number(hash);
    if (this.size > size) {
      this.#room();
      this.#starts[this.size] = this.#end;
    }
    return number;
  }
  isValue(number) {
    const { words } = this;
    let at = this.#starts[number];
    const end = this.#starts[number + 1];
    let mine = this.#starts[this.size];
    if (end - at !== this.#end - mine) return false;
    while (at < end) if (words[at++] !== words[mine++]) return false;
    return true;
  }
  keywords(number) {
    return this.words[this.#starts[number]] & ~HAS_V6;
  }
  /** Where the small ranges begin. */
  from4(number) {
    const start = this.#starts[number];
    return (this.words[start] & HAS_V6) === 0 ? start + 1 : start + 2;
  }
  /** Where the small ranges end and the large ones begin. */
  to4(number) {
    const start = this.#starts[number];
    return (this.words[start] & HAS_V6) === 0 ? this.#starts[number + 1] : start + 2 + 2 * this.words[start + 1];
  }
  end(number) {
    return this.#starts[number + 1];
  }
  /** Both ends of the small ranges; swapped ends where there is none, so that nothing is asked of them. */
  low(number) {
    const at = this.from4(number);
    return at < this.to4(number) ? this.words[at] : 4294967295;
  }
  high(number) {
    const end = this.to4(number);
    return this.from4(number) < end ? this.words[end - 1] : 0;
  }
  /** Whether everything of `inner` is in `outer`: each range in one range, each keyword by the same keyword. */
  includes(outer, inner) {
    if (outer === ANY || outer === inner) return true;
    if (inner === ANY) return false;
    if ((this.keywords(inner) & ~this.keywords(outer)) !== 0) return false;
    const { words } = this;
    const outerEnd = this.to4(outer);
    const innerEnd = this.to4(inner);
    let at = this.from4(outer);
    for (let i = this.from4(inner); i < innerEnd; i += 2) {
      const from = words[i];
      const to = words[i + 1];
      if (outerEnd - at > 32) at = this.#skip(at, outerEnd, to);
      else while (at < outerEnd && words[at + 1] < to) at += 2;
      if (at >= outerEnd || words[at] > from) return false;
    }
    at = outerEnd;
    for (let i = innerEnd; i < this.end(inner); i += 8) {
      while (at < this.end(outer) && this.#compare(at + 4, i + 4) < 0) at += 8;
      if (at >= this.end(outer) || this.#compare(at, i) > 0) return false;
    }
    return true;
  }
  /** The first range of long lists that ends at `to` or later. */
  #skip(at, end, to) {
    let low = 0;
    let high = end - at >> 1;
    while (low < high) {
      const middle = low + high >> 1;
      if (this.words[at + 2 * middle + 1] < to) low = middle + 1;
      else high = middle;
    }
    return at + 2 * low;
  }
  #compare(a, b) {
    for (let i = 0; i < 4; i++) {
      const difference = this.words[a + i] - this.words[b + i];
      if (difference !== 0) return difference;
    }
    return 0;
  }
};
var ACTIVE = 1;
var OUTBOUND = 2;
var BLOCK = 4;
var PROFILE_SHIFT = 3;
var INTERFACE_SHIFT = 6;
var PROFILE_BITS = 7 << PROFILE_SHIFT;
var INTERFACE_BITS = 31 << INTERFACE_SHIFT;
var WITHIN = PROFILE_BITS | INTERFACE_BITS;
var PROTOCOL_SHIFT = 11;
var PROTOCOL_BITS = 511 << PROTOCOL_SHIFT;
var ANY_PROTOCOL = 256 << PROTOCOL_SHIFT;
var INTERFACES2 = /* @__PURE__ */ new Map([["lan", 1], ["wireless", 2], ["remote-access", 4], ["mobile-broadband", 8]]);
var LOCAL_PORTS = 0;
var REMOTE_PORTS = 1;
var LOCAL_ADDRESSES = 2;
var REMOTE_ADDRESSES = 3;
var SETS = [LOCAL_PORTS, REMOTE_PORTS, LOCAL_ADDRESSES, REMOTE_ADDRESSES];
var Columns = class {
  count;
  /** How many rows are looked at. */
  active;
  shape;
  programs;
  services;
  extras;
  sets;
  pools;
  #groups;
  /** The row that each group begins with. */
  #starts = [];
  #extras = [{ icmp: [], platforms: "", unmodelled: "" }];
  #extraNumbers = /* @__PURE__ */ new Map();
  #names = new NamePool();
  constructor(groups2) {
    this.#groups = groups2.filter((group) => group.kind === "written" && group.rules.length > 0);
    this.count = this.#groups.reduce((sum, group) => sum + group.rules.length, 0);
    const column = () => new Int32Array(this.count + 1);
    this.shape = column();
    this.programs = column();
    this.services = column();
    this.extras = column();
    this.sets = [column(), column(), column(), column()];
    const [ports, addresses] = [new SetPool(false), new SetPool(true)];
    this.pools = [ports, ports, addresses, addresses];
    let row = 0;
    let active = 0;
    this.#groups.forEach((group, index2) => {
      this.#starts.push(row);
      for (const rule of group.rules) if (this.#read(rule, row++, group, index2)) active++;
    });
    this.active = active;
    for (const pool of [ports, addresses, this.#names]) pool.freeze();
  }
  /** Only what Windows surely enforces as written; unresolved names, IPsec and bypass rules prove nothing either way. */
  #read(rule, row, group, index2) {
    if (rule.enabled !== true || rule.malformed !== void 0 || rule.ipsec) return false;
    const { direction, action, protocol } = rule;
    const profiles = rule.profiles & ~group.ignoredIn & 7;
    if (direction === "unknown" || protocol === "unknown" || action !== "allow" && action !== "block" || profiles === 0) return false;
    const ports = this.pools[LOCAL_PORTS];
    const addresses = this.pools[LOCAL_ADDRESSES];
    const localPorts = ports.ofPorts(rule.localPorts);
    const remotePorts = ports.ofPorts(rule.remotePorts);
    const localAddresses = addresses.ofAddresses(rule.localAddresses);
    const remoteAddresses = addresses.ofAddresses(rule.remoteAddresses);
    if (localPorts < 0 || remotePorts < 0 || localAddresses < 0 || remoteAddresses < 0) return false;
    this.sets[LOCAL_PORTS][row] = localPorts;
    this.sets[REMOTE_PORTS][row] = remotePorts;
    this.sets[LOCAL_ADDRESSES][row] = localAddresses;
    this.sets[REMOTE_ADDRESSES][row] = remoteAddresses;
    this.programs[row] = this.#names.numberOf(rule.program);
    this.services[row] = this.#names.numberOf(rule.service);
    this.extras[row] = this.#extra(rule, group.condition === void 0 ? -1 : index2);
    this.shape[row] = ACTIVE | (direction === "outbound" ? OUTBOUND : 0) | (action === "block" ? BLOCK : 0) | profiles << PROFILE_SHIFT | interfaceBits(rule.interfaceTypes) << INTERFACE_SHIFT | (protocol === "any" ? 256 : protocol & 255) << PROTOCOL_SHIFT;
    return true;
  }
  /** A condition of the whole group (a WMI filter) narrows each rule of it in the same unknown way. */
  #extra({ icmp, platforms, unmodelled }, condition) {
    if (icmp.length === 0 && platforms.length === 0 && unmodelled.length === 0 && condition < 0) return 0;
    const types = [...new Set(icmp)].sort().filter((entry) => entry.endsWith(":*") || !icmp.includes(`${entry.split(":")[0]}:*`));
    const extra = {
      icmp: types,
      platforms: [...new Set(platforms.map((p) => `${p.platform}:${p.major}:${p.minor}${p.orLater ? "+" : ""}`))].sort().join(),
      // What a source leaves out (`service=not in this list`, `condition=if …`) may differ from rule to rule, though the words are the same.
      unmodelled: condition < 0 && unmodelled.length === 0 ? "" : JSON.stringify([condition, ...[...unmodelled].sort(), unmodelled.some(isLeftOpen) ? this.#extras.length : ""])
    };
    const key = JSON.stringify([types, extra.platforms, extra.unmodelled]);
    let number = this.#extraNumbers.get(key);
    if (number === void 0) {
      number = this.#extras.push(extra) - 1;
      this.#extraNumbers.set(key, number);
    }
    return number;
  }
  ruleAt(row) {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.#starts[middle] <= row) low = middle;
      else high = middle - 1;
    }
    return this.#groups[low]?.rules[row - this.#starts[low]];
  }
  hasPorts(row) {
    const protocol = (this.shape[row] & PROTOCOL_BITS) >> PROTOCOL_SHIFT;
    return protocol === 6 || protocol === 17;
  }
  /** Whether `outer` matches every packet that `inner` matches and decides it at least as strongly: a block wins over an allow. */
  contains(outer, inner) {
    const a = this.shape[inner];
    const b = this.shape[outer];
    if (((a ^ b) & OUTBOUND) !== 0 || (a & BLOCK & ~b) !== 0 || (a & ~b & WITHIN) !== 0) return false;
    if ((b & PROTOCOL_BITS) !== ANY_PROTOCOL && ((a ^ b) & PROTOCOL_BITS) !== 0) return false;
    const program = this.programs[outer];
    if (program !== ANY && program !== this.programs[inner]) return false;
    const service = this.services[outer];
    if (service !== ANY && service !== this.services[inner]) return false;
    for (let s = REMOTE_ADDRESSES; s >= LOCAL_PORTS; s--) {
      const column = this.sets[s];
      if (!this.pools[s].includes(column[outer], column[inner])) return false;
    }
    const extra = this.extras[outer];
    return extra === 0 || extra === this.extras[inner] || this.#includesExtra(this.#extras[extra], this.#extras[this.extras[inner]]);
  }
  #includesExtra(outer, inner) {
    if (outer.platforms !== "" && outer.platforms !== inner.platforms) return false;
    if (outer.unmodelled !== "" && outer.unmodelled !== inner.unmodelled) return false;
    if (outer.icmp.length === 0) return true;
    return inner.icmp.length > 0 && inner.icmp.every((entry) => outer.icmp.includes(entry) || outer.icmp.includes(`${entry.split(":")[0]}:*`));
  }
  /** Whether two rows say the same. */
  equal(a, b) {
    return this.shape[a] === this.shape[b] && this.programs[a] === this.programs[b] && this.services[a] === this.services[b] && this.extras[a] === this.extras[b] && this.sets[0][a] === this.sets[0][b] && this.sets[1][a] === this.sets[1][b] && this.sets[2][a] === this.sets[2][b] && this.sets[3][a] === this.sets[3][b];
  }
  hash(row) {
    let hash = mix(mix(0, this.shape[row]), this.programs[row]);
    hash = mix(mix(hash, this.services[row]), this.extras[row]);
    for (let s = 0; s < SETS.length; s++) hash = mix(hash, this.sets[s][row]);
    return hash;
  }
};
var interfaceBits = (types) => types.length === 0 ? 31 : types.reduce((bits2, type) => bits2 | (INTERFACES2.get(type) ?? 0), 0);
var isLeftOpen = (entry) => /^(?:condition|icmp|ports|computer)=|=not in /.test(entry);
var FEW = 32;
var CROWDED = 16;
var AVERAGE = 400;
var LEAST = 64;
var PROGRAM = 0;
var SERVICE = 1;
var SMALL = 2;
var LARGE = 3;
var WORD = 4;
var FIRST_SET = 2;
var WAYS = 6;
var SMALL_STEP = 4;
var LARGE_STEP = 16;
var SAMPLE = 2e3;
var ShadowIndex = class {
  #columns;
  /** Rows that serve as containers no more. */
  useless;
  /** Whether every search so far went to its end. */
  complete = true;
  #budget;
  #left = 0;
  /** Open addressing: key, then where its rows begin in `#rows`; they end where the next slot's begin. */
  #keys = new Int32Array(0);
  #starts = new Int32Array(0);
  #rows = new Int32Array(0);
  /** Rows that name nothing, or all rows when there are few. */
  #unkeyed = [];
  /** Crowded buckets, sorted by the low end of one set: which set (by slot), both ends, and the greatest high end of each half-interval's subtree. */
  #sortedBy = new Int8Array(0);
  #lows = new Uint32Array(0);
  #highs = new Uint32Array(0);
  #tops = new Uint32Array(0);
  /** Which prefix lengths are in use, by set: four of small ranges, four of large ones. */
  #lengths = Array.from({ length: 8 }, (_, i) => new Uint8Array(i < 4 ? 33 : 129));
  #scratch = new Int32Array(64);
  // The question of the moment.
  #wanted = 0;
  #except = 0;
  #one = true;
  #low = 0;
  #high = 0;
  #most = 0;
  #found = [];
  constructor(columns, rows, useless) {
    this.#columns = columns;
    this.useless = useless;
    this.#budget = AVERAGE * rows.length;
    if (rows.length <= FEW) this.#unkeyed = [...rows];
    else this.#file(rows);
  }
  /** The first rule that contains this one; undefined when there is none. */
  container(row) {
    this.#ask(row, row, true, 1);
    return this.#found[0];
  }
  /** Up to `most` + 1 rules besides `row` that contain this packet. */
  containersOf(packet, row, most) {
    this.#ask(packet, row, false, most + 1);
    return this.#found;
  }
  #ask(row, except, one, most) {
    this.#wanted = row;
    this.#except = except;
    this.#one = one;
    this.#most = most;
    this.#found.length = 0;
    const start = Math.max(this.#budget, LEAST);
    this.#left = start;
    this.#search(row);
    if (this.#left <= 0) this.complete = false;
    this.#budget += this.#left - start;
    if (this.#budget < 0) this.#budget = 0;
  }
  /** Whether the search is over. */
  #test(row) {
    if (--this.#left <= 0) return true;
    const wanted = this.#wanted;
    if (row === this.#except) return false;
    const columns = this.#columns;
    if (!columns.contains(row, wanted)) return false;
    if (this.#one) {
      if (row > wanted && columns.contains(wanted, row)) return false;
    } else if (this.useless[row] === 1) return false;
    this.#found.push(row);
    return this.#found.length >= this.#most;
  }
  #search(row) {
    for (let i = 0; i < this.#unkeyed.length; i++) if (this.#test(this.#unkeyed[i])) return;
    if (this.#rows.length > 0) this.#probe(row, void 0);
  }
  /** Goes through the keys that a containing rule could stand under; or only counts them in `load`. */
  #probe(row, load) {
    const columns = this.#columns;
    const outbound = columns.shape[row] & OUTBOUND;
    const program = columns.programs[row];
    const service = columns.services[row];
    if (program !== ANY && this.#probeKey(keyOf2(outbound, PROGRAM, 0, program), load)) return;
    if (service !== ANY && this.#probeKey(keyOf2(outbound, SERVICE, 0, service), load)) return;
    for (let s = 0; s < SETS.length; s++) {
      const number = columns.sets[s][row];
      if (number !== ANY && this.#probeSet(columns.pools[s], s, number, outbound, load)) return;
    }
  }
  /** Any element of the set will do, so the first: whoever contains the set contains that. */
  #probeSet(pool, s, number, outbound, load) {
    const { words } = pool;
    const at = pool.from4(number);
    if (at < pool.to4(number)) {
      const from = words[at];
      const whole = smallLength(s, from, words[at + 1]);
      const used = this.#lengths[s];
      for (let length = 0; length <= whole; length += SMALL_STEP) {
        if ((load || used[length] === 1) && this.#probeKey(keyOf2(outbound, SMALL + 8 * s, length, smallPrefix(s, from, length)), load)) return true;
      }
      return false;
    }
    if (at < pool.end(number)) {
      const whole = largeLength(words, at);
      const used = this.#lengths[4 + s];
      for (let length = 0; length <= whole; length += LARGE_STEP) {
        if ((load || used[length] === 1) && this.#probeKey(keyOf2(outbound, LARGE + 8 * s, length, largePrefix(words, at, length)), load)) return true;
      }
      return false;
    }
    for (let left = holdersOf2(pool.keywords(number), pool.paired); left !== 0; left &= left - 1) {
      if (this.#probeKey(keyOf2(outbound, WORD + 8 * s, 0, left & -left), load)) return true;
    }
    return false;
  }
  #probeKey(key, load) {
    if (!load) return this.#visit(key);
    const at = key & load.length - 1;
    if (load[at] < 65535) load[at] = load[at] + 1;
    return false;
  }
  #visit(key) {
    const slot = this.#slotOf(key);
    if (slot < 0) return false;
    const from = this.#starts[slot];
    const to = this.#starts[slot + 1];
    if (to - from <= CROWDED) {
      for (let i = from; i < to; i++) if (this.#test(this.#rows[i])) return true;
      return false;
    }
    const s = this.#sortedBy[slot];
    const pool = this.#columns.pools[s];
    const number = this.#columns.sets[s][this.#wanted];
    this.#low = pool.low(number);
    this.#high = pool.high(number);
    return this.#descend(from, to);
  }
  /** Only ranges that contain ours, by low end: as deep as the logarithm of the bucket. */
  #descend(from, to) {
    if (from >= to) return false;
    const middle = from + to >> 1;
    if (this.#tops[middle] < this.#high) return false;
    if (this.#descend(from, middle)) return true;
    if (this.#lows[middle] > this.#low) return false;
    if (this.#highs[middle] >= this.#high && this.#test(this.#rows[middle])) return true;
    return this.#descend(middle + 1, to);
  }
  #slotOf(key) {
    const slot = freeSlot(this.#keys, key);
    return slot >= 0 && this.#keys[slot] === key ? slot : -1;
  }
  /** Each rule goes where the fewest questions come by, of which a sample is enough to know. */
  #file(rows) {
    const load = new Uint16Array(powerAbove(rows.length * 2));
    const step = rows.length > SAMPLE ? 8 : 1;
    for (let r = 0; r < rows.length; r += step) this.#probe(rows[r], load);
    const mask = load.length - 1;
    const named = [this.#columns.programs, this.#columns.services, ...this.#columns.sets];
    const ways = new Int8Array(rows.length).fill(-1);
    let entries = 0;
    for (let r = 0; r < rows.length; r++) {
      let best = Infinity;
      let keys = 0;
      for (let way = 0; way < WAYS; way++) {
        if (named[way][rows[r]] === ANY) continue;
        const count = this.#keysOf(rows[r], way, false);
        let cost = count;
        for (let i = 0; i < count; i++) cost += step * load[this.#scratch[i] & mask];
        if (cost < best) {
          best = cost;
          ways[r] = way;
          keys = count;
        }
      }
      entries += keys;
    }
    this.#fill(rows, ways, entries);
  }
  /** Two passes: count what stands under each key, then put it there. */
  #fill(rows, ways, entries) {
    const size = powerAbove(entries * 2);
    const keys = this.#keys = new Int32Array(size);
    const starts = this.#starts = new Int32Array(size + 1);
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r];
      const count = this.#keysOf(row, ways[r], true);
      let placed = count > 0;
      for (let i = 0; i < count; i++) {
        const key = this.#scratch[i];
        const slot = freeSlot(keys, key);
        if (slot < 0) {
          placed = false;
          continue;
        }
        keys[slot] = key;
        starts[slot] = starts[slot] + 1;
      }
      if (!placed) this.#unkeyed.push(row);
    }
    const crowded = [];
    let sum = 0;
    for (let slot = 0; slot <= size; slot++) {
      const count = starts[slot];
      if (count > CROWDED) crowded.push(slot);
      starts[slot] = sum += count;
    }
    this.#rows = new Int32Array(sum);
    for (let r = rows.length - 1; r >= 0; r--) {
      const count = this.#keysOf(rows[r], ways[r], false);
      for (let i = 0; i < count; i++) {
        const slot = this.#slotOf(this.#scratch[i]);
        if (slot >= 0) this.#rows[starts[slot] = starts[slot] - 1] = rows[r];
      }
    }
    if (crowded.length > 0) this.#sort(crowded);
  }
  /** Writes down the keys that a row could stand under in one way: its program, its service, or the elements of one set. When it is final, notes the lengths too. */
  #keysOf(row, way, final) {
    const columns = this.#columns;
    const outbound = columns.shape[row] & OUTBOUND;
    if (way < FIRST_SET) {
      const number2 = way < 0 ? ANY : (way === PROGRAM ? columns.programs : columns.services)[row];
      if (number2 === ANY) return 0;
      this.#scratch[0] = keyOf2(outbound, way, 0, number2);
      return 1;
    }
    const s = way - FIRST_SET;
    const number = columns.sets[s][row];
    if (number === ANY) return 0;
    const pool = columns.pools[s];
    const { words } = pool;
    const middle = pool.to4(number);
    const end = pool.end(number);
    let count = 0;
    if (end - pool.from4(number) + 32 > this.#scratch.length) this.#scratch = new Int32Array(end - pool.from4(number) + 64);
    const scratch = this.#scratch;
    const small = this.#lengths[s];
    const large = this.#lengths[4 + s];
    for (let at = pool.from4(number); at < middle; at += 2) {
      const from = words[at];
      const length = smallLength(s, from, words[at + 1]);
      if (final) small[length] = 1;
      const key = keyOf2(outbound, SMALL + 8 * s, length, smallPrefix(s, from, length));
      if (count === 0 || scratch[count - 1] !== key) scratch[count++] = key;
    }
    for (let at = middle; at < end; at += 8) {
      const length = largeLength(words, at);
      if (final) large[length] = 1;
      scratch[count++] = keyOf2(outbound, LARGE + 8 * s, length, largePrefix(words, at, length));
    }
    for (let left = topWords(pool.keywords(number), pool.paired); left !== 0; left &= left - 1) scratch[count++] = keyOf2(outbound, WORD + 8 * s, 0, left & -left);
    return count;
  }
  #sort(crowded) {
    const starts = this.#starts;
    const last = starts[crowded.at(-1) + 1];
    this.#sortedBy = new Int8Array(starts.length);
    this.#lows = new Uint32Array(last);
    this.#highs = new Uint32Array(last);
    this.#tops = new Uint32Array(last);
    for (const slot of crowded) {
      const from = starts[slot];
      const to = starts[slot + 1];
      const s = this.#tellingSet(from, to);
      this.#sortedBy[slot] = s;
      const pool = this.#columns.pools[s];
      const column = this.#columns.sets[s];
      const low = (row) => pool.low(column[row]);
      const high = (row) => pool.high(column[row]);
      this.#rows.subarray(from, to).set(sortedBy(this.#rows.slice(from, to), low));
      for (let i = from; i < to; i++) {
        this.#lows[i] = low(this.#rows[i]);
        this.#highs[i] = high(this.#rows[i]);
      }
      this.#raise(from, to);
    }
  }
  #raise(from, to) {
    if (from >= to) return 0;
    const middle = from + to >> 1;
    return this.#tops[middle] = Math.max(this.#highs[middle], this.#raise(from, middle), this.#raise(middle + 1, to));
  }
  /** The set by whose ends the fewest rules of a bucket could contain each other, judged by a few of them. */
  #tellingSet(from, to) {
    const { pools, sets } = this.#columns;
    const step = Math.ceil((to - from) / CROWDED);
    const lows = new Float64Array(CROWDED);
    const highs = new Float64Array(CROWDED);
    let best = 0;
    let fewest = Infinity;
    for (const s of SETS) {
      let count = 0;
      for (let i = from; i < to; i += step) {
        const number = sets[s][this.#rows[i]];
        lows[count] = pools[s].low(number);
        highs[count++] = pools[s].high(number);
      }
      let pairs = 0;
      for (let a = 0; a < count; a++) {
        const low = lows[a];
        const high = highs[a];
        for (let b = 0; b < count; b++) if (lows[b] <= low && highs[b] >= high) pairs++;
      }
      if (pairs < fewest) {
        fewest = pairs;
        best = s;
      }
    }
    return best;
  }
};
var keyOf2 = (outbound, kind, length, value) => mix(mix(mix(0, outbound | kind << 2 | length << 8), value), length) || 1;
function freeSlot(keys, key) {
  const mask = keys.length - 1;
  let slot = key & mask;
  for (let probe = 1; probe <= MAX_PROBES; probe++) {
    const held = keys[slot];
    if (held === key || held === 0) return slot;
    slot = slot + probe & mask;
  }
  return -1;
}
var bitsOf = (s) => s < LOCAL_ADDRESSES ? 16 : 32;
var smallLength = (s, from, to) => bitsOf(s) - 32 + Math.clz32(from ^ to) & -SMALL_STEP;
var smallPrefix = (s, from, length) => length === 0 ? 0 : from >>> bitsOf(s) - length;
function largeLength(words, at) {
  for (let i = 0; i < 4; i++) {
    const difference = words[at + i] ^ words[at + 4 + i];
    if (difference !== 0) return 32 * i + Math.clz32(difference) & -LARGE_STEP;
  }
  return 128;
}
function largePrefix(words, at, length) {
  let hash = 0;
  for (let i = 0, left = length; left > 0; i++, left -= 32) hash = mix(hash, left >= 32 ? words[at + i] : words[at + i] >>> 32 - left);
  return hash;
}
var powerAbove = (count) => 2 ** Math.ceil(Math.log2(Math.max(64, count)));
function sortedBy(rows, low) {
  if (rows.length > 2 ** 21) return rows.sort((a, b) => low(a) - low(b) || a - b);
  const keys = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) keys[i] = low(rows[i]) * 2 ** 21 + i;
  keys.sort();
  const sorted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[i] = rows[keys[i] % 2 ** 21];
  return sorted;
}
var MOST_STEPS = 32;
var MOST_PIECES = 64;
var CROWD = 64;
var LONG = 64;
function coverOf(row, columns, index2) {
  for (let corner = 0; corner < 2; corner++) {
    const crowd = atCorner(row, corner === 1, columns, index2);
    if (crowd === 0 || crowd > CROWD) return void 0;
  }
  const whole = boxOf(row, columns);
  let region = isLong(whole) ? [] : [whole];
  const cover = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const piece = region[0];
    if (!piece) return cover.length > 0 ? cover.sort((a, b) => a - b) : void 0;
    const candidates = [...new Set(containersOf(piece, row, columns, index2))];
    if (candidates.length === 0 || candidates.length > CROWD) return void 0;
    let best;
    let most = 0;
    for (const candidate of candidates) {
      const box2 = boxOf(candidate, columns);
      const size = isLong(box2) ? 0 : sizeOf(meet(piece, box2));
      if (size > most) {
        most = size;
        best = candidate;
      }
    }
    if (best === void 0) return void 0;
    const box = boxOf(best, columns);
    cover.push(best);
    region = region.flatMap((part) => without2(part, box));
    if (region.length > MOST_PIECES) return void 0;
  }
  return void 0;
}
function boxOf(row, columns) {
  const rule = columns.ruleAt(row);
  const shape = columns.shape[row];
  return {
    profiles: shape >> PROFILE_SHIFT & 7,
    interfaces: shape >> INTERFACE_SHIFT & 31,
    ports: [rule.localPorts, rule.remotePorts],
    addresses: [rule.localAddresses, rule.remoteAddresses]
  };
}
var isLong = ({ ports, addresses }) => ports.some((p) => p.ranges.length > LONG) || addresses.some((a) => a.v4.length + a.v6.length > LONG);
var EITHER = 7 << PROFILE_SHIFT | 31 << INTERFACE_SHIFT;
function makePacket(row, profile, type, columns) {
  const packet = columns.count;
  columns.shape[packet] = columns.shape[row] & ~EITHER | profile << PROFILE_SHIFT | type << INTERFACE_SHIFT;
  columns.programs[packet] = columns.programs[row];
  columns.services[packet] = columns.services[row];
  columns.extras[packet] = columns.extras[row];
  return packet;
}
var lowest = (bits2) => bits2 & -bits2;
var greatest = (bits2) => 1 << 31 - Math.clz32(bits2);
function atCorner(row, highest, columns, index2) {
  const shape = columns.shape[row];
  const end = highest ? greatest : lowest;
  const packet = makePacket(row, end(shape >> PROFILE_SHIFT & 7), end(shape >> INTERFACE_SHIFT & 31), columns);
  const ports = columns.pools[LOCAL_PORTS];
  const addresses = columns.pools[LOCAL_ADDRESSES];
  const portMark = ports.size;
  const addressMark = addresses.size;
  const whole = columns.hasPorts(row) ? LOCAL_PORTS : LOCAL_ADDRESSES;
  for (let s = 0; s < SETS.length; s++) {
    const number = columns.sets[s][row];
    columns.sets[s][packet] = s < whole ? number : columns.pools[s].borrowEnd(number, highest);
  }
  const found = index2.containersOf(packet, row, CROWD).length;
  ports.release(portMark);
  addresses.release(addressMark);
  return found;
}
function containersOf(box, row, columns, index2) {
  const packet = makePacket(row, lowest(box.profiles), lowest(box.interfaces), columns);
  const [ports, , addresses] = columns.pools;
  const [portMark, addressMark] = [ports.size, addresses.size];
  for (const s of SETS) {
    const pool = columns.pools[s];
    if (s >= LOCAL_ADDRESSES) stageAddress(pool, box.addresses[s - LOCAL_ADDRESSES]);
    else if (columns.hasPorts(row)) stagePort(pool, box.ports[s]);
    columns.sets[s][packet] = s < LOCAL_ADDRESSES && !columns.hasPorts(row) ? columns.sets[s][row] : pool.borrow();
  }
  const found = index2.containersOf(packet, row, CROWD);
  ports.release(portMark);
  addresses.release(addressMark);
  return found;
}
function stagePort(pool, { ranges, keywords }) {
  const port = ranges[0]?.[0];
  pool.stagePorts(port === void 0 ? [] : [[port, port]], port === void 0 ? keywords.slice(0, 1) : []);
}
function stageAddress(pool, { v4, v6, keywords }) {
  const small = v4[0]?.[0];
  const large = v6[0]?.[0];
  if (small !== void 0) pool.stageAddresses([[small, small]], [], []);
  else if (large !== void 0) pool.stageAddresses([], [[large, large]], []);
  else pool.stageAddresses([], [], keywords.slice(0, 1));
}
var meet = (a, b) => ({
  profiles: a.profiles & b.profiles,
  interfaces: a.interfaces & b.interfaces,
  ports: [intersect(a.ports[0], b.ports[0]), intersect(a.ports[1], b.ports[1])],
  addresses: [shared(a.addresses[0], b.addresses[0]), shared(a.addresses[1], b.addresses[1])]
});
function without2(a, b) {
  const inside = meet(a, b);
  if (isNothing2(inside)) return [a];
  const out = [
    { ...a, profiles: a.profiles & ~b.profiles },
    { ...a, profiles: inside.profiles, interfaces: a.interfaces & ~b.interfaces },
    { ...inside, ports: [subtract(a.ports[0], b.ports[0]), a.ports[1]], addresses: a.addresses },
    { ...inside, ports: [inside.ports[0], subtract(a.ports[1], b.ports[1])], addresses: a.addresses },
    { ...inside, addresses: [rest(a.addresses[0], b.addresses[0]), a.addresses[1]] },
    { ...inside, addresses: [inside.addresses[0], rest(a.addresses[1], b.addresses[1])] }
  ];
  return out.filter((box) => !isNothing2(box));
}
var isNothing2 = ({ profiles, interfaces, ports, addresses }) => profiles === 0 || interfaces === 0 || ports.some(isEmpty) || addresses.some(isNoAddress);
var holds = (set, word) => isAnyAddress(set) || set.keywords.includes(word) || set.keywords.includes(word.replace(/[46]$/, ""));
var shared = (a, b) => ({ ...intersectAddresses(a, b), keywords: a.keywords.filter((word) => holds(b, word)) });
var rest = (a, b) => ({ ...subtractAddresses(a, b), keywords: a.keywords.filter((word) => !holds(b, word)) });
function sizeOf({ profiles, interfaces, ports, addresses }) {
  let size = ones(profiles) * ones(interfaces);
  for (const set of ports) size *= isAnyPort(set) ? 65536 : set.keywords.length + set.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  for (const { v4, v6, keywords } of addresses) {
    size *= keywords.length + v4.reduce((sum, [from, to]) => sum + to - from + 1, 0) + v6.reduce((sum, [from, to]) => sum + Number(to - from) + 1, 0);
  }
  return size;
}
var ones = (bits2) => bits2.toString(2).replaceAll("0", "").length;
var UNION_LIMIT = 5e3;
function findShadowed(groups2) {
  const columns = new Columns(groups2);
  const { count, active } = columns;
  const reasons = new Int32Array(count);
  const useless = new Uint8Array(count + 1);
  const covers2 = /* @__PURE__ */ new Map();
  const distinct = firstOfEach(columns, (later, earlier) => {
    reasons[later] = earlier + 1;
    useless[later] = 1;
  });
  const index2 = new ShadowIndex(columns, distinct, useless);
  for (const row of distinct) reasons[row] = (index2.container(row) ?? -1) + 1;
  for (let row = 0; row < count; row++) if (reasons[row] !== 0) useless[row] = 1;
  for (const row of active <= UNION_LIMIT ? distinct : []) {
    const cover = useless[row] === 1 ? void 0 : coverOf(row, columns, index2);
    if (!cover) continue;
    covers2.set(row, cover);
    useless[row] = 1;
  }
  const shadows = [];
  for (let row = 0; row < count; row++) {
    if (useless[row] === 0) continue;
    const reason = reasons[row] - 1;
    const by = reason < 0 ? covers2.get(row) ?? [] : [reason];
    const kind = reason >= 0 && columns.equal(row, reason) ? "duplicate" : "shadowed";
    shadows.push({ rule: columns.ruleAt(row), kind, by: by.map((other) => columns.ruleAt(other)) });
  }
  return { shadows, complete: index2.complete };
}
function firstOfEach(columns, repeats) {
  const rows = new Int32Array(columns.active);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, columns.active * 2))));
  const mask = slots.length - 1;
  let count = 0;
  search: for (let row = 0; row < columns.count; row++) {
    if ((columns.shape[row] & ACTIVE) === 0) continue;
    let slot = columns.hash(row) & mask;
    for (let probe = 1; probe <= MAX_PROBES; probe++) {
      const held = slots[slot] - 1;
      if (held < 0) {
        slots[slot] = row + 1;
        break;
      }
      if (columns.equal(held, row)) {
        repeats(row, held);
        continue search;
      }
      slot = slot + probe & mask;
    }
    rows[count++] = row;
  }
  return rows.subarray(0, count);
}
var MOST_STEPS2 = 8e6;
function newlyOpened(before, after, keyOf5) {
  const old = before ? enforced(before, keyOf5) : [];
  const now = enforced(after, keyOf5);
  const oldAllows = index(old.filter((e) => e.rule.action === "allow"));
  const blocksNow = profilesByKey(now, "block");
  const allowed = profilesByKey(old, "allow");
  const nowBlocks = index(now.filter((e) => e.rule.action === "block"));
  const goneBlocks = index(old.flatMap((e) => {
    const gone = e.rule.action === "block" ? e.profiles & ~(blocksNow.get(e.key) ?? 0) : 0;
    return gone === 0 ? [] : [{ ...e, profiles: gone }];
  }));
  const opened = [];
  const budget = { left: MOST_STEPS2 };
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
  const held = freed.some((e) => passing.some((p) => !isEmpty(intersect(p.ports, e.rule.localPorts)) && !isNoAddress(intersectAddresses(p.addresses, e.rule.remoteAddresses))));
  if (held) return true;
  if (because !== "rule") return !isNothing(passing) && !oldAllows.some((e) => (e.profiles & bit) !== 0 && contextCovers(e.rule, rule) && includes(e.rule.localPorts, rule.localPorts) && includesAddresses(e.rule.remoteAddresses, rule.remoteAddresses));
  return !isNothing(minus(passing, oldAllows));
}
function enforced(policy, keyOf5) {
  const { groups: groups2, profiles } = policy;
  const out = [];
  const having = (test) => PROFILES.reduce((set, p) => test(p) ? set | profileBit(p) : set, 0);
  const active = having((p) => profiles[p].enabled && !profiles[p].blockAllInbound);
  for (const group of groups2) {
    for (const rule of group.rules) {
      if (rule.enabled !== true || rule.malformed !== void 0 || rule.direction !== "inbound" || rule.ipsec) continue;
      const where = rule.profiles & ~group.ignoredIn & active;
      if (where !== 0) out.push({ rule, profiles: where, key: keyOf5(rule), because: "rule" });
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
  const meet2 = (x, y) => x === void 0 || y === void 0 || x.toLowerCase() === y.toLowerCase();
  return (a.protocol === b.protocol || a.protocol === "any" || b.protocol === "any") && meet2(a.program, b.program) && meet2(a.service, b.service);
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
function fingerprint(parts) {
  let a = 3735928559;
  let b = 1103547991;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
    a = Math.imul(a ^ 65536, 2654435761);
    b = Math.imul(b ^ 65536, 1597334677);
  }
  a = Math.imul(a ^ a >>> 16, 2246822507) ^ Math.imul(b ^ b >>> 13, 3266489909);
  b = Math.imul(b ^ b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
  return (b >>> 0).toString(16).padStart(8, "0") + (a >>> 0).toString(16).padStart(8, "0");
}
var make;
async function prepareGlob() {
  make ??= (await Promise.resolve().then(() => __toESM(require("./text-picomatch.js")))).picomatch;
}
var hasWildcard = (pattern) => /[*?[\]]|\{[^{}]*,[^{}]*\}|[!@+]\(/.test(pattern);
function pathMatcher(pattern) {
  const clean = pattern.replace(/^(\.\/)+/, "").replace(/\/+$/, "");
  if (clean === "" || clean === ".") return () => true;
  const lower = clean.toLowerCase();
  const literal = (path) => {
    const p = path.toLowerCase();
    return p === lower || p.startsWith(`${lower}/`);
  };
  if (!hasWildcard(clean) || !make) return literal;
  const glob = make(clean.replace(/\{([^{},]*)\}/g, "\\{$1\\}"), { dot: true, nobrace: !/\{[^{}]*,[^{}]*\}/.test(clean), nocase: true });
  return (path) => literal(path) || glob(path) || parents(path).some((parent) => glob(parent));
}
function parents(path) {
  const out = [];
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) out.push(path.slice(0, at));
  return out;
}
var NEAR_END_DAYS = 14;
function suppress(all, input) {
  const { trust, today } = input;
  const entries = input.ignore.map((entry) => trusted(entry, trust, today));
  const inBaseline = baselineMatcher(input.baseline?.entries ?? []);
  const merged = trust && new Set(trust.baseline.map((e) => e.fingerprint));
  const usedBaseline = /* @__PURE__ */ new Set();
  const pending = [];
  const findings = [];
  const suppressed = [];
  const marked = /* @__PURE__ */ new Map();
  for (const finding of all) {
    const fitting = entries.filter((e) => e.matches(finding));
    for (const e of fitting) e.used = true;
    const match = fitting.find((e) => !e.expired && !e.pending);
    const inline = match ? void 0 : inlineReason(finding, input, marked);
    const inlineCounts = inline !== void 0 && (!trust || trust.inline.has(finding.fingerprint));
    const held = inBaseline(finding);
    for (const e of held) usedBaseline.add(e);
    const heldCounts = held.length > 0 && held.every((e) => !merged || merged.has(e.fingerprint));
    if (match) suppressed.push({ ...finding, suppressedBy: { kind: "config", reason: match.entry.reason, expires: match.entry.expires } });
    else if (inlineCounts) suppressed.push({ ...finding, suppressedBy: { kind: "inline", reason: inline } });
    else if (heldCounts) suppressed.push({ ...finding, suppressedBy: { kind: "baseline", reason: input.baseline?.path ?? "" } });
    else {
      findings.push(finding);
      const waits = fitting.find((e) => e.pending && !e.expired)?.entry.place ?? (inline === void 0 ? held.find((e) => !merged?.has(e.fingerprint))?.place : finding.location);
      if (waits) pending.push(waits);
    }
  }
  return { findings, suppressed, housekeeping: [...ofEntries(entries, input), ...ofBaseline(input, usedBaseline), ...ofPending(pending, input)] };
}
function trusted(entry, trust, today) {
  const twin = trust?.ignore.filter((e) => keyOf3(e) === keyOf3(entry)).sort((a, b) => a.expires < b.expires ? 1 : -1)[0];
  const expires = twin && twin.expires < entry.expires ? twin.expires : entry.expires;
  return { entry, matches: matcherOf(entry), expired: entry.expires < today, pending: trust !== void 0 && (!twin || expires < today), used: false };
}
var keyOf3 = ({ code, requirement, target, path }) => JSON.stringify([code, requirement, target, path]);
function matcherOf(entry) {
  const path = entry.path === void 0 ? void 0 : pathMatcher(entry.path);
  return (finding) => finding.code === entry.code && (entry.requirement === void 0 || finding.requirements.includes(entry.requirement)) && (entry.target === void 0 || finding.target === entry.target) && (path === void 0 || path(finding.location.path));
}
var INLINE = /configmgr-firewall-lint-ignore\s+([a-z-]+)\s+--\s+(\S.*?)\s*(?:\*\/|-->|#>)?\s*$/;
function inlineReason({ code, location }, { lineOf, textHas }, marked) {
  if (location.offset !== void 0) return void 0;
  let has = marked.get(location.path);
  if (has === void 0) marked.set(location.path, has = textHas(location.path, "configmgr-firewall-lint-ignore"));
  if (!has) return void 0;
  for (const line of [location.line, location.line - 1]) {
    const match = INLINE.exec((lineOf(location.path, line) ?? "").slice(-1e3));
    if (match?.[1] === code) return match[2];
  }
  return void 0;
}
function ofEntries(entries, { today, locale }) {
  const say = WORDS15[locale];
  return entries.flatMap(({ entry, used, expired }) => {
    const { code, reason, expires } = entry;
    const about = { span: spanAt2(entry.place), identity: keyOf3(entry), requirements: entry.requirement ? [entry.requirement] : [], ...entry.target && { target: entry.target } };
    if (!used) return [{ code: "ignore-unused", severity: "notice", draft: { ...about, message: say.unused(code, reason), remedy: say.remove } }];
    if (expired) return [{ code: "ignore-expired", severity: "warning", draft: { ...about, message: say.expired(code, expires, reason), remedy: say.renew } }];
    const days = daysBetween(today, expires);
    return days > NEAR_END_DAYS ? [] : [{ code: "ignore-expired", severity: "notice", draft: { ...about, identity: `soon ${about.identity}`, message: say.soon(code, expires, days, reason), remedy: say.renew } }];
  });
}
var daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 864e5);
function ofBaseline({ baseline, locale }, used) {
  const stale = baseline?.entries.filter((e) => !used.has(e)) ?? [];
  const [first] = stale;
  if (!first) return [];
  const names3 = stale.slice(0, 8).map((e) => [e.code, e.target, e.requirements.slice(0, 3).join(", ")].filter(Boolean).join(" / "));
  const say = WORDS15[locale];
  return [{
    code: "ignore-unused",
    severity: "notice",
    draft: { span: spanAt2(first.place), identity: "baseline", message: say.stale(stale.length, names3.join("; "), stale.length > names3.length), remedy: say.rewrite }
  }];
}
function ofPending(places, { locale }) {
  const [first] = places;
  if (!first) return [];
  const say = WORDS15[locale];
  return [{ code: "ignore-unused", severity: "notice", draft: { span: spanAt2(first), identity: "pending", message: say.pending(places.length), remedy: say.later } }];
}
var spanAt2 = (place) => ({ origin: { path: place.path, place: () => place, line: () => void 0 }, start: 0, end: 0 });
var WORDS15 = {
  en: {
    expired: (code, date, reason) => `The ignore entry for ${code} ("${reason}") expired on ${date}; what it held back counts again.`,
    soon: (code, date, days, reason) => `The ignore entry for ${code} ("${reason}") expires ${days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`}, after ${date}; what it holds back counts again then.`,
    unused: (code, reason) => `The ignore entry for ${code} ("${reason}") holds nothing back any more.`,
    stale: (count, names3, more2) => `${count} ${count === 1 ? "entry" : "entries"} of the baseline hold nothing back any more: ${names3}${more2 ? "; \u2026" : ""}.`,
    pending: (count) => `This change adds or prolongs suppressions for ${count} of the findings here. Those of the base commit count: what a change adds takes effect once merged.`,
    renew: "Mend the finding, or give the entry a new date with its reason.",
    remove: "Remove the entry.",
    rewrite: "Write the baseline again with check --write-baseline, so that a finding that comes back is seen.",
    later: "Mend the findings, or let a reviewer decide to merge with them."
  },
  ko: {
    expired: (code, date, reason) => `${code} \uBB34\uC2DC \uD56D\uBAA9("${reason}")\uC774 ${date}\uC5D0 \uB9CC\uB8CC\uB418\uC5B4 \uD574\uB2F9 \uACB0\uACFC\uAC00 \uB2E4\uC2DC \uC9D1\uACC4\uB429\uB2C8\uB2E4.`,
    soon: (code, date, days, reason) => `${code} \uBB34\uC2DC \uD56D\uBAA9("${reason}")\uC774 ${days}\uC77C \uD6C4(${date} \uC774\uD6C4) \uB9CC\uB8CC\uB418\uBA70 \uADF8\uB54C \uD574\uB2F9 \uACB0\uACFC\uAC00 \uB2E4\uC2DC \uC9D1\uACC4\uB429\uB2C8\uB2E4.`,
    unused: (code, reason) => `${code} \uBB34\uC2DC \uD56D\uBAA9("${reason}")\uC740 \uB354 \uC774\uC0C1 \uD574\uB2F9\uD558\uB294 \uACB0\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4.`,
    stale: (count, names3, more2) => `\uAE30\uC900\uC120 \uD56D\uBAA9 ${count}\uAC1C\uC5D0 \uB354 \uC774\uC0C1 \uD574\uB2F9\uD558\uB294 \uACB0\uACFC\uAC00 \uC5C6\uC2B5\uB2C8\uB2E4: ${names3}${more2 ? "; \u2026" : ""}.`,
    pending: (count) => `\uC774 \uBCC0\uACBD\uC740 \uC5EC\uAE30\uC758 \uACB0\uACFC ${count}\uAC1C\uC5D0 \uB300\uD55C \uBB34\uC2DC \uD56D\uBAA9\uC744 \uCD94\uAC00\uD558\uAC70\uB098 \uC5F0\uC7A5\uD569\uB2C8\uB2E4. \uAE30\uC900 \uCEE4\uBC0B\uC758 \uD56D\uBAA9\uB9CC \uC801\uC6A9\uB418\uBA70, \uBCC0\uACBD\uC774 \uCD94\uAC00\uD55C \uD56D\uBAA9\uC740 \uBCD1\uD569 \uD6C4\uC5D0 \uC801\uC6A9\uB429\uB2C8\uB2E4.`,
    renew: "\uBB38\uC81C\uB97C \uD574\uACB0\uD558\uAC70\uB098 \uC774\uC720\uC640 \uD568\uAED8 \uC0C8 \uB0A0\uC9DC\uB97C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624.",
    remove: "\uD56D\uBAA9\uC744 \uC81C\uAC70\uD558\uC2ED\uC2DC\uC624.",
    rewrite: "\uB2E4\uC2DC \uB098\uD0C0\uB098\uB294 \uBB38\uC81C\uB97C \uBCFC \uC218 \uC788\uB3C4\uB85D check --write-baseline\uC73C\uB85C \uAE30\uC900\uC120\uC744 \uB2E4\uC2DC \uC791\uC131\uD558\uC2ED\uC2DC\uC624.",
    later: "\uBB38\uC81C\uB97C \uD574\uACB0\uD558\uAC70\uB098, \uADF8\uB300\uB85C \uBCD1\uD569\uD560\uC9C0 \uAC80\uD1A0\uC790\uAC00 \uACB0\uC815\uD558\uB3C4\uB85D \uD558\uC2ED\uC2DC\uC624."
  }
};
function finish(input) {
  const { config, trust } = input;
  const seen = /* @__PURE__ */ new Map();
  const kept = /* @__PURE__ */ new Set();
  const severityFor = (code, byDefault) => {
    const own = config.severity.get(code) ?? byDefault;
    const before = trust ? trust.severity.get(code) ?? byDefault : own;
    if (RANK2[own] >= RANK2[before]) return own;
    kept.add(code);
    return before;
  };
  const assumed = trust ? new Set([...input.assumed].filter(trust.assumed)) : input.assumed;
  const all = input.drafts.flatMap(({ code, severity, draft }) => {
    const chosen = severityFor(code, lowered(draft.severity ?? severity, draft, assumed));
    return chosen === "off" ? [] : [findingOf(code, chosen, draft)];
  }).sort(byPlace).map((finding) => numbered(finding, seen));
  const { findings: left, suppressed, housekeeping } = suppress(all, { ...input, ignore: config.ignore, baseline: input.baseline, trust });
  const findings = [...left];
  for (const { code, severity, draft } of housekeeping) {
    const chosen = severityFor(code, severity);
    if (chosen !== "off") findings.push(numbered(findingOf(code, severity === "notice" && code === "ignore-expired" ? "notice" : chosen, draft), seen));
  }
  findings.sort(byPlace);
  return {
    schemaVersion: 1,
    tool: { name: "configmgr-firewall-lint", version: input.version },
    model: input.model,
    assumptions: [...input.assumptions, ...[...kept].map((code) => `this change lowers the severity of ${code}: until it is merged the one of the base commit counts`)].sort(),
    files: [...input.files].sort((a, b) => compare2(a.path, b.path)),
    targets: input.targets.map(({ policy, verdicts }) => ({
      name: policy.target.name,
      role: policy.target.role,
      layers: [...new Set(policy.target.layers.map((l) => l.path))],
      requirements: verdicts.map(({ requirement, status, allowedBy, because }) => ({
        id: requirement.id,
        feature: requirement.feature,
        status,
        severity: requirement.severity,
        by: allowedBy.slice(0, 8).map((rule) => {
          const { path, line } = placeOf(rule.source);
          return { path, line, name: rule.name };
        }),
        ...because !== void 0 && { because },
        peer: requirement.peer,
        direction: requirement.from === requirement.role ? "outbound" : "inbound"
      }))
    })),
    findings,
    suppressed,
    summary: summaryOf(findings, suppressed, input.targets)
  };
}
var RANK2 = { error: 3, warning: 2, notice: 1, off: 0 };
function lowered(severity, draft, assumed) {
  return severity === "error" && draft.target !== void 0 && (draft.requirements?.length ?? 0) > 0 && assumed.has(draft.target) ? "warning" : severity;
}
function findingOf(code, severity, draft) {
  const requirements = draft.requirements ?? [];
  return {
    code,
    ...draft.reason !== void 0 && { reason: draft.reason },
    severity,
    ...draft.target !== void 0 && { target: draft.target },
    requirements,
    features: draft.features ?? [],
    message: draft.message,
    remedy: draft.remedy,
    location: placeOf(draft.span),
    related: (draft.related ?? []).map(({ span, message: message2 }) => {
      const { path, line } = placeOf(span);
      return { path, line, message: message2 };
    }),
    ...draft.witness && { witness: draft.witness },
    ...draft.fix && { fix: draft.fix },
    // Where a setting is at fault, the needs that it cuts today are no part of what it is.
    fingerprint: fingerprint([code, draft.target ?? "", isNeedCode(code) || code.startsWith("ignore-") ? [...requirements].sort().join(",") : "", draft.reason ?? "", draft.identity ?? ""])
  };
}
function numbered(finding, seen) {
  const count = (seen.get(finding.fingerprint) ?? 0) + 1;
  seen.set(finding.fingerprint, count);
  return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
}
var compare2 = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function byPlace(a, b) {
  return compare2(a.location.path, b.location.path) || a.location.line - b.location.line || a.location.column - b.location.column || compare2(a.code, b.code) || (a.location.offset ?? 0) - (b.location.offset ?? 0) || compare2(a.fingerprint, b.fingerprint);
}
function summaryOf(findings, suppressed, targets) {
  const count = (severity) => findings.filter((f) => f.severity === severity).length;
  const counted = targets.flatMap((t) => t.verdicts).filter((v) => v.status !== "not-applicable" && v.requirement.severity !== "informational");
  return {
    error: count("error"),
    warning: count("warning"),
    notice: count("notice"),
    satisfied: counted.filter((v) => v.status === "satisfied").length,
    required: counted.length,
    suppressed: suppressed.length
  };
}
var MOST_TEXT = 5e5;
function fixOf({ rule, values }, file, parse) {
  if (rule.source.origin !== file.origin || file.text.length > MOST_TEXT) return void 0;
  const { text } = file;
  const before = rulesAt(parse(file), rule.source.start);
  if (before.at.length !== 1) return void 0;
  const wanted = meaning(changedRule(before.at[0], values));
  for (const edit of editsFor(rule, values, text)) {
    const after = rulesAt(parse(sourceText(file.path, text.slice(0, edit.start) + edit.text + text.slice(edit.end))), rule.source.start);
    const [only] = after.at;
    if (only && after.at.length === 1 && after.count === before.count && after.problems <= before.problems && meaning(only) === wanted) return linesOf(edit, file);
  }
  return void 0;
}
function rulesAt({ parts, problems }, start) {
  const all = parts.flatMap((part) => part.rules);
  return { at: all.filter((rule) => rule.source.start === start), count: all.length, problems: problems.length };
}
function meaning(rule) {
  const { text: _l, ...localPorts } = rule.localPorts;
  const { text: _r, ...remotePorts } = rule.remotePorts;
  const { text: _a, ...remoteAddresses } = rule.remoteAddresses;
  const { source: _s, localPorts: _lp, remotePorts: _rp, remoteAddresses: _ra, ...rest2 } = neutralRule(rule);
  return JSON.stringify([rest2, localPorts, remotePorts, remoteAddresses], (_key, value) => typeof value === "bigint" ? String(value) : value);
}
function editsFor(rule, values, text) {
  const { source } = rule;
  const whole = text.slice(source.start, source.end);
  const field = (name) => {
    const part = partOf(rule, name);
    return part === source ? void 0 : { start: part.start, end: part.end, text: text.slice(part.start, part.end) };
  };
  const token = (names3) => {
    const last = [...whole.matchAll(new RegExp(`(?<=\\|)(?:${names3})=[^|]*\\|`, "gi"))].at(-1);
    return last && { start: source.start + last.index, end: source.start + last.index + last[0].length, text: last[0] };
  };
  if (values.enabled === true) {
    const [part, active] = [field("enabled"), token("Active")];
    const on = (edit) => ({ ...edit, text: edit.text.replace(/false|disabled?|no/i, (word) => like(word, ON.get(word.toLowerCase()) ?? word)) });
    return [...part ? [on(part)] : [], ...active ? [on(active)] : []];
  }
  if (values.profiles !== void 0) {
    const added = PROFILES.filter((p) => (values.profiles & ~rule.profiles & profileBit(p)) !== 0).map((p) => `${p.charAt(0).toUpperCase()}${p.slice(1)}`);
    return [...longer(field("profiles"), added), ...more(token("Profile"), added.map((p) => `Profile=${p}|`))];
  }
  if (values.remoteAddresses !== void 0) {
    const added = onlyNew(values.remoteAddresses, rule.remoteAddresses);
    return [...longer(field("remoteAddresses"), added), ...more(token("RA4|RA6"), added.map((a) => `${a.includes(":") ? "RA6" : "RA4"}=${a}|`))];
  }
  for (const [name, key] of [["localPorts", "LPort"], ["remotePorts", "RPort"]]) {
    const set = values[name];
    if (set === void 0) continue;
    const ports = portTexts(set);
    const [part, port] = [field(name), token(key)];
    return [
      ...part ? [ports.join(","), ports.map((p) => `'${p}'`).join(", ")].map((p) => ({ ...part, text: p })) : [],
      ...port ? [{ ...port, text: ports.map((p) => `${key}=${p}|`).join("") }] : []
    ];
  }
  return [];
}
var ON = /* @__PURE__ */ new Map([["false", "true"], ["no", "yes"], ["disable", "enable"], ["disabled", "enabled"]]);
var like = (model, word) => model === model.toUpperCase() ? word.toUpperCase() : model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
function longer(edit, items) {
  if (!edit || items.length === 0) return [];
  const quote = /^@?\(?\s*(['"])/.exec(edit.text)?.[1] ?? "";
  const body = edit.text.replace(/\s*\)$/, "");
  const close = edit.text.slice(body.length);
  const ways = [[quote, quote === "" ? "," : ", "], ["'", ", "]];
  return ways.map(([q, comma]) => ({ ...edit, text: `${body}${items.map((item) => `${comma}${q}${item}${q}`).join("")}${close}` }));
}
var more = (edit, tokens) => edit && tokens.length > 0 ? [{ ...edit, text: edit.text + tokens.join("") }] : [];
function onlyNew(wide, narrow) {
  const had = new Set(addressTexts(narrow));
  return addressTexts(wide).filter((address) => !had.has(address));
}
function linesOf({ start, end, text }, { origin }) {
  const place = origin.place(start, end);
  const was = [];
  for (let line = place.line; line <= place.endLine; line++) was.push(origin.line(line) ?? "");
  const [first, last] = [was[0] ?? "", was.at(-1) ?? ""];
  return { startLine: place.line, endLine: place.endLine, was, lines: `${first.slice(0, place.column - 1)}${text}${last.slice(place.endColumn - 1)}`.split(/\r\n|\r|\n/) };
}
function applyFixes(text, fixes) {
  const lines = text.split(/(?<=\n)|(?<=\r)(?!\n)/);
  const taken = /* @__PURE__ */ new Set();
  for (const { startLine, was, lines: replacement } of fixes) {
    const numbers = was.map((_, i) => startLine - 1 + i);
    if (numbers.some((n) => taken.has(n))) continue;
    for (const n of numbers) taken.add(n);
    const end = /[\r\n]*$/.exec(lines[numbers.at(-1) ?? 0] ?? "")?.[0] ?? "";
    const inner = /[\r\n]*$/.exec(lines[0] ?? "")?.[0] || "\n";
    for (const n of numbers) lines[n] = "";
    lines[startLine - 1] = replacement.join(inner) + end;
  }
  return lines.join("");
}
var OPERATIONS = "http://www.microsoft.com/GroupPolicy/GPOOperations";
var KINDS = /* @__PURE__ */ new Map([
  ["GroupPolicyBackupScheme", "backup"],
  ["BackupInst", "bkup-info"],
  ["Backups", "manifest"]
]);
var REGISTRY_EXTENSION = "{35378eac-683f-11d2-a89a-00c04fbbcfa2}";
function readBackupInfo(file) {
  const root = xmlRoot(file);
  const kind = root && (root.namespace === OPERATIONS || root.namespace === `${OPERATIONS}/Manifest`) ? KINDS.get(root.name) : void 0;
  if (kind === void 0) return void 0;
  const { roots, error } = readXml(file.text);
  const tops = roots.filter((node) => KINDS.get(node.name) === kind);
  const gpos = kind === "backup" ? tops.map((node) => coreSettings(node, file)) : kind === "bkup-info" ? tops.map(instance) : tops.flatMap((node) => node.children.filter((child) => child.name === "BackupInst").map(instance));
  return { kind, gpos, problems: error ? [xmlProblem(file, error)] : [] };
}
function instance(node) {
  return present({
    guid: textOf(node, "GPOGuid"),
    name: textOf(node, "GPODisplayName"),
    domain: textOf(node, "GPODomain"),
    backupId: textOf(node, "ID"),
    backupTime: textOf(node, "BackupTime")
  });
}
function coreSettings(root, file) {
  const core = childOf(root, "GroupPolicyObject", "GroupPolicyCoreSettings");
  if (!core) return {};
  const options = wholeNumber(textOf(core, "Options"));
  const extensions = childOf(core, "MachineExtensionGuids");
  const info = present({
    guid: textOf(core, "ID"),
    name: textOf(core, "DisplayName"),
    domain: textOf(core, "Domain"),
    computerEnabled: options === void 0 ? void 0 : (options & 2) === 0,
    wmiFilter: textOf(core, "WMIFilter"),
    registryExtension: extensions && extensions.text.toLowerCase().includes(REGISTRY_EXTENSION),
    machineVersion: wholeNumber(textOf(core, "MachineVersionNumber"))
  });
  const telling = info.computerEnabled === false ? "Options" : info.wmiFilter !== void 0 ? "WMIFilter" : info.registryExtension === false ? "MachineExtensionGuids" : info.machineVersion === 0 ? "MachineVersionNumber" : void 0;
  const place = telling === void 0 ? void 0 : childOf(core, telling);
  return place ? { ...info, source: file.span(place.start, place.end, telling) } : info;
}
function textOf(node, name) {
  return childOf(node, name)?.text.trim() || void 0;
}
var wholeNumber = (text) => text !== void 0 && /^\d{1,10}$/.test(text) ? Number(text) : void 0;
var present = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0));
var RULE_GROUPS = `{"file-and-printer-sharing":{"resource":"@FirewallAPI.dll,-28502","needed":true,"names":{"en":["File and Printer Sharing"],"ko":["\uD30C\uC77C \uBC0F \uD504\uB9B0\uD130 \uACF5\uC720"],"ja":["\u30D5\u30A1\u30A4\u30EB\u3068\u30D7\u30EA\u30F3\u30BF\u30FC\u306E\u5171\u6709"],"de":["Datei- und Druckerfreigabe"],"fr":["Partage de fichiers et d'imprimantes"],"es":["Compartir archivos e impresoras"],"zh-CN":["\u6587\u4EF6\u548C\u6253\u5370\u673A\u5171\u4EAB"],"zh-TW":["\u6A94\u6848\u53CA\u5370\u8868\u6A5F\u5171\u7528"],"ru":["\u041E\u0431\u0449\u0438\u0439 \u0434\u043E\u0441\u0442\u0443\u043F \u043A \u0444\u0430\u0439\u043B\u0430\u043C \u0438 \u043F\u0440\u0438\u043D\u0442\u0435\u0440\u0430\u043C"]},"minimum":[{"protocol":"tcp","ports":[445]}],"members":[{"name":"FPS-SMB-In-TCP","display":"File and Printer Sharing (SMB-In)","direction":"inbound","protocol":"tcp","ports":[445],"program":"System","resource":"-28511","variants":"scoped"},{"name":"FPS-SMB-Out-TCP","display":"File and Printer Sharing (SMB-Out)","direction":"outbound","protocol":"tcp","ports":[445],"program":"System","resource":"-28515","variants":"scoped"},{"name":"FPS-NB_Session-In-TCP","display":"File and Printer Sharing (NB-Session-In)","direction":"inbound","protocol":"tcp","ports":[139],"program":"System","resource":"-28503","variants":"scoped"},{"name":"FPS-NB_Session-Out-TCP","display":"File and Printer Sharing (NB-Session-Out)","direction":"outbound","protocol":"tcp","ports":[139],"program":"System","resource":"-28507","variants":"scoped"},{"name":"FPS-NB_Name-In-UDP","display":"File and Printer Sharing (NB-Name-In)","direction":"inbound","protocol":"udp","ports":[137],"program":"System","resource":"-28519","variants":"scoped"},{"name":"FPS-NB_Name-Out-UDP","display":"File and Printer Sharing (NB-Name-Out)","direction":"outbound","protocol":"udp","ports":[137],"program":"System","resource":"-28523","variants":"scoped"},{"name":"FPS-NB_Datagram-In-UDP","display":"File and Printer Sharing (NB-Datagram-In)","direction":"inbound","protocol":"udp","ports":[138],"program":"System","resource":"-28527","variants":"scoped"},{"name":"FPS-NB_Datagram-Out-UDP","display":"File and Printer Sharing (NB-Datagram-Out)","direction":"outbound","protocol":"udp","ports":[138],"program":"System","resource":"-28531","variants":"scoped"},{"name":"FPS-SpoolSvc-In-TCP","display":"File and Printer Sharing (Spooler Service - RPC)","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\spoolsv.exe","service":"Spooler","resource":"-28535","variants":"scoped"},{"name":"FPS-SpoolWorker-In-TCP","display":"File and Printer Sharing (Spooler Service Worker - RPC)","direction":"inbound","protocol":"tcp","ports":["RPC"],"program":"%SystemRoot%\\\\system32\\\\spoolsvworker.exe","variants":"scoped","since":"newer Windows builds only"},{"name":"FPS-RPCSS-In-TCP","display":"File and Printer Sharing (Spooler Service - RPC-EPMAP)","direction":"inbound","protocol":"tcp","ports":["RPC-EPMap"],"service":"Rpcss","resource":"-28539","variants":"scoped"},{"name":"FPS-ICMP4-ERQ-In","display":"File and Printer Sharing (Echo Request - ICMPv4-In)","direction":"inbound","protocol":"icmpv4","icmp":"8:*","resource":"-28543","variants":"scoped"},{"name":"FPS-ICMP4-ERQ-Out","display":"File and Printer Sharing (Echo Request - ICMPv4-Out)","direction":"outbound","protocol":"icmpv4","icmp":"8:*","resource":"-28544","variants":"scoped"},{"name":"FPS-ICMP6-ERQ-In","display":"File and Printer Sharing (Echo Request - ICMPv6-In)","direction":"inbound","protocol":"icmpv6","icmp":"128:*","resource":"-28545","variants":"scoped"},{"name":"FPS-ICMP6-ERQ-Out","display":"File and Printer Sharing (Echo Request - ICMPv6-Out)","direction":"outbound","protocol":"icmpv6","icmp":"128:*","resource":"-28546","variants":"scoped"},{"name":"FPS-LLMNR-In-UDP","display":"File and Printer Sharing (LLMNR-UDP-In)","direction":"inbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","resource":"-28548","remote":"LocalSubnet"},{"name":"FPS-LLMNR-Out-UDP","display":"File and Printer Sharing (LLMNR-UDP-Out)","direction":"outbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","resource":"-28550","remote":"LocalSubnet"},{"name":"FPS-SMBQ-In-UDP","direction":"inbound","protocol":"udp","nameOnly":true,"since":"server builds with SMB over QUIC"},{"name":"FPS-SMBQ-Out-UDP","direction":"outbound","protocol":"udp","nameOnly":true,"since":"server builds with SMB over QUIC"}]},"file-and-printer-sharing-restrictive":{"resource":"@FirewallAPI.dll,-28672","substitutes":"file-and-printer-sharing","since":"Windows 11 24H2, Windows Server 2025","names":{"en":["File and Printer Sharing (Restrictive)"],"ja":["\u30D5\u30A1\u30A4\u30EB\u3068\u30D7\u30EA\u30F3\u30BF\u30FC\u306E\u5171\u6709 (\u5236\u9650\u4ED8\u304D)"]},"members":[{"name":"FPS-SMB-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":[445],"program":"System","resource":"-28673"},{"name":"FPS-SMB-Out-TCP-V2","direction":"outbound","protocol":"tcp","ports":[445]},{"name":"FPS-RPCSS-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":["RPC-EPMap"],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Rpcss","resource":"-28679"},{"name":"FPS-SpoolSvc-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":["RPC"]},{"name":"FPS-SpoolWorker-In-TCP-V2","direction":"inbound","protocol":"tcp","ports":["RPC"]},{"name":"FPS-ICMP4-ERQ-In-V2","direction":"inbound","protocol":"icmpv4","icmp":"8:*"},{"name":"FPS-ICMP4-ERQ-Out-V2","direction":"outbound","protocol":"icmpv4","icmp":"8:*","program":"System","resource":"-28682"},{"name":"FPS-ICMP6-ERQ-In-V2","direction":"inbound","protocol":"icmpv6","icmp":"128:*"},{"name":"FPS-ICMP6-ERQ-Out-V2","direction":"outbound","protocol":"icmpv6","icmp":"128:*","program":"System","resource":"-28684"},{"name":"FPS-LLMNR-In-UDP-V2","direction":"inbound","protocol":"udp","ports":[5355],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dnscache","resource":"-28686","remote":"LocalSubnet"},{"name":"FPS-LLMNR-Out-UDP-V2","direction":"outbound","protocol":"udp","ports":[5355]}]},"windows-management-instrumentation":{"resource":"@FirewallAPI.dll,-34251","needed":true,"names":{"en":["Windows Management Instrumentation (WMI)"],"ko":["WMI(Windows Management Instrumentation)"],"de":["Windows-Verwaltungsinstrumentation (WMI)"],"fr":["Infrastructure de gestion Windows (WMI)"],"es":["Instrumental de administraci\xF3n de Windows (WMI)"],"zh-CN":["Windows Management Instrumentation (WMI)"],"zh-TW":["Windows Management Instrumentation (WMI)"]},"minimum":[{"protocol":"tcp","ports":["RPC-EPMap"]},{"protocol":"tcp","ports":["RPC"]}],"members":[{"name":"WMI-RPCSS-In-TCP","display":"Windows Management Instrumentation (DCOM-In)","direction":"inbound","protocol":"tcp","ports":[135],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"rpcss","resource":"-34252","variants":"scoped"},{"name":"WMI-WINMGMT-In-TCP","display":"Windows Management Instrumentation (WMI-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"winmgmt","resource":"-34254","variants":"scoped"},{"name":"WMI-ASYNC-In-TCP","display":"Windows Management Instrumentation (ASync-In)","direction":"inbound","protocol":"tcp","program":"%systemroot%\\\\system32\\\\wbem\\\\unsecapp.exe","resource":"-34256","variants":"scoped"},{"name":"WMI-WINMGMT-Out-TCP","display":"Windows Management Instrumentation (WMI-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"winmgmt","resource":"-34258","variants":"scoped"}]},"remote-assistance":{"resource":"@FirewallAPI.dll,-33002","legacyResources":["@xpsp2res.dll,-22019"],"needed":true,"names":{"en":["Remote Assistance"],"ko":["\uC6D0\uACA9 \uC9C0\uC6D0"],"ja":["\u30EA\u30E2\u30FC\u30C8 \u30A2\u30B7\u30B9\u30BF\u30F3\u30B9"],"de":["Remoteunterst\xFCtzung"],"fr":["Assistance \xE0 distance"],"es":["Asistencia remota"],"zh-CN":["\u8FDC\u7A0B\u534F\u52A9"],"zh-TW":["\u9060\u7AEF\u5354\u52A9"]},"minimum":[{"protocol":"tcp","ports":["RPC-EPMap"]},{"program":"msra.exe"},{"program":"raserver.exe"}],"members":[{"name":"RemoteAssistance-DCOM-In-TCP-NoScope-Active","display":"Remote Assistance (DCOM-In)","direction":"inbound","protocol":"tcp","ports":[135],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"rpcss","resource":"-33035","profiles":["domain"]},{"name":"RemoteAssistance-RAServer-In-TCP-NoScope-Active","display":"Remote Assistance (RA Server TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\raserver.exe","resource":"-33011","profiles":["domain"]},{"name":"RemoteAssistance-RAServer-Out-TCP-NoScope-Active","display":"Remote Assistance (RA Server TCP-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\raserver.exe","resource":"-33015","profiles":["domain"]},{"name":"RemoteAssistance-In-TCP-EdgeScope-Active","display":"Remote Assistance (TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33003","profiles":["domain","private"]},{"name":"RemoteAssistance-In-TCP-EdgeScope","display":"Remote Assistance (TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33003","profiles":["public"]},{"name":"RemoteAssistance-Out-TCP-Active","display":"Remote Assistance (TCP-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33007","profiles":["domain","private"]},{"name":"RemoteAssistance-Out-TCP","display":"Remote Assistance (TCP-Out)","direction":"outbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\msra.exe","resource":"-33007","profiles":["public"]},{"name":"RemoteAssistance-PnrpSvc-UDP-In-EdgeScope-Active","display":"Remote Assistance (PNRP-In)","direction":"inbound","protocol":"udp","ports":[3540],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33039","profiles":["domain","private"]},{"name":"RemoteAssistance-PnrpSvc-UDP-In-EdgeScope","display":"Remote Assistance (PNRP-In)","direction":"inbound","protocol":"udp","ports":[3540],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33039","profiles":["public"]},{"name":"RemoteAssistance-PnrpSvc-UDP-OUT-Active","display":"Remote Assistance (PNRP-Out)","direction":"outbound","protocol":"udp","program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33037","profiles":["domain","private"]},{"name":"RemoteAssistance-PnrpSvc-UDP-OUT","display":"Remote Assistance (PNRP-Out)","direction":"outbound","protocol":"udp","program":"%systemroot%\\\\system32\\\\svchost.exe","service":"pnrpsvc","resource":"-33037","profiles":["public"]},{"name":"RemoteAssistance-SSDPSrv-In-TCP-Active","display":"Remote Assistance (SSDP TCP-In)","direction":"inbound","protocol":"tcp","ports":[2869],"program":"System","resource":"-33027","profiles":["domain","private"],"remote":"LocalSubnet"},{"name":"RemoteAssistance-SSDPSrv-Out-TCP-Active","display":"Remote Assistance (SSDP TCP-Out)","direction":"outbound","protocol":"tcp","program":"System","resource":"-33031","profiles":["domain","private"],"remote":"LocalSubnet"},{"name":"RemoteAssistance-SSDPSrv-In-UDP-Active","display":"Remote Assistance (SSDP UDP-In)","direction":"inbound","protocol":"udp","ports":[1900],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Ssdpsrv","resource":"-33019","profiles":["domain","private"],"remote":"LocalSubnet"},{"name":"RemoteAssistance-SSDPSrv-Out-UDP-Active","display":"Remote Assistance (SSDP UDP-Out)","direction":"outbound","protocol":"udp","ports":[1900],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"Ssdpsrv","resource":"-33023","profiles":["domain","private"],"remote":"LocalSubnet"}]},"remote-desktop":{"resource":"@FirewallAPI.dll,-28752","needed":true,"names":{"en":["Remote Desktop"],"ko":["\uC6D0\uACA9 \uB370\uC2A4\uD06C\uD1B1"],"ja":["\u30EA\u30E2\u30FC\u30C8 \u30C7\u30B9\u30AF\u30C8\u30C3\u30D7"],"de":["Remotedesktop"],"fr":["Bureau \xE0 distance"],"es":["Escritorio remoto"],"zh-CN":["\u8FDC\u7A0B\u684C\u9762"],"zh-TW":["\u9060\u7AEF\u684C\u9762"]},"minimum":[{"protocol":"tcp","ports":[3389]}],"members":[{"name":"RemoteDesktop-UserMode-In-TCP","display":"Remote Desktop - User Mode (TCP-In)","direction":"inbound","protocol":"tcp","ports":[3389],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"termservice","resource":"-28775"},{"name":"RemoteDesktop-UserMode-In-UDP","display":"Remote Desktop - User Mode (UDP-In)","direction":"inbound","protocol":"udp","ports":[3389],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"termservice","resource":"-28776"},{"name":"RemoteDesktop-Shadow-In-TCP","display":"Remote Desktop - Shadow (TCP-In)","direction":"inbound","protocol":"tcp","program":"%SystemRoot%\\\\system32\\\\RdpSa.exe","resource":"-28778"}]},"delivery-optimization":{"resource":"@%systemroot%\\\\system32\\\\dosvc.dll,-100","names":{"en":["Delivery Optimization"]},"members":[{"name":"DeliveryOptimization-TCP-In","display":"Delivery Optimization (TCP-In)","direction":"inbound","protocol":"tcp","ports":[7680],"service":"dosvc"},{"name":"DeliveryOptimization-UDP-In","display":"Delivery Optimization (UDP-In)","direction":"inbound","protocol":"udp","ports":[7680],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"dosvc","resource":"-103"}]},"branchcache-content-retrieval":{"resource":"@peerdistsh.dll,-9000","names":{"en":["BranchCache - Content Retrieval (Uses HTTP)"],"es":["BranchCache: recuperaci\xF3n de contenido (usa HTTP)"]},"members":[{"name":"Microsoft-Windows-PeerDist-HttpTrans-In","display":"BranchCache Content Retrieval (HTTP-In)","direction":"inbound","protocol":"tcp","ports":[80],"program":"System","resource":"-10000"},{"name":"Microsoft-Windows-PeerDist-HttpTrans-Out","display":"BranchCache Content Retrieval (HTTP-Out)","direction":"outbound","protocol":"tcp","ports":[80],"program":"System"}]},"branchcache-peer-discovery":{"resource":"@peerdistsh.dll,-9001","names":{"en":["BranchCache - Peer Discovery (Uses WSD)"],"es":["BranchCache: detecci\xF3n del mismo nivel (usa WSD)"]},"members":[{"name":"Microsoft-Windows-PeerDist-WSD-In","display":"BranchCache Peer Discovery (WSD-In)","direction":"inbound","protocol":"udp","ports":[3702],"service":"PeerDistSvc"},{"name":"Microsoft-Windows-PeerDist-WSD-Out","display":"BranchCache Peer Discovery (WSD-Out)","direction":"outbound","protocol":"udp","ports":[3702],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"PeerDistSvc","resource":"-10003","remote":"LocalSubnet"}]},"remote-event-log-management":{"resource":"@FirewallAPI.dll,-29252","adjacentTo":"remote-diagnostics-fps-in","names":{"en":["Remote Event Log Management"],"de":["Remote-Ereignisprotokollverwaltung"]},"members":[{"name":"RemoteEventLogSvc-NP-In-TCP","display":"Remote Event Log Management (NP-In)","direction":"inbound","protocol":"tcp","ports":[445],"program":"System","resource":"-29257","variants":"scoped"},{"name":"RemoteEventLogSvc-In-TCP","display":"Remote Event Log Management (RPC)","direction":"inbound","protocol":"tcp","ports":["RPC"],"variants":"scoped"},{"name":"RemoteEventLogSvc-RPCSS-In-TCP","display":"Remote Event Log Management (RPC-EPMAP)","direction":"inbound","protocol":"tcp","ports":["RPC-EPMap"],"program":"%SystemRoot%\\\\system32\\\\svchost.exe","service":"RPCSS","resource":"-29265","variants":"scoped"}]},"performance-logs-and-alerts":{"resource":"@FirewallAPI.dll,-34752","adjacentTo":"remote-diagnostics-fps-in","names":{"en":["Performance Logs and Alerts"],"de":["Leistungsprotokolle und -warnungen"]},"members":[{"name":"PerfLogsAlerts-DCOM-In-TCP","display":"Performance Logs and Alerts (DCOM-In)","direction":"inbound","protocol":"tcp","ports":[135],"program":"%systemroot%\\\\system32\\\\svchost.exe","service":"rpcss","resource":"-34755","variants":"scoped"},{"name":"PerfLogsAlerts-PLASrv-In-TCP","display":"Performance Logs and Alerts (TCP-In)","direction":"inbound","protocol":"tcp","program":"%systemroot%\\\\system32\\\\plasrv.exe","resource":"-34753","variants":"scoped"}]}}`;
var groups;
var names;
function ruleGroups() {
  return groups ??= new Map(Object.entries(JSON.parse(RULE_GROUPS)).map(([id, group]) => [id, { ...group, id }]));
}
function findGroup(text) {
  return (names ??= groupNames()).get(keyOf4(text)) ?? names.get(stemOf(keyOf4(text)));
}
function groupNames() {
  const map = /* @__PURE__ */ new Map();
  const add = (text, group) => {
    if (!map.has(text)) map.set(text, group);
  };
  for (const group of ruleGroups().values()) {
    for (const text of [group.id, group.resource, ...group.legacyResources ?? [], ...Object.values(group.names).flat()]) add(keyOf4(text), group);
    for (const { name } of group.members) {
      add(keyOf4(name), group);
      add(stemOf(keyOf4(name)), group);
    }
  }
  return map;
}
var FOLDER = /^@(?:%systemroot%|%windir%|[a-z]:\\windows)\\system32\\/;
var keyOf4 = (text) => text.trim().toLowerCase().replaceAll("\u2019", "'").replace(FOLDER, "@");
var stemOf = (name) => name.replace(/-active$/, "").replace(/-noscope$/, "");
function membersOf(groupId, source) {
  const group = ruleGroups().get(groupId);
  return group ? group.members.flatMap((member) => copiesOf(group, member, source)) : [];
}
function selectPredefined(select, source) {
  const { ids, names: titles, groups: texts } = select;
  const meant = texts?.map((text) => findGroup(text)?.id ?? text);
  return [...ruleGroups().values()].flatMap((group) => {
    if (meant && !meant.some((text) => text === group.id || isNameOf(text, group))) return [];
    return membersOf(group.id, source).filter((rule) => (!ids || ids.some((id) => wildcard(id, rule.id ?? ""))) && (!titles || titles.some((name) => wildcard(name, rule.name))) && (select.direction === void 0 || select.direction === rule.direction) && (select.action === void 0 || select.action === rule.action) && (select.enabled === void 0 || select.enabled === rule.enabled) && (select.protocol === void 0 || select.protocol === rule.protocol) && (select.profiles === void 0 || (select.profiles & rule.profiles) !== 0) && (select.program === void 0 || select.program.toLowerCase() === rule.program?.toLowerCase()) && (select.service === void 0 || select.service.toLowerCase() === rule.service?.toLowerCase()));
  });
}
function isNameOf(pattern, group) {
  if (!/[*?]/.test(pattern)) return false;
  return [group.resource, ...Object.values(group.names).flat()].some((name) => wildcard(pattern.replaceAll("\u2019", "'"), name));
}
var LOCAL_SUBNET = addressSet([], [], ["local-subnet"], [], ["local-subnet"]);
function copiesOf(group, member, source) {
  const inbound = member.direction === "inbound";
  const ports = portsOf3(member.ports);
  const rule = makeRule({
    id: member.name,
    name: member.display ?? member.name,
    group: group.resource,
    direction: member.direction,
    enabled: false,
    protocol: parseProtocol(member.protocol),
    localPorts: inbound ? ports : ANY_PORTS,
    remotePorts: inbound ? ANY_PORTS : ports,
    icmp: member.icmp === void 0 ? [] : [member.icmp],
    program: member.program,
    service: member.service,
    profiles: member.profiles?.reduce((set, profile) => set | profileBit(profile), 0) ?? ALL_PROFILES,
    unmodelled: member.nameOnly ? ["ports=unknown"] : [],
    source,
    ...member.remote && { remoteAddresses: LOCAL_SUBNET }
  });
  if (member.variants !== "scoped") return [rule];
  return [
    { ...rule, id: `${member.name}-NoScope`, profiles: DOMAIN },
    { ...rule, profiles: PRIVATE | PUBLIC, remoteAddresses: LOCAL_SUBNET }
  ];
}
var WORDS16 = /* @__PURE__ */ new Map([["RPC", "rpc"], ["RPC-EPMap", "rpc-epmap"]]);
function portsOf3(list) {
  if (!list) return ANY_PORTS;
  const ranges = [];
  const words = [];
  for (const entry of list) {
    const word = WORDS16.get(String(entry));
    const range = parsePortRange(String(entry));
    if (word) words.push(word);
    else if (range) ranges.push(range);
  }
  return portSet(ranges, words);
}
function unneededOn(pack, role, requirements, site) {
  if (role !== "client") return () => void 0;
  const features = new Set(requirements.filter((r) => r.status === "applies").map((r) => r.feature));
  const entries = pack.serverOnly.filter((entry) => !entry.unlessFeatures?.some((f) => features.has(f))).map((entry) => {
    const configured = entry.setting === void 0 ? void 0 : site.ports.get(entry.setting)?.ports;
    return { entry, protocol: parseProtocol(entry.protocol), ports: portSet([[entry.port, entry.port], ...configured?.ranges ?? []]) };
  });
  const all = portSet(entries.flatMap((e) => e.ports.ranges));
  return (rule) => {
    const { localPorts, protocol, direction } = rule;
    if (direction !== "inbound" || localPorts.keywords.length > 0 || localPorts.unresolved.length > 0 || !includes(all, localPorts)) return void 0;
    const group = rule.group === void 0 ? void 0 : findGroup(rule.group)?.id;
    const fitting = entries.filter((e) => e.protocol === protocol && touches(localPorts, e.ports) && !(group !== void 0 && e.entry.unlessGroups?.includes(group)));
    return includes(portSet(fitting.flatMap((e) => e.ports.ranges)), localPorts) ? fitting.map((e) => e.entry.why).join("; ") : void 0;
  };
}
function obsoleteOn(pack, role, site) {
  const entries = pack.obsolete.filter((e) => !(e.unless !== void 0 && site.conditions.has(e.unless)) && (!e.roles || e.roles.includes(role))).map((entry) => ({
    entry,
    why: entry.instead === void 0 ? entry.why : `${entry.why}; use ${entry.instead}`,
    protocol: entry.protocol === void 0 ? void 0 : parseProtocol(entry.protocol),
    ports: portSet((entry.ports ?? []).map((p) => parsePortRange(String(p))).filter((r) => r !== void 0))
  }));
  const byProgram = new Map(entries.flatMap((e) => (e.entry.programs ?? []).map((program) => [program, e])));
  const all = portSet(entries.flatMap((e) => e.ports.ranges));
  return (rule) => {
    const { program, direction, protocol } = rule;
    const named = program === void 0 ? void 0 : byProgram.get(program.slice(Math.max(program.lastIndexOf("\\"), program.lastIndexOf("/")) + 1).toLowerCase());
    if (named && (named.entry.direction ?? direction) === direction) return named.why;
    const own = direction === "outbound" ? rule.remotePorts : rule.localPorts;
    if (typeof protocol !== "number" || own.keywords.length > 0 || !includes(all, own)) return void 0;
    return entries.find((e) => (e.entry.direction ?? direction) === direction && (e.protocol === void 0 || e.protocol === "any" || e.protocol === protocol) && includes(e.ports, own))?.why;
  };
}
var indexes = /* @__PURE__ */ new WeakMap();
function packIndex(pack, origin) {
  let index2 = indexes.get(pack);
  if (!index2) indexes.set(pack, index2 = makeIndex(pack, origin));
  return index2;
}
var canonicalFeature = (index2, name) => index2.features.get(name.trim().toLowerCase());
function makeIndex(pack, origin) {
  const features = /* @__PURE__ */ new Map();
  for (const [id, { aliases }] of Object.entries(pack.features)) for (const name of [id, ...aliases ?? []]) features.set(name, id);
  const current = new Set(pack.requirements.filter((row) => row.default !== false).map((row) => row.feature));
  const settings = Object.values(pack.settings);
  return {
    pack,
    features,
    rows: new Map(pack.requirements.map((row) => [row.id, row])),
    roleNames: Object.keys(pack.roles),
    settings: new Set(settings.map((s) => s.key).filter((key) => key !== void 0)),
    dynamicRange: String(settings.find((s) => s.key === "rpc-dynamic")?.default ?? "49152-65535"),
    rolesOf: (role) => rolesOf(pack, role),
    isOldFeature: (feature) => !current.has(feature),
    packOf: (row) => origin?.get(row) ?? pack.pack
  };
}
function rolesOf(pack, role) {
  if (!Object.hasOwn(pack.roles, role)) return void 0;
  const roles = /* @__PURE__ */ new Set();
  const add = (name) => {
    if (roles.has(name) || !Object.hasOwn(pack.roles, name)) return;
    roles.add(name);
    for (const other of pack.roles[name]?.is ?? []) add(other);
  };
  add(role);
  if (role === "site-system") {
    for (const [name, { is }] of Object.entries(pack.roles)) if (is?.includes("site-system")) add(name);
  }
  if (roles.has("client")) add("peer-client");
  if (pack.roles[role]?.kind !== "cloud" && !["mac-client", "mobile-device"].includes(role)) add("windows-host");
  return roles;
}
function resolveRequirements(pack, site, features, role) {
  const context = contextOf(pack, site, features);
  const roles = rolesOf2(context, role);
  const found = [];
  for (const row of pack.requirements) {
    const feature = featureOf(row, context);
    const ends = feature === void 0 ? [] : endsOf(row, roles);
    if (feature !== void 0 && ends.length > 0) found.push(requirementOf(row, feature, ends, role, roles, context));
  }
  return joinSameTraffic(found);
}
function resolvePath(pack, site, features, path) {
  const context = contextOf(pack, site, features);
  const fromRoles = rolesOf2(context, path.from);
  const toRoles = rolesOf2(context, path.to);
  const found = [];
  for (const row of pack.requirements) {
    const feature = featureOf(row, context);
    if (feature === void 0) continue;
    const flow = flowsOf(row, context).find(({ opener, listener }) => fromRoles.has(row[opener]) && toRoles.has(row[listener]));
    if (!flow) continue;
    const view = { row, feature, ends: [flow.opener], role: path.from, roles: fromRoles, context, flows: [flow], wire: true };
    found.push(build(view));
  }
  return joinSameTraffic(found);
}
function contextOf(pack, site, features) {
  const index2 = packIndex(pack);
  const named = new Set(features === "all" ? index2.features.values() : features.map((name) => {
    const id = canonicalFeature(index2, name);
    if (id === void 0) throw new UsageError(`There is no feature "${name}"${didYouMean(name, index2.features.keys())}`);
    return id;
  }));
  const transports = new Set(site.communication);
  for (const [id, condition] of Object.entries(pack.conditions)) if (condition.transport && site.conditions.has(id)) transports.add(condition.transport);
  return { index: index2, site, all: features === "all", named, transports };
}
function featureOf(row, { index: index2, named }) {
  if (named.has(row.feature)) return row.feature;
  for (const method of row.methods ?? []) {
    if (method === "all") {
      const any = Object.values(index2.pack.methods).find((m) => m.feature !== void 0 && named.has(m.feature));
      if (any) return any.feature;
    }
    const feature = index2.pack.methods[method]?.feature;
    if (feature !== void 0 && named.has(feature)) return feature;
  }
  return void 0;
}
function rolesOf2({ index: index2 }, role) {
  const roles = index2.rolesOf(role);
  if (!roles) throw new UsageError(`There is no role "${role}"${didYouMean(role, index2.roleNames)}`);
  return roles;
}
function endsOf(row, roles) {
  const ends = [];
  if (roles.has(row.from)) ends.push("from");
  if (roles.has(row.to)) ends.push("to");
  if (ends.length === 2 && row.perspective === "client") return [row.from === "client" ? "from" : "to"];
  return ends;
}
function flowsOf(row, { site }) {
  const out = { opener: "from", listener: "to" };
  const back = { opener: "to", listener: "from" };
  if (row.perspective === "network") {
    if (row.direction === "initiator-from") return [out];
    const fromServer = row.from === "site-server";
    if (site.conditions.has("site-server-initiates") && fromServer !== (row.to === "site-server")) return [fromServer ? out : back];
    return [out, back];
  }
  const own = ownEnd(row);
  const opens2 = own === "from" ? out : back;
  const listens = own === "from" ? back : out;
  return row.direction === "both" ? [opens2, listens] : [row.direction === "inbound" ? listens : opens2];
}
var ownEnd = (row) => row.perspective !== "server" && row.from === row.perspective ? "from" : "to";
function requirementOf(row, feature, ends, role, roles, context) {
  const flows = flowsOf(row, context);
  const seen = row.perspective === "server" && row.direction === "both" && !ends.includes("to") ? flows.filter((f) => f.opener === "from") : flows;
  return build({ row, feature, ends, role, roles, context, flows: seen, wire: false });
}
function build(view) {
  const { row, feature, ends, context, wire } = view;
  const own = ends[0];
  const boxes = boxesOf(row, view);
  const reason = reasonAgainst(view, boxes);
  const ways = reason === void 0 ? waysOf(view, boxes) : void 0;
  const either = reason === void 0 ? eitherKeyOf(row, context) : void 0;
  const exception = row.exception !== void 0 && context.site.conditions.has(row.exception) && !wire ? row.exception : void 0;
  return {
    id: row.id,
    need: row.need ?? row.id,
    feature,
    from: row.from,
    to: row.to,
    role: row[own],
    peer: row[own === "from" ? "to" : "from"],
    severity: row.severity,
    status: reason === void 0 ? "applies" : "not-applicable",
    ...reason,
    boxes: ways?.list[0] ?? boxes,
    ...ways && { alternatives: ways.list },
    ...ways?.key !== void 0 && { alternativeKey: ways.key },
    ...either !== void 0 && { eitherKey: either },
    ...exception !== void 0 && { exception },
    ...row.opensItself !== void 0 && { autoConfigured: row.opensItself },
    ...row.choice !== void 0 && { choice: row.choice },
    ...row.fallback && { fallback: row.fallback },
    satisfiedBy: row.satisfiedBy ?? [],
    kind: row.kind,
    ...row.group !== void 0 && { group: row.group },
    ...row.flow !== void 0 && { flow: row.flow },
    conditions: row.conditions ?? [],
    sources: row.sources,
    ...row.note !== void 0 && { note: row.note },
    seed: row.seed === true,
    eitherOpens: row.direction === "both" || row.direction === "initiator-either",
    pack: context.index.packOf(row.id)
  };
}
function reasonAgainst({ row, ends, roles, role, context, wire }, boxes) {
  const seen = row.ends;
  if (seen && !wire && !ends.some((end) => seen.includes(end))) {
    return { why: "Windows Firewall of this end does not see it: the computer sleeps, or runs no Windows yet" };
  }
  const missing = row.conditions?.find((name) => !holds2(name, row, context));
  if (missing !== void 0) return { why: whyMissing(missing, context), missingCondition: missing };
  const old = row.default === false ? oldReason(row, roles, context) : void 0;
  if (old !== void 0) return { why: old };
  const transport = transportReason(row, role, context);
  if (transport !== void 0) return { why: transport };
  return boxes.length === 0 ? { why: "the program runs at the other end" } : void 0;
}
function holds2(name, row, { index: { pack }, site, named, transports }) {
  const condition = pack.conditions[name];
  if (!condition || site.conditions.has(name)) return condition !== void 0;
  if (condition.transport) return transports.has(condition.transport) || transports.size === 0 && row.choice === "client-transport";
  if (condition.default) return condition.opposite === void 0 || !site.conditions.has(condition.opposite);
  return condition.features?.some((feature) => named.has(feature)) ?? false;
}
function whyMissing(name, { index: { pack }, transports }) {
  const condition = pack.conditions[name];
  if (condition?.transport && transports.size === 0) return "nothing says that clients use HTTPS (site.communication)";
  if (condition?.transport) return `clients do not use ${condition.transport.toUpperCase()} (site.communication)`;
  if (condition?.opposite !== void 0) return `the condition ${condition.opposite} is listed`;
  return `the condition ${name} is not listed: ${condition?.says ?? ""}`;
}
function oldReason(row, roles, { index: index2, site, all, named }) {
  const word = row.status ?? "deprecated";
  if (all || !named.has(row.feature)) return `${word}, so it counts only where its feature is named`;
  const { pack } = index2;
  const stated = row.conditions?.some((name) => site.conditions.has(name) && !pack.conditions[name]?.default) ?? false;
  const stillThere = [row.from, row.to].some((role) => pack.roles[role]?.old && (site.systems.has(role) || roles.has(role)));
  return stated || stillThere || index2.isOldFeature(row.feature) ? void 0 : `${word}: current sites no longer have it`;
}
function transportReason(row, role, { transports }) {
  if (row.setting === void 0) return void 0;
  const own = row.setting.endsWith("https") ? "https" : "http";
  if (row.choice === "wsus-http-https-pair") return own === "https" && !transports.has("https") ? "nothing says that WSUS uses HTTPS (site.communication)" : void 0;
  if (row.choice === "mp-transport" && transports.size === 1 && !transports.has(own)) return `the site does not use ${own.toUpperCase()} (site.communication)`;
  if (row.choice === "client-transport" && own === "https" && role === "fallback-status-point") return "the fallback status point speaks HTTP only";
  return void 0;
}
function eitherKeyOf(row, { transports }) {
  const open = row.choice === "ssrs-transport" || row.choice === "client-transport" && transports.size === 0 || row.choice === "mp-transport" && transports.size !== 1;
  return open ? `${row.choice ?? ""}:${row.from}>${row.to}` : void 0;
}
function boxesOf(row, view, ports = row.ports, choice) {
  const boxes = [];
  for (const { opener, listener } of view.flows) {
    if (view.ends.includes(opener)) boxes.push(...boxesAt("outbound", opener, row, view, ports, choice));
    if (view.ends.includes(listener) && !view.wire) boxes.push(...boxesAt("inbound", listener, row, view, ports, choice));
  }
  return view.ends.length < 2 ? boxes : [...new Map(boxes.map((box) => [JSON.stringify(box), box])).values()];
}
function boxesAt(direction, end, row, view, ports, choice) {
  const plain = { direction, dynamicRpc: false, endpointMapper: false };
  const ownMachine = row.perspective !== "network" && end === ownEnd(row) && !view.wire;
  const program = (name) => ownMachine ? [{ ...plain, protocol: 6, ports: ANY_PORTS, program: name.toLowerCase() }] : [];
  if (row.kind === "icmp-echo") return [{ ...plain, protocol: 1, ports: ANY_PORTS, icmp: row.icmp ?? { v4: 8, v6: 128 } }];
  if (row.kind === "program") return program(row.program ?? "");
  if (row.kind === "rule-group") {
    return (ruleGroups().get(row.group ?? "")?.minimum ?? []).flatMap((need) => {
      if (need.program !== void 0) return program(need.program);
      if (need.ports?.includes("RPC")) return [portBox(direction, "tcp", [view.context.index.dynamicRange], true, "rpc-dynamic", void 0, row, view)];
      return [portBox(direction, need.protocol ?? "tcp", need.ports?.map((p) => p === "RPC-EPMap" ? 135 : p) ?? [], false, void 0, void 0, row, view)];
    });
  }
  return [portBox(direction, row.protocol ?? "tcp", ports ?? [], row.kind === "dynamic-rpc", row.setting, choice, row, view)];
}
function portBox(direction, protocol, ports, dynamicRpc, setting, choice, row, view) {
  const byDefault = portsOf4(ports);
  const configured = choice ?? (setting === void 0 ? void 0 : siteChoices(setting, view.context)?.[0]);
  const numbers = configured ?? (dynamicRpc && view.context.site.conditions.has("legacy-os-xp-2003") ? union(byDefault, BEFORE_VISTA) : byDefault);
  const number = parseProtocol(protocol);
  const listener = listenerOf(direction, protocol, byDefault, dynamicRpc, row, view);
  return {
    direction,
    protocol: number,
    ports: numbers,
    ...configured && textOf2(configured) !== textOf2(byDefault) && { defaultPorts: byDefault },
    ...setting !== void 0 && { setting },
    dynamicRpc,
    endpointMapper: number === 6 && textOf2(byDefault) === "135",
    ...listener && { listener }
  };
}
var BEFORE_VISTA = portSet([[1025, 5e3]]);
var textOf2 = (set) => set.ranges.map(rangeText).join();
var portsOf4 = (list) => portSet(list.map((p) => parsePortRange(String(p))).filter((r) => r !== void 0));
function siteChoices(setting, { site }) {
  const own = site.ports.get(setting);
  if (own) return own.choices;
  const number = (key) => site.ports.get(key)?.ports.ranges[0]?.[0];
  const http = setting === "wsus-https" ? number("wsus-http") : void 0;
  const https = setting === "wsus-http" ? number("wsus-https") : void 0;
  if (http !== void 0) return [portsOf4([http === 80 ? 443 : http + 1])];
  return https === void 0 ? void 0 : [portsOf4([https === 443 ? 80 : https - 1])];
}
function waysOf(view, boxes) {
  const { row, context } = view;
  const choices = row.setting === void 0 ? void 0 : siteChoices(row.setting, context);
  if (choices) return choices.length > 1 ? { list: choices.map((choice) => boxesOf(row, view, row.ports, choice)) } : void 0;
  if (!row.alternatives) return void 0;
  const others = row.alternatives.filter((other) => !sameNumbers(other, row)).map((other) => otherBoxes(other, view)).filter((list2) => list2.length > 0);
  if (others.length === 0) return void 0;
  const list = [boxes, ...others];
  return row.choice === void 0 ? { list } : { list, key: `${row.choice}:${row.from}>${row.to}` };
}
var sameNumbers = (other, row) => other.ports !== void 0 && String(other.ports) === String(row.ports) && (other.protocol ?? row.protocol) === row.protocol;
function otherBoxes({ ports, protocol, rows }, view) {
  const { row } = view;
  if (!rows) return boxesOf({ ...row, ...protocol && { protocol } }, view, ports);
  return rows.flatMap((id) => {
    const other = view.context.index.rows.get(id);
    return other ? boxesOf(other, { ...view, flows: flowsOf(other, view.context) }) : [];
  });
}
function listenerOf(direction, protocol, ports, dynamicRpc, row, view) {
  if (view.wire) return void 0;
  const fits = (entry2) => (entry2.rows ? entry2.rows.includes(row.id) : true) && (!entry2.roles || entry2.roles.some((role) => view.roles.has(role))) && (!entry2.direction || entry2.direction === direction) && (!entry2.protocol || entry2.protocol === protocol) && (entry2.dynamicRpc ?? false) === dynamicRpc && (!entry2.ports || holdsAll(portsOf4(entry2.ports), ports));
  const entry = view.context.index.pack.listeners.find(fits);
  return entry && { programs: entry.programs, services: entry.services ?? [], certain: entry.certain ?? false };
}
var holdsAll = (outer, inner) => inner.ranges.every(([from, to]) => outer.ranges.some(([of, ot]) => of <= from && to <= ot));
function joinSameTraffic(requirements) {
  const parent = /* @__PURE__ */ new Map();
  const rootOf = (need) => {
    let at = need;
    for (let up = parent.get(at); up !== void 0; up = parent.get(at)) at = up;
    return at;
  };
  const first = /* @__PURE__ */ new Map();
  for (const r of requirements) {
    if (r.status !== "applies" || r.severity === "informational") continue;
    const key = JSON.stringify([r.peer, (r.alternatives ?? [r.boxes]).map((way) => way.map((b) => [b.direction, b.protocol, textOf2(b.ports), b.icmp, b.program, b.dynamicRpc]))]);
    const earlier = first.get(key);
    if (earlier === void 0) first.set(key, r.need);
    else if (rootOf(earlier) !== rootOf(r.need)) parent.set(rootOf(r.need), rootOf(earlier));
  }
  return parent.size === 0 ? requirements : requirements.map((r) => {
    const need = rootOf(r.need);
    return need === r.need ? r : { ...r, need };
  });
}
function deadReferences(own, whole) {
  const dead = [];
  const rows = new Set(whole.requirements.map((row) => row.id));
  const groups2 = new Set(ruleGroups().keys());
  const settings = new Set(Object.values(whole.settings).map((s) => s.key ?? ""));
  const known = { feature: names2(whole.features), role: names2(whole.roles), condition: names2(whole.conditions), choice: names2(whole.choices), method: names2(whole.methods), source: names2(whole.sources) };
  const check = (what, set, at, ...used) => {
    for (const name of used) if (name !== void 0 && !set.has(name)) dead.push({ message: `There is no ${what} "${name}"${didYouMean(name, set)}`, at });
  };
  own.requirements.forEach((row, i) => {
    const at = (key) => ["requirements", i, key];
    check("feature", known.feature, at("feature"), row.feature);
    check("role", known.role, at("from"), row.from);
    check("role", known.role, at("to"), row.to);
    check("choice", known.choice, at("choice"), row.choice);
    check("setting", settings, at("setting"), row.setting);
    check("rule group", groups2, at("group"), row.group);
    check("condition", known.condition, at("exception"), row.exception);
    check("condition", known.condition, at("conditions"), ...row.conditions ?? []);
    check("method", known.method, at("methods"), ...row.methods ?? []);
    check("requirement", rows, at("fallback"), ...row.fallback ?? []);
    check("requirement or rule group", /* @__PURE__ */ new Set([...rows, ...groups2]), at("satisfiedBy"), ...row.satisfiedBy ?? []);
    check("requirement", rows, at("alternatives"), ...(row.alternatives ?? []).flatMap((other) => other.rows ?? []));
    check("source", known.source, at("sources"), ...row.sources.map((s) => s.doc));
  });
  for (const [id, { opposite, features }] of Object.entries(own.conditions)) {
    check("condition", known.condition, ["conditions", id, "opposite"], opposite);
    check("feature", known.feature, ["conditions", id, "features"], ...features ?? []);
  }
  for (const [id, { is }] of Object.entries(own.roles)) check("role", known.role, ["roles", id, "is"], ...is ?? []);
  for (const [id, { feature, rows: used }] of Object.entries(own.methods)) {
    check("feature", known.feature, ["methods", id, "feature"], feature);
    check("requirement", rows, ["methods", id, "rows"], ...used);
  }
  for (const [id, { equals, docs }] of Object.entries(own.settings)) {
    check("setting", settings, ["settings", id, "equals"], equals);
    check("source", known.source, ["settings", id, "docs"], ...docs ?? []);
  }
  own.listeners.forEach((entry, i) => {
    check("requirement", rows, ["listeners", i, "rows"], ...entry.rows ?? []);
    check("role", known.role, ["listeners", i, "roles"], ...entry.roles ?? []);
  });
  own.serverOnly.forEach((entry, i) => {
    check("setting", settings, ["serverOnly", i, "setting"], entry.setting);
    check("feature", known.feature, ["serverOnly", i, "unlessFeatures"], ...entry.unlessFeatures ?? []);
    check("rule group", groups2, ["serverOnly", i, "unlessGroups"], ...entry.unlessGroups ?? []);
  });
  own.obsolete.forEach((entry, i) => {
    check("condition", known.condition, ["obsolete", i, "unless"], entry.unless);
    check("role", known.role, ["obsolete", i, "roles"], ...entry.roles ?? []);
  });
  own.legacyPolicies.forEach((entry, i) => {
    check("requirement", rows, ["legacyPolicies", i, "meets"], ...entry.meets);
  });
  return dead;
}
var names2 = (table) => new Set(Object.keys(table));
async function joinPacks(main, files) {
  await prepareYaml();
  const { validatePack } = await Promise.resolve().then(() => __toESM(require("./packs-validate-pack.js")));
  const origin = new Map(main.requirements.map((row) => [row.id, main.pack]));
  let pack = main;
  for (const file of files) {
    const node = documentOf(file);
    const value = plainValue(node);
    if (!validatePack(value)) throw invalid(file, node, validatePack.errors ?? []);
    const own = complete(value);
    pack = join(pack, own, (message2, way) => errorAt(file, node, way, message2));
    own.requirements.forEach((row, i) => {
      const other = origin.get(row.id);
      if (other !== void 0) throw errorAt(file, node, ["requirements", i, "id"], `There already is a requirement "${row.id}" in the pack "${other}"`);
      origin.set(row.id, own.pack);
    });
    const [dead] = deadReferences(own, pack);
    if (dead) throw errorAt(file, node, dead.at, dead.message);
  }
  return { pack, origin };
}
function documentOf(file) {
  const { documents: [node, second], errors: [error] } = parseYaml(file);
  if (error) throw new UsageError(`This is not valid YAML: ${error.message}`, file.origin.place(error.start, error.end));
  if (!node || node.kind !== "map") throw new UsageError("A pack is a map with the keys pack, title and requirements", file.origin.place(0, 0));
  if (second) throw new UsageError("A pack file holds one document, not several", file.origin.place(second.start, second.start));
  return node;
}
function complete(own) {
  return { date: "", sources: {}, roles: {}, features: {}, conditions: {}, choices: {}, settings: {}, methods: {}, listeners: [], serverOnly: [], obsolete: [], legacyPolicies: [], rules: {}, ...own };
}
var TABLES = ["sources", "roles", "features", "conditions", "choices", "settings", "methods", "rules"];
var LISTS = ["listeners", "serverOnly", "obsolete", "legacyPolicies", "requirements"];
function join(main, own, error) {
  const out = { ...main };
  for (const table of TABLES) {
    for (const name of Object.keys(own[table])) {
      if (table !== "sources" && Object.hasOwn(main[table], name)) throw error(`The built-in pack already says what "${name}" is; leave it out here`, [table, name]);
    }
    out[table] = { ...main[table], ...own[table] };
  }
  for (const list of LISTS) out[list] = list === "listeners" ? [...own[list], ...main[list]] : [...main[list], ...own[list]];
  return out;
}
function invalid(file, node, errors) {
  const useful = errors.filter((e) => e.keyword !== "if" && e.keyword !== "anyOf" && e.keyword !== "$ref");
  const worst = [...useful.length > 0 ? useful : errors].sort((a, b) => depth(b) - depth(a) || Number(isUnknownKey(b)) - Number(isUnknownKey(a)))[0];
  const way = (worst?.instancePath ?? "").split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = worst?.params ?? {};
  const extra = params["additionalProperty"] ?? params["propertyName"];
  if (typeof extra === "string") return errorAt(file, node, [...way, extra], `Unknown key "${extra}"${didYouMean(extra, KEYS)}`);
  const allowed = params["allowedValues"];
  const what = way.length === 0 ? "The pack" : `"${way.join(".")}"`;
  return errorAt(file, node, way, Array.isArray(allowed) ? `${what} must be one of ${allowed.join(", ")}` : `${what} ${worst?.message ?? "is not valid"}`);
}
var isUnknownKey = ({ keyword }) => keyword === "additionalProperties";
var depth = (error) => error.instancePath.split("/").length;
var KEYS = [
  "pack",
  "title",
  "date",
  ...TABLES,
  ...LISTS,
  "id",
  "need",
  "feature",
  "from",
  "to",
  "kind",
  "protocol",
  "ports",
  "keyword",
  "icmp",
  "program",
  "group",
  "perspective",
  "direction",
  "severity",
  "setting",
  "conditions",
  "alternatives",
  "note",
  "name",
  "page",
  "edition",
  "says",
  "doc",
  "section"
];
function errorAt(file, root, way, message2) {
  return new UsageError(message2, placeOf2(file, root, way));
}
function placeOf2(file, root, way) {
  let node = root;
  let { start, end } = root;
  if (way.length === 0) end = start;
  for (const step of way) {
    if (node.kind === "map") {
      const entry = node.entries.find((e) => e.key === String(step));
      if (!entry) break;
      ({ start, end } = entry);
      node = entry.value;
    } else if (node.kind === "list") {
      const item = node.items[Number(step)];
      if (!item) break;
      ({ start, end } = item);
      node = item;
    } else break;
  }
  return file.origin.place(start, Math.min(end, start + 200));
}
async function loadPacks(config, files) {
  const main = configmgrPack();
  if (config.packs.length === 0) return packsOf(main);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const wanted = config.packs.map(({ value, place }) => {
    const file = byPath.get(value.replace(/^(\.\/)+/, ""));
    if (!file) throw new UsageError(`There is no pack file "${value}"`, place);
    return file;
  });
  const { pack, origin } = await joinPacks(main, wanted);
  packIndex(pack, origin);
  checkNames(pack, config.names);
  return packsOf(pack);
}
function checkNames(pack, names3) {
  const index2 = packIndex(pack);
  for (const { kind, value, place } of names3) {
    const known = [...kind === "feature" ? index2.features.keys() : kind === "role" ? index2.roleNames : kind === "condition" ? Object.keys(pack.conditions) : index2.settings];
    if (!known.includes(value)) throw new UsageError(`There is no ${kind} "${value}"${didYouMean(value, known)}`, place);
  }
}
function packsOf(pack) {
  const index2 = packIndex(pack);
  const titleOf = (table, id) => (Object.hasOwn(table, id) ? table[id]?.title ?? table[id]?.name : void 0) ?? id;
  return {
    main: pack,
    model: { pack: pack.pack, date: pack.date },
    predefined: { groupOf: (text) => findGroup(text)?.id, select: selectPredefined },
    requirements: (site, features, role) => resolveRequirements(pack, site, features, role),
    path: (site, features, path) => resolvePath(pack, site, features, path),
    featureTitle: (id) => titleOf(pack.features, canonicalFeature(index2, id) ?? id),
    roleTitle: (id) => titleOf(pack.roles, id)
  };
}
var MACHINE_POL = /^(.*\/)?(?:DomainSysvol\/GPO\/)Machine\/registry\.pol$/i;
var backupFolder = (path) => {
  const match = MACHINE_POL.exec(path);
  return match ? match[1] ?? "" : void 0;
};
var folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
function arrange(files, infos) {
  const policies = /* @__PURE__ */ new Map();
  for (const file of files) {
    const folder = backupFolder(file.path);
    if (folder !== void 0) policies.set(folder.toLowerCase(), file);
  }
  const reports = new Map(files.filter((f) => f.format === "gpreport-xml" && policies.has(folderOf(f.path).toLowerCase())).map((f) => [folderOf(f.path).toLowerCase(), f]));
  const infoAt = new Map([...infos].map(([path, info]) => [path.toLowerCase(), info]));
  const gpos = /* @__PURE__ */ new Map();
  const gpoAt = (folder) => {
    const key = folder.toLowerCase();
    let gpo = gpos.get(key);
    if (!gpo) {
      const parts = [manifestEntry(infoAt, key), infoAt.get(`${key}bkupinfo.xml`)?.gpos[0], reports.get(key)?.gpo, infoAt.get(`${key}backup.xml`)?.gpos[0]];
      gpo = Object.assign({}, ...parts);
      gpos.set(key, gpo);
    }
    return Object.keys(gpo).length > 0 ? gpo : void 0;
  };
  const skipped = /* @__PURE__ */ new Map();
  for (const report of reports.values()) skipped.set(report.path, "the registry.pol of the same backup decides");
  const dropped = olderBackups([...policies.keys()], gpoAt, skipped, policies);
  return {
    sources: files.filter((f) => !skipped.has(f.path) && !dropped.has(folderOf(f.path).toLowerCase())),
    backups: [...reports].flatMap(([key, report]) => {
      const policy = policies.get(key);
      return policy ? [{ policy, report, info: [] }] : [];
    }),
    gpoOf: (path) => {
      const folder = backupFolder(path);
      const within2 = folder ?? [...policies.keys()].find((key) => key !== "" && path.toLowerCase().startsWith(key)) ?? folderOf(path);
      return gpoAt(within2) ?? files.find((f) => f.path === path)?.gpo;
    },
    skipped
  };
}
function manifestEntry(infoAt, folder) {
  const name = folder.slice(0, -1);
  const manifest = infoAt.get(`${folderOf(name)}manifest.xml`);
  return manifest?.gpos.find((g) => g.backupId?.toLowerCase() === name.slice(name.lastIndexOf("/") + 1));
}
function olderBackups(folders, gpoAt, skipped, policies) {
  const newest = /* @__PURE__ */ new Map();
  const dropped = /* @__PURE__ */ new Set();
  for (const folder of folders) {
    const gpo = gpoAt(folder);
    if (!gpo?.guid || !gpo.backupTime) continue;
    const guid = gpo.guid.toLowerCase();
    const held = newest.get(guid);
    const older = held && held.time >= gpo.backupTime ? folder : held?.folder;
    if (!held || held.time < gpo.backupTime) newest.set(guid, { folder, time: gpo.backupTime });
    if (older === void 0) continue;
    const path = policies.get(older)?.path;
    if (path) skipped.set(path, `a newer backup of the same GPO (${gpo.name ?? gpo.guid}) counts`);
    dropped.add(older);
  }
  return dropped;
}
function layersOf(plan, { sources, gpoOf, skipped }, known) {
  const missing = [];
  const layers = plan.layers.flatMap((layer, index2) => {
    const files = sources.filter((f) => layer.matches(f.path));
    if (files.length === 0 && ![...skipped.keys()].some(layer.matches) && !known(layer.matches)) missing.push(index2);
    return files.flatMap((file) => layersFrom(file, layer.store, gpoOf(file.path)));
  });
  return { target: { name: plan.name, role: plan.role, profiles: plan.profiles, layers, stated: true }, missing };
}
var layersOfAll = (name, profiles, role, { sources, gpoOf }) => ({
  name,
  role,
  profiles,
  layers: sources.flatMap((file) => layersFrom(file, void 0, gpoOf(file.path))),
  stated: false
});
function layersFrom(file, store, gpo) {
  return file.parts.map((part) => ({
    name: part.gpo ?? part.gpoInfo?.name ?? gpo?.name ?? file.path,
    path: file.path,
    store: store ?? part.store,
    parts: [part],
    gpo: (store ?? part.store) === "group-policy" || (part.gpoInfo ?? gpo)?.computerEnabled === false ? part.gpoInfo ?? gpo : void 0
  }));
}
function matchesSelector(rule, select, predefined) {
  const named = (patterns, value) => patterns === void 0 || value !== null && value !== void 0 && patterns.some((pattern) => wildcard(pattern, value));
  if (!named(select.ids, rule.id) || !named(select.names, rule.name)) return false;
  if (select.groups !== void 0) {
    const { group } = rule;
    if (group === void 0 || !select.groups.some((text) => wildcard(text, group) || sameGroup(text, group, predefined))) return false;
  }
  if (select.direction !== void 0 && rule.direction !== select.direction) return false;
  if (select.action !== void 0 && rule.action !== select.action) return false;
  if (select.enabled !== void 0 && rule.enabled !== select.enabled) return false;
  if (select.protocol !== void 0 && rule.protocol !== select.protocol) return false;
  if (select.profiles !== void 0 && (rule.profiles & select.profiles) === 0) return false;
  if (select.localPorts && !isAnyPort(select.localPorts) && isEmpty(intersect(select.localPorts, rule.localPorts))) return false;
  if (select.remotePorts && !isAnyPort(select.remotePorts) && isEmpty(intersect(select.remotePorts, rule.remotePorts))) return false;
  if (select.program !== void 0 && rule.program?.toLowerCase() !== select.program.toLowerCase()) return false;
  return select.service === void 0 || rule.service?.toLowerCase() === select.service.toLowerCase();
}
function sameGroup(a, b, predefined) {
  const id = predefined.groupOf(a);
  return id !== void 0 && id === predefined.groupOf(b);
}
var DEFAULTS = {
  enabled: true,
  defaultInbound: "block",
  defaultOutbound: "allow",
  allowLocalRules: true,
  blockAllInbound: false,
  allowUserApps: true,
  allowUserPorts: true
};
var SETTINGS = Object.keys(DEFAULTS);
var STORES = ["local", "mdm", "group-policy"];
function resolveTarget(target, predefined, override) {
  const notApplied = target.layers.flatMap((layer) => {
    const why = whyNotApplied(layer);
    return why ? [{ layer, why }] : [];
  });
  const layers = target.layers.filter((layer) => whyNotApplied(layer) === void 0);
  const overridden = [];
  const values = new Map(STORES.map((store) => [store, collectSettings(layers.filter((l) => l.store === store), overridden)]));
  if (override) values.get("group-policy")?.get(override.profile)?.set(override.setting, override.loser);
  const profiles = Object.fromEntries(PROFILES.map((profile) => [profile, decide(profile, values)]));
  const replaced = [];
  const groups2 = STORES.flatMap((store) => mergeRules(layers.filter((layer) => layer.store === store), store, predefined, target.stated || store !== "local" ? replaced : []));
  const connectionSecurity = layers.some((layer) => layer.parts.some((part) => part.connectionSecurity === true));
  return { target, profiles, connectionSecurity, groups: groups2.flatMap((group) => group.layer.store === "local" ? splitByMerge(group, profiles) : [group]), overridden, replaced, notApplied };
}
function whyNotApplied({ gpo }) {
  if (gpo?.computerEnabled === false) return "computer-half";
  const links = gpo?.links ?? [];
  return links.length > 0 && links.every((link) => !link.enabled) ? "links" : void 0;
}
function collectSettings(layers, overridden) {
  const out = new Map(PROFILES.map((p) => [p, /* @__PURE__ */ new Map()]));
  for (const layer of layers) for (const part of layer.parts) for (const profile of PROFILES) {
    const settings = part.profiles[profile];
    const held = out.get(profile);
    if (!settings || !held) continue;
    for (const name of SETTINGS) {
      const next = settings[name];
      if (!next) continue;
      const last = held.get(name);
      if (last && last.value !== next.value && layer.store === "group-policy") overridden.push({ profile, setting: name, winner: next, loser: last });
      held.set(name, layer.gpo?.wmiFilter && next.condition === void 0 ? { ...next, condition: `WMI filter ${layer.gpo.wmiFilter}` } : next);
    }
  }
  return out;
}
function decide(profile, values) {
  const from = {};
  const perhaps = [];
  const value = (name) => {
    const stores = name === "allowLocalRules" ? STORES.slice(1) : STORES;
    let held;
    for (const store of stores) {
      const next = values.get(store)?.get(profile)?.get(name);
      if (!next) continue;
      if (next.condition !== void 0) {
        perhaps.push(name);
        continue;
      }
      if (name === "blockAllInbound" && held?.value === true) continue;
      held = next;
    }
    if (held) from[name] = held;
    return held ? held.value : DEFAULTS[name];
  };
  const decided = Object.fromEntries(SETTINGS.map((name) => [name, value(name)]));
  return { ...decided, from, perhaps };
}
function mergeRules(layers, store, predefined, replaced) {
  const held = [];
  const parts = layers.flatMap((layer) => layer.parts.map((part) => ({ layer, part })));
  const ids = parts.filter(({ part }) => part.rules.length > 0).length > 1 ? /* @__PURE__ */ new Map() : void 0;
  for (const { layer, part } of parts) {
    for (const change of part.changes) applyChange(held, change, layer, store, predefined);
    const own = { layer, rules: part.rules, kind: "written" };
    const openings = { layer, rules: part.openings ?? [], kind: "opening" };
    if (ids) for (const entry of [own, openings]) {
      entry.rules.forEach((rule, index2) => {
        if (rule.id === null) return;
        const key = rule.id.toLowerCase();
        const earlier = ids.get(key);
        const loser = earlier?.entry.rules[earlier.index];
        if (earlier && earlier.entry !== entry && loser) {
          if (!sameContent(loser, rule)) replaced.push({ winner: rule, loser });
          (earlier.entry.gone ??= /* @__PURE__ */ new Set()).add(earlier.index);
        }
        ids.set(key, { entry, index: index2 });
      });
    }
    held.push(own, openings);
  }
  return held.filter(({ rules }) => rules.length > 0).map(({ layer, rules, kind, gone }) => ({
    layer,
    rules: gone ? rules.filter((_, index2) => !gone.has(index2)) : rules,
    ignoredIn: 0,
    condition: layer.gpo?.wmiFilter === void 0 ? void 0 : `WMI filter ${layer.gpo.wmiFilter}`,
    kind
  }));
}
function applyChange(held, change, layer, store, predefined) {
  if (change.kind === "reset" && change.condition === void 0) {
    held.length = 0;
    return;
  }
  for (const entry of held) {
    const { gone } = entry;
    delete entry.gone;
    entry.rules = entry.rules.flatMap((rule, index2) => {
      if (gone?.has(index2)) return [];
      if (!matchesSelector(rule, change.select, predefined)) return [rule];
      if (change.condition !== void 0) return [changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${change.condition}`] })];
      if (change.kind === "remove") return [];
      const unmodelled = change.values.unmodelled ? [.../* @__PURE__ */ new Set([...rule.unmodelled, ...change.values.unmodelled])] : rule.unmodelled;
      return [changedRule(rule, { ...change.values, unmodelled })];
    });
  }
  if (change.kind !== "set" || change.values.enabled !== true || store !== "local") return;
  const rules = predefined.select(change.select, change.source).map((rule) => changedRule(rule, {
    ...change.values,
    unmodelled: change.condition === void 0 ? [] : [`condition=${change.condition}`]
  }));
  if (rules.length > 0) held.push({ layer, rules, kind: "predefined" });
}
function splitByMerge(group, profiles) {
  const without3 = (test) => PROFILES.reduce((set, p) => test(profiles[p]) ? set : set | profileBit(p), 0);
  const merge = without3((p) => p.allowLocalRules);
  const apps = without3((p) => p.allowUserApps);
  const ports = without3((p) => p.allowUserPorts);
  if (apps === 0 && ports === 0) return [{ ...group, ignoredIn: merge }];
  const kinds = /* @__PURE__ */ new Map();
  for (const rule of group.rules) {
    const ignored = merge | (isProgramRule(rule) ? apps : isPortRule(rule) ? ports : 0);
    const list = kinds.get(ignored);
    if (list) list.push(rule);
    else kinds.set(ignored, [rule]);
  }
  return [...kinds].map(([ignoredIn, rules]) => ({ ...group, rules, ignoredIn }));
}
var isTcpOrUdp = (rule) => rule.protocol === 6 || rule.protocol === 17;
var isProgramRule = (rule) => rule.program !== void 0 && rule.service === void 0 && isTcpOrUdp(rule) && rule.localPorts.text === void 0;
var isPortRule = (rule) => rule.program === void 0 && rule.service === void 0 && isTcpOrUdp(rule) && rule.localPorts.text?.length === 1 && rule.localPorts.keywords.length === 0;
function sameContent(a, b) {
  return contentKey(a) === contentKey(b);
}
function contentKey(rule) {
  const bigText = (_, value) => typeof value === "bigint" ? value.toString(16) : value;
  const ports = ({ ranges, keywords, unresolved }) => [ranges, keywords, unresolved];
  const addresses = ({ v4, v6, keywords, unresolved }) => [v4, v6, keywords, unresolved];
  return JSON.stringify([
    rule.enabled,
    rule.direction,
    rule.action,
    rule.protocol,
    ports(rule.localPorts),
    ports(rule.remotePorts),
    [...rule.icmp].sort(),
    rule.profiles,
    addresses(rule.localAddresses),
    addresses(rule.remoteAddresses),
    rule.program?.toLowerCase(),
    rule.service?.toLowerCase(),
    [...rule.interfaceTypes].sort(),
    rule.platforms,
    [...rule.unmodelled].sort(),
    rule.malformed
  ], bigText);
}
async function lint({ files, unreadable, config: given, options }) {
  const config = given ?? defaultConfig();
  const parsed = await parseAll(files, config, options.verbose === true);
  if (config.targets.some((t) => t.layers.some((l) => hasWildcard(l.path))) || config.ignore.some((i) => i.path && hasWildcard(i.path))) await prepareGlob();
  const packs = await loadPacks(config, files);
  const arrangement = arrange(parsed.policies, parsed.backups);
  const plans = targetsOf(config, arrangement, files, options);
  const assumptions = /* @__PURE__ */ new Set();
  if (plans.some((plan) => plan.assumed)) assumptions.add(given ? "features are assumed: the config names none" : "features are assumed: no config");
  const targets = plans.map((plan) => factsOf(plan, packs, config.site, assumptions));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const facts = {
    targets,
    files: [...parsed.policies.filter((p) => !arrangement.skipped.has(p.path)), ...unreadable.map(({ path, why }) => unreadableFile(path, why)), ...parsed.unrecognised],
    backups: arrangement.backups,
    site: config.site,
    locale: options.locale,
    shadowedIn: (groups2) => {
      const search2 = findShadowed(groups2);
      if (!search2.complete) assumptions.add("the search for shadowed rules was cut short: the rules are made so that it would not end");
      return search2;
    },
    ruleAs: (path, rule) => (parsed.writers.get(parsed.policies.find((p) => p.path === path)?.format ?? "") ?? writeNetFirewallRule)(rule),
    endOf: (target) => endOf(target.policy.target, parsed.policies),
    readable: readableIn(arrangement),
    featureTitle: packs.featureTitle,
    roleTitle: (id) => packs.roleTitle(id).replace(/ \(.*\)$/, "")
  };
  const drafts = checks.flatMap((check) => [...check.run(facts)].map((draft) => ({ code: check.code, severity: check.severity, draft })));
  if (options.fixes === true) await addFixes(drafts, byPath, config);
  const report = finish({
    drafts,
    config,
    baseline: baselineOf(config, files),
    trust: options.trust,
    today: options.today,
    version: options.version,
    model: packs.model,
    assumptions: [...assumptions],
    targets,
    files: [
      ...parsed.reports.map((r) => arrangement.skipped.has(r.path) ? { ...r, status: "skipped", reason: arrangement.skipped.get(r.path) } : r),
      ...unreadable.map(({ path, why }) => ({ path, format: "", rules: 0, disabled: 0, malformed: 0, status: "failed", reason: why }))
    ],
    assumed: new Set(plans.filter((p) => p.assumed).map((p) => p.target.name)),
    lineOf: (path, line) => byPath.get(path)?.origin.line(line),
    locale: options.locale,
    textHas: (path, text) => byPath.get(path)?.text.includes(text) ?? false
  });
  return {
    report,
    policies: targets.map((t) => t.policy),
    needs: targets.flatMap(({ policy, verdicts }) => verdicts.filter((v) => v.status !== "not-applicable" && v.requirement.severity !== "informational").map(({ requirement: { id, feature }, status }) => ({ target: policy.target.name, requirement: id, feature, status }))),
    excerpt: (finding) => excerptOf(byPath.get(finding.location.path), finding)
  };
}
var MOST_FIXES = 60;
async function addFixes(drafts, byPath, { labels }) {
  for (const one of drafts.filter(({ draft }) => draft.repair).slice(0, MOST_FIXES)) {
    const { repair } = one.draft;
    const file = repair && byPath.get(repair.rule.source.origin.path);
    const format = file && (await detect(file)).format;
    const fix = repair && file && format && fixOf(repair, file, (f) => format.parse(f, { labels }));
    if (fix) one.draft = { ...one.draft, fix };
  }
}
function openedSince(before, after, otherwise) {
  const old = new Map(before.map((policy) => [policy.target.name, policy]));
  const found = after.map((policy) => newlyOpened(old.get(policy.target.name) ?? otherwise, policy, contentKey));
  return { opened: found.flatMap((f) => f.opened), complete: found.every((f) => f.complete) };
}
function baselineOf({ baseline }, files) {
  if (!baseline) return void 0;
  const file = files.find((f) => f.path === baseline.value);
  if (!file) throw new UsageError(`There is no baseline ${JSON.stringify(baseline.value)}; write it with check --write-baseline`, baseline.place);
  return parseBaseline(file);
}
var BACKUP_FILES = /^(?:backup|bkupinfo|manifest)\.xml$/;
async function parseAll(files, config, verbose) {
  const out = { policies: [], writers: /* @__PURE__ */ new Map(), backups: /* @__PURE__ */ new Map(), reports: [], unrecognised: [] };
  for (const file of files) {
    if (file.path === config.path || file.path === config.baseline?.value || config.packs.some((p) => p.value === file.path)) continue;
    const info = BACKUP_FILES.test(file.name) ? readBackupInfo(file) : void 0;
    if (info) {
      out.backups.set(file.path, info);
      if (info.problems.length > 0) out.unrecognised.push({ path: file.path, format: "", parts: [], problems: info.problems });
      continue;
    }
    const { format, promised: named } = await detect(file);
    if (!format) {
      if (named) {
        const why = file.bytes.length === 0 ? "the file is empty" : `the file is named like a ${named.title}, but does not hold one`;
        out.unrecognised.push(unreadableFile(file.path, why));
        out.reports.push({ path: file.path, format: named.id, rules: 0, disabled: 0, malformed: 0, status: "failed", reason: why });
      } else if (verbose) out.reports.push({ path: file.path, format: "", rules: 0, disabled: 0, malformed: 0, status: "skipped", reason: "no known firewall policy in it" });
      continue;
    }
    if (format.writeRule) out.writers.set(format.id, format.writeRule);
    const policy = parseFile(format, file, { labels: config.labels });
    out.policies.push(policy);
    out.reports.push(reportOf(policy));
  }
  return out;
}
function reportOf({ path, format, parts, problems }) {
  const rules = parts.flatMap((part) => part.rules);
  const failed = problems.some((p) => p.code === "file-unreadable") && rules.length === 0;
  return {
    path,
    format,
    rules: rules.length,
    disabled: rules.filter((r) => r.enabled === false).length,
    malformed: rules.filter((r) => r.malformed !== void 0).length,
    status: failed ? "failed" : "parsed",
    ...failed && { reason: problems.find((p) => p.code === "file-unreadable")?.message ?? "" }
  };
}
function unreadableFile(path, why) {
  return { path, format: "", parts: [], problems: [{ code: "file-unreadable", message: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`, source: spanAt3({ path, line: 1, column: 1, endLine: 1, endColumn: 1 }) }] };
}
var spanAt3 = (place) => ({ origin: { path: place.path, place: () => place, line: () => void 0 }, start: 0, end: 0 });
function targetsOf(config, arrangement, files, options) {
  const stated = options.features;
  if (config.targets.length === 0) {
    const target = layersOfAll("All policy files", 1, options.role ?? "client", arrangement);
    if (target.layers.length === 0) return [];
    return [{ target, features: stated ?? config.features, assumed: stated === void 0 && config.assumed, addresses: void 0 }];
  }
  return config.targets.map((plan) => {
    if (plan.path) throw new UsageError('network paths ("path") are not judged by this version; name only Windows targets', plan.place);
    const { target, missing } = layersOf({
      name: plan.name,
      role: options.role ?? plan.role,
      profiles: plan.profiles,
      layers: plan.layers.map((l) => ({ name: l.path, matches: pathMatcher(l.path), store: l.store }))
    }, arrangement, (matches) => files.some((f) => matches(f.path)));
    const first = missing[0];
    const layer = first === void 0 ? void 0 : plan.layers[first];
    if (layer) throw new UsageError(`The layer ${JSON.stringify(layer.path)} of target ${JSON.stringify(plan.name)} matches no file`, layer.place);
    return { target, features: stated ?? plan.features ?? config.features, assumed: stated === void 0 && plan.features === void 0 && config.assumed, addresses: plan.addresses };
  });
}
function factsOf({ target, features, addresses }, packs, site, assumptions) {
  const names3 = features === "all" ? "all" : features.map((f) => typeof f === "string" ? f : f.value);
  const policy = resolveTarget(target, packs.predefined);
  const requirements = packs.requirements(site, names3, target.role);
  const places = { addressesOf: (role) => systemsOf(site, role), own: addresses };
  const judgement = judge(policy, requirements, places);
  if (judgement.tookScopesAsMeant) assumptions.add(`explicit address scopes are taken as meant where site.systems does not place the other end (target ${target.name})`);
  const statuses = new Map(judgement.verdicts.map((v) => [v.requirement.id, v.status]));
  return {
    policy,
    requirements,
    verdicts: judgement.verdicts,
    needs: judgement.needs,
    addressesOf: places.addressesOf,
    changedBy: (setting) => changedBy(policy, setting, packs, requirements, places, statuses),
    unneeded: unneededOn(packs.main, target.role, requirements, site),
    obsolete: obsoleteOn(packs.main, target.role, site)
  };
}
function changedBy(policy, setting, packs, requirements, places, statuses) {
  const other = judge(resolveTarget(policy.target, packs.predefined, setting), requirements, places);
  return other.verdicts.filter((v) => v.requirement.severity !== "informational" && statuses.get(v.requirement.id) !== v.status).map((v) => v.requirement.id);
}
function systemsOf(site, role) {
  const own = site.systems.get(role);
  if (own || role !== "site-system") return own ?? (role === "peer-client" ? site.systems.get("client") : void 0);
  const sets = ["management-point", "distribution-point", "software-update-point", "state-migration-point", "fallback-status-point"].map((name) => site.systems.get(name)).filter((set) => set !== void 0);
  return sets.length === 0 ? void 0 : sets.reduce((a, b) => unionAddresses(a, b));
}
function endOf(target, policies) {
  const layer = target.layers.at(-1);
  const file = policies.find((p) => p.path === layer?.path);
  let last;
  for (const part of file?.parts ?? []) {
    const rule = part.rules.at(-1);
    if (rule && (!last || rule.source.start > last.start)) last = rule.source;
  }
  return last ? { ...last, key: void 0 } : spanAt3({ path: layer?.path ?? ".", line: 1, column: 1, endLine: 1, endColumn: 1 });
}
function readableIn({ backups }) {
  const reports = new Map(backups.map((b) => [b.policy.path, b.report]));
  const key = (rule) => `${rule.direction} ${rule.name}`;
  const index2 = /* @__PURE__ */ new Map();
  return (rule) => {
    const report = reports.get(rule.source.origin.path);
    if (!report) return void 0;
    let rules = index2.get(report);
    if (!rules) index2.set(report, rules = new Map(report.parts.flatMap((p) => p.rules).map((r) => [key(r), r])));
    const twin = rules.get(key(rule));
    return twin && placeOf(twin.source);
  };
}
function excerptOf(file, { location }) {
  if (!file || location.offset !== void 0 || file.head.includes("\0")) return void 0;
  const lines = [];
  for (let line = location.line; line <= Math.min(location.endLine, location.line + 2); line++) {
    const text = file.origin.line(line);
    if (text === void 0) break;
    lines.push(text);
  }
  return lines.length === 0 ? void 0 : { firstLine: location.line, lines };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  applyFixes,
  baselineText,
  isNeedCode,
  lint,
  loadPacks,
  openedSince,
  parseBaseline,
  rulesFor
});
