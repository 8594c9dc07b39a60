/**
 * Sixteen hex digits from what makes a finding that finding. Not a secret and not a checksum: two 32-bit multiplicative hashes
 * (Bob Jenkins' and Murmur's mixing steps), for `node:crypto` costs more to load than all findings cost to hash.
 */
export function fingerprint(parts: readonly string[]): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i)
      a = Math.imul(a ^ unit, 2654435761)
      b = Math.imul(b ^ unit, 1597334677)
    }
    a = Math.imul(a ^ 0x10000, 2654435761)
    b = Math.imul(b ^ 0x10000, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (b >>> 0).toString(16).padStart(8, '0') + (a >>> 0).toString(16).padStart(8, '0')
}
