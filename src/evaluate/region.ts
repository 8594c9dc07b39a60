import { ANY_ADDRESSES, addressSet, isNoAddress, subtractAddresses, touchesAddresses } from '../model/addresses.ts'
import { intersect, isEmpty, subtract, touches as touchesPorts } from '../model/ports.ts'
import type { AddressSet, PortSet } from '../model/types.ts'
import type { Piece, Region } from '../model/verdicts.ts'

/** One address that stands for a peer nobody has placed: a rule either lets the peer through or not. */
export const SOMEWHERE: AddressSet = addressSet([[0, 0]])

export const isNothing = (region: Region): boolean => region.length === 0

/** A need that rules cut into more pieces than this was meant to be cut. */
const MOST_PIECES = 256
/** Whether a region is in more pieces than are followed: then nobody can tell in time what is left of it. */
export const isTangled = (region: Region): boolean => region.length > MOST_PIECES

/** What is in the region and not in the box: of each piece that the box touches at most two. */
export function without(region: Region, cut: Piece): Region {
  return region.flatMap(piece => {
    if (!shareNumbers(piece.ports, cut.ports)) return [piece]
    const ports = intersect(piece.ports, cut.ports)
    if (isEmpty(ports)) return [piece]
    const isWide = cut.addresses === ANY_ADDRESSES
    if (!isWide && !touchesAddresses(piece.addresses, cut.addresses)) return [piece]
    const addresses = isWide ? undefined : subtractAddresses(piece.addresses, cut.addresses)
    const out: Piece[] = []
    const rest = subtract(piece.ports, cut.ports)
    if (!isEmpty(rest)) out.push({ ports: rest, addresses: piece.addresses })
    if (addresses && !isNoAddress(addresses)) out.push({ ports, addresses })
    return out
  })
}
/** False where two sets of ports surely have nothing in common; keywords are compared elsewhere. */
const shareNumbers = (a: PortSet, b: PortSet): boolean => a.keywords.length > 0 || b.keywords.length > 0 || touchesPorts(a, b)

/** Whether something is in the region and in the box. */
export const touches = (region: Region, { ports, addresses }: Piece): boolean => region.some(piece =>
  shareNumbers(piece.ports, ports) && touchesAddresses(piece.addresses, addresses) && !isEmpty(intersect(piece.ports, ports)))

/** The region without all of these; as soon as it is tangled, what it is by then. */
export const withoutAll = (region: Region, cuts: readonly Piece[]): Region => {
  let left = region
  for (const cut of cuts) {
    if (left.length === 0 || isTangled(left)) break
    left = without(left, cut)
  }
  return left
}
