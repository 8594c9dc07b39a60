import { isNoAddress, subtractAddresses, unionAddresses } from './addresses.ts'
import type { Site } from './requirements.ts'
import type { AddressSet } from './types.ts'

/** The five roles that `site-system` stands for (contract, "Roles"). */
const SITE_SYSTEMS = ['management-point', 'distribution-point', 'software-update-point', 'state-migration-point', 'fallback-status-point']

/** Which of them do not listen on a port of the site (fact sheet, `site_settings`, `applies_to`). */
const ELSEWHERE = new Map([['http', ['software-update-point']], ['https', ['software-update-point', 'fallback-status-point']]])

/**
 * Where the machines of a role are that a target at `own` talks to, as the config says; undefined when it does not say. `setting` is the
 * contract key of the site setting behind the port.
 */
export function peersOf(site: Site, role: string, own: AddressSet | undefined, setting: string | undefined): AddressSet | undefined {
  const peers = systemsOf(site, role, setting)
  if (!peers || !own || !isOneMachine(own)) return peers
  // Site server to site server, SQL to SQL: Windows Firewall never sees what a machine sends to itself.
  const others = subtractAddresses(peers, own)
  return isNoAddress(others) ? peers : others
}
/** Hundreds of targets ask the same of one site. */
const known = new WeakMap<Site, Map<string, AddressSet | undefined>>()
function systemsOf(site: Site, role: string, setting: string | undefined): AddressSet | undefined {
  const { systems } = site
  const said = systems.get(role)
  if (said || role !== 'site-system') return said ?? (role === 'peer-client' ? systems.get('client') : undefined)
  const sums = known.get(site) ?? new Map<string, AddressSet | undefined>()
  known.set(site, sums)
  const key = setting ?? ''
  if (!sums.has(key)) {
    const sets = SITE_SYSTEMS.filter(name => ELSEWHERE.get(key)?.includes(name) !== true).map(name => systems.get(name)).filter(set => set !== undefined)
    sums.set(key, sets.length === 0 ? undefined : sets.reduce((a, b) => unionAddresses(a, b)))
  }
  return sums.get(key)
}
const isOneMachine = ({ v4, v6, keywords, unresolved }: AddressSet): boolean =>
  v4.length <= 1 && v6.length <= 1 && v4.every(([from, to]) => from === to) && v6.every(([from, to]) => from === to) && keywords.length + unresolved.length === 0
