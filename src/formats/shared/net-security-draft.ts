import { ANY_ADDRESSES } from '../../model/addresses.ts'
import { ANY_PORTS, isAnyPort } from '../../model/ports.ts'
import { ALL_PROFILES } from '../../model/rules.ts'
import { type AddressSet, type IcmpSet, type InterfaceType, PART_NAMES, type PartName, type Platform, type PortSet, type ProfileSet, type Rule, type RuleValues, type Span } from '../../model/types.ts'
import { describe, type Value } from '../../text/powershell/values.ts'
import { type PlacesPool, PooledRule } from './late-rule.ts'

const NONE: readonly never[] = Object.freeze([])

/** The value of one parameter with its place. */
export interface Said { readonly value: Value; readonly start: number; readonly end: number }

/** Where a draft says what Windows would refuse, and what the file does not decide. */
export interface DraftSink {
  malformed(message: string, at: Said): void
  unknown(message: string, at: Said): void
}

/** Where the parameters of the draft at work stand: one array for all drafts, because only one is at work at a time. No parameter comes twice. */
const places = new Int32Array(3 * 64)

/** What the parameters of a rule have said so far; what they do not say stays undefined. */
export class Draft {
  readonly sink: DraftSink
  id: string | null | undefined
  name: string | undefined
  group: string | undefined
  direction: Rule['direction'] | undefined
  action: Rule['action'] | undefined
  enabled: Rule['enabled'] | undefined
  protocol: Rule['protocol'] | undefined
  localPorts: PortSet | undefined
  remotePorts: PortSet | undefined
  icmp: IcmpSet | undefined
  profiles: ProfileSet | undefined
  localAddresses: AddressSet | undefined
  remoteAddresses: AddressSet | undefined
  program: string | undefined
  service: string | undefined
  interfaceTypes: readonly InterfaceType[] | undefined
  platforms: readonly Platform[] | undefined
  unmodelled: string[] | undefined
  isAuthenticated = false
  overrides = false
  needsAuthentication: Said | undefined
  refused: string | undefined
  #parts = 0

  constructor(sink: DraftSink) { this.sink = sink }

  refuse(message: string, at: Said): void {
    this.refused ??= message
    this.sink.malformed(message, at)
  }
  narrow(text: string): void { (this.unmodelled ??= []).push(text) }
  /** A value that only a run of the script would tell, for a field that the model can leave open. */
  open(parameter: string, at: Said): void { this.sink.unknown(`-${parameter} is ${describe(at.value)}, which this file does not decide`, at) }
  part(name: number, { start, end }: Said): void {
    places[this.#parts++] = name
    places[this.#parts++] = start
    places[this.#parts++] = end
  }

  /** The rule that New-NetFirewallRule makes of it, with the cmdlet's defaults. The places of its parts go to a pool. */
  rule(source: Span, limits: readonly string[], pool: PlacesPool): Rule {
    this.#check(source)
    const said = this.unmodelled
    return new PooledRule({
      id: this.id ?? null, name: this.name ?? '', group: this.group, direction: this.direction ?? 'inbound',
      action: this.#isBypass() ? 'bypass' : this.action ?? 'allow', enabled: this.enabled ?? true, protocol: this.protocol ?? 'any',
      localPorts: this.localPorts ?? ANY_PORTS, remotePorts: this.remotePorts ?? ANY_PORTS, icmp: this.icmp ?? NONE, profiles: this.profiles ?? ALL_PROFILES,
      localAddresses: this.localAddresses ?? ANY_ADDRESSES, remoteAddresses: this.remoteAddresses ?? ANY_ADDRESSES, program: this.program, service: this.service,
      interfaceTypes: this.interfaceTypes ?? NONE, platforms: this.platforms ?? NONE, unmodelled: said === undefined ? (limits.length === 0 ? NONE : limits) : [...limits, ...said],
      ipsec: this.isAuthenticated, malformed: this.refused,
    }, source, pool, places, this.#parts)
  }
  #isBypass(): boolean { return this.overrides && this.isAuthenticated && (this.action ?? 'allow') === 'allow' }

  /** What Windows refuses though each value is fine by itself ([MS-FASP] 2.2.37). */
  #check(span: Span): void {
    // What is refused already is told once: a protocol that is none takes its ports with it.
    if (this.refused !== undefined) return
    const { protocol = 'any', direction = 'inbound', localPorts = ANY_PORTS, remotePorts = ANY_PORTS } = this
    const place = (name: PartName): Said => this.#place(name) ?? { value: null, start: span.start, end: span.end }
    const hasLocal = localPorts !== ANY_PORTS && !isAnyPort(localPorts)
    if (hasLocal || (remotePorts !== ANY_PORTS && !isAnyPort(remotePorts))) {
      if (protocol !== 6 && protocol !== 17 && protocol !== 'unknown') this.refuse('Ports need -Protocol TCP or UDP', place(hasLocal ? 'localPorts' : 'remotePorts'))
      else if (localPorts.keywords.length > 0) {
        const wanted = localPorts.keywords.some(keyword => keyword === 'rpc' || keyword === 'rpc-epmap' || keyword === 'iphttps') ? 6 : 17
        if ((protocol !== wanted && protocol !== 'unknown') || direction === 'outbound') {
          this.refuse(`The port keyword needs an inbound rule with -Protocol ${wanted === 6 ? 'TCP' : 'UDP'}`, place('localPorts'))
        }
      }
    }
    if (this.icmp !== undefined && this.icmp.length > 0 && protocol !== 1 && protocol !== 58 && protocol !== 'unknown') {
      this.refuse('-IcmpType needs -Protocol ICMPv4 or ICMPv6', place('icmp'))
    }
    if (this.needsAuthentication && !this.isAuthenticated) this.refuse('Users, computers, encryption and -OverrideBlockRules need -Authentication Required', this.needsAuthentication)
    if (this.isAuthenticated && this.action === 'block') this.refuse('A block rule cannot require authentication', place('action'))
  }
  #place(name: PartName): Said | undefined {
    const index = PART_NAMES.indexOf(name)
    for (let i = 0; i < this.#parts; i += 3) if (places[i] === index) return { value: null, start: places[i + 1] as number, end: places[i + 2] as number }
    return undefined
  }

  /** What it changes on a rule that stands elsewhere. */
  values(limits: readonly string[] = []): RuleValues {
    const { unmodelled = [], isAuthenticated } = this
    const all = [...limits, ...unmodelled]
    if (this.platforms && this.platforms.length > 0) all.push('Platform')
    const said = {
      name: this.name, direction: this.direction, action: this.#isBypass() ? 'bypass' as const : this.action, enabled: this.enabled, protocol: this.protocol,
      localPorts: this.localPorts, remotePorts: this.remotePorts, icmp: this.icmp, profiles: this.profiles, localAddresses: this.localAddresses,
      remoteAddresses: this.remoteAddresses, program: this.program, service: this.service, interfaceTypes: this.interfaceTypes,
      unmodelled: all.length > 0 ? all : undefined, ipsec: isAuthenticated ? true : undefined,
    }
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as RuleValues
  }
}
