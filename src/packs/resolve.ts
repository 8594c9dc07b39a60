import { ANY_PORTS, portSet, portsOf, rangeText, union } from '../model/ports.ts'
import type { Listener, Requirement, Site, SitePorts, TrafficBox } from '../model/requirements.ts'
import { parseProtocol } from '../model/rules.ts'
import type { PortSet } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { didYouMean } from '../text/suggest.ts'
import { ruleGroups } from './groups.ts'
import { canonicalFeature, packIndex, type PackIndex } from './pack-index.ts'
import type { Pack, PackRow, RowAlternative } from './types.ts'

type End = 'from' | 'to'
/** Who opens the connection. */
interface Flow { readonly opener: End; readonly listener: End }

/**
 * The rows of the named features that concern one role, with the site's numbers filled in and each seen from that role. Rows whose
 * conditions do not hold are `not-applicable` and say why; rows of features that are not named are left out.
 */
export function resolveRequirements(pack: Pack, site: Site, features: readonly string[] | 'all', role: string): readonly Requirement[] {
  const context = contextOf(pack, site, features)
  const roles = rolesOf(context, role)
  const found: Requirement[] = []
  for (const row of pack.requirements) {
    const feature = featureOf(row, context)
    const ends = feature === undefined ? [] : endsOf(row, roles)
    if (feature !== undefined && ends.length > 0) found.push(requirementOf(row, feature, ends, role, roles, context))
  }
  return joinSameTraffic(found)
}

/**
 * The rows whose connections go from one role to another, for a network firewall between them: outbound boxes of the end that opens.
 * What Windows Firewall of a sleeping or booting computer does not see is on the wire all the same.
 */
export function resolvePath(pack: Pack, site: Site, features: readonly string[] | 'all', path: { readonly from: string; readonly to: string }): readonly Requirement[] {
  const context = contextOf(pack, site, features)
  const fromRoles = rolesOf(context, path.from)
  const toRoles = rolesOf(context, path.to)
  const found: Requirement[] = []
  for (const row of pack.requirements) {
    const feature = featureOf(row, context)
    if (feature === undefined) continue
    const flow = flowsOf(row, context).find(({ opener, listener }) => fromRoles.has(row[opener]) && toRoles.has(row[listener]))
    if (!flow) continue
    const view: View = { row, feature, ends: [flow.opener], role: path.from, roles: fromRoles, context, flows: [flow], wire: true }
    found.push(build(view))
  }
  return joinSameTraffic(found)
}

interface Context {
  readonly index: PackIndex
  readonly site: Site
  readonly all: boolean
  readonly named: ReadonlySet<string>
  /** What the site is known to speak; empty when nothing is known. */
  readonly transports: ReadonlySet<string>
}
interface View {
  readonly row: PackRow
  readonly feature: string
  readonly ends: readonly End[]
  readonly role: string
  readonly roles: ReadonlySet<string>
  readonly context: Context
  readonly flows: readonly Flow[]
  /** Seen from the network, not from Windows Firewall of one end. */
  readonly wire: boolean
}

function contextOf(pack: Pack, site: Site, features: readonly string[] | 'all'): Context {
  const index = packIndex(pack)
  const named = new Set(features === 'all' ? index.features.values() : features.map(name => {
    const id = canonicalFeature(index, name)
    if (id === undefined) throw new UsageError(`There is no feature "${name}"${didYouMean(name, index.features.keys(), 'The config that init writes lists all features')}`)
    return id
  }))
  const transports = new Set<string>(site.communication)
  for (const [id, condition] of Object.entries(pack.conditions)) if (condition.transport && site.conditions.has(id)) transports.add(condition.transport)
  return { index, site, all: features === 'all', named, transports }
}

