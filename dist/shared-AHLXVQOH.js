const { undecided } = require("./commands-check.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, PortEntry, PortList, addressSet, addressTexts, isAnyAddress, isAnyPort, isListOfPorts, makeRule, parseAddresses, parseIcmp, parsePort, parsePortRange, portEntry, portSet, profileBit, profileNames, rangeText } = require("./commands-check.js");
const { formatIPv4, formatIPv6, parseAddressRange, parseIPv4 } = require("./commands-check.js");
var NONE = Object.freeze([]);
var AddressEntry = class {
  from;
  to;
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  get v4() {
    return [[this.from, this.to]];
  }
  get v6() {
    return NONE;
  }
  get keywords() {
    return NONE;
  }
  get unresolved() {
    return NONE;
  }
};
var AddressList = class {
  entries;
  constructor(entries) {
    this.entries = entries;
  }
  get v4() {
    return this.entries.map(({ from, to }) => [from, to]);
  }
  get v6() {
    return NONE;
  }
  get keywords() {
    return NONE;
  }
  get unresolved() {
    return NONE;
  }
  get text() {
    return this.entries.flatMap(addressTexts);
  }
};
var FIELD = {
  nothing: 0,
  fault: 1,
  action: 2,
  active: 3,
  direction: 4,
  protocol: 5,
  profile: 6,
  localPort: 7,
  remotePort: 8,
  icmp4: 9,
  icmp6: 10,
  localAddress: 11,
  remoteAddress: 12,
  program: 13,
  service: 14,
  interfaceType: 15,
  platform: 16,
  orLater: 17,
  unmodelled: 18,
  security: 19,
  remoteMachine: 20,
  remoteUser: 21,
  edge: 22,
  looseSource: 23,
  name: 24,
  group: 25,
  localPortAfterProtocol: 26,
  remotePortAfterProtocol: 27,
  protocolFault: 28
};
var count = 0;
var token = (field, value) => ({ field, value, id: ++count });
var fault = (why) => token(FIELD.fault, why);
var NOTHING = token(FIELD.nothing, void 0);
function readToken(text) {
  const equals = text.indexOf("=");
  if (equals < 0) return fault('is not of the form Key=Value (no value may contain "|")');
  const value = text.slice(equals + 1);
  if (value === "") return NOTHING;
  const key = text.slice(0, equals);
  const reader = READERS.get(key) ?? READERS.get(key.toLowerCase());
  return reader ? reader(value, text) : token(FIELD.unmodelled, text);
}
var portTokens = { 26: /* @__PURE__ */ new Map(), 27: /* @__PURE__ */ new Map() };
function portToken(field, port) {
  const known = portTokens[field];
  let made = known.get(port);
  if (!made) known.set(port, made = token(field, portEntry(port)));
  return made;
}
var portRangeToken = (field, from, to) => token(field, from === to ? portEntry(from) : new PortEntry(from, to));
var addressToken = (field, from, to) => token(field, new AddressEntry(from, to));
var isRuleKey = (key) => READERS.has(key.toLowerCase());
function word(field, words) {
  const tokens2 = new Map(Object.entries(words).map(([name, value]) => [name.toLowerCase(), token(field, value)]));
  const wrong = fault(`is none of ${Object.keys(words).join(", ")}`);
  return (value) => tokens2.get(value.toLowerCase()) ?? wrong;
}
var nothing = () => NOTHING;
var unmodelled = (_, text) => token(FIELD.unmodelled, text);
var flag = (field) => (value, text) => /^false$/i.test(value) ? NOTHING : token(field, text);
function smallNumber(text) {
  if (text.length > 5) return -1;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
function ports(field, keywords) {
  const words = wordSets(keywords);
  return (value) => {
    const number = smallNumber(value);
    if (number >= 0) return number <= 65535 ? portToken(field, number) : fault("names a port above 65535");
    const set = words.get(value.toLowerCase());
    if (set) return token(field, set);
    if (/^[\d\s,-]+$/.test(value)) return fault("holds more than one port; this key takes one, LPort2_10 and RPort2_10 take a range");
    return fault(`is neither a port number nor one of the words that this key takes (${Object.keys(keywords).join(", ") || "none"})`);
  };
}
function portRange(field, keywords) {
  const words = wordSets(keywords);
  return (value) => {
    const set = words.get(value.toLowerCase());
    if (set) return token(field, set);
    const range = /^\d+-\d+$/.test(value) ? parsePort(value) : void 0;
    return range ? token(field, range) : fault('is not a range of ports "from-to" within 0-65535');
  };
}
function portWord(field, keywords) {
  const words = wordSets(keywords);
  return (value, text) => words.has(value.toLowerCase()) ? token(field, words.get(value.toLowerCase())) : token(FIELD.unmodelled, text);
}
var wordSets = (keywords) => new Map(Object.entries(keywords).map(([name, keyword]) => [name.toLowerCase(), portSet([], [keyword], [], [keyword])]));
function addresses(field, family, keywords) {
  return (value) => {
    const set = value.charCodeAt(0) > 57 ? keywords.get(value.toLowerCase()) : void 0;
    if (set) return token(field, set);
    const host = family === 4 ? parseIPv4(value) : void 0;
    if (host !== void 0 && isUsable4(host)) return token(field, new AddressEntry(host, host));
    const read = addressOf(value, family);
    return typeof read === "string" ? fault(read) : token(field, read);
  };
}
function addressOf(value, family) {
  if (value === "*" || value.toLowerCase() === "any") return "is not in the grammar: a rule for any address has no such token";
  const range = parseAddressRange(value);
  if (!range) return `is no IPv${family} address, subnet or range, and no word that this key takes`;
  if (("v4" in range ? 4 : 6) !== family) return `holds an IPv${10 - family} address, which belongs in the other key`;
  const isRange = value.includes("-");
  if (/\/0*$|\/0\.0\.0\.0$/.test(value)) return "has an empty subnet mask; a rule for any address has no such token";
  if ("v4" in range) {
    const [from] = range.v4;
    if (!isRange && !isUsable4(from)) return "names the unspecified or a loopback address";
    return new AddressEntry(range.v4[0], range.v4[1]);
  }
  if (!isRange && range.v6[0] <= 1n) return "names the unspecified or the loopback address";
  return addressSet([], [range.v6]);
}
var isUsable4 = (address) => address !== 0 && Math.floor(address / 16777216) !== 127;
var addressWords = (words) => new Map(Object.entries(words).map(([name, keyword]) => [name.toLowerCase(), addressSet([], [], [keyword])]));
var NO_WORDS = /* @__PURE__ */ new Map();
var WORDS4 = addressWords({ LocalSubnet: "local-subnet4", DNS: "dns4", DHCP: "dhcp4", WINS: "wins4", DefaultGateway: "default-gateway4" });
var WORDS6 = addressWords({ LocalSubnet: "local-subnet6", DNS: "dns6", DHCP: "dhcp6", WINS: "wins6", DefaultGateway: "default-gateway6" });
var remoteWords = (() => {
  const words = addressWords({
    IntrAnet: "intranet",
    IntErnet: "internet",
    Ply2Renders: "play-to-device",
    RmtIntrAnet: "intranet-remote-access",
    CaptivePortal: "captive-portal"
  });
  return (value, text) => {
    const set = words.get(value.toLowerCase());
    return set ? token(FIELD.remoteAddress, set) : token(FIELD.unmodelled, text);
  };
})();
var icmp = (field) => (value) => {
  const entry = /^\d+:(\d+|\*)$/.test(value) ? parseIcmp(value) : void 0;
  return entry === void 0 ? fault('is not "type:code" with numbers up to 255, or * for the code') : token(field, Object.freeze([entry]));
};
var program = (value) => {
  if (value.length >= 260) return fault("is longer than a path may be (259 characters)");
  if (/[/*?"<>]/.test(value)) return fault('holds a character that no path may have (/ * ? " < >)');
  return token(FIELD.program, value.includes("\\\\") ? value.replace(/(?!^)\\{2,}/g, "\\").replace(/^\\{3,}/, "\\\\") : value);
};
var service = (value) => value.length < 260 && !/[/\\]/.test(value) ? token(FIELD.service, value) : fault("is no service name (up to 259 characters without / and \\)");
var platform = (value) => {
  const match = /^(\d{1,3}):(\d{1,3}):(\d{1,3})$/.exec(value);
  if (!match) return fault('is not "platform:major:minor"');
  return token(FIELD.platform, { platform: Number(match[1]), major: Number(match[2]), minor: Number(match[3]), orLater: false });
};
var skipVersion = (value, text) => {
  const match = /^(\d{1,3})\.(\d{1,3})$/.exec(value);
  if (!match) return fault("is not a version such as 2.22");
  const version = Number(match[1]) * 1e3 + Number(match[2]);
  return version < 2022 ? NOTHING : token(FIELD.unmodelled, text);
};
var interfaceType = (value, text) => {
  const type = INTERFACE_TYPES.get(value.toLowerCase());
  return type ? token(FIELD.interfaceType, type) : token(FIELD.unmodelled, text);
};
var INTERFACE_TYPES = /* @__PURE__ */ new Map([
  ["lan", "lan"],
  ["wireless", "wireless"],
  ["remoteaccess", "remote-access"]
]);
var READERS = new Map(Object.entries({
  Action: word(FIELD.action, { Allow: "allow", Block: "block", ByPass: "bypass" }),
  Active: word(FIELD.active, { TRUE: true, FALSE: false }),
  Dir: word(FIELD.direction, { In: "inbound", Out: "outbound" }),
  Protocol: (value) => /^\d{1,3}$/.test(value) && Number(value) <= 255 ? token(FIELD.protocol, Number(value)) : token(FIELD.protocolFault, "is not a protocol number from 0 to 255"),
  Profile: word(FIELD.profile, { Domain: 1, Private: 2, Public: 4 }),
  LPort: ports(FIELD.localPortAfterProtocol, { RPC: "rpc", "RPC-EPMap": "rpc-epmap", Teredo: "teredo" }),
  LPort2_10: portRange(FIELD.localPortAfterProtocol, { IPTLSIn: "iphttps", IPHTTPSIn: "iphttps" }),
  LPort2_20: portWord(FIELD.localPort, { DHCP: "dhcp", Ply2Disc: "ply2disc" }),
  LPort2_24: portWord(FIELD.localPort, { mDNS: "mdns" }),
  // the ABNF calls it "2-25" and names no key; real rules have 2_24
  LPort2_25: portWord(FIELD.localPort, { mDNS: "mdns" }),
  LPort2_29: portWord(FIELD.localPort, { TcpCDPSvc: "tcpcdpsvc" }),
  RPort: ports(FIELD.remotePortAfterProtocol, {}),
  RPort2_10: portRange(FIELD.remotePortAfterProtocol, { IPTLSOut: "iphttps", IPHTTPSOut: "iphttps" }),
  RPort2_28: portWord(FIELD.remotePort, { CortanaOut: "cortana" }),
  ICMP4: icmp(FIELD.icmp4),
  ICMP6: icmp(FIELD.icmp6),
  LA4: addresses(FIELD.localAddress, 4, NO_WORDS),
  LA6: addresses(FIELD.localAddress, 6, NO_WORDS),
  RA4: addresses(FIELD.remoteAddress, 4, WORDS4),
  RA6: addresses(FIELD.remoteAddress, 6, WORDS6),
  RA42: remoteWords,
  RA62: remoteWords,
  App: program,
  Svc: service,
  IFType: interfaceType,
  Platform: platform,
  Platform2: (value, text) => token(/^gteq$/i.test(value) ? FIELD.orLater : FIELD.unmodelled, text),
  SkipVer: skipVersion,
  Name: (value) => value.length > 9999 || /^all$/i.test(value) ? fault("is no name that a rule may have") : token(FIELD.name, value),
  EmbedCtxt: (value) => token(FIELD.group, value),
  Desc: nothing,
  Defer: nothing,
  // about edge traversal only
  Edge: flag(FIELD.edge),
  // Applies to traffic that IPsec protects only ([MS-FASP] 2.2.35).
  Security: (_, text) => token(FIELD.security, text),
  Security2_9: (_, text) => token(FIELD.security, text),
  Security2: (_, text) => token(FIELD.security, text),
  RMAuth: (_, text) => token(FIELD.remoteMachine, text),
  RUAuth: (_, text) => token(FIELD.remoteUser, text),
  LSM: flag(FIELD.looseSource),
  // Narrow the rule, or change how it matches, in ways that files do not decide.
  AuthByPassOut: flag(FIELD.unmodelled),
  LOM: flag(FIELD.unmodelled),
  PCross: flag(FIELD.unmodelled),
  TTK: unmodelled,
  TTK2_22: unmodelled,
  TTK2_27: unmodelled,
  TTK2_28: unmodelled,
  NNm: unmodelled,
  SecurityRealmId: unmodelled,
  AppPkgId: unmodelled,
  PFN: unmodelled,
  LUAuth: unmodelled,
  LUAuth2_24: unmodelled,
  LUOwn: unmodelled,
  IF: unmodelled
}).flatMap(([key, reader]) => [[key, reader], [key.toLowerCase(), reader]]));
function writeRuleString(rule, version = "2.31") {
  const tokens2 = [
    `Action=${{ allow: "Allow", block: "Block", bypass: "ByPass", unknown: "Allow" }[rule.action]}`,
    `Active=${rule.enabled === true && !saysMore(rule) ? "TRUE" : "FALSE"}`,
    `Dir=${rule.direction === "outbound" ? "Out" : "In"}`,
    ...typeof rule.protocol === "number" ? [`Protocol=${rule.protocol}`] : [],
    ...rule.profiles === ALL_PROFILES ? [] : profileNames(rule.profiles).map((p) => `Profile=${p.charAt(0).toUpperCase()}${p.slice(1)}`),
    ...portTokens2(rule.localPorts, "LPort", "In"),
    ...portTokens2(rule.remotePorts, "RPort", "Out"),
    ...rule.icmp.map((entry) => `${rule.protocol === 58 ? "ICMP6" : "ICMP4"}=${entry}`),
    ...addressTokens(rule.localAddresses, "LA"),
    ...addressTokens(rule.remoteAddresses, "RA"),
    ...said("App", rule.program),
    ...said("Svc", rule.service),
    ...rule.interfaceTypes.flatMap((type) => said("IFType", { lan: "Lan", wireless: "Wireless", "remote-access": "RemoteAccess", "mobile-broadband": void 0 }[type])),
    ...said("Name", rule.name),
    ...said("EmbedCtxt", rule.group),
    ...rule.platforms.flatMap((p) => [`Platform=${p.platform}:${p.major}:${p.minor}`, ...p.orLater ? ["Platform2=GTEQ"] : []]),
    ...rule.unmodelled.filter(isToken).map(plain)
  ];
  return `v${version}|${tokens2.join("|")}|`;
}
var isToken = (entry) => entry.includes("=") && isRuleKey(entry.slice(0, entry.indexOf("=")));
var saysMore = (rule) => undecided(rule).length > 0 || !rule.unmodelled.every(isToken) || rule.localAddresses.keywords.length > 0 || rule.interfaceTypes.includes("mobile-broadband");
var said = (key, value) => value === void 0 || value === "" ? [] : [`${key}=${plain(value)}`];
var plain = (value) => value.replace(/[|\r\n\0]+/g, " ");
function portTokens2(set, key, side) {
  if (isAnyPort(set)) return [];
  return [
    ...set.ranges.map((range) => range[0] === range[1] ? `${key}=${range[0]}` : `${key}2_10=${rangeText(range)}`),
    ...set.keywords.flatMap((keyword) => keyword === "iphttps" ? [`${key}2_10=IPTLS${side}`, `${key}2_10=IPHTTPS${side}`] : [`${key}${PORT_WORDS[keyword]}`])
  ];
}
var PORT_WORDS = {
  rpc: "=RPC",
  "rpc-epmap": "=RPC-EPMap",
  teredo: "=Teredo",
  dhcp: "2_20=DHCP",
  ply2disc: "2_20=Ply2Disc",
  mdns: "2_24=mDNS",
  tcpcdpsvc: "2_29=TcpCDPSvc",
  cortana: "2_28=CortanaOut"
};
function addressTokens(set, key) {
  if (isAnyAddress(set)) return [];
  return [
    ...set.v4.map((range) => `${key}4=${subnet4(range)}`),
    ...set.v6.map((range) => `${key}6=${subnet6(range)}`),
    ...key === "LA" ? [] : set.keywords.flatMap(remoteWord)
  ];
}
function subnet4([from, to]) {
  const size = to - from + 1;
  if (size === 1) return formatIPv4(from);
  const isSubnet = size < 2 ** 32 && Number.isInteger(Math.log2(size)) && from % size === 0 && from !== 0 && from >>> 24 !== 127;
  return isSubnet ? `${formatIPv4(from)}/${formatIPv4(2 ** 32 - size)}` : `${formatIPv4(from)}-${formatIPv4(to)}`;
}
function subnet6([from, to]) {
  const size = to - from + 1n;
  if (size === 1n) return formatIPv6(from);
  const isSubnet = (size & size - 1n) === 0n && from % size === 0n && from > 1n;
  return isSubnet ? `${formatIPv6(from)}/${129 - size.toString(2).length}` : `${formatIPv6(from)}-${formatIPv6(to)}`;
}
var REMOTE_WORDS = /* @__PURE__ */ new Map([
  ["local-subnet", "LocalSubnet"],
  ["dns", "DNS"],
  ["dhcp", "DHCP"],
  ["wins", "WINS"],
  ["default-gateway", "DefaultGateway"]
]);
var REMOTE_WORDS_2 = /* @__PURE__ */ new Map([
  ["intranet", "IntrAnet"],
  ["internet", "IntErnet"],
  ["play-to-device", "Ply2Renders"],
  ["intranet-remote-access", "RmtIntrAnet"],
  ["captive-portal", "CaptivePortal"]
]);
function remoteWord(keyword) {
  const family = /[46]$/.exec(keyword)?.[0];
  const word2 = REMOTE_WORDS.get(family === void 0 ? keyword : keyword.slice(0, -1));
  if (word2 !== void 0) return family === void 0 ? [`RA4=${word2}`, `RA6=${word2}`] : [`RA${family}=${word2}`];
  const second = REMOTE_WORDS_2.get(keyword);
  return second === void 0 ? [] : [`RA42=${second}`, `RA62=${second}`];
}
function writeIds(rules) {
  const uses = /* @__PURE__ */ new Map();
  return rules.map((rule) => {
    const base = plain(rule.id ?? rule.name).trim().slice(0, 200) || "Rule";
    for (let id = base; ; id = `${base} ${uses.get(base.toLowerCase())}`) {
      const key = id.toLowerCase();
      const taken = uses.get(key);
      uses.set(base.toLowerCase(), (uses.get(base.toLowerCase()) ?? 0) + 1);
      if (taken !== void 0) continue;
      uses.set(key, 1);
      return id;
    }
  });
}
var ProfileKeys = class {
  #keys;
  /** Which key speaks for which profile. */
  sources;
  store;
  /** Which of the policy keys for private and public there are; undefined where there is none, or in the local store. */
  generation;
  constructor(store, keys) {
    this.#keys = keys;
    this.store = store;
    const exists = (name) => [...keys.keys()].some((tail) => tail === name || tail.startsWith(`${name}\\`));
    this.generation = store !== "group-policy" ? void 0 : exists("privateprofile") || exists("publicprofile") ? "new" : exists("standardprofile") ? "old" : void 0;
    const standard = [{ profile: "private", from: "standardprofile" }, { profile: "public", from: "standardprofile" }];
    const own = [{ profile: "private", from: "privateprofile" }, { profile: "public", from: "publicprofile" }];
    this.sources = [
      { profile: "domain", from: "domainprofile" },
      // The service's own key calls the private profile StandardProfile.
      ...store === "local" ? [{ profile: "private", from: "standardprofile" }, { profile: "public", from: "publicprofile" }] : this.generation === "new" ? own : standard
    ];
  }
  value(profileKey, below, name) {
    return this.values(profileKey, below).get(name.toLowerCase());
  }
  values(profileKey, below) {
    return this.#keys.get(below === "" ? profileKey : `${profileKey}\\${below}`) ?? NO_VALUES;
  }
};
var NO_VALUES = /* @__PURE__ */ new Map();
function settingsOf(keys, from, problems) {
  const settings = {};
  for (const { below, name, setting, read, notStandard } of SETTINGS) {
    const value = keys.value(from, below, name);
    if (!value || notStandard && from === "standardprofile" && keys.store !== "local") continue;
    const source = settingSpan(value);
    if (value.number === void 0) problems.push({ code: "rule-malformed", message: `"${value.name}" is no DWORD value, so Windows does not use it.`, source });
    else settings[setting] = { value: read(value.number), source };
  }
  return Object.keys(settings).length > 0 ? settings : void 0;
}
var settingSpan = ({ key, name, source }) => ({ ...source, key: `${key}\\${name}` });
var SettingNames = class {
  #names = /* @__PURE__ */ new Map();
  /** The setting that a value of a key is; all of that key for `*`. */
  add(tail, name) {
    this.#add((key, value) => key === tail && (name === "*" || value === name.toLowerCase()));
  }
  /** All that stand in a key or below it. */
  addBelow(tail) {
    this.#add((key) => tail === "" || key === tail || key.startsWith(`${tail}\\`));
  }
  byProfile(sources) {
    if (this.#names.size === 0) return void 0;
    return Object.fromEntries(sources.flatMap(({ profile, from }) => {
      const names = this.#names.get(from);
      return names ? [[profile, [...names]]] : [];
    }));
  }
  #add(matches) {
    for (const from of ["domainprofile", "privateprofile", "publicprofile", "standardprofile"]) {
      for (const { below, name, setting } of SETTINGS) {
        if (!matches(below === "" ? from : `${from}\\${below}`, name.toLowerCase())) continue;
        const held = this.#names.get(from);
        if (held) held.add(setting);
        else this.#names.set(from, /* @__PURE__ */ new Set([setting]));
      }
    }
  }
};
var isOn = (number) => number !== 0;
var action = (number) => number === 0 ? "allow" : "block";
var SETTINGS = [
  { below: "", name: "EnableFirewall", setting: "enabled", read: isOn },
  { below: "", name: "DefaultInboundAction", setting: "defaultInbound", read: action, notStandard: true },
  { below: "", name: "DefaultOutboundAction", setting: "defaultOutbound", read: action, notStandard: true },
  { below: "", name: "AllowLocalPolicyMerge", setting: "allowLocalRules", read: isOn, notStandard: true },
  { below: "", name: "DoNotAllowExceptions", setting: "blockAllInbound", read: isOn },
  { below: "authorizedapplications", name: "AllowUserPrefMerge", setting: "allowUserApps", read: isOn },
  { below: "globallyopenports", name: "AllowUserPrefMerge", setting: "allowUserPorts", read: isOn }
];
var POLICIES = "policies\\microsoft\\windowsfirewall";
var SERVICE = "services\\sharedaccess\\parameters\\firewallpolicy";
function firewallKey(path) {
  const key = normalised(path);
  if (/^(?:hkey_current_user|hkcu)(?:\\|$)/.test(key)) return void 0;
  const policies = tailAfter(key, POLICIES);
  if (policies !== void 0) return { store: "group-policy", tail: policies };
  const service2 = tailAfter(key, SERVICE);
  return service2 === void 0 ? void 0 : { store: "local", tail: service2 };
}
function storesBelow(path) {
  const key = normalised(path).replace(/^(?:hkey_local_machine|hklm|machine)\\/, "").replace(/^system\\(?:currentcontrolset|controlset\d+)\\?/, "system\\");
  const below = (full) => key !== "" && full.startsWith(`${key.replace(/\\$/, "")}\\`);
  return [...below(`software\\${POLICIES}`) ? ["group-policy"] : [], ...below(`system\\${SERVICE}`) ? ["local"] : []];
}
var normalised = (path) => path.toLowerCase().replace(/^\\+|(?<!\\)\\+$/g, "");
function tailAfter(key, base) {
  for (let at = key.indexOf(base); at >= 0; at = key.indexOf(base, at + 1)) {
    const end = at + base.length;
    if ((at === 0 || key[at - 1] === "\\") && (end === key.length || key[end] === "\\")) return key.slice(end + 1);
  }
  return void 0;
}
var PROFILE_KEYS = /* @__PURE__ */ new Map([
  ["domainprofile", "domain"],
  ["privateprofile", "private"],
  ["publicprofile", "public"],
  ["standardprofile", "standard"]
]);
function splitProfile(tail) {
  const cut = tail.indexOf("\\");
  const profile = PROFILE_KEYS.get(cut < 0 ? tail : tail.slice(0, cut));
  return profile && { profile, rest: cut < 0 ? "" : tail.slice(cut + 1) };
}
var HOLDING_KEYS = /* @__PURE__ */ new Set([
  "",
  "authorizedapplications",
  "authorizedapplications\\list",
  "globallyopenports",
  "globallyopenports\\list",
  "icmpsettings",
  "remoteadminsettings",
  "services\\fileandprint",
  "services\\remotedesktop",
  "services\\upnpframework"
]);
var ROOT = "Software\\Policies\\Microsoft\\WindowsFirewall";
var PROFILE_NAMES = /* @__PURE__ */ new Map([["domainprofile", "DomainProfile"], ["standardprofile", "StandardProfile"]]);
var PORT_LIST = "globallyopenports\\list";
var PROGRAM_LIST = "authorizedapplications\\list";
var EXCEPTIONS = [
  { key: "Services\\FileAndPrint", openings: [{ protocol: 6, ports: [139, 445] }, { protocol: 17, ports: [137, 138] }], shuts: true },
  // Since Vista nothing dynamic; "disabled" leaves 445 to other settings.
  { key: "RemoteAdminSettings", openings: [{ protocol: 6, ports: [135, 445] }], shuts: false },
  { key: "Services\\RemoteDesktop", openings: [{ protocol: 6, ports: [3389] }], shuts: true },
  { key: "Services\\UPnPFramework", openings: [{ protocol: 6, ports: [2869] }, { protocol: 17, ports: [1900] }], shuts: true }
];
var ICMP_VALUES = [
  { name: "AllowInboundEchoRequest", direction: "inbound", protocol: 1, type: 8 },
  { name: "AllowInboundTimestampRequest", direction: "inbound", protocol: 1, type: 13 },
  { name: "AllowInboundMaskRequest", direction: "inbound", protocol: 1, type: 17 },
  { name: "AllowInboundRouterRequest", direction: "inbound", protocol: 1, type: 10 },
  { name: "AllowRedirect", direction: "inbound", protocol: 1, type: 5 },
  { name: "AllowOutboundDestinationUnreachable", direction: "outbound", protocol: 1, type: 3 },
  { name: "AllowOutboundSourceQuench", direction: "outbound", protocol: 1, type: 4 },
  { name: "AllowOutboundTimeExceeded", direction: "outbound", protocol: 1, type: 11 },
  { name: "AllowOutboundParameterProblem", direction: "outbound", protocol: 1, type: 12 },
  { name: "AllowOutboundPacketTooBig", direction: "outbound", protocol: 58, type: 2 }
];
function openingsOf(keys, changes, problems) {
  const rules = [];
  for (const from of ["domainprofile", "standardprofile"]) {
    const profiles = keys.sources.filter((source) => source.from === from).reduce((set, { profile }) => set | profileBit(profile), 0);
    if (profiles === 0) continue;
    const maker = new Maker(profiles, problems, rules);
    addExceptions(keys, from, maker, changes);
    addPorts(keys, from, maker, changes);
    addPrograms(keys, from, maker, changes);
    for (const { name, direction, protocol, type } of ICMP_VALUES) {
      const value = keys.value(from, "icmpsettings", name);
      if (value?.number) maker.add(value, idOf(from, `IcmpSettings\\${name}`), { name: `IcmpSettings ${name}`, direction, protocol, icmp: [`${type}:*`] });
    }
  }
  return rules;
}
function removedOpenings(tail, name) {
  const split = splitProfile(tail);
  const profile = split && PROFILE_NAMES.get(`${split.profile}profile`);
  if (!split || profile === void 0) return [];
  const prefix = `${ROOT}\\${profile}`;
  if (split.rest === "") return name === "*" ? [`${prefix}\\*`] : [];
  if (!/^(?:globallyopenports|authorizedapplications|services|remoteadminsettings|icmpsettings)(?:\\|$)/.test(split.rest)) return [];
  return name === "*" ? [`${prefix}\\${split.rest}\\*`] : [`${prefix}\\${split.rest}\\${name}`, `${prefix}\\${split.rest}\\${name} *`];
}
var idOf = (from, below) => `${ROOT}\\${PROFILE_NAMES.get(from)}\\${below}`;
var Maker = class {
  #profiles;
  #problems;
  #rules;
  constructor(profiles, problems, rules) {
    this.#profiles = profiles;
    this.#problems = problems;
    this.#rules = rules;
  }
  add(value, id, said2) {
    this.#rules.push(makeRule({ ...said2, id, profiles: this.#profiles, source: settingSpan(value) }));
  }
  /** A port opening; whatever opens TCP 445 lets echo requests in as well, even if the ICMP setting says no. */
  open(value, id, { protocol, ports: ports2 }, said2) {
    const set = portSet(ports2.map((port) => [port, port]), [], [], ports2.map((port) => rangeText([port, port])));
    this.add(value, id, { ...said2, protocol, localPorts: set });
    if (protocol === 6 && ports2.includes(445) && said2.action !== "block") {
      this.add(value, `${id} echo`, { ...said2, name: `${said2.name} (echo request)`, protocol: 1, icmp: ["8:*"] });
    }
  }
  note(value, message) {
    this.#problems.push({ code: "requirement-unverifiable", message, source: settingSpan(value) });
  }
  malformed(value, why) {
    this.#problems.push({ code: "rule-malformed", message: `Windows would not use the entry "${value.text ?? ""}": ${why}.`, source: settingSpan(value) });
    return void 0;
  }
};
function addExceptions(keys, from, maker, changes) {
  for (const { key, openings, shuts } of EXCEPTIONS) {
    const value = keys.value(from, key.toLowerCase(), "Enabled");
    if (!value) continue;
    const id = idOf(from, `${key}\\Enabled`);
    const idFor = ({ protocol }) => `${id} ${protocol === 6 ? "TCP" : "UDP"}`;
    if (value.number === 0) {
      changes.push({ kind: "remove", select: { ids: shuts ? [`${id} * echo`] : [`${id} *`] }, values: {}, condition: void 0, source: settingSpan(value) });
      if (shuts) for (const opening of openings) maker.open(value, idFor(opening), opening, { name: `${key} disabled`, action: "block" });
      continue;
    }
    if (value.number === void 0) {
      maker.malformed(value, `"${key}\\Enabled" must be a DWORD value`);
      continue;
    }
    const addresses2 = keys.value(from, key.toLowerCase(), "RemoteAddresses");
    const scope = addresses2?.text === void 0 ? ANY_ADDRESSES : scopeOf(addresses2.text, addresses2, maker);
    if (!scope) continue;
    if (addresses2?.text === void 0) maker.note(value, `${key}\\RemoteAddresses is not set; it is taken as every address.`);
    for (const opening of openings) maker.open(value, idFor(opening), opening, { name: key, remoteAddresses: scope });
  }
}
function addPorts(keys, from, maker, changes) {
  const read = listed(keys, from, PORT_LIST, "globallyopenports", changes).flatMap((value) => {
    const [port = "", transport = "", scope = "", status = ""] = value.text.split(":");
    const range = /^\d+$/.test(port) ? parsePortRange(port) : void 0;
    const protocol = { tcp: 6, udp: 17 }[transport.toLowerCase()];
    if (!range || range[0] === 0) {
      maker.malformed(value, `"${port}" is no port from 1 to 65535`);
      return [];
    }
    if (protocol !== 6 && protocol !== 17) {
      maker.malformed(value, `"${transport}" is neither TCP nor UDP`);
      return [];
    }
    const enabled = statusOf(status, value, maker);
    const remoteAddresses = scopeOf(scope, value, maker);
    return enabled === void 0 || !remoteAddresses ? [] : [{ value, protocol, port: range[0], enabled, remoteAddresses }];
  });
  const off = new Set(read.filter((entry) => !entry.enabled).map(({ protocol, port }) => `${protocol} ${port}`));
  for (const { value, protocol, port, remoteAddresses } of read) {
    const id = idOf(from, `GloballyOpenPorts\\List\\${value.name}`);
    maker.open(value, id, { protocol, ports: [port] }, { name: `GloballyOpenPorts ${value.text}`, enabled: !off.has(`${protocol} ${port}`), remoteAddresses });
  }
}
function addPrograms(keys, from, maker, changes) {
  const read = listed(keys, from, PROGRAM_LIST, "authorizedapplications", changes).flatMap((value) => {
    const cut = value.text.indexOf(":", value.text[1] === ":" ? 2 : 0);
    const program2 = value.text.slice(0, Math.max(cut, 0));
    const [scope = "", status = ""] = value.text.slice(cut + 1).split(":");
    if (program2 === "") {
      maker.malformed(value, "it has no path");
      return [];
    }
    const enabled = statusOf(status, value, maker);
    const remoteAddresses = scopeOf(scope, value, maker);
    return enabled === void 0 || !remoteAddresses ? [] : [{ value, program: program2, enabled, remoteAddresses }];
  });
  const off = new Set(read.filter((entry) => !entry.enabled).map(({ program: program2 }) => program2.toLowerCase()));
  for (const { value, program: program2, remoteAddresses } of read) {
    maker.add(value, idOf(from, `AuthorizedApplications\\List\\${value.name}`), {
      name: `AuthorizedApplications ${value.text}`,
      enabled: !off.has(program2.toLowerCase()),
      program: program2,
      remoteAddresses
    });
  }
}
function listed(keys, from, list, policy, changes) {
  const switched = keys.value(from, policy, "Enabled");
  if (switched?.number === 0) changes.push({ kind: "remove", select: { ids: [idOf(from, `${list}\\*`)] }, values: {}, condition: void 0, source: settingSpan(switched) });
  if (!switched?.number) return [];
  return [...keys.values(from, list).values()].flatMap((value) => value.text === void 0 ? [] : [{ ...value, text: value.text.replace(/\0.*$/s, "") }]);
}
function statusOf(text, value, maker) {
  const word2 = text.toLowerCase();
  if (word2 === "enabled" || word2 === "disabled") return word2 === "enabled";
  return maker.malformed(value, `"${text}" is neither enabled nor disabled`);
}
var SCOPE_WORDS = /* @__PURE__ */ new Map([["localsubnet", "local-subnet"]]);
function scopeOf(text, value, maker) {
  const scope = text.replace(/\0.*$/s, "");
  if (/\s/.test(scope)) return maker.malformed(value, `the scope "${scope}" holds a blank, and entries are parted by a comma alone`);
  const entries = scope.split(",").filter((entry) => entry !== "");
  if (entries.length === 0) return maker.malformed(value, "it has no scope");
  const { set, bad } = parseAddresses(entries, SCOPE_WORDS);
  const wrong = bad[0] ?? entries.find((entry) => /^any$/i.test(entry) || /:.*:/.test(entry));
  return wrong === void 0 ? set : maker.malformed(value, `"${wrong}" is neither "*", "localsubnet" nor an IPv4 address or subnet`);
}
var MOST_SLOTS = 1 << 14;
var slotsFor = (bytes) => Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(256 + bytes / 256)));
function slots(count2) {
  const list = [];
  list.length = count2;
  return list;
}
var NONE2 = Object.freeze([]);
var NO_RARITIES = { interfaceTypes: NONE2, platforms: NONE2, unmodelled: NONE2 };
var TokenList = class {
  length = 0;
  #tokens = [];
  push(token2) {
    this.#tokens[this.length++] = token2;
  }
  at(index) {
    return this.#tokens[index];
  }
  slice() {
    return this.#tokens.slice(0, this.length);
  }
};
var portsOf = (tokens2) => tokens2.length === 0 ? ANY_PORTS : tokens2.length === 1 ? tokens2.at(0).value : portSets.of(tokens2);
var addressesOf = (tokens2) => tokens2.length === 0 ? ANY_ADDRESSES : tokens2.length === 1 ? tokens2.at(0).value : addressSets.of(tokens2);
var icmpOf = (tokens2) => tokens2.length === 0 ? NONE2 : icmpSets.of(tokens2);
var raritiesOf = (tokens2) => tokens2.length === 0 ? NO_RARITIES : rarities.of(tokens2);
var SLOTS = 1024;
var Combinations = class {
  #make;
  #hashes = new Int32Array(SLOTS);
  #slots = slots(SLOTS);
  constructor(make) {
    this.#make = make;
  }
  of(list) {
    let hash = list.length;
    for (let i = 0; i < list.length; i++) hash = Math.imul(hash, 31) + list.at(i).id | 0;
    const slot = (hash ^ hash >>> 15) & SLOTS - 1;
    const held = this.#hashes[slot] === hash ? this.#slots[slot] : void 0;
    if (held && isSame(held.tokens, list)) return held.value;
    const tokens2 = list.slice();
    const value = this.#make(tokens2);
    this.#slots[slot] = this.#hashes[slot] === hash ? { tokens: tokens2, value } : void 0;
    this.#hashes[slot] = hash;
    return value;
  }
};
function isSame(tokens2, list) {
  if (tokens2.length !== list.length) return false;
  for (let i = 0; i < tokens2.length; i++) if (tokens2[i] !== list.at(i)) return false;
  return true;
}
var portSets = new Combinations((tokens2) => {
  const sets = tokens2.map(({ value }) => value);
  if (isListOfPorts(sets)) return new PortList(sets);
  return portSet(sets.flatMap((set) => set.ranges), sets.flatMap((set) => set.keywords), NONE2, unique(sets.flatMap((set) => set.text ?? NONE2)));
});
var addressSets = new Combinations((tokens2) => {
  const sets = tokens2.map(({ value }) => value);
  if (isListOfAddresses(sets)) return new AddressList(sets);
  const v4 = [];
  const v6 = [];
  const keywords = [];
  for (const set2 of sets) {
    if (set2 instanceof AddressEntry) v4.push([set2.from, set2.to]);
    else {
      for (const range of set2.v6) v6.push(range);
      for (const keyword of set2.keywords) keywords.push(keyword);
    }
  }
  const set = addressSet(v4, v6, keywords);
  return v4.length === 0 && v6.length === 0 ? set : new ListedAddresses(set, sets);
});
var ListedAddresses = class {
  v4;
  v6;
  keywords;
  unresolved = NONE2;
  #entries;
  constructor({ v4, v6, keywords }, entries) {
    this.v4 = v4;
    this.v6 = v6;
    this.keywords = keywords;
    this.#entries = entries;
  }
  get text() {
    return unique([...this.#entries.filter((set) => set.keywords.length === 0).flatMap(addressTexts), ...this.keywords]);
  }
};
function isListOfAddresses(sets) {
  let last = -1;
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i];
    if (!(set instanceof AddressEntry) || set.from <= last) return false;
    last = set.to + 1;
  }
  return true;
}
var icmpSets = new Combinations((tokens2) => unique(tokens2.flatMap(({ value }) => value)));
var rarities = new Combinations((tokens2) => {
  const platforms = [];
  for (const { field, value } of tokens2) {
    if (field === FIELD.platform) platforms.push(value);
    const last = platforms.at(-1);
    if (field === FIELD.orLater && last) platforms[platforms.length - 1] = { ...last, orLater: true };
  }
  return {
    interfaceTypes: tokens2.filter(({ field }) => field === FIELD.interfaceType).map(({ value }) => value),
    platforms,
    unmodelled: tokens2.filter(({ value }) => typeof value === "string").filter(isUnmodelled).map(({ value }) => value)
  };
});
var isUnmodelled = ({ field }) => field !== FIELD.interfaceType && field !== FIELD.orLater;
function unique(list) {
  if (list.length > 8) return [...new Set(list)];
  for (let i = 1; i < list.length; i++) if (list.indexOf(list[i]) < i) return [...new Set(list)];
  return list;
}
var LONGEST_LIST = 1e3;
var MOST_FAULTS = 4;
var Conditions = class {
  action;
  direction;
  enabled = false;
  // no Active means disabled ([MS-GPFAS] 2.2.2.19)
  protocol = "any";
  program;
  service;
  name;
  group;
  ipsec = false;
  #protocolFault = false;
  faults = [];
  #seen = 0;
  #profiles = 0;
  #localPorts = new TokenList();
  #remotePorts = new TokenList();
  #icmp = new TokenList();
  #localAddresses = new TokenList();
  #remoteAddresses = new TokenList();
  #rarities = new TokenList();
  clear() {
    this.action = this.direction = this.program = this.service = this.name = this.group = void 0;
    this.enabled = this.ipsec = this.#protocolFault = false;
    this.protocol = "any";
    this.#seen = this.#profiles = 0;
    this.#localPorts.length = this.#remotePorts.length = this.#icmp.length = 0;
    this.#localAddresses.length = this.#remoteAddresses.length = this.#rarities.length = 0;
    if (this.faults.length > 0) this.faults.length = 0;
  }
  /** Takes one token; `at` is its offset in the rule string. */
  add(token2, at) {
    const { field, value } = token2;
    switch (field) {
      case FIELD.nothing:
        return;
      case FIELD.protocolFault:
        this.#protocolFault = true;
        this.fault(at, value);
        return;
      case FIELD.fault:
        this.fault(at, value);
        return;
      case FIELD.action:
        if (this.#once(field, at)) this.action = value;
        return;
      case FIELD.active:
        if (this.#once(field, at)) this.enabled = value;
        return;
      case FIELD.direction:
        if (this.#once(field, at)) this.direction = value;
        return;
      case FIELD.protocol:
        if (this.#once(field, at)) this.protocol = value;
        return;
      case FIELD.profile:
        this.#profiles |= value;
        return;
      case FIELD.localPortAfterProtocol:
      case FIELD.localPort:
        this.#portAfter(field === FIELD.localPort, this.#localPorts, token2, at);
        return;
      case FIELD.remotePortAfterProtocol:
      case FIELD.remotePort:
        this.#portAfter(field === FIELD.remotePort, this.#remotePorts, token2, at);
        return;
      case FIELD.icmp4:
        this.#icmpAfter(1, token2, at);
        return;
      case FIELD.icmp6:
        this.#icmpAfter(58, token2, at);
        return;
      case FIELD.localAddress:
        this.#list(this.#localAddresses, token2, at);
        return;
      case FIELD.remoteAddress:
        this.#list(this.#remoteAddresses, token2, at);
        return;
      case FIELD.program:
        if (this.#once(field, at)) this.program = value;
        return;
      case FIELD.service:
        if (this.#once(field, at)) this.service = value;
        return;
      case FIELD.name:
        this.name = value;
        return;
      case FIELD.group:
        this.group = value;
        return;
      case FIELD.edge:
        this.#seen |= 1 << field;
        return;
      case FIELD.security:
      case FIELD.remoteMachine:
      case FIELD.remoteUser:
      case FIELD.looseSource:
        this.#seen |= 1 << field;
        this.ipsec ||= field !== FIELD.looseSource;
        this.#list(this.#rarities, token2, at);
        return;
      default:
        this.#list(this.#rarities, token2, at);
    }
  }
  fault(at, why) {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ at, why });
  }
  /** What only the whole rule shows ([MS-FASP] 2.2.37). */
  finish() {
    const { direction, action: action2, protocol } = this;
    const faults = this.faults.length;
    if (action2 === void 0 && faults === 0) this.fault(-1, "it has no Action");
    if (direction === void 0 && faults === 0) this.fault(-1, "it has no Dir");
    const hasPorts = this.#localPorts.length > 0 || this.#remotePorts.length > 0;
    if (hasPorts && protocol !== 6 && protocol !== 17 && faults === 0) this.fault(-1, "it names ports without Protocol 6 or 17");
    for (let i = 0; i < this.#localPorts.length; i++) {
      const keyword = this.#localPorts.at(i).value.keywords[0];
      if (keyword === void 0) continue;
      if (direction === "outbound") this.fault(-1, `an outbound rule cannot have the local port "${keyword}"`);
      else if ((keyword === "rpc" || keyword === "rpc-epmap") && protocol !== 6) this.fault(-1, `the port "${keyword}" goes with TCP only`);
      else if (keyword === "teredo" && protocol !== 17) this.fault(-1, 'the port "teredo" goes with UDP only');
    }
    const secure = this.#has(FIELD.security);
    const machine = this.#has(FIELD.remoteMachine);
    if (action2 === "bypass") {
      if (direction === "outbound") this.fault(-1, "only an inbound rule can override block rules with Action=ByPass");
      if (!secure || !machine) this.fault(-1, "Action=ByPass needs both Security and RMAuth");
    } else if ((machine || this.#has(FIELD.remoteUser)) && !secure) this.fault(-1, "RMAuth and RUAuth need Security");
    if (action2 === "block" && secure) this.fault(-1, "a block rule cannot have Security");
    if (this.#has(FIELD.edge) && direction === "outbound") this.fault(-1, "Edge goes with inbound rules only");
    if (this.#has(FIELD.looseSource) && (direction === "inbound" || protocol === 6 || secure)) this.fault(-1, "LSM goes with no inbound, TCP or secure rule");
  }
  get profiles() {
    return this.#profiles === 0 ? ALL_PROFILES : this.#profiles;
  }
  get localPorts() {
    return portsOf(this.#localPorts);
  }
  get remotePorts() {
    return portsOf(this.#remotePorts);
  }
  get icmp() {
    return icmpOf(this.#icmp);
  }
  get localAddresses() {
    return addressesOf(this.#localAddresses);
  }
  get remoteAddresses() {
    return addressesOf(this.#remoteAddresses);
  }
  get rarities() {
    return raritiesOf(this.#rarities);
  }
  get interfaceTypes() {
    return this.rarities.interfaceTypes;
  }
  get platforms() {
    return this.rarities.platforms;
  }
  get unmodelled() {
    return this.rarities.unmodelled;
  }
  #has(field) {
    return (this.#seen & 1 << field) !== 0;
  }
  #once(field, at) {
    const first = !this.#has(field);
    this.#seen |= 1 << field;
    if (!first) this.fault(at, "is the second token of its key, which may stand once only");
    return first;
  }
  #portAfter(anyOrder, list, token2, at) {
    if (anyOrder || this.protocol === 6 || this.protocol === 17) this.#list(list, token2, at);
    else if (!this.#protocolFault) this.fault(at, "has no Protocol=6 or Protocol=17 before it");
  }
  #icmpAfter(protocol, token2, at) {
    if (this.protocol === protocol) this.#list(this.#icmp, token2, at);
    else if (!this.#protocolFault) this.fault(at, `has no Protocol=${protocol} before it`);
  }
  #list(list, token2, at) {
    if (list.length < LONGEST_LIST) list.push(token2);
    else this.fault(at, `is number ${LONGEST_LIST + 1} in its list, and Windows takes ${LONGEST_LIST}`);
  }
};
var VERSION = /^v(\d{1,3})\.(\d{1,3})\|/;
var looksLikeRuleString = (text) => VERSION.test(text);
function parseRuleString(text, id, source, at, problems) {
  const nul = text.indexOf("\0");
  if (nul >= 0) return parseRuleString(text.slice(0, nul), id, source, at, problems);
  conditions.clear();
  const version = VERSION.exec(text);
  let start = version ? version[0].length : 0;
  if (!version) conditions.fault(-1, 'it does not begin with a version such as "v2.31|"');
  if (id !== null && (id === "" || id.length > 511 || id.includes("|"))) conditions.fault(-1, 'its id is not 1 to 511 characters without "|"');
  while (start < text.length) {
    const end = tokens.add(text, start, conditions, version !== null || start > 0);
    start = end + 1;
  }
  conditions.finish();
  const { action: action2, direction, name } = conditions;
  const malformed = conditions.faults.length === 0 ? void 0 : report(text, conditions.faults, name ?? id ?? "", source, at, problems);
  if (!version && action2 === void 0 && direction === void 0) return void 0;
  const { interfaceTypes, platforms, unmodelled: unmodelled2 } = conditions.rarities;
  return makeRule({
    id,
    name: name ?? id ?? "",
    group: conditions.group,
    direction: direction ?? "unknown",
    action: action2 ?? "unknown",
    enabled: conditions.enabled,
    protocol: conditions.protocol,
    localPorts: conditions.localPorts,
    remotePorts: conditions.remotePorts,
    icmp: conditions.icmp,
    profiles: conditions.profiles,
    localAddresses: conditions.localAddresses,
    remoteAddresses: conditions.remoteAddresses,
    program: conditions.program,
    service: conditions.service,
    interfaceTypes,
    platforms,
    // A firewall ignores rules of a higher major version than its own ([MS-FASP] 2.2.24).
    unmodelled: version && Number(version[1]) > 2 ? [...unmodelled2, `version=${version[0].slice(0, -1)}`] : unmodelled2,
    ipsec: conditions.ipsec,
    malformed,
    source,
    parts: void 0
  });
}
var conditions = new Conditions();
function report(text, faults, name, source, at, problems) {
  const reasons = faults.map(({ at: index, why }) => {
    const token2 = index < 0 ? "" : tokenAt(text, index);
    const reason = token2 === "" ? why : `"${clip(token2)}" ${why}`;
    problems.push({
      code: "rule-malformed",
      message: `Windows would drop rule "${clip(name)}": ${reason}.`,
      source: token2 === "" ? source : spanOf(at(index), at(index + token2.length), source)
    });
    return reason;
  });
  return reasons[0] ?? "";
}
var TokenCache = class {
  #hashes = new Int32Array(FEWEST);
  #texts = slots(FEWEST);
  #tokens = slots(FEWEST);
  /** How many tokens were read since it has its size. */
  #read = 0;
  /** Adds the token that begins at `start` to the conditions and gives its end. */
  add(text, start, conditions2, isToken2) {
    let hash = 0;
    let end = start;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === BAR) break;
      hash = Math.imul(hash, 31) + unit | 0;
    }
    if (end === start) return end;
    const slot = (hash ^ hash >>> 14) & this.#hashes.length - 1;
    const known = this.#hashes[slot] === hash;
    const held = this.#texts[slot];
    if (known && held !== void 0 && held.length === end - start && text.startsWith(held, start)) {
      conditions2.add(this.#tokens[slot], start);
      return end;
    }
    const part = text.slice(start, end);
    if (!isToken2 && !part.includes("=")) return end;
    const token2 = readToken(part);
    conditions2.add(token2, start);
    this.#hashes[slot] = hash;
    this.#texts[slot] = known ? part : void 0;
    this.#tokens[slot] = known ? token2 : void 0;
    if (++this.#read > 2 * this.#hashes.length) this.#grow();
    return end;
  }
  /** What is common is read once more. */
  #grow() {
    const count2 = Math.min(MOST_SLOTS, 4 * this.#hashes.length);
    this.#read = 0;
    if (count2 === this.#hashes.length) return;
    this.#hashes = new Int32Array(count2);
    this.#texts = slots(count2);
    this.#tokens = slots(count2);
  }
};
var FEWEST = 256;
var BAR = 124;
var tokens = new TokenCache();
function tokenAt(text, start) {
  const bar = text.indexOf("|", start);
  return text.slice(start, bar < 0 ? text.length : bar);
}
function spanOf(from, to, source) {
  return { origin: from.origin, start: from.start, end: Math.max(from.end, to.start), key: source.key };
}
var clip = (text) => text.length > 120 ? `${text.slice(0, 119)}\u2026` : text;
var MappedRules = class {
  #rules = /* @__PURE__ */ new Map();
  set(id, rule) {
    this.#rules.set(id.toLowerCase(), rule);
  }
  delete(id) {
    this.#rules.delete(id.toLowerCase());
  }
  clear() {
    this.#rules.clear();
  }
  has(id) {
    return this.#rules.has(id.toLowerCase());
  }
  list() {
    return [...this.#rules.values()];
  }
};
var RegistryPolicy = class {
  #problems;
  #newTable;
  #states = /* @__PURE__ */ new Map();
  #keys = /* @__PURE__ */ new Map();
  constructor(problems, newTable = () => new MappedRules()) {
    this.#problems = problems;
    this.#newTable = newTable;
  }
  /** What a key path means to us, so that a reader can pass over all that lies in other keys. */
  key(path) {
    if (this.#keys.has(path)) return this.#keys.get(path);
    if (this.#keys.size > 1e4) this.#keys.clear();
    const found = firewallKey(path);
    const key = found && { ...found, path };
    this.#keys.set(path, key);
    return key;
  }
  /** The key exists from now on, with values or without. */
  create(key) {
    if (splitProfile(key.tail)) this.#valuesOf(key);
  }
  /** Sets a value. Names that begin with `**` are instructions ([MS-GPREG] 2.2.1.1). */
  set(key, name, data) {
    if (name.startsWith("**") && this.#instruct(key, name, data)) return;
    if (key.tail === "firewallrules") this.#setRule(key, name, data);
    else if (key.tail === "consecrules") this.#state(key.store).connectionSecurity ||= /\|Active=TRUE\|/i.test(data.text ?? "");
    else if (splitProfile(key.tail)) this.#valuesOf(key).set(name.toLowerCase(), { ...data, key: key.path, name });
  }
  /** Not configured here after all; what lower layers say stays. */
  clearValue(key, name) {
    if (key.tail === "firewallrules") this.#state(key.store).rules.delete(name);
    else this.#state(key.store).keys.get(key.tail)?.delete(name.toLowerCase());
  }
  deleteValue(key, name, source) {
    const state = this.#state(key.store);
    if (key.tail === "firewallrules") {
      state.rules.delete(name);
      state.changes.push(removal([name], source));
    } else {
      state.keys.get(key.tail)?.delete(name.toLowerCase());
      state.unset.add(key.tail, name);
      const ids = removedOpenings(key.tail, name);
      if (ids.length > 0) state.changes.push(removal(ids, source));
    }
  }
  /** All values of a key; those of its subkeys stay. */
  deleteValues(key, source) {
    const state = this.#state(key.store);
    if (key.tail === "firewallrules") this.#clearRules(key.store, source);
    else {
      state.keys.get(key.tail)?.clear();
      state.unset.add(key.tail, "*");
      const ids = removedOpenings(key.tail, "*");
      if (ids.length > 0) state.changes.push(removal(ids, source));
    }
  }
  /** A key with everything below it; it may lie above ours. */
  deleteKey(path, source) {
    const key = this.key(path);
    if (!key) {
      for (const store of storesBelow(path)) this.#deleteTail(store, "", source);
    } else this.#deleteTail(key.store, key.tail, source);
  }
  /** What it all amounts to, one part for each store. */
  parts() {
    const parts = [];
    for (const [store, { rules, keys, changes, unset, connectionSecurity }] of this.#states) {
      const lookup = new ProfileKeys(store, keys);
      const profiles = {};
      for (const from of new Set(lookup.sources.map((source) => source.from))) {
        const settings = settingsOf(lookup, from, this.#problems);
        if (settings) {
          for (const source of lookup.sources) if (source.from === from) profiles[source.profile] = settings;
        }
      }
      const taken = unset.byProfile(lookup.sources);
      const list = rules.list();
      const openings = store === "group-policy" ? openingsOf(lookup, changes, this.#problems) : [];
      if (list.length === 0 && openings.length === 0 && changes.length === 0 && Object.keys(profiles).length === 0 && !connectionSecurity && !taken && !lookup.generation) continue;
      parts.push({
        store,
        rules: list,
        ...openings.length > 0 ? { openings } : {},
        profiles,
        ...taken && { unset: taken },
        ...lookup.generation && { profileKeys: lookup.generation },
        changes,
        ...connectionSecurity && { connectionSecurity }
      });
    }
    return parts;
  }
  /** The table of a store's rules, for a reader that fills it itself. */
  table(store) {
    return this.#state(store).rules;
  }
  #state(store) {
    let state = this.#states.get(store);
    if (!state) this.#states.set(store, state = { rules: this.#newTable(store), keys: /* @__PURE__ */ new Map(), changes: [], unset: new SettingNames(), connectionSecurity: false });
    return state;
  }
  /** Where the values of a profile key are kept. One below it that holds nothing of ours still makes the profile exist. */
  #valuesOf(key) {
    const { keys } = this.#state(key.store);
    const split = splitProfile(key.tail);
    const tail = split && !HOLDING_KEYS.has(split.rest) ? key.tail.slice(0, key.tail.indexOf("\\")) : key.tail;
    let values = keys.get(tail);
    if (!values) keys.set(tail, values = /* @__PURE__ */ new Map());
    return tail === key.tail ? values : /* @__PURE__ */ new Map();
  }
  #setRule(key, name, { text, source, at }) {
    const { rules } = this.#state(key.store);
    if (text === void 0) {
      this.#problems.push({ code: "rule-malformed", message: `The value "${name}" holds no text, so it is no rule.`, source });
      rules.delete(name);
      return;
    }
    const rule = parseRuleString(text, name, source, at ?? (() => source), this.#problems);
    if (rule) rules.set(name, rule);
    else rules.delete(name);
  }
  /** False: the name only looks like an instruction. */
  #instruct(key, name, data) {
    const word2 = name.toLowerCase();
    const names = (data.text ?? "").replace(/(?<!\0)\0+$/, "").split(";").filter((part) => part !== "");
    if (word2.startsWith("**del.")) this.deleteValue(key, name.slice(6), data.source);
    else if (word2.startsWith("**delvals")) this.deleteValues(key, data.source);
    else if (word2 === "**deletevalues") for (const value of names) this.deleteValue(key, value, data.source);
    else if (word2 === "**deletekeys") for (const sub of names) this.#deleteTail(key.store, `${key.tail}\\${sub.toLowerCase()}`.replace(/^\\/, ""), data.source);
    else if (word2.startsWith("**soft.")) this.#setSoft(key, name.slice(7), data);
    else if (word2 !== "**securekey") return false;
    return true;
  }
  /** Only if it does not exist; what lower layers hold is not known here. */
  #setSoft(key, name, data) {
    const { rules, keys } = this.#state(key.store);
    const exists = key.tail === "firewallrules" ? rules.has(name) : keys.get(key.tail)?.has(name.toLowerCase()) === true;
    if (!exists) this.set(key, name, data);
  }
  #clearRules(store, source) {
    const { rules, changes } = this.#state(store);
    rules.clear();
    changes.push({ kind: "reset", select: {}, values: {}, condition: void 0, source });
  }
  #deleteTail(store, tail, source) {
    const { keys, changes, unset } = this.#state(store);
    unset.addBelow(tail);
    if (tail === "" || tail === "firewallrules") this.#clearRules(store, source);
    for (const name of [...keys.keys()]) if (tail === "" || name === tail || name.startsWith(`${tail}\\`)) keys.delete(name);
    const ids = tail === "" ? [] : removedOpenings(tail, "*");
    if (ids.length > 0) changes.push(removal(ids, source));
  }
};
var removal = (ids, source) => ({ kind: "remove", select: { ids }, values: {}, condition: void 0, source });
module.exports = { AddressEntry, AddressList, FIELD, readToken, portToken, portRangeToken, addressToken, slotsFor, slots, NO_RARITIES, Conditions, writeRuleString, writeIds, looksLikeRuleString, parseRuleString, RegistryPolicy };
