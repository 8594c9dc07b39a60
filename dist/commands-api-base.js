var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands = require("./commands.js");
var import_node_crypto = new Proxy({}, { get: (_, name) => require("node:crypto")[name] });
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
const {
  failureOf,
  openClient
} = require("./shared-PGXPBDBQ.js");
const {
  BASE_CHECKED_OUT,
  have,
  missing
} = require("./shared-E3KJNJMH.js");
const {
  chooser,
  commitOf,
  parentsOf
} = require("./shared-3LTO7YOE.js");
const { SKIPPED_FOLDERS, pathFrom } = require("./commands-check.js");
const { sourceFile } = require("./commands-check.js");
const { VERSION } = require("./commands.js");
const { UsageError } = require("./commands.js");
var briefly = () => ({ request: { retries: 1 } });
async function openReader(at, token, version, clock) {
  const { request } = await openClient(token, version, clock).catch(() => {
    throw new UsageError("the connection cannot be set up");
  });
  return {
    parents: (commit) => answered(
      request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", { ...at, ...briefly(), commit_sha: commit }),
      ({ parents }) => parents.map(({ sha }) => sha)
    ),
    mergeBase: (base, head) => answered(
      // Only the place where they parted is wanted; one commit a page keeps the answer small.
      request("GET /repos/{owner}/{repo}/compare/{basehead}", { ...at, ...briefly(), basehead: `${base}...${head}`, per_page: 1 }),
      ({ merge_base_commit: { sha } }) => sha
    ),
    tree: (sha, recursive) => answered(
      request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { ...at, ...briefly(), tree_sha: sha, ...recursive && { recursive: "1" } }),
      ({ tree, truncated }) => ({ truncated, entries: tree.map((e) => ({ path: e.path, mode: e.mode, type: e.type, sha: e.sha, size: e.size ?? 0 })) })
    ),
    blob: (sha) => answered(
      request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { ...at, ...briefly(), file_sha: sha }),
      ({ content, encoding }) => Buffer.from(content, encoding)
    )
  };
}
async function answered(answer, read) {
  const { data } = await answer.catch((error) => {
    throw new UsageError(reason(failureOf(error)));
  });
  try {
    return read(data);
  } catch {
    throw new UsageError("what came was no answer of GitHub");
  }
}
function reason(failure) {
  switch (failure.kind) {
    case "token":
      return "GitHub does not know the token";
    case "permission":
      return 'the token may not read this repository (give the job the permission "contents: read")';
    case "gone":
      return 'GitHub does not have it, or the token may not read this repository (give the job the permission "contents: read")';
    case "rate-limit":
      return "the rate limit of the token is used up";
    case "no-answer":
      return "GitHub did not answer in time";
    case "server":
      return `GitHub answered ${failure.status}`;
    case "refused":
      return `GitHub refused the request (${failure.status})`;
  }
}
var AT_ONCE = 4;
var MOST_FOLDERS = 100;
var MOST_BLOBS = 300;
var MOST_BYTES = 100 << 20;
async function listTree(reader, commit, isLeftOut2) {
  const files = [];
  const links = /* @__PURE__ */ new Set();
  const unlisted = [];
  let asked = 0;
  for (let folders = [{ path: "", sha: commit }]; folders.length > 0; ) {
    asked += folders.length;
    if (asked > MOST_FOLDERS) throw new UsageError(`the repository is so large that it would take more than ${MOST_FOLDERS} requests to list it`);
    const below = [];
    await pooled(folders, async ({ path, sha }) => {
      let { entries, truncated } = await reader.tree(sha, true);
      const isCut = truncated;
      if (isCut) ({ entries, truncated } = await reader.tree(sha, false));
      if (truncated) throw new UsageError(`the folder "${path}" is too large to be listed`);
      for (const entry of entries) {
        const full = path === "" ? entry.path : `${path}/${entry.path}`;
        if (entry.type === "blob" && entry.mode === "120000") links.add(full);
        else if (entry.type === "blob") files.push({ path: full, sha: entry.sha, size: entry.size });
        else if (entry.type === "tree" && isCut) {
          if (isLeftOut2(full)) unlisted.push(full);
          else below.push({ path: full, sha: entry.sha });
        }
      }
    });
    folders = below;
  }
  return { files, links, unlisted };
}
async function contentsOf(reader, files, here) {
  const missing2 = new Map(files.map(({ sha, size }) => [sha, size]));
  const held = /* @__PURE__ */ new Map();
  const sizes = new Set(missing2.values());
  for (const bytes2 of here) {
    if (!sizes.has(bytes2.length)) continue;
    const id = blobId(bytes2);
    if (missing2.delete(id)) held.set(id, bytes2);
  }
  const bytes = [...missing2.values()].reduce((sum, size) => sum + size, 0);
  if (missing2.size > MOST_BLOBS) throw new UsageError(`${missing2.size} files would have to be fetched one by one, and ${MOST_BLOBS} is the limit`);
  if (bytes > MOST_BYTES) throw new UsageError(`${Math.ceil(bytes / (1 << 20))} MiB would have to be fetched, and ${MOST_BYTES >> 20} is the limit`);
  await pooled([...missing2.keys()], async (sha) => {
    const content = await reader.blob(sha);
    if (blobId(content) !== sha) throw new UsageError("GitHub sent another file than was asked for");
    held.set(sha, content);
  });
  return held;
}
var blobId = (bytes) => (0, import_node_crypto.createHash)("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
async function pooled(items, work) {
  let next = 0;
  const worker = async () => {
    try {
      while (next < items.length) await work(items[next++]);
    } catch (error) {
      next = items.length;
      throw error;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
function checkoutAt(root, workspace) {
  const [folder, outermost] = [(0, import_node_fs.realpathSync)(root), (0, import_node_fs.realpathSync)(workspace)];
  const inside = pathFrom(outermost, folder);
  if (inside !== "." && (inside.startsWith("..") || inside === folder)) return void 0;
  let top = folder;
  while (top !== outermost && !(0, import_node_fs.existsSync)((0, import_node_path.join)(top, ".git"))) top = (0, import_node_path.dirname)(top);
  const git = (0, import_node_path.join)(top, ".git");
  const isClone = (0, import_node_fs.existsSync)(git);
  const path = pathFrom(top, folder);
  return { top, folder: path === "." ? "" : path, isClone, ...isClone && (0, import_node_fs.statSync)(git).isDirectory() ? { head: headOf(git), origin: originOf(git) } : { head: void 0, origin: void 0 } };
}
function holdsMost(top, paths) {
  const step = Math.max(1, Math.floor(paths.length / 500));
  const sample = paths.filter((_, i) => i % step === 0);
  return sample.filter((path) => (0, import_node_fs.lstatSync)((0, import_node_path.join)(top, path), { throwIfNoEntry: false }) !== void 0).length * 2 >= sample.length;
}
var COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
function headOf(git) {
  const head = textOf((0, import_node_path.join)(git, "HEAD")).trim();
  if (COMMIT.test(head)) return head;
  const ref = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
  if (ref === void 0 || ref.split("/").includes("..")) return void 0;
  const loose = textOf((0, import_node_path.join)(git, ref)).trim();
  if (COMMIT.test(loose)) return loose;
  return textOf((0, import_node_path.join)(git, "packed-refs")).split("\n").find((line) => line.slice(line.indexOf(" ") + 1) === ref)?.split(" ")[0];
}
function originOf(git) {
  const section = /^\[remote "origin"\]\r?\n((?:[ \t].*\r?\n?)*)/m.exec(textOf((0, import_node_path.join)(git, "config")))?.[1] ?? "";
  return /^[ \t]+url = (\S+)/m.exec(section)?.[1];
}
function textOf(path) {
  try {
    return (0, import_node_fs.readFileSync)(path, "utf8");
  } catch {
    return "";
  }
}
async function baseByApi(known, request) {
  const { event: { base, repository }, root, workspace, token, clock } = request;
  const { unmerged } = known;
  if (base === void 0 || !repository) return known;
  try {
    const { owner, name } = repository;
    const checkout = checkoutAt(root, workspace);
    if (!checkout) throw new UsageError("the folder to check is outside of the workspace");
    if (checkout.origin !== void 0 && !isOf(checkout.origin, owner, name)) throw new UsageError(`the clone is not one of ${owner}/${name}`);
    const reader = await openReader({ owner, repo: name }, token, VERSION, clock);
    const head = headOf2(request, checkout);
    const commit = await commitToCompare(reader, request, checkout, head);
    if (request.event.name === "pull_request_target" && commit === head) return { commit: void 0, unmerged, warning: BASE_CHECKED_OUT };
    if (known.commit !== void 0 && have(root, commit) !== void 0) return { commit, unmerged };
    const listing = await listTree(reader, commit, (folder) => isLeftOut(folder, checkout.folder));
    if (checkout.origin === void 0 && !holdsMost(checkout.top, listing.files.map((f) => f.path))) throw new UsageError(`the files in ${workspace} do not look like a checkout of ${owner}/${name}`);
    return { commit, unmerged, tree: apiTree(reader, listing, checkout.folder, request.files) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return known.commit === void 0 ? { ...known, warning: missing(base, `GitHub's API was no help: ${error.message}.`) } : known;
  }
}
function headOf2({ event: { name, sha }, root }, { isClone, head }) {
  if (isClone) return commitOf(root, "HEAD") ?? head;
  return name === "pull_request_target" ? void 0 : sha;
}
async function commitToCompare(reader, { event, root }, { isClone }, head) {
  const { pullRequest } = event;
  if (!pullRequest) return event.base;
  if (head === void 0) throw new UsageError("there is no clone that says which commit is checked out");
  const here = isClone ? parentsOf(root, head) : [];
  const [first, second] = here.length > 0 ? here : await reader.parents(head);
  return first !== void 0 && second === pullRequest.headSha ? first : reader.mergeBase(pullRequest.baseSha, head);
}
function isOf(origin, owner, name) {
  const path = origin.toLowerCase().replace(/\/$/, "").replace(/\.git$/, "");
  const wanted = `${owner}/${name}`.toLowerCase();
  return path.endsWith(`/${wanted}`) || path.endsWith(`:${wanted}`);
}
var isLeftOut = (folder, checked) => SKIPPED_FOLDERS.has(folder.slice(folder.lastIndexOf("/") + 1)) || !(checked === "" || `${folder}/`.startsWith(`${checked}/`) || `${checked}/`.startsWith(`${folder}/`));
function apiTree(reader, { files, links, unlisted }, checked, here) {
  const start = checked === "" ? "" : `${checked}/`;
  const inside = files.filter(({ path }) => path.startsWith(start)).map((file) => ({ ...file, path: file.path.slice(start.length) }));
  const byPath = new Map(inside.map((file) => [file.path, file]));
  const mustBeListed = (path) => {
    const folder = unlisted.find((f) => `${start}${path}`.startsWith(`${f}/`));
    if (folder !== void 0) throw new UsageError(`"${path}" lies in a folder that was left out, for the repository is too large to list`);
  };
  const held = here.map((f) => f.bytes);
  const read = async (chosen, codePage) => {
    try {
      const contents = await contentsOf(reader, chosen, held);
      return chosen.map(({ path, sha }) => sourceFile(path, contents.get(sha), codePage));
    } catch (error) {
      throw error instanceof UsageError ? new UsageError(`It could not be read through GitHub's API: ${error.message}. Set "fetch-depth: 0" on actions/checkout`) : error;
    }
  };
  return {
    async firstFile(paths) {
      for (const path of paths) {
        mustBeListed(path);
        if (links.has(start + path)) throw new UsageError(`"${path}" is a symbolic link there, and those are not followed`);
        const entry = byPath.get(path);
        if (!entry) continue;
        const [file] = await read([entry]);
        if (file) held.push(file.bytes);
        return file;
      }
      return void 0;
    },
    async files(choice) {
      for (const path of choice.wanted ?? []) mustBeListed(path);
      const isChosen = chooser(choice);
      return (await read(inside.filter(({ path }) => isChosen(path)), choice.codePage)).sort((a, b) => a.path < b.path ? -1 : 1);
    }
  };
}
module.exports = { baseByApi };
