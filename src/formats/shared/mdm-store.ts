import type { SourceFile } from '../../model/stages.ts'
import type { Change, InterfaceType, PolicyPart, Problem, Profile, ProfileSettings, Setting, Span } from '../../model/types.ts'
import type { Entry } from '../../text/literal.ts'
import {
  addresses, type Draft, direction, icmp, ignored, interfaceTypes, narrowing, newDraft, ports, type Reader, readAttributes, refuse, ruleOf, text, type Vocabulary,
  word,
} from './rule-draft.ts'
import { TOOL_ADDRESSES, TOOL_PORTS } from './tool-keywords.ts'

/** One node of the Firewall CSP as SyncML, an OMA-URI list or a custom Intune profile sets it. */
export interface CspNode {
  readonly verb: 'set' | 'delete'
  /** As written, percent-encoding and all. */
  readonly uri: string
  readonly uriStart: number
  readonly uriEnd: number
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What a text must hold before it can set a node of the Firewall CSP. */
export const MDM_STORE = /vendor\/msft\/firewall\/mdmstore\//i
const URI = /^(?:\.\/)?(?:device\/)?vendor\/msft\/firewall\/mdmstore\/(.+)$/is
export const isMdmStoreUri = (uri: string): boolean => URI.test(uri.trim())

interface Nodes { readonly name: string; readonly source: Span; readonly leaves: Map<string, Entry> }

/** What the nodes amount to, in their order: a later value replaces an earlier one, a Delete takes away what stands before it. */
export function mdmStorePart(nodes: Iterable<CspNode>, file: SourceFile): { readonly part: PolicyPart; readonly problems: readonly Problem[] } {
  const rules = new Map<string, Nodes>()
  const values = new Map<string, { profile: Profile; name: string; node: CspNode }>()
  const changes: Change[] = []
  for (const node of nodes) {
    const path = URI.exec(node.uri.trim())?.[1]?.replace(/\/$/, '').split('/').map(decoded)
    const top = path?.[0]?.toLowerCase()
    if (path === undefined || top === undefined) continue
    const profile = PROFILES.get(top)
    if (profile) setValue(values, profile, path[1], node)
    else if (top === 'firewallrules') setLeaf(rules, changes, path, node, file)
  }
  const problems: Problem[] = []
  const read = [...rules.values()].map(({ name, source, leaves }) => {
    const draft = readAttributes(newDraft(source), leaves.values(), RULE_NODES)
    // The CSP's own defaults: outbound, allow. Its pages contradict each other about Enabled (formats-management.md 9.4).
    const rule = ruleOf(draft, { id: name, name, direction: 'outbound', action: 'allow', enabled: 'unknown' })
    problems.push(...draft.problems)
    return rule
  })
  const profiles = profilesOf(values.values(), file, problems)
  return { part: { store: 'mdm', rules: read, profiles, changes }, problems }
}

function setLeaf(rules: Map<string, Nodes>, changes: Change[], path: readonly string[], node: CspNode, file: SourceFile): void {
  const [, name, ...below] = path
  const key = name?.toLowerCase()
  const leaf = below.join('/').toLowerCase()
  if (node.verb === 'delete' && leaf === '') {
    if (key === undefined) rules.clear()
    else rules.delete(key)
    const select = name === undefined ? {} : { ids: [name] }
    changes.push({ kind: 'remove', select, values: {}, condition: undefined, source: file.span(node.uriStart, node.uriEnd, name) })
    return
  }
  if (name === undefined || key === undefined) return
  if (node.verb === 'delete') {
    rules.get(key)?.leaves.delete(leaf)
    return
  }
  let rule = rules.get(key)
  if (!rule) rules.set(key, rule = { name, source: file.span(node.uriStart, node.uriEnd, name), leaves: new Map() })
  if (leaf === '' || leaf === 'app' || leaf === 'action') return // inner nodes hold nothing
  const value = node.value.trim() === '' ? { kind: 'nothing' as const, start: node.start, end: node.end }
    : { kind: 'scalar' as const, text: node.value.trim(), start: node.start, end: node.end }
  rule.leaves.set(leaf, { name: below.join('/'), start: node.uriStart, value })
}

const SWITCHES: ReadonlyMap<string, boolean> = new Map([['true', true], ['false', false], ['1', true], ['0', false]])
const INTERFACES: ReadonlyMap<string, InterfaceType> = new Map([
  ['remoteaccess', 'remote-access'], ['wireless', 'wireless'], ['lan', 'lan'], ['mbb', 'mobile-broadband'], ['mobilebroadband', 'mobile-broadband'],
])

const protocol: Reader = (draft: Draft, value) => {
  const said = value.kind === 'scalar' && /^\d{1,3}$/.test(value.text) ? Number(value.text) : 256
  if (said > 255) refuse(draft, value, 'Protocol is a number from 0 to 255.')
  else draft.values.protocol = said
}
/** Bits 1 domain, 2 private, 4 public; 0x7FFFFFFF all ([MS-FASP] 2.2.2). */
const profileBits: Reader = (draft, value) => {
  const bits = value.kind === 'scalar' && /^\d{1,10}$/.test(value.text) ? Number(value.text) : 0
  if (bits === 0x7fffffff) draft.values.profiles = 7
  else if (bits < 1 || bits > 7) refuse(draft, value, 'Profiles is a sum of 1 (domain), 2 (private) and 4 (public).')
  else draft.values.profiles = bits
}

/** Nodes below `FirewallRules/NAME`, in lower case (formats-management.md 9.4). */
const RULE_NODES: Vocabulary = new Map<string, Reader>([
  ['name', text('name')],
  ['description', ignored],
  ['status', ignored],
  ['edgetraversal', ignored], // about NAT traversal only
  ['enabled', word('enabled', SWITCHES)],
  ['direction', direction('in', 'out')],
  ['action/type', word('action', new Map([['0', 'block'], ['1', 'allow']]))],
  ['protocol', protocol],
  ['profiles', profileBits],
  ['localportranges', ports('localPorts', TOOL_PORTS)],
  ['remoteportranges', ports('remotePorts', TOOL_PORTS)],
  ['icmptypesandcodes', icmp],
  ['localaddressranges', addresses('localAddresses', new Map())],
  ['remoteaddressranges', addresses('remoteAddresses', TOOL_ADDRESSES)],
  ['interfacetypes', interfaceTypes(INTERFACES)],
  ['app/filepath', text('program')],
  ['app/servicename', text('service')],
  ['app/packagefamilyname', narrowing()],
  ['app/fqbn', narrowing()],
  ['localuserauthorizationlist', narrowing()],
  ['policyappid', narrowing()],
  ['remoteaddressdynamickeywords', narrowing()],
])

const PROFILES: ReadonlyMap<string, Profile> = new Map([['domainprofile', 'domain'], ['privateprofile', 'private'], ['publicprofile', 'public']])
type Writable = { -readonly [K in keyof ProfileSettings]: ProfileSettings[K] }
type Put = (settings: Writable, value: boolean, source: Span) => void
const put = <K extends 'enabled' | 'blockAllInbound' | 'allowLocalRules' | 'allowUserApps' | 'allowUserPorts'>(key: K): Put =>
  (settings, value, source) => { settings[key] = { value, source } }
/** 1 is block here, though it is allow in a rule's `Action/Type`. */
const blockIf = (value: boolean, source: Span): Setting<'allow' | 'block'> => ({ value: value ? 'block' : 'allow', source })
const SETTINGS: ReadonlyMap<string, Put> = new Map([
  ['enablefirewall', put('enabled')],
  ['shielded', put('blockAllInbound')],
  ['allowlocalpolicymerge', put('allowLocalRules')],
  ['authappsallowuserprefmerge', put('allowUserApps')],
  ['globalportsallowuserprefmerge', put('allowUserPorts')],
  ['defaultinboundaction', (settings, value, source) => { settings.defaultInbound = blockIf(value, source) }],
  ['defaultoutboundaction', (settings, value, source) => { settings.defaultOutbound = blockIf(value, source) }],
])

function setValue(values: Map<string, { profile: Profile; name: string; node: CspNode }>, profile: Profile, name: string | undefined, node: CspNode): void {
  if (name === undefined) return
  const key = `${profile}/${name.toLowerCase()}`
  if (node.verb === 'delete') values.delete(key)
  else values.set(key, { profile, name, node })
}
function profilesOf(values: Iterable<{ profile: Profile; name: string; node: CspNode }>, file: SourceFile, problems: Problem[]): PolicyPart['profiles'] {
  const profiles: { [P in Profile]?: Writable } = {}
  for (const { profile, name, node } of values) {
    const set = SETTINGS.get(name.toLowerCase())
    if (!set) continue // notifications, logging, stealth: nothing about openings
    const value = SWITCHES.get(node.value.trim().toLowerCase())
    const source = file.span(node.start, node.end, `${profile[0]?.toUpperCase()}${profile.slice(1)}Profile/${name}`)
    if (value !== undefined) set(profiles[profile] ??= {}, value, source)
    else problems.push({ code: 'rule-malformed', message: `${name} "${node.value.trim()}" is neither true nor false.`, source })
  }
  return profiles
}

/** Names are percent-encoded where they hold what a URI may not; one that is not well encoded is taken as it stands. */
function decoded(part: string): string {
  if (!part.includes('%')) return part
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
