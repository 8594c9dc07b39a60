import { includes, isAnyPort, isEmpty, parsePortRange, portSet, subtract } from '../model/ports.ts'
import type { Requirement, Site } from '../model/requirements.ts'
import { protocolName } from '../model/rules.ts'
import type { PortRange, PortSet, Rule } from '../model/types.ts'
import { findGroup } from './groups.ts'
import type { Pack } from './types.ts'

/** Why nobody needs an inbound rule on a client: every port that it opens is one that only servers listen on. */
export function unneededReason(pack: Pack, rule: Rule, role: string, requirements: readonly Requirement[], site: Site): string | undefined {
  if (role !== 'client' || rule.direction !== 'inbound' || isAnyPort(rule.localPorts) || typeof rule.protocol !== 'number') return undefined
  if (rule.localPorts.keywords.length > 0 || rule.localPorts.unresolved.length > 0) return undefined
  const features = new Set(requirements.filter(r => r.status === 'applies').map(r => r.feature))
  const group = rule.group === undefined ? undefined : findGroup(rule.group)?.id
  const whys: string[] = []
  let left: PortSet = rule.localPorts
  for (const entry of pack.serverOnly) {
    if (entry.protocol !== protocolName(rule.protocol)) continue
    if (entry.unlessFeatures?.some(f => features.has(f)) || (group !== undefined && entry.unlessGroups?.includes(group))) continue
    const port = portSet([[entry.port, entry.port]])
    const configured = entry.setting === undefined ? undefined : site.ports.get(entry.setting)?.ports
    const all = configured ? portSet([...port.ranges, ...configured.ranges]) : port
    const rest = subtract(left, all)
    if (JSON.stringify(rest.ranges) !== JSON.stringify(left.ranges)) whys.push(entry.why)
    left = rest
  }
  return whys.length > 0 && isEmpty(left) ? whys.join('; ') : undefined
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
