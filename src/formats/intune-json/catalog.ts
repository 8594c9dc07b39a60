import { ALL_PROFILES } from '../../model/rules.ts'
import type { Problem, Profile, ProfileSettings, Rule, Span } from '../../model/types.ts'
import { type Entry, type Literal, literalText, type Scalar, type Table } from '../../text/literal.ts'
import {
  addresses, direction, icmp, ignored, interfaceTypes, mark, narrowing, newDraft, ports, readAttributes, type Reader, refuse, ruleOf, text, type Vocabulary, word,
} from '../shared/rule-draft.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from '../shared/tool-keywords.ts'
import { protocolNumber } from './graph.ts'

const STORE = 'vendor_msft_firewall_mdmstore_'
/** Bodies of older scripts name the collection like this. */
const RULES = `${STORE}firewallrules`
/** The collection of rules; the braces are literal text. */
export const NAMED = `${RULES}_{firewallrulename}`

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
