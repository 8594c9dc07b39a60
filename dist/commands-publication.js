var import_shared_PGXPBDBQ = require("./shared-PGXPBDBQ.js");
var import_shared_DP2PTY4R = require("./shared-DP2PTY4R.js");
var import_shared_VEQUKJWD = require("./shared-VEQUKJWD.js");
var import_shared_UP7TKHYG = require("./shared-UP7TKHYG.js");
var import_commands = require("./commands.js");
const {
  MOST_ANNOTATIONS,
  MOST_COMMENT,
  identityOf
} = require("./shared-ECGZXYCL.js");
const {
  words: words2
} = require("./shared-BZTVRVSB.js");
const {
  markdownPage
} = require("./shared-GNMFK5VE.js");
const {
  plainText
} = require("./shared-VZD76RF2.js");
const {
  words
} = require("./shared-Y66WSB52.js");
const { inert, printableLines, shortened } = require("./commands.js");
var LEVEL = { error: "failure", warning: "warning", notice: "notice" };
var RANK = { error: 0, warning: 1, notice: 2 };
var MOST_MESSAGE = 8e3;
var MOST_DETAILS = 16e3;
function annotationsOf(findings, wasThere) {
  const weight = (f) => RANK[f.severity] * 2 + (f.code.startsWith("requirement-") ? 0 : 1);
  return [...findings].sort((a, b) => weight(a) - weight(b)).map((f) => annotationOf(f, wasThere));
}
function annotationOf({ code, severity, message, remedy, location, reason, new: isNew }, wasThere) {
  const start = Math.max(1, location.line);
  const end = Math.max(start, location.endLine);
  const inside = location.path !== "" && location.path !== "." && !/^(?:\/|\.\.(?:\/|$)|[a-z]:)/i.test(location.path);
  return {
    path: inside ? location.path : ".github",
    start_line: start,
    end_line: end,
    // GitHub refuses columns of a stretch over several lines.
    ...end === start && location.offset === void 0 && { start_column: Math.max(1, location.column), end_column: Math.max(1, location.column, location.endColumn) },
    annotation_level: LEVEL[severity],
    title: shortened(`${reason === void 0 ? code : `${code}: ${reason}`}${isNew === false ? ` (${wasThere})` : ""}`, 255),
    message: shortened(printableLines(location.key === void 0 ? message : `${message}
${location.key}`), MOST_MESSAGE),
    ...remedy !== "" && { raw_details: shortened(printableLines(remedy), MOST_DETAILS) }
  };
}
var MOST_TEXT = 6e4;
function publicationOf(report, context, failed, inputs, showing, event, env) {
  const { repository, head, pullRequest } = event;
  if (!repository) return void 0;
  const job = env["GITHUB_JOB"] ?? "";
  const identity = identityOf(env["GITHUB_WORKFLOW"] ?? "", job, inputs.checkName, inputs.workingDirectory);
  const comment = showing.comment ?? showing.configured;
  const say = words[context.locale];
  const { error, warning, notice } = report.summary;
  const page = (bytes) => inert(markdownPage(report, context, bytes));
  const suggestions = inputs.suggestions && pullRequest ? suggestionsOf(report, context) : [];
  const demanded = [...showing.check === "true" ? ["check"] : [], ...showing.comment ? ["comment"] : [], ...inputs.suggestions ? ["suggestions"] : []];
  const annotated = Math.min(report.findings.length, MOST_ANNOTATIONS);
  const publication = {
    repository: { owner: repository.owner, repo: repository.name },
    demanded,
    readOnly: event.readOnly,
    ...showing.check !== "false" && head !== void 0 && {
      check: {
        // GitHub files the check runs of a workflow's token under whichever workflow came first; the job's name keeps them apart.
        name: shortened(job === "" ? inputs.checkName : `${inputs.checkName} (${job})`, 255),
        headSha: head,
        identity,
        conclusion: failed ? "failure" : error + warning > 0 ? "neutral" : "success",
        title: shortened(say.counts(error, warning, notice), 255),
        summary: [
          failed ? say.verdictBad(error, warning) : error + warning + notice > 0 ? say.counts(error, warning, notice) : report.files.length === 0 ? `${say.verdictNone} ${say.whereNext}` : say.verdictGood,
          `${say.met(report.summary.satisfied, report.summary.required)}.`,
          ...annotated < report.findings.length ? [words2[context.locale].left(annotated, report.findings.length)] : []
        ].join(" "),
        text: page(MOST_TEXT),
        annotations: annotationsOf(report.findings, say.wasThere),
        ...runUrl(env, repository)
      }
    },
    ...comment !== "never" && pullRequest && {
      comment: { number: pullRequest.number, marker: `<!-- ${identity} -->`, body: page(MOST_COMMENT - 1e3), create: comment === "always" || isNews(report) }
    },
    ...suggestions.length > 0 && pullRequest && {
      suggestions: { number: pullRequest.number, headSha: pullRequest.headSha, suggestions, intro: words2[context.locale].suggestionsIntro }
    }
  };
  return publication.check || publication.comment || publication.suggestions ? publication : void 0;
}
function isNews({ findings, changes }) {
  const compared = changes !== void 0;
  if (changes && changes.cut.length + changes.opened.length + changes.mended.length + changes.dropped.length > 0) return true;
  return findings.some((f) => compared ? f.new === true : f.severity !== "notice");
}
function suggestionsOf({ findings }, context) {
  return findings.flatMap((finding) => {
    const { fix } = finding;
    if (!fix) return [];
    return [{
      path: finding.location.path,
      startLine: fix.startLine,
      was: fix.was,
      lines: fix.lines,
      fingerprint: finding.fingerprint,
      why: inert(`**${words[context.locale].severity[finding.severity]}** ${plainText(shortened(finding.message, 1e3))}`)
    }];
  });
}
function runUrl(env, { owner, name }) {
  const [server, run] = [env["GITHUB_SERVER_URL"], env["GITHUB_RUN_ID"]];
  return server && /^https?:\/\/[\w.:-]+$/.test(server) && run && /^\d+$/.test(run) ? { detailsUrl: `${server}/${owner}/${name}/actions/runs/${run}` } : {};
}
module.exports = { publicationOf };
