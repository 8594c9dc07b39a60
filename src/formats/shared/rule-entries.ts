import { addressTexts } from '../../model/addresses.ts'
import type { AddressKeyword, AddressSet, Range4, Range6 } from '../../model/types.ts'

/*
 * Sets of one entry and lists of such entries. Large policies have different ones in every rule, so they are kept as bare numbers, and
 * the arrays that the model speaks of are made when somebody reads them.
 */

const NONE: readonly never[] = Object.freeze([])

/** One IPv4 address, subnet or range. */
export class AddressEntry implements AddressSet {
  readonly from: number
  readonly to: number
  constructor(from: number, to: number) {
    this.from = from
    this.to = to
  }
  get v4(): readonly Range4[] { return [[this.from, this.to]] }
  get v6(): readonly Range6[] { return NONE }
  get keywords(): readonly AddressKeyword[] { return NONE }
  get unresolved(): readonly string[] { return NONE }
}
/** IPv4 entries in order and apart from one another. */
export class AddressList implements AddressSet {
  readonly entries: readonly AddressEntry[]
  constructor(entries: readonly AddressEntry[]) { this.entries = entries }
  get v4(): readonly Range4[] { return this.entries.map(({ from, to }) => [from, to]) }
  get v6(): readonly Range6[] { return NONE }
  get keywords(): readonly AddressKeyword[] { return NONE }
  get unresolved(): readonly string[] { return NONE }
  get text(): readonly string[] { return this.entries.flatMap(addressTexts) }
}
