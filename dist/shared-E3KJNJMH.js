const {
  commitOf,
  fetchCommit,
  mergeBase,
  parentsOf
} = require("./shared-3LTO7YOE.js");
const { UsageError } = require("./commands.js");
function baseOfRun(event, root) {
  const unmerged = event.name === "pull_request" || event.name === "pull_request_target" || event.name === "merge_group";
  const { base, pullRequest } = event;
  if (base === void 0) return { commit: void 0, unmerged };
  const [first, second] = parentsOf(root, "HEAD");
  const head = commitOf(root, "HEAD");
  const isMerge = pullRequest !== void 0 && first !== void 0 && second === pullRequest.headSha;
  const wanted = isMerge ? first : base;
  const commit = have(root, wanted);
  if (commit === void 0) return { commit, unmerged, incomplete: true, warning: missing(wanted) };
  if (event.name === "pull_request_target" && head === commit) {
    return { commit, unmerged, warning: BASE_CHECKED_OUT };
  }
  if (isMerge || !pullRequest) return { commit, unmerged };
  const parted = mergeBase(root, commit, "HEAD");
  return parted === void 0 ? { commit, unmerged, incomplete: true, warning: TOO_SHALLOW } : { commit: parted, unmerged };
}
function namedBase(revision, root) {
  const commit = commitOf(root, revision) ?? commitOf(root, `origin/${revision}`) ?? (fetchCommit(root, revision) ? commitOf(root, revision) : void 0);
  if (commit === void 0) throw new UsageError(`The revision ${JSON.stringify(revision)} is not in this clone. Fetch it (actions/checkout: fetch-depth: 0), or name another --base`);
  return { commit, unmerged: true };
}
var BASE_CHECKED_OUT = "The checkout is the base branch, so nothing of the pull request is checked. Check out its merge: actions/checkout with ref: refs/pull/NUMBER/merge and persist-credentials: false.";
var TOO_SHALLOW = 'The clone is too shallow to know where this change left its base, so it is compared with the newest base, and what others changed there since looks like a part of it. Check out the merge of the pull request, or set "fetch-depth: 0" on actions/checkout.';
var have = (root, commit) => commitOf(root, commit) ?? (fetchCommit(root, commit) ? commitOf(root, commit) : void 0);
var missing = (commit, more = "") => `What this change did cannot be said: its base ${commit.slice(0, 12)} is neither in this clone nor could it be fetched.${more === "" ? "" : ` ${more}`} Set "fetch-depth: 0" on actions/checkout. All findings count as they stand.`;
module.exports = { baseOfRun, namedBase, BASE_CHECKED_OUT, have, missing };
