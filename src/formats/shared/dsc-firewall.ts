import { PROFILES } from '../../model/rules.ts'
import type { Change, Profile, ProfileSettings, Problem, Rule, Setting, Span } from '../../model/types.ts'
import { type Entry, literalText } from '../../text/literal.ts'
import {
  addresses, ALLOW_OR_BLOCK, changedValues, direction, icmp, ignored, interfaceTypes, ipsecOnly, narrowing, newDraft, ports, profiles, protocol, readAttributes,
  ruleOf, text, TRUE_OR_FALSE, type Vocabulary, word,
} from './rule-draft.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './tool-keywords.ts'

// NetworkingDsc `Firewall` and `FirewallProfile`, older xNetworking `xFirewall` (module schema), however they are written down.

const ACTIONS: ReadonlyMap<string, Rule['action']> = new Map([...ALLOW_OR_BLOCK, ['notconfigured', 'unknown']])
const RULE: Vocabulary = new Map(Object.entries({
  name: text('id'),
  displayname: text('name'),
  group: text('group'),
  enabled: word('enabled', TRUE_OR_FALSE),
  action: word('action', ACTIONS),
  // What these were called before xNetworking 3.
  displaygroup: text('group'),
  applicationpath: text('program', 'any'),
  access: word('action', ACTIONS),
  state: word('enabled', new Map([['enabled', true], ['disabled', false]])),
  direction: direction('inbound', 'outbound'),
  profile: profiles,
  localport: ports('localPorts', TOOL_PORTS),
  remoteport: ports('remotePorts', TOOL_PORTS),
  localaddress: addresses('localAddresses', TOOL_ADDRESSES),
  remoteaddress: addresses('remoteAddresses', TOOL_ADDRESSES),
  protocol: protocol(),
  icmptype: icmp,
  program: text('program', 'any'),
  service: text('service', 'any'),
  package: narrowing('any', '*'),
  interfacetype: interfaceTypes(TOOL_INTERFACES),
  interfacealias: narrowing('any'),
  platform: narrowing('any'),
  authentication: ipsecOnly('notrequired', 'any'),
  encryption: ipsecOnly('notrequired', 'any'),
  overrideblockrules: ipsecOnly('false'),
  localuser: narrowing('any'),
  remoteuser: ipsecOnly('any'),
  remotemachine: ipsecOnly('any'),
  dynamictransport: narrowing('any'),
  owner: narrowing('any'),
  // Loose matching widens an outbound rule; edge traversal concerns Teredo only.
  localonlymapping: narrowing('false'),
  loosesourcemapping: ignored,
  edgetraversalpolicy: ignored,
  description: ignored,
  ensure: ignored,
  // What every resource carries.
  resourceid: ignored, sourceinfo: ignored, modulename: ignored, moduleversion: ignored, configurationname: ignored, dependson: ignored,
  psdscrunascredential: ignored,
}))

/** Properties that only a rule of one's own needs; without them the resource switches a rule that Windows brings. */
const OWN_RULE = ['displayname', 'direction', 'protocol', 'localport', 'remoteport', 'localaddress', 'remoteaddress', 'program', 'service', 'icmptype', 'action', 'access', 'applicationpath']
/** Ids of rules that Windows and its roles bring (rule dumps of Windows 10, 11 and Server). */
const PREDEFINED =
  /^(?:AllJoyn|Collab|CoreNet|DIAL-Protocol|EventForwarder|FPS|FPSSMBD|IIS-WebServerRole|MDNS|MSDTC|MsiScsi|NETDIS|Netlogon|PerfLogsAlerts|PlayTo|RemoteAssistance|RemoteDesktop|RemoteEventLogSvc|RemoteFwAdmin|RemoteSvcAdmin|RemoteTask|RVM|SNMPTRAP|SPPSVC|TPMVSCMGR|vm-monitoring|WFDPRINT|WINRM|WMI|WMP|WMPNSS|Wininit)-/i

export type DscResult = { readonly rule?: Rule; readonly change?: Change; readonly problems: readonly Problem[] }

