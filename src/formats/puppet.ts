import type { Format, SourceFile } from '../model/stages.ts'
import { ALL_PROFILES, PROFILES } from '../model/rules.ts'
import type { Change, Problem, Profile, ProfileSettings, ProfileSet, Rule, Setting, Span } from '../model/types.ts'
import { effort } from '../text/effort.ts'
import { type Entry, type Literal, literalText, sizeOf } from '../text/literal.ts'
import { type PuppetResource, readPuppet } from '../text/puppet.ts'
import { parseYaml, prepareYaml } from '../text/yaml.ts'
import { literalOf, MOST_ERRORS } from '../text/yaml-literals.ts'
import { adopt } from './shared/adopt.ts'
import {
  addresses, ALLOW_OR_BLOCK, type Draft, icmp, ignored, interfaceTypes, newDraft, ports, profiles, protocol, readAttributes, type Reader, ruleOf, text,
  type Vocabulary, word, YES_OR_NO,
} from './shared/rule-draft.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { setRegistryValue } from './shared/registry-resource.ts'
import { ScriptState } from './shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './shared/tool-keywords.ts'
import { FIREWALL_COMMAND, toolScript, withoutGuards } from './shared/tool-script.ts'

/** What every Puppet resource may carry and no packet feels. */
const METAPARAMETERS = ['alias', 'audit', 'before', 'consume', 'export', 'loglevel', 'noop', 'notify', 'require', 'schedule', 'stage', 'subscribe', 'tag']
  .map((name): [string, Reader] => [name, ignored])
const IN_OR_OUT = word('direction', new Map<string, Rule['direction']>([['in', 'inbound'], ['out', 'outbound'], ['inbound', 'inbound'], ['outbound', 'outbound']]))

/** `windows_firewall::exception` (puppet/windows_firewall, manifests/exception.pp): makes one netsh command. */
const EXCEPTION: Vocabulary = new Map<string, Reader>([
  ...METAPARAMETERS,
  ['ensure', ignored], ['description', ignored], ['allow_edge_traversal', ignored],
  ['display_name', text('name')], ['enabled', word('enabled', YES_OR_NO)], ['direction', IN_OR_OUT], ['action', word('action', ALLOW_OR_BLOCK)],
  ['protocol', protocol()], ['local_port', ports('localPorts', TOOL_PORTS)], ['remote_port', ports('remotePorts', TOOL_PORTS)],
  ['remote_ip', addresses('remoteAddresses', TOOL_ADDRESSES)], ['program', text('program')],
])
/** The type `windows_firewall_rule` (geoffwilliams/windows_firewall): makes one New-NetFirewallRule. */
const RULE: Vocabulary = new Map<string, Reader>([
  ...METAPARAMETERS,
  ['ensure', ignored], ['description', ignored], ['edge_traversal_policy', ignored], ['name', text('id')],
  ['display_name', text('name')], ['display_group', text('group')], ['enabled', word('enabled', YES_OR_NO)], ['direction', IN_OR_OUT],
  ['action', word('action', ALLOW_OR_BLOCK)], ['profile', profiles], ['profiles', profiles], ['protocol', protocol()], ['icmp_type', icmp],
  ['local_port', ports('localPorts', TOOL_PORTS)], ['remote_port', ports('remotePorts', TOOL_PORTS)],
  ['localport', ports('localPorts', TOOL_PORTS)], ['remoteport', ports('remotePorts', TOOL_PORTS)],
  ['local_address', addresses('localAddresses', TOOL_ADDRESSES)], ['remote_address', addresses('remoteAddresses', TOOL_ADDRESSES)],
  ['program', text('program', 'any')], ['service', text('service', 'any')], ['interface_type', interfaceTypes(TOOL_INTERFACES)],
])

type Result = { scripts: ScriptState; registry: RegistryPolicy; file: SourceFile; rules: Rule[]; changes: Change[]; problems: Problem[]; profiles: { [P in Profile]?: ProfileSettings } }
type Attributes = ReadonlyMap<string, Entry>

