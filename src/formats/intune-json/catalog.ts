import { addressTexts } from '../../model/addresses.ts'
import { portTexts } from '../../model/ports.ts'
import { ALL_PROFILES, profileNames } from '../../model/rules.ts'
import type { Problem, Profile, ProfileSettings, Rule, Span } from '../../model/types.ts'
import { type Entry, type Literal, literalText, type Scalar, type Table } from '../../text/literal.ts'
import { protocolNumber } from './graph.ts'
import {
  addresses, direction, icmp, ignored, interfaceTypes, mark, narrowing, newDraft, ports, readAttributes, type Reader, refuse, ruleOf, text, type Vocabulary, word,
} from '../shared/rule-draft.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from '../shared/tool-keywords.ts'
import { undecided } from '../shared/undecided.ts'

const STORE = 'vendor_msft_firewall_mdmstore_'
/** The braces are literal text; bodies of older scripts lack the second half. */
const RULES = `${STORE}firewallrules`
const NAMED = `${RULES}_{firewallrulename}`

const profileBits: Reader = (draft, value, { name }) => {
  mark(draft, 'profiles', value)
  let bits = 0
  for (const item of value.kind === 'list' ? value.items : [value]) {
    const said = literalText(item)
    const bit = said === '2147483647' ? ALL_PROFILES : /^[1-7]$/.test(said) ? Number(said) : undefined
    if (bit === undefined) refuse(draft, item, `${name} "${said}" is none of 1, 2, 4 and 2147483647.`)
    else bits |= bit
  }
  draft.values.profiles = bits === 0 ? ALL_PROFILES : bits
}
/** Children of one rule, by what stands behind the id of the rules (formats-management.md 9.3). */
const FIELDS: Vocabulary = new Map<string, Reader>([
  ['name', text('name')], ['description', ignored], ['edgetraversal', ignored], ['status', ignored],
  ['enabled', word('enabled', new Map([['1', true], ['0', false]]))], ['direction', direction('in', 'out')],
  // A project that wrote `_allow` and `_block` had its body refused by the service.
  ['action_type', word('action', new Map([['1', 'allow'], ['0', 'block']]))],
  ['protocol', protocolNumber], ['profiles', profileBits],
  ['localportranges', ports('localPorts', TOOL_PORTS)], ['remoteportranges', ports('remotePorts', TOOL_PORTS)],
  ['localaddressranges', addresses('localAddresses', TOOL_ADDRESSES)], ['remoteaddressranges', addresses('remoteAddresses', TOOL_ADDRESSES)],
  ['icmptypesandcodes', icmp], ['interfacetypes', interfaceTypes(TOOL_INTERFACES)],
  ['app_filepath', text('program')], ['app_servicename', text('service')],
  ...['app_packagefamilyname', 'app_fqbn', 'localuserauthorizedlist', 'localuserauthorizationlist', 'policyappid', 'remoteaddressdynamickeywords']
    .map((name): [string, Reader] => [name, narrowing()]),
])

/** What a setting of the catalog is to us. */
export function catalogSetting(instance: Table): { readonly id: string; readonly what: 'rules' | 'profile' } | undefined {
  const id = literalText(instance.entries.get('settingdefinitionid')?.value ?? NOTHING).toLowerCase()
  if (!id.startsWith(STORE)) return undefined
  if (id === RULES || id === NAMED) return { id, what: 'rules' }
  return PROFILE.test(id) ? { id, what: 'profile' } : undefined
}
const NOTHING: Literal = { kind: 'nothing', start: 0, end: 0 }

