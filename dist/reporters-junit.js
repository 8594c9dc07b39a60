var import_commands = require("./commands.js");
const {
  escaped,
  escapedLines
} = require("./shared-DDMWDWG5.js");
const { inert } = require("./commands.js");
var junit = {
  id: "junit",
  title: "JUnit XML, for test panels",
  render(report) {
    const suites = [...report.targets.map((target) => targetSuite(target, report.findings)), ...otherSuite(report)];
    const failures = suites.reduce((sum, { failed }) => sum + failed, 0);
    const tests = suites.reduce((sum, { tests: n }) => sum + n, 0);
    return inert(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="configmgr-firewall-lint" tests="${tests}" failures="${failures}" errors="0">
${suites.map(({ xml }) => xml).join("")}</testsuites>
`);
  }
};
function targetSuite(target, findings) {
  const byNeed = /* @__PURE__ */ new Map();
  for (const finding of findings) if (finding.target === target.name && finding.severity !== "notice") {
    for (const id of finding.requirements) if (!byNeed.has(id)) byNeed.set(id, finding);
  }
  const cases = target.requirements.filter(({ severity }) => severity !== "informational").map(({ id, feature, status }) => {
    const finding = byNeed.get(id);
    const inner = finding && status !== "satisfied" ? failure(finding) : status === "not-applicable" || status === "unverifiable" ? `<skipped message="${status}"/>` : "";
    return `    <testcase classname="${escaped(`${target.name}.${feature}`)}" name="${escaped(id)}"${finding && status !== "satisfied" ? place(finding) : ""}${inner === "" ? "/>" : `>${inner}</testcase>`}
`;
  });
  return suite(target.name, cases);
}
function otherSuite({ findings }) {
  const others = findings.filter(({ requirements, severity }) => requirements.length === 0 && severity !== "notice");
  if (others.length === 0) return [];
  return [suite("policy files", others.map((f) => `    <testcase classname="${escaped(f.location.path)}" name="${escaped(`${f.code} ${f.location.line}`)}"${place(f)}>${failure(f)}</testcase>
`))];
}
function suite(name, cases) {
  const failed = cases.filter((text) => text.includes("<failure ")).length;
  const skipped = cases.filter((text) => text.includes("<skipped ")).length;
  return {
    tests: cases.length,
    failed,
    xml: `  <testsuite name="${escaped(name)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="${skipped}">
${cases.join("")}  </testsuite>
`
  };
}
var place = ({ location: { path, line } }) => ` file="${escaped(path)}" line="${line}"`;
var failure = ({ code, message, remedy, location }) => `<failure type="${escaped(code)}" message="${escaped(message)}">${escapedLines(`${location.path}:${location.line}:${location.column}
${remedy}`)}</failure>`;
module.exports = { junit };
