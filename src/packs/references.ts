import { didYouMean } from '../text/suggest.ts'
import { ruleGroups } from './groups.ts'
import type { Pack } from './types.ts'

/** A name in a pack that nothing answers to, with the way to it in the file. */
export interface DeadReference {
  readonly message: string
  readonly at: readonly (string | number)[]
}

/** What a schema cannot say: every name that `own` uses is in `whole`, the pack joined with those that it builds on. */
export function deadReferences(own: Pack, whole: Pack): readonly DeadReference[] {
  const dead: DeadReference[] = []
  const rows = new Set(whole.requirements.map(row => row.id))
  const groups = new Set(ruleGroups().keys())
  const settings = new Set(Object.values(whole.settings).map(s => s.key ?? ''))
  const known = { feature: names(whole.features), role: names(whole.roles), condition: names(whole.conditions), choice: names(whole.choices), method: names(whole.methods), source: names(whole.sources) }
  const check = (what: string, set: ReadonlySet<string>, at: readonly (string | number)[], ...used: readonly (string | undefined)[]): void => {
    for (const name of used) if (name !== undefined && !set.has(name)) dead.push({ message: `There is no ${what} "${name}"${didYouMean(name, set)}`, at })
  }
  own.requirements.forEach((row, i) => {
    const at = (key: string): readonly (string | number)[] => ['requirements', i, key]
    check('feature', known.feature, at('feature'), row.feature)
    check('role', known.role, at('from'), row.from)
    check('role', known.role, at('to'), row.to)
    check('choice', known.choice, at('choice'), row.choice)
    check('setting', settings, at('setting'), row.setting)
    check('rule group', groups, at('group'), row.group)
    check('condition', known.condition, at('exception'), row.exception)
    check('condition', known.condition, at('conditions'), ...(row.conditions ?? []))
    check('method', known.method, at('methods'), ...(row.methods ?? []))
    check('requirement', rows, at('fallback'), ...(row.fallback ?? []))
    check('requirement or rule group', new Set([...rows, ...groups]), at('satisfiedBy'), ...(row.satisfiedBy ?? []))
    check('requirement', rows, at('alternatives'), ...(row.alternatives ?? []).flatMap(other => other.rows ?? []))
    check('source', known.source, at('sources'), ...row.sources.map(s => s.doc))
  })
  for (const [id, { opposite, features }] of Object.entries(own.conditions)) {
    check('condition', known.condition, ['conditions', id, 'opposite'], opposite)
    check('feature', known.feature, ['conditions', id, 'features'], ...(features ?? []))
  }
  for (const [id, { is }] of Object.entries(own.roles)) check('role', known.role, ['roles', id, 'is'], ...(is ?? []))
  for (const [id, { feature, rows: used }] of Object.entries(own.methods)) {
    check('feature', known.feature, ['methods', id, 'feature'], feature)
    check('requirement', rows, ['methods', id, 'rows'], ...used)
  }
  for (const [id, { equals, docs }] of Object.entries(own.settings)) {
    check('setting', settings, ['settings', id, 'equals'], equals)
    check('source', known.source, ['settings', id, 'docs'], ...(docs ?? []))
  }
  own.listeners.forEach((entry, i) => {
    check('requirement', rows, ['listeners', i, 'rows'], ...(entry.rows ?? []))
    check('role', known.role, ['listeners', i, 'roles'], ...(entry.roles ?? []))
  })
  own.serverOnly.forEach((entry, i) => {
    check('setting', settings, ['serverOnly', i, 'setting'], entry.setting)
    check('feature', known.feature, ['serverOnly', i, 'unlessFeatures'], ...(entry.unlessFeatures ?? []))
    check('rule group', groups, ['serverOnly', i, 'unlessGroups'], ...(entry.unlessGroups ?? []))
  })
  own.obsolete.forEach((entry, i) => {
    check('condition', known.condition, ['obsolete', i, 'unless'], entry.unless)
    check('role', known.role, ['obsolete', i, 'roles'], ...(entry.roles ?? []))
  })
  own.legacyPolicies.forEach((entry, i) => { check('requirement', rows, ['legacyPolicies', i, 'meets'], ...entry.meets) })
  return dead
}
const names = (table: Readonly<Record<string, unknown>>): ReadonlySet<string> => new Set(Object.keys(table))