/** The feature that brings a row in: its own, or the installation method that needs it. */
function featureOf(row: PackRow, { index, named }: Context): string | undefined {
  if (named.has(row.feature)) return row.feature
  for (const method of row.methods ?? []) {
    if (method === 'all') {
      const any = Object.values(index.pack.methods).find(m => m.feature !== undefined && named.has(m.feature))
      if (any) return any.feature
    }
    const feature = index.pack.methods[method]?.feature
    if (feature !== undefined && named.has(feature)) return feature
  }
  return undefined
}

/** What a machine of this role is in the eyes of the rows (contract, "Roles"). */
function rolesOf({ index }: Context, role: string): ReadonlySet<string> {
  const roles = index.rolesOf(role)
  if (!roles) throw new UsageError(`There is no role "${role}"${didYouMean(role, index.roleNames)}`)
  return roles
}

/** The ends of a row at which we stand. Between clients every client is both ends, and the row's direction already says all. */
function endsOf(row: PackRow, roles: ReadonlySet<string>): readonly End[] {
  const ends: End[] = []
  if (roles.has(row.from)) ends.push('from')
  if (roles.has(row.to)) ends.push('to')
  if (ends.length === 2 && row.perspective === 'client') return [row.from === 'client' ? 'from' : 'to']
  return ends
}

function flowsOf(row: PackRow, { site }: Context): readonly Flow[] {
  const out: Flow = { opener: 'from', listener: 'to' }
  const back: Flow = { opener: 'to', listener: 'from' }
  if (row.perspective === 'network') {
    if (row.direction === 'initiator-from') return [out]
    // "Require the site server to initiate connections" makes these one-way.
    const fromServer = row.from === 'site-server'
    if (site.conditions.has('site-server-initiates') && fromServer !== (row.to === 'site-server')) return [fromServer ? out : back]
    return [out, back]
  }
  const own: End = ownEnd(row)
  const opens = own === 'from' ? out : back
  const listens = own === 'from' ? back : out
  return row.direction === 'both' ? [opens, listens] : [row.direction === 'inbound' ? listens : opens]
}
/** The end whose Windows Firewall the row's direction is about. */
const ownEnd = (row: PackRow): End => (row.perspective !== 'server' && row.from === row.perspective ? 'from' : 'to')

function requirementOf(row: PackRow, feature: string, ends: readonly End[], role: string, roles: ReadonlySet<string>, context: Context): Requirement {
  const flows = flowsOf(row, context)
  // The client's half of what servers offer both ways is the connection that it opens.
  const seen = row.perspective === 'server' && row.direction === 'both' && !ends.includes('to') ? flows.filter(f => f.opener === 'from') : flows
  return build({ row, feature, ends, role, roles, context, flows: seen, wire: false })
}

function build(view: View): Requirement {
  const { row, feature, ends, context, wire } = view
  const own = ends[0] as End
  const boxes = boxesOf(row, view)
  const reason = reasonAgainst(view, boxes)
  const ways = reason === undefined ? waysOf(view, boxes) : undefined
  const either = reason === undefined ? eitherKeyOf(row, context) : undefined
  const exception = row.exception !== undefined && context.site.conditions.has(row.exception) && !wire ? row.exception : undefined
  return {
    id: row.id, need: row.need ?? row.id, feature, from: row.from, to: row.to, role: row[own], peer: row[own === 'from' ? 'to' : 'from'],
    severity: row.severity, status: reason === undefined ? 'applies' : 'not-applicable', ...reason,
    boxes: ways?.list[0] ?? boxes,
    ...(ways && { alternatives: ways.list }), ...(ways?.key !== undefined && { alternativeKey: ways.key }),
    ...(either !== undefined && { eitherKey: either }), ...(exception !== undefined && { exception }),
    ...(row.opensItself !== undefined && { autoConfigured: row.opensItself }),
    ...(row.choice !== undefined && { choice: row.choice }), ...(row.fallback && { fallback: row.fallback }),
    satisfiedBy: row.satisfiedBy ?? [], kind: row.kind,
    ...(row.group !== undefined && { group: row.group }), ...(row.flow !== undefined && { flow: row.flow }),
    conditions: row.conditions ?? [], sources: row.sources, ...(row.note !== undefined && { note: row.note }),
    seed: row.seed === true, eitherOpens: row.direction === 'both' || row.direction === 'initiator-either', pack: context.index.packOf(row.id),
  }
}

