import type { Format, SourceFile } from '../model/stages.ts'
import type { Origin, PolicyFile, Span } from '../model/types.ts'
import { eachItem, JsonPlaces, parseJson, prepareJson } from '../text/json.ts'
import { FIELD, FIELDS, fieldOf, isFilter, isRule, type RecordPlaces, type Report, ruleFromRecord, targetOf } from './shared/net-firewall-rule.ts'
import { ScriptState } from './shared/script-state.ts'

// PowerShell writes its names in capitals; the neutral form of this project and Microsoft Graph do not.
const NAME = /"(?:Display ?Name|InstanceID|Name)"\s*:/
const DIRECTION = /"Direction"\s*:\s*(?:[12]|"(?:In|Out)(?:bound)?"|"[12]"|\{)/i
const CAPITAL = /"Direction"/
const ACTION = /"Action"\s*:\s*(?:\d|"(?:Allow|Block|NotConfigured)|"\d"|\{)/
const STATE = /"(?:Enabled|Profiles?)"\s*:/

/** `Get-NetFirewallRule | … | ConvertTo-Json`. */
export const netFirewallRuleJson: Format = {
  id: 'net-firewall-rule-json',
  title: 'Get-NetFirewallRule export (JSON)',
  store: 'local',
  exported: true,
  names: [],
  prepare: file => prepareJson(file?.text),
  recognises(file) {
    const { head } = file
    if (!/^\s*[[{]/.test(head)) return false
    if (!CAPITAL.test(head) && (head.length < 4096 || !NAME.test(head))) return false
    const begin = file.text.slice(0, 1 << 16)
    return CAPITAL.test(begin) && DIRECTION.test(begin) && NAME.test(begin) && ACTION.test(begin) && STATE.test(begin)
  },
  parse,
}

/** How records are reached: the list that holds them, and the path to it. */
interface Batch { readonly records: readonly unknown[]; readonly path: readonly (string | number)[]; readonly single: boolean }

function parse(file: SourceFile): PolicyFile {
  const { origin, text } = file
  const known = new JsonPlaces(text)
  const long = new Reader({ origin, places: known, path: [], single: false })
  if (eachItem(text, (item, index) => hasDirection(item) && long.read(item, index, undefined), known)) {
    return { path: file.path, format: netFirewallRuleJson.id, parts: long.state.parts(), problems: long.state.problems }
  }
  const { value, error } = parseJson(text)
  const state = new ScriptState()
  if (error) state.problem({ code: 'file-unreadable', message: error.message, source: { origin, start: error.offset, end: error.offset + error.length } })
  const batches = batchesOf(value)
  const filters = filtersOf(batches)
  const places = new JsonPlaces(text)
  for (const { records, path, single } of batches) {
    const reader = new Reader({ origin, places, path, single }, state)
    records.forEach((record, index) => reader.read(record, index, filters))
  }
  return { path: file.path, format: netFirewallRuleJson.id, parts: state.parts(), problems: state.problems }
}

/** Takes the records of one list, one after the other. */
class Reader {
  readonly state: ScriptState
  readonly #ground: Ground
  readonly #report: Report
  readonly #values: unknown[] = Array(FIELDS.length).fill(undefined)

  constructor(ground: Ground, state = new ScriptState()) {
    this.#ground = ground
    this.state = state
    this.#report = { bare: false, problem: (code, message, source) => state.problem({ code, message, source }) }
  }
  read(record: unknown, index: number, filters: Filters | undefined): true {
    if (typeof record !== 'object' || record === null) return true
    const values = this.#values
    fill(values, record as Record<string, unknown>)
    if (!isRule(values)) return true
    if (filters) {
      const id = values[FIELD.instanceId] ?? values[FIELD.id]
      for (const filter of filters.get(String(id).toLowerCase()) ?? []) fillMissing(values, filter)
    }
    this.state.rule(ruleFromRecord(values, new Located(this.#ground, index), this.#report), targetOf(values))
    return true
  }
}
type Filters = ReadonlyMap<string, readonly Record<string, unknown>[]>

/** A list, one rule alone, a list wrapped by Windows PowerShell 5.1, or an object of such lists. */
function batchesOf(value: unknown): Batch[] {
  if (Array.isArray(value)) return [{ records: value, path: [], single: false }]
  if (typeof value !== 'object' || value === null) return []
  const found: Batch[] = [{ records: [value], path: [], single: true }]
  for (const [key, inner] of Object.entries(value)) {
    if (Array.isArray(inner)) found.push({ records: inner, path: [key], single: false })
    else if (typeof inner === 'object' && inner !== null && Array.isArray((inner as { value?: unknown }).value)) {
      found.push({ records: (inner as { value: unknown[] }).value, path: [key, 'value'], single: false })
    }
  }
  return found
}

/** Records of filter objects by the InstanceID of their rule; undefined when the file has none. */
function filtersOf(batches: readonly Batch[]): Filters | undefined {
  let filters: Map<string, Record<string, unknown>[]> | undefined
  const values: unknown[] = Array(FIELDS.length).fill(undefined)
  for (const { records } of batches) {
    // Lists are of one kind: two looks tell rules with everything in them from a mixture.
    if (records.length > 1000 && [records[0], records.at(-1)].every(record => hasDirection(record))) continue
    for (const record of records) {
      if (typeof record !== 'object' || record === null || hasDirection(record)) continue
      fill(values, record as Record<string, unknown>)
      if (!isFilter(values)) continue
      const id = String(values[FIELD.instanceId]).toLowerCase()
      filters ??= new Map()
      const list = filters.get(id)
      if (!list) filters.set(id, [record as Record<string, unknown>])
      else if (list.length < 16) list.push(record as Record<string, unknown>)
    }
  }
  return filters
}
const hasDirection = (record: unknown): boolean => typeof record === 'object' && record !== null && 'Direction' in record

/** Puts the properties of a record into `values`, and those of filter objects inside it. */
function fill(values: unknown[], record: Record<string, unknown>): void {
  values.fill(undefined)
  for (const key in record) {
    const field = fieldOf(key)
    if (field < 0) {
      const inner = record[key]
      if (typeof inner === 'object' && inner !== null && /filter/i.test(key)) fillMissing(values, (Array.isArray(inner) ? inner[0] : inner) as Record<string, unknown>)
      continue
    }
    // `Name` is the id and `ID` its twin; `Profile` and `Profiles` too: the first that says something counts.
    if (values[field] !== undefined && values[field] !== null) continue
    values[field] = record[key]
  }
}
function fillMissing(values: unknown[], filter: Record<string, unknown> | null): void {
  if (typeof filter !== 'object' || filter === null) return
  for (const key in filter) {
    const field = fieldOf(key)
    if (field > FIELD.profile && values[field] === undefined) values[field] = filter[key]
  }
}

/** What the records of one list have in common. */
interface Ground { readonly origin: Origin; readonly places: JsonPlaces; readonly path: readonly (string | number)[]; readonly single: boolean }

/** Places of one record, its own among them, found in the text when they are asked for. */
class Located implements RecordPlaces, Span {
  readonly #ground: Ground
  readonly #index: number

  constructor(ground: Ground, index: number) {
    this.#ground = ground
    this.#index = index
  }
  get source(): Span { return this }
  get origin(): Origin { return this.#ground.origin }
  get start(): number { return this.#ground.places.find(this.#path)?.valueStart ?? 0 }
  get end(): number { return this.#ground.places.find(this.#path)?.valueEnd ?? 0 }
  get #path(): readonly (string | number)[] { return this.#ground.single ? this.#ground.path : [...this.#ground.path, this.#index] }

  field(field: number): Span {
    for (const [key, { start, valueEnd }] of this.#ground.places.properties(this.#path)) {
      if (fieldOf(key) === field) return { origin: this.#ground.origin, start, end: valueEnd }
    }
    return this.source
  }
  fields(): ReadonlyMap<number, readonly [start: number, end: number]> {
    const found = new Map<number, readonly [number, number]>()
    for (const [key, { start, valueEnd }] of this.#ground.places.properties(this.#path)) {
      const field = fieldOf(key)
      if (field >= 0 && !found.has(field)) found.set(field, [start, valueEnd])
    }
    return found
  }
}
