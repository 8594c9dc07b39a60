import { ANY_ADDRESSES, addressSet, isAnyAddress, parseAddresses } from '../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePorts, portSet } from '../model/ports.ts'
import { ALL_PROFILES, makeRule, parseProtocol, profileBit, PROFILES } from '../model/rules.ts'
import type { Format, SourceFile } from '../model/stages.ts'
import { type AddressKeyword, PART_NAMES, type PartName, type PolicyFile, type PortKeyword, type ProfileSet, type Rule } from '../model/types.ts'
import { type CsvRecord, readCsv } from '../text/csv.ts'
import { leftOutPackage } from './shared/package-rule.ts'
import { LOCAL, ScriptState } from './shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_PORTS } from './shared/tool-keywords.ts'
import { CONSOLE_COLUMNS, CONSOLE_LABELS, CONSOLE_VALUES, type ConsoleColumn } from './wf-export/labels.ts'

const keyOf = (text: string): string => text.replace(/[\s\u00a0\u3000'’]+/g, '').toLowerCase()
const COLUMNS: ReadonlyMap<string, ConsoleColumn> = new Map(CONSOLE_COLUMNS.flatMap(column => CONSOLE_LABELS[column].map(label => [keyOf(label), column] as const)))
type ConsoleValue = keyof typeof CONSOLE_VALUES
const VALUES: ReadonlyMap<ConsoleValue, ReadonlySet<string>> = new Map(
  (Object.keys(CONSOLE_VALUES) as ConsoleValue[]).map(value => [value, new Set(CONSOLE_VALUES[value].map(keyOf))]),
)
const is = (text: string, value: ConsoleValue): boolean => VALUES.get(value)?.has(keyOf(text)) ?? false

/** Columns that no other list has beside each other: without them a table is not the console's. */
const MARKS: readonly ConsoleColumn[] = ['name', 'profile', 'enabled', 'action', 'program', 'localAddress', 'remoteAddress', 'protocol', 'localPort', 'remotePort']

/** "Export List…" of the console (wf.msc): no direction, no id, no ICMP types. */
export const wfExport: Format = {
  id: 'wf-export',
  title: 'Windows Defender Firewall console list',
  store: 'local',
  exported: true,
  names: [],
  recognises: ({ head }) => headerOf(head) !== undefined,
  parse,
}

interface Header { readonly columns: readonly (ConsoleColumn | undefined)[]; readonly delimiter: string }

function headerOf(head: string): Header | undefined {
  const end = head.search(/[\r\n]/)
  const line = head.slice(0, end < 0 ? undefined : end)
  for (const delimiter of ['\t', ',', ';']) {
    if (line.split(delimiter).length < 6) continue
    let columns: readonly (ConsoleColumn | undefined)[] = []
    readCsv(line, 0, delimiter, ({ cells }) => { columns = cells.map(cell => COLUMNS.get(keyOf(cell))) }, delimiter !== '\t')
    const known = new Set(columns)
    // Columns can be hidden, but what is left must be the console's: a direction column means a table of another tool.
    if (MARKS.filter(column => known.has(column)).length >= 6 && known.has('name') && known.has('action') && !/direction|richtung/i.test(line)) return { columns, delimiter }
  }
  return undefined
}

/** The node that was exported is not in the list, but people say it in the file's name. */
const INBOUND = /inbound|incoming|eingehend|entrant|entrada|ingresso|входящ|受信|인바운드|入站|輸入|(?:^|[^a-z])in(?:[^a-z]|$)/i
const OUTBOUND = /outbound|outgoing|ausgehend|sortant|salida|saída|uscita|исходящ|送信|아웃바운드|出站|輸出|(?:^|[^a-z])out(?:[^a-z]|$)/i
function directionOf(name: string): Rule['direction'] {
  const inbound = INBOUND.test(name)
  return inbound === OUTBOUND.test(name) ? 'unknown' : inbound ? 'inbound' : 'outbound'
}

const PART_OF: ReadonlyMap<ConsoleColumn, PartName> = new Map([
  ['name', 'name'], ['group', 'group'], ['profile', 'profiles'], ['enabled', 'enabled'], ['action', 'action'], ['program', 'program'],
  ['localAddress', 'localAddresses'], ['remoteAddress', 'remoteAddresses'], ['protocol', 'protocol'], ['localPort', 'localPorts'], ['remotePort', 'remotePorts'],
])
/** Display words of the console, without blanks and in lower case. */
const PORT_WORDS: ReadonlyMap<string, PortKeyword> = new Map([
  ...TOOL_PORTS, ['rpcdynamicports', 'rpc'], ['dynamicrpcports', 'rpc'], ['rpcendpointmapper', 'rpc-epmap'], ['edgetraversal', 'teredo'], ['playtodiscovery', 'ply2disc'], ['mdns', 'mdns'],
  ['portsdynamiquesrpc', 'rpc'], ['dynamischerpc-ports', 'rpc'], ['rpc-endpunktzuordnung', 'rpc-epmap'], ['rpc동적포트', 'rpc'], ['동적rpc포트', 'rpc'], ['rpc끝점매퍼', 'rpc-epmap'],
])
const ADDRESS_WORDS: ReadonlyMap<string, AddressKeyword> = new Map<string, AddressKeyword>([
  ...TOOL_ADDRESSES, ['localsubnet', 'local-subnet'], ['lokalessubnetz', 'local-subnet'], ['sous-réseaulocal', 'local-subnet'], ['로컬서브넷', 'local-subnet'],
  ['ローカルサブネット', 'local-subnet'], ['本地子网', 'local-subnet'], ['dnsservers', 'dns'], ['dhcpservers', 'dhcp'], ['winsservers', 'wins'], ['defaultgateway', 'default-gateway'],
  ['playtorenderers', 'play-to-device'], ['remotecorpnetwork', 'intranet-remote-access'], ['captiveportaladdresses', 'captive-portal'],
])
/** Names that the console prints for other protocols than those of the model. */
const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ['hopopt', 0], ['igmp', 2], ['ipv6', 41], ['ipv6-route', 43], ['ipv6-frag', 44], ['gre', 47], ['ipv6-nonxt', 59], ['ipv6-opts', 60], ['vrrp', 112], ['pgm', 113], ['l2tp', 115],
])
/** Columns that narrow a rule in a way the model lacks; whether only IPsec can satisfy it. */
const NARROWING: readonly (readonly [ConsoleColumn, string, boolean])[] = [
  ['authorizedUsers', 'Authorized Users', true], ['authorizedComputers', 'Authorized Computers', true],
  ['authorizedLocalPrincipals', 'Authorized Local Principals', false], ['localUserOwner', 'Local User Owner', false],
  ['policyAppId', 'PolicyAppId', false], ['applicationPackage', 'Application Package', false],
]