// ------------------------------------------------------------------------------------------------------------- does it apply?

type Reason = Pick<Requirement, 'why' | 'missingCondition'> | undefined

function reasonAgainst({ row, ends, roles, role, context, wire }: View, boxes: readonly TrafficBox[]): Reason {
  const seen = row.ends
  if (seen && !wire && !ends.some(end => seen.includes(end))) {
    return { why: 'Windows Firewall of this end does not see it: the computer sleeps, or runs no Windows yet' }
  }
  const missing = row.conditions?.find(name => !holds(name, row, context))
  if (missing !== undefined) return { why: whyMissing(missing, context), missingCondition: missing }
  const old = row.default === false ? oldReason(row, roles, context) : undefined
  if (old !== undefined) return { why: old }
  const transport = transportReason(row, role, context)
  if (transport !== undefined) return { why: transport }
  return boxes.length === 0 ? { why: 'the program runs at the other end' } : undefined
}

function holds(name: string, row: PackRow, { index: { pack }, site, named, transports }: Context): boolean {
  const condition = pack.conditions[name]
  if (!condition || site.conditions.has(name)) return condition !== undefined
  if (condition.transport) return transports.has(condition.transport) || (transports.size === 0 && row.choice === 'client-transport')
  if (condition.default) return condition.opposite === undefined || !site.conditions.has(condition.opposite)
  return condition.features?.some(feature => named.has(feature)) ?? false
}
function whyMissing(name: string, { index: { pack }, transports }: Context): string {
  const condition = pack.conditions[name]
  if (condition?.transport && transports.size === 0) return 'nothing says that clients use HTTPS (site.communication)'
  if (condition?.transport) return `clients do not use ${condition.transport.toUpperCase()} (site.communication)`
  if (condition?.opposite !== undefined) return `the condition ${condition.opposite} is listed`
  return `the condition ${name} is not listed: ${condition?.says ?? ''}`
}

/** Rows of retired, deprecated and legacy things apply only where somebody still has them. */
function oldReason(row: PackRow, roles: ReadonlySet<string>, { index, site, all, named }: Context): string | undefined {
  const word = row.status ?? 'deprecated'
  if (all || !named.has(row.feature)) return `${word}, so it counts only where its feature is named`
  const { pack } = index
  const stated = row.conditions?.some(name => site.conditions.has(name) && !pack.conditions[name]?.default) ?? false
  const stillThere = [row.from, row.to].some(role => pack.roles[role]?.old && (site.systems.has(role) || roles.has(role)))
  return stated || stillThere || index.isOldFeature(row.feature) ? undefined : `${word}: current sites no longer have it`
}

function transportReason(row: PackRow, role: string, { transports }: Context): string | undefined {
  if (row.setting === undefined) return undefined
  const own = row.setting.endsWith('https') ? 'https' : 'http'
  if (row.choice === 'wsus-http-https-pair') return own === 'https' && !transports.has('https') ? 'nothing says that WSUS uses HTTPS (site.communication)' : undefined
  if (row.choice === 'mp-transport' && transports.size === 1 && !transports.has(own)) return `the site does not use ${own.toUpperCase()} (site.communication)`
  // No page has an HTTPS row for this role, not even in HTTPS-only sites.
  if (row.choice === 'client-transport' && own === 'https' && role === 'fallback-status-point') return 'the fallback status point speaks HTTP only'
  return undefined
}

