import { includes, isAnyPort, parsePortRange, portSet, touches } from '../model/ports.ts'
import type { Requirement, Site } from '../model/requirements.ts'
import { parseProtocol, protocolName } from '../model/rules.ts'
import type { PortRange, PortSet, Rule } from '../model/types.ts'
import { findGroup } from './groups.ts'
import type { Pack } from './types.ts'

/** Why nobody needs an inbound rule on a client: every port that it opens is one that only servers listen on. */
export function unneededOn(pack: Pack, role: string, requirements: readonly Requirement[], site: Site): (rule: Rule) => string | undefined {
  if (role !== 'client') return () => undefined
  const features = new Set(requirements.filter(r => r.status === 'applies').map(r => r.feature))
  const entries = pack.serverOnly.filter(entry => !entry.unlessFeatures?.some(f => features.has(f))).map(entry => {
    const configured = entry.setting === undefined ? undefined : site.ports.get(entry.setting)?.ports
    return { entry, protocol: parseProtocol(entry.protocol), ports: portSet([[entry.port, entry.port], ...(configured?.ranges ?? [])]) }
  })
  const all = portSet(entries.flatMap(e => e.ports.ranges))
  return rule => {
    const { localPorts, protocol, direction } = rule
    if (direction !== 'inbound' || localPorts.keywords.length > 0 || localPorts.unresolved.length > 0 || !includes(all, localPorts)) return undefined
    const group = rule.group === undefined ? undefined : findGroup(rule.group)?.id
    const fitting = entries.filter(e => e.protocol === protocol && touches(localPorts, e.ports) && !(group !== undefined && e.entry.unlessGroups?.includes(group)))
    return includes(portSet(fitting.flatMap(e => e.ports.ranges)), localPorts) ? fitting.map(e => e.entry.why).join('; ') : undefined
  }
}

/** Why a rule is about something that current clients no longer have, with what took its place. */
export function obsoleteReason(pack: Pack, rule: Rule, role: string, site: Site): string | undefined {
  const program = rule.program?.slice(Math.max(rule.program.lastIndexOf('\\'), rule.program.lastIndexOf('/')) + 1).toLowerCase()
  for (const entry of pack.obsolete) {
    if (entry.unless !== undefined && site.conditions.has(entry.unless)) continue
    if (entry.roles && !entry.roles.includes(role)) continue
    if (entry.direction && entry.direction !== rule.direction) continue
    const byProgram = entry.programs !== undefined && program !== undefined && entry.programs.includes(program)
    if (byProgram || (entry.ports && opensOnly(rule, entry.protocol, portSet(entry.ports.map(p => parsePortRange(String(p))).filter((r): r is PortRange => r !== undefined))))) {
      return entry.instead === undefined ? entry.why : `${entry.why}; use ${entry.instead}`
    }
  }
  return undefined
}
function opensOnly(rule: Rule, protocol: string | undefined, ports: PortSet): boolean {
  if (typeof rule.protocol !== 'number' || (protocol !== undefined && protocol !== protocolName(rule.protocol))) return false
  const own = rule.direction === 'outbound' ? rule.remotePorts : rule.localPorts
  return !isAnyPort(own) && own.keywords.length === 0 && includes(ports, own)
}
