var import_node_child_process = new Proxy({}, { get: (_, name) => require("node:child_process")[name] });
const { SKIPPED_FOLDERS, neverPolicy } = require("./commands-check.js");
const { sourceFile } = require("./commands-check.js");
const { UsageError } = require("./commands.js");
function chooser({ wanted, places = ["."] }) {
  const inside = (path) => places.some((place) => place === "." || place === path || path.startsWith(`${place}/`)) && !path.split("/").some((part) => SKIPPED_FOLDERS.has(part));
  return (path) => wanted?.has(path) === true || inside(path) && !neverPolicy(path.slice(path.lastIndexOf("/") + 1));
}
var MOST_BYTES = 1879048192;
function git(cwd, args, input) {
  const run = (0, import_node_child_process.spawnSync)("git", ["--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", ...args], {
    cwd,
    maxBuffer: MOST_BYTES,
    windowsHide: true,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    ...input !== void 0 && { input }
  });
  return { status: run.error ? null : run.status, out: run.stdout ?? Buffer.alloc(0), err: run.error ? run.error.message : String(run.stderr) };
}
function commitOf(root, revision) {
  if (revision.startsWith("-")) throw new UsageError(`"${revision}" is no git revision`);
  const { status, out } = git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  return status === 0 ? out.toString().trim() : void 0;
}
function parentsOf(root, revision) {
  const commit = commitOf(root, revision);
  if (commit === void 0) return [];
  const { out } = git(root, ["cat-file", "commit", commit]);
  const head = out.toString("latin1").split("\n\n", 1)[0];
  return [...head.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map((match) => match[1]);
}
function mergeBase(root, a, b) {
  const [one, other] = [commitOf(root, a), commitOf(root, b)];
  if (one === void 0 || other === void 0) return void 0;
  const { status, out } = git(root, ["merge-base", one, other]);
  return status === 0 ? out.toString().trim().split("\n")[0] : void 0;
}
var FULL_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function fetchCommit(root, commit) {
  if (!FULL_ID.test(commit)) return false;
  return git(root, ["fetch", "--quiet", "--no-tags", "--depth=1", "origin", commit]).status === 0 && commitOf(root, commit) !== void 0;
}
function gitTree(root, commit) {
  return { firstFile: async (paths) => firstFileAt(root, commit, paths), files: async (choice) => filesAt(root, commit, choice) };
}
function firstFileAt(root, commit, paths) {
  const known = paths.filter((path) => !path.includes("\n"));
  const { status, out } = git(root, ["cat-file", "--batch"], known.map((path) => `${commit}:./${path}
`).join(""));
  if (status !== 0) return void 0;
  for (let at = 0, i = 0; at < out.length; i++) {
    const end = out.indexOf(10, at);
    const match = / blob (\d+)$/.exec(out.toString("latin1", at, end));
    if (match) return sourceFile(known[i], Buffer.from(out.subarray(end + 1, end + 1 + Number(match[1]))));
    const size = / (?:tree|commit|tag) (\d+)$/.exec(out.toString("latin1", at, end))?.[1];
    at = end + 1 + (size === void 0 ? 0 : Number(size) + 1);
  }
  return void 0;
}
function filesAt(root, commit, choice) {
  const isChosen = chooser(choice);
  const listed = git(root, ["ls-tree", "-r", "-z", commit]);
  if (listed.status !== 0) throw new UsageError(`git cannot list "${commit}": ${firstLine(listed.err)}. Fetch it (actions/checkout: fetch-depth: 0)`);
  const entries = listed.out.toString("utf8").split("\0").flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t([\s\S]+)$/.exec(line);
    if (!match || match[1] === "120000") return [];
    const path = match[3];
    return isChosen(path) ? [{ path, oid: match[2] }] : [];
  });
  const blobs = readBlobs(root, entries.map((e) => e.oid));
  return entries.map(({ path }, index) => sourceFile(path, blobs[index], choice.codePage)).sort((a, b) => a.path < b.path ? -1 : 1);
}
function readBlobs(root, oids) {
  if (oids.length === 0) return [];
  const { status, out, err } = git(root, ["cat-file", "--batch"], `${oids.join("\n")}
`);
  if (status !== 0) throw new UsageError(`git cannot read the older tree: ${firstLine(err)}`);
  const blobs = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(out.toString("latin1", at, end))?.[1]);
    if (!Number.isInteger(size)) throw new UsageError("git cannot read the older tree: a blob is missing (partial clone?)");
    blobs.push(out.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}
var firstLine = (text) => text.split("\n")[0] ?? "";
module.exports = { chooser, commitOf, parentsOf, mergeBase, fetchCommit, gitTree };
