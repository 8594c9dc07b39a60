const { printable } = require("./commands.js");
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
var escaped = (text) => printable(text).replace(/[&<>"']/g, (c) => ENTITIES[c]);
var escapedLines = (text) => text.split(/\r\n|\r|\n/).map((line) => escaped(line.replaceAll("	", "  "))).join("\n").replace(/[\ufffe\uffff]/g, "\uFFFD");
module.exports = { escaped, escapedLines };
