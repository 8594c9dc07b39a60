import { ALL_PROFILES, PROFILES } from '../../model/rules.ts'
import type { ProfileSettings, ProfileSet, Setting } from '../../model/types.ts'
import type { Call } from '../../text/powershell/host.ts'
import { describe, elements, isKnown, textOfValue, type Value } from '../../text/powershell/values.ts'
import { wildcard } from '../../text/wildcard.ts'
import type { FirewallHost } from './firewall-host.ts'
import { DEFAULT_ACTIONS, enumWord, GPO_BOOLEAN, profilesOf } from './net-security.ts'
import { bind, type Bound, conditionOf, isDry, placeOf, readTarget, titleOf } from './net-security-binding.ts'
import type { Said } from './net-security-draft.ts'
import { ProfileQuery, whereSelection } from './net-security-query.ts'
import type { Target } from './script-state.ts'

const SETTINGS: ReadonlyMap<string, { key: keyof ProfileSettings; isAction: boolean; isInverted: boolean }> = new Map([
  ['Enabled', { key: 'enabled', isAction: false, isInverted: false }],
  ['DefaultInboundAction', { key: 'defaultInbound', isAction: true, isInverted: false }],
  ['DefaultOutboundAction', { key: 'defaultOutbound', isAction: true, isInverted: false }],
  // AllowInboundRules False is what the dialog calls "block all connections" (DoNotAllowExceptions).
  ['AllowInboundRules', { key: 'blockAllInbound', isAction: false, isInverted: true }],
  ['AllowLocalFirewallRules', { key: 'allowLocalRules', isAction: false, isInverted: false }],
  ['AllowUserApps', { key: 'allowUserApps', isAction: false, isInverted: false }],
  ['AllowUserPorts', { key: 'allowUserPorts', isAction: false, isInverted: false }],
])

function profilesFrom(host: FirewallHost, call: Call, given: Bound): { profiles: ProfileSet; from: ProfileQuery | undefined } | undefined {
  const names = given.get('Name')
  const input = given.get('InputObject')?.value ?? call.input
  if (input instanceof ProfileQuery) return { profiles: input.profiles, from: input }
  if (!names) {
    if (input === undefined || !isKnown(input)) return { profiles: ALL_PROFILES, from: undefined }
    // Names may come through the pipe: 'Domain', 'Private' | Set-NetFirewallProfile …
    const piped = profilesOf(input)
    return piped ? { profiles: piped, from: undefined } : undefined
  }
  const profiles = namedProfiles(names.value)
  if (profiles === null) { host.malformed(`${titleOf(call.name)} knows no profile ${describe(names.value)}`, names); return undefined }
  if (profiles === undefined) {
    given.limits.push(`condition=${describe(names.value)} is the profile`)
    host.unknown(`-Name ${describe(names.value)} is a profile that this file does not name`, names)
  }
  return { profiles: profiles ?? ALL_PROFILES, from: undefined }
}
/** The profiles of these names, which may be wildcards: a profile is an object that is called so. */
function namedProfiles(value: Value): ProfileSet | null | undefined {
  const items = elements(value, true)
  if (!items?.some(item => typeof item === 'string' && /[*?]/.test(item))) return profilesOf(value)
  let set: ProfileSet = 0
  for (const item of items) {
    if (!isKnown(item)) return undefined
    const text = textOfValue(item) ?? ''
    const found = /[*?]/.test(text)
      ? PROFILES.reduce((sum, profile, bit) => (wildcard(text, profile) ? sum | 1 << bit : sum), 0)
      : profilesOf(text)
    if (!found) return null
    set |= found
  }
  return set
}
/** Set-NetFirewallProfile. */
export function setProfile(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'setProfile', 'Set-NetFirewallProfile')
  for (const { message, start, end } of given.faults) host.malformed(message, { start, end })
  if (isDry(given) || given.faults.length > 0) return undefined
  const found = profilesFrom(host, call, given)
  if (!found) return undefined
  const { limits } = given
  const target = found.from?.target ?? host.target(given.get('PolicyStore'), given.get('GPOSession'), limits, 'Set-NetFirewallProfile', call.script)
  if (!target) return undefined
  if (given.splatted) host.notice(`${describe(given.splatted.value)} is a table that this file does not show`, given.splatted.start, given.splatted.end)
  const condition = conditionOf(limits, [])
  const assigned = [...(found.from?.assigned ?? [])].flatMap(([name, value]) => {
    const parameter = [...SETTINGS.keys()].find(key => key.toLowerCase() === name)
    return parameter === undefined ? [] : [{ name: parameter, said: { ...placeOf(call), value } }]
  })
  for (const { name, said } of [...assigned, ...given.bound.map(argument => ({ name: argument.parameter.name, said: argument as Said }))]) {
    const setting = SETTINGS.get(name)
    if (setting) settle(host, setting, name, said, found.profiles, target, condition)
  }
  return call.isWanted ? new ProfileQuery(call.script.written(call.node.start, call.node.end), found.profiles, target) : undefined
}
function settle(
  host: FirewallHost, { key, isAction, isInverted }: { key: keyof ProfileSettings; isAction: boolean; isInverted: boolean }, name: string, said: Said, profiles: ProfileSet,
  target: Target, condition: string | undefined,
): void {
  const text = isKnown(said.value) ? textOfValue(said.value) : undefined
  if (text === undefined) { host.unknown(`-${name} is ${describe(said.value)}, which this file does not decide`, said); return }
  const value = isAction ? enumWord(DEFAULT_ACTIONS, text) : enumWord(GPO_BOOLEAN, text)
  if (value === undefined) { host.malformed(`-${name} "${text.slice(0, 100)}" is no value of a profile`, said); return }
  if (value === null) { if (condition === undefined) host.configure(profiles, key, undefined, target); return }
  const setting: Setting<unknown> = {
    value: isInverted ? value === false : value, source: host.spanOf(said.start, said.end), ...(condition === undefined ? {} : { condition }),
  }
  host.configure(profiles, key, setting as never, target)
}
/** Get-NetFirewallProfile. */
export function queryProfile(host: FirewallHost, call: Call): Value | undefined {
  const given = bind(call, 'getProfile', 'Get-NetFirewallProfile')
  const found = profilesFrom(host, call, given)
  return new ProfileQuery(call.script.written(call.node.start, call.node.end), found?.profiles ?? ALL_PROFILES, readTarget(host, given))
}

/** `Get-NetFirewallProfile | Where-Object Name -eq Domain`; any other filter leaves open which profiles are meant. */
export function whereProfile(host: FirewallHost, { node, script }: Call, input: ProfileQuery): ProfileQuery {
  const written = script.written(node.start, node.end)
  const { select: { ids = [] }, conditions } = whereSelection(script.arguments(node), part => script.value(part), written)
  const profiles = profilesOf(ids)
  if (profiles && conditions.length === 0) return new ProfileQuery(input.text, input.profiles & profiles, input.target)
  host.notice(`${written} keeps profiles that this file does not name`, node.start, node.end)
  return new ProfileQuery(input.text, 0, input.target)
}
