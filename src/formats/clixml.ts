import type { Format, SourceFile } from '../model/stages.ts'
import type { Span } from '../model/types.ts'
import { effort } from '../text/effort.ts'
import { attributeOf, walkXml, type XmlElement, xmlProblem, xmlRoot } from '../text/xml.ts'
import { FIELD, FIELDS, fieldOf, isFilter, isRule, type RecordPlaces, type Report, ruleFromRecord, targetOf } from './shared/net-firewall-rule.ts'
import { ScriptState } from './shared/script-state.ts'

const POWERSHELL = 'http://schemas.microsoft.com/powershell/2004/04'
const DIRECTION = /\bN="Direction"/
const ACTION = /\bN="Action"/

/** `Get-NetFirewallRule | … | Export-Clixml`. */
export const clixml: Format = {
  id: 'clixml',
  title: 'Get-NetFirewallRule export (CLIXML)',
  store: 'local',
  exported: true,
  names: [],
  recognises(file) {
    const root = xmlRoot(file)
    return root?.name === 'Objs' && root.namespace === POWERSHELL && DIRECTION.test(file.text) && ACTION.test(file.text)
  },
  parse(file) {
    const state = new ScriptState()
    const report: Report = { bare: false, problem: (code, message, source) => { state.problem({ code, message, source }) } }
    const objects = new Objects()
    const error = walkXml(file.text, objects)
    if (error) state.problem(xmlProblem(file, error))
    for (const record of objects.rules) {
      const id = record.values[FIELD.instanceId] ?? record.values[FIELD.id]
      for (const filter of objects.filters.get(String(id).toLowerCase()) ?? []) fillMissing(record.values, filter.values)
      state.rule(ruleFromRecord(record.values, new Located(file, record), report), targetOf(record.values))
    }
    return { path: file.path, format: clixml.id, parts: state.parts(), problems: state.problems }
  },
}

/** The properties of an object that concern us, with their places as triples of field, start and end. */
interface Properties { readonly values: unknown[]; readonly places: number[]; readonly start: number; end: number }

/** One `Obj` while it is open: an object with properties, a list, or a value of an enumeration. */
interface Open {
  readonly name: string
  readonly refId: string | undefined
  readonly start: number
  text: string | undefined
  items: unknown[] | undefined
  properties: Properties | undefined
}

/** Collects the objects of a file. Only rules, filters and what a property refers to are kept; the rest is read and dropped. */
class Objects {
  readonly rules: Properties[] = []
  /** By InstanceID, in lower case. */
  readonly filters = new Map<string, Properties[]>()
  readonly #open: Open[] = []
  /** Values that stand once and are referred to from then on. */
  readonly #values = new Map<string, unknown>()

  open(element: XmlElement): boolean {
    const { name } = element
    if (name === 'TN' || name === 'TNRef') return false // names of types
    if (name !== 'Obj') return true
    const called = attributeOf(element, 'N') ?? ''
    if (called.startsWith('__')) return false // metadata of CIM classes
    this.#open.push({ name: called, refId: attributeOf(element, 'RefId'), start: element.start, text: undefined, items: undefined, properties: undefined })
    return true
  }
  close(element: XmlElement): void {
    const { name } = element
    if (CONTAINERS.has(name)) {
      const list = LISTS.has(name) ? this.#open.at(-1) : undefined
      if (list) list.items ??= []
      return
    }
    if (name === 'Obj') this.#closeObject(element)
    else if (name === 'ToString' || element.parent?.name === 'Obj') this.#say(element)
    else this.#put(element, attributeOf(element, 'N') ?? '', name === 'Ref' ? onceMore(this.#values.get(attributeOf(element, 'RefId') ?? '')) : primitive(element), undefined)
  }

  /** The words of an enumeration's value, else its number. */
  #say({ name, text }: XmlElement): void {
    const object = this.#open.at(-1)
    if (object && (name === 'ToString' || object.text === undefined)) object.text = unescaped(text)
  }
  #closeObject(element: XmlElement): void {
    const object = this.#open.pop()
    if (!object) return
    const { properties } = object
    if (properties) properties.end = element.end
    if (properties && isRule(properties.values)) {
      this.rules.push(properties)
      return
    }
    if (properties && isFilter(properties.values)) {
      const id = String(properties.values[FIELD.instanceId]).toLowerCase()
      const known = this.filters.get(id)
      if (!known) this.filters.set(id, [properties])
      else if (known.length < 16) known.push(properties)
    }
    const value = object.items ?? object.text ?? {}
    if (object.refId !== undefined && fieldOf(object.name) >= 0) this.#values.set(object.refId, value)
    this.#put(element, object.name, value, properties)
  }
  /** Gives a value to the object around it: as a property, or as an item of a list. */
  #put({ parent, start, end }: XmlElement, name: string, value: unknown, inner: Properties | undefined): void {
    const object = this.#open.at(-1)
    if (!object || !parent) return
    if (LISTS.has(parent.name)) {
      // The list of all rules is no value of anything.
      if (typeof value !== 'object') (object.items ??= []).push(value)
    } else if (parent.name === 'Props' || parent.name === 'MS') {
      const field = fieldOf(name)
      if (field < 0 && !(inner && /filter/i.test(name))) return
      const own = (object.properties ??= { values: Array<unknown>(FIELDS.length).fill(undefined), places: [], start: object.start, end: object.start })
      if (field < 0) fillMissing(own.values, (inner as Properties).values)
      else if (own.values[field] === undefined || own.values[field] === null) {
        own.values[field] = value
        own.places.push(field, start, end)
      }
    }
  }
}
const LISTS: ReadonlySet<string> = new Set(['LST', 'IE', 'QUE', 'STK'])
const CONTAINERS: ReadonlySet<string> = new Set(['Objs', 'Props', 'MS', 'DCT', 'En', ...LISTS])

function fillMissing(values: unknown[], filter: readonly unknown[]): void {
  for (let field = FIELD.profile + 1; field < filter.length; field++) values[field] ??= onceMore(filter[field])
}
/** A value that stands elsewhere. A long list that thousands of rules refer to is read for some of them; for the others it is not known. */
const onceMore = (value: unknown): unknown => (Array.isArray(value) && value.length > LONG && !effort().copy(value.length * 8) ? 'System.Object[]' : value)
/** Items of a list. */
const LONG = 100
/** Texts and numbers as they stand: `S`, `U16`, `B` … */
const primitive = ({ name, text }: XmlElement): unknown => (name === 'Nil' ? null : unescaped(text))
/** `_x000A_` is the character with that number ([MS-PSRP] 2.2.5.3.2). */
const unescaped = (text: string): string =>
  (text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text)

class Located implements RecordPlaces {
  readonly source: Span
  readonly #places: readonly number[]
  constructor(file: SourceFile, { start, end, places }: Properties) {
    this.source = file.span(start, end)
    this.#places = places
  }
  fields(): ReadonlyMap<number, readonly [start: number, end: number]> {
    const found = new Map<number, readonly [number, number]>()
    for (let i = 0; i < this.#places.length; i += 3) found.set(this.#places[i] as number, [this.#places[i + 1] as number, this.#places[i + 2] as number])
    return found
  }
  field(field: number): Span {
    const place = this.fields().get(field)
    return place ? { origin: this.source.origin, start: place[0], end: place[1] } : this.source
  }
}
