import { addressSet, ANY_ADDRESSES, includesAddresses, intersectAddresses, isAnyAddress, isNoAddress, NO_ADDRESSES, subtractAddresses } from '../model/addresses.ts'
import { ANY_PORTS, includes, intersect, isAnyPort, isEmpty, portSet } from '../model/ports.ts'
import type { TrafficBox } from '../model/requirements.ts'
import { changedRule, fileName, icmpIncludes, icmpTouches, REPLACED_WHERE } from '../model/rules.ts'
import type { AddressSet, InterfaceType, PortSet, ProfileSet, Rule } from '../model/types.ts'
import type { RuleGroup } from '../model/policy.ts'
import type { Piece } from '../model/verdicts.ts'
import { SOMEWHERE } from './region.ts'

/** Why a rule does not touch a question, as bits: several may hold, and the fewest are the nearest miss. */
export const MISS = {
  disabled: 1, direction: 2, protocol: 4, ports: 8, profile: 16, interface: 32, program: 64, platform: 128, ipsec: 256, addresses: 512, malformed: 1024, ignored: 2048, nearby: 4096,
} as const

/** One box seen from one target: what a rule is asked. */
export interface Question {
  readonly box: TrafficBox
  /** 1 and 58 for the two halves of an ICMP box, else the box's own. */
  readonly protocol: number
  readonly icmpType: number | undefined
  readonly ports: PortSet
  readonly peers: AddressSet
  /** Nobody said where the peer is: an explicit scope is taken as meant (contract, "When scopes are unknown"). */
  readonly peersUnknown: boolean
  /** The peer is another client: LocalSubnet is what one expects then. */
  readonly peerIsClient: boolean
  readonly own: AddressSet | undefined
  /** Connection security rules stand in the same policy: a rule that asks for IPsec may serve (contract, "Verdicts where two words could fit"). */
  readonly ipsecPossible: boolean
}

export interface Assessment {
  readonly misses: number
  /** Ports and addresses of the question that the rule surely covers. */
  readonly piece: Piece
  /** Addresses that it may cover: keywords that Windows resolves at run time, names. */
  readonly perhaps: AddressSet
  /** Something else leaves it open whether the rule applies at all; in words. */
  readonly open: string | undefined
}

/** The ephemeral ports from which Windows connects (Vista and later); a rule that names the other end's port must let them be. */
const EPHEMERAL = portSet([[49152, 65535]])
const EPMAP = portSet([[135, 135]])
const UNIT = portSet([[0, 0]])

/** How one rule meets one question, on the profiles of `profile` (one bit) and one kind of interface. */
export function assess(given: Rule, group: RuleGroup, question: Question, profile: ProfileSet, interfaceType: InterfaceType | undefined): Assessment {
  const { box } = question
  const rule = given.unmodelled.length > 0 ? matching(given) : given
  let misses = 0
  let open: string | undefined
  const perhaps = (why: string): void => { open ??= why }

  if (rule.malformed !== undefined) misses |= MISS.malformed
  if (rule.enabled === false) misses |= MISS.disabled
  else if (rule.enabled === 'unknown') perhaps('the file does not say whether the rule is enabled')
  if (rule.direction === 'unknown') perhaps('the file does not say the direction of the rule')
  else if (rule.direction !== box.direction) misses |= MISS.direction
  if (rule.protocol === 'unknown') perhaps('the file does not say the protocol of the rule')
  else if (rule.protocol !== 'any' && rule.protocol !== question.protocol) misses |= MISS.protocol
  if ((rule.profiles & profile) === 0) misses |= MISS.profile
  if ((group.ignoredIn & profile) !== 0) misses |= MISS.ignored
  if (interfaceType !== undefined && rule.interfaceTypes.length > 0 && !rule.interfaceTypes.includes(interfaceType)) misses |= MISS.interface
  if (!platformFits(rule)) misses |= MISS.platform
  const needsIpsec = rule.ipsec && rule.action !== 'bypass'
  if (needsIpsec && question.ipsecPossible) perhaps('the rule applies only to traffic that IPsec protects')
  else if (needsIpsec) misses |= MISS.ipsec
  if (group.condition !== undefined) perhaps(group.condition)
  if (rule.unmodelled.length > 0 && !needsIpsec) perhaps(whatElse(rule.unmodelled))
  if (rule.action === 'unknown') perhaps('the file does not say whether the rule allows or blocks')

  if (rule.unmodelled.some(entry => NEARBY.test(entry))) misses |= MISS.nearby

  const wrongWay = (misses & MISS.direction) !== 0
  const ports = portsOf(rule, question, wrongWay)
  if (isEmpty(ports)) misses |= MISS.ports
  if (ports.unresolved.length > 0) perhaps(`the port is written as ${ports.unresolved.join(', ')}`)
  if (!wrongWay && !otherEndOpen(rule, box)) misses |= MISS.ports

  const program = bindingFits(bindingOf(rule), box, isAnyPort(ownPorts(rule, box)))
  if (program === 'no' || rule.unmodelled.some(entry => PACKAGE.test(entry))) misses |= MISS.program
  else if (program === 'perhaps') perhaps(`the rule is bound to ${rule.service === undefined ? rule.program : `the service ${rule.service}`}`)

  const { sure, maybe } = peersOf(rule, question)
  if (isNoAddress(sure) && isNoAddress(maybe)) misses |= MISS.addresses
  if (!ownAddressesFit(rule, question)) misses |= MISS.addresses
  return { misses, piece: { ports, addresses: sure }, perhaps: maybe, open }
}

