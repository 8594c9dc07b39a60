import { addressTexts } from '../../model/addresses.ts'
import { portTexts } from '../../model/ports.ts'
import { ALL_PROFILES } from '../../model/rules.ts'
import type { Rule } from '../../model/types.ts'
import { undecided } from '../shared/undecided.ts'

/** One field of a rule, by its node in the Firewall CSP, with the value that the CSP takes: every shape of Intune says these. */
export type CspField = { readonly node: string } & (
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number' | 'bits'; readonly value: number }
  | { readonly kind: 'switch'; readonly value: boolean }
  | { readonly kind: 'choice'; readonly value: 'in' | 'out' | 0 | 1 }
  | { readonly kind: 'list' | 'choices'; readonly value: readonly string[] })
/** A rule for Intune. */
export interface CspRule {
  readonly fields: readonly CspField[]
  /** What no field can say: such a rule is switched off. */
  readonly lost: readonly string[]
}

/** The CSP takes numbers only: the keywords for RPC become the ports behind them on Windows Vista and later. */
const PORT_NUMBERS = new Map([['rpc', '49152-65535'], ['rpc-epmap', '135'], ['mdns', '5353']])
const ADDRESS_WORDS = new Map([
  ['local-subnet', 'LocalSubnet'], ['default-gateway', 'DefaultGateway'], ['dns', 'DNS'], ['dhcp', 'DHCP'], ['wins', 'WINS'], ['intranet', 'Intranet'],
  ['internet', 'Internet'], ['intranet-remote-access', 'RmtIntranet'], ['play-to-device', 'Ply2Renders'],
])
const INTERFACE_WORDS = new Map([['lan', 'lan'], ['wireless', 'wireless'], ['remote-access', 'remoteaccess'], ['mobile-broadband', 'mbb']])

/** A rule in the words of the CSP. */
export function cspRule(rule: Rule, name = rule.name): CspRule {
  const [localPorts, remotePorts] = [portTexts(rule.localPorts), portTexts(rule.remotePorts)]
  const lost = [
    ...rule.unmodelled, ...rule.platforms.map(() => 'Platform'), ...(rule.action === 'bypass' ? ['action=bypass'] : []),
    ...undecided(rule),
    ...[...localPorts, ...remotePorts].filter(port => !PORT_NUMBERS.has(port) && !/^\d/.test(port)),
    ...rule.localAddresses.keywords, ...rule.remoteAddresses.keywords.filter(word => !ADDRESS_WORDS.has(word)),
  ]
  const fields: CspField[] = [
    { node: 'Name', kind: 'text', value: name },
    { node: 'Enabled', kind: 'switch', value: rule.enabled === true && lost.length === 0 },
    { node: 'Direction', kind: 'choice', value: rule.direction === 'outbound' ? 'out' : 'in' },
    { node: 'Action/Type', kind: 'choice', value: rule.action === 'block' ? 0 : 1 },
    ...(typeof rule.protocol === 'number' ? [{ node: 'Protocol', kind: 'number', value: rule.protocol } as const] : []),
    { node: 'LocalPortRanges', kind: 'list', value: localPorts.map(numberOf) },
    { node: 'RemotePortRanges', kind: 'list', value: remotePorts.map(numberOf) },
    { node: 'IcmpTypesAndCodes', kind: 'list', value: rule.icmp },
    { node: 'LocalAddressRanges', kind: 'list', value: [...new Set(addressTexts(rule.localAddresses).map(wordOf))] },
    { node: 'RemoteAddressRanges', kind: 'list', value: [...new Set(addressTexts(rule.remoteAddresses).map(wordOf))] },
    ...(rule.profiles === ALL_PROFILES ? [] : [{ node: 'Profiles', kind: 'bits', value: rule.profiles } as const]),
    { node: 'InterfaceTypes', kind: 'choices', value: rule.interfaceTypes.map(type => INTERFACE_WORDS.get(type) ?? type) },
    ...(rule.program === undefined ? [] : [{ node: 'App/FilePath', kind: 'text', value: rule.program } as const]),
    ...(rule.service === undefined ? [] : [{ node: 'App/ServiceName', kind: 'text', value: rule.service } as const]),
  ]
  // An empty list would mean none, not any.
  return { fields: fields.filter(({ value }) => !Array.isArray(value) || value.length > 0), lost }
}
const numberOf = (port: string): string => PORT_NUMBERS.get(port) ?? port
/** The keywords stand for both families. */
const wordOf = (text: string): string => ADDRESS_WORDS.get(text.replace(/(?<=[a-z])[46]$/, '')) ?? text
