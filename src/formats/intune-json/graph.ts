import type { Problem, ProfileSettings, Rule, Span } from '../../model/types.ts'
import { type Entry, type Literal, literalText, type Table } from '../../text/literal.ts'
import {
  addresses, icmp, ignored, interfaceTypes, mark, narrowing, newDraft, ports, profiles, readAttributes, type Reader, refuse, ruleOf, text, type Vocabulary, word,
} from '../shared/rule-draft.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from '../shared/tool-keywords.ts'

/** A number from 0 to 255. */
export const protocolNumber: Reader = (draft, value, { name }) => {
  mark(draft, 'protocol', value)
  const said = literalText(value)
  if (!/^\d{1,3}$/.test(said) || Number(said) > 255) refuse(draft, value, `${name} "${said}" is not a number from 0 to 255.`)
  else draft.values.protocol = Number(said)
}
/** `notConfigured` is the same as not said. */
const configured = (reader: Reader): Reader => (draft, value, attribute) => {
  if (literalText(value).toLowerCase() !== 'notconfigured') reader(draft, value, attribute)
}

/** windowsFirewallRule (Graph, beta), names in lower case. */
const RULE: Vocabulary = new Map<string, Reader>([
  ['displayname', text('name')], ['description', ignored], ['edgetraversal', ignored], ['id', ignored], ['@odata.type', ignored],
  ['packagefamilyname', narrowing()], ['filepath', text('program')], ['servicename', text('service')], ['protocol', protocolNumber],
  ['localportranges', ports('localPorts', TOOL_PORTS)], ['remoteportranges', ports('remotePorts', TOOL_PORTS)],
  ['localaddressranges', addresses('localAddresses', TOOL_ADDRESSES)], ['actuallocaladdressranges', addresses('localAddresses', TOOL_ADDRESSES)],
  ['remoteaddressranges', addresses('remoteAddresses', TOOL_ADDRESSES)], ['actualremoteaddressranges', addresses('remoteAddresses', TOOL_ADDRESSES)],
  ['useanylocaladdressrange', ignored], ['useanyremoteaddressrange', ignored], ['icmptypesandcodes', icmp],
  ['profiletypes', configured(profiles)], ['interfacetypes', configured(interfaceTypes(TOOL_INTERFACES))],
  ['action', configured(word('action', new Map([['allowed', 'allow'], ['blocked', 'block']])))],
  ['trafficdirection', configured(word('direction', new Map([['in', 'inbound'], ['out', 'outbound']])))],
  ['localuserauthorizations', narrowing()],
])

/** One windowsFirewallRule. Direction out and action allowed where it says nothing; there is no switch, so every rule is on. */
export function graphRule(table: Table, source: Span, problems: Problem[]): Rule {
  const draft = newDraft(source)
  const said = [...table.entries.values()].filter(({ value }) => value.kind !== 'scalar' || value.text !== '')
  const isTrue = (name: string): boolean => literalText(table.entries.get(name)?.value ?? { kind: 'nothing', start: 0, end: 0 }) === 'true'
  const skipped = new Set<string>()
  for (const side of ['local', 'remote']) {
    // The portal writes what it really uses into `actual…`, and an empty list beside a switch for "any".
    if (isTrue(`useany${side}addressrange`)) skipped.add(`${side}addressranges`).add(`actual${side}addressranges`)
    else if (table.entries.get(`${side}addressranges`)?.value.kind === 'list') skipped.add(`actual${side}addressranges`)
  }
  readAttributes(draft, said.filter(({ name }) => !skipped.has(name.toLowerCase()) && !name.endsWith('@odata.type')), RULE)
  const rule = ruleOf(draft, { name: draft.values.name ?? '', direction: 'outbound', action: 'allow' })
  problems.push(...draft.problems)
  return rule
}
/** Whether a table is a windowsFirewallRule and not a rule of some other product. */
export const isGraphRule = (value: Literal): value is Table => value.kind === 'table'
  && (/windowsFirewallRule$/i.test(textAt(value, '@odata.type')) || ['trafficdirection', 'profiletypes', 'localportranges', 'remoteportranges', 'filepath'].some(name => value.entries.has(name)))
const textAt = (table: Table, name: string): string => literalText(table.entries.get(name)?.value ?? { kind: 'nothing', start: 0, end: 0 })

type Settings = { -readonly [K in keyof ProfileSettings]?: ProfileSettings[K] }
/** Pairs of switches: the first wins when both are on; false says nothing. */
const PAIRS: readonly (readonly [keyof ProfileSettings, on: string, onValue: boolean | 'allow' | 'block', off: string, offValue: boolean | 'allow' | 'block'])[] = [
  ['defaultInbound', 'inboundconnectionsblocked', 'block', 'inboundconnectionsrequired', 'allow'],
  ['defaultOutbound', 'outboundconnectionsblocked', 'block', 'outboundconnectionsrequired', 'allow'],
  ['blockAllInbound', 'incomingtrafficblocked', true, 'incomingtrafficrequired', false],
  ['allowLocalRules', 'policyrulesfromgrouppolicynotmerged', false, 'policyrulesfromgrouppolicymerged', true],
  ['allowUserApps', 'authorizedapplicationrulesfromgrouppolicynotmerged', false, 'authorizedapplicationrulesfromgrouppolicymerged', true],
  ['allowUserPorts', 'globalportrulesfromgrouppolicynotmerged', false, 'globalportrulesfromgrouppolicymerged', true],
]
/** windowsFirewallNetworkProfile: what one of the three blocks configures. `entries` by name in lower case. */
export function graphProfile(entries: ReadonlyMap<string, Entry>, span: (start: number, end: number) => Span): Settings {
  const settings: Settings = {}
  const enabled = entries.get('firewallenabled')
  const said = enabled ? literalText(enabled.value).toLowerCase() : ''
  if (enabled && (said === 'allowed' || said === 'blocked')) settings.enabled = { value: said === 'allowed', source: span(enabled.start, enabled.value.end) }
  for (const [key, on, onValue, off, offValue] of PAIRS) {
    const chosen = [[entries.get(on), onValue], [entries.get(off), offValue]] as const
    const found = chosen.find(([entry]) => entry && literalText(entry.value).toLowerCase() === 'true')
    if (found?.[0]) Object.assign(settings, { [key]: { value: found[1], source: span(found[0].start, found[0].value.end) } })
  }
  return settings
}
