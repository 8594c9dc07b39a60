import type { SourceFile } from '../../model/stages.ts'
import type { Span } from '../../model/types.ts'
import { ansibleLiteral, filled, keyValues, pair, Variables } from '../../text/ansible-values.ts'
import { effort } from '../../text/effort.ts'
import { type Entry, type Literal, literalText, MAX_DEPTH, sizeOf } from '../../text/literal.ts'
import { entryOf, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from '../../text/yaml.ts'
import type { RegistryPolicy } from '../shared/registry-policy.ts'
import type { ScriptState } from '../shared/script-state.ts'
import { BOOLEANS, type Module } from './module.ts'
import { MODULES } from './modules.ts'

/** Rules that the loops of one file may make. */
const MOST_UNROLLED = 10_000

/** What surrounds a task. */
interface Around {
  readonly variables: Variables
  readonly conditions: readonly string[]
  readonly defaults: ReadonlyMap<string, Literal>
  readonly depth: number
}
const NOTHING: Around = { variables: new Variables(new Map()), conditions: [], defaults: new Map(), depth: 0 }

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

/** Goes through plays, blocks and tasks in their order, and runs the modules that can change the firewall. */
export class Player {
  readonly #file: SourceFile
  readonly #state: ScriptState
  readonly #registry: RegistryPolicy
  readonly #assigned: { names: Set<string>; all: boolean }
  /** Display names of rules that the play has surely made: the next task of that name changes the rule. */
  #made = new Set<string>()
  #unrolled = 0
  /** Whether it was told that loops were not followed to their end. */
  #isCut = false

  constructor(file: SourceFile, state: ScriptState, registry: RegistryPolicy, documents: readonly YamlNode[]) {
    this.#file = file
    this.#state = state
    this.#registry = registry
    this.#assigned = assignedNames(documents)
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
    if (said?.kind === 'map') {
      const isOpen = (name: string): boolean => open || this.#assigned.all || this.#assigned.names.has(name)
      variables = variables.with(new Map(said.entries.map(({ key, value }) => [key, isOpen(key) ? undefined : ansibleLiteral(value)])))
    }
    const modules = entryOf(node, 'module_defaults')?.value
    if (modules?.kind === 'map') defaults = new Map([...defaults, ...modules.entries.filter(e => MODULES.has(shortName(e.key))).map(e => [shortName(e.key), ansibleLiteral(e.value)] as const)])
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
    const loop = node.entries.find(({ key }) => key === 'loop' || key.startsWith('with_'))
    for (const { key, value, start } of node.entries) {
      const short = shortName(key)
      const module = MODULES.get(short)
      if (module) this.#loop(node, loop, around, (inner, why) => this.#run(short, module, value, start, node, inner, why))
      else if (key === 'action' || key === 'local_action') this.#action(value, start, node, loop, key === 'action' ? around : under(around, 'local_action'))
    }
  }
  /** `action: MODULE name=x …`, or a map with `module`. */
  #action(value: YamlNode, start: number, node: YamlMap, loop: YamlEntry | undefined, around: Around): void {
    const named = value.kind === 'map' ? entryOf(value, 'module')?.value : value
    if (named?.kind !== 'scalar') return
    const name = /^\s*(\S+)\s*/.exec(named.text)
    const short = shortName(name?.[1] ?? '')
    const module = MODULES.get(short)
    if (!module) return
    const rest: YamlNode = value.kind === 'map' ? value : { ...named, value: '', text: named.text.slice(name?.[0].length), start: named.start + (name?.[0].length ?? 0) }
    this.#loop(node, loop, around, (inner, why) => this.#run(short, module, rest, start, node, inner, why))
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
  #loop(node: YamlMap, loop: YamlEntry | undefined, around: Around, run: (around: Around, loop: string | undefined) => void): void {
    if (!loop) { run(around, undefined); return }
    const control = entryOf(node, 'loop_control')?.value
    const variable = entryOf(control, 'loop_var')?.value
    const name = variable?.kind === 'scalar' ? variable.text : 'item'
    const list = filled(ansibleLiteral(loop.value), around.variables)
    const items = itemsOf(loop.key, list)
    if (!items) {
      // Whatever an outer variable of that name says, the loop hides it.
      run({ ...around, variables: around.variables.with(new Map([[name, undefined]])) }, `${loop.key} ${literalText(list)}`.replace(/\s+/g, ' ').slice(0, 200))
      return
    }
    const size = node.entries.reduce((sum, { value }) => (value === loop.value ? sum : sum + sizeOf(ansibleLiteral(value))), 0)
    for (const item of items) {
      if (++this.#unrolled > MOST_UNROLLED || !effort().copy(size)) {
        if (!this.#isCut) this.#state.problem({ code: 'requirement-unverifiable', message: 'The loops of this file make more rules than are followed; the rest is left out.', source: this.#file.span(loop.start, loop.end) })
        this.#isCut = true
        return
      }
      run({ ...around, variables: around.variables.with(new Map([[name, item]])) }, undefined)
    }
  }

  #run(name: string, module: Module, value: YamlNode, start: number, node: YamlNode, around: Around, loop: string | undefined): void {
    const given = new Map<string, Entry>()
    const add = (entries: Iterable<Entry>): void => {
      for (const { name: key, start: at, value: said } of entries) given.set(key.toLowerCase(), { name: key, start: at, value: filled(said, around.variables) })
    }
    const conditions = loop === undefined ? [...around.conditions] : [...around.conditions, loop]
    const defaults = around.defaults.get(name)
    if (defaults?.kind === 'table') {
      if (effort().copy(sizeOf(defaults))) add(defaults.entries.values())
      else conditions.push('module_defaults that are too large to be followed')
    }
    const args = entryOf(node, 'args')?.value
    const more = args && ansibleLiteral(args)
    if (more?.kind === 'table') add(more.entries.values())
    const said = value.kind === 'scalar' ? undefined : ansibleLiteral(value)
    if (said?.kind === 'table') add(said.entries.values())
    else if (value.kind === 'scalar' && !module.takesText) add(this.#freeForm(value))
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
