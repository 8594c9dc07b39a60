import type { AddressSet, Direction, Place, PortSet } from './types.ts'

export type RequirementSeverity = 'required' | 'recommended' | 'degraded-if-missing' | 'informational'
export type Transport = 'http' | 'https'

/** What is known of the site: the config's `site`, or nothing at all. */
export interface Site {
  /** How clients talk to the site; empty: not said, so either is enough. */
  readonly communication: readonly Transport[]
  /** By contract key (`http`, `wsus-http`, `rpc-dynamic`): only what the config names. */
  readonly ports: ReadonlyMap<string, SitePorts>
  /** Role to the addresses of its machines: only what the config names. */
  readonly systems: ReadonlyMap<string, AddressSet>
  /** As listed. What holds by default or follows a feature is not among them. */
  readonly conditions: ReadonlySet<string>
}
/** The numbers of one site setting. For `http` and `https` a list means the default and an alternative: clients try both. */
export interface SitePorts {
  readonly ports: PortSet
  /** One entry for each number or range, in the order of the config; more than one are alternatives. */
  readonly choices: readonly PortSet[]
  readonly place?: Place
}

/** The programs and services behind a box at our end. */
export interface Listener {
  /** File names in lower case (`ccmexec.exe`), or `system` for the kernel. */
  readonly programs: readonly string[]
  /** Short names in lower case; empty when the program is no service host. */
  readonly services: readonly string[]
  /** Exactly these; else the traffic comes from one or more of them and a rule for one proves nothing about the rest. */
  readonly certain: boolean
}

/** One stretch of traffic that must pass, seen from our end: the ports are local when inbound and remote when outbound. */
export interface TrafficBox {
  readonly direction: Direction
  /** IANA number. 1 stands for ICMP of both families: see `icmp`. */
  readonly protocol: number
  /** The numbers after site settings. */
  readonly ports: PortSet
  /** The product's numbers, present only when the site changed them. */
  readonly defaultPorts?: PortSet
  /** Contract key of the site setting behind the numbers. */
  readonly setting?: string
  /** RPC dynamic ports: the keyword `rpc`, the range, or any port of the right service, all serve. */
  readonly dynamicRpc: boolean
  /** TCP 135: the keyword `rpc-epmap` serves as well. */
  readonly endpointMapper: boolean
  /** Types of an ICMP box. */
  readonly icmp?: { readonly v4: number; readonly v6: number }
  /** A program that must be allowed as such, whatever its ports: file name in lower case. */
  readonly program?: string
  /** Unknown when absent. */
  readonly listener?: Listener
}

/** One row of a pack with the site's numbers filled in, seen from one role. */
export interface Requirement {
  readonly id: string
  /** Rows of one need make one finding. */
  readonly need: string
  readonly feature: string
  readonly from: string
  readonly to: string
  /** Our end, as the row names it (a target that is a management point may meet a row of `site-system`). */
  readonly role: string
  /** The other end. */
  readonly peer: string
  readonly severity: RequirementSeverity
  readonly status: 'applies' | 'not-applicable'
  /** Why it does not apply: a condition, a retired feature, the site's settings. One English clause. */
  readonly why?: string
  /** The condition that does not hold, when that is the reason. */
  readonly missingCondition?: string
  /** All are needed. */
  readonly boxes: readonly TrafficBox[]
  /**
   * Other ways to meet the row, `boxes` first: one of them must pass as a whole. Requirements with the same `alternativeKey` must
   * take the same index (WSUS: 80/443 or 8530/8531, never a mix).
   */
  readonly alternatives?: readonly (readonly TrafficBox[])[]
  readonly alternativeKey?: string
  /** Of the requirements with the same key any one is enough (HTTP or HTTPS when the config does not say). */
  readonly eitherKey?: string
  /** A listed condition that makes a client setting write the rule into the local store. */
  readonly exception?: string
  /** Who opens it by itself where local rules count; for people. */
  readonly autoConfigured?: string
  readonly choice?: string
  /** Row ids that take over when this one is cut. */
  readonly fallback?: readonly string[]
  /** Row and group ids that open the same thing. */
  readonly satisfiedBy: readonly string[]
  readonly kind: 'port' | 'icmp-echo' | 'program' | 'rule-group' | 'dynamic-rpc'
  readonly group?: string
  readonly flow?: string
  readonly conditions: readonly string[]
  readonly sources: readonly RequirementSource[]
  readonly note?: string
  /** Stands in the seed document. */
  readonly seed: boolean
  /** Both ends may open the connection. */
  readonly eitherOpens: boolean
  readonly pack: string
}
export interface RequirementSource {
  readonly doc: string
  readonly section?: string
}
