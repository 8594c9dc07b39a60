import type { Arg, Assignment, Binary, Block, Command, ForEach, Function, If, Loop, Member, Node, Parameter, Switch, Try } from './ast.ts'
import type { ParameterSpec } from './binding.ts'
import { BUILTINS } from './builtins.ts'
import { binary, cast, method, staticMethod } from './operators.ts'
import { Parser } from './parser.ts'
import {
  describe, elements, environmentText, Foreign, HashTable, isKnown, likelyOf, MAX_LIST, MAX_TEXT, ScriptBlock, textOfValue, truthOf, Unknown, type Value,
} from './values.ts'
import { wildcard } from '../wildcard.ts'

/** One argument of a command with its value; a splatted table gives one for each entry. */
export interface Argument {
  readonly name: string | undefined
  readonly value: Value
  readonly hasValue: boolean
  /** `-Name:value`. */
  readonly isAttached: boolean
  readonly isSplatted: boolean
  /** The value's place, or the name's when it has none. */
  readonly start: number
  readonly end: number
  readonly nameStart: number
  /** Written by the table that binds it. */
  parameter: ParameterSpec | undefined
}

/** A command that is no function of the script. */
export interface Call {
  /** In lower case, without path, module and `.exe`. */
  readonly name: string
  readonly node: Command
  /** What came through the pipe; undefined when nothing did. */
  readonly input: Value | undefined
  /** Whether somebody takes what the command gives. */
  readonly isWanted: boolean
  readonly script: Interpreter
}
export type Handler = (call: Call) => Value | undefined

/** What the reader's user knows about the world: commands, and what they have changed so far. */
export interface Host {
  readonly commands: ReadonlyMap<string, Handler>
  /** How many effects there were: a branch that has none says nothing. */
  effects(): number
  /** How many times the script asked for what exists. */
  queries(): number
  /** Something that is not followed, with its place. */
  notice(message: string, start: number, end: number): void
}

/** Statements run inside loops and functions before we stop following. */
const MAX_STEPS = 100_000
const MAX_CALLS = 20
const MAX_ROUNDS = 1000
const MAX_WRITTEN = 160

class Scope {
  readonly variables = new Map<string, Value>()
  readonly parent: Scope | undefined
  constructor(parent: Scope | undefined) { this.parent = parent }
}
type Journal = Map<Scope, Map<string, Value | undefined>>
type Signal = '' | 'break' | 'continue' | 'return' | 'exit' | 'throw'

/**
 * Follows a script from top to bottom without running anything: variables hold what the text says, loops over known lists are
 * unrolled, functions are called, and a branch that the text does not decide is followed with its condition noted in `limits`.
 */
export class Interpreter {
  readonly text: string
  readonly host: Host
  readonly functions = new Map<string, Function>()
  readonly aliases = new Map<string, string>()
  /** What stands around the current statement: `condition=if (…)`, `computer=…`. */
  readonly #limits: string[] = []
  /** Conditions under which an earlier statement has left: `[how far it leaves, limit]`. */
  readonly #left: { kind: Signal; limit: string }[] = []
  readonly #parser: Parser
  readonly #called = new Set<string>()
  readonly #calling: string[] = []
  readonly #names = new Map<string, string>()
  /** The call of a method of an object that the host knows. */
  current: Node | undefined
  #scope = new Scope(undefined)
  #journal: Journal | undefined
  #signal: Signal = ''
  #steps = 0
  #counts = false
  #isTold = false

