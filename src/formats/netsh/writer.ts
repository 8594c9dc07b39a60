import { addressTexts } from '../../model/addresses.ts'
import { portTexts } from '../../model/ports.ts'
import { ALL_PROFILES, profileNames, protocolName } from '../../model/rules.ts'
import type { Rule } from '../../model/types.ts'
import { undecided } from '../shared/undecided.ts'

const PORT_WORDS: ReadonlyMap<string, string> = new Map([
  ['rpc', 'RPC'], ['rpc-epmap', 'RPC-EPMap'], ['iphttps', 'IPHTTPS'], ['teredo', 'Teredo'], ['ply2disc', 'Ply2Disc'], ['mdns', 'mDNS'],
])
const INTERFACE_WORDS: ReadonlyMap<string, string> = new Map([['remote-access', 'ras']])
/** The words of its help, each for both families. */
const ADDRESS_WORDS: ReadonlySet<string> = new Set(['local-subnet', 'dns', 'dhcp', 'wins', 'default-gateway'])

/** One complete command for a batch file; a rule with several ICMP types needs one for each. */
export function batchCommand(rule: Rule): string {
  const command = (icmp: string | undefined): string => {
    const list = [
      'netsh advfirewall firewall add rule', `name=${quoted(rule.name)}`, `dir=${rule.direction === 'outbound' ? 'out' : 'in'}`,
      `action=${rule.action === 'unknown' ? 'allow' : rule.action}`,
    ]
    if (rule.enabled === false) list.push('enable=no')
    list.push(`profile=${rule.profiles === ALL_PROFILES ? 'any' : profileNames(rule.profiles).join(',')}`)
    const protocol = rule.protocol === 'unknown' ? 'any' : protocolName(rule.protocol)
    list.push(`protocol=${protocol === 'tcp' || protocol === 'udp' ? protocol.toUpperCase() : protocol}${icmp === undefined ? '' : `:${icmp.replace(':', ',').replace('*', 'any')}`}`)
    const local = portTexts(rule.localPorts)
    const remote = portTexts(rule.remotePorts)
    if (local.length > 0) list.push(`localport=${local.map(word => PORT_WORDS.get(word) ?? plainWord(word)).join(',')}`)
    if (remote.length > 0) list.push(`remoteport=${remote.map(word => PORT_WORDS.get(word) ?? plainWord(word)).join(',')}`)
    const localIp = addressTexts(rule.localAddresses)
    const remoteIp = addressTexts(rule.remoteAddresses)
    if (localIp.length > 0) list.push(`localip=${localIp.map(addressWord).join(',')}`)
    if (remoteIp.length > 0) list.push(`remoteip=${[...new Set(remoteIp.map(addressWord))].join(',')}`)
    if (rule.program !== undefined) list.push(`program=${quoted(rule.program)}`)
    if (rule.service !== undefined) list.push(`service=${rule.service === '*' ? 'any' : quoted(rule.service)}`)
    if (rule.interfaceTypes.length > 0) list.push(`interfacetype=${rule.interfaceTypes.map(type => INTERFACE_WORDS.get(type) ?? type).join(',')}`)
    return list.join(' ')
  }
  return rule.icmp.length === 0 ? command(undefined) : rule.icmp.map(command).join('\r\n')
}
/** For `netsh -f`, which knows no program of its own name, and takes a percent sign as it is. */
export const scriptCommand = (rule: Rule): string => batchCommand(rule).replace(/^netsh /gm, '').replaceAll('%%', '%')
/** The same for a whole file. What netsh cannot say is left out with a word: without it the rule would open more than it did. */
export function batchLine(rule: Rule): string {
  const lost = [
    ...rule.unmodelled, ...undecided(rule), ...rule.platforms.map(() => 'Platform'), ...rule.interfaceTypes.slice(1).map(() => 'interface types'),
    ...rule.interfaceTypes.filter(type => type === 'mobile-broadband'), ...rule.localPorts.keywords.filter(word => !PORT_WORDS.has(word)),
    ...rule.remotePorts.keywords.filter(word => word !== 'iphttps'),
    ...[...rule.localAddresses.keywords, ...rule.remoteAddresses.keywords].filter(word => !ADDRESS_WORDS.has(word)),
    ...(rule.action === 'bypass' ? ['action=bypass'] : []), // needs security=, which a rule of ours does not keep
  ]
  return lost.length === 0 ? batchCommand(rule) : `rem not written, netsh cannot say all of it: ${plainText(rule.name)} (${lost.map(plainText).join(', ')})`
}
/** Quotes and line ends cannot stand in a quoted argument; a percent sign is doubled in a batch file. */
const quoted = (text: string): string => `"${text.replaceAll('"', "'").replace(/[\r\n]+/g, ' ').replaceAll('%', '%%')}"`
const plainText = (text: string): string => text.replace(/[\r\n]+/g, ' ').replaceAll('%', '%%')
const addressWord = (text: string): string => (/^[a-z]/.test(text) && /-|^(?:dns|dhcp|wins)/.test(text) && !text.includes(':') ? text.replaceAll('-', '').replace(/[46]$/, '') : plainWord(text))
/** Text of unresolved entries stands in quotes, so that no shell reads it. */
const plainWord = (text: string): string => (/^[\w.:/-]+$/.test(text) ? text : quoted(text))
