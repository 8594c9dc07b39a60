import { hiveBytes, polBytes } from './registry-files.ts'

/**
 * One small policy, written by hand in every grammar: a machine's SMB for client push, remote control from one net, NetBIOS shut, the web
 * outward, ping, and a rule that is switched off. `lacks` says which fields a grammar has no words for, so that its rules go without.
 */
export interface Sample {
  readonly format: string
  readonly path: string
  readonly bytes: Uint8Array
  /** Fields that this grammar cannot say, of every rule. */
  readonly lacks: readonly string[]
  /** Names of rules that it cannot say at all. */
  readonly without: readonly string[]
}

const SMB = 'CM client push (SMB)'
const REMOTE = 'CM remote control'
const NETBIOS = 'No NetBIOS'
const WEB = 'CM web'
const PING = 'CM ping'
const WSUS = 'CM WSUS'

/** The one meaning that all of them have, in the words of the neutral form. */
export const MEANING: readonly Readonly<Record<string, unknown>>[] = [
  { name: SMB, direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['445'], profiles: ['domain'], remoteAddresses: ['10.0.10.5'], program: 'system' },
  { name: REMOTE, direction: 'inbound', action: 'allow', enabled: true, protocol: 'tcp', localPorts: ['2701'], profiles: ['domain'], remoteAddresses: ['10.0.30.0-10.0.30.255'] },
  { name: NETBIOS, direction: 'inbound', action: 'block', enabled: true, protocol: 'udp', localPorts: ['137-138'] },
  { name: WEB, direction: 'outbound', action: 'allow', enabled: true, protocol: 'tcp', remotePorts: ['443'], profiles: ['domain'] },
  { name: PING, direction: 'inbound', action: 'allow', enabled: true, protocol: 'icmpv4', icmp: ['8:*'], profiles: ['domain'] },
  { name: WSUS, direction: 'inbound', action: 'allow', enabled: false, protocol: 'tcp', localPorts: ['8530'] },
]

// ------------------------------------------------------------------------------------------------ the registry's own form

/** Value name and rule string, as the console writes them. */
const STRINGS: readonly (readonly [id: string, rule: string])[] = [
  ['CM-SMB', `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|LPort=445|RA4=10.0.10.5|App=System|Name=${SMB}|`],
  ['CM-RC', `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|LPort=2701|RA4=10.0.30.0/255.255.255.0|Name=${REMOTE}|`],
  ['CM-NB', `v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=17|LPort2_10=137-138|Name=${NETBIOS}|`],
  ['CM-Web', `v2.31|Action=Allow|Active=TRUE|Dir=Out|Protocol=6|Profile=Domain|RPort=443|Name=${WEB}|`],
  ['CM-Ping', `v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=1|Profile=Domain|ICMP4=8:*|Name=${PING}|`],
  ['CM-WSUS', `v2.31|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=8530|Name=${WSUS}|`],
]
const POLICY_KEY = 'Software\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules'
const SERVICE_KEY = 'SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\FirewallRules'

const PREG = polBytes(STRINGS.map(([name, data]) => ({ key: POLICY_KEY, name, data })))
const HIVE = hiveBytes({ name: 'export', keys: [{ name: 'FirewallRules', values: STRINGS.map(([name, data]) => ({ name, data })) }] })
const REG = `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\${SERVICE_KEY}]\r\n${STRINGS.map(([id, rule]) => `"${id}"="${rule}"\r\n`).join('')}`
const LGPO = STRINGS.map(([id, rule]) => `Computer\r\n${POLICY_KEY}\r\n${id}\r\nSZ:${rule}\r\n`).join('\r\n')
const POLICY_RULES = `<?xml version="1.0" encoding="utf-8"?>\n<PolicyRules>\n${STRINGS.map(([id, rule]) =>
  `  <ComputerConfig><Key>${POLICY_KEY}</Key><Value>${id}</Value><RegType>REG_SZ</RegType><RegData>${rule}</RegData><PolicyName>CM</PolicyName></ComputerConfig>\n`).join('')}</PolicyRules>\n`
