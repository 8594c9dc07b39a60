import { ALL_PROFILES, DOMAIN, PRIVATE, PUBLIC } from '../../model/rules.ts'
import type { ProfileSet, Setting, Span } from '../../model/types.ts'
import type { Word } from '../../text/word.ts'
import { isOpen, type NetshCommand, writtenOut } from './netsh-arguments.ts'
import type { NetshStore } from './netsh-store.ts'
import { LOCAL } from './script-state.ts'

const PROFILE_OBJECTS: ReadonlyMap<string, ProfileSet> = new Map([
  ['allprofiles', ALL_PROFILES], ['domainprofile', DOMAIN], ['privateprofile', PRIVATE], ['publicprofile', PUBLIC],
  ['currentprofile', ALL_PROFILES],
])
const SET_OBJECTS = [...PROFILE_OBJECTS.keys(), 'store', 'global']
const PROFILE_PARAMETERS = ['state', 'firewallpolicy', 'settings', 'logging']

/** What stands behind `netsh advfirewall set`. */
export function setSettings(store: NetshStore, command: NetshCommand, at: number): void {
  const { words, condition } = command
  const object = writtenOut(words[at]?.text.toLowerCase() ?? '', SET_OBJECTS)
  if (object === 'store') { setStore(store, command, words.slice(at + 1)); return }
  if (object === 'global') return // IPsec defaults and stateful FTP: no opening
  const profiles = PROFILE_OBJECTS.get(object)
  if (profiles === undefined) {
    store.refuse(command, words[at], `netsh advfirewall does not set "${words[at]?.text ?? ''}".`)
    return
  }
  const current = object === 'currentprofile'
  const source = store.sourceOf(command)
  const why = current ? 'only in the profile that is current when the script runs' : undefined
  const all = [condition, why].filter(reason => reason !== undefined).join(' and ')
  const put = <T>(value: T): { value: T; source: Span; condition?: string } =>
    (all === '' ? { value, source } : { value, source, condition: all })
  const parameter = writtenOut(words[at + 1]?.text.toLowerCase() ?? '', PROFILE_PARAMETERS)
  const value = words.slice(at + 2).map(word => word.text).join('').toLowerCase()
  const open = isOpen(value) || words.slice(at + 2).some(word => word.unresolved)
  if (open && /^(?:state|firewallpolicy)$/.test(parameter)) {
    store.unverifiable(command, `What this sets depends on "${words[at + 2]?.text ?? ''}".`)
    return
  }
  if (parameter === 'state') {
    if (value === 'on' || value === 'off') store.configure(profiles, 'enabled', put(value === 'on'))
    else if (value === 'notconfigured') store.configure(profiles, 'enabled', undefined)
    else store.refuse(command, words[at + 2], `The state is on, off or notconfigured, not "${value}".`)
  } else if (parameter === 'firewallpolicy') {
    const [inbound = '', outbound = '', more] = value.split(',')
    const isKnown = /^(?:blockinbound(?:always)?|allowinbound|notconfigured)$/.test(inbound)
      && /^(?:(?:allow|block)outbound|notconfigured)$/.test(outbound)
    if (!isKnown || more !== undefined) {
      store.refuse(command, words[at + 2], `"${value}" is not a firewall policy such as blockinbound,allowoutbound.`)
      return
    }
    const unset = inbound === 'notconfigured'
    store.configure(profiles, 'defaultInbound', unset ? undefined : put(inbound === 'allowinbound' ? 'allow' as const : 'block' as const))
    store.configure(profiles, 'blockAllInbound', unset ? undefined : put(inbound === 'blockinboundalways'))
    const out = outbound === 'notconfigured' ? undefined : put(outbound === 'allowoutbound' ? 'allow' as const : 'block' as const)
    store.configure(profiles, 'defaultOutbound', out)
  } else if (parameter === 'settings') setMerge(store, command, at + 2, profiles, put)
  else if (parameter !== 'logging') store.refuse(command, words[at + 1], `A profile has no parameter "${words[at + 1]?.text ?? ''}".`)
}

/** `settings localfirewallrules enable`. */
function setMerge(
  store: NetshStore, command: NetshCommand, at: number, profiles: ProfileSet, put: (value: boolean) => Setting<boolean>,
): void {
  const { words } = command
  const name = words[at]?.text.toLowerCase() ?? ''
  const value = words[at + 1]?.text.toLowerCase() ?? ''
  if (/^(?:localconsecrules|inboundusernotification|remotemanagement|unicastresponsetomulticast)$/.test(name)) return // no opening
  if (name !== 'localfirewallrules') store.refuse(command, words[at], `A profile has no setting "${words[at]?.text ?? ''}".`)
  else if (!/^(?:enable|disable|notconfigured)$/.test(value)) {
    store.refuse(command, words[at + 1], `The setting is enable, disable or notconfigured, not "${value}".`)
  } else if (store.target.store === 'local') store.refuse(command, words[at], 'localfirewallrules can only be set in a Group Policy store.')
  else store.configure(profiles, 'allowLocalRules', value === 'notconfigured' ? undefined : put(value === 'enable'))
}

/** `store gpo=…`. */
function setStore(store: NetshStore, command: NetshCommand, words: readonly Word[]): void {
  const text = words.map(word => word.text).join(' ').replace(/\s*=\s*/, '=')
  const gpo = /^gpo=(.+)$/i.exec(text)
  if (/^local$/i.test(text)) store.target = LOCAL
  else if (gpo) store.target = { store: 'group-policy', gpo: gpo[1] as string }
  else store.refuse(command, words[0], `"${text}" is not a store.`)
}
