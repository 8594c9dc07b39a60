var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  readCsv
} = require("./shared-MS7EKLGN.js");
const {
  leftOutPackage
} = require("./shared-47UY4TDN.js");
const {
  LOCAL,
  ScriptState
} = require("./shared-PKBIHDJU.js");
const {
  TOOL_ADDRESSES,
  TOOL_PORTS
} = require("./shared-B27VFHVW.js");
const { ALL_PROFILES, ANY_ADDRESSES, ANY_PORTS, PART_NAMES, PROFILES, addressSet, isAnyAddress, isAnyPort, makeRule, parseAddresses, parsePorts, parseProtocol, portSet, profileBit } = require("./commands-check.js");
var CONSOLE_COLUMNS = [
  "name",
  "group",
  "profile",
  "enabled",
  "action",
  "override",
  "program",
  "localAddress",
  "remoteAddress",
  "protocol",
  "localPort",
  "remotePort",
  "authorizedUsers",
  "authorizedComputers",
  "authorizedLocalPrincipals",
  "localUserOwner",
  "policyAppId",
  "applicationPackage"
];
var CONSOLE_LABELS = {
  name: ["Name", "Nom", "Nombre", "Nome", "\u0418\u043C\u044F", "\u540D\u524D", "\uC774\uB984", "\u540D\u79F0", "\u540D\u7A31"],
  group: ["Group", "Gruppe", "Groupe", "Grupo", "Gruppo", "\u0413\u0440\u0443\u043F\u043F\u0430", "\u30B0\u30EB\u30FC\u30D7", "\uADF8\uB8F9", "\u7EC4", "\u7FA4\u7D44"],
  profile: ["Profile", "Profil", "Perfil", "Profilo", "\u041F\u0440\u043E\u0444\u0438\u043B\u044C", "\u30D7\u30ED\u30D5\u30A1\u30A4\u30EB", "\uD504\uB85C\uD544", "\u914D\u7F6E\u6587\u4EF6", "\u8A2D\u5B9A\u6A94"],
  enabled: ["Enabled", "Aktiviert", "Activ\xE9", "Activ\xE9e", "Habilitado", "Abilitato", "\u0412\u043A\u043B\u044E\u0447\u0435\u043D\u043E", "\u6709\u52B9", "\uC0AC\uC6A9", "\uC0AC\uC6A9\uD568", "\u5DF2\u542F\u7528", "\u5DF2\u555F\u7528"],
  action: ["Action", "Aktion", "Acci\xF3n", "Azione", "A\xE7\xE3o", "Ac\xE7\xE3o", "\u0414\u0435\u0439\u0441\u0442\u0432\u0438\u0435", "\u64CD\u4F5C", "\uC791\uC5C5", "\uB3D9\uC791", "\u52D5\u4F5C"],
  override: ["Override", "Au\xDFer Kraft setzen", "\xDCberschreiben", "Remplacer", "Invalidar", "Sostituisci", "Substituir", "\u0427\u0430\u0441\u0442\u043E\u0442\u0430", "\u512A\u5148", "\uC7AC\uC815\uC758", "\u66FF\u4EE3", "\u8986\u5BEB"],
  program: ["Program", "Programm", "Programme", "Programa", "Programma", "\u041F\u0440\u043E\u0433\u0440\u0430\u043C\u043C\u0430", "\u30D7\u30ED\u30B0\u30E9\u30E0", "\uD504\uB85C\uADF8\uB7A8", "\u7A0B\u5E8F", "\u7A0B\u5F0F"],
  localAddress: ["Local Address", "Lokale Adresse", "Adresse locale", "Direcci\xF3n local", "Indirizzo locale", "Endere\xE7o Local", "\u041B\u043E\u043A\u0430\u043B\u044C\u043D\u044B\u0439 \u0430\u0434\u0440\u0435\u0441", "\u30ED\u30FC\u30AB\u30EB \u30A2\u30C9\u30EC\u30B9", "\uB85C\uCEEC \uC8FC\uC18C", "\u672C\u5730\u5730\u5740", "\u672C\u6A5F\u4F4D\u5740"],
  remoteAddress: ["Remote Address", "Remoteadresse", "Adresse distante", "Direcci\xF3n remota", "Indirizzo remoto", "Endere\xE7o Remoto", "\u0423\u0434\u0430\u043B\u0435\u043D\u043D\u044B\u0439 \u0430\u0434\u0440\u0435\u0441", "\u30EA\u30E2\u30FC\u30C8 \u30A2\u30C9\u30EC\u30B9", "\uC6D0\uACA9 \uC8FC\uC18C", "\u8FDC\u7A0B\u5730\u5740", "\u9060\u7AEF\u4F4D\u5740"],
  protocol: ["Protocol", "Protokoll", "Protocole", "Protocolo", "Protocollo", "\u041F\u0440\u043E\u0442\u043E\u043A\u043E\u043B", "\u30D7\u30ED\u30C8\u30B3\u30EB", "\uD504\uB85C\uD1A0\uCF5C", "\u534F\u8BAE", "\u901A\u8A0A\u5354\u5B9A"],
  localPort: ["Local Port", "Lokaler Port", "Port local", "Puerto local", "Porta locale", "Porta Local", "\u041B\u043E\u043A\u0430\u043B\u044C\u043D\u044B\u0439 \u043F\u043E\u0440\u0442", "\u30ED\u30FC\u30AB\u30EB \u30DD\u30FC\u30C8", "\uB85C\uCEEC \uD3EC\uD2B8", "\u672C\u5730\u7AEF\u53E3", "\u672C\u6A5F\u9023\u63A5\u57E0"],
  remotePort: ["Remote Port", "Remoteport", "Port distant", "Puerto remoto", "Porta remota", "Porta Remota", "\u0423\u0434\u0430\u043B\u0435\u043D\u043D\u044B\u0439 \u043F\u043E\u0440\u0442", "\u30EA\u30E2\u30FC\u30C8 \u30DD\u30FC\u30C8", "\uC6D0\uACA9 \uD3EC\uD2B8", "\u8FDC\u7A0B\u7AEF\u53E3", "\u9060\u7AEF\u9023\u63A5\u57E0"],
  authorizedUsers: ["Authorized Users", "Autorisierte Benutzer", "Utilisateurs autoris\xE9s", "Usuarios autorizados", "Utenti autorizzati", "\u8A31\u53EF\u3055\u308C\u305F\u30E6\u30FC\u30B6\u30FC", "\uAD8C\uD55C \uC788\uB294 \uC0AC\uC6A9\uC790", "\uC778\uC99D\uB41C \uC0AC\uC6A9\uC790", "\u6388\u6743\u7528\u6237", "\u6388\u6B0A\u7684\u4F7F\u7528\u8005"],
  authorizedComputers: ["Authorized Computers", "Autorisierte Computer", "Ordinateurs autoris\xE9s", "Equipos autorizados", "Computer autorizzati", "\u8A31\u53EF\u3055\u308C\u305F\u30B3\u30F3\u30D4\u30E5\u30FC\u30BF\u30FC", "\uAD8C\uD55C \uC788\uB294 \uCEF4\uD4E8\uD130", "\uC778\uC99D\uB41C \uCEF4\uD4E8\uD130", "\u6388\u6743\u8BA1\u7B97\u673A", "\u6388\u6B0A\u7684\u96FB\u8166"],
  authorizedLocalPrincipals: ["Authorized Local Principals", "Autorisierte lokale Prinzipale", "Entit\xE9s de s\xE9curit\xE9 locales autoris\xE9es", "\u627F\u8A8D\u3055\u308C\u305F\u30ED\u30FC\u30AB\u30EB \u30D7\u30EA\u30F3\u30B7\u30D1\u30EB", "\uAD8C\uD55C \uC788\uB294 \uB85C\uCEEC \uBCF4\uC548 \uC8FC\uCCB4", "\u6388\u6743\u672C\u5730\u4E3B\u4F53"],
  localUserOwner: ["Local User Owner", "Besitzer des lokalen Benutzers", "Propri\xE9taire utilisateur local", "\u30ED\u30FC\u30AB\u30EB \u30E6\u30FC\u30B6\u30FC\u6240\u6709\u8005", "\uB85C\uCEEC \uC0AC\uC6A9\uC790 \uC18C\uC720\uC790", "\u672C\u5730\u7528\u6237\u6240\u6709\u8005"],
  policyAppId: ["PolicyAppId"],
  applicationPackage: ["Application Package", "Anwendungspaket", "Package d'application", "\u30A2\u30D7\u30EA\u30B1\u30FC\u30B7\u30E7\u30F3 \u30D1\u30C3\u30B1\u30FC\u30B8", "\uC751\uC6A9 \uD504\uB85C\uADF8\uB7A8 \uD328\uD0A4\uC9C0", "\uC560\uD50C\uB9AC\uCF00\uC774\uC158 \uD328\uD0A4\uC9C0", "\u5E94\u7528\u7A0B\u5E8F\u5305"]
};
var CONSOLE_VALUES = {
  yes: ["Yes", "Ja", "Oui", "S\xED", "S\xEC", "Sim", "\u0414\u0430", "\u306F\u3044", "\uC608", "\u662F"],
  no: ["No", "Nein", "Non", "N\xE3o", "\u041D\u0435\u0442", "\u3044\u3044\u3048", "\uC544\uB2C8\uC694", "\u5426"],
  allow: ["Allow", "Zulassen", "Autoriser", "Permitir", "Consenti", "\u0420\u0430\u0437\u0440\u0435\u0448\u0438\u0442\u044C", "\u8A31\u53EF", "\uD5C8\uC6A9", "\u5141\u8BB8", "\u5141\u8A31"],
  block: ["Block", "Blockieren", "Blocken", "Bloquer", "Bloquear", "Blocca", "\u0411\u043B\u043E\u043A\u0438\u0440\u043E\u0432\u0430\u0442\u044C", "\u30D6\u30ED\u30C3\u30AF", "\uCC28\uB2E8", "\u963B\u6B62", "\u5C01\u9396"],
  secure: ["Secure", "Sicher", "S\xE9curiser", "Proteger", "\u30BB\u30AD\u30E5\u30EA\u30C6\u30A3\u3067\u4FDD\u8B77", "\uBCF4\uC548", "\u5B89\u5168"],
  any: ["Any", "Beliebig", "Au moins un", "Tout", "Cualquiera", "Qualsiasi", "Qualquer", "\u041B\u044E\u0431\u043E\u0439", "\u4EFB\u610F", "\u4EFB\u610F\u306E", "\uBAA8\uB450", "\uC784\uC758", "\u4EFB\u4F55", "\u4EFB\u4E00", "None", "Keine", "Aucun", ""],
  all: ["All", "Alle", "Tous", "Todo", "Todos", "Tutti", "\u0412\u0441\u0435", "\u3059\u3079\u3066", "\uBAA8\uB450", "\u6240\u6709", "\u5168\u90E8"],
  domain: ["Domain", "Dom\xE4ne", "Domaine", "Dominio", "Dom\xEDnio", "\u0414\u043E\u043C\u0435\u043D", "\u30C9\u30E1\u30A4\u30F3", "\uB3C4\uBA54\uC778", "\u57DF", "\u7DB2\u57DF"],
  private: ["Private", "Privat", "Priv\xE9", "Privado", "Privada", "Privato", "\u0427\u0430\u0441\u0442\u043D\u044B\u0439", "\u30D7\u30E9\u30A4\u30D9\u30FC\u30C8", "\uAC1C\uC778", "\u4E13\u7528", "\u79C1\u4EBA"],
  public: ["Public", "\xD6ffentlich", "P\xFAblico", "Pubblico", "\u041E\u0431\u0449\u0438\u0439", "\u30D1\u30D6\u30EA\u30C3\u30AF", "\uACF5\uC6A9", "\u516C\u7528"]
};
var keyOf = (text) => text.replace(/[\s\u00a0\u3000'\u2019]+/g, "").toLowerCase();
var COLUMNS = new Map(CONSOLE_COLUMNS.flatMap((column) => CONSOLE_LABELS[column].map((label) => [keyOf(label), column])));
var VALUES = new Map(
  Object.keys(CONSOLE_VALUES).map((value) => [value, new Set(CONSOLE_VALUES[value].map(keyOf))])
);
var is = (text, value) => VALUES.get(value)?.has(keyOf(text)) ?? false;
var MARKS = ["name", "profile", "enabled", "action", "program", "localAddress", "remoteAddress", "protocol", "localPort", "remotePort"];
var wfExport = {
  id: "wf-export",
  title: "Windows Defender Firewall console list",
  store: "local",
  exported: true,
  names: [],
  recognises: ({ head }) => headerOf(head) !== void 0,
  parse
};
function headerOf(head) {
  const end = head.search(/[\r\n]/);
  const line = head.slice(0, end < 0 ? void 0 : end);
  for (const delimiter of ["	", ",", ";"]) {
    if (line.split(delimiter).length < 6) continue;
    let columns = [];
    readCsv(line, 0, delimiter, ({ cells }) => {
      columns = cells.map((cell) => COLUMNS.get(keyOf(cell)));
    }, delimiter !== "	");
    const known = new Set(columns);
    if (MARKS.filter((column) => known.has(column)).length >= 6 && known.has("name") && known.has("action") && !/direction|richtung/i.test(line)) return { columns, delimiter };
  }
  return void 0;
}
var INBOUND = /inbound|incoming|eingehend|entrant|entrada|ingresso|\u0432\u0445\u043e\u0434\u044f\u0449|\u53d7\u4fe1|\uc778\ubc14\uc6b4\ub4dc|\u5165\u7ad9|\u8f38\u5165|(?:^|[^a-z])in(?:[^a-z]|$)/i;
var OUTBOUND = /outbound|outgoing|ausgehend|sortant|salida|sa\u00edda|uscita|\u0438\u0441\u0445\u043e\u0434\u044f\u0449|\u9001\u4fe1|\uc544\uc6c3\ubc14\uc6b4\ub4dc|\u51fa\u7ad9|\u8f38\u51fa|(?:^|[^a-z])out(?:[^a-z]|$)/i;
function directionOf(name) {
  const inbound = INBOUND.test(name);
  return inbound === OUTBOUND.test(name) ? "unknown" : inbound ? "inbound" : "outbound";
}
var PART_OF = /* @__PURE__ */ new Map([
  ["name", "name"],
  ["group", "group"],
  ["profile", "profiles"],
  ["enabled", "enabled"],
  ["action", "action"],
  ["program", "program"],
  ["localAddress", "localAddresses"],
  ["remoteAddress", "remoteAddresses"],
  ["protocol", "protocol"],
  ["localPort", "localPorts"],
  ["remotePort", "remotePorts"]
]);
var PORT_WORDS = new Map([
  ...TOOL_PORTS,
  ["rpcdynamicports", "rpc"],
  ["dynamicrpcports", "rpc"],
  ["rpcendpointmapper", "rpc-epmap"],
  ["edgetraversal", "teredo"],
  ["playtodiscovery", "ply2disc"],
  ["mdns", "mdns"],
  ["portsdynamiquesrpc", "rpc"],
  ["dynamischerpc-ports", "rpc"],
  ["rpc-endpunktzuordnung", "rpc-epmap"],
  ["rpc\uB3D9\uC801\uD3EC\uD2B8", "rpc"],
  ["\uB3D9\uC801rpc\uD3EC\uD2B8", "rpc"],
  ["rpc\uB05D\uC810\uB9E4\uD37C", "rpc-epmap"]
]);
var ADDRESS_WORDS = new Map([
  ...TOOL_ADDRESSES,
  ["localsubnet", "local-subnet"],
  ["lokalessubnetz", "local-subnet"],
  ["sous-r\xE9seaulocal", "local-subnet"],
  ["\uB85C\uCEEC\uC11C\uBE0C\uB137", "local-subnet"],
  ["\u30ED\u30FC\u30AB\u30EB\u30B5\u30D6\u30CD\u30C3\u30C8", "local-subnet"],
  ["\u672C\u5730\u5B50\u7F51", "local-subnet"],
  ["dnsservers", "dns"],
  ["dhcpservers", "dhcp"],
  ["winsservers", "wins"],
  ["defaultgateway", "default-gateway"],
  ["playtorenderers", "play-to-device"],
  ["remotecorpnetwork", "intranet-remote-access"],
  ["captiveportaladdresses", "captive-portal"]
]);
var PROTOCOLS = /* @__PURE__ */ new Map([
  ["hopopt", 0],
  ["igmp", 2],
  ["ipv6", 41],
  ["ipv6-route", 43],
  ["ipv6-frag", 44],
  ["gre", 47],
  ["ipv6-nonxt", 59],
  ["ipv6-opts", 60],
  ["vrrp", 112],
  ["pgm", 113],
  ["l2tp", 115]
]);
var NARROWING = [
  ["authorizedUsers", "Authorized Users", true],
  ["authorizedComputers", "Authorized Computers", true],
  ["authorizedLocalPrincipals", "Authorized Local Principals", false],
  ["localUserOwner", "Local User Owner", false],
  ["policyAppId", "PolicyAppId", false],
  ["applicationPackage", "Application Package", false]
];
function parse(file) {
  const { text, origin } = file;
  const state = new ScriptState();
  const header = headerOf(file.head);
  const direction = directionOf(file.name);
  let isHeader = true;
  let told = direction !== "unknown";
  const open = header && readCsv(text, 0, header.delimiter, (record) => {
    if (isHeader) {
      isHeader = false;
      return;
    }
    const source = { origin, start: record.start, end: record.end };
    if (!told) {
      told = true;
      state.problem({
        code: "requirement-unverifiable",
        source,
        message: "This list does not say whether its rules are inbound or outbound, so they decide nothing. Name the file after the node it was exported from (inbound.txt)."
      });
    }
    const rule = readRow(record, header, direction, state, file);
    if (rule) state.rule(rule, LOCAL);
  }, header.delimiter !== "	");
  if (open !== void 0) state.problem({ code: "file-unreadable", message: "This quote never ends.", source: { origin, start: open, end: open + 1 } });
  return { path: file.path, format: wfExport.id, parts: state.parts(), problems: state.problems };
}
function readRow(record, { columns }, direction, state, file) {
  const cells = /* @__PURE__ */ new Map();
  const parts = [];
  columns.forEach((column, i) => {
    if (column === void 0 || i >= record.cells.length || cells.has(column)) return;
    const start = record.places[2 * i];
    const end = record.places[2 * i + 1];
    cells.set(column, { text: record.cells[i].trim(), start, end });
    const part = PART_OF.get(column);
    if (part) parts.push(PART_NAMES.indexOf(part), start, end);
  });
  const source = file.span(record.start, record.end);
  if (cells.size < 6) {
    state.problem({ code: "rule-malformed", message: `This line has ${record.cells.length} of ${columns.length} cells.`, source });
    return void 0;
  }
  const textOf = (column) => {
    const text = cells.get(column)?.text;
    return text === void 0 || is(text, "any") ? void 0 : text;
  };
  const unknown = (column, what) => {
    const cell = cells.get(column);
    if (cell) state.problem({ code: "requirement-unverifiable", message: `${what} "${cell.text}" is not known.`, source: file.span(cell.start, cell.end) });
    return "unknown";
  };
  const unmodelled = [];
  let ipsec = false;
  for (const [column, name, protects] of NARROWING) {
    const text = textOf(column);
    if (text === void 0) continue;
    unmodelled.push(`${name}=${text}`);
    ipsec ||= protects;
  }
  const actionText = cells.get("action")?.text ?? "";
  const enabledText = cells.get("enabled")?.text ?? "";
  let action = is(actionText, "block") ? "block" : is(actionText, "allow") ? "allow" : "unknown";
  if (action === "unknown" && is(actionText, "secure")) {
    action = is(cells.get("override")?.text ?? "", "yes") ? "bypass" : "allow";
    ipsec = true;
    unmodelled.push(`Action=${actionText}`);
  }
  const protocolText = textOf("protocol");
  const protocol = protocolText === void 0 ? "any" : parseProtocol(protocolText) ?? PROTOCOLS.get(protocolText.toLowerCase());
  if (protocol === 1 || protocol === 58) unmodelled.push("icmp=not in this list");
  if (/svchost\.exe$/i.test(textOf("program") ?? "")) unmodelled.push("service=not in this list");
  const hasPorts = protocol === 6 || protocol === 17;
  const rule = makeRule({
    name: cells.get("name")?.text ?? "",
    group: cells.get("group")?.text || void 0,
    direction,
    action: action === "unknown" ? unknown("action", "The action") : action,
    enabled: is(enabledText, "yes") ? true : is(enabledText, "no") ? false : unknown("enabled", "Enabled"),
    profiles: profilesOf(cells.get("profile")?.text ?? "", unmodelled),
    protocol: protocol ?? unknown("protocol", "The protocol"),
    localPorts: hasPorts ? portsOf(textOf("localPort")) : ANY_PORTS,
    remotePorts: hasPorts ? portsOf(textOf("remotePort")) : ANY_PORTS,
    localAddresses: addressesOf(textOf("localAddress")),
    remoteAddresses: addressesOf(textOf("remoteAddress")),
    program: textOf("program"),
    unmodelled,
    ipsec,
    source,
    parts,
    // No list shows trust keywords ("WFD Driver-only" has one), and they are what Windows and installers give: rules with a group.
    partial: cells.get("group")?.text !== ""
  });
  const left = cells.has("applicationPackage") ? void 0 : leftOutPackage(rule);
  if (left !== void 0) unmodelled.push(`${left}=not in this list`);
  return rule;
}
function profilesOf(text, unmodelled) {
  if (is(text, "all") || is(text, "any")) return ALL_PROFILES;
  let set = 0;
  for (const item of text.split(/[,;\u3001]/)) {
    const profile = PROFILES.find((name) => is(item, name));
    if (profile) set |= profileBit(profile);
    else {
      unmodelled.push(`Profile=${text}`);
      return ALL_PROFILES;
    }
  }
  return set;
}
var entries = (text, words) => text.split(/[,;\u3001]/).map((item) => words.has(keyOf(item)) ? keyOf(item) : item.trim());
function portsOf(text) {
  if (text === void 0) return ANY_PORTS;
  const { set, bad } = parsePorts(entries(text, PORT_WORDS), PORT_WORDS);
  if (bad.length === 0) return set;
  return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...set.text ?? [], ...bad]);
}
function addressesOf(text) {
  if (text === void 0) return ANY_ADDRESSES;
  const { set, bad } = parseAddresses(entries(text, ADDRESS_WORDS), ADDRESS_WORDS);
  if (bad.length === 0) return set;
  return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...set.text ?? [], ...bad]);
}
module.exports = { wfExport };
