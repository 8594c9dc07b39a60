import type { Advice } from '../model/facts.ts'
import { includes, portSet, portsOf, touches } from '../model/ports.ts'
import type { Requirement, Site } from '../model/requirements.ts'
import { fileName, parseProtocol } from '../model/rules.ts'
import { findGroup } from './groups.ts'
import type { Pack, Reasoned } from './types.ts'

/** Why nobody needs an inbound rule on a client: every port that it opens is one that only servers listen on. */
export function unneededOn(pack: Pack, role: string, requirements: readonly Requirement[], site: Site, reason: (entry: Reasoned) => string): Advice {
  if (role !== 'client') return { ports: portSet([]), programs: new Set(), of: () => undefined }
  const features = new Set(requirements.filter(r => r.status === 'applies').map(r => r.feature))
  const entries = pack.serverOnly.filter(entry => !entry.unlessFeatures?.some(f => features.has(f))).map(entry => {
    const configured = entry.setting === undefined ? undefined : site.ports.get(entry.setting)?.ports
    return { entry, protocol: parseProtocol(entry.protocol), ports: portSet([[entry.port, entry.port], ...(configured?.ranges ?? [])]) }
  })
  const all = portSet(entries.flatMap(e => e.ports.ranges))
  const of: Advice['of'] = rule => {
    const { localPorts, protocol, direction } = rule
    if (direction !== 'inbound' || localPorts.keywords.length > 0 || localPorts.unresolved.length > 0 || !includes(all, localPorts)) return undefined
    const group = rule.group === undefined ? undefined : findGroup(rule.group)?.id
    const fitting = entries.filter(e => e.protocol === protocol && touches(localPorts, e.ports) && !(group !== undefined && e.entry.unlessGroups?.includes(group)))
    return includes(portSet(fitting.flatMap(e => e.ports.ranges)), localPorts) ? [...new Set(fitting.map(e => reason(e.entry)))].join('; ') : undefined
  }
  return { ports: all, programs: new Set(), of }
}

/** Why a rule is about something that current clients no longer have, with what took its place. */
export function obsoleteOn(pack: Pack, role: string, site: Site, reason: (entry: Reasoned) => string): Advice {
  const entries = pack.obsolete.filter(e => !(e.unless !== undefined && site.conditions.has(e.unless)) && (!e.roles || e.roles.includes(role))).map(entry => ({
    entry, why: reason(entry),
    protocol: entry.protocol === undefined ? undefined : parseProtocol(entry.protocol),
    ports: portsOf(entry.ports ?? []),
  }))
  const byProgram = new Map(entries.flatMap(e => (e.entry.programs ?? []).map(program => [program, e] as const)))
  const all = portSet(entries.flatMap(e => e.ports.ranges))
  const of: Advice['of'] = rule => {
    const { program, direction, protocol } = rule
    const named = program === undefined ? undefined : byProgram.get(fileName(program))
    if (named && (named.entry.direction ?? direction) === direction) return named.why
    const own = direction === 'outbound' ? rule.remotePorts : rule.localPorts
    if (typeof protocol !== 'number' || own.keywords.length > 0 || !includes(all, own)) return undefined
    return entries.find(e => (e.entry.direction ?? direction) === direction && (e.protocol === undefined || e.protocol === 'any' || e.protocol === protocol) && includes(e.ports, own))?.why
  }
  return { ports: all, programs: new Set(byProgram.keys()), of }
}
