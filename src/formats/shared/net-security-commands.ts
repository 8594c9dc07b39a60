import { ALL_PROFILES } from '../../model/rules.ts'
import type { Change, Problem, ProfileSettings, ProfileSet, Rule, RuleSelector, Setting, Span } from '../../model/types.ts'
import { ParameterTable, type Binding, type BoundArgument } from '../../text/powershell/binding.ts'
import { limitOf } from '../../text/powershell/builtins.ts'
import { type Argument, type Call, type Handler, type Host, type Interpreter, SPLATTED } from '../../text/powershell/interpreter.ts'
import { describe, elements, isKnown, ScriptBlock, textOfValue, truthOf, type Value } from '../../text/powershell/values.ts'
import { DEFAULT_ACTIONS, Draft, type DraftSink, enumWord, GPO_BOOLEAN, PARAMETERS, profilesOf, READERS, type Said } from './net-security.ts'
import { GpoSession, listOf, openSelection, ProfileQuery, RuleQuery, selectionOf, whereSelection } from './net-security-query.ts'
import { LOCAL, ScriptState, type ScriptSink, type Target } from './script-state.ts'

/** More problems than this say nothing new. */
const MAX_PROBLEMS = 2000

/** What a script in PowerShell does to the firewall: the NetSecurity cmdlets, and whatever `more` knows. */
export class FirewallHost implements Host, DraftSink, ScriptSink {
  readonly commands: ReadonlyMap<string, Handler>
  readonly state = new ScriptState()
  readonly spanOf: (start: number, end: number) => Span
  readonly #told = new Set<number>()
  readonly #sessions: { readonly session: GpoSession; readonly start: number; readonly end: number }[] = []
  #saves: boolean | undefined
  readonly #targets = new Map<string, Target>()
  #effects = 0
  #queries = 0

