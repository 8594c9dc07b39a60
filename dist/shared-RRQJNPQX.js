const { sourceText } = require("./commands-check.js");
const { PROFILES, addressTexts, changedRule, neutralRule, partOf, portTexts, profileBit } = require("./commands-check.js");
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
  const ports = ({ ranges, keywords, unresolved }) => [ranges, keywords, unresolved];
  const addresses = ({ v4, v6, keywords, unresolved }) => [v4, v6, keywords, unresolved];
  const { source: _s, localPorts: _lp, remotePorts: _rp, remoteAddresses: _ra, ...rest } = neutralRule(rule);
  return JSON.stringify([rest, ports(rule.localPorts), ports(rule.remotePorts), addresses(rule.remoteAddresses)], (_key, value) => typeof value === "bigint" ? String(value) : value);
}
function editsFor(rule, values, text) {
  const { source } = rule;
  const whole = text.slice(source.start, source.end);
  const field = (name) => {
    const part = partOf(rule, name);
    return part === source ? void 0 : { start: part.start, end: part.end, text: text.slice(part.start, part.end) };
  };
  const token = (names) => {
    const last = [...whole.matchAll(new RegExp(`(?<=\\|)(?:${names})=[^|]*\\|`, "gi"))].at(-1);
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
module.exports = { fixOf, applyFixes };
