const { piecesOf } = require("./commands-check.js");
const {
  MapBuilder,
  plain,
  sourceEndOf,
  sourceOf
} = require("./shared-FPPTOWC4.js");
const { PROFILES, changedRule } = require("./commands-check.js");
function adopt(parts, condition, state) {
  const both = (inner) => condition === void 0 ? inner : inner === void 0 ? condition : `${condition} > ${inner}`;
  for (const { store, gpo, rules, changes, profiles } of parts) {
    const target = gpo === void 0 ? { store } : { store, gpo };
    for (const change of changes) state.change({ ...change, condition: both(change.condition) }, target);
    for (const rule of rules) state.rule(condition === void 0 ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition}`] }), target);
    PROFILES.forEach((profile, bit) => {
      for (const [key, setting] of Object.entries(profiles[profile] ?? {})) {
        const why = both(setting.condition);
        state.configure(1 << bit, key, why === void 0 ? setting : { ...setting, condition: why }, target);
      }
    });
  }
}
var NOTHING = new Uint8Array();
function embeddedFile(outer, name, mapped) {
  const { text } = mapped;
  const origin = {
    path: outer.path,
    place: (start, end, key) => outer.origin.place(sourceOf(mapped, start), Math.max(sourceOf(mapped, start), sourceEndOf(mapped, end)), key),
    line: (number) => outer.origin.line(number)
  };
  return {
    path: outer.path,
    name,
    text,
    units: text,
    origin,
    bytes: NOTHING,
    pieces: piecesOf(NOTHING),
    head: text.slice(0, 4096),
    encoding: outer.encoding,
    binaryOrigin: outer.binaryOrigin,
    span: (start, end, key) => ({ origin, start, end, key }),
    release() {
    }
  };
}
function mappedValue(source, start, end, value) {
  if (source.startsWith(value, start)) return plain(value, start);
  const builder = new MapBuilder();
  const whole = plain(source.slice(start, end), start);
  let at = 0;
  let from = 0;
  let base = 0;
  const flush = (to) => {
    builder.literal(whole, base, base + to - from);
  };
  if (/[|>]/.test(source[start] ?? "")) at = Math.max(0, source.indexOf("\n", start) - start);
  for (let i = 0; i < value.length; i++) {
    const unit = value[i];
    let next = at;
    if (isSpace(unit)) {
      if (source[start + next] !== unit) {
        flush(i);
        const run = next;
        while (start + next < end && isSpace(source[start + next]) && !(unit === "\n" && next > run && source[start + next - 1] === "\n")) next++;
        builder.fixed(unit, start + run, start + Math.max(run, next));
        at = next;
        from = i + 1;
        base = at;
        continue;
      }
    } else while (start + next < end && source[start + next] !== unit) next++;
    if (next !== at || i === from) {
      flush(i);
      from = i;
      base = next;
    }
    at = Math.min(next + 1, end - start);
  }
  flush(value.length);
  return builder.build();
}
var isSpace = (unit) => unit === " " || unit === "\n" || unit === "	" || unit === "\r";
module.exports = { adopt, embeddedFile, mappedValue };