/** The rules of a group setting collection: one item is one rule. */
export function catalogRules(instance: Table, id: string, span: (start: number, end: number, key?: string) => Span, problems: Problem[]): Rule[] {
  const items = instance.entries.get('groupsettingcollectionvalue')?.value
  const rules: Rule[] = []
  for (const item of items?.kind === 'list' ? items.items : items ? [items] : []) {
    const children = item.kind === 'table' ? item.entries.get('children')?.value : undefined
    if (children?.kind !== 'list') continue
    const fields = children.items.flatMap(child => field(child, id) ?? [])
    const draft = readAttributes(newDraft(span(item.start, item.end)), fields, FIELDS)
    // The CSP's own defaults are outbound and allow; about Enabled its pages contradict each other.
    rules.push(ruleOf(draft, { name: '', direction: 'outbound', action: 'allow', enabled: 'unknown' }))
    problems.push(...draft.problems)
  }
  return rules
}
/** One child: the field's name, and its value without the id that choices carry in front. */
function field(child: Literal, parent: string): Entry | undefined {
  if (child.kind !== 'table') return undefined
  const definition = child.entries.get('settingdefinitionid')
  const id = definition ? literalText(definition.value).toLowerCase() : ''
  const base = id.startsWith(`${NAMED}_`) ? NAMED : id.startsWith(`${RULES}_`) ? RULES : parent
  const name = id.startsWith(`${base}_`) ? id.slice(base.length + 1) : id
  const value = valueOf(child, name)
  return definition && value && name !== '' ? { name, start: definition.start, value } : undefined
}
/** The value of a setting instance, whichever of the four kinds it is. */
function valueOf(instance: Table, name: string): Literal | undefined {
  const { entries } = instance
  const inner = (value: Literal): Literal => (value.kind === 'table' ? (value.entries.get('value')?.value ?? NOTHING) : value)
  const simple = entries.get('simplesettingvalue')?.value
  if (simple) return said(inner(simple))
  const list = entries.get('simplesettingcollectionvalue')?.value
  if (list?.kind === 'list') return { ...list, items: list.items.map(inner) }
  const choice = entries.get('choicesettingvalue')?.value
  if (choice) return suffix(inner(choice), name)
  const choices = entries.get('choicesettingcollectionvalue')?.value
  return choices?.kind === 'list' ? { ...choices, items: choices.items.map(item => suffix(inner(item), name)) } : undefined
}
const said = (value: Literal): Literal => (value.kind === 'scalar' && value.text === '' ? { ...NOTHING, start: value.start, end: value.end } : value)
/** `…_direction_in` of the field `direction` is `in`. */
function suffix(value: Literal, name: string): Literal {
  if (value.kind !== 'scalar') return value
  const at = value.text.toLowerCase().lastIndexOf(`${name}_`)
  return { ...value, text: at < 0 ? value.text : value.text.slice(at + name.length + 1) } satisfies Scalar
}

const PROFILE = /^vendor_msft_firewall_mdmstore_(domain|private|public)profile_([a-z]+)$/
type Settings = { -readonly [K in keyof ProfileSettings]?: ProfileSettings[K] }
const SETTINGS: ReadonlyMap<string, keyof ProfileSettings> = new Map([
  ['enablefirewall', 'enabled'], ['shielded', 'blockAllInbound'], ['allowlocalpolicymerge', 'allowLocalRules'], ['authappsallowuserprefmerge', 'allowUserApps'],
  ['globalportsallowuserprefmerge', 'allowUserPorts'], ['defaultinboundaction', 'defaultInbound'], ['defaultoutboundaction', 'defaultOutbound'],
])
/** One setting of a profile. Actions are 1 for block, as in the registry. */
export function catalogProfile(instance: Table, id: string, span: (start: number, end: number, key?: string) => Span, profiles: { [P in Profile]?: Settings }, problems: Problem[]): void {
  const [, profile = '', name = ''] = PROFILE.exec(id) ?? []
  const key = SETTINGS.get(name)
  const value = valueOf(instance, name)
  if (!key || !value || value.kind === 'nothing') return // logging, notifications: nothing about openings
  const word = literalText(value).toLowerCase()
  const source = span(value.start, value.end, `${profile}profile_${name}`)
  const settings = (profiles[profile as Profile] ??= {})
  const on = word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined
  if (on === undefined) problems.push({ code: 'rule-malformed', message: `${name} of the ${profile} profile is "${literalText(value)}", which is no choice of this setting.`, source })
  else if (key === 'defaultInbound' || key === 'defaultOutbound') settings[key] = { value: on ? 'block' : 'allow', source }
  else settings[key] = { value: on, source }
}

const GRAPH = '#microsoft.graph.deviceManagementConfiguration'
const simple = (name: string, kind: 'String' | 'Integer', value: string | number) => ({
  '@odata.type': `${GRAPH}SimpleSettingInstance`, settingDefinitionId: `${NAMED}_${name}`,
  simpleSettingValue: { '@odata.type': `${GRAPH}${kind}SettingValue`, value },
})
const list = (name: string, values: readonly string[]) => (values.length === 0 ? [] : [{
  '@odata.type': `${GRAPH}SimpleSettingCollectionInstance`, settingDefinitionId: `${NAMED}_${name}`,
  simpleSettingCollectionValue: values.map(value => ({ '@odata.type': `${GRAPH}StringSettingValue`, value })),
}])
const option = (name: string, value: string | number) => ({ '@odata.type': `${GRAPH}ChoiceSettingValue`, value: `${NAMED}_${name}_${value}`, children: [] })
const choice = (name: string, value: string | number) => ({
  '@odata.type': `${GRAPH}ChoiceSettingInstance`, settingDefinitionId: `${NAMED}_${name}`, choiceSettingValue: option(name, value),
})
const choices = (name: string, values: readonly (string | number)[]) => (values.length === 0 ? [] : [{
  '@odata.type': `${GRAPH}ChoiceSettingCollectionInstance`, settingDefinitionId: `${NAMED}_${name}`, choiceSettingCollectionValue: values.map(value => option(name, value)),
}])

