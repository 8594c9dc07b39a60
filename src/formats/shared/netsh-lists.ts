import { ANY_ADDRESSES, addressSet, isAnyAddress, parseAddresses } from '../../model/addresses.ts'
import { ANY_PORTS, isAnyPort, parsePort, parsePorts, portSet } from '../../model/ports.ts'
import type { AddressKeyword, AddressSet, PortKeyword, PortSet } from '../../model/types.ts'

/** Words for addresses ([NETSH]). */
export const ADDRESS_WORDS: ReadonlyMap<string, AddressKeyword> = new Map([
  ['localsubnet', 'local-subnet'], ['dns', 'dns'], ['dhcp', 'dhcp'], ['wins', 'wins'], ['defaultgateway', 'default-gateway'],
])
const NONE: readonly never[] = Object.freeze([])

// Real scripts say the same few port lists, scopes and subnets over and over.
const MOST_CACHED = 4096
type Ports = ReturnType<typeof parsePorts>
type Addresses = ReturnType<typeof parseAddresses>
const ANY_PORTS_READ: Ports = { set: ANY_PORTS, bad: NONE }
const portCaches = new Map<ReadonlyMap<string, PortKeyword>, Map<string, Ports>>()

/** The ports of a list, and what in it is none. */
export function portsOf(text: string, words: ReadonlyMap<string, PortKeyword>): Ports {
  if (text === 'any') return ANY_PORTS_READ
  const one = parsePort(text)
  if (one) return { set: one, bad: NONE }
  let cache = portCaches.get(words)
  if (!cache) portCaches.set(words, cache = new Map())
  const cached = cache.get(text)
  if (cached) return cached
  const tokens = text.split(',')
  const read = parsePorts(tokens, words)
  const parsed = tokens.includes('*') ? { set: read.set, bad: [...read.bad, '*'] } : read
  if (cache.size < MOST_CACHED && text.length < 100) cache.set(text, parsed)
  return parsed
}

const ANY_ADDRESSES_READ: Addresses = { set: ANY_ADDRESSES, bad: NONE }
const addressCaches = new Map<ReadonlyMap<string, AddressKeyword>, Map<string, Addresses>>()

/** The addresses of a list, and what in it is none. */
export function addressesOf(text: string, words: ReadonlyMap<string, AddressKeyword>): Addresses {
  if (text === 'any') return ANY_ADDRESSES_READ
  let cache = addressCaches.get(words)
  if (!cache) addressCaches.set(words, cache = new Map())
  const cached = cache.get(text)
  if (cached) return cached
  const tokens = text.split(',')
  // A mask of 0.0.0.0 is an error, not "any" ([MS-FASP] 2.2.24); `*` is PowerShell's and the registry's word.
  const mayBeRefused = text.includes('/0') || text.includes('*')
  const refused: readonly string[] = mayBeRefused ? tokens.filter(token => /^(?:\*|.*\/(?:0+|0\.0\.0\.0))\s*$/.test(token)) : NONE
  const read = parseAddresses(refused.length === 0 ? tokens : tokens.filter(token => !refused.includes(token)), words)
  const parsed = refused.length === 0 ? read : { set: read.set, bad: [...read.bad, ...refused] }
  if (cache.size < MOST_CACHED && text.length < 100) cache.set(text, parsed)
  return parsed
}

/** Addresses that a script gives, and those which it does not show. */
export function withOpenAddresses(set: AddressSet, open: readonly string[]): AddressSet {
  if (isAnyAddress(set)) return addressSet([], [], [], open, open)
  return addressSet(set.v4, set.v6, set.keywords, open, [...(set.text ?? []), ...open])
}

/** Ports that a script gives, and those which it does not show. */
export function withOpenPorts(set: PortSet, open: readonly string[]): PortSet {
  return isAnyPort(set) ? portSet([], [], open, open) : portSet(set.ranges, set.keywords, open, [...(set.text ?? []), ...open])
}