const PREFERENCES = `<?xml version="1.0" encoding="utf-8"?>\n<RegistrySettings clsid="{A3CCFC41-DFDB-43a5-8D26-0FE8B954DA51}">\n${STRINGS.map(([id, rule]) =>
  `<Registry clsid="{9CD4B2F4-923D-47f5-A062-E897DD1DAD50}" name="${id}"><Properties action="U" hive="HKEY_LOCAL_MACHINE" key="${SERVICE_KEY}" name="${id}" type="REG_SZ" value="${rule}"/></Registry>\n`).join('')}</RegistrySettings>\n`
const SET_ITEM = `$key = 'HKLM:\\${SERVICE_KEY}'\n${STRINGS.map(([id, rule]) => `Set-ItemProperty -Path $key -Name '${id}' -Value '${rule}'\n`).join('')}`
const REG_ADD = STRINGS.map(([id, rule]) => `reg add "HKLM\\${SERVICE_KEY}" /v ${id} /t REG_SZ /d "${rule}" /f\r\n`).join('')

// ------------------------------------------------------------------------------------------------ reports and exports

const reported = (list: string, said: string): string => `<q2:${list}>${said.split('|').map(part => part.split('=')).map(([key, value]) => `<q2:${key}>${value}</q2:${key}>`).join('')}</q2:${list}>\n`
const GPREPORT = `<?xml version="1.0" encoding="utf-8"?>
<GPO xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.microsoft.com/GroupPolicy/Settings">
<Name>CM clients</Name>
<Computer><Enabled>true</Enabled><ExtensionData><Extension xmlns:q2="http://www.microsoft.com/GroupPolicy/Settings/WindowsFirewall" xsi:type="q2:WindowsFirewallSettings">
${reported('InboundFirewallRules', `Version=2.29|Action=Allow|Name=${SMB}|Dir=In|App=System|Profile=Domain|RA4=10.0.10.5|LPort=445|Protocol=6|Active=true`)
+ reported('InboundFirewallRules', `Version=2.29|Action=Allow|Name=${REMOTE}|Dir=In|Profile=Domain|RA4=10.0.30.0/255.255.255.0|LPort=2701|Protocol=6|Active=true`)
+ reported('InboundFirewallRules', `Version=2.29|Action=Block|Name=${NETBIOS}|Dir=In|LPort2_10=137-138|Protocol=17|Active=true`)
+ reported('OutboundFirewallRules', `Version=2.29|Action=Allow|Name=${WEB}|Dir=Out|Profile=Domain|RPort=443|Protocol=6|Active=true`)
+ reported('InboundFirewallRules', `Version=2.29|Action=Allow|Name=${PING}|Dir=In|Profile=Domain|ICMP4=8:*|Protocol=1|Active=true`)
+ reported('InboundFirewallRules', `Version=2.29|Action=Allow|Name=${WSUS}|Dir=In|LPort=8530|Protocol=6|Active=false`)}</Extension><Name>Windows Firewall</Name></ExtensionData></Computer>
</GPO>\n`

