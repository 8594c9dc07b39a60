import { DUMP_FIELDS, type DumpField } from './labels.ts'
import type { Words } from './words.ts'

/** The value of a field with its place, and the lines below that belong to it. */
export interface Said { readonly value: string; readonly start: number; readonly end: number; readonly more: readonly string[] }
/** The same, and what the dump calls the field. */
export interface Labelled extends Said { readonly label: string }
/** The lines of a rule, told apart. */
interface Assigned {
  readonly said: ReadonlyMap<DumpField, Said>
  /** Lines about what the rule matches, of which neither label nor order says what they are. */
  readonly unplaced: readonly Labelled[]
}
/** Fields by their labels; labels that no table has, by their place in the order between the known ones. */
export function assign(raw: readonly Labelled[], words: Words): Assigned {
  const fields: (DumpField | undefined)[] = raw.map(({ label }, index) => (index === 0 ? 'name' : words.label(label)))
  const taken = new Set(fields)
  // Between two known neighbours exactly as many fields are free as labels are unknown: then the order says which.
  for (let from = 0; from < fields.length; from++) {
    if (fields[from] !== undefined) continue
    let to = from
    while (to < fields.length && fields[to] === undefined) to++
    const low = DUMP_FIELDS.indexOf(fields[from - 1] as DumpField)
    const high = to < fields.length ? DUMP_FIELDS.indexOf(fields[to] as DumpField) : DUMP_FIELDS.length
    const free = DUMP_FIELDS.slice(low + 1, high).filter(field => !taken.has(field))
    if (free.length === to - from) free.forEach((field, i) => { fields[from + i] = field })
    from = to
  }
  if (fields.includes(undefined)) byOrder(fields, raw)
  const said = new Map<DumpField, Said>()
  raw.forEach((entry, index) => {
    const field = fields[index]
    if (field !== undefined && !said.has(field)) said.set(field, entry)
  })
  // Above "enabled" stands the description, whose lines may look like any others.
  const from = Math.max(fields.indexOf('enabled'), 0)
  return { said, unplaced: raw.filter((_, index) => index > from && fields[index] === undefined) }
}

/**
 * Labels that no table has: four lines about the rule, two of addresses, the protocol, ports where TCP or UDP has them, edge traversal. What
 * `verbose` adds ends with the interface types, security and source, unless a rule for groups of computers or users has lines between these.
 */
function byOrder(fields: (DumpField | undefined)[], raw: readonly Said[]): void {
  const known = fields.indexOf('protocol')
  const protocolAt = known >= 0 ? known : raw.findIndex(({ value }, index) => index >= 6 && /^(?:tcp|udp|icmpv[46]|igmp|gre|ipv6|\d{1,3})$/i.test(value))
  if (protocolAt < 0) return
  const put = (index: number, field: DumpField): void => {
    if (index > 0 && index < fields.length && fields[index] === undefined && !fields.includes(field)) fields[index] = field
  }
  const order: readonly DumpField[] = ['enabled', 'direction', 'profiles', 'grouping', 'localIp', 'remoteIp']
  order.forEach((field, i) => put(protocolAt - order.length + i, field))
  put(protocolAt, 'protocol')
  let next = protocolAt + 1
  if (/^(?:tcp|udp)$/i.test(raw[protocolAt]?.value ?? '')) { put(next++, 'localPort'); put(next++, 'remotePort') }
  put(next++, 'edge')
  const last = raw.length - 1
  const added: readonly DumpField[] | undefined = PROGRAM.test(raw[next]?.value ?? '') ? ADDED.get(last - next) : last - next === 3 ? ADDED.get(3) : undefined
  added?.forEach((field, i) => put(next + i, field))
  put(last, 'action')
}

const PROGRAM = /[\\/]|\.exe$|^System$/i
/** What `verbose` adds, by the number of lines: those for a program and its service are printed where the rule has them. */
const ADDED: ReadonlyMap<number, readonly DumpField[]> = new Map([
  [3, ['interfaceTypes', 'security', 'source']], [4, ['program', 'interfaceTypes', 'security', 'source']], [5, ['program', 'service', 'interfaceTypes', 'security', 'source']],
])
