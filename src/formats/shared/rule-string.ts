import { makeRule } from '../../model/rules.ts'
import type { Problem, Rule, Span } from '../../model/types.ts'
import { Conditions, type Fault } from './rule-conditions.ts'
import { readToken, type Token } from './rule-token.ts'
import { MOST_SLOTS, slots } from './slots.ts'

export { writeRuleString } from './rule-string-writer.ts'

const VERSION = /^v(\d{1,3})\.(\d{1,3})\|/

/** Whether a text is a rule string: `v2.31|Action=…`. Connection security rules look the same; their key tells them apart. */
export const looksLikeRuleString = (text: string): boolean => VERSION.test(text)

/**
 * One rule string of a registry value, a script or an XML file ([MS-GPFAS] 2.2.2.19). A mistake is a problem at its token, and the rule
 * is kept as malformed; undefined when the text has nothing of a rule. `at` gives the place of an offset in `text`.
 */
export function parseRuleString(
  text: string, id: string | null, source: Span, at: (index: number) => Span, problems: Problem[],
): Rule | undefined {
  const nul = text.indexOf('\0')
  if (nul >= 0) return parseRuleString(text.slice(0, nul), id, source, at, problems) // a registry text ends there
  conditions.clear()
  const version = VERSION.exec(text)
  let start = version ? version[0].length : 0
  if (!version) conditions.fault(-1, 'it does not begin with a version such as "v2.31|"')
  if (id !== null && (id === '' || id.length > 511 || id.includes('|'))) conditions.fault(-1, 'its id is not 1 to 511 characters without "|"')
  while (start < text.length) {
    const end = tokens.add(text, start, conditions, version !== null || start > 0)
    start = end + 1
  }
  conditions.finish()
  const { action, direction, name } = conditions
  const malformed = conditions.faults.length === 0 ? undefined : report(text, conditions.faults, name ?? id ?? '', source, at, problems)
  if (!version && action === undefined && direction === undefined) return undefined
  const { interfaceTypes, platforms, unmodelled } = conditions.rarities
  return makeRule({
    id,
    name: name ?? id ?? '',
    group: conditions.group,
    direction: direction ?? 'unknown',
    action: action ?? 'unknown',
    enabled: conditions.enabled,
    protocol: conditions.protocol,
    localPorts: conditions.localPorts,
    remotePorts: conditions.remotePorts,
    icmp: conditions.icmp,
    profiles: conditions.profiles,
    localAddresses: conditions.localAddresses,
    remoteAddresses: conditions.remoteAddresses,
    program: conditions.program,
    service: conditions.service,
    interfaceTypes,
    platforms,
    // A firewall ignores rules of a higher major version than its own ([MS-FASP] 2.2.24).
    unmodelled: version && Number(version[1]) > 2 ? [...unmodelled, `version=${version[0].slice(0, -1)}`] : unmodelled,
    ipsec: conditions.ipsec,
    malformed,
    source,
    parts: undefined,
  })
}

/** Cleared and used again: parsing never waits, so one is enough. */
const conditions = new Conditions()

/** Adds a problem for each fault, and gives the first as one sentence. */
function report(text: string, faults: readonly Fault[], name: string, source: Span, at: (index: number) => Span, problems: Problem[]): string {
  const reasons = faults.map(({ at: index, why }) => {
    const token = index < 0 ? '' : tokenAt(text, index)
    const reason = token === '' ? why : `"${clip(token)}" ${why}`
    problems.push({
      code: 'rule-malformed',
      message: `Windows would drop rule "${clip(name)}": ${reason}.`,
      source: token === '' ? source : spanOf(at(index), at(index + token.length), source),
    })
    return reason
  })
  return reasons[0] ?? ''
}

/** Tokens already read: one slot for each hash, so what is common stays and nothing grows. A hit makes no string. */
class TokenCache {
  #hashes = new Int32Array(FEWEST)
  #texts = slots<string>(FEWEST)
  #tokens = slots<Token>(FEWEST)
  /** How many tokens were read since it has its size. */
  #read = 0

  /** Adds the token that begins at `start` to the conditions and gives its end. */
  add(text: string, start: number, conditions: Conditions, isToken: boolean): number {
    let hash = 0
    let end = start
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end)
      if (unit === BAR) break
      hash = (Math.imul(hash, 31) + unit) | 0
    }
    if (end === start) return end
    const slot = (hash ^ (hash >>> 14)) & (this.#hashes.length - 1)
    const known = this.#hashes[slot] === hash
    const held = this.#texts[slot]
    if (known && held !== undefined && held.length === end - start && text.startsWith(held, start)) {
      conditions.add(this.#tokens[slot] as Token, start)
      return end
    }
    const part = text.slice(start, end)
    // Where the version is missing, what stands first is taken for a version that is wrong.
    if (!isToken && !part.includes('=')) return end
    const token = readToken(part)
    conditions.add(token, start)
    // Kept from the second time on: most names stand once only.
    this.#hashes[slot] = hash
    this.#texts[slot] = known ? part : undefined
    this.#tokens[slot] = known ? token : undefined
    if (++this.#read > 2 * this.#hashes.length) this.#grow()
    return end
  }
  /** What is common is read once more. */
  #grow(): void {
    const count = Math.min(MOST_SLOTS, 4 * this.#hashes.length)
    this.#read = 0
    if (count === this.#hashes.length) return
    this.#hashes = new Int32Array(count)
    this.#texts = slots(count)
    this.#tokens = slots(count)
  }
}
/** Slots that a few rules have. */
const FEWEST = 256
const BAR = 0x7c
const tokens = new TokenCache()

function tokenAt(text: string, start: number): string {
  const bar = text.indexOf('|', start)
  return text.slice(start, bar < 0 ? text.length : bar)
}
function spanOf(from: Span, to: Span, source: Span): Span {
  return { origin: from.origin, start: from.start, end: Math.max(from.end, to.start), key: source.key }
}
/** Long text is cut in messages. */
const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
