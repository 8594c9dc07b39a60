import { changedRule } from '../../model/rules.ts'
import type { Rule, RuleSelector } from '../../model/types.ts'
import type { Argument, Call, Handler } from '../../text/powershell/host.ts'
import { describe, elements, isKnown, ScriptBlock, textOfValue, type Value } from '../../text/powershell/values.ts'
import { type FirewallHandler, type FirewallHost, handled } from './firewall-host.ts'
import { READERS } from './net-security.ts'
import { bind, type Bound, conditionOf, FILTER_NAMES, isDry, nameOf, placeOf, readTarget, titleOf } from './net-security-binding.ts'
import { Draft, type Said } from './net-security-draft.ts'
import { queryProfile, setProfile, whereProfile } from './net-security-profiles.ts'
import { GpoSession, listOf, openSelection, ProfileQuery, RuleQuery, selectionOf, whereSelection } from './net-security-query.ts'
import { LOCAL } from './script-state.ts'

/** Parameters that say where and how, not what. */
const IS_MANNER: ReadonlySet<string> = new Set(['PolicyStore', 'GPOSession', 'CimSession', 'ThrottleLimit', 'AsJob', 'PassThru', 'InputObject', 'All', 'TracePolicyStore', 'NewName', 'NewPolicyStore', 'NewGPOSession'])

function newRule(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'new', 'New-NetFirewallRule')
  if (isDry(given)) return undefined
  const draft = new Draft(host)
  const { limits } = given
  let store: Said | undefined
  let session: Said | undefined
  for (const argument of given.bound) {
    const { parameter } = argument
    if (parameter.isCommon) continue
    if (parameter.name === 'PolicyStore') store = argument
    else if (parameter.name === 'GPOSession') session = argument
    else if (argument.value !== null) READERS.get(parameter.name)?.(draft, argument, parameter.name)
  }
  for (const { message, start, end } of given.faults) draft.refuse(message, { value: null, start, end })
  if (given.splatted) opened(draft, given.splatted)
  else if (draft.name === undefined && draft.refused === undefined) draft.refuse('New-NetFirewallRule lacks -DisplayName', nameOf(call))
  if (draft.name?.length === 3 && draft.name.toLowerCase() === 'all') draft.refuse('A rule cannot be called "All"', nameOf(call))
  if (call.input !== undefined) host.notice('What comes through the pipe may set parameters of this rule', call.node.start, call.node.end)
  const target = host.target(store, session, limits, 'New-NetFirewallRule', call.script)
  if (!target) return undefined
  const span = host.spanOf(call.node.start, call.node.end)
  const rule = draft.rule(span, limits, host.pool)
  const isTwin = rule.id !== null && rule.malformed === undefined && limits.length === 0 && host.state.holds({ ids: [rule.id] }, target)
  if (isTwin && !host.state.holds(sameRule(rule), target)) {
    const message = `A rule with the name "${rule.id ?? ''}" exists already, so this command fails`
    host.malformed(message, given.get('Name') ?? nameOf(call))
    host.rule(changedRule(rule, { malformed: message }), target)
  } else host.rule(rule, target)
  if (!call.isWanted) return undefined
  const select: RuleSelector = rule.id === null ? { names: [rule.name] } : { ids: [rule.id] }
  return new RuleQuery(call.script.written(call.node.start, call.node.end), select, target, [], () => true)
}
/** A rule like this one: made twice it is a duplicate, not a clash. */
function sameRule({ id, name, direction, action, enabled, profiles, protocol, localPorts, remotePorts, localAddresses, remoteAddresses, program, service }: Rule): RuleSelector {
  return {
    ids: [id ?? ''], names: [name], profiles, localPorts, remotePorts, localAddresses, remoteAddresses,
    ...(direction !== 'unknown' && { direction }), ...(action !== 'unknown' && { action }), ...(enabled !== 'unknown' && { enabled }), ...(protocol !== 'unknown' && { protocol }),
    ...(program !== undefined && { program }), ...(service !== undefined && { service }),
  }
}
/** Any parameter may stand in a splatted table that is not known, so what was not said is open. */
function opened(draft: Draft, splatted: Argument): void {
  draft.sink.unknown(`${describe(splatted.value)} is a table that this file does not show`, splatted)
  draft.narrow(`parameters=${describe(splatted.value)}`)
  draft.direction ??= 'unknown'
  draft.action ??= 'unknown'
  draft.enabled ??= 'unknown'
  draft.protocol ??= 'unknown'
  draft.name ??= describe(splatted.value)
}

