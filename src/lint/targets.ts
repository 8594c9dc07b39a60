import { featureNames } from '../config/features.ts'
import type { Config, FeatureList } from '../config/types.ts'
import { judge, type Judgement } from '../evaluate/judge.ts'
import type { Places } from '../evaluate/questions.ts'
import type { TargetFacts } from '../model/facts.ts'
import { peersOf } from '../model/places.ts'
import type { EffectivePolicy, Target } from '../model/policy.ts'
import type { Requirement, Site } from '../model/requirements.ts'
import type { SourceFile } from '../model/stages.ts'
import type { AddressSet } from '../model/types.ts'
import { UsageError } from '../model/usage-error.ts'
import { obsoleteOn, unneededOn } from '../packs/advice.ts'
import type { Packs } from '../packs/index.ts'
import { type Arrangement, layersOf, layersOfAll } from '../policy/arrange.ts'
import { resolveTarget } from '../policy/effective.ts'
import type { Share } from '../policy/share.ts'
import { pathMatcher } from '../text/glob.ts'

/** A class of machines that is judged, with its layers found. */
export interface Plan { readonly target: Target; readonly features: FeatureList | readonly string[]; readonly assumed: boolean; readonly addresses: AddressSet | undefined }

/** A path that ends in the folder of a GPO backup. */
const BACKUP_ID = /\{[0-9a-f-]{36}\}\/?$/i

/** The targets of the config, or one of all policy files where it names none. */
export function targetsOf(config: Config, arrangement: Arrangement, files: readonly SourceFile[], options: { readonly features?: readonly string[]; readonly role?: string }, share: Share): Plan[] {
  const stated = options.features
  if (config.targets.length === 0) {
    const target = layersOfAll('All policy files', 1, options.role ?? 'client', arrangement)
    // Files without any firewall setting, such as a registry.pol of other policies, are nothing to judge.
    if (target.layers.length === 0) return []
    return [{ target, features: stated ?? config.features, assumed: stated === undefined && config.assumed, addresses: undefined }]
  }
  return config.targets.filter(({ name }) => share.target(name)).map(plan => {
    if (plan.path) throw new UsageError('network paths ("path") are not judged by this version; name only Windows targets', plan.place)
    const { target, missing } = layersOf({
      name: plan.name, role: options.role ?? plan.role, profiles: plan.profiles,
      layers: plan.layers.map(l => ({ name: l.path, matches: pathMatcher(l.path), store: l.store })),
    }, arrangement, matches => files.find(f => matches(f.path))?.path)
    const first = missing[0]
    const layer = first === undefined ? undefined : plan.layers[first]
    if (layer) throw new UsageError(`The layer ${JSON.stringify(layer.path)} of target ${JSON.stringify(plan.name)} matches no file${BACKUP_ID.test(layer.path) ? '. Each GPO backup has an id of its own: name the folder that holds it' : ''}`, layer.place)
    return { target, features: stated ?? plan.features ?? config.features, assumed: stated === undefined && plan.features === undefined && config.assumed, addresses: plan.addresses }
  })
}

/** Many targets ask the same of a site: each role with its features is resolved once. */
export function memoised(packs: Packs, site: Site): (features: Plan['features'], role: string) => readonly Requirement[] {
  const known = new Map<string, readonly Requirement[]>()
  return (features, role) => {
    const names = featureNames(features)
    const key = JSON.stringify([names, role])
    const held = known.get(key) ?? packs.requirements(site, names, role)
    known.set(key, held)
    return held
  }
}
/** A repository with hundreds of targets gets one line, not hundreds. */
export const scopesAsMeant = (targets: readonly string[]): string =>
  `explicit address scopes are taken as meant where site.systems does not place the other end (${targets.length === 1 ? 'target' : 'targets'} ${targets.slice(0, 3).join(', ')}${targets.length > 3 ? ` and ${targets.length - 3} more` : ''})`

/** Policies with what was made of them, by all that a judgement depends on. Thousands of targets may differ in their names only. */
export type Judged = Map<string, { readonly policy: EffectivePolicy; readonly judgement: Judgement }>
function judgedAlike({ target, features, addresses }: Plan): string {
  const bigText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value)
  return JSON.stringify([target.role, target.profiles, target.stated, featureNames(features), target.layers.map(({ path, store, name }) => [path, store, name]), addresses], bigText)
}

/** Judges one target. Its name goes to `asMeant` where an explicit scope was taken as meant. */
export function factsOf(plan: Plan, packs: Packs, site: Site, requirementsOf: ReturnType<typeof memoised>, judged: Judged, asMeant: string[]): TargetFacts {
  const { target, features, addresses } = plan
  const requirements = requirementsOf(features, target.role)
  const places: Places = { addressesOf: (role, setting) => peersOf(site, role, addresses, setting), own: addresses }
  const key = judgedAlike(plan)
  let held = judged.get(key)
  if (!held) {
    const resolved = resolveTarget(target, packs.predefined)
    judged.set(key, held = { policy: resolved, judgement: judge(resolved, requirements, places) })
  }
  const { judgement } = held
  const policy: EffectivePolicy = { ...held.policy, target: { ...target, layers: held.policy.target.layers } }
  if (judgement.tookScopesAsMeant) asMeant.push(target.name)
  const statuses = new Map(judgement.verdicts.map(v => [v.requirement.id, v.status]))
  return {
    policy, requirements, verdicts: judgement.verdicts, needs: judgement.needs.map(need => ({ ...need, target: target.name })),
    addressesOf: places.addressesOf,
    changedBy: setting => changedBy(policy, setting, packs, requirements, places, statuses),
    unneeded: unneededOn(packs.main, target.role, requirements, site, packs.reason),
    obsolete: obsoleteOn(packs.main, target.role, site, packs.reason),
  }
}

function changedBy(
  policy: EffectivePolicy, setting: EffectivePolicy['overridden'][number], packs: Packs, requirements: readonly Requirement[], places: Places,
  statuses: ReadonlyMap<string, string>,
): readonly string[] {
  const other = judge(resolveTarget(policy.target, packs.predefined, setting), requirements, places)
  return other.verdicts.filter(v => v.requirement.severity !== 'informational' && statuses.get(v.requirement.id) !== v.status).map(v => v.requirement.id)
}
