const {
  ALLOW_OR_BLOCK,
  TRUE_OR_FALSE,
  addresses,
  changedValues,
  direction,
  icmp,
  ignored,
  interfaceTypes,
  ipsecOnly,
  literalText,
  narrowing,
  newDraft,
  ports,
  profiles,
  protocol,
  readAttributes,
  ruleOf,
  text,
  word
} = require("./shared-W3ZU3NDX.js");
const {
  TOOL_ADDRESSES,
  TOOL_INTERFACES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { PROFILES } = require("./commands-check.js");
var ACTIONS = new Map([...ALLOW_OR_BLOCK, ["notconfigured", "unknown"]]);
var RULE = new Map(Object.entries({
  name: text("id"),
  displayname: text("name"),
  group: text("group"),
  enabled: word("enabled", TRUE_OR_FALSE),
  action: word("action", ACTIONS),
  // What these were called before xNetworking 3.
  displaygroup: text("group"),
  applicationpath: text("program", "any"),
  access: word("action", ACTIONS),
  state: word("enabled", /* @__PURE__ */ new Map([["enabled", true], ["disabled", false]])),
  direction: direction("inbound", "outbound"),
  profile: profiles,
  localport: ports("localPorts", TOOL_PORTS),
  remoteport: ports("remotePorts", TOOL_PORTS),
  localaddress: addresses("localAddresses", TOOL_ADDRESSES),
  remoteaddress: addresses("remoteAddresses", TOOL_ADDRESSES),
  protocol: protocol(),
  icmptype: icmp,
  program: text("program", "any"),
  service: text("service", "any"),
  package: narrowing("any", "*"),
  interfacetype: interfaceTypes(TOOL_INTERFACES),
  interfacealias: narrowing("any"),
  platform: narrowing("any"),
  authentication: ipsecOnly("notrequired", "any"),
  encryption: ipsecOnly("notrequired", "any"),
  overrideblockrules: ipsecOnly("false"),
  localuser: narrowing("any"),
  remoteuser: ipsecOnly("any"),
  remotemachine: ipsecOnly("any"),
  dynamictransport: narrowing("any"),
  owner: narrowing("any"),
  // Loose matching widens an outbound rule; edge traversal concerns Teredo only.
  localonlymapping: narrowing("false"),
  loosesourcemapping: ignored,
  edgetraversalpolicy: ignored,
  description: ignored,
  ensure: ignored,
  // What every resource carries.
  resourceid: ignored,
  sourceinfo: ignored,
  modulename: ignored,
  moduleversion: ignored,
  configurationname: ignored,
  dependson: ignored,
  psdscrunascredential: ignored
}));
var OWN_RULE = ["displayname", "direction", "protocol", "localport", "remoteport", "localaddress", "remoteaddress", "program", "service", "icmptype", "action", "access", "applicationpath"];
var PREDEFINED = /^(?:AllJoyn|Collab|CoreNet|DIAL-Protocol|EventForwarder|FPS|FPSSMBD|IIS-WebServerRole|MDNS|MSDTC|MsiScsi|NETDIS|Netlogon|PerfLogsAlerts|PlayTo|RemoteAssistance|RemoteDesktop|RemoteEventLogSvc|RemoteFwAdmin|RemoteSvcAdmin|RemoteTask|RVM|SNMPTRAP|SPPSVC|TPMVSCMGR|vm-monitoring|WFDPRINT|WINRM|WMI|WMP|WMPNSS|Wininit)-/i;
function dscFirewall(properties, source, condition) {
  const name = properties.get("name")?.value;
  const id = name && name.kind !== "nothing" ? literalText(name) : void 0;
  if (id === void 0 || id === "") {
    return { problems: [{ code: "rule-malformed", message: "A Firewall resource has no Name.", source }] };
  }
  const ensure = properties.get("ensure")?.value;
  const draft = readAttributes(newDraft(source), properties.values(), RULE);
  const select = { ids: [id] };
  if (ensure?.kind === "scalar" && ensure.text.toLowerCase() === "absent") {
    return { change: { kind: "remove", select, values: {}, condition, source }, problems: draft.problems };
  }
  if (ensure?.kind === "expression") draft.unmodelled.push(`condition=Ensure ${ensure.text}`);
  if (condition !== void 0) draft.unmodelled.push(`condition=${condition}`);
  const switches = !OWN_RULE.some((property) => properties.has(property));
  if ((switches || PREDEFINED.test(id)) && name?.kind === "scalar") {
    if (draft.values.malformed !== void 0) return { problems: draft.problems };
    return { change: { kind: "set", select, values: changedValues(draft), condition, source }, problems: draft.problems };
  }
  return { rule: ruleOf(draft, { id, name: id }), problems: draft.problems };
}
var SETTINGS = /* @__PURE__ */ new Map([
  ["enabled", "enabled"],
  ["defaultinboundaction", "defaultInbound"],
  ["defaultoutboundaction", "defaultOutbound"],
  ["allowlocalfirewallrules", "allowLocalRules"],
  ["allowinboundrules", "blockAllInbound"],
  ["allowuserapps", "allowUserApps"],
  ["allowuserports", "allowUserPorts"]
]);
function dscProfile(properties, source) {
  const problems = [];
  const name = properties.get("name")?.value;
  const profile = PROFILES.find((p) => name?.kind === "scalar" && p === name.text.toLowerCase());
  if (!profile) {
    const said = name ? literalText(name) : "";
    if (name?.kind === "expression") problems.push({ code: "requirement-unverifiable", message: `FirewallProfile ${said} is a profile that this file does not name.`, source });
    else problems.push({ code: "rule-malformed", message: `FirewallProfile "${said}" is none of Domain, Private, Public.`, source });
    return { settings: {}, problems };
  }
  const settings = {};
  for (const [property, key] of SETTINGS) {
    const entry = properties.get(property);
    if (!entry || entry.value.kind === "nothing") continue;
    const said = literalText(entry.value).toLowerCase();
    const span = { ...source, start: entry.start, end: entry.value.end };
    const isAction = key === "defaultInbound" || key === "defaultOutbound";
    if (said === "notconfigured") continue;
    if (entry.value.kind === "expression") {
      problems.push({ code: "requirement-unverifiable", message: `${entry.name} of profile ${profile} is ${entry.value.text}, which only the tool knows.`, source: span });
    } else if (isAction ? said !== "allow" && said !== "block" : said !== "true" && said !== "false") {
      problems.push({ code: "rule-malformed", message: `${entry.name} "${literalText(entry.value)}" is not a value of a profile.`, source: span });
    } else {
      settings[key] = { value: isAction ? said : key === "blockAllInbound" ? said === "false" : said === "true", source: span };
    }
  }
  return { profile, settings, problems };
}
module.exports = { dscFirewall, dscProfile };
