import type { Arg, Block, Command, Function, Node, Parameter } from './ast.ts'
import { BUILTINS } from './builtins.ts'
import { Evaluator } from './evaluator.ts'
import { type Argument, type Call, SPLATTED, SplattedArgument, WrittenArgument } from './host.ts'
import { MAX_ROUNDS, MAX_STEPS, Scope } from './knowledge.ts'
import { describe, elements, Foreign, HashTable, isKnown, ScriptBlock, single, textOfValue, truthOf, Unknown, type Value } from './values.ts'

/** Functions that call one another deeper than this are not followed. */
const MAX_CALLS = 20

/** What a command of the host costs inside loops and functions: one may make a rule, and there are better ways to make a hundred thousand. */
const PER_EFFECT = 75

/** Commands, functions and blocks. */
export abstract class Caller extends Evaluator {
  readonly functions = new Map<string, Function>()
  readonly aliases = new Map<string, string>()
  protected readonly called = new Set<string>()
  readonly #calling: string[] = []
  readonly #names = new Map<string, string>()
  #isBoundAsked: boolean | undefined

  /** Statements in order, with all that they give. */
  abstract body(nodes: readonly Node[]): Value[]
  /** Follows a text as a script that stands at a place of the file; undefined when it is not followed. */
  abstract runText(text: string, start: number, end: number): { readonly value: Value | undefined } | undefined

  protected pipeline(nodes: readonly Node[], isWanted: boolean): Value | undefined {
    let input: Value | undefined
    for (const [i, node] of nodes.entries()) {
      const isLast = i === nodes.length - 1
      const isTaken = isLast ? isWanted : !isDiscarding(nodes[i + 1])
      input = i > 0 && node.kind === 'command' ? this.command(node, input ?? [], isTaken) : this.evaluate(node, isTaken)
      if (this.signal !== '') return undefined
    }
    return input
  }

