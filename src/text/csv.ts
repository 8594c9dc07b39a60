/** One record of a table: the texts of its cells, and where they stand. */
export interface CsvRecord {
  readonly cells: readonly string[]
  /** Pairs [start, end] of each cell, quotes left out. */
  readonly places: readonly number[]
  readonly start: number
  readonly end: number
}

/**
 * Reads records one by one (RFC 4180: quotes, doubled quotes, line ends inside of quotes); `quotes: false` takes every quote as text, as in
 * lists that a console writes. Empty lines are passed over. Returns the offset of a quote that never ends.
 */
export function readCsv(text: string, from: number, delimiter: string, record: (record: CsvRecord) => void, quotes = true): number | undefined {
  const separator = delimiter.charCodeAt(0)
  let at = from
  let open: number | undefined
  while (at < text.length && open === undefined) {
    const start = at
    const cells: string[] = []
    const places: number[] = []
    for (;;) {
      let next = at
      // Blanks before a quote are not part of the cell; tables made by hand have them.
      while (quotes && text.charCodeAt(next) === 32) next++
      if (quotes && text.charCodeAt(next) === 34) {
        let close = text.indexOf('"', next + 1)
        let doubled = false
        while (close >= 0 && text.charCodeAt(close + 1) === 34) { doubled = true; close = text.indexOf('"', close + 2) }
        if (close < 0) { open = next; close = text.length }
        const cell = text.slice(next + 1, close)
        cells.push(doubled ? cell.replaceAll('""', '"') : cell)
        places.push(next + 1, close)
        at = cellEnd(text, Math.min(close + 1, text.length), separator)
      } else {
        const end = cellEnd(text, at, separator)
        cells.push(text.slice(at, end))
        places.push(at, end)
        at = end
      }
      if (text.charCodeAt(at) !== separator || at >= text.length) break
      at++
    }
    if (cells.length > 1 || cells[0] !== '') record({ cells, places, start, end: at })
    if (text.charCodeAt(at) === 13) at++
    if (text.charCodeAt(at) === 10) at++
  }
  return open
}
function cellEnd(text: string, from: number, separator: number): number {
  let at = from
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at)
    if (c === separator || c === 10 || c === 13) break
  }
  return at
}

/** The sign between the cells of a header line: the one that stands there most often, quoted text left out. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  let best = ','
  let most = 0
  for (const sign of ['\t', ';', ',', '|']) {
    const count = bare.split(sign).length - 1
    if (count > most) { best = sign; most = count }
  }
  return best
}
