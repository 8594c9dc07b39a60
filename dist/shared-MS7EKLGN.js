function readCsv(text, from, delimiter, record, quotes = true) {
  const separator = delimiter.charCodeAt(0);
  let at = from;
  let open;
  while (at < text.length && open === void 0) {
    const start = at;
    const cells = [];
    const places = [];
    for (; ; ) {
      let next = at;
      while (quotes && text.charCodeAt(next) === 32) next++;
      if (quotes && text.charCodeAt(next) === 34) {
        let close = text.indexOf('"', next + 1);
        let doubled = false;
        while (close >= 0 && text.charCodeAt(close + 1) === 34) {
          doubled = true;
          close = text.indexOf('"', close + 2);
        }
        if (close < 0) {
          open = next;
          close = text.length;
        }
        const cell = text.slice(next + 1, close);
        cells.push(doubled ? cell.replaceAll('""', '"') : cell);
        places.push(next + 1, close);
        at = cellEnd(text, Math.min(close + 1, text.length), separator);
      } else {
        const end = cellEnd(text, at, separator);
        cells.push(text.slice(at, end));
        places.push(at, end);
        at = end;
      }
      if (text.charCodeAt(at) !== separator || at >= text.length) break;
      at++;
    }
    if (cells.length > 1 || cells[0] !== "") record({ cells, places, start, end: at });
    if (text.charCodeAt(at) === 13) at++;
    if (text.charCodeAt(at) === 10) at++;
  }
  return open;
}
function cellEnd(text, from, separator) {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === separator || c === 10 || c === 13) break;
  }
  return at;
}
function delimiterOf(header) {
  const bare = header.replace(/"[^"]*"/g, "");
  let best = ",";
  let most = 0;
  for (const sign of ["	", ";", ",", "|"]) {
    const count = bare.split(sign).length - 1;
    if (count > most) {
      best = sign;
      most = count;
    }
  }
  return best;
}
module.exports = { readCsv, delimiterOf };
