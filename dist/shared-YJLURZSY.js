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
module.exports = { planOf };
