import { featureNames } from '../config/features.ts'
import { defaultConfig } from '../config/index.ts'
import type { Config } from '../config/types.ts'
import { readSource } from '../io/read.ts'
import type { World } from '../io/world.ts'
import type { Locale } from '../model/facts.ts'
import type { Requirement } from '../model/requirements.ts'
import { DOMAIN } from '../model/rules.ts'
import type { AddressSet, ProfileSet } from '../model/types.ts'
import { loadPacks, type Packs } from '../packs/index.ts'
import { loadConfig } from './config-files.ts'
import { listOf } from './run.ts'
import type { Call } from './syntax.ts'

/** What one class of machines needs. */
export interface TargetPlan {
  readonly name: string
  readonly role: string
  readonly profiles: ProfileSet
  readonly requirements: readonly Requirement[]
  /** Where these machines are; undefined when not said. */
  readonly addresses: AddressSet | undefined
}
export interface Plan {
  readonly config: Config
  readonly packs: Packs
  readonly locale: Locale
  readonly targets: readonly TargetPlan[]
  /** Features are the assumed ones for at least one target. */
  readonly assumed: boolean
}

/** The needs of every target of the config, or of one target where it has none; `--features` and `--role` go first. */
export async function planOf(call: Call, world: World): Promise<Plan> {
  const config = (await loadConfig(world.cwd, world.cwd, call.options.get('config')?.at(-1))) ?? defaultConfig()
  const locale = call.options.get('locale')?.at(-1) === 'ko' ? 'ko' : 'en'
  const packs = await loadPacks(config, config.packs.map(({ value }) => readSource(world.cwd, value.replace(/^(\.\/)+/, ''))), locale)
  const stated = listOf(call.options.get('features'))
  const role = call.options.get('role')?.at(-1)
  const wanted = config.targets.filter(target => target.path === undefined)
  const machines = wanted.length > 0 ? wanted : [{ name: 'All policy files', role: role ?? 'client', profiles: DOMAIN, features: undefined, addresses: undefined }]
  return {
    config, packs, locale,
    assumed: stated === undefined && config.assumed && machines.some(({ features }) => features === undefined),
    targets: machines.map(target => {
      const features = stated ?? target.features ?? config.features
      const names = featureNames(features)
      return {
        name: target.name, role: role ?? target.role, profiles: target.profiles, addresses: target.addresses,
        requirements: packs.requirements(config.site, names, role ?? target.role),
      }
    }),
  }
}
