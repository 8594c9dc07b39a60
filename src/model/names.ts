/** Longest chain of the open tables here: a file made to collide loses findings, never time. */
export const MAX_PROBES = 128
/** The number of "none named"; in a set store, of the set that holds everything. */
export const ANY = 0

export const mix = (hash: number, word: number): number => {
  const h = Math.imul(hash ^ word, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** Gives programs and services, which compare case-insensitively, numbers in the order of first sight. Typed arrays, because a million rules bring a million names. */
export class Names {
  size = 1
  readonly #names: string[] = ['']
  #slots = new Int32Array(64)
  #hashes = new Int32Array(32)

  numberOf(text: string | undefined): number {
    if (text === undefined || text === '') return ANY
    if (this.size === this.#hashes.length) this.#grow()
    const hash = hashOf(text)
    const mask = this.#slots.length - 1
    for (let probe = 0, slot = hash & mask; probe < MAX_PROBES; probe++, slot = (slot + probe) & mask) {
      const held = (this.#slots[slot] as number) - 1
      if (held < 0) {
        this.#slots[slot] = this.size + 1
        break
      }
      if (this.#hashes[held] === hash && isSame(this.#names[held] as string, text)) return held
    }
    this.#hashes[this.size] = hash
    this.#names.push(text)
    return this.size++
  }
  nameOf(number: number): string { return this.#names[number] as string }
  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2)
    hashes.set(this.#hashes)
    this.#hashes = hashes
    const mask = hashes.length * 2 - 1
    const slots = new Int32Array(mask + 1)
    for (let number = 1; number < this.size; number++) {
      let slot = (hashes[number] as number) & mask
      for (let probe = 0; probe < MAX_PROBES && slots[slot] !== 0; slot = (slot + probe) & mask) probe++
      if (slots[slot] === 0) slots[slot] = number + 1
    }
    this.#slots = slots
  }
  /** Nothing more is numbered. */
  freeze(): void {
    this.#slots = new Int32Array(1)
    this.#hashes = new Int32Array(1)
  }
}
const isSame = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase()
function hashOf(text: string): number {
  let hash = text.length
  for (let i = 0; i < text.length; i++) {
    let unit = text.charCodeAt(i)
    if (unit > 127) return hashOfLower(text.toLowerCase())
    if (unit > 64 && unit < 91) unit |= 32
    hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return mix(hash, 0)
}
/** The same for a text in lower case already: some letters beyond ASCII (the Kelvin sign) become ASCII ones. */
function hashOfLower(lower: string): number {
  let hash = lower.length
  for (let i = 0; i < lower.length; i++) hash = Math.imul(hash ^ lower.charCodeAt(i), 0x01000193)
  return mix(hash, 0)
}
