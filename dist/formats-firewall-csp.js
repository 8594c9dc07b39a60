var import_shared_W3ZU3NDX = require("./shared-W3ZU3NDX.js");
var import_shared_B27VFHVW = require("./shared-B27VFHVW.js");
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  MDM_STORE,
  isMdmStoreUri,
  mdmStorePart
} = require("./shared-YUAVFKI4.js");
const { walkXml, xmlProblem, xmlRoot } = require("./commands-check.js");
var ROOTS = /* @__PURE__ */ new Set(["SyncML", "SyncBody", "Atomic", "Sequence", "Add", "Replace", "Delete", "Get", "Item"]);
var LIST = /\.(?:txt|csv|tsv)$/;
var firewallCsp = {
  id: "firewall-csp",
  title: "Firewall CSP (SyncML or OMA-URI list)",
  store: "mdm",
  exported: true,
  names: [],
  recognises(file) {
    const root = xmlRoot(file);
    return root ? ROOTS.has(root.name) && MDM_STORE.test(file.text) : LIST.test(file.name) && listedUri(file.text) >= 0;
  },
  parse(file) {
    const { nodes, problems } = xmlRoot(file) ? syncMlNodes(file) : listedNodes(file);
    const { part, problems: said } = mdmStorePart(nodes, file);
    return { path: file.path, format: firewallCsp.id, parts: [part], problems: [...problems, ...said] };
  }
};
function syncMlNodes(file) {
  const nodes = [];
  const problems = [];
  let verb = "set";
  let uri = "";
  let uriAt = { start: 0, end: 0 };
  let data;
  const error = walkXml(file.text, {
    open({ name }) {
      if (name === "Add" || name === "Replace") verb = "set";
      else if (name === "Delete") verb = "delete";
      else if (name === "Get" || name === "Exec" || name === "Results") verb = void 0;
      else if (name === "Item") {
        uri = "";
        data = void 0;
      }
    },
    close({ name, parent, text, textStart, textEnd }) {
      if (name === "LocURI" && parent?.name === "Target") {
        uri = text.trim();
        uriAt = { start: textStart, end: textEnd };
      } else if (name === "Data" && (parent === void 0 || parent.name === "Item")) data = { value: text, start: textStart, end: textEnd };
      if (name !== "Item" || verb === void 0 || !isMdmStoreUri(uri)) return;
      const at = data ?? { value: "", ...uriAt };
      nodes.push({ verb, uri, uriStart: uriAt.start, uriEnd: uriAt.end, ...at });
    }
  });
  if (error) problems.push(xmlProblem(file, error));
  return { nodes, problems };
}
var START = /\.\/(?:device\/)?vendor\/msft\/firewall\/mdmstore\//gi;
var BEFORE = /(?:^|[\t,;|\r\n]|OMA-?URI[\t ]?[:=])[\t ]{0,20}["']?$/i;
var URI_END = /["'\t,;|=]|[\t ]{2}| :|(?<=\/(?:Enabled|Direction|Type|Protocol|Profiles|\w+Ranges|IcmpTypesAndCodes|InterfaceTypes|FilePath|ServiceName|EnableFirewall|Shielded|\w+Action|\w+Merge)) |$/i;
var TYPE = /^["']?(?:chr|string|int|integer|bool|boolean)["']?[\t ]*[\t,;|=: ][\t ]*/i;
var LABELLED = /^[\t ]*(?:value|data)[\t ]*[:=][\t ]*(.*)$/i;
var OTHER_LABEL = /^[\t ]*(?:(?:data[\t ]*)?type|format|name|description)[\t ]*[:=]|^[\t ]*$/i;
function listedUri(text) {
  for (const { index } of text.matchAll(START)) if (BEFORE.test(text.slice(Math.max(0, index - 40), index))) return index;
  return -1;
}
function listedNodes(file) {
  const nodes = [];
  const problems = [];
  let waiting;
  const giveUp = () => {
    if (waiting) problems.push({ code: "file-unreadable", message: `No value stands beside ${waiting.uri}.`, source: file.span(waiting.start, waiting.end) });
    waiting = void 0;
  };
  const take = (value, start) => {
    if (waiting) nodes.push({ verb: "set", uri: waiting.uri, uriStart: waiting.start, uriEnd: waiting.end, value, start, end: start + value.length });
    waiting = void 0;
  };
  let at = 0;
  for (const line of file.text.split(/\r\n|[\r\n]/)) {
    const found = listedUri(line);
    if (found >= 0) {
      giveUp();
      const rest = line.slice(found);
      const length = URI_END.exec(rest)?.index ?? rest.length;
      const uri = rest.slice(0, length).trimEnd();
      waiting = { uri, start: at + found, end: at + found + uri.length };
      const tail = unquoted(rest, skipSeparators(rest, length));
      if (tail.text !== "") take(tail.text, at + found + tail.index);
    } else if (waiting) {
      const labelled = LABELLED.exec(line);
      if (labelled) {
        const tail = unquoted(line, line.length - labelled[1].length);
        take(tail.text, at + tail.index);
      } else if (!OTHER_LABEL.test(line)) giveUp();
    }
    at += line.length;
    at += file.text.startsWith("\r\n", at) ? 2 : 1;
  }
  giveUp();
  return { nodes, problems };
}
function skipSeparators(text, from) {
  let at = from + (/^["'\t ]*[\t,;|=:]?[\t ]*/.exec(text.slice(from))?.[0].length ?? 0);
  const type = TYPE.exec(text.slice(at));
  if (type) at += type[0].length;
  return at;
}
function unquoted(text, from) {
  const value = text.slice(from).trim();
  const index = from + text.slice(from).search(/\S|$/);
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? { text: quoted[2], index: index + 1 } : { text: value, index };
}
module.exports = { firewallCsp };