/** Services and desktop programs, which are all that a need is about, run in no app package: a rule for one is about something else. */
const PACKAGE = /^(?:AppPkgId|PFN|Package|Application Package|(?:App\/)?PackageFamilyName)=./i
/** Trust keywords: the rule is for proximity and Wi-Fi Direct links only ([MS-GPFAS] 2.2.2.19), and a site never comes by one. */
const NEARBY = /^(?:TTK(?:2_\d+)?|DynamicTarget|DynamicTransport)=./i
const LOCAL_ONLY = /^(?:LOM|LocalOnlyMapping)=(?:TRUE|1)$/i
/** The rule as Windows matches it: an allow rule with LOM leaves the other end's address and port out ([MS-GPFAS] 2.2.2.19). */
function matching(rule: Rule): Rule {
  if (rule.action !== 'allow' || !rule.unmodelled.some(entry => LOCAL_ONLY.test(entry))) return rule
  return changedRule(rule, { remoteAddresses: ANY_ADDRESSES, remotePorts: ANY_PORTS, unmodelled: rule.unmodelled.filter(entry => !LOCAL_ONLY.test(entry)) })
}

/** What narrows the rule besides the fields of the model, and what its file leaves out (`service=not in this list`). */
function whatElse(unmodelled: readonly string[]): string {
  const left = unmodelled.map(entry => /^(.+)=not in (this \w+)$/.exec(entry)).filter(match => match !== null)
  const replaced = unmodelled.filter(entry => entry.startsWith(REPLACED_WHERE))
  const said = unmodelled.filter(entry => !replaced.includes(entry) && !left.some(({ input }) => input === entry))
  return [
    ...(said.length > 0 ? [`the rule also says ${said.join(', ')}`] : []), ...replaced.map(entry => `it is ${entry}`), ...left.map(([, what = '', where = '']) => `${where} does not show the ${what} of the rule`),
  ].join('; ')
}

/** The ports of our end as the rule names them. */
const ownPorts = (rule: Rule, box: TrafficBox): PortSet => (box.direction === 'inbound' ? rule.localPorts : rule.remotePorts)

function portsOf(rule: Rule, question: Question, wrongWay: boolean): PortSet {
  const { box } = question
  if (question.icmpType !== undefined) {
    return icmpIncludes(rule.icmp, question.icmpType) || (rule.action === 'block' && icmpTouches(rule.icmp, question.icmpType)) ? UNIT : portSet([])
  }
  // A rule of the other direction names the port at either end; only for the nearest miss.
  if (wrongWay) {
    const other = isAnyPort(rule.localPorts) ? rule.remotePorts : rule.localPorts
    return isAnyPort(other) ? portSet([]) : intersect(resolved(other, box), question.ports)
  }
  const named = ownPorts(rule, box)
  if (isAnyPort(named)) return question.ports
  const numbers = intersect(resolved(named, box), question.ports)
  return named.unresolved.length === 0 ? numbers : portSet(question.ports.ranges, [], named.unresolved)
}
/** Keywords as the numbers they stand for in this box: the mapper is TCP 135, `rpc` is whatever an RPC server got ([MS-FASP] 2.2.14). */
function resolved(ports: PortSet, box: TrafficBox): PortSet {
  if (ports.keywords.length === 0) return ports
  const ranges = [...ports.ranges]
  if (ports.keywords.includes('rpc-epmap') && box.protocol === 6) ranges.push(...EPMAP.ranges)
  if (ports.keywords.includes('rpc') && box.dynamicRpc) ranges.push(...box.ports.ranges)
  return portSet(ranges)
}
/** The port of the other end is an ephemeral one. A rule that fixes it lets nothing of ours through; a block that fixes it cuts nothing. */
function otherEndOpen(rule: Rule, box: TrafficBox): boolean {
  const other = box.direction === 'inbound' ? rule.remotePorts : rule.localPorts
  return isAnyPort(other) || box.icmp !== undefined || other.unresolved.length > 0 || includes(other, EPHEMERAL)
}

type Fit = 'yes' | 'no' | 'perhaps'
/** The program (file name) and service of a rule in the form that listeners are compared in; undefined where it names none. */
export interface Binding { readonly program: string | undefined; readonly service: string | undefined }
export const bindingOf = ({ program, service }: Rule): Binding => ({
  program: program === undefined || (program.length < 4 && /^(?:any|\*)$/i.test(program)) ? undefined : fileName(program),
  service: service === undefined || (service.length === 3 && /^any$/i.test(service)) ? undefined : service.toLowerCase(),
})

