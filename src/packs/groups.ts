import { RULE_GROUPS } from '../generated/rule-groups.ts'
import { addressSet } from '../model/addresses.ts'
import { ANY_PORTS, parsePortRange, portSet } from '../model/ports.ts'
import { ALL_PROFILES, DOMAIN, makeRule, parseProtocol, PRIVATE, profileBit, PUBLIC } from '../model/rules.ts'
import type { PortKeyword, PortRange, PortSet, Protocol, Rule, RuleSelector, Span } from '../model/types.ts'
import { wildcard } from '../text/wildcard.ts'
import type { GroupMember, RuleGroup } from './types.ts'

let groups: ReadonlyMap<string, RuleGroup> | undefined
let names: ReadonlyMap<string, RuleGroup> | undefined

/** The predefined rule groups of Windows Firewall, by id. Read when they are first asked for. */
export function ruleGroups(): ReadonlyMap<string, RuleGroup> {
  return (groups ??= new Map(Object.entries(JSON.parse(RULE_GROUPS) as Record<string, Omit<RuleGroup, 'id'>>).map(([id, group]) => [id, { ...group, id }])))
}

/**
 * The group that a text means: its resource id (`@FirewallAPI.dll,-28502`, any case, with or without `%systemroot%\system32\`), its id
 * here, the name of one of its rules (`FPS-SMB-In-TCP-NoScope`), or its display name in any language.
 */
export function findGroup(text: string): RuleGroup | undefined {
  return (names ??= groupNames()).get(keyOf(text)) ?? names.get(stemOf(keyOf(text)))
}

function groupNames(): Map<string, RuleGroup> {
  const map = new Map<string, RuleGroup>()
  const add = (text: string, group: RuleGroup): void => { if (!map.has(text)) map.set(text, group) }
  for (const group of ruleGroups().values()) {
    for (const text of [group.id, group.resource, ...(group.legacyResources ?? []), ...Object.values(group.names).flat()]) add(keyOf(text), group)
    for (const { name } of group.members) { add(keyOf(name), group); add(stemOf(keyOf(name)), group) }
  }
  return map
}
const FOLDER = /^@(?:%systemroot%|%windir%|[a-z]:\\windows)\\system32\\/
/** Case, the apostrophe's shape and the folder of the library do not matter. */
const keyOf = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'").replace(FOLDER, '@')
const stemOf = (name: string): string => name.replace(/-active$/, '').replace(/-noscope$/, '')

/** Windows' own rules of a group, one for each copy that Windows holds; disabled, as Windows ships most of them. */
export function membersOf(groupId: string, source: Span): readonly Rule[] {
  const group = ruleGroups().get(groupId)
  return group ? group.members.flatMap(member => copiesOf(group, member, source)) : []
}

/** The copies of all groups that a selector means: what a script's `Enable-NetFirewallRule` or `set rule group=` turns on. */
export function selectPredefined(select: RuleSelector, source: Span): readonly Rule[] {
  const { ids, names: titles, groups: texts } = select
  const meant = texts?.map(text => findGroup(text)?.id ?? text)
  return [...ruleGroups().values()].flatMap(group => {
    if (meant && !meant.some(text => text === group.id || isNameOf(text, group))) return []
    return membersOf(group.id, source).filter(rule =>
      (!ids || ids.some(id => wildcard(id, rule.id ?? '')))
      && (!titles || titles.some(name => wildcard(name, rule.name)))
      && (select.direction === undefined || select.direction === rule.direction)
      && (select.action === undefined || select.action === rule.action)
      && (select.enabled === undefined || select.enabled === rule.enabled)
      && (select.protocol === undefined || select.protocol === rule.protocol)
      && (select.profiles === undefined || (select.profiles & rule.profiles) !== 0)
      && (select.program === undefined || select.program.toLowerCase() === rule.program?.toLowerCase())
      && (select.service === undefined || select.service.toLowerCase() === rule.service?.toLowerCase()))
  })
}
function isNameOf(pattern: string, group: RuleGroup): boolean {
  if (!/[*?]/.test(pattern)) return false
  return [group.resource, ...Object.values(group.names).flat()].some(name => wildcard(pattern.replaceAll('’', "'"), name))
}

const LOCAL_SUBNET = addressSet([], [], ['local-subnet'], [], ['local-subnet'])

function copiesOf(group: RuleGroup, member: GroupMember, source: Span): Rule[] {
  const inbound = member.direction === 'inbound'
  const ports = portsOf(member.ports)
  const rule = makeRule({
    id: member.name, name: member.display ?? member.name, group: group.resource, direction: member.direction, enabled: false,
    protocol: parseProtocol(member.protocol) as Protocol,
    localPorts: inbound ? ports : ANY_PORTS, remotePorts: inbound ? ANY_PORTS : ports,
    icmp: member.icmp === undefined ? [] : [member.icmp], program: member.program, service: member.service,
    profiles: member.profiles?.reduce((set, profile) => set | profileBit(profile), 0) ?? ALL_PROFILES,
    unmodelled: member.nameOnly ? ['ports=unknown'] : [], source,
    ...(member.remote && { remoteAddresses: LOCAL_SUBNET }),
  })
  if (member.variants !== 'scoped') return [rule]
  return [
    { ...rule, id: `${member.name}-NoScope`, profiles: DOMAIN },
    { ...rule, profiles: PRIVATE | PUBLIC, remoteAddresses: LOCAL_SUBNET },
  ]
}

const WORDS: ReadonlyMap<string, PortKeyword> = new Map([['RPC', 'rpc'], ['RPC-EPMap', 'rpc-epmap']])
function portsOf(list: readonly (number | string)[] | undefined): PortSet {
  if (!list) return ANY_PORTS
  const ranges: PortRange[] = []
  const words: PortKeyword[] = []
  for (const entry of list) {
    const word = WORDS.get(String(entry))
    const range = parsePortRange(String(entry))
    if (word) words.push(word)
    else if (range) ranges.push(range)
  }
  return portSet(ranges, words)
}
