import { ANY_ADDRESSES, addressSet, intersectAddresses, isNoAddress, subtractAddresses } from '../model/addresses.ts'
import { intersect, isEmpty, subtract } from '../model/ports.ts'
import type { AddressSet } from '../model/types.ts'
import type { Piece, Region } from '../model/verdicts.ts'

/** One address that stands for a peer nobody has placed: a rule either lets the peer through or not. */
export const SOMEWHERE: AddressSet = addressSet([[0, 0]])

export const isNothing = (region: Region): boolean => region.length === 0

/** What is in the region and not in the box. At most two pieces for one, so cutting n boxes stays small in practice. */
export function without(region: Region, cut: Piece): Region {
  return region.flatMap(piece => {
    const ports = intersect(piece.ports, cut.ports)
    if (isEmpty(ports)) return [piece]
    const addresses = cut.addresses === ANY_ADDRESSES ? undefined : subtractAddresses(piece.addresses, cut.addresses)
    const out: Piece[] = []
    const rest = subtract(piece.ports, cut.ports)
    if (!isEmpty(rest)) out.push({ ports: rest, addresses: piece.addresses })
    if (addresses && !isNoAddress(addresses)) out.push({ ports, addresses })
    return out
  })
}

/** What is in the region and in the box. */
export function within(region: Region, box: Piece): Region {
  return region.flatMap(piece => {
    const ports = intersect(piece.ports, box.ports)
    const addresses = intersectAddresses(piece.addresses, box.addresses)
    return isEmpty(ports) || isNoAddress(addresses) ? [] : [{ ports, addresses }]
  })
}

export const withoutAll = (region: Region, cuts: readonly Piece[]): Region => {
  let left = region
  for (const cut of cuts) {
    if (left.length === 0) break
    left = without(left, cut)
  }
  return left
}
