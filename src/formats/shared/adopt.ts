import { changedRule, PROFILES } from '../../model/rules.ts'
import type { PolicyPart, ProfileSettings, Setting } from '../../model/types.ts'
import type { ScriptState } from './script-state.ts'

/** What an inner script or registry value did, under the condition it stands in. Its own changes are applied to its own rules already, so they go first. */
export function adopt(parts: readonly PolicyPart[], condition: string | undefined, state: ScriptState): void {
  const both = (inner: string | undefined): string | undefined => (condition === undefined ? inner : inner === undefined ? condition : `${condition} > ${inner}`)
  for (const { store, gpo, rules, changes, profiles } of parts) {
    const target = gpo === undefined ? { store } : { store, gpo }
    for (const change of changes) state.change({ ...change, condition: both(change.condition) }, target)
    for (const rule of rules) state.rule(condition === undefined ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, `condition=${condition}`] }), target)
    PROFILES.forEach((profile, bit) => {
      for (const [key, setting] of Object.entries(profiles[profile] ?? {}) as [keyof ProfileSettings, Setting<never>][]) {
        const why = both(setting.condition)
        state.configure(1 << bit, key, (why === undefined ? setting : { ...setting, condition: why }) as Setting<never>, target)
      }
    })
  }
}
