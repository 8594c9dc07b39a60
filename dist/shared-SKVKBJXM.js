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
  planOf: () => planOf
});
module.exports = __toCommonJS(stdin_exports);
const { listOf } = require("./commands-check.js");
const { loadConfig } = require("./commands-check.js");
const { readSource } = require("./commands-check.js");
const { featureNames } = require("./commands-check.js");
const { loadPacks } = require("./commands-check.js");
const { defaultConfig } = require("./commands-check.js");
const { DOMAIN } = require("./commands-check.js");
async function planOf(call, world) {
  const config = await loadConfig(world.cwd, world.cwd, call.options.get("config")?.at(-1)) ?? defaultConfig();
  const locale = call.options.get("locale")?.at(-1) === "ko" ? "ko" : "en";
  const packs = await loadPacks(config, config.packs.map(({ value }) => readSource(world.cwd, value.replace(/^(\.\/)+/, ""))), locale);
  const stated = listOf(call.options.get("features"));
  const role = call.options.get("role")?.at(-1);
  const wanted = config.targets.filter((target) => target.path === void 0);
  const machines = wanted.length > 0 ? wanted : [{ name: "All policy files", role: role ?? "client", profiles: DOMAIN, features: void 0, addresses: void 0 }];
  return {
    config,
    packs,
    locale,
    assumed: stated === void 0 && config.assumed && machines.some(({ features }) => features === void 0),
    targets: machines.map((target) => {
      const features = stated ?? target.features ?? config.features;
      const names = featureNames(features);
      return {
        name: target.name,
        role: role ?? target.role,
        profiles: target.profiles,
        addresses: target.addresses,
        requirements: packs.requirements(config.site, names, role ?? target.role)
      };
    })
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  planOf
});
