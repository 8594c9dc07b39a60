import type { Format, SourceFile } from '../model/stages.ts'
import type { Origin, PolicyFile, Span } from '../model/types.ts'
import { delimiterOf, readCsv } from '../text/csv.ts'
import { FIELD, type Field, FIELDS, fieldOf, isRule, type RecordPlaces, type Report, ruleFromRecord, targetOf } from './shared/net-firewall-rule.ts'
import { ScriptState } from './shared/script-state.ts'

/** `#TYPE …` of Windows PowerShell 5.1 and `sep=;` of Excel stand above the header. */
const ABOVE = /^(?:#TYPE[^\r\n]*|"?sep=[^\r\n]{1,2}|[ \t]*)(?:\r\n|\r|\n)/i

/** `Get-NetFirewallRule | … | Export-Csv`. */
export const netFirewallRuleCsv: Format = {
  id: 'net-firewall-rule-csv',
  title: 'Get-NetFirewallRule export (CSV)',
  store: 'local',
  exported: true,
  names: [],
  recognises({ head }) {
    if (/^\s*[[{<]/.test(head)) return false
    const header = headerOf(head)
    if (!/direction/i.test(header.line)) return false
    const fields = new Set(columnsOf(header.line).map(fieldOf))
    const has = (...wanted: readonly Field[]): boolean => wanted.every(field => fields.has(FIELD[field]))
    // A table made by hand has the words of Windows where it has profiles and local ports; a plain name is enough there.
    const isNamed = (/display ?name|instance ?id/i.test(header.line) && (has('name') || has('instanceId'))) || (has('profile', 'protocol', 'localPort') && (has('name') || has('id')))
    return has('direction', 'action', 'enabled') && isNamed && namesDirections(head, header)
  },
  parse,
}

/** The header line, and where it begins. */
function headerOf(text: string): { line: string; start: number } {
  let start = 0
  for (let above = ABOVE.exec(text); above; above = ABOVE.exec(text.slice(start, start + 4096))) start += above[0].length
  const end = text.slice(start, start + 65_536).search(/[\r\n]/)
  return { line: text.slice(start, end < 0 ? undefined : start + end), start }
}
/** Whether some row near the top has a direction as Windows writes it; a table without rows says nothing against it. */
function namesDirections(head: string, { line, start }: { line: string; start: number }): boolean {
  let at = -1
  let rows = 0
  let isNamed = false
  readCsv(head.slice(start), 0, delimiterOf(line), ({ cells }) => {
    if (at < 0) { at = cells.findIndex(cell => fieldOf(cell) === FIELD.direction); return }
    rows++
    isNamed ||= /^(?:in(?:bound)?|out(?:bound)?|[12])$/i.test(cells[at] ?? '')
  })
  return isNamed || rows === 0
}
function columnsOf(line: string): readonly string[] {
  let columns: readonly string[] = []
  readCsv(line, 0, delimiterOf(line), ({ cells }) => { columns = cells })
  return columns
}

function parse(file: SourceFile): PolicyFile {
  const { text, origin } = file
  const state = new ScriptState()
  const report: Report = { bare: false, problem: (code, message, source) => state.problem({ code, message, source }) }
  const { line, start: from } = headerOf(text)
  let columns: readonly number[] | undefined
  const values: unknown[] = Array(FIELDS.length).fill(undefined)
  const open = readCsv(text, from, delimiterOf(line), ({ cells, places, start, end }) => {
    if (!columns) {
      // A column that stands twice counts once: the first, as Import-Csv would refuse the second.
      const seen = new Set<number>()
      columns = cells.map(fieldOf).map(field => (seen.has(field) ? -1 : (seen.add(field), field)))
      return
    }
    values.fill(undefined)
    for (let i = Math.min(columns.length, cells.length) - 1; i >= 0; i--) {
      const field = columns[i] as number
      if (field >= 0) values[field] = cells[i]
    }
    const source = { origin, start, end }
    if (!isRule(values) || cells.length < columns.length) {
      state.problem({ code: 'rule-malformed', message: `This line has ${cells.length} of ${columns.length} cells.`, source })
      if (!isRule(values)) return
    }
    state.rule(ruleFromRecord(values, new Row(origin, start, end, columns, places), report), targetOf(values))
  })
  if (open !== undefined) state.problem({ code: 'file-unreadable', message: 'This quote never ends.', source: { origin, start: open, end: open + 1 } })
  return { path: file.path, format: netFirewallRuleCsv.id, parts: state.parts(), problems: state.problems }
}

/** Places of the cells of one line. */
class Row implements RecordPlaces, Span {
  readonly origin: Origin
  readonly start: number
  readonly end: number
  readonly #columns: readonly number[]
  readonly #places: readonly number[]

  constructor(origin: Origin, start: number, end: number, columns: readonly number[], places: readonly number[]) {
    this.origin = origin
    this.start = start
    this.end = end
    this.#columns = columns
    this.#places = places
  }
  get source(): Span { return this }
  fields(): ReadonlyMap<number, readonly [start: number, end: number]> {
    const found = new Map<number, readonly [number, number]>()
    for (let i = 0; i < this.#columns.length && 2 * i < this.#places.length; i++) {
      const field = this.#columns[i] as number
      if (field >= 0) found.set(field, [this.#places[2 * i] as number, this.#places[2 * i + 1] as number])
    }
    return found
  }
  field(field: number): Span {
    const place = this.fields().get(field)
    return place ? { origin: this.origin, start: place[0], end: place[1] } : this
  }
}
