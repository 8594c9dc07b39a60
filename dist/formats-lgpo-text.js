var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands = require("./commands.js");
const {
  RegistryPolicy,
  writeIds,
  writeRuleString
} = require("./shared-AHLXVQOH.js");
var ACTION = /^(?:(?:DWORD|QWORD|SZ|EXSZ|MULTISZ|BINARY):|(?:DELETE|DELETEALLVALUES|DELETEKEYS|CREATEKEY|CLEAR)[ \t]*$)/;
var RULES = "Software\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules";
var lgpoText = {
  id: "lgpo-text",
  title: "LGPO text",
  store: "group-policy",
  names: [/\.(?:lgpo|policytext)$/],
  recognises: (file) => beginsWithEntry(file.head),
  parse(file) {
    const problems = [];
    return { path: file.path, format: lgpoText.id, parts: read(file, problems), problems };
  },
  ruleWriter: () => ({ rule: (rule) => entry(writeIds([rule])[0], writeRuleString(rule)) }),
  write(rules) {
    const ids = writeIds(rules);
    return `${rules.map((rule, i) => `${entry(ids[i], writeRuleString(rule))}\r
`).join("\r\n")}`;
  }
};
var entry = (id, rule) => ["Computer", RULES, id, `SZ:${rule.replaceAll("\\", "\\\\")}`].join("\r\n");
function beginsWithEntry(head) {
  if (!/^[;\s]*(?:computer|user)/i.test(head) && !head.trimStart().startsWith(";")) return false;
  const lines = [];
  for (const { start, end } of linesOf(head)) {
    const line = head.slice(start, end);
    if (line.trim() === "" || lines.length === 0 && line.startsWith(";")) continue;
    if (lines.length === 0 && !isHead(line)) return false;
    if (lines.push(line) === 4) break;
  }
  return lines[1]?.includes("\\") === true && ACTION.test(lines[3] ?? "");
}
var isHead = (line) => /^(?:computer|user(?::.*)?)$/i.test(line.trim());
function read(file, problems) {
  const { text } = file;
  const policy = new RegistryPolicy(problems);
  const lines = linesOf(text);
  let next = lines.next();
  const take = () => {
    while (!next.done) {
      const line = next.value;
      next = lines.next();
      if (/\S/.test(text.slice(line.start, Math.min(line.end, line.start + 200)))) return line;
    }
    return void 0;
  };
  let isLost = false;
  for (let head = take(); head; head = take()) {
    if (text[head.start] === ";") continue;
    const word = text.slice(head.start, head.end).trim().toLowerCase();
    if (!isHead(word)) {
      if (!isLost) problems.push(report(file, head, 'An entry begins with "Computer" or "User"; lines are passed over until the next one'));
      isLost = true;
      continue;
    }
    isLost = false;
    const [key, name, action] = [take(), take(), take()];
    if (!key || !name || !action) {
      problems.push(report(file, head, "The last entry is not complete: key, name and action must follow"));
      break;
    }
    if (word === "computer") apply(policy, file, key, name, action, problems);
  }
  return policy.parts();
}
function apply(policy, file, keyLine, nameLine, actionLine, problems) {
  const path = file.text.slice(keyLine.start, keyLine.end).trim();
  const name = file.text.slice(nameLine.start, nameLine.end);
  const action = file.text.slice(actionLine.start, actionLine.end);
  const source = file.span(actionLine.start, actionLine.end, `${path}\\${name}`);
  const key = policy.key(path);
  const word = action.trim();
  if (word === "DELETEKEYS") {
    for (const sub of name.split(";")) if (sub !== "") policy.deleteKey(`${path}\\${sub}`, source);
    return;
  }
  if (!key) return;
  if (word === "DELETE") policy.deleteValue(key, name, source);
  else if (word === "DELETEALLVALUES") policy.deleteValues(key, source);
  else if (word === "CREATEKEY") policy.create(key);
  else if (word === "CLEAR") policy.clearValue(key, name);
  else {
    const data = dataOf(file, actionLine, action, source);
    if (typeof data === "string") problems.push(report(file, actionLine, data));
    else policy.set(key, name, data);
  }
}
function dataOf(file, line, action, source) {
  const colon = action.indexOf(":");
  const type = colon < 0 ? action : action.slice(0, colon);
  const value = action.slice(colon + 1);
  switch (type) {
    case "SZ":
    case "EXSZ": {
      const start = line.start + colon + 1;
      return { text: value.includes("\\") ? value.replace(/\\([\\0])/g, unescaped) : value, source, at: (index) => placeIn(file, start, line.end, index) };
    }
    case "DWORD": {
      const number = /^\s*(?:-?\d{1,10}|0x[0-9a-f]{1,8})\s*$/i.test(value) ? Number(value) : Number.NaN;
      return Number.isNaN(number) ? `"${value}" is no number for a DWORD` : { number: number >>> 0, source };
    }
    case "QWORD":
    case "MULTISZ":
    case "BINARY":
      return { source };
    default:
      return `"${action.slice(0, 80)}" is no action that LGPO knows (SZ, DWORD, DELETE \u2026, in capitals)`;
  }
}
var unescaped = (_, char) => char === "0" ? "\0" : "\\";
function placeIn(file, start, end, index) {
  let at = start;
  for (let i = 0; i < index && at < end; i++) {
    const next = file.text[at + 1];
    at += file.text[at] === "\\" && (next === "\\" || next === "0") ? 2 : 1;
  }
  return file.span(at, at);
}
function report(file, { start, end }, message) {
  return { code: "rule-malformed", message: `${message}.`, source: file.span(start, end) };
}
function* linesOf(text) {
  const END = /\r\n|\r|\n/g;
  let start = 0;
  for (let end = END.exec(text); end; end = END.exec(text)) {
    yield { start, end: end.index };
    start = END.lastIndex;
  }
  yield { start, end: text.length };
  return void 0;
}
module.exports = { lgpoText };
