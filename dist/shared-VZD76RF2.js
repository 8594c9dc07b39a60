const { printable, printableLines } = require("./commands.js");
var SPECIAL = /[\\`*_{}[\]()#+.!|<>~@&:$^=/"']|-(?![a-z])|(?<![a-z])-/g;
function plainText(text) {
  return printable(text).replace(SPECIAL, (c) => `&#${c.charCodeAt(0)};`);
}
function codeSpan(text) {
  return `<code>${plainText(text)}</code>`;
}
function codeBlock(text, language = "") {
  const body = printableLines(text).replaceAll("	", "  ");
  const longest = (body.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${language}
${body}
${fence}`;
}
module.exports = { plainText, codeSpan, codeBlock };