/** Nobody says whether HTTP or HTTPS is in use: either is enough. */
function eitherKeyOf(row: PackRow, { transports }: Context): string | undefined {
  const open = row.choice === 'ssrs-transport' || (row.choice === 'client-transport' && transports.size === 0) || (row.choice === 'mp-transport' && transports.size !== 1)
  return open ? `${row.choice ?? ''}:${row.from}>${row.to}` : undefined
}

// ------------------------------------------------------------------------------------------------------------- the boxes

function boxesOf(row: PackRow, view: View, ports = row.ports, choice?: PortSet): TrafficBox[] {
  const boxes: TrafficBox[] = []
  for (const { opener, listener } of view.flows) {
    if (view.ends.includes(opener)) boxes.push(...boxesAt('outbound', opener, row, view, ports, choice))
    if (view.ends.includes(listener) && !view.wire) boxes.push(...boxesAt('inbound', listener, row, view, ports, choice))
  }
  // Where both ends are ours (site server to site server), each direction would come twice.
  return view.ends.length < 2 ? boxes : [...new Map(boxes.map(box => [JSON.stringify(box), box])).values()]
}

function boxesAt(direction: TrafficBox['direction'], end: End, row: PackRow, view: View, ports: PackRow['ports'], choice: PortSet | undefined): TrafficBox[] {
  const plain = { direction, dynamicRpc: false, endpointMapper: false }
  const ownMachine = row.perspective !== 'network' && end === ownEnd(row) && !view.wire
  const program = (name: string): TrafficBox[] => (ownMachine ? [{ ...plain, protocol: 6, ports: ANY_PORTS, program: name.toLowerCase() }] : [])
  if (row.kind === 'icmp-echo') return [{ ...plain, protocol: 1, ports: ANY_PORTS, icmp: row.icmp ?? { v4: 8, v6: 128 } }]
  if (row.kind === 'program') return program(row.program ?? '')
  if (row.kind === 'rule-group') {
    return (ruleGroups().get(row.group ?? '')?.minimum ?? []).flatMap(need => {
      if (need.program !== undefined) return program(need.program)
      if (need.ports?.includes('RPC')) return [portBox(direction, 'tcp', [view.context.index.dynamicRange], true, 'rpc-dynamic', undefined, row, view)]
      return [portBox(direction, need.protocol ?? 'tcp', need.ports?.map(p => (p === 'RPC-EPMap' ? 135 : p)) ?? [], false, undefined, undefined, row, view)]
    })
  }
  return [portBox(direction, row.protocol ?? 'tcp', ports ?? [], row.kind === 'dynamic-rpc', row.setting, choice, row, view)]
}

function portBox(
  direction: TrafficBox['direction'], protocol: string, ports: readonly (number | string)[], dynamicRpc: boolean, setting: string | undefined,
  choice: PortSet | undefined, row: PackRow, view: View,
): TrafficBox {
  const byDefault = portsOf(ports)
  const configured = choice ?? (setting === undefined ? undefined : siteChoices(setting, view.context)?.[0])
  const numbers = configured ?? (dynamicRpc && view.context.site.conditions.has('legacy-os-xp-2003') ? union(byDefault, BEFORE_VISTA) : byDefault)
  const number = parseProtocol(protocol) as number
  const listener = listenerOf(direction, protocol, byDefault, dynamicRpc, row, view)
  return {
    direction, protocol: number, ports: numbers,
    ...(configured && textOf(configured) !== textOf(byDefault) && { defaultPorts: byDefault }),
    ...(setting !== undefined && { setting }),
    dynamicRpc, endpointMapper: number === 6 && textOf(byDefault) === '135', ...(listener && { listener }),
  }
}
/** A mixed estate needs both ranges (Windows article on service ports). */
const BEFORE_VISTA = portSet([[1025, 5000]])
const textOf = (set: PortSet): string => set.ranges.map(rangeText).join()

