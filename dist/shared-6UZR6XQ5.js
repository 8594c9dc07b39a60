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
  didYouMean: () => didYouMean
});
module.exports = __toCommonJS(stdin_exports);
function nearest(word, known) {
  if (word.length > 60) return void 0;
  const wanted = word.toLowerCase();
  let best;
  for (const candidate of known) {
    const steps = distance(wanted, candidate.toLowerCase(), best ? best.steps - 1 : Math.max(2, Math.floor(wanted.length / 3)));
    if (steps !== void 0) best = { word: candidate, steps };
  }
  return best?.word;
}
function didYouMean(word, known) {
  const near = nearest(word, known);
  return near === void 0 ? "" : `. Did you mean "${near}"?`;
}
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return void 0;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  const steps = row[b.length];
  return steps <= limit ? steps : void 0;
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  didYouMean
});
