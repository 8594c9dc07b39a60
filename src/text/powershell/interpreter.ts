import type { ForEach, Function, If, Loop, Node, Switch, Try } from './ast.ts'
import { Caller } from './caller.ts'
import type { Host } from './host.ts'
import { type Journal, MAX_ROUNDS, MAX_STEPS, type Signal } from './knowledge.ts'
import { cast } from './operators.ts'
import { Parser } from './parser.ts'
import { elements, Foreign, isKnown, likelyOf, MAX_LIST, ScriptBlock, single, textOfValue, truthOf, Unknown, type Value, isLarge, weightOf } from './values.ts'
import { wildcard } from '../wildcard.ts'

/** Texts that run texts deeper than this, or longer ones, are not followed. */
const MAX_TEXTS = 5
const MAX_RUN_TEXT = 20_000

/**
 * Follows a script from top to bottom without running anything: variables hold what the text says, loops over known lists are
 * unrolled, functions are called, and a branch that the text does not decide is followed with its condition noted in `limits`.
 */
export class Interpreter extends Caller {
  readonly #parser: Parser
  #isTold = false
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
      case 'if': return this.#if(node)
      case 'loop': return this.#loop(node)
      case 'foreach': return this.#forEach(node)
      case 'switch': return this.#switch(node)
      case 'try': return this.#try(node)
      case 'function': this.define(node); return undefined
      case 'class': for (const made of node.methods) this.define(made); return undefined
      case 'jump': return this.#jump(node.word, node.value)
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
    place(nodes, start, end)
    this.#texts++
    const value = single(this.body(nodes))
    this.#texts--
    return { value }
  }

  override tooMuch(node: Node): Unknown {
    if (!this.#isTold) this.host.notice('The script does more than can be followed; what its loops and functions do from here on is not known', node.start, node.end)
    this.#isTold = true
    return this.unknown(node)
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
        const head = `condition=${this.written(clause.start, clause.condition ? clause.headEnd : clause.end)}`
        if (truth === false) {
          const options = this.#optionsOf(clause.condition)
          if (options.length > 0) this.withOptions(options, head, () => { this.body(clause.body) })
          continue
        }
        if (truth === true && sides.length === 0) {
          run(clause.body)
          if (this.signal !== '') this.#stays(clause)
          return
        }
        if (truth === undefined && likely !== undefined && sides.length === 0) { this.#likely(likely, () => run(clause.body), () => rest(i + 1)); return }
        sides.push(this.branch(head, () => run(clause.body)))
        if (truth === true) return
      }
      if (!node.otherwise) return
      const { otherwise } = node
      if (sides.length === 0) { run(otherwise); return }
      const first = node.clauses[0]
      sides.push(this.branch(`condition=not ${this.written(node.start, first?.condition ? first.headEnd : node.end)}`, () => run(otherwise)))
    }
    rest(0)
    if (sides.length === 0) return out.length === 0 ? undefined : single(out)
    this.forget(sides)
    return out.length === 0 ? undefined : this.unknown(node)
  }

  /** The options that a condition hangs on: those whose absence has decided it. */
  #optionsOf(condition: Node | undefined): readonly string[] {
    const names = condition ? this.optionsIn(condition.start, condition.end) : []
    if (names.length === 0) return names
    let truth: boolean | undefined = true
    this.branch('', () => {
      for (const name of names) this.assign(name, new Unknown(`$${name}`))
      truth = truthOf(this.value(condition))
    })
    return truth === undefined ? names : []
  }
  /** `if (-not $Apply) { exit }`: what follows runs when the option is given. */
  #stays({ start, headEnd, condition }: If['clauses'][number]): void {
    const { signal } = this
    this.signal = ''
    if (this.#optionsOf(condition).length === 0) this.signal = signal
    // Leaving by an error is loud: whoever calls gives the option.
    else if (signal !== 'throw') this.leave({ kind: signal, limit: `condition=not ${this.written(start, headEnd)}`, isOption: true })
  }

  /** "Make it unless it is there": the side that a fresh machine takes, or the other one when only that one does something. */
  #likely(isTrue: boolean, then: () => void, otherwise: () => void): void {
    const before = this.host.effects()
    const [first, second] = isTrue ? [then, otherwise] : [otherwise, then]
    first()
    if (this.host.effects() !== before || this.signal !== '') return
    second()
    this.signal = ''
  }

  #loop(node: Loop): Value | undefined {
    const out: Value[] = []
    let isOpen = false
    if (node.first) this.evaluate(node.first, false)
    const { length } = this.left
    const counted = this.counts
    this.counts = true
    const limit = `condition=${this.written(node.start, node.headEnd)}`
    const endless = isEndless(node)
    const names = endless || node.word === 'do' ? [...assignedIn(node.body)] : undefined
    let isSame = false
    for (let round = 0; ; round++) {
      if (round > 0 || node.word !== 'do') {
        const truth = node.condition ? truthOf(this.value(node.condition)) : true
        const goes = truth === undefined ? undefined : truth !== node.until
        if (goes === false) break
        if (goes === undefined || round >= MAX_ROUNDS) {
          if (!isSame) isOpen = this.#havoc(limit, node)
          break
        }
      }
      const held = names?.map(name => this.variable(name))
      out.push(...this.body(node.body))
      if (this.#ends()) break
      this.#endRound(length)
      if (node.step) this.evaluate(node.step, false)
      // A menu or a watch: each further round does the same, until something ends it that the text does not decide.
      isSame = names?.every((name, i) => !differs(held?.[i], this.variable(name))) === true
      if (endless && names && (isSame || this.left.length > length)) {
        for (const name of names) this.assign(name, new Unknown(`$${name}`))
        break
      }
      if (this.steps > MAX_STEPS) break
    }
    this.keepLeft(length, 'break')
    this.counts = counted
    return isOpen ? this.unknown(node) : out.length === 0 ? undefined : out
  }

  /** A loop whose rounds are not known: what it assigns is unknown already in the first of them that we look at. Tells whether it gives something. */
  #havoc(limit: string, node: Loop | ForEach): boolean {
    const probe = this.branch(limit, () => {
      for (const name of assignedIn(node.body)) if (node.kind !== 'foreach' || name !== node.variable) this.assign(name, new Unknown(`$${name}`))
    })
    this.forget([probe])
    let gives = false
    this.under(limit, () => { gives = this.body(node.body).length > 0; this.#ends() })
    return gives
  }

  /** What a round has skipped with `continue` says nothing about the next one. */
  #endRound(length: number): void {
    if (this.left.length > length) this.left.push(...this.left.splice(length).filter(({ kind }) => kind !== 'continue'))
  }
  /** Whether a loop ends after this round. */
  #ends(): boolean {
    if (this.signal === 'continue') { this.signal = ''; return false }
    if (this.signal === 'break') { this.signal = ''; return true }
    return this.signal !== ''
  }

  #forEach(node: ForEach): Value | undefined {
    const list = node.list ? this.evaluate(node.list, true) : undefined
    const items = list === undefined || list === null ? [] : isKnown(list) ? elements(list) : undefined
    const limit = `condition=${this.written(node.start, node.headEnd)}`
    const { length } = this.left
    const counted = this.counts
    this.counts = true
    const out: Value[] = []
    let isOpen = false
    if (items) {
      if (items.length > MAX_ROUNDS) this.tooMuch(node)
      for (const item of items.slice(0, MAX_ROUNDS)) {
        if (this.steps > MAX_STEPS) break
        this.assign(node.variable, item)
        out.push(...this.body(node.body))
        if (this.#ends()) break
        this.#endRound(length)
      }
    } else {
      const item = list instanceof Foreign ? list.each(limit) : undefined
      this.assign(node.variable, item ?? new Unknown(`$${node.variable}`))
      isOpen = this.#havoc(limit, node)
    }
    this.keepLeft(length, 'break')
    this.counts = counted
    return isOpen ? this.unknown(node) : out.length === 0 ? undefined : out
  }

  #switch(node: Switch): Value | undefined {
    const out: Value[] = []
    let isOpen = false
    const value = node.value ? this.value(node.value) : null
    const sides: Journal[] = []
    const isPlain = !node.flags.some(flag => flag !== 'wildcard' && flag !== 'exact' && flag !== 'casesensitive')
    const items = isPlain && isKnown(value) ? elements(value) : undefined
    const { length } = this.left
    for (const item of items ?? [undefined]) {
      if (!this.spend(node.clauses.length)) { this.tooMuch(node); break }
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
          out.push(...this.body(clause.body))
        } else {
          if (isMatched === false) isMatched = undefined
          const head = `condition=${this.written(node.start, node.headEnd)} { ${clause.condition ? this.written(clause.condition.start, clause.condition.end) : 'default'} }`
          sides.push(this.branch(head, () => { isOpen = this.body(clause.body).length > 0 || isOpen; if (this.signal === 'break' || this.signal === 'continue') this.signal = '' }))
        }
        if (this.signal !== '') break
      }
      if (this.#ends()) break
    }
    this.keepLeft(length, 'break')
    this.forget(sides)
    return isOpen ? this.unknown(node) : single(out)
  }

  #try(node: Try): Value | undefined {
    const before = this.host.effects()
    const asked = this.host.queries()
    let out = this.body(node.body)
    const isThrown = this.signal === 'throw'
    if (isThrown) this.signal = ''
    const signal = this.signal
    // `try { Get-NetFirewallRule X -ErrorAction Stop } catch { New-NetFirewallRule X }` makes what is not there.
    const isCheck = isThrown || (this.host.effects() === before && this.host.queries() !== asked && signal === '')
    if (isCheck && node.catches[0]) out = [...out, ...this.body(node.catches[0])]
    else {
      this.signal = ''
      for (const body of node.catches) this.under('condition=catch {…}', () => { this.body(body); this.signal = '' })
      this.signal = signal
    }
    const left = this.signal
    this.signal = ''
    out = [...out, ...this.body(node.last)]
    if (left !== '') this.signal = left
    return single(out)
  }

  #jump(word: string, value: Node | undefined): Value | undefined {
    const given = value ? this.evaluate(value, true) : undefined
    if (word === 'exit' && given !== undefined && given !== 0 && given !== '0') this.signal = 'throw'
    else this.signal = word as Signal
    return word === 'return' ? given : undefined
  }
}

