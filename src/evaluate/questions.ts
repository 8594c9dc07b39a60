import { addressSet, isNoAddress } from '../model/addresses.ts'
import { portSet } from '../model/ports.ts'
import type { TrafficBox } from '../model/requirements.ts'
import type { AddressSet, PortSet } from '../model/types.ts'
import type { Question } from './assess.ts'
import { SOMEWHERE } from './region.ts'

/** Who is where, as far as the config says. */
export interface Places {
  /** Role to the addresses of its machines that serve this site setting's port; undefined when not said. */
  addressesOf(role: string, setting?: string): AddressSet | undefined
  /** Where the target's machines are. */
  readonly own: AddressSet | undefined
}

const UNIT = portSet([[0, 0]])

/** The two halves of an ICMP box are asked one by one; a family nobody uses is not asked. */
export function questionsFor(box: TrafficBox, peer: string, places: Places, ipsecPossible: boolean): Question[] {
  const known = places.addressesOf(peer, box.setting)
  const { own } = places
  const question = (protocol: number, icmpType: number | undefined, ports: PortSet, peers: AddressSet): Question => ({
    box, protocol, icmpType, ports, peers, peersUnknown: known === undefined, peerIsClient: peer === 'client' || peer === 'peer-client', own, ipsecPossible,
  })
  if (!box.icmp) return [question(box.protocol, undefined, box.ports, known ?? SOMEWHERE)]
  const families = known ?? own
  const questions: Question[] = []
  if (!families || families.v4.length > 0) questions.push(question(1, box.icmp.v4, UNIT, known ? addressSet(known.v4) : SOMEWHERE))
  if (families && families.v6.length > 0) questions.push(question(58, box.icmp.v6, UNIT, known ? addressSet([], known.v6) : SOMEWHERE))
  return questions.filter(q => !isNoAddress(q.peers))
}
