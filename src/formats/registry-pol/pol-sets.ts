import { ANY_ADDRESSES } from '../../model/addresses.ts'
import { ANY } from '../../model/names.ts'
import { ANY_PORTS, PortEntry, portEntry, PortList } from '../../model/ports.ts'
import { LOCAL_ADDRESSES, LOCAL_PORTS, REMOTE_ADDRESSES, REMOTE_PORTS, type RuleSets, type RuleTable } from '../../model/table.ts'
import type { AddressSet, PortSet } from '../../model/types.ts'
import { AddressEntry, AddressList } from '../shared/rule-entries.ts'

type Ports = typeof LOCAL_PORTS | typeof REMOTE_PORTS
type Addresses = typeof LOCAL_ADDRESSES | typeof REMOTE_ADDRESSES

/**
 * The sets of the rules of a table, made again from its numbers when somebody asks. Only those that the numbers do not tell in full are
 * kept: they have words, IPv6 addresses, or another order in the file.
 */
export class PolSets {
  readonly #table: RuleTable
  /** By their numbers, which many rules may share. */
  readonly #ports = new Map<number, PortSet>()
  readonly #addresses = new Map<number, AddressSet>()
  /** Every port, but written as numbers: by row and column. */
  readonly #wide = new Map<number, PortSet>()

  constructor(table: RuleTable) { this.#table = table }

  /** Takes note of the sets of a row that the table has been filled with. */
  keep(row: number, { localPorts, remotePorts, localAddresses, remoteAddresses }: RuleSets): void {
    this.#keepPorts(row, LOCAL_PORTS, localPorts)
    this.#keepPorts(row, REMOTE_PORTS, remotePorts)
    this.#keepAddresses(row, LOCAL_ADDRESSES, localAddresses)
    this.#keepAddresses(row, REMOTE_ADDRESSES, remoteAddresses)
  }
  #keepPorts(row: number, s: Ports, set: PortSet): void {
    const number = this.#table.sets[s][row] as number
    if (number !== ANY) { if (!(set instanceof PortEntry) && !(set instanceof PortList)) this.#ports.set(number, set) }
    else if (set !== ANY_PORTS) this.#wide.set(4 * row + s, set)
    else if (this.#wide.size > 0) this.#wide.delete(4 * row + s)
  }
  #keepAddresses(row: number, s: Addresses, set: AddressSet): void {
    if (set !== ANY_ADDRESSES && !(set instanceof AddressEntry) && !(set instanceof AddressList)) this.#addresses.set(this.#table.sets[s][row] as number, set)
  }

  ports(row: number, s: Ports): PortSet {
    const number = this.#table.sets[s][row] as number
    if (number === ANY) return (this.#wide.size > 0 && this.#wide.get(4 * row + s)) || ANY_PORTS
    const kept = this.#ports.size > 0 ? this.#ports.get(number) : undefined
    if (kept) return kept
    const entries = this.#entries(s, number, (from, to) => (from === to ? portEntry(from) : new PortEntry(from, to)))
    return entries.length === 1 ? entries[0] as PortEntry : new PortList(entries)
  }
  addresses(row: number, s: Addresses): AddressSet {
    const number = this.#table.sets[s][row] as number
    if (number === ANY) return ANY_ADDRESSES
    const kept = this.#addresses.size > 0 ? this.#addresses.get(number) : undefined
    if (kept) return kept
    const entries = this.#entries(s, number, (from, to) => new AddressEntry(from, to))
    return entries.length === 1 ? entries[0] as AddressEntry : new AddressList(entries)
  }
  #entries<T>(s: Ports | Addresses, number: number, make: (from: number, to: number) => T): readonly T[] {
    const store = this.#table.stores[s]
    const { words } = store
    const entries: T[] = []
    for (let at = store.from4(number); at < store.to4(number); at += 2) entries.push(make(words[at] as number, words[at + 1] as number))
    return entries
  }
}
