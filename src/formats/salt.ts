import type { Format, SourceFile } from '../model/stages.ts'
import { ALL_PROFILES } from '../model/rules.ts'
import type { Problem, Rule, Span } from '../model/types.ts'
import { conditions, PLACEHOLDER, withoutJinja } from '../text/jinja.ts'
import { effort } from '../text/effort.ts'
import { type Entry, type Literal, literalText, sizeOf } from '../text/literal.ts'
import { parseYaml, prepareYaml } from '../text/yaml.ts'
import { literalOf, type LiteralOptions, MOST_ERRORS } from '../text/yaml-literals.ts'
import { adopt } from './shared/adopt.ts'
import {
  addresses, ALLOW_OR_BLOCK, direction, ignored, newDraft, ports, protocol, readAttributes, type Reader, ruleOf, text, type Vocabulary, word,
} from './shared/rule-draft.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { setRegistryValue } from './shared/registry-resource.ts'
import { LOCAL, ScriptState } from './shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_PORTS } from './shared/tool-keywords.ts'
import { FIREWALL_COMMAND, toolScript, withoutGuards } from './shared/tool-script.ts'

/** What every state may carry and no packet feels (Salt: requisites, global state arguments). */
const ORDERING = ['require', 'require_in', 'require_any', 'watch', 'watch_in', 'watch_any', 'prereq', 'prereq_in', 'listen', 'listen_in', 'use', 'use_in', 'order',
  'failhard', 'reload_modules', 'reload_grains', 'reload_pillar', 'retry', 'parallel', 'fire_event', 'aggregate', 'saltenv', 'names', 'comment']
/** These decide whether the state runs at all. */
const CONDITIONS = ['onlyif', 'unless', 'onchanges', 'onchanges_any', 'onchanges_in', 'onfail', 'onfail_any', 'onfail_in', 'check_cmd', 'creates', 'runas']
const condition: Reader = (draft, value, { name }) => { draft.unmodelled.push(`condition=${name} ${literalText(value)}`.slice(0, 200)) }

/** `win_firewall.add_rule` (salt/states/win_firewall.py): makes one netsh command. */
const RULE: Vocabulary = new Map<string, Reader>([
  ...ORDERING.map((name): [string, Reader] => [name, ignored]), ...CONDITIONS.map((name): [string, Reader] => [name, condition]),
  ['name', text('name')], ['localport', ports('localPorts', TOOL_PORTS)], ['protocol', protocol()], ['action', word('action', ALLOW_OR_BLOCK)],
  ['dir', direction('in', 'out')], ['remoteip', addresses('remoteAddresses', TOOL_ADDRESSES)],
])

const STATE = /^(?:win_firewall|firewall)\.(\w+)$/
const MARK = /\bwin_firewall(?:\.\w|\s*:)|\bfirewall\.(?:add_rule|delete_rule|enable|disable)\b/
const isOurs = (text: string): boolean => MARK.test(text) || (/\bcmd\.(?:run|wait)\b/.test(text) && FIREWALL_COMMAND.test(text))
  || (/\breg\.(?:present|absent)\b/.test(text) && /\\(?:WindowsFirewall|FirewallPolicy)\b/i.test(text))
