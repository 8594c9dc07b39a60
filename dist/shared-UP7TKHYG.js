function changeText({ changes, findings }, say) {
  if (!changes) return void 0;
  const { cut, opened, mended, dropped } = changes;
  const lists = [
    { title: say.cutTitle, items: cut.map(({ target, requirement, feature, status }) => `${target}: ${requirement} (${say.titles.feature(feature)}), ${say.status[status]}`) },
    { title: say.openedTitle, items: opened.map((o) => openedText(o, say)) },
    { title: say.droppedTitle, items: droppedTexts(changes) },
    { title: say.mendedTitle, items: mended.map(({ code, message }) => `${code}: ${message}`) }
  ];
  return { line: say.changes(cut.length, opened.length, mended.length, dropped.length, findings.filter((f) => f.new === true).length), lists: lists.filter(({ items }) => items.length > 0) };
}
function openedText({ target, because, rule, protocol, ports, addresses, profiles, location }, say) {
  const what = because === "rule" ? `"${rule}" (${protocol === "any" ? say.anyProtocol : `${protocol} ${few(ports, 6, say.anyPort)}`}, ${few(addresses, 4, say.anyAddress)})` : say.opens[because];
  return `${target}: ${what}, ${profiles.join(", ")}, ${location.path}:${location.line}`;
}
var few = (texts, most, any) => `${texts.slice(0, most).map((text) => text === "any" ? any : text).join(", ")}${texts.length > most ? ", \u2026" : ""}`;
function droppedTexts({ dropped }) {
  const byTarget = /* @__PURE__ */ new Map();
  for (const { target, requirement } of dropped) byTarget.set(target, [...byTarget.get(target) ?? [], requirement]);
  return [...byTarget].map(([target, ids]) => `${target}: ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", \u2026" : ""}`);
}
module.exports = { changeText };
