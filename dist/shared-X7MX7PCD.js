var [A, C, D, I, L, N, P, R, S, a, o, r, v, FOUR, SIX] = [65, 67, 68, 73, 76, 78, 80, 82, 83, 97, 111, 114, 118, 52, 54];
var RulesDigest = class {
  #rules = 0;
  #sumA = 0;
  #sumB = 0;
  #ruleA = 0;
  #ruleB = 0;
  #valueA = 0;
  #valueB = 0;
  #folds = false;
  get rules() {
    return this.#rules;
  }
  /** The next value belongs to the key of a rule string ([MS-GPFAS] 2.2.2.19) with these letters; false when it does not count. */
  begin(length, first, second, third, fifth) {
    const key = keyOf(length, first, second, third, fifth);
    this.#folds = key === ACTIVE;
    this.#valueA = key;
    this.#valueB = ~key;
    return key !== 0;
  }
  /** UTF-16 units of the value. */
  add(units, start, end) {
    const fold = this.#folds ? 32 : 0;
    let a2 = this.#valueA;
    let b = this.#valueB;
    for (let i = start; i < end; i++) {
      const unit = (typeof units === "string" ? units.charCodeAt(i) : units[i]) | fold;
      a2 = Math.imul(a2, 31) + unit | 0;
      b = Math.imul(b ^ unit, 16777619);
    }
    this.#valueA = a2;
    this.#valueB = b;
  }
  end() {
    this.#ruleA = this.#ruleA + mixed(this.#valueA) | 0;
    this.#ruleB = this.#ruleB + mixed(this.#valueB) | 0;
  }
  endRule() {
    this.#rules++;
    this.#sumA = this.#sumA + mixed(this.#ruleA) | 0;
    this.#sumB = this.#sumB + mixed(this.#ruleB) | 0;
    this.#ruleA = this.#ruleB = 0;
  }
  equals(other) {
    return this.#rules === other.#rules && this.#sumA === other.#sumA && this.#sumB === other.#sumB;
  }
};
var ACTIVE = 2;
function keyOf(length, first, second, third, fifth) {
  switch (first) {
    case A:
      return length === 3 ? 11 : length !== 6 ? 0 : fifth === o ? 1 : fifth === v ? ACTIVE : 0;
    case D:
      return length === 3 ? 3 : 0;
    case P:
      return second !== r ? 0 : length === 8 ? 4 : length === 7 ? 5 : 0;
    case I:
      return second === C ? 12 : 0;
    case L:
      return second === P ? 6 : second !== A || length !== 3 ? 0 : third === FOUR ? 13 : 14;
    case R:
      return second === P ? 7 : second !== A ? 0 : third === FOUR ? 8 : third === SIX ? 9 : 0;
    case S:
      return length === 3 ? 15 : 0;
    case N:
      return second === a && length === 4 ? 10 : 0;
    default:
      return 0;
  }
}
function mixed(hash) {
  let h = Math.imul(hash ^ hash >>> 16, 2246822507);
  h = Math.imul(h ^ h >>> 13, 3266489909);
  return h ^ h >>> 16;
}
module.exports = { RulesDigest };
