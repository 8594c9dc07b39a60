import { readLarge } from './large.ts'
import type { Range4, Range6 } from './types.ts'

/*
 * IP addresses, subnets and ranges as text. By hand, because `node:net` alone takes longer to load than a small check, and large policies
 * have other addresses in every rule.
 */

const MAX4 = 0xffffffff
const DOT = 0x2e
const COLON = 0x3a

/** Dotted decimal to a number; undefined when it is no IPv4 address. Leading zeros are none, since some programs take them for octal. */
export function parseIPv4(text: string, start = 0, end = text.length): number | undefined {
  let sum = 0
  let octet = -1
  let dots = 0
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit === DOT) {
      if (octet < 0) return undefined
      sum = sum * 256 + octet
      octet = -1
      dots++
    } else if (unit < 0x30 || unit > 0x39 || octet === 0) return undefined
    else {
      octet = (octet < 0 ? 0 : octet * 10) + unit - 0x30
      if (octet > 255) return undefined
    }
  }
  return octet < 0 || dots !== 3 ? undefined : sum * 256 + octet
}

/** Colon form to a number; undefined when it is no IPv6 address (RFC 4291, 2.2). A zone (`%eth0`) is no part of a rule. */
export function parseIPv6(text: string): bigint | undefined {
  return readIPv6(text, 0, text.length) ? readLarge(address, 0) : undefined
}

const groups = new Uint16Array(8)
/** The address read last: four words, the highest first. */
const address = new Uint32Array(4)
/** Reads the address in units `start` to `end`; false where there is none. */
function readIPv6(text: string, start: number, end: number): boolean {
  let count = 0
  /** How many groups stand before `::`. */
  let gap = -1
  let at = start
  if (text.startsWith('::', at) && end - start > 1) {
    gap = 0
    at += 2
  }
  while (at < end) {
    if (count === 8) return false
    const first = at
    let group = 0
    for (; at < end && at < first + 4; at++) {
      const digit = hexDigit(text.charCodeAt(at))
      if (digit < 0) break
      group = group * 16 + digit
    }
    if (text.charCodeAt(at) === DOT) {
      const low = parseIPv4(text, first, end)
      if (low === undefined || count === 7) return false
      groups[count++] = low >>> 16
      groups[count++] = low & 0xffff
      break
    }
    if (at === first) return false
    groups[count++] = group
    if (at === end) break
    if (text.charCodeAt(at++) !== COLON || at === end) return false
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) return false
      gap = count
      at++
    }
  }
  if (gap < 0 ? count !== 8 : count === 8) return false
  const after = gap < 0 ? 0 : 8 - count + gap
  const group = (i: number): number => (gap < 0 || i < gap ? groups[i] as number : i < after ? 0 : groups[i - after + gap] as number)
  for (let word = 0; word < 4; word++) address[word] = group(2 * word) * 0x10000 + group(2 * word + 1)
  return true
}
function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30
  const letter = unit | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1
}

export type ParsedRange = { readonly v4: Range4 } | { readonly v6: Range6 }

/**
 * One address, subnet (`a/len`, or `a/mask` for IPv4 with a contiguous mask) or range (`a-b`); undefined when it is none of these.
 * Host bits of a subnet are ignored, as Windows does.
 */
export function parseAddressRange(text: string): ParsedRange | undefined {
  const token = text.trim()
  const dash = token.indexOf('-')
  if (dash > 0) {
    const from = token.slice(0, dash).trim()
    const to = token.slice(dash + 1).trim()
    const f4 = parseIPv4(from)
    const t4 = parseIPv4(to)
    if (f4 !== undefined && t4 !== undefined) return f4 <= t4 ? { v4: [f4, t4] } : undefined
    const f6 = parseIPv6(from)
    const t6 = parseIPv6(to)
    return f6 !== undefined && t6 !== undefined && f6 <= t6 ? { v6: [f6, t6] } : undefined
  }
  const slash = token.indexOf('/')
  const end = slash < 0 ? token.length : slash
  const suffix = slash < 0 ? undefined : token.slice(slash + 1)
  const v4 = parseIPv4(token, 0, end)
  if (v4 !== undefined) {
    const bits = suffix === undefined ? 32 : prefixOf(suffix)
    if (bits === undefined) return undefined
    const size = 2 ** (32 - bits)
    const from = Math.floor(v4 / size) * size
    return { v4: [from, from + size - 1] }
  }
  const bits = suffix === undefined ? 128 : /^\d{1,3}$/.test(suffix) ? Number(suffix) : 129
  return bits <= 128 && readIPv6(token, 0, end) ? { v6: subnetOf(bits) } : undefined
}

/** The subnet of the address read last. */
function subnetOf(bits: number): Range6 {
  for (let word = 0; word < 4; word++) address[word] = (address[word] as number) & ~hostMask(bits, word)
  const from = readLarge(address, 0)
  if (bits === 128) return [from, from]
  for (let word = 0; word < 4; word++) address[word] = (address[word] as number) | hostMask(bits, word)
  return [from, readLarge(address, 0)]
}
/** The bits of a word behind the prefix. */
const hostMask = (bits: number, word: number): number => 2 ** Math.min(32, Math.max(0, 32 * (word + 1) - bits)) - 1

/** `24` or `255.255.255.0` to a prefix length; undefined when out of range or not contiguous. */
function prefixOf(text: string): number | undefined {
  if (text.length < 3) return /^\d{1,2}$/.test(text) && Number(text) <= 32 ? Number(text) : undefined
  const mask = parseIPv4(text)
  if (mask === undefined) return undefined
  const zeros = MAX4 - mask
  const bits = Math.log2(zeros + 1)
  return Number.isInteger(bits) ? 32 - bits : undefined
}

export function formatIPv4(n: number): string {
  return `${Math.floor(n / 0x1000000)}.${Math.floor(n / 0x10000) % 256}.${Math.floor(n / 0x100) % 256}.${n % 256}`
}
/** RFC 5952 text. */
export function formatIPv6(n: bigint): string {
  const all = Array.from({ length: 8 }, (_, i) => Number((n >> BigInt(112 - 16 * i)) & 0xffffn))
  let best = { at: -1, length: 1 }
  for (let at = 0; at < 8; at++) {
    let length = 0
    while (at + length < 8 && all[at + length] === 0) length++
    if (length > best.length) best = { at, length }
  }
  const hex = (part: readonly number[]): string => part.map(g => g.toString(16)).join(':')
  return best.at < 0 ? hex(all) : `${hex(all.slice(0, best.at))}::${hex(all.slice(best.at + best.length))}`
}