/** A line that begins a state of its own: Salt's ids stand at the margin. */
const TOP = /^[^\s#\-}\]{%&*].*$/gm

/** Salt states with `win_firewall`. */
export const salt: Format = {
  id: 'salt',
  title: 'Salt state',
  store: 'local',
  names: [],
  prepare: () => prepareYaml(),
  recognises: file => file.name.endsWith('.sls') && isOurs(file.text),
  parse(file) {
    const state = new ScriptState()
    const renderer = /^#!([^\r\n]*)/.exec(file.text)?.[1]
    if (renderer !== undefined && !/yaml/.test(renderer)) {
      const message = `The renderer "${renderer.trim().slice(0, 60)}" is a program; what it makes cannot be known from the file.`
      state.problem({ code: 'requirement-unverifiable', message, source: file.span(0, renderer.length + 2) })
    } else readStates(file, state)
    return { path: file.path, format: salt.id, parts: state.parts(), problems: state.problems }
  },
}

/** Each state is read by itself: templates may give two of them one id, and one that is broken spoils no other. */
function readStates(file: SourceFile, state: ScriptState): void {
  const jinja = withoutJinja(file.text)
  const starts = [...jinja.text.matchAll(TOP)].map(match => match.index)
  const known = new Set<string>()
  const registry = new RegistryPolicy(state.problems)
  const conditionAt = conditions(jinja)
  starts.forEach((start, i) => {
    const block = jinja.text.slice(start, starts[i + 1])
    if (!isOurs(block)) return
    const { documents, errors } = parseYaml({ text: block })
    for (const { message, start: at, end } of errors.slice(0, MOST_ERRORS)) {
      state.problem({ code: 'file-unreadable', message: `Not readable as YAML: ${message}.`, source: file.span(start + at, start + Math.max(at, end)) })
    }
    const options: LiteralOptions = {
      offset: start,
      text: node => (node.text.includes(PLACEHOLDER) ? undefined : node.text),
      written: node => file.text.slice(start + node.start, start + node.end).replace(/^(["'])([^]*)\1$/, '$2'),
    }
    for (const document of documents) {
      if (document.kind !== 'map') continue
      for (const { key, start: at, value } of document.entries) {
        const id = key.includes(PLACEHOLDER) ? file.text.slice(start + at, start + at + key.length) : key
        // `COMMAND: cmd.run`: the id is all that it needs.
        if (value.kind === 'scalar') stateCall(id, { name: value.text, start: start + at, value: literalOf(value, options) }, file, conditionAt, state, known, registry)
        if (value.kind !== 'map') continue
        for (const call of value.entries) stateCall(id, { name: call.key, start: call.start + start, value: literalOf(call.value, options) }, file, conditionAt, state, known, registry)
      }
    }
  })
  adopt(registry.parts(), undefined, state)
}

/** `win_firewall.FUNCTION: [ { name: … }, … ]`, or `win_firewall: [ FUNCTION, { name: … } ]`. */
function stateCall(id: string, { name, start, value }: Entry, file: SourceFile, conditionAt: (at: number) => string | undefined, state: ScriptState, known: Set<string>, registry: RegistryPolicy): void {
  const items = value.kind === 'list' ? value.items : [value]
  const source: Span = file.span(start, Math.max(start, value.end), id)
  if (name === 'module.run') {
    for (const [called, parameters] of moduleCalls(items)) run(called, parameters)
    return
  }
  if (name === 'cmd.run' || name === 'cmd.wait') { command(parametersOf(items)); return }
  if (name === 'reg.present' || name === 'reg.absent') { registryValue(parametersOf(items), name === 'reg.absent'); return }
  const short = items.find(item => item.kind === 'scalar')
  const called = STATE.exec(name)?.[1] ?? (name === 'win_firewall' && short?.kind === 'scalar' ? short.text : undefined)
  if (called !== undefined) run(called, parametersOf(items))

  /** The key is the name or the id. */
  function registryValue(parameters: ReadonlyMap<string, Entry>, isAbsent: boolean): void {
    const value = (one: string): Literal | undefined => parameters.get(one)?.value
    const path: Literal = value('name') ?? { kind: 'scalar', text: id, start, end: start }
    const problems: Problem[] = []
    const why = conditionsOf(parameters)
    // What may not happen is kept apart from what does.
    const policy = why === undefined ? registry : new RegistryPolicy(problems)
    setRegistryValue(policy, { path, name: value('vname'), data: value('vdata'), type: { kind: 'scalar', text: literalText(value('vtype') ?? path).replace(/^REG_/i, ''), start, end: start }, source, isAbsent }, problems)
    if (why !== undefined) adopt(policy.parts(), why, state)
    problems.forEach(problem => state.problem(problem))
  }
  function conditionsOf(parameters: ReadonlyMap<string, Entry>): string | undefined {
    const guards = CONDITIONS.flatMap(one => { const said = parameters.get(one)?.value; return said ? [`${one} ${literalText(said)}`.slice(0, 200)] : [] })
    const around = conditionAt(start)
    return withoutGuards([...(around === undefined ? [] : [around]), ...guards].join(' > '))
  }
  /** The command is the name, each of the names, or the id. */
  function command(parameters: ReadonlyMap<string, Entry>): void {
    const names = parameters.get('names')?.value
    const named: Literal = parameters.get('name')?.value ?? { kind: 'scalar', text: id, start, end: start }
    const shell = /^(?:powershell|pwsh)/i.test(literalText(parameters.get('shell')?.value ?? named)) && parameters.has('shell') ? 'powershell' : 'cmd'
    const why = conditionsOf(parameters)
    for (const text of names?.kind === 'list' ? names.items : [named]) toolScript({ text, shell, condition: why, start: source.start, end: source.end }, file, state)
  }
  function run(called: string, parameters: ReadonlyMap<string, Entry>): void {
    const draft = readAttributes(newDraft(source), parameters.values(), called === 'add_rule' ? RULE : new Map([...RULE, ['profile', ignored]]))
    const around = conditionAt(start)
    if (around !== undefined) draft.unmodelled.push(`condition=${around}`)
    const said = draft.values.name ?? id
    const why = draft.unmodelled.length > 0 ? draft.unmodelled.join(', ').replaceAll('condition=', '') : undefined
    if (called === 'add_rule') {
      const names = parameters.get('names')?.value
      // Each name is a rule of its own with the same parameters.
      const size = names ? [...parameters.values()].reduce((sum, entry) => (entry.value === names ? sum : sum + sizeOf(entry.value)), 0) : 0
      for (const one of names?.kind === 'list' ? names.items.map(literalText) : [said]) {
        if (!effort().copy(size)) {
          state.problem({ code: 'requirement-unverifiable', message: 'The names of this state make more rules than are followed; the rest is left out.', source })
          break
        }
        // The state looks whether a rule of that name exists, and then does nothing.
        if (known.has(one.toLowerCase())) continue
        // Protocol tcp, action allow and direction in are the function's own defaults.
        const rule: Rule = ruleOf(draft, { id: null, name: one, protocol: 6, direction: 'inbound', action: 'allow' })
        if (why === undefined && rule.malformed === undefined) known.add(one.toLowerCase())
        state.rule(names?.kind === 'list' ? { ...rule, name: one } : rule, LOCAL)
      }
      draft.problems.forEach(problem => state.problem(problem))
    } else if (called === 'delete_rule') {
      state.change({ kind: 'remove', select: { names: [said] }, values: {}, condition: why, source }, LOCAL)
    } else if (/^(?:enable|disable)d?$/.test(called)) {
      const profile = parameters.get('profile')?.value ?? parameters.get('name')?.value
      const written = profile ? literalText(profile) : id
      const bits = PROFILE_NAMES.get(written.toLowerCase()) ?? (profile === undefined ? ALL_PROFILES : undefined)
      const setting = { value: called.startsWith('enable'), source, ...(why === undefined ? {} : { condition: why }) }
      if (bits !== undefined) state.configure(bits, 'enabled', setting, LOCAL)
      else state.problem({ code: 'requirement-unverifiable', message: `"${written}" is none of allprofiles, domainprofile, privateprofile, publicprofile.`, source })
    }
  }
}
const PROFILE_NAMES = new Map([['allprofiles', ALL_PROFILES], ['domainprofile', 1], ['privateprofile', 2], ['publicprofile', 4]])

/** A list of maps with one key each, as one map. */
function parametersOf(items: readonly Literal[]): Map<string, Entry> {
  const parameters = new Map<string, Entry>()
  for (const item of items) if (item.kind === 'table') for (const [name, entry] of item.entries) parameters.set(name, entry)
  return parameters
}
/** `module.run` calls an execution module: `- name: firewall.add_rule` with arguments beside it, or `- firewall.add_rule: […]`. */
function moduleCalls(items: readonly Literal[]): [string, ReadonlyMap<string, Entry>][] {
  const parameters = parametersOf(items)
  const named = parameters.get('name')?.value
  const old = named?.kind === 'scalar' ? STATE.exec(named.text)?.[1] : undefined
  if (old !== undefined) {
    parameters.delete('name')
    const own = parameters.get('m_name')
    parameters.delete('m_name')
    if (own) parameters.set('name', { ...own, name: 'name' })
    return [[old, parameters]]
  }
  return [...parameters.values()].flatMap(({ name, value }): [string, ReadonlyMap<string, Entry>][] => {
    const called = STATE.exec(name)?.[1]
    return called === undefined ? [] : [[called, parametersOf(value.kind === 'list' ? value.items : [value])]]
  })
}