function parse(file: SourceFile): PolicyFile {
  const { text, origin } = file
  const state = new ScriptState()
  const header = headerOf(file.head)
  const direction = directionOf(file.name)
  let isHeader = true
  let told = direction !== 'unknown'
  const open = header && readCsv(text, 0, header.delimiter, record => {
    if (isHeader) { isHeader = false; return }
    const source = { origin, start: record.start, end: record.end }
    if (!told) {
      told = true
      state.problem({
        code: 'requirement-unverifiable', source,
        message: 'This list does not say whether its rules are inbound or outbound, so they decide nothing. Name the file after the node it was exported from (inbound.txt).',
      })
    }
    const rule = readRow(record, header, direction, state, file)
    if (rule) state.rule(rule, LOCAL)
  }, header.delimiter !== '\t')
  if (open !== undefined) state.problem({ code: 'file-unreadable', message: 'This quote never ends.', source: { origin, start: open, end: open + 1 } })
  return { path: file.path, format: wfExport.id, parts: state.parts(), problems: state.problems }
}

function readRow(record: CsvRecord, { columns }: Header, direction: Rule['direction'], state: ScriptState, file: SourceFile): Rule | undefined {
  const cells = new Map<ConsoleColumn, { text: string; start: number; end: number }>()
  const parts: number[] = []
  columns.forEach((column, i) => {
    if (column === undefined || i >= record.cells.length || cells.has(column)) return
    const start = record.places[2 * i] as number
    const end = record.places[2 * i + 1] as number
    cells.set(column, { text: (record.cells[i] as string).trim(), start, end })
    const part = PART_OF.get(column)
    if (part) parts.push(PART_NAMES.indexOf(part), start, end)
  })
  const source = file.span(record.start, record.end)
  if (cells.size < 6) {
    state.problem({ code: 'rule-malformed', message: `This line has ${record.cells.length} of ${columns.length} cells.`, source })
    return undefined
  }
  const textOf = (column: ConsoleColumn): string | undefined => {
    const text = cells.get(column)?.text
    return text === undefined || is(text, 'any') ? undefined : text
  }
  const unknown = (column: ConsoleColumn, what: string): 'unknown' => {
    const cell = cells.get(column)
    if (cell) state.problem({ code: 'requirement-unverifiable', message: `${what} "${cell.text}" is not known.`, source: file.span(cell.start, cell.end) })
    return 'unknown'
  }
  const unmodelled: string[] = []
  let ipsec = false
  for (const [column, name, protects] of NARROWING) {
    const text = textOf(column)
    if (text === undefined) continue
    unmodelled.push(`${name}=${text}`)
    ipsec ||= protects
  }
  const actionText = cells.get('action')?.text ?? ''
  const enabledText = cells.get('enabled')?.text ?? ''
  let action: Rule['action'] = is(actionText, 'block') ? 'block' : is(actionText, 'allow') ? 'allow' : 'unknown'
  if (action === 'unknown' && is(actionText, 'secure')) {
    action = is(cells.get('override')?.text ?? '', 'yes') ? 'bypass' : 'allow'
    ipsec = true
    unmodelled.push(`Action=${actionText}`)
  }
  const protocolText = textOf('protocol')
  const protocol = protocolText === undefined ? 'any' as const : parseProtocol(protocolText) ?? PROTOCOLS.get(protocolText.toLowerCase())
  if (protocol === 1 || protocol === 58) unmodelled.push('icmp=not in this list')
  // One process hosts many services, and the list leaves out which of them the rule is for.
  if (/svchost\.exe$/i.test(textOf('program') ?? '')) unmodelled.push('service=not in this list')
  const hasPorts = protocol === 6 || protocol === 17
  const rule = makeRule({
    name: cells.get('name')?.text ?? '',
    group: cells.get('group')?.text || undefined,
    direction,
    action: action === 'unknown' ? unknown('action', 'The action') : action,
    enabled: is(enabledText, 'yes') ? true : is(enabledText, 'no') ? false : unknown('enabled', 'Enabled'),
    profiles: profilesOf(cells.get('profile')?.text ?? '', unmodelled),
    protocol: protocol ?? unknown('protocol', 'The protocol'),
    localPorts: hasPorts ? portsOf(textOf('localPort')) : ANY_PORTS,
    remotePorts: hasPorts ? portsOf(textOf('remotePort')) : ANY_PORTS,
    localAddresses: addressesOf(textOf('localAddress')),
    remoteAddresses: addressesOf(textOf('remoteAddress')),
    program: textOf('program'),
    unmodelled, ipsec, source, parts,
    // No list shows trust keywords ("WFD Driver-only" has one), and they are what Windows and installers give: rules with a group.
    partial: cells.get('group')?.text !== '',
  })
  const left = cells.has('applicationPackage') ? undefined : leftOutPackage(rule)
  if (left !== undefined) unmodelled.push(`${left}=not in this list`)
  return rule
}

