var FEATURES = /^features are assumed: (no config|the config names none)$/;
var SCOPES = /^explicit address scopes are taken as meant where site\.systems does not place the other end \(targets? (.*?)(?: and (\d+) more)?\)$/;
var LOWERED = /^this change lowers the severity of ([\w-]+): until it is merged the one of the base commit counts$/;
var KOREAN = /* @__PURE__ */ new Map([
  ["the search for shadowed rules was cut short: the rules are made so that it would not end", "\uAC00\uB824\uC9C4 \uADDC\uCE59 \uAC80\uC0C9\uC744 \uB3C4\uC911\uC5D0 \uBA48\uCDC4\uC2B5\uB2C8\uB2E4. \uB05D\uB098\uC9C0 \uC54A\uB3C4\uB85D \uB9CC\uB4E4\uC5B4\uC9C4 \uADDC\uCE59\uB4E4\uC785\uB2C8\uB2E4"],
  ["the older tree has no config, so it is not said what needs this change cuts", "\uC774\uC804 \uD2B8\uB9AC\uC5D0 \uAD6C\uC131 \uD30C\uC77C\uC774 \uC5C6\uC5B4 \uC774 \uBCC0\uACBD\uC73C\uB85C \uCC28\uB2E8\uB418\uB294 \uC694\uAD6C \uC0AC\uD56D\uC740 \uD45C\uC2DC\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4"],
  ["this change removes the targets from the config, so it is not said what it opens", "\uC774 \uBCC0\uACBD\uC774 \uAD6C\uC131 \uD30C\uC77C\uC5D0\uC11C \uB300\uC0C1\uC744 \uC81C\uAC70\uD558\uBBC0\uB85C \uBB34\uC5C7\uC774 \uC5F4\uB9AC\uB294\uC9C0\uB294 \uD45C\uC2DC\uD558\uC9C0 \uC54A\uC2B5\uB2C8\uB2E4"],
  ["the search for what this change opens was cut short, for it changes very many rules on the same ports", "\uC774 \uBCC0\uACBD\uC774 \uAC19\uC740 \uD3EC\uD2B8\uC758 \uADDC\uCE59\uC744 \uB9E4\uC6B0 \uB9CE\uC774 \uBC14\uAFB8\uBBC0\uB85C \uBB34\uC5C7\uC774 \uC5F4\uB9AC\uB294\uC9C0\uC5D0 \uB300\uD55C \uAC80\uC0C9\uC744 \uB3C4\uC911\uC5D0 \uBA48\uCDC4\uC2B5\uB2C8\uB2E4"]
]);
function assumptionText(assumption, locale) {
  const features = FEATURES.exec(assumption);
  if (features) {
    const none = features[1] === "no config";
    return locale === "ko" ? `\uC0AC\uC6A9\uD558\uB294 \uAE30\uB2A5\uC744 \uAC00\uC815\uD568: ${none ? "\uAD6C\uC131 \uD30C\uC77C\uC774 \uC5C6\uC2B5\uB2C8\uB2E4" : "\uAD6C\uC131 \uD30C\uC77C\uC5D0 \uAE30\uB2A5\uC774 \uC5C6\uC2B5\uB2C8\uB2E4"}. \uAD6C\uC131 \uD30C\uC77C\uC758 "features"\uB098 \uAC19\uC740 \uC774\uB984\uC758 \uC635\uC158 \uB610\uB294 \uC785\uB825\uC73C\uB85C \uC9C0\uC815\uD558\uC2ED\uC2DC\uC624. \uADF8\uB54C\uAE4C\uC9C0 \uB204\uB77D\uB41C \uD56D\uBAA9\uC740 \uCD5C\uB300 \uACBD\uACE0\uC785\uB2C8\uB2E4` : `${assumption}. Name those in use ("features" of a config, the option or the input): until then what is missing is at most a warning`;
  }
  if (locale === "en") return assumption;
  const scopes = SCOPES.exec(assumption);
  if (scopes) return `site.systems\uAC00 \uC0C1\uB300\uC758 \uC704\uCE58\uB97C \uC54C\uB824 \uC8FC\uC9C0 \uC54A\uB294 \uACF3\uC5D0\uC11C\uB294 \uBA85\uC2DC\uB41C \uC8FC\uC18C \uBC94\uC704\uB97C \uC758\uB3C4\uD55C \uAC83\uC73C\uB85C \uBD05\uB2C8\uB2E4(\uB300\uC0C1: ${scopes[1] ?? ""}${scopes[2] === void 0 ? "" : ` \uC678 ${scopes[2]}\uAC1C`})`;
  const lowered = LOWERED.exec(assumption);
  return lowered ? `\uC774 \uBCC0\uACBD\uC740 ${lowered[1] ?? ""}\uC758 \uC2EC\uAC01\uB3C4\uB97C \uB0AE\uCDA5\uB2C8\uB2E4. \uBCD1\uD569\uB420 \uB54C\uAE4C\uC9C0 \uAE30\uC900 \uCEE4\uBC0B\uC758 \uC2EC\uAC01\uB3C4\uAC00 \uC801\uC6A9\uB429\uB2C8\uB2E4` : KOREAN.get(assumption) ?? assumption;
}
module.exports = { assumptionText };
