import type { Format, SourceFile } from '../model/stages.ts'
import { ALL_PROFILES } from '../model/rules.ts'
import type { Problem, ProfileSet, RuleSelector, Setting, Span } from '../model/types.ts'
import { ansibleLiteral, filled, keyValues, pair, type Variables } from '../text/ansible-values.ts'
import { type Entry, type Literal, literalText, MAX_DEPTH } from '../text/literal.ts'
import { entryOf, parseYaml, prepareYaml, type YamlNode, type YamlScalar } from '../text/yaml.ts'
import { MOST_ERRORS } from '../text/yaml-literals.ts'
import { adopt } from './shared/adopt.ts'
import { ansibleShell } from './ansible/shell.ts'
import { dscFirewall, dscProfile } from './shared/dsc-firewall.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { setRegistryValue } from './shared/registry-resource.ts'
import {
  addresses, ALLOW_OR_BLOCK, changedValues, direction, icmp, ignored, interfaceTypes, ipsecOnly, newDraft, ports, PROFILE_WORDS, profiles, protocol,
  readAttributes, type Reader, ruleOf, text, type Vocabulary, word,
} from './shared/rule-draft.ts'
import { LOCAL, ScriptState } from './shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './shared/tool-keywords.ts'

/** What Ansible takes for a boolean. */
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true], ['yes', true], ['on', true], ['1', true], ['t', true], ['y', true],
  ['false', false], ['no', false], ['off', false], ['0', false], ['f', false], ['n', false],
])
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

/** The modules that are about the firewall alone, and what a module for anything must hold to be about it. */
const MARK = /\bwin_firewall(?:_rule)?["']?\s{0,9}:|\b(?:action|module)["']?\s{0,9}:\s{0,9}["']?(?:\w+\.){0,3}win_firewall(?:_rule)?\b/
const CARRIER = /\bwin_(?:shell|powershell|command|dsc|regedit)["']?\s{0,9}:|\b(?:action|module)["']?\s{0,9}:\s{0,9}["']?(?:\w+\.){0,3}win_(?:shell|powershell|command|dsc|regedit)\b/
const CARRIED = /NetFirewall(?:Rule|Profile|Setting)\b|\badvfirewall\b|\bresource_name["']?\s{0,9}[:=]\s{0,9}["']?x?Firewall|\\FirewallPolicy\b|\\WindowsFirewall\b/i
/** Rules that the loops of one file may make. */
const MOST_UNROLLED = 10_000

/** Ansible playbooks, roles and task files. */
export const ansible: Format = {
  id: 'ansible',
  title: 'Ansible playbook or task file',
  store: 'local',
  names: [],
  prepare: file => prepareYaml(file?.text),
  recognises: file => /\.ya?ml$/.test(file.name) && file.text.includes('win_')
    && (MARK.test(file.text) || (CARRIER.test(file.text) && CARRIED.test(file.text))),
  parse(file) {
    const state = new ScriptState()
    const { documents, errors } = parseYaml(file)
    for (const { message, start, end } of errors.slice(0, MOST_ERRORS)) {
      state.problem({ code: 'file-unreadable', message: `Not readable as YAML: ${message}.`, source: file.span(start, Math.max(start, end)) })
    }
    const registry = new RegistryPolicy(state.problems)
    const player = new Player(file, state, registry, assignedNames(documents))
    for (const document of documents) player.document(document)
    const inRegistry = registry.parts()
    adopt(inRegistry, undefined, state)
    // Openings of administrative templates stand beside the rules.
    const beside = inRegistry.flatMap(({ store, openings }) => (openings ? [{ store, rules: [], profiles: {}, changes: [], openings }] : []))
    return { path: file.path, format: ansible.id, parts: [...state.parts(), ...beside], problems: distinct(state.problems) }
  },
}

/** A task in a loop says the same of itself for every item. */
function distinct(problems: readonly Problem[]): Problem[] {
  // A script inside of the file counts its places by itself.
  const told = new Map<Span['origin'], Set<string>>()
  return problems.filter(({ code, message, source: { origin, start, end } }) => {
    const here = told.get(origin) ?? new Set()
    told.set(origin, here)
    const key = `${code} ${start} ${end} ${message}`
    return !here.has(key) && here.add(key)
  })
}

/** What surrounds a task. */
interface Around {
  readonly variables: Variables
  readonly conditions: readonly string[]
  readonly defaults: ReadonlyMap<string, Literal>
  readonly depth: number
}
const NOTHING: Around = { variables: new Map(), conditions: [], defaults: new Map(), depth: 0 }

/** Names that tasks assign while the play runs: what `vars` says of them does not last. */
function assignedNames(documents: readonly YamlNode[]): { names: Set<string>; all: boolean } {
  const names = new Set<string>()
  let all = false
  const waiting: YamlNode[] = [...documents]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'scalar') continue
    if (node.kind === 'list') { waiting.push(...node.items); continue }
    for (const { key, value } of node.entries) {
      const short = shortName(key)
      if (short === 'set_fact' && value.kind === 'map') for (const entry of value.entries) names.add(entry.key)
      else if (short === 'register' && value.kind === 'scalar') names.add(value.text)
      else if (short === 'include_vars') all = true
      waiting.push(value)
    }
  }
  return { names, all }
}

