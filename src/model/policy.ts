import type { Layer, Profile, ProfileSet, ProfileSettings, Rule, Setting } from './types.ts'

/** A class of machines with its layers, lowest precedence first. */
export interface Target {
  readonly name: string
  readonly role: string
  /** The profiles its machines are on when Configuration Manager talks to them. */
  readonly profiles: ProfileSet
  readonly layers: readonly Layer[]
  /** The file of the last layer that the config names, also where it holds nothing of ours: there a missing rule belongs. */
  readonly home?: string
  /** Whether the config names the layers. Files that merely lie in one repository may be meant for different machines. */
  readonly stated: boolean
}

/** The rules of one layer that are left after later layers replaced or removed theirs. */
export interface RuleGroup {
  readonly layer: Layer
  readonly rules: readonly Rule[]
  /** Profiles in which policy makes Windows ignore these rules (local rules without merge, [MS-FASP] 2.2.27 state 14). */
  readonly ignoredIn: ProfileSet
  /** Why the rules may not apply at all: a WMI filter. */
  readonly condition: string | undefined
  /**
   * `predefined`: Windows' own rules that a script turned on; `opening`: what an administrative template opens. Nobody wrote either as a rule,
   * so nobody is told that they repeat others.
   */
  readonly kind: 'written' | 'predefined' | 'opening'
}

/** Every setting of one profile decided, each with the value that decided it. */
export interface EffectiveProfile {
  readonly enabled: boolean
  readonly defaultInbound: 'allow' | 'block'
  readonly defaultOutbound: 'allow' | 'block'
  readonly allowLocalRules: boolean
  readonly blockAllInbound: boolean
  readonly allowUserApps: boolean
  readonly allowUserPorts: boolean
  /** Where the value comes from; absent where Windows' default counts. */
  readonly from: { readonly [K in keyof ProfileSettings]?: Setting<unknown> }
  /** Values that a script sets only sometimes. */
  readonly perhaps: readonly (keyof ProfileSettings)[]
}

/** A value of a lower layer that a higher layer overrides with another one. */
export interface OverriddenSetting {
  readonly profile: Profile
  readonly setting: keyof ProfileSettings
  readonly winner: Setting<unknown>
  readonly loser: Setting<unknown>
}
/** One rule id with different content in two layers of one store: the later text wins whole, where a WMI filter lets its layer apply. */
export interface ReplacedRule { readonly winner: Rule; readonly loser: Rule; readonly filter?: string }

/** A target after its layers are merged: what Windows makes of them. */
export interface EffectivePolicy {
  readonly target: Target
  readonly profiles: { readonly [P in Profile]: EffectiveProfile }
  readonly groups: readonly RuleGroup[]
  /** Some layer holds active connection security rules, so a rule that asks for IPsec may serve. */
  readonly connectionSecurity: boolean
  readonly overridden: readonly OverriddenSetting[]
  readonly replaced: readonly ReplacedRule[]
  /** Layers whose GPO does not apply, and why. */
  readonly notApplied: readonly { readonly layer: Layer; readonly why: 'computer-half' | 'links' }[]
}