/** What of a box the binding of a rule is held against. */
export interface Bindable { readonly icmp?: TrafficBox['icmp'] | undefined; readonly program?: string | undefined; readonly listener?: TrafficBox['listener'] | undefined }
/** Whether a rule that is bound like this lets the box's program send or listen. */
export function bindingFits({ program, service }: Binding, box: Bindable, anyPort: boolean): Fit {
  // A need that is a program wants every port of it: a rule for some ports of any program is about something else.
  if (program === undefined && service === undefined) return box.program !== undefined && !anyPort ? 'no' : 'yes'
  if (box.program !== undefined) return program === box.program && service === undefined ? 'yes' : 'no'
  // The kernel answers echo requests: Windows' own ICMP rules are bound to it.
  if (box.icmp !== undefined && program === 'system' && service === undefined) return 'yes'
  const { listener } = box
  // Nobody says what listens there: a rule that names the very port may be the right one, a rule for all ports of a program is about that program.
  if (!listener) return anyPort ? 'no' : 'perhaps'
  const programOk = program === undefined || listener.programs.includes(program)
  const serviceOk = service === undefined || (service === '*' ? listener.services.length > 0 : listener.services.some(name => servesAs(name, service)))
  if (!programOk || !serviceOk) return !serviceOk && programOk && listener.services.length === 0 && !listener.certain && !anyPort ? 'perhaps' : 'no'
  return listener.certain ? 'yes' : 'perhaps'
}

/** A name that ends in a star stands for all that begin like it: SQL Server calls the service of a named instance `MSSQL$INSTANCE`. */
const servesAs = (name: string, service: string): boolean => (name.endsWith('*') ? service.startsWith(name.slice(0, -1)) : name === service)

/** The newest firewall version there is (Windows Server 2025): a rule that this one skips is skipped by all ([MS-GPFAS] 2.2.2.19, SkipVer). */
const NEWEST = [2, 33] as const

/** Windows 10, 11 and the servers of their age are all 10.0 of platform 2 ([MS-FASP] 2.2.29 to 31). */
function platformFits(rule: Rule): boolean {
  for (const entry of rule.unmodelled) {
    const skip = /^SkipVer=(\d+)\.(\d+)$/.exec(entry)
    if (skip && (Number(skip[1]) > NEWEST[0] || (Number(skip[1]) === NEWEST[0] && Number(skip[2]) >= NEWEST[1]))) return false
    // A rule of a higher major version than the firewall's is ignored as a whole ([MS-FASP] 2.2.24).
    if (Number(/^version=v(\d+)\./.exec(entry)?.[1] ?? 0) > NEWEST[0]) return false
  }
  return rule.platforms.length === 0 || rule.platforms.some(({ platform, major, minor, orLater }) =>
    platform === 2 && (orLater ? major < 10 || (major === 10 && minor === 0) : major === 10 && minor === 0))
}

function peersOf(rule: Rule, question: Question): { sure: AddressSet; maybe: AddressSet } {
  const scope = rule.remoteAddresses
  const { peers } = question
  if (isAnyAddress(scope)) return { sure: peers, maybe: NO_ADDRESSES }
  const explicit = scope.v4.length > 0 || scope.v6.length > 0
  if (question.peersUnknown) {
    if (explicit && rule.action !== 'block') return { sure: SOMEWHERE, maybe: NO_ADDRESSES }
    if (!explicit && question.peerIsClient && rule.action !== 'block' && scope.keywords.some(isLocalSubnet)) return { sure: SOMEWHERE, maybe: NO_ADDRESSES }
    return { sure: NO_ADDRESSES, maybe: SOMEWHERE }
  }
  const sure = explicit ? intersectAddresses(peers, scope) : NO_ADDRESSES
  if (scope.keywords.length === 0 && scope.unresolved.length === 0) return { sure, maybe: NO_ADDRESSES }
  const rest = subtractAddresses(peers, sure)
  if (isNoAddress(rest)) return { sure, maybe: NO_ADDRESSES }
  const local = scope.keywords.some(isLocalSubnet)
  if (local && question.peerIsClient && rule.action !== 'block') return { sure: peers, maybe: NO_ADDRESSES }
  if (scope.unresolved.length > 0 || scope.keywords.some(word => !isLocalSubnet(word))) return { sure, maybe: rest }
  // A local subnet lies within the networks of the target: whoever is outside of them is not in it.
  if (local) return { sure, maybe: question.own ? intersectAddresses(rest, question.own) : rest }
  return { sure, maybe: NO_ADDRESSES }
}
const isLocalSubnet = (word: string): boolean => word.startsWith('local-subnet')

function ownAddressesFit(rule: Rule, question: Question): boolean {
  const scope = rule.localAddresses
  if (isAnyAddress(scope) || question.own === undefined || scope.unresolved.length > 0) return true
  return rule.action === 'block' ? !isNoAddress(intersectAddresses(question.own, scope)) : includesAddresses(scope, addressSet(question.own.v4, question.own.v6))
}
