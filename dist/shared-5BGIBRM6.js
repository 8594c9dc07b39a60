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
  changeText: () => changeText
});
module.exports = __toCommonJS(stdin_exports);
function changeText({ changes }, say) {
  if (!changes) return void 0;
  const { cut, opened, mended, dropped } = changes;
  const lists = [
    { title: say.cutTitle, items: cut.map(({ target, requirement, feature, status }) => `${target}: ${requirement} (${say.titles.feature(feature)}), ${say.status[status]}`) },
    { title: say.openedTitle, items: opened.map((o) => openedText(o, say)) },
    { title: say.droppedTitle, items: droppedTexts(changes) },
    { title: say.mendedTitle, items: mended.map(({ code, message }) => `${code}: ${message}`) }
  ];
  return { line: say.changes(cut.length, opened.length, mended.length, dropped.length), lists: lists.filter(({ items }) => items.length > 0) };
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
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  changeText
});