/** A resource with the attributes that hold for it. */
interface Resource { readonly title: Literal; readonly attributes: Attributes; readonly splat: Literal | undefined; readonly source: Span; readonly condition: string | undefined }

const TYPES = new Map<string, (resource: Resource, into: Result) => void>([
  ['windows_firewall::exception', (resource, into) => rule(resource, EXCEPTION, into)],
  ['windows_firewall_rule', (resource, into) => rule(resource, RULE, into)],
  ['windows_firewall_group', group],
  ['windows_firewall_profile', netshProfile],
  ['windowsfirewall', zone],
  ['class', firewallClass],
  ['resources', purge],
  ['exec', exec],
  ['registry_value', registryValue],
  ['registry::value', registryValue],
])
const MARK = /windows_firewall|\bwindowsfirewall\s*\{/i
/** A value of the firewall's keys, in a resource of the registry module. */
const REGISTRY = /\bregistry(?:_|::)value\s*\{[^}]{0,400}\\(?:WindowsFirewall|FirewallPolicy)\b/i
const HIERA = /windows_firewall::(?:exceptions|rules|profiles|groups|ensure|enable_)/

/** Puppet manifests, and hiera data for the classes of the firewall modules. */
export const puppet: Format = {
  id: 'puppet',
  title: 'Puppet manifest',
  store: 'local',
  names: [],
  prepare: file => prepareYaml(file?.text),
  recognises: file => (file.name.endsWith('.pp') ? MARK.test(file.text) || (/\bexec\s*\{/.test(file.text) && FIREWALL_COMMAND.test(file.text)) || REGISTRY.test(file.text) : /\.(?:ya?ml|eyaml)$/.test(file.name) && HIERA.test(file.text)),
  parse(file) {
    const scripts = new ScriptState()
    const registry = new RegistryPolicy(scripts.problems)
    const into: Result = { scripts, registry, file, rules: [], changes: [], problems: [], profiles: {} }
    if (file.name.endsWith('.pp')) manifest(file, into)
    else hiera(file, into)
    adopt(registry.parts(), undefined, scripts)
    const { rules, changes, profiles: settings, problems } = into
    return { path: file.path, format: puppet.id, parts: [{ store: 'local', rules, profiles: settings, changes }, ...scripts.parts()], problems: [...problems, ...scripts.problems] }
  },
}

function manifest(file: SourceFile, into: Result): void {
  const { resources, defaults, problems } = readPuppet(file.text, type => TYPES.has(type))
  for (const { message, start, end } of problems) into.problems.push({ code: 'requirement-unverifiable', message, source: file.span(start, end) })
  const shared = new Map<string, Map<string, Entry>>()
  for (const { type, attributes } of defaults) {
    const held = shared.get(type) ?? new Map<string, Entry>()
    shared.set(type, held)
    for (const [name, entry] of attributes) held.set(name, entry)
  }
  const sizes = new Map([...shared].map(([type, attributes]) => [type, [...attributes.values()].reduce((sum, entry) => sum + entry.name.length + sizeOf(entry.value), 0)]))
  let isCut = false
  for (const resource of resources) {
    const common = shared.get(resource.type)
    if (common && !effort().copy(sizes.get(resource.type) ?? 0)) {
      if (!isCut) into.problems.push({ code: 'requirement-unverifiable', message: `Resources of ${resource.type} share more attributes than are followed; the rest is left out.`, source: file.span(resource.start, resource.end) })
      isCut = true
      continue
    }
    TYPES.get(resource.type)?.({
      title: resource.title, splat: resource.splat, condition: resource.condition, source: file.span(resource.start, resource.end, keyOf(resource)),
      attributes: common ? new Map([...common, ...resource.attributes]) : resource.attributes,
    }, into)
  }
}
const keyOf = ({ type, title }: PuppetResource): string | undefined => (title.kind === 'scalar' ? `${type}[${title.text}]` : undefined)

/** `windows_firewall::exceptions: { NAME: { local_port: 80 } }`: parameters of the classes by name (automatic lookup). */
function hiera(file: SourceFile, into: Result): void {
  const { documents, errors } = parseYaml(file)
  for (const { message, start, end } of errors.slice(0, MOST_ERRORS)) into.problems.push({ code: 'file-unreadable', message: `Not readable as YAML: ${message}.`, source: file.span(start, end) })
  const parameters = new Map<string, Entry>()
  for (const document of documents) {
    if (document.kind !== 'map') continue
    for (const { key, start, value } of document.entries) {
      const name = /^windows_firewall::(\w+)$/.exec(key)?.[1]
      if (name !== undefined) parameters.set(name, { name: key, start, value: literalOf(value) })
    }
  }
  if (parameters.size === 0) return
  const first = [...parameters.values()][0] as Entry
  const source = file.span(first.start, first.value.end)
  firewallClass({ title: { kind: 'scalar', text: 'windows_firewall', start: first.start, end: first.start }, attributes: parameters, splat: undefined, source, condition: undefined }, into)
}

function rule({ title, attributes, splat, source, condition }: Resource, vocabulary: Vocabulary, into: Result): void {
  const ensure = attributes.get('ensure')?.value
  const isException = vocabulary === EXCEPTION
  const said = attributes.get('display_name')?.value
  // netsh and the exception know a rule by its display name, the type by its title.
  const name = isException && said && literalText(said) !== '' ? literalText(said) : literalText(title)
  if (ensure?.kind === 'scalar' && ensure.text === 'absent') {
    const select = isException ? { names: [name] } : { ids: [name] }
    into.changes.push({ kind: 'remove', select, values: {}, condition, source })
    return
  }
  const draft = readAttributes(newDraft(source), attributes.values(), vocabulary)
  if (isException && draft.values.program !== undefined) forProgram(draft)
  if (ensure?.kind === 'expression') draft.unmodelled.push(`condition=ensure ${ensure.text}`)
  if (splat) draft.unmodelled.push(`*=${literalText(splat)}`)
  if (title.kind === 'expression' && condition === undefined) draft.unmodelled.push(`condition=title ${title.text}`)
  if (condition !== undefined) draft.unmodelled.push(`condition=${condition}`)
  into.rules.push(ruleOf(draft, { id: isException ? null : name, name }))
  into.problems.push(...draft.problems)
}
/** With a program the exception writes neither protocol nor ports into its command. */
function forProgram({ values }: Draft): void {
  delete values.protocol
  delete values.localPorts
  delete values.remotePorts
}

/** `windows_firewall_group { 'NAME': enabled => yes }` switches the rules of a group. */
function group({ title, attributes, source, condition }: Resource, into: Result): void {
  const draft = readAttributes(newDraft(source), attributes.values(), new Map([...METAPARAMETERS, ['enabled', word('enabled', YES_OR_NO)]]))
  into.problems.push(...draft.problems)
  if (draft.values.enabled === undefined) return
  into.changes.push({ kind: 'set', select: { groups: [literalText(title)] }, values: { enabled: draft.values.enabled }, condition, source })
}

/** `resources { 'windows_firewall_rule': purge => true }` removes every rule that Puppet does not manage. */
function purge({ title, attributes, source, condition }: Resource, into: Result): void {
  const said = attributes.get('purge')?.value
  if (literalText(title) !== 'windows_firewall_rule' || !said || literalText(said) === 'false') return
  const unless = said.kind === 'expression' ? `purge ${said.text}` : condition
  into.changes.push({ kind: 'remove', select: {}, values: {}, condition: unless, source })
}

/** `exec { TITLE: command => …, provider => powershell }`: the command is the title where nothing else is said. */
function exec({ title, attributes, source, condition }: Resource, { file, scripts }: Result): void {
  const provider = attributes.get('provider')?.value
  const guards = ['onlyif', 'unless', 'creates', 'refreshonly'].flatMap(name => {
    const said = attributes.get(name)?.value
    return said && !(name === 'refreshonly' && literalText(said) === 'false') ? [`${name} ${literalText(said)}`.slice(0, 200)] : []
  })
  const why = withoutGuards([...(condition === undefined ? [] : [condition]), ...guards].join(' > '))
  const shell = provider && /powershell|pwsh/i.test(literalText(provider)) ? 'powershell' : 'cmd'
  toolScript({ text: attributes.get('command')?.value ?? title, shell, condition: why, start: source.start, end: source.end }, file, scripts)
}

/** `registry_value { 'KEY\\NAME': data => … }`, or `registry::value { TITLE: key => …, value => …, data => … }`. */
function registryValue({ title, attributes, source, condition }: Resource, { scripts, registry }: Result): void {
  const value = (name: string): Literal | undefined => attributes.get(name)?.value
  const whole = value('path') ?? title
  const [, head = '', tail = ''] = whole.kind === 'scalar' ? (/^(?:\d\d:)?([^]*)\\([^\\]*)$/.exec(whole.text) ?? []) : []
  const key = value('key')
  const path: Literal = key ?? (whole.kind === 'scalar' ? { ...whole, text: head } : whole)
  const name: Literal = key ? (value('value') ?? title) : { kind: 'scalar', text: tail, start: whole.start, end: whole.end }
  const ensure = value('ensure')
  const problems: Problem[] = []
  const policy = condition === undefined ? registry : new RegistryPolicy(problems)
  setRegistryValue(policy, { path, name, data: value('data'), type: value('type'), source, isAbsent: ensure !== undefined && literalText(ensure) === 'absent' }, problems)
  if (condition !== undefined) adopt(policy.parts(), condition, scripts)
  problems.forEach(problem => scripts.problem(problem))
}

type Settings = { -readonly [K in keyof ProfileSettings]?: ProfileSettings[K] }
function setProfiles(titles: ProfileSet, settings: Settings, into: Result): void {
  PROFILES.forEach((profile, bit) => { if ((titles & (1 << bit)) !== 0) into.profiles[profile] = { ...into.profiles[profile], ...settings } })
}
function setting<T>(value: T, entry: Entry, { source, condition }: Resource): Setting<T> {
  const span = { ...source, start: entry.start, end: entry.value.end }
  return condition === undefined ? { value, source: span } : { value, source: span, condition }
}
/** A switch of a profile: true, false, or told as unknown. */
function flag(entry: Entry | undefined, resource: Resource, into: Result): Setting<boolean> | undefined {
  if (!entry || entry.value.kind === 'nothing') return undefined
  const said = literalText(entry.value).toLowerCase()
  if (entry.value.kind === 'scalar' && /^(?:true|yes|on|enable|enabled|running)$/.test(said)) return setting(true, entry, resource)
  if (entry.value.kind === 'scalar' && /^(?:false|no|off|disable|disabled|stopped)$/.test(said)) return setting(false, entry, resource)
  if (said !== 'notconfigured') into.problems.push(unknown(entry, resource))
  return undefined
}
const unknown = (entry: Entry, { source }: Resource): Problem => ({
  code: 'requirement-unverifiable', message: `${entry.name} is ${literalText(entry.value)}, which this file does not decide.`,
  source: { ...source, start: entry.start, end: entry.value.end },
})

/** `class { 'windows_firewall': … }` of either module. */
function firewallClass(resource: Resource, into: Result): void {
  const { title, attributes } = resource
  if (literalText(title).replace(/^::/, '') !== 'windows_firewall') return
  const ensure = flag(attributes.get('ensure'), resource, into)
  const [domain, standard, open] = ['domain', 'standard', 'public'].map(name => flag(attributes.get(`enable_${name}_profile`), resource, into) ?? ensure)
  if (domain) setProfiles(1, { enabled: domain }, into)
  if (standard) setProfiles(2, { enabled: standard }, into)
  if (open) setProfiles(4, { enabled: open }, into)
  for (const [parameter, type] of [['exceptions', 'windows_firewall::exception'], ['rules', 'windows_firewall_rule'], ['groups', 'windows_firewall_group'], ['profiles', 'windows_firewall_profile']] as const) {
    const entry = attributes.get(parameter)
    if (!entry || entry.value.kind === 'nothing') continue
    if (entry.value.kind !== 'table') { into.problems.push(unknown(entry, resource)); continue }
    for (const { name, start, value } of entry.value.entries.values()) {
      const own = value.kind === 'table' ? new Map([...value.entries].map(([key, one]) => [key.toLowerCase(), one])) : new Map<string, Entry>()
      const source = { ...resource.source, start, end: Math.max(start, value.end), key: `${type}[${name}]` }
      const made: Literal = { kind: 'scalar', text: name, start, end: start + name.length }
      TYPES.get(type)?.({ title: made, attributes: own, splat: value.kind === 'expression' ? value : undefined, source, condition: resource.condition }, into)
    }
  }
}

const bits = (title: Literal): ProfileSet => {
  const at = PROFILES.indexOf(literalText(title).toLowerCase().replace(/profile$/, '') as Profile)
  return at < 0 ? (/^all/i.test(literalText(title)) ? ALL_PROFILES : 0) : 1 << at
}
/** `windows_firewall_profile`: hands its attributes to `netsh advfirewall set … profile`. */
function netshProfile(resource: Resource, into: Result): void {
  const { title, attributes } = resource
  const settings: Settings = {}
  const enabled = flag(attributes.get('state'), resource, into)
  if (enabled) settings.enabled = enabled
  const local = flag(attributes.get('localfirewallrules'), resource, into)
  if (local) settings.allowLocalRules = local
  const policy = attributes.get('firewall_policy') ?? attributes.get('firewallpolicy')
  if (policy?.value.kind === 'scalar') {
    const [inbound = '', outbound = ''] = policy.value.text.toLowerCase().split(',').map(part => part.trim())
    if (inbound === 'blockinbound' || inbound === 'allowinbound') settings.defaultInbound = setting(inbound === 'allowinbound' ? 'allow' : 'block', policy, resource)
    if (inbound === 'blockinboundalways') settings.blockAllInbound = setting(true, policy, resource)
    if (outbound === 'allowoutbound' || outbound === 'blockoutbound') settings.defaultOutbound = setting(outbound === 'allowoutbound' ? 'allow' : 'block', policy, resource)
  } else if (policy) into.problems.push(unknown(policy, resource))
  setProfiles(bits(title), settings, into)
}
/** `windowsfirewall { 'domain': … }`: the attributes of Set-NetFirewallProfile in snake case. */
function zone(resource: Resource, into: Result): void {
  const { title, attributes } = resource
  const settings: Settings = {}
  const ensure = attributes.get('ensure')
  if (ensure?.value.kind === 'scalar') settings.enabled = setting(ensure.value.text !== 'absent', ensure, resource)
  for (const [name, key] of [['allow_local_firewall_rules', 'allowLocalRules'], ['allow_user_apps', 'allowUserApps'], ['allow_user_ports', 'allowUserPorts']] as const) {
    const said = flag(attributes.get(name), resource, into)
    if (said) settings[key] = said
  }
  const inbound = flag(attributes.get('allow_inbound_rules'), resource, into)
  if (inbound) settings.blockAllInbound = { ...inbound, value: !inbound.value }
  for (const [name, key] of [['default_inbound_action', 'defaultInbound'], ['default_outbound_action', 'defaultOutbound']] as const) {
    const entry = attributes.get(name)
    const said = entry ? literalText(entry.value).toLowerCase() : ''
    if (entry && (said === 'allow' || said === 'block')) settings[key] = setting(said, entry, resource)
    else if (entry && said !== 'notconfigured') into.problems.push(unknown(entry, resource))
  }
  setProfiles(bits(title), settings, into)
}
