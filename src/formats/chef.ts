import type { Format } from '../model/stages.ts'
import { PROFILES } from '../model/rules.ts'
import type { Change, Problem, Profile, ProfileSettings, Rule, Setting, Span } from '../model/types.ts'
import { type Entry, literalText } from '../text/literal.ts'
import { readRuby, type RubyResource } from '../text/ruby.ts'
import { adopt } from './shared/adopt.ts'
import {
  addresses, ALLOW_OR_BLOCK, direction, icmp, ignored, interfaceTypes, newDraft, ports, profiles, protocol, readAttributes, type Reader, ruleOf, text,
  TRUE_OR_FALSE, type Vocabulary, word,
} from './shared/rule-draft.ts'
import { RegistryPolicy } from './shared/registry-policy.ts'
import { setRegistryValue } from './shared/registry-resource.ts'
import { ScriptState } from './shared/script-state.ts'
import { TOOL_ADDRESSES, TOOL_INTERFACES, TOOL_PORTS } from './shared/tool-keywords.ts'
import { FIREWALL_COMMAND, toolScript, withoutGuards } from './shared/tool-script.ts'

/** `windows_firewall_rule` (chef/resource/windows_firewall_rule.rb): makes one New-NetFirewallRule. */
const RULE: Vocabulary = new Map<string, Reader>([
  ['rule_name', text('id')], ['displayname', text('name')], ['display_name', text('name')], ['group', text('group')],
  ['direction', direction('inbound', 'outbound')], ['dir', direction('in', 'out')], ['firewall_action', word('action', new Map([...ALLOW_OR_BLOCK, ['notconfigured', 'unknown' as const]]))],
  ['enabled', word('enabled', TRUE_OR_FALSE)], ['profile', profiles], ['protocol', protocol()], ['icmp_type', icmp],
  ...['local_port', 'localport'].map((name): [string, Reader] => [name, ports('localPorts', TOOL_PORTS)]),
  ...['remote_port', 'remoteport'].map((name): [string, Reader] => [name, ports('remotePorts', TOOL_PORTS)]),
  ...['local_address', 'localip'].map((name): [string, Reader] => [name, addresses('localAddresses', TOOL_ADDRESSES)]),
  ...['remote_address', 'remoteip'].map((name): [string, Reader] => [name, addresses('remoteAddresses', TOOL_ADDRESSES)]),
  ...['interface_type', 'interfacetype'].map((name): [string, Reader] => [name, interfaceTypes(TOOL_INTERFACES)]),
  ['program', text('program', 'any')], ['service', text('service', 'any')],
  // About the run, not about packets.
  ...['action', 'description', 'notifies', 'subscribes', 'ignore_failure', 'retries', 'retry_delay', 'sensitive', 'compile_time', 'umask']
    .map((name): [string, Reader] => [name, ignored]),
])
/** Resources that run a script, by the property that holds it. */
const SCRIPTS: ReadonlyMap<string, readonly [property: string, shell: 'cmd' | 'powershell']> = new Map([
  ['powershell_script', ['code', 'powershell']], ['batch', ['code', 'cmd']], ['execute', ['command', 'cmd']],
])
const TYPES: ReadonlySet<string> = new Set(['windows_firewall_rule', 'windows_firewall_profile', 'registry_key', ...SCRIPTS.keys()])
const RUNS = /^[ \t]*(?:powershell_script|batch|execute)\b(?!\s*[=.:])/m
const REGISTRY = /^[ \t]*registry_key\b[^\n]*(?:WindowsFirewall|FirewallPolicy)/im

/** Chef recipes with the resources of the Windows firewall. */
export const chef: Format = {
  id: 'chef',
  title: 'Chef recipe',
  store: 'local',
  names: [],
  recognises: file => file.name.endsWith('.rb') && (/^[ \t]*windows_firewall_(?:rule|profile)\b(?!\s*[=.:])/m.test(file.text)
    || (FIREWALL_COMMAND.test(file.text) && RUNS.test(file.text)) || REGISTRY.test(file.text)),
  parse(file) {
    const rules: Rule[] = []
    const changes: Change[] = []
    const problems: Problem[] = []
    const settings: { [P in Profile]?: ProfileSettings } = {}
    const scripts = new ScriptState()
    const registry = new RegistryPolicy(scripts.problems)
    const read = readRuby(file.text, TYPES)
    for (const { message, start, end } of read.problems) problems.push({ code: 'requirement-unverifiable', message, source: file.span(start, end) })
    for (const resource of read.resources) {
      const source = file.span(resource.start, resource.end)
      const actions = actionsOf(resource)
      const condition = actions.includes('nothing') ? both(resource.condition, 'action :nothing') : resource.condition
      const script = SCRIPTS.get(resource.type)
      if (script) {
        const text = resource.attributes.get(script[0])?.value ?? resource.title
        toolScript({ text, shell: script[1], condition: withoutGuards(condition), start: resource.start, end: resource.end }, file, scripts)
        continue
      }
      if (resource.type === 'registry_key') { registryKey(resource, condition, actions, source, registry, scripts); continue }
      if (resource.type === 'windows_firewall_profile') {
        const { profile, said, trouble } = profileOf(resource, condition, actions, (start, end) => file.span(start, end))
        if (profile) settings[profile] = { ...settings[profile], ...said }
        problems.push(...trouble)
        continue
      }
      const name = literalText(resource.attributes.get('rule_name')?.value ?? resource.title)
      if (actions.includes('delete')) {
        changes.push({ kind: 'remove', select: { ids: [name] }, values: {}, condition, source })
        if (!actions.includes('create')) continue
      }
      const draft = readAttributes(newDraft(source), resource.attributes.values(), RULE)
      if (condition !== undefined) draft.unmodelled.push(`condition=${condition}`)
      rules.push(ruleOf(draft, { id: name, name, protocol: 6 })) // the property's default is TCP
      problems.push(...draft.problems)
    }
    adopt(registry.parts(), undefined, scripts)
    return { path: file.path, format: chef.id, parts: [{ store: 'local', rules, profiles: settings, changes }, ...scripts.parts()], problems: [...problems, ...scripts.problems] }
  },
}