/** The rules that a cmdlet is told to act on. */
function selected(host: FirewallHost, call: Call, given: Bound, isQuery: boolean): { query: RuleQuery | undefined; conditions: string[] } | undefined {
  const { bound, limits } = given
  const title = titleOf(call.name)
  for (const { message, start, end } of given.faults) {
    if (isQuery) host.notice(message, start, end)
    else host.malformed(message, { start, end })
  }
  if (given.faults.length > 0 && !isQuery) return undefined
  let select: RuleSelector = {}
  const conditions: string[] = []
  let from: RuleQuery | undefined
  const input = given.get('InputObject')?.value ?? call.input
  if (input !== undefined) {
    const objects = elements(input) ?? [input]
    const queries = objects.filter(object => object instanceof RuleQuery)
    if (queries.length === 0) {
      if (Array.isArray(input) && input.length === 0) return undefined
      conditions.push(`rules from ${describe(input)}`)
      host.notice(`${title} acts on ${describe(input)}, which this file does not show`, call.node.start, call.node.end)
    } else from = queries.length === 1 ? queries[0] : joined(queries)
  }
  const written = (said: Said, parameter: string): string => `${parameter} ${describe(said.value)}`
  for (const argument of bound) {
    const { parameter } = argument
    if (parameter.isCommon || IS_MANNER.has(parameter.name)) continue
    const key = SELECTORS.get(parameter.name)
    if (key) {
      const list = listOf(argument)
      if (!list) { conditions.push(openSelection(parameter.name, argument)); host.unknown(`-${parameter.name} ${describe(argument.value)} selects rules that this file does not name`, argument) }
      else if ('query' in list) from = list.query
      else select = { ...select, [key]: list.texts }
    } else if (parameter.name.startsWith('AssociatedNetFirewall')) {
      if (argument.value instanceof RuleQuery) from = argument.value
      else conditions.push(written(argument, parameter.name))
    } else if (isQuery) {
      const found = selectionOf(parameter.name.toLowerCase(), 'eq', argument.value, written(argument, parameter.name))
      select = { ...select, ...found.select }
      conditions.push(...found.conditions)
    }
  }
  if (given.splatted) {
    conditions.push(`parameters ${describe(given.splatted.value)}`)
    host.notice(`${describe(given.splatted.value)} is a table that this file does not show`, given.splatted.start, given.splatted.end)
  }
  const text = call.script.written(call.node.start, call.node.end)
  if (from) {
    const overlap = Object.keys(select).some(key => key in from.select)
    return { query: from.narrowed(select, overlap ? [...conditions, text] : conditions), conditions: from.within === undefined ? limits : limits.filter(limit => limit !== from.within) }
  }
  const readsActive = isQuery && /^(?:get|copy)-/.test(call.name)
  const target = readsActive ? readTarget(host, given) : host.target(given.get('PolicyStore'), given.get('GPOSession'), limits, title, call.script)
  if (!target) return undefined
  return { query: new RuleQuery(text, select, target, conditions, readsActive ? query => host.state.holds(query.select, query.target) : () => false), conditions: limits }
}
const SELECTORS: ReadonlyMap<string, 'ids' | 'names' | 'groups'> = new Map([['Name', 'ids'], ['DisplayName', 'names'], ['DisplayGroup', 'groups'], ['Group', 'groups']])
/** Several objects in one list mean all their rules, as long as they are told apart in the same way. */
function joined(queries: readonly RuleQuery[]): RuleQuery {
  const [first] = queries as readonly [RuleQuery]
  for (const key of ['ids', 'names', 'groups'] as const) {
    if (queries.every(query => Object.keys(query.select).length === 1 && query.select[key] !== undefined && query.conditions.length === 0)) {
      return first.narrowed({ [key]: queries.flatMap(query => query.select[key] ?? []) }, [])
    }
  }
  return first.narrowed({}, [`rules from ${queries.length} queries`])
}
/** Get-NetFirewallRule and its kin: nothing happens, somebody may use what they give. */
function query(host: FirewallHost, call: Call): Value | undefined {
  host.asked()
  return selected(host, call, bind(call, 'query', titleOf(call.name)), true)?.query
}
/** Get-NetFirewallPortFilter …: the rules that have such filters. */
function queryFilter(host: FirewallHost, call: Call): Value | undefined {
  host.asked()
  const given = bind(call, 'getFilter', titleOf(call.name))
  const from = given.get('AssociatedNetFirewallRule')?.value ?? call.input
  const own = selected(host, { ...call, input: from }, given, true)
  return own?.query
}
/** `Get-… | Where-Object`, `Select-Object`, `ForEach-Object` and the like, with rules in the pipe. */
function where(host: FirewallHost, call: Call): Value | undefined {
  const { input, node, script } = call
  if (!(input instanceof RuleQuery)) return input instanceof ProfileQuery ? whereProfile(host, call, input) : script.unknown(node)
  const written = script.written(node.start, node.end)
  const { select, conditions } = whereSelection(script.arguments(node), part => script.value(part), written)
  const overlap = Object.keys(select).some(key => key in input.select)
  return input.narrowed(overlap ? {} : select, overlap ? [...conditions, written] : conditions, script.written(node.start, node.end))
}
function select(_host: FirewallHost, call: Call): Value | undefined {
  const { input, node, script } = call
  if (!(input instanceof RuleQuery)) return input
  const property = script.arguments(node).find(arg => arg.name !== undefined && /^expand/i.test(arg.name))
  const name = textOfValue(property?.value)?.toLowerCase()
  if (name !== undefined) return input.member(name) ?? script.unknown(node, input.likely)
  const isCut = script.arguments(node).some(arg => arg.name !== undefined && /^(first|last|skip|index|unique)$/i.test(arg.name))
  return isCut ? input.narrowed({}, [script.written(node.start, node.end)]) : input
}
function forEach(_host: FirewallHost, { input, node, script }: Call): Value | undefined {
  const block = script.arguments(node).find(arg => arg.value instanceof ScriptBlock)?.value
  if (block instanceof ScriptBlock && input !== undefined) return script.eachUnknown(input, block, node)
  const name = textOfValue(script.arguments(node)[0]?.value)?.toLowerCase()
  return (name !== undefined && input instanceof RuleQuery ? input.member(name) : undefined) ?? script.unknown(node)
}