/**
 * One `Firewall` resource. On a rule that exists already it keeps what it does not name, so a resource for a predefined rule is a change;
 * else it makes a rule with the defaults of New-NetFirewallRule.
 */
export function dscFirewall(properties: ReadonlyMap<string, Entry>, source: Span, condition?: string): DscResult {
  const name = properties.get('name')?.value
  const id = name && name.kind !== 'nothing' ? literalText(name) : undefined
  if (id === undefined || id === '') {
    return { problems: [{ code: 'rule-malformed', message: 'A Firewall resource has no Name.', source }] }
  }
  const ensure = properties.get('ensure')?.value
  const draft = readAttributes(newDraft(source), properties.values(), RULE)
  const select = { ids: [id] }
  if (ensure?.kind === 'scalar' && ensure.text.toLowerCase() === 'absent') {
    return { change: { kind: 'remove', select, values: {}, condition, source }, problems: draft.problems }
  }
  if (ensure?.kind === 'expression') draft.unmodelled.push(`condition=Ensure ${ensure.text}`)
  if (condition !== undefined) draft.unmodelled.push(`condition=${condition}`)
  const switches = !OWN_RULE.some(property => properties.has(property))
  if ((switches || PREDEFINED.test(id)) && name?.kind === 'scalar') {
    // A refused value stops the resource: nothing changes.
    if (draft.values.malformed !== undefined) return { problems: draft.problems }
    return { change: { kind: 'set', select, values: changedValues(draft), condition, source }, problems: draft.problems }
  }
  return { rule: ruleOf(draft, { id, name: id }), problems: draft.problems }
}

const SETTINGS: ReadonlyMap<string, keyof ProfileSettings> = new Map([
  ['enabled', 'enabled'], ['defaultinboundaction', 'defaultInbound'], ['defaultoutboundaction', 'defaultOutbound'],
  ['allowlocalfirewallrules', 'allowLocalRules'], ['allowinboundrules', 'blockAllInbound'], ['allowuserapps', 'allowUserApps'],
  ['allowuserports', 'allowUserPorts'],
])

/** One `FirewallProfile` resource; NotConfigured leaves a setting to other layers. */
export function dscProfile(properties: ReadonlyMap<string, Entry>, source: Span): { profile?: Profile; settings: ProfileSettings; problems: Problem[] } {
  const problems: Problem[] = []
  const name = properties.get('name')?.value
  const profile = PROFILES.find(p => name?.kind === 'scalar' && p === name.text.toLowerCase())
  if (!profile) {
    const said = name ? literalText(name) : ''
    if (name?.kind === 'expression') problems.push({ code: 'requirement-unverifiable', message: `FirewallProfile ${said} is a profile that this file does not name.`, source })
    else problems.push({ code: 'rule-malformed', message: `FirewallProfile "${said}" is none of Domain, Private, Public.`, source })
    return { settings: {}, problems }
  }
  const settings: { -readonly [K in keyof ProfileSettings]?: Setting<never> } = {}
  for (const [property, key] of SETTINGS) {
    const entry = properties.get(property)
    if (!entry || entry.value.kind === 'nothing') continue
    const said = literalText(entry.value).toLowerCase()
    const span: Span = { ...source, start: entry.start, end: entry.value.end }
    const isAction = key === 'defaultInbound' || key === 'defaultOutbound'
    if (said === 'notconfigured') continue
    if (entry.value.kind === 'expression') {
      problems.push({ code: 'requirement-unverifiable', message: `${entry.name} of profile ${profile} is ${entry.value.text}, which only the tool knows.`, source: span })
    } else if (isAction ? said !== 'allow' && said !== 'block' : said !== 'true' && said !== 'false') {
      problems.push({ code: 'rule-malformed', message: `${entry.name} "${literalText(entry.value)}" is not a value of a profile.`, source: span })
    } else {
      // AllowInboundRules False is what the dialog calls "block all connections".
      settings[key] = { value: (isAction ? said : key === 'blockAllInbound' ? said === 'false' : said === 'true') as never, source: span }
    }
  }
  return { profile, settings: settings as ProfileSettings, problems }
}
