import { ANY_ADDRESSES, addressSet, addressTexts } from '../../model/addresses.ts'
import { ANY_PORTS, isListOfPorts, PortList, portSet } from '../../model/ports.ts'
import type { AddressKeyword, AddressSet, IcmpSet, InterfaceType, Platform, PortSet, Range4, Range6 } from '../../model/types.ts'
import { AddressEntry, AddressList } from './rule-entries.ts'
import { FIELD, type Token } from './rule-token.ts'
import { slots } from './slots.ts'

const NONE: readonly never[] = Object.freeze([])

/** What few rules have, kept apart so that the many stay small. */
export interface Rarities {
  readonly interfaceTypes: readonly InterfaceType[]
  readonly platforms: readonly Platform[]
  readonly unmodelled: readonly string[]
}
export const NO_RARITIES: Rarities = { interfaceTypes: NONE, platforms: NONE, unmodelled: NONE }

/** A list that is emptied without giving its memory back. */
export class TokenList {
  length = 0
  readonly #tokens: Token[] = []
  push(token: Token): void { this.#tokens[this.length++] = token }
  at(index: number): Token { return this.#tokens[index] as Token }
  slice(): readonly Token[] { return this.#tokens.slice(0, this.length) }
}

/** What a list of tokens of one condition means; an empty one means any. */
export const portsOf = (tokens: TokenList): PortSet =>
  tokens.length === 0 ? ANY_PORTS : tokens.length === 1 ? tokens.at(0).value as PortSet : portSets.of(tokens)
export const addressesOf = (tokens: TokenList): AddressSet =>
  tokens.length === 0 ? ANY_ADDRESSES : tokens.length === 1 ? tokens.at(0).value as AddressSet : addressSets.of(tokens)

export const icmpOf = (tokens: TokenList): IcmpSet => (tokens.length === 0 ? NONE : icmpSets.of(tokens))
export const raritiesOf = (tokens: TokenList): Rarities => (tokens.length === 0 ? NO_RARITIES : rarities.of(tokens))

const SLOTS = 1024
/** Remembers the latest lists of tokens and what they make, so that `RA4=LocalSubnet|RA6=LocalSubnet` is one value in all rules. */
class Combinations<T> {
  readonly #make: (tokens: readonly Token[]) => T
  readonly #hashes = new Int32Array(SLOTS)
  readonly #slots = slots<{ readonly tokens: readonly Token[]; readonly value: T }>(SLOTS)

  constructor(make: (tokens: readonly Token[]) => T) { this.#make = make }
  of(list: TokenList): T {
    let hash = list.length
    for (let i = 0; i < list.length; i++) hash = (Math.imul(hash, 31) + list.at(i).id) | 0
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    const held = this.#hashes[slot] === hash ? this.#slots[slot] : undefined
    if (held && isSame(held.tokens, list)) return held.value
    const tokens = list.slice()
    const value = this.#make(tokens)
    // Kept from the second time on: what stands once only is not worth an entry.
    this.#slots[slot] = this.#hashes[slot] === hash ? { tokens, value } : undefined
    this.#hashes[slot] = hash
    return value
  }
}
function isSame(tokens: readonly Token[], list: TokenList): boolean {
  if (tokens.length !== list.length) return false
  for (let i = 0; i < tokens.length; i++) if (tokens[i] !== list.at(i)) return false
  return true
}

const portSets = new Combinations<PortSet>(tokens => {
  const sets = tokens.map(({ value }) => value as PortSet)
  if (isListOfPorts(sets)) return new PortList(sets)
  return portSet(sets.flatMap(set => set.ranges), sets.flatMap(set => set.keywords), NONE, unique(sets.flatMap(set => set.text ?? NONE)))
})
const addressSets = new Combinations<AddressSet>(tokens => {
  const sets = tokens.map(({ value }) => value as AddressSet)
  if (isListOfAddresses(sets)) return new AddressList(sets)
  const v4: Range4[] = []
  const v6: Range6[] = []
  const keywords: AddressKeyword[] = []
  for (const set of sets) {
    if (set instanceof AddressEntry) v4.push([set.from, set.to])
    else {
      for (const range of set.v6) v6.push(range)
      for (const keyword of set.keywords) keywords.push(keyword)
    }
  }
  const set = addressSet(v4, v6, keywords)
  // Only ranges that have grown together, or stand out of order, lose the form that the file gave them.
  return v4.length === 0 && v6.length === 0 ? set : new ListedAddresses(set, sets)
})
/** A set that can still say how the file lists it. */
class ListedAddresses implements AddressSet {
  readonly v4: readonly Range4[]
  readonly v6: readonly Range6[]
  readonly keywords: readonly AddressKeyword[]
  readonly unresolved = NONE
  readonly #entries: readonly AddressSet[]

  constructor({ v4, v6, keywords }: AddressSet, entries: readonly AddressSet[]) {
    this.v4 = v4
    this.v6 = v6
    this.keywords = keywords
    this.#entries = entries
  }
  get text(): readonly string[] {
    return unique([...this.#entries.filter(set => set.keywords.length === 0).flatMap(addressTexts), ...this.keywords])
  }
}
function isListOfAddresses(sets: readonly AddressSet[]): sets is readonly AddressEntry[] {
  let last = -1
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i]
    if (!(set instanceof AddressEntry) || set.from <= last) return false
    last = set.to + 1
  }
  return true
}
const icmpSets = new Combinations<IcmpSet>(tokens => unique(tokens.flatMap(({ value }) => value as IcmpSet)))
const rarities = new Combinations<Rarities>(tokens => {
  const platforms: Platform[] = []
  for (const { field, value } of tokens) {
    if (field === FIELD.platform) platforms.push(value as Platform)
    const last = platforms.at(-1)
    // `Platform2=GTEQ` is about the last Platform entry ([MS-GPFAS] 2.2.2.19).
    if (field === FIELD.orLater && last) platforms[platforms.length - 1] = { ...last, orLater: true }
  }
  return {
    interfaceTypes: tokens.filter(({ field }) => field === FIELD.interfaceType).map(({ value }) => value as InterfaceType),
    platforms,
    unmodelled: tokens.filter(({ value }) => typeof value === 'string').filter(isUnmodelled).map(({ value }) => value as string),
  }
})
const isUnmodelled = ({ field }: Token): boolean => field !== FIELD.interfaceType && field !== FIELD.orLater
function unique<T>(list: readonly T[]): readonly T[] {
  if (list.length > 8) return [...new Set(list)]
  for (let i = 1; i < list.length; i++) if (list.indexOf(list[i] as T) < i) return [...new Set(list)]
  return list
}