/** `community.windows.win_firewall_rule` to `win_firewall_rule`. */
const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const TASK_LISTS = ['pre_tasks', 'tasks', 'post_tasks', 'handlers'] as const

class Player {
  readonly #file: SourceFile
  readonly #state: ScriptState
  readonly #registry: RegistryPolicy
  readonly #assigned: { names: Set<string>; all: boolean }
  /** Display names of rules that the play has surely made: the next task of that name changes the rule. */
  #made = new Set<string>()
  #unrolled = 0

  constructor(file: SourceFile, state: ScriptState, registry: RegistryPolicy, assigned: { names: Set<string>; all: boolean }) {
    this.#file = file
    this.#state = state
    this.#registry = registry
    this.#assigned = assigned
  }

  document(root: YamlNode): void {
    if (root.kind === 'map') this.#item(root, NOTHING)
    else if (root.kind === 'list') for (const item of root.items) this.#item(item, NOTHING)
  }

  #item(node: YamlNode, around: Around): void {
    if (node.kind !== 'map') return
    const isPlay = entryOf(node, 'hosts') !== undefined || TASK_LISTS.some(list => entryOf(node, list) !== undefined)
    if (!isPlay) { this.#task(node, around); return }
    this.#made = new Set()
    // Variables of files and prompts win over those of the play.
    const open = entryOf(node, 'vars_files') !== undefined || entryOf(node, 'vars_prompt') !== undefined
    const inner = { ...this.#inside(node, around, open), depth: around.depth + 1 }
    for (const list of TASK_LISTS) this.#tasks(entryOf(node, list)?.value, list === 'handlers' ? under(inner, 'handler') : inner)
  }
  #tasks(node: YamlNode | undefined, around: Around): void {
    if (node?.kind === 'list') for (const item of node.items) this.#task(item, around)
  }

  /** `vars` and `module_defaults` of a play, block or task. */
  #inside(node: YamlNode, around: Around, open = false): Around {
    const said = entryOf(node, 'vars')?.value
    let { variables, defaults } = around
    if (said?.kind === 'map' && !open && !this.#assigned.all) {
      const own = new Map(variables)
      for (const { key, value } of said.entries) {
        if (this.#assigned.names.has(key)) own.delete(key)
        else own.set(key, ansibleLiteral(value))
      }
      variables = own
    } else if (said?.kind === 'map') {
      const own = new Map(variables)
      for (const { key } of said.entries) own.delete(key)
      variables = own
    }
    const modules = entryOf(node, 'module_defaults')?.value
    if (modules?.kind === 'map') defaults = new Map([...defaults, ...modules.entries.map(e => [shortName(e.key), ansibleLiteral(e.value)] as const)])
    return { ...around, variables, defaults }
  }

