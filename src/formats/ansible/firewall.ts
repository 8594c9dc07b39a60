import { ALL_PROFILES } from '../../model/rules.ts'
import type { ProfileSet, RuleSelector, Setting, Span } from '../../model/types.ts'
import { type Entry, type Literal, literalText } from '../../text/literal.ts'
import {
  addresses, ALLOW_OR_BLOCK, changedValues, direction, icmp, ignored, interfaceTypes, ipsecOnly, newDraft, ports, PROFILE_WORDS, profiles, protocol,
  readAttributes, type Reader, ruleOf, text, type Vocabulary, word,
} from '../shared/rule-draft.ts'
import { LOCAL } from '../shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from '../shared/tool-keywords.ts'
import { BOOLEANS, type ModuleRun } from './module.ts'

/** `win_firewall_rule` (community.windows, plugins/modules/win_firewall_rule.ps1): sets a rule through the COM interface. */
const RULE: Vocabulary = new Map<string, Reader>([
  ['module', ignored], ['state', ignored], ['description', ignored], ['edge', ignored], ['force', ignored],
  ['name', text('name')], ['group', text('group')], ['program', text('program', 'any')], ['service', text('service', 'any')],
  ...['enabled', 'enable'].map((name): [string, Reader] => [name, word('enabled', BOOLEANS)]),
  ...['profiles', 'profile'].map((name): [string, Reader] => [name, profiles]),
  ['direction', direction('in', 'out')], ['action', word('action', ALLOW_OR_BLOCK)], ['protocol', protocol()],
  ['localport', ports('localPorts', TOOL_PORTS)], ['remoteport', ports('remotePorts', TOOL_PORTS)],
  ['localip', addresses('localAddresses', TOOL_ADDRESSES)], ['remoteip', addresses('remoteAddresses', TOOL_ADDRESSES)],
  ['icmp_type_code', icmp], ['interfacetypes', interfaceTypes(TOOL_INTERFACES)], ['security', ipsecOnly('notrequired')],
])

/** Makes, changes or removes a rule. */
export function firewallRule({ attributes, source, condition, state, made }: ModuleRun): void {
  const draft = readAttributes(newDraft(source), attributes.values(), RULE)
  draft.problems.forEach(problem => state.problem(problem))
  const { name, group } = draft.values
  const said = attributes.get('state')?.value
  const target = said && said.kind !== 'nothing' ? literalText(said).toLowerCase() : 'present'
  const named = attributes.get('name')?.value
  const conditions = [...(condition === undefined ? [] : [condition]), ...(said?.kind === 'expression' ? [`state ${target}`] : [])]
  const why = conditions.length > 0 ? conditions.join(' > ') : undefined
  if (name === undefined && group === undefined) {
    state.problem({ code: 'rule-malformed', message: 'win_firewall_rule has neither name nor group.', source })
    return
  }
  const select: RuleSelector = name === undefined ? { groups: [group as string] } : { names: [name] }
  const isKnown = name === undefined || named?.kind === 'scalar'
  if (target === 'absent') {
    if (!isKnown) {
      state.problem({ code: 'requirement-unverifiable', message: `This task removes the rule ${name}, whose name the file does not decide.`, source })
      return
    }
    state.change({ kind: 'remove', select, values: {}, condition: why, source }, LOCAL)
    if (why === undefined) made.delete(name?.toLowerCase() ?? '')
    return
  }
  if (target !== 'present' && said?.kind === 'scalar') {
    state.problem({ code: 'rule-malformed', message: `state "${target}" is none of present, absent.`, source: { ...source, start: said.start, end: said.end } })
    return
  }
  // An existing rule keeps what the task does not name; without a name the task changes every rule of the group.
  const key = name?.toLowerCase() ?? ''
  if (name === undefined || (isKnown && made.has(key))) {
    if (draft.values.malformed === undefined) state.change({ kind: 'set', select, values: changedValues(draft), condition: why, source }, LOCAL)
    return
  }
  if (why !== undefined) draft.unmodelled.push(`condition=${why}`)
  else if (isKnown && draft.values.malformed === undefined) made.add(key)
  const before = draft.problems.length
  state.rule(ruleOf(draft, { id: null, name }), LOCAL)
  draft.problems.slice(before).forEach(problem => state.problem(problem))
}

/** `win_firewall`: switches profiles; the default actions count only together with `state: enabled`. */
export function firewall({ attributes, source, condition, state }: ModuleRun): void {
  const span = ({ start, value }: Entry): Span => ({ ...source, start, end: value.end })
  const setting = <T>(value: T, entry: Entry): Setting<T> => ({ value, source: span(entry), ...(condition === undefined ? {} : { condition }) })
  let bits: ProfileSet = 0
  const named = attributes.get('profiles') ?? attributes.get('profile')
  const list = named?.value
  for (const item of list?.kind === 'list' ? list.items : list && list.kind !== 'nothing' ? literalText(list).split(',').map((text): Literal => ({ ...list, kind: list.kind === 'expression' ? 'expression' : 'scalar', text: text.trim() })) : []) {
    const bit = item.kind === 'scalar' ? PROFILE_WORDS.get(item.text.toLowerCase()) : undefined
    if (bit !== undefined) bits |= bit
    else if (named) state.problem({ code: 'requirement-unverifiable', message: `Profile ${literalText(item)} is not known from the file.`, source: span(named) })
  }
  if (!named) bits = ALL_PROFILES
  const switched = attributes.get('state')
  const value = switched ? literalText(switched.value).toLowerCase() : ''
  if (switched && (value === 'enabled' || value === 'disabled')) state.configure(bits, 'enabled', setting(value === 'enabled', switched), LOCAL)
  else if (switched?.value.kind === 'expression') state.problem({ code: 'requirement-unverifiable', message: `state ${value} is not known from the file.`, source: span(switched) })
  else state.problem({ code: 'rule-malformed', message: 'win_firewall needs state enabled or disabled.', source: switched ? span(switched) : source })
  if (value !== 'enabled') return
  for (const [option, key] of [['inbound_action', 'defaultInbound'], ['outbound_action', 'defaultOutbound']] as const) {
    const entry = attributes.get(option)
    const action = entry ? literalText(entry.value).toLowerCase() : ''
    if (entry && (action === 'allow' || action === 'block')) state.configure(bits, key, setting(action, entry), LOCAL)
    else if (entry && action === 'not_configured') state.configure(bits, key, undefined, LOCAL)
    else if (entry) state.problem({ code: 'requirement-unverifiable', message: `${option} ${action} is not known from the file.`, source: span(entry) })
  }
}
