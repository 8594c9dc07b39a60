import { addressTexts } from '../../model/addresses.ts'
import { portTexts } from '../../model/ports.ts'
import { ALL_PROFILES, profileNames, protocolName } from '../../model/rules.ts'
import type { Beside, RuleWriter } from '../../model/stages.ts'
import type { Rule } from '../../model/types.ts'
import { undecided } from './undecided.ts'

const PROTOCOLS: ReadonlyMap<string, string> = new Map([['tcp', 'TCP'], ['udp', 'UDP'], ['icmpv4', 'ICMPv4'], ['icmpv6', 'ICMPv6'], ['any', 'Any']])
const LOCAL_PORTS: ReadonlyMap<string, string> = new Map([
  ['rpc', 'RPC'], ['rpc-epmap', 'RPCEPMap'], ['iphttps', 'IPHTTPSIn'], ['teredo', 'Teredo'], ['ply2disc', 'PlayToDiscovery'], ['mdns', 'mDNS'],
])
const REMOTE_PORTS: ReadonlyMap<string, string> = new Map([['iphttps', 'IPHTTPSOut']])
const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['local-subnet', 'LocalSubnet'], ['dns', 'DNS'], ['dhcp', 'DHCP'], ['wins', 'WINS'], ['default-gateway', 'DefaultGateway'], ['intranet', 'Intranet'], ['internet', 'Internet'],
  ['intranet-remote-access', 'IntranetRemoteAccess'], ['play-to-device', 'PlayToDevice'], ['captive-portal', 'CaptivePortal'],
])
const INTERFACES: ReadonlyMap<string, string> = new Map([['lan', 'Wired'], ['wireless', 'Wireless'], ['remote-access', 'RemoteAccess']])
/** What Draft writes into `unmodelled` for these is said again by parameters. */
const RESTATED = /^(?:Authentication|Encryption|RemoteUser|RemoteMachine|LocalUser|Package|Owner|InterfaceAlias|DynamicTarget|LocalOnlyMapping)=/

/** One complete New-NetFirewallRule command on one line. */
export function writeNetFirewallRule(rule: Rule, id = rule.id ?? rule.name): string {
  const list = ['New-NetFirewallRule', '-Name', quoted(id), '-DisplayName', quoted(rule.name)]
  if (rule.group !== undefined) list.push('-Group', quoted(rule.group))
  list.push('-Direction', rule.direction === 'outbound' ? 'Outbound' : 'Inbound', '-Action', rule.action === 'block' ? 'Block' : 'Allow')
  if (rule.enabled === false) list.push('-Enabled', 'False')
  if (rule.profiles !== ALL_PROFILES) list.push('-Profile', profileNames(rule.profiles).map(capital).join(','))
  const protocol = protocolName(rule.protocol === 'unknown' ? 'any' : rule.protocol)
  list.push('-Protocol', PROTOCOLS.get(protocol) ?? protocol)
  const add = (parameter: string, texts: readonly string[]): void => { if (texts.length > 0) list.push(parameter, [...new Set(texts)].join(',')) }
  add('-LocalPort', portTexts(rule.localPorts).map(text => word(LOCAL_PORTS.get(text) ?? text)))
  add('-RemotePort', portTexts(rule.remotePorts).map(text => word(REMOTE_PORTS.get(text) ?? text)))
  add('-IcmpType', rule.icmp.map(entry => word(entry.replace(/:\*$/, ''))))
  add('-LocalAddress', addressTexts(rule.localAddresses).map(addressWord))
  add('-RemoteAddress', addressTexts(rule.remoteAddresses).map(addressWord))
  if (rule.program !== undefined) list.push('-Program', quoted(rule.program))
  if (rule.service !== undefined) list.push('-Service', quoted(rule.service))
  add('-InterfaceType', rule.interfaceTypes.map(type => INTERFACES.get(type) ?? quoted(type)))
  add('-Platform', rule.platforms.map(({ major, minor, orLater }) => quoted(`${major}.${minor}${orLater ? '+' : ''}`)))
  const said = rule.unmodelled.filter(text => RESTATED.test(text))
  if (rule.ipsec && !said.some(text => text.startsWith('Authentication='))) list.push('-Authentication', 'Required')
  for (const text of said) list.push(`-${text.slice(0, text.indexOf('='))}`, quoted(text.slice(text.indexOf('=') + 1)))
  if (rule.action === 'bypass') list.push('-OverrideBlockRules', 'True')
  return list.join(' ')
}

