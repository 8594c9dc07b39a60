import type { Draft, Facts, Locale, TargetFacts } from '../../model/facts.ts'
import type { EffectivePolicy, RuleGroup } from '../../model/policy.ts'
import { ruleTitle } from '../../model/rules.ts'
import type { Shadow } from '../../model/shadows.ts'
import type { Rule } from '../../model/types.ts'
import { codeOf } from './needs.ts'

/** How many of the covering rules are pointed at. */
const MOST_RELATED = 8

/** A useless rule, with its target where only one holds it. */
interface Useless extends Shadow { readonly target: string | undefined }

/** Two checks ask for the same search. */
const searched = new WeakMap<Facts, readonly Useless[]>()

/** Rules that never matter on any target that holds them, each once, and none that a requirement finding tells of already. */
export function uselessRules(facts: Facts): readonly Useless[] {
  let held = searched.get(facts)
  if (!held) searched.set(facts, (held = search(facts)))
  return held
}

function search(facts: Facts): readonly Useless[] {
  const told = rulesTold(facts)
  const targets = distinctTargets(facts.targets)
  const seen = new Map<Rule, { shadow: Shadow; times: number }>()
  for (const { policy } of targets) {
    for (const shadow of byMachine(policy).flatMap(groups => facts.shadowedIn(groups).shadows)) {
      const entry = seen.get(shadow.rule)
      if (entry) entry.times++
      else if (!told.has(shadow.rule) && !isOfWindows(shadow.rule)) seen.set(shadow.rule, { shadow, times: 1 })
    }
  }
  const out: Useless[] = []
  const holders = facts.targets.length > 1 ? holdersOf(seen, targets) : undefined
  const only = facts.targets.length === 1 ? facts.targets[0]?.policy.target.name : undefined
  for (const [rule, { shadow, times }] of seen) {
    const names = holders?.get(rule)
    if (names && names.length > times) continue // on some target nothing else says it
    out.push({ ...shadow, target: names?.length === 1 && targets.length === facts.targets.length ? names[0] : only })
  }
  return out
}

/** Windows' own rules repeat each other as Microsoft ships them: nothing that an admin wrote or would mend. Exports resolve the name, not the group. */
const isOfWindows = ({ name, group }: Rule): boolean => name.startsWith('@') || group?.startsWith('@') === true

/** Rules that may be meant for different machines are no reason for each other: without stated layers every file is searched by itself. */
function byMachine({ target, groups }: EffectivePolicy): (readonly RuleGroup[])[] {
  if (target.stated) return [groups]
  const files = new Map<string, RuleGroup[]>()
  for (const group of groups) {
    const held = files.get(group.layer.path)
    if (held) held.push(group)
    else files.set(group.layer.path, [group])
  }
  return [...files.values()]
}

/** Targets with the same rules are searched once. */
function distinctTargets(targets: readonly TargetFacts[]): readonly TargetFacts[] {
  const held: TargetFacts[] = []
  const byFirst = new Map<readonly Rule[] | undefined, TargetFacts[]>()
  for (const target of targets) {
    const { groups } = target.policy
    const alike = byFirst.get(groups[0]?.rules) ?? []
    const same = alike.some(({ policy: { groups: others } }) => others.length === groups.length && groups.every((group, i) => {
      const other = others[i]
      return other && other.rules === group.rules && other.ignoredIn === group.ignoredIn && other.condition === group.condition && other.kind === group.kind
    }))
    if (same) continue
    held.push(target)
    byFirst.set(groups[0]?.rules, [...alike, target])
  }
  return held
}

/** Which targets hold each of these rules. */
function holdersOf(rules: ReadonlyMap<Rule, unknown>, targets: readonly TargetFacts[]): ReadonlyMap<Rule, string[]> {
  const out = new Map<Rule, string[]>()
  for (const { policy } of targets) {
    for (const group of policy.groups) {
      if (group.kind !== 'written') continue
      for (const rule of group.rules) {
        if (!rules.has(rule) || (rule.profiles & ~group.ignoredIn) === 0) continue
        const names = out.get(rule)
        if (names) names.push(policy.target.name)
        else out.set(rule, [policy.target.name])
      }
    }
  }
  return out
}

/** Rules that a requirement finding points at or names (contract, "Verdicts where two words could fit"). */
function rulesTold(facts: Facts): ReadonlySet<Rule> {
  const told = new Set<Rule>()
  for (const need of facts.targets.flatMap(target => target.needs)) {
    if (codeOf(need) === undefined) continue
    for (const rule of [need.cause?.rule, need.opensDefaultPort, ...(need.cause?.related ?? [])]) if (rule) told.add(rule)
  }
  return told
}

/** The parts that both checks draft alike. */
export function uselessDraft({ rule, by, target }: Useless, locale: Locale, message: string, remedy: string): Draft {
  return {
    identity: rule.id ?? rule.name, span: rule.source, message, remedy, ...(target !== undefined && { target }),
    related: by.slice(0, MOST_RELATED).map(other => ({ span: other.source, message: WORDS[locale][other.action === 'block' ? 'blocks' : 'allows'](ruleTitle(other)) })),
  }
}

const WORDS = {
  en: { allows: (name: string) => `"${name}" allows it here.`, blocks: (name: string) => `"${name}" blocks it here.` },
  ko: { allows: (name: string) => `여기에서 "${name}" 규칙이 허용합니다.`, blocks: (name: string) => `여기에서 "${name}" 규칙이 차단합니다.` },
} satisfies Record<Locale, unknown>
