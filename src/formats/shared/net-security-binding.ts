import { ParameterTable, type Binding, type BoundArgument } from '../../text/powershell/binding.ts'
import { limitOf } from '../../text/powershell/builtins.ts'
import { type Argument, type Call, SPLATTED } from '../../text/powershell/host.ts'
import { describe, textOfValue, truthOf } from '../../text/powershell/values.ts'
import type { FirewallHost } from './firewall-host.ts'
import type { Said } from './net-security-draft.ts'
import { GpoSession } from './net-security-query.ts'
import { LOCAL, type Target } from './script-state.ts'

const VALUES = 'Description Enabled Profile Platform Direction Action EdgeTraversalPolicy LooseSourceMapping|LSM LocalOnlyMapping|LOM Owner LocalAddress RemoteAddress Protocol LocalPort RemotePort'
  + ' IcmpType DynamicTarget|DynamicTransport Program Package Service InterfaceAlias InterfaceType LocalUser RemoteUser RemoteMachine Authentication Encryption OverrideBlockRules'
  + ' RemoteDynamicKeywordAddresses PolicyAppId'
const STORE = ' PolicyStore GPOSession CimSession|Session ThrottleLimit AsJob?'
const ASSOCIATED = ['AddressFilter', 'ApplicationFilter', 'InterfaceFilter', 'InterfaceTypeFilter', 'PortFilter', 'SecurityFilter', 'ServiceFilter', 'Profile'].map(name => ` AssociatedNetFirewall${name}`).join('')
const QUERY = 'Name|ID@0 DisplayName DisplayGroup Group Description Enabled Direction Action EdgeTraversalPolicy LooseSourceMapping|LSM LocalOnlyMapping|LOM Owner PrimaryStatus Status'
  + ` PolicyStoreSource PolicyStoreSourceType All?${ASSOCIATED}${STORE}`

/** The parameters of each cmdlet of the NetSecurity module (cmdlet reference, Windows Server 2025), for `ParameterTable`. */
const PARAMETERS = {
  new: `DisplayName Name|ID Group ${VALUES}${STORE}`,
  set: `Name|ID@0 DisplayName DisplayGroup Group InputObject NewDisplayName PassThru? ${VALUES}${STORE}`,
  act: `${QUERY} InputObject PassThru?`,
  copy: `${QUERY} InputObject PassThru? NewName NewPolicyStore NewGPOSession`,
  query: `${QUERY} TracePolicyStore?`,
  getFilter: `All? AssociatedNetFirewallRule PolicyStore GPOSession CimSession|Session ThrottleLimit AsJob? Protocol DynamicTarget|DynamicTransport Program Package Service LocalAddress RemoteAddress InterfaceAlias InterfaceType Authentication Encryption OverrideBlockRules`,
  setFilter: `InputObject PassThru? ${VALUES}${STORE}`,
  getProfile: `Name|Profile@0 All?${STORE}`,
  setProfile: 'Name|Profile@0 All? InputObject PassThru? Enabled DefaultInboundAction DefaultOutboundAction AllowInboundRules AllowLocalFirewallRules AllowLocalIPsecRules AllowUserApps'
    + ' AllowUserPorts AllowUnicastResponseToMulticast NotifyOnListen EnableStealthModeForIPsec LogFileName LogMaxSizeKilobytes LogAllowed LogBlocked LogIgnored DisabledInterfaceAliases'
    + STORE,
  openGpo: 'PolicyStore@0 DomainController CimSession|Session ThrottleLimit AsJob?',
} as const

const tables = new Map<string, ParameterTable>()
function table(name: keyof typeof PARAMETERS): ParameterTable {
  let found = tables.get(name)
  if (!found) tables.set(name, (found = new ParameterTable(PARAMETERS[name])))
  return found
}

/** The arguments of a cmdlet by parameter, and what makes it fail. */
export interface Bound {
  readonly bound: readonly BoundArgument[]
  readonly faults: Binding['faults']
  /** Limits of the place and of the arguments. */
  readonly limits: string[]
  /** A table of unknown content is splatted: any parameter may be in it. */
  readonly splatted: Argument | undefined
  get(parameter: string): Said | undefined
}
export function bind(call: Call, name: keyof typeof PARAMETERS, title: string): Bound {
  let args = call.script.arguments(call.node)
  let splatted: Argument | undefined
  for (const arg of args) if (arg.name === SPLATTED) splatted = arg
  if (splatted) args = args.filter(arg => arg.name !== SPLATTED)
  const { bound, faults } = table(name).bind(title, args)
  const { limits: around } = call.script
  const limits = around.length === 0 ? [] : [...around]
  const get = (parameter: string): BoundArgument | undefined => {
    for (const argument of bound) if (argument.parameter.name === parameter) return argument
    return undefined
  }
  const computer = get('CimSession')
  const limit = computer && limitOf(computer.value)
  if (limit !== undefined) limits.push(limit)
  const whatIf = get('WhatIf')
  if (whatIf && truthOf(whatIf.value) === undefined) limits.push(`condition=not -WhatIf:${describe(whatIf.value)}`)
  return { bound, faults, limits, splatted, get }
}
/** Only says what it would do. */
export const isDry = ({ get }: Bound): boolean => truthOf(get('WhatIf')?.value) === true

const START: Said = { value: null, start: 0, end: 0 }
export const placeOf = ({ node }: Call): Said => ({ ...START, start: node.start, end: node.end })
/** The command's own name, for what it lacks. */
export const nameOf = ({ node }: Call): Said => ({ ...START, start: node.name.start, end: node.name.end })

/** The filters that a rule has, by the names of their cmdlets. */
export const FILTER_NAMES = ['Port', 'Address', 'Application', 'Service', 'InterfaceType', 'Interface', 'Security']

const TITLES: ReadonlyMap<string, string> = new Map([
  ...['New', 'Set', 'Get', 'Show', 'Enable', 'Disable', 'Remove', 'Copy', 'Rename'].map(verb => `${verb}-NetFirewallRule`),
  ...FILTER_NAMES.flatMap(name => [`Get-NetFirewall${name}Filter`, `Set-NetFirewall${name}Filter`]), 'Set-NetFirewallProfile', 'Get-NetFirewallProfile',
].map(title => [title.toLowerCase(), title]))

/** Limits and conditions as one text; undefined when there are none. */
export const conditionOf = (limits: readonly string[], more: readonly string[]): string | undefined => {
  const all = [...limits.map(limit => limit.replace(/^condition=/, '')), ...more]
  return all.length === 0 ? undefined : [...new Set(all)].join(' and ')
}
/** A cmdlet's name as its documentation spells it. */
export const titleOf = (name: string): string => TITLES.get(name) ?? name

/** Reading is possible from every store; what is read from the active one is changed where it came from. */
export function readTarget(host: FirewallHost, given: Bound): Target {
  const session = given.get('GPOSession')?.value
  if (session instanceof GpoSession) return session.target
  const store = given.get('PolicyStore')
  return (store && host.named(textOfValue(store.value) ?? '')) ?? LOCAL
}