/** The CSP takes numbers only: the keywords for RPC become the ports behind them on Windows Vista and later. */
const PORT_NUMBERS = new Map([['rpc', '49152-65535'], ['rpc-epmap', '135'], ['mdns', '5353']])
const ADDRESS_WORDS = new Map([
  ['local-subnet', 'LocalSubnet'], ['default-gateway', 'DefaultGateway'], ['dns', 'DNS'], ['dhcp', 'DHCP'], ['wins', 'WINS'], ['intranet', 'Intranet'],
  ['internet', 'Internet'], ['intranet-remote-access', 'RmtIntranet'], ['play-to-device', 'Ply2Renders'],
])
const INTERFACE_WORDS = new Map([['lan', 'lan'], ['wireless', 'wireless'], ['remote-access', 'remoteaccess'], ['mobile-broadband', 'mbb']])

/** What the values of Intune's rules are, and what none of them can say. */
function wordsOf(rule: Rule): { readonly lost: readonly string[]; readonly numbers: (texts: readonly string[]) => string[]; readonly words: (texts: readonly string[]) => string[] } {
  const ports = [...portTexts(rule.localPorts), ...portTexts(rule.remotePorts)]
  return {
    lost: [
      ...rule.unmodelled, ...rule.platforms.map(() => 'Platform'), ...(rule.action === 'bypass' ? ['action=bypass'] : []),
      ...undecided(rule),
      ...ports.filter(port => !PORT_NUMBERS.has(port) && !/^\d/.test(port)),
      ...rule.localAddresses.keywords, ...rule.remoteAddresses.keywords.filter(word => !ADDRESS_WORDS.has(word)),
    ],
    numbers: texts => texts.map(port => PORT_NUMBERS.get(port) ?? port),
    words: texts => [...new Set(texts.map(text => ADDRESS_WORDS.get(text.replace(/(?<=[a-z])[46]$/, '')) ?? text))],
  }
}
/** One rule as a windowsFirewallRule of an endpoint protection profile. It has no switch and no ICMP types, so it is for remedies only. */
export function graphItem(rule: Rule): object {
  const { numbers, words } = wordsOf(rule)
  const [local, remote] = [words(addressTexts(rule.localAddresses)), words(addressTexts(rule.remoteAddresses))]
  const [localPorts, remotePorts] = [numbers(portTexts(rule.localPorts)), numbers(portTexts(rule.remotePorts))]
  return {
    displayName: rule.name,
    trafficDirection: rule.direction === 'outbound' ? 'out' : 'in',
    action: rule.action === 'block' ? 'blocked' : 'allowed',
    ...(typeof rule.protocol === 'number' && { protocol: rule.protocol }),
    ...(localPorts.length > 0 && { localPortRanges: localPorts }),
    ...(remotePorts.length > 0 && { remotePortRanges: remotePorts }),
    ...(local.length > 0 && { localAddressRanges: local }),
    ...(remote.length > 0 && { remoteAddressRanges: remote }),
    ...(rule.program !== undefined && { filePath: rule.program }),
    ...(rule.service !== undefined && { serviceName: rule.service }),
    profileTypes: rule.profiles === ALL_PROFILES ? 'notConfigured' : profileNames(rule.profiles).join(','),
  }
}
/** One rule as the settings of a custom profile: one for each node of the Firewall CSP. */
export function omaItems(rule: Rule): object[] {
  const { lost, numbers, words } = wordsOf(rule)
  const base = `./Vendor/MSFT/Firewall/MdmStore/FirewallRules/${(rule.id ?? rule.name).replace(/[^\w.-]+/g, '-')}`
  const item = (type: 'String' | 'Integer' | 'Boolean', node: string, value: string | number | boolean): object =>
    ({ '@odata.type': `#microsoft.graph.omaSetting${type}`, displayName: `${rule.name} ${node}`, omaUri: `${base}/${node}`, value })
  const texts = (node: string, list: readonly string[]): object[] => (list.length === 0 ? [] : [item('String', node, list.join(','))])
  return [
    item('String', 'Name', rule.name),
    item('Boolean', 'Enabled', rule.enabled === true && lost.length === 0),
    item('String', 'Direction', rule.direction === 'outbound' ? 'OUT' : 'IN'),
    item('Integer', 'Action/Type', rule.action === 'block' ? 0 : 1),
    ...(typeof rule.protocol === 'number' ? [item('Integer', 'Protocol', rule.protocol)] : []),
    ...texts('LocalPortRanges', numbers(portTexts(rule.localPorts))),
    ...texts('RemotePortRanges', numbers(portTexts(rule.remotePorts))),
    ...texts('IcmpTypesAndCodes', rule.icmp),
    ...texts('LocalAddressRanges', words(addressTexts(rule.localAddresses))),
    ...texts('RemoteAddressRanges', words(addressTexts(rule.remoteAddresses))),
    ...(rule.profiles === ALL_PROFILES ? [] : [item('Integer', 'Profiles', rule.profiles)]),
    ...(rule.program === undefined ? [] : [item('String', 'App/FilePath', rule.program)]),
    ...(rule.service === undefined ? [] : [item('String', 'App/ServiceName', rule.service)]),
  ]
}
/** One rule as an item of the group setting collection. What the catalog cannot say leaves the rule switched off, with the words in its description. */
export function catalogItem(rule: Rule, name = rule.name): object {
  const { lost, numbers, words } = wordsOf(rule)
  return {
    '@odata.type': `${GRAPH}GroupSettingValue`,
    children: [
      simple('name', 'String', name),
      ...(lost.length === 0 ? [] : [simple('description', 'String', `Switched off: not all of it can be said here (${lost.join(', ')})`)]),
      choice('enabled', rule.enabled === true && lost.length === 0 ? 1 : 0),
      choice('direction', rule.direction === 'outbound' ? 'out' : 'in'),
      choice('action_type', rule.action === 'block' ? 0 : 1),
      ...(typeof rule.protocol === 'number' ? [simple('protocol', 'Integer', rule.protocol)] : []),
      ...list('localportranges', numbers(portTexts(rule.localPorts))),
      ...list('remoteportranges', numbers(portTexts(rule.remotePorts))),
      ...list('icmptypesandcodes', rule.icmp),
      ...list('localaddressranges', words(addressTexts(rule.localAddresses))),
      ...list('remoteaddressranges', words(addressTexts(rule.remoteAddresses))),
      ...choices('profiles', rule.profiles === ALL_PROFILES ? [] : [1, 2, 4].filter(bit => (rule.profiles & bit) !== 0)),
      ...choices('interfacetypes', rule.interfaceTypes.map(type => INTERFACE_WORDS.get(type) ?? type)),
      ...(rule.program === undefined ? [] : [simple('app_filepath', 'String', rule.program)]),
      ...(rule.service === undefined ? [] : [simple('app_servicename', 'String', rule.service)]),
    ],
  }
}

