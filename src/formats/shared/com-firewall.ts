import { makeRule } from '../../model/rules.ts'
import type { ProfileSettings } from '../../model/types.ts'
import type { Call, Handler } from '../../text/powershell/host.ts'
import { describe, Foreign, isKnown, textOfValue, truthOf, Unknown, type Value } from '../../text/powershell/values.ts'
import { READERS } from './net-security.ts'
import { conditionOf } from './net-security-binding.ts'
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
/** What is done to an object: a method is called, or a property is set. */
type Act = (name: string, args: readonly Value[], set?: Value) => void
/** `New-Object -ComObject HNetCfg.FwPolicy2` and its `Rules`. */
class ComPolicy extends Foreign {
  readonly text: string
  readonly act: Act
  constructor(text: string, act: Act) {
    super()
    this.text = text
    this.act = act
  }
  override get truth(): boolean { return true }
  override member(name: string): Value | undefined { return name === 'rules' ? new ComPolicy(`${this.text}.Rules`, this.act) : undefined }
  override assign(name: string, value: Value, args: readonly Value[]): void { this.act(name, args, value) }
  override call(name: string, args: readonly Value[]): Value | undefined {
    this.act(name, args)
    return new Unknown(`${this.text}.${name}(…)`)
  }
}

/** `New-Object -ComObject HNetCfg.FwMgr`, the interface of Windows XP: `LocalPolicy.CurrentProfile` and what hangs on it. */
class ComManager extends ComPolicy {
  override member(name: string): Value | undefined { return new ComManager(`${this.text}.${name}`, this.act) }
  override call(name: string, args: readonly Value[]): Value | undefined {
    if (name === 'getprofilebytype') return new ComManager(`${this.text}.${name}(…)`, this.act)
    return super.call(name, args)
  }
}

/** COM objects of the firewall; undefined for all others. */
export const newComObject: Handler = call => {
  const { script, node } = call
  const args = script.arguments(node)
  const type = textOfValue(args.find(arg => arg.name !== undefined && /^com/i.test(arg.name))?.value)?.toLowerCase()
  if (type === 'hnetcfg.fwrule') return new ComRule(() => script.limits)
  if (type === 'hnetcfg.fwpolicy2') return new ComPolicy(script.written(node.start, node.end), (name, values, set) => policyCall(call, name, values, set))
  if (type === 'hnetcfg.fwmgr') return new ComManager(script.written(node.start, node.end), (name, _values, set) => managerCall(call, name, set))
  return undefined
}

function policyCall({ script, node }: Call, name: string, args: readonly Value[], set: Value | undefined): void {
  const host = script.host as FirewallHost
  const at = script.current ?? node
  const [first, second, third] = args
  const source = host.spanOf(at.start, at.end)
  const condition = conditionOf(script.limits, [])
  if (set !== undefined) { configure(host, name, first, set, at, condition); return }
  if (name === 'add' && first instanceof ComRule) addRule(host, first, at.start, at.end, script.limits)
  else if (name === 'remove') {
    const text = isKnown(first) ? textOfValue(first) : undefined
    if (text === undefined) host.notice(`Rules.Remove(${describe(first)}) removes a rule that this file does not name`, at.start, at.end)
    else host.change({ kind: 'remove', select: { names: [text] }, values: {}, condition, source }, LOCAL)
  } else if (name === 'restorelocalfirewalldefaults') {
    host.clearSettings(LOCAL, condition)
    host.change({ kind: 'reset', select: {}, values: {}, condition, source }, LOCAL)
  } else if (name === 'enablerulegroup') {
    const group = isKnown(second) ? textOfValue(second) : undefined
    const enabled = truthOf(third)
    if (group === undefined || enabled === undefined || typeof first !== 'number') host.notice('EnableRuleGroup switches rules that this file does not name', at.start, at.end)
    else {
      const only = (first & 7) === 7 ? [] : [`profiles ${describe(profileBits(first))}`]
      host.change({ kind: 'set', select: { groups: [group] }, values: { enabled }, condition: conditionOf(script.limits, only), source }, LOCAL)
    }
  }
}
/** Properties of INetFwPolicy2 that take a profile. */
const SETTINGS: ReadonlyMap<string, keyof ProfileSettings> = new Map([
  ['firewallenabled', 'enabled'], ['defaultinboundaction', 'defaultInbound'], ['defaultoutboundaction', 'defaultOutbound'], ['blockallinboundtraffic', 'blockAllInbound'],
])
/** `$policy.FirewallEnabled(1) = $true`. */
function configure(host: FirewallHost, name: string, profile: Value | undefined, set: Value, at: { readonly start: number; readonly end: number }, condition: string | undefined): void {
  const key = SETTINGS.get(name)
  if (!key) return
  const isAction = key === 'defaultInbound' || key === 'defaultOutbound'
  const value = isAction ? (set === 0 ? 'block' : set === 1 ? 'allow' : undefined) : truthOf(set)
  if (value === undefined || typeof profile !== 'number') { host.notice(`What ${name} is set to, or for which profile, is not decided by this file`, at.start, at.end); return }
  host.configure(profile & 7, key, { value, source: host.spanOf(at.start, at.end), ...(condition === undefined ? {} : { condition }) } as never, LOCAL)
}
/** Which profile is the current one is known to the machine only, so nothing of this is followed. */
function managerCall({ script, node }: Call, name: string, set: Value | undefined): void {
  if (set === undefined ? name !== 'add' && name !== 'remove' : name !== 'firewallenabled' && name !== 'exceptionsnotallowed' && name !== 'enabled') return
  const at = script.current ?? node
  script.host.notice('This changes the firewall by HNetCfg.FwMgr, the interface of Windows XP, which is not followed', at.start, at.end)
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