/** `while ($true)`, `for (;;)`: only something inside ends it. */
function isEndless({ condition, until }: Loop): boolean {
  let node = condition
  while (node?.kind === 'paren') node = node.inner
  if (!node) return true
  return node.kind === 'variable' ? node.name === (until ? 'false' : 'true') : node.kind === 'number' && !until && node.value === 1
}
/** Whether a round has made another value of a variable; one that is not known is like any other. */
const differs = (before: Value | undefined, after: Value | undefined): boolean => before !== after && ((before !== undefined && isKnown(before)) || (after !== undefined && isKnown(after)))

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

/** The names of the commands in a piece of the tree, in lower case. */
function commandsIn(root: object): Set<string> {
  const names = new Set<string>()
  const open: unknown[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    const { kind, name } = node as { kind?: unknown; name?: { kind?: unknown; value?: unknown } }
    if (kind === 'command' && name?.kind === 'text' && typeof name.value === 'string') names.add(name.value.toLowerCase())
    for (const part of Object.values(node)) if (typeof part === 'object') open.push(part)
  }
  return names
}

/** Moves a piece of the tree to one place of the file: all that a text in quotes makes stands where the text stands. */
function place(root: object, start: number, end: number): void {
  const open: unknown[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if ('start' in node) Object.assign(node, { start, end, ...('headEnd' in node && { headEnd: end }) })
    for (const part of Object.values(node)) if (typeof part === 'object') open.push(part)
  }
}
