import type { AddressKeyword, InterfaceType, PortKeyword } from '../../model/types.ts'

// The words of New-NetFirewallRule, of netsh and of the COM interface are one list with few twins (formats.md 3.1),
// and tools hand them through unchanged.

/** Port keywords as PowerShell, netsh and INetFwRule spell them, in lower case. */
export const TOOL_PORTS: ReadonlyMap<string, PortKeyword> = new Map([
  ['rpc', 'rpc'], ['rpcepmap', 'rpc-epmap'], ['rpc-epmap', 'rpc-epmap'], ['teredo', 'teredo'],
  ['iphttps', 'iphttps'], ['iphttpsin', 'iphttps'], ['iphttpsout', 'iphttps'],
  ['ply2disc', 'ply2disc'], ['playtodiscovery', 'ply2disc'], ['mdns', 'mdns'], ['dhcp', 'dhcp'],
])
const FAMILIES = ['localsubnet', 'dns', 'dhcp', 'wins', 'defaultgateway'] as const
const NEUTRAL = new Map<string, string>([['localsubnet', 'local-subnet'], ['defaultgateway', 'default-gateway']])
/** Address keywords in every spelling, in lower case. */
export const TOOL_ADDRESSES: ReadonlyMap<string, AddressKeyword> = new Map<string, AddressKeyword>([
  ...FAMILIES.flatMap(name => ['', '4', '6'].map(family => [name + family, `${NEUTRAL.get(name) ?? name}${family}` as AddressKeyword] as const)),
  ['intranet', 'intranet'], ['internet', 'internet'],
  ['intranetremoteaccess', 'intranet-remote-access'], ['rmtintranet', 'intranet-remote-access'],
  ['playtodevice', 'play-to-device'], ['ply2renders', 'play-to-device'], ['captiveportal', 'captive-portal'],
])
/** Interface types in every spelling, in lower case. */
export const TOOL_INTERFACES: ReadonlyMap<string, InterfaceType> = new Map([
  ['lan', 'lan'], ['wired', 'lan'], ['wireless', 'wireless'], ['remoteaccess', 'remote-access'], ['remote_access', 'remote-access'],
  ['ras', 'remote-access'], ['mbb', 'mobile-broadband'],
])