/** Enable-, Disable- and Remove-NetFirewallRule. */
const act = (kind: 'enable' | 'disable' | 'remove'): FirewallHandler => (host, call) => {
  const given = bind(call, 'act', titleOf(call.name))
  const found = selected(host, call, given, true)
  if (!found?.query || isDry(given)) return undefined
  const { query: rules } = found
  const condition = conditionOf(found.conditions, rules.conditions)
  const source = host.spanOf(call.node.start, call.node.end)
  const isAll = kind === 'remove' && Object.keys(rules.select).length === 0 && rules.conditions.length === 0
  if (kind === 'remove') host.change({ kind: isAll ? 'reset' : 'remove', select: rules.select, values: {}, condition, source }, rules.target)
  else host.change({ kind: 'set', select: rules.select, values: { enabled: kind === 'enable' }, condition, source }, rules.target)
  return call.isWanted ? rules : undefined
}

/** Set-NetFirewallRule and Set-NetFirewall…Filter. */
const set = (parameters: 'set' | 'setFilter'): FirewallHandler => (host, call) => {
  const given = bind(call, parameters, titleOf(call.name))
  const found = selected(host, call, given, false)
  if (!found?.query || isDry(given)) return undefined
  const { query: rules } = found
  const draft = new Draft(host)
  for (const argument of given.bound) {
    const { parameter } = argument
    if (parameter.isCommon || IS_MANNER.has(parameter.name) || SELECTORS.has(parameter.name) || argument.value === null) continue
    READERS.get(parameter.name)?.(draft, argument, parameter.name)
  }
  // What the script wrote into the objects themselves is stored by the same call.
  for (const [name, value] of rules.assigned) {
    const parameter = ASSIGNABLE.get(name)
    if (parameter !== undefined) READERS.get(parameter)?.(draft, { ...placeOf(call), value }, parameter)
  }
  if (draft.refused !== undefined) return undefined // the command fails, nothing changes
  const values = draft.values()
  const condition = conditionOf(found.conditions, rules.conditions)
  if (Object.keys(values).length > 0) host.change({ kind: 'set', select: rules.select, values, condition, source: host.spanOf(call.node.start, call.node.end) }, rules.target)
  return call.isWanted ? rules : undefined
}
const ASSIGNABLE: ReadonlyMap<string, string> = new Map(['Enabled', 'Direction', 'Action', 'Profile', 'DisplayName', 'LocalPort', 'RemotePort', 'Protocol', 'LocalAddress', 'RemoteAddress', 'Program', 'Service']
  .map(name => [name.toLowerCase(), name]))

