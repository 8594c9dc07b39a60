import { isAnyAddress } from '../../model/addresses.ts'
import type { Advice, Facts, TargetFacts } from '../../model/facts.ts'
import { endsOf, isAnyPort } from '../../model/ports.ts'
import { fileName } from '../../model/rules.ts'
import { ALLOW, BOUND, ENFORCED, LOCAL_PORTS, OUTBOUND, PROFILE_BITS, PROFILE_SHIFT, REMOTE_PORTS, type RuleTable, tableOf } from '../../model/table.ts'
import type { Rule } from '../../model/types.ts'

/** A list of rules with the rows of those that allow something and that Windows enforces somewhere. */
export interface ActiveAllows { readonly target: TargetFacts; readonly rules: readonly Rule[]; readonly table: RuleTable; readonly rows: Int32Array }

/** Several checks look through the same rules. */
const found = new WeakMap<Facts, readonly ActiveAllows[]>()

/** Every list of rules once, with the first target that holds it. Nobody wrote the predefined ones, so they are left out. */
export function activeAllows(facts: Facts): readonly ActiveAllows[] {
  const held = found.get(facts)
  if (held) return held
  const lists = new Map<readonly Rule[], ActiveAllows>()
  for (const target of facts.targets) {
    for (const { kind, rules, ignoredIn } of target.policy.groups) {
      if (kind === 'predefined' || lists.has(rules)) continue
      const table = tableOf(rules)
      lists.set(rules, { target, rules, table, rows: activeRows(table, ignoredIn << PROFILE_SHIFT) })
    }
  }
  const all = [...lists.values()]
  found.set(facts, all)
  return all
}
function activeRows({ count, bits }: RuleTable, ignored: number): Int32Array {
  const rows = new Int32Array(count)
  let length = 0
  for (let row = 0; row < count; row++) {
    const own = bits[row] as number
    if ((own & ENFORCED) !== 0 && (own & ALLOW) !== 0 && (own & PROFILE_BITS & ~ignored) !== 0) rows[length++] = row
  }
  return rows.subarray(0, length)
}

/** An inbound rule of any port from any address for any program and service. */
export const isBroad = (rule: Rule): boolean =>
  rule.direction === 'inbound' && (rule.protocol === 'any' || rule.protocol === 6 || rule.protocol === 17)
  && rule.program === undefined && rule.service === undefined && isAnyPort(rule.localPorts) && isAnyPort(rule.remotePorts)
  && isAnyAddress(rule.remoteAddresses) && isAnyAddress(rule.localAddresses)
  && rule.unmodelled.length === 0 && !rule.ipsec && rule.interfaceTypes.length === 0

/** The active allow rules of which the target's advice says something. */
export function* advised(facts: Facts, adviceOf: (target: TargetFacts) => Advice): Iterable<{ rule: Rule; target: TargetFacts; said: string }> {
  for (const { target, rules, table, rows } of activeAllows(facts)) {
    const advice = adviceOf(target)
    for (const row of concerned(advice, rules, table, rows)) {
      const rule = rules[row] as Rule
      const said = advice.of(rule)
      if (said !== undefined) yield { rule, target, said }
    }
  }
}
function concerned({ ports, programs }: Advice, rules: readonly Rule[], { bits, sets, stores }: RuleTable, rows: Int32Array): readonly number[] {
  const out: number[] = []
  const ends = endsOf(ports)
  const isFor = (program: string | undefined): boolean => program !== undefined && programs.has(fileName(program))
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const own = bits[row] as number
    const s = (own & OUTBOUND) === 0 ? LOCAL_PORTS : REMOTE_PORTS
    if (stores[s].isWithin(sets[s][row] as number, ends) || (programs.size > 0 && (own & BOUND) !== 0 && isFor((rules[row] as Rule).program))) out.push(row)
  }
  return out
}
