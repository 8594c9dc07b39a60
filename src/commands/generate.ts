import { joinScopes, rulesFor } from '../checks/shared/traffic.ts'
import { formatOf } from '../formats/index.ts'
import type { World } from '../io/world.ts'
import { peersOf } from '../model/places.ts'
import type { Requirement } from '../model/requirements.ts'
import type { Rule, Span } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { type Plan, planOf, type TargetPlan } from './plan.ts'
import type { Call } from './syntax.ts'

/** What the command calls a format, to the id of the format that writes it. */
export const WRITERS: ReadonlyMap<string, string> = new Map([
  ['powershell', 'powershell'], ['netsh', 'netsh'], ['reg', 'reg'], ['registry-pol', 'registry-pol'], ['lgpo', 'lgpo-text'], ['yaml', 'rules-yaml'], ['intune', 'intune-json'],
])

/** Prints rules that satisfy the requirements of all targets, one rule for equal traffic. */
export async function generate(call: Call, world: World): Promise<number> {
  const plan = await planOf(call, world)
  const name = call.options.get('format')?.at(-1) ?? 'powershell'
  const format = await formatOf(WRITERS.get(name) ?? name)
  if (!format?.write) throw new UsageError(`rules cannot be written in the format ${name} yet`)
  const rules = plannedRules(plan)
  if (rules.length === 0) throw new UsageError('these features need no rule for this role')
  const content = format.write(rules)
  const output = call.options.get('output')?.at(-1)
  if (output !== undefined) world.write(output, content)
  else if (typeof content !== 'string' && world.outIsTerminal) throw new UsageError(`${name} is no text: name a file with --output`)
  else world.out(content)
  return 0
}

/** The narrowest rules for everything that applies. Where either of two transports will do, HTTPS. */
export function plannedRules(plan: Plan): Rule[] {
  const rules: Rule[] = []
  for (const target of plan.targets) {
    for (const requirement of chosen(target)) {
      const scope = { policy: { target: { profiles: target.profiles } }, addressesOf: (role: string, setting?: string) => peersOf(plan.config.site, role, target.addresses, setting) }
      rules.push(...rulesFor(requirement.boxes, requirement, scope, NOWHERE))
    }
  }
  return joinScopes(rules)
}
function chosen({ requirements }: TargetPlan): Requirement[] {
  const applying = requirements.filter(({ status, severity }) => status === 'applies' && severity !== 'informational')
  const preferred = new Map<string, Requirement>()
  for (const r of applying) if (r.eitherKey !== undefined && (!preferred.has(r.eitherKey) || r.id.includes('https'))) preferred.set(r.eitherKey, r)
  return applying.filter(r => r.eitherKey === undefined || preferred.get(r.eitherKey) === r)
}
const place = { path: '', line: 1, column: 1, endLine: 1, endColumn: 1 }
const NOWHERE: Span = { origin: { path: '', place: () => place, line: () => undefined }, start: 0, end: 0 }
