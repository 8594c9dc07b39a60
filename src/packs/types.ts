import type { RequirementSeverity, RequirementSource } from '../model/requirements.ts'

export type {
  Listener, Requirement, RequirementSeverity, RequirementSource, Site, SitePorts, TrafficBox, Transport,
} from '../model/requirements.ts'

/** A pack as its YAML file says it: what `schema/pack.schema.json` accepts. */
export interface Pack {
  readonly pack: string
  readonly title: string
  /** Edition of the newest source, `YYYY-MM-DD`. */
  readonly date: string
  readonly sources: Readonly<Record<string, PackSource>>
  readonly roles: Readonly<Record<string, PackRole>>
  readonly features: Readonly<Record<string, PackFeature>>
  readonly conditions: Readonly<Record<string, PackCondition>>
  readonly choices: Readonly<Record<string, PackChoice>>
  readonly settings: Readonly<Record<string, PackSetting>>
  readonly methods: Readonly<Record<string, PackMethod>>
  readonly listeners: readonly PackListener[]
  /** What only servers listen on: an inbound rule for it on a client opens nothing that is needed. */
  readonly serverOnly: readonly ServerOnly[]
  readonly obsolete: readonly Obsolete[]
  readonly legacyPolicies: readonly LegacyPolicy[]
  readonly rules: readonly EvaluationRule[]
  readonly requirements: readonly PackRow[]
}
export interface PackSource {
  readonly page: string
  readonly edition: string
  readonly kind?: string
}
export interface PackRole {
  readonly name: string
  readonly kind: 'host' | 'site-system' | 'server' | 'cloud'
  readonly note?: string
  /** Roles that this one is as well (a pull-distribution point is a distribution point). */
  readonly is?: readonly string[]
}
export interface PackFeature {
  readonly title: string
  /** Other names that mean the same. */
  readonly aliases?: readonly string[]
  /** Part of what is assumed without a config. */
  readonly assumed?: boolean
}
export interface PackCondition {
  readonly says: string
  /** Holds unless its opposite is listed. */
  readonly default?: boolean
  /** The `no-…` condition to its positive one. */
  readonly opposite?: string
  /** Features whose naming makes it true. */
  readonly features?: readonly string[]
  /** Derived from `site.communication`. */
  readonly transport?: 'http' | 'https'
  /** For `…-exception`: the features whose rows the client setting opens. */
  readonly opens?: readonly string[]
}
export interface PackChoice {
  readonly rule: string
  readonly unknown?: string
}
export interface PackSetting {
  /** Key under `site.ports`; absent for settings that are no port. */
  readonly key?: string
  readonly default: number | string | boolean | null
  readonly protocol?: 'tcp' | 'udp'
  readonly where: string
  readonly allowed?: readonly number[]
  readonly alternative?: boolean
  /** Contract key of a setting that must have the same number. */
  readonly equals?: string
  readonly effect?: string
  readonly constraints?: readonly string[]
  readonly sources?: readonly RequirementSource[]
}
export interface PackMethod {
  readonly name: string
  readonly feature?: string
  readonly needsInboundOnClient?: boolean | 'unclear'
  readonly usesSmb?: boolean | string
  readonly usesRpc?: boolean
  readonly rows: readonly string[]
  readonly whenBlocked?: string
  readonly also?: readonly string[]
}
/** Which programs send or receive at one end. The first entry that fits a box counts; row entries come first. */
export interface PackListener {
  readonly rows?: readonly string[]
  readonly roles?: readonly string[]
  readonly direction?: 'inbound' | 'outbound'
  readonly protocol?: 'tcp' | 'udp'
  readonly ports?: readonly (number | string)[]
  readonly dynamicRpc?: boolean
  readonly programs: readonly string[]
  readonly services?: readonly string[]
  readonly certain?: boolean
}
export interface ServerOnly {
  readonly protocol: 'tcp' | 'udp'
  /** Default number; follows `setting` where the site changed it. */
  readonly port: number
  readonly setting?: string
  readonly why: string
  /** Features that make a client listen there after all. */
  readonly unlessFeatures?: readonly string[]
  /** Programs and groups that make the rule something else. */
  readonly unlessPrograms?: readonly string[]
  readonly unlessGroups?: readonly string[]
}
export interface Obsolete {
  /** File names in lower case. */
  readonly programs?: readonly string[]
  readonly protocol?: 'tcp' | 'udp' | 'any'
  readonly ports?: readonly (number | string)[]
  readonly direction?: 'inbound' | 'outbound'
  /** Roles of the targets that it concerns; absent: all. */
  readonly roles?: readonly string[]
  /** A port alone could be anything: words that the rule's name or group must hold (any of them, any case). */
  readonly names?: readonly string[]
  readonly why: string
  readonly instead?: string
  /** A condition under which it is not obsolete. */
  readonly unless?: string
}
export interface LegacyPolicy {
  readonly policy: string
  readonly key: string
  readonly values: string
  readonly meets: readonly string[]
  readonly note?: string
}
export interface EvaluationRule {
  readonly id: string
  readonly rule: string
}

