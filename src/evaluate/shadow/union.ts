import { intersectAddresses, isAnyAddress, isNoAddress, subtractAddresses } from '../../model/addresses.ts'
import { intersect, isAnyPort, isEmpty, subtract } from '../../model/ports.ts'
import type { SetStore } from '../../model/set-store.ts'
import { INTERFACE_BITS, INTERFACE_SHIFT, LOCAL_ADDRESSES, LOCAL_PORTS, PROFILE_BITS, PROFILE_SHIFT, SETS } from '../../model/table.ts'
import type { AddressKeyword, AddressSet, PortSet, Rule } from '../../model/types.ts'
import type { Columns } from './columns.ts'
import type { ShadowIndex } from './shadow-index.ts'

const MOST_STEPS = 32
const MOST_PIECES = 64
/** Where more rules than this match one packet, "which of them together" has no answer that a person could use. */
const CROWD = 64
/** Longer lists are not cut into pieces. */
const LONG = 64

/** A box of packets inside one rule. Profiles and adapter types are bits. */
interface Box {
  readonly profiles: number
  readonly interfaces: number
  readonly ports: readonly [PortSet, PortSet]
  readonly addresses: readonly [AddressSet, AddressSet]
}

/** The rows that together match every packet of a row which no single one contains; undefined when there are none, or too many to say. */
export function coverOf(row: number, columns: Columns, index: ShadowIndex): readonly number[] | undefined {
  // Both corners of the whole rule first: most rules are alone in one of them.
  for (let corner = 0; corner < 2; corner++) {
    const crowd = atCorner(row, corner === 1, columns, index)
    if (crowd === 0 || crowd > CROWD) return undefined
  }
  const whole = boxOf(row, columns)
  let region: readonly Box[] = isLong(whole) ? [] : [whole]
  const cover: number[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    const piece = region[0]
    if (!piece) return cover.length > 0 ? cover.sort((a, b) => a - b) : undefined
    const candidates = [...new Set(containersOf(piece, row, columns, index))]
    if (candidates.length === 0 || candidates.length > CROWD) return undefined
    let best: number | undefined
    let most = 0
    for (const candidate of candidates) {
      const box = boxOf(candidate, columns)
      const size = isLong(box) ? 0 : sizeOf(meet(piece, box))
      if (size > most) { most = size; best = candidate }
    }
    if (best === undefined) return undefined
    const box = boxOf(best, columns)
    cover.push(best)
    region = region.flatMap(part => without(part, box))
    if (region.length > MOST_PIECES) return undefined
  }
  return undefined
}

function boxOf(row: number, columns: Columns): Box {
  const rule: Rule = columns.ruleAt(row)
  const shape = columns.shape[row] as number
  return {
    profiles: (shape >> PROFILE_SHIFT) & 7, interfaces: (shape >> INTERFACE_SHIFT) & 31,
    ports: [rule.localPorts, rule.remotePorts], addresses: [rule.localAddresses, rule.remoteAddresses],
  }
}
const isLong = ({ ports, addresses }: Box): boolean => ports.some(p => p.ranges.length > LONG) || addresses.some(a => a.v4.length + a.v6.length > LONG)

const EITHER = PROFILE_BITS | INTERFACE_BITS
/** Makes the extra row a packet of one rule, which still has to get its sets. */
function makePacket(row: number, profile: number, type: number, columns: Columns): number {
  const packet = columns.count
  columns.shape[packet] = ((columns.shape[row] as number) & ~EITHER) | (profile << PROFILE_SHIFT) | (type << INTERFACE_SHIFT)
  columns.programs[packet] = columns.programs[row] as number
  columns.services[packet] = columns.services[row] as number
  columns.extras[packet] = columns.extras[row] as number
  return packet
}
const lowest = (bits: number): number => bits & -bits
const greatest = (bits: number): number => 1 << (31 - Math.clz32(bits))

/** How many other rules match the lowest or the highest packet of a rule. Protocols without ports have none to choose from: those stay whole. */
function atCorner(row: number, highest: boolean, columns: Columns, index: ShadowIndex): number {
  const shape = columns.shape[row] as number
  const end = highest ? greatest : lowest
  const packet = makePacket(row, end((shape >> PROFILE_SHIFT) & 7), end((shape >> INTERFACE_SHIFT) & 31), columns)
  const ports = columns.stores[LOCAL_PORTS]
  const addresses = columns.stores[LOCAL_ADDRESSES]
  const portMark = ports.mark
  const addressMark = addresses.mark
  const whole = columns.hasPorts(row) ? LOCAL_PORTS : LOCAL_ADDRESSES
  for (let s = 0; s < SETS.length; s++) {
    const number = columns.sets[s as 0][row] as number
    columns.sets[s as 0][packet] = s < whole ? number : columns.stores[s as 0].addEnd(number, highest)
  }
  const found = index.containersOf(packet, row, CROWD).length
  ports.release(portMark)
  addresses.release(addressMark)
  return found
}

