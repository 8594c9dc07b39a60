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
  detect: () => detect,
  formatOf: () => formatOf,
  parseFile: () => parseFile
});
module.exports = __toCommonJS(stdin_exports);
var begins = (mark) => ({ bytes }) => bytes[0] === mark.charCodeAt(0) && mark === String.fromCharCode(...bytes.subarray(0, mark.length));
var xml = (mark) => ({ head, text }) => /^\s*</.test(head) && mark.test(text);
var json = (mark) => ({ head, text }) => /^\s*[[{/]/.test(head) && mark.test(text);
var named = (name, mark) => (file) => name.test(file.name) && mark.test(file.text);
var either = (...ways) => (file) => ways.some((way) => way(file));
var called = (name) => (file) => name.test(file.name);
var entries = [
  { id: "registry-pol", may: either(begins("PReg"), called(/^registry\.pol$/)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-registry-pol.js")))).registryPol },
  { id: "wfw", may: either(begins("regf"), called(/\.wfw$/)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-wfw.js")))).wfw },
  { id: "reg", may: either(({ head }) => /^\s*(?:Windows Registry|REGEDIT4)/.test(head), called(/\.reg$/)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-reg.js")))).reg },
  { id: "gpreport-xml", may: either(called(/^gpreport\.xml$/), xml(/\b(?:GPO|Rsop)\b/)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-gpreport-xml.js")))).gpreportXml },
  { id: "policy-rules", may: either(called(/\.policyrules$/), xml(/\bPolicyRules\b/)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-policy-rules.js")))).policyRules },
  { id: "firewall-csp", may: either(xml(/MdmStore/i), named(/\.(?:txt|csv|tsv)$/, /MdmStore/i)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-firewall-csp.js")))).firewallCsp },
  { id: "clixml", may: xml(/\bN="Direction"/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-clixml.js")))).clixml },
  { id: "gpp-registry", may: xml(/\b(?:RegistrySettings|Collection|Registry)\b/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-gpp-registry.js")))).gppRegistry },
  { id: "gpo-html", may: ({ head }) => head.includes("gpmc_reportInitialized"), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-gpo-html.js")))).gpoHtml },
  { id: "intune-json", may: json(/firewall/i), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-intune-json.js")))).intuneJson },
  { id: "net-firewall-rule-json", may: json(/"Direction"/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-net-firewall-rule-json.js")))).netFirewallRuleJson },
  { id: "net-firewall-rule-csv", may: ({ head }) => /direction/i.test(head) && !/^\s*[[{<]/.test(head), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-net-firewall-rule-csv.js")))).netFirewallRuleCsv },
  { id: "wf-export", may: ({ head }) => /^(?:[^\t\r\n]*\t){5}|^(?:[^,\r\n]*,){5}|^(?:[^;\r\n]*;){5}/.test(head), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-wf-export.js")))).wfExport },
  { id: "netsh-dump", may: ({ head }) => head.includes("\n----------------------------------------"), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-netsh-dump.js")))).netshDump },
  { id: "lgpo-text", may: either(({ head }) => /^\s*(?:;|computer|user)/i.test(head), called(/\.(?:lgpo|policytext)$/)), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-lgpo-text.js")))).lgpoText },
  { id: "dsc-mof", may: ({ head, name }) => name.endsWith(".mof") || head.includes("@TargetNode"), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-dsc-mof.js")))).dscMof },
  { id: "dsc-powershell", may: named(/\.ps[dm]?1$/, /^[ \t]*configuration\s/im), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-dsc-powershell.js")))).dscPowershell },
  { id: "powershell", may: named(/\.(?:ps[dm]?1|txt)$|^[^.]*$/, /firewall|HNetCfg/i), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-powershell.js")))).powershell },
  { id: "netsh", may: named(/\.(?:cmd|bat|nt|txt|nsh|netsh|scr|script|cfg|conf|dat|ini)$|^[^.]*$/, /netsh|firewall/i), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-netsh.js")))).netsh },
  { id: "ansible", may: named(/\.ya?ml$/, /\bwin_/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-ansible.js")))).ansible },
  { id: "salt", may: named(/\.sls$/, /firewall/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-salt.js")))).salt },
  { id: "puppet", may: named(/\.(?:pp|ya?ml|eyaml)$/, /windows_?firewall/i), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-puppet.js")))).puppet },
  { id: "chef", may: named(/\.rb$/, /windows_firewall/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-chef.js")))).chef },
  { id: "rules-yaml", may: named(/\.(?:ya?ml|json)$/, /direction/), load: async () => (await Promise.resolve().then(() => __toESM(require("./formats-rules-yaml.js")))).rulesYaml }
];
var formatOf = async (id) => entries.find((entry) => entry.id === id)?.load();
async function detect(file) {
  let promised;
  for (const entry of entries) {
    if (!entry.may(file)) continue;
    const format = await entry.load();
    if (format.recognises(file)) {
      await format.prepare?.(file);
      return { format };
    }
    if (format.names.some((name) => name.test(file.name))) promised ??= format;
  }
  return promised ? { promised } : {};
}
function parseFile(format, file, options) {
  try {
    return format.parse(file, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = { code: "file-unreadable", message: "The file is nested too deeply to be read.", source: file.span(0, 0) };
    return { path: file.path, format: format.id, parts: [], problems: [problem] };
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  detect,
  formatOf,
  parseFile
});