/** `registry_key 'KEY' do values [{ name:, type:, data: }] end`; what may not happen is kept apart from what does. */
function registryKey(
  { title, attributes }: RubyResource, condition: string | undefined, actions: readonly string[], source: Span, surely: RegistryPolicy, state: ScriptState,
): void {
  const problems: Problem[] = []
  const policy = condition === undefined ? surely : new RegistryPolicy(problems)
  const path = attributes.get('key')?.value ?? title
  const values = attributes.get('values')?.value
  for (const value of values?.kind === 'list' ? values.items : values ? [values] : []) {
    const said = value.kind === 'table' ? value.entries : undefined
    const resource = { path, name: said?.get('name')?.value ?? value, data: said?.get('data')?.value ?? value, type: said?.get('type')?.value }
    setRegistryValue(policy, { ...resource, isAbsent: actions.includes('delete'), source: { ...source, start: value.start, end: value.end } }, problems)
  }
  if (actions.includes('delete_key')) setRegistryValue(policy, { path, name: undefined, data: undefined, type: undefined, isAbsent: true, source }, problems)
  if (condition !== undefined) adopt(policy.parts(), condition, state)
  problems.forEach(problem => state.problem(problem))
}

const both = (outer: string | undefined, inner: string): string => (outer === undefined ? inner : `${outer} > ${inner}`)
function actionsOf({ attributes }: RubyResource): readonly string[] {
  const value = attributes.get('action')?.value
  if (!value) return []
  return value.kind === 'list' ? value.items.map(literalText) : [literalText(value)]
}

const SWITCHES = [
  ['allow_local_rules', 'allowLocalRules'], ['allow_user_apps', 'allowUserApps'], ['allow_user_ports', 'allowUserPorts'], ['allow_inbound_rules', 'blockAllInbound'],
] as const
const DEFAULTS = [['default_inbound_action', 'defaultInbound'], ['default_outbound_action', 'defaultOutbound']] as const

/** `windows_firewall_profile`: `action :enable` (default) or `:disable`, and the values of Set-NetFirewallProfile. */
function profileOf(resource: RubyResource, condition: string | undefined, actions: readonly string[], span: (start: number, end: number) => Problem['source']) {
  const { attributes, title } = resource
  const trouble: Problem[] = []
  const said: { -readonly [K in keyof ProfileSettings]?: ProfileSettings[K] } = {}
  const name = literalText(attributes.get('profile')?.value ?? title).toLowerCase()
  const profile = PROFILES.find(p => p === name)
  const setting = <T>(value: T, start: number, end: number): Setting<T> => (condition === undefined ? { value, source: span(start, end) } : { value, source: span(start, end), condition })
  const unknown = ({ name: property, start, value }: Entry): void => {
    trouble.push({ code: 'requirement-unverifiable', message: `${property} is ${literalText(value)}, which this file does not decide.`, source: span(start, value.end) })
  }
  if (!profile) trouble.push({ code: 'requirement-unverifiable', message: `Profile ${name} is none of domain, private, public.`, source: span(resource.start, resource.end) })
  said.enabled = setting(!actions.includes('disable'), resource.start, resource.end)
  for (const [property, key] of SWITCHES) {
    const entry = attributes.get(property)
    const value = entry ? literalText(entry.value).toLowerCase() : ''
    if (entry && (value === 'true' || value === 'false')) said[key] = setting(key === 'blockAllInbound' ? value === 'false' : value === 'true', entry.start, entry.value.end)
    else if (entry && value !== 'notconfigured') unknown(entry)
  }
  for (const [property, key] of DEFAULTS) {
    const entry = attributes.get(property)
    const value = entry ? literalText(entry.value).toLowerCase() : ''
    if (entry && (value === 'allow' || value === 'block')) said[key] = setting(value, entry.start, entry.value.end)
    else if (entry && value !== 'notconfigured') unknown(entry)
  }
  return { profile, said, trouble }
}
