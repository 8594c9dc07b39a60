var import_node_crypto = new Proxy({}, { get: (_, name) => require("node:crypto")[name] });
const {
  NO_RETRY,
  allPages,
  failureOf,
  openClient,
  statusOf
} = require("./shared-PGXPBDBQ.js");
const {
  words
} = require("./shared-BZTVRVSB.js");
const { printableLines } = require("./commands.js");
var BATCH = 50;
var MOST_ANNOTATIONS = 75 * BATCH;
async function postCheckRun(client, at, wanted) {
  const annotations = wanted.annotations.slice(0, MOST_ANNOTATIONS);
  const externalId = `${wanted.identity}:${digest(JSON.stringify(wanted.annotations))}`;
  const output = { title: wanted.title, summary: wanted.summary, text: wanted.text };
  const state = {
    ...at,
    status: "completed",
    conclusion: wanted.conclusion,
    external_id: externalId,
    ...wanted.detailsUrl !== void 0 && { details_url: wanted.detailsUrl }
  };
  const batch = (from) => from < annotations.length ? { annotations: annotations.slice(from, from + BATCH) } : {};
  const earlier = await latest(client, at, wanted);
  const same = earlier !== void 0 && earlier.externalId === externalId && earlier.annotations <= annotations.length ? earlier : void 0;
  let run;
  if (same) run = same;
  else {
    const created = () => latest(client, at, wanted).then((now) => now && now.id !== earlier?.id && now.externalId === externalId ? now : void 0);
    run = await client.once(async () => {
      const { data } = await client.request("POST /repos/{owner}/{repo}/check-runs", {
        ...state,
        name: wanted.name,
        head_sha: wanted.headSha,
        output: { ...output, ...batch(0) },
        ...NO_RETRY
      });
      return { id: Number(data.id), externalId, annotations: Math.min(BATCH, annotations.length) };
    }, created);
  }
  let posted = run.annotations;
  for (let first = same !== void 0; first || posted < annotations.length; first = false) {
    const next = Math.min(posted + BATCH, annotations.length);
    await client.once(async () => {
      await client.request("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        ...state,
        check_run_id: run.id,
        output: { ...output, ...batch(posted) },
        ...NO_RETRY
      });
      return true;
    }, async () => {
      if (next === posted) return void 0;
      const { data } = await client.request("GET /repos/{owner}/{repo}/check-runs/{check_run_id}", { ...at, check_run_id: run.id });
      return data.output.annotations_count >= next ? true : void 0;
    });
    posted = next;
  }
  return { id: run.id, annotations: posted };
}
async function latest(client, at, { headSha, name, identity }) {
  const runs = await allPages(10, async (page) => {
    const { data } = await client.request("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", { ...at, ref: headSha, check_name: name, filter: "all", per_page: 100, page });
    return data.check_runs;
  });
  const own = runs.filter((run) => run.external_id?.startsWith(`${identity}:`)).sort((a, b) => Number(b.id) - Number(a.id))[0];
  return own && { id: Number(own.id), externalId: own.external_id ?? "", annotations: own.output.annotations_count };
}
var digest = (text) => (0, import_node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, 16);
var MOST_COMMENT = 65e3;
var MOST_PAGES = 30;
async function postComment(client, at, wanted, isOwn) {
  const body = `${wanted.marker}
${wanted.body}`;
  const there = await find(client, at, wanted, isOwn);
  if (there) {
    if (there.body === body) return { done: "unchanged", id: there.id };
    await client.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...at, comment_id: there.id, body });
    return { done: "updated", id: there.id };
  }
  if (!wanted.create) return { done: "none" };
  const { id } = await client.once(async () => {
    const { data } = await client.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...at, issue_number: wanted.number, body, ...NO_RETRY });
    return { id: Number(data.id) };
  }, () => find(client, at, wanted, isOwn));
  return { done: "created", id };
}
async function find(client, at, { number, marker }, isOwn) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { data } = await client.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...at, issue_number: number, per_page: 100, page });
    for (const { id, body, user } of data) {
      if (body?.startsWith(marker) === true && await isOwn(user)) return { id: Number(id), body: body.replaceAll("\r\n", "\n") };
    }
    if (data.length < 100) return void 0;
  }
  return void 0;
}
function ownership(client, token) {
  let login;
  const ask = async () => {
    if (token.startsWith("ghs_")) return void 0;
    try {
      return (await client.request("GET /user")).data.login;
    } catch (error) {
      if (statusOf(error) === 403 || statusOf(error) === 404) return void 0;
      throw error;
    }
  };
  return async (author) => {
    if (!author) return false;
    const own = await (login ??= ask());
    return own === void 0 ? author.type === "Bot" : author.login === own;
  };
}
async function ownReviewComments(client, at, number, isOwn) {
  const comments = await allPages(MOST_PAGES, async (page) => (await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", { ...at, pull_number: number, per_page: 100, page })).data);
  const bodies = [];
  for (const { body, user } of comments) if (await isOwn(user)) bodies.push(body);
  return bodies;
}
function parsePatch(patch) {
  const lines = /* @__PURE__ */ new Map();
  const hunks = /* @__PURE__ */ new Map();
  let number = 0;
  let hunk = 0;
  for (const line of patch.split("\n")) {
    const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header) {
      number = Number(header[1]);
      hunk++;
    } else if (hunk > 0 && (line.startsWith("+") || line.startsWith(" "))) {
      lines.set(number, line.slice(1).replace(/\r$/, ""));
      hunks.set(number++, hunk);
    }
  }
  return { lines, hunks };
}
function locate({ lines, hunks }, start, was) {
  if (was.length === 0) return void 0;
  const standsAt = (from) => was.every((text, i) => lines.get(from + i) === text && hunks.get(from + i) === hunks.get(from));
  if (standsAt(start)) return start;
  const [first] = was;
  const found = [];
  for (const [number, text] of lines) if (text === first && standsAt(number)) found.push(number);
  return found.length === 1 ? found[0] : void 0;
}
var MOST_SUGGESTIONS = 30;
var MOST_PAGES2 = 30;
async function postSuggestions(client, at, wanted, isOwn) {
  const safe = wanted.suggestions.filter(isExact);
  if (safe.length === 0) return 0;
  const paths = new Set(safe.map((s) => s.path));
  const files = await allPages(MOST_PAGES2, async (page) => (await client.request("GET /repos/{owner}/{repo}/pulls/{pull_number}/files", { ...at, pull_number: wanted.number, per_page: 100, page })).data);
  const patches = new Map(files.filter((f) => paths.has(f.filename) && f.patch !== void 0).map((f) => [f.filename, parsePatch(f.patch ?? "")]));
  const placed = safe.flatMap((suggestion) => {
    const patch = patches.get(suggestion.path);
    const line = patch && locate(patch, suggestion.startLine, suggestion.was);
    return line === void 0 ? [] : [{ suggestion, line, marker: markerOf(suggestion) }];
  });
  if (placed.length === 0) return 0;
  const missing = async () => {
    const there = (await ownReviewComments(client, at, wanted.number, isOwn)).join("\n");
    return placed.filter(({ marker }) => !there.includes(marker));
  };
  const open = disjoint(await missing()).slice(0, MOST_SUGGESTIONS);
  if (open.length === 0) return 0;
  return client.once(async () => {
    await client.request("POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews", {
      ...at,
      pull_number: wanted.number,
      commit_id: wanted.headSha,
      event: "COMMENT",
      body: wanted.intro,
      comments: open.map(({ suggestion, line, marker }) => ({
        path: suggestion.path,
        body: bodyOf(suggestion, marker),
        side: "RIGHT",
        line: line + suggestion.was.length - 1,
        ...suggestion.was.length > 1 && { start_line: line, start_side: "RIGHT" }
      })),
      ...NO_RETRY
    });
    return open.length;
  }, async () => {
    const still = new Set((await missing()).map(({ marker }) => marker));
    return open.every(({ marker }) => !still.has(marker)) ? open.length : void 0;
  });
}
var markerOf = ({ path, was, lines }) => `<!-- configmgr-firewall-lint:fix:${digest(JSON.stringify([path, was, lines]))} -->`;
var isExact = ({ was, lines, path }) => path !== "" && was.length > 0 && [...was, ...lines].every((line) => printableLines(line) === line && !/[\r\n]/.test(line) && line.length <= 4e3);
function disjoint(placed) {
  const taken = /* @__PURE__ */ new Set();
  return placed.filter(({ suggestion, line }) => {
    const keys = suggestion.was.map((_, i) => `${line + i} ${suggestion.path}`);
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
}
function bodyOf({ why, lines }, marker) {
  const longest = lines.join("\n").match(/`+/g)?.reduce((most, run) => Math.max(most, run.length), 0) ?? 0;
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${marker}
${why}

${fence}suggestion
${lines.join("\n")}
${fence}`;
}
async function publish(wanted, options) {
  const { repository, check, comment, suggestions } = wanted;
  const outputs = {};
  const failed = /* @__PURE__ */ new Map();
  let client;
  try {
    client = await openClient(options.token, options.version, options.clock);
  } catch {
    return { outputs, trouble: { level: "warning", message: words[options.locale].unusable } };
  }
  const isOwn = ownership(client, options.token);
  const attempt = async (place, work) => {
    const hopeless = [...failed.values()].find(({ kind }) => kind === "token" || kind === "rate-limit" || kind === "no-answer");
    if (hopeless) {
      failed.set(place, hopeless);
      return;
    }
    try {
      await work();
    } catch (error) {
      failed.set(place, failureOf(error));
    }
  };
  if (check) await attempt("check", async () => {
    outputs["check-run-id"] = (await postCheckRun(client, repository, check)).id;
  });
  if (comment) {
    await attempt("comment", async () => {
      const posted = await postComment(client, repository, comment, isOwn);
      if (posted.done !== "none") outputs["comment-id"] = posted.id;
    });
  }
  if (suggestions) await attempt("suggestions", async () => {
    outputs["suggestions"] = await postSuggestions(client, repository, suggestions, isOwn);
  });
  return failed.size === 0 ? { outputs } : { outputs, trouble: troubleOf(failed, wanted, options.locale) };
}
function troubleOf(failed, { demanded, readOnly }, locale) {
  const say = words[locale];
  const denied = [...failed].filter(([, { kind }]) => kind === "permission" || kind === "gone").map(([place]) => place);
  const others = [...failed].filter(([place]) => !denied.includes(place));
  const parts = [
    ...denied.length === 0 ? [] : [readOnly ? say.readOnly(denied) : say.denied(denied)],
    ...groups(others).map(([failure, places]) => say.failed(places, failure))
  ];
  const expected = others.length === 0 && (readOnly || !denied.some((place) => demanded.includes(place)));
  return { level: expected ? "notice" : "warning", message: `${parts.join(" ")} ${say.stands}` };
}
function groups(failed) {
  const by = /* @__PURE__ */ new Map();
  for (const [place, failure] of failed) {
    const key = JSON.stringify(failure);
    const held = by.get(key);
    if (held) held[1].push(place);
    else by.set(key, [failure, [place]]);
  }
  return [...by.values()];
}
var identityOf = (...names) => `configmgr-firewall-lint:${digest(JSON.stringify(names))}`;
module.exports = { MOST_ANNOTATIONS, MOST_COMMENT, publish, identityOf };