/** Copy- and Rename-NetFirewallRule: only the script's own rules are known, what stands elsewhere cannot be shown. */
function copy(host: FirewallHost, call: Call): Value | undefined {
  const isCopy = call.name.startsWith('copy')
  const given = bind(call, 'copy', titleOf(call.name))
  const found = selected(host, call, given, true)
  if (!found?.query || isDry(given)) return undefined
  const { query } = found
  const { limits } = given
  const [newName, newStore, newSession] = ['NewName', 'NewPolicyStore', 'NewGPOSession'].map(parameter => given.get(parameter))
  const store = given.get('PolicyStore')
  const isOwn = store === undefined || host.named(textOfValue(store.value) ?? 'SystemDefaults') !== undefined
  const rules = isOwn && query.conditions.length === 0 && Object.keys(query.select).length > 0 ? host.state.matching(query.select, query.target) : []
  if (rules.length === 0) {
    host.notice(isCopy
      ? 'Copy-NetFirewallRule makes a rule whose content this file may not show; it is not followed'
      : 'Rename-NetFirewallRule gives a rule another name; what the script does to it afterwards by that name is not followed', call.node.start, call.node.end)
    const known = newStore && host.named(textOfValue(newStore.value) ?? '?')
    return known ? new RuleQuery(query.text, query.select, known, query.conditions, query.holds) : query
  }
  const target = newStore ?? newSession ? host.target(newStore, newSession, limits, titleOf(call.name), call.script) : query.target
  if (!target) return undefined
  const id = newName ? textOfValue(newName.value) ?? describe(newName.value) : null
  const source = host.spanOf(call.node.start, call.node.end)
  for (const rule of rules) {
    if (!isCopy) host.state.renamed(rule, id, query.target)
    else host.rule(changedRule(rule, { id, source, parts: undefined, unmodelled: [...new Set([...rule.unmodelled, ...limits])] }), target)
  }
  return new RuleQuery(query.text, id === null ? query.select : { ids: [id] }, target, [], () => true)
}

function openGpo(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'openGpo', 'Open-NetGPO')
  const store = given.get('PolicyStore')
  const text = store && isKnown(store.value) ? textOfValue(store.value) : undefined
  const target = text === undefined ? store && host.openGpo(store.value) : host.named(text)
  if (!target || target === LOCAL) return call.script.unknown(call.node)
  const session = new GpoSession(target.gpo ?? '', target)
  host.open(session, call.node.start, call.node.end)
  return session
}
function saveGpo(_host: FirewallHost, { script, node, input }: Call): undefined {
  for (const value of [input, ...script.arguments(node).map(arg => arg.value)]) if (value instanceof GpoSession) value.isSaved = true
  return undefined
}
/** `Get-Command New-NetFirewallRule`, `Get-Module NetSecurity`: there since Windows 8. */
function getCommand(_host: FirewallHost, { script, node }: Call): Value {
  const isOurs = script.arguments(node).some(arg => /netfirewall|netsecurity|^netsh/i.test(describe(arg.value)))
  return script.unknown(node, isOurs ? true : undefined)
}
/** The NetSecurity cmdlets by name in lower case. */
export const NET_SECURITY: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['new-netfirewallrule', handled(newRule)],
  ['set-netfirewallrule', handled(set('set'))],
  ['enable-netfirewallrule', handled(act('enable'))],
  ['disable-netfirewallrule', handled(act('disable'))],
  ['remove-netfirewallrule', handled(act('remove'))],
  ['copy-netfirewallrule', handled(copy)],
  ['rename-netfirewallrule', handled(copy)],
  ['get-netfirewallrule', handled(query)],
  ['show-netfirewallrule', handled(query)],
  ...FILTER_NAMES.flatMap((name): [string, Handler][] => [
    [`get-netfirewall${name.toLowerCase()}filter`, handled(queryFilter)], [`set-netfirewall${name.toLowerCase()}filter`, handled(set('setFilter'))],
  ]),
  ['set-netfirewallprofile', handled(setProfile)],
  ['get-netfirewallprofile', handled(queryProfile)],
  ['open-netgpo', handled(openGpo)],
  ['save-netgpo', handled(saveGpo)],
  ['get-command', handled(getCommand)],
  ['gcm', handled(getCommand)],
  ['get-module', handled(getCommand)],
  ...['where-object', 'where', '?'].map((name): [string, Handler] => [name, handled(where)]),
  ...['select-object', 'select'].map((name): [string, Handler] => [name, handled(select)]),
  ...['measure-object', 'measure', 'sort-object', 'sort', 'tee-object'].map((name): [string, Handler] => [name, handled((_host, call) => call.input)]),
  ...['foreach-object', '%', 'foreach'].map((name): [string, Handler] => [name, handled(forEach)]),
])
