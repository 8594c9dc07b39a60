import type { Site } from '../model/requirements.ts'
import type { AddressSet, Place, ProfileSet, Severity, Store } from '../model/types.ts'

export type { Site, SitePorts, Transport } from '../model/requirements.ts'

/** A value that checks may point at. */
export interface Placed<T> {
  readonly value: T
  readonly place: Place
}

/** `.configmgr-firewall.yml` as values. Where nothing is said the field is absent or empty, as its comment tells. */
export interface Config {
  /** Path of the config file; undefined without one. */
  readonly path: string | undefined
  readonly site: Site
  /** Where `site.communication` stands. */
  readonly communicationPlace?: Place
  /** Canonical ids in file order, or `all`; with `assumed` the contract's list. */
  readonly features: FeatureList
  /** Features were not stated anywhere at the top: the assumed ones stand in. */
  readonly assumed: boolean
  /** Empty: all policy files form one target. */
  readonly targets: readonly TargetConfig[]
  /** Paths of users' own packs. */
  readonly packs: readonly Placed<string>[]
  /** Names that the built-in pack does not know; the packs must. Empty without packs, for then they are errors at once. */
  readonly names: readonly UnknownName[]
  /** Finding code to its severity here. */
  readonly severity: ReadonlyMap<string, Severity | 'off'>
  readonly ignore: readonly IgnoreEntry[]
  /** Path of the file that `check --write-baseline` wrote. */
  readonly baseline?: Placed<string>
  /** Label tables for localized dumps: language to its table, as `ParseOptions.labels` takes them. */
  readonly labels: ReadonlyMap<string, unknown>
  /** Code page of files without a mark. */
  readonly encoding?: string
  /** Replace addresses and names in reports. */
  readonly redact: boolean
  /** When to comment on a pull request. */
  readonly comment: 'always' | 'on-change' | 'never'
}
export interface UnknownName extends Placed<string> {
  readonly kind: 'feature' | 'role' | 'condition' | 'setting'
}
export type FeatureList = 'all' | readonly Placed<string>[]

/** A class of machines, or a network path. */
export interface TargetConfig {
  readonly name: string
  readonly place: Place
  /** `client` when absent in the file; the `from` end for a network path. */
  readonly role: string
  /** Set for a network firewall on the way. */
  readonly path?: { readonly from: string; readonly to: string }
  /** `domain` by default. */
  readonly profiles: ProfileSet
  /** Replaces the list at the top; undefined: that one counts. */
  readonly features: FeatureList | undefined
  /** Where these machines are; undefined when not said. */
  readonly addresses: AddressSet | undefined
  /** Lowest precedence first. */
  readonly layers: readonly LayerConfig[]
}
/** One GPO backup folder, file or glob. */
export interface LayerConfig {
  readonly path: string
  readonly store: Store | undefined
  readonly place: Place
}
/** A finding that is meant to be silent for a while. All that is given must fit. */
export interface IgnoreEntry {
  readonly code: string
  readonly requirement?: string
  readonly target?: string
  /** File path or glob of the finding's place. */
  readonly path?: string
  readonly reason: string
  /** `YYYY-MM-DD`, inclusive, UTC. */
  readonly expires: string
  readonly place: Place
}