/** One row as the pack says it. */
export interface PackRow {
  readonly id: string
  /** Own id when absent. */
  readonly need?: string
  readonly feature: string
  readonly from: string
  readonly to: string
  readonly kind: 'port' | 'icmp-echo' | 'program' | 'rule-group' | 'dynamic-rpc'
  readonly protocol?: 'tcp' | 'udp' | 'icmp'
  readonly ports?: readonly (number | string)[]
  readonly keyword?: 'RPC' | 'RPC-EPMap'
  readonly icmp?: { readonly v4: number; readonly v6: number }
  readonly program?: string
  readonly programPath?: string
  readonly group?: string
  readonly groupRules?: readonly string[]
  readonly perspective: 'client' | 'console' | 'server' | 'network'
  readonly direction: 'inbound' | 'outbound' | 'both' | 'initiator-from' | 'initiator-either'
  /** False: the docs give no direction, the value is derived. True when absent. */
  readonly directionStated?: boolean
  readonly severity: RequirementSeverity
  /** `current` when absent. */
  readonly status?: 'current' | 'deprecated' | 'retired' | 'legacy-os'
  /** Whether `all` includes it. True when absent. */
  readonly default?: boolean
  readonly seed?: boolean
  readonly setting?: string
  readonly conditions?: readonly string[]
  readonly choice?: string
  readonly alternatives?: readonly RowAlternative[]
  readonly fallback?: { readonly to: readonly string[]; readonly automatic?: boolean; readonly cost?: string; readonly other?: string }
  readonly satisfiedBy?: readonly string[]
  readonly flow?: string
  readonly autoConfiguredBy?: string
  readonly methods?: readonly string[]
  readonly sources: readonly RequirementSource[]
  readonly note?: string
}
export interface RowAlternative {
  readonly ports?: readonly (number | string)[]
  readonly protocol?: 'tcp' | 'udp'
  readonly rows?: readonly string[]
  readonly when: string
}

/** One predefined group of Windows Firewall. */
export interface RuleGroup {
  readonly id: string
  readonly resource: string
  readonly legacyResources?: readonly string[]
  /** Language to the group's display names there. */
  readonly names: Readonly<Record<string, readonly string[]>>
  readonly neededByDocs?: boolean
  /** The group that this one can stand for. */
  readonly substitutes?: string
  readonly since?: string
  readonly note?: string
  /** What ConfigMgr needs of the group; the boxes of a `rule-group` row. */
  readonly minimum?: readonly GroupMinimum[]
  readonly members: readonly GroupMember[]
}
export interface GroupMinimum {
  readonly protocol?: 'tcp' | 'udp'
  readonly ports?: readonly (number | string)[]
  readonly keyword?: 'RPC' | 'RPC-EPMap'
  readonly program?: string
}
/** One predefined rule; `variants` says in which copies Windows holds it. */
export interface GroupMember {
  readonly name: string
  readonly direction: 'inbound' | 'outbound'
  readonly protocol: 'tcp' | 'udp' | 'icmpv4' | 'icmpv6'
  /** Local when inbound, remote when outbound; absent: any. */
  readonly ports?: readonly (number | string)[]
  readonly icmp?: string
  readonly program?: string
  readonly service?: string
  readonly resource?: string
  readonly profiles?: readonly ('domain' | 'private' | 'public')[]
  readonly remote?: 'LocalSubnet'
  /** `scoped`: a `-NoScope` copy (domain, any address) and a plain one (private and public, LocalSubnet). */
  readonly variants?: 'scoped'
  /** Seen by name only: what it opens is not known, so it proves nothing. */
  readonly nameOnly?: boolean
  readonly since?: string
}