  constructor(commands: ReadonlyMap<string, Handler>, spanOf: (start: number, end: number) => Span) {
    this.commands = commands
    this.spanOf = spanOf
  }
  effects(): number { return this.#effects }
  queries(): number { return this.#queries }
  asked(): void { this.#queries++ }

  rule(rule: Rule, target: Target): void { this.#effects++; this.state.rule(rule, target) }
  change(change: Change, target: Target): void { this.#effects++; this.state.change(change, target) }
  configure<K extends keyof ProfileSettings>(profiles: ProfileSet, key: K, setting: ProfileSettings[K] | undefined, target: Target): void {
    this.#effects++
    this.state.configure(profiles, key, setting, target)
  }
  clearSettings(target: Target, condition: string | undefined): void { this.#effects++; this.state.clearSettings(target, condition) }
  problem(problem: Problem): void {
    // A loop says the same thing at the same place in every round.
    const key = problem.source.start
    if (this.#told.has(key) || this.#told.size >= MAX_PROBLEMS) return
    this.#told.add(key)
    this.state.problem(problem)
  }
  notice(message: string, start: number, end: number): void { this.problem({ code: 'requirement-unverifiable', message: `${message}.`, source: this.spanOf(start, end) }) }
  malformed(message: string, { start, end }: { start: number; end: number }): void { this.problem({ code: 'rule-malformed', message: `${message}.`, source: this.spanOf(start, end) }) }
  unknown(message: string, { start, end }: Said): void { this.notice(message, start, end) }

  /** Where `-PolicyStore` and `-GPOSession` point; undefined when nobody can write there. */
  target(store: Said | undefined, session: Said | undefined, limits: string[], command: string, script: Interpreter): Target | undefined {
    if (session) {
      if (!(session.value instanceof GpoSession)) { limits.push(`GPOSession=${describe(session.value)}`); this.unknown(`-GPOSession ${describe(session.value)} is a GPO that this file does not name`, session); return LOCAL }
      session.value.isUsed = true
      if (!this.saves(script)) limits.push('condition=Save-NetGPO')
      return session.value.target
    }
    if (!store) return LOCAL
    const text = isKnown(store.value) ? textOfValue(store.value) : undefined
    if (text === undefined) {
      if (/^\$env:computername$/i.test(describe(store.value))) return LOCAL
      limits.push(`PolicyStore=${describe(store.value)}`)
      this.unknown(`-PolicyStore ${describe(store.value)} is a store that this file does not name`, store)
      return LOCAL
    }
    const target = this.named(text)
    if (target) return target
    if (/^(?:ActiveStore|RSOP|SystemDefaults|StaticServiceStore)$/i.test(text)) {
      this.malformed(`${command} cannot write to the policy store ${text}`, store)
      return undefined
    }
    if (/^ConfigurableServiceStore$/i.test(text)) limits.push(`PolicyStore=${text}`)
    else limits.push(`computer=${text}`) // the local GPO of a machine of that name
    return LOCAL
  }
  /** The store of a name that is always the same one: the local one, or `domain\GPO`. */
  named(text: string): Target | undefined {
    if (/^(?:PersistentStore|localhost|\.|)$/i.test(text)) return LOCAL
    if (!text.includes('\\')) return undefined
    const known = this.#targets.get(text)
    if (known) return known
    const target: Target = { store: 'group-policy', gpo: text }
    this.#targets.set(text, target)
    return target
  }
  /** Whether the script stores what it writes into a session. */
  saves(script: Interpreter): boolean { return (this.#saves ??= /\bSave-NetGPO\b/i.test(script.text)) }
  /** A session that is never saved leaves the GPO as it was. */
  finish(): void {
    for (const { session, start, end } of this.#sessions) {
      if (session.isUsed && !session.isSaved) this.notice(`The GPO ${session.target.gpo ?? ''} is opened and never saved with Save-NetGPO: nothing of what the script writes to it is kept`, start, end)
    }
  }
  open(session: GpoSession, start: number, end: number): void { this.#sessions.push({ session, start, end }) }
}

type FirewallHandler = (host: FirewallHost, call: Call) => Value | undefined
/** A handler that gets the host that runs it. */
export const handled = (handler: FirewallHandler): Handler => call => handler(call.script.host as FirewallHost, call)

const tables = new Map<string, ParameterTable>()
function table(name: keyof typeof PARAMETERS): ParameterTable {
  let found = tables.get(name)
  if (!found) tables.set(name, (found = new ParameterTable(PARAMETERS[name])))
  return found
}

/** The arguments of a cmdlet by parameter, and what makes it fail. */
interface Bound {
  readonly bound: readonly BoundArgument[]
  readonly faults: Binding['faults']
  /** Limits of the place and of the arguments. */
  readonly limits: string[]
  /** A table of unknown content is splatted: any parameter may be in it. */
  readonly splatted: Argument | undefined
  get(parameter: string): Said | undefined
}
function bind(call: Call, name: keyof typeof PARAMETERS, title: string): Bound {
  let args = call.script.arguments(call.node)
  let splatted: Argument | undefined
  for (const arg of args) if (arg.name === SPLATTED) splatted = arg
  if (splatted) args = args.filter(arg => arg.name !== SPLATTED)
  const { bound, faults } = table(name).bind(title, args)
  const { limits: around } = call.script
  const limits = around.length === 0 ? [] : [...around]
  const get = (parameter: string): BoundArgument | undefined => {
    for (const argument of bound) if (argument.parameter.name === parameter) return argument
    return undefined
  }
  const computer = get('CimSession')
  const limit = computer && limitOf(computer.value)
  if (limit !== undefined) limits.push(limit)
  const whatIf = get('WhatIf')
  if (whatIf && truthOf(whatIf.value) === undefined) limits.push(`condition=not -WhatIf:${describe(whatIf.value)}`)
  return { bound, faults, limits, splatted, get }
}
/** Only says what it would do. */
const isDry = ({ get }: Bound): boolean => truthOf(get('WhatIf')?.value) === true

const START: Said = { value: null, start: 0, end: 0 }
const placeOf = ({ node }: Call): Said => ({ ...START, start: node.start, end: node.end })
/** The command's own name, for what it lacks. */
const nameOf = ({ node }: Call): Said => ({ ...START, start: node.name.start, end: node.name.end })

/** Parameters that say where and how, not what. */
const IS_MANNER: ReadonlySet<string> = new Set(['PolicyStore', 'GPOSession', 'CimSession', 'ThrottleLimit', 'AsJob', 'PassThru', 'InputObject', 'All', 'TracePolicyStore'])

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
  for (const { message, start, end } of given.faults) draft.refuse(message, { ...START, start, end })
  if (given.splatted) opened(draft, given.splatted)
  else if (draft.name === undefined && draft.refused === undefined) draft.refuse('New-NetFirewallRule lacks -DisplayName', nameOf(call))
  if (draft.name !== undefined && /^all$/i.test(draft.name)) draft.refuse('A rule cannot be called "All"', nameOf(call))
  if (call.input !== undefined) host.notice('What comes through the pipe may set parameters of this rule', call.node.start, call.node.end)
  const target = host.target(store, session, limits, 'New-NetFirewallRule', call.script)
  if (!target) return undefined
  const span = host.spanOf(call.node.start, call.node.end)
  const rule = draft.rule(span, limits)
  const select: RuleSelector = rule.id === null ? { names: [rule.name] } : { ids: [rule.id] }
  const isTwin = rule.id !== null && rule.malformed === undefined && limits.length === 0 && host.state.holds({ ids: [rule.id] }, target)
  if (isTwin && !host.state.holds(sameRule(rule), target)) {
    const message = `A rule with the name "${rule.id ?? ''}" exists already, so this command fails`
    host.malformed(message, given.get('Name') ?? nameOf(call))
    host.rule({ ...rule, malformed: message }, target)
  } else host.rule(rule, target)
  return call.isWanted ? new RuleQuery(call.script.written(call.node.start, call.node.end), select, target, [], () => true) : undefined
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
  const readsActive = isQuery && call.name.startsWith('get-')
  const target = readsActive ? readTarget(host, given) : host.target(given.get('PolicyStore'), given.get('GPOSession'), limits, title, call.script)
  if (!target) return undefined
  return { query: new RuleQuery(text, select, target, conditions, readsActive ? query => host.state.holds(query.select, query.target) : () => false), conditions: limits }
}
const SELECTORS: ReadonlyMap<string, 'ids' | 'names' | 'groups'> = new Map([['Name', 'ids'], ['DisplayName', 'names'], ['DisplayGroup', 'groups'], ['Group', 'groups']])
/** Reading is possible from every store; what is read from the active one is changed where it came from. */
function readTarget(host: FirewallHost, given: Bound): Target {
  const session = given.get('GPOSession')?.value
  if (session instanceof GpoSession) return session.target
  const store = given.get('PolicyStore')
  return (store && host.named(textOfValue(store.value) ?? '')) ?? LOCAL
}
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
const conditionOf = (limits: readonly string[], more: readonly string[]): string | undefined => {
  const all = [...limits.map(limit => limit.replace(/^condition=/, '')), ...more]
  return all.length === 0 ? undefined : [...new Set(all)].join(' and ')
}
const titleOf = (name: string): string => TITLES.get(name) ?? name

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
/** `Get-NetFirewallProfile | Where-Object Name -eq Domain`; any other filter leaves open which profiles are meant. */
function whereProfile(host: FirewallHost, { node, script }: Call, input: ProfileQuery): ProfileQuery {
  const written = script.written(node.start, node.end)
  const { select: { ids = [] }, conditions } = whereSelection(script.arguments(node), part => script.value(part), written)
  const profiles = profilesOf(ids)
  if (profiles && conditions.length === 0) return new ProfileQuery(input.text, input.profiles & profiles, input.target)
  host.notice(`${written} keeps profiles that this file does not name`, node.start, node.end)
  return new ProfileQuery(input.text, 0, input.target)
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

/** Copy- and Rename-NetFirewallRule: the copy of a rule that stands elsewhere cannot be shown. */
function copy(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'copy', titleOf(call.name))
  const found = selected(host, call, given, true)
  if (!found?.query || isDry(given)) return undefined
  host.notice(call.name.startsWith('copy')
    ? 'Copy-NetFirewallRule makes a rule whose content this file may not show; it is not followed'
    : 'Rename-NetFirewallRule gives a rule another name; what the script does to it afterwards by that name is not followed', call.node.start, call.node.end)
  return found.query
}

const SETTINGS: ReadonlyMap<string, { key: keyof ProfileSettings; isAction: boolean; isInverted: boolean }> = new Map([
  ['Enabled', { key: 'enabled', isAction: false, isInverted: false }],
  ['DefaultInboundAction', { key: 'defaultInbound', isAction: true, isInverted: false }],
  ['DefaultOutboundAction', { key: 'defaultOutbound', isAction: true, isInverted: false }],
  // AllowInboundRules False is what the dialog calls "block all connections" (DoNotAllowExceptions).
  ['AllowInboundRules', { key: 'blockAllInbound', isAction: false, isInverted: true }],
  ['AllowLocalFirewallRules', { key: 'allowLocalRules', isAction: false, isInverted: false }],
  ['AllowUserApps', { key: 'allowUserApps', isAction: false, isInverted: false }],
  ['AllowUserPorts', { key: 'allowUserPorts', isAction: false, isInverted: false }],
])

function profilesFrom(host: FirewallHost, call: Call, given: Bound): { profiles: ProfileSet; from: ProfileQuery | undefined } | undefined {
  const names = given.get('Name')
  const input = given.get('InputObject')?.value ?? call.input
  if (input instanceof ProfileQuery) return { profiles: input.profiles, from: input }
  if (!names) {
    if (input === undefined || !isKnown(input)) return { profiles: ALL_PROFILES, from: undefined }
    // Names may come through the pipe: 'Domain', 'Private' | Set-NetFirewallProfile …
    const piped = profilesOf(input)
    return piped ? { profiles: piped, from: undefined } : undefined
  }
  const profiles = profilesOf(names.value)
  if (profiles === null) { host.malformed(`${titleOf(call.name)} knows no profile ${describe(names.value)}`, names); return undefined }
  if (profiles === undefined) {
    given.limits.push(`condition=${describe(names.value)} is the profile`)
    host.unknown(`-Name ${describe(names.value)} is a profile that this file does not name`, names)
  }
  return { profiles: profiles ?? ALL_PROFILES, from: undefined }
}
function setProfile(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'setProfile', 'Set-NetFirewallProfile')
  for (const { message, start, end } of given.faults) host.malformed(message, { start, end })
  if (isDry(given) || given.faults.length > 0) return undefined
  const found = profilesFrom(host, call, given)
  if (!found) return undefined
  const { limits } = given
  const target = found.from?.target ?? host.target(given.get('PolicyStore'), given.get('GPOSession'), limits, 'Set-NetFirewallProfile', call.script)
  if (!target) return undefined
  if (given.splatted) host.notice(`${describe(given.splatted.value)} is a table that this file does not show`, given.splatted.start, given.splatted.end)
  const condition = conditionOf(limits, [])
  const assigned = [...(found.from?.assigned ?? [])].flatMap(([name, value]) => {
    const parameter = [...SETTINGS.keys()].find(key => key.toLowerCase() === name)
    return parameter === undefined ? [] : [{ name: parameter, said: { ...placeOf(call), value } }]
  })
  for (const { name, said } of [...assigned, ...given.bound.map(argument => ({ name: argument.parameter.name, said: argument as Said }))]) {
    const setting = SETTINGS.get(name)
    if (setting) settle(host, setting, name, said, found.profiles, target, condition)
  }
  return call.isWanted ? new ProfileQuery(call.script.written(call.node.start, call.node.end), found.profiles, target) : undefined
}
function settle(
  host: FirewallHost, { key, isAction, isInverted }: { key: keyof ProfileSettings; isAction: boolean; isInverted: boolean }, name: string, said: Said, profiles: ProfileSet,
  target: Target, condition: string | undefined,
): void {
  const text = isKnown(said.value) ? textOfValue(said.value) : undefined
  if (text === undefined) { host.unknown(`-${name} is ${describe(said.value)}, which this file does not decide`, said); return }
  const value = isAction ? enumWord(DEFAULT_ACTIONS, text) : enumWord(GPO_BOOLEAN, text)
  if (value === undefined) { host.malformed(`-${name} "${text.slice(0, 100)}" is no value of a profile`, said); return }
  if (value === null) { if (condition === undefined) host.configure(profiles, key, undefined, target); return }
  const setting: Setting<unknown> = {
    value: isInverted ? value === false : value, source: host.spanOf(said.start, said.end), ...(condition === undefined ? {} : { condition }),
  }
  host.configure(profiles, key, setting as never, target)
}
function queryProfile(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'getProfile', 'Get-NetFirewallProfile')
  const found = profilesFrom(host, call, given)
  return new ProfileQuery(call.script.written(call.node.start, call.node.end), found?.profiles ?? ALL_PROFILES, readTarget(host, given))
}

function openGpo(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'openGpo', 'Open-NetGPO')
  const store = given.get('PolicyStore')
  const text = store && isKnown(store.value) ? textOfValue(store.value) : undefined
  const target = text === undefined ? undefined : host.named(text)
  if (!target || target === LOCAL) return call.script.unknown(call.node)
  const session = new GpoSession(text ?? '', target)
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
/** A reset of everything, as `netsh advfirewall reset`. */
const FILTER_NAMES = ['Port', 'Address', 'Application', 'Service', 'InterfaceType', 'Interface', 'Security']

const TITLES: ReadonlyMap<string, string> = new Map([
  ...['New', 'Set', 'Get', 'Show', 'Enable', 'Disable', 'Remove', 'Copy', 'Rename'].map(verb => `${verb}-NetFirewallRule`),
  ...FILTER_NAMES.flatMap(name => [`Get-NetFirewall${name}Filter`, `Set-NetFirewall${name}Filter`]), 'Set-NetFirewallProfile', 'Get-NetFirewallProfile',
].map(title => [title.toLowerCase(), title]))

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

