var import_commands_check = require("./commands-check.js");
var import_commands_check2 = require("./commands-check.js");
var import_commands_check3 = require("./commands-check.js");
var import_commands_check4 = require("./commands-check.js");
var import_commands_check5 = require("./commands-check.js");
var import_commands = require("./commands.js");
const { readSource } = require("./commands-check.js");
const { detect, parseFile } = require("./commands-check.js");
const { pathFrom } = require("./commands-check.js");
const { neutralPlace, neutralRule, placeOf } = require("./commands-check.js");
const { UsageError } = require("./commands.js");
const { inertJson } = require("./commands.js");
async function parse(call, world) {
  if (call.operands.length === 0) throw new UsageError("parse needs the name of a file");
  const files = [];
  for (const operand of call.operands) files.push(await neutralFile(readSource(world.cwd, operand, pathFrom(world.cwd, operand))));
  const text = `${inertJson(JSON.stringify(files, null, 2))}
`;
  const output = call.options.get("output")?.at(-1);
  if (output === void 0) world.out(text);
  else world.write(output, text);
  return 0;
}
async function neutralFile(file) {
  const { format } = await detect(file);
  if (!format) {
    const problem = { code: "file-unreadable", message: "No known policy format.", line: 1, column: 1 };
    return { path: file.path, format: null, profiles: {}, rules: [], problems: [problem] };
  }
  return neutralPolicy(parseFile(format, file, {}));
}
function neutralPolicy(policy) {
  return {
    path: policy.path,
    format: policy.format,
    profiles: Object.assign({}, ...policy.parts.map(({ profiles }) => neutralProfiles(profiles))),
    rules: policy.parts.flatMap(({ rules }) => rules.map(neutralRule)),
    problems: policy.problems.map(({ code, message, source }) => ({ code, message, ...neutralPlace(placeOf(source)) }))
  };
}
var SETTINGS = ["enabled", "defaultInbound", "defaultOutbound", "allowLocalRules", "blockAllInbound", "allowUserApps", "allowUserPorts"];
function neutralProfiles(profiles) {
  return Object.fromEntries(Object.entries(profiles).map(([name, settings]) => [
    name,
    Object.fromEntries(SETTINGS.flatMap((key) => {
      const setting = settings[key];
      return setting === void 0 ? [] : [[key, setting.value]];
    }))
  ]));
}
module.exports = { neutralPolicy, parse };
