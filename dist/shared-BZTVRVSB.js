var PERMISSION = { check: "checks: write", comment: "pull-requests: write", suggestions: "pull-requests: write" };
var permissions = (places) => [...new Set(places.map((place) => PERMISSION[place]))].map((p) => `"${p}"`).join(", ");
var EN = { check: "the check run", comment: "the comment", suggestions: "the suggestions" };
var list = (names) => names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
var en = {
  denied: (places) => `Not posted: ${list(places.map((p) => EN[p]))}: the token may not. Give the job ${permissions(places)}, or switch them off with the inputs "check", "comment" and "suggestions".`,
  readOnly: (places) => `Not posted: ${list(places.map((p) => EN[p]))}: GitHub gives runs for forks and Dependabot a token that only reads (it would take ${permissions(places)}).`,
  failed(places, failure) {
    const what = list(places.map((p) => EN[p]));
    switch (failure.kind) {
      case "token":
        return `Not posted: ${what}: GitHub does not know the token.`;
      case "rate-limit":
        return `Not posted, or not all: ${what}: the rate limit of the token is used up.`;
      case "no-answer":
        return `Not posted, or not all: ${what}: GitHub did not answer in time.`;
      case "server":
        return `Not posted, or not all: ${what}: GitHub answered ${failure.status}.`;
      case "refused":
        return `Not posted, or not all: ${what}: GitHub refused the request (${failure.status}).`;
      default:
        return `Not posted: ${what}: the token may not.`;
    }
  },
  stands: "The verdict stands; the log, the job summary and the JSON report hold every finding.",
  unusable: "Nothing was posted to GitHub: the connection cannot be set up. The verdict stands.",
  noToken: "Nothing was posted to GitHub: there is no token. The verdict stands.",
  left: (shown, all) => `The first ${shown} of ${all} findings are annotated here; the JSON report has them all.`,
  suggestionsIntro: "Firewall rules of this change that can be mended in place:"
};
var KO = { check: "\uAC80\uC0AC \uC2E4\uD589", comment: "\uB313\uAE00", suggestions: "\uC218\uC815 \uC81C\uC548" };
var ko = {
  denied: (places) => `\uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${places.map((p) => KO[p]).join(", ")}: \uD1A0\uD070\uC5D0 \uAD8C\uD55C\uC774 \uC5C6\uC2B5\uB2C8\uB2E4. \uC791\uC5C5\uC5D0 ${permissions(places)} \uAD8C\uD55C\uC744 \uC8FC\uAC70\uB098 \uC785\uB825 "check", "comment", "suggestions"\uB85C \uB044\uC2ED\uC2DC\uC624.`,
  readOnly: (places) => `\uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${places.map((p) => KO[p]).join(", ")}: \uD3EC\uD06C\uC640 Dependabot \uC2E4\uD589\uC758 \uD1A0\uD070\uC740 \uC77D\uAE30 \uC804\uC6A9\uC785\uB2C8\uB2E4(\uD544\uC694\uD55C \uAD8C\uD55C: ${permissions(places)}).`,
  failed(places, failure) {
    const what = places.map((p) => KO[p]).join(", ");
    switch (failure.kind) {
      case "token":
        return `\uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${what}: GitHub\uAC00 \uD1A0\uD070\uC744 \uC778\uC2DD\uD558\uC9C0 \uBABB\uD569\uB2C8\uB2E4.`;
      case "rate-limit":
        return `\uC804\uBD80 \uB610\uB294 \uC77C\uBD80\uB97C \uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${what}: \uD1A0\uD070\uC758 \uC694\uCCAD \uD55C\uB3C4\uB97C \uB2E4 \uC37C\uC2B5\uB2C8\uB2E4.`;
      case "no-answer":
        return `\uC804\uBD80 \uB610\uB294 \uC77C\uBD80\uB97C \uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${what}: GitHub\uAC00 \uC81C\uB54C \uC751\uB2F5\uD558\uC9C0 \uC54A\uC558\uC2B5\uB2C8\uB2E4.`;
      case "server":
        return `\uC804\uBD80 \uB610\uB294 \uC77C\uBD80\uB97C \uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${what}: GitHub \uC751\uB2F5 ${failure.status}.`;
      case "refused":
        return `\uC804\uBD80 \uB610\uB294 \uC77C\uBD80\uB97C \uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${what}: GitHub\uAC00 \uC694\uCCAD\uC744 \uAC70\uBD80\uD588\uC2B5\uB2C8\uB2E4(${failure.status}).`;
      default:
        return `\uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: ${what}: \uD1A0\uD070\uC5D0 \uAD8C\uD55C\uC774 \uC5C6\uC2B5\uB2C8\uB2E4.`;
    }
  },
  stands: "\uD310\uC815\uC740 \uADF8\uB300\uB85C\uC774\uBA70 \uB85C\uADF8, \uC791\uC5C5 \uC694\uC57D, JSON \uBCF4\uACE0\uC11C\uC5D0 \uBAA8\uB4E0 \uACB0\uACFC\uAC00 \uC788\uC2B5\uB2C8\uB2E4.",
  unusable: "GitHub\uC5D0 \uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: \uC5F0\uACB0\uC744 \uC124\uC815\uD560 \uC218 \uC5C6\uC2B5\uB2C8\uB2E4. \uD310\uC815\uC740 \uADF8\uB300\uB85C\uC785\uB2C8\uB2E4.",
  noToken: "GitHub\uC5D0 \uAC8C\uC2DC\uD558\uC9C0 \uBABB\uD568: \uD1A0\uD070\uC774 \uC5C6\uC2B5\uB2C8\uB2E4. \uD310\uC815\uC740 \uADF8\uB300\uB85C\uC785\uB2C8\uB2E4.",
  left: (shown, all) => `\uACB0\uACFC ${all}\uAC1C \uC911 \uCC98\uC74C ${shown}\uAC1C\uB9CC \uD45C\uC2DC\uD588\uC2B5\uB2C8\uB2E4. \uC804\uCCB4 \uACB0\uACFC\uB294 JSON \uBCF4\uACE0\uC11C\uC5D0 \uC788\uC2B5\uB2C8\uB2E4.`,
  suggestionsIntro: "\uC774 \uBCC0\uACBD\uC5D0\uC11C \uBC14\uB85C \uACE0\uCE60 \uC218 \uC788\uB294 \uBC29\uD654\uBCBD \uADDC\uCE59:"
};
var words = { en, ko };
module.exports = { words };
