var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
var stdin_exports = {};
__export(stdin_exports, {
  SKIPPED_FOLDERS: () => SKIPPED_FOLDERS,
  discover: () => discover,
  neverPolicy: () => neverPolicy,
  pathFrom: () => pathFrom
});
module.exports = __toCommonJS(stdin_exports);
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
const {
  sourceFile
} = require("./shared-7HD2BTDN.js");
const {
  UsageError
} = require("./shared-GWLL7STH.js");
var MOST_BYTES = 2147418112;
var LOOK_FIRST = 1 << 20;
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", ".hg", ".svn", "node_modules"]);
var NEVER_POLICY = new Set(`
  png jpg jpeg gif bmp ico icns svg webp avif tif tiff psd ai eps heic mp3 mp4 m4a wav flac ogg avi mov mkv webm
  zip gz tgz bz2 xz zst 7z rar tar jar war ear nupkg whl cab msi msix msp iso vhd vhdx vmdk wim img dmg deb rpm apk
  exe dll sys so dylib lib a o obj pdb class pyc pyo wasm node
  pdf doc docx xls xlsx ppt pptx odt ods vsd vsdx one pst ttf otf woff woff2 eot
  md markdown mdx rst adoc tex c h cc cpp cxx hpp hh cs vb fs java kt kts scala groovy go rs swift m mm dart lua pl pm r jl
  js mjs cjs jsx ts mts cts tsx vue svelte css scss sass less map py pyi ipynb php sql proto graphql lock sum
  sqlite db mdb accdb pem crt cer key pfx p12 der admx adml evtx etl pcap pcapng dmp log
`.split(/\s+/).filter(Boolean));
function neverPolicy(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 && NEVER_POLICY.has(name.slice(dot + 1).toLowerCase());
}
function discover(root, paths, options = {}) {
  const walk = new Walk(root, options);
  for (const path of paths) walk.start(path);
  walk.followLinks();
  return walk.read();
}
function pathFrom(root, path) {
  const inside = (0, import_node_path.relative)(root, (0, import_node_path.resolve)(root, path));
  const shown = inside === "" ? "." : (0, import_node_path.isAbsolute)(inside) ? path : inside.startsWith("..") && (0, import_node_path.isAbsolute)(path) ? path : inside;
  return import_node_path.sep === "/" ? shown : shown.replaceAll(import_node_path.sep, "/");
}
var Walk = class {
  #root;
  #realRoot;
  #options;
  /** Path as reports write it, to be read. */
  #found = /* @__PURE__ */ new Set();
  /** Files and folders seen, by their real path from the real root: what links name is not read twice. */
  #seen = /* @__PURE__ */ new Set();
  #links = [];
  #unreadable = [];
  #passedOver = 0;
  constructor(root, options) {
    this.#root = (0, import_node_path.resolve)(root);
    this.#realRoot = (0, import_node_fs.realpathSync)(root);
    this.#options = options;
  }
  start(path) {
    let stats;
    const shown = pathFrom(this.#root, path);
    try {
      stats = (0, import_node_fs.statSync)((0, import_node_path.resolve)(this.#root, path));
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") throw new UsageError(`No such file or folder: ${path}`);
      this.#unreadable.push({ path: shown, why: reason(error) });
      return;
    }
    if (stats.isDirectory()) this.#folder(shown === "." ? "" : shown, this.#realPath(shown));
    else if (stats.isFile()) {
      this.#found.add(shown);
      this.#seen.add(this.#realPath(shown));
    } else throw new UsageError(`Neither a file nor a folder: ${path}`);
  }
  /** Own stack: a tree can be deeper than the call stack. */
  #folder(first, firstReal) {
    const stack = [{ folder: first, real: firstReal }];
    for (let next = stack.pop(); next !== void 0; next = stack.pop()) {
      const { folder, real } = next;
      if (this.#seen.has(`${real}/`)) continue;
      this.#seen.add(`${real}/`);
      let entries;
      try {
        entries = (0, import_node_fs.readdirSync)(this.#absolute(folder), { withFileTypes: true });
      } catch (error) {
        this.#unreadable.push({ path: folder === "" ? "." : folder, why: reason(error) });
        continue;
      }
      for (const entry of entries) {
        const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
        const realPath = real === "" ? entry.name : `${real}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!SKIPPED_FOLDERS.has(entry.name)) stack.push({ folder: path, real: realPath });
        } else if (entry.isSymbolicLink()) this.#links.push(path);
        else if (entry.isFile()) this.#candidate(path, realPath, entry.name);
      }
    }
  }
  #candidate(path, real, name) {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    if (neverPolicy(name) && !this.#options.wanted?.has(path)) this.#passedOver++;
    else this.#found.add(path);
  }
  /** From the real root, with `/`; outside of it a path that starts with `..` or is absolute. */
  #realPath(path) {
    return (0, import_node_path.relative)(this.#realRoot, (0, import_node_fs.realpathSync)(this.#absolute(path === "." ? "" : path))).split(import_node_path.sep).join("/");
  }
  /** After the walk, in path order, so that what a link names and the walk has found anyway is read once. */
  followLinks() {
    for (let links = this.#links.splice(0).sort(); links.length > 0; links = this.#links.splice(0).sort()) {
      for (const link of links) this.#follow(link);
    }
  }
  #follow(link) {
    try {
      const inside = this.#realPath(link);
      if (inside.startsWith("../") || inside === ".." || (0, import_node_path.isAbsolute)(inside)) {
        if (!neverPolicy(link)) this.#unreadable.push({ path: link, why: "it is a symbolic link that leaves the repository" });
        return;
      }
      if (inside.split("/").some((part) => SKIPPED_FOLDERS.has(part))) return;
      const stats = (0, import_node_fs.statSync)(this.#absolute(link));
      if (stats.isDirectory()) this.#folder(link, inside);
      else if (stats.isFile()) this.#candidate(link, inside, link.slice(link.lastIndexOf("/") + 1));
    } catch (error) {
      if (!neverPolicy(link)) this.#unreadable.push({ path: link, why: codeOf(error) === "ENOENT" ? "it is a symbolic link to nothing" : reason(error) });
    }
  }
  read() {
    const files = [];
    const paths = [...this.#found].sort();
    for (const path of paths) {
      try {
        const bytes = this.#bytes(path);
        if (bytes === void 0) this.#passedOver++;
        else files.push(sourceFile(path, bytes, this.#options.codePage));
      } catch (error) {
        this.#unreadable.push({ path, why: reason(error) });
      }
      this.#options.progress?.(files.length);
    }
    return { files, unreadable: this.#unreadable.sort((a, b) => a.path < b.path ? -1 : 1), passedOver: this.#passedOver };
  }
  #bytes(path) {
    const file = this.#absolute(path);
    if (KNOWN.test(path) || this.#options.wanted?.has(path)) return (0, import_node_fs.readFileSync)(file);
    const { size } = (0, import_node_fs.statSync)(file);
    if (size > LOOK_FIRST && looksBinary(head(file))) return void 0;
    if (size > MOST_BYTES) throw new UsageError(TOO_LARGE);
    return (0, import_node_fs.readFileSync)(file);
  }
  #absolute(path) {
    return (0, import_node_path.isAbsolute)(path) ? path : (0, import_node_path.join)(this.#root, path);
  }
};
var KNOWN = /\.(pol|ps1|psm1|reg|cmd|bat|xml|json|ya?ml|csv|txt|mof|wfw)$/i;
var TOO_LARGE = "it is larger than 2 GiB, which is more than can be read at once";
function head(file) {
  const bytes = new Uint8Array(4096);
  const handle = (0, import_node_fs.openSync)(file, "r");
  try {
    return bytes.subarray(0, (0, import_node_fs.readSync)(handle, bytes));
  } finally {
    (0, import_node_fs.closeSync)(handle);
  }
}
function looksBinary(bytes) {
  const mark = String.fromCharCode(...bytes.subarray(0, 4));
  if (mark === "PReg" || mark === "regf" || /^(\u00ff\u00fe|\u00fe\u00ff)/.test(mark)) return false;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) {
    if (i % 2 === 0) even++;
    else odd++;
  }
  return even + odd > 0 && (even > 0 && odd > 0 || even + odd < bytes.length / 4);
}
var codeOf = (error) => error?.code ?? "";
function reason(error) {
  if (error instanceof UsageError) return error.message;
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOENT":
      return "it cannot be opened under this name";
    case "ELOOP":
      return "it is a symbolic link that leads back to itself";
    case "ENAMETOOLONG":
      return "its path is too long";
    case "ERR_FS_FILE_TOO_LARGE":
      return TOO_LARGE;
    default:
      return codeOf(error) === "" ? "it cannot be read" : `it cannot be read (${codeOf(error)})`;
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  SKIPPED_FOLDERS,
  discover,
  neverPolicy,
  pathFrom
});
