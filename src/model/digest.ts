const [A, C, D, I, L, N, P, R, S, a, o, r, v, FOUR, SIX] = [0x41, 0x43, 0x44, 0x49, 0x4c, 0x4e, 0x50, 0x52, 0x53, 0x61, 0x6f, 0x72, 0x76, 0x34, 0x36] as const

/**
 * A sum over the rules of a file, by which two files that hold the same rules are known without making rules of either: of every key that
 * a report comparison looks at, and its value as written. The order of rules and of keys does not matter. Two independent sums of 32 bits.
 */
export class RulesDigest {
  #rules = 0
  #sumA = 0
  #sumB = 0
  #ruleA = 0
  #ruleB = 0
  #valueA = 0
  #valueB = 0
  #folds = false

  get rules(): number { return this.#rules }

  /** The next value belongs to the key of a rule string ([MS-GPFAS] 2.2.2.19) with these letters; false when it does not count. */
  begin(length: number, first: number, second: number, third: number, fifth: number): boolean {
    const key = keyOf(length, first, second, third, fifth)
    this.#folds = key === ACTIVE // a rule string says TRUE, a report true
    this.#valueA = key
    this.#valueB = ~key
    return key !== 0
  }
  /** UTF-16 units of the value. */
  add(units: string | Uint16Array, start: number, end: number): void {
    const fold = this.#folds ? 32 : 0
    let a = this.#valueA
    let b = this.#valueB
    for (let i = start; i < end; i++) {
      const unit = (typeof units === 'string' ? units.charCodeAt(i) : (units[i] as number)) | fold
      a = (Math.imul(a, 31) + unit) | 0
      b = Math.imul(b ^ unit, 0x01000193)
    }
    this.#valueA = a
    this.#valueB = b
  }
  end(): void {
    this.#ruleA = (this.#ruleA + mixed(this.#valueA)) | 0
    this.#ruleB = (this.#ruleB + mixed(this.#valueB)) | 0
  }
  endRule(): void {
    this.#rules++
    this.#sumA = (this.#sumA + mixed(this.#ruleA)) | 0
    this.#sumB = (this.#sumB + mixed(this.#ruleB)) | 0
    this.#ruleA = this.#ruleB = 0
  }

  equals(other: RulesDigest): boolean { return this.#rules === other.#rules && this.#sumA === other.#sumA && this.#sumB === other.#sumB }
}

const ACTIVE = 2
/** A number for each key that counts, 0 for the others. `LPort` and `LPort2_10` are one: reports have only the first. */
function keyOf(length: number, first: number, second: number, third: number, fifth: number): number {
  switch (first) {
    case A: return length === 3 ? 11 : length !== 6 ? 0 : fifth === o ? 1 : fifth === v ? ACTIVE : 0
    case D: return length === 3 ? 3 : 0
    case P: return second !== r ? 0 : length === 8 ? 4 : length === 7 ? 5 : 0
    case I: return second === C ? 12 : 0
    case L: return second === P ? 6 : second !== A || length !== 3 ? 0 : third === FOUR ? 13 : 14
    case R: return second === P ? 7 : second !== A ? 0 : third === FOUR ? 8 : third === SIX ? 9 : 0
    case S: return length === 3 ? 15 : 0
    case N: return second === a && length === 4 ? 10 : 0
    default: return 0
  }
}
/** Spreads the bits, so that sums of many values do not cancel out. */
function mixed(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
