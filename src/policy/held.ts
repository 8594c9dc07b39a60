import type { RuleGroup } from '../model/policy.ts'
import { changedRule } from '../model/rules.ts'
import type { Layer, Rule, RuleSelector } from '../model/types.ts'
import { isPattern } from '../text/wildcard.ts'

/** The rules of one part of a layer, while later layers change and remove some. Each keeps its number, by which others know it. */
export class HeldRules {
  readonly layer: Layer
  readonly kind: RuleGroup['kind']
  #rules: readonly Rule[]
  #changed: Rule[] | undefined
  readonly #gone = new Set<number>()
  readonly #doubts = new Map<number, string>()
  readonly #numbers: { ids?: Map<string, number[]>; names?: Map<string, number[]> } = {}

  constructor(layer: Layer, kind: RuleGroup['kind'], rules: readonly Rule[]) {
    this.layer = layer
    this.kind = kind
    this.#rules = rules
  }
  /** How many there were at first. */
  get size(): number { return this.#rules.length }
  /** The rule of a number; undefined where it is gone. */
  at(number: number): Rule | undefined { return this.#gone.has(number) ? undefined : this.#rules[number] }
  remove(number: number): void { this.#gone.add(number) }
  /** Nobody knows whether the rule counts, for this reason. */
  doubt(number: number, why: string): void { this.#doubts.set(number, why) }
  replace(number: number, rule: Rule): void {
    const old = this.#rules[number]
    this.#rules = this.#changed ??= [...this.#rules]
    this.#changed[number] = rule
    // Names can change; under the old one nothing is found any more that does not bear it.
    if (rule.name !== old?.name) note(this.#numbers.names, rule.name, number)
    if (rule.id !== old?.id) note(this.#numbers.ids, rule.id, number)
  }
  /** What is left, in file order. */
  list(): readonly Rule[] {
    if (this.#gone.size === 0 && this.#doubts.size === 0) return this.#rules
    return this.#rules.flatMap((rule, number) => {
      const why = this.#doubts.get(number)
      return this.#gone.has(number) ? [] : [why === undefined ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, why] })]
    })
  }

  /** The numbers of rules that a selector may mean: thousands of removals by name do not look at thousands of rules each. */
  candidates(select: RuleSelector): Iterable<number> {
    const by = select.ids ? 'ids' : 'names'
    const patterns = select[by]
    if (!patterns || patterns.some(isPattern)) return this.#rules.keys()
    const numbers = (this.#numbers[by] ??= this.#indexed(by))
    return new Set(patterns.flatMap(pattern => numbers.get(pattern.toLowerCase()) ?? []))
  }
  #indexed(by: 'ids' | 'names'): Map<string, number[]> {
    const numbers = new Map<string, number[]>()
    for (const [number, rule] of this.#rules.entries()) note(numbers, by === 'ids' ? rule.id : rule.name, number)
    return numbers
  }
}
function note(numbers: Map<string, number[]> | undefined, text: string | null, number: number): void {
  if (!numbers || text === null) return
  const key = text.toLowerCase()
  const held = numbers.get(key)
  if (held) held.push(number)
  else numbers.set(key, [number])
}
