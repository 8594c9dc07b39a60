import { makeRule } from '../../model/rules.ts'
import type { Problem, Rule, Span } from '../../model/types.ts'
import { Conditions } from './rule-conditions.ts'
import { readToken, type Token } from './rule-token.ts'

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
  const conditions = new Conditions()
  const version = VERSION.exec(text)
  let start = version ? version[0].length : 0
  if (!version) conditions.fault(-1, 'it does not begin with a version such as "v2.31|"')
  if (id !== null && (id === '' || id.length > 511 || id.includes('|'))) conditions.fault(-1, 'its id is not 1 to 511 characters without "|"')
  while (start < text.length) {
    const bar = text.indexOf('|', start)
    const end = bar < 0 ? text.length : bar
    if (end > start) {
      const part = text.slice(start, end)
      // Where the version is missing, what stands first is taken for a version that is wrong.
      if (version || start > 0 || part.includes('=')) conditions.add(tokenOf(part), start)
    }
    start = end + 1
  }
  conditions.finish()
  const { action, direction, faults, name } = conditions
  const reasons = faults.map(fault => ({ ...fault, token: fault.at < 0 ? '' : tokenAt(text, fault.at) }))
  for (const { at: index, token, why } of reasons) {
    problems.push({
      code: 'rule-malformed',
      message: `Windows would drop rule "${clip(name ?? id ?? '')}": ${token === '' ? why : `"${clip(token)}" ${why}`}.`,
      source: token === '' ? source : spanOf(at(index), at(index + token.length), source),
    })
  }
  if (!version && action === undefined && direction === undefined) return undefined
  const [first] = reasons
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
    malformed: first && (first.token === '' ? first.why : `"${clip(first.token)}" ${first.why}`),
    source,
    parts: undefined,
  })
}

/** Tokens already read, by their text. Emptied when it grows large: it only saves time. */
const tokens = new Map<string, Token>()
function tokenOf(text: string): Token {
  if (/^(?:Name|Desc)=/i.test(text)) return readToken(text) // hardly ever the same twice
  const held = tokens.get(text)
  if (held) return held
  if (tokens.size > 100_000) tokens.clear()
  const token = readToken(text)
  tokens.set(text, token)
  return token
}

function tokenAt(text: string, start: number): string {
  const bar = text.indexOf('|', start)
  return text.slice(start, bar < 0 ? text.length : bar)
}
function spanOf(from: Span, to: Span, source: Span): Span {
  return { origin: from.origin, start: from.start, end: Math.max(from.end, to.start), key: source.key }
}
/** Long text is cut in messages. */
const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