  protected chain(operator: string, left: Node, right: Node): Value | undefined {
    const before = this.evaluate(left, false)
    if (this.signal !== '') return before
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
    const name = this.normal(named)
    const definition = this.functions.get(name)
    // `Configuration Firewall { Firewall Rule { … } }`: with a block the name means the resource.
    if (definition && !(definition.word === 'configuration' && this.host.commands.has(name) && node.args.some(arg => arg.value?.kind === 'block'))) return this.callFunction(name, definition, this.arguments(node), input)
    const call: Call = { name, node, input, isWanted, script: this }
    if (input instanceof Foreign || !BUILTINS.has(name)) {
      const handler = this.host.commands.get(name)
      if (handler) return this.counts && !this.spend(PER_EFFECT) ? this.tooMuch(node) : handler(call)
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
  protected normal(raw: string): string {
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

  /** The value of a hash entry; a bare word is a command there, and there is none of that name. */
  evaluateEntry(node: Node | undefined): Value {
    if (!node) return null
    if (node.kind === 'command' && node.args.length === 0 && node.name.kind === 'text' && node.operator === '') {
      const name = this.normal(node.name.value)
      if (!this.functions.has(name) && !this.host.commands.has(name)) return this.unknown(node)
    }
    return this.value(node)
  }

  /** The arguments with their values, splatted tables opened. */
  arguments(node: Command): Argument[] {
    const args: Argument[] = []
    for (const arg of node.args) {
      if (arg.splat) this.#splat(arg, args)
      else args.push(new WrittenArgument(arg, arg.value?.kind === 'text' ? arg.value.value : this.value(arg.value)))
    }
    return args
  }

  #splat(arg: Arg, args: Argument[]): void {
    const value = arg.value ? this.value(arg.value) : null
    if (value instanceof HashTable) {
      for (const { key, value: item, start, end } of value.entries.values()) {
        args.push(start < 0 ? new SplattedArgument(key, item, arg.start, arg.end) : new SplattedArgument(key, item, start, end))
      }
      if (!value.isOpen) return
    } else if (isKnown(value)) {
      for (const item of elements(value) ?? []) if (item !== null) args.push(new SplattedArgument(undefined, item, arg.start, arg.end))
      return
    }
    // Anything may be in it: told by a name that no parameter has.
    args.push(new SplattedArgument(SPLATTED, new Unknown(this.written(arg.start, arg.end)), arg.start, arg.end))
  }

  protected define(node: Function): void {
    // `Configuration $name { … }`
    const name = (node.name.startsWith('$') ? textOfValue(this.variable(node.name.slice(1)))?.toLowerCase() : undefined) ?? node.name
    this.functions.set(name, node)
    this.called.delete(name)
  }

  /** Without arguments nobody calls it: whoever does one day may give it any. */
  protected callFunction(name: string, { block, word }: Function, args: readonly Argument[] | undefined, input: Value | undefined): Value | undefined {
    this.called.add(name)
    if (this.#calling.includes(name) || this.#calling.length >= MAX_CALLS) return new Unknown(`${name} …`)
    this.#calling.push(name)
    // The body of a filter runs for each thing that comes through the pipe.
    const body = word === 'filter' && block.process.length === 0 ? { ...block, process: block.body, body: [] } : block
    const out = this.invoke(body, args, input, word === 'configuration' && args ? script => script.#configurationData(args) : undefined)
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
  invoke(block: Block, args: readonly Argument[] | undefined, input?: Value, preset?: (script: Caller) => void): Value[] {
    const outer = this.scope
    const { length } = this.left
    const counted = this.counts
    this.counts = true
    this.scope = new Scope(outer)
    this.#bind(block.parameters, args)
    preset?.(this)
    const out = this.body(block.begin)
    if (block.process.length > 0) {
      const piped = block.parameters.find(parameter => parameter.fromPipeline)
      const byProperty = input === undefined ? [] : block.parameters.filter(parameter => parameter.byProperty && !args?.some(arg => arg.name !== undefined && parameter.name.startsWith(arg.name.toLowerCase())))
      const items = input === undefined ? [undefined] : isKnown(input) ? elements(input) ?? [] : [input]
      for (const item of items) {
        if (item !== undefined) {
          this.assign('_', item)
          if (piped) this.assign(piped.name, item)
          for (const parameter of byProperty) this.#bindProperty(parameter, item)
        }
        out.push(...this.body(block.process))
        if (this.signal !== '') break
      }
    } else if (input !== undefined) this.assign('input', input)
    if (this.signal === '') out.push(...this.body(block.body))
    if (this.signal === 'return') this.signal = ''
    this.keepLeft(length, 'return')
    this.scope = outer
    this.counts = counted
    return out
  }

  protected defaults(parameters: readonly Parameter[]): void { this.#bind(parameters, undefined) }

  /** What comes through the pipe has a property of the parameter's name, or it stays as it was. */
  #bindProperty({ name, value }: Parameter, item: Value): void {
    const given = item instanceof HashTable ? item.get(name) : undefined
    if (given !== undefined) this.assign(name, given)
    else if (!isKnown(item) || item instanceof HashTable && item.isOpen) this.assign(name, new Unknown(`$${name}`))
    else if (value) this.assign(name, this.value(value))
  }

  /** Whether the script looks at what its calls have bound. */
  #asksForBound(): boolean { return (this.#isBoundAsked ??= /\$PSBoundParameters|@PSBoundParameters/i.test(this.text)) }
  #bind(parameters: readonly Parameter[], args: readonly Argument[] | undefined): void {
    const given = new Map<string, Value>()
    const loose: Value[] = []
    let isOpen = false
    for (const { name, value, hasValue, isAttached } of args ?? []) {
      if (name === undefined) { loose.push(value); continue }
      if (name === SPLATTED) { isOpen = true; continue }
      const lower = name.toLowerCase()
      const parameter = parameters.find(p => p.name === lower) ?? parameters.find(p => p.name.startsWith(lower))
      if (parameter?.isSwitch) {
        given.set(parameter.name, isAttached ? value : true)
        if (hasValue && !isAttached) loose.push(value)
      } else if (parameter) given.set(parameter.name, value)
    }
    const said = args && parameters.length > 0 && this.#asksForBound() ? new HashTable(this.level) : undefined
    if (said) said.isOpen = isOpen
    for (const parameter of parameters) {
      const { name, value, isSwitch } = parameter
      let bound = given.get(name)
      if (bound === undefined && !isSwitch && loose.length > 0) bound = loose.shift()
      if (bound !== undefined) said?.set(name, bound)
      if (bound === undefined && isOpen) bound = new Unknown(`$${name}`)
      const held = bound ?? (value ? this.value(value) : isSwitch ? false : args ? unbound(parameter) : new Unknown(`$${name}`))
      this.assign(name, held)
      if (!args && held === false) this.setOption(name)
    }
    if (said) this.assign('psboundparameters', said)
    if (parameters.length === 0 && loose.length > 0) this.assign('args', loose)
  }

  /** One run of a block for each item, in `$_`. */
  each(items: readonly Value[], block: ScriptBlock): Value[] {
    const out: Value[] = []
    for (const item of items.slice(0, MAX_ROUNDS)) {
      if (this.steps > MAX_STEPS) break
      out.push(...this.invoke(block.block, [], undefined, script => script.assign('_', item)))
      if (this.signal !== '') break
    }
    return out
  }

  /** One run for items that are not known. */
  eachUnknown(list: Value, block: ScriptBlock, node: Node): Value {
    const limit = `condition=for each of ${describe(list)}`
    const item = list instanceof Foreign ? list.each(limit) : undefined
    const run = (): void => { this.invoke(block.block, [], undefined, script => script.assign('_', item ?? new Unknown('$_'))) }
    // `New-GPO … | ForEach-Object { … }`: what is made is one, and there.
    if (/^New-[a-z]+ /i.test(describe(list))) run()
    else this.under(limit, run)
    return this.unknown(node)
  }

  /** The items for which the block is true; undefined when that is not known. */
  filter(items: readonly Value[], block: ScriptBlock): Value[] | undefined {
    const out: Value[] = []
    for (const item of items) {
      if (this.steps > MAX_STEPS) return undefined
      const truth = truthOf(single(this.invoke(block.block, [], undefined, script => script.assign('_', item))))
      if (truth === undefined) return undefined
      if (truth) out.push(item)
    }
    return out
  }
}
/** What a parameter holds that a call leaves out: the empty value of its type. */
function unbound({ name, type, isMandatory, fromPipeline, byProperty }: Parameter): Value {
  if (isMandatory || fromPipeline || byProperty) return new Unknown(`$${name}`)
  const short = type.replace(/^system\./, '')
  if (short === 'string') return ''
  if (short === 'bool' || short === 'boolean') return false
  return /^(?:u?int(?:16|32|64)?|long|byte|double|decimal|single|float)$/.test(short) ? 0 : null
}
/** `| Out-Null`. */
const isDiscarding = (node: Node | undefined): boolean => node?.kind === 'command' && node.name.kind === 'text' && /^out-null$/i.test(node.name.value)
