var import_commands = require("./commands.js");
const { inertJson, printable } = require("./commands.js");
var SEVERITIES = { error: "major", warning: "minor", notice: "info" };
var gitlab = {
  id: "gitlab",
  title: "GitLab code quality report",
  render(report) {
    const seen = /* @__PURE__ */ new Map();
    const unique = (fingerprint) => {
      const n = (seen.get(fingerprint) ?? 0) + 1;
      seen.set(fingerprint, n);
      return n === 1 ? fingerprint : `${fingerprint}-${n}`;
    };
    return `${inertJson(JSON.stringify(report.findings.map((f) => ({
      description: printable(f.message),
      check_name: f.code,
      fingerprint: unique(f.fingerprint),
      severity: SEVERITIES[f.severity],
      location: { path: f.location.path, lines: { begin: f.location.line, end: f.location.endLine } }
    })), null, 2))}
`;
  }
};
module.exports = { gitlab };