function profilesOf(text: string, unmodelled: string[]): ProfileSet {
  if (is(text, 'all') || is(text, 'any')) return ALL_PROFILES
  let set = 0
  for (const item of text.split(/[,;、]/)) {
    const profile = PROFILES.find(name => is(item, name))
    if (profile) set |= profileBit(profile)
    else { unmodelled.push(`Profile=${text}`); return ALL_PROFILES }
  }
  return set
}
/** Entries of a cell; words of the console lose their blanks, as the tables have them. */
const entries = (text: string, words: ReadonlyMap<string, unknown>): string[] =>
  text.split(/[,;、]/).map(item => (words.has(keyOf(item)) ? keyOf(item) : item.trim()))

function portsOf(text: string | undefined): Rule['localPorts'] {
  if (text === undefined) return ANY_PORTS
  const { set, bad } = parsePorts(entries(text, PORT_WORDS), PORT_WORDS)
  if (bad.length === 0) return set
  return isAnyPort(set) ? portSet([], [], bad, bad) : portSet(set.ranges, set.keywords, bad, [...(set.text ?? []), ...bad])
}
function addressesOf(text: string | undefined): Rule['localAddresses'] {
  if (text === undefined) return ANY_ADDRESSES
  const { set, bad } = parseAddresses(entries(text, ADDRESS_WORDS), ADDRESS_WORDS)
  if (bad.length === 0) return set
  return isAnyAddress(set) ? addressSet([], [], [], bad, bad) : addressSet(set.v4, set.v6, set.keywords, bad, [...(set.text ?? []), ...bad])
}