/** What the site says of a port. One half of the WSUS pair tells the other: 443 goes with 80, else HTTPS is one above. */
function siteChoices(setting: string, { site }: Context): readonly PortSet[] | undefined {
  const own: SitePorts | undefined = site.ports.get(setting)
  if (own) return own.choices
  const number = (key: string): number | undefined => site.ports.get(key)?.ports.ranges[0]?.[0]
  const http = setting === 'wsus-https' ? number('wsus-http') : undefined
  const https = setting === 'wsus-http' ? number('wsus-https') : undefined
  if (http !== undefined) return [portsOf([http === 80 ? 443 : http + 1])]
  return https === undefined ? undefined : [portsOf([https === 443 ? 80 : https - 1])]
}

/** The ways to meet a row where there are several. Rows of one WSUS server take the same way. */
function waysOf(view: View, boxes: readonly TrafficBox[]): { list: readonly (readonly TrafficBox[])[]; key?: string } | undefined {
  const { row, context } = view
  const choices = row.setting === undefined ? undefined : siteChoices(row.setting, context)
  if (choices) return choices.length > 1 ? { list: choices.map(choice => boxesOf(row, view, row.ports, choice)) } : undefined
  if (!row.alternatives) return undefined
  const others = row.alternatives.filter(other => !sameNumbers(other, row)).map(other => otherBoxes(other, view)).filter(list => list.length > 0)
  if (others.length === 0) return undefined
  const list = [boxes, ...others]
  return row.choice === undefined ? { list } : { list, key: `${row.choice}:${row.from}>${row.to}` }
}
const sameNumbers = (other: RowAlternative, row: PackRow): boolean =>
  other.ports !== undefined && String(other.ports) === String(row.ports) && (other.protocol ?? row.protocol) === row.protocol
function otherBoxes({ ports, protocol, rows }: RowAlternative, view: View): TrafficBox[] {
  const { row } = view
  if (!rows) return boxesOf({ ...row, ...(protocol && { protocol }) }, view, ports)
  return rows.flatMap(id => {
    const other = view.context.index.rows.get(id)
    return other ? boxesOf(other, { ...view, flows: flowsOf(other, view.context) }) : []
  })
}

function listenerOf(direction: TrafficBox['direction'], protocol: string, ports: PortSet, dynamicRpc: boolean, row: PackRow, view: View): Listener | undefined {
  if (view.wire) return undefined
  const found = view.context.index.listeners.find(({ entry, ports: own }) => (entry.rows ? entry.rows.includes(row.id) : true)
    && (!entry.roles || entry.roles.some(role => view.roles.has(role)))
    && (!entry.direction || entry.direction === direction) && (!entry.protocol || entry.protocol === protocol)
    && (entry.dynamicRpc ?? false) === dynamicRpc
    && (!own || holdsAll(own, ports)))
  return found && { programs: found.entry.programs, services: found.entry.services ?? [], certain: found.entry.certain ?? false }
}
const holdsAll = (outer: PortSet, inner: PortSet): boolean =>
  inner.ranges.every(([from, to]) => outer.ranges.some(([of, ot]) => of <= from && to <= ot))

// ------------------------------------------------------------------------------------------------------------- needs

/** Rows that are the same packets between the same machines are one need, whatever flow the docs count them to. */
function joinSameTraffic(requirements: readonly Requirement[]): readonly Requirement[] {
  const parent = new Map<string, string>()
  const rootOf = (need: string): string => {
    let at = need
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  const first = new Map<string, string>()
  for (const r of requirements) {
    if (r.status !== 'applies' || r.severity === 'informational') continue
    const key = JSON.stringify([r.peer, (r.alternatives ?? [r.boxes]).map(way => way.map(b => [b.direction, b.protocol, textOf(b.ports), b.icmp, b.program, b.dynamicRpc]))])
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, r.need)
    else if (rootOf(earlier) !== rootOf(r.need)) parent.set(rootOf(r.need), rootOf(earlier))
  }
  return parent.size === 0 ? requirements : requirements.map(r => {
    const need = rootOf(r.need)
    return need === r.need ? r : { ...r, need }
  })
}