  #task(node: YamlNode, outer: Around): void {
    if (node.kind !== 'map' || outer.depth > MAX_DEPTH) return
    const conditioned = this.#conditioned(node, outer)
    if (!conditioned) return
    const around = this.#inside(node, conditioned)
    const block = entryOf(node, 'block')
    if (block) {
      const inner = { ...around, depth: around.depth + 1 }
      this.#tasks(block.value, inner)
      this.#tasks(entryOf(node, 'rescue')?.value, under(inner, 'rescue'))
      this.#tasks(entryOf(node, 'always')?.value, inner)
      return
    }
    for (const { key, value, start } of node.entries) {
      const short = shortName(key)
      const module = MODULES.get(short)
      if (module) this.#loop(node, around, (inner, loop) => this.#run(short, module, value, start, node, inner, loop))
      else if (key === 'action' || key === 'local_action') this.#action(value, start, node, key === 'action' ? around : under(around, 'local_action'))
    }
  }
  /** `action: MODULE name=x …`, or a map with `module`. */
  #action(value: YamlNode, start: number, node: YamlNode, around: Around): void {
    const named = value.kind === 'map' ? entryOf(value, 'module')?.value : value
    if (named?.kind !== 'scalar') return
    const name = /^\s*(\S+)\s*/.exec(named.text)
    const short = shortName(name?.[1] ?? '')
    const module = MODULES.get(short)
    if (!module) return
    const rest: YamlNode = value.kind === 'map' ? value : { ...named, value: '', text: named.text.slice(name?.[0].length), start: named.start + (name?.[0].length ?? 0) }
    this.#loop(node, around, (inner, loop) => this.#run(short, module, rest, start, node, inner, loop))
  }

  /** The surroundings with the conditions of a task; undefined when it never runs. */
  #conditioned(node: YamlNode, around: Around): Around | undefined {
    const conditions: string[] = []
    const when = entryOf(node, 'when')?.value
    for (const said of when?.kind === 'list' ? when.items : when ? [when] : []) {
      const condition = said.kind === 'scalar' ? said.text.trim() : ''
      if (/^(?:false|no|off)$/i.test(condition)) return undefined
      if (!/^(?:true|yes|on|)$/i.test(condition)) conditions.push(condition)
    }
    const more: string[] = conditions.length > 0 ? [`when ${conditions.join(' and ')}`] : []
    const tags = entryOf(node, 'tags')?.value
    if (tags && /(?:^|,)\s*never\s*(?:,|$)/.test(literalText(ansibleLiteral(tags)))) more.push('tag never')
    const delegate = entryOf(node, 'delegate_to')?.value
    if (delegate) more.push(`delegate_to ${literalText(ansibleLiteral(delegate))}`)
    const check = entryOf(node, 'check_mode')?.value
    if (check?.kind === 'scalar' && BOOLEANS.get(check.text.toLowerCase()) === true) more.push('check_mode')
    return more.length === 0 ? around : { ...around, conditions: [...around.conditions, ...more.map(text => text.replace(/\s+/g, ' ').slice(0, 200))].slice(-8) }
  }

  /** Runs a task once for each item of its loop, as far as the file lists them. */
  #loop(node: YamlNode, around: Around, run: (around: Around, loop: string | undefined) => void): void {
    if (node.kind !== 'map') return
    const loop = node.entries.find(({ key }) => key === 'loop' || key.startsWith('with_'))
    if (!loop) { run(around, undefined); return }
    const control = entryOf(node, 'loop_control')?.value
    const variable = entryOf(control, 'loop_var')?.value
    const name = variable?.kind === 'scalar' ? variable.text : 'item'
    const list = filled(ansibleLiteral(loop.value), around.variables)
    const items = itemsOf(loop.key, list)
    if (!items) {
      // Whatever an outer variable of that name says, the loop hides it.
      const variables = new Map(around.variables)
      variables.delete(name)
      run({ ...around, variables }, `${loop.key} ${literalText(list)}`.replace(/\s+/g, ' ').slice(0, 200))
      return
    }
    for (const item of items) {
      if (this.#unrolled++ >= MOST_UNROLLED) {
        if (this.#unrolled === MOST_UNROLLED + 1) {
          const message = `The loops of this file make more than ${MOST_UNROLLED} rules; the rest is left out.`
          this.#state.problem({ code: 'requirement-unverifiable', message, source: this.#file.span(loop.start, loop.end) })
        }
        return
      }
      run({ ...around, variables: new Map([...around.variables, [name, item]]) }, undefined)
    }
  }

  #run(name: string, module: Module, value: YamlNode, start: number, node: YamlNode, around: Around, loop: string | undefined): void {
    const given = new Map<string, Entry>()
    const add = (entries: Iterable<Entry>): void => {
      for (const { name: key, start: at, value: said } of entries) given.set(key.toLowerCase(), { name: key, start: at, value: filled(said, around.variables) })
    }
    const defaults = around.defaults.get(name)
    if (defaults?.kind === 'table') add(defaults.entries.values())
    const args = entryOf(node, 'args')?.value
    const more = args && ansibleLiteral(args)
    if (more?.kind === 'table') add(more.entries.values())
    const said = value.kind === 'scalar' ? undefined : ansibleLiteral(value)
    if (said?.kind === 'table') add(said.entries.values())
    else if (value.kind === 'scalar' && !module.takesText) add(this.#freeForm(value))
    const conditions = loop === undefined ? around.conditions : [...around.conditions, loop]
    module.run({
      attributes: given, text: value.kind === 'scalar' ? value : undefined, node: value, variables: around.variables,
      source: this.#span(start, value.end), condition: conditions.length > 0 ? conditions.join(' > ') : undefined,
      file: this.#file, state: this.#state, registry: this.#registry, made: this.#made, name,
    })
  }
  /** A block map ends where the next key begins: white space is cut off. */
  #span(start: number, end: number): Span {
    let to = Math.max(start, end)
    while (to > start && /\s/.test(this.#file.text[to - 1] ?? '')) to--
    return this.#file.span(start, to)
  }
  *#freeForm(node: YamlScalar): Iterable<Entry> {
    // Places hold where the text stands on one line without escapes, as such lines do.
    const at = node.start + (node.quoted ? 1 : 0)
    for (const { name, value, start, valueStart, end } of keyValues(node.text)) {
      const kind = value.includes('{{') ? 'expression' : 'scalar'
      yield { name, start: at + start, value: { kind, text: value, start: at + valueStart, end: Math.min(node.end, at + end) } }
    }
  }
}
const under = (around: Around, condition: string): Around => ({ ...around, conditions: [...around.conditions, condition] })

