import type { Function, Node } from './ast.ts'
import { ControlFlow } from './control-flow.ts'
import type { Host } from './host.ts'
import { MAX_STEPS } from './knowledge.ts'
import { cast } from './operators.ts'
import { Parser } from './parser.ts'
import { commandsIn, moveTo } from './tree.ts'
import { isKnown, isLarge, likelyOf, MAX_LIST, ScriptBlock, single, truthOf, type Value, weightOf } from './values.ts'

/** Texts that run texts deeper than this, or longer ones, are not followed. */
const MAX_TEXTS = 5
const MAX_RUN_TEXT = 20_000

/**
 * Follows a script from top to bottom without running anything: variables hold what the text says, functions are called, then also those
 * that nothing in the script calls.
 */
export class Interpreter extends ControlFlow {
  readonly #parser: Parser
  /** How many texts are being run inside one another. */
  #texts = 0

  constructor(text: string, host: Host) {
    super(text, host)
    this.#parser = new Parser(text)
  }

  get faults(): Parser['faults'] { return this.#parser.faults }
  /** Follows the whole script, then the functions that nothing in it calls. */
  run(): void {
    for (let node = this.#parser.next(); node && this.signal !== 'exit' && this.signal !== 'throw'; node = this.#parser.next()) {
      if (node.kind === 'params') this.defaults(node.parameters)
      else this.evaluate(node, false)
      if (this.signal === 'break' || this.signal === 'continue' || this.signal === 'return') this.signal = 'exit'
    }
    this.signal = ''
    this.left.length = 0
    for (const [name, definition] of this.#uncalled()) {
      if (this.called.has(name)) continue
      // A DSC configuration is there to be compiled, whether this file does it or another.
      if (definition.word === 'configuration') this.callFunction(name, definition, undefined, undefined)
      else this.under(`condition=${definition.word} ${name} is called`, () => this.callFunction(name, definition, undefined, undefined))
    }
  }

  /** The functions that nothing has called: first those that none of the others calls either. */
  #uncalled(): (readonly [string, Function])[] {
    const open = [...this.functions].filter(([name]) => !this.called.has(name))
    if (open.length < 2) return open
    const inner = new Set(open.flatMap(([name, { block }]) => [...commandsIn(block)].filter(other => other !== name)))
    return [...open.filter(([name]) => !inner.has(name)), ...open.filter(([name]) => inner.has(name))]
  }

  /** What a node gives; undefined when it gives nothing. A large value costs whoever asks for it. */
  evaluate(node: Node, isWanted: boolean): Value | undefined {
    if (this.counts && ++this.steps > MAX_STEPS * 10) return this.tooMuch(node)
    if (node.kind === 'text' || node.kind === 'number') return node.value
    const value = this.#evaluate(node, isWanted)
    if (this.isSpent) return isLarge(value) ? this.tooMuch(node) : value
    const weight = weightOf(value)
    if (weight > 0) this.spend(weight)
    return value
  }
  #evaluate(node: Node, isWanted: boolean): Value | undefined {
    switch (node.kind) {
      case 'text': case 'number': return node.value
      case 'expand': return this.expand(node.parts, node)
      case 'variable': return this.read(node.name, node)
      case 'list': return node.items.map(item => this.value(item))
      case 'array': {
        const out = this.body(node.body)
        // `@(Get-…)`: what is there is not known, so it is no list of one.
        const [only] = out
        return out.length === 1 && only !== undefined && !isKnown(only) && likelyOf(only) !== undefined ? only : out
      }
      case 'sub': return single(this.body(node.body))
      case 'paren': return node.inner && this.parenthesised(node.inner)
      case 'hash': return this.hash(node.entries)
      case 'block': return new ScriptBlock(node)
      case 'unary': return this.unary(node.operator, node.operand, node)
      case 'binary': return this.binary(node)
      case 'ternary': {
        const truth = truthOf(this.value(node.condition))
        return truth === undefined ? this.unknown(node) : this.value(truth ? node.then : node.else)
      }
      case 'member': return this.member(node)
      case 'index': {
        const item = this.index(this.owner(node.target) ?? null, this.value(node.index))
        return item === undefined ? this.unknown(node) : item
      }
      case 'cast': {
        const value = this.evaluate(node.operand, true)
        return cast(node.type, value, () => this.written(node.start, node.end))
      }
      case 'type': case 'bad': return this.unknown(node)
      case 'command': return this.command(node, undefined, isWanted)
      case 'pipeline': return this.pipeline(node.elements, isWanted)
      case 'chain': return this.chain(node.operator, node.left, node.right)
      case 'assign': this.assignment(node); return undefined
      case 'if': return this.followIf(node)
      case 'loop': return this.followLoop(node)
      case 'foreach': return this.followForEach(node)
      case 'switch': return this.followSwitch(node)
      case 'try': return this.followTry(node)
      case 'function': this.define(node); return undefined
      case 'class': for (const made of node.methods) this.define(made); return undefined
      case 'jump': return this.followJump(node.word, node.value)
      case 'params': this.defaults(node.parameters); return undefined
      case 'nothing': return undefined
    }
  }

  /** Statements in order, with all that they give. */
  body(nodes: readonly Node[]): Value[] {
    const out: Value[] = []
    for (const node of nodes) {
      if (this.counts && ++this.steps > MAX_STEPS) { this.tooMuch(node); break }
      const value = this.evaluate(node, true)
      if (value !== undefined && out.length < MAX_LIST) {
        if (Array.isArray(value) && node.kind !== 'text') out.push(...(value as readonly Value[]).slice(0, MAX_LIST))
        else out.push(value)
      }
      if (this.signal !== '') break
    }
    return out
  }

  runText(text: string, start: number, end: number): { readonly value: Value | undefined } | undefined {
    if (this.#texts >= MAX_TEXTS || text.length > MAX_RUN_TEXT || !this.spend(text.length)) return undefined
    const parser = new Parser(text)
    const nodes: Node[] = []
    for (let node = parser.next(); node; node = parser.next()) nodes.push(node)
    if (parser.faults.length > 0) return undefined
    moveTo(nodes, start, end)
    this.#texts++
    const value = single(this.body(nodes))
    this.#texts--
    return { value }
  }
}