/** A policy of the settings catalog that holds these rules. The portal refuses two rules of one name, so later ones get a number. */
export function catalogPolicy(rules: readonly Rule[]): object {
  const taken = new Map<string, number>()
  const items = rules.map(rule => {
    const key = rule.name.toLowerCase()
    let { name } = rule
    let number = taken.get(key) ?? 1
    while (taken.has(name.toLowerCase())) name = `${rule.name} (${++number})`
    taken.set(key, number).set(name.toLowerCase(), taken.get(name.toLowerCase()) ?? 1)
    return catalogItem(rule, name)
  })
  return {
    name: 'Configuration Manager firewall rules',
    description: '',
    platforms: 'windows10',
    technologies: 'mdm,microsoftSense',
    templateReference: { templateId: '19c8aa67-f286-4861-9aa0-f23541d31680_1', templateFamily: 'endpointSecurityFirewall' },
    settings: [{
      '@odata.type': `${GRAPH}Setting`,
      settingInstance: {
        '@odata.type': `${GRAPH}GroupSettingCollectionInstance`,
        settingDefinitionId: NAMED,
        settingInstanceTemplateReference: { settingInstanceTemplateId: '76c7a8be-67d2-44bf-81a5-38c94926b1a1' },
        groupSettingCollectionValue: items,
      },
    }],
  }
}