  constructor(text: string, host: Host) {
    this.text = text
    this.host = host
    this.#parser = new Parser(text)
  }
  get faults(): Parser['faults'] { return this.#parser.faults }
  /** `Key=value` for each thing that stands between the statement and certainty. */
  get limits(): readonly string[] {
    return this.#left.length === 0 ? this.#limits : [...this.#limits, ...this.#left.map(l => l.limit)]
  }
  get level(): number { return this.#limits.length + this.#left.length }

  /** Follows the whole script, then the functions that nothing in it calls. */
  run(): void {
    for (let node = this.#parser.next(); node && this.#signal !== 'exit' && this.#signal !== 'throw'; node = this.#parser.next()) {
      if (node.kind === 'params') this.#defaults(node.parameters)
      else this.evaluate(node, false)
      if (this.#signal === 'break' || this.#signal === 'continue' || this.#signal === 'return') this.#signal = 'exit'
    }
    this.#signal = ''
    this.#left.length = 0
    for (const [name, definition] of this.functions) {
      if (this.#called.has(name)) continue
      // A DSC configuration is there to be compiled, whether this file does it or another.
      if (definition.word === 'configuration') this.#callFunction(name, definition, [], undefined)
      else this.under(`condition=${definition.word} ${name} is called`, () => this.#callFunction(name, definition, [], undefined))
    }
  }

  /** Runs under a limit that the text does not decide; what it assigns is unknown afterwards. */
  under(limit: string, run: () => void): void {
    this.#forget([this.#branch(limit, run)])
  }
  /** Runs surely, but with a limit that only says where (`computer=…`). */
  within(limit: string | undefined, run: () => void): void {
    if (limit !== undefined) this.#limits.push(limit)
    run()
    if (limit !== undefined) this.#limits.pop()
  }

  variable(name: string): Value | undefined {
    for (let scope: Scope | undefined = this.#scope; scope; scope = scope.parent) {
      const value = scope.variables.get(name)
      if (value !== undefined) return value
    }
    return undefined
  }
  assign(name: string, value: Value): void { this.#assignIn(this.#scope, name, value) }
  #assignIn(scope: Scope, name: string, value: Value): void {
    if (this.#journal) {
      let own = this.#journal.get(scope)
      if (!own) this.#journal.set(scope, (own = new Map()))
      if (!own.has(name)) own.set(name, scope.variables.get(name))
    }
    scope.variables.set(name, value)
  }
  /** A piece of the file in one line, for words about it. */
  written(start: number, end: number): string {
    const text = this.text.slice(start, Math.min(end, start + MAX_WRITTEN)).replace(/\s+/g, ' ').trim()
    return end > start + MAX_WRITTEN ? `${text}…` : text
  }
  unknown(node: Node, likely?: boolean): Unknown { return new Unknown(this.written(node.start, node.end), likely) }

  /** The value of an expression; an empty pipe is null. */
  value(node: Node | undefined): Value { return (node && this.evaluate(node, true)) ?? null }

  /** What a node gives; undefined when it gives nothing. */
  evaluate(node: Node, isWanted: boolean): Value | undefined {
    if (this.#counts && ++this.#steps > MAX_STEPS * 10) return this.#tooMuch(node)
    switch (node.kind) {
      case 'text': case 'number': return node.value
      case 'expand': return this.#expand(node.parts, node)
      case 'variable': return this.#read(node.name, node)
      case 'list': return node.items.map(item => this.value(item))
      case 'array': {
        const out = this.body(node.body)
        // `@(Get-…)`: what is there is not known, so it is no list of one.
        const [only] = out
        return out.length === 1 && only !== undefined && !isKnown(only) && likelyOf(only) !== undefined ? only : out
      }
      case 'sub': return single(this.body(node.body))
      case 'paren': return node.inner && this.#parenthesised(node.inner)
      case 'hash': return this.#hash(node.entries)
      case 'block': return new ScriptBlock(node)
      case 'unary': return this.#unary(node.operator, node.operand, node)
      case 'binary': return this.#binary(node)
      case 'ternary': {
        const truth = truthOf(this.value(node.condition))
        return truth === undefined ? this.unknown(node) : this.value(truth ? node.then : node.else)
      }
      case 'member': return this.#member(node)
      case 'index': {
        const item = this.#index(this.value(node.target), this.value(node.index))
        return item === undefined ? this.unknown(node) : item
      }
      case 'cast': {
        const value = this.evaluate(node.operand, true)
        return cast(node.type, value, () => this.written(node.start, node.end))
      }
      case 'type': case 'bad': return this.unknown(node)
      case 'command': return this.command(node, undefined, isWanted)
      case 'pipeline': return this.#pipeline(node.elements, isWanted)
      case 'chain': return this.#chain(node.operator, node.left, node.right)
      case 'assign': this.#assignment(node); return undefined
      case 'if': return this.#if(node)
      case 'loop': this.#loop(node); return undefined
      case 'foreach': return this.#forEach(node)
      case 'switch': this.#switch(node); return undefined
      case 'try': this.#try(node); return undefined
      case 'function': this.#define(node); return undefined
      case 'jump': return this.#jump(node.word, node.value)
      case 'params': this.#defaults(node.parameters); return undefined
      case 'nothing': return undefined
    }
  }
  #parenthesised(inner: Node): Value | undefined {
    if (inner.kind !== 'assign') return this.evaluate(inner, true)
    this.#assignment(inner)
    return inner.target.kind === 'variable' ? this.variable(inner.target.name) : undefined
  }

  /** Statements in order, with all that they give. */
  body(nodes: readonly Node[]): Value[] {
    const out: Value[] = []
    for (const node of nodes) {
      if (this.#counts && ++this.#steps > MAX_STEPS) { this.#tooMuch(node); break }
      const value = this.evaluate(node, true)
      if (value !== undefined && out.length < MAX_LIST) {
        if (Array.isArray(value) && node.kind !== 'text') out.push(...(value as readonly Value[]).slice(0, MAX_LIST))
        else out.push(value)
      }
      if (this.#signal !== '') break
    }
    return out
  }
  #tooMuch(node: Node): Unknown {
    if (!this.#isTold) this.host.notice('The script does more than can be followed; what its loops and functions do from here on is not known', node.start, node.end)
    this.#isTold = true
    return this.unknown(node)
  }

  #read(name: string, node: Node): Value {
    const value = this.variable(name)
    if (value !== undefined) return value
    if (name === 'true') return true
    if (name === 'false') return false
    if (name === 'null') return null
    if (name === 'psitem') return this.#read('_', node)
    return (name.startsWith('env:') ? environmentText(name.slice(4)) : undefined) ?? this.unknown(node)
  }
  #expand(parts: readonly (string | Node)[], node: Node): Value {
    let text = ''
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : textOfValue(this.evaluate(part, true))
      if (piece === undefined || text.length > MAX_TEXT) return new Unknown(this.written(node.start, node.end).replace(/^["\u201c-\u201e]|["\u201c-\u201e]$/g, ''))
      text += piece
    }
    return text
  }
  #hash(entries: readonly { key: Node; value: Node | undefined; start: number; end: number }[]): HashTable {
    const table = new HashTable(this.level)
    for (const { key, value, start, end } of entries) {
      const name = textOfValue(this.value(key))
      const item = this.evaluateEntry(value)
      if (name === undefined) table.isOpen = true
      else table.set(name, item, value ? value.start : start, end)
    }
    return table
  }
  /** The value of a hash entry; a bare word is a command there, and there is none of that name. */
  evaluateEntry(node: Node | undefined): Value {
    if (!node) return null
    if (node.kind === 'command' && node.args.length === 0 && node.name.kind === 'text' && node.operator === '') {
      const name = this.#normal(node.name.value)
      if (!this.functions.has(name) && !this.host.commands.has(name)) return this.unknown(node)
    }
    return this.value(node)
  }
  #unary(operator: string, operand: Node, node: Node): Value | undefined {
    if (operator === '++' || operator === '--') {
      if (operand.kind !== 'variable') return undefined
      const value = this.variable(operand.name)
      this.assign(operand.name, typeof value === 'number' ? value + (operator === '++' ? 1 : -1) : this.unknown(node))
      return undefined
    }
    const value = this.value(operand)
    switch (operator) {
      case 'not': {
        const truth = truthOf(value)
        const likely = likelyOf(value)
        return truth === undefined ? this.unknown(node, likely === undefined ? undefined : !likely) : !truth
      }
      case ',': return [value]
      case '+': return typeof value === 'number' ? value : this.unknown(node)
      case '-': return typeof value === 'number' ? -value : this.unknown(node)
      case 'join': return binary('join', value, '', () => this.written(node.start, node.end))
      default: return this.unknown(node)
    }
  }
  /** Long sums lean to the left, so the left spine is walked and not called. */
  #binary(node: Binary): Value {
    const spine = [node]
    let first = node.left
    while (first.kind === 'binary') { spine.push(first); first = first.left }
    let value = this.evaluate(first, true)
    for (const { operator, right, start, end } of spine.reverse()) {
      // -and and -or do not look at the right side once the left one decides.
      const truth = operator === 'and' || operator === 'or' ? truthOf(value) : undefined
      if (truth !== undefined && truth === (operator === 'or')) { value = truth; continue }
      value = binary(operator, value, this.evaluate(right, true), () => this.written(start, end))
    }
    return value ?? null
  }

  #member(node: Member): Value | undefined {
    const name = textOfValue(this.value(node.name))?.toLowerCase()
    const args = node.args?.map(arg => this.evaluate(arg, true))
    if (node.isStatic) {
      const type = node.target.kind === 'type' ? node.target.name : ''
      return (name !== undefined && args ? staticMethod(type, name, args) : undefined) ?? this.unknown(node)
    }
    const target = this.evaluate(node.target, true) ?? null
    if (name === undefined) return this.unknown(node)
    if (args) return this.#method(node, target, name, args)
    const property = this.#property(target, name)
    return property !== undefined ? property : this.unknown(node, target instanceof Unknown && (name === 'count' || name === 'length') ? target.likely : undefined)
  }
  #property(target: Value, name: string): Value | undefined {
    if (target === null) return null
    if (target instanceof Foreign) return target.member(name)
    if (target instanceof HashTable) {
      const own = target.get(name)
      if (own !== undefined) return own
      if (target.isOpen) return undefined
      if (name === 'keys') return [...target.entries.values()].map(item => item.key)
      if (name === 'values') return [...target.entries.values()].map(item => item.value)
      return name === 'count' ? target.entries.size : null
    }
    if (Array.isArray(target)) {
      const list = target as readonly Value[]
      if (name === 'count' || name === 'length') return list.length
      const values = list.map(item => (item instanceof HashTable || item instanceof Foreign ? this.#property(item, name) : undefined))
      return values.includes(undefined) ? undefined : values.flatMap(v => (v === null ? [] : v as Value))
    }
    if (typeof target === 'string') return name === 'length' ? target.length : name === 'count' ? 1 : null
    return name === 'count' && isKnown(target) ? 1 : undefined
  }
  #method(node: Member, target: Value, name: string, args: readonly (Value | undefined)[]): Value | undefined {
    const [first, second] = args
    if (target instanceof HashTable) return this.#tableMethod(node, target, name, first, second)
    if (first instanceof ScriptBlock && (name === 'foreach' || name === 'where')) {
      const items = isKnown(target) ? elements(target) : undefined
      if (name === 'where') return items ? this.filter(items, first) ?? this.unknown(node) : this.unknown(node)
      return items ? this.each(items, first) : this.eachUnknown(target, first, node)
    }
    if (target instanceof ScriptBlock && (name === 'invoke' || name === 'invokereturnasis')) return single(this.invoke(target.block, []))
    if (Array.isArray(target) && (name === 'add' || name === 'addrange') && node.target.kind === 'variable' && first !== undefined) {
      const items = name === 'add' ? [first] : elements(first) ?? []
      const list = target as readonly Value[]
      if (list.length + items.length <= MAX_LIST) this.assign(node.target.name, [...list, ...items])
      else this.assign(node.target.name, this.unknown(node.target))
      return undefined
    }
    if (target instanceof Foreign) {
      this.current = node
      return target.call(name, args.map(arg => arg ?? null)) ?? this.unknown(node)
    }
    return method(target, name, args) ?? this.unknown(node)
  }
  #tableMethod(node: Member, table: HashTable, name: string, key: Value | undefined, value: Value | undefined): Value | undefined {
    const word = textOfValue(key)
    switch (name) {
      case 'getenumerator': {
        if (table.isOpen) return this.unknown(node)
        return [...table.entries.values()].map(item => pair(item.key, item.value, this.level))
      }
      case 'clone': {
        const copy = new HashTable(this.level)
        for (const [entry, item] of table.entries) copy.entries.set(entry, item)
        copy.isOpen = table.isOpen
        return copy
      }
      case 'add': case 'remove':
        if (word === undefined) table.isOpen = true
        else if (name === 'add') this.store(table, word, value ?? null, node)
        else if (this.level > table.level) table.set(word, this.unknown(node), node.start, node.end)
        else table.entries.delete(word.toLowerCase())
        return undefined
      case 'contains': case 'containskey':
        if (word === undefined) return this.unknown(node)
        return table.entries.has(word.toLowerCase()) || (table.isOpen ? this.unknown(node) : false)
      default: return this.unknown(node)
    }
  }
  /** Writes a key; under a condition that did not stand there when the table was made, the value may or may not change. */
  store(table: HashTable, key: string, value: Value, node: Node): void {
    table.set(key, this.level > table.level ? this.unknown(node) : value, node.start, node.end)
  }
  #index(target: Value, index: Value): Value | undefined {
    if (target instanceof HashTable) {
      const key = textOfValue(index)
      if (key === undefined || Array.isArray(index)) return undefined
      return target.get(key) ?? (target.isOpen ? undefined : null)
    }
    const list = typeof target === 'string' ? [...target.slice(0, MAX_LIST)] : Array.isArray(target) ? target as readonly Value[] : undefined
    if (!list) return target === null ? null : undefined
    if (Array.isArray(index)) {
      const places = index as readonly Value[]
      return places.every(p => typeof p === 'number') ? places.map(p => list.at(p as number) ?? null) : undefined
    }
    const at = typeof index === 'string' ? Number(index) : index
    return typeof at === 'number' && Number.isInteger(at) ? list.at(at) ?? null : undefined
  }

  #assignment(node: Assignment): void {
    let { target } = node
    let type = ''
    while (target.kind === 'cast') { type ||= target.type; target = target.operand }
    let value = node.value ? this.evaluate(node.value, true) ?? null : null
    if (node.operator !== '=') {
      const old = this.evaluate(target, true)
      const operator = node.operator.slice(0, -1)
      value = binary(operator, old, value, () => this.written(target.start, target.end))
    } else if (type !== '') value = cast(type, value, () => this.written(node.start, node.end))
    if (typeof value === 'string' && value.length > MAX_TEXT * 10) value = this.unknown(target)
    this.#assignTo(target, value)
  }
  #assignTo(target: Node, value: Value): void {
    switch (target.kind) {
      case 'variable':
        this.assign(target.name, value)
        return
      case 'list': {
        const items = Array.isArray(value) ? value as readonly Value[] : undefined
        for (const [i, item] of target.items.entries()) this.#assignTo(item, items ? (i === target.items.length - 1 && items.length > i + 1 ? items.slice(i) : items[i] ?? null) : this.unknown(item))
        return
      }
      case 'member': case 'index': {
        const owner = this.value(target.target)
        const key = textOfValue(this.value(target.kind === 'member' ? target.name : target.index))
        if (owner instanceof HashTable) {
          if (key === undefined) owner.isOpen = true
          else this.store(owner, key, value, target)
        } else if (owner instanceof Foreign && key !== undefined) owner.assign(key.toLowerCase(), this.level > 0 && !isKnown(value) ? this.unknown(target) : value)
        else if (target.kind === 'index' && target.target.kind === 'variable' && Array.isArray(owner)) {
          const at = Number(key)
          const list = owner as readonly Value[]
          this.assign(target.target.name, Number.isInteger(at) && at >= 0 && at < list.length ? list.with(at, value) : this.unknown(target.target))
        }
        return
      }
      default:
    }
  }

  #pipeline(nodes: readonly Node[], isWanted: boolean): Value | undefined {
    let input: Value | undefined
    for (const [i, node] of nodes.entries()) {
      const isLast = i === nodes.length - 1
      const isTaken = isLast ? isWanted : !isDiscarding(nodes[i + 1])
      input = i > 0 && node.kind === 'command' ? this.command(node, input ?? [], isTaken) : this.evaluate(node, isTaken)
      if (this.#signal !== '') return undefined
    }
    return input
  }
  #chain(operator: string, left: Node, right: Node): Value | undefined {
    const before = this.evaluate(left, false)
    if (this.#signal !== '') return before
    // The first command is taken to succeed: `a && b` runs both, `a || b` only the first.
    if (operator === '&&') return this.evaluate(right, false)
    this.under(`condition=${this.written(left.start, left.end)} fails`, () => this.evaluate(right, false))
    return undefined
  }

  /** Calls what the command names: a block, a function of the script, something that the host knows, or a cmdlet of the language. */
  command(node: Command, input: Value | undefined, isWanted: boolean): Value | undefined {
    const { name: nameNode } = node
    const named = nameNode.kind === 'text' ? nameNode.value : this.value(nameNode)
    if (named instanceof ScriptBlock) return single(this.invoke(named.block, this.arguments(node), input))
    if (typeof named !== 'string') {
      for (const arg of node.args) if (arg.value) this.evaluate(arg.value, true)
      return this.unknown(node)
    }
    const name = this.#normal(named)
    const definition = this.functions.get(name)
    if (definition) return this.#callFunction(name, definition, this.arguments(node), input)
    const call: Call = { name, node, input, isWanted, script: this }
    if (input instanceof Foreign || !BUILTINS.has(name)) {
      const handler = this.host.commands.get(name)
      if (handler) return handler(call)
    }
    const builtin = BUILTINS.get(name)
    if (builtin) return builtin(call)
    return this.#foreignCommand(call)
  }
  /** A command nobody knows: blocks that it is given may run. */
  #foreignCommand({ name, node }: Call): Value {
    for (const arg of node.args) {
      if (!arg.value) continue
      const value = this.evaluate(arg.value, true)
      if (value instanceof ScriptBlock) this.under(`condition=${name} {…}`, () => { this.invoke(value.block, []) })
    }
    return this.unknown(node)
  }
  /** In lower case, by alias, without path, module and `.exe`. */
  #normal(raw: string): string {
    const known = this.#names.get(raw)
    if (known !== undefined) return known
    let name = raw.toLowerCase().replace(/^.*[\\/]/, '').replace(/\.exe$/, '')
    for (let i = 0; i < 5; i++) name = this.aliases.get(name) ?? name
    if (this.#names.size < 10_000) this.#names.set(raw, name)
    return name
  }
  setAlias(name: string, target: string): void {
    this.aliases.set(name.toLowerCase(), target.toLowerCase())
    this.#names.clear()
  }

  /** The arguments with their values, splatted tables opened. */
  arguments(node: Command): Argument[] {
    const args: Argument[] = []
    for (const arg of node.args) {
      if (arg.splat) this.#splat(arg, args)
      else if (arg.value) {
        const { start, end } = arg.value
        args.push({ name: arg.name, value: this.value(arg.value), hasValue: true, isAttached: arg.attached, isSplatted: false, start, end, nameStart: arg.start, parameter: undefined })
      } else args.push({ name: arg.name, value: null, hasValue: false, isAttached: false, isSplatted: false, start: arg.start, end: arg.end, nameStart: arg.start, parameter: undefined })
    }
    return args
  }
  #splat(arg: Arg, args: Argument[]): void {
    const value = arg.value ? this.value(arg.value) : null
    if (value instanceof HashTable) {
      for (const { key, value: item, start, end } of value.entries.values()) {
        const place = start < 0 ? arg : { start, end }
        args.push({ name: key, value: item, hasValue: true, isAttached: true, isSplatted: true, start: place.start, end: place.end, nameStart: place.start, parameter: undefined })
      }
      if (!value.isOpen) return
    } else if (isKnown(value)) {
      for (const item of elements(value) ?? []) {
        if (item !== null) args.push({ name: undefined, value: item, hasValue: true, isAttached: false, isSplatted: true, start: arg.start, end: arg.end, nameStart: arg.start, parameter: undefined })
      }
      return
    }
    // Anything may be in it: told by a name that no parameter has.
    const text = this.written(arg.start, arg.end)
    args.push({ name: SPLATTED, value: new Unknown(text), hasValue: true, isAttached: true, isSplatted: true, start: arg.start, end: arg.end, nameStart: arg.start, parameter: undefined })
  }

  #define(node: Function): void {
    this.functions.set(node.name, node)
    this.#called.delete(node.name)
  }
  #callFunction(name: string, { block, word }: Function, args: readonly Argument[], input: Value | undefined): Value | undefined {
    this.#called.add(name)
    if (this.#calling.includes(name) || this.#calling.length >= MAX_CALLS) return new Unknown(`${name} …`)
    this.#calling.push(name)
    const out = this.invoke(block, args, input, word === 'configuration' ? script => script.#configurationData(args) : undefined)
    this.#calling.pop()
    return single(out)
  }
  /** `-ConfigurationData @{ AllNodes = … }` stands in two variables of a configuration. */
  #configurationData(args: readonly Argument[]): void {
    const data = args.find(arg => arg.name !== undefined && arg.name.length > 6 && 'configurationdata'.startsWith(arg.name.toLowerCase()))?.value
    if (data === undefined) return
    this.assign('configurationdata', data)
    const nodes = data instanceof HashTable ? data.get('AllNodes') : undefined
    if (nodes !== undefined) this.assign('allnodes', isKnown(nodes) && !Array.isArray(nodes) ? [nodes] : nodes)
  }
  /** Runs a block in a scope of its own. */
  invoke(block: Block, args: readonly Argument[], input?: Value, preset?: (script: Interpreter) => void): Value[] {
    const outer = this.#scope
    const { length } = this.#left
    const counted = this.#counts
    this.#counts = true
    this.#scope = new Scope(outer)
    this.#bind(block.parameters, args)
    preset?.(this)
    const out = this.body(block.begin)
    if (block.process.length > 0) {
      const piped = block.parameters.find(parameter => parameter.fromPipeline)
      const items = input === undefined ? [undefined] : isKnown(input) ? elements(input) ?? [] : [input]
      for (const item of items) {
        if (item !== undefined) {
          this.assign('_', item)
          if (piped) this.assign(piped.name, item)
        }
        out.push(...this.body(block.process))
        if (this.#signal !== '') break
      }
    } else if (input !== undefined) this.assign('input', input)
    if (this.#signal === '') out.push(...this.body(block.body))
    if (this.#signal === 'return') this.#signal = ''
    this.#keepLeft(length, 'return')
    this.#scope = outer
    this.#counts = counted
    return out
  }
  /** Forgets the conditions of leaving that end here; those that leave further stay. */
  #keepLeft(length: number, kind: Signal): void {
    if (this.#left.length === length) return
    const further = this.#left.splice(length).filter(left => left.kind === 'exit' || (kind === 'break' && left.kind === 'return'))
    this.#left.push(...further)
  }
  #defaults(parameters: readonly Parameter[]): void { this.#bind(parameters, []) }
  #bind(parameters: readonly Parameter[], args: readonly Argument[]): void {
    const given = new Map<string, Value>()
    const loose: Value[] = []
    let isOpen = false
    for (const { name, value, hasValue, isAttached } of args) {
      if (name === undefined) { loose.push(value); continue }
      if (name === SPLATTED) { isOpen = true; continue }
      const lower = name.toLowerCase()
      const parameter = parameters.find(p => p.name === lower) ?? parameters.find(p => p.name.startsWith(lower))
      if (parameter?.isSwitch) {
        given.set(parameter.name, isAttached ? value : true)
        if (hasValue && !isAttached) loose.push(value)
      } else if (parameter) given.set(parameter.name, value)
    }
    for (const parameter of parameters) {
      const { name, value, isSwitch } = parameter
      let bound = given.get(name)
      if (bound === undefined && !isSwitch && loose.length > 0) bound = loose.shift()
      if (bound === undefined && isOpen) bound = new Unknown(`$${name}`)
      this.assign(name, bound ?? (value ? this.value(value) : isSwitch ? false : new Unknown(`$${name}`)))
    }
    if (parameters.length === 0 && args.length > 0) this.assign('args', loose)
  }

  /** One run of a block for each item, in `$_`. */
  each(items: readonly Value[], block: ScriptBlock): Value[] {
    const out: Value[] = []
    for (const item of items.slice(0, MAX_ROUNDS)) {
      if (this.#steps > MAX_STEPS) break
      out.push(...this.invoke(block.block, [], undefined, script => script.assign('_', item)))
      if (this.#signal !== '') break
    }
    return out
  }
  /** One run for items that are not known. */
  eachUnknown(list: Value, block: ScriptBlock, node: Node): Value {
    const limit = `condition=for each of ${describe(list)}`
    const item = list instanceof Foreign ? list.each(limit) : undefined
    this.under(limit, () => this.invoke(block.block, [], undefined, script => script.assign('_', item ?? new Unknown('$_'))))
    return this.unknown(node)
  }
  /** The items for which the block is true; undefined when that is not known. */
  filter(items: readonly Value[], block: ScriptBlock): Value[] | undefined {
    const out: Value[] = []
    for (const item of items) {
      const truth = truthOf(single(this.invoke(block.block, [], undefined, script => script.assign('_', item))))
      if (truth === undefined) return undefined
      if (truth) out.push(item)
    }
    return out
  }

  /** Follows one side of something undecided, and takes back what it assigned. */
  #branch(limit: string, run: () => void): Journal {
    const outer = this.#journal
    const journal: Journal = (this.#journal = new Map())
    this.#limits.push(limit)
    run()
    this.#limits.pop()
    this.#journal = outer
    const after: Journal = new Map()
    for (const [scope, old] of journal) {
      const values = new Map<string, Value | undefined>()
      for (const [name, value] of old) {
        values.set(name, scope.variables.get(name))
        if (value === undefined) scope.variables.delete(name)
        else scope.variables.set(name, value)
      }
      after.set(scope, values)
    }
    if (this.#signal !== '') {
      // Leaving by an error is loud: somebody looks. Leaving quietly makes the rest a branch of its own.
      const isQuiet = this.#signal !== 'throw' && !/isinrole|administrator|elevat|runas/i.test(limit)
      if (isQuiet) this.#left.push({ kind: this.#signal, limit: limit.replace('=', '=not ') })
      this.#signal = ''
    }
    return after
  }
  /** What the sides of something undecided assigned differently is unknown. */
  #forget(sides: readonly Journal[]): void {
    for (const side of sides) {
      for (const [scope, values] of side) {
        for (const [name, value] of values) if (scope.variables.get(name) !== value) this.#assignIn(scope, name, new Unknown(`$${name}`))
      }
    }
  }

  #if(node: If): Value | undefined {
    const sides: Journal[] = []
    const out: Value[] = []
    const run = (body: readonly Node[]): void => { out.push(...this.body(body)) }
    const rest = (from: number): void => {
      for (let i = from; i < node.clauses.length; i++) {
        const clause = node.clauses[i]
        if (!clause) break
        const value = this.value(clause.condition)
        const truth = truthOf(value)
        const likely = truth ?? likelyOf(value)
        const head = `condition=${this.written(clause.start, clause.condition ? clause.condition.end + 1 : clause.end)}`
        if (truth === false) continue
        if (truth === true && sides.length === 0) { run(clause.body); return }
        if (truth === undefined && likely !== undefined && sides.length === 0) { this.#likely(likely, () => run(clause.body), () => rest(i + 1)); return }
        sides.push(this.#branch(head, () => run(clause.body)))
        if (truth === true) return
      }
      if (!node.otherwise) return
      const { otherwise } = node
      if (sides.length === 0) { run(otherwise); return }
      const first = node.clauses[0]
      sides.push(this.#branch(`condition=not ${this.written(node.start, first?.condition ? first.condition.end + 1 : node.end)}`, () => run(otherwise)))
    }
    rest(0)
    if (sides.length === 0) return out.length === 0 ? undefined : single(out)
    this.#forget(sides)
    return out.length === 0 ? undefined : this.unknown(node)
  }
  /** "Make it unless it is there": the side that a fresh machine takes, or the other one when only that one does something. */
  #likely(isTrue: boolean, then: () => void, otherwise: () => void): void {
    const before = this.host.effects()
    const [first, second] = isTrue ? [then, otherwise] : [otherwise, then]
    first()
    if (this.host.effects() !== before || this.#signal !== '') return
    second()
    this.#signal = ''
  }

  #loop(node: Loop): void {
    if (node.first) this.evaluate(node.first, false)
    const { length } = this.#left
    const counted = this.#counts
    this.#counts = true
    const limit = `condition=${this.written(node.start, node.headEnd)}`
    for (let round = 0; ; round++) {
      if (round > 0 || node.word !== 'do') {
        const truth = node.condition ? truthOf(this.value(node.condition)) : true
        const goes = truth === undefined ? undefined : truth !== node.until
        if (goes === false) break
        if (goes === undefined || round >= MAX_ROUNDS) {
          this.#havoc(limit, node)
          break
        }
      }
      this.body(node.body)
      if (this.#ends()) break
      if (node.step) this.evaluate(node.step, false)
      if (this.#steps > MAX_STEPS) break
    }
    this.#keepLeft(length, 'break')
    this.#counts = counted
  }
  /** A loop whose rounds are not known: what it assigns is unknown already in the first of them that we look at. */
  #havoc(limit: string, node: Loop | ForEach): void {
    const probe = this.#branch(limit, () => {
      for (const name of assignedIn(node.body)) if (node.kind !== 'foreach' || name !== node.variable) this.assign(name, new Unknown(`$${name}`))
    })
    this.#forget([probe])
    this.under(limit, () => { this.body(node.body); this.#ends() })
  }
  /** Whether a loop ends after this round. */
  #ends(): boolean {
    if (this.#signal === 'continue') { this.#signal = ''; return false }
    if (this.#signal === 'break') { this.#signal = ''; return true }
    return this.#signal !== ''
  }
  #forEach(node: ForEach): Value | undefined {
    const list = node.list ? this.evaluate(node.list, true) : undefined
    const items = list === undefined ? [] : isKnown(list) ? elements(list) : undefined
    const limit = `condition=${this.written(node.start, node.headEnd)}`
    const { length } = this.#left
    const counted = this.#counts
    this.#counts = true
    const out: Value[] = []
    if (items) {
      if (items.length > MAX_ROUNDS) this.#tooMuch(node)
      for (const item of items.slice(0, MAX_ROUNDS)) {
        if (this.#steps > MAX_STEPS) break
        this.assign(node.variable, item)
        out.push(...this.body(node.body))
        if (this.#ends()) break
      }
    } else {
      const item = list instanceof Foreign ? list.each(limit) : undefined
      this.assign(node.variable, item ?? new Unknown(`$${node.variable}`))
      this.#havoc(limit, node)
    }
    this.#keepLeft(length, 'break')
    this.#counts = counted
    return items ? (out.length === 0 ? undefined : out) : undefined
  }
  #switch(node: Switch): void {
    const value = node.value ? this.value(node.value) : null
    const sides: Journal[] = []
    const isPlain = !node.flags.some(flag => flag !== 'wildcard' && flag !== 'exact' && flag !== 'casesensitive')
    const items = isPlain && isKnown(value) ? elements(value) : undefined
    const { length } = this.#left
    for (const item of items ?? [undefined]) {
      const text = item === undefined ? undefined : textOfValue(item)
      let isMatched: boolean | undefined = false
      if (text !== undefined) this.assign('_', item as Value)
      for (const clause of node.clauses) {
        const pattern = clause.condition ? this.evaluate(clause.condition, true) : undefined
        const wanted = pattern instanceof ScriptBlock ? undefined : textOfValue(pattern)
        const fits: boolean | undefined = !clause.condition ? (isMatched === undefined ? undefined : !isMatched)
          : text === undefined || wanted === undefined ? undefined
            : node.flags.includes('wildcard') ? (wanted.includes('[') || text.length > 1000 ? undefined : wildcard(wanted, text)) : wanted.toLowerCase() === text.toLowerCase()
        if (fits === false) continue
        if (fits === true) {
          isMatched = true
          this.body(clause.body)
        } else {
          if (isMatched === false) isMatched = undefined
          const head = `condition=${this.written(node.start, node.headEnd)} { ${clause.condition ? this.written(clause.condition.start, clause.condition.end) : 'default'} }`
          sides.push(this.#branch(head, () => { this.body(clause.body); if (this.#signal === 'break' || this.#signal === 'continue') this.#signal = '' }))
        }
        if (this.#signal !== '') break
      }
      if (this.#ends()) break
    }
    this.#keepLeft(length, 'break')
    this.#forget(sides)
  }
  #try(node: Try): void {
    const before = this.host.effects()
    const asked = this.host.queries()
    this.body(node.body)
    const isThrown = this.#signal === 'throw'
    if (isThrown) this.#signal = ''
    const signal = this.#signal
    // `try { Get-NetFirewallRule X -ErrorAction Stop } catch { New-NetFirewallRule X }` makes what is not there.
    const isCheck = isThrown || (this.host.effects() === before && this.host.queries() !== asked && signal === '')
    if (isCheck && node.catches[0]) this.body(node.catches[0])
    else {
      this.#signal = ''
      for (const body of node.catches) this.under('condition=catch {…}', () => { this.body(body); this.#signal = '' })
      this.#signal = signal
    }
    const left = this.#signal
    this.#signal = ''
    this.body(node.last)
    if (left !== '') this.#signal = left
  }
  #jump(word: string, value: Node | undefined): Value | undefined {
    const given = value ? this.evaluate(value, true) : undefined
    if (word === 'exit' && given !== undefined && given !== 0 && given !== '0') this.#signal = 'throw'
    else this.#signal = word as Signal
    return word === 'return' ? given : undefined
  }
}

/** Stands in the place of a parameter's name where a table of unknown content is splatted. */
export const SPLATTED = '@'

/** `| Out-Null`. */
const isDiscarding = (node: Node | undefined): boolean => node?.kind === 'command' && node.name.kind === 'text' && /^out-null$/i.test(node.name.value)

/** What a pipe gives: nothing, one value, or a list. */
function single(out: readonly Value[]): Value | undefined {
  return out.length === 0 ? undefined : out.length === 1 ? out[0] : out
}
function pair(key: string, value: Value, level: number): HashTable {
  const table = new HashTable(level)
  table.set('Key', key)
  table.set('Name', key)
  table.set('Value', value)
  return table
}
/** The plain variables that statements assign, also in the blocks inside them. */
function assignedIn(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>()
  const look = (node: Node | undefined): void => {
    switch (node?.kind) {
      case 'assign': {
        let { target } = node
        while (target.kind === 'cast') target = target.operand
        if (target.kind === 'variable') names.add(target.name)
        else if (target.kind === 'list') for (const item of target.items) if (item.kind === 'variable') names.add(item.name)
        look(node.value)
        break
      }
      case 'unary': if (node.operand.kind === 'variable') names.add(node.operand.name); break
      case 'if': for (const clause of node.clauses) clause.body.forEach(look); node.otherwise?.forEach(look); break
      case 'loop': case 'foreach': node.body.forEach(look); break
      case 'switch': for (const clause of node.clauses) clause.body.forEach(look); break
      case 'try': node.body.forEach(look); for (const body of node.catches) body.forEach(look); break
      default:
    }
  }
  nodes.forEach(look)
  return names
}
