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
  /** How the facts are to be read: id to one sentence. */
  readonly rules: Readonly<Record<string, string>>
  readonly requirements: readonly PackRow[]
}
export interface PackSource {
  readonly page: string
  readonly edition: string
  readonly kind?: string
}
/** Names in other languages than English; in the built-in pack these are kept apart and read when a run asks for them. */
export interface PackTitles { readonly ko?: string }
export interface PackRole {
  readonly name: string
  /** Within an English sentence, with its article; without it, "the" and the name. */
  readonly phrase?: string
  readonly titles?: PackTitles
  readonly kind: 'host' | 'site-system' | 'server' | 'cloud'
  readonly note?: string
  /** Roles that this one is as well (a pull-distribution point is a distribution point). */
  readonly is?: readonly string[]
  /** Out of support or going: its rows apply only where the site still names it. */
  readonly old?: boolean
}
export interface PackFeature {
  readonly title: string
  readonly titles?: PackTitles
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
  /** Follows `site.communication`. */
  readonly transport?: 'http' | 'https'
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
  /** The numbers that occur in practice. */
  readonly usual?: readonly number[]
  /** A second number may stand beside it; clients try both. */
  readonly alternative?: boolean
  /** Contract key of a setting that must have the same number. */
  readonly equals?: string
  readonly effect?: string
  readonly constraints?: readonly string[]
  readonly docs?: readonly string[]
}
export interface PackMethod {
  readonly name: string
  readonly feature?: string
  /** Whether it needs inbound traffic on the client. */
  readonly inbound?: boolean | 'unclear'
  readonly smb?: boolean | string
  readonly rpc?: boolean
  /** What to do where a firewall blocks it. */
  readonly blocked?: string
  readonly rows: readonly string[]
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
  /** The reason in other languages; see `PackTitles`. */
  readonly reasons?: PackTitles
  /** Features that make a client listen there after all, and groups whose rules are something else. */
  readonly unlessFeatures?: readonly string[]
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
  readonly why: string
  readonly instead?: string
  /** Both in other languages; see `PackTitles`. */
  readonly reasons?: PackTitles
  /** A condition under which it is not obsolete. */
  readonly unless?: string
}
/** What says why a rule is unneeded or obsolete. */
export type Reasoned = Pick<Obsolete, 'why' | 'instead' | 'reasons'>
export interface LegacyPolicy {
  readonly policy: string
  readonly key: string
  readonly values: readonly string[]
  readonly meets: readonly string[]
  readonly note?: string
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
  /** The ends whose Windows Firewall sees the packet; both when absent (a sleeping or booting computer has none). */
  readonly ends?: readonly ('from' | 'to')[]
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
  /** Rows that take over when this one is cut. */
  readonly fallback?: readonly string[]
  readonly satisfiedBy?: readonly string[]
  readonly flow?: string
  /** The condition under which a client setting opens it by itself. */
  readonly exception?: string
  /** Who opens it by itself, for people. */
  readonly opensItself?: string
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
  /** Named by the ConfigMgr docs. */
  readonly needed?: boolean
  /** The group that this one can stand for. */
  readonly substitutes?: string
  /** The row that it serves without being named for it. */
  readonly adjacentTo?: string
  readonly since?: string
  /** What ConfigMgr needs of the group; the boxes of a `rule-group` row. */
  readonly minimum?: readonly GroupMinimum[]
  readonly members: readonly GroupMember[]
}
export interface GroupMinimum {
  readonly protocol?: 'tcp' | 'udp'
  /** Numbers, ranges, `RPC` or `RPC-EPMap`. */
  readonly ports?: readonly (number | string)[]
  readonly program?: string
}
/** One predefined rule; `variants` says in which copies Windows holds it. */
export interface GroupMember {
  readonly name: string
  /** English display name. */
  readonly display?: string
  readonly direction: 'inbound' | 'outbound'
  readonly protocol: 'tcp' | 'udp' | 'icmpv4' | 'icmpv6'
  /** Numbers, ranges, `RPC` or `RPC-EPMap`; local when inbound, remote when outbound; absent: any. */
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
