import { makeRule } from '../../model/rules.ts'
import type { Call, Handler } from '../../text/powershell/host.ts'
import { describe, Foreign, isKnown, textOfValue, Unknown, type Value } from '../../text/powershell/values.ts'
import { READERS } from './net-security.ts'
import { Draft } from './net-security-draft.ts'
import { FirewallHost } from './firewall-host.ts'
import { LOCAL } from './script-state.ts'

// The COM interface of the firewall (INetFwPolicy2, INetFwRule; netfw.h): lists are texts with commas, enumerations are numbers.

/** `New-Object -ComObject HNetCfg.FWRule`: filled by assignments, made by `Rules.Add`. */
class ComRule extends Foreign {
  readonly text = 'HNetCfg.FWRule'
  readonly properties = new Map<string, { value: Value; limits: readonly string[] }>()
  readonly limits: () => readonly string[]
  constructor(limits: () => readonly string[]) {
    super()
    this.limits = limits
  }
  override get truth(): boolean { return true }
  override assign(name: string, value: Value): void { this.properties.set(name, { value, limits: this.limits() }) }
  override member(name: string): Value | undefined { return this.properties.get(name)?.value }
}
/** `New-Object -ComObject HNetCfg.FwPolicy2` and its `Rules`. */
class ComPolicy extends Foreign {
  readonly text: string
  readonly act: (method: string, args: readonly Value[]) => void
  constructor(text: string, act: (method: string, args: readonly Value[]) => void) {
    super()
    this.text = text
    this.act = act
  }
  override get truth(): boolean { return true }
  override member(name: string): Value | undefined { return name === 'rules' ? new ComPolicy(`${this.text}.Rules`, this.act) : undefined }
  override call(name: string, args: readonly Value[]): Value | undefined {
    this.act(name, args)
    return new Unknown(`${this.text}.${name}(…)`)
  }
}

/** COM objects of the firewall; undefined for all others. */
export const newComObject: Handler = call => {
  const { script, node } = call
  const args = script.arguments(node)
  const type = textOfValue(args.find(arg => arg.name !== undefined && /^com/i.test(arg.name))?.value)?.toLowerCase()
  if (type === 'hnetcfg.fwrule') return new ComRule(() => script.limits)
  if (type === 'hnetcfg.fwpolicy2') return new ComPolicy(script.written(node.start, node.end), (method, values) => policyCall(call, method, values))
  return undefined
}

function policyCall({ script, node }: Call, method: string, [first]: readonly Value[]): void {
  const host = script.host as FirewallHost
  const at = script.current ?? node
  if (method === 'add' && first instanceof ComRule) addRule(host, first, at.start, at.end, script.limits)
  else if (method === 'remove') {
    const name = isKnown(first) ? textOfValue(first) : undefined
    if (name === undefined) host.notice(`Rules.Remove(${describe(first)}) removes a rule that this file does not name`, at.start, at.end)
    else {
      const condition = script.limits.length === 0 ? undefined : script.limits.map(limit => limit.replace(/^condition=/, '')).join(' and ')
      host.change({ kind: 'remove', select: { names: [name] }, values: {}, condition, source: host.spanOf(at.start, at.end) }, LOCAL)
    }
  }
}

/** NET_FW_PROFILE_TYPE2 has the bits of the rule; all set is any. */
const profileBits = (value: Value): Value => (typeof value === 'number' ? (value & 7) === 7 || (value & 7) === 0 ? 'Any' : ['Domain', 'Private', 'Public'].filter((_, i) => (value & (1 << i)) !== 0) : value)
/** `80,443` is a list here. */
const listed = (value: Value): Value => (typeof value === 'string' ? value.split(',').map(part => part.trim()).filter(part => part !== '').map(part => (part === '*' ? 'Any' : part)) : value)
const PORT_WORDS: ReadonlyMap<string, string> = new Map([['rpc-epmap', 'RPCEPMap'], ['iphttps', 'IPHTTPSIn'], ['ply2disc', 'PlayToDiscovery']])
const portsOf = (value: Value): Value => {
  const list = listed(value)
  return Array.isArray(list) ? (list as readonly Value[]).map(item => (typeof item === 'string' ? PORT_WORDS.get(item.toLowerCase()) ?? item : item)) : list
}
/** Property in lower case to the cmdlet's parameter, with the value as the cmdlet takes it. */
const PROPERTIES: ReadonlyMap<string, readonly [parameter: string, value: (value: Value) => Value]> = new Map([
  ['name', ['DisplayName', v => v]],
  ['grouping', ['Group', v => v]],
  ['direction', ['Direction', v => v]],
  // NET_FW_ACTION: 0 blocks, 1 allows.
  ['action', ['Action', v => (v === 0 ? 'Block' : v === 1 ? 'Allow' : v)]],
  ['enabled', ['Enabled', v => (typeof v === 'number' ? v !== 0 : v)]],
  // 256 is any protocol.
  ['protocol', ['Protocol', v => (v === 256 ? 'Any' : v)]],
  ['localports', ['LocalPort', portsOf]],
  ['remoteports', ['RemotePort', portsOf]],
  ['icmptypesandcodes', ['IcmpType', listed]],
  ['localaddresses', ['LocalAddress', listed]],
  ['remoteaddresses', ['RemoteAddress', listed]],
  ['profiles', ['Profile', profileBits]],
  ['applicationname', ['Program', v => v]],
  ['servicename', ['Service', v => v]],
  ['localuserauthorizedlist', ['LocalUser', v => v]],
  ['localapppackageid', ['Package', v => v]],
])
function addRule(host: FirewallHost, com: ComRule, start: number, end: number, limits: readonly string[]): void {
  const draft = new Draft(host)
  const at = { start, end }
  const conditions = new Set(limits)
  draft.enabled = false // a new rule object is disabled (INetFwRule::put_Enabled)
  for (const [name, { value, limits: own }] of com.properties) {
    const property = PROPERTIES.get(name)
    if (property) READERS.get(property[0])?.(draft, { value: property[1](value), ...at }, property[0])
    else if (name === 'interfaces') draft.narrow(`Interfaces=${describe(value)}`)
    else if (name === 'interfacetypes') READERS.get('InterfaceType')?.(draft, { value: interfaces(value), ...at }, 'InterfaceType')
    for (const limit of own) conditions.add(limit)
  }
  if (draft.name === undefined) draft.refuse('The rule has no Name', { value: null, ...at })
  host.rule(makeRule({ ...draft.rule(host.spanOf(start, end), [...conditions], host.pool), parts: undefined, source: host.spanOf(start, end) }), LOCAL)
}
const interfaces = (value: Value): Value => (typeof value === 'string' ? value.split(',').map(part => (/^lan$/i.test(part.trim()) ? 'Wired' : /^all$/i.test(part.trim()) ? 'Any' : part.trim())) : value)