const title = (text: string): string => `<div><span class="sectionTitle" tabindex="0">${text}</span><a class="expando" href="#"></a></div>\n`
const cells = (left: string, right: string): string => `<tr><td>${left}</td><td>${right}</td></tr>\n`
const shown = (name: string, said: Readonly<Record<string, string>>): string => `${cells(name, '')}<tr><td colspan="2"><table class="subtable" >
${Object.entries({ Enabled: 'True', Program: 'Any', Action: 'Allow', Security: 'Not required', Protocol: '6', 'Local port': 'Any', 'Remote port': 'Any', 'ICMP settings': 'Any', 'Local scope': 'Any', 'Remote scope': 'Any', Profile: 'Domain', 'Network interface type': 'All', Service: 'All programs and services', Group: '', ...said }).map(([key, value]) => cells(key, value)).join('')}</table></td></tr>\n`
const GPO_HTML = `<html dir="ltr" gpmc_reportInitialized="false">
<head><title>CM clients</title></head><body>
${title('Computer Configuration (Enabled)')}${title('Windows Defender Firewall with Advanced Security')}${title('Global Settings')}${title('Inbound Rules')}<table class="info">
${shown(SMB, { Program: 'System', 'Local port': '445', 'Remote scope': '10.0.10.5' })}${shown(REMOTE, { 'Local port': '2701', 'Remote scope': '10.0.30.0/24' })}
${shown(NETBIOS, { Action: 'Block', Protocol: '17', 'Local port': '137-138', Profile: 'All' })}${shown(PING, { Protocol: '1', 'ICMP settings': '8:*' })}
${shown(WSUS, { Enabled: 'False', 'Local port': '8530', Profile: 'All' })}</table>${title('Outbound Rules')}<table class="info">${shown(WEB, { 'Remote port': '443' })}</table></body></html>\n`

/** Columns of a table of rules, which several exports are. */
const COLUMNS = ['name', 'enabled', 'direction', 'profile', 'action', 'remote', 'protocol', 'local', 'far', 'icmp', 'program'] as const
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>
const row = (name: string, said: Partial<Row>): Row =>
  ({ name, enabled: 'True', direction: 'Inbound', profile: 'Domain', action: 'Allow', remote: 'Any', protocol: 'TCP', local: 'Any', far: 'Any', icmp: 'Any', program: 'Any', ...said })
