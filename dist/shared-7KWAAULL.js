const {
  FIREWALL_COMMANDS,
  Interpreter,
  NETSH_VOCABULARY,
  ScriptHost,
  plain,
  policyOf,
  runBatch,
  runProgram,
  words
} = require("./shared-FPPTOWC4.js");
var BATCH = /\.(?:cmd|bat|nt)$/;
var COMMAND = /\bnetsh(?:\.exe)?"?[ \t]+(?:-[a-z][ \t]+\S+[ \t]+)*(?:a|adv[a-z]*|f[a-z]*)[ \t]+\S/i;
var isBatch = ({ name, text }) => BATCH.test(name) || COMMAND.test(text);
var OURS = /-NetFirewall|\bnetsh\b|HNetCfg|FirewallPolicy|WindowsFirewall/i;
var SHELL = /(?:powershell|pwsh)(?:\.exe)?$/i;
var PROGRAMS = /* @__PURE__ */ new Set(["netsh", "reg", "powershell", "pwsh"]);
function parseNetsh(file) {
  const { text, origin } = file;
  let window;
  const host = new ScriptHost(FIREWALL_COMMANDS, (start, end) => ({ origin, start: window?.start ?? start, end: window?.end ?? end }));
  if (isBatch(file)) {
    runBatch(text, {
      programs: PROGRAMS,
      vocabulary: NETSH_VOCABULARY,
      command(command) {
        const { words: list, start, end, condition } = command;
        const program = list[0]?.text ?? "";
        if (program === "netsh" || /netsh(?:\.exe)?$/i.test(program)) return host.netsh.call({ words: list.slice(1), start, end, condition });
        if (!SHELL.test(program)) {
          runProgram(host, list, start, end, condition);
          return void 0;
        }
        const script = scriptOf(command, text);
        if (!OURS.test(script)) return void 0;
        window = command;
        runInline(script, condition, host);
        window = void 0;
        return void 0;
      },
      problem: (code, message, start, end) => host.problem({ code, message, source: host.spanOf(start, end) })
    });
  } else readScript(text, host.netsh);
  host.finish();
  return policyOf(file.path, "netsh", host);
}
function scriptOf({ line, start: from, end: to }, text) {
  const said = line ?? text.slice(from, to).replaceAll("%%", "%");
  const list = words(plain(said, 0), 0);
  for (let i = list.findIndex((word) => SHELL.test(word.text)) + 1; i < list.length; i++) {
    const { text: option, start } = list[i];
    const next = list[i + 1];
    if (/^[-/]f/i.test(option)) return "";
    if (/^[-/]e(?:c|nc\w*)?$/i.test(option)) return Buffer.from(next?.text ?? "", "base64").toString("utf16le");
    const isCommand = /^[-/]c(?:o(?:mm\w*)?)?$/i.test(option);
    if (!isCommand && /^[-/](?:e[xp]|v|w|o|in|config|custom|ps|settings)/i.test(option)) {
      i++;
      continue;
    }
    if (!isCommand && /^[-/]/.test(option)) continue;
    return unquoted(said.slice(isCommand ? next?.start ?? said.length : start)).trim().replace(/^&\s*\{([^]*)\}$/, "$1");
  }
  return "";
}
function unquoted(text) {
  let result = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (c === "\\" && text[at + 1] === '"') {
      result += '"';
      at++;
    } else if (c !== '"') result += c;
    else if (isQuoted && text[at + 1] === '"') {
      result += '"';
      at++;
    } else isQuoted = !isQuoted;
  }
  return result;
}
function runInline(text, condition, host) {
  if (condition !== void 0) {
    host.notice(`This command runs only ${condition}, so what it does is not followed`, 0, 0);
    return;
  }
  const script = new Interpreter(text, host);
  script.run();
  if (script.faults.length > 0) host.notice("Not all of this PowerShell command could be read", 0, 0);
}
function readScript(text, session) {
  for (let at = 0; at < text.length; ) {
    const feed = text.indexOf("\n", at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end);
    if (!/^\s*(?:#|rem\b|::|$)/i.test(line)) {
      const list = words(plain(line, at), 0);
      const first = list[0];
      if (first) session.line({ words: list, start: first.start, end: list.at(-1)?.end ?? first.end, condition: void 0 });
    }
    at = end + 1;
  }
}
module.exports = { BATCH, COMMAND, isBatch, parseNetsh };