/** Such commands, into a GPO that data name: whatever its name looks like, it is no code. */
export const commandsInto = (gpo: string | undefined): RuleWriter => commands(gpo === undefined ? '' : ` -PolicyStore ${quoted(gpo)}`)
/** Such commands, into the store that the commands of a script beside them write to, in the script's own words. */
export function commandsBeside(beside?: Beside): RuleWriter {
  const store = beside && storeOf(beside)
  if (store === undefined) return commands('')
  // What a session is told after it was saved is lost.
  return { ...commands(` ${store}`), ...(/^-GPOSession \S+$/i.test(store) && { above: 'Save-NetGPO' }) }
}
const commands = (store: string): RuleWriter => ({ rule: rule => `${writeNetFirewallRule(rule)}${store}` })
const VALUE = String.raw`(?:[ \t:]|\x60\r?\n)+("[^"\r\n]*"|'[^'\r\n]*'|\$[\w:.]+|[\w.\\-]+|\([^()\r\n]*\))`
const SAID = new RegExp(`-(GPOSession|PolicyStore)${VALUE}`, 'gi')
const OPENED = /(\$[\w:]+)[ \t]*=[ \t]*Open-NetGPO\b/gi
const IN_TABLE = /\b(GPOSession|PolicyStore)['"]?[ \t]*=[ \t]*("[^"\r\n]*"|'[^'\r\n]*'|\$[\w:.]+)/gi
/**
 * The parameter that names the GPO, as the file itself says it: without it the rule would land in the local store. A session goes before
 * the path of the GPO, since Save-NetGPO writes back all that the session holds.
 */
function storeOf({ file, last, gpo }: Beside): string | undefined {
  if (gpo === undefined) return undefined
  const near = last && [...file.text.slice(last.start, last.end).matchAll(SAID)].at(-1)
  // A table that is splatted, or a session: the nearest one above.
  const above = file.text.slice(0, last?.end)
  const found = near ?? [...above.matchAll(IN_TABLE)].at(-1)
  if (found) return `-${found[1] ?? ''} ${found[2] ?? ''}`
  const session = [...above.matchAll(OPENED)].at(-1)?.[1]
  if (session !== undefined) return `-GPOSession ${session}`
  return `-PolicyStore ${!gpo.includes('$') ? quoted(gpo) : /^[\w.$ -]+\\[\w.$ -]+$/.test(gpo) ? `"${gpo}"` : `(${gpo})`}`
}

/** A script that makes these rules. What the cmdlet cannot say is left out with a word: without it the rule would open more than it did. */
export function writeNetFirewallRules(rules: readonly Rule[]): string {
  const used = new Map<string, number>()
  const lines = rules.map(rule => {
    // Two rules of one -Name would make the second command fail.
    const base = rule.id ?? rule.name
    const count = (used.get(base.toLowerCase()) ?? 0) + 1
    used.set(base.toLowerCase(), count)
    const id = count === 1 ? base : `${base} (${count})`
    const lost = [
      ...rule.unmodelled.filter(text => !RESTATED.test(text)), ...undecided(rule), ...rule.localPorts.keywords.filter(word => !LOCAL_PORTS.has(word)),
      ...rule.remotePorts.keywords.filter(word => !REMOTE_PORTS.has(word)), ...rule.interfaceTypes.filter(type => !INTERFACES.has(type)),
    ]
    return lost.length === 0 ? writeNetFirewallRule(rule, id) : `# Not written, New-NetFirewallRule cannot say all of it: ${oneLine(rule.name)} (${lost.map(oneLine).join(', ')})`
  })
  const text = ['#Requires -RunAsAdministrator', '#Requires -Modules NetSecurity', '', ...lines, ''].join('\n')
  // Windows PowerShell 5.1 takes a file without a mark for the ANSI code page.
  return /[^\x00-\x7f]/.test(text) ? `\ufeff${text}` : text
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ')
/** A text that PowerShell takes as it is; it knows five signs that end a single-quoted text, each doubled inside it. */
const quoted = (text: string): string => `'${oneLine(text).replace(/['\u2018-\u201b]/g, '$&$&')}'`
/** A bare word where it is one for certain. */
const word = (text: string): string => (/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text) ? text : quoted(text))
function addressWord(text: string): string {
  const [, keyword = '', family = ''] = /^([a-z-]+?)([46]?)$/.exec(text) ?? []
  const name = ADDRESSES.get(keyword)
  if (name !== undefined) return name + family
  return /^[0-9a-fA-F][0-9a-fA-F.:/-]*$/.test(text) ? text : quoted(text)
}
