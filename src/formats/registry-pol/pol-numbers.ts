import { addressToken, FIELD, portRangeToken, portToken, type Token } from '../shared/rule-token.ts'

const BAR = 0x7c
const DOT = 0x2e
const DASH = 0x2d
const SLASH = 0x2f
const LPORT = unitsOf('LPort=')
const RPORT = unitsOf('RPort=')
const LPORTS = unitsOf('LPort2_10=')
const RPORTS = unitsOf('RPort2_10=')
const LA4 = unitsOf('LA4=')
const RA4 = unitsOf('RA4=')

/**
 * Reads the ports and IPv4 addresses of rule strings, which differ from rule to rule, straight from the units of the file. What it does not
 * take (a word, a mask, host bits, a mistake) it leaves to readToken.
 */
export class PolNumbers {
  #units: Uint16Array = new Uint16Array(0)
  /** Behind the token read last. */
  end = 0
  /** The reading position, and the end of the rule. */
  #at = 0
  #limit = 0

  /** The token that begins at `at`; undefined where it is none of these. */
  read(units: Uint16Array, at: number, limit: number): Token | undefined {
    this.#units = units
    this.#limit = limit
    const isLocal = units[at] === 0x4c
    if (units[at + 1] === 0x50) {
      const field = isLocal ? FIELD.localPortAfterProtocol : FIELD.remotePortAfterProtocol
      if (this.#startsWith(isLocal ? LPORT : RPORT, at)) return this.#port(field)
      return this.#startsWith(isLocal ? LPORTS : RPORTS, at) ? this.#portRange(field) : undefined
    }
    return this.#startsWith(isLocal ? LA4 : RA4, at) ? this.#address(isLocal ? FIELD.localAddress : FIELD.remoteAddress) : undefined
  }

  #port(field: typeof FIELD.localPortAfterProtocol | typeof FIELD.remotePortAfterProtocol): Token | undefined {
    const port = this.#number(65535)
    return port >= 0 && this.#isEnd() ? portToken(field, port) : undefined
  }
  #portRange(field: typeof FIELD.localPortAfterProtocol | typeof FIELD.remotePortAfterProtocol): Token | undefined {
    const from = this.#number(65535)
    if (from < 0 || this.#units[this.#at++] !== DASH) return undefined
    const to = this.#number(65535)
    return to >= from && this.#isEnd() ? portRangeToken(field, from, to) : undefined
  }
  /** A host, a subnet without host bits, a range. */
  #address(field: number): Token | undefined {
    const from = this.#ipv4()
    if (from < 0) return undefined
    if (this.#isEnd()) return isUsable(from) ? addressToken(field, from, from) : undefined
    const mark = this.#units[this.#at++]
    if (mark === DASH) {
      const to = this.#ipv4()
      return to >= from && this.#isEnd() ? addressToken(field, from, to) : undefined
    }
    if (mark !== SLASH) return undefined
    const size = 2 ** (32 - this.#number(32))
    return size >= 1 && size < 2 ** 32 && from % size === 0 && this.#isEnd() && isUsable(from) ? addressToken(field, from, from + size - 1) : undefined
  }
  /** Four numbers without leading zeros; -1 for anything else. */
  #ipv4(): number {
    let address = 0
    for (let i = 0; i < 4; i++) {
      if (i > 0 && this.#units[this.#at++] !== DOT) return -1
      const octet = this.#number(255)
      if (octet < 0) return -1
      address = address * 256 + octet
    }
    return address
  }
  /** A decimal number without leading zeros; -1 where there is none up to `most`. */
  #number(most: number): number {
    const units = this.#units
    const start = this.#at
    let number = 0
    for (; this.#at < this.#limit; this.#at++) {
      const digit = (units[this.#at] as number) - 0x30
      if (digit < 0 || digit > 9) break
      if (number === 0 && this.#at > start) return -1
      number = number * 10 + digit
      if (number > most) return -1
    }
    return this.#at > start ? number : -1
  }
  #isEnd(): boolean {
    this.end = this.#at
    return this.#at === this.#limit || this.#units[this.#at] === BAR
  }
  #startsWith(word: Uint16Array, at: number): boolean {
    for (let i = 0; i < word.length; i++) if (this.#units[at + i] !== word[i]) return false
    this.#at = at + word.length
    return this.#at < this.#limit
  }
}

function unitsOf(word: string): Uint16Array { return Uint16Array.from(word, letter => letter.charCodeAt(0)) }
/** Neither unspecified nor loopback. */
const isUsable = (address: number): boolean => address !== 0 && Math.floor(address / 0x1000000) !== 127