/** The items of a literal loop; undefined for lookups that this reader does not know, and for lists that the file does not hold. */
function itemsOf(keyword: string, list: Literal): readonly Literal[] | undefined {
  if (keyword === 'with_dict') return list.kind === 'table' ? [...list.entries.values()].map(pair) : undefined
  if (keyword !== 'loop' && keyword !== 'with_items' && keyword !== 'with_list' && keyword !== 'with_flattened') return undefined
  if (list.kind === 'scalar' && keyword !== 'loop') return [list]
  if (list.kind !== 'list' || list.items.some(item => item.kind === 'expression' && keyword !== 'loop')) return undefined
  return keyword === 'with_items' || keyword === 'with_flattened' ? list.items.flatMap(item => (item.kind === 'list' ? item.items : [item])) : list.items
}

/** One run of a module. */
export interface ModuleRun {
  readonly name: string
  readonly attributes: ReadonlyMap<string, Entry>
  /** The text behind the module's name, where that is no map. */
  readonly text: YamlScalar | undefined
  readonly node: YamlNode
  readonly variables: Variables
  readonly source: Span
  readonly condition: string | undefined
  readonly file: SourceFile
  readonly state: ScriptState
  readonly registry: RegistryPolicy
  readonly made: Set<string>
}
interface Module { readonly takesText?: boolean; run(run: ModuleRun): void }

const MODULES: ReadonlyMap<string, Module> = new Map([
  ['win_firewall_rule', { run: firewallRule }],
  ['win_firewall', { run: firewall }],
  ['win_dsc', { run: dsc }],
  ['win_regedit', { run: regedit }],
  ['win_shell', { takesText: true, run: ansibleShell }],
  ['win_powershell', { takesText: true, run: ansibleShell }],
  ['win_command', { takesText: true, run: ansibleShell }],
  // Over WinRM a raw command goes to PowerShell too.
  ['raw', { takesText: true, run: ansibleShell }],
])

function firewallRule({ attributes, source, condition, state, made }: ModuleRun): void {
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
function firewall({ attributes, source, condition, state }: ModuleRun): void {
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

/** `win_dsc: resource_name: Firewall` with the properties of the DSC resource. */
function dsc({ attributes, source, condition, state }: ModuleRun): void {
  const resource = attributes.get('resource_name')?.value
  const name = resource?.kind === 'scalar' ? resource.text.toLowerCase() : ''
  const properties = new Map([...attributes].filter(([key]) => key !== 'resource_name' && key !== 'module_version'))
  if (/^x?firewall$/.test(name)) {
    const { rule, change, problems } = dscFirewall(properties, source, condition)
    if (rule) state.rule(rule, LOCAL)
    if (change) state.change(change, LOCAL)
    problems.forEach(problem => state.problem(problem))
  } else if (/^x?firewallprofile$/.test(name)) {
    const { profile, settings, problems } = dscProfile(properties, source)
    problems.forEach(problem => state.problem(problem))
    for (const [key, setting] of Object.entries(settings)) {
      const said = condition === undefined ? setting : { ...setting, condition }
      if (profile) state.configure(PROFILE_WORDS.get(profile) ?? 0, key as 'enabled', said as Setting<boolean>, LOCAL)
    }
  }
}

/** `win_regedit`: rules and settings of the firewall in the registry. */
function regedit({ attributes, source, condition, state, registry }: ModuleRun): void {
  const value = (...names: readonly string[]): Literal | undefined => names.map(name => attributes.get(name)?.value).find(found => found !== undefined)
  const path = value('path', 'key')
  if (!path) return
  const said = value('state')
  const problems: Problem[] = []
  // What may not happen is kept apart from what does.
  const policy = condition === undefined ? registry : new RegistryPolicy(problems)
  setRegistryValue(policy, {
    path, name: value('name', 'entry', 'value'), data: value('data'), type: value('type', 'datatype'), source, isAbsent: said !== undefined && literalText(said).toLowerCase() === 'absent',
  }, problems)
  if (condition !== undefined) adopt(policy.parts(), condition, state)
  problems.forEach(problem => state.problem(problem))
}
