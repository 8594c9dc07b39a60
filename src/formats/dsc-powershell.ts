import { changedRule, makeRule, neutralRule } from '../model/rules.ts'
import type { Format, SourceFile } from '../model/stages.ts'
import type { Change, PolicyFile, Problem, ProfileSettings, Rule, RuleValues, Span } from '../model/types.ts'
import { type Entry, type Literal, literalText } from '../text/literal.ts'
import type { Hash } from '../text/powershell/ast.ts'
import type { Call, Handler } from '../text/powershell/host.ts'
import { Parser } from '../text/powershell/parser.ts'
import { describe, elements, HashTable, isKnown, ScriptBlock, textOfValue, Unknown, type Value } from '../text/powershell/values.ts'
import { dscFirewall, dscProfile } from './shared/dsc-firewall.ts'
import { ScriptHost } from './shared/powershell-native.ts'
import { FIREWALL_COMMANDS, policyOf, runScript } from './shared/powershell-script.ts'
import { setRegistryValue } from './shared/registry-resource.ts'
import { LOCAL, type Target } from './shared/script-state.ts'

const SCRIPT = /\.ps[dm]?1$/
const CONFIGURATION = /^[ \t]*configuration\s+["']?\$?[\w-]+/im
const RESOURCE = /(?:^|[{};])[ \t]*x?Firewall(?:Profile)?[ \t]+[^\s=|;]+\s*\{/im
/** Rules that server roles bring: their content is in no table here, and the resource does not say it. */
const OF_ROLES = /^(?:IIS-|DNSSrv|DHCP|ADDS|WDS|WSUS|FTP|MSMQ)/i

/** DSC configurations with the firewall resources of NetworkingDsc and xNetworking, before they are compiled. */
export const dscPowershell: Format = {
  id: 'dsc-powershell',
  title: 'DSC configuration',
  store: 'local',
  names: [],
  recognises: ({ name, text }) => SCRIPT.test(name) && RESOURCE.test(text) && CONFIGURATION.test(text),
  parse,
}

function parse(file: SourceFile): PolicyFile {
  const { origin } = file
  const host = new DscHost(COMMANDS, (start, end) => ({ origin, start, end }))
  runScript(file, host)
  return policyOf(file.path, dscPowershell.id, host)
}

/** The rules of a `Node` block are gathered for each node, so that what is the same on all of them stands once. */
interface Gathered { readonly rule: Rule; readonly nodes: string[] }

class DscHost extends ScriptHost {
  isInResource = false
  gathered: Map<string, Gathered> | undefined
  node = ''
  readonly #changed = new Set<string>()

  override rule(rule: Rule, target: Target): void {
    if (!this.gathered) { super.rule(rule, target); return }
    const key = `${rule.source.start} ${JSON.stringify([{ ...neutralRule(rule), source: undefined }, rule.malformed])}`
    const same = this.gathered.get(key)
    if (same) same.nodes.push(this.node)
    else this.gathered.set(key, { rule, nodes: [this.node] })
  }
  override change(change: Change, target: Target): void {
    const key = `${change.source.start} ${change.kind} ${JSON.stringify([change.select.ids, change.condition])}`
    if (this.gathered && this.#changed.has(key)) return
    this.#changed.add(key)
    super.change(change, target)
  }
  /** Runs once for each node; a rule that only some of them get says which. */
  forNodes(names: readonly string[], run: (name: string) => void): void {
    if (this.gathered) { for (const name of names) run(name); return }
    const gathered = (this.gathered = new Map<string, Gathered>())
    for (const name of names) {
      this.node = name
      run(name)
    }
    this.gathered = undefined
    for (const { rule, nodes } of gathered.values()) {
      super.rule(nodes.length === names.length ? rule : changedRule(rule, { unmodelled: [...rule.unmodelled, `node=${nodes.join(',')}`] }), LOCAL)
    }
  }
}
const MAX_NODES = 200

/** `Node NAME { … }`: once for each node whose data the file shows, else once with unknown data. */
function node(host: DscHost, { node: command, script }: Call): undefined {
  const args = script.arguments(command)
  const block = args.find(arg => arg.value instanceof ScriptBlock)?.value
  if (!(block instanceof ScriptBlock)) return undefined
  const names = elements(args.find(arg => !(arg.value instanceof ScriptBlock))?.value, true) ?? []
  const all = script.variable('allnodes')
  const data = Array.isArray(all) ? (all as readonly Value[]).filter(item => item instanceof HashTable) : []
  const defaults = data.find(item => textOfValue(item.get('NodeName')) === '*')
  const known = data.length === 0 ? [] : names.flatMap(name => {
    const text = isKnown(name) ? textOfValue(name)?.toLowerCase() : undefined
    const own = data.find(item => textOfValue(item.get('NodeName'))?.toLowerCase() === text)
    return own ? [own] : []
  })
  if (known.length === 0 || known.length !== names.length || known.length > MAX_NODES) {
    script.invoke(block.block, [], undefined, inner => inner.assign('node', new Unknown('$Node')))
    return undefined
  }
  const byName = new Map(known.map(item => [textOfValue(item.get('NodeName')) ?? '', item]))
  host.forNodes([...byName.keys()], name => {
    const own = new HashTable(script.level)
    for (const table of [defaults, byName.get(name)]) for (const [key, item] of table?.entries ?? []) own.entries.set(key, item)
    script.invoke(block.block, [], undefined, inner => inner.assign('node', own))
  })
  return undefined
}

/** The properties of `Firewall NAME { Name = …; … }`: its body is read once more, as the hash table that it is. */
function propertiesOf(host: DscHost, { node: command, script }: Call): Map<string, Entry> | undefined {
  const block = command.args.find(arg => arg.value?.kind === 'block')?.value
  // No resource stands in a value of another; where a bracket is missing one seems to, and so on without an end.
  if (!block || host.isInResource) return undefined
  host.isInResource = true
  const table = new Parser(script.text, block.start).entries()
  const properties = new Map<string, Entry>()
  for (const { key, value, start, end } of table.kind === 'hash' ? (table as Hash).entries : []) {
    const name = textOfValue(script.value(key))
    if (name === undefined) continue
    const place = value ?? { start, end }
    properties.set(name.toLowerCase(), { name, start, value: literal(script.evaluateEntry(value), place.start, place.end) })
  }
  host.isInResource = false
  return properties
}
function literal(value: Value, start: number, end: number): Literal {
  if (value === null) return { kind: 'nothing', start, end }
  if (Array.isArray(value)) return { kind: 'list', items: (elements(value, true) ?? [new Unknown(describe(value))]).map(item => literal(item, start, end)), start, end }
  const text = isKnown(value) ? textOfValue(value) : undefined
  return text === undefined ? { kind: 'expression', text: describe(value), start, end } : { kind: 'scalar', text, start, end }
}
const limitText = (limits: readonly string[]): string | undefined => (limits.length === 0 ? undefined : limits.map(limit => limit.replace(/^condition=/, '')).join(' and '))

function firewall(host: DscHost, call: Call): undefined {
  const properties = propertiesOf(host, call)
  if (!properties) return undefined
  const source = host.spanOf(call.node.start, call.node.end)
  const { rule, change, problems } = dscFirewall(properties, source, limitText(call.script.limits))
  for (const problem of problems) host.problem(problem)
  if (rule) host.rule(rule, LOCAL)
  if (!change) return undefined
  const [id = ''] = change.select.ids ?? []
  if (change.kind === 'set' && OF_ROLES.test(id)) host.rule(unsaid(id, change.values, source), LOCAL)
  host.change(change, LOCAL)
  return undefined
}
/** A rule that exists already and keeps what the resource does not say: unknown here. */
const unsaid = (id: string, values: RuleValues, source: Span): Rule => makeRule({
  direction: 'unknown', action: 'unknown', enabled: 'unknown', protocol: 'unknown', ...values, id, name: id, unmodelled: [...(values.unmodelled ?? []), `Name=${id}`], source,
})

function firewallProfile(host: DscHost, call: Call): undefined {
  const properties = propertiesOf(host, call)
  if (!properties) return undefined
  const { profile, settings, problems } = dscProfile(properties, host.spanOf(call.node.start, call.node.end))
  const condition = limitText(call.script.limits)
  for (const problem of problems) host.problem(problem)
  for (const [key, setting] of profile ? Object.entries(settings) : []) {
    host.configure(profile === 'domain' ? 1 : profile === 'private' ? 2 : 4, key as keyof ProfileSettings, condition === undefined ? setting : { ...setting, condition } as never, LOCAL)
  }
  return undefined
}
/** `Registry NAME { Key; ValueName; ValueData }` under the firewall's keys. */
function registry(host: DscHost, call: Call): undefined {
  const properties = propertiesOf(host, call)
  const path = properties?.get('key')?.value
  if (!properties || !path) return undefined
  const value = (name: string): Literal | undefined => properties.get(name)?.value
  const said = (name: string): string => literalText(value(name) ?? { kind: 'nothing', start: 0, end: 0 }).toLowerCase()
  const source = host.spanOf(call.node.start, call.node.end)
  const problems: Problem[] = []
  if (call.script.limits.length === 0) {
    setRegistryValue(host.registry, {
      path, name: value('valuename'), data: value('valuedata'), type: value('valuetype'), isHex: said('hex') === 'true', isAbsent: said('ensure') === 'absent', source,
    }, problems)
  } else if (host.registry.key(literalText(path).replace(/^(HK\w+):\\?/i, '$1\\'))) {
    host.notice(`This registry value is set only when: ${limitText(call.script.limits) ?? ''}`, call.node.start, call.node.end)
  }
  for (const problem of problems) host.problem(problem)
  return undefined
}

const handled = (handler: (host: DscHost, call: Call) => undefined): Handler => call => handler(call.script.host as DscHost, call)
const COMMANDS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...FIREWALL_COMMANDS,
  ['node', handled(node)],
  ['firewall', handled(firewall)],
  ['xfirewall', handled(firewall)],
  ['firewallprofile', handled(firewallProfile)],
  ['xfirewallprofile', handled(firewallProfile)],
  ['registry', handled(registry)],
  ['xregistry', handled(registry)],
  ['registrypolicyfile', handled(registry)],
  ['import-dscresource', () => undefined],
])