/** The other rules that match the lowest packet of a box inside a rule. */
function containersOf(box: Box, row: number, columns: Columns, index: ShadowIndex): readonly number[] {
  const packet = makePacket(row, lowest(box.profiles), lowest(box.interfaces), columns)
  const [ports, , addresses] = columns.stores
  const [portMark, addressMark] = [ports.mark, addresses.mark]
  for (const s of SETS) {
    columns.sets[s][packet] = s >= LOCAL_ADDRESSES ? addAddress(columns.stores[s], box.addresses[(s - LOCAL_ADDRESSES) as 0])
      : columns.hasPorts(row) ? addPort(columns.stores[s], box.ports[s as 0]) : (columns.sets[s][row] as number)
  }
  const found = index.containersOf(packet, row, CROWD)
  ports.release(portMark)
  addresses.release(addressMark)
  return found
}
function addPort(store: SetStore, { ranges, keywords }: PortSet): number {
  const port = ranges[0]?.[0]
  return port === undefined ? store.addPorts([], keywords.slice(0, 1)) : store.addPorts([[port, port]], [])
}
function addAddress(store: SetStore, { v4, v6, keywords }: AddressSet): number {
  const small = v4[0]?.[0]
  const large = v6[0]?.[0]
  return small !== undefined ? store.addAddresses([[small, small]], [], [])
    : large !== undefined ? store.addAddresses([], [[large, large]], []) : store.addAddresses([], [], keywords.slice(0, 1))
}

const meet = (a: Box, b: Box): Box => ({
  profiles: a.profiles & b.profiles, interfaces: a.interfaces & b.interfaces,
  ports: [intersect(a.ports[0], b.ports[0]), intersect(a.ports[1], b.ports[1])],
  addresses: [shared(a.addresses[0], b.addresses[0]), shared(a.addresses[1], b.addresses[1])],
})
/** A box minus a box: what sticks out along each axis in turn. */
function without(a: Box, b: Box): Box[] {
  const inside = meet(a, b)
  if (isNothing(inside)) return [a]
  const out: Box[] = [
    { ...a, profiles: a.profiles & ~b.profiles },
    { ...a, profiles: inside.profiles, interfaces: a.interfaces & ~b.interfaces },
    { ...inside, ports: [subtract(a.ports[0], b.ports[0]), a.ports[1]], addresses: a.addresses },
    { ...inside, ports: [inside.ports[0], subtract(a.ports[1], b.ports[1])], addresses: a.addresses },
    { ...inside, addresses: [rest(a.addresses[0], b.addresses[0]), a.addresses[1]] },
    { ...inside, addresses: [inside.addresses[0], rest(a.addresses[1], b.addresses[1])] },
  ]
  return out.filter(box => !isNothing(box))
}
const isNothing = ({ profiles, interfaces, ports, addresses }: Box): boolean =>
  profiles === 0 || interfaces === 0 || ports.some(isEmpty) || addresses.some(isNoAddress)

const holds = (set: AddressSet, word: AddressKeyword): boolean =>
  isAnyAddress(set) || set.keywords.includes(word) || set.keywords.includes(word.replace(/[46]$/, '') as AddressKeyword)
const shared = (a: AddressSet, b: AddressSet): AddressSet => ({ ...intersectAddresses(a, b), keywords: a.keywords.filter(word => holds(b, word)) })
const rest = (a: AddressSet, b: AddressSet): AddressSet => ({ ...subtractAddresses(a, b), keywords: a.keywords.filter(word => !holds(b, word)) })

/** How much of a piece a rule takes, to take the largest part first. */
function sizeOf({ profiles, interfaces, ports, addresses }: Box): number {
  let size = ones(profiles) * ones(interfaces)
  for (const set of ports) size *= isAnyPort(set) ? 65536 : set.keywords.length + set.ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0)
  for (const { v4, v6, keywords } of addresses) {
    size *= keywords.length + v4.reduce((sum, [from, to]) => sum + to - from + 1, 0) + v6.reduce((sum, [from, to]) => sum + Number(to - from) + 1, 0)
  }
  return size
}
const ones = (bits: number): number => bits.toString(2).replaceAll('0', '').length
