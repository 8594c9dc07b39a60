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
  readSource: () => readSource
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
function readSource(root, path, shown = path) {
  try {
    return sourceFile(shown, (0, import_node_fs.readFileSync)((0, import_node_path.resolve)(root, path)));
  } catch (error) {
    const { code } = error;
    throw new UsageError(code === "ENOENT" ? `No such file: ${shown}` : code === "EISDIR" ? `Not a file: ${shown}` : `Cannot read ${shown}: ${code ?? "unknown reason"}`);
  }
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  readSource
});
