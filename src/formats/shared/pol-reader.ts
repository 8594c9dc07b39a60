import { mix, type PolFile } from './pol-file.ts'
import { PolNumbers } from './pol-numbers.ts'
import { Conditions } from './rule-conditions.ts'
import { FIELD, readToken, type Token } from './rule-token.ts'
import { slots, slotsFor } from './slots.ts'

/*
 * The rules of a large registry.pol, read from its 16-bit units without making a string of each: a GPO of a million rules is half a
 * gigabyte. What this reader does not take (a mistake, an odd version) the caller gives to parseRuleString, which says why.
 */

const BAR = 0x7c
const EQUALS = 0x3d
const CAPITAL_D = 0x44
const CAPITAL_L = 0x4c
const CAPITAL_N = 0x4e
const CAPITAL_R = 0x52

/** Reads rule strings; a token that stood in the file not long before is recognised by its units and not read again. */
export class PolReader {
  readonly #file: PolFile
  /** What the rule read last says; cleared by the next. */
  readonly conditions = new Conditions()
  readonly #numbers = new PolNumbers()
  // A cache with one slot for each hash: what is common stays, what is not makes room, and nothing grows with the file.
  readonly #hashes: Int32Array
  readonly #lengths: Int32Array
  /** Its units, and what they mean. */
  readonly #kept: ({ readonly units: Uint16Array; readonly token: Token } | undefined)[]

  constructor(file: PolFile) {
    this.#file = file
    const count = slotsFor(file.size)
    this.#hashes = new Int32Array(count)
    this.#lengths = new Int32Array(count)
    this.#kept = slots(count)
  }

  /** Reads the rule in units `start` to `end` of the window; false when it needs the careful reader. */
  read(start: number, end: number): boolean {
    const { conditions } = this
    conditions.clear()
    const { units } = this.#file
    if (units[end - 1] === 0) end--
    let at = this.#afterVersion(start, end)
    if (at < 0) return false
    while (at < end) {
      const first = units[at] as number
      let stop = at
      if (units[at + 4] === EQUALS && (first === CAPITAL_N ? this.#isWord(at, NAME) : first === CAPITAL_D && this.#isWord(at, DESC))) {
        // Names are read when somebody asks for them.
        for (; stop < end; stop++) {
          const unit = units[stop] as number
          if (unit === BAR) break
          if (unit === 0) return false
        }
        if (first === CAPITAL_N && (stop - at === 8 || stop - at > 10_000)) return false // `Name=ALL`, perhaps
      } else if ((first === CAPITAL_L || first === CAPITAL_R) && this.#isNumber(at, end)) stop = this.#numbers.end
      else {
        let hash = 0
        for (; stop < end; stop++) {
          const unit = units[stop] as number
          if (unit === BAR) break
          hash = (Math.imul(hash, 31) + unit) | 0
        }
        if (stop > at) conditions.add(this.#token(hash, at, stop - at), at)
      }
      at = stop + 1
    }
    conditions.finish()
    return conditions.faults.length === 0
  }

  /** After `v2.31|`; -1 where it is not the version of a rule that every Windows reads. */
  #afterVersion(start: number, end: number): number {
    const { units } = this.#file
    if (units[start] !== 0x76 || (units[start + 1] as number) < 0x30 || (units[start + 1] as number) > 0x32 || units[start + 2] !== 0x2e) return -1
    let at = start + 3
    while (at < end && (units[at] as number) >= 0x30 && (units[at] as number) <= 0x39) at++
    return at > start + 3 && at < start + 7 && units[at] === BAR ? at + 1 : -1
  }
  /** Adds the token that begins at `at` where it is a port or an address. */
  #isNumber(at: number, end: number): boolean {
    const token = this.#numbers.read(this.#file.units, at, end)
    if (token) this.conditions.add(token, at)
    return token !== undefined
  }
  #isWord(at: number, word: readonly number[]): boolean {
    const { units } = this.#file
    return units[at + 1] === word[1] && units[at + 2] === word[2] && units[at + 3] === word[3]
  }

  #token(hash: number, start: number, length: number): Token {
    const { units } = this.#file
    const slot = mix(hash) & (this.#hashes.length - 1)
    const isKnown = this.#hashes[slot] === hash && this.#lengths[slot] === length
    const kept = isKnown ? this.#kept[slot] : undefined
    if (kept && isSame(kept.units, units, start)) return kept.token
    const token = this.#readToken(start, length)
    this.#hashes[slot] = hash
    this.#lengths[slot] = length
    // From the second time on: what stands once only must not grow old in the cache.
    this.#kept[slot] = isKnown ? { units: units.slice(start, start + length), token } : undefined
    return token
  }
  #readToken(start: number, length: number): Token {
    const text = this.#file.bytes.toString('utf16le', 2 * start, 2 * (start + length))
    return text.includes('\0') ? UNREADABLE : readToken(text)
  }
}
function isSame(kept: Uint16Array, units: Uint16Array, start: number): boolean {
  const { length } = kept
  let i = 0
  while (i < length && kept[i] === units[start + i]) i++
  return i === length
}
const NAME = [0x4e, 0x61, 0x6d, 0x65]
const DESC = [0x44, 0x65, 0x73, 0x63]
const UNREADABLE: Token = { field: FIELD.fault, value: 'holds a NUL', id: 0 }
