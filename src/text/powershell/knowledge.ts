import { effort } from '../effort.ts'
import type { Node } from './ast.ts'
import type { Host } from './host.ts'
import { Unknown, type Value } from './values.ts'

/** Statements that are followed inside loops and functions, and rounds of one loop. */
export const MAX_STEPS = 100_000
export const MAX_ROUNDS = 1000
/** Elements of lists and pieces of long texts that a script may have us look at: a statement of ten characters can mean ten thousand. */
const MAX_WORK = 3_000_000
/** Conditions of one kind that are kept in mind: what hangs on so many is not certain, whatever the others say. */
const MAX_LEFT = 20
/** Longer pieces of the file are cut in words about it. */
const MAX_WRITTEN = 160

/** The variables of one function call. */
export class Scope {
  readonly variables = new Map<string, Value>()
  /** Parameters that nobody has given and that are false then (`[switch]$Open`): whoever calls may give them. */
  options: Set<string> | undefined
  readonly parent: Scope | undefined
  constructor(parent: Scope | undefined) { this.parent = parent }
}
/** What a branch assigned, by scope and name. */
export type Journal = Map<Scope, Map<string, Value | undefined>>
/** How a statement leaves what it stands in. */
export type Signal = '' | 'break' | 'continue' | 'return' | 'exit' | 'throw'

/** A condition under which an earlier statement has left. */
interface Left { readonly kind: Signal; readonly limit: string; readonly isOption?: boolean }

/** What is known at one point of a script: its variables, and the conditions under which it gets there. */
export abstract class Knowledge {
  readonly text: string
  readonly host: Host
  /** What stands around the current statement: `condition=if (…)`, `computer=…`. */
  readonly #limits: string[] = []

  /** Conditions under which an earlier statement has left: `[how far it leaves, limit]`. */
  protected readonly left: Left[] = []
  /** Notes one more of them. */
  protected leave(left: Left): void {
    let alike = 0
    for (const { kind, isOption } of this.left) if (kind === left.kind && isOption === left.isOption) alike++
    if (alike < MAX_LEFT) this.left.push(left)
  }

  /** How far inside the statements are that run only when an option is given. */
  protected optional = 0
  /** The level of the outermost of them. */
  #optionLevel = 0
  #hasOptions = false

  protected scope = new Scope(undefined)
  #journal: Journal | undefined
  protected signal: Signal = ''
  /** How much was followed inside loops and functions; only there it counts. */
  protected get steps(): number { return this.#effort.steps }
  protected set steps(count: number) { this.#effort.steps = count }
  protected counts = false
  readonly #effort = effort()

  constructor(text: string, host: Host) {
    this.text = text
    this.host = host
    host.isOptional = () => this.optional > 0 || this.left.some(({ isOption }) => isOption)
  }

  /** `Key=value` for each thing that stands between the statement and certainty. */
  get limits(): readonly string[] {
    return this.left.length === 0 ? this.#limits : [...this.#limits, ...this.left.map(l => l.limit)]
  }

  /** Counts work against what one script may cause; false once that is too much. */
  spend(amount: number): boolean {
    this.#effort.work += amount
    return this.#effort.work <= MAX_WORK
  }
  /** Whether that is too much already: then nothing large is made or looked at any more. */
  protected get isSpent(): boolean { return this.#effort.work > MAX_WORK }

  get level(): number { return this.#limits.length + this.left.length }
  /** Whether something of this level was there before the option under which it would change. */
  protected isBeforeOption(level: number): boolean { return this.optional > 0 && level < this.#optionLevel }

  /** A parameter that was not given and is false then. */
  protected setOption(name: string): void {
    this.#hasOptions = true
    ;(this.scope.options ??= new Set()).add(name)
  }
  /** The options in a piece of the file that still stand as nobody has given them. */
  protected optionsIn(start: number, end: number): string[] {
    if (!this.#hasOptions) return []
    const names = new Set([...this.text.slice(start, end).matchAll(/\$\{?(\w+)/g)].map(match => (match[1] as string).toLowerCase()))
    return [...names].filter(name => {
      let { scope } = this
      while (!scope.variables.has(name) && scope.parent) scope = scope.parent
      return scope.options?.has(name) === true && scope.variables.get(name) === false
    })
  }
  /** Follows what runs only when options are given; afterwards everything is as without them. */
  protected withOptions(names: readonly string[], limit: string, run: () => void): void {
    const { length } = this.left
    if (this.optional++ === 0) this.#optionLevel = this.level + 1
    this.branch(limit, () => {
      for (const name of names) this.assign(name, names.length === 1 ? true : new Unknown(`$${name}`))
      run()
    })
    this.optional--
    this.left.length = length
  }
  /** Runs under a limit that the text does not decide; what it assigns is unknown afterwards. */
  under(limit: string, run: () => void): void {
    this.forget([this.branch(limit, run)])
  }

  /** Runs surely, but with a limit that only says where (`computer=…`). */
  within(limit: string | undefined, run: () => void): void {
    if (limit !== undefined) this.#limits.push(limit)
    run()
    if (limit !== undefined) this.#limits.pop()
  }

  variable(name: string): Value | undefined {
    for (let scope: Scope | undefined = this.scope; scope; scope = scope.parent) {
      const value = scope.variables.get(name)
      if (value !== undefined) return value
    }
    return undefined
  }

  assign(name: string, value: Value): void { this.#assignIn(this.scope, name, value) }
  /** Into the scope of the script itself. */
  protected assignShared(name: string, value: Value): void {
    let { scope } = this
    while (scope.parent) scope = scope.parent
    this.#assignIn(scope, name, value)
  }
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
  /** Forgets the conditions of leaving that end here; those that leave further stay. */
  protected keepLeft(length: number, kind: Signal): void {
    if (this.left.length === length) return
    const further = this.left.splice(length).filter(left => left.kind === 'exit' || (kind === 'break' && left.kind === 'return'))
    this.left.push(...further)
  }

  /** Follows one side of something undecided, and takes back what it assigned. */
  protected branch(limit: string, run: () => void): Journal {
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
    if (this.signal !== '') {
      // Leaving by an error is loud: somebody looks. Leaving quietly makes the rest a branch of its own.
      const isQuiet = this.signal !== 'throw' && !/isinrole|administrator|elevat|runas/i.test(limit)
      if (isQuiet) this.leave({ kind: this.signal, limit: limit.startsWith('condition=not ') ? limit.replace('=not ', '=') : limit.replace('=', '=not ') })
      this.signal = ''
    }
    return after
  }

  /** What the sides of something undecided assigned differently is unknown. */
  protected forget(sides: readonly Journal[]): void {
    for (const side of sides) {
      for (const [scope, values] of side) {
        for (const [name, value] of values) if (scope.variables.get(name) !== value) this.#assignIn(scope, name, new Unknown(`$${name}`))
      }
    }
  }
}
