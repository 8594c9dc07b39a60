import type { RequirementStatus } from './report.ts'
import type { Requirement, TrafficBox } from './requirements.ts'
import type { AddressSet, Layer, PortSet, Profile, Rule, Setting } from './types.ts'

/** Why traffic does not pass: the words of the contract's `reason`. */
export type Reason =
  | 'no-rule' | 'disabled-rule' | 'wrong-direction' | 'wrong-protocol' | 'wrong-port' | 'wrong-profile' | 'wrong-program'
  | 'narrow-ports' | 'narrow-addresses' | 'narrow-profiles' | 'narrow-interfaces' | 'wrong-platform' | 'ipsec-only'
  | 'default-outbound-block' | 'block-rule' | 'block-all-inbound' | 'local-rules-ignored'

/** A box of packets to or from the peer: these ports at these addresses. */
export interface Piece { readonly ports: PortSet; readonly addresses: AddressSet }
/** Pieces whose union is meant. */
export type Region = readonly Piece[]

/** What is left over of one box, with the packet that proves it. */
export interface Gap {
  readonly box: TrafficBox
  readonly profile: Profile
  readonly region: Region
  /** ICMP boxes are judged by family: 1 or 58. */
  readonly protocol: number
}

/** The one thing a person would change first. */
export interface Cause {
  readonly reason: Reason
  /** What else keeps that rule from it: both must change. */
  readonly also?: Reason
  readonly rule?: Rule
  /** Another part of the need that the rule opens, and all that it opens of it. */
  readonly opens?: TrafficBox
  readonly setting?: Setting<unknown>
  /** Which switch makes Windows ignore local rules: all of them, those for programs, or those for single ports. */
  readonly ignoredBy?: 'allowLocalRules' | 'allowUserApps' | 'allowUserPorts'
  /** The layer whose condition leaves it open (WMI filter). */
  readonly layer?: Layer
  /** What would still stop the traffic once the cause is mended: block rules, and "Block all connections". */
  readonly stops?: readonly Rule[]
  readonly shields?: boolean
  /** What else takes part: allow rules that a block defeats, further block rules. */
  readonly related: readonly Rule[]
  /** What is not known, in words: for `unverifiable`. */
  readonly open?: string
}

/** The answer to one requirement on one target. */
export interface Verdict {
  readonly requirement: Requirement
  readonly status: RequirementStatus
  readonly because?: string
  readonly allowedBy: readonly Rule[]
}

/** The answer to one need: all rows that are the same traffic or stand for each other. */
export interface NeedVerdict {
  readonly need: string
  readonly target: string
  readonly requirements: readonly Requirement[]
  readonly status: Exclude<RequirementStatus, 'not-applicable'>
  readonly gap: readonly Gap[]
  readonly cause?: Cause
  /** The boxes that do not pass as they should: what a remedy must open. */
  readonly failing: readonly TrafficBox[]
  /** A rule opens the product's port and not the site's own. */
  readonly opensDefaultPort?: Rule
}
