import { wildcard } from '../wildcard.ts'
import type { ForEach, If, Loop, Node, Switch, Try } from './ast.ts'
import { Caller } from './caller.ts'
import { type Journal, MAX_ROUNDS, MAX_STEPS, type Signal } from './knowledge.ts'
import { assignedIn } from './tree.ts'
import { elements, Foreign, isKnown, likelyOf, ScriptBlock, single, textOfValue, truthOf, Unknown, type Value } from './values.ts'

/**
 * Branches, loops and jumps: what the text decides is followed, loops over known lists are unrolled, and a branch that the text does not
 * decide is followed with its condition noted in `limits`.
 */
export abstract class ControlFlow extends Caller {
  #isTold = false

  /** Says once that the script does more than can be followed. */
  override tooMuch(node: Node): Unknown {
    if (!this.#isTold) this.host.notice('The script does more than can be followed; what its loops and functions do from here on is not known', node.start, node.end)
    this.#isTold = true
    return this.unknown(node)
  }

  /** `if … elseif … else`. */
  protected followIf(node: If): Value | undefined {
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

  /** `while`, `do`, `for`. */
  protected followLoop(node: Loop): Value | undefined {
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

  /** `foreach`. */
  protected followForEach(node: ForEach): Value | undefined {
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

  /** `switch`. */
  protected followSwitch(node: Switch): Value | undefined {
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

  /** `try … catch … finally`. */
  protected followTry(node: Try): Value | undefined {
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

  /** `break`, `continue`, `return`, `exit`, `throw`. */
  protected followJump(word: string, value: Node | undefined): Value | undefined {
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