const ROWS: readonly Row[] = [
  row(SMB, { local: '445', remote: '10.0.10.5', program: 'System' }), row(REMOTE, { local: '2701', remote: '10.0.30.0/24' }),
  row(NETBIOS, { action: 'Block', protocol: 'UDP', local: '137-138', profile: 'Any' }), row(WEB, { direction: 'Outbound', far: '443' }),
  row(PING, { protocol: 'ICMPv4', icmp: '8' }), row(WSUS, { enabled: 'False', local: '8530', profile: 'Any' }),
]
const NETSH_DUMP = `\r\n${ROWS.map(r => [
  `${'Rule Name:'.padEnd(38)}${r.name}`, '-'.repeat(70), ...Object.entries({
    Enabled: r.enabled === 'True' ? 'Yes' : 'No', Direction: r.direction === 'Inbound' ? 'In' : 'Out', Profiles: r.profile === 'Any' ? 'Domain,Private,Public' : 'Domain', Grouping: '',
    LocalIP: 'Any', RemoteIP: r.remote === '10.0.10.5' ? '10.0.10.5/32' : r.remote, Protocol: r.protocol,
    ...(r.protocol === 'ICMPv4' ? {} : { LocalPort: r.local, RemotePort: r.far }), 'Edge traversal': 'No', ...(r.program === 'Any' ? {} : { Program: r.program }), InterfaceTypes: 'Any', Security: 'NotRequired', 'Rule source': 'Local Setting',
    Action: r.action,
  }).map(([label, value]) => `${`${label}:`.padEnd(38)}${value}${label === 'Protocol' && r.icmp !== 'Any' ? `\r\n${' '.repeat(38)}Type    Code\r\n${' '.repeat(38)}8       Any ` : ''}`), '',
].join('\r\n')).join('\r\n')}Ok.\r\n\r\n`
const WF_EXPORT = [
  ['Name', 'Group', 'Profile', 'Enabled', 'Action', 'Override', 'Program', 'Local Address', 'Remote Address', 'Protocol', 'Local Port', 'Remote Port'],
  ...ROWS.filter(r => r.direction === 'Inbound' && r.protocol !== 'ICMPv4').map(r => [
    r.name, '', r.profile === 'Any' ? 'All' : r.profile, r.enabled === 'True' ? 'Yes' : 'No', r.action, 'No', r.program, 'Any', r.remote, r.protocol, r.local, r.far,
  ]),
].map(line => `${line.join('\t')}\t\r\n`).join('')
const OBJECTS = ROWS.map((r, i) => ({
  Name: STRINGS[i]?.[0], DisplayName: r.name, Enabled: r.enabled, Profile: r.profile, Direction: r.direction, Action: r.action, Protocol: r.protocol, LocalPort: r.local,
  RemotePort: r.far, IcmpType: r.icmp, RemoteAddress: r.remote, Program: r.program,
}))
const CSV = [Object.keys(OBJECTS[0] ?? {}), ...OBJECTS.map(object => Object.values(object))].map(line => `${line.map(value => `"${value}"`).join(',')}\r\n`).join('')
const CLIXML = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\n${OBJECTS.map((object, i) =>
  `<Obj RefId="${i}"><MS>${Object.entries(object).map(([key, value]) => `<S N="${key}">${value}</S>`).join('')}</MS></Obj>\n`).join('')}</Objs>\n`

// ------------------------------------------------------------------------------------------------ device management

const NODE = './Vendor/MSFT/Firewall/MdmStore/FirewallRules'
const NODES: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['CM-SMB', { Name: SMB, Enabled: 'true', Direction: 'IN', 'Action/Type': '1', Protocol: '6', Profiles: '1', LocalPortRanges: '445', RemoteAddressRanges: '10.0.10.5', 'App/FilePath': 'System' }],
  ['CM-RC', { Name: REMOTE, Enabled: 'true', Direction: 'IN', 'Action/Type': '1', Protocol: '6', Profiles: '1', LocalPortRanges: '2701', RemoteAddressRanges: '10.0.30.0/24' }],
  ['CM-NB', { Name: NETBIOS, Enabled: 'true', Direction: 'IN', 'Action/Type': '0', Protocol: '17', LocalPortRanges: '137-138' }],
  ['CM-Web', { Name: WEB, Enabled: 'true', Direction: 'OUT', Protocol: '6', Profiles: '1', RemotePortRanges: '443' }],
  ['CM-Ping', { Name: PING, Enabled: 'true', Direction: 'IN', Protocol: '1', Profiles: '1', IcmpTypesAndCodes: '8:*' }],
  ['CM-WSUS', { Name: WSUS, Enabled: 'false', Direction: 'IN', Protocol: '6', LocalPortRanges: '8530' }],
]
const SYNCML = `<SyncML xmlns="SYNCML:SYNCML1.2"><SyncBody>\n${NODES.flatMap(([id, values]) => Object.entries(values).map(([node, value]) =>
  `<Replace><CmdID>1</CmdID><Item><Target><LocURI>${NODE}/${id}/${node}</LocURI></Target><Data>${value}</Data></Item></Replace>\n`)).join('')}</SyncBody></SyncML>\n`
const OMA_URI = JSON.stringify({
  '@odata.type': '#microsoft.graph.windows10CustomConfiguration',
  omaSettings: NODES.flatMap(([id, values]) => Object.entries(values).map(([node, value]) => ({ '@odata.type': '#microsoft.graph.omaSettingString', displayName: node, omaUri: `${NODE}/${id}/${node}`, value }))),
}, null, 2)
/** A rule of endpoint protection has no switch: what is off is not there. */
const GRAPH = JSON.stringify({
  '@odata.type': '#microsoft.graph.windows10EndpointProtectionConfiguration',
  firewallRules: [
    { displayName: SMB, trafficDirection: 'in', action: 'allowed', protocol: 6, localPortRanges: ['445'], profileTypes: 'domain', remoteAddressRanges: ['10.0.10.5'], filePath: 'System' },
    { displayName: REMOTE, trafficDirection: 'in', action: 'allowed', protocol: 6, localPortRanges: ['2701'], profileTypes: 'domain', remoteAddressRanges: ['10.0.30.0/24'] },
    { displayName: NETBIOS, trafficDirection: 'in', action: 'blocked', protocol: 17, localPortRanges: ['137-138'] },
    { displayName: WEB, trafficDirection: 'out', action: 'allowed', protocol: 6, remotePortRanges: ['443'], profileTypes: 'domain' },
    { displayName: PING, trafficDirection: 'in', action: 'allowed', protocol: 1, icmpTypesAndCodes: ['8:*'], profileTypes: 'domain' },
  ],
}, null, 2)

// ------------------------------------------------------------------------------------------------ scripts and configurations

const POWERSHELL = `$common = @{ Profile = 'Domain'; Protocol = 'TCP' }
New-NetFirewallRule -DisplayName '${SMB}' -Direction Inbound -Action Allow @common -LocalPort 445 -RemoteAddress 10.0.10.5 -Program System
New-NetFirewallRule -DisplayName '${REMOTE}' -Direction Inbound @common -LocalPort 2701 -RemoteAddress 10.0.30.0/24
New-NetFirewallRule -DisplayName '${NETBIOS}' -Direction Inbound -Action Block -Protocol UDP -LocalPort 137-138
New-NetFirewallRule -DisplayName '${WEB}' -Direction Outbound @common -RemotePort 443
New-NetFirewallRule -DisplayName '${PING}' -Protocol ICMPv4 -IcmpType 8 -Profile Domain
New-NetFirewallRule -DisplayName '${WSUS}' -Protocol TCP -LocalPort 8530 -Enabled False
`
const NETSH = `@echo off\r
set FW=netsh advfirewall firewall add rule\r
%FW% name="${SMB}" dir=in action=allow protocol=TCP localport=445 profile=domain remoteip=10.0.10.5 program=System\r
%FW% name="${REMOTE}" dir=in action=allow protocol=TCP localport=2701 profile=domain remoteip=10.0.30.0/24\r
%FW% name="${NETBIOS}" dir=in action=block protocol=UDP localport=137-138\r
%FW% name="${WEB}" dir=out action=allow protocol=TCP remoteport=443 profile=domain\r
%FW% name="${PING}" dir=in action=allow protocol=icmpv4:8,any profile=domain\r
%FW% name="${WSUS}" dir=in action=allow protocol=TCP localport=8530 enable=no\r
`
const RULES_YAML = `- { name: '${SMB}', direction: inbound, action: allow, protocol: tcp, localPorts: [445], profiles: [domain], remoteAddresses: ['10.0.10.5'], program: System }
- { name: '${REMOTE}', direction: inbound, action: allow, protocol: tcp, localPorts: ['2701'], profiles: [domain], remoteAddresses: ['10.0.30.0/24'] }
- { name: '${NETBIOS}', direction: inbound, action: block, protocol: udp, localPorts: ['137-138'] }
- { name: '${WEB}', direction: outbound, action: allow, protocol: tcp, remotePorts: [443], profiles: [domain] }
- { name: '${PING}', direction: inbound, action: allow, protocol: icmpv4, icmp: ['8:*'], profiles: [domain] }
- { name: '${WSUS}', direction: inbound, action: allow, enabled: false, protocol: tcp, localPorts: [8530] }
`
const DSC = `configuration Clients
{
  Import-DscResource -ModuleName NetworkingDsc
  Node localhost
  {
    Firewall Smb { Name = 'CM-SMB'; DisplayName = '${SMB}'; Enabled = 'True'; Action = 'Allow'; Direction = 'Inbound'; Protocol = 'TCP'; LocalPort = '445'; Profile = 'Domain'; RemoteAddress = '10.0.10.5'; Program = 'System' }
    Firewall Remote { Name = 'CM-RC'; DisplayName = '${REMOTE}'; Direction = 'Inbound'; Protocol = 'TCP'; LocalPort = ('2701'); Profile = @('Domain'); RemoteAddress = '10.0.30.0/24' }
    Firewall NetBios { Name = 'CM-NB'; DisplayName = '${NETBIOS}'; Action = 'Block'; Protocol = 'UDP'; LocalPort = '137-138' }
    Firewall Web { Name = 'CM-Web'; DisplayName = '${WEB}'; Direction = 'Outbound'; Protocol = 'TCP'; RemotePort = '443'; Profile = 'Domain' }
    Firewall Ping { Name = 'CM-Ping'; DisplayName = '${PING}'; Protocol = 'ICMPv4'; IcmpType = '8'; Profile = 'Domain' }
    Firewall Wsus { Name = 'CM-WSUS'; DisplayName = '${WSUS}'; Enabled = 'False'; Protocol = 'TCP'; LocalPort = '8530' }
  }
}
`
const MOF = `/*\n@TargetNode='CLIENT01'\n*/
instance of DSC_Firewall { Name = "CM-SMB"; DisplayName = "${SMB}"; Direction = "Inbound"; Action = "Allow"; Protocol = "TCP"; LocalPort = {"445"}; Profile = {"Domain"}; RemoteAddress = {"10.0.10.5"}; Program = "System"; Enabled = "True"; };
instance of DSC_Firewall { Name = "CM-RC"; DisplayName = "${REMOTE}"; Protocol = "TCP"; LocalPort = {"2701"}; Profile = {"Domain"}; RemoteAddress = {"10.0.30.0/24"}; };
instance of DSC_Firewall { Name = "CM-NB"; DisplayName = "${NETBIOS}"; Action = "Block"; Protocol = "UDP"; LocalPort = {"137-138"}; };
instance of DSC_Firewall { Name = "CM-Web"; DisplayName = "${WEB}"; Direction = "Outbound"; Protocol = "TCP"; RemotePort = {"443"}; Profile = {"Domain"}; };
instance of DSC_Firewall { Name = "CM-Ping"; DisplayName = "${PING}"; Protocol = "ICMPv4"; IcmpType = {"8"}; Profile = {"Domain"}; };
instance of DSC_Firewall { Name = "CM-WSUS"; DisplayName = "${WSUS}"; Protocol = "TCP"; LocalPort = {"8530"}; Enabled = "False"; };
`
const ANSIBLE = `- win_firewall_rule: { name: '${SMB}', protocol: tcp, localport: 445, profiles: [domain], remoteip: 10.0.10.5, program: System }
- community.windows.win_firewall_rule: { name: '${REMOTE}', protocol: tcp, localport: 2701, profiles: domain, remoteip: 10.0.30.0/24 }
- win_firewall_rule: { name: '${NETBIOS}', action: block, protocol: udp, localport: 137-138 }
- win_firewall_rule: { name: '${WEB}', direction: out, protocol: tcp, remoteport: 443, profiles: domain }
- win_firewall_rule: { name: '${PING}', protocol: icmpv4, icmp_type_code: ['8:*'], profiles: domain }
- win_firewall_rule: { name: '${WSUS}', protocol: tcp, localport: 8530, enabled: no }
`
const PUPPET = `windows_firewall_rule { default: direction => inbound, action => allow, protocol => tcp;
  '${SMB}': local_port => 445, profile => domain, remote_address => '10.0.10.5', program => 'System';
  '${REMOTE}': local_port => 2701, profile => ['domain'], remote_address => '10.0.30.0/24';
  '${NETBIOS}': action => block, protocol => udp, local_port => '137-138';
  '${WEB}': direction => outbound, remote_port => 443, profile => domain;
  '${PING}': protocol => icmpv4, icmp_type => '8', profile => domain;
  '${WSUS}': local_port => 8530, enabled => false;
}
`
/** netsh as the exception calls it has no profile and no ICMP type, and with a program no ports. */
const EXCEPTION = `Windows_firewall::Exception { direction => 'in', action => 'allow', protocol => 'TCP' }
windows_firewall::exception { 'a': display_name => '${SMB}', local_port => 445, remote_ip => '10.0.10.5' }
windows_firewall::exception { 'b': display_name => '${REMOTE}', local_port => 2701, remote_ip => '10.0.30.0/24' }
windows_firewall::exception { 'c': display_name => '${NETBIOS}', action => 'block', protocol => 'UDP', local_port => '137-138' }
windows_firewall::exception { 'd': display_name => '${WEB}', direction => 'out', remote_port => 443 }
windows_firewall::exception { 'e': display_name => '${WSUS}', local_port => 8530, enabled => false }
`
const CHEF = ([[SMB, `local_port 445; profile :domain; remote_address '10.0.10.5'; program 'System'`], [REMOTE, `local_port '2701'; profile [:domain]; remote_address '10.0.30.0/24'`],
  [NETBIOS, `firewall_action :block; protocol 'UDP'; local_port '137-138'`], [WEB, 'direction :outbound; remote_port 443; profile :domain'],
  [PING, `protocol 'ICMPv4'; icmp_type '8'; profile :domain`], [WSUS, 'local_port 8530; enabled false']] as const)
  .map(([name, lines]) => `windows_firewall_rule '${name}' do\n${lines.split('; ').map(line => `  ${line}\n`).join('')}end\n`).join('')
/** The state knows no profile, no program, no far port, and no rule that is off. */
const SALT = ([['a', SMB, ['localport: 445', 'remoteip: 10.0.10.5']], ['b', REMOTE, ['localport: 2701', 'remoteip: 10.0.30.0/24']],
  ['c', NETBIOS, ['action: block', 'protocol: udp', 'localport: 137-138']], ['d', WEB, ['dir: out']]] as const)
  .map(([id, name, lines]) => `${id}:\n  win_firewall.add_rule:\n    - name: ${name}\n${lines.map(line => `    - ${line}\n`).join('')}`).join('')

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content)
const sample = (format: string, path: string, content: string | Uint8Array, lacks: readonly string[] = [], without: readonly string[] = []): Sample =>
  ({ format, path, bytes: bytesOf(content), lacks, without })

export const SAMPLES: readonly Sample[] = [
  sample('registry-pol', 'Machine/registry.pol', PREG),
  sample('wfw', 'policy.wfw', HIVE),
  sample('reg', 'rules.reg', REG),
  sample('reg', 'utf16.reg', Buffer.from(`\ufeff${REG}`, 'utf16le')),
  sample('lgpo-text', 'policy.txt', LGPO),
  sample('policy-rules', 'cm.PolicyRules', POLICY_RULES),
  sample('gpp-registry', 'Preferences/Registry/Registry.xml', PREFERENCES),
  sample('powershell', 'registry.ps1', SET_ITEM),
  sample('netsh', 'registry.cmd', REG_ADD),
  sample('gpreport-xml', 'gpreport.xml', GPREPORT),
  sample('gpo-html', 'clients.htm', GPO_HTML),
  sample('netsh-dump', 'rules.txt', NETSH_DUMP),
  // A list is of one direction, which its name says, and it has no ICMP types.
  sample('wf-export', 'Inbound Rules.txt', WF_EXPORT, [], [WEB, PING]),
  sample('net-firewall-rule-json', 'rules.json', JSON.stringify(OBJECTS, null, 2)),
  sample('net-firewall-rule-csv', 'rules.csv', CSV),
  sample('clixml', 'rules.xml', CLIXML),
  sample('firewall-csp', 'syncml.xml', SYNCML),
  sample('intune-json', 'oma-uri.json', OMA_URI),
  sample('intune-json', 'endpoint-protection.json', GRAPH, [], [WSUS]),
  sample('powershell', 'rules.ps1', POWERSHELL),
  sample('netsh', 'rules.cmd', NETSH),
  sample('rules-yaml', 'rules.yml', RULES_YAML),
  sample('dsc-powershell', 'clients.ps1', DSC),
  sample('dsc-mof', 'CLIENT01.mof', MOF),
  sample('ansible', 'tasks.yml', ANSIBLE),
  sample('puppet', 'rules.pp', PUPPET),
  sample('puppet', 'exceptions.pp', EXCEPTION, ['profiles', 'program'], [PING]),
  sample('chef', 'firewall.rb', CHEF),
  sample('salt', 'firewall.sls', SALT, ['profiles', 'program', 'remotePorts'], [PING, WSUS]),
]
