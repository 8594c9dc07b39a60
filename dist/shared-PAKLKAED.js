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
  words: () => words,
  wordsOf: () => wordsOf
});
module.exports = __toCommonJS(stdin_exports);
var s = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
var AS_IDS = { feature: (id) => id, role: (id) => id };
var en = {
  titles: AS_IDS,
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
  noFiles: "no policy file found",
  verdictNone: "Nothing was checked.",
  whereNext: 'No file here is a firewall policy in a form that this tool reads. Name the folder that holds the policy, or export the policy again: on a computer with "netsh advfirewall export policy.wfw", from Group Policy as a backup or with "Get-GPOReport -ReportType Xml". A table of rules (CSV) is read when its columns have the names that Get-NetFirewallRule and its filters use: DisplayName, Enabled, Direction, Action, Profile, Protocol, LocalPort, RemotePort, RemoteAddress, Program, Service.',
  more: (n, where) => `${s(n, "more finding")} of this kind${where === void 0 ? "" : `: see ${where}`}`,
  left: (n) => `${s(n, "more finding")} left out here; the JSON report has them all.`,
  changes: (cut, opened, mended, dropped) => `This change: cuts ${s(cut, "need")}, opens ${opened}, mends ${mended}${dropped === 0 ? "" : `, and no longer asks for ${s(dropped, "need")}`}`,
  cutTitle: "Cut by this change",
  openedTitle: "Opened by this change",
  mendedTitle: "Mended by this change",
  droppedTitle: "No longer asked for",
  opens: { "firewall-off": "the firewall is switched off", "default-allow": "inbound traffic is allowed by default" },
  anyProtocol: "any protocol",
  anyPort: "any port",
  anyAddress: "any address",
  wasThere: "was there before"
};
var ko = {
  titles: AS_IDS,
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
  noFiles: "\uC815\uCC45 \uD30C\uC77C \uC5C6\uC74C",
  verdictNone: "\uAC80\uC0AC\uD55C \uC815\uCC45\uC774 \uC5C6\uC2B5\uB2C8\uB2E4.",
  whereNext: '\uC774 \uB3C4\uAD6C\uAC00 \uC77D\uC744 \uC218 \uC788\uB294 \uD615\uC2DD\uC758 \uBC29\uD654\uBCBD \uC815\uCC45 \uD30C\uC77C\uC774 \uC5C6\uC2B5\uB2C8\uB2E4. \uC815\uCC45\uC774 \uC788\uB294 \uD3F4\uB354\uB97C \uC9C0\uC815\uD558\uAC70\uB098 \uC815\uCC45\uC744 \uB2E4\uC2DC \uB0B4\uBCF4\uB0B4\uC2ED\uC2DC\uC624. \uCEF4\uD4E8\uD130\uC5D0\uC11C\uB294 "netsh advfirewall export policy.wfw", \uADF8\uB8F9 \uC815\uCC45\uC5D0\uC11C\uB294 \uBC31\uC5C5 \uB610\uB294 "Get-GPOReport -ReportType Xml"\uC744 \uC0AC\uC6A9\uD569\uB2C8\uB2E4. \uADDC\uCE59 \uD45C(CSV)\uB294 \uC5F4 \uC774\uB984\uC774 Get-NetFirewallRule\uACFC \uD544\uD130\uC758 \uC18D\uC131 \uC774\uB984(DisplayName, Enabled, Direction, Action, Profile, Protocol, LocalPort, RemotePort, RemoteAddress, Program, Service)\uC77C \uB54C \uC77D\uC744 \uC218 \uC788\uC2B5\uB2C8\uB2E4.',
  more: (n, where) => `\uAC19\uC740 \uC218\uC900\uC758 \uACB0\uACFC\uAC00 ${n}\uAC1C \uB354 \uC788\uC2B5\uB2C8\uB2E4${where === void 0 ? "." : `: ${where}`}`,
  left: (n) => `\uACB0\uACFC ${n}\uAC1C\uB97C \uC0DD\uB7B5\uD588\uC2B5\uB2C8\uB2E4. \uC804\uCCB4 \uACB0\uACFC\uB294 JSON \uBCF4\uACE0\uC11C\uC5D0 \uC788\uC2B5\uB2C8\uB2E4.`,
  changes: (cut, opened, mended, dropped) => `\uC774 \uBCC0\uACBD: \uC694\uAD6C \uC0AC\uD56D ${cut}\uAC1C \uCC28\uB2E8, ${opened}\uAC1C \uAC1C\uBC29, ${mended}\uAC1C \uD574\uACB0${dropped === 0 ? "" : `, \uC694\uAD6C \uC0AC\uD56D ${dropped}\uAC1C\uB294 \uB354 \uC774\uC0C1 \uAC80\uC0AC\uD558\uC9C0 \uC54A\uC74C`}`,
  cutTitle: "\uC774 \uBCC0\uACBD\uC73C\uB85C \uCC28\uB2E8\uB428",
  openedTitle: "\uC774 \uBCC0\uACBD\uC73C\uB85C \uC5F4\uB9BC",
  mendedTitle: "\uC774 \uBCC0\uACBD\uC73C\uB85C \uD574\uACB0\uB428",
  droppedTitle: "\uB354 \uC774\uC0C1 \uAC80\uC0AC\uD558\uC9C0 \uC54A\uC74C",
  opens: { "firewall-off": "\uBC29\uD654\uBCBD\uC774 \uAEBC\uC9D0", "default-allow": "\uC778\uBC14\uC6B4\uB4DC \uD2B8\uB798\uD53D\uC774 \uAE30\uBCF8\uC801\uC73C\uB85C \uD5C8\uC6A9\uB428" },
  anyProtocol: "\uBAA8\uB4E0 \uD504\uB85C\uD1A0\uCF5C",
  anyPort: "\uBAA8\uB4E0 \uD3EC\uD2B8",
  anyAddress: "\uBAA8\uB4E0 \uC8FC\uC18C",
  wasThere: "\uC774\uC804\uBD80\uD130 \uC788\uC74C"
};
var words = { en, ko };
var wordsOf = ({ locale, titles }) => titles ? { ...words[locale], titles } : words[locale];
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  words,
  wordsOf
});
