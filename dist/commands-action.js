var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands_check6 = require("./commands-check.js");
var import_commands_check7 = require("./commands-check.js");
var import_commands_check8 = require("./commands-check.js");
var import_commands_check9 = require("./commands-check.js");
var import_commands_check10 = require("./commands-check.js");
var import_commands_check11 = require("./commands-check.js");
var import_commands_check12 = require("./commands-check.js");
var import_commands_check13 = require("./commands-check.js");
var import_commands_check14 = require("./commands-check.js");
var import_commands_check15 = require("./commands-check.js");
var import_commands_check16 = require("./commands-check.js");
var import_commands_check17 = require("./commands-check.js");
var import_commands_check18 = require("./commands-check.js");
var import_commands_check19 = require("./commands-check.js");
var import_commands_check20 = require("./commands-check.js");
var import_commands_check21 = require("./commands-check.js");
var import_shared_UP7TKHYG = require("./shared-UP7TKHYG.js");
var import_commands = require("./commands.js");
var import_commands2 = require("./commands.js");
var import_node_fs = require("node:fs");
var import_node_os = new Proxy({}, { get: (_, name) => require("node:os")[name] });
var import_node_path = require("node:path");
var import_node_fs2 = require("node:fs");
const { contextFor_23: contextFor, exitStatus_24: exitStatus, render } = require("./commands-check.js");
const { runCheck } = require("./commands-check.js");
const {
  plainText
} = require("./shared-VZD76RF2.js");
const { FAIL_ON, LOCALES, REPORT_FORMATS } = require("./commands.js");
const { VERSION } = require("./commands.js");
const { didYouMean } = require("./commands.js");
const { UsageError } = require("./commands.js");
const {
  command
} = require("./shared-ZSNEDL6H.js");
const {
  words
} = require("./shared-Y66WSB52.js");
var COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
var NAME = /^([\w.-]+)\/([\w.-]+)$/;
function readEvent(payload, env) {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  const pullRequest = pullRequestOf(at(payload, "pull_request"));
  const sha = commit(env["GITHUB_SHA"]);
  const actor = env["GITHUB_ACTOR"] ?? text(at(payload, "sender", "login")) ?? "";
  const dependabot = [actor, text(at(payload, "pull_request", "user", "login"))].includes("dependabot[bot]");
  return {
    name,
    sha,
    pullRequest,
    actor,
    dependabot,
    base: baseOf(name, payload, pullRequest),
    head: pullRequest?.headSha ?? (name === "merge_group" ? commit(at(payload, "merge_group", "head_sha")) : void 0) ?? sha,
    repository: repositoryOf(env["GITHUB_REPOSITORY"]) ?? repositoryOf(at(payload, "repository", "full_name")),
    readOnly: dependabot ? name !== "schedule" && name !== "workflow_dispatch" : name === "pull_request" && pullRequest?.fork === true
  };
}
function baseOf(name, payload, pullRequest) {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest?.baseSha;
    case "merge_group":
      return commit(at(payload, "merge_group", "base_sha"));
    case "push":
      return commit(at(payload, "before"));
    default:
      return void 0;
  }
}
function pullRequestOf(value) {
  const number = at(value, "number");
  const [headSha, baseSha] = [commit(at(value, "head", "sha")), commit(at(value, "base", "sha"))];
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1 || headSha === void 0 || baseSha === void 0) return void 0;
  const [from, to] = [text(at(value, "head", "repo", "full_name")), text(at(value, "base", "repo", "full_name"))];
  return { number, headSha, baseSha, baseRef: text(at(value, "base", "ref")) ?? "", fork: from === void 0 || from !== to };
}
function repositoryOf(value) {
  const match = NAME.exec(text(value) ?? "");
  return match ? { owner: match[1], name: match[2] } : void 0;
}
var commit = (value) => typeof value === "string" && COMMIT.test(value) && !/^0+$/.test(value) ? value : void 0;
var text = (value) => typeof value === "string" ? value : void 0;
function at(value, ...keys) {
  let found = value;
  for (const key of keys) found = typeof found === "object" && found !== null && Object.hasOwn(found, key) ? found[key] : void 0;
  return found;
}
function readPayload(env) {
  const path = env["GITHUB_EVENT_PATH"];
  if (!path) return void 0;
  try {
    return JSON.parse((0, import_node_fs2.readFileSync)(path, "utf8").replace(/^\ufeff/, ""));
  } catch {
    return void 0;
  }
}
var MOST_IDS = 2e3;
function outputsOf(report, failed, files) {
  const { summary, findings, changes } = report;
  const fresh = findings.filter((f) => f.new === true).map((f) => f.fingerprint);
  const ids = (list) => JSON.stringify(list.slice(0, MOST_IDS));
  const sarif = files.find(({ format }) => format === "sarif")?.file;
  return {
    result: failed ? "failed" : findings.length > 0 ? "findings" : "clean",
    errors: summary.error,
    warnings: summary.warning,
    notices: summary.notice,
    suppressed: summary.suppressed,
    met: summary.satisfied,
    needed: summary.required,
    report: files[0]?.file ?? "",
    reports: JSON.stringify(Object.fromEntries(files.map(({ format, file }) => [format, file]))),
    ...sarif !== void 0 && { sarif },
    // Without a comparison these are absent, which is not zero.
    ...changes && {
      base: changes.base,
      "new": ids(fresh),
      "new-count": fresh.length,
      mended: ids(changes.mended.map((m) => m.fingerprint)),
      "mended-count": changes.mended.length,
      cut: changes.cut.length,
      opened: changes.opened.length,
      dropped: changes.dropped.length
    }
  };
}
async function checkForAction(inputs, world) {
  const failOn = oneOf("fail-on", inputs.failOn, FAIL_ON);
  const locale = oneOf("locale", inputs.locale, LOCALES);
  const check = oneOf("check", inputs.check, ["auto", "true", "false"]);
  const comment = inputs.comment === "" ? void 0 : oneOf("comment", inputs.comment, ["always", "on-change", "never"]);
  const base = (0, import_node_path.resolve)(world.cwd, inputs.workingDirectory);
  if (!(0, import_node_fs.existsSync)(base) || !(0, import_node_fs.statSync)(base).isDirectory()) throw new UsageError(`working-directory: no such folder: ${inputs.workingDirectory}`);
  const files = inputs.formats.map(formatFile);
  const event = readEvent(readPayload(world.env), world.env);
  const workspace = world.env["GITHUB_WORKSPACE"] ? (0, import_node_path.resolve)(world.env["GITHUB_WORKSPACE"]) : world.cwd;
  const request = {
    base,
    reportBase: workspace,
    paths: inputs.paths,
    locale,
    ...inputs.config === "" ? {} : { config: inputs.config },
    ...inputs.features.length === 0 ? {} : { features: inputs.features },
    ...inputs.role === "" ? {} : { role: inputs.role },
    fixes: inputs.suggestions && event.pullRequest !== void 0,
    ...(inputs.base !== "" || event.base !== void 0) && {
      since: async (root, files2) => {
        const { baseOfRun, namedBase } = await Promise.resolve().then(() => require("./commands-base.js"));
        if (inputs.base !== "") return namedBase(inputs.base, root);
        const known = baseOfRun(event, root);
        if (!known.incomplete || inputs.token === "") return known;
        const { baseByApi } = await Promise.resolve().then(() => require("./commands-api-base.js"));
        return baseByApi(known, { event, root, workspace, token: inputs.token, files: files2, clock: () => performance.now() });
      }
    },
    redact: inputs.redact
  };
  const result = await runCheck(request, world);
  const { report } = result;
  const reportPath = (0, import_node_path.join)(world.env["RUNNER_TEMP"] ?? (0, import_node_os.tmpdir)(), "configmgr-firewall-lint.json");
  const context = { ...contextFor(result, request, { color: false, quiet: false, verbose: false }), reportPath: "the job summary and the JSON report" };
  world.write(reportPath, await render("json", report, context));
  for (const { format, file } of files) world.write((0, import_node_path.resolve)(base, file), await render(format, report, context));
  const { error, warning, notice } = report.summary;
  const failed = exitStatus(report, failOn, inputs.onlyNew) === 1;
  const warnings = result.warnings.map((warning2) => `${command("warning", { title: "configmgr-firewall-lint" }, warning2)}
`).join("");
  const showing = { check, comment, configured: result.comment };
  return {
    outputs: outputsOf(report, failed, [
      { format: "json", file: reportPath },
      ...files.map(({ format, file }) => ({ format, file: (0, import_node_path.resolve)(base, file) }))
    ]),
    annotations: warnings + await render(inputs.annotations ? "github" : "text", report, context),
    summary: inputs.summary ? await render("markdown", report, context) : void 0,
    failure: failed ? command("error", {}, words[locale].counts(error, warning, notice)) : void 0,
    async publish() {
      const isDemanded = check === "true" || comment !== void 0 || inputs.suggestions;
      if (!event.repository || inputs.token === "" && !isDemanded) return { outputs: {}, log: void 0 };
      const [{ publicationOf }, { publish }, { words: githubWords }] = await Promise.all([Promise.resolve().then(() => require("./commands-publication.js")), Promise.resolve().then(() => require("./github-publish.js")), Promise.resolve().then(() => require("./github-words.js"))]);
      const wanted = publicationOf(report, context, failed, inputs, showing, event, world.env);
      if (!wanted) return { outputs: {}, log: void 0 };
      const posted = inputs.token !== "" ? await publish(wanted, { token: inputs.token, version: VERSION, locale, clock: () => performance.now() }) : { outputs: {}, ...wanted.demanded.length > 0 && { trouble: { level: "warning", message: githubWords[locale].noToken } } };
      return { outputs: posted.outputs, log: posted.trouble && `${command(posted.trouble.level, { title: "configmgr-firewall-lint" }, posted.trouble.message)}
` };
    }
  };
}
var troublePage = (message) => `## configmgr-firewall-lint

\u274C ${plainText(message)}
`;
function formatFile(value) {
  const at2 = value.indexOf("=");
  if (at2 < 0 || at2 === value.length - 1) throw new UsageError(`format: write FORMAT=FILE, for example sarif=firewall.sarif, instead of ${JSON.stringify(value)}`);
  return { format: oneOf("format", value.slice(0, at2), REPORT_FORMATS), file: value.slice(at2 + 1) };
}
function oneOf(input, value, known) {
  const found = known.find((k) => k === value);
  if (found !== void 0) return found;
  throw new UsageError(`${input}: ${JSON.stringify(value)} is not known: ${known.join(", ")}${didYouMean(value, known)}`);
}
module.exports = { checkForAction, troublePage };
